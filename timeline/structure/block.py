"""A block: a stretch of a document with one role on its page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a block is on its page."""

    TEXT = "text"  # a paragraph of running text
    HEADING = "heading"  # a title, or the heading of a part
    ITEM = "item"  # of a list, behind a dash, a dot or a number
    ROW = "row"  # of a table
    SPOKEN = "spoken"  # a turn of a speaker or a message of a log: "Q. When?", "[22:58] anna: it left"
    QUOTED = "quoted"  # a mail that is answered, or a block quote, behind ">"
    MAIL_HEAD = "mail head"  # "Sent: ...", "To: ..."
    FRONT_MATTER = "front matter"  # the "key: value" lines between two "---" that a page begins with
    PAGE_HEAD = "page head"  # what stands at the head or foot of each page: "January 12, 2011  9 of 18"
    STAMP = "stamp"  # what a site says of the page: "Last updated", "1 hr ago", "5 min read"
    RULE = "rule"  # a line of dashes or the like
    NAVIGATION = "navigation"  # of a site: "Share this", "Read more: ...", "Comments (12)", the titles of other pages
    BYLINE = "byline"  # who wrote: "By Ann Holm, Staff Writer"
    ADDRESS = "address"  # a line of an address: "14 Dock Road", "Tel: 020 7946 0000"
    SIGNATURE = "signature"  # the close of a letter, and the names under it: "Yours sincerely,", "Ann Holm"
    CAPTION = "caption"  # of a picture or a table: "Figure 3. The mill"
    FOOTNOTE = "footnote"  # "[3] The board had met before."
    CITATION = "citation"  # of another writing, in a note or a bibliography: "Holm, A. (1998). Mills of the North."


FURNITURE = frozenset(
    {
        Role.MAIL_HEAD,
        Role.FRONT_MATTER,
        Role.PAGE_HEAD,
        Role.STAMP,
        Role.RULE,
        Role.NAVIGATION,
        Role.BYLINE,
        Role.ADDRESS,
        Role.SIGNATURE,
        Role.CITATION,
    }
)
"""Roles of what is no text: it tells of no event, and no date in it dates what stands beside it."""

ASIDE = frozenset({Role.CAPTION, Role.FOOTNOTE})
"""Roles of text that stands beside the text proper: it tells of events, but opens no report."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a document with one role.

    `start` and `end` are code points of the text, half-open, without white space at either end. `body` is where the
    words begin behind a mark ("## ", "- ", "> "). `level` is the rank of a heading, 1 for the highest, 0 for all else.
    """

    start: int
    end: int
    role: Role
    body: int
    level: int = 0

    @property
    def is_furniture(self) -> bool:
        """Whether it is no text."""
        return self.role in FURNITURE

    @property
    def is_aside(self) -> bool:
        """Whether it is text beside the text proper."""
        return self.role in ASIDE

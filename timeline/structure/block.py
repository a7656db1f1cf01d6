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


FURNITURE = frozenset({Role.MAIL_HEAD, Role.FRONT_MATTER, Role.PAGE_HEAD, Role.STAMP, Role.RULE})
"""Roles of what is no text: it tells of no event, and no date in it dates what stands beside it."""


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

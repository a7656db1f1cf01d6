"""The words by which lines are told apart that are no running text, as patterns.

The words stand in `role_words.tsv`; here is how they combine.
"""

from __future__ import annotations

from timeline.tables import read

_TABLE = read(__package__, "role_words.tsv")


def _any(class_: str) -> str:
    return "|".join(row.word for row in _TABLE.of(class_))


OTHER_STORIES = (
    rf"(?:{_any('which stories')})(?:\s(?:on|from|in)\s[^\n]{{1,40}}|\s(?:{_any('stories')}))?|{_any('over stories')}"
)
"""Headings over other stories, in a list."""

NAMED_STORIES = (
    rf"(?:{_any('which stories')})\s(?:{_any('stories')})(?:\s(?:on|from|in)\s[^\n]{{1,40}})?|{_any('over stories')}"
)
"""Those of them that say what stands below: not "More from Harwick"."""

COMMENTS = (
    rf"(?:(?:{_any('which comments')})\s)*(?:{_any('comments')})"
    rf"(?:\s?[(:]?\s?[0-9]*\s?\)?:?|\s(?:on|to)\s[^\n]{{1,80}}|\sso\sfar)?|{_any('over comments')}"
)
"""Headings over what readers wrote, to the end of the page."""

ON_PAGE = _any("on page")
"""What a page says to its reader: "Share this", "Subscribe now"."""

BEFORE_LINKS = _any("before links")
"""What stands in front of the names of other pages: "Read more: ...", "Filed under: ..."."""

COUNTED_COMMENTS = (
    rf"(?:(?:{_any('which comments')})\s)+(?:{_any('comments')})|(?:{_any('comments')})\s?[(:]?\s?[0-9]{{1,5}}\s?\)?"
    rf"|{_any('over comments')}"
)
"""Headings over comments that are not those of a part of the text as well, as "Discussion" may be."""

BY = _any("by")
"""What stands in front of who wrote a text."""

WRITERS = _any("writer")
"""Who wrote a text, without a name."""

CLOSES = (
    rf"(?:(?:i|we)\s(?:am|are|remain|have\sthe\shonou?r\sto\s(?:be|remain))[^.!?\n]{{0,60}}?\s|believe\sme[^.!?\n]{{0,30}}?\s)?"
    rf"(?:{_any('close')}|yours(?:(?:,?\s(?:and\s)?(?:very|most))?,?\s(?:and\s)?(?:{_any('closing adverb')})){{0,3}}"
    rf"|(?:(?:very|most)\s)?(?:{_any('closing adverb')})(?:\syours)?"
    rf"|your(?:,?\s(?:and\s)?(?:{_any('of writer to you')})){{0,5}},?\s(?:and\s)?(?:{_any('writer to you')}))"
)
"""What ends a letter in front of a name: "Yours sincerely", "I am, Sir, your obedient servant"."""

ROADS = _any("road")
"""Kinds of road."""

REACHED_BY = _any("reached by")
"""Ways to reach somebody: "Tel", "E-mail"."""

CAPTIONS = _any("caption")
"""What a caption begins with: "Figure"."""

CREDITS = _any("credit")
"""What stands in front of who took a picture: "Photo"."""

CITING = _any("citing")
"""What notes begin with: "See", "Cf."."""

SAID_BEFORE = _any("said before")
"""What stands for a work that was cited before: "Ibid"."""

WORKS = _any("works")
"""Headings over lists of writings: "Bibliography"."""

"""The words around the date that a text states of itself, and around dates that only look like it, as patterns.

The words stand in `dateline_words.tsv`; here is how they combine.
"""

from __future__ import annotations

from timeline.tables import read

_TABLE = read(__package__, "dateline_words.tsv")


def _any(class_: str) -> str:
    return "|".join(row.word for row in _TABLE.of(class_))


PUBLISHED: tuple[tuple[str, int], ...] = (
    *_TABLE.values("published", int).items(),
    (rf"(?:story\s)?(?:{_any('filed')})", 7),
    (rf"(?:{_any('ruling')})\s(?:was\s)?(?:{_any('ruled')})", 8),
    (rf"(?:{_any('presented')})\sto\s(?:the\s)?[^\n]{{1,40}}", 7),
    (rf"(?:{_any('adopted')})", 7),
    (rf"(?:{_any('piece')})", 7),
    *((row.word, 7) for row in _TABLE.of("dated")),
)
"""Words in front of a date that say it is the publication's, and how plainly; the first that fit decide."""

UPDATED: tuple[str, ...] = tuple(row.word for row in _TABLE.of("updated"))
"""As above, for a date of a later version."""

UPDATED_WEIGHT = 6

OF_ITSELF = (
    rf"\bthis\s(?:{_any('itself')})\s(?:was\s|has\sbeen\s)?"
    rf"(?:first\s|originally\s|initially\s)?(?:{_any('itself done')})\b[^.\n]{{0,60}}$"
)
"""A sentence about the text itself: "This article was first published in the evening edition on May 3, 2021"."""

OTHER_DATES: tuple[str, ...] = tuple(row.word for row in _TABLE.of("other date"))
"""What makes a date in a byline's place some other date."""

NO_PLACE: frozenset[str] = _TABLE.words("no place")

PUBLISHERS = _any("publisher")
"""Words in the names of those who publish: "The Daily Gazette, 16 August 2011"."""

OTHER_IN_NAME: tuple[str, ...] = tuple(row.word for row in _TABLE.of("other in name"))
"""What makes a date in the name of a file some other date than the publication's: "letter scanned 2009-05-05"."""

BESIDE_IN_NAME: tuple[str, ...] = tuple(row.word for row in _TABLE.of("beside in name"))
"""The same where it stands right in front of the date: "letters since 2009-05-05"."""

FRONT_MATTER_KEYS = _any("front matter key")
"""Keys of the "key: value" lines that a page begins with, which hold its date."""

GREETINGS = _any("greeting")
"""What a letter begins with."""

SIGNED = _any("signed")
"""What stands in front of the date on which a paper was signed: "Signed this 4th day of March 2014"."""

MINUTES = _any("minutes")
"""What minutes begin with."""

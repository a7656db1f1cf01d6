"""The word that stands for a date when its sentence is parsed.

A date of several words ("the night of 27 July 2021") misleads a parser: its number becomes an object, its month a
subject. So the parser gets one word for it, the placeholder. In a part of the training texts the dates are replaced by
the same words (`training.hidden_dates`), so the parser has seen these wherever dates stand.
"""

from __future__ import annotations

import re

CALENDAR = "Monday"
"""The placeholder for a date by its name: "27 July", "Sept. 3, 2001", "Tuesday night"."""

YEAR = "2005"
"""The placeholder for a year or a decade alone, which often stands before a noun: "the 2020 deal"."""

RELATIVE = "yesterday"
"""The placeholder for a date that counts from another: "last year", "two days ago"; these have no preposition."""

_YEAR = re.compile(r"(?:the\s+)?[’']?\d{2,4}s?", re.IGNORECASE)
_RELATIVE = re.compile(
    r"\b(?:ago|earlier|later|before|after|last|next|this|past|previous|following|coming|yesterday|today|tomorrow"
    r"|tonight|now|that|same|recent(?:ly)?|current(?:ly)?)\b",
    re.IGNORECASE,
)


def placeholder(date: str) -> str:
    """The placeholder for the words of a date.

    >>> [placeholder(date) for date in ("27 July", "2020", "the 1990s", "last August", "two days ago")]
    ['Monday', '2005', '2005', 'yesterday', 'yesterday']
    """
    if _YEAR.fullmatch(date.strip()):
        return YEAR
    return RELATIVE if _RELATIVE.search(date) else CALENDAR

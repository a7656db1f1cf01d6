"""The words that tell what was from what is to come, by the names of `tense.py`; they stand in `tense_words.tsv`.

Keys are lower case.
"""

from __future__ import annotations

from timeline.tables import read

_TABLE = read(__package__, "tense_words.tsv")

FUTURE: frozenset[str] = _TABLE.words("future")
WEAKLY_FUTURE: frozenset[str] = _TABLE.words("weakly future")
FUTURE_PAIRS: frozenset[str] = _TABLE.words("future pair")
"""Two words with a blank between them."""
COMMITMENTS: frozenset[str] = _TABLE.words("commitment")
FUTURATE: frozenset[str] = _TABLE.words("futurate")
MODALS: frozenset[str] = _TABLE.words("modal")
BE_NOW: frozenset[str] = _TABLE.words("be now")
GOES_ON: frozenset[str] = _TABLE.words("goes on")

PAST: frozenset[str] = _TABLE.words("past")
NOT_PAST: frozenset[str] = _TABLE.words("not past")

BEFORE_PAST: frozenset[str] = _TABLE.words("before past")
BEFORE_FUTURE: frozenset[str] = _TABLE.words("before future")

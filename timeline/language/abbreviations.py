"""Word lists for the sentence splitter: in lower case, abbreviations without their last full stop.

The words stand in `abbreviations.tsv`.
"""

from __future__ import annotations

from timeline.tables import read

_TABLE = read(__package__, "abbreviations.tsv")

BEFORE_NAMES: frozenset[str] = _TABLE.words("before name")
"""Stand before a name or go on within the sentence: a full stop after them never ends one."""

BEFORE_NUMBERS: frozenset[str] = _TABLE.words("before number")
"""Go on only before a number or a month ("No. 4", "b. May 1968"); elsewhere they may be words ("No. The army ...")."""

MONTHS: frozenset[str] = _TABLE.words("short month")
"""Go on before a number ("Sept. 3"); elsewhere like `MAY_END`."""

MONTH_NAMES: frozenset[str] = _TABLE.words("month")

MAY_END: frozenset[str] = _TABLE.words("may end")
"""May end a sentence or not: they do before a word that begins one (`STARTERS`)."""

STARTERS: frozenset[str] = _TABLE.words("starter")
"""Words that begin sentences, and hardly ever names."""

SPEECH_VERBS: frozenset[str] = _TABLE.words("speech verb")
"""Verbs that go on after a quote: ``"Why now?" Smith asked.``"""

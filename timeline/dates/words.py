"""The words of time, by the names that the grammar calls them; the words themselves stand in `words.tsv`.

Keys are lower case. Where a word needs a capital to be a word of time ("May", "March", "Sun"), `CAPITALISED` says so.
"""

from __future__ import annotations

from timeline.dates.content import Unit
from timeline.tables import read

_TABLE = read(__package__, "words.tsv")


def _unit(name: str) -> Unit:
    return Unit[name.upper()]


def _text(class_: str) -> dict[str, str]:
    return _TABLE.values(class_, str)


MONTHS: dict[str, int] = _TABLE.values("month", int)
SHORT_MONTHS: dict[str, int] = _TABLE.values("short month", int)
WEEKDAYS: dict[str, int] = _TABLE.values("weekday", int)
SHORT_WEEKDAYS: dict[str, int] = _TABLE.values("short weekday", int)
SEASONS: dict[str, int] = _TABLE.values("season", int)

UNITS: dict[str, Unit] = _TABLE.values("unit", _unit)
MANY_UNITS: dict[str, Unit] = _TABLE.values("units", _unit)
BRIEF_UNITS: dict[str, Unit] = _TABLE.values("brief unit", _unit)

SMALL_NUMBERS: dict[str, int] = _TABLE.values("small number", int)
TENS: dict[str, int] = _TABLE.values("tens", int)
SCALES: dict[str, int] = _TABLE.values("scale", int)
SMALL_ORDINALS: dict[str, int] = _TABLE.values("small ordinal", int)
ORDINALS: dict[str, int] = _TABLE.values("ordinal", int)
ROMAN: dict[str, int] = _TABLE.values("roman numeral", int)
ROMAN_ORDINALS: dict[str, int] = {f"{numeral}th": number for numeral, number in ROMAN.items()}
"""As in "The XIXth century"."""
NAMED_DECADES: dict[str, int] = _TABLE.values("decade", int)

PARTS_OF_DAY: dict[str, str] = _text("part of day")
DAY_WORDS: dict[str, int] = _TABLE.values("day", int)
FREQUENCIES: dict[str, str] = _text("frequency")
VAGUE: dict[str, str] = _text("vague")

EARLY: dict[str, str] = _text("part")
PART_NOUNS: dict[str, str] = _text("part noun")
PARTS_OF_PERIODS: dict[str, str] = EARLY | PART_NOUNS

CAPITALISED: frozenset[str] = _TABLE.words("capitalised").union(ROMAN, ROMAN_ORDINALS, SHORT_MONTHS, SHORT_WEEKDAYS)


def _day_of_month(value: str) -> tuple[int, int]:
    month, day = value.split("-")
    return int(month), int(day)


def _weekday_of_month(value: str) -> tuple[int, int, int]:
    month, weekday, number = value.split()
    return MONTHS[month], WEEKDAYS[weekday], int(number)


FIXED_HOLIDAYS: tuple[tuple[str, int, int], ...] = tuple(
    (name, *day) for name, day in _TABLE.values("holiday", _day_of_month).items()
)
"""Words, month, day."""
WEEKDAY_HOLIDAYS: tuple[tuple[str, int, int, int], ...] = tuple(
    (name, *day) for name, day in _TABLE.values("holiday by weekday", _weekday_of_month).items()
)
"""Words, month, weekday (0 Monday), which one (-1 the last)."""
EASTER_HOLIDAYS: tuple[tuple[str, int], ...] = tuple(_TABLE.values("holiday by easter", int).items())
"""Words, days from Easter Sunday."""
OF_HOLIDAYS: frozenset[str] = _TABLE.words("of holidays")

COUNTED: frozenset[str] = _TABLE.words("counted")
YEAR_CUES: frozenset[str] = _TABLE.words("year cue")
SURE_YEAR_CUES: frozenset[str] = _TABLE.words("year cue", value="1000")
SHORT_YEAR_CUES: frozenset[str] = _TABLE.words("short year cue")
YEARLY_EVENTS: frozenset[str] = _TABLE.words("yearly event")
NO_EVENTS: frozenset[str] = _TABLE.words("no event")
OF_NINE_ELEVEN: frozenset[str] = _TABLE.words("of nine-eleven")
OWNERS: frozenset[str] = _TABLE.words("owner")

SEASON_CUES: frozenset[str] = _TABLE.words("season cue")
SEASONAL: frozenset[str] = _TABLE.words("seasonal")
OF_SPRINGS: frozenset[str] = _TABLE.words("of springs")
NAMED_FOR_SEASONS: frozenset[str] = _TABLE.words("named for seasons")
OF_HALVES: frozenset[str] = _TABLE.words("of halves")

NAMES_TOO: frozenset[str] = _TABLE.words("name too")
MONTH_CUES: frozenset[str] = _TABLE.words("month cue")
SURE_MONTH_CUES: frozenset[str] = _TABLE.words("month cue", value="sure")
WEAK_MONTH_CUES: frozenset[str] = _TABLE.words("month cue", value="weak")
AFTER_MAY: frozenset[str] = _TABLE.words("after may")
OF_FAMILIES: frozenset[str] = _TABLE.words("of families")
OF_PAPERS: frozenset[str] = _TABLE.words("of papers")
PAPERS_OF_TODAY: frozenset[str] = _TABLE.words("paper of today")

IN_PERIODS: frozenset[str] = _TABLE.words("leads to period")
RECORDED: frozenset[str] = _TABLE.words("recorded")
NO_LENGTH_HOURS: frozenset[str] = _TABLE.words("no length")
VALUED: frozenset[str] = _TABLE.words("valued")
"""Words in front of "at 7.30" that make it a price, a rate or a measure."""

RATED: frozenset[str] = _TABLE.words("rated")
BEFORE_VERBS: frozenset[str] = _TABLE.words("before verb")

LETTERS: frozenset[str] = _TABLE.words("letter")
NUMBERED: frozenset[str] = _TABLE.words("numbered")
NUMBERING: frozenset[str] = _TABLE.words("numbering")
BOOKS: frozenset[str] = _TABLE.words("book")

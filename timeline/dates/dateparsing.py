"""What dateparser is good at: numeric dates in a known order, and counting lengths of time from a day.

The only import of dateparser in the project: inside the functions, for it is slow to load. Only short strings of known
form reach it, and each is read once.
"""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache

from timeline.dates.arithmetic import step
from timeline.dates.content import Unit
from timeline.timespan import Day

_CACHED = 4096

# dateparser counts these; the rest, and what lies outside its years, is own arithmetic.
_COUNTED = {Unit.DAY: "days", Unit.WEEK: "weeks", Unit.MONTH: "months", Unit.YEAR: "years"}
_FIRST_YEAR, _LAST_YEAR, _MOST = 1200, 8900, 1000


@lru_cache(maxsize=_CACHED)
def parse_numeric(written: str, order: str) -> Day | None:
    """A numeric date in an order of writing, "DMY" or "MDY"; one that starts with the year is YMD in any case.

    >>> parse_numeric("01/03/2008", "DMY"), parse_numeric("01/03/2008", "MDY")
    (Day(year=2008, month=3, day=1), Day(year=2008, month=1, day=3))
    """
    import dateparser

    numbers = re.findall(r"[0-9]+", written)[:3]
    settings = {
        "DATE_ORDER": "YMD" if len(numbers[0]) == 4 else order,
        "TIMEZONE": "UTC",
        "REQUIRE_PARTS": ["year", "month", "day"],
    }
    found = dateparser.parse("/".join(numbers), languages=["en"], settings=settings)
    return Day(found.year, found.month, found.day) if found is not None else None


@lru_cache(maxsize=_CACHED)
def count(day: Day, unit: Unit, amount: float) -> Day:
    """The day that so many units lead to.

    >>> str(count(Day(2021, 8, 31), Unit.MONTH, -6)), str(count(Day(-489, 9, 12), Unit.DAY, 3))
    ('2021-02-28', '-0489-09-15')
    """
    whole = int(amount)
    if unit not in _COUNTED or amount != whole or abs(whole) > _MOST or not _FIRST_YEAR < day.year < _LAST_YEAR:
        return step(day, unit, amount)
    import dateparser

    written = f"{-whole} {_COUNTED[unit]} ago" if whole < 0 else f"in {whole} {_COUNTED[unit]}"
    settings = {"RELATIVE_BASE": datetime(*day), "TIMEZONE": "UTC"}
    found = dateparser.parse(written, languages=["en"], settings=settings)
    return Day(found.year, found.month, found.day) if found is not None else step(day, unit, amount)

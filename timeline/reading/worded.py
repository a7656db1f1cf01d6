"""Dates in the words of other languages and in odd forms, read by dateparser: for dates that stand by themselves.

What a text holds is read by `timeline.dates`; this reads what a person types or a record's field holds, such as
"3 mai 2021". It never guesses: a text that can be read in several ways gives all of them, and one that does not name
its year in four figures gives none, so no reading depends on the day on which it is made.

The only import of dateparser in the project: inside the function, for it takes a tenth of a second to load.
"""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache
from typing import Any

from timeline.timespan import Day, TimeSpan

LANGUAGES = (
    "en", "ru", "es", "fr", "de", "ja", "tr", "pt", "it", "zh", "nl", "vi", "pl", "ar", "ko", "cs", "id", "uk", "el",
    "he", "sv", "ro", "hu", "da", "fi", "sk", "bg", "sr", "nb", "hr", "lt", "sl", "ca", "et", "lv", "hi", "bn", "ur",
)  # fmt: skip
"""Languages whose dates are read, of those that dateparser knows; not those that count their years otherwise."""

MOST = 60
"""Characters; a longer text is no date by itself."""

_NUMBER = re.compile(r"\d+")
_CLOCK = re.compile(
    r"\b\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?(?:\s?[ap]\.?m\b\.?)?(?:\s?(?:GMT|UTC)?\s?[+-]\d\d:?\d\d\b)?"
    r"|\b\d{1,2}\s?[ap]\.?m\b\.?",
    re.IGNORECASE,
)
# Three numbers are one date where they are joined alike: "3.5.2021", not "3–5 mai 2021" or "3, 5 mai 2021".
_FIGURES = re.compile(
    r"\D*\d{1,4}(\s?[./-]\s?|\s)\d{1,2}\1\d{1,4}\D*|\D*\d{4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\D*"
)
_CACHED = 256
_BEGIN = datetime(2000, 1, 1)


@lru_cache(maxsize=_CACHED)
def worded_dates(text: str, order: str | None = None) -> tuple[TimeSpan, ...]:
    """All dates that a text by itself may be, in order of time: none where it is no date, several where it may be any.

    `order` ("DMY", "MDY") settles figures that may be read both ways, the year behind; None gives both readings. Of a
    date and time the day is kept as written, whatever its time zone.

    >>> [str(when) for when in worded_dates("3 mai 2021")], [str(when) for when in worded_dates("Mai 2021")]
    (['2021-05-03'], ['2021-05'])
    >>> [str(when) for when in worded_dates("3 listopada 2021")]  # Croatian, and Polish
    ['2021-10-03', '2021-11-03']
    >>> worded_dates("yesterday"), worded_dates("3 mai"), worded_dates("room 3 of 2021")
    ((), (), ())
    """
    if len(text) > MOST:
        return ()
    words = _CLOCK.sub(" ", text)
    numbers = _NUMBER.findall(words)
    years = [int(number) for number in numbers if len(number) == 4]
    if len(years) != 1 or len(numbers) > 3 or (len(numbers) == 3 and not _FIGURES.fullmatch(words)):
        return ()
    orders = (order,) if order is not None else ("DMY", "MDY")
    is_month = len(numbers) == 1
    parts = ["year", "month"] if is_month else ["year", "month", "day"]
    days = (_read(text, language, figures, parts=parts) for language in LANGUAGES for figures in orders)
    found = sorted({day for day in days if day is not None and day.year == years[0]})
    if is_month:
        return tuple(TimeSpan.month(day.year, day.month) for day in found)
    named = set(map(int, numbers))
    return tuple(TimeSpan.on(day) for day in found if day.day in named)


def _read(text: str, language: str, order: str, *, parts: list[str]) -> Day | None:
    """The day that a text names in one language; the first of a month where it names no day."""
    from dateparser.date import DateDataParser

    settings: dict[str, Any] = {
        "PARSERS": ["absolute-time"],
        "REQUIRE_PARTS": parts,
        "DATE_ORDER": order,
        "PREFER_LOCALE_DATE_ORDER": False,
        "PREFER_DAY_OF_MONTH": "first",
        "RELATIVE_BASE": _BEGIN,
    }
    read = DateDataParser(languages=[language], settings=settings).get_date_data(text).date_obj
    return Day(read.year, read.month, read.day) if read is not None else None

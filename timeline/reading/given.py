"""Dates in the metadata of a file, in EDTF or a usual format; not those in a text, which `timeline.dates` finds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from email.utils import parsedate

from timeline.errors import DateError
from timeline.reading.worded import worded_dates
from timeline.timespan import Day, TimeSpan

_DATE_AND_TIME = re.compile(r"(-?\d{4}-\d\d-\d\d)[T ]\d\d:?\d\d.*", re.DOTALL)


def given_date(text: str) -> TimeSpan:
    """Read a date as records hold them: of a plain form, or written out in any of many languages.

    Of a date and time, the day is kept as written, whatever its time zone. Raises DateError for what is no complete
    date, and for what may be several.

    >>> str(given_date("May 3, 2021 10:00 AM EST")), str(given_date("3 mai 2021"))
    ('2021-05-03', '2021-05-03')
    """
    try:
        return plain_date(text)
    except DateError:
        found = worded_dates(text.strip())
        if not found:
            raise
    return the_one(text, found)


def plain_date(text: str) -> TimeSpan:
    """Read EDTF ("2021-08-30", "2021-08", "2021~"), an ISO 8601 date and time, or an e-mail's date (RFC 5322).

    Of a date and time the day is kept as it is written, whatever its time zone. Raises DateError for anything else.

    >>> str(plain_date("2021-08-30T23:15:00Z")), str(plain_date("Mon, 30 Aug 2021 23:15:00 +0200"))
    ('2021-08-30', '2021-08-30')
    """
    text = text.strip()
    try:
        if found := _DATE_AND_TIME.fullmatch(text):
            return TimeSpan.on(Day.parse(found.group(1)))
        if re.search("[A-Za-z]{3}", text) and (parts := parsedate(text)):
            return TimeSpan.day(*parts[:3])
        return TimeSpan.parse(text)
    except (ValueError, IndexError) as error:
        raise DateError(f"{text!r} is no date of the form 2021-08-30, 2021-08 or 2021") from error


def the_one(text: str, readings: Iterable[TimeSpan], *, more: str = "") -> TimeSpan:
    """The only reading of a text. Raises DateError where there are several, which names them; `more` is further advice.

    >>> the_one("3/5/2021", [TimeSpan.day(2021, 3, 5), TimeSpan.day(2021, 5, 3)])
    Traceback (most recent call last):
    ...
    timeline.errors.DateError: '3/5/2021' may be 2021-03-05 or 2021-05-03: write it like that
    """
    first, *others = sorted(set(readings), key=lambda when: when.sort_key)
    if others:
        choices = " or ".join(map(str, (first, *others)))
        raise DateError(f"{text.strip()!r} may be {choices}: write it like that{more}")
    return first

"""Dates that a file's metadata or a person gives, as against those that a text holds."""

from __future__ import annotations

import re
from email.utils import parsedate

from timeline.errors import DateError
from timeline.timespan import Day, TimeSpan

_DATE_AND_TIME = re.compile(r"(-?\d{4}-\d\d-\d\d)[T ]\d\d:?\d\d.*", re.DOTALL)


def given_date(text: str) -> TimeSpan:
    """Read EDTF ("2021-08-30", "2021-08", "2021~"), an ISO 8601 date and time, or an e-mail's date (RFC 5322).

    Of a date and time, the day is kept as written, whatever its time zone. Raises DateError for anything else.

    >>> str(given_date("2021-08-30T23:15:00Z")), str(given_date("Mon, 30 Aug 2021 23:15:00 +0200"))
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

"""The day in a web address: "https://example.org/news/2013/05/03/flood"."""

from __future__ import annotations

import re

from timeline.dates.words import MONTHS, SHORT_MONTHS
from timeline.timespan import TimeSpan, is_day

_MONTHS = MONTHS | SHORT_MONTHS
_MONTH = rf"0?[1-9]|1[0-2]|{'|'.join(sorted(_MONTHS))}"
# A year, month and day that are each a part of the path, or one part together; nothing else in figures is a date.
_DAY = re.compile(
    rf"/(?P<year>(?:19|20)[0-9]{{2}})(?P<mark>[/-])(?P<month>{_MONTH})(?P=mark)(?P<day>0?[1-9]|[12][0-9]|3[01])(?=[/_-]|$)",
    re.IGNORECASE,
)

_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


def day_in(address: str) -> tuple[TimeSpan, str] | None:
    """The day that an address names in its path, with the part that names it; None where it names none.

    >>> day, part = day_in("https://example.org/news/2013/may/03/flood.html")
    >>> str(day), part
    ('2013-05-03', '2013/may/03')
    >>> day_in("https://example.org/reports/2013/flood-2013-05.html")
    """
    found = _DAY.search(address)
    if found is None:
        return None
    month = found["month"].lower()
    year, number, day = int(found["year"]), _MONTHS.get(month) or int(month), int(found["day"])
    if not is_day(year, number, day):
        return None
    return TimeSpan.day(year, number, day), found.group()[1:]


def addresses_at_head(text: str, *, within: int) -> list[tuple[int, str]]:
    """Web addresses that stand on lines of their own near the beginning of a text, with where they begin."""
    found = []
    for match in _ADDRESS.finditer(text, 0, within):
        line_start = text.rfind("\n", 0, match.start()) + 1
        if not text[line_start : match.start()].strip():
            found.append((match.start(), match.group()))
    return found

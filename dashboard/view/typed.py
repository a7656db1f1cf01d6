"""Dates as a person types them into a field."""

from __future__ import annotations

from dashboard.data.state import limited
from timeline import DateError, Day, TimeSpan, written_date
from timeline.charts import Window


def read_date(text: str) -> TimeSpan | None:
    """A date in EDTF or in plain words; None where it is neither.

    >>> str(read_date("2021-08")), str(read_date("3 May 2021")), read_date("soonish")
    ('2021-08', '2021-05-03', None)
    """
    try:
        return written_date(text)
    except DateError:
        return None


def read_window(first: str, last: str, whole: Window) -> Window | str | None:
    """The window from one date to another, or a sentence that says why there is none.

    An empty field is the end of the whole; two of them are the whole, None.

    >>> read_window("2021-08", "2021-08", (0.0, 20_000.0))
    (18840.0, 18871.0)
    >>> read_window("soonish", "", (0.0, 1.0))
    '“soonish” cannot be read as a date. Write 2021-08-30, 2021-08, 2021 or 30 August 2021.'
    """
    ends: list[tuple[Day, Day] | None] = []
    for text in (first.strip(), last.strip()):
        known = _ends(read_date(text)) if text else None
        if text and known is None:
            return f"“{text[:40]}” cannot be read as a date. Write 2021-08-30, 2021-08, 2021 or 30 August 2021."
        ends.append(known)
    begin, end = ends
    if begin is None and end is None:
        return None
    low = whole[0] if begin is None else float(begin[0].ordinal)
    high = whole[1] if end is None else float(end[1].ordinal + 1)
    return limited(low, high) if low < high else "The first date is after the last."


def _ends(span: TimeSpan | None) -> tuple[Day, Day] | None:
    """The first and the last day of a span, the known one twice where an end is open."""
    if span is None:
        return None
    first, last = span.first or span.last, span.last or span.first
    return (first, last) if first is not None and last is not None else None

"""A date that a person gives by itself, in any way of writing: for options, tables and forms."""

from __future__ import annotations

from timeline.dates.candidate import Candidate
from timeline.dates.content import Calendar, Shift
from timeline.dates.find import find
from timeline.dates.genre import core
from timeline.dates.resolve import resolve
from timeline.errors import DateError
from timeline.model import Basis
from timeline.reading.given import plain_date, the_one
from timeline.reading.worded import worded_dates
from timeline.timespan import TimeSpan

_ORDERS = ("DMY", "MDY")
_OR_NAME_IT = ", or name the date order"


def written_date(text: str, *, date_order: str | None = None) -> TimeSpan:
    """Read one date: EDTF, ISO 8601, an e-mail's date, or as people write it ("6 May 2021", "6.5.2021", "6 mai 2021").

    `date_order` ("DMY", "MDY") settles dates in figures that may be read both ways. Raises DateError for those where
    it is None, for words that mean different days in two languages, and for whatever is no complete date: no reading
    depends on the day on which it is made.

    >>> str(written_date("May 6, 2021")), str(written_date("5/6/2021", date_order="DMY"))
    ('2021-05-06', '2021-06-05')
    >>> str(written_date("6 мая 2021")), str(written_date("6. Mai 2021"))
    ('2021-05-06', '2021-05-06')
    """
    written = text.strip()
    try:
        return plain_date(written)
    except DateError as error:
        readings = {order: when for order in _ORDERS if (when := _stated(written, order)) is not None}
        if date_order in readings:
            return readings[date_order]
        if readings:
            return the_one(written, readings.values(), more=_OR_NAME_IT)
        found = worded_dates(written, date_order)
        if found:
            settled = date_order is None and all(len(worded_dates(written, order)) == 1 for order in _ORDERS)
            return the_one(written, found, more=_OR_NAME_IT if settled else "")
        raise DateError(f"{error}{_lacking(written)}") from error


def _whole(text: str) -> Candidate | None:
    """The expression of time that makes up the whole of a text."""
    candidates = find(text)
    is_whole = [(one.quote.start, one.quote.end) for one in candidates] == [(0, len(text))]
    return candidates[0] if is_whole else None


def _stated(text: str, order: str) -> TimeSpan | None:
    """The date that makes up the whole of a text, without any help from outside it."""
    candidate = _whole(text)
    if candidate is None:
        return None
    (mention,) = resolve(text, [candidate], published=None, date_order=order)
    return mention.when if mention.basis == Basis.STATED else None


def _lacking(text: str) -> str:
    """What an expression of time lacks that is no date by itself, as the end of a sentence; "" for all else.

    >>> _lacking("yesterday"), _lacking("3 May"), _lacking("soon")
    (': it counts from another day', ': its year is missing', '')
    """
    candidate = _whole(text)
    match core(candidate.content) if candidate is not None else None:
        case Shift() | Calendar(which=int()) | Calendar(weekday=int(), month=None):
            return ": it counts from another day"
        case Calendar(year=None, within=None, decade=None, century=None):
            return ": its year is missing"
    return ""

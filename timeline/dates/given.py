"""A date that a person gives by itself, in any way of writing: for options, tables and forms."""

from __future__ import annotations

from timeline.dates.find import find
from timeline.dates.resolve import resolve
from timeline.errors import DateError
from timeline.model import Basis
from timeline.reading.given import given_date
from timeline.timespan import TimeSpan

_ORDERS = ("DMY", "MDY")


def written_date(text: str, *, date_order: str | None = None) -> TimeSpan:
    """Read one date: EDTF, ISO 8601, an e-mail's date, or as people write it ("6 May 2021", "May 2021", "6.5.2021").

    `date_order` ("DMY", "MDY") settles dates in figures that may be read both ways. Raises DateError for those where
    it is None, and for whatever is no complete date.

    >>> str(written_date("May 6, 2021")), str(written_date("5/6/2021", date_order="DMY"))
    ('2021-05-06', '2021-06-05')
    """
    try:
        return given_date(text)
    except DateError:
        readings = {order: when for order in _ORDERS if (when := _read(text.strip(), order)) is not None}
        if not readings:
            raise
    if date_order is not None and date_order in readings:
        return readings[date_order]
    if len(set(readings.values())) > 1:
        choices = " or ".join(str(when) for when in sorted(readings.values(), key=lambda when: when.sort_key))
        raise DateError(f"{text.strip()!r} may be {choices}: write it like that, or name the date order")
    return next(iter(readings.values()))


def _read(text: str, order: str) -> TimeSpan | None:
    """The date that makes up the whole of a text, without any help from outside it."""
    candidates = find(text)
    if [(candidate.quote.start, candidate.quote.end) for candidate in candidates] != [(0, len(text))]:
        return None
    (mention,) = resolve(text, candidates, published=None, date_order=order)
    return mention.when if mention.basis == Basis.STATED else None

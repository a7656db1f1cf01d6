"""Calendar units along a time axis: the positions where they begin, and their labels.

Positions are days since 1 January 1970 (`Day.ordinal`), since Plotly's date axes do not reach all years of a `TimeSpan`
and have no "490 BC".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from timeline.timespan import MAX_YEAR, MIN_YEAR, Day
from timeline.wording import MONTHS, year_in_words

Window: TypeAlias = tuple[float, float]
"""The beginning and the end of what is shown, in days since 1 January 1970."""

CALENDAR: Window = (float(Day(MIN_YEAR, 1, 1).ordinal), float(Day(MAX_YEAR, 12, 31).ordinal + 1))
"""The window of all days that a `TimeSpan` can hold."""

_FIRST_MONDAY = 4  # 5 January 1970


@dataclass(frozen=True, slots=True)
class Step:
    """The length of a calendar unit: `count` times a `unit` of "day", "month" or "year"."""

    unit: str
    count: int

    @property
    def days(self) -> float:
        """The mean length in days."""
        return self.count * {"day": 1.0, "month": 30.44, "year": 365.2425}[self.unit]


STEPS = (
    Step("day", 1),
    Step("day", 2),
    Step("day", 7),
    Step("day", 14),
    Step("month", 1),
    Step("month", 3),
    Step("month", 6),
    *(Step("year", count * 10**power) for power in range(4) for count in (1, 2, 5)),
)


@dataclass(frozen=True, slots=True)
class Tick:
    """A position on the axis (days since 1 January 1970) and its label, of one line or of two joined by "<br>"."""

    at: float
    label: str


def step_for(window: Window, pixels: float, *, apart: float) -> Step:
    """The shortest step whose units are at least `apart` pixels wide, in a window that is `pixels` wide.

    >>> year = (Day(2021, 1, 1).ordinal, Day(2022, 1, 1).ordinal)
    >>> step_for(year, 1200, apart=80)
    Step(unit='month', count=1)
    """
    pixels_a_day = pixels / (window[1] - window[0])
    return next((step for step in STEPS if step.days * pixels_a_day >= apart), STEPS[-1])


def edges(window: Window, step: Step) -> list[float]:
    """The beginnings of units, from the last one before the window to the first one after it.

    >>> [str(Day.from_ordinal(int(edge))) for edge in edges((18659.0, 18680.0), Step("month", 1))]
    ['2021-02-01', '2021-03-01']
    """
    found: list[float] = []
    for edge in _units(window[0], step):
        if edge <= window[0] and found:
            found.pop()
        found.append(edge)
        if edge >= window[1]:
            break
    return found


def ticks(window: Window, pixels: float, *, apart: float = 84) -> list[Tick]:
    """The labelled positions of a window, and of one as long on either side of it, which panning brings into view.

    The window is `pixels` wide; labels stand at least `apart` pixels from each other.

    >>> year = (Day(2021, 1, 1).ordinal, Day(2022, 1, 1).ordinal)
    >>> [tick.label for tick in ticks(year, 1200) if year[0] <= tick.at < year[1]][:3]
    ['Jan<br>2021', 'Feb', 'Mar']
    """
    step = step_for(window, pixels, apart=apart)
    span = window[1] - window[0]
    positions = edges((window[0] - span, window[1] + span), step)
    found: list[Tick] = []
    year_shown: int | None = None
    viewed = False
    for position in positions:
        day = Day.from_ordinal(round(position))
        if step.unit == "year":
            label = year_in_words(day.year)
        else:
            label = MONTHS[day.month - 1][:3]
            if step.unit == "day":
                label = f"{day.day} {label}"
            # The year stands under the first tick that is in view and under the first of each year.
            if day.year != year_shown or (position >= window[0] and not viewed):
                label += f"<br>{year_in_words(day.year)}"
                year_shown = day.year
            viewed = viewed or position >= window[0]
        # A day's event is drawn at noon: its tick stands there, too.
        found.append(Tick(position + 0.5 if step.unit == "day" else position, label))
    return found


def _units(start: float, step: Step) -> Iterator[float]:
    """The beginnings of units without end, in order; the first one does not lie after `start`."""
    if step.unit == "day":
        position = (start - _FIRST_MONDAY) // step.count * step.count + _FIRST_MONDAY
        while True:
            yield position
            position += step.count
    day = Day.from_ordinal(int(start // 1))
    if step.unit == "month":
        month = (day.year * 12 + day.month - 1) // step.count * step.count
        while True:
            yield float(Day(month // 12, month % 12 + 1, 1).ordinal)
            month += step.count
    for year in _round_years(day.year, step.count):
        yield float(Day(year, 1, 1).ordinal)


def _round_years(start: int, count: int) -> Iterator[int]:
    """The years in steps of `count` that are round as people count them, without end, from one not after `start`.

    Before the common era these are 500 BC (astronomical year -499) and AD 1, not -500 and 0.
    """
    if count == 1:
        while True:
            yield start
            start += 1
    year = max(start // count * count, 1) if start >= 1 else 1 - -(-(1 - start) // count) * count
    while True:
        yield year
        year = count if year == 1 else year + count

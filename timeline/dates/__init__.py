"""Dates in text: `find` gives candidates, `resolve` places them in the calendar, `stated` reads bylines."""

from timeline.dates.anchors import (
    anchor_from,
    anchored_mention,
    counted_words,
    counts_inside,
    is_back,
    lasting,
    resolve_anchored,
)
from timeline.dates.bounds import event_span
from timeline.dates.candidate import Bound, Candidate, Direction
from timeline.dates.dateline import Stated, partial, stated
from timeline.dates.find import ends_apart, find
from timeline.dates.given import written_date
from timeline.dates.inside import anchored_inside
from timeline.dates.placing.state import Reading
from timeline.dates.reading import choose_reading
from timeline.dates.resolve import resolve

__all__ = [
    "Bound",
    "Candidate",
    "Direction",
    "Reading",
    "Stated",
    "anchor_from",
    "anchored_inside",
    "anchored_mention",
    "choose_reading",
    "counted_words",
    "counts_inside",
    "ends_apart",
    "event_span",
    "find",
    "is_back",
    "lasting",
    "partial",
    "resolve",
    "resolve_anchored",
    "stated",
    "written_date",
]

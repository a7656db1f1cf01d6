"""Dates in text: `find` gives candidates, `resolve` gives their days, `stated` reads bylines."""

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
from timeline.dates.candidate import Above, Bound, Candidate, Direction
from timeline.dates.dateline import partial, stated
from timeline.dates.explain import Explanation, explain
from timeline.dates.find import ends_apart, find
from timeline.dates.genre import choose_genre
from timeline.dates.given import written_date
from timeline.dates.headings import under_day, under_headings
from timeline.dates.inside import anchored_inside
from timeline.dates.named_years import named_years
from timeline.dates.resolve import resolve
from timeline.dates.statement import Stated

__all__ = [
    "Above",
    "Bound",
    "Candidate",
    "Direction",
    "Explanation",
    "Stated",
    "anchor_from",
    "anchored_inside",
    "anchored_mention",
    "choose_genre",
    "counted_words",
    "counts_inside",
    "ends_apart",
    "event_span",
    "explain",
    "find",
    "is_back",
    "lasting",
    "named_years",
    "partial",
    "resolve",
    "resolve_anchored",
    "stated",
    "under_day",
    "under_headings",
    "written_date",
]

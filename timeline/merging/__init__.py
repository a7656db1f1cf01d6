"""One event out of many reports, and why they are one; and what the documents of a collection know of each other."""

from timeline.merging.anchoring import anchored
from timeline.merging.crossdating import Analysis, alone, dates_of, publication_dates
from timeline.merging.dated import date_of, span_of
from timeline.merging.headlines import date_below
from timeline.merging.merge import merge

__all__ = [
    "Analysis",
    "alone",
    "anchored",
    "date_below",
    "date_of",
    "dates_of",
    "merge",
    "publication_dates",
    "span_of",
]

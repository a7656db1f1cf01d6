"""One event out of many reports, and why they are one; and what the documents of a collection know of each other."""

from timeline.merging.anchoring import anchored
from timeline.merging.crossdating import Analysis, ByItself, by_itself, dates_of, publication_dates
from timeline.merging.dated import date_of, span_of
from timeline.merging.enduring import enduring
from timeline.merging.headlines import MAX_NEWS_DAYS
from timeline.merging.merge import merge
from timeline.merging.narration import Told, narrated
from timeline.merging.stories import stories
from timeline.merging.voices import voices

__all__ = [
    "MAX_NEWS_DAYS",
    "Analysis",
    "ByItself",
    "Told",
    "anchored",
    "by_itself",
    "date_of",
    "dates_of",
    "enduring",
    "merge",
    "narrated",
    "publication_dates",
    "span_of",
    "stories",
    "voices",
]

"""When it was: when each document was published, and what has no date of its own; documents date each other."""

from timeline.dating.anchoring import anchored
from timeline.dating.crossdating import (
    Analysis,
    ByItself,
    by_itself,
    dates_of,
    publication_dates,
    reference,
    usual_order,
)
from timeline.dating.reports import reports

__all__ = [
    "Analysis",
    "ByItself",
    "anchored",
    "by_itself",
    "dates_of",
    "publication_dates",
    "reference",
    "reports",
    "usual_order",
]

"""When each document was published, and when the events were that have no date of their own; documents date each other.

The modules:

    published    the publication date of one document, by itself and by links to others
    crossdating  the publication dates of all documents, by each other
    links        drafts of one event in different documents; consensus: the year that several documents give it
    anchoring    dates that count from an event: "a week after the vote"
    reports      the reports of a document, each with its date
    narration    reports that have their date from those around them; headlines, enduring: two kinds of these
    dated        the days of a draft that has a date of its own
    likeness     how alike two reports are
    matter       what a document is about
    readings     the days of a document's dates for any day of publication
"""

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

"""One event out of many reports, and why they are one; and what the documents of a collection know of each other."""

from timeline.merging.crossdating import Analysis, alone, dates_of, publication_dates
from timeline.merging.headlines import date_below
from timeline.merging.merge import merge

__all__ = ["Analysis", "alone", "date_below", "dates_of", "merge", "publication_dates"]

"""When was a document published? Metadata, a person or its byline says so; else all that bears on it does."""

from timeline.dates.published.clue import calendar_of
from timeline.dates.published.elsewhere import MAX_DATES, Link
from timeline.dates.published.infer import Undated, infer, known

__all__ = ["MAX_DATES", "Link", "Undated", "calendar_of", "infer", "known"]

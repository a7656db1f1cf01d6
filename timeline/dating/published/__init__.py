"""When was a document published? Metadata, a person or its byline says so; else all that bears on it does."""

from timeline.dating.published.clue import calendar_of
from timeline.dating.published.elsewhere import MAX_DATES, DateLink
from timeline.dating.published.infer import Undated, infer, known

__all__ = ["MAX_DATES", "DateLink", "Undated", "calendar_of", "infer", "known"]

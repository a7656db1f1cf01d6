"""When was a document published? As metadata, a person or its byline says; else worked out from what its dates say.

Each module uses those behind it:

    infer      the publication date of a document: known, or worked out
    filename   the day or month in the name of its file
    bounds     where no clue is strong: the dates between which it lies
    retold     whether a text tells news of its day, or of what was long past by then
    lags       how long after its latest date a text is published, as measured
    weighing   from clues to a span of days
    told       clues in the document's own dates
    elsewhere  clues in the dates that other documents give for its events
    clue       what a clue is
"""

from timeline.dating.published.clue import calendar_of
from timeline.dating.published.elsewhere import MAX_DATES, DateLink
from timeline.dating.published.infer import Undated, infer, known
from timeline.dating.published.retold import is_retold

__all__ = ["MAX_DATES", "DateLink", "Undated", "calendar_of", "infer", "is_retold", "known"]

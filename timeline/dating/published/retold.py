"""Whether a text whose publication date is known tells news of that day, or of what was long past by then."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.dates.candidate import Candidate
from timeline.model import DateMention, Published

LONG_PAST_DAYS = 366
"""What lies more days than this before publication is no news of the day."""

FEWEST_DATES = 2
"""The dates in full that show it: a single one may be the background of news without a date, "opened in 1974"."""


def is_retold(candidates: Sequence[Candidate], mentions: Sequence[DateMention], published: Published) -> bool:
    """Whether a text was published long after everything that it dates, so that what it tells without a date was too.

    `mentions` are its dates, one for each of `candidates`, read from its publication date.

    >>> from timeline.dates import find, resolve
    >>> from timeline.model import PublishedBasis
    >>> from timeline.timespan import TimeSpan
    >>> from timeline.why import text
    >>> told = "The fort was stormed. It was sold in 1794 and burned down in May 1801."
    >>> found, day = find(told), TimeSpan.day(2019, 5, 3)
    >>> is_retold(found, resolve(told, found, published=day), Published(day, PublishedBasis.METADATA, text("given")))
    True
    """
    written = published.when
    if written is None or written.first is None:
        return False
    spans = [mention.when for mention in mentions if mention.when is not None]
    complete = sum(candidate.is_complete for candidate in candidates)
    latest = written.first.plus(-LONG_PAST_DAYS)
    return complete >= FEWEST_DATES and all(span.last is not None and span.last < latest for span in spans)

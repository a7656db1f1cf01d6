"""What no date is told of: it was some time before its text was written, or is to come after."""

from __future__ import annotations

from timeline.events import Draft, Tense
from timeline.model import Basis, DateMention, DateType, Published, Status
from timeline.timespan import TimeSpan
from timeline.why import Why

_HAS_BEEN = (Status.OCCURRED, Status.CLAIMED, Status.DENIED)
"""The statuses of what was, or was not, before its text was written."""


def bounded(draft: Draft, written: Published) -> tuple[DateMention, TimeSpan | None]:
    """The date of a draft that nothing dates, and the days on which its event can have been, by when its text was
    written: before that if it is told as a fact, after it if it is planned.

    The days are None where it is told as neither, or where nothing is known of when the text was written.
    """
    when = _days(draft, written.when) if written.when is not None else None
    if written.when is None:
        reason = Why("never-dated")
    elif when is None:
        reason = Why("not-bounded")
    else:
        reason = Why("before-writing" if when.first is None else "after-writing", (written.reason,))
    return DateMention(None, DateType.DATE, "", None, Basis.PUBLICATION, reason), when


def _days(draft: Draft, written: TimeSpan) -> TimeSpan | None:
    planned = draft.status == Status.PLANNED or draft.tense == Tense.FUTURE
    if planned and written.first is not None:
        return TimeSpan.between(written, None)
    if draft.status in _HAS_BEEN and not planned and written.last is not None:
        return TimeSpan.between(None, written)
    return None

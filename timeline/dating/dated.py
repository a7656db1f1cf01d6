"""The date of a draft that has one, and the days of its event: "since May" dates an event from May on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline import dates
from timeline.dating.crossdating import Analysis
from timeline.events import Draft
from timeline.model import Basis, DateMention, Extent
from timeline.timespan import TimeSpan
from timeline.why import Why


def date_of(one: Analysis, draft: Draft, placed: Sequence[DateMention]) -> DateMention:
    """The date of a draft that has one; `placed` are the dates of its document, one for each candidate.

    Raises ValueError for a draft without a candidate.
    """
    index = _index(draft)
    if draft.anchor_to is not None:
        return _counted_back(one.candidates[index], placed[index], placed[draft.anchor_to])
    return placed[index]


def span_of(one: Analysis, draft: Draft, date: DateMention) -> tuple[TimeSpan | None, Extent]:
    """The days of a draft's event and whether it lasted all of them: its date with what the preposition adds ("since").

    None where the date has no days. Where the date describes something else ("after the 2004 flood"), the preposition
    adds nothing.
    """
    if draft.described or draft.anchor_to is not None:
        return date.when, Extent.WITHIN
    candidate = one.candidates[_index(draft)]
    when, extent = dates.event_span(date, candidate)
    inside = draft.anchor is not None and dates.counts_inside(candidate)  # "on the sixth day of the battle"
    return when, Extent.WITHIN if inside else extent


def _index(draft: Draft) -> int:
    """The index of a draft's date among the candidates of its document. Raises ValueError where it has none."""
    if draft.candidate is None:
        raise ValueError(f"{draft.trigger.text!r} in {draft.document} has no date of its own")
    return draft.candidate


def _counted_back(candidate: dates.Candidate, date: DateMention, told: DateMention) -> DateMention:
    """The date of an event that another date is counted from: "on 30 August, four months later than the deadline"."""
    when = dates.anchor_from(candidate, told.when) if told.when is not None else None
    if when is None or told.quote is None:
        return replace(date, when=None)
    reason = Why("counted-back", (candidate.quote.text, told.quote.text, str(told.when)))
    return replace(date, when=when, value=str(when), basis=Basis.ANCHORED, reason=reason)

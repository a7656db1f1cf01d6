"""The reports of a document, each with its date: stated, counted from publication, or taken from those around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline import dates
from timeline import events as eventing
from timeline.dating.crossdating import Analysis
from timeline.dating.dated import date_of, span_of
from timeline.dating.enduring import enduring
from timeline.dating.headlines import MAX_NEWS_DAYS
from timeline.dating.narration import Told, narrated
from timeline.events import Telling
from timeline.model import DateMention, EventMention, Published
from timeline.why import CountsFrom, Why


def reports(one: Analysis, placed: Sequence[DateMention], published: Published) -> list[EventMention]:
    """The event mentions of a document, dated.

    Args:
        one: the document with its drafts.
        placed: its dates, one for each candidate.
        published: when it was published.

    Returns:
        A mention for each draft that has a date, or would have one if the publication date were known; `when` of the
        latter is None. Drafts that nothing dates are left out.

    For example, for the drafts of `timeline.events.extract`:

        one = Analysis(document, candidates, drafts)
        reports(one, dates_of(one, published), published)

    """
    dated = [(draft, date_of(one, draft, placed)) for draft in one.drafts if draft.candidate is not None]
    lasting = list(enduring(one, placed, published))
    lasted = {told.draft.candidate for told in lasting}
    counted = {
        draft.trigger
        for draft, date in dated
        if draft.anchor is not None and (date.when is not None or draft.candidate in lasted)
    }
    waiting = {i for i, date in enumerate(placed) if date.when is None and date.reason.rests_on(CountsFrom.AWAITED)}
    found = []
    told = lasting
    # a headline's draft without a date stands for the day of publication, unless its trigger has a date after all
    undated = [draft for draft in one.drafts if draft.candidate is None and draft.trigger not in counted]
    for draft in one.drafts:
        if draft.candidate is None:
            continue
        date = date_of(one, draft, placed)
        misread = eventing.lies_behind(draft, date, published)
        if misread:
            date = replace(date, when=None, reason=Why("left-open", (date.reason,)))
        when, extent = span_of(one, draft, date)
        if when is None and not misread and draft.candidate not in waiting:
            continue
        if when is None or not eventing.contradicts(draft, when, published):
            told.append(Told(draft, date, when, extent))
        elif when.is_longer_than(MAX_NEWS_DAYS):  # a year of something else: "released the 2026 version"
            undated.append(replace(draft, telling=Telling.STORY))
    told += narrated(undated, told, published)
    for each in told:
        ahead = (
            each.draft.candidate is not None
            and one.candidates[each.draft.candidate].direction == dates.Direction.FUTURE
        )
        mention = eventing.mention(each.draft, each.date, each.when, each.extent, published, ahead=ahead)
        found.append(replace(mention, part_of=each.part_of))
    return found

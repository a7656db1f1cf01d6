"""The reports of a document, each with its date: stated, counted from publication, or taken from those around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence, Set
from dataclasses import replace

from timeline import dates
from timeline import events as eventing
from timeline.dates.content import Clock
from timeline.dating.crossdating import Analysis
from timeline.dating.dated import date_of, span_of
from timeline.dating.enduring import enduring
from timeline.dating.headlines import MAX_NEWS_DAYS
from timeline.dating.narration import Told, narrated
from timeline.dating.published import is_retold
from timeline.events import Draft, Telling, Tense
from timeline.model import Basis, DateMention, DateType, EventMention, Extent, Published, PublishedBasis, Quote, Status
from timeline.timespan import TimeSpan
from timeline.why import CountsFrom, Why

_HAPPENED = (Status.OCCURRED, Status.CLAIMED)
_ADDING = (Telling.SHARED, Telling.AGAIN)  # these take the date of another event of the text


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
    told = lasting
    days = _days(one)
    undated = []
    for draft in one.drafts:
        if draft.candidate is not None:
            report = _with_its_date(one, draft, placed, days.published(draft.trigger.start, published), days, waiting)
        else:
            # without a date a headline's draft is of the day of publication, unless its trigger has a date after all
            report = _under_its_entry(draft, days) if draft.trigger not in counted else None
            if report is None and draft.trigger not in counted:
                report = replace(draft, telling=Telling.PLAIN)
        if isinstance(report, Draft):
            undated.append(report)
        elif report is not None:
            told.append(report)
    clocks = _clocks(one, placed)
    used = {each.date.quote for each in told}
    of_the_day = published
    if is_retold(one.candidates, placed, published):
        of_the_day = Published(None, PublishedBasis.UNKNOWN, published.reason)
    told += narrated(_told_once(undated, told), told, of_the_day)
    found = []
    for each in told:
        candidate = each.draft.candidate
        ahead = candidate is not None and one.candidates[candidate].direction == dates.Direction.FUTURE
        written = days.published(each.draft.trigger.start, published)
        date = _with_clock(each, clocks, used)
        found.append(eventing.mention(each.draft, date, each.when, each.extent, written, ahead=ahead))
    return found


def _told_once(undated: Sequence[Draft], told: Sequence[Told]) -> list[Draft]:
    """The drafts without a date, each trigger once, and none that is told with a date besides.

    What a headline or lead is about goes before a draft of its trigger whose date was of something else.
    """
    seen = {each.draft.trigger for each in told}
    kept = {draft.trigger: draft for draft in undated if draft.telling == Telling.OWN}
    for draft in undated:
        if draft.trigger not in seen:
            kept.setdefault(draft.trigger, draft)
    return [draft for draft in undated if kept.get(draft.trigger) is draft]


def _with_its_date(
    one: Analysis,
    draft: Draft,
    placed: Sequence[DateMention],
    written: Published,
    days: _Days,
    waiting: Set[int],
) -> Told | Draft | None:
    """A draft with the date of its own; a draft without one where that is of something else; None where it has no days.

    `written` is when what stands there was written; `waiting` are the dates that await the publication date.
    """
    date = date_of(one, draft, placed)
    misread = eventing.lies_behind(draft, date, written)
    if misread:
        date = replace(date, when=None, reason=Why("left-open", (date.reason,)))
    when, extent = span_of(one, draft, date)
    if when is None and not misread and draft.candidate not in waiting:
        return replace(draft, candidate=None, telling=Telling.PLAIN)
    if when is None or not eventing.contradicts(draft, when, days.until(draft.trigger.start, written)):
        return Told(draft, date, when, extent)
    if when.is_longer_than(MAX_NEWS_DAYS):  # a year of something else: "released the 2026 version"
        return replace(draft, telling=Telling.STORY)
    return replace(draft, candidate=None, telling=Telling.PLAIN)


def _under_its_entry(draft: Draft, days: _Days) -> Told | Draft | None:
    """A draft without a date with that of the entry that it stands under; itself where it stands under none."""
    above = days.at(draft.trigger.start)
    if above is None or draft.telling in _ADDING:
        return draft
    if draft.telling == Telling.PLAIN and not draft.concepts[0].endswith("/VERB"):
        return draft
    happened = draft.status in _HAPPENED and draft.tense != Tense.FUTURE and not _goes_back(draft)
    return Told(draft, _under(above), above.when, Extent.WITHIN) if happened else None


_PLUPERFECT = re.compile(
    r"\bhad\s+(?:(?:not|never|already|just|long|since|been|\w+ly)\s+){0,3}$|\b(?:once|used\sto)\s$", re.IGNORECASE
)


def _goes_back(draft: Draft) -> bool:
    """Whether a draft tells of what was before its entry: "the colonel had left", "there once stood a mill"."""
    return _PLUPERFECT.search(draft.quote.text, 0, draft.trigger.start - draft.quote.start) is not None


_Clocks = dict[Quote, tuple[Quote, DateMention]]
"""By sentence, the one time of day in it that stands apart from any day; sentences with several have none."""


def _clocks(one: Analysis, placed: Sequence[DateMention]) -> _Clocks:
    """The times of day that stand alone in their sentences, with what they were resolved to."""
    sentences = sorted({draft.quote for draft in one.drafts})
    starts = [sentence.start for sentence in sentences]
    found: _Clocks = {}
    several = set()
    for candidate, date in zip(one.candidates, placed, strict=True):
        if not isinstance(candidate.content, Clock) or candidate.content.on is not None or not date.time:
            continue
        number = bisect_right(starts, candidate.quote.start) - 1
        if number < 0 or not sentences[number].holds(candidate.quote):
            continue
        if sentences[number] in found:
            several.add(sentences[number])
        found[sentences[number]] = (candidate.quote, date)
    return {sentence: clock for sentence, clock in found.items() if sentence not in several}


def _with_clock(told: Told, clocks: _Clocks, used: Collection[Quote | None]) -> DateMention:
    """The date of a report with the time of day that its sentence tells beside the day: "On Monday ... at 17:40"."""
    date = told.date
    quote, clock = clocks.get(told.draft.quote, (None, None))
    if quote is None or clock is None or date.time or date.quote is None or quote in used or clock.when != told.when:
        return date
    return replace(date, clock=f"T{clock.time}")


class _Days:
    """The headings and entries of a document that give the day of what stands under them."""

    def __init__(self, aboves: Sequence[dates.Above]) -> None:
        self._aboves = sorted(aboves, key=lambda above: above.start)
        self._starts = [above.start for above in self._aboves]

    def at(self, start: int) -> dates.Above | None:
        """The one that holds at a code point."""
        number = bisect_right(self._starts, start) - 1
        return self._aboves[number] if number >= 0 and start < self._aboves[number].end else None

    def published(self, at: int, published: Published) -> Published:
        """When what stands at a code point was written: on the day of its entry, else when the document was."""
        above = self.at(at)
        if above is None:
            return published
        return Published(above.when, PublishedBasis.STATED, _reason(above), (above.quote,))

    def until(self, at: int, published: Published) -> Published:
        """As `published`, but an entry may go on behind midnight: it ends with the next day."""
        written = self.published(at, published)
        above = self.at(at)
        if above is None or above.day is None:
            return written
        return replace(written, when=TimeSpan.days(above.day, above.day.plus(1)))


def _days(one: Analysis) -> _Days:
    return _Days(list({c.above: True for c in one.candidates if c.above is not None and c.above.day is not None}))


def _reason(above: dates.Above) -> Why:
    return Why("under-heading", (above.quote.text, str(above.when)))


def _under(above: dates.Above) -> DateMention:
    """The date of what is told without one under a heading or entry with a day."""
    when = above.when
    return DateMention(None, DateType.DATE, str(when), when, Basis.STATED, _reason(above), evidence=(above.quote,))

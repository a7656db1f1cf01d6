"""A timeline and a log of corrections -> the corrected timeline.

The corrections in force are applied in the order of the log, each to the events that now hold the reports it names. If
a rebuild grouped these differently, a correction about an event goes to the event with most of them, and one about
reports (reject, split, merge) to every report it names. So no report disappears that nobody rejected: an event is
rejected as a whole only if at least half of its reports were; else the rejected reports leave it.

An event that a person corrected, confirmed or wrote a note on is a main one, unless a person left it out.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cached_property

from timeline.curation.corrections import Action, Correction, ReportRef, in_force
from timeline.curation.refinding import Report, Reports, Texts
from timeline.curation.regroup import regrouped
from timeline.model import (
    Basis,
    DateMention,
    DateType,
    Event,
    EventMention,
    Extent,
    Note,
    Quote,
    Review,
    Status,
    Timeline,
)
from timeline.timespan import Granularity, TimeSpan
from timeline.why import CONFIDENCE, CORRECTION, DATE, SHARES, Why

CHANGES = ("title", "date", "status", "merged", "split", "added")
"""The changes that `Review.changed` can hold, in this order."""

ADDED_SALIENCE = 0.5
"""The salience (0 to 1) of an event that a person added: the middle, since it cannot be worked out."""

_ID_DIGITS = 12  # hexadecimal digits of an id, as those of `merging.assemble`, which loads word lists


@dataclass(frozen=True, slots=True)
class Unapplied:
    """A correction that could not be applied, and why."""

    correction: Correction
    reason: str


@dataclass(frozen=True, slots=True)
class Curated:
    """A corrected timeline, the events that were rejected, and the corrections that could not be applied."""

    timeline: Timeline
    rejected: tuple[Event, ...] = ()
    unapplied: tuple[Unapplied, ...] = ()


def curate(timeline: Timeline, corrections: Sequence[Correction]) -> Curated:
    """Apply a log of corrections to a timeline, which stays as it is.

    `corrections` are the whole log, in its order. One that cannot be applied is listed in the result with the reason,
    and no error. Without any correction in force the timeline comes back itself.

    >>> curate(Timeline(), []).timeline
    Timeline(sources=(), events=(), generator=Generator(name='sourced-timeline', version='', model=''))
    """
    active = in_force(corrections)
    if not active:
        return Curated(timeline)
    overlay = _Overlay(timeline, active)
    known = {correction.number for correction in corrections}
    unapplied = []
    for correction in active:
        reason = overlay.apply(correction, known)
        if reason:
            unapplied.append(Unapplied(correction, reason))
    return Curated(overlay.timeline(), overlay.rejected(), tuple(unapplied))


@dataclass(slots=True, eq=False)
class _Home:
    """An event under correction: the events that it is made from, its reports now, and the corrections of it."""

    bases: list[Event]
    reports: list[Report[_Home]]
    position: int | None = None  # index in the timeline; None for an event that a person made
    is_regrouped: bool = False  # whether reports came or went
    title: Correction | None = None
    date: Correction | None = None
    status: Correction | None = None
    verdict: Correction | None = None  # CONFIRM or REJECT
    place: Correction | None = None  # SHOW or LEAVE_OUT
    made: list[tuple[str, Why]] = field(default_factory=list)  # changes to its reports, each with its reason
    all: dict[int, Correction] = field(default_factory=dict)  # by their numbers
    ids: set[str] = field(init=False)  # of all events that it is made from, and their aliases

    def __post_init__(self) -> None:
        self.ids = {id_ for base in self.bases for id_ in (base.id, *base.aliases)}

    @property
    def is_rejected(self) -> bool:
        return self.verdict is not None and self.verdict.decision.action == Action.REJECT

    @property
    def is_left_out(self) -> bool:
        return self.place is not None and self.place.decision.action == Action.LEAVE_OUT

    def take_over(self, other: _Home) -> None:
        """Take in another event; of two corrections of one kind the later one counts."""
        self.title = _later(self.title, other.title)
        self.date = _later(self.date, other.date)
        self.status = _later(self.status, other.status)
        self.place = _later(self.place, other.place)
        self.verdict = _later(*(None if home.is_rejected else home.verdict for home in (self, other)))
        for report in other.reports:
            report.home = self
        self.reports += other.reports
        self.bases += other.bases
        self.ids |= other.ids
        self.made += other.made
        self.all |= other.all
        other.reports = []
        self.is_regrouped = True


class _Overlay:
    """The events of a timeline while corrections are applied."""

    def __init__(self, timeline: Timeline, corrections: Sequence[Correction]) -> None:
        self._timeline = timeline
        self._texts = Texts(timeline.sources)
        anchors = (anchor for c in corrections for anchor in (*c.decision.anchors, *c.decision.others))
        documents = {document.id for document in map(self._texts.document, anchors) if document is not None}
        self._homes: list[_Home] = []
        for position, event in enumerate(timeline.events):
            if any(mention.document in documents for mention in event.mentions):
                self._home([event], event.mentions, position)
        self._reports = Reports(self._texts, (report for home in self._homes for report in home.reports))
        self._ids = {event.id for event in timeline.events}

    def apply(self, correction: Correction, known: Set[int]) -> str:
        """Apply a correction; -> the reason why it cannot be applied, "" if it was.

        `known` are the numbers of all corrections of the log.
        """
        match correction.decision.action:
            case Action.UNDO:
                undoes = correction.decision.undoes
                is_there = undoes in known and undoes < correction.number
                return "" if is_there else "the correction that it takes back is not in the log"
            case Action.ADD:
                return self._add(correction)
            case Action.MERGE:
                return self._merge(correction)
            case Action.SPLIT:
                return self._split(correction)
            case Action.REJECT:
                return self._reject(correction)
            case _:
                return self._change(correction)

    def timeline(self) -> Timeline:
        """All events that are not rejected, in order of time."""
        homes = {home.position: home for home in self._homes if home.position is not None}
        kept: list[Event] = []
        moved: list[Event] = []
        for position, event in enumerate(self._timeline.events):
            home = homes.pop(position, None)
            if home is None or (not home.all and not home.is_regrouped and home.reports):
                kept.append(event)
            elif home.reports and not home.is_rejected:
                changed = self._finished(home)
                (kept if changed.when == event.when else moved).append(changed)
        made = [home for home in self._homes if home.position is None and home.reports and not home.is_rejected]
        moved += map(self._finished, made)
        return replace(self._timeline, events=_inserted(kept, moved))

    def rejected(self) -> tuple[Event, ...]:
        """The rejected events, in order of time."""
        rejected = [self._finished(home) for home in self._homes if home.is_rejected and home.reports]
        return tuple(sorted(rejected, key=_time_of))

    @cached_property
    def _voices(self) -> dict[str, str]:
        """By each document's id, the first document that carries the same text; of documents of regrouped events."""
        # Loads word lists, which takes a second: see `regrouped`.
        from timeline.merging import voices

        documents = {report.mention.document for home in self._homes if home.is_regrouped for report in home.reports}
        return voices({id_: self._texts.text(id_) for id_ in sorted(documents)})

    def _home(self, bases: list[Event], mentions: Iterable[EventMention], position: int | None = None) -> _Home:
        """A new event under correction."""
        home = _Home(bases, [], position)
        home.reports = [Report(mention, home) for mention in mentions]
        self._homes.append(home)
        return home

    def _found(self, anchors: Iterable[ReportRef], event_id: str) -> dict[_Home, list[Report[_Home]]]:
        """The reports that anchors mean, each once, by the events that hold them now.

        Of two reports with the same words one of the event with the id `event_id` is taken.
        """
        found: dict[_Home, list[Report[_Home]]] = {}
        seen: set[int] = set()
        for anchor in anchors:
            report = self._reports.find(anchor, lambda home: event_id in home.ids)
            if report is not None and id(report) not in seen:
                seen.add(id(report))
                found.setdefault(report.home, []).append(report)
        return found

    def _missing(self, anchors: Sequence[ReportRef]) -> str:
        """Why none of some anchors is found, by the first of them."""
        return self._texts.missing(anchors[0]) if anchors else "it names no report"

    def _change(self, correction: Correction) -> str:
        """Apply a correction of one event, such as CONFIRM or RETITLE: the one with most of the reports.

        This and the next four methods return what `apply` does.
        """
        decision = correction.decision
        if decision.action == Action.REDATE and _span(decision.value) is None:
            return f"{decision.value!r} is not a date in EDTF"
        if decision.action == Action.RETITLE and not decision.value.strip():
            return "it names no title"
        if decision.action == Action.RESTATUS and decision.value not in set(Status):
            return f"{decision.value!r} is no status"
        found = self._found(decision.anchors, decision.event)
        if not found:
            return self._missing(decision.anchors)
        home = _most(found, decision.event)
        match decision.action:
            case Action.CONFIRM:
                home.verdict = correction
            case Action.RETITLE:
                home.title = correction
            case Action.REDATE:
                home.date = correction
            case Action.RESTATUS:
                home.status = correction
            case Action.SHOW | Action.LEAVE_OUT:
                home.place = correction
        home.all[correction.number] = correction
        return ""

    def _reject(self, correction: Correction) -> str:
        """Reject events, or, of those of which less than half was rejected, the rejected reports."""
        decision = correction.decision
        found = self._found(decision.anchors, decision.event)
        if not found:
            return self._missing(decision.anchors)
        for home, reports in found.items():
            rejected = home
            if 2 * len(reports) < len(home.reports):
                rejected = self._parted(home, reports)
                _mark(home, "split", correction, Why("without", (len(reports), correction.signed)))
            rejected.verdict = correction
            rejected.all[correction.number] = correction
        return ""

    def _merge(self, correction: Correction) -> str:
        """Make all events that hold reports of either event one."""
        decision = correction.decision
        here, there = self._found(decision.anchors, decision.event), self._found(decision.others, decision.value)
        if not here:
            return self._missing(decision.anchors)
        if not there:
            return f"of the other event {self._missing(decision.others)}"
        host = _most(here, decision.event)
        for home in dict.fromkeys([*here, *there]):
            if home is not host:
                host.take_over(home)
        if host.is_rejected:
            host.verdict = None
        _mark(host, "merged", correction, Why("merged", (correction.signed,)))
        return ""

    def _split(self, correction: Correction) -> str:
        """Take the reports that are split off out of events that hold reports to stay, and make one event of them."""
        decision = correction.decision
        off = self._found(decision.anchors, decision.event)
        if not off:
            return self._missing(decision.anchors)
        stay = self._found(decision.others, decision.event)
        chosen = {id(report) for reports in off.values() for report in reports}
        made: _Home | None = None
        for home, reports in off.items():
            remain = [report for report in stay.get(home, ()) if id(report) not in chosen]
            if not remain:  # the extractor holds them apart already
                _mark(home, "split", correction, Why("split-off", (correction.signed,)))
                continue
            part = self._parted(home, reports)
            _mark(home, "split", correction, Why("went-off", (len(reports), correction.signed)))
            if made is None:
                made = part
                _mark(made, "split", correction, Why("split-off", (correction.signed,)))
            else:
                made.take_over(part)
        return ""

    def _parted(self, home: _Home, reports: Sequence[Report[_Home]]) -> _Home:
        """Take reports out of an event into a new one."""
        gone = {id(report) for report in reports}
        home.reports = [report for report in home.reports if id(report) not in gone]
        home.is_regrouped = True
        first = min(self._key(report.mention) for report in reports)
        base = replace(home.bases[0], id=self._new_id("split", *map(str, first)), aliases=())
        part = _Home([base], list(reports), is_regrouped=True)
        for report in reports:
            report.home = part
        self._homes.append(part)
        return part

    def _key(self, mention: EventMention) -> tuple[str, int, int]:
        """What names a mention in every build: its text, and the offsets of its trigger and its date (-1 without)."""
        date = mention.date.quote.start if mention.date.quote else -1
        return self._texts.digest(mention.document), mention.trigger.start, date

    def _add(self, correction: Correction) -> str:
        """Add an event that a person found."""
        decision = correction.decision
        if not decision.anchors:
            return "it names no words"
        if not decision.value.strip():
            return "it names no title"
        (anchor, *_) = decision.anchors
        spot, when = self._texts.spot(anchor), _span(decision.when)
        if decision.when and when is None:
            return f"{decision.when!r} is not a date in EDTF"
        if spot is None:
            return self._texts.missing(anchor)
        text = spot.document.text
        quote = Quote.of(text, spot.sentence, spot.sentence_end)
        trigger = Quote.of(text, spot.start, spot.end)
        words = trigger.text.split()
        if not words or words != anchor.text.split() or not quote.holds(trigger):
            return self._texts.missing(anchor)
        given = Why("given-by" if when else "gave-no-date", (correction.signed,))
        shares = Why(SHARES, (Why("report-added", (correction.signed,)),))
        date = DateMention(None, DateType.DATE, decision.when, when, Basis.INFERRED, given)
        mention = EventMention(
            spot.document.id, quote, trigger, date, when, decision.value, confidence=1.0, reasons=(shares,)
        )
        made = (correction.who, correction.at, decision.value, decision.when)
        event = Event(
            self._new_id("added", anchor.sha256, str(anchor.start), str(anchor.end), *made),
            decision.value,
            when,
            Extent.WITHIN,
            Status.OCCURRED,
            (mention,),
            confidence=1.0,
            salience=ADDED_SALIENCE,
            reasons=(Why(DATE, (given,)), Why(CONFIDENCE, (Why("sure", (1.0, shares, 0)),))),
        )
        home = self._home([event], event.mentions)
        self._reports.put(home.reports[0])
        _mark(home, "added", correction, Why("added", (correction.signed,)))
        return ""

    def _new_id(self, *parts: str) -> str:
        """A new id for an event that a person made: a digest of some parts, so that it is the same after a rebuild."""
        made = "e" + hashlib.sha256(":".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_ID_DIGITS]
        if made in self._ids:
            return self._new_id(*parts, "another")
        self._ids.add(made)
        return made

    def _finished(self, home: _Home) -> Event:
        """The event with all corrections of it."""
        event = home.bases[0]
        if home.is_regrouped:
            mentions = [report.mention for report in home.reports]
            event = regrouped(home.bases, mentions, self._texts.digest, self._voices)
        dates = [why for why in event.reasons if why.kind == DATE]
        rest = [why for why in event.reasons if why.kind != DATE]
        said = [why for _, why in home.made]
        if home.date is not None:
            who, read = home.date.signed, event.when
            dates = [Why(DATE, (Why("date-set", (who, str(read))) if read else Why("date-set-undated", (who,)),))]
        if home.title is not None:
            said.append(Why("title-set", (home.title.signed, event.title)))
        if home.status is not None:
            said.append(Why("status-set", (home.status.signed, event.status.value)))
        if home.verdict is not None:
            said.append(Why("rejected" if home.is_rejected else "confirmed", (home.verdict.signed,)))
        if home.place is not None:
            said.append(Why("left-out" if home.is_left_out else "shown", (home.place.signed,)))
        when, extent = event.when, event.extent
        if home.date is not None:
            when = _span(home.date.decision.value)
            extent = Extent.WITHIN if when is None or when.granularity == Granularity.DAY else extent
        return replace(
            event,
            title=event.title if home.title is None else home.title.decision.value,
            when=when,
            extent=extent,
            status=event.status if home.status is None else Status(home.status.decision.value),
            reasons=(*dates, *(Why(CORRECTION, (why,)) for why in said), *rest),
            main=not home.is_left_out,
            review=_review(home),
        )


def _review(home: _Home) -> Review:
    """The record of the corrections of an event."""
    changed = {change for change, _ in home.made}
    said = {"title": home.title, "date": home.date, "status": home.status}
    changed |= {change for change, correction in said.items() if correction is not None}
    everything = sorted(home.all.values(), key=lambda correction: correction.number)
    notes = [
        Note(correction.who, correction.at, text)
        for correction in everything
        for text in (
            correction.decision.value if correction.decision.action == Action.NOTE else "",
            correction.decision.note,
        )
        if text
    ]
    return Review(
        "confirmed" if home.verdict is not None and not home.is_rejected else "",
        tuple(change for change in CHANGES if change in changed),
        tuple(notes),
        tuple(correction.number for correction in everything),
    )


def _mark(home: _Home, change: str, correction: Correction, why: Why) -> None:
    """Note a change to an event's reports."""
    home.made.append((change, why))
    home.all[correction.number] = correction


def _most(found: dict[_Home, list[Report[_Home]]], event_id: str) -> _Home:
    """The event with most of the reports; of several, the one with the id `event_id`, else that of the first report."""
    counts = Counter({home: len(reports) for home, reports in found.items()})
    return max(counts, key=lambda home: (counts[home], event_id in home.ids))  # the first of equals


def _later(one: Correction | None, other: Correction | None) -> Correction | None:
    """The one with the higher number; None without either."""
    known = [correction for correction in (one, other) if correction is not None]
    return max(known, key=lambda correction: correction.number, default=None)


def _span(edtf: str) -> TimeSpan | None:
    """A date in EDTF; None for anything else, "" included."""
    try:
        return TimeSpan.parse(edtf)
    except ValueError:
        return None


def _time_of(event: Event) -> tuple[bool, tuple[int, int], str, str]:
    return event.sort_key


def _inserted(kept: Sequence[Event], moved: Iterable[Event]) -> tuple[Event, ...]:
    """The events of `kept`, which are in order of time, and those of `moved`, all in order of time."""
    found: list[Event] = []
    done = 0
    for event in sorted(moved, key=_time_of):
        end = bisect_right(kept, event.sort_key, lo=done, key=_time_of)
        found += [*kept[done:end], event]
        done = end
    return (*found, *kept[done:])

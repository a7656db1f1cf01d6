"""The reasons why reports are one event: the words for it, the names that they share, how their dates agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from timeline.dating.likeness import quoted, shared_names, trigger_likeness
from timeline.events import words
from timeline.language.lexicon import SAME_EVENT
from timeline.merging.cluster import Group, Link
from timeline.merging.compare import tied
from timeline.merging.kinds import kinds_of
from timeline.merging.plans import is_deadline
from timeline.model import EventMention, Extent, Status
from timeline.timespan import TimeSpan
from timeline.why import JOIN, REPORTS, Why
from timeline.wording import date_in_words

MAX_NAMES = 3
"""The most shared names that a reason lists."""


def reasons(group: Group, mentions: Sequence[EventMention], voices: Mapping[str, str]) -> tuple[Why, ...]:
    """The reasons of a group: its numbers of reports and sources, then what joined each report to another.

    A group of one report has none. `mentions` are all reports as they were compared (see `plans`); `voices` gives, by
    each document's id, the first document that carries the same text.
    """
    if len(group.members) == 1:
        return ()
    sources = sorted({mentions[i].document for i in group.members})
    head = Why(REPORTS, (Why("one-event", (len(group.members), len(sources))),))
    best: dict[int, Link] = {}
    for link in group.links:
        for index in (link.first, link.second):
            best.setdefault(index, link)
    lines = (_why_linked(best[i], mentions) for i in group.members if i in best)
    return (head, *(Why(JOIN, (line,)) for line in (*_same_texts(sources, voices), *dict.fromkeys(lines))))


def _why_linked(link: Link, mentions: Sequence[EventMention]) -> Why:
    """The reason of a link, with its probability where a date of both does not bear it out."""
    a, b = mentions[link.first], mentions[link.second]
    known = why(a, b)
    return known if a.is_placed and b.is_placed else Why("likely", (known, link.score))


def why(a: EventMention, b: EventMention) -> Why:
    """The reason why two reports are one event.

    The shorter date is named last: "same trigger ‘deal’, both with Iran; 2015 contains 14 July 2015".
    """
    known = _triggers(a, b)
    names = _shared(a, b)
    if names:
        known = Why("both-with", (known, _listed(names[:MAX_NAMES])))
    elif a.document != b.document and not tied(a, b):
        known = Why("one-story", (known,))
    if a.when is None or b.when is None or not (a.is_placed and b.is_placed):
        return known
    return Why("and-dates", (known, _dates(a, b, a.when, b.when)))


def _triggers(a: EventMention, b: EventMention) -> Why:
    """The part of the reason that is about the words for the event."""
    likeness, pair = trigger_likeness(a, b)
    if is_deadline(a) != is_deadline(b):
        return Why("deadline", (quoted(pair),))
    if likeness < SAME_EVENT:
        kinds = sorted(kinds_of(a.concepts[0]) & kinds_of(b.concepts[0])) if a.concepts and b.concepts else []
        if not kinds:  # a person joined them, or each is like a third
            return Why("told-as", (a.trigger.text, b.trigger.text))
        return Why("one-kind", (", ".join(kinds), quoted((a.concepts[0], b.concepts[0]))))
    one_word = len({concept.rpartition("/")[0] for concept in pair}) == 1
    return Why("same-trigger" if one_word else "one-meaning", (quoted(pair),))


def _shared(a: EventMention, b: EventMention) -> list[str]:
    """The names that two reports share, sorted; only the shorter of two forms of a name: "Costa", not "Rui Costa"."""
    names = set(shared_names(a, b))
    full = {name for m in (a, b) for name in (*(p.name for p in m.participants), *(p.name for p in m.places))}
    if not names <= full:  # mere words of names
        parts = [name for name in full if words(name) & names]
        names = {min(parts, key=lambda name: (len(words(name)), name))} if parts else names
    return sorted(name for name in names if not any(name in other for other in names - {name}))


def _same_texts(sources: Sequence[str], voices: Mapping[str, str]) -> Iterator[Why]:
    """A reason for each text that several of the sources carry, that of the most sources first."""
    carried: dict[str, int] = {}
    for source in sources:
        voice = voices.get(source, source)
        carried[voice] = carried.get(voice, 0) + 1
    told = sorted((count for count in carried.values() if count > 1), reverse=True)
    for rank, count in enumerate(told):
        one = Why("one-text", (count, len(sources)))
        yield Why("another-text", (one,)) if rank else one


def _dates(a: EventMention, b: EventMention, ours: TimeSpan, theirs: TimeSpan) -> Why:
    """The part of the reason that is about the dates; `ours` are the days of `a`, `theirs` those of `b`."""
    if (ours.first, ours.last) == (theirs.first, theirs.last):
        return Why("same-date", (date_in_words(ours),))
    wide, narrow = (ours, theirs) if ours.contains(theirs) else (theirs, ours)
    if a.extent != b.extent and ours.overlaps(theirs):
        whole, day = (ours, theirs) if a.extent == Extent.THROUGHOUT else (theirs, ours)
        return Why("while-lasting", (date_in_words(day), date_in_words(whole, Extent.THROUGHOUT)))
    if {a.status, b.status} == {Status.PLANNED, Status.OCCURRED} and wide.contains(narrow):
        plan, outcome = (ours, theirs) if a.status == Status.PLANNED else (theirs, ours)
        return Why("planned-and-done", (date_in_words(plan), date_in_words(outcome)))
    if wide.contains(narrow):
        return Why("date-in", (date_in_words(wide), date_in_words(narrow)))
    first, second = sorted((ours, theirs), key=lambda when: when.sort_key)
    kind = "dates-overlap" if ours.overlaps(theirs) else "dates-close"
    return Why(kind, (date_in_words(first), date_in_words(second)))


def _listed(names: Sequence[str]) -> str:
    """Names in words: "A", "A and B", "A, B and C"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"

"""One event out of its reports: the most specific date that they support, the best title, all their quotes."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from timeline.events import cost, shortened
from timeline.events.confidence import WORKED_OUT, together
from timeline.merging.cluster import Group
from timeline.merging.compare import explain
from timeline.model import Account, Basis, Disagreement, Event, EventMention, Extent, Status
from timeline.timespan import Granularity, TimeSpan

ID_CHARS = 12
CLEARED = 0.4
"""How much of its doubt other sources take from a report that is surer than that they tell of the same event."""

_EVIDENCE_ORDER = (Status.OCCURRED, Status.CLAIMED, Status.PLANNED, Status.DENIED, Status.POSSIBLE)
"""Of two statuses the earlier is taken: what one source tells as done was done, whoever planned it before."""


def assemble(group: Group, mentions: Sequence[EventMention], digests: Mapping[str, str]) -> Event:
    """The event of a group. `mentions` are all reports; `digests` the SHA-256 of each document's text."""
    ours = tuple(mentions[i] for i in group.members)
    status = min((m.status for m in ours), key=_EVIDENCE_ORDER.index)
    when, why = _when(ours, status)
    sure, how_sure = _confidence(ours, status, max((link.score for link in group.links), default=0.0))
    return Event(
        id=identity(ours, digests),
        title=_title(ours, status),
        when=when,
        extent=_extent(ours, when),
        status=status,
        mentions=ours,
        participants=_names(p.name for m in ours for p in m.participants),
        places=_names(p.name for m in ours for p in m.places),
        confidence=sure,
        reasons=(why, *_merge_reasons(group, mentions), how_sure),
        disagreements=_disagreements(ours),
    )


def identity(mentions: Sequence[EventMention], digests: Mapping[str, str]) -> str:
    """The event's id: from the smallest (text digest, trigger offset) of its reports, whatever their paths."""
    digest, start, end = min(
        (digests[m.document], m.trigger.start, m.date.quote.start if m.date.quote else -1) for m in mentions
    )
    return "e" + hashlib.sha256(f"{digest}:{start}:{end}".encode()).hexdigest()[:ID_CHARS]


def _when(mentions: Sequence[EventMention], status: Status) -> tuple[TimeSpan | None, str]:
    """The days that all reports allow; what a report of the outcome says goes before plans."""
    dated = [m for m in mentions if m.when is not None]
    if not dated:
        return None, f"no report can be placed in the calendar: {mentions[0].date.reason}"
    decisive = [m for m in dated if m.status == status] or dated
    lasting = [m for m in decisive if m.extent == Extent.THROUGHOUT]
    if lasting:
        best = max(lasting, key=lambda m: (_length(m), -m.trigger.start))
        return best.when, f"lasted {best.when}: {best.date.reason}"
    common: TimeSpan | None = None
    exact = [m for m in decisive if m.when is not None and not m.when.approximate] or decisive
    for mention in sorted(exact, key=lambda m: (_length(m), m.document, m.trigger.start)):
        if mention.when is None:
            continue
        narrowed = mention.when if common is None else common.intersection(mention.when)
        common = narrowed if narrowed is not None else common
    best = min(exact, key=lambda m: (_length(m), m.date.basis != Basis.STATED, m.document, m.trigger.start))
    return common, best.date.reason


def _length(mention: EventMention) -> int:
    length = mention.when.length if mention.when is not None else None
    return length if length is not None else 10**7


def _extent(mentions: Sequence[EventMention], when: TimeSpan | None) -> Extent:
    lasting = any(m.extent == Extent.THROUGHOUT and m.when == when for m in mentions)
    return Extent.THROUGHOUT if lasting and when is not None and when.granularity != Granularity.DAY else Extent.WITHIN


def _title(mentions: Sequence[EventMention], status: Status) -> str:
    """The title with the fewest faults, told as the event's status is, with parties, of middling length."""

    def rank(m: EventMention) -> tuple[float, ...]:
        words = len(m.title.split())
        wanted = min(words, 12) - max(0, words - 12)
        told_so = m.status == status
        return (told_so, -cost(m.title), bool(m.participants) + (words > 3), wanted, m.confidence)

    best = max(mentions, key=lambda m: (rank(m), m.title))
    return shortened(best.title)


def _names(names: Iterable[str]) -> tuple[str, ...]:
    """Names by how often they are told, then in alphabetical order."""
    counts = Counter(names)
    return tuple(sorted(counts, key=lambda name: (-counts[name], name)))


def _confidence(mentions: Sequence[EventMention], status: Status, joined: float) -> tuple[float, str]:
    """The surest report, raised by each further source that tells the same.

    It is raised to no more than how surely they belong together, or by `CLEARED` of its doubt where it is surer than
    that. A date that counts from a publication date which was worked out may rest on the other reports, and bears none
    out.
    """
    ours = [m for m in mentions if (m.status == Status.DENIED) == (status == Status.DENIED)]
    surest = max(ours, key=lambda m: m.confidence)
    witnesses = [m for m in ours if m is surest or WORKED_OUT not in m.date.reason]
    value, others = together((m.document, m.quote.text, m.confidence) for m in witnesses)
    most = max(joined, surest.confidence + CLEARED * joined * (1 - surest.confidence))
    value = round(min(value, most), 3) if others else surest.confidence
    agree = f"; {others} further source{'s' * (others > 1)} told alike" if others and value > surest.confidence else ""
    return value, f"confidence {value:.2f}: {surest.reasons[-1] if surest.reasons else 'of its report'}{agree}"


def _merge_reasons(group: Group, mentions: Sequence[EventMention]) -> tuple[str, ...]:
    """For each report but the first, what joined it to the others: its strongest link."""
    if len(group.members) == 1:
        return ()
    sources = len({mentions[i].document for i in group.members})
    told = "1 source" if sources == 1 else f"{sources} sources"
    best: dict[int, str] = {}
    for link in group.links:
        for index in (link.first, link.second):
            best.setdefault(index, explain(mentions[link.first], mentions[link.second]))
    lines = tuple(dict.fromkeys(best[index] for index in group.members if index in best))
    return (f"{len(group.members)} reports from {told} are one event", *lines)


def _disagreements(mentions: Sequence[EventMention]) -> tuple[Disagreement, ...]:
    """What the reports tell differently and cannot both be: statuses, for now; dates that conflict do not join."""
    by_status: dict[Status, list[int]] = {}
    for index, mention in enumerate(mentions):
        by_status.setdefault(mention.status, []).append(index)
    if Status.DENIED in by_status and len(by_status) > 1:
        accounts = tuple(
            Account(status.value, tuple(by_status[status])) for status in _EVIDENCE_ORDER if status in by_status
        )
        return (Disagreement("status", accounts),)
    return ()

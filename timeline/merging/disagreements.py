"""Contradictions among the reports of one event: statuses, dates or numbers that cannot all be right.

Nothing is decided: each account stands with the reports that give it. Only different sources contradict each other,
since one source that gives two numbers tells of a whole and its part, or of one hour and the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from timeline.merging.compare import EXACT_DAYS
from timeline.merging.counts import Count, counts
from timeline.model import Account, Basis, Disagreement, EventMention, Extent, Status
from timeline.timespan import TimeSpan

STRONGEST_FIRST = (Status.OCCURRED, Status.CLAIMED, Status.PLANNED, Status.DENIED, Status.POSSIBLE)
"""The order in which the reports' statuses decide that of the event: what one source tells as fact happened, even if
others told it as a plan before."""

OPPOSED = (Status.OCCURRED, Status.CLAIMED, Status.DENIED)
"""The statuses that contradict each other; a plan or a possibility contradicts nothing."""


def disagreements(mentions: Sequence[EventMention]) -> tuple[Disagreement, ...]:
    """The disagreements among the reports of an event: about its status, its days, and numbers.

    Accounts name their reports by index.
    """
    return (*_of_status(mentions), *_of_days(mentions), *_of_numbers(mentions))


def _of_status(mentions: Sequence[EventMention]) -> Iterator[Disagreement]:
    """The disagreement on whether an event happened, where some reports deny it and others do not."""
    by_status: dict[Status, list[int]] = {}
    for index, mention in enumerate(mentions):
        by_status.setdefault(mention.status, []).append(index)
    opposed = [status for status in STRONGEST_FIRST if status in by_status and status in OPPOSED]
    if Status.DENIED in opposed and len(opposed) > 1:
        yield Disagreement("status", tuple(Account(status.value, tuple(by_status[status])) for status in opposed))


def _of_days(mentions: Sequence[EventMention]) -> Iterator[Disagreement]:
    """The disagreement on the days that an event lasted, or on the day on which it was."""
    by_days: dict[TimeSpan, list[int]] = {}
    exact: dict[TimeSpan, list[int]] = {}
    for index, mention in enumerate(mentions):
        when = mention.when
        if when is None or when.is_open or when.approximate:
            continue
        if mention.extent == Extent.THROUGHOUT:
            by_days.setdefault(when, []).append(index)
        elif when.is_at_most(EXACT_DAYS) and mention.date.basis not in (Basis.PUBLICATION, Basis.ANCHORED):
            exact.setdefault(when, []).append(index)
    told = [when for when in exact if not all(when.overlaps(other) for other in exact)]
    by_days = by_days or {when: exact[when] for when in told}
    days = sorted(by_days, key=lambda when: when.sort_key)
    if any(_is_between_sources(by_days[one], by_days[other], mentions) for one, other in combinations(days, 2)):
        yield Disagreement("date", tuple(Account(str(when), tuple(by_days[when])) for when in days))


def _of_numbers(mentions: Sequence[EventMention]) -> Iterator[Disagreement]:
    """The disagreements on numbers, one for each act and thing that is counted."""
    if len({mention.document for mention in mentions}) < 2:
        return
    of_thing: dict[tuple[str, str], dict[Count, list[int]]] = {}
    for index, mention in enumerate(mentions):
        for count in counts(mention):
            told = of_thing.setdefault((count.act, count.thing), {})
            told.setdefault(count, []).append(index)
    for _, told in sorted(of_thing.items()):
        in_doubt = {
            count
            for pair in combinations(told, 2)
            if pair[0].contradicts(pair[1]) and _is_between_sources(told[pair[0]], told[pair[1]], mentions)
            for count in pair
        }
        if in_doubt:
            yield Disagreement("number", _accounts({c: told[c] for c in told if c in in_doubt}))


def _accounts(told: dict[Count, list[int]]) -> tuple[Account, ...]:
    """An account for each number, in the words of the first report that gives it; the smallest first."""
    by_number: dict[tuple[float, float], tuple[str, list[int]]] = {}
    for count, reports in told.items():
        by_number.setdefault((count.low, count.high), (count.text, []))[1].extend(reports)
    return tuple(Account(text, tuple(sorted(set(reports)))) for _, (text, reports) in sorted(by_number.items()))


def _is_between_sources(ones: Sequence[int], others: Sequence[int], mentions: Sequence[EventMention]) -> bool:
    """Whether each of two accounts, given by reports at some indices, has a source that does not give the other."""
    ours, theirs = ({mentions[i].document for i in reports} for reports in (ones, others))
    return bool(ours - theirs) and bool(theirs - ours)

"""Reports of a deadline, made comparable with those of the plan that it is set to.

"The May withdrawal deadline" and "committed to withdrawing by May" tell of one event. A deadline acts on nothing, so
its agent only speaks of it. A deadline without an act of its own takes that of its sentence, if the sentence dates the
act by it: "withdrew on 30 August, four months later than the deadline".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from timeline.model import EventMention, Participant, Quote, Role

DEADLINES = frozenset(
    {
        "cut-off",
        "cutoff",
        "deadline",
        "time-limit",
        "timetable",
        "ultimatum",
    }
)
"""Nouns, as lemmas, for the day by which something is to be done."""


def as_compared(mentions: Sequence[EventMention]) -> tuple[EventMention, ...]:
    """The reports in the same order, those of a deadline with the act and parties of their sentence."""
    told: defaultdict[tuple[str, Quote], list[EventMention]] = defaultdict(list)
    for mention in mentions:
        if mention.date.quote is not None and not is_deadline(mention):
            told[mention.document, mention.quote].append(mention)
    return tuple(_filled(m, told[m.document, m.quote]) if is_deadline(m) else m for m in mentions)


def is_deadline(mention: EventMention) -> bool:
    """Whether a report is of a day by which something is to be done."""
    return bool(mention.concepts) and mention.concepts[0] in {f"{lemma}/NOUN" for lemma in DEADLINES}


def _filled(deadline: EventMention, beside: Sequence[EventMention]) -> EventMention:
    """A deadline with the act and parties of the one other report in its sentence, if that has another date; else
    without agents only. `beside` are the other reports of the sentence that have a
    date in its words.
    """
    named = tuple(_muted(p) for p in deadline.participants)
    if len(deadline.concepts) > 1 or len(beside) != 1 or not _is_measured(deadline, beside[0]):
        return replace(deadline, participants=named)
    (act,) = beside
    parties = (*named, *(p for p in act.participants if p.name not in {one.name for one in named}))
    return replace(
        deadline,
        concepts=(*deadline.concepts, *act.concepts[:1]),
        participants=tuple(map(_muted, parties)),
        places=deadline.places or act.places,
    )


def _is_measured(deadline: EventMention, act: EventMention) -> bool:
    """Whether a deadline and an act have different dates, each by words of its own."""
    dates = deadline.date.quote, act.date.quote
    return None not in dates and dates[0] != dates[1]


def _muted(participant: Participant) -> Participant:
    """A participant without its role as agent or patient."""
    return replace(participant, role=Role.OTHER)

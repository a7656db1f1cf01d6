"""Which events are worth a place on a timeline; the others are kept for search and on demand.

An event is a main one if a report tells its day or days: in words of its own, by the heading that it stands under, or
as what a headline or lead is about. What is told as of the day of writing, or takes its date from another event, is one
only where `FEW_SOURCES` date it, and what nobody dates where a headline or `SEVERAL_SOURCES` tell of it. What is only
told in passing is none, unless these do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from timeline.model import Basis, Event, EventMention, Position

FEW_SOURCES, SEVERAL_SOURCES = 2, 3
"""The fewest sources of a main event that has no date of its own, and of one that has none at all."""


def is_main(event: Event, voices: Mapping[str, str]) -> bool:
    """Whether an event is a main one.

    `voices` gives, by each document's id, the first document that carries the same text: these count as one source.
    """
    placed = [mention for mention in event.mentions if mention.is_placed]
    told = [mention for mention in placed or event.mentions if not mention.aside]
    if not placed:
        titled = any(mention.position == Position.HEADLINE for mention in told)
        return titled or _sources(event.mentions, voices) >= SEVERAL_SOURCES
    return any(_dates_itself(mention) for mention in told) or _sources(told, voices) >= FEW_SOURCES


def _sources(mentions: Iterable[EventMention], voices: Mapping[str, str]) -> int:
    return len({voices.get(mention.document, mention.document) for mention in mentions})


def _dates_itself(mention: EventMention) -> bool:
    """Whether a report has a date of its own, or is what a headline or lead is about."""
    if mention.date.quote is not None or mention.position != Position.BODY:
        return True
    return mention.date.basis not in (Basis.PUBLICATION, Basis.ANCHORED)

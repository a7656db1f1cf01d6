"""How long corrections take: 1,000 of all kinds over 1,000 to 100,000 events, and over another build of their texts.

python tests/benchmarks/curation_scale.py [EVENTS ...]
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from timeline import curation
from timeline.curation import Correction, Decision
from timeline.model import (
    Basis,
    DateMention,
    DateType,
    Document,
    Event,
    EventMention,
    Extent,
    Published,
    PublishedBasis,
    Quote,
    Source,
    Status,
    Timeline,
)
from timeline.timespan import Day, TimeSpan
from timeline.why import text as because

T = TypeVar("T")

CORRECTIONS = 1_000
SENTENCES = 50  # of a document
SENTENCE = "The council of the town {number} met on {day} and spoke of the new bridge.\n"
OPENING = "A line that was not there before.\n"


def build(events: int, opening: str = "") -> Timeline:
    """So many events, each told once, in documents of fifty sentences."""
    sources, found = [], []
    for first in range(0, events, SENTENCES):
        text, name = opening, f"document-{first}"
        mentions = []
        for number in range(first, min(events, first + SENTENCES)):
            day = Day(1990, 1, 1).plus(number % 12_000)
            start, sentence = len(text), SENTENCE.format(number=number, day=day)
            text += sentence
            mentions.append((number, day, start, start + len(sentence) - 1))
        for number, day, start, end in mentions:
            date, trigger = text.index(str(day), start), text.index("met", start)
            when = TimeSpan.on(day)
            told = DateMention(
                Quote.of(text, date, date + 10),
                DateType.DATE,
                str(day),
                when,
                Basis.STATED,
                because("complete in the text"),
            )
            mention = EventMention(
                name, Quote.of(text, start, end), Quote.of(text, trigger, trigger + 3), told, when, "Council meets"
            )
            found.append(Event(f"e{number}", "Council meets", when, Extent.WITHIN, Status.OCCURRED, (mention,)))
        sources.append(Source(Document(name, text), Published(None, PublishedBasis.UNKNOWN, because(""))))
    found.sort(key=lambda event: (event.when.sort_key, event.id) if event.when else ((0, 0), event.id))
    return Timeline(tuple(sources), tuple(found))


def decisions(timeline: Timeline) -> list[Decision]:
    """A thousand decisions, on events far from each other."""
    few = replace(timeline, events=())  # what stands beside a report is looked up in all events: not timed here
    step = max(2, len(timeline.events) // CORRECTIONS)
    made = []
    for number in range(CORRECTIONS):
        event = timeline.events[number * step % len(timeline.events)]
        other = timeline.events[(number * step + 1) % len(timeline.events)]
        made.append(
            (
                lambda e, o: curation.retitle(e, "New", timeline=few),
                lambda e, o: curation.redate(e, "1980-05", timeline=few),
                lambda e, o: curation.reject(e, timeline=few),
                lambda e, o: curation.merge(e, o, timeline=few),
                lambda e, o: curation.confirm(e, timeline=few),
            )[number % 5](event, other)
        )
    return made


def timed(name: str, work: Callable[[], T]) -> T:
    begin = time.perf_counter()
    result = work()
    print(f"{name:<44}{time.perf_counter() - begin:8.2f} s")
    return result


def main() -> None:
    """Print a table."""
    for events in map(int, sys.argv[1:] or ["1000", "10000", "100000"]):
        print(f"\n{events:,} events")
        timeline = build(events)
        timed("one decision", lambda at=timeline: curation.confirm(at.events[0], timeline=at))
        log = [
            Correction(n, "A", "2026-05-03T09:30:00Z", decision) for n, decision in enumerate(decisions(timeline), 1)
        ]
        curation.curate(timeline, log[3:4])  # loads the word lists
        first = timed("1,000 corrections", lambda at=timeline, c=log: curation.curate(at, c))
        changed = timed(
            "the same where every text has changed", lambda n=events, c=log: curation.curate(build(n, OPENING), c)
        )
        timed("  of which building", lambda n=events: build(n, OPENING))
        print("not applied:", len(first.unapplied), len(changed.unapplied))


if __name__ == "__main__":
    main()

"""How fast a project file is written and read: python tests/benchmarks/project_timeline.py [DOCUMENTS [EVENTS]]

One report to an event, 5,000 characters to a document.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from timeline.export import json as json_export
from timeline.model import (
    Basis,
    DateMention,
    DateType,
    Document,
    Event,
    EventMention,
    Extent,
    Participant,
    Published,
    PublishedBasis,
    Quote,
    Role,
    Source,
    Status,
    Timeline,
)
from timeline.project import open_project
from timeline.reading import Entry
from timeline.timespan import Day, TimeSpan
from timeline.why import text as because

SENTENCE = "The council of the town met on a bright cold day in April and agreed to build a bridge across the river. "


def timeline(documents: int, events: int) -> Timeline:
    text = SENTENCE * (5_000 // len(SENTENCE))
    texts = [Document(f"document-{number}", text, f"box/document-{number}.txt") for number in range(documents)]
    published = Published(TimeSpan.day(2021, 5, 6), PublishedBasis.STATED, because("its byline"))
    quote, trigger, date = Quote.of(text, 0, len(SENTENCE) - 1), Quote.of(text, 24, 27), Quote.of(text, 31, 59)
    told = []
    for number in range(events):
        when = TimeSpan.on(Day(2000, 1, 1).plus(number % 8_000))
        mention = EventMention(
            texts[number % documents].id,
            quote,
            trigger,
            DateMention(date, DateType.DATE, str(when), when, Basis.STATED, because("complete in the text")),
            when,
            "Council of the town meets",
            participants=(Participant(Quote.of(text, 0, 23), Role.AGENT, "The council of the town"),),
            reasons=(because("the date stands beside the verb"),),
        )
        told.append(Event(f"event-{number}", mention.title, when, Extent.WITHIN, Status.OCCURRED, (mention,)))
    return Timeline(tuple(Source(document, published) for document in texts), tuple(told))


def timed(name: str, work: Callable[[], object]) -> None:
    begin = time.perf_counter()
    work()
    print(f"{name:<28}{time.perf_counter() - begin:8.2f} s")


def main(documents: int = 2_000, events: int = 20_000) -> None:
    made = timeline(documents, events)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.timeline")

        def save() -> None:
            with open_project(path, create=True) as project:
                project.add(Entry(source.document) for source in made.sources)
                project.save(made)

        def read() -> None:
            with open_project(path) as project:
                assert project.timeline() == made

        def cache() -> None:
            with open_project(path) as project:
                for number in range(documents):
                    project.cache.put(f"{number:064}", "x" * 2_000)

        timed("save", save)
        timed("save again, nothing changed", save)
        timed("read", read)
        timed("cache, one entry a document", cache)
        timed("JSON export", lambda: json_export.dumps(made))
        print(f"{documents:,} documents, {events:,} events: {path.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))

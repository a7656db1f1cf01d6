"""Dated events beside the plain baseline: every verb that is no auxiliary, dated by the nearest date of its sentence.

    python tests/benchmarks/events_baseline.py --corpora DIR [--score FILE]

DIR holds JSON lines of documents, meantime-*.jsonl, with `published`, `annotated` (ranges) and `events` (`start`,
`end`, `time`). The baseline takes the publication date where a sentence holds no date; it has the dates and verbs that
this package finds. A report is right if its trigger overlaps a gold trigger and its date is the gold's; *dated* is over
all events with a time, *elsewhere* over those of another day than the publication's, on either side. Reports on a gold
event without a time count for nothing. With --score, a scorer of its own is called as `FILE mentions CORPUS EXPORT`.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from events_confidence import day_of, document_of

from timeline import export
from timeline.language import Request, load
from timeline.model import (
    Basis,
    DateMention,
    DateType,
    Document,
    Event,
    EventMention,
    Extent,
    Published,
    Source,
    Status,
    Timeline,
)
from timeline.pipeline import build, find_dates
from timeline.structure import split_sentences
from timeline.timespan import TimeSpan
from timeline.why import text as because

Row = dict[str, Any]


def ours(documents: list[Document]) -> Timeline:
    return build(documents)


def baseline(documents: list[Document]) -> Timeline:
    """Each verb an event of its own."""
    sources, events = [], []
    for document in documents:
        sources.append(Source(document, Published(document.published, document.published_basis, because("given"))))
        for number, mention in enumerate(verbs(document)):
            identity = f"{document.sha256[:12]}-{number}"
            events.append(Event(identity, mention.title, mention.when, Extent.WITHIN, Status.OCCURRED, (mention,)))
    return Timeline(tuple(sources), tuple(events))


def verbs(document: Document) -> Iterator[EventMention]:
    """The verbs of a document with their dates."""
    dates = [date for date in find_dates(document) if date.when is not None and date.quote is not None]
    spans = split_sentences(document.text)
    requests = [Request(document.text[start:end], start) for start, end in spans]
    day = document.published
    today = DateMention(None, DateType.DATE, str(day) if day else "", day, Basis.PUBLICATION, because("no date"))
    for (start, end), sentence in zip(spans, load().parse(requests), strict=True):
        quote = document.quote(start, end)
        inside = [date for date in dates if date.quote is not None and quote.holds(date.quote)]
        for token in sentence.tokens:
            if token.pos == "VERB":
                date = min(inside, key=lambda d: abs((d.quote or quote).start - token.start), default=today)
                trigger = document.quote(token.start, token.end)
                yield EventMention(document.id, quote, trigger, date, date.when, token.text)


def score(rows: list[Row], timeline: Timeline) -> str:
    """Precision, recall and F1 of the dates of events, of all and of those elsewhere."""
    counts = {"dated": [0, 0, 0], "elsewhere": [0, 0, 0]}  # right, gold, found
    for row in rows:
        today = ends(day_of(row["published"]))
        mine = [m for event in timeline for m in event.mentions if m.document == row["id"]]
        mine = [m for m in mine if any(a <= m.trigger.start and m.trigger.end <= b + 1 for a, b in row["annotated"])]
        told: dict[int, Row] = {}
        for gold in row["events"]:
            on = (i for i, m in enumerate(mine) if m.trigger.start < gold["end"] and gold["start"] < m.trigger.end)
            index = next((i for i in on if i not in told), None)
            if index is not None:
                told[index] = gold
            want = ends(day_of(gold.get("time")))
            if want is not None:
                right = index is not None and ends(mine[index].date.when) == want
                for name in ("dated", "elsewhere")[: 1 + (want != today)]:
                    counts[name][0] += right
                    counts[name][1] += 1
        for i, m in enumerate(mine):
            if i not in told or day_of(told[i].get("time")):
                away = ends(m.date.when) not in (today, None)
                for name in ("dated", "elsewhere")[: 1 + away]:
                    counts[name][2] += 1
    cells = []
    for right, gold, found in counts.values():
        precision, recall = right / max(found, 1), right / max(gold, 1)
        both = 2 * precision * recall / (precision + recall) if right else 0.0
        cells.append(f"{gold:5} {found:6} {precision:5.2f} {recall:5.2f} {both:5.2f}")
    return "   ".join(cells)


def ends(span: TimeSpan | None) -> tuple[object, object] | None:
    return None if span is None else (span.first, span.last)


def scored_by(scorer: Path, corpus: Path, timeline: Timeline) -> str:
    """What another scorer says of a timeline."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder, "export.json")
        export.write(timeline, output, format="json", all_events=True)
        command = [sys.executable, str(scorer), "mentions", str(corpus), str(output)]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603 - named by its user


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--score", type=Path)
    options = parser.parse_args()
    makers: dict[str, Callable[[list[Document]], Timeline]] = {"baseline": baseline, "ours": ours}
    columns = f"{'gold':>5} {'found':>6} {'P':>5} {'R':>5} {'F1':>5}"
    print(f"{'':26} {'dated':32} elsewhere\n{'':26} {columns}   {columns}")
    for corpus in sorted(options.corpora.glob("meantime-*.jsonl")):
        rows = [json.loads(line) for line in corpus.read_text(encoding="utf-8").splitlines()]
        for name, make in makers.items():
            timeline = make([document_of(row) for row in rows])
            print(f"{corpus.stem:16} {name:9} {score(rows, timeline)}")
            if options.score:
                print(scored_by(options.score, corpus, timeline))


if __name__ == "__main__":
    main()

"""Whether a confidence of .9 is right nine times in ten, and the shares that confidences are made of.

    python tests/benchmarks/events_confidence.py --corpora DIR --gold FILE --articles DIR

DIR of the corpora holds JSON lines of documents with `dates` (TIMEX3) and, in meantime-*.jsonl, `events` with `time`;
FILE is the gold of the articles: `documents`, `events` with `edtf` and `mentions` (spans of documents), `optional`.

*Shares*: for each part of a confidence how many cases there are and how many of them are right, and the share, to be
put into `confidence.SHARES`: the right ones to those that the other parts make one expect, with five more cases of
which nine in ten are right. Shares of dates are counted over the dates of all corpora, the others over reports.

*Curve*: events by confidence, as shipped, and with shares from which the event's own collection was left out. An event
is right if its trigger is one of the gold's events and its span holds the gold's date or lies in it. *close* asks in
addition that the span is at most three times as long as the gold's, or a month. Left out are the shares alone: which
parts there are, the shares set by hand and what further sources add were chosen with all collections in view, and there
are some twenty events above .9, so the last digit of either curve says little.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from dates_quality import pairs, same_value

from timeline.events import confidence
from timeline.model import Basis, Document, Event, EventMention, PublishedBasis
from timeline.pipeline import build, find_dates
from timeline.timespan import TimeSpan
from timeline.why import SHARES, Why

Row = dict[str, Any]
PRIOR, TOWARDS = 5, 0.9
ROUNDS = 10
BY_HAND = ("undated", "endless", "capitals", "list", "no prose")
OF_DATES = ("complete", "ambiguous", "completed", "counted", "counted on")
OF_EVENTS = ("anchored", "publication", "worked out")
OF_TIES = ("near", "far", "guessed")
OF_SENTENCES = ("sentence", "long")
BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 1.01)


@dataclass(frozen=True, slots=True)
class Judged:
    """A date or a report with the names of its parts, and whether it is right; `event` is the event's number."""

    collection: str
    names: tuple[str, ...]
    right: bool
    close: bool = False
    event: Event | None = None
    mention: EventMention | None = None


def lines(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def document_of(row: Row) -> Document:
    published = TimeSpan.parse(row["published"]) if row["published"] else None
    basis = PublishedBasis.METADATA if published is not None else PublishedBasis.UNKNOWN
    return Document(id=row["id"], text=row["text"], published=published, published_basis=basis, language="en")


def judged_dates(path: Path) -> Iterator[Judged]:
    """The dates of a corpus that were placed, right if their day (or month, year) is the annotators'."""
    for row in lines(path):
        found = [mention for mention in find_dates(document_of(row)) if mention.when is not None and mention.quote]
        mine = [{"start": m.quote.start, "end": m.quote.end, "mention": m} for m in found if m.quote]
        mine = [m for m in mine if any(a <= m["start"] and m["end"] <= b + 1 for a, b in row["annotated"])]
        gold = {id(m["mention"]): g for g, m in pairs(row["dates"], mine)}
        for one in mine:
            mention, its = one["mention"], gold.get(id(one["mention"]))
            right = its is not None and day(its["value"]) == day(mention.value)
            yield Judged(path.stem, (confidence.of_date(mention, mention.when),), right)


def day(value: str | None) -> str:
    """A TIMEX3 value without its time of day, which moves no event."""
    return same_value(value).partition("T")[0]


def judged_reports(path: Path) -> Iterator[Judged]:
    """The reports of a corpus of events that annotators dated; those on no event at all are wrong."""
    rows = lines(path)
    timeline = build([document_of(row) for row in rows])
    reports = defaultdict(list)
    for event in timeline:
        for mention in event.mentions:
            reports[mention.document].append((event, mention))
    for row in rows:
        free = list(row["events"])
        for event, mention in sorted(reports[row["id"]], key=lambda pair: pair[1].trigger):
            start, end = mention.trigger.start, mention.trigger.end
            if not any(a <= start and end <= b + 1 for a, b in row["annotated"]):
                continue
            gold = next((g for g in free if start < g["end"] and g["start"] < end), None)
            if gold is None:
                yield judged(path.stem, event, mention, [])
                continue
            free.remove(gold)
            when = day_of(gold.get("time"))
            if when is not None:
                yield judged(path.stem, event, mention, [when])


def day_of(value: str | None) -> TimeSpan | None:
    """A gold event's time; XX is an unknown part. None where it names no day, month or year: nothing is known."""
    try:
        return TimeSpan.parse((value or "").partition("T")[0].replace("-XX", ""))
    except ValueError:
        return None


def judged_articles(articles: Path, gold: Row) -> Iterator[Judged]:
    """The reports of the articles; those of optional events, and of headlines without gold, count for nothing."""
    documents = [Document(id=name, text=(articles / name).read_text(encoding="utf-8")) for name in gold["documents"]]
    for event in build(documents):
        for mention in event.mentions:
            spans = [TimeSpan.parse(g["edtf"]) for g in gold["events"] for m in g["mentions"] if touches(m, mention)]
            spare = any(touches(o, mention) for o in gold["optional"]) or mention.date.basis == Basis.PUBLICATION
            if spans or not spare:
                yield judged("articles", event, mention, spans)


def touches(span: Row, mention: EventMention) -> bool:
    same = span["document"] == mention.document
    return same and mention.trigger.start < span["end"] and span["start"] < mention.trigger.end


def judged(collection: str, event: Event, mention: EventMention, gold: Iterable[TimeSpan]) -> Judged:
    right = [g for g in gold if event.when is not None and (event.when.contains(g) or g.contains(event.when))]
    close = any((event.when.length or 10**6) <= max(31, 3 * (g.length or 10**6)) for g in right if event.when)
    return Judged(collection, names_of(mention), bool(right), close, event, mention)


def names_of(mention: EventMention) -> tuple[str, ...]:
    """The parts of a report's confidence."""
    shares = [share for why in mention.reasons if why.kind == SHARES for share in why.parts]
    named = {share.parts[0] for share in shares if isinstance(share, Why)}
    return tuple(name for name in confidence.SHARES if name in named)


def shares(dates: Iterable[Judged], reports: Iterable[Judged]) -> dict[str, tuple[float, int, int]]:
    """For each part its share, the cases and how many of them are right."""
    found = dict.fromkeys((*OF_DATES, *OF_EVENTS, *OF_TIES, *OF_SENTENCES), (TOWARDS, 0, 0))
    dates, reports = list(dates), list(reports)
    fits = [report for report in reports if not set(report.names) & {*BY_HAND}]
    for _ in range(ROUNDS):  # each share depends on the others that stand with it
        for name in found:
            cases = [case for case in (dates if name in OF_DATES else fits) if name in case.names]
            expected = sum(math.prod(found[n][0] for n in case.names if n in found and n != name) for case in cases)
            right = sum(case.right for case in cases)
            found[name] = min(1.0, (right + PRIOR * TOWARDS) / (expected + PRIOR)), len(cases), right
    return found


def curve(reports: Iterable[Judged], confidence_of: Callable[[Judged], float]) -> None:
    """Print events by confidence: how many, their mean confidence, and the share of them that are right and close."""
    events: defaultdict[tuple[str, str], list[Judged]] = defaultdict(list)
    for report in reports:
        if report.event is not None:
            events[report.collection, report.event.id].append(report)
    rows = []
    for of_event in events.values():
        right = sum(r.right for r in of_event) * 2 > len(of_event) - 1
        close = sum(r.close for r in of_event) * 2 > len(of_event) - 1
        rows.append((confidence_of(of_event[0]), right, close))
    print(f"{'confidence':12} {'events':>6} {'mean':>6} {'right':>6} {'close':>6}")
    for low, high in pairwise(BINS):
        inside = [row for row in rows if low <= row[0] < high]
        if inside:
            means = [sum(column) / len(inside) for column in zip(*inside, strict=True)]
            print(f"{low:.2f} - {min(high, 1):.2f}  {len(inside):6} {means[0]:6.2f} {means[1]:6.2f} {means[2]:6.2f}")
    brier = sum((row[0] - row[1]) ** 2 for row in rows) / len(rows)
    print(
        f"Brier score {brier:.3f}; all events: mean {sum(r[0] for r in rows) / len(rows):.2f}, "
        f"right {sum(r[1] for r in rows) / len(rows):.2f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--articles", type=Path, required=True)
    options = parser.parse_args()
    dated = [path for path in sorted(options.corpora.glob("*.jsonl")) if any(row.get("dates") for row in lines(path))]
    dates = [one for path in dated for one in judged_dates(path)]
    gold = json.loads(options.gold.read_text(encoding="utf-8"))
    reports = list(judged_articles(options.articles, gold))
    reports += [one for path in sorted(options.corpora.glob("meantime-*.jsonl")) for one in judged_reports(path)]

    print(f"{'part':14} {'cases':>6} {'right':>6} {'share':>6} {'shipped':>8}")
    fitted = shares(dates, reports)
    for name, (share, cases, right) in fitted.items():
        print(f"{name:14} {cases:6} {right:6} {share:6.2f} {confidence.SHARES[name]:8.2f}")

    print("\nas shipped")
    curve(reports, lambda report: report.event.confidence if report.event else 0.0)
    print("\nwith shares of the other collections")
    without: dict[str, Mapping[str, float]] = {}
    for left_out in sorted({report.collection for report in reports}):
        of_others = shares(
            (d for d in dates if d.collection != left_out), (r for r in reports if r.collection != left_out)
        )
        without[left_out] = confidence.SHARES | {name: share for name, (share, _, _) in of_others.items()}
    curve(reports, lambda report: of_event(report, without[report.collection]))


def of_event(report: Judged, table: Mapping[str, float]) -> float:
    """An event's confidence under other shares: that of its surest report, raised by sources as it was when built."""
    event = report.event
    if event is None:
        return 0.0
    before = max(mention.confidence for mention in event.mentions)
    now = max(math.prod(table[name] for name in names_of(mention)) for mention in event.mentions)
    return min(confidence.SUREST, 1 - (1 - now) * (1 - event.confidence) / max(1 - before, 0.01))


if __name__ == "__main__":
    main()

"""How well publication dates are worked out where nothing states them: a table over dated corpora.

    python tests/benchmarks/dates_published.py --corpora DIR

Of each document only what annotators covered is kept; the date is withheld and every line that states it is cut out.
"alone" sees one document at a time, "together" the whole corpus. A span holds when the true day lies in it; the width
is in days, over the spans with two ends. Corpora that are not there are left out with a word.
"""

import argparse
import json
import statistics
from pathlib import Path

from timeline import Document, build
from timeline.dates import find, partial
from timeline.dates.published import infer, known
from timeline.model import Published, Quote
from timeline.timespan import Granularity, TimeSpan

CORPORA = ("meantime-apple", "meantime-airbus", "eventstoryline")
ROUNDS = 8


def documents(path: Path) -> list[tuple[Document, TimeSpan]]:
    """The documents without their dates, and the dates."""
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        record = json.loads(line)
        truth = day(record["published"])
        if truth is None:
            continue
        start, end = min(a for a, _ in record["annotated"]), max(b for _, b in record["annotated"])
        found.append((Document(id=f"{path.stem}-{number}", text=cut(record["text"][start:end])), truth))
    return found


def day(text: str | None) -> TimeSpan | None:
    try:
        span = TimeSpan.parse(text or "")
    except ValueError:
        return None
    return span if span.granularity == Granularity.DAY else None


def cut(text: str) -> str:
    """The text without the lines that state its date."""
    for _ in range(ROUNDS):
        stated = statement(text)
        if stated is None:
            break
        start = text.rfind("\n", 0, stated.start) + 1
        end = text.find("\n", stated.end)
        end = len(text) if end < 0 else end
        if end - start > 200:  # no line of its own, but the head of a paragraph
            start, end = stated.start, stated.end
        text = text[:start] + text[end:]
    return text


def statement(text: str) -> Quote | None:
    candidates = find(text)
    stated = known(Document(id="", text=text), candidates)
    if stated is not None:
        return stated.evidence[0]
    without_year = partial(text, candidates)
    return without_year.candidate.quote if without_year is not None else None


def row(name: str, view: str, answers: list[tuple[Published, TimeSpan]]) -> str:
    spans = [(answer.when, truth) for answer, truth in answers if answer.when is not None]
    closed = [(when, truth) for when, truth in spans if not when.is_open]
    bounds = [(when, truth) for when, truth in spans if when.is_open]
    width = f"{statistics.median(when.length or 0 for when, _ in closed):.0f}" if closed else "-"
    held = sum(when.contains(truth) for when, truth in closed)
    right = sum(when.contains(truth) for when, truth in bounds)
    return (
        f"{name:<17} {view:<9} {len(answers):>9} {len(closed):>6} {held:>6} {width:>13} "
        f"{len(bounds):>11} {right:>6} {len(answers) - len(spans):>8}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path, required=True)
    folder = parser.parse_args().corpora
    print(
        f"{'corpus':<17} {'view':<9} {'documents':>9} {'spans':>6} {'hold':>6} {'median width':>13} "
        f"{'not before':>11} {'right':>6} {'unknown':>8}"
    )
    for name in CORPORA:
        path = folder / f"{name}.jsonl"
        if not path.exists():
            print(f"{name:<17} not there")
            continue
        dated = documents(path)
        alone = [(infer(document, find(document.text)), truth) for document, truth in dated]
        print(row(name, "alone", alone))
        timeline = build([document for document, _ in dated])
        together = [(timeline.source(document.id).published, truth) for document, truth in dated]
        print(row(name, "together", together), flush=True)


if __name__ == "__main__":
    main()

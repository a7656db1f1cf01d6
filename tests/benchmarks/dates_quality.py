"""How well dates are found and read: one table over the corpora of a folder.

    python tests/benchmarks/dates_quality.py --corpora DIR [--score FILE] [--misses]

DIR holds JSON lines of documents: `id`, `text`, `published` (a day or null), `annotated` (ranges that annotators
covered) and `dates` (`start`, `end`, `type`, `value` in TIMEX3). Scored as TempEval-3 does: *relaxed* counts spans that
overlap, one to one; *value* those whose values are equal as well. *Placed* leaves out durations and sets. With --score,
the figures are those of a scorer of its own, called as `FILE CORPUS OUTPUT`.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from timeline.model import Document, PublishedBasis
from timeline.pipeline import find_dates
from timeline.timespan import TimeSpan

Row = dict[str, Any]
PLACED = ("DATE", "TIME")


def dates_of(row: Row) -> list[Row]:
    """What `timeline dates` finds in one document, as rows of TIMEX3."""
    published = TimeSpan.parse(row["published"]) if row["published"] else None
    basis = PublishedBasis.METADATA if published is not None else PublishedBasis.UNKNOWN
    document = Document(id=row["id"], text=row["text"], published=published, published_basis=basis)
    return [
        {
            "start": mention.quote.start,
            "end": mention.quote.end,
            "type": mention.type.value,
            "value": mention.value,
        }
        for mention in find_dates(document)
        if mention.quote is not None
    ]


def same_value(value: str | None) -> str:
    """One notation for one meaning: 199X is 199, T10:00Z is T10:00, P2DE is P20Y."""
    written = (value or "").upper().rstrip("Z")
    written = re.sub(r"(T\d\d:\d\d):00$", r"\1", written)
    for unit, years in (("DE", 10), ("CE", 100)):
        found = re.fullmatch(rf"P(\d+){unit}", written)
        written = f"P{int(found[1]) * years}Y" if found else written
    return re.sub(r"^(\d{3})X$", r"\1", written)


def pairs(gold: list[Row], mine: list[Row]) -> list[tuple[Row, Row]]:
    """One-to-one pairs of overlapping spans, equal spans first, then the larger overlap."""
    options = sorted(
        ((g["start"], g["end"]) != (m["start"], m["end"]), -overlap, i, j)
        for i, g in enumerate(gold)
        for j, m in enumerate(mine)
        if (overlap := min(g["end"], m["end"]) - max(g["start"], m["start"])) > 0
    )
    paired: dict[int, int] = {}
    for _, _, i, j in options:
        if i not in paired and j not in paired.values():
            paired[i] = j
    return [(gold[i], mine[j]) for i, j in paired.items()]


def overlaps(row: Row, others: list[Row]) -> bool:
    return any(min(row["end"], other["end"]) > max(row["start"], other["start"]) for other in others)


def score(documents: list[Row], found: dict[str, list[Row]], *, placed: bool, misses: bool) -> str:
    """Counts and F1 of relaxed spans and of values, as a line of the table."""
    gold_count = mine_count = relaxed = right = 0
    for document in documents:
        covered = document["annotated"]
        gold = document["dates"]
        mine = [r for r in found[document["id"]] if any(a <= r["start"] and r["end"] <= b + 1 for a, b in covered)]
        if placed:
            outside = [g for g in gold if g["type"] not in PLACED]
            gold = [g for g in gold if g["type"] in PLACED]
            mine = [m for m in mine if overlaps(m, gold) or (m["type"] in PLACED and not overlaps(m, outside))]
        matched = pairs(gold, mine)
        gold_count, mine_count, relaxed = gold_count + len(gold), mine_count + len(mine), relaxed + len(matched)
        right += sum(same_value(g["value"]) == same_value(m["value"]) for g, m in matched)
        if misses:
            for g, m in matched:
                if same_value(g["value"]) != same_value(m["value"]):
                    words = document["text"][g["start"] : g["end"]]
                    print(f"  {document['id'][:30]:30} {words!r}: {g['value']}, not {m['value']}")

    def f1(hits: int) -> float:
        return 200 * hits / (gold_count + mine_count) if hits else 0.0

    return f"{gold_count:6} {mine_count:6} {f1(relaxed):8.1f} {f1(right):8.1f}"


def scored_by(scorer: Path, corpus: Path, found: dict[str, list[Row]]) -> str:
    """What another scorer says of the same output."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as output:
        for identity, dates in found.items():
            output.write(json.dumps({"id": identity, "dates": dates}) + "\n")
        output.flush()
        command = [sys.executable, str(scorer), str(corpus), output.name]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603 - named by its user


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--score", type=Path)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    print(f"{'corpus':20} {'view':8} {'gold':>6} {'found':>6} {'relaxed':>8} {'value':>8}")
    for corpus in sorted(options.corpora.glob("*.jsonl")):
        documents = [json.loads(line) for line in corpus.read_text(encoding="utf-8").splitlines()]
        if not any(document.get("dates") for document in documents):
            continue
        found = {document["id"]: dates_of(document) for document in documents}
        if options.score:
            print(corpus.stem, scored_by(options.score, corpus, found), sep="\n")
            continue
        for placed in (False, True):
            line = score(documents, found, placed=placed, misses=options.misses and not placed)
            print(f"{corpus.stem:20} {'placed' if placed else 'all':8} {line}")


if __name__ == "__main__":
    main()

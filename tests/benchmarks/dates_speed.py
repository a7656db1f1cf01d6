"""How fast dates are found and read, as ratios to a pass of spaCy's tokeniser over the same text.

    python tests/benchmarks/dates_speed.py --corpora DIR

DIR holds JSON lines of documents with `text` and `published`. Times are of the processor, the best of some rounds.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path

import spacy

from timeline.dates import find, resolve
from timeline.timespan import TimeSpan

ROUNDS = 3


def seconds(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--corpora", type=Path, required=True)
    options = parser.parse_args()
    rows = [
        json.loads(line)
        for corpus in sorted(options.corpora.glob("*.jsonl"))
        for line in corpus.read_text(encoding="utf-8").splitlines()
    ]
    rows = [row for row in rows if row.get("dates")]
    texts = [row["text"] for row in rows]
    days = [TimeSpan.parse(row["published"]) if row["published"] else None for row in rows]
    nlp = spacy.blank("en")
    find("1 May 2021")

    def resolve_all() -> None:
        for text, candidates, day in zip(texts, found, days, strict=True):
            resolve(text, candidates, published=day)

    tokenise = min(seconds(lambda: [nlp(text) for text in texts]) for _ in range(ROUNDS))
    finding = min(seconds(lambda: [find(text) for text in texts]) for _ in range(ROUNDS))
    found = [find(text) for text in texts]
    resolving = min(seconds(resolve_all) for _ in range(ROUNDS))
    print(f"{sum(map(len, texts)):,} characters, {sum(map(len, found)):,} dates")
    for name, value in (
        ("tokeniser", tokenise),
        ("find", finding),
        ("resolve", resolving),
    ):
        print(f"{name:16} {value:6.2f} s {value / tokenise:6.2f}")
    print(f"{'find + resolve':16} {finding + resolving:6.2f} s {(finding + resolving) / tokenise:6.2f}")


if __name__ == "__main__":
    main()

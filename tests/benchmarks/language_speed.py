"""How fast language is on this machine: ``python tests/benchmarks/language_speed.py [FILE]``.

Prints a table: sentences cut and parsed, in words a second on one core, and the time to load. FILE is any English text;
without one, a text is made up.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from timeline.language import Request, load
from timeline.language.pipeline import SHIPPED
from timeline.structure import split_sentences

MADE_UP = (
    "The army of the north left Oslo on Monday after two days of talks with the rebels. “We have no quarrel,” "
    "Gen. Smith said at a news conference in the U.S. embassy. Aid groups, which had been waiting for weeks at the "
    "border, said some 3,000 people had crossed by Sept. 3, but the ministry denied it.\n\n"
)

LOADING = (
    "import sys, time, spacy; begin = time.perf_counter(); spacy.load(sys.argv[1]); print(time.perf_counter() - begin)"
)


def timed(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the speed of the splitter and of the parser.")
    parser.add_argument("file", type=Path, nargs="?")
    chosen = parser.parse_args()
    text = chosen.file.read_text(encoding="utf-8") if chosen.file else MADE_UP * 300
    words = len(text.split())
    long = text * max(1, 1_000_000 // words)
    pipeline = load()
    requests = [Request(text[start:end], start) for start, end in split_sentences(text)]
    load_time = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", LOADING, str(SHIPPED)], check=True, capture_output=True, text=True
    ).stdout
    rows = [
        ("sentences cut", f"{len(long.split()) / timed(lambda: split_sentences(long)):,.0f} words/s"),
        ("sentences parsed", f"{words / timed(lambda: list(pipeline.parse(requests))):,.0f} words/s"),
        ("loaded, once spaCy is imported", f"{float(load_time):.2f} s"),
        ("imported, without spaCy", f"{timed(lambda: _fresh('import timeline.language')):.2f} s with the interpreter"),
        ("imported, with spaCy", f"{timed(lambda: _fresh('import spacy')):.2f} s with the interpreter"),
    ]
    for what, value in rows:
        print(f"{what:32} {value}")


def _fresh(code: str) -> None:
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603 - our own code


if __name__ == "__main__":
    main()

"""What dates first saves: the whole of reading, dates and events against the shipped pipeline over all of the text.

    python tests/benchmarks/events_speed.py [--words 60000]

Documents are made up and written to a folder; a third of their sentences hold a date. Measured in processor time on one
core, after everything is loaded: reading the folder, finding the dates, the whole build (reading, dates, parsing what
is worth it, merging), the shipped pipeline over every sentence, and the same with the pipeline's results made into our
records, as a build needs them. The ratio is the build's time to the pipeline's.
"""

from __future__ import annotations

import argparse
import os

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):  # before numpy is imported
    os.environ[name] = "1"

import random  # noqa: E402
import tempfile  # noqa: E402
import time  # noqa: E402
from collections.abc import Callable  # noqa: E402
from pathlib import Path  # noqa: E402

import spacy  # noqa: E402

from timeline.language import Request, load  # noqa: E402
from timeline.language.pipeline import BATCH, SHIPPED  # noqa: E402
from timeline.pipeline import build, find_dates  # noqa: E402
from timeline.reading import read  # noqa: E402
from timeline.structure import split_sentences  # noqa: E402

WITH_A_DATE = (
    "{who} and {whom} signed an agreement on the {thing} in {place} on {date}, after months of talks.",
    "The {thing}, which the city of {place} had bought from {whom}, was closed on {date} after a fire.",
    "In {month} {year}, {who} accused {whom} of breaking the agreement that both had signed.",
)
WITHOUT = (
    "Nobody was hurt, and the {thing} was searched for hours by men with dogs and lamps.",
    "The people of {place} had waited a long time for this, and few of them went home before dark.",
    "Critics of {who} called it a mistake, while others praised the courage of {whom} in a difficult hour.",
    "Rain fell on the roofs of {place}, and the market behind the old {thing} stayed empty.",
    "It was the first such case that the court had heard, a lawyer for {whom} explained to reporters.",
    "{who} said that she had never seen the {thing} so full of people, of music and of noise.",
)
PEOPLE = ("Anna Berg", "Tomas Silva", "Maria Okafor", "Peter Novak", "Lena Fischer", "Omar Haddad", "Julia Rossi")
PLACES = ("Lisbon", "Oslo", "Nairobi", "Lima", "Hanoi", "Quito", "Riga", "Accra")
THINGS = ("bridge", "harbour", "factory", "school", "mine", "railway station", "mill", "theatre")
MONTHS = ("January", "March", "April", "June", "July", "September", "October", "December")


def document(rng: random.Random) -> str:
    """A headline, a dateline and some twenty paragraphs."""
    year = rng.randint(1990, 2020)
    lines = []
    for _ in range(rng.randint(40, 80)):
        who, whom = rng.sample(PEOPLE, 2)
        month = rng.choice(MONTHS)
        pattern = rng.choice(WITH_A_DATE if rng.random() < 1 / 3 else WITHOUT)
        place, thing, date = rng.choice(PLACES), rng.choice(THINGS), f"{rng.randint(1, 28)} {month} {year}"
        lines.append(pattern.format(who=who, whom=whom, place=place, thing=thing, month=month, year=year, date=date))
    paragraphs = "\n\n".join(" ".join(lines[i : i + 3]) for i in range(0, len(lines), 3))
    return f"{rng.choice(PLACES)} argues over its {rng.choice(THINGS)}\n\n28 December {year}\n\n{paragraphs}\n"


def seconds(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--words", type=int, default=60_000)
    wanted = parser.parse_args().words
    rng = random.Random(1)  # noqa: S311 - made-up data, no secrets
    texts: list[str] = []
    while sum(len(text.split()) for text in texts) < wanted:
        texts.append(document(rng))
    words = sum(len(text.split()) for text in texts)
    nlp, pipeline = spacy.load(SHIPPED), load()
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(texts):
            Path(folder, f"{number}.txt").write_text(text, encoding="utf-8")
        documents = read([folder]).documents
        build(documents[:1])  # loads what is loaded once
        spans = [(document.text, *span) for document in documents for span in split_sentences(document.text)]
        dated = sum(
            1
            for document in documents
            for start, end in split_sentences(document.text)
            if any(d.when and d.quote and start <= d.quote.start < end for d in find_dates(document))
        )
        requests = [Request(text[start:end], start) for text, start, end in spans]
        rows = {
            "reading": seconds(lambda: read([folder])),
            "dates": seconds(lambda: [find_dates(document) for document in documents]),
            "build: reading, dates, events": seconds(lambda: build(read([folder]).documents)),
            "pipeline over all sentences": seconds(
                lambda: list(nlp.pipe((text[start:end] for text, start, end in spans), batch_size=BATCH))
            ),
            "the same, as our records": seconds(lambda: list(pipeline.parse(requests))),
        }
    print(f"{len(texts)} documents, {words:,} words, {dated / len(spans):.0%} of {len(spans):,} sentences with a date")
    whole = rows["pipeline over all sentences"]
    for name, value in rows.items():
        print(f"{name:32} {value:6.2f} s {words / value:10,.0f} words/s   ratio {value / whole:5.2f}")


if __name__ == "__main__":
    main()

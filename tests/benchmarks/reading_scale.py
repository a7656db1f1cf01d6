"""Whether time and memory follow the text: hostile and date-dense texts, and piles of documents; tables of ratios.

    python tests/benchmarks/reading_scale.py [--texts NAME ...] [--documents 500 1000 2000 4000]

Each row is built in a process of its own, in processor time on one core, after everything is loaded. A text is one
document of 1 MB (the usual and the date-dense ones: of 450 kB) whose day of publication is given, so that working it
out is not measured. The ratio is that of its words a second to those of usual text, which is many documents of some 600
words with a headline and a date in every third sentence. Of texts with few blanks or none six characters count as a
word. Memory is the peak of the resident set and, for piles, what it grew by a document, what the timeline itself
holds (the sizes of all objects that can be reached from it, each counted once) and what is beyond that.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import subprocess
import sys
import time
import types
from collections.abc import Callable
from pathlib import Path

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):  # before numpy is imported
    os.environ[name] = "1"

from timeline import Document, build  # noqa: E402
from timeline.model import PublishedBasis  # noqa: E402
from timeline.timespan import TimeSpan  # noqa: E402

MB = 10**6
DENSE = 450_000
CHARS_A_WORD = 6
PEOPLE = ("Anna Berg", "Tomas Silva", "Maria Okafor", "Peter Novak", "Lena Fischer", "Omar Haddad", "Julia Rossi")
PLACES = ("Lisbon", "Oslo", "Nairobi", "Lima", "Hanoi", "Quito", "Riga", "Accra")
THINGS = ("bridge", "harbour", "factory", "school", "mine", "railway station")
DEEDS = ("opened", "closed", "attacked", "bought", "visited", "left", "sold", "burned", "rebuilt", "searched")
MONTHS = ("January", "March", "April", "June", "July", "September", "October", "December")
WORDS = (
    *("the", "army", "of", "north", "had", "left", "town", "when", "a", "ship", "came", "with", "people", "and"),
    *("rebels", "who", "attacked", "bridge", "near", "old", "river", "before", "night", "while", "others", "watched"),
)
rng = random.Random(3)  # noqa: S311 - made-up data, no secrets


def date() -> str:
    return f"{rng.randint(1, 28)} {rng.choice(MONTHS)} {rng.randint(1950, 2020)}"


def deed() -> str:
    return f"{rng.choice(PEOPLE)} {rng.choice(DEEDS)} the {rng.choice(THINGS)} in {rng.choice(PLACES)}"


def counted() -> str:
    """A date that counts from another, or leaves out its year."""
    return rng.choice(
        (
            *("Two days later", "The next day", "A week later", "That month"),
            *(
                f"In {rng.choice(MONTHS)}",
                f"In {rng.randint(1900, 2010)}",
                f"On {rng.randint(1, 28)} {rng.choice(MONTHS)}",
            ),
        )
    )


def usual() -> str:
    told = [
        f"On {date()} {deed()}."
        if rng.random() < 1 / 3
        else f"{deed()} and went home before the market was full of noise."
        for _ in range(40)
    ]
    return f"{rng.choice(PEOPLE)} visits the {rng.choice(THINGS)}\n\n28 December 2020\n\n" + " ".join(told)


def filled(size: int, piece: Callable[[], str], joint: str = " ") -> str:
    found: list[str] = []
    length = 0
    while length < size:
        found.append(piece())
        length += len(found[-1]) + len(joint)
    return joint.join(found)


TEXTS: dict[str, Callable[[], str]] = {
    "a date in every sentence": lambda: filled(DENSE, lambda: f"On {date()} {deed()} with {rng.choice(PEOPLE)}."),
    "counted from the last": lambda: filled(DENSE, lambda: f"{counted()}, {deed()} with {rng.choice(PEOPLE)}."),
    "no full stop": lambda: filled(MB, lambda: rng.choice(WORDS)),
    "no full stop, dates": lambda: filled(MB, lambda: f"On {date()} {deed()}"),
    "no full stop, lines": lambda: filled(MB, lambda: " ".join(rng.choices(WORDS, k=12)), "\n"),
    "50,000 dated lines": lambda: "\n".join(
        f"{date()}: something happened in {rng.choice(PLACES)}town." for _ in range(50_000)
    ),
    "50,000 lines alike": lambda: "3 May 2021: something happened in Xtown.\n" * 50_000,
    "50,000 dates": lambda: "It happened on " + ", ".join(date() for _ in range(50_000)),
    "50,000 dates with and": lambda: "It happened on " + " and ".join(date() for _ in range(50_000)),
    "50,000 words for days": lambda: " ".join(
        rng.choice(("Tuesday", "May", "today", "2 May", "1999", "last week", "two days later")) for _ in range(50_000)
    ),
    "dates in brackets": lambda: "(3 May 2021 " * (MB // 12),
    "years and hyphens": lambda: "1999-" * (MB // 5),
    "one word": lambda: "a" * MB,
    "brackets": lambda: "(" * MB,
    "commas": lambda: "," * MB,
    "quotes": lambda: '"' * MB,
    "newlines": lambda: "\n" * MB,
    "digits": lambda: "1" * MB,
    "full stops": lambda: "." * MB,
    "combining marks": lambda: "e" + "\u0301" * MB,
    "he said": lambda: "he said " * (MB // 8),
}


def memory(field: str) -> float:
    """A field of this process's memory in MB: VmHWM is the peak of the resident set, VmRSS its size now."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(field)) / 1024


def held(root: object) -> float:
    """The sizes of all objects that can be reached from one, each counted once, in MB."""
    seen: set[int] = set()
    waiting, size = [root], 0
    while waiting:
        one = waiting.pop()
        if id(one) not in seen and not isinstance(one, type | types.ModuleType | types.FunctionType):
            seen.add(id(one))
            size += sys.getsizeof(one)
            waiting += gc.get_referents(one)
    return size / 2**20


def document(text: str, id_: str = "a") -> Document:
    return Document(id=id_, text=text, published=TimeSpan.day(2021, 5, 3), published_basis=PublishedBasis.GIVEN)


def pile(number: int) -> Document:
    """A document of 2 kB with names of its own."""
    own = random.Random(number)  # noqa: S311 - made-up data, no secrets
    people = [
        " ".join("".join(own.choice("bdfgklmnprst") + own.choice("aeiou") for _ in range(3)).title() for _ in range(2))
        for _ in range(6)
    ]
    told: list[str] = []
    while sum(map(len, told)) < 2000:
        who, whom, place, thing = own.choice(people), own.choice(people), own.choice(PLACES), own.choice(THINGS)
        day = f"{own.randint(1, 28)} {own.choice(MONTHS)} 2019"
        told.append(
            own.choice(
                (
                    f"{who} and {whom} signed an agreement in {place} on {day}.",
                    f"The {thing} was closed on {day} after a fire.",
                    f"Nobody was hurt, and the {thing} was searched for hours.",
                    f"The people of {place} had waited a long time for this.",
                    f"Critics of {who} called it a mistake, while others praised the courage of {whom}.",
                )
            )
        )
    return document(f"{people[0]} visits the {own.choice(THINGS)}\n\n" + " ".join(told), f"d{number}")


def measure(row: str) -> None:
    """Print a row's numbers, of this process alone: words, characters, events, seconds, peak, before, held."""
    build([document("On 3 May 2021 the army left Oslo.")])
    if row.isdigit():
        documents = [pile(number) for number in range(int(row))]
    elif row == "usual":
        documents = [document(usual(), str(number)) for number in range(150)]
    else:
        documents = [document(TEXTS[row]())]
    chars = sum(len(one.text) for one in documents)
    words = sum(len(one.text.split()) for one in documents)
    gc.collect()
    before = memory("VmRSS")
    start = time.process_time()
    timeline = build(documents)
    seconds = time.process_time() - start
    peak = memory("VmHWM")
    print(words, chars, len(timeline.events), seconds, peak, before, held(timeline) if row.isdigit() else 0)


def measured(row: str) -> list[float]:
    command = [sys.executable, __file__, "--measure", row]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - this very program
    return [float(number) for number in done.stdout.split()]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--texts", nargs="*", choices=tuple(TEXTS), default=tuple(TEXTS), metavar="NAME")
    parser.add_argument("--documents", type=int, nargs="*", default=[500, 1000, 2000, 4000])
    parser.add_argument("--measure", help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.measure:
        measure(wanted.measure)
        return
    print(f"{'text':<26} {'words':>8} {'events':>7} {'seconds':>8} {'words/s':>8} {'to usual':>8} {'peak MB':>8}")
    usually = None
    for row in ("usual", *wanted.texts):
        words, chars, events, seconds, peak, *_ = measured(row)
        words = max(words, chars / CHARS_A_WORD)
        usually = usually or words / seconds
        print(
            f"{row:<26} {words:>8.0f} {events:>7.0f} {seconds:>8.1f} {words / seconds:>8.0f} "
            f"{words / seconds / usually:>8.2f} {peak:>8.0f}",
            flush=True,
        )
    print(
        f"\n{'documents':>9} {'seconds':>8} {'ratio':>6} {'peak MB':>8}  kB a document: {'grew':>6} {'held':>6} beyond"
    )
    last: tuple[float, float, float, float] | None = None
    for count in wanted.documents:
        *_, seconds, peak, before, kept = measured(str(count))
        more, grew, own = (
            (count, peak - before, kept) if last is None else (count - last[0], peak - last[2], kept - last[3])
        )
        ratio = f"{seconds / last[1]:.2f}" if last else ""
        grew, own = 1024 * grew / more, 1024 * own / more
        print(
            f"{count:>9} {seconds:>8.1f} {ratio:>6} {peak:>8.0f} {grew:>22.1f} {own:>6.1f} {grew - own:>6.1f}",
            flush=True,
        )
        last = (count, seconds, peak, kept)


if __name__ == "__main__":
    main()

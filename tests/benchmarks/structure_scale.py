"""Whether the time to read a page's structure and its dates follows its length: pages of one kind of line, of three
lengths.

    python tests/benchmarks/structure_scale.py

Seconds of the processor for finding the dates, for the headings and entries that they stand under, for resolving them
and for cutting sentences, with 2,000, 4,000 and 8,000 lines: each should be about twice the one before it.
"""

import time
from collections.abc import Callable
from typing import Any

from timeline.dates import find, resolve, under_headings
from timeline.structure import running_sentences

LINES = (2_000, 4_000, 8_000)
PAGES: dict[str, Callable[[int], str]] = {
    "dated lines": lambda n: "\n".join(f"{1 + i % 28} May {1900 + i % 120}: it fell." for i in range(n)),
    "entries": lambda n: "\n\n".join(f"{1 + i % 28} May {1900 + i // 28}\n\nWe left at noon." for i in range(n)),
    "dated sections": lambda n: "\n\n".join(
        f"### May {1 + i % 28}, {1900 + i // 28} - It\n\nIt fell." for i in range(n)
    ),
    "sections": lambda n: "\n\n".join(f"## Part {i}\n\nIt fell on 3 May 2021." for i in range(n)),
    "days by number": lambda n: "July 1st. Rain.\n" + "\n".join(f"{1 + i % 28}th. Rain." for i in range(n)),
    "numbers": lambda n: "May 1911\n\n" + "\n\n".join(f"{1 + i % 28}. Rain at noon." for i in range(n)),
    "clock times": lambda n: "Monday 3 May 2021\n\n" + "\n".join(f"{i % 24:02}:15 It fell." for i in range(n)),
    "page heads": lambda n: "\n".join(f"A line of text.\nPage {i} of {n}" for i in range(n)),
    "mails": lambda n: "From: a\nSent: 3 May 2021\n\nText.\n" * n,
    "answered mails": lambda n: "\n".join(
        f"On {1 + i % 28} May 2021, Ann wrote:\n> It fell at noon.\n" for i in range(n)
    ),
    "letters": lambda n: "14 Dock Road\n\nDear Ann,\n\nIt fell on 3 May 2021.\n\nYours truly,\nBo Carr\n\n" * (n // 6),
    "notes": lambda n: "\n\n".join(f"It fell in 1911.{i % 999} So it was.\n\n{i % 999} The same." for i in range(n)),
    "starred notes": lambda n: "It fell* in 1911.\n\n*The same.\n\n" * n,
    "works": lambda n: "References\n\n" + "\n\n".join(f"Holm, A. ({1900 + i % 100}). The mill." for i in range(n)),
    "authors": lambda n: "Holm, A., " * n + "\n" + "Holm, A., Carr, B., Dane, C., Holm\n" * n,
    "captions": lambda n: "\n\n".join(f"Figure {i % 999}. The mill in 1911. (Photo: Ann Holm)" for i in range(n)),
    "other pages": lambda n: "Related stories\n" + "The mill fell in 1911\n" * n + "Home | News | Mills\n" * n,
    "dotted times": lambda n: "\n\n".join(f"{1 + i % 28} May {1900 + i // 28}. We left at 7.30." for i in range(n)),
    "one line": lambda n: "3 May 2021 " * n,
    "marks": lambda n: "# " * n + "\n" + "#\n" * n,
}


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def main() -> None:
    print(f"{'':16}" + "".join(f"{step:>24}" for step in ("find", "headings", "resolve", "sentences")))
    for name, make in PAGES.items():
        rows: list[list[float]] = [[], [], [], []]
        for lines in LINES:
            text = make(lines)
            seconds, found = timed(lambda text=text: find(text))
            rows[0].append(seconds)
            seconds, under = timed(lambda text=text, found=found: under_headings(text, found))
            rows[1].append(seconds)
            rows[2].append(timed(lambda text=text, under=under: resolve(text, under, published=None))[0])
            rows[3].append(timed(lambda text=text: running_sentences(text))[0])
        print(f"{name:16}" + "".join("    " + " ".join(f"{seconds:6.2f}" for seconds in row) for row in rows))


if __name__ == "__main__":
    main()

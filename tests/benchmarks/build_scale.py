"""How a whole build grows with the number of documents: seconds, words a second, peak memory, ratios.

    python tests/benchmarks/build_scale.py [--documents 50 200 800]

The documents are made up from a few dozen sentence patterns, names and dates; a third of the sentences hold a date.
"""

import argparse
import random
import resource
import time

from timeline import Document, build

SENTENCES = (
    "{who} and {whom} signed an agreement in {place} on {date}.",
    "The {thing} was closed on {date} after a fire.",
    "In {month} {year}, {who} accused {whom} of breaking the agreement.",
    "{who} said that the {thing} would open again by the end of {year}.",
    "Nobody was hurt, and the {thing} was searched for hours.",
    "The people of {place} had waited a long time for this.",
    "Critics of {who} called it a mistake, while others praised the courage of {whom}.",
    "Rain fell on the roofs of {place}, and the market stayed empty.",
    "It was the first such case, a lawyer for {whom} explained.",
)
PEOPLE = ("Anna Berg", "Tomas Silva", "Maria Okafor", "Peter Novak", "Lena Fischer", "Omar Haddad", "Julia Rossi")
PLACES = ("Lisbon", "Oslo", "Nairobi", "Lima", "Hanoi", "Quito", "Riga", "Accra")
THINGS = ("bridge", "harbour", "factory", "school", "mine", "railway station")
MONTHS = ("January", "March", "April", "June", "July", "September", "October", "December")


def document(number: int, rng: random.Random) -> Document:
    year = rng.randint(2005, 2020)
    lines = []
    for _ in range(rng.randint(20, 60)):
        who, whom = rng.sample(PEOPLE, 2)
        month = rng.choice(MONTHS)
        date = f"{rng.randint(1, 28)} {month} {year}"
        lines.append(
            rng.choice(SENTENCES).format(
                who=who,
                whom=whom,
                place=rng.choice(PLACES),
                thing=rng.choice(THINGS),
                month=month,
                year=year,
                date=date,
            )
        )
    return Document(id=f"d{number}", text="\n\n".join(" ".join(lines[i : i + 5]) for i in range(0, len(lines), 5)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, nargs="+", default=[50, 200, 800])
    build([document(0, random.Random(0))])  # noqa: S311 - loads the pipeline, which is not what is measured
    print(f"{'documents':>9} {'events':>7} {'seconds':>8} {'times as long':>14} {'words/s':>8} {'memory MB':>10}")
    before = None
    for count in parser.parse_args().documents:
        rng = random.Random(count)  # noqa: S311 - made-up data, no secrets
        documents = [document(number, rng) for number in range(count)]
        words = sum(len(one.text.split()) for one in documents)
        start = time.perf_counter()
        timeline = build(documents)
        seconds = time.perf_counter() - start
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        ratio = f"{seconds / before:.1f}" if before else ""
        print(
            f"{count:>9} {len(timeline.events):>7} {seconds:>8.1f} {ratio:>14} {words / seconds:>8.0f} {memory:>10.0f}",
            flush=True,
        )
        before = seconds


if __name__ == "__main__":
    main()

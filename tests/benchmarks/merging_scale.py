"""How merging grows with the number of reports: a table of times and ratios.

    python tests/benchmarks/merging_scale.py [--reports 1000 10000 100000] [--crowds 250 500 1000 2000]

The reports are made up: events over ten years, each told by one to six sources in one of several words, with dates of
different fineness, parties and places drawn from name lists whose use falls off as names' do (Zipf). Crowds are reports
of one day under one word: a register (each with parties of its own), a place that all of them name, and four words for
one kind of event told by many of a few.
"""

import argparse
import random
import resource
import time

from timeline.merging import merge
from timeline.model import Basis, DateMention, DateType, EventMention, Participant, Place, Quote, Role
from timeline.timespan import Day, TimeSpan
from timeline.why import text as because

WORDS = [
    ("attack/NOUN", "attack/VERB", "assault/NOUN", "strike/VERB"),
    ("deal/NOUN", "agreement/NOUN", "accord/NOUN", "sign/VERB"),
    ("withdrawal/NOUN", "withdraw/VERB", "pull-out/NOUN"),
    ("election/NOUN", "vote/VERB"),
    ("flood/NOUN", "flood/VERB"),
    ("arrest/NOUN", "arrest/VERB", "detain/VERB"),
    ("kill/VERB", "killing/NOUN"),
    ("meet/VERB", "meeting/NOUN", "talks/NOUN"),
    ("resign/VERB", "resignation/NOUN"),
    ("launch/VERB", "launch/NOUN"),
    ("trial/NOUN", "try/VERB"),
    ("buy/VERB", "acquisition/NOUN", "acquire/VERB"),
]


def told(rng: random.Random, day: Day) -> TimeSpan:
    """A day as sources tell it: mostly as a day, at times as its month or year."""
    draw = rng.random()
    if draw < 0.7:
        return TimeSpan.on(day)
    return TimeSpan.month(day.year, day.month) if draw < 0.9 else TimeSpan.year(day.year)


def reports(count: int, *, seed: int = 0) -> list[EventMention]:
    """So many reports; names and documents grow with them."""
    rng = random.Random(seed)  # noqa: S311 - made-up data, no secrets
    names = [f"Party{n}" for n in range(max(20, count // 20))]
    weights = [1 / (rank + 1) for rank in range(len(names))]
    first = Day(2011, 1, 1).ordinal
    found: list[EventMention] = []
    while len(found) < count:
        day = Day.from_ordinal(first + rng.randrange(3652))
        words = rng.choice(WORDS)
        parties = rng.choices(names, weights, k=rng.randint(1, 3))
        place = f"Place{rng.randrange(max(10, count // 50))}"
        for _ in range(rng.choice((1, 1, 1, 2, 3, 6))):
            when = told(rng, day)
            at = rng.randrange(5000)
            quote = Quote(at, at + 60, "x" * 60)
            word = Quote(at, at + 5, "xxxxx")
            found.append(
                EventMention(
                    document=f"d{rng.randrange(max(5, count // 10))}",
                    quote=quote,
                    trigger=word,
                    date=DateMention(
                        Quote(at + 10, at + 15, "xxxxx"), DateType.DATE, str(when), when, Basis.STATED, because("")
                    ),
                    when=when,
                    title=f"{words[0]} {place}",
                    concepts=(rng.choice(words),),
                    participants=tuple(Participant(word, Role.OTHER, name) for name in parties),
                    places=(Place(word, place),) if rng.random() < 0.5 else (),
                    confidence=0.8,
                )
            )
    return found[:count]


def crowd(kind: str, count: int) -> list[EventMention]:
    """Reports of one day, thirty to a document."""
    rng = random.Random(1)  # noqa: S311 - made-up data, no secrets
    when = TimeSpan.day(2021, 5, 3)
    found = []
    for n in range(count):
        at = 100 * n
        word = Quote(at, at + 5, "xxxxx")
        names = [f"Person{n}", f"Body{n}"]
        if kind == "four words":
            names = [f"Party{rng.randrange(max(1, count // 4))}", f"Party{int(50 * rng.random() ** 3)}"]
        found.append(
            EventMention(
                document=f"d{n // 30}",
                quote=Quote(at, at + 60, "x" * 60),
                trigger=word,
                date=DateMention(
                    Quote(at + 10, at + 15, "xxxxx"), DateType.DATE, str(when), when, Basis.STATED, because("")
                ),
                when=when,
                title="x",
                concepts=(rng.choice(WORDS[0]) if kind == "four words" else "resign/VERB",),
                participants=tuple(Participant(word, Role.AGENT, name) for name in names),
                places=(Place(word, "Oslo"),) if kind == "one place" else (),
                confidence=0.8,
            )
        )
    return found


def crowds(counts: list[int]) -> None:
    """A table of crowds, in processor time."""
    print(f"{'crowd':<12} {'reports':>9} {'events':>9} {'seconds':>9} {'times as long':>14}")
    for kind in ("register", "one place", "four words"):
        before = None
        for count in counts:
            made = crowd(kind, count)
            start = time.process_time()
            events = merge(made, {mention.document: mention.document for mention in made})
            seconds = time.process_time() - start
            ratio = f"{seconds / before:.2f}" if before else ""
            print(f"{kind:<12} {count:>9} {len(events):>9} {seconds:>9.2f} {ratio:>14}", flush=True)
            before = seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--reports", type=int, nargs="*", default=[1000, 10_000, 100_000])
    parser.add_argument("--crowds", type=int, nargs="*", default=[250, 500, 1000, 2000])
    wanted = parser.parse_args()
    crowds(wanted.crowds)
    print(f"{'reports':>9} {'events':>9} {'seconds':>9} {'times as long':>14} {'memory MB':>10}")
    before = None
    for count in wanted.reports:
        made = reports(count)
        digests = {mention.document: mention.document for mention in made}
        start = time.perf_counter()
        events = merge(made, digests)
        seconds = time.perf_counter() - start
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        ratio = f"{seconds / before:.1f}" if before else ""
        print(f"{count:>9} {len(events):>9} {seconds:>9.2f} {ratio:>14} {memory:>10.0f}", flush=True)
        before = seconds


if __name__ == "__main__":
    main()

"""How working out publication dates grows with the number of documents that share a cast: a table of times and ratios.

    python tests/benchmarks/dating_scale.py [--documents 20 40 80 160 320] [--piles mixed undated same rare counted]

Only the dating is timed (`publication_dates` and `anchored`), in seconds of the processor; reading the texts is not.
The texts are made up, about 300 words each, and tell time as news does: weekdays, "yesterday", "last month", days with
and without their year. All documents of a pile share one cast of eight people, four organisations and four places:

mixed    six documents in ten have a dateline; each tells of events of its own
undated  none has; each tells of events of its own
same     as mixed, but all tell of the same few events
rare     as mixed, with many names that stand in four documents each
counted  as mixed, with dates that count from other events: "a week after the strike"
"""

import argparse
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import ParamSpec, TypeVar
from unittest.mock import patch

from build_scale import PEOPLE, PLACES

from timeline import Document, build, dating, merging
from timeline.timespan import Day
from timeline.wording import MONTHS

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

P = ParamSpec("P")
T = TypeVar("T")

CAST = (*PEOPLE, "Ivo Horn")
BODIES = ("Norvald Energy", "Harbour Union", "Castell Bank", "Merel Group")
SETTING = PLACES[:4]
"""Who and what all documents of a pile have in common."""

DEEDS = (
    "{who} resigned from {body} {when}.",
    "{body} signed an agreement with {other} in {place} {when}.",
    "Police arrested {who} in {place} {when}.",
    "{body} closed its factory in {place} {when}.",
    "{who} met {whom} in {place} {when}.",
    "{body} opened an office in {place} {when}.",
    "A fire destroyed a warehouse of {body} in {place} {when}.",
    "{who} accused {whom} of fraud {when}.",
    "A court in {place} fined {body} {when}.",
    "Workers of {body} went on strike in {place} {when}.",
    "{who} won the election in {place} {when}.",
    "{body} bought a stake in {other} {when}.",
)
COUNTED = (
    "{who} left {place} a week after the strike at {body}.",
    "Two days after the arrest of {who}, a court in {place} fined {body}.",
    "{body} was sold a month after {who} resigned.",
)
FILLER = (
    "Nobody at {body} wanted to say more, and the street before the gate stayed empty.",
    "{who} has known {whom} for a long time, as people in {place} like to tell.",
    "It was a mistake, a lawyer for {who} explained, while others praised the courage of {whom}.",
    "The people of {place} are used to news of this kind from {body}.",
)
LAGS = (1, 3, 25, 60, 250, 700)
"""How many days back the events lie that a document tells."""

FIRST, PAST_DAYS = Day(2012, 1, 1), 3000
SENTENCES = 20


@dataclass(frozen=True, slots=True)
class Event:
    """Something that the documents of a pile may tell of: words with a gap for the date, and the day."""

    words: str
    day: Day


@dataclass(frozen=True, slots=True)
class Pile:
    """How a pile is made: the share of documents with a dateline, how many events all tell, whether rare names
    and dates that count from other events stand in them."""

    dated: float = 0.6
    common: int = 0
    rare: bool = False
    counted: bool = False


PILES = {
    "mixed": Pile(),
    "undated": Pile(dated=0.0),
    "same": Pile(common=6),
    "rare": Pile(rare=True),
    "counted": Pile(counted=True),
}


def pile(kind: str, count: int) -> list[Document]:
    """So many documents of a kind; the first of them are the same however many there are."""
    how = PILES[kind]
    rng = random.Random(kind)  # noqa: S311 - made-up data, no secrets
    shared = [_event(rng, FIRST.plus(40 * n), CAST) for n in range(how.common)]
    return [_document(n, how, shared, random.Random(f"{kind} {n}")) for n in range(count)]  # noqa: S311


def _document(number: int, how: Pile, shared: Sequence[Event], rng: random.Random) -> Document:
    published = shared[-1].day.plus(rng.randrange(200)) if shared else FIRST.plus(rng.randrange(PAST_DAYS))
    people = [*CAST, *(f"{name} Ost{number // 4}" for name in ("Ada", "Bo", "Cy", "Di"))] if how.rare else CAST
    lines = list(_lines(how, shared, people, published, rng))
    if number % 5 < 5 * how.dated:
        lines[0] = f"LISBON, {published.day} {MONTHS[published.month - 1]} {published.year} (Agency) - {lines[0]}"
    return Document(id=f"d{number:05}", text="\n\n".join(" ".join(lines[i : i + 4]) for i in range(0, len(lines), 4)))


def _lines(
    how: Pile, shared: Sequence[Event], people: Sequence[str], published: Day, rng: random.Random
) -> Iterator[str]:
    for number in range(SENTENCES):
        if how.counted and number % 6 == 5:
            yield _filled(rng.choice(COUNTED), people, rng)
        elif number % 3 == 2:
            yield _filled(rng.choice(FILLER), people, rng)
        elif shared:
            event = rng.choice(shared)
            yield event.words.format(when=_told(event.day, published, rng))
        else:
            day = published.plus(-rng.choice(LAGS))
            event = _event(rng, day, people)
            yield event.words.format(when=_told(day, published, rng))


def _event(rng: random.Random, day: Day, people: Sequence[str]) -> Event:
    return Event(_filled(rng.choice(DEEDS), people, rng), day)


def _filled(words: str, people: Sequence[str], rng: random.Random) -> str:
    who, whom = rng.sample(people, 2)
    body, other = rng.sample(BODIES, 2)
    return words.format(who=who, whom=whom, body=body, other=other, place=rng.choice(SETTING), when="{when}")


def _told(day: Day, published: Day, rng: random.Random) -> str:
    """A day as news tells it: in full now and then, else without its year or from the day of writing."""
    back = published.ordinal - day.ordinal
    ways = [f"on {day.day} {MONTHS[day.month - 1]} {day.year}", f"on {day.day} {MONTHS[day.month - 1]}"]
    if back == 1:
        ways += ["yesterday"] * 2
    if 0 < back < 7:
        ways += [f"on {WEEKDAYS[day.weekday]}"] * 2
    if 12 * (published.year - day.year) + published.month - day.month == 1:
        ways += ["last month"] * 2
    if published.year - day.year == 1:
        ways += ["last year"]
    return rng.choice(ways if -180 < back < 180 else [ways[0], *ways[2:]])


def dating_seconds(documents: Sequence[Document]) -> float:
    """How long the dating takes in a build of some documents, in seconds of the processor."""
    seconds = 0.0

    def timed(function: Callable[P, T]) -> Callable[P, T]:
        def call(*args: P.args, **kwargs: P.kwargs) -> T:
            nonlocal seconds
            start = time.process_time()
            try:
                return function(*args, **kwargs)
            finally:
                seconds += time.process_time() - start

        return call

    with (
        patch.object(dating, "publication_dates", timed(dating.publication_dates)),
        patch.object(dating, "anchored", timed(dating.anchored)),
        patch.object(merging, "merge", lambda *_, **__: ()),  # has a benchmark of its own
    ):
        build(documents)
    return seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, nargs="+", default=[20, 40, 80, 160, 320])
    parser.add_argument("--piles", nargs="+", choices=PILES, default=list(PILES))
    options = parser.parse_args()
    dating_seconds(pile("mixed", 1))  # loads what is loaded once
    print(f"{'pile':<8} {'documents':>9} {'seconds':>8} {'times as long':>14}")
    for kind in options.piles:
        before = None
        for count in options.documents:
            seconds = dating_seconds(pile(kind, count))
            ratio = f"{seconds / before:.2f}" if before else ""
            print(f"{kind:<8} {count:>9} {seconds:>8.2f} {ratio:>14}", flush=True)
            before = seconds


if __name__ == "__main__":
    main()

"""How well publication dates are worked out where nothing states them: a table over dated corpora.

    python tests/benchmarks/dates_published.py --corpora DIR

Of each document only what annotators covered is kept; the date is withheld and every line that states it is cut out.
"alone" sees one document at a time, "together" the whole corpus, "beside dated" the whole corpus with the dates of
every other document. A span holds when the true day lies in it; the width is in days, over the spans with two ends.
"settled" are the spans of at most two months, by which relative dates are read and other documents dated. Corpora that
are not there are left out with a word.

    python tests/benchmarks/dates_published.py --corpora DIR --lags

prints how long after the latest date that they tell as past in full the documents were published, by how that date is
told: the figures of timeline/dates/published/lags.py. With `--without NAME` a corpus is left out, to see what the
others say of it.
"""

import argparse
import json
import math
import statistics
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from timeline import Document, build
from timeline.dates import find, partial, resolve
from timeline.dating.crossdating import SETTLED_DAYS
from timeline.dating.published import infer, known
from timeline.dating.published.bounds import ASIDE, kind_of, latest_told
from timeline.dating.published.lags import LAGS, Kind
from timeline.model import Published, PublishedBasis, Quote
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
    settled = [(when, truth) for when, truth in closed if (when.length or 0) <= SETTLED_DAYS]
    return (
        f"{name:<17} {view:<12} {len(answers):>9} {len(closed):>6} {held(closed):>6} {width(closed):>6} "
        f"{len(settled):>8} {held(settled):>6} {width(settled):>6} {len(bounds):>7} {held(bounds):>6} "
        f"{len(answers) - len(spans):>8}"
    )


def held(spans: Sequence[tuple[TimeSpan, TimeSpan]]) -> int:
    return sum(when.contains(truth) for when, truth in spans)


def width(spans: Sequence[tuple[TimeSpan, TimeSpan]]) -> str:
    return f"{statistics.median(when.length or 0 for when, _ in spans):.0f}" if spans else "-"


def beside_dated(dated: Sequence[tuple[Document, TimeSpan]]) -> list[tuple[Published, TimeSpan]]:
    """What becomes of each half of the documents where the dates of the other half are given."""
    answers = []
    for hidden in (0, 1):
        given = [
            document
            if number % 2 == hidden
            else replace(document, published=truth, published_basis=PublishedBasis.METADATA)
            for number, (document, truth) in enumerate(dated)
        ]
        timeline = build(given)
        half = [pair for number, pair in enumerate(dated) if number % 2 == hidden]
        answers += [(timeline.source(document.id).published, truth) for document, truth in half]
    return answers


def lags(dated: Sequence[tuple[Document, TimeSpan]]) -> dict[Kind, list[int]]:
    """The days from the end of the latest date told in full to publication, by how it is told."""
    found: defaultdict[Kind, list[int]] = defaultdict(list)
    for document, truth in dated:
        candidates = find(document.text)
        latest = latest_told(candidates, resolve(document.text, candidates, published=None))
        if latest is None or latest[0].bound in ASIDE:
            continue
        if latest[1].last is not None and truth.first is not None:
            found[kind_of(*latest)].append(truth.first.ordinal - latest[1].last.ordinal)
    return found


def print_lags(dated: Sequence[tuple[Document, TimeSpan]]) -> None:
    """The table; the 95th percentile is the least that 95 in 100 more such documents keep, or the greatest measured."""
    print(f"{'latest date told':<24} {'documents':>9} {'median':>7} {'95 %':>7} {'greatest':>8} {'reckoned with':>13}")
    found = lags(dated)
    for kind in Kind:
        days = sorted(found[kind])
        if days:
            rank = min(math.ceil(0.95 * (len(days) + 1)), len(days))
            print(
                f"{kind.value:<24} {len(days):>9} {statistics.median(days):>7.0f} {days[rank - 1]:>7} {days[-1]:>8} "
                f"{LAGS[kind].days:>13}"
            )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--lags", action="store_true")
    parser.add_argument("--without", action="append", default=[], metavar="NAME")
    options = parser.parse_args()
    there = [name for name in CORPORA if name not in options.without and (options.corpora / f"{name}.jsonl").exists()]
    for name in sorted({*CORPORA} - {*there}):
        print(f"{name:<17} left out")
    dated = {name: documents(options.corpora / f"{name}.jsonl") for name in there}
    if options.lags:
        print_lags([pair for name in there for pair in dated[name]])
        return
    print(
        f"{'corpus':<17} {'view':<12} {'documents':>9} {'spans':>6} {'hold':>6} {'width':>6} {'settled':>8} "
        f"{'hold':>6} {'width':>6} {'bounds':>7} {'right':>6} {'unknown':>8}"
    )
    for name in there:
        alone = [(infer(document, find(document.text)), truth) for document, truth in dated[name]]
        print(row(name, "alone", alone))
        timeline = build([document for document, _ in dated[name]])
        together = [(timeline.source(document.id).published, truth) for document, truth in dated[name]]
        print(row(name, "together", together))
        print(row(name, "beside dated", beside_dated(dated[name])), flush=True)


if __name__ == "__main__":
    main()

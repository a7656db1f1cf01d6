"""Learn which reports tell of one event: ``python -m timeline.training.pairs STORIES --one COLLECTION...``.

STORIES is a file of JSON lines, a document each, with `topic`, the collection that the document belongs to; each
COLLECTION is a file that is one collection. A document has `id`, `text` and `events`, each with `start` and `end` of
its words (code points, half-open) and `event`, which names the same event in all documents. The shipped weights come
from the odd topics of ECB+ and from every second article of MEANTIME's Apple and Airbus parts, from the first on.

Each collection is built, and of its reports those that people marked are paired as merging pairs them. Made pairs, in
which one shared place, person or number was taken for another, were tried: they cost more true joins than they kept
false ones apart.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from timeline.dating.likeness import Rarity
from timeline.merging import stories
from timeline.merging.cluster import story_pairs
from timeline.merging.compare import says_too_little
from timeline.merging.nearness import Nearness
from timeline.merging.pairs import Pairs
from timeline.merging.plans import as_compared
from timeline.model import Document, EventMention
from timeline.pipeline import build

WEIGHTS = Path(__file__).parents[1] / "merging" / "pair_weights.tsv"

PENALTY = 0.3
"""The inverse of the penalty's strength; .1 to 1 give the same figures."""

COLLECTION_WEIGHT = 3.0
"""The weight of a pair of a collection, where one of a story weighs 1: collections are few, and their pairs are like
those of most users, whose documents tell more than two stories."""

HEADER = """\
# Weights of a logistic regression: are two reports of a story of one event? (timeline/merging/pairs.py)
# Made by: python -m timeline.training.pairs
# Learned of MEANTIME (NewsReader project, FBK, VU Amsterdam and UPV/EHU; CC BY 4.0) and of ECB+ (A. Cybulska and
# P. Vossen, VU Amsterdam; annotation CC BY 3.0): every second article of the one, the odd topics of the other.
name	weight	note
"""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports that people marked: the features of the pair, whether they are of one event, and its weight."""

    features: Mapping[str, float]
    is_one: bool
    weight: float


def collections(path: Path) -> Iterator[list[dict[str, Any]]]:
    """The documents of each collection in a file."""
    found: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            marked: dict[str, Any] = json.loads(line)
            found[marked.get("topic", "")].append(marked)
    yield from found.values()


def pairs(documents: Sequence[Mapping[str, Any]], *, weight: float) -> Iterator[Pair]:
    """The pairs of marked reports of a collection."""
    told = [Document(id=each["id"], text=each["text"]) for each in documents]
    mentions = as_compared([mention for event in build(told) for mention in event.mentions])
    texts = {document.id: document.text for document in told}
    marks = list(_marks(mentions, documents))
    rarity = Rarity.of(mentions, stories(texts))
    compared = Pairs(mentions, rarity, Nearness.of(texts))
    for i, j in story_pairs(mentions, range(len(mentions)), rarity):
        if marks[i] is None or marks[j] is None or says_too_little(mentions[i], mentions[j]):
            continue
        yield Pair(dict(compared.features(i, j)), marks[i] == marks[j], weight)


def _marks(mentions: Iterable[EventMention], documents: Sequence[Mapping[str, Any]]) -> Iterator[str | None]:
    """The name of the event that people gave each report; None for one that they did not mark."""
    events = {each["id"]: [event for event in each["events"] if event.get("event")] for each in documents}
    for mention in mentions:
        trigger = mention.trigger
        named = (
            event["event"]
            for event in events[mention.document]
            if event["start"] < trigger.end and trigger.start < event["end"]
        )
        yield next(named, None)


def learn(found: Sequence[Pair]) -> dict[str, float]:
    """The weights of the features by their names."""
    from sklearn.feature_extraction import DictVectorizer  # the extra `train` alone brings it
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import MaxAbsScaler

    vectors = DictVectorizer(sparse=False)
    table = vectors.fit_transform([pair.features for pair in found])
    scaled = MaxAbsScaler().fit(table)
    model = LogisticRegression(C=PENALTY, l1_ratio=1, solver="liblinear", random_state=0, max_iter=1000)
    model.fit(scaled.transform(table), [pair.is_one for pair in found], [pair.weight for pair in found])
    raw = model.coef_[0] / scaled.scale_
    weights = {"bias": float(np.ravel(model.intercept_)[0])}
    weights |= {name: float(weight) for name, weight in zip(vectors.feature_names_, raw, strict=True)}
    return {name: round(weight, 3) for name, weight in weights.items() if round(weight, 3)}


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", type=Path, metavar="STORIES")
    parser.add_argument("--one", type=Path, nargs="*", default=[], metavar="COLLECTION")
    parser.add_argument("--output", type=Path, default=WEIGHTS)
    given = parser.parse_args(arguments)
    found = [pair for each in collections(given.stories) for pair in pairs(each, weight=1.0)]
    for path in given.one:
        found += [pair for each in collections(path) for pair in pairs(each, weight=COLLECTION_WEIGHT)]
    rows = (f"{name}\t{weight}\t\n" for name, weight in sorted(learn(found).items()))
    given.output.write_text(HEADER + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])

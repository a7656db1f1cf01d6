"""Learn which words name events: ``python -m timeline.training.triggers CORPUS... [--check CORPUS...]``.

A CORPUS is a file of JSON lines, a document each: `id`, `text`, `events` (each with `start` and `end` of its words) and
`annotated` (the ranges of the text in which people marked all events); offsets are code points, half-open. The shipped
weights come from every second article of MEANTIME's Apple and Airbus parts and from the odd topics of ECB+, from the
first on. With --check the precision and recall on other corpora
are printed.

The regression has the L1 norm as its penalty, so that features which do not pay get no weight, and no randomness.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline import dates
from timeline.events.extract import read_sentence
from timeline.events.select import select
from timeline.events.triggers import MENTION, can_name, features
from timeline.language import Pipeline, Request, Sentence, Token, load
from timeline.model import Document, Position
from timeline.structure import running_sentences

WEIGHTS = Path(__file__).parents[1] / "events" / "trigger_weights.tsv"

PENALTY = 0.3
"""The inverse of the penalty's strength. At 1 more than twice as many weights gain .001 of recall on ECB+'s other
half and lose .005 of precision on MEANTIME's."""

HEADER = """\
# Weights of a logistic regression that tells whether a word names an event (timeline/events/triggers.py).
# Made by: python -m timeline.training.triggers
# Learned of MEANTIME (NewsReader project, FBK, VU Amsterdam and UPV/EHU; CC BY 4.0) and of ECB+ (A. Cybulska and
# P. Vossen, VU Amsterdam; annotation CC BY 3.0): every second article of the one, the odd topics of the other.
name	weight	note
"""


@dataclass(frozen=True, slots=True)
class Word:
    """A word that people marked as an event (`is_event`) or not, with its features; None for one that cannot be one."""

    features: Mapping[str, float] | None
    is_event: bool


def words(path: Path, pipeline: Pipeline) -> Iterator[Word]:
    """The words in the annotated ranges of a corpus."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            marked: dict[str, Any] = json.loads(line)
            for sentence, tokens, position in _read(marked["text"], pipeline):
                yield from _of_sentence(sentence, tokens, position, marked)


def _read(text: str, pipeline: Pipeline) -> Iterator[tuple[Sentence, frozenset[int], Position]]:
    """The sentences of a text as extraction reads them, with the tokens of their dates and their positions."""
    document = Document(id="", text=text)
    candidates = dates.under_headings(text, dates.find(text))
    quotes = [candidate.quote for candidate in candidates]
    counted = [dates.counted_words(candidate) for candidate in candidates]
    passages = select(document.text, running_sentences(text), quotes)
    requests = [
        Request(text[p.start : p.end], p.start, tuple((counted[i].start, counted[i].end) for i in p.candidates))
        for p in passages
    ]
    for passage, sentence in zip(passages, pipeline.parse(requests), strict=True):
        at = (sentence.token_at(quotes[i].start) for i in passage.candidates)
        tokens = frozenset(token.index for token in at if token is not None)
        yield read_sentence(sentence, tokens, passage.position), tokens, passage.position


def _of_sentence(
    sentence: Sentence, dates_in_it: frozenset[int], position: Position, marked: Mapping[str, Any]
) -> Iterator[Word]:
    spans = (sentence.tokens_in(event["start"], event["end"]) for event in marked["events"])
    heads = {_head(tokens) for tokens in spans if tokens}
    for token in sentence.tokens:
        if token.index in dates_in_it or not any(a <= token.start < b for a, b in marked["annotated"]):
            continue
        if can_name(token):
            headline = position == Position.HEADLINE
            yield Word(dict(features(sentence, token, headline=headline)), token.index in heads)
        elif token.index in heads:
            yield Word(None, is_event=True)


def _head(tokens: Sequence[Token]) -> int:
    """The index of the word that the others of a mention depend on."""
    inside = {token.index for token in tokens}
    return next((t.index for t in tokens if t.head not in inside or t.head == t.index), tokens[0].index)


def learn(found: Sequence[Word]) -> dict[str, float]:
    """The weights of the features by their names, those of 0 left out."""
    from sklearn.feature_extraction import DictVectorizer  # the extra `train` alone brings it
    from sklearn.linear_model import LogisticRegression

    known = [word for word in found if word.features is not None]
    vectors = DictVectorizer(sparse=False)
    table = vectors.fit_transform([word.features for word in known])
    model = LogisticRegression(C=PENALTY, l1_ratio=1, solver="liblinear", random_state=0, max_iter=1000)
    model.fit(table, [word.is_event for word in known])
    weights = {"bias": float(model.intercept_[0])}
    weights |= {name: float(w) for name, w in zip(vectors.feature_names_, model.coef_[0], strict=True)}
    return {name: round(weight, 3) for name, weight in weights.items() if round(weight, 3)}


def probabilities(weights: Mapping[str, float], found: Sequence[Word]) -> NDArray[np.float64]:
    """The probability of each word to name an event; 0 for those that cannot."""
    totals = [
        weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in word.features.items())
        if word.features is not None
        else -np.inf
        for word in found
    ]
    return np.asarray(1.0 / (1.0 + np.exp(-np.array(totals))))


def figures(weights: Mapping[str, float], found: Sequence[Word], least: float) -> str:
    """Precision and recall of the words with a probability of at least `least`."""
    chosen = probabilities(weights, found) >= least
    right = sum(word.is_event for word, taken in zip(found, chosen, strict=True) if taken)
    events = sum(word.is_event for word in found)
    return f"p >= {least}: precision {right / max(int(chosen.sum()), 1):.3f}, recall {right / max(events, 1):.3f}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the weights and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path, nargs="+", metavar="CORPUS")
    parser.add_argument("--check", type=Path, nargs="*", default=[], metavar="CORPUS")
    parser.add_argument("--output", type=Path, default=WEIGHTS)
    given = parser.parse_args(arguments)
    pipeline = load()
    weights = learn([word for path in given.corpora for word in words(path, pipeline)])
    rows = (f"{name}\t{weight}\t\n" for name, weight in sorted(weights.items()))
    given.output.write_text(HEADER + "".join(rows), encoding="utf-8")
    for path in given.check:
        found = list(words(path, pipeline))
        print(path.name, *(figures(weights, found, least) for least in (0.1, 0.2, MENTION, 0.5)), sep="\n   ")


if __name__ == "__main__":
    main(sys.argv[1:])

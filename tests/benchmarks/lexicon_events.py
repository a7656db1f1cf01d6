"""How well event words are told and matched: ``python tests/benchmarks/lexicon_events.py --corpora DIR``.

Event nouns, on MEANTIME and ECB+: precision, recall and F1 of ``event_noun(lemma) >= t`` over the nouns of the
annotated text, where a noun is an event if it is the last noun of a trigger. Only the annotated sentences count.

Triggers, on ECB+: pairs of mentions in different documents of one topic (or story), one event or not by the annotators;
area under the ROC curve and best F1 of several similarities. A trigger is compared by its first verb, else its last
noun. The two halves of the topics show how far the figures depend on the topics.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from itertools import combinations, groupby
from pathlib import Path
from typing import Any

from timeline.language import Request, Token, load
from timeline.language.lexicon import EVENT_NOUN, SAME_EVENT, concept, event_noun, similarity
from timeline.structure import split_sentences

NOUN_FILES = ("meantime-apple", "meantime-airbus", "ecbplus")
THRESHOLDS = (0.2, 0.3, EVENT_NOUN, 0.4, 0.5, 0.6)

Word = tuple[str, str]
Similarity = Callable[[Word, Word], float]


@dataclass(frozen=True, slots=True)
class Mention:
    """A trigger that the annotators gave an event; `word` is (lemma, part of speech) of its head."""

    topic: int
    story: str
    document: str
    event: str
    word: Word


def documents(corpora: Path, name: str) -> Iterator[dict[str, Any]]:
    """The documents of a file, each with the tokens of its annotated text."""
    pipeline = load()
    with (corpora / f"{name}.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            requests = [
                Request(document["text"][start + left : start + right], start + left)
                for start, end in document["annotated"]
                for left, right in split_sentences(document["text"][start:end])
            ]
            document["tokens"] = [token for sentence in pipeline.parse(requests) for token in sentence.tokens]
            yield document


def trigger(document: dict[str, Any], event: dict[str, Any]) -> list[Token]:
    """The words of a trigger."""
    return [t for t in document["tokens"] if t.start < event["end"] and t.end > event["start"] and t.text[0].isalnum()]


def nouns(document: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    """Each noun of a document with whether it names an event."""
    triggers = [[t for t in trigger(document, event) if t.pos == "NOUN"] for event in document["events"]]
    last = {words[-1].start for words in triggers if words}
    for token in document["tokens"]:
        if token.pos == "NOUN" and token.text[0].isalpha():
            yield token.lemma, token.start in last


def mentions(document: dict[str, Any]) -> Iterator[Mention]:
    """The mentions of events that the annotators named."""
    for event in document["events"]:
        words = trigger(document, event)
        if event["event"] and words:
            head = next((t for t in words if t.pos == "VERB"), None)
            head = head or next((t for t in reversed(words) if t.pos in {"NOUN", "PROPN"}), words[0])
            word = (head.lemma.lower(), head.pos)
            yield Mention(int(document["topic"]), document["story"], document["id"], event["event"], word)


def scores_of_nouns(found: list[tuple[str, bool]]) -> str:
    """A row of precision / recall / F1 for each threshold."""
    cells = []
    for threshold in sorted(set(THRESHOLDS)):
        taken = [gold for lemma, gold in found if event_noun(lemma) >= threshold]
        precision, recall = sum(taken) / max(len(taken), 1), sum(taken) / max(sum(gold for _, gold in found), 1)
        cells.append(f"{precision:.2f}/{recall:.2f}/{2 * precision * recall / max(precision + recall, 1e-9):.2f}")
    return "  ".join(cells)


def pairs(found: Iterable[Mention], *, within: Callable[[Mention], Any]) -> Iterator[tuple[Word, Word, bool]]:
    """Pairs of mentions of different documents that share what `within` gives."""
    for _, block in groupby(sorted(found, key=lambda m: (str(within(m)), m.document, m.event)), key=within):
        for a, b in combinations(list(block), 2):
            if a.document != b.document:
                yield a.word, b.word, a.event == b.event


def auc_and_best(scored: Iterable[tuple[float, bool]]) -> tuple[float, float, float]:
    """Area under the ROC curve, best F1, and the threshold of that."""
    counts: dict[float, list[int]] = defaultdict(lambda: [0, 0])
    for score, same in scored:
        counts[score][same] += 1
    alike = sum(count[1] for count in counts.values())
    other = sum(count[0] for count in counts.values())
    true = false = 0
    area, best = 0.0, (0.0, 0.0)
    for score in sorted(counts, reverse=True):
        negative, positive = counts[score]
        area += negative * (true + positive / 2)
        true, false = true + positive, false + negative
        best = max(best, (2 * true / (true + false + alike), score))
    return area / (alike * other), *best


def same_lemma(a: Word, b: Word) -> float:
    """1 for one lemma."""
    return float(a[0] == b[0])


@cache
def letters(a: Word, b: Word) -> float:
    """Ratio of common letters."""
    return SequenceMatcher(None, a[0], b[0]).ratio()


def same_concept(a: Word, b: Word) -> float:
    """1 for one concept."""
    return float(concept(*a) == concept(*b))


SIMILARITIES: dict[str, Similarity] = {
    "same lemma": same_lemma,
    "letters": letters,
    "same concept": same_concept,
    "similarity": similarity,
}


def main() -> None:
    """Read the arguments and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True, help="folder with meantime-*.jsonl and ecbplus.jsonl")
    corpora = parser.parse_args().corpora
    read = {name: list(documents(corpora, name)) for name in NOUN_FILES}

    print("Event nouns: precision/recall/F1 at", *sorted(set(THRESHOLDS)), f"(EVENT_NOUN is {EVENT_NOUN})")
    for name, texts in read.items():
        print(f"{name:18}", scores_of_nouns([noun for document in texts for noun in nouns(document)]))

    triggers = [mention for document in read["ecbplus"] for mention in mentions(document)]
    halves = {"odd": [m for m in triggers if m.topic % 2], "even": [m for m in triggers if not m.topic % 2]}
    print(f"\nTriggers of ECB+, {len(triggers)} mentions: AUC, best F1 (at); SAME_EVENT is {SAME_EVENT}")
    for label, similar in SIMILARITIES.items():
        for half, found in halves.items():
            for scope, within in (("topic", lambda m: m.topic), ("story", lambda m: (m.topic, m.story))):
                area, best, at = auc_and_best((similar(a, b), same) for a, b, same in pairs(found, within=within))
                print(f"{label:14} {half:5} topics, within {scope:6} {area:.3f} {best:.3f} ({at:.2f})")


if __name__ == "__main__":
    main()

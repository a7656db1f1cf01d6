"""How well reports are joined across documents, the triggers given.

    python tests/benchmarks/merging_ecbplus.py FILE

FILE is ecbplus.jsonl: news articles by topic with the words that name events, and which of them name one event. Each
topic is one collection. The triggers are the annotators'; all else is our own reading of the text: the words that name
the event (`concepts`), its parties and places, its phase and status. A trigger to which a build of the topic ties a
date has that date; the others have none, whatever the day of publication, which these texts rarely say.

Printed are, for the topics that weights were learned on and for those that they were not, our merging and the baseline
"the same lemma within the topic": B-cubed over the mentions of events that are told twice or more (the others still
cost precision where they are joined to these), and the CoNLL figure, the mean F1 of MUC, B-cubed and CEAF-e over all
mentions (Pradhan et al. 2014, "Scoring coreference partitions of predicted mentions").

The weights of `timeline.merging.compare` for reports of one story (`SAME_IN_STORY`, `BESIDE_IN_STORY`, `UNDATED`), the
threshold of `cluster` and that of `stories` were tried one by one, for the best figure on the odd topics. The even ones
are not unseen: which parts a likeness has was chosen with figures for both halves at hand, and the hand-made synonyms
were written with errors on all topics in view. So their figure is somewhat too good, too.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from timeline import Document, Extent, Published, PublishedBasis, Quote, build, find_dates
from timeline.events import Draft, Telling, collect, mention, on_publication, unify
from timeline.events import status as telling
from timeline.events.arguments import participants, places
from timeline.events.core import concepts, core, phase
from timeline.events.mend import mend
from timeline.language import Pipeline, Request, Sentence, Token, load
from timeline.merging import merge, stories
from timeline.model import EventMention, Position
from timeline.structure import split_sentences
from timeline.why import text as because

LEARNED_ON = frozenset(range(1, 36, 2))
"""Topics with odd numbers; the even ones are for the report, though not unseen."""

UNKNOWN = Published(None, PublishedBasis.UNKNOWN, because("the corpus does not say"))


class Scores(NamedTuple):
    """Precision, recall and F1 in hundredths."""

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class Given:
    """A trigger of the gold: its event, None where nothing else tells of it; its lemma; and what we read around it."""

    event: str | None
    lemma: str
    report: EventMention


def given(documents: Sequence[Mapping[str, Any]], pipeline: Pipeline) -> list[Given]:
    """The gold triggers of a collection with our reading of the words around them."""
    texts = {d["id"]: Document(id=d["id"], text=d["text"]) for d in documents}
    dated = {(m.document, m.trigger.start): m for event in build(texts.values()) for m in event.mentions}
    found = [
        (event["event"], lemma, draft)
        for d in documents
        for event, lemma, draft in _drafts(texts[d["id"]], d["annotated"], d["events"], pipeline)
    ]
    names = collect(draft for _, _, draft in found)
    return [
        Given(event, lemma, _mention(unify(draft, names), dated.get((draft.document, draft.trigger.start))))
        for event, lemma, draft in found
    ]


def _drafts(
    document: Document,
    annotated: Iterable[tuple[int, int]],
    events: Sequence[Mapping[str, Any]],
    pipeline: Pipeline,
) -> Iterator[tuple[Mapping[str, Any], str, Draft]]:
    """Each gold event of a document with its trigger's lemma and a draft."""
    spans = [
        (start + left, start + right)
        for start, end in annotated
        for left, right in split_sentences(document.text[start:end])
    ]
    days = [date.quote for date in find_dates(document) if date.quote is not None]
    parsed = pipeline.parse(Request(document.text[start:end], start) for start, end in spans)
    for (start, end), sentence in zip(spans, parsed, strict=True):
        at = frozenset(t.index for day in days for t in sentence.tokens if day.start <= t.start < day.end)
        whole = mend(sentence, at) if sentence.tokens else sentence
        for event in events:
            head = _head([t for t in whole.tokens if t.start < event["end"] and t.end > event["start"]])
            if head is not None:
                yield event, head.lemma.lower(), _draft(document, document.quote(start, end), whole, head, at)


def _head(words: Sequence[Token]) -> Token | None:
    """The word of a trigger that names the event: its first verb, else its last noun."""
    words = [token for token in words if token.text[0].isalnum()]
    nouns = [token for token in words if token.pos in ("NOUN", "PROPN")]
    return next((t for t in words if t.pos == "VERB"), nouns[-1] if nouns else next(iter(words), None))


def _draft(document: Document, quote: Quote, sentence: Sentence, head: Token, dates: frozenset[int]) -> Draft:
    verdict = telling.verdict(sentence, head.index)
    return Draft(
        document=document.id,
        quote=quote,
        trigger=Quote(head.start, head.end, head.text),
        concepts=concepts(sentence, head.index),
        candidate=None,
        attachment=1.0,
        tie="given",
        position=Position.BODY,
        tense=telling.tense(sentence, head.index),
        status=verdict.status,
        title=head.text,
        status_words=verdict.words,
        participants=participants(sentence, core(sentence, head.index), dates),
        places=places(sentence, head.index, dates),
        entities=sentence.entities,
        phase=phase(sentence, head.index),
        telling=Telling.OWN,
    )


def _mention(draft: Draft, dated: EventMention | None) -> EventMention:
    """The report of a draft, with the date that a build of the collection found for its trigger, if it did."""
    if dated is None or dated.when is None:
        return mention(draft, on_publication(UNKNOWN), None, Extent.WITHIN, UNKNOWN)
    return mention(draft, dated.date, dated.when, dated.extent, UNKNOWN)


def ours(reports: Sequence[Given], texts: Mapping[str, str]) -> list[Hashable]:
    """The event of each report by our merging."""
    digests = {document: document for document in texts}
    distinct = {(one.report.document, one.report.trigger): one.report for one in reports}
    events = merge(distinct.values(), digests, stories=stories(texts))
    home = {(m.document, m.trigger): event.id for event in events for m in event.mentions}
    return [home[one.report.document, one.report.trigger] for one in reports]


def same_lemma(reports: Sequence[Given], _: Mapping[str, str]) -> list[Hashable]:
    """The baseline: one event for each lemma of a topic."""
    return [one.lemma for one in reports]


Pair = tuple[Hashable, Hashable]
"""What the gold and what an answer puts a mention into."""

Clusters = dict[Hashable, set[int]]


def clusters(keys: Iterable[Hashable]) -> Clusters:
    """The mentions, by their numbers, that have one key."""
    found: defaultdict[Hashable, set[int]] = defaultdict(set)
    for number, key in enumerate(keys):
        found[key].add(number)
    return dict(found)


def b_cubed(pairs: Sequence[Pair], *, least: int = 1) -> Scores:
    """Bagga and Baldwin 1998, over the mentions of gold clusters of at least so many.

    >>> b_cubed([("a", 1), ("a", 1), ("a", 2), ("b", 2)], least=2)
    Scores(precision=83.3, recall=55.6, f1=66.7)
    """
    gold, found = clusters(g for g, _ in pairs), clusters(f for _, f in pairs)
    judged = [(gold[g], found[f]) for g, f in pairs if len(gold[g]) >= least]
    precision = sum(len(g & f) / len(f) for g, f in judged)
    recall = sum(len(g & f) / len(g) for g, f in judged)
    return _scores(precision, len(judged), recall, len(judged))


def muc(pairs: Sequence[Pair]) -> Scores:
    """Vilain et al. 1995: the links that join each cluster.

    >>> muc([("a", 1), ("a", 1), ("a", 2), ("b", 2)])
    Scores(precision=50.0, recall=50.0, f1=50.0)
    """
    gold, found = clusters(g for g, _ in pairs), clusters(f for _, f in pairs)
    kept_of_found = sum(len(members) - len({pairs[i][0] for i in members}) for members in found.values())
    kept_of_gold = sum(len(members) - len({pairs[i][1] for i in members}) for members in gold.values())
    return _scores(kept_of_found, len(pairs) - len(found), kept_of_gold, len(pairs) - len(gold))


def ceaf_e(pairs: Sequence[Pair]) -> Scores:
    """Luo 2005: clusters paired one to one, as alike as can be (`2 * common / (size + size)`).

    >>> ceaf_e([("a", 1), ("a", 1), ("a", 2), ("b", 2)])
    Scores(precision=73.3, recall=73.3, f1=73.3)
    """
    gold, found = clusters(g for g, _ in pairs), clusters(f for _, f in pairs)
    common = Counter(pairs)
    alike = {(g, f): 2 * n / (len(gold[g]) + len(found[f])) for (g, f), n in common.items()}
    total = sum(best_pairing(part) for part in _parts(alike))
    return _scores(total, len(found), total, len(gold))


def best_pairing(alike: Mapping[Pair, float]) -> float:
    """The greatest sum of values, with each left and each right key used once (Kuhn 1955, by shortest paths).

    >>> best_pairing({("a", 1): 0.9, ("a", 2): 0.8, ("b", 1): 0.8})
    1.6
    """
    left, right = (list(dict.fromkeys(pair[side] for pair in alike)) for side in (0, 1))
    if len(left) > len(right):
        return best_pairing({(f, g): value for (g, f), value in alike.items()})
    cost = [[-alike.get((g, f), 0.0) for f in right] for g in left]
    row_price, column_price = [0.0] * len(left), [0.0] * (len(right) + 1)
    row_of: list[int | None] = [None] * (len(right) + 1)  # the last column stands for the row that is to be placed
    for row in range(len(left)):
        row_of[-1] = row
        column, least, before = len(right), [float("inf")] * len(right), [len(right)] * len(right)
        done: list[int] = []
        while (here := row_of[column]) is not None:
            done.append(column)
            for other in range(len(right)):
                reduced = cost[here][other] - row_price[here] - column_price[other]
                if other not in done and reduced < least[other]:
                    least[other], before[other] = reduced, column
            nearest = min((c for c in range(len(right)) if c not in done), key=least.__getitem__)
            step = least[nearest]
            for other in done:
                taken = row_of[other]
                if taken is not None:
                    row_price[taken] += step
                column_price[other] -= step
            least = [value if c in done else value - step for c, value in enumerate(least)]
            column = nearest
        while column != len(right):
            row_of[column], column = row_of[before[column]], before[column]
    return -sum(cost[row][column] for column, row in enumerate(row_of[:-1]) if row is not None)


def _parts(alike: Mapping[Pair, float]) -> Iterator[dict[Pair, float]]:
    """The pairs that hang together by their keys, group by group: each can be paired by itself."""
    links: defaultdict[tuple[int, Hashable], list[Pair]] = defaultdict(list)
    for pair in alike:
        links[0, pair[0]].append(pair)
        links[1, pair[1]].append(pair)
    seen: set[Pair] = set()
    for first in alike:
        part: dict[Pair, float] = {}
        waiting = [first] if first not in seen else []
        while waiting:
            pair = waiting.pop()
            if pair not in seen:
                seen.add(pair)
                part[pair] = alike[pair]
                waiting += links[0, pair[0]] + links[1, pair[1]]
        if part:
            yield part


def _scores(precision: float, answered: int, recall: float, wanted: int) -> Scores:
    p, r = precision / max(answered, 1), recall / max(wanted, 1)
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    return Scores(round(100 * p, 1), round(100 * r, 1), round(100 * f1, 1))


def conll(pairs: Sequence[Pair]) -> float:
    """The mean F1 of MUC, B-cubed and CEAF-e.

    >>> conll([("a", 1), ("a", 1), ("b", 2)])
    100.0
    """
    return round((muc(pairs).f1 + b_cubed(pairs).f1 + ceaf_e(pairs).f1) / 3, 1)


def main() -> None:
    """Read the arguments and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, help="ecbplus.jsonl")
    topics: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
    with parser.parse_args().file.open(encoding="utf-8") as lines:
        for document in map(json.loads, lines):
            topics[int(document["topic"])].append(document)
    pipeline = load()
    read = {topic: given(documents, pipeline) for topic, documents in sorted(topics.items())}
    texts = {topic: {d["id"]: d["text"] for d in documents} for topic, documents in topics.items()}
    print(f"{'topics':22} {'joined by':12} {'reports':>7}   B-cubed of 2+: P, R, F1   CoNLL F1 of all")
    for label, wanted in (("learned on", LEARNED_ON), ("for the report", frozenset(read) - LEARNED_ON)):
        for name, answer in (("same lemma", same_lemma), ("our merging", ours)):
            pairs: list[Pair] = []
            for topic in sorted(wanted & read.keys()):
                keys = answer(read[topic], texts[topic])
                for number, (one, key) in enumerate(zip(read[topic], keys, strict=True)):
                    pairs.append(((topic, one.event or number), (topic, key)))
            found = b_cubed(pairs, least=2)
            figures = f"{found.precision:7} {found.recall:6} {found.f1:6} {conll(pairs):12}"
            print(f"{label:22} {name:12} {len(pairs):7}   {figures}")


if __name__ == "__main__":
    main()

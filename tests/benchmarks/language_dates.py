"""Which words the parser should read in place of dates: ``python tests/benchmarks/language_dates.py --corpora DIR``.

Takes the sentences of the test treebanks in which dates were found, and parses each with its dates as they are written
and with several placeholders. Counts, against the gold trees: how often the date hangs where it should, with the right
relation; and the attachment of the other words of the same sentences.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import timeline.language.pipeline as pipeline_module
from timeline.language import Pipeline, Request, Sentence, load
from timeline.language.placeholders import placeholder
from timeline.language.training.corpora import Tree, read_treebank
from timeline.language.training.hidden_dates import DATE, hide_dates

TREEBANKS = ("ewt-dev.conllu", "gum-dev.conllu", "ewt-test.conllu", "gum-test.conllu", "pud-test.conllu")

CHOICES: dict[str, Callable[[str], str]] = {
    "by kind": placeholder,
    "Monday": lambda _: "Monday",
    "yesterday": lambda _: "yesterday",
    "2005": lambda _: "2005",
    "May": lambda _: "May",
    "1/1/2005": lambda _: "1/1/2005",
}


@dataclass(slots=True)
class Case:
    """A sentence with its dates hidden in the gold tree, and where its words stand in the text."""

    tree: Tree
    text: str
    spans: list[tuple[int, int]]
    dates: list[int]


def cases(corpora: Path) -> Iterator[Case]:
    """The test sentences that hold a date."""
    for name in TREEBANKS:
        for paragraph in read_treebank(corpora, name):
            for tree in paragraph:
                hidden, dates = hide_dates(tree)
                if dates and len(hidden.words) > 3:
                    yield Case(hidden, tree.text, spans(tree, hidden, dates), list(dates))


def spans(tree: Tree, hidden: Tree, dates: tuple[int, ...]) -> list[tuple[int, int]]:
    """The span in the sentence's text of each word of the tree with hidden dates."""
    found = []
    position = 0
    text = tree.text
    matches = iter(DATE.finditer(text))
    for index, word in enumerate(hidden.words):
        end = position + len(word.form)
        if index in dates:
            end = next(m.end() for m in matches if m.start() == position)
        found.append((position, end))
        position = end + (text[end : end + 1] == " ")
    return found


def score(parsed: list[Sentence], gold: list[Case]) -> tuple[float, float, float, float]:
    """Shares: dates with the right head, and relation too; other words with the right head, and relation too."""
    counts = [0, 0, 0, 0, 0, 0]
    for sentence, case in zip(parsed, gold, strict=True):
        for index, (word, (start, end)) in enumerate(zip(case.tree.words, case.spans, strict=True)):
            tokens = sentence.tokens_in(start, end)
            top = next((t for t in tokens if t.head == t.index or not _within(sentence, t.head, start, end)), None)
            is_date = index in case.dates
            counts[0 if is_date else 3] += 1
            if top is None or (not is_date and (top.start, top.end) != (start, end)):
                continue
            if word.head == index:
                right = top.head == top.index
            else:
                head = case.spans[word.head]
                above = sentence.tokens[top.head]
                right = top.head != top.index and above.start < head[1] and above.end > head[0]
            counts[1 if is_date else 4] += right
            counts[2 if is_date else 5] += right and top.dep == word.deprel.replace("ROOT", "root")
    return counts[1] / counts[0], counts[2] / counts[0], counts[4] / counts[3], counts[5] / counts[3]


def _within(sentence: Sentence, index: int, start: int, end: int) -> bool:
    token = sentence.tokens[index]
    return token.start >= start and token.end <= end


def parse(pipeline: Pipeline, gold: list[Case], choose: Callable[[str], str] | None) -> list[Sentence]:
    """Parse with the dates as they are (None) or as `choose` says."""
    if choose is None:
        return list(pipeline.parse(Request(case.text) for case in gold))
    pipeline_module.placeholder = choose  # type: ignore[attr-defined,assignment] # the experiment is to change it
    requests = [Request(case.text, dates=tuple(case.spans[i] for i in case.dates)) for case in gold]
    return list(pipeline.parse(requests))


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure placeholders for dates.")
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--model")
    chosen = parser.parse_args()
    gold = list(cases(chosen.corpora))
    pipeline = load(chosen.model)
    print(f"{len(gold)} sentences, {sum(len(case.dates) for case in gold)} dates")
    print(f"{'':12} {'date UAS':>9} {'date LAS':>9} {'rest UAS':>9} {'rest LAS':>9}")
    for title, choose in [("as written", None), *CHOICES.items()]:
        scores = score(parse(pipeline, gold, choose), gold)
        print(f"{title:12} " + " ".join(f"{value:9.3f}" for value in scores))


if __name__ == "__main__":
    main()

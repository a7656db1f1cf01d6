"""Measure a pipeline: ``python -m timeline.language.training.evaluate --corpora DIR [--model DIR] [--card]``.

Scores are spaCy's own, on raw text: the pipeline's tokenizer, its sentences, its tags. A text is a paragraph (PUD: a
document). Prints a table; ``--card`` also writes the model card, README.md, into the model's folder.
"""

from __future__ import annotations

import argparse
import io
import sys
import time
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.language.pipeline import SHIPPED, Request, load
from timeline.language.training.corpora import HELD_OUT, named_example, read_names_only, read_treebank, to_example

if TYPE_CHECKING:
    from spacy.language import Language

SYNTAX_TESTS = {"EWT test": "ewt-test.conllu", "GUM test": "gum-test.conllu", "PUD": "pud-test.conllu"}
SYNTAX_SCORES = {
    "tag": "tag_acc",
    "UPOS": "pos_acc",
    "UAS": "dep_uas",
    "LAS": "dep_las",
    "sentences F": "sents_f",
    "lemma": "lemma_acc",
    "words F": "token_f",
}
NAME_TESTS = {"UNER-EWT test": "ewt-test.conllu", "GUM test": "gum-test.conllu"}
NAME_SCORES = {"P": "ents_p", "R": "ents_r", "F": "ents_f"}

Rows = Mapping[str, Mapping[str, float]]


def syntax(nlp: Language, corpora: Path) -> dict[str, dict[str, float]]:
    """The scores (0 to 1) of tags, trees, sentences and lemmas, by test treebank and name of the score."""
    rows = {}
    for test, name in SYNTAX_TESTS.items():
        scores = nlp.evaluate([to_example(nlp, paragraph) for paragraph in read_treebank(corpora, name)])
        rows[test] = {title: scores[key] for title, key in SYNTAX_SCORES.items()}
    return rows


def names(nlp: Language, corpora: Path) -> dict[str, dict[str, float]]:
    """The scores (0 to 1) of names, by test corpus and name of the score; for WikiGold and re3d on held-out texts."""
    examples = {
        test: [to_example(nlp, paragraph) for paragraph in read_treebank(corpora, name)]
        for test, name in NAME_TESTS.items()
    }
    for named in read_names_only(corpora, held_out=True):
        test = f"{'WikiGold' if named.doc.startswith('wikigold') else 're3d'}, every {HELD_OUT}th text"
        examples.setdefault(test, []).append(named_example(nlp, named))
    rows = {}
    for test, texts in examples.items():
        scores = nlp.evaluate(texts)
        rows[test] = {title: scores[key] for title, key in NAME_SCORES.items()}
        for label, of_label in sorted((scores["ents_per_type"] or {}).items()):
            rows[test][label] = of_label["f"]
    return rows


def cost(folder: Path, corpora: Path) -> dict[str, str]:
    """A pipeline's size in MB, the seconds to load it, and the words a second that it parses of PUD, as texts."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in files:
            archive.write(path, path.relative_to(folder))
    import spacy

    begin = time.perf_counter()
    spacy.load(folder)
    loaded = time.perf_counter() - begin
    pipeline = load(str(folder))
    trees = [tree for paragraph in read_treebank(corpora, SYNTAX_TESTS["PUD"]) for tree in paragraph]
    begin = time.perf_counter()
    words = sum(len(sentence.tokens) for sentence in pipeline.parse(Request(tree.text) for tree in trees))
    parsed = time.perf_counter() - begin
    return {
        "size on disk": f"{sum(path.stat().st_size for path in files) / 1e6:.1f} MB",
        "size zipped, as in a wheel": f"{len(zipped.getvalue()) / 1e6:.1f} MB",
        "loading, once spaCy is imported": f"{loaded:.2f} s",
        "parsing single sentences, one core": f"{words / parsed:,.0f} words/s",
    }


def table(rows: Rows) -> str:
    """Rows of scores as a Markdown table.

    >>> print(table({"PUD": {"UAS": 0.884, "LAS": 0.845}}))
    | | UAS | LAS |
    |---|---|---|
    | PUD | .884 | .845 |
    """
    columns = list(dict.fromkeys(title for row in rows.values() for title in row))
    lines = [["", *columns]]
    lines += [[test, *(_score(row.get(title)) for title in columns)] for test, row in rows.items()]
    text = [f"| {' | '.join(line)} |".replace("|  |", "| |", 1) for line in lines]
    return "\n".join([text[0], "|---" * len(lines[0]) + "|", *text[1:]])


def _score(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}".removeprefix("0")


def figures(folder: Path, corpora: Path) -> str:
    """All measurements of a pipeline in a folder, as Markdown."""
    import spacy

    nlp = spacy.load(folder)
    costs = "\n".join(f"- {what}: {value}" for what, value in cost(folder, corpora).items())
    return "\n\n".join(
        (
            "Syntax (raw text, spaCy's scorer; nothing was trained on PUD):",
            table(syntax(nlp, corpora)),
            "Names (exact spans, PER, LOC and ORG):",
            table(names(nlp, corpora)),
            f"Cost, measured with the above on one machine:\n\n{costs}",
        )
    )


def write_card(folder: Path, corpora: Path) -> None:
    """Write the model card into a pipeline's folder."""
    text = CARD.read_text(encoding="utf-8")
    (folder / "README.md").write_text(text.replace("<!-- figures -->", figures(folder, corpora)), encoding="utf-8")


CARD = Path(__file__).with_name("model_card.md")


def main(arguments: Iterable[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m timeline.language.training.evaluate", description="Measure one.")
    parser.add_argument("--corpora", type=Path, required=True, help="folder with the corpora")
    parser.add_argument("--model", type=Path, default=SHIPPED, help="the pipeline's folder (default: the shipped one)")
    parser.add_argument("--card", action="store_true", help="also write the model card into the folder")
    chosen = parser.parse_args(None if arguments is None else list(arguments))
    sys.stdout.write(figures(chosen.model, chosen.corpora) + "\n")
    if chosen.card:
        write_card(chosen.model, chosen.corpora)


if __name__ == "__main__":
    main()

"""Training corpora -> spaCy examples.

Reads the CoNLL-U treebanks (UD English EWT, GUM, PUD) and the JSON lines of names (UNER over EWT, GUM, WikiGold, re3d)
and turns them into gold `Doc` objects, a paragraph each:

- the text is rebuilt with the real spaces (``SpaceAfter``); the words of a multiword token stay split, but glued
  (``do|n't``);
- the names of a sentence are added to its tree, so that one pass over a text teaches syntax and names; what a corpus
  does not annotate is *missing* for spaCy, which is not the same as "none";
- only PER, LOC and ORG are kept, since no other label is annotated everywhere; GUM's and re3d's spans, which hold whole
  noun phrases ("the area of Mosul district"), are trimmed to the name, as UNER and WikiGold have it.

The training texts are varied at every pass (`Variation`): typographic quotes, headlines, single sentences, placeholders
for dates. The variations come from a seeded generator, so a run can be repeated.
"""

from __future__ import annotations

import json
import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.language.training.hidden_dates import hide_dates

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.training import Example

LABELS = ("PER", "LOC", "ORG")
"""The entity labels that every corpus of names annotates."""

TREEBANKS = {
    "train": ("ewt-train.conllu", "gum-train.conllu"),
    "dev": ("ewt-dev.conllu", "gum-dev.conllu"),
}
NAMES_OF_TREEBANK = {
    "ewt-train.conllu": "ner-uner-ewt-train.jsonl",
    "ewt-dev.conllu": "ner-uner-ewt-dev.jsonl",
    "ewt-test.conllu": "ner-uner-ewt-test.jsonl",
    "gum-train.conllu": "ner-gum-train.jsonl",
    "gum-dev.conllu": "ner-gum-dev.jsonl",
    "gum-test.conllu": "ner-gum-test.jsonl",
}
NAMES_ONLY = ("ner-wikigold.jsonl", "ner-re3d.jsonl")
"""Corpora of names without trees and without a split of their own: every tenth text is held out as their test."""

HELD_OUT = 10
"""Of the texts of `NAMES_ONLY`, one in this many is held out."""

ARTICLES = frozenset({"The", "A", "An", "This", "Our", "His", "Her", "Their"})
"""Words that begin a noun phrase, with a capital at the beginning of a sentence, but no name."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a treebank; `head` is the index of its head in the sentence, its own for the root; `space` says whether
    a space follows.
    """

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str
    space: bool


Span = tuple[int, int, str]
"""A name: the index of its first word, that of the word after its last, and its label."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence: its words and, where the corpus annotates them, its names (None: not annotated)."""

    words: tuple[Word, ...]
    names: tuple[Span, ...] | None = None

    @property
    def text(self) -> str:
        """The sentence as written, without the space after it."""
        return "".join(word.form + " " * word.space for word in self.words).rstrip(" ")


@dataclass(frozen=True, slots=True)
class NamedText:
    """A text with its names as `(start, end, label)`, half-open offsets in code points; `doc` is its id."""

    doc: str
    text: str
    entities: tuple[tuple[int, int, str], ...]


Paragraph = tuple[Tree, ...]
"""The sentences of a paragraph, in order."""


def read_conllu(path: Path) -> Iterator[Paragraph]:
    """The paragraphs of a CoNLL-U file.

    A paragraph begins at ``# newpar`` or ``# newdoc``.
    """
    paragraph: list[Tree] = []
    rows: list[list[str]] = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith(("# newpar", "# newdoc")) and not line.startswith("# newpar_block"):
                if paragraph:
                    yield tuple(paragraph)
                    paragraph = []
            elif line.startswith("#"):
                continue
            elif line:
                rows.append(line.split("\t"))
            elif rows:
                paragraph.append(_tree(rows))
                rows = []
    if rows:
        paragraph.append(_tree(rows))
    if paragraph:
        yield tuple(paragraph)


def _tree(rows: list[list[str]]) -> Tree:
    """The sentence of some CoNLL-U rows, without its empty nodes."""
    glued: dict[int, bool] = {}
    words: list[Word] = []
    for row in rows:
        space = "SpaceAfter=No" not in row[9].split("|")
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            glued.update(dict.fromkeys(range(first, last), False))
            glued[last] = space
        elif "." not in row[0]:
            number = int(row[0])
            head = int(row[6]) - 1
            words.append(
                Word(
                    form=row[1],
                    lemma=row[2],
                    upos=row[3],
                    xpos=row[4],
                    feats="" if row[5] == "_" else row[5],
                    head=head if head >= 0 else number - 1,
                    deprel="ROOT" if head < 0 else row[7],
                    space=glued.get(number, space),
                )
            )
    return Tree(tuple(words))


def read_names(path: Path) -> Iterator[NamedText]:
    """The texts of a JSON-lines file of names: `{doc, text, entities: [{start, end, label}]}` a line."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            spans = [(e["start"], e["end"], e["label"]) for e in record["entities"] if e["label"] in LABELS]
            if "gum" in path.name or "re3d" in path.name:
                spans = [trim(record["text"], *span) for span in spans]
            yield NamedText(record["doc"], record["text"], outermost(span for span in spans if span[0] < span[1]))


def trim(text: str, start: int, end: int, label: str) -> tuple[int, int, str]:
    """A name's span without the words in lower case at both ends, an article before it, and a possessive 's.

    A span without any word in upper case comes back empty.

    >>> trim("in contemporary America", 3, 23, "LOC")
    (16, 23, 'LOC')
    """
    words = []
    position = start
    for word in text[start:end].split(" "):
        words.append((position, position + len(word)))
        position += len(word) + 1
    if words and text[words[0][0] : words[0][1]] in ARTICLES:
        words.pop(0)
    while words and not any(c.isupper() or c.isdigit() for c in text[words[0][0] : words[0][1]]):
        words.pop(0)
    while words and not any(c.isupper() or c.isdigit() for c in text[words[-1][0] : words[-1][1]]):
        words.pop()
    if not words:
        return start, start, label
    start, end = words[0][0], words[-1][1]
    if text[start:end].endswith(("'s", "’s")):
        end -= 2
    return start, end, label


def outermost(spans: Iterable[tuple[int, int, str]]) -> tuple[tuple[int, int, str], ...]:
    """The spans that do not overlap a longer one, in order."""
    kept: list[tuple[int, int, str]] = []
    for span in sorted(spans, key=lambda s: (s[0] - s[1], s)):
        if all(span[1] <= other[0] or span[0] >= other[1] for other in kept):
            kept.append(span)
    return tuple(sorted(kept))


@cache
def read_treebank(directory: Path, name: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a treebank, with their names where `directory` has the file of these; read once."""
    paragraphs = tuple(read_conllu(directory / name))
    names = directory / NAMES_OF_TREEBANK.get(name, "-")
    if not names.exists():
        return paragraphs
    by_text: defaultdict[str, list[NamedText]] = defaultdict(list)
    for named in read_names(names):
        by_text[named.text].append(named)
    return tuple(tuple(_with_names(tree, by_text) for tree in paragraph) for paragraph in paragraphs)


def _with_names(tree: Tree, by_text: dict[str, list[NamedText]]) -> Tree:
    """A sentence with its names, if there are some for its text; names that cut a word are left out."""
    found = by_text.get(tree.text)
    if not found:
        return tree
    named = found.pop(0) if len(found) > 1 else found[0]
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    position = 0
    for index, word in enumerate(tree.words):
        starts[position] = index
        ends[position + len(word.form)] = index + 1
        position += len(word.form) + word.space
    spans = [(starts[s], ends[e], label) for s, e, label in named.entities if s in starts and e in ends]
    return replace(tree, names=tuple(spans))


def read_names_only(directory: Path, *, held_out: bool) -> list[NamedText]:
    """The texts of the corpora without trees: those held out, or the others."""
    texts: list[NamedText] = []
    for name in NAMES_ONLY:
        if (directory / name).exists():
            texts += [
                text
                for number, text in enumerate(read_names(directory / name))
                if (number % HELD_OUT == HELD_OUT - 1) == held_out
            ]
    return texts


@dataclass(frozen=True, slots=True)
class Variation:
    """How often a training text is varied: each a share of the texts, 0 to 1.

    `curly`: straight quotes become typographic. `hidden`: dates become placeholders, as in the program. `single`: a
    paragraph is cut into its sentences, as in the program. `bare`: a single sentence loses its last full stop, as
    headlines and captions do. `title`, `lower`, `upper`: a single sentence is in title case, lower case, capitals.
    """

    curly: float = 0.3
    hidden: float = 0.6
    single: float = 0.5
    bare: float = 0.15
    title: float = 0.06
    lower: float = 0.03
    upper: float = 0.02


def vary(paragraph: Paragraph, variation: Variation, chance: random.Random) -> list[Paragraph]:
    """One or more training texts made of a paragraph; see `Variation`."""
    if chance.random() < variation.curly:
        paragraph = tuple(curl(tree) for tree in paragraph)
    if chance.random() < variation.hidden:
        paragraph = tuple(hide_dates(tree)[0] for tree in paragraph)
    if len(paragraph) > 1 and chance.random() >= variation.single:
        return [paragraph]
    return [(_vary_sentence(tree, variation, chance),) for tree in paragraph]


def _vary_sentence(tree: Tree, variation: Variation, chance: random.Random) -> Tree:
    """A single sentence, varied at most in its case or its full stop."""
    drawn = chance.random()
    if drawn < variation.title:
        return without_stop(_recase(tree, _title))
    if drawn < variation.title + variation.lower:
        return _recase(tree, str.lower)
    if drawn < variation.title + variation.lower + variation.upper:
        return without_stop(_recase(tree, str.upper))
    return without_stop(tree) if chance.random() < variation.bare else tree


def curl(tree: Tree) -> Tree:
    """The sentence with typographic quotes and apostrophes."""
    words = []
    opening = True
    for word in tree.words:
        form = word.form
        if form == '"':
            form = "“" if opening else "”"
            opening = not opening
        elif form == "'" and word.xpos == "``":
            form = "‘"
        words.append(replace(word, form=form.replace("'", "’"), lemma=word.lemma))
    return replace(tree, words=tuple(words))


def without_stop(tree: Tree) -> Tree:
    """The sentence without its last full stop; as it is where it has none, or a word depends on it."""
    last = len(tree.words) - 1
    if last < 2 or tree.words[last].form != "." or any(w.head == last for w in tree.words):
        return tree
    names = tree.names if tree.names is None else tuple(name for name in tree.names if name[1] <= last)
    words = tree.words[:last]
    return Tree((*words[:-1], replace(words[-1], space=True)), names)


SMALL_WORDS = frozenset(
    {"a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"}
)
"""Words that headlines in title case leave in lower case."""


def _title(form: str) -> str:
    return form if form in SMALL_WORDS else form[:1].upper() + form[1:]


def _recase(tree: Tree, change: Callable[[str], str]) -> Tree:
    """The sentence with the case of its words changed, but for words whose length that would change."""
    words = [replace(w, form=change(w.form)) if len(change(w.form)) == len(w.form) else w for w in tree.words]
    return replace(tree, words=tuple(words))


def to_doc(nlp: Language, paragraph: Paragraph) -> Doc:
    """A gold `Doc` of a paragraph, in the treebank's own words."""
    from spacy.tokens import Doc

    words = [word for tree in paragraph for word in tree.words]
    heads: list[int] = []
    starts: list[bool | int | None] = []
    for tree in paragraph:
        heads += [len(starts) + word.head for word in tree.words]
        starts += [True] + [False] * (len(tree.words) - 1)
    spaces = [word.space for word in words]
    spaces[-1] = False
    return Doc(
        nlp.vocab,
        words=[word.form for word in words],
        spaces=spaces,
        tags=[word.xpos for word in words],
        pos=[word.upos for word in words],
        morphs=[word.feats for word in words],
        lemmas=[word.lemma for word in words],
        heads=heads,
        deps=[word.deprel for word in words],
        sent_starts=starts,
        ents=_iob(paragraph),  # type: ignore[arg-type] # spaCy's types do not know that None is "missing"
    )


def _iob(paragraph: Paragraph) -> list[str | None]:
    """The names of a paragraph as tags of its words ("B-PER", "I-PER", "O"); None where names are not annotated."""
    tags: list[str | None] = []
    for tree in paragraph:
        if tree.names is None:
            tags += [None] * len(tree.words)
            continue
        own = ["O"] * len(tree.words)
        for start, end, label in tree.names:
            own[start:end] = [f"B-{label}"] + [f"I-{label}"] * (end - start - 1)
        tags += own
    return tags


def to_example(nlp: Language, paragraph: Paragraph) -> Example:
    """A paragraph as an example: our tokenizer's words on one side, the treebank's on the other."""
    from spacy.training import Example

    reference = to_doc(nlp, paragraph)
    return Example(nlp.make_doc(reference.text), reference)


def named_example(nlp: Language, named: NamedText) -> Example:
    """A text with names alone as an example; names that cut a word of our tokenizer are left out."""
    from spacy.training import Example

    reference = nlp.make_doc(named.text)
    spans = [reference.char_span(s, e, label=label) for s, e, label in named.entities]
    reference.set_ents([span for span in spans if span is not None])
    return Example(nlp.make_doc(named.text), reference)


def training_corpus(directory: Path, *, seed: int, variation: Variation) -> Callable[[Language], Iterator[Example]]:
    """A spaCy corpus reader over the training parts; every call is one pass, shuffled and varied anew."""
    passes = 0

    def read(nlp: Language) -> Iterator[Example]:
        nonlocal passes
        passes += 1
        chance = random.Random(seed * 1000 + passes)  # noqa: S311 - to vary texts, not to guard secrets
        paragraphs = [p for name in TREEBANKS["train"] for p in read_treebank(directory, name)]
        texts: list[Paragraph | NamedText] = [t for p in paragraphs for t in vary(p, variation, chance)]
        texts += read_names_only(directory, held_out=False)
        chance.shuffle(texts)
        for text in texts:
            yield named_example(nlp, text) if isinstance(text, NamedText) else to_example(nlp, text)

    return read


def development_corpus(directory: Path) -> Callable[[Language], Iterator[Example]]:
    """A spaCy corpus reader over the development parts of both treebanks."""

    def read(nlp: Language) -> Iterator[Example]:
        for name in TREEBANKS["dev"]:
            for paragraph in read_treebank(directory, name):
                yield to_example(nlp, paragraph)

    return read

"""Parsing of sentences, by spaCy: `load` gives a pipeline, whose `parse` turns requests into `Sentence` records.

spaCy is imported when a pipeline is loaded, not before.
"""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from sys import intern
from typing import TYPE_CHECKING

from timeline.errors import ModelError
from timeline.language.lemmas import Lemmas
from timeline.language.placeholders import placeholder
from timeline.language.syntax import ROOT, Entity, Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

SHIPPED = Path(__file__).with_name("en_timeline")
"""The pipeline that comes with the package, as `train` writes it."""

LEMMAS = "lemmas.txt"
"""The file of known lemmas in the folder of the shipped pipeline."""

MAX_PARSED_CHARS = 6000
"""The code points of a request that are parsed; the rest is left out. `sentences.split` gives none that long."""

BATCH = 128
"""The most requests that go through the model together."""

BATCH_WORDS = 4000
"""The most words of these requests, if there is more than one: parsing takes some 10 kB for each. 128 sentences of
usual length have fewer."""

ENTITY_LABELS = {
    "PERSON": "PER",
    "PER": "PER",
    "GPE": "LOC",
    "LOC": "LOC",
    "FAC": "LOC",
    "ORG": "ORG",
    "NORP": "ORG",
}
"""Our labels of names by those of other pipelines; a label that is not here stays as it is."""

NEEDED = {"DEP": "syntax", "TAG": "part-of-speech tags", "POS": "universal parts of speech", "LEMMA": "lemmas"}
"""The annotations that a pipeline must make: spaCy's attributes, each in words."""

UNIVERSAL = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "conj", "advcl"})
"""Relations by which a parser of Universal Dependencies is known."""

NAME = "PROPN"
"""The universal part of speech of all words of names."""

NAME_TAGS = frozenset({"NNP", "NNPS"})
"""Penn tags of the words of names. In the treebanks "United" of "United States" is a verb or an adjective by its part
of speech; here it is a `NAME`, and its lemma is the word itself."""

_SPACE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Request:
    """One sentence to parse: its text, its offset in the document, and the dates in it.

    `dates` are half-open spans of offsets in the document. Each is parsed as one word and comes back as one token. A
    span that reaches out of the text or overlaps an earlier one is parsed word by word.
    """

    text: str
    offset: int = 0
    dates: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word for the parser, and its offsets in the request; of a date, `word` is the placeholder."""

    word: str
    start: int
    end: int
    is_date: bool = False


_Job = tuple[Request, list[_Piece]]
"""A request with its words."""


class Pipeline:
    """A loaded pipeline; `load` makes one. `version` changes with each of its files."""

    def __init__(self, nlp: Language, *, name: str, version: str, lemmas: Lemmas) -> None:
        self._nlp = nlp
        self._lemmas = lemmas
        self.name = name
        self.version = version

    def __repr__(self) -> str:
        return f"<Pipeline {self.name} {self.version}>"

    def parse(self, requests: Iterable[Request]) -> Iterator[Sentence]:
        """The parse of each request, in order; at most `BATCH` requests are read ahead.

        A request is one sentence, whatever full stops it holds, so each result is one tree. It depends on its request
        alone.

        >>> (sentence,) = load().parse([Request("Rebels took Harlem on 27 July.", 100, dates=((122, 129),))])
        >>> [token.text for token in sentence.tokens]
        ['Rebels', 'took', 'Harlem', 'on', '27 July', '.']
        >>> sentence.root.text, sentence.tokens[4].start
        ('took', 122)
        """
        for batch in _batches((request, _pieces(self._nlp, request)) for request in requests):
            docs = self._nlp.pipe((self._doc(pieces) for _, pieces in batch), batch_size=BATCH)
            for doc, (request, pieces) in zip(docs, batch, strict=True):
                yield self._sentence(doc, request, pieces)

    def _doc(self, pieces: list[_Piece]) -> Doc:
        """The words of a request as spaCy's document of one sentence."""
        from spacy.tokens import Doc

        starts = [piece.start for piece in pieces[1:]]
        return Doc(
            self._nlp.vocab,
            words=[piece.word for piece in pieces],
            spaces=[piece.end < start for piece, start in zip(pieces, [*starts, 0], strict=False)],
            sent_starts=[number == 0 for number in range(len(pieces))],
        )

    def _sentence(self, doc: Doc, request: Request, pieces: list[_Piece]) -> Sentence:
        """The record of a parsed request. Its words are interned, since the same words recur all over a collection."""
        offset = request.offset
        heads = _single_root([token.head.i for token in doc])
        tokens = []
        for token, piece, head in zip(doc, pieces, heads, strict=True):
            text = intern(request.text[piece.start : piece.end])
            dep = token.dep_
            if dep.upper() == "ROOT":
                dep = ROOT if head == token.i else "parataxis"
            pos = NAME if token.tag_ in NAME_TAGS else token.pos_
            is_itself = piece.is_date or pos != token.pos_
            lemma = text if is_itself else self._lemmas.checked(text, token.lemma_, pos, token.tag_)
            tokens.append(
                Token(
                    index=token.i,
                    start=offset + piece.start,
                    end=offset + piece.end,
                    text=text,
                    lemma=intern(lemma),
                    pos=intern(pos),
                    tag=intern(token.tag_),
                    morph=intern(str(token.morph)),
                    dep=intern(dep),
                    head=head,
                )
            )
        entities = []
        for entity in doc.ents:
            if not any(piece.is_date for piece in pieces[entity.start : entity.end]):
                start, end = pieces[entity.start].start, pieces[entity.end - 1].end
                label = ENTITY_LABELS.get(entity.label_, entity.label_)
                entities.append(Entity(offset + start, offset + end, intern(request.text[start:end]), label))
        return Sentence(offset, offset + len(request.text), request.text, tuple(tokens), tuple(entities))


def _batches(jobs: Iterable[_Job]) -> Iterator[list[_Job]]:
    """Jobs in groups, as large as `BATCH` and `BATCH_WORDS` allow, with one job at least."""
    batch: list[_Job] = []
    words = 0
    for job in jobs:
        if batch and (len(batch) == BATCH or words + len(job[1]) > BATCH_WORDS):
            yield batch
            batch, words = [], 0
        batch.append(job)
        words += len(job[1])
    if batch:
        yield batch


def _pieces(nlp: Language, request: Request) -> list[_Piece]:
    """The words of a request for the parser, without white space, and with placeholders for dates."""
    text = request.text
    limit = len(text)
    if limit > MAX_PARSED_CHARS:
        limit = max(text.rfind(" ", 0, MAX_PARSED_CHARS), MAX_PARSED_CHARS // 2)
    plain = _SPACE.sub(" ", text[:limit])
    pieces: list[_Piece] = []
    done = 0
    for start, end in sorted((start - request.offset, end - request.offset) for start, end in request.dates):
        if done <= start < end <= limit and text[start:end].strip():
            pieces += _words(nlp, plain, done, start)
            pieces.append(_Piece(placeholder(text[start:end]), start, end, is_date=True))
            done = end
    return pieces + _words(nlp, plain, done, limit)


def _words(nlp: Language, text: str, start: int, end: int) -> list[_Piece]:
    """The words of a part of a text, by the pipeline's tokenizer."""
    part = text[start:end]
    if not part.strip():
        return []
    return [
        _Piece(token.text, start + token.idx, start + token.idx + len(token))
        for token in nlp.tokenizer(part)
        if not token.is_space
    ]


def _single_root(heads: list[int]) -> list[int]:
    """The heads of a sentence's tokens, made one tree: the first root becomes the head of all others."""
    root = next((index for index, head in enumerate(heads) if head == index), 0)
    return [root if head == index else head for index, head in enumerate(heads)]


def load(name_or_path: str | None = None) -> Pipeline:
    """The shipped pipeline (None), or that of an installed spaCy package's name or of a folder; loaded once.

    Raises:
        ModelError: there is none of that name, it cannot be read, or it does not annotate what the project needs:
            Universal Dependencies, tags, lemmas and names.

    Example:
        pipeline = load()  # takes a second
        pipeline = load("en_core_web_sm")  # ModelError: its parser does not use Universal Dependencies

    """
    return _loaded(name_or_path)


@functools.cache
def _loaded(name_or_path: str | None) -> Pipeline:
    """As `load`, which keeps the result."""
    import spacy

    name = name_or_path or str(SHIPPED)
    try:
        nlp = spacy.load(name)
    except (OSError, ValueError, KeyError, TypeError, ImportError) as error:
        what = f"the language pipeline {name_or_path!r}" if name_or_path else "the shipped language pipeline"
        if isinstance(error, OSError) and "[E050]" in str(error):
            raise ModelError(f"There is no spaCy pipeline {name!r}, neither as a package nor as a folder.") from error
        reason = " ".join(str(error).split())[:200]
        raise ModelError(f"{what[0].upper()}{what[1:]} cannot be loaded: {reason}") from error
    if name_or_path is not None:
        _check(nlp, name)
    meta = nlp.meta
    return Pipeline(
        nlp,
        name=f"{meta['lang']}_{meta['name']}",
        version=f"{meta['version']}+{_fingerprint(nlp.path)}",
        lemmas=Lemmas.read(SHIPPED / LEMMAS),
    )


def _check(nlp: Language, name: str) -> None:
    """Raise ModelError for a pipeline that does not annotate what the project needs."""
    doc = nlp("The army of Norway left Oslo yesterday.")
    missing = [words for attribute, words in NEEDED.items() if not doc.has_annotation(attribute)]
    if not doc.has_annotation("ENT_IOB"):
        missing.append("named entities")
    if missing:
        raise ModelError(f"The spaCy pipeline {name!r} cannot be used: it gives no {' and no '.join(missing)}.")
    labels = {label for labels in nlp.pipe_labels.values() for label in labels}
    if not labels >= UNIVERSAL:
        raise ModelError(
            f"The spaCy pipeline {name!r} cannot be used: its parser does not use the relations of Universal "
            f"Dependencies ({', '.join(sorted(UNIVERSAL - labels))} missing)."
        )


def _fingerprint(folder: Path | None) -> str:
    """Eight hexadecimal digits that change with each file of a pipeline's folder but its documentation."""
    digest = hashlib.sha256()
    if folder is not None:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix != ".md" and path.name != "LICENSE":
                digest.update(path.relative_to(folder).as_posix().encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()[:8]

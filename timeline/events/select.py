"""The sentences of a document to parse: those with a date, the headline, the lead, and the first ones below it.

Parsing takes some twenty times as long as finding the dates, so all other sentences are left out.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass

from timeline.events.words import LABELS, NOTICES, TELLING_WORDS
from timeline.language import irregular_base
from timeline.model import Position, Quote
from timeline.structure import blocks

MAX_HEADLINE_CHARS = 160
MIN_HEADLINE_WORDS = 3
MIN_LEAD_WORDS = 8
TOP_SENTENCES = 6
"""The sentences below a headline that are parsed even without a date, since a report tells its news first."""

HEAD_LINES = 8
"""The sentences at the top of a text among which a headline and a lead are looked for."""

_SENTENCE_END = re.compile(r"(?<!\b[A-Z])[.!?…][\"'”’)\]]*$")
"""A full stop after a single capital ("U.S.") may also end a headline."""

MAX_CONTEXT = 2
"""The sentences before one that opens with a pronoun that are parsed to find out whom it means."""

_OPENING_PRONOUN = re.compile(r"\W*(?:\w+\W+){0,7}?(?:he|she|it|they|his|her|its|their)\b", re.IGNORECASE)
"""A pronoun with at most a date or the like before it; one farther in mostly means a name of its own sentence."""

_LETTERS = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence to be parsed: its offsets (code points) in the document and the indices of the date candidates in it.

    One with `for_names` is parsed only to find out whom a pronoun behind it means; no event is taken from it. One with
    `under_day` stands under a heading or entry that gives its day.
    """

    start: int
    end: int
    position: Position
    candidates: tuple[int, ...] = ()
    for_names: bool = False
    under_day: bool = False


def select(
    text: str,
    sentences: Sequence[tuple[int, int]],
    dates: Sequence[Quote],
    *,
    skip: Container[int] = (),
    under_day: Sequence[tuple[int, int]] = (),
) -> tuple[Passage, ...]:
    r"""The sentences to parse, in order.

    `sentences` are the half-open spans of all sentences; `dates` the words of the document's date candidates, in order.
    `skip` are the indices of candidates that date no event: a sentence with no others is not parsed for them. All
    sentences in the spans `under_day` are parsed: they stand under a heading or entry that gives their day.

    >>> from timeline.structure import split_sentences
    >>> text = "Ferry sinks off Samos\n\nA ferry with 80 people aboard sank off Samos. It sailed on 3 May. Help came."
    >>> for passage in select(text, split_sentences(text), [Quote.of(text, 82, 87)]):
    ...     print(passage.position, passage.candidates, text[passage.start : passage.end][:20])
    headline () Ferry sinks off Samo
    lead () A ferry with 80 peop
    body (0,) It sailed on 3 May.
    body () Help came.
    """
    beside = _beside(text, sentences[: 2 * HEAD_LINES])
    headline = _headline(text, sentences, dates, beside)
    lead = _lead(text, sentences, 0 if headline is None else headline + 1, beside)
    passages: list[Passage] = []
    under = sorted(under_day, reverse=True)
    first = 0
    for number, (start, end) in enumerate(sentences):
        while first < len(dates) and dates[first].end <= start:
            first += 1
        inside = tuple(i for i in range(first, _first_after(dates, first, end)) if dates[i].start >= start)
        position = Position.HEADLINE if number == headline else Position.LEAD if number == lead else Position.BODY
        holds = any(i not in skip for i in inside)
        told = headline is not None and headline < number <= headline + TOP_SENTENCES and _tells(text[start:end])
        while under and under[-1][1] <= start:
            under.pop()
        dated = bool(under) and under[-1][0] <= start
        if position != Position.BODY or holds or told or dated:
            passages += _context(text, sentences[max(0, number - MAX_CONTEXT) : number], passages, text[start:end])
            passages.append(Passage(start, end, position, inside, under_day=dated))
    return tuple(passages)


def _context(text: str, earlier: Sequence[tuple[int, int]], chosen: Sequence[Passage], sentence: str) -> list[Passage]:
    """The unread sentences right before one with a pronoun, for whom it means: the last, and one more behind it."""
    found: list[Passage] = []
    for start, end in reversed(earlier):
        if not _OPENING_PRONOUN.match(sentence) or (chosen and chosen[-1].end >= end):
            break
        found.append(Passage(start, end, Position.BODY, for_names=True))
        sentence = text[start:end]
    return found[::-1]


def _tells(line: str) -> bool:
    """Whether a sentence can tell something that happened: it has a past form or a word for saying."""
    words = (word.lower() for word in _LETTERS.findall(line))
    return any(word.endswith("ed") or word in TELLING_WORDS or irregular_base(word) for word in words)


def _first_after(dates: Sequence[Quote], index: int, end: int) -> int:
    while index < len(dates) and dates[index].end <= end:
        index += 1
    return index


def _beside(text: str, sentences: Sequence[tuple[int, int]]) -> frozenset[int]:
    """The indices of the sentences that are captions and notes: none of them is a headline or a lead."""
    asides = [block for block in blocks(text[: sentences[-1][1]]) if block.is_aside] if sentences else []
    return frozenset(n for n, (start, _) in enumerate(sentences) if any(a.start <= start < a.end for a in asides))


def _headline(
    text: str, sentences: Sequence[tuple[int, int]], dates: Sequence[Quote], beside: Container[int]
) -> int | None:
    """The first short line at the top that has no full stop and enough words to say something."""
    for number, (start, end) in enumerate(sentences[:HEAD_LINES]):
        line = text[start:end]
        if number in beside:
            continue
        if _SENTENCE_END.search(line) or len(line) > MAX_HEADLINE_CHARS:
            if len(line.split()) >= MIN_LEAD_WORDS:
                return None
            continue
        alone = end == len(text) or text[end] == "\n"
        if alone and len(line.split()) >= MIN_HEADLINE_WORDS and not _is_furniture(line, start, dates):
            return number
    return None


def _is_furniture(line: str, start: int, dates: Sequence[Quote]) -> bool:
    """Whether a line at the top only says when, in which case or for whom: a date line, a docket number, a notice."""
    rest = line
    for date in dates:
        if start <= date.start and date.end <= start + len(line):
            rest = rest.replace(date.text, " ")
    words = [word.strip(".,:;()") for word in _WORD.findall(rest)]
    telling = [word for word in words if word.isalpha() and len(word) > 2 and word.lower() not in LABELS]
    return len(telling) < MIN_HEADLINE_WORDS - 1 or " ".join(w.lower() for w in words) in NOTICES


def _lead(text: str, sentences: Sequence[tuple[int, int]], after: int, beside: Container[int]) -> int | None:
    """The first whole sentence below the headline."""
    for number in range(after, min(after + HEAD_LINES, len(sentences))):
        line = text[slice(*sentences[number])]
        if number not in beside and _SENTENCE_END.search(line) and len(line.split()) >= MIN_LEAD_WORDS:
            return number
    return None

"""The sentences of a document as they are parsed: which is the headline, which the lead, and the dates in each."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass

from timeline.events.words import LABELS, NOTICES
from timeline.model import Position, Quote
from timeline.structure import blocks

MAX_HEADLINE_CHARS = 160
MIN_HEADLINE_WORDS = 3
MIN_LEAD_WORDS = 8
HEAD_LINES = 8
"""The sentences at the top of a text among which a headline and a lead are looked for."""

_SENTENCE_END = re.compile(r"(?<!\b[A-Z])[.!?…][\"'”’)\]]*$")
"""A full stop after a single capital ("U.S.") may also end a headline."""

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence to be parsed: its offsets (code points) in the document and the indices of the date candidates in it.

    One with `under_day` stands under a heading or entry that gives its day.
    """

    start: int
    end: int
    position: Position
    candidates: tuple[int, ...] = ()
    under_day: bool = False


def select(
    text: str,
    sentences: Sequence[tuple[int, int]],
    dates: Sequence[Quote],
    *,
    under_day: Sequence[tuple[int, int]] = (),
) -> tuple[Passage, ...]:
    r"""The sentences to parse, in order.

    `sentences` are the half-open spans of all sentences; `dates` the words of the document's date candidates, in order.
    Sentences in the spans `under_day` stand under a heading or entry that gives their day.

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
        while under and under[-1][1] <= start:
            under.pop()
        dated = bool(under) and under[-1][0] <= start
        passages.append(Passage(start, end, position, inside, under_day=dated))
    return tuple(passages)


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

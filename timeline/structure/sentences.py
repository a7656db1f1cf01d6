"""Cut the paragraphs of a text at their full stops, without a statistical model, in time linear in its length."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.language.abbreviations import (
    BEFORE_NAMES,
    BEFORE_NUMBERS,
    MAY_END,
    MONTH_NAMES,
    MONTHS,
    SPEECH_VERBS,
    STARTERS,
)
from timeline.structure.blocks import blocks
from timeline.structure.paragraphs import Span, paragraphs, trimmed

MAX_CHARS = 1500
"""No sentence is longer than this, some 250 words; a longer one is cut before it, at the first of `CUTS` that stands in
the second half of the piece, else at white space."""

LOOK_BACK = 60
"""How many characters before a full stop can matter."""

_STOP = re.compile(
    r"(?<![.!?…])(?P<mark>[.!?…]++)"
    r"(?P<close>(?:[\"'”’»)\]]| ?\[\d{1,3}\])*+)"
    r"(?:(?P<space>\s++)|(?=[A-Z\"“‘(\[][A-Za-z]))"
)
"""A possible end: marks, what closes with them, then white space or (no space after the stop) a capital.

The possessive quantifiers and the look-behind keep it linear on a megabyte of full stops.
"""

CUTS = (re.compile(r";(?=\s)"), re.compile(r"[\n\r\u2028\u2029]"), re.compile(r",(?=\s(?!\d))"))
"""Where an endless sentence is cut: behind a semicolon, at a line break, behind a comma; not within "May 3, 2021"."""

_NEXT = re.compile(r"[\"'“‘«(\[*•–—-]*\s?(?P<word>[^\s\"'”’,;:.!?)\]]+)?")
_WORD_BEFORE = re.compile(r"[^\s\"“‘(\[]*$")
_INITIAL = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_ENUMERATOR = re.compile(r"\s*\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})")
_ADDRESS = re.compile(r"://|@|www\.|\.(?:com|org|net|gov|edu|html?|php|pdf)\b", re.IGNORECASE)
_SPEAKER = re.compile(r"(?:[A-Z][\w.’'-]*\s+){1,4}(?P<verb>[a-z]+)\b")


def running_sentences(text: str) -> tuple[Span, ...]:
    r"""The sentences of a text without the furniture of its pages, and without the marks of headings and lists.

    >>> text = "# Council\n\nThey met.\n\nPage 1 of 3\n\n- They agreed."
    >>> [text[start:end] for start, end in running_sentences(text)]
    ['Council', 'They met.', 'They agreed.']
    """
    return tuple(
        piece
        for block in blocks(text)
        if not block.is_furniture
        for sentence in _sentences(text, block.body, block.end)
        for piece in _capped(text, *sentence)
    )


def split_sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text, as spans `[start, end)`: in order, never overlapping, no white space at either end.

    All that is not white space lies in a sentence. None is longer than `MAX_CHARS`. A line break ends a sentence unless
    the text is wrapped there, see `paragraphs`.

    >>> text = "Gen. Smith left in 2021.The army fled. It was 3 a.m. on Sept. 3."
    >>> [text[start:end] for start, end in split_sentences(text)]
    ['Gen. Smith left in 2021.', 'The army fled.', 'It was 3 a.m. on Sept. 3.']
    """
    return tuple(
        piece
        for start, end in paragraphs(text)
        for sentence in _sentences(text, start, end)
        for piece in _capped(text, *sentence)
    )


def _sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of a paragraph, trimmed."""
    begin = start
    for stop in _STOP.finditer(text, start, end):
        cut = stop.end("close")
        if cut < end and _ends(text, begin, stop, end):
            yield begin, cut
            begin = stop.end()
    if begin < end:
        yield begin, end


def _ends(text: str, begin: int, stop: re.Match[str], end: int) -> bool:
    """Whether a sentence that began at `begin` ends at a possible stop."""
    mark, close = stop["mark"], stop["close"]
    if stop["space"] is None:
        return _ends_without_space(text, stop, end)
    before = text[max(begin, stop.start() - LOOK_BACK) : stop.start()]
    if before[-1:] in ("[", "(", ""):  # "[...] The": what was left out is no end
        return False
    found = _NEXT.match(text, stop.end(), min(end, stop.end() + LOOK_BACK))
    word = (found["word"] if found else None) or ""
    if word[:1].islower() and word == word.lower():
        return False
    if mark == ".":
        return bool(close) or not _is_abbreviation(before, word)
    if close and mark[-1] in "!?":
        speaker = _SPEAKER.match(text, stop.end(), min(end, stop.end() + LOOK_BACK))
        return speaker is None or speaker["verb"] not in SPEECH_VERBS
    return True


def _is_abbreviation(before: str, word: str) -> bool:
    """Whether the full stop after `before` belongs to a short form, when the next word is `word`."""
    match = _WORD_BEFORE.search(before)
    short = match[0] if match else ""
    key = short.lower()
    starter = word.lower() in STARTERS
    if _ENUMERATOR.fullmatch(before) or key in BEFORE_NAMES:
        return True
    if word[:1].isdigit() and key in MONTHS:
        return True
    if key in BEFORE_NUMBERS and (word[:1].isdigit() or word.lower() in MONTH_NAMES):
        return True
    if _INITIAL.fullmatch(short) and (short[0].isupper() or "." in short):
        return not starter and bool(word)
    return (key in MAY_END or key in MONTHS) and not starter and not word[:1].isdigit()


def _ends_without_space(text: str, stop: re.Match[str], end: int) -> bool:
    """Whether a stop with no space after it ends a sentence: "fled.The", but not "U.S.The" or "www.Example.com"."""
    if len(stop["mark"]) > 1 and stop["mark"][0] == "." and not stop["close"]:
        return False
    before = text[max(0, stop.start() - LOOK_BACK) : stop.start()]
    after = text[stop.end() : min(end, stop.end() + LOOK_BACK)]
    left = before.split()[-1] if before and not before[-1].isspace() else ""
    right = after.split()[0] if after else ""
    if not left or _ADDRESS.search(f"{left}.{right}") or "/" in left or "." in left:
        return False
    if not (stop["close"] or left[-1].isdigit() or (left[-1].islower() and len(left) > 1 and left[1:].islower())):
        return False
    opened = right.lstrip('"“‘([')
    return len(opened) == 1 or opened[1:2].islower() or opened[1:2] in "'’ " or opened != right


def _capped(text: str, start: int, end: int) -> Iterator[Span]:
    """A sentence in pieces of at most `MAX_CHARS`."""
    while end - start > MAX_CHARS:
        cut = _cut(text, start, start + MAX_CHARS)
        piece = trimmed(text, start, cut)
        yield piece
        start = trimmed(text, cut, end)[0]
    if start < end:
        yield start, end


def _cut(text: str, start: int, most: int) -> int:
    """Where to end a piece that is to end at `most` or before."""
    for mark in CUTS:
        *_, last = (0, *(found.end() for found in mark.finditer(text, (start + most) // 2, most)))
        if last:
            return last
    cut = most
    while cut > start and not text[cut].isspace():
        cut -= 1
    return cut if cut > start else most

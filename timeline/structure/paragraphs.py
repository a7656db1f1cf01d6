"""Cut a text at the line breaks that end a paragraph; those of a text wrapped at some width end none."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

WIDEST_WRAP = 120
"""A line longer than this (code points) was not wrapped by hand or by a mail program: its break ends a paragraph."""

LONGEST_WORD = 60
"""Code points of a line's first word that are looked at."""

Span = tuple[int, int]
"""`[start, end)` in code points of a text."""

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_FIRST_WORD = re.compile(r"\S+")
_NO_START = re.compile(r"[a-z,;)\]%&]")


def paragraphs(text: str) -> tuple[Span, ...]:
    r"""The parts between line breaks that end a sentence, as spans trimmed of white space.

    A blank line always ends one. A single line break does unless the text is wrapped there: the next line begins in
    lower case, or lines elsewhere in the text show at which width it was wrapped and the next word did not fit.

    >>> text = "Headline\nThe army fled on\nfoot."
    >>> [text[start:end] for start, end in paragraphs(text)]
    ['Headline', 'The army fled on\nfoot.']
    """
    return paragraphs_of(text, list(lines(text)))


def paragraphs_of(text: str, some: Sequence[Span], *, begin: Container[Span] = ()) -> tuple[Span, ...]:
    """The paragraphs that some lines of a text make, as `lines` gives them; those in `begin` each begin one."""
    width = _wrap_width(text, some)
    found: list[Span] = []
    for number, (start, end) in enumerate(some):
        if number and (start, end) not in begin and _goes_on(text, some[number - 1], (start, end), width):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found)


def lines(text: str) -> Iterator[Span]:
    """The lines that hold more than white space, trimmed."""
    for line in _LINE.finditer(text):
        start, end = trimmed(text, line.start(), line.end())
        if start < end:
            yield start, end


def trimmed(text: str, start: int, end: int) -> Span:
    """A span without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def are_adjacent(text: str, before: Span, after: Span) -> bool:
    """Whether one line break, and no blank line, parts two lines."""
    gap = text[before[1] : after[0]] if after[0] - before[1] < WIDEST_WRAP else "\n\n"
    return len(gap.replace("\r\n", "\n").replace(" ", "").replace("\t", "")) == 1


def begins_within(text: str, line: Span) -> bool:
    """Whether a line begins as only the middle of a sentence does: in lower case, but not "al-Azhar" or "iPhone"."""
    if not _NO_START.match(text, line[0]):
        return False
    word = _FIRST_WORD.match(text, line[0], min(line[1], line[0] + LONGEST_WORD))
    return word is not None and word[0] == word[0].lower()


def _wrap_width(text: str, some: Sequence[Span]) -> int:
    """The width at which a text is wrapped, 0 if it shows no sign of it.

    The signs are lines that go on in lower case; they must be a fifth of all lines that have a next line, and two.
    """
    pairs = [(a, b) for a, b in pairwise(some) if are_adjacent(text, a, b)]
    widths = [a[1] - a[0] for a, b in pairs if a[1] - a[0] <= WIDEST_WRAP and begins_within(text, b)]
    return max(widths) if len(widths) >= 2 and len(widths) * 5 >= len(pairs) else 0


def _goes_on(text: str, before: Span, after: Span, width: int) -> bool:
    """Whether a sentence may go on from one line to the next."""
    length = before[1] - before[0]
    if length > WIDEST_WRAP or not are_adjacent(text, before, after):
        return False
    if begins_within(text, after):
        return text[before[1] - 1] not in ".!?:"
    word = _FIRST_WORD.match(text, after[0], after[1])
    return word is not None and length + 1 + len(word[0]) > width > 0

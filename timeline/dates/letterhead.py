"""Dates in the parts of a document that say when it was written, and parts of it that others wrote.

The parts are front matter, the head of a letter, the first line of minutes, and the last lines, where a letter is dated
and a paper is signed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline.dates import dateline_words as words
from timeline.dates.candidate import Candidate
from timeline.dates.statement import Stated, names_day, squeezed
from timeline.structure import Block, Role, blocks
from timeline.why import Why

HEAD = 3000
"""How many code points of a text are its head, where front matter, the head of a letter or of minutes may stand."""

TAIL = 900
"""How many code points of a text are its end, where its date and those who signed it may stand."""

LAST_LINES = 6
"""The last lines of a text among which its date may stand: names and offices of those who signed follow it."""

SHORT = 60
"""A line of at most this many code points may be part of an address, or a name under a letter."""

GREETING_LINES = 8
"""The most lines between the date of a letter and its greeting: the address of whom it is sent to."""

MINUTES_BLOCKS = 5
"""The first headings and paragraphs of a document, among which the one stands that says of which meeting it is."""

LONGEST_MINUTES_LINE = 200

LONGEST_TITLE = 160
"""A line of at most this many code points above the date of a letter may be its title."""

FRONT_MATTER, LETTER, MINUTES, SIGNED, CLOSING = 9, 8, 7, 7, 5
"""The weights of these statements, from 1 to 9."""

_KEY = re.compile(rf"(?:{words.FRONT_MATTER_KEYS})\s*[:=]\s*[\"']?", re.IGNORECASE)
_GREETING = re.compile(rf"[\s*_]*(?:{words.GREETINGS})\b", re.IGNORECASE)
_SIGNED = re.compile(rf"[\s*_]*(?:{words.SIGNED})\b[^.!?\n]{{0,100}}", re.IGNORECASE)
_NAME = r"[A-Z0-9][\w.'’]*"
_LINKS = r"(?:(?:of|the|de|on|upon|sur|near|at|off|and|for)[ -]+)*"
_PLACE = re.compile(rf"[\s*_(\[]*(?:{_NAME}[ ,–—-]+{_LINKS}){{0,7}}")
_OTHER = re.compile(rf"(?<!\w)(?:{'|'.join(words.OTHER_DATES)})(?!\w)", re.IGNORECASE)
_CLOSES = re.compile(r"[\s*_.,;:)\]]*")
_MINUTES = re.compile(rf"[\s*_]*(?:{words.MINUTES})\b", re.IGNORECASE)
_HELD = re.compile(
    r"(?:\b(?:held|meeting|session|hearing|sitting|minutes|on|of|for|dated|[a-z]{3,6}day)|[:,–—-])\s*(?:the\s*)?$",
    re.IGNORECASE,
)
_VERB = re.compile(r"\b(?:is|was|were|are|had|has|have|be)\b", re.IGNORECASE)
_SIGNATURE = re.compile(rf"[\s*_–—-]*{_NAME}(?:[ ,-]+{_LINKS}{_NAME}){{0,7}},?\s*")
_SENTENCE = re.compile(r"[a-z)\"”’]{2}[.!?][\"”’)\]]*\s*$")
_OTHER_MAIL = re.compile(
    r"^[ \t>*_-]*(?:begin\s)?(?:original|forwarded|(?:message\s)?forwarded\sby)\s(?:message|mail|e-mail)\b[^\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
_SENDER = re.compile(r"from\s*:", re.IGNORECASE)
_QUOTED_OR_SENT = re.compile(r"^[ \t]*(?:>|from[ \t]*:)", re.IGNORECASE | re.MULTILINE)


def in_parts(text: str, candidates: Sequence[Candidate]) -> Iterator[Stated]:
    r"""The dates that the parts of a text state of it.

    >>> from timeline.dates.find import find
    >>> text = "Harwick, 3 May 1821\n\nDear Ann,\n\nThe river rose."
    >>> [(each.candidate.quote.text, each.weight) for each in in_parts(text, find(text))]
    [('3 May 1821', 8)]
    """
    dates = [c for c in candidates if names_day(c.content)]
    days = [c for c in dates if names_day(c.content, month=False)]
    head = text[:HEAD]
    if days and days[0].quote.start < len(head):
        layout = blocks(head)
        yield from _in_front_matter(text, layout, days)
        yield from _over_letter(text, days)
        yield from _of_minutes(text, layout, days)
    yield from _at_end(text, dates)


def of_others(text: str) -> Iterator[tuple[int, int]]:
    r"""The parts of a text that others wrote before it: mails that it answers or passes on.

    >>> list(of_others("Yes.\n\nFrom: Bo\nSent: 3 May 2021\n\nMay we?"))
    [(6, 40)]
    """
    passed_on = _OTHER_MAIL.search(text)
    if passed_on is not None:
        yield passed_on.start(), len(text)
    if _QUOTED_OR_SENT.search(text) is None:
        return
    written = False
    for block in blocks(text):
        if block.role == Role.MAIL_HEAD and written and _SENDER.match(text, block.start):
            yield block.start, len(text)
            return
        if block.role == Role.QUOTED:
            yield block.start, block.end
        written = written or (not block.is_furniture and _is_said(text, block))


def _is_said(text: str, block: Block) -> bool:
    """Whether a block is more than a title: "Yes, do.", but not "MEMORANDUM"."""
    return block.end - block.body > 2 * SHORT or _SENTENCE.search(text[block.body : block.end]) is not None


def _in_front_matter(text: str, layout: Sequence[Block], days: Sequence[Candidate]) -> Iterator[Stated]:
    for block in layout:
        if block.role != Role.FRONT_MATTER:
            continue
        for day in _inside(days, block.start, block.end):
            if _KEY.fullmatch(text, block.start, day.quote.start):
                line = squeezed(text[block.start : day.quote.end])
                yield Stated(day, FRONT_MATTER, Why("front-matter", (line,)))


def _over_letter(text: str, days: Sequence[Candidate]) -> Iterator[Stated]:
    """The date on a line with the place of writing, a greeting below it, and above it at most a title or an address."""
    for day in days:
        if day.quote.start >= HEAD:
            return
        start, end = _line(text, day)
        if not _is_place_and_date(text, start, end, day):
            continue
        above = text[:start].splitlines()
        below = [line for line in text[end : end + HEAD].splitlines() if line.strip()][: GREETING_LINES + 1]
        addressed = next((n for n, line in enumerate(below) if _GREETING.match(line)), None)
        if addressed is None or any(len(line.strip()) > SHORT for line in below[:addressed]):
            continue
        if any(len(line) > LONGEST_TITLE or _SENTENCE.search(line) for line in above):
            continue
        yield Stated(day, LETTER, Why("letter-head", (squeezed(text[start:end]),)))


def _of_minutes(text: str, layout: Sequence[Block], days: Sequence[Candidate]) -> Iterator[Stated]:
    """The day of the meeting that minutes are of: "Minutes of the meeting held on 4 March 2014"."""
    titled = False
    for block in [block for block in layout if not block.is_furniture][:MINUTES_BLOCKS]:
        titled = titled or _MINUTES.match(text, block.body, block.end) is not None
        if not titled or block.end - block.start > LONGEST_MINUTES_LINE or _VERB.search(text, block.body, block.end):
            continue
        for day in _inside(days, block.start, block.end)[:1]:
            if _HELD.search(text, block.body, day.quote.start):
                yield Stated(day, MINUTES, Why("minutes-of", (squeezed(day.quote.text),)))
                return


def _at_end(text: str, dates: Sequence[Candidate]) -> Iterator[Stated]:
    """The date under a letter, with its place or alone (a month not alone), and that on which a paper was signed."""
    for day in reversed(dates):
        if day.quote.end < len(text) - TAIL:
            return
        start, end = _line(text, day)
        after = [line for line in text[end:].splitlines() if line.strip()]
        if len(after) >= LAST_LINES or any(len(line.strip()) > SHORT for line in after):
            continue
        above = text[max(0, start - HEAD) : start].rstrip().splitlines()[-2 * LAST_LINES :]
        if not any(_SENTENCE.search(line) for line in above):
            continue
        if not names_day(day.content, month=False) and not text[start : day.quote.start].strip():
            continue
        said = squeezed(text[start:end])
        closes = _CLOSES.fullmatch(text, day.quote.end, end) is not None
        if closes and _SIGNED.fullmatch(text, start, day.quote.start):
            yield Stated(day, SIGNED, Why("signed", (said,)))
        elif _is_place_and_date(text, start, end, day) and not _OTHER.search(text, start, day.quote.start):
            if not (_SENTENCE.search(above[-1]) or (len(above[-1]) <= 2 * SHORT and _SIGNATURE.fullmatch(above[-1]))):
                continue  # "Election day", or what else the date is of
            yield Stated(day, CLOSING, Why("closing", (said,)))


def _is_place_and_date(text: str, start: int, end: int, day: Candidate) -> bool:
    """Whether a line holds a date, and in front of it at most a place: "Port Stanley, November 20th, 1791."."""
    near = day.quote.start - start <= 2 * SHORT
    placed = _PLACE.fullmatch(text, start, day.quote.start) if near else None
    return placed is not None and _CLOSES.fullmatch(text, day.quote.end, end) is not None


def _line(text: str, day: Candidate) -> tuple[int, int]:
    """Where the line of a date begins and ends."""
    start, end = text.rfind("\n", 0, day.quote.start) + 1, text.find("\n", day.quote.end)
    return start, end if end >= 0 else len(text)


def _inside(days: Sequence[Candidate], start: int, end: int) -> list[Candidate]:
    return [day for day in days if start <= day.quote.start and day.quote.end <= end]

"""Find the blocks of a document by the shape of its lines: no format is named, no publisher known.

Each paragraph (see `paragraphs`) gets a role. Lines that are furniture of the page end a paragraph.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace

from timeline.structure.block import Block, Role
from timeline.structure.line_roles import line_roles
from timeline.structure.paragraph_roles import Notes, is_listed_work, is_over_works, opens_aside, paragraph_role
from timeline.structure.paragraphs import Span, begins_within, lines, paragraphs_of

LONGEST_HEADING = 90
"""A line of more code points than this is no heading."""

LONGEST_PAGE_HEAD = 100
"""A line of more code points than this is no head or foot of a page."""

PAGES = 3
"""A line that stands this often in a document, its numbers aside, is the head or foot of its pages."""

MAIL_LINES = 2
"""The fewest "From:", "Sent:" lines one below the other that are the head of a mail."""

_MARKED_HEADING = re.compile(r"(?P<marks>#{1,6})\s+(?=\S)")
_UNDERLINE = re.compile(r"=+|-{3,}")
_RULE = re.compile(r"[\W_]{3,}")
_ITEM = re.compile(r"(?:[-*+•‣–—]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxlc]{1,6})[.)])\s+(?=\S)")
_QUOTED = re.compile(r"(?:>\s?)+")
_ROW = re.compile(r"\|.*\||[^\t]+\t[^\t]+\t")
_SPEAKER = re.compile(r"(?:Q|A)[.:]\s+(?=\S)|\[[\d:., -]{4,25}\]\s*[\w .'-]{1,40}:\s+(?=\S)")
_MAIL = re.compile(
    r"(?:from|to|cc|bcc|sent|date|subject|reply-to|importance|attachments?|message-id|received|x-[\w-]+)\s*:",
    re.IGNORECASE,
)
_PAGE_NUMBER = re.compile(
    r"(?:.{0,60}\s)?(?:page\s+\d{1,4}(?:\s+(?:of|/)\s+\d{1,4})?|\d{1,4}\s+of\s+\d{1,4}|\d{1,4}/\d{1,4})|[-–—]\s?\d{1,4}\s?[-–—]",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"(?:about\s|over\s)?\d{1,3}\s?(?:s|m|h|d|w|secs?|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|years?)\s+ago"
    r"|\d{1,3}\s?min(?:ute)?s?\sread|(?:share|save|print|reply|like|report|advertisement|loading\W*)",
    re.IGNORECASE,
)
_BY_SHAPE = 3  # the rank of a heading that neither marks, nor capitals or numbers make one
_MAY_BE_LISTED = frozenset({Role.TEXT, Role.ITEM, Role.HEADING})
_NUMBER = re.compile(r"\d+")
_NUMBERED = re.compile(
    r"(?:(?:chapter|part|section|article|book|appendix)\s+)?(?:\d{1,2}(?:\.\d{1,2})*|[IVXLC]{1,7})[.:)]?\s+",
    re.IGNORECASE,
)
_ENDS = re.compile(r"(?<!\b[A-Z])(?<!\bNo)[.!?…;,:][\"'”’)\]]*$")


def blocks(text: str) -> tuple[Block, ...]:
    r"""The blocks of a document, in order; together they hold all that is not white space.

    >>> text = "# Harbour board\n\nPresent: Ann, Bo\n\n- The crane was mended.\n\nPage 1 of 3"
    >>> for block in blocks(text):
    ...     print(block.role, repr(text[block.body : block.end]))
    heading 'Harbour board'
    heading 'Present: Ann, Bo'
    item 'The crane was mended.'
    page head 'Page 1 of 3'
    """
    found = list(lines(text))
    roles = _lines_apart(text, found)
    return tuple(_with_works(text, _with_cut(text, list(_blocks(text, found, roles)))))


def _blocks(text: str, found: Sequence[Span], roles: dict[int, Role]) -> Iterator[Block]:
    """Furniture line by line, what stands between in paragraphs."""
    notes = Notes(text)
    asides = {line for line in found if opens_aside(text, *line, notes)}
    run: list[Span] = []
    for number, line in enumerate(found):
        if number not in roles:
            run.append(line)
            continue
        yield from _of_run(text, run, asides, notes)
        run = []
        yield Block(*line, roles[number], line[0])
    yield from _of_run(text, run, asides, notes)


def _with_cut(text: str, found: Sequence[Block]) -> Iterator[Block]:
    """The blocks, those that the head or foot of a page cuts off from their sentence as text, and not as headings."""
    goes_on = False  # whether below page heads alone a sentence goes on in lower case
    whole: list[Block] = []
    for number, block in reversed([*enumerate(found)]):
        is_cut = goes_on and block.role == Role.HEADING and block.level == _BY_SHAPE
        whole.append(replace(block, role=Role.TEXT, level=0) if is_cut else block)
        if block.role == Role.PAGE_HEAD:
            goes_on = goes_on or (number + 1 < len(found) and _is_cut_off(text, found[number + 1]))
        else:
            goes_on = False
    return reversed(whole)


def _is_cut_off(text: str, block: Block) -> bool:
    return block.role == Role.TEXT and begins_within(text, (block.start, block.end))


def _with_works(text: str, found: Iterable[Block]) -> Iterator[Block]:
    """The blocks, with what a list of writings holds below its heading as citations."""
    below = False
    for block in found:
        listed = below and block.role in _MAY_BE_LISTED and is_listed_work(text, block.body, block.end)
        yield replace(block, role=Role.CITATION, level=0) if listed else block
        if block.role == Role.HEADING and not listed:
            below = is_over_works(text[block.body : block.end])


def _of_run(text: str, run: Sequence[Span], asides: Container[Span], notes: Notes) -> Iterator[Block]:
    parts = paragraphs_of(text, run, begin=asides)
    underlined = None
    for number, part in enumerate(parts):
        following = parts[number + 1] if number + 1 < len(parts) else None
        if underlined == part:
            yield Block(*part, Role.RULE, part[0])
            continue
        underlined = following if following is not None and _is_underline(text, part, following) else None
        yield _block(text, part, notes, marked=underlined is not None, alone=_is_alone(text, part))


def _lines_apart(text: str, found: Sequence[Span]) -> dict[int, Role]:
    """The lines that are furniture, by their numbers."""
    roles: dict[int, Role] = dict.fromkeys(_front_matter(text, found), Role.FRONT_MATTER)
    roles |= dict.fromkeys(_mail_heads(text, found), Role.MAIL_HEAD)
    short = {n: text[start:end] for n, (start, end) in enumerate(found) if end - start <= LONGEST_PAGE_HEAD}
    shapes = {n: _NUMBER.sub("0", line) for n, line in short.items() if any(c.isdigit() for c in line)}
    often = Counter(shapes.values())
    for number, line in short.items():
        if number in roles:
            continue
        repeated = number in shapes and often[shapes[number]] >= PAGES and _PAGE_NUMBER.search(line) is not None
        if repeated or _PAGE_NUMBER.fullmatch(line):
            roles[number] = Role.PAGE_HEAD
        elif _STAMP.fullmatch(line):
            roles[number] = Role.STAMP
    return line_roles(text, found) | roles


def _front_matter(text: str, found: Sequence[Span]) -> range:
    if not found or text[slice(*found[0])] != "---":
        return range(0)
    for number, line in enumerate(found[1:40], 1):
        if text[slice(*line)] in ("---", "..."):
            return range(number + 1)
    return range(0)


def _mail_heads(text: str, found: Sequence[Span]) -> Iterator[int]:
    """Lines of two and more such fields one below the other."""
    run: list[int] = []
    for number, (start, end) in enumerate([*found, (0, 0)]):
        if start < end and _MAIL.match(text, start, end):
            run.append(number)
            continue
        if len(run) >= MAIL_LINES:
            yield from run
        run = []


def _is_underline(text: str, part: Span, following: Span) -> bool:
    line = text[slice(*following)]
    return (
        _UNDERLINE.fullmatch(line) is not None
        and "\n" not in text[slice(*part)]
        and part[1] - part[0] <= LONGEST_HEADING
    )


def _is_alone(text: str, part: Span) -> bool:
    """Whether a blank line, or an end of the text, stands on both sides."""
    before, after = text[max(0, part[0] - 40) : part[0]], text[part[1] : part[1] + 40]
    return (not before.strip() or before.replace("\r", "").replace(" ", "").endswith("\n\n")) and (
        not after.strip() or after.replace("\r", "").replace(" ", "").startswith("\n\n")
    )


def _block(text: str, part: Span, notes: Notes, *, marked: bool, alone: bool) -> Block:
    start, end = part
    heading = _MARKED_HEADING.match(text, start, end)
    if heading is not None:
        return Block(start, end, Role.HEADING, heading.end(), len(heading["marks"]))
    if marked:
        return Block(start, end, Role.HEADING, start, 1)
    if _RULE.fullmatch(text, start, end):
        return Block(start, end, Role.RULE, start)
    quoted = _QUOTED.match(text, start, end)
    if quoted is not None:
        return Block(start, end, Role.QUOTED, quoted.end())
    spoken = _SPEAKER.match(text, start, end)
    if spoken is not None:
        return Block(start, end, Role.SPOKEN, start)
    if _ROW.match(text, start, end):
        return Block(start, end, Role.ROW, start)
    item = _ITEM.match(text, start, end)
    body = item.end() if item is not None else start
    aside = paragraph_role(text, start, end, notes) or paragraph_role(text, body, end, notes)
    if aside is not None:
        return Block(start, end, *aside)
    if item is not None:
        return Block(start, end, Role.ITEM, body)
    level = _heading_level(text[start:end]) if alone else 0
    return Block(start, end, Role.HEADING if level else Role.TEXT, start, level)


def _heading_level(line: str) -> int:
    """The rank of a line on its own, by its shape: 2 in capitals or with a number, 3 else; 0 for no heading."""
    if len(line) > LONGEST_HEADING or "\n" in line or _ENDS.search(line):
        return 0
    words = line.split()
    if not words[0][0].isupper() and not words[0][0].isdigit():
        return 0
    letters = [c for c in line if c.isalpha()]
    if (letters and all(c.isupper() for c in letters)) or _NUMBERED.match(line):
        return 2
    return _BY_SHAPE

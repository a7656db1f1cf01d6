"""Lines that are no running text, by their shape: navigation, bylines, addresses, the close of a letter.

A line has such a role only as a whole, and only where it is not the middle of a paragraph that was wrapped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline.structure import role_words as words
from timeline.structure.block import Role
from timeline.structure.paragraphs import Span, are_adjacent, begins_within
from timeline.wording import MONTHS

LONGEST_LINE = 160
"""A line of more code points than this has none of these roles."""

LONGEST_NAME = 60
"""A line of more code points than this is no name under a letter."""

NAMES = 4
"""The most lines of names and offices under the close of a letter."""

LINKS = 12
"""The most titles of other pages below a heading that says that there are some."""

FEWEST_LINKS = 2
"""The fewest such titles that make a heading such a one that says no more than "Latest" or "More from Harwick"."""

SHORT = 60
"""A line of at most this many code points was not ended by the width of its page."""

_NAME = r"[A-Z][\w.'’-]*"
_PERSON = rf"{_NAME}(?:\s{_NAME}){{1,3}}"
_PERSONS = rf"{_PERSON}(?:(?:,\s|\s(?i:and|&)\s|,\s(?i:and)\s){_PERSON}){{0,3}}"
_MONTH = rf"(?:{'|'.join(MONTHS)})\b"
_POST_CODE = r"(?:[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}|[A-Z]{2}\s\d{5}(?:-\d{4})?)"
_PLACES = rf"(?:,?\s{_NAME}(?:\s{_NAME}){{0,3}}){{0,3}}"
_SITE = r"(?:https?://|www\.)\S+"
_MAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"

_BYLINE = re.compile(
    rf"[*_]*(?:(?i:{words.BY}):?\s(?!{_MONTH}){_PERSONS}(?:(?:,|\s[|–—-])\s[^\d.!?]{{2,60}}|\sin\s{_NAME}(?:\s{_NAME})?)?"
    rf"(?:[;.]\s(?i:{words.BY})\s{_PERSONS})?|(?i:{words.WRITERS}))[*_.,]*"
)
_NAVIGATION = re.compile(
    rf"\W*(?:{words.ON_PAGE}|{words.COUNTED_COMMENTS})\W*|\W*(?:{words.BEFORE_LINKS})\s?[:»>|]\s?\S.*"
    r"|\w[\w '’&-]{1,24}(?:\s[|>»•·]\s\w[\w '’&-]{1,24}){2,9}",
    re.IGNORECASE,
)
_OVER_LINKS = re.compile(rf"\W*(?P<words>{words.OTHER_STORIES})\W*", re.IGNORECASE)
_NAMES_LINKS = re.compile(rf"\W*(?:{words.NAMED_STORIES})\W*", re.IGNORECASE)
_MARK = re.compile(r"(?:[-*+•‣–—]|\d{1,2}[.)])\s+\S")
_ENDS = re.compile(r"[.!?…:;,][\"'”’)\]]*$")
_ADDRESS = re.compile(
    rf"(?:(?i:suite|flat|unit|room|floor|apt\.?)\s\w{{1,4}},?\s)?\d{{1,5}}[A-Za-z]?,?\s(?:{_NAME}\s){{1,4}}(?i:{words.ROADS})"
    rf"(?:\s[NSEW]{{1,2}}\.?)?{_PLACES}(?:,?\s{_POST_CODE})?[.,]?"
    rf"|(?i:p\.?\s?o\.?\sbox)\s\d{{1,6}}{_PLACES}(?:,?\s{_POST_CODE})?[.,]?"
    rf"|{_NAME}(?:\s{_NAME}){{0,3}}{_PLACES},?\s{_POST_CODE}[.,]?"
    rf"|(?i:{words.REACHED_BY})\.?\s?:?\s(?:\+?[\d\s().–/-]{{5,30}}|{_MAIL}|{_SITE})|{_SITE}|{_MAIL}"
)
_CLOSE = re.compile(
    rf"(?:{words.CLOSES})(?:,?\s(?:&c|etc)\b\.?)?(?P<end>[,.]?)(?:\s(?P<name>(?-i:{_NAME})(?:\s(?-i:{_NAME})){{0,3}}))?",
    re.IGNORECASE,
)
_SIGNED = re.compile(rf"(?:\(?(?i:signed)\)?:?|/s/)\s{_NAME}(?:\s{_NAME}){{0,4}},?")
_UNDER = re.compile(rf"[*_]*{_NAME}(?:,?\s(?:{_NAME}|of|the|and|for|to|&)){{0,8}}[.,]?[*_]*")


def line_roles(text: str, found: Sequence[Span]) -> dict[int, Role]:
    r"""The lines of a text that have a role by their shape, by their numbers; `found` are all its lines.

    >>> from timeline.structure.paragraphs import lines
    >>> text = "By Ann Holm\n\nThe mill burned.\n\nRead more: The mill's last days\n\nYours sincerely,\nBo Carr"
    >>> {n: str(role) for n, role in line_roles(text, list(lines(text))).items()}
    {0: 'byline', 2: 'navigation', 3: 'signature', 4: 'signature'}
    """
    roles: dict[int, Role] = {}
    for number, (start, end) in enumerate(found):
        if number in roles or end - start > LONGEST_LINE:
            continue
        line = text[start:end]
        role = _role(line)
        if role is not None and _is_apart(text, found, number):
            roles[number] = role
            continue
        links = _links(text, found, number) if _OVER_LINKS.fullmatch(line) else ()
        if len(links) >= FEWEST_LINKS or _NAMES_LINKS.fullmatch(line):
            roles |= dict.fromkeys((number, *links), Role.NAVIGATION)
        else:
            roles |= dict.fromkeys(_close(text, found, number), Role.SIGNATURE)
    return roles


def _role(line: str) -> Role | None:
    """What a line is by itself."""
    if _NAVIGATION.fullmatch(line):
        return Role.NAVIGATION
    if _BYLINE.fullmatch(line):
        return Role.BYLINE
    return Role.ADDRESS if _ADDRESS.fullmatch(line) else None


def _is_apart(text: str, found: Sequence[Span], number: int) -> bool:
    """Whether a line is not the middle of a wrapped paragraph."""
    here = found[number]
    before = found[number - 1] if number else None
    after = found[number + 1] if number + 1 < len(found) else None
    if after is not None and are_adjacent(text, here, after) and begins_within(text, after):
        return False
    if before is None or before[1] - before[0] <= SHORT or not are_adjacent(text, before, here):
        return True
    return _ENDS.search(text, max(before[0], before[1] - 5), before[1]) is not None


def _links(text: str, found: Sequence[Span], number: int) -> tuple[int, ...]:
    """The titles of other pages below a heading over them: its own lines, and items of a list."""
    links = []
    for below in range(number + 1, min(number + 1 + LINKS, len(found))):
        start, end = found[below]
        marked = _MARK.match(text, start, end) is not None
        near = are_adjacent(text, found[below - 1], found[below])
        if end - start > LONGEST_LINE or _ENDS.search(text, max(start, end - 5), end) or not (marked or near):
            break
        links.append(below)
    return tuple(links)


def _close(text: str, found: Sequence[Span], number: int) -> Iterator[int]:
    """The close of a letter on a line, and the names and offices on the lines below it."""
    line = text[slice(*found[number])]
    if _SIGNED.fullmatch(line):
        yield number
        return
    close = _CLOSE.fullmatch(line)
    if close is None:
        return
    names = tuple(_names(text, found, number)) if close["name"] is None else ()
    if close["end"] == "," or (names and " " in line):
        yield number
        yield from names


def _names(text: str, found: Sequence[Span], number: int) -> Iterator[int]:
    for below in range(number + 1, min(number + 1 + NAMES, len(found))):
        start, end = found[below]
        if end - start > LONGEST_NAME or not _UNDER.fullmatch(text, start, end):
            return
        if below > number + 1 and not are_adjacent(text, found[below - 1], found[below]):
            return
        yield below

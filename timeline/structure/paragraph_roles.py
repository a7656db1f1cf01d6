"""Paragraphs beside the running text, by their shape: captions, footnotes, and citations of other writings."""

from __future__ import annotations

import re
from functools import cached_property

from timeline.language.abbreviations import MONTH_NAMES, MONTHS
from timeline.structure import role_words as words
from timeline.structure.block import Role

LONGEST = 1200
"""A paragraph of more code points than this is running text."""

LONGEST_CITATION = 500
"""The same for a citation."""

CREDIT = 160
"""The last code points of a paragraph, in which the name of who took the picture stands."""

_NAME = r"[A-Z][\w.'’-]*"
_YEAR = r"(?:1[4-9]|20)\d\d"
_AUTHOR = r"[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?,\s(?:[A-Z]\.[\s-]?){1,3}"
_PAGES = r"(?:pp?\.\s?)?[\divxlc]{1,6}(?:\s?[-–]\s?\d{1,5})?(?:,\s\d{1,5}(?:[-–]\d{1,5})?)*(?:\s?ff?\.?)?"

_LABEL = re.compile(
    rf"(?:(?:{words.CAPTIONS})\s(?:\d{{1,3}}(?:[.-]\d{{1,2}})?[a-z]?|[IVXLC]{{1,7}})\s?(?:[.:|]\s|\s?[–—-]\s(?=[\W]?(?-i:[A-Z])))"
    rf"|(?:{words.CAPTIONS}|{words.CREDITS}):\s)(?=\S)",
    re.IGNORECASE,
)
_CREDITED = re.compile(
    rf"(?:[(\[](?:{_NAME}\s){{0,2}}(?i:{words.CREDITS})\s?(?::|/|(?i:\sby\b|\scredit\b|\scourtesy\b|\sof\b))[^()\[\]]{{2,80}}[)\]]"
    rf"|(?:[.!?…][\"”’]?\s?|\s[–—-]\s)(?:(?i:{words.CREDITS})(?i:\scredit)?\s?(?::|/|\b(?i:by|courtesy\sof)\b)\s?{_NAME}[^.!?]{{1,60}}"
    rf"|{_NAME}(?:\s{_NAME}){{1,3}}(?:\s?/\s?[A-Z][^/.!?\n]{{1,40}}){{1,3}})"
    rf"|[(\[]{_NAME}(?:\s{_NAME}){{1,3}}(?:\s?/\s?[A-Z][^/.!?()\[\]\n]{{1,40}}){{1,3}}[)\]])$"
)

_NOTE = re.compile(
    r"(?P<sure>\[\^[\w-]{1,20}\]:\s?|[¹²³⁰⁴-⁹]{1,3}\s?|[†‡]{1,3}\s?|(?:[Ff]oot)?[Nn]ote\s\d{1,3}[.:]\s)(?=\S)"
    r"|(?P<mark>\[\d{1,3}\]|\*{1,3})\s?(?=[A-Z\"“‘(\d])(?!\*)|(?P<number>\d{1,3})\s+(?=[A-Z\"“‘])"
)
_REFERENCE = re.compile(
    r"(?<=[\w.,;:!?\"”’)])(?:(?P<mark>\[\d{1,3}\]|(?<!\*)\*{1,3}(?=[\s.,;:)’]|$))"
    r"|(?:(?<=[a-z]{4})|(?<=[a-z]{3}[.,;])|(?<=[a-z]{2}[.,;][\"”’]))(?P<number>\d{1,3})(?=[\s.,;]))",
    re.MULTILINE,
)
_WORD = re.compile(r"\w{1,12}")
_CITING = re.compile(rf"(?:{words.CITING}|{words.SAID_BEFORE})(?![\w'’-])", re.IGNORECASE)

_CITATION_BEGINS = re.compile(
    rf"{_AUTHOR}(?:(?:,?\s(?:and|&)\s|,\s|;\s)(?:{_AUTHOR}|(?:[A-Z]\.\s?){{1,3}}{_NAME}))*(?:,?\set\sal\.)?,?\s?"
    rf"(?:\([Ee]ds?\.\),?\s)?(?:\((?:{_YEAR}[a-z]?|n\.d\.|in\spress|forthcoming)(?:,\s[\w ]{{3,20}})?\)[.:]?"
    rf"|{_YEAR}[a-z]?[.:])\s(?=[\"“‘'*_]?[A-Z])"
)
_CITED_AUTHOR = re.compile(
    rf"(?:See\s(?:also\s)?)?(?:[A-Z][\w'’-]+,\s(?:{_NAME}\s?){{1,3}}|(?:{_NAME}\s){{1,3}}{_NAME}|[A-Z][\w'’-]+)[,.]\s|[\"“‘*_]"
)
_CITATION_ENDS = re.compile(
    rf"(?:\([^()]{{2,60}}:\s[^()]{{2,60}},\s{_YEAR}\)|\([^()]{{2,60}},\s{_YEAR}\),\spp?\.)(?:,?\s(?:at\s)?{_PAGES})?[.;]?$"
    rf"|[.,]\s(?:{_NAME}[\s,&/]{{1,2}}){{0,3}}{_NAME}:\s[^:.]{{2,60}},\s{_YEAR}[.;]?$"
    rf"|\b\d{{1,3}}[\s,.]{{0,2}}(?:\((?:\d{{1,3}}(?:[-–/]\d{{1,3}})?|(?:\w+\s)?{_YEAR})\)|no\.\s?\d{{1,3}}(?:\s\((?:\w+\s)?{_YEAR}\))?)\s?[:,]\s{_PAGES}[.;]?$"
)
_IDENTIFIED = re.compile(
    r"(?:\b(?:doi|DOI):?\s?\d\d\.\d{4}\S{2,60}|https?://(?:dx\.)?doi\.org/\S{4,60}|\bISBN[\s:]?[\d-]{10,17}"
    r"|[.,)\"”]\s\(?(?:Retrieved|Accessed)\s(?:on\s)?(?:\d{1,2}\s\w{3,9}|\w{3,9}\s\d{1,2},?)\s\d{4}\)?(?:,?\s(?:from\s)?https?://\S{4,100})?)[.;]?$"
)
_SAID_BEFORE = re.compile(
    rf"(?:See\s(?:also\s)?)?(?:{_NAME},\s)?(?i:{words.SAID_BEFORE})\b[.,]*(?:\s(?:at\s)?{_PAGES})?[.;]?"
)
_WORKS = re.compile(rf"[\W\d]*(?:{words.WORKS})\W*", re.IGNORECASE)
_DATED_OR_LINKED = re.compile(rf"\b{_YEAR}\b|https?://")


class Notes:
    """The marks in a text that point at its notes, looked for when first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    def pointed_at(self, mark: str, at: int) -> bool:
        """Whether a mark stands in the text somewhere before the note that begins with it at `at`."""
        return self._first.get(mark, at) < at

    @cached_property
    def _first(self) -> dict[str, int]:
        """Where each mark stands first."""
        first: dict[str, int] = {}
        for found in _REFERENCE.finditer(self._text):
            first.setdefault(found.group(), found.start())
        return first


def opens_aside(text: str, start: int, end: int, notes: Notes) -> bool:
    """Whether a line begins a caption or a footnote, so that no paragraph goes on with it."""
    return _LABEL.match(text, start, end) is not None or _note(text, start, end, notes) is not None


def paragraph_role(text: str, start: int, end: int, notes: Notes) -> tuple[Role, int] | None:
    """Whether a paragraph is a caption, a footnote or a citation, and where its words begin behind "Figure 3." or the
    mark of a note; None for running text.

    >>> text = "Figure 3. The mill"
    >>> paragraph_role(text, 0, len(text), Notes(text))
    (<Role.CAPTION: 'caption'>, 10)
    """
    if end - start > LONGEST:
        return None
    note = _note(text, start, end, notes)
    body = note.end() if note is not None else start
    if is_citation(text, body, end):
        return Role.CITATION, body
    if note is not None:
        return Role.FOOTNOTE, body
    label = _LABEL.match(text, start, end)
    if label is not None:
        return Role.CAPTION, label.end()
    return (Role.CAPTION, start) if _CREDITED.search(text, max(start, end - CREDIT), end) else None


def is_citation(text: str, start: int, end: int) -> bool:
    """Whether a paragraph as a whole names another writing."""
    if end - start > LONGEST_CITATION:
        return False
    cited = " ".join(text[start:end].split())
    if _CITATION_BEGINS.match(cited) or _IDENTIFIED.search(cited) or _SAID_BEFORE.fullmatch(cited):
        return True
    return _CITED_AUTHOR.match(cited) is not None and _CITATION_ENDS.search(cited) is not None


def is_over_works(line: str) -> bool:
    """Whether a heading stands over a list of writings."""
    return _WORKS.fullmatch(line) is not None


def is_listed_work(text: str, start: int, end: int) -> bool:
    """Whether a paragraph below such a heading names a writing: an author or a title first, a year or an address."""
    short = end - start <= LONGEST_CITATION
    return short and bool(_CITED_AUTHOR.match(text, start, end)) and bool(_DATED_OR_LINKED.search(text, start, end))


def _note(text: str, start: int, end: int, notes: Notes) -> re.Match[str] | None:
    """The mark of the note that a paragraph is; None where it is none."""
    note = _NOTE.match(text, start, end)
    if note is None or note["sure"]:
        return note
    if note["mark"]:
        is_emphasis = note["mark"].startswith("*") and "*" in text[note.end() : end]
        return note if notes.pointed_at(note["mark"], start) and not is_emphasis else None
    if _CITING.match(text, note.end(), end):
        return note
    return note if notes.pointed_at(note["number"], start) and not _names_month(text[note.end() : end]) else None


def _names_month(behind: str) -> bool:
    """As behind the number of "12 May"."""
    word = _WORD.match(behind)
    return word is not None and word[0].lower() in MONTH_NAMES | MONTHS

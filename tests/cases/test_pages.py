"""Forty pages of ten kinds, each date as a careful reader takes it: `pages/*.txt` hold the texts and what is wanted.

The first line of a page is its publication date as EDTF, "unknown" where no reader could tell, "*" where readers would
differ; "given" behind it: the date came with the document, as metadata does. Behind "----" stands the text, in which
`{the 3d|1862-04-03}` marks an expression and its days. Nothing behind the stroke: no reader could tell; "*": readers
would differ; " or " parts readings that are as good.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

import timeline
from timeline.timespan import TimeSpan

PAGES = Path(__file__).parent / "pages"
_MARK = re.compile(r"\{([^{|}]+)\|([^{|}]*)\}")
ANYTHING = "*"
UNKNOWN = "unknown"


@dataclass(frozen=True)
class Wanted:
    """An expression of a page: its offsets in code points, and its EDTF ("" where no reader could tell)."""

    start: int
    end: int
    words: str
    edtf: str


@dataclass(frozen=True)
class Page:
    """A page without its marks."""

    id: str
    text: str
    published: str
    given: bool
    wanted: tuple[Wanted, ...]


def read_page(path: Path) -> Page:
    head, marked = path.read_text(encoding="utf-8").split("----\n", 1)
    _, published, *given = head.split()
    text, wanted, at = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        words, edtf = mark.groups()
        wanted.append(Wanted(len(text), len(text) + len(words), words, edtf))
        text += words
        at = mark.end()
    return Page(path.stem, text + marked[at:], published, bool(given), tuple(wanted))


ALL = [read_page(path) for path in sorted(PAGES.glob("*.txt"))]


def document(page: Page) -> timeline.Document:
    published = TimeSpan.parse(page.published) if page.given else None
    return timeline.Document(id=page.id, text=page.text, published=published)


@cache
def found(page: Page) -> tuple[tuple[int, int, str], ...]:
    return tuple(
        (mention.quote.start, mention.quote.end, "" if mention.when is None else str(mention.when))
        for mention in timeline.find_dates(document(page))
    )


def reading(page: Page, wanted: Wanted) -> str:
    """What the dates within the expression say: the first and the last of them where it holds more than one."""
    spans = [span for start, end, span in found(page) if start < wanted.end and wanted.start < end and span]
    return "" if not spans else spans[0] if len(set(spans)) == 1 else f"{spans[0]}/{spans[-1]}"


def faults(page: Page) -> list[tuple[str, str, str]]:
    """Words, EDTF wanted and EDTF read, of each expression read wrongly and each date that stands at no expression."""
    wrong = [
        (wanted.words, wanted.edtf, reading(page, wanted))
        for wanted in page.wanted
        if wanted.edtf != ANYTHING and reading(page, wanted) not in wanted.edtf.split(" or ")
    ]
    extra = [
        (page.text[start:end], "", span)
        for start, end, span in found(page)
        if span and not any(start < wanted.end and wanted.start < end for wanted in page.wanted)
    ]
    return wrong + extra


def published(page: Page) -> str:
    """The publication date that a build works with, "unknown" where it has none or knows but one end of it."""
    (source,) = timeline.build([document(page)]).sources
    when = source.published.when
    return UNKNOWN if when is None or when.is_open else str(when)


@pytest.mark.parametrize("page", ALL, ids=lambda page: page.id)
def test_dates_of_a_page(page: Page) -> None:
    assert faults(page) == []


@pytest.mark.parametrize("page", [page for page in ALL if page.published != ANYTHING], ids=lambda page: page.id)
def test_publication_of_a_page(page: Page) -> None:
    assert published(page) == page.published

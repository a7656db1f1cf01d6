"""Forty pages of ten kinds, each date as a careful reader takes it: `pages/*.txt` hold the texts and what is wanted.

The first line of a page is its publication date as EDTF, "unknown" where no reader could tell, "*" where readers would
differ; "given" behind it: the date came with the document, as metadata does. Behind "----" stands the text, in which
`{the 3d|1862-04-03}` marks an expression and its days. Nothing behind the stroke: no reader could tell; "*": readers
would differ; " or " parts readings that are as good.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
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


def unwanted(page: Page) -> list[tuple[str, str]]:
    """Words and EDTF of each date that stands at no expression of the page."""
    return [
        (page.text[start:end], span)
        for start, end, span in found(page)
        if span and not any(start < wanted.end and wanted.start < end for wanted in page.wanted)
    ]


def published(page: Page) -> str:
    """The publication date that a build works with, "unknown" where it has none or knows but one end of it."""
    (source,) = timeline.build([document(page)]).sources
    when = source.published.when
    return UNKNOWN if when is None or when.is_open else str(when)


# What is still read wrongly, and why: page, words.
STILL_WRONG: dict[tuple[str, str], str] = {
    ("court-english-judgment", "11 May"): "the year stands with the second date of the sentence",
    ("history-local-industry", "By then"): "'then' is no expression of time yet",
    ("report-fiscal-year", "then"): "'then' is no expression of time yet",
    ("history-siege", "Ten years later"): "'not until 1661' is taken for an aside like 'until 1661'",
    ("history-war-campaign", "Sunday the 6th"): "the month told last goes before the day of the week",
    ("minutes-council", "to date"): "'to date' is no expression of time yet",
    ("news-byline-british", "at the end of the year"): "the present tense does not say which year",
    ("news-updated-web", "this morning"): "of publication and update the former stands",
    ("news-updated-web", "tomorrow"): "of publication and update the former stands",
    ("report-annual-sections", "in the previous year"): "the year that is compared with leads on",
    ("report-consular", "midsummer"): "midsummer is no expression of time yet",
    ("report-consular", "Since the beginning of the present year"): "'the present year' is no expression of time yet",
    ("report-fiscal-year", "fiscal year 2011"): "the bounds of a fiscal year are not taken from the text",
    ("transcript-hearing", "the 9th"): "a day alone behind 'been' is not told from a rank",
    ("transcript-hearing", "the following month"): "the year alone that was told last leads on",
    ("transcript-oral-history", "April the ninth, nineteen and two"): "'nineteen and two' is no year yet",
    ("transcript-oral-history", "the spring of twenty-nine"): "'twenty-nine' is no year yet",
    ("transcript-oral-history", "that September"): "'twenty-nine' is no year yet",
    ("web-forum-comments", "the year after"): "the weekend told last leads on, and not the date of the ticket",
    ("web-page-furniture", "by Christmas"): "the year of a story that best fits its dates is the next",
}

STILL_UNWANTED = {
    "history-war-campaign": "winter quarters are taken for a winter",
    "minutes-council": "a man by the name of Friday",
    "report-fiscal-year": "a fiscal year in general is taken for the present one",
}

STILL_UNDATED = {
    "news-updated-web": "of publication and update the former stands",
}


def _expressions() -> Iterator[object]:
    for page in ALL:
        for wanted in page.wanted:
            words = " ".join(wanted.words.split())
            reason = STILL_WRONG.get((page.id, words))
            marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
            if wanted.edtf != ANYTHING:
                yield pytest.param(page, wanted, id=f"{page.id}: {words} at {wanted.start}", marks=marks)


def _pages(pages: Iterable[Page], wrong: Mapping[str, str]) -> Iterator[object]:
    for page in pages:
        marks = [pytest.mark.xfail(strict=True, reason=wrong[page.id])] if page.id in wrong else []
        yield pytest.param(page, id=page.id, marks=marks)


@pytest.mark.parametrize(("page", "wanted"), [*_expressions()])
def test_date_of_a_page(page: Page, wanted: Wanted) -> None:
    assert reading(page, wanted) in wanted.edtf.split(" or ")


@pytest.mark.parametrize("page", [*_pages(ALL, STILL_UNWANTED)])
def test_no_other_dates_on_a_page(page: Page) -> None:
    assert unwanted(page) == []


@pytest.mark.parametrize("page", [*_pages([page for page in ALL if page.published != ANYTHING], STILL_UNDATED)])
def test_publication_of_a_page(page: Page) -> None:
    assert published(page) == page.published

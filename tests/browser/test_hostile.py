"""Documents that attack the page are shown as harmless text. Any dialog, request or complaint fails a test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from playwright.sync_api import Page, expect

from timeline import Document, Entry, Timeline, build, open_project

Visit: TypeAlias = Callable[..., Page]

TAGS = "<script>alert(1)</script><img src=x onerror=alert(2)><svg onload=alert(3)>"
LINKS = '<a href="javascript:alert(4)">Harwick</a> [Harwick](javascript:alert(5)) https://example.org/'
PSEUDO = "<b>bold</b><br><extra></extra> %{customdata} $\\alpha$"
BACKWARDS = "\u202egnirts\u202c \u2066mixed\u2069 \u200f"
LONG = "x" * 10_000

SENTENCES = {
    "tags": f"On 3 May 2021 the council of {TAGS} Harwick met.",
    "links": f"On 4 May 2021 the mayor visited {LINKS} with friends.",
    "pseudo": f"On 5 May 2021 the {PSEUDO} bridge was opened.",
    "backwards": f"On 6 May 2021 the {BACKWARDS} ferry sank off Harwick.",
    "long": f"On 7 May 2021 the company bought the mill. {LONG}",
    "quotes": 'On 8 May 2021 the " onmouseover="alert(6)" x="\' mill burned.',
}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / f"{'<img src=x onerror=alert(0)>'.replace('/', '')}.timeline"
    documents = [
        Document(
            id=f"{name} {TAGS}",
            text=sentence,
            title=f"{name} {TAGS} {PSEUDO} {BACKWARDS} {LONG if name == 'long' else ''}",
            publisher=LINKS,
            author=TAGS,
        )
        for name, sentence in SENTENCES.items()
    ]
    with open_project(path, create=True) as project:
        project.add([Entry(document) for document in documents])
        project.save(build(project.documents()))
    return path


def timeline_of(path: Path) -> Timeline:
    with open_project(path) as project:
        return project.timeline()


def harmless(page: Page) -> None:
    """Nothing of a document became an element, and nothing is wider than the page."""
    assert page.locator("[onerror], [onload], [onmouseover]").count() == 0
    assert page.locator("img[src=x], .panel script, .text-body script, a[href^='javascript']").count() == 0
    page.wait_for_function("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("name", SENTENCES)
def test_an_event_of_a_hostile_document_is_text(visit: Visit, hostile: Path, name: str) -> None:
    event = next(event for event in timeline_of(hostile).events if event.mentions[0].document.startswith(name))
    page = visit(hostile, f"?event={event.id}")
    quote = page.locator("#detail blockquote").first
    expect(quote).to_be_visible()
    page.wait_for_function(  # to the letter, white space and all
        "words => document.querySelector('#detail blockquote').textContent === words", arg=event.mentions[0].quote.text
    )
    harmless(page)
    page.set_viewport_size({"width": 800, "height": 900})
    harmless(page)
    page.locator("#detail").get_by_role("button", name="Read in the full text").first.click()
    expect(page.locator("#here")).to_be_visible()
    page.wait_for_function("words => document.querySelector('.text-body').textContent === words", arg=SENTENCES[name])
    harmless(page)


def test_the_timeline_and_its_labels_are_text(visit: Visit, hostile: Path) -> None:
    page = visit(hostile)
    expect(page.locator("#timeline .annotation, #timeline text").first).to_be_attached()
    harmless(page)
    assert page.locator("#timeline a").count() == 0
    assert page.locator("#timeline b, #timeline tspan[style*=bold]").count() == 0


def test_the_table_is_text(visit: Visit, hostile: Path) -> None:
    page = visit(hostile, "?rows=all&events=all")
    expect(page.locator(".row-title").first).to_be_visible()
    rows = page.locator(".entry").evaluate_all(
        "all => all.map((row) => [row.dataset.event, row.querySelector('.row-title').textContent])"
    )
    assert dict(rows) == {event.id: event.title or "Untitled event" for event in timeline_of(hostile).events}
    assert page.locator(".listing :not(caption, thead, tbody, tr, th, td, button)").count() == 0
    harmless(page)


def test_a_hostile_correction_is_text(visit: Visit, hostile: Path) -> None:
    event = timeline_of(hostile).events[0]
    page = visit(hostile, f"?event={event.id}")
    page.locator("#detail").get_by_role("button", name="Edit", exact=True).click()
    page.get_by_label("Title", exact=True).fill(TAGS + PSEUDO)
    page.get_by_label("Note").fill(LINKS)
    page.get_by_role("button", name="Save").click()
    page.get_by_label("Your name").fill(TAGS)
    page.get_by_role("button", name="Go on").click()
    expect(page.locator("#detail h2")).to_have_text(TAGS + PSEUDO)
    expect(page.locator(".entry[aria-current=true] .row-title")).to_have_text(TAGS + PSEUDO)
    page.get_by_role("button", name="Corrections").click()
    expect(page.locator(".log li").first).to_be_visible()
    harmless(page)

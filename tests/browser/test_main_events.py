"""Main events and all: the switch, a search, a link to an event that is no main one, and making it one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_find import TIMELINE as WHOLE
from tests.browser.test_find import settled
from timeline import Entry, open_project
from timeline.model import Document, EventMention, Quote, Source, Timeline

Visit: TypeAlias = Callable[..., Page]

# Every fifth is a main event: 20 of 100, two of these without a date. No main one is in Graz.
SOME = replace(
    WHOLE,
    events=tuple(
        replace(each, main=number % 5 == 4 and each.places != ("Graz",)) for number, each in enumerate(WHOLE.events)
    ),
)
MAIN = [each for each in SOME.events if each.main]
IN_GRAZ = [each for each in SOME.events if each.places == ("Graz",)]
OTHER = next(each for each in SOME.events if not each.main and each.when is not None)


def titles(page: Page) -> list[str]:
    return page.locator(".row-title").all_text_contents()


def pressed(page: Page, words: str) -> None:
    expect(page.locator(".reach[aria-pressed=true]")).to_have_text(words)


def test_the_switch_shows_all_and_main_events_again(visit: Visit) -> None:
    page = visit(SOME)
    settled(page)
    pressed(page, "Main events")
    expect(page.locator("#result")).to_have_text(f"{len(MAIN)} main events")
    assert set(titles(page)) == {each.title for each in MAIN}
    page.get_by_role("button", name="All 100 events").click()
    pressed(page, "All 100 events")
    expect(page.locator("#result")).to_have_text("100 events")
    expect(page.locator("#note")).to_contain_text("of 90 dated events in view")
    expect(page).to_have_url(re.compile(r"[?&]events=all"))
    page.reload()
    settled(page)
    pressed(page, "All 100 events")
    expect(page.locator("#result")).to_have_text("100 events")
    page.get_by_role("button", name="Main events").press("Enter")  # by keys as well
    expect(page.locator("#result")).to_have_text(f"{len(MAIN)} main events")
    expect(page.get_by_role("button", name="Main events")).to_be_focused()
    expect(page).not_to_have_url(re.compile("events=all"))
    page.go_back()
    pressed(page, "All 100 events")


def test_a_search_finds_all_and_says_how_many_are_no_main_events(visit: Visit) -> None:
    page = visit(SOME)
    settled(page)
    page.locator("#search").fill("graz")
    count = len(IN_GRAZ)
    expect(page.locator("#result")).to_have_text(f"{count} of 100 events match, {count} of them not main")
    pressed(page, "All 100 events")
    expect(page.locator(".row-title").first).to_contain_text("Graz")
    page.get_by_role("button", name="Main events").click()
    expect(page.locator("#result")).to_have_text(f"0 of {len(MAIN)} main events match, and {count} others")
    page.locator("#nothing button", has_text=f"Show {count} other events").click()
    expect(page.locator("#result")).to_have_text(f"{count} of 100 events match, {count} of them not main")
    page.locator("#search").fill("")
    expect(page.locator("#result")).to_have_text(f"{len(MAIN)} main events")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [800, 1400])
def test_a_link_opens_an_event_that_is_no_main_one(visit: Visit, width: int, dark: bool) -> None:
    page = visit(SOME, f"?event={OTHER.id}", width=width, dark=dark)
    settled(page)
    expect(page.locator("#detail h2")).to_have_text(OTHER.title)
    expect(page.locator("#detail")).to_contain_text("Not a main event")
    expect(page.locator("#timeline")).to_contain_text(OTHER.title)
    pressed(page, "Main events")
    assert OTHER.title not in titles(page)
    page.wait_for_function("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_where_all_are_main_events_there_is_no_switch(visit: Visit) -> None:
    page = visit(WHOLE)
    settled(page)
    expect(page.locator(".reach").first).to_be_hidden()
    expect(page.locator("#result")).to_have_text("100 events")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one main event, the flood, and another, the fair."""
    text = "The flood came. The fair opened."
    source = Source(Document(id="letters", text=text), WHOLE.sources[0].published)
    events = []
    for number, (quote, word) in enumerate((("The flood came.", "came"), ("The fair opened.", "opened"))):
        start = text.index(quote)
        at = text.index(word)
        first: EventMention = WHOLE.events[number].mentions[0]
        mention = replace(
            first,
            document="letters",
            quote=Quote.of(text, start, start + len(quote)),
            trigger=Quote.of(text, at, at + len(word)),
        )
        events.append(replace(WHOLE.events[number], title=quote, mentions=(mention,), main=number == 0))
    path = tmp_path / "town.timeline"
    with open_project(path, create=True) as opened:
        opened.add([Entry(source.document)])
        opened.save(Timeline((source,), tuple(events)))
    return path


def test_an_event_is_made_a_main_one_and_left_out_again(visit: Visit, project: Path) -> None:
    page = visit(project, "?event=e1")
    settled(page)
    expect(page.locator("#counts")).to_have_text("1 main event · 2 in all · 1 source")
    page.get_by_role("button", name="Make it one").click()
    page.get_by_role("dialog").get_by_label("Your name").fill("Ada")
    page.get_by_role("dialog").get_by_role("button", name="Go on").click()
    expect(page.locator("#counts")).to_have_text("2 events · 1 source")
    expect(page.locator(".row-title")).to_have_text(["The flood came.", "The fair opened."])
    page.get_by_role("button", name="Leave out").click()
    expect(page.locator("#counts")).to_have_text("1 main event · 2 in all · 1 source")
    expect(page.locator("#detail")).to_contain_text("Not a main event")
    expect(page.locator(".reach").first).to_be_visible()

"""Finding: filters, the table, the address, and all of it by keys alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

import pytest
from playwright.sync_api import Page, expect

from timeline.model import (
    Basis,
    DateMention,
    DateType,
    Document,
    Event,
    EventMention,
    Extent,
    Published,
    PublishedBasis,
    Quote,
    Source,
    Status,
    Timeline,
)
from timeline.timespan import Day, TimeSpan
from timeline.why import text as because

PLACES = ("Ulm", "Bern", "Graz")
Visit: TypeAlias = Callable[..., Page]


def made(number: int) -> Event:
    """An event in one of the places, told by one of two sources; every tenth has no date."""
    place = PLACES[number % 7 % len(PLACES)]
    when = TimeSpan.on(Day(2021, 1, 1).plus(number * 3)) if number % 10 != 9 else None
    text = f"The bridge number {number} of {place} fell."
    mention = EventMention(
        document=("letters", "diary")[number % 2],
        quote=Quote(0, len(text), text),
        trigger=Quote(len(text) - 5, len(text) - 1, "fell"),
        date=DateMention(None, DateType.DATE, "", when, list(Basis)[number % len(Basis)], because("told so")),
        when=when,
        title=f"Bridge {number} of {place} fell",
    )
    return Event(
        id=f"e{number}",
        title=mention.title,
        when=when,
        extent=Extent.WITHIN,
        status=list(Status)[number % len(Status)],
        mentions=(mention,),
        participants=tuple(f"person {each}" for each in range(number % 30)),
        places=(place,),
        confidence=number % 10 / 10,
        salience=number / 100,
    )


TIMELINE = Timeline(
    tuple(
        Source(
            Document(id=name, text="x" * 90, title=name.title()), Published(None, PublishedBasis.UNKNOWN, because(""))
        )
        for name in ("letters", "diary")
    ),
    tuple(made(number) for number in range(100)),
)
IN_ULM = sum(event.places == ("Ulm",) for event in TIMELINE.events)


def settled(page: Page) -> None:
    expect(page.locator("#timeline .main-svg").first).to_be_visible()
    expect(page.locator(".listing .entry").first).to_be_visible()


def narrow(page: Page, menu: str, value: str) -> None:
    page.get_by_role("button", name=menu).first.click()
    page.locator(".facet.open .choice", has_text=value).click()
    page.keyboard.press("Escape")


def test_a_place_is_chosen_in_its_menu_and_a_reload_shows_the_same(visit: Visit) -> None:
    page = visit(TIMELINE)
    settled(page)
    page.get_by_role("button", name="Place").click()
    expect(page.locator(".facet.open .choice").first).to_contain_text(f"Ulm{IN_ULM}")  # the commonest
    page.locator(".facet.open .choice", has_text="Ulm").click()
    expect(page.locator("#result")).to_have_text(f"{IN_ULM} of 100 events match")
    expect(page.locator(".facet.open .choice")).to_have_count(3)  # its own menu still offers the others
    expect(page).to_have_url(re.compile(r"\?where=Ulm$"))
    page.reload()
    settled(page)
    expect(page.locator("#result")).to_have_text(f"{IN_ULM} of 100 events match")
    expect(page.locator(".tag")).to_have_text(["Place: Ulm×"])
    assert all("of Ulm" in title for title in page.locator(".row-title").all_text_contents())
    page.locator(".tag").click()
    expect(page.locator("#result")).to_have_text("100 events")


def test_counts_follow_the_other_filters(visit: Visit) -> None:
    page = visit(TIMELINE)
    settled(page)
    narrow(page, "Status", "planned")
    planned = sum(event.status == Status.PLANNED and event.places == ("Ulm",) for event in TIMELINE.events)
    page.get_by_role("button", name="Place").click()
    expect(page.locator(".facet.open .choice", has_text="Ulm").locator(".count")).to_have_text(str(planned))


def test_a_long_menu_is_searched_and_shows_more_on_demand(visit: Visit) -> None:
    page = visit(TIMELINE)
    settled(page)
    page.get_by_role("button", name="Participant").click()
    expect(page.locator(".facet.open .choice")).to_have_count(10)
    page.locator(".facet.open .more").click()
    expect(page.locator(".facet.open .choice")).to_have_count(29)
    page.keyboard.type("Person 17")
    expect(page.locator(".facet.open .choice")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".tag")).to_have_text(["Participant: person 17×"])
    page.keyboard.press("Escape")
    expect(page.locator(".facet.open")).to_have_count(0)
    expect(page.get_by_role("button", name="Participant").first).to_be_focused()


def test_back_and_forward(visit: Visit) -> None:
    page = visit(TIMELINE)
    settled(page)
    narrow(page, "Place", "Bern")
    expect(page).to_have_url(re.compile(r"\?where=Bern$"))
    page.locator(".row-title").nth(1).click()
    expect(page).to_have_url(re.compile(r"event=e\d+"))
    title = page.locator("#detail h2").inner_text()
    page.keyboard.press("+")  # a zoom is no step
    expect(page).to_have_url(re.compile(r"from="))
    page.go_back()
    expect(page.locator("#detail h2")).to_have_count(0)
    expect(page.locator(".tag")).to_have_text(["Place: Bern×"])
    page.go_back()
    expect(page.locator("#result")).to_have_text("100 events")
    expect(page.locator(".tag")).to_have_count(0)
    page.go_forward()
    expect(page.locator(".tag")).to_have_text(["Place: Bern×"])
    page.go_forward()
    expect(page.locator("#detail h2")).to_have_text(title)


def test_by_keys_from_the_search_to_an_event_and_back(visit: Visit) -> None:
    page = visit(TIMELINE)
    settled(page)
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_focused()
    page.keyboard.type("graz 0?-")  # in a field these are letters
    expect(page.locator("#result")).to_have_text("0 of 100 events match")
    expect(page.locator("#keys-body, .mantine-Modal-content")).to_have_count(0)
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("graz")
    expect(page.locator("#result")).to_contain_text("of 100 events match")
    expect(page.locator("#result")).not_to_contain_text("0 of")
    expect(page.locator(".row-title").first).to_contain_text("Graz")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".row-title").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    second = page.locator(".row-title").nth(1)
    expect(second).to_be_focused()
    expect(page.locator(".listing [aria-current='true']")).to_contain_text(second.inner_text())  # follows by itself
    page.keyboard.press("Enter")
    expect(page.locator("#detail h2")).to_have_text(second.inner_text())
    page.wait_for_function("document.activeElement.closest('.panel') !== null")
    page.keyboard.press("Escape")
    expect(second).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#detail h2")).to_have_count(0)


def test_arrows_turn_the_page_of_the_table(visit: Visit) -> None:
    page = visit(TIMELINE, "?rows=all")
    settled(page)
    expect(page.locator(".row-title")).to_have_count(40)
    page.locator(".row-title").last.focus()
    before = page.locator(".row-title").last.inner_text()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".row-title").first).to_be_focused()
    page.wait_for_timeout(600)  # the choice that follows must not turn it back
    expect(page.locator(".row-title").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator(".row-title").last).to_be_focused()
    expect(page.locator(".row-title").last).to_have_text(before)


def test_the_keys_are_listed_and_closed_again(visit: Visit) -> None:
    page = visit(TIMELINE)
    settled(page)
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keys")
    expect(dialog).to_contain_text("choose the event before or after")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)


def test_the_table_is_sorted_and_the_address_keeps_it(visit: Visit) -> None:
    page = visit(TIMELINE)
    settled(page)
    page.locator("[data-sort=confidence]").click()
    expect(page.locator("th.column-confidence")).to_have_attribute("aria-sort", "descending")
    expect(page.locator("td.column-confidence").first).to_have_text("90%")
    expect(page).to_have_url(re.compile(r"sort=-confidence"))
    page.locator("[data-sort=title]").click()
    expect(page.locator("th.column-title")).to_have_attribute("aria-sort", "ascending")
    titles = page.locator(".row-title").all_text_contents()
    assert titles == sorted(titles)
    page.reload()
    settled(page)
    expect(page.locator("th.column-title")).to_have_attribute("aria-sort", "ascending")


def test_dates_are_typed_and_follow_the_zoom(visit: Visit) -> None:
    page = visit(TIMELINE)
    settled(page)
    page.locator("#date-from").fill("March 2021")
    page.keyboard.press("Enter")
    expect(page.locator("#date-from")).to_have_value("2021-03-01")
    page.locator("#date-to").fill("2021-04")
    page.keyboard.press("Enter")
    expect(page.locator("#date-to")).to_have_value("2021-04-30")
    expect(page).to_have_url(re.compile(r"from=2021-03-01&to=2021-04-30"))
    page.locator("#zoom-in").click()
    expect(page.locator("#date-from")).not_to_have_value("2021-03-01")
    page.locator("#date-from").fill("soonish")
    page.keyboard.press("Enter")
    expect(page.locator("#dates-note")).to_contain_text("“soonish” cannot be read as a date")
    page.locator("#zoom-all").click()
    expect(page.locator("#dates-note")).to_be_empty()


def test_an_empty_view_says_what_to_do(visit: Visit) -> None:
    page = visit(TIMELINE, "?where=Ulm&q=xyzzy")
    expect(page.locator("#nothing")).to_contain_text("No event matches.")
    page.locator("#nothing button", has_text=f"Remove “Search: xyzzy”: {IN_ULM} events").click()
    expect(page.locator("#result")).to_have_text(f"{IN_ULM} of 100 events match")
    expect(page.locator("#search")).to_have_value("")
    expect(page.locator("#nothing")).to_be_empty()


@pytest.mark.parametrize(
    "link",
    [
        "?where=nowhere&status=odd&confidence=x&sort=odd&rows=odd&lanes=odd",
        "?from=9&to=%00&event=%3Cb%3E",
        "?" + "&" * 999,
    ],
)
def test_a_nonsense_link_shows_a_page(visit: Visit, link: str) -> None:
    page = visit(TIMELINE, link)
    expect(page.locator("#result")).to_contain_text("100 events")
    expect(page.locator("#timeline .main-svg").first).to_be_visible()


def test_every_control_has_a_name(visit: Visit) -> None:
    page = visit(TIMELINE, "?where=Ulm&event=e0")
    settled(page)
    page.get_by_role("button", name="Participant").click()
    expect(page.locator(".facet.open .choice").first).to_be_visible()
    nameless = page.evaluate("""() => [
      ...document.querySelectorAll("button, input:not([type=hidden]), a[href]")
    ].filter((each) => !each.ariaLabel && !each.title && !each.textContent.trim()
        && !(each.labels && each.labels.length) && !each.getAttribute("aria-labelledby")
    ).map((each) => each.outerHTML)""")
    assert nameless == []


@pytest.mark.parametrize("width", [800, 1100, 1400, 2560])
def test_nothing_moves_on_load_and_nothing_sticks_out(visit: Visit, width: int) -> None:
    page = visit(TIMELINE, "?where=Ulm", width=width)
    settled(page)
    page.wait_for_timeout(500)
    shift = page.evaluate("""() => new Promise((done) => {
      const moved = {};
      const name = (node) => node ? node.id || node.className || node.nodeName : "?";
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries().filter((each) => !each.hadRecentInput)) {
          const what = entry.sources.map((each) => `${name(each.node)} ${each.previousRect.y} > ${each.currentRect.y}`);
          moved[`${Math.round(entry.startTime)} ms: ${what.join(", ")}`] = entry.value;
        }
      }).observe({type: "layout-shift", buffered: true});
      setTimeout(() => done(moved), 200);
    })""")
    assert sum(shift.values()) < 0.1, shift  # what counts as good: web.dev/articles/cls
    page.wait_for_function("document.documentElement.scrollWidth <= document.documentElement.clientWidth")

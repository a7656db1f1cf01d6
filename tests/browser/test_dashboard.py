"""What a person sees and does."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeAlias

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
from timeline.timespan import Day, Granularity, TimeSpan
from timeline.why import text as because

HOSTILE = (
    '<script>alert(1)</script><img src=x onerror=alert(2)><a href="https://example.org/">it\'s "free"</a> $x$ %{y}'
)
FILLER = "The committee reviewed the correspondence and adjourned. " * 60


def collection(*titles_and_dates: tuple[str, TimeSpan | None], salience: float = 0.5) -> Timeline:
    """A document of one sentence for each event, far down in it."""
    text, events = FILLER, []
    for number, (title, when) in enumerate(titles_and_dates):
        start = len(text)
        date = str(when) if when is not None else "once"
        sentence = f"On {date} it came to pass that {title} was told."
        text += sentence + " " + FILLER
        told = start + sentence.rindex("told")
        mention = EventMention(
            document="letters",
            quote=Quote(start, start + len(sentence), sentence),
            trigger=Quote(told, told + 4, "told"),
            date=DateMention(
                Quote(start + 3, start + 3 + len(date), date), DateType.DATE, date, when, Basis.STATED, because("")
            ),
            when=when,
            title=title,
        )
        events.append(
            Event(
                id=f"e{number}",
                title=title,
                when=when,
                extent=list(Extent)[number % 5 == 4],
                status=list(Status)[number % 7 % len(Status)],
                mentions=(mention,),
                confidence=number % 10 / 10,
                salience=salience,
            )
        )
    published = Published(TimeSpan.day(2022, 1, 1), PublishedBasis.STATED, because("the date in the byline"))
    return Timeline((Source(Document(id="letters", text=text, title="Letters"), published),), tuple(events))


def spans(count: int) -> list[tuple[str, TimeSpan | None]]:
    """Dates of all kinds over a year and a half."""
    first = Day(2020, 1, 10)
    found: list[tuple[str, TimeSpan | None]] = []
    for number in range(count):
        day = first.plus(number * 540 // count)
        kinds = [
            TimeSpan.on(day),
            TimeSpan.month(day.year, day.month),
            TimeSpan.on(day).about(),
            TimeSpan(day, day.plus(25), Granularity.RANGE),
            TimeSpan.between(TimeSpan.on(day), None),
            TimeSpan.on(day),
            TimeSpan.on(day),
        ]
        title = f"the mill of village number {number} burned" + " down to the ground" * (number % 3)
        found.append((title, kinds[number % len(kinds)]))
    return found


SMALL = collection(*spans(30), ("a letter nobody dated", None))
CROWD = collection(*spans(900))
HOSTILE_ONE = collection((HOSTILE, TimeSpan.day(2021, 3, 5)), (f"plain {HOSTILE}", TimeSpan.month(2021, 6)))
ANCIENT = collection(("the battle", TimeSpan.day(-489, 9, 12)), ("the peace", TimeSpan.year(-448)))

# The rectangles of all labels that are drawn.
LABELS = """() => [...document.querySelectorAll('#timeline .scatterlayer text')].map((text) => {
  const box = text.getBoundingClientRect();
  return {text: text.textContent, left: box.left, right: box.right, top: box.top, bottom: box.bottom};
})"""
PLOT = "() => document.querySelector('#timeline .nsewdrag').getBoundingClientRect().toJSON()"

Visit: TypeAlias = Callable[..., Page]


def labels(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate(LABELS)
    return found


def drawn(page: Page) -> None:
    expect(page.locator("#timeline .scatterlayer text").first).to_be_visible()


def settled_labels(page: Page) -> list[dict[str, Any]]:
    """The labels once they stay where they are: a slow machine may still be drawing the size that it measured."""
    before: list[dict[str, Any]] = []
    for _ in range(50):
        now = labels(page)
        if now and now == before:
            return now
        before = now
        page.wait_for_timeout(200)
    raise AssertionError("the labels never came to rest")


def click_label(page: Page, words: str) -> None:
    box = next(box for box in settled_labels(page) if words in box["text"])
    page.mouse.click((box["left"] + box["right"]) / 2, (box["top"] + box["bottom"]) / 2)


def assert_apart(boxes: list[dict[str, Any]]) -> None:
    slack = 2  # pixels of line height above and below the letters
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            assert (
                one["right"] <= other["left"]
                or other["right"] <= one["left"]
                or one["bottom"] - slack <= other["top"]
                or other["bottom"] - slack <= one["top"]
            ), (one, other)


def test_the_page_shows_the_events(visit: Visit) -> None:
    page = visit(SMALL)
    drawn(page)
    expect(page.locator("#note")).to_have_text("30 of 30 dated events in view · 1 undated, in the table")
    expect(page.locator(".listing")).to_contain_text("the mill of village number 0 burned")
    expect(page.locator(".listing")).to_contain_text("a letter nobody dated")
    assert any("village number 0 " in box["text"] for box in settled_labels(page))


@pytest.mark.parametrize("timeline", [SMALL, CROWD, ANCIENT], ids=["some", "many", "ancient"])
@pytest.mark.parametrize(("width", "dark"), [(1400, False), (800, True), (2560, False)], ids=["desk", "narrow", "wide"])
def test_no_label_covers_another(visit: Visit, timeline: Timeline, width: int, dark: bool) -> None:
    page = visit(timeline, width=width, dark=dark)
    drawn(page)
    boxes = settled_labels(page)
    plot = page.evaluate(PLOT)
    assert boxes
    assert_apart(boxes)
    for box in boxes:
        assert box["left"] >= plot["left"] - 1
        assert box["right"] <= plot["right"] + 1
    page.wait_for_function("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_the_legend_stays_clear_of_the_labels(visit: Visit) -> None:
    page = visit(SMALL, width=800)
    drawn(page)
    settled_labels(page)
    bottom = page.evaluate("document.querySelector('#timeline .legend').getBoundingClientRect().bottom")
    assert min(box["top"] for box in settled_labels(page)) >= bottom - 3


def test_a_click_on_an_event_shows_who_says_so(visit: Visit) -> None:
    page = visit(SMALL)
    drawn(page)
    click_label(page, "village number 5 ")
    panel = page.locator("#detail")
    expect(panel.locator("h2")).to_contain_text("village number 5")
    expect(panel.locator("blockquote")).to_contain_text("it came to pass that the mill of village number 5")
    expect(panel.locator("mark.trigger")).to_have_text("told")
    expect(panel.locator("mark.date")).to_have_count(1)
    expect(page.locator(".listing [aria-current='true']")).to_contain_text("village number 5")


def test_the_same_event_can_be_clicked_again(visit: Visit) -> None:
    page = visit(SMALL)
    drawn(page)
    click_label(page, "village number 5 ")
    expect(page.locator("#detail h2")).to_contain_text("village number 5")
    page.locator(".listing .entry").nth(2).click()
    expect(page.locator("#detail h2")).not_to_contain_text("village number 5")
    page.wait_for_timeout(700)  # or the two clicks make a double click, which shows everything
    page.evaluate("window.scrollTo(0, 0)")
    click_label(page, "village number 5 ")
    expect(page.locator("#detail h2")).to_contain_text("village number 5")


def test_the_full_text_opens_at_the_quote(visit: Visit) -> None:
    page = visit(SMALL, "?event=e20")
    page.locator("[data-read]").first.click()
    quote = page.locator(".full-text #here")
    expect(quote).to_contain_text("village number 20")
    expect(quote.locator("mark.trigger")).to_have_text("told")
    expect(quote).to_be_in_viewport()
    box = page.locator(".full-text")
    page.wait_for_function("document.querySelector('.full-text').scrollTop > 100")
    assert page.evaluate("document.documentElement.scrollTop") == 0
    expect(box).to_contain_text("The committee reviewed")


def test_zooming_shows_labels(visit: Visit) -> None:
    page = visit(CROWD)
    drawn(page)
    expect(page.locator("#timeline .annotation", has_text="events per")).to_be_visible()
    box = page.locator("#timeline").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 400, box["y"] + 300)
    for _ in range(12):
        page.mouse.wheel(0, -500)
        page.wait_for_timeout(300)
    expect(page.locator("#timeline .annotation", has_text="events per")).to_have_count(0)
    expect(page.locator("#note")).not_to_contain_text("900 of 900")
    assert sum("village" in label["text"] for label in settled_labels(page)) > 3
    assert_apart(settled_labels(page))
    page.locator("#zoom-all").click()
    expect(page.locator("#note")).to_contain_text("900 of 900")


def test_a_click_on_a_bar_shows_its_time(visit: Visit) -> None:
    page = visit(CROWD)
    settled_labels(page)
    plot = page.evaluate(PLOT)
    page.mouse.click(plot["left"] + plot["width"] / 2, plot["bottom"] - 20)
    expect(page.locator("#note")).not_to_contain_text("900 of 900")
    expect(page).to_have_url(re.compile(r"\?from="))
    days = page.locator("#timeline .xtick").filter(has_text=re.compile(r"^\d\d? \w"))
    expect(days.first).to_be_attached()  # days, no longer months


def test_a_brush_on_the_overview_sets_the_view(visit: Visit) -> None:
    page = visit(CROWD)
    drawn(page)
    box = page.locator("#overview").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 200, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 240, box["y"] + 30, steps=5)
    page.mouse.up()
    expect(page.locator("#note")).not_to_contain_text("900 of 900")
    expect(page).to_have_url(re.compile(r"\?from=20\d\d-\d\d-\d\d&to=20"))
    expect(page.locator("#overview .selectionlayer path").first).to_be_visible()


def test_keys_go_from_event_to_event(visit: Visit) -> None:
    page = visit(SMALL)
    drawn(page)
    page.locator("#timeline-frame").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#detail h2")).to_contain_text("village number")
    first = page.locator("#detail h2").inner_text()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#detail h2")).not_to_have_text(first)
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#detail h2")).to_have_text(first)
    page.keyboard.press("+")
    expect(page.locator("#note")).not_to_contain_text("30 of 30")


def test_a_link_leads_back_to_the_view(visit: Visit) -> None:
    page = visit(SMALL)
    drawn(page)
    page.locator("#search").fill("ground")
    expect(page.locator("#note")).to_contain_text("20 of 20")
    page.locator(".listing .entry").first.click()
    expect(page.locator("#detail h2")).to_contain_text("village number 1")
    page.locator("#zoom-in").click()
    expect(page.locator("#note")).not_to_contain_text("20 of 20")
    expect(page).to_have_url(re.compile(r"from=.*event=.*q=ground"))
    note, link = page.locator("#note").inner_text(), page.url.partition("?")[2]
    again = visit(SMALL, "?" + link)
    drawn(again)
    expect(again.locator("#note")).to_have_text(note)
    expect(again.locator("#search")).to_have_value("ground")
    expect(again.locator("#detail h2")).to_contain_text("village number 1")


def test_a_status_filter(visit: Visit) -> None:
    page = visit(SMALL)
    drawn(page)
    page.get_by_role("group", name="Filters").get_by_role("button", name="Status").click()
    page.locator(".choice", has_text="planned").click()
    expect(page.locator("#note")).not_to_contain_text("30 of 30")
    statuses = page.locator(".listing .entry")
    expect(statuses.first).to_have_attribute("data-status", "planned")
    assert set(statuses.evaluate_all("entries => entries.map((entry) => entry.dataset.status)")) == {"planned"}


def test_what_documents_say_stays_text(visit: Visit) -> None:
    page = visit(HOSTILE_ONE)
    drawn(page)
    assert any(label["text"].startswith("<script>alert(1)</script><img") for label in settled_labels(page))
    click_label(page, "<script>")
    expect(page.locator("#detail h2")).to_have_text(HOSTILE)
    expect(page.locator("#detail blockquote")).to_contain_text(HOSTILE)
    page.locator("[data-read]").first.click()
    expect(page.locator("#here")).to_contain_text(HOSTILE)
    assert page.locator("a[href*='example.org'], img[src='x']").count() == 0
    assert page.evaluate("[...document.querySelectorAll('svg a')].length") == 0


def test_hovering_shows_hostile_titles_as_text(visit: Visit) -> None:
    page = visit(HOSTILE_ONE)
    drawn(page)
    box = next(box for box in settled_labels(page) if "<script>" in box["text"])
    page.mouse.move((box["left"] + box["right"]) / 2 - 3, (box["top"] + box["bottom"]) / 2)
    page.wait_for_timeout(200)  # Plotly answers to a movement over the mark, not to a jump onto it
    page.mouse.move((box["left"] + box["right"]) / 2, (box["top"] + box["bottom"]) / 2)
    expect(page.locator("#timeline .hoverlayer text").first).to_contain_text("<img src=x onerror=alert(2)>")
    assert page.locator(".hoverlayer a").count() == 0


def test_dark_and_light(visit: Visit) -> None:
    page = visit(SMALL)
    drawn(page)
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("#theme-toggle").click()
    expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", "dark")
    expect(page.locator("body")).not_to_have_css("background-color", light)
    expect(page.locator("#timeline .main-svg").first).not_to_have_css("background-color", "rgb(255, 255, 255)")
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", "dark")


def test_a_narrow_page_puts_the_panel_below(visit: Visit) -> None:
    page = visit(SMALL, "?event=e3", width=800)
    drawn(page)
    drawing, panel = page.locator(".drawing").bounding_box(), page.locator(".panel").bounding_box()
    assert drawing is not None
    assert panel is not None
    assert panel["y"] >= drawing["y"] + drawing["height"]


def test_resizing_draws_anew(visit: Visit) -> None:
    page = visit(SMALL)
    drawn(page)
    page.set_viewport_size({"width": 900, "height": 800})
    expect(page.locator("#timeline .main-svg").first).to_have_attribute("width", re.compile(r"^8\d\d$"))
    assert_apart(settled_labels(page))


def test_an_empty_timeline_says_what_to_do(visit: Visit) -> None:
    page = visit(Timeline())
    expect(page.get_by_text("timeline build FOLDER")).to_be_visible()


def test_a_timeline_without_dates_lists_its_events(visit: Visit) -> None:
    page = visit(collection(("a letter nobody dated", None)))
    expect(page.locator(".listing")).to_contain_text("a letter nobody dated")
    expect(page.locator("#note")).to_contain_text("0 of 0 dated events in view · 1 undated")


def test_years_before_the_common_era(visit: Visit) -> None:
    page = visit(ANCIENT)
    drawn(page)
    expect(page.locator("#timeline .xtick", has_text="480 BC")).to_be_visible()

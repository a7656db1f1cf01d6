"""What a person takes out of the page: files, pictures, a link, a piece of HTML, paper."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from playwright.sync_api import Browser, Page, expect

from timeline import export, main_events, open_project

Visit: TypeAlias = Callable[..., Page]

LABELS = "#chart .annotation, #chart .scatterlayer text"


def shared(page: Page) -> Any:
    expect(page.locator("#timeline .main-svg").first).to_be_visible()
    page.locator("#share-open").click()
    dialog = page.get_by_role("dialog", name="Export and share")
    expect(dialog.get_by_role("link", name="JSON")).to_be_visible()
    return dialog


def saved(page: Page, control: Any) -> Path:
    with page.expect_download() as download:
        control.click()
    return Path(download.value.path())


def test_what_is_filtered_is_exported(visit: Visit, seeds: Path) -> None:
    page = visit(seeds, "?view=all&q=Panjshir")
    dialog = shared(page)
    expect(dialog.get_by_label("What the filters leave")).to_be_checked()
    with open_project(seeds) as project:
        whole = project.curated().timeline
    data = json.loads(saved(page, dialog.get_by_role("link", name="JSON")).read_text())
    everything = json.loads(export.dumps(whole, format="json", all_events=True))
    listed = page.locator("#list [data-event]").evaluate_all("all => all.map((each) => each.dataset.event)")
    assert {event["id"] for event in data["events"]} == set(listed)
    assert data["events"] == [event for event in everything["events"] if event["id"] in set(listed)]
    dialog.get_by_label("Without filters").check()
    expect(dialog).to_contain_text(f"{len(main_events(whole).events)} main events from 5 sources")
    assert saved(page, dialog.get_by_role("link", name="JSON")).read_text() == export.dumps(whole, format="json")
    assert saved(page, dialog.get_by_role("link", name="CSV")).read_text() == export.dumps(whole, format="csv")


def test_the_chart_as_pictures(visit: Visit, seeds: Path) -> None:
    page = visit(seeds)
    dialog = shared(page)
    svg = saved(page, dialog.get_by_role("button", name="SVG")).read_text()
    assert svg.startswith("<svg")
    assert "Taliban" in svg
    assert saved(page, dialog.get_by_role("button", name="PNG")).read_bytes().startswith(b"\x89PNG")


def test_a_page_that_stands_alone(visit: Visit, seeds: Path, browser: Browser, tmp_path: Path) -> None:
    page = visit(seeds, "?view=all&q=Panjshir")
    alone = tmp_path / "chart.html"
    alone.write_bytes(saved(page, shared(page).get_by_role("link", name="Page with all quotes")).read_bytes())
    context = browser.new_context(offline=True)
    reader = context.new_page()
    asked: list[str] = []
    reader.on("request", lambda request: asked.append(request.url))
    reader.goto(alone.as_uri())
    expect(reader.locator("#chart .main-svg").first).to_be_visible()
    expect(reader.locator("blockquote").first).to_contain_text("Panjshir")
    assert asked == [alone.as_uri()]
    context.close()


def test_the_link_leads_back(visit: Visit, seeds: Path) -> None:
    page = visit(seeds, "?view=all&q=Panjshir")
    link = shared(page).get_by_label("Link to this view").input_value()
    again = visit(seeds, "?" + link.partition("?")[2])
    expect(again.locator("#search")).to_have_value("Panjshir")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_view_in_another_page(visit: Visit, seeds: Path, browser: Browser, tmp_path: Path, dark: bool) -> None:
    snippet = shared(visit(seeds, "?view=all&q=Panjshir")).get_by_label("HTML to embed this view").input_value()
    report = tmp_path / "report.html"
    report.write_text(f"<!DOCTYPE html><title>Report</title><p>Before</p>{snippet}<p>After</p>")
    before = seeds.read_bytes()
    context = browser.new_context(color_scheme="dark" if dark else "light")
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: message.type == "error" and complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(report.as_uri())
    frame = page.frame_locator("iframe")
    expect(frame.locator(LABELS).first).to_be_visible()
    expect(frame.locator("#range")).to_contain_text(" to ")
    assert frame.locator("input, textarea, select, a, form").count() == 0
    assert frame.locator("button").all_text_contents() == ["−", "+", "Reset"]
    whole = frame.locator("#range").inner_text()
    frame.get_by_title("Closer").click()
    expect(frame.locator("#range")).not_to_have_text(whole)
    frame.get_by_title("As it was").click()
    expect(frame.locator("#range")).to_have_text(whole)
    assert seeds.read_bytes() == before
    assert complaints == []
    context.close()


def test_the_embedded_view_tells_the_chosen_event(visit: Visit, seeds: Path) -> None:
    with open_project(seeds) as project:
        event = max(project.timeline().events, key=lambda event: len(event.mentions))
    page = visit(seeds, f"embed?event={event.id}")
    expect(page.locator("#event h2")).to_have_text(event.title)
    expect(page.locator("#event blockquote")).to_have_count(len(event.reports))
    expect(page.locator("#event mark.trigger").first).to_be_visible()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("chosen", [False, True], ids=["table", "event"])
def test_paper(visit: Visit, seeds: Path, chosen: bool, dark: bool) -> None:
    with open_project(seeds) as project:
        event = max(project.timeline().events, key=lambda event: len(event.mentions))
    page = visit(seeds, f"?event={event.id}" if chosen else "", dark=dark)
    expect(page.locator("#timeline .main-svg").first).to_be_visible()
    if chosen:
        expect(page.locator("#detail blockquote").first).to_be_visible()
    page.emulate_media(media="print", color_scheme="dark" if dark else "light")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("#timeline .main-svg").first).to_be_visible()
    expect(page.locator("#overview")).to_be_hidden()
    for name in ("sources-open", "share-open", "search", "zoom-in"):
        expect(page.locator(f"#{name}")).to_be_hidden()
    expect(page.locator("#list")).to_be_visible(visible=not chosen)
    expect(page.locator("#list .entry").first.locator("button").first).to_be_visible(visible=not chosen)
    expect(page.locator("#detail")).to_be_visible(visible=chosen)
    expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
    # The drawing is made anew for paper: each is asked for until it is so, for what was found may be gone again.
    expect(page.locator("#timeline text").first).to_have_css("fill", "rgb(0, 0, 0)")
    layers = page.locator("#timeline .main-svg")
    expect(layers.first).to_have_css("background-color", "rgb(255, 255, 255)")
    for number in range(1, layers.count()):  # they lie on the first
        expect(layers.nth(number)).to_have_css("background-color", "rgba(0, 0, 0, 0)")

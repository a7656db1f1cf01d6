"""A person puts right what the machine got wrong, on the sample collection."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from playwright.sync_api import Page, expect

from timeline import Event, Timeline, build, open_project

Visit: TypeAlias = Callable[..., Page]


def curated(path: Path) -> Timeline:
    with open_project(path) as project:
        return project.curated().timeline


def most_told(path: Path) -> Event:
    return max(curated(path).events, key=lambda event: len({mention.document for mention in event.mentions}))


def panel(page: Page) -> Any:
    return page.locator("#detail")


def named(page: Page, name: str = "A. Meyer") -> None:
    """Give a name, as is asked before the first correction."""
    page.get_by_label("Your name").fill(name)
    page.get_by_role("button", name="Go on").click()


def press(page: Page, label: str) -> None:
    panel(page).get_by_role("button", name=label, exact=True).click()


def test_the_deal_told_in_all_five_sources(visit: Visit, seeds: Path) -> None:
    event = most_told(seeds)
    page = visit(seeds, f"?event={event.id}")
    count = len(event.reports)
    expect(panel(page).get_by_role("heading", name=f"{count} reports in 5 sources")).to_be_visible()
    expect(panel(page).locator("blockquote")).to_have_count(count)
    expect(panel(page).locator("h4")).to_have_count(5)
    panel(page).get_by_role("button", name="Read in the full text").nth(2).click()
    expect(page.locator("#here")).to_be_in_viewport()
    expect(page.locator(".text-body mark.other").first).to_be_attached()


def test_a_word_in_a_text_leads_to_its_event(visit: Visit, seeds: Path) -> None:
    page = visit(seeds, f"?event={most_told(seeds).id}")
    panel(page).get_by_role("button", name="Read in the full text").first.click()
    word = page.locator(".text-body mark.other").first
    other = word.get_attribute("data-event")
    word.press("Enter")
    expect(page).to_have_url(re.compile(f"event={other}"))


def test_merging_holds_after_a_build_and_can_be_undone(visit: Visit, seeds: Path) -> None:
    event = most_told(seeds)
    page = visit(seeds, f"?event={event.id}")
    press(page, "Merge …")
    page.get_by_label("Find the other event").fill("Taliban")
    offered = page.locator("#merge-found li").first
    expect(offered).to_contain_text(re.compile("report"))
    offered.get_by_role("button", name="Merge").click()
    named(page)
    expect(panel(page).get_by_text("merged by hand")).to_be_visible()
    merged = len(curated(seeds).events)

    with open_project(seeds) as project:
        project.save(build(project.documents()))
    assert len(curated(seeds).events) == merged
    page.reload()
    expect(panel(page).get_by_text("merged by hand")).to_be_visible()

    page.get_by_role("button", name="Undo").click()
    expect(panel(page).get_by_text("merged by hand")).to_have_count(0)
    assert len(curated(seeds).events) == merged + 1


def test_an_edit_is_seen_everywhere_and_exported(visit: Visit, seeds: Path) -> None:
    page = visit(seeds, f"?event={most_told(seeds).id}")
    press(page, "Edit")
    page.get_by_label("Title", exact=True).fill("The accord is signed")
    page.get_by_label("Date", exact=True).fill("1 March 2020")
    page.get_by_label("Note").fill("As the minutes have it")
    page.get_by_role("button", name="Save").click()
    named(page)
    expect(panel(page).get_by_role("heading", name="The accord is signed")).to_be_visible()
    expect(panel(page).get_by_text("1 March 2020").first).to_be_visible()
    expect(panel(page).get_by_text("As the minutes have it")).to_be_visible()
    answer = page.request.get(page.url.split("?")[0] + "timeline.json")
    exported = {event["title"]: event for event in answer.json()["events"]}
    assert exported["The accord is signed"]["edtf"] == "2020-03-01"


def test_a_wrong_date_is_refused_in_words_and_the_form_stays(visit: Visit, seeds: Path) -> None:
    page = visit(seeds, f"?event={most_told(seeds).id}")
    press(page, "Edit")
    page.get_by_label("Date", exact=True).fill("soonish")
    page.get_by_role("button", name="Save").click()
    named(page)
    expect(page.get_by_role("alert").filter(has_text="soonish")).to_be_visible()
    expect(page.get_by_label("Title", exact=True)).to_be_visible()


def test_confirm_reject_and_the_log(visit: Visit, seeds: Path) -> None:
    event = most_told(seeds)
    page = visit(seeds, f"?event={event.id}")
    press(page, "Confirm")
    named(page)
    expect(panel(page).get_by_text("Confirmed", exact=True)).to_be_visible()
    press(page, "Reject")
    expect(panel(page).get_by_text("Choose an event on the timeline")).to_be_visible()
    assert event.id not in {each.id for each in curated(seeds).events}
    page.get_by_role("button", name="Corrections 2").click()
    page.get_by_role("button", name="Take back").first.click()
    expect(page.locator(".undone")).to_have_text("rejected")
    assert event.id in {each.id for each in curated(seeds).events}


def test_by_the_keys_alone(visit: Visit, seeds: Path) -> None:
    event = most_told(seeds)
    left = len(event.reports) - 1
    page = visit(seeds, f"?event={event.id}")
    panel(page).get_by_role("button", name="Confirm", exact=True).press("Enter")
    expect(page.get_by_label("Your name")).to_be_focused()
    page.keyboard.type("Ada Meyer")
    page.keyboard.press("Enter")
    expect(panel(page).get_by_text("Confirmed", exact=True)).to_be_visible()
    with open_project(seeds) as project:
        assert [each.who for each in project.corrections()] == ["Ada Meyer"]
    panel(page).get_by_role("button", name="Split off").first.press("Enter")
    expect(panel(page).locator("blockquote")).to_have_count(left)
    expect(panel(page).get_by_role("button", name="Split off").first).to_be_focused()
    panel(page).get_by_role("button", name="Reject").press("Enter")
    expect(panel(page).get_by_text("Choose an event on the timeline")).to_be_visible()
    page.get_by_role("button", name="Undo").press("Enter")
    expect(panel(page).locator("blockquote")).to_have_count(left)


def test_a_report_is_split_off(visit: Visit, seeds: Path) -> None:
    event = most_told(seeds)
    left = len(event.reports) - 1
    page = visit(seeds, f"?event={event.id}")
    panel(page).get_by_role("button", name="Split off").first.click()
    named(page)
    expect(panel(page).locator("blockquote")).to_have_count(left)


def test_an_event_that_was_missed_is_added_from_its_words(visit: Visit, seeds: Path) -> None:
    page = visit(seeds, f"?event={most_told(seeds).id}")
    panel(page).get_by_role("button", name="Read in the full text").first.click()
    expect(page.locator("#here")).to_be_visible()
    chosen = page.evaluate(
        """() => {
            const node = document.querySelector('.text-body').firstChild;
            const start = node.textContent.indexOf(' ') + 1;
            const range = document.createRange();
            range.setStart(node, start);
            range.setEnd(node, start + 12);
            window.getSelection().removeAllRanges();
            window.getSelection().addRange(range);
            return range.toString();
        }"""
    )
    page.get_by_role("button", name="Add an event from").click()
    page.get_by_label("Title", exact=True).fill("What was missed")
    page.get_by_label("Date", exact=True).fill("May 2021")
    page.get_by_role("button", name="Add", exact=True).click()
    named(page)
    expect(panel(page).get_by_role("heading", name="What was missed")).to_be_visible()
    added = next(event for event in curated(seeds).events if event.title == "What was missed")
    assert added.mentions[0].trigger.text == chosen.strip()


def test_a_stale_edit_is_refused_and_says_why(visit: Visit, seeds: Path) -> None:
    event = most_told(seeds)
    first = visit(seeds, f"?event={event.id}")
    second = visit(seeds, f"?event={event.id}")
    press(second, "Edit")  # before the first one corrects anything
    second.get_by_label("Title", exact=True).fill("Slower")
    press(first, "Edit")
    first.get_by_label("Title", exact=True).fill("Faster")
    first.get_by_role("button", name="Save").click()
    named(first, "Ada")
    expect(panel(first).get_by_role("heading", name="Faster")).to_be_visible()
    second.get_by_role("button", name="Save").click()
    named(second, "Ben")
    expect(second.get_by_role("alert").filter(has_text="Ada")).to_be_visible()
    expect(panel(second).get_by_role("heading", name="Faster")).to_be_visible()
    assert event.id in {each.id for each in curated(seeds).events if each.title == "Faster"}


def test_corrections_are_taken_to_another_build(visit: Visit, seeds: Path, built_seeds: Path, tmp_path: Path) -> None:
    page = visit(seeds, f"?event={most_told(seeds).id}")
    press(page, "Edit")
    page.get_by_label("Title", exact=True).fill("Carried over")
    page.get_by_role("button", name="Save").click()
    named(page)
    expect(panel(page).get_by_role("heading", name="Carried over")).to_be_visible()
    log = page.request.get(page.url.split("?")[0] + "corrections.json").text()
    saved = tmp_path / "corrections.json"
    saved.write_text(log)
    assert [each["value"] for each in json.loads(log)["corrections"]] == ["Carried over"]

    other = tmp_path / "other.timeline"
    other.write_bytes(built_seeds.read_bytes())
    page = visit(other, f"?event={most_told(other).id}")
    page.get_by_role("button", name="Corrections").click()
    page.locator("#log-upload input[type=file]").set_input_files(saved)
    expect(panel(page).get_by_role("heading", name="Carried over")).to_be_visible()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_a_timeline_without_a_project_offers_no_corrections(visit: Visit, built_seeds: Path, dark: bool) -> None:
    with open_project(built_seeds) as project:
        read_only = project.timeline()
    page = visit(read_only, f"?event={most_told(built_seeds).id}", dark=dark)
    expect(panel(page).locator("blockquote").first).to_be_visible()
    expect(panel(page).get_by_role("button", name="Confirm")).to_have_count(0)
    expect(page.get_by_role("button", name="Corrections")).to_have_count(0)


def test_a_search_in_the_address_shows_the_same_after_a_reload(visit: Visit, seeds: Path) -> None:
    page = visit(seeds)
    page.get_by_label(re.compile("Search titles and quotes")).fill("Panjshir")
    expect(page).to_have_url(re.compile("q=Panjshir"))
    found = [event for event in curated(seeds).events if any("Panjshir" in each.quote.text for each in event.mentions)]
    expect(page.locator("#result")).to_contain_text(f"{len(found)} of")
    page.reload()
    expect(page.locator("#result")).to_contain_text(f"{len(found)} of")
    expect(page.get_by_label(re.compile("Search titles and quotes"))).to_have_value("Panjshir")

"""The main states as pictures, for people to look at: tests/browser/screenshots/, which git ignores."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from playwright.sync_api import Page, expect

from timeline import Timeline, open_project

Visit: TypeAlias = Callable[..., Page]

FOLDER = Path(__file__).parent / "screenshots"
SIZES = {"wide": 1400, "narrow": 800}


def most_told(path: Path) -> str:
    with open_project(path) as project:
        return max(project.timeline().events, key=lambda event: len(event.mentions)).id


def take(page: Page, name: str) -> None:
    FOLDER.mkdir(exist_ok=True)
    page.evaluate("Promise.all(document.getAnimations().map((each) => each.finished))")  # nothing slides in any more
    page.screenshot(path=FOLDER / f"{name}.png")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_the_main_states(visit: Visit, seeds: Path, size: str, dark: bool) -> None:
    theme = "dark" if dark else "light"
    event = most_told(seeds)

    def opened(link: str) -> Page:
        page = visit(seeds, link, width=SIZES[size], dark=dark)
        expect(page.locator("#timeline .js-plotly-plot .annotation").first).to_be_attached()
        return page

    page = opened("")
    take(page, f"first-{size}-{theme}")
    page = opened(f"?event={event}")
    expect(page.locator("#detail blockquote").first).to_be_visible()
    take(page, f"event-{size}-{theme}")
    page.locator("#detail").get_by_role("button", name="Read in the full text").first.click()
    expect(page.locator("#here")).to_be_in_viewport()
    take(page, f"text-{size}-{theme}")
    page = opened(f"?event={event}")
    page.locator("#detail").get_by_role("button", name="Edit", exact=True).click()
    expect(page.get_by_label("Title", exact=True)).to_be_visible()
    take(page, f"edit-{size}-{theme}")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_nothing_yet(visit: Visit, dark: bool) -> None:
    page = visit(Timeline(), dark=dark)
    expect(page.get_by_text("No events yet")).to_be_visible()
    take(page, f"empty-wide-{'dark' if dark else 'light'}")

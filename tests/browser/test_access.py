"""The first visit, and what a browser sees that has no token."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from dashboard.serve import page_that_leads_to
from dashboard.server.access import REFUSAL

Start = Callable[[Path], str]


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    yield context
    context.close()


@pytest.fixture
def address(start: Start, seeds: Path) -> str:
    """The address that opens the page, with its token."""
    return start(seeds)


def plain(address: str) -> str:
    return address.partition("?")[0]


def works(page: Page) -> None:
    expect(page.locator("#timeline .main-svg").first).to_be_visible()


def test_the_printed_address_opens_the_page_and_leaves_no_token(context: BrowserContext, address: str) -> None:
    token = address.partition("token=")[2]
    page = context.new_page()
    page.goto(f"{address}&view=all&q=Panjshir")
    works(page)
    assert page.url == f"{plain(address)}?view=all&q=Panjshir"
    assert token not in json.dumps(page.evaluate("[document.documentElement.outerHTML, document.cookie, localStorage]"))
    (cookie,) = context.cookies()
    assert (cookie["name"], cookie["value"]) == (f"timeline-{plain(address).strip('/').rpartition(':')[2]}", token)
    assert (cookie["httpOnly"], cookie["sameSite"], cookie["secure"]) == (True, "Strict", False)
    page.reload()
    works(page)
    page.go_back()
    assert token not in page.url
    again = context.new_page()
    again.goto(plain(address))
    works(again)
    again.locator("#share-open").click()
    link = again.get_by_label("Link to this view")
    expect(link).to_have_value(re.compile("^http"))
    assert "token" not in link.input_value()


def test_two_dashboards_at_a_time(context: BrowserContext, start: Start, seeds: Path, built_seeds: Path) -> None:
    pages = [context.new_page() for _ in range(2)]
    for page, project in zip(pages, (seeds, built_seeds), strict=True):
        page.goto(start(project))
    for page in pages:
        page.reload()
        works(page)


def test_the_page_that_the_browser_is_started_with_leads_on(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    with page_that_leads_to(address) as opening:
        page.goto(opening)
        page.wait_for_url(plain(address))
    works(page)


@pytest.mark.parametrize("path", ["", "?q=mill", "timeline.json", "no/such/page", "_dash-layout", "?token=wrong"])
def test_without_the_token_there_is_a_sentence(context: BrowserContext, address: str, path: str) -> None:
    page = context.new_page()
    answer = page.goto(plain(address) + path)
    assert answer is not None
    assert answer.status == 403
    expect(page.get_by_text(REFUSAL)).to_be_visible()
    assert context.cookies() == []


def test_a_link_in_another_page_needs_a_second_look(context: BrowserContext, address: str, tmp_path: Path) -> None:
    """A strict cookie is not sent where another page leads here, and is from a page of our own."""
    page = context.new_page()
    page.goto(address)
    other = tmp_path / "mail.html"
    other.write_text(f'<!DOCTYPE html><a href="{plain(address)}?q=Panjshir">Look</a>')
    page.goto(other.as_uri())
    page.get_by_role("link").click()
    expect(page.get_by_text(REFUSAL)).to_be_visible()
    page.get_by_role("link").click()
    works(page)
    expect(page.locator("#search")).to_have_value("Panjshir")


def test_a_frame_in_a_report_needs_its_key(context: BrowserContext, address: str, tmp_path: Path) -> None:
    context.new_page().goto(address)  # the cookie is no help
    report = tmp_path / "report.html"
    report.write_text(f'<!DOCTYPE html><iframe src="{plain(address)}embed" width="800" height="300"></iframe>')
    page = context.new_page()
    page.goto(report.as_uri())
    expect(page.frame_locator("iframe").get_by_text(REFUSAL)).to_be_visible()


def test_an_open_page_says_when_its_cookie_holds_no_longer(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(address)
    works(page)
    context.clear_cookies()
    page.locator("#zoom-in").click()
    expect(page.get_by_role("alert")).to_contain_text("an address that no longer holds")

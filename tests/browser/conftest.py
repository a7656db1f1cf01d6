"""A real browser on a real server. Every page fails its test when it asks for anything from elsewhere."""

from __future__ import annotations

import os
import queue
import shutil
from collections.abc import Callable, Iterator
from threading import Thread

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect, sync_playwright

from dashboard.serve import serve
from timeline.model import Timeline

_CHROMIUM = next(
    (
        found
        for name in (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
        if name
        for found in [shutil.which(name)]
        if found
    ),
    None,
)
expect.set_options(timeout=30_000)  # a busy machine is slow, and no failure
_FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]  # root in a container has no sandbox


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if _CHROMIUM is None:
        pytest.skip("no Chromium found; set CHROMIUM to one")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=_CHROMIUM, args=_FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def start() -> Callable[[Timeline], str]:
    """Serve a timeline until the tests end; gives its address."""
    addresses: dict[int, str] = {}

    def started(timeline: Timeline) -> str:
        if id(timeline) not in addresses:
            ready: queue.Queue[str] = queue.Queue()
            options = {"port": 0, "open_browser": False, "on_ready": ready.put}
            Thread(target=serve, args=(timeline,), kwargs=options, daemon=True).start()
            addresses[id(timeline)] = ready.get(timeout=60)
        return addresses[id(timeline)]

    return started


@pytest.fixture
def visit(browser: Browser, start: Callable[[Timeline], str]) -> Iterator[Callable[..., Page]]:
    """Open a page of a timeline at a size; what it asks for elsewhere and what it complains of is remembered."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def visited(
        timeline: Timeline, link: str = "", *, width: int = 1400, height: int = 900, dark: bool = False
    ) -> Page:
        address = start(timeline)
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light"
        )
        contexts.append(context)

        def check(route: Route) -> None:
            if route.request.url.startswith(address):
                route.continue_()
            else:
                complaints.append(f"request to {route.request.url}")
                route.abort()

        context.route("**/*", check)
        page = context.new_page()
        page.on("console", lambda message: message.type == "error" and complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: complaints.append(f"dialog: {dialog.message}"))
        page.goto(address + link)
        return page

    yield visited
    for context in contexts:
        context.close()
    assert complaints == []

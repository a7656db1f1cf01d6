"""A real browser on a real server. Every page fails its test when it asks for anything from elsewhere."""

from __future__ import annotations

import os
import queue
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect, sync_playwright

from dashboard.serve import serve
from timeline import build, open_project
from timeline.model import Timeline

SEEDS = Path(__file__).parents[2] / "seeds"

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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A browser test that fails is tried once more; the last line of the run counts such tests as "rerun".

    A page is drawn by three programs at once (server, Dash, Plotly), and on a machine that does other things as well
    a test may look between two drawings. What is broken fails both times.
    """
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if _CHROMIUM is None:
        pytest.skip("no Chromium found; set CHROMIUM to one")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=_CHROMIUM, args=_FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def start() -> Callable[[Timeline | Path], str]:
    """Serve a timeline or a project file until the tests end; gives the address that opens it, with its token."""
    addresses: dict[int | Path, str] = {}

    def started(source: Timeline | Path) -> str:
        key = source if isinstance(source, Path) else id(source)
        if key not in addresses:
            ready: queue.Queue[str] = queue.Queue()
            options = {"port": 0, "open_browser": False, "on_ready": ready.put}
            Thread(target=serve, args=(source,), kwargs=options, daemon=True).start()
            addresses[key] = ready.get(timeout=60)
        return addresses[key]

    return started


@pytest.fixture(scope="session")
def built_seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project file of the sample collection; tests work on copies of it."""
    path = tmp_path_factory.mktemp("seeds") / "seeds.timeline"
    with open_project(path, create=True) as project:
        project.update([SEEDS])
        project.save(build(project.documents()))
    return path


@pytest.fixture
def seeds(built_seeds: Path, tmp_path: Path) -> Path:
    """A project file of the sample collection that a test may change."""
    return Path(shutil.copy(built_seeds, tmp_path / "seeds.timeline"))


@pytest.fixture
def visit(browser: Browser, start: Callable[[Timeline | Path], str]) -> Iterator[Callable[..., Page]]:
    """Open a page of a timeline at a size; what it asks for elsewhere and what it complains of is remembered."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def visited(
        source: Timeline | Path, link: str = "", *, width: int = 1400, height: int = 900, dark: bool = False
    ) -> Page:
        address, _, token = start(source).partition("?")
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
        page.goto(f"{address}{link}{'&' if '?' in link else '?'}{token}")
        return page

    yield visited
    for context in contexts:
        context.close()
    assert complaints == []

"""How long a timeline takes to be indexed, drawn, shown, zoomed, filtered, selected in and sorted, by number of events.

Run with `python tests/benchmarks/dashboard_zoom.py [NUMBER ...]`, each NUMBER being that of the events, or that of the
main ones and of all, as 2000/100000. It prints two tables of milliseconds, each the median of several tries. The first
is what the server does for a drawing, and the drawing's size. The second needs Chromium (the environment variable
CHROMIUM may name it): "first view" runs from the request to the first label; an action runs from what a person does to
the last change on the page, written as all = waiting for the server + the browser's own work. A filter counts from its
request on, since the page first waits for the typing to end; "its table" is the last change of the table's rows after
the same filters, "sort" after clicks on its headings.
"""

from __future__ import annotations

import json
import os
import queue
import random
import shutil
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from threading import Thread

from playwright.sync_api import sync_playwright

from dashboard.serve import serve
from timeline import charts
from timeline.charts.index import Index
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
    main_events,
)
from timeline.timespan import Day, Granularity, TimeSpan
from timeline.why import text as because

SIZES = ("1000", "10000", "100000", "2000/100000")
WIDTH = 1400  # of the browser's window, pixels
SETTLED = 1500  # milliseconds after which an action is over
ACTORS = ("Borealis Ltd", "Delta Bank", "the harbour authority", "the ministry", "J. Ortega", "L. Novak", "Acme Corp")
PLACES = ("Port Ellis", "Norwick", "Aldermoor", "the capital", "Basin 3", "Hall 7")
SOURCES = 12
ACTS = ("signs a contract with", "searches the office of", "meets", "transfers funds to", "files a complaint against")


def generated(count: int, main: int | None = None) -> Timeline:
    """Events over ten years, most of them days, densest in the middle; the `main` most salient are main events."""
    chance = random.Random(count)  # noqa: S311 (the same events each time, no secrets)
    start = Day(2015, 1, 1).ordinal
    events = []
    text = "It happened then."
    for number in range(count):
        day = Day.from_ordinal(start + int(chance.betavariate(3, 3) * 3650))
        when = chance.choices(
            [
                TimeSpan.on(day),
                TimeSpan.month(day.year, day.month),
                TimeSpan.year(day.year),
                TimeSpan(day, day.plus(chance.randrange(2, 60)), Granularity.RANGE),
                TimeSpan.between(TimeSpan.on(day), None),
            ],
            [70, 12, 4, 13, 1],
        )[0]
        actor, other = chance.sample(ACTORS, 2)
        title = f"{actor} {chance.choice(ACTS)} {other}"
        basis = chance.choices([Basis.STATED, Basis.PUBLICATION], [95, 5])[0]
        mention = EventMention(
            document=f"source {chance.randrange(SOURCES) + 1}",
            quote=Quote(0, len(text), text),
            trigger=Quote(3, 11, "happened"),
            date=DateMention(None, DateType.DATE, "", when, basis, because("")),
            when=when,
            title=title,
        )
        events.append(
            Event(
                id=f"e{number}",
                title=title,
                when=when,
                extent=chance.choice(list(Extent)),
                status=chance.choices(list(Status), [70, 12, 10, 4, 4])[0],
                mentions=(mention,),
                participants=(actor, other),
                places=(chance.choice(PLACES),) if chance.random() < 0.6 else (),
                confidence=chance.random(),
                salience=chance.random() ** 2,
            )
        )
    events.sort(key=lambda event: event.when.sort_key if event.when is not None else (0, 0))
    sources = [
        Source(Document(id=f"source {number + 1}", text=text), Published(None, PublishedBasis.UNKNOWN, because("")))
        for number in range(SOURCES)
    ]
    shown = {event.id for event in sorted(events, key=lambda event: -event.salience)[:main]}
    return Timeline(tuple(sources), tuple(replace(event, main=event.id in shown) for event in events))


def milliseconds(action: Callable[[], object], tries: int = 5) -> float:
    """The median time of an action."""
    times = []
    for _ in range(tries):
        begun = time.perf_counter()
        action()
        times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times)


def drawing_times(timeline: Timeline) -> list[float]:
    """Index; all main events, a closer view and lanes as drawings; and the first one's size in kB."""
    timeline = main_events(timeline)
    built = milliseconds(lambda: Index.of(timeline), 1)
    index = Index.of(timeline)
    first, last = index.window
    middle, near = (first + last) / 2, (last - first) / 40
    window = (middle - near, middle + near)
    size = {"width": WIDTH - 32, "height": 560}
    return [
        built,
        milliseconds(lambda: charts.drawing(index, **size)),
        milliseconds(lambda: charts.drawing(index, window=window, **size)),
        milliseconds(lambda: charts.drawing(index, lanes="participant", **size)),
        len(json.dumps(charts.drawing(index, **size))) / 1000,
    ]


# Remembers when something was done and when the page last changed for it: Plotly draws the wheel's turning at once, and
# again with the server's answer.
LISTEN = """() => {
  window.seen = {begun: 0, ended: 0, listed: 0};
  const now = () => { seen.ended = performance.now(); };
  const listed = () => { seen.listed = performance.now(); };
  for (const kind of ["wheel", "mousedown", "input"]) {
    document.addEventListener(kind, () => { seen.begun = performance.now(); }, {capture: true});
  }
  document.querySelector("#timeline .js-plotly-plot").on("plotly_afterplot", now);
  const detail = document.getElementById("detail");
  if (detail) new MutationObserver(now).observe(detail, {childList: true, subtree: true});
  new MutationObserver(listed).observe(document.getElementById("list"), {childList: true, subtree: true});
}"""

# All of an action, and how much of it some request was under way.
MEASURE = """([fromRequest, end]) => {
  const ended = seen[end];
  const asked = performance.getEntriesByType("resource").filter((each) => each.name.includes("_dash-update-component"))
    .map((each) => [each.startTime, Math.min(each.responseEnd, ended)])
    .filter(([start]) => start < ended).sort((a, b) => a[0] - b[0]);
  const begun = fromRequest && asked.length ? asked[0][0] : seen.begun;
  let waited = 0, until = begun;
  for (const [start, stop] of asked) {
    waited += Math.max(0, stop - Math.max(start, until));
    until = Math.max(until, stop);
  }
  return [ended - begun, waited];
}"""


def browser_times(timeline: Timeline, chromium: str) -> list[str]:
    """First view, zoom by button and by wheel, selection, filter, its table and sort, in a real browser."""
    ready: queue.Queue[str] = queue.Queue()
    options = {"port": 0, "open_browser": False, "on_ready": ready.put}
    Thread(target=serve, args=(timeline,), kwargs=options, daemon=True).start()
    address = ready.get(timeout=120)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": 900})
        label = page.locator("#timeline .scatterlayer text").first

        def visit() -> None:
            page.goto(address)
            label.wait_for(timeout=120_000)

        first = milliseconds(visit, 3)
        page.wait_for_timeout(SETTLED)
        page.evaluate(LISTEN)

        def taken(
            *acts: Callable[[], object], from_request: bool = False, ends: tuple[str, ...] = ("ended",)
        ) -> list[str]:
            times: dict[str, list[list[float]]] = {end: [] for end in ends}
            for act in acts:
                page.evaluate("performance.clearResourceTimings()")
                act()
                page.wait_for_timeout(SETTLED)
                for end, found in times.items():
                    found.append(page.evaluate(MEASURE, [from_request, end]))
            return [in_parts(found) for found in times.values()]

        def choose(number: int) -> Callable[[], None]:
            # The words of a label let clicks through to the invisible bar below them
            return lambda: page.locator("#timeline .scatterlayer text").nth(number).click(force=True)

        box = page.locator("#timeline").bounding_box() or {"x": 0, "y": 0}
        page.mouse.move(box["x"] + 400, box["y"] + 200)
        wheel = taken(*[lambda: page.mouse.wheel(0, -300)] * 3)
        page.locator("#zoom-all").click()
        page.wait_for_timeout(SETTLED)
        button = taken(*[lambda: page.locator("#zoom-in").click()] * 3)
        page.locator("#zoom-all").click()
        page.wait_for_timeout(SETTLED)
        chosen = taken(choose(1), choose(5), choose(9))
        search = page.locator("#search")
        filtered = taken(
            *(lambda word=word: search.fill(word) for word in ("complaint", "bank", "")),
            from_request=True,
            ends=("ended", "listed"),
        )
        headings = (page.locator(f"[data-sort={column}]") for column in ("title", "confidence", "date"))
        ordered = taken(*(heading.click for heading in headings), ends=("listed",))
        browser.close()
    return [f"{first:.0f}", *button, *wheel, *chosen, *filtered, *ordered]


def in_parts(times: list[list[float]]) -> str:
    """The median of times as all = waiting for the server + the browser's own work."""
    whole, waited = (statistics.median(column) for column in zip(*times, strict=True))
    return f"{whole:.0f} = {waited:.0f} + {whole - waited:.0f}"


def table(headings: tuple[str, ...], rows: list[list[str]]) -> None:
    """Print rows under their headings."""
    widths = [max(map(len, column)) for column in zip(headings, *rows, strict=True)]
    for row in (list(headings), *rows):
        print("  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)), flush=True)


def main(sizes: tuple[str, ...]) -> None:
    chromium = shutil.which(os.environ.get("CHROMIUM", "chromium"))
    timelines = {}
    for size in sizes:
        *some, count = map(int, size.split("/"))
        timelines[size] = generated(count, *some)
    rows = [[size, *(f"{time:.0f}" for time in drawing_times(timeline))] for size, timeline in timelines.items()]
    table(("events", "index", "whole", "closer", "lanes", "kB"), rows)
    if chromium is not None:
        print()
        rows = [[size, *browser_times(timeline, chromium)] for size, timeline in timelines.items()]
        table(("events", "first view", "zoom", "wheel", "select", "filter", "its table", "sort"), rows)


if __name__ == "__main__":
    main(tuple(sys.argv[1:]) or SIZES)

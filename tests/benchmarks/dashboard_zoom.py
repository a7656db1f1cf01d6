"""How long a timeline takes to be indexed, drawn, shown and zoomed, by number of events.

Run with `python tests/benchmarks/dashboard_zoom.py [NUMBER ...]`; it prints a table. The last three columns need
Chromium (the environment variable CHROMIUM may name it). Times are the median of several tries, in milliseconds; "first
view" runs from the request to the first label, "zoom" from a click to the new drawing.
"""

from __future__ import annotations

import os
import queue
import random
import shutil
import statistics
import sys
import time
from collections.abc import Callable
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
)
from timeline.timespan import Day, Granularity, TimeSpan

SIZES = (1_000, 10_000, 100_000)
ACTORS = ("Borealis Ltd", "Delta Bank", "the harbour authority", "the ministry", "J. Ortega", "L. Novak", "Acme Corp")
ACTS = ("signs a contract with", "searches the office of", "meets", "transfers funds to", "files a complaint against")


def generated(count: int) -> Timeline:
    """Events over ten years, most of them days, densest in the middle."""
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
        title = f"{chance.choice(ACTORS)} {chance.choice(ACTS)} {chance.choice(ACTORS)}"
        basis = chance.choices([Basis.STATED, Basis.PUBLICATION], [95, 5])[0]
        mention = EventMention(
            document="generated",
            quote=Quote(0, len(text), text),
            trigger=Quote(3, 11, "happened"),
            date=DateMention(None, DateType.DATE, "", when, basis, ""),
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
                confidence=chance.random(),
                salience=chance.random() ** 2,
            )
        )
    events.sort(key=lambda event: event.when.sort_key if event.when is not None else (0, 0))
    source = Source(Document(id="generated", text=text), Published(None, PublishedBasis.UNKNOWN, ""))
    return Timeline((source,), tuple(events))


def milliseconds(action: Callable[[], object], tries: int = 5) -> float:
    """The median time of an action."""
    times = []
    for _ in range(tries):
        begun = time.perf_counter()
        action()
        times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times)


def drawing_times(timeline: Timeline) -> tuple[float, float, float, float]:
    """Index, whole view, a closer view; and the closer one's size in kB."""
    built = milliseconds(lambda: Index.of(timeline), 1)
    index = Index.of(timeline)
    first, last = index.window
    middle, near = (first + last) / 2, (last - first) / 40
    window = (middle - near, middle + near)
    whole = milliseconds(lambda: charts.drawing(index))
    close = milliseconds(lambda: charts.drawing(index, window=window))
    return built, whole, close, len(charts.figure(index).to_json()) / 1000


def browser_times(timeline: Timeline, chromium: str) -> tuple[float, float, float]:
    """First view, zoom by button and by wheel, in a real browser."""
    ready: queue.Queue[str] = queue.Queue()
    options = {"port": 0, "open_browser": False, "on_ready": ready.put}
    Thread(target=serve, args=(timeline,), kwargs=options, daemon=True).start()
    address = ready.get(timeout=120)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1400, "height": 900})

        def visit() -> None:
            page.goto(address)
            page.locator("#timeline .scatterlayer text").first.wait_for(timeout=120_000)

        first = milliseconds(visit, 3)
        page.wait_for_timeout(1500)
        # The last redraw counts, which shows the server's answer: Plotly's own, as the wheel turns, comes before it.
        page.evaluate("""() => {
          window.zoom = {begun: 0, ended: 0};
          for (const kind of ["wheel", "mousedown"]) {
            document.addEventListener(kind, () => { zoom.begun = performance.now(); }, {capture: true});
          }
          document.querySelector("#timeline .js-plotly-plot").on("plotly_afterplot", () => {
            zoom.ended = performance.now();
          });
        }""")

        def zooms(act: Callable[[], None]) -> float:
            times = []
            for _ in range(5):
                act()
                page.wait_for_timeout(2000)
                found: float = page.evaluate("zoom.ended - zoom.begun")
                times.append(found)
            return statistics.median(times)

        button = zooms(lambda: page.locator("#zoom-in").click())
        page.locator("#zoom-all").click()
        page.wait_for_timeout(1500)
        box = page.locator("#timeline").bounding_box() or {"x": 0, "y": 0}
        page.mouse.move(box["x"] + 400, box["y"] + 200)
        wheel = zooms(lambda: page.mouse.wheel(0, -300))
        browser.close()
    return first, button, wheel


def main(sizes: tuple[int, ...]) -> None:
    chromium = shutil.which(os.environ.get("CHROMIUM", "chromium"))
    print(
        f"{'events':>8} {'index':>8} {'whole':>8} {'closer':>8} {'kB':>6} {'first view':>11} {'zoom':>8} {'wheel':>8}"
    )
    for size in sizes:
        timeline = generated(size)
        built, whole, close, kilobytes = drawing_times(timeline)
        row = f"{size:>8,} {built:>8.0f} {whole:>8.0f} {close:>8.0f} {kilobytes:>6.0f}"
        if chromium is not None:
            first, button, wheel = browser_times(timeline, chromium)
            row += f" {first:>11.0f} {button:>8.0f} {wheel:>8.0f}"
        print(row, flush=True)


if __name__ == "__main__":
    main(tuple(int(number) for number in sys.argv[1:]) or SIZES)

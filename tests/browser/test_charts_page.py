"""The page that `timeline chart` writes, in a browser and on its own."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect

from timeline import charts
from timeline.model import Basis, DateMention, DateType, Event, EventMention, Extent, Quote, Status, Timeline
from timeline.timespan import Day, TimeSpan

HOSTILE = '</script><script>alert(1)</script><img src=x onerror=alert(2)><a href="https://example.org/">x</a>'


def collection(count: int) -> Timeline:
    events = []
    for number in range(count):
        when = TimeSpan.on(Day(2021, 1, 1).plus(number * 9))
        text = f"{HOSTILE} was seen, for the {number}th time."
        seen = text.index("seen")
        mention = EventMention(
            document="a",
            quote=Quote(0, len(text), text),
            trigger=Quote(seen, seen + 4, "seen"),
            date=DateMention(None, DateType.DATE, "", when, Basis.STATED, HOSTILE),
            when=when,
            title=HOSTILE,
        )
        events.append(
            Event(f"{HOSTILE}{number}", f"{number} {HOSTILE}", when, Extent.WITHIN, Status.OCCURRED, (mention,))
        )
    return Timeline((), tuple(events))


def test_the_page_stands_alone(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "chart.html"
    charts.write(collection(40), path, title=HOSTILE)
    page = browser.new_page(viewport={"width": 1200, "height": 900})
    seen: list[str] = []
    page.on("request", lambda request: seen.append(request.url))
    page.on("console", lambda message: seen.append(message.text))
    page.on("pageerror", lambda error: seen.append(str(error)))
    page.on("dialog", lambda dialog: seen.append(f"dialog: {dialog.message}"))
    page.goto(path.as_uri())
    expect(page.locator("#chart .scatterlayer text")).to_have_count(40)
    expect(page.locator("h1")).to_have_text(HOSTILE)
    expect(page.locator("blockquote")).to_have_count(40)
    expect(page.locator("blockquote").first).to_contain_text(HOSTILE)
    expect(page.locator("blockquote mark.trigger").first).to_have_text("seen")
    assert page.locator("article a, article img, svg a").count() == 0
    assert seen == [path.as_uri()]
    page.close()

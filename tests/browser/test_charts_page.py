"""The page that `timeline chart` writes, in a browser and on its own."""

from __future__ import annotations

from pathlib import Path

import plotly.graph_objects as go
import pytest
from playwright.sync_api import Browser, expect

from timeline import charts
from timeline.charts import LaneKind
from timeline.model import Basis, DateMention, DateType, Event, EventMention, Extent, Quote, Status, Timeline
from timeline.timespan import Day, TimeSpan
from timeline.why import text as because

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
            date=DateMention(None, DateType.DATE, "", when, Basis.STATED, because(HOSTILE)),
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


# Pairs of words that run into each other, of words on a mark, and what leaves the plot or the picture.
FLAWS = """() => {
  const box = (node) => node.getBoundingClientRect();
  const all = (path) => [...document.querySelectorAll("#chart " + path)];
  const plot = box(document.querySelector("#chart .nsewdrag"));
  const labels = all(".scatterlayer text");
  const notes = all(".annotation-text-g text");
  const marks = all(".scatterlayer path.point").filter((mark) => box(mark).width > 7);
  const meet = (a, b) => {
    const [one, two] = [box(a), box(b)];
    return one.left + 1 < two.right && two.left + 1 < one.right && one.top + 5 < two.bottom && two.top + 5 < one.bottom;
  };
  const words = [...labels, ...notes];
  const found = [];
  words.forEach((word, place) => {
    for (const other of [...words.slice(place + 1), ...marks]) {
      if (meet(word, other)) found.push(word.textContent + " | " + (other.textContent || "mark"));
    }
  });
  for (const label of labels) {
    if (box(label).left < plot.left - 2 || box(label).right > plot.right + 2) found.push("out: " + label.textContent);
  }
  const legend = box(document.querySelector("#chart .legend"));
  if (legend.top < 0 || legend.bottom > plot.top + 4) found.push("legend");
  return found;
}"""


def crowd(count: int) -> Timeline:
    title = "The harbour authority of Norwick signs another long contract with someone"
    events = []
    for number in range(count):
        day = Day(2021, 1, 1).plus(number * 37 % 300)
        when = [
            TimeSpan.on(day),
            TimeSpan.on(day).about(),
            TimeSpan.month(day.year, day.month),
            TimeSpan.between(TimeSpan.on(day), TimeSpan.on(day.plus(20))),
        ][number % 4]
        basis = Basis.PUBLICATION if number % 9 == 0 else Basis.STATED
        quote, seen = Quote(0, 9, "It's seen"), Quote(5, 9, "seen")
        told = EventMention("a", quote, seen, DateMention(None, DateType.DATE, "", when, basis, because("")), when, "")
        planned = EventMention("b", quote, seen, told.date, TimeSpan.on(day.plus(40)), "", status=Status.PLANNED)
        events.append(
            Event(
                f"e{number}",
                title[: 12 + number % 9 * 8],
                when,
                list(Extent)[number % 3 % 2],
                list(Status)[number % 5],
                (told, planned) if number % 5 == 0 else (told,),
                participants=tuple(f"The party of the {part}th part" for part in range(number % 4)),
                salience=number * 7 % 11 / 11,
            )
        )
    return Timeline((), tuple(events))


@pytest.mark.parametrize("lanes", [None, "participant", "status"])
@pytest.mark.parametrize("width", [800, 1400])
@pytest.mark.parametrize("count", [40, 200, 900], ids=["labels", "marks", "counts"])
def test_no_words_run_over_others_or_over_marks(
    browser: Browser, tmp_path: Path, count: int, width: int, lanes: LaneKind | None
) -> None:
    drawn = charts.drawing(crowd(count), width=width, height=430, lanes=lanes, selected="e10")
    path = tmp_path / "chart.html"
    go.Figure(drawn).write_html(path, config=dict(charts.CONFIG), div_id="chart")
    page = browser.new_page(viewport={"width": width, "height": 430})
    page.goto(path.as_uri())
    expect(page.locator("#chart .scatterlayer text").first).to_be_attached()
    assert page.evaluate(FLAWS) == []
    page.close()

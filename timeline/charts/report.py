"""Charts as files: a page with every quote under the drawing, or an image.

The page is one file that loads nothing, and its policy forbids it to. Images are drawn by kaleido in a browser;
MathJax, which kaleido would fetch from a server, is left out.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path
from typing import Any

import plotly.graph_objects as go

from timeline.charts.figures import CONFIG, figure
from timeline.charts.lanes import LaneKind
from timeline.charts.palette import THEMES, ThemeName
from timeline.charts.quotes import mention_highlights, pieces
from timeline.charts.text import harmless, one_line, shorten
from timeline.errors import ExportError
from timeline.model import Event, EventMention, Source, Timeline, main_events
from timeline.release import DISTRIBUTION
from timeline.why_words import sentence
from timeline.wording import date_in_words, year_in_words
from timeline.writing import write_whole

WIDTH = 1040  # pixels: a landscape page of A4 with margins
_HEIGHT = 320  # pixels: the least height of a drawing
_TITLE, _FOOT = 40, 26  # pixels: heights of the title and of the line of sources in an image
_SCALE = 2  # pixels of a bitmap for one of the drawing
_IMAGES = ("png", "svg", "pdf")


def write(
    timeline: Timeline,
    path: Path | str,
    *,
    title: str | None = None,
    width: int = WIDTH,
    theme: ThemeName = "light",
    lanes: LaneKind | None = None,
    all_events: bool = False,
) -> None:
    """Write a chart to a file: a page, or an image.

    Args:
        timeline: the events.
        path: its suffix says which kind of file: .html, .png, .svg or .pdf.
        title: above the drawing; None for the number of events.
        width: in pixels; the height is what the events need.
        theme: of an image, "light" or "dark"; a page is light, for paper.
        lanes: "source", "participant", "place" or "status" to set the events of each apart.
        all_events: whether to draw all events; else the main ones alone.

    A page holds the drawing and every event with its quotes and sources, an image the drawing alone.

    Raises:
        ExportError: the suffix is another one; kaleido or a browser is missing for an image; or the file cannot be
            written.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write(Timeline(), Path(folder, "chart.html"))
    ...     [path.name for path in Path(folder).iterdir()]
    ['chart.html']

    """
    path = Path(path)
    kind = path.suffix.lower().removeprefix(".")
    if kind in ("html", "htm"):
        content = page(timeline, title=title, width=width, lanes=lanes, all_events=all_events).encode()
    elif kind in _IMAGES:
        drawn = report_figure(timeline, title=title, width=width, theme=theme, lanes=lanes, all_events=all_events)
        content = _image(drawn, kind, path)
    else:
        raise ExportError(f"{path}: a chart ends in .html, .png, .svg or .pdf.")
    write_whole(path, content)


def report_figure(
    timeline: Timeline,
    *,
    title: str | None = None,
    width: int = WIDTH,
    theme: ThemeName = "light",
    lanes: LaneKind | None = None,
    all_events: bool = False,
) -> go.Figure:
    """The drawing of a timeline for print: title, legend, a row for every event, a line of sources.

    The arguments are those of `write`.

    >>> report_figure(Timeline(), title="The mill").layout.title.text
    'The mill'
    """
    shown = timeline if all_events else main_events(timeline)
    drawn = figure(shown, width=width, height=_HEIGHT, theme=theme, room=True, lanes=lanes, undated=0)
    top, bottom = drawn.layout.margin.t, drawn.layout.margin.b
    drawn.update_layout(
        title={
            "text": harmless(shorten(one_line(title or _default_title(shown)), width - 40, size=17)),
            "font": {"size": 17},
            "x": 0,
            "xref": "paper",
            "y": 1,
            "yref": "container",
            "yanchor": "top",
            "pad": {"t": 12},
        },
        margin={"t": top + _TITLE, "b": bottom + _FOOT},
        height=drawn.layout.height + _TITLE + _FOOT,
        dragmode=False,
    )
    drawn.add_annotation(
        text=harmless(shorten(_source_line(shown, kept=len(timeline.events)), width - 40, size=11)),
        xref="paper",
        x=0,
        xanchor="left",
        yref="paper",
        y=0,
        yanchor="top",
        yshift=-bottom,
        showarrow=False,
        font={"size": 11, "color": THEMES[theme].muted},
    )
    return drawn


def page(
    timeline: Timeline,
    *,
    title: str | None = None,
    width: int = WIDTH,
    lanes: LaneKind | None = None,
    all_events: bool = False,
) -> str:
    """An HTML page: the drawing, and below it each event with its quotes and sources; the arguments as for `write`.

    >>> page(Timeline()).startswith("<!DOCTYPE html>")
    True
    """
    shown = timeline if all_events else main_events(timeline)
    drawn = figure(shown, width=width, height=_HEIGHT, room=True, lanes=lanes, undated=0)
    drawn.update_layout(dragmode=False, xaxis={"fixedrange": True})
    chart = drawn.to_html(
        full_html=False,
        include_plotlyjs=True,
        include_mathjax=False,
        div_id="chart",
        config={**CONFIG, "scrollZoom": False, "doubleClick": False},
    )
    heading = html.escape(one_line(title or _default_title(shown)))
    return _PAGE.format(
        title=heading,
        style=_STYLE,
        width=width,
        counts=html.escape(_source_line(shown, kept=len(timeline.events))),
        chart=chart,
        events="\n".join(_sections(shown)),
        sources="\n".join(_source_entries(shown.sources)),
    )


def _default_title(timeline: Timeline) -> str:
    count = len(timeline.events)
    return f"Timeline of {count:,} event{'s' * (count != 1)}"


def _source_line(timeline: Timeline, *, kept: int) -> str:
    """The number of events, of all that are `kept` where these are more; and the sources: by name, if at most eight."""
    names = [_source_name(source) for source in timeline.sources]
    undated = sum(event.when is None for event in timeline.events)
    shown, plural = len(timeline.events), "s" * (len(timeline.events) != 1)
    count = f"{shown:,} main event{plural} of {kept:,}" if kept > shown else f"{shown:,} event{plural}"
    count += f" ({undated:,} undated, not drawn)" if undated else ""
    listed = f": {'; '.join(names)}" if len(names) <= 8 else ""
    return f"{count} from {len(names):,} source{'s' * (len(names) != 1)}{listed}"


def _source_name(source: Source) -> str:
    return one_line(source.document.title) or source.document.id


def _sections(timeline: Timeline) -> Iterator[str]:
    """The events as HTML, by year."""
    sources = {source.document.id: source for source in timeline.sources}
    for year, events in groupby(timeline.events, key=_year):
        yield f"<section><h2>{html.escape(year)}</h2>"
        yield from (_article(event, sources) for event in events)
        yield "</section>"


def _year(event: Event) -> str:
    """The year of an event in words, by its first day, or its last if that is open; "Undated"."""
    day = event.when and (event.when.first or event.when.last)
    return year_in_words(day.year) if day else "Undated"


def _article(event: Event, sources: dict[str, Source]) -> str:
    """An event as HTML; `sources` are those of the timeline by their documents' ids."""
    edtf = f" <code>{html.escape(str(event.when))}</code>" if event.when else ""
    reasons = f'<p class="dim">{html.escape(" · ".join(map(sentence, event.reasons)))}</p>' if event.reasons else ""
    differ = "".join(
        f"<p>The sources differ on the {html.escape(each.about)}: "
        f"{html.escape('; '.join(account.value for account in each.accounts))}.</p>"
        for each in event.disagreements
    )
    quotes = "".join(_report(report, sources.get(report[0].document)) for report in event.reports)
    return (
        f'<article id="{html.escape(event.id)}"><h3>{html.escape(event.title or "Untitled event")}</h3>'
        f'<p class="when">{html.escape(date_in_words(event.when, event.extent))}{edtf} · {event.status.value}</p>'
        f"{reasons}{differ}{quotes}</article>"
    )


def _report(report: Sequence[EventMention], source: Source | None) -> str:
    """A report and what only adds to it, in one sentence, as HTML: the quote with its marks, and where it is from."""
    mention = report[0]
    name = _source_name(source) if source is not None else mention.document
    parts = [name]
    if source is not None:
        when = source.published.when
        parts += [source.document.publisher or "", f"published {date_in_words(when)}" if when else ""]
    why = sentence(mention.date.reason)
    said = f" ({html.escape(why)})" if why else ""
    highlights = [highlight for each in report for highlight in mention_highlights(each)]
    text = "".join(
        f'<mark class="{kinds}">{html.escape(piece)}</mark>' if kinds else html.escape(piece)
        for piece, kinds in pieces(mention.quote.text, mention.quote.start, highlights)
    )
    cited = html.escape(", ".join(part for part in parts if part))
    return f"<figure><blockquote>{text}</blockquote><figcaption>{cited}{said}</figcaption></figure>"


def _source_entries(sources: Iterable[Source]) -> Iterator[str]:
    """The sources as items of an HTML list."""
    for source in sources:
        document, published = source.document, source.published
        when = f"published {date_in_words(published.when)}" if published.when else "publication date unknown"
        why = sentence(published.reason)
        reason = f" ({why})" if why else ""
        parts = [document.publisher, document.author, when + reason, document.url, document.path]
        details = html.escape(" · ".join(part for part in parts if part))
        yield f'<li><strong>{html.escape(_source_name(source))}</strong><br><span class="dim">{details}</span></li>'


def _image(drawn: go.Figure, kind: str, path: Path) -> bytes:
    """A figure as a file of a kind ("png", "svg", "pdf"). Raises ExportError, which names the path."""
    if find_spec("kaleido") is None:
        raise ExportError(f"{path}: images need kaleido; install it with: pip install '{DISTRIBUTION}[images]'.")
    import kaleido

    size: dict[str, Any] = {"width": drawn.layout.width, "height": drawn.layout.height}
    options = size | {"format": kind, "scale": _SCALE if kind == "png" else 1}
    try:
        content: bytes = kaleido.calc_fig_sync(drawn, opts=options, kopts={"mathjax": False})
    except (OSError, RuntimeError, ValueError) as problem:
        reason = str(next(iter(problem.args), "")).strip().split("\n")[0].rstrip(".") or type(problem).__name__
        raise ExportError(
            f"{path}: the image could not be drawn, as Chrome or Chromium is needed: {reason}."
        ) from problem
    return content


_STYLE = """
body { font: 15px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
  color: #1f2933; background: #fff; margin: 0 auto; padding: 24px 16px; }
h1 { font-size: 1.5rem; line-height: 1.2; margin: 0; }
h2 { font-size: 1.15rem; margin: 28px 0 0; border-bottom: 1px solid #cbd2d9; }
h3 { font-size: 1rem; margin: 16px 0 0; }
p { margin: 0 0 4px; }
.dim, figcaption, code { color: #616e7c; font-size: .85rem; }
.when { color: #3e4c59; }
.chart { overflow-x: auto; margin: 12px 0; }
article { break-inside: avoid; overflow-wrap: anywhere; }
figure { margin: 6px 0 10px; }
blockquote { margin: 0; padding-left: 12px; border-left: 3px solid #cbd2d9; white-space: pre-wrap;
  font-family: Georgia, 'Times New Roman', serif; }
figcaption { padding-left: 15px; }
mark { color: inherit; background: #ffe3a3; } mark.date { background: #cfe8f9; } mark.status { background: #f3d3e6; }
mark.trigger { text-decoration: underline; }
li { margin: 4px 0; overflow-wrap: anywhere; }
@page { size: A4 landscape; margin: 14mm; }
@media print { body { padding: 0; font-size: 12px; } .chart { break-inside: avoid; overflow: visible; }
  mark, .js-plotly-plot { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
"""

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; \
style-src 'unsafe-inline'; img-src data: blob:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body style="max-width: {width}px">
<h1>{title}</h1>
<p class="dim">{counts}</p>
<div class="chart">
{chart}
</div>
{events}
<section><h2>Sources</h2>
<ul>
{sources}
</ul>
</section>
</body>
</html>
"""

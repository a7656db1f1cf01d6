"""A view of a timeline for an iframe in another page: the drawing and its quotes, nothing that changes anything.

It is no part of the Dash app: a static page, two files beside it, and two addresses that answer with JSON.
"""

from __future__ import annotations

import html as markup
from math import isfinite, nan
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlencode

from dashboard.data import state
from dashboard.data.collection import Collection
from dashboard.data.state import View
from dashboard.server.access import KEY
from timeline import Event, EventMention, charts
from timeline.charts import LaneKind, ThemeName, Window, moment_in_words

PATH = "/embed"
"""The page that others may put into a frame; what it loads lies below."""

FOLDER = Path(__file__).parent
FILES = ("embed.css", "embed.js")

_WIDTHS, _HEIGHTS = (240, 4000), (180, 3000)  # pixels

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="stylesheet" href="/embed/embed.css{query}">
<script src="/embed/plotly.min.js{query}" defer></script>
<script src="/embed/embed.js{query}" defer></script>
</head>
<body>
<header>
<h1>{title}</h1>
<p id="range" role="status"></p>
<div role="group" aria-label="Zoom">
<button type="button" data-zoom="2" title="Wider">−</button>
<button type="button" data-zoom="0.5" title="Closer">+</button>
<button type="button" data-zoom="0" title="As it was">Reset</button>
</div>
</header>
<main>
<div id="chart"></div>
<article id="event" tabindex="-1" aria-live="polite" hidden></article>
<noscript>This timeline is drawn by a script, and scripts are switched off here.</noscript>
</main>
</body>
</html>
"""


def is_part(path: str) -> bool:
    """Whether a path belongs to this page.

    >>> is_part("/embed"), is_part("/embed/figure"), is_part("/embedded")
    (True, True, False)
    """
    return path == PATH or path.startswith(f"{PATH}/")


def address(base: str, link: str, key: str | None) -> str:
    """The address of what a link shows, with the key that opens it.

    >>> address("http://127.0.0.1:8050", "?q=mill", "x"), address("http://127.0.0.1:8050", "", None)
    ('http://127.0.0.1:8050/embed?q=mill&key=x', 'http://127.0.0.1:8050/embed')
    """
    fields = [field for field in (link.removeprefix("?"), urlencode({KEY: key}) if key else "") if field]
    return f"{base}{PATH}{'?' if fields else ''}{'&'.join(fields)}"


def page(title: str, *, key: str = "") -> str:
    """The page; what it shows, its script reads from its address. It hands on the `key` that opened it.

    >>> "<h1>A &lt;b&gt;</h1>" in page("A <b>")
    True
    """
    return _PAGE.format(title=markup.escape(title), query=markup.escape(f"?{urlencode({KEY: key})}" if key else ""))


def view_of(collection: Collection, search: str, window: str) -> View:
    """What to draw: what a link asks for, in a window "first,last" (days since 1970) where one is given."""
    view = state.read_link(search)
    try:
        first, last = (float(end) for end in window.split(","))
    except ValueError:
        first = last = nan
    found: Window | None
    if isfinite(first) and isfinite(last):
        found = state.limited(first, last)
    else:
        found = view.window or (None if view.everything else collection.scene(view.filters).index.focus)
    return View(window=found, selected=view.selected, filters=view.filters, lanes=view.lanes)


def figure(collection: Collection, view: View, *, width: int, height: int, theme: ThemeName) -> dict[str, Any]:
    """The drawing of a view as Plotly's JSON, with the window that it shows."""
    scene = collection.scene(view.filters, view.selected)
    window = view.window or scene.index.window
    drawn = charts.drawing(
        scene.index,
        window=window,
        width=min(max(width, _WIDTHS[0]), _WIDTHS[1]),
        height=min(max(height, _HEIGHTS[0]), _HEIGHTS[1]),
        theme=theme,
        selected=view.selected,
        shown=scene.shown,
        lanes=cast(LaneKind, view.lanes) if view.lanes else None,  # `read_link` lets no other values pass
        undated=collection.undated(view.filters),
    )
    first, last = state.ends(window)
    return {"figure": drawn, "window": window, "range": f"{first} to {last}"}


def told(collection: Collection, event: Event) -> dict[str, Any]:
    """An event and its quotes, in pieces of plain text."""
    return {
        "title": event.title or "Untitled event",
        "when": f"{moment_in_words(event)} · {event.status.value}",
        "reports": [_report(collection, report[0]) for report in event.reports],
    }


def _report(collection: Collection, mention: EventMention) -> dict[str, Any]:
    highlights = charts.mention_highlights(mention)
    return {
        "source": collection.source_name(mention.document),
        "pieces": [[text, kinds] for text, kinds in charts.pieces(mention.quote.text, mention.quote.start, highlights)],
    }


def snippet(address: str, title: str) -> str:
    """A piece of HTML that shows a page in another.

    >>> snippet("http://127.0.0.1:8050/embed?q=a&status=planned", 'The "mill"').splitlines()[0]
    '<iframe src="http://127.0.0.1:8050/embed?q=a&amp;status=planned" title="The &quot;mill&quot;"'
    """
    return (
        f'<iframe src="{markup.escape(address)}" title="{markup.escape(title)}"\n'
        '  width="100%" height="560" style="border: 1px solid #ccc" loading="lazy"\n'
        '  sandbox="allow-scripts allow-same-origin"></iframe>'
    )

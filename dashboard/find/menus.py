"""The filters as a person sees them: a menu for each, the choice between the main events and all, and what is asked as
tags that can be taken away.

What narrows the view carries `data-narrow` (a field of the filters) and `data-value`; without a value it clears the
field, and "all" clears everything.
"""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
import numpy as np
from dash import html

from dashboard import ids
from dashboard.attributes import aria, data
from dashboard.data.collection import FACETS, Collection
from dashboard.data.facets import Choice
from dashboard.data.filters import NO_FILTERS, Filters
from dashboard.wording import BASIS_IN_WORDS, all_of, counted_events
from timeline import Basis
from timeline.charts import Window

MENUS = {
    "sources": "Source",
    "participants": "Participant",
    "places": "Place",
    "statuses": "Status",
    "bases": "How dated",
    "confidence": "Confidence",
}
_SEARCHED = ("sources", "participants", "places")
_STEPS = (0.5, 0.6, 0.7, 0.8, 0.9)  # of confidence, that are offered
FIRST = 10  # values of a menu before the others are asked for
_LONGEST = 120  # characters of a name


def bar() -> Any:
    """A button for each menu, with the menu, which fills when it opens."""
    return html.Div(
        [_menu(name, title) for name, title in MENUS.items()],
        className="facets",
        role="group",
        **aria(label="Filters"),
    )


def reach(collection: Collection) -> Any:
    """The choice between the main events and all: two buttons, which stay, so that the one pressed keeps the focus."""
    hidden, _, _, words = reached(collection, NO_FILTERS)
    offered = ((ids.REACH_MAIN, "main", "Main events"), (ids.REACH_ALL, "all", words))
    return html.Div(
        [
            html.Button(words, id=name, type="button", className="reach", **data(narrow="events", value=value))
            for name, value, words in offered
        ],
        id=ids.REACH,
        className="reaches",
        role="group",
        hidden=hidden,
        **aria(label="Which events"),
    )


def reached(collection: Collection, filters: Filters) -> tuple[bool, str, str, str]:
    """Of this choice: whether there is none, `aria-pressed` of both buttons, and the words of the second.

    >>> from timeline import Timeline
    >>> reached(Collection(Timeline()), Filters(events="all"))
    (True, 'false', 'true', 'All 0 events')
    """
    main, everything = ("false", "true") if filters.takes_all else ("true", "false")
    return collection.others == 0, main, everything, all_of(len(collection.rows))


def _menu(name: str, title: str) -> Any:
    search = dmc.TextInput(
        placeholder=f"Find a {title.lower()}",
        size="xs",
        className="menu-search",
        autoComplete="off",
        **aria(label=f"Find a {title.lower()}"),
    )
    return html.Div(
        [
            html.Button(
                [title, html.Span(id=ids.menu_count(name), className="menu-count")],
                type="button",
                className="button menu-button",
                **data(menu=name),
                **aria(expanded="false", controls=ids.menu(name)),
            ),
            html.Div(
                [*([search] if name in _SEARCHED else []), html.Div(id=ids.menu_choices(name))],
                id=ids.menu(name),
                className="menu",
                role="group",
                **aria(label=f"Filter by {title.lower()}"),
            ),
        ],
        className="facet",
    )


def choices(collection: Collection, filters: Filters, name: str, *, words: str = "", most: int = FIRST) -> Any:
    """What a menu offers, with how many events each would leave beside the other filters."""
    among = collection.kept(filters.without(name))
    if name == "confidence":
        found, more = _confidences(collection.confidence[among], filters.confidence), 0
    else:
        found, more = collection.facets[name].choices(among, chosen=getattr(filters, name), words=words, most=most)
    if not found:
        title = MENUS[name].lower()
        return html.P(
            f"No {title} has “{words[:40]}”." if words.strip() else f"No {title} to choose.", className="hint"
        )
    parts: list[Any] = [html.Ul([html.Li(_choice(name, choice)) for choice in found], className="choices")]
    if more > 0:
        parts.append(
            html.Button(f"+{more:,} more", type="button", className="text-button more", **data(more=str(most + 40)))
        )
    if getattr(filters, name):
        parts.append(html.Button("Clear", type="button", className="text-button clear", **data(narrow=name, value="")))
    return html.Div(parts)


def _confidences(values: Any, asked: float) -> list[Choice]:
    """The least confidences that are offered, and the one that is asked for."""
    steps = sorted({*_STEPS, *([asked] if asked else [])})
    counts = [int(np.count_nonzero(values >= step)) for step in steps]
    return [Choice(f"{step:g}", f"{step:g}", count, step == asked) for step, count in zip(steps, counts, strict=True)]


def _choice(name: str, choice: Choice) -> Any:
    label = _in_words(name, choice.label)
    shape = f" shape status-{choice.value}" if name == "statuses" else ""
    return html.Button(
        [
            html.Span(label[:_LONGEST], className=f"choice-name{shape}", title=label[:_LONGEST]),
            html.Span(f"{choice.count:,}", className="count"),
        ],
        type="button",
        className="choice",
        **data(narrow=name, value=choice.value),
        **aria(pressed="true" if choice.chosen else "false"),
    )


def tags(collection: Collection, filters: Filters) -> list[Any]:
    """What is asked, each with a way to take it back."""
    asked = _asked(collection, filters)
    found: list[Any] = [_tag(name, value, words) for name, value, words in asked]
    if len(found) > 1:
        found.append(html.Button("Clear all", type="button", className="text-button", **data(narrow="all", value="")))
    return found


def ways_out(collection: Collection, filters: Filters, window: Window, chosen: str | None = None) -> Any:
    """What stands in an empty timeline: why it is empty, and what to do; None where it is not."""
    kept, scene = collection.kept(filters), collection.scene(filters, chosen)
    if not len(kept) or len(scene.index.in_view(window, scene.shown)):
        return None
    dated, found = int(kept[: collection.dated].sum()), int(kept.sum())
    main = collection.leaves_out(filters)
    if dated:
        words = f"{counted_events(dated, main=main)} at other dates" + (" match." if filters else ".")
        button = html.Button("Show all dates", type="button", className="button", **data(key="0"))
        return [html.P(f"Nothing here. {words}"), button]
    if found:
        return [html.P(f"No date is known of the {counted_events(found, main=main)}. The table below lists them.")]
    rows = []
    words = "No event matches."
    if others := collection.beside(filters):
        words = "No main event matches." if filters else "There is no main event."
        shown, asks = f"Show {others:,} other event{'s' * (others != 1)}", data(narrow="events", value="all")
        rows.append(html.Li(html.Button(shown, type="button", className="button", **asks)))
    asked = _asked(collection, filters)
    for name in dict.fromkeys(name for name, _, _ in asked):
        left = int(collection.kept(filters.without(name)).sum())
        if left:
            values = " or ".join(words for other, _, words in asked if other == name)
            shown = f"Remove “{values[:_LONGEST]}”: {counted_events(left)}"
            rows.append(html.Li(html.Button(shown, type="button", className="button", **data(narrow=name, value=""))))
    if filters:
        clear = html.Button("Clear all filters", type="button", className="button", **data(narrow="all", value=""))
        rows.append(html.Li(clear))
    return [html.P(words), html.Ul(rows)]


def result(collection: Collection, filters: Filters) -> str:
    """How many events match; of a search also how many of its hits are no main events, or how many more are none."""
    kept = collection.kept(filters)
    main = collection.leaves_out(filters)
    whole = counted_events(len(kept) - collection.others if main else len(kept), main=main)
    if not filters:
        return whole
    words = f"{int(kept.sum()):,} of {whole} match"
    if filters.words and (others := int((kept & ~collection.main).sum())):
        return f"{words}, {others:,} of them not main"
    if filters.words and (others := collection.beside(filters)):
        return f"{words}, and {others:,} other{'s' * (others != 1)}"
    return words


def _asked(collection: Collection, filters: Filters) -> list[tuple[str, str, str]]:
    """Field, value and words of each thing that is asked."""
    found = [("query", "", f"Search: {filters.query.strip()}")] if filters.words else []
    for name in FACETS:
        found += [
            (name, value, f"{MENUS[name]}: {_in_words(name, collection.facets[name].label(value))}")
            for value in getattr(filters, name)
        ]
    if filters.confidence:
        found.append(("confidence", "", f"Confidence: {_in_words('confidence', str(filters.confidence))}"))
    return found


def _tag(name: str, value: str, words: str) -> Any:
    return html.Button(
        [html.Span(words[:_LONGEST]), html.Span("×", **aria(hidden="true"))],
        type="button",
        className="tag",
        **data(narrow=name, value=value),
        **aria(label=f"Remove {words[:_LONGEST]}"),
    )


def _in_words(name: str, value: str) -> str:
    if name == "bases":
        return BASIS_IN_WORDS[Basis(value)]
    return f"at least {float(value):.0%}" if name == "confidence" else value

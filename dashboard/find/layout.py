"""Search and filters above the timeline, and the table of events below it."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import html

from dashboard import ids
from dashboard.attributes import aria
from dashboard.data.collection import Collection
from dashboard.data.filters import NO_FILTERS
from dashboard.find import listing, menus

STORES: tuple[str, ...] = (
    ids.FILTERS,
    ids.NARROWED,
    ids.MENU,
    ids.SORT,
    ids.SORTED,
    ids.TURNED,
    ids.LIST_PAGE,
    ids.ROWS,
)
"""What the page keeps for this feature."""


def tools(collection: Collection) -> Any:
    """Search and filters, and what is asked by them."""
    return html.Div(
        [
            html.Div(
                [
                    dmc.TextInput(
                        id=ids.SEARCH,
                        placeholder="Search titles and quotes",
                        debounce=250,
                        size="sm",
                        **aria(label='Search titles and quotes; "words in quotes" stand together'),
                    ),
                    menus.bar(),
                    menus.reach(collection),
                ],
                className="tools",
            ),
            html.Div(
                [
                    html.P(menus.result(collection, NO_FILTERS), id=ids.RESULT, role="status"),
                    html.Div(id=ids.TAGS, className="tags", role="group", **aria(label="What is asked")),
                ],
                className="asked",
            ),
        ],
        id=ids.TOOLS,
        role="search",
        hidden=not collection.timeline.events,
    )


def table(collection: Collection) -> Any:
    """The table of events; a script fills it."""
    return html.Section(
        [
            html.Div(
                [
                    html.H2("Events"),
                    dmc.SegmentedControl(id=ids.LIST_SCOPE, data=listing.scopes(collection), value="view", size="xs"),
                ],
                className="list-head",
            ),
            html.Div(id=ids.LIST, tabIndex=-1),
        ],
        className="list",
        **aria(label="Table of events"),
    )

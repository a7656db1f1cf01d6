"""The panel of the chosen event: what, when, why so, and what else may be the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from dash import html

from dashboard.attributes import aria, data
from dashboard.curate.buttons import controls, make_main
from dashboard.curate.editor import reviewed
from dashboard.data.collection import Collection
from dashboard.data.filters import NO_FILTERS, Filters
from dashboard.data.similar import Similar, gap
from dashboard.event.reports import reports
from dashboard.wording import counted
from timeline import Disagreement, Event, Status, sentence
from timeline.charts import STATUS_IN_WORDS, date_in_words, moment_in_words
from timeline.why import CONFIDENCE

_FIRST = 8  # events offered before one is chosen
_OPEN_REASONS = 3  # more of them are folded


def nothing_chosen(collection: Collection, filters: Filters = NO_FILTERS) -> Any:
    """What stands there at first: how to go on, and where to begin among what the filters leave."""
    order = collection.order("-salience")
    events = [collection.rows[row] for row in order[collection.kept(filters)[order]][:_FIRST]]
    return html.Div(
        [
            html.P(
                "Choose an event on the timeline or in the table to read who says so, in their own words.",
                className="hint",
            ),
            html.H3("The most prominent that match" if filters else "The most prominent") if events else None,
            html.Ul([html.Li(_pick(event)) for event in events], className="prominent"),
        ]
    )


def panel(collection: Collection, event: Event) -> Any:
    """All that is known of an event, with every report of it."""
    why = [sentence(reason) for reason in event.reasons if reason.kind != CONFIDENCE]
    return html.Article(
        [
            html.H2(event.title or "Untitled event", className="event-title", tabIndex=-1),
            html.P(
                [
                    html.Span(moment_in_words(event), className="event-date"),
                    html.Code(str(event.when), title="the date in EDTF", className="edtf") if event.when else None,
                ]
            ),
            html.P(
                [
                    html.Span(event.status.value, className=f"badge status-{event.status.value}"),
                    html.Span(f" {STATUS_IN_WORDS[event.status]}", className="dim"),
                ]
            ),
            None if event.main else _kept(event, editable=collection.editable),
            _confidence(event),
            controls(event) if collection.editable else None,
            reviewed(event.review),
            _facts(event),
            *(_disagreement(each, event, collection) for each in event.disagreements),
            _dates_told(event),
            _reasons("Why this date and these reports", why),
            *reports(collection, event),
        ],
        className="event",
    )


def alike(found: Sequence[Similar], event: Event) -> Any:
    """Events that are like the chosen one and stand apart from it."""
    if not found:
        return None
    return html.Section(
        [
            html.H3("Similar events that were not merged"),
            html.Ul(
                [html.Li([_pick(each.event), html.Div(_why_alike(each, event), className="dim")]) for each in found],
                className="prominent",
            ),
        ]
    )


def _why_alike(similar: Similar, event: Event) -> str:
    days = gap(event, similar.event)
    apart = "" if days is None else " · dates overlap" if not days else f" · {days:,} day{'s' * (days != 1)} apart"
    return f"both have {', '.join(similar.shared)}{apart} · {counted(similar.event)}"


def _pick(event: Event) -> Any:
    title = html.Button(event.title or "Untitled event", type="button", className="pick", **data(event=event.id))
    when = date_in_words(event.when, event.extent)
    return html.Div([title, html.Div(when if event.main else f"{when} · not a main event", className="dim")])


def _kept(event: Event, *, editable: bool) -> Any:
    """That an event is no main one, and a way to make it one."""
    words = "Not a main event: kept, and shown on demand." if not editable else "Not a main event. "
    return html.P([words, make_main(event) if editable else None], className="dim")


def _confidence(event: Event) -> Any:
    """How sure this is as a bar and a number, and on demand its parts."""
    percent = f"{event.confidence:.0%}"
    line: list[Any] = [
        f"confidence {percent} ",
        html.Span(html.Span(style={"width": percent}), className="meter", **aria(hidden="true")),
    ]
    parts = [sentence(reason) for reason in event.reasons if reason.kind == CONFIDENCE]
    if not parts:
        return html.P(line, className="dim")
    return html.Details([html.Summary(line), html.Ul([html.Li(part) for part in parts])], className="dim")


def _facts(event: Event) -> Any:
    """Who and where; each name shows its events alone."""
    rows = [("Who", "participants", event.participants), ("Where", "places", event.places)]
    return html.Dl(
        [
            part
            for name, field, values in rows
            if values
            for part in (html.Dt(name), html.Dd([_name(field, value) for value in values]))
        ],
        className="facts",
    )


def _name(field: str, value: str) -> Any:
    return html.Button(
        value,
        type="button",
        className="name",
        title=f"Show only events with {value}",
        **data(narrow=field, value=value),
    )


def _reasons(title: str, reasons: Iterable[str]) -> Any:
    items = [html.Li(reason) for reason in reasons]
    if not items:
        return None
    return html.Details([html.Summary(title), html.Ul(items)], className="reasons", open=len(items) <= _OPEN_REASONS)


def _dates_told(event: Event) -> Any:
    """The dates that the reports give, where they are several: what was planned when, and how exactly it is told."""
    told = Counter(
        (mention.when, mention.extent, mention.status == Status.PLANNED and event.status != Status.PLANNED)
        for report in event.reports
        for mention in report[:1]
    )
    if len(told) <= 1:
        return None
    rows = sorted(told.items(), key=lambda each: (not each[0][2], str(each[0][0])))
    return html.Table(
        [
            html.Caption("The date as the reports have it"),
            html.Tbody(
                [
                    html.Tr(
                        [
                            html.Td(date_in_words(when, extent)),
                            html.Td("as a plan" if planned else "", className="dim"),
                            html.Td(f"{count} report{'s' * (count != 1)}", className="dim"),
                        ],
                        className="planned" if planned else "",
                    )
                    for (when, extent, planned), count in rows
                ]
            ),
        ],
        className="dates-told",
    )


def _disagreement(disagreement: Disagreement, event: Event, collection: Collection) -> Any:
    """The accounts side by side, each with who gives it."""
    accounts = []
    for account in disagreement.accounts:
        names = [
            collection.source_name(event.mentions[number].document)
            for number in account.mentions
            if number < len(event.mentions)
        ]
        who = html.Ul([html.Li(name) for name in dict.fromkeys(names)])
        accounts.append(html.Div([html.Strong(account.value), who], className="account"))
    return html.Section(
        [
            html.H3(f"The sources differ on the {disagreement.about}"),
            html.Div(accounts, className="accounts"),
        ],
        className="differ",
    )

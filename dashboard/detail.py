"""The panel of the chosen event: what, when, why so, and who says it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import html

from dashboard.attributes import data
from dashboard.collection import Collection
from dashboard.document import marked
from timeline import Basis, Disagreement, Event, EventMention, PublishedBasis, Source
from timeline.charts import STATUS_IN_WORDS, date_in_words, mention_highlights

_FIRST = 8  # events offered before one is chosen
_OPEN_REASONS = 3  # more of them are folded

_BASIS_IN_WORDS = {
    Basis.STATED: "stated in the text",
    Basis.RELATIVE: "counted from another date",
    Basis.INFERRED: "a part was filled in",
    Basis.ANCHORED: "counted from another event",
    Basis.PUBLICATION: "no date in the text; the day of publication",
}

_PUBLISHED_IN_WORDS = {
    PublishedBasis.STATED: "stated in the text",
    PublishedBasis.METADATA: "from the file's metadata",
    PublishedBasis.GIVEN: "given by a person",
    PublishedBasis.INFERRED: "inferred from what the texts say",
    PublishedBasis.UNKNOWN: "unknown",
}


def nothing_chosen(collection: Collection) -> Any:
    """What stands there at first: how to go on, and where to begin."""
    events = sorted(collection.timeline.events, key=lambda event: -event.salience)[:_FIRST]
    entries = [
        html.Li(
            [
                html.Button(event.title or "Untitled event", type="button", className="pick", **data(event=event.id)),
                html.Div(date_in_words(event.when, event.extent), className="dim"),
            ]
        )
        for event in events
    ]
    return html.Div(
        [
            html.P(
                "Choose an event on the timeline or in the list to read who says so, in their own words.",
                className="hint",
            ),
            html.H3("The most prominent"),
            html.Ul(entries, className="prominent"),
        ]
    )


def in_one_line(event: Event) -> str:
    """An event as it is spoken."""
    return f"{date_in_words(event.when, event.extent)}: {event.title or 'Untitled event'}, {event.status.value}"


def panel(collection: Collection, event: Event) -> Any:
    """All that is known of an event, with every report of it."""
    return html.Article(
        [
            html.H2(event.title or "Untitled event", className="event-title"),
            html.P(
                [
                    html.Span(date_in_words(event.when, event.extent), className="event-date"),
                    html.Code(str(event.when), title="the date in EDTF", className="edtf") if event.when else None,
                ]
            ),
            html.P(
                [
                    html.Span(event.status.value, className=f"badge status-{event.status.value}"),
                    html.Span(f" {STATUS_IN_WORDS[event.status]} · confidence {event.confidence:.0%}", className="dim"),
                ]
            ),
            _facts(event),
            *(_disagreement(each, event, collection) for each in event.disagreements),
            _reasons("Why this date and these reports", event.reasons),
            html.H3(_reports(event)),
            *(_report(collection, event, report) for report in event.reports),
        ],
        className="event",
    )


def _reports(event: Event) -> str:
    sources = len({mention.document for mention in event.mentions})
    reports = len(event.reports)
    return f"{reports} report{'s' * (reports != 1)} in {sources} source{'s' * (sources != 1)}"


def _facts(event: Event) -> Any:
    rows = [("Who", event.participants), ("Where", event.places)]
    return html.Dl(
        [part for name, values in rows if values for part in (html.Dt(name), html.Dd(", ".join(values)))],
        className="facts",
    )


def _reasons(title: str, reasons: Iterable[str]) -> Any:
    items = [html.Li(reason) for reason in reasons]
    if not items:
        return None
    return html.Details([html.Summary(title), html.Ul(items)], className="reasons", open=len(items) <= _OPEN_REASONS)


def _disagreement(disagreement: Disagreement, event: Event, collection: Collection) -> Any:
    accounts = []
    for account in disagreement.accounts:
        names = [
            _source_name(collection.sources.get(event.mentions[number].document), event.mentions[number].document)
            for number in account.mentions
            if number < len(event.mentions)
        ]
        accounts.append(html.Li([html.Strong(account.value), f" – {', '.join(dict.fromkeys(names))}"]))
    return dmc.Alert(
        html.Ul(accounts), title=f"The sources differ on the {disagreement.about}", color="orange", className="differ"
    )


def _source_name(source: Source | None, document_id: str) -> str:
    return (source.document.title or document_id) if source is not None else document_id


def _report(collection: Collection, event: Event, report: Sequence[EventMention]) -> Any:
    """A sentence with all that it tells of the event, and how that is known."""
    mention = report[0]
    number = event.mentions.index(mention)
    highlights = [highlight for each in report for highlight in mention_highlights(each)]
    source = collection.sources.get(mention.document)
    return html.Section(
        [
            html.Header(
                [
                    html.Strong(_source_name(source, mention.document)),
                    _published(source) if source is not None else None,
                ]
            ),
            html.Blockquote(marked(mention.quote.text, mention.quote.start, highlights)),
            html.Ul(_how(mention, event), className="how dim"),
            dmc.Button(
                "Read in the full text",
                size="compact-xs",
                variant="subtle",
                **data(read=str(number), read_event=event.id),
            )
            if source is not None
            else None,
        ],
        className="report",
    )


def _published(source: Source) -> Any:
    """Publisher, author and day, and on demand why that day."""
    published = source.published
    day = f"published {date_in_words(published.when)}" if published.when else "publication date unknown"
    parts = [source.document.publisher, source.document.author, f"{day} ({_PUBLISHED_IN_WORDS[published.basis]})"]
    line = " · ".join(part for part in parts if part)
    if not published.reason:
        return html.Div(line, className="dim")
    return html.Details([html.Summary(line), html.P(published.reason)], className="dim")


def _how(mention: EventMention, event: Event) -> list[Any]:
    """How this report's date and status came about."""
    date = mention.date
    words = f"“{date.quote.text}”" if date.quote is not None else "no words for the date"
    value = f" → {date_in_words(date.when)}" if date.when is not None else ""
    lines = [f"{words}{value}, {_BASIS_IN_WORDS[date.basis]}" + (f": {date.reason}" if date.reason else "")]
    if mention.status_words is not None:
        lines.append(f"{mention.status.value}, for it says “{mention.status_words.text}”")
    elif mention.status != event.status:
        lines.append(f"told here as {mention.status.value}")
    if mention.speaker is not None:
        lines.append(f"in the words of {mention.speaker.text}")
    lines += list(mention.reasons)
    return [html.Li(line) for line in lines]

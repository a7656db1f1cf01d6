"""Who says so: the reports of an event, source by source, each quote with the words that decide it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from dash import html

from dashboard.attributes import data
from dashboard.curate.buttons import split_off
from dashboard.data.collection import Collection
from dashboard.event.document import marked
from dashboard.wording import BASIS_IN_WORDS, PUBLISHED_IN_WORDS, counted, published_day
from timeline import Event, EventMention, Source, sentence
from timeline.charts import date_in_words, mention_highlights


def reports(collection: Collection, event: Event) -> list[Any]:
    """All reports under the names of their sources, in the order in which the sources were published."""
    by_source: dict[str, list[Sequence[EventMention]]] = {}
    for report in event.reports:
        by_source.setdefault(report[0].document, []).append(report)
    order = {document: rank for rank, document in enumerate(sorted(by_source, key=_age(collection)))}
    return [
        html.H3(counted(event)),
        *(_source(collection, event, name, by_source[name]) for name in sorted(by_source, key=order.__getitem__)),
    ]


def _age(collection: Collection) -> Callable[[str], tuple[float, str]]:
    """Sorts sources by their publication dates, those without one last."""

    def key(name: str) -> tuple[float, str]:
        source = collection.sources.get(name)
        day = published_day(source) if source is not None else None
        return (float("inf") if day is None else day, name)

    return key


def _source(collection: Collection, event: Event, name: str, told: Sequence[Sequence[EventMention]]) -> Any:
    source = collection.sources.get(name)
    return html.Section(
        [
            html.Header(
                [
                    html.H4(collection.source_name(name)),
                    _published(source) if source is not None else None,
                ]
            ),
            *(_report(collection, event, report) for report in told),
        ],
        className="source",
    )


def _report(collection: Collection, event: Event, report: Sequence[EventMention]) -> Any:
    """A sentence with all that it tells of the event, and how that is known."""
    mention = report[0]
    number = event.mentions.index(mention)
    readable = mention.document in collection.sources
    highlights = [highlight for each in report for highlight in mention_highlights(each)]
    leads_to = data(read=str(number), read_event=event.id)
    return html.Div(
        [
            html.Blockquote(marked(mention.quote.text, mention.quote.start, highlights)),
            html.P([_date_as_told(mention), _told_as(mention, event)], className="told"),
            html.Div(
                [
                    html.Button("Read in the full text", type="button", className="text-button", **leads_to)
                    if readable
                    else None,
                    split_off(event, number) if collection.editable and len(event.reports) > 1 else None,
                    _how(mention),
                ],
                className="report-foot",
            ),
        ],
        className="report",
    )


def _date_as_told(mention: EventMention) -> Any:
    """What the report says of the date, in its words and in ours."""
    date = mention.date
    words = f"“{date.quote.text}”" if date.quote is not None else "no words for the date"
    if date.when is None:
        return html.Span(words)
    return html.Span([words, " → ", html.Strong(date_in_words(date.when))])


def _told_as(mention: EventMention, event: Event) -> Any:
    parts = []
    if mention.status_words is not None:
        parts.append(f" · {mention.status.value}, for it says “{mention.status_words.text}”")
    elif mention.status != event.status:
        parts.append(f" · told here as {mention.status.value}")
    if mention.speaker is not None:
        parts.append(f" · in the words of {mention.speaker.text}")
    return html.Span("".join(parts))


def _how(mention: EventMention) -> Any:
    """How this report's date came about, and how sure that is; unfolded on demand."""
    why = sentence(mention.date.reason)
    first = BASIS_IN_WORDS[mention.date.basis] + (f": {why}" if why else "")
    lines = [first, *map(sentence, mention.reasons)]
    return html.Details(
        [
            html.Summary("How this was read"),
            html.Ul([html.Li(line) for line in lines]),
        ],
        className="how dim",
    )


def _published(source: Source) -> Any:
    """Publisher, author and day, and on demand why that day."""
    published = source.published
    day = f"published {date_in_words(published.when)}" if published.when else "publication date unknown"
    parts = [source.document.publisher, source.document.author, f"{day} ({PUBLISHED_IN_WORDS[published.basis]})"]
    line = " · ".join(part for part in parts if part)
    why = sentence(published.reason)
    if not why:
        return html.Div(line, className="dim")
    return html.Details([html.Summary(line), html.P(why)], className="dim")

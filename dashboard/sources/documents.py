"""The documents of a project as they are listed: what each is, the events that it tells, when it was published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dash import html

from dashboard.attributes import data
from dashboard.wording import PUBLISHED_IN_WORDS, counted_events, published_day
from timeline import Document, PublishedBasis, Source, Timeline, sentence
from timeline.charts import date_in_words

PAGE = 25  # documents on a page
_SHORT = 70  # characters of a reason that is not folded


@dataclass(frozen=True, slots=True)
class Row:
    """A document as it is listed: how many events and main events it tells of; `words` are found by white space."""

    source: Source
    events: int
    main: int
    words: int


def rows(timeline: Timeline) -> list[Row]:
    """All documents: those without a publication date first, as they need a person; then by it.

    >>> rows(Timeline())
    []
    """
    told: Counter[str] = Counter()
    main: Counter[str] = Counter()
    for event in timeline.events:
        names = {mention.document for mention in event.mentions}
        told.update(names)
        main.update(names if event.main else ())
    return [
        Row(source, told[source.document.id], main[source.document.id], len(source.document.text.split()))
        for source in sorted(timeline.sources, key=_order)
    ]


def found(all_rows: Sequence[Row], query: str) -> list[Row]:
    """The documents whose title, publisher, author or id holds every word of a query."""
    words = query.casefold().split()
    return [row for row in all_rows if all(word in _named(row.source.document) for word in words)]


def _order(source: Source) -> tuple[bool, int, str]:
    day = published_day(source)
    return (day is not None, day or 0, source.document.id)


def _named(document: Document) -> str:
    return " ".join(filter(None, (document.title, document.publisher, document.author, document.id))).casefold()


def listed(shown: Sequence[Row], *, total: int, editable: bool) -> Any:
    """A page of documents."""
    if not total:
        return html.P("No documents yet." + " Add some above." * editable, className="hint")
    if not shown:
        return html.P("No document has these words.", className="hint")
    return html.Ul([_row(row, editable=editable) for row in shown], className="documents")


def _row(row: Row, *, editable: bool) -> Any:
    document = row.source.document
    by = " · ".join(part for part in (document.publisher, document.author) if part)
    events = counted_events(row.main, main=row.main < row.events)
    others = f" of {row.events:,}" if row.main < row.events else ""
    show: Any = {"type": "button", "className": "pick", "title": "Show only these"}
    return html.Li(
        [
            html.H3(document.title or document.id),
            html.P(by, className="dim") if by else None,
            _published(row.source),
            html.P(
                [
                    html.Button(events, **show, **data(narrow="sources", value=document.id)) if row.main else events,
                    f"{others} · {row.words:,} word{'s' * (row.words != 1)} · {document.id}",
                ],
                className="dim",
            ),
            html.Div(
                [
                    html.Button(
                        "Set date", type="button", className="button", **data(source_ask="date", source=document.id)
                    ),
                    html.Button(
                        "Remove", type="button", className="button", **data(source_ask="remove", source=document.id)
                    ),
                ],
                className="actions",
            )
            if editable
            else None,
        ]
    )


def _published(source: Source) -> Any:
    """The publication date, how it is known, and why so, folded where that takes many words."""
    published = source.published
    if published.when is None:
        known: list[Any] = [html.Strong("No publication date", className="lacking")]
    else:
        known = [
            f"Published {date_in_words(published.when)} ",
            html.Code(str(published.when), title="the date in EDTF", className="edtf"),
        ]
    how, why = PUBLISHED_IN_WORDS[published.basis], sentence(published.reason)
    how = f"{how[:1].upper()}{how[1:]}" if published.when is not None else "Why"
    reason: Any = None
    if len(why) > _SHORT:
        reason = html.Details([html.Summary(how), html.P(why)], className="dim")
    elif published.when is not None or why:
        reason = html.P(f"{how}{f': {why}' if why else ''}", className="dim")
    return html.Div([html.P(known), reason])


def of_document(source: Source) -> str:
    """A document in one line, as the dialogs name it."""
    document = source.document
    return f"{document.title or document.id}{f', {document.publisher}' if document.publisher else ''}"


def consequences(source: Source, *, ours: bool) -> list[Any]:
    """What it means to remove a document; `ours` where the file is one that was given to this page."""
    stays = (
        "The copy of its file that is kept beside the project is deleted too."
        if ours
        else "Its file stays where it is; building from there again brings it back."
    )
    return [html.Strong(of_document(source)), " and what only it tells leave the timeline. ", stays]


def is_given(source: Source) -> bool:
    """Whether a person set the publication date."""
    return source.published.basis == PublishedBasis.GIVEN

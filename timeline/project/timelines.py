"""The timeline of a project: sources and events as rows of JSON. Reading checks every quote against its text."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from timeline.model import Event, EventMention, Quote, Source, Timeline
from timeline.project.records import adapter
from timeline.project.schema import setting
from timeline.why import CONFIDENCE, DATE, JOIN, REPORTS, SHARES, TEXT, Why

Rows = tuple[str | None, dict[str, str], list[str], list[str]]
"""A timeline as it is stored: its generator (None before the first build), the documents' texts by id, the sources and
the events; all but the texts as JSON."""


def timeline_rows(connection: sqlite3.Connection) -> Rows:
    """The timeline as it is stored."""
    return (
        setting(connection, "generator"),
        dict(connection.execute("SELECT id, text FROM document")),
        [data for (data,) in connection.execute("SELECT data FROM source ORDER BY position")],
        [data for (data,) in connection.execute("SELECT data FROM event ORDER BY position")],
    )


def source_written(source: Source) -> str:
    """A source as JSON, without its text, which the document's row holds."""
    data = adapter(Source).dump_python(source, mode="json", exclude={"document": {"text"}})
    return json.dumps(data, ensure_ascii=False)


def source_read(data: str, texts: Mapping[str, str]) -> Source:
    """A source from its JSON, with its text out of those by document."""
    fields = json.loads(data)
    fields["document"]["text"] = texts[fields["document"]["id"]]
    source: Source = adapter(Source).validate_python(fields)
    return source


def events_read(rows: Sequence[str]) -> tuple[Event, ...]:
    """Events from their rows, read as one list, which is faster than one by one."""
    events: list[Event] = adapter(list[Event]).validate_json(f"[{','.join(rows)}]")
    return tuple(_of_sentences(event) if event.reasons and event.reasons[0].kind == TEXT else event for event in events)


def _of_sentences(event: Event) -> Event:
    """An event as version 0.1 wrote it, with its reasons sorted into their kinds, which then went by their order."""
    date, *others = event.reasons
    between = [Why(JOIN if number else REPORTS, (why,)) for number, why in enumerate(others[:-1])]
    sure = [Why(CONFIDENCE, (why,)) for why in others[-1:]]
    mentions = (
        replace(mention, reasons=(*mention.reasons[:-1], *(Why(SHARES, (why,)) for why in mention.reasons[-1:])))
        for mention in event.mentions
    )
    return replace(event, reasons=(Why(DATE, (date,)), *between, *sure), mentions=tuple(mentions))


def check_quotes(timeline: Timeline) -> None:
    """Raise ValueError for the first quote that is not the slice of its text."""
    texts = {source.document.id: source.document.text for source in timeline.sources}
    held = chain(
        ((source.document.id, quote) for source in timeline.sources for quote in source.published.evidence),
        ((mention.document, quote) for event in timeline for mention in event.mentions for quote in _quotes(mention)),
    )
    for document_id, quote in held:
        if not 0 <= quote.start <= quote.end or texts[document_id][quote.start : quote.end] != quote.text:
            raise ValueError(f"not a quote from {document_id!r}: {quote}")


def _quotes(mention: EventMention) -> Iterator[Quote]:
    """All quotes of a mention."""
    for quote in (mention.quote, mention.trigger, mention.date.quote, mention.status_words, mention.speaker):
        if quote is not None:
            yield quote
    yield from mention.date.evidence
    yield from (participant.quote for participant in mention.participants)
    yield from (place.quote for place in mention.places)

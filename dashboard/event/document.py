"""A source's text with what it tells marked. Text goes to the page as text nodes only, never as HTML."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dash import html

from dashboard.attributes import data
from timeline import Event, EventMention, Source
from timeline.charts import Highlight, date_in_words, mention_highlights, pieces

HERE = "here"  # the id of the marked quote, to which the browser scrolls
_LONGEST = 200_000  # characters of a text that are shown at once, the quote in their middle


def marked(text: str, start: int, highlights: Iterable[Highlight]) -> list[Any]:
    """A text that begins at offset `start` of its document, as strings and `html.Mark`s.

    >>> from timeline import Quote
    >>> marked("They met.", 10, [Highlight(Quote(15, 18, "met"), "trigger")])
    ['They ', Mark(children='met', className='trigger'), '.']
    """
    return [html.Mark(piece, className=kinds) if kinds else piece for piece, kinds in pieces(text, start, highlights)]


def full_text(source: Source, mention: EventMention, told: Sequence[tuple[EventMention, Event]] = ()) -> list[Any]:
    """The text around a quote: the quote with its marks, and before and after it the words that name other events.

    `told` is what the source tells, in the order of its text. Each such word leads to its event. The parts are those
    before the quote, the quote, those after it; a note stands at a cut of a very long text.
    """
    text = source.document.text
    quote = mention.quote
    first = max(0, quote.start - _LONGEST // 2)
    last = min(len(text), quote.end + _LONGEST // 2)
    inside = marked(text[quote.start : quote.end], quote.start, mention_highlights(mention))
    body = [
        *_linked(text, first, quote.start, told),
        html.Span(inside, id=HERE, className="quote"),
        *_linked(text, quote.end, last, told),
    ]
    return [
        *_cut(first, "characters before this are not shown"),
        html.Div(body, className="text-body", **data(document=source.document.id, first=str(first))),
        *_cut(len(text) - last, "characters after this are not shown"),
    ]


def _cut(length: int, words: str) -> list[Any]:
    return [html.P(f"{length:,} {words}.", className="dim")] if length else []


def _linked(text: str, first: int, last: int, told: Iterable[tuple[EventMention, Event]]) -> list[Any]:
    """A stretch of a text; the words that name events in it are marked and lead there."""
    parts: list[Any] = []
    at = first
    for mention, event in sorted(told, key=lambda each: each[0].trigger.start):
        word = mention.trigger
        if word.start < at or word.end > last:
            continue
        parts += [text[at : word.start], _link(mention, event)]
        at = word.end
    return [*(part for part in parts if part != ""), text[at:last]]


def _link(mention: EventMention, event: Event) -> Any:
    """The word that names an event, leading to the event and to this quote."""
    title = f"{date_in_words(event.when, event.extent)}: {event.title or 'Untitled event'}"
    leads_to = data(event=event.id, read=str(event.mentions.index(mention)), read_event=event.id)
    kind = "other" if event.main else "other minor"
    return html.Mark(mention.trigger.text, className=kind, title=title, role="button", tabIndex=0, **leads_to)

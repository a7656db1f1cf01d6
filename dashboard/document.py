"""A source's text with its quotes marked. Text goes to the page as text nodes only, never as HTML."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dash import html

from timeline import EventMention, Source
from timeline.charts import Highlight, mention_highlights, pieces

HERE = "here"  # the id of the marked quote, to which the browser scrolls


def marked(text: str, start: int, highlights: Iterable[Highlight]) -> list[Any]:
    """A text that begins at offset `start` of its document, as strings and `html.Mark`s.

    >>> from timeline import Quote
    >>> marked("They met.", 10, [Highlight(Quote(15, 18, "met"), "trigger")])
    ['They ', Mark(children='met', className='trigger'), '.']
    """
    return [html.Mark(piece, className=kinds) if kinds else piece for piece, kinds in pieces(text, start, highlights)]


def full_text(source: Source, mention: EventMention) -> list[Any]:
    """The whole text with the quote marked, cut in three so that the browser finds the quote."""
    text = source.document.text
    quote = mention.quote
    inside = marked(text[quote.start : quote.end], quote.start, mention_highlights(mention))
    return [text[: quote.start], html.Span(inside, id=HERE, className="quote"), text[quote.end :]]

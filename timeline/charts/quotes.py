"""Quotes with the words that decide them marked, for any kind of page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from timeline.model import EventMention, Quote


@dataclass(frozen=True, slots=True)
class Highlight:
    """A stretch of a document and the kind of its mark, a class of the style sheets."""

    quote: Quote
    kind: str


def mention_highlights(mention: EventMention) -> list[Highlight]:
    """What decides a report: the word that names the event, its date, and the words that give its status."""
    found = [Highlight(mention.trigger, "trigger")]
    if mention.date.quote is not None:
        found.append(Highlight(mention.date.quote, "date"))
    if mention.status_words is not None:
        found.append(Highlight(mention.status_words, "status"))
    return found


def pieces(text: str, start: int, highlights: Iterable[Highlight]) -> list[tuple[str, str]]:
    """A text that begins at offset `start` of its document, cut at the ends of its marks: each piece and its kinds.

    Marks may overlap: a piece gets all kinds that cover it. Joined, the pieces are the text, letter for letter.

    >>> pieces("They met.", 10, [Highlight(Quote(15, 18, "met"), "trigger")])
    [('They ', ''), ('met', 'trigger'), ('.', '')]
    """
    wanted = list(highlights)
    end = start + len(text)
    cuts = {start, end}
    for highlight in wanted:
        cuts |= {min(max(offset, start), end) for offset in (highlight.quote.start, highlight.quote.end)}
    found = []
    for first, last in pairwise(sorted(cuts)):
        kinds = dict.fromkeys(each.kind for each in wanted if each.quote.start <= first and last <= each.quote.end)
        found.append((text[first - start : last - start], " ".join(kinds)))
    return found

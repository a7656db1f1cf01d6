"""Quotes cut into pieces, so that a page can mark the words that matter in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from timeline.model import EventMention, Quote


@dataclass(frozen=True, slots=True)
class Highlight:
    """Words of a document to be marked, and the kind of the mark, which is a class of the style sheets."""

    quote: Quote
    kind: str


def mention_highlights(mention: EventMention) -> list[Highlight]:
    """The words to mark in a report: the one that names the event ("trigger"), its "date", and those of its "status".

    >>> from timeline.model import Basis, DateMention, DateType
    >>> from timeline.why import text
    >>> date = DateMention(Quote(12, 17, "3 May"), DateType.DATE, "XXXX-05-03", None, Basis.INFERRED, text(""))
    >>> mention = EventMention("a", Quote(0, 18, "They met on 3 May."), Quote(5, 8, "met"), date, None, "Meeting")
    >>> [(each.kind, each.quote.text) for each in mention_highlights(mention)]
    [('trigger', 'met'), ('date', '3 May')]
    """
    found = [Highlight(mention.trigger, "trigger")]
    if mention.date.quote is not None:
        found.append(Highlight(mention.date.quote, "date"))
    if mention.status_words is not None:
        found.append(Highlight(mention.status_words, "status"))
    return found


def pieces(text: str, start: int, highlights: Iterable[Highlight]) -> list[tuple[str, str]]:
    """Cut a text at the ends of its marks: each piece, and the kinds of its marks, separated by spaces.

    `start` is the offset (code points) of the text in its document. Marks may overlap: a piece has all kinds that cover
    it, "" where none does. Joined, the pieces are the text.

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

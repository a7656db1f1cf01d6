r"""A text as a reader sees it: without invisible characters.

Web pages and PDFs are full of zero-width spaces, soft hyphens and direction marks, and a reader takes "3\u200b May" for
a date. The stages read the text without these; before anything is passed on, the offsets of each quote are turned back
into those of the document's own text, which is never changed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate

from timeline.model import DateMention, Document, EventMention, Participant, Place, Published, Quote

INVISIBLE = re.compile(
    "["
    "\u00ad"  # soft hyphen
    "\u034f"  # combining grapheme joiner
    "\u061c"  # Arabic letter mark
    "\u115f\u1160\u3164\uffa0"  # Hangul fillers
    "\u17b4\u17b5"  # Khmer inherent vowels
    "\u180b-\u180f"  # Mongolian selectors and separator
    "\u200b-\u200f"  # zero-width space, joiners, direction marks
    "\u202a-\u202e"  # direction embeddings and overrides
    "\u2060-\u206f"  # word joiner, invisible operators, isolates
    "\ufe00-\ufe0f"  # variation selectors
    "\ufeff"  # byte order mark
    "\ufff0-\ufff8"  # unassigned
    "\ufff9-\ufffb"  # interlinear annotation: not ignorable by the standard, and drawn by nothing
    "\U0001bca0-\U0001bca3"  # shorthand controls
    "\U0001d173-\U0001d17a"  # musical controls
    "\U000e0000-\U000e0fff"  # tags, more variation selectors
    "]+"
)
"""The characters with Default_Ignorable_Code_Point in Unicode 15.1 (DerivedCoreProperties.txt), and interlinear
annotation characters."""


def visible(text: str) -> str:
    r"""The text without its invisible characters.

    >>> visible("3\u200b May\u00ad 2021")
    '3 May 2021'
    """
    return INVISIBLE.sub("", text)


@dataclass(frozen=True, slots=True)
class Sight:
    """A document without its invisible characters (`document`), and the way back to the `original`.

    `starts` are the offsets, in the text without them, at which a run of them was left out, ascending; `left_out[i]` is
    the number of code points left out up to and with the run at `starts[i]`.
    """

    document: Document
    original: Document
    starts: tuple[int, ...] = ()
    left_out: tuple[int, ...] = ()

    def quote(self, quote: Quote) -> Quote:
        r"""A quote of the seen text as a quote of the original. It holds the invisible characters inside it, not those
        at its ends.

        >>> sight = see(Document(id="a", text="On 3\u200b May\u200b."))
        >>> sight.quote(Quote(3, 8, "3 May"))
        Quote(start=3, end=9, text='3\u200b May')
        """
        if not self.starts:
            return quote
        start = self._before(quote.start) + quote.start
        end = self._before(quote.end - 1) + quote.end if quote.end > quote.start else start
        return self.original.quote(start, end)

    def date(self, date: DateMention) -> DateMention:
        """A date of the seen text as one of the original."""
        if not self.starts:
            return date
        return replace(date, quote=self._maybe(date.quote), evidence=tuple(map(self.quote, date.evidence)))

    def published(self, published: Published) -> Published:
        """A publication date, the quotes of its evidence turned into those of the original."""
        return replace(published, evidence=tuple(map(self.quote, published.evidence))) if self.starts else published

    def mention(self, mention: EventMention) -> EventMention:
        """A report of the seen text, all its quotes turned into those of the original."""
        if not self.starts:
            return mention
        return replace(
            mention,
            quote=self.quote(mention.quote),
            trigger=self.quote(mention.trigger),
            date=self.date(mention.date),
            status_words=self._maybe(mention.status_words),
            speaker=self._maybe(mention.speaker),
            participants=tuple(Participant(self.quote(p.quote), p.role, p.name) for p in mention.participants),
            places=tuple(Place(self.quote(place.quote), place.name) for place in mention.places),
        )

    def _maybe(self, quote: Quote | None) -> Quote | None:
        return None if quote is None else self.quote(quote)

    def _before(self, offset: int) -> int:
        """The number of code points left out before the character at an offset of the seen text."""
        runs = bisect_right(self.starts, offset)
        return self.left_out[runs - 1] if runs else 0


def see(document: Document) -> Sight:
    """A document without its invisible characters; the document itself where it has none."""
    runs = [match.span() for match in INVISIBLE.finditer(document.text)]
    if not runs:
        return Sight(document, document)
    left_out = tuple(accumulate(end - start for start, end in runs))
    starts = tuple(end - count for (_, end), count in zip(runs, left_out, strict=True))
    return Sight(replace(document, text=visible(document.text)), document, starts, left_out)

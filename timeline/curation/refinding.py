"""Finds a report again in a later build, by what a correction kept of it: its anchor, a `ReportRef`.

In an unchanged text the report is the one with the anchor's trigger; or, where the extractor now chooses another word
of the sentence, the nearest one there with the same date that was not another event's before. In a changed text the
sentence is looked up by its words; where these were edited, the report is the one with the same trigger in the sentence
that is most like the anchor's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, TypeVar

from timeline.curation.corrections import ReportRef
from timeline.model import Document, EventMention, Source

MIN_SHARED_WORDS = 0.5
"""The least share (0 to 1) of all words of two sentences that both have, for one to be the other edited."""

SAME, OVERLAPPING, APART = range(3)
"""How a trigger lies to an anchor's: at the same offsets, overlapping, or apart. How a date's words compare with an
anchor's: the same, one within the other, or different."""

T = TypeVar("T")
"""What a report belongs to: an event, or an event under correction."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an anchor's words are in a text now, all in code points.

    `start` and `end` are those of its trigger, `sentence` and `sentence_end` those of its sentence; `moved` is by how
    much the sentence moved.
    """

    document: Document
    start: int
    end: int
    sentence: int
    sentence_end: int
    moved: int


class Texts:
    """The documents of a collection, found by an anchor's digest of the text, or its document's id."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._documents = {source.document.id: source.document for source in sources}
        self._digests: dict[str, str] = {}
        self._spots: dict[ReportRef, Spot | None] = {}

    def digest(self, document_id: str) -> str:
        """The SHA-256 of a document's text, by the document's id."""
        if document_id not in self._digests:
            self._digests[document_id] = self._documents[document_id].sha256
        return self._digests[document_id]

    def text(self, document_id: str) -> str:
        """A document's text, by the document's id."""
        return self._documents[document_id].text

    def document(self, anchor: ReportRef) -> Document | None:
        """The document with an anchor's text, else the one with its id, whose text has changed; None without either."""
        own = self._documents.get(anchor.document)
        if own is not None and self.digest(own.id) == anchor.sha256:
            return own
        return self._by_digest.get(anchor.sha256, own)

    def spot(self, anchor: ReportRef) -> Spot | None:
        """Where an anchor's words are now; None where its sentence is gone. Of several such sentences the nearest."""
        if anchor not in self._spots:
            self._spots[anchor] = self._look_up(anchor)
        return self._spots[anchor]

    def missing(self, anchor: ReportRef) -> str:
        """Why there is no report at an anchor, in words."""
        document = self.document(anchor)
        if document is None:
            return f"its document {anchor.document!r} is not in the collection"
        if self.spot(anchor) is None:
            return f"its words are no longer in {document.id!r}: ‘{_short(anchor.quote)}’"
        return f"no event is found at ‘{anchor.text}’ any more: ‘{_short(anchor.quote)}’"

    @cached_property
    def _by_digest(self) -> dict[str, Document]:
        """By the digest of each text, the document with the smallest id of those that have it."""
        return {self.digest(id_): self._documents[id_] for id_ in sorted(self._documents, reverse=True)}

    def _look_up(self, anchor: ReportRef) -> Spot | None:
        """As `spot`, which keeps the results."""
        document = self.document(anchor)
        if document is None:
            return None
        if self.digest(document.id) == anchor.sha256:
            end = anchor.sentence + len(anchor.quote)
            # A log may come from elsewhere: what it says of a text is not taken for what the text says.
            if anchor.sentence < 0 or document.text[anchor.sentence : end] != anchor.quote:
                return None
            return Spot(document, anchor.start, anchor.end, anchor.sentence, end, 0)
        offset = anchor.start - anchor.sentence
        parts = (anchor.quote[:offset], anchor.text, anchor.quote[offset + len(anchor.text) :])
        if not anchor.text or "".join(parts) != anchor.quote:
            return None
        found = re.finditer("({})({})({})".format(*map(_any_space, parts)), document.text)
        nearest = min(found, key=lambda match: (abs(match.start() - anchor.sentence), match.start()), default=None)
        if nearest is None:
            return None
        return Spot(document, *nearest.span(2), *nearest.span(), nearest.start() - anchor.sentence)


@dataclass(slots=True, eq=False)
class Report(Generic[T]):
    """A mention, and what it belongs to now: its home."""

    mention: EventMention
    home: T


@dataclass(slots=True)
class _Shelf(Generic[T]):
    """The reports of one document, found by an offset (code points) in their sentence, or by their trigger.

    They are sorted when they are first asked for; `starts` are then the offsets of their sentences, `longest` the
    length of the longest of these.
    """

    reports: list[Report[T]] = field(default_factory=list)
    is_sorted: bool = False
    starts: list[int] = field(default_factory=list)
    longest: int = 0
    by_trigger: dict[str, list[Report[T]]] = field(default_factory=dict)

    def put(self, report: Report[T]) -> None:
        """Add a report."""
        if not self.is_sorted:
            self.reports.append(report)
            return
        quote = report.mention.quote
        index = bisect_right(self.starts, quote.start)
        self.starts.insert(index, quote.start)
        self.reports.insert(index, report)
        self._note(report)

    def at(self, offset: int) -> Iterator[Report[T]]:
        """The reports whose sentence holds an offset, from the last sentence to the first."""
        self._sort()
        for i in range(bisect_right(self.starts, offset) - 1, -1, -1):
            if self.starts[i] + self.longest <= offset:
                return
            if offset < self.reports[i].mention.quote.end:
                yield self.reports[i]

    def named(self, trigger: str) -> Sequence[Report[T]]:
        """The reports with a trigger, whatever its case."""
        self._sort()
        return self.by_trigger.get(trigger.casefold(), ())

    def _sort(self) -> None:
        if self.is_sorted:
            return
        self.reports.sort(key=lambda report: (report.mention.quote, report.mention.trigger))
        self.starts = [report.mention.quote.start for report in self.reports]
        for report in self.reports:
            self._note(report)
        self.is_sorted = True

    def _note(self, report: Report[T]) -> None:
        quote, trigger = report.mention.quote, report.mention.trigger
        self.longest = max(self.longest, quote.end - quote.start)
        self.by_trigger.setdefault(trigger.text.casefold(), []).append(report)


class Reports(Generic[T]):
    """The reports of a timeline, to be found by an anchor."""

    def __init__(self, texts: Texts, reports: Iterable[Report[T]]) -> None:
        self._texts = texts
        self._shelves: defaultdict[str, _Shelf[T]] = defaultdict(_Shelf)
        for report in reports:
            self.put(report)

    def put(self, report: Report[T]) -> None:
        """Add a report."""
        self._shelves[report.mention.document].put(report)

    def find(self, anchor: ReportRef, prefer: Callable[[T], bool]) -> Report[T] | None:
        """The report that an anchor means; None where none can be it.

        Of two with the same words, as where a person added two events by them, it is one whose home is preferred.
        """
        spot = self._texts.spot(anchor)
        if spot is None:
            return self._edited(anchor)
        beside = {at + spot.moved for at in anchor.beside}
        best: tuple[tuple[int, int, bool, int, int], Report[T]] | None = None
        for report in self._shelves[spot.document.id].at(spot.start):
            trigger = report.mention.trigger
            words, date = _trigger_match(report.mention, spot), _date_match(report.mention, anchor)
            taken = trigger.start in beside
            if (taken and (words != SAME or date == APART)) or (words == APART and date == APART):
                continue
            rank = (words, date, not prefer(report.home), abs(trigger.start - spot.start), trigger.start)
            if best is None or rank < best[0]:
                best = rank, report
        return best[1] if best else None

    def _edited(self, anchor: ReportRef) -> Report[T] | None:
        """The report with the anchor's trigger in the sentence of its document that is most like the anchor's.

        None where no sentence shares `MIN_SHARED_WORDS` with it.
        """
        document = self._texts.document(anchor)
        if document is None:
            return None
        words = frozenset(anchor.quote.casefold().split())
        alike = (
            (_likeness(words, report.mention.quote.text), -abs(report.mention.trigger.start - anchor.start), -i, report)
            for i, report in enumerate(self._shelves[document.id].named(anchor.text))
        )
        best = max(alike, key=lambda one: one[:3], default=None)
        return best[3] if best is not None and best[0] >= MIN_SHARED_WORDS else None


def _trigger_match(mention: EventMention, spot: Spot) -> int:
    """How a report's trigger lies to that of an anchor: SAME, OVERLAPPING or APART."""
    trigger = mention.trigger
    if (trigger.start, trigger.end) == (spot.start, spot.end):
        return SAME
    return OVERLAPPING if trigger.start < spot.end and spot.start < trigger.end else APART


def _date_match(mention: EventMention, anchor: ReportRef) -> int:
    """How the words of a report's date compare with an anchor's: SAME, OVERLAPPING ("3 May", "on 3 May") or APART."""
    here = " ".join(mention.date.quote.text.split()) if mention.date.quote else ""
    there = " ".join(anchor.date.split())
    if here == there:
        return SAME
    return OVERLAPPING if here and there and (here in there or there in here) else APART


def _likeness(words: frozenset[str], quote: str) -> float:
    """The share (0 to 1) of all words of two sentences that both have (Jaccard)."""
    others = frozenset(quote.casefold().split())
    return len(words & others) / max(1, len(words | others))


def _any_space(words: str) -> str:
    """A regular expression for some words with any white space between them, as where lines were wrapped anew."""
    return r"\s+".join(re.escape(part) for part in re.split(r"\s+", words))


def _short(words: str, most: int = 80) -> str:
    """Words on one line, cut to `most` code points with an ellipsis."""
    words = " ".join(words.split())
    return words if len(words) <= most else words[: most - 1] + "…"

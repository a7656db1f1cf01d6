"""When was each document of a collection published? What one document knows dates another.

Documents whose date is given, stated or shown by their own captions come first. The others are worked out from them in
rounds, each only from dates that are complete in a text and from documents settled in an earlier round; so no document
bears itself out by way of another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from timeline.dates import Candidate, Reading, resolve
from timeline.dates.published import Link, calendar_of, infer, known
from timeline.events import Draft
from timeline.language import is_english
from timeline.merging.compare import Rarity
from timeline.merging.consensus import DatedDocument, agreed
from timeline.merging.links import DraftLink, links
from timeline.merging.matter import Matter, matters
from timeline.model import DateMention, Document, Published, PublishedBasis
from timeline.timespan import Day, TimeSpan

ROUNDS = 4
"""Documents farther than this from one with a date of its own stay as they are."""

MAX_LINK_DAYS = 366
"""A date vaguer than this dates no other document."""

MAX_RATIO = 31
"""A date elsewhere may be so many times as long as what it is to date: a day's month, a month's years."""

MAX_YEARLESS_DAYS = 31
"""The longest date elsewhere that says of which year a day or month without a year is."""

SETTLED_DAYS = 62
"""A document whose publication is known to such a span dates others, and needs no more dating itself."""

REFERENCE_DAYS = 366
"""A wider span of publication, or one with an open end, is no day to count from."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """A document with what was found in it alone. `reading` forces how it tells time; None lets the text decide."""

    document: Document
    candidates: tuple[Candidate, ...]
    drafts: tuple[Draft, ...]
    reading: Reading | None = None


def publication_dates(analyses: Sequence[Analysis], *, date_order: str | None = None) -> dict[str, Published]:
    """When each document was published, by its id. `analyses` come in an order that does not depend on the files'."""
    by_id = {one.document.id: one for one in analyses}
    result = {one.document.id: alone(one, date_order=date_order) for one in analyses}
    settled = {id_ for id_, published in result.items() if _is_settled(published)}
    if len(settled) == len(result):
        return result
    rarity = Rarity.of([draft for one in analyses for draft in one.drafts])
    about = matters({one.document.id: one.document.text for one in analyses})
    links_before: dict[str, list[Link]] = {}
    for _ in range(ROUNDS):
        placed = {id_: dates_of(one, result[id_], date_order=date_order) for id_, one in by_id.items()}
        links_of = _links_of(analyses, settled, about, rarity)
        dated = _dated(analyses, about, settled, placed)
        found = {}
        for id_, one in by_id.items():
            if id_ in settled:
                continue
            ties = [
                *_links(one, links_of[id_], placed, date_order),
                *agreed(one.drafts, one.candidates, about[id_], dated),
            ]
            if ties != links_before.get(id_, []):  # else nothing is new since the round before
                found[id_] = infer(one.document, one.candidates, ties, date_order=date_order, reading=one.reading)
            links_before[id_] = ties
        new = {id_ for id_, published in found.items() if _is_settled(published)}
        result.update(found)
        settled |= new
        if not new:
            break
    return result


def alone(one: Analysis, *, date_order: str | None = None) -> Published:
    """When a document was published, as far as it shows by itself."""
    date_order = date_order or _usual_order(one.document)
    stated = known(one.document, one.candidates, date_order=date_order)
    if stated is not None:
        return stated
    return infer(one.document, one.candidates, date_order=date_order, reading=one.reading)


def dates_of(one: Analysis, published: Published, *, date_order: str | None = None) -> tuple[DateMention, ...]:
    """The dates of a document. A publication date that is open or wider than a year is no day to count from."""
    when = published.when
    reference = when if when is not None and when.length is not None and when.length <= REFERENCE_DAYS else None
    date_order = date_order or _usual_order(one.document)
    return resolve(one.document.text, one.candidates, published=reference, reading=one.reading, date_order=date_order)


def _usual_order(document: Document) -> str | None:
    """How dates in figures are written in the document's language: month first is American alone."""
    return None if is_english(document.language) else "DMY"


def _is_settled(published: Published) -> bool:
    if published.basis == PublishedBasis.UNKNOWN or published.when is None or published.when.length is None:
        return False
    return published.basis != PublishedBasis.INFERRED or published.when.length <= SETTLED_DAYS


def _dated(
    analyses: Sequence[Analysis],
    about: Mapping[str, Matter],
    settled: Collection[str],
    placed: Mapping[str, tuple[DateMention, ...]],
) -> dict[str, DatedDocument]:
    """The settled documents with their dates."""
    found = {}
    for one in analyses:
        id_ = one.document.id
        if id_ in settled:
            reports = tuple((d, placed[id_][d.candidate]) for d in one.drafts if d.candidate is not None)
            found[id_] = DatedDocument(about[id_], reports)
    return found


def _links_of(
    analyses: Sequence[Analysis], settled: Collection[str], about: Mapping[str, Matter], rarity: Rarity
) -> dict[str, list[DraftLink]]:
    """For each document without a date of its own, what its drafts share with drafts whose date is known.

    Known are dates that are complete in the text, and those of settled documents about the same matter.
    """
    waiting, known_ones = [], []
    for one in analyses:
        for draft in one.drafts:
            if draft.candidate is None:
                continue
            complete = one.candidates[draft.candidate].is_complete
            if complete or one.document.id in settled:
                known_ones.append(draft)
            if not complete and one.document.id not in settled:
                waiting.append(draft)
    found: defaultdict[str, list[DraftLink]] = defaultdict(list)
    for link in links(waiting, known_ones, rarity):
        here, there = link.here.document, link.there.document
        if here == there or about[here].is_that_of(about[there]):
            found[here].append(link)
    return found


def _links(
    one: Analysis,
    found: Iterable[DraftLink],
    placed: Mapping[str, tuple[DateMention, ...]],
    date_order: str | None,
) -> Iterable[Link]:
    """The dates of a document that tell of an event which is dated elsewhere, or in full in the document itself."""
    lengths: dict[tuple[int, int], int | None] = {}
    for link in found:
        here, there = link.here.candidate, link.there.candidate
        when = placed[link.there.document][there].when if there is not None else None
        if here is None or when is None or when.length is None:
            continue
        day = when.first.ordinal if when.first is not None else 0
        if (here, day) not in lengths:
            lengths[here, day] = _length_about(one, here, when, date_order)
        length = lengths[here, day]
        if _is_yearless(one.candidates[here]) and (
            link.there.document == one.document.id or when.length > MAX_YEARLESS_DAYS
        ):
            continue  # "in February" is not dated by a year told elsewhere, nor by another date of the same text
        if length is not None and when.length <= min(MAX_LINK_DAYS, MAX_RATIO * length):
            yield Link(here, when, link.there.document, link.event)


def _is_yearless(candidate: Candidate) -> bool:
    """Whether an expression names a day or month without its year: "27 July", "in February"."""
    calendar = calendar_of(candidate.content)
    return calendar is not None and calendar.year is None and calendar.month is not None


def _length_about(one: Analysis, candidate: int, when: TimeSpan, date_order: str | None) -> int | None:
    """How many days a candidate would name in a text written soon after a date."""
    reference = TimeSpan.on((when.last or when.first or Day(2000, 1, 1)).plus(1))
    read = resolve(one.document.text, one.candidates, published=reference, reading=one.reading, date_order=date_order)
    span = read[candidate].when
    return span.length if span is not None else None

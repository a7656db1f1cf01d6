"""When was each document of a collection published? What one document knows dates another.

Documents whose date is given, stated or shown by their own captions come first. The others are worked out from them in
rounds, each only from dates that are complete in a text and from documents settled in an earlier round; so no document
bears itself out by way of another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from timeline.dates import Candidate, resolve
from timeline.dates.published import Link, infer, known
from timeline.events import Draft
from timeline.merging.compare import Rarity
from timeline.merging.links import DraftLink, links
from timeline.model import DateMention, Document, Published, PublishedBasis
from timeline.timespan import Day, TimeSpan

ROUNDS = 4
"""Documents farther than this from one with a date of its own stay as they are."""

MAX_LINK_DAYS = 366
"""A date vaguer than this dates no other document."""

MAX_RATIO = 31
"""A date elsewhere may be so many times as long as what it is to date: a day's month, a month's years."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """A document with what was found in it alone."""

    document: Document
    candidates: tuple[Candidate, ...]
    drafts: tuple[Draft, ...]


def publication_dates(analyses: Sequence[Analysis], *, date_order: str | None = None) -> dict[str, Published]:
    """When each document was published, by its id. `analyses` come in an order that does not depend on the files'."""
    by_id = {one.document.id: one for one in analyses}
    result = {one.document.id: alone(one, date_order=date_order) for one in analyses}
    settled = {id_ for id_, published in result.items() if _is_settled(published)}
    if len(settled) == len(result):
        return result
    rarity = Rarity.of([draft for one in analyses for draft in one.drafts])
    for _ in range(ROUNDS):
        placed = {id_: dates_of(one, result[id_], date_order=date_order) for id_, one in by_id.items()}
        links_of = _links_of(analyses, settled, rarity)
        found = {
            id_: infer(
                one.document,
                one.candidates,
                list(_links(one, links_of[id_], placed, date_order)),
                date_order=date_order,
            )
            for id_, one in by_id.items()
            if id_ not in settled
        }
        new = {id_ for id_, published in found.items() if _is_settled(published)}
        result.update(found)
        settled |= new
        if not new:
            break
    return result


def alone(one: Analysis, *, date_order: str | None = None) -> Published:
    """When a document was published, as far as it shows by itself."""
    stated = known(one.document, one.candidates, date_order=date_order)
    return stated if stated is not None else infer(one.document, one.candidates, date_order=date_order)


def dates_of(one: Analysis, published: Published, *, date_order: str | None = None) -> tuple[DateMention, ...]:
    """The dates of a document. A publication date with an open end is no day to count from."""
    reference = published.when if published.when is not None and not published.when.is_open else None
    return resolve(one.document.text, one.candidates, published=reference, date_order=date_order)


def _is_settled(published: Published) -> bool:
    return published.basis != PublishedBasis.UNKNOWN and published.when is not None and not published.when.is_open


def _links_of(analyses: Sequence[Analysis], settled: set[str], rarity: Rarity) -> dict[str, list[DraftLink]]:
    """For each document without a date of its own, what its drafts share with drafts whose date is known.

    Known are dates that are complete in the text, and those of settled documents.
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
        found[link.here.document].append(link)
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
        if length is not None and when.length <= min(MAX_LINK_DAYS, MAX_RATIO * length):
            yield Link(here, when, link.there.document, link.event)


def _length_about(one: Analysis, candidate: int, when: TimeSpan, date_order: str | None) -> int | None:
    """How many days a candidate would name in a text written soon after a date."""
    reference = TimeSpan.on((when.last or when.first or Day(2000, 1, 1)).plus(1))
    span = resolve(one.document.text, one.candidates, published=reference, date_order=date_order)[candidate].when
    return span.length if span is not None else None

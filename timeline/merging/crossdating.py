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
    links_of = _by_document(links([draft for one in analyses for draft in one.drafts]))
    for _ in range(ROUNDS):
        placed = {id_: dates_of(one, result[id_], date_order=date_order) for id_, one in by_id.items()}
        found = {
            id_: infer(
                one.document,
                one.candidates,
                list(_links(one, links_of[id_], by_id, placed, settled, date_order)),
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


def _by_document(found: Iterable[DraftLink]) -> dict[str, list[tuple[Draft, Draft, str]]]:
    """The links of each document, its own draft first."""
    links_of: defaultdict[str, list[tuple[Draft, Draft, str]]] = defaultdict(list)
    for link in found:
        for here, there in ((link.first, link.second), (link.second, link.first)):
            links_of[here.document].append((here, there, link.event))
    return links_of


def _links(
    one: Analysis,
    found: Iterable[tuple[Draft, Draft, str]],
    by_id: Mapping[str, Analysis],
    placed: Mapping[str, tuple[DateMention, ...]],
    settled: set[str],
    date_order: str | None,
) -> Iterable[Link]:
    """The dates of a document that tell of an event which is dated elsewhere, or in full in the document itself."""
    lengths: dict[tuple[int, int], int | None] = {}
    for here, there, event in found:
        if here.candidate is None or there.candidate is None or one.candidates[here.candidate].is_complete:
            continue
        when = placed[there.document][there.candidate].when
        complete = by_id[there.document].candidates[there.candidate].is_complete
        if when is None or when.length is None or not (complete or there.document in settled):
            continue
        if there.document == one.document.id and not complete:
            continue
        day = when.first.ordinal if when.first is not None else 0
        if (here.candidate, day) not in lengths:
            lengths[here.candidate, day] = _length_about(one, here.candidate, when, date_order)
        length = lengths[here.candidate, day]
        if length is not None and when.length <= min(MAX_LINK_DAYS, MAX_RATIO * length):
            yield Link(here.candidate, when, there.document, event)


def _length_about(one: Analysis, candidate: int, when: TimeSpan, date_order: str | None) -> int | None:
    """How many days a candidate would name in a text written soon after a date."""
    reference = TimeSpan.on((when.last or when.first or Day(2000, 1, 1)).plus(1))
    span = resolve(one.document.text, one.candidates, published=reference, date_order=date_order)[candidate].when
    return span.length if span is not None else None

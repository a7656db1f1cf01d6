"""When was each document of a collection published? What one document knows dates another.

Documents whose date is given, stated or shown by their own captions come first. The others are worked out from them in
rounds, each only from dates that are complete in a text and from documents settled in an earlier round; so no document
bears itself out by way of another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline.dates import Candidate, resolve
from timeline.dating.consensus import Known, agreed, dated
from timeline.dating.likeness import Rarity
from timeline.dating.links import DraftLink, Kept, links
from timeline.dating.matter import Matter, matters
from timeline.dating.published import MAX_DATES, DateLink, Undated, calendar_of, known
from timeline.dating.readings import Readings
from timeline.errors import Stage
from timeline.events import Draft
from timeline.guard import guarded
from timeline.language import is_english
from timeline.model import DateMention, Document, Genre, Published, PublishedBasis
from timeline.timespan import TimeSpan

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
    """A document with what was found in it alone. `genre` forces how it tells time; None lets the text decide."""

    document: Document
    candidates: tuple[Candidate, ...]
    drafts: tuple[Draft, ...]
    genre: Genre | None = None


@dataclass(frozen=True, slots=True)
class ByItself:
    """When a document was published as far as it shows by itself; `text` goes on from there where it is not stated."""

    published: Published
    text: Undated | None = None


def by_itself(one: Analysis, *, date_order: str | None = None) -> ByItself:
    """When a document was published, as far as it shows by itself. Raises DocumentError where that fails."""
    date_order = date_order or usual_order(one.document)
    with guarded(one.document.id, Stage.DATING):
        stated = known(one.document, one.candidates, date_order=date_order)
        if stated is not None:
            return ByItself(stated)
        text = Undated(one.document, one.candidates, date_order=date_order, genre=one.genre)
        return ByItself(text.published(), text)


def publication_dates(
    analyses: Sequence[Analysis],
    begun: Mapping[str, ByItself] | None = None,
    *,
    date_order: str | None = None,
) -> dict[str, Published]:
    """When each document was published, by its id. `analyses` come in an order that does not depend on the files'.

    `begun` is what each says by itself, if that is known already. Raises DocumentError for the first document that
    something fails on.
    """
    begun = begun or {one.document.id: by_itself(one, date_order=date_order) for one in analyses}
    result = {one.document.id: begun[one.document.id].published for one in analyses}
    settled = {id_ for id_, published in result.items() if _is_settled(published)}
    if len(settled) == len(result):
        return result
    rarity = Rarity.of([draft for one in analyses for draft in one.drafts])
    about = matters({one.document.id: one.document.text for one in analyses})
    placed = {one.document.id: dates_of(one, result[one.document.id], date_order=date_order) for one in analyses}
    kept: Kept = {}
    links_before: dict[str, list[DateLink]] = {}
    for _ in range(ROUNDS):
        links_of = _links_of(analyses, settled, about, rarity, kept)
        others = Known(
            {
                one.document.id: dated(about[one.document.id], _reports(one, placed[one.document.id]))
                for one in analyses
                if one.document.id in settled
            }
        )
        found = {}
        for one in analyses:
            id_ = one.document.id
            text = begun[id_].text
            if id_ in settled or text is None:
                continue
            with guarded(id_, Stage.DATING):
                ties = [
                    *_links(one, links_of[id_], placed, text.readings),
                    *agreed(one.drafts, one.candidates, about[id_], others),
                ]
                if ties != links_before.get(id_, []):  # else nothing is new since the round before
                    found[id_] = text.published(ties)
            links_before[id_] = ties
        changed = {id_ for id_, published in found.items() if published.when != result[id_].when}
        result.update(found)
        placed |= {
            one.document.id: dates_of(one, result[one.document.id], date_order=date_order)
            for one in analyses
            if one.document.id in changed
        }
        new = {id_ for id_, published in found.items() if _is_settled(published)}
        settled |= new
        if not new:
            break
    return result


def dates_of(one: Analysis, published: Published, *, date_order: str | None = None) -> tuple[DateMention, ...]:
    """The dates of a document. A publication date that is open or wider than a year is no day to count from.

    Raises DocumentError where that fails.
    """
    date_order = date_order or usual_order(one.document)
    text = one.document.text
    with guarded(one.document.id, Stage.DATING):
        return resolve(text, one.candidates, published=reference(published), genre=one.genre, date_order=date_order)


def reference(published: Published) -> TimeSpan | None:
    """The span of publication that dates count from; None where it is open or longer than `REFERENCE_DAYS`."""
    when = published.when
    return when if when is not None and when.length is not None and when.length <= REFERENCE_DAYS else None


def usual_order(document: Document) -> str | None:
    """How dates in figures are written in the document's language: month first is American alone."""
    return None if is_english(document.language) else "DMY"


def _is_settled(published: Published) -> bool:
    if published.basis == PublishedBasis.UNKNOWN or published.when is None or published.when.length is None:
        return False
    return published.basis != PublishedBasis.INFERRED or published.when.length <= SETTLED_DAYS


def _reports(one: Analysis, placed: Sequence[DateMention]) -> Iterator[tuple[Draft, DateMention]]:
    """The drafts of a document that have a date, with it."""
    return ((draft, placed[draft.candidate]) for draft in one.drafts if draft.candidate is not None)


def _links_of(
    analyses: Sequence[Analysis], settled: Collection[str], about: Mapping[str, Matter], rarity: Rarity, kept: Kept
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
    for link in links(waiting, known_ones, rarity, kept):
        here, there = link.here.document, link.there.document
        if here == there or about[here].is_that_of(about[there]):
            found[here].append(link)
    return found


def _links(
    one: Analysis, found: Iterable[DraftLink], placed: Mapping[str, tuple[DateMention, ...]], readings: Readings
) -> Iterable[DateLink]:
    """The dates of a document that tell of an event which is dated elsewhere, or in full in the document itself.

    A date with more links than can say which is meant (`MAX_DATES`) gets no more of them.
    """
    dates: defaultdict[int, set[TimeSpan]] = defaultdict(set)
    for link in found:
        here, there = link.here.candidate, link.there.candidate
        when = placed[link.there.document][there].when if there is not None else None
        if here is None or when is None or when.length is None or len(dates[here]) > MAX_DATES:
            continue
        if _is_yearless(one.candidates[here]) and (
            link.there.document == one.document.id or when.length > MAX_YEARLESS_DAYS
        ):
            continue  # "in February" is not dated by a year told elsewhere, nor by another date of the same text
        length = readings.length(here, when.sort_key[1] + 1)  # as told soon after
        if length is not None and when.length <= min(MAX_LINK_DAYS, MAX_RATIO * length):
            dates[here].add(when)
            yield DateLink(here, when, link.there.document, link.event)


def _is_yearless(candidate: Candidate) -> bool:
    """Whether an expression names a day or month without its year: "27 July", "in February"."""
    calendar = calendar_of(candidate.content)
    return calendar is not None and calendar.year is None and calendar.month is not None

"""When was each document of a collection published? The dates of one document tell the publication date of another.

A document is settled once its publication date is known to `SETTLED_DAYS` days: given, stated, shown by its own text,
or worked out here. The others are worked out in rounds, from dates that a text writes out in full and from documents
settled in an earlier round; so no document confirms its own date by way of another.
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

DATING_ROUNDS = 4
"""The longest chain of documents that date each other: one that is more steps than this away from a document with a
date of its own keeps what it shows by itself."""

MAX_LINK_DAYS = 366
"""Only dates of at most this many days date another document."""

MAX_RATIO = 31
"""The most times that a date elsewhere may be as long as the date that it tells about: a month can tell about a day in
it, a year about a month."""

MAX_YEARLESS_DAYS = 31
"""The longest date elsewhere, in days, from which a day or month told without a year takes its year."""

SETTLED_DAYS = 62
"""The widest span of publication, in days, of a document that is settled: it dates others and is dated no further."""

REFERENCE_DAYS = 366
"""The widest span of publication, in days, that expressions such as "last month" are counted from."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """A document with what was found in it alone: its date expressions and its drafts, each in the order of the text.

    `genre` forces how it tells time; None lets the text decide.
    """

    document: Document
    candidates: tuple[Candidate, ...]
    drafts: tuple[Draft, ...]
    genre: Genre | None = None


@dataclass(frozen=True, slots=True)
class ByItself:
    """When a document was published, by the document alone.

    `text` is what its words say about it, to which other documents can add; None where the date is stated or given.
    """

    published: Published
    text: Undated | None = None


def by_itself(one: Analysis, *, date_order: str | None = None) -> ByItself:
    """When a document was published, by the document alone.

    `date_order` is "DMY" or "MDY"; None lets the text decide. Raises DocumentError where it cannot be worked on.

    >>> from timeline.dates import find
    >>> document = Document(id="a", text="It closed on Monday.", published=TimeSpan.day(2021, 5, 4))
    >>> one = Analysis(document, find(document.text), ())
    >>> str(by_itself(one).published.when)
    '2021-05-04'
    """
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
    """When each document of a collection was published, by its id.

    Args:
        analyses: the documents, in an order that does not depend on that of the files.
        begun: the results of `by_itself` by the document's id; None works them out.
        date_order: "DMY" or "MDY"; None lets each text decide.

    Raises:
        DocumentError: the first document that cannot be worked on.

    >>> from timeline.dates import find
    >>> document = Document(id="a", text="It closed on Monday.", published=TimeSpan.day(2021, 5, 4))
    >>> one = Analysis(document, find(document.text), ())
    >>> {id_: str(published.when) for id_, published in publication_dates([one]).items()}
    {'a': '2021-05-04'}

    """
    begun = begun or {one.document.id: by_itself(one, date_order=date_order) for one in analyses}
    result = {one.document.id: begun[one.document.id].published for one in analyses}
    settled = {id_ for id_, published in result.items() if _is_settled(published)}
    if len(settled) == len(result):
        return result
    rarity = Rarity.of([draft for one in analyses for draft in one.drafts])
    about = matters({one.document.id: one.document.text for one in analyses})
    by_id = {one.document.id: one for one in analyses}
    placed = {id_: dates_of(one, result[id_], date_order=date_order) for id_, one in by_id.items()}
    kept: Kept = {}
    links_before: dict[str, list[DateLink]] = {}
    for _ in range(DATING_ROUNDS):
        links_of = _links_of(analyses, settled, about, rarity, kept)
        others = Known({i: dated(about[i], _reports(by_id[i], placed[i])) for i in by_id if i in settled})
        found = {}
        for id_, one in by_id.items():
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
        placed |= {i: dates_of(one, result[i], date_order=date_order) for i, one in by_id.items() if i in changed}
        new = {id_ for id_, published in found.items() if _is_settled(published)}
        settled |= new
        if not new:
            break
    return result


def dates_of(one: Analysis, published: Published, *, date_order: str | None = None) -> tuple[DateMention, ...]:
    """The dates of a document that was published at a known time, one `DateMention` for each candidate, in order.

    A publication date that is open or wider than `REFERENCE_DAYS` is not counted from: what needs it has no days then.
    Raises DocumentError where the document cannot be worked on.

    >>> from timeline.dates import find
    >>> document = Document(id="a", text="It closed on Monday.", published=TimeSpan.day(2021, 5, 4))
    >>> one = Analysis(document, find(document.text), ())
    >>> [str(mention.when) for mention in dates_of(one, by_itself(one).published)]
    ['2021-05-03']
    """
    date_order = date_order or usual_order(one.document)
    text = one.document.text
    with guarded(one.document.id, Stage.DATING):
        return resolve(text, one.candidates, published=reference(published), genre=one.genre, date_order=date_order)


def reference(published: Published) -> TimeSpan | None:
    """The span of publication that dates count from; None where it is open or longer than `REFERENCE_DAYS`."""
    when = published.when
    return when if when is not None and when.is_at_most(REFERENCE_DAYS) else None


def usual_order(document: Document) -> str | None:
    """The order of day and month in the figures of a document that is not in English: "DMY", since only American usage
    puts the month first. None in English, where the text decides.
    """
    return None if is_english(document.language) else "DMY"


def _is_settled(published: Published) -> bool:
    """Whether a document's publication date is known well enough to date others by it."""
    if published.basis == PublishedBasis.UNKNOWN or published.when is None or published.when.is_open:
        return False
    return published.basis != PublishedBasis.INFERRED or published.when.is_at_most(SETTLED_DAYS)


def _reports(one: Analysis, placed: Sequence[DateMention]) -> Iterator[tuple[Draft, DateMention]]:
    """The drafts of a document that have a date, each with that date; `placed` are the dates of its candidates."""
    return ((draft, placed[draft.candidate]) for draft in one.drafts if draft.candidate is not None)


def _links_of(
    analyses: Sequence[Analysis], settled: Collection[str], about: Mapping[str, Matter], rarity: Rarity, kept: Kept
) -> dict[str, list[DraftLink]]:
    """For each document that is not settled, by its id, the links of its drafts to drafts whose date is known.

    Known are dates written out in full, and all dates of settled documents about the same matter.
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
    """What the links of a document's drafts (`found`) say of its dates: the days that each would have by its event.

    `placed` are the dates of all documents by their ids. A date that could be on more than `MAX_DATES` days gets no
    further links, since nothing would tell which is meant.
    """
    dates: defaultdict[int, set[TimeSpan]] = defaultdict(set)
    for link in found:
        here, there = link.here.candidate, link.there.candidate
        when = placed[link.there.document][there].when if there is not None else None
        if here is None or when is None or when.is_open or len(dates[here]) > MAX_DATES:
            continue
        if _is_yearless(one.candidates[here]) and (
            link.there.document == one.document.id or when.is_longer_than(MAX_YEARLESS_DAYS)
        ):
            continue  # "in February" is not dated by a year told elsewhere, nor by another date of the same text
        length = readings.length(here, when.sort_key[1] + 1)  # as told on the day after
        if length is not None and when.is_at_most(min(MAX_LINK_DAYS, MAX_RATIO * length)):
            dates[here].add(when)
            yield DateLink(here, when, link.there.document, link.event)


def _is_yearless(candidate: Candidate) -> bool:
    """Whether an expression names a day or month without its year: "27 July", "in February"."""
    calendar = calendar_of(candidate.content)
    return calendar is not None and calendar.year is None and calendar.month is not None

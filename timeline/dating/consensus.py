"""The year of an event by several documents: "the withdrawal this year", where others date the withdrawal to one year.

Weaker evidence than `links`: the reports need share no party, only the word that names the event. So it is used only
among documents about the same matter, only for a whole year, and only where at least `MIN_DOCUMENTS` of them give that
year and none gives another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline.dates import Candidate
from timeline.dates.content import Origin, Shift, Unit
from timeline.dating.likeness import LIKE_WORDS, word_likeness
from timeline.dating.links import first_of
from timeline.dating.matter import Matter
from timeline.dating.published import DateLink
from timeline.events import Draft
from timeline.model import DateMention
from timeline.timespan import TimeSpan

MIN_DOCUMENTS = 2
"""The least number of other documents that must give the year."""

MAX_DOCUMENTS_ASKED = 200
"""The most documents that one is compared with; those that share its rarest names come first."""


@dataclass(frozen=True, slots=True)
class DatedDocument:
    """A document whose dates are known.

    `matter` is what it is about; `years` are pairs of a concept (lemma/POS) and the year in which the document dates an
    event of that name.
    """

    matter: Matter
    years: frozenset[tuple[str, int]]


def dated(matter: Matter, reports: Iterable[tuple[Draft, DateMention]]) -> DatedDocument:
    """A document's years, from its reports with their dates.

    Only reports with a single concept count: a "withdrawal", but not a "withdrawal deal", which is another event.
    """
    years = set()
    for draft, date in reports:
        first, last = (date.when.first, date.when.last) if date.when is not None else (None, None)
        within_a_year = first is not None and last is not None and first.year == last.year
        if len(draft.concepts) == 1 and draft.phase != "start" and first is not None and within_a_year:
            years.add((draft.concepts[0], first.year))
    return DatedDocument(matter, frozenset(years))


class Known:
    """The documents of a collection whose dates are known, by their ids; found by the names that they share."""

    def __init__(self, documents: Mapping[str, DatedDocument]) -> None:
        self._documents = documents
        self._holders: defaultdict[str, list[str]] = defaultdict(list)
        for id_ in sorted(documents):
            for word in documents[id_].matter.weights:
                self._holders[word].append(id_)

    def about(self, matter: Matter) -> list[tuple[str, DatedDocument]]:
        """The documents about a matter, with their ids and in order of these.

        At most `MAX_DOCUMENTS_ASKED` are looked at: those that share its rarest names.
        """
        rarest_first = sorted(matter.weights, key=lambda word: (-matter.weights[word], word))
        asked = first_of((id_ for word in rarest_first for id_ in self._holders.get(word, ())), MAX_DOCUMENTS_ASKED)
        near = [(id_, self._documents[id_]) for id_ in sorted(asked)]
        return [(id_, document) for id_, document in near if matter.is_that_of(document.matter)]


def agreed(here: Sequence[Draft], candidates: Sequence[Candidate], matter: Matter, known: Known) -> Iterator[DateLink]:
    """Links that date the "this year" and "last year" of a document by the year that other documents agree on.

    `here` are the drafts of the document, `candidates` its dates, `matter` is what it is about; `known` are the others.
    """
    waiting = [(d, d.candidate) for d in here if d.candidate is not None and _is_year(candidates[d.candidate])]
    if not waiting:
        return
    near = known.about(matter)
    for draft, index in waiting:
        for concept in draft.concepts:
            found = _years(concept, near)
            if len(found) != 1:
                continue
            (year, documents), *_ = found.items()
            if len(documents) >= MIN_DOCUMENTS:
                yield DateLink(index, TimeSpan.year(year), _listed(documents), f"the ‘{concept.partition('/')[0]}’")


def _is_year(candidate: Candidate) -> bool:
    """Whether an expression names a year from the day of writing: "last year", but not "a year ago"."""
    content = candidate.content
    is_period = isinstance(content, Shift) and content.origin == Origin.PUBLICATION and not content.counted
    return is_period and isinstance(content, Shift) and content.unit == Unit.YEAR


def _years(concept: str, others: Sequence[tuple[str, DatedDocument]]) -> dict[int, list[str]]:
    """The years to which documents date what a concept names, each with the ids of these documents."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for id_, document in others:
        for year in {y for named, y in document.years if word_likeness(concept, named) >= LIKE_WORDS}:
            found[year].append(id_)
    return dict(found)


def _listed(documents: Sequence[str]) -> str:
    """Documents in words: "a", "a and b", "a, b and c"."""
    return " and ".join([", ".join(documents[:-1]), documents[-1]] if len(documents) > 1 else documents)

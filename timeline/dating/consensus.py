"""What several documents agree on: "the withdrawal this year" where all others tell of the withdrawal in one year.

A looser tie than that of `links`: the reports need share no party, only the word that names the event. So it holds only
among documents about the same matter, only for a whole year, and only where several of them say the same and none of
them anything else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline.dates import Candidate
from timeline.dates.content import Origin, Shift, Unit
from timeline.dating.likeness import word_likeness
from timeline.dating.links import first_of
from timeline.dating.matter import Matter
from timeline.dating.published import DateLink
from timeline.events import Draft
from timeline.model import DateMention
from timeline.timespan import TimeSpan

MIN_LIKENESS = 0.85
"""How alike the words for the event must be: the same, or derived from each other."""

MIN_DOCUMENTS = 2
"""So many other documents must agree."""


MAX_ASKED = 200
"""So many other documents are asked, those that share the rarest names first."""


@dataclass(frozen=True, slots=True)
class DatedDocument:
    """A document whose dates are known: what it is about, and the years in which it places what some word names."""

    matter: Matter
    years: frozenset[tuple[str, int]]


def dated(matter: Matter, reports: Iterable[tuple[Draft, DateMention]]) -> DatedDocument:
    """A document by its reports with their dates.

    Only reports count that a word itself names, not such as it describes: a "withdrawal", not a "withdrawal deal".
    """
    years = set()
    for draft, date in reports:
        first, last = (date.when.first, date.when.last) if date.when is not None else (None, None)
        within_a_year = first is not None and last is not None and first.year == last.year
        if len(draft.concepts) == 1 and draft.phase != "start" and first is not None and within_a_year:
            years.add((draft.concepts[0], first.year))
    return DatedDocument(matter, frozenset(years))


class Known:
    """The documents of a collection whose dates are known, to be found by what they are about."""

    def __init__(self, documents: Mapping[str, DatedDocument]) -> None:
        self._documents = documents
        self._holders: defaultdict[str, list[str]] = defaultdict(list)
        for id_ in sorted(documents):
            for word in documents[id_].matter.weights:
                self._holders[word].append(id_)

    def about(self, matter: Matter) -> list[tuple[str, DatedDocument]]:
        """The documents about a matter with their ids, in order of these; of those that share its rarest names."""
        rarest_first = sorted(matter.weights, key=lambda word: (-matter.weights[word], word))
        asked = first_of((id_ for word in rarest_first for id_ in self._holders.get(word, ())), MAX_ASKED)
        near = [(id_, self._documents[id_]) for id_ in sorted(asked)]
        return [(id_, document) for id_, document in near if matter.is_that_of(document.matter)]


def agreed(here: Sequence[Draft], candidates: Sequence[Candidate], matter: Matter, known: Known) -> Iterator[DateLink]:
    """Links for the "this year", "last year" of a document, from what other documents agree on.

    `here` are the drafts of the document, `matter` is what it is about; `known` are the others.
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
    """The years in which documents place what a word names, with these documents."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for id_, document in others:
        for year in {y for named, y in document.years if word_likeness(concept, named) >= MIN_LIKENESS}:
            found[year].append(id_)
    return dict(found)


def _listed(documents: Sequence[str]) -> str:
    return " and ".join([", ".join(documents[:-1]), documents[-1]] if len(documents) > 1 else documents)

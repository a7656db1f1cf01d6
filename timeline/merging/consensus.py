"""What several documents agree on: "the withdrawal this year" where all others tell of the withdrawal in one year.

A looser tie than that of `links`: the reports need share no party, only the word that names the event. So it holds only
among documents about the same matter, only for a whole year, and only where several of them say the same and none of
them anything else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline.dates import Candidate
from timeline.dates.content import Origin, Shift, Unit
from timeline.dates.published import Link
from timeline.events import Draft
from timeline.merging.compare import word_likeness
from timeline.merging.matter import Matter
from timeline.model import DateMention
from timeline.timespan import TimeSpan

MIN_LIKENESS = 0.85
"""How alike the words for the event must be: the same, or derived from each other."""

MIN_DOCUMENTS = 2
"""So many other documents must agree."""


@dataclass(frozen=True, slots=True)
class DatedDocument:
    """A document whose dates are known: what it is about, and its reports with their dates."""

    matter: Matter
    reports: tuple[tuple[Draft, DateMention], ...]


def agreed(
    here: Sequence[Draft], candidates: Sequence[Candidate], matter: Matter, others: Mapping[str, DatedDocument]
) -> Iterator[Link]:
    """Links for the "this year", "last year" of a document, from what other documents agree on.

    `here` are the drafts of the document, `matter` is what it is about; `others` are by their documents' ids.
    """
    waiting = [(d, d.candidate) for d in here if d.candidate is not None and _is_year(candidates[d.candidate])]
    if not waiting:
        return
    near = [(id_, others[id_]) for id_ in sorted(others) if matter.is_that_of(others[id_].matter)]
    for draft, index in waiting:
        for concept in draft.concepts:
            found = _years(concept, near)
            if len(found) != 1:
                continue
            (year, documents), *_ = found.items()
            if len(documents) >= MIN_DOCUMENTS:
                yield Link(index, TimeSpan.year(year), _listed(documents), f"the ‘{concept.partition('/')[0]}’")


def _is_year(candidate: Candidate) -> bool:
    """Whether an expression names a year from the day of writing: "last year", but not "a year ago"."""
    content = candidate.content
    is_period = isinstance(content, Shift) and content.origin == Origin.PUBLICATION and not content.counted
    return is_period and isinstance(content, Shift) and content.unit == Unit.YEAR


def _years(concept: str, others: Sequence[tuple[str, DatedDocument]]) -> dict[int, list[str]]:
    """The years in which documents place what a word names, with these documents.

    Only reports count that the word itself names, not such as it describes: a "withdrawal", not a "withdrawal deal".
    """
    found: defaultdict[int, list[str]] = defaultdict(list)
    for id_, dated in others:
        for draft, date in dated.reports:
            if len(draft.concepts) != 1 or draft.phase == "start" or date.when is None:
                continue
            first, last = date.when.first, date.when.last
            if first is None or last is None or first.year != last.year:
                continue
            if word_likeness(concept, draft.concepts[0]) >= MIN_LIKENESS and id_ not in found[first.year]:
                found[first.year].append(id_)
    return {year: documents for year, documents in found.items() if documents}


def _listed(documents: Sequence[str]) -> str:
    return " and ".join([", ".join(documents[:-1]), documents[-1]] if len(documents) > 1 else documents)

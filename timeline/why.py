"""Reasons as records: why a date, a publication date or an event is what it is.

The stages pass these on and read their fields; a sentence is made of them by `timeline.why_words`, where one is shown.
So the wording of a reason can change and no result with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import Any, NamedTuple

TEXT = "text"
"""The kind of a reason that is known as a sentence alone: its one part."""

DATE, REPORTS, JOIN, CONFIDENCE, CORRECTION = "date", "reports", "join", "confidence", "correction"
"""The kinds of an event's reasons, each around one that says more: for its date, how many reports are one event, what
joined one of them to another, how sure the event is, and what a person made of it."""

SHARES = "shares"
"""The kind of reason of a report's confidence: its parts are the parts of this."""


class CountsFrom(StrEnum):
    """What the days of an expression are counted from."""

    NOTHING = ""
    PUBLICATION = "publication"  # of its document
    TOLD_LAST = "told last"  # the date told last before it
    BESIDE = "beside"  # the date named beside it
    AWAITED = "awaited"  # the publication date of its document, which is not known: the date is open only for that


class Why(NamedTuple):
    """A reason: the rule or step that gives it, and what fills the fields of its sentence.

    `kind` is a key of `timeline.why_words.WORDINGS`, which names the fields that `parts` fill, in this order: words of
    a text, dates in EDTF, numbers, or a reason within this one. `counts_from` is what its date counts from.
    """

    kind: str
    parts: tuple[str | int | float | Why, ...] = ()
    counts_from: CountsFrom = CountsFrom.NOTHING

    def all(self) -> Iterator[Why]:
        """Give this reason and those within it.

        >>> [why.kind for why in Why("worked-out", (Why("written-out", ("3 May 2021",)),)).all()]
        ['worked-out', 'written-out']
        """
        yield self
        for part in self.parts:
            if isinstance(part, Why):
                yield from part.all()

    def is_of(self, kind: str) -> bool:
        """Whether this reason, or one within it, is of a kind."""
        return any(why.kind == kind for why in self.all())

    def rests_on(self, reference: CountsFrom) -> bool:
        """Whether this reason, or one within it, counts from something."""
        return any(why.counts_from == reference for why in self.all())

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        """How pydantic writes and reads a reason, as `as_json` and `from_json` do."""
        from pydantic_core import core_schema  # a fifth of a second to import, and few commands read JSON

        writing = core_schema.plain_serializer_function_ser_schema(as_json)
        return core_schema.no_info_plain_validator_function(from_json, serialization=writing)


_PARTS = frozenset({str, int, float, Why})


def as_json(why: Why) -> list[Any]:
    """A reason as a list for JSON: its kind, what it counts from, and its parts.

    >>> as_json(Why("read-from", ("last year", "2021-05-06"), CountsFrom.PUBLICATION))
    ['read-from', 'publication', 'last year', '2021-05-06']
    """
    parts = (as_json(part) if isinstance(part, Why) else part for part in why.parts)
    return [why.kind, why.counts_from.value, *parts]


def from_json(value: Any) -> Why:
    """A reason from the list that `as_json` made; a string, as version 0.1 wrote them, is one of the kind `TEXT`.

    Raises ValueError for all else.

    >>> from_json(["worked-out", "", ["written-out", "", "3 May 2021"]]).parts[0].kind
    'written-out'
    """
    if isinstance(value, list) and len(value) >= 2 and isinstance(value[0], str) and isinstance(value[1], str):
        parts = [from_json(part) if isinstance(part, list) else part for part in value[2:]]
        if _PARTS.issuperset(map(type, parts)):
            return _shared(value[0], value[1], *parts)
    if isinstance(value, str):
        return text(value)
    if isinstance(value, Why):
        return value
    raise ValueError(f"not a reason: {value!r}")


@lru_cache(maxsize=4096, typed=True)
def _shared(kind: str, counts_from: str, *parts: str | int | float | Why) -> Why:
    """A reason; equal ones are one object, as the reports of a project repeat a few of them."""
    return Why(kind, parts, CountsFrom(counts_from))


def text(said: str) -> Why:
    """A reason that is known as a sentence alone.

    >>> text("as the register has it")
    Why(kind='text', parts=('as the register has it',), counts_from=<CountsFrom.NOTHING: ''>)
    """
    return Why(TEXT, (said,))

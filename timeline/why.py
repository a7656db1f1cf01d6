"""Reasons as records: why a date, a publication date or an event is as it is.

The stages pass these on and read their fields. `timeline.why_words` makes sentences of them where they are shown, so
that rewording a sentence changes no result.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import Any, NamedTuple

TEXT = "text"
"""The kind of a reason that is only known as a sentence, which is its one part."""

DATE, REPORTS, JOIN, CONFIDENCE, CORRECTION = "date", "reports", "join", "confidence", "correction"
"""The kinds of an event's reasons, each with one part, a further reason: for its date; for the number of its reports;
for what joined two of these; for its confidence; and for what a person corrected."""

SHARES = "shares"
"""The kind of the reason for a report's confidence, whose parts are reasons for the parts of that."""


class CountsFrom(StrEnum):
    """What the days of an expression of time count from."""

    NOTHING = ""
    PUBLICATION = "publication"  # the publication date of its document
    HEADING = "heading"  # the date of the heading or entry that it stands under
    TOLD_LAST = "told last"  # the last date before it in the text
    BESIDE = "beside"  # a date beside it
    AWAITED = "awaited"  # the publication date of its document, which is unknown, so that the date has no days


class Why(NamedTuple):
    """A reason: its kind, and the parts that fill the fields of its sentence.

    `kind` is a key of `timeline.why_words.WORDINGS`, whose sentences have fields for `parts` in this order: words of a
    text, dates in EDTF, numbers, or further reasons. `counts_from` is what the date that it explains counts from.

    >>> Why("written-out", ("3 May 2021",)).kind
    'written-out'
    """

    kind: str
    parts: tuple[str | int | float | Why, ...] = ()
    counts_from: CountsFrom = CountsFrom.NOTHING

    def all(self) -> Iterator[Why]:
        """The reason itself, then those among its parts and their parts.

        >>> [why.kind for why in Why("worked-out", (Why("written-out", ("3 May 2021",)),)).all()]
        ['worked-out', 'written-out']
        """
        yield self
        for part in self.parts:
            if isinstance(part, Why):
                yield from part.all()

    def is_of(self, kind: str) -> bool:
        """Whether this reason, or one inside it, is of a kind.

        >>> Why("worked-out", (Why("written-out", ("3 May 2021",)),)).is_of("written-out")
        True
        """
        return any(why.kind == kind for why in self.all())

    def rests_on(self, reference: CountsFrom) -> bool:
        """Whether this reason, or one inside it, counts from a reference.

        >>> Why("read-from", ("last year", "2021-05-06"), CountsFrom.PUBLICATION).rests_on(CountsFrom.PUBLICATION)
        True
        """
        return any(why.counts_from == reference for why in self.all())

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        """Tell pydantic to write and read a reason by `as_json` and `from_json`."""
        from pydantic_core import core_schema  # a fifth of a second to import, and few commands read JSON

        writing = core_schema.plain_serializer_function_ser_schema(as_json)
        return core_schema.no_info_plain_validator_function(from_json, serialization=writing)


_PARTS = frozenset({str, int, float, Why})


def as_json(why: Why) -> list[Any]:
    """A reason as a list for JSON: its kind, what it counts from, then its parts.

    >>> as_json(Why("read-from", ("last year", "2021-05-06"), CountsFrom.PUBLICATION))
    ['read-from', 'publication', 'last year', '2021-05-06']
    """
    parts = (as_json(part) if isinstance(part, Why) else part for part in why.parts)
    return [why.kind, why.counts_from.value, *parts]


def from_json(value: Any) -> Why:
    """A reason from the list that `as_json` made; from a string, which version 0.1 wrote, one of the kind `TEXT`.

    Raises ValueError for anything else.

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
    """A reason; equal ones are one object, since many reports of a project have the same."""
    return Why(kind, parts, CountsFrom(counts_from))


def text(said: str) -> Why:
    """A reason that is only known as a sentence.

    >>> text("as the register has it")
    Why(kind='text', parts=('as the register has it',), counts_from=<CountsFrom.NOTHING: ''>)
    """
    return Why(TEXT, (said,))

"""Which events are looked at: what a person searches for and narrows down to."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, fields, replace
from math import isfinite
from typing import Any, Self

from timeline import Basis, Status


class _Anything:
    def __contains__(self, _: object) -> bool:
        return True


# The fields that list values, and which values there are.
_KNOWN: dict[str, Container[str]] = {
    "statuses": frozenset(status.value for status in Status),
    "sources": _Anything(),
    "participants": _Anything(),
    "places": _Anything(),
    "bases": frozenset(basis.value for basis in Basis),
}

# What `events` can ask for; "" is the main events, and all that a search finds.
_REACHES = ("", "main", "all")

_WORD = re.compile(r'"([^"]+)"|([^\s"]+)')  # in double quotes, what stands together


@dataclass(frozen=True, slots=True)
class Filters:
    """What an event must have to be shown; nothing is asked where a field is empty.

    An event has one value of each field that names some, and every word of `query`. `confidence` is the least, from 0
    to 1. `events` is "all" for all events, "main" for the main ones alone, "" for the main ones and all that a search
    finds.
    """

    query: str = ""
    statuses: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    confidence: float = 0.0
    events: str = ""

    def __bool__(self) -> bool:
        """Whether anything is asked of the events, be they the main ones or all.

        >>> bool(Filters()), bool(Filters(query=" ")), bool(Filters(statuses=("planned",))), bool(Filters(events="all"))
        (False, False, True, False)
        """
        return self.without("query").without("events") != Filters() or bool(self.words)

    @property
    def takes_all(self) -> bool:
        """Whether all events are taken; else the main ones alone.

        >>> Filters().takes_all, Filters(query="mill").takes_all, Filters(query="mill", events="main").takes_all
        (False, True, False)
        """
        return self.events == "all" or (not self.events and bool(self.words))

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the query, in no case; words in double quotes stand together.

        >>> Filters(query='Old  MILL "burned  down"').words
        ('old', 'mill', 'burned down')
        """
        found = (" ".join((phrase or word).split()) for phrase, word in _WORD.findall(self.query.casefold()))
        return tuple(dict.fromkeys(word for word in found if word))

    def without(self, name: str) -> Filters:
        """The same, but for one field, which then asks nothing.

        >>> Filters(query="mill", sources=("a",)).without("sources")
        Filters(query='mill', statuses=(), sources=(), participants=(), places=(), bases=(), confidence=0.0, events='')
        """
        return Filters(**{key: value for key, value in self.data().items() if key != name})

    def toggled(self, name: str, value: str) -> Filters:
        """The same with a value of a field asked for, or no longer where it was; no value asks nothing of the field.

        >>> Filters().toggled("places", "Ulm").places, Filters(places=("Ulm",)).toggled("places", "Ulm").places
        (('Ulm',), ())
        >>> Filters().toggled("confidence", "0.7").confidence, Filters().toggled("odd", "x") == Filters()
        (0.7, True)
        >>> Filters().toggled("events", "all").events, Filters(query="mill").toggled("events", "all").events
        ('all', '')
        """
        if not value:
            return self.without(name)
        if name in _KNOWN:
            known: tuple[str, ...] = getattr(self, name)
            values = tuple(each for each in known if each != value) if value in known else (*known, value)
            return Filters.of({**self.data(), name: values})
        if name == "events":
            return Filters.of({**self.data(), name: "" if (value == "all") == bool(self.words) else value})
        if name == "confidence":
            asked = Filters.of({"confidence": _number(value)}).confidence
            return Filters.of({**self.data(), name: 0.0 if asked == self.confidence else asked})
        return self

    def data(self) -> dict[str, Any]:
        """The fields that ask something, as a page's store holds them.

        >>> Filters(statuses=("planned",)).data()
        {'statuses': ('planned',)}
        """
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: value for name, value in values.items() if value}

    @classmethod
    def of(cls, data: Mapping[str, Any] | None) -> Self:
        """The filters of a page's store; what is no filter is left out, and "main" where nothing is searched for.

        >>> Filters.of({"statuses": ["planned"], "query": None, "odd": 1}).statuses
        ('planned',)
        """
        data = data or {}
        confidence = data.get("confidence")
        events = data.get("events")
        lists = {name: _known(data.get(name), known) for name, known in _KNOWN.items()}
        found = cls(
            query=str(data.get("query") or ""),
            confidence=min(max(float(confidence), 0.0), 1.0)
            if isinstance(confidence, int | float) and isfinite(confidence)
            else 0.0,
            events=events if isinstance(events, str) and events in _REACHES else "",
            **lists,
        )
        return found if found.words or found.events == "all" else replace(found, events="")


def _known(values: Any, known: Container[str]) -> tuple[str, ...]:
    """Each value once, of those that there are."""
    if not isinstance(values, list | tuple):
        return ()
    return tuple(dict.fromkeys(value for value in values if isinstance(value, str) and value and value in known))


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


NO_FILTERS = Filters()

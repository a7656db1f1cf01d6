"""Facets: which events have which values of a field, and how many of them a choice would leave."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Self, TypeAlias

import numpy as np
from numpy.typing import NDArray

from timeline.charts import Flags

Rows: TypeAlias = NDArray[np.intp]
"""Rows of events in a collection, each an index from 0."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet: what stands for it, what it is called, how many events have it, whether it is asked for."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True, eq=False)
class Facet:
    """Pairs of an event's row and the number of a value that it has: no step over them is a loop in Python.

    `values` and `labels` are in the order of the labels, so that equal counts stand in it.
    """

    values: tuple[str, ...]
    labels: tuple[str, ...]
    rows: Rows
    codes: NDArray[np.intp]
    events: int

    @classmethod
    def of(cls, values: Iterable[Iterable[str]], label: Callable[[str], str] = str) -> Self:
        """Build it from the values of each event.

        >>> Facet.of([["Ulm", "Bern"], [], ["Ulm"]]).values
        ('Bern', 'Ulm')
        """
        numbers: dict[str, int] = {}
        rows, codes, events = [], [], 0
        for row, each in enumerate(values):
            events += 1
            for value in dict.fromkeys(each):
                rows.append(row)
                codes.append(numbers.setdefault(value, len(numbers)))
        found = list(numbers)
        order = sorted(range(len(found)), key=lambda number: (label(found[number]).casefold(), found[number]))
        rank = np.empty(len(order), dtype=np.intp)
        rank[order] = np.arange(len(order))
        return cls(
            values=tuple(found[number] for number in order),
            labels=tuple(label(found[number]) for number in order),
            rows=np.array(rows, dtype=np.intp),
            codes=rank[np.array(codes, dtype=np.intp)],
            events=events,
        )

    def having(self, values: Iterable[str]) -> Flags:
        """Which events have one of the values.

        >>> Facet.of([["Ulm", "Bern"], [], ["Ulm"]]).having(["Ulm"]).tolist()
        [True, False, True]
        """
        wanted = frozenset(values)
        asked = np.fromiter((value in wanted for value in self.values), dtype=np.bool_, count=len(self.values))
        found = np.zeros(self.events, dtype=np.bool_)
        found[self.rows[asked[self.codes]]] = True
        return found

    def counts(self, among: Flags) -> NDArray[np.intp]:
        """How many of some events have each value.

        >>> Facet.of([["Ulm", "Bern"], [], ["Ulm"]]).counts(np.array([True, True, True])).tolist()
        [1, 2]
        """
        return np.bincount(self.codes[among[self.rows]], minlength=len(self.values))

    def label(self, value: str) -> str:
        """What a value is called; itself where no event has it."""
        number = self._number(value)
        return value if number is None else self.labels[number]

    def choices(
        self, among: Flags, *, chosen: Iterable[str] = (), words: str = "", most: int = 10
    ) -> tuple[list[Choice], int]:
        """What can be chosen, and how many more there are: what is chosen first, then the commonest.

        `among` are the events that all other filters leave; `words` must stand in the label.

        >>> facet = Facet.of([["Ulm", "Bern"], [], ["Ulm"]])
        >>> found, more = facet.choices(np.array([True, True, True]), most=1)
        >>> [(choice.label, choice.count) for choice in found], more
        ([('Ulm', 2)], 1)
        """
        asked = tuple(chosen)
        counts = self.counts(among)
        offered = counts > 0
        offered[[number for value in asked if (number := self._number(value)) is not None]] = False
        if sought := words.casefold().strip():
            held = (sought in label.casefold() for label in self.labels)
            offered &= np.fromiter(held, dtype=np.bool_, count=len(self.labels))
        order = np.argsort(-counts, kind="stable")
        order = order[offered[order]]
        found = [self._choice(value, counts, chosen=True) for value in asked]
        found += [self._choice(self.values[number], counts, chosen=False) for number in order[:most].tolist()]
        return found, max(len(order) - most, 0)

    def _number(self, value: str) -> int | None:
        return self.values.index(value) if value in self.values else None

    def _choice(self, value: str, counts: NDArray[np.intp], *, chosen: bool) -> Choice:
        number = self._number(value)
        return Choice(value, self.label(value), 0 if number is None else int(counts[number]), chosen)

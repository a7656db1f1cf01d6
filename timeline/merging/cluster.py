"""Group reports into events: average linkage, so that one likeness does not chain everything together.

Reports that say the same in the same words are one from the start. Two groups join when their reports are alike on
the whole and all their dates have a day in common. Which reports are compared is chosen by their words and days; where
more than `CROWD` of them share both, each is compared with `MOST_PARTNERS` others. So the work grows with the number of
reports and not with that of their pairs.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import heappop, heappush
from itertools import chain, islice
from typing import NamedTuple

from timeline.dating.likeness import Rarity, like_concepts, party_words, reach
from timeline.merging.compare import JOIN, compare, conflicting, fixed_days, possible_days, supported
from timeline.merging.frames import names_told
from timeline.model import EventMention
from timeline.timespan import TimeSpan

MIN_SHARED = 0.45
"""Words less alike than this are not compared further."""

MAX_SHORT_DAYS = 31
"""A span longer than this, shared with another, makes no event without a party that is shared, too."""

ON_THE_WHOLE = 0.5
"""Two groups join when the mean likeness of their reports reaches this."""

ALL_DAYS = (-sys.maxsize, sys.maxsize)
"""First and last day, as ordinals, of a report without a date in the search of pairs."""

CROWD = 64
"""So many reports of one word that can be of one day are all compared with each other: 2,016 pairs."""

MOST_PARTNERS = 24
"""A report that finds a larger crowd before it is compared with so many of it: those that share its rarest words, and,
with what is left or for a quarter of them at least, those told right before it."""

REPRESENTATIVES = 24
"""Of a large group so many reports are compared with another group's."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two reports, by their indices, that were taken for one event, and how alike they are."""

    first: int
    second: int
    score: float


@dataclass(frozen=True, slots=True)
class Group:
    """The reports of one event by their indices, and the links that joined them, strongest first."""

    members: tuple[int, ...]
    links: tuple[Link, ...]


def cluster(mentions: Sequence[EventMention], stories: Mapping[str, str] | None = None) -> tuple[Group, ...]:
    """Group reports; each is in exactly one group. `mentions` come in an order that does not depend on the files'.

    `stories` are those that the documents tell, by the documents' ids (see `timeline.merging.stories`).
    """
    rarity = Rarity.of(mentions, stories)
    alike = _alike(mentions, rarity)
    first_of = [members[0] for members in alike]
    clusters = _Clusters(mentions, first_of, rarity)
    for link in sorted(_links(mentions, first_of, rarity), key=lambda k: (-k.score, k.first, k.second)):
        clusters.join(link)
    return tuple(_group(mentions, rarity, alike, clusters, key) for key in clusters.in_order())


def _alike(mentions: Sequence[EventMention], rarity: Rarity) -> list[list[int]]:
    """Reports that agree in all that is compared, if that makes them one event; in order of their first."""
    by_content: defaultdict[object, list[int]] = defaultdict(list)
    for i, m in enumerate(mentions):
        alone = compare(m, m, rarity) < JOIN or not supported(m, m, rarity)
        # What is enough to be one event inside a document need not be enough across documents.
        elsewhere = replace(m, document="")
        everywhere = compare(m, elsewhere, rarity) >= JOIN and supported(m, elsewhere, rarity)
        where = "" if everywhere else m.document
        content = (where, m.concepts, party_words(m) or names_told(m), m.when, m.extent, m.status, m.phase)
        by_content[i if alone else content].append(i)
    return sorted(by_content.values())


def _group(
    mentions: Sequence[EventMention], rarity: Rarity, alike: list[list[int]], clusters: _Clusters, key: int
) -> Group:
    members: list[int] = []
    links = list(clusters.links[key])
    for node in clusters.nodes[key]:
        first, *others = alike[node]
        members += alike[node]
        links += [Link(first, other, compare(mentions[first], mentions[other], rarity)) for other in others]
    return Group(tuple(sorted(members)), tuple(links))


class _Clusters:
    """The groups while they grow. A node is the first of some reports that are alike; a group is known by its first."""

    def __init__(self, mentions: Sequence[EventMention], first_of: Sequence[int], rarity: Rarity) -> None:
        self._mentions = mentions
        self._rarity = rarity
        self._known: dict[tuple[int, int], float] = {}
        self._home = {first: node for node, first in enumerate(first_of)}
        self._first_of = first_of
        self._common = {node: fixed_days(mentions[first]) for node, first in enumerate(first_of)}
        self.nodes = {node: [node] for node in range(len(first_of))}
        self.links: defaultdict[int, list[Link]] = defaultdict(list)

    def in_order(self) -> list[int]:
        """The groups, in order of their first reports."""
        return sorted(self.nodes)

    def join(self, link: Link) -> None:
        """Make the groups of two reports one, if all of both fit together."""
        a, b = sorted((self._home[link.first], self._home[link.second]))
        if a == b:
            self.links[a].append(link)
            return
        self._known[link.first, link.second] = link.score
        ours, theirs = self._common[a], self._common[b]
        common = ours.intersection(theirs) if ours is not None and theirs is not None else ours or theirs
        apart = ours is not None and theirs is not None and common is None
        if apart or not self._alike_on_the_whole(self.nodes[a], self.nodes[b]):
            return
        for node in self.nodes[b]:
            self._home[self._first_of[node]] = a
        self.nodes[a] = sorted((*self.nodes[a], *self.nodes.pop(b)))
        self.links[a] += [*self.links.pop(b, []), link]
        self._common[a] = common

    def _alike_on_the_whole(self, ours: Sequence[int], theirs: Sequence[int]) -> bool:
        total, pairs = 0.0, 0
        for ours_one in ours[:REPRESENTATIVES]:
            for theirs_one in theirs[:REPRESENTATIVES]:
                i, j = sorted((self._first_of[ours_one], self._first_of[theirs_one]))
                if (i, j) not in self._known:
                    self._known[i, j] = compare(self._mentions[i], self._mentions[j], self._rarity)
                if self._known[i, j] == 0.0 and conflicting(self._mentions[i], self._mentions[j], self._rarity):
                    return False
                total += self._known[i, j]
                pairs += 1
        return total / pairs >= ON_THE_WHOLE


def _links(mentions: Sequence[EventMention], first_of: Sequence[int], rarity: Rarity) -> Iterator[Link]:
    """The pairs worth joining. Only reports with like words and common days are compared."""
    for i, j in _candidates(mentions, first_of, rarity):
        score = compare(mentions[i], mentions[j], rarity)
        if score >= JOIN and supported(mentions[i], mentions[j], rarity):
            yield Link(i, j, score)


def _candidates(mentions: Sequence[EventMention], first_of: Sequence[int], rarity: Rarity) -> Iterator[tuple[int, int]]:
    """Pairs of indices, the smaller first, whose words are alike and whose spans overlap; each once.

    Where a span is long, an agreement in time says too little without a shared party (see the weights in `compare`), so
    such pairs are looked for party by party. In one story all that can be of one day are looked at, those without a
    date included.
    """
    told: defaultdict[str, defaultdict[str, list[_Entry]]] = defaultdict(lambda: defaultdict(list))
    blocks: defaultdict[str, _Block] = defaultdict(_Block)
    for i in first_of:
        span = _reach(mentions[i])
        days = possible_days(mentions[i])
        words = party_words(mentions[i])
        entry = _Entry(*(days.sort_key if days is not None else ALL_DAYS), i, words)
        certain = _Entry(*span.sort_key, i, words) if span is not None else None
        for concept in dict.fromkeys(mentions[i].concepts):
            told[concept][rarity.story(mentions[i])].append(entry)
            if span is not None and certain is not None:
                blocks[concept].add(certain, span)
    seen: set[int] = set()  # pairs as one number each
    for one, other in like_concepts(told, told, least=MIN_SHARED):
        if other < one:
            continue
        in_story = (
            pair
            for story in sorted(told[one].keys() & told[other].keys())
            for pair in _overlapping(told[one][story], told[other][story])
        )
        for i, j in chain(in_story, blocks[one].pairs(blocks[other])):
            first, second = min(i, j), max(i, j)
            pair = first * len(mentions) + second
            if i != j and pair not in seen:
                seen.add(pair)
                yield first, second


class _Entry(NamedTuple):
    """A report in a sweep over time: first and last day as ordinals, its index among all reports, its party words."""

    first: int
    last: int
    report: int
    words: frozenset[str]


class _Block:
    """The reports of one concept, sorted out for the search of pairs."""

    def __init__(self) -> None:
        self.short: list[_Entry] = []
        self.nobody: list[_Entry] = []
        self.everybody: list[_Entry] = []
        self.long_of: defaultdict[str, list[_Entry]] = defaultdict(list)

    def add(self, entry: _Entry, span: TimeSpan) -> None:
        """Put a report where it can be found."""
        long = span.length is None or span.length > MAX_SHORT_DAYS
        self.everybody.append(entry)
        if not long:
            self.short.append(entry)
        if not entry.words:
            self.nobody.append(entry)
        for word in entry.words if long else ():
            self.long_of[word].append(entry)

    def all_of(self, wanted: Collection[str]) -> dict[str, list[_Entry]]:
        """The reports that name each of some words."""
        found: defaultdict[str, list[_Entry]] = defaultdict(list)
        for entry in self.everybody if wanted else ():
            for word in entry.words:
                if word in wanted:
                    found[word].append(entry)
        return found

    def pairs(self, other: _Block) -> Iterator[tuple[int, int]]:
        """The pairs of this block's reports with another's that may be one event; some come more than once."""
        yield from _overlapping(self.short, other.short)
        yield from _overlapping(self.nobody, other.everybody)
        yield from _overlapping(self.everybody, other.nobody)
        for word, theirs in sorted(other.all_of(self.long_of.keys()).items()):
            yield from _overlapping(self.long_of[word], theirs)
        for word, ours in sorted(self.all_of(other.long_of.keys()).items()):
            yield from _overlapping(ours, other.long_of[word])


def _overlapping(ones: Sequence[_Entry], others: Sequence[_Entry]) -> Iterator[tuple[int, int]]:
    """Pairs with a day in common, of a crowd the likeliest: a sweep over both lists in order of first days."""
    if not ones or not others:
        return
    entries = sorted(
        ((entry, side) for side, side_entries in enumerate((ones, others)) for entry in side_entries),
        key=lambda found: (found[0][:3], found[1]),
    )
    present = (_Present(), _Present())
    for entry, side in entries:
        waiting = present[1 - side]
        waiting.leave_before(entry.first)
        for before in waiting.partners(entry):
            yield entry.report, before
        present[side].add(entry)


class _Present:
    """The reports that a sweep has come by and whose days are not over, in the order in which they came."""

    def __init__(self) -> None:
        self._reports: dict[int, frozenset[str]] = {}
        self._with: defaultdict[str, dict[int, None]] = defaultdict(dict)
        self._ends: list[tuple[int, int]] = []

    def add(self, entry: _Entry) -> None:
        self._reports[entry.report] = entry.words
        for word in entry.words:
            self._with[word][entry.report] = None
        heappush(self._ends, (entry.last, entry.report))

    def leave_before(self, day: int) -> None:
        """Forget the reports that end before a day."""
        while self._ends and self._ends[0][0] < day:
            _, report = heappop(self._ends)
            for word in self._reports.pop(report):
                sharing = self._with[word]
                del sharing[report]
                if not sharing:
                    del self._with[word]

    def partners(self, entry: _Entry) -> list[int]:
        """The reports that one is to be compared with: all, but of a crowd no more than `MOST_PARTNERS`."""
        if len(self._reports) <= CROWD:
            return list(self._reports)
        shared = sorted((len(self._with[word]), word) for word in entry.words if word in self._with)
        by_words = chain.from_iterable(reversed(self._with[word]) for _, word in shared)
        found = dict.fromkeys(islice(by_words, MOST_PARTNERS - MOST_PARTNERS // 4))
        for report in islice(reversed(self._reports), MOST_PARTNERS):
            if len(found) < MOST_PARTNERS:
                found[report] = None
        return list(found)


def _reach(mention: EventMention) -> TimeSpan | None:
    return reach(mention.when) if mention.when is not None else None

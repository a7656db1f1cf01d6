"""Group reports into events by average linkage: two groups join by the mean likeness of their reports.

So one pair of like reports does not chain two events together. Reports that say the same in the same words are one
group from the start. Two groups join when the mean likeness of their reports reaches `ON_THE_WHOLE` and all their dates
have a day in common. Only reports with like words and common days are compared; where more than `CROWD` reports share
both, each is compared with `MOST_PARTNERS` others. So the work grows with the number of reports and not with that of
their pairs.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import heappop, heappush
from itertools import chain, islice
from typing import NamedTuple

from timeline.dating.likeness import Rarity, like_concepts, party_words, reach
from timeline.language.lexicon import SAME_EVENT
from timeline.merging.compare import JOIN, compare, conflicting, fixed_days, possible_days, says_too_little, supported
from timeline.merging.frames import names_told
from timeline.merging.linkage import linked
from timeline.merging.nearness import Nearness
from timeline.merging.pairs import Pairs
from timeline.model import Basis, EventMention
from timeline.timespan import Granularity, TimeSpan

MAX_SHORT_DAYS = 31
"""The longest span, in days, that two reports without a party in common can share and still be one event."""

ON_THE_WHOLE = 0.5
"""The least mean likeness (0 to 1) of the reports of two groups for these to join."""

ALL_DAYS = (-sys.maxsize, sys.maxsize)
"""First and last day (days since 1 January 1970) of a report without a date in the search of pairs."""

CROWD = 64
"""The most reports of one word and day that are all compared with each other: 2,016 pairs."""

MOST_PARTNERS = 24
"""The reports of a larger crowd that each is compared with: up to three quarters of them are those that share its
rarest words, the others those that come right before it in order of days."""

ONE_EVENT = 0.25
"""The least mean probability (0 to 1) that the reports of two groups of a story are of one event for these to join."""

COUNTED_OFF_DAYS = 7
"""The most days by which a date that was counted or filled in can be off: the weekday of another week, or the day of
the saying for that of the deed."""

FAINT = 0.02
"""Probabilities below are taken for 0."""

REPRESENTATIVES = 24
"""The most reports of a group that are compared with those of another group."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two reports, by their indices, that were taken for one event, and their likeness (`score`, 0 to 1)."""

    first: int
    second: int
    score: float


@dataclass(frozen=True, slots=True)
class Group:
    """The reports of one event by their indices, and the links that joined them, strongest first."""

    members: tuple[int, ...]
    links: tuple[Link, ...]


def cluster(
    mentions: Sequence[EventMention],
    stories: Mapping[str, str] | None = None,
    nearness: Nearness | None = None,
) -> tuple[Group, ...]:
    """Group reports into events; each report is in exactly one group.

    Args:
        mentions: the reports, in an order that does not depend on that of the files.
        stories: the id of the story that each document tells, by the document's id (see `merging.stories`); without
            them each document tells its own.
        nearness: how near each two documents are; without it they have nothing in common.

    Returns:
        The groups, in the order of their first reports.

    """
    rarity = Rarity.of(mentions, stories)
    alike = _alike(mentions, rarity)
    first_of = [members[0] for members in alike]
    clusters = _Clusters(mentions, first_of, rarity)
    placed = [first for first in first_of if mentions[first].is_placed]
    for link in sorted(_links(mentions, placed, rarity), key=lambda k: (-k.score, k.first, k.second)):
        clusters.join(link)
    clusters.join_in_stories(_in_stories(mentions, first_of, rarity, nearness or Nearness({})))
    return tuple(_group(mentions, rarity, alike, clusters, key) for key in clusters.in_order())


def _alike(mentions: Sequence[EventMention], rarity: Rarity) -> list[list[int]]:
    """Reports, by their indices, that agree in all that is compared, where that makes them one event.

    Each report is in one list; the lists come in the order of their first reports.
    """
    by_content: defaultdict[object, list[int]] = defaultdict(list)
    for i, m in enumerate(mentions):
        alone = compare(m, m, rarity) < JOIN or not supported(m, m, rarity)
        # What is enough to be one event inside a document need not be enough across documents.
        elsewhere = replace(m, document="")
        everywhere = compare(m, elsewhere, rarity) >= JOIN and supported(m, elsewhere, rarity)
        where = "" if everywhere else m.document
        content = (where, m.concepts, party_words(m), names_told(m), m.when, m.extent, m.status, m.phase)
        by_content[i if alone else content].append(i)
    return sorted(by_content.values())


def _group(
    mentions: Sequence[EventMention], rarity: Rarity, alike: list[list[int]], clusters: _Clusters, key: int
) -> Group:
    """The finished group that is known by `key`: its reports and the links that joined them."""
    members: list[int] = []
    links = list(clusters.links[key])
    for node in clusters.nodes[key]:
        first, *others = alike[node]
        members += alike[node]
        links += [Link(first, other, compare(mentions[first], mentions[other], rarity)) for other in others]
    return Group(tuple(sorted(members)), tuple(links))


class _Clusters:
    """The groups while they grow.

    A node is the number of a list of reports that are one from the start; `first_of` gives the first report of each. A
    group is known by its first node: `nodes` are the nodes of each group, `links` what joined them.
    """

    def __init__(self, mentions: Sequence[EventMention], first_of: Sequence[int], rarity: Rarity) -> None:
        self._mentions = mentions
        self._rarity = rarity
        self._known: dict[tuple[int, int], float] = {}
        self._home = {first: node for node, first in enumerate(first_of)}
        self._first_of = first_of
        self._exactly = {node: fixed_days(mentions[first]) for node, first in enumerate(first_of)}
        self._common = dict(self._exactly)
        self.nodes = {node: [node] for node in range(len(first_of))}
        self.links: defaultdict[int, list[Link]] = defaultdict(list)

    def in_order(self) -> list[int]:
        """The groups, in order of their first reports."""
        return sorted(self.nodes)

    def join(self, link: Link) -> None:
        """Join the groups of two reports, if these have a day in common and are alike on the whole."""
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

    def join_in_stories(self, alike: Mapping[tuple[int, int], float]) -> None:
        """Join the groups of reports of one story by how probably each two of these are of one event (0 to 1)."""
        node_of = {first: node for node, first in enumerate(self._first_of)}
        between = {(node_of[i], node_of[j]): value for (i, j), value in alike.items()}
        found = linked(self.nodes.values(), between, least=ONE_EVENT, may_join=self._have_a_day)
        before = {node: key for key, nodes in self.nodes.items() for node in nodes}
        self.nodes = {group[0]: group for group in found}
        home = {node: group[0] for group in found for node in group}
        links: defaultdict[int, list[Link]] = defaultdict(list)
        for key, old in self.links.items():
            links[home[key]] += old
        for (i, j), value in sorted(alike.items(), key=lambda pair: (-pair[1], pair[0])):
            one, other = node_of[i], node_of[j]
            if home[one] == home[other] and before[one] != before[other] and value >= ONE_EVENT:
                links[home[one]].append(Link(i, j, value))
        self.links = links

    def _have_a_day(self, ours: Sequence[int], theirs: Sequence[int]) -> bool:
        """Whether the days that are told of two groups have one in common; those of one document, to the day."""
        common: TimeSpan | None = None
        of_document: dict[str, TimeSpan] = {}
        for node in (*ours, *theirs):
            mention = self._mentions[self._first_of[node]]
            exact = self._exactly[node]
            if exact is None:
                continue
            days = _loosely(mention, exact)
            both = common.intersection(days) if common is not None and days is not None else days
            told = of_document.get(mention.document)
            narrow = told.intersection(exact) if told is not None else exact
            if both is None or narrow is None:
                return False
            common, of_document[mention.document] = both, narrow
        return True

    def _alike_on_the_whole(self, ours: Sequence[int], theirs: Sequence[int]) -> bool:
        """Whether the mean likeness of two groups' reports is enough, and no two of these conflict."""
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


def _in_stories(
    mentions: Sequence[EventMention], first_of: Sequence[int], rarity: Rarity, nearness: Nearness
) -> dict[tuple[int, int], float]:
    """How probably each two reports of a story with like words are of one event, 0 to 1."""
    pairs = Pairs(mentions, rarity, nearness)
    found = {}
    for i, j in story_pairs(mentions, first_of, rarity):
        value = pairs.probability(i, j)
        if value >= FAINT and not _kept_apart(mentions[i], mentions[j], rarity):
            found[i, j] = value
    return found


def _kept_apart(a: EventMention, b: EventMention, rarity: Rarity) -> bool:
    return says_too_little(a, b) or conflicting(a, b, rarity)


def story_pairs(mentions: Sequence[EventMention], chosen: Iterable[int], rarity: Rarity) -> Iterator[tuple[int, int]]:
    """The pairs of reports of one story, by their indices, that tell in like words and can be of one day."""
    told: defaultdict[str, defaultdict[str, list[_Entry]]] = defaultdict(lambda: defaultdict(list))
    for i in chosen:
        days = _loosely(mentions[i], possible_days(mentions[i]))
        entry = _Entry(*(days.sort_key if days is not None else ALL_DAYS), i, party_words(mentions[i]))
        for concept in dict.fromkeys(mentions[i].concepts):
            told[rarity.story(mentions[i])][concept].append(entry)
    for _, concepts in sorted(told.items()):
        seen: set[tuple[int, int]] = set()
        for one, other in like_concepts(concepts, concepts, least=SAME_EVENT):
            if other < one:
                continue
            for i, j in _overlapping(concepts[one], concepts[other]):
                pair = (min(i, j), max(i, j))
                if i != j and pair not in seen:
                    seen.add(pair)
                    yield pair


def _loosely(mention: EventMention, days: TimeSpan | None) -> TimeSpan | None:
    """The days on which the event of a report can have been: `COUNTED_OFF_DAYS` more on either side of a date that does
    not stand in full in the text. What is dated by publication was no later than that.
    """
    if days is None or mention.date.basis == Basis.STATED:
        return days
    first = days.first.plus(-COUNTED_OFF_DAYS) if days.first is not None else None
    late = 0 if mention.date.basis == Basis.PUBLICATION else COUNTED_OFF_DAYS
    last = days.last.plus(late) if days.last is not None else None
    return TimeSpan(first, last, Granularity.RANGE, days.approximate)


def _links(mentions: Sequence[EventMention], first_of: Sequence[int], rarity: Rarity) -> Iterator[Link]:
    """The pairs of reports that are alike enough to be one event, among those with like words and common days."""
    for i, j in _candidates(mentions, first_of, rarity):
        score = compare(mentions[i], mentions[j], rarity)
        if score >= JOIN and supported(mentions[i], mentions[j], rarity):
            yield Link(i, j, score)


def _candidates(mentions: Sequence[EventMention], first_of: Sequence[int], rarity: Rarity) -> Iterator[tuple[int, int]]:
    """The pairs of reports to compare: indices, the smaller first, of like words and overlapping spans; each pair once.

    Reports with a long span are one event only with a party in common (see the weights in `compare`), so their pairs
    are looked for party by party. Inside a story reports without a date are paired, too, since they can be of any day.
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
    for one, other in like_concepts(told, told, least=SAME_EVENT):
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
    """A report in a sweep over time: first and last day (days since 1 January 1970), index, words of its parties."""

    first: int
    last: int
    report: int
    words: frozenset[str]


class _Block:
    """The reports of one concept: all (`everybody`), those with a short span, those without a party (`nobody`), and
    those with a long span by the words of their parties (`long_of`).
    """

    def __init__(self) -> None:
        self.short: list[_Entry] = []
        self.nobody: list[_Entry] = []
        self.everybody: list[_Entry] = []
        self.long_of: defaultdict[str, list[_Entry]] = defaultdict(list)

    def add(self, entry: _Entry, span: TimeSpan) -> None:
        """Add a report with its span."""
        long = not span.is_at_most(MAX_SHORT_DAYS)
        self.everybody.append(entry)
        if not long:
            self.short.append(entry)
        if not entry.words:
            self.nobody.append(entry)
        for word in entry.words if long else ():
            self.long_of[word].append(entry)

    def all_of(self, wanted: Collection[str]) -> dict[str, list[_Entry]]:
        """For each wanted word, the reports whose parties have it."""
        found: defaultdict[str, list[_Entry]] = defaultdict(list)
        for entry in self.everybody if wanted else ():
            for word in entry.words:
                if word in wanted:
                    found[word].append(entry)
        return found

    def pairs(self, other: _Block) -> Iterator[tuple[int, int]]:
        """The pairs of a report of this block and one of another (or of this one) that may be one event.

        Some pairs come more than once.
        """
        yield from _overlapping(self.short, other.short)
        yield from _overlapping(self.nobody, other.everybody)
        yield from _overlapping(self.everybody, other.nobody)
        for word, theirs in sorted(other.all_of(self.long_of.keys()).items()):
            yield from _overlapping(self.long_of[word], theirs)
        for word, ours in sorted(self.all_of(other.long_of.keys()).items()):
            yield from _overlapping(ours, other.long_of[word])


def _overlapping(ones: Sequence[_Entry], others: Sequence[_Entry]) -> Iterator[tuple[int, int]]:
    """The pairs of two lists with a day in common, of a crowd the likeliest ones: a sweep in order of first days."""
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
    """The reports that a sweep over time has met and whose last day is not over, in the order in which it met them."""

    def __init__(self) -> None:
        self._reports: dict[int, frozenset[str]] = {}
        self._with: defaultdict[str, dict[int, None]] = defaultdict(dict)
        self._ends: list[tuple[int, int]] = []

    def add(self, entry: _Entry) -> None:
        """Add a report."""
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
        """The indices of the reports to compare one with: all, but of more than `CROWD` only `MOST_PARTNERS`."""
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
    """The days on which another report's date can agree with this one's; None for an undated report."""
    return reach(mention.when) if mention.when is not None else None

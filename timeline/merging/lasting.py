"""Single days of an event that lasted: an attack on the second day of a battle belongs to the battle.

A lasting event is one that a report says lasted all of some days. It takes in the reports of single days among these
that tell of the same kind of act, at the same place or by the same parties. Their dates differ, so they do not join by
likeness: they are taken in once the groups are made, each by one lasting event, so that no chain comes about.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from timeline.dating.likeness import party_words, reach, trigger_likeness
from timeline.dating.narration import HAPPENED
from timeline.events import words
from timeline.events.countries import countries
from timeline.language.lexicon import SAME_EVENT
from timeline.merging.cluster import Group, Link
from timeline.merging.compare import JOIN
from timeline.merging.kinds import kinds_of
from timeline.model import EventMention, Extent

MAX_LASTING_DAYS = 366
"""The longest event, in days, that takes in its days; a longer one is a war or a crisis, whose days are events of their
own."""

MOST_LASTING = 64
"""The most lasting events of one month and place, or of one month and document, that a day is compared with; the
shortest come first."""

MAX_SINGLE_DAYS = 8
"""The longest span, in days, of a report of a single day: "on Tuesday", where publication is known to a week."""

_MONTH_DAYS = 31  # the months by which events are looked up, counted from 1 January 1970

# Words that refer to a location which the text has named before.
_THERE = re.compile(r"\bthe\s+(?:area|capital|city|district|port|province|region|suburb|town|village)\b", re.IGNORECASE)


def with_their_days(groups: Sequence[Group], mentions: Sequence[EventMention]) -> tuple[Group, ...]:
    """The groups, with those of single days joined to the lasting event that they belong to.

    `mentions` are the reports that the groups name by index. The groups stay in the order of their first reports.
    """
    lasting = _Lasting(groups, mentions)
    days: defaultdict[int, list[tuple[Group, Link]]] = defaultdict(list)
    kept = []
    for i, group in enumerate(groups):
        found = lasting.home_of(group)
        if found is None or found[0] == i:
            kept.append(i)
        else:
            home, whole, day = found
            days[home].append((group, Link(min(whole, day), max(whole, day), JOIN)))
    return tuple(sorted((_with(groups[i], days[i]) for i in kept), key=lambda group: group.members))


def _with(group: Group, days: Sequence[tuple[Group, Link]]) -> Group:
    """A group of a lasting event, with those of its days and the link that ties each to it."""
    if not days:
        return group
    members = [*group.members, *(member for day, _ in days for member in day.members)]
    links = [*group.links, *(link for day, why in days for link in (why, *day.links))]
    return Group(tuple(sorted(members)), tuple(links))


class _Lasting:
    """The reports of lasting events, found by a month that they touch together with a place or a document."""

    def __init__(self, groups: Sequence[Group], mentions: Sequence[EventMention]) -> None:
        self._mentions = mentions
        self._at: defaultdict[tuple[int, str, str], list[tuple[int, int, int]]] = defaultdict(list)
        for i, group in enumerate(groups):
            for member in group.members:
                mention = mentions[member]
                length = _days_lasted(mention)
                if length is not None:
                    for key in _keys(mention, _whereabouts(mention)):
                        self._at[key].append((length, i, member))
        for found in self._at.values():
            found.sort()

    def home_of(self, group: Group) -> tuple[int, int, int] | None:
        """The shortest lasting event that a group of single days belongs to, by the number of its group, with the two
        reports that show it: that of the whole and that of the day, by their indices.

        None where the group tells of more than single days, or a dated report of it lies in no lasting event.
        """
        members = [member for member in group.members if self._mentions[member].is_placed]
        ours = [self._mentions[member] for member in members]
        if not all(_is_day(mention) for mention in ours):
            return None
        found: list[tuple[int, int, int, int]] = []
        for day, member in zip(ours, members, strict=True):
            for key in _keys(day, _places(day)):
                for length, home, whole in self._at.get(key, ())[:MOST_LASTING]:
                    long = self._mentions[whole]
                    if _belongs(day, long) and all(_lies_in(other, long) for other in ours):
                        found.append((length, home, whole, member))
                        break
        return min(found)[1:] if found else None


def _days_lasted(mention: EventMention) -> int | None:
    """The days that the event of a report lasted: 2 to `MAX_LASTING_DAYS`; None where it is no such event."""
    length = mention.when.length if mention.when is not None else None
    told = mention.status in HAPPENED and mention.extent == Extent.THROUGHOUT
    return length if told and length is not None and 1 < length <= MAX_LASTING_DAYS else None


def _is_day(mention: EventMention) -> bool:
    """Whether a report tells of a single day, and not of the beginning or end of anything."""
    single = mention.extent == Extent.WITHIN and mention.phase in ("", "middle") and mention.status in HAPPENED
    return single and mention.when is not None and mention.when.is_at_most(MAX_SINGLE_DAYS)


def _keys(mention: EventMention, places: frozenset[str]) -> Iterator[tuple[int, str, str]]:
    """The keys by which a lasting event and its days find each other: a month with a document, or with a word of a
    place. `places` are these words.
    """
    span = reach(mention.when) if mention.when is not None else None
    if span is not None and span.first is not None and span.last is not None:
        for month in range(span.first.ordinal // _MONTH_DAYS, span.last.ordinal // _MONTH_DAYS + 1):
            yield month, mention.document, ""
            for word in sorted(places):
                yield month, "", word


def _belongs(day: EventMention, long: EventMention) -> bool:
    """Whether a day is one of a lasting event: among its days, the same kind of act, at its place or by its parties."""
    return _lies_in(day, long) and _is_of_kind(day, long) and _is_there(day, long)


def _lies_in(day: EventMention, long: EventMention) -> bool:
    """Whether the span of one report lies in that of another; False where either has none."""
    return day.when is not None and long.when is not None and reach(long.when).contains(day.when)


def _is_of_kind(day: EventMention, long: EventMention) -> bool:
    """Whether two reports tell of one kind of act, by `kinds` or by like words."""
    kinds = kinds_of(long.concepts[0]) & kinds_of(day.concepts[0]) if long.concepts and day.concepts else frozenset()
    return bool(kinds) or trigger_likeness(day, long)[0] >= SAME_EVENT


def _is_there(day: EventMention, long: EventMention) -> bool:
    """Whether two reports name one location; or, in one document, one party, and the day is at "the city" or the like,
    which the text has named before.

    A country is not enough without a party in common, and parties that are all different rule it out.
    """
    places, there = _places(day), _places(long)
    ours, theirs = party_words(day) - places - there, party_words(long) - places - there
    if ours and theirs and ours.isdisjoint(theirs):
        return False
    parties = (_parties(day) & _parties(long)) - places
    if not places:
        return bool(parties) and _THERE.search(day.quote.text) is not None  # found by the document alone: see `_keys`
    shared = [place.name for place in day.places if words(place.name) & _whereabouts(long)]
    return bool(shared) and (bool(parties) or not all(name in countries() for name in shared))


def _places(mention: EventMention) -> frozenset[str]:
    """The words of the names of a report's locations, in small letters."""
    return frozenset(word for place in mention.places for word in words(place.name))


def _parties(mention: EventMention) -> frozenset[str]:
    """The words, in small letters, of those parties' names that have a capital."""
    names = [p.name for p in mention.participants if any(word[:1].isupper() for word in p.name.split())]
    return frozenset(word for name in names for word in words(name))


def _whereabouts(mention: EventMention) -> frozenset[str]:
    """The words of the names of locations and parties, since a party can name a location: "Tarn residents"."""
    return _places(mention) | _parties(mention)

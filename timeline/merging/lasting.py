"""Days of what lasts: the attack on its second day belongs to the battle for the town.

What a report says lasted all of some days takes in the reports of the same kind of act, at the same place or by the
same parties, that lie within these days. Such reports differ in their dates, so they do not join by likeness; they are
taken in one by one once the groups are made, each by one lasting event alone, so that nothing chains.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from timeline.dating.likeness import party_words, reach, trigger_likeness
from timeline.events import words
from timeline.events.countries import countries
from timeline.merging.cluster import Group, Link
from timeline.merging.compare import JOIN, MIN_TRIGGER
from timeline.merging.kinds import kinds_of
from timeline.model import EventMention, Extent, Status

MAX_DAYS = 366
"""What lasts longer is a war or a crisis, whose days are events of their own."""

MOST_LASTING = 64
"""Of the lasting events of a month and place, or of a month and document, a day is compared with so many, the shortest
first."""

MAX_DAY = 8
"""A report of so many days may be of a day of what lasts; "on Tuesday", of a publication known to a week, is."""

_MONTH = 31

_TOLD = (Status.OCCURRED, Status.CLAIMED)

# Words for the place that a text has named before.
_THERE = re.compile(r"\bthe\s+(?:area|capital|city|district|port|province|region|suburb|town|village)\b", re.IGNORECASE)


def with_their_days(groups: Sequence[Group], mentions: Sequence[EventMention]) -> tuple[Group, ...]:
    """The groups, with those of single days put to the lasting event that they belong to; in order of their first."""
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
    if not days:
        return group
    members = [*group.members, *(member for day, _ in days for member in day.members)]
    links = [*group.links, *(link for day, why in days for link in (why, *day.links))]
    return Group(tuple(sorted(members)), tuple(links))


class _Lasting:
    """The reports of what lasted some days, to be found by the months that they touch and the places or documents."""

    def __init__(self, groups: Sequence[Group], mentions: Sequence[EventMention]) -> None:
        self._mentions = mentions
        self._at: defaultdict[tuple[int, str, str], list[tuple[int, int, int]]] = defaultdict(list)
        for i, group in enumerate(groups):
            for member in group.members:
                mention = mentions[member]
                if _lasts(mention):
                    length = mention.when.length if mention.when is not None else None
                    for key in _keys(mention, _whereabouts(mention)):
                        self._at[key].append((length or MAX_DAYS, i, member))
        for found in self._at.values():
            found.sort()

    def home_of(self, group: Group) -> tuple[int, int, int] | None:
        """The lasting event that a group of single days belongs to, and the two reports that say so.

        Of several the shortest; None where a report of the group fits into none.
        """
        ours = [self._mentions[member] for member in group.members]
        if not all(_is_day(mention) for mention in ours):
            return None
        found: list[tuple[int, int, int, int]] = []
        for day, member in zip(ours, group.members, strict=True):
            for key in _keys(day, _places(day)):
                for length, home, whole in self._at.get(key, ())[:MOST_LASTING]:
                    long = self._mentions[whole]
                    if _belongs(day, long) and all(_lies_in(other, long) for other in ours):
                        found.append((length, home, whole, member))
                        break
        return min(found)[1:] if found else None


def _lasts(mention: EventMention) -> bool:
    length = mention.when.length if mention.when is not None else None
    told = mention.status in _TOLD and mention.extent == Extent.THROUGHOUT
    return told and length is not None and 1 < length <= MAX_DAYS


def _is_day(mention: EventMention) -> bool:
    """Whether a report tells of a day or so, and not of the beginning or end of anything."""
    length = mention.when.length if mention.when is not None else None
    single = mention.extent == Extent.WITHIN and mention.phase in ("", "middle") and mention.status in _TOLD
    return single and length is not None and length <= MAX_DAY


def _keys(mention: EventMention, places: frozenset[str]) -> Iterator[tuple[int, str, str]]:
    """By which a lasting event and its days find each other: a month with a word of a place, or with a document."""
    span = reach(mention.when) if mention.when is not None else None
    if span is not None and span.first is not None and span.last is not None:
        for month in range(span.first.ordinal // _MONTH, span.last.ordinal // _MONTH + 1):
            yield month, mention.document, ""
            for word in sorted(places):
                yield month, "", word


def _belongs(day: EventMention, long: EventMention) -> bool:
    """Whether a day is one of a lasting event: the same kind of act, there, in these days, by no others."""
    return _lies_in(day, long) and _is_of_kind(day, long) and _is_there(day, long)


def _lies_in(day: EventMention, long: EventMention) -> bool:
    return day.when is not None and long.when is not None and reach(long.when).contains(day.when)


def _is_of_kind(day: EventMention, long: EventMention) -> bool:
    kinds = kinds_of(long.concepts[0]) & kinds_of(day.concepts[0]) if long.concepts and day.concepts else frozenset()
    return bool(kinds) or trigger_likeness(day, long)[0] >= MIN_TRIGGER


def _is_there(day: EventMention, long: EventMention) -> bool:
    """Whether both name one place, or, in one document, one party and "the city", which the text has named before.

    A country is wide, so it ties only what a party ties as well.
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
    return frozenset(word for place in mention.places for word in words(place.name))


def _parties(mention: EventMention) -> frozenset[str]:
    """The words of the names proper of the parties."""
    names = [p.name for p in mention.participants if any(word[:1].isupper() for word in p.name.split())]
    return frozenset(word for name in names for word in words(name))


def _whereabouts(mention: EventMention) -> frozenset[str]:
    """The words of the places, and of the parties: of "Tarn residents" the one is in the other."""
    return _places(mention) | _parties(mention)

"""Reports of all documents -> events: compare the reports, group them, make an event of each group, weigh the events,
and keep the ids of an earlier run.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from timeline.merging.assemble import assemble, identity
from timeline.merging.cluster import cluster
from timeline.merging.disagreements import disagreements
from timeline.merging.lasting import with_their_days
from timeline.merging.mainly import is_main
from timeline.merging.nearness import Nearness
from timeline.merging.plans import as_compared
from timeline.merging.salience import with_salience
from timeline.model import Event, EventMention


def merge(
    mentions: Iterable[EventMention],
    digests: Mapping[str, str],
    *,
    stories: Mapping[str, str] | None = None,
    voices: Mapping[str, str] | None = None,
    nearness: Nearness | None = None,
    previous: Sequence[Event] = (),
) -> tuple[Event, ...]:
    """The events that some reports tell of, in order of time, undated ones last; the same whatever the reports' order.

    Args:
        mentions: reports of all documents.
        digests: the SHA-256 of each document's text by the document's id.
        stories: the id of the story that each document tells, by the document's id (see `merging.stories`); without
            them each document tells its own.
        voices: by each document's id, the id of the first document that carries the same text (see `merging.voices`);
            without them each document is a source of its own.
        nearness: how near each two documents are; without it they have nothing in common.
        previous: events of an earlier run. An id that is gone becomes an alias of the event that has most of its
            reports.

    Raises:
        KeyError: a report's document has no digest.

    >>> merge([], {})
    ()

    """
    ordered = sorted(mentions, key=lambda m: (digests[m.document], m.document, m.trigger, m.date.quote or m.quote))
    compared = as_compared(ordered)
    groups = with_their_days(cluster(compared, stories, nearness), compared)
    told_by = voices or {}
    assembled = [assemble(group, ordered, compared, digests, told_by) for group in groups]
    assembled = [replace(event, main=is_main(event, told_by)) for event in assembled]
    assembled = with_salience(assembled, told_by)
    events = [replace(e, disagreements=disagreements(e.mentions)) for e in _with_own_ids(assembled, digests)]
    events.sort(key=lambda event: event.sort_key)
    return tuple(_with_aliases(events, previous)) if previous else tuple(events)


def _with_own_ids(events: Sequence[Event], digests: Mapping[str, str]) -> list[Event]:
    """The events, with different ids where one text stands in several documents and its reports were not joined.

    Papers that print one text on different days tell of different events, in the same words at the same offsets.
    """
    of_id: dict[str, list[int]] = {}
    for i, event in enumerate(events):
        of_id.setdefault(event.id, []).append(i)
    found = list(events)
    for same in of_id.values():
        same.sort(key=lambda i: min(mention.document for mention in events[i].mentions))
        for i in same[1:]:
            event = events[i]
            found[i] = replace(event, id=identity(event.mentions, digests, by_document=True))
    return found


def _with_aliases(events: Sequence[Event], previous: Sequence[Event]) -> list[Event]:
    """The events, each with the ids of previous events that are gone and most of whose reports it has."""
    ids = {event.id for event in events}
    home = {_key(m): event.id for event in events for m in event.mentions}
    aliases: dict[str, set[str]] = {event.id: set() for event in events}
    for old in previous:
        went = Counter(home[_key(m)] for m in old.mentions if _key(m) in home)
        if not went:
            continue
        heir = min(went, key=lambda event_id: (-went[event_id], event_id))
        aliases[heir].update({old.id, *old.aliases} - ids)
    return [replace(event, aliases=tuple(sorted(aliases[event.id]))) for event in events]


def _key(mention: EventMention) -> tuple[str, int, str]:
    """What names a report in every run: its document, the offset of its trigger, and the words of its date."""
    return mention.document, mention.trigger.start, mention.date.quote.text if mention.date.quote else ""

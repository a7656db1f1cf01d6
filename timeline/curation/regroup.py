"""An event made anew from its reports, where a person merged or split events: as merging makes it, without deciding
again whether the reports are one event.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from timeline.model import Account, Disagreement, Event, EventMention
from timeline.why import JOIN


def regrouped(
    events: Sequence[Event],
    mentions: Sequence[EventMention],
    digest: Callable[[str], str],
    voices: Mapping[str, str],
) -> Event:
    """The event of some mentions.

    Args:
        events: the events that these come from; the first gives it its id, the ids of the others become aliases.
        mentions: all its reports.
        digest: gives the SHA-256 of a document's text by the document's id.
        voices: by each document's id, the first document that carries the same text: these count as one source.

    """
    # Loads word lists, which takes a second: only for those who merged or split.
    from timeline.merging.assemble import assemble
    from timeline.merging.cluster import Group, Link
    from timeline.merging.disagreements import disagreements

    def order(mention: EventMention) -> tuple[object, ...]:
        date = mention.date.quote or mention.quote
        return digest(mention.document), mention.document, mention.trigger, date

    ordered = sorted(mentions, key=order)
    digests = {mention.document: digest(mention.document) for mention in ordered}
    links = tuple(Link(0, i, 1.0) for i in range(1, len(ordered)))
    made = assemble(Group(tuple(range(len(ordered))), links), ordered, ordered, digests, voices)
    first, *others = events
    reasons = made.reasons
    if others and len(ordered) > 1:  # what joined the reports of each is known; what joins the events is said elsewhere
        known = dict.fromkeys(why for event in events for why in event.reasons if why.kind == JOIN)
        alone = [why for why in reasons if why.kind != JOIN]
        reasons = (*alone[:-1], *known, *alone[-1:])
    dates = _dates(ordered)
    aliases = {id_ for event in events for id_ in (event.id, *event.aliases)} - {first.id}
    return replace(
        made,
        id=first.id,
        mentions=tuple(ordered),
        salience=max(event.salience for event in events),
        reasons=reasons,
        disagreements=(*dates, *(each for each in disagreements(ordered) if not dates or each.about != "date")),
        aliases=tuple(sorted(aliases)),
    )


def _dates(mentions: Sequence[EventMention]) -> tuple[Disagreement, ...]:
    """The disagreement of reports whose dates have no day that all share; none where they have one."""
    accounts: dict[str, list[int]] = {}
    spans = []
    for index, mention in enumerate(mentions):
        if mention.when is not None:
            accounts.setdefault(str(mention.when), []).append(index)
            spans.append(mention.when.sort_key)
    if not spans or max(first for first, _ in spans) <= min(last for _, last in spans):
        return ()
    return (Disagreement("date", tuple(Account(value, tuple(where)) for value, where in sorted(accounts.items()))),)

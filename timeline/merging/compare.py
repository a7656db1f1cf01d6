"""How likely two reports tell of one event: by what they call it, when it was, who was in it and where.

Whole-sentence likeness finds the story, not the event. Documents that tell one story (`stories`) are another matter:
there the same word mostly names the same event, with or without a date. The weights are plain numbers, below; those for
reports of one story were chosen on ECB+ (`tests/benchmarks/merging_ecbplus.py`, which says how).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from timeline.dating.likeness import (
    Rarity,
    _names,
    agree,
    named_words,
    party_likeness,
    party_words,
    reach,
    trigger_likeness,
)
from timeline.events import OCCURRENCE_VERBS, words
from timeline.events.countries import countries
from timeline.events.words import NAME_PARTICLES
from timeline.language.lexicon import event_verb
from timeline.merging.frames import told_of_others
from timeline.model import Basis, EventMention, Extent, Participant, Place, Role, Status
from timeline.timespan import Granularity, TimeSpan

TRIGGER_WEIGHT, PARTIES_WEIGHT, TIME_WEIGHT = 0.5, 0.3, 0.2
JOIN = 0.6
"""Two reports that reach this are taken for one event."""


MIN_TRIGGER = 0.45
"""Below this likeness of the words no agreement of time and parties makes two reports one event."""

EXACT_DAYS, MONTH_DAYS, MAX_DAYS = 3, 31, 10**7
"""Spans up to these lengths count as a day and as a month; an open one is longer than any."""


SAME_WORD = 0.88
"""Reports that share no party must name the event by the same word, or one derived from it."""


SAME_IN_STORY, BESIDE_IN_STORY = 0.3, 0.25
"""Where documents tell one story the same word counts for so much more, and words that stand beside the triggers for so
much less: there is much talk of one fire, and who fought it is another matter."""

UNDATED = 0.5
"""What time counts for where one of two reports of a story has no date, or one of its own."""

NEWS_DAYS = 4
"""So many days before it is told in a headline or lead something can have happened."""


def compare(a: EventMention, b: EventMention, rarity: Rarity) -> float:
    """The likeness of two reports, 0 to 1; 0 where something forbids them to be one event. Symmetric.

    It says how well two reports go together. Whether there is reason to join them, `supported` says.
    """
    in_story = rarity.one_story(a, b)
    time = _time(a, b, in_story=in_story)
    if not time or conflicting(a, b, rarity):
        return 0.0
    likeness, pair = trigger_likeness(a, b)
    if likeness < MIN_TRIGGER:
        return 0.0
    score = TRIGGER_WEIGHT * likeness + PARTIES_WEIGHT * party_likeness(a, b, rarity) + TIME_WEIGHT * time
    if in_story:
        score += SAME_IN_STORY if likeness == 1.0 and not _is_common(a) and not _is_common(b) else 0.0
        score -= BESIDE_IN_STORY if pair != (a.concepts[0], b.concepts[0]) else 0.0
    return round(min(max(score, 0.0), 1.0), 4)


def _time(a: EventMention, b: EventMention, *, in_story: bool) -> float:
    """What the dates of two reports say for one event, 0 where they speak against it."""
    if a.when is not None and b.when is not None and agree(a.when, b.when):
        return time_likeness(a.when, b.when)
    ours, theirs = possible_days(a), possible_days(b)
    can_be_one = ours is None or theirs is None or ours.overlaps(theirs)
    return UNDATED if in_story and can_be_one else 0.0


def possible_days(mention: EventMention) -> TimeSpan | None:
    """The days on which the event of a report can have been, None where nothing is known.

    What is told on the day of publication can have been some days before it.
    """
    if mention.when is None or mention.date.basis != Basis.PUBLICATION:
        return reach(mention.when) if mention.when is not None else None
    if mention.when.is_open:
        return mention.when
    days = reach(mention.when)
    first = days.first.plus(-NEWS_DAYS) if days.first is not None else None
    return TimeSpan(first, days.last, Granularity.RANGE, days.approximate)


def supported(a: EventMention, b: EventMention, rarity: Rarity) -> bool:
    """Whether something ties two reports together beside words of one meaning and a date in common."""
    if tied(a, b):
        return True
    agents = _in_role(a, Role.AGENT) and _in_role(b, Role.AGENT)
    others = agents and _is_common(a) and _is_common(b)  # "the coach said", "the mayor said"
    return rarity.one_story(a, b) and not (others or _is_long(a) or _is_long(b))


def tied(a: EventMention, b: EventMention) -> bool:
    """Whether two reports are tied together by themselves, whatever their documents are about."""
    return _share(a, b) or _same_without_parties(a, b, trigger_likeness(a, b)[0])


def _is_long(mention: EventMention) -> bool:
    """Whether the words of a report give so long a span that another in it says little."""
    days = fixed_days(mention)
    return days is not None and (days.length or MAX_DAYS) > MONTH_DAYS


def _share(a: EventMention, b: EventMention) -> bool:
    """Whether two reports have a party, a place or what their verbs govern ("declared the outbreak") in common."""
    governed = {c for c in a.concepts[1:] if c.endswith("/NOUN")} & {c for c in b.concepts[1:] if c.endswith("/NOUN")}
    return bool(governed) or not party_words(a).isdisjoint(party_words(b))


def _same_without_parties(a: EventMention, b: EventMention, likeness: float) -> bool:
    """Whether reports that share no party are one event all the same, by the word for it and the day.

    A verb says too little for that ("died", "returned"), but in one document ("He died", below the headline). A noun
    does if one of the reports gives the day and the other at least the month.
    """
    if a.when is None or b.when is None or likeness < SAME_WORD or _is_common(a) or _is_common(b):
        return False
    shorter, longer = sorted(span.length or MAX_DAYS for span in (a.when, b.when))
    if a.document == b.document:
        return longer <= EXACT_DAYS
    nouns = all(m.concepts[0].endswith("/NOUN") for m in (a, b) if m.concepts)
    return nouns and shorter <= EXACT_DAYS and longer <= MONTH_DAYS


def fixed_days(mention: EventMention) -> TimeSpan | None:
    """The days on which the event of a report must have been, None where its words do not say.

    They are the words' own: a date taken from elsewhere, or from the day of publication, binds no other report.
    """
    free = mention.when is None or mention.date.basis in (Basis.PUBLICATION, Basis.ANCHORED)
    return reach(mention.when) if mention.when is not None and not free else None


def conflicting(a: EventMention, b: EventMention, rarity: Rarity) -> bool:
    """Whether two reports cannot be one event although their dates agree: its start and its end, or other people."""
    phases = {a.phase, b.phase}
    if {"start", "end"} <= phases:
        return True
    if "start" in phases and len(phases) > 1 and Status.PLANNED in (a.status, b.status):
        return True
    same_words = a.document == b.document and a.quote == b.quote
    if same_words and a.extent == b.extent == Extent.WITHIN and a.date.quote != b.date.quote:
        return True
    if a.concepts[:1] == b.concepts[:1] and told_of_others(a, b):
        return True
    if a.document == b.document:
        return _others(a, b, patients_alone=True) or _other_names(a, b)
    return not rarity.one_story(a, b) and _others(a, b)


def _others(a: EventMention, b: EventMention, *, patients_alone: bool = False) -> bool:
    """Whether two reports name different ones in the same part: who did it, whom it was done to, or where.

    What one of them names in another part counts as shared, since an account may turn the parts round. Inside a story
    other names say little: three in five such pairs with one trigger are of one event all the same (ECB+), since one
    tells who, the other whose club, house or spokesman it was. So there it forbids nothing, but inside a document what
    was done to different ones does ("arrested Ann ... arrested Bob").
    """
    if not party_words(a).isdisjoint(named_words(_names(b))) or not party_words(b).isdisjoint(named_words(_names(a))):
        return False
    roles = (Role.PATIENT,) if patients_alone else (Role.AGENT, Role.PATIENT)
    parts = [(_in_role(a, role), _in_role(b, role)) for role in roles]
    if not patients_alone:
        parts.append(([place.name for place in a.places], [place.name for place in b.places]))
    return any(named_words(ours) and named_words(theirs) for ours, theirs in parts)


def _other_names(a: EventMention, b: EventMention) -> bool:
    """Whether two reports tell the same of others by name: "Berg resigned", "Rossi resigned"; "a bomb exploded in
    Kabul", "a bomb exploded in Herat".

    It holds inside a document, too, so it asks for more than `_others`: the same word for the event, and in one part
    proper names alone on both sides, none of which the other report holds anywhere. "Berg" and "the head of the bank"
    may be one; so may a town and its country, and a place and those between which something moved.
    """
    if a.concepts[:1] != b.concepts[:1] or _is_common(a):
        return False
    ours, theirs = party_words(a), party_words(b)
    parts: list[tuple[Sequence[Participant | Place], Sequence[Participant | Place]]]
    parts = [(_parties(a, role), _parties(b, role)) for role in (Role.AGENT, Role.PATIENT)]
    of_countries = {place.name in countries() for place in (*a.places, *b.places)}
    if len(a.places) == len(b.places) == len(of_countries) == 1:
        parts.append((a.places, b.places))
    return any(
        bool(some and others)
        and all(_is_proper(each, a) for each in some)
        and all(_is_proper(each, b) for each in others)
        and theirs.isdisjoint(named_words(each.name for each in some))
        and ours.isdisjoint(named_words(each.name for each in others))
        for some, others in parts
    )


def _is_proper(named: Participant | Place, mention: EventMention) -> bool:
    """Whether a name is one by itself, and no description that holds one: "Norsk Hydro", not "the head of Hydro".

    One word that begins the sentence need be no name: "Police", "Officers".
    """
    listed = named.name.split()
    if len(listed) == 1 and named.quote.start == mention.quote.start:
        return False
    return all(word[:1].isupper() or word[:1].isdigit() or not words(word) or word in NAME_PARTICLES for word in listed)


def _parties(mention: EventMention, role: Role) -> tuple[Participant, ...]:
    return tuple(p for p in mention.participants if p.role == role)


def _in_role(mention: EventMention, role: Role) -> list[str]:
    return [p.name for p in mention.participants if p.role == role]


def _is_common(mention: EventMention) -> bool:
    """Whether the trigger is a verb of so little content ("said", "came", "began") that it tells no events apart."""
    lemma, _, pos = mention.concepts[0].rpartition("/") if mention.concepts else ("", "", "")
    return pos == "VERB" and (event_verb(lemma) != "" or lemma in OCCURRENCE_VERBS)


def time_likeness(a: TimeSpan, b: TimeSpan) -> float:
    """What the agreement of two overlapping spans says: much for two equal days, little for a day and its decade."""
    longer = max((span.length or 36525 for span in (a, b)), default=36525)
    return 1.0 / (1.0 + math.log10(max(longer, 1)) / 1.5)

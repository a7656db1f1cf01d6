"""The likeness of two reports (0 to 1): how likely they tell of one event, by the words for it, its days and parties.

The words of whole sentences are not compared: these tell of one story, not of one event. Inside a story (`stories`) the
same word mostly names the same event, with or without a date. The weights are plain numbers, below; those for reports
of one story were chosen on ECB+ (`tests/benchmarks/merging_ecbplus.py`, which says how), the others by hand.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from timeline.dating.likeness import (
    Rarity,
    _names,
    agree,
    is_said,
    named_words,
    party_likeness,
    party_words,
    reach,
    trigger_likeness,
)
from timeline.events import OCCURRENCE_VERBS, words
from timeline.events.countries import countries
from timeline.events.words import NAME_PARTICLES
from timeline.language.lexicon import SAME_EVENT, event_verb
from timeline.merging.frames import shares_no_name, told_of_others
from timeline.model import Basis, EventMention, Extent, Participant, Place, Role, Status
from timeline.timespan import Granularity, TimeSpan

TRIGGER_WEIGHT, PARTIES_WEIGHT, TIME_WEIGHT = 0.5, 0.3, 0.2
"""The shares of the likeness that come from the words for the event, its parties and its days; 1 together."""

JOIN = 0.6
"""The least likeness (0 to 1) of two reports that are taken for one event. Words less alike than `lexicon.SAME_EVENT`
never make one event, whatever else agrees."""

EXACT_DAYS, MONTH_DAYS = 3, 31
"""The longest spans, in days, that count as a day and as a month."""

OPEN_DAYS = 10**7
"""The length, in days, that an open span is given where lengths are compared: more than the calendar has."""

UNKNOWN_LENGTH_DAYS = 36525
"""The length, in days, that an open span is given in `time_likeness`: a century."""

SAME_WORD = 0.88
"""The least likeness (0 to 1) of the words for an event in reports that share no party: the same word, or one derived
from it."""

SAME_IN_STORY, BESIDE_IN_STORY = 0.3, 0.25
"""What is added to the likeness of two reports of one story with the same word, and taken from it where the words that
are most alike are not both triggers: a story about a fire says "fire" in sentences about other events of it, too."""

UNDATED = 0.5
"""The likeness of time (0 to 1) of two reports of one story where one has no date, or their dates do not agree but can
still be of one day."""

TOLD_LATE_DAYS = 4
"""The most days between an event and its report, for one that is dated by publication alone."""


def compare(a: EventMention, b: EventMention, rarity: Rarity) -> float:
    """The likeness of two reports, 0 to 1, the same both ways round; 0 where something forbids that they are one event.

    Reports of one event also need something that ties them together: see `supported`.
    """
    in_story = rarity.one_story(a, b)
    time = _time(a, b, in_story=in_story)
    if not time or conflicting(a, b, rarity) or says_too_little(a, b):
        return 0.0
    likeness, pair = trigger_likeness(a, b)
    if likeness < SAME_EVENT:
        return 0.0
    score = TRIGGER_WEIGHT * likeness + PARTIES_WEIGHT * party_likeness(a, b, rarity) + TIME_WEIGHT * time
    if in_story:
        score += SAME_IN_STORY if likeness == 1.0 and not _is_common(a) and not _is_common(b) else 0.0
        score -= BESIDE_IN_STORY if pair != (a.concepts[0], b.concepts[0]) else 0.0
    return round(min(max(score, 0.0), 1.0), 4)


def _time(a: EventMention, b: EventMention, *, in_story: bool) -> float:
    """The likeness of the dates of two reports, 0 to 1; 0 where they cannot be of one day."""
    if a.when is not None and b.when is not None and agree(a.when, b.when):
        return time_likeness(a.when, b.when)
    ours, theirs = possible_days(a), possible_days(b)
    can_be_one = ours is None or theirs is None or ours.overlaps(theirs)
    return UNDATED if in_story and can_be_one else 0.0


def possible_days(mention: EventMention) -> TimeSpan | None:
    """The days on which the event of a report can have been; None where nothing is known.

    What is dated by publication alone can have been up to `TOLD_LATE_DAYS` before it.
    """
    if mention.when is None or mention.date.basis != Basis.PUBLICATION:
        return reach(mention.when) if mention.when is not None else None
    if mention.when.is_open:
        return mention.when
    days = reach(mention.when)
    first = days.first.plus(-TOLD_LATE_DAYS) if days.first is not None else None
    return TimeSpan(first, days.last, Granularity.RANGE, days.approximate)


def supported(a: EventMention, b: EventMention, rarity: Rarity) -> bool:
    """Whether more ties two reports together than words of one meaning and days in common: see `tied`, or one story."""
    if tied(a, b):
        return True
    agents = _in_role(a, Role.AGENT) and _in_role(b, Role.AGENT)
    others = agents and _is_common(a) and _is_common(b)  # "the coach said", "the mayor said"
    return rarity.one_story(a, b) and not (others or _is_long(a) or _is_long(b))


def tied(a: EventMention, b: EventMention) -> bool:
    """Whether two reports share a party or what their verbs govern, or give the same word and an exact day."""
    return _share(a, b) or _same_without_parties(a, b, trigger_likeness(a, b)[0])


def _is_long(mention: EventMention) -> bool:
    """Whether the words of a report give a span of more than a month, in which another date says little."""
    days = fixed_days(mention)
    return days is not None and days.length_or(OPEN_DAYS) > MONTH_DAYS


def _share(a: EventMention, b: EventMention) -> bool:
    """Whether two reports have a party, a place or what their verbs govern ("declared the outbreak") in common."""
    return bool(_governed(a) & _governed(b)) or not party_words(a).isdisjoint(party_words(b))


def _same_without_parties(a: EventMention, b: EventMention, likeness: float) -> bool:
    """Whether two reports that share no party are one event by the word for it and the day.

    In one document the same day is enough ("He died", below the headline). Across documents a verb says too little
    ("died", "returned"); a noun is enough if one report gives the day and the other at least the month. `likeness` is
    that of the words (0 to 1).
    """
    if a.when is None or b.when is None or likeness < SAME_WORD or _is_common(a) or _is_common(b):
        return False
    shorter, longer = sorted(span.length_or(OPEN_DAYS) for span in (a.when, b.when))
    if a.document == b.document:
        return longer <= EXACT_DAYS
    nouns = all(m.concepts[0].endswith("/NOUN") for m in (a, b) if m.concepts)
    return nouns and shorter <= EXACT_DAYS and longer <= MONTH_DAYS


def fixed_days(mention: EventMention) -> TimeSpan | None:
    """The days on which the event of a report must have been, by its own words; None where they do not say.

    A date taken from another report, or from the day of publication, fixes nothing.
    """
    free = mention.when is None or mention.date.basis in (Basis.PUBLICATION, Basis.ANCHORED)
    return reach(mention.when) if mention.when is not None and not free else None


def conflicting(a: EventMention, b: EventMention, rarity: Rarity) -> bool:
    """Whether two reports cannot be one event although their dates agree: one tells of its start and one of its end, or
    they are about different people.
    """
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
    if a.concepts[:1] == b.concepts[:1] and _is_of_a_day(a) and _is_of_a_day(b) and shares_no_name(a, b):
        return True
    return not rarity.one_story(a, b) and _others(a, b)


def _is_of_a_day(mention: EventMention) -> bool:
    """Whether a date tells the day of a report's event."""
    return mention.is_placed and mention.when is not None and mention.when.is_at_most(EXACT_DAYS)


def _others(a: EventMention, b: EventMention, *, patients_alone: bool = False) -> bool:
    """Whether two reports name different parties in the same role: who did it, whom it was done to, or where it was.

    A name that the other report has in another role counts as shared, since accounts may turn the roles round. Inside a
    story this is not asked, since other names say little there: three in five such pairs with one trigger are of one
    event all the same (ECB+), as one report names a person, the other the club or spokesman of that person. Inside a
    document only the patients count (`patients_alone`): "arrested Ann ... arrested Bob".
    """
    if not party_words(a).isdisjoint(named_words(_names(b))) or not party_words(b).isdisjoint(named_words(_names(a))):
        return False
    roles = (Role.PATIENT,) if patients_alone else (Role.AGENT, Role.PATIENT)
    parts = [(_in_role(a, role), _in_role(b, role)) for role in roles]
    if not patients_alone:
        parts.append(([place.name for place in a.places], [place.name for place in b.places]))
    return any(named_words(ours) and named_words(theirs) for ours, theirs in parts)


def _other_names(a: EventMention, b: EventMention) -> bool:
    """Whether two reports of one document tell the same of different names: "Berg resigned", "Rossi resigned"; "a bomb
    exploded in Kabul", "a bomb exploded in Herat".

    It asks for more than `_others`: the same word for the event, and in one role nothing but proper names in both
    reports, none of which the other report holds anywhere. "Berg" and "the head of the bank" can be one person; a town
    and its country can be one place; and several places can be the two ends of one journey.
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
    """Whether all words of a name belong to a proper name: "Norsk Hydro", not "the head of Hydro".

    A single word that begins the sentence does not count, since any word has a capital there: "Police".
    """
    listed = named.name.split()
    if len(listed) == 1 and named.quote.start == mention.quote.start:
        return False
    return all(word[:1].isupper() or word[:1].isdigit() or not words(word) or word in NAME_PARTICLES for word in listed)


def _parties(mention: EventMention, role: Role) -> tuple[Participant, ...]:
    """The participants in a role."""
    return tuple(p for p in mention.participants if p.role == role)


def _in_role(mention: EventMention, role: Role) -> list[str]:
    """The names of the participants in a role."""
    return [p.name for p in mention.participants if p.role == role]


def says_too_little(a: EventMention, b: EventMention) -> bool:
    """Whether two reports are both of what was said, and share neither a name nor what was declared: "she said"."""
    if not (is_said(a) and is_said(b)) or _governed(a) & _governed(b):
        return False
    return named_words(_names(a)).isdisjoint(named_words(_names(b)))


def _governed(mention: EventMention) -> frozenset[str]:
    """The concepts of the nouns that a report's verb governs: "declared the outbreak"."""
    return frozenset(concept for concept in mention.concepts[1:] if concept.endswith("/NOUN"))


def _is_common(mention: EventMention) -> bool:
    """Whether the trigger is a verb that any event can have and that tells none apart: "said", "came", "began"."""
    lemma, _, pos = mention.concepts[0].rpartition("/") if mention.concepts else ("", "", "")
    return pos == "VERB" and (event_verb(lemma) != "" or lemma in OCCURRENCE_VERBS)


def time_likeness(a: TimeSpan, b: TimeSpan) -> float:
    """The likeness of two overlapping spans, by the longer of them: 1 for one day, 0.5 for a month, 0.3 for a decade.

    >>> [round(time_likeness(span, span), 2) for span in (TimeSpan.day(2021, 5, 3), TimeSpan.month(2021, 5))]
    [1.0, 0.5]
    """
    longer = max(span.length_or(UNKNOWN_LENGTH_DAYS) for span in (a, b))
    return 1.0 / (1.0 + math.log10(longer) / 1.5)

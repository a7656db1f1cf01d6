"""Events that are still going on when they are told: "residents reported a sixth day of heavy fighting".

The sixth day is the day of publication, so the event began five days before and lasted until then. That holds only with
"a" or "an": "on the sixth day of the siege" may be long past, and counts from a beginning that is told elsewhere (see
`anchoring`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline import dates
from timeline.dating.crossdating import Analysis
from timeline.dating.narration import Told
from timeline.events import Draft
from timeline.language.lexicon import EVENT_NOUN, event_noun
from timeline.language.stems import stem
from timeline.model import Basis, DateMention, Document, Extent, Participant, Published, Quote, Role, Status
from timeline.timespan import Day, TimeSpan
from timeline.why import CountsFrom, Why

MAX_PUBLISHED_DAYS = 7
"""The widest span of publication, in days, that days are counted back from."""

LEMMA_STEM_LETTERS = 4
"""The letters by which the form of a word in the text is known for one of its lemma."""

_AS_NEWS = re.compile(r"\b(?:an?|yet\s+another)\s+(?:\w+\s+)?$", re.IGNORECASE)
_BEGINS_AS_NEWS = re.compile(r"an?\s", re.IGNORECASE)
_WORD = re.compile(r"\w+(?:-\w+)*")


def enduring(one: Analysis, placed: Sequence[DateMention], published: Published) -> Iterator[Told]:
    """The reports of a document that say how long an event has lasted up to publication, each with that whole span.

    `placed` are the document's dates, one for each candidate; a draft whose date has days already is left out.
    """
    beside: defaultdict[Quote, list[Draft]] = defaultdict(list)
    for draft in one.drafts:
        beside[draft.quote].append(draft)
    for draft in one.drafts:
        index = draft.candidate
        if index is None or draft.anchor is None or placed[index].when is not None:
            continue
        candidate = one.candidates[index]
        trigger = _trigger(draft)
        when = _lasted(candidate, published.when)
        if trigger is not None and when is not None and _is_news(one.document, candidate):
            parts = (candidate.quote.text, str(published.when))
            reason = Why("counted-back-from", parts, CountsFrom.PUBLICATION)
            date = replace(placed[index], when=when, basis=Basis.RELATIVE, reason=reason)
            yield Told(_of_event(draft, trigger, beside[draft.quote]), date, when, Extent.THROUGHOUT)


def _trigger(draft: Draft) -> Quote | None:
    """The noun behind the date that names what lasts ("fighting"); None where none there names an event."""
    anchor = draft.anchor
    if anchor is None or not anchor.concepts or anchor.definite or anchor.whose or draft.status != Status.OCCURRED:
        return None
    lemma, _, pos = anchor.concepts[0].rpartition("/")
    if event_noun(lemma) < EVENT_NOUN:
        return None
    beginning = stem(lemma, letters=LEMMA_STEM_LETTERS)
    words = [m for m in _WORD.finditer(anchor.quote.text) if m[0].lower().startswith(beginning)]
    if pos != "NOUN" or not words or not draft.quote.holds(anchor.quote):
        return None
    return Quote(anchor.quote.start + words[-1].start(), anchor.quote.start + words[-1].end(), words[-1][0])


def _is_news(document: Document, candidate: dates.Candidate) -> bool:
    """Whether an expression introduces its day as news, by "a", "an" or "yet another": "a sixth day"."""
    start = candidate.quote.start
    return bool(
        _BEGINS_AS_NEWS.match(candidate.quote.text) or _AS_NEWS.search(document.text, max(0, start - 20), start)
    )


def _lasted(candidate: dates.Candidate, day: TimeSpan | None) -> TimeSpan | None:
    """The days from an event's beginning to the publication of its text, of which `day` is the date.

    None where publication is unknown, open or wider than `MAX_PUBLISHED_DAYS`. Where it is known to several days, the
    span is approximate and ends in their middle.
    """
    if day is None or day.first is None or day.last is None or day.is_longer_than(MAX_PUBLISHED_DAYS):
        return None
    middle = TimeSpan.on(Day.from_ordinal((day.first.ordinal + day.last.ordinal) // 2))
    when = dates.lasting(candidate, middle)
    exact = day.length == 1 and not day.approximate
    return when if when is None or exact else when.about()


def _of_event(draft: Draft, trigger: Quote, sentence: Sequence[Draft]) -> Draft:
    """The draft made into one of the event that lasts.

    Whoever the drafts of its sentence name takes part in the event, and nobody as its agent: "residents" only report.
    """
    named = [p for other in reversed(sentence) for p in other.participants if _is_named(p, draft.quote)]
    parties = {p.name: replace(p, role=Role.OTHER) for p in named}
    places = {place.name: place for other in reversed(sentence) for place in other.places}
    anchor = draft.anchor
    return replace(
        draft,
        trigger=trigger,
        concepts=anchor.concepts if anchor is not None else draft.concepts,
        participants=tuple(sorted(parties.values(), key=lambda p: p.quote)),
        places=tuple(sorted(places.values(), key=lambda p: p.quote)),
        phase="",  # "began a sixth day" is not how it began
        tie=f"‘{trigger.text}’ is what is counted off",
        speaker=None,
    )


def _is_named(participant: Participant, sentence: Quote) -> bool:
    """Whether a party has a name: a word with a capital, and not only as it begins the sentence ("Residents said")."""
    words = _WORD.finditer(participant.quote.text)
    return any(word[0][0].isupper() and participant.quote.start + word.start() > sentence.start for word in words)

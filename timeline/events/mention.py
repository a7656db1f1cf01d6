"""A draft and its date -> the event mention, with its span, status and confidence."""

from __future__ import annotations

from dataclasses import replace

from timeline.events import confidence
from timeline.events.attach import looks_ahead
from timeline.events.draft import IN_PASSING, Draft, Tense
from timeline.model import (
    Basis,
    DateMention,
    DateType,
    EventMention,
    Extent,
    Published,
    PublishedBasis,
    Quote,
    Status,
)
from timeline.timespan import TimeSpan
from timeline.why import CountsFrom, Why, text


def on_publication(published: Published) -> DateMention:
    """The date of what a headline or lead tells: the day of publication, as far as it is known.

    A text that was written any time after its newest date tells no news of the day.
    """
    when = published.when if _is_near(published) else None
    reason = Why("headline-undated") if when is None else Why("headline", (published.reason,))
    return DateMention(None, DateType.DATE, str(when) if when else "", when, Basis.PUBLICATION, reason)


WIDEST_NEWS = 366
"""A span of publication of more days says nothing of when a headline's event was."""


def _is_near(published: Published) -> bool:
    when = published.when
    return when is not None and when.is_at_most(WIDEST_NEWS)


def contradicts(draft: Draft, when: TimeSpan, published: Published) -> bool:
    """Whether a draft that tells a past fact has days after publication, so that the date or the draft was misread.

    Plans are no contradiction: "had been due to open next May", "refused to come to the talks next week".
    """
    known = published.when
    told = draft.status in (Status.OCCURRED, Status.CLAIMED)
    if draft.tense != Tense.PAST or not told or when.first is None:
        return False
    return known is not None and known.last is not None and when.first > known.last


def lies_behind(draft: Draft, date: DateMention, published: Published) -> bool:
    """Whether what a text expects was counted to a time before it was written: then the date was misread.

    Of verbs alone ("expects to finish by the end of the year"): a deadline that has passed is still called one.
    """
    expected = draft.status == Status.PLANNED and draft.tense != Tense.PAST and not draft.described
    counted = date.basis in (Basis.RELATIVE, Basis.INFERRED)
    known, when = published.when, date.when
    of_verb = bool(draft.phase) or not any(concept.endswith("/NOUN") for concept in draft.concepts[:1])
    if not (expected and counted and of_verb):
        return False
    return bool(known and known.first and when and when.last and when.last < known.first)


def mention(
    draft: Draft,
    date: DateMention,
    when: TimeSpan | None,
    extent: Extent,
    published: Published,
    *,
    ahead: bool = False,
) -> EventMention:
    """The event mention of a draft.

    Args:
        draft: the draft.
        date: the date of its words.
        when: the days of its event, which a preposition may extend ("since May"); None for an undated event.
        extent: whether the event lasted all of these.
        published: when the document was published.
        ahead: whether the words around the date look forward, so that the event was still to come.

    """
    status, words = _status(draft, date, when, published, ahead=ahead)
    parts = confidence.parts(date, when, published, attachment=draft.attachment, quote=draft.quote)
    return EventMention(
        document=draft.document,
        quote=draft.quote,
        trigger=draft.trigger,
        date=_honest(date, published),
        when=when,
        title=draft.title,
        concepts=draft.concepts,
        phase=draft.phase,
        position=draft.position,
        extent=extent,
        status=status,
        status_words=words,
        speaker=draft.speaker,
        participants=draft.participants,
        places=draft.places,
        confidence=confidence.product(parts),
        reasons=(text(draft.tie), confidence.reason(parts)),
        aside=draft.telling in IN_PASSING,
    )


def _status(
    draft: Draft, date: DateMention, when: TimeSpan | None, published: Published, *, ahead: bool
) -> tuple[Status, Quote | None]:
    """What was still to come when written is planned, whatever its tense ("the talks on Friday", "meets next week")."""
    if draft.status != Status.OCCURRED or date.basis == Basis.PUBLICATION or draft.tense == Tense.PAST:
        return draft.status, draft.status_words
    if draft.tense == Tense.FUTURE:
        return Status.PLANNED, draft.trigger
    ahead = ahead or (date.quote is not None and looks_ahead(date.quote.text))
    known = published.when
    if when is None or when.first is None or known is None or known.first is None or known.last is None:
        return draft.status, draft.status_words
    if when.first > known.last or (ahead and when.first >= known.first):
        return Status.PLANNED, date.quote
    return draft.status, draft.status_words


def _honest(date: DateMention, published: Published) -> DateMention:
    """A date counted from a publication date that was worked out says so."""
    counted = date.basis in (Basis.RELATIVE, Basis.INFERRED)
    if not counted or published.basis != PublishedBasis.INFERRED or not date.reason.rests_on(CountsFrom.PUBLICATION):
        return date
    return replace(date, reason=Why(confidence.WORKED_OUT, (date.reason,)))

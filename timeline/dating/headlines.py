"""A headline or lead has no date of its own: it takes that of the text below it, where this tells of the same event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.dating.likeness import party_words, trigger_likeness
from timeline.events import Draft
from timeline.model import Basis, DateMention, DateType
from timeline.why import Why

MIN_LIKENESS = 0.8

MAX_NEWS_DAYS = 31
"""What is told as news is of a day or so; a whole year below it ("more planes than in 2004") is not its date."""


def date_below(
    headline: Draft, dated: Sequence[tuple[Draft, DateMention]], *, news: bool = False
) -> tuple[Draft, DateMention] | None:
    """The draft of the same document that tells of a headline's event, and its date for the headline.

    `dated` are the document's other drafts with their dates, in order. The words must be alike, and a party the same
    or the word itself a noun ("Probe into bid": "opened a probe"). None where there is no such draft.
    """
    best: tuple[float, Draft, DateMention] | None = None
    for draft, date in dated:
        if date.when is None or date.when.is_open or (news and (date.when.length or 0) > MAX_NEWS_DAYS):
            continue
        likeness, pair = trigger_likeness(headline, draft)
        shares = not party_words(headline).isdisjoint(party_words(draft))
        nouns = all(concept.endswith("/NOUN") for concept in pair)
        if likeness >= MIN_LIKENESS and (shares or nouns) and (best is None or likeness > best[0]):
            best = (likeness, draft, date)
    if best is None:
        return None
    _, draft, date = best
    words = date.quote.text if date.quote is not None else str(date.when)
    reason = Why("dated-below", (" ".join(words.split()), date.reason))
    return draft, replace(date, quote=None, type=DateType.DATE, basis=Basis.ANCHORED, reason=reason)

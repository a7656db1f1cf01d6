"""The date of a headline or lead that has none of its own: that of the same event in the text below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.dating.likeness import party_words, trigger_likeness
from timeline.events import Draft
from timeline.model import Basis, DateMention, DateType
from timeline.why import Why

HEADLINE_LIKENESS = 0.8
"""The least likeness (0 to 1) of the words for the event in a headline and in the text below it."""

MAX_NEWS_DAYS = 31
"""The longest span, in days, that dates what is told as news, or that publication may be known to for it: a whole year
in the text ("more planes than in 2004") is the date of something else."""


def date_below(
    headline: Draft, dated: Sequence[tuple[Draft, DateMention]], *, news: bool = False
) -> tuple[Draft, DateMention] | None:
    """The draft in a document that tells of its headline's event, and the date that the headline takes from it.

    Args:
        headline: the draft of the headline or lead.
        dated: the document's other drafts with their dates, in the order of the text.
        news: whether the text is news, whose headline has no date longer than `MAX_NEWS_DAYS`.

    Returns:
        None where no draft has a like word and, besides, a party in common or a noun in both ("Probe into bid" and
        "opened a probe").

    """
    best: tuple[float, Draft, DateMention] | None = None
    for draft, date in dated:
        if date.when is None or date.when.is_open or (news and date.when.is_longer_than(MAX_NEWS_DAYS)):
            continue
        likeness, pair = trigger_likeness(headline, draft)
        shares = not party_words(headline).isdisjoint(party_words(draft))
        nouns = all(concept.endswith("/NOUN") for concept in pair)
        if likeness >= HEADLINE_LIKENESS and (shares or nouns) and (best is None or likeness > best[0]):
            best = (likeness, draft, date)
    if best is None:
        return None
    _, draft, date = best
    words = date.quote.text if date.quote is not None else str(date.when)
    reason = Why("dated-below", (" ".join(words.split()), date.reason))
    return draft, replace(date, quote=None, type=DateType.DATE, basis=Basis.ANCHORED, reason=reason)

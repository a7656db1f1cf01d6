"""Anchored dates whose event has its date in the same words: "two days after the vote on 3 May", "the 3 May vote".

Read from the words alone, so that no parse is needed; all other anchors wait for the events of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from timeline.dates.anchors import anchored_mention
from timeline.dates.candidate import Candidate
from timeline.language.lexicon import EVENT_NOUN, event_noun
from timeline.model import DateMention
from timeline.why import Why

_OWNER = r"(?:(?:the|his|her|its|their|our|my|[A-Z][\w.-]*['’]s)\s+)?"
# No pronoun, preposition or conjunction may stand among the words: another clause would begin there.
_WORD = r"(?!(?:he|she|it|they|we|who|which|that|and|but|or|in|on|at|by|to|for|with|from|was|were|is|had|has)\b)[\w-]+"
_BEFORE_ITS_DATE = re.compile(rf"\s+{_OWNER}(?:{_WORD}\s+){{0,2}}(?P<event>{_WORD})\s+(?:on|in|of)\s+(?:the\s+)?")
_IN_FRONT = re.compile(rf"\s+{_OWNER}(?:{_WORD}\s+)?")
_BEHIND = re.compile(r"\s+(?P<event>[a-z][\w-]*)")


def anchored_inside(
    text: str, candidates: Sequence[Candidate], mentions: Sequence[DateMention]
) -> tuple[DateMention, ...]:
    """The dates of a text, with those that count from an event whose date stands beside its name.

    >>> from timeline.dates.find import find
    >>> from timeline.dates.resolve import resolve
    >>> text = "He left two days after the vote on 3 May 2011."
    >>> found = find(text)
    >>> [str(mention.when) for mention in anchored_inside(text, found, resolve(text, found, published=None))]
    ['2011-05-05', '2011-05-03']
    """
    result = list(mentions)
    for index, (candidate, date) in enumerate(pairwise(candidates)):
        when = mentions[index + 1].when
        if not candidate.is_anchored or mentions[index].when is not None or when is None or when.is_open:
            continue
        event = _event(text, candidate, date)
        if event:
            counting, words = (" ".join(quote.text.split()) for quote in (candidate.quote, date.quote))
            reason = Why("same-words", (counting, event, str(when), words))
            result[index] = anchored_mention(candidate, mentions[index], when, reason)
    return tuple(result)


def _event(text: str, candidate: Candidate, date: Candidate) -> str:
    """The event that stands right beside its date behind an anchored expression; empty where there is none."""
    between = text[candidate.quote.end : date.quote.start]
    before = _BEFORE_ITS_DATE.fullmatch(between)
    if before is not None and _names_event(before["event"]):
        return before["event"]
    behind = _BEHIND.match(text, date.quote.end)
    if behind is not None and _IN_FRONT.fullmatch(between) and _names_event(behind["event"]):
        return behind["event"]
    return ""


def _names_event(word: str) -> bool:
    return max(event_noun(word.lower()), event_noun(word.lower().removesuffix("s"))) >= EVENT_NOUN

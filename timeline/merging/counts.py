"""The numbers in a report: how many of what, and whether two such numbers can both be right.

Two kinds of counts are read, and only where they are surely of the event itself: a number before an agent or patient
("31 residents", "twelve jets"), and a number of people beside a word for harm that belongs to the trigger ("at least 34
were killed", "left two dozen dead"). Ages, times, percentages, sums of money and numbers of some among others ("31 of
the residents") are left out.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from timeline.dates.words import SCALES, SMALL_NUMBERS, TENS
from timeline.language.lexicon import concept, event_verb
from timeline.merging.count_words import ABOUT, AT_LEAST, AT_MOST, HARM, LESS, MORE, PEOPLE, PERSONS, SOME, UNCOUNTED
from timeline.model import EventMention, Quote, Role

NEAR = 0.2
"""The share (0 to 1) of a number by which "about" and "nearly" may be off."""

ROUND = 100
"""The least number that is taken to be rounded, to its last digit that is not 0."""

MAX_ASIDE_WORDS = 3
"""The most words from a number to what it counts, this included: "34 young government soldiers"."""


def _any(words: Iterable[str]) -> str:
    """A regular expression for one of some words; longer ones are tried first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


_SMALL = _any({*SMALL_NUMBERS, *TENS})
_IN_FIGURES = r"[1-9]\d{0,2}(?:,\d{3}){1,3}|[1-9]\d{0,11}"
_IN_WORDS = rf"(?:(?:{_any(TENS)})[-\s](?:{_any(SMALL_NUMBERS)})|{_SMALL}|a|half\sa)"
_SCALE = rf"(?:{_any((*SCALES, 'dozen', 'million', 'score'))})"
_NUMBER = rf"(?:(?:{_IN_FIGURES}|{_IN_WORDS})\s{_SCALE}|{_IN_FIGURES}|(?!an?\b|half\b){_IN_WORDS})"
_LEAD = rf"(?:{_any((*AT_LEAST, *AT_MOST, *MORE, *LESS, *ABOUT))})"
# A number that is no sum of money, percentage, time or age, and no part of a name or of a longer number.
_ALONE_BEFORE = r"(?<![\w$€£¥.,#:/-])"
_ALONE_BEHIND = rf"(?![\w%:/-]|[.,]\s?\d|\s(?:and\s)?(?:{_SMALL}|{_SCALE})\b|\s(?:{_any(UNCOUNTED)})\b)"
_COUNT = rf"(?:(?P<lead>{_LEAD})\s)?{_ALONE_BEFORE}(?P<number>{_NUMBER}){_ALONE_BEHIND}"
_PERSONS = rf"(?:[a-z][\w-]*\s){{0,{MAX_ASIDE_WORDS - 1}}}?(?:{_any((*PEOPLE, *PERSONS))})"
_HARM = _any(HARM)
_WERE = r"(?:\s(?:were|was|are|have\sbeen|had\sbeen|has\sbeen|have|had))?(?:\s(?:also|reportedly|confirmed|reported))?"
_NO_MORE = rf"(?!\s(?:{_any(SOME)})\b|\sof\s(?:the|them|those|these|whom)\b)"
_ENDS = r"(?=\s*(?:[.,;:!?)\"'”’–—-]|$)|\s(?:and|as|at|by|during|in|near|on|when|while|after|with)\b)"

_COUNTED_FIRST = re.compile(
    rf"(?:\b(?:left|leaves|leaving)\s)?{_COUNT}{_NO_MORE}(?:\s(?P<who>{_PERSONS}))?{_WERE}\s(?P<harm>{_HARM})\b",
    re.IGNORECASE,
)
_HARM_FIRST = re.compile(rf"\b(?P<harm>{_HARM})\s{_COUNT}{_NO_MORE}(?:\s(?P<who>{_PERSONS})\b|{_ENDS})", re.IGNORECASE)
_PHRASE = re.compile(rf"{_COUNT}{_NO_MORE}\s(?P<rest>.+)", re.IGNORECASE | re.DOTALL)
_CURRENCIES = ("$", "€", "£", "¥")
_BEFORE = re.compile(rf"(?:{_LEAD})\s+$", re.IGNORECASE)
_OTHERS = re.compile(rf"\b(?:{_any(SOME)})\s+$", re.IGNORECASE)
_PHRASE_ENDS = re.compile(r"\s+(?:of|from|in|at|on|who|that|which|to|with|for|aboard|and|including)\s|[,;:(–—]")

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Count:
    """A number of things or people in a report.

    `act` is what happened to them: "killed", "hurt" or the like, or the concept of the trigger. `thing` is the noun,
    without a plural s; "people" for all words that do not say which. `kind` are the words that narrow the noun
    ("British" soldiers). The number lies from `low` to `high`, both included. `text` is how the source words it.
    """

    act: str
    thing: str
    kind: frozenset[str]
    low: float
    high: float
    text: str

    def contradicts(self, other: Count) -> bool:
        """Whether two counts cannot both be right.

        Where one has a narrower kind, its number may be smaller, as a part of the other: "3 British soldiers" and "5
        soldiers" can both be right.
        """
        if (self.act, self.thing) != (other.act, other.thing):
            return False
        if self.kind == other.kind:
            return self.high < other.low or other.high < self.low
        if self.kind > other.kind:
            return self.low > other.high
        return other.kind > self.kind and other.low > self.high


def counts(mention: EventMention) -> tuple[Count, ...]:
    """The counts of a report: those of its parties, then those of harm; the first for each act and thing."""
    found = [*_of_parties(mention), *_of_harm(mention)]
    best: dict[tuple[str, str], Count] = {}
    for count in found:
        best.setdefault((count.act, count.thing), count)
    return tuple(best.values())


def _of_parties(mention: EventMention) -> Iterator[Count]:
    """The counts of agents and patients: "31 residents"."""
    lemma, _, pos = mention.concepts[0].rpartition("/") if mention.concepts else ("", "", "")
    if not lemma or (pos == "VERB" and event_verb(lemma)):
        return  # "said", "was": the number is of something else that the sentence tells
    for party in mention.participants:
        if party.role == Role.OTHER:
            continue
        before = mention.quote.text[: max(0, party.quote.start - mention.quote.start)]
        lead = _BEFORE.search(before)
        text = f"{lead[0].strip()} {party.quote.text}" if lead is not None else party.quote.text
        match = _PHRASE.match(text)
        if match is None or _OTHERS.search(before) or before.endswith(_CURRENCIES):
            continue
        counted = _PHRASE_ENDS.split(match["rest"])[0]
        words = counted.casefold().split()
        if words and all(_WORD.fullmatch(word) for word in words):
            yield _count(match, mention.concepts[0], words, text[: match.start("rest") + len(counted)])


def _of_harm(mention: EventMention) -> Iterator[Count]:
    """The counts of people who came to harm, where the word for harm is the trigger, or the count holds the trigger."""
    text = mention.quote.text
    trigger = _within(mention.trigger, mention.quote)
    for pattern in (_COUNTED_FIRST, _HARM_FIRST):
        for match in pattern.finditer(text):
            at = match.start("harm")
            own = trigger[0] <= at < trigger[1] or match.start() <= trigger[0] < match.end()
            if own and not _OTHERS.search(text[: match.start()]):
                words = (match["who"] or "people").casefold().split()
                start = match.start("lead") if match["lead"] else match.start("number")
                end = max(match.end("number"), match.end("who") if match["who"] else 0)
                told = text[start:end] if match["who"] else f"{text[start:end]} {match['harm']}"
                yield _count(match, match["harm"].casefold(), words, told)


def _within(inner: Quote, outer: Quote) -> tuple[int, int]:
    """The offsets (code points) of a quote in the text of another that holds it."""
    return inner.start - outer.start, inner.end - outer.start


def _count(match: re.Match[str], word: str, words: list[str], text: str) -> Count:
    """The count of a match: `word` is a word for harm or a concept, `words` what is counted, its noun last."""
    lemma, _, pos = word.rpartition("/")
    act = HARM.get(lemma or word) or concept(lemma or word, pos)
    *kind, noun = words
    low, high = _bounds(value(match["number"]), (match["lead"] or "").casefold())
    thing = "people" if noun in PEOPLE else noun.removesuffix("s")
    return Count(act, thing, frozenset(kind), low, high, " ".join(text.split()))


def value(text: str) -> float:
    """The number that some words or figures name.

    >>> value("thirty-one"), value("two dozen"), value("1,200"), value("half a million")
    (31.0, 24.0, 1200.0, 500000.0)
    """
    scales = {**SCALES, "dozen": 12, "score": 20, "million": 1_000_000}
    total, scale = 0.0, 1.0
    for word in text.casefold().replace("-", " ").split():
        if word in scales:
            scale *= scales[word]
        elif word == "half":
            scale *= 0.5
        elif word != "a":
            total += float(TENS.get(word) or SMALL_NUMBERS.get(word) or float(word.replace(",", "")))
    return (total or 1.0) * scale


def _bounds(number: float, lead: str) -> tuple[float, float]:
    """The least and the greatest number that some words allow; `lead` are those before the number, such as "at least".

    >>> _bounds(30, "at least"), _bounds(30, ""), _bounds(1200, "")
    ((30, inf), (30, 30), (1150.0, 1250.0))
    """
    if lead in AT_LEAST:
        return number, math.inf
    if lead in MORE:
        return number + 1, math.inf
    if lead in AT_MOST:
        return 0, number
    if lead in LESS:
        return (1 - NEAR) * number, number - 1
    if lead in ABOUT:
        return (1 - NEAR) * number, (1 + NEAR) * number
    if number < ROUND:
        return number, number
    figures = str(int(number)).rstrip("0")
    half = 10 ** (len(str(int(number))) - len(figures)) / 2 if len(figures) < len(str(int(number))) else 0.0
    return number - half, number + half

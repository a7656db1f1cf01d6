"""Further events of a sentence: those that share a date with another by grammar, and those told without a date.

These are candidates: `timeline.dating.narration` dates those without a date by the text around them, or drops them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from timeline.events import status
from timeline.events.attach import Tie, names_event
from timeline.events.draft import Telling, Tense
from timeline.events.tree import NOUNS, base, case_of, child, children, is_participle, is_verbal
from timeline.events.words import (
    AT_ONCE_MARKS,
    DEFINITE_WORDS,
    FRAME_PREPOSITIONS,
    LATER_WORDS,
    NO_OCCASIONS,
    OBTAINING_VERBS,
    OCCURRENCE_VERBS,
    SUPPORT_VERBS,
)
from timeline.language import Sentence, Token
from timeline.language.lexicon import event_noun, event_verb, is_verb
from timeline.model import Position, Status

NO_FACTS = frozenset({"state", "attitude"})
"""Classes of verbs (`lexicon.event_verb`) for states and states of mind, which are no events of a day."""

OCCASION = 0.6
"""The least `lexicon.event_noun` (0 to 1) of a noun that is the occasion of another event: "at a ceremony"."""

BESIDE, UNDATED = 0.6, 0.5
"""Scores (0 to 1) of how surely an event belongs to the date of another in its sentence, and to no date."""

_ORDINAL = re.compile(r"\bthe \d{1,2}(?:st|nd|rd|th)\b", re.IGNORECASE)
"""A day that the month before it may complete: "on the 14th"."""


@dataclass(frozen=True, slots=True)
class Further:
    """A further trigger of a sentence, and how it is told.

    `beside` is the start of the trigger whose time it shares.
    """

    tie: Tie
    telling: Telling
    beside: int | None = None


def brings_about(verb: str) -> bool:
    """Whether a verb (its lemma) makes its noun happen: "signed a deal", "won the order".

    >>> brings_about("sign"), brings_about("delay")
    (True, False)
    """
    return event_verb(verb) == "light" or verb in SUPPORT_VERBS or verb in OBTAINING_VERBS


def further(
    sentence: Sentence,
    own: Mapping[Tie, bool],
    dates: frozenset[int],
    *,
    dated: bool = False,
    position: Position = Position.BODY,
) -> Iterator[Further]:
    """The triggers of a sentence beside those that have a date or are what a headline or lead is about.

    `own` are these, each with whether it has a date; `dates` are the tokens of all dates. `dated` says that some of
    these name days: then nothing in the sentence but what is said goes on from the sentences before it.
    """
    dated = dated or _ORDINAL.search(sentence.text) is not None
    taken = {i for tie in own for i in (tie.token, tie.by, tie.stand_in) if i is not None} | dates
    for tie, has_date in own.items():
        for index, why in _sharing(sentence, tie, dated=has_date):
            if index not in taken and _is_fact(sentence, index, or_plan=True):
                taken.add(index)
                yield Further(Tie(index, BESIDE, why), Telling.SHARED, sentence.tokens[tie.token].start)
    words = (token for token in sentence.tokens if token.pos in ("VERB", "NOUN"))
    for token in sorted(words, key=lambda t: (t.pos != "VERB", _is_adjunct(sentence, t), t.index)):
        telling = None
        if token.index not in taken:
            telling = _telling(sentence, token, position, dated=dated, timed=bool(dates))
        if telling is None:
            continue
        taken.add(token.index)
        tie = Tie(token.index, UNDATED, f"{_shown(token)} is told without a date")
        yield Further(tie, telling)
        for index, why in _sharing(sentence, tie, dated=False):
            if index not in taken and _is_fact(sentence, index):
                taken.add(index)
                yield Further(Tie(index, UNDATED, why), Telling.SHARED, token.start)


def shares(sentence: Sentence, token: int, tie: Tie) -> bool:
    """Whether the event of a token has the date of another: "rang" in "the bells rang when they met on 3 May"."""
    found = {index for index, _ in _sharing(sentence, tie, dated=True)}
    return token in found and _is_fact(sentence, token, or_plan=True)


def _sharing(sentence: Sentence, tie: Tie, *, dated: bool) -> Iterator[tuple[int, str]]:
    """The tokens whose events are at the time of another, and why."""
    token = sentence.tokens[tie.token]
    shown = _shown(token)
    waiting = [tie.token if tie.by is None else tie.by]
    if token.pos in NOUNS and not is_verbal(sentence, token) and tie.by is None:
        above = sentence.tokens[token.head]
        framed = base(token) == "obl" and case_of(sentence, token.index) in FRAME_PREPOSITIONS
        if not (framed and above.pos == "VERB" and dated):
            return
        yield above.index, f"{_shown(above)} is told of the time of {shown}"
        waiting = [above.index]
    seen = {tie.token}
    seen.update(waiting)
    while waiting:
        verb = sentence.tokens[waiting.pop(0)]
        if verb.pos != "VERB":
            continue
        for other in _at_once(sentence, verb):
            if other.index not in seen:
                seen.add(other.index)
                waiting.append(other.index)
                yield other.index, f"{_shown(other)} goes with {shown}"
        for noun in _nouns(sentence, verb):
            if noun.index not in seen and names_event(noun):
                seen.add(noun.index)
                yield noun.index, f"{_shown(noun)} is what {_shown(verb)} tells of"


def _nouns(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """The nouns that name a verb's event with it ("began the talks", "won the order") or what it was a part of."""
    lemma = verb.lemma.lower()
    if event_verb(lemma) == "aspect" or lemma in OCCURRENCE_VERBS - {"be"}:
        yield from children(sentence, verb.index, "nsubj", "nsubj:pass", "obj")
    elif brings_about(lemma):
        yield from children(sentence, verb.index, "nsubj:pass", "obj")
    for noun in children(sentence, verb.index, "obl"):
        if case_of(sentence, noun.index) in FRAME_PREPOSITIONS and _is_occasion(sentence, noun):
            yield noun


def _is_occasion(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun names what others can happen in the course of: "at a ceremony", but not "in response"."""
    lemma = noun.lemma.lower()
    if case_of(sentence, noun.index) == "during":
        return names_event(noun)
    named = noun.pos == "NOUN" and lemma not in NO_OCCASIONS and event_noun(lemma) >= OCCASION
    described = child(sentence, noun.index, "det", "nmod:poss", "amod") is not None
    return named and described and _is_fact(sentence, noun.index)


def _at_once(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """The verbs whose clauses tell of the same time as a verb's.

    A verb has the time of the one that its time clause tells of, but not the date of a mere participle: "declared a
    truce, beginning on Monday".
    """
    for below in children(sentence, verb.index, "advcl", "xcomp", "acl"):
        if _is_adjunct(sentence, below) or _is_time_clause(sentence, below, verb):
            yield below
    above = sentence.tokens[verb.head]
    if above.index != verb.index and above.pos == "VERB" and _is_time_clause(sentence, verb, above):
        yield above


def _is_adjunct(sentence: Sentence, verb: Token) -> bool:
    """Whether a participle says what went on or came of it at once: "struck the hangar, killing 20"."""
    if verb.tag != "VBG" or base(verb) not in ("advcl", "acl", "xcomp") or verb.pos != "VERB":
        return False
    if base(verb) == "acl" and sentence.tokens[verb.index - 1].text != ",":
        return False
    if any(t.text.lower() in LATER_WORDS for t in children(sentence, verb.index, "advmod")):  # "later selling it"
        return False
    marks = {t.text.lower() for t in children(sentence, verb.index, "mark", "case")}
    return not marks - AT_ONCE_MARKS


def _is_time_clause(sentence: Sentence, verb: Token, above: Token) -> bool:
    """Whether a finite clause tells when the one above was; "when it arrives" has the present for the future."""
    marks = {t.text.lower() for t in children(sentence, verb.index, "mark")}
    marks |= {t.text.lower() for t in children(sentence, verb.index, "advmod") if t.tag == "WRB"}
    bare = is_participle(verb) and child(sentence, verb.index, "aux") is None  # "as announced"
    clause = verb.pos == "VERB" and base(verb) == "advcl" and not bare and not _is_pluperfect(sentence, verb)
    if not clause or not marks or marks - AT_ONCE_MARKS:
        return False
    own, other = status.tense(sentence, verb.index), status.tense(sentence, above.index)
    return own == other or (own, other) == (Tense.PRESENT, Tense.FUTURE)


def _telling(sentence: Sentence, token: Token, position: Position, *, dated: bool, timed: bool) -> Telling | None:
    """How an event is told that no date is tied to; None for what is none, or has not happened."""
    if token.pos == "NOUN":
        again = not is_verbal(sentence, token) and _is_noun_again(sentence, token, position)
        return Telling.AGAIN if again else None
    if token.pos != "VERB" or not _heads_clause(sentence, token, position) or not _is_fact(sentence, token.index):
        return None
    if not _is_main(sentence, token) or _is_pluperfect(sentence, token) or sentence.text.rstrip().endswith("?"):
        return Telling.AGAIN
    tense = status.tense(sentence, token.index)
    helpers = {t.lemma.lower() for t in children(sentence, token.index, "aux", "aux:pass")}
    if event_verb(token.lemma.lower()) == "report" and tense in (Tense.PAST, Tense.PRESENT):
        return Telling.AGAIN if dated and base(token) == "conj" else Telling.NOW
    if dated:
        return Telling.AGAIN
    if "have" in helpers or (token.tag == "VBG" and tense == Tense.PRESENT):
        return Telling.AGAIN if timed else Telling.NOW  # "have gained ground in recent months"
    return Telling.STORY if tense == Tense.PAST and (token.tag == "VBD" or helpers) else Telling.AGAIN


def _is_main(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb carries a sentence on, alone or with others, and does not tell what lies behind it."""
    if base(verb) in ("conj", "parataxis"):
        above = sentence.tokens[verb.head]
        return above.pos != "VERB" or _is_main(sentence, above)
    if _is_time_clause(sentence, verb, sentence.tokens[verb.head]):
        return _is_main(sentence, sentence.tokens[verb.head])
    return base(verb) == "root"


def _heads_clause(sentence: Sentence, verb: Token, position: Position) -> bool:
    """Whether a verb tells something by itself, and does not only describe a noun: "a jet built in May"."""
    if base(verb) in ("amod", "case", "compound") or not is_verb(verb.lemma):
        return False
    if position == Position.HEADLINE and is_participle(verb):  # "Test flight delayed"
        return True
    return base(verb) != "acl" or verb.tag == "VBG" or child(sentence, verb.index, "nsubj", "aux") is not None


def _is_pluperfect(sentence: Sentence, token: Token) -> bool:
    """Whether a verb tells what lies before the time of the text around it: "had signed"."""
    helpers = list(children(sentence, token.index, "aux"))
    return any(t.lemma == "have" and t.feature("Tense") == "Past" for t in helpers)


def _is_noun_again(sentence: Sentence, token: Token, position: Position) -> bool:
    """Whether a noun can tell an event again: a definite one, or any of a headline or lead."""
    if base(token) in ("compound", "conj", "flat") or not names_event(token):
        return False
    words = {t.text.lower() for t in children(sentence, token.index, "det", "nmod:poss")}
    return position != Position.BODY or bool(words & DEFINITE_WORDS)


def _is_fact(sentence: Sentence, index: int, *, or_plan: bool = False) -> bool:
    """Whether an event is told as something that happened, or is to happen."""
    token = sentence.tokens[index]
    if token.pos == "VERB":
        kind = event_verb(token.lemma.lower())
        intends = kind == "intention" and child(sentence, index, "xcomp") is not None  # but "the door failed"
        if kind in NO_FACTS or intends or not is_verb(token.lemma):
            return False
    told = status.verdict(sentence, index).status
    return told in (Status.OCCURRED, Status.CLAIMED) or (or_plan and told == Status.PLANNED)


def _shown(token: Token) -> str:
    return f"‘{' '.join(token.text.split())}’"

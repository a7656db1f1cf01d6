"""The event that a trigger is about, where it names a part of one: "the start of the talks", "complete the sale"."""

from __future__ import annotations

import sys

from timeline.events.attach import hyphenated, names_event
from timeline.events.tree import NOUNS, case_of, child, children, is_verbal, subject
from timeline.events.words import PHASES, STAGES
from timeline.language import Sentence, Token
from timeline.language.lexicon import is_verb


def phase(sentence: Sentence, trigger: int) -> str:
    """The part of an event that a trigger is about alone: "start", "middle" or "end"; "" for the whole."""
    return PHASES.get(sentence.tokens[trigger].lemma.lower(), "")


def core(sentence: Sentence, trigger: int) -> int:
    """The index of the token for the event that a trigger is about: its own, unless it names the end of another event.

    "the start of the final phase of the withdrawal" is about the withdrawal; "talks began" and "completed the talks"
    are about the talks. The other way round, a noun whose verb names its end stays what it is.
    """
    token = sentence.tokens[trigger]
    if not phase(sentence, trigger) and token.lemma.lower() not in STAGES:
        return trigger
    if token.pos in NOUNS:
        inner = next((t for t in children(sentence, trigger, "nmod") if case_of(sentence, t.index) == "of"), None)
        return core(sentence, inner.index) if inner is not None and names_event(inner) else trigger
    for party in (child(sentence, trigger, "obj"), subject(sentence, trigger)):
        if party is not None and party.tag in ("WDT", "WP"):
            party = _antecedent(sentence, party)
        if party is not None and names_event(party):
            return core(sentence, party.index)
    return trigger


def _antecedent(sentence: Sentence, pronoun: Token) -> Token | None:
    """The event that "which" means: the nearest one before it."""
    return next((t for t in reversed(sentence.tokens[: pronoun.index]) if names_event(t)), None)


def concepts(sentence: Sentence, trigger: int) -> tuple[str, ...]:
    """The words that name an event as lemma/POS, the one that says most first.

    "signed the peace deal" gives deal/NOUN and sign/VERB; "the withdrawal deal" deal/NOUN and withdrawal/NOUN; "the
    start of the talks" talk/NOUN and start/NOUN.
    """
    heart = core(sentence, trigger)
    token = sentence.tokens[heart]
    found = [heart]
    if token.pos in NOUNS and not is_verbal(sentence, token):
        found += [t.index for t in children(sentence, heart, "compound", "amod") if names_event(t)]
        above = sentence.tokens[token.head]
        if token.dep == "compound" and above.pos in NOUNS:
            found.append(above.index)
    else:
        found += [t.index for t in children(sentence, heart, "obj", "nsubj:pass", "xcomp") if names_event(t)]
    return tuple(dict.fromkeys(_concept(sentence, index) for index in found))


def _concept(sentence: Sentence, index: int) -> str:
    """Lemma/POS of a word; one that hyphens join is taken whole ("pull-out"), and so is a verb with its particle."""
    token = sentence.tokens[index]
    first, last = hyphenated(sentence, index)
    lemma = token.lemma if first == last else sentence.between(first, last + 1)
    particle = child(sentence, index, "compound:prt") if token.pos == "VERB" else None
    if particle is not None and is_verb(f"{lemma} {particle.text}"):
        lemma = f"{lemma} {particle.text}"
    return sys.intern(f"{lemma.lower()}/{'NOUN' if token.pos == 'PROPN' else token.pos}")  # held by many reports

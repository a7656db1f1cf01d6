"""Who takes part in an event and where it happens, from the words around its trigger."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.events.attach import hyphenated, names_event
from timeline.events.countries import adjectives, countries
from timeline.events.tree import NOUNS, antecedent, base, case_of, children, climb, is_passive, subject
from timeline.events.words import NAME_PARTICLES, NO_PARTIES, PARTY_PREPOSITIONS, PLACE_NOUNS, PLACE_PREPOSITIONS
from timeline.language import Sentence, Token
from timeline.model import Participant, Place, Quote, Role

_IN_NAME = frozenset({"amod", "compound", "flat", "nummod", "nmod:poss", "goeswith", "punct", "case"})


def participants(sentence: Sentence, trigger: int, dates: frozenset[int]) -> tuple[Participant, ...]:
    """The parties of an event, in the order of the text, each once. `dates` are the tokens that are dates."""
    found: dict[tuple[int, int], Participant] = {}
    for token, role in _parties(sentence, trigger):
        for head in (token, *children(sentence, token.index, "conj")):
            if head.index in dates or head.pos not in NOUNS or names_event(head):
                continue
            start, end, name = _name(sentence, _second_name(sentence, head), dates)
            if not _is_party(head, name):
                continue
            found.setdefault((start, end), Participant(_quote(sentence, start, end), role, name))
    return tuple(sorted(found.values(), key=lambda p: p.quote))


def places(sentence: Sentence, trigger: int, dates: frozenset[int]) -> tuple[Place, ...]:
    """Where an event happens: names of places in its phrase, else any that the sentence places something in."""
    located = [t for t in sentence.tokens if t.pos == "PROPN" and t.index not in dates and _is_place(sentence, t)]
    near = set(sentence.subtree(trigger)) if located else ()
    chosen = [t for t in located if t.index in near] or located
    found: dict[tuple[int, int], Place] = {}
    for token in chosen:
        start, end = _entity_span(sentence, token)
        found.setdefault((start, end), Place(_quote(sentence, start, end), sentence.slice(start, end)))
    return tuple(sorted(found.values(), key=lambda p: p.quote))


def _is_party(head: Token, name: str) -> bool:
    """Whether words can name a party: no mere letter, number, measure or noun that only completes its verb."""
    if sum(letter.isalpha() for letter in name) < 2:
        return False
    return head.pos == "PROPN" or head.lemma.lower() not in NO_PARTIES


def _parties(sentence: Sentence, trigger: int) -> Iterator[tuple[Token, Role]]:
    token = sentence.tokens[trigger]
    yield from _of_noun(sentence, token) if token.pos in NOUNS else _of_verb(sentence, token)


def _of_verb(sentence: Sentence, verb: Token) -> Iterator[tuple[Token, Role]]:
    passive = is_passive(sentence, verb.index)
    actor = subject(sentence, verb.index)
    if actor is not None and actor.pos == "PRON":
        actor = antecedent(sentence, actor)
    if actor is not None:
        yield actor, Role.PATIENT if passive else Role.AGENT
    for token in children(sentence, verb.index, "obj", "iobj"):
        yield token, Role.PATIENT
    for token in children(sentence, verb.index, "obl"):
        case = case_of(sentence, token.index)
        if token.dep == "obl:agent" or (passive and case == "by"):
            yield token, Role.AGENT
        elif case in PARTY_PREPOSITIONS:
            yield token, Role.OTHER
    for token in children(sentence, verb.index, "obj", "nsubj:pass"):
        yield from ((t, r) for t, r in _of_noun(sentence, token) if r == Role.OTHER)


def _of_noun(sentence: Sentence, noun: Token) -> Iterator[tuple[Token, Role]]:  # noqa: C901  one branch a relation of syntax
    for token in children(sentence, noun.index, "nmod", "compound", "amod"):
        case = case_of(sentence, token.index)
        if token.dep == "nmod:poss" or case == "by":
            yield token, Role.AGENT
        elif case == "of":
            yield token, Role.PATIENT
        elif case in PARTY_PREPOSITIONS:
            yield token, Role.OTHER
        elif base(token) == "compound" and token.pos == "PROPN":
            yield token, Role.OTHER
            yield from ((other, Role.OTHER) for other in _hyphenated(sentence, token))
    for token in children(sentence, noun.index, "acl"):
        for party in children(sentence, token.index, "obl"):
            if case_of(sentence, party.index) in ("by", "between"):
                yield party, Role.AGENT
    if base(noun) in ("obl", "nmod"):
        yield from ((t, Role.OTHER) for t in _of_clause(sentence, noun))
    if base(noun) in ("obj", "nsubj") or noun.dep == "nsubj:pass":
        above = sentence.tokens[noun.head]
        actor = subject(sentence, above.index)
        if base(noun) == "obj" and actor is not None:
            yield actor, Role.AGENT
        for token in children(sentence, above.index, "obl"):
            if base(noun) == "obj" and case_of(sentence, token.index) in PARTY_PREPOSITIONS:
                yield token, Role.OTHER


def _of_clause(sentence: Sentence, noun: Token) -> Iterator[Token]:
    """The named subject of the clause that an event only frames: "Under the 2020 deal, the US has committed to ..."."""
    for above in climb(sentence, noun.index):
        if above.pos in ("VERB", "AUX"):
            actor = subject(sentence, above.index)
            if actor is not None and actor.pos == "PROPN":
                yield actor
            return


def _second_name(sentence: Sentence, head: Token) -> Token:
    """The name behind a description: "another leader, Abu Muhammad"."""
    if head.pos == "PROPN":
        return head
    names = (t for t in children(sentence, head.index, "appos", "flat", "compound", "amod") if t.index > head.index)
    return next((t for t in names if t.pos == "PROPN"), head)


def _hyphenated(sentence: Sentence, token: Token) -> Iterator[Token]:
    """The other party of "the US-Iran deal"."""
    at = token.index
    if at < 2 or sentence.tokens[at - 1].text not in ("-", "–") or sentence.tokens[at - 2].pos != "PROPN":
        return
    if not _is_one_word(sentence, at - 1):
        yield sentence.tokens[at - 2]


def _name(sentence: Sentence, head: Token, dates: frozenset[int]) -> tuple[int, int, str]:
    """The span of a party's name: the named entity around the head, else the head with what stands close before it."""
    entity = next((e for e in sentence.entities if e.start <= head.start and head.end <= e.end), None)
    if entity is not None:
        return entity.start, entity.end, entity.text
    first = last = head.index
    while first > 0:
        token = sentence.tokens[first - 1]
        if token.text in ("-", "–") and first > 1 and _is_one_word(sentence, first - 1):
            first -= 2
            continue
        joined = token.pos == "CCONJ" or base(token) == "conj"
        inside = (
            (joined and token.head < head.index and first < head.index)
            or token.dep in _IN_NAME
            or base(token) in _IN_NAME
        )
        if not inside or token.index in dates or token.pos in ("DET", "ADP", "PRON", "PUNCT"):
            break
        first -= 1
    while last + 1 < len(sentence.tokens) and base(sentence.tokens[last + 1]) == "flat":
        last += 1
    while (
        last + 2 < len(sentence.tokens) and sentence.tokens[last + 1].text == "-" and _is_one_word(sentence, last + 1)
    ):
        last += 2
    while first < head.index and (
        sentence.tokens[first].pos in ("PART", "PUNCT", "CCONJ") or not sentence.tokens[first].text[:1].isalnum()
    ):
        first += 1
    start, end = sentence.tokens[first].start, sentence.tokens[last].end
    return start, end, " ".join(sentence.slice(start, end).split())


def _is_one_word(sentence: Sentence, hyphen: int) -> bool:
    """Whether a hyphen makes one word of its neighbours ("al-Amin", "long-haul"), not two parties ("US-Iran")."""
    before, after = sentence.tokens[hyphen - 1], sentence.tokens[hyphen + 1]
    glued = before.end == sentence.tokens[hyphen].start and sentence.tokens[hyphen].end == after.start
    if before.text.lower() in NAME_PARTICLES or not glued:
        return before.text.lower() in NAME_PARTICLES
    named = any(e.end == before.end for e in sentence.entities) or any(
        e.start == after.start for e in sentence.entities
    )
    return not named and before.text not in countries() and before.text not in adjectives()


def _entity_span(sentence: Sentence, token: Token) -> tuple[int, int]:
    entity = next((e for e in sentence.entities if e.start <= token.start and token.end <= e.end), None)
    if entity is not None:
        return entity.start, entity.end
    first, last = hyphenated(sentence, token.index)
    while first > 0 and sentence.tokens[first - 1].pos == "PROPN" and sentence.tokens[first - 1].head == token.index:
        first -= 1
    while last + 1 < len(sentence.tokens) and base(sentence.tokens[last + 1]) == "flat":
        last += 1
    return sentence.tokens[first].start, sentence.tokens[last].end


def _is_place(sentence: Sentence, token: Token) -> bool:
    label = next((e.label for e in sentence.entities if e.start <= token.start < e.end), "")
    if label in ("PER", "ORG") or token.text in adjectives():
        return False
    if base(token) == "appos":
        head = sentence.tokens[token.head]
        return head.lemma.lower() in PLACE_NOUNS and case_of(sentence, head.index) in PLACE_PREPOSITIONS
    if base(token) in ("compound", "flat"):
        head = sentence.tokens[token.head]
        return head.lemma.lower() in PLACE_NOUNS and case_of(sentence, head.index) in PLACE_PREPOSITIONS
    placed = case_of(sentence, token.index) in PLACE_PREPOSITIONS
    return placed and (label == "LOC" or base(token) in ("obl", "nmod"))


def _quote(sentence: Sentence, start: int, end: int) -> Quote:
    return Quote(start, end, sentence.slice(start, end))

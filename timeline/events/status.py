"""Whether an event happened, is planned, claimed, denied or possible, by words that can be quoted; and who says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.events.attach import names_event
from timeline.events.draft import Tense
from timeline.events.tree import NOUNS, base, child, children, climb, phrase, subject
from timeline.events.words import (
    CLAIM_ADVERBS,
    CLAIM_VERBS,
    DENIAL_VERBS,
    NEGATIONS,
    PLAN_NOUNS,
    PLAN_WORDS,
    POSSIBLE_AUXILIARIES,
    POSSIBLE_VERBS,
)
from timeline.language import Sentence, Token
from timeline.language.lexicon import event_verb
from timeline.model import Quote, Status

_COMPLEMENTS = frozenset({"ccomp", "xcomp", "acl", "csubj"})
_OPENING, _CLOSING = "“‘\"'", "”’\"'"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status and the words that decided it, None where nothing speaks against the plain telling."""

    status: Status
    words: Quote | None = None


def verdict(sentence: Sentence, trigger: int) -> Verdict:
    """The status of the event that a trigger names; the nearest deciding word wins."""
    for status, token in _signs(sentence, trigger):
        return Verdict(status, Quote(token.start, token.end, token.text))
    quoted = _quotation_around(sentence, trigger)
    return Verdict(Status.CLAIMED, quoted) if quoted is not None else Verdict(Status.OCCURRED)


def tense(sentence: Sentence, trigger: int) -> Tense:
    """The time of which the clause of a trigger speaks."""
    token = sentence.tokens[trigger]
    if token.pos in NOUNS and child(sentence, trigger, "cop") is None:
        return Tense.NONE
    helpers = list(children(sentence, trigger, "aux", "cop"))
    if any(helper.lemma.lower() in ("will", "shall", "'ll", "’ll") for helper in helpers):
        return Tense.FUTURE
    if any(helper.lemma in ("have",) or helper.feature("Tense") == "Past" for helper in helpers):
        return Tense.PAST
    if any(helper.feature("Tense") == "Pres" for helper in helpers):
        return Tense.PRESENT
    if token.tag in ("VBD", "VBN"):
        return Tense.PAST
    return Tense.PRESENT if token.tag in ("VBZ", "VBP") else Tense.NONE


def speaker(sentence: Sentence, trigger: int) -> Quote | None:
    """Who says it: the subject of the verb of saying above the trigger, or the one named by "according to"."""
    token = sentence.tokens[trigger]
    for above in _saying_verbs(sentence, token):
        actor = subject(sentence, above.index)
        if actor is not None and actor.index != trigger:
            return _named(sentence, actor)
    for party in sentence.tokens:
        if party.pos in NOUNS and sentence.between(*_case_span(sentence, party)).lower() == "according to":
            return _named(sentence, party)
    return None


def _signs(sentence: Sentence, trigger: int) -> Iterator[tuple[Status, Token]]:
    """The words that bear on the status, nearest first: beside the trigger, then up the chain of what governs it."""
    yield from _beside(sentence, trigger)
    token = sentence.tokens[trigger]
    if token.lemma.lower() in PLAN_NOUNS:
        yield Status.PLANNED, token
    for part in (*children(sentence, trigger, "compound"), *children(sentence, trigger, "amod")):
        if part.lemma.lower() in ("planned", "scheduled", "proposed", "upcoming", "imminent", "expected"):
            yield Status.PLANNED, part
    below = token
    for above in climb(sentence, trigger):
        if below.pos in NOUNS and above.lemma.lower() in PLAN_NOUNS and base(below) == "compound":
            yield Status.PLANNED, above
        if base(below) in _COMPLEMENTS or (base(below) in ("obj", "nsubj") and token.pos in NOUNS):
            yield from _governor(sentence, above, below)
        elif base(below) == "parataxis" and above.lemma.lower() in CLAIM_VERBS:
            yield Status.CLAIMED, above
        if base(below) in ("advcl", "acl") and child(sentence, below.index, "mark") is not None:
            mark = child(sentence, below.index, "mark")
            if mark is not None and mark.text.lower() in ("if", "unless", "whether"):
                yield Status.POSSIBLE, mark
        if base(below) in ("advcl", "conj", "parataxis", "appos") or below.dep == "acl:relcl":
            break
        below = above


def _beside(sentence: Sentence, trigger: int) -> Iterator[tuple[Status, Token]]:
    for token in children(sentence, trigger, "advmod", "aux", "det", "xcomp", "advcl"):
        word = token.lemma.lower()
        if token.text.lower() in NEGATIONS and not _is_not_only(sentence, token):
            yield Status.DENIED, token
        elif word in CLAIM_ADVERBS:
            yield Status.CLAIMED, token
        elif base(token) == "aux" and word in ("will", "shall", "'ll", "’ll", "'d"):
            yield Status.PLANNED, token
        elif base(token) == "aux" and word in POSSIBLE_AUXILIARIES:
            yield Status.POSSIBLE, token


def _governor(sentence: Sentence, above: Token, below: Token) -> Iterator[tuple[Status, Token]]:
    """What a verb (or adjective, or noun) says of the event that it governs."""
    word = above.lemma.lower()
    infinitive = base(below) == "xcomp" or child(sentence, below.index, "mark") is not None
    nominal = base(below) in ("obj", "nsubj")
    if word in CLAIM_VERBS and not nominal:
        yield Status.CLAIMED, above
    if word in DENIAL_VERBS:
        yield Status.DENIED, above
    if word in POSSIBLE_VERBS and (infinitive or nominal):
        yield Status.POSSIBLE, above
    if word in PLAN_WORDS and not nominal and infinitive:
        yield Status.PLANNED, above
    if not nominal and base(below) == "xcomp":
        yield from _beside(sentence, above.index)


def _is_not_only(sentence: Sentence, negation: Token) -> bool:
    after = sentence.tokens[negation.index + 1 : negation.index + 2]
    return bool(after) and after[0].text.lower() in ("only", "just", "merely")


def _quotation_around(sentence: Sentence, trigger: int) -> Quote | None:
    """The opening mark of a quotation that holds the trigger: words of a party, not of the source."""
    at = sentence.tokens[trigger].start
    opened: Token | None = None
    for token in sentence.tokens:
        if token.start >= at:
            break
        if token.pos != "PUNCT":
            continue
        if opened is None and token.text in ("“", '"', "''", "``", "„", "«"):
            opened = token
        elif opened is not None and token.text in ("”", '"', "''", "»"):
            opened = None
    return Quote(opened.start, opened.end, opened.text) if opened is not None else None


def _saying_verbs(sentence: Sentence, token: Token) -> Iterator[Token]:
    below = token
    for above in climb(sentence, token.index):
        if base(below) in ("ccomp", "parataxis", "xcomp") and event_verb(above.lemma.lower()) == "report":
            yield above
        below = above
    for kid in children(sentence, sentence.root.index, "parataxis", "ccomp"):
        if (
            kid.index != token.index
            and event_verb(kid.lemma.lower()) == "report"
            and child(sentence, kid.index, "nsubj")
        ):
            yield kid


def _case_span(sentence: Sentence, party: Token) -> tuple[int, int]:
    cases = [
        t.index for c in children(sentence, party.index, "case") for t in (c, *children(sentence, c.index, "fixed"))
    ]
    return (min(cases), max(cases) + 1) if cases else (0, 0)


def _named(sentence: Sentence, actor: Token) -> Quote | None:
    """The words that name a speaker; of "the minister's claims" the minister."""
    if names_event(actor):
        owner = child(sentence, actor.index, "nmod:poss")
        return _named(sentence, owner) if owner is not None and not names_event(owner) else None
    if actor.pos not in (*NOUNS, "PRON"):
        return None
    entity = next((e for e in sentence.entities if e.start <= actor.start and actor.end <= e.end), None)
    if entity is not None:
        return Quote(entity.start, entity.end, entity.text)
    words = phrase(sentence, actor.index, without=("acl", "acl:relcl", "appos", "conj", "cc", "punct", "nmod", "det"))
    contiguous = [i for i in words if set(range(min(i, actor.index), max(i, actor.index))) <= set(words)]
    start, end = sentence.tokens[contiguous[0]].start, sentence.tokens[contiguous[-1]].end
    return Quote(start, end, sentence.slice(start, end))

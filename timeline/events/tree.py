"""Questions about a parsed sentence that several steps ask."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from functools import cache

from timeline.events.words import ACCUSING_VERBS, CLAIM_VERBS, HEARSAY_VERBS, PLAN_WORDS
from timeline.language import Sentence, Token

NOUNS = frozenset({"NOUN", "PROPN"})
_OWN_CLAUSE = frozenset({"acl", "acl:relcl", "advcl", "advcl:relcl", "appos", "ccomp", "conj", "csubj", "parataxis"})


def base(token: Token) -> str:
    """A relation without its subtype is compared more often than with it.

    >>> base(Token(0, 0, 1, "x", "x", "NOUN", "", "", "nsubj:pass", 0))
    'nsubj'
    """
    return _base(token.dep)


@cache
def _base(relation: str) -> str:
    return relation.partition(":")[0]


def children(sentence: Sentence, index: int, *relations: str) -> Iterator[Token]:
    """The children of a token that hang on it by one of the relations (all if none is named), subtypes included."""
    tokens = sentence.tokens
    for kid in sentence.children(index):
        token = tokens[kid]
        if not relations or token.dep in relations or _base(token.dep) in relations:
            yield token


def child(sentence: Sentence, index: int, *relations: str) -> Token | None:
    """The first such child."""
    return next(children(sentence, index, *relations), None) if sentence.children(index) else None


def climb(sentence: Sentence, index: int) -> Iterator[Token]:
    """The heads above a token, nearest first."""
    for above in sentence.ancestors(index):
        yield sentence.tokens[above]


def case_of(sentence: Sentence, index: int) -> str:
    """The preposition of a noun phrase in lower case, empty if it has none."""
    case = child(sentence, index, "case")
    return case.text.lower() if case is not None and case.text not in ("'s", "’s", "'", "’") else ""


def is_verbal(sentence: Sentence, token: Token) -> bool:
    """Whether a token heads a clause: a verb, a predicate with its copula, or an adjective with an auxiliary.

    The last is a verb that was taken for an adjective: "did not open".
    """
    helper = child(sentence, token.index, "cop", "aux") if token.pos == "ADJ" else child(sentence, token.index, "cop")
    return token.pos == "VERB" or helper is not None


def is_participle(token: Token) -> bool:
    """Whether a token is a past participle."""
    return token.tag == "VBN" or (token.feature("VerbForm") == "Part" and token.feature("Tense") == "Past")


def is_not_only(sentence: Sentence, negation: Token) -> bool:
    """Whether a word of negation denies nothing: "not only", "not just"."""
    after = sentence.tokens[negation.index + 1 : negation.index + 2]
    return bool(after) and after[0].text.lower() in ("only", "just", "merely")


def is_raised(sentence: Sentence, index: int) -> bool:
    """Whether a verb with "to" has its subject before the word above it: "was due to open", "is said to have left".

    The parser makes some of these adverbial clauses, as if they told a purpose.
    """
    token = sentence.tokens[index]
    group = (token, *children(sentence, index, "aux"))  # in "to have left" it may hang on "have"
    to = any(mark.text.lower() == "to" for t in group for mark in children(sentence, t.index, "mark"))
    if not to or base(token) != "advcl":
        return False
    above = sentence.tokens[token.head]
    word = above.lemma.lower()
    passive = is_passive(sentence, above.index) and word in HEARSAY_VERBS | CLAIM_VERBS | PLAN_WORDS
    return passive or (above.pos == "ADJ" and word in PLAN_WORDS)


def is_passive(sentence: Sentence, index: int) -> bool:
    """Whether a verb is in the passive, a bare participle after a noun included."""
    token = sentence.tokens[index]
    if child(sentence, index, "aux:pass", "nsubj:pass", "obl:agent") is not None:
        return True
    return token.dep == "acl" and is_participle(token)


def subject(sentence: Sentence, index: int) -> Token | None:
    """Who does, or in the passive suffers, what a verb says: its own subject, or the one that it shares.

    A relative pronoun gives way to its noun; a participle's subject is the noun that it describes; an infinitive and a
    joined verb without a subject have that of the verb above.
    """
    seen: set[int] = set()
    first = index
    while index not in seen:
        seen.add(index)
        token = sentence.tokens[index]
        own = _own_subject(sentence, index)
        if own is not None:
            if token.dep == "acl:relcl" and own.feature("PronType") == "Rel" and token.head != index:
                return sentence.tokens[token.head]
            behind = own.index > first and index != first
            return None if behind and _has_tense(sentence, first) else own
        if token.head == index:
            return None
        if base(token) == "acl" and (token.dep == "acl:relcl" or child(sentence, index, "mark") is None):
            return sentence.tokens[token.head]
        if token.tag == "VBG" and base(token) in ("acl", "advcl") and child(sentence, index, "mark") is not None:
            return _of_gerund(sentence, token)
        if base(token) not in ("xcomp", "conj", "advcl", "ccomp"):
            return None
        if base(token) == "xcomp" and (controller := child(sentence, token.head, "obj", "iobj")) is not None:
            return controller
        index = token.head
    return None


def _has_tense(sentence: Sentence, index: int) -> bool:
    """Whether a verb has a tense of its own, so that a subject behind it is not shared with it."""
    helpers = children(sentence, index, "aux", "cop")
    tags = {sentence.tokens[index].tag, *(t.tag for t in helpers)}
    return not tags.isdisjoint({"VBD", "VBZ", "VBP", "MD"})


def _own_subject(sentence: Sentence, index: int) -> Token | None:
    """The subject that hangs on a verb; of several the nearest before it."""
    found = list(children(sentence, index, "nsubj"))
    before = [token for token in found if token.index < index]
    if len(before) > 1 and sentence.tokens[before[-1].index + 1].text == ",":  # an aside: "Ann, then a nurse, left"
        return before[-2]
    return before[-1] if before else found[0] if found else None


def _of_gerund(sentence: Sentence, gerund: Token) -> Token | None:
    """Who does what a gerund behind a preposition says: "accused him of lying", "blamed the rebels for burning it"."""
    above = sentence.tokens[gerund.head]
    if above.pos in NOUNS and base(above) == "obj":
        return above if sentence.tokens[above.head].lemma.lower() in ACCUSING_VERBS else None
    if above.pos in NOUNS and base(above) == "obl":
        above = sentence.tokens[above.head]
        return child(sentence, above.index, "nsubj") if is_passive(sentence, above.index) else None
    return child(sentence, above.index, "obj") or child(sentence, above.index, "nsubj")


def antecedent(sentence: Sentence, pronoun: Token) -> Token | None:
    """Whom "he", "she", "it" or "they" means, where one subject alone stands before it and fits in number."""
    many = {"he": False, "she": False, "it": False, "they": True}.get(pronoun.text.lower())
    before = [t for t in sentence.tokens[: pronoun.index] if base(t) == "nsubj" and t.pos in NOUNS]
    if many is None or len(before) != 1:
        return None
    label = next((e.label for e in sentence.entities if e.start <= before[0].start < e.end), "")
    plural = before[0].tag in ("NNS", "NNPS") or child(sentence, before[0].index, "conj") is not None
    unlike = ("LOC", "ORG") if pronoun.text.lower() in ("he", "she") else ("PER",) if not many else ()
    return None if label in unlike or (plural != many and label != "ORG") else before[0]


def phrase(sentence: Sentence, head: int, *, without: Container[str] = _OWN_CLAUSE) -> tuple[int, ...]:
    """A token with what hangs on it, but for what hangs by the given relations; ascending indices."""
    found = [head]
    for kid in sentence.children(head):
        token = sentence.tokens[kid]
        if token.dep not in without and base(token) not in without:
            found += phrase(sentence, kid, without=without)
    return tuple(sorted(found))


def is_below(tokens: Sequence[Token], token: Token, head: int) -> bool:
    """Whether a token hangs on another, near or far; such a token can take over its participles without a loop."""
    seen: set[int] = set()
    while token.index not in seen:
        if token.head == head:
            return True
        seen.add(token.index)
        token = tokens[token.head]
    return False


def is_tree(tokens: Sequence[Token]) -> bool:
    """Whether all heads lead to one root; a rule after which they do not has met a tree that it does not understand."""
    state = {t.index: True for t in tokens if t.head == t.index}
    if len(state) != 1:
        return False
    for token in tokens:
        path: list[int] = []
        here = token.index
        while here not in state:
            if here in path:
                return False
            path.append(here)
            here = tokens[here].head
        state.update(dict.fromkeys(path, True))
    return True

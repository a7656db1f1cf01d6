"""A participle behind a noun that the parser took for the main verb: "The talks planned for May never took place"."""

from __future__ import annotations

from dataclasses import replace

from timeline.events.tree import NOUNS, base, is_tree
from timeline.events.words import SET_AHEAD
from timeline.language import Sentence, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def mended(sentence: Sentence, dates: frozenset[int]) -> Sentence:
    """A sentence whose true main verb heads its clause, and has the noun before the participle as its subject.

    Two verbs are joined by a conjunction or a mark; a second finite one that stands behind the first without either,
    and without a subject, is the main verb, and the first describes the noun before it. `dates` are the tokens that are
    dates.
    """
    tokens = list(sentence.tokens)
    for verb in sentence.tokens:
        participle = tokens[verb.head]
        if verb.index < participle.index or base(verb) not in ("conj", "parataxis", "ccomp"):
            continue
        noun = _described(tokens, participle, dates)
        if noun is None:
            continue
        own = [t for t in tokens if t.head == verb.index]
        finite = [t for t in (verb, *own) if t.tag in _FINITE and (t is verb or base(t) in ("aux", "cop"))]
        if not finite or any(base(t) in ("cc", "mark", "nsubj", "csubj", "expl") for t in own):
            continue
        if any(t.pos in ("CCONJ", "SCONJ", "PUNCT") or t.tag in ("WDT", "WP") for t in tokens[noun.index : verb.index]):
            continue
        turned = _turned(tokens, noun, participle, verb, passive=any(t.dep == "aux:pass" for t in own))
        return replace(sentence, tokens=tuple(turned)) if is_tree(turned) else sentence
    return sentence


def _described(tokens: list[Token], verb: Token, dates: frozenset[int]) -> Token | None:
    """The subject right before a verb that may be a participle ("planned", "due to be held") and has no object."""
    own = [t for t in tokens if t.head == verb.index]
    noun = next((t for t in own if base(t) == "nsubj"), None)
    bare = verb.pos == "VERB" and verb.tag in ("VBN", "VBD") and base(verb) != "acl"
    if noun is None or not bare or any(base(t) in ("obj", "ccomp", "xcomp", "cc") for t in own if t.index > noun.index):
        return None
    between = [t.text.lower() for t in tokens[noun.index + 1 : verb.index]]
    beside = not between or (between[0] in SET_AHEAD and between[1:] == ["to", "be"])
    return noun if beside and noun.pos in NOUNS and noun.index not in dates else None


def _turned(tokens: list[Token], noun: Token, participle: Token, verb: Token, *, passive: bool) -> list[Token]:
    """The tokens with the main verb in the place of the participle, which comes to hang on the noun."""
    root = participle.head == participle.index
    found = list(tokens)
    found[verb.index] = replace(verb, head=verb.index if root else participle.head, dep=participle.dep)
    found[noun.index] = replace(noun, head=verb.index, dep="nsubj:pass" if passive else "nsubj")
    found[participle.index] = replace(participle, head=noun.index, dep="acl", tag="VBN")
    for token in tokens:
        if token.head == participle.index and token.index > verb.index:
            found[token.index] = replace(token, head=verb.index)
    return found

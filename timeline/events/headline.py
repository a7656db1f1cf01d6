"""The verb of a headline, where the parser took it for a noun: "Boeing secures $11bn of deals"."""

from __future__ import annotations

from dataclasses import replace

from timeline.events.tree import NOUNS
from timeline.language import Sentence, Token
from timeline.language.lemmas import base_forms
from timeline.language.lexicon import is_verb

_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_OBJECTS = frozenset({"DET", "ADJ", "NUM", "SYM", "PRON", "ADV", *NOUNS})


def mended(sentence: Sentence) -> Sentence:
    """A headline with its verb as its root, the words before as subject and the noun behind as object.

    A headline tells its news in the present tense. Where no word in it is taken for a verb in a finite form, it is the
    first that ends like one, stands behind a noun and before what can begin an object, and is a verb in the lexicon.
    """
    tokens = sentence.tokens
    if any(t.tag in _FINITE for t in tokens) or sentence.root.pos in ("VERB", "AUX"):
        return sentence
    for before, token, behind in zip(tokens, tokens[1:], tokens[2:], strict=False):
        lemma = next((form for form in base_forms(token.text.lower(), "s") if is_verb(form)), "")
        if lemma and token.text.islower() and before.pos in NOUNS and token.pos in NOUNS and behind.pos in _OBJECTS:
            return replace(sentence, tokens=_around(sentence, token.index, lemma))
    return sentence


def _around(sentence: Sentence, verb: int, lemma: str) -> tuple[Token, ...]:
    """The tokens with one of them as the root, its subject right before it and its object behind."""
    old = sentence.root.index
    patient = old if old > verb else next((t.index for t in sentence.tokens[verb + 1 :] if t.pos in NOUNS), None)

    def placed(token: Token) -> Token:
        if token.index == verb:
            return replace(token, lemma=lemma, pos="VERB", tag="VBZ", dep="root", head=verb)
        if token.index == verb - 1:
            return replace(token, dep="nsubj", head=verb)
        if token.index < verb and token.head >= verb:
            return replace(token, dep="compound", head=verb - 1)
        if token.index == patient:
            return replace(token, dep="obj", head=verb)
        if token.index == old or (token.index > verb and token.head < verb):
            return replace(token, dep="dep", head=verb)
        return token

    return tuple(placed(token) for token in sentence.tokens)

"""Which words of a sentence name events: a logistic regression over named features of a word and its place in the tree.

The weights (`trigger_weights.tsv`) are made by `timeline.training.triggers` of corpora in which people marked the
words for events. They hold no words: what is known of a word comes from `language.lexicon`.
"""

from __future__ import annotations

import math
from collections.abc import Container, Iterator
from functools import cache

from timeline import tables
from timeline.events.tree import base, children
from timeline.language import Entity, Sentence, Token
from timeline.language.lexicon import event_noun, event_verb, is_verb

MENTION = 0.3
"""The least probability (0 to 1) with which a word is taken for a mention of an event.

On the even topics of ECB+, on which nothing was trained, precision is .84 and recall .88; at .2 they are .81 and .89,
at .5 .88 and .82 (`timeline.training.triggers --check`).
"""

_CAN_NAME = frozenset({"VERB", "NOUN", "PROPN", "ADJ", "NUM"})
"""Parts of speech of words for events; "was" and "has" as auxiliaries name states."""

_SUFFIX_LETTERS = 3
_SUFFIXED_LETTERS = 6
"""The fewest letters of a word whose last ones are taken for a suffix: those of a short one are the word itself."""

_NOUN_STEPS = 5
"""The steps into which the likelihood that a noun names an event (`event_noun`, 0 to 1) is cut."""

_HELD = frozenset({
    "acl", "advcl", "amod", "aux", "case", "cc", "ccomp", "compound", "conj", "cop", "csubj", "det", "mark", "nmod",
    "nsubj", "nummod", "obj", "obl", "xcomp",
})  # fmt: skip
"""The relations of a word's children that are features: the commonest ones of a tree."""

_DETERMINERS = frozenset({"the", "a", "an", "this", "that", "these", "those", "no", "any", "some", "every", "each"})
_HELPERS = frozenset({"be", "have", "do", "will", "would", "can", "could", "may", "might", "must", "should", "shall"})


def triggers(sentence: Sentence, *, headline: bool, dates: Container[int] = ()) -> dict[int, float]:
    """The tokens of a sentence that name events, by their index, with their probability (`MENTION` to 1).

    `headline` says that the sentence is the text's headline. The tokens `dates` are dates, which name no events.
    """
    weights = _weights()
    found = {}
    for token in sentence.tokens:
        if token.index in dates or not can_name(token):
            continue
        total = weights["bias"] + math.fsum(
            weights.get(name, 0.0) * value for name, value in features(sentence, token, headline=headline)
        )
        probability = 1.0 / (1.0 + math.exp(-total))
        if probability >= MENTION:
            found[token.index] = round(probability, 3)
    return found


def can_name(token: Token) -> bool:
    """Whether a word can name an event: it has letters and a fitting part of speech."""
    return token.pos in _CAN_NAME and any(letter.isalpha() for letter in token.text)


def features(sentence: Sentence, token: Token, *, headline: bool) -> Iterator[tuple[str, float]]:
    """The features of a word by their names, each with its value (0 to 1)."""
    above = sentence.tokens[token.head]
    is_root = above.index == token.index
    pos, relation = token.pos, base(token)
    yield f"pos={pos}", 1.0
    yield f"tag={token.tag}", 1.0
    yield f"dep={pos}/{relation}", 1.0
    yield f"head={'root' if is_root else above.pos}", 1.0
    yield f"label={_label(sentence, token)}", 1.0
    yield from _of_word(token)
    if not is_root:
        if above.pos == "VERB":
            yield f"below verb={event_verb(above.lemma.lower()) or 'deed'}/{relation}", 1.0
        elif above.pos in ("NOUN", "PROPN"):
            yield f"below event noun/{relation}", event_noun(above.lemma.lower())
    yield "capital", float(token.text[:1].isupper() and token.index > 0)
    yield "headline", float(headline)
    yield f"headline/{pos}", float(headline)
    for kid in children(sentence, token.index):
        own = base(kid)
        if own in _HELD:
            yield f"has {own}/{pos}", 1.0
        if own == "det" and kid.lemma.lower() in _DETERMINERS and pos in ("NOUN", "PROPN"):
            yield f"determiner={kid.lemma.lower()}", 1.0
        if kid.pos == "AUX" and kid.lemma.lower() in _HELPERS:
            yield f"helper={kid.lemma.lower()}/{pos}", 1.0


def _of_word(token: Token) -> Iterator[tuple[str, float]]:
    """What a word says by itself, wherever it stands."""
    pos, lemma = token.pos, token.lemma.lower()
    suffix = lemma[-_SUFFIX_LETTERS:] if len(lemma) >= _SUFFIXED_LETTERS else ""
    if pos in ("NOUN", "PROPN"):
        worth = event_noun(lemma)
        yield "event noun", worth
        yield f"event noun={pos}/{int(worth * _NOUN_STEPS)}", 1.0
        if suffix:
            yield f"noun in -{suffix}", 1.0
        yield "plural", float(token.feature("Number") == "Plur")
    if pos == "ADJ" and suffix:
        yield f"adjective in -{suffix}", 1.0
    if pos == "VERB":
        yield f"verb={event_verb(lemma) or 'deed'}", 1.0
        yield "no known verb", float(not is_verb(lemma))
    elif is_verb(lemma):
        yield f"{pos} that can be a verb", 1.0


def _label(sentence: Sentence, token: Token) -> str:
    """The label of the name that a word is part of; "none" for other words."""
    return next((e.label for e in sentence.entities if _holds(e, token)), "none")


def _holds(entity: Entity, token: Token) -> bool:
    return entity.start <= token.start < entity.end


@cache
def _weights() -> dict[str, float]:
    return {name: weight.weight for name, weight in tables.read_weights(__package__, "trigger_weights.tsv").items()}

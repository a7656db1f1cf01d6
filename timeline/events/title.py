"""A short title for an event, made of its sentence's own words in their own order.

A title keeps what the trigger needs (who, whom, where) and leaves out what the sentence adds (clauses, asides, dates).
Pieces are dropped from the least needed until it is short enough.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.events.tree import (
    NOUNS,
    antecedent,
    base,
    case_of,
    child,
    children,
    is_not_only,
    is_participle,
    is_passive,
    is_raised,
    is_verbal,
    phrase,
    render,
    subject,
)
from timeline.events.words import EMPTY_WORDS, PARTICLES
from timeline.language import Sentence, Token

MAX_CHARS = 80

_ASIDES = frozenset(
    {
        "acl",
        "acl:relcl",
        "advcl",
        "advcl:relcl",
        "appos",
        "ccomp",
        "csubj",
        "dep",
        "discourse",
        "parataxis",
        "punct",
        "vocative",
        "mark",
    }
)
_TELLING = frozenset({*NOUNS, "ADJ", "NUM", "VERB"})
_SHORT = _ASIDES | {"conj", "cc", "nmod", "nummod"}


@dataclass(frozen=True, slots=True)
class _Piece:
    """Some tokens of a title; the lower the need, the sooner it is dropped (0 is never dropped)."""

    tokens: tuple[int, ...]
    need: int


def title(sentence: Sentence, trigger: int, dates: frozenset[int], *, done: bool = False) -> str:
    """A title of at most 80 characters, with a capital first letter and no full stop; never empty.

    `dates` are the tokens that are dates; a title does without them, since the event carries its own. `done` says that
    what the sentence has as an intention ("promised to leave") was done ("which she did"): "She leaves".
    """
    token = sentence.tokens[trigger]
    if done:
        sentence, token = _as_done(sentence, token)
    is_verb = token.pos not in NOUNS or is_verbal(sentence, token)
    pieces = _of_verb(sentence, token) if is_verb else _of_noun(sentence, token)
    kept = [_Piece(_without_dates(sentence, piece.tokens, dates), piece.need) for piece in pieces]
    kept = [piece for piece in kept if piece.tokens]
    if is_verb and _says_too_little(sentence, kept):
        return _cut(_polished(_clause(sentence, token, dates) or " ".join(sentence.text.split())))
    text = _joined(sentence, kept)
    for need in sorted({piece.need for piece in kept if piece.need}, reverse=True):
        if len(text) <= MAX_CHARS:
            break
        kept = [piece for piece in kept if piece.need != need]
        text = _joined(sentence, kept)
    return _cut(_polished(text or " ".join(token.text.split())))


def _says_too_little(sentence: Sentence, pieces: Sequence[_Piece]) -> bool:
    """Whether a title would lack a subject and a second word that tells something: "Was fired", "Reported it"."""
    telling = [sentence.tokens[i] for piece in pieces for i in piece.tokens]
    words = {t.index for t in telling if t.pos in _TELLING and t.lemma.lower() not in EMPTY_WORDS}
    return len(words) < 2 and not any(base(t) == "nsubj" and t.pos in NOUNS for t in telling)


def _clause(sentence: Sentence, verb: Token, dates: frozenset[int]) -> str:
    """The words of a verb's own clause, dates left out; empty where it has no subject of its own."""
    if child(sentence, verb.index, "nsubj") is None:
        return ""
    words = phrase(sentence, verb.index, without=_ASIDES - {"ccomp", "punct"} | {"conj", "cc"})
    return render(sentence, _without_dates(sentence, words, dates))


def _as_done(sentence: Sentence, verb: Token) -> tuple[Sentence, Token]:
    """The sentence with an infinitive made the headline present of its subject: "to leave" as "leaves"."""
    actor = subject(sentence, verb.index)
    plural = actor is None or actor.tag in ("NNS", "NNPS") or child(sentence, actor.index, "conj") is not None
    finite = replace(verb, dep="root", head=verb.index, text=verb.text if plural else third_person(verb.lemma))
    tokens = [finite if t.index == verb.index else t for t in sentence.tokens]
    if actor is not None:
        tokens[actor.index] = replace(actor, head=verb.index, dep="nsubj")
    return replace(sentence, tokens=tuple(t for t in tokens)), finite


def third_person(verb: str) -> str:
    """The third person of the present of a verb's base form.

    >>> [third_person(verb) for verb in ("leave", "reach", "carry", "have", "go")]
    ['leaves', 'reaches', 'carries', 'has', 'goes']
    """
    if verb in ("be", "have"):
        return {"be": "is", "have": "has"}[verb]
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _of_noun(sentence: Sentence, noun: Token) -> list[_Piece]:
    pieces = [_Piece(_close(sentence, noun), 0)]
    for need, token in enumerate(children(sentence, noun.index, "nmod"), start=1):
        if token.dep != "nmod:poss":
            pieces.append(_Piece(phrase(sentence, token.index, without=_ASIDES), need))
    for token in children(sentence, noun.index, "acl"):
        if is_participle(token) and child(sentence, token.index, "obj") is None:
            pieces += [_Piece((token.index,), 3), *(_Piece(p, 4) for p in _adverbials(sentence, token))]
    above = sentence.tokens[noun.head]
    if base(noun) == "compound" and above.pos in NOUNS:
        return [_Piece(_close(sentence, above), 0), *pieces]
    return pieces


def _of_verb(sentence: Sentence, verb: Token) -> list[_Piece]:
    pieces = [_Piece(_verb_group(sentence, verb), 0)]
    actor = subject(sentence, verb.index)
    if actor is not None and actor.pos == "PRON":
        actor = antecedent(sentence, actor)
    if actor is not None:
        words = _noun_phrase(sentence, actor)
        pieces.append(_Piece(tuple(i for i in words if not _is_case_of(sentence, i, actor)), 0))
    pieces += _complements(sentence, verb, depth=0)
    above = sentence.tokens[verb.head]
    if _shares_subject(sentence, verb) and above.pos in ("VERB", "AUX", "ADJ") and actor is not None:
        pieces.append(_Piece(_verb_group(sentence, above), 0))
    return pieces


def _shares_subject(sentence: Sentence, verb: Token) -> bool:
    return base(verb) == "xcomp" or is_raised(sentence, verb.index)


def _is_case_of(sentence: Sentence, index: int, noun: Token) -> bool:
    """Whether a token is the preposition of a noun, which a subject taken from elsewhere leaves behind."""
    token = sentence.tokens[index]
    return token.head == noun.index and token.dep == "case" and index < noun.index


def _complements(sentence: Sentence, verb: Token, *, depth: int) -> list[_Piece]:
    pieces = [_Piece(_noun_phrase(sentence, t), 1) for t in children(sentence, verb.index, "obj", "iobj")]
    for need, adverbial in enumerate(_adverbials(sentence, verb), start=3):
        pieces.append(_Piece(adverbial, need))
    for token in children(sentence, verb.index, "xcomp"):
        marks = tuple(t.index for t in children(sentence, token.index, "mark", "aux", "cop"))
        pieces.append(_Piece(tuple(sorted((*marks, *_verb_group(sentence, token)))), 1))
        if depth < 2:
            pieces += _complements(sentence, token, depth=depth + 1)
    for token in children(sentence, verb.index, "ccomp"):
        pieces.append(_Piece(phrase(sentence, token.index, without=_SHORT - {"mark", "nummod"}), 2))
        pieces.append(_Piece(phrase(sentence, token.index, without=_ASIDES - {"mark", "ccomp"}), 3))
    return pieces


def _adverbials(sentence: Sentence, verb: Token) -> list[tuple[int, ...]]:
    """Prepositional phrases of a verb, short ones, those behind it only."""
    return [
        _noun_phrase(sentence, token)
        for token in children(sentence, verb.index, "obl")
        if token.index > verb.index and case_of(sentence, token.index)
    ]


def _verb_group(sentence: Sentence, verb: Token) -> tuple[int, ...]:
    helpers = [
        t.index
        for t in children(sentence, verb.index, "aux", "cop", "compound:prt", "expl")
        if t.text.lower() != "having" or is_passive(sentence, verb.index)
    ]
    after = sentence.tokens[verb.index + 1 : verb.index + 2]
    helpers += [t.index for t in after if t.head == verb.index and _completes(t)]
    be = child(sentence, verb.index, "cop", "aux")
    between = sentence.tokens[be.index + 1 : verb.index] if be is not None and be.lemma == "be" else ()
    if any(t.text.lower() == "to" for t in between):  # "was due to arrive"
        helpers += [t.index for t in between if t.pos in ("ADJ", "PART", "AUX")]
    helpers += [
        t.index
        for t in children(sentence, verb.index, "advmod")
        if t.lemma.lower() in ("not", "never", "n't", "n’t") and not is_not_only(sentence, t)
    ]
    if child(sentence, verb.index, "cop") is not None:
        return tuple(
            sorted(
                {*helpers, *phrase(sentence, verb.index, without=(_SHORT - {"nummod"}) | {"nsubj", "obl", "advmod"})}
            )
        )
    if _shares_subject(sentence, verb):
        helpers += [t.index for t in children(sentence, verb.index, "mark")]
    return tuple(sorted({verb.index, *helpers}))


def _completes(token: Token) -> bool:
    """Whether the word behind a verb is a part of what it says: "fell ill", "thrown back"."""
    return base(token) in ("advmod", "xcomp") and (token.pos == "ADJ" or token.lemma.lower() in PARTICLES)


def _noun_phrase(sentence: Sentence, head: Token) -> tuple[int, ...]:
    """A noun with its near modifiers and one "of" phrase; asides left out."""
    words = set(phrase(sentence, head.index, without=_ASIDES | {"nmod"}))
    for name in children(sentence, head.index, "appos"):
        whole = phrase(sentence, name.index, without=_ASIDES)
        if whole[0] == head.index + 1:  # "the ferry Regina Maris", without a comma
            words.update(whole)
    for token in children(sentence, head.index, "nmod"):
        if token.dep == "nmod:poss" or case_of(sentence, token.index) in ("of", "for", "on", "in"):
            words.update(phrase(sentence, token.index, without=_SHORT - {"conj", "cc"}))
            if token.dep != "nmod:poss":
                break
    return tuple(sorted(words))


def _close(sentence: Sentence, noun: Token) -> tuple[int, ...]:
    return phrase(
        sentence, noun.index, without=_ASIDES | {"nmod", "conj", "cc", "case", "cop", "nsubj", "aux"}
    ) + tuple(
        i
        for token in children(sentence, noun.index, "nmod:poss")
        if token.pos != "PRON"
        for i in phrase(sentence, token.index, without=_ASIDES)
    )


def _without_dates(sentence: Sentence, tokens: Sequence[int], dates: frozenset[int]) -> tuple[int, ...]:
    """Leave out dates with the words that only serve them."""
    gone = set(dates)
    for date in dates:
        gone.update(t.index for t in children(sentence, date, "case", "det", "advmod", "punct"))
    return tuple(i for i in tokens if i not in gone)


def _joined(sentence: Sentence, pieces: Sequence[_Piece]) -> str:
    """The pieces in the order of the text, with the hyphens between their words."""
    kept = {i for piece in pieces for i in piece.tokens}
    tokens = sentence.tokens
    hyphens = {
        i
        for i in range(1, len(tokens) - 1)
        if i - 1 in kept
        and i + 1 in kept
        and tokens[i - 1].end == tokens[i].start
        and tokens[i].end == tokens[i + 1].start
    }
    return render(sentence, tuple(sorted(kept | hyphens)))


def _polished(text: str) -> str:
    """Without a leading article or loose marks, with a capital first letter."""
    words = text.strip(' ,;:.–—-"“”').split(" ")
    while len(words) > 1 and words[0].lower() in (
        "the",
        "a",
        "an",
        "and",
        "but",
        "that",
        "which",
        "to",
        "of",
        "by",
        "in",
    ):
        words = words[1:]
    while len(words) > 1 and words[-1].lower() in ("and", "or", "but", "also", "again"):
        words = words[:-1]
    text = " ".join(words)
    return text[:1].upper() + text[1:]


def _cut(text: str) -> str:
    if len(text) <= MAX_CHARS:
        return text
    return text[: MAX_CHARS - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"

"""Event words and how they relate: does a noun name an event, what class is a verb, are two triggers alike?

Small tables, built from Princeton WordNet 3.0 and hand-made corrections (`training/lexicon.py`, README.md). They are
read on first use; nothing else is loaded, and nothing is fetched.

Lemmas may be in any case; hyphens and spaces do not matter ("pull-out", "pullout", "pull out"). Parts of speech are
Universal Dependencies' (``NOUN``, ``VERB``, ``ADJ`` ...).
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from timeline.language.lexicon.spelling import guess_event, key, verbs_of

__all__ = [
    "EVENT_NOUN",
    "SAME_EVENT",
    "blocks",
    "common_meaning",
    "concept",
    "event_noun",
    "event_verb",
    "is_verb",
    "similarity",
]

EVENT_NOUN = 0.35
"""From here on a noun is taken for an event: precision .67 / .66 / .77 and recall .65 / .76 / .67 on MEANTIME's Apple
and Airbus articles and ECB+ (`tests/benchmarks/lexicon_events.py`). At 0.5 precision is .71 / .79 / .82."""

SAME_EVENT = 0.45
"""From here on two triggers name the same kind of act: best F1 within a story of ECB+, .70 and .76 on the two halves of
its topics. Whether it is the same event, time and arguments must say."""

# How alike two meanings are that stand in a relation of WordNet: derivation, verbs of one group, cause, entailment; and
# what one is a kind of, the less the more kinds that has.
_RELATED = {"d": 0.95, "g": 0.85, "c": 0.6, "e": 0.4}
_HYPERNYM = 0.5
_SECOND_HYPERNYM = 0.35

# Words that begin with so many letters alike are that alike, for what WordNet does not relate ("nominee", "nominate").
_MIN_PREFIX = 4
_PREFIX_WEIGHT = 0.6

_NOUNS = frozenset({"NOUN", "PROPN"})


@lru_cache(maxsize=1 << 16)
def event_noun(lemma: str) -> float:
    """How much a noun names an event or a dated act, from 0 (a thing, person, place, time, quality) to 1.

    Compare with `EVENT_NOUN`. Words that WordNet lacks are judged by their shape ("relaunch", "by-election").

    >>> event_noun("withdrawal") > EVENT_NOUN > event_noun("city")
    True
    """
    values = _table("nouns")
    known = values.get(key(lemma))
    if known is not None:
        return float(known)
    *_, last = lemma.replace("-", " ").split() or [""]
    if key(last) != key(lemma) and key(last) in values:
        return float(values[key(last)])
    return guess_event(key(lemma), _event_value, _is_verb)


def event_verb(lemma: str) -> str:
    """Coarse class of a verb by its most usual meaning; empty for ordinary events.

    ======================  ==============================================================================
    ``state``               how things are: be, have, remain, own, contain, live
    ``report``              its complement tells the news: say, announce, warn, deny
    ``aspect``              a phase of the event it governs: begin, continue, stop
    ``light``               its noun is the event, where that is one: make, take, give, hold, conduct
    ``intention``           its complement has not happened yet, or may not have: want, plan, fail, refuse
    ``attitude``            a state of mind: think, know, fear, hope for
    ======================  ==============================================================================

    "have" is a state; where an event noun is its object ("had a meeting") it is light.

    >>> event_verb("announce"), event_verb("withdraw")
    ('report', '')
    """
    return _table("verbs").get(key(lemma), "")


def is_verb(lemma: str) -> bool:
    """Whether a word can be a verb.

    >>> is_verb("secure"), is_verb("airliner")
    (True, False)
    """
    return _is_verb(key(lemma))


def concept(lemma: str, pos: str) -> str:
    """One word for a word, its derivations and its closest synonyms; the lemma in lower case where none is known.

    >>> concept("withdrawal", "NOUN"), concept("pull-out", "NOUN"), concept("pact", "NOUN")
    ('withdraw', 'withdraw', 'agreement')
    """
    table = _table("concepts")
    word = key(lemma)
    for tag in _tags(pos):
        known = table.get(f"{word}\t{tag}")
        if known:
            return known
        if _is_known(word, tag):  # as itself: what it is as another part of speech does not matter
            break
    if pos in _NOUNS and (not _is_known(word, "NOUN") or (word.endswith("ing") and event_noun(word) >= EVENT_NOUN)):
        for verb in verbs_of(word):
            if _is_verb(verb):
                return table.get(f"{verb}\tVERB", verb)
    return lemma.lower()


@lru_cache(maxsize=100_000)
def similarity(a: tuple[str, str], b: tuple[str, str]) -> float:
    """How alike in meaning two triggers, as (lemma, part of speech), are: 0 to 1, the same either way round.

    1 for one word, its derivations and its closest synonyms; high for synonyms in their usual senses; middling for a
    word and what it is a kind of, or two kinds of one thing; 0 for unrelated words. Compare with `SAME_EVENT`. Words
    that share no known meaning but their first letters get a little.

    >>> similarity(("withdraw", "VERB"), ("withdrawal", "NOUN"))
    1.0
    >>> similarity(("deal", "NOUN"), ("earthquake", "NOUN"))
    0.0
    """
    one, other = key(a[0]), key(b[0])
    if one == other or concept(*a) == concept(*b):
        return 1.0
    _, shared = _shared(a, b)
    return max(shared, _PREFIX_WEIGHT * _common_start(one, other))


def blocks(lemma: str, pos: str, *, least: float) -> frozenset[str]:
    """Marks of a word: two words whose similarity reaches `least` (0.2 to 1) have a mark in common.

    They find the like words in a large vocabulary without comparing all with all.

    >>> bool(blocks("deal", "NOUN", least=0.45) & blocks("agreement", "NOUN", least=0.45))
    True
    """
    # A product of two weights up to 1 reaches `least` only if both do.
    meanings = {f"#{meaning}" for meaning, weight in _reach(lemma, pos).items() if weight >= least}
    return frozenset({f"={concept(lemma, pos)}", f"={key(lemma)}", f"^{key(lemma)[:_MIN_PREFIX]}", *meanings})


def common_meaning(a: tuple[str, str], b: tuple[str, str]) -> str:
    """The word that names what two triggers have in common, for the reason of a merge; empty where there is none.

    >>> common_meaning(("assassinate", "VERB"), ("killing", "NOUN"))
    'kill'
    """
    if concept(*a) == concept(*b):
        return concept(*a)
    meaning, _ = _shared(a, b)
    return _rows("meanings")[meaning].split("\t")[0] if meaning >= 0 else ""


def _shared(a: tuple[str, str], b: tuple[str, str]) -> tuple[int, float]:
    """The meaning in which two words agree best, and how well; -1 and 0 where they share none."""
    one, other = _reach(*a), _reach(*b)
    agreed = {meaning: weight * other[meaning] for meaning, weight in one.items() if meaning in other}
    if not agreed:
        return -1, 0.0
    best = max(agreed, key=lambda meaning: (agreed[meaning], -meaning))
    return best, agreed[best]


def _common_start(a: str, b: str) -> float:
    """Share of the letters of two words that stand in their common beginning; 0 where it is short."""
    length = next((at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return 2 * length / (len(a) + len(b)) if length >= _MIN_PREFIX else 0.0


@lru_cache(maxsize=20_000)
def _reach(lemma: str, pos: str) -> dict[int, float]:
    """The meanings of a word and those near them, with weights up to 1."""
    reach: dict[int, float] = {}
    for meaning, weight in (*_meanings(key(lemma), pos), *_meanings(key(concept(lemma, pos)), pos)):
        for near, alike in _near(meaning).items():
            _raise(reach, near, weight * alike)
    return reach


@lru_cache(maxsize=20_000)
def _near(meaning: int) -> dict[int, float]:
    """The meanings that relations lead to from one, each with how alike they are; itself is 1."""
    near = {meaning: 1.0}
    for relation, to in _relations(meaning):
        if relation in _RELATED:
            _raise(near, to, _RELATED[relation])
    for start, weight in list(near.items()):
        for above in _hypernyms(start):
            _raise(near, above, weight * _HYPERNYM * _narrowness(above))
            for second in _hypernyms(above):
                _raise(near, second, weight * _SECOND_HYPERNYM * _narrowness(second))
    return near


def _raise(weights: dict[int, float], meaning: int, weight: float) -> None:
    weights[meaning] = max(weight, weights.get(meaning, 0.0))


def _hypernyms(meaning: int) -> list[int]:
    return [to for relation, to in _relations(meaning) if relation == "h"]


def _relations(meaning: int) -> list[tuple[str, int]]:
    """Letter and meaning of each relation."""
    return [(relation[0], int(relation[1:])) for relation in _rows("meanings")[meaning].split("\t")[2].split()]


def _narrowness(meaning: int) -> float:
    """1 for a meaning with none below it, near 0 for one that most others are kinds of."""
    return int(_rows("meanings")[meaning].split("\t")[1]) / 100


def _meanings(word: str, pos: str) -> list[tuple[int, float]]:
    table = _table("senses")
    for candidate in (word, *(verbs_of(word) if pos in _NOUNS else ())):
        for tag in _tags(pos):
            found = table.get(f"{candidate}\t{tag}")
            if found:
                return _weights(found)
    return []


def _tags(pos: str) -> tuple[str, ...]:
    """Parts of speech to look under, likeliest first: taggers mistake nouns for verbs, above all in headlines."""
    if pos in _NOUNS:
        return "NOUN", "VERB"
    return ("ADJ", "VERB", "NOUN") if pos == "ADJ" else ("VERB", "NOUN")


def _weights(text: str) -> list[tuple[int, float]]:
    """``3:95 17:60`` as numbers of meanings with weights up to 1."""
    pairs = (pair.split(":") for pair in text.split())
    return [(int(meaning), int(weight) / 100) for meaning, weight in pairs]


def _event_value(word: str) -> float:
    return float(_table("nouns").get(word, 0))


def _is_verb(word: str) -> bool:
    return _is_known(word, "VERB")


def _is_known(word: str, pos: str) -> bool:
    return f"{word}\t{pos}" in _table("senses")


@cache
def _rows(name: str) -> list[str]:
    """The rows of a table without its heading."""
    text = files(__package__).joinpath("tables", f"{name}.tsv").read_text(encoding="utf-8")
    return text.splitlines()[1:]


@cache
def _table(name: str) -> dict[str, str]:
    """The last column of a table by all columns before it."""
    return {row[0]: row[2] for row in (line.rpartition("\t") for line in _rows(name))}

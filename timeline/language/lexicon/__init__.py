"""Event words: whether a noun names an event, the class of a verb, and how alike two words for events are.

They come from small tables, built from Princeton WordNet 3.0 and hand-made corrections (`training/lexicon.py`,
README.md), which are read on first use. Nothing is fetched.

Lemmas may be in any case; hyphens and spaces do not matter ("pull-out", "pullout", "pull out"). Parts of speech are
those of Universal Dependencies ("NOUN", "VERB", "ADJ").
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
"""The least `event_noun` of a noun that is taken for an event: precision .67 / .66 / .77 and recall .65 / .76 / .67 on
MEANTIME's Apple and Airbus articles and ECB+ (`tests/benchmarks/lexicon_events.py`). At 0.5 precision is .71 / .79 /
.82."""

SAME_EVENT = 0.45
"""The least `similarity` of two words for the same kind of act: best F1 within a story of ECB+, .70 and .76 on the two
halves of its topics. Whether two reports are of the same event depends on their dates and parties as well."""

_RELATED = {"d": 0.95, "g": 0.85, "c": 0.6, "e": 0.4}
"""The likeness (0 to 1) of two meanings by their relation in WordNet: derivation, verbs of one group, cause,
entailment."""

_HYPERNYM, _SECOND_HYPERNYM = 0.5, 0.35
"""The likeness (0 to 1) of a meaning and what it is a kind of, and of the kind above that; times the narrowness of the
latter."""

_MIN_PREFIX_LETTERS, _PREFIX_WEIGHT = 4, 0.6
"""Words that WordNet does not relate, such as "nominee" and "nominate", are alike by the share of their letters in a
common beginning of at least this length, times the weight."""

_NOUNS = frozenset({"NOUN", "PROPN"})


@lru_cache(maxsize=1 << 16)
def event_noun(lemma: str) -> float:
    """How far a noun names an event or a dated act, from 0 (a thing, person, place, time or quality) to 1.

    From `EVENT_NOUN` on it is taken for an event. A noun that WordNet lacks is judged by its shape ("relaunch",
    "by-election").

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
    """The class of a verb by its most usual meaning; "" for a verb that names an event itself.

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
    """The word that stands for a word, its derivations and its closest synonyms: the lemma in lower case for others.

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
    """How alike two words, as (lemma, part of speech), are in meaning: 0 to 1, the same either way round.

    It is 1 for one word, its derivations and its closest synonyms; high for synonyms in their usual senses; about .5
    for a word and what it is a kind of, or two kinds of one thing; 0 for unrelated words. From `SAME_EVENT` on two
    words name the same kind of act. Words with no known meaning in common but the same first letters get up to .6.

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
    """The marks of a word: any two words with a similarity of at least `least` (0.2 to 1) have a mark in common.

    By them the like words in a large vocabulary are found without comparing all with all.

    >>> bool(blocks("deal", "NOUN", least=0.45) & blocks("agreement", "NOUN", least=0.45))
    True
    """
    # The product of two weights of at most 1 reaches `least` only if both do.
    meanings = {f"#{meaning}" for meaning, weight in _reach(lemma, pos).items() if weight >= least}
    return frozenset({f"={concept(lemma, pos)}", f"={key(lemma)}", f"^{key(lemma)[:_MIN_PREFIX_LETTERS]}", *meanings})


def common_meaning(a: tuple[str, str], b: tuple[str, str]) -> str:
    """The word for the meaning that two words have in common; "" where they have none.

    >>> common_meaning(("assassinate", "VERB"), ("killing", "NOUN"))
    'kill'
    """
    if concept(*a) == concept(*b):
        return concept(*a)
    meaning, _ = _shared(a, b)
    return _rows("meanings")[meaning].split("\t")[0] if meaning >= 0 else ""


def _shared(a: tuple[str, str], b: tuple[str, str]) -> tuple[int, float]:
    """The number of the meaning in which two words agree best, and how well (0 to 1); -1 and 0 if they share none."""
    one, other = _reach(*a), _reach(*b)
    agreed = {meaning: weight * other[meaning] for meaning, weight in one.items() if meaning in other}
    if not agreed:
        return -1, 0.0
    best = max(agreed, key=lambda meaning: (agreed[meaning], -meaning))
    return best, agreed[best]


def _common_start(a: str, b: str) -> float:
    """The share (0 to 1) of two words' letters in their common beginning; 0 below `_MIN_PREFIX_LETTERS`."""
    length = next((at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return 2 * length / (len(a) + len(b)) if length >= _MIN_PREFIX_LETTERS else 0.0


@lru_cache(maxsize=20_000)
def _reach(lemma: str, pos: str) -> dict[int, float]:
    """The meanings of a word and those related to them, by their numbers, with weights up to 1."""
    reach: dict[int, float] = {}
    for meaning, weight in (*_meanings(key(lemma), pos), *_meanings(key(concept(lemma, pos)), pos)):
        for near, alike in _near(meaning).items():
            _raise(reach, near, weight * alike)
    return reach


@lru_cache(maxsize=20_000)
def _near(meaning: int) -> dict[int, float]:
    """A meaning (with 1) and those that WordNet relates to it, each with its likeness (0 to 1)."""
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
    """Raise the weight of a meaning to at least this one."""
    weights[meaning] = max(weight, weights.get(meaning, 0.0))


def _hypernyms(meaning: int) -> list[int]:
    """The meanings that one is a kind of."""
    return [to for relation, to in _relations(meaning) if relation == "h"]


def _relations(meaning: int) -> list[tuple[str, int]]:
    """The relations of a meaning: the letter of each, and the meaning that it leads to."""
    return [(relation[0], int(relation[1:])) for relation in _rows("meanings")[meaning].split("\t")[2].split()]


def _narrowness(meaning: int) -> float:
    """How narrow a meaning is: 1 if no other is a kind of it, near 0 if most others are."""
    return int(_rows("meanings")[meaning].split("\t")[1]) / 100


def _meanings(word: str, pos: str) -> list[tuple[int, float]]:
    """The meanings of a word, by its key, with weights up to 1; [] for an unknown one."""
    table = _table("senses")
    for candidate in (word, *(verbs_of(word) if pos in _NOUNS else ())):
        for tag in _tags(pos):
            found = table.get(f"{candidate}\t{tag}")
            if found:
                return _weights(found)
    return []


def _tags(pos: str) -> tuple[str, ...]:
    """The parts of speech to look under, the likeliest first: taggers take nouns for verbs, above all in headlines."""
    if pos in _NOUNS:
        return "NOUN", "VERB"
    return ("ADJ", "VERB", "NOUN") if pos == "ADJ" else ("VERB", "NOUN")


def _weights(text: str) -> list[tuple[int, float]]:
    """Numbers of meanings with weights up to 1, out of a table's cell such as "3:95 17:60"."""
    pairs = (pair.split(":") for pair in text.split())
    return [(int(meaning), int(weight) / 100) for meaning, weight in pairs]


def _event_value(word: str) -> float:
    """How far a noun of the table names an event (0 to 1), by its key; 0 for others."""
    return float(_table("nouns").get(word, 0))


def _is_verb(word: str) -> bool:
    return _is_known(word, "VERB")


def _is_known(word: str, pos: str) -> bool:
    """Whether the table of senses has a word, by its key, as a part of speech."""
    return f"{word}\t{pos}" in _table("senses")


@cache
def _rows(name: str) -> list[str]:
    """The rows of a table without its heading."""
    text = files(__package__).joinpath("tables", f"{name}.tsv").read_text(encoding="utf-8")
    return text.splitlines()[1:]


@cache
def _table(name: str) -> dict[str, str]:
    """A table: its last column by the columns before it, joined by tabs."""
    return {row[0]: row[2] for row in (line.rpartition("\t") for line in _rows(name))}

"""One spelling for the spellings of a word, and what its shape alone says: "cease-fire", "pull out", "relaunch"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

PREFIXES = ("counter", "re", "de", "dis", "un", "over", "out", "co", "pre", "mis")
"""Prefixes that make another act out of an act ("relaunch", "de-escalation"), longest first."""

NOUN_ENDINGS = (
    ("ification", "ify"),
    ("ization", "ize"),
    ("isation", "ize"),
    ("ication", "icate"),
    ("ation", "ate"),
    ("ation", "e"),
    ("ation", ""),
    ("ition", "ish"),
    ("sion", "d"),
    ("sion", "de"),
    ("ction", "ct"),
    ("ion", "e"),
    ("ion", ""),
    ("ment", ""),
    ("ance", ""),
    ("ance", "e"),
    ("ence", ""),
    ("ence", "e"),
    ("al", "e"),
    ("al", ""),
    ("ure", "e"),
    ("ure", ""),
    ("age", ""),
    ("ing", "e"),
    ("ing", ""),
)
"""Endings of nouns that name what a verb does, and what ends the verb instead."""

PARTICLES = ("back", "down", "off", "out", "over", "through", "up", "away", "in")
"""Particles that end nouns made of a verb and its particle ("pull-out", "walkover")."""

_MIN_STEM = 3  # "ring" is not the act of "r"
_MIN_TAIL = 5  # "airstrike" is a strike, "icecap" no cap
_MIN_HEAD = 3

_FROM_VERB = 0.6  # event value of a noun that only its ending tells
_FROM_PARTICLE = 0.7
_FROM_TAIL = 0.8  # share of the value of the word that a solid compound ends in


@lru_cache(maxsize=1 << 16)
def key(lemma: str) -> str:
    """The letters and digits of `lemma` in lower case: what the tables are looked up by.

    >>> key("Cease-fire"), key("pull out")
    ('ceasefire', 'pullout')
    """
    return "".join(filter(str.isalnum, lemma.lower()))


def verbs_of(noun: str) -> Iterator[str]:
    """Keys of the verbs that a noun of this key may come from by its shape, likeliest first; few of them exist.

    >>> list(verbs_of("rejection"))
    ['reject', 'rejecte', 'reject']
    """
    for ending, instead in NOUN_ENDINGS:
        stem = noun.removesuffix(ending)
        if stem != noun and len(stem) >= _MIN_STEM:
            yield stem + instead
            if ending == "ing" and not instead and stem[-1] == stem[-2]:
                yield stem[:-1]


def without_prefix(word: str) -> str:
    """The key without a prefix that makes another act of it; empty where it has none.

    >>> without_prefix("deescalation"), without_prefix("real")
    ('escalation', '')
    """
    for prefix in PREFIXES:
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) > _MIN_STEM:
            return rest
    return ""


def guess_event(word: str, event_value: Callable[[str], float], is_verb: Callable[[str], bool]) -> float:
    """Event value, 0 to 1, of a noun that no table knows, by its shape.

    `event_value` gives the value of a known noun (0 for others), `is_verb` says whether a key is a known verb.

    >>> guess_event("relaunch", {"launch": 0.9}.get, lambda verb: False)
    0.9
    """
    rest = without_prefix(word)
    if rest and event_value(rest):
        return event_value(rest)
    if any(is_verb(verb) for verb in verbs_of(word)):
        return _FROM_VERB
    if any(is_verb(word.removesuffix(particle)) for particle in PARTICLES if word.endswith(particle)):
        return _FROM_PARTICLE
    for start in range(_MIN_HEAD, len(word) - _MIN_TAIL + 1):
        if event_value(word[start:]):
            return _FROM_TAIL * event_value(word[start:])
    return 0.0

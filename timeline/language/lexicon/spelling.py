"""The key of a word, which is the same for all its spellings ("cease-fire", "ceasefire"); and what a word that no table
has may mean by its prefix and ending ("relaunch").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

ACT_PREFIXES = ("counter", "re", "de", "dis", "un", "over", "out", "co", "pre", "mis")
"""Prefixes that make another act out of an act ("relaunch", "de-escalation"); the first that fits is taken."""

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
"""Endings of nouns that name what a verb does, each with the ending of the verb: "rejection", "reject"."""

PARTICLES = ("back", "down", "off", "out", "over", "through", "up", "away", "in")
"""Particles that end nouns made of a verb and its particle ("pull-out", "walkover")."""

_MIN_STEM_LETTERS = 3  # of a verb in a noun: "ring" is not the act of "r"
_MIN_TAIL_LETTERS = 5  # of the last part of a compound: "airstrike" is a strike, "icecap" no cap
_MIN_HEAD_LETTERS = 3  # of its first part

_FROM_VERB = 0.6  # event value (0 to 1) of a noun with the ending of a verb's act
_FROM_PARTICLE = 0.7  # event value of a noun made of a verb and its particle
_FROM_TAIL = 0.8  # event value of a compound, as a share of that of its last part


@lru_cache(maxsize=1 << 16)
def key(lemma: str) -> str:
    """The key of a lemma in the tables: its letters and digits in lower case.

    >>> key("Cease-fire"), key("pull out")
    ('ceasefire', 'pullout')
    """
    return "".join(filter(str.isalnum, lemma.lower()))


def verbs_of(noun: str) -> Iterator[str]:
    """The keys of the verbs that a noun's key can come from by its ending, the likeliest first; most do not exist.

    >>> list(verbs_of("rejection"))
    ['reject', 'rejecte', 'reject']
    """
    for ending, instead in NOUN_ENDINGS:
        stem = noun.removesuffix(ending)
        if stem != noun and len(stem) >= _MIN_STEM_LETTERS:
            yield stem + instead
            if ending == "ing" and not instead and stem[-1] == stem[-2]:
                yield stem[:-1]


def without_prefix(word: str) -> str:
    """A key without one of `ACT_PREFIXES`; "" where it has none.

    >>> without_prefix("deescalation"), without_prefix("real")
    ('escalation', '')
    """
    for prefix in ACT_PREFIXES:
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) > _MIN_STEM_LETTERS:
            return rest
    return ""


def guess_event(word: str, event_value: Callable[[str], float], is_verb: Callable[[str], bool]) -> float:
    """The event value (0 to 1, see `event_noun`) of a noun that no table has, by its prefix, ending or last part.

    `word` is its key; `event_value` gives the value of a known noun, 0 for others; `is_verb` says whether a key is that
    of a known verb.

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
    for start in range(_MIN_HEAD_LETTERS, len(word) - _MIN_TAIL_LETTERS + 1):
        if event_value(word[start:]):
            return _FROM_TAIL * event_value(word[start:])
    return 0.0

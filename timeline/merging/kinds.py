"""Kinds of acts that go on for days ("fighting"), with the words that tell of single days of them ("attack", "shell").

Reports with words of one kind are of one event only if time, place and parties agree as well. General knowledge,
compiled for this project.
"""

from __future__ import annotations

from functools import cache

KINDS: dict[str, tuple[str, ...]] = {
    "fighting": (
        "advance/NOUN",
        "advance/VERB",
        "airstrike/NOUN",
        "ambush/NOUN",
        "assault/NOUN",
        "assault/VERB",
        "attack/NOUN",
        "attack/VERB",
        "battle/NOUN",
        "battle/VERB",
        "besiege/VERB",
        "bomb/VERB",
        "bombard/VERB",
        "bombardment/NOUN",
        "bombing/NOUN",
        "capture/NOUN",
        "capture/VERB",
        "clash/NOUN",
        "clash/VERB",
        "combat/NOUN",
        "counterattack/NOUN",
        "encircle/VERB",
        "fight/NOUN",
        "fight/VERB",
        "fighting/NOUN",
        "firefight/NOUN",
        "hold/VERB",
        "hostility/NOUN",
        "offensive/NOUN",
        "overrun/VERB",
        "push/NOUN",
        "push/VERB",
        "raid/NOUN",
        "raid/VERB",
        "repel/VERB",
        "seize/VERB",
        "shell/VERB",
        "shelling/NOUN",
        "siege/NOUN",
        "skirmish/NOUN",
        "storm/VERB",
        "war/NOUN",
    ),
    "protest": (
        "demonstrate/VERB",
        "demonstration/NOUN",
        "march/NOUN",
        "march/VERB",
        "picket/VERB",
        "protest/NOUN",
        "protest/VERB",
        "rally/NOUN",
        "rally/VERB",
        "riot/NOUN",
        "riot/VERB",
        "sit-in/NOUN",
        "unrest/NOUN",
        "uprising/NOUN",
    ),
    "talks": (
        "confer/VERB",
        "conference/NOUN",
        "meet/VERB",
        "meeting/NOUN",
        "negotiate/VERB",
        "negotiation/NOUN",
        "summit/NOUN",
        "talk/NOUN",
        "talks/NOUN",
    ),
    "fire": (
        "blaze/NOUN",
        "burn/VERB",
        "fire/NOUN",
        "wildfire/NOUN",
    ),
    "flood": (
        "flood/NOUN",
        "flood/VERB",
        "flooding/NOUN",
        "inundate/VERB",
    ),
    "walkout": (
        "stoppage/NOUN",
        "strike/NOUN",
        "strike/VERB",
        "walkout/NOUN",
        "walk-out/NOUN",
    ),
}
"""Each kind with its words, as lemma/POS."""


def kinds_of(concept: str) -> frozenset[str]:
    """The kinds that a word, as lemma/POS, tells of.

    >>> sorted(kinds_of("siege/NOUN")), sorted(kinds_of("deal/NOUN"))
    (['fighting'], [])
    """
    return _by_word().get(concept, frozenset())


@cache
def _by_word() -> dict[str, frozenset[str]]:
    words = {word for row in KINDS.values() for word in row}
    return {word: frozenset(kind for kind, row in KINDS.items() if word in row) for word in words}

"""Words by their first letters, which the forms of a word and the words made of it mostly share: "vote", "voting"."""

from __future__ import annotations


def stem(word: str, *, letters: int) -> str:
    """The first `letters` code points of a word; a shorter word is its own stem. Upper and lower case stay as they are.

    How many letters are right depends on what a wrong match costs, so each caller names its own number.

    >>> stem("elected", letters=4), stem("election", letters=4), stem("oil", letters=4)
    ('elec', 'elec', 'oil')
    """
    return word[:letters]

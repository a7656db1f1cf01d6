"""What documents are about, by the names in them: one tells the dates of another only if both are about one matter."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from timeline.dates.words import MONTHS, SHORT_MONTHS, WEEKDAYS

MANY_NAMES = 6
"""Documents that share at least this many words of names are about one matter."""

MIN_NAMES, MIN_SHARE = 3, 0.12
"""Documents that share fewer words are about one matter if they share at least `MIN_NAMES`, and these hold at least
`MIN_SHARE` (0 to 1) of the total weight of the words of the lighter document.

Measured on EventStoryLine: of 1,173 pairs of English news texts about one event nine in ten share a fifth of the words
of their names; of 24,310 pairs about different events 61 share three words or more.
"""

# A word with a capital behind a word or a comma, so that it begins neither a sentence nor a line.
_NAME = re.compile(r"(?<=[\w,;:)’'-] )[\"“‘'(]?([A-Z][\w’'-]+)")
_NO_NAMES = frozenset({*MONTHS, *SHORT_MONTHS, *WEEKDAYS})


@dataclass(frozen=True, slots=True)
class Matter:
    """What a document is about: the words of its names, in small letters, with their weights, and the `total` of these.

    The fewer documents have a word, the more it weighs: log(1 + documents / documents with the word).
    """

    weights: Mapping[str, float]
    total: float

    def is_that_of(self, other: Matter) -> bool:
        """Whether two documents are about the same matter."""
        shared = self.weights.keys() & other.weights.keys()
        if len(shared) >= MANY_NAMES:
            return True
        least = min(self.total, other.total)
        return len(shared) >= MIN_NAMES and math.fsum(self.weights[word] for word in shared) >= MIN_SHARE * least


def matters(texts: Mapping[str, str]) -> dict[str, Matter]:
    """What each document of a collection is about, by its id, from the texts by the same ids.

    >>> found = matters({
    ...     "a": "Police in Port Hale arrested Ivo Bran.",
    ...     "b": "A judge in Port Hale let Ivo Bran go.",
    ...     "c": "The mayor of Tarn met Eva Lind in Port Hale.",
    ... })
    >>> found["a"].is_that_of(found["b"]), found["a"].is_that_of(found["c"])
    (True, False)
    """
    names = {id_: names_in(text) for id_, text in texts.items()}
    counts = Counter(word for words in names.values() for word in words)
    weight = {word: math.log1p(len(names) / count) for word, count in counts.items()}
    return {id_: _matter({word: weight[word] for word in sorted(words)}) for id_, words in names.items()}


def _matter(weights: Mapping[str, float]) -> Matter:
    return Matter(weights, math.fsum(weights.values()))


def names_in(text: str) -> frozenset[str]:
    """The words of names in a text, in small letters, without the names of weekdays and months.

    >>> sorted(names_in("On Monday the police of Port Hale met Ivo Bran's lawyer."))
    ['bran', 'hale', 'ivo', 'port']
    """
    found = {match.group(1).lower().removesuffix("'s").removesuffix("’s") for match in _NAME.finditer(text)}
    return frozenset(found - _NO_NAMES)

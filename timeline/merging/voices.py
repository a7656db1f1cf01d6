"""Which documents carry the same text: one wire story in several papers is one voice, whoever printed it.

Texts are compared by their shingles, runs of words that overlap. Those that may share a text are found by a few
fingerprints of each (winnowing: S. Schleimer, D. Wilkerson, A. Aiken, "Winnowing: local algorithms for document
fingerprinting", SIGMOD 2003), so that the work grows with the number of documents and not of their pairs; then the
shingles decide. A paper may cut a story or add to it, so it counts how much of the shorter text stands in the longer.
"""

from __future__ import annotations

import re
import zlib
from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby, islice

SHINGLE = 5
"""Words in a shingle: so many in the same order are rarely written twice."""

WINDOW = 8
"""Of so many shingles in a row one is a fingerprint, so texts that share that many in a row share a fingerprint."""

SAME = 0.65
"""So great a part of the shorter text's shingles stands in the longer one where both carry the same text.

Pairs of ECB+ texts just above it were read: all of them are one agency's story, cut or edited.
"""

SHORT = 40
"""Of a text with fewer shingles than this all must stand in the longer one: lines of a register that differ in their
names share most words. Two other names of two words each change up to 12 shingles, which `SAME` lets pass from 35 on.
"""

NEIGHBOURS = 8
"""With so many of the documents that have a fingerprint each of them is compared, so that what stands at the foot of
ten thousand texts costs no more than ten thousand times this."""

_WORD = re.compile(r"\w+(?:['’]\w+)*")


def voices(texts: Mapping[str, str]) -> dict[str, str]:
    """For each document's id that of the first document, in order of the texts, which carries the same text.

    `texts` are the documents' texts by their ids.

    >>> story = "Flood waters closed the old bridge over the Tarn on Monday, and the mayor asked all to stay away."
    >>> voices({"a": story, "b": f"TARN - {story} (Reuters)", "c": "The bridge over the Tarn was closed on Monday."})
    {'a': 'a', 'b': 'a', 'c': 'c'}
    """
    shingles = {id_: _shingles(text) for id_, text in texts.items()}
    order = sorted(texts, key=lambda id_: (-len(shingles[id_]), texts[id_], id_))
    ours_of = lru_cache(maxsize=1)(lambda id_: frozenset(shingles[id_]))  # pairs come by their first documents
    voice = {id_: id_ for id_ in order}
    for one, other in _pairs(order, shingles):
        ours, theirs = _first(voice, one), _first(voice, other)
        if ours != theirs and _is_same(ours_of(one), frozenset(shingles[other])):
            first, second = sorted((ours, theirs), key=lambda id_: (texts[id_], id_))
            voice[second] = first
    return {id_: _first(voice, id_) for id_ in texts}


def _first(voice: Mapping[str, str], id_: str) -> str:
    while voice[id_] != id_:
        id_ = voice[id_]
    return id_


def _shingles(text: str) -> array[int]:
    """The shingles of a text in order, as numbers; of a shorter text it is the one."""
    words = [word.casefold() for word in _WORD.findall(text)]
    runs = max(1, len(words) - SHINGLE + 1) if words else 0
    listed = (" ".join(words[at : at + SHINGLE]).encode("utf-8", "surrogatepass") for at in range(runs))
    return array("I", map(zlib.crc32, listed))  # 4 bytes each: a list's take eight times that


def _fingerprints(shingles: Sequence[int]) -> frozenset[int]:
    """The least shingle of each window."""
    windows = max(1, len(shingles) - WINDOW + 1) if shingles else 0
    return frozenset(min(shingles[at : at + WINDOW]) for at in range(windows))


def _pairs(order: Sequence[str], shingles: Mapping[str, Sequence[int]]) -> Iterator[tuple[str, str]]:
    """The pairs of documents that may carry the same text, each once, by the first of them."""
    places_of = ((place, mark) for place, id_ in enumerate(order) for mark in _fingerprints(shingles[id_]))
    marks = sorted((mark << 32) | place for place, mark in places_of)  # one number for both: a hundred to a text
    seen: set[int] = set()
    for _, group in groupby(marks, key=lambda mark: mark >> 32):
        places = [mark & 0xFFFFFFFF for mark in group]
        for at, one in enumerate(places):
            for other in islice(places, at + 1, at + 1 + NEIGHBOURS):
                seen.add((one << 32) | other)
    for pair in sorted(seen):
        yield order[pair >> 32], order[pair & 0xFFFFFFFF]


def _is_same(ours: frozenset[int], theirs: frozenset[int]) -> bool:
    shorter = min(len(ours), len(theirs))
    return len(ours & theirs) >= (SAME if shorter >= SHORT else 1.0) * shorter

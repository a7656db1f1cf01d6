"""Which documents carry the same text: an agency's story in several papers is one source, whoever printed it.

Texts are compared by their shingles: all runs of `SHINGLE_WORDS` words, overlapping. Pairs to compare are found by a
few fingerprints of each text (winnowing: S. Schleimer, D. Wilkerson, A. Aiken, "Winnowing: local algorithms for
document fingerprinting", SIGMOD 2003), so that the work grows with the number of documents and not with that of their
pairs. A paper may cut a story or add to it, so what decides is the share of the shorter text that stands in the longer.
"""

from __future__ import annotations

import re
import zlib
from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby, islice

SHINGLE_WORDS = 5
"""Words in a shingle; five words in the same order are rarely written twice by chance."""

WINDOW_SHINGLES = 8
"""Shingles in a row of which one is a fingerprint, so texts that share a run of this length share a fingerprint."""

SAME_SHARE = 0.65
"""The least share (0 to 1) of the shorter text's shingles that stand in the longer one where both carry the same text.

Pairs of ECB+ texts just above it were read: all of them are one agency's story, cut or edited.
"""

SHORT_SHINGLES = 40
"""The fewest shingles of a text for which `SAME_SHARE` is enough; of a shorter one all must stand in the longer text.
Lines of a register that differ in two names of two words differ in up to 12 shingles, which `SAME_SHARE` would let pass
from 35 shingles on."""

NEIGHBOURS = 8
"""The documents with a fingerprint that each of them is compared with, so that a footer which stands below ten thousand
texts costs no more than ten thousand times this."""

_WORD = re.compile(r"\w+(?:['’]\w+)*")


def voices(texts: Mapping[str, str]) -> dict[str, str]:
    """For each document's id the id of the first document, in alphabetical order of texts, that carries the same text.

    `texts` are the documents' texts by their ids; a document whose text no other carries has its own id.

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
    """The document that a chain of `voice` leads to."""
    while voice[id_] != id_:
        id_ = voice[id_]
    return id_


def _shingles(text: str) -> array[int]:
    """The shingles of a text in order, as 32-bit checksums; a text with fewer words than one has a single shingle."""
    words = [word.casefold() for word in _WORD.findall(text)]
    runs = max(1, len(words) - SHINGLE_WORDS + 1) if words else 0
    listed = (" ".join(words[at : at + SHINGLE_WORDS]).encode("utf-8", "surrogatepass") for at in range(runs))
    return array("I", map(zlib.crc32, listed))  # 4 bytes each: a list's take eight times that


def _fingerprints(shingles: Sequence[int]) -> frozenset[int]:
    """The fingerprints of a text: the smallest checksum in each window of shingles."""
    windows = max(1, len(shingles) - WINDOW_SHINGLES + 1) if shingles else 0
    return frozenset(min(shingles[at : at + WINDOW_SHINGLES]) for at in range(windows))


def _pairs(order: Sequence[str], shingles: Mapping[str, Sequence[int]]) -> Iterator[tuple[str, str]]:
    """The pairs of documents that share a fingerprint, each once, sorted by the first document in `order`."""
    ranks_of = ((rank, mark) for rank, id_ in enumerate(order) for mark in _fingerprints(shingles[id_]))
    marks = sorted((mark << 32) | rank for rank, mark in ranks_of)  # one number for both: a text has a hundred of them
    seen: set[int] = set()
    for _, group in groupby(marks, key=lambda mark: mark >> 32):
        ranks = [mark & 0xFFFFFFFF for mark in group]
        for at, one in enumerate(ranks):
            for other in islice(ranks, at + 1, at + 1 + NEIGHBOURS):
                seen.add((one << 32) | other)
    for pair in sorted(seen):
        yield order[pair >> 32], order[pair & 0xFFFFFFFF]


def _is_same(ours: frozenset[int], theirs: frozenset[int]) -> bool:
    """Whether two sets of shingles are those of one text."""
    shorter = min(len(ours), len(theirs))
    return len(ours & theirs) >= (SAME_SHARE if shorter >= SHORT_SHINGLES else 1.0) * shorter

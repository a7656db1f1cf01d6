"""The files of Princeton WordNet 3.0 -> synsets of nouns and verbs. Needed to build the tables, never to use them.

Format: the manual pages wndb(5WN) and cntlist(5WN) that come with WordNet.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

LEXICOGRAPHER_FILES = {
    3: "tops",
    4: "act",
    5: "animal",
    6: "artifact",
    7: "attribute",
    8: "body",
    9: "cognition",
    10: "communication",
    11: "event",
    12: "feeling",
    13: "food",
    14: "group",
    15: "location",
    16: "motive",
    17: "object",
    18: "person",
    19: "phenomenon",
    20: "plant",
    21: "possession",
    22: "process",
    23: "quantity",
    24: "relation",
    25: "shape",
    26: "state",
    27: "substance",
    28: "time",
    29: "body",
    30: "change",
    31: "cognition",
    32: "communication",
    33: "competition",
    34: "consumption",
    35: "contact",
    36: "creation",
    37: "emotion",
    38: "motion",
    39: "perception",
    40: "possession",
    41: "social",
    42: "stative",
    43: "weather",
}
"""Names of the lexicographer files by number (lexnames(5WN)): 3 to 28 hold nouns, 29 to 43 verbs."""

POINTERS = {"@": "hypernym", "@i": "instance", "+": "derivation", "*": "entailment", ">": "cause", "$": "group"}
"""The relations that are kept, by their symbol in the data files; all others are passed over."""

SynsetId = tuple[str, int]
"""Part of speech ("n" or "v") and byte offset in the data file: WordNet's own name of a synset."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """A relation from a synset, or from one of its words, to another.

    `source` and `target` are the indices of the words in their synsets, from 0; -1 where the relation holds between the
    whole synsets.
    """

    relation: str
    synset: SynsetId
    source: int
    target: int


@dataclass(frozen=True, slots=True)
class Synset:
    """A set of words that share a meaning; `words` are in lower case and hold spaces, not underscores."""

    id: SynsetId
    file: str
    words: tuple[str, ...]
    pointers: tuple[Pointer, ...]
    gloss: str

    def related(self, *relations: str) -> tuple[SynsetId, ...]:
        """The synsets that stand in one of `relations` to this one, in WordNet's order."""
        return tuple(p.synset for p in self.pointers if p.relation in relations)


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a word: its synset and how often it was met in the texts that WordNet's makers tagged by hand."""

    synset: SynsetId
    count: int


@dataclass(frozen=True)
class WordNet:
    """The nouns and verbs of WordNet: synsets by id, and senses of a (lemma, "n" or "v"), most usual sense first."""

    synsets: dict[SynsetId, Synset]
    senses: dict[tuple[str, str], tuple[Sense, ...]]

    @cached_property
    def narrowness(self) -> dict[SynsetId, float]:
        """1 for a synset with nothing below it, near 0 for one that most others are kinds of (Seco et al. 2004)."""
        below: Counter[SynsetId] = Counter()
        for synset in self.synsets:
            below.update({synset, *self._above(synset)})
        total = Counter(pos for pos, _ in self.synsets)
        most = {pos: math.log(count) or 1.0 for pos, count in total.items()}  # a lone synset is as narrow as can be
        return {synset: 1 - math.log(below[synset]) / most[synset[0]] for synset in self.synsets}

    def _above(self, synset: SynsetId) -> Iterator[SynsetId]:
        for above in self.synsets[synset].related("hypernym"):
            yield above
            yield from self._above(above)


def read(folder: Path) -> WordNet:
    """Read the nouns and verbs of WordNet 3.0 out of `folder` (``data.*``, ``index.*`` and ``cntlist.rev``).

    Raises:
        OSError: a file is missing or unreadable.

    """
    synsets = {synset.id: synset for pos in ("noun", "verb") for synset in _read_data(folder / f"data.{pos}")}
    counts = _read_counts(folder / "cntlist.rev")
    senses = {
        (lemma, tag): tuple(Sense((tag, offset), counts.get((lemma, tag, number), 0)) for number, offset in numbered)
        for pos in ("noun", "verb")
        for lemma, tag, numbered in _read_index(folder / f"index.{pos}")
    }
    return WordNet(synsets, senses)


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as lines:
        yield from (line for line in lines if not line.startswith("  "))  # the licence stands first, indented


def _read_data(path: Path) -> Iterator[Synset]:
    for line in _lines(path):
        record, _, gloss = line.partition(" | ")
        fields = record.split()
        offset, file, tag, count = int(fields[0]), int(fields[1]), fields[2], int(fields[3], 16)
        words = tuple(word.replace("_", " ").lower() for word in fields[4 : 4 + 2 * count : 2])
        at = 4 + 2 * count
        pointers = []
        for start in range(at + 1, at + 1 + 4 * int(fields[at]), 4):
            symbol, target, pos, ends = fields[start : start + 4]
            if symbol in POINTERS and pos in "nv":
                end = (pos, int(target))
                pointers.append(Pointer(POINTERS[symbol], end, int(ends[:2], 16) - 1, int(ends[2:], 16) - 1))
        yield Synset((tag, offset), LEXICOGRAPHER_FILES[file], words, tuple(pointers), gloss.strip())


def _read_index(path: Path) -> Iterator[tuple[str, str, list[tuple[int, int]]]]:
    for line in _lines(path):
        fields = line.split()
        offsets = fields[-int(fields[2]) :]
        yield fields[0].replace("_", " "), fields[1], [(number, int(at)) for number, at in enumerate(offsets, 1)]


def _read_counts(path: Path) -> dict[tuple[str, str, int], int]:
    counts = {}
    for line in _lines(path):
        key, number, count = line.split()
        lemma, _, rest = key.partition("%")
        if rest[0] in "12":
            counts[lemma.replace("_", " "), "nv"[int(rest[0]) - 1], int(number)] = int(count)
    return counts

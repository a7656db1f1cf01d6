"""WordNet and the hand-made tables -> the tables that the package reads.

    python -m timeline.language.training.lexicon --wordnet DIR [--output DIR]

`--wordnet` is the folder of WordNet 3.0's files (`data.noun` and so on). The same input gives the same bytes again.
README.md says what the columns hold and how good the tables are.
"""

from __future__ import annotations

import argparse
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from timeline.language.lexicon.spelling import PARTICLES, guess_event, key
from timeline.language.training import wordnet
from timeline.language.training.wordnet import Pointer, Sense, SynsetId, WordNet

LEXICON = Path(__file__).parent.with_name("lexicon")
HAND = LEXICON / "hand"
TABLES = LEXICON / "tables"

RANK_DECAY, COUNT_POWER = 0.6, 0.7
"""The weight of a word's sense of rank r is (its count in WordNet's tagged texts + RANK_DECAY ** r) ** COUNT_POWER. The
decay stands for senses that were never met; the power damps the counts, since those texts are American prose of the
sixties and not today's news."""

DERIVED = 0.25
"""How much of the way to 1 the event value of a noun's sense is raised if it is derived from a verb."""

DERIVED_FILES = frozenset(
    ("act", "cognition", "communication", "event", "feeling", "phenomenon", "possession", "process", "state")
)
"""WordNet's files of nouns in which a sense that is derived from a verb can name an event."""

LETTERS = {"hypernym": "h", "derivation": "d", "group": "g", "cause": "c", "entailment": "e"}
"""Letters of the relations in the table of meanings."""

REACHED = 3
"""The most relations from a word's own meanings to one that `similarity` looks at: a derivation and two hypernyms."""

LEAST_EVENT, LEAST_SENSE = 0.05, 0.4
"""The least event value, and the least weight of a meaning (both 0 to 1), that the tables keep."""

CLASS_SHARE = 0.5
"""The least share (0 to 1) of a verb's uses that must be of one class for the verb to have it."""


def main() -> None:
    """Read the arguments and write the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wordnet", type=Path, required=True, help="folder of WordNet 3.0's files")
    parser.add_argument("--output", type=Path, default=TABLES, help="folder for the tables (default: the package's)")
    arguments = parser.parse_args()
    write(tables(wordnet.read(arguments.wordnet)), arguments.output)


def tables(words: WordNet) -> dict[str, list[tuple[str, ...]]]:
    """All tables by name; the first row of each names its columns."""
    corrections = list(rows(HAND / "corrections.tsv"))
    corrected_nouns = {lemma: float(value) for kind, lemma, value, _ in corrections if kind == "noun"}
    corrected_verbs = {lemma: value for kind, lemma, value, _ in corrections if kind == "verb"}
    meanings, senses = similar(words)
    return {
        "nouns": [("key", "value"), *nouns(words, corrected_nouns)],
        "verbs": [("key", "class"), *verbs(words, corrected_verbs)],
        "concepts": [("key", "pos", "concept"), *concepts(words)],
        "meanings": [("word", "narrowness", "relations"), *meanings],
        "senses": [("key", "pos", "meanings"), *senses],
    }


def write(content: Mapping[str, Iterable[tuple[str, ...]]], folder: Path) -> None:
    """Write each table into `folder` as tab-separated values."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, lines in content.items():
        text = "".join("\t".join(line) + "\n" for line in lines)
        (folder / f"{name}.tsv").write_text(text, encoding="utf-8", newline="\n")


def rows(path: Path) -> Iterator[tuple[str, ...]]:
    """The rows of a hand-made table, without its remarks and its heading."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    yield from (tuple(line.split("\t")) for line in lines[1:])


# Nouns ----------------------------------------------------------------------------------------------------------------


_PARTICLES_APART = tuple(f" {particle}" for particle in PARTICLES)


def nouns(words: WordNet, corrected: Mapping[str, float]) -> list[tuple[str, str]]:
    """The rows (key, event value) of nouns that may name events, and of those that only look so by their ending."""
    branch = _Branches(words, "n", HAND / "noun_branches.tsv")
    values: dict[str, float] = {}
    for (lemma, pos), senses in words.senses.items():
        if pos == "n" and (" " not in lemma or lemma.endswith(_PARTICLES_APART)):
            value = sum(share * _event(words, branch, sense, lemma) for sense, share in usual(senses))
            values[key(lemma)] = max(value, values.get(key(lemma), 0.0))
    values |= {key(lemma): value for lemma, value in corrected.items()}
    events = {noun: value for noun, value in values.items() if value >= LEAST_EVENT}
    verbs = {key(lemma) for lemma, pos in words.senses if pos == "v"}

    def looks_like_event(noun: str) -> bool:
        return guess_event(noun, lambda word: events.get(word, 0.0), verbs.__contains__) >= LEAST_EVENT

    return sorted((noun, f"{value:.2f}") for noun, value in values.items() if noun in events or looks_like_event(noun))


def _event(words: WordNet, branch: _Branches, sense: Sense, lemma: str) -> float:
    """The event value (0 to 1) of a noun's sense."""
    value = float(branch[sense.synset])
    if words.synsets[sense.synset].file in DERIVED_FILES and any(_verbs(words, sense.synset, lemma)):
        value += (1 - value) * DERIVED
    return value


def usual(senses: Iterable[Sense]) -> list[tuple[Sense, float]]:
    """The senses of a word, each with its share (0 to 1) of the word's uses; the shares are 1 together."""
    weights = [(sense, (sense.count + RANK_DECAY**rank) ** COUNT_POWER) for rank, sense in enumerate(senses)]
    total = sum(weight for _, weight in weights)
    return [(sense, weight / total) for sense, weight in weights]


class _Branches:
    """The value of a synset, by the nearest synset above it that a table of branches names, else by its file.

    "-" where the table names neither. An entry with "only" names a single synset.
    """

    def __init__(self, words: WordNet, pos: str, path: Path) -> None:
        self._words = words
        self._files: dict[str, str] = {}
        self._tops: dict[SynsetId, str] = {}
        self._only: dict[SynsetId, str] = {}
        for entry, value, _ in rows(path):
            lemma, _, number = entry.removeprefix("only ").partition("#")
            if number:
                synset = words.senses[lemma, pos][int(number) - 1].synset
                (self._only if entry.startswith("only ") else self._tops)[synset] = value
            else:
                self._files[lemma] = value

    def __getitem__(self, synset: SynsetId) -> str:
        if synset in self._only:
            return self._only[synset]
        level, seen = [synset], {synset}
        while level:
            found = [self._tops[top] for top in level if top in self._tops]
            if found:
                return max(found)
            above = {up: None for below in level for up in self._words.synsets[below].related("hypernym")}
            level = [up for up in above if up not in seen]
            seen.update(level)
        return self._files.get(self._words.synsets[synset].file, "-")


# Verbs ----------------------------------------------------------------------------------------------------------------


def verbs(words: WordNet, corrected: Mapping[str, str]) -> list[tuple[str, str]]:
    """The rows (key, class) of the verbs that have a class (see `event_verb`)."""
    branch = _Branches(words, "v", HAND / "verb_branches.tsv")
    classes = {key(lemma): value for lemma, value in corrected.items()}
    for (lemma, pos), senses in words.senses.items():
        if pos == "v" and key(lemma) not in classes:
            shares: dict[str, float] = defaultdict(float)
            for sense, share in usual(senses):
                shares[branch[sense.synset]] += share
            best = max(sorted(shares), key=shares.__getitem__)
            classes[key(lemma)] = best if shares[best] >= CLASS_SHARE else "-"
    return sorted((verb, name) for verb, name in classes.items() if name != "-")


# Concepts and meanings ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Group:
    """A row of the hand-made synonyms: words as (lemma, pos), the first of which names the group."""

    strength: float
    words: tuple[tuple[str, str], ...]

    @property
    def name(self) -> str:
        """The lemma that names the group."""
        return self.words[0][0]


def groups() -> list[Group]:
    """The hand-made synonyms."""
    found = []
    for strength, words, _ in rows(HAND / "synonyms.tsv"):
        pairs = [word.rpartition(" ") for word in words.split(", ")]
        found.append(Group(float(strength), tuple((lemma, pos) for lemma, _, pos in pairs)))
    return found


POS = {"n": "NOUN", "v": "VERB"}


def concepts(words: WordNet) -> list[tuple[str, str, str]]:
    """The rows (key, pos, concept) of words whose concept is another word: a noun's verb, or the name of a group."""
    branch = _Branches(words, "n", HAND / "noun_branches.tsv")
    found: dict[tuple[str, str], str] = {}
    for (lemma, pos), senses in words.senses.items():
        if pos == "n" and (verb := _verb(words, branch, lemma, senses)):
            found.setdefault((key(lemma), "NOUN"), verb)
        elif pos == "v" and "ise" in lemma and (lemma.replace("ise", "ize"), "v") in words.senses:
            found[key(lemma), "VERB"] = lemma.replace("ise", "ize")
    found = {word: verb for word, verb in found.items() if key(verb) != word[0]}
    for group in groups():
        if group.strength == 1:
            found |= {(key(lemma), pos): group.name for lemma, pos in group.words}
    return sorted((word, pos, concept) for (word, pos), concept in found.items())


def _verb(words: WordNet, branch: _Branches, lemma: str, senses: Iterable[Sense]) -> str:
    """The verb whose act a noun names: the one that most of its event senses are derived from; "" where none is."""
    shares: dict[str, float] = defaultdict(float)
    for sense, share in usual(senses):
        for pointer in {p.synset[1]: p for p in _verbs(words, sense.synset, lemma)}.values():
            verb = words.synsets[pointer.synset].words[pointer.target]
            shares[verb] += share * float(branch[sense.synset])
    best = max(sorted(shares), key=shares.__getitem__, default="")
    return best if best and shares[best] >= LEAST_EVENT else ""


def _verbs(words: WordNet, synset: SynsetId, lemma: str) -> Iterator[Pointer]:
    """The relations of `lemma` in a synset to the verbs that it is derived from."""
    entry = words.synsets[synset]
    for pointer in entry.pointers:
        if pointer.relation == "derivation" and pointer.synset[0] == "v" and entry.words[pointer.source] == lemma:
            yield pointer


Meaning = tuple[str, int]
"""A synset, or ("group", row) of the hand-made synonyms."""


def similar(words: WordNet) -> tuple[list[tuple[str, str, str]], list[tuple[str, str, str]]]:
    """The rows of the tables that `similarity` is computed from: meanings with their relations, and words with their
    meanings.
    """
    held = _meanings_of_words(words)
    named = {("group", row): group.name for row, group in enumerate(groups())}
    level = {meaning for meanings in held.values() for meaning in meanings}
    kept = set(level)
    for _ in range(REACHED):
        level = {to for meaning in level if meaning not in named for _, to in _relations(words, meaning)} - kept
        kept |= level
    number = {meaning: at for at, meaning in enumerate(sorted(kept))}
    rows_ = []
    for meaning in number:
        if meaning in named:
            rows_.append((named[meaning], "100", ""))
        else:
            relations = [f"{letter}{number[to]}" for letter, to in _relations(words, meaning) if to in number]
            narrowness = f"{100 * words.narrowness[meaning]:.0f}"
            rows_.append((words.synsets[meaning].words[0], narrowness, " ".join(dict.fromkeys(relations))))
    return rows_, [(*word, _weights(meanings, number)) for word, meanings in sorted(held.items())]


def _relations(words: WordNet, synset: SynsetId) -> list[tuple[str, SynsetId]]:
    """The relations of a synset that the tables keep, as (letter, synset); derivations only to verbs and to nouns that
    may name events.
    """
    return [
        (LETTERS[pointer.relation], pointer.synset)
        for pointer in words.synsets[synset].pointers
        if pointer.relation in LETTERS
        and (
            pointer.relation != "derivation"
            or pointer.synset[0] == "v"
            or words.synsets[pointer.synset].file in DERIVED_FILES
        )
    ]


def _weights(meanings: Mapping[Meaning, float], number: Mapping[Meaning, int]) -> str:
    """Numbers of meanings with their weights in hundredths, heaviest first: ``3:95 17:60``."""
    found = sorted((-round(100 * weight), number[meaning]) for meaning, weight in meanings.items())
    return " ".join(f"{at}:{-weight}" for weight, at in found)


def _meanings_of_words(words: WordNet) -> dict[tuple[str, str], dict[Meaning, float]]:
    """The meanings of each word, by its key and part of speech, with weights up to 1."""
    branch = _Branches(words, "n", HAND / "noun_branches.tsv")
    held: dict[tuple[str, str], dict[Meaning, float]] = defaultdict(dict)
    for (lemma, pos), senses in words.senses.items():
        if pos == "n" and " " in lemma:
            continue
        weights = {s.synset: share * (float(branch[s.synset]) if pos == "n" else 1) for s, share in usual(senses)}
        most = max(weights.values())
        if most >= LEAST_EVENT:
            meanings = held[key(lemma), POS[pos]]
            for synset, weight in weights.items():
                strength = math.sqrt(weight / most)
                if strength >= LEAST_SENSE:
                    meanings[synset] = max(strength, meanings.get(synset, 0.0))
    for row, group in enumerate(groups()):
        strength = math.sqrt(group.strength)
        for lemma, pos in group.words:
            held[key(lemma), pos]["group", row] = strength
    for group in groups():
        for lemma, pos in group.words:
            if pos == "ADJ":  # WordNet's adjectives are not read: "dead" means what "die" does
                for meaning, weight in held[key(group.words[0][0]), group.words[0][1]].items():
                    _raise(held[key(lemma), pos], meaning, math.sqrt(group.strength) * weight)
    return held


def _raise(weights: dict[Meaning, float], meaning: Meaning, weight: float) -> None:
    """Raise the weight of a meaning to at least this one."""
    weights[meaning] = max(weight, weights.get(meaning, 0.0))


if __name__ == "__main__":
    main()

"""One name for each party, decided over the whole collection, since a single sentence may have a short form.

"US President Joe Biden", "Joe Biden" and "Biden" are one; so are "al-Shabaab" and "Al Shabaab", "Washington" that does
something and the "United States". Countries come from `countries.tsv` (name, other names, adjectives and people,
capital; tab-separated, entries of a field parted by semicolons): general knowledge, compiled for this project.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from timeline.events.countries import adjectives, capitals, countries
from timeline.events.draft import Draft
from timeline.events.words import ACTS_OF_STATES, COMPANY_ENDINGS, SMALL_WORDS, TITLES
from timeline.language.lexicon import event_verb
from timeline.model import Participant, Place, Role

_APOSTROPHE_S = re.compile(r"['’]s?$")
_GAPS = re.compile(r"[\s\-‐‑–]+")


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a collection: the form that is shown, by the key of each form in the texts."""

    shown: Mapping[str, str]
    people: Mapping[str, str]

    def name(self, surface: str, *, acts: bool = False) -> str:
        """The name that is shown for a form; `acts` says that it is a party rather than a location ("Washington")."""
        plain = _plain(surface)
        country = countries().get(plain) or (capitals().get(plain) if acts else None)
        if country is not None:
            return country
        key = _key(surface)
        return self.shown.get(self.people.get(key, key), plain)


def collect(drafts: Iterable[Draft]) -> Names:
    """The names in a collection's drafts; the same whatever their order."""
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    labels: defaultdict[str, Counter[str]] = defaultdict(Counter)
    seen: set[tuple[str, int]] = set()
    for draft in drafts:
        for name in [*(p.name for p in draft.participants), *(p.name for p in draft.places)]:
            plain = _plain(name)
            if plain:
                forms[_key(plain)][plain] += 1
        for entity in draft.entities:
            if (draft.document, entity.start) not in seen:
                seen.add((draft.document, entity.start))
                forms[_key(entity.text)][_plain(entity.text)] += 1
                labels[_key(entity.text)][entity.label] += 1
    people = _people(forms, labels)
    shown = {key: min(counts, key=lambda form: (-counts[form], form)) for key, counts in sorted(forms.items())}
    return Names(shown, people)


def unify(draft: Draft, names: Names) -> Draft:
    """A draft with the names of its participants and places replaced by those that the collection shows."""
    return replace(
        draft,
        participants=tuple(
            Participant(p.quote, p.role, names.name(p.name, acts=p.role == Role.AGENT and _is_of_states(draft)))
            for p in draft.participants
        ),
        places=tuple(Place(p.quote, names.name(p.name)) for p in draft.places),
    )


def _is_of_states(draft: Draft) -> bool:
    """Whether a capital that does this is its government: "Paris condemned", not "Paris hosted" nor "left Paris"."""
    for concept in draft.concepts:
        lemma, _, pos = concept.rpartition("/")
        if pos != "VERB" or lemma in ACTS_OF_STATES or event_verb(lemma) in ("report", "intention"):
            return True
    return False


def _people(forms: Mapping[str, Counter[str]], labels: Mapping[str, Counter[str]]) -> dict[str, str]:
    """From a last name alone to the full name, where only one person of the collection has it.

    A name is a person's when at least half of its occurrences were seen as one.
    """
    full: defaultdict[str, set[str]] = defaultdict(set)
    for key, counts in labels.items():
        words = key.split(" ")
        if 2 <= len(words) <= 4 and 2 * counts["PER"] >= counts.total():
            full[words[-1]].add(key)
    return {last: next(iter(keys)) for last, keys in sorted(full.items()) if len(keys) == 1 and last in forms}


@lru_cache(maxsize=1 << 13)
def _plain(surface: str) -> str:
    """A form without article, titles and possessive ending."""
    words = _APOSTROPHE_S.sub("", " ".join(surface.split())).split(" ")
    if len(words) > 1 and words[0].lower() == "the":
        words = words[1:]
    bare = list(words)
    while len(bare) > 1 and bare[0].rstrip(".").lower() in TITLES:
        bare = bare[1:]
    bare = _behind_title(bare)
    return " ".join(bare if bare[0][:1].isupper() else words)


def _behind_title(words: list[str]) -> list[str]:
    """The person's name behind the last title: "Ann Lee" of "UN Secretary General Ann Lee".

    Of at least two words, all with a capital: "Ministry of Justice", "Lord Mayor's office" stay whole.
    """
    at = max((i for i, word in enumerate(words) if word.rstrip(".").lower() in TITLES), default=-1)
    rest = words[at + 1 :]
    if len(rest) > 3 and rest[0] == "of":
        rest = rest[2:]
    elif at < 0 and words[:1] == ["of"] and len(words) > 3:
        rest = words[2:]
    plain = len(rest) in (2, 3) and all(word[:1].isupper() and word[1:].islower() for word in rest)
    return rest if plain and (at >= 0 or words[:1] == ["of"]) else words


@lru_cache(maxsize=1 << 13)
def _key(surface: str) -> str:
    """The key that all forms of a name have: in small letters, without hyphens, dots, article or "Ltd"."""
    words = _GAPS.sub(" ", _plain(surface).replace(".", "").replace(",", "").replace("’", "'")).casefold().split()
    while len(words) > 1 and words[-1] in COMPANY_ENDINGS:
        words = words[:-1]
    return " ".join(words)


@lru_cache(maxsize=1 << 13)
def words(name: str) -> frozenset[str]:
    """The words of a name for comparison: in small letters, with countries for their people, without small words.

    >>> sorted(words("US and NATO troops")), sorted(words("the Afghan army"))
    (['nato', 'troops', 'united states'], ['afghanistan', 'army'])
    """
    found = set()
    for word in _GAPS.split(name):
        country = countries().get(word) or adjectives().get(word)
        plain = word.strip(".,'’\"“”").casefold()
        if country is not None:
            found.add(country.casefold())
        elif len(plain) > 1 and plain not in SMALL_WORDS:
            found.add(plain)
    return frozenset(found)

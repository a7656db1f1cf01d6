"""The meaning of a pronoun, by the sentences before its own."""

from __future__ import annotations

from collections.abc import Container

from timeline.events.countries import countries
from timeline.events.tree import NOUNS, base, child, children
from timeline.events.words import OF_PERSONS
from timeline.language import Sentence, Token


def referent(before: tuple[Sentence, ...], pronoun: Token) -> tuple[Sentence, Token] | None:
    """Whom a pronoun means by the sentences before, the nearest first, and in which of them it is named.

    It is the subject of the main clause, where that fits in number and in being a person or not, else the only subject
    that fits. A sentence whose subject is the same pronoun passes the question on to the one before it.
    """
    people = {part for one in before for e in one.entities if e.label == "PER" for part in e.text.split()}
    for sentence in before:
        if not sentence.tokens:
            return None
        subjects = [t for t in sentence.tokens if base(t) == "nsubj"]
        same = [t for t in subjects if t.text.lower() == pronoun.text.lower()]
        if any(t.head == sentence.root.index for t in same):
            continue
        fitting = [t for t in subjects if t.pos in NOUNS and fits(sentence, t, pronoun, people=people)]
        main = [t for t in fitting if t.head == sentence.root.index]
        if same and not main:  # "Marks was arrested as he fled"
            heads = [t for t in subjects if t.pos == "PROPN" and sentence.tokens[t.head].dep in ("root", "parataxis")]
            person = len(heads) == 1 and pronoun.text.lower() not in ("it", "its", "they", "their", "them")
            if heads:
                return (sentence, heads[0]) if person and not is_plural(sentence, heads[0]) else None
            continue
        found = main or fitting
        return (sentence, found[0]) if len(found) == 1 else None
    return None


def fits(sentence: Sentence, noun: Token, pronoun: Token, *, people: Container[str] = ()) -> bool:
    """Whether a noun can be what a pronoun of the third person means, by number and by being a person.

    `people` are names of persons, as the sentences around have them.
    """
    word = pronoun.text.lower()
    label = next((e.label for e in sentence.entities if e.start <= noun.start < e.end), "")
    if noun.text in countries():
        label = "LOC"
    if label == "PER" and noun.tag == "NNPS":  # "Pelican Airways"
        label = "ORG"
    alone = child(sentence, noun.index, "conj") is None
    if alone and label in ("", "PER") and (_is_person(sentence, noun) or noun.text in people):
        return word in ("he", "she", "his", "her", "him")
    plural = is_plural(sentence, noun)
    if word in ("they", "their", "them"):
        return plural or label == "ORG"
    if word in ("it", "its"):
        return not plural and label != "PER"
    return word in ("he", "she", "his", "her", "him") and not plural and label == "PER"


def _is_person(sentence: Sentence, noun: Token) -> bool:
    told = (t.text.lower() for t in children(sentence, noun.index, "acl", "amod"))
    return noun.text[:1].isupper() and not OF_PERSONS.isdisjoint(told)


def is_plural(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun is in the plural or joined to another; a person's name is neither: "Jobs was born"."""
    label = next((e.label for e in sentence.entities if e.start <= noun.start < e.end), "")
    alone = child(sentence, noun.index, "conj") is None
    if alone and ((label == "PER" and noun.pos == "PROPN") or _is_person(sentence, noun)):
        return False
    return noun.tag in ("NNS", "NNPS") or child(sentence, noun.index, "conj") is not None

"""One name for one party, and the repairs of trees that find them; the sentences are this file's own."""

from dataclasses import replace

import pytest

from timeline.events.draft import Draft, Tense
from timeline.events.mend import mend
from timeline.events.names import collect
from timeline.events.tree import is_tree, subject
from timeline.language import Entity, Request, Sentence, load
from timeline.model import Position, Quote, Status


def draft(document: str, *entities: Entity) -> Draft:
    """A draft of which only the names matter."""
    quote = Quote(0, 0, "")
    return Draft(
        document, quote, quote, (), None, 0.9, "", Position.BODY, Tense.PAST, Status.OCCURRED, "", entities=entities
    )


def parsed(text: str) -> Sentence:
    """One parsed sentence."""
    (sentence,) = load().parse([Request(text, 0, ())])
    return sentence


ALIKE = [
    ("company endings", "Acme Foods Inc.", "Acme Foods"),
    ("company ending and comma", "Acme Foods, Ltd", "Acme Foods"),
    ("titles within", "UN Secretary General Ann Lee", "Ann Lee"),
    ("title of a department", "Secretary of State Ann Lee", "Ann Lee"),
    ("councilman", "Councilman Victor Lind", "Victor Lind"),
    ("hyphens and capitals", "Al Amin", "al-Amin"),
]


@pytest.mark.parametrize(("long", "short"), [c[1:] for c in ALIKE], ids=[c[0] for c in ALIKE])
def test_forms_of_one_name(long: str, short: str) -> None:
    names = collect([draft("a", Entity(0, len(long), long, "PER"), Entity(50, 50 + len(short), short, "PER"))])
    assert names.name(long) == names.name(short)


UNLIKE = [
    ("an office", "Ministry of Justice", "Justice"),
    ("two companies", "Acme Foods Inc.", "Acme Steel Inc."),
    ("a place with a king's name", "Lord Mayor's office", "office"),
]


@pytest.mark.parametrize(("one", "other"), [c[1:] for c in UNLIKE], ids=[c[0] for c in UNLIKE])
def test_different_names(one: str, other: str) -> None:
    names = collect([draft("a", Entity(0, len(one), one, "ORG"), Entity(50, 50 + len(other), other, "ORG"))])
    assert names.name(one) != names.name(other)


def test_a_name_ends_before_a_preposition() -> None:
    text = "Victor Lind of Acme Holdings at the inn"
    sentence = parsed(text)
    wrong = replace(sentence, entities=(Entity(0, text.index(" the"), text[: text.index(" the")], "ORG"),))
    assert mend(wrong, frozenset()).entities[0].text == "Victor Lind of Acme Holdings"


SUBJECTS = [
    ("behind a date without comma", "In July 1853 Russia occupied the islands.", "occupied", "Russia"),
    ("dateline", "LISBON, May 3 (Newswire) - Fishermen called off the strike.", "called", "Fishermen"),
    ("aside", "The index case, a 34-year-old sailor, was admitted to the hospital.", "admitted", "case"),
    ("two verbs", "The fire brigade attended at noon and left at once.", "attended", "brigade"),
    ("described by a participle", "A ferry carrying 312 people sank off the island.", "sank", "ferry"),
    ("described by an infinitive", "A proposal to raise the wreck was rejected by parliament.", "rejected", "proposal"),
]


@pytest.mark.parametrize(("text", "verb", "wanted"), [c[1:] for c in SUBJECTS], ids=[c[0] for c in SUBJECTS])
def test_subjects(text: str, verb: str, wanted: str) -> None:
    (date,) = [text.find(words) for words in ("July 1853", "May 3") if words in text] or [None]
    spans = () if date is None else ((date, date + len("July 1853" if "July" in text else "May 3")),)
    (sentence,) = load().parse([Request(text, 0, spans)])
    dates = frozenset(t.index for t in sentence.tokens if date is not None and t.start == date)
    mended = mend(sentence, dates)
    told = next(t for t in mended.tokens if t.text == verb)
    actor = subject(mended, told.index)
    assert actor is not None
    assert actor.text == wanted


def test_a_repair_never_breaks_the_tree() -> None:
    text = "The vote, due in May, the mayor said, put off, was held; a judge, Ann Lee, ruled, and all, late, agreed."
    assert is_tree(mend(parsed(text), frozenset()).tokens)

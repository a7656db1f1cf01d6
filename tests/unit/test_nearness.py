"""How near two documents are by the names and numbers that both hold; all texts are made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.merging.nearness import MOST_TERMS, Nearness

FERRY = "the ferry Aurora sank off Samos with 214 aboard"
TEXTS = {
    "ferry": FERRY,
    "again": "divers found the Aurora off Samos",
    "bank": "three men robbed the bank in Oslo of 2,000 crowns",
    "town": "the mayor of Oslo spoke",
    "plain": "nobody was there to see it",
    "empty": "",
}
NEAR = Nearness.of(TEXTS)

CASES = [
    ("both names", "ferry", "again", 1.0),
    ("a name of some", "bank", "town", 1.0),
    ("no name in common", "ferry", "bank", 0.0),
    ("a text without names", "ferry", "plain", 0.0),
    ("an empty text", "ferry", "empty", 0.0),
    ("a document that is not known", "ferry", "elsewhere", 0.0),
    ("a document and itself", "ferry", "ferry", 1.0),
    ("a document without names and itself", "plain", "plain", 1.0),
]


@pytest.mark.parametrize(("one", "other", "near"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_how_near(one: str, other: str, near: float) -> None:
    assert NEAR.between(one, other) == near


COUNTED = [
    ("a name", "the ferry Aurora", "the wreck of the Aurora", True),
    ("a number", "they counted 214 of them", "there were 214", True),
    ("a number with a comma", "some 2,000 of them", "the 2,000 crowns", True),
    ("another number", "some 2,000 of them", "the 2,500 crowns", False),
    ("a first word", "Nobody came. Nothing stirred", "Nobody saw it. Nothing was left", False),
    ("words in small letters", "the ferry sank", "the ferry was found", False),
    ("behind a mark", 'the ship, Aurora, and "Samos" too', "they saw the Aurora", True),
    ("a name in letters beyond ASCII", "the port of Århus", "she left Århus", True),
]


@pytest.mark.parametrize(("one", "other", "counts"), [c[1:] for c in COUNTED], ids=[c[0] for c in COUNTED])
def test_names_and_numbers_count(one: str, other: str, *, counts: bool) -> None:
    assert (Nearness.of({"a": one, "b": other}).between("a", "b") > 0.0) == counts


def test_what_few_documents_hold_weighs_more() -> None:
    texts = {"a": "the Aurora in Oslo", "b": "the Aurora and Samos", "c": "a bank in Oslo, not Samos"}
    texts |= {f"d{n}": "it was in Oslo" for n in range(5)}
    near = Nearness.of(texts)
    assert near.between("a", "b") > near.between("a", "c") > 0.0


def test_a_long_document_keeps_the_terms_that_weigh_most() -> None:
    numbers = " ".join(f"see {n}" for n in range(100, 100 + 2 * MOST_TERMS))
    texts = {"a": f"the Aurora, the Aurora. {numbers}", "b": f"the Aurora, the Aurora. {numbers}", "c": "on the Aurora"}
    near = Nearness.of(texts)
    assert near.between("a", "b") == 1.0
    assert near.between("a", "c") > 0.0


words = st.sampled_from(["Aurora", "Samos", "Oslo", "214", "2,000", "the", "sank", "off", "Nobody.", '"Lund"'])
texts = st.dictionaries(st.sampled_from("abcde"), st.lists(words, max_size=12).map(" ".join), max_size=5)


@given(texts, st.sampled_from("abcde"), st.sampled_from("abcde"))
def test_it_is_a_likeness(told: dict[str, str], one: str, other: str) -> None:
    near = Nearness.of(told)
    value = near.between(one, other)
    assert 0.0 <= value <= 1.0
    assert near.between(other, one) == value
    assert Nearness.of(dict(reversed(told.items()))).between(one, other) == value

"""Lemmas of rare and irregular words."""

from pathlib import Path

import pytest

from timeline.language.lemmas import Lemmas, base_forms, irregular_base

LEMMAS = Lemmas(verbs=["capture", "occur", "oust", "stop", "found"], nouns=["army", "siege"])


@pytest.mark.parametrize(
    ("form", "given", "pos", "tag", "lemma"),
    [
        pytest.param("ousted", "oust", "VERB", "VBD", "oust", id="known"),
        pytest.param("recaptured", "recaptur", "VERB", "VBD", "recapture", id="by analogy, with e"),
        pytest.param("Routed", "Route", "VERB", "VBN", "rout", id="by analogy, without e"),
        pytest.param("recurring", "recurr", "VERB", "VBG", "recur", id="doubled consonant"),
        pytest.param("fled", "flead", "VERB", "VBD", "flee", id="irregular"),
        pytest.param("found", "found", "VERB", "VBD", "find", id="irregular before known"),
        pytest.param("retaken", "retak", "VERB", "VBN", "retake", id="irregular with prefix"),
        pytest.param("besieges", "besieg", "VERB", "VBZ", "besiege", id="third person"),
        pytest.param("navies", "navie", "NOUN", "NNS", "navy", id="plural"),
        pytest.param("sheep", "sheep", "NOUN", "NNS", "sheep", id="irregular plural"),
        pytest.param("Kabul", "Kabul", "PROPN", "NNP", "Kabul", id="name"),
        pytest.param("the", "", "DET", "DT", "the", id="no lemma given"),
    ],
)
def test_checked(form: str, given: str, pos: str, tag: str, lemma: str) -> None:
    assert LEMMAS.checked(form, given, pos, tag) == lemma


@pytest.mark.parametrize(
    ("form", "ending", "bases"),
    [
        ("stopped", "ed", ["stop", "stopp", "stoppe"]),
        ("carried", "ed", ["carry"]),
        ("died", "ed", ["die"]),
        ("buses", "s", ["bus", "buse"]),
        ("loss", "s", []),
        ("bed", "ed", []),
        ("sing", "ing", []),
    ],
)
def test_base_forms(form: str, ending: str, bases: list[str]) -> None:
    assert base_forms(form, ending) == bases


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("overthrew", "overthrow"),
        ("withdrawn", "withdraw"),
        ("understood", "understand"),
        ("left", "leave"),
        ("red", ""),
    ],
)
def test_irregular_base(form: str, base: str) -> None:
    assert irregular_base(form) == base


def test_no_file_no_lemmas(tmp_path: Path) -> None:
    assert Lemmas.read(tmp_path / "none").checked("ousted", "ouste", "VERB", "VBD") == "oust"

"""Documents about one matter, told by the names in them."""

import pytest

from timeline.dating.matter import matters, names_in

BRAN = "Police in Port Hale arrested Ivo Bran of Rovers."
CASES = [
    ("the same people and place", "A judge in Port Hale let Ivo Bran go.", True),
    ("another person in the same place", "The mayor, Eva Lind, met the head of Tarn Bank in Port Hale.", False),
    ("nobody", "It rained.", False),
]


@pytest.mark.parametrize(("other", "same"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_documents_about_one_matter(other: str, same: bool) -> None:
    found = matters({"a": BRAN, "b": other})
    assert found["a"].is_that_of(found["b"]) is same
    assert found["b"].is_that_of(found["a"]) is same


def test_many_names_are_enough_however_common() -> None:
    text = "He met Ada Stone, Ivo Bran and Eva Lind. They spoke of {} and {}."
    texts = {str(i): text.format(f"Name{i}", " and ".join(f"Other{i}{k}" for k in "abcdefghij")) for i in range(9)}
    found = matters(texts)
    assert found["0"].is_that_of(found["8"])


def test_names_are_words_with_a_capital_inside_a_sentence() -> None:
    assert names_in("Rain fell on Monday in May. Floods hit Norland\u2019s capital, (Port Hale).") == {
        "norland", "port", "hale",
    }  # fmt: skip

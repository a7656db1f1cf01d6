"""The records of a parse and their helpers."""

import pickle

import pytest

from timeline.language import Entity, Sentence, Token

OFFSET = 10
TEXT = "Rebels who fled in 2001 took Kabul"
ROWS = [
    ("Rebels", "NOUN", "nsubj", 4),
    ("who", "PRON", "nsubj", 2),
    ("fled", "VERB", "acl:relcl", 0),
    ("in 2001", "NOUN", "obl", 2),
    ("took", "VERB", "root", 4),
    ("Kabul", "PROPN", "obj", 4),
]


@pytest.fixture
def sentence() -> Sentence:
    tokens = []
    for index, (text, pos, dep, head) in enumerate(ROWS):
        start = OFFSET + TEXT.index(text)
        tokens.append(Token(index, start, start + len(text), text, text.lower(), pos, "", "A=1|B=2", dep, head))
    return Sentence(OFFSET, OFFSET + len(TEXT), TEXT, tuple(tokens), (Entity(39, 44, "Kabul", "LOC"),))


def test_root_is_the_token_that_heads_itself(sentence: Sentence) -> None:
    assert sentence.root.text == "took"


def test_a_sentence_without_tokens_has_no_root() -> None:
    with pytest.raises(ValueError, match="no root"):
        Sentence(0, 1, " ", (), ()).root  # noqa: B018 - reading it is the test


@pytest.mark.parametrize(
    ("index", "children", "subtree", "ancestors"),
    [
        pytest.param(4, (0, 5), (0, 1, 2, 3, 4, 5), (), id="root"),
        pytest.param(2, (1, 3), (1, 2, 3), (0, 4), id="clause"),
        pytest.param(5, (), (5,), (4,), id="leaf"),
    ],
)
def test_walks(
    sentence: Sentence, index: int, children: tuple[int, ...], subtree: tuple[int, ...], ancestors: tuple[int, ...]
) -> None:
    assert sentence.children(index) == children
    assert sentence.subtree(index) == subtree
    assert sentence.ancestors(index) == ancestors


def test_a_subtree_with_crossing_branches_has_gaps_and_is_in_order() -> None:
    heads = [3, 1, 1, 1, 0]  # 4 hangs on 0, which hangs on 3: 1 and 2 lie between
    tokens = tuple(Token(i, i, i + 1, "x", "x", "X", "", "", "dep", head) for i, head in enumerate(heads))
    crossing = Sentence(0, 5, "xxxxx", tokens, ())
    assert crossing.subtree(3) == (0, 3, 4)


def test_a_circle_of_heads_ends() -> None:
    tokens = tuple(Token(i, i, i + 1, "x", "x", "X", "", "", "dep", 1 - i) for i in range(2))
    circle = Sentence(0, 2, "xx", tokens, ())
    assert circle.ancestors(0) == (1, 0)
    assert circle.subtree(0) == (0, 1)


@pytest.mark.parametrize(
    ("offset", "text"),
    [
        pytest.param(10, "Rebels", id="first character"),
        pytest.param(15, "Rebels", id="last character of a token"),
        pytest.param(16, None, id="space"),
        pytest.param(28, "in 2001", id="date of two words"),
        pytest.param(9, None, id="before"),
        pytest.param(44, None, id="after"),
    ],
)
def test_token_at(sentence: Sentence, offset: int, text: str | None) -> None:
    token = sentence.token_at(offset)
    assert (token and token.text) == text


def test_texts_between(sentence: Sentence) -> None:
    assert sentence.slice(0, 16) == "Rebels"
    assert sentence.slice(39, 99) == "Kabul"
    assert sentence.between(2, 4) == "fled in 2001"
    assert sentence.between(4, 4) == ""
    assert [token.text for token in sentence.tokens_in(20, 30)] == ["who", "fled", "in 2001"][1:]


def test_feature(sentence: Sentence) -> None:
    assert sentence.tokens[0].feature("B") == "2"
    assert sentence.tokens[0].feature("C") == ""


def test_survives_pickling(sentence: Sentence) -> None:
    assert pickle.loads(pickle.dumps(sentence)) == sentence  # noqa: S301 - our own bytes

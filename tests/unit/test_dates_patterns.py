"""The language that the grammar is written in."""

import pytest

from timeline.dates.patterns import Alphabet, Level, Rule, Symbol, words_of


def reduced(pattern: str, words: str, build=lambda found: found.words, **options):
    """What is left of some words after one rule: the values of what it made, or the words themselves."""
    alphabet = Alphabet()
    kinds = {"red": {"COLOUR"}, "blue": {"COLOUR"}, "two": {"NUMBER"}, "ten": {"NUMBER"}}
    for word in {*words.split(), *words_of(pattern), *kinds}:
        alphabet.char({word} | kinds.get(word, set()))
    made = alphabet.char({"MADE"})
    symbols, at = [], 0
    for word in words.split():
        symbols.append(Symbol(at, at + len(word), alphabet.char({word} | kinds.get(word, set())), word))
        at += len(word) + 1
    level = Level([Rule("made", pattern, build, "MADE")], alphabet)
    return [symbol.value for symbol in level.reduce(symbols, words, lambda *_: made)]


CASES = [
    ("a word", "bus", "a bus", ["a", "bus"]),
    ("a class", "COLOUR bus", "a red bus", ["a", "red bus"]),
    ("either of two words", "big|small bus", "a small bus", ["a", "small bus"]),
    ("what may be absent", "COLOUR? bus", "a bus", ["a", "bus"]),
    ("what may be absent is there", "COLOUR? bus", "a blue bus", ["a", "blue bus"]),
    ("brackets", "NUMBER (big | very small) bus", "two very small bus", ["two very small bus"]),
    ("several matches", "NUMBER bus", "two bus and ten bus", ["two bus", "and", "ten bus"]),
    ("no match", "COLOUR bus", "a red car", ["a", "red", "car"]),
]


@pytest.mark.parametrize(("pattern", "words", "expected"), [pytest.param(p, w, e, id=name) for name, p, w, e in CASES])
def test_pattern(pattern, words, expected):
    assert reduced(pattern, words) == expected


def test_label_gives_the_value():
    assert reduced("n:NUMBER c:COLOUR? bus", "ten bus", lambda f: (f.get("n"), f.get("c"), f.get("x"))) == [
        ("ten", None, None)
    ]


def test_builder_may_refuse():
    assert reduced("COLOUR bus", "red bus", lambda found: None) == ["red", "bus"]


def test_neighbours():
    assert reduced("bus", "a red bus goes", lambda f: (f.before, f.after, f.written(-2), f.written(2))) == [
        "a",
        "red",
        ("red", "goes", "a", ""),
        "goes",
    ]


def test_unknown_name_is_an_error():
    with pytest.raises(KeyError, match="CAR"):
        reduced("CAR", "a car")

"""Which words of a sentence name events, from the parsed sentence to their probabilities; all sentences are made up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import tables
from timeline.events.extract import read_sentence
from timeline.events.triggers import MENTION, can_name, features, triggers
from timeline.language import Pipeline, Request, Sentence, Token, load
from timeline.model import Position


def read(text: str, pipeline: Pipeline, *, headline: bool = False) -> Sentence:
    """A sentence as events are read off it."""
    (sentence,) = pipeline.parse([Request(text)])
    return read_sentence(sentence, frozenset(), Position.HEADLINE if headline else Position.BODY)


def named(text: str, *, headline: bool = False) -> dict[str, float]:
    """The words of a sentence that name events, with their probabilities."""
    sentence = read(text, load(), headline=headline)
    found = triggers(sentence, headline=headline)
    return {sentence.tokens[index].text: probability for index, probability in found.items()}


# The words that name events, and some of those that name none.
SENTENCES = [
    ("a verb without an object", "The old tower collapsed during the night.", "collapsed", "old tower night"),
    ("a verb with an object", "Rebels captured the port.", "captured", "Rebels port"),
    ("a passive", "The minister was dismissed by the king.", "dismissed", "minister was king"),
    ("a noun that does something", "An earthquake destroyed the village.", "earthquake destroyed", "village"),
    ("persons in numbers", "The explosion injured four workers.", "explosion injured", "four workers"),
    ("a noun with what it is of", "The election of a mayor surprised the town.", "election surprised", "mayor town"),
    ("a noun in a phrase of time", "After the funeral, the family returned home.", "funeral returned", "family home"),
    ("an aspect", "The strike ended after talks with the owners.", "strike ended talks", "owners"),
    ("a noun of somebody", "Her resignation came as a shock.", "resignation came shock", "Her"),
    ("the future", "The court will hear the appeal in spring.", "hear appeal", "court will"),
    ("a hope", "The team hopes to win the final.", "hopes win", "team"),
    ("denied", "The pilot did not land the plane.", "land", "pilot did plane"),
    ("said", "The chairman said that the merger had failed.", "said merger failed", "chairman had"),
    ("announced", "The bank announced a cut in fees.", "announced cut", "bank fees"),
    ("possible", "Doctors may operate on the patient.", "operate", "Doctors may patient"),
    ("begun", "She began working at the mill and later bought it.", "began working bought", "She mill it"),
    ("a participle before", "Having lost the match, the coach stepped down.", "lost match stepped", "Having coach"),
    ("a relative clause", "Firefighters rescued a boy who had fallen into the well.", "rescued fallen", "boy who well"),
    ("a plural noun", "The raid led to twelve arrests.", "raid led arrests", "twelve"),
    ("a noun and a verb", "The launch of the rocket was delayed.", "launch delayed", "rocket was"),
    ("going on", "Police are investigating the murder of the grocer.", "investigating murder", "are grocer"),
    ("verbs in a row", "They invaded the island, captured its port and fled.", "invaded captured fled", "island port"),
    ("a light verb", "The wedding took place in a small chapel.", "wedding took", "small chapel"),
    ("with a particle", "A fire broke out in the warehouse.", "fire broke", "warehouse"),
    ("a cause", "The flood caused heavy damage.", "flood caused damage", "heavy"),
    ("a noun behind 'was'", "It was the start of the war on the island.", "start war", "was island"),
    ("a victory", "It was a victory for the town in the north.", "victory", "town"),
    ("part of a compound", "The Harwick bridge collapse killed two.", "collapse killed", "Harwick bridge two"),
    ("perfect", "The ship has sunk.", "sunk", "ship has"),
    ("a plan", "The company plans to acquire its rival.", "acquire", "company rival"),
    ("persons and their work", "Anna is a nurse from Leeds.", "", "Anna is nurse Leeds"),
    ("a thing and where it is", "The hat is on the table.", "", "hat is table"),
    ("a measure", "The bridge is forty metres long.", "", "bridge is forty metres long"),
    ("a place", "It is a small island.", "", "is small island"),
    ("owned things", "The farmer owns six cows and a dog.", "", "farmer owns six cows dog"),
    ("people at a place", "Two teachers and a nurse were in the room.", "", "teachers nurse were room"),
    ("a kind nature", "They were kind to the children.", "", "were kind children"),
]  # fmt: skip

HEADLINES = [
    ("the present for the past", "Storm batters coast, leaving two dead", "Storm batters leaving", "coast two"),
    ("a scandal", "Mayor quits over housing scandal", "quits scandal", "Mayor housing"),
    ("a participle alone", "Three killed in factory blast", "killed blast", "Three"),
    ("a passive without 'was'", "Actor arrested after brawl", "arrested brawl", "Actor"),
    ("of a court", "Court rejects appeal", "rejects appeal", "Court"),
    ("the infinitive for the future", "Steel giant to cut jobs", "cut", "Steel giant"),
    ("a particle at the end", "Rail strike called off", "strike called", "Rail"),
    ("a wedding", "Prince weds singer in secret ceremony", "weds ceremony", "Prince singer secret"),
    ("a colon", "Tunnel fire: two missing", "fire", "Tunnel two"),
    ("no event", "Ten facts about owls", "", "Ten facts owls"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "events", "others"), [c[1:] for c in SENTENCES], ids=[c[0] for c in SENTENCES])
def test_words_of_sentences(text: str, events: str, others: str) -> None:
    found = named(text)
    assert set(events.split()) <= found.keys()
    assert not set(others.split()) & found.keys()


@pytest.mark.parametrize(("text", "events", "others"), [c[1:] for c in HEADLINES], ids=[c[0] for c in HEADLINES])
def test_words_of_headlines(text: str, events: str, others: str) -> None:
    found = named(text, headline=True)
    assert set(events.split()) <= found.keys()
    assert not set(others.split()) & found.keys()


STATES = [
    ("knowing", "My sister knows the answer.", "knows"),
    ("a weight", "The cup weighs two kilos.", "weighs"),
    ("a price", "A loaf costs three pounds.", "costs"),
    ("having", "The garden has a wall.", "has"),
    ("standing somewhere", "The chair stands beside the table.", "stands"),
    ("being old", "The queen is old.", "old"),
    ("being hot", "The soup is hot.", "hot"),
]


@pytest.mark.xfail(strict=True, reason="states are taken for events, as people marked many of them in the corpora")
@pytest.mark.parametrize(("text", "state"), [c[1:] for c in STATES], ids=[c[0] for c in STATES])
def test_states_are_no_events(text: str, state: str) -> None:
    assert state not in named(text)


def test_a_headline_is_read_as_one() -> None:
    text = "Brawl in court"
    assert named(text, headline=True)["Brawl"] > named(text).get("Brawl", 0.0)


def test_dates_name_no_events() -> None:
    sentence = read("The talks of spring failed.", load())
    (talks,) = (token.index for token in sentence.tokens if token.text == "talks")
    assert talks in triggers(sentence, headline=False)
    assert talks not in triggers(sentence, headline=False, dates={talks})


ALL = [text for _, text, _, _ in SENTENCES]


@pytest.mark.parametrize("headline", [False, True], ids=["body", "headline"])
def test_probabilities_are_at_least_that_of_a_mention(*, headline: bool) -> None:
    found = [probability for text in ALL for probability in named(text, headline=headline).values()]
    assert found
    assert all(MENTION <= probability <= 1.0 for probability in found)


@given(st.permutations(ALL[:8]), st.booleans())
def test_what_was_read_before_does_not_matter(texts: list[str], headline: bool) -> None:
    parsed = load().parse([Request(text) for text in texts])
    found = {s.text: triggers(s, headline=headline) for s in parsed}
    alone = {text: next(iter(load().parse([Request(text)]))) for text in texts}
    assert found == {text: triggers(sentence, headline=headline) for text, sentence in alone.items()}


UNLIKE = [
    ("a number", "It cost 40 pounds.", "40"),
    ("a mark", "It fell - and broke.", "-"),
    ("an auxiliary", "It was broken.", "was"),
    ("a pronoun", "They fled.", "They"),
]


@pytest.mark.parametrize(("text", "word"), [c[1:] for c in UNLIKE], ids=[c[0] for c in UNLIKE])
def test_words_that_can_name_nothing(text: str, word: str) -> None:
    (token,) = (token for token in read(text, load()).tokens if token.text == word)
    assert not can_name(token)


RARE = [
    "Five ships, including two ferries, sank.",
    "The council declared the bridge unsafe.",
    "She saved the wounded.",
    "The recently built tower fell.",
    "The crowd went wild.",
    "He was unable to leave the hall.",
    "This was a defeat by two goals at home.",
    "Lund, a town in the north, voted.",
    "They fled to southern Italy.",
    "The Boston Marathon was cancelled.",
]
"""Sentences with the rarer features."""

SUFFIX_LETTERS = 3
SUFFIXED = {"noun": "NOUN", "adjective": "ADJ"}


def told() -> Iterator[tuple[Sentence, Token, bool]]:
    """Every word of the sentences above that can name an event, and whether it stands in a headline."""
    texts = [(text, False) for text in (*ALL, *RARE)] + [(text, True) for _, text, _, _ in HEADLINES]
    for text, headline in texts:
        sentence = read(text, load(), headline=headline)
        for token in sentence.tokens:
            if can_name(token):
                yield sentence, token, headline


def test_every_weight_is_that_of_a_feature() -> None:
    weights = set(tables.read_weights("timeline.events", "trigger_weights.tsv")) - {"bias"}
    words = list(told())
    found = {name for sentence, token, headline in words for name, _ in features(sentence, token, headline=headline)}
    by_suffix = {name: name.split(" in -") for name in weights - found if " in -" in name}
    for pos, suffix in by_suffix.values():
        sentence, token, _ = next(each for each in words if each[1].pos == SUFFIXED[pos])
        other = replace(token, lemma=suffix if len(suffix) < SUFFIX_LETTERS else f"some{suffix}")
        found |= {each for each, _ in features(sentence, other, headline=False)}
    assert weights - found == set()


def test_a_whole_word_is_no_suffix() -> None:
    sentence, token, _ = next(each for each in told() if each[1].pos == "NOUN")
    names = {name for name, _ in features(sentence, replace(token, lemma="law"), headline=False)}
    assert not any(" in -" in name for name in names)


def test_features_have_values_from_zero_to_one() -> None:
    values = [v for sentence, token, headline in told() for _, v in features(sentence, token, headline=headline)]
    assert all(0.0 <= value <= 1.0 for value in values)

"""Event words: which nouns name events, classes of verbs, concepts and similarity."""

from itertools import product

import pytest

from timeline.language.lexicon import (
    EVENT_NOUN,
    SAME_EVENT,
    common_meaning,
    concept,
    event_noun,
    event_verb,
    similarity,
)

EVENTS = {
    "war": "war offensive airstrike ceasefire siege invasion withdrawal pull-out bombing evacuation uprising coup",
    "politics": "deal talks summit election referendum inauguration resignation treaty visit speech deadline",
    "law": "trial verdict hearing arrest lawsuit conviction indictment raid murder robbery",
    "business": "merger takeover launch IPO acquisition buyout bankruptcy layoff delivery release",
    "nature": "earthquake hurricane flood eruption storm wildfire landslide",
    "transport": "crash collision landing takeoff derailment",
    "sport and arts": "tournament match final championship concert premiere festival ceremony",
    "health": "outbreak pandemic vaccination surgery death birth injury",
    "WordNet lacks them": "relaunch de-escalation by-election gunfight",
}
OTHERS = {
    "people": "president soldier company army family minister spokesman victim",
    "places": "city house country airport street village",
    "times": "year month morning day week",
    "things": "phone aircraft money weapon letter book wing passport",
    "qualities and states": "force relationship colour size government beauty price ability",
    "nothing": "xyzzy 737",
}


def by_topic(words: dict[str, str]) -> list[object]:
    return [
        pytest.param(word, id=f"{topic}-{word}".replace(" ", "-"))
        for topic, row in words.items()
        for word in row.split()
    ]


@pytest.mark.parametrize("noun", by_topic(EVENTS))
def test_nouns_that_name_events(noun: str) -> None:
    assert EVENT_NOUN <= event_noun(noun) <= 1


@pytest.mark.parametrize("noun", by_topic(OTHERS))
def test_nouns_that_name_none(noun: str) -> None:
    assert 0 <= event_noun(noun) < 0.2


@pytest.mark.parametrize("noun", ["report", "support", "plan"])
def test_nouns_that_name_both_are_in_the_middle(noun: str) -> None:
    assert 0.2 < event_noun(noun) < 0.6


@pytest.mark.parametrize(
    ("one", "other"), [("cease-fire", "Ceasefire"), ("pull-out", "pullout"), ("air strike", "airstrike")]
)
def test_spelling_does_not_matter(one: str, other: str) -> None:
    assert event_noun(one) == event_noun(other)
    assert concept(one, "NOUN") == concept(other, "NOUN")


@pytest.mark.parametrize(
    ("name", "verbs"),
    [
        ("", "withdraw kill sign attack elect arrest die buy release crash meet find call happen survive postpone"),
        ("state", "be have remain own contain resemble belong live"),
        ("report", "say tell report state claim announce warn explain deny"),
        ("aspect", "begin start continue end stop finish"),
        ("light", "make take give carry_out conduct"),
        ("intention", "want hope plan try fail expect intend agree promise refuse"),
        ("attitude", "think believe know fear"),
    ],
)
def test_classes_of_verbs(name: str, verbs: str) -> None:
    assert {verb: event_verb(verb.replace("_", " ")) for verb in verbs.split()} == dict.fromkeys(verbs.split(), name)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("withdraw/VERB withdrawal/NOUN pull-out/NOUN pullout/NOUN pull_out/VERB", "withdraw"),
        ("deal/NOUN agreement/NOUN accord/NOUN pact/NOUN treaty/NOUN", "agreement"),
        ("acquire/VERB acquisition/NOUN buy/VERB takeover/NOUN", "buy"),
        ("invade/VERB invasion/NOUN", "invade"),
        ("kill/VERB killing/NOUN", "kill"),
        ("organise/VERB organize/VERB", "organize"),
        ("die/VERB death/NOUN dead/ADJ", "die"),
        ("sign/VERB signing/NOUN", "sign"),
        ("Zxqvut/NOUN", "zxqvut"),
    ],
)
def test_concepts(words: str, name: str) -> None:
    pairs = [word.replace("_", " ").split("/") for word in words.split()]
    assert {concept(lemma, pos) for lemma, pos in pairs} == {name}


def triggers(text: str) -> list[tuple[str, str]]:
    """Words as "lemma/POS", several for one with underscores for its spaces."""
    return [(lemma.replace("_", " "), pos) for lemma, pos in (word.split("/") for word in text.split())]


ALIKE = [
    "attack/NOUN assault/NOUN",
    "attack/VERB strike/NOUN",
    "kill/VERB slay/VERB",
    "kill/VERB murder/NOUN",
    "explosion/NOUN blast/NOUN",
    "arrest/VERB detain/VERB",
    "election/NOUN vote/NOUN",
    "quit/VERB resignation/NOUN",
    "talks/NOUN negotiation/NOUN",
    "capture/VERB seize/VERB",
    "earthquake/NOUN quake/NOUN",
    "leave/VERB withdrawal/NOUN",
    "crash/NOUN collision/NOUN",
    "unveil/VERB launch/NOUN",
    "begin/VERB start/VERB",
    "flight/NOUN flee/VERB",
    "conquest/NOUN seizure/NOUN",
]
UNLIKE = [
    "deal/NOUN earthquake/NOUN",
    "sign/VERB withdraw/VERB",
    "kill/VERB announce/VERB",
    "arrest/VERB release/VERB",
    "attack/NOUN election/NOUN",
    "deploy/VERB withdraw/VERB",
    "merger/NOUN verdict/NOUN",
    "storm/NOUN protest/NOUN",
    "sign/VERB deal/NOUN",
    "bank/NOUN launch/NOUN",
    "swim/VERB travel/VERB",
]


@pytest.mark.parametrize("pair", ALIKE)
def test_reports_of_one_kind_of_act_are_alike(pair: str) -> None:
    one, other = triggers(pair)
    assert similarity(one, other) >= SAME_EVENT


@pytest.mark.parametrize("pair", UNLIKE)
def test_unrelated_acts_are_not_alike(pair: str) -> None:
    one, other = triggers(pair)
    assert similarity(one, other) < 0.3


@pytest.mark.parametrize(
    ("nearer", "farther"),
    [
        pytest.param("assault/NOUN attack/NOUN", "battle/NOUN attack/NOUN", id="synonym-before-sibling"),
        pytest.param("murder/VERB kill/VERB", "injure/VERB kill/VERB", id="kind-of-before-other"),
        pytest.param("invade/VERB invasion/NOUN", "attack/VERB invasion/NOUN", id="derivation-before-kind-of"),
    ],
)
def test_order_of_similarity(nearer: str, farther: str) -> None:
    assert similarity(*triggers(nearer)) > similarity(*triggers(farther))


@pytest.mark.parametrize("pair", ["withdraw/VERB withdrawal/NOUN", "signing/NOUN sign/VERB", "Deal/NOUN pact/NOUN"])
def test_one_concept_is_one_word(pair: str) -> None:
    one, other = triggers(pair)
    assert similarity(one, other) == 1


def test_similarity_is_symmetric_bounded_and_1_for_itself() -> None:
    words = {word for pair in ALIKE + UNLIKE for word in triggers(pair)} | {
        ("xyzzy", "X"),
        ("", "NOUN"),
        ("—", "PUNCT"),
    }
    for one, other in product(sorted(words), repeat=2):
        assert 0 <= similarity(one, other) <= 1
        assert similarity(one, other) == similarity(other, one)
        assert common_meaning(one, other) == common_meaning(other, one)
    assert {similarity(word, word) for word in words} == {1}


@pytest.mark.parametrize(
    ("pair", "meaning"),
    [
        ("assassinate/VERB killing/NOUN", "kill"),
        ("pullout/NOUN withdraw/VERB", "withdraw"),
        ("deal/NOUN earthquake/NOUN", ""),
    ],
)
def test_common_meaning_is_a_word(pair: str, meaning: str) -> None:
    one, other = triggers(pair)
    assert common_meaning(one, other) == meaning


def test_only_like_words_have_a_common_meaning() -> None:
    for pair in ALIKE:
        assert common_meaning(*triggers(pair))

"""What a date is counted from, as the words behind it name it."""

import pytest

from timeline.dates import counted_words, find
from timeline.events.anchor import anchor
from timeline.events.draft import Anchor
from timeline.language import Request, load


def named(text: str) -> Anchor | None:
    words = [counted_words(candidate) for candidate in find(text)]
    (sentence,) = load().parse([Request(text, 0, tuple((w.start, w.end) for w in words))])
    tokens = [token.index for w in words if (token := sentence.token_at(w.start)) is not None]
    return anchor(sentence, tokens[0], frozenset(tokens))


NAMED = [
    ("a noun", "He left two days after the vote.", "the vote", "vote/NOUN", (), (), True),
    ("indefinite", "He left two days after a vote.", "a vote", "vote/NOUN", (), (), False),
    ("no article", "He left two days after heavy flooding.", "heavy flooding", "flooding/NOUN", (), (), False),
    ("whose", "He left two days after Lima's escape.", "Lima's escape", "escape/NOUN", ("Lima",), (), True),
    (
        "with what defines it",
        "He left two days after the attack on the port.",
        "the attack on the port",
        "attack/NOUN",
        (),
        ("port",),
        True,
    ),
    ("the second", "He left two days after the second quake.", "the second quake", "quake/NOUN", (), ("second",), True),
    (
        "no more than a phrase",
        "The day before Lima's escape, the guards were moved.",
        "Lima's escape",
        "escape/NOUN",
        ("Lima",),
        (),
        True,
    ),
    ("the eve of", "They met on the eve of the vote.", "the vote", "vote/NOUN", (), (), True),
    ("a day of", "The town fell on the third day of the siege.", "the siege", "siege/NOUN", (), (), True),
    ("into", "A week into the strike, they gave in.", "the strike", "strike/NOUN", (), (), True),
    ("prior to", "He left a week prior to the vote.", "the vote", "vote/NOUN", (), (), True),
    ("later than", "They left a month later than the deadline.", "the deadline", "deadline/NOUN", (), (), True),
    ("a clause", "He left two days after the Aurora sank.", "the Aurora sank", "sink/VERB", ("Aurora",), (), False),
    ("a participle", "A month after losing the vote, he left.", "losing the vote", "lose/VERB", (), ("vote",), False),
    (
        "no age",
        "It came a day after 36-year-old Rui Costa died.",
        "36-year-old Rui Costa died",
        "die/VERB",
        ("Rui Costa",),
        (),
        False,
    ),
    ("its date inside", "He left a day after the 3 May 2011 vote.", "the 3 May 2011 vote", "vote/NOUN", (), (), None),
]


@pytest.mark.parametrize(
    ("text", "words", "concept", "names", "details", "definite"), [c[1:] for c in NAMED], ids=[c[0] for c in NAMED]
)
def test_what_a_date_counts_from(
    text: str, words: str, concept: str, names: tuple[str, ...], details: tuple[str, ...], definite: bool | None
) -> None:
    found = named(text)
    assert found is not None
    assert (found.quote.text, found.concepts[0], found.names, found.details) == (words, concept, names, details)
    assert text[found.quote.start : found.quote.end] == words
    assert definite is None or found.definite == definite


def test_a_mere_name() -> None:
    found = named("William was crowned ten weeks after Hastings.")
    assert found is not None
    assert (found.names, found.concepts, found.is_name) == (("Hastings",), (), True)


@pytest.mark.parametrize(
    ("text", "whose", "phase"),
    [
        pytest.param("She moved two months after his death.", True, "", id="his"),
        pytest.param("She moved two months after he left.", True, "", id="he"),
        pytest.param("She moved two months after the vote.", False, "", id="nobody's"),
        pytest.param("She moved two months after the trial began.", False, "start", id="a beginning"),
        pytest.param("She moved two months after the end of the trial.", False, "end", id="an end"),
    ],
)
def test_whose_event_it_is_and_which_part(text: str, whose: bool, phase: str) -> None:
    found = named(text)
    assert found is not None
    assert (found.whose, found.phase) == (whose, phase)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("They left two days after that.", id="that"),
        pytest.param("They left two days after a similar attack.", id="another of its kind"),
        pytest.param("They left two days after another attack.", id="another"),
        pytest.param("The gates opened on the seventh day.", id="nothing behind"),
    ],
)
def test_what_names_no_event_that_was_told(text: str) -> None:
    assert named(text) is None

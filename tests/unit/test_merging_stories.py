"""Which documents tell one story, and what that does to their reports; all texts are made up."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.merging import merge, stories
from timeline.model import (
    Basis,
    DateMention,
    DateType,
    Event,
    EventMention,
    Extent,
    Participant,
    Quote,
    Role,
    Status,
)
from timeline.timespan import TimeSpan
from timeline.why import text as because
from timeline.why_words import sentence

TEXTS = {
    "ferry1": "The ferry Aurora sank off Samos on its way to the mainland; divers found the wreck.",
    "ferry2": "Divers searched the wreck of the ferry Aurora for the captain's logbook.",
    "ferry3": "Relatives laid wreaths off Samos, where the Aurora went down with its captain.",
    "bank1": "A bank in Oslo was robbed by three masked men, who fled on motorcycles.",
    "bank2": "Masked men robbed the bank and fled, said a policeman in Oslo.",
}


def test_documents_that_share_rare_words_tell_one_story() -> None:
    found = stories(TEXTS)
    assert {id_: found[id_] for id_ in TEXTS} == {
        "ferry1": "ferry1", "ferry2": "ferry1", "ferry3": "ferry1", "bank1": "bank1", "bank2": "bank1",
    }  # fmt: skip


def test_only_the_top_of_a_text_counts() -> None:
    filler = "Nothing of note occurred, wrote the clerk of the parish in his long and dreary chronicle. " * 8
    assert stories(TEXTS | {"late": filler + TEXTS["bank1"]})["late"] == "late"


@given(st.permutations(sorted(TEXTS)))
def test_the_order_of_documents_does_not_matter(order: list[str]) -> None:
    assert stories({id_: TEXTS[id_] for id_ in order}) == stories(TEXTS)


@pytest.mark.parametrize("texts", [{}, {"a": ""}, {"a": "", "b": "..."}], ids=["none", "empty", "no words"])
def test_documents_without_words_tell_their_own(texts: dict[str, str]) -> None:
    assert stories(texts) == {id_: id_ for id_ in texts}


def report(document: str, concept: str, edtf: str = "", *, at: int = 0, basis: Basis = Basis.STATED) -> EventMention:
    when = TimeSpan.parse(edtf) if edtf else None
    date = DateMention(None, DateType.DATE, edtf, when, basis, because("it says so"))
    word = concept.partition("/")[0]
    quote = Quote(at, at + 40, word.ljust(40, "."))
    return EventMention(document, quote, Quote(at, at + len(word), word), date, when, word, (concept,))


def hurt(name: str, *, role: Role = Role.PATIENT) -> tuple[Participant, ...]:
    return (Participant(Quote(1, 2, "."), role, name),)


def events(*mentions: EventMention) -> tuple[Event, ...]:
    """The events of some reports, where documents whose ids begin alike tell one story."""
    told = {m.document: m.document[0] for m in mentions}
    return merge(mentions, {m.document: m.document * 8 for m in mentions}, stories=told)


SUNK, PRINTED = report("a1", "sink/VERB", "2015-07-14"), Basis.PUBLICATION
ONE = [
    ("neither has a date", report("a1", "sink/VERB"), report("a2", "sink/VERB")),
    ("one has a date", SUNK, report("a2", "sink/VERB")),
    ("derived words", report("a1", "sink/VERB"), report("a2", "sinking/NOUN")),
    ("a structure gives way", report("a1", "collapse/VERB"), report("a2", "give way/VERB")),
    ("it fails", report("a1", "collapse/NOUN"), report("a2", "failure/NOUN")),
    ("leaving an office", report("a1", "resign/VERB"), report("a2", "step down/VERB")),
    ("no longer sent", report("a1", "suspend/VERB"), report("a2", "halt/VERB")),
    ("stopped", report("a1", "suspend/VERB"), report("a2", "stop/VERB")),
    ("one is dated to the year", SUNK, report("a2", "sink/VERB", "2015")),
    ("a day told by a headline of the next", SUNK, report("a2", "sink/VERB", "2015-07-15", basis=PRINTED)),
    (
        "other names, one of which is the club's",
        replace(report("a1", "injure/VERB"), participants=hurt("Ann Lee")),
        replace(report("a2", "injure/VERB"), participants=hurt("Tarn United")),
    ),
]  # fmt: skip
TWO = [
    ("another story", report("a1", "sink/VERB"), report("b1", "sink/VERB")),
    ("another story, one with a date", SUNK, report("b1", "sink/VERB")),
    ("other words", report("a1", "sink/VERB"), report("a2", "elect/VERB")),
    ("days that differ", SUNK, report("a2", "sink/VERB", "2015-07-15")),
    ("a headline of the day before", SUNK, report("a2", "sink/VERB", "2015-07-13", basis=PRINTED)),
    ("another year", SUNK, report("a2", "sink/VERB", "2014")),
    ("a headline of weeks after", SUNK, report("a2", "sink/VERB", "2015-08-14", basis=PRINTED)),
    ("a headline of the next day, another story", SUNK, report("b1", "sink/VERB", "2015-07-15", basis=PRINTED)),
    (
        "it was done to another, in one document",
        replace(report("a1", "arrest/VERB"), participants=hurt("Smith")),
        replace(report("a1", "arrest/VERB", at=100), participants=hurt("Jones")),
    ),
    (
        "the word only stands beside the trigger",
        report("a1", "fire/NOUN"),
        replace(report("a2", "investigate/VERB"), concepts=("investigate/VERB", "fire/NOUN")),
    ),
    (
        "words of little content by others",
        replace(report("a1", "say/VERB"), participants=hurt("the coach", role=Role.AGENT)),
        replace(report("a1", "say/VERB", at=100), participants=hurt("the keeper", role=Role.AGENT)),
    ),
    (
        "start and end",
        replace(report("a1", "strike/NOUN"), phase="start"),
        replace(report("a2", "strike/NOUN"), phase="end"),
    ),
]


@pytest.mark.parametrize(("one", "other"), [case[1:] for case in ONE], ids=[case[0] for case in ONE])
def test_one_event_of_a_story(one: EventMention, other: EventMention) -> None:
    assert len(events(one, other)) == 1


@pytest.mark.parametrize(("one", "other"), [case[1:] for case in TWO], ids=[case[0] for case in TWO])
def test_two_events(one: EventMention, other: EventMention) -> None:
    assert len(events(one, other)) == 2


def test_without_stories_each_document_tells_its_own() -> None:
    one, other = report("a1", "sink/VERB"), report("a2", "sink/VERB")
    assert len(merge((one, other), {"a1": "1", "a2": "2"})) == 2


def test_the_reason_names_the_story() -> None:
    (event,) = events(report("a1", "sink/VERB"), report("a2", "sinking/NOUN"))
    assert any(
        "‘sink’ and ‘sinking’, and their documents tell one story" in reason for reason in map(sentence, event.reasons)
    )


def test_a_date_in_words_goes_before_the_day_of_publication() -> None:
    weekend = report("a2", "sink/VERB", "2015-07-11/2015-07-12")
    (event,) = events(report("a1", "sink/VERB", "2015-07-13", basis=PRINTED), weekend)
    assert event.when == weekend.when


def test_a_day_settles_a_year() -> None:
    (event,) = events(SUNK, report("a2", "sink/VERB", "2015"))
    assert event.when == SUNK.when


def test_a_day_of_publication_settles_a_vague_date() -> None:
    printed = report("a1", "sink/VERB", "2015-07-13", basis=PRINTED)
    (event,) = events(printed, replace(report("a2", "sink/VERB", "2015-07"), status=Status.OCCURRED))
    assert event.when == printed.when
    assert event.extent == Extent.WITHIN

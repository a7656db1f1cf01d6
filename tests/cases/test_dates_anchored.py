"""Whole builds in which one event is dated by another: in its sentence, its document, or another document."""

import itertools

import pytest

from timeline.export import json as export
from timeline.model import Basis, Document, EventMention, PublishedBasis, main_events
from timeline.pipeline import build
from timeline.timespan import TimeSpan
from timeline.why_words import sentence


def document(name: str, text: str, published: str | None = None) -> Document:
    if published is None:
        return Document(id=name, text=text)
    return Document(id=name, text=text, published=TimeSpan.parse(published), published_basis=PublishedBasis.GIVEN)


def counted(documents: list[Document]) -> list[EventMention]:
    """The reports of the documents' events whose words count from another event."""
    mentions = [m for event in build(documents) for m in event.mentions]
    return [m for m in mentions if m.date.basis == Basis.ANCHORED and m.date.quote is not None]


MARCHES = "Rioters held a march on 3 May 2011 in the north. Teachers held a march on 9 June 2011 in the south. "

ONE_DOCUMENT = [
    (
        "told earlier",
        "The council held a vote on 3 May 2011. The mayor resigned two days after the vote.",
        [("resigned", "2011-05-05")],
    ),
    (
        "told later",
        "The mayor resigned two days before the vote. The council held the vote on 3 May 2011.",
        [("resigned", "2011-05-01")],
    ),
    (
        "dated in the same words",
        "The mayor resigned two days after the 3 May 2011 vote.",
        [("resigned", "2011-05-05")],
    ),
    (
        "the eve",
        "Dockers walked out on the eve of the vote. Members held the vote on 3 May 2011.",
        [("walked", "2011-05-02")],
    ),
    (
        "another word of one stem",
        "Ana Lima escaped from the prison on 30 November 2009. Guards were dismissed two days before Lima's escape.",
        [("dismissed", "2009-11-28")],
    ),
    (
        "another word for a death",
        "Rui Costa was murdered on 3 May 2011. The bridge was closed two days after Costa's death.",
        [("closed", "2011-05-05")],
    ),
    (
        "told by its harm",
        "A flood hit the market on 3 May 2011. The stalls were open again two months after the flood.",
        [("open", "2011-07~")],
    ),
    ("the one told last", f"{MARCHES}The minister resigned two days after the march.", [("resigned", "2011-06-11")]),
    (
        "a chain",
        "Teachers held a march on 9 June 2011. The vote came a week after the march. "
        "The minister resigned two days after the vote.",
        [("vote", "2011-06-16~"), ("resigned", "2011-06-18~")],
    ),
    (
        "known to a year",
        "The council held a vote in 2011. The mayor resigned a year after the vote.",
        [("resigned", "2012~")],
    ),
    (
        "its date in the same words before that of another",
        "Members held a vote on 9 June 2010. The mayor resigned two days after the 3 May 2011 vote.",
        [("resigned", "2011-05-05")],
    ),
    (
        "the end of what began and ended",
        "The trial began on 3 May 2011 and ended on 9 June 2011. Two days after the trial, the judge fell ill.",
        [("fell", "2011-06-11")],
    ),
    (
        "a day of something that began",
        "The strike began on 3 May 2011. On the third day of the strike, the port ran out of fuel.",
        [("ran", "2011-05-05")],
    ),
    (
        "into something that began",
        "The strike began on 3 May 2011. Three weeks into the strike, the union gave in.",
        [("gave", "2011-05-24~")],
    ),
    (
        "from its beginning, by name",
        "The trial began on 3 May 2011. Two days after the trial began, the judge fell ill.",
        [("fell", "2011-05-05")],
    ),
    (
        "a week of seven days",
        "Police shot Rui Costa on 3 May 2011. In the week following the shooting of Rui Costa, crowds burned cars.",
        [("burned", "2011-05-04~/2011-05-10~")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in ONE_DOCUMENT], ids=[c[0] for c in ONE_DOCUMENT])
def test_an_event_of_the_document_dates_what_counts_from_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(m.trigger.text, str(m.when)) for m in counted([document("d", text)])] == expected


OPEN = [
    (
        "another of its kind between",
        f"{MARCHES}Nurses held another march. The minister resigned a day after the march.",
    ),
    ("a vote is not the vote", "The council held a vote on 3 May 2011. The mayor resigned two days after a vote."),
    ("someone else's", "Ana Lima died on 3 May 2011. The house was sold two days after the death of Rui Costa."),
    ("who killed did not die", "Rui Costa killed a guard on 3 May 2011. The bridge fell two days after Costa's death."),
    ("another one", "Teachers held a march on 9 June 2011. The minister resigned two days after a similar march."),
    ("the end is not known", "The trial began on 3 May 2011. Two days after the trial, the judge fell ill."),
    (
        "the first day is not known",
        "Many joined the strike on 3 May 2011. On the third day of the strike, the port fell.",
    ),
    ("by how much is not said", "The council held a vote on 3 May 2011. The mayor resigned weeks after the vote."),
    ("nothing that was told", "The council held a vote on 3 May 2011. The mayor resigned two days after the flood."),
    ("known to a decade", "The council held votes in the 1990s. The mayor resigned two years after the votes."),
    ("not held", "The council did not hold the vote on 3 May 2011. The mayor resigned two days after the vote."),
    ("may be held", "The council might hold the vote on 3 May 2011. The mayor resigned two days after the vote."),
    (
        "one of its own kind",
        "Rebels attacked the port on 3 May 2011. A year after the attack on the port, rebels attacked the port again.",
    ),
    (
        "its own sentence tells another",
        "A year after opening the first shop, she is opening the big shop on 3 May 2011.",
    ),
]


@pytest.mark.parametrize("behind", ["that the report came out", "as the minister"])
def test_the_same_day_as_something_is_not_the_day_told_last(behind: str) -> None:
    text = f"The deal was signed on 29 February 2020. Hale resigned the same day {behind}."
    reports = [m for event in build([document("d", text)]) for m in event.mentions if "resigned" in m.quote.text]
    assert "resigned" in {m.trigger.text for m in reports}
    assert {m.when for m in reports} == {None}


def test_the_same_day_alone_is_the_day_told_last() -> None:
    events = main_events(build([document("d", "The deal was signed on 29 February 2020. Hale resigned the same day.")]))
    assert [str(event.when) for event in events] == ["2020-02-29", "2020-02-29"]


@pytest.mark.parametrize("text", [c[1] for c in OPEN], ids=[c[0] for c in OPEN])
def test_what_is_not_sure_stays_open(text: str) -> None:
    assert counted([document("d", text)]) == []


FILLER = "Nobody in the town could say what the weather would be like. "

# How far above it was told, in sentences of 61 characters, and when it was, in a text of 4 May 2011.
ABOVE = [
    ("near above, years back", "The council held a vote on 3 May 1998.", 8, "the vote", ["1998-05-05"]),
    ("far above, years back", "The council held a vote on 3 May 1998.", 20, "the vote", []),
    ("far above, of late", "The council held a vote on 30 April 2011.", 20, "the vote", ["2011-05-02"]),
    ("far above, years back, by name", "Porto held a vote on 3 May 1998.", 20, "the Porto vote", ["1998-05-05"]),
]


@pytest.mark.parametrize(("told", "between", "words", "expected"), [c[1:] for c in ABOVE], ids=[c[0] for c in ABOVE])
def test_what_is_far_above_must_be_recent_or_named(told: str, between: int, words: str, expected: list[str]) -> None:
    text = f"{told} {FILLER * between}The mayor resigned two days after {words}."
    assert [str(m.when) for m in counted([document("d", text, "2011-05-04")])] == expected


SINKING = document("agency", "The ferry Aurora sank off Samos on 3 May 2011.")
ARREST = document("paper", "The captain was arrested two days after the sinking of the Aurora.")
LATER_SINKING = document("history", "The Aurora sank on 9 July 2014 in a storm.")

COLLECTIONS = [
    ("a noun", [SINKING, ARREST], [("arrested", "2011-05-05")]),
    ("a clause", [SINKING, document("b", "Divers came two days after the Aurora sank.")], [("came", "2011-05-05")]),
    ("two that differ", [SINKING, ARREST, LATER_SINKING], []),
    (
        "an epidemic",
        [
            document("a", "Health officials declared the outbreak in Lagos on 3 May 2011."),
            document("b", "Schools closed a week after the Lagos outbreak was declared."),
        ],
        [("closed", "2011-05-10~")],
    ),
    (
        "a court, a year on",
        [
            document("a", "Ana Lima was convicted on 9 April 1990."),
            document("b", "She moved abroad a year after the conviction of Ana Lima."),
        ],
        [("moved", "1991-04~")],
    ),
    (
        "a battle by its name",
        [
            document("a", "The Battle of Hastings took place on 14 October 1066."),
            document("b", "William was crowned ten weeks after Hastings."),
        ],
        [("crowned", "1066-12-23~")],
    ),
    (
        "without a name, near in place and time",
        [
            document("a", "Lisbon held the election on 3 May 2011.", "2011-05-04"),
            document("b", "The mayor of Lisbon resigned two days after the election.", "2011-05-08"),
        ],
        [("resigned", "2011-05-05")],
    ),
    (
        "without a name, years apart",
        [
            document("a", "Lisbon held the election on 3 May 2011.", "2011-05-04"),
            document("b", "The mayor of Lisbon resigned two days after the election.", "2017-10-08"),
        ],
        [],
    ),
    (
        "a death, years apart",
        [
            document("a", "Rui Costa died on 3 May 1951.", "1951-05-04"),
            document("b", "The trust was founded a year after Rui Costa was killed.", "2017-10-08"),
        ],
        [("founded", "1952-05~")],
    ),
    (
        "a chain over three",
        [
            document("a", "Teachers marched through Porto on 9 June 2011."),
            document("b", "The Porto vote came a week after the march through Porto."),
            document("c", "The minister resigned two days after the Porto vote."),
        ],
        [("vote", "2011-06-16~"), ("resigned", "2011-06-18~")],
    ),
]


@pytest.mark.parametrize(("documents", "expected"), [c[1:] for c in COLLECTIONS], ids=[c[0] for c in COLLECTIONS])
def test_an_event_of_another_document_dates_what_counts_from_it(
    documents: list[Document], expected: list[tuple[str, str]]
) -> None:
    assert [(m.trigger.text, str(m.when)) for m in counted(documents)] == expected


@pytest.mark.parametrize("documents", [c[1] for c in COLLECTIONS], ids=[c[0] for c in COLLECTIONS])
def test_the_order_of_documents_does_not_matter(documents: list[Document]) -> None:
    assert len({export.dumps(build(ordered)) for ordered in itertools.permutations(documents)}) == 1


def test_the_reason_names_the_words_and_where_they_are_dated() -> None:
    (arrest,) = counted([SINKING, ARREST])
    assert sentence(arrest.date.reason) == (
        "‘two days after’ counted from ‘the sinking of the Aurora’, "
        "which document ‘agency’ dates 2011-05-03 (‘3 May 2011’)"
    )
    (resigned,) = counted([document("d", f"{MARCHES}The minister resigned two days after the march.")])
    assert "taken for the one told last" in sentence(resigned.date.reason)


def test_a_date_beside_it_dates_the_event_it_counts_from() -> None:
    (vote,) = counted([document("d", "On 5 May 2011, two days after the vote, the mayor resigned.")])
    assert (vote.trigger.text, str(vote.when)) == ("vote", "2011-05-03")


def test_a_date_of_another_event_does_not() -> None:
    text = "The day after the attack, the mayor said that the school would open on 9 May 2011."
    assert counted([document("d", text)]) == []


LEAD = "Two years after it was ordered, the yard has handed over the ship. {}"


def test_a_lead_is_told_on_the_day_until_something_dates_it() -> None:
    (alone,) = main_events(build([document("d", LEAD.format("It is long."), "2011-05-04")]))
    assert len(alone.mentions) == 1
    assert alone.mentions[0].date.basis == Basis.PUBLICATION
    lead = "The mayor has resigned two days after the vote in the council. The council held the vote on 1 May 2011."
    resigned = [e for e in build([document("d", lead, "2011-05-04")]) if e.mentions[0].trigger.text == "resigned"]
    assert [str(e.when) for e in resigned] == ["2011-05-03"]

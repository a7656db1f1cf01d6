"""One event out of many reports, from the words of the texts to the event: plans, lasting events, accounts, voices."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.model import Document, Event, Extent, PublishedBasis, Status, Timeline, main_events
from timeline.pipeline import build
from timeline.timespan import TimeSpan
from timeline.why_words import sentence


def document(id_: str, text: str, published: str = "2021-05-10") -> Document:
    return Document(id=id_, text=text, published=TimeSpan.parse(published), published_basis=PublishedBasis.GIVEN)


def told(*texts: str, published: str = "2021-05-10") -> Timeline:
    """The timeline of some texts, with the ids a, b, c ..."""
    return build(document(id_, text, published) for id_, text in zip("abcdef", texts, strict=False))


def of(timeline: Timeline, trigger: str) -> Event:
    """The one event that a word is the trigger of."""
    (event,) = (e for e in timeline if any(m.trigger.text == trigger for m in e.mentions))
    return event


DEADLINE = (
    "Norwind had promised to withdraw its ships from Tarn, which it did on 20 September 2021, four months later than "
    "the deadline.",
    "Norwind has committed to withdrawing its ships by 15 May 2021.",
)


def missed() -> Timeline:
    return build([document("a", DEADLINE[0], "2021-09-30"), document("b", DEADLINE[1], "2021-04-02")])


def test_a_deadline_and_the_plan_it_is_set_for_are_one() -> None:
    event = of(missed(), "deadline")
    assert [m.trigger.text for m in event.mentions if m.document == "b"] == ["withdrawing"]
    assert (str(event.when), event.status) == ("2021-05-15", Status.PLANNED)
    assert any(reason.startswith("a deadline and what it is set for") for reason in map(sentence, event.reasons))


def test_a_plan_that_the_outcome_missed_is_an_event_of_its_own() -> None:
    timeline = missed()
    assert str(of(timeline, "withdraw").when) == "2021-09-20"
    assert of(timeline, "withdraw") != of(timeline, "deadline")


def test_a_plan_whose_span_holds_the_outcome_is_one_with_it() -> None:
    plan = document("a", "Norwind will close the mine in May 2021.", "2021-04-02")
    outcome = document("b", "Norwind closed the mine on 20 May 2021.", "2021-05-21")
    event = of(build([plan, outcome]), "closed")
    assert (str(event.when), event.status) == ("2021-05-20", Status.OCCURRED)
    assert [m.status for m in event.mentions if m.document == "a"] == [Status.PLANNED]
    assert any(
        "planned for May 2021, and told as done for 20 May 2021" in reason for reason in map(sentence, event.reasons)
    )


SIXTH_DAY = "Officers in Lisbon reported a sixth day of heavy fighting while the Rovian Army shelled the city."
PUBLISHED = {
    "on a known day": (SIXTH_DAY, "2021-05-10", "2021-05-05/2021-05-10"),
    "on one of some days": (SIXTH_DAY, "2021-05-09/2021-05-11", "2021-05-05~/2021-05-10~"),
    "a day that begins": (
        "The Rovian Army began a sixth day of heavy fighting in Lisbon.",
        "2021-05-10",
        "2021-05-05/2021-05-10",
    ),
}


@pytest.mark.parametrize(("text", "published", "edtf"), PUBLISHED.values(), ids=PUBLISHED)
def test_what_is_counted_off_as_news_has_lasted_until_publication(text: str, published: str, edtf: str) -> None:
    event = of(told(text, published=published), "fighting")
    assert (str(event.when), event.extent, event.mentions[0].phase) == (edtf, Extent.THROUGHOUT, "")


def test_what_is_counted_off_is_told_once() -> None:
    (main,) = main_events(told(SIXTH_DAY))
    assert [m.trigger.text for m in main.mentions] == ["fighting"]


def test_who_reports_what_lasts_has_no_part_in_it() -> None:
    event = of(told("Residents in Lisbon reported a sixth day of heavy fighting."), "fighting")
    assert (event.participants, event.places) == ((), ("Lisbon",))


def test_days_are_not_counted_back_from_a_month() -> None:
    assert all(event.extent == Extent.WITHIN for event in told(SIXTH_DAY, published="2021-05"))


NO_NEWS = {
    "told of long ago": "On the sixth day of the siege, the Rovians left Lisbon.",
    "no more news": "Officers in Lisbon reported the sixth day of heavy fighting.",
    "no event is counted": "Residents of Lisbon bought a sixth day of milk.",
}


@pytest.mark.parametrize("text", NO_NEWS.values(), ids=NO_NEWS)
def test_other_counted_days_do_not_end_with_publication(text: str) -> None:
    assert all(event.extent == Extent.WITHIN for event in told(text))


DAYS = {
    "the place is named": ("The Rovian Army attacked the port in Lisbon on 7 May 2021.", "attacked"),
    "another word of the kind": ("The Rovian Army shelled a market in Lisbon on 6 May 2021.", "shelled"),
}


@pytest.mark.parametrize(("text", "trigger"), DAYS.values(), ids=DAYS)
def test_days_of_what_lasts_belong_to_it(text: str, trigger: str) -> None:
    event = of(told(SIXTH_DAY, text), trigger)
    assert {m.document for m in event.mentions} == {"a", "b"}
    assert (str(event.when), event.extent) == ("2021-05-05/2021-05-10", Extent.THROUGHOUT)
    assert any(
        "falls into the days that it lasted, from 5 to 10 May 2021" in reason for reason in map(sentence, event.reasons)
    )


def test_in_one_text_the_city_is_the_one_named_before() -> None:
    timeline = told(f"{SIXTH_DAY} The Rovian Army attacked the city hall in the city on 8 May 2021.")
    assert of(timeline, "attacked") == of(timeline, "fighting")


APART = {
    "elsewhere": "The Rovian Army attacked the port in Lund on 7 May 2021.",
    "before it began": "The Rovian Army attacked the port in Lisbon on 2 May 2021.",
    "another kind of act": "The Rovian Army opened a school in Lisbon on 7 May 2021.",
    "by others": "Wolves attacked Erik Holm in Lisbon on 7 May 2021.",
    "the place is not named": "The Rovian Army attacked a convoy on 7 May 2021.",
    "only planned": "The Rovian Army will attack Lisbon on 9 May 2021, an officer said on 4 May 2021.",
}


@pytest.mark.parametrize("text", APART.values(), ids=APART)
def test_what_is_no_day_of_it_stays_apart(text: str) -> None:
    event = of(told(SIXTH_DAY, text), "fighting")
    assert {m.document for m in event.mentions} == {"a"}


NUMBERS = {
    "of the dead": (
        "A bomb killed 31 residents in Tarn on 3 May 2021.",
        "The bomb in the market of Tarn killed 34 people on 3 May 2021.",
        ["31 residents", "34 people"],
    ),
    "in words": (
        "A bomb killed thirty-one people in Tarn on 3 May 2021.",
        "On 3 May 2021 34 people were killed by a bomb in Tarn.",
        ["thirty-one people", "34 people"],
    ),
    "of what was bought": (
        "On 3 May 2021 Norwind bought twelve jets from Halden.",
        "Norwind purchased 14 jets from Halden on 3 May 2021.",
        ["twelve jets", "14 jets"],
    ),
}


@pytest.mark.parametrize(("one", "other", "values"), NUMBERS.values(), ids=NUMBERS)
def test_numbers_that_differ_are_accounts(one: str, other: str, values: Sequence[str]) -> None:
    timeline = told(one, other)
    (event,) = (e for e in timeline if e.disagreements)
    (found,) = event.disagreements
    assert (found.about, [account.value for account in found.accounts]) == ("number", values)
    assert [{event.mentions[i].document for i in account.mentions} for account in found.accounts] == [{"a"}, {"b"}]


ALIKE = {
    "more than fits": (
        "More than 30 people were killed by a bomb in Tarn on 3 May 2021.",
        "The bomb in Tarn killed 34 people on 3 May 2021.",
    ),
    "at least fits": (
        "At least 31 people were killed by a bomb in Tarn on 3 May 2021.",
        "The bomb in Tarn killed 34 people on 3 May 2021.",
    ),
    "the same in words": (
        "The bomb in Tarn killed thirty-four people on 3 May 2021.",
        "The bomb in Tarn killed 34 people on 3 May 2021.",
    ),
    "the dead and the hurt": (
        "The bomb in Tarn killed 34 people on 3 May 2021.",
        "The bomb in Tarn wounded 60 people on 3 May 2021.",
    ),
    "some of them": (
        "The bomb in Tarn killed 34 people on 3 May 2021.",
        "The bomb in Tarn killed three soldiers on 3 May 2021.",
    ),
    "an age": (
        "A bomb killed a 31-year-old teacher in Tarn on 3 May 2021.",
        "The bomb in Tarn killed 34 people on 3 May 2021.",
    ),
    "money": (
        "Norwind bought the Halden yard on 3 May 2021 for $31 million.",
        "Norwind bought the Halden yard and 34 ships on 3 May 2021.",
    ),
    "one source, which tells of an hour and the next": (
        "A bomb killed 31 people in Tarn on 3 May 2021. The bomb in Tarn killed 34 people on 3 May 2021.",
    ),
}


@pytest.mark.parametrize("texts", ALIKE.values(), ids=ALIKE)
def test_numbers_that_can_all_be_right_are_no_disagreement(texts: Sequence[str]) -> None:
    assert [event.disagreements for event in told(*texts) if event.disagreements] == []


STORY = (
    "Norwind closed the old mine at Tarn on 3 May 2021, after water had broken in. The miners were brought up by two "
    "lifts within the hour, and nobody was hurt. The company said that it did not expect to open the mine again."
)
OTHERS = (
    "On 3 May 2021 Norwind closed the mine at Tarn. Eva Lind, who worked there, said that she would look for a ship.",
    "Water broke into the mine at Tarn on 3 May 2021, and Norwind closed the mine.",
)


def test_papers_with_one_text_are_one_voice() -> None:
    alone = of(told(STORY, OTHERS[0]), "closed")
    reprinted = of(told(STORY, OTHERS[0], f"TARN (Agency) - {STORY}", f"{STORY} The Tarn Post"), "closed")
    assert {m.document for m in reprinted.mentions} == set("abcd")
    assert "three of the four sources carry the same text, so they count as one" in map(sentence, reprinted.reasons)
    assert reprinted.confidence == alone.confidence


def test_a_text_in_many_papers_stands_out_no_more() -> None:
    reprinted = told(STORY, f"TARN - {STORY}", f"{STORY} The Post", "A ship left Lund on 4 May 2021.")
    independent = told(STORY, *OTHERS, "A ship left Lund on 4 May 2021.")
    assert of(reprinted, "closed").salience < of(independent, "closed").salience


GROWING = [
    document("a", "Norwind will close the mine in May 2021.", "2021-04-02"),
    document("b", "Norwind closed the mine on 20 May 2021.", "2021-05-21"),
    document("c", f"{SIXTH_DAY} A bomb killed 31 residents in Tarn on 7 May 2021."),
    document(
        "d", "The Rovian Army attacked a port in Lisbon on 7 May 2021. The bomb in Tarn killed 34 people on 7 May 2021."
    ),
    document("e", DEADLINE[0], "2021-09-30"),
    document("f", DEADLINE[1], "2021-04-30"),
    document("g", STORY),
    document("h", f"TARN - {STORY}"),
]


def plain(timeline: Timeline) -> list[Event]:
    return [replace(event, aliases=()) for event in timeline]


@settings(max_examples=8, deadline=None)
@given(st.permutations(GROWING))
def test_neither_order_nor_steps_change_the_events(documents: list[Document]) -> None:
    whole = plain(build(GROWING))
    assert plain(build(documents)) == whole
    grown = None
    for count in (3, 6, len(documents)):
        grown = build(documents[:count], previous=grown)
    assert grown is not None
    assert plain(grown) == whole


@settings(max_examples=8, deadline=None)
@given(st.permutations(GROWING))
def test_old_ids_lead_to_where_the_reports_went(documents: list[Document]) -> None:
    first = build(documents[:4])
    last = build(documents, previous=build(documents[:6], previous=first))
    known = {id_: event for event in last for id_ in (event.id, *event.aliases)}
    for old in first:
        places = {(m.document, m.trigger) for m in old.mentions}
        heir = known[old.id]
        assert any((m.document, m.trigger) in places for m in heir.mentions)
    ids = [id_ for event in last for id_ in (event.id, *event.aliases)]
    assert len(ids) == len(set(ids))

"""Reports of one event become one, reports of two stay two; the reports are made by hand."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dating.likeness import Rarity, agree
from timeline.merging import merge
from timeline.merging.assemble import _title, assemble
from timeline.merging.cluster import Group, Link
from timeline.merging.compare import compare
from timeline.merging.plans import as_compared
from timeline.model import (
    Basis,
    DateMention,
    DateType,
    EventMention,
    Extent,
    Participant,
    Place,
    Position,
    Quote,
    Role,
    Status,
)
from timeline.timespan import TimeSpan
from timeline.why import text as because
from timeline.why_words import sentence


def report(
    document: str,
    trigger: str,
    edtf: str,
    *names: str,
    at: int = 0,
    place: str = "",
    concepts: tuple[str, ...] = (),
    **more: object,
) -> EventMention:
    """A report whose words do not matter but for the trigger; `names` are its parties."""
    when = TimeSpan.parse(edtf)
    quote = Quote(at, at + 50, trigger.ljust(50, "."))
    date = DateMention(
        Quote(at + 40, at + 45, "....."), DateType.DATE, edtf, when, Basis.STATED, because(f"‘{edtf}’ is written out")
    )
    fields: dict[str, object] = {
        "participants": tuple(Participant(Quote(at + 1, at + 2, "."), Role.OTHER, name) for name in names),
        "places": (Place(Quote(at + 1, at + 2, "."), place),) if place else (),
        "concepts": concepts or (f"{trigger}/NOUN",),
        **more,
    }
    return EventMention(
        document, quote, Quote(at, at + len(trigger), trigger), date, when, f"{trigger} of {edtf}", **fields
    )  # type: ignore[arg-type]


def patients(*names: str) -> tuple[Participant, ...]:
    return tuple(Participant(Quote(1, 2, "."), Role.PATIENT, name) for name in names)


def by(*names: str) -> tuple[Participant, ...]:
    return tuple(Participant(Quote(2, 3, "."), Role.AGENT, name) for name in names)


def digests(mentions: list[EventMention]) -> dict[str, str]:
    return {mention.document: mention.document * 8 for mention in mentions}


def groups(*mentions: EventMention) -> list[set[str]]:
    events = merge(mentions, digests(list(mentions)))
    return sorted(({m.document for m in event.mentions} for event in events), key=sorted)


ONE = [
    (
        "year, month and day agree",
        report("a", "deal", "2015", "Iran"),
        report("b", "deal", "2015-07", "Iran"),
        report("c", "deal", "2015-07-14", "Iran"),
    ),
    (
        "other words of one meaning",
        report("a", "withdrawal", "2015-07-14", "NATO"),
        report("b", "withdraw", "2015-07-14", "NATO", concepts=("withdraw/VERB",)),
    ),
    (
        "a plan and its outcome",
        report("a", "withdrawal", "2015-07", "NATO", status=Status.PLANNED),
        report("b", "withdrawal", "2015-07-14", "NATO"),
    ),
    ("an approximate date", report("a", "deadline", "2015-07-13~"), report("b", "deadline", "2015-07-14")),
    (
        "a lasting event and a day in it",
        report("a", "battle", "2015-07-10/2015-07-16", "NATO", extent=Extent.THROUGHOUT),
        report("b", "battle", "2015-07-12", "NATO"),
    ),
]

ONE += [
    (
        "what the verb governs is shared",
        report("a", "declare", "2015-07-14", concepts=("declare/VERB", "outbreak/NOUN")),
        report("b", "declare", "2015-07-14", concepts=("declare/VERB", "outbreak/NOUN")),
    ),
]

BATTLE = report("a", "battle", "2015-07-10/2015-07-16", "NATO", place="Lund", extent=Extent.THROUGHOUT)
BATTLE_OF_A_COUNTRY = replace(BATTLE, participants=(), places=(Place(Quote(1, 2, "."), "France"),))

ONE += [
    ("a day of what lasts, by another word", BATTLE, report("b", "shelling", "2015-07-12", "NATO", place="Lund")),
    ("a day of what lasts, nobody named", BATTLE, report("b", "shelling", "2015-07-12", place="Lund")),
    (
        "a day of what lasts in a country, by the same",
        replace(BATTLE_OF_A_COUNTRY, participants=BATTLE.participants),
        report("b", "shelling", "2015-07-12", "NATO", place="France"),
    ),
    (
        "who speaks of a deadline is no party to it",
        replace(report("a", "deadline", "2015-07", "Iran", status=Status.PLANNED), participants=by("Iran")),
        replace(report("b", "deadline", "2015-07-14", "NATO", status=Status.PLANNED), participants=by("NATO")),
    ),
]

TWO = [
    ("no day of what lasts: another act", BATTLE, report("b", "reception", "2015-07-12", "NATO", place="Lund")),
    ("no day of what lasts: elsewhere", BATTLE, report("b", "shelling", "2015-07-12", "NATO", place="Kiel")),
    ("no day of what lasts: by others", BATTLE, report("b", "shelling", "2015-07-12", "Iran", place="Lund")),
    ("no day of what lasts: too late", BATTLE, report("b", "shelling", "2015-07-18", "NATO", place="Lund")),
    (
        "no day of what lasts: nowhere",
        BATTLE,
        replace(
            report("b", "shelling", "2015-07-12", "NATO"), quote=Quote(0, 50, "the shelling of the city".ljust(50))
        ),
    ),
    (
        "no day of what lasts: planned",
        BATTLE,
        report("b", "shelling", "2015-07-12", "NATO", place="Lund", status=Status.PLANNED),
    ),
    (
        "no day of what lasts: only the country is the same",
        BATTLE_OF_A_COUNTRY,
        report("b", "shelling", "2015-07-12", place="France"),
    ),
    (
        "it happened to another",
        replace(
            report("a", "arrest", "2015-07-14", "Smith", concepts=("arrest/VERB",)), participants=patients("Smith")
        ),
        replace(
            report("b", "arrest", "2015-07-14", "Jones", concepts=("arrest/VERB",)), participants=patients("Jones")
        ),
    ),
    (
        "it happened to another, by the same unnamed hand",
        replace(report("a", "arrest", "2015-07-14"), participants=(*patients("Smith"), *by("police"))),
        replace(report("b", "arrest", "2015-07-14"), participants=(*patients("Jones"), *by("police"))),
    ),
    (
        "since then, and long after",
        report("a", "battle", "2015-07/..", "NATO", extent=Extent.THROUGHOUT),
        report("b", "battle", "2015-09-14", "NATO"),
    ),
    (
        "a verb and a day, nobody named",
        report("a", "vanish", "2015-07-14", concepts=("vanish/VERB",)),
        report("b", "vanish", "2015-07-14", concepts=("vanish/VERB",)),
    ),
    (
        "it happened elsewhere",
        report("a", "closure", "2015-07", place="Ohio"),
        report("b", "closure", "2015-07", place="Texas"),
    ),
    (
        "a verb without parties",
        report("a", "return", "2015-07", concepts=("return/VERB",)),
        report("b", "return", "2015-07", "Nightingale", concepts=("return/VERB",)),
    ),
    ("days differ", report("a", "attack", "2015-07-14", "NATO"), report("b", "attack", "2015-07-15", "NATO")),
    ("words differ", report("a", "flood", "2015-07-14", "NATO"), report("b", "election", "2015-07-14", "NATO")),
    (
        "parties differ, dates are vague",
        report("a", "merger", "2015", "Nokia"),
        report("b", "merger", "2015", "Heinz"),
    ),
    (
        "start and end",
        report("a", "strike", "2015-07", "Boeing", phase="start"),
        report("b", "strike", "2015-07", "Boeing", phase="end"),
    ),
    (
        "a verb that says nothing by itself",
        report("a", "come", "2015-07", concepts=("come/VERB",)),
        report("b", "come", "2015-07", concepts=("come/VERB",)),
    ),
]


@pytest.mark.parametrize("case", ONE, ids=[case[0] for case in ONE])
def test_one_event(case: tuple[str, ...]) -> None:
    assert groups(*case[1:]) == [{mention.document for mention in case[1:]}]


@pytest.mark.parametrize("case", TWO, ids=[case[0] for case in TWO])
def test_two_events(case: tuple[str, ...]) -> None:
    assert groups(*case[1:]) == [{"a"}, {"b"}]


def test_the_narrowest_date_that_all_support() -> None:
    (event,) = merge(list(ONE[0][1:]), digests(list(ONE[0][1:])))
    assert str(event.when) == "2015-07-14"
    assert "written out" in sentence(event.reasons[0])


def test_the_outcome_decides_date_and_status() -> None:
    plan = report("a", "withdrawal", "2015-07", "NATO", status=Status.PLANNED)
    outcome = report("b", "withdrawal", "2015-07-14", "NATO")
    (event,) = merge([plan, outcome], digests([plan, outcome]))
    assert (str(event.when), event.status) == ("2015-07-14", Status.OCCURRED)
    assert [mention.status for mention in event.mentions] == [Status.PLANNED, Status.OCCURRED]


def test_an_event_is_no_surer_than_the_join_that_made_it() -> None:
    told = [report(document, "deal", "2015", "NATO", confidence=0.8) for document in "abc"]
    (event,) = merge(told, digests(told))
    assert event.confidence == round(compare(told[0], told[1], Rarity.of(told)), 3)


def test_documents_with_one_text_bear_nothing_out() -> None:
    told = [
        replace(report(document, "deal", "2015-07-14", "NATO", confidence=0.8), title=f"told by {document}")
        for document in "ab"
    ]
    (alone,) = merge(told, digests(told))
    (copied,) = merge(told, digests(told), voices={"a": "a", "b": "a"})
    assert alone.confidence > copied.confidence == 0.8
    assert "both sources carry the same text, so they count as one" in map(sentence, copied.reasons)


def test_in_one_text_the_city_is_that_of_what_lasts() -> None:
    day = report("a", "shelling", "2015-07-12", "NATO", at=200)
    for words, events in (("the shelling of a ship", 2), ("the shelling of the city", 1)):
        told = [BATTLE, replace(day, quote=Quote(200, 250, words.ljust(50)))]
        assert len(merge(told, digests(told))) == events


def test_a_deadline_without_an_act_is_that_of_its_sentence() -> None:
    deadline = report("a", "deadline", "2015-04~", status=Status.PLANNED)
    deadline = replace(deadline, date=replace(deadline.date, quote=Quote(30, 35, ".....")))
    act = replace(
        report("a", "withdraw", "2015-08-30", "NATO", place="Lund", concepts=("withdraw/VERB",)), quote=deadline.quote
    )
    (compared, _) = as_compared([deadline, act])
    assert compared.concepts == ("deadline/NOUN", "withdraw/VERB")
    assert [p.name for p in compared.participants] == ["NATO"]
    assert compared.places == act.places
    of_one_date = replace(act, date=deadline.date)
    assert as_compared([deadline, of_one_date])[0].concepts == deadline.concepts
    assert as_compared([deadline, act, replace(act, trigger=Quote(9, 12, "..."))])[0].concepts == deadline.concepts


def test_a_join_says_why() -> None:
    (event,) = merge(list(ONE[1][1:]), digests(list(ONE[1][1:])))
    assert any("withdraw" in reason and "NATO" in reason for reason in map(sentence, event.reasons))


def test_a_denial_is_kept_beside_the_telling() -> None:
    told = report("a", "attack", "2015-07-14", "NATO")
    denied = report("b", "attack", "2015-07-14", "NATO", status=Status.DENIED)
    (event,) = merge([told, denied], digests([told, denied]))
    assert {account.value for account in event.disagreements[0].accounts} == {"occurred", "denied"}


def test_what_was_only_planned_is_no_contradiction_to_a_denial() -> None:
    told = report("a", "attack", "2015-07-14", "NATO", status=Status.PLANNED)
    denied = report("b", "attack", "2015-07-14", "NATO", status=Status.DENIED)
    (event,) = merge([told, denied], digests([told, denied]))
    assert event.disagreements == ()


VOICES = {
    "all": ({"a": "a", "b": "a", "c": "a", "d": "a"}, ["all four sources carry the same text, so they count as one"]),
    "some": ({"a": "a", "b": "a"}, ["two of the four sources carry the same text, so they count as one"]),
    "two texts": (
        {"a": "a", "b": "a", "c": "c", "d": "c"},
        [
            "two of the four sources carry the same text, so they count as one",
            "another two of the four sources carry the same text, so they count as one",
        ],
    ),
    "none": ({}, []),
}


@pytest.mark.parametrize(("voices", "said"), VOICES.values(), ids=VOICES)
def test_an_event_says_which_of_its_sources_carry_one_text(voices: dict[str, str], said: list[str]) -> None:
    told = [report(document, "deal", "2015-07-14", "NATO") for document in "abcd"]
    (event,) = merge(told, digests(told), voices=voices)
    assert [reason for reason in map(sentence, event.reasons) if "same text" in reason] == said


def test_what_has_no_date_says_where_it_was_if_no_dated_report_does() -> None:
    whole = report("a", "joined", "2015-07-14", "NATO")
    where = Place(Quote(70, 75, "....."), "Ulm")
    part = replace(report("a", "joined", "2015", "NATO", at=60), when=None, places=(where,))
    both = Group((0, 1), (Link(0, 1, 0.9),))

    def places(*mentions: EventMention) -> tuple[str, ...]:
        return assemble(both, mentions, mentions, digests(mentions), {}).places

    assert places(whole, part) == ("Ulm",)
    assert places(replace(whole, places=(replace(where, name="Bonn"),)), part) == ("Bonn",)


def test_undated_reports_stay_by_themselves() -> None:
    undated = [replace(report(d, "attack", "2015", "NATO"), when=None) for d in ("a", "b")]
    events = merge(undated, digests(undated))
    assert [event.when for event in events] == [None, None]


def test_old_ids_lead_to_the_new_event() -> None:
    late, early = report("b", "deal", "2015-07-14", "Iran"), report("a", "deal", "2015", "Iran")
    before = merge([late], digests([late]))
    after = merge([late, early], digests([late, early]), previous=before)
    (event,) = after
    assert before[0].id in (event.id, *event.aliases)


def test_after_a_merge_and_a_split_old_ids_lead_to_where_their_reports_are() -> None:
    deal, signed = report("a", "deal", "2015-07-14", "Iran"), report("b", "deal", "2015-07-14", "Iran")
    other = replace(signed, when=TimeSpan.parse("2015-07-16"))
    apart = merge([deal, other], digests([deal, other]))
    (joined,) = merge([deal, signed], digests([deal, signed]), previous=apart)
    assert {event.id for event in apart} == {joined.id, *joined.aliases}
    again = merge([deal, other], digests([deal, other]), previous=[joined])
    assert [(event.id, event.aliases) for event in again] == [(event.id, ()) for event in apart]


def test_an_id_goes_with_most_of_its_reports() -> None:
    told = [report(document, "deal", "2015-07-14", "Iran") for document in "abc"]
    (before,) = merge(told, digests(told))
    moved = [report("a", "deal", "2016-02-03", "Iran", at=200), *told[1:]]
    after = merge(moved, digests(moved), previous=[before])
    (heir,) = (event for event in after if before.id in (event.id, *event.aliases))
    assert {mention.document for mention in heir.mentions} == {"b", "c"}


def test_ids_are_unique_where_one_text_stands_in_two_documents_of_different_days() -> None:
    mentions = [report("p", "burn", "2021-05-03", "mill"), report("q", "burn", "2021-05-09", "mill")]
    first, second = merge(mentions, {"p": "same", "q": "same"})
    assert first.id != second.id
    assert merge(mentions[:1], {"p": "same"})[0].id == first.id


def test_ids_are_unique_where_one_trigger_has_two_dates() -> None:
    mentions = [report("a", "deal", "2015-07-14"), report("a", "deal", "2016-07-14")]
    mentions[1] = replace(mentions[1], date=replace(mentions[1].date, quote=Quote(30, 35, ".....")))
    events = merge(mentions, digests(mentions))
    assert len({event.id for event in events}) == len(events) == 2


REPORTS = st.builds(
    report,
    st.sampled_from("abcd"),
    st.sampled_from(["deal", "attack", "withdrawal", "agreement", "flood"]),
    st.sampled_from(["2015", "2015-07", "2015-07-14", "2015-07-15", "2016", "2015-07-10/2015-07-16", "2015-07/.."]),
    st.sampled_from(["NATO", "Iran", "Nokia"]),
    at=st.integers(0, 40).map(lambda n: n * 100),
    status=st.sampled_from(list(Status)),
    extent=st.sampled_from(list(Extent)),
)
COLLECTIONS = st.lists(REPORTS, max_size=12, unique_by=lambda m: (m.document, m.trigger.start))


@given(COLLECTIONS, st.randoms(use_true_random=False))
def test_the_order_of_reports_does_not_matter(mentions: list[EventMention], random) -> None:
    shuffled = list(mentions)
    random.shuffle(shuffled)
    assert merge(mentions, digests(mentions)) == merge(shuffled, digests(mentions))


@given(COLLECTIONS)
def test_nothing_is_lost_and_nothing_told_twice(mentions: list[EventMention]) -> None:
    events = merge(mentions, digests(mentions))
    kept = [(m.document, m.trigger.start) for event in events for m in event.mentions]
    assert sorted(kept) == sorted((m.document, m.trigger.start) for m in mentions)


@given(COLLECTIONS)
def test_days_that_differ_never_join(mentions: list[EventMention]) -> None:
    for event in merge(mentions, digests(mentions)):
        spans = [m.when for m in event.mentions if m.when is not None]
        assert all(agree(a, b) for a in spans for b in spans)


@given(REPORTS, REPORTS)
def test_comparison_is_symmetric(a: EventMention, b: EventMention) -> None:
    rarity = Rarity.of([a, b])
    assert compare(a, b, rarity) == compare(b, a, rarity)


TITLES = [
    ("a plan's for a bad one", ("Was due to open", {}), ("Line will open", {"status": Status.PLANNED}), 1),
    ("none of a denial", ("Was due to open", {}), ("Line did not open", {"status": Status.DENIED}), 0),
    ("told as it was, else", ("Line opened", {}), ("Mayor will open the line", {"status": Status.PLANNED}), 0),
    (
        "a headline that sums up",
        (
            "Company secured two large orders for new aircraft in a caption",
            {"words": "Acme secured two aircraft orders"},
        ),
        ("Acme secures two orders of aircraft", {"position": Position.HEADLINE}),
        1,
    ),
    (
        "no headline of other words",
        ("Acme delivered its first ferry to the islands", {"words": "Acme delivered its first ferry to the islands"}),
        ("World waits for a great new ship", {"position": Position.HEADLINE}),
        0,
    ),
    (
        "a name goes before the company",
        ("Company passed its old rival in sales", {"words": "A memo says the company passed its old rival"}),
        ("Acme passed its rival", {}),
        1,
    ),
]


@pytest.mark.parametrize("case", TITLES, ids=[case[0] for case in TITLES])
def test_the_title_of_several(
    case: tuple[str, tuple[str, dict[str, object]], tuple[str, dict[str, object]], int],
) -> None:
    *told, best = case[1:]
    reports = []
    for name, (title, more) in zip("ab", told, strict=True):
        fields = {key: value for key, value in more.items() if key != "words"}
        one = report(name, "opening", "2015-07-14", "NATO", **fields)
        words = str(more.get("words", one.quote.text)).ljust(50, ".")
        reports.append(replace(one, title=title, quote=Quote(0, len(words), words)))
    assert _title(reports, Status.OCCURRED, TimeSpan.parse("2015-07-14")) == told[best][0]

"""How probable it is that two reports of a story tell of one event; the reports are made by hand."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import tables
from timeline.dating.likeness import Rarity
from timeline.merging import merge
from timeline.merging.nearness import Nearness
from timeline.merging.pairs import Pairs
from timeline.model import (
    Basis,
    DateMention,
    DateType,
    EventMention,
    Participant,
    Place,
    Position,
    Quote,
    Role,
    Status,
)
from timeline.timespan import TimeSpan
from timeline.why import text as because

Two = tuple[EventMention, EventMention]


def report(
    document: str,
    concept: str,
    sentence: str = "",
    edtf: str = "",
    *,
    position: Position = Position.BODY,
    phase: str = "",
    place: str = "",
    **names: str,
) -> EventMention:
    """A report; `names` are its parties by their roles."""
    word = concept.partition("/")[0]
    when = TimeSpan.parse(edtf) if edtf else None
    text = sentence or f"{word} {document}."
    return EventMention(
        document,
        Quote(0, len(text), text),
        Quote(0, len(word), word),
        DateMention(None, DateType.DATE, edtf, when, Basis.STATED, because("it says so")),
        when,
        word,
        (concept,),
        position=position,
        participants=tuple(Participant(Quote(1, 2, "."), Role(role), name) for role, name in names.items()),
        places=(Place(Quote(1, 2, "."), place),) if place else (),
        phase=phase,
    )


def compared(*mentions: EventMention, texts: dict[str, str] | None = None) -> Pairs:
    """The reports, of documents that tell one story."""
    stories = dict.fromkeys((m.document for m in mentions), "a")
    return Pairs(mentions, Rarity.of(mentions, stories), Nearness.of(texts or {}))


def features(one: EventMention, other: EventMention, texts: dict[str, str] | None = None) -> dict[str, float]:
    return dict(compared(one, other, texts=texts).features(0, 1))


SINK = report("a", "sink/VERB")
HEADLINE = replace(SINK, position=Position.HEADLINE)
NEAR = {"a": "the ferry Aurora", "b": "found the Aurora"}


def two(concept: str, *, ours: dict[str, str] | None = None, theirs: dict[str, str] | None = None) -> Two:
    """Two reports of one word in two documents, by their parties."""
    return report("a", concept, **(ours or {})), report("b", concept, **(theirs or {}))


def sunk(one: str, other: str) -> Two:
    """Two reports of a sinking in two documents, by their sentences."""
    return report("a", "sink/VERB", one), report("b", "sink/VERB", other)


def of_days(one: str, other: str) -> Two:
    """Two reports of a sinking in two documents, by their days."""
    return report("a", "sink/VERB", edtf=one), report("b", "sink/VERB", edtf=other)


LEE, ORR = "Ann Lee", "Ed Orr"

FEATURES: list[tuple[str, Two, set[str]]] = [
    ("the same word", two("sink/VERB"), {"same concept", "both verbs", "triggers alike", "words alike"}),
    ("other words", (SINK, report("b", "elect/VERB")), {"both verbs"}),
    ("agents", two("hit/VERB", ours={"agent": LEE}, theirs={"agent": "Lee"}), {"agents shared", "parties shared"}),
    ("other agents", two("hit/VERB", ours={"agent": LEE}, theirs={"agent": ORR}), {"agents differ", "parties differ"}),
    ("patients", two("hit/VERB", ours={"patient": LEE}, theirs={"patient": LEE}), {"patients shared"}),
    ("other patients", two("hit/VERB", ours={"patient": LEE}, theirs={"patient": ORR}), {"patients differ"}),
    ("places", (report("a", "fire/NOUN", place="Lund"), report("b", "fire/NOUN", place="Lund")), {"places shared"}),
    (
        "other places",
        (report("a", "fire/NOUN", place="Lund"), report("b", "fire/NOUN", place="Ulm")),
        {"places differ"},
    ),
    ("one day", of_days("2021-05-03", "2021-05-03"), {"days same"}),
    ("days apart", of_days("2021-05-03", "2021-05-09"), {"days differ"}),
    ("a number", sunk("It sank with 214.", "Of 214, few live."), {"numbers shared"}),
    ("a number in words", sunk("Nine sank.", "The nine sank."), {"numbers shared"}),
    ("other numbers", sunk("Nine sank.", "Ten sank."), {"numbers differ"}),
    ("like sentences", sunk("A ferry sank.", "The ferries sank."), {"sentences alike"}),
    ("a sentence", (SINK, report("a", "search/NOUN", SINK.quote.text)), {"same sentence"}),
    ("a headline", (HEADLINE, report("b", "sink/VERB")), {"in headlines", "in headlines or leads"}),
    ("a weak verb", two("make/VERB"), {"weak verb"}),
    ("phases", (report("a", "talk/NOUN", phase="start"), report("b", "talk/NOUN", phase="end")), {"phases differ"}),
    ("documents", two("sink/VERB"), {"documents near", "same concept, documents near"}),
]


@pytest.mark.parametrize(("pair", "wanted"), [c[1:] for c in FEATURES], ids=[c[0] for c in FEATURES])
def test_features(pair: Two, wanted: set[str]) -> None:
    found = {name for name, value in features(*pair, NEAR).items() if value}
    assert wanted <= found
    assert {name for name in found if name.endswith((" differ", " shared"))} - {
        "parties shared",
        "parties differ",
    } <= wanted


def test_every_feature_has_a_weight() -> None:
    weights = set(tables.read_weights("timeline.merging", "pair_weights.tsv"))
    found = {name for _, pair, _ in FEATURES for name in features(*pair, NEAR)}
    assert found == weights - {"bias"}


def test_a_report_whose_writing_alone_bounds_it_has_no_days() -> None:
    bounded = report("b", "sink/VERB", edtf="../2021-05-03")
    bounded = replace(bounded, date=replace(bounded.date, basis=Basis.PUBLICATION))
    found = features(report("a", "sink/VERB", edtf="2021-05-09"), bounded)
    assert not {"days same", "days differ"} & found.keys()


LIKER = [
    ("the same word", report("b", "sink/VERB"), report("b", "elect/VERB")),
    ("the same patient", report("b", "sink/VERB", patient="Aurora"), report("b", "sink/VERB", patient="Samos")),
    ("the same day", report("b", "sink/VERB", edtf="2021-05-03"), report("b", "sink/VERB", edtf="2021-05-09")),
    ("like sentences", report("b", "sink/VERB", "The old ferry sank."), report("b", "sink/VERB", "All was lost.")),
    ("one phase", report("b", "sink/VERB"), report("b", "sink/VERB", phase="start")),
]  # fmt: skip


@pytest.mark.parametrize(("liker", "other"), [c[1:] for c in LIKER], ids=[str(c[0]) for c in LIKER])
def test_what_makes_one_event_likelier(liker: EventMention, other: EventMention) -> None:
    ours = report("a", "sink/VERB", "An old ferry sank.", "2021-05-03", patient="Aurora")
    assert compared(ours, liker).probability(0, 1) > compared(ours, other).probability(0, 1)


def later(mention: EventMention) -> EventMention:
    """A report as one of a sentence further on in its document."""
    text = mention.quote.text
    return replace(mention, quote=Quote(200, 200 + len(text), text), trigger=Quote(200, 204, mention.trigger.text))


SAYINGS = [
    ("two who are named", report("a", "say/VERB", agent="Ann Lee"), report("b", "say/VERB", agent="Ed Orr")),
    ("nobody is named", report("a", "say/VERB", "They said so."), report("b", "say/VERB", "They said so.")),
    ("one is named", report("a", "say/VERB", agent="Ann Lee"), report("b", "say/VERB", "They said so.")),
    ("in one document", report("a", "tell/VERB", agent="Lee"), later(report("a", "tell/VERB", agent="Orr"))),
    ("in other words", report("a", "say/VERB", agent="Ann Lee"), report("b", "announce/VERB", agent="Ed Orr")),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), [c[1:] for c in SAYINGS], ids=[str(c[0]) for c in SAYINGS])
def test_sayings_of_others_stay_apart(one: EventMention, other: EventMention) -> None:
    documents = {"a": "0" * 8, "b": "1" * 8}
    nearness = Nearness.of(NEAR)
    assert len(merge((one, other), documents, stories={"a": "a", "b": "a"}, nearness=nearness)) == 2


def test_sayings_of_one_are_one_event() -> None:
    one, other = (report(d, "announce/VERB", "Lee announced a sale.", agent="Ann Lee") for d in "ab")
    assert len(merge((one, other), {"a": "0" * 8, "b": "1" * 8}, stories={"a": "a", "b": "a"})) == 1


names = st.sampled_from(["", "Ann Lee", "Lee", "Ed Orr", "Norwind"])


@st.composite
def reports(draw: st.DrawFn) -> EventMention:
    """A report of any kind."""
    told = report(
        draw(st.sampled_from("ab")),
        draw(st.sampled_from(["sink/VERB", "sinking/NOUN", "say/VERB", "elect/VERB", "fire/NOUN"])),
        draw(st.sampled_from(["The ferry sank with 214.", "Nine said that it sank.", "Lund voted."])),
        draw(st.sampled_from(["", "2021-05-03", "2021-05", "../2021-05-10"])),
        position=draw(st.sampled_from(Position)),
        phase=draw(st.sampled_from(["", "start", "end"])),
        **{role: name for role in ("agent", "patient") if (name := draw(names))},
    )
    return replace(told, status=draw(st.sampled_from(Status)))


@given(st.lists(reports(), min_size=2, max_size=4))
def test_it_is_a_probability_and_the_same_both_ways_round(mentions: list[EventMention]) -> None:
    pairs = compared(*mentions, texts=NEAR)
    for i, j in combinations(range(len(mentions)), 2):
        assert 0.0 <= pairs.probability(i, j) <= 1.0
        assert pairs.probability(i, j) == pairs.probability(j, i)
        assert dict(pairs.features(i, j)) == dict(pairs.features(j, i))

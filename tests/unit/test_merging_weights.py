"""How sure an event of several reports is, and how far it stands out; the reports are made by hand."""

import pytest

from timeline.events.confidence import WORKED_OUT
from timeline.merging import merge
from timeline.model import (
    Basis,
    DateMention,
    DateType,
    Event,
    EventMention,
    Participant,
    Position,
    Quote,
    Role,
    Status,
)
from timeline.timespan import TimeSpan
from timeline.why import Why

WRITTEN_OUT = Why("written-out", ("3 May",))


def report(
    document: str,
    verb: str,
    edtf: str,
    *names: str,
    at: int = 0,
    basis: Basis = Basis.STATED,
    reason: Why = WRITTEN_OUT,
    concepts: tuple[str, ...] = (),
    **more: object,
) -> EventMention:
    """A report of its own sentence; `names` are its parties."""
    sentence = " ".join(f"{document}{at}{n}" for n in range(8)) + f" {verb}"
    when = TimeSpan.parse(edtf) if edtf else None
    date = DateMention(Quote(at + 3, at + 4, "d"), DateType.DATE, edtf, when, basis, reason)
    parties = tuple(Participant(Quote(at + 1, at + 2, "p"), Role.AGENT, name) for name in names)
    return EventMention(
        document=document,
        quote=Quote(at, at + len(sentence), sentence),
        trigger=Quote(at + len(sentence) - len(verb), at + len(sentence), verb),
        date=date,
        when=when,
        concepts=concepts or (f"{verb}/VERB",),
        participants=parties,
        **{"confidence": 0.8, "title": f"{' '.join(names)} {verb}", **more},
    )  # type: ignore[arg-type]


def events(*reports: EventMention) -> tuple[Event, ...]:
    return merge(reports, {report.document: report.document * 8 for report in reports})


def event_of(found: tuple[Event, ...], verb: str) -> Event:
    return next(event for event in found if event.mentions[0].trigger.text == verb)


def confidence_of(*reports: EventMention) -> float:
    (event,) = events(*reports)
    return event.confidence


FIRST = report("a", "attack", "2015-07-14", "Norvik")


def test_another_source_that_agrees_makes_surer() -> None:
    assert confidence_of(FIRST, report("b", "attack", "2015-07-14", "Norvik")) > 0.8


def test_the_same_source_again_does_not() -> None:
    assert confidence_of(FIRST, report("a", "attack", "2015-07-14", "Norvik", at=100)) == 0.8


def test_a_date_that_rests_on_other_documents_does_not() -> None:
    resting = report("b", "attack", "2015-07-14", "Norvik", basis=Basis.RELATIVE, reason=Why(WORKED_OUT))
    assert confidence_of(FIRST, resting) == 0.8


def test_a_denial_does_not() -> None:
    assert confidence_of(FIRST, report("b", "attack", "2015-07-14", "Norvik", status=Status.DENIED)) == 0.8


def test_a_report_surer_than_the_join_is_borne_out_a_little() -> None:
    sure = report("a", "attack", "2015-07-14", "Norvik", confidence=0.94)
    vague = report("b", "attack", "2015", "Norvik", confidence=0.94)
    assert 0.94 < confidence_of(sure, vague) < 0.97


def often(name: str) -> list[EventMention]:
    """Many reports that name a party."""
    return [report("a", f"verb{n}", f"2015-08-{n:02}", name, at=1000 * n) for n in range(1, 29)]


DEED = ("a", "flood", "2015-07-14", "Norvik")
LESS = [
    (
        "fewer sources, of one kind",
        [report(*DEED), report("b", *DEED[1:])],
        [
            report(c, "sink", day, "Norvik", at=100, confidence=0.95)
            for c, day in (("a", "2015-09-20"), ("b", "2016-01-02"))
        ],
    ),
    (
        "nobody named",
        [report("a", "flood", "2015-07-14", "Lund", title="Lund flooded the mine"), *often("Norvik")],
        [report("a", "sink", "2015-07-20", at=100, confidence=0.98, title="Lund flooded the mine")],
    ),
    (
        "a party named once",
        [report(*DEED), report("a", "collapse", "2015-07-25", "Norvik", at=200)],
        [report("a", "sink", "2015-07-20", "Lund", at=100)],
    ),
    ("a vague date", [report(*DEED)], [report("a", "sink", "2015", "Norvik", at=100)]),
    ("no date", [report(*DEED)], [report("a", "sink", "", "Norvik", at=100)]),
    ("less sure", [report(*DEED)], [report("a", "sink", "2015-07-20", "Norvik", at=100, confidence=0.4)]),
    ("words, not a deed", [report(*DEED)], [report("a", "say", "2015-07-20", "Norvik", at=100)]),
    ("not in the headline", [report(*DEED, position=Position.HEADLINE)], [report("a", "sink", "2015-07-20", "Norvik")]),
    ("only feared", [report(*DEED)], [report("a", "sink", "2015-07-20", "Norvik", at=100, status=Status.POSSIBLE)]),
    (
        "long before the story",
        [report(*DEED), *(report("a", f"verb{n}", f"2015-0{n}-25", "Lund", at=100 * n) for n in range(2, 8))],
        [report("a", "sink", "1921-03-04", "Norvik", at=100)],
    ),
    (
        "of a kind that no other source tells of",
        [report(*DEED), report("b", "flood", "2015-11-14", "Lund"), report("c", "rest", "2015-11-20", "Lund")],
        [report("a", "sink", "2015-07-20", "Norvik", at=100)],
    ),
    (
        "a title that says nothing by itself",
        [report(*DEED, title="Norvik flooded the old mine")],
        [report("a", "sink", "2015-07-20", "Norvik", at=100, title="They sank it")],
    ),
    (
        "in one sentence with another",
        [report(*DEED, at=100, confidence=0.79), report("a", "sink", "2015-08-20", "Norvik")],
        [report("a", "burn", "2015-07-20", "Norvik", confidence=0.795)],
    ),
    (
        "told already",
        [report(*DEED, confidence=0.81)],
        [report("a", "flood", "2015-07-16", "Norvik", at=100)],
    ),
]


@pytest.mark.parametrize(("more", "less"), [case[1:] for case in LESS], ids=[case[0] for case in LESS])
def test_what_stands_out_less(more: list[EventMention], less: list[EventMention]) -> None:
    found = events(*more, *less)
    ahead = next(event for event in found if more[0] in event.mentions)
    behind = next(event for event in found if less[0] in event.mentions)
    assert ahead is not behind
    assert ahead.salience > behind.salience


def test_a_declaration_of_something_is_a_deed() -> None:
    said = report("a", "declare", "2015-07-14", "Norvik")
    declared = report("a", "declare", "2015-09-20", "Norvik", at=100, concepts=("declare/VERB", "war/NOUN"))
    first, second = events(said, declared)
    assert first.salience < second.salience


def test_a_headline_that_only_repeats_stands_back() -> None:
    told = report("a", "sink", "2015-07-14", "Norvik")
    headline = report(
        "b", "sinking", "2015-07-16", "Norvik", position=Position.HEADLINE, basis=Basis.PUBLICATION,
        concepts=("sinking/NOUN",), confidence=0.75,
    )  # fmt: skip
    other = report(
        "b", "strike", "2015-07-16", "Norvik", position=Position.HEADLINE, basis=Basis.PUBLICATION, at=100,
        concepts=("strike/NOUN",), confidence=0.75,
    )  # fmt: skip
    found = events(told, headline, other)
    assert event_of(found, "sinking").salience < 0.6 * event_of(found, "strike").salience


def test_saliences_are_shares_and_do_not_depend_on_the_order() -> None:
    reports = [report("abc"[n % 3], f"verb{n}", f"2015-07-{n + 1:02}", "Norvik", at=100 * n) for n in range(20)]
    forward, backward = events(*reports), events(*reversed(reports))
    assert forward == backward
    assert all(0 < event.salience <= 1 for event in forward)

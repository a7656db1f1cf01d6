"""Events with their dates, seen from a whole build: none is dropped for a plan, and what was moved has its new day."""

import pytest

from timeline.model import Document, Event, Status, main_events
from timeline.pipeline import build

PLANS = [
    ("put back", "The trial has been put back to January 2020.", "2020-01", "trial"),
    ("set", "The judge set a hearing for 27 June 2019.", "2019-06-27", "hearing"),
    ("moved", "The vote was moved to 5 July 2019.", "2019-07-05", "vote"),
    ("brought forward", "The semi-final match was brought forward to 14 June 2019.", "2019-06-14", "match"),
    ("adjourned", "The coroner adjourned the inquest until 27 June 2019.", "2019-06-27", "inquest"),
    ("rescheduled", "The choir rescheduled the concert for 12 July 2019.", "2019-07-12", "concert"),
    ("postponed until", "The election was postponed until September 26.", "2019-09-26", "election"),
    (
        "from one day to another",
        "The match was moved from 14 June 2019 to 21 June 2019.",
        "2019-06-14/2019-06-21",
        "match",
    ),
    ("was due to", "The minister was due to arrive on 20 June 2019.", "2019-06-20", "arrive"),
    ("was due to, in vain", "The minister was due to arrive on 3 June 2019.", "2019-06-03", "arrive"),
    ("was to", "The trial was to open on 17 June 2019.", "2019-06-17", "open"),
    ("had been due to", "The trial had been due to begin on 3 June 2019 but was delayed.", "2019-06-03", "begin"),
]


def read(text: str) -> tuple[Event, ...]:
    """The main events of a text, after a check that no other one has a date."""
    found = build([Document(id="d", text=text)])
    assert not any(m.is_placed for event in found if not event.main for m in event.mentions)
    return main_events(found).events


@pytest.mark.parametrize(("text", "edtf", "trigger"), [c[1:] for c in PLANS], ids=[c[0] for c in PLANS])
def test_a_plan_stays_on_its_day(text: str, edtf: str, trigger: str) -> None:
    found = read(f"10 June 2019\n\n{text}")
    assert [(str(e.when), e.status, e.mentions[0].trigger.text) for e in found] == [(edtf, Status.PLANNED, trigger)]


def test_not_until_a_day_is_on_that_day() -> None:
    (event,) = read("The town did not declare an outbreak until 12 March 2019.")
    assert (str(event.when), event.status) == ("2019-03-12", Status.OCCURRED)


def test_a_past_fact_ahead_of_its_report_is_misread() -> None:
    text = "10 June 2019\n\nThe council met on 3 June 2019. It closed the bridge on 20 June 2019."
    assert [str(event.when) for event in read(text)] == ["2019-06-03"]


def test_what_is_misread_was_before_its_report() -> None:
    text = "10 June 2019\n\nThe council met on 3 June 2019. It closed the bridge on 20 June 2019."
    mentions = [m for event in build([Document(id="d", text=text)]) for m in event.mentions]
    assert [(str(m.when), m.date.quote) for m in mentions if m.trigger.text == "closed"] == [("../2019-06-10", None)]


ONCE = [
    (
        "counts from what is not dated",
        "Two years after it was ordered, the yard has handed over the ship.",
        "handed",
        "2019-06-10",
    ),
    (
        "lasts up to publication",
        "Officers in Lisbon reported a sixth day of heavy fighting.",
        "fighting",
        "2019-06-05/2019-06-10",
    ),
]


@pytest.mark.parametrize(("text", "trigger", "edtf"), [c[1:] for c in ONCE], ids=[c[0] for c in ONCE])
def test_a_word_is_reported_once(text: str, trigger: str, edtf: str) -> None:
    mentions = [m for event in build([Document(id="d", text=f"10 June 2019\n\n{text}")]) for m in event.mentions]
    assert [str(m.when) for m in mentions if m.trigger.text == trigger] == [edtf]


def test_what_is_announced_for_a_time_to_come_is_a_plan_of_its_own() -> None:
    text = "Bank worries its staff\n\n10 June 2019\n\nThe bank has announced 300 job cuts over the next four years."
    found = {m.trigger.text: e for e in build([Document(id="d", text=text)]) for m in e.mentions}
    assert (str(found["cuts"].when), found["cuts"].status) == ("2019-06-10~/2023-06-10~", Status.PLANNED)
    assert (str(found["announced"].when), found["announced"].status) == ("2019-06-10", Status.OCCURRED)

"""What no date is told of: the days that the writing of its text leaves it, and the reason that is given."""

from __future__ import annotations

import pytest

from timeline.dating.bounded import bounded
from timeline.events import Draft, Tense
from timeline.model import Basis, Position, Published, PublishedBasis, Quote, Status
from timeline.timespan import TimeSpan
from timeline.why import text as because
from timeline.why_words import sentence


def draft(status: Status, tense: Tense = Tense.PAST) -> Draft:
    """A draft without a date, told in a way."""
    words = Quote(0, 6, "closed")
    return Draft(
        document="d",
        quote=words,
        trigger=words,
        concepts=("close/VERB",),
        candidate=None,
        attachment=0.5,
        tie="",
        position=Position.BODY,
        tense=tense,
        status=status,
        title="Closed",
    )


def written(edtf: str) -> Published:
    """When the text was written; "" where that is not known."""
    when = TimeSpan.parse(edtf) if edtf else None
    return Published(when, PublishedBasis.GIVEN if edtf else PublishedBasis.UNKNOWN, because("the day of the paper"))


DAYS = [
    ("a fact", Status.OCCURRED, Tense.PAST, "2019-06-10", "../2019-06-10"),
    ("a fact of the present", Status.OCCURRED, Tense.PRESENT, "2019-06-10", "../2019-06-10"),
    ("claimed", Status.CLAIMED, Tense.PAST, "2019-06-10", "../2019-06-10"),
    ("denied", Status.DENIED, Tense.PAST, "2019-06-10", "../2019-06-10"),
    ("planned", Status.PLANNED, Tense.PRESENT, "2019-06-10", "2019-06-10/.."),
    ("in the future", Status.OCCURRED, Tense.FUTURE, "2019-06-10", "2019-06-10/.."),
    ("denied for the future", Status.DENIED, Tense.FUTURE, "2019-06-10", "2019-06-10/.."),
    ("possible", Status.POSSIBLE, Tense.PAST, "2019-06-10", ""),
    ("a fact, written in a month", Status.OCCURRED, Tense.PAST, "2019-06", "../2019-06-30"),
    ("planned, written in a month", Status.PLANNED, Tense.PAST, "2019-06", "2019-06-01/.."),
    ("a fact, written about a day", Status.OCCURRED, Tense.PAST, "2019-06-10~", "../2019-06-10~"),
    ("a fact, written before a day", Status.OCCURRED, Tense.PAST, "../2019-06-10", "../2019-06-10"),
    ("planned, written before a day", Status.PLANNED, Tense.PAST, "../2019-06-10", ""),
    ("a fact, written after a day", Status.OCCURRED, Tense.PAST, "2019-06-10/..", ""),
    ("planned, written after a day", Status.PLANNED, Tense.PAST, "2019-06-10/..", "2019-06-10/.."),
    ("a fact, written nobody knows when", Status.OCCURRED, Tense.PAST, "", ""),
    ("planned, written nobody knows when", Status.PLANNED, Tense.PAST, "", ""),
]


@pytest.mark.parametrize(("status", "tense", "edtf", "days"), [c[1:] for c in DAYS], ids=[c[0] for c in DAYS])
def test_the_days_by_the_writing_of_the_text(status: Status, tense: Tense, edtf: str, days: str) -> None:
    date, when = bounded(draft(status, tense), written(edtf))
    assert (when is None) == (not days)
    if when is not None:
        ours = TimeSpan.parse(days)
        assert (when.first, when.last, when.approximate) == (ours.first, ours.last, ours.approximate)
    assert (date.quote, date.when, date.value, date.basis) == (None, None, "", Basis.PUBLICATION)


WRITTEN = "told without a date; it {}: the day of the paper"
REASONS = [
    ("a fact", Status.OCCURRED, "2019-06-10", WRITTEN.format("was before its text was written")),
    ("planned", Status.PLANNED, "2019-06-10", WRITTEN.format("comes after its text was written")),
    (
        "possible",
        Status.POSSIBLE,
        "2019-06-10",
        "told without a date, and when its text was written does not bound it",
    ),
    ("unknown", Status.OCCURRED, "", "told without a date, and nothing says when its text was written"),
]


@pytest.mark.parametrize(("status", "edtf", "reason"), [c[1:] for c in REASONS], ids=[c[0] for c in REASONS])
def test_the_reason_says_from_what_the_days_come(status: Status, edtf: str, reason: str) -> None:
    date, _ = bounded(draft(status), written(edtf))
    assert sentence(date.reason) == reason

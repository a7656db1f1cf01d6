"""What an event lends to a date, and a preposition to the span of an event."""

import pytest

from timeline.dates import anchor_from, event_span, find, lasting, resolve, resolve_anchored
from timeline.model import Extent
from timeline.timespan import TimeSpan

ANCHORED = [
    ("a week after", "It came a week after the report.", "2021-07-27", "2021-08-03~"),
    ("two days before", "It came two days before the vote.", "2021-07-27", "2021-07-25"),
    ("the day after", "It came the day after the vote.", "2021-07-27", "2021-07-28"),
    ("the eve", "It came on the eve of the vote.", "2021-07-27", "2021-07-26"),
    ("months later than", "It came four months later than the deadline.", "2021-04-30", "2021-08-30~"),
    ("years after", "It came five years after its launch.", "2003-04-28", "2008-04-28~"),
    ("after a month", "It came two months after the flood.", "2021-02", "2021-04~"),
    ("sixth day", "It came on the sixth day of fighting.", "2021-07-29", "2021-08-03"),
    ("first day", "It came on the first day of fighting.", "2021-07-29", "2021-07-29"),
    ("morning after", "It came on the morning of the third day of fighting.", "2021-07-29", "2021-07-31"),
]


def only(text: str):
    (candidate,) = find(text)
    return candidate


@pytest.mark.parametrize(("text", "anchor", "edtf"), [pytest.param(t, a, e, id=name) for name, t, a, e in ANCHORED])
def test_anchored_expression_counts_from_its_event(text, anchor, edtf):
    candidate = only(text)
    assert candidate.is_anchored
    assert str(resolve_anchored(candidate, TimeSpan.parse(anchor))) == edtf


BACK = [
    ("a week after", "It came a week after the report.", "2021-08-03", "2021-07-27~"),
    ("months later than", "They left four months later than the deadline.", "2021-08-30", "2021-04-30~"),
    ("two days before", "It came two days before the vote.", "2021-07-25", "2021-07-27"),
    ("sixth day", "It came on the sixth day of fighting.", "2021-08-03", "2021-07-29"),
]


@pytest.mark.parametrize(("text", "when", "edtf"), [pytest.param(t, w, e, id=name) for name, t, w, e in BACK])
def test_event_follows_from_the_date_that_counts_from_it(text, when, edtf):
    assert str(anchor_from(only(text), TimeSpan.parse(when))) == edtf


NOT_ANCHORED = ["It came last month.", "It came a few days after the vote.", "It came on 27 July."]


@pytest.mark.parametrize("text", NOT_ANCHORED)
def test_what_is_not_anchored_or_says_no_length_gives_no_days(text):
    assert resolve_anchored(only(text), TimeSpan.day(2021, 7, 27)) is None


def test_open_anchor_gives_no_days():
    since = TimeSpan.between(TimeSpan.month(2020, 2), None)
    assert resolve_anchored(only("It came a week after the report."), since) is None


def test_event_has_lasted_from_its_first_day():
    candidate = only("On the sixth day of heavy fighting, the town was cut off.")
    assert str(lasting(candidate, TimeSpan.day(2021, 8, 3))) == "2021-07-29/2021-08-03"
    assert lasting(candidate, TimeSpan.month(2021, 8)) is None
    assert lasting(only("It came last month."), TimeSpan.day(2021, 8, 3)) is None


SPANS = [
    ("on", "They met in February 2020.", "2020-02", Extent.WITHIN),
    ("since", "They have met since February 2020.", "2020-02/..", Extent.THROUGHOUT),
    ("until", "It was open until February 2020.", "../2020-02", Extent.THROUGHOUT),
    ("before", "It closed before February 2020.", "../2020-02", Extent.WITHIN),
    ("after", "It closed after February 2020.", "2020-02/..", Extent.WITHIN),
    ("by", "They must leave by May 2021.", "2021-05", Extent.WITHIN),
    ("from, at the front", "From February 2020 it was closed.", "2020-02/..", Extent.THROUGHOUT),
    ("from, of a thing", "A report from February 2020 was lost.", "2020-02", Extent.WITHIN),
    ("from and to", "He ruled from 1862 to 1890.", "1862/1890", Extent.THROUGHOUT),
    ("a dash", "The war (1862–1890) was long.", "1862/1890", Extent.THROUGHOUT),
    ("between", "It fell between 1862 and 1890.", "1862/1890", Extent.WITHIN),
    ("two days", "They met on 1-2 September 2020.", "2020-09-01/2020-09-02", Extent.WITHIN),
    ("throughout", "It rained throughout 2008.", "2008", Extent.THROUGHOUT),
    ("a stretch", "For the past two decades it rained.", "2001-08-04~/2021-08-04~", Extent.THROUGHOUT),
    ("in a stretch", "During the past two decades it burned.", "2001-08-04~/2021-08-04~", Extent.WITHIN),
    ("nothing", "They waited for two years.", "None", Extent.WITHIN),
]


@pytest.mark.parametrize(("text", "edtf", "extent"), [pytest.param(t, s, e, id=name) for name, t, s, e in SPANS])
def test_preposition_makes_the_span_of_the_event(text, edtf, extent):
    candidate = only(text)
    (mention,) = resolve(text, [candidate], published=TimeSpan.day(2021, 8, 4))
    span, lasts = event_span(mention, candidate)
    assert (str(span), lasts) == (edtf, extent)

"""What an event lends to a date, and a preposition to the span of an event."""

import pytest

from timeline.dates import (
    anchor_from,
    anchored_inside,
    anchored_mention,
    counted_words,
    counts_inside,
    event_span,
    find,
    is_back,
    lasting,
    resolve,
    resolve_anchored,
)
from timeline.model import Extent
from timeline.timespan import TimeSpan
from timeline.why import Why

ANCHORED = [
    ("a week after", "It came a week after the report.", "2021-07-27", "2021-08-03~"),
    ("two days before", "It came two days before the vote.", "2021-07-27", "2021-07-25"),
    ("the day after", "It came the day after the vote.", "2021-07-27", "2021-07-28"),
    ("the eve", "It came on the eve of the vote.", "2021-07-27", "2021-07-26"),
    ("months later than", "It came four months later than the deadline.", "2021-04-30", "2021-08~"),
    ("years after", "It came five years after its launch.", "2003-04-28", "2008-04~"),
    ("after a month", "It came two months after the flood.", "2021-02", "2021-04~"),
    ("a year, from a year", "It came a year after the flood.", "2020", "2021~"),
    ("a year, from a day", "It came a year after the flood.", "1990-03-03", "1991-03~"),
    ("months before", "It came two months before the flood.", "2009-11-30", "2009-09~"),
    ("days, from a month", "It came ten days after the flood.", "2021-02", "2021-02-11/2021-03-10"),
    ("a day, lost in a year", "It came two days after the flood.", "2021", "2021~"),
    ("hours", "It came six hours before the flood.", "2021-02-03", "2021-02-03~"),
    ("hours of days", "It came 48 hours after the flood.", "2021-02-03", "2021-02-05~"),
    ("hours, not said how many", "It came hours after the flood.", "2021-02-03", "2021-02-03~"),
    ("about when", "It came two days after the flood.", "2021-02-03~", "2021-02-05~"),
    ("the week before", "It came in the week before the flood.", "2021-02-03", "2021-01-27~/2021-02-02~"),
    ("the year after", "It came in the year after the flood.", "2021-02-03", "2022~"),
    ("sixth day", "It came on the sixth day of fighting.", "2021-07-29", "2021-08-03"),
    ("final day", "It came on the final day of the battle.", "2021-07-29", "2021-07-29"),
    ("second week", "It came in the second week of the strike.", "2021-07-29", "2021-08-05~/2021-08-11~"),
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
    ("months later than", "They left four months later than the deadline.", "2021-08-30", "2021-04~"),
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
    ("before a part of a day", "It fell shortly before dawn on 3 May 2020.", "2020-05-03", Extent.WITHIN),
    ("after an hour of a day", "It fell after 6 p.m. on 3 May 2020.", "2020-05-03", Extent.WITHIN),
    ("nothing", "They waited for two years.", "None", Extent.WITHIN),
]


@pytest.mark.parametrize(("text", "edtf", "extent"), [pytest.param(t, s, e, id=name) for name, t, s, e in SPANS])
def test_preposition_makes_the_span_of_the_event(text, edtf, extent):
    candidate = only(text)
    (mention,) = resolve(text, [candidate], published=TimeSpan.day(2021, 8, 4))
    span, lasts = event_span(mention, candidate)
    assert (str(span), lasts) == (edtf, extent)


SIDES = [
    ("after", "It came two days after the vote.", "two days", False, 0),
    ("before", "It came two days before the vote.", "two days", True, 0),
    ("before, no number", "It came weeks before the vote.", "weeks", True, 0),
    ("prior to", "It came a month prior to the vote.", "a month", True, 0),
    ("the eve", "It came on the eve of the vote.", "the eve", True, 0),
    ("into", "It came a week into the strike.", "a week", False, 1),
    ("so many a day", "It came on the third day of the strike.", "the third day", False, 1),
    ("the last", "It came on the final day of the strike.", "the final day", False, -1),
    ("not anchored", "It came two days ago.", "two days ago", False, 0),
]


@pytest.mark.parametrize(("text", "words", "back", "inside"), [c[1:] for c in SIDES], ids=[c[0] for c in SIDES])
def test_which_way_an_expression_counts(text, words, back, inside):
    candidate = only(text)
    assert (counted_words(candidate).text, is_back(candidate), counts_inside(candidate)) == (words, back, inside)


VALUES = [
    ("a date", "He left the day after the vote.", "2021-06-01"),
    ("a week", "He left in the week before the vote.", "2021-W21"),
    ("a length of time", "He left two weeks after the vote.", "P2W"),
    ("a time of day", "He left on the morning of the third day of the vote.", "2021-06-02TMO"),
]


@pytest.mark.parametrize(("text", "value"), [c[1:] for c in VALUES], ids=[c[0] for c in VALUES])
def test_value_of_an_anchored_date(text, value):
    (mention,) = resolve(text, find(text), published=None)
    placed = anchored_mention(only(text), mention, TimeSpan.day(2021, 5, 31), Why("from-event"))
    assert (placed.value, placed.basis, placed.reason) == (value, "anchored", Why("from-event"))


def test_what_gives_no_days_stays_as_it_was():
    text = "He left weeks after the vote."
    (mention,) = resolve(text, find(text), published=None)
    assert anchored_mention(only(text), mention, TimeSpan.day(2021, 5, 31), Why("from-event")) == mention


INSIDE = [
    ("the date behind", "He left two days after the vote on 3 May 2011.", "2011-05-05"),
    ("in a month", "He left two days after the parliamentary election in May 2011.", "2011-05~"),
    ("whose", "A week after Lima's death on 3 May 2011 the house was sold.", "2011-05-10~"),
    ("the date in front", "He left the day before his June 24, 2005 murder.", "2005-06-23"),
    ("the date in front, with its article", "He left two weeks after the 3 May 2011 vote.", "2011-05-17~"),
    ("several events", "He left two days before the 3 May 2011 attacks.", "2011-05-01"),
    ("no event in front", "He left two days before the town of 1911.", "None"),
    ("no event behind", "He left a week after the 3 May 2011 mayor did.", "None"),
    ("another clause", "He left two days after the vote he lost in protest on 3 May 2011.", "None"),
    ("a comma", "Two days after the vote, on 3 May 2011, he left.", "None"),
]


@pytest.mark.parametrize(("text", "edtf"), [c[1:] for c in INSIDE], ids=[c[0] for c in INSIDE])
def test_event_with_its_date_beside_it_dates_what_counts_from_it(text, edtf):
    candidates = find(text)
    first = anchored_inside(text, candidates, resolve(text, candidates, published=None))[0]
    assert (str(first.when), first.basis) == (edtf, "anchored")

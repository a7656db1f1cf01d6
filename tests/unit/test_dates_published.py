"""When a document was published: stated, given, or worked out from what bears on it."""

import pytest

from timeline import dates
from timeline.dating.published import DateLink, infer, known
from timeline.dating.published.lags import LAGS, Kind
from timeline.model import Document, Published, PublishedBasis
from timeline.timespan import Day, TimeSpan
from timeline.why_words import sentence


def inferred(text: str, *links: DateLink) -> Published:
    return infer(Document(id="d", text=text), dates.find(text), links)


HOLDS = [
    (
        "captions and a weekday",
        "People wait for bread in Minsk, Belarus, 01 August 2011.\n\n"
        "The shop was opened again on Tuesday night. It had closed on 27 July.",
        "2011-08-02",
        7,
    ),
    (
        "a dateline without its year",
        "LIMA, 9 June (Agency) - The tunnel opened. It was dug from 2001 to 2007 and paid for in May 2008.",
        "2008-06-09",
        400,
    ),
]


@pytest.mark.parametrize(("text", "truth", "days"), [c[1:] for c in HOLDS], ids=[c[0] for c in HOLDS])
def test_the_answer_holds_the_truth(text: str, truth: str, days: int) -> None:
    found = inferred(text)
    assert found.basis == PublishedBasis.INFERRED
    assert found.when is not None
    assert found.when.contains(TimeSpan.parse(truth)), found
    assert (found.when.length or 0) <= days, found
    assert found.when.approximate


# What the dates told in full say where nothing ties the text to one stretch of time.
BOUNDS = [
    ("a year told", "The factory was built in 1910, and closed on a Sunday.", "1910-01-01~/.."),
    ("a month told", "The factory burned down in March 2014. It was built in 1910.", "2014-03-01~/.."),
    ("a day told", "The factory burned down on 3 March 2014. It was built in 1910.", "2014-03-03~/.."),
    ("a day of news", "The owner was held on Tuesday. The factory burned on 3 March 2014.", "2014-03-03~/2016-03-03~"),
    ("with its weekday", "The factory burned down on Monday, 3 March 2014.", "2014-03-03~/.."),
    ("news", "The owner was held on Friday. It burned down on Monday, 3 March 2014.", "2014-03-03~/2014-04-03~"),
    ("news by its words", "It burned down on Monday, 3 March 2014. It was sold last week.", "2014-03-03~/2014-04-03~"),
    ("the story's weekday", "It burned down on Monday, 3 March 2014. By Friday it was sold.", "2014-03-03~/.."),
    ("told as an aside", "It is the first such fire since 3 March 2014.", "2014-03-03~/.."),
    ("a plan", "The factory burned down in March 2014. The new one will open in May 2015.", "2014-03~/2015-05~"),
    ("a plan alone", "The new factory will open in May 2015.", "../2015-05-31~"),
    ("a plan that has passed", "It will open in May 2010, they said. It burned down in March 2014.", "2014-03-01~/.."),
    ("a plan before the lag", "It burned down on 3 March 2014. It will open in May 2014.", "2014-03-03~/2014-05-31~"),
    (
        "a year in doubt",
        "The 2011 model was shown. It will be sold in mid-2011. They met in 2009.",
        "2009-01~/2011-08~",
    ),
    ("an option", "It burned down in 2009. The lease ran until 2018.", "2009-01-01~/.."),
    (
        "a history",
        "In 1905 the mill was built. In 1911 it burned down, and in 1914 it was built again. It closed on 3 March "
        "1931. In 1940 it was sold, in 1951 it was torn down.",
        "1951-01-01~/..",
    ),
]


@pytest.mark.parametrize(("text", "edtf"), [c[1:] for c in BOUNDS], ids=[c[0] for c in BOUNDS])
def test_dates_told_in_full_are_bounds(text: str, edtf: str) -> None:
    found = inferred(text)
    assert (str(found.when), found.basis) == (edtf, PublishedBasis.INFERRED)
    assert found.evidence
    assert all(f"‘{quote.text}’" in sentence(found.reason) for quote in found.evidence)


STATED = [
    ("a person before all", "2020-01-02", "2020-01-02", PublishedBasis.GIVEN),
    ("the text before the web address", None, "2019-05-03", PublishedBasis.STATED),
]


@pytest.mark.parametrize(("given", "edtf", "basis"), [c[1:] for c in STATED], ids=[c[0] for c in STATED])
def test_the_surest_of_several_statements_counts(given: str | None, edtf: str, basis: PublishedBasis) -> None:
    document = Document(
        id="d",
        text="HARWICK, 3 May 2019 (Agency) - The tunnel opened on Thursday.",
        url="https://news.example/2019/05/04/tunnel",
        published=TimeSpan.parse(given) if given else None,
        published_basis=PublishedBasis.GIVEN if given else PublishedBasis.UNKNOWN,
    )
    found = known(document, dates.find(document.text))
    assert found is not None
    assert (str(found.when), found.basis) == (edtf, basis)


def test_what_was_only_measured_says_so() -> None:
    reason = sentence(inferred("The owner was held on Tuesday. The factory burned down on 3 March 2014.").reason)
    assert "likely" in reason
    assert "measured" in reason


def test_the_lags_are_no_shorter_than_what_was_seen() -> None:
    assert set(LAGS) == set(Kind)
    assert all(lag.days >= lag.seen and lag.measured > 0 for lag in LAGS.values())


def test_evidence_is_quoted_from_the_text() -> None:
    text = HOLDS[0][1]
    found = inferred(text)
    assert found.evidence
    assert all(text[q.start : q.end] == q.text for q in found.evidence)
    assert any(q.text in sentence(found.reason) for q in found.evidence)


def test_an_event_dated_elsewhere_dates_the_document() -> None:
    text = "The firms merged a year ago. The 2009 merger cost many jobs, and the union will meet in May."
    (year_ago,) = (i for i, c in enumerate(dates.find(text)) if c.quote.text == "a year ago")
    link = DateLink(year_ago, TimeSpan.parse("2009-02"), "another", "the ‘merge’ with the firms")
    found = inferred(text, link)
    assert found.when is not None
    assert found.when.overlaps(TimeSpan.month(2010, 2)), found
    assert "another" in sentence(found.reason)


def test_overnight_is_the_night_just_past() -> None:
    text = "The 2010 treaty held. The ships left the port on {}."
    spans = []
    for words in ("30 August", "the night of 30 August", "overnight on 30 August"):
        told = text.format(words)
        (left,) = (i for i, c in enumerate(dates.find(told)) if "30 August" in c.quote.text)
        spans.append(
            inferred(told, DateLink(left, TimeSpan.parse("2011-08"), "another", "the ‘leave’ of the ships")).when
        )
    lengths = [span.length or 0 for span in spans if span is not None]
    assert len(lengths) == 3
    assert lengths[2] < min(lengths[:2]) / 4


@pytest.mark.parametrize(("dates_elsewhere", "is_dated"), [(1, True), (6, True), (7, False)])
def test_what_is_given_too_many_dates_elsewhere_is_given_none(dates_elsewhere: int, *, is_dated: bool) -> None:
    links = [
        DateLink(0, TimeSpan.month(2011, month), f"document {month}", "the shooting")
        for month in range(1, dates_elsewhere + 1)
    ]
    assert (inferred("The guard was shot last month.", *links).when is not None) == is_dated


YEARS = [
    ("a weekday says which", "It opened on Friday, 5 June.", "2009-06-09~"),
    ("a year told by its number is not this year", "It closed on Thursday, 5 June.", "2008-01-01~/.."),
]


@pytest.mark.parametrize(("text", "edtf"), [c[1:] for c in YEARS], ids=[c[0] for c in YEARS])
def test_the_year_of_a_dateline_without_one(text: str, edtf: str) -> None:
    found = inferred(f"LIMA, 9 June (Agency) - The tunnel was dug in 2008. {text}")
    assert str(found.when) == edtf


def test_a_month_told_with_its_year_needs_no_publication_date() -> None:
    text = "The thief was jailed. He killed a guard in June 2005, and a second man on 24 June."
    (june,) = (i for i, c in enumerate(dates.find(text)) if c.quote.text == "24 June")
    found = inferred(text, DateLink(june, TimeSpan.parse("2005-06-24"), "another", "the ‘kill’ of the guard"))
    assert str(found.when) == "2005-06-01~/.."


def test_what_is_dated_elsewhere_lies_before_where_it_is_told_as_past() -> None:
    text = "The fleet was seen in September this year."
    link = DateLink(0, TimeSpan.parse("2011-09"), "another", "the ‘see’ of the fleet")
    found = inferred(text, link)
    assert found.when is not None
    assert str(found.when.first) == "2011-09-01"
    assert found.when.last is not None
    assert found.when.last <= Day(2011, 12, 31)


def test_publication_lies_behind_the_last_day_told_as_past() -> None:
    text = "The 2010 treaty held. The ships left the port on 30 August. The guards fled on 12 September."
    (left,) = (i for i, c in enumerate(dates.find(text)) if c.quote.text == "30 August")
    found = inferred(text, DateLink(left, TimeSpan.parse("2011-08"), "another", "the ‘leave’ of the ships"))
    assert found.when is not None
    assert str(found.when.first) == "2011-09-12"


BESIDE = [
    ("in brackets", "The bridge was closed last month (April 2021).", "2021-05-15", 40),
    ("counted", "The bridge was closed a year ago, in May 2020.", "2021-05-15", 70),
    ("today", "The bridge was closed today, 3 May 2021.", "2021-05-03", 1),
    ("the other way round", "The bridge was closed on 2 May 2021 (yesterday).", "2021-05-03", 1),
]


@pytest.mark.parametrize(("text", "truth", "days"), [c[1:] for c in BESIDE], ids=[c[0] for c in BESIDE])
def test_a_date_told_in_two_ways_dates_the_text(text: str, truth: str, days: int) -> None:
    found = inferred(text)
    assert found.when is not None
    assert found.when.contains(TimeSpan.parse(truth)), found
    assert (found.when.length or 999) <= days, found


def test_two_dates_in_one_sentence_are_two() -> None:
    found = inferred("The bridge was closed last month and opened in May 2003.")
    assert found.when is not None
    assert found.when.is_open


def test_yesterday_of_another_report_may_be_a_night_off() -> None:
    found = inferred(
        "The guard was shot yesterday.", DateLink(0, TimeSpan.parse("2011-09-05"), "another", "the shooting")
    )
    assert str(found.when) == "2011-09-05~/2011-09-07~"


def test_a_time_of_day_alone_says_nothing() -> None:
    text = "The guard was shot at 3 p.m. in the yard."
    assert dates.find(text)
    found = inferred(text, DateLink(0, TimeSpan.parse("2011-09-05"), "another", "the shooting"))
    assert found.when is None


def test_the_web_address_of_a_document_names_its_day() -> None:
    document = Document(id="d", text="The river rose.", url="https://example.org/2013/05/03/river")
    found = known(document, [])
    assert found is not None
    assert (str(found.when), found.basis) == ("2013-05-03", PublishedBasis.METADATA)
    assert "2013/05/03" in sentence(found.reason)


def test_what_is_told_as_past_lies_before_publication() -> None:
    text = (
        "The 2010 treaty held. The ships left the port on 30 August. The guards fled overnight between 1-2 September."
    )
    (left,) = (i for i, c in enumerate(dates.find(text)) if c.quote.text == "30 August")
    found = inferred(text, DateLink(left, TimeSpan.parse("2011-08"), "another", "the ‘leave’ of the ships"))
    assert found.when is not None
    assert str(found.when.first) == "2011-09-02"


@pytest.mark.parametrize("text", ["", "No date at all.", "They met on Monday.", "It closed on 27 July."])
def test_where_nothing_decides_it_stays_unknown(text: str) -> None:
    found = inferred(text)
    assert (found.when, found.basis) == (None, PublishedBasis.UNKNOWN)
    assert found.reason


def test_what_a_person_gave_goes_before_the_byline() -> None:
    text = "Updated: May 06, 2011 07:43\n\nThe river rose."
    document = Document(id="d", text=text, published=TimeSpan.day(2011, 5, 7), published_basis=PublishedBasis.GIVEN)
    found = known(document, dates.find(text))
    assert found is not None
    assert (str(found.when), found.basis) == ("2011-05-07", PublishedBasis.GIVEN)
    stated = known(Document(id="d", text=text), dates.find(text))
    assert stated is not None
    assert (str(stated.when), stated.basis) == ("2011-05-06", PublishedBasis.STATED)

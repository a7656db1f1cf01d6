"""When a document was published: stated, given, or worked out from what bears on it."""

import pytest

from timeline import dates
from timeline.dates.published import Link, infer, known
from timeline.model import Document, Published, PublishedBasis
from timeline.timespan import TimeSpan


def inferred(text: str, *links: Link) -> Published:
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


def test_without_a_strong_clue_only_the_latest_date_is_a_bound() -> None:
    found = inferred("The factory burned down on 3 March 2014. It was built in 1910, and closed on a Sunday.")
    assert str(found.when) == "2014-03-03~/.."
    assert found.basis == PublishedBasis.INFERRED
    assert [quote.text for quote in found.evidence] == ["3 March 2014"]


def test_evidence_is_quoted_from_the_text() -> None:
    text = HOLDS[0][1]
    found = inferred(text)
    assert found.evidence
    assert all(text[q.start : q.end] == q.text for q in found.evidence)
    assert any(q.text in found.reason for q in found.evidence)


def test_an_event_dated_elsewhere_dates_the_document() -> None:
    text = "The firms merged a year ago. The 2009 merger cost many jobs, and the union will meet in May."
    (year_ago,) = (i for i, c in enumerate(dates.find(text)) if c.quote.text == "a year ago")
    link = Link(year_ago, TimeSpan.parse("2009-02"), "another", "the ‘merge’ with the firms")
    found = inferred(text, link)
    assert found.when is not None
    assert found.when.overlaps(TimeSpan.month(2010, 2)), found
    assert "another" in found.reason


def test_what_is_told_as_past_lies_before_publication() -> None:
    text = (
        "The 2010 treaty held. The ships left the port on 30 August. The guards fled overnight between 1-2 September."
    )
    (left,) = (i for i, c in enumerate(dates.find(text)) if c.quote.text == "30 August")
    found = inferred(text, Link(left, TimeSpan.parse("2011-08"), "another", "the ‘leave’ of the ships"))
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

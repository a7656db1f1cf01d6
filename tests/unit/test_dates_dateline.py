"""The date that a text states of itself, and the dates that look like it."""

import pytest

from timeline.dates import find, partial, stated
from timeline.model import PublishedBasis
from timeline.why_words import sentence

STATED = [
    ("updated", "Flood warning\n\nUpdated: May 06, 2021 07:43 IST\n\nThe river rose.", "2021-05-06"),
    ("published on", "Flood warning\nPublished on 3 May 2021\nThe river rose.", "2021-05-03"),
    ("posted", "Flood warning\nPosted: Tue, 4 May 2021 at 09:56\nThe river rose.", "2021-05-04"),
    ("figures", "Flood warning\nPublished: 2021-05-04\nThe river rose.", "2021-05-04"),
    ("a line of its own", "Flood warning\nMay 6, 2021\nThe river rose.", "2021-05-06"),
    ("a line with its author", "Flood warning\nBy Ann Poe, May 6, 2021\nThe river rose.", "2021-05-06"),
    ("dateline", "KABUL, Sept. 3, 2021 (AP) - Shops opened again on Friday.", "2021-09-03"),
    ("dateline with a dash", "LONDON, 3 September 2021 – Shops opened again on Friday.", "2021-09-03"),
    (
        "dateline of a story about a deadline",
        "OSLO, July 31, 2018 (Reuters) - The board met today and set a deadline of December 4, 2018 for its decision.",
        "2018-07-31",
    ),
    ("published beats updated", "Updated: May 8, 2021\nPublished: May 6, 2021\n\nThe river rose.", "2021-05-06"),
    ("at the end", "The river rose. " * 300 + "\nPublished: May 6, 2021", "2021-05-06"),
    ("place at the head of a letter", "Bath, May 4, 1811.\n\nMy dear sister,\n\nI write in haste.", "1811-05-04"),
    ("place at its foot", "My dear Ann,\n\nWe came today.\n\nYours, Bo\n\nPort Elgin, 4 June 1899", "1899-06-04"),
    (
        "third line of the title",
        "Harbour board\nTown of Ely\nRegular meeting of 4 May 2011\n\nThe river rose.",
        "2011-05-04",
    ),
    (
        "minutes of an earlier day",
        "Meeting of 9 May 2011\n\nApproval of minutes: 4 April 2011\nThe river rose.",
        "2011-05-09",
    ),
]


@pytest.mark.parametrize(("text", "edtf"), [pytest.param(text, edtf, id=name) for name, text, edtf in STATED])
def test_byline_or_dateline_is_the_publication_date(text, edtf):
    published = stated(text, find(text))
    assert published is not None
    assert (str(published.when), published.basis) == (edtf, PublishedBasis.STATED)
    assert published.reason
    assert published.evidence
    assert all(text[evidence.start : evidence.end] == evidence.text for evidence in published.evidence)


NOT_STATED = [
    ("design", "Site designed 12 May 2003\n\nThe river rose."),
    ("copyright", "Copyright 12 May 2003\n\nThe river rose."),
    ("caption", "Firemen in Leeds, England, 01 August 2021. The river rose."),
    ("photo", "Photo: Leeds, 1 August 2021\n\nThe river rose."),
    ("prose", "The report was published on 3 May 2021 and said that the river would rise again before long."),
    ("story", "The river rose on 3 May 2021, and again on 5 May 2021."),
    ("deep inside", "The river rose. " * 300 + "\nMay 6, 2021\n" + "It fell. " * 300),
    ("no year", "KABUL, Aug 3 (Reuters) - Shops opened again."),
    ("no date", "The river rose."),
    ("battle and its day", "Battle of Ely, 14 October 1066\n\nThe river rose."),
    ("list of names", "Ann Poe, 3 May 1844\n\nBo Lee, 4 June 1855\n\nCy Fox, 9 July 1866\n"),
    ("a wrapped sentence", "The bridge was opened by the King\non 26 June 1931.\n"),
    ("delivered in prose", "Jets\n\nThe first of the jets was delivered 8 May 2018 to the airline that ordered it."),
]


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in NOT_STATED])
def test_other_dates_are_not_the_publication_date(text):
    assert stated(text, find(text)) is None


# Lines at the head of a page, between headline and text, as sites, wires and letters write them.
LINES = [
    ("Published 3 May 2021", "2021-05-03"),
    ("Judgment delivered 8 November 2018", "2018-11-08"),
    ("Judgment handed down 12 March 2018", "2018-03-12"),
    ("Presented to the Council on 29 September 2017", "2017-09-29"),
    ("Obituary, 19 February 1951", "1951-02-19"),
    ("Posted on Thu Jun 13, 2013", "2013-06-13"),
    ("Last updated at 13:42 GMT 23 July 2013", "2013-07-23"),
    ("May 6, 2021, 7:43 a.m. ET", "2021-05-06"),
    ("First published: 6 May 2021", "2021-05-06"),
    ("Filed: 6:43AM GMT 06 May 2021", "2021-05-06"),
    ("Date: 2021-05-06", "2021-05-06"),
    ("Date: Thu, 6 May 2021 07:43:00 +0530", "2021-05-06"),
    ("Sent: Thursday, May 6, 2021 7:43 AM", "2021-05-06"),
    ("Published time: May 6, 2021 02:03\nEdited time: May 7, 2021 02:15", "2021-05-06"),
    ("POSTED: 1052 GMT (1852 HKT), April 10, 2007", "2007-04-10"),
    ("On Tue, 16/08/2011-13:42", "2011-08-16"),
    ("TNN May 6, 2021, 05.51AM IST", "2021-05-06"),
    ("The Daily Gazette, Tuesday 16 August 2011", "2011-08-16"),
    ("World | 6 May 2021 | 5 min read", "2021-05-06"),
    ("Ann Poe • May 6, 2021", "2021-05-06"),
    ("Published May 3, 2021 | Updated May 5, 2021", "2021-05-03"),
    ("Updated May 5, 2021 | Published May 3, 2021", "2021-05-03"),
    ("Published 12:01 a.m. ET May 3, 2021 Updated 3:15 p.m. ET May 4, 2021", "2021-05-03"),
    ("Published: May 2021", "2021-05"),
    ("Submitted by Ann Poe on 6 May 2021 - 10:12", "2021-05-06"),
    ("Thursday, 6th May 2021", "2021-05-06"),
    ("6 May 2021 Last updated at 13:42", "2021-05-06"),
    ("by Ann Poe, Staff Writer | Thursday, May 6, 2021", "2021-05-06"),
    ("WASHINGTON, D.C., May 6, 2021 /Newswire/ -- Shops opened again", "2021-05-06"),
    ("NEW YORK--(WIRE SERVICE)--May 6, 2021--Shops opened again", "2021-05-06"),
    ("May 6, 2021 (Kabul) -- Shops opened again", "2021-05-06"),
    ("PARIS (AFP) - May 6, 2021 - Shops opened again", "2021-05-06"),
    ("Originally published on May 6, 2021", "2021-05-06"),
    ("Issue date: 6 May 2021", "2021-05-06"),
    ("FOR IMMEDIATE RELEASE: May 6, 2021", "2021-05-06"),
    ("Created: 05/06/2021 07:43 PM", "2021-05-06"),
    ("2021-05-06T07:43:00Z", "2021-05-06"),
    ("[6 May 2021]", "2021-05-06"),
    ("Published on : 06 May 2021", "2021-05-06"),
    ("Uploaded 6 May 2021", "2021-05-06"),
    ("PUBLISHED: WEDNESDAY, MARCH 13, 2013, 12:38 AM", "2013-03-13"),
    ("Date published: May 6, 2021", "2021-05-06"),
    ("Posted by Ann Poe at 10:12 AM on May 6, 2021", "2021-05-06"),
    ("6 May 2021 by Ann Poe", "2021-05-06"),
    ("Kabul: May 6, 2021 (Agency): Shops opened again", "2021-05-06"),
    ("Thursday, May 6, 2021 - 07:43 (IST)", "2021-05-06"),
    ("Modified: 6 May 2021, 10:00; published: 5 May 2021", "2021-05-05"),
]

PROSE = (
    "The river rose overnight and the lower town was cleared, the mayor said in a statement to the council on the "
    "bridge over the river.\n"
)


@pytest.mark.parametrize(("line", "edtf"), LINES, ids=[line[:40] for line, _ in LINES])
def test_a_line_below_the_headline_states_the_date(line, edtf):
    text = f"Flood warning\n{line}\n\n{PROSE}"
    published = stated(text, find(text))
    assert published is not None
    assert str(published.when) == edtf, published


@pytest.mark.parametrize(
    "text",
    [
        "Published: May 3, 2021\nUpdated: May 5, 2021\n\nThe river rose.",
        "Last updated 5 May 2021\nFirst published 3 May 2021\n\nThe river rose.",
    ],
    ids=["in order", "the other way round"],
)
def test_of_publication_and_update_the_former_stands_and_both_are_told(text):
    published = stated(text, find(text))
    assert published is not None
    assert str(published.when) == "2021-05-03"
    assert "update" in sentence(published.reason)
    assert ("5 May" in sentence(published.reason)) or ("May 5" in sentence(published.reason))
    assert len(published.evidence) == 2


def test_the_web_address_at_the_head_names_the_day():
    text = f"https://example.org/news/2021/05/06/flood.html\nFlood warning\n{PROSE}"
    published = stated(text, find(text))
    assert published is not None
    assert (str(published.when), published.evidence[0].text) == ("2021-05-06", "2021/05/06")


def test_a_byline_goes_before_the_web_address():
    text = f"https://example.org/news/2021/05/06/flood.html\nFlood warning\nPublished: 5 May 2021\n{PROSE}"
    assert str(stated(text, find(text)).when) == "2021-05-05"


# Dates in a byline's place, or in its words, that are some other date.
FALSE_LINES = [
    ("copyright", "Flood warning\n" + PROSE + "\n© 2019-2021 Gazette. Last revised design 3 May 2003"),
    ("site design", "Flood warning\nSite designed 12 May 2003\n" + PROSE),
    (
        "related",
        "Flood warning\n" + PROSE + "Related stories\nBridge closed\nMay 3, 2021\nDam opened\nPublished: May 4, 2021\n",
    ),
    ("comments", "Flood warning\n" + PROSE + "\nComments\nPosted by Bob on May 9, 2021 at 10:12\nWhat a mess.\n"),
    ("3 comments", "Flood warning\n" + PROSE + "\n3 comments\nBob\nMay 9, 2021\nWhat a mess.\n"),
    ("most read", "Most read\nBridge closed\nMay 3, 2019\n\nFlood warning\n" + PROSE),
    ("anniversary headline", "Remembering the flood of May 6, 1971\n" + PROSE),
    ("anniversary subtitle", "Fifty years on\nAnniversary: May 6, 2021\n" + PROSE),
    ("due", "Tender\nDue date: 6 May 2021\n" + PROSE),
    ("event", "Open day\nDate and time: events on 6 May 2021\n" + PROSE),
    ("report published", "Library\nReport published: 12 March 2020\n" + PROSE),
    ("photo posted", "Flood\nPhoto posted on 3 May 2021\n" + PROSE),
    (
        "verb",
        "Flood\nThe council's study, published May 3, 2021, says that the river will rise again within ten years.\n",
    ),
    (
        "filed verb",
        "Flood\nHis suit, filed May 3, 2003, claims that the company had known of the danger for many years.\n",
    ),
    ("dash sentence", "Flood\nThe old bridge opened on May 6, 2021 - and closed again a week later for repairs.\n"),
    ("diary", "A year by the river\nMay 3, 1921\n" + PROSE + "May 4, 1921\n" + PROSE + "May 9, 1921\n" + PROSE),
    (
        "history",
        "The great flood\nMay 3, 1921\n"
        + PROSE
        + "The dam broke on May 9, 1921, and was built again in 1925. The last engineer retired on June 2, 1950.",
    ),
    ("born", "Ann Poe\nBorn: May 3, 1921\n" + PROSE),
    ("embargo", "Release\nEmbargoed until May 6, 2021\n" + PROSE),
    ("caption line", "Flood\nMen by the river in Leeds, England, 1 August 2021\n" + PROSE),
    ("on opening", "Flood\nOn May 6, 2021 - a Thursday like any other - the river rose above the walls.\n"),
    ("timeline list", "How it went\nMay 3, 2021 - River rises above the first mark\nMay 4, 2021 - River falls\n"),
    ("version", "Guide\nVersion 2.1, 6 May 2021\n" + PROSE),
    ("retrieved", "Guide\n" + PROSE + "Retrieved 6 May 2021\n"),
    ("archive url in list", "Flood\n" + PROSE * 4 + "https://example.org/2021/05/06/other\n"),
    ("headline with date", "Court hears of May 6, 2021 crash\n" + PROSE),
    ("deadline", "Tender\nDeadline: 6 May 2021\n" + PROSE),
    ("period", "Minutes\nFrom 3 May 2021\n" + PROSE),
    ("battle title", "Battle of the Bridge, 6 May 1864\n" + PROSE),
    ("posted to", "He was posted on 3 May 1917 to the front and was killed there in the first week of the new year.\n"),
    ("effective", "Tariff\nEffective date: May 6, 2021\n" + PROSE),
    (
        "updated verb",
        "Flood\nThe plan, last updated on May 6, 2011, does not name the lower town, a councillor said in debate.\n",
    ),
    ("start date", "Course\nStart date: 6 May 2021\n" + PROSE),
    ("death notice", "Ann Poe\nDied 6 May 2021\n" + PROSE),
]


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in FALSE_LINES])
def test_a_date_that_only_looks_like_a_byline_is_none(text):
    assert stated(text, find(text)) is None


PARTIAL = [
    ("agency", "KABUL, Aug 3 (Reuters) - Shops opened again.", "Aug 3"),
    ("brackets", "Kabul [Afghanistan], May 6 (ANI): Shops opened again after a week.", "May 6"),
]


@pytest.mark.parametrize(("text", "words"), [pytest.param(text, words, id=name) for name, text, words in PARTIAL])
def test_dateline_without_a_year_is_partial(text, words):
    found = partial(text, find(text))
    assert found is not None
    assert found.candidate.quote.text == words
    assert found.reason


def test_order_of_figures_can_be_given():
    text = "Flood warning\nPublished: 06/05/2021\nThe river rose."
    assert str(stated(text, find(text), date_order="DMY").when) == "2021-05-06"
    assert str(stated(text, find(text)).when) == "2021-06-05"

"""Dates that hold below: what of a page is a heading or an entry, and what only looks like one."""

import pytest

import timeline
from timeline.timespan import TimeSpan

# page, day of publication ("" unknown), text, what its dates are read as in order ("" for no days)
PAGES = [
    ("a year alone", "", "# 1894\n\n3 May - The mill burns.\n\n9 June - It is sold.\n", "1894 1894-05-03 1894-06-09"),
    (
        "months that may be names",
        "",
        "1911\n\nMAY\n\n**4.** Rain. Sold a cow.\n\n**9.** Fair at noon.\n\nJUNE\n\n**2.** Hay.\n",
        "1911 1911-05 1911-05-04 1911-05-09 1911-05-09 1911-06 1911-06-02",
    ),
    (
        "ranks joined by hyphens are no days",
        "",
        "1 June 1990. Rain.\n\n2 June 1990. Sun.\n\n1st-and-10 – the pass failed\n2nd-and-8 – a run at noon\n",
        "1990-06-01 1990-06-02 1990-06-02",
    ),
    (
        "numbers of a list are no days",
        "",
        "March 1911\n\n1. Beans under glass\n2. Peas\n3. Kale\n\nApril 1911\n\n1. Beets\n2. Leeks\n",
        "1911-03 1911-04",
    ),
    (
        "numbered paragraphs are no days",
        "2014-05-21",
        "The lease ran from 3 March 2009.\n\n2. Rent was paid in June 2010.\n\n3. It stopped.\n\n5. Costs follow.\n",
        "2009-03-03 2010-06",
    ),
    (
        "years in front of entries",
        "",
        "1902 - A school is built. In May it opens.\n1911 - Fire. The hall is lost in June.\n",
        "1902 1902-05 1911 1911-06",
    ),
    (
        "months in front of entries",
        "",
        "## 1950\n\n- 3 May: Strike.\n- Late July: Talks.\n- 9 August: A vote is won.\n- December: Peace.\n",
        "1950 1950-05-03 1950-07-21/1950-07-31 1950-08-09 1950-12",
    ),
    (
        "a heading of more words is none",
        "",
        "1950: The long strike\n\nIt had begun in December.\n\n1953: Peace\n\nThe pits closed in March 1961.\n",
        "1950 1953 1961-03",
    ),
    (
        "times in four figures",
        "",
        "9 June 1942\n1955 Dived.\n2310 Surfaced.\n0215 Sighted smoke.\n",
        "1942-06-09 1942-06-09 1942-06-09 1942-06-10",
    ),
    (
        "years are no times",
        "",
        "3 May 1990\n\n1916 Offensive\n\nThey met.\n\n1917 Mutiny\n\nThey fled.\n\n1918 Peace\n",
        "1990-05-03 1916 1917 1918",
    ),
    (
        "one day over the times of a log",
        "2020-02-12",
        "Monday 10 February 2020\n\n09:15 The gate opened on Saturday.\n\n11:40 Shut again.\n",
        "2020-02-10 2020-02-10 2020-02-08 2020-02-10",
    ),
    (
        "a day and its time open an entry",
        "",
        "Station log, 1957\n\nOct. 4, 9 p.m. Signal heard.\n11 p.m. Lost.\nOct. 5, 2 a.m. Heard again.\n",
        "1957 1957-10-04 1957-10-04 1957-10-05",
    ),
    (
        "a mail that is answered",
        "2021-03-19",
        "I saw it today.\n\nOn Mon, 8 Mar 2021 at 09:10, Ann Poe wrote:\n\n> It was sent yesterday.\n",
        "2021-03-19 2021-03-08 2021-03-07",
    ),
    (
        "names over comments",
        "2019-05-02",
        "It shut yesterday.\n\nbo_92, 4 May 2019\nI was there yesterday.\n\nAnn, 6 May 2019\nSo was I last night.\n",
        "2019-05-01 2019-05-04 2019-05-03 2019-05-06 2019-05-05",
    ),
    (
        "an answer is no entry",
        "2009-04-02",
        "Q. When was it?\nA. 3 May 2004.\nQ. And the other?\nA. 9 June 2005.\nQ. Who says?\nA. He called yesterday.\n",
        "2004-05-03 2005-06-09 2009-04-01",
    ),
    (
        "a report of a year",
        "1909-02-03",
        "Report of the harbour master for the year 1908\n\nThe crane was mended in March. It broke on 4 December.\n",
        "1908 1908-03 1908-12-04",
    ),
    (
        "the year of the next head",
        "",
        "Camp, May 11\n\nDear Ann,\n\nWe came in last night.\n\n"
        "Camp, June 3, 1864\n\nDear Ann,\n\nIt rained yesterday.\n",
        "1864-05-11 1864-05-10 1864-06-03 1864-06-02",
    ),
    (
        "the year before that of the next head",
        "",
        "November 30\n\nRain.\n\nDecember 28\n\nWe left yesterday.\n\nJanuary 3, 1865\n\nSnow at noon.\n",
        "1864-11-30 1864-12-28 1864-12-27 1865-01-03 1865-01-03",
    ),
    (
        "heads that go back a little are of one year",
        "",
        "June 3\n\nRain.\n\nMay 28\n\nWe left yesterday.\n\nJuly 3, 1865\n\nSun at noon.\n",
        "1865-06-03 1865-05-28 1865-05-27 1865-07-03 1865-07-03",
    ),
    (
        "the year of the title goes before that of the next head",
        "",
        "Letters home, 1863\n\nMay 11\n\nRain.\n\nJune 3, 1864\n\nSun at noon.\n",
        "1863 1863-05-11 1864-06-03 1864-06-03",
    ),
    (
        "a year on a line of its own says nothing of what stands above it",
        "",
        "May 11\n\nRain.\n\nJune 4\n\nWe left a day before.\n\n1865\n\nMay 3\n\nWe left yesterday.\n",
        "1865-05-11 1865-06-04 1865-06-03 1865 1865-05-03 1865-05-02",
    ),
    (
        "a diary without any year counts from its entries where its publication gives one",
        "1926-09-01",
        "2 June. Left at six.\n\n11 June. Ice came yesterday.\n\n28 June: The ship was beset last week.\n",
        "1926-06-02 1926-06-11 1926-06-10 1926-06-28 1926-06-21/1926-06-27",
    ),
    (
        "a year in a headline",
        "1909-02-03",
        "Harbour master looks back on 1908\n\nThe crane is to be mended in March.\n",
        "1908 1909-03",
    ),
]


@pytest.mark.parametrize(("published", "text", "wanted"), [page[1:] for page in PAGES], ids=[page[0] for page in PAGES])
def test_dates_below_a_heading(published: str, text: str, wanted: str) -> None:
    document = timeline.Document(id="page", text=text, published=TimeSpan.parse(published) if published else None)
    found = [str(mention.when) for mention in timeline.find_dates(document) if mention.when is not None]
    assert found == wanted.split()


ASIDES = [
    "Holm, A. (1998). Mills and Floods, 9 June 1998. Oslo: Fjord Press.",
    "Figure 2. The mill on 9 June 1998.",
    "Note 2. It was measured on 9 June 1998.",
    "[4] It was measured on 9 June 1998.",
    "Read more: The flood of 9 June 1998",
    "9 June 1998   Page 3 of 14",
    "Men clear the bridge on 9 June 1998. (Photo: Ann Holm)",
    "Ibid., p. 34.",
]


@pytest.mark.parametrize("aside", ASIDES)
def test_a_date_beside_the_text_dates_nothing_in_it(aside: str) -> None:
    text = f"The mill burned on 3 May 1911.[4] It had stood empty.\n\n{aside}\n\nThe next day it rained.\n"
    document = timeline.Document(id="page", text=text)
    found = {mention.quote.text: str(mention.when) for mention in timeline.find_dates(document)}
    assert found["The next day"] == "1911-05-04"


@pytest.mark.parametrize("role", ["citation", "caption"])
def test_years_beside_the_text_make_no_history(role: str) -> None:
    asides = {
        "citation": "Holm, A. ({}). The mills of the north. Oslo: Fjord Press.",
        "caption": "Figure 2. The mill in {}.",
    }
    listed = "\n\n".join(asides[role].format(year) for year in (1901, 1911, 1921, 1931, 1941, 1951))
    text = f"The mill was sold in March.\n\n{listed}\n"
    document = timeline.Document(id="page", text=text, published=TimeSpan.parse("2021-05-03"))
    first, *_ = timeline.find_dates(document)
    assert (first.quote.text, str(first.when)) == ("March", "2021-03")

"""Whole articles: every date of a news story, a match report, a judgment and a history, as a reader takes them."""

import pytest

from timeline.dates import event_span, find, resolve, stated
from timeline.timespan import TimeSpan

NEWS = """Harbour bridge closed after flood

Published: 18 February 2019 09:20 GMT

PORT LANNOCK - The Lannock bridge was closed on Saturday night after the river rose by two metres, the harbour office
said Monday. Engineers will inspect the piers on Wednesday and Thursday, and the bridge is set to stay shut until March.

It was opened in late 2001 at a cost of 2,500 pounds a metre and repaired last year. A report released in January had
warned of cracks; the mayor, who may resign, called it out of date. The same report said a second flood was likely by
the end of the decade. "We saw this coming for years," said Jon May, who has lived in Room 2010 of the old hotel since
August last year.

A week after the flood of 3 December 2018, the council had met to discuss a new bridge. It will vote on 11 March."""

NEWS_DATES = [
    ("18 February 2019 09:20 GMT", "2019-02-18T09:20Z", "2019-02-18"),
    ("Saturday night", "2019-02-16TNI", "2019-02-16"),
    ("Monday", "2019-02-18", "2019-02-18"),
    ("Wednesday and Thursday", "2019-02-20/2019-02-21", "2019-02-20/2019-02-21"),
    ("March", "2019-03", "2019-03"),
    ("late 2001", "2001", "2001-09/2001-12"),
    ("last year", "2018", "2018"),
    ("January", "2019-01", "2019-01"),
    ("the end of the decade", "201X", "2017/2019"),
    ("years", "PXY", None),
    ("August last year", "2018-08", "2018-08"),
    ("A week after", "P1W", None),
    ("3 December 2018", "2018-12-03", "2018-12-03"),
    ("11 March", "2019-03-11", "2019-03-11"),
]

HISTORY = """The salt war

The salt war of 1723-1726 was fought between Orland and the free towns. It began on 4 May 1723, when the mills at Ost
were burned. By August the towns had lost the coast. In the winter of 1723-24 both sides rested, but in early March the
army of Orland crossed the river Senn. The battle of Senn on 12 April lasted three days; two days later the town
opened its gates. Throughout 1725 there was little fighting. In June 1726 the towns asked for peace, and on the night of
9-10 July a treaty was signed. The following year the mills were rebuilt. In the 19th century the war was forgotten."""

HISTORY_DATES = [
    ("1723-1726", "1723/1726", "1723/1726"),
    ("4 May 1723", "1723-05-04", "1723-05-04"),
    ("August", "1723-08", "1723-08"),
    ("the winter of 1723-24", "1723-WI", "1723-24"),
    ("early March", "1724-03", "1724-03-01/1724-03-10"),
    ("12 April", "1724-04-12", "1724-04-12"),
    ("three days", "P3D", None),
    ("two days later", "1724-04-14", "1724-04-14"),
    ("1725", "1725", "1725"),
    ("June 1726", "1726-06", "1726-06"),
    ("the night of\n9-10 July", "1726-07-09TNI", "1726-07-09/1726-07-10"),
    ("The following year", "1727", "1727"),
    ("the 19th century", "18", "18XX"),
]

JUDGMENT = """The claimant entered into the lease on 1 March 2010 for a term of twelve years. On 28/06/2016 she
gave notice; on 04/07/2016 the defendant refused it. Between January 2017 and May 2018 no rent was paid. The hearing
took place on 12 and 13 September 2019. No later than 30 days after this judgment the defendant shall pay."""

JUDGMENT_DATES = [
    ("1 March 2010", "2010-03-01", "2010-03-01"),
    ("twelve years", "P12Y", None),
    ("28/06/2016", "2016-06-28", "2016-06-28"),
    ("04/07/2016", "2016-07-04", "2016-07-04"),
    ("January 2017 and May 2018", "2017-01/2018-05", "2017-01/2018-05"),
    ("12 and 13 September 2019", "2019-09-12/2019-09-13", "2019-09-12/2019-09-13"),
    ("30 days after", "P30D", None),
]

MATCH = """Rovers won 3-1 on Sunday, their first win since 14 August and the fourth of the 2018-19 season. Smith,
a 29-year-old who joined for $2 million a year in the summer, scored twice in the first half of the game. They play
every Saturday in May. Next week they travel north."""

MATCH_DATES = [
    ("Sunday", "2018-10-07", "2018-10-07"),
    ("14 August", "2018-08-14", "2018-08-14"),
    ("2018-19", "2018/2019", "2018/2019"),
    ("a year", "P1Y", None),
    ("the summer", "2018-SU", "2018-22"),
    ("every Saturday", "XXXX-WXX-6", None),
    ("May", "2018-05", "2018-05"),
    ("Next week", "2018-W42", "2018-10-15/2018-10-21"),
]

ARTICLES = [
    pytest.param(NEWS, "2019-02-18", NEWS_DATES, id="news"),
    pytest.param(HISTORY, "2015-06-01", HISTORY_DATES, id="history"),
    pytest.param(HISTORY, None, HISTORY_DATES, id="history without a publication date"),
    pytest.param(JUDGMENT, "2019-11-01", JUDGMENT_DATES, id="judgment"),
    pytest.param(MATCH, "2018-10-08", MATCH_DATES, id="match report"),
]


@pytest.mark.parametrize(("text", "published", "expected"), ARTICLES)
def test_every_date_of_an_article(text, published, expected):
    day = TimeSpan.parse(published) if published else None
    mentions = resolve(text, find(text), published=day)
    assert [(m.quote.text, m.value, str(m.when) if m.when else None) for m in mentions] == expected


def test_byline_of_the_news():
    assert str(stated(NEWS, find(NEWS)).when) == "2019-02-18"


def test_spans_of_the_events():
    found = find(NEWS)
    mentions = resolve(NEWS, found, published=TimeSpan.day(2019, 2, 18))
    spans = {m.quote.text: event_span(m, c) for m, c in zip(mentions, found, strict=True)}
    assert str(spans["March"][0]) == "../2019-03"
    assert str(spans["August last year"][0]) == "2018-08/.."
    assert str(spans["11 March"][0]) == "2019-03-11"

"""Forms of dates that archives, records, registers and transcripts use, each with what it must leave alone."""

import re

import pytest

from timeline.dates import ends_apart, find, resolve
from timeline.timespan import TimeSpan

# form, day of publication ("" unknown), sentence with what is found in square brackets, EDTF ("" for no days)
FORMS = [
    ("joined by dashes", "", "Signed [19-Nov-12] by the clerk of works.", ["2012-11-19"]),
    ("joined by slashes", "", "The cargo was sold on [14/Feb/03] in Oslo.", ["2003-02-14"]),
    ("year first, month in letters", "", "Logged [2019-Aug-01], closed [2019/Sep/14].", ["2019-08-01", "2019-09-14"]),
    ("capitals before a word", "", "Order of [10 NOV 11] was void.", ["2011-11-10"]),
    ("no blank behind the comma", "", "From [March 10,2016] she wrote daily.", ["2016-03-10"]),
    ("thousands are no year", "", "A grant of 12,500 dollars came on [3 May 2016].", ["2016-05-03"]),
    ("year in round brackets", "", "It was proclaimed on [19 August (1919)] by the king.", ["1919-08-19"]),
    ("year in brackets, month first", "", "On [March 3 (1848)] the mob came.", ["1848-03-03"]),
    ("dual dating", "", "A son was born on [11 February 1731/2].", ["1732-02-11"]),
    ("dual dating of two digits", "", "He wrote on [24 March 1660/61].", ["1661-03-24"]),
    ("dual dating, month first", "", "She died [February 3, 1698/9].", ["1699-02-03"]),
    ("no dual dating of seasons", "", "The [1998]/[99] season began late.", ["1998", "1999"]),
    ("term of a court", "", "It was argued in [October Term, 1873].", ["1873-10"]),
    ("ordinals of old letters", "", "Camp near Vernon, [Nov. 3d, 1863].", ["1863-11-03"]),
    ("marked as italics", "", "_Port Ash, [November 20th_, 1791]._", ["1791-11-20"]),
    ("week in a month", "", "It was mended in [the second week in February 2017].", ["2017-02-08/2017-02-14"]),
    ("dots are day first", "", "The meeting was held [05.03.2017].", ["2017-03-05"]),
    (
        "order of the written dates",
        "",
        "Letter of [3/10/16]. The battle began [1 July 1916].",
        ["1916-10-03", "1916-07-01"],
    ),
    ("order of American dates", "", "Filed [3/10/2016]. The fire was on [July 1, 2016].", ["2016-03-10", "2016-07-01"]),
    ("order that keeps days close", "", "[6/6/1944] Landed early. [7/6/1944] Dug in.", ["1944-06-06", "1944-06-07"]),
    ("century of the year told", "", "War diary, [1944]. [13/6/44] Rain.", ["1944", "1944-06-13"]),
    ("century of publication", "1944-08-01", "On [13/6/44] his platoon moved.", ["1944-06-13"]),
    ("century of a later text", "2004-08-01", "On [13/6/44] his platoon moved.", ["1944-06-13"]),
    (
        "year first in its sentence",
        "",
        "In [2018] from [February] to [December] it stood idle.",
        ["2018", "2018-02", "2018-12"],
    ),
    ("year first, then a day", "", "In [1914], on [4 August], war was declared.", ["1914", "1914-08-04"]),
    (
        "year first, between months",
        "",
        "In [1987], between [March] and [June], it fell.",
        ["1987", "1987-03", "1987-06"],
    ),
    (
        "list of weekdays",
        "",
        "Visits took place on [Monday 20], [Tuesday 21] and [Wednesday 22 April 2009].",
        ["2009-04-20", "2009-04-21", "2009-04-22"],
    ),
    (
        "two times of one day",
        "",
        "Between [9 a.m.] and [11 a.m. on 12 May 2018] they left.",
        ["2018-05-12", "2018-05-12"],
    ),
    ("turn of a century", "", "It was built at [the turn of the 20th century].", ["1900~"]),
    (
        "a fiscal quarter",
        "1989-10-30",
        "In [the quarter] ended [July 31], sales fell.",
        ["1989-05/1989-07", "1989-07-31"],
    ),
    ("teens in words", "", "The mill opened in [nineteen ten].", ["1910"]),
    ("tens in words", "", "She was born in [nineteen forty-one].", ["1941"]),
    ("hundreds in words", "", "The quake came in [nineteen hundred and six].", ["1906"]),
    ("even hundreds in words", "", "He was born in [eighteen hundred].", ["1800"]),
    ("thousands in words", "", "In [the year two thousand and three] he left.", ["2003"]),
    ("twenty twelve", "", "They won in [twenty twelve].", ["2012"]),
    ("month and year in words", "", "It sank in [June nineteen sixty-nine].", ["1969-06"]),
    ("no number of things", "", "He counted nineteen ninety cars and twenty men.", []),
    ("no sum", "", "It cost two thousand and three dollars.", []),
    (
        "quarter that ended",
        "2024-10-30",
        "Sales in [the quarter] ended [September 30, 2023] rose.",
        ["2023-07/2023-09", "2023-09-30"],
    ),
    ("quarter a year earlier", "2024-10-30", "[Third-quarter] net fell from [a year earlier].", ["2024-35", "2023-35"]),
    (
        "what it is compared with leads on to nothing",
        "2024-10-30",
        "[Third-quarter] net rose from [a year earlier]. In [the year-ago period] it had fallen.",
        ["2024-35", "2023-35", "2023-35"],
    ),
    (
        "up from a year ago",
        "2024-10-30",
        "It employs 9 men, up from seven [a year ago]. In [May] it had 8.",
        ["2023-10~", "2024-05"],
    ),
    ("year end", "2023-06-01", "It will cut staff by [year end].", ["2023-09/2023-12"]),
    ("no year end", "2023-06-01", "It is what in the year end users pay.", []),
    ("payable", "1989-10-27", "It declared a dividend of five cents, payable [Dec. 1].", ["1989-12-01"]),
    ("of record", "1989-10-27", "It declared a dividend to holders of record [Nov. 10].", ["1989-11-10"]),
    ("effective", "1989-10-27", "The bank named her chairman, effective [Feb. 1].", ["1990-02-01"]),
    ("invited to", "1999-02-16", "She invited them to a ceremony in the hall on [March 12].", ["1999-03-12"]),
    ("told first it is past", "2021-02-16", "On [March 1], the minister said that talks had failed.", ["2020-03-01"]),
    ("a month is past", "2021-08-04", "The family moved to Harwick in [September].", ["2020-09"]),
    ("a month behind an infinitive", "2021-08-04", "They have agreed to close the mill in [September].", ["2021-09"]),
    ("far off it is past", "2021-08-04", "A gunman attacked the court on [27 November].", ["2020-11-27"]),
    ("timetable", "2023-06-01", "The inspector comes on [Monday].", ["2023-06-05"]),
    (
        "late, then early",
        "2024-05-06",
        "He left at [11.30pm on Friday] and was found dead at [4am].",
        ["2024-05-03", "2024-05-04"],
    ),
    (
        "early, then late",
        "2024-05-06",
        "He left at [9am on Friday] and came home at [4pm].",
        ["2024-05-03", "2024-05-03"],
    ),
    (
        "evening times go back",
        "2024-05-06",
        "It failed at [17:40 on Friday]; work began at [17:25].",
        ["2024-05-03", "2024-05-03"],
    ),
    ("code of laws", "", "The suit under 42 U.S.C. 1983 was settled on [4 May 2011].", ["2011-05-04"]),
    ("section", "", "She sued under section 1983 in [June 2004].", ["2004-06"]),
    (
        "next such day after the one told",
        "",
        "He paid in [May 1870]; the verdict came on [the 14th of October following], and he left.",
        ["1870-05", "1870-10-14"],
    ),
    (
        "following something named",
        "1822-01-01",
        "On [3 May] following heavy rain the dam burst.",
        ["1821-05-03"],
    ),
    (
        "day of the year told",
        "2016-09-22",
        "It was shut in [2009] until [11 June of that year].",
        ["2009", "2009-06-11"],
    ),
    ("month and the day in words", "1920-01-01", "On [July the fourth], she sank.", ["1919-07-04"]),
    ("month and what came first", "1920-01-01", "In [July] the first ship sailed.", ["1919-07"]),
    ("ordinal of what is not a day", "1920-01-01", "In the second [March 1917] strike forty fell.", ["1917-03"]),
    ("weekday and the day", "1920-06-12", "On [Sunday the 6th], they left.", ["1920-06-06"]),
    (
        "weekday and day to come",
        "1857-01-21",
        "It was resolved that the rooms be closed on [Wednesday the 4th of February].",
        ["1857-02-04"],
    ),
    (
        "day in the month told",
        "2021-03-04",
        "The board met in [May 2019]. On [May 12] it voted to close.",
        ["2019-05", "2019-05-12"],
    ),
    (
        "answer in the year of the question",
        "2010-06-07",
        "MR. LEE: Were you there in [2003]?\n\nMS. RAY: No. On [4 May] I was in Leeds.",
        ["2003", "2003-05-04"],
    ),
    (
        "answer in the year asked for",
        "1999-07-16",
        "LEE: And [last year] you went back?\n\nRAY: In [October], yes.",
        ["1998", "1998-10"],
    ),
    (
        "no answer",
        "2010-02-07",
        "Did it open in [1998]? In [March] the council will vote on its future.",
        ["1998", "2010-03"],
    ),
    (
        "scene of a story",
        "",
        "The siege began on [3 May 1643]. On [9 June] the wall fell. On [11 June] they left. It was sold in [1650].",
        ["1643-05-03", "1643-06-09", "1643-06-11", "1650"],
    ),
    (
        "wrapped within a date in letters",
        "1843-09-17",
        "The deeds of the lower meadow were sent to your clerk on [the 30th\nultimo], and he has had them.",
        ["1843-08-30"],
    ),
    (
        "wrapped in front of a day to come",
        "2019-10-24",
        "It declared a dividend, payable to holders of record\non [Nov. 15]. It closed.",
        ["2019-11-15"],
    ),
    (
        "winter that follows what is told",
        "2014-05-21",
        "She bought it on [3 August 2005]. The roof let in water [that winter].",
        ["2005-08-03", "2005-24"],
    ),
    (
        "winter that what is told was in",
        "2014-05-21",
        "She bought it on [3 January 2006]. The roof let in water [that winter].",
        ["2006-01-03", "2005-24"],
    ),
    ("century of a year of two figures", "1978-06-03", "It shut in ['34].", ["1934"]),
    ("number behind a stop", "2014-05-21", "He came again in [March]. 2 men died.", ["2014-03"]),
    ("two years side by side", "2019-03-12", "Budget [2019]/[20] was agreed.", ["2019", "2020"]),
    ("numbers side by side", "2019-03-12", "Form 2019/31 was lost.", []),
    ("days since", "1921-08-30", "The boys have swum every day since [the 15th].", ["1921-08-15"]),
    (
        "two days of that year",
        "2016-09-22",
        "It was shut in [2009], from [3 May] to [11 June of that year].",
        ["2009", "2009-05-03", "2009-06-11"],
    ),
    (
        "day alone before a verb",
        "",
        "They met on [3 April 1862]. The loss on [the 4th] was heavy; on [the 5th] neither side stirred.",
        ["1862-04-03", "1862-04-04", "1862-04-05"],
    ),
    ("rank before a verb", "1862-05-01", "The shop on the 4th floor was shut.", []),
    ("docket", "", "Docket 95-1100 was closed on [3 March 1994].", ["1994-03-03"]),
]


@pytest.mark.parametrize(("form", "published", "sentence", "edtf"), FORMS, ids=[row[0] for row in FORMS])
def test_form(form, published, sentence, edtf):
    marked = [match.group(1) for match in re.finditer(r"\[([^]]*)\]", sentence)]
    text = re.sub(r"[\[\]]", "", sentence)
    found = [c for c in ends_apart(find(text)) if c.type in ("DATE", "TIME")]
    assert [candidate.quote.text for candidate in found] == marked
    mentions = resolve(text, found, published=TimeSpan.parse(published) if published else None)
    assert [str(mention.when or "") for mention in mentions] == edtf

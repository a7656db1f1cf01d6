"""Which words name a time, with their whole extent and type. Square brackets in a case mark what must be found."""

import pickle
import re

import pytest

from timeline.dates import Bound, Direction, ends_apart, find
from timeline.model import DateType

FOUND = [
    # business
    ("quarter of a year", "Sales fell in [the third quarter of 2009].", "DATE"),
    ("quarter alone", "Orders rose in [the fourth quarter].", "DATE"),
    ("quarter as adjective", "It reported a [fourth-quarter] loss.", "DATE"),
    ("quarter in short", "Guidance for [Q3 2020] stands.", "DATE"),
    ("half of a year", "Margins shrank in [the first half of 2009].", "DATE"),
    ("fiscal year", "The grant ended in [fiscal 2008].", "DATE"),
    ("fiscal year in short", "Spending in [FY2020] rose.", "DATE"),
    ("fiscal year over two", "The accounts for [the fiscal year 2010/11] are late.", "DATE"),
    ("year of an event", "She spoke at the Steel Conference [2010].", "DATE"),
    ("adjective of a length", "They signed [a five-year] lease.", "DURATION"),
    ("rate", "It costs $5 million [a year].", "SET"),
    ("twice", "The board meets [twice a year].", "SET"),
    ("every other", "The market is held [every other day].", "SET"),
    ("fiscal quarter", "Sales fell in [the fiscal third quarter].", "DATE"),
    ("year-end", "It will close by [year-end].", "DATE"),
    ("same quarter", "Sales were lower in [the same quarter a year earlier].", "DATE"),
    ("same month", "Output fell from [the same month last year].", "DATE"),
    ("year-earlier", "It had lost money in [the year-earlier period].", "DATE"),
    ("year-ago", "It had lost money in [the year-ago quarter].", "DATE"),
    ("quarter of a year owned", "It lost money in [last year's third quarter].", "DATE"),
    ("final quarter", "It lost money in [the final quarter of 1988].", "DATE"),
    ("quarter with its year", "It reported [first-quarter 2010] results.", "DATE"),
    ("year with its quarter", "It reported [2010 first-quarter] results.", "DATE"),
    ("year-earlier noun", "It fell from [a year-earlier] profit.", "DATE"),
    ("year-end of a year", "Assets at [year-end 2009] were lower.", "DATE"),
    ("year with its half", "It made a profit in [the 2010 first half].", "DATE"),
    ("round year owned", "It lost money in [2010's second quarter].", "DATE"),
    ("mid-year", "The merger will close by [mid-year].", "DATE"),
    ("latest quarter", "Profit fell in [the latest quarter].", "DATE"),
    ("the quarter", "Profit for [the quarter] fell.", "DATE"),
    ("months of a year", "Exports rose in [the first six months of 1989].", "DURATION"),
    ("event in capitals", "She spoke at EXPO [2010].", "DATE"),
    ("days a week", "The shop opens [five days] [a week].", "DURATION"),
    # history
    ("day month year", "The fort fell on [27 July 1755].", "DATE"),
    ("month day year", "The fort fell on [July 27, 1755].", "DATE"),
    ("day of month", "[The 24th of December 1644] was cold.", "DATE"),
    ("spring", "The front broke in [spring 1918].", "DATE"),
    ("winter over two years", "[The winter of 1941-42] was hard.", "DATE"),
    ("day in words", "They met on [the third of March 1848].", "DATE"),
    ("small year", "He was born in [the year 33].", "DATE"),
    ("before the common era", "The fleet sailed in [490 BC].", "DATE"),
    ("month before the common era", "The city burned in [September 480 BC].", "DATE"),
    ("common era", "The mountain erupted in [AD 79].", "DATE"),
    ("circa", "The abbey was built [c. 1200].", "DATE"),
    ("decade", "Prices rose in [the 1890s].", "DATE"),
    ("decade in words", "[The nineties] were calm.", "DATE"),
    ("decade before the common era", "The league grew in [the 470s BC].", "DATE"),
    ("century", "The canal dates from [the 19th century].", "DATE"),
    ("century in words", "The canal dates from [the late nineteenth century].", "DATE"),
    ("century in Roman numerals", "The canal dates from [the XIX century].", "DATE"),
    ("late year", "They came in [late 2001].", "DATE"),
    ("end of a month", "He left at [the end of March 1944].", "DATE"),
    ("half of a century", "The railway came in [the first half of the 19th century].", "DATE"),
    ("quarter of a century", "The hall dates from [the second quarter of the 18th century].", "DATE"),
    ("opening days", "They marched in [the opening days of August 1914].", "DATE"),
    ("last days", "[The last days of June 1944] were wet.", "DATE"),
    ("night of two days", "[The night of 3-4 May] was quiet.", "TIME"),
    ("eve with year", "She died on [Christmas Eve 1999].", "DATE"),
    ("moving feast with year", "They rose on [Easter Monday 1916].", "DATE"),
    ("day by number", "On [the seventh day] they opened the gate.", "DATE"),
    ("month of a year told", "The treaty was signed in [August of that year].", "DATE"),
    ("that summer", "[That summer] the wells ran dry.", "DATE"),
    # disasters
    ("clock on a weekday", "The fire began at [3:30 a.m. on Tuesday].", "TIME"),
    ("clock with a zone", "The quake struck at [18:00 UTC].", "TIME"),
    ("clock of a place", "It struck at [5:34 AM Baghdad time on March 20, 2003].", "TIME"),
    ("clock of a place alone", "It struck at [14:00 Greek time].", "TIME"),
    ("clock in capitals", "The alarm rang at [1:32 PM].", "TIME"),
    ("hour", "Crews came by [6am].", "TIME"),
    ("o'clock", "The dam broke at [five o'clock].", "TIME"),
    ("early hours", "It broke out in [the early hours of Sunday morning].", "TIME"),
    ("small hours", "It broke out in [the small hours of 6 June].", "TIME"),
    ("overnight", "Rain fell [overnight between 1-2 September].", "TIME"),
    ("night of a weekday", "The roof fell in on [Tuesday night].", "TIME"),
    ("morning of a day", "They searched on [the morning of 27 July].", "TIME"),
    ("last night", "The river rose [last night].", "TIME"),
    ("this morning", "The river rose [this morning].", "TIME"),
    ("night before last", "The river rose [the night before last].", "TIME"),
    ("short meridian", "Crews left at [5:55p].", "TIME"),
    ("hours later", "[Three hours later] the bridge was gone.", "TIME"),
    ("stretch", "It was the worst flood in [the past two decades].", "DURATION"),
    ("years", "It had not rained for [decades].", "DURATION"),
    ("two and a half", "They waited [two and a half hours].", "DURATION"),
    ("mixed number", "They waited [2 1/2 hours].", "DURATION"),
    ("half an hour", "They waited [half an hour].", "DURATION"),
    # sports
    ("weekdays that follow", "They train on [Wednesday and Thursday].", "DATE"),
    ("days that follow", "The final is on [1-2 September].", "DATE"),
    ("three days", "They play on [12, 13 and 14 March].", "DATE"),
    ("season over two years", "The [2016-17] season was their best.", "DATE"),
    ("weekend", "They lost at [the weekend].", "DATE"),
    ("every other weekday", "They train [every other Tuesday].", "SET"),
    ("weekday before last", "They trained [the Sunday before last].", "DATE"),
    ("every weekday", "They train [every Tuesday].", "SET"),
    ("next weekday", "They play [next Saturday].", "DATE"),
    ("weekday of next week", "They play on [Tuesday next week].", "DATE"),
    ("three days later", "They met again [three days later].", "DATE"),
    # law
    ("deadline", "The original [May 1] deadline passed.", "DATE"),
    ("short month", "The hearing is set for [Sept. 14].", "DATE"),
    ("figures", "The lease began on [01/03/2008].", "DATE"),
    ("ISO day", "Filed on [2021-03-02].", "DATE"),
    ("ISO time", "Filed at [2021-03-02T10:15:00Z].", "TIME"),
    ("May before a pronoun", "In [May] she was freed, and in [May] they met.", "DATE"),
    ("month of last year", "It has been law since [February last year].", "DATE"),
    ("last month", "The judge retired [late last month].", "DATE"),
    ("earlier this year", "The judge retired [earlier this year].", "DATE"),
    ("a year ago", "The case was heard [a year ago].", "DATE"),
    ("more than a year later", "[More than a year later] they appealed.", "DATE"),
    ("time from now", "The term ends [two weeks from now].", "DATE"),
    ("the day before", "[The day before], he had confessed.", "DATE"),
    ("nine eleven", "The law changed after [9/11].", "DATE"),
    ("recently", "He was [recently] pardoned.", "DATE"),
    ("recent months", "In [recent months] he has been ill.", "DATE"),
    ("to the day", "The case was heard [a year ago today].", "DATE"),
    ("week of an anniversary", "The case was heard [three years ago this week].", "DATE"),
    ("week before last", "The case was heard [the week before last].", "DATE"),
    ("weekday hence", "The case will be heard [a week from Tuesday].", "DATE"),
    ("weekday of a month", "Courts open on [the first Monday in October].", "DATE"),
    ("mid-month", "The verdict is due in [mid-August].", "DATE"),
    ("less than", "He was held for [less than two weeks].", "DURATION"),
    ("a half-day", "He was held for [a half-day].", "DURATION"),
    ("late at night", "He was freed [late Tuesday night].", "TIME"),
    ("early hours", "He was freed in [the early hours of the morning].", "TIME"),
    # counted from an event
    ("after an event", "It came [a week after] the report.", "DURATION"),
    ("later than an event", "They left [four months later than] the deadline.", "DURATION"),
    ("day after an event", "He fled [the day after] the attack.", "DATE"),
    ("eve of an event", "He fled on [the eve] of the vote.", "DATE"),
    ("so-manieth day", "On [the sixth day] of heavy fighting the town fell.", "DATE"),
    ("after a day named", "They met [two days after Christmas].", "DATE"),
]

NOT_DATES = [
    ("hours that are stored", "It holds 75 hours of video, or many hours of music."),
    ("now, of what is to come", "They will now take six jets."),
    ("We", "We have seen them, and we sat there."),
    ("may", "They may be late, and that may not matter."),
    ("May as a name", "Theresa May spoke; May said no."),
    ("march", "The march on the capital began. March on the capital! They march to the sea."),
    ("names", "June Jones and April Smith met August Wilson."),
    ("fall", "The city may fall to the rebels after the fall of the bridge."),
    ("spring", "They spring into action after the Arab Spring."),
    ("unit", "The 215 Corps lost 2,500 soldiers."),
    ("products", "An iPhone 4, a Boeing 787 and Windows 2000."),
    ("resolution", "Resolution 1373 was adopted in Room 2010."),
    ("generation", "He is a second-generation baker."),
    ("count", "About 2000 people and 1900 soldiers came with 1500 horses."),
    ("money", "It cost $2000 and 1,900 euros."),
    ("percent", "It fell by 20 percent, to 31%."),
    ("phone", "Call 713-853-1696."),
    ("age", "The 36-year-old man is in his early thirties; his son is two years old."),
    ("abbreviations", "The Sat Nav said Mon ami and Sun Microsystems."),
    ("greeting", "Good morning, everybody!"),
    ("paper", "The Daily News reported it."),
    ("film maker", "He sued 20th Century Fox."),
    ("share", "Three quarters of them agreed."),
    ("half of a game", "They led in the first half of the game."),
    ("hours", "They want better working hours."),
    ("address", "See https://example.org/2013/05/03/story-2013-05-04 there."),
    ("ratio", "The vote was 17 to 12, or 3/4."),
    ("version", "Version 1.2.3 came with 10.0.0.1."),
    ("city's quarter", "They live in the quarter of the old town, and lost in the quarter-final."),
    ("standard", "It follows ISO 2015 and cites RFC 2026."),
    ("verb", "The shop may close in the end."),
    ("code", "The A380 and the B52 flew."),
]


def marked(case: str) -> tuple[str, list[str]]:
    return re.sub(r"[\[\]]", "", case), re.findall(r"\[(.+?)\]", case)


@pytest.mark.parametrize(("case", "kind"), [pytest.param(case, kind, id=name) for name, case, kind in FOUND])
def test_expression_has_its_whole_extent(case, kind):
    text, expected = marked(case)
    found = find(text)
    assert [candidate.quote.text.removeprefix("a ").lower() for candidate in found] == [
        words.removeprefix("a ").lower() for words in expected
    ]
    assert found[0].type == DateType(kind)


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in NOT_DATES])
def test_what_is_no_date_is_left_alone(text):
    assert [candidate.quote.text for candidate in find(text)] == []


RANGES = [
    ("years", "He ruled from [1862] to [1890]."),
    ("years after a verb", "He reigned [1509]–[1547]."),
    ("years with a dash", "The war ([1914]–[1918]) ended."),
    ("years, the second short", "The war of [1914]-[18] ended."),
    ("years before the common era", "The revolt of [499]-[493 BC] failed."),
    ("between", "It opened between [May 3, 2010] and [June 5, 2011]."),
    ("months with May", "They dug between [March] and [May], and slept."),
    ("months", "They dug from [May] to [July 1863]."),
    ("early and late", "He sat from [early 1990] to [late 1992]."),
    ("days with a dash", "The final is on [1]-[2 September]."),
    ("days after a month", "The final is on [May 4] and [5], and then they rest."),
    ("days with their year", "They met from [the 13th] to [the 15th of May 1913]."),
]


@pytest.mark.parametrize("case", [pytest.param(case, id=name) for name, case in RANGES])
def test_range_of_two_expressions_comes_apart(case):
    text, expected = marked(case)
    assert len(find(text)) == 1
    assert [candidate.quote.text for candidate in ends_apart(find(text))] == expected


@pytest.mark.parametrize("words", ["Wednesday and Thursday", "5, 6 and 7 May"])
def test_range_without_two_ends_in_figures_stays_together(words):
    assert [c.quote.text for c in ends_apart(find(f"The finals are on {words}."))] == [words]


BOUNDS = [
    ("They have met since February 2020.", Bound.SINCE, "since"),
    ("It is open until Friday.", Bound.UNTIL, "until"),
    ("They must leave by late August.", Bound.BY, "by"),
    ("Pay no later than 15 September.", Bound.BY, "no later than"),
    ("It closed before the end of 2008.", Bound.BEFORE, "before"),
    ("It closed after 9/11.", Bound.AFTER, "after"),
    ("He ruled from 1862 to 1890.", Bound.FROM, "from"),
    ("It rose between 1862 and 1890.", Bound.BETWEEN, "between"),
    ("It rose throughout 2008.", Bound.THROUGHOUT, "throughout"),
    ("It rose for the past two years.", Bound.FOR, "for"),
    ("As of June 30 it is law.", Bound.AS_OF, "As of"),
]


@pytest.mark.parametrize(("text", "bound", "cue"), BOUNDS, ids=[bound.name for _, bound, _ in BOUNDS])
def test_preposition_is_a_bound_and_not_part_of_the_expression(text, bound, cue):
    candidate = find(text)[0]
    assert candidate.bound == bound
    assert candidate.cue is not None
    assert candidate.cue.text == cue
    assert text[candidate.cue.start : candidate.cue.end] == cue
    assert candidate.cue.end <= candidate.quote.start


def test_plain_preposition_is_no_bound():
    candidate = find("They met on Tuesday.")[0]
    assert (candidate.bound, candidate.cue) == (Bound.NONE, None)


DIRECTIONS = [
    ("met", "The ministers met on Wednesday.", Direction.PAST),
    ("will meet", "The ministers will meet on Wednesday.", Direction.FUTURE),
    ("will be held", "A hearing will be held on 6 September.", Direction.FUTURE),
    ("is set", "The work is set to be completed by late August.", Direction.FUTURE),
    ("said", "They would resume, the minister said Monday.", Direction.PAST),
    ("said after a plan", "Talks will resume, said the minister on Tuesday.", Direction.PAST),
    ("new date", "He announced the new September 11 date.", Direction.FUTURE),
    ("original date", "They missed the original May 1 deadline.", Direction.PAST),
    ("later, told as past", "Later in May, the town fell.", Direction.PAST),
    ("later, without a verb", "A decision: later in May.", Direction.FUTURE),
    ("later this year", "A decision later this year is likely.", Direction.FUTURE),
    ("earlier in", "Earlier in March, another man was killed.", Direction.PAST),
    ("committed by", "The firm has committed to selling the plant by May.", Direction.FUTURE),
    ("postponed", "The judge postponed the case until Monday.", Direction.FUTURE),
    ("in front", "On March 1, the mayor said the plan was dead.", Direction.PAST),
    ("other clause", "Ships left the port on May 1, which the owner expects to close.", Direction.PAST),
    ("missed deadline", "The council missed the June 1 deadline.", Direction.PAST),
    ("deadline passed", "The May 1 deadline passed in silence.", Direction.PAST),
    ("deadline", "The strikers are unlikely to meet the May 1 deadline.", Direction.FUTURE),
    ("deadline of a month", "With the May withdrawal deadline near, talks go on.", Direction.FUTURE),
    ("set a deadline", "The court set a March 1 deadline for the sale.", Direction.FUTURE),
    ("there are", "In January there are 200 boats in the harbour.", Direction.UNKNOWN),
    ("plain present", "Pupils attend a lesson by the lake on November 21.", Direction.UNKNOWN),
    ("passive present", "A keeper is comforted by friends on March 3.", Direction.UNKNOWN),
    ("what goes on", "Firemen are standing on a roof on May 5.", Direction.UNKNOWN),
    ("what is arranged", "The orchestra is playing in Leeds on Saturday.", Direction.FUTURE),
    ("what is on", "The elections are on 4 October.", Direction.FUTURE),
    ("through", "Barges were passing through the lock on Thursday.", Direction.PAST),
    ("through a month", "The ban runs through June.", Direction.FUTURE),
    ("months through", "Sales in the three months through June rose.", Direction.PAST),
    ("since", "You can see that it has grown since May.", Direction.PAST),
    ("have until", "The owners have until Friday to reply.", Direction.FUTURE),
    ("another clause in front", "She said that on Nov 20 the board will meet.", Direction.FUTURE),
    ("will have", "By March it will have 40 stores.", Direction.FUTURE),
    ("could have", "It could have closed in March.", Direction.PAST),
    ("would not say", "The bank would not say on Monday who resigned.", Direction.UNKNOWN),
    ("verb of another clause", "The man who can mend the bridge arrived on Monday.", Direction.PAST),
    ("no verb", "A letter of 3 May.", Direction.UNKNOWN),
]


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(text, expected, id=name) for name, text, expected in DIRECTIONS]
)
def test_direction_comes_from_tense_and_cue_words(text, expected):
    assert find(text)[-1].direction == expected


COMPLETE = [
    ("27 July 2021", True),
    ("in 1918", True),
    ("the 1990s", True),
    ("the 19th century", True),
    ("01/03/2008", True),
    ("the morning of 27 July 2021", True),
    ("27 July", False),
    ("last month", False),
    ("Tuesday", False),
    ("the nineties", False),
    ("two years", False),
    ("a week after the vote", False),
]


@pytest.mark.parametrize(("text", "expected"), COMPLETE, ids=[text for text, _ in COMPLETE])
def test_complete_expression_needs_no_reference(text, expected):
    assert find(f"It was {text}.")[0].is_complete is expected


def test_candidates_survive_pickling():
    found = find("From 1862 to 1890, a week after the vote, he met them on the morning of 27 July.")
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - our own bytes


def test_offsets_count_code_points():
    text = "Šárka 🎉 arrived in Łódź on 27 July."
    candidate = find(text)[0]
    assert text[candidate.quote.start : candidate.quote.end] == "27 July"


def test_expression_may_be_broken_by_a_line_but_not_by_a_paragraph():
    wrapped = "The long line of this paragraph was broken by its width on 27\nJuly 1755 by a flood."
    assert find(wrapped)[0].quote.text == "27\nJuly 1755"
    assert [c.quote.text for c in find("Chapter 27\n\nJuly 1755 was hot.")] == ["July 1755"]


KNOWN_FAILURES = [
    ("product of a year", "He drove a 2008 Bentley home.", []),
    ("sports clock", "The referee stopped the fight at 2:56.", []),
    ("title", "The song White Christmas was played.", []),
]


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize(
    ("case", "expected"), [pytest.param(case, expected, id=name) for name, case, expected in KNOWN_FAILURES]
)
def test_known_failure(case, expected):
    text, _ = marked(case)
    assert [candidate.quote.text for candidate in find(text)] == expected

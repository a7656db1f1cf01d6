"""Dates that go on from those told before, and times of the day under entries: what is one, and what looks alike."""

import pytest

import timeline
from timeline.timespan import TimeSpan


def dates_of(text: str, published: str) -> dict[str, str]:
    document = timeline.Document(id="page", text=text, published=TimeSpan.parse(published))
    return {mention.quote.text: str(mention.when) for mention in timeline.find_dates(document)}


# sentences, the words looked at, their days; published on Thursday 4 October 2018
WEEKDAYS = [
    ("They met on 3 May 2018 and parted on the Saturday.", "the Saturday", "2018-05-05"),
    ("He came on Wednesday, the 4th of March. I saw him again on the Saturday.", "the Saturday", "2015-03-07"),
    ("The strike began on 5 June 2018. On the Friday, the owners gave in.", "the Friday", "2018-06-08"),
    ("She left on 1 May 2018. On the Monday she wrote; on the Wednesday she came back.", "the Wednesday", "2018-05-09"),
    ("They will meet on 10 October 2018 and go on the Friday.", "the Friday", "2018-10-12"),
    ("It rained on the Saturday.", "the Saturday", "2018-09-29"),
    ("They met yesterday and it had rained on the Saturday.", "the Saturday", "2018-09-29"),
    ("They met on 3 May 2018, and on Saturday the match was lost.", "Saturday", "2018-09-29"),
    ("It was fought on 3 May 2018. Nobody came to the Saturday match.", "Saturday", "2018-09-29"),
    ("They met on 3 May 2018. He spoke on the Friday in question.", "Friday", "2018-09-28"),
    ("They met on 3 May 2018. He spoke to the Saturday crowd.", "Saturday", "2018-09-29"),
]


@pytest.mark.parametrize(("text", "words", "day"), WEEKDAYS, ids=[row[0] for row in WEEKDAYS])
def test_the_saturday_is_that_of_the_days_told(text: str, words: str, day: str) -> None:
    assert dates_of(text, "2018-10-04")[words] == day


# sentences, the words looked at, their days; published on 21 May 2014
ONWARD = [
    ("On 14 January 2006 she wrote to the builder, who came the next day and again in March.", "March", "2006-03"),
    ("The roof was mended on 3 May 2005 and then in November it fell in.", "November", "2005-11"),
    ("He wrote on 3 May 2005, and again on 9 June.", "9 June", "2005-06-09"),
    ("She left on 20 November 2005 and again in February.", "February", "2006-02"),
    ("The lease was signed on 3 May 2005 and from July rent was paid.", "July", "2005-07"),
    ("The bank, which was founded on 3 May 1990, cut its rates in March.", "March", "2014-03"),
    ("The mill was sold on 3 May 2005. In March the owners left.", "March", "2014-03"),
    ("The mill was sold on 3 May 2005; and in March the owners left.", "March", "2014-03"),
    ("The board met on 3 May 2014 and again in June.", "June", "2013-06"),
    ("The hall opened on 3 May 2005 and will open again in July.", "July", "2014-07"),
    ("The hall was sold on 3 May 2013 and again in June.", "June", "2013-06"),
    ("The hall was sold on 20 November 2013 and again in July.", "July", "2013-07"),
]


@pytest.mark.parametrize(("text", "words", "day"), ONWARD, ids=[row[0] for row in ONWARD])
def test_and_again_in_march_goes_on_from_the_day_told(text: str, words: str, day: str) -> None:
    assert dates_of(text, "2014-05-21")[words] == day


TIMES = [
    ("We went over at 7.30. Nine came back.", "7.30"),
    ("A ferry due at 10.30 turned back.", "10.30"),
    ("We slept until 6.15 and then marched.", "6.15"),
    ("The guns fell still, and till 23.10 it was quiet.", "23.10"),
    ("At 5.05 sharp the whistle blew.", "5.05"),
    ("Tea at 4.30!", "4.30"),
]
NO_TIMES = [
    "Tea was sold at 7.30.",
    "The price of coal was put at 7.30.",
    "The rate is at 7.30 per cent.",
    "They let it at 7.30 a week.",
    "It stood at 7.75.",
    "The shaft begins at 3.15 miles.",
    "Chapter 7.30 was read.",
    "It was fixed at 4.30 to the pound.",
    "He ran it in 9.58.",
    "It weighed about 12.50 stone.",
]


@pytest.mark.parametrize(("sentence", "time"), TIMES, ids=[row[0] for row in TIMES])
def test_a_time_with_a_dot_under_an_entry(sentence: str, time: str) -> None:
    assert dates_of(f"30 June 1916\n\nRain.\n\n1 July 1916\n\n{sentence}\n", "1920")[time] == "1916-07-01"
    assert time not in dates_of(sentence, "1920")


@pytest.mark.parametrize("sentence", NO_TIMES)
def test_a_number_with_a_dot_is_no_time(sentence: str) -> None:
    found = dates_of(f"30 June 1916\n\nRain.\n\n1 July 1916\n\n{sentence}\n", "1920")
    assert not [words for words, day in found.items() if "." in words]

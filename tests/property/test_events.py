"""No text breaks the extraction, and what it finds are the words of the text: pieces in any order, cut anywhere."""

import json
from contextlib import suppress

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import charts, export
from timeline.dates import written_date
from timeline.errors import DateError
from timeline.export.json import schema
from timeline.model import Document, Quote, Timeline
from timeline.pipeline import Options, build, find_dates
from timeline.reading.given import given_date
from timeline.timespan import TimeSpan

PIECES = st.sampled_from(
    [
        "Ada Holm", "the mayor of Tarn", "Norwind", "miners", "he", "who", "Mr. Ruiz", "the 2020 accord", "It",
        "opened the bridge", "was fined", "died", "will meet", "had denied that", "said", "Said That", "pleaded guilty",
        "resigned", "to sign", "a strike", "the trial began", "shelling", "ended", "expects the dam to close",
        "yesterday", "on 3 May 2021", "in March", "last week", "the day before", "three days after the vote",
        "since 1998", "by the end of 2022", "from Monday to Friday", "between 2 and 5 May", "in 44 BC", "every year",
        "9999-1-31", "31 December 9999", "1 January 0001", "9,999 years ago", "the 99th century", "31 February",
        "and", "&", "yet", "or", "but", "when", "before", "that", "if", "not only", "than", "of", "in", "at Tarn",
        ".", ",", ";", ":", "?", "-", "–", "(", ")", "[", '"', "“", "”", "'s", "/", "*", "...", "\n", "\n\n", "\r\n",
        "\u200b", "\u0301", "\u200f", "\xad", "\xa0", "\t", "\f", "😀", "\ufffd", "٣", "²", "\x00",
    ]
)  # fmt: skip
VALID = jsonschema.Draft202012Validator(schema())
PUBLISHED = st.sampled_from([None, "2021-05-06", "2021-05", "9999-12-31", "-9999", "2020/.."])


@st.composite
def texts(draw: st.DrawFn) -> str:
    text = draw(st.sampled_from([" ", " ", ""])).join(draw(st.lists(PIECES, min_size=1, max_size=16)))
    return text[: draw(st.integers(0, len(text)))] if draw(st.booleans()) else text


def quotes(timeline: Timeline) -> list[Quote]:
    found: list[Quote | None] = []
    for mention in (mention for event in timeline for mention in event.mentions):
        found += [mention.quote, mention.trigger, mention.date.quote, mention.status_words, mention.speaker]
        found += [named.quote for named in (*mention.participants, *mention.places)]
    return [quote for quote in found if quote is not None]


@given(texts(), PUBLISHED)
@settings(max_examples=250)
def test_what_is_found_are_words_of_the_text(text: str, published: str | None) -> None:
    when = TimeSpan.parse(published) if published is not None else None
    timeline = build([Document(id="a", text=text, language="en", published=when)])
    for quote in quotes(timeline):
        assert quote.start < quote.end
        assert text[quote.start : quote.end] == quote.text
    for mention in (mention for event in timeline for mention in event.mentions):
        assert mention.quote.holds(mention.trigger)
        assert mention.date.quote is None or mention.quote.holds(mention.date.quote)
    VALID.validate(json.loads(export.dumps(timeline, all_events=True)))
    export.dumps(timeline, format="csv", all_events=True)
    charts.drawing(timeline, lanes="status")


@given(texts() | st.text(max_size=60), PUBLISHED, st.sampled_from([None, "DMY", "MDY"]))
@settings(max_examples=300)
def test_dates_are_found_in_any_text(text: str, published: str | None, order: str | None) -> None:
    when = TimeSpan.parse(published) if published is not None else None
    end = 0
    for date in find_dates(Document("a", text, language="en", published=when), options=Options(date_order=order)):
        assert date.quote is not None
        assert end <= date.quote.start < date.quote.end
        assert text[date.quote.start : date.quote.end] == date.quote.text
        end = date.quote.end


TYPED = st.lists(
    st.sampled_from(
        [
            "0",
            "9999",
            "99999",
            "-0001",
            "2021",
            "13",
            "32",
            "31",
            "February",
            "May",
            "3",
            "3rd",
            "/",
            "-",
            ".",
            ",",
            ":",
            "T",
            "Z",
            "~",
            "..",
            "BC",
            "10**30",
            "the",
            "400th",
            "century",
            "ago",
            "years",
            "999999999",
            "٣",
            "²",
            "Ⅳ",
            "MMXXI",
            "+0200",
            "Mon",
            "24:00",
            "W53",
            "Q4",
            "X",
            "XX",
            "?",
            "%",
        ]
    ),
    max_size=6,
).map(lambda pieces: "".join(pieces)) | st.text(max_size=20)


@given(TYPED, st.sampled_from(["", " "]))
@settings(max_examples=300)
def test_what_is_typed_as_a_date_is_one_or_is_refused(text: str, between: str) -> None:
    typed = between.join(text)
    for read in (given_date, written_date):
        try:
            when = read(typed)
        except DateError:
            continue
        assert TimeSpan.parse(str(when)) is not None
    with suppress(ValueError):
        TimeSpan.parse(typed)


LAST = {
    "and behind a date": "Council meets in Tarn\n\nThe mayor left yesterday and\n",
    "an ampersand": "Norwind closed the mine on 3 May 2021 &",
    "yet": "They came home last week, yet",
    "a joint before a preposition": "The bridge opened on Monday and",
    "reports that hold each other": 'lee Recommended That Tarn" said early May.',
    "the last month of all": "The lease runs until 9999-1-31",
    "the last day of all": "It began 9,999 years ago and ends on 9999-12-31.",
}


@pytest.mark.parametrize("text", LAST.values(), ids=LAST)
def test_texts_that_ended_a_run(text: str) -> None:
    build([Document(id="a", text=text, language="en")])

"""What holds for every text: spans are slices, apart and in order; nothing raises; time grows with length."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.dates import (
    anchor_from,
    choose_genre,
    ends_apart,
    event_span,
    find,
    lasting,
    partial,
    resolve,
    resolve_anchored,
    stated,
)
from timeline.dates import words as tables
from timeline.timespan import TimeSpan

PIECES = st.sampled_from(
    [
        *tables.MONTHS, *tables.SHORT_MONTHS, *tables.WEEKDAYS, *tables.SEASONS, *tables.UNITS, *tables.MANY_UNITS,
        *tables.SMALL_NUMBERS, *tables.ORDINALS, *tables.PARTS_OF_DAY, *tables.PARTS_OF_PERIODS, *tables.VAGUE,
        "the", "of", "in", "on", "to", "from", "between", "and", "since", "until", "by", "before", "after", "ago",
        "later", "earlier", "last", "next", "this", "that", "same", "past", "every", "a", "few", "half", "than",
        "1", "2", "12", "29", "31", "99", "1998", "2021", "0", "1,000", "2.5", "1990s", "'80s", "'98", "27th", "BC",
        "AD", "6:40 p.m.", "18:00", "01/03/2008", "31/02/2008", "2008-02-30", "99/99/9999", "9/11", "Q3", "FY08",
        "-", "–", "/", ",", ".", "(", ")", "'s", "|", "\n", "\n\n", "will", "said",
        "Christmas", "Easter", "May", "March",
    ]
)  # fmt: skip
TEXTS = st.text(max_size=200) | st.lists(PIECES, max_size=25).map(" ".join) | st.lists(PIECES, max_size=25).map("".join)
PUBLISHED = st.sampled_from(
    [None, *map(TimeSpan.parse, ("2021-08-04", "2021-02", "2011/2021", "0001-01-01", "9999-12-31", "-9999", "2020/.."))]
)


@given(text=TEXTS)
@settings(max_examples=400, deadline=None)
def test_candidates_are_slices_in_order_and_apart(text):
    end = 0
    for candidate in ends_apart(find(text)):
        quote = candidate.quote
        assert end <= quote.start < quote.end <= len(text)
        assert text[quote.start : quote.end] == quote.text
        if candidate.cue is not None:
            assert text[candidate.cue.start : candidate.cue.end] == candidate.cue.text
        end = quote.end


@given(text=TEXTS, published=PUBLISHED, order=st.sampled_from([None, "DMY", "MDY"]))
@settings(max_examples=400, deadline=None)
def test_every_candidate_gets_one_mention(text, published, order):
    found = find(text)
    for candidates in (found, ends_apart(found)):
        mentions = resolve(text, candidates, published=published, date_order=order)
        assert [mention.quote for mention in mentions] == [candidate.quote for candidate in candidates]
        for mention, candidate in zip(mentions, candidates, strict=True):
            assert mention.value
            assert mention.reason
            event_span(mention, candidate)


@given(text=TEXTS, anchor=PUBLISHED.filter(lambda span: span is not None))
@settings(max_examples=200, deadline=None)
def test_anchors_never_fail(text, anchor):
    for candidate in find(text):
        resolve_anchored(candidate, anchor)
        anchor_from(candidate, anchor)
        lasting(candidate, anchor)


@given(text=TEXTS)
@settings(max_examples=200, deadline=None)
def test_bylines_never_fail_and_finding_is_repeatable(text):
    found = find(text)
    assert find(text) == found
    stated(text, found)
    partial(text, found)
    choose_genre(found, None)


# Texts that undo careless patterns: each piece many times over, and a byte of a date behind.
HOSTILE = [
    "1 ",
    "between ",
    ",",
    "a",
    "1",
    "\n",
    " ",
    "a.m. ",
    "2001-",
    "'",
    "the end of the ",
    "1-",
    "May ",
    "x. Y ",
    "A b ",
]


@pytest.mark.parametrize("piece", HOSTILE, ids=[repr(piece) for piece in HOSTILE])
def test_hostile_text_is_read_to_its_end(piece):
    text = piece * (40_000 // len(piece)) + "\n\nIt opened on 27 July 2010."
    assert find(text)[-1].quote.text == "27 July 2010"

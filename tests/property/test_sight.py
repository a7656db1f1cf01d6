"""A text as it is seen, and the way back: every quote is the exact slice of the text that holds it."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import build, find_dates
from timeline.model import Document, Quote
from timeline.sight import INVISIBLE, see, visible

invisible = st.sampled_from("\u00ad\u034f\u061c\u200b\u200d\u200e\u202e\u2060\u2066\ufe0f\ufeff\U000e0041")
texts = st.lists(st.one_of(st.text("ab 1é🌉\n", max_size=4), invisible), max_size=20).map("".join)


@given(texts, st.data())
def test_a_quote_finds_its_place(text, data):
    sight = see(Document("a", text))
    seen = sight.document.text
    start = data.draw(st.integers(0, len(seen)))
    end = data.draw(st.integers(start, len(seen)))
    quote = Quote.of(seen, start, end)
    found = sight.quote(quote)
    assert text[found.start : found.end] == found.text
    assert visible(found.text) == quote.text
    assert not quote.text or not (INVISIBLE.match(found.text[0]) or INVISIBLE.match(found.text[-1]))
    assert visible(text[: found.start]) == seen[:start]


@given(texts)
def test_nothing_else_is_left_out(text):
    assert visible(text) == "".join(char for char in text if not INVISIBLE.match(char))


def test_a_text_without_is_the_same_object():
    document = Document("a", "On 3 May\u00a02021 – 🌉\n")
    assert see(document).document is document


@pytest.mark.parametrize("char", ["\u200b", "\u00ad", "\u2060", "\ufeff", "\u200e", "\u202c", "\u200d", "\U000e0020"])
def test_format_characters_are_invisible(char):
    assert unicodedata.category(char) == "Cf"
    assert visible(f"a{char}b") == "ab"


@pytest.mark.parametrize("char", [" ", "\u00a0", "\u2009", "\u3000", "\n", "\t", "\u2028", "e\u0301", "-", "\u2011"])
def test_blanks_and_accents_are_seen(char):
    assert visible(char) == char


def quotes(mention):
    """All quotes of a report."""
    named = [each.quote for each in (*mention.participants, *mention.places)]
    maybe = (mention.date.quote, mention.status_words, mention.speaker)
    return [mention.quote, mention.trigger, *(quote for quote in maybe if quote is not None), *named]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("3\u200b May 2021", id="zero-width space"),
        pytest.param("3 Ma\u00ady 2021", id="soft hyphen"),
        pytest.param("\u200e3 May 2021\u200e", id="direction marks around"),
        pytest.param("3 May \u20682021\u2069", id="isolates"),
        pytest.param("\ufeff3\u2060 May 20\u200d21", id="several"),
    ],
)
class TestDates:
    def text(self, words: str) -> str:
        return f"The mayor of Har\u00adwick opened the bridge on {words}, and rain fell."

    def test_a_date_is_found(self, words):
        text = self.text(words)
        (date,) = find_dates(Document("a", text))
        assert str(date.when) == "2021-05-03"
        assert text[date.quote.start : date.quote.end] == date.quote.text == words.strip("\u200e\ufeff\u2069")

    def test_an_event_quotes_the_text_as_it_is(self, words):
        text = self.text(words)
        plain = visible(text)
        events, expected = build([Document("a", text)]), build([Document("a", plain)])
        assert [(e.title, e.when, e.main) for e in events] == [(e.title, e.when, e.main) for e in expected]
        mentions, others = ([m for e in found for m in e.mentions] for found in (events, expected))
        assert {m.is_placed for m in mentions} == {True, False}
        for mention, other in zip(mentions, others, strict=True):
            assert len(quotes(mention)) == len(quotes(other))
            for quote, seen in zip(quotes(mention), quotes(other), strict=True):
                assert text[quote.start : quote.end] == quote.text
                assert visible(quote.text) == seen.text
                assert len(visible(text[: quote.start])) == seen.start

    def test_the_source_keeps_its_text(self, words):
        document = Document("a", self.text(words), title="A title")
        (source,) = build([document]).sources
        assert source.document == replace(document, language="en")

"""Whole builds of small collections, with the shipped pipeline."""

import random

import pytest

from timeline.export import json as export
from timeline.model import Basis, Document, Extent, PublishedBasis, Status, Timeline, main_events
from timeline.pipeline import Options, build, find_dates
from timeline.timespan import TimeSpan
from timeline.why_words import sentence

HARBOUR = [
    Document(
        id="agency",
        text=(
            "Harbour deal agreed\n\nLISBON, March 4, 2009 (Agency) - Portugal and Brazil signed a harbour deal on "
            "March 3, 2009. The first ships are expected to leave Lisbon by late June."
        ),
    ),
    Document(
        id="paper",
        text=(
            "First ships leave\n\nThe first ships left Lisbon on 28 June. Under the 2009 harbour deal with Brazil, "
            "Portugal had promised thirty ships. The minister said on Monday that he was proud."
        ),
    ),
    Document(
        id="history",
        text=(
            "Portugal signed the harbour deal with Brazil in 2009. An earlier treaty was signed in 1825. "
            "In 1910 the king fled."
        ),
    ),
]


@pytest.fixture(scope="module")
def harbour() -> Timeline:
    return build(HARBOUR)


def test_one_deal_from_three_sources(harbour: Timeline) -> None:
    (deal,) = (e for e in harbour if len({m.document for m in e.mentions}) == 3)
    assert str(deal.when) == "2009-03-03"
    assert {"Portugal", "Brazil"} <= set(deal.participants)
    assert deal.status == Status.OCCURRED
    assert any("one event" in reason for reason in map(sentence, deal.reasons))


def test_every_quote_is_a_slice_that_holds_its_words(harbour: Timeline) -> None:
    for event in harbour:
        for m in event.mentions:
            text = harbour.source(m.document).document.text
            named = [p.quote for p in m.participants] + [p.quote for p in m.places]
            for quote in (m.quote, m.trigger, m.date.quote, m.status_words, m.speaker, *named):
                assert quote is None or text[quote.start : quote.end] == quote.text
            assert m.quote.holds(m.trigger)
            assert m.date.quote is None or m.quote.holds(m.date.quote)
            assert m.date.reason


def test_the_year_comes_from_the_other_documents(harbour: Timeline) -> None:
    left = next(e for e in harbour for m in e.mentions if m.document == "paper" and m.trigger.text == "left")
    assert str(left.when) == "2009-06-28"


def test_published_says_how_it_is_known(harbour: Timeline) -> None:
    by_id = {source.document.id: source.published for source in harbour.sources}
    assert by_id["agency"].basis == PublishedBasis.STATED
    assert str(by_id["agency"].when) == "2009-03-04"
    assert by_id["paper"].basis in (PublishedBasis.INFERRED, PublishedBasis.UNKNOWN)


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_documents_does_not_matter(harbour: Timeline, seed: int) -> None:
    shuffled = list(HARBOUR)
    random.Random(seed).shuffle(shuffled)  # noqa: S311 - a test's order, not a secret
    assert export.dumps(build(shuffled)) == export.dumps(harbour)


def test_a_cache_changes_nothing(harbour: Timeline) -> None:
    class Memory(dict[str, str]):
        def put(self, key: str, value: str) -> None:
            self[key] = value

    cache = Memory()
    first, second = build(HARBOUR, cache=cache), build(HARBOUR, cache=cache)
    assert len(cache) == len(HARBOUR)
    assert export.dumps(first) == export.dumps(second) == export.dumps(harbour)


@pytest.mark.parametrize("damage", ["", "[]]", "[{}]", '[{"document": "other"}]'])
def test_a_damaged_cache_is_passed_over(harbour: Timeline, damage: str) -> None:
    class Damaged(dict[str, str]):
        def get(self, key: str, default: str | None = None) -> str | None:
            return damage

        def put(self, key: str, value: str) -> None:
            self[key] = value

    assert export.dumps(build(HARBOUR, cache=Damaged())) == export.dumps(harbour)


def test_a_second_build_keeps_its_ids(harbour: Timeline) -> None:
    alone = build(HARBOUR[1:2])
    after = build(HARBOUR, previous=alone)
    ids = {i for event in after for i in (event.id, *event.aliases)}
    assert {event.id for event in alone} <= ids
    assert [event.title for event in after] == [event.title for event in harbour]


def test_headline_and_lead_are_marked_as_such() -> None:
    text = "Bridge closes\n\n10 June 2019\n\nThe council closed the old bridge over the river in Harwick."
    told = [m for event in build([Document(id="d", text=text)]) for m in event.mentions]
    assert {m.date.basis for m in told} == {Basis.PUBLICATION}
    assert all(m.date.quote is None and str(m.when) == "2019-06-10" for m in told)


def test_a_headline_takes_the_date_of_its_story() -> None:
    text = "Ferry sinks off Samos\n\n10 June 2019\n\nA ferry sank off Samos late on Saturday. Twelve died."
    event = next(e for e in build([Document(id="d", text=text)]) if e.mentions[0].trigger.text == "sinks")
    assert str(event.when) == "2019-06-08"
    assert sorted(m.date.basis for m in event.mentions) == [Basis.ANCHORED, Basis.RELATIVE]
    assert all(m.date.quote is None or m.quote.holds(m.date.quote) for m in event.mentions)


def test_a_headline_of_something_else_keeps_its_day() -> None:
    text = "Council closes old bridge\n\n10 June 2019\n\nA ferry sank off Samos late on Saturday. Twelve died."
    closes = next(e for e in build([Document(id="d", text=text)]) if e.mentions[0].trigger.text == "closes")
    assert (str(closes.when), closes.mentions[0].date.basis) == ("2019-06-10", Basis.PUBLICATION)


def test_a_year_elsewhere_dates_no_weekday() -> None:
    texts = {
        "a": "Nokia and Alcatel signed a merger deal on Saturday.",
        "b": "The 2008 merger deal of Nokia and Alcatel failed.",
    }
    timeline = build([Document(id=name, text=text) for name, text in texts.items()])
    assert timeline.source("a").published.when is None


def test_a_date_counted_from_an_inferred_one_says_so() -> None:
    text = (
        "People wait for bread in Minsk, Belarus, 01 August 2011.\n\n"
        "The shop in Minsk was opened again on Tuesday night. It had closed last month."
    )
    counted = [
        m.date for e in build([Document(id="d", text=text)]) for m in e.mentions if m.date.basis == Basis.RELATIVE
    ]
    assert counted
    assert all("worked out" in sentence(date.reason) for date in counted)


def test_a_cache_of_another_text_is_passed_over() -> None:
    class Tampered(dict[str, str]):
        def put(self, key: str, value: str) -> None:
            self[key] = value.replace("closed the bridge", "burned the bridge")

    document = Document(id="d", text="The council closed the bridge on 3 May 2019.")
    cache = Tampered()
    build([document], cache=cache)
    (event,) = build([document], cache=cache)
    assert event.mentions[0].quote.text == document.text


def test_what_is_still_expected_is_not_dated_before_the_text() -> None:
    text = (
        "10 June 2019\n\nThe firms agreed last November to talks. They expect to end the talks by the end of the year."
    )
    expected = [e for e in build([Document(id="d", text=text)]) if e.status == Status.PLANNED]
    assert all(e.when is None or (e.when.last is not None and str(e.when.last) > "2019-06-10") for e in expected)
    assert expected


def test_what_waits_for_a_publication_date_is_kept_undated() -> None:
    text = "Regulators opened an investigation on Wednesday. The company sought approval last month."
    undated = build([Document(id="d", text=text)]).events
    assert {e.mentions[0].trigger.text for e in undated} >= {"opened", "sought"}
    assert {e.when for e in undated} == {None}
    assert not any(e.main for e in undated)
    given = Document(id="d", text=text, published=TimeSpan.day(2019, 6, 10), published_basis=PublishedBasis.GIVEN)
    dated = build([given])
    assert {m.trigger.text: str(m.when) for e in dated for m in e.mentions if m.is_placed} == {
        "opened": "2019-06-05",
        "sought": "2019-05",
    }
    assert {str(e.when) for e in main_events(dated)} == {"2019-06-05", "2019-05"}


SPANS = [
    ("since", "The bridge has been closed since May 2019.", "2019-05/..", Extent.THROUGHOUT),
    ("before a time of day", "The dam burst shortly before dawn on 3 May 2019.", "2019-05-03", Extent.WITHIN),
    ("after a time of day", "The mill burned after midnight on 3 May 2019.", "2019-05-03", Extent.WITHIN),
    ("until", "The bridge stayed closed until May 2019.", "../2019-05", Extent.THROUGHOUT),
    ("on", "The bridge was closed on 3 May 2019.", "2019-05-03", Extent.WITHIN),
    ("the preposition is the noun's", "Many left the island after the 2019 flood.", "2019", Extent.WITHIN),
    ("from to", "The king ruled from 1862 to 1890.", "1862/1890", Extent.THROUGHOUT),
]


@pytest.mark.parametrize(("text", "edtf", "extent"), [c[1:] for c in SPANS], ids=[c[0] for c in SPANS])
def test_an_event_has_the_span_that_its_preposition_gives(text: str, edtf: str, extent: Extent) -> None:
    found = [e for e in build([Document(id="d", text=text)]) if e.mentions[0].date.quote is not None]
    assert [(str(e.when), e.extent) for e in found] == [(edtf, extent)]


ODD = [
    ("empty of events", "No date. Nothing."),
    ("only a date", "3 May 2019"),
    ("no full stop", "word " * 3000 + "on 3 May 2019 they met " + "word " * 3000),
    ("all capitals", "THE BRIDGE FELL ON 3 MAY 2019. TWO MEN DIED."),
    ("table", "2019\t3\t4\n2020\t5\t6\n2021\t7\t8\n"),
    ("markup", "<b>On 3 May 2019</b> <script>alert(1)</script> they <i>met</i>."),
    ("open quotation", "“On 3 May 2019 they met, he said, and then “they left. “"),
    ("other script", "会議は2019年5月3日に開かれた。Они встретились 3 мая 2019."),
    ("right to left", "התקיים ב-3.5.2019. It was held on 3 May 2019."),
    ("emoji and odd space", "On\u00a03\u2009May 2019 🎉 they met.\u2028Then left."),
    ("year zero", "In 0000 and in 9999 and on 31/02/2019 and in 44 BC they met."),
]


@pytest.mark.parametrize("text", [text for _, text in ODD], ids=[name for name, _ in ODD])
def test_odd_texts_do_no_harm(text: str) -> None:
    timeline = build([Document(id="odd", text=text)])
    for event in timeline:
        for m in event.mentions:
            assert text[m.trigger.start : m.trigger.end] == m.trigger.text
    export.dumps(timeline)


def test_no_documents_make_an_empty_timeline() -> None:
    assert build([]).events == ()


def test_dates_alone_need_no_model() -> None:
    document = Document(id="d", text="They met on Monday.", published=TimeSpan.day(2021, 5, 5))
    (date,) = find_dates(document, options=Options())
    assert str(date.when) == "2021-05-03"


@pytest.mark.parametrize(
    ("reading", "edtf"), [(None, "2021-05-04"), ("news", "2021-05-04"), ("narrative", "1812-09-08")]
)
def test_how_a_text_tells_time_can_be_forced(reading: str | None, edtf: str) -> None:
    published = TimeSpan.day(2021, 5, 6)
    text = "On 5 September 1812 they came. They left on Tuesday."
    document = Document(id="a", text=text, published=published, published_basis=PublishedBasis.GIVEN)
    dates = find_dates(document, options=Options(reading=reading))
    assert [str(date.when) for date in dates] == ["1812-09-05", edtf]

"""Finding in the dashboard without a browser: facets, filters, the table, typed dates, the address."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
from dash import Dash
from hypothesis import given
from hypothesis import strategies as st

from dashboard import create_app
from dashboard.data import state
from dashboard.data.collection import Collection
from dashboard.data.facets import Facet
from dashboard.data.filters import Filters
from dashboard.find import listing, menus
from dashboard.view.typed import read_window
from tests.unit.test_dashboard import fire, made, quote, words
from timeline.model import (
    Account,
    Basis,
    DateMention,
    DateType,
    Disagreement,
    Document,
    Event,
    EventMention,
    Extent,
    Published,
    PublishedBasis,
    Source,
    Status,
    Timeline,
)
from timeline.timespan import Day, TimeSpan
from timeline.why import text as because


def told(document: str, basis: Basis) -> EventMention:
    return EventMention(
        document=document,
        quote=quote("The old mill burned on 3 May 2021, the owner said."),
        trigger=quote("burned"),
        date=DateMention(quote("3 May 2021"), DateType.DATE, "2021-05-03", None, basis, because("")),
        when=None,
        title="",
    )


def event(name: str, when: TimeSpan | None, *reports: tuple[str, Basis], **fields: Any) -> Event:
    return made(name, when, mentions=tuple(told(*report) for report in reports), **fields)


EVENTS = (
    event(
        "mill burns",
        TimeSpan.day(2021, 5, 3),
        ("a", Basis.STATED),
        ("b", Basis.RELATIVE),
        participants=("Ada", "Bo"),
        places=("Ulm",),
        confidence=0.9,
        salience=0.2,
    ),
    event(
        "ash falls",
        TimeSpan.month(2021, 6),
        ("b", Basis.PUBLICATION),
        participants=("Ada",),
        places=("Bern",),
        confidence=0.7,
        status=Status.PLANNED,
    ),
    event(
        "Bridge opens",
        TimeSpan.day(2023, 6, 1),
        ("a", Basis.STATED),
        places=("Ulm",),
        confidence=0.8,
        salience=0.9,
        disagreements=(Disagreement("date", (Account("1 June", (0,)), Account("2 June", (0,)))),),
    ),
    event("mayor thanked", None, ("a", Basis.STATED), participants=("Cy",), confidence=0.4),
)
SOURCES = tuple(
    Source(Document(id=name, text="x" * 200, title=title), Published(None, PublishedBasis.UNKNOWN, because("")))
    for name, title in (("a", "The Valley Courier"), ("b", "Letters"))
)


@pytest.fixture(scope="module")
def collection() -> Collection:
    return Collection(Timeline(SOURCES, EVENTS))


@pytest.fixture(scope="module")
def app() -> Dash:
    return create_app(Timeline(SOURCES, EVENTS))


def names(collection: Collection, filters: Filters) -> list[str]:
    return [collection.rows[row].id for row in np.flatnonzero(collection.kept(filters))]


class TestFilters:
    @pytest.mark.parametrize(
        ("filters", "found"),
        [
            pytest.param({"places": ["Ulm"]}, ["mill burns", "Bridge opens"], id="place"),
            pytest.param({"places": ["Ulm", "Bern"]}, ["mill burns", "ash falls", "Bridge opens"], id="one-of-two"),
            pytest.param({"places": ["Ulm"], "participants": ["Ada"]}, ["mill burns"], id="both-fields"),
            pytest.param({"sources": ["b"]}, ["mill burns", "ash falls"], id="source"),
            pytest.param({"bases": ["relative"]}, ["mill burns"], id="basis"),
            pytest.param({"statuses": ["planned"]}, ["ash falls"], id="status"),
            pytest.param({"confidence": 0.8}, ["mill burns", "Bridge opens"], id="least-confidence"),
            pytest.param({"participants": ["Cy"]}, ["mayor thanked"], id="undated"),
            pytest.param({"query": "cy OWNER"}, ["mayor thanked"], id="words-of-title-quote-and-people"),
            pytest.param({"query": '"old mill" bridge'}, ["Bridge opens"], id="words-together"),
            pytest.param({"query": '"mill old"'}, [], id="words-together-in-their-order"),
            pytest.param({"places": ["nowhere"]}, [], id="no-such-place"),
        ],
    )
    def test_what_is_found(self, collection: Collection, filters: dict[str, Any], found: list[str]) -> None:
        assert names(collection, Filters.of(filters)) == found

    @pytest.mark.parametrize(
        "data",
        [
            {"places": "Ulm"},
            {"places": 7},
            {"places": [None, 3, ""]},
            {"confidence": "high"},
            {"confidence": float("nan")},
        ],
        ids=["text", "number", "odd-values", "word", "nan"],
    )
    def test_what_is_no_filter_asks_nothing(self, data: dict[str, Any]) -> None:
        assert not Filters.of(data)


class TestFacets:
    values = st.lists(st.lists(st.sampled_from("abcde"), max_size=4), max_size=12)

    @given(values, st.sets(st.sampled_from("abcdexy")), st.integers(0, 2**12))
    def test_a_facet_finds_and_counts_as_a_loop_would(
        self, values: list[list[str]], asked: set[str], bits: int
    ) -> None:
        facet = Facet.of(values)
        among = np.array([bool(bits >> row & 1) for row in range(len(values))], dtype=np.bool_)
        assert facet.having(asked).tolist() == [bool(asked & set(each)) for each in values]
        counts = {
            value: sum(value in each and bool(kept) for each, kept in zip(values, among, strict=True))
            for value in {value for each in values for value in each}
        }
        assert dict(zip(facet.values, facet.counts(among).tolist(), strict=True)) == counts
        found, more = facet.choices(among, chosen=sorted(asked), most=3)
        rest = [choice for choice in found if not choice.chosen]
        assert {choice.value for choice in found if choice.chosen} == asked
        assert [choice.count for choice in rest] == sorted((choice.count for choice in rest), reverse=True)
        assert more == sum(1 for value, count in counts.items() if count and value not in asked) - len(rest)

    def test_counts_follow_the_other_filters(self, collection: Collection) -> None:
        filters = Filters(places=("Ulm",), statuses=("planned",))
        assert words(json_of(menus.choices(collection, filters, "places"))).split() == [
            "Ulm",
            "0",
            "Bern",
            "1",
            "Clear",
        ]
        assert words(json_of(menus.choices(collection, filters, "statuses"))).split()[:2] == ["planned", "0"]

    def test_a_menu_is_searched(self, collection: Collection) -> None:
        assert words(json_of(menus.choices(collection, Filters(), "participants", words="AD"))).split() == ["Ada", "2"]
        assert "No participant has “x”" in words(
            json_of(menus.choices(collection, Filters(), "participants", words="x"))
        )

    def test_sources_have_their_titles(self, collection: Collection) -> None:
        assert "The Valley Courier" in offered(collection, Filters(), "sources")
        assert words(json_of(menus.tags(collection, Filters(sources=("a",))))) == "Source: The Valley Courier ×"


def json_of(component: Any) -> Any:
    return json.loads(json.dumps(component, default=lambda part: part.to_plotly_json()))


def offered(collection: Collection, filters: Filters, name: str, **options: Any) -> str:
    return words(json_of(menus.choices(collection, filters, name, **options)))


class TestNarrowing:
    @pytest.mark.parametrize(
        ("narrowed", "known", "found"),
        [
            pytest.param(("places", "Ulm"), {}, {"places": ["Ulm"]}, id="on"),
            pytest.param(("places", "Ulm"), {"places": ["Ulm"]}, {}, id="off"),
            pytest.param(("places", "Ulm"), {"places": ["Bern"]}, {"places": ["Bern", "Ulm"]}, id="one-more"),
            pytest.param(("places", ""), {"places": ["Ulm"], "query": "x"}, {"query": "x"}, id="a-field"),
            pytest.param(("confidence", "0.7"), {}, {"confidence": 0.7}, id="confidence"),
            pytest.param(("confidence", "0.7"), {"confidence": 0.7}, {}, id="confidence-off"),
            pytest.param(("all", ""), {"places": ["Ulm"], "query": "x"}, {}, id="everything"),
            pytest.param(("odd", "x"), {"query": "x"}, {"query": "x"}, id="no-such-field"),
        ],
    )
    def test_a_click(self, app: Dash, narrowed: tuple[str, str], known: dict[str, Any], found: dict[str, Any]) -> None:
        clicked = {"field": narrowed[0], "value": narrowed[1]}
        answer = fire(app, "filters.data", "narrowed.data", narrowed__data=clicked, filters__data=known)
        assert answer["filters.data"] == found
        assert ("search.value" in answer) == (known.get("query", "") != found.get("query", ""))

    def test_typing_keeps_the_other_filters_and_leaves_the_field_alone(self, app: Dash) -> None:
        answer = fire(app, "filters.data", "search.value", search__value="mill", filters__data={"places": ["Ulm"]})
        assert answer == {"filters.data": {"query": "mill", "places": ["Ulm"]}}

    def test_the_address_restores_all(self, app: Dash) -> None:
        link = {"search": "?q=mill&where=Ulm&status=planned&lanes=place&rows=all&sort=-title"}
        assert fire(app, "filters.data", "address.data", address__data=link) == {
            "filters.data": {"query": "mill", "places": ["Ulm"], "statuses": ["planned"]},
            "search.value": "mill",
        }
        assert fire(app, "lanes.value", "address.data", address__data=link) == {"lanes.value": "place"}
        assert fire(app, "list-scope.value", "address.data", address__data=link) == {"list-scope.value": "all"}
        assert fire(app, "sort.data", "address.data", address__data=link) == {"sort.data": "-title"}

    def test_tags_and_numbers(self, app: Dash) -> None:
        answer = fire(
            app, "tags.children", "filters.data", filters__data={"places": ["Ulm", "Bern"], "confidence": 0.7}
        )
        tags = "Place: Ulm × Place: Bern × Confidence: at least 70% × Clear all"
        assert words(answer["tags.children"]) == tags
        assert answer["result.children"] == "3 of 4 events match"
        assert (answer["menu-places-count.children"], answer["menu-sources-count.children"]) == ("2", "")

    def test_only_the_open_menu_is_filled(self, app: Dash) -> None:
        answer = fire(app, "menu-places-choices.children", "menu.data", menu__data={"name": "places"})
        assert list(answer) == ["menu-places-choices.children"]
        assert words(answer["menu-places-choices.children"]).split() == ["Ulm", "2", "Bern", "1"]


def test_lanes_set_the_events_apart(app: Dash) -> None:
    plain = json.dumps(fire(app, "drawing.data", "lanes.value", lanes__value="none")["drawing.data"])
    apart = json.dumps(fire(app, "drawing.data", "lanes.value", lanes__value="place")["drawing.data"])
    assert "Ulm" not in plain
    assert "Ulm" in apart
    assert fire(app, "link.data", "lanes.value", lanes__value="place")["link.data"].endswith("?lanes=place")


class TestEmpty:
    @pytest.mark.parametrize(
        ("filters", "window", "said"),
        [
            pytest.param({"query": "xyzzy", "places": ["Ulm"]}, None, "Remove “Search: xyzzy”: 2 events", id="filters"),
            pytest.param({"places": ["Ulm"]}, [10_000, 10_100], "2 events at other dates match. Show all", id="window"),
            pytest.param({"participants": ["Cy"]}, None, "No date is known of the 1 event.", id="undated"),
        ],
    )
    def test_an_empty_timeline_says_what_to_do(
        self, app: Dash, filters: dict[str, Any], window: Any, said: str
    ) -> None:
        answer = fire(app, "nothing.children", "filters.data", filters__data=filters, window__data=window)
        assert said in words(answer["nothing.children"])

    def test_a_full_one_says_nothing(self, app: Dash) -> None:
        assert fire(app, "nothing.children", "filters.data")["nothing.children"] is None


class TestTable:
    @pytest.mark.parametrize(
        ("sort", "order"),
        [
            ("date", ["mill burns", "ash falls", "Bridge opens", "mayor thanked"]),
            ("-date", ["Bridge opens", "ash falls", "mill burns", "mayor thanked"]),
            ("title", ["ash falls", "Bridge opens", "mayor thanked", "mill burns"]),
            ("-title", ["mill burns", "mayor thanked", "Bridge opens", "ash falls"]),
            ("status", ["mill burns", "Bridge opens", "mayor thanked", "ash falls"]),
            ("-sources", ["mill burns", "ash falls", "Bridge opens", "mayor thanked"]),
            ("-confidence", ["mill burns", "Bridge opens", "ash falls", "mayor thanked"]),
            ("-salience", ["Bridge opens", "mill burns", "ash falls", "mayor thanked"]),
        ],
    )
    def test_orders(self, collection: Collection, sort: str, order: list[str]) -> None:
        assert [each.id for each in listing.listed(collection, "all", None, Filters(), sort=sort).page(1)] == order

    def test_what_is_worth_a_look_stands_first_in_the_review(self, collection: Collection) -> None:
        listed = listing.listed(collection, "review", None, Filters())
        assert [each.id for each in listed.page(1)] == ["Bridge opens", "mayor thanked"]

    @pytest.mark.parametrize(
        ("when", "extent", "basis", "said"),
        [
            (TimeSpan.month(2021, 6), Extent.WITHIN, Basis.STATED, "June 2021"),
            (TimeSpan.month(2021, 6), Extent.THROUGHOUT, Basis.STATED, "throughout June 2021"),
            (TimeSpan.day(2021, 6, 1).about(), Extent.WITHIN, Basis.STATED, "about 1 June 2021"),
            (TimeSpan.day(2021, 6, 1), Extent.WITHIN, Basis.PUBLICATION, "reported 1 June 2021"),
            (TimeSpan.between(TimeSpan.year(2020), None), Extent.THROUGHOUT, Basis.STATED, "since 2020"),
            (None, Extent.WITHIN, Basis.PUBLICATION, "undated"),
        ],
        ids=["within", "throughout", "about", "reported", "open", "undated"],
    )
    def test_dates_in_words(self, when: TimeSpan | None, extent: Extent, basis: Basis, said: str) -> None:
        one = event("one", when, ("a", basis), extent=extent)
        assert listing.when_in_words(one) == said

    def test_a_heading_sorts_and_turns_round(self, app: Dash) -> None:
        clicked = {"sorted__data": {"column": "title"}}
        assert fire(app, "sort.data", "sorted.data", **clicked) == {"sort.data": "title"}
        assert fire(app, "sort.data", "sorted.data", **clicked, sort__data="title") == {"sort.data": "-title"}
        page = fire(app, "rows.data", "sort.data", sort__data="-title")["rows.data"]
        ways = {column: way for column, _, way in page["headings"]}
        assert (ways["title"], ways["date"]) == ("descending", "none")
        assert [row[2] for row in page["rows"]] == ["mill burns", "mayor thanked", "Bridge opens", "ash falls"]

    def test_a_row_has_a_cell_for_each_heading(self, app: Dash) -> None:
        page = fire(app, "rows.data", "sort.data", list_scope__value="all")["rows.data"]
        assert [title for _, title, _ in page["headings"]] == [
            *("Date", "Event", "Status", "Sources", "Confidence", "Prominence")
        ]
        assert page["rows"][1] == ["ash falls", "reported June 2021", "ash falls", "planned", "1", "70%", "0%"]
        assert page["caption"] == "1 to 4 of 4 events"
        assert page["turns"] == []

    @pytest.mark.parametrize(
        ("scope", "query", "said"),
        [
            ("view", "xyzzy", "No event matches."),
            ("undated", "ash", "Every event that matches has a date."),
            ("review", "ash", "Nothing that matches needs a look"),
            ("view", "mayor", "No event that matches is in view."),
        ],
    )
    def test_an_empty_table_says_why(self, app: Dash, scope: str, query: str, said: str) -> None:
        asked = {"list_scope__value": scope, "filters__data": {"query": query}, "window__data": [10_000, 10_100]}
        assert fire(app, "rows.data", "filters.data", **asked)["rows.data"]["hint"].startswith(said)

    def test_another_choice_on_the_same_page_needs_no_new_rows(self, app: Dash) -> None:
        assert fire(app, "rows.data", "selected.data", selected__data="ash falls") == {}

    def test_pages_are_turned_to_their_ends(self) -> None:
        day = Day(2020, 1, 1)
        many = create_app(Timeline((), tuple(made(f"e{n}", TimeSpan.on(day.plus(n))) for n in range(100))))
        for step, number in ((1, 2), (-1, 1), (99, 3)):
            answer = fire(many, "rows.data", "turned.data", turned__data={"step": step})
            assert answer["list-page.data"] == number
        assert answer["rows.data"]["caption"] == "81 to 100 of 100 events"
        turns = [["First", -2, True], ["Previous", -1, True], ["Next", 1, False], ["Last", 0, False]]
        assert answer["rows.data"]["turns"] == turns
        on = {"turned__data": {"step": 1}, "selected__data": "e0"}
        both = fire(many, "rows.data", "selected.data", "turned.data", **on)
        assert both["list-page.data"] == 2


class TestTypedDates:
    WHOLE = (18_000.0, 19_000.0)

    @pytest.mark.parametrize(
        ("first", "last", "window"),
        [
            pytest.param("2021-08", "2021-08", (18_840, 18_871), id="months"),
            pytest.param("30 August 2021", "30 August 2021", (18_868.5, 18_870.5), id="one-day-in-words"),
            pytest.param("2021-08-01/2021-08-15", "2021-08-31", (18_840, 18_871), id="a-range"),
            pytest.param("", "2021-08-31", (18_000, 18_871), id="from-the-beginning"),
            pytest.param(" ", "", None, id="neither"),
        ],
    )
    def test_a_window(self, first: str, last: str, window: Any) -> None:
        assert read_window(first, last, self.WHOLE) == window

    @pytest.mark.parametrize(
        ("first", "last", "said"),
        [("soonish", "", "“soonish” cannot be read"), ("2021", "2020", "The first date is after the last.")],
    )
    def test_what_is_wrong_is_said_and_the_view_stays(self, app: Dash, first: str, last: str, said: str) -> None:
        typed = {"dated__data": {"from": first, "to": last}}
        assert said in fire(app, "dates-note.children", "dated.data", **typed)["dates-note.children"]
        assert fire(app, "window.data", "dated.data", **typed, window__data=[18_700, 18_800]) == {}

    def test_typed_dates_are_the_view_and_the_view_is_told(self, app: Dash) -> None:
        typed = {"dated__data": {"from": "2021-08", "to": "2021-08"}}
        assert fire(app, "window.data", "dated.data", **typed)["window.data"] == [18_840, 18_871]
        answer = fire(app, "date-from.value", "drawn.data", drawn__data={"window": [18_840, 18_871]})
        assert (answer["date-from.value"], answer["date-to.value"]) == ("2021-08-01", "2021-08-31")


class TestAddress:
    views = st.builds(
        state.View,
        filters=st.builds(
            Filters,
            query=st.text(max_size=9),
            places=st.lists(st.text(min_size=1, max_size=5), unique=True, max_size=3).map(tuple),
            confidence=st.integers(0, 100).map(lambda number: number / 100),
            events=st.sampled_from(["", "all"]),
        ),
        lanes=st.sampled_from(["", *state.LANES]),
        scope=st.sampled_from(state.SCOPES),
        sort=st.sampled_from(["", *state.SORTS, "-date", "-sources"]),
    )

    @given(views)
    def test_a_link_leads_back(self, view: state.View) -> None:
        assert state.read_link(state.write_link(view)) == view

    @given(st.text(max_size=60))
    def test_any_text_is_read(self, text: str) -> None:
        view = state.read_link(text)
        assert state.read_link(state.write_link(view)) == view

    def test_a_link_without_end_is_none(self) -> None:
        assert state.read_link("?" + "&".join(f"where={n}" for n in range(9_999))) == state.View()

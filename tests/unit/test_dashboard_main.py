"""Main events in the dashboard without a browser: what is shown, found, counted, drawn, linked to and exported."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from dash import Dash
from hypothesis import given
from hypothesis import strategies as st

from dashboard import create_app
from dashboard.data import state
from dashboard.data.collection import Collection
from dashboard.data.filters import Filters
from dashboard.data.similar import Similar
from dashboard.event import detail, document
from dashboard.find import listing, menus
from dashboard.page import layout as page
from dashboard.share import layout as share
from dashboard.sources import building, documents
from tests.unit.test_dashboard import TEXT, fire, made, words
from timeline import Entry, charts, export, main_events, open_project
from timeline.charts import Index
from timeline.model import Document, Event, Published, PublishedBasis, Quote, Source, Timeline
from timeline.timespan import Day, TimeSpan
from timeline.why import text as because


def event(name: str, when: TimeSpan | None, *, main: bool = True, **fields: Any) -> Event:
    return made(name, when, main=main, **fields)


FAR = event("mill founded", TimeSpan.year(1850), main=False, confidence=0.3)
EVENTS = (
    FAR,
    event("mill burns", TimeSpan.day(2021, 5, 3), places=("Ulm",), confidence=0.9, salience=0.9),
    event("crowd looks on", TimeSpan.day(2021, 5, 4), main=False, places=("Ulm",), confidence=0.3),
    event("mill rebuilt", TimeSpan.day(2021, 6, 1), places=("Ulm",), confidence=0.9, salience=0.8),
    event("bridge opens", TimeSpan.day(2021, 7, 1), places=("Bern",), confidence=0.9, salience=0.7),
    event("speech given", TimeSpan.day(2021, 7, 1), main=False, confidence=0.9),
    event("mayor thanked", None, confidence=0.9, salience=0.1),
    event("miller sighs", None, main=False, confidence=0.3),
)
MAIN = ["mill burns", "mill rebuilt", "bridge opens", "mayor thanked"]
ALL = ["mill founded", "mill burns", "crowd looks on", "mill rebuilt", "bridge opens", "speech given"]
ALL += ["mayor thanked", "miller sighs"]
SOURCE = Source(Document(id="a", text="x" * 200), Published(None, PublishedBasis.UNKNOWN, because("")))
TIMELINE = Timeline((SOURCE,), EVENTS)
NO_MAIN = Timeline((SOURCE,), tuple(replace(each, main=False) for each in EVENTS))


@pytest.fixture(scope="module")
def collection() -> Collection:
    return Collection(TIMELINE)


@pytest.fixture(scope="module")
def app() -> Dash:
    return create_app(TIMELINE)


def names(collection: Collection, filters: dict[str, Any]) -> list[str]:
    return [found.id for found in collection.found(Filters.of(filters))]


def json_of(component: Any) -> Any:
    return json.loads(json.dumps(component, default=lambda part: part.to_plotly_json()))


def drawn(figure: dict[str, Any]) -> set[str]:
    """The events that can be clicked in a drawing."""
    actions = (action for trace in figure["data"] for action in trace.get("customdata") or ())
    return {action[1] for action in actions if action and action[0] == "event"}


class TestFilters:
    @pytest.mark.parametrize(
        ("filters", "found"),
        [
            pytest.param({}, MAIN, id="nothing"),
            pytest.param({"events": "all"}, ALL, id="all"),
            pytest.param({"events": "odd"}, MAIN, id="no such choice"),
            pytest.param({"places": ["Ulm"]}, ["mill burns", "mill rebuilt"], id="a filter"),
            pytest.param(
                {"places": ["Ulm"], "events": "all"},
                ["mill burns", "crowd looks on", "mill rebuilt"],
                id="filter of all",
            ),
            pytest.param({"query": "looks"}, ["crowd looks on"], id="a search finds all"),
            pytest.param({"query": "looks", "events": "main"}, [], id="a search of main events"),
            pytest.param({"query": " ", "events": "main"}, MAIN, id="no search"),
        ],
    )
    def test_what_is_taken(self, collection: Collection, filters: dict[str, Any], found: list[str]) -> None:
        assert names(collection, filters) == found

    @pytest.mark.parametrize(
        ("value", "known", "found"),
        [
            ("all", {}, {"events": "all"}),
            ("all", {"events": "all"}, {"events": "all"}),
            ("main", {"events": "all"}, {}),
            ("main", {"query": "mill"}, {"query": "mill", "events": "main"}),
            ("all", {"query": "mill", "events": "main"}, {"query": "mill"}),
            ("main", {"query": "mill", "events": "all"}, {"query": "mill", "events": "main"}),
        ],
        ids=["all", "all-again", "main", "main-hits", "all-hits", "main-hits-of-all"],
    )
    def test_a_click_on_the_switch(self, app: Dash, value: str, known: dict[str, Any], found: dict[str, Any]) -> None:
        clicked = {"narrowed__data": {"field": "events", "value": value}}
        assert fire(app, "filters.data", "narrowed.data", **clicked, filters__data=known)["filters.data"] == found

    def test_a_search_that_ends_takes_main_events_again(self, app: Dash) -> None:
        known = {"query": "mill", "events": "main"}
        assert fire(app, "filters.data", "search.value", search__value="", filters__data=known)["filters.data"] == {}

    def test_clearing_all_filters_leaves_the_switch(self, app: Dash) -> None:
        clicked, known = {"field": "all", "value": ""}, {"places": ["Ulm"], "events": "all"}
        answer = fire(app, "filters.data", "narrowed.data", narrowed__data=clicked, filters__data=known)
        assert answer["filters.data"] == {"events": "all"}

    def test_the_address_keeps_it(self, app: Dash) -> None:
        answer = fire(app, "link.data", "filters.data", filters__data={"events": "all", "places": ["Ulm"]})
        assert state.read_link(answer["link.data"]).filters == Filters(events="all", places=("Ulm",))
        link = {"search": "?q=mill&events=main"}
        restored = fire(app, "filters.data", "address.data", address__data=link)["filters.data"]
        assert restored == {"query": "mill", "events": "main"}

    @given(
        st.lists(st.booleans(), min_size=len(EVENTS), max_size=len(EVENTS)), st.sampled_from(["", "mill", "zeppelin"])
    )
    def test_the_main_ones_of_all_and_what_stands_beside_them(self, flags: list[bool], query: str) -> None:
        events = tuple(replace(each, main=main) for each, main in zip(EVENTS, flags, strict=True))
        collection = Collection(Timeline((SOURCE,), events))
        everything, main = Filters(query=query, events="all"), Filters(query=query, events="main")
        kept = collection.kept(everything)
        assert (collection.kept(main) == (kept & collection.main)).all()
        assert collection.beside(main) == np.count_nonzero(kept & ~collection.main)
        for filters in (everything, main, Filters(query=query)):
            for chosen in (None, *(each.id for each in events)):
                scene = collection.scene(filters, chosen)
                index = scene.index
                shown = {index.events[i].id for i in index.in_view(index.window, scene.shown)}
                wanted = {each.id for each in collection.found(filters) if each.when}
                assert wanted <= shown <= wanted | {chosen}
                assert [each.id for each in index.events] == [
                    each.id for each, taken in zip(collection.rows, scene.rows, strict=False) if taken
                ]


class TestWords:
    @pytest.mark.parametrize(
        ("filters", "said"),
        [
            ({}, "4 main events"),
            ({"events": "all"}, "8 events"),
            ({"places": ["Ulm"]}, "2 of 4 main events match"),
            ({"places": ["Ulm"], "events": "all"}, "3 of 8 events match"),
            ({"query": "mill"}, "8 of 8 events match, 4 of them not main"),
            ({"query": "bridge"}, "1 of 8 events match"),
            ({"query": "looks", "events": "main"}, "0 of 4 main events match, and 1 other"),
        ],
        ids=["none", "all", "filter", "filter-of-all", "search", "main-hit", "search-of-main"],
    )
    def test_how_many_match(self, app: Dash, filters: dict[str, Any], said: str) -> None:
        answer = fire(app, "result.children", "filters.data", filters__data=filters)
        assert answer["result.children"] == said

    @pytest.mark.parametrize(
        ("filters", "pressed"),
        [({}, "Main events"), ({"events": "all"}, "All 8 events"), ({"query": "mill"}, "All 8 events")],
        ids=["main", "all", "search"],
    )
    def test_the_switch_says_what_is_taken(self, app: Dash, filters: dict[str, Any], pressed: str) -> None:
        answer = fire(app, "reach.hidden", "filters.data", filters__data=filters)
        buttons = {"Main events": "reach-main", answer["reach-all.children"]: "reach-all"}
        assert answer["reach.hidden"] is False
        assert [name for name, id_ in buttons.items() if answer[f"{id_}.aria-pressed"] == "true"] == [pressed]

    def test_there_is_no_switch_where_all_are_main_events(self) -> None:
        assert menus.reached(Collection(main_events(TIMELINE)), Filters())[0]

    def test_the_head_of_the_page(self, collection: Collection) -> None:
        assert page.counts(collection) == "4 main events · 8 in all · 1 source · 1 undated"
        assert page.counts(Collection(main_events(TIMELINE))) == "4 events · 1 source · 1 undated"

    def test_the_numbers_of_the_table_follow_the_filters(self, app: Dash, collection: Collection) -> None:
        labels = [each["label"] for each in listing.scopes(collection)]
        assert labels == ["In view", "All dates", "Undated (1)", "To review (0)"]
        answer = fire(app, "list-scope.data", "filters.data", filters__data={"events": "all"})
        assert [each["label"] for each in answer["list-scope.data"]][2:] == ["Undated (2)", "To review (3)"]
        answer = fire(app, "list-scope.data", "filters.data", filters__data={"events": "all", "places": ["Ulm"]})
        assert [each["label"] for each in answer["list-scope.data"]][2:] == ["Undated (0)", "To review (1)"]

    @pytest.mark.parametrize(
        ("filters", "said"),
        [({}, "3 of 3 dated main events in view · 1 undated"), ({"events": "all"}, "6 of 6 dated events in view")],
        ids=["main", "all"],
    )
    def test_below_the_timeline(self, app: Dash, filters: dict[str, Any], said: str) -> None:
        assert fire(app, "note.children", "filters.data", filters__data=filters)["note.children"].startswith(said)

    @pytest.mark.parametrize(
        ("timeline", "filters", "said"),
        [
            (TIMELINE, {"query": "looks", "events": "main"}, "No main event matches. Show 1 other event"),
            (NO_MAIN, {}, "There is no main event. Show 8 other events"),
        ],
        ids=["search", "none-at-all"],
    )
    def test_an_empty_timeline_offers_the_others(self, timeline: Timeline, filters: dict[str, Any], said: str) -> None:
        answer = fire(create_app(timeline), "nothing.children", "filters.data", filters__data=filters)
        assert said in words(answer["nothing.children"])

    def test_a_source_says_how_many_of_its_events_are_main_ones(self) -> None:
        (row,) = documents.rows(TIMELINE)
        assert (row.events, row.main) == (8, 4)
        listed = words(json_of(documents.listed([row], total=1, editable=False)))
        assert "4 main events" in listed
        assert " of 8 · " in listed


class TestDrawing:
    @pytest.mark.parametrize(
        ("state_", "shown"),
        [
            pytest.param({}, {"mill burns", "mill rebuilt", "bridge opens"}, id="main"),
            pytest.param({"filters__data": {"events": "all"}}, set(ALL[:6]), id="all"),
            pytest.param({"filters__data": {"query": "looks"}}, {"crowd looks on"}, id="search"),
            pytest.param(
                {"selected__data": "speech given"},
                {"mill burns", "mill rebuilt", "bridge opens", "speech given"},
                id="chosen",
            ),
            pytest.param(
                {"selected__data": "speech given", "filters__data": {"places": ["Ulm"]}},
                {"mill burns", "mill rebuilt"},
                id="chosen, and filtered away",
            ),
        ],
    )
    def test_what_is_drawn(self, app: Dash, state_: dict[str, Any], shown: set[str]) -> None:
        assert drawn(fire(app, "drawing.data", "window.data", **state_)["drawing.data"]) == shown

    @pytest.mark.parametrize(
        ("filters", "far"),
        [
            pytest.param({}, False, id="main"),
            pytest.param({"query": "looks"}, False, id="search"),
            pytest.param({"query": "founded"}, True, id="search that finds it"),
            pytest.param({"events": "all"}, True, id="all"),
        ],
    )
    def test_one_far_off_moves_the_axis_only_where_it_is_shown(self, app: Dash, filters: Any, far: bool) -> None:
        drawing = fire(app, "drawing.data", "filters.data", filters__data=filters)["drawing.data"]
        assert (drawing["layout"]["xaxis"]["range"][0] < Day(1900, 1, 1).ordinal) == far
        strip = fire(app, "overview.figure", "filters.data", filters__data=filters)["overview.figure"]
        assert strip["layout"]["xaxis"]["range"] == drawing["layout"]["xaxis"]["range"]
        told = fire(app, "date-from.value", "drawn.data", filters__data=filters)
        assert told["date-from.placeholder"].startswith("18") == far

    def test_turning_to_all_events_leaves_the_days_in_view(self, app: Dash) -> None:
        clicked = {"narrowed__data": {"field": "events", "value": "all"}}
        first, last = fire(app, "window.data", "narrowed.data", **clicked)["window.data"]
        assert Day(2021, 4, 1).ordinal < first < last < Day(2021, 8, 1).ordinal
        assert fire(app, "window.data", "narrowed.data", **clicked, window__data=[18_700, 18_800]) == {}
        clicked = {"narrowed__data": {"field": "places", "value": "Ulm"}}
        assert fire(app, "window.data", "narrowed.data", **clicked) == {}

    @pytest.mark.parametrize(
        ("name", "moved"), [("mill founded", True), ("crowd looks on", False), ("mill burns", False)]
    )
    def test_an_event_of_a_link_or_a_list_is_brought_into_view(self, app: Dash, name: str, moved: bool) -> None:
        address = {"search": f"?event={name.replace(' ', '+')}"}
        assert fire(app, "selected.data", "address.data", address__data=address)["selected.data"] == name
        for answer in (
            fire(app, "window.data", "address.data", address__data=address),
            fire(app, "window.data", "picked.data", picked__data={"event": name}),
        ):
            window = answer.get("window.data")
            assert (window is not None) == moved
            if window is not None:
                assert window[0] < Day(1850, 6, 1).ordinal < window[1]
                figure = fire(app, "drawing.data", "window.data", window__data=window, selected__data=name)
                assert name in drawn(figure["drawing.data"])
                assert figure["nothing.children"] is None

    def test_the_first_view_looks_at_main_events_alone(self, monkeypatch: pytest.MonkeyPatch) -> None:
        sizes: list[int] = []
        built = Index.of.__func__  # type: ignore[attr-defined]  # of the class method

        def counting(cls: type[Index], timeline: Timeline) -> Index:
            sizes.append(len(timeline.events))
            return built(cls, timeline)  # type: ignore[no-any-return]

        monkeypatch.setattr(Index, "of", classmethod(counting))
        day = Day(2020, 1, 1)
        many = (event(f"e{n}", TimeSpan.on(day.plus(n)), main=n % 50 == 0) for n in range(500))
        app = create_app(Timeline((SOURCE,), tuple(many)))
        app.layout()
        window = fire(app, "window.data", "address.data")["window.data"]
        for output in ("drawing.data", "overview.figure", "rows.data", "link.data", "tags.children", "detail.children"):
            fire(app, output, "filters.data", window__data=window)
        assert sizes == [10]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        pytest.param({}, ["mill rebuilt", "bridge opens"], id="main"),
        pytest.param({"events": "all"}, ["mill rebuilt", "bridge opens", "speech given"], id="all"),
        pytest.param({"query": "speech"}, ["speech given"], id="search"),
    ],
)
def test_the_table_holds_what_is_in_view(app: Dash, filters: dict[str, Any], found: list[str]) -> None:
    window = [Day(2021, 6, 1).ordinal, Day(2021, 7, 2).ordinal]
    listed = fire(app, "rows.data", "window.data", window__data=window, filters__data=filters)["rows.data"]
    assert [row[0] for row in listed["rows"]] == found


def test_a_build_tells_how_many_main_events_it_found() -> None:
    assert building.summary(TIMELINE, {"new": 1}) == "8 events, 4 of them main events, from 1 document: 1 new."
    assert building.summary(main_events(TIMELINE), {}) == "4 events from 1 document."


def test_a_part_of_an_index_is_the_index_of_a_part() -> None:
    whole = Index.of(TIMELINE)
    flags = np.array([each.main for each in whole.events], dtype=np.bool_)
    part, anew = whole.part(flags), Index.of(main_events(TIMELINE))
    assert part.events == anew.events
    assert part.index_of == anew.index_of
    assert part.window == anew.window
    assert charts.drawing(part, undated=0) == charts.drawing(anew, undated=0)


class TestFiles:
    @pytest.mark.parametrize(
        ("query", "found"),
        [
            pytest.param("", MAIN, id="main"),
            pytest.param("?events=all", ALL, id="all"),
            pytest.param("?q=looks", ["crowd looks on"], id="search"),
            pytest.param("?where=Ulm", ["mill burns", "mill rebuilt"], id="filter"),
            pytest.param("?from=2021-05-01&to=2021-05-31", ["mill burns"], id="window"),
            pytest.param(
                "?from=2021-05-01&to=2021-05-31&events=all", ["mill burns", "crowd looks on"], id="window-of-all"
            ),
        ],
    )
    def test_they_hold_what_is_shown(self, app: Dash, query: str, found: list[str]) -> None:
        client = app.server.test_client()
        assert [each["id"] for each in client.get(f"/timeline.json{query}").get_json()["events"]] == found
        assert client.get(f"/timeline.csv{query}").text.count("\n") == 1 + len(found)
        assert client.get(f"/timeline.html{query}").text.count("<article") == len(found)

    def test_the_plain_files_are_those_of_the_library(self, app: Dash) -> None:
        client = app.server.test_client()
        assert client.get("/timeline.json").text == export.dumps(TIMELINE)
        assert client.get("/timeline.json?events=all").text == export.dumps(TIMELINE, all_events=True)

    @pytest.mark.parametrize(
        ("link", "said", "offers"),
        [
            ("", "4 main events from 1 source", True),
            ("?events=all", "8 events from 1 source", False),
            ("?q=looks", "4 main events from 1 source", True),
        ],
        ids=["main", "all", "search"],
    )
    def test_the_dialog_says_which(self, collection: Collection, link: str, said: str, offers: bool) -> None:
        offered = words(json_of(share.files(collection, state.read_link(link), "all")))
        assert said in offered
        assert ("“All 8 events” above the timeline adds the others." in offered) == offers

    def test_the_embedded_view(self, app: Dash) -> None:
        figure = app.server.test_client().get("/embed/figure").get_json()["figure"]
        assert drawn(figure) == {"mill burns", "mill rebuilt", "bridge opens"}
        figure = app.server.test_client().get("/embed/figure?events=all").get_json()["figure"]
        assert drawn(figure) == set(ALL[:6])


class TestPanel:
    @pytest.mark.parametrize(("name", "said"), [("mill burns", False), ("crowd looks on", True)])
    def test_it_says_what_is_no_main_event(self, app: Dash, name: str, said: bool) -> None:
        panel = words(fire(app, "detail.children", "selected.data", selected__data=name)["detail.children"])
        assert name in panel
        assert ("Not a main event" in panel) == said

    def test_a_like_event_says_so_too(self) -> None:
        like = [Similar(each, ("mill",)) for each in EVENTS[1:3]]
        told = words(json_of(detail.alike(like, EVENTS[3])))
        assert "3 May 2021 both have" in told
        assert "4 May 2021 · not a main event both have" in told

    def test_in_the_text_its_word_is_marked_otherwise(self, collection: Collection) -> None:
        later = replace(EVENTS[1].mentions[0], quote=Quote(150, 160, "x" * 10), trigger=Quote(150, 151, "x"))
        told = [(each.mentions[0], each) for each in (EVENTS[1], EVENTS[2])]
        marks = [json_of(document.full_text(SOURCE, later, [each]))[0] for each in told]
        kinds = [
            part["props"]["className"] for each in marks for part in each["props"]["children"][:2] if "props" in part
        ]
        assert kinds == ["other", "other minor"]

    def test_a_search_for_an_event_to_merge_with_offers_main_events_first(self, tmp_path: Path) -> None:
        path = tmp_path / "town.timeline"
        source = replace(SOURCE, document=Document(id="a", text=TEXT))
        with open_project(path, create=True) as project:
            project.add([Entry(source.document)])
            project.save(Timeline((source,), EVENTS[:4]))
        asked = {"merging__data": {"event": "mill rebuilt"}, "merge_search__value": "burned"}
        answer = fire(create_app(path), "merger.opened", "merge-search.value", **asked)
        listed = [words(each) for each in answer["merge-found.children"]["props"]["children"]]
        assert [each.split()[1] for each in listed] == ["burns", "founded", "looks"]

    def test_the_most_prominent_are_main_events(self, app: Dash) -> None:
        offered = words(fire(app, "detail.children", "filters.data")["detail.children"])
        assert "mill burns" in offered
        assert "crowd looks on" not in offered

    def test_arrow_keys_go_through_main_events(self, app: Dash) -> None:
        pressed = {"key__data": {"key": "ArrowRight"}, "selected__data": "mill burns"}
        assert fire(app, "selected.data", "key.data", **pressed)["selected.data"] == "mill rebuilt"
        pressed["filters__data"] = {"events": "all"}
        assert fire(app, "selected.data", "key.data", **pressed)["selected.data"] == "crowd looks on"

"""The dashboard without a browser: state, safety, and every callback through the server."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from typing import Any

import pytest
from dash import Dash, dcc
from hypothesis import given
from hypothesis import strategies as st

from dashboard import create_app
from dashboard.data import state
from dashboard.data.collection import Collection
from dashboard.data.filters import Filters
from dashboard.event.document import full_text, marked
from dashboard.serve import serve
from dashboard.view import zoom
from timeline import export
from timeline.charts import Highlight
from timeline.errors import TimelineError
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
    Quote,
    Source,
    Status,
    Timeline,
)
from timeline.timespan import Day, TimeSpan
from timeline.why import DATE, Why
from timeline.why import text as because

TEXT = "The old mill burned on 3 May 2021, the owner said. <script>alert(1)</script> It was rebuilt within a year."


def quote(words: str) -> Quote:
    start = TEXT.index(words)
    return Quote.of(TEXT, start, start + len(words))


def made(name: str, when: TimeSpan | None, **fields: Any) -> Event:
    mention = EventMention(
        document="a",
        quote=quote("The old mill burned on 3 May 2021, the owner said."),
        trigger=quote("burned"),
        date=DateMention(
            quote("3 May 2021"), DateType.DATE, "2021-05-03", when, Basis.STATED, because("complete in the text")
        ),
        when=when,
        title=name,
        status=Status.CLAIMED,
        status_words=quote("said"),
        speaker=quote("the owner"),
    )
    known: dict[str, Any] = {
        "id": name,
        "title": name,
        "when": when,
        "extent": Extent.WITHIN,
        "status": Status.OCCURRED,
        "mentions": (mention,),
        "reasons": (Why(DATE, (because("3 May 2021 is complete in the text"),)),),
    }
    return Event(**(known | fields))


@pytest.fixture(scope="module")
def timeline() -> Timeline:
    published = Published(TimeSpan.day(2021, 5, 4), PublishedBasis.INFERRED, because("the day after the fire"))
    source = Source(Document(id="a", text=TEXT, title="The Valley Courier", publisher="Courier Press"), published)
    events = (
        made("mill burns", TimeSpan.day(2021, 5, 3), aliases=("old-id",), participants=("The owner",), places=("Ulm",)),
        made("mill rebuilt", TimeSpan.year(2022), status=Status.PLANNED),
        made(
            "bridge opens",
            TimeSpan.day(2023, 6, 1),
            disagreements=(Disagreement("date", (Account("1 June", (0,)), Account("2 June", (0,)))),),
        ),
        made("mayor thanked", None),
    )
    return Timeline((source,), events)


@pytest.fixture(scope="module")
def app(timeline: Timeline) -> Dash:
    return create_app(timeline)


SIZE = {"width": 900, "height": 500}
START: dict[str, Any] = {
    "window.data": None,
    "selected.data": None,
    "filters.data": {},
    "mark.data": "given",
    "search.value": "",
    "theme.data": "light",
    "size.data": SIZE,
    "list-scope.value": "view",
    "list-page.data": 1,
    "drawn.data": {"window": None},
    "address.data": {"search": ""},
}


def fire(app: Dash, output: str, *triggers: str, **changes: Any) -> dict[str, Any]:
    """What a browser would get for an output after the triggers changed; {} where nothing changes."""
    name, callback = next(
        (name, each) for name, each in app.callback_map.items() if output in name.strip(".").split("...")
    )
    values = START | {key.replace("__", ".").replace("_", "-"): value for key, value in changes.items()}

    def filled(items: list[dict[str, str]]) -> list[dict[str, Any]]:
        return [item | {"value": values.get(f"{item['id']}.{item['property']}")} for item in items]

    parts = [part.rpartition(".") for part in name.strip(".").split("...")]
    outputs: Any = [{"id": part[0], "property": part[2]} for part in parts]
    answer = app.server.test_client().post(
        "/_dash-update-component",
        json={
            "output": name,
            "outputs": outputs if name.startswith("..") else outputs[0],
            "inputs": filled(callback["inputs"]),
            "state": filled(callback["state"]),
            "changedPropIds": list(triggers),
        },
    )
    assert answer.status_code in (200, 204), answer.text
    if answer.status_code == 204:
        return {}
    found: dict[str, Any] = answer.get_json()["response"]
    return {f"{part}.{key}": value for part, entry in found.items() for key, value in entry.items()}


def words(component: Any) -> str:
    """All text of a serialised component."""
    if isinstance(component, str | int):
        return str(component)
    if isinstance(component, list):
        return " ".join(words(part) for part in component)
    return words(component["props"].get("children") or "") if component else ""


def click(*action: Any) -> dict[str, Any]:
    return {"action": list(action)}


class TestState:
    windows = st.tuples(st.integers(-900_000, 900_000), st.integers(2, 400_000)).map(
        lambda pair: (float(pair[0]), float(pair[0] + pair[1]))
    )

    @given(windows, st.text(max_size=9), st.lists(st.sampled_from([str(status) for status in Status]), unique=True))
    def test_a_link_leads_back(self, window: tuple[float, float], query: str, statuses: list[str]) -> None:
        view = state.View(window, "e1", Filters(query=query, statuses=tuple(statuses)))
        assert state.read_link(state.write_link(view)) == view

    @given(windows)
    def test_zooming_in_and_out_again_changes_nothing(self, window: tuple[float, float]) -> None:
        if window[1] - window[0] >= 2 * state.SHORTEST:
            assert zoom.scaled(zoom.scaled(window, 0.5), 2.0) == pytest.approx(window)

    @given(st.floats(-1e9, 1e9), st.sampled_from([-1e9, -5.0, 0.0, 0.5, 2.0, 900.0, 1e9]))
    def test_every_window_is_inside_the_calendar(self, first: float, length: float) -> None:
        low, high = state.limited(first, first + length)
        assert high - low >= state.SHORTEST * 0.999
        assert Day(-9999, 1, 1).ordinal <= low < high <= Day(9999, 12, 31).ordinal + 1

    @pytest.mark.parametrize("search", [None, "", "?", "?from=x&to=y", "?from=2021-01-01", "?event=", "?status=none"])
    def test_a_link_that_says_nothing_shows_everything(self, search: str | None) -> None:
        assert state.read_link(search) == state.View()

    @pytest.mark.parametrize(
        ("key", "window"),
        [
            pytest.param("+", (25.0, 75.0), id="closer"),
            pytest.param("-", (-50.0, 150.0), id="wider"),
            pytest.param("0", None, id="all"),
            pytest.param("Shift+ArrowRight", (25.0, 125.0), id="on"),
            pytest.param("ArrowRight", (0.0, 100.0), id="no-zoom"),
        ],
    )
    def test_keys(self, key: str, window: tuple[float, float] | None) -> None:
        assert zoom.after_key(key, (0.0, 100.0), (-500.0, 500.0)) == window

    def test_zooming_out_beyond_everything_is_everything(self) -> None:
        assert zoom.zoomed((0.0, 100.0), (10.0, 90.0), closer=False) is None

    @pytest.mark.parametrize("change", [None, {}, {"autosize": True}, {"xaxis.range[0]": "2020"}, {"dragmode": "pan"}])
    def test_other_reports_of_a_figure_leave_the_window(self, change: dict[str, Any] | None) -> None:
        assert zoom.after_relayout(change, (1.0, 9.0)) == (1.0, 9.0)
        assert zoom.after_brush(change, (1.0, 9.0)) == (1.0, 9.0)


class TestMarks:
    @given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40))))
    def test_marked_text_stays_the_text(self, ends: list[tuple[int, int]]) -> None:
        text = TEXT[10:40]
        highlights = [Highlight(Quote(min(pair), max(pair), ""), f"k{number % 3}") for number, pair in enumerate(ends)]
        pieces = marked(text, 10, highlights)
        assert "".join(piece if isinstance(piece, str) else piece.children for piece in pieces) == text

    def test_the_full_text_is_the_whole_text(self, timeline: Timeline) -> None:
        (body,) = full_text(timeline.sources[0], timeline.events[0].mentions[0])
        before, quoted, after = body.children
        inner = "".join(piece if isinstance(piece, str) else piece.children for piece in quoted.children)
        assert before + inner + after == TEXT
        kinds = [piece.className for piece in quoted.children if not isinstance(piece, str)]
        assert kinds == ["trigger", "date", "status"]


class TestCollection:
    @pytest.mark.parametrize(
        ("query", "statuses", "found"),
        [
            pytest.param("", (), ["mill burns", "mill rebuilt", "bridge opens"], id="all"),
            pytest.param("MILL", (), ["mill burns", "mill rebuilt", "bridge opens"], id="quotes-and-case"),
            pytest.param("bridge", (), ["bridge opens"], id="title"),
            pytest.param("ulm burned", (), ["mill burns"], id="every-word"),
            pytest.param("", ("planned",), ["mill rebuilt"], id="status"),
            pytest.param("bridge", ("planned",), [], id="both"),
        ],
    )
    def test_search(self, timeline: Timeline, query: str, statuses: tuple[str, ...], found: list[str]) -> None:
        collection = Collection(timeline)
        scene = collection.scene(Filters(query=query, statuses=statuses))
        places = scene.index.in_view(scene.index.window, scene.shown)
        assert [scene.index.events[place].id for place in places] == found

    def test_undated_events_are_searched_too(self, timeline: Timeline) -> None:
        collection = Collection(timeline)
        assert [event.id for event in collection.found(Filters(query="mayor"))] == ["mayor thanked"]
        queries = (Filters(query="mayor"), Filters(query="bridge"), Filters(statuses=("planned",)))
        assert list(map(collection.undated, queries)) == [1, 0, 0]

    def test_an_old_id_leads_to_its_event(self, timeline: Timeline) -> None:
        assert Collection(timeline).events["old-id"].id == "mill burns"


class TestCallbacks:
    def test_the_timeline_waits_for_its_size(self, app: Dash) -> None:
        assert fire(app, "drawing.data", "size.data", size__data=None) == {}

    def test_the_timeline_shows_the_events(self, app: Dash) -> None:
        answer = fire(app, "drawing.data", "window.data")
        actions = [action for trace in answer["drawing.data"]["data"] for action in trace.get("customdata", ())]
        assert [action[1] for action in actions] == ["mill burns", "mill rebuilt", "bridge opens"]
        assert answer["note.children"] == "3 of 3 dated events in view · 1 undated, in the table"

    def test_a_search_is_drawn(self, app: Dash) -> None:
        answer = fire(app, "drawing.data", "filters.data", filters__data={"query": "bridge"})
        assert answer["note.children"].startswith("1 of 1 dated events")

    def test_the_overview_moves_only_its_mark(self, app: Dash) -> None:
        whole = fire(app, "overview.figure", "size.data")["overview.figure"]
        moved = fire(app, "overview.figure", "drawn.data", drawn__data={"window": [18_700, 18_800]})["overview.figure"]
        assert "data" in whole
        assert moved["operations"][0]["location"] == ["layout", "selections"]

    @pytest.mark.parametrize(
        ("trigger", "changes", "window"),
        [
            pytest.param("zoom-in.n_clicks", {}, "half", id="button"),
            pytest.param("zoom-all.n_clicks", {"window__data": [18_700, 18_800]}, None, id="all"),
            pytest.param(
                "timeline.relayoutData",
                {"timeline__relayoutData": {"xaxis.range[0]": 18_700, "xaxis.range[1]": 18_800}},
                [18_700, 18_800],
                id="drag",
            ),
            pytest.param(
                "zoomed.data",
                {"zoomed__data": {"change": {"xaxis.range[0]": 18_700, "xaxis.range[1]": 18_800}}},
                [18_700, 18_800],
                id="drag-reported-directly",
            ),
            pytest.param(
                "clicked.data",
                {"clicked__data": click("window", 18_700, 18_800)},
                [18_700, 18_800],
                id="click-on-many",
            ),
            pytest.param(
                "overview.relayoutData",
                {"overview__relayoutData": {"selections": [{"x0": 18_700, "x1": 18_800}]}},
                [18_700, 18_800],
                id="brush",
            ),
            pytest.param("key.data", {"key__data": {"key": "0"}, "window__data": [18_700, 18_800]}, None, id="key"),
            pytest.param(
                "address.data",
                {"address__data": {"search": "?from=2021-03-14&to=2021-06-21"}},
                [18_700, 18_800],
                id="link",
            ),
        ],
    )
    def test_ways_to_a_window(self, app: Dash, trigger: str, changes: dict[str, Any], window: Any) -> None:
        found = fire(app, "window.data", trigger, **changes)["window.data"]
        if window == "half":
            assert found[1] - found[0] < 800
        else:
            assert found == window

    @pytest.mark.parametrize(
        ("name", "moved"), [("bridge opens", True), ("mill burns", False), ("mayor thanked", False)]
    )
    def test_choosing_in_the_list_brings_an_event_into_view(self, app: Dash, name: str, moved: bool) -> None:
        answer = fire(app, "window.data", "picked.data", picked__data={"event": name}, window__data=[18_700, 18_800])
        if moved:
            first, last = answer["window.data"]
            assert first < Day(2023, 6, 1).ordinal < last
            assert last - first == 100
        else:
            assert answer == {}

    def test_a_click_on_an_event_leaves_the_window(self, app: Dash) -> None:
        assert fire(app, "window.data", "clicked.data", clicked__data=click("event", "mill burns")) == {}

    @pytest.mark.parametrize(
        ("trigger", "changes", "selected"),
        [
            ("clicked.data", {"clicked__data": click("event", "mill burns")}, "mill burns"),
            ("picked.data", {"picked__data": {"event": "mayor thanked"}}, "mayor thanked"),
            ("key.data", {"key__data": {"key": "ArrowRight"}}, "mill burns"),
            ("key.data", {"key__data": {"key": "ArrowRight"}, "selected__data": "mill burns"}, "mill rebuilt"),
            ("key.data", {"key__data": {"key": "ArrowLeft"}, "selected__data": "mill burns"}, "mill burns"),
            ("address.data", {"address__data": {"search": "?event=old-id"}}, "mill burns"),
            ("address.data", {"address__data": {"search": "?event=nothing"}}, None),
        ],
        ids=["click", "list", "first", "next", "stop", "old-link", "dead-link"],
    )
    def test_ways_to_choose_an_event(
        self, app: Dash, trigger: str, changes: dict[str, Any], selected: str | None
    ) -> None:
        assert fire(app, "selected.data", trigger, **changes)["selected.data"] == selected

    @pytest.mark.parametrize(
        ("filters", "heading", "offered"),
        [
            ({}, "The most prominent", {"mill burns", "mill rebuilt", "bridge opens", "mayor thanked"}),
            ({"query": "bridge"}, "The most prominent that match", {"bridge opens"}),
            ({"query": "zeppelin"}, "", set()),
        ],
        ids=["all", "some", "none"],
    )
    def test_before_a_choice_it_offers_what_the_filters_leave(
        self, app: Dash, filters: dict[str, Any], heading: str, offered: set[str]
    ) -> None:
        answer = fire(app, "detail.children", "filters.data", filters__data=filters)
        _, title, events = answer["detail.children"]["props"]["children"]
        assert (words(title) if title else "") == heading
        assert {
            words(each["props"]["children"]["props"]["children"][0]) for each in events["props"]["children"]
        } == offered

    def test_a_filter_leaves_the_panel_of_the_chosen_event(self, app: Dash) -> None:
        assert (
            fire(app, "detail.children", "filters.data", selected__data="mill burns", filters__data={"query": "x"})
            == {}
        )

    def test_the_panel_tells_what_when_why_and_who_says_so(self, app: Dash) -> None:
        answer = fire(app, "detail.children", "selected.data", selected__data="mill burns")
        panel = answer["detail.children"]
        text = words(panel)
        assert answer["spoken.children"] == "3 May 2021: mill burns, occurred"
        for part in (
            "mill burns",
            "3 May 2021",
            "2021-05-03",
            "occurred",
            "confidence 50%",
            "The owner",
            "Ulm",
            "3 May 2021 is complete in the text",
            "The Valley Courier",
            "Courier Press",
            "published 4 May 2021 (inferred from what the texts say)",
            "the day after the fire",
            "claimed, for it says “said”",
            "in the words of the owner",
            "Read in the full text",
        ):
            assert part in text
        marks = json.dumps(panel).count('"type": "Mark"')
        assert marks == 3

    def test_the_panel_tells_where_sources_differ(self, app: Dash) -> None:
        panel = fire(app, "detail.children", "selected.data", selected__data="bridge opens")["detail.children"]
        assert "2 June" in words(panel)

    @pytest.mark.parametrize(
        ("scope", "window", "names"),
        [
            ("view", None, ["mill burns", "mill rebuilt", "bridge opens", "mayor thanked"]),
            ("view", [19_000, 19_100], ["mill rebuilt"]),
            ("all", [19_000, 19_100], ["mill burns", "mill rebuilt", "bridge opens", "mayor thanked"]),
            ("undated", None, ["mayor thanked"]),
        ],
        ids=["whole", "in-view", "all", "undated"],
    )
    def test_the_list_holds_the_events(self, app: Dash, scope: str, window: Any, names: list[str]) -> None:
        page = fire(app, "rows.data", "window.data", window__data=window, list_scope__value=scope)["rows.data"]
        assert [row[0] for row in page["rows"]] == names

    def test_reading_opens_the_text(self, app: Dash) -> None:
        answer = fire(app, "document.opened", "reading.data", reading__data={"event": "mill burns", "mention": 0})
        assert answer["document.opened"] is True
        assert answer["document.title"] == "The Valley Courier"

    @pytest.mark.parametrize("asked", [None, {}, {"event": "mill burns", "mention": 7}, {"event": "x", "mention": 0}])
    def test_reading_what_is_not_there(self, app: Dash, asked: Any) -> None:
        assert fire(app, "document.opened", "reading.data", reading__data=asked) == {}

    def test_the_link_holds_the_view(self, app: Dash) -> None:
        answer = fire(
            app,
            "link.data",
            "window.data",
            window__data=[18_700, 18_800],
            selected__data="mill burns",
            filters__data={"query": "old mill"},
        )
        assert answer["link.data"] == "?from=2021-03-14&to=2021-06-21&event=mill+burns&q=old+mill"


def test_like_events_are_made_ready_while_nobody_waits(timeline: Timeline, monkeypatch: pytest.MonkeyPatch) -> None:
    built: list[int] = []
    monkeypatch.setattr("dashboard.data.collection.Similarity", lambda events: built.append(len(events)))
    app = create_app(timeline)
    fire(app, "mark.data", mark__data=None)
    assert built == []  # the first view comes first
    for _ in range(2):
        fire(app, "mark.data", "clock.n_intervals")
    assert built == [4]


def test_a_long_list_has_pages() -> None:
    day = Day(2020, 1, 1)
    app = create_app(Timeline((), tuple(made(f"e{number}", TimeSpan.on(day.plus(number))) for number in range(100))))
    answer = fire(app, "rows.data", "selected.data", selected__data="e95")
    assert answer["list-page.data"] == 3
    assert "e95" in [row[0] for row in answer["rows.data"]["rows"]]


@pytest.mark.parametrize(
    ("search", "is_part"), [("", True), ("?event=e3", True), ("?view=all", False)], ids=["plain", "event", "all"]
)
def test_one_event_far_off_does_not_spoil_the_first_view(search: str, is_part: bool) -> None:
    far = made("far", TimeSpan.year(1850))
    app = create_app(Timeline((), (far, *(made(f"e{n}", TimeSpan.on(Day(2021, 3, 1).plus(n))) for n in range(20)))))
    window = fire(app, "window.data", "address.data", address__data={"search": search})["window.data"]
    assert (window is not None) == is_part
    link = fire(app, "link.data", "window.data", window__data=window)["link.data"]
    assert link.startswith("?from=2021-02" if is_part else "?view=all")


def test_the_first_view_shows_the_event_of_the_address() -> None:
    far = made("far", TimeSpan.day(1850, 3, 1))
    app = create_app(Timeline((), (far, *(made(f"e{n}", TimeSpan.on(Day(2021, 3, 1).plus(n))) for n in range(20)))))
    first, last = fire(app, "window.data", "address.data", address__data={"search": "?event=far"})["window.data"]
    assert first < Day(1850, 3, 1).ordinal < last


def test_an_empty_timeline_says_what_to_do() -> None:
    layout = create_app(Timeline()).layout()
    assert "timeline build" in str(layout)


class TestSafety:
    def test_the_policy_allows_nothing_from_elsewhere_and_no_eval(self, app: Dash) -> None:
        policy = app.server.test_client().get("/").headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe-eval" not in policy
        assert "http" not in policy
        assert "'unsafe-inline'" not in policy.split("style-src")[0]

    @pytest.mark.parametrize("host", ["example.org", "127.0.0.1.example.org:8050", "localhost.example.org"])
    def test_other_names_are_turned_away(self, app: Dash, host: str) -> None:
        assert app.server.test_client().get("/", headers={"Host": host}).status_code == 421

    @pytest.mark.parametrize("host", ["127.0.0.1:8050", "localhost", "[::1]:8050"])
    def test_its_own_names_are_answered(self, app: Dash, host: str) -> None:
        assert app.server.test_client().get("/", headers={"Host": host}).status_code == 200

    @pytest.mark.parametrize(
        "headers",
        [{"Origin": "https://example.org"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}],
        ids=["other-origin", "no-origin", "cross-site"],
    )
    def test_other_pages_cannot_post(self, app: Dash, headers: dict[str, str]) -> None:
        answer = app.server.test_client().post("/_dash-update-component", headers=headers, json={})
        assert answer.status_code == 403

    def test_a_huge_request_is_refused(self, app: Dash) -> None:
        answer = app.server.test_client().post("/_dash-update-component", json={"output": "x" * (2 << 20)})
        assert answer.status_code == 413

    def test_figures_send_nothing_away(self, app: Dash) -> None:
        configurations = [part.config for part in app.layout()._traverse() if isinstance(part, dcc.Graph)]
        assert [configuration["showSendToCloud"] for configuration in configurations] == [False, False]

    def test_no_other_service_is_offered(self, app: Dash) -> None:
        assert not [str(rule) for rule in app.server.url_map.iter_rules() if "mcp" in str(rule)]


def test_the_download_is_the_json_export(app: Dash, timeline: Timeline) -> None:
    answer = app.server.test_client().get("/timeline.json")
    assert answer.mimetype == "application/json"
    assert "attachment" in answer.headers["Content-Disposition"]
    assert answer.text == export.dumps(timeline, format="json")


class TestServe:
    def test_a_port_that_is_taken(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = taken.getsockname()[1]
            with pytest.raises(TimelineError, match=f"port {port}: Address already in use"):
                serve(Timeline(), port=port, open_browser=False)

    def test_a_port_that_does_not_exist(self) -> None:
        with pytest.raises(TimelineError, match="port 70000"):
            serve(Timeline(), port=70000, open_browser=False)

    def test_a_host_that_is_elsewhere(self) -> None:
        with pytest.raises(TimelineError, match=r"192\.0\.2\.1"):
            serve(Timeline(), host="192.0.2.1", open_browser=False)

    def test_a_project_that_is_missing(self, tmp_path: Path) -> None:
        with pytest.raises(TimelineError):
            serve(tmp_path / "missing.timeline", open_browser=False)
        assert list(tmp_path.iterdir()) == []

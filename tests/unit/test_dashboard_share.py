"""What leaves the dashboard: exports of what a link shows, the embedded view, and what is said when things go wrong."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from dash import Dash

from dashboard import create_app
from dashboard.data import state
from dashboard.data.collection import Collection
from dashboard.share import embed, exports, layout
from timeline import (
    Basis,
    DateMention,
    DateType,
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
    TimeSpan,
    export,
)
from timeline.why import text as because

HOSTILE = "<script>alert(1)</script>\"'&"


def made(name: str, document: str, when: TimeSpan | None, status: Status = Status.OCCURRED) -> Event:
    text = f"The {name} {HOSTILE} was told of."
    told = text.index("told")
    mention = EventMention(
        document=document,
        quote=Quote(0, len(text), text),
        trigger=Quote(told, told + 4, "told"),
        date=DateMention(None, DateType.DATE, "", when, Basis.STATED, because("")),
        when=when,
        title=name,
    )
    return Event(name, f"{name} {HOSTILE}", when, Extent.WITHIN, status, (mention,))


EVENTS = (
    made("fire", "a", TimeSpan.day(2021, 5, 3)),
    made("inquest", "b", TimeSpan.month(2021, 6), Status.PLANNED),
    made("market", "b", TimeSpan.day(2022, 9, 1)),
    made("rumour", "a", None),
)


@pytest.fixture(scope="module")
def timeline() -> Timeline:
    published = Published(None, PublishedBasis.UNKNOWN, because(""))
    texts = {name: "".join(e.mentions[0].quote.text for e in EVENTS if e.mentions[0].document == name) for name in "ab"}
    return Timeline(tuple(Source(Document(id=name, text=texts[name]), published) for name in "ab"), EVENTS)


@pytest.fixture(scope="module")
def app(timeline: Timeline) -> Dash:
    return create_app(timeline)


def get(app: Dash, path: str, **headers: str) -> Any:
    return app.server.test_client().get(path, headers=headers)


class TestExport:
    @pytest.mark.parametrize(
        ("link", "events", "sources"),
        [
            pytest.param("", ["fire", "inquest", "market", "rumour"], ["a", "b"], id="all"),
            pytest.param("?event=fire&view=all", ["fire", "inquest", "market", "rumour"], ["a", "b"], id="chosen"),
            pytest.param("?status=planned", ["inquest"], ["b"], id="status"),
            pytest.param("?source=a", ["fire", "rumour"], ["a"], id="source"),
            pytest.param("?q=market", ["market"], ["b"], id="words"),
            pytest.param("?from=2021-05-01&to=2021-06-30", ["fire", "inquest"], ["a", "b"], id="window"),
            pytest.param("?from=2021-05-01&to=2021-06-30&source=b", ["inquest"], ["b"], id="window-and-filter"),
            pytest.param("?q=nothing", [], [], id="none"),
            pytest.param("?from=x&to=y&status=%00", ["fire", "inquest", "market", "rumour"], ["a", "b"], id="nonsense"),
        ],
    )
    def test_json_and_csv_hold_what_the_link_shows(
        self, app: Dash, link: str, events: list[str], sources: list[str]
    ) -> None:
        data = get(app, f"/timeline.json{link}").get_json()
        assert [event["id"] for event in data["events"]] == events
        assert [source["id"] for source in data["sources"]] == sources
        table = csv.DictReader(io.StringIO(get(app, f"/timeline.csv{link}").text))
        assert [row["id"] for row in table] == events

    @pytest.mark.parametrize(("kind", "mimetype"), [("json", "application/json"), ("csv", "text/csv")])
    def test_the_whole_is_the_export(self, app: Dash, timeline: Timeline, kind: str, mimetype: str) -> None:
        answer = get(app, f"/timeline.{kind}")
        assert answer.text == export.dumps(timeline, format=kind)
        assert answer.mimetype == mimetype
        assert answer.headers["Content-Disposition"].startswith(f'attachment; filename="timeline.{kind}"')

    def test_the_page_holds_the_quotes_and_no_markup_of_theirs(self, app: Dash) -> None:
        page = get(app, "/timeline.html?status=planned").text
        assert "The inquest &lt;script&gt;" in page
        assert "The fire" not in page
        assert "<script>alert" not in page

    def test_the_name_of_the_file_is_that_of_the_project(self, tmp_path: Path, timeline: Timeline) -> None:
        collection = Collection(timeline, title='ca"se\r\n é')
        app = create_app(timeline)
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr("dashboard.data.desk.Desk.collection", collection)
            header = get(app, "/timeline.csv").headers["Content-Disposition"]
        assert header == "attachment; filename=\"timeline.csv\"; filename*=UTF-8''ca%22se%0D%0A%20%C3%A9.csv"

    @pytest.mark.parametrize(
        ("scope", "link"),
        [("all", ""), ("filtered", "?q=mill"), ("view", "?from=2021-05-01&to=2021-05-31&q=mill")],
    )
    def test_a_scope_is_part_of_the_view(self, scope: str, link: str) -> None:
        view = state.read_link("?from=2021-05-01&to=2021-05-31&event=e1&q=mill")
        assert state.write_link(exports.scoped(view, scope)) == link

    def test_the_dialog_offers_what_there_is(self, timeline: Timeline, monkeypatch: pytest.MonkeyPatch) -> None:
        view = state.read_link("?source=b")
        offered = json.dumps(
            layout.files(Collection(timeline), view, "filtered"), default=lambda part: part.to_plotly_json()
        )
        assert "2 events from 1 source" in offered
        for kind in exports.KINDS:
            assert f"/timeline.{kind}?source=b" in offered
        monkeypatch.setattr(exports, "MOST_ON_A_PAGE", 1)
        offered = json.dumps(
            layout.files(Collection(timeline), view, "filtered"), default=lambda part: part.to_plotly_json()
        )
        assert "timeline.html" not in offered

    def test_the_piece_of_html_is_escaped(self) -> None:
        snippet = embed.snippet('http://x/embed?q="><script>', HOSTILE)
        assert "<script>" not in snippet
        assert snippet.count('"') == 14  # of seven attributes


class TestEmbed:
    def test_it_may_be_framed_and_the_page_may_not(self, app: Dash) -> None:
        framed, page = get(app, "/embed?q=fire"), get(app, "/")
        assert "X-Frame-Options" not in framed.headers
        assert "frame-ancestors" not in framed.headers["Content-Security-Policy"]
        assert page.headers["X-Frame-Options"] == "DENY"
        assert "frame-ancestors 'none'" in page.headers["Content-Security-Policy"]

    def test_its_policy_lets_only_its_own_files_run(self, app: Dash) -> None:
        answer = get(app, "/embed")
        policy = answer.headers["Content-Security-Policy"].split("; ")
        assert "script-src 'self'" in policy
        assert "default-src 'none'" in policy
        assert "<script>" not in answer.text
        assert " on" not in answer.text.split("<body>")[1].replace(" one", "")

    @pytest.mark.parametrize("path", ["/embed/figure", "/embed/event?event=fire", "/embed/embed.js"])
    def test_what_it_loads_is_not_for_frames(self, app: Dash, path: str) -> None:
        assert get(app, path).headers["X-Frame-Options"] == "DENY"

    @pytest.mark.parametrize(
        ("path", "mimetype"),
        [("embed.js", "text/javascript"), ("embed.css", "text/css"), ("plotly.min.js", "text/javascript")],
    )
    def test_its_files_are_there(self, app: Dash, path: str, mimetype: str) -> None:
        answer = get(app, f"/embed/{path}")
        assert (answer.status_code, answer.mimetype) == (200, mimetype)

    @pytest.mark.parametrize(
        ("query", "events"),
        [
            pytest.param("", ["fire", "inquest", "market"], id="all"),
            pytest.param("status=planned", ["inquest"], id="filter"),
            pytest.param("from=2021-05-01&to=2021-05-31", ["fire"], id="window"),
            pytest.param("from=2021-05-01&to=2021-05-31&window=19200,19300", ["market"], id="zoomed-since"),
            pytest.param("window=nan,1e999&width=-5&height=x&theme=<b>", ["fire", "inquest", "market"], id="nonsense"),
        ],
    )
    def test_its_figure_shows_what_the_link_asks_for(self, app: Dash, query: str, events: list[str]) -> None:
        figure = get(app, f"/embed/figure?{query}").get_json()["figure"]
        actions = [action for trace in figure["data"] for action in trace.get("customdata") or ()]
        assert sorted(action[1] for action in actions if action[0] == "event") == events

    def test_its_size_and_colours_are_those_of_the_frame(self, app: Dash) -> None:
        light, dark = (
            get(app, f"/embed/figure?width=640&height=400&theme={theme}").get_json()["figure"]["layout"]
            for theme in ("light", "dark")
        )
        assert light["width"] == 640
        assert light["paper_bgcolor"] != dark["paper_bgcolor"]

    def test_its_lanes_are_those_of_the_link(self, app: Dash) -> None:
        plain, lanes = (get(app, f"/embed/figure?{query}").get_json() for query in ("", "lanes=status"))
        assert "planned" not in json.dumps(plain["figure"]["layout"]["annotations"])
        assert "planned" in json.dumps(lanes["figure"]["layout"]["annotations"])

    def test_an_event_is_told_in_plain_text(self, app: Dash) -> None:
        told = get(app, "/embed/event?event=fire").get_json()
        assert told["title"] == f"fire {HOSTILE}"
        assert "".join(text for text, _ in told["reports"][0]["pieces"]) == f"The fire {HOSTILE} was told of."
        assert ["told", "trigger"] in told["reports"][0]["pieces"]

    def test_an_event_that_is_not_there(self, app: Dash) -> None:
        assert get(app, "/embed/event?event=nothing").status_code == 404

    @pytest.mark.parametrize("path", ["/embed", "/embed/figure", "/embed/event", "/timeline.json"])
    def test_it_only_reads(self, app: Dash, path: str) -> None:
        assert app.server.test_client().post(path).status_code == 405

    @pytest.mark.parametrize("path", ["/embed", "/embed/figure", "/timeline.json", "/sources/files"])
    def test_other_names_are_turned_away(self, app: Dash, path: str) -> None:
        assert get(app, path, Host="example.org").status_code == 421


class TestErrors:
    def test_a_page_says_what_is_wrong(self, app: Dash) -> None:
        answer = get(app, "/", Host="example.org")
        assert "This server does not answer to that name." in answer.text
        assert answer.headers["Content-Security-Policy"]

    def test_a_project_that_is_gone(self, tmp_path: Path, timeline: Timeline) -> None:
        from timeline import open_project

        path = tmp_path / "case.timeline"
        with open_project(path, create=True) as project:
            project.save(Timeline())
        app = create_app(path)
        assert get(app, "/timeline.json").status_code == 200
        path.unlink()
        answer = get(app, "/timeline.json")
        assert answer.status_code == 503
        assert "There is no project file case.timeline." in answer.text
        assert str(tmp_path) not in answer.text

    def test_an_error_of_ours_says_nothing_of_the_inside(self, app: Dash, monkeypatch: pytest.MonkeyPatch) -> None:
        def failing(*_: Any) -> None:
            raise RuntimeError("/secret/path")

        monkeypatch.setattr(exports, "shown", failing)
        answer = get(app, "/timeline.json")
        assert answer.status_code == 500
        assert "an error in this program" in answer.text
        assert "secret" not in answer.text
        assert "Traceback" not in answer.text

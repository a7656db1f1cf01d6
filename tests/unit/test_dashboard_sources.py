"""Documents through the dashboard's server: files that are sent, builds in the background, dates, removal."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from threading import Event as Signal
from typing import Any

import pytest
from dash import Dash

from dashboard import create_app
from dashboard.server.reach import Reach
from dashboard.sources import uploads
from dashboard.sources.building import Builder, Change, State
from timeline import (
    Document,
    Entry,
    ProjectError,
    PublishedBasis,
    Stage,
    Timeline,
    TimeSpan,
    build,
    open_project,
    pipeline,
    service,
)
from timeline.errors import InputError

MILL = "The mill in Ulm burned down on 3 May 2021, the owner said.\n"
BRIDGE = "The bridge in Bonn was opened on 1 June 2022.\n"
VAGUE = "The council approved the plan yesterday.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of two documents, one of them from a file."""
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "mill.txt").write_text(MILL)
    path = tmp_path / "case.timeline"
    with open_project(path, create=True) as opened:
        opened.update([folder])
        opened.add([Entry(Document(id="note", text=VAGUE))])
        opened.save(build(opened.documents()), options={"date_order": "DMY"})
    return path


@pytest.fixture
def builder(project: Path) -> Builder:
    return Builder(project, kept=uploads.folder_of(project), reach=Reach.below([project.parent]))


@pytest.fixture
def app(project: Path) -> Dash:
    return create_app(project)


def break_on(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    """Make the work on each document that holds some words fail."""

    def candidates(document: Document, options: Any, found: Callable[..., Any] = pipeline._candidates) -> Any:
        if words in document.text:
            raise IndexError("list index out of range")
        return found(document, options)

    monkeypatch.setattr(pipeline, "_candidates", candidates)


def timeline(path: Path) -> Timeline:
    with open_project(path) as opened:
        return opened.timeline()


def names(path: Path) -> list[str]:
    return [source.document.id for source in timeline(path).sources]


def asked(builder: Builder, change: Change) -> State:
    builder.ask(change)
    builder.wait()
    return builder.state


class TestNames:
    @pytest.mark.parametrize(
        ("name", "safe"),
        [
            pytest.param("letter.txt", "letter.txt", id="plain"),
            pytest.param("../../x", "x.txt", id="folders-above"),
            pytest.param("/etc/passwd", "passwd.txt", id="absolute"),
            pytest.param("..\\..\\x.md", "x.md", id="backslashes"),
            pytest.param("C:\\Users\\me\\a.txt", "a.txt", id="drive"),
            pytest.param("", "document.txt", id="empty"),
            pytest.param("..", "document.txt", id="dots"),
            pytest.param(".hidden.txt", "hidden.txt", id="hidden"),
            pytest.param("a\0b\nc\u202etxt.exe", "a b c txt.exe", id="control-and-direction"),
            pytest.param('<script>alert("x")</script>.txt', "script_.txt", id="script"),
            pytest.param("<img src=x onerror=alert(1)>.txt", "_img src=x onerror=alert(1)_.txt", id="handler"),
            pytest.param("CON.txt", "_CON.txt", id="device"),
            pytest.param("Größe und Maß.txt", "Größe und Maß.txt", id="letters"),
            pytest.param("x" * 10_000 + ".txt", "x" * 80 + ".txt", id="long"),
            pytest.param("x." + "y" * 10_000, "x." + "y" * 78 + ".txt", id="long-suffix"),
        ],
    )
    def test_a_name_becomes_harmless(self, name: str, safe: str) -> None:
        assert uploads.safe_name(name) == safe
        assert uploads.safe_name(safe) == safe

    @pytest.mark.parametrize("name", ["../case.timeline", "/etc/passwd", "missing.txt", "", "."])
    def test_only_what_was_kept_is_found(self, tmp_path: Path, name: str) -> None:
        (tmp_path / "case.timeline").write_text("x")
        uploads.keep(tmp_path / "case-sources", "a.txt", io.BytesIO(b"A text."))
        assert uploads.kept(tmp_path / "case-sources", name) is None
        assert uploads.kept(tmp_path / "case-sources", "a.txt") is not None

    def test_files_of_one_name_are_kept_apart(self, tmp_path: Path) -> None:
        kept = [uploads.keep(tmp_path / "s", "a.txt", io.BytesIO(text)) for text in (b"One.", b"Two.", b"One.")]
        assert [path.name for path in kept] == ["a.txt", "a-2.txt", "a.txt"]
        assert [path.read_bytes() for path in kept] == [b"One.", b"Two.", b"One."]
        assert sorted(path.name for path in (tmp_path / "s").iterdir()) == ["a-2.txt", "a.txt"]

    @pytest.mark.parametrize(
        ("name", "content", "reason"),
        [
            pytest.param("a.txt", b"", "it is empty", id="empty"),
            pytest.param("a.txt", b" \n ", "nothing but white space", id="blank"),
            pytest.param("a.txt", bytes(range(256)) * 9, "not text", id="binary"),
            pytest.param("a.exe", b"MZ", "'.exe' is not a format that can be read", id="format"),
            pytest.param("a.timeline", b"SQLite format 3\0", "project file", id="project"),
            pytest.param("a.jsonl", b"{}\n{}\n", "text", id="no-documents"),
        ],
    )
    def test_what_cannot_be_read_is_refused_and_leaves_nothing(
        self, tmp_path: Path, name: str, content: bytes, reason: str
    ) -> None:
        with pytest.raises(InputError, match=reason) as refused:
            uploads.keep(tmp_path / "s", name, io.BytesIO(content))
        assert str(tmp_path) not in str(refused.value)
        assert list(tmp_path.iterdir()) == []

    def test_what_is_too_large_is_refused(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(uploads, "LARGEST", 2 << 20)
        with pytest.raises(InputError, match="larger than 2 MB"):
            uploads.keep(tmp_path / "s", "a.txt", io.BytesIO(b"word " * (1 << 20)))
        assert list(tmp_path.iterdir()) == []

    def test_a_place_that_cannot_be_written(self, tmp_path: Path) -> None:
        (tmp_path / "s").write_text("a file where the folder would be")
        with pytest.raises(InputError, match="cannot be kept in s, beside the project"):
            uploads.keep(tmp_path / "s", "a.txt", io.BytesIO(b"A text."))


class TestBuilder:
    def test_a_document_is_added(self, builder: Builder, tmp_path: Path) -> None:
        (tmp_path / "bridge.txt").write_text(BRIDGE)
        state = asked(builder, Change(paths=(str(tmp_path / "bridge.txt"),)))
        assert (state.running, state.failed, state.failures) == (False, False, ())
        assert state.summary.endswith("from 3 documents: 1 new.")
        assert names(builder.path) == ["bridge", "mill", "note"]
        assert any("Bridge" in event.title for event in timeline(builder.path))

    def test_events_keep_their_ids(self, builder: Builder, tmp_path: Path) -> None:
        before = {event.id for event in timeline(builder.path)}
        (tmp_path / "bridge.txt").write_text(BRIDGE)
        asked(builder, Change(paths=(str(tmp_path / "bridge.txt"),)))
        assert before <= {event.id for event in timeline(builder.path)}

    def test_the_options_of_the_build_before_hold(self, builder: Builder, tmp_path: Path) -> None:
        (tmp_path / "order.txt").write_text("The market opened on 01/03/2008 in the square.")
        asked(builder, Change(paths=(str(tmp_path / "order.txt"),)))
        assert "2008-03-01" in {str(event.when) for event in timeline(builder.path)}
        with open_project(builder.path) as opened:
            assert opened.options["date_order"] == "DMY"

    def test_a_document_is_removed_and_its_file_stays(self, builder: Builder, tmp_path: Path) -> None:
        state = asked(builder, Change(removed=("mill",)))
        assert state.summary.endswith("from 1 document: 1 removed.")
        assert names(builder.path) == ["note"]
        assert (tmp_path / "letters" / "mill.txt").exists()

    def test_the_copy_of_a_file_that_was_sent_goes_with_its_document(self, builder: Builder) -> None:
        path = uploads.keep(builder.kept, "bridge.txt", io.BytesIO(BRIDGE.encode()))
        asked(builder, Change(paths=(str(path),)))
        assert path.exists()
        asked(builder, Change(removed=("bridge",)))
        assert not path.exists()
        assert names(builder.path) == ["mill", "note"]

    def test_a_date_is_set_and_taken_back(self, builder: Builder) -> None:
        before = {source.document.id: source.published for source in timeline(builder.path).sources}
        asked(builder, Change(published={"note": TimeSpan.day(2021, 5, 6)}))
        published = {source.document.id: source.published for source in timeline(builder.path).sources}["note"]
        assert (str(published.when), published.basis) == ("2021-05-06", PublishedBasis.GIVEN)
        assert "2021-05-05" in {str(event.when) for event in timeline(builder.path)}
        asked(builder, Change(published={"note": None}))
        assert {source.document.id: source.published for source in timeline(builder.path).sources} == before

    def test_a_date_of_the_file_is_back_when_another_is_taken_back(self, builder: Builder, tmp_path: Path) -> None:
        record = {"id": "wire", "text": "The mayor resigned yesterday.", "published": "2020-02-02"}
        (tmp_path / "wire.jsonl").write_text(json.dumps(record) + "\n")
        asked(builder, Change(paths=(str(tmp_path / "wire.jsonl"),)))
        asked(builder, Change(published={"wire": TimeSpan.day(2021, 5, 6)}))
        asked(builder, Change(published={"wire": None}))
        published = {source.document.id: source.published for source in timeline(builder.path).sources}["wire"]
        assert (str(published.when), published.basis) == ("2020-02-02", PublishedBasis.METADATA)

    def test_what_cannot_be_read_is_named_and_the_rest_is_done(self, builder: Builder, tmp_path: Path) -> None:
        (tmp_path / "bridge.txt").write_text(BRIDGE)
        (tmp_path / "empty.txt").write_text("")
        paths = tuple(str(tmp_path / name) for name in ("bridge.txt", "empty.txt", "missing.txt"))
        state = asked(builder, Change(paths=paths))
        assert [(Path(failure.path).name, failure.reason) for failure in state.failures] == [
            ("missing.txt", "there is no such file or folder"),
            ("empty.txt", "it is empty"),
        ]
        assert "bridge" in names(builder.path)

    def test_a_document_that_fails_is_named_and_the_rest_is_done(
        self, builder: Builder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        break_on(monkeypatch, "This breaks.")
        (tmp_path / "bridge.txt").write_text(BRIDGE)
        (tmp_path / "bad.txt").write_text("This breaks.")
        state = asked(builder, Change(paths=(str(tmp_path),)))
        assert [(Path(failure.path).name, failure.stage) for failure in state.failures] == [("bad.txt", Stage.DATES)]
        assert not state.failed
        assert "bridge" in names(builder.path)

    def test_where_all_documents_fail_the_results_before_stay(
        self, builder: Builder, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before = timeline(builder.path)
        break_on(monkeypatch, "")
        state = asked(builder, Change())
        assert (state.failed, state.summary) == (True, "Nothing was changed: no document could be worked on.")
        assert len(state.failures) == len(before.sources)
        assert timeline(builder.path) == before

    @pytest.mark.parametrize(
        ("problem", "said"),
        [
            pytest.param(RuntimeError("/secret/path"), "an error in this program", id="ours"),
            pytest.param(
                ProjectError("{path} is in use"), "Nothing was changed: case.timeline is in use", id="project"
            ),
        ],
    )
    def test_a_build_that_fails_leaves_the_results_before_it(
        self, builder: Builder, monkeypatch: pytest.MonkeyPatch, problem: Exception, said: str
    ) -> None:
        before = timeline(builder.path)

        def failing(*_: Any, **__: Any) -> Timeline:
            raise type(problem)(str(problem).format(path=builder.path))

        monkeypatch.setattr(service, "build", failing)
        state = asked(builder, Change(removed=("mill",)))
        assert state.failed
        assert said in state.summary
        assert str(builder.path) not in state.summary
        assert "secret" not in state.summary
        assert timeline(builder.path) == before

    def test_what_is_asked_for_meanwhile_is_built_right_after(
        self, builder: Builder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        (tmp_path / "bridge.txt").write_text(BRIDGE)
        running, go_on = Signal(), Signal()
        builds = []

        def slow(*arguments: Any, **options: Any) -> Timeline:
            builds.append(options)
            running.set()
            assert go_on.wait(60)
            return build(*arguments, **options)

        monkeypatch.setattr(service, "build", slow)
        assert builder.ask(Change(removed=("mill",)))
        assert running.wait(60)
        assert builder.state.running
        assert not builder.ask(Change(paths=(str(tmp_path / "bridge.txt"),)))
        assert not builder.ask(Change(removed=("note",)))
        go_on.set()
        builder.wait()
        assert (len(builds), builder.state.begun, builder.state.ended) == (2, 2, 2)
        assert names(builder.path) == ["bridge"]

    def test_progress_is_told(self, builder: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
        seen = []

        def watched(*arguments: Any, progress: Any, **options: Any) -> Timeline:
            def tell(*far: Any) -> None:
                progress(*far)
                seen.append((builder.state.stage, builder.state.done, builder.state.of))

            return build(*arguments, progress=tell, **options)

        monkeypatch.setattr(service, "build", watched)
        asked(builder, Change())
        assert seen == [("Finding events", 1, 2), ("Joining reports", 2, 2)]


def send(app: Dash, name: str, content: bytes, **headers: str) -> Any:
    return app.server.test_client().post("/sources/files", query_string={"name": name}, data=content, headers=headers)


class TestSending:
    @pytest.mark.parametrize(
        ("name", "kept"),
        [("a.txt", "a.txt"), ("../../x", "x.txt"), ("<script>.txt", "_script_.txt"), ("x" * 9_000, "x" * 80 + ".txt")],
        ids=["plain", "folders-above", "script", "long"],
    )
    def test_a_file_is_kept_beside_the_project(self, app: Dash, project: Path, name: str, kept: str) -> None:
        answer = send(app, name, MILL.encode())
        assert (answer.status_code, answer.get_json()) == (201, {"name": kept})
        assert (project.parent / "case-sources" / kept).read_text() == MILL
        assert {path.name for path in project.parent.iterdir()} == {"letters", "case.timeline", "case-sources"}

    def test_a_file_that_cannot_be_read_is_refused_in_words(self, app: Dash, project: Path) -> None:
        assert send(app, "a.txt", b"\0\1\2" * 99).get_json() == {"error": "it is not text: it holds NUL characters"}
        assert not (project.parent / "case-sources").exists()

    def test_more_than_a_callback_may_send_is_taken(self, app: Dash) -> None:
        assert send(app, "a.txt", b"word " * (1 << 19)).status_code == 201

    def test_more_than_the_limit_is_refused(self, app: Dash, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(uploads, "LARGEST", 1 << 10)
        answer = send(app, "a.txt", b"word " * (1 << 10))
        assert answer.status_code == 413
        assert answer.get_json() == {"error": "That is more than this server takes at once."}

    @pytest.mark.parametrize(
        "headers",
        [{"Origin": "https://example.org"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}],
        ids=["other-origin", "no-origin", "cross-site"],
    )
    def test_other_pages_cannot_send(self, app: Dash, project: Path, headers: dict[str, str]) -> None:
        answer = send(app, "a.txt", b"A text.", **headers)
        assert answer.status_code == 403
        assert answer.get_json() == {"error": "This request comes from another page."}
        assert not (project.parent / "case-sources").exists()

    def test_reading_the_address_changes_nothing(self, app: Dash, project: Path) -> None:
        before = project.read_bytes()
        app.server.test_client().get("/sources/files?name=a.txt")
        assert project.read_bytes() == before
        assert not (project.parent / "case-sources").exists()

    def test_a_timeline_that_is_no_project_takes_nothing(self) -> None:
        answer = send(create_app(Timeline()), "a.txt", b"A text.")
        assert answer.status_code == 409
        assert "no project" in answer.get_json()["error"]


class Page:
    """The drawer's callbacks, as a browser calls them."""

    def __init__(self, app: Dash) -> None:
        self.app = app

    def fire(self, output: str, trigger: str, address: str = "127.0.0.1", **values: Any) -> dict[str, Any]:
        name, callback = next(
            (name, each) for name, each in self.app.callback_map.items() if output in name.strip(".").split("...")
        )

        def filled(items: list[dict[str, str]]) -> list[dict[str, Any]]:
            return [
                item | {"value": None if counts(item) else values.get(item["id"].replace("-", "_"))} for item in items
            ]

        def counts(item: dict[str, str]) -> bool:
            """Whether a part of the page counts what was done to it, and holds nothing."""
            return item["property"].startswith("n_")

        parts = [part.rpartition(".") for part in name.strip(".").split("...")]
        outputs: Any = [{"id": part[0], "property": part[2]} for part in parts]
        answer = self.app.server.test_client().post(
            "/_dash-update-component",
            json={
                "output": name,
                "outputs": outputs if name.startswith("..") else outputs[0],
                "inputs": filled(callback["inputs"]),
                "state": filled(callback["state"]),
                "changedPropIds": [trigger],
            },
            environ_overrides={"REMOTE_ADDR": address},
        )
        assert answer.status_code in (200, 204), answer.text
        if answer.status_code == 204:
            return {}
        body = answer.get_json()
        found: dict[str, Any] = body.get("response") or {}
        found |= body.get("sideUpdate") or {}
        return {f"{part}.{key}": value for part, entry in found.items() for key, value in entry.items()}

    def build(self, trigger: str, **values: Any) -> dict[str, Any]:
        return self.fire("build-asked.data", trigger, **values)


@pytest.fixture
def page(app: Dash) -> Page:
    return Page(app)


def finished(page: Page) -> Any:
    """What the page tells once nothing is being built any more."""
    told: dict[str, Any] = {"build-clock.disabled": False}
    while not told["build-clock.disabled"]:
        told = page.fire("build.children", "build-asked.data")
    return json.dumps(told["build.children"])


class TestDrawer:
    def test_documents_are_listed_with_how_their_date_is_known(self, page: Page) -> None:
        found = page.fire("source-list.children", "sources.opened", sources=True)
        listed = json.dumps(found["source-list.children"], ensure_ascii=False)
        counts = ("1 main event", " of 2 · 13 words", "0 main events", " of 2 · 6 words")
        for part in ("mill", "note", "Inferred from what the texts say", *counts, "Set date", "Remove"):
            assert part in listed

    def test_those_without_a_date_come_first(self, page: Page) -> None:
        found = page.fire("source-list.children", "sources.opened", sources=True)
        assert [each["props"]["children"][0]["props"]["children"] for each in rows_of(found)] == ["note", "mill"]

    @pytest.mark.parametrize(("query", "count"), [("", 2), ("MILL", 1), ("nothing of it", 0)])
    def test_documents_are_searched(self, page: Page, query: str, count: int) -> None:
        found = page.fire("source-list.children", "source-search.value", sources=True, source_search=query)
        assert len(rows_of(found)) == count

    def test_files_that_were_sent_are_built_in(self, app: Dash, page: Page, project: Path) -> None:
        send(app, "bridge.txt", BRIDGE.encode())
        refused = [{"name": "<b>x</b>.jpg", "reason": "it is no text"}]
        answer = page.build("uploaded.data", uploaded={"kept": ["bridge.txt", "../case.timeline"], "refused": refused})
        assert "<b>x</b>.jpg" in json.dumps(answer["refused.children"])
        assert "1 new" in finished(page)
        assert names(project) == ["bridge", "mill", "note"]

    def test_nothing_is_built_where_nothing_was_taken(self, page: Page) -> None:
        answer = page.build("uploaded.data", uploaded={"kept": [], "refused": [{"name": "a", "reason": "b"}]})
        assert "build-asked.data" not in answer

    def test_a_path_is_read(self, page: Page, project: Path) -> None:
        (project.parent / "bridge.txt").write_text(BRIDGE)
        answer = page.build("path-add.n_clicks", path=f" {project.parent / 'bridge.txt'} ")
        assert answer["path.value"] == ""
        finished(page)
        assert "bridge" in names(project)

    @pytest.mark.parametrize("address", ["192.0.2.7", ""], ids=["elsewhere", "unknown"])
    def test_a_path_of_somebody_elsewhere_is_not_read(self, page: Page, project: Path, address: str) -> None:
        assert page.build("path-add.n_clicks", path=str(project.parent), address=address) == {}

    def test_a_path_is_not_read_where_others_can_call(self, project: Path) -> None:
        app = create_app(project, hosts=["127.0.0.1", "localhost", "timeline.example.org"])
        assert Page(app).build("path-add.n_clicks", path=str(project.parent)) == {}

    @pytest.mark.parametrize(
        ("written", "read", "wrong"),
        [
            pytest.param("6 May 2021", "6 May 2021 (2021-05-06)", None, id="words"),
            pytest.param("2021-05", "May 2021 (2021-05)", None, id="edtf"),
            pytest.param("5/6/2021", "5 June 2021 (2021-06-05)", None, id="order-of-the-build"),
            pytest.param("soon", "", "is no date", id="no-date"),
            pytest.param("  ", "", None, id="nothing"),
        ],
    )
    def test_a_date_is_shown_as_it_is_read(self, page: Page, written: str, read: str, wrong: str | None) -> None:
        answer = page.fire("date-read.children", "date.value", date=written)
        assert answer["date-read.children"] == read
        assert answer["date-set.disabled"] == (not read)
        assert (wrong is None) == (answer["date.error"] is None)
        assert wrong is None or wrong in answer["date.error"]

    def test_a_date_is_set(self, page: Page, project: Path) -> None:
        page.build("date-set.n_clicks", source_asked={"what": "date", "source": "note"}, date="6 May 2021")
        finished(page)
        published = {source.document.id: source.published for source in timeline(project).sources}["note"]
        assert str(published.when) == "2021-05-06"
        opened = page.fire("date-dialog.opened", "source-asked.data", source_asked={"what": "date", "source": "note"})
        assert (opened["date.value"], opened["date-forget.hidden"]) == ("2021-05-06", False)

    @pytest.mark.parametrize("source", ["nobody", None])
    @pytest.mark.parametrize("trigger", ["date-set.n_clicks", "date-forget.n_clicks", "remove.n_clicks"])
    def test_what_is_not_there_is_left_alone(self, page: Page, trigger: str, source: str | None) -> None:
        assert page.build(trigger, source_asked={"source": source}, date="2021") == {}

    def test_removing_is_asked_once_more(self, page: Page, project: Path) -> None:
        wanted = {"what": "remove", "source": "mill"}
        asked_again = page.fire("remove-dialog.opened", "source-asked.data", source_asked=wanted)
        assert asked_again["remove-dialog.opened"] is True
        assert "Its file stays where it is" in json.dumps(asked_again["remove-what.children"])
        assert names(project) == ["mill", "note"]
        page.build("remove.n_clicks", source_asked=wanted)
        assert "1 removed" in finished(page)
        assert names(project) == ["note"]

    def test_the_page_follows_a_build(self, page: Page) -> None:
        before = page.fire("mark.data", "clock.n_intervals")["mark.data"]
        page.build("rebuild.n_clicks")
        finished(page)
        assert page.fire("mark.data", "built.data", mark=before)["mark.data"] != before

    def test_a_given_timeline_is_read_only(self) -> None:
        app = create_app(Timeline())
        assert "not as a project file" in json.dumps(app.layout().to_plotly_json(), default=str)
        for trigger in ("rebuild.n_clicks", "remove.n_clicks", "path-add.n_clicks"):
            assert Page(app).build(trigger, path="/") == {}

    def test_an_error_is_told_in_the_page(self, page: Page, project: Path) -> None:
        page.fire("mark.data", "clock.n_intervals")
        project.unlink()
        answer = page.fire("source-list.children", "sources.opened", sources=True)
        assert answer == {"complaint.children": "There is no project file case.timeline."}


def rows_of(found: dict[str, Any]) -> list[dict[str, Any]]:
    listing = found["source-list.children"]
    children = listing["props"]["children"]
    return children if isinstance(children, list) else []

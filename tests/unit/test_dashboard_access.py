"""Who may look: nothing is answered without the token, whatever is asked for and whoever asks."""

from __future__ import annotations

import json
import os
import queue
import re
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qs, quote, urljoin, urlsplit

import flask
import pytest
from dash import Dash
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.test import create_environ

from dashboard import create_app
from dashboard import serve as serving
from dashboard.server import access
from dashboard.share import embed
from timeline import Timeline, build, open_project

TOKEN = "t" * 43
LETTER = "The treasurer of Harwick hid the ledger on 3 May 2021."
STORED = {"Authorization": f"Bearer {TOKEN}"}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("case")
    (folder / "letter.txt").write_text(LETTER)
    with open_project(folder / "case.timeline", create=True) as opened:
        opened.update([folder / "letter.txt"])
        opened.save(build(opened.documents()))
    return folder / "case.timeline"


@pytest.fixture(scope="module")
def app(project: Path) -> Dash:
    return create_app(project, token=TOKEN)


def ask(app: Dash, path: str, method: str = "GET", **options: Any) -> Any:
    """What a client without any cookie gets."""
    return app.server.test_client().open(path, method=method, buffered=True, **options)


def addresses(app: Dash) -> list[tuple[str, str]]:
    """Every address of an app with every method that people use, the parts that vary filled in."""
    known = {"package_name": "dash", "fingerprinted_path": "dash-renderer/index.js", "filename": "keys.js"}
    return [
        (method, re.sub(r"<(?:\w+:)?(\w+)>", lambda part: known.get(part[1], "any"), rule.rule))
        for rule in app.server.url_map.iter_rules()
        for method in ("GET", "POST", "HEAD", "OPTIONS", "PUT", "DELETE")
    ]


class TestEveryAddress:
    def test_none_is_answered_without_the_token(self, app: Dash) -> None:
        asked = [*addresses(app), ("GET", "/no/such/page"), ("POST", "/no/such/page"), ("GET", "/embed/nothing")]
        assert len(asked) > 100
        assert {(method, path): ask(app, path, method).status_code for method, path in asked} == dict.fromkeys(
            asked, 403
        )

    def test_all_are_answered_with_it(self, app: Dash) -> None:
        refused = [
            (method, path)
            for method, path in addresses(app)
            if ask(app, path, method, headers=STORED).status_code in (401, 403)
        ]
        assert refused == []

    def test_a_refusal_says_what_to_do_and_nothing_else(self, app: Dash) -> None:
        page, call = ask(app, "/timeline.json?event=x"), ask(app, "/_dash-update-component", "POST", json={})
        assert access.REFUSAL.replace("'", "&#x27;") in page.text
        assert call.get_json() == {"error": access.REFUSAL}
        for answer in (page, call):
            assert "ledger" not in answer.text
            assert "Set-Cookie" not in answer.headers
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]

    def test_who_brings_their_own_door_needs_none(self, project: Path) -> None:
        assert ask(create_app(project), "/timeline.json").status_code == 200


class TestFirstVisit:
    @pytest.mark.parametrize(
        ("asked", "onward"),
        [
            pytest.param(f"/?token={TOKEN}", "/", id="page"),
            pytest.param(f"/?token={TOKEN}&q=a+b&q=%C3%A4%26&event=e", "/?q=a+b&q=%C3%A4%26&event=e", id="query"),
            pytest.param(f"/?q=mill&%74oken={TOKEN}", "/?q=mill", id="percent"),
            pytest.param(f"/timeline.csv?token={TOKEN}", "/timeline.csv", id="export"),
            pytest.param(f"/embed?event=e&token={TOKEN}", "/embed?event=e", id="embedded"),
            pytest.param(f"/%2F/example.org/?token={TOKEN}", "/example.org/", id="other-host"),
            pytest.param(f"/%5C/example.org/?token={TOKEN}", "/example.org/", id="backslash"),
        ],
    )
    def test_it_sets_a_cookie_and_goes_on_without_the_token(self, app: Dash, asked: str, onward: str) -> None:
        client = app.server.test_client()
        answer = client.get(asked, base_url="http://127.0.0.1:8051")
        assert (answer.status_code, answer.headers["Location"]) == (303, onward)
        assert TOKEN not in answer.text
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["Set-Cookie"] == f"timeline-8051={TOKEN}; HttpOnly; Path=/; SameSite=Strict"
        assert client.get("/timeline.json", base_url="http://127.0.0.1:8051").status_code == 200
        assert client.get("/timeline.json", base_url="http://127.0.0.1:8052").status_code == 403

    def test_from_another_page_it_goes_on_by_a_page_of_its_own(self, app: Dash) -> None:
        """A browser sends no strict cookie along a redirect that another page began."""
        answer = ask(app, f"/?q=%22&token={TOKEN}", headers={"Sec-Fetch-Site": "cross-site"})
        assert answer.status_code == 200
        assert 'content="0; url=/?q=%22"' in answer.text
        assert TOKEN not in answer.text
        assert "Set-Cookie" in answer.headers

    @given(st.text("/\\\t\n aé%2:@.", max_size=9), st.text("token=&?#%/x ", max_size=20))
    def test_it_goes_on_to_this_server_alone(self, path: str, query: str) -> None:
        environment = {
            "PATH_INFO": "/" + path.encode().decode("latin-1"),
            "QUERY_STRING": quote(f"{query}&token=x", "=&"),
        }
        with flask.Flask("a").request_context(create_environ() | environment):
            onward = access.without_token(flask.request)
        assert urljoin("http://127.0.0.1:8050/", onward).startswith("http://127.0.0.1:8050/")
        assert "token" not in parse_qs(urlsplit(onward).query, keep_blank_values=True)

    def test_an_old_token_is_taken_out_of_the_address_too(self, app: Dash) -> None:
        client = app.server.test_client()
        client.get(f"/?token={TOKEN}")
        answer = client.get("/?token=old&q=mill")
        assert (answer.status_code, answer.headers["Location"]) == (303, "/?q=mill")

    @pytest.mark.parametrize(
        "token", ["", "t", TOKEN[:-1], TOKEN + "t", TOKEN.upper(), "ü", "\ud800", "%00", "a" * 9999]
    )
    def test_another_token_opens_nothing(self, app: Dash, token: str) -> None:
        given = token.encode("utf-8", "replace").decode()
        assert ask(app, "/timeline.json", query_string={"token": given}).status_code == 403
        assert ask(app, "/timeline.json", headers={"Cookie": f"timeline={given.encode().hex()}"}).status_code == 403
        latin = given.encode("latin-1", "replace").decode("latin-1")
        for header in (f"Bearer {latin}", f"Basic {latin}", latin, f"Basic {TOKEN}"):
            assert ask(app, "/timeline.json", headers={"Authorization": header}).status_code == 403

    def test_a_program_sends_it_as_a_bearer(self, app: Dash) -> None:
        assert "ledger" in ask(app, "/timeline.json", headers=STORED).text
        assert ask(app, "/", headers=STORED).status_code == 200

    def test_the_page_and_what_it_offers_hold_no_token(self, app: Dash) -> None:
        for path in ("/", "/_dash-layout", "/_dash-dependencies", "/timeline.html", "/embed"):
            assert TOKEN not in ask(app, path, headers=STORED).text


class TestEmbedded:
    KEY = access.key_of(TOKEN)

    def test_its_key_opens_it_and_what_it_loads(self, app: Dash) -> None:
        page = ask(app, f"/embed?key={self.KEY}")
        loaded = re.findall(r'(?:href|src)="([^"]+)"', page.text)
        assert len(loaded) == 3
        for path in (*loaded, f"/embed/figure?width=500&key={self.KEY}"):
            assert ask(app, path).status_code == 200
        assert ask(app, f"/embed/event?event=none&key={self.KEY}").status_code == 404

    def test_it_opens_nothing_else(self, app: Dash) -> None:
        paths = [path for method, path in addresses(app) if method == "GET" and not embed.is_part(path)]
        for path in (*paths, "/embedded", "/embed/../timeline.json"):
            for query in (f"key={self.KEY}", f"token={self.KEY}"):
                assert ask(app, path, query_string=query).status_code == 403, path
            assert ask(app, path, headers={"Authorization": f"Bearer {self.KEY}"}).status_code == 403

    def test_nothing_is_posted_with_it(self, app: Dash) -> None:
        for path in ("/embed", "/sources/files", "/_dash-update-component"):
            assert ask(app, path, "POST", query_string={"key": self.KEY}, json={}).status_code == 403

    def test_a_wrong_key_opens_nothing(self, app: Dash) -> None:
        assert ask(app, "/embed?key=x").status_code == 403

    def test_a_key_is_harmless_in_the_page(self) -> None:
        assert '"><script>' not in embed.page("A", key='"><script>')


class TestKept:
    def test_it_is_its_owners_alone(self, tmp_path: Path) -> None:
        before = os.umask(0)
        try:
            token = access.kept(tmp_path / "case.timeline")
        finally:
            os.umask(before)
        path = tmp_path / "case.timeline-token"
        assert path.read_text() == f"{token}\n"
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert access.kept(tmp_path / "case.timeline") == token

    @pytest.mark.parametrize("mode", [0o640, 0o604, 0o666])
    def test_one_that_others_may_read_is_made_anew(self, tmp_path: Path, mode: int) -> None:
        token, path = access.kept(tmp_path / "case.timeline"), tmp_path / "case.timeline-token"
        path.chmod(mode)
        assert access.kept(tmp_path / "case.timeline") != token
        assert stat.S_IMODE(path.stat().st_mode) == 0o600

    @pytest.mark.parametrize("content", [b"", b"short\n", TOKEN.encode(), b"\xff" * 43 + b"\n", b"t" * 4000])
    def test_what_is_no_token_is_made_anew(self, tmp_path: Path, content: bytes) -> None:
        path = tmp_path / "case.timeline-token"
        path.write_bytes(content)
        path.chmod(0o600)
        token = access.kept(tmp_path / "case.timeline")
        assert len(token) == 43
        assert path.read_text() == f"{token}\n"

    def test_a_link_is_neither_read_nor_written_through(self, tmp_path: Path) -> None:
        other = tmp_path / "other"
        other.write_text(f"{TOKEN}\n")
        other.chmod(0o600)
        for make in (Path.symlink_to, Path.hardlink_to):
            path = tmp_path / "case.timeline-token"
            path.unlink(missing_ok=True)
            make(path, other)
            assert access.kept(tmp_path / "case.timeline") != TOKEN
            assert other.read_text() == f"{TOKEN}\n"

    @pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
    def test_one_of_somebody_else_is_not_believed(self, tmp_path: Path) -> None:
        path = tmp_path / "case.timeline-token"
        path.write_text(f"{TOKEN}\n")
        path.chmod(0o600)
        os.chown(path, 65534, 65534)
        assert access.kept(tmp_path / "case.timeline") != TOKEN

    @pytest.mark.parametrize("there", ["folder", "nothing"])
    def test_where_none_can_be_kept_there_is_one_for_this_time(self, tmp_path: Path, there: str) -> None:
        if there == "folder":
            (tmp_path / "case.timeline-token").mkdir()
        project = tmp_path / ("case.timeline" if there == "folder" else "gone/case.timeline")
        assert len(access.kept(project)) == 43
        assert access.kept(project) != access.kept(project)


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[str, Any]]:
    """Serve, and stop at once or after a look -> the address that was told, and the application."""

    def served(source: Any, look: Callable[[], None] = lambda: None, **options: Any) -> tuple[str, Any]:
        told: list[str] = []
        applications: list[Any] = []

        def create(application: Any, *, sockets: Any, **_: Any) -> SimpleNamespace:
            applications.append(application)
            return SimpleNamespace(run=look, close=sockets[0].close)

        monkeypatch.setattr(serving.waitress, "create_server", create)
        serving.serve(source, port=0, on_ready=told.append, **options)
        return told[0], applications[0]

    return served


class TestServe:
    def test_the_address_that_is_told_opens_it(self, served: Any, project: Path) -> None:
        address, server = served(project, open_browser=False)
        base, _, token = address.partition("?token=")
        assert server.test_client().get("/", base_url=base).status_code == 403
        assert server.test_client().get(f"/?token={token}", base_url=base).status_code == 303
        again, _ = served(project, open_browser=False)
        assert again.endswith(token)

    def test_a_timeline_gets_a_token_each_time(self, served: Any) -> None:
        first, second = (served(Timeline(), open_browser=False)[0] for _ in range(2))
        assert first.partition("=")[2] != second.partition("=")[2]

    def test_it_can_do_without(self, served: Any) -> None:
        address, server = served(Timeline(), open_browser=False, token=False)
        assert "token" not in address
        assert server.test_client().get("/").status_code == 200

    def test_the_browser_is_not_started_with_the_token(self, served: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        """Every user of the machine sees what a program was started with."""
        opened: queue.Queue[str] = queue.Queue()
        pages: list[Path] = []
        seen: list[Any] = []

        def look() -> None:
            page = Path(opened.get(timeout=60).removeprefix("file://"))
            pages.append(page)
            seen.extend([stat.S_IMODE(path.stat().st_mode) for path in (page.parent, page)] + [page.read_text()])

        monkeypatch.setattr(serving.webbrowser, "open", opened.put)
        before = os.umask(0)
        try:
            address, _ = served(Timeline(), look)
        finally:
            os.umask(before)
        assert address.partition("=")[2] not in str(pages[0])
        assert seen[:2] == [0o700, 0o600]
        assert f"url={address}" in seen[2]
        assert not pages[0].parent.exists()


# What another user of the machine may try, in a process of their own: it says what it got.
STRANGER = """
import json, sys, urllib.request, urllib.error
address, project, requests = json.load(sys.stdin)
answers = []
for method, path, body in requests:
    request = urllib.request.Request(address + path, data=body and body.encode(), method=method)
    request.add_header("Content-Type", "application/json")
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            answers.append([answer.status, answer.read().decode("utf-8", "replace")])
    except urllib.error.HTTPError as answer:
        answers.append([answer.code, answer.read().decode("utf-8", "replace")])
files = []
for name in (project, project + "-token"):
    try:
        open(name, "rb").close()
        files.append(name)
    except OSError:
        pass
json.dump([answers, files], sys.stdout)
"""
OWNER = """
import sys
from dashboard.serve import serve
serve(sys.argv[1], port=0, open_browser=False, on_ready=lambda address: print(address, flush=True))
"""
NOBODY = 65534


@pytest.fixture
def running(project: Path) -> Iterator[tuple[str, Path]]:
    """A server of its own on a project that lies where all may look for it: the address without the token."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        path = Path(shutil.copy(project, folder))
        with subprocess.Popen([sys.executable, "-c", OWNER, str(path)], stdout=subprocess.PIPE, text=True) as server:  # noqa: S603
            assert server.stdout is not None
            try:
                yield server.stdout.readline().strip().partition("?")[0], path
            finally:
                server.terminate()


def as_nobody(program: str, given: str) -> str:
    """What a program prints that somebody else runs; it needs no package."""
    for python in filter(None, (sys.executable, shutil.which("python3", path=os.defpath))):
        try:
            return subprocess.run(  # noqa: S603
                [python, "-I", "-c", program],
                input=given,
                stdout=subprocess.PIPE,
                text=True,
                check=True,
                user=NOBODY,
                group=NOBODY,
                extra_groups=[],
                cwd="/",
                env={},
            ).stdout
        except PermissionError:  # it lies where only its owner looks
            continue
    pytest.skip("another user can start no Python here")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can ask as somebody else")
def test_another_user_of_the_machine_gets_nothing(app: Dash, running: tuple[str, Path]) -> None:
    address, path = running
    before = path.read_bytes()
    add = {
        "output": next(name for name in app.callback_map if "path.value" in name),
        "outputs": [],
        "inputs": [{"id": "path-add", "property": "n_clicks", "value": 1}],
        "state": [{"id": "path", "property": "value", "value": str(path.parent)}],
        "changedPropIds": ["path-add.n_clicks"],
    }
    requests = [
        *((method, name.lstrip("/"), None) for method, name in addresses(app) if method in ("GET", "POST")),
        ("POST", "_dash-update-component", json.dumps(add)),
        ("POST", "sources/files?name=theirs.txt", "Theirs."),
        ("GET", "?token=" + "x" * 43, None),
        ("GET", "embed?key=" + "x" * 43, None),
    ]
    answers, files = json.loads(as_nobody(STRANGER, json.dumps([address, str(path), requests])))
    assert [status for status, _ in answers] == [403] * len(requests)
    assert not [text for _, text in answers if "ledger" in text or "Harwick" in text]
    assert files == []
    assert path.read_bytes() == before
    assert {each.name for each in path.parent.iterdir()} == {"case.timeline", "case.timeline-token"}

"""What the features bring: every part that is wired is on the page; every file is loaded, in its order, no others."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from dash import Dash

import dashboard
from dashboard import create_app, features
from dashboard.server import files
from dashboard.share import embed
from timeline import Timeline, TimelineError, open_project

PACKAGE = Path(dashboard.__file__).parent


@pytest.fixture(scope="module")
def app() -> Dash:
    return create_app(Timeline())


def get(app: Dash, path: str, **options: Any) -> Any:
    return app.server.test_client().get(path, buffered=True, **options)


def loaded(app: Dash) -> list[str]:
    """The addresses of our own files in the page, in its order."""
    return re.findall(r'(?:href|src)="(/files/[^"]+)"', get(app, "/").text)


@pytest.mark.parametrize("kind", ["timeline", "project"])
def test_every_part_that_is_wired_is_on_the_page_once(kind: str, tmp_path: Path) -> None:
    if kind == "project":
        with open_project(tmp_path / "case.timeline", create=True) as project:
            project.save(Timeline())
    app = create_app(Timeline() if kind == "timeline" else tmp_path / "case.timeline")
    client = app.server.test_client()
    client.get("/_dash-dependencies")  # Dash sets itself up
    drawn = re.findall(r'"id": ?"([^"]+)"', json.dumps(client.get("/_dash-layout").get_json()))
    assert sorted(drawn) == sorted(set(drawn))
    wired = {part["id"] for each in app.callback_map.values() for part in (*each["inputs"], *each["state"])}
    wired |= {part.rpartition(".")[0] for name in app.callback_map for part in name.strip(".").split("...")}
    assert len(wired) > 50
    assert wired <= set(drawn)


def test_every_function_of_the_browser_that_is_wired_is_in_one_script(app: Dash) -> None:
    wired = [each["clientside_function"] for each in get(app, "/_dash-dependencies").get_json()]
    names = [each["function_name"] for each in wired if each and each["namespace"] == "timeline"]
    scripts = [(PACKAGE / name).read_text() for name in features.SCRIPTS]
    offered = {name: sum(bool(re.search(rf"^    {name}(\(|: )", script, re.M)) for script in scripts) for name in names}
    assert len(names) > 8
    assert offered == dict.fromkeys(names, 1)


def test_every_style_sheet_and_script_of_the_package_is_loaded_once() -> None:
    kept = [path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*") if path.suffix in (".css", ".js")]
    framed = [(embed.FOLDER / name).relative_to(PACKAGE).as_posix() for name in embed.FILES]
    assert sorted(kept) == sorted([*features.STYLES, *features.SCRIPTS, *framed])


def test_the_page_names_them_in_their_order(app: Dash) -> None:
    names = [address.split("/", maxsplit=3)[3] for address in loaded(app)]
    assert names == [*features.STYLES, *features.SCRIPTS]


def test_styles_stand_after_those_of_the_components_and_scripts_before_what_draws_the_page(app: Dash) -> None:
    page = get(app, "/").text
    scripts = re.findall(r'<script src="([^"]+)"', page)
    first, last = (scripts.index(address) for address in (loaded(app)[len(features.STYLES)], loaded(app)[-1]))
    assert any("dash_mantine_components" in address for address in scripts[:first])
    assert any("dash_renderer" in address for address in scripts[last + 1 :])


@pytest.mark.parametrize("name", [*features.STYLES, *features.SCRIPTS])
def test_each_is_answered_as_it_is(app: Dash, name: str) -> None:
    (address,) = (each for each in loaded(app) if each.endswith(f"/{name}"))
    answer = get(app, address)
    assert answer.data == (PACKAGE / name).read_bytes()
    assert answer.mimetype == {"css": "text/css", "js": "text/javascript"}[name.rpartition(".")[2]]
    assert answer.headers["Cache-Control"] == "private, max-age=31536000, immutable"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert get(app, address, headers={"Host": "example.org"}).status_code == 421


def test_nothing_else_of_the_package_is_served(app: Dash) -> None:
    """No address that takes a path gives a module, whichever folder it starts from."""
    modules = [path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py")]
    assert len(modules) > 30
    rules = [rule.rule for rule in app.server.url_map.iter_rules() if "GET" in (rule.methods or ())]
    open_ended = {re.sub(r"<path:\w+>$", "", rule) for rule in rules if re.search(r"<path:\w+>$", rule)}
    folders = {*open_ended, *(rule.rpartition("/")[0] + "/" for rule in rules if "<" not in rule)}
    folders |= {folder.replace("<string:package_name>", "dashboard") for folder in folders}
    known = {re.sub(r"<[^>]+>", "dashboard", folder) for folder in folders}
    assert {"/", "/assets/", "/_dash-component-suites/dashboard/"} <= known
    for folder in known:
        for name in modules:
            answer = get(app, f"{folder}{name}")
            # Dash answers with the page whatever it does not know, so that an app may have many addresses.
            assert answer.status_code == 404 or answer.mimetype == "text/html", f"{folder}{name}"
            assert b"from __future__" not in answer.data


def test_a_changed_file_has_another_address() -> None:
    one, other = (files.File("view/view.css", content).address for content in (b"a", b"b"))
    assert one != other
    assert one.rpartition("/files/")[2].split("/", maxsplit=1)[1] == "view/view.css"


@pytest.mark.parametrize("name", ["view/gone.css", "view/gone.js", "gone/view.js"])
def test_a_missing_file_ends_the_start(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(features, "STYLES", (*features.STYLES, name))
    with pytest.raises(TimelineError, match=r"gone.*cannot be read \(no such file or directory\)"):
        create_app(Timeline())


def test_a_missing_file_of_the_embedded_view_ends_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embed, "FILES", (*embed.FILES, "gone.js"))
    with pytest.raises(TimelineError, match=r"gone\.js cannot be read"):
        create_app(Timeline())


def test_a_module_is_no_file_of_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(features, "SCRIPTS", ("app.py",))
    with pytest.raises(TimelineError, match=r"app\.py is neither a style sheet nor a script"):
        create_app(Timeline())

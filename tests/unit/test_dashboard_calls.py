"""What a page would never send is a bad request: a sentence, and no traceback anywhere."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from dash import Dash

from dashboard import create_app
from dashboard.server.calls import CALLS
from timeline import build, open_project


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Dash:
    folder = tmp_path_factory.mktemp("case")
    (folder / "letter.txt").write_text("The mill burned on 3 May 2021.\n")
    with open_project(folder / "case.timeline", create=True) as project:
        project.update([folder / "letter.txt"])
        project.save(build(project.documents()))
    app = create_app(folder / "case.timeline")
    app.server.test_client().get("/_dash-dependencies")  # Dash sets itself up
    return app


@pytest.fixture(autouse=True)
def no_complaints(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Nothing is logged that a person would see."""
    yield
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING] == []


def call(app: Dash, output: str = "list-page.data", **values: Any) -> dict[str, Any]:
    """A call of the callback that gives an output, as a page makes it."""
    name = next(each for each, callback in app.callback_map.items() if output in each and "callback" in callback)

    def filled(items: list[dict[str, str]]) -> list[dict[str, Any]]:
        return [item | {"value": values.get(f"{item['id']}.{item['property']}")} for item in items]

    callback = app.callback_map[name]
    parts = [part.rpartition(".") for part in name.strip(".").split("...")]
    outputs: Any = [{"id": part[0], "property": part[2]} for part in parts]
    return {
        "output": name,
        "outputs": outputs if name.startswith("..") else outputs[0],
        "inputs": filled(callback["inputs"]),
        "state": filled(callback["state"]),
        "changedPropIds": [f"{callback['inputs'][0]['id']}.{callback['inputs'][0]['property']}"],
    }


def answered(app: Dash, body: Any) -> int:
    answer = app.server.test_client().post(CALLS, json=body)
    assert "Traceback" not in answer.text
    status: int = answer.status_code
    return status


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/_dash-component-suites/nonsense/x.js", 404),
        ("/_dash-component-suites/dash/nope", 404),
        ("/_dash-component-suites/dash/nope.v4_0m1.min.js", 404),
        ("/_dash-component-suites/dash/../../etc/passwd", 404),
        ("/_dash-component-suites/dash/%2e%2e/%2e%2e/app.py", 404),
        ("/_dash-component-suites/..%2f..%2fx/y", 404),
        ("/_dash-component-suites/os/path.py", 404),
        ("/assets/../app.py", 404),
        ("/assets/%2e%2e/app.py", 404),
        ("/static/x", 404),
        ("/timeline.json?from=%FF&to=%00&confidence=nan", 200),
        ("/embed/event?event=%00", 404),
    ],
)
def test_a_part_that_is_not_there(app: Dash, path: str, status: int) -> None:
    answer = app.server.test_client().get(path, buffered=True)
    assert answer.status_code == status
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        pytest.param(b"", "application/json", 400, id="nothing"),
        pytest.param(b"{", "application/json", 400, id="half"),
        pytest.param(b"\xff\xfe", "application/json", 400, id="no-unicode"),
        pytest.param(b"{}", "text/plain", 415, id="text"),
        pytest.param(b"output=x", "application/x-www-form-urlencoded", 415, id="form"),
        pytest.param(b"[" * 100_000, "application/json", 400, id="deep"),
        pytest.param(b'{"output": ' + b"9" * 9_000 + b"}", "application/json", 400, id="long-number"),
        *(
            pytest.param(body, "application/json", 400, id=body.decode())
            for body in (
                b"null",
                b"5",
                b'"x"',
                b"[]",
                b"{}",
                b'{"output": 5}',
                b'{"output": ["x"]}',
                b'{"output": "x"}',
            )
        ),
    ],
)
def test_a_body_that_is_no_call(app: Dash, body: bytes, kind: str, status: int) -> None:
    answer = app.server.test_client().post(CALLS, data=body, content_type=kind)
    assert answer.status_code == status
    assert list(answer.get_json()) == ["error"]


CHANGES: dict[str, Any] = {
    "no-output": {"output": None},
    "unknown-output": {"output": "nobody.data"},
    "output-of-the-browser": {"output": "list.data-drawn"},
    "outputs-of-no-kind": {"outputs": 5},
    "outputs-of-another": {"outputs": {"id": "filters", "property": "data"}},
    "no-outputs": {"outputs": []},
    "no-inputs": {"inputs": []},
    "inputs-of-no-kind": {"inputs": {"id": "x"}},
    "inputs-in-inputs": {"inputs": [[]]},
    "inputs-without-names": {"inputs": [{"value": 1}]},
    "inputs-of-another": {"inputs": [{"id": "path", "property": "value", "value": ""}]},
    "no-state": {"state": []},
    "state-of-no-kind": {"state": None},
    "changes-of-no-kind": {"changedPropIds": 5},
    "changes-that-are-numbers": {"changedPropIds": [5]},
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_call_that_is_not_of_this_page(app: Dash, change: dict[str, Any]) -> None:
    assert answered(app, call(app, **{"list-scope.value": "all"})) != 400
    assert answered(app, call(app, **{"list-scope.value": "all"}) | change) == 400


VALUES: tuple[Any, ...] = (
    *(5, -1, 1e308, True, "x", "\ud800", "\u0000", [], {}, ["x"], [[1]], [1, 2], [1, 2, 3], [None], {"x": 1}),
    *({"event": 5}, {"event": {}}, {"search": 5}, {"action": 5}, {"action": [{}]}, {"key": {}}, {"query": 5}),
    *({"statuses": 5}, {"statuses": [5]}, {"width": "x", "height": []}, {"window": 5}, {"window": [1]}),
    *({"kept": 5}, {"kept": [5]}, {"refused": [5]}, {"source": {}}, {"document": []}, {"number": []}, {"mention": "x"}),
)


def test_whatever_value_is_sent_for_whatever_part(app: Dash) -> None:
    """Refused, or answered: never an error of the program, which the log would hold."""
    statuses = set()
    for name, callback in app.callback_map.items():
        if "callback" not in callback:
            continue
        sound = call(app, name)
        for place in range(len(sound["inputs"]) + len(sound["state"])):
            for value in VALUES:
                body = json.loads(json.dumps(sound))
                part = (*body["inputs"], *body["state"])[place]
                part["value"] = value
                if place < len(sound["inputs"]):
                    body["changedPropIds"] = [f"{part['id']}.{part['property']}"]
                statuses.add(answered(app, body))
    assert statuses == {200, 204, 400}

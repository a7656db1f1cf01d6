"""Calls of callbacks: only those that the page could have made are let through.

Dash believes what it is sent, and fails inside on what its page would never send. Here a call must name a callback of
this app with its inputs in their order, each value must be of the kind with which the callback's function is
annotated, and so must what the page's stores hold. Anything else is a bad request, and no error of this program.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, get_type_hints

import flask
from dash import Dash
from pydantic import BaseModel, ConfigDict, TypeAdapter

CALLS = "/_dash-update-component"

_HALF_A_CHARACTER = re.compile(rb"\\u[dD][89a-fA-F]")  # a surrogate, which may or may not have its other half


# What is held by the fields of the values that are records, in whichever store they stand.
_FIELDS: dict[str, TypeAdapter[Any]] = {
    "action": TypeAdapter(list[str | float] | str | None),
    "document": TypeAdapter(str | None),
    "event": TypeAdapter(str | None),
    "kept": TypeAdapter(list[str] | None),
    "refused": TypeAdapter(list[dict[str, str]] | None),
    "search": TypeAdapter(str | None),
    "source": TypeAdapter(str | None),
    "window": TypeAdapter(list[float] | None),
}


class _Property(BaseModel):
    model_config = ConfigDict(strict=True)

    id: str
    property: str
    value: Any = None

    def __str__(self) -> str:
        return f"{self.id}.{self.property}"


class _Call(BaseModel):
    model_config = ConfigDict(strict=True)

    output: str
    outputs: list[_Property] | _Property
    inputs: list[_Property]
    state: list[_Property] = []
    changedPropIds: list[str] = []  # noqa: N815 (Dash's name)


def check(app: Dash) -> None:
    """Refuse calls that make no sense to an app, before Dash looks at them."""

    def look() -> None:
        if flask.request.path == CALLS and flask.request.method == "POST":
            try:
                _check(app.callback_map, flask.request.get_json())
            except (ValueError, RecursionError):  # pydantic's errors are ValueErrors; lists in lists have no end
                flask.abort(400)

    app.server.before_request(look)


def _check(callbacks: Mapping[str, Any], body: Any) -> None:
    """Raise ValueError for a call that the page could not have made."""
    if _HALF_A_CHARACTER.search(flask.request.get_data()):
        flask.json.dumps(body, ensure_ascii=False).encode()
    call = _Call.model_validate(body)
    callback = callbacks.get(call.output, {})
    wanted = [f"{part['id']}.{part['property']}" for part in (*callback.get("inputs", ()), *callback.get("state", ()))]
    given = [*call.inputs, *call.state]
    outputs = call.outputs if isinstance(call.outputs, list) else [call.outputs]
    if "callback" not in callback or [str(part) for part in given] != wanted or _joined(outputs) != call.output:
        raise ValueError("no such callback")
    for part, kind in zip(given, _kinds(inspect.unwrap(callback["callback"]), len(given)), strict=True):
        kind.validate_python(part.value, strict=True)
        for name in _FIELDS.keys() & part.value.keys() if isinstance(part.value, dict) else ():
            _FIELDS[name].validate_python(part.value[name], strict=True)


def _joined(outputs: Sequence[_Property]) -> str:
    """Outputs as Dash names their callback."""
    return str(outputs[0]) if len(outputs) == 1 else f"..{'...'.join(map(str, outputs))}.."


@cache
def _kinds(function: Callable[..., Any], count: int) -> tuple[TypeAdapter[Any], ...]:
    """The kinds of the first `count` arguments of a function; those that it takes as one tuple may be anything."""
    hints = get_type_hints(function)
    named = [name for name, each in inspect.signature(function).parameters.items() if each.kind != each.VAR_POSITIONAL]
    known = [_kind(hints.get(name, Any)) for name in named]
    return (*known, *[_kind(Any)] * (count - len(known)))


@cache
def _kind(hint: Any) -> TypeAdapter[Any]:
    return TypeAdapter(hint, config=ConfigDict(allow_inf_nan=False))

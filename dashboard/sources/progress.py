"""What is said of a build: its stage and documents done, what came of it, and which files were not taken."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from dashboard.attributes import aria
from dashboard.sources.building import State

_MOST_FAILURES = 40  # listed; a folder of pictures has more


def progress(state: State) -> Any:
    """The stage of a running build with documents done of all, or what came of the last; nothing before the first."""
    if state.running:
        far = f" {state.done:,} of {state.of:,}" if state.of else ""
        bar: Any = {"value": str(state.done), "max": str(state.of)} if state.of else {}
        return [
            html.P(f"{state.stage}{far}", className="stage"),
            html.Progress(**bar, **aria(label="Progress of the build")),
            html.P("The page shows the results before it meanwhile.", className="dim"),
        ]
    if not state.ended:
        return None
    return [
        html.P(state.summary, className="outcome failed" if state.failed else "outcome"),
        _failures("Could not be read:", [(failure.path, failure.reason) for failure in state.failures]),
    ]


def refused(files: Sequence[tuple[str, str]]) -> Any:
    """Files that were sent and not taken, each with the reason."""
    return _failures("Not taken:", files)


def _failures(heading: str, files: Sequence[tuple[str, str]]) -> Any:
    if not files:
        return None
    shown = [html.Li([html.Strong(name), f": {reason}"]) for name, reason in files[:_MOST_FAILURES]]
    more = len(files) - _MOST_FAILURES
    return html.Div(
        [html.P(heading), html.Ul(shown + [html.Li(f"and {more:,} more")] * (more > 0))], className="failures"
    )


def progress_in_short(state: State) -> str:
    """The words of the button that opens the drawer."""
    if not state.running:
        return "Sources"
    return f"Building {state.done / state.of:.0%}" if state.of else "Building…"

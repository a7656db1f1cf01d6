"""The log of corrections as a person reads it: what was put right, by whom, what could not be applied."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html

from dashboard import ids
from dashboard.curate.buttons import correct
from dashboard.data.collection import Collection
from timeline.curation import Action, Correction, Decision, Unapplied, described, in_force

_BACK = "taken back: "


def drawer() -> Any:
    """The drawer of the log."""
    return dmc.Drawer(
        [
            html.Div(id=ids.LOG_ENTRIES),
            html.H3("Take corrections along"),
            html.P(
                "Corrections are kept in the project and laid over every new build. They can be taken to another "
                "project of the same documents.",
                className="dim",
            ),
            html.Div(
                [
                    html.A(
                        "Download corrections",
                        href="/corrections.json",
                        download="corrections.json",
                        className="button",
                    ),
                    dcc.Upload("Apply a file of corrections", id=ids.LOG_UPLOAD, className="button", accept=".json"),
                ],
                className="actions",
            ),
        ],
        id=ids.LOG,
        position="right",
        size="min(34rem, 94vw)",
        title="Corrections",
        closeButtonProps={"aria-label": "Close the corrections"},
    )


def entries(collection: Collection) -> Any:
    """The log, the newest first, and what of it has no effect on this build."""
    log = collection.log
    if not log:
        return html.P(
            "Nothing was corrected yet. Choose an event to confirm, reject, edit or merge it; select words in a "
            "source's text to add one that was missed.",
            className="hint",
        )
    standing = {each.number for each in in_force(log)}
    lost = {each.correction.number: each for each in collection.unapplied}
    return html.Div(
        [
            _lost(collection.unapplied),
            html.Ol(
                [html.Li(_entry(collection, each, standing, lost)) for each in reversed(log)],
                className="log",
            ),
        ]
    )


def told(decision: Decision, log: Sequence[Correction]) -> str:
    """What a decision does, in a few words; of one that takes another back, which that is.

    >>> told(Decision(Action.UNDO, undoes=1), [Correction(1, "Ada", "2026-05-03", Decision(Action.CONFIRM))])
    'taken back: confirmed'
    """
    undone = next(
        (each.decision for each in log if decision.action == Action.UNDO and each.number == decision.undoes), None
    )
    if undone is None:
        return described(decision)
    words = told(undone, log)
    return f"done again: {words.removeprefix(_BACK)}" if words.startswith(_BACK) else f"{_BACK}{words}"


def _lost(unapplied: Sequence[Unapplied]) -> Any:
    if not unapplied:
        return None
    count = len(unapplied)
    return html.P(
        f"{count} correction{'s have' if count != 1 else ' has'} no effect on this build. Nothing is lost: "
        "they stay in the log and hold again as soon as their reports are found.",
        className="warning",
    )


def _entry(collection: Collection, correction: Correction, standing: set[int], lost: dict[int, Unapplied]) -> list[Any]:
    decision = correction.decision
    stands = correction.number in standing
    words = " … ".join(anchor.quote for anchor in decision.anchors[:1])
    event = collection.events.get(decision.event)
    label = "Take back" if decision.action != Action.UNDO else "Do it again"
    problem = lost.get(correction.number)
    return [
        html.Div(told(decision, collection.log), className="done" if stands else "done undone"),
        html.Div(event.title if event is not None else words, className="about"),
        html.Div(f"no effect: {problem.reason}", className="warning") if problem is not None else None,
        html.Div(decision.note, className="dim") if decision.note else None,
        html.Div(
            [
                html.Span(correction.signed if stands else f"{correction.signed} · taken back", className="dim"),
                correct(label, {"action": Action.UNDO, "number": correction.number}, label, quiet=True)
                if stands
                else None,
            ],
            className="report-foot",
        ),
    ]

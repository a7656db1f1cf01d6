"""The buttons by which a person puts something right at once, or opens a form for it."""

from __future__ import annotations

import json
from typing import Any

from dash import html

from dashboard.attributes import aria, data
from dashboard.data.collection import CONFIRMED
from timeline import Event
from timeline.curation import Action


def controls(event: Event) -> Any:
    """What can be done to the chosen event."""
    return html.Div(
        [
            html.Span("Confirmed", className="confirmed")
            if event.review is not None and event.review.state == CONFIRMED
            else correct("Confirm", {"action": Action.CONFIRM, "event": event.id}, "This event is right as it stands"),
            correct(
                "Reject", {"action": Action.REJECT, "event": event.id}, "This is no event, or does not belong here"
            ),
            html.Button("Edit", type="button", className="button", **data(edit=event.id)),
            html.Button("Merge …", type="button", className="button", **data(merge=event.id)),
            leave_out(event) if event.main else None,
        ],
        className="actions curation",
        role="group",
        **aria(label="Put this event right"),
    )


def leave_out(event: Event) -> Any:
    """The button that leaves an event out of the main ones."""
    wanted = {"action": Action.LEAVE_OUT, "event": event.id}
    return correct("Leave out", wanted, "Leave it out of the main events; it is kept", quiet=True)


def make_main(event: Event) -> Any:
    """The button that makes an event a main one."""
    wanted = {"action": Action.SHOW, "event": event.id}
    return correct("Make it one", wanted, "Show it among the main events", quiet=True)


def split_off(event: Event, mention: int) -> Any:
    """The button that takes a report out of an event."""
    wanted = {"action": Action.SPLIT, "event": event.id, "mention": mention}
    return correct("Split off", wanted, "This report tells of another event", quiet=True)


def correct(label: str, wanted: dict[str, Any], title: str, *, quiet: bool = False) -> Any:
    """A button that corrects something at once."""
    return html.Button(
        label,
        type="button",
        className="text-button" if quiet else "button",
        title=title,
        **data(correct=json.dumps(wanted)),
    )

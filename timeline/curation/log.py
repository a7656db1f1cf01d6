"""The log as a file, for another project of the same documents; and how two logs are joined."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from typing import Any

from timeline.curation.corrections import Action, Correction, Decision, described, moment
from timeline.errors import CurationError

SCHEMA = "timeline-corrections/1"


def dumps(corrections: Iterable[Correction]) -> str:
    """The log as JSON, a line for each correction.

    >>> print(dumps([]), end="")
    {"schema": "timeline-corrections/1",
    "corrections": []}
    """
    lines = ",".join("\n" + json.dumps(_flat(correction), ensure_ascii=False) for correction in corrections)
    return f'{{"schema": {json.dumps(SCHEMA)},\n"corrections": [{lines}]}}\n'


def loads(text: str | bytes) -> tuple[Correction, ...]:
    """Read the log that `dumps` writes. Raises CurationError for anything else, and where its numbers are out of order.

    >>> loads(dumps([]))
    ()
    """
    from pydantic import TypeAdapter

    try:
        content = json.loads(text)
        if content["schema"] != SCHEMA:
            raise CurationError(f"this is no log of the form {SCHEMA!r} but of {content['schema']!r}")
        rows = [_deep(row) for row in content["corrections"]]
        found: tuple[Correction, ...] = TypeAdapter(tuple[Correction, ...]).validate_json(json.dumps(rows))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise CurationError(f"this is no log of corrections of the form {SCHEMA!r}") from error
    last = 0
    for correction in found:
        check(correction)
        undoes = correction.decision.undoes if correction.decision.action == Action.UNDO else 0
        if correction.number <= last or undoes >= correction.number:
            raise CurationError(f"the corrections of this log are out of order at number {correction.number}")
        last = correction.number
    return found


def check(correction: Correction) -> None:
    """Raise CurationError for a correction without the name of its author, or without a time."""
    if not correction.who.strip():
        raise CurationError("a correction needs the name of who makes it")
    if moment(correction.at) is None:
        raise CurationError(f"{correction.at!r} is no time in ISO 8601 with its offset from UTC")


def joined(ours: Sequence[Correction], theirs: Sequence[Correction]) -> tuple[Correction, ...]:
    """The corrections of another log (`theirs`) that ours lacks, numbered on from ours.

    Two corrections are the same if author, time and contents are. An UNDO takes back the same correction as before,
    under its new number.

    >>> theirs = [Correction(7, "A. Meyer", "2026-05-03T09:30:00Z", Decision(Action.CONFIRM))]
    >>> [correction.number for correction in joined([], theirs)], joined(theirs, theirs)
    ([1], ())
    """
    known: defaultdict[tuple[str, str, Decision], list[int]] = defaultdict(list)
    for correction in reversed(ours):
        known[_identity(correction, correction.decision)].append(correction.number)
    numbers: dict[int, int] = {}
    new: list[Correction] = []
    last = max((correction.number for correction in ours), default=0)
    for correction in theirs:
        decision = correction.decision
        if decision.action == Action.UNDO:
            decision = replace(decision, undoes=numbers.get(decision.undoes, 0))
        same = known.get(_identity(correction, decision))
        if same:
            numbers[correction.number] = same.pop()
        else:
            last += 1
            numbers[correction.number] = last
            new.append(replace(correction, number=last, decision=decision))
    return tuple(new)


def conflict(decision: Decision, newer: Iterable[Correction]) -> str:
    """A sentence about the first newer correction that concerns the event or a report of a decision; "" if none does.

    `newer` are the corrections that the author of the decision had not seen.

    >>> conflict(Decision(Action.CONFIRM, "e1"), [])
    ''
    """
    for correction in newer:
        if _events(decision) & _events(correction.decision) or _reports(decision) & _reports(correction.decision):
            made = moment(correction.at)
            at = f" at {made:%H:%M} UTC" if made else ""
            return f"{correction.signed}{at} changed this event meanwhile: {described(correction.decision)}"
    return ""


def _identity(correction: Correction, decision: Decision) -> tuple[str, str, Decision]:
    """What makes two corrections the same; `decision` is that of the correction, with our numbers in it."""
    return correction.who, correction.at, decision


def _events(decision: Decision) -> set[str]:
    """The ids of the events that a decision concerns."""
    return {decision.event, decision.value if decision.action == Action.MERGE else ""} - {""}


def _reports(decision: Decision) -> set[tuple[str, int, int, str]]:
    """The keys of the reports that a decision concerns."""
    return {anchor.key for anchor in (*decision.anchors, *decision.others)}


def _flat(correction: Correction) -> dict[str, Any]:
    """A correction as an object of JSON, the fields of its decision among its own."""
    head = {"number": correction.number, "who": correction.who, "at": correction.at}
    return head | asdict(correction.decision)


def _deep(row: dict[str, Any]) -> dict[str, Any]:
    """The object that `_flat` made, with the decision's fields by themselves."""
    head = ("number", "who", "at")
    decision = {name: value for name, value in row.items() if name not in head}
    return {name: row[name] for name in head} | {"decision": decision}

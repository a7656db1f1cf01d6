"""The log as a file, for another build of the same documents: what is in it, and how two logs become one."""

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
    """Read what `dumps` writes. Raises CurationError for anything else."""
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
    """Raise CurationError where nobody, or no time, stands behind a correction."""
    if not correction.who.strip():
        raise CurationError("a correction needs the name of who makes it")
    if moment(correction.at) is None:
        raise CurationError(f"{correction.at!r} is no time in ISO 8601 with its offset from UTC")


def joined(ours: Sequence[Correction], theirs: Sequence[Correction]) -> tuple[Correction, ...]:
    """The corrections of another log that ours lacks, with the numbers that they get in ours.

    The same correction is one of the same person, time and contents. What an UNDO takes back is followed.
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
    """What somebody changed meanwhile of the reports or the event of a decision, in a sentence; "" for nothing.

    `newer` are the corrections that whoever made the decision had not seen.
    """
    for correction in newer:
        if _events(decision) & _events(correction.decision) or _reports(decision) & _reports(correction.decision):
            made = moment(correction.at)
            at = f" at {made:%H:%M} UTC" if made else ""
            return f"{correction.signed}{at} changed this event meanwhile: {described(correction.decision)}"
    return ""


def _identity(correction: Correction, decision: Decision) -> tuple[str, str, Decision]:
    return correction.who, correction.at, decision


def _events(decision: Decision) -> set[str]:
    return {decision.event, decision.value if decision.action == Action.MERGE else ""} - {""}


def _reports(decision: Decision) -> set[tuple[str, int, int, str]]:
    return {anchor.key for anchor in (*decision.anchors, *decision.others)}


def _flat(correction: Correction) -> dict[str, Any]:
    head = {"number": correction.number, "who": correction.who, "at": correction.at}
    return head | asdict(correction.decision)


def _deep(row: dict[str, Any]) -> dict[str, Any]:
    head = ("number", "who", "at")
    decision = {name: value for name, value in row.items() if name not in head}
    return {name: row[name] for name in head} | {"decision": decision}

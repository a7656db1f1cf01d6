"""The records of the log: what a person decided, about which reports, who it was and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from timeline.timespan import Day
from timeline.wording import day_in_words


class Action(StrEnum):
    """What a correction does."""

    CONFIRM = "confirm"
    REJECT = "reject"
    RETITLE = "retitle"
    REDATE = "redate"
    RESTATUS = "restatus"
    MERGE = "merge"
    SPLIT = "split"
    ADD = "add"
    NOTE = "note"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class ReportRef:
    """One report, named so that it is found again after any rebuild.

    `sha256` is the digest of its document's text, `document` that document's id; `start`, `end` and `text` are the
    trigger, `quote` and `sentence` the words of the sentence and where it begins, `date` the words of the date, ""
    where none hold it. `beside` are the triggers in the same sentence that told of other events then, by their starts:
    what this report can never turn into.
    """

    sha256: str
    document: str
    start: int
    end: int
    text: str
    quote: str
    sentence: int
    date: str = ""
    beside: tuple[int, ...] = ()

    @property
    def key(self) -> tuple[str, int, int, str]:
        """What tells it from all other reports."""
        return self.sha256, self.start, self.end, self.date


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision before it is in the log.

    `event` is the event's id when it was made ("" for ADD) and only settles ties; `anchors` are the reports concerned:
    all of the event's, for SPLIT those that are split off, for ADD the selected words. `others` are the reports of the
    other event for MERGE, those that stay for SPLIT. `value` is the title (RETITLE, ADD), the EDTF (REDATE), the status
    (RESTATUS), the text (NOTE) or the other event's id (MERGE); `when` the EDTF of ADD, "" for undated; `undoes` the
    number of the correction that UNDO takes back; `note` a comment on any of them.
    """

    action: Action
    event: str = ""
    anchors: tuple[ReportRef, ...] = ()
    others: tuple[ReportRef, ...] = ()
    value: str = ""
    when: str = ""
    undoes: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """An entry of the log: its number from 1, who made it, and when in ISO 8601, UTC."""

    number: int
    who: str
    at: str
    decision: Decision

    @property
    def day(self) -> str:
        """The day it was made, in words; `at` as it is where that is no time.

        >>> Correction(1, "A. Meyer", "2026-05-03T09:30:00Z", Decision(Action.CONFIRM)).day
        '3 May 2026'
        """
        made = moment(self.at)
        return day_in_words(Day(made.year, made.month, made.day)) if made else self.at

    @property
    def signed(self) -> str:
        """Who made it and when: "A. Meyer on 3 May 2026"."""
        return f"{self.who} on {self.day}"


def moment(at: str) -> datetime | None:
    """The moment that an ISO 8601 text with its offset from UTC names; None where it names none.

    >>> moment("2026-05-03T09:30:00+02:00")
    datetime.datetime(2026, 5, 3, 7, 30, tzinfo=datetime.timezone.utc)
    >>> moment("2026-05-03")
    """
    try:
        made = datetime.fromisoformat(at)
        return made.astimezone(UTC) if made.tzinfo is not None else None
    except (ValueError, OverflowError):
        return None


_WORDS = {
    Action.CONFIRM: "confirmed",
    Action.REJECT: "rejected",
    Action.RETITLE: "title set to ‘{value}’",
    Action.REDATE: "date set to {value}",
    Action.RESTATUS: "status set to {value}",
    Action.MERGE: "merged with another event",
    Action.SPLIT: "reports split off",
    Action.ADD: "event ‘{value}’ added",
    Action.NOTE: "note ‘{value}’",
    Action.UNDO: "correction {undoes} taken back",
}


def described(decision: Decision) -> str:
    """What a decision does, in a few words.

    >>> described(Decision(Action.REDATE, value="2021-05"))
    'date set to 2021-05'
    """
    return _WORDS[decision.action].format(value=decision.value, undoes=decision.undoes)


def in_force(corrections: Sequence[Correction]) -> tuple[Correction, ...]:
    """The corrections that were not taken back, in order; one whose UNDO was itself taken back is in force again."""
    gone: set[int] = set()
    kept: list[Correction] = []
    for correction in reversed(corrections):
        if correction.number in gone:
            continue
        kept.append(correction)
        if correction.decision.action == Action.UNDO and correction.decision.undoes < correction.number:
            gone.add(correction.decision.undoes)
    return tuple(reversed(kept))

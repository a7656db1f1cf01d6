"""The records of the log: who decided what about which reports, and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from timeline.timespan import Day
from timeline.wording import day_in_words


class Action(StrEnum):
    """What a correction does."""

    CONFIRM = "confirm"  # says that an event is right
    REJECT = "reject"  # takes an event away
    RETITLE = "retitle"  # gives it another title
    REDATE = "redate"  # gives it another date
    RESTATUS = "restatus"  # gives it another status
    MERGE = "merge"  # makes two events one
    SPLIT = "split"  # makes some reports an event of their own
    ADD = "add"  # adds an event that the extractor missed
    NOTE = "note"  # adds a note to an event
    SHOW = "show"  # makes it a main event
    LEAVE_OUT = "leave-out"  # makes it no main event; it is kept, and no less right
    UNDO = "undo"  # takes a correction back


@dataclass(frozen=True, slots=True)
class ReportRef:
    """The anchor of a correction: one report, described so that it is found again after any rebuild.

    `sha256` is the digest of its document's text, `document` that document's id. `start`, `end` and `text` are its
    trigger, `quote` and `sentence` the words of its sentence and their offset; all offsets are code points of the text.
    `date` are the words of its date, "" where no words hold it. `beside` are the offsets of the triggers in the same
    sentence that were other events' when the correction was made: none of these is taken for this report later.
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
        """What tells it from all other reports: the text, its trigger's offsets, and the words of its date."""
        return self.sha256, self.start, self.end, self.date


@dataclass(frozen=True, slots=True)
class Decision:
    """A correction before it has an author, a time and a number in the log.

    `event` is the id of the event when the decision was made, "" for ADD; it only decides where the reports are now in
    several events. `anchors` are the reports concerned: all of the event's; for SPLIT those that are split off; for ADD
    the selected words. `others` are the reports of the other event for MERGE, those that stay for SPLIT. `value` is the
    title (RETITLE, ADD), the date in EDTF (REDATE), the status (RESTATUS), the text (NOTE) or the other event's id
    (MERGE). `when` is the date of ADD in EDTF, "" for undated; `undoes` the number of the correction that UNDO takes
    back; `note` a comment on any of them.
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
    """An entry of the log: its number, from 1; who made it; and when, in ISO 8601 with the offset from UTC."""

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
    """The time that a text names in ISO 8601 with its offset from UTC, in UTC; None where it names none.

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
    Action.SHOW: "shown as a main event",
    Action.LEAVE_OUT: "left out of the main events",
    Action.UNDO: "correction {undoes} taken back",
}


def described(decision: Decision) -> str:
    """A decision in a few words.

    >>> described(Decision(Action.REDATE, value="2021-05"))
    'date set to 2021-05'
    """
    return _WORDS[decision.action].format(value=decision.value, undoes=decision.undoes)


def in_force(corrections: Sequence[Correction]) -> tuple[Correction, ...]:
    """The corrections of a log that were not taken back, in order; one whose UNDO was itself taken back is in force.

    >>> log = [
    ...     Correction(1, "A. Meyer", "2026-05-03T09:30:00Z", Decision(Action.CONFIRM)),
    ...     Correction(2, "A. Meyer", "2026-05-03T09:31:00Z", Decision(Action.UNDO, undoes=1)),
    ... ]
    >>> [correction.number for correction in in_force(log)]
    [2]
    """
    gone: set[int] = set()
    kept: list[Correction] = []
    for correction in reversed(corrections):
        if correction.number in gone:
            continue
        kept.append(correction)
        if correction.decision.action == Action.UNDO and correction.decision.undoes < correction.number:
            gone.add(correction.decision.undoes)
    return tuple(reversed(kept))

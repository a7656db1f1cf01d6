"""What a person wants to put right, as the page tells it -> decisions for the log of corrections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.data.collection import Collection
from dashboard.data.desk import Desk
from timeline import CurationError, DateError, Document, Event, written_date
from timeline.curation import (
    Action,
    Correction,
    Decision,
    add,
    confirm,
    in_force,
    leave_out,
    merge,
    note,
    redate,
    reject,
    restatus,
    retitle,
    show,
    split,
    undo,
)

_AROUND = 200  # characters around a selection in which its words are looked for again


def correct(desk: Desk, wanted: Mapping[str, Any], *, who: str, mark: str) -> tuple[Correction, ...]:
    """Enter what a person wants to put right into the log; `mark` is the state that they saw.

    Raises CurationError where it makes no sense, StaleError where somebody else was faster.
    """
    return desk.enter(lambda collection: decisions(collection, wanted), who=who, mark=mark)


def decisions(collection: Collection, wanted: Mapping[str, Any]) -> list[Decision]:
    """The decisions of what is wanted: one each, but for an edit, which has one for each field that changed.

    `wanted` has the "action": an `Action`'s value or "edit", and what this needs. Raises CurationError where it makes
    no sense.
    """
    timeline = collection.timeline
    match wanted.get("action"):
        case Action.ADD:
            return [_added(collection, wanted)]
        case Action.UNDO:
            return [undo(_taken_back(collection.log, wanted.get("number")))]
        case action:
            event = _event(collection, wanted.get("event"))
    match action:
        case Action.CONFIRM:
            return [confirm(event, timeline=timeline)]
        case Action.REJECT:
            return [reject(event, timeline=timeline)]
        case Action.SHOW:
            return [show(event, timeline=timeline)]
        case Action.LEAVE_OUT:
            return [leave_out(event, timeline=timeline)]
        case Action.MERGE:
            return [merge(event, _event(collection, wanted.get("other")), timeline=timeline)]
        case Action.SPLIT:
            return [split(event, _numbers(event, wanted.get("mention")), timeline=timeline)]
        case "edit":
            return _edited(collection, event, wanted)
        case other:
            raise CurationError(f"{other!r} is nothing that can be done to an event")


def last_in_force(log: Sequence[Correction]) -> Correction | None:
    """What an undo takes back: the last correction that still holds and is no undo itself."""
    standing = [each for each in in_force(log) if each.decision.action != Action.UNDO]
    return standing[-1] if standing else None


def edtf_of(written: str) -> str:
    """The EDTF of a date in any way of writing; "" stays "".

    >>> edtf_of("6 May 2021"), edtf_of("2021-05~"), edtf_of(" ")
    ('2021-05-06', '2021-05~', '')
    """
    if not written.strip():
        return ""
    try:
        return str(written_date(written))
    except DateError as error:
        raise CurationError(str(error)) from error


def _event(collection: Collection, event_id: Any) -> Event:
    event = collection.events.get(event_id) if isinstance(event_id, str) else None
    if event is None:
        raise CurationError("this event is no longer there: look at the timeline as it is now")
    return event


def _numbers(event: Event, mention: Any) -> list[int]:
    """The mentions of the report that begins with one."""
    if not isinstance(mention, int) or not 0 <= mention < len(event.mentions):
        raise CurationError("this report is no longer part of the event")
    report = next(report for report in event.reports if event.mentions[mention] in report)
    return [number for number, each in enumerate(event.mentions) if each in report]


def _edited(collection: Collection, event: Event, wanted: Mapping[str, Any]) -> list[Decision]:
    timeline = collection.timeline
    title, date = _words(wanted, "title"), _words(wanted, "date")
    status, comment = _words(wanted, "status"), _words(wanted, "note")
    found: list[Decision] = []
    if title != event.title:
        found.append(retitle(event, title, timeline=timeline))
    if (edtf := edtf_of(date)) != (str(event.when) if event.when else ""):
        found.append(redate(event, edtf, timeline=timeline))
    if status and status != event.status.value:
        found.append(restatus(event, status, timeline=timeline))
    if comment:
        found.append(note(event, comment, timeline=timeline))
    if not found:
        raise CurationError("nothing was changed")
    return found


def _added(collection: Collection, wanted: Mapping[str, Any]) -> Decision:
    source = collection.sources.get(wanted.get("document") or "")
    start, end = wanted.get("start"), wanted.get("end")
    if source is None or not isinstance(start, int) or not isinstance(end, int):
        raise CurationError("select the words in a source's text that tell of the event")
    start, end = located(source.document, start, end, _words(wanted, "text"))
    return add(source.document, start, end, title=_words(wanted, "title"), edtf=edtf_of(_words(wanted, "date")))


def located(document: Document, start: int, end: int, words: str) -> tuple[int, int]:
    """Where selected words stand: at the offsets that the browser counted, else close by.

    Browsers change line ends and what they cannot show. Raises CurationError where the words stand nowhere there.

    >>> located(Document(id="a", text="The mill burned."), 3, 7, "mill")
    (4, 8)
    """
    words = words.strip()
    if document.text[start:end].strip() == words:
        return start, end
    first = max(0, start - _AROUND)
    found = document.text.find(words, first, end + _AROUND) if words else -1
    if found < 0:
        raise CurationError("the selected words were not found in the text: select them again, within one paragraph")
    return found, found + len(words)


def _taken_back(log: Sequence[Correction], number: Any) -> Correction:
    if number is None:
        last = last_in_force(log)
        if last is None:
            raise CurationError("there is nothing to take back")
        return last
    for correction in log:
        if correction.number == number:
            return correction
    raise CurationError("this correction is not in the log")


def _words(wanted: Mapping[str, Any], name: str) -> str:
    return str(wanted.get(name) or "").strip()

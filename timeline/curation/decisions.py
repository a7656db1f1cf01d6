"""What a person decides about an event -> a `Decision`, checked, for the log.

Each function takes the event, what to change, the `timeline` that holds the event with the texts of its reports, and a
`comment` to keep with the correction, "" for none. Each raises CurationError where the decision makes no sense.

    decision = redate(event, "2021-05-04", timeline=timeline, comment="as the minutes have it")
    project.correct(decision, who="A. Meyer", at="2026-05-03T09:30:00Z", seen=0)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from timeline.curation.corrections import Action, Correction, Decision, ReportRef
from timeline.errors import CurationError
from timeline.model import Document, Event, EventMention, Quote, Status, Timeline
from timeline.structure import split_sentences
from timeline.timespan import TimeSpan


def confirm(event: Event, *, timeline: Timeline, comment: str = "") -> Decision:
    """Say that an event is right as it is. Raises CurationError where the timeline lacks a document of the event.

    For example:

        decision = confirm(event, timeline=timeline)
    """
    return _decision(Action.CONFIRM, event, timeline, comment=comment)


def reject(event: Event, *, timeline: Timeline, comment: str = "") -> Decision:
    """Say that an event's reports tell of no event, or of none that belongs in the timeline. Raises CurationError as
    `confirm` does.

    For example:

        decision = reject(event, timeline=timeline)
    """
    return _decision(Action.REJECT, event, timeline, comment=comment)


def retitle(event: Event, title: str, *, timeline: Timeline, comment: str = "") -> Decision:
    """Give an event another title, kept on one line. Raises CurationError where it is empty, and as `confirm` does.

    For example:

        decision = retitle(event, "Bridge reopened", timeline=timeline)
    """
    return _decision(Action.RETITLE, event, timeline, _title(title), comment=comment)


def redate(event: Event, edtf: str, *, timeline: Timeline, comment: str = "") -> Decision:
    """Give an event another date, in EDTF. Raises CurationError where it is no EDTF, and as `confirm` does.

    For example:

        decision = redate(event, "2021-05-04", timeline=timeline)
    """
    return _decision(Action.REDATE, event, timeline, str(_when(edtf)), comment=comment)


def restatus(event: Event, status: Status | str, *, timeline: Timeline, comment: str = "") -> Decision:
    """Give an event another status. Raises CurationError where there is no such status, and as `confirm` does.

    For example:

        decision = restatus(event, "planned", timeline=timeline)
    """
    if status not in set(Status):
        raise CurationError(f"{status!r} is no status; these are: {', '.join(Status)}")
    return _decision(Action.RESTATUS, event, timeline, Status(status).value, comment=comment)


def note(event: Event, text: str, *, timeline: Timeline) -> Decision:
    """Write a note on an event. Raises CurationError where it is empty, and as `confirm` does.

    For example:

        decision = note(event, "See the minutes.", timeline=timeline)
    """
    if not (written := _clean(text).strip()):
        raise CurationError("the note is empty")
    return _decision(Action.NOTE, event, timeline, written)


def show(event: Event, *, timeline: Timeline, comment: str = "") -> Decision:
    """Make an event a main one, whatever else is said of it. Raises CurationError as `confirm` does.

    For example:

        decision = show(event, timeline=timeline)
    """
    return _decision(Action.SHOW, event, timeline, comment=comment)


def leave_out(event: Event, *, timeline: Timeline, comment: str = "") -> Decision:
    """Leave an event out of the main ones, whatever else is said of it; it is kept, unlike one that is rejected.

    Raises CurationError as `confirm` does.

    For example:

        decision = leave_out(event, timeline=timeline)
    """
    return _decision(Action.LEAVE_OUT, event, timeline, comment=comment)


def merge(event: Event, other: Event, *, timeline: Timeline, comment: str = "") -> Decision:
    """Make two events one, with the id of the first; the other's becomes an alias.

    Raises CurationError where both are the same, and as `confirm` does.

    For example:

        decision = merge(event, other, timeline=timeline)
    """
    if event.id == other.id:
        raise CurationError("an event cannot be merged with itself")
    return Decision(
        Action.MERGE,
        event.id,
        _anchors(event.mentions, timeline),
        _anchors(other.mentions, timeline),
        value=other.id,
        note=_clean(comment),
    )


def split(event: Event, numbers: Iterable[int], *, timeline: Timeline, comment: str = "") -> Decision:
    """Make some reports an event of their own, one for all of them.

    `numbers` are their indices into the event's mentions.

    Raises CurationError where there is no such mention, none is chosen or none would stay, and as `confirm` does.

    For example:

        decision = split(event, [1], timeline=timeline)
    """
    chosen = set(numbers)
    if not chosen:
        raise CurationError("choose the reports to split off")
    if strays := chosen - set(range(len(event.mentions))):
        raise CurationError(f"the event has no report {min(strays)}")
    if len(chosen) == len(event.mentions):
        raise CurationError("all reports of an event cannot be split off: one must stay")
    off = [m for i, m in enumerate(event.mentions) if i in chosen]
    stay = [m for i, m in enumerate(event.mentions) if i not in chosen]
    return Decision(Action.SPLIT, event.id, _anchors(off, timeline), _anchors(stay, timeline), note=_clean(comment))


def add(document: Document, start: int, end: int, *, title: str, edtf: str = "", comment: str = "") -> Decision:
    """Add an event that was missed, told by the words from `start` to `end` (code points) of a document's text.

    `edtf` is its date, "" for none. Raises CurationError where there are no such words, the title is empty, or the date
    is no EDTF.

    >>> document = Document(id="a", text="It rained. The mayor resigned on Monday. It snowed.")
    >>> decision = add(document, 21, 29, title="Mayor resigns", edtf="2021-05-03")
    >>> decision.anchors[0].text, decision.anchors[0].quote
    ('resigned', 'The mayor resigned on Monday.')
    """
    text = document.text
    if not 0 <= start <= end <= len(text):
        raise CurationError(f"{document.id!r} has no words from {start} to {end}: its text has {len(text)} characters")
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start == end:
        raise CurationError("select the words that tell of the event")
    when = str(_when(edtf)) if edtf.strip() else ""
    around = [span for span in split_sentences(text) if span[0] < end and start < span[1]]
    first, last = min([start, *(span[0] for span in around)]), max([end, *(span[1] for span in around)])
    anchor = ReportRef(document.sha256, document.id, start, end, text[start:end], text[first:last], first)
    return Decision(Action.ADD, "", (anchor,), value=_title(title), when=when, note=_clean(comment))


def undo(correction: Correction, *, comment: str = "") -> Decision:
    """Take a correction back; if that is an UNDO itself, what it took back is in force again.

    >>> undo(Correction(3, "A. Meyer", "2026-05-03T09:30:00Z", Decision(Action.CONFIRM))).undoes
    3
    """
    of = correction.decision
    return Decision(Action.UNDO, of.event, of.anchors, of.others, undoes=correction.number, note=_clean(comment))


def _decision(action: Action, event: Event, timeline: Timeline, value: str = "", *, comment: str = "") -> Decision:
    """A decision about all reports of an event."""
    return Decision(action, event.id, _anchors(event.mentions, timeline), value=value, note=_clean(comment))


def _anchors(mentions: Sequence[EventMention], timeline: Timeline) -> tuple[ReportRef, ...]:
    """The anchors of some mentions. Raises CurationError where the timeline lacks one of their documents."""
    wanted = {mention.document for mention in mentions}
    digests = {s.document.id: s.document.sha256 for s in timeline.sources if s.document.id in wanted}
    if missing := wanted - digests.keys():
        raise CurationError(f"the timeline holds no document {min(missing)!r}")
    ours = {_key(mention) for mention in mentions}
    others: defaultdict[str, set[int]] = defaultdict(set)
    for event in timeline.events:
        for mention in event.mentions:
            if mention.document in wanted and _key(mention) not in ours:
                others[mention.document].add(mention.trigger.start)
    return tuple(
        ReportRef(
            digests[mention.document],
            mention.document,
            mention.trigger.start,
            mention.trigger.end,
            mention.trigger.text,
            mention.quote.text,
            mention.quote.start,
            mention.date.quote.text if mention.date.quote else "",
            tuple(sorted(at for at in others[mention.document] if mention.quote.start <= at < mention.quote.end)),
        )
        for mention in mentions
    )


def _key(mention: EventMention) -> tuple[str, Quote, str]:
    """What tells a mention from all others: its document, trigger, and the words of its date."""
    return mention.document, mention.trigger, mention.date.quote.text if mention.date.quote else ""


def _title(title: str) -> str:
    """A title on one line. Raises CurationError where it is empty."""
    if not (cleaned := " ".join(_clean(title).split())):
        raise CurationError("the title is empty")
    return cleaned


def _when(edtf: str) -> TimeSpan:
    """A date in EDTF. Raises CurationError for anything else."""
    try:
        return TimeSpan.parse(edtf.strip())
    except ValueError as error:
        raise CurationError(
            f"{edtf!r} is not a date in EDTF, such as 2021-05-03, 2021-05, 2021~ or 2021-05-03/2021-05-07"
        ) from error


def _clean(text: str) -> str:
    """A text with "?" for lone surrogates (half a character), which a form may send and UTF-8 cannot hold."""
    return text.encode("utf-8", "replace").decode()

"""`timeline why`: why an event has its date, its reports and its confidence, as the project file has it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from timeline.commands.explaining import BASIS_IN_WORDS, named_lines
from timeline.commands.options import ProjectArgument
from timeline.commands.program import USAGE, command
from timeline.commands.projects import say_unapplied
from timeline.commands.speaking import Level, counted, printable, say, show_table, write
from timeline.model import DateMention, Event, EventMention, Extent, Published, Timeline
from timeline.timespan import TimeSpan
from timeline.why import CONFIDENCE, CORRECTION, DATE, JOIN, REPORTS, SHARES, TEXT, Why, as_json
from timeline.why_words import sentence
from timeline.wording import STATUS_IN_WORDS, date_in_words

if TYPE_CHECKING:
    from timeline.curation import Correction

MOST_LISTED = 20  # events that are listed where an argument may mean any of them

_SAY_MORE = frozenset({"title-set", "status-set", "went-off", "without", TEXT})  # than the entries of the log


@command(epilog="Example: timeline why case.timeline bridge opened")
def why(
    project: ProjectArgument,
    event: Annotated[
        list[str],
        typer.Argument(metavar="EVENT", help="Its id, one it had before, or words of its title.", show_default=False),
    ],
    *,
    as_records: Annotated[
        bool, typer.Option("--json", help="Print the records: reasons with their kinds and parts, in JSON.")
    ] = False,
) -> None:
    """Say why an event has its date, its reports and its confidence. Nothing is read anew."""
    from timeline.project import open_project

    with open_project(project) as opened:
        curated = opened.curated()
        log = opened.corrections()
    asked = " ".join(" ".join(event).split())
    main_first = sorted(curated.timeline.events, key=lambda one: not one.main)
    events = (*main_first, *curated.rejected)
    found = meant(asked, events)
    if not found:
        say(f"timeline: {project}: no event has the id {asked!r} or a title with these words", level=Level.ERRORS)
        raise typer.Exit(USAGE)
    if len(found) > 1:
        _list(asked, found)
        raise typer.Exit(USAGE)
    say_unapplied(curated.unapplied)
    (one,) = found
    numbers = set(one.review.corrections) if one.review is not None else set()
    corrections = [correction for correction in log if correction.number in numbers]
    if as_records:
        write(json.dumps(_records(one, curated.timeline, corrections), ensure_ascii=False, indent=1) + "\n")
    else:
        _show(one, curated.timeline, corrections)


def meant(asked: str, events: Sequence[Event]) -> list[Event]:
    """The events that an argument may mean: by id, by an id they had, by their title, by words of it, by words of what
    one report is called; the first of these that any event answers to.
    """
    words = asked.casefold().split()
    if not words:
        return []
    for answers in (
        lambda event: event.id == asked,
        lambda event: asked in event.aliases,
        lambda event: event.title.casefold().split() == words,
        lambda event: set(words) <= set(_words(event.title)),
        lambda event: all(word in event.title.casefold() for word in words),
        lambda event: any(set(words) <= set(_words(mention.title)) for mention in event.mentions),
    ):
        found = [event for event in events if answers(event)]
        if found:
            return found
    return []


def _words(title: str) -> list[str]:
    return [word.strip(".,;:!?()[]‘’“”'\"") for word in title.casefold().split()]


def _list(asked: str, found: Sequence[Event]) -> None:
    """Say which events an argument may mean, on standard error, with the ids that tell them apart."""
    say(f"timeline: {asked!r} may mean any of {counted(len(found), 'event')}; name one by its id:", level=Level.ERRORS)
    for event in found[:MOST_LISTED]:
        say(f"{event.id}  {event.when or 'undated'}  {event.title}", level=Level.ERRORS)
    if len(found) > MOST_LISTED:
        say(f"and {len(found) - MOST_LISTED:,} more", level=Level.ERRORS)


# --- what the records tell ---------------------------------------------------------------------------------------


def deciding(event: Event) -> list[int]:
    """The reports whose date is the event's, by their places: those whose reason for it is the event's own.

    None where no report has a date, or a person set it.
    """
    reason = next((reason.parts[0] for reason in event.reasons if reason.kind == DATE and reason.parts), None)
    if not isinstance(reason, Why):
        return []
    inner = reason.parts[-1] if reason.kind == "lasted" else reason
    same = [place for place in _reports(event) if event.mentions[place].date.reason == inner]
    exactly = [place for place in same if event.mentions[place].when == event.when]
    return [place for place in exactly or same if event.mentions[place].when is not None]


def _reports(event: Event) -> list[int]:
    """The reports by their places, without those that have no date beside some that have."""
    placed = [place for place, mention in enumerate(event.mentions) if mention.is_placed]
    return placed or list(range(len(event.mentions)))


def rank(event: Event, timeline: Timeline) -> int:
    """The place of an event in the order in which events stand out, from 1."""
    return 1 + sum(other.salience > event.salience for other in timeline.events)


def _of_kind(event: Event, *kinds: str) -> list[str]:
    return [sentence(reason) for reason in event.reasons if reason.kind in kinds]


# --- for a person ------------------------------------------------------------------------------------------------


def _show(event: Event, timeline: Timeline, corrections: Sequence[Correction]) -> None:
    show_table(printable(event.title))
    show_table(named_lines(_head(event, timeline)))
    _section("When", _when(event))
    _section("Why these are one event", [("·", line) for line in _of_kind(event, REPORTS, JOIN)])
    _section("What they tell differently", _differences(event))
    _section("Corrections by persons", _corrections(event, corrections))
    show_table(f"\n{_counted_reports(event)}")
    chosen = deciding(event)
    seen: set[str] = set()
    for place, mention in enumerate(event.mentions):
        decides = ": its date is the event's" if place in chosen else ""
        source = timeline.source(mention.document)
        path = f" ({source.document.path})" if source.document.path not in ("", mention.document) else ""
        show_table("\n" + printable(f"{place + 1}. {mention.document}{path}{decides}"))
        published = source.published if mention.document not in seen else None
        seen.add(mention.document)
        show_table(named_lines(_report(mention, published)))


def _section(title: str, lines: Sequence[tuple[str, str]]) -> None:
    if lines:
        show_table(f"\n{title}")
        show_table(named_lines(lines))


def _head(event: Event, timeline: Timeline) -> Iterator[tuple[str, str]]:
    yield "id", event.id + (f" (before: {', '.join(event.aliases)})" if event.aliases else "")
    yield "told as", f"{event.status.value}: {STATUS_IN_WORDS[event.status]}"
    for line in _of_kind(event, CONFIDENCE) or [f"confidence {event.confidence:.2f}"]:
        yield "sure", line
    if all(other.id != event.id for other in timeline.events):
        yield "rejected", "by a person: it is not in the timeline"
    else:
        of = len(timeline.events)
        yield "stands out", f"{event.salience:.2f} of 1: number {rank(event, timeline):,} of {counted(of, 'event')}"
        if not event.main:
            yield "shown", "on demand: it is kept, and no main event"


def _when(event: Event) -> list[tuple[str, str]]:
    lines = [("date", _dated(event.when, event.extent))]
    lines += [("because", line) for line in _of_kind(event, DATE)]
    chosen = deciding(event)
    if chosen:
        lines.append(("decided by", _decided(event, chosen)))
    return lines


def _decided(event: Event, chosen: Sequence[int]) -> str:
    """Which reports decide the date, and by which rule."""
    reports = [event.mentions[place] for place in _reports(event)]
    told = {mention.when for mention in reports if mention.when is not None}
    words = event.mentions[chosen[0]].date.quote
    which = f"report{'s' * (len(chosen) > 1)} {_numbers(chosen)}" + (f" (‘{words.text}’)" if words is not None else "")
    if len(reports) == 1:
        return "its one report"
    if len(told) == 1:
        return f"{which}; all reports that have a date give this one"
    reason = next(reason.parts[0] for reason in event.reasons if reason.kind == DATE)
    if isinstance(reason, Why) and reason.kind == "lasted":
        return f"{which}: of the reports that tell how long it lasted, the longest goes"
    narrowed = all(event.mentions[place].when != event.when for place in chosen)
    more = ", narrowed to the days that the other reports allow as well" if narrowed else ""
    return f"{which}: the most exact of {len(told)} different dates{more}"


def _report(mention: EventMention, published: Published | None) -> Iterator[tuple[str, str]]:
    """What one report says; with when its document was published, where that was not said before."""
    yield "sentence", f"“{mention.quote.text}”"
    yield "event", f"‘{mention.trigger.text}’"
    yield from _date(mention.date)
    if mention.when is not None and (mention.when != mention.date.when):
        yield "so it was", _dated(mention.when, mention.extent)
    yield "told as", _told(mention)
    for reason in mention.reasons:
        if reason.kind != SHARES:
            yield "link", sentence(reason)
    for reason in mention.reasons:
        if reason.kind == SHARES:
            yield "sure", f"confidence {mention.confidence:.2f}: {sentence(reason)}"
    if published is not None:
        when = date_in_words(published.when) if published.when is not None else "not known"
        yield "published", f"{when}: {sentence(published.reason).removeprefix(f'{published.when}: ')}"


def _date(date: DateMention) -> Iterator[tuple[str, str]]:
    words = f"‘{date.quote.text}’: " if date.quote is not None else ""
    yield "date", f"{words}{_dated(date.when)}"
    yield "basis", BASIS_IN_WORDS[date.basis]
    yield "because", sentence(date.reason)


def _dated(when: TimeSpan | None, extent: Extent = Extent.WITHIN) -> str:
    """Days in words, with their EDTF where that is another.

    >>> _dated(TimeSpan.day(2020, 2, 29)), _dated(TimeSpan.year(2020)), _dated(None)
    ('29 February 2020 (2020-02-29)', '2020', 'undated')
    """
    words = date_in_words(when, extent)
    return words if when is None or words == str(when) else f"{words} ({when})"


def _told(mention: EventMention) -> str:
    words = f", by ‘{mention.status_words.text}’" if mention.status_words is not None else ""
    speaker = f", said by {mention.speaker.text}" if mention.speaker is not None else ""
    return f"{mention.status.value}{words}{speaker}"


def _differences(event: Event) -> list[tuple[str, str]]:
    return [
        (difference.about if place == 0 else "", f"{account.value}: {_tellers(event, account.mentions)}")
        for difference in event.disagreements
        for place, account in enumerate(difference.accounts)
    ]


def _tellers(event: Event, places: Sequence[int]) -> str:
    """Reports by their numbers, with their documents: "reports 1 and 2 (letter, note)"."""
    documents = dict.fromkeys(event.mentions[place].document for place in places)
    return f"report{'s' * (len(places) > 1)} {_numbers(places)} ({', '.join(documents)})"


def _corrections(event: Event, corrections: Sequence[Correction]) -> list[tuple[str, str]]:
    from timeline.curation import described

    lines = []
    for one in corrections:
        comment = f": {one.decision.note}" if one.decision.note else ""
        lines.append((str(one.number), f"{described(one.decision)}, by {one.signed}{comment}"))
    inner = [reason.parts[0] for reason in event.reasons if reason.kind == CORRECTION and reason.parts]
    return lines + [("·", sentence(part)) for part in inner if isinstance(part, Why) and part.kind in _SAY_MORE]


def _counted_reports(event: Event) -> str:
    """How many reports there are, from how many sources."""
    reports, sources = len(_reports(event)), {mention.document for mention in event.mentions}
    adding = len(event.mentions) - reports
    more = f", and {adding:,} without a date" if adding else ""
    return f"{counted(reports, 'report')} from {counted(len(sources), 'source')}{more}"


def _numbers(places: Sequence[int]) -> str:
    """Reports by their numbers: "1, 2 and 5"."""
    *first, last = (str(place + 1) for place in places)
    return f"{', '.join(first)} and {last}" if first else last


# --- for a program -----------------------------------------------------------------------------------------------


def _records(event: Event, timeline: Timeline, corrections: Sequence[Correction]) -> dict[str, Any]:
    """All that the project file holds on an event's reasons; a reason is a list of kind, what it counts from, parts."""
    chosen = deciding(event)
    return {
        "id": event.id,
        "aliases": list(event.aliases),
        "title": event.title,
        "edtf": str(event.when) if event.when is not None else "",
        "extent": event.extent.value,
        "status": event.status.value,
        "confidence": event.confidence,
        "salience": event.salience,
        "main": event.main,
        "rank": rank(event, timeline),
        "events": len(timeline.events),
        "reasons": list(map(as_json, event.reasons)),
        "reports": [
            _report_record(mention, timeline.source(mention.document).published) | {"decides": place in chosen}
            for place, mention in enumerate(event.mentions)
        ],
        "disagreements": [
            {
                "about": difference.about,
                "accounts": [{"value": one.value, "reports": list(one.mentions)} for one in difference.accounts],
            }
            for difference in event.disagreements
        ],
        "corrections": [
            {"number": one.number, "who": one.who, "at": one.at, "action": one.decision.action.value}
            for one in corrections
        ],
    }


def _report_record(mention: EventMention, published: Published) -> dict[str, Any]:
    date = mention.date
    return {
        "source": mention.document,
        "published": {
            "edtf": str(published.when) if published.when is not None else "",
            "basis": published.basis.value,
            "reason": as_json(published.reason),
        },
        "quote": mention.quote.text,
        "trigger": mention.trigger.text,
        "date": {
            "text": date.quote.text if date.quote is not None else None,
            "edtf": str(date.when) if date.when is not None else "",
            "basis": date.basis.value,
            "reason": as_json(date.reason),
        },
        "edtf": str(mention.when) if mention.when is not None else "",
        "extent": mention.extent.value,
        "status": mention.status.value,
        "confidence": mention.confidence,
        "reasons": list(map(as_json, mention.reasons)),
    }

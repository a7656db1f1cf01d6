"""The JSON export, schema `timeline/1`, for other programs.

The models below are the contract: their fields are always there, and null only where that is said. Adding a field is
allowed; changing one is a new version. A slice is `[start, end)` in code points of its source's text.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from timeline import model
from timeline.model import Basis, DateType, Extent, Position, PublishedBasis, Role, Status
from timeline.timespan import Granularity, TimeSpan
from timeline.why_words import sentence

SCHEMA: Literal["timeline/1"] = "timeline/1"

Offset = Annotated[int, Field(ge=0)]
Share = Annotated[float, Field(ge=0, le=1)]
DayText = Annotated[str, Field(pattern=r"^-?\d{4}-\d\d-\d\d$")]


class Exported(BaseModel):
    """A part of the export. Fields that are not described may be there as well."""

    model_config = ConfigDict(use_attribute_docstrings=True)


class Slice(Exported):
    """Words of a source, and where they stand in it."""

    start: Offset
    """First code point of the source's text."""
    end: Offset
    """Code point after the last."""
    text: str


class Published(Exported):
    """When a source was published."""

    edtf: str
    """EDTF (ISO 8601-2); "" where unknown."""
    start: DayText | None
    """First day; null where open or unknown."""
    end: DayText | None
    """Last day; null where open or unknown."""
    basis: PublishedBasis
    reason: str
    """Why this date, in a sentence."""
    evidence: list[Slice]
    """The words that it rests on."""


class Source(Exported):
    """A document that the events come from."""

    id: str
    """Stable and unique: a given id, else the path without suffix."""
    path: str
    """As named when it was read."""
    title: str
    publisher: str | None
    author: str | None
    url: str | None
    language: str
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    """Of the text in UTF-8."""
    published: Published


class Evidence(Slice):
    """Words of a source that a date rests on."""

    source: str
    """Id of the source."""


class MentionDate(Exported):
    """The date of a report, as its words give it."""

    start: Offset | None
    """Null, with `end` and `text`, where no words of the quote hold the date."""
    end: Offset | None
    text: str | None
    edtf: str
    """The expression's own date: "since February 2020" holds 2020-02; "" where it names no days."""
    basis: Basis
    reason: str
    type: DateType
    """TIMEX3 type."""
    value: str
    """TIMEX3 value."""
    mod: str
    """TIMEX3 modifier, or ""."""
    time: str | None
    """Clock time as told: "23:30", with "Z" where the text says universal time."""
    evidence: list[Evidence]
    """Words outside the quote that the date rests on, such as the heading above it."""


class Participant(Slice):
    """Someone or something that takes part in an event."""

    role: Role
    name: str
    """The fullest form that the sources give."""


class Place(Slice):
    """Where an event happened."""

    name: str
    """The fullest form that the sources give."""


class Mention(Exported):
    """One source's report of an event."""

    source: str
    """Id of the source."""
    quote: Slice
    """The sentence; it holds the trigger and the date."""
    trigger: Slice
    """The word that names the event."""
    date: MentionDate
    when: str
    """The event's own date in this report, in EDTF: "since February 2020" is 2020-02/..; "" where undated."""
    extent: Extent
    position: Position
    """Where in its source the sentence stands."""
    status: Status
    status_words: Slice | None
    """The words that the status rests on."""
    speaker: Slice | None
    """Who says so, where the source quotes someone."""
    participants: list[Participant]
    places: list[Place]
    title: str
    """The event as this report tells it."""
    confidence: Share
    reasons: list[str]


class Account(Exported):
    """One of several versions of a fact."""

    value: str
    mentions: list[Offset]
    """Indices into the event's mentions."""


class Disagreement(Exported):
    """What the reports of an event give differently."""

    about: Literal["date", "number", "status"]
    accounts: list[Account]


class Note(Exported):
    """What a person wrote about an event."""

    who: str
    at: str
    """When, in ISO 8601."""
    text: str


class Review(Exported):
    """What persons made of an event."""

    state: Literal["", "confirmed"]
    changed: list[Literal["title", "date", "status", "merged", "split", "added"]]
    """What is not as the extractor made it."""
    notes: list[Note]
    corrections: list[Annotated[int, Field(ge=1)]]
    """The numbers of the corrections, in the project's log, that made the event so."""


class Event(Exported):
    """One event with all its reports."""

    id: str
    """Stable and unique."""
    aliases: list[str]
    """Ids that it had before."""
    title: str
    edtf: str
    """EDTF (ISO 8601-2); "" where undated."""
    start: DayText | None
    """First day; null where open or undated."""
    end: DayText | None
    """Last day; null where open or undated."""
    granularity: Granularity | None
    """How finely the date was told; null where undated."""
    approximate: bool
    extent: Extent
    """Whether the event lies somewhere within its days or lasted throughout."""
    time: str | None
    """Clock time as told, "23:30", with "Z" where the text says universal time; null where none is told."""
    status: Status
    participants: list[str]
    places: list[str]
    confidence: Share
    salience: Share
    main: bool
    """Whether it is worth a place on a timeline by itself; the others are kept, and shown on demand."""
    reasons: list[str]
    """Why this date, and why these reports are one event."""
    disagreements: list[Disagreement]
    review: Review | None
    """Null where no person had a say."""
    mentions: Annotated[list[Mention], Field(min_length=1)]


class Generator(Exported):
    """What made the export."""

    name: str
    version: str
    model: str
    """The language pipeline and its version."""


class Export(Exported):
    """A timeline: the main events of a collection, or all, in order of time, undated ones last; and all its sources."""

    schema_: Annotated[Literal["timeline/1"], Field(alias="schema")]
    generator: Generator
    sources: list[Source]
    events: list[Event]


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the export.

    >>> schema()["title"]
    'timeline/1'
    """
    described = Export.model_json_schema(by_alias=True, mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **described, "title": SCHEMA}


def dumps(timeline: model.Timeline) -> str:
    """The export of all events as one text that ends in a line feed; the same timeline always gives the same text.

    >>> print(dumps(model.Timeline()), end="")
    {"schema": "timeline/1",
    "generator": {"name":"sourced-timeline","version":"","model":""},
    "sources": [],
    "events": []}
    """
    return "".join(chunks(timeline))


def chunks(timeline: model.Timeline) -> Iterator[str]:
    """The export of all events in pieces, with a line for each source and event: exports can be compared by line."""
    yield f'{{"schema": {json.dumps(SCHEMA)},\n"generator": {_generator(timeline.generator).model_dump_json()},\n'
    yield from _array("sources", (_source(source) for source in timeline.sources))
    yield ",\n"
    yield from _array("events", (_event(event) for event in timeline.events))
    yield "}\n"


def _array(name: str, parts: Iterator[Exported]) -> Iterator[str]:
    """A field that is an array, with a line for each part."""
    yield f'"{name}": ['
    between = "\n"
    for part in parts:
        yield between + part.model_dump_json(by_alias=True)
        between = ",\n"
    yield "]"


def _generator(generator: model.Generator) -> Generator:
    return Generator(name=generator.name, version=generator.version, model=generator.model)


def _source(source: model.Source) -> Source:
    document, published = source.document, source.published
    return Source(
        id=document.id,
        path=document.path,
        title=document.title,
        publisher=document.publisher,
        author=document.author,
        url=document.url,
        language=document.language or "en",  # as it was read
        sha256=document.sha256,
        published=Published(
            edtf=_edtf(published.when),
            start=_start(published.when),
            end=_end(published.when),
            basis=published.basis,
            reason=sentence(published.reason),
            evidence=[_slice(quote) for quote in published.evidence],
        ),
    )


def _event(event: model.Event) -> Event:
    return Event(
        id=event.id,
        aliases=list(event.aliases),
        title=event.title,
        edtf=_edtf(event.when),
        start=_start(event.when),
        end=_end(event.when),
        granularity=event.when.granularity if event.when else None,
        approximate=event.when.approximate if event.when else False,
        extent=event.extent,
        time=event.time or None,
        status=event.status,
        participants=list(event.participants),
        places=list(event.places),
        confidence=event.confidence,
        salience=event.salience,
        main=event.main,
        reasons=list(map(sentence, event.reasons)),
        disagreements=[
            Disagreement.model_validate(
                {
                    "about": disagreement.about,
                    "accounts": [
                        Account(value=account.value, mentions=list(account.mentions))
                        for account in disagreement.accounts
                    ],
                }
            )
            for disagreement in event.disagreements
        ],
        review=_review(event.review) if event.review else None,
        mentions=[_mention(mention) for mention in event.mentions],
    )


def _review(review: model.Review) -> Review:
    return Review.model_validate(
        {
            "state": review.state,
            "changed": list(review.changed),
            "notes": [Note(who=note.who, at=note.at, text=note.text) for note in review.notes],
            "corrections": list(review.corrections),
        }
    )


def _mention(mention: model.EventMention) -> Mention:
    return Mention(
        source=mention.document,
        quote=_slice(mention.quote),
        trigger=_slice(mention.trigger),
        date=_date(mention.date, mention.document),
        when=_edtf(mention.when),
        extent=mention.extent,
        position=mention.position,
        status=mention.status,
        status_words=_slice(mention.status_words) if mention.status_words else None,
        speaker=_slice(mention.speaker) if mention.speaker else None,
        participants=[
            Participant(**_span(participant.quote), role=participant.role, name=participant.name)
            for participant in mention.participants
        ],
        places=[Place(**_span(place.quote), name=place.name) for place in mention.places],
        title=mention.title,
        confidence=mention.confidence,
        reasons=list(map(sentence, mention.reasons)),
    )


def _date(date: model.DateMention, document: str) -> MentionDate:
    return MentionDate(
        start=date.quote.start if date.quote else None,
        end=date.quote.end if date.quote else None,
        text=date.quote.text if date.quote else None,
        edtf=_edtf(date.when),
        basis=date.basis,
        reason=sentence(date.reason),
        type=date.type,
        value=date.value,
        mod=date.mod,
        time=date.time or None,
        evidence=[Evidence(source=document, **_span(quote)) for quote in date.evidence],
    )


def _span(quote: model.Quote) -> dict[str, Any]:
    return {"start": quote.start, "end": quote.end, "text": quote.text}


def _slice(quote: model.Quote) -> Slice:
    return Slice(start=quote.start, end=quote.end, text=quote.text)


def _edtf(when: TimeSpan | None) -> str:
    return "" if when is None else str(when)


def _start(when: TimeSpan | None) -> str | None:
    return None if when is None or when.first is None else str(when.first)


def _end(when: TimeSpan | None) -> str | None:
    return None if when is None or when.last is None else str(when.last)

"""The records that the stages pass on: frozen dataclasses, each with the words of the text that it comes from.

Words of a text are a `Quote`: half-open offsets in code points of the document's text, and the slice itself. A
document's text never changes after reading, so `document.text[quote.start:quote.end] == quote.text` always holds.

The fields are those of the JSON export (schema `timeline/1`), into which `timeline.export.json` turns them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from timeline.release import DISTRIBUTION
from timeline.timespan import Granularity, TimeSpan
from timeline.why import Why


class DateType(StrEnum):
    """The four types of an expression of time in TIMEX3."""

    DATE = "DATE"  # a day or longer: "3 May", "last year"
    TIME = "TIME"  # a time of day: "3 p.m."
    DURATION = "DURATION"  # a length of time: "two weeks"
    SET = "SET"  # a time that repeats: "every Monday"


class Basis(StrEnum):
    """What a date rests on."""

    STATED = "stated"  # complete in the text
    RELATIVE = "relative"  # counted from the publication date or another date: "last month", "Tuesday"
    INFERRED = "inferred"  # a part was filled in: the year of "27 July"
    ANCHORED = "anchored"  # counted from another event: "a week after the report"
    PUBLICATION = "publication"  # no date in the text: taken from the day of publication, as for a headline


class PublishedBasis(StrEnum):
    """How a document's publication date is known."""

    STATED = "stated"  # a byline or dateline in the text
    METADATA = "metadata"  # given by the file, the record or the web address
    GIVEN = "given"  # given by a person
    INFERRED = "inferred"  # worked out from the texts
    UNKNOWN = "unknown"


class Status(StrEnum):
    """Whether an event happened, as a source tells it."""

    OCCURRED = "occurred"  # told as fact
    PLANNED = "planned"  # in the future when written: deadlines, schedules, expectations
    CLAIMED = "claimed"  # rests on the word of a party to it
    DENIED = "denied"  # said not to have happened
    POSSIBLE = "possible"  # conditional, feared, demanded


class Extent(StrEnum):
    """How an event fills its span of days."""

    WITHIN = "within"  # it took place somewhere inside
    THROUGHOUT = "throughout"  # it lasted all of it


class Genre(StrEnum):
    """What the dates of a text count from."""

    NEWS = "news"  # the day of writing: "last month" is the month before publication
    NARRATIVE = "narrative"  # the date told last: "the next day" follows it


class Position(StrEnum):
    """Where in its document a sentence stands."""

    HEADLINE = "headline"
    LEAD = "lead"  # the first full sentence below it
    BODY = "body"


class Role(StrEnum):
    """What a participant does in an event."""

    AGENT = "agent"  # acts
    PATIENT = "patient"  # is acted on
    OTHER = "other"


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """Words of a document: their offsets `[start, end)` in code points of its text, and the slice.

    >>> Quote.of("They met on 3 May.", 12, 17)
    Quote(start=12, end=17, text='3 May')
    """

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Quote:
        """The quote from offset `start` up to `end` of a text.

        >>> Quote.of("They met on 3 May.", 5, 8)
        Quote(start=5, end=8, text='met')
        """
        return cls(start, end, text[start:end])

    def holds(self, other: Quote) -> bool:
        """Whether another quote of the same text lies inside this one.

        >>> Quote(0, 8, "They met").holds(Quote(5, 8, "met"))
        True
        """
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Document:
    """One text with what is known of it before any analysis.

    `id` is unique in a collection. `text` is never changed after reading. `path` is that of its file, as it was named;
    `path` and `title` are "" and `publisher`, `author` and `url` None where they are not known. `language` is its BCP
    47 tag, "" for a build to find it out. `published` is the publication date that metadata or a person gave, with
    `published_basis` saying which; None where nobody gave one: what the text itself shows is found in a build.

    >>> Document(id="letter", text="They met on 3 May.").quote(12, 17)
    Quote(start=12, end=17, text='3 May')
    """

    id: str
    text: str
    path: str = ""
    title: str = ""
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    language: str = ""
    published: TimeSpan | None = None
    published_basis: PublishedBasis = PublishedBasis.UNKNOWN

    @property
    def sha256(self) -> str:
        """The SHA-256 of the text in UTF-8, in hexadecimal digits: what a document is known by whatever its name.

        >>> Document(id="a", text="").sha256[:8]
        'e3b0c442'
        """
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def quote(self, start: int, end: int) -> Quote:
        """The words from offset `start` up to `end`, in code points.

        >>> Document(id="a", text="They met on 3 May.").quote(5, 8).text
        'met'
        """
        return Quote.of(self.text, start, end)


@dataclass(frozen=True, slots=True)
class Published:
    """When a document was published: `when` as far as known, else None; the `evidence` are the words that say so."""

    when: TimeSpan | None
    basis: PublishedBasis
    reason: Why
    evidence: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A document of a timeline, and when it was published."""

    document: Document
    published: Published


@dataclass(frozen=True, slots=True)
class DateMention:
    """An expression of time and the days that it names.

    `when` is the expression's own span: that of "since February 2020" is February 2020. It is None where no days are
    known: for a duration, a time that repeats, "recently", and a relative date whose reference is unknown. `quote` is
    None where no words of the sentence hold the date. `value` and `mod` are those of TIMEX3, `mod` "" for none.
    `evidence` are words elsewhere in the document that the date rests on, such as the heading above it. `clock` is the
    time of day that stands apart from the day in its sentence, as in TIMEX3: "T17:40".
    """

    quote: Quote | None
    type: DateType
    value: str
    when: TimeSpan | None
    basis: Basis
    reason: Why
    mod: str = ""
    evidence: tuple[Quote, ...] = ()
    clock: str = ""

    @property
    def time(self) -> str:
        """The clock time as told, "23:30", with "Z" where the text says universal time; "" where none is told.

        >>> DateMention(None, DateType.TIME, "2021-05-03T23:30Z", None, Basis.STATED, Why("text")).time
        '23:30Z'
        """
        clock = self.clock.removeprefix("T") or self.value.partition("T")[2]
        return clock if clock[:1].isdigit() else ""


@dataclass(frozen=True, slots=True)
class Participant:
    """Someone or something that takes part in an event; `name` is the fullest form that the documents have."""

    quote: Quote
    role: Role
    name: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event happened; `name` is the fullest form that the documents have."""

    quote: Quote
    name: str


@dataclass(frozen=True, slots=True)
class EventMention:
    """One report of an event: a sentence of a document, the word that names the event, and its date.

    `document` is the document's id. `quote` is the sentence, which holds the `trigger`, the word that names the event,
    and the words of its `date`. `when` is the event's own span: the date with what its preposition adds, so that "since
    February 2020" is 2020-02/..; None for an undated event. `concepts` are the words for the event as lemma/POS, the
    trigger's first: "signed an agreement" has `("sign/VERB", "agreement/NOUN")`. `phase` is "start", "middle" or "end"
    where the sentence is about that part of the event alone, else "". `status_words` are the words that the status
    rests on, `speaker` who says so; None without. `confidence` (0 to 1) is how likely date and event are right.
    `aside` says that the sentence tells it in passing: beside another event whose date it shares, as one told before,
    or without any date.
    """

    document: str
    quote: Quote
    trigger: Quote
    date: DateMention
    when: TimeSpan | None
    title: str
    concepts: tuple[str, ...] = ()
    phase: str = ""
    position: Position = Position.BODY
    extent: Extent = Extent.WITHIN
    status: Status = Status.OCCURRED
    status_words: Quote | None = None
    speaker: Quote | None = None
    participants: tuple[Participant, ...] = ()
    places: tuple[Place, ...] = ()
    confidence: float = 0.5
    reasons: tuple[Why, ...] = ()
    aside: bool = False

    @property
    def is_placed(self) -> bool:
        """Whether a date says when the event was; otherwise only when its document was written bounds it, or nothing
        does.
        """
        return self.when is not None and not (self.date.basis == Basis.PUBLICATION and self.when.is_open)


@dataclass(frozen=True, slots=True)
class Account:
    """One of several versions of a fact (`value`, in words or EDTF), and the mentions that give it, by their indices
    into the event's.
    """

    value: str
    mentions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What the reports of an event tell differently: `about` is "date", "number" or "status"."""

    about: str
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """What a person wrote about an event: `who`, and `at` which time, in ISO 8601 with the offset from UTC."""

    who: str
    at: str
    text: str


@dataclass(frozen=True, slots=True)
class Review:
    """The corrections of an event by persons.

    `state` is "confirmed" or "". `changed` holds those of "title", "date", "status", "merged", "split" and "added" that
    a person changed, in this order. `corrections` are the numbers of the corrections in the project's log.
    """

    state: str = ""
    changed: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    corrections: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """An event with all its reports.

    `id` stays the same from build to build. `when` is its span of days, None for an undated event. `participants` and
    `places` are names, the most frequent first. `confidence` (0 to 1) is how likely it is right, `salience` (0 to 1)
    how much it belongs on a short timeline of its collection. `main` says whether it is worth a place on the timeline
    by itself; the others are kept, found by a search and shown on demand (see `main_events`). `reasons` say why it has
    this date, and why these reports are one event; each is of the kind DATE, REPORTS, JOIN, CONFIDENCE or CORRECTION of
    `timeline.why`. `aliases` are ids that the event, or one merged into it, had before. `review` is None where no
    person corrected it.
    """

    id: str
    title: str
    when: TimeSpan | None
    extent: Extent
    status: Status
    mentions: tuple[EventMention, ...]
    participants: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    confidence: float = 0.5
    salience: float = 0.0
    main: bool = True
    reasons: tuple[Why, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    aliases: tuple[str, ...] = ()
    review: Review | None = None

    @property
    def time(self) -> str:
        """The clock time of an event of one day, as the first report with one tells it; "" where none does."""
        if self.when is None or self.when.granularity != Granularity.DAY:
            return ""
        return next((m.date.time for m in self.mentions if m.when == self.when and m.date.time), "")

    @property
    def sort_key(self) -> tuple[bool, tuple[int, int], str, str]:
        """A key that sorts events in order of time: those of a day without a clock time first, undated ones last.

        >>> Event("e1", "Bridge opened", TimeSpan.year(1970), Extent.WITHIN, Status.OCCURRED, ()).sort_key
        (False, (0, 364), '', 'e1')
        """
        return self.when is None, self.when.sort_key if self.when is not None else (0, 0), self.time, self.id

    @property
    def reports(self) -> tuple[tuple[EventMention, ...], ...]:
        """The mentions in groups: those that quote the same sentence are one report.

        The groups are in the order of `mentions`.

        For example, to count what a person would read as reports:

            len(event.reports)
        """
        of_sentence: dict[tuple[str, Quote], list[EventMention]] = {}
        for mention in self.mentions:
            of_sentence.setdefault((mention.document, mention.quote), []).append(mention)
        return tuple(map(tuple, of_sentence.values()))


@dataclass(frozen=True, slots=True)
class Generator:
    """What made a timeline: this package with its version, and the language pipeline with its own (`model`)."""

    name: str = DISTRIBUTION
    version: str = ""
    model: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """All events of a collection, in order of time, undated ones last; and the sources, in order of their ids.

    Iterating over a timeline gives its events.

    >>> list(Timeline())
    []
    """

    sources: tuple[Source, ...] = ()
    events: tuple[Event, ...] = ()
    generator: Generator = field(default_factory=Generator)

    def __iter__(self) -> Iterator[Event]:
        return iter(self.events)

    def source(self, document_id: str) -> Source:
        """The source with a document's id. Raises KeyError where there is none.

        >>> document = Document(id="a", text="They met.")
        >>> published = Published(None, PublishedBasis.UNKNOWN, Why("no-date-tells"))
        >>> Timeline(sources=(Source(document, published),)).source("a").document.text
        'They met.'
        """
        for source in self.sources:
            if source.document.id == document_id:
                return source
        raise KeyError(document_id)


def main_events(timeline: Timeline) -> Timeline:
    """The timeline with its main events alone, and all its sources: what every output shows unless more is asked for.

    It is the timeline itself where all its events are main ones.

    >>> events = (Event(id, "", None, Extent.WITHIN, Status.OCCURRED, (), main=id == "e1") for id in ("e1", "e2"))
    >>> [event.id for event in main_events(Timeline(events=tuple(events)))]
    ['e1']
    """
    events = tuple(event for event in timeline.events if event.main)
    return timeline if len(events) == len(timeline.events) else replace(timeline, events=events)

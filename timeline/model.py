"""The records that the stages hand on: frozen, plain, and traceable to the words they came from.

Every place in a text is a `Quote`: half-open offsets in code points of its document's text, and the slice itself.
A document's text never changes after reading, so `document.text[quote.start:quote.end] == quote.text` always holds.

The fields follow the JSON export (schema `timeline/1`); `timeline.export.json` is where the two meet.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from timeline.release import DISTRIBUTION
from timeline.timespan import TimeSpan
from timeline.why import Why


class DateType(StrEnum):
    """The four types of TIMEX3."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Basis(StrEnum):
    """How a date came about."""

    STATED = "stated"  # complete in the text
    RELATIVE = "relative"  # counted from the publication date or another date: "last month", "Tuesday"
    INFERRED = "inferred"  # a part was filled in: the year of "27 July"
    ANCHORED = "anchored"  # counted from another event: "a week after the report"
    PUBLICATION = "publication"  # no date in the text: a headline or lead, told on the day


class PublishedBasis(StrEnum):
    """How a document's publication date is known."""

    STATED = "stated"  # a byline or dateline in the text
    METADATA = "metadata"  # the file or record said so
    GIVEN = "given"  # a person said so
    INFERRED = "inferred"  # worked out from what the texts say
    UNKNOWN = "unknown"


class Status(StrEnum):
    """What a source makes of an event."""

    OCCURRED = "occurred"  # told as fact
    PLANNED = "planned"  # future when written: deadlines, schedules, expectations
    CLAIMED = "claimed"  # rests on the word of a party to it
    DENIED = "denied"  # said not to have happened
    POSSIBLE = "possible"  # conditional, feared, demanded


class Extent(StrEnum):
    """What an event's span means."""

    WITHIN = "within"  # it lies somewhere inside
    THROUGHOUT = "throughout"  # it lasted all of it


class Genre(StrEnum):
    """How a text tells time: from its day of writing, or along a story of its own."""

    NEWS = "news"
    NARRATIVE = "narrative"


class Position(StrEnum):
    """Where in its document a sentence stands."""

    HEADLINE = "headline"
    LEAD = "lead"
    BODY = "body"


class Role(StrEnum):
    """What a participant does in an event."""

    AGENT = "agent"
    PATIENT = "patient"
    OTHER = "other"


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """Words at their place: `[start, end)` in code points of a document's text, and the slice.

    >>> Quote.of("They met on 3 May.", 12, 17)
    Quote(start=12, end=17, text='3 May')
    """

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Quote:
        """The quote from `start` to `end` of a text."""
        return cls(start, end, text[start:end])

    def holds(self, other: Quote) -> bool:
        """Whether the other lies inside this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Document:
    """One text with what is known of it before any analysis. `text` is never changed after reading.

    `published` is the publication date as metadata or a person gave it, in EDTF; what the text itself says or implies
    is found later. `language` is its BCP 47 tag, "" where nobody has said it: a build finds it out. `id` is unique in a
    collection.
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
        """Digest of the text in UTF-8: the document's identity across re-runs and renames.

        >>> Document(id="a", text="").sha256[:8]
        'e3b0c442'
        """
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def quote(self, start: int, end: int) -> Quote:
        """The words from `start` to `end`."""
        return Quote.of(self.text, start, end)


@dataclass(frozen=True, slots=True)
class Published:
    """When a document was published, as far as is known, and how that is known."""

    when: TimeSpan | None
    basis: PublishedBasis
    reason: Why
    evidence: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A document of a timeline, with its publication date."""

    document: Document
    published: Published


@dataclass(frozen=True, slots=True)
class DateMention:
    """An expression of time and what it says.

    `when` is the expression's own span ("since February 2020" holds 2020-02); None where it names no days that can be
    placed (a bare duration, a set, "recently", a relative date whose reference is unknown). `quote` is None where no
    words of the sentence hold the date. `value` and `mod` are TIMEX3's.
    """

    quote: Quote | None
    type: DateType
    value: str
    when: TimeSpan | None
    basis: Basis
    reason: Why
    mod: str = ""


@dataclass(frozen=True, slots=True)
class Participant:
    """Someone or something that takes part in an event; `name` is the fullest form known."""

    quote: Quote
    role: Role
    name: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event happened; `name` is the fullest form known."""

    quote: Quote
    name: str


@dataclass(frozen=True, slots=True)
class EventMention:
    """One report of an event: a sentence of a document, the word that names the event, and its date.

    `quote` holds `trigger` and the date's words. `when` is the event's own span: the date with what its preposition
    adds ("since February 2020" is 2020-02/..); None where the event is undated. `concepts` are the words that name the
    event, as lemma/POS, the trigger's first: "signed" an "agreement" has `("sign/VERB", "agreement/NOUN")`. `phase` is
    "start", "middle" or "end" where the words speak of that part alone. `part_of` is the trigger of the report, in the
    same document, whose event this one only adds to: what it tells again, or a detail that has no date of its own.
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
    part_of: Quote | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """One of several versions of a fact, and the mentions (indices into the event's) that give it."""

    value: str
    mentions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What an event's reports give differently: a date, a number or a status."""

    about: str
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """What a person wrote about an event, and when, in ISO 8601."""

    who: str
    at: str
    text: str


@dataclass(frozen=True, slots=True)
class Review:
    """What persons made of an event: "confirmed" or "", what they changed, their notes.

    `changed` holds "title", "date", "status", "merged", "split" and "added", in this order; `corrections` are the
    numbers of the corrections that made the event so.
    """

    state: str = ""
    changed: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    corrections: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One happening with all its reports.

    `confidence` and `salience` run from 0 to 1. `reasons` say why this date, and why these reports are one event;
    each is of the kind DATE, REPORTS, JOIN, CONFIDENCE or CORRECTION of `timeline.why`.
    `aliases` are ids that the event, or one merged into it, had before. `review` is None where no person had a say.
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
    reasons: tuple[Why, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    aliases: tuple[str, ...] = ()
    review: Review | None = None

    @property
    def sort_key(self) -> tuple[bool, tuple[int, int], str]:
        """Events in order of time, undated ones last."""
        return self.when is None, self.when.sort_key if self.when is not None else (0, 0), self.id

    @property
    def reports(self) -> tuple[tuple[EventMention, ...], ...]:
        """The mentions as a person reads them: what only adds to a report stands with it where both quote one sentence.

        In the order of `mentions`; the first of each group is the report.
        """
        groups: list[list[EventMention]] = []
        of_sentence: dict[tuple[str, Quote], list[EventMention]] = {}
        for mention in self.mentions:
            sentence = (mention.document, mention.quote)
            if mention.part_of is not None and sentence in of_sentence:
                of_sentence[sentence].append(mention)
                continue
            groups.append([mention])
            of_sentence.setdefault(sentence, groups[-1])
        return tuple(map(tuple, groups))


@dataclass(frozen=True, slots=True)
class Generator:
    """What made a timeline: this package and the language pipeline, with their versions."""

    name: str = DISTRIBUTION
    version: str = ""
    model: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """All events of a collection in order of time, undated ones last, and the sources they come from."""

    sources: tuple[Source, ...] = ()
    events: tuple[Event, ...] = ()
    generator: Generator = field(default_factory=Generator)

    def __iter__(self) -> Iterator[Event]:
        return iter(self.events)

    def source(self, document_id: str) -> Source:
        """The source of a document's id. Raises KeyError where there is none."""
        for source in self.sources:
            if source.document.id == document_id:
                return source
        raise KeyError(document_id)

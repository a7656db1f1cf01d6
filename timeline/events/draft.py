"""An event mention before the days of its date are known: what the words of one sentence say by themselves.

Drafts depend on a document's text and the language pipeline alone, so a cache can keep them between runs; the days of
their dates can change when another document joins the collection.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from timeline.language import Entity
from timeline.model import Participant, Place, Position, Quote, Status

if TYPE_CHECKING:
    from pydantic import TypeAdapter


class Tense(StrEnum):
    """The time that the form of a trigger expresses; NONE for a noun or an infinitive."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    NONE = "none"


class Telling(StrEnum):
    """Where a draft has its date from."""

    OWN = "own"  # from its own words; or it is the main event of a headline or lead
    SHARED = "shared"  # from another event of its sentence, which happened at the same time
    AGAIN = "again"  # from a dated event that it tells again; without such it is dropped
    STORY = "story"  # from what is told before it, as a past fact without a date
    PLAIN = "plain"  # from nothing: it was some time before its text was written, or is to come
    NOW = "now"  # from publication, as what is said, is going on or has just happened at the time of writing


IN_PASSING = frozenset({Telling.SHARED, Telling.AGAIN, Telling.PLAIN})
"""How a sentence tells what it is not about."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words for the event that a date counts from: "the latest UN report" in "a week after the latest UN report".

    `quote` are these words. `concepts` name the event as lemma/POS, as in a draft; () where the words are only a name
    ("weeks after Hastings"). `names` are the names in the words, `details` the lemmas of the other nouns and numbers
    that distinguish the event from others of its kind. `definite` says that the words refer to an event told elsewhere
    ("the vote"), `whose` that they refer to a person whom only the text around them names ("his death", "after she
    left"). `phase` is "start", "middle" or "end" where the words are for that part of the event, else "".
    """

    quote: Quote
    concepts: tuple[str, ...]
    names: tuple[str, ...] = ()
    details: tuple[str, ...] = ()
    definite: bool = False
    whose: bool = False
    phase: str = ""

    @property
    def is_name(self) -> bool:
        """Whether the words are a name and nothing else: "Hastings"."""
        return self.names == (self.quote.text,)


@dataclass(frozen=True, slots=True)
class Draft:
    """One report of an event, whose date has no days yet. Fields that are not described here are as in `EventMention`.

    `candidate` is the index of its date among the document's candidates; None for a draft without a date of its own.
    `anchor_to` is the index of another candidate that this one is counted from ("on 30 August, four months later than
    the deadline"); `anchor` is the event that its date counts from. `cause` are the concepts of the event that caused
    this one, which has the same date: "the blast" of "the blast killed two". `attachment` (0 to 1) is how surely the
    date belongs to the trigger; `tie` says why in a sentence, which becomes the first of the mention's reasons.
    `described` says that the date is the event's time whatever preposition stands before it: "after the 2004 flood",
    "postponed the vote until May", "did not open until May". `beside` is the offset of the trigger in the same sentence
    whose time a draft shares. `entities` are the names that the language pipeline found in the sentence.
    """

    document: str
    quote: Quote
    trigger: Quote
    concepts: tuple[str, ...]
    candidate: int | None
    attachment: float
    tie: str
    position: Position
    tense: Tense
    status: Status
    title: str
    status_words: Quote | None = None
    speaker: Quote | None = None
    participants: tuple[Participant, ...] = ()
    places: tuple[Place, ...] = ()
    entities: tuple[Entity, ...] = ()
    phase: str = ""
    anchor_to: int | None = None
    anchor: Anchor | None = None
    cause: tuple[str, ...] = ()
    described: bool = False
    telling: Telling = Telling.OWN
    beside: int | None = None


def dumps(drafts: tuple[Draft, ...]) -> str:
    """Drafts as JSON text, for a cache.

    >>> dumps(()), loads("[]")
    ('[]', ())
    """
    return _adapter().dump_json(drafts).decode("utf-8")


def loads(text: str) -> tuple[Draft, ...]:
    """Drafts from the JSON text that `dumps` made. Raises ValueError for anything else."""
    return _adapter().validate_json(text)


@cache
def _adapter() -> TypeAdapter[tuple[Draft, ...]]:
    from pydantic import TypeAdapter  # a fifth of a second to import, and not every run has a cache

    return TypeAdapter(tuple[Draft, ...])

"""An event mention before its date is known: what the words of one sentence say by themselves.

Drafts depend on a document's text and the language pipeline alone, so they can be kept between runs; the dates of their
candidates may change when another document joins the collection.
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
    """The time that a trigger's form speaks of."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    NONE = "none"


class Telling(StrEnum):
    """How a draft came by its date, or what is to date it."""

    OWN = "own"  # a date is tied to it, or it is what a headline or lead is about
    SHARED = "shared"  # it has the time of another event of its sentence
    AGAIN = "again"  # told without a date: it counts only where an event that has one is told again
    STORY = "story"  # a past fact told without a date: it goes on from what is told before it
    NOW = "now"  # told without a date as what is said, is going on or has just happened when the text was written


@dataclass(frozen=True, slots=True)
class Anchor:
    """The event that a date is counted from, as the words behind the date name it: "a week after the latest UN report".

    `concepts` name the event as those of a draft do; none where the words are a mere name ("weeks after Hastings").
    `names` are the names in the words, `details` the lemmas of the other nouns and numbers that tell the event from
    others of its kind. `definite` words stand for an event told elsewhere ("the vote"); `whose` ones rest on somebody
    whom only the text around them knows ("his death", "after she left").
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
    """One report of an event.

    `candidate` is the index of its date among the document's candidates, None for what is told on the day of
    publication. `anchor_to` is the index of another candidate that this one is counted from ("on 30 August, four months
    later than the deadline"); `anchor` is the event that its date waits for. `cause` are the concepts of an event whose
    harm the trigger tells, so that the date is its own, too: "the blast killed two". `attachment` (0 to 1) says how
    surely the date belongs to the trigger, `tie` why.
    `described` says that the date itself is the event's time, whatever preposition stands before it: "after the 2004
    flood", "postponed the vote until May", "did not open until May".
    `beside` is the start of the trigger, in the same sentence, whose time a draft shares.
    `entities` are the names that the language pipeline saw in the sentence.
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
    """Drafts as JSON text, for a cache."""
    return _adapter().dump_json(drafts).decode("utf-8")


def loads(text: str) -> tuple[Draft, ...]:
    """Drafts from the JSON text that `dumps` made."""
    return _adapter().validate_json(text)


@cache
def _adapter() -> TypeAdapter[tuple[Draft, ...]]:
    from pydantic import TypeAdapter  # a fifth of a second to import, and not every run has a cache

    return TypeAdapter(tuple[Draft, ...])

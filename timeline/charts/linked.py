"""An event's other dates: those that it was planned for, and those that disagreeing reports give it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from timeline.model import Event, EventMention, Status
from timeline.timespan import TimeSpan
from timeline.wording import date_in_words


class Relation(StrEnum):
    """How another date of an event came about."""

    PLAN = "plan"  # the event was planned for it
    ACCOUNT = "account"  # a report that disagrees gives it


@dataclass(frozen=True, slots=True)
class OtherDate:
    """One of the other dates of an event; `reports` is the number of mentions that give it."""

    relation: Relation
    when: TimeSpan
    reports: int

    @property
    def words(self) -> str:
        """The date as a label.

        >>> OtherDate(Relation.PLAN, TimeSpan.month(2021, 8), 1).words
        'planned: August 2021'
        >>> OtherDate(Relation.ACCOUNT, TimeSpan.day(2021, 8, 3), 2).words
        'or 3 August 2021 (2 reports)'
        """
        when = date_in_words(self.when)
        if self.relation == Relation.PLAN:
            return f"planned: {when}"
        return f"or {when} ({self.reports} report{'s' * (self.reports != 1)})"


def other_dates(event: Event) -> tuple[OtherDate, ...]:
    """The dates that an event's reports give besides its own: disagreeing accounts, then plans, each in order of time.

    A date that is both is an account. An event without a date has no other ones.
    """
    if event.when is None:
        return ()
    accounts = _dates(event, disputed(event))
    plans = _dates(event, [mention for mention in event.mentions if mention.status == Status.PLANNED])
    found = [OtherDate(Relation.ACCOUNT, when, count) for when, count in accounts.items()]
    found += [OtherDate(Relation.PLAN, when, count) for when, count in plans.items() if when not in accounts]
    return tuple(sorted(found, key=lambda other: (other.relation, other.when.sort_key)))


def disputed(event: Event) -> list[EventMention]:
    """The mentions of an event whose dates disagree."""
    return [
        event.mentions[i]
        for disagreement in event.disagreements
        if disagreement.about == "date"
        for account in disagreement.accounts
        for i in account.mentions
        if 0 <= i < len(event.mentions)
    ]


def _dates(event: Event, mentions: list[EventMention]) -> dict[TimeSpan, int]:
    """The dates of some mentions other than the event's own, with the number of mentions that give each."""
    found: dict[TimeSpan, int] = {}
    for mention in mentions:
        if mention.when is not None and mention.when != event.when:
            found[mention.when] = found.get(mention.when, 0) + 1
    return found

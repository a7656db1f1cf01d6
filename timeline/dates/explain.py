"""How a date came to be read as it is: the rule that found it, what it says, and what the words around it add.

For a person who sees a wrong date and wants to know which rule, word list or step to change. Made on demand from what
`find` and `resolve` gave; no stage reads it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from enum import Enum

from timeline.dates.candidate import Bound, Candidate, Direction
from timeline.dates.content import Clock, Content, Numeric
from timeline.dates.find import FROM_NOW, SHARED_YEAR
from timeline.dates.genre import judged_genre
from timeline.dates.grammar import TABLES
from timeline.dates.patterns import Rule
from timeline.dates.resolving.numeric import is_ambiguous, order_of
from timeline.dates.tense import told_direction
from timeline.model import Basis, DateMention, Genre
from timeline.timespan import Granularity, TimeSpan
from timeline.why import CountsFrom, Why

_RULES: dict[str, tuple[str, Rule]] = {
    rule.name: (f"grammar/{module}.py", rule) for module, rules in TABLES.items() for rule in rules
}
_STEPS = {FROM_NOW: "find.py", SHARED_YEAR: "find.py"}


@dataclass(frozen=True, slots=True)
class UsedRule:
    """A rule that an expression was found by: its name, the module of `timeline/dates/` it stands in, its pattern.

    `pattern` is empty for a step that is no rule of the grammar.
    """

    name: str
    module: str
    pattern: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why one expression of time was read as it was.

    `rules` holds the last rule first, then those that found what it is built of; `content` what they made of the words,
    as the code writes it. `direction` and `bound` are what the words around the expression say, `direction_words` and
    `bound_words` those words ("" where none do). `genre_reason` is the evidence for how the whole text tells time.
    `counts_from` is what the days were counted from, `from_event` whether that is an event which the words name.
    `order` says why figures such as 01/03/2008 were read in their order, None for all else.
    """

    rules: tuple[UsedRule, ...]
    content: str
    direction: Direction
    direction_words: str
    bound: Bound
    bound_words: str
    genre: Genre
    genre_reason: Why
    counts_from: CountsFrom
    from_event: bool
    order: Why | None


def explain(
    text: str,
    candidates: Sequence[Candidate],
    mentions: Sequence[DateMention],
    *,
    published: TimeSpan | None,
    genre: Genre | None = None,
    date_order: str | None = None,
) -> tuple[Explanation, ...]:
    """One explanation for each date, in order.

    `mentions` are what `resolve` made of `candidates`, and the other arguments those that it was given.

    >>> from timeline.dates.find import find
    >>> from timeline.dates.resolve import resolve
    >>> text, day = "The board will meet on 12 May.", TimeSpan.day(2021, 5, 6)
    >>> found = find(text)
    >>> (one,) = explain(text, found, resolve(text, found, published=day), published=day)
    >>> one.rules[0].name, one.content, one.direction_words, one.counts_from.value
    ('day-and-month', 'Calendar(month=5, day=12)', 'will', 'publication')
    """
    chosen, evidence = judged_genre(candidates, published, text=text)
    if genre is not None:
        chosen, evidence = genre, Why("genre-given")
    day = published.first if published is not None and published.granularity == Granularity.DAY else None
    own_order = order_of(candidates, day)
    return tuple(
        Explanation(
            rules=tuple(map(_used, candidate.rules)),
            content=brief(candidate.content),
            direction=candidate.direction,
            direction_words=told_direction(text, candidate.quote.start, candidate.quote.end, candidate.bound)[1],
            bound=candidate.bound,
            bound_words=candidate.cue.text if candidate.cue is not None else "",
            genre=chosen,
            genre_reason=evidence,
            counts_from=_counts_from(mention.reason),
            from_event=mention.basis == Basis.ANCHORED,
            order=_order(candidate.content, own_order, date_order),
        )
        for candidate, mention in zip(candidates, mentions, strict=True)
    )


def _used(name: str) -> UsedRule:
    if name in _STEPS:
        return UsedRule(name, _STEPS[name])
    module, rule = _RULES[name]
    return UsedRule(name, module, rule.pattern)


def _counts_from(reason: Why) -> CountsFrom:
    return next((why.counts_from for why in reason.all() if why.counts_from), CountsFrom.NOTHING)


def _order(content: Content, own: str | None, asked: str | None) -> Why | None:
    """Why a date in figures that may be read in two orders was read in one."""
    figures = content.on if isinstance(content, Clock) else content
    if not isinstance(figures, Numeric) or not is_ambiguous(figures.written):
        return None
    if own is not None:
        return Why("order-of-text", (own,))
    return Why("order-asked", (asked,)) if asked is not None else Why("order-unknown")


def brief(value: object) -> str:
    """A content as the code writes it, without the fields that are left at their defaults.

    >>> from timeline.dates.content import Calendar, Origin, Shift, Unit
    >>> brief(Calendar(month=2, within=Shift(Unit.YEAR, -1.0, Origin.PUBLICATION)))
    'Calendar(month=2, within=Shift(unit=YEAR, amount=-1, origin=PUBLICATION))'
    """
    if isinstance(value, Enum):
        return value.name
    if isinstance(value, float):
        return f"{value:g}"
    if not isinstance(value, Content):
        return repr(value)
    parts = {field.name: getattr(value, field.name) for field in fields(value)}
    given = [
        f"{field.name}={brief(parts[field.name])}" for field in fields(value) if parts[field.name] != field.default
    ]
    return f"{type(value).__name__}({', '.join(given)})"

"""Reasons and explanations as a terminal shows them: a name in front, what is to be said behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from timeline.commands.speaking import add_row
from timeline.model import Basis, DateMention, Published
from timeline.why import CountsFrom, Why, as_json
from timeline.why_words import REFERENCES, sentence

if TYPE_CHECKING:
    from rich.console import RenderableType

    from timeline.dates import Explanation

BASIS_IN_WORDS = {
    Basis.STATED: "stated: the words name the days by themselves",
    Basis.RELATIVE: "relative: counted from another date",
    Basis.INFERRED: "inferred: a part was filled in",
    Basis.ANCHORED: "anchored: counted from another event",
    Basis.PUBLICATION: "publication: told as of the day of publication",
}

_INDENT = 4  # columns


def named_lines(lines: Iterable[tuple[str, str]], *, indent: int = _INDENT) -> RenderableType:
    """Lines of a name and what is said of it; long ones are broken in their own column.

    A line with an empty name goes on with the one above it.
    """
    from rich.padding import Padding
    from rich.table import Table

    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column("name", no_wrap=True)
    table.add_column("said", overflow="fold")
    for name, said in lines:
        add_row(table, name, said)
    return Padding(table, (0, 0, 0, indent))


def record(why: Why) -> str:
    """A reason as the code makes it: its kind and its parts, and what its date counts from.

    >>> record(Why("read-from", ("last year", "2021-05-06"), CountsFrom.PUBLICATION))
    "read-from('last year', '2021-05-06') from publication"
    """
    parts = ", ".join(record(part) if isinstance(part, Why) else repr(part) for part in why.parts)
    return f"{why.kind}({parts})" + (f" from {why.counts_from.value}" if why.counts_from else "")


def text_lines(published: Published, explained: Iterable[Explanation]) -> list[tuple[str, str]]:
    """What holds for all dates of a text: when it was published, and how it tells time."""
    when = str(published.when) if published.when is not None else "not known"
    lines = [("published", f"{when}: {sentence(published.reason).removeprefix(f'{when}: ')}")]
    lines += [("tells time", f"as {one.genre.value}: {sentence(one.genre_reason)}") for one in list(explained)[:1]]
    return lines


def date_lines(mention: DateMention, one: Explanation) -> list[tuple[str, str]]:
    """How one date came to be read as it is."""
    lines = [("because", sentence(mention.reason))]
    for position, rule in enumerate(one.rules):
        lines.append(("" if position else "found by", f"{rule.name} ({rule.module})"))
        lines += [("", f"    {_shortened(rule.pattern)}")] if rule.pattern else []
    lines.append(("says", one.content))
    if one.order is not None:
        lines.append(("order", sentence(one.order)))
    by = f", by ‘{one.direction_words}’" if one.direction_words else ": no word around it says more"
    lines.append(("told as", f"{one.direction.value}{by}"))
    if one.bound:
        lines.append(("bound", f"{one.bound.value}, by ‘{one.bound_words}’"))
    lines.append(("counts from", _counts_from(one)))
    lines.append(("basis", BASIS_IN_WORDS[mention.basis]))
    lines.append(("record", record(mention.reason)))
    return lines


_LONG_CHOICE = re.compile(r"((?:[^\s|]+\|){4})(?:[^\s|]+\|){3,}[^\s|?)]+")


def _shortened(pattern: str) -> str:
    """A pattern with the first four words of each choice among more than seven.

    >>> _shortened("the? k:one|two|three|four|five|six|seven|eight? u:UNIT")
    'the? k:one|two|three|four|...? u:UNIT'
    """
    return _LONG_CHOICE.sub(r"\1...", pattern)


def _counts_from(one: Explanation) -> str:
    if one.counts_from == CountsFrom.AWAITED:
        return f"{REFERENCES[one.counts_from]} (--published gives it)"
    if one.from_event:
        return "an event"
    return REFERENCES[one.counts_from] or "nothing"


def explanation_fields(mention: DateMention, one: Explanation) -> dict[str, Any]:
    """How one date came to be read as it is, for JSON."""
    return {
        "rules": [{"name": rule.name, "module": rule.module, "pattern": rule.pattern} for rule in one.rules],
        "says": one.content,
        "order": sentence(one.order) if one.order is not None else None,
        "direction": one.direction.value,
        "direction_words": one.direction_words,
        "bound": one.bound.value,
        "bound_words": one.bound_words,
        "genre": one.genre.value,
        "genre_reason": as_json(one.genre_reason),
        "counts_from": "event" if one.from_event else one.counts_from.value,
        "record": as_json(mention.reason),
    }

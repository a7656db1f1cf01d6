"""Countries by their names, people and capitals.

The table `countries.tsv` has a line for each: name, other names, adjectives and people, capitals, parted by tabs, the
entries of a field by semicolons. It is general knowledge, compiled for this project; a few states of the past and of
disputed standing are in it because texts name them.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def countries() -> dict[str, str]:
    """From any name of a country to the one that is shown: "U.S." -> "United States"."""
    return {form: row[0] for row in _rows() for form in (row[0], *row[1])}


@cache
def capitals() -> dict[str, str]:
    """From a capital to its country: "Vienna" -> "Austria"; not those that share a name with their country."""
    return {capital: row[0] for row in _rows() for capital in row[3]}


@cache
def adjectives() -> dict[str, str]:
    """From an adjective or a people to its country: "Afghan" -> "Afghanistan"."""
    return {form: row[0] for row in _rows() for form in row[2]}


@cache
def _rows() -> tuple[tuple[str, list[str], list[str], list[str]], ...]:
    text = files("timeline.events").joinpath("countries.tsv").read_text(encoding="utf-8")
    rows = []
    for line in text.splitlines():
        name, others, people, capital = [*line.split("\t"), "", "", ""][:4]
        rows.append((name, _parts(others), _parts(people), _parts(capital)))
    return tuple(rows)


def _parts(field: str) -> list[str]:
    return [part for part in field.split(";") if part]

"""Publication dates that a person gives: the values of --published, FILE=DATE or a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from timeline.commands.speaking import counted, say
from timeline.errors import DateError
from timeline.model import Document
from timeline.reading.table import read_table
from timeline.timespan import TimeSpan


@dataclass(frozen=True, slots=True)
class _Given:
    """A publication date that a person gives, and the name of its document; `table` is the path of the table, or ""."""

    name: str
    when: TimeSpan
    table: str = ""


def given_dates(assignments: Sequence[str], date_order: str | None) -> list[_Given]:
    """The publication dates in some values of --published, in order. Raises BadParameter where one cannot be read."""
    found = []
    for assignment in assignments:
        name, equals, date = assignment.rpartition("=")
        if Path(assignment).is_file():
            found += [
                _Given(row.document, _date(row.date, date_order, where=f"{assignment}, line {row.line}: "), assignment)
                for row in read_table(Path(assignment))
            ]
        elif equals:
            found.append(_Given(name, _date(date, date_order)))
        else:
            raise typer.BadParameter(
                f"{assignment!r} is neither of the form FILE=DATE nor a table that exists", param_hint="--published"
            )
    return found


def _date(text: str, date_order: str | None, *, where: str = "") -> TimeSpan:
    """A date in any usual form. Raises BadParameter for anything else; `where` begins its sentence."""
    from timeline.dates import written_date

    try:
        return written_date(text, date_order=date_order)
    except DateError as error:
        raise typer.BadParameter(f"{where}{error}", param_hint="--published") from error


def dates_by_document(given: Sequence[_Given], documents: Sequence[Document]) -> dict[str, TimeSpan]:
    """The dates by the ids of their documents.

    A document is named by its id, its path, or its file's name. Raises BadParameter for a name that several documents
    have, and for one that no document has, unless it is in a table: these may hold more, which is reported.
    """
    index: dict[str, list[str]] = {}
    loose: dict[str, list[str]] = {}
    for document in documents:
        for name in {document.id, document.path}:
            index.setdefault(name, []).append(document.id)
        for name in {Path(document.path).name, Path(document.path).stem}:
            loose.setdefault(name, []).append(document.id)
    dates, strays = {}, Counter[str]()
    for one in given:
        found = index.get(one.name) or loose.get(one.name) or []
        if len(found) > 1:
            raise typer.BadParameter(f"{one.name!r} may be any of {', '.join(found)}", param_hint="--published")
        if found:
            dates[found[0]] = one.when
        elif one.table:
            strays[one.table] += 1
        else:
            raise typer.BadParameter(f"there is no document {one.name!r}", param_hint="--published")
    for table, count in strays.items():
        say(f"{table}: passed over {counted(count, 'row')} of documents that are not here")
    return dates

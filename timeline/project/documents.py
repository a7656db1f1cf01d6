"""The documents of a project: rows of a table, and whether a file has to be read again."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from timeline.fingerprint import fingerprint
from timeline.model import Document, PublishedBasis
from timeline.reading import Entry, Origin
from timeline.release import version
from timeline.timespan import TimeSpan

RACY_NANOSECONDS = 2_000_000_000  # the coarsest clock of a usual file system (FAT) ticks every two seconds


def row_of(entry: Entry, document_id: str) -> tuple[Any, ...]:
    """The row of a document that is saved under `document_id`, in the order of the table's columns."""
    document, origin = entry.document, entry.origin
    file, record = entry.key
    return (
        *(file, record, origin.size, origin.modified, document.id, document_id, document.text, document.path),
        *(document.title, document.publisher, document.author, document.url, document.language),
        *(None if document.published is None else str(document.published), document.published_basis.value),
    )


def entry_of(row: tuple[Any, ...]) -> tuple[Entry, str]:
    """The document of a row, and the id that it was saved under."""
    file, record, size, modified, name, document_id, text, path, title, publisher, author, url, language = row[:13]
    published, published_basis = row[13:]
    document = Document(
        id=name,
        text=text,
        path=path,
        title=title,
        publisher=publisher,
        author=author,
        url=url,
        language=language,
        published=None if published is None else TimeSpan.parse(published),
        published_basis=PublishedBasis(published_basis),
    )
    return Entry(document, Origin(file, record, size, modified) if file else Origin()), document_id


def unless_racy(entry: Entry) -> Entry:
    """The entry, to be read again next time if its file was changed within `RACY_NANOSECONDS`.

    A further change could bear the same time as that one; git calls such a file "racily clean"
    (https://git-scm.com/docs/racy-git). Reading again is cheap: work is only done anew where the text has changed.
    """
    if time.time_ns() - entry.origin.modified >= RACY_NANOSECONDS:
        return entry
    return replace(entry, origin=replace(entry.origin, modified=0))


def is_under(file: str, paths: Iterable[str]) -> bool:
    """Whether a file is one of some paths, or lies below one."""
    return any(Path(file).is_relative_to(Path(path).resolve()) for path in paths)


def reader_version() -> str:
    """The version of what reads documents: this package's, and a digest of the code that reads."""
    return f"{version()} {fingerprint('reading', 'sight.py')}"

"""The corrections as rows of a table, which only grows; it is created with the first correction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from timeline.curation import Correction
from timeline.project.records import written

# Created with the first correction, so that a project file of an older version needs no change.
CORRECTIONS = "CREATE TABLE IF NOT EXISTS correction (number INTEGER PRIMARY KEY, data TEXT NOT NULL) STRICT"


def has_log(connection: sqlite3.Connection) -> bool:
    """Whether the project has a log: whether anything was ever corrected."""
    return connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'correction'").fetchone() is not None


def log_rows(connection: sqlite3.Connection) -> list[str]:
    """The corrections as JSON, in the order of their numbers."""
    if not has_log(connection):
        return []
    return [data for (data,) in connection.execute("SELECT data FROM correction ORDER BY number")]


def append_to_log(connection: sqlite3.Connection, corrections: Iterable[Correction]) -> None:
    """Add corrections; a part of the caller's transaction."""
    connection.execute(CORRECTIONS)
    rows = ((correction.number, written(Correction, correction)) for correction in corrections)
    connection.executemany("INSERT INTO correction VALUES (?, ?)", rows)

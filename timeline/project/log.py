"""What persons corrected: a log that only grows, as rows of a table that the first correction makes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from timeline.curation import Correction
from timeline.project.records import written

# Made with the first correction, so that projects from before there were any need no change.
CORRECTIONS = "CREATE TABLE IF NOT EXISTS correction (number INTEGER PRIMARY KEY, data TEXT NOT NULL) STRICT"


def has_log(connection: sqlite3.Connection) -> bool:
    """Whether anything was ever corrected."""
    return connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'correction'").fetchone() is not None


def log_rows(connection: sqlite3.Connection) -> list[str]:
    """The corrections as JSON, in their order."""
    if not has_log(connection):
        return []
    return [data for (data,) in connection.execute("SELECT data FROM correction ORDER BY number")]


def append_to_log(connection: sqlite3.Connection, corrections: Iterable[Correction]) -> None:
    """Add corrections; part of the transaction of whoever does."""
    connection.execute(CORRECTIONS)
    rows = ((correction.number, written(Correction, correction)) for correction in corrections)
    connection.executemany("INSERT INTO correction VALUES (?, ?)", rows)

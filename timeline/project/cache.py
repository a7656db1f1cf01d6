"""The results for single documents, kept between builds."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

from timeline.project.schema import plainly, transaction

CACHE_SECONDS = 2.0  # the most time between two writes: a build that is killed loses no more work

CACHE_CHARS = 4_000_000  # the most characters kept in memory before they are written


class ProjectCache:
    """Results as JSON texts, by a digest of what they were made from (see `pipeline.Cache`).

    They are written at least every `CACHE_SECONDS`, apart from the timeline, so that a build that was killed goes on
    where it was. Values that no build asked for between two saves are dropped.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection
        self._pending: dict[str, str] = {}
        self._chars = 0
        self._written = time.monotonic()
        self._used: set[str] = set()

    def get(self, key: str) -> str | None:
        """The value under a key, None if there is none."""
        self._used.add(key)
        if key in self._pending:
            return self._pending[key]
        with plainly(self._path):
            row = self._connection.execute("SELECT value FROM cache WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    def put(self, key: str, value: str) -> None:
        """Keep a value under a key."""
        self._used.add(key)
        self._pending[key] = value
        self._chars += len(value)
        if self._chars >= CACHE_CHARS or time.monotonic() - self._written >= CACHE_SECONDS:
            self.flush()

    def flush(self) -> None:
        """Write the values that are only in memory."""
        if self._pending:
            with plainly(self._path), transaction(self._connection, "IMMEDIATE") as connection:
                connection.executemany("INSERT OR REPLACE INTO cache VALUES (?, ?)", self._pending.items())
            self._pending.clear()
            self._chars = 0
        self._written = time.monotonic()

    def prune(self) -> None:
        """Drop the values that nobody asked for since the last call; a part of the caller's transaction."""
        if self._used:
            keys = {key for (key,) in self._connection.execute("SELECT key FROM cache")}
            self._connection.executemany("DELETE FROM cache WHERE key = ?", ((key,) for key in keys - self._used))
            self._used.clear()

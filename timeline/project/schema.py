"""The file itself: its tables, the checks when it is opened, and SQLite's errors as sentences."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from timeline.errors import ProjectError

APPLICATION_ID = 0x45544C31  # "ETL1", in the header of the file: `file` and SQLite tools show it

SCHEMA_VERSION = 2  # 2: reasons are records; version 1 is read, and becomes 2 with the next build

SQLITE_MAGIC = b"SQLite format 3\0"

_OWNER_ALONE = 0o600  # the mode of a new project: it holds whole documents

WAIT_SECONDS = 10.0  # for another program to finish writing

SCHEMA = """
CREATE TABLE document (
    file TEXT NOT NULL, record TEXT NOT NULL, size INTEGER NOT NULL, modified INTEGER NOT NULL,
    name TEXT NOT NULL, id TEXT NOT NULL, text TEXT NOT NULL, path TEXT NOT NULL, title TEXT NOT NULL,
    publisher TEXT, author TEXT, url TEXT, language TEXT NOT NULL, published TEXT, published_basis TEXT NOT NULL,
    PRIMARY KEY (file, record)
) STRICT;
CREATE TABLE source (position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, data TEXT NOT NULL) STRICT;
CREATE TABLE event (position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, data TEXT NOT NULL) STRICT;
CREATE TABLE cache (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
"""


def is_project(path: str | Path) -> bool:
    """Whether a file looks like a project: an SQLite file with our mark in its header. False where it cannot be read.

    >>> is_project("no such file.timeline")
    False
    """
    try:
        with Path(path).open("rb") as file:
            header = file.read(72)
    except OSError:
        return False
    return header.startswith(SQLITE_MAGIC) and header[68:72] == APPLICATION_ID.to_bytes(4, "big")


def check_file(path: Path, *, create: bool) -> None:
    """Raise ProjectError where a path is no SQLite file; and where there is no file, and `create` is not set or it
    cannot be made.
    """
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise ProjectError(f"{path} is a folder, not a project file")
        if not stat.S_ISREG(status.st_mode) or (status.st_size and not _is_sqlite(path)):
            raise ProjectError(f"{path} is not a project file")
        if not (status.st_size or create):
            raise ProjectError(f"{path} is not a project file: it is empty")
    except FileNotFoundError as error:
        if not create:
            raise ProjectError(f"there is no project file {path}") from error
        if not path.parent.is_dir():
            raise ProjectError(f"{path} cannot be made: there is no folder {path.parent}") from error
    except OSError as error:
        raise ProjectError(f"{path} cannot be opened: {(error.strerror or str(error)).lower()}") from error


def make_file(path: Path) -> None:
    """Create the file of a new project so that only its owner can read it; SQLite would let all users do so.

    A file that is there keeps its mode, and is not opened: closing it would drop SQLite's locks on it in this process.
    """
    with suppress(OSError):  # it is there; or it cannot be made, and SQLite will say why
        os.close(os.open(os.path.realpath(path), os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ALONE))


def _is_sqlite(path: Path) -> bool:
    """Whether a file begins as SQLite's do."""
    with path.open("rb") as file:
        return file.read(len(SQLITE_MAGIC)) == SQLITE_MAGIC


def create_tables(connection: sqlite3.Connection) -> None:
    """Create the tables of a project in an empty database; do nothing in another."""
    if _holds_something(connection):
        return
    with transaction(connection, "IMMEDIATE"):
        if not _holds_something(connection):  # unless another program was faster
            for statement in SCHEMA.split(";"):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _holds_something(connection: sqlite3.Connection) -> bool:
    """Whether a database has a table."""
    return connection.execute("SELECT 1 FROM sqlite_master").fetchone() is not None


def check_kind(connection: sqlite3.Connection, path: Path) -> None:
    """Raise ProjectError for a database that is no project, or one of a newer version."""
    if _pragma(connection, "application_id") != APPLICATION_ID:
        raise ProjectError(f"{path} is not a project file")
    if _pragma(connection, "user_version") > SCHEMA_VERSION:
        raise ProjectError(f"{path} was made by a newer version of this program: update it first")


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    """The value of a pragma that is a number."""
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def setting(connection: sqlite3.Connection, name: str) -> str | None:
    """The value of a setting; None where it was never set."""
    row = connection.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
    return None if row is None else str(row[0])


def revision_in(connection: sqlite3.Connection) -> int:
    """The number of builds that were saved; 0 before the first."""
    saved = setting(connection, "revision")
    return 0 if saved is None else int(saved)


@contextmanager
def transaction(connection: sqlite3.Connection, kind: str) -> Iterator[sqlite3.Connection]:
    """A transaction of a kind ("DEFERRED" to read, "IMMEDIATE" to write), rolled back if the block fails."""
    connection.execute(f"BEGIN {kind}")
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


PLAIN = {
    sqlite3.SQLITE_BUSY: "is in use by another program: try again when it is done",
    sqlite3.SQLITE_LOCKED: "is in use by another program: try again when it is done",
    sqlite3.SQLITE_READONLY: "cannot be written: the file or its folder is read-only",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened or made: look at the permissions of the file and its folder",
    sqlite3.SQLITE_PERM: "cannot be opened: there is no permission",
    sqlite3.SQLITE_FULL: "cannot be written: the disk is full",
    sqlite3.SQLITE_IOERR: "cannot be read or written: the disk reports an error",
    sqlite3.SQLITE_NOTADB: "is not a project file",
}
"""SQLite's primary result codes (https://sqlite.org/rescode.html) as ends of sentences that begin with the path."""


@contextmanager
def plainly(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into a ProjectError of one sentence each."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the primary code is in the lowest byte
        raise ProjectError(f"{path} {PLAIN.get(code, f'is damaged: {error}')}") from error
    except UnicodeDecodeError as error:  # SQLite quotes damaged names in its messages, and Python cannot read these
        raise ProjectError(f"{path} is damaged: it holds names that are not UTF-8") from error


@contextmanager
def sound(path: Path, otherwise: str) -> Iterator[None]:
    """Turn the errors of unexpected contents, such as damaged JSON, into a ProjectError that says `otherwise`."""
    try:
        yield
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise ProjectError(f"{path}: {otherwise}") from error

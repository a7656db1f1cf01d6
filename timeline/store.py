"""The project file: documents, settings, what was worked out before, and the timeline, in one SQLite file.

A project is complete by itself once it is closed (a rollback journal, no write-ahead log), so it can be copied and
sent. It holds texts and JSON alone, all of it checked when read: a project from a stranger is safe to open. A build
is written in one transaction, so one that fails or is killed leaves the results before it. Readers work on while a
build writes. What persons correct is a log beside the timeline that only grows; no build touches it. Tables that this
module does not know are left alone.
"""

from __future__ import annotations

import json
import logging
import os
import sqlite3
import stat
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import cache
from importlib import metadata
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from timeline.curation import Correction, Curated, Draft, Unapplied, conflict, curate, in_force, joined
from timeline.curation.corrections import Action
from timeline.curation.log import check
from timeline.errors import CurationError, ProjectError, StaleError
from timeline.fingerprint import fingerprint
from timeline.model import Document, Event, EventMention, Generator, PublishedBasis, Quote, Source, Timeline
from timeline.reading import Entry, Failure, File, Notice, Origin, find, load
from timeline.reading.names import unique
from timeline.timespan import TimeSpan

if TYPE_CHECKING:
    from pydantic import TypeAdapter

logger = logging.getLogger(__name__)

APPLICATION_ID = 0x45544C31  # "ETL1", in the header of the file: `file` and SQLite tools show it
SCHEMA_VERSION = 1
SQLITE_MAGIC = b"SQLite format 3\0"

RACY = 2_000_000_000  # nanoseconds: the coarsest clock of a usual file system (FAT) ticks every two seconds
_OWNER_ALONE = 0o600  # the mode of a new project: it holds whole documents

WAIT = 10.0  # seconds for another program to finish writing
CACHE_SECONDS = 2.0  # of work kept in memory before it is written: a build that is killed loses no more
CACHE_CHARS = 4_000_000  # of results kept in memory before they are written

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

# Made with the first correction, so that projects from before there were any need no change.
CORRECTIONS = "CREATE TABLE IF NOT EXISTS correction (number INTEGER PRIMARY KEY, data TEXT NOT NULL) STRICT"


def open_project(path: str | Path, *, create: bool = False) -> Project:
    """Open a project file; with `create`, make it where there is none.

    Raises ProjectError where it is no project file, is damaged, in use, or made by a newer version.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder, open_project(Path(folder, "a.timeline"), create=True) as project:
    ...     project.add([Entry(Document(id="note", text="They met on 3 May 2021."))])
    ...     project.save(Timeline())
    ...     [document.id for document in project.documents()]
    ['note']
    """
    path = Path(path)
    _check_file(path, create=create)
    if create:
        _make_file(path)
    with _plainly(path):
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={'rwc' if create else 'rw'}", uri=True, timeout=WAIT, isolation_level=None
        )
    try:
        with _plainly(path):
            # The file may come from a stranger: its schema may call no functions of ours.
            connection.execute("PRAGMA trusted_schema = OFF")
            # Keeps readers at work until the commit: nothing is written to the file before.
            connection.execute("PRAGMA cache_spill = OFF")
            if create:
                _create(connection)
            _check_kind(connection, path)
            return Project(path, connection)
    except BaseException:
        connection.close()
        raise


@dataclass(frozen=True, slots=True)
class Update:
    """What reading some paths did to a project's documents, as counts, and what could not be read."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    failures: tuple[Failure, ...] = ()
    skipped: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of another project's corrections: the new ones, how many were here, and those without effect."""

    added: tuple[Correction, ...]
    known: int
    unapplied: tuple[Unapplied, ...] = ()


class Project:
    """An open project file; a context manager that closes it.

    What is added or removed is kept in memory until `save` writes it together with the timeline made of it.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.cache = ProjectCache(path, connection)
        self._connection = connection
        with _plainly(path), _sound(path, "the documents in it are damaged"):
            self._revision = int(_setting(connection, "revision") or 0)
            self._options: dict[str, Any] = dict(json.loads(_setting(connection, "options") or "{}"))
            self._same_reader = _setting(connection, "version") == _version()
            self._stored = {
                entry.key: (entry, id_) for entry, id_ in map(_entry, connection.execute("SELECT * FROM document"))
            }
        self._entries = {key: entry for key, (entry, _) in self._stored.items()}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Keep what was worked out, drop what was not saved, and close the file."""
        try:
            self.cache.flush()
        finally:
            self._connection.close()

    @property
    def options(self) -> dict[str, Any]:
        """The options that the timeline was built with, by name; values as JSON has them."""
        return dict(self._options)

    def documents(self) -> tuple[Document, ...]:
        """All documents, in order of their ids, which are unique."""
        return tuple(unique(self._entries.values()).values())

    def update(
        self,
        paths: Iterable[str | Path],
        *,
        sync: bool = False,
        refusal: Callable[[str], str] | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> Update:
        """Read files and folders into the project: what is new, and again what changed since.

        With `sync`, documents that are gone from these paths are removed. A file that can no longer be read keeps its
        documents. `refusal` says of a file, by its path with all links resolved, why it is not to be read, "" where it
        may be. `progress` is told how many of how many files are done.
        """
        named = [str(path) for path in paths]
        finding = find(named)
        failures, notices = list(finding.failures), list(finding.notices)
        before = dict(self._entries)
        of_file: dict[str, set[tuple[str, str]]] = {}
        for key in before:
            of_file.setdefault(key[0], set()).add(key)
        read: set[tuple[str, str]] = set()
        there: set[tuple[str, str]] = set()
        for done, file in enumerate(finding.files):
            if progress is not None:
                progress(done, len(finding.files))
            if refusal is not None and (reason := refusal(file.origin.file)):
                failures.append(Failure(file.path, reason))
                continue
            if self._unchanged(file):
                there |= of_file[file.origin.file]
                logger.info("%s: not changed since it was read", file.path)
                continue
            loaded = load(file)
            failures += loaded.failures
            notices += loaded.notices
            self.add(map(_surely, loaded.entries))
            keys = {entry.key for entry in loaded.entries}
            logger.info("%s: read, documents: %d", file.path, len(keys))
            read |= keys
            there |= keys or of_file.get(file.origin.file, set())
        gone = [key for key in before if sync and key not in there and _is_under(key[0], named)]
        for key in gone:
            del self._entries[key]
        changed = {key for key in read & before.keys() if before[key].document != self._entries[key].document}
        counts = (len(read - before.keys()), len(changed), len(gone))
        return Update(*counts, tuple(failures), finding.skipped, tuple(notices))

    def add(self, entries: Iterable[Entry]) -> None:
        """Add documents. One that comes from the same place as one before takes its place.

        A publication date that a person gave stays. Of two names for one file, the one that says more stays.
        """
        for entry in entries:
            document = entry.document
            if entry.key in self._entries:
                before = self._entries[entry.key].document
                if before.published_basis == PublishedBasis.GIVEN:
                    document = replace(document, published=before.published, published_basis=PublishedBasis.GIVEN)
                name = max(before.id, document.id, key=lambda name: (name.count("/"), name))
                document = replace(document, id=name)
            self._entries[entry.key] = Entry(document, entry.origin)

    def remove(self, ids: Iterable[str]) -> None:
        """Remove the documents with these ids. Unknown ids are passed over."""
        gone = set(ids)
        for key, document in unique(self._entries.values()).items():
            if document.id in gone:
                del self._entries[key]

    def give_published(self, dates: Mapping[str, TimeSpan | None]) -> None:
        """Set publication dates by document id, as a person knows them; None takes back one that was set.

        A date that the document's file gives is there again once the file is read. Raises KeyError for unknown ids.
        """
        keys = {document.id: key for key, document in unique(self._entries.values()).items()}
        for document_id, when in dates.items():
            entry = self._entries[keys[document_id]]
            if when is None and entry.document.published_basis != PublishedBasis.GIVEN:
                continue
            basis = PublishedBasis.UNKNOWN if when is None else PublishedBasis.GIVEN
            given = replace(entry.document, published=when, published_basis=basis)
            self._entries[entry.key] = Entry(given, entry.origin)

    def timeline(self) -> Timeline:
        """The timeline as it was saved last, without corrections. Raises ProjectError where none was."""
        with _plainly(self.path), _transaction(self._connection, "DEFERRED"):  # one state, whoever writes meanwhile
            rows = _rows(self._connection)
        return self._read(rows)

    def curated(self) -> Curated:
        """The timeline as it was saved last with all corrections. Raises ProjectError where none was."""
        with _plainly(self.path), _transaction(self._connection, "DEFERRED"):
            rows = _rows(self._connection)
            log = _log(self._connection)
        return curate(self._read(rows), self._read_log(log))

    def corrections(self) -> tuple[Correction, ...]:
        """All that persons corrected, in order, with what was taken back."""
        with _plainly(self.path):
            log = _log(self._connection)
        return self._read_log(log)

    def correct(self, draft: Draft, *, who: str, at: str, seen: int) -> Correction:
        """Enter a correction into the log: `correct_all` of one."""
        return self.correct_all([draft], who=who, at=at, seen=seen)[0]

    def correct_all(self, drafts: Sequence[Draft], *, who: str, at: str, seen: int) -> tuple[Correction, ...]:
        """Enter corrections into the log, all or none. They are in the file when this returns, whatever is not saved.

        Args:
            drafts: what to correct; `timeline.curation` makes it.
            who: the name of whoever corrects.
            at: when, in ISO 8601 with the offset from UTC.
            seen: the number of the last correction that they had seen.

        Raises:
            StaleError: a later correction than that concerns the same event.
            CurationError: it takes back what is not there or was taken back; or it has no name or time.

        """
        with _plainly(self.path), _transaction(self._connection, "IMMEDIATE") as connection:
            log = self._read_log(_log(connection))
            last = log[-1].number if log else 0
            newer = [correction for correction in log if correction.number > seen]
            standing = {correction.number for correction in in_force(log)}
            made = []
            for number, draft in enumerate(drafts, last + 1):
                if stale := conflict(draft, newer):
                    raise StaleError(f"{stale}. Look at it as it is now, then correct it if you still want to")
                if draft.action == Action.UNDO and draft.undoes not in standing:
                    raise CurationError(f"there is no correction {draft.undoes} that could be taken back")
                made.append(Correction(number, " ".join(who.split()), at, draft))
                check(made[-1])
            _append(connection, made)
        return tuple(made)

    def apply(self, corrections: Sequence[Correction]) -> Applied:
        """Enter the corrections of another project of the same documents; those that are here already are passed over.

        They get the next numbers. Those that find no report here are entered all the same, since a later build may have
        it; but where none of them finds any, CurationError is raised and nothing is entered.
        """
        with _plainly(self.path), _transaction(self._connection, "IMMEDIATE") as connection:
            ours = self._read_log(_log(connection))
            new = joined(ours, corrections)
            numbers = {correction.number for correction in new}
            curated = curate(self._read(_rows(connection)), (*ours, *new))
            failed = tuple(one for one in curated.unapplied if one.correction.number in numbers)
            active = [c for c in in_force((*ours, *new)) if c.number in numbers and c.draft.action != Action.UNDO]
            if active and not {c.number for c in active} - {one.correction.number for one in failed}:
                raise CurationError(f"none of the corrections finds its report in {self.path}: {failed[0].reason}")
            _append(connection, new)
        return Applied(new, len(corrections) - len(new), failed)

    def revision(self) -> tuple[int, int]:
        """How often the project was built, and the number of the last correction: cheap, for who waits for changes."""
        with _plainly(self.path), _transaction(self._connection, "DEFERRED") as connection:
            built = int(_setting(connection, "revision") or 0)
            last = connection.execute("SELECT max(number) FROM correction").fetchone() if _has_log(connection) else (0,)
        return built, last[0] or 0

    def _read(self, rows: _Rows) -> Timeline:
        generator, texts, sources, events = rows
        if generator is None:
            raise ProjectError(f"{self.path} holds no timeline yet: no build of it was finished")
        with _sound(self.path, "the timeline in it is damaged or made by another version: build it again"):
            timeline = Timeline(
                tuple(_read_source(data, texts) for data in sources),
                tuple(_adapter(list[Event]).validate_json(f"[{','.join(events)}]")),
                _adapter(Generator).validate_json(generator),
            )
            _check_quotes(timeline)
        return timeline

    def _read_log(self, rows: Sequence[str]) -> tuple[Correction, ...]:
        if not rows:  # reading none must not cost the import of what reads them
            return ()
        with _sound(self.path, "the corrections in it are damaged or made by another version"):
            log: tuple[Correction, ...] = tuple(_adapter(list[Correction]).validate_json(f"[{','.join(rows)}]"))
            if [correction.number for correction in log] != list(range(1, len(rows) + 1)):
                raise ValueError("the numbers of the corrections have gaps")
        return log

    def save(self, timeline: Timeline, *, options: Mapping[str, Any] | None = None) -> None:
        """Write the documents as they are now, the timeline made of them and the options: all or nothing.

        Raises ProjectError where another program changed the project since it was opened.
        """
        self.cache.flush()
        ids = {key: document.id for key, document in unique(self._entries.values()).items()}
        if strays := {source.document.id for source in timeline.sources} - set(ids.values()):
            raise ProjectError(f"the timeline is made of documents that {self.path} does not hold: {min(strays)!r}")
        options = self._options if options is None else dict(options)
        with _plainly(self.path), _transaction(self._connection, "IMMEDIATE") as connection:
            if int(_setting(connection, "revision") or 0) != self._revision:
                raise ProjectError(f"{self.path} was changed by another program meanwhile: build it again")
            self._write_documents(connection, ids)
            connection.execute("DELETE FROM source")
            connection.executemany(
                "INSERT INTO source (id, data) VALUES (?, ?)",
                ((source.document.id, _write_source(source)) for source in timeline.sources),
            )
            connection.execute("DELETE FROM event")
            connection.executemany(
                "INSERT INTO event (id, data) VALUES (?, ?)",
                ((event.id, _write(Event, event)) for event in timeline.events),
            )
            settings = {
                "generator": _write(Generator, timeline.generator),
                "options": json.dumps(options),
                "revision": str(self._revision + 1),
                "version": _version(),
            }
            connection.executemany("INSERT OR REPLACE INTO setting VALUES (?, ?)", settings.items())
            self.cache.prune()
        self._options = options
        self._revision += 1
        self._stored = {key: (entry, ids[key]) for key, entry in self._entries.items()}

    def _unchanged(self, file: File) -> bool:
        """Whether a file is the same as when it was read, by a reader that is the same.

        A file of several documents is always read again, since it may hold some that cannot be read.
        """
        entry = self._entries.get((file.origin.file, ""))
        return self._same_reader and entry is not None and entry.origin == file.origin

    def _write_documents(self, connection: sqlite3.Connection, ids: Mapping[tuple[str, str], str]) -> None:
        """Only what is new, changed or gone: the texts are most of the file."""
        gone = [key for key in self._stored if key not in self._entries]
        connection.executemany("DELETE FROM document WHERE file = ? AND record = ?", gone)
        connection.executemany(
            "INSERT OR REPLACE INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                _row(entry, ids[key])
                for key, entry in self._entries.items()
                if self._stored.get(key) != (entry, ids[key])
            ),
        )


class ProjectCache:
    """What was worked out before, as JSON text by key.

    Written every few seconds apart from the results, so that a build that was killed resumes where it was. What no
    build asked for between two saves is dropped.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection
        self._pending: dict[str, str] = {}
        self._chars = 0
        self._written = time.monotonic()
        self._used: set[str] = set()

    def get(self, key: str) -> str | None:
        """The value of a key, None where there is none."""
        self._used.add(key)
        if key in self._pending:
            return self._pending[key]
        with _plainly(self._path):
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
        """Write what is kept in memory."""
        if self._pending:
            with _plainly(self._path), _transaction(self._connection, "IMMEDIATE") as connection:
                connection.executemany("INSERT OR REPLACE INTO cache VALUES (?, ?)", self._pending.items())
            self._pending.clear()
            self._chars = 0
        self._written = time.monotonic()

    def prune(self) -> None:
        """Drop what was not asked for since the last time; part of the transaction of a save."""
        if self._used:
            keys = {key for (key,) in self._connection.execute("SELECT key FROM cache")}
            self._connection.executemany("DELETE FROM cache WHERE key = ?", ((key,) for key in keys - self._used))
            self._used.clear()


def is_project(path: str | Path) -> bool:
    """Whether a file looks like a project: an SQLite file with our mark in its header. False where none can be read."""
    try:
        with Path(path).open("rb") as file:
            header = file.read(72)
    except OSError:
        return False
    return header.startswith(SQLITE_MAGIC) and header[68:72] == APPLICATION_ID.to_bytes(4, "big")


def _check_file(path: Path, *, create: bool) -> None:
    """Raise ProjectError for what is no database, and where there is no file and none is to be or can be made."""
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


def _make_file(path: Path) -> None:
    """Make the file of a new project, for its owner alone: SQLite would let all users read it, and its journal too.

    One that is there keeps its mode, and is not opened: closing it would drop SQLite's locks on it in this process.
    """
    with suppress(OSError):  # it is there; or it cannot be made, and SQLite says why
        os.close(os.open(os.path.realpath(path), os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ALONE))


def _is_sqlite(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(SQLITE_MAGIC)) == SQLITE_MAGIC


def _create(connection: sqlite3.Connection) -> None:
    """Make the tables of a project in a database that holds nothing yet."""
    if _holds_something(connection):
        return
    with _transaction(connection, "IMMEDIATE"):
        if not _holds_something(connection):  # unless another program was faster
            for statement in SCHEMA.split(";"):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _holds_something(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_master").fetchone() is not None


def _check_kind(connection: sqlite3.Connection, path: Path) -> None:
    if _pragma(connection, "application_id") != APPLICATION_ID:
        raise ProjectError(f"{path} is not a project file")
    if _pragma(connection, "user_version") > SCHEMA_VERSION:
        raise ProjectError(f"{path} was made by a newer version of this program: update it first")


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


_Rows = tuple[str | None, dict[str, str], list[str], list[str]]
"""A timeline as it is stored: generator, texts by document, sources and events."""


def _rows(connection: sqlite3.Connection) -> _Rows:
    return (
        _setting(connection, "generator"),
        dict(connection.execute("SELECT id, text FROM document")),
        [data for (data,) in connection.execute("SELECT data FROM source ORDER BY position")],
        [data for (data,) in connection.execute("SELECT data FROM event ORDER BY position")],
    )


def _has_log(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'correction'").fetchone() is not None


def _log(connection: sqlite3.Connection) -> list[str]:
    if not _has_log(connection):
        return []
    return [data for (data,) in connection.execute("SELECT data FROM correction ORDER BY number")]


def _append(connection: sqlite3.Connection, corrections: Iterable[Correction]) -> None:
    connection.execute(CORRECTIONS)
    rows = ((correction.number, _write(Correction, correction)) for correction in corrections)
    connection.executemany("INSERT INTO correction VALUES (?, ?)", rows)


def _setting(connection: sqlite3.Connection, name: str) -> str | None:
    row = connection.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
    return None if row is None else str(row[0])


@contextmanager
def _transaction(connection: sqlite3.Connection, kind: str) -> Iterator[sqlite3.Connection]:
    connection.execute(f"BEGIN {kind}")
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


# What SQLite's primary result codes mean to a person. https://sqlite.org/rescode.html
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


@contextmanager
def _plainly(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into one sentence each."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the primary code is in the lowest byte
        raise ProjectError(f"{path} {PLAIN.get(code, f'is damaged: {error}')}") from error
    except UnicodeDecodeError as error:  # SQLite quotes damaged names in its messages, and Python cannot read these
        raise ProjectError(f"{path} is damaged: it holds names that are not UTF-8") from error


@contextmanager
def _sound(path: Path, otherwise: str) -> Iterator[None]:
    """Turn whatever contents that were not written by us lead to into one sentence."""
    try:
        yield
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise ProjectError(f"{path}: {otherwise}") from error


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    """Reads and writes JSON of our records. Made at first use: importing pydantic takes a while."""
    from pydantic import TypeAdapter

    return TypeAdapter(kind)


def _write(kind: type, value: object) -> str:
    return _adapter(kind).dump_json(value).decode()


def _write_source(source: Source) -> str:
    """A source without its text, which the document's row holds."""
    data = _adapter(Source).dump_python(source, mode="json", exclude={"document": {"text"}})
    return json.dumps(data, ensure_ascii=False)


def _read_source(data: str, texts: Mapping[str, str]) -> Source:
    fields = json.loads(data)
    fields["document"]["text"] = texts[fields["document"]["id"]]
    source: Source = _adapter(Source).validate_python(fields)
    return source


def _row(entry: Entry, document_id: str) -> tuple[Any, ...]:
    """A document's row, in the order of the table's columns."""
    document, origin = entry.document, entry.origin
    file, record = entry.key
    return (
        *(file, record, origin.size, origin.modified, document.id, document_id, document.text, document.path),
        *(document.title, document.publisher, document.author, document.url, document.language),
        *(None if document.published is None else str(document.published), document.published_basis.value),
    )


def _entry(row: tuple[Any, ...]) -> tuple[Entry, str]:
    """A document and the id that it was last saved with."""
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


def _check_quotes(timeline: Timeline) -> None:
    """Raise ValueError where a quote is not the slice of its text."""
    texts = {source.document.id: source.document.text for source in timeline.sources}
    held = chain(
        ((source.document.id, quote) for source in timeline.sources for quote in source.published.evidence),
        ((mention.document, quote) for event in timeline for mention in event.mentions for quote in _quotes(mention)),
    )
    for document_id, quote in held:
        if not 0 <= quote.start <= quote.end or texts[document_id][quote.start : quote.end] != quote.text:
            raise ValueError(f"not a quote from {document_id!r}: {quote}")


def _quotes(mention: EventMention) -> Iterator[Quote]:
    for quote in (mention.quote, mention.trigger, mention.date.quote, mention.status_words, mention.speaker):
        if quote is not None:
            yield quote
    yield from (participant.quote for participant in mention.participants)
    yield from (place.quote for place in mention.places)


def _surely(entry: Entry) -> Entry:
    """The entry, marked to be read again if its file was changed so lately that a next change may bear the same time.

    What git calls "racily clean" (https://git-scm.com/docs/racy-git). Reading again is cheap; the digest of the text
    says whether there is anything to work out.
    """
    if time.time_ns() - entry.origin.modified >= RACY:
        return entry
    return replace(entry, origin=replace(entry.origin, modified=0))


def _is_under(file: str, paths: Iterable[str]) -> bool:
    return any(Path(file).is_relative_to(Path(path).resolve()) for path in paths)


def _version() -> str:
    """What documents were read by: this package's version, and the code that reads."""
    try:
        version = metadata.version("event-timeline")
    except metadata.PackageNotFoundError:  # run from a checkout that was never installed
        version = ""
    return f"{version} {fingerprint('reading', 'sight.py')}"

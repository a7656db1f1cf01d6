"""A project file while it is open: its documents and timeline, adding and removing documents, saving, corrections."""

from __future__ import annotations

import json
import logging
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

from timeline.curation import Correction, Curated, Decision, Unapplied, conflict, curate, in_force, joined
from timeline.curation.corrections import Action
from timeline.curation.log import check
from timeline.errors import CurationError, ProjectError, StaleError
from timeline.model import Document, Event, Generator, PublishedBasis, Timeline
from timeline.project.cache import ProjectCache
from timeline.project.documents import entry_of, is_under, reader_version, row_of, unless_racy
from timeline.project.log import append_to_log, has_log, log_rows
from timeline.project.records import adapter, written
from timeline.project.schema import (
    SCHEMA_VERSION,
    WAIT_SECONDS,
    check_file,
    check_kind,
    create_tables,
    make_file,
    plainly,
    revision_in,
    setting,
    sound,
    transaction,
)
from timeline.project.timelines import Rows, check_quotes, events_read, source_read, source_written, timeline_rows
from timeline.reading import Entry, Failure, File, Notice, find, load
from timeline.reading.names import unique
from timeline.timespan import TimeSpan

logger = logging.getLogger(__name__)


def open_project(path: str | Path, *, create: bool = False) -> Project:
    """Open a project file.

    Args:
        path: the file.
        create: whether to make it where there is none; else that is an error.

    Raises:
        ProjectError: there is no such file, or it is no project file, damaged, in use, or made by a newer version.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder, open_project(Path(folder, "a.timeline"), create=True) as project:
    ...     project.add([Entry(Document(id="note", text="They met on 3 May 2021."))])
    ...     project.save(Timeline())
    ...     [document.id for document in project.documents()]
    ['note']

    """
    path = Path(path)
    check_file(path, create=create)
    if create:
        make_file(path)
    with plainly(path):
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={'rwc' if create else 'rw'}",
            uri=True,
            timeout=WAIT_SECONDS,
            isolation_level=None,
        )
    try:
        with plainly(path):
            # The file may come from a stranger: its schema may call no functions of ours.
            connection.execute("PRAGMA trusted_schema = OFF")
            # Keeps readers at work until the commit: nothing is written to the file before.
            connection.execute("PRAGMA cache_spill = OFF")
            if create:
                create_tables(connection)
            check_kind(connection, path)
            return Project(path, connection)
    except BaseException:
        connection.close()
        raise


@dataclass(frozen=True, slots=True)
class Update:
    """The result of `Project.update`: the numbers of documents that it added, changed and removed; the files that could
    not be read (`failures`); those of unknown formats (`skipped`); and what else a person should know (`notices`).
    """

    added: int = 0
    changed: int = 0
    removed: int = 0
    failures: tuple[Failure, ...] = ()
    skipped: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()

    @property
    def of_other_formats(self) -> tuple[Failure, ...]:
        """The skipped files, each as a failure, for a list of all that was not read.

        >>> [str(failure) for failure in Update(skipped=("box/photo.jpg",)).of_other_formats]
        ['box/photo.jpg: its format cannot be read']
        """
        return tuple(Failure(path, "its format cannot be read") for path in self.skipped)


@dataclass(frozen=True, slots=True)
class Applied:
    """The result of `Project.apply`: the corrections that are new here, the number of those that were here already, and
    those of the new ones that could not be applied.

    >>> Applied((), 2).known
    2
    """

    added: tuple[Correction, ...]
    known: int
    unapplied: tuple[Unapplied, ...] = ()


def _by_file(keys: Iterable[tuple[str, str]]) -> dict[str, set[tuple[str, str]]]:
    """The keys of entries by the file that these come from, "" for those that come from none."""
    found: dict[str, set[tuple[str, str]]] = {}
    for key in keys:
        found.setdefault(key[0], set()).add(key)
    return found


class Project:
    """An open project file; as a context manager it closes itself. Made by `open_project`.

    Documents that are added or removed are in memory until `save` writes them together with the timeline made of them.
    Corrections are written at once. `path` is the file's, `cache` keeps the results for single documents.

        with open_project("case.timeline", create=True) as project:
            project.update(["letters"])
            rebuild(project)
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.cache = ProjectCache(path, connection)
        self._connection = connection
        with plainly(path), sound(path, "the documents in it are damaged"):
            self._revision = revision_in(connection)
            self._options: dict[str, Any] = dict(json.loads(setting(connection, "options") or "{}"))
            self._same_reader = setting(connection, "version") == reader_version()
            self._stored = {
                entry.key: (entry, id_) for entry, id_ in map(entry_of, connection.execute("SELECT * FROM document"))
            }
        self._entries = {key: entry for key, (entry, _) in self._stored.items()}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Write the results in the cache and close the file; what was added or removed and not saved is lost.

        Raises ProjectError where the cache cannot be written.

        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     project = open_project(f"{folder}/a.timeline", create=True)
        ...     project.close()
        """
        try:
            self.cache.flush()
        finally:
            self._connection.close()

    @property
    def options(self) -> dict[str, Any]:
        """The fields of the `Options` that the timeline was built with, by name; {} before the first build.

        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder, open_project(f"{folder}/a.timeline", create=True) as project:
        ...     project.options
        {}
        """
        return dict(self._options)

    def documents(self) -> tuple[Document, ...]:
        """All documents, in order of their ids, which are unique; those not saved yet included.

        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder, open_project(f"{folder}/a.timeline", create=True) as project:
        ...     project.documents()
        ()
        """
        return tuple(unique(self._entries.values()).values())

    def update(
        self,
        paths: Iterable[str | Path],
        *,
        sync: bool = False,
        refusal: Callable[[str], str] | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> Update:
        """Read new files, and those that changed since they were read, into the project.

        Args:
            paths: files and folders.
            sync: whether to remove documents that are gone from these paths. A file that can no longer be read keeps
                its documents.
            refusal: gives the reason why a file must not be read, "" where it may, by its path with all links resolved.
            progress: called before each file with the number of files done, and that of all.

        Returns:
            What was read and what was not; a file that cannot be read is a failure there, and no error.

        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     note = Path(folder, "note.txt")
        ...     _ = note.write_text("They met on 3 May 2021.")
        ...     with open_project(Path(folder, "a.timeline"), create=True) as project:
        ...         project.update([note]).added
        1

        """
        named = [str(path) for path in paths]
        finding = find(named)
        failures, notices = list(finding.failures), list(finding.notices)
        before = dict(self._entries)
        of_file = _by_file(before)
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
            self.add(map(unless_racy, loaded.entries))
            keys = {entry.key for entry in loaded.entries}
            logger.info("%s: read, documents: %d", file.path, len(keys))
            read |= keys
            there |= keys or of_file.get(file.origin.file, set())
        gone = [key for key in before if sync and key not in there and is_under(key[0], named)]
        for key in gone:
            del self._entries[key]
        changed = {key for key in read & before.keys() if before[key].document != self._entries[key].document}
        counts = (len(read - before.keys()), len(changed), len(gone))
        return Update(*counts, tuple(failures), finding.skipped, tuple(notices))

    def add(self, entries: Iterable[Entry]) -> None:
        """Add documents; one replaces the document that came from the same file, or, without a file, has the same id.

        A publication date that a person gave stays. Of two names for one file, that with more folders stays.

        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder, open_project(f"{folder}/a.timeline", create=True) as project:
        ...     project.add([Entry(Document(id="note", text="They met."))])
        ...     project.add([Entry(Document(id="note", text="They met on 3 May."))])
        ...     [document.text for document in project.documents()]
        ['They met on 3 May.']
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
        """Remove the documents with these ids; unknown ids are ignored.

        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder, open_project(f"{folder}/a.timeline", create=True) as project:
        ...     project.add([Entry(Document(id="note", text="They met."))])
        ...     project.remove(["note"])
        ...     project.documents()
        ()
        """
        gone = set(ids)
        for key, document in unique(self._entries.values()).items():
            if document.id in gone:
                del self._entries[key]

    def give_published(self, dates: Mapping[str, TimeSpan | None]) -> None:
        """Set publication dates, as a person knows them, by the documents' ids; None takes back one that was set.

        A date that was in the document's file comes back once the file is read again. Raises KeyError for unknown ids.

        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder, open_project(f"{folder}/a.timeline", create=True) as project:
        ...     project.add([Entry(Document(id="note", text="They met on Monday."))])
        ...     project.give_published({"note": TimeSpan.day(2021, 5, 4)})
        ...     [str(document.published) for document in project.documents()]
        ['2021-05-04']
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
        """The timeline of the last save, without corrections.

        Raises ProjectError where none was saved yet, or where it is damaged.

        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder, open_project(f"{folder}/a.timeline", create=True) as project:
        ...     project.save(Timeline())
        ...     project.timeline().events
        ()
        """
        with plainly(self.path), transaction(self._connection, "DEFERRED"):  # one state, whoever writes meanwhile
            rows = timeline_rows(self._connection)
        return self._read(rows)

    def curated(self) -> Curated:
        """The timeline of the last save with all corrections applied; those that cannot be applied are listed there.

        Raises ProjectError where none was saved yet, or where it or the log is damaged.

        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder, open_project(f"{folder}/a.timeline", create=True) as project:
        ...     project.save(Timeline())
        ...     project.curated().timeline.events
        ()
        """
        with plainly(self.path), transaction(self._connection, "DEFERRED"):
            rows = timeline_rows(self._connection)
            log = log_rows(self._connection)
        return curate(self._read(rows), self._read_log(log))

    def corrections(self) -> tuple[Correction, ...]:
        """The log of corrections, in order, those taken back included. Raises ProjectError where it is damaged.

        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder, open_project(f"{folder}/a.timeline", create=True) as project:
        ...     project.corrections()
        ()
        """
        with plainly(self.path):
            log = log_rows(self._connection)
        return self._read_log(log)

    def correct(self, decision: Decision, *, who: str, at: str, seen: int) -> Correction:
        """Enter a correction into the log, and return it with its number; as `correct_all` does for several.

        For example:

            decision = timeline.curation.retitle(event, "Bridge reopened", timeline=project.curated().timeline)
            project.correct(decision, who="A. Meyer", at="2026-05-03T09:30:00Z", seen=project.revision()[1])
        """
        return self.correct_all([decision], who=who, at=at, seen=seen)[0]

    def correct_all(self, decisions: Sequence[Decision], *, who: str, at: str, seen: int) -> tuple[Correction, ...]:
        """Enter corrections into the log, all or none of them; they are in the file when this returns.

        Args:
            decisions: what to correct; the functions of `timeline.curation` make them.
            who: the name of their author.
            at: the time, in ISO 8601 with the offset from UTC.
            seen: the number of the last correction that the author had seen, 0 for none.

        Returns:
            The corrections with their numbers in the log.

        Raises:
            StaleError: a correction after `seen` concerns the same event.
            CurationError: an UNDO names no correction that is in force; or `who` is empty, or `at` no time.
            ProjectError: the file cannot be written, or the log is damaged.

        """
        with plainly(self.path), transaction(self._connection, "IMMEDIATE") as connection:
            log = self._read_log(log_rows(connection))
            last = log[-1].number if log else 0
            newer = [correction for correction in log if correction.number > seen]
            standing = {correction.number for correction in in_force(log)}
            made = []
            for number, decision in enumerate(decisions, last + 1):
                if stale := conflict(decision, newer):
                    raise StaleError(f"{stale}. Look at it as it is now, then correct it if you still want to")
                if decision.action == Action.UNDO and decision.undoes not in standing:
                    raise CurationError(f"there is no correction {decision.undoes} that could be taken back")
                made.append(Correction(number, " ".join(who.split()), at, decision))
                check(made[-1])
            append_to_log(connection, made)
        return tuple(made)

    def apply(self, corrections: Sequence[Correction]) -> Applied:
        """Enter the corrections of another project of the same documents; those that are here already are left out.

        They get the next numbers. One that finds no report here is entered all the same, since a later build may have
        it, and is listed in the result. Raises CurationError, and enters nothing, where none of them finds a report;
        ProjectError where the file cannot be written, or holds no timeline yet.

            with open_project("other.timeline") as other, open_project("case.timeline") as project:
                project.apply(other.corrections())
        """
        with plainly(self.path), transaction(self._connection, "IMMEDIATE") as connection:
            ours = self._read_log(log_rows(connection))
            new = joined(ours, corrections)
            numbers = {correction.number for correction in new}
            curated = curate(self._read(timeline_rows(connection)), (*ours, *new))
            failed = tuple(one for one in curated.unapplied if one.correction.number in numbers)
            active = [c for c in in_force((*ours, *new)) if c.number in numbers and c.decision.action != Action.UNDO]
            if active and not {c.number for c in active} - {one.correction.number for one in failed}:
                raise CurationError(f"none of the corrections finds its report in {self.path}: {failed[0].reason}")
            append_to_log(connection, new)
        return Applied(new, len(corrections) - len(new), failed)

    def revision(self) -> tuple[int, int]:
        """The number of builds that were saved, and the number of the last correction; 0 for none.

        It reads two numbers, so whoever waits for changes can call it often.

        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder, open_project(f"{folder}/a.timeline", create=True) as project:
        ...     project.revision()
        (0, 0)
        """
        with plainly(self.path), transaction(self._connection, "DEFERRED") as connection:
            built = revision_in(connection)
            last = None
            if has_log(connection):
                (last,) = connection.execute("SELECT max(number) FROM correction").fetchone()
        return built, 0 if last is None else last

    def _read(self, rows: Rows) -> Timeline:
        """The timeline of some rows. Raises ProjectError where none was saved, or where it is damaged."""
        generator, texts, sources, events = rows
        if generator is None:
            raise ProjectError(f"{self.path} holds no timeline yet: no build of it was finished")
        with sound(self.path, "the timeline in it is damaged or made by another version: build it again"):
            timeline = Timeline(
                tuple(source_read(data, texts) for data in sources),
                events_read(events),
                adapter(Generator).validate_json(generator),
            )
            check_quotes(timeline)
        return timeline

    def _read_log(self, rows: Sequence[str]) -> tuple[Correction, ...]:
        """The corrections of some rows. Raises ProjectError where they are damaged."""
        if not rows:  # reading none must not cost the import of what reads them
            return ()
        with sound(self.path, "the corrections in it are damaged or made by another version"):
            log: tuple[Correction, ...] = tuple(adapter(list[Correction]).validate_json(f"[{','.join(rows)}]"))
            if [correction.number for correction in log] != list(range(1, len(rows) + 1)):
                raise ValueError("the numbers of the corrections have gaps")
        return log

    def save(self, timeline: Timeline, *, options: Mapping[str, Any] | None = None) -> None:
        """Write the documents as they are now, the timeline made of them, and the options: all or nothing.

        `options` are the fields of the `Options` that it was built with, by name; None keeps those of the build before.
        Raises ProjectError where the file cannot be written, another program saved a build since it was opened, or the
        timeline has a source that the project does not hold.

        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder, open_project(f"{folder}/a.timeline", create=True) as project:
        ...     project.save(Timeline(), options={"date_order": "DMY"})
        ...     project.options, project.revision()
        ({'date_order': 'DMY'}, (1, 0))
        """
        self.cache.flush()
        ids = {key: document.id for key, document in unique(self._entries.values()).items()}
        if strays := {source.document.id for source in timeline.sources} - set(ids.values()):
            raise ProjectError(f"the timeline is made of documents that {self.path} does not hold: {min(strays)!r}")
        options = self._options if options is None else dict(options)
        with plainly(self.path), transaction(self._connection, "IMMEDIATE") as connection:
            if revision_in(connection) != self._revision:
                raise ProjectError(f"{self.path} was changed by another program meanwhile: build it again")
            self._write_documents(connection, ids)
            connection.execute("DELETE FROM source")
            connection.executemany(
                "INSERT INTO source (id, data) VALUES (?, ?)",
                ((source.document.id, source_written(source)) for source in timeline.sources),
            )
            connection.execute("DELETE FROM event")
            connection.executemany(
                "INSERT INTO event (id, data) VALUES (?, ?)",
                ((event.id, written(Event, event)) for event in timeline.events),
            )
            settings = {
                "generator": written(Generator, timeline.generator),
                "options": json.dumps(options),
                "revision": str(self._revision + 1),
                "version": reader_version(),
            }
            connection.executemany("INSERT OR REPLACE INTO setting VALUES (?, ?)", settings.items())
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
            self.cache.prune()
        self._options = options
        self._revision += 1
        self._stored = {key: (entry, ids[key]) for key, entry in self._entries.items()}

    def _unchanged(self, file: File) -> bool:
        """Whether a file is the same as when it was read, and was read by the same version of this package.

        False for a file of several documents, which is always read again, since it may hold some that cannot be read.
        """
        entry = self._entries.get((file.origin.file, ""))
        return self._same_reader and entry is not None and entry.origin == file.origin

    def _write_documents(self, connection: sqlite3.Connection, ids: Mapping[tuple[str, str], str]) -> None:
        """Write the documents that are new, changed or gone; the others stay, since texts are most of the file."""
        gone = [key for key in self._stored if key not in self._entries]
        connection.executemany("DELETE FROM document WHERE file = ? AND record = ?", gone)
        connection.executemany(
            "INSERT OR REPLACE INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                row_of(entry, ids[key])
                for key, entry in self._entries.items()
                if self._stored.get(key) != (entry, ids[key])
            ),
        )

"""Paths -> files -> documents. Whatever fails is in the result; nothing here raises for what it finds."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from timeline.errors import DocumentError, InputError, Stage
from timeline.model import Document, PublishedBasis
from timeline.reading import text
from timeline.reading.formats import FORMATS, OURS, Format, format_of
from timeline.reading.headline import headline
from timeline.reading.names import unique
from timeline.reading.records import Entry, Failure, File, Finding, Loaded, Notice, Origin, Reading, Record

LONGEST_TEXT = 100_000_000  # characters: SQLite takes a text of at most a gigabyte, which may have 4 bytes a character

NOT_UNICODE = "its name is not UTF-8: rename it"

MOST_FAILURES_OF_A_HOPELESS_FILE = 3
"""The most failures that are listed of a file without any document that can be read; more become a single one."""


def read(paths: Iterable[str | Path]) -> Reading:
    """Read all documents in some files and folders.

    Args:
        paths: files, and folders whose files are read, those in folders below them included.

    Returns:
        The documents in order of their ids, the same whatever the order of the paths. What cannot be read is in the
        result, too: no error is raised for it.

    >>> reading = read(["no such file.txt"])
    >>> str(reading.failures[0])
    'no such file.txt: there is no such file or folder'

    """
    finding = find(paths)
    loaded = [load(file) for file in finding.files]
    return Reading(
        tuple(unique(entry for one in loaded for entry in one.entries).values()),
        (*finding.failures, *(failure for one in loaded for failure in one.failures)),
        finding.skipped,
        (*finding.notices, *(notice for one in loaded for notice in one.notices)),
    )


def find(paths: Iterable[str | Path]) -> Finding:
    """The files at some paths and in folders there, each once, in order of name.

    In a folder hidden files and this package's own are ignored, links are followed if they lead to something inside the
    folder, and files of unknown formats are skipped; a folder with more skipped files than others is a failure, too. A
    file among the paths is a failure where its format is unknown; without a suffix it is read as text.

    >>> str(find(["no such file.txt"]).failures[0])
    'no such file.txt: there is no such file or folder'
    """
    files: list[File] = []
    failures: list[Failure] = []
    skipped: list[str] = []
    notices: list[Notice] = []
    for path in map(str, paths):
        if not path:
            failures.append(Failure("''", "an empty path names nothing"))
            continue
        try:
            status = Path(path).stat()
        except (OSError, ValueError) as error:
            failures.append(Failure(path, _reason(path, error)))
            continue
        if stat.S_ISDIR(status.st_mode):
            found = _walk(path)
            files += found.files
            failures += [*found.failures, *_hopeless(path, found)]
            skipped += found.skipped
            notices += found.notices
        elif problem := _problem(path, status):
            failures.append(Failure(path, problem))
        else:
            files.append(_file(path, Path(Path(path).name), status))
    return Finding(
        tuple(_each_once(files)),
        tuple(sorted(set(failures), key=lambda failure: (failure.path, failure.reason))),
        tuple(sorted(set(skipped))),
        tuple(sorted(set(notices), key=lambda notice: (notice.path, notice.text))),
    )


def load(file: File) -> Loaded:
    """Read the documents of one file. What of it cannot be read is in the result; no error is raised for it.

    For example:

        for file in find(["letters"]).files:
            documents = [entry.document for entry in load(file).entries]
    """
    entries: list[Entry] = []
    failures: list[Failure] = []
    notices: list[Notice] = []
    try:
        with Path(file.path).open("rb") as stream:
            for record in _format(Path(file.path))(stream):
                if isinstance(record, InputError):
                    failures.append(Failure(file.path, str(record)))
                elif len(record.text) > LONGEST_TEXT:
                    too_long = f"its text is longer than {LONGEST_TEXT:,} characters"
                    failures.append(Failure(file.path, _of_record(record, too_long)))
                else:
                    entries.append(_entry(file, record))
                    notices += [Notice(file.path, _of_record(record, notice)) for notice in record.notices]
    except InputError as error:
        failures.append(Failure(file.path, str(error)))
    except OSError as error:
        failures.append(Failure(file.path, _reason(file.path, error)))
    except Exception as error:  # one bad file must not end a run
        failures.append(Failure(file.path, DocumentError(file.name, Stage.READING, error).reason))
    if not entries and len(failures) > MOST_FAILURES_OF_A_HOPELESS_FILE:
        failures = [Failure(file.path, f"it holds no document that can be read; {failures[0].reason}")]
    return Loaded(tuple(entries), tuple(failures), tuple(notices))


def _hopeless(folder: str, found: Finding) -> Iterator[Failure]:
    """A failure where a folder holds no file that can be read, or more that cannot than that can; else none."""
    unknown = len(found.skipped)
    suffixes = Counter(Path(path).suffix.lower() or "no suffix" for path in found.skipped)
    listed = ", ".join(f"{suffix} ({count:,})" for suffix, count in sorted(suffixes.items()))
    if not (found.files or found.failures):
        yield Failure(folder, f"it holds no documents{f', only files of other formats: {listed}' if unknown else ''}")
    elif unknown > len(found.files):
        whole = unknown + len(found.files)
        yield Failure(
            folder, f"most of it cannot be read: {unknown:,} of its {whole:,} files are of other formats: {listed}"
        )


def _entry(file: File, record: Record) -> Entry:
    """A record of a file as a document, with the id that it would like, and a title if it has none."""
    own_id = record.id or (f"{file.name}:{record.place}" if record.place else file.name)
    document = Document(
        id=own_id,
        text=record.text,
        path=file.path,
        title=record.title or headline(record.text) or Path(own_id).name,
        publisher=record.publisher,
        author=record.author,
        url=record.url,
        language=record.language,
        published=record.published,
        published_basis=PublishedBasis.METADATA if record.published else PublishedBasis.UNKNOWN,
    )
    origin = Origin(file.origin.file, record.id or record.place, file.origin.size, file.origin.modified)
    return Entry(document, origin)


def _of_record(record: Record, sentence: str) -> str:
    """A sentence about a record, with its line where the file has several."""
    return f"line {record.place}: {sentence}" if record.place else sentence


def _walk(folder: str) -> Finding:
    """All files in a folder and below. Each folder is entered once, so that links in circles end; a link that leads out
    of the folder gives a notice.
    """
    root = Path(os.path.realpath(folder))
    files: list[File] = []
    failures: list[Failure] = []
    skipped: list[str] = []
    notices: list[Notice] = []
    folders, entered = [Path(folder)], set()
    while folders:
        here = folders.pop()
        try:
            status = here.stat()
            if (status.st_dev, status.st_ino) in entered:
                continue
            entered.add((status.st_dev, status.st_ino))
            paths = sorted(path for path in here.iterdir() if not path.name.startswith("."))
        except OSError as error:
            failures.append(Failure(str(here), _reason(here, error)))
            continue
        for path in paths:
            try:
                status = path.stat()
            except OSError as error:
                failures.append(Failure(str(path), _reason(path, error)))
                continue
            if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(root):
                out = f"it is a link out of the folder and is not followed: name {os.path.realpath(path)} to read it"
                notices.append(Notice(str(path), out))
            elif stat.S_ISDIR(status.st_mode):
                folders.append(path)
            elif not _is_unicode(str(path)):
                failures.append(Failure(str(path), NOT_UNICODE))
            elif stat.S_ISREG(status.st_mode) and format_of(path):
                files.append(_file(str(path), path.relative_to(folder), status))
            elif path.suffix not in OURS:
                skipped.append(str(path))
    return Finding(tuple(files), tuple(failures), tuple(skipped), tuple(notices))


def _file(path: str, below: Path, status: os.stat_result) -> File:
    """A file by its path, named for its path `below` the folder that a person named."""
    changed = max(status.st_mtime_ns, status.st_ctime_ns)  # a program can set the first back, not the second
    origin = Origin(os.path.realpath(path), "", status.st_size, changed)
    return File(path, below.with_suffix("").as_posix(), origin)


def _each_once(files: Iterable[File]) -> Iterator[File]:
    """The files in order of name; one that was found by several paths once, by the name with most folders."""
    once: dict[str, File] = {}
    for file in sorted(files, key=lambda file: (file.name.count("/"), file.path), reverse=True):
        once.setdefault(file.origin.file, file)
    return iter(sorted(once.values(), key=lambda file: (file.name, file.path)))


def _problem(path: str, status: os.stat_result) -> str:
    """The reason why a file that a person named cannot be read; "" where it can."""
    if not stat.S_ISREG(status.st_mode):
        return "it is not a regular file but a pipe, a socket or a device"
    if not _is_unicode(path):
        return NOT_UNICODE
    suffix = Path(path).suffix
    if suffix in OURS:
        return "it is a project file, not a document"
    if suffix and not format_of(Path(path)):
        return f"{suffix!r} is not a format that can be read; these are: {', '.join(sorted(FORMATS))}"
    return ""


def _is_unicode(path: str) -> bool:
    """Whether a path is UTF-8. Python has lone surrogates for the bytes of a path that are not."""
    return not any("\ud800" <= char <= "\udfff" for char in path)


def _format(path: Path) -> Format:
    """What reads a file: its format's reader, that of plain text for other names."""
    return format_of(path) or text.read


def _reason(path: str | Path, error: OSError | ValueError) -> str:
    """An error of the system as a sentence about "it", the file."""
    if isinstance(error, FileNotFoundError):
        return "it is a link to nothing" if Path(path).is_symlink() else "there is no such file or folder"
    if isinstance(error, PermissionError):
        return "there is no permission to read it"
    if isinstance(error, OSError) and error.strerror:
        return f"it cannot be read: {error.strerror.lower()}"
    return f"it cannot be read: {error}"

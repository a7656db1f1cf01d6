"""Files that people give to a project through its page.

They are kept byte for byte in a folder beside the project, `NAME-sources`, and read from there like any other: so the
evidence stays, a newer reader can read it again, and a build from the command line finds the documents in the project
whatever paths it is given.
"""

from __future__ import annotations

import filecmp
import os
import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

from timeline import InputError, read

LARGEST = 64 << 20  # bytes of one file

_FOLDER_MODE, _FILE_MODE = 0o700, 0o600  # for the owner alone, as the project itself
_PIECE = 1 << 16  # bytes moved at a time
_STEM, _SUFFIX = 80, 12  # characters of a name; with up to four bytes each it stays below the 255 of file systems
_NOT_IN_NAMES = re.compile(r'[<>:"|?*]')  # that some system forbids; slashes part folders
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)  # devices of Windows
_UNNAMED = "document"


def folder_of(project: Path) -> Path:
    """Where the files given to a project are kept.

    >>> folder_of(Path("case.timeline")).name
    'case-sources'
    """
    name = project.stem if project.suffix == ".timeline" else project.name
    return project.with_name(f"{name}-sources")


def safe_name(name: str) -> str:
    r"""A file name that is harmless on every system and still says what the person called it.

    >>> safe_name("Mayor's letter.txt"), safe_name("../../etc/passwd"), safe_name("C:\\notes.md"), safe_name("...")
    ("Mayor's letter.txt", 'passwd.txt', 'notes.md', 'document.txt')
    """
    name = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    shown = "".join(char if char.isprintable() else " " for char in name)
    words = " ".join(_NOT_IN_NAMES.sub("_", shown).split()).strip(". ")
    path = Path(words or _UNNAMED)
    stem, suffix = (path.stem, path.suffix) if len(path.suffix) <= _SUFFIX else (path.name, "")
    stem = stem[:_STEM].strip(". ") or _UNNAMED
    return f"{'_' * bool(_RESERVED.match(stem))}{stem}{suffix or '.txt'}"


def keep(folder: Path, name: str, content: IO[bytes]) -> Path:
    """Keep a file that can be read; gives its path. The same bytes under the same name are one file.

    Raises InputError where it is too large, cannot be read as a document, or cannot be written here.

    >>> import io, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     [keep(Path(folder), "a.txt", io.BytesIO(text)).name for text in (b"One.", b"Two.", b"One.")]
    ['a.txt', 'a-2.txt', 'a.txt']
    """
    name = safe_name(name)
    if not is_ours(folder):
        raise InputError(f"it cannot be kept in {folder.name}, beside the project: that is a link to another place")
    try:
        folder.mkdir(_FOLDER_MODE, exist_ok=True)
        # Hidden until it is complete and was read: a build of this folder passes it over.
        with NamedTemporaryFile(dir=folder, prefix=".", suffix=Path(name).suffix, delete=False) as file:
            written = Path(file.name)
            try:
                _copy(content, file)
                _check(written)
                return _named(written, folder, name)
            finally:
                written.unlink(missing_ok=True)
                with suppress(OSError):  # it holds files
                    folder.rmdir()
    except OSError as problem:
        reason = (problem.strerror or str(problem)).lower()
        raise InputError(f"it cannot be kept in {folder.name}, beside the project: {reason}") from problem


def kept(folder: Path, name: str) -> Path | None:
    """A file that was kept, by its name alone; None where there is none."""
    path = folder / name
    return path if is_ours(folder) and name == safe_name(name) and _is_file(path) else None


def is_ours(folder: Path) -> bool:
    """Whether a folder, made already or not, is one of our own: a link would have files of others changed."""
    return not folder.is_symlink()


def _is_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _copy(content: IO[bytes], file: IO[bytes]) -> None:
    size = 0
    while piece := content.read(_PIECE):
        size += len(piece)
        if size > LARGEST:
            raise InputError(f"it is larger than {LARGEST >> 20} MB: add it by its path, or in parts")
        file.write(piece)
    file.flush()
    os.fsync(file.fileno())  # it is the only copy that is sure to stay


def _check(path: Path) -> None:
    """Raise InputError where nothing of a file can be read."""
    reading = read([path])
    if not reading.documents:
        raise InputError(reading.failures[0].reason if reading.failures else "it holds no document")


def _named(written: Path, folder: Path, name: str) -> Path:
    """Give a file its name, or a name with a number where another file has it."""
    for candidate in _numbered(name):
        path = folder / candidate
        with suppress(FileExistsError):
            path.touch(_FILE_MODE, exist_ok=False)  # the name is ours from here on, whoever else keeps a file
            return written.replace(path)
        if _is_file(path) and filecmp.cmp(path, written, shallow=False):
            path.touch()  # it is given anew: whoever was about to delete it must not
            return path
    raise InputError("there is no name left for it")


def _numbered(name: str) -> Iterator[str]:
    path = Path(name)
    yield name
    yield from (f"{path.stem}-{number}{path.suffix}" for number in range(2, 10_000))

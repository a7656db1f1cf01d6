"""Writing a file whole or not at all: after a full disk or a kill, the file that was there before is still there."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

from timeline.errors import ExportError

_NEW_FILE = 0o666
"""The mode of a new file, before the user's umask: the same that `open` uses."""

_NAME_CHARS = 60
"""Characters of the target's name in the name of the hidden file: at four bytes each they stay below 255 bytes, the
longest name of most file systems."""


@contextmanager
def replacing(path: str | Path) -> Iterator[BinaryIO]:
    """A file to write bytes to, which replaces the one at `path` once the block ends without an error.

    The bytes go to a hidden file beside the target, which is flushed to the disk and renamed. The new file has the mode
    of the old one; if `path` is a link, the file that it leads to is replaced. What is no regular file (/dev/stdout, a
    pipe) is written to directly. Raises ExportError, which names the path and the cause, where the system refuses.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder, "a.txt")
    ...     with replacing(path) as file:
    ...         _ = file.write(b"One.")
    ...     path.read_bytes(), [found.name for found in Path(folder).iterdir()]
    (b'One.', ['a.txt'])
    """
    try:
        target = Path(os.path.realpath(path))
        mode = _mode(target)
        if mode is not None and not stat.S_ISREG(mode):
            with target.open("wb") as file:
                yield file
            return
        with _beside(target, None if mode is None else stat.S_IMODE(mode)) as file:
            yield file
    except OSError as error:
        raise ExportError(f"{path} cannot be written: {(error.strerror or str(error)).lower()}") from error


def write_whole(path: str | Path, content: str | bytes) -> None:
    """Write a file whole or not at all; text in UTF-8, line ends as they are. Raises ExportError as `replacing` does.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_whole(Path(folder, "a.txt"), "One.")
    ...     Path(folder, "a.txt").read_text()
    'One.'
    """
    with replacing(path) as file:
        file.write(content.encode() if isinstance(content, str) else content)


@contextmanager
def _beside(target: Path, mode: int | None) -> Iterator[BinaryIO]:
    """A new file that is renamed to the target; `mode` is that of the file to replace, None where there is none."""
    written = target.with_name(f".{target.name[:_NAME_CHARS]}.{token_hex(8)}.tmp")
    try:
        with os.fdopen(os.open(written, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode or _NEW_FILE), "wb") as file:
            yield file
            if mode is not None:
                with suppress(OSError):  # file systems without modes
                    written.chmod(mode)
            file.flush()
            os.fsync(file.fileno())
        written.replace(target)
    except BaseException:
        written.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Flush a folder to the disk, so that a rename in it outlasts a power cut; systems that cannot are left alone."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _mode(path: Path) -> int | None:
    """The type and mode of a file (`st_mode`); None where there is none."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None

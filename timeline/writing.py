"""Files that are written whole or not at all: a full disk or a kill leaves the file that was there before."""

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
"""The mode of a file that was not there before, less what the user's umask takes away: that of `open`."""

_NAME = 60
"""Characters of the target's name in that of the hidden file; four bytes each stay below the 255 of file systems."""


@contextmanager
def replacing(path: str | Path) -> Iterator[BinaryIO]:
    """A file to write bytes to, which takes the place of `path` once the block ends without an error.

    The bytes go to a hidden file beside the target, are flushed to the disk and renamed. A file that was there keeps
    its mode; where `path` is a link, what it leads to is replaced. What is no regular file (/dev/stdout, a pipe) is
    written to as it is. Raises ExportError, which names the path and the cause, for whatever the system refuses.

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
    """Write a file whole or not at all; text in UTF-8, line ends as they are. Raises ExportError, see `replacing`."""
    with replacing(path) as file:
        file.write(content.encode() if isinstance(content, str) else content)


@contextmanager
def _beside(target: Path, mode: int | None) -> Iterator[BinaryIO]:
    """A new file that is renamed to the target; `mode` is that of the file in its place, None where there is none."""
    written = target.with_name(f".{target.name[:_NAME]}.{token_hex(8)}.tmp")
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
    """See that a rename outlasts a power cut; systems that cannot do so keep the rename all the same."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None

"""The formats that can be read, by suffix. A format is a module with one function and a line here.

The function takes a file opened for reading bytes and yields what it holds: a `Record` for each document, an
`InputError` for each that cannot be read. It raises `InputError` where nothing of the file can be read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import BinaryIO

from timeline.errors import InputError
from timeline.reading import jsonl, text
from timeline.reading.records import Record

Format = Callable[[BinaryIO], Iterator[Record | InputError]]
"""A reader of a format, as described above."""

FORMATS: dict[str, Format] = {
    ".jsonl": jsonl.read,
    ".markdown": text.read,
    ".md": text.read,
    ".ndjson": jsonl.read,
    ".text": text.read,
    ".txt": text.read,
}

OURS = frozenset({".timeline", ".timeline-token"})
"""Suffixes of this package's own files, which may lie among the documents."""


def format_of(path: PurePath) -> Format | None:
    """The reader for a file, by the suffix of its name in any case; None for an unknown one.

    >>> format_of(PurePath("a/report.TXT")) is FORMATS[".txt"], format_of(PurePath("photo.jpg"))
    (True, None)
    """
    return FORMATS.get(path.suffix.lower())

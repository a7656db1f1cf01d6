"""Plain text: bytes -> the text that all offsets count in."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO

from timeline.errors import InputError
from timeline.reading.records import Record

# UTF-32 first: its little-endian mark begins with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Control characters that no text holds; tab, line feed, vertical tab, form feed, return and escape occur in some.
CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")

# Stray control characters are an accident of typesetting; more than one in so many characters is no text.
CONTROL_LIMIT = 200


def read(file: BinaryIO) -> Iterator[Record]:
    """The whole file as one document."""
    text = decode(file.read())
    check(text)
    yield Record(text)


def decode(data: bytes) -> str:
    r"""The text of some bytes: by its byte order mark, else UTF-8, else Windows-1252.

    The text is what Python's `Path.read_text` gives for the same encoding: line ends `\r\n` and `\r` become `\n`, and
    nothing else is changed, so a file with `\n` alone is exact to the byte. The byte order mark is no part of it.
    A text that is UTF-8 for the most part keeps the rest as U+FFFD. Raises InputError for what is no text.

    >>> decode("caf\u00e9".encode()), decode("caf\u00e9".encode("cp1252")), decode("caf\u00e9".encode("utf-16"))
    ('café', 'café', 'café')
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _lines(_strict(data[len(mark) :], encoding))
    try:
        return _lines(data.decode("utf-8"))
    except UnicodeDecodeError:
        mended = data.decode("utf-8", errors="replace")
    lost = mended.count("\ufffd")
    whole = len(data) - len(mended) - 2 * lost  # continuation bytes: about the number of characters beyond ASCII
    return _lines(mended if whole > lost else _strict(data, "cp1252"))


def check(text: str) -> None:
    """Raise InputError where a text is empty or holds what no text holds."""
    if not text.strip():
        raise InputError("it is empty" if not text else "it holds nothing but white space")
    if "\0" in text:
        raise InputError("it is not text: it holds NUL characters")
    if len(CONTROL.findall(text)) * CONTROL_LIMIT > len(text):
        raise InputError("it is not text: it holds control characters")


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError("it is not text: its bytes are neither UTF-8, UTF-16 nor Windows-1252") from error

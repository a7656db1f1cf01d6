"""Plain text: the bytes of a file -> the text of a document, whose code points all offsets count."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
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
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe]")

CONTROL_LIMIT = 200
"""A text may have one control character, and one more for each of this many characters; with more it is no text."""

UTF16_ZEROS, OTHER_ZEROS = 0.5, 0.02
"""In UTF-16 one byte of a Latin letter is zero, always on the same side of the pair. Bytes are UTF-16 if at least the
first share (0 to 1) of their pairs has a zero on one side, and at most the second share on the other."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and sentences about "it", the text, on how it was read (`notices`)."""

    text: str
    notices: tuple[str, ...] = ()


def read(file: BinaryIO) -> Iterator[Record]:
    """The whole file as one document. Raises InputError where it is no text."""
    decoded = checked(decode(file.read()))
    yield Record(decoded.text, notices=decoded.notices)


def decode(data: bytes) -> Decoded:
    r"""The text of some bytes: by its byte order mark, else UTF-16 if it looks so, else UTF-8, else Windows-1252.

    Line ends `\r\n` and `\r` become `\n`, as Python's `Path.read_text` does it; nothing else is changed. The byte order
    mark is no part of the text. In a text that is mostly UTF-8 the other bytes become U+FFFD, and a notice says so.
    Raises InputError for bytes of no such encoding.

    >>> [decode("caf\u00e9".encode(name)).text for name in ("utf-8", "cp1252", "utf-16", "utf-16-le")]
    ['café', 'café', 'café', 'café']
    """
    for mark, marked in MARKS:
        if data.startswith(mark):
            return Decoded(_lines(_strict(data[len(mark) :], marked)))
    if (encoding := _unmarked(data)) is not None:
        notice = f"it is read as {encoding.upper()}, though no byte order mark says that it is"
        return Decoded(_lines(_strict(data, encoding)), (notice,))
    try:
        return Decoded(_lines(data.decode("utf-8")))
    except UnicodeDecodeError:
        mended = data.decode("utf-8", errors="replace")
    lost = mended.count("\ufffd")
    whole = len(data) - len(mended) - 2 * lost  # continuation bytes: about the number of characters beyond ASCII
    if whole <= lost:
        return Decoded(_lines(_strict(data, "cp1252")))
    where = "1 place" if lost == 1 else f"{lost:,} places"
    return Decoded(_lines(mended), (f"it is no sound UTF-8 in {where}, read as U+FFFD",))


def checked(decoded: Decoded) -> Decoded:
    r"""The same text with U+FFFD for NUL characters, of which a notice tells.

    Raises InputError where it is empty or has too many control characters for a text.

    >>> checked(Decoded("They met\0 on Monday."))
    Decoded(text='They met\ufffd on Monday.', notices=('it holds 1 NUL character, read as U+FFFD',))
    """
    text = decoded.text
    if not text.strip():
        raise InputError("it is empty" if not text else "it holds nothing but white space")
    nuls = text.count("\0")
    words, stray = CONTROL.subn("", text)
    if stray > 1 + len(text) // CONTROL_LIMIT or not words.strip():
        raise InputError(f"it is not text: it holds {'NUL' if nuls else 'control'} characters")
    if not nuls:
        return decoded
    notice = f"it holds {nuls:,} NUL character{'s' * (nuls != 1)}, read as U+FFFD"
    return Decoded(text.replace("\0", "\ufffd"), (*decoded.notices, notice))


def _lines(text: str) -> str:
    """A text with line feeds as its only line ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _unmarked(data: bytes) -> str | None:
    """The encoding of a text in UTF-16 that has no byte order mark; None for all else."""
    units = len(data) // 2
    low, high = data[::2].count(0), data[1::2].count(0)
    if not units or len(data) % 2:
        return None
    if high >= UTF16_ZEROS * units and low <= OTHER_ZEROS * units:
        return "utf-16-le"
    return "utf-16-be" if low >= UTF16_ZEROS * units and high <= OTHER_ZEROS * units else None


def _strict(data: bytes, encoding: str) -> str:
    """Bytes decoded by an encoding. Raises InputError where they are not of it."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError("it is not text: its bytes are neither UTF-8, UTF-16 nor Windows-1252") from error

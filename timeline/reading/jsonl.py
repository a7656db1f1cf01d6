"""JSON lines: a document in each line.

Fields: `text` (required), `id`, `title`, `published`, `url`, `publisher`, `author`, `language`; others are ignored. The
text is that of the JSON string, line ends included.
"""

from __future__ import annotations

import json
import re
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, BinaryIO

from timeline.errors import DateError, InputError
from timeline.reading.given import given_date
from timeline.reading.records import Record
from timeline.reading.text import Decoded, checked
from timeline.timespan import TimeSpan

# JSON can hold half a character (\ud800), which no encoding can; one U+FFFD for each keeps the offsets.
HALF_CHARACTER = re.compile("[\ud800-\udfff]")


def read(file: BinaryIO) -> Iterator[Record | InputError]:
    """The documents of a file, and for each line that cannot be read an error that names it.

    The second of two lines with the same id is an error. Raises InputError where the file is empty.
    """
    lines: dict[str, int] = {}
    empty = True
    for number, line in enumerate(file, start=1):
        if not line.removeprefix(BOM_UTF8).strip():
            continue
        empty = False
        try:
            record = replace(parse(line), place=str(number))
        except InputError as error:
            yield InputError(f"line {number}: {error}")
            continue
        if (first := lines.setdefault(record.id or f"line {number}", number)) != number:
            yield InputError(f"line {number}: its id {record.id!r} is that of line {first} already")
            continue
        yield record
    if empty:
        raise InputError("it is empty")


def parse(line: bytes) -> Record:
    """The document of one line. Raises InputError where it is not a JSON object with a text, or a field is wrong.

    >>> parse(b'{"id": 7, "text": "They met.", "published": "2021-05-06"}').id
    '7'
    """
    fields = _fields(line)
    content = fields.get("text")
    if not isinstance(content, str):
        raise InputError("it has no text" if content is None else "its text is not a string")
    content = HALF_CHARACTER.sub("\ufffd", content)
    decoded = checked(Decoded(content))
    return Record(
        text=decoded.text,
        notices=decoded.notices,
        id=_identity(fields.get("id")),
        title=" ".join((_string(fields, "title") or "").split()),
        publisher=_string(fields, "publisher"),
        author=_string(fields, "author"),
        url=_string(fields, "url"),
        language=_string(fields, "language") or "",
        published=_published(fields.get("published")),
    )


def _fields(line: bytes) -> Mapping[str, Any]:
    """The JSON object of a line. Raises InputError where it is none."""
    try:
        fields = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError("it is not UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise InputError("it is not JSON") from error
    if not isinstance(fields, dict):
        raise InputError("it is not a JSON object")
    return fields


def _identity(value: object) -> str:
    """The `id` as a string, "" for none. Raises InputError where it is neither a string nor a whole number."""
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise InputError("its id is neither a string nor a whole number")
    return HALF_CHARACTER.sub("\ufffd", str(value))


def _string(fields: Mapping[str, Any], name: str) -> str | None:
    """A field as a string; None where it is missing, empty or something else."""
    value = fields.get(name)
    return HALF_CHARACTER.sub("\ufffd", value) if isinstance(value, str) and value.strip() else None


def _published(value: object) -> TimeSpan | None:
    """The `published` date, None for none. Raises InputError where it cannot be read."""
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise InputError("its publication date is not a string")
    try:
        return given_date(value)
    except DateError as error:
        raise InputError(f"its publication date cannot be read: {error}") from error

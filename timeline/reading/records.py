"""What reading hands on: files found, documents with where they came from, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from timeline.errors import DocumentError, Stage
from timeline.model import Document
from timeline.timespan import TimeSpan


@dataclass(frozen=True, slots=True)
class Record:
    """One text as a format finds it in a file, with what the file says of it.

    `place` says where in a file of several documents it stands (a line's number), "" where the file is one document.
    `notices` are sentences about "it": what its reader should know of how it was read.
    """

    text: str
    place: str = ""
    id: str = ""
    title: str = ""
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    language: str = ""
    published: TimeSpan | None = None
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """The file that a document came from, as it was when it was read.

    `file` is absolute with all links resolved, "" for a document that came from no file. `record` names the document
    in a file that holds several, else "". `size` is in bytes. `modified` is when the file was changed last, in
    nanoseconds since 1970: the later of what its owner may set (mtime) and what the system notes of every change
    (ctime).
    """

    file: str = ""
    record: str = ""
    size: int = 0
    modified: int = 0


@dataclass(frozen=True, slots=True)
class File:
    """A file that may hold documents. `path` is as a person named it, `name` the id that one document of it gets."""

    path: str
    name: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Entry:
    """A document of a collection and its origin.

    The document's `id` is the one it would like; `timeline.reading.names.unique` makes ids unique in a collection.
    """

    document: Document
    origin: Origin = Origin()

    @property
    def key(self) -> tuple[str, str]:
        """Where the document comes from: what stays the same when its text changes."""
        return self.origin.file, self.origin.record if self.origin.file else self.document.id


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that could not be read or worked on: its path as a person named it, and why.

    `document` is the id of the document where only that one of the path is meant, else "".
    """

    path: str
    reason: str
    stage: Stage = Stage.READING
    document: str = ""

    @classmethod
    def of(cls, error: DocumentError, document: Document) -> Failure:
        """The failure of a document that was read. One that comes from no file is named by its id."""
        return cls(document.path or document.id, error.reason, error.stage, document.id)

    def __str__(self) -> str:
        one_of_several = self.document and self.document not in (self.path, PurePath(self.path).stem)
        return f"{self.path}{f', {self.document}' if one_of_several else ''}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Notice:
    """What a person should know of a path that is no failure: a link that is not followed, a doubtful encoding."""

    path: str
    text: str

    def __str__(self) -> str:
        return f"{self.path}: {self.text}"


@dataclass(frozen=True, slots=True)
class Finding:
    """The files under some paths, in order of name.

    `skipped` are files met in folders whose format cannot be read; `failures` are what cannot be read though it was
    asked for.
    """

    files: tuple[File, ...] = ()
    failures: tuple[Failure, ...] = ()
    skipped: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Loaded:
    """The documents of one file, and what of it could not be read."""

    entries: tuple[Entry, ...] = ()
    failures: tuple[Failure, ...] = ()
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All documents under some paths, with ids unique among them, and what could not be read."""

    documents: tuple[Document, ...] = ()
    failures: tuple[Failure, ...] = ()
    skipped: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()

"""The results of reading: files, documents with the files that they come from, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from timeline.errors import DocumentError, Stage
from timeline.model import Document
from timeline.timespan import TimeSpan


@dataclass(frozen=True, slots=True)
class Record:
    """One text of a file, as a format reads it, with the metadata that the file has.

    `place` is the number of its line in a file of several documents, "" where the file is one document. `notices` are
    sentences about "it", the text, on how it was read.
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

    `file` is the absolute path with all links resolved, "" for a document that came from no file. `record` names the
    document in a file that holds several, else "". `size` is in bytes. `modified` is the time of the last change in
    nanoseconds since 1970: the later of the one that a program can set (mtime) and the system's own (ctime).
    """

    file: str = ""
    record: str = ""
    size: int = 0
    modified: int = 0


@dataclass(frozen=True, slots=True)
class File:
    """A file that may hold documents: its path as a person named it, and the id that a document of it would like."""

    path: str
    name: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Entry:
    """A document and the file that it came from.

    The document's `id` is the one that it would like; `reading.names.unique` makes ids unique in a collection.

    >>> Entry(Document(id="note", text="They met.")).key
    ('', 'note')
    """

    document: Document
    origin: Origin = Origin()

    @property
    def key(self) -> tuple[str, str]:
        """What stays the same when the document's text changes: its file and record, or ("", its id) without a file."""
        return self.origin.file, self.origin.record if self.origin.file else self.document.id


@dataclass(frozen=True, slots=True)
class Failure:
    """A file, folder or document that could not be read or worked on.

    `path` is as a person named it; `reason` a sentence about "it"; `stage` the step that failed; `document` the id of
    the document if only that one of the file failed, else "".

    >>> str(Failure("letters/a.txt", "it is empty"))
    'letters/a.txt: it is empty'
    """

    path: str
    reason: str
    stage: Stage = Stage.READING
    document: str = ""

    @classmethod
    def of(cls, error: DocumentError, document: Document) -> Failure:
        """The failure of a document with this error; without a file its path is the id.

        >>> document = Document(id="note", text="They met.")
        >>> str(Failure.of(DocumentError("note", Stage.DATES, MemoryError()), document))
        'note: its dates could not be read: it takes more memory than there is'
        """
        return cls(document.path or document.id, error.reason, error.stage, document.id)

    def __str__(self) -> str:
        one_of_several = self.document and self.document not in (self.path, PurePath(self.path).stem)
        return f"{self.path}{f', {self.document}' if one_of_several else ''}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence about a path that is no failure: on a link that is not followed, or on a doubtful encoding.

    >>> str(Notice("a.txt", "it is read as UTF-16"))
    'a.txt: it is read as UTF-16'
    """

    path: str
    text: str

    def __str__(self) -> str:
        return f"{self.path}: {self.text}"


@dataclass(frozen=True, slots=True)
class Finding:
    """The files at some paths and below, in order of name.

    `skipped` are the paths of files in folders whose format is unknown; `failures` are those that a person named and
    that cannot be read, and folders that cannot.
    """

    files: tuple[File, ...] = ()
    failures: tuple[Failure, ...] = ()
    skipped: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Loaded:
    """The documents of one file, what of it could not be read, and notices on how the others were read."""

    entries: tuple[Entry, ...] = ()
    failures: tuple[Failure, ...] = ()
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All documents at some paths and below, with unique ids; what could not be read, as in `Finding`; and notices."""

    documents: tuple[Document, ...] = ()
    failures: tuple[Failure, ...] = ()
    skipped: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()

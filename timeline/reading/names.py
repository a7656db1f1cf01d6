"""Ids of documents: unique in a collection, readable, and the same whatever the order in which it was read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from operator import itemgetter
from pathlib import PurePath

from timeline.model import Document
from timeline.reading.records import Entry


def unique(entries: Iterable[Entry]) -> dict[tuple[str, str], Document]:
    """The documents by their entries' keys, sorted by id.

    The id is the entry's own where no other has it, else with as many folders of the file's path as make it unique.

    >>> from timeline.reading import Origin
    >>> def entry(file):
    ...     return Entry(Document(id=PurePath(file).stem, text=file), Origin(file))
    >>> [document.id for document in unique(map(entry, ["/a/x.txt", "/b/x.txt", "/b/y.txt"])).values()]
    ['a/x', 'b/x', 'y']
    """
    left = [(entry, _candidates(entry)) for entry in entries]
    named: dict[str, Entry] = {}
    while left:
        level = [(entry, next(candidates), candidates) for entry, candidates in left]
        wanted = Counter(name for _, name, _ in level)
        free = {name for name, count in wanted.items() if count == 1 and name not in named}
        named |= {name: entry for entry, name, _ in level if name in free}
        left = [(entry, candidates) for entry, name, candidates in level if name not in free]
    return {entry.key: replace(entry.document, id=name) for name, entry in sorted(named.items(), key=itemgetter(0))}


def _candidates(entry: Entry) -> Iterator[str]:
    """The ids that an entry can have, from the shortest on: its name, with the suffix, with more and more folders, and
    with a digest of what tells it from all others.
    """
    name, origin = entry.document.id, entry.origin
    yield name
    if origin.file:
        file = PurePath(origin.file)
        endings: tuple[str, ...] = ("",)
        folders = (*file.parent.parts, file.stem)
        if not origin.record:
            yield name + file.suffix
            endings = ("", file.suffix)
            folders = file.parents[min(name.count("/"), len(file.parents) - 1)].parts
        for start in range(len(folders) - 1, 0, -1):
            for ending in endings:
                yield "/".join((*folders[start:], name)) + ending
    digest = sha256("\0".join((*entry.key, name)).encode("utf-8", "surrogateescape")).hexdigest()
    yield f"{name}~{digest[:8]}"
    yield f"{name}~{digest}"

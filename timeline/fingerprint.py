"""A digest of code and tables, for the keys of caches: results of an older version of a rule are not found again.

So whoever changes a rule or a word list sees the new result with the next build.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

CODE_AND_TABLES = (".cfg", ".py", ".tsv", ".txt")
"""The suffixes of files that decide results. The weights of the language pipeline have a version of their own."""


@cache
def fingerprint(*parts: str) -> str:
    """The SHA-256, in hexadecimal digits, of some modules and packages of this package: "dates", "model.py".

    >>> len(fingerprint("errors.py")), fingerprint("errors.py") == fingerprint("guard.py")
    (64, False)
    """
    digest = sha256()
    for part in parts:
        for name, file in _files(part, files(__package__) / part):
            digest.update(f"{name}\0{len(content := file.read_bytes())}\0".encode())
            digest.update(content)
    return digest.hexdigest()


def _files(name: str, path: Traversable) -> Iterator[tuple[str, Traversable]]:
    """A file, or those in a folder and below it, with their names, in order of name; of `CODE_AND_TABLES` only."""
    if path.is_dir():
        for child in sorted(path.iterdir(), key=lambda child: child.name):
            yield from _files(f"{name}/{child.name}", child)
    elif name.endswith(CODE_AND_TABLES):
        yield name, path

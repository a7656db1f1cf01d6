"""The style sheets and scripts of the page: each lies in the folder of its feature and has an address of its own.

Dash would serve a whole folder, and this package's folders hold Python as well. So the files are named one by one, read
once when the app is made, and served from memory: what is not named has no address, and a file that is missing ends the
start instead of leaving a page without it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Self

import flask
from dash import Dash

from timeline import TimelineError

MIMETYPES = {".css": "text/css", ".js": "text/javascript"}
"""The kinds of files that a page loads, by the suffix."""

_YEAR = 365 * 24 * 3600  # seconds; the address of a file changes with its content
_DIGITS = 16  # of the digest that stand in an address, hexadecimal: 64 bits


@dataclass(frozen=True, slots=True)
class File:
    """A file that the page loads, as it was when the app was made."""

    name: str
    content: bytes

    @classmethod
    def read(cls, folder: Path, name: str) -> Self:
        """A file by its path from a folder. Raises TimelineError where it is missing or no style sheet or script."""
        path = folder / name
        if path.suffix not in MIMETYPES:
            raise TimelineError(f"{name} is neither a style sheet nor a script: the page cannot load it.")
        try:
            return cls(name, path.read_bytes())
        except OSError as problem:
            reason = (problem.strerror or str(problem)).lower()
            raise TimelineError(
                f"The page's file {path} cannot be read ({reason}): install this program anew."
            ) from problem

    @property
    def address(self) -> str:
        """The path at which it is served, with a digest of its content: browsers may keep it.

        >>> File("view/view.css", b"").address
        '/files/e3b0c44298fc1c14/view/view.css'
        """
        return f"/files/{sha256(self.content).hexdigest()[:_DIGITS]}/{self.name}"

    @property
    def mimetype(self) -> str:
        """What it is."""
        return MIMETYPES[Path(self.name).suffix]


def register(app: Dash, folder: Path, *, styles: Iterable[str], scripts: Iterable[str]) -> None:
    """Let a page load style sheets and scripts, in their order, after those of Dash's components.

    Raises TimelineError where one cannot be read.
    """
    for names, append in ((styles, app.css.append_css), (scripts, app.scripts.append_script)):
        for name in names:
            file = File.read(folder, name)
            app.server.add_url_rule(file.address, f"file_{name}", _answer(file))
            # "External" to Dash is whatever comes from none of its packages.
            append({"external_url": file.address, "external_only": True})


def _answer(file: File) -> Callable[[], flask.Response]:
    def answer() -> flask.Response:
        response = flask.Response(file.content, mimetype=file.mimetype)
        response.cache_control.private = True  # it is answered to whoever has the token
        response.cache_control.max_age = _YEAR
        response.cache_control.immutable = True
        return response

    return answer

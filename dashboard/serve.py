"""A server for one timeline on this machine."""

from __future__ import annotations

import html as markup
import logging
import os
import socket
import webbrowser
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

import waitress

from dashboard.app import create_app
from dashboard.server import access, connections, safety
from dashboard.sources import uploads
from timeline import Timeline, TimelineError, is_project

PORT = 8050
_TRIES = 20  # ports after PORT, when none was asked for
_LAST_PORT = 65535
_THREADS = 8
_SLACK = 1 << 20  # bytes; what is a little too large is refused with a sentence, and not by closing the connection
_STEP = '<!DOCTYPE html><meta charset="utf-8"><title>Timeline</title><meta http-equiv="refresh" content="0; url={}">'
_ANYWHERE = ("0.0.0.0", "::", "")  # noqa: S104 (recognised, not bound)

logger = logging.getLogger(__name__)


def serve(
    source: Path | str | Timeline,
    *,
    port: int | None = None,
    host: str = "127.0.0.1",
    open_browser: bool = True,
    token: bool = True,
    allow: Iterable[Path | str] | None = None,
    on_ready: Callable[[str], None] | None = None,
) -> None:
    """Serve a timeline or a project file until interrupted.

    Args:
        source: what to show.
        port: where to listen: 8050 or the next free one if left out; 0 is any free one.
        host: the address of this machine to listen on.
        open_browser: whether to open a page of it.
        token: whether a request must bring a token, which `on_ready` gets in the address. Any user of this machine
            reaches a server that asks for none: only for one behind a proxy that lets in nobody else.
        allow: the folders below which documents may be added by their paths; None is the folder of the project and
            those of its documents.
        on_ready: called with the address once it answers.

    Raises:
        TimelineError: the port is taken, or the host is none of this machine's.
        ProjectError: the file cannot be read.

    """
    secret = _secret(source) if token else None
    app = create_app(source, hosts=_names(host), token=secret, allow=allow)
    listening = _listen(host, port)
    server = waitress.create_server(
        app.server,
        sockets=[listening],
        threads=_THREADS,
        ident=None,
        max_request_body_size=uploads.LARGEST + _SLACK,
        **connections.OPTIONS,
    )
    connections.make_room(server)
    address = f"http://{'127.0.0.1' if host in _ANYWHERE else _bracketed(host)}:{listening.getsockname()[1]}/"
    logger.info("serving at %s", address)
    opening = access.with_token(address, secret)
    if on_ready is not None:
        on_ready(opening)
    try:
        if open_browser:
            with page_that_leads_to(opening) as page:
                Thread(target=webbrowser.open, args=(page,), daemon=True).start()
                server.run()
        else:
            server.run()
    finally:
        server.close()


def _secret(source: Path | str | Timeline) -> str:
    """The token of a project, kept beside it; one for this time for a timeline, and for a file that is no project."""
    if isinstance(source, Timeline) or not is_project(source):
        return access.fresh()
    return access.kept(Path(source))


@contextmanager
def page_that_leads_to(address: str) -> Iterator[str]:
    """The address of a file that leads on, for its owner's eyes: every user can see what a browser is started with.

    It is there for as long as the server runs, since nothing says when the browser has read it.
    """
    with TemporaryDirectory(prefix="timeline-") as folder:  # which is its owner's alone
        page = Path(folder, "open.html")
        with os.fdopen(os.open(page, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(_STEP.format(markup.escape(address)))
        yield page.as_uri()


def _listen(host: str, port: int | None) -> socket.socket:
    """A socket that is bound to the port, or to the first free one from `PORT` on."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    if port is not None and not 0 <= port <= _LAST_PORT:
        raise TimelineError(f"There is no port {port}; ports run from 0 to {_LAST_PORT}.")
    reason = ""
    for candidate in [port] if port is not None else range(PORT, PORT + _TRIES):
        try:
            return socket.create_server((host, candidate), family=family)
        except OSError as problem:
            reason = problem.strerror or str(problem)
    if port is None:
        raise TimelineError(f"Ports {PORT} to {PORT + _TRIES - 1} cannot be used on {host}: {reason}.")
    raise TimelineError(f"The dashboard cannot listen on {host}, port {port}: {reason}.")


def _names(host: str) -> tuple[str, ...]:
    """The names by which a browser may call a server that is bound to a host."""
    if host in _ANYWHERE:
        return (*safety.LOOPBACK, socket.gethostname().lower(), socket.getfqdn().lower())
    return (*safety.LOOPBACK, _bracketed(host).lower())


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host

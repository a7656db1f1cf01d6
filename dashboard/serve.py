"""A server for one timeline on this machine."""

from __future__ import annotations

import logging
import socket
import webbrowser
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import waitress

from dashboard import safety, uploads
from dashboard.app import create_app
from timeline import Timeline, TimelineError

PORT = 8050
_TRIES = 20  # ports after PORT, when none was asked for
_LAST_PORT = 65535
_THREADS = 8
_SLACK = 1 << 20  # bytes; what is a little too large is refused with a sentence, and not by closing the connection
_ANYWHERE = ("0.0.0.0", "::", "")  # noqa: S104 (recognised, not bound)

logger = logging.getLogger(__name__)


def serve(
    source: Path | str | Timeline,
    *,
    port: int | None = None,
    host: str = "127.0.0.1",
    open_browser: bool = True,
    on_ready: Callable[[str], None] | None = None,
) -> None:
    """Serve a timeline or a project file until interrupted.

    Without a `port` it takes 8050 or the next free one; 0 is any free one. `on_ready` gets the address once it
    answers. Raises TimelineError where the port is taken or the host is none of this machine's, ProjectError where the
    file cannot be read.
    """
    app = create_app(source, hosts=_names(host))
    listening = _listen(host, port)
    server = waitress.create_server(
        app.server,
        sockets=[listening],
        threads=_THREADS,
        ident=None,
        max_request_body_size=uploads.LARGEST + _SLACK,
    )
    address = f"http://{'127.0.0.1' if host in _ANYWHERE else _bracketed(host)}:{listening.getsockname()[1]}/"
    logger.info("serving at %s", address)
    if on_ready is not None:
        on_ready(address)
    if open_browser:
        Thread(target=webbrowser.open, args=(address,), daemon=True).start()
    try:
        server.run()
    finally:
        server.close()


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

"""Headers and checks of every request.

Documents are hostile input, and so is every web page open in the same browser: the policy lets the page load nothing
from elsewhere and run no script but its own; the `Host` check stops pages whose name was pointed at this machine (DNS
rebinding); the `Origin` check stops other pages from posting.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from urllib.parse import urlsplit

import flask

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
_LARGEST_REQUEST = 1 << 20  # bytes; the page sends no more than its state, and files to an address of their own


def protect(
    server: flask.Flask, *, hosts: Iterable[str], script_hashes: Callable[[], Iterable[str]], framed: str
) -> None:
    """Check every request and set the headers of every answer.

    `hosts` are the names, without port, by which the server may be called. `script_hashes` gives the hashes of the
    page's inline scripts; it is asked at the first answer, when all of them are known. `framed` is the path of the page
    that others may put into a frame, which has no inline scripts: whoever frames it cannot read it, and nothing in it
    changes anything.
    """
    allowed = frozenset(host.lower() for host in hosts)
    server.config["MAX_CONTENT_LENGTH"] = _LARGEST_REQUEST
    policies: list[str] = []

    def check() -> None:
        if host_name(flask.request.host) not in allowed:
            flask.abort(421, "This server does not answer to that name.")
        if flask.request.method not in ("GET", "HEAD", "OPTIONS") and not _same_origin(flask.request):
            flask.abort(403, "This request comes from another page.")

    def add_headers(response: flask.Response) -> flask.Response:
        if not policies:
            policies.append(policy(script_hashes()))
        if flask.request.path == framed:
            response.headers["Content-Security-Policy"] = policy((), framed=True)
        else:
            response.headers["Content-Security-Policy"] = policies[0]
            response.headers["X-Frame-Options"] = "DENY"
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        return response

    server.before_request(check)
    server.after_request(add_headers)


def policy(script_hashes: Iterable[str], *, framed: bool = False) -> str:
    """The content security policy. Plotly and Mantine write style attributes, hence `unsafe-inline` for styles.

    A page that may be `framed` names no ancestors at all: not even `*` would let in a report that is opened as a file.

    >>> policy(["'sha256-x'"]).split("; ")[1]
    "script-src 'self' 'sha256-x'"
    """
    return "; ".join(
        (
            "default-src 'none'",
            " ".join(("script-src 'self'", *script_hashes)),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            *(() if framed else ("frame-ancestors 'none'",)),
        )
    )


def is_local(hosts: Iterable[str]) -> bool:
    """Whether names mean this machine, whoever uses them.

    >>> is_local(LOOPBACK), is_local(["127.0.0.1", "timeline.example.org"])
    (True, False)
    """
    return frozenset(host.lower() for host in hosts) <= frozenset(LOOPBACK)


def host_name(host: str) -> str:
    """A Host header's name without its port.

    >>> host_name("LocalHost:8050"), host_name("[::1]:8050"), host_name("[::1]")
    ('localhost', '[::1]', '[::1]')
    """
    head, _, port = host.lower().rpartition(":")
    return head if head and port.isdigit() else host.lower()


def _same_origin(request: flask.Request) -> bool:
    """Whether a request comes from this server's own page; programs that are no browser send neither header."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = request.headers.get("Origin")
    return origin is None or urlsplit(origin).netloc.lower() == request.host.lower()

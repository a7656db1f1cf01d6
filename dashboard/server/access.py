"""Who may look: whoever has the token that `timeline serve` prints.

Every user of a machine reaches its loopback addresses, so being asked from here says nothing of who asks. The address
that is printed holds a token; the first visit puts it into a cookie and goes on to the same address without it, so that
it stands in no link, history or `Referer`. Browsers share cookies between the ports of a host, hence the port in the
cookie's name. Programs send `Authorization: Bearer TOKEN`.

A cookie that is `SameSite=Strict` is not sent from a frame in another page, so the embedded view has a key of its own,
made of the token, that stands in the frame's address and opens nothing else.

What a cookie cannot keep out: a page that another user serves on this machine under the same name, at another port.
Whoever opens such a page in the browser that has the cookie shows it to that server.

The token is kept beside the project, readable by its owner alone: an open page, a bookmark and a frame in a report go
on after a restart. Whoever deletes the file locks out all who have the address.
"""

from __future__ import annotations

import hmac
import html as markup
import os
import re
import stat
from base64 import urlsafe_b64encode
from collections.abc import Callable
from pathlib import Path
from secrets import token_urlsafe
from urllib.parse import quote, unquote_plus, urlsplit

import flask

TOKEN = "token"  # noqa: S105 (the name of the field in an address)
KEY = "key"
"""The field of an address that holds the key of the embedded view."""

REFUSAL = "This timeline is its owner's: open the address that “timeline serve” printed when it started."

_BYTES = 32  # of chance in a token: 43 characters
_KEPT = re.compile(rb"[A-Za-z0-9_-]{43}\n")
_OWNER_ALONE = 0o600
_OTHERS = stat.S_IRWXG | stat.S_IRWXO

# A cookie that is just being set is not sent on a redirect that another page began, but it is from a page of our own.
_STEP = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Timeline</title>
<meta http-equiv="refresh" content="0; url={address}"></head>
<body><p><a href="{address}">To the timeline</a></p></body></html>
"""


def fresh() -> str:
    """A token that nobody can guess.

    >>> len(fresh()), fresh() == fresh()
    (43, False)
    """
    return token_urlsafe(_BYTES)


def kept(project: Path) -> str:
    """The token that is kept beside a project, made if there is none; where none can be kept, one for this time.

    A file that is not ours alone to read is not believed: it is made anew.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     kept(Path(folder, "case.timeline")) == kept(Path(folder, "case.timeline"))
    True
    """
    if os.name != "posix":  # a file's mode says nothing of who may read it
        return fresh()
    path = project.with_name(f"{project.name}-token")
    try:
        return _read(path) or _made(path)
    except OSError:  # a folder that is read-only, or a file of somebody else's in it
        return fresh()


def _read(path: Path) -> str | None:
    """The token in a file; None where there is none, or one that others may know or have put there."""
    try:
        opened = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return None
    with os.fdopen(opened, "rb") as file:
        status = os.fstat(opened)
        ours = stat.S_ISREG(status.st_mode) and status.st_uid == os.geteuid() and status.st_nlink == 1
        if not ours or status.st_mode & _OTHERS:
            return None
        content = file.read(_BYTES * 2)
    return content.decode().strip() if _KEPT.fullmatch(content) else None


def _made(path: Path) -> str:
    """Put a new token into a file that nobody else could have opened before."""
    token = fresh()
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ALONE), "w") as file:
        file.write(f"{token}\n")
    return token


def key_of(token: str) -> str:
    """The key of the embedded view: it follows from the token, and the token does not follow from it.

    >>> key_of("a") == key_of("a"), key_of("a") == key_of("b"), len(key_of("a"))
    (True, False, 43)
    """
    return urlsafe_b64encode(hmac.digest(token.encode(), b"the embedded view", "sha256")).decode().rstrip("=")


def with_token(address: str, token: str | None) -> str:
    """The address that opens a page.

    >>> with_token("http://127.0.0.1:8050/", "x"), with_token("http://127.0.0.1:8050/", None)
    ('http://127.0.0.1:8050/?token=x', 'http://127.0.0.1:8050/')
    """
    return address if token is None else f"{address}?{TOKEN}={quote(token, safe='')}"


def guard(server: flask.Flask, *, token: str, framed: Callable[[str], bool]) -> None:
    """Answer only who has the token; `framed` says of a rule for addresses whether it is one of the embedded view."""
    key = key_of(token)

    def check() -> flask.Response | None:
        request = flask.request
        reads = request.method in ("GET", "HEAD")
        rule = request.url_rule  # and not the path: "/embed/../" and the like lead elsewhere
        if reads and rule is not None and framed(rule.rule) and _same(request.args.get(KEY, ""), key):
            return None
        brought = _same(request.args.get(TOKEN, ""), token)
        if not (brought or _same(request.cookies.get(cookie_name(request.host), ""), token) or _bears(request, token)):
            flask.abort(403, REFUSAL)
        if not (reads and TOKEN in request.args):
            return None
        return _onward(request, token if brought else None)

    server.before_request(check)


def cookie_name(host: str) -> str:
    """The name of the cookie of a server, by the `Host` header.

    >>> cookie_name("127.0.0.1:8050"), cookie_name("[::1]:8051"), cookie_name("timeline.example.org")
    ('timeline-8050', 'timeline-8051', 'timeline')
    """
    try:
        port = urlsplit(f"//{host}").port
    except ValueError:
        port = None
    return f"timeline-{port}" if port else "timeline"


def without_token(request: flask.Request) -> str:
    """The address that was asked for, from the path on, without a token in it."""
    query = request.query_string.decode("latin-1")
    others = [field for field in query.split("&") if unquote_plus(field.partition("=")[0]) != TOKEN]
    path = "/" + quote(request.path.lstrip("/\\"), safe="/")  # two slashes would lead to another host
    return path + ("?" + "&".join(others) if any(others) else "")


def _onward(request: flask.Request, token: str | None) -> flask.Response:
    """To the same address without the token, which becomes a cookie."""
    address = without_token(request)
    if request.headers.get("Sec-Fetch-Site") == "cross-site":
        response = flask.Response(_STEP.format(address=markup.escape(address)), mimetype="text/html")
    else:
        response = flask.Response(status=303, headers={"Location": address})
    response.headers["Cache-Control"] = "no-store"
    if token is not None:
        response.set_cookie(cookie_name(request.host), token, httponly=True, samesite="Strict")
    return response


def _bears(request: flask.Request, token: str) -> bool:
    scheme, _, given = request.headers.get("Authorization", "").partition(" ")
    return scheme.lower() == "bearer" and _same(given.strip(), token)


def _same(given: str, wanted: str) -> bool:
    """Compare in a time that does not depend on the number of characters that agree."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), wanted.encode())

"""Connections that send nothing, or little, keep nobody from being answered."""

from __future__ import annotations

import queue
import socket
from collections.abc import Iterator
from contextlib import ExitStack
from threading import Thread
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest

from dashboard.serve import serve
from dashboard.server import connections
from timeline import Timeline

MANY = 150  # more than there is room for


@pytest.fixture(scope="module")
def address() -> str:
    """A server that runs until the tests end."""
    ready: queue.Queue[str] = queue.Queue()
    options = {"port": 0, "open_browser": False, "token": False, "on_ready": ready.put}
    Thread(target=serve, args=(Timeline(),), kwargs=options, daemon=True).start()
    return ready.get(timeout=60)


@pytest.fixture
def opened() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ", id="half-a-header"),
        pytest.param(
            b"POST /sources/files?name=a.txt HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 60000000\r\n\r\nword ",
            id="slow-body",
        ),
        pytest.param(
            b"POST /sources/files?name=a.txt HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nwo",
            id="half-a-chunk",
        ),
    ],
)
def test_a_request_is_answered_beside_many_that_wait(address: str, opened: ExitStack, sent: bytes) -> None:
    where = urlsplit(address)
    for _ in range(MANY):
        idle = opened.enter_context(socket.create_connection((where.hostname, where.port), timeout=30))
        idle.sendall(sent)
    for _ in range(3):
        with urlopen(f"{address}timeline.json", timeout=30) as answer:  # noqa: S310 (our own server)
            assert answer.status == 200
            assert b"timeline/1" in answer.read()


def channel(at: float, **state: Any) -> SimpleNamespace:
    return SimpleNamespace(**{"requests": [], "total_outbufs_len": 0, "will_close": False, "last_activity": at} | state)


@pytest.mark.parametrize(
    ("channels", "found"),
    [
        pytest.param([channel(3.0), channel(2.0), channel(4.0)], 1, id="longest"),
        pytest.param([channel(3.0), channel(2.0, requests=["one"])], 0, id="at-work"),
        pytest.param([channel(3.0), channel(2.0, total_outbufs_len=5)], 0, id="being-answered"),
        pytest.param([channel(3.0), channel(2.0, will_close=True)], 0, id="ending"),
        pytest.param([channel(2.0, requests=["one"])], None, id="none"),
        pytest.param([], None, id="no-others"),
    ],
)
def test_who_makes_room(channels: list[Any], found: int | None) -> None:
    newest = channel(1.0)
    chosen = connections.longest_silent([*channels, newest], newest)
    assert chosen is (None if found is None else channels[found])

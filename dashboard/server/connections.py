"""Many connections at once: those that send nothing keep nobody from being answered.

Waitress reads every request to its end before it gives it to a thread, a long body into a file, so a slow one holds no
thread. It does hold a connection, and at its limit of connections waitress takes no more of them, until some were
silent for its timeout. So there is room for more than a few browsers use, silence ends sooner, and where all the room
is taken the connection that was silent longest makes room for the new one.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from waitress.channel import HTTPChannel

# Connections. A browser opens six to a host; each takes an open file, a request at work two more, and some systems
# give a program only 256.
ROOM = 100
_SPARE = 20  # that exist beside them: those on their way out, the server's own two

OPTIONS = {
    "connection_limit": ROOM + _SPARE,
    "channel_timeout": 30,  # seconds of silence; on this machine nothing is slower, and browsers connect anew
    "cleanup_interval": 5,  # seconds
    "asyncore_use_poll": True,  # `select` fails where a file's number is beyond 1,023
    "max_request_header_size": 1 << 16,  # bytes; an address holds up to 500 fields
}
"""What waitress is to be told."""


def make_room(server: Any) -> None:
    """Let a waitress server end the connection that was silent longest whenever there are more than `ROOM`."""

    def channel(*arguments: Any, **named: Any) -> Any:
        made = HTTPChannel(*arguments, **named)
        if len(server.active_channels) > ROOM and (silent := longest_silent(server.active_channels.values(), made)):
            silent.will_close = True
        return made

    server.channel_class = channel


def longest_silent(channels: Iterable[Any], newest: Any) -> Any:
    """Of the connections that wait for their client, the one that has waited longest; None where all are at work."""
    waiting = [
        each
        for each in channels
        if each is not newest and not (each.requests or each.total_outbufs_len or each.will_close)
    ]
    return min(waiting, key=lambda each: each.last_activity, default=None)

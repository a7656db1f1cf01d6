"""Our records as JSON text, and back."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic import TypeAdapter


@cache
def adapter(kind: Any) -> TypeAdapter[Any]:
    """Reads and writes JSON of our records. Made at first use: importing pydantic takes a while."""
    from pydantic import TypeAdapter

    return TypeAdapter(kind)


def written(kind: type, value: object) -> str:
    """A record of a kind as JSON."""
    return adapter(kind).dump_json(value).decode()

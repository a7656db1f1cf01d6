"""The records of this package as JSON text, and back."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic import TypeAdapter


@cache
def adapter(kind: Any) -> TypeAdapter[Any]:
    """Reads and writes JSON of a type of record; made at first use, as importing pydantic takes .2 seconds."""
    from pydantic import TypeAdapter

    return TypeAdapter(kind)


def written(kind: type, value: object) -> str:
    """A record of a type as JSON."""
    return adapter(kind).dump_json(value).decode()

"""`timeline schema`: the JSON Schema of the export."""

from __future__ import annotations

import json

from timeline.commands.program import command
from timeline.commands.speaking import write


@command(epilog="Example: timeline schema > timeline.schema.json")
def schema() -> None:
    """Print the JSON Schema of the JSON export."""
    from timeline.export.json import schema

    write(json.dumps(schema(), indent=2, ensure_ascii=False) + "\n")

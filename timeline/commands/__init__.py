"""The commands, one module each. Only this package prints and exits.

Modules that take long to import are imported where they are used, so that `timeline --help` answers at once.
"""

from timeline.commands import build, chart, corrections, dates, export, schema, serve, show, why
from timeline.commands.program import main

__all__ = ["build", "chart", "corrections", "dates", "export", "main", "schema", "serve", "show", "why"]

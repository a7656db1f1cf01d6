"""The commands, one module each. The sole place that prints and exits.

Whatever takes long to import is imported where it is used: `timeline --help` must answer at once.
"""

from timeline.commands import build, chart, corrections, dates, export, schema, serve, show, why
from timeline.commands.program import main

__all__ = ["build", "chart", "corrections", "dates", "export", "main", "schema", "serve", "show", "why"]

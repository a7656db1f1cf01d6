"""The name under which this package is installed, and its version."""

from __future__ import annotations

from functools import cache

DISTRIBUTION = "sourced-timeline"
"""The name to install it by; `event-timeline` is the name of another project."""


@cache
def version() -> str:
    """The installed version; "0" in a checkout that was never installed."""
    from importlib import metadata  # takes a while to load, and `timeline --help` must answer at once

    try:
        return metadata.version(DISTRIBUTION)
    except metadata.PackageNotFoundError:
        return "0"

"""What this package is called where packages are installed, and which version of it this is."""

from __future__ import annotations

from functools import cache

DISTRIBUTION = "sourced-timeline"
"""The name to install it by; `event-timeline` is another project's."""


@cache
def version() -> str:
    """The version that is installed; "0" in a checkout that was never installed."""
    from importlib import metadata  # takes a while to load, and `timeline --help` must answer at once

    try:
        return metadata.version(DISTRIBUTION)
    except metadata.PackageNotFoundError:
        return "0"

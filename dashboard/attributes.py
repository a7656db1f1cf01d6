"""HTML attributes with a hyphen, which are no names in Python."""

from __future__ import annotations

from typing import Any


def aria(**values: str) -> dict[str, Any]:
    """What assistive technology needs.

    >>> aria(label="Timeline")
    {'aria-label': 'Timeline'}
    """
    return {f"aria-{name}": value for name, value in values.items()}


def data(**values: str) -> dict[str, Any]:
    """What the browser's functions read.

    >>> data(read_event="e1")
    {'data-read-event': 'e1'}
    """
    return {f"data-{name.replace('_', '-')}": value for name, value in values.items()}

"""Colours and shapes. Each status has both of its own, so that nobody needs to tell colours apart.

Colours: Masataka Okabe and Kei Ito, "Color Universal Design" (2008), which people with all kinds of colour vision
tell apart; the dark theme takes the lighter of their blues.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from timeline.model import Status

ThemeName: TypeAlias = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class Look:
    """The look of a status: the names of Plotly's marker and of its hatch for histograms, a colour for each theme."""

    symbol: str
    hatch: str
    light: str
    dark: str

    def colour(self, theme: ThemeName) -> str:
        """The colour in a theme, as #rrggbb."""
        return self.light if theme == "light" else self.dark


STATUS_LOOKS: dict[Status, Look] = {
    Status.OCCURRED: Look("circle", "", "#0072B2", "#56B4E9"),
    Status.PLANNED: Look("square", "/", "#E69F00", "#E69F00"),
    Status.CLAIMED: Look("diamond", "x", "#CC79A7", "#CC79A7"),
    Status.DENIED: Look("x", "\\", "#D55E00", "#D55E00"),
    Status.POSSIBLE: Look("triangle-up", ".", "#009E73", "#009E73"),
}


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of a figure besides those of statuses, as #rrggbb."""

    paper: str
    text: str
    muted: str
    grid: str
    edge: str  # around marks, so that light colours keep an outline
    accent: str  # around the chosen event


LASTING, WITHIN = 0.42, 0.14
"""Opacity (0 to 1) of the band of an event that lasted throughout its span, and of one that lies within it."""

THEMES: dict[ThemeName, Theme] = {
    "light": Theme("#ffffff", "#1f2933", "#616e7c", "#e8ebef", "#3e4c59", "#f0b429"),
    "dark": Theme("#1b1e24", "#e4e7eb", "#9aa5b1", "#323a45", "#cbd2d9", "#f7c948"),
}


@dataclass(frozen=True, slots=True)
class Sign:
    """A small sign at a mark, with its words in the legend."""

    symbol: str
    status: Status | None  # whose colour it has; None for that of the text
    words: str

    def marker(self, theme: Theme, theme_name: ThemeName) -> dict[str, Any]:
        """The sign as Plotly's marker: hollow, filled with the colour of the paper."""
        colour = STATUS_LOOKS[self.status].colour(theme_name) if self.status is not None else theme.text
        return {"symbol": self.symbol, "size": 6, "color": theme.paper, "line": {"color": colour, "width": 1.5}}


MOVED = Sign("square", Status.PLANNED, "planned for other days")
DIFFERS = Sign("diamond-tall", None, "dates differ")


def translucent(colour: str, opacity: float) -> str:
    """A colour of the form #rrggbb with an opacity (0 to 1), as CSS.

    >>> translucent("#0072B2", 0.5)
    'rgba(0,114,178,0.5)'
    """
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity:g})"

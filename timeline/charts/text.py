"""Text for a figure: its width in pixels, shortened to a width, on one line, and escaped."""

from __future__ import annotations

import html
import unicodedata
from functools import lru_cache

FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
FONT_SIZE = 12  # pixels

# Advance widths in hundredths of an em, by character. They are those of DejaVu Sans, the widest of the usual system
# fonts, so that what is packed by them has room in every other.
_WIDTHS = {
    character: width
    for width, characters in {
        28: "'ijl",
        29: "IJ",
        32: " ,.‘’",
        34: "/:;\\|",
        36: "-f",
        39: "()[]t",
        41: "!r",
        46: '"',
        50: "*_`–",
        52: "“”",
        53: "?sz",
        55: "c",
        58: "FLk",
        60: "Pvxy",
        61: "TYao",
        63: "ESbdeghnpqu",
        64: "$0123456789{}",
        68: "AVK",
        70: "BCRXZ",
        75: "HNU",
        79: "&DGOQ",
        86: "#+<=>^~Mw",
        99: "%@Wm",
        100: "…—",
    }.items()
    for character in characters
}
_OTHER = 72  # most letters of other alphabets
_WIDE = 105  # ideographs and emoji


@lru_cache(maxsize=20_000)
def width(text: str, *, size: float = FONT_SIZE) -> float:
    """The width of a line of text in pixels, in letters of `size` pixels; rather too great than too small.

    >>> width("Mill burns") < width("The mill burns down")
    True
    """
    return sum(_advance(character) for character in text) * size / 100


def shorten(text: str, pixels: float, *, size: float = FONT_SIZE) -> str:
    """As much of a text as fits into a width, with an ellipsis if something is left out; "" where not a letter fits.

    `pixels` is the width, `size` that of the letters, in pixels, too.

    >>> shorten("The mill burns down", 80)
    'The mill bu…'
    >>> shorten("The mill burns down", 5)
    ''
    """
    if width(text, size=size) <= pixels:
        return text
    room = pixels * 100 / size - _advance("…")
    kept = 0
    for character in text:
        room -= _advance(character)
        if room < 0:
            break
        kept += 1
    start = text[:kept].rstrip(" ,;:-–")
    return f"{start}…" if start else ""


def one_line(text: str) -> str:
    r"""A text on one line, with single spaces and without invisible characters, such as those of writing direction.

    >>> one_line("The mill\n burns\u202e down")
    'The mill burns down'
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    visible = (character for character in text if unicodedata.category(character) not in {"Cf", "Cs", "Co", "Cn"})
    return " ".join("".join(visible).replace("\x00", "").split())


def harmless(text: str) -> str:
    """A text escaped so that Plotly draws it as it is: Plotly reads some HTML in every string, and TeX between dollars.

    >>> harmless('<a href="x">$1$</a>')
    '&lt;a href=&#34;x&#34;&gt;&#36;1&#36;&lt;/a&gt;'
    """
    # By number: of the entities with names Plotly knows few, and draws the others as they are written
    return html.escape(text, quote=False).translate({ord(sign): f"&#{ord(sign)};" for sign in "$\"'"})


def _advance(character: str) -> int:
    """The width of a character in hundredths of an em."""
    known = _WIDTHS.get(character)
    if known is not None:
        return known
    if unicodedata.combining(character):
        return 0
    return _WIDE if unicodedata.east_asian_width(character) in "WF" or ord(character) > 0xFFFF else _OTHER

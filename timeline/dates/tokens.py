"""Text into tokens that the grammar's patterns can name. Only what bears on time gets a name of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from timeline.dates import words
from timeline.dates.content import Unit
from timeline.dates.patterns import Alphabet, Symbol

# Tried in this order at each position; plain words first, since most are. Digits are ASCII: no others write dates in
# English. No part repeats what another could match as well, so that hostile text is read in linear time.
_TOKEN = re.compile(
    r"""[^\S\n]*+(?:
      (?P<word>    (?!(?=[hwABC])(?:https?:|www\.|(?:BCE?|AD|CE)\b|[AB]\.\s?[CD]\.|C\.\s?E\.))
                   (?:[tT]o-(?<!-[tT]o-)(?=(?:day|morrow|night)\b))?+[^\W\d_]++(?!\d|_[^\W_]))
    | (?P<stop>    [,.;:()!?"“”])
    | (?P<url>     (?:https?:|www\.)\S++)
    | (?P<iso>     (?<![0-9-])[0-9]{4}-[0-9]{2}-[0-9]{2}
                   (?:[T\ ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9}\b)?)?
                      (?:\ ?(?:Z\b|[+-][0-9]{2}:?[0-9]{2}\b))?)?(?![0-9-]))
    | (?P<compact> (?<![0-9./$£€¥#-])(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])
                   (?![\w/-]|[.,:][0-9])
                 | [0-3][0-9](?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:(?:19|20)[0-9]{2}|[0-9]{2})\b)
    | (?P<brief>   [0-9]{1,3}\s?(?:h|hr|d|wk|w|mo|yr|y|min|m)(?=\sago\b))
    | (?P<numeric> (?<![0-9./-])[0-9]{1,4}(?P<sep>[/.-])[0-9]{1,2}(?P=sep)[0-9]{2,4}
                   (?![0-9]|[/.][0-9]|-[0-9]+(?!:)\b)
                 | (?<![0-9./-])(?:[0-9]{2}\.\ [0-9]{2}\.\ [0-9]{4}|[0-9]{4}\.\ [0-9]{2}\.\ [0-9]{2})(?![0-9]))
    | (?P<decade>  (?:['‘’](?=[0-9]0['’]?s\b))?[0-9]{0,2}[0-9]0['’]?s\b
                   (?!(?<=['’]s)\s(?:first|second|third|fourth|final|last)\b))
    | (?P<clock>   (?<![0-9:.])[0-2]?[0-9]
                   (?: :[0-5][0-9](?::[0-5][0-9])?(?:\s?[apAP](?:\.\s?[mM]\b\.?|\s?[mM]\b)|[ap]\b)?
                     | (?:\.\s?[0-5][0-9])?\s?[apAP](?:\.\s?[mM]\b\.?|\s?[mM]\b)
                     | \.[0-5][0-9](?=\s(?:GMT|BST|local\ time))
                     | \.[0-5][0-9](?=\s?(?:hours|hrs)\b)(?:(?<=\b0[0-9]\.[0-9]{2})|(?<=\bat\s[0-9]{2}\.[0-9]{2}))
                     | (?<=0)[0-9][0-5][0-9](?=[\s,;)]|\.\s|\.?$)
                         (?:(?<=\b(?:[aA]t|by|to)\s[0-9]{4})|(?<=\b(?:from|till)\s[0-9]{4})|(?<=\buntil\s[0-9]{4}))
                     | [0-9][0-5][0-9](?<=\b[aA]t\s[0-9]{4})(?=\s\([0-9]{4}\s?GMT\b)
                     | h[0-5][0-9]\b
                     | [0-9][0-5][0-9](?=h\b|\s?(?:GMT|UTC|HKT|hours|hrs|local\ time)\b|Z\b) )
                   (?:\s?\(?(?:(?<=[0-9])Z|UTC|GMT|BST|[ECMP][SD]?T|CEST|CET|IST|AK[SD]T|JST|HKT|UK|h|hrs|hours
                      |local\ time)\b
                      (?:\s?[+-]\s?[0-9]{1,2}(?::?[0-9]{2})?)?\)?)?
                   (?![0-9:]|-[a-z]{2}-[0-9]))
    | (?P<ordinal> [0-9]{1,3}(?i:st|nd|rd|th)(?![^\W_]) | [0-9]?[23]d(?=[\s.,:;]))
    | (?P<money>   [$£€¥]\s?[0-9][0-9,.]*(?:\s?(?:bn|m|k|million|billion|trillion)\b)?)
    | (?P<percent> [0-9][0-9,.]{0,20}\s?(?:%|percent\b|per\ cent\b))
    | (?P<apos>    ['‘’][0-9]{2}\b(?!['’]))
    | (?P<fiscal>  FY\s?['‘’]?(?:[0-9]{4}|[0-9]{2})(?:[/–-](?:20)?[0-9]{2})?\b)
    | (?P<report>  (?:[1-4]Q|[12]H)['’]?(?:(?:20)?[0-9]{2}|FY\s?['’]?(?:20)?[0-9]{2})\b
                 | (?:Q[1-4]|H[12])(?:['’][0-9]{2}|20[0-9]{2}|\s?FY\s?['’]?(?:20)?[0-9]{2})\b
                 | (?:19|20)[0-9]{2}[QH][1-4]\b)
    | (?P<coded>   (?:Q[1-4]|[1-4]Q|H[12]|[12]H|(?<=[0-9]-)W(?:0[1-9]|[1-4][0-9]|5[0-3]))\b)
    | (?P<mixed>   [0-9]++[^\W\d_]\w*+ | [^\W\d_]++[\d_]\w*+)
    | (?P<number>  [0-9]+(?:,[0-9]{3}(?![0-9]))*(?:\.[0-9]+)?)
    | (?P<era>     (?:B\.\s?C\.(?:\s?E\.)?|A\.\s?D\.|C\.\s?E\.|BCE?\b|AD\b|CE\b))
    | (?P<own>     ['’]s\b)
    | (?P<line>    \n\s*+)
    | (?P<mark>    [^\w\s])
    )?""",
    re.VERBOSE,
)

_DASHES = dict.fromkeys("-–—−‐‑", "-")
_MARKS = {**_DASHES, "’": "'", "‘": "'", "|": ","}
# A line that is this long was broken by its width and goes on in the next; a shorter one is a heading or an item.
_WRAPPED = 45

_KINDS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("MONTH", words.MONTHS),
    ("SHORT_MONTH", words.SHORT_MONTHS),
    ("ANY_MONTH", words.MONTHS | words.SHORT_MONTHS),
    ("WEEKDAY", words.WEEKDAYS),
    ("ANY_WEEKDAY", words.WEEKDAYS | words.SHORT_WEEKDAYS),
    ("SEASON", words.SEASONS),
    ("UNIT", words.UNITS),
    ("UNITS", words.MANY_UNITS),
    ("ANY_UNIT", words.UNITS | words.MANY_UNITS),
    ("SMALL", words.SMALL_NUMBERS),
    ("TENS", words.TENS),
    ("AMOUNT", words.SMALL_NUMBERS | words.TENS),
    ("SCALE", words.SCALES),
    ("SMALL_ORDINAL", words.SMALL_ORDINALS),
    ("ORDINAL", words.SMALL_ORDINALS | words.ORDINALS),
    ("ROMAN", words.ROMAN | words.ROMAN_ORDINALS),
    ("TENS_DECADE", words.NAMED_DECADES),
    ("PART", words.PARTS_OF_DAY),
    ("DAY_WORD", words.DAY_WORDS),
    ("FREQUENCY", words.FREQUENCIES),
    ("VAGUE", words.VAGUE),
    ("EARLY", words.EARLY),
    ("PART_NOUN", words.PART_NOUNS),
    ("OPEN", {"(": "(", "[": "["}),
    ("CLOSE", {")": ")", "]": "]"}),
)

# Names that numbers and other shapes may have, and those of what rules make.
_SHAPES: tuple[tuple[str, ...], ...] = (
    ("NUMBER", "AMOUNT", "DAY"),
    ("NUMBER", "AMOUNT", "DAY", "TWO_DIGITS"),
    ("NUMBER", "AMOUNT", "TWO_DIGITS"),
    ("NUMBER", "AMOUNT", "YEAR", "FULL_YEAR"),
    ("NUMBER", "AMOUNT"),
    ("ORDINAL", "DAY"),
    ("ORDINAL",),
    ("NUMERIC",),
    ("COMPACT",),
    ("BRIEF",),
    ("DECADE",),
    ("CLOCK",),
    ("SHORT_YEAR",),
    ("FISCAL",),
    ("CODED",),
    ("REPORT",),
    ("ERA",),
    ("BREAK",),
    ("OTHER",),
    ("NAME",),
)


class Lexicon:
    """Signatures of all words and shapes; `literals` are the words that the grammar's patterns spell out."""

    def __init__(self, literals: Iterable[str], made: Iterable[Iterable[str]]) -> None:
        self.alphabet = Alphabet()
        names: dict[str, set[str]] = {word: {word} for word in literals}
        values: dict[str, Any] = {}
        for kind, table in _KINDS:
            for word, value in table.items():
                names.setdefault(word, set()).add(kind)
                values.setdefault(word, value)
        self._words = {word: (self.alphabet.char(found), values.get(word, word), ()) for word, found in names.items()}
        self._shapes = {shape: self.alphabet.char(shape) for shape in _SHAPES}
        for shape in made:
            self.alphabet.char(shape)
        self._other, self._name = self._shapes[("OTHER",)], self._shapes[("NAME",)]

    def symbols(self, text: str) -> list[Symbol]:
        """The tokens of a text, in order."""
        out: list[Symbol] = []
        add, new = out.append, tuple.__new__  # the loop runs once a word: Symbol(...) would be a third of its time
        known, other, name, capitalised = self._words, self._other, self._name, words.CAPITALISED
        line_start = 0
        for token in _TOKEN.finditer(text):
            kind = token.lastgroup
            if kind is None:
                continue  # blanks at the end of a text, or a character that begins no token
            start, end = token.span(kind)
            if kind == "word":
                written = text[start:end]
                lower = written.lower()
                found = known.get(lower)
                if found is not None and (lower not in capitalised or not written[0].islower()):
                    add(new(Symbol, (start, end, *found)))
                else:
                    add(new(Symbol, (start, end, name if written[0].isupper() else other, None, ())))
            elif kind == "stop" or kind == "mark" or kind == "own":
                written = "'s" if kind == "own" else _MARKS.get(text[start:end], text[start:end])
                add(new(Symbol, (start, end, *known.get(written, (other, None, ())))))
            elif kind == "line":
                if text.count("\n", start, end) > 1 or start - line_start < _WRAPPED:
                    add(Symbol(start, end, self._shapes[("BREAK",)], None))
                line_start = end
            else:
                if kind == "clock" and text[end - 1] == ")" and "(" not in text[start:end]:
                    end -= 1
                shape, value = _READERS[kind](text[start:end]) if kind in _READERS else (("OTHER",), None)
                add(Symbol(start, end, self._shapes[shape], value))
        return out

    @property
    def outside(self) -> str:
        """The characters of what stands in no expression of time."""
        return re.escape("".join(self._shapes[(shape,)] for shape in ("OTHER", "NAME", "BREAK")))


def _number(written: str) -> tuple[tuple[str, ...], Any]:
    if "," in written or "." in written or len(written) > 9:
        digits = written.replace(",", "")
        return ("NUMBER", "AMOUNT"), float(digits[:12])
    value = int(written)
    if len(written) == 4 and 1000 <= value <= 2199:
        return ("NUMBER", "AMOUNT", "YEAR", "FULL_YEAR"), value
    if len(written) <= 2 and 1 <= value <= 31:
        return ("NUMBER", "AMOUNT", "DAY", *(("TWO_DIGITS",) if len(written) == 2 else ())), value
    return ("NUMBER", "AMOUNT", *(("TWO_DIGITS",) if len(written) == 2 else ())), value


def _ordinal(written: str) -> tuple[tuple[str, ...], Any]:
    value = int(written.rstrip("dhnrstDHNRST"))
    return ("ORDINAL", *(("DAY",) if 1 <= value <= 31 else ())), value


_MONTHS = words.MONTHS | words.SHORT_MONTHS


def _compact(written: str) -> tuple[int, int, int]:
    """Year, month and day of "20210816", "16AUG2021", "16AUG21"."""
    if written.isdigit():
        return int(written[:4]), int(written[4:6]), int(written[6:])
    return int(written[5:]), _MONTHS[written[2:5].lower()], int(written[:2])


def _brief(written: str) -> tuple[float, Unit]:
    """Number and unit of "2h", "3 d", as in "2h ago"."""
    digits = re.match("[0-9]+", written)
    length = digits.end() if digits else 0
    return float(written[:length]), words.BRIEF_UNITS[written[length:].strip()]


def _digits(written: str) -> int:
    return int("".join(char for char in written if char.isdigit()))


_READERS: dict[str, Callable[[str], tuple[tuple[str, ...], Any]]] = {
    "iso": lambda written: (("NUMERIC",), written),
    "numeric": lambda written: (("NUMERIC",), written),
    "compact": lambda written: (("COMPACT",), _compact(written)),
    "brief": lambda written: (("BRIEF",), _brief(written)),
    "decade": lambda written: (("DECADE",), _digits(written)),
    "clock": lambda written: (("CLOCK",), written),
    "ordinal": _ordinal,
    "apos": lambda written: (("SHORT_YEAR",), _digits(written)),
    "fiscal": lambda written: (("FISCAL",), int(re.findall("[0-9]+", written)[0])),
    "report": lambda written: (("REPORT",), written),
    "coded": lambda written: (("CODED",), written),
    "number": _number,
    "era": lambda written: (("ERA",), written[0].upper() == "B"),  # true before the common era
}

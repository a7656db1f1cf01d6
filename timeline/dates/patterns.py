r"""A small language for patterns over tokens, compiled to regular expressions over one character a token.

Every token has a *signature*: the set of names that a pattern may call it by, such as `{"MONTH", "may"}`. Each
signature gets a character of its own; a name in a pattern becomes the class of all characters whose signature holds
it. Matching then is `re` at work on strings as long as the number of tokens: fast, and linear because no pattern
repeats without bound.

    MONTH d:DAY (,? y:YEAR)?

Upper case names a class of tokens, lower case a word, `last|next` either of two; `x:` in front names what the rule's
builder asks for; brackets, `?` and a `|` that stands free are those of regular expressions. The method is that of
finite-state cascades: Abney, "Partial parsing via finite-state cascades" (1996).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

_ELEMENT = re.compile(r"\s+|(?P<syntax>[()?]|\|(?!\S))|(?:(?P<label>[a-z]\w*):)?(?P<name>[^\s()?:]+)")


class Symbol(NamedTuple):
    """A token, or what a rule made of several: `[start, end)` in the text, its character, and its value.

    `rules` are the names of the rules that made it: the last one first, then those that made what it is built of.
    """

    start: int
    end: int
    char: str
    value: Any
    rules: tuple[str, ...] = ()


class Alphabet:
    """Gives each signature its character. Signatures must be known before patterns are compiled."""

    def __init__(self) -> None:
        self._chars: dict[frozenset[str], str] = {}

    def char(self, names: Iterable[str]) -> str:
        """The character of a signature, new where it was not seen before."""
        return self._chars.setdefault(frozenset(names), chr(0xE000 + len(self._chars)))

    def of(self, name: str) -> str:
        """All characters whose signature holds a name, or one of several (`a|b`). Raises KeyError where none does."""
        wanted = set(name.split("|"))
        missing = wanted.difference(*self._chars)
        if missing:
            raise KeyError(min(missing))
        return "".join(char for names, char in self._chars.items() if not wanted.isdisjoint(names))


class Found(NamedTuple):
    """A match of a rule: the symbols it covers, and those that the pattern labels."""

    symbols: Sequence[Symbol]
    at: int
    match: re.Match[str]
    text: str

    def get(self, label: str) -> Any:
        """The value of a labelled symbol, None where it is not part of the match or of the pattern."""
        return self.symbols[self.match.start(label)].value if self.has(label) else None

    def word(self, label: str) -> str:
        """What a labelled symbol covers, in lower case. It must be part of the match."""
        return self.written_label(label).lower()

    def written_label(self, label: str) -> str:
        """What a labelled symbol covers, as written. It must be part of the match."""
        start, end = self.span(label)
        return self.text[start:end]

    def has(self, label: str) -> bool:
        """Whether a labelled symbol is part of the match."""
        return label in self.match.re.groupindex and self.match.start(label) >= 0

    def span(self, label: str) -> tuple[int, int]:
        """Where a labelled symbol stands in the text. It must be part of the match."""
        symbol = self.symbols[self.match.start(label)]
        return symbol.start, symbol.end

    @property
    def start(self) -> int:
        """Where the match begins, in the text."""
        return self.symbols[self.at].start

    @property
    def end(self) -> int:
        """Where the match ends, in the text."""
        return self.symbols[self.match.end() - 1].end

    @property
    def words(self) -> str:
        """The text matched."""
        return self.text[self.start : self.end]

    def neighbour(self, offset: int) -> Symbol | None:
        """The symbol that many symbols behind the match: 1 is the next one, -1 the one in front of it."""
        index = self.at + offset if offset < 0 else self.match.end() + offset - 1
        return self.symbols[index] if 0 <= index < len(self.symbols) else None

    def written(self, offset: int) -> str:
        """What a neighbouring symbol covers, as written; empty where there is none."""
        symbol = self.neighbour(offset)
        return self.text[symbol.start : symbol.end] if symbol is not None else ""

    @property
    def first_word(self) -> str:
        """The first word of the match, in lower case."""
        symbol = self.symbols[self.at]
        return self.text[symbol.start : symbol.end].lower()

    @property
    def before(self) -> str:
        """The word in front of the match, in lower case; a break between paragraphs is blank."""
        return self.written(-1).lower().replace("’", "'")

    @property
    def after(self) -> str:
        """The word behind the match, in lower case."""
        return self.written(1).lower()


Builder = Callable[[Found], Any]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, and what makes a value of its matches; the builder may refuse one by returning None.

    `name` is unique in the grammar and tells a person which rule found an expression. `makes` names what is made where
    the value does not say that itself.
    """

    name: str
    pattern: str
    build: Builder
    makes: str = ""


class Level:
    """Rules that run over the same symbols, each position once; the first rule that matches and builds wins there."""

    def __init__(self, rules: Sequence[Rule], alphabet: Alphabet) -> None:
        by_first: dict[str, list[tuple[re.Pattern[str], Rule]]] = {}
        for rule in rules:
            compiled = re.compile(_regex(rule.pattern, alphabet))
            for char in sorted(_first(rule.pattern, alphabet)):
                by_first.setdefault(char, []).append((compiled, rule))
        self._by_first = {first: tuple(found) for first, found in by_first.items()}
        # All rules that can begin with a character, in one expression: it settles most positions at once.
        self._any = {first: _union(found) for first, found in self._by_first.items()}
        self._starts = re.compile("[" + re.escape("".join(sorted(by_first))) + "]")

    def reduce(self, symbols: list[Symbol], text: str, char: Callable[[str, object], str]) -> list[Symbol]:
        """Replace what the rules match by one symbol each; `char` gives the character of a rule's name and value."""
        string = "".join([symbol.char for symbol in symbols])
        out: list[Symbol] = []
        at = 0
        while (begins := self._starts.search(string, at)) is not None:
            start = begins.start()
            first = string[start]
            out += symbols[at:start]
            at = start + 1
            if self._any[first].match(string, start) is None:
                out.append(symbols[start])
                continue
            for pattern, rule in self._by_first[first]:
                match = pattern.match(string, start)
                if match is None:
                    continue
                found = Found(symbols, start, match, text)
                value = rule.build(found)
                if value is not None:
                    at = match.end()
                    rules: tuple[str, ...] = (rule.name,)
                    for symbol in symbols[start:at]:
                        if symbol.rules:
                            rules += symbol.rules
                    out.append(Symbol(found.start, found.end, char(rule.makes, value), value, rules))
                    break
            else:
                out.append(symbols[start])
        out += symbols[at:]
        return out


def _union(rules: Sequence[tuple[re.Pattern[str], Rule]]) -> re.Pattern[str]:
    return re.compile("|".join(_LABEL.sub("(?:", pattern.pattern) for pattern, _ in rules))


_LABEL = re.compile(r"\(\?P<\w+>")


def _regex(pattern: str, alphabet: Alphabet) -> str:
    parts = []
    for element in _ELEMENT.finditer(pattern):
        if element["syntax"]:
            parts.append("(?:" if element["syntax"] == "(" else element["syntax"])
        elif element["name"]:
            chars = "[" + re.escape(alphabet.of(element["name"])) + "]"
            parts.append(f"(?P<{element['label']}>{chars})" if element["label"] else chars)
    return "".join(parts)


def _first(pattern: str, alphabet: Alphabet) -> set[str]:
    """The characters that a match can begin with: those that the compiled pattern does not refuse at once."""
    elements = [e for e in _ELEMENT.finditer(pattern) if not e.group().isspace()]
    chars, _, _ = _first_of(elements, 0, alphabet)
    return chars


def _first_of(elements: list[re.Match[str]], at: int, alphabet: Alphabet) -> tuple[set[str], bool, int]:
    """Characters that can begin the alternatives from here to the closing bracket, whether all of it may be absent."""
    chars: set[str] = set()
    may_be_absent = False
    open_still = True  # nothing that must be there came before in this alternative
    while at < len(elements):
        syntax = elements[at]["syntax"]
        if syntax == ")":
            break
        if syntax == "|":
            may_be_absent, open_still = may_be_absent or open_still, True
            at += 1
            continue
        if syntax == "(":
            inner, absent, at = _first_of(elements, at + 1, alphabet)
        else:
            inner, absent = set(alphabet.of(elements[at]["name"])), False
        at += 1
        if at < len(elements) and elements[at]["syntax"] == "?":
            absent, at = True, at + 1
        if open_still:
            chars |= inner
            open_still = absent
    return chars, may_be_absent or open_still, at


def words_of(pattern: str) -> set[str]:
    """The lower-case words of a pattern, which the lexicon must know.

    >>> sorted(words_of("the? n:NUMBER of MONTH"))
    ['of', 'the']
    """
    names = {name for e in _ELEMENT.finditer(pattern) if e["name"] for name in e["name"].split("|")}
    return {name for name in names if not name.isupper()}

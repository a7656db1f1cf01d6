r"""Words and weights as data beside the rules that read them: a file is a table, a line is a row.

A table of words is a TSV file with the columns of `COLUMNS`, in which a person adds a word without reading code:

    word     class  value  note  example
    january  month  1            The bridge opened in January 2019.

*class* is what the rules call the word by, *value* what the class gives it (a month its number), *note* what a reader
of the table must know, *example* a sentence in which the row decides what comes out; tests/unit/test_tables.py runs all
of them. In an example `\n` stands for a line break. A table of weights has the columns of `WEIGHT_COLUMNS`. Lines that
begin with `# ` are comments; those on top say where knowledge comes from that is not general.

Nothing is read before the module of a rule asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import NamedTuple, TypeVar

T = TypeVar("T")

COLUMNS = ("word", "class", "value", "note", "example")
WEIGHT_COLUMNS = ("name", "weight", "note")

COMMENT = "# "
"""What begins a line that is no row; "#" alone, with a tab behind it, is a word."""


class Row(NamedTuple):
    """A row of a table of words; `line` is its number in the file, from 1."""

    word: str
    class_: str
    value: str
    note: str
    example: str
    line: int


@dataclass(frozen=True, slots=True)
class Table:
    r"""The rows of a table of words by their class, in the order of the file.

    >>> table = parse("word\tclass\tvalue\tnote\texample\nmay\tmonth\t5\t\tIt began in May.", "words.tsv")
    >>> table.values("month", int)
    {'may': 5}
    >>> table.words("month")
    frozenset({'may'})
    """

    name: str
    by_class: dict[str, tuple[Row, ...]]

    @property
    def rows(self) -> Iterator[Row]:
        """All rows, class by class."""
        return (row for rows in self.by_class.values() for row in rows)

    def of(self, class_: str) -> tuple[Row, ...]:
        """The rows of a class. Raises ValueError where there is none: it is misspelt, or gone."""
        if class_ not in self.by_class:
            raise ValueError(f"{self.name}: no row has the class {class_!r}")
        return self.by_class[class_]

    def words(self, class_: str, *, value: str | None = None) -> frozenset[str]:
        """The words of a class, where a value is given those with that value alone."""
        return frozenset(row.word for row in self.of(class_) if value is None or row.value == value)

    def values(self, class_: str, read: Callable[[str], T]) -> dict[str, T]:
        """The words of a class with their values as `read` reads them. Raises ValueError that names a wrong line."""
        return {row.word: self._value(row, read) for row in self.of(class_)}

    def _value(self, row: Row, read: Callable[[str], T]) -> T:
        try:
            return read(row.value)
        except (KeyError, ValueError) as error:
            raise ValueError(f"{self.name}, line {row.line}: {row.value!r} is no value of a {row.class_}") from error


class Weight(NamedTuple):
    """A row of a table of weights."""

    name: str
    weight: float
    note: str


def read(package: str, name: str) -> Table:
    """The table of words in a file of a package: `read(__package__, "words.tsv")`. Raises ValueError, see `parse`."""
    return parse(_text(package, name), _path(package, name))


def parse(text: str, name: str) -> Table:
    r"""The table of words that a text holds; `name` is the file's, for errors.

    Raises ValueError with the line where the text has other columns, a row has no word, class or example, or a class
    has a word twice.

    >>> parse("word\tclass\tvalue\tnote\texample\nmay\tmonth", "words.tsv")
    Traceback (most recent call last):
    ValueError: words.tsv, line 2: 2 columns where there must be 5
    """
    by_class: dict[str, dict[str, Row]] = {}
    for line, (word, class_, value, note, example) in _rows(text, name, COLUMNS):
        if not (word and class_ and example):
            raise ValueError(f"{name}, line {line}: a row must have a word, a class and an example")
        known = by_class.setdefault(class_, {})
        if word in known:
            raise ValueError(f"{name}, line {line}: {word!r} is a {class_} in line {known[word].line} already")
        known[word] = Row(word, class_, value, note, example.replace(r"\n", "\n"), line)
    return Table(name, {class_: tuple(rows.values()) for class_, rows in by_class.items()})


def read_weights(package: str, name: str) -> dict[str, Weight]:
    """The weights in a file of a package, by their names. Raises ValueError, see `parse_weights`."""
    return parse_weights(_text(package, name), _path(package, name))


def parse_weights(text: str, name: str) -> dict[str, Weight]:
    r"""The weights that a text holds, by their names; `name` is the file's, for errors.

    Raises ValueError with the line where the text has other columns, a weight is no number or a name stands twice.

    >>> parse_weights("name\tweight\tnote\nnear\t0.98\tdate and event stand together", "shares.tsv")
    {'near': Weight(name='near', weight=0.98, note='date and event stand together')}
    """
    found: dict[str, Weight] = {}
    for line, (label, written, note) in _rows(text, name, WEIGHT_COLUMNS):
        if label in found:
            raise ValueError(f"{name}, line {line}: {label!r} has a weight already")
        try:
            found[label] = Weight(label, float(written), note)
        except ValueError as error:
            raise ValueError(f"{name}, line {line}: {written!r} is no number") from error
    return found


def _text(package: str, name: str) -> str:
    return (files(package) / name).read_text(encoding="utf-8")


def _path(package: str, name: str) -> str:
    """Where a person finds the file in a checkout."""
    return f"{package.replace('.', '/')}/{name}"


def _rows(text: str, name: str, columns: tuple[str, ...]) -> Iterator[tuple[int, list[str]]]:
    """The rows below the header with the numbers of their lines."""
    is_headed = False
    for line, written in enumerate(text.split("\n"), 1):
        if not written or written.startswith(COMMENT):
            continue
        cells = written.split("\t")
        if not is_headed and cells != list(columns):
            raise ValueError(f"{name}, line {line}: the first row must name the columns {', '.join(columns)}")
        if len(cells) != len(columns):
            raise ValueError(f"{name}, line {line}: {len(cells)} columns where there must be {len(columns)}")
        if is_headed:
            yield line, cells
        is_headed = True

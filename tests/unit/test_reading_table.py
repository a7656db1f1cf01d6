"""Tables of documents and their publication dates."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.errors import InputError
from timeline.reading.table import Row, read_table

TABLES = [
    pytest.param(
        b"a.txt,2021-05-06\nb.txt,May 2021\n", [("a.txt", "2021-05-06", 1), ("b.txt", "May 2021", 2)], id="csv"
    ),
    pytest.param(b"a;2021\r\nb;2020\r\n", [("a", "2021", 1), ("b", "2020", 2)], id="semicolons and Windows lines"),
    pytest.param(b"a\tMay 6, 2021\n", [("a", "May 6, 2021", 1)], id="tabs, a comma in the date"),
    pytest.param(b'a,"May 6, 2021"\n', [("a", "May 6, 2021", 1)], id="quoted"),
    pytest.param(b"File,Published\na,2021\n", [("a", "2021", 2)], id="headings"),
    pytest.param(b"no,date,title,file\n1,2021,Storm,a\n", [("a", "2021", 2)], id="headings in any order"),
    pytest.param(b"date,what\n2021,a\n", [("a", "2021", 2)], id="a date and one other"),
    pytest.param(b"a,2021\n\n , \nb,\nc,2020\n", [("a", "2021", 1), ("c", "2020", 5)], id="empty lines and cells"),
    pytest.param(b"\xef\xbb\xbffile,date\na,2021\n", [("a", "2021", 2)], id="byte order mark"),
    pytest.param(b"", [], id="empty"),
]


@pytest.mark.parametrize(("content", "rows"), TABLES)
def test_reads(tmp_path: Path, content: bytes, rows: list[tuple[str, str, int]]) -> None:
    path = tmp_path / "dates.csv"
    path.write_bytes(content)
    assert read_table(path) == tuple(Row(*row) for row in rows)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        pytest.param(b"a,2021\nb\n", "line 2 has no two columns, a document and its date", id="one column"),
        pytest.param(b"a,2021\n" + b"x" * 200_000 + b",2021\n", "line 2 is no row of a table", id="a cell without end"),
        pytest.param(b"\xff\xfe\x00\xd8", "is not text", id="not text"),
    ],
)
def test_says_what_is_wrong(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "dates.csv"
    path.write_bytes(content)
    with pytest.raises(InputError, match=sentence) as caught:
        read_table(path)
    assert str(caught.value).startswith(f"{path}: ")


def test_a_table_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="it cannot be read: no such file"):
        read_table(tmp_path / "dates.csv")

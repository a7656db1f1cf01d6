"""Whatever the bytes of a file: a text or a sentence, never an exception."""

import io
import json
import re
from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import DateError, InputError
from timeline.model import Document
from timeline.reading import Entry, Origin, jsonl, text
from timeline.reading.given import given_date
from timeline.reading.headline import headline
from timeline.reading.names import unique
from timeline.reading.table import read_table
from timeline.reading.worded import worded_dates
from timeline.sight import visible
from timeline.timespan import Granularity

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
names = st.text("ab/", min_size=1, max_size=3).map(lambda name: f"x{name}x")


@given(st.binary())
def test_bytes_are_read_or_refused(data):
    try:
        found = text.checked(text.decode(data)).text
    except InputError:
        return
    assert found.strip()
    assert "\r" not in found
    found.encode()


@given(st.text(st.characters(exclude_characters="\r\0", exclude_categories=["Cs"])))
def test_what_is_utf_8_is_kept(content):
    assert text.decode(content.encode()).text == content.removeprefix("\ufeff")


@given(st.lists(st.binary().map(lambda line: line.replace(b"\n", b""))))
def test_lines_of_any_bytes(lines):
    read_all(b"\n".join(lines))


@given(
    st.lists(
        st.fixed_dictionaries({}, optional={"id": anything, "text": anything, "title": anything, "published": anything})
    )
)
def test_lines_of_any_json(lines):
    for record in read_all("\n".join(json.dumps(line) for line in lines).encode()):
        record.text.encode()
        assert record.text.strip()


CELLS = ["file", "published", "a.txt", "2021", ",", ";", "\t", '"', '""', "\n", "\r\n", "\x00", "\x85", "\u2028", " "]


@given(st.lists(st.sampled_from(CELLS), max_size=12).map(lambda cells: "".join(cells).encode()) | st.binary())
def test_a_table_is_read_or_refused(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("table") / "dates.csv"
    path.write_bytes(data)
    try:
        rows = read_table(path)
    except InputError:
        return
    assert all(row.date and row.line >= 1 for row in rows)


@given(st.text())
def test_headline_is_one_line_of_the_text(content):
    title = headline(content)
    assert "\n" not in title
    seen = visible(content)
    assert title in " ".join(seen.split()) or title in seen


@given(st.sets(st.tuples(names, st.sampled_from(["", ".txt", ".md"])), max_size=8), st.randoms())
def test_ids_are_unique_and_independent_of_order(files, randomness):
    entries = [
        Entry(Document(name.rpartition("/")[2], ""), Origin(f"/r/{name}{suffix}")) for name, suffix in sorted(files)
    ]
    expected = unique(entries)
    assert len({document.id for document in expected.values()}) == len(entries)
    randomness.shuffle(entries)
    assert unique(entries) == expected


def read_all(data):
    try:
        return [record for record in jsonl.read(io.BytesIO(data)) if not isinstance(record, InputError)]
    except InputError:
        return []


PARTS = st.sampled_from(
    [
        "2021", "3", "05", "31", "0000", "9999", "mai", "May", "mar", "listopada", "мая", "月", "年", "日", "lundi",
        "pm", "12:30", "+02:00", "EST", "de", "er", "/", "-", ".", ",", " ", "\n", "\0", "[", "%", "\\", "İ", "٣", "²",
        "\ud800",
    ]
)  # fmt: skip


@given(st.lists(PARTS, max_size=9).map(" ".join) | st.text(max_size=70))
def test_a_worded_date_is_one_that_the_text_names(text):
    for order in (None, "DMY", "MDY"):
        for when in worded_dates(text, order):
            figures = {int(figures) for figures in re.findall(r"\d+", text)}
            assert when.first.year in figures
            assert when.granularity == Granularity.MONTH or when.first.day in figures
    assert set(worded_dates(text, "DMY")) <= set(worded_dates(text))


@given(st.lists(PARTS, max_size=9).map(" ".join) | st.text(max_size=70))
def test_a_given_date_is_read_or_refused(text):
    with suppress(DateError):
        assert given_date(text).sort_key

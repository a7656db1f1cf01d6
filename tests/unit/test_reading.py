"""What is read of files, folders and JSON lines, and what is said of those that cannot be read."""

import json
import os
import socket
import time
from pathlib import Path

import pytest

from timeline.errors import DateError
from timeline.model import Document, PublishedBasis
from timeline.reading import Entry, Origin, find, load, read
from timeline.reading import files as files_module
from timeline.reading.formats import FORMATS
from timeline.reading.given import given_date
from timeline.reading.headline import headline
from timeline.reading.names import unique
from timeline.reading.worded import worded_dates


def texts_of(*paths):
    return {document.id: document.text for document in read(paths).documents}


def only_failure(*paths):
    (failure,) = read(paths).failures
    return failure


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(b"They met.\n", "They met.\n", id="ascii"),
        pytest.param("café – 🌉\n".encode(), "café – 🌉\n", id="utf-8"),
        pytest.param(b"\xef\xbb\xbfcaf\xc3\xa9", "café", id="utf-8 with a byte order mark"),
        pytest.param("\ufeffcafé".encode("utf-16-le"), "café", id="utf-16 little-endian"),
        pytest.param("\ufeffcafé".encode("utf-16-be"), "café", id="utf-16 big-endian"),
        pytest.param("\ufeffcafé".encode("utf-32-le"), "café", id="utf-32 little-endian"),
        pytest.param("“café”".encode("cp1252"), "“café”", id="windows-1252"),
        pytest.param("“café” – déjà".encode() + b"\xe2\x80", "“café” – déjà\ufffd", id="utf-8 cut in a character"),
        pytest.param(b"one\r\ntwo\rthree\n", "one\ntwo\nthree\n", id="line ends of all kinds"),
        pytest.param(b"  \n one \t\n\n", "  \n one \t\n\n", id="white space is kept"),
        pytest.param(b"page one\x0cpage two", "page one\x0cpage two", id="form feed"),
        pytest.param("line\u2028separator".encode(), "line\u2028separator", id="unicode line separator"),
        pytest.param("e\u0301 and é".encode(), "e\u0301 and é", id="no normalisation"),
    ],
)
def test_text_is_kept(tmp_path, data, text):
    assert texts_of(write(tmp_path / "a.txt", data)) == {"a": text}


def test_text_is_that_of_read_text(tmp_path):
    file = write(tmp_path / "a.txt", "Zeile\r\nzwei – ü\n\rdrei")
    assert texts_of(file)["a"] == file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"", "it is empty", id="empty"),
        pytest.param(b" \n\t\r\n", "it holds nothing but white space", id="white space"),
        pytest.param(b"\xef\xbb\xbf", "it is empty", id="a byte order mark alone"),
        pytest.param(b"GIF89a\x00\x01\x00", "it is not text: it holds NUL characters", id="nul"),
        pytest.param(b"\x01\x02 abc \x03", "it is not text: it holds control characters", id="control characters"),
        pytest.param(b"\0" * 40, "it is not text: it holds NUL characters", id="nothing but nul"),
        pytest.param(
            b"\1ab" * 3 + b"c" * 100, "it is not text: it holds control characters", id="three in a hundred characters"
        ),
        pytest.param(
            b"n\0o\0w\0\0\x4e" * 9, "it is not text: it holds NUL characters", id="zeros at either side of the pairs"
        ),
        pytest.param(b"RIFF" + b"\1\0\2\0" * 40, "it is not text: it holds control characters", id="two-byte numbers"),
        pytest.param(
            b"\xff\x81\x8d\x8f abc",
            "it is not text: its bytes are neither UTF-8, UTF-16 nor Windows-1252",
            id="no encoding",
        ),
        pytest.param(
            b"\xff\xfea",
            "it is not text: its bytes are neither UTF-8, UTF-16 nor Windows-1252",
            id="broken utf-16",
        ),
    ],
)
def test_no_text(tmp_path, data, reason):
    failure = only_failure(write(tmp_path / "a.txt", data))
    assert (failure.path, failure.reason) == (str(tmp_path / "a.txt"), reason)


NUL = "it holds 1 NUL character, read as U+FFFD"


@pytest.mark.parametrize(
    ("data", "text", "notices"),
    [
        pytest.param(b"They met\0 on 3 May.", "They met\ufffd on 3 May.", [NUL], id="a stray nul"),
        pytest.param(b"a\0" + b"b" * 300 + b"\0", "", [NUL.replace("1 NUL character", "2 NUL characters")], id="two"),
        pytest.param(
            "They met in Łódź.\r\n".encode("utf-16-le"),
            "They met in Łódź.\n",
            ["it is read as UTF-16-LE, though no byte order mark says that it is"],
            id="utf-16 little-endian without a mark",
        ),
        pytest.param(
            "They met in Łódź.".encode("utf-16-be"),
            "They met in Łódź.",
            ["it is read as UTF-16-BE, though no byte order mark says that it is"],
            id="utf-16 big-endian without a mark",
        ),
        pytest.param(
            "“déjà” – vu".encode() + b"\xe2\x80 and \xff",
            "“déjà” – vu\ufffd and \ufffd",
            ["it is no sound UTF-8 in 2 places, read as U+FFFD"],
            id="broken utf-8",
        ),
        pytest.param("café".encode("cp1252"), "café", [], id="windows-1252 is usual"),
        pytest.param("They met.".encode("utf-16"), "They met.", [], id="utf-16 with a mark is usual"),
    ],
)
def test_a_doubtful_text_is_read_and_told(tmp_path, data, text, notices):
    file = write(tmp_path / "a.txt", data)
    reading = read([file])
    assert [document.text for document in reading.documents] == [text or data.decode().replace("\0", "\ufffd")]
    assert [(notice.path, notice.text) for notice in reading.notices] == [(str(file), notice) for notice in notices]
    assert reading.failures == ()


def test_a_doubtful_line_is_read_and_told(tmp_path):
    reading = read([write(tmp_path / "a.jsonl", '{"text": "They met."}\n{"text": "They\\u0000 met."}\n')])
    assert [document.text for document in reading.documents] == ["They met.", "They\ufffd met."]
    assert [notice.text for notice in reading.notices] == [f"line 2: {NUL}"]


def test_a_reader_that_stumbles_fails_its_file_alone(tmp_path, monkeypatch):
    write(tmp_path / "a.txt", "They met.")
    write(tmp_path / "b.jsonl", '{"text": "They parted."}')

    def stumble(_):
        raise RecursionError("too deep")

    monkeypatch.setitem(FORMATS, ".jsonl", stumble)
    reading = read([tmp_path])
    assert [document.id for document in reading.documents] == ["a"]
    assert [failure.reason for failure in reading.failures] == [
        "it could not be read, by an error in this program: RecursionError: too deep"
    ]


def test_ten_megabytes_without_a_line_break(tmp_path):
    file = write(tmp_path / "long.txt", "word " * 2_000_000)
    (document,) = read([file]).documents
    assert len(document.text) == 10_000_000
    assert document.title == "long"


def test_a_text_that_is_too_long(tmp_path, monkeypatch):
    monkeypatch.setattr(files_module, "LONGEST_TEXT", 10)
    assert only_failure(write(tmp_path / "a.txt", "more than ten")).reason == "its text is longer than 10 characters"
    lines = write(tmp_path / "b.jsonl", '{"text": "short"}\n{"text": "more than ten"}\n')
    assert only_failure(lines).reason == "line 2: its text is longer than 10 characters"


class TestPaths:
    def test_folder(self, tmp_path):
        write(tmp_path / "box/b.txt", "b")
        write(tmp_path / "box/a/c.md", "c")
        write(tmp_path / "box/.hidden/d.txt", "d")
        write(tmp_path / "box/.e.txt", "e")
        write(tmp_path / "box/photo.jpg", b"\xff\xd8")
        write(tmp_path / "box/own.timeline", b"SQLite")
        write(tmp_path / "box/own.timeline-token", b"x")
        reading = read([tmp_path / "box"])
        assert [document.id for document in reading.documents] == ["a/c", "b"]
        assert reading.documents[1].path == str(tmp_path / "box/b.txt")
        assert reading.skipped == (str(tmp_path / "box/photo.jpg"),)
        assert reading.failures == ()

    def test_ids_do_not_depend_on_where_the_folder_lies(self, tmp_path, monkeypatch):
        write(tmp_path / "box/a/c.txt", "c")
        monkeypatch.chdir(tmp_path / "box")
        assert texts_of(".") == texts_of(tmp_path / "box") == texts_of("../box/") == {"a/c": "c"}

    def test_order_of_arguments_is_no_matter(self, tmp_path):
        paths = [write(tmp_path / f"{name}.txt", name) for name in ("a", "b", "c/a", "c/d", "e/a")]
        paths += [tmp_path / "c", tmp_path / "missing", tmp_path]
        expected = read(paths)
        for others in (paths[::-1], paths[3:] + paths[:3], sorted(paths)):
            assert read(others) == expected
        assert [document.id for document in expected.documents] == ["a", "b", "c/a", "c/d", "e/a"]

    def test_a_file_is_read_once(self, tmp_path):
        file = write(tmp_path / "box/a.txt", "a")
        (tmp_path / "box/link.txt").symlink_to(file)
        assert len(read([file, file, tmp_path / "box", tmp_path]).documents) == 1

    def test_links_in_circles(self, tmp_path):
        write(tmp_path / "box/a.txt", "a")
        (tmp_path / "box/again").symlink_to(tmp_path / "box")
        (tmp_path / "box/self").symlink_to(tmp_path / "box/self")
        reading = read([tmp_path / "box"])
        assert [document.id for document in reading.documents] == ["a"]
        assert [Path(failure.path).name for failure in reading.failures] == ["self"]

    @pytest.mark.parametrize(
        ("target", "told"),
        [
            pytest.param("box/a.txt", False, id="a file inside"),
            pytest.param("box/inner", False, id="a folder inside"),
            pytest.param("far/c.txt", True, id="a file outside"),
            pytest.param("far", True, id="a folder outside"),
            pytest.param(".", True, id="the folder above"),
        ],
    )
    def test_a_link_out_of_a_named_folder_is_told_and_not_followed(self, tmp_path, target, told):
        for name in ("box/a.txt", "box/inner/b.txt", "far/c.txt"):
            write(tmp_path / name, name)
        (tmp_path / "box/link.txt").symlink_to(tmp_path / target)
        reading = read([tmp_path / "box"])
        assert {document.text for document in reading.documents} == {"box/a.txt", "box/inner/b.txt"}
        assert [(notice.path, "it is a link out of the folder" in notice.text) for notice in reading.notices] == [
            (str(tmp_path / "box/link.txt"), True)
        ] * told
        assert reading.failures == ()

    def test_a_link_that_was_named_is_followed(self, tmp_path):
        write(tmp_path / "far/c.txt", "c")
        (tmp_path / "box").symlink_to("far")
        (tmp_path / "d.txt").symlink_to("far/c.txt")
        assert texts_of(tmp_path / "box") == {"c": "c"}
        assert texts_of(tmp_path / "d.txt") == {"d": "c"}

    @pytest.mark.parametrize(
        ("names", "reasons"),
        [
            pytest.param(["a.txt", "b.pdf"], [], id="half"),
            pytest.param(
                ["a.txt", "b.pdf", "c.PDF", "README"],
                ["most of it cannot be read: 3 of its 4 files are of other formats: .pdf (2), no suffix (1)"],
                id="most",
            ),
        ],
    )
    def test_a_folder_most_of_which_cannot_be_read_fails(self, tmp_path, names, reasons):
        for name in names:
            write(tmp_path / name, name)
        reading = read([tmp_path])
        assert [(failure.path, failure.reason) for failure in reading.failures] == [(str(tmp_path), r) for r in reasons]
        assert len(reading.documents) == 1

    def test_an_empty_path_is_not_this_folder(self, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        write(tmp_path / "a.txt", "a")
        assert (only_failure("").path, only_failure("").reason) == ("''", "an empty path names nothing")

    @pytest.mark.parametrize(
        ("make", "reason"),
        [
            pytest.param(lambda path: None, "there is no such file or folder", id="missing"),
            pytest.param(lambda path: path.symlink_to("nowhere"), "it is a link to nothing", id="broken link"),
            pytest.param(lambda path: path.mkdir(), "it holds no documents", id="empty folder"),
            pytest.param(
                lambda path: write(path / "a.jpg", "a"),
                "it holds no documents, only files of other formats: .jpg (1)",
                id="folder of others",
            ),
            pytest.param(os.mkfifo, "it is not a regular file but a pipe, a socket or a device", id="pipe"),
        ],
    )
    def test_what_cannot_be_read(self, tmp_path, make, reason):
        path = tmp_path / "a.txt"
        make(path)
        assert only_failure(path).reason == reason

    def test_a_pipe_or_socket_in_a_folder_is_passed_over(self, tmp_path, monkeypatch):
        write(tmp_path / "a.txt", "a")
        os.mkfifo(tmp_path / "pipe.txt")
        monkeypatch.chdir(tmp_path)  # a socket's path must be short
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind("socket.txt")
            reading = read(["."])
        assert len(reading.documents) == 1
        assert reading.skipped == ("pipe.txt", "socket.txt")

    def test_a_device(self):
        assert only_failure("/dev/zero").reason == "it is not a regular file but a pipe, a socket or a device"

    def test_no_permission(self, tmp_path, monkeypatch):
        file = write(tmp_path / "a.txt", "a")

        def refuse(*_, **__):
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "open", refuse)  # the tests may run as root, who may read everything
        assert only_failure(file).reason == "there is no permission to read it"

    def test_a_name_that_is_too_long(self):
        assert only_failure("x" * 5000).reason == "it cannot be read: file name too long"

    def test_a_name_that_is_no_text(self, tmp_path):
        path = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")
        Path(path).write_text("a")
        assert only_failure(tmp_path).reason == "its name is not UTF-8: rename it"
        assert only_failure(path).reason == "its name is not UTF-8: rename it"

    def test_unknown_format(self, tmp_path):
        file = write(tmp_path / "a.xyz", "a")
        assert only_failure(file).reason.startswith("'.xyz' is not a format that can be read; these are: .jsonl, ")

    def test_project_file(self, tmp_path):
        assert only_failure(write(tmp_path / "a.timeline", "a")).reason == "it is a project file, not a document"

    @pytest.mark.parametrize("name", ["a", "a.TXT", "a.Md"])
    def test_names_of_texts(self, tmp_path, name):
        assert texts_of(write(tmp_path / name, "text")) == {"a": "text"}

    def test_one_bad_file_does_not_stop_the_others(self, tmp_path):
        write(tmp_path / "bad.txt", b"\0\0")
        write(tmp_path / "good.txt", "good")
        reading = read([tmp_path, tmp_path / "missing"])
        assert [document.id for document in reading.documents] == ["good"]
        assert len(reading.failures) == 2


class TestJsonLines:
    def test_fields(self, tmp_path):
        line = {
            "id": "7", "text": "They met.\r\n", "title": " They\n meet ", "published": "2021-05-06", "url": "https://a.b/c",
            "publisher": "The Post", "author": "A. B.", "language": "en-GB", "other": [1],
        }  # fmt: skip
        (document,) = read([write(tmp_path / "a.jsonl", json.dumps(line))]).documents
        assert document.id == "7"
        assert document.text == "They met.\r\n"
        assert document.path == str(tmp_path / "a.jsonl")
        assert document.title == "They meet"
        assert (str(document.published), document.published_basis) == ("2021-05-06", PublishedBasis.METADATA)
        assert (document.url, document.publisher, document.author) == ("https://a.b/c", "The Post", "A. B.")
        assert document.language == "en-GB"

    def test_nothing_but_a_text(self, tmp_path):
        (document,) = read(
            [write(tmp_path / "news.jsonl", '\n{"text": "Council meets in secret\\n\\nIt met."}')]
        ).documents
        assert (document.id, document.title) == ("news:2", "Council meets in secret")
        assert (document.published, document.published_basis) == (None, PublishedBasis.UNKNOWN)
        assert (document.url, document.publisher, document.author) == (None, None, None)

    @pytest.mark.parametrize(
        ("line", "reason"),
        [
            pytest.param("[1]", "it is not a JSON object", id="list"),
            pytest.param("They met.", "it is not JSON", id="no JSON"),
            pytest.param('{"text": "They met."', "it is not JSON", id="cut off"),
            pytest.param("[" * 100_000, "it is not JSON", id="nested too deep"),
            pytest.param("9" * 5000, "it is not JSON", id="number too long"),
            pytest.param(b'{"text": "caf\xe9"}', "it is not UTF-8", id="not UTF-8"),
            pytest.param("{}", "it has no text", id="no text"),
            pytest.param('{"text": null}', "it has no text", id="null"),
            pytest.param('{"text": 7}', "its text is not a string", id="number"),
            pytest.param('{"text": ""}', "it is empty", id="empty"),
            pytest.param('{"text": " "}', "it holds nothing but white space", id="white space"),
            pytest.param('{"text": "\\u0000"}', "it is not text: it holds NUL characters", id="nul"),
            pytest.param('{"text": "a", "id": 1.5}', "its id is neither a string nor a whole number", id="id"),
            pytest.param('{"text": "a", "id": "one"}', "its id 'one' is that of line 1 already", id="same id"),
            pytest.param(
                '{"text": "a", "published": "03/05/2021"}',
                "its publication date cannot be read: '03/05/2021' may be 2021-03-05 or 2021-05-03: write it like that",
                id="date of two readings",
            ),
            pytest.param('{"text": "a", "published": 7}', "its publication date is not a string", id="date"),
            pytest.param(
                '{"text": "a", "published": "soon"}',
                "its publication date cannot be read: 'soon' is no date of the form 2021-08-30, 2021-08 or 2021",
                id="no date",
            ),
        ],
    )
    def test_a_bad_line_is_named_and_the_others_are_read(self, tmp_path, line, reason):
        line = line.encode() if isinstance(line, str) else line
        file = write(tmp_path / "a.jsonl", b'{"text": "one", "id": "one"}\n' + line + b'\n{"text": "two", "id": 2}\n')
        reading = read([file])
        assert {document.id for document in reading.documents} == {"one", "2"}
        assert [failure.reason for failure in reading.failures] == [f"line 2: {reason}"]

    def test_no_line(self, tmp_path):
        assert only_failure(write(tmp_path / "a.jsonl", "")).reason == "it is empty"
        assert only_failure(write(tmp_path / "a.jsonl", "\n \n")).reason == "it is empty"

    def test_a_file_of_bad_lines_gets_one_sentence(self, tmp_path):
        file = write(tmp_path / "a.jsonl", json.dumps({"text": "a", "id": "b", "url": "c"}, indent=1))
        assert only_failure(file).reason == "it holds no document that can be read; line 1: it is not JSON"

    def test_half_a_character(self, tmp_path):
        (document,) = read([write(tmp_path / "a.jsonl", r'{"text": "one \ud800 \ud83c\udf09 two"}')]).documents
        assert document.text == "one \ufffd \U0001f309 two"

    def test_byte_order_mark(self, tmp_path):
        assert texts_of(write(tmp_path / "a.jsonl", b'\xef\xbb\xbf{"text": "one"}')) == {"a:1": "one"}


class TestIds:
    @pytest.mark.parametrize(
        ("files", "ids"),
        [
            pytest.param(["/x/a.txt", "/y/a.txt"], ["x/a", "y/a"], id="two folders"),
            pytest.param(["/x/a.txt", "/x/a.md"], ["a.md", "a.txt"], id="two formats"),
            pytest.param(["/u/x/a.txt", "/u/y/x/a.txt", "/z/b.txt"], ["b", "u/x/a", "y/x/a"], id="one inside another"),
        ],
    )
    def test_names_that_collide(self, files, ids):
        entries = [Entry(Document(Path(file).stem, file), Origin(file)) for file in files]
        assert [document.id for document in unique(entries).values()] == ids
        assert [document.id for document in unique(reversed(entries)).values()] == ids

    def test_a_longer_name_that_is_taken(self):
        files = [("a", "/u/x/a.txt"), ("a", "/u/y/a.txt"), ("x/a", "/v/x/a.txt")]
        entries = [Entry(Document(name, file), Origin(file)) for name, file in files]
        assert [document.id for document in unique(entries).values()] == ["x/a", "x/a.txt", "y/a"]

    def test_given_ids_that_collide(self, tmp_path):
        write(tmp_path / "one.jsonl", '{"id": "a", "text": "1"}')
        write(tmp_path / "two.jsonl", '{"id": "a", "text": "2"}\n{"id": "b", "text": "3"}')
        assert texts_of(tmp_path) == {"one/a": "1", "two/a": "2", "b": "3"}

    def test_a_document_of_no_file(self):
        entries = [Entry(Document("a", "1")), Entry(Document("a", "2"), Origin("/x/a.txt"))]
        documents = unique(entries)
        assert len({document.id for document in documents.values()}) == 2
        assert documents["/x/a.txt", ""].id == "a.txt"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Council meets\n\nThe council met on Monday.", "Council meets"),
        (
            "World\n\nCouncil meets in the old town hall\nBy A. B.\n\nThe council met.",
            "Council meets in the old town hall",
        ),
        ("The council met on Monday.\n\nCouncil meets in the old town hall", ""),
        ("Council to meet with the U.S.\n\nThe council met.", "Council to meet with the U.S."),
        ("https://a.b/c\n======\n2021-05-06\nCouncil meets", "Council meets"),
        ("“We shall meet again soon.”\n\nThe council met.", ""),
        ("word " * 100, ""),
        ("word " * 1_000, ""),
        ("word " * 39 + "word\n\nThe council met.", "word " * 39 + "word"),
        ("word " * 40 + "word\n\nThe council met.", ""),
        ("Council meets in secret again\n" + "The council met. " * 200, "Council meets in secret again"),
        ("Council meets today\n\nMinisters agree on a new treaty\n\nThey met.", "Ministers agree on a new treaty"),
        ("Asia\n" + "-\n" * 800 + "Council meets in secret again\n\nIt met.", "Council meets in secret again"),
        ("Asia\n" + "-\n" * 985 + "Council meets in the old town hall of the city\n\nIt met.", "Asia"),
        ("# Two outages\n\n### October 21, 2025 - Cache overload\n\nIt failed.", "Two outages"),
        ("## Minutes of the harbour board\n\nThey met.", "Minutes of the harbour board"),
        ('---\nlayout: post\ntitle: "The crane"\n---\n\nThe council met.', "The crane"),
        ("**Council meets in secret again**\n\nThe council met.", "Council meets in secret again"),
        ("#metoo came to the council\n\nThe council met.", "#metoo came to the council"),
        ("", ""),
    ],
)
def test_headline(text, title):
    assert headline(text) == title


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2021-08-30", "2021-08-30"),
        (" 2021-08 ", "2021-08"),
        ("2021~", "2021~"),
        ("2021-08-21/2021-08-31", "2021-08-21/2021-08-31"),
        ("-0489", "-0489"),
        ("2021-08-30T23:15:00Z", "2021-08-30"),
        ("2021-08-30 23:15", "2021-08-30"),
        ("2021-08-30T2315+0200", "2021-08-30"),
        ("Mon, 30 Aug 2021 23:15:00 +0200", "2021-08-30"),
        ("30 Aug 2021 23:15:00 GMT", "2021-08-30"),
        ("May 3, 2021 10:00 AM EST", "2021-05-03"),
        ("May 3, 2021 11:30 PM PST", "2021-05-03"),
        ("3 mai 2021", "2021-05-03"),
        ("3. Mai 2021, 14:30", "2021-05-03"),
        ("Mai 2021", "2021-05"),
        ("12/31/2021", "2021-12-31"),
    ],
)
def test_given_date(text, edtf):
    assert str(given_date(text)) == edtf


@pytest.mark.parametrize(
    "text", ["", "soon", "2021-02-30", "2021-02-30T12:00", "30 Feb 2021 12:00:00", "yesterday", "3 mai", "0"]
)
def test_no_given_date(text):
    with pytest.raises(DateError, match="is no date of the form"):
        given_date(text)


def test_a_given_date_of_two_readings_is_refused():
    with pytest.raises(DateError, match=r"'03/05/2021' may be 2021-03-05 or 2021-05-03: write it like that$"):
        given_date("03/05/2021")


# What dateparser reads, with the days that it may be: none where it is no date, or not one alone.
WORDED = [
    ("3 mai 2021", None, ["2021-05-03"]),
    ("1er mai 2021", None, ["2021-05-01"]),
    ("lundi 3 mai 2021", None, ["2021-05-03"]),
    ("Montag, 3. Mai 2021", None, ["2021-05-03"]),
    ("3 мая 2021", None, ["2021-05-03"]),
    ("3 de mayo de 2021", None, ["2021-05-03"]),
    ("2021年5月3日", None, ["2021-05-03"]),
    ("3 mai 2021 10:00 +0200", None, ["2021-05-03"]),
    ("3 May 2021 01:00 +0900", None, ["2021-05-03"]),
    ("03-05-2021 14:00", None, ["2021-03-05", "2021-05-03"]),
    ("03-05-2021 14:00", "DMY", ["2021-05-03"]),
    ("03-05-2021 14:00", "MDY", ["2021-03-05"]),
    ("2021.05.03 14:00", "DMY", ["2021-05-03"]),
    ("2021.05.03 14:00", "MDY", ["2021-05-03"]),
    ("3 listopada 2021", "DMY", ["2021-10-03", "2021-11-03"]),
    ("Januar 2021", None, ["2021-01"]),
    ("3 mai 21", None, []),
    ("3 mai", None, []),
    ("mai", None, []),
    ("gestern", None, []),
    ("il y a 3 jours", None, []),
    ("in 3 Tagen 2021", None, []),
    ("hier 2021", None, []),
    ("31 Februar 2021", None, []),
    ("3–5 mai 2021", None, []),
    ("3, 5 mai 2021", None, []),
    ("3 mai 2021 4 mai 2021", None, []),
    ("3 mai 2021" + " " * 60, None, []),
    ("chapter 3 of 2021", None, []),
    ("2021", None, []),
]


@pytest.mark.parametrize(("text", "order", "days"), WORDED, ids=[f"{row[0]} {row[1]}" for row in WORDED])
def test_dates_in_many_languages_and_forms(text, order, days):
    assert [str(when) for when in worded_dates(text, order)] == days


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/Los_Angeles"])
def test_a_date_is_the_same_wherever_and_whenever_it_is_read(zone, monkeypatch):
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        worded_dates.cache_clear()
        assert [str(when) for when in worded_dates("3 mai 2021 23:30")] == ["2021-05-03"]
        assert [str(when) for when in worded_dates("février 2021")] == ["2021-02"]
    finally:
        monkeypatch.undo()
        time.tzset()


def test_origin_is_the_file_as_it_was(tmp_path):
    file = write(tmp_path / "a.txt", "four")
    (found,) = find([file]).files
    loaded = load(found)
    status = file.stat()
    changed = max(status.st_mtime_ns, status.st_ctime_ns)
    assert [entry.origin for entry in loaded.entries] == [Origin(str(file.resolve()), "", 4, changed)]
    assert (loaded.failures, loaded.notices) == ((), ())

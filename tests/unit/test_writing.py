"""Files that are written whole or not at all."""

import os
import resource
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from timeline import writing
from timeline.errors import ExportError
from timeline.writing import replacing, write_whole


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def fail(path: Path, error: BaseException) -> None:
    with replacing(path) as file:
        file.write(b"half of the n")
        raise error


class TestWhole:
    def test_replaces_what_was_there(self, tmp_path):
        write_whole(tmp_path / "a.txt", "old")
        write_whole(tmp_path / "a.txt", "née\r\n")
        assert (tmp_path / "a.txt").read_bytes() == b"n\xc3\xa9e\r\n"
        assert names(tmp_path) == ["a.txt"]

    @pytest.mark.parametrize(
        "error", [pytest.param(ValueError("x"), id="error"), pytest.param(KeyboardInterrupt(), id="ctrl-c")]
    )
    @pytest.mark.parametrize("before", [pytest.param(b"old", id="a file before"), pytest.param(None, id="none before")])
    def test_what_fails_half_way_changes_nothing(self, tmp_path, error, before):
        path = tmp_path / "a.txt"
        if before is not None:
            path.write_bytes(before)
        with pytest.raises(type(error)):
            fail(path, error)
        assert (path.read_bytes() if before is not None else None) == before
        assert names(tmp_path) == ["a.txt"] * (before is not None)

    def test_nobody_sees_half_a_file(self, tmp_path):
        write_whole(tmp_path / "a.txt", "old")
        with replacing(tmp_path / "a.txt") as file:
            file.write(b"new")
            file.flush()
            assert (tmp_path / "a.txt").read_text() == "old"
            assert [name[0] for name in names(tmp_path)] == [".", "a"]

    def test_a_limit_of_the_disk_leaves_the_old_file(self, tmp_path):
        program = (
            "import sys; from timeline.writing import write_whole; from timeline.errors import ExportError\n"
            "try: write_whole('a.txt', 'x' * 100_000)\n"
            "except ExportError as error: print(error)"
        )
        (tmp_path / "a.txt").write_text("old")
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-c", program],
            cwd=tmp_path,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, 5_000)),
            env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stdout == "a.txt cannot be written: file too large\n"
        assert (tmp_path / "a.txt").read_text() == "old"
        assert names(tmp_path) == ["a.txt"]

    def test_the_bytes_are_on_the_disk_before_they_take_the_place_and_the_name_is_after(self, tmp_path, monkeypatch):
        path = tmp_path / "a.txt"
        path.write_text("old")
        flushed = []

        def note(handle: int) -> None:
            flushed.append(("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file", path.read_text()))

        monkeypatch.setattr(os, "fsync", note)
        write_whole(path, "new")
        assert flushed == [("file", "old"), ("folder", "new")]

    def test_a_link_put_where_the_hidden_file_goes_is_not_followed(self, tmp_path, monkeypatch):
        monkeypatch.setattr(writing, "token_hex", lambda _: "foreseen")
        (tmp_path / "theirs.txt").write_text("theirs")
        (tmp_path / ".a.txt.foreseen.tmp").symlink_to("theirs.txt")
        with pytest.raises(ExportError, match="file exists"):
            write_whole(tmp_path / "a.txt", "new")
        assert (tmp_path / "theirs.txt").read_text() == "theirs"

    def test_a_long_name(self, tmp_path):
        path = tmp_path / ("é" * 120 + ".json")
        write_whole(path, "x")
        assert path.read_text() == "x"


class TestPlaces:
    @pytest.mark.parametrize("mode", [0o640, 0o600, 0o664, 0o666], ids=oct)
    def test_a_file_keeps_its_mode_whatever_the_umask(self, tmp_path, mode):
        path = tmp_path / "a.txt"
        path.write_text("old")
        path.chmod(mode)
        before = os.umask(0o077)
        try:
            write_whole(path, "new")
        finally:
            os.umask(before)
        assert stat.S_IMODE(path.stat().st_mode) == mode

    @pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o077, 0o600)])
    def test_a_new_file_has_the_mode_that_the_umask_leaves(self, tmp_path, umask, mode):
        before = os.umask(umask)
        try:
            write_whole(tmp_path / "a.txt", "new")
        finally:
            os.umask(before)
        assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == mode

    def test_a_link_stays_and_what_it_leads_to_is_replaced(self, tmp_path):
        (tmp_path / "far").mkdir()
        (tmp_path / "far/a.txt").write_text("old")
        (tmp_path / "link.txt").symlink_to("far/a.txt")
        write_whole(tmp_path / "link.txt", "new")
        assert (tmp_path / "link.txt").is_symlink()
        assert (tmp_path / "far/a.txt").read_text() == "new"

    def test_a_pipe_is_written_to(self, tmp_path):
        os.mkfifo(tmp_path / "pipe")
        read: list[bytes] = []
        reader = threading.Thread(target=lambda: read.append((tmp_path / "pipe").read_bytes()))
        reader.start()
        write_whole(tmp_path / "pipe", "through")
        reader.join(10)
        assert read == [b"through"]

    @pytest.mark.parametrize(
        ("name", "reason"),
        [
            pytest.param("missing/a.txt", "no such file or directory", id="no folder"),
            pytest.param(".", "is a directory", id="a folder"),
            pytest.param("file/a.txt", "not a directory", id="below a file"),
            pytest.param("x" * 300, "file name too long", id="long name"),
        ],
    )
    def test_what_cannot_be_written_is_named(self, tmp_path, monkeypatch, name, reason):
        monkeypatch.chdir(tmp_path)
        (tmp_path / "file").write_text("x")
        with pytest.raises(ExportError) as caught:
            write_whole(name, "new")
        assert str(caught.value) == f"{name} cannot be written: {reason}"

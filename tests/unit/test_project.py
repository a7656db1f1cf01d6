"""The project file: what it keeps, what it refuses, and that a failed write leaves what was there."""

import os
import random
import signal
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from timeline import curation
from timeline.curation import Correction
from timeline.errors import CurationError, ProjectError, StaleError
from timeline.model import Document, PublishedBasis, Timeline
from timeline.project import Update, cache, documents, is_project, open_project, schema, timelines
from timeline.project import project as project_module
from timeline.reading import Entry, Loaded, Origin
from timeline.timespan import TimeSpan


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "case.timeline"


@pytest.fixture
def saved(path, timeline) -> Path:
    """A project that holds the timeline made by hand."""
    with open_project(path, create=True) as project:
        project.add(Entry(source.document) for source in timeline.sources)
        project.save(timeline, options={"model": "m", "date_order": None})
    return path


def change(path: Path, *statements: str) -> None:
    with sqlite3.connect(path) as connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()


@pytest.fixture(params=[0o000, 0o022], ids=["umask-000", "umask-022"])
def umask(request):
    before = os.umask(request.param)
    yield
    os.umask(before)


@pytest.mark.usefixtures("umask")
def test_a_new_project_is_for_its_owner_alone(path):
    with open_project(path, create=True) as project:
        project.save(Timeline())
        project.cache.put("key", "value")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.usefixtures("umask")
def test_so_is_one_behind_a_link_to_nothing(path, tmp_path):
    path.symlink_to(tmp_path / "there.timeline")
    open_project(path, create=True).close()
    assert stat.S_IMODE((tmp_path / "there.timeline").stat().st_mode) == 0o600


@pytest.mark.usefixtures("umask")
def test_its_journal_is_too(path, timeline, monkeypatch):
    modes = []
    write = timelines.source_written

    def watched(source):
        modes.extend(stat.S_IMODE(each.stat().st_mode) for each in path.parent.glob("*-journal"))
        return write(source)

    monkeypatch.setattr(project_module, "source_written", watched)
    with open_project(path, create=True) as project:
        project.add(Entry(source.document) for source in timeline.sources)
        project.save(timeline)
    assert set(modes) == {0o600}


@pytest.mark.parametrize("mode", [0o640, 0o644, 0o600])
def test_a_project_that_is_there_keeps_its_mode(saved, mode):
    saved.chmod(mode)
    with open_project(saved, create=True) as project:
        project.save(project.timeline())
    assert stat.S_IMODE(saved.stat().st_mode) == mode


def damaged(whole: bytes, used: list[int], rng: random.Random) -> bytes:
    """A file with some of its used bytes changed: at random, into what is no UTF-8, or in its header; or cut off."""
    data = bytearray(whole)
    if rng.random() < 0.1:
        return bytes(data[: rng.randrange(len(data))])
    at = rng.randrange(100) if rng.random() < 0.2 else rng.choice(used)
    broken = rng.random() < 0.5
    for place in range(at, min(at + rng.choice((1, 1, 2, 8, 64, 400)), len(data))):
        data[place] = rng.choice(b"\xff\x80\xc3\xed\xf0") if broken else rng.randrange(256)
    return bytes(data)


def test_a_timeline_comes_back_as_it_was(saved, timeline):
    with open_project(saved) as project:
        assert project.timeline() == timeline
        assert project.documents() == tuple(source.document for source in timeline.sources)
        assert project.options == {"model": "m", "date_order": None}


def test_the_same_timeline_gives_the_same_rows(saved, timeline):
    def rows():
        connection = sqlite3.connect(saved)
        found = [
            connection.execute(query).fetchall()
            for query in ("SELECT * FROM source", "SELECT * FROM event", "SELECT * FROM document")
        ]
        connection.close()
        return found

    before = rows()
    with open_project(saved) as project:
        project.save(timeline)
    assert rows() == before


def test_one_file_is_all_there_is(saved):
    assert [file.name for file in saved.parent.iterdir()] == [saved.name]
    assert is_project(saved)


def test_the_same_project_opened_for_reading_while_it_is_written(saved, timeline):
    with open_project(saved) as reader, open_project(saved) as writer:
        writer.add([Entry(Document("new", "New."))])
        writer.save(replace(timeline, events=timeline.events[:1]))
        assert reader.timeline().events == timeline.events[:1]


def test_readers_work_on_while_a_large_build_is_written(saved, timeline):
    """More is written than SQLite keeps in memory by itself, which would lock readers out before the end."""

    class Events(tuple):
        def __iter__(self):
            for number in range(20_000):
                if number == 19_999:
                    with open_project(saved) as reader:
                        assert reader.timeline() == timeline
                yield replace(timeline.events[0], id=str(number))

    with open_project(saved) as project:
        project.save(replace(timeline, events=Events()))
        assert len(project.timeline().events) == 20_000


def test_what_is_not_saved_is_dropped(saved, timeline):
    with open_project(saved) as project:
        project.add([Entry(Document("new", "New."))])
        project.remove(["letter"])
        assert [document.id for document in project.documents()] == ["new", "note"]
    with open_project(saved) as project:
        assert [document.id for document in project.documents()] == ["letter", "note"]
        assert project.timeline() == timeline


def test_documents_are_removed(saved):
    with open_project(saved) as project:
        project.remove(["letter", "no such document"])
        project.save(Timeline())
    with open_project(saved) as project:
        assert [document.id for document in project.documents()] == ["note"]
        assert project.timeline() == Timeline()


def test_a_given_date_stays_when_the_text_changes(path):
    origin = Origin("/x/a.txt", size=1)
    with open_project(path, create=True) as project:
        project.add([Entry(Document("a", "one"), origin)])
        project.give_published({"a": TimeSpan.day(2021, 5, 6)})
        project.save(Timeline())
    with open_project(path) as project:
        project.add([Entry(Document("a", "two"), replace(origin, size=2))])
        (document,) = project.documents()
    assert (document.text, document.published) == ("two", TimeSpan.day(2021, 5, 6))
    assert document.published_basis == PublishedBasis.GIVEN


def test_a_date_is_given_to_a_document_that_is_there(path):
    with open_project(path, create=True) as project, pytest.raises(KeyError):
        project.give_published({"a": TimeSpan.year(2021)})


def test_names_do_not_depend_on_the_order_of_adding(tmp_path):
    entries = [Entry(Document("a", name), Origin(f"/{name}/a.txt")) for name in ("x", "y", "z")]
    entries.append(Entry(Document("x/a", "x"), Origin("/x/a.txt")))
    seen = set()
    for number, order in enumerate((entries, entries[::-1], entries[2:] + entries[:2])):
        path = tmp_path / f"{number}.timeline"
        for entry in order:
            with open_project(path, create=True) as project:
                project.add([entry])
                project.save(Timeline())
        with open_project(path) as project:
            seen.add(project.documents())
    assert len(seen) == 1
    assert [document.id for document in seen.pop()] == ["x/a", "y/a", "z/a"]


@pytest.mark.parametrize("names", [("a", "x/a"), ("x/a", "a")])
def test_a_file_named_in_two_ways_keeps_the_name_that_says_more(path, names):
    with open_project(path, create=True) as project:
        for name in names:
            project.add([Entry(Document(name, "text"), Origin("/x/a.txt"))])
        assert [document.id for document in project.documents()] == ["x/a"]


class TestUpdate:
    def build(self, path, *paths, sync=False):
        with open_project(path, create=True) as project:
            update = project.update(paths, sync=sync)
            project.save(Timeline())
            return update, {document.id: document.text for document in project.documents()}

    def test_reads_again_only_what_changed(self, path, tmp_path, monkeypatch):
        monkeypatch.setattr(documents, "RACY_NANOSECONDS", 0)
        for name in "abc":
            (tmp_path / f"{name}.txt").write_text(name)
        update, _ = self.build(path, tmp_path)
        assert (update.added, update.changed, update.removed) == (3, 0, 0)
        (tmp_path / "b.txt").write_text("changed")
        read = []
        monkeypatch.setattr(
            project_module, "load", lambda file, load=project_module.load: (read.append(file.name), load(file))[1]
        )
        update, texts = self.build(path, tmp_path)
        assert read == ["b"]
        assert (update.added, update.changed, update.removed) == (0, 1, 0)
        assert texts == {"a": "a", "b": "changed", "c": "c"}

    @pytest.mark.parametrize(
        ("seconds", "modified"),
        [
            pytest.param(1.9, 0, id="within the two seconds that the clock of a file system may tick in"),
            pytest.param(2.1, 1_000_000_000, id="later"),
        ],
    )
    def test_a_file_that_was_changed_just_before_is_read_again(self, monkeypatch, seconds, modified):
        monkeypatch.setattr(documents.time, "time_ns", lambda: 1_000_000_000 + int(seconds * 1e9))
        entry = Entry(Document("a", "a"), Origin("/x/a.txt", modified=1_000_000_000))
        assert documents.unless_racy(entry).origin.modified == modified

    def test_another_version_reads_everything_again(self, path, tmp_path, monkeypatch):
        monkeypatch.setattr(documents, "RACY_NANOSECONDS", 0)
        (tmp_path / "a.txt").write_text("a")
        self.build(path, tmp_path)
        monkeypatch.setattr(project_module, "reader_version", lambda: "another")
        entries = lambda file: (Entry(Document("a", "read anew"), file.origin),)  # noqa: E731
        monkeypatch.setattr(project_module, "load", lambda file: Loaded(entries(file)))
        assert self.build(path, tmp_path)[1] == {"a": "read anew"}

    @pytest.mark.parametrize(
        "racy",
        [
            pytest.param(
                documents.RACY_NANOSECONDS, id="just after the first reading, whatever the clock of the file system"
            ),
            pytest.param(0, id="long after"),
        ],
    )
    def test_a_change_that_keeps_size_and_time_is_seen(self, path, tmp_path, monkeypatch, racy):
        monkeypatch.setattr(documents, "RACY_NANOSECONDS", racy)
        file = tmp_path / "a.txt"
        file.write_text("They met on 3 May.")
        before = file.stat()
        self.build(path, tmp_path)
        file.write_text("They met on 4 May.")
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
        assert self.build(path, tmp_path) == (Update(changed=1), {"a": "They met on 4 May."})

    def test_what_is_read_again_in_vain_is_no_change(self, path, tmp_path):
        (tmp_path / "a.txt").write_text("a")
        self.build(path, tmp_path)
        (tmp_path / "a.txt").touch()
        assert self.build(path, tmp_path)[0] == Update()

    def test_sync_removes_what_is_gone_from_the_paths(self, path, tmp_path):
        for name in ("box/a.txt", "box/b.txt", "other/c.txt"):
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text(name)
        self.build(path, tmp_path / "box", tmp_path / "other")
        (tmp_path / "box/b.txt").unlink()
        (tmp_path / "other/c.txt").unlink()
        assert set(self.build(path, tmp_path / "box")[1]) == {"a", "b", "c"}
        update, texts = self.build(path, tmp_path / "box", sync=True)
        assert (set(texts), update.removed) == ({"a", "c"}, 1)

    def test_sync_removes_lines_that_are_gone(self, path, tmp_path):
        lines = tmp_path / "a.jsonl"
        lines.write_text('{"id": "one", "text": "1"}\n{"id": "two", "text": "2"}\n')
        self.build(path, lines)
        lines.write_text('{"id": "two", "text": "2"}\n')
        assert set(self.build(path, lines)[1]) == {"one", "two"}
        assert set(self.build(path, lines, sync=True)[1]) == {"two"}

    def test_a_file_that_went_bad_keeps_its_document(self, path, tmp_path):
        (tmp_path / "a.txt").write_text("good")
        self.build(path, tmp_path)
        (tmp_path / "a.txt").write_bytes(b"\0\0")
        update, texts = self.build(path, tmp_path, sync=True)
        assert texts == {"a": "good"}
        assert len(update.failures) == 1

    def test_bad_lines_are_told_each_time(self, path, tmp_path):
        (tmp_path / "a.jsonl").write_text('{"text": "good"}\nbad\n')
        for _ in range(2):
            update, texts = self.build(path, tmp_path)
            assert texts == {"a:1": "good"}
            assert len(update.failures) == 1


class TestCache:
    def test_keeps_values(self, path):
        with open_project(path, create=True) as project:
            assert project.cache.get("a") is None
            project.cache.put("a", '"ä"')
            assert project.cache.get("a") == '"ä"'
        with open_project(path) as project:
            assert project.cache.get("a") == '"ä"'

    def test_survives_a_build_that_fails(self, path):
        def fail():
            with open_project(path, create=True) as project:
                project.cache.put("a", "1")
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            fail()
        with open_project(path) as project:
            assert project.cache.get("a") == "1"

    def test_drops_what_a_build_did_not_ask_for(self, path):
        with open_project(path, create=True) as project:
            project.cache.put("a", "1")
            project.cache.put("b", "2")
            project.save(Timeline())
        with open_project(path) as project:
            project.cache.get("b")
            project.save(Timeline())
            project.save(Timeline())
            assert (project.cache.get("a"), project.cache.get("b")) == (None, "2")

    @pytest.mark.parametrize(
        ("seconds", "chars", "kept"),
        [
            pytest.param(3600, 10**6, (), id="neither long nor large"),
            pytest.param(0, 10**6, "ab", id="after a time"),
            pytest.param(3600, 5, "ab", id="after a size"),
        ],
    )
    def test_writes_in_batches(self, path, monkeypatch, seconds, chars, kept):
        monkeypatch.setattr(cache, "CACHE_SECONDS", seconds)
        monkeypatch.setattr(cache, "CACHE_CHARS", chars)
        with open_project(path, create=True) as project, open_project(path) as other:
            project.cache.put("a", "111")
            project.cache.put("b", "222")
            assert [key for key in "ab" if other.cache.get(key)] == list(kept)


class TestRefusals:
    @pytest.mark.parametrize(
        ("make", "sentence"),
        [
            pytest.param(lambda path: None, "there is no project file {}", id="missing"),
            pytest.param(lambda path: path.mkdir(), "{} is a folder, not a project file", id="folder"),
            pytest.param(lambda path: path.write_bytes(b""), "{} is not a project file: it is empty", id="empty"),
            pytest.param(lambda path: path.write_text("They met."), "{} is not a project file", id="text"),
            pytest.param(lambda path: change(path, "CREATE TABLE a (b)"), "{} is not a project file", id="sqlite"),
            pytest.param(
                lambda path: path.write_bytes(schema.SQLITE_MAGIC + b"\xff" * 5000),
                "{} is not a project file",
                id="magic",
            ),
        ],
    )
    def test_what_is_no_project(self, path, make, sentence):
        make(path)
        before = path.read_bytes() if path.is_file() else None
        with pytest.raises(ProjectError) as raised:
            open_project(path)
        assert str(raised.value) == sentence.format(path)
        assert not is_project(path)
        assert (path.read_bytes() if path.is_file() else None) == before

    def test_a_file_of_others_is_not_made_a_project(self, path):
        change(path, "CREATE TABLE a (b)")
        with pytest.raises(ProjectError, match="is not a project file"):
            open_project(path, create=True)

    def test_a_folder_that_is_not_there(self, tmp_path):
        with pytest.raises(ProjectError, match="there is no folder"):
            open_project(tmp_path / "missing/case.timeline", create=True)

    def test_a_project_of_an_older_version_is_read_and_becomes_one_of_this(self, saved, timeline):
        change(saved, "PRAGMA user_version = 1")
        with open_project(saved) as project:
            assert project.timeline() == timeline
            project.save(timeline)
        with closing(sqlite3.connect(saved)) as connection:
            assert connection.execute("PRAGMA user_version").fetchone() == (schema.SCHEMA_VERSION,)

    def test_the_events_of_a_file_that_knows_no_main_ones_all_are(self, saved, timeline):
        change(saved, "UPDATE event SET data = json_remove(data, '$.main')")
        with open_project(saved) as project:
            assert project.timeline() == timeline

    def test_which_events_are_main_ones_is_kept(self, saved, timeline):
        others = replace(timeline, events=tuple(replace(event, main=event.id == "e1") for event in timeline))
        with open_project(saved) as project:
            project.save(others)
            assert project.timeline() == others

    def test_a_newer_version(self, saved):
        change(saved, f"PRAGMA user_version = {schema.SCHEMA_VERSION + 1}")
        with pytest.raises(ProjectError, match="made by a newer version"):
            open_project(saved)

    def test_a_project_in_use(self, saved, timeline, monkeypatch):
        monkeypatch.setattr(project_module, "WAIT_SECONDS", 0.0)
        blocking = sqlite3.connect(saved, isolation_level=None)
        blocking.execute("BEGIN EXCLUSIVE")
        with pytest.raises(ProjectError, match="is in use by another program"):
            open_project(saved)
        blocking.execute("COMMIT")
        with open_project(saved) as project:
            blocking.execute("BEGIN IMMEDIATE")
            with pytest.raises(ProjectError, match="is in use by another program"):
                project.save(timeline)
            assert project.timeline() == timeline
        blocking.close()

    def test_another_build_meanwhile(self, saved, timeline):
        with open_project(saved) as first, open_project(saved) as second:
            first.save(timeline)
            with pytest.raises(ProjectError, match="was changed by another program meanwhile"):
                second.save(Timeline())
        with open_project(saved) as project:
            assert project.timeline() == timeline

    def test_a_project_without_a_timeline(self, path):
        with open_project(path, create=True) as project, pytest.raises(ProjectError, match="holds no timeline yet"):
            project.timeline()

    def test_a_timeline_of_other_documents(self, path, timeline):
        with open_project(path, create=True) as project, pytest.raises(ProjectError, match="does not hold: 'letter'"):
            project.save(timeline)

    def test_a_read_only_file_can_be_read(self, saved, timeline, monkeypatch):
        # The tests may run as root, who may write everything, so the database itself is told to refuse.
        with open_project(saved) as project:
            project._connection.execute("PRAGMA query_only = ON")
            assert project.timeline() == timeline
            with pytest.raises(ProjectError, match="cannot be written"):
                project.save(timeline)

    @pytest.mark.parametrize(
        "statement",
        [
            pytest.param("UPDATE event SET data = 'no JSON'", id="no JSON"),
            pytest.param("UPDATE event SET data = '{}'", id="no event"),
            pytest.param("""UPDATE event SET data = replace(data, '"start":', '"start":1')""", id="other offsets"),
            pytest.param("""UPDATE event SET data = replace(data, '"start":', '"start":-')""", id="negative offsets"),
            pytest.param("UPDATE document SET text = 'Another text.'", id="another text"),
            pytest.param("DELETE FROM document", id="no text"),
            pytest.param("UPDATE source SET data = '[]'", id="no source"),
            pytest.param("UPDATE source SET data = '{\"document\": null}'", id="no document"),
            pytest.param("UPDATE setting SET value = '7' WHERE name = 'generator'", id="no generator"),
            pytest.param("""UPDATE event SET data = replace(data, '2020,2,29', '2020,2,30')""", id="no such day"),
        ],
    )
    def test_a_damaged_timeline(self, saved, statement):
        change(saved, statement)
        with open_project(saved) as project, pytest.raises(ProjectError, match="damaged"):
            project.timeline()

    @pytest.mark.parametrize(
        "statement",
        [
            pytest.param("UPDATE document SET published = 'soon'", id="date"),
            pytest.param("UPDATE document SET published_basis = 'soon'", id="basis"),
            pytest.param("UPDATE setting SET value = '[' WHERE name = 'options'", id="options"),
            pytest.param("DROP TABLE setting", id="table"),
        ],
    )
    def test_damaged_documents(self, saved, statement):
        change(saved, statement)
        with pytest.raises(ProjectError, match="damaged"):
            open_project(saved)

    def test_a_name_in_it_that_is_no_text(self, saved):
        saved.write_bytes(saved.read_bytes().replace(b"documentdocument", b"docu\xffentdocu\xffent"))
        with pytest.raises(ProjectError, match="damaged"):
            open_project(saved, create=True)

    @pytest.mark.parametrize("seed", range(5))
    def test_whatever_is_damaged_is_told_in_a_sentence(self, saved, seed):
        with open_project(saved) as project:
            event = project.timeline().events[0]
            project.correct(
                curation.note(event, "Seen.", timeline=project.timeline()), who="A", at="2026-05-03T09:30:00Z", seen=0
            )
        rng = random.Random(seed)  # noqa: S311  nothing secret: the same damage each time
        whole = saved.read_bytes()
        used = [at for at, byte in enumerate(whole) if byte]
        for number in range(100):
            path = saved.with_name(f"{number}.timeline")
            path.write_bytes(damaged(whole, used, rng))
            with suppress(ProjectError), open_project(path, create=True) as project:
                project.documents()
                project.corrections()
                project.curated()
                project.save(project.timeline())

    def test_a_file_that_was_cut_off(self, saved):
        saved.write_bytes(saved.read_bytes()[: 4096 * 2])
        with pytest.raises(ProjectError, match="damaged"), open_project(saved) as project:
            project.timeline()


def test_tables_of_others_are_left_alone(saved, timeline):
    change(saved, "CREATE TABLE remark (a)", "INSERT INTO remark VALUES (7)")
    with open_project(saved) as project:
        project.save(timeline)
    with sqlite3.connect(saved) as connection:
        assert connection.execute("SELECT a FROM remark").fetchall() == [(7,)]
    connection.close()


def test_a_save_that_fails_leaves_what_was_there(saved, timeline):
    broken = replace(timeline, events=(*timeline.events[:1], timeline.events[0]))  # the same id twice
    with open_project(saved) as project, pytest.raises(ProjectError):
        project.save(broken)
    with open_project(saved) as project:
        assert project.timeline() == timeline


KILLED = """
import os, signal, sys
from dataclasses import replace
from timeline.model import Document
from timeline.reading import Entry
from timeline.project import open_project

with open_project(sys.argv[1]) as project:
    timeline = project.timeline()
    project.add([Entry(Document("new", "New." * 100_000))])
    project.cache.put("key", "value")

    class Events(tuple):
        def __iter__(self):
            for number in range(20_000):
                if number == 19_999:
                    os.kill(os.getpid(), signal.SIGKILL)
                yield replace(timeline.events[0], id=str(number))

    project.save(replace(timeline, events=Events()))
"""


def test_a_save_that_is_killed_leaves_what_was_there(saved, timeline):
    killed = subprocess.run([sys.executable, "-c", KILLED, str(saved)], check=False)  # noqa: S603
    assert killed.returncode == -signal.SIGKILL
    with open_project(saved) as project:
        assert project.timeline() == timeline
        assert project.cache.get("key") == "value"
        assert [document.id for document in project.documents()] == ["letter", "note"]


WHO, AT = "A. Meyer", "2026-05-03T09:30:00Z"


def opened(timeline):
    """The event that both documents tell of."""
    return timeline.events[2]


class TestCorrections:
    def test_none(self, saved, timeline):
        with open_project(saved) as project:
            assert project.corrections() == ()
            assert project.curated().timeline == project.timeline() == timeline
            assert project.revision() == (1, 0)

    def test_are_kept_at_once_and_laid_over(self, saved, timeline):
        decision = curation.retitle(opened(timeline), "Bridge reopens", timeline=timeline)
        with open_project(saved) as project:
            made = project.correct(decision, who=" A.  Meyer ", at=AT, seen=0)
            assert made == Correction(1, WHO, AT, decision)
        with open_project(saved) as project:
            assert project.corrections() == (made,)
            assert opened(project.curated().timeline).title == "Bridge reopens"
            assert project.timeline() == timeline
            assert project.revision() == (1, 1)

    def test_a_build_leaves_them(self, saved, timeline):
        with open_project(saved) as project:
            project.correct(curation.confirm(opened(timeline), timeline=timeline), who=WHO, at=AT, seen=0)
            project.add([Entry(Document("new", "New."))])
            project.save(replace(timeline, events=tuple(replace(one, id="n" + one.id) for one in timeline)))
            assert opened(project.curated().timeline).review.state == "confirmed"
            assert project.revision() == (2, 1)

    def test_a_build_that_began_before_may_end(self, saved, timeline):
        with open_project(saved) as build, open_project(saved) as person:
            person.correct(curation.confirm(opened(timeline), timeline=timeline), who=WHO, at=AT, seen=0)
            build.save(timeline)
            assert len(person.corrections()) == 1

    def test_two_at_once(self, saved, timeline):
        event, other = opened(timeline), timeline.events[0]
        with open_project(saved) as one, open_project(saved) as two:
            one.correct(curation.redate(event, "2021-05", timeline=timeline), who=WHO, at=AT, seen=0)
            with pytest.raises(StaleError) as stale:
                two.correct(curation.reject(event, timeline=timeline), who="B. Olsen", at=AT, seen=0)
            assert str(stale.value).startswith(
                "A. Meyer on 3 May 2026 at 09:30 UTC changed this event meanwhile: date set to 2021-05."
            )
            assert len(two.corrections()) == 1
            assert two.correct(curation.reject(other, timeline=timeline), who="B. Olsen", at=AT, seen=0).number == 2
            assert two.correct(curation.reject(event, timeline=timeline), who="B. Olsen", at=AT, seen=1).number == 3

    def test_an_event_that_a_merge_swallowed_is_stale(self, saved, timeline):
        event, other = opened(timeline), timeline.events[0]
        with open_project(saved) as project:
            project.correct(curation.merge(event, other, timeline=timeline), who=WHO, at=AT, seen=0)
            with pytest.raises(StaleError, match="merged with another event"):
                project.correct(curation.retitle(other, "New", timeline=timeline), who=WHO, at=AT, seen=0)

    def test_undo_is_undone(self, saved, timeline):
        with open_project(saved) as project:
            made = project.correct(curation.reject(opened(timeline), timeline=timeline), who=WHO, at=AT, seen=0)
            back = project.correct(curation.undo(made), who=WHO, at=AT, seen=1)
            assert project.curated().timeline == timeline
            with pytest.raises(CurationError, match="no correction 1 that could be taken back"):
                project.correct(curation.undo(made), who=WHO, at=AT, seen=2)
            project.correct(curation.undo(back), who=WHO, at=AT, seen=2)
            assert len(project.curated().rejected) == 1

    @pytest.mark.parametrize(
        ("who", "at", "sentence"),
        [
            pytest.param(" ", AT, "needs the name", id="nobody"),
            pytest.param(WHO, "today", "'today' is no time", id="no time"),
            pytest.param(WHO, "2026-05-03", "is no time", id="no moment"),
        ],
    )
    def test_what_is_refused(self, saved, timeline, who, at, sentence):
        decision = curation.confirm(opened(timeline), timeline=timeline)
        with open_project(saved) as project:
            with pytest.raises(CurationError, match=sentence):
                project.correct(decision, who=who, at=at, seen=0)
            with pytest.raises(CurationError, match="no correction 7"):
                project.correct(curation.undo(Correction(7, WHO, AT, decision)), who=WHO, at=AT, seen=0)
            assert project.corrections() == ()

    def test_a_project_that_cannot_be_written(self, saved, timeline):
        with open_project(saved) as project:
            project._connection.execute("PRAGMA query_only = ON")
            assert project.curated().timeline == timeline
            with pytest.raises(ProjectError, match="read-only"):
                project.correct(curation.confirm(opened(timeline), timeline=timeline), who=WHO, at=AT, seen=0)

    @pytest.mark.parametrize(
        "data",
        [
            "",
            "{}",
            '{"number": 1, "who": "A", "at": "", "decision": {"action": "explode"}}',
            '{"number": 1}, {"number": 2}',
        ],
    )
    def test_a_damaged_log(self, saved, timeline, data):
        with open_project(saved) as project:
            project.correct(curation.confirm(opened(timeline), timeline=timeline), who=WHO, at=AT, seen=0)
        with sqlite3.connect(saved) as connection:
            connection.execute("UPDATE correction SET data = ?", (data,))
        connection.close()
        with open_project(saved) as project, pytest.raises(ProjectError, match="corrections in it are damaged"):
            project.curated()

    def test_of_another_project(self, saved, timeline):
        merge = curation.merge(opened(timeline), timeline.events[0], timeline=timeline)
        theirs = [Correction(4, WHO, AT, merge)]
        theirs.append(Correction(5, WHO, AT, curation.undo(theirs[0])))
        with open_project(saved) as project:
            project.correct(curation.confirm(timeline.events[1], timeline=timeline), who=WHO, at=AT, seen=0)
            applied = project.apply(theirs)
            assert [(one.number, one.decision.undoes) for one in applied.added] == [(2, 0), (3, 2)]
            assert (applied.known, applied.unapplied) == (0, ())
            again = project.apply(theirs)
            assert (again.added, again.known) == ((), 2)
            assert len(project.corrections()) == 3

    def test_those_that_find_nothing_are_kept_and_listed(self, saved, timeline):
        confirm = curation.confirm(opened(timeline), timeline=timeline)
        stray = replace(confirm, anchors=tuple(replace(a, sha256="0", document="gone") for a in confirm.anchors))
        with open_project(saved) as project:
            applied = project.apply([Correction(1, WHO, AT, confirm), Correction(2, WHO, AT, stray)])
            assert [one.correction.number for one in applied.unapplied] == [2]
            assert [one.correction.number for one in project.curated().unapplied] == [2]
            with pytest.raises(CurationError, match="none of the corrections finds its report"):
                project.apply([Correction(1, "B. Olsen", AT, stray)])
            assert len(project.corrections()) == 2

"""The commands with a pipeline that needs no language model: what they print where, and how they exit."""

import json
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import types
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from timeline import curation, service
from timeline.charts import LaneKind
from timeline.commands import speaking
from timeline.commands.options import Lanes
from timeline.errors import ExportError, ModelError
from timeline.model import Document, Extent
from timeline.project import is_project, open_project
from timeline.reading import Entry
from timeline.timespan import TimeSpan
from timeline.why import CONFIDENCE, DATE, JOIN, REPORTS, SHARES, Why

pytestmark = pytest.mark.usefixtures("pipeline")

UNEXPECTED = "timeline: an error in this program: KeyError: 'x' (--debug shows where)\n"

COMMANDS = ("build", "serve", "export", "chart", "dates", "show", "why", "corrections", "correct", "schema")


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch) -> Path:
    """An empty folder to work in, and a terminal of 80 columns."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    return tmp_path


@pytest.fixture
def box(here) -> Path:
    """Two documents."""
    (here / "box").mkdir()
    (here / "box/a.txt").write_text("Bridge opens\n\n2021-05-03 the bridge opened.\ntoday it rains")
    (here / "box/b.txt").write_text("2020-02-01 the bridge closed.")
    return here / "box"


@pytest.fixture
def project(here, timeline) -> str:
    with open_project("case.timeline", create=True) as project:
        project.add(Entry(source.document) for source in timeline.sources)
        project.save(timeline)
    return "case.timeline"


def titles(path: str | Path) -> list[str]:
    with open_project(path) as project:
        return [event.title for event in project.timeline()]


class TestHelp:
    @pytest.mark.parametrize("command", COMMANDS)
    def test_every_command_has_an_example(self, run, command):
        status, out, err = run(command, "--help")
        assert (status, err) == (0, "")
        assert f"Example: timeline {command}" in out

    def test_all_commands_are_listed(self, run):
        _, out, _ = run("--help")
        assert all(command in out for command in COMMANDS)

    def test_version(self, run):
        status, out, _ = run("--version")
        assert (status, out.split()[0]) == (0, "timeline")

    @pytest.mark.parametrize(
        ("arguments", "heavy"),
        [
            (["--help"], ("spacy", "plotly", "dash", "pydantic", "dateparser", "numpy", "sqlite3")),
            (
                ["build", "--help"],
                ("spacy", "plotly", "dash", "dateparser", "numpy", "sqlite3"),
            ),
        ],
    )
    def test_help_imports_nothing_heavy(self, arguments, heavy):
        # Of the options of a command typer itself asks pydantic to make sense.
        program = f"""
import sys
from timeline.commands import main
try:
    main({arguments!r})
except SystemExit:
    print([name for name in {heavy!r} if name in sys.modules])
"""
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603
        assert done.stdout.splitlines()[-1] == "[]"

    @pytest.mark.parametrize(
        "arguments",
        [
            [], ["rubbish"], ["build"], ["build", "--rubbish"], ["export"], ["chart", "case.timeline"],
            ["serve", "box", "--port", "70000"], ["show", "case.timeline", "--top", "0"],
        ],
    )  # fmt: skip
    def test_wrong_usage(self, run, arguments):
        assert run(*arguments)[0] == 2


class TestBuild:
    def test_builds_a_project(self, run, box):
        status, out, err = run("build", "box", "-o", "case.timeline")
        assert (status, out) == (0, "")
        assert err == "case.timeline: 3 events (1 undated) in 3 reports from 2 documents (2 new)\n"
        assert titles("case.timeline") == [
            "2020-02-01 the bridge closed.",
            "2021-05-03 the bridge opened.",
            "today it rains",
        ]

    @pytest.mark.parametrize(
        ("paths", "project"),
        [
            pytest.param(["box"], "box.timeline", id="folder"),
            pytest.param(["box/"], "box.timeline", id="folder with a slash"),
            pytest.param(["box/a.txt", "box/b.txt"], "box/a.timeline", id="file"),
        ],
    )
    def test_a_project_lies_beside_its_documents(self, run, box, paths, project):
        assert run("build", *paths)[0] == 0
        assert is_project(project)

    def test_the_folder_one_is_in(self, run, box, monkeypatch):
        monkeypatch.chdir(box)
        assert run("build", ".")[0] == 0
        assert is_project(box.with_suffix(".timeline"))

    def test_what_cannot_be_read_is_listed(self, run, box):
        (box / "bad.txt").write_bytes(b"\0")
        (box / "photo.jpg").write_bytes(b"\xff")
        status, out, err = run("build", "box", "missing", "-o", "case.timeline")
        assert (status, out) == (1, "")
        assert "Passed over 1 file of formats that cannot be read: .jpg (1)\n" in err
        assert "box/bad.txt: it is not text: it holds NUL characters" in err.splitlines()
        assert "missing: there is no such file or folder" in err.splitlines()
        assert len(titles("case.timeline")) == 3

    def test_nothing_to_read_makes_no_project(self, run, here):
        status, _, err = run("build", "missing", "-o", "case.timeline")
        assert status == 1
        assert "there is no such file or folder" in err
        assert list(here.iterdir()) == []

    def test_nothing_to_read_leaves_a_project(self, run, box):
        run("build", "box", "-o", "case.timeline")
        assert run("build", "missing", "-o", "case.timeline")[0] == 1
        assert len(titles("case.timeline")) == 3

    def test_adds_to_a_project(self, run, box):
        run("build", "box/a.txt", "-o", "case.timeline")
        status, _, err = run("build", "box/b.txt", "-o", "case.timeline")
        assert (status, err) == (0, "case.timeline: 3 events (1 undated) in 3 reports from 2 documents (1 new)\n")

    def test_says_what_is_not_english(self, run):
        rows = [{"id": f"d{n}", "text": f"2021-05-03 {n} drops", "language": "de"} for n in range(7)]
        Path("in.jsonl").write_text("\n".join(map(json.dumps, [*rows, {"id": "e", "text": "2021-05-03 it snowed"}])))
        said = run("build", "in.jsonl", "-o", "case.timeline")[2].splitlines()
        assert said[1:] == [
            "7 documents not in English: d0 (German), d1 (German), d2 (German), d3 (German), d4 (German) and 2 more; "
            "only their dates in figures are read, and no events"
        ]

    def test_builds_anew_what_a_project_holds(self, run, box):
        run("build", "box", "-o", "case.timeline")
        (box / "a.txt").unlink()
        status, _, err = run("build", "-o", "case.timeline", "--published", "a=2021-05-06")
        assert (status, err) == (0, "case.timeline: 3 events in 3 reports from 2 documents (none of them new)\n")
        assert run("build", "-o", "missing.timeline") == (
            2,
            "",
            "timeline: there is no project file missing.timeline\n",
        )

    def test_sync(self, run, box):
        run("build", "box", "-o", "case.timeline")
        (box / "a.txt").unlink()
        run("build", "box", "-o", "case.timeline")
        assert len(titles("case.timeline")) == 3
        run("build", "box", "-o", "case.timeline", "--sync")
        assert titles("case.timeline") == ["2020-02-01 the bridge closed."]

    @pytest.mark.parametrize("name", ["a", "a.txt", "box/a.txt"])
    def test_a_given_date_is_remembered(self, run, box, name):
        run("build", "box", "-o", "case.timeline", "--published", f"{name}=2021-05-06")
        run("build", "box", "-o", "case.timeline")
        with open_project("case.timeline") as project:
            assert [str(event.when) for event in project.timeline()] == ["2020-02-01", "2021-05-03", "2021-05-06"]

    @pytest.mark.parametrize(
        ("assignment", "sentence"),
        [
            pytest.param("a", "'a' is neither of the form FILE=DATE nor a table that exists", id="no date"),
            pytest.param("a=5/6/2021", "'5/6/2021' may be 2021-05-06 or 2021-06-05", id="date with two readings"),
            pytest.param("a=soon", "'soon' is no date of the form", id="not a date"),
            pytest.param("c=2021", "there is no document 'c'", id="no document"),
            pytest.param("d=2021", "'d' may be any of box/d, more/d", id="two documents"),
        ],
    )
    def test_a_given_date_that_cannot_be_used(self, run, box, assignment, sentence):
        for folder in ("box", "more"):
            Path(folder).mkdir(exist_ok=True)
            Path(folder, "d.txt").write_text("2020-02-01 it closed.")
        status, _, err = run("build", "box", "more", "-o", "case.timeline", "--published", assignment)
        assert status == 2
        assert sentence in " ".join(err.replace("│", " ").split())

    @pytest.mark.parametrize(
        ("table", "order", "said"),
        [
            pytest.param("a.txt,6 May 2021\n", (), "", id="as written"),
            pytest.param("a,6/5/2021\n", ("--date-order", "DMY"), "", id="in figures, order given"),
            pytest.param(
                "file;published\na;2021-05-06\nz;2020\ny;\n", (), "passed over 1 row", id="of more than is here"
            ),
        ],
    )
    def test_a_table_of_given_dates(self, run, box, table, order, said):
        Path("dates.csv").write_text(table)
        status, _, err = run("build", "box", "-o", "case.timeline", "--published", "dates.csv", *order)
        assert status == 0
        assert said in err
        with open_project("case.timeline") as project:
            assert [str(event.when) for event in project.timeline()] == ["2020-02-01", "2021-05-03", "2021-05-06"]

    def test_a_table_with_a_mistake(self, run, box):
        Path("dates.csv").write_text("file,published\na,2021-05-06\nb,soon\n")
        status, _, err = run("build", "box", "-o", "case.timeline", "--published", "dates.csv")
        assert status == 2
        assert "dates.csv, line 3: 'soon' is no date" in " ".join(err.replace("│", " ").split())
        assert not Path("case.timeline").exists()

    def test_options_are_remembered(self, run, box):
        run("build", "box", "-o", "case.timeline", "--model", "mine", "--date-order", "DMY", "--reading", "news")
        run("build", "box", "-o", "case.timeline")
        with open_project("case.timeline") as project:
            assert project.options == {"model": "mine", "date_order": "DMY", "reading": "news"}
            assert project.timeline().generator.model == "mine"

    def test_a_file_of_others_is_left_alone(self, run, box):
        Path("case.timeline").write_text("mine")
        status, _, err = run("build", "box", "-o", "case.timeline")
        assert (status, err) == (2, "timeline: case.timeline is not a project file\n")
        assert Path("case.timeline").read_text() == "mine"

    def test_a_build_that_fails_leaves_the_one_before(self, run, box, pipeline, monkeypatch):
        run("build", "box", "-o", "case.timeline")
        (box / "c.txt").write_text("2022-01-01 it closed again.")

        def fail(*_, **__):
            raise ModelError("there is no pipeline 'mine'")

        monkeypatch.setattr(service, "build", fail)
        status, _, err = run("build", "box", "-o", "case.timeline")
        assert (status, err) == (2, "timeline: there is no pipeline 'mine'\n")
        assert len(titles("case.timeline")) == 3

    def test_a_damaged_timeline_is_mended(self, run, box):
        run("build", "box", "-o", "case.timeline")
        with open_project("case.timeline") as project:
            project._connection.execute("UPDATE event SET data = '{}'")
        status, _, err = run("show", "case.timeline")
        assert status == 2
        assert err.endswith("build it again\n")
        assert run("build", "box", "-o", "case.timeline")[0] == 0
        assert len(titles("case.timeline")) == 3

    def test_progress_goes_to_a_terminal_only(self, run, box, monkeypatch):
        monkeypatch.setattr(speaking, "PATIENCE_SECONDS", -1.0)
        assert "reading" not in run("build", "box", "-o", "case.timeline")[2]
        progress = speaking.ProgressBar()
        progress._shown = True
        progress("reading", 1, 2)
        assert progress._bar is not None
        assert progress._bar.tasks[0].completed == 1
        progress.stop()


class TestExport:
    def test_standard_output(self, run, project):
        status, out, err = run("export", project)
        assert (status, err) == (0, "")
        assert json.loads(out)["schema"] == "timeline/1"

    def test_file(self, run, project):
        assert run("export", project, "-o", "a.csv") == (0, "", "")
        assert Path("a.csv").read_text(encoding="utf-8").startswith("id,edtf,")
        assert run("export", project, "--format", "json", "-o", "a.txt") == (0, "", "")
        assert json.loads(Path("a.txt").read_text(encoding="utf-8"))["schema"] == "timeline/1"

    @pytest.mark.parametrize(
        ("arguments", "sentence"),
        [
            pytest.param(["--format", "xml"], "'xml' is not a format that can be written", id="format"),
            pytest.param(["-o", "a.xml"], "'xml' is not a format that can be written", id="suffix"),
            pytest.param(["-o", "missing/a.json"], "cannot be written: no such file or directory", id="folder"),
            pytest.param(["-o", "case.timeline", "--format", "json"], "that is the project itself", id="the project"),
        ],
    )
    def test_what_cannot_be_written(self, run, project, arguments, sentence):
        status, out, err = run("export", project, *arguments)
        assert (status, out) == (2, "")
        assert sentence in err
        assert is_project(project)

    @pytest.mark.parametrize("command", ["export", "show"])
    def test_no_project(self, run, command, box):
        assert run(command, "missing.timeline") == (2, "", "timeline: there is no project file missing.timeline\n")
        assert run(command, "box") == (2, "", "timeline: box is a folder, not a project file\n")
        assert run(command, "box/a.txt") == (2, "", "timeline: box/a.txt is not a project file\n")


class TestShow:
    def test_lines(self, run, project):
        status, out, err = run("show", project)
        assert (status, err) == (0, "")
        lines = [line.rstrip() for line in out.splitlines()]
        assert [line.split()[0] for line in lines] == ["-0048~", "2020-02/..", "2021-05-01/2021-05-02", "undated"]
        assert "@Bridge opens" in lines[2]
        assert lines[2].endswith("2 sources  occurred")
        assert lines[3].endswith("1 source   possible") or lines[3].endswith("1 source  possible")
        assert max(map(len, lines)) <= 80

    def test_top(self, run, project):
        _, out, _ = run("show", project, "--top", "2")
        assert [line.split()[0] for line in out.splitlines()] == ["2020-02/..", "2021-05-01/2021-05-02"]

    def test_words_of_documents_command_no_terminal(self, run, here):
        (here / "a.txt").write_text("2021-05-03 \x1b[31mred\x1b[0m [bold]loud[/bold] \u202eevil :smile:")
        run("build", "a.txt", "-o", "case.timeline")
        _, out, _ = run("show", "case.timeline")
        assert "\x1b" not in out
        assert "\u202e" not in out
        assert "[bold]loud[/bold]" in out
        assert ":smile:" in out


class TestMainEvents:
    """On a project with one main event, the bridge's opening, of four."""

    @pytest.fixture
    def some(self, here, timeline) -> str:
        with open_project("case.timeline", create=True) as project:
            project.add(Entry(source.document) for source in timeline.sources)
            project.save(replace(timeline, events=tuple(replace(each, main=each.id == "e1") for each in timeline)))
        return "case.timeline"

    FURTHER = "3 further events are kept: --all\n"

    @pytest.mark.parametrize(
        ("arguments", "ids"),
        [
            pytest.param([], ["e1"], id="json"),
            pytest.param(["--all"], ["e3", "e2", "e1", "e4"], id="all"),
        ],
    )
    def test_export(self, run, some, arguments, ids):
        status, out, err = run("export", some, *arguments)
        written = json.loads(out)
        assert (status, err) == (0, "" if arguments else self.FURTHER)
        assert [event["id"] for event in written["events"]] == ids
        assert len(written["sources"]) == 2

    def test_to_a_file(self, run, some):
        assert run("export", some, "-o", "a.csv") == (0, "", self.FURTHER)
        assert len(Path("a.csv").read_text(encoding="utf-8").splitlines()) == 2
        assert run("export", some, "-o", "a.csv", "--all", "--quiet") == (0, "", "")
        assert len(Path("a.csv").read_text(encoding="utf-8").splitlines()) == 5

    @pytest.mark.parametrize(
        ("arguments", "dates", "said"),
        [
            pytest.param([], ["2021-05-01/2021-05-02"], FURTHER, id="main"),
            pytest.param(["--top", "2"], ["2021-05-01/2021-05-02"], FURTHER, id="top"),
            pytest.param(["--quiet"], ["2021-05-01/2021-05-02"], "", id="quiet"),
            pytest.param(["--all", "--top", "2"], ["2020-02/..", "2021-05-01/2021-05-02"], "", id="top of all"),
            pytest.param(["--all"], ["-0048~", "2020-02/..", "2021-05-01/2021-05-02", "undated"], "", id="all"),
        ],
    )
    def test_show(self, run, some, arguments, dates, said):
        status, out, err = run("show", some, *arguments)
        assert (status, [line.split()[0] for line in out.splitlines()], err) == (0, dates, said)

    def test_one_further(self, run, some):
        with open_project(some) as project:
            timeline = project.timeline()
            project.save(replace(timeline, events=timeline.events[2:]))
        assert run("show", some)[2] == "1 further event is kept: --all\n"

    def test_why_finds_any_event_the_main_ones_first(self, run, some):
        status, out, err = run("why", some, "e2")
        assert (status, err) == (0, "")
        assert "kept, and no main event" in out
        assert "no main event" not in run("why", some, "e1")[1]
        assert [json.loads(run("why", some, id_, "--json")[1])["main"] for id_ in ("e1", "e2")] == [True, False]
        with open_project(some) as project:
            timeline = project.timeline()
            project.save(replace(timeline, events=tuple(replace(each, main=each.id == "e4") for each in timeline)))
        listed = run("why", some, "bridge")[2].splitlines()[1:]
        assert [line.split()[0] for line in listed] == ["e4", "e2"]

    def test_a_build_tells_both(self, run, box, monkeypatch):
        whole = service.build

        def some_main(*arguments, **options):
            made = whole(*arguments, **options)
            return replace(made, events=tuple(replace(each, main=not n) for n, each in enumerate(made.events)))

        monkeypatch.setattr("timeline.service.build", some_main)
        assert "3 events (1 main, 1 undated)" in run("build", "box", "-o", "case.timeline")[2]


class TestWhy:
    """On the timeline that is made by hand; `e1` was called `e0` before, and its second report has another date."""

    DAY = TimeSpan.day(2021, 5, 1)

    @pytest.fixture
    def told(self, here, timeline) -> str:
        """A project whose event `e1` has reasons of all kinds, the date of its second report, and hostile words."""
        stated = Why("written-out", ("1 May 2021",))
        shares = Why(SHARES, (Why("share", ("complete", 0.96)),))
        event = timeline.events[2]
        first, second = event.mentions
        second = replace(second, date=replace(second.date, reason=stated), reasons=(shares,), confidence=0.96)
        reasons = (
            Why(DATE, (stated,)),
            Why(REPORTS, (Why("one-event", (2, 2)),)),
            Why(JOIN, (Why("same-trigger", ("‘open’",)),)),
            Why(CONFIDENCE, (Why("sure", (0.97, shares, 1)),)),
        )
        event = replace(event, when=self.DAY, mentions=(first, second), reasons=reasons, title="Bridge \x1b[31mopens")
        events = (*timeline.events[:2], event, *timeline.events[3:])
        with open_project("why.timeline", create=True) as project:
            project.add(Entry(source.document) for source in timeline.sources)
            project.save(replace(timeline, events=events))
        return "why.timeline"

    def said(self, run, *arguments: str) -> list[str]:
        status, out, err = run("why", *arguments)
        assert (status, err) == (0, "")
        assert "\x1b" not in out
        return [" ".join(line.split()) for line in out.splitlines()]

    @pytest.fixture(autouse=True)
    def wide(self, monkeypatch):
        monkeypatch.setenv("COLUMNS", "160")

    def test_all_that_is_known(self, run, told):
        lines = self.said(run, told, "e1")
        for expected in (
            "Bridge [31mopens",
            "id e1 (before: e0)",
            "told as occurred: told as fact",
            "sure confidence 0.97: the date is complete in the text 0.96; 1 further source told alike",
            "stands out 0.90 of 1: number 1 of 4 events",
            "date 1 May 2021 (2021-05-01)",
            "because '1 May 2021' is written out in full",
            "decided by report 2 (‘1 May 2021’): the most exact of 2 different dates",
            "· 2 reports from 2 sources are one event",
            "· same trigger ‘open’",
            "date 2021-05-02: report 1 (letter)",
            "2021-05-01: report 2 (note)",
            "2 reports from 2 sources",
            "1. letter (box/letter.txt)",
            "2. note (box/note.txt): its date is the event's",
            "date ‘yesterday’: 2 May 2021 (2021-05-02)",
            "basis relative: counted from another date",
            "told as claimed, by ‘said’, said by The mayor",
            "sure confidence 0.96: the date is complete in the text 0.96",
            "published about 3 May 2021: its byline",
        ):
            assert expected in lines

    @pytest.mark.parametrize(
        ("asked", "title"),
        [
            pytest.param(["e2"], "Bridge closed", id="id"),
            pytest.param(["e0"], "Bridge [31mopens", id="alias"),
            pytest.param(["CAESAR", "river"], "Caesar crosses the river", id="words"),
            pytest.param(["caesar crosses"], "Caesar crosses the river", id="words in one"),
            pytest.param(["cross"], "Caesar crosses the river", id="part of a word"),
            pytest.param(["nobody", "knows"], "Bridge built", id="words of a report"),
        ],
    )
    def test_which_event_is_meant(self, run, told, asked, title):
        assert self.said(run, told, *asked)[0] == title

    def test_several_may_be_meant(self, run, told):
        status, out, err = run("why", told, "bridge")
        assert (status, out) == (2, "")
        assert err.splitlines() == [
            "timeline: 'bridge' may mean any of 3 events; name one by its id:",
            "e2 2020-02/.. Bridge closed",
            "e1 2021-05-01 Bridge [31mopens",
            "e4 undated Bridge built",
        ]

    @pytest.mark.parametrize("asked", ["e9", "tunnel", "bridge tunnel", " "])
    def test_none_is_meant(self, run, told, asked):
        status, out, err = run("why", told, asked)
        assert (status, out) == (2, "")
        assert err == (
            f"timeline: {told}: no event has the id {' '.join(asked.split())!r} or a title with these words\n"
        )

    def test_no_project(self, run):
        status, out, err = run("why", "missing.timeline", "e1")
        assert (status, out) == (2, "")
        assert "missing.timeline" in err

    def test_an_undated_event(self, run, told):
        lines = self.said(run, told, "e4")
        assert "date undated" in lines
        assert not any(line.startswith("decided by") for line in lines)

    def test_what_persons_corrected(self, run, told):
        with open_project(told) as project:
            timeline = project.timeline()
            event = next(event for event in timeline if event.id == "e1")
            decisions = [
                curation.redate(event, "2021-05-03", timeline=timeline, comment="the plaque says so"),
                curation.retitle(event, "Bridge inaugurated", timeline=timeline),
            ]
            project.correct_all(decisions, who="Ann", at="2021-06-01T10:00:00Z", seen=0)
        lines = self.said(run, told, "e1")
        for expected in (
            "Bridge inaugurated",
            "date 3 May 2021 (2021-05-03)",
            "because Date set by Ann on 1 June 2021; the sources were read as 2021-05-01",
            "1 date set to 2021-05-03, by Ann on 1 June 2021: the plaque says so",
            "2 title set to ‘Bridge inaugurated’, by Ann on 1 June 2021",
            "· Title set by Ann on 1 June 2021; it was ‘Bridge [31mopens’",
        ):
            assert expected in lines
        assert not any("decided by" in line or "its date is the event's" in line for line in lines)

    def test_of_reports_dated_by_the_same_words_those_of_the_event_s_days_decide(self, run, told):
        """As in "since 1 May 2021" beside "on 1 May 2021"; a report without a date decides nothing."""
        with open_project(told) as project:
            timeline = project.timeline()
            event = next(event for event in timeline if event.id == "e1")
            second = event.mentions[1]
            since = replace(second, when=TimeSpan.between(self.DAY, None), extent=Extent.THROUGHOUT)
            adding = replace(second, when=None)
            more = replace(event, mentions=(*event.mentions, since, adding), disagreements=())
            project.save(replace(timeline, events=tuple(more if one is event else one for one in timeline)))
        lines = self.said(run, told, "e1")
        assert "decided by report 2 (‘1 May 2021’): the most exact of 3 different dates" in lines
        assert "3 reports from 2 sources, and 1 without a date" in lines
        assert "so it was since 1 May 2021 (2021-05-01/..)" in lines
        assert sum("its date is the event's" in line for line in lines) == 1

    def test_a_rejected_event(self, run, told):
        with open_project(told) as project:
            timeline = project.timeline()
            rejected = curation.reject(timeline.events[0], timeline=timeline)
            project.correct(rejected, who="Ann", at="2021-06-01T10:00:00Z", seen=0)
        assert "rejected by a person: it is not in the timeline" in self.said(run, told, "e3")

    def test_the_records(self, run, told):
        status, out, err = run("why", told, "e1", "--json")
        assert (status, err) == (0, "")
        found = json.loads(out)
        assert found["reasons"][0] == ["date", "", ["written-out", "", "1 May 2021"]]
        assert [report["decides"] for report in found["reports"]] == [False, True]
        assert found["reports"][1]["date"]["reason"] == ["written-out", "", "1 May 2021"]
        assert (found["rank"], found["events"], found["aliases"]) == (1, 4, ["e0"])
        assert found["disagreements"][0]["accounts"][1] == {"value": "2021-05-01", "reports": [1]}

    def test_no_language_pipeline_is_loaded(self, told):
        program = f"""
import sys
from timeline.commands import main
try:
    main(["why", {told!r}, "e1"])
except SystemExit as stopped:
    print(stopped.code, [name for name in ("spacy", "dateparser", "plotly", "dash") if name in sys.modules])
"""
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603
        assert done.stdout.splitlines()[-1] in ("None []", "0 []")


class TestCorrections:
    WHO, AT = "A. Meyer", "2026-05-03T09:30:00Z"

    @pytest.fixture
    def corrected(self, run, box) -> str:
        """A project in which one event got a title and another was rejected."""
        run("build", "box", "-o", "one.timeline")
        with open_project("one.timeline") as project:
            timeline = project.timeline()
            closed, opened = timeline.events[:2]
            for number, draft in enumerate(
                (
                    curation.retitle(opened, "Bridge\x1b opens", timeline=timeline),
                    curation.reject(closed, timeline=timeline),
                )
            ):
                project.correct(draft, who=self.WHO, at=self.AT, seen=number)
        return "one.timeline"

    def test_are_shown_and_exported(self, run, corrected):
        status, out, err = run("show", corrected)
        assert (status, err) == (0, "")
        assert "Bridge opens" in out
        assert "the bridge closed" not in out
        exported = json.loads(run("export", corrected)[1])
        assert [event["review"] and event["review"]["changed"] for event in exported["events"]] == [["title"], None]

    def test_a_build_leaves_them(self, run, corrected, box):
        (box / "c.txt").write_text("2022-01-01 the bridge fell.")
        assert run("build", "box", "-o", corrected)[0] == 0
        assert "Bridge opens" in run("show", corrected)[1]

    def test_go_to_another_build(self, run, corrected, box):
        (box / "a.txt").write_text("News.\n\n" + (box / "a.txt").read_text())
        run("build", "box", "-o", "two.timeline")
        assert run("corrections", corrected, "-o", "log.json") == (0, "", "")
        assert run("corrections", corrected) == (0, Path("log.json").read_text(encoding="utf-8"), "")
        assert run("correct", "two.timeline", "log.json") == (0, "", "two.timeline: applied 2 corrections\n")
        assert "Bridge opens" in run("show", "two.timeline")[1]
        again = "two.timeline: applied 0 corrections; 2 of the file were there before\n"
        log = Path("log.json").read_bytes()
        assert run("correct", "two.timeline", "-", stdin=log) == (0, "", again)

    def test_what_cannot_be_applied_is_listed(self, run, corrected, box):
        (box / "b.txt").unlink()
        run("build", "box", "-o", "two.timeline")
        run("corrections", corrected, "-o", "log.json")
        listed = (
            "1 correction could not be applied:\n"
            "2: rejected, by A. Meyer on 3 May 2026: its document 'b' is not in the collection\n"
        )
        applied = "two.timeline: applied 1 correction\n"
        assert run("correct", "two.timeline", "log.json") == (1, "", applied + listed)
        status, out, err = run("show", "two.timeline")
        assert (status, err) == (0, listed)
        assert "Bridge opens" in out

    def test_of_other_documents(self, run, corrected, box):
        (box.parent / "other.txt").write_text("2020-02-02 it rained.")
        run("build", "other.txt", "-o", "two.timeline")
        run("corrections", corrected, "-o", "log.json")
        status, out, err = run("correct", "two.timeline", "log.json")
        assert (status, out) == (2, "")
        assert err.startswith("timeline: none of the corrections finds its report in two.timeline: its document 'a'")

    @pytest.mark.parametrize(
        ("content", "sentence"),
        [
            pytest.param(None, "log.json: it cannot be read: no such file or directory", id="missing"),
            pytest.param(
                "{}", "log.json: this is no log of corrections of the form 'timeline-corrections/1'", id="log"
            ),
        ],
    )
    def test_a_file_that_is_no_log(self, run, corrected, content, sentence):
        if content is not None:
            Path("log.json").write_text(content)
        assert run("correct", corrected, "log.json") == (1, "", f"timeline: {sentence}\n")

    def test_not_over_the_project(self, run, corrected):
        assert run("corrections", corrected, "-o", corrected)[0] == 2
        assert is_project(corrected)
        status, _, err = run("corrections", corrected, "-o", "missing/log.json")
        assert (status, err) == (2, "timeline: missing/log.json cannot be written: no such file or directory\n")


class TestDates:
    TEXT = "Opened on 2021-05-03.\nIt rains today."

    def test_table(self, run, here):
        (here / "a.txt").write_text(self.TEXT)
        status, out, err = run("dates", "a.txt", "--published", "2021-05-06")
        assert (status, err) == (0, "")
        assert [line.split()[:4] for line in out.splitlines()] == [
            ["2021-05-03", "DATE", "2021-05-03", "2021-05-03"],
            ["today", "DATE", "2021-05-06", "2021-05-06"],
        ]

    def test_standard_input(self, run):
        assert run("dates", stdin=self.TEXT.encode())[1] == run("dates", "-", stdin=self.TEXT.encode())[1] != ""

    def test_json_lines(self, run, here):
        lines = [
            {"id": "a", "text": self.TEXT, "published": "2021-05-06", "other": 1},
            {"id": "b", "text": self.TEXT, "published": None},
        ]
        data = "\n".join(map(json.dumps, lines))
        (here / "in").write_text(data)
        status, out, err = run("dates", "--jsonl", stdin=data.encode())
        assert (status, err) == (0, "")
        assert run("dates", "--jsonl", "in")[1] == out
        first, second = map(json.loads, out.splitlines())
        assert (first["id"], second["id"]) == ("a", "b")
        assert first["dates"][0] == {
            "start": 10, "end": 20, "text": "2021-05-03", "type": "DATE", "value": "2021-05-03", "mod": "",
            "edtf": "2021-05-03", "basis": "stated", "reason": "'2021-05-03' read with None",
        }  # fmt: skip
        assert first["dates"][1]["edtf"] == "2021-05-06"
        assert (second["dates"][1]["value"], second["dates"][1]["edtf"]) == ("PRESENT_REF", "")

    @pytest.mark.parametrize(
        "flags", [(), ("--format", "jsonl"), ("--format", "timeml")], ids=["table", "jsonl", "timeml"]
    )
    def test_another_language_is_said(self, run, flags):
        text = (
            "Der Rat hat am 2021-05-03 beschlossen, die Brücke zu schließen, weil sie nicht mehr sicher ist und weil "
            * 2
        )
        given = json.dumps({"id": "-", "text": text}) if "jsonl" in flags else text
        status, out, err = run("dates", *flags, stdin=given.encode())
        assert (status, "2021-05-03" in out) == (0, True)
        assert err == "1 document not in English: - (German); only their dates in figures are read, and no events\n"

    @pytest.mark.parametrize("written", ["6 mai 2021", "6. Mai 2021", "2021.05.06", "06-05-2021 14:00", "20210506"])
    def test_a_publication_date_as_people_write_it(self, run, written):
        status, out, err = run("dates", "--published", written, "--date-order", "DMY", stdin=b"today")
        assert (status, err) == (0, "")
        assert out.split()[:4] == ["today", "DATE", "2021-05-06", "2021-05-06"]

    @pytest.mark.parametrize(
        ("written", "sentence"),
        [
            ("05-06-2021 14:00", "'05-06-2021 14:00' may be 2021-05-06 or 2021-06-05: write it like that, or name the"),
            ("yesterday", "'yesterday' is no date of the form 2021-08-30, 2021-08 or 2021: it counts from another day"),
        ],
    )
    def test_a_publication_date_is_not_guessed(self, run, written, sentence):
        status, out, err = run("dates", "--published", written, stdin=b"today")
        assert (status, out) == (2, "")
        assert err.startswith(f"timeline: {sentence}")

    def test_a_bad_line_is_named(self, run):
        status, out, err = run("dates", "--jsonl", stdin=b'{"id": "a", "text": "2021-05-03"}\nbad\n')
        assert (status, err) == (1, "timeline: line 2: it is not JSON\n")
        assert json.loads(out)["id"] == "a"

    def test_date_order(self, run):
        assert "read with MDY" in run("dates", "--date-order", "MDY", stdin=b"2021-05-03")[1]

    @pytest.mark.parametrize(
        ("arguments", "status", "sentence"),
        [
            pytest.param(["missing"], 1, "missing: there is no such file or folder", id="missing"),
            pytest.param(
                ["--jsonl", "missing"], 1, "missing: it cannot be read: no such file or directory", id="lines"
            ),
            pytest.param(["--published", "soon"], 2, "'soon' is no date of the form", id="date"),
            pytest.param([], 1, "it is empty", id="empty"),
        ],
    )
    def test_what_cannot_be_read(self, run, arguments, status, sentence):
        stopped, out, err = run("dates", *arguments)
        assert (stopped, out) == (status, "")
        assert err.startswith("timeline: ")
        assert sentence in err


class TestServe:
    @pytest.fixture
    def served(self, monkeypatch):
        """What the dashboard was asked to show."""

        class Calls(list):
            guarded = None

        calls = Calls()

        def serve(source, *, port, open_browser, on_ready, **guarded):
            calls.append((str(source), port, open_browser))
            calls.guarded = guarded
            on_ready(f"http://127.0.0.1:{port}/")

        monkeypatch.setattr("timeline.commands.serve._extension", {"serve": serve}.__getitem__)
        return calls

    def test_project(self, run, project, served):
        status, out, err = run("serve", project, "--port", "9000", "--no-browser")
        assert (status, out, err) == (0, "", "Showing case.timeline at http://127.0.0.1:9000/\n")
        assert served == [("case.timeline", 9000, False)]

    @pytest.mark.parametrize(
        ("options", "guarded"),
        [
            ((), {"token": True, "allow": None}),
            (("--no-token",), {"token": False, "allow": None}),
            (("--allow", ".", "--allow", "/"), {"token": True, "allow": [Path(), Path("/")]}),
        ],
        ids=["as-a-rule", "no-token", "folders"],
    )
    def test_who_may_look_and_at_what(self, run, project, served, options, guarded):
        assert run("serve", project, *options)[0] == 0
        assert served.guarded == guarded

    def test_only_folders_are_allowed(self, run, project, served):
        assert run("serve", project, "--allow", "missing")[0] == 2
        assert run("serve", project, "--allow", project)[0] == 2
        assert served == []

    def test_documents(self, run, box, served):
        assert run("serve", "box")[0] == 0
        assert served == [("box.timeline", None, True)]
        assert len(titles("box.timeline")) == 3

    def test_documents_into_a_project(self, run, box, served):
        run("serve", "box", "-o", "case.timeline", "--published", "a=2021-05-06")
        assert served == [("case.timeline", None, True)]

    def test_a_folder_that_cannot_be_written(self, run, box, served, monkeypatch):
        monkeypatch.setattr(os, "access", lambda path, mode: False)  # the tests may run as root, who may write anywhere
        _, _, err = run("serve", "box")
        assert "cannot be written: building into" in err
        assert Path(served[0][0]).name == "box.timeline"
        assert is_project(served[0][0])

    def test_nothing_to_show(self, run, here, served):
        assert run("serve", "missing")[0] == 1
        assert run("serve", "missing.timeline")[0] == 2
        Path("other.timeline").write_text("mine")
        assert run("serve", "other.timeline")[0] == 2
        assert served == []

    def test_a_project_is_shown_as_it_is(self, run, project, served):
        status, _, err = run("serve", project, "--published", "letter=2021")
        assert (status, served) == (2, [])
        assert "that is a project already" in err

    def test_bad_files_are_told_at_the_end(self, run, box, served):
        (box / "bad.txt").write_bytes(b"\0")
        assert run("serve", "box")[0] == 1
        assert len(served) == 1

    def test_no_dashboard(self, run, project, monkeypatch):
        monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: ())
        status, _, err = run("serve", project)
        assert status == 2
        assert "'serve'" in err


class TestChart:
    def test_draws(self, run, project, monkeypatch, timeline):
        drawn = []
        module = types.ModuleType("timeline.charts")
        module.write = lambda *arguments, **options: drawn.append((*arguments, options))
        monkeypatch.setitem(sys.modules, "timeline.charts", module)
        monkeypatch.setattr("timeline.charts", module, raising=False)
        assert run("chart", project, "-o", "a.svg", "--title", "Case", "--theme", "dark") == (0, "", "")
        assert run("chart", project, "-o", "b.svg", "--lanes", "place", "--all") == (0, "", "")
        assert drawn == [
            (timeline, Path("a.svg"), {"title": "Case", "theme": "dark", "lanes": None, "all_events": False}),
            (timeline, Path("b.svg"), {"title": None, "theme": "light", "lanes": "place", "all_events": True}),
        ]

    @pytest.mark.parametrize("kind", get_args(LaneKind))
    def test_offers_every_kind_of_lanes(self, kind):
        assert kind in list(Lanes)

    def test_not_over_the_project(self, run, project):
        assert run("chart", project, "-o", project)[0] == 2


def test_schema(run):
    status, out, _ = run("schema")
    assert status == 0
    assert json.loads(out)["title"] == "timeline/1"


class TestFailures:
    @pytest.mark.parametrize(
        ("error", "status", "sentence"),
        [
            pytest.param(ExportError("it is full"), 2, "timeline: it is full\n", id="ours"),
            pytest.param(KeyboardInterrupt(), 130, "timeline: stopped\n", id="Ctrl-C"),
            pytest.param(KeyError("x"), 70, UNEXPECTED, id="unexpected"),
        ],
    )
    def test_one_line_each(self, run, project, monkeypatch, error, status, sentence):
        def fail(*_):
            raise error

        monkeypatch.setattr("timeline.commands.show.read_timeline", fail)
        assert run("show", project) == (status, "", sentence)

    @pytest.mark.parametrize(
        ("arguments", "variable"), [pytest.param(["--debug"], "", id="option"), pytest.param([], "1", id="variable")]
    )
    def test_details_on_demand(self, run, project, monkeypatch, arguments, variable):
        def fail(*_):
            raise KeyError("x")

        monkeypatch.setattr("timeline.commands.show.read_timeline", fail)
        monkeypatch.setenv("TIMELINE_DEBUG", variable)
        status, out, err = run("show", project, *arguments)
        assert (status, out) == (70, "")
        assert err.startswith("Traceback (most recent call last):\n")
        assert "in fail\n" in err
        assert err.endswith("timeline: an error in this program: KeyError: 'x'\n")

    @pytest.mark.parametrize(
        "arguments",
        [
            ["build", "", "-o", "case.timeline"], ["build", "box", " ", "-o", "case.timeline"],
            ["build", "box", "-o", ""], ["build", "box", "-o", "case.timeline", "--failures", ""],
            ["serve", ""], ["export", ""], ["export", "case.timeline", "-o", ""], ["chart", "case.timeline", "-o", ""],
            ["show", ""], ["corrections", ""], ["correct", "", "log.json"],
        ],
        ids=" ".join,
    )  # fmt: skip
    def test_an_empty_name_is_refused(self, run, here, box, arguments):
        status, out, err = run(*arguments)
        assert (status, out) == (2, "")
        assert "empty" in err
        assert sorted(path.name for path in here.iterdir()) == ["box"]


class TestBadDocuments:
    """One document that the program stumbles over: it is named, and the rest is built."""

    REASON = "its dates could not be read, by an error in this program: IndexError: list index out of range"

    @pytest.fixture(autouse=True)
    def bad(self, box) -> Path:
        (box / "bad.txt").write_text("2021-05-03 this breaks")
        return box / "bad.txt"

    def test_it_is_named_and_the_rest_is_built(self, run):
        status, out, err = run("build", "box", "-o", "case.timeline")
        assert (status, out) == (1, "")
        assert err == (
            f"Could not be read (1):\nbox/bad.txt: {self.REASON}\n"
            "case.timeline: 3 events (1 undated) in 3 reports from 2 documents (3 new, 1 failed)\n"
        )
        assert len(titles("case.timeline")) == 3

    def test_one_of_several_in_a_file_is_named_by_its_id(self, run):
        lines = [{"id": "d1", "text": "2021-05-03 it snowed"}, {"id": "d2", "text": "this breaks"}]
        Path("in.jsonl").write_text("\n".join(map(json.dumps, lines)))
        assert f"in.jsonl, d2: {self.REASON}\n" in run("build", "in.jsonl", "-o", "case.timeline")[2]

    def test_it_is_tried_and_told_again(self, run, bad):
        run("build", "box", "-o", "case.timeline")
        assert run("build", "box", "-o", "case.timeline")[0] == 1
        bad.write_text("2021-05-03 it was mended")
        assert run("build", "box", "-o", "case.timeline")[0] == 0
        assert "2021-05-03 it was mended" in titles("case.timeline")

    def test_where_all_fail_the_results_before_stay(self, run, box):
        run("build", "box/a.txt", "-o", "case.timeline")
        before = titles("case.timeline")
        (box / "a.txt").write_text("this breaks")
        assert run("build", "box/a.txt", "-o", "case.timeline")[0] == 1
        assert titles("case.timeline") == before

    def test_where_all_fail_no_project_is_made(self, run, here):
        assert run("build", "box/bad.txt", "-o", "case.timeline")[0] == 1
        assert not (here / "case.timeline").exists()

    def test_debug_shows_where(self, run):
        err = run("build", "box", "-o", "case.timeline", "--debug")[2]
        assert err.index("IndexError: list index out of range\n\nThe above") < err.index("Could not be read")
        assert "in find_dates\n" in err

    def test_dates_of_a_text(self, run):
        status, out, err = run("dates", "box/bad.txt")
        assert (status, out, err) == (1, "", f"timeline: box/bad.txt: {self.REASON}\n")

    def test_dates_of_lines(self, run):
        rows = [{"id": "d1", "text": "this breaks"}, {"id": "d2", "text": "2021-05-03 it snowed"}]
        status, out, err = run("dates", "--jsonl", stdin="\n".join(map(json.dumps, rows)).encode())
        assert (status, [json.loads(line)["id"] for line in out.splitlines()]) == (1, ["d2"])
        assert err == f"timeline: line 1: d1: {self.REASON}\n"


class TestFailureLists:
    def rows(self, path: str) -> list[dict[str, str | None]]:
        return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]

    def test_all_that_could_not_be_read(self, run, box):
        (box / "bad.txt").write_text("this breaks")
        (box / "photo.jpg").write_bytes(b"\xff")
        assert run("build", "box", "missing.txt", "-o", "case.timeline", "--failures", "failed.jsonl")[0] == 1
        assert self.rows("failed.jsonl") == [
            {
                "path": "missing.txt",
                "document": None,
                "stage": "reading",
                "reason": "there is no such file or folder",
            },
            {"path": "box/bad.txt", "document": "bad", "stage": "dates", "reason": TestBadDocuments.REASON},
            {"path": "box/photo.jpg", "document": None, "stage": "reading", "reason": "its format cannot be read"},
        ]

    def test_it_is_empty_where_all_was_read(self, run, box):
        Path("failed.jsonl").write_text("of the build before")
        assert run("build", "box", "-o", "case.timeline", "--failures", "failed.jsonl")[0] == 0
        assert self.rows("failed.jsonl") == []

    def test_it_may_go_to_standard_output(self, run, box):
        status, out, _ = run("build", "missing.txt", "-o", "case.timeline", "--failures", "-")
        assert (status, json.loads(out)["path"]) == (1, "missing.txt")

    def test_no_path_is_cut_or_changed(self, run, here):
        deep = here / ("long folder  name/" * 10)
        deep.mkdir(parents=True)
        for name in ("a.txt", "b.txt"):
            (deep / name).write_bytes(b"\0\0")
        err = run("build", str(here), "-o", "case.timeline")[2]
        for name in ("a.txt", "b.txt"):
            assert f"{deep / name}: it is not text: it holds NUL characters\n" in err

    def test_no_path_speaks_to_the_terminal(self, run, here):
        (here / "box").mkdir()
        (here / "box/\x1b[2Jbad.txt").write_bytes(b"\0\0")
        assert "box/\ufffd[2Jbad.txt: it is not text" in run("build", "box", "-o", "case.timeline")[2]


class TestHowMuchIsSaid:
    @pytest.fixture(autouse=True)
    def mixed(self, box) -> None:
        (box / "bad.txt").write_bytes(b"\0\0")
        (box / "stray.txt").write_bytes(b"2021-05-03 a stray\0 character")
        (box / "photo.jpg").write_bytes(b"\xff")

    BAD = "Could not be read (1):\nbox/bad.txt: it is not text: it holds NUL characters\n"
    NOTICE = "box/stray.txt: it holds 1 NUL character, read as U+FFFD\n"

    def test_as_a_rule_what_came_of_it(self, run):
        assert run("build", "box", "-o", "case.timeline")[2] == (
            f"Passed over 1 file of formats that cannot be read: .jpg (1)\n{self.NOTICE}{self.BAD}"
            "case.timeline: 4 events (1 undated) in 4 reports from 3 documents (3 new)\n"
        )

    @pytest.mark.parametrize("option", ["--quiet", "-q"])
    def test_quiet(self, run, option):
        assert run("build", "box", "-o", "case.timeline", option) == (1, "", self.BAD)

    @pytest.mark.parametrize("option", ["--verbose", "-v"])
    def test_verbose(self, run, option, monkeypatch):
        monkeypatch.setattr("timeline.project.documents.RACY_NANOSECONDS", 0)
        first = run("build", "box", "-o", "case.timeline", option)[2]
        assert "box/a.txt: read, documents: 1\n" in first
        second = run("build", "box", "-o", "case.timeline", option)[2]
        assert "box/a.txt: not changed since it was read\n" in second
        assert self.BAD in second

    def test_they_exclude_each_other(self, run):
        assert run("build", "box", "-o", "case.timeline", "-q", "-v")[0] == 2

    @pytest.mark.parametrize("command", COMMANDS)
    def test_every_command_has_them(self, run, command):
        out = run(command, "--help")[1]
        assert all(option in out for option in ("--quiet", "--verbose", "--debug"))


class TestProcess:
    """What only a process of its own can show."""

    COMMAND = (sys.executable, "-c", "from timeline.commands import main; main()")

    @pytest.mark.parametrize("arguments", [("show",), ("export",), ("export", "--format", "csv")])
    def test_a_reader_that_goes_away(self, project, arguments):
        command, *options = arguments
        process = subprocess.Popen(  # noqa: S603
            [*self.COMMAND, command, project, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        process.stdout.close()
        with process.stderr as errors:
            assert errors.read() == b""
        assert process.wait() in (1, 141)

    @pytest.mark.parametrize("arguments", [("show",), ("export",), ("export", "--format", "csv")])
    def test_a_full_standard_output(self, project, arguments):
        command, *options = arguments
        with Path("/dev/full").open("wb") as full:
            done = self.done(command, project, *options, stdout=full)
        assert (done.returncode, done.stderr) == (
            2,
            "timeline: standard output cannot be written: no space left on device\n",
        )

    @pytest.mark.parametrize("arguments", [("export",), ("show",), ("schema",)])
    def test_no_standard_output(self, project, arguments):
        command, *options = arguments
        named = [project] * (command != "schema")
        done = self.done(command, *named, *options, preexec_fn=lambda: os.close(1))
        assert (done.returncode, done.stderr) == (2, "timeline: standard output is closed\n")

    @pytest.mark.parametrize(
        ("arguments", "name"),
        [
            pytest.param(("export",), "case.json", id="json"),
            pytest.param(("export",), "case.csv", id="csv"),
            pytest.param(("chart",), "case.html", id="chart"),
            pytest.param(("corrections",), "log.json", id="corrections"),
        ],
    )
    def test_a_full_disk_leaves_what_was_written_before(self, project, arguments, name):
        Path(name).write_text("of yesterday")
        limit = 10  # bytes that a file may have
        done = self.done(
            *arguments,
            project,
            "-o",
            name,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
        )
        assert (done.returncode, done.stderr) == (2, f"timeline: {name} cannot be written: file too large\n")
        assert Path(name).read_text() == "of yesterday"
        assert sorted(path.name for path in Path().iterdir()) == sorted([name, project])

    def test_standard_error_that_is_full_stops_nothing(self, box):
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run([*self.COMMAND, "build", "box", "missing"], stderr=full, check=False)  # noqa: S603
        assert done.returncode == 1
        assert is_project("box.timeline")

    def done(self, *arguments: str, **settings: object) -> subprocess.CompletedProcess[str]:
        settings = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, **settings}
        return subprocess.run([*self.COMMAND, *arguments], text=True, check=False, **settings)  # noqa: S603


def as_from_a_terminal() -> None:
    """Signals as a shell hands them on, whatever the tests were started by (`nohup`, a job in the background)."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.mark.parametrize(
    ("number", "status"),
    [
        pytest.param(signal.SIGTERM, 143, id="SIGTERM"),
        pytest.param(signal.SIGHUP, 129, id="SIGHUP"),
        pytest.param(signal.SIGINT, 130, id="Ctrl-C"),
    ],
)
class TestSignals:
    """A build that is stopped while it waits for the second of three documents: the first is kept."""

    PROGRAM = """
import sys, time
from timeline import commands, pipeline
from timeline.project import cache
cache.CACHE_SECONDS = 3600  # so that nothing is kept but what is kept on the way out
read = pipeline._read
def slowly(document, *rest):
    if document.id == {slow!r}:
        print("waiting", flush=True)
        time.sleep(60)
    return read(document, *rest)
pipeline._read = slowly
commands.main(["build", "box", "-o", "case.timeline"])
"""

    @pytest.fixture
    def started(self, here) -> Iterator[subprocess.Popen[str]]:
        (here / "box").mkdir()
        texts = {name: f"The bridge {name} was closed on 3 May 2021." for name in ("a", "b", "c")}
        for name, text in texts.items():
            (here / f"box/{name}.txt").write_text(text)
        slow = sorted(texts, key=lambda name: Document(name, texts[name]).sha256)[1]
        with subprocess.Popen(  # noqa: S603
            [sys.executable, "-c", self.PROGRAM.format(slow=slow)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=as_from_a_terminal,
        ) as process:
            yield process
            process.kill()

    def test_keeps_what_was_done(self, started, number, status):
        assert started.stdout.readline() == "waiting\n"
        started.send_signal(number)
        assert (started.wait(20), started.stderr.read()) == (status, "timeline: stopped\n")
        with closing(sqlite3.connect("case.timeline")) as connection:
            assert connection.execute("SELECT count(*) FROM cache").fetchone() == (1,)


def test_a_signal_that_is_ignored_stays_so():
    program = (
        "import os, signal, time\nfrom timeline.commands import program\n"
        "program.app = lambda _: (os.kill(os.getpid(), signal.SIGHUP), print('still here'))\nprogram.main([])"
    )
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", program],
        preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "still here\n"

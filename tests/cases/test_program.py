"""The whole program as a person runs it: documents on disk, the shipped pipeline, one process a command."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import timeline
from timeline import curation, open_project

COMMAND = (sys.executable, "-c", "from timeline.commands import main; main()")

LETTER = """Bridge opens in Harwick

HARWICK, 4 May 2021 - The mayor of Harwick, Ada Moss, opened the new bridge on Monday.

The old bridge was closed in February 2020 after a flood destroyed one of its pillars. Engineers inspected the ruins
last year. "We signed the contract on 12 June 2020," Moss told reporters.
"""

NOTE = """Harwick celebrates its bridge

Mayor Ada Moss opened the new bridge on 3 May 2021. A second bridge will be built by 2024.
"""


@pytest.fixture
def here(tmp_path, monkeypatch) -> Path:
    """A folder with two letters about one event."""
    (tmp_path / "box").mkdir()
    (tmp_path / "box/letter.txt").write_text(LETTER, encoding="utf-8")
    (tmp_path / "box/note.txt").write_text(NOTE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess:
    return subprocess.run([*COMMAND, *arguments], input=stdin, capture_output=True, text=True, check=False)  # noqa: S603


def exported(project: str) -> dict:
    return json.loads(run("export", project, "--all").stdout)


def test_from_letters_to_an_export(here):
    built = run("build", "box", "-o", "case.timeline")
    assert (built.returncode, built.stdout) == (0, "")
    found = exported("case.timeline")
    Draft202012Validator(json.loads(run("schema").stdout)).validate(found)
    texts = {source["id"]: Path(source["path"]).read_text(encoding="utf-8") for source in found["sources"]}
    assert set(texts) == {"letter", "note"}
    for event in found["events"]:
        for mention in event["mentions"]:
            text, quote = texts[mention["source"]], mention["quote"]
            for span in (quote, mention["trigger"], mention["date"], *mention["participants"], *mention["places"]):
                if span["start"] is not None:
                    assert text[span["start"] : span["end"]] == span["text"]
                    assert quote["start"] <= span["start"] <= span["end"] <= quote["end"]
    dates = {event["edtf"] for event in found["events"]}
    assert {"2020-06-12", "2021-05-03"} <= dates
    opened = [event for event in found["events"] if event["edtf"] == "2021-05-03"]
    assert len(opened) == 1
    assert {mention["source"] for mention in opened[0]["mentions"]} == {"letter", "note"}
    assert "2021-05-03" in run("show", "case.timeline").stdout


def test_why_an_event_has_its_date_and_reports(here):
    run("build", "box", "-o", "case.timeline")
    told = run("why", "case.timeline", "opened")
    assert (told.returncode, told.stderr) == (0, "")
    for expected in ("‘3 May 2021’", "3 reports from 2 sources are one event", "its date is the event's", "dateline"):
        assert expected in told.stdout
    found = json.loads(run("why", "case.timeline", "opened", "--json").stdout)
    decides = [report["date"]["text"] for report in found["reports"] if report["decides"]]
    assert decides == ["3 May 2021"]
    assert found["edtf"] == "2021-05-03"


def test_main_events_unless_all_are_asked_for(here):
    run("build", "box", "-o", "case.timeline")
    with open_project("case.timeline") as project:
        built = project.timeline()
        (opened,) = (event for event in built if str(event.when) == "2021-05-03")
        decisions = [curation.leave_out(event, timeline=built) for event in built if event.id != opened.id]
        project.correct_all(decisions, who="Ann", at="2026-05-03T09:30:00Z", seen=0)
    further = f"{len(decisions)} further events are kept: --all\n"
    some, whole = run("export", "case.timeline"), run("export", "case.timeline", "--all")
    assert (some.stderr, whole.stderr) == (further, "")
    assert [event["id"] for event in json.loads(some.stdout)["events"]] == [opened.id]
    kept = json.loads(whole.stdout)
    assert {event["id"]: event["main"] for event in kept["events"]} == {e.id: e.id == opened.id for e in built}
    assert json.loads(some.stdout)["sources"] == kept["sources"]
    Draft202012Validator(json.loads(run("schema").stdout)).validate(kept)
    for command in ("show", "chart"):
        output = ["-o", "chart.html"] if command == "chart" else []
        shown, everything = run(command, "case.timeline", *output), run(command, "case.timeline", "--all", *output)
        assert (shown.returncode, shown.stderr, everything.stderr) == (0, further, "")
    assert len(run("show", "case.timeline").stdout.splitlines()) == 1
    assert Path("chart.html").read_text(encoding="utf-8").count("<article") == len(built.events)
    assert "no main event" in run("why", "case.timeline", decisions[0].event).stdout
    assert run("build", "-o", "case.timeline").returncode == 0  # what persons said holds in the next build
    assert run("export", "case.timeline").stderr == further


def test_the_same_however_it_was_built_up(here):
    run("build", "box", "-o", "at-once.timeline")
    run("build", "box/note.txt", "-o", "bit-by-bit.timeline")
    run("build", "box/letter.txt", "-o", "bit-by-bit.timeline")
    run("build", "box/letter.txt", "box", "-o", "bit-by-bit.timeline")
    at_once, bit_by_bit = exported("at-once.timeline"), exported("bit-by-bit.timeline")
    for found in (at_once, bit_by_bit):
        for event in found["events"]:
            event["aliases"] = []
    assert at_once == bit_by_bit


def test_hostile_documents_end_no_run(here):
    (here / "box/empty.txt").write_text("")
    (here / "box/binary.txt").write_bytes(bytes(range(256)))
    (here / "box/markup.txt").write_text("<script>alert(1)</script> [link](javascript:x) on 3 May 2021 opened a hole.")
    (here / "box/dates.txt").write_text("99/99/9999 31 February 2021 0000-00-00 the 45th of May " * 50)
    (here / "box/one-line.txt").write_text("In May 2021 the council met and voted, " * 50)
    (here / "box/odd.txt").write_text(
        "\u202e\u200b\ufeff \U0001f468\u200d\U0001f469 e\u0301 met on 3 May 2021.", encoding="utf-8"
    )
    built = run("build", "box", "-o", "case.timeline")
    assert built.returncode == 1
    assert "Traceback" not in built.stderr
    assert {source["id"] for source in exported("case.timeline")["sources"]} == {
        "letter", "note", "markup", "dates", "one-line", "odd",
    }  # fmt: skip


def test_dates_of_json_lines(here):
    lines = [
        {"id": "a", "text": LETTER, "published": None},
        {"id": "b", "text": "It rained yesterday.", "published": "2021-05-06"},
    ]
    done = run("dates", "--jsonl", stdin="\n".join(map(json.dumps, lines)))
    assert (done.returncode, done.stderr) == (0, "")
    first, second = map(json.loads, done.stdout.splitlines())
    for date in first["dates"]:
        assert LETTER[date["start"] : date["end"]] == date["text"]
    assert "2020-06-12" in {date["edtf"] for date in first["dates"]}
    assert [(date["text"], date["value"], date["basis"]) for date in second["dates"]] == [
        ("yesterday", "2021-05-05", "relative")
    ]


def test_ctrl_c():
    process = subprocess.Popen(  # noqa: S603
        [*COMMAND, "dates", "--jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # which a job in the background ignores
    )
    with process:
        process.stdin.write(b"bad\n")
        process.stdin.flush()
        process.stderr.readline()  # it is at work
        time.sleep(0.5)  # and waits for more: a signal in the midst of its printing may be lost
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()
    assert (process.returncode, out, err) == (130, b"", b"timeline: stopped\n")


def test_a_build_that_is_stopped_goes_on_where_it_was(here):
    """Killed while it works, it leaves a project that the next build completes."""
    process = subprocess.Popen([*COMMAND, "build", "box", "-o", "case.timeline"], stderr=subprocess.DEVNULL)  # noqa: S603
    while process.poll() is None and not Path("case.timeline").exists():
        pass
    process.kill()
    process.wait()
    assert run("build", "box", "-o", "case.timeline").returncode == 0
    assert exported("case.timeline")["events"]


def test_corrections_hold_when_documents_come(here):
    run("build", "box/letter.txt", "-o", "case.timeline")
    with open_project("case.timeline") as project:
        before = project.timeline()
        closed, signed = (
            next(e for e in before if e.mentions[0].trigger.text == word) for word in ("closed", "signed")
        )
        decisions = (
            curation.merge(closed, signed, timeline=before),
            curation.retitle(signed, "One bridge goes, one comes", timeline=before),
        )
        for number, draft in enumerate(decisions):
            project.correct(draft, who="A. Meyer", at="2026-05-03T09:30:00Z", seen=number)
    (here / "box/letter.txt").write_text("From our archive\n\n" + LETTER, encoding="utf-8")
    assert run("build", "box", "-o", "case.timeline").returncode == 0
    (merged,) = [event for event in exported("case.timeline")["events"] if event["review"]]
    assert merged["title"] == "One bridge goes, one comes"
    assert merged["review"]["changed"] == ["title", "merged"]
    assert {"closed", "signed"} <= {mention["trigger"]["text"] for mention in merged["mentions"]}


def test_a_changed_word_is_seen_by_the_next_build(here):
    """What was worked out with other code or other tables is worked out again."""
    shutil.copytree(Path(timeline.__file__).parent, here / "library/timeline")
    environment = os.environ | {"PYTHONPATH": str(here / "library"), "PYTHONDONTWRITEBYTECODE": "1"}
    (here / "box/note.txt").write_text("Rebels allegedly burned the bridge on 3 May 2021.", encoding="utf-8")

    def status() -> str:
        for arguments in (("build", "box/note.txt", "-o", "case.timeline"), ("export", "case.timeline")):
            done = subprocess.run(  # noqa: S603
                [*COMMAND, *arguments], env=environment, capture_output=True, text=True, check=True
            )
        return json.loads(done.stdout)["events"][0]["status"]

    assert status() == "claimed"
    words = here / "library/timeline/events/status_words.tsv"
    rows = words.read_text(encoding="utf-8").splitlines(keepends=True)
    words.write_text("".join(row for row in rows if not row.startswith("allegedly\t")), encoding="utf-8")
    assert status() == "occurred"

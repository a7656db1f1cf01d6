"""The exports: what the contract promises, read from the outside as other programs do."""

import csv
import io
import json
import re
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from timeline import export
from timeline.errors import ExportError
from timeline.export.json import dumps, schema
from timeline.model import Event, Extent, Note, Review, Source, Status, Timeline, main_events


@pytest.fixture
def exported(timeline):
    return json.loads(dumps(timeline))


def slices(part):
    """Every span of words in a part of the export."""
    if isinstance(part, list):
        for one in part:
            yield from slices(one)
    elif isinstance(part, dict):
        if {"start", "end", "text"} <= set(part):
            yield part
        for one in part.values():
            yield from slices(one)


class TestJson:
    def test_is_valid(self, exported):
        described = schema()
        assert described["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        Draft202012Validator.check_schema(described)
        Draft202012Validator(described).validate(exported)

    def test_an_empty_timeline_is_valid(self):
        Draft202012Validator(schema()).validate(json.loads(dumps(Timeline())))

    @pytest.mark.parametrize(
        "path",
        [
            pytest.param(["schema"], id="schema"),
            pytest.param(["events", 0, "id"], id="id"),
            pytest.param(["events", 0, "aliases"], id="aliases"),
            pytest.param(["events", 0, "granularity"], id="granularity"),
            pytest.param(["events", 0, "main"], id="main"),
            pytest.param(["events", 0, "review"], id="review"),
            pytest.param(["events", 0, "mentions", 0, "trigger"], id="trigger"),
            pytest.param(["events", 0, "mentions", 0, "date", "text"], id="text of a date"),
            pytest.param(["events", 0, "mentions", 0, "speaker"], id="speaker"),
            pytest.param(["sources", 0, "published"], id="published"),
            pytest.param(["sources", 0, "published", "start"], id="day of publication"),
            pytest.param(["sources", 0, "publisher"], id="publisher"),
        ],
    )
    def test_what_is_promised_must_be_there(self, exported, path):
        *parents, name = path
        part = exported
        for step in parents:
            part = part[step]
        del part[name]
        assert not Draft202012Validator(schema()).is_valid(exported)

    @pytest.mark.parametrize(
        ("path", "value"),
        [
            pytest.param(["events", 0, "status"], "hoped", id="status"),
            pytest.param(["events", 0, "start"], "49 BC", id="day"),
            pytest.param(["events", 0, "confidence"], 1.5, id="confidence"),
            pytest.param(["events", 0, "main"], None, id="main"),
            pytest.param(["events", 0, "review"], {"state": "confirmed"}, id="half a review"),
            pytest.param(["events", 0, "mentions"], [], id="no mention"),
            pytest.param(["events", 0, "mentions", 0, "quote"], None, id="no quote"),
            pytest.param(["events", 0, "mentions", 0, "trigger"], None, id="no trigger"),
            pytest.param(["events", 0, "mentions", 0, "quote", "start"], -1, id="offset"),
            pytest.param(["sources", 0, "published"], None, id="published"),
        ],
    )
    def test_what_is_not_allowed(self, exported, path, value):
        *parents, name = path
        part = exported
        for step in parents:
            part = part[step]
        part[name] = value
        assert not Draft202012Validator(schema()).is_valid(exported)

    def test_other_fields_are_allowed(self, exported):
        exported["events"][0]["colour"] = "red"
        exported["events"][0]["mentions"][0]["date"]["colour"] = "red"
        Draft202012Validator(schema()).validate(exported)

    def test_head(self, exported):
        assert exported["schema"] == "timeline/1"
        assert exported["generator"] == {"name": "sourced-timeline", "version": "0", "model": "none"}

    def test_sources(self, exported, timeline):
        letter, note = exported["sources"]
        assert letter["id"] == "letter"
        assert letter["path"] == "box/letter.txt"
        assert letter["title"] == "Bridge opens at last"
        assert (letter["publisher"], letter["author"], letter["url"], letter["language"]) == (
            "The Post",
            None,
            None,
            "en",
        )
        assert letter["sha256"] == timeline.sources[0].document.sha256
        assert letter["published"]["edtf"] == "2021-05-03~"
        assert (letter["published"]["start"], letter["published"]["end"]) == ("2021-05-03", "2021-05-03")
        assert (letter["published"]["basis"], letter["published"]["reason"]) == ("stated", "its byline")
        assert [found["text"] for found in letter["published"]["evidence"]] == ["3 May 2021"]
        assert note["published"] == {
            "edtf": "", "start": None, "end": None, "basis": "unknown", "reason": "nothing says when", "evidence": [],
        }  # fmt: skip

    def test_events(self, exported):
        crossed, closed, opened, built = exported["events"]
        assert (crossed["edtf"], crossed["start"], crossed["end"]) == ("-0048~", "-0048-01-01", "-0048-12-31")
        assert (crossed["granularity"], crossed["approximate"]) == ("year", True)
        assert (closed["edtf"], closed["start"], closed["end"]) == ("2020-02/..", "2020-02-01", None)
        assert (closed["extent"], opened["extent"]) == ("throughout", "within")
        assert (built["edtf"], built["start"], built["end"]) == ("", None, None)
        assert (built["granularity"], built["approximate"]) == (None, False)
        assert opened["id"] == "e1"
        assert opened["aliases"] == ["e0"]
        assert (opened["participants"], opened["places"]) == (["the bridge", "The mayor"], ["Bridge"])
        assert (opened["confidence"], opened["salience"]) == (0.9, 0.9)
        assert opened["reasons"] == ["both tell of an opening of the bridge"]
        assert opened["disagreements"] == [
            {
                "about": "date",
                "accounts": [{"value": "2021-05-02", "mentions": [0]}, {"value": "2021-05-01", "mentions": [1]}],
            }
        ]

    def test_review(self, exported, timeline):
        assert [event["review"] for event in exported["events"]] == [None] * 4
        review = Review("confirmed", ("title", "added"), (Note("A. Meyer", "2026-05-03T09:30:00Z", "Seen."),), (3, 4))
        reviewed = replace(timeline, events=(replace(timeline.events[0], review=review),))
        written = json.loads(dumps(reviewed))
        Draft202012Validator(schema()).validate(written)
        assert written["events"][0]["review"] == {
            "state": "confirmed",
            "changed": ["title", "added"],
            "notes": [{"who": "A. Meyer", "at": "2026-05-03T09:30:00Z", "text": "Seen."}],
            "corrections": [3, 4],
        }

    def test_mentions(self, exported):
        mention = exported["events"][2]["mentions"][0]
        assert mention["source"] == "letter"
        assert mention["trigger"]["text"] == "opened"
        date = mention["date"]
        assert (date["text"], date["edtf"], date["basis"]) == ("yesterday", "2021-05-02", "relative")
        assert (date["type"], date["value"], date["mod"]) == ("DATE", "TIMEX3 2021-05-02", "APPROX")
        assert date["reason"] == "'yesterday' says so"
        assert mention["status"] == "claimed"
        assert (mention["status_words"]["text"], mention["speaker"]["text"]) == ("said", "The mayor")
        assert [(part["text"], part["role"], part["name"]) for part in mention["participants"]] == [
            ("the bridge", "patient", "the bridge")
        ]
        assert [(place["text"], place["name"]) for place in mention["places"]] == [("bridge", "Bridge")]

    def test_the_date_of_a_mention_is_that_of_its_words(self, exported):
        mention = exported["events"][1]["mentions"][0]
        assert (mention["date"]["edtf"], mention["when"]) == ("2020-02", "2020-02/..")

    def test_what_nobody_says_is_null(self, exported):
        mention = exported["events"][3]["mentions"][0]
        date = mention["date"]
        assert (date["start"], date["end"], date["text"], date["edtf"]) == (None, None, None, "")
        assert date["basis"] == "publication"
        assert (mention["status_words"], mention["speaker"], mention["when"]) == (None, None, "")

    def test_every_span_is_the_slice_of_its_source(self, exported, timeline):
        texts = {source.document.id: source.document.text for source in timeline.sources}
        seen = 0
        for event in exported["events"]:
            for mention in event["mentions"]:
                for found in slices(mention):
                    if found["start"] is not None:
                        seen += 1
                        assert texts[mention["source"]][found["start"] : found["end"]] == found["text"]
        assert seen > 15

    def test_text_is_written_as_it_is(self, timeline):
        text = dumps(timeline)
        assert "\U0001f309" in text
        assert text.endswith("\n")
        assert dumps(timeline) == text

    def test_a_line_for_each_source_and_event(self, timeline):
        lines = dumps(timeline).splitlines()
        assert sum(line.startswith("{") for line in lines[1:]) == len(timeline.sources) + len(timeline.events)

    def test_a_disagreement_about_something_else_is_refused(self, timeline):
        event = timeline.events[2]
        broken = replace(event, disagreements=(replace(event.disagreements[0], about="weather"),))
        with pytest.raises(ValueError, match="weather"):
            dumps(replace(timeline, events=(broken,)))


class TestCsv:
    @pytest.fixture
    def rows(self, timeline):
        return list(csv.DictReader(io.StringIO(export.dumps(timeline, format="csv"))))

    def test_rows(self, rows):
        assert [row["id"] for row in rows] == ["e3", "e2", "e1", "e4"]
        assert rows[1] == {
            "id": "e2", "edtf": "2020-02/..", "start": "2020-02-01", "end": "", "granularity": "month",
            "approximate": "no", "status": "occurred", "title": "Bridge closed", "participants": "", "places": "",
            "sources": "1", "quote": "It had been closed since February 2020.", "source": "letter", "time": "",
            "main": "yes",
        }  # fmt: skip
        assert (rows[2]["participants"], rows[2]["sources"]) == ("the bridge; The mayor", "2")
        assert (rows[3]["edtf"], rows[3]["granularity"]) == ("", "")

    def test_no_cell_is_a_formula(self, rows):
        assert rows[2]["title"] == "'@Bridge opens"
        dangerous = ("=", "+", "-", "@", "\t", "\r")
        words = [cell for row in rows for name, cell in row.items() if name not in ("edtf", "start", "end")]
        assert not [cell for cell in words if cell.startswith(dangerous)]

    def test_dates_before_the_common_era_are_plain(self, rows):
        assert (rows[0]["edtf"], rows[0]["start"], rows[0]["end"]) == ("-0048~", "-0048-01-01", "-0048-12-31")
        assert all(re.fullmatch(r"[-\d/.~XYS?%]*", row[name]) for row in rows for name in ("edtf", "start", "end"))

    def test_line_breaks_stay_in_their_cell(self, timeline):
        broken = replace(timeline.events[0], title='two\nlines, and "quotes"')
        rows = list(csv.reader(io.StringIO(export.dumps(Timeline(events=(broken,)), format="csv"), newline="")))
        assert len(rows) == 2
        assert rows[1][7] == 'two\nlines, and "quotes"'


class TestMainEvents:
    @pytest.fixture
    def some(self, timeline) -> Timeline:
        """The timeline with two main events of four: e2 and e4."""
        return replace(timeline, events=tuple(replace(each, main=each.id in ("e2", "e4")) for each in timeline))

    def test_the_timeline_with_its_main_events_alone(self, some, timeline):
        assert [event.id for event in main_events(some)] == ["e2", "e4"]
        assert main_events(some).sources == some.sources
        assert main_events(timeline) is timeline

    @pytest.mark.parametrize(
        ("all_events", "ids"),
        [pytest.param(False, ["e2", "e4"], id="main"), pytest.param(True, ["e3", "e2", "e1", "e4"], id="all")],
    )
    def test_an_export_holds_them_alone_unless_more_is_asked(self, some, tmp_path, all_events, ids):
        written = json.loads(export.dumps(some, all_events=all_events))
        assert [event["id"] for event in written["events"]] == ids
        assert [event["main"] for event in written["events"]] == [id_ in ("e2", "e4") for id_ in ids]
        assert [source["id"] for source in written["sources"]] == ["letter", "note"]
        Draft202012Validator(schema()).validate(written)
        rows = list(csv.DictReader(io.StringIO(export.dumps(some, format="csv", all_events=all_events))))
        assert [(row["id"], row["main"]) for row in rows] == [(i, "yes" if i in ("e2", "e4") else "no") for i in ids]
        export.write(some, tmp_path / "a.json", all_events=all_events)
        assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8")) == written


class TestFiles:
    def test_the_suffix_says_the_format(self, timeline, tmp_path):
        for name in ("a.json", "a.CSV"):
            export.write(timeline, tmp_path / name)
        assert (tmp_path / "a.json").read_text(encoding="utf-8") == export.dumps(timeline)
        assert (tmp_path / "a.CSV").read_text(encoding="utf-8") == export.dumps(timeline, format="csv")

    def test_the_format_can_be_given(self, timeline, tmp_path):
        export.write(timeline, tmp_path / "a.txt", format="csv")
        assert (tmp_path / "a.txt").read_text(encoding="utf-8").startswith("id,edtf,")

    @pytest.mark.parametrize("name", ["a.txt", "a"])
    def test_unknown_format(self, timeline, tmp_path, name):
        with pytest.raises(ExportError, match="is not a format that can be written; these are: csv, json"):
            export.write(timeline, tmp_path / name)
        assert not (tmp_path / name).exists()

    def test_what_cannot_be_written(self, timeline, tmp_path):
        with pytest.raises(ExportError, match="cannot be written: no such file or directory"):
            export.write(timeline, tmp_path / "missing/a.json")
        with pytest.raises(ExportError, match="cannot be written: is a directory"):
            export.write(timeline, tmp_path, format="json")


def test_a_source_with_an_unknown_end_of_publication(timeline):
    first = timeline.sources[0]
    when = timeline.events[1].when
    opened = Source(first.document, replace(first.published, when=when))
    published = json.loads(dumps(Timeline((opened,))))["sources"][0]["published"]
    assert (published["edtf"], published["start"], published["end"]) == ("2020-02/..", "2020-02-01", None)


def test_an_event_needs_a_report(timeline):
    with pytest.raises(ValueError, match="mentions"):
        dumps(Timeline(events=(Event("e", "title", None, Extent.WITHIN, Status.OCCURRED, ()),)))

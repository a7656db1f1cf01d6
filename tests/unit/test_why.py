"""Reasons: each kind has a wording that fits its parts, and JSON gives back what was written, old strings too."""

from __future__ import annotations

import ast
import json
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline
from timeline import Document, Entry, Event, build, open_project
from timeline.project.records import adapter, written
from timeline.why import CONFIDENCE, DATE, JOIN, REPORTS, SHARES, TEXT, CountsFrom, Why, as_json, from_json, text
from timeline.why_words import REFERENCES, WORDINGS, sentence

CODE = Path(timeline.__file__).parent
TABLE = CODE / "why_words.py"


def literals(path: Path, *, reasons: bool) -> set[str]:
    """The strings of a module: all of them, or those that name the kind of a reason where it is made."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and not reasons:
            found.add(node.value)
        if not (isinstance(node, ast.Call) and node.args and reasons):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        kinds = (
            [arg for arg in ast.walk(node.args[0]) if isinstance(arg, ast.Constant)] if name in ("Why", "why") else []
        )
        found |= {kind.value for kind in kinds if isinstance(kind.value, str)}
    return found


MODULES = sorted(path for path in CODE.rglob("*.py") if path != TABLE)


def test_every_kind_that_the_code_makes_has_a_wording() -> None:
    made = set().union(*(literals(path, reasons=True) for path in MODULES))
    assert made - WORDINGS.keys() <= {"publication", "counted", "completed", ""}, made - WORDINGS.keys()
    assert len(made & WORDINGS.keys()) > 50


def test_every_wording_is_that_of_a_kind_that_the_code_makes() -> None:
    assert WORDINGS.keys() - set().union(*(literals(path, reasons=False) for path in MODULES)) == set()


@pytest.mark.parametrize("kind", WORDINGS)
def test_every_wording_runs_with_its_example(kind: str) -> None:
    example = tuple(WORDINGS[kind].example.values())
    for reference in CountsFrom:
        said = sentence(Why(kind, example, reference))
        assert kind == "in-no-words" or reference == CountsFrom.NOTHING or said
        assert all(not isinstance(part, str) or part in said or "day" in WORDINGS[kind].example for part in example)


def test_everything_that_a_date_counts_from_has_words() -> None:
    assert REFERENCES.keys() == set(CountsFrom)


SENTENCES = [
    (text("as it was written {before}"), "as it was written {before}"),
    (
        Why("read-from", ("last year", "2021-05-06"), CountsFrom.PUBLICATION),
        "'last year' read from 6 May 2021, the publication date",
    ),
    (Why("read-from", ("last year", "-0489-09-12"), CountsFrom.TOLD_LAST), "12 September 490 BC, the date told last"),
    (Why("read-from-span", ("the next day", "2021-05-06"), CountsFrom.BESIDE), "2021-05-06, the date named beside it"),
    (Why("all-of", (text("one"), text("other"))), "one; other"),
    (Why("all-of"), ""),
    (
        Why("worked-out", (Why("left-open", (text("so"),)),)),
        "so; but it is told as still to come, so left open (worked",
    ),
    (Why("of-a-later-version", ("3 May", 7, text("so"))), "of-a-later-version; 3 May; 7; so"),
    (Why("written-out", ("3 May", "too many")), "written-out; 3 May; too many"),
]


@pytest.mark.parametrize(("why", "said"), SENTENCES, ids=[str(number) for number in range(len(SENTENCES))])
def test_sentence(why: Why, said: str) -> None:
    assert said in sentence(why)
    assert said or not sentence(why)


def test_a_reason_knows_what_it_rests_on() -> None:
    inner = Why("read-from", ("last year", "2021-05-06"), CountsFrom.PUBLICATION)
    why = Why("worked-out", (Why("left-open", (inner,)),))
    assert why.is_of("read-from")
    assert not why.is_of("written-out")
    assert why.rests_on(CountsFrom.PUBLICATION)
    assert not why.rests_on(CountsFrom.TOLD_LAST)


def test_words_of_a_text_are_not_taken_for_a_reason() -> None:
    why = Why("written-out", ("the publication date, the date told last, it could be (worked out, not stated)",))
    assert not why.rests_on(CountsFrom.PUBLICATION)
    assert not why.rests_on(CountsFrom.TOLD_LAST)
    assert not why.is_of("worked-out")


PARTS = st.recursive(
    st.text() | st.integers() | st.floats(allow_nan=False, allow_infinity=False),
    lambda parts: st.builds(Why, st.text(), st.lists(parts, max_size=3).map(tuple), st.sampled_from(CountsFrom)),
    max_leaves=6,
)
REASONS = st.builds(Why, st.text(), st.lists(PARTS, max_size=3).map(tuple), st.sampled_from(CountsFrom))


@given(REASONS)
def test_json_gives_a_reason_back(why: Why) -> None:
    assert from_json(json.loads(json.dumps(as_json(why)))) == why
    assert isinstance(sentence(why), str)


@pytest.mark.parametrize(
    "value", [7, None, {}, [], ["kind"], [1, ""], ["kind", "", None], ["kind", "nothing known"], ["kind", []]]
)
def test_what_is_no_reason(value: object) -> None:
    with pytest.raises(ValueError, match=r"reason|CountsFrom"):
        from_json(value)


def test_pydantic_writes_and_reads_reasons() -> None:
    (event,) = build([Document("a", "The council closed the bridge on 3 May 2019.")])
    assert adapter(Event).validate_json(written(Event, event)) == event


def test_a_project_of_strings_opens(tmp_path: Path) -> None:
    """A project as version 0.1 wrote it holds each reason as a sentence."""
    file = tmp_path / "old.timeline"
    document = Document("a", "10 June 2019\n\nThe council of Harwick closed the bridge on 3 May 2019.")
    with open_project(file, create=True) as project:
        project.add([Entry(document)])
        project.save(build(project.documents()))
    connection = sqlite3.connect(file)
    for position, data in connection.execute("SELECT position, data FROM source").fetchall():
        row = json.loads(data)
        row["published"]["reason"] = "its byline"
        connection.execute("UPDATE source SET data = ? WHERE position = ?", (json.dumps(row), position))
    for position, data in connection.execute("SELECT position, data FROM event").fetchall():
        row = json.loads(data)
        row["reasons"] = ["'3 May 2019' is written out in full", "2 reports", "same text", "confidence 0.94: plain"]
        row["mentions"][0]["reasons"] = ["beside it", "plain"]
        row["mentions"][0]["date"]["reason"] = "'3 May 2019' is written out in full"
        connection.execute("UPDATE event SET data = ? WHERE position = ?", (json.dumps(row), position))
    connection.commit()
    connection.close()
    with open_project(file) as project:
        (event,) = project.timeline()
        (source,) = project.timeline().sources
    assert event.mentions[0].date.reason == text("'3 May 2019' is written out in full")
    assert source.published.reason == Why(TEXT, ("its byline",))
    assert [why.kind for why in event.reasons] == [DATE, REPORTS, JOIN, CONFIDENCE]
    assert list(map(sentence, event.reasons)) == row["reasons"]
    assert event.mentions[0].reasons == (text("beside it"), Why(SHARES, (text("plain"),)))

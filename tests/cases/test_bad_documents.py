"""One document that something fails on, at any stage: it is named with the stage, the others come out as without it."""

from importlib import import_module

import pytest

from timeline import Document, DocumentError, ModelError, Stage, Timeline, build, find_dates, pipeline
from timeline.dating import anchoring, crossdating

GOOD = (
    Document(
        "bridge", "The mayor of Harwick, Ada Moss, opened the new bridge on 3 May 2021. It had been closed in 2020."
    ),
    Document(
        "mill", "HARWICK, 5 May 2021 - Fire destroyed the mill of Harwick on Tuesday. A week after the fire it rained."
    ),
    Document(
        "talks", "Talks began in Tarn on 7 June 2019. The council met again two days later, said Ada Moss of Harwick."
    ),
)
BAD = Document(
    "bad", "Ada Moss sold the old bridge of Harwick last year, a day after the fire. It was opened on 3 May 1950."
)


def breaking(work, marks):
    """The same work, which fails where its arguments are of the bad document."""

    def broken(*arguments, **named):
        if any(marks(argument) for argument in (*arguments, *named.values())):
            raise IndexError("list index out of range")
        return work(*arguments, **named)

    return broken


def is_bad(argument: object) -> bool:
    """Whether an argument is of the bad document: its text, the record, or something that holds it."""
    if isinstance(argument, str):
        return argument == BAD.text
    if isinstance(argument, Document):
        return argument.id == BAD.id
    document = getattr(argument, "document", None)
    return document == BAD.id or getattr(document, "id", None) == BAD.id


# Their names are those of functions in their packages.
identifying = import_module("timeline.language.identify")
reporting = import_module("timeline.dating.reports")
STAGES = [
    pytest.param(identifying, "identify", Stage.LANGUAGE, id="which language"),
    pytest.param(pipeline.dates, "find", Stage.DATES, id="finding dates"),
    pytest.param(pipeline.eventing, "select", Stage.EVENTS, id="choosing sentences"),
    pytest.param(pipeline.eventing, "extract", Stage.EVENTS, id="finding events"),
    pytest.param(pipeline.eventing, "unify", Stage.EVENTS, id="names"),
    pytest.param(crossdating, "known", Stage.DATING, id="a stated publication date"),
    pytest.param(crossdating, "resolve", Stage.DATING, id="resolving dates"),
    pytest.param(anchoring.dates, "anchored_inside", Stage.DATING, id="dates that count from events"),
    pytest.param(reporting, "enduring", Stage.DATING, id="what lasts"),
    pytest.param(pipeline.eventing, "mention", Stage.DATING, id="reports"),
]


@pytest.mark.parametrize(("module", "name", "stage"), STAGES)
class TestStages:
    @pytest.fixture(autouse=True)
    def broken(self, monkeypatch, module, name, stage) -> None:
        monkeypatch.setattr(module, name, breaking(getattr(module, name), is_bad))

    def test_it_is_named_and_the_others_are_as_without_it(self, stage):
        failures: list[DocumentError] = []
        timeline = build([*GOOD, BAD], on_failure=failures.append)
        assert [(failure.document, failure.stage) for failure in failures] == [("bad", stage)]
        assert failures[0].reason.endswith("by an error in this program: IndexError: list index out of range")
        assert isinstance(failures[0].__cause__, IndexError)
        assert timeline == build(GOOD)

    def test_without_a_listener_it_is_raised(self, stage):
        with pytest.raises(DocumentError, match=r"^bad: its .* by an error in this program"):
            build([*GOOD, BAD])

    def test_where_all_fail_nothing_is_left(self, stage):
        failures: list[DocumentError] = []
        assert build([BAD], on_failure=failures.append).events == ()
        assert len(failures) == 1


def test_the_dates_of_one_document(monkeypatch):
    monkeypatch.setattr(pipeline.dates, "find", breaking(pipeline.dates.find, is_bad))
    with pytest.raises(DocumentError) as caught:
        find_dates(BAD)
    assert (caught.value.document, caught.value.stage) == ("bad", Stage.DATES)


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        pytest.param(MemoryError(), "its dates could not be read: it takes more memory than there is", id="memory"),
        pytest.param(
            RecursionError("too\ndeep"),
            "its dates could not be read, by an error in this program: RecursionError: too deep",
            id="depth",
        ),
    ],
)
def test_the_reason_is_one_sentence(monkeypatch, error, reason):
    def fail(_: str) -> None:
        raise error

    failures: list[DocumentError] = []
    monkeypatch.setattr(pipeline.dates, "find", fail)
    assert build([BAD], on_failure=failures.append) == Timeline(generator=build(()).generator)
    assert [failure.reason for failure in failures] == [reason]


def test_what_is_no_fault_of_a_document_is_raised(monkeypatch):
    def fail(_: str) -> None:
        raise ModelError("the model is gone")

    monkeypatch.setattr(pipeline.dates, "find", fail)
    with pytest.raises(ModelError):
        build(GOOD, on_failure=print)


def test_no_interruption_is_taken_for_a_failure(monkeypatch):
    def stop(_: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline.dates, "find", stop)
    with pytest.raises(KeyboardInterrupt):
        build(GOOD, on_failure=print)

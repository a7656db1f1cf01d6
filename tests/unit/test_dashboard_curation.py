"""Putting things right in the dashboard, without a browser: from what the page tells to the log and back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import timeline
from dashboard.curate import curating, history
from dashboard.data.desk import Desk
from dashboard.event import detail
from timeline import CurationError, Document, Entry, StaleError, open_project

LETTER = "The mill burned on 3 May 2021. The mayor resigned on 9 June 2021. The bridge fell that summer.\n"
NOTICE = "The mill burned down in May 2021, the brigade said. A fair opened on 1 July 2021.\n"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    path = tmp_path / "town.timeline"
    documents = [Document(id="letter", text=LETTER), Document(id="notice", text=NOTICE)]
    with open_project(path, create=True) as project:
        project.add([Entry(document) for document in documents])
        project.save(timeline.build(project.documents()))
    return Desk(path)


def named(desk: Desk, word: str) -> Any:
    return next(event for event in desk.collection.timeline.events if word in event.mentions[0].quote.text)


def correct(desk: Desk, who: str = "Ada", mark: str | None = None, **wanted: Any) -> Any:
    return curating.correct(desk, wanted, who=who, mark=desk.mark if mark is None else mark)


def test_a_confirmed_event_says_so(desk: Desk) -> None:
    before = desk.mark
    correct(desk, action="confirm", event=named(desk, "mayor").id)
    assert named(desk, "mayor").review.state == "confirmed"
    assert desk.mark != before


def test_a_rejected_event_is_gone_and_comes_back(desk: Desk) -> None:
    event = named(desk, "mayor").id
    correct(desk, action="reject", event=event)
    assert event not in desk.collection.events
    correct(desk, action="undo")
    assert event in desk.collection.events


def test_an_event_is_left_out_of_the_main_ones_and_made_one_again(desk: Desk) -> None:
    event = named(desk, "mayor").id
    for action, main, button in (("leave-out", False, "Make it one"), ("show", True, "Leave out")):
        correct(desk, action=action, event=event)
        assert desk.collection.events[event].main == main
        assert button in str(detail.panel(desk.collection, desk.collection.events[event]))


def test_what_was_taken_back_is_named(desk: Desk) -> None:
    correct(desk, action="reject", event=named(desk, "mayor").id)
    for words in ("taken back: rejected", "done again: rejected", "taken back: done again: rejected"):
        (made,) = correct(desk, action="undo", number=desk.collection.log[-1].number)
        assert history.told(made.decision, desk.collection.log) == words


def test_an_edit_corrects_only_what_changed(desk: Desk) -> None:
    event = named(desk, "mayor")
    made = correct(desk, action="edit", event=event.id, title="Mayor steps down", date="9 June 2021", status="claimed")
    assert [correction.decision.action for correction in made] == ["retitle", "restatus"]
    assert (named(desk, "mayor").title, named(desk, "mayor").status) == ("Mayor steps down", "claimed")


def test_a_date_is_read_as_people_write_it(desk: Desk) -> None:
    event = named(desk, "mayor")
    correct(desk, action="edit", event=event.id, title=event.title, date="10 June 2021", status=event.status)
    assert str(named(desk, "mayor").when) == "2021-06-10"


def test_two_events_become_one_and_two_again(desk: Desk) -> None:
    mayor, fair = named(desk, "mayor"), named(desk, "fair")
    correct(desk, action="merge", event=mayor.id, other=fair.id)
    merged = desk.collection.events[mayor.id]
    assert merged is desk.collection.events[fair.id]
    assert len(merged.mentions) == 2
    correct(desk, action="split", event=merged.id, mention=1)
    assert named(desk, "mayor").id != named(desk, "fair").id


def test_an_event_that_was_missed_is_added_at_its_words(desk: Desk) -> None:
    start = LETTER.index("fell")
    correct(
        desk, action="add", document="letter", start=start, end=start + 4, text="fell", title="Bridge falls", date=""
    )
    added = next(event for event in desk.collection.timeline.events if event.title == "Bridge falls")
    assert added.mentions[0].trigger.text == "fell"


def test_what_was_undone_is_struck_out_in_the_log(desk: Desk) -> None:
    correct(desk, action="confirm", event=named(desk, "mayor").id)
    correct(desk, action="undo")
    log = str(history.entries(desk.collection))
    assert "done undone" in log
    assert "Do it again" in log


def test_a_newer_build_keeps_corrections(desk: Desk) -> None:
    correct(desk, action="edit", event=named(desk, "mayor").id, title="Mayor steps down", date="2021-06-09")
    assert desk.path is not None
    with open_project(desk.path) as project:
        project.add([Entry(Document(id="more", text="Snow fell on 2 January 2022."))])
        project.save(timeline.build(project.documents()))
    assert named(desk, "mayor").title == "Mayor steps down"
    assert len(desk.collection.sources) == 3


class TestRefusals:
    def test_an_edit_is_entered_as_a_whole_or_not_at_all(self, desk: Desk) -> None:
        event, seen = named(desk, "mayor"), desk.mark
        correct(desk, who="Ben", action="confirm", event=event.id)
        with pytest.raises(StaleError, match="Ben"):
            correct(desk, mark=seen, action="edit", event=event.id, title="Mayor leaves", date="2021-06-10")
        assert [correction.who for correction in desk.collection.log] == ["Ben"]

    def test_a_stale_edit_says_who_was_faster(self, desk: Desk) -> None:
        event, seen = named(desk, "mayor").id, desk.mark
        correct(desk, who="Ben", action="confirm", event=event)
        with pytest.raises(StaleError, match="Ben"):
            correct(desk, mark=seen, action="reject", event=event)
        assert event in desk.collection.events

    def test_another_event_may_be_corrected_meanwhile(self, desk: Desk) -> None:
        seen = desk.mark
        correct(desk, who="Ben", action="confirm", event=named(desk, "mayor").id)
        correct(desk, mark=seen, action="confirm", event=named(desk, "fair").id)

    @pytest.mark.parametrize(
        ("wanted", "said"),
        [
            pytest.param({"action": "confirm", "event": "gone"}, "no longer there", id="no-event"),
            pytest.param({"action": "confirm", "event": 7}, "no longer there", id="odd-event"),
            pytest.param({"action": "explode"}, "no longer there", id="odd-action-no-event"),
            pytest.param({"action": "undo"}, "nothing to take back", id="nothing-to-undo"),
            pytest.param({"action": "undo", "number": 9}, "not in the log", id="undo-what-is-not"),
            pytest.param({"action": "add", "document": "letter"}, "select the words", id="no-selection"),
            pytest.param(
                {"action": "add", "document": "letter", "start": 0, "end": 4, "text": "oboe", "title": "x"},
                "were not found",
                id="words-not-there",
            ),
        ],
    )
    def test_what_makes_no_sense(self, desk: Desk, wanted: dict[str, Any], said: str) -> None:
        with pytest.raises(CurationError, match=said):
            curating.correct(desk, wanted, who="Ada", mark=desk.mark)
        assert desk.collection.log == ()

    @pytest.mark.parametrize(
        ("fields", "said"),
        [
            pytest.param({"title": "x", "date": "soonish"}, "soonish", id="no-date"),
            pytest.param({"title": "", "date": "2021-06-09"}, "title is empty", id="no-title"),
            pytest.param({"title": "x", "date": "2021-06-09", "status": "odd"}, "no status", id="no-status"),
        ],
    )
    def test_a_form_that_is_wrong_changes_nothing(self, desk: Desk, fields: dict[str, str], said: str) -> None:
        with pytest.raises(CurationError, match=said):
            correct(desk, action="edit", event=named(desk, "mayor").id, **fields)
        assert desk.collection.log == ()

    def test_an_event_cannot_swallow_itself_or_lose_all_reports(self, desk: Desk) -> None:
        event = named(desk, "mayor").id
        with pytest.raises(CurationError, match="itself"):
            correct(desk, action="merge", event=event, other=event)
        with pytest.raises(CurationError, match="one must stay"):
            correct(desk, action="split", event=event, mention=0)

    def test_a_timeline_without_a_file_is_read_only(self) -> None:
        with pytest.raises(CurationError, match="no project file"):
            curating.correct(Desk(timeline.Timeline()), {"action": "undo"}, who="Ada", mark="")


@pytest.mark.parametrize(
    ("start", "end", "words", "found"),
    [(4, 8, "mill", (4, 8)), (3, 8, " mill", (3, 8)), (9, 12, "mill", (4, 8)), (0, 3, "fell", (77, 81))],
    ids=["exact", "blank-before", "shifted", "further-on"],
)
def test_selected_words_are_located(start: int, end: int, words: str, found: tuple[int, int]) -> None:
    document = Document(id="letter", text=LETTER)
    assert curating.located(document, start, end, words) == found

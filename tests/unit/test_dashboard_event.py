"""The panel of the chosen event and a source's text, without a browser."""

from __future__ import annotations

from typing import Any

import pytest
from dash import html

from dashboard.data.collection import Collection
from dashboard.data.similar import Similarity
from dashboard.event import detail, document
from timeline.model import (
    Account,
    Basis,
    DateMention,
    DateType,
    Disagreement,
    Document,
    Event,
    EventMention,
    Extent,
    Published,
    PublishedBasis,
    Quote,
    Source,
    Status,
    Timeline,
)
from timeline.timespan import TimeSpan
from timeline.why import CONFIDENCE, JOIN, Why
from timeline.why import text as because

FIRST = "The ferry sank on 3 May 2021 off Harwick. The harbour was closed. Divers found the wreck."
SECOND = "The ferry was to leave Harwick in May 2021. It sank that month."


def report(text: str, document_id: str, sentence: str, word: str, when: TimeSpan | None, **fields: Any) -> EventMention:
    start = text.index(sentence)
    at = text.index(word, start)
    known: dict[str, Any] = {
        "document": document_id,
        "quote": Quote.of(text, start, start + len(sentence)),
        "trigger": Quote.of(text, at, at + len(word)),
        "date": DateMention(None, DateType.DATE, "", when, Basis.STATED, because("for the test")),
        "when": when,
        "title": sentence,
    }
    return EventMention(**(known | fields))


def made(name: str, when: TimeSpan | None, *mentions: EventMention, **fields: Any) -> Event:
    known: dict[str, Any] = {"title": name, "extent": Extent.WITHIN, "status": Status.OCCURRED}
    return Event(name, when=when, mentions=mentions, **(known | fields))


def source(name: str, text: str, published: TimeSpan | None) -> Source:
    return Source(Document(name, text, title=f"Paper {name}"), Published(published, PublishedBasis.GIVEN, because("")))


DAY, MONTH = TimeSpan.day(2021, 5, 3), TimeSpan.month(2021, 5)
SANK = report(FIRST, "late", "The ferry sank on 3 May 2021 off Harwick.", "sank", DAY, concepts=("sink/VERB",))
PLAN = report(SECOND, "early", "The ferry was to leave Harwick in May 2021.", "leave", MONTH, status=Status.PLANNED)
AGAIN = report(SECOND, "early", "It sank that month.", "sank", MONTH, concepts=("sink/VERB",))
CLOSED = report(FIRST, "late", "The harbour was closed.", "closed", None, concepts=("close/VERB",))
FERRY = made(
    "ferry sinks",
    DAY,
    SANK,
    PLAN,
    AGAIN,
    participants=("The ferry",),
    places=("Harwick",),
    disagreements=(Disagreement("number", (Account("12 dead", (0,)), Account("14 dead", (1, 2)))),),
    reasons=(
        Why(JOIN, (because("both speak of ‘sink’"),)),
        Why(CONFIDENCE, (because("confidence 0.90: a plain sentence 1.00"),)),
    ),
)
HARBOUR = made("harbour closed", None, CLOSED, places=("Harwick",))
COLLECTION = Collection(
    Timeline(
        (source("late", FIRST, TimeSpan.day(2021, 6, 1)), source("early", SECOND, TimeSpan.day(2021, 5, 1))),
        (FERRY, HARBOUR),
    )
)


def parts(component: Any, kind: str) -> list[Any]:
    return [part for part in component._traverse() if type(part).__name__ == kind]


def text_of(component: Any) -> str:
    if isinstance(component, str):
        return component
    if isinstance(component, list | tuple):
        return "".join(map(text_of, component))
    return text_of(component.children) if getattr(component, "children", None) is not None else ""


class TestPanel:
    panel = detail.panel(COLLECTION, FERRY)

    def test_reports_stand_under_their_sources_the_oldest_first(self) -> None:
        assert [text_of(heading) for heading in parts(self.panel, "H4")] == ["Paper early", "Paper late"]
        assert [text_of(quote) for quote in parts(self.panel, "Blockquote")] == [
            "The ferry was to leave Harwick in May 2021.",
            "It sank that month.",
            "The ferry sank on 3 May 2021 off Harwick.",
        ]

    def test_the_dates_of_the_reports_are_told_plans_first(self) -> None:
        rows = [text_of(row) for table in parts(self.panel, "Table") for row in parts(table, "Tr")]
        assert rows == ["May 2021as a plan1 report", "May 20211 report", "3 May 20211 report"]

    def test_names_narrow_the_view(self) -> None:
        names = [part for part in parts(self.panel, "Button") if part.className == "name"]
        assert [(getattr(name, "data-narrow"), getattr(name, "data-value")) for name in names] == [
            ("participants", "The ferry"),
            ("places", "Harwick"),
        ]

    def test_accounts_stand_side_by_side_with_who_gives_them(self) -> None:
        accounts = [part for part in parts(self.panel, "Div") if getattr(part, "className", "") == "account"]
        assert [text_of(account) for account in accounts] == ["12 deadPaper late", "14 deadPaper early"]

    def test_confidence_is_told_in_parts_and_apart_from_the_reasons(self) -> None:
        unfolded = [text_of(part) for part in parts(self.panel, "Details")]
        assert "confidence 90%" not in unfolded[1]
        assert any("a plain sentence 1.00" in part and "both speak" not in part for part in unfolded)

    def test_one_date_needs_no_table(self) -> None:
        assert parts(detail.panel(COLLECTION, made("plain", DAY, SANK)), "Table") == []


class TestSimilar:
    sank_later = made(
        "boat sinks",
        TimeSpan.day(2021, 5, 9),
        report(SECOND, "early", "It sank that month.", "sank", MONTH, concepts=("sink/VERB",)),
        places=("Harwick",),
    )
    elsewhere = made("mill burns", DAY, SANK, participants=("A miller",))

    def test_the_same_act_makes_events_alike_a_place_alone_does_not(self) -> None:
        found = Similarity((FERRY, HARBOUR, self.sank_later)).to(FERRY)
        assert [(each.event.id, each.shared) for each in found] == [("boat sinks", ("sink", "Harwick"))]

    def test_what_is_far_off_in_time_comes_later(self) -> None:
        far = made("old boat sinks", TimeSpan.day(1990, 1, 1), *self.sank_later.mentions, places=("Harwick",))
        found = Similarity((FERRY, far, self.sank_later)).to(FERRY)
        assert [each.event.id for each in found][:1] == ["boat sinks"]

    def test_why_is_said(self) -> None:
        section = detail.alike(Similarity((FERRY, self.sank_later)).to(FERRY), FERRY)
        assert "both have sink, Harwick · 6 days apart · 1 report in 1 source" in text_of(section)

    def test_nothing_alike_is_no_section(self) -> None:
        assert detail.alike([], FERRY) is None


class TestText:
    def test_other_events_of_the_text_are_marked_and_lead_there(self) -> None:
        shown = document.full_text(COLLECTION.sources["late"], SANK, COLLECTION.told_in["late"])
        marks = [part for part in parts(html.Div(shown), "Mark") if part.className == "other"]
        assert [(mark.children, getattr(mark, "data-event")) for mark in marks] == [("closed", "harbour closed")]
        assert "".join(map(text_of, shown)) == FIRST

    @pytest.mark.parametrize("length", [document._LONGEST * 2], ids=["long"])
    def test_a_very_long_text_is_cut_around_the_quote_and_says_so(self, length: int) -> None:
        text = "x" * length + FIRST + "y" * length
        mention = report(text, "long", "The ferry sank on 3 May 2021 off Harwick.", "sank", DAY)
        shown = document.full_text(source("long", text, None), mention)
        notes = [text_of(part) for part in shown if getattr(part, "className", "") == "dim"]
        assert [note.partition(" ")[2] for note in notes] == [
            "characters before this are not shown.",
            "characters after this are not shown.",
        ]
        assert sum(len(text_of(part)) for part in shown) < document._LONGEST + 500

    def test_what_a_text_says_stays_text(self) -> None:
        text = "<img src=x onerror=alert(1)> The <b>ferry</b> sank."
        mention = report(text, "evil", text, "sank", None)
        shown = document.full_text(source("evil", text, None), mention, [(mention, made("<i>x</i>", None, mention))])
        kinds = {type(part).__name__ for part in html.Div(shown)._traverse() if not isinstance(part, str)}
        assert kinds <= {"Div", "Span", "Mark", "P"}
        assert "".join(map(text_of, shown)) == text

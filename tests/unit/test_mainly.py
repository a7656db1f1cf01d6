"""Which events are main ones: by how their reports are dated, and by how many sources tell of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from timeline.merging.mainly import is_main
from timeline.model import (
    Basis,
    DateMention,
    DateType,
    Event,
    EventMention,
    Extent,
    Position,
    Quote,
    Status,
)
from timeline.timespan import TimeSpan
from timeline.why import text as because

SENTENCE, WORD, DATE = (
    Quote(0, 30, "The mill burned on 3 May 2021."),
    Quote(9, 15, "burned"),
    Quote(19, 29, "3 May 2021"),
)


def report(
    document: str = "a",
    edtf: str = "2021-05-03",
    basis: Basis = Basis.STATED,
    *,
    in_words: bool = False,
    position: Position = Position.BODY,
    title: str = "Mill burned",
) -> EventMention:
    when = TimeSpan.parse(edtf) if edtf else None
    date = DateMention(DATE if in_words else None, DateType.DATE, edtf, when, basis, because("it says so"))
    return EventMention(document, SENTENCE, WORD, date, when, title, ("burn/VERB",), position=position)


def of(*mentions: EventMention) -> Event:
    return Event("e1", "Mill burned", mentions[0].when, Extent.WITHIN, Status.OCCURRED, mentions)


OWN = report(in_words=True)
UNDATED = report(edtf="../2021-05-10", basis=Basis.PUBLICATION)
NEVER = report(edtf="", basis=Basis.PUBLICATION)
OF_THE_DAY = report(edtf="2021-05-10", basis=Basis.PUBLICATION)
DERIVED = report(basis=Basis.ANCHORED)


def by(mention: EventMention, *documents: str) -> list[EventMention]:
    """The same report in several documents."""
    return [replace(mention, document=document) for document in documents]


CASES = [
    ("a date of its own", [OWN], True),
    ("under a heading with a day", [report()], True),
    ("counted from another event, in words", [report(basis=Basis.ANCHORED, in_words=True)], True),
    ("a date in words that awaits publication", [report(edtf="", basis=Basis.RELATIVE, in_words=True)], False),
    ("a headline of the day of writing", [replace(OF_THE_DAY, position=Position.HEADLINE)], True),
    ("a lead of the day of writing", [replace(OF_THE_DAY, position=Position.LEAD)], True),
    ("a headline that nothing dates", [replace(UNDATED, position=Position.HEADLINE)], True),
    ("in passing in a headline", [replace(UNDATED, position=Position.HEADLINE, aside=True)], False),
    ("body, of the day of writing", [OF_THE_DAY], False),
    ("body, dated by another event", [DERIVED], False),
    ("body, dated by another event, told by two", by(DERIVED, "a", "b"), True),
    ("body, of the day of writing, told by two", by(OF_THE_DAY, "a", "b"), True),
    ("body, dated by another event, told twice by one", by(DERIVED, "a", "a"), False),
    ("dated by another event, and undated elsewhere", [DERIVED, *by(UNDATED, "b")], False),
    ("undated, told by one", [UNDATED], False),
    ("undated, told by two", by(UNDATED, "a", "b"), False),
    ("undated, told by three", by(UNDATED, "a", "b", "c"), True),
    ("never dated, told by three", by(NEVER, "a", "b", "c"), True),
    ("undated, told by two and a copy", by(UNDATED, "a", "b", "copy of a"), False),
    ("dated by another event, told by one and its copy", by(DERIVED, "a", "copy of a"), False),
    ("in passing, with a date", [replace(OWN, aside=True)], False),
    ("in passing, with a date, told by three", [replace(each, aside=True) for each in by(OWN, "a", "b", "c")], False),
    ("in passing, with a date, and undated elsewhere", [replace(OWN, aside=True), *by(UNDATED, "b")], False),
    ("in passing, without a date, told by three", [replace(m, aside=True) for m in by(UNDATED, "a", "b", "c")], True),
]  # fmt: skip


@pytest.mark.parametrize(("mentions", "main"), [c[1:] for c in CASES], ids=[str(c[0]) for c in CASES])
def test_main_events(mentions: list[EventMention], *, main: bool) -> None:
    assert is_main(of(*mentions), {"copy of a": "a"}) == main
    assert is_main(of(*reversed(mentions)), {"copy of a": "a"}) == main

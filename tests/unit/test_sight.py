"""What was read off the text as it is seen goes back to its place in the document's own text, all of it."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

from timeline import why
from timeline.model import (
    Basis,
    DateMention,
    DateType,
    Document,
    EventMention,
    Participant,
    Place,
    Published,
    PublishedBasis,
    Quote,
    Role,
)
from timeline.sight import see, visible
from timeline.timespan import TimeSpan

TEXT = (
    "\u200bPolice in Har\u00adwick said the dis\u2060pute over wages ended on 3\u200b May 2021\u200b, "
    "and a st\u00adrike with it."
)
SEEN = visible(TEXT)


def seen(words: str) -> Quote:
    start = SEEN.index(words)
    return Quote.of(SEEN, start, start + len(words))


DATE = DateMention(
    seen("3 May 2021"), DateType.DATE, "2021-05-03", TimeSpan.day(2021, 5, 3), Basis.STATED, why.text("")
)
REPORT = EventMention(
    "a",
    seen(SEEN),
    seen("ended"),
    DATE,
    DATE.when,
    "Dispute over wages ends",
    status_words=seen("said"),
    speaker=seen("Police in Harwick"),
    participants=(Participant(seen("the dispute"), Role.AGENT, "the dispute"),),
    places=(Place(seen("Harwick"), "Harwick"),),
)
PUBLISHED = Published(DATE.when, PublishedBasis.STATED, "", (seen("3 May 2021"), seen("strike")))


def quotes(record: object) -> Iterator[Quote]:
    """All quotes that a record holds, in the order of its fields."""
    if isinstance(record, Quote):
        yield record
    elif isinstance(record, tuple):
        for one in record:
            yield from quotes(one)
    elif is_dataclass(record):
        for field in fields(record):
            yield from quotes(getattr(record, field.name))


@pytest.mark.parametrize("kind", ["date", "mention", "published"])
def test_every_quote_of_a_record_goes_back_to_the_text(kind: str) -> None:
    record = {"date": DATE, "mention": REPORT, "published": PUBLISHED}[kind]
    back = getattr(see(Document("a", TEXT)), kind)(record)
    held, expected = list(quotes(back)), list(quotes(record))
    assert [visible(quote.text) for quote in held] == [quote.text for quote in expected]
    for quote in held:
        assert TEXT[quote.start : quote.end] == quote.text


def test_the_report_holds_every_kind_of_quote() -> None:
    assert all(value is not None and value != () for value in (REPORT.status_words, REPORT.speaker))
    assert len(list(quotes(REPORT))) == 7

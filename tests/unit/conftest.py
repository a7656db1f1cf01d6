"""A timeline made by hand that holds every case the records allow, and a pipeline that needs no language model."""

import io
import re
import sys
from dataclasses import dataclass
from types import ModuleType

import pytest

from timeline import commands, service
from timeline.errors import DocumentError, Stage
from timeline.guard import guarded
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
    Generator,
    Participant,
    Place,
    Published,
    PublishedBasis,
    Quote,
    Role,
    Source,
    Status,
    Timeline,
)
from timeline.timespan import Day, TimeSpan
from timeline.why import JOIN, Why
from timeline.why import text as because

LETTER = (
    "Bridge opens at last\n\nThe mayor said on 3 May 2021 that the bridge – \U0001f309 – opened yesterday. "
    "It had been closed since February 2020. Nobody knows when it was built."
)
NOTE = "=SUM(1)\nThe bridge opened on 1 May 2021. Caesar crossed the river in 49 BC."


def quote(text: str, words: str) -> Quote:
    start = text.index(words)
    return Quote.of(text, start, start + len(words))


def dated(text: str, words: str | None, when: TimeSpan | None, basis: Basis = Basis.STATED) -> DateMention:
    held = quote(text, words) if words else None
    return DateMention(held, DateType.DATE, f"TIMEX3 {when}", when, basis, because(f"{words!r} says so"), mod="APPROX")


def mentioned(document: str, text: str, sentence: str, trigger: str, date: DateMention, **more: object) -> EventMention:
    fields = {"when": date.when, "title": sentence[:40], **more}
    return EventMention(document, quote(text, sentence), quote(text, trigger), date=date, **fields)  # type: ignore[arg-type]


@pytest.fixture
def timeline() -> Timeline:
    letter = Document(
        "letter", LETTER, "box/letter.txt", "Bridge opens at last", "The Post", published_basis=PublishedBasis.STATED
    )
    note = Document(
        "note",
        NOTE,
        "box/note.txt",
        "=SUM(1)",
        published=TimeSpan.day(2021, 5, 4),
        published_basis=PublishedBasis.GIVEN,
    )
    when = TimeSpan.day(2021, 5, 2)
    first = quote(LETTER, "The mayor said on 3 May 2021 that the bridge – \U0001f309 – opened yesterday.").text
    opened = mentioned(
        "letter",
        LETTER,
        first,
        "opened",
        dated(LETTER, "yesterday", when, Basis.RELATIVE),
        status=Status.CLAIMED,
        status_words=quote(LETTER, "said"),
        speaker=quote(LETTER, "The mayor"),
        participants=(Participant(quote(LETTER, "the bridge"), Role.PATIENT, "the bridge"),),
        places=(Place(quote(LETTER, "bridge"), "Bridge"),),
        confidence=0.8,
        reasons=(because("the only date of its clause"),),
    )
    opened_too = mentioned(
        "note", NOTE, "The bridge opened on 1 May 2021.", "opened", dated(NOTE, "1 May 2021", TimeSpan.day(2021, 5, 1))
    )
    closed = mentioned(
        "letter",
        LETTER,
        "It had been closed since February 2020.",
        "closed",
        dated(LETTER, "February 2020", TimeSpan.month(2020, 2)),
        when=TimeSpan.between(TimeSpan.month(2020, 2), None),
        extent=Extent.THROUGHOUT,
    )
    crossed = mentioned(
        "note", NOTE, "Caesar crossed the river in 49 BC.", "crossed", dated(NOTE, "49 BC", TimeSpan.year(-48).about())
    )
    built = mentioned(
        "letter",
        LETTER,
        "Nobody knows when it was built.",
        "built",
        dated(LETTER, None, None, Basis.PUBLICATION),
        status=Status.POSSIBLE,
    )
    return Timeline(
        sources=(
            Source(
                letter,
                Published(
                    TimeSpan.day(2021, 5, 3).about(),
                    PublishedBasis.STATED,
                    because("its byline"),
                    (quote(LETTER, "3 May 2021"),),
                ),
            ),
            Source(note, Published(None, PublishedBasis.UNKNOWN, because("nothing says when"))),
        ),
        events=(
            Event(
                "e3",
                "Caesar crosses the river",
                TimeSpan.year(-48).about(),
                Extent.WITHIN,
                Status.OCCURRED,
                (crossed,),
                salience=0.1,
            ),
            Event("e2", "Bridge closed", closed.when, Extent.THROUGHOUT, Status.OCCURRED, (closed,), salience=0.2),
            Event(
                "e1",
                "@Bridge opens",
                TimeSpan.days(Day(2021, 5, 1), Day(2021, 5, 2)),
                Extent.WITHIN,
                Status.OCCURRED,
                (opened, opened_too),
                participants=("the bridge", "The mayor"),
                places=("Bridge",),
                confidence=0.9,
                salience=0.9,
                reasons=(Why(JOIN, (because("both tell of an opening of the bridge"),)),),
                disagreements=(Disagreement("date", (Account("2021-05-02", (0,)), Account("2021-05-01", (1,)))),),
                aliases=("e0",),
            ),
            Event("e4", "Bridge built", None, Extent.WITHIN, Status.POSSIBLE, (built,)),
        ),
        generator=Generator(version="0", model="none"),
    )


@dataclass(frozen=True)
class Options:
    model: str | None = None
    date_order: str | None = None
    reading: str | None = None


BREAKS = "this breaks"
"""What makes the stand-ins fail, as an error in the program would."""


def find_dates(document, *, options=Options()):
    with guarded(document.id, Stage.DATES):
        if BREAKS in document.text:
            raise IndexError("list index out of range")
    found = re.finditer(r"\d{4}-\d\d-\d\d|today", document.text)
    return tuple(
        DateMention(
            Quote.of(document.text, *match.span()),
            DateType.DATE,
            match[0] if match[0] != "today" else str(document.published or "PRESENT_REF"),
            TimeSpan.parse(match[0]) if match[0] != "today" else document.published,
            Basis.STATED if match[0] != "today" else Basis.RELATIVE,
            because(f"{match[0]!r} read with {options.date_order}"),
        )
        for match in found
    )


def build(documents, *, options=Options(), cache=None, previous=None, progress=None, on_failure=None):
    """An event for each date of a text, the line being the quote."""
    events, sources = [], []
    for number, document in enumerate(documents):
        try:
            dates = find_dates(document, options=options)
        except DocumentError as error:
            on_failure(error)
            continue
        if cache is not None and cache.get(document.sha256) is None:
            cache.put(document.sha256, "{}")
        for date in dates:
            start = document.text.rfind("\n", 0, date.quote.start) + 1
            end = (document.text.find("\n", start) + 1 or len(document.text) + 1) - 1
            sentence = document.quote(start, end)
            trigger = document.quote(start, start + len(sentence.text.split()[0]))
            mention = EventMention(document.id, sentence, trigger, date, date.when, sentence.text)
            identity = f"{document.sha256[:8]}-{start}"
            events.append(Event(identity, sentence.text, date.when, Extent.WITHIN, Status.OCCURRED, (mention,)))
        published = Published(document.published, document.published_basis, because("as given"))
        sources.append(Source(document, published))
        if progress is not None:
            progress("reading", number + 1, len(documents))
    events.sort(key=lambda event: (event.when is None, event.when.sort_key if event.when else (), event.id))
    return Timeline(tuple(sources), tuple(events), Generator(version="0", model=options.model or "fake"))


@pytest.fixture
def pipeline(monkeypatch):
    """Stands in for `timeline.pipeline`: an event for each ISO date of a text."""
    module = ModuleType("timeline.pipeline")
    module.Options, module.build, module.find_dates = Options, build, find_dates
    monkeypatch.setitem(sys.modules, "timeline.pipeline", module)
    monkeypatch.setattr(sys.modules["timeline"], "pipeline", module, raising=False)
    monkeypatch.setattr(service, "build", build)
    monkeypatch.setattr(service, "Options", Options)
    return module


@pytest.fixture
def run(capsys, monkeypatch):
    """Run the command line -> exit status, standard output, standard error."""

    def run(*arguments: str, stdin: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        with pytest.raises(SystemExit) as stopped:
            commands.main(arguments)
        out, err = capsys.readouterr()
        return stopped.value.code or 0, out, err

    return run

"""Work follows the text: what is compared, looked through and parsed together, counted; no clock."""

import random
from collections.abc import Callable, Iterator

import pytest

from timeline import why
from timeline.dating import narration
from timeline.dating.narration import MOST_NEWS, Told
from timeline.events import Draft, Telling, select
from timeline.events.draft import Tense
from timeline.language.pipeline import BATCH, BATCH_WORDS, Request, _batches, _Piece
from timeline.merging import cluster, lasting, merge
from timeline.model import (
    Basis,
    DateMention,
    DateType,
    EventMention,
    Extent,
    Participant,
    Place,
    Position,
    Published,
    PublishedBasis,
    Quote,
    Role,
    Status,
)
from timeline.structure import split_sentences
from timeline.timespan import TimeSpan

DAY = TimeSpan.day(2021, 5, 3)
TIMES = 2.3
"""What twice as much text may cost at most, as a multiple of the work."""


class Calls:
    """Counts the calls of a function."""

    def __init__(self, function: Callable[..., object]) -> None:
        self.function = function
        self.number = 0

    def __call__(self, *given: object, **named: object) -> object:
        self.number += 1
        return self.function(*given, **named)


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Callable[[object, str], Calls]:
    def count(module: object, name: str) -> Calls:
        calls = Calls(getattr(module, name))
        monkeypatch.setattr(module, name, calls)
        return calls

    return count


def dated(at: int, when: TimeSpan = DAY) -> DateMention:
    return DateMention(Quote(at, at + 4, "then"), DateType.DATE, str(when), when, Basis.STATED, why.text("said so"))


def report(number: int, *names: str, document: str = "", when: TimeSpan = DAY, **more: object) -> EventMention:
    at = 100 * number
    word = Quote(at, at + 8, "resigned")
    return EventMention(
        document or f"d{number}",
        Quote(at, at + 20, "resigned ..........."),
        word,
        dated(at + 9, when),
        when,
        "resigned",
        concepts=("resign/VERB",),
        participants=tuple(Participant(word, Role.AGENT, name) for name in names),
        **more,  # type: ignore[arg-type]
    )


def register(entries: int) -> list[EventMention]:
    """Entries of one day under one word, thirty to a document, each with a person and a body of its own."""
    return [report(n, f"Person{n}", f"Body{n}", document=f"d{n // 30}") for n in range(entries)]


def day_page(entries: int) -> list[EventMention]:
    """The same of one place, which all of them name, and each told twice, far apart."""
    whole = [report(n, f"Person{n % (entries // 2)}", "Oslo") for n in range(entries)]
    random.Random(1).shuffle(whole)  # noqa: S311 - made-up data, no secrets
    return whole


def undated_book(entries: int) -> list[EventMention]:
    """One document: a verb told again and again, on a month whose days nobody gives."""
    return [report(n, f"Person{n}", document="d", when=TimeSpan.month(2021, 5)) for n in range(entries)]


@pytest.mark.parametrize("pile", [register, day_page, undated_book], ids=lambda pile: pile.__name__)
def test_reports_of_one_day_and_word_are_not_all_compared(
    pile: Callable[[int], list[EventMention]], counted: Callable[[object, str], Calls]
) -> None:
    compared = counted(cluster, "compare")
    work = []
    for entries in (200, 400):
        before = compared.number
        whole = pile(entries)
        merge(whole, {mention.document: mention.document for mention in whole})
        work.append(compared.number - before)
    assert work[1] <= TIMES * work[0]


def test_in_a_crowd_those_who_share_a_rare_name_are_still_found() -> None:
    whole = [report(n, f"Person{n % 300}", document=f"d{n:03}") for n in range(600)]  # told twice, 300 entries apart
    events = merge(whole, {mention.document: mention.document for mention in whole})
    together = sorted(sorted(m.document for m in event.mentions) for event in events)
    assert together == [[f"d{n:03}", f"d{n + 300}"] for n in range(300)]


def test_in_a_crowd_the_order_of_reports_does_not_matter() -> None:
    whole = day_page(200)
    digests = {mention.document: mention.document for mention in whole}
    assert merge(whole, digests) == merge(whole[::-1], digests)


def test_the_days_of_what_lasts_are_compared_with_a_few(counted: Callable[[object, str], Calls]) -> None:
    belongs = counted(lasting, "_belongs")
    month = TimeSpan.month(2021, 5)
    whole = [report(n, document="d", when=month, extent=Extent.THROUGHOUT) for n in range(200)]
    whole += [report(n, f"Person{n}", document="d", when=TimeSpan.day(2021, 5, 1 + n % 28)) for n in range(200, 400)]
    groups = [cluster.Group((n,), ()) for n in range(len(whole))]
    lasting.with_their_days(groups, whole)
    assert 0 < belongs.number <= 200 * lasting.MOST_LASTING


def draft(number: int, telling: Telling, *, candidate: int | None = None, position: Position = Position.BODY) -> Draft:
    at = 1000 * number
    word = Quote(at, at + 6, "closed")
    return Draft(
        document="d",
        quote=Quote(at, at + 20, "closed ............."),
        trigger=word,
        concepts=("close/VERB",),
        candidate=candidate,
        attachment=1.0,
        tie="",
        position=position,
        tense=Tense.PAST,
        status=Status.OCCURRED,
        title="closed",
        telling=telling,
        participants=(Participant(word, Role.PATIENT, f"Bridge{number}"),),
        places=(Place(word, "Oslo"),),
    )


def test_what_is_told_again_is_looked_for_nearby(counted: Callable[[object, str], Calls]) -> None:
    same = counted(narration, "_is_same")
    published = Published(DAY, PublishedBasis.GIVEN, why.text("given"))
    top = draft(0, Telling.OWN, candidate=0, position=Position.LEAD)
    told = [Told(draft(n, Telling.OWN, candidate=n), dated(n), DAY, Extent.WITHIN) for n in range(1, 1000)]
    told.insert(0, Told(top, dated(0), DAY, Extent.WITHIN))
    again = [draft(1000 + n, Telling.AGAIN) for n in range(20)]
    list(narration.narrated(again, told, published))
    assert 0 < same.number <= len(again) * 2 * (MOST_NEWS + 1)


class Slices(list[tuple[int, int]]):
    """A list that counts what is copied out of it."""

    copied = 0

    def __getitem__(self, place: object) -> object:  # type: ignore[override]
        found = super().__getitem__(place)  # type: ignore[index]
        self.copied += len(found) if isinstance(place, slice) else 0
        return found


def test_sentences_are_chosen_without_copying_all_that_went_before() -> None:
    text = "\n".join(f"{1 + n % 28} May 2021: they closed a bridge in Oslo." for n in range(500))
    sentences = Slices(split_sentences(text))
    dates = [Quote.of(text, start, start + text[start:].index(":")) for start, _ in sentences]
    assert len(select(text, sentences, dates)) == 500
    assert sentences.copied <= 4 * len(sentences)


def jobs(*lengths: int) -> Iterator[tuple[Request, list[_Piece]]]:
    for number, words in enumerate(lengths):
        yield Request(str(number)), [_Piece("so", 0, 2)] * words


@pytest.mark.parametrize(
    ("lengths", "batches"),
    [
        ([20] * 300, [128, 128, 44]),
        ([1000] * 9, [4, 4, 1]),
        ([5 * BATCH_WORDS, 1, 5 * BATCH_WORDS], [1, 1, 1]),
        ([0, 0], [2]),
        ([], []),
    ],
    ids=["short ones by number", "long ones by words", "endless ones alone", "empty ones", "none"],
)
def test_sentences_go_through_the_model_by_number_and_words(lengths: list[int], batches: list[int]) -> None:
    found = list(_batches(jobs(*lengths)))
    assert [len(batch) for batch in found] == batches
    assert [request.text for batch in found for request, _ in batch] == [str(n) for n in range(len(lengths))]
    assert all(len(b) == 1 or (len(b) <= BATCH and sum(len(p) for _, p in b) <= BATCH_WORDS) for b in found)

"""Working out publication dates has a budget: what is asked of one document does not grow with their number."""

import random
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import Document, build
from timeline.dates import find, resolve
from timeline.dating import consensus, crossdating, links
from timeline.dating.likeness import Rarity
from timeline.dating.matter import Matter, matters
from timeline.dating.published import DateLink, infer
from timeline.dating.published.elsewhere import clues_from
from timeline.dating.readings import MAX_PASSES, Readings, leans_on_others
from timeline.events import Draft
from timeline.events.draft import Position, Tense
from timeline.model import Participant, Quote, Role, Status
from timeline.timespan import Day, TimeSpan

DAY = Day(2014, 5, 7).ordinal

# What can be told of a day of publication, and, with the second text, only beside another date.
ALONE = [
    "yesterday", "tomorrow", "last month", "next month", "this year", "last year", "a year ago", "three weeks ago",
    "30 days ago", "on Tuesday", "next Tuesday", "last weekend", "on 3 May", "in March", "last August", "this summer",
    "on Monday, 3 May", "on 29 February", "in the nineties", "on Tuesday of last week", "in February last year",
    "in late March", "on the first day of last month", "from Monday to Friday", "from March to May",
    "in the past two years", "exactly two years ago", "on the evening of 3 May", "a week after 3 May",
]  # fmt: skip
BESIDE = ["the next day", "on the 14th", "three days later", "earlier that month", "at 3 p.m.", "on 04/05/2014"]


def readings(text: str) -> Readings:
    return Readings(text, find(text))


@pytest.mark.parametrize("tense", ["It closed {}.", "It will close {}."], ids=["past", "to come"])
@pytest.mark.parametrize("words", [*ALONE, *BESIDE])
def test_a_date_by_itself_is_as_in_its_text(words: str, tense: str) -> None:
    text = f"It opened on 2 June 2013. It was sold on Friday. {tense.format(words)} It was 5 August."
    candidates = find(text)
    kept = readings(text)
    for day in range(DAY, DAY + 800, 31):
        read = resolve(text, candidates, published=TimeSpan.on(Day.from_ordinal(day)))
        assert [kept.when(i, day) for i in range(len(candidates))] == [mention.when for mention in read]


@pytest.mark.parametrize("words", ALONE)
def test_what_counts_from_publication_alone_needs_no_pass(words: str, passes: Counter[str]) -> None:
    text = f"It closed {words}."
    kept = readings(text)
    assert not leans_on_others(find(text)[0].content)
    assert all(kept.when(0, day) is not None for day in range(DAY, DAY + 40, 9))
    assert not passes


@pytest.mark.parametrize("words", BESIDE)
def test_what_counts_from_another_date_is_read_with_it(words: str) -> None:
    assert leans_on_others(find(f"It closed {words}.")[0].content)


@given(
    words=st.sampled_from([w for w in ALONE if "29 February" not in w]),
    tense=st.sampled_from(["closed", "will close"]),
    at=st.integers(DAY - 450, DAY + 450),
    days=st.sampled_from([1, 2, 31, 365]),
)
def test_the_days_that_fit_are_those_on_which_the_date_is_named(words: str, tense: str, at: int, days: int) -> None:
    text = f"It {tense} {words}."
    candidates, kept = find(text), readings(text)
    known = TimeSpan.days(Day.from_ordinal(at), Day.from_ordinal(at + days - 1))
    window = range(DAY - 500, DAY + 500)
    link = DateLink(0, known, "", "an event")
    found = list(clues_from(candidates, [link], window, kept, {}))
    named = ((day, kept.when(0, day)) for day in window)
    fitting = [day for day, when in named if when is not None and when.overlaps(known)]
    first, last = (known.first, known.last) if known.granularity.value != "year" else (None, None)
    if candidates[0].direction.value == "past" and first is not None:
        fitting = [day for day in fitting if day >= first.ordinal]
    if candidates[0].direction.value == "future" and last is not None:
        fitting = [day for day in fitting if day <= last.ordinal]
    told = fitting if 0 < len(fitting) < len(window) else []
    assert [list(clue.support) for clue in found] == ([told] if told else [])


def test_a_text_is_read_as_a_whole_on_so_many_days_at_most(passes: Counter[str]) -> None:
    text = "It opened on Tuesday. It closed the next day."
    kept = readings(text)
    named = [kept.when(1, day) for day in range(DAY, DAY + 3 * MAX_PASSES)]
    assert passes[text] == MAX_PASSES
    assert all(named[:MAX_PASSES])
    assert not any(named[MAX_PASSES:])
    assert kept.when(1, DAY) == named[0]


def test_of_events_centuries_apart_those_count_that_most_links_tell_of() -> None:
    document = Document(id="d", text="The mill burned down last month. It had opened a year ago. It closed yesterday.")
    far = [DateLink(0, TimeSpan.month(year, 5), f"d{year}", "the fire") for year in (1310, 1702)]
    near = [
        DateLink(0, TimeSpan.month(2014, 4), "a", "the fire"),
        DateLink(1, TimeSpan.month(2013, 5), "b", "the opening"),
        DateLink(2, TimeSpan.day(2014, 5, 7), "c", "the closing"),
    ]
    found = infer(document, find(document.text), [*far, *near])
    assert found.when is not None
    assert found.when.contains(TimeSpan.day(2014, 5, 8))
    assert found == infer(document, find(document.text), [*near, *reversed(far)])


CAST = ("Anna Berg", "Tomas Silva", "Maria Okafor", "Peter Novak")
DEEDS = (
    "Police arrested {who} in Lisbon {when}.",
    "{who} resigned from Castell Bank {when}.",
    "A court in Oslo fined {who} {when}.",
    "{who} met Lena Fischer in Lisbon {when}.",
)
WHEN = ("on {day} May 2014", "on Tuesday", "last month", "last year", "yesterday", "on {day} May", "the next day")


def pile(count: int) -> list[Document]:
    """Documents with one cast, two in five of them without a day of publication."""
    found = []
    for number in range(count):
        rng = random.Random(number)  # noqa: S311 - made-up data, no secrets
        told = [rng.choice(DEEDS).format(who=rng.choice(CAST), when=rng.choice(WHEN)) for _ in range(8)]
        text = " ".join(told).format(day=rng.randint(1, 28)) if number else " ".join(told).format(day=3)
        head = "" if number % 5 in (1, 3) else f"LISBON, {1 + number % 28} May 2014 (Agency) - "
        found.append(Document(id=f"d{number}", text=head + text))
    return found


@pytest.fixture
def passes(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each text has been read as a whole, since the test began."""
    counts: Counter[str] = Counter()

    def counting(text: str, *args, **options):
        counts[text] += 1
        return resolve(text, *args, **options)

    for name in ("timeline.dating.readings", "timeline.dating.published.infer", "timeline.dating.crossdating"):
        monkeypatch.setattr(sys.modules[name], "resolve", counting)
    return counts


@pytest.mark.parametrize("count", [10, 20, 40])
def test_each_document_is_read_a_few_times_however_many_there_are(
    count: int, passes: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    placed: Counter[int] = Counter()
    when = Readings.when

    def counting(self: Readings, index: int, day: int) -> TimeSpan | None:
        placed[id(self)] += 1
        return when(self, index, day)

    kept = []  # so that no two have one id
    monkeypatch.setattr(Readings, "__init__", _keeping(kept, Readings.__init__))
    monkeypatch.setattr(Readings, "when", counting)
    documents = pile(count)
    published = build(documents).sources
    assert len(published) == count
    # alone, with its own date or span, twice where that is wide, and again where a round has changed it
    once = 3 + 2 * crossdating.DATING_ROUNDS
    assert max(passes[document.text] for document in documents) <= once + MAX_PASSES
    assert sum(passes.values()) <= 2 * once * count
    halvings = 2 * 13 + 2  # of a window of twelve years, from both ends
    drafts = 12
    asked = links.MAX_DRAFTS_COMPARED + 6 * halvings
    assert placed
    assert max(placed.values()) <= crossdating.DATING_ROUNDS * drafts * asked


def _keeping(kept: list[Readings], init: Callable[..., None]) -> Callable[..., None]:
    def keep(self: Readings, *args, **options) -> None:
        kept.append(self)
        init(self, *args, **options)

    return keep


def test_the_order_of_documents_changes_nothing() -> None:
    documents = pile(20)
    first = build(documents)
    shuffled = list(documents)
    random.Random(7).shuffle(shuffled)  # noqa: S311 - made-up data, no secrets
    assert any(source.published.basis == "inferred" for source in first.sources)
    assert build(shuffled) == first


def draft(number: int, *names: str) -> Draft:
    text = "Police arrested her."
    word = Quote(7, 15, "arrested")
    return Draft(
        document=f"d{number:04}",
        quote=Quote(0, len(text), text),
        trigger=word,
        concepts=("arrest/VERB",),
        candidate=0,
        attachment=1.0,
        tie="",
        position=Position.BODY,
        tense=Tense.PAST,
        status=Status.OCCURRED,
        title=text,
        participants=tuple(Participant(word, Role.PATIENT, name) for name in names),
    )


@pytest.mark.parametrize("count", [50, 500])
def test_a_draft_is_linked_to_so_many_at_most_the_rarest_first(count: int) -> None:
    waiting = [draft(0, "Anna Berg", "Ivo Horn")]
    known = [draft(n, "Anna Berg", *(("Ivo Horn",) if n == count else ())) for n in range(1, count + 1)]
    found = links.links(waiting, known, Rarity.of([*waiting, *known]))
    assert len(found) == links.MAX_DRAFTS_COMPARED
    assert found[0].there == known[-1]


@pytest.mark.parametrize("count", [50, 500])
def test_so_many_documents_at_most_are_asked_what_they_agree_on(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Counter[str]()
    judge = Matter.is_that_of

    def counting(self: Matter, other: Matter) -> bool:
        asked["matter"] += 1
        return judge(self, other)

    monkeypatch.setattr(Matter, "is_that_of", counting)
    texts = {f"d{n}": f"The mayor of Tarn met Eva Lind in Port Hale, said Ivo Horn{n}." for n in range(count)}
    about = matters(texts)
    known = consensus.Known({id_: consensus.DatedDocument(about[id_], frozenset()) for id_ in texts})
    found = known.about(about["d7"])
    assert asked["matter"] == min(count, consensus.MAX_DOCUMENTS_ASKED) == len(found)
    assert "d7" in dict(found)
    assert [id_ for id_, _ in found] == sorted(dict(found))


def test_the_first_of_very_many() -> None:
    def endless() -> Sequence[int]:
        number = 0
        while True:
            yield number // 2
            number += 1

    assert links.first_of(endless(), 3) == [0, 1, 2]
    assert links.first_of([], 3) == []


def test_a_draft_alone_has_no_links() -> None:
    one = draft(1, "Anna Berg")
    assert links.links([one], [replace(one)], Rarity.of([one])) == ()

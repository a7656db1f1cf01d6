"""What a sentence counts, and which counts cannot both be right."""

import math

import pytest

from timeline.merging.counts import Count, counts, value
from timeline.merging.disagreements import disagreements
from timeline.model import (
    Basis,
    DateMention,
    DateType,
    Disagreement,
    EventMention,
    Extent,
    Participant,
    Quote,
    Role,
)
from timeline.timespan import TimeSpan
from timeline.why import text as because


def report(
    text: str, trigger: str, party: str = "", *, document: str = "a", edtf: str = "2021-05-03", **more: object
) -> EventMention:
    """A report of a sentence; `party` is to whom it was done."""

    def quote(words: str) -> Quote:
        return Quote.of(text, text.index(words), text.index(words) + len(words))

    when = TimeSpan.parse(edtf)
    date = DateMention(None, DateType.DATE, edtf, when, Basis.STATED, because(""))
    parties = (Participant(quote(party), Role.PATIENT, party),) if party else ()
    fields: dict[str, object] = {"concepts": (f"{trigger.removesuffix('ed')}/VERB",), "participants": parties, **more}
    return EventMention(document, Quote.of(text, 0, len(text)), quote(trigger), date, when, text, **fields)  # type: ignore[arg-type]


VALUES = {
    "31": 31,
    "1,200": 1200,
    "two": 2,
    "thirty-one": 31,
    "two dozen": 24,
    "a hundred": 100,
    "3 million": 3_000_000,
    "half a million": 500_000,
}


@pytest.mark.parametrize(("text", "number"), VALUES.items(), ids=VALUES)
def test_numbers_in_words_and_figures(text: str, number: float) -> None:
    assert value(text) == number


COUNTED = {
    "of those it is done to": (report("It killed 31 residents.", "killed", "31 residents"), 31, 31, "31 residents"),
    "in words": (report("It killed thirty-one people.", "killed", "thirty-one people"), 31, 31, "thirty-one people"),
    "at least": (report("It killed at least 34 people.", "killed", "34 people"), 34, math.inf, "at least 34 people"),
    "more than": (report("It killed more than 30 people.", "killed", "30 people"), 31, math.inf, "more than 30 people"),
    "up to": (report("It killed up to 30 people.", "killed", "30 people"), 0, 30, "up to 30 people"),
    "about": (report("It killed about 30 people.", "killed", "30 people"), 24, 36, "about 30 people"),
    "nearly": (report("It killed nearly 30 people.", "killed", "30 people"), 24, 29, "nearly 30 people"),
    "a round number": (report("It killed 300 people.", "killed", "300 people"), 250, 350, "300 people"),
    "no party": (report("Police said 34 were killed.", "killed"), 34, 34, "34 killed"),
    "left dead": (report("It left 31 dead.", "left"), 31, 31, "31 dead"),
    "the harm first": (report("The blast, killing 12, shook Tarn.", "killing"), 12, 12, "12 killing"),
}


@pytest.mark.parametrize(("mention", "low", "high", "text"), COUNTED.values(), ids=COUNTED)
def test_what_is_counted(mention: EventMention, low: float, high: float, text: str) -> None:
    (count,) = counts(mention)
    assert (count.act, count.thing, count.low, count.high, count.text) == ("killed", "people", low, high, text)


UNCOUNTED = {
    "an age": report("It killed a 31-year-old teacher.", "killed", "31-year-old teacher"),
    "years": report("He was killed at 31 years of age.", "killed"),
    "money": report("It killed a $31 million plan.", "killed", "31 million plan"),
    "others": report("It killed another 12 people.", "killed", "12 people"),
    "more": report("It killed 12 more people.", "killed", "12 more people"),
    "some of them": report("Of the dead, 12 of them were killed at sea.", "killed"),
    "a share": report("It killed 31% of the fish.", "killed"),
    "a part of a number": report("It killed two hundred and fifty people.", "killed", "two hundred and fifty people"),
    "the rest of a number": report("It killed 1, 000 people.", "killed", "000 people"),
    "no trigger of its own": report("The talks began after a bomb had killed 31 people.", "began"),
    "of saying": report("Police said 31 people had left.", "said", "31 people", concepts=("say/VERB",)),
    "a number without end": report(f"It killed {'9' * 400} people.", "killed"),
}


@pytest.mark.parametrize("mention", UNCOUNTED.values(), ids=UNCOUNTED)
def test_what_counts_nothing_of_the_event(mention: EventMention) -> None:
    assert counts(mention) == ()


def of(low: float, high: float | None = None, thing: str = "soldier", *kind: str) -> Count:
    return Count("killed", thing, frozenset(kind), low, low if high is None else high, "")


PAIRS = {
    "other numbers": (of(31), of(34), True),
    "the same": (of(31), of(31), False),
    "one leaves the other open": (of(31, math.inf), of(34), False),
    "one bounds the other": (of(35, math.inf), of(34), True),
    "other things": (of(31), of(34, thing="sailor"), False),
    "some of them": (of(3, None, "soldier", "british"), of(5), False),
    "more than all": (of(7, None, "soldier", "british"), of(5), True),
    "two kinds": (of(3, None, "soldier", "british"), of(5, None, "soldier", "french"), False),
}


@pytest.mark.parametrize(("one", "other", "expected"), PAIRS.values(), ids=PAIRS)
def test_counts_that_cannot_both_be_right(one: Count, other: Count, expected: bool) -> None:
    assert one.contradicts(other) == other.contradicts(one) == expected


def abouts(*mentions: EventMention) -> list[Disagreement]:
    return list(disagreements(mentions))


def test_reports_of_one_number_share_an_account() -> None:
    told = [
        report("It killed 31 people.", "killed", "31 people", document="a"),
        report("It killed thirty-one people.", "killed", "thirty-one people", document="b"),
        report("It killed 34 people.", "killed", "34 people", document="c"),
    ]
    (found,) = abouts(*told)
    assert [(a.value, a.mentions) for a in found.accounts] == [("31 people", (0, 1)), ("34 people", (2,))]


def lasted(document: str, edtf: str) -> EventMention:
    return report("The siege lasted.", "siege", document=document, edtf=edtf, extent=Extent.THROUGHOUT)


def test_the_days_that_it_lasted_may_differ() -> None:
    (found,) = abouts(lasted("a", "2021-05-03/2021-05-09"), lasted("b", "2021-05-04/2021-05-09"))
    assert (found.about, [a.value for a in found.accounts]) == (
        "date",
        ["2021-05-03/2021-05-09", "2021-05-04/2021-05-09"],
    )


def told_on(document: str, edtf: str) -> EventMention:
    return report("They landed.", "landed", document=document, edtf=edtf)


def test_the_day_on_which_it_was_may_differ() -> None:
    (found,) = abouts(told_on("a", "1943-05-24"), told_on("b", "1943-05-26"), told_on("c", "1943-05-24"))
    assert (found.about, [(a.value, a.mentions) for a in found.accounts]) == (
        "date",
        [("1943-05-24", (0, 2)), ("1943-05-26", (1,))],
    )


NO_DATES = {
    "one in the other": (told_on("a", "1943-05"), told_on("b", "1943-05-26")),
    "a month": (told_on("a", "1943-05"), told_on("b", "1943-06")),
    "about": (lasted("a", "2021-05-03~/2021-05-09~"), lasted("b", "2021-05-04/2021-05-09")),
    "open": (lasted("a", "2021-05-03/.."), lasted("b", "2021-05-04/2021-05-09")),
    "one source": (lasted("a", "2021-05-03/2021-05-09"), lasted("a", "2021-05-04/2021-05-09")),
}


@pytest.mark.parametrize("told", NO_DATES.values(), ids=NO_DATES)
def test_days_that_need_not_differ(told: tuple[EventMention, ...]) -> None:
    assert abouts(*told) == []

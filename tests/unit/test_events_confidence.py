"""What a confidence is made of, and what further sources add to it."""

import re
from itertools import pairwise

import pytest

from timeline.events import attach, confidence
from timeline.events.confidence import SHARES, Factor, of_sentence, of_tie, product, together
from timeline.model import Document, Event
from timeline.pipeline import build
from timeline.why_words import SHARES_IN_WORDS, sentence

TELLING = "After the flood the council of Harwick closed the old bridge over the river on 3 May 2019."
OTHERWISE = "The council of Harwick closed its bridge on 3 May 2019, and engineers came to look for cracks."


def built(*texts: str) -> tuple[Event, ...]:
    return build([Document(id=f"d{i}", text=text) for i, text in enumerate(texts)]).events


def main(*texts: str) -> tuple[Event, ...]:
    """The main events of some texts."""
    return tuple(event for event in built(*texts) if event.main)


def test_every_part_has_a_share_and_words() -> None:
    assert SHARES.keys() == SHARES_IN_WORDS.keys()
    assert all(0 < share <= 1 for share in SHARES.values())
    assert len(set(SHARES_IN_WORDS.values())) == len(SHARES_IN_WORDS)


DATES = [
    ("complete", "The council closed the bridge on 3 May 2019."),
    ("ambiguous", "The council closed the bridge on 03/05/2019."),
    ("completed", "10 June 2019\n\nThe council closed the bridge on 3 May."),
    ("counted", "10 June 2019\n\nThe council closed the bridge last week."),
    ("counted on", "The council met on 3 May 1911. It closed the bridge two days later."),
    ("publication", "10 June 2019\n\nThe council closed the bridge over the river."),
    ("undated", "The council closed the bridge over the river last week."),
]


@pytest.mark.parametrize(("name", "text"), DATES, ids=[case[0] for case in DATES])
def test_the_way_of_the_date_is_shown(name: str, text: str) -> None:
    closing = next(e for e in built(text) if e.mentions[0].trigger.text == "closed")
    shown = f"{SHARES_IN_WORDS[name]} {SHARES[name]:.2f}"
    assert shown in sentence(closing.reasons[-1])
    assert shown in sentence(closing.mentions[0].reasons[-1])


# Of two ways in which the same part of a report came about, the surer first.
SURER = [
    ("complete", "counted"),
    ("complete", "ambiguous"),
    ("complete", "completed"),
    ("completed", "counted on"),
    ("counted", "counted on"),
    ("counted", "publication"),
    ("counted", "anchored"),
    ("counted on", "undated"),
    ("ambiguous", "undated"),
    ("publication", "undated"),
    ("anchored", "undated"),
    ("near", "far"),
    ("far", "guessed"),
    ("sentence", "long"),
    ("long", "endless"),
    ("endless", "no prose"),
    ("capitals", "no prose"),
    ("list", "no prose"),
]


@pytest.mark.parametrize(("surer", "less"), SURER, ids=[f"{surer} before {less}" for surer, less in SURER])
def test_the_surer_way_has_the_greater_share(surer: str, less: str) -> None:
    assert SHARES[surer] > SHARES[less]


def test_every_way_of_a_date_is_less_sure_than_one_that_is_complete() -> None:
    ways = ("ambiguous", "completed", "counted", "counted on", "anchored", "publication", "undated")
    assert all(SHARES[name] < SHARES["complete"] for name in ways)


@pytest.mark.parametrize("name", SHARES)
def test_one_part_alone_is_the_whole_confidence(name: str) -> None:
    assert product([Factor(name)]) == SHARES[name]


def test_a_confidence_is_the_product_of_the_parts_it_shows() -> None:
    (event,) = built("The council closed the bridge on 3 May 2019.")
    parts = re.findall(r"\b[01]\.\d\d\b", sentence(event.reasons[-1]).partition(":")[2])
    assert len(parts) == 3
    product = 1.0
    for part in parts:
        product *= float(part)
    assert event.confidence == pytest.approx(product, abs=0.005)
    assert sentence(event.reasons[-1]).startswith(f"confidence {event.confidence:.2f}: ")


@pytest.mark.parametrize(
    ("score", "name"),
    [
        pytest.param(attach.DIRECT, "near", id="side by side"),
        pytest.param(attach.CLOSE, "near", id="a verb and its adverbial"),
        pytest.param(attach.FAR, "far", id="a longer way"),
        pytest.param(attach.REPAIRED, "far", id="a mended tree"),
        pytest.param(attach.GUESSED, "guessed", id="a guess"),
    ],
)
def test_each_tie_has_its_name(score: float, name: str) -> None:
    assert of_tie(score) == name


def test_the_closer_the_tie_the_surer() -> None:
    shares = [SHARES[of_tie(score)] for score in (0.9, 0.85, 0.7, 0.65, 0.5)]
    assert shares == sorted(shares, reverse=True)
    assert shares[0] > shares[2] > shares[4]


SENTENCES = [
    ("sentence", "The council of Harwick closed the bridge on 3 May 2019."),
    ("sentence", "In 1854 120 men of the 3rd and 44th died on 3 May 1854 at 10.30."),
    ("sentence", "I met J. F. Kennedy in the U.S. on 3 May, a day that I’d never forget."),
    ("sentence", "NATO and the UN met the IMF, the WTO and the EU on 3 May 2019."),
    ("sentence", "Storm over Harwick"),
    ("long", "The council met and the mayor spoke of the flood, " * 8 + "and on 3 May 2019 it closed the bridge."),
    ("endless", "and the council met and the mayor spoke of the flood " * 15),
    ("capitals", "THE COUNCIL OF HARWICK CLOSED THE BRIDGE ON 3 MAY 2019 AFTER THE FLOOD."),
    ("list", "Berg Silva Okafor Novak Fischer Haddad Rossi Lisbon Oslo Nairobi Lima Hanoi Quito Riga closed"),
    ("no prose", "3 May 2019\tHarwick\tbridge closed\t12"),
    ("no prose", "| 3 May 2019 | Bridge closed by the council of the town | 0 |"),
    ("no prose", "2019-05-03 10:11:12 INFO closed port=8080 retry=3"),
    ("no prose", "T h e c o u n c i l closed it on 3 May 2019"),
    ("no prose", "[1] Smith, J. (2019). Retrieved 3 May 2019, pp. 44-58, 12(3)."),
]


@pytest.mark.parametrize(("name", "text"), SENTENCES, ids=[f"{case[0]}: {case[1][:30]}" for case in SENTENCES])
def test_what_can_be_parsed(name: str, text: str) -> None:
    assert of_sentence(text) == name


def test_what_is_hard_to_parse_is_less_sure() -> None:
    worse = ("long", "endless", "capitals", "list", "no prose")
    assert all(SHARES[name] < SHARES["sentence"] for name in worse)


def test_an_independent_source_makes_surer() -> None:
    (alone,) = main(TELLING)
    (both,) = main(TELLING, OTHERWISE)
    assert both.confidence > alone.confidence
    assert sentence(both.reasons[-1]).endswith("; 1 further source told alike")


def test_a_copy_is_no_further_source() -> None:
    (alone,) = main(TELLING)
    (copied,) = main(TELLING, "WIRE REPORT\n\n" + TELLING)
    assert len(copied.mentions) == 2
    assert copied.confidence == alone.confidence
    assert "further" not in sentence(copied.reasons[-1])


def test_the_same_source_twice_is_one() -> None:
    assert together([("a", "one told it", 0.9), ("a", "and told it anew", 0.9)]) == (0.9, 0)


def test_each_further_source_adds_less() -> None:
    values = [together([(str(n), f"told {n}", 0.7) for n in range(count)])[0] for count in (1, 2, 3, 4, 50)]
    steps = [after - before for before, after in pairwise(values[:-1])]
    assert all(step > 0 for step in steps)
    assert steps == sorted(steps, reverse=True)
    assert values[-1] <= confidence.SUREST


def test_the_order_of_the_reports_does_not_matter() -> None:
    told = [("a", TELLING, 0.9), ("b", OTHERWISE, 0.7), ("c", TELLING + " It was wet.", 0.9)]
    assert together(told) == together(told[::-1])

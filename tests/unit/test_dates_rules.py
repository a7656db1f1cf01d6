"""The rules of the grammar of time: each has a name of its own, and a sentence that it alone reads so."""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

from timeline.dates import find
from timeline.dates.find import FROM_NOW, SHARED_YEAR
from timeline.dates.grammar import LEVELS
from timeline.dates.grammar.days import HOLIDAYS

NAMES = [rule.name for level in LEVELS for rule in level] + [FROM_NOW, SHARED_YEAR]
OF_HOLIDAYS = {rule.name for rule in HOLIDAYS}

# rule, a sentence with what it finds in square brackets, the rules that found it: the last one first
FOUND_BY = [
    ("half-of-a", "They met [half a year ago].", ("unit-ago", "half-of-a")),
    ("half-a-unit", "They held [half-hour] talks.", ("half-a-unit",)),
    ("weekday-month-day-year", "It was fought on [Saturday, October 14, 1066].", ("weekday-month-day-year",)),
    (
        "numbered-day-of-month-and-year",
        "Written [the 24 day of August 1572].",
        ("numbered-day-of-month-and-year",),
    ),
    ("the-weekday", "He left on [the Saturday].", ("the-weekday",)),
    ("weekday-and-numbered-day", "On [Sunday the 6th] they rested.", ("weekday-and-numbered-day",)),
    ("day-and-month-following", "He fled on [the 14th of October following].", ("day-and-month-following",)),
    ("month-and-day-following", "He fled on [June 14th, then following].", ("month-and-day-following",)),
    ("day-and-month-of-that-year", "He fled on [11 June of that year].", ("day-and-month-of-that-year",)),
    ("worded-day-month-and-year", "He was tried on [Ninth April 1829].", ("worded-day-month-and-year",)),
    ("month-worded-day-and-year", "She was born [April the ninth, 1902].", ("month-worded-day-and-year",)),
    ("month-and-worded-day", "She came [April the ninth].", ("month-and-worded-day",)),
    ("the-day-and-month", "They left on [the 3rd May].", ("the-day-and-month",)),
    ("month-range-year", "The works ran [Sept.-Nov. 1950].", ("month-range-year",)),
    ("overnight", "Harbour Closed [Overnight] After Spill", ("overnight",)),
    ("short-month", "The mill closed in [Oct.] after a fire.", ("short-month",)),
    ("two-clocks", "It struck at [10:52 GMT (18:52 HKT]).", ("two-clocks", "clock", "clock")),
    (
        "clock-and-part-of-day",
        "He called at [6:30 last night].",
        ("clock-and-part-of-day", "clock", "this-part-of-day"),
    ),
    (
        "part-of-day-and-clock",
        "He called [this morning at 6:30].",
        ("part-of-day-and-clock", "this-part-of-day", "clock"),
    ),
    ("early-part-of-day", "It rained [early this morning].", ("early-part-of-day", "this-part-of-day")),
    (
        "hours-of-part-of-day",
        "He left in [the late part of the evening].",
        ("hours-of-part-of-day", "part-of-day"),
    ),
    ("length-from-now", "The hall will open in [two weeks].", ("length-from-now", "length")),
    (
        "year-of-the-next-date",
        "It rained in [the summer] and [autumn of 1943].",
        ("year-of-the-next-date", "season"),
    ),
    (
        "part-of-day-of-day",
        "They left in [the morning of 27 July].",
        ("part-of-day-of-day", "part-of-day", "day-and-month"),
    ),
]


@pytest.mark.parametrize(("rule", "sentence", "rules"), FOUND_BY, ids=[row[0] for row in FOUND_BY])
def test_an_expression_tells_the_rules_that_found_it(rule, sentence, rules):
    marked = [match.group(1) for match in re.finditer(r"\[([^]]*)\]", sentence)]
    found = find(re.sub(r"[\[\]]", "", sentence))
    assert [candidate.quote.text for candidate in found] == marked
    assert found[0].rules == rules
    assert rule in rules


def test_the_ends_of_a_range_name_its_rules():
    (candidate,) = find("They stayed from 3 May to 5 June 2021.")
    assert candidate.rules[0] == "range"
    assert {end.rules for end in candidate.ends} == {candidate.rules}


def test_candidates_that_say_the_same_are_equal_whichever_rule_found_them():
    (one,) = find("on the 3rd May")
    assert one.rules
    assert one == type(one)(one.quote, one.type, one.content, one.bound, one.cue, one.direction)


def test_each_rule_has_a_name_of_its_own():
    assert [name for name, count in Counter(NAMES).items() if count > 1] == []
    assert [name for name in NAMES if not re.fullmatch(r"[a-z]+(-[a-z]+)*", name) and name not in OF_HOLIDAYS] == []
    assert all(OF_HOLIDAYS)


def sentences() -> set[str]:
    """Every string of the tests about dates; square brackets mark words there and are left out."""
    tests = Path(__file__).parents[1]
    return {
        re.sub(r"[\[\]]", "", node.value)
        for path in tests.glob("*/test_dates*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_each_rule_finds_something_in_a_sentence_of_these_tests():
    reached = {name for sentence in sentences() for candidate in find(sentence) for name in candidate.rules}
    assert [name for name in NAMES if name not in reached | OF_HOLIDAYS] == []


@pytest.mark.parametrize("rule", HOLIDAYS, ids=[rule.name for rule in HOLIDAYS])
def test_each_holiday_is_found_by_its_rule(rule):
    words = re.sub(r" ,\? of\|in\? y:FULL_YEAR", " 1951", rule.pattern)
    written = re.sub(r" ('s|\.|'(?= ))", r"\1", words)
    (candidate,) = find(f"They met on {written[0].upper()}{written[1:]}.")
    assert candidate.rules == (rule.name,)

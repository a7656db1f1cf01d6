"""Numbers in words and figures, and years of the eras."""

from __future__ import annotations

from timeline.dates import words
from timeline.dates.content import Unit
from timeline.dates.patterns import Found, Rule

VAGUE_AMOUNT = 0.0  # "a few", "several"


def _era_year(found: Found) -> int | None:
    """As in "490 BC": astronomical, so that 1 BC is 0."""
    year = int(found.get("n"))
    if not 1 <= year <= 9000:
        return None
    return 1 - year if found.get("e") else year


def _common_era(found: Found) -> int | None:
    """As in "AD 79"."""
    year = int(found.get("n"))
    return year if not found.get("e") and 1 <= year <= 9000 else None


def _mixed_number(found: Found) -> float | None:
    """As in "2 1/2"."""
    whole, part, parts = float(found.get("n")), float(found.get("a")), float(found.get("b"))
    return whole + part / parts if 0 < part < parts <= 8 else None


def _scaled(found: Found) -> float:
    """As in "two hundred and six", "a hundred and six"."""
    times = found.get("n") if found.has("n") else 1
    return float(times * found.get("s") + found.get("m"))


def _least(found: Found) -> float | None:
    """As in "Two to three weeks": the first number, if a unit follows and these are no years."""
    first, last = float(found.get("n")), float(found.get("m"))
    unit = found.neighbour(1)
    return first if unit is not None and isinstance(unit.value, Unit) and first < last < 1000 else None


def _said_twice(found: Found) -> float | None:
    """As in "thirty (30)"."""
    return float(found.get("n")) if float(found.get("n")) == float(found.get("m")) else None


_YEAR_LED = frozenset(
    {"in", "of", "since", "until", "by", "from", "to", "year", "during", "before", "after", "and", "around"}
)
_COUNTED_BEHIND = frozenset(
    {"people", "men", "women", "dollars", "percent", "per", "times", *words.COUNTED, *words.UNITS, *words.MANY_UNITS}
)


def _year_in_words(found: Found) -> int | None:
    """As in "nineteen ninety-one", "eighteen sixty", "twenty twelve"; not "nineteen ninety cars"."""
    century, tens = int(found.get("a")), int(found.get("b"))
    unit = int(found.get("c")) if found.has("c") else 0
    if not 15 <= century <= 20 or not 10 <= tens <= 99 or unit > 9 or (unit and tens % 10):
        return None
    if found.after in _COUNTED_BEHIND or (tens < 20 and not _is_led(found)):
        return None
    return century * 100 + tens + unit


def _year_of_hundreds(found: Found) -> int | None:
    """As in "nineteen hundred and six", "in the year two thousand and three"."""
    first, rest = int(found.get("a")), int(found.get("n")) if found.has("n") else 0
    scale = int(found.get("s"))
    year = first * scale + rest
    led = _is_led(found)
    known = (scale == 100 and 11 <= first <= 19) or (scale == 1000 and first == 2)
    return year if led and known and rest < 100 and found.after not in _COUNTED_BEHIND else None


def _is_led(found: Found) -> bool:
    return found.before in _YEAR_LED or found.before in words.MONTHS or found.before in words.SEASONS


NUMBERS: tuple[Rule, ...] = (
    Rule("year-of-hundreds-and-rest", "a:SMALL s:hundred|thousand and? n:TENS|SMALL", _year_of_hundreds, "WORDED_YEAR"),
    Rule("year-of-hundreds", "a:SMALL s:hundred|thousand", _year_of_hundreds, "WORDED_YEAR"),
    Rule("year-in-words-and-units", "a:SMALL b:TENS -? c:SMALL", _year_in_words, "WORDED_YEAR"),
    Rule("year-in-words", "a:SMALL b:TENS|SMALL", _year_in_words, "WORDED_YEAR"),
    Rule("year-of-twenty-in-words", "a:twenty b:TENS|SMALL", _year_in_words, "WORDED_YEAR"),
    Rule("tens-and-ordinal", "t:TENS -? o:SMALL_ORDINAL", lambda f: f.get("t") + f.get("o"), "ORDINAL"),
    Rule("tens-and-number", "t:TENS -? s:SMALL", lambda f: float(f.get("t") + f.get("s")), "AMOUNT"),
    Rule("year-of-era", "n:NUMBER e:ERA", _era_year, "ERA_YEAR"),
    Rule("era-and-year", "e:ERA n:NUMBER", _common_era, "ERA_YEAR"),
)

AMOUNTS: tuple[Rule, ...] = (
    Rule("number-said-twice", "n:AMOUNT OPEN m:NUMBER CLOSE", _said_twice, "AMOUNT"),
    Rule("number-and-a-half", "n:AMOUNT -? and -? a -? half", lambda f: float(f.get("n")) + 0.5, "AMOUNT"),
    Rule("number-and-fraction", "n:NUMBER a:NUMBER / b:NUMBER", _mixed_number, "AMOUNT"),
    Rule("half-a-dozen", "half a dozen", lambda _: 6.0, "AMOUNT"),
    Rule("a-quarter-of", "a? quarter of an|a", lambda _: 0.25, "AMOUNT"),
    Rule("half-of-a", "half an|a", lambda _: 0.5, "AMOUNT"),
    Rule("scale-and-rest", "(a|one | n:AMOUNT) s:SCALE and? m:AMOUNT", _scaled, "AMOUNT"),
    Rule("a-scale", "a|one s:SCALE", lambda f: float(f.get("s")), "AMOUNT"),
    Rule("scaled-number", "n:AMOUNT s:SCALE", lambda f: float(f.get("n") * f.get("s")), "AMOUNT"),
    Rule("number-to-number", "n:AMOUNT to|or|- m:AMOUNT", _least, "AMOUNT"),
    Rule("a-dozen", "a|the dozen", lambda _: 12.0, "AMOUNT"),
    Rule("a-couple", "a|the? couple of?", lambda _: 2.0, "AMOUNT"),
    Rule("a-few", "a|the? few|handful|number of?", lambda _: VAGUE_AMOUNT, "AMOUNT"),
    Rule("vague-amount", "several|many|some|various|numerous|countless|most", lambda _: VAGUE_AMOUNT, "AMOUNT"),
    Rule("dozens-of", "dozens|hundreds|thousands of?", lambda _: VAGUE_AMOUNT, "AMOUNT"),
)

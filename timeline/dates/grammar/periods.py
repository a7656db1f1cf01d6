"""Periods of the calendar: months, seasons, quarters, years, decades, centuries; and weekdays."""

from __future__ import annotations

import re

from timeline.dates import words
from timeline.dates.content import Calendar, Modified, Modifier, Origin, Range, Shift, Unit
from timeline.dates.grammar.days import full_year
from timeline.dates.grammar.kinds import Spanned
from timeline.dates.patterns import Found, Rule

_REACH = 60  # characters looked at behind a half

# --- years, decades, centuries ---------------------------------------------------------------------------------------


def _bare_year(found: Found) -> Calendar | None:
    """A number of four digits that is a year: by the words around it."""
    year = found.get("y")
    if _is_counted(found):
        return None
    first, last = _plausible_years(found)
    return Calendar(year=year) if first <= year <= last else None


# "42 U.S.C. 1983", "under section 1983", "docket 95-1100".
_CITED = re.compile(
    r"\b(?:[A-Z]\.\s?){2,3}(?:§+\s?)?$|\b(?:section|sec|art|article|paragraph|docket|rule|clause)\b[\s.§#\"“-]*(?:[0-9]{1,2}[-–])?$",
    re.IGNORECASE,
)
_TIMED = frozenset({"in", "since", "by", "until", "during", "early", "late", "mid"})
# "at 1900 Main St", "the 1400 block".
_ADDRESS = re.compile(
    r"\sblock\b|(?:\s[NSEW]\.?)?(?:\s[A-Z0-9][\w.]*){1,3}\s(?:St|Street|Ave|Avenue|Road|Rd|Blvd|Boulevard|Drive|Lane|Ln"
    r"|Court|Place|Parkway)\b"
)
# "page 1990", "pp. 1914-1918", "nos. 1812 and 1813"; a dash or comma joins further numbers.
_NUMBERED = re.compile(
    rf"(?:\b(?:p|{'|'.join(sorted(words.NUMBERED))}|nos?|nr|numbers?)\b\.?|#)\s?(?:[0-9]{{1,6}}(?:\s?[-–,]\s?|\sand\s))?$",
    re.IGNORECASE,
)

# "In 1900 factories closed", "early 1900 elections".
_NEVER_COUNTING = frozenset({"in", "since", "early", "late"})


def _is_counted(found: Found) -> bool:
    """As in "2000 people", "$2000", "no. 2000", "the 1900 soldiers"."""
    after = found.after
    if after in words.COUNTED or after in words.UNITS or after in words.MANY_UNITS or after[:1] in {"%", "°"}:
        return True
    if found.before in {"$", "£", "€", "#", "no", "number", "§"} or _CITED.search(
        found.text, max(0, found.start - 20), found.start
    ):
        return True
    if _NUMBERED.search(found.text, max(0, found.start - _REACH), found.start):
        return True
    if found.before not in _TIMED and _ADDRESS.match(found.text, found.end, found.end + _REACH):
        return True
    may_count = found.before in words.YEAR_CUES and found.before not in _NEVER_COUNTING
    return may_count and found.get("y") % 100 == 0 and _is_plural(after)


_DASHES = frozenset("-–—")
_STOPS = frozenset({",", ".", ";", ":", ")"})
_NO_NOUN = _STOPS | {"in", "at", "on", "is", "was", "with"}
_AROUND = frozenset({"after", "before", "to"})


def _plausible_years(found: Found) -> tuple[int, int]:
    """From which to which year the words in front make a number a year; from 1 to 0 where they do not."""
    before, ahead = found.before, found.written(-1)
    if before in _DASHES or found.after in _DASHES:
        return (1, 0) if _is_in_code(found) else (1000, 2100)
    if before == "." and found.written(-2).lower() in {"c", "ca"}:
        return 1000, 2100
    if _is_acronym(ahead):
        return 1980, 2039  # "EURO 2008", "COP 2015"
    if before in words.YEARLY_EVENTS and ahead[:1].isupper():
        return 1850, 2060
    if not before.strip() or before in {"(", ",", ";", ":", ".", "[", "–"}:
        return 1500, 2060
    if before == "the" and found.after in _NO_NOUN:
        return 1, 0  # "she ran the 1500."
    if before == "and" and found.written(-3).lower() == "between":
        return 1000, 2100
    if before in words.YEAR_CUES:
        if before in _AROUND and found.after in _STOPS:
            return 1000, 2100
        return (1000, 2100) if before in words.SURE_YEAR_CUES else (1400, 2100)
    if before == "'s" or (before == "'" and _is_plural(found.written(-2))):
        return 1000, 2100
    if ahead[:1].islower() and not (_is_plural(found.after) and found.written(1)[:1].islower()):
        return 1600, 2060
    return 1, 0


def _is_acronym(word: str) -> bool:
    return 3 <= len(word) <= 5 and word.isupper() and word.isalpha() and word.lower() not in words.NO_EVENTS


_MIXED_CASE = re.compile(r"[a-z]+[A-Z]")


def _is_in_code(found: Found) -> bool:
    """As in "713-853-1696": numbers on the other side of a dash that belong to no date."""
    sides = (found.before in _DASHES and found.written(-2), found.after in _DASHES and found.written(2))
    if all(side is not False for side in sides) and not found.written(-2).isdigit():
        coded = found.written(2).isalnum() and not found.written(2).isalpha() and not found.written(2).isdigit()
        if coded:
            return True  # "host-2020-a1"
    if found.before in _DASHES and found.written(-2).isdigit() and 12 < int(found.written(-2)) < 100:
        return True  # "docket 95-1100"
    if found.after in _DASHES and _MIXED_CASE.match(found.written(2)):
        return True  # "the 2010-xYZ strain"
    numbers = [side for side in sides if isinstance(side, str) and side.isdigit()]
    return any(len(number) not in (2, 4) or (len(number) == 4 and not "1000" <= number < "2200") for number in numbers)


def _is_plural(word: str) -> bool:
    return len(word) > 3 and word.endswith("s")


def _era_range(found: Found) -> Spanned | None:
    """As in "499-493 BC": the era stands once for both."""
    last, number = found.get("b"), int(found.get("a"))
    if last > 0 or number <= 1 - last:
        return None
    years = Range(Calendar(year=1 - number), Calendar(year=last))
    return Spanned(years, found.span("a"), found.span("b"))


_FULL_DECADE = re.compile(r"[12][0-9]{2}0['’]?s")
_AND = frozenset({"and", "or", "to", "-", "–"})  # "the 1870s and 80s"
_LEADING_DECADES = frozenset({"early", "mid", "late", "-"})
_NICKNAMES = {"roaring": 20, "swinging": 60}  # "the Roaring Twenties": of the 20th century
# "Temperatures in the mid-80s".
_MEASURED = re.compile(r"\b(?:temperatures?|degrees|highs|lows|scored?|scores)\b[^.;!?]*$", re.IGNORECASE)


def _decade(found: Found) -> Calendar | None:
    """As in "The 1990s", "the nineties", "the 1800s", a century; not "in his early thirties"."""
    value = found.get("d")
    earlier = found.neighbour(-2)
    if value < 100 and earlier is not None and _FULL_DECADE.fullmatch(found.written(-2)) and found.before in _AND:
        return Calendar(decade=earlier.value - earlier.value % 100 + value)
    if value % 10 or (value >= 100 and not 1000 <= value <= 2090):
        return None
    if value < 100:
        if found.before in words.OWNERS or found.written(-2).lower() in words.OWNERS:
            return None
        led = found.words[0] in "'‘’" or found.first_word == "the" or found.before in _LEADING_DECADES
        measured = _MEASURED.search(found.text, max(0, found.start - _REACH), found.start) is not None
        if _NICKNAMES.get(found.before) == value:
            return Calendar(decade=1900 + value)
        return Calendar(decade=value) if led and not measured else None
    return Calendar(century=value) if value % 100 == 0 and value < 2000 else Calendar(decade=value)


def _worded_decade(found: Found) -> Calendar | None:
    """As in "The nineteen-thirties"."""
    return Calendar(decade=found.get("n") * 100 + found.get("d")) if 11 <= found.get("n") <= 19 else None


def _decade_of_era(found: Found) -> Calendar | None:
    """As in "The 470s BC": 479 to 470 BC."""
    return Calendar(decade=-found.get("d") - 8) if found.get("e") and found.get("d") <= 9000 else None


def _century(found: Found) -> Calendar | None:
    number = found.get("o")
    is_name = found.word("c")[:1] != found.written_label("c")[:1] and found.written(1)[:1].isupper()
    if not 1 <= number <= 30 or is_name:
        return None
    return Calendar(century=1 - 100 * number if found.get("e") else 100 * (number - 1))


def _centuries(found: Found) -> Spanned | None:
    """As in "the 18th and 19th centuries", "the late 18th and early 19th centuries"."""
    first, last = found.get("a"), found.get("b")
    if not 1 <= first < last <= 30:
        return None
    begin = found.span("x" if found.has("x") else "a")[0], found.span("a")[1]
    end = found.span("z" if found.has("z") else "b")[0], found.end
    return Spanned(Range(_part_of_century(found, first, "x"), _part_of_century(found, last, "z")), begin, end)


def _part_of_century(found: Found, number: int, label: str) -> Calendar | Modified:
    century = Calendar(century=100 * (number - 1))
    return Modified(century, Modifier(words.PARTS_OF_PERIODS[found.word(label)])) if found.has(label) else century


def _small_year(found: Found) -> Calendar | None:
    """As in "the year 33"."""
    year = found.get("y")
    return Calendar(year=int(year)) if year == int(year) and 1 <= year < 1000 else None


def _period_end(found: Found) -> Modified | None:
    """As in "by year-end", "at month's end"."""
    unit = found.get("u")
    return Modified(Shift(unit, 0.0, Origin.PUBLICATION), Modifier.END) if unit in {Unit.YEAR, Unit.MONTH} else None


_UP_TO = frozenset({"at", "before", "by", "through", "toward", "towards", "until"})


def _end_apart(found: Found) -> Modified | None:
    """As in "by year end"; not "in the year end users pay"."""
    return _period_end(found) if found.before in _UP_TO else None


def _year_end(found: Found) -> Modified | None:
    """As in "year-end 2009"."""
    return Modified(Calendar(year=found.get("y")), Modifier.END) if found.get("u") == Unit.YEAR else None


_CODE = re.compile(r"\b(?:[A-Z]\.\s?)+$")


def _circa(found: Found) -> Modified | None:
    """As in "c. 1450"; not "42 U.S.C. 1983"."""
    if _CODE.search(found.text, max(0, found.start - 10), found.start):
        return None
    return Modified(Calendar(year=found.get("y")), Modifier.APPROX)


def _side_by_side(found: Found) -> Spanned | None:
    """As in "Budget 2019/20": a year and the next, as no other numbers are written."""
    first, following = found.get("a"), found.get("a") + 1
    if following % 100 != found.get("b") or " " in found.words:
        return None
    return Spanned(Range(Calendar(year=first), Calendar(year=following)), found.span("a"), found.span("b"))


def _short_year(found: Found) -> Calendar | None:
    """As in "Since '98"."""
    return Calendar(year=full_year(found.get("s"))) if found.before in words.SHORT_YEAR_CUES else None


# --- seasons, quarters, fiscal years ---------------------------------------------------------------------------------


def _season_of_year(found: Found) -> Calendar | None:
    """As in "Spring 1918", "the winter of 1941-42"; "fall of 1989" only as "the fall of 1989"."""
    if found.words.lower().startswith("fall of") and found.before != "the":
        return None
    return Calendar(season=found.get("s"), year=found.get("y"))


def _season_of_years(found: Found) -> Calendar | None:
    """As in "winter 2012-2013", "the 2012-13 winter"."""
    first, last = found.get("y"), found.get("z")
    return Calendar(season=found.get("s"), year=first) if last in (first + 1, (first + 1) % 100) else None


def _season(found: Found) -> Calendar | None:
    """A season alone: "spring" only after words that a date follows, "fall" with more care still."""
    word = found.words.lower().removeprefix("the").strip()
    before = "the" if found.first_word == "the" else found.before
    written = found.words
    if written[0].isupper() and not written.isupper() and before.strip() not in {"", ".", "in", "the"}:
        return None
    if word == "fall":
        return Calendar(season=3) if _is_autumn(found, before) else None
    if found.after in words.OF_SPRINGS or (found.after in words.NAMED_FOR_SEASONS and found.written(1)[0].isupper()):
        return None
    sure = word in {"summer", "winter", "autumn"} or found.after in words.SEASONAL or before in words.SEASON_CUES
    return Calendar(season=found.get("s")) if sure else None


def _is_autumn(found: Found, before: str) -> bool:
    """As in "In the fall", "this fall", "the fall campaign"; not "the fall of the city", "fall to the rebels"."""
    if found.after in words.SEASONAL:
        return True
    if found.after in {"of", "in", "from", "to"}:
        return False
    if before == "the":
        return found.before in {"in", "by", "during", "since", "until", "of", "for", "over"}
    return before in {"this", "last", "next", "that", "early", "late"}


# "The third quarter ended 21-14": of a game.
_GAME = re.compile(
    r"\b(?:touchdowns?|quarterback|goals?|goalless|scored|halftime|half-time|kick-?off|match|game|coach|comebacks?"
    r"|interceptions?|interceptor|passing|playoffs?|rookie|yards?"
    r"|[0-9]{1,3}[-–][0-9]{1,3}(?!\s?(?:%|per|[0-9])))\b",
    re.IGNORECASE,
)


def _is_of_game(found: Found) -> bool:
    ahead = found.text[max(0, found.start - _REACH) : found.start].rpartition(". ")[2]
    behind = found.text[found.end : found.end + _REACH].partition(". ")[0]
    return _GAME.search(ahead) is not None or _GAME.search(behind) is not None


def _quarter(found: Found) -> Calendar | None:
    """As in "The third quarter", "third-quarter 2009", "2009 third-quarter"; not of a game."""
    if not found.has("y") and _is_of_game(found):
        return None
    return Calendar(quarter=found.get("o"), year=found.get("y")) if 1 <= found.get("o") <= 4 else None


def _quarters(found: Found) -> Spanned | None:
    """As in "the second and third quarters of 2012"."""
    first, last, year = found.get("a"), found.get("b"), found.get("y")
    if not 1 <= first < last <= 4:
        return None
    quarters = Range(Calendar(quarter=first, year=year), Calendar(quarter=last, year=year))
    return Spanned(quarters, found.span("a"), (found.span("b")[0], found.end))


def _middle(found: Found) -> Modified | None:
    """As in "By mid-year"."""
    unit = found.get("u")
    return Modified(Shift(unit, 0.0, Origin.PUBLICATION), Modifier.MID) if unit in {Unit.YEAR, Unit.MONTH} else None


# "The first half of 2009", "... of the next fiscal year", "... of the 19th century"; not "... of the game".
_OF_PERIOD = re.compile(
    r"\s+of\s+(?:the\s+|this\s+|that\s+|last\s+|next\s+|its\s+|\w+\s+){0,2}"
    r"(?:year|decade|century|FY\s?[0-9]|[0-9]{4}|[0-9]{1,2}(?:st|nd|rd|th)\b|fiscal|financial|[0-9]{4}s)",
    re.IGNORECASE,
)


def _half(found: Found) -> Calendar | None:
    """As in "The first half of 2009", "first-half profit", "the 2009 first half"."""
    if found.has("y"):
        return Calendar(half=found.get("o"), year=found.get("y")) if found.get("o") <= 2 else None
    of_period = _OF_PERIOD.match(found.text, found.end, found.end + _REACH) is not None
    is_half = found.get("o") <= 2 and (of_period or found.after in words.OF_HALVES or _is_business(found))
    return Calendar(half=found.get("o")) if is_half else None


# What companies and countries have in a half of a year; no team has these in a half of a game.
_BUSINESS = re.compile(
    r"\b(?:exports|imports|earnings|profits?|revenues?|sales|turnover|net\sincome|GDP|inflation|output|shipments"
    r"|deliveries|production|orders)\b",
    re.IGNORECASE,
)


def _is_business(found: Found) -> bool:
    """As in "Profit in the first half rose": what is told of in the sentence in front, or right behind."""
    if found.before not in {"in", "for", "during", "of"}:
        return False
    ahead = found.text[max(0, found.start - _REACH) : found.start].rpartition(". ")[2]
    behind = found.text[found.end : found.end + _REACH // 2].partition(". ")[0]
    return _BUSINESS.search(ahead) is not None or _BUSINESS.search(behind) is not None


_OF_CENTURY = re.compile(r"\s+of\s+the\s+(?:[0-9]{1,2}(?:st|nd|rd|th)|\w+)[\s-]century\b", re.IGNORECASE)


def _last_quarter(found: Found) -> Calendar | None:
    """As in "The last quarter of the 19th century"; alone it is the one before this."""
    of_century = _OF_CENTURY.match(found.text, found.end, found.end + _REACH) is not None
    return Calendar(quarter=4) if of_century else None


def _latter_half(found: Found) -> Calendar | None:
    of_period = _OF_PERIOD.match(found.text, found.end, found.end + _REACH) is not None
    return Calendar(half=2) if of_period else None


_QUARTILE = re.compile(r"\bquartile\b", re.IGNORECASE)


def _week(found: Found) -> Calendar | None:
    """As in "Epidemiological week 12", "week 34 of 2014"; not "week 3 of the trial"."""
    number = int(found.get("n"))
    return Calendar(week=number, year=found.get("y")) if 1 <= number <= 53 else None


def _coded(found: Found) -> Calendar | None:
    """As in "Q3 2009", "H1", "2014-W34"."""
    code, year = found.get("q").upper(), found.get("y")
    if code.startswith("W"):
        return Calendar(week=int(code[1:]), year=year) if year is not None else None
    if year is None and _QUARTILE.search(found.text, max(0, found.start - _REACH), found.end + 1):
        return None
    number = int(code.strip("QH"))
    return Calendar(quarter=number, year=year) if "Q" in code else Calendar(half=number, year=year)


def _report(found: Found) -> Calendar | None:
    """As in "3Q14", "Q3'14", "Q3 FY2014", "2014Q3"."""
    written = found.words.upper()
    if written[:4].isdigit():
        written = written[4:] + written[:4]
    year = full_year(int(re.findall(r"(?:(?:19|20)[0-9]{2}|[0-9]{2})$", written)[0]))
    number, fiscal = int(written.strip("QH")[0]), "FY" in written
    if "H" in written and number > 2:
        return None
    if "Q" in written:
        return Calendar(quarter=number, year=year, fiscal=fiscal)
    return Calendar(half=number, year=year, fiscal=fiscal)


def _fiscal(found: Found) -> Calendar:
    return Calendar(year=full_year(found.get("y")), fiscal=True)


def _fiscal_year(found: Found) -> Calendar:
    """As in "The financial year", "the last fiscal year"."""
    which = {"last": -1, "previous": -1, "next": 1}.get(found.word("k") if found.has("k") else "", 0)
    return Calendar(fiscal=True, which=which)


_WEEKS = "epi|epidemiological|epidemiologic|calendar|iso|reporting|surveillance"

PERIODS: tuple[Rule, ...] = (
    Rule("season-of-two-years", "the? s:SEASON of|,? y:FULL_YEAR -|/ z:FULL_YEAR", _season_of_years),
    Rule("two-years-season", "the? y:FULL_YEAR -|/ z:TWO_DIGITS|FULL_YEAR s:SEASON", _season_of_years),
    Rule("season-of-year", "the? s:SEASON of|,? y:FULL_YEAR (-|/ TWO_DIGITS)?", _season_of_year),
    Rule("quarter-report", "r:REPORT", _report),
    Rule("quarter-code-and-year", "q:CODED of|,|-? y:FULL_YEAR", _coded),
    Rule("year-and-quarter-code", "y:YEAR ,|-? q:CODED", _coded),
    Rule("quarter-code", "q:CODED", _coded),
    Rule("epidemiological-week", f"{_WEEKS} -? week|weeks n:NUMBER (,|of|in? y:FULL_YEAR)?", _week),
    Rule("week-of-year", "week n:NUMBER ,|of|in|-|/? y:FULL_YEAR", _week),
    Rule("fiscal-code", "y:FISCAL", _fiscal),
    Rule("fy-and-year", "fy y:YEAR (-|/ TWO_DIGITS)?", _fiscal),
    Rule("fiscal-year-and-number", "the|its? fiscal|financial|tax year? y:YEAR (-|/ TWO_DIGITS)?", _fiscal),
    Rule("number-and-fiscal-year", "the|its|their? y:YEAR (-|/ TWO_DIGITS)? fiscal|financial|tax year", _fiscal),
    Rule("fiscal-year", "(the|its|this | the? k:last|next|current|previous)? fiscal|financial year", _fiscal_year),
    Rule("fiscal-short-year", "the? fiscal y:SHORT_YEAR", _fiscal),
    Rule(
        "quarters-of-year", "the? a:ORDINAL and|or|to|through|- the? b:ORDINAL quarters|quarter of? y:YEAR", _quarters
    ),
    Rule("calendar-year", "the? y:YEAR calendar year", lambda f: Calendar(year=f.get("y"))),
    Rule("half-of-year", "the? o:ORDINAL -? half -? y:YEAR", _half),
    Rule("half-year", "the? o:ORDINAL half -? year", lambda f: Calendar(half=f.get("o")) if f.get("o") <= 2 else None),
    Rule("quarter-of-year", "o:ORDINAL -? quarter ,|of? y:YEAR", _quarter),
    Rule("year-and-quarter", "y:YEAR 's? o:ORDINAL -? quarter", _quarter),
    Rule("quarter", "the|its|their|his? fiscal|financial? o:ORDINAL fiscal|financial|calendar? -? quarter", _quarter),
    Rule("year-and-half", "the? y:YEAR 's? o:ORDINAL -? half", _half),
    Rule("middle-of-unit", "mid -? u:UNIT", _middle),
    Rule("last-quarter", "the last|final -? quarter", _last_quarter),
    Rule(
        "last-quarter-of-year",
        "the? last|final|closing -? quarter of y:YEAR",
        lambda f: Calendar(quarter=4, year=f.get("y")),
    ),
    Rule("half", "the|its? o:ORDINAL -? half", _half),
    Rule("latter-half", "the latter half", _latter_half),
    Rule(
        "centuries",
        "the? (x:early|mid|late -?)? a:ORDINAL and|to|or|through|- the? (z:early|mid|late -?)? b:ORDINAL -?"
        " century|centuries",
        _centuries,
    ),
    Rule("century-of-era", "the? o:ORDINAL -? c:century|centuries e:ERA", _century),
    Rule("century", "the? o:ORDINAL|ROMAN -? c:century|centuries", _century),
    Rule("decade-of-era", "the? d:DECADE e:ERA", _decade_of_era),
    Rule("decade", "the? d:DECADE", _decade),
    Rule("decade-in-words", "the? n:SMALL -? d:TENS_DECADE", _worded_decade),
    Rule("decade-of-tens", "the? d:TENS_DECADE", _decade),
    Rule("the-year", "the year|years y:YEAR", lambda f: Calendar(year=f.get("y"))),
    Rule("the-small-year", "the year y:NUMBER", _small_year),
    Rule("unit-end-of-year", "u:UNIT -|'s end of? y:YEAR", _year_end),
    Rule("unit-end", "u:UNIT -|'s end", _period_end),
    Rule("unit-end-apart", "the? u:UNIT end", _end_apart),
    Rule("years-of-era", "a:NUMBER -|to|and|or|until about|around|circa|roughly? b:ERA_YEAR", _era_range),
    Rule("years-side-by-side", "a:FULL_YEAR / b:TWO_DIGITS", _side_by_side),
    Rule("circa-year", "c|ca|cca .? y:FULL_YEAR", _circa),
    Rule("worded-year", "the? (year)? y:WORDED_YEAR", lambda f: Calendar(year=f.get("y"))),
    Rule("era-year", "y:ERA_YEAR", lambda f: Calendar(year=f.get("y"))),
    Rule("bare-year", "y:YEAR", _bare_year),
    Rule("short-year", "s:SHORT_YEAR", _short_year),
)

# --- months, weekdays and seasons alone ------------------------------------------------------------------------------


def _month(found: Found) -> Calendar | None:
    """A month alone; "May", "March" and names of people only after words that a date follows."""
    word = found.words.lower()
    if word in words.NAMES_TOO and not _is_month(word, found):
        return None
    return Calendar(month=found.get("m"))


def _is_month(word: str, found: Found) -> bool:
    before, after = found.before, found.after
    name_follows = found.written(1)[:1].isupper()
    if before in words.WEAK_MONTH_CUES and found.written(-2).lower() in words.MONTHS:
        return True  # "March and May"
    if after in _DASHES and found.written(2).lower() in words.MONTHS:
        return True  # "the April-June quarter"
    if before not in words.MONTH_CUES or (before == "the" and not after.isalpha()):
        return False
    if after in words.OF_FAMILIES:
        return False
    may_be_verb = after in words.AFTER_MAY or before in words.WEAK_MONTH_CUES
    if word == "may" and may_be_verb and before not in words.SURE_MONTH_CUES:
        return False
    is_verb = after in {"on", "to", "of"} or (before == "the" and after in {"for", "against", "through"})
    if word == "march" and is_verb and before not in words.SURE_MONTH_CUES:
        return False
    return not (
        name_follows and (before in words.WEAK_MONTH_CUES or before in {"by", "for", "after", "to", "from", "on"})
    )


def _short_month(found: Found) -> Calendar | None:
    """As in "In Sept."; a short name with nothing else is too often something else."""
    return Calendar(month=found.get("m")) if found.before in {"in", "since", "until", "last", "by"} else None


# "Profit for the quarter", "in the quarter"; but "in the quarter of the city", "in the quarter-final".
_REPORTED = frozenset({"in", "for", "during"})
_PART_OF = frozenset({"of", "-", "where", "final", "finals", "century"})


def _period_told(found: Found) -> Shift | None:
    """As in "The end of the year", "later in the month": the period told of, not "the year" of anything."""
    unit = found.get("u")
    if unit.is_clock or unit == Unit.WEEKEND:
        return None
    ahead = found.written(-2).lower()
    led = found.before in {"of", "in"} and (ahead in words.IN_PERIODS or _is_part(found, ahead))
    is_reported = unit == Unit.QUARTER and found.before in _REPORTED and found.after not in _PART_OF
    return Shift(unit, 0.0, Origin.TOLD) if led or is_reported else None


_ENDS = frozenset({"first", "last", "final", "closing", "opening"})


def _is_part(found: Found, counted: str) -> bool:
    """As in "the first nine months of the year", "the last day of the month"."""
    if found.before != "of" or found.get("u") == Unit.DAY:
        return False
    if counted not in words.UNITS and counted not in words.MANY_UNITS:
        return False
    return found.written(-3).lower() in _ENDS or found.written(-4).lower() in _ENDS


def _weekday(found: Found) -> Calendar | None:
    """A weekday; not "the Sunday Times", "Bloody Sunday"."""
    of_paper = found.written(1)[:1].isupper() and found.after in words.OF_PAPERS
    return None if of_paper or found.before in _NAMES_WITH_WEEKDAYS else Calendar(weekday=found.get("w"))


_NAMES_WITH_WEEKDAYS = frozenset({"bloody", "sheffield", "ruby"})

ALONE: tuple[Rule, ...] = (
    Rule("weekday", "w:WEEKDAY", _weekday),
    Rule("weekend", "the? weekend", lambda _: Calendar(weekend=True)),
    Rule("month", "m:MONTH", _month),
    Rule("short-month", "m:SHORT_MONTH .", _short_month),
    Rule("season", "the? s:SEASON", _season),
    Rule("period-told", "the u:UNIT", _period_told),
)

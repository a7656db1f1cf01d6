"""The day or month in the name of a document's file: "2009-05-05-mill.txt", "wire/2013/07/02/flood.txt"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from timeline.dates.candidate import Candidate, Direction
from timeline.dates.dateline_words import BESIDE_IN_NAME, OTHER_IN_NAME
from timeline.dates.resolve import resolve
from timeline.dates.words import MONTHS, SHORT_MONTHS
from timeline.model import Document, Genre, Published, PublishedBasis
from timeline.timespan import Granularity, TimeSpan, is_day
from timeline.why import Why

SOON_DAYS = 7
"""A text that tells as past a day more than this many days behind the one in its name was not written then: clocks and
deadlines are a few days off."""

YEAR_DAYS = 366
"""The same for what is told by its year alone: "the 2012 budget was passed" stands in texts of 2011."""

_MONTH_DAYS = 31  # the longest month

Named = tuple[TimeSpan, str]
"""A day or month, and the part of a name that says it."""

_MONTHS = MONTHS | SHORT_MONTHS
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR = r"(?:1[5-9]|20)[0-9]{2}"
_BEGINS = r"(?<![0-9a-z])(?<![0-9][.-])"
_TIMED = r"(?![0-9a-su-z]|t(?![0-9]))"  # a time of day may follow: "20090505T1015"
_TH = r"(?:st|nd|rd|th|d)?"

_DAYS = tuple(
    re.compile(_BEGINS + pattern + _TIMED)
    for pattern in (
        rf"(?P<year>{_YEAR})(?P<mark>[-_. ])(?P<month>[0-9]{{1,2}})(?P=mark)(?P<day>[0-9]{{1,2}})",
        r"(?P<year>(?:19|20)[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})",
        rf"(?P<one>[0-9]{{1,2}})(?P<mark>[-_. ])(?P<other>[0-9]{{1,2}})(?P=mark)(?P<year>{_YEAR})",
        rf"(?P<day>[0-9]{{1,2}}){_TH}[ _.-]*(?:of[ _.-]+)?(?P<month>{_MONTH})[ _.,-]*(?P<year>{_YEAR})",
        rf"(?P<month>{_MONTH})[ _.-]*(?P<day>[0-9]{{1,2}}){_TH}[ _.,-]+(?P<year>{_YEAR})",
        rf"(?P<year>{_YEAR})[ _.-]+(?P<month>{_MONTH})[ _.-]+(?P<day>[0-9]{{1,2}}){_TH}",
    )
)
_MONTHS_ALONE = tuple(
    re.compile(_BEGINS + pattern + r"(?![-_. ]?[0-9]|[a-z])")
    for pattern in (
        rf"(?P<year>{_YEAR})[-_. ](?P<month>[0-9]{{2}})",
        rf"(?P<month>{_MONTH})[ _.,-]*(?P<year>{_YEAR})",
        rf"(?P<year>{_YEAR})[ _.-]+(?P<month>{_MONTH})",
    )
)
_OTHER = re.compile(
    rf"(?<![a-z])(?:{'|'.join(OTHER_IN_NAME)})(?![a-z])|(?:^|[^a-z])(?:{'|'.join(BESIDE_IN_NAME)})[ _.-]+(?=[0-9])"
)
_SUFFIX = re.compile(r"\.[a-z][a-z0-9]{0,5}$", re.IGNORECASE)
_RECORD = re.compile(r":\d+$")  # one of several documents in a file


def by_name(document: Document, candidates: Sequence[Candidate], *, date_order: str | None = None) -> Published | None:
    """The publication date in the name of a document's file, or in its id; None where it names none.

    None also where the text cannot have been written then: it tells a later day as past, or has an entry of one.
    `date_order` ("DMY" or "MDY") is that of the figures in the text; None lets the text decide.

    >>> str(by_name(Document(id="2009-05-05-mill", text="It closed.", path="wire/2009-05-05-mill.txt"), ()).when)
    '2009-05-05'
    """
    found = date_in(_name(document))
    if found is None:
        return None
    when, part = found
    if _is_told_later(document.text, candidates, when, date_order):
        return None
    kind = "file-name" if when.granularity == Granularity.DAY else "file-name-month"
    return Published(when, PublishedBasis.METADATA, Why(kind, (part,)))


def date_in(name: str) -> Named | None:
    """The one day in a path, else the one month, with the part that names it; None where that is not clear.

    Folders count where they are named by the day: "2013/07/02/flood.txt", "2013-07-02/flood.txt".

    >>> when, part = date_in("minutes_4_march_2014.txt")
    >>> str(when), part
    ('2014-03-04', '4_march_2014')
    >>> str(date_in("report 2013-05.txt")[0])
    '2013-05'
    >>> date_in("notes 03-04-2021.txt")
    """
    *folders, own = re.split(r"[\\/]", _SUFFIX.sub("", name))
    if _OTHER.search(own.lower()):
        return None
    days = _all_in(own, _DAYS, _day)
    months = _all_in(own, _MONTHS_ALONE, _month) if not days else []
    found = days or months or _in_folders([*folders, own]) or _in_folders(folders)
    spans = {each[0] if each is not None else None for each in found}
    return found[0] if len(spans) == 1 else None


def _name(document: Document) -> str:
    """The path of a document that is a file of its own, else its id, which may be an address or a number."""
    stem = re.split(r"[\\/]", _SUFFIX.sub("", document.path))[-1]
    if stem and stem in document.id and not _RECORD.search(document.id):
        return document.path
    return "" if _RECORD.search(document.id) else document.id


def _all_in(
    part: str, patterns: Sequence[re.Pattern[str]], read: Callable[[re.Match[str]], TimeSpan | None]
) -> list[Named | None]:
    """What a part of a path names by some patterns, None for figures that are no date, or could be two."""
    found: list[Named | None] = []
    for pattern in patterns:
        for match in pattern.finditer(part.lower()):
            when = read(match)
            found.append((when, part[match.start() : match.end()]) if when is not None else None)
    return found


def _day(match: re.Match[str]) -> TimeSpan | None:
    parts = match.groupdict()
    year = int(parts["year"])
    if "one" in parts:
        one, other = int(parts["one"]), int(parts["other"])
        readings = {(month, day) for month, day in ((one, other), (other, one)) if is_day(year, month, day)}
        return TimeSpan.day(year, *readings.pop()) if len(readings) == 1 else None
    month, day = _number(parts["month"]), int(parts["day"])
    return TimeSpan.day(year, month, day) if is_day(year, month, day) else None


def _month(match: re.Match[str]) -> TimeSpan | None:
    year, month = int(match["year"]), _number(match["month"])
    years = match["month"].isdigit() and month > year % 100  # "2010-12" may be three years
    return TimeSpan.month(year, month) if 1 <= month <= 12 and not years else None


def _number(month: str) -> int:
    return int(month) if month.isdigit() else _MONTHS[month]


def _in_folders(folders: Sequence[str]) -> list[Named | None]:
    """The day that the last folder, or the last three, are named by and by nothing else."""
    for count, mark in ((1, ""), (3, "/")):
        name = mark.join(folders[-count:])
        match = _DAYS[0].fullmatch(name.replace("/", "-")) or (_DAYS[1].fullmatch(name) if count == 1 else None)
        when = _day(match) if match is not None and len(folders) >= count else None
        if when is not None:
            return [(when, name)]
    return []


def _is_told_later(text: str, candidates: Sequence[Candidate], when: TimeSpan, date_order: str | None) -> bool:
    """Whether a text tells as past, in full, what was well behind some days, or has a dated entry behind them."""
    if when.last is None:
        return False
    entries = {candidate.above.day for candidate in candidates if candidate.above is not None} - {None}
    if len(entries) > 1 and any(day is not None and day > when.last for day in entries):
        return True
    told = [c for c in candidates if c.is_complete and c.direction == Direction.PAST]
    mentions = resolve(text, told, published=None, genre=Genre.NEWS, date_order=date_order) if told else ()
    spans = [mention.when for mention in mentions]
    return any(
        span is not None
        and span.first is not None
        and span.first > when.last.plus(SOON_DAYS if span.is_at_most(_MONTH_DAYS) else YEAR_DAYS)
        for span in spans
    )

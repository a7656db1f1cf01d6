"""The earliest and latest day on which a text can have been published, by the dates that it writes out in full.

It is what remains to be said where no clue ties publication to a shorter span (see `infer`).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from timeline.dates.candidate import Bound, Candidate, Direction
from timeline.dates.content import Calendar, Origin, Shift
from timeline.dates.genre import core
from timeline.dating.published.clue import calendar_of
from timeline.dating.published.lags import LAGS, Kind, Lag
from timeline.dating.published.told import is_complete
from timeline.model import DateMention, Genre, Published, PublishedBasis
from timeline.timespan import Granularity, TimeSpan
from timeline.why import Why

MAX_LAG_DAYS = 2 * 366
"""The longest measured lag (see `lags`), in days, that is used as a latest day of publication; two years by choice."""

_MONTH_DAYS = 31  # the longest month

_AHEAD = frozenset({Bound.BY, Bound.UNTIL})
"""Prepositions whose date may lie ahead whatever the tense: "the options run until 2018"."""

ASIDE = frozenset({Bound.SINCE, Bound.AFTER})
"""Prepositions whose date may lie any time back: "the first since 1991"."""


DatedCandidate = tuple[Candidate, TimeSpan]
"""A date expression of a text, and the days that it names."""


def bounded(candidates: Sequence[Candidate], mentions: Sequence[DateMention], genre: Genre) -> Published:
    """The publication date of a text as a span: from the latest date told as past to the earliest told as to come.

    Without a date to come, news whose latest date is a day ends within the lag measured for such texts. All else has an
    open end, as a history may be written any time after what it tells: so has what does not point from the day of its
    writing. The basis is `inferred`, or `unknown`, without a span, where neither date is there.
    """
    told = _told(candidates, mentions)
    past = latest_told(candidates, mentions)
    if genre != Genre.NEWS:
        return _published(past, None, None)
    floor = past[1].sort_key[0] if past is not None else None
    to_come = [
        (c, when) for c, when in told if c.direction == Direction.FUTURE and (floor is None or floor < when.sort_key[0])
    ]
    ahead = min(to_come, key=lambda pair: (pair[1].sort_key[1], pair[0].quote.start), default=None)
    return _published(past, ahead, _lag(past) if past is not None and _is_of_the_day(candidates) else None)


def latest_told(candidates: Sequence[Candidate], mentions: Sequence[DateMention]) -> DatedCandidate | None:
    """The latest date that a text writes out in full and tells as past, with its days; None where there is none."""
    told = _told(candidates, mentions)
    planned = {when.first.year for c, when in told if c.direction == Direction.FUTURE and when.first is not None}
    past = [(c, when) for c, when in told if _is_past(c, when, planned)]
    return max(past, key=lambda pair: (pair[1].sort_key[0], pair[0].quote.start), default=None)


def _told(candidates: Sequence[Candidate], mentions: Sequence[DateMention]) -> list[DatedCandidate]:
    """The dates that are written out in full, with their days."""
    pairs = zip(candidates, mentions, strict=True)
    return [(c, m.when) for c, m in pairs if is_complete(c, m) and m.when is not None]


def _is_past(candidate: Candidate, when: TimeSpan, planned: Collection[int]) -> bool:
    """Whether a date is told as past. A bare year is not, where the text tells it as still to come elsewhere; `planned`
    are these years.
    """
    in_doubt = when.granularity == Granularity.YEAR and when.first is not None and when.first.year in planned
    return candidate.direction != Direction.FUTURE and candidate.bound not in _AHEAD and not in_doubt


def _is_of_the_day(candidates: Sequence[Candidate]) -> bool:
    """Whether a text points from the day of its writing: "last month", or "Tuesday" or "3 May" before any date in full.

    What stands behind one is counted from that: "On Monday, 3 March 1914, the mill burned. By Tuesday it was gone".
    """
    told = False
    for candidate in candidates:
        content = core(candidate.content)
        if isinstance(content, Shift) and content.origin == Origin.PUBLICATION and content.amount:
            return True
        if isinstance(content, Calendar):
            day = content.weekday is not None or content.day is not None
            if content.which is not None or (day and content.year is None and not told):
                return True
            told = told or (content.year is not None and content.month is not None)
    return False


def _lag(latest: DatedCandidate) -> Lag | None:
    """The measured lag between a text's latest date and its publication; None where that is over `MAX_LAG_DAYS`."""
    candidate, when = latest
    if candidate.bound in ASIDE:
        return None
    lag = LAGS[kind_of(candidate, when)]
    return lag if lag.days < MAX_LAG_DAYS else None


def kind_of(candidate: Candidate, when: TimeSpan) -> Kind:
    """The kind of a date for the table of lags, by how finely it is told."""
    if when.granularity == Granularity.DAY:
        calendar = calendar_of(candidate.content)
        return Kind.WEEKDAY if calendar is not None and calendar.weekday is not None else Kind.DAY
    return Kind.MONTH if when.is_at_most(_MONTH_DAYS) else Kind.YEAR


def _published(past: DatedCandidate | None, ahead: DatedCandidate | None, lag: Lag | None) -> Published:
    first = past[1].first if past is not None else None
    last = ahead[1].last if ahead is not None else None
    reasons: list[Why] = []
    evidence = []
    if past is not None:
        reasons.append(Why("not-before", (str(first), Why("latest-told", (past[0].quote.text,)))))
        evidence.append(past[0].quote)
    if ahead is not None:
        reasons.append(Why("not-after", (str(last), Why("still-to-come", (ahead[0].quote.text,)))))
        evidence.append(ahead[0].quote)
    if past is not None and lag is not None and past[1].last is not None:
        usual = past[1].last.plus(lag.days)
        if last is None or usual < last:
            last = usual
            reasons.append(Why("likely-not-after", (str(last), lag.measured, lag.seen)))
    if first is None and last is None:
        return Published(None, PublishedBasis.UNKNOWN, Why("no-date-tells"))
    when = TimeSpan(first, last, Granularity.RANGE if first and last else Granularity.DAY, approximate=True)
    return Published(when, PublishedBasis.INFERRED, Why("all-of", tuple(reasons)), tuple(sorted(evidence)))

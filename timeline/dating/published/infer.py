"""The publication date of a document: as it is known, or worked out from its own dates and those of other documents.

What a text says makes some days of publication likelier than others: news tells of days just past, "on Tuesday" means
the Tuesday nearest to it, what is told as past lies before it, and "a year ago" of something that is dated elsewhere
points straight at it. Each such clue weighs every day of a window; the days that hold most of the weight are the
answer, with the clues that count most as its reason. Where no clue ties the text to a stretch of time, the dates that
it tells in full still bound its publication. Where nothing decides, the answer stays wide or unknown.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from timeline.dates.address import day_in
from timeline.dates.candidate import Candidate, Direction
from timeline.dates.dateline import stated
from timeline.dates.genre import choose_genre
from timeline.dates.resolve import resolve
from timeline.dating.published.bounds import bounded
from timeline.dating.published.elsewhere import DateLink, beside, clues_from, distinct
from timeline.dating.published.filename import by_name
from timeline.dating.published.told import clues_of, is_complete
from timeline.dating.published.weighing import after_what_is_told, heaviest, telling, weighed
from timeline.dating.readings import Readings
from timeline.model import DateMention, Document, Genre, Published, PublishedBasis
from timeline.timespan import FIRST_DAY, LAST_DAY, TimeSpan
from timeline.why import Why

WINDOW_DAYS = 3 * 366
"""The days after the latest date that a document tells on which its publication is looked for: three years by choice.
"""

MAX_WINDOW_DAYS = 12 * 366
"""The most days that are weighed, however far apart the events lie that a document is linked to."""

WIDEST_ANSWER_DAYS = 2 * 366
"""The widest span of publication, in days, that is given as an answer."""

TELLING = 0.7
"""The least `weighing.telling` of a clue that the reason names: how much its weight (a natural logarithm) on the chosen
days exceeds that on the window at large."""

MAX_REASONS = 3
"""The most clues that the reason names, the most telling first."""

_BEFORE_EVENTS_DAYS = 366  # the window begins this long before the first event that a document is linked to


def known(document: Document, candidates: Sequence[Candidate], *, date_order: str | None = None) -> Published | None:
    """The publication date as a person, metadata, the text's byline, its web address or the name of its file states it.

    The first of these counts; None without any.

    `date_order` is "DMY" or "MDY"; None lets the text decide.

    >>> document = Document(id="a", text="It closed.", url="https://example.org/2021/05/04/bridge")
    >>> str(known(document, ()).when)
    '2021-05-04'
    """
    if document.published is not None:
        kind = "person-gave" if document.published_basis == PublishedBasis.GIVEN else "record-says"
        return Published(document.published, document.published_basis, Why(kind, (str(document.published),)))
    found = stated(document.text, candidates, date_order=date_order)
    if found is not None and found.when is not None:
        return found
    in_address = day_in(document.url) if document.url else None
    if in_address is None:
        return by_name(document, candidates, date_order=date_order)
    when, part = in_address
    return Published(when, PublishedBasis.METADATA, Why("web-address", (part,)))


def infer(
    document: Document,
    candidates: Sequence[Candidate],
    links: Sequence[DateLink] = (),
    *,
    date_order: str | None = None,
    genre: Genre | None = None,
) -> Published:
    """Work out the publication date of a document that does not state it.

    Args:
        document: the document.
        candidates: its date expressions, as `dates.find` gives them.
        links: the known dates of the events that they tell of.
        date_order: "DMY" or "MDY" for dates such as 01/03/2008; None lets the text decide.
        genre: how the text tells time; None lets the text decide.

    Returns:
        The basis is `inferred`, with the words that it rests on as evidence, or `unknown`, without a span. An end of
        the span is open where the text does not show it.

    >>> from timeline.dates.find import find
    >>> text = "The bridge was closed on Tuesday. It was opened on Monday, 10 May 2021."
    >>> str(infer(Document(id="a", text=text), find(text)).when)
    '2021-05-10~/2021-06-10~'

    """
    return Undated(document, candidates, date_order=date_order, genre=genre).published(links)


class Undated:
    """A document that does not state its publication date, with what its own text says about that.

    The text is read once, however many links to other documents are then tried. The arguments are those of `infer`.
    """

    def __init__(
        self,
        document: Document,
        candidates: Sequence[Candidate],
        *,
        date_order: str | None = None,
        genre: Genre | None = None,
    ) -> None:
        own = genre or choose_genre(candidates, None, text=document.text)
        mentions = resolve(document.text, candidates, published=None, genre=own, date_order=date_order)
        self.readings = Readings(document.text, candidates, genre=genre, date_order=date_order)
        self._fitting: dict[tuple[int, TimeSpan, range], range] = {}
        self._candidates = candidates
        self._mentions = mentions
        self._beside = tuple(beside(document, candidates, mentions))
        self._clues = tuple(clues_of(document, candidates, mentions))
        self._bounds = bounded(candidates, mentions, own)
        self._is_news = own == Genre.NEWS

    def published(self, links: Sequence[DateLink] = ()) -> Published:
        """The publication date by the text and some links to other documents, as `infer` gives it.

        A history tells of days just past and to come as those of whom it tells saw them, so only its bounds are known.
        """
        if not self._is_news:
            return self._bounds
        links = distinct([*links, *self._beside])
        window = _window(self._candidates, self._mentions, links)
        if window is None:
            return self._bounds
        elsewhere = tuple(clues_from(self._candidates, links, window, self.readings, self._fitting))
        clues = [*self._clues, *elsewhere]
        if not any(clue.strong for clue in clues):
            return self._bounds
        weights = weighed(self._clues, elsewhere, window)
        span = after_what_is_told(heaviest(weights), self._candidates, weights)
        if not span.is_at_most(WIDEST_ANSWER_DAYS):
            return self._bounds
        rated = [(telling(clue, span, window), clue) for clue in clues]
        rated.sort(key=lambda pair: (-pair[0], pair[1].quote))
        reasons = [clue for strength, clue in rated[:MAX_REASONS] if strength >= TELLING]
        if not reasons:
            return self._bounds
        said = Why("all-of", tuple(dict.fromkeys(clue.reason for clue in reasons)))
        evidence = tuple(sorted({clue.quote for clue in reasons}))
        return Published(span.about(), PublishedBasis.INFERRED, Why("from-text", (said,)), evidence)


def _window(
    candidates: Sequence[Candidate], mentions: Sequence[DateMention], links: Sequence[DateLink]
) -> range | None:
    """The days of publication that come into question, in days since 1 January 1970: `WINDOW_DAYS` from the latest date
    told as past in full, or around linked events. None where there is neither.
    """
    past = [
        mention.when.first.ordinal
        for candidate, mention in zip(candidates, mentions, strict=True)
        if is_complete(candidate, mention)
        and candidate.direction != Direction.FUTURE
        and mention.when
        and mention.when.first
    ]
    linked = sorted(link.when.first.ordinal for link in links if link.when.first is not None)
    if past:
        first = max(past)
        return _stretch(_days(first, max([first, *linked]) + WINDOW_DAYS), linked)
    if linked:
        return _stretch(_days(linked[0] - _BEFORE_EVENTS_DAYS, linked[-1] + WINDOW_DAYS), linked)
    return None


def _days(first: int, end: int) -> range:
    """The days from `first` up to, but not including, `end`, without those that no calendar day stands for."""
    return range(max(first, FIRST_DAY), min(end, LAST_DAY + 1))


def _stretch(days: range, linked: Sequence[int]) -> range:
    """The days themselves if they are at most `MAX_WINDOW_DAYS`, else the run of that length with the most events.

    `linked` are the first days of the linked events. The events must leave `WINDOW_DAYS` behind them; of runs with as
    many events it is the earliest.
    """
    if len(days) <= MAX_WINDOW_DAYS:
        return days
    starts = [max(days.start, min(first - _BEFORE_EVENTS_DAYS, days.stop - MAX_WINDOW_DAYS)) for first in linked]
    room = MAX_WINDOW_DAYS - WINDOW_DAYS
    best = max(starts, key=lambda start: (bisect_right(linked, start + room) - bisect_left(linked, start), -start))
    return range(best, best + MAX_WINDOW_DAYS)

"""The publication date of a document: as it is known, or worked out from what its dates and others' say.

What a text says makes some days of publication likelier than others: news tells of days just past, "on Tuesday" means
the Tuesday nearest to it, what is told as past lies before it, and "a year ago" of something that is dated elsewhere
points straight at it. Each such clue weighs every day of a window; the days that hold most of the weight are the
answer, with the clues that count most as its reason. Where no clue ties the text to a stretch of time, the dates that
it tells in full still bound its publication. Where nothing decides, the answer stays wide or unknown.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.dates.address import day_in
from timeline.dates.candidate import Candidate, Direction
from timeline.dates.dateline import stated
from timeline.dates.placing.state import Reading
from timeline.dates.published.bounds import bounded
from timeline.dates.published.elsewhere import Link, beside, clues_from
from timeline.dates.published.told import clues_of, is_complete
from timeline.dates.published.weighing import after_what_is_told, heaviest, supported, telling
from timeline.dates.reading import choose_reading
from timeline.dates.resolve import resolve
from timeline.model import DateMention, Document, Published, PublishedBasis
from timeline.timespan import FIRST_DAY, LAST_DAY

WINDOW_DAYS = 3 * 366
"""How long after the latest date that it tells a document may have been published, where nothing else is known."""

WIDEST_DAYS = 2 * 366
"""An answer wider than this says too little to be given."""

TELLING = 0.7
"""How strongly a clue must tell the chosen days from the rest of the window to be named in the reason."""

MAX_REASONS = 3
"""So many clues are named, the most telling first."""


def known(document: Document, candidates: Sequence[Candidate], *, date_order: str | None = None) -> Published | None:
    """The publication date as a person, metadata or the text itself states it, None where nothing does."""
    if document.published is not None:
        how = "a person gave it" if document.published_basis == PublishedBasis.GIVEN else "the file or record says so"
        return Published(document.published, document.published_basis, f"{document.published}: {how}")
    found = stated(document.text, candidates, date_order=date_order)
    if found is not None and found.when is not None:
        return found
    in_address = day_in(document.url) if document.url else None
    if in_address is None:
        return None
    when, part = in_address
    return Published(when, PublishedBasis.METADATA, f"the document's web address names the day: '{part}'")


def infer(
    document: Document,
    candidates: Sequence[Candidate],
    links: Sequence[Link] = (),
    *,
    date_order: str | None = None,
    reading: Reading | None = None,
) -> Published:
    """Work out the publication date of a document that does not state it.

    `links` tie its date candidates to events that are dated elsewhere. The result has the basis `inferred`, with the
    words that it rests on as evidence, or `unknown`. Where the text only shows what it cannot be older or younger than,
    an end of the span is open. `reading` forces news or narrative; by default the text decides.
    """
    own = reading or choose_reading(candidates, None, text=document.text)
    mentions = resolve(document.text, candidates, published=None, reading=own, date_order=date_order)
    links = [*links, *beside(document, candidates, mentions)]
    window = _window(candidates, mentions, links)
    bounds = bounded(candidates, mentions, own)
    if window is None:
        return bounds
    elsewhere = clues_from(document, candidates, links, window, date_order=date_order, reading=reading)
    clues = [*clues_of(document, candidates, mentions), *elsewhere]
    if not any(clue.strong for clue in clues):
        return bounds
    weights = supported({day: sum(clue.weigh(day) for clue in clues) for day in window}, clues)
    span = after_what_is_told(heaviest(weights), candidates, weights)
    rated = [(telling(clue, span, window), clue) for clue in clues]
    rated.sort(key=lambda pair: (-pair[0], pair[1].quote))
    reasons = [clue for strength, clue in rated[:MAX_REASONS] if strength >= TELLING]
    if span.length is None or span.length > WIDEST_DAYS or not reasons:
        return bounds
    said = "; ".join(dict.fromkeys(clue.reason for clue in reasons))
    evidence = tuple(sorted({clue.quote for clue in reasons}))
    return Published(span.about(), PublishedBasis.INFERRED, f"worked out from the text: {said}", evidence)


def _window(candidates: Sequence[Candidate], mentions: Sequence[DateMention], links: Sequence[Link]) -> range | None:
    """The days that publication may lie on: from the latest complete date told as past, or around linked events."""
    past = [
        mention.when.first.ordinal
        for candidate, mention in zip(candidates, mentions, strict=True)
        if is_complete(candidate, mention)
        and candidate.direction != Direction.FUTURE
        and mention.when
        and mention.when.first
    ]
    linked = [link.when.first.ordinal for link in links if link.when.first is not None]
    if past:
        first = max(past)
        last = max([first, *linked])
        return range(first, min(last + WINDOW_DAYS, LAST_DAY + 1))
    if linked:
        return range(max(min(linked) - 366, FIRST_DAY), min(max(linked) + WINDOW_DAYS, LAST_DAY + 1))
    return None

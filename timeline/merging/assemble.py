"""One event out of its reports: the shortest span that their dates allow, the best title, all their quotes."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from timeline.events import cost, shortened
from timeline.events.confidence import WORKED_OUT, together
from timeline.language.stems import stem
from timeline.merging.cluster import Group
from timeline.merging.compare import OPEN_DAYS, TOLD_LATE_DAYS
from timeline.merging.disagreements import STRONGEST_FIRST
from timeline.merging.reasons import reasons
from timeline.model import Basis, Event, EventMention, Extent, Position, Status
from timeline.timespan import Granularity, TimeSpan
from timeline.why import CONFIDENCE, DATE, SHARES, Why

ID_DIGITS = 12
"""The hexadecimal digits of an event's id: 48 bits, so two of a million events are alike with a probability of .002."""

FULL_HEADLINE_WORDS = 5
"""The fewest words of a headline that can be the title of an event told in another sentence."""

MIN_SHARED_WORDS = 0.5
"""The least share (0 to 1) of a headline's words whose stems stand in the sentence that it sums up."""

TITLE_STEM_LETTERS = 5
"""The letters by which a word of a headline is found in another sentence, whatever its form."""

TITLE_WORDS = 12
"""The words of a full title: up to here more words are better, beyond it each further one is worse."""

QUOTED = re.compile(r"""[“”"]|(?<!\w)['‘]""")
"""A quotation mark in a title."""

FAIR = 3
"""The highest cost (`events.cost`, points for faults) of a good title; above it, a subject is missing or a pronoun."""

CLEARED = 0.4
"""The share (0 to 1) of a report's doubt that other sources can take from it, times how surely they tell of the same
event, where the report is surer than that."""


def assemble(
    group: Group,
    mentions: Sequence[EventMention],
    compared: Sequence[EventMention],
    digests: Mapping[str, str],
    voices: Mapping[str, str],
) -> Event:
    """The event of a group of reports.

    Args:
        group: its reports, by their indices into `mentions`.
        mentions: all reports.
        compared: the same reports as they were compared (see `plans`); the reasons are about these.
        digests: the SHA-256 of each document's text, by its id.
        voices: by each document's id, the id of the first document that carries the same text (see `merging.voices`).

    """
    ours = tuple(mentions[i] for i in group.members)
    telling = tuple(m for m in ours if m.is_placed) or ours  # what has no date only adds to what has one
    status = min((m.status for m in telling), key=STRONGEST_FIRST.index)
    when, why = _when(telling, status)
    sure, how_sure = _confidence(telling, status, max((link.score for link in group.links), default=0.0), voices)
    return Event(
        id=identity(telling, digests),
        title=_title(telling, status, when),
        when=when,
        extent=_extent(telling, when),
        status=status,
        mentions=ours,
        participants=names(p.name for m in telling for p in m.participants),
        places=names(p.name for m in telling for p in m.places) or names(p.name for m in ours for p in m.places),
        confidence=sure,
        reasons=(Why(DATE, (why,)), *reasons(group, compared, voices), Why(CONFIDENCE, (how_sure,))),
    )


def identity(mentions: Sequence[EventMention], digests: Mapping[str, str], *, by_document: bool = False) -> str:
    """The event's id: "e" and a digest of the first of its reports by text digest and trigger, whatever their paths.

    With `by_document` the document's id counts, too: it tells events apart whose text stands in several documents.
    """
    *where, document = min(
        (digests[m.document], m.trigger.start, m.date.quote.start if m.date.quote else -1, m.document) for m in mentions
    )
    parts = [*where, document] if by_document else where
    return "e" + hashlib.sha256(":".join(map(str, parts)).encode()).hexdigest()[:ID_DIGITS]


def _when(mentions: Sequence[EventMention], status: Status) -> tuple[TimeSpan | None, Why]:
    """The days of an event and the reason for them; None where no report has a date.

    Only reports with the event's status count, if one of them is dated: what came about goes before what was planned.
    The span of the longest that lasted throughout is taken whole; else the days that all dates have in common.
    """
    dated = [m for m in mentions if m.when is not None]
    if not dated:
        return None, Why("unplaced", (mentions[0].date.reason,))
    decisive = [m for m in dated if m.status == status] or dated
    lasting = [m for m in decisive if m.extent == Extent.THROUGHOUT]
    if lasting:
        best = max(lasting, key=lambda m: (_length(m), -m.trigger.start))
        return best.when, Why("lasted", (str(best.when), best.date.reason))
    common: TimeSpan | None = None
    exact = [m for m in decisive if m.when is not None and not m.when.approximate] or decisive
    for mention in sorted(exact, key=lambda m: (_vagueness(m), m.document, m.trigger.start)):
        if mention.when is None:
            continue
        narrowed = mention.when if common is None else common.intersection(mention.when)
        common = narrowed if narrowed is not None else common
    best = min(exact, key=lambda m: (_vagueness(m), m.date.basis != Basis.STATED, m.document, m.trigger.start))
    return common, best.date.reason


def _length(mention: EventMention) -> int:
    """The days of a report's span; `OPEN_DAYS` where it is open or undated."""
    return mention.when.length_or(OPEN_DAYS) if mention.when is not None else OPEN_DAYS


def _vagueness(mention: EventMention) -> int:
    """The number of days on which the event can have been, by a report alone; `TOLD_LATE_DAYS` more for news."""
    return _length(mention) + (TOLD_LATE_DAYS if mention.date.basis == Basis.PUBLICATION else 0)


def _extent(mentions: Sequence[EventMention], when: TimeSpan | None) -> Extent:
    """Whether an event lasted all of `when`, as a report of that span says; one of a single day lies within it."""
    lasting = any(m.extent == Extent.THROUGHOUT and m.when == when for m in mentions)
    return Extent.THROUGHOUT if lasting and when is not None and when.granularity != Granularity.DAY else Extent.WITHIN


def _title(mentions: Sequence[EventMention], status: Status, when: TimeSpan | None) -> str:
    """The title with the fewest faults; of equal ones that with parties, of the event's days and nearest to a full
    length. A headline's goes before an equally good one that it sums up.

    It is taken from the reports with the event's status. Where these have no fair title, one of another status will do:
    a plan's for what came about, but never one that says the opposite.
    """
    titled = [m for m in mentions if not m.aside] or mentions
    alike = [m for m in titled if (m.status == Status.DENIED) == (status == Status.DENIED)] or titled
    told_so = [m for m in alike if m.status == status]
    fair = [m for m in told_so if cost(m.title) <= FAIR]

    def rank(m: EventMention) -> tuple[float, ...]:
        words = len(m.title.split())
        wanted = min(words, TITLE_WORDS) - max(0, words - TITLE_WORDS)
        parties = bool(m.participants) + (words > 3)
        return (-cost(m.title), parties, not _is_unnamed(m), m.when == when, wanted, m.confidence)

    ordered = sorted(fair or alike, key=lambda m: (rank(m), m.status == status, m.title), reverse=True)
    best = ordered[0]
    heads = (m for m in ordered if cost(m.title) <= cost(best.title) and _sums_up(m, best))
    return shortened(next(heads, best).title)


def _is_unnamed(mention: EventMention) -> bool:
    """Whether a title begins with a noun that its sentence has with "the": "Company sold" of "the company has sold"."""
    first, _, rest = mention.title.partition(" ")
    return rest[:1].islower() and re.search(rf"\b[Tt]he {re.escape(first.lower())}\b", mention.quote.text) is not None


def _sums_up(headline: EventMention, told: EventMention) -> bool:
    """Whether a report is a full headline and `MIN_SHARED_WORDS` of its words stand, by their stems, in another's
    sentence.
    """
    words = headline.title.lower().split()
    full = headline.position == Position.HEADLINE and len(words) >= FULL_HEADLINE_WORDS
    stems = {stem(word, letters=TITLE_STEM_LETTERS) for word in told.quote.text.lower().split()}
    shared = sum(stem(word, letters=TITLE_STEM_LETTERS) in stems for word in words)
    return full and not QUOTED.search(headline.title) and shared >= MIN_SHARED_WORDS * len(words)


def names(names: Iterable[str]) -> tuple[str, ...]:
    """The different names, the most frequent first, equally frequent ones in alphabetical order."""
    counts = Counter(names)
    return tuple(sorted(counts, key=lambda name: (-counts[name], name)))


def _confidence(
    mentions: Sequence[EventMention], status: Status, joined: float, voices: Mapping[str, str]
) -> tuple[float, Why]:
    """The confidence of an event (0 to 1) and its reason: that of the surest report, raised by each further source.

    `joined` is the likeness (0 to 1) of the two most alike reports: how surely they tell of one event. Confidence is
    raised to `joined` at most; that of a report which is surer already, by `CLEARED` times `joined` of its doubt.
    Documents with the same text are one source. A report whose date counts from a publication date that was worked out
    raises nothing, since that may rest on the other reports.
    """
    ours = [m for m in mentions if (m.status == Status.DENIED) == (status == Status.DENIED)]
    surest = max(ours, key=lambda m: m.confidence)
    witnesses = [m for m in ours if m is surest or not m.date.reason.is_of(WORKED_OUT)]
    value, others = together((voices.get(m.document, m.document), m.quote.text, m.confidence) for m in witnesses)
    most = max(joined, surest.confidence + CLEARED * joined * (1 - surest.confidence))
    value = round(min(value, most), 3) if others else surest.confidence
    shares = next((why for why in surest.reasons if why.kind == SHARES), Why("of-its-report"))
    return value, Why("sure", (value, shares, others if value > surest.confidence else 0))

"""One event out of its reports: the most specific date that they support, the best title, all their quotes."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from timeline.events import cost, shortened
from timeline.events.confidence import WORKED_OUT, together
from timeline.merging.cluster import Group
from timeline.merging.compare import NEWS_DAYS
from timeline.merging.disagreements import STATUSES
from timeline.merging.reasons import reasons
from timeline.model import Basis, Event, EventMention, Extent, Position, Status
from timeline.timespan import Granularity, TimeSpan
from timeline.why import CONFIDENCE, DATE, SHARES, Why

ID_CHARS = 12
FULL_HEADLINE = 5
"""A headline of fewer words says less than the sentences below it."""

SUMS_UP = 0.5
"""So great a part of a headline's words stands in the sentence that it sums up, by their first `STEM_CHARS` letters."""

STEM_CHARS = 5
QUOTED = re.compile(r"""[“”"]|(?<!\w)['‘]""")

FAIR = 3
"""A title of a higher cost is bad: it lacks its subject, or a pronoun stands for one."""

CLEARED = 0.4
"""How much of its doubt other sources take from a report that is surer than that they tell of the same event."""


def assemble(
    group: Group,
    mentions: Sequence[EventMention],
    compared: Sequence[EventMention],
    digests: Mapping[str, str],
    voices: Mapping[str, str],
) -> Event:
    """The event of a group.

    Args:
        group: its reports by their places in `mentions`.
        mentions: all reports.
        compared: the same as they were compared; reasons tell of these.
        digests: the SHA-256 of each document's text.
        voices: the first of the documents that carry the same text by each document's id.

    """
    ours = tuple(mentions[i] for i in group.members)
    status = min((m.status for m in ours), key=STATUSES.index)
    when, why = _when(ours, status)
    sure, how_sure = _confidence(ours, status, max((link.score for link in group.links), default=0.0), voices)
    return Event(
        id=identity(ours, digests),
        title=_title(ours, status, when),
        when=when,
        extent=_extent(ours, when),
        status=status,
        mentions=ours,
        participants=names(p.name for m in ours for p in m.participants),
        places=names(p.name for m in ours for p in m.places),
        confidence=sure,
        reasons=(Why(DATE, (why,)), *reasons(group, compared, voices), Why(CONFIDENCE, (how_sure,))),
    )


def identity(mentions: Sequence[EventMention], digests: Mapping[str, str], *, by_document: bool = False) -> str:
    """The event's id: from the smallest (text digest, trigger offset) of its reports, whatever their paths.

    With `by_document`, the documents' ids count too: for events of one text that stands in several documents.
    """
    *place, document = min(
        (digests[m.document], m.trigger.start, m.date.quote.start if m.date.quote else -1, m.document) for m in mentions
    )
    parts = [*place, document] if by_document else place
    return "e" + hashlib.sha256(":".join(map(str, parts)).encode()).hexdigest()[:ID_CHARS]


def _when(mentions: Sequence[EventMention], status: Status) -> tuple[TimeSpan | None, Why]:
    """The days that all reports allow; what a report of the outcome says goes before plans."""
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
    length = mention.when.length if mention.when is not None else None
    return length if length is not None else 10**7


def _vagueness(mention: EventMention) -> int:
    """The days among which the event was: what is told on the day of publication can have been some days before it."""
    return _length(mention) + (NEWS_DAYS if mention.date.basis == Basis.PUBLICATION else 0)


def _extent(mentions: Sequence[EventMention], when: TimeSpan | None) -> Extent:
    lasting = any(m.extent == Extent.THROUGHOUT and m.when == when for m in mentions)
    return Extent.THROUGHOUT if lasting and when is not None and when.granularity != Granularity.DAY else Extent.WITHIN


def _title(mentions: Sequence[EventMention], status: Status, when: TimeSpan | None) -> str:
    """The title with the fewest faults, told as the event's status is, with parties, of the same days.

    Of equally good ones a headline's goes first. Where all that are told so are bad, one that is told otherwise will
    do: a plan's for what came about, but none that says the opposite.
    """
    alike = [m for m in mentions if (m.status == Status.DENIED) == (status == Status.DENIED)]
    told_so = [m for m in alike if m.status == status]
    fair = [m for m in told_so if cost(m.title) <= FAIR]

    def rank(m: EventMention) -> tuple[float, ...]:
        words = len(m.title.split())
        wanted = min(words, 12) - max(0, words - 12)
        parties = bool(m.participants) + (words > 3)
        return (-cost(m.title), parties, not _is_unnamed(m), m.when == when, wanted, m.confidence)

    ordered = sorted(fair or alike, key=lambda m: (rank(m), m.status == status, m.title), reverse=True)
    best = ordered[0]
    heads = (m for m in ordered if cost(m.title) <= cost(best.title) and _sums_up(m, best))
    return shortened(next(heads, best).title)


def _is_unnamed(mention: EventMention) -> bool:
    """Whether a title begins with what its sentence has as known: "Company sold" of "the company has sold"."""
    first, _, rest = mention.title.partition(" ")
    return rest[:1].islower() and re.search(rf"\b[Tt]he {re.escape(first.lower())}\b", mention.quote.text) is not None


def _sums_up(headline: EventMention, told: EventMention) -> bool:
    """Whether a report is a full headline most of whose words, by their first letters, stand in another's sentence."""
    words = headline.title.lower().split()
    full = headline.position == Position.HEADLINE and len(words) >= FULL_HEADLINE
    stems = {word[:STEM_CHARS] for word in told.quote.text.lower().split()}
    shared = sum(word[:STEM_CHARS] in stems for word in words)
    return full and not QUOTED.search(headline.title) and shared >= SUMS_UP * len(words)


def names(names: Iterable[str]) -> tuple[str, ...]:
    """Names by how often they are told, then in alphabetical order."""
    counts = Counter(names)
    return tuple(sorted(counts, key=lambda name: (-counts[name], name)))


def _confidence(
    mentions: Sequence[EventMention], status: Status, joined: float, voices: Mapping[str, str]
) -> tuple[float, Why]:
    """The surest report, raised by each further source that tells the same; those that carry one text are one source.

    It is raised to no more than how surely they belong together, or by `CLEARED` of its doubt where it is surer than
    that. A date that counts from a publication date which was worked out may rest on the other reports, and bears none
    out.
    """
    ours = [m for m in mentions if (m.status == Status.DENIED) == (status == Status.DENIED)]
    surest = max(ours, key=lambda m: m.confidence)
    witnesses = [m for m in ours if m is surest or not m.date.reason.is_of(WORKED_OUT)]
    value, others = together((voices.get(m.document, m.document), m.quote.text, m.confidence) for m in witnesses)
    most = max(joined, surest.confidence + CLEARED * joined * (1 - surest.confidence))
    value = round(min(value, most), 3) if others else surest.confidence
    shares = next((why for why in surest.reasons if why.kind == SHARES), Why("of-its-report"))
    return value, Why("sure", (value, shares, others if value > surest.confidence else 0))

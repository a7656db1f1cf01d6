"""The confidence of a report (0 to 1): how likely its event and date are right, as the product of a few named parts.

*Date*: how the date came about. *Publication*: whether the day that it counts from was worked out. *Tie*: how the date
and the word for the event were brought together. *Sentence*: whether the sentence can be parsed well.

The shares stand in `confidence.tsv`, each with what it is the share of: of the reports with that part those that were
right, as `tests/benchmarks/events_confidence.py` prints it; where few cases were counted it is drawn towards .9.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from timeline.events.words import FUNCTION_WORDS
from timeline.model import Basis, DateMention, Published, PublishedBasis, Quote
from timeline.tables import read_weights
from timeline.timespan import TimeSpan
from timeline.why import SHARES as WHY_SHARES
from timeline.why import CountsFrom, Why

SHARES = {name: row.weight for name, row in read_weights(__package__, "confidence.tsv").items()}
"""For each part the share (0 to 1) of reports with it that were right."""

NEAR, FAR = 0.8, 0.6
"""The least scores (0 to 1) of a tie of a date that stands beside its event, and of one apart from it; with a lower one
the tie is a guess."""

LONG_WORDS, ENDLESS_WORDS = 60, 120
"""A sentence with more words than the first number is long; with more than the second it is endless, as several that no
full stop parts."""

LIST_WORDS, LIST_SHARE = 12, 1 / 12
"""A sentence of at least this many words with a smaller share (0 to 1) of function words is a list; in running English
every third word is one."""

PROSE_SHARE = 0.55
"""The least share (0 to 1) of words among the tokens of running text."""

CAPITALS_WORDS = 6
"""The fewest words of a sentence that counts as written in capitals; fewer may be an acronym."""

AGREEING = 0.5
"""The weight of a further source: an independent one with confidence c would leave 1 - c of the doubt, but sources copy
from each other, so one leaves 1 - AGREEING * c of it."""

SUREST = 0.99

COPIED, COPY_WORDS = 0.8, 8
"""Two sentences that share at least this part (0 to 1) of the shorter one's words, and at least `COPY_WORDS`, were
copied from each other, and count as one witness."""

MOST_COMPARED = 200
"""The most witnesses, the surest first, among which a sentence that another copied is looked for."""

WORKED_OUT = "worked-out"
"""The kind of reason of a date that counts from a publication date which was worked out."""

READ_OTHERWISE = "month-first"
"""The kind of reason of a date in figures that could be read in another order."""

_TOKEN = re.compile(r"\S+")
_EDGES = "\"'“”‘’«»()[].,;:!?…*–—-"
_PLAIN_WORD = re.compile(r"[AaI]|[^\W\d_]{2,}(?:[-'’.&/][^\W\d_]*)*|(?:[^\W\d_]['’.&-])+[^\W\d_]*")
_COLUMNS = re.compile(r"\t|\||\S {3,}\S")


@dataclass(frozen=True, slots=True)
class Factor:
    """A part of a confidence, by its name in `SHARES`."""

    name: str

    @property
    def share(self) -> float:
        """The share (0 to 1) of reports with this part that were right."""
        return SHARES[self.name]

    @property
    def why(self) -> Why:
        """The part as a reason."""
        return Why("share", (self.name, self.share))


def parts(
    date: DateMention, when: TimeSpan | None, published: Published, *, attachment: float, quote: Quote
) -> tuple[Factor, ...]:
    """What the confidence of a report is made of.

    `date` and `when` are those of the report, `published` of its document, `attachment` (0 to 1) the score of the tie
    between date and trigger, `quote` the sentence.
    """
    names = [of_date(date, when)]
    counted = names[0] in ("counted", "completed") and date.reason.rests_on(CountsFrom.PUBLICATION)
    if (counted or names[0] == "publication") and published.basis == PublishedBasis.INFERRED:
        names.append("worked out")
    names += [of_tie(attachment), of_sentence(quote.text)]
    return tuple(map(Factor, names))


def product(found: Iterable[Factor]) -> float:
    """The confidence that some parts make together.

    >>> product([Factor("complete"), Factor("near"), Factor("sentence")])
    0.941
    """
    return round(math.prod(part.share for part in found), 3)


def reason(found: Iterable[Factor]) -> Why:
    """The parts of a report's confidence as its reason.

    >>> reason([Factor("complete")]).parts
    (Why(kind='share', parts=('complete', 0.96), counts_from=<CountsFrom.NOTHING: ''>),)
    """
    return Why(WHY_SHARES, tuple(part.why for part in found))


def of_date(date: DateMention, when: TimeSpan | None) -> str:
    """The name of the way in which a date came about."""
    if when is None:
        return "undated"
    if date.basis == Basis.PUBLICATION and when.is_open:
        return "bounded"
    if date.basis == Basis.STATED:
        return "ambiguous" if date.reason.is_of(READ_OTHERWISE) else "complete"
    if date.basis == Basis.RELATIVE:
        return "counted on" if date.reason.rests_on(CountsFrom.TOLD_LAST) else "counted"
    return {Basis.INFERRED: "completed", Basis.ANCHORED: "anchored", Basis.PUBLICATION: "publication"}[date.basis]


def of_tie(attachment: float) -> str:
    """The name of the way in which date and trigger were brought together, by the score of their tie."""
    return "near" if attachment >= NEAR else "far" if attachment >= FAR else "guessed"


def of_sentence(text: str) -> str:
    """What kind of sentence a text is: how well it can be parsed.

    >>> of_sentence("The council closed the bridge on 3 May 2021.")
    'sentence'
    >>> of_sentence("Izmir | 88 | 4 May 2021 | Yilmaz")
    'no prose'
    """
    tokens = [token.strip(_EDGES) for token in _TOKEN.findall(text)]
    tokens = [token for token in tokens if token]
    words = [token for token in tokens if _PLAIN_WORD.fullmatch(token)]
    if _COLUMNS.search(text) or len(words) < PROSE_SHARE * len(tokens):
        return "no prose"
    if len(words) >= CAPITALS_WORDS and sum(word.isupper() for word in words) > 0.8 * len(words):
        return "capitals"
    if len(tokens) > ENDLESS_WORDS:
        return "endless"
    if len(words) >= LIST_WORDS and sum(word.lower() in FUNCTION_WORDS for word in words) < LIST_SHARE * len(words):
        return "list"
    return "long" if len(tokens) > LONG_WORDS else "sentence"


def together(witnesses: Iterable[tuple[str, str, float]]) -> tuple[float, int]:
    """The confidence of an event by its reports, and how many independent sources bear out the surest.

    `witnesses` are source, sentence and confidence of the reports that tell the same. Of each source the surest counts,
    and one whose sentence is the copy of another's is none.

    >>> told = "After the flood the council closed the old bridge over the river."
    >>> together([("a", told, 0.9), ("b", "They closed the bridge in May.", 0.8)])
    (0.94, 1)
    >>> together([("a", told, 0.9), ("b", told, 0.9)])
    (0.9, 0)
    """
    counted: dict[str, frozenset[str]] = {}
    doubt = 1.0
    for source, sentence, confidence in sorted(witnesses, key=lambda one: (-one[2], one[:2])):
        words = frozenset(sentence.lower().split())
        if source in counted or any(_is_copy(words, other) for other in islice(counted.values(), MOST_COMPARED)):
            continue
        doubt *= 1 - (AGREEING if counted else 1.0) * confidence
        counted[source] = words
    return round(min(1 - doubt, SUREST), 3), max(0, len(counted) - 1)


def _is_copy(words: frozenset[str], others: frozenset[str]) -> bool:
    return len(words & others) >= max(COPY_WORDS, COPIED * min(len(words), len(others)))

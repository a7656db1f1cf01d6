"""The date a text states of itself: a byline ("Updated: May 06, 2021") or a dateline ("KABUL, Sept. 3, 2021 -")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.dates.candidate import Candidate
from timeline.dates.content import Calendar, Clock, Content, Numeric
from timeline.dates.placing.state import Reading
from timeline.dates.resolve import resolve
from timeline.model import Published, PublishedBasis, Quote
from timeline.timespan import Granularity

# How far into a text a dateline may stand, and from its end a byline.
_HEAD, _TAIL = 2000, 600

# Words in front of a date that say it is the publication's, best first.
_BYLINE: tuple[tuple[str, int], ...] = (
    (r"(?:first\s)?published(?:\son|\sat)?", 9),
    (r"publication\sdate", 9),
    (r"date\sof\spublication", 9),
    (r"(?:date|dated)", 7),
    (r"posted(?:\son|\sat|\sby\b[^\n]{0,40})?", 8),
    (r"(?:story\s)?(?:created|filed|issued|released)(?:\son)?", 7),
    (r"(?:last\s)?(?:updated|modified|revised)(?:\son|\sat)?", 6),
)
_CUES = tuple((re.compile(rf"\b{words}\s*[:|,–-]?\s*(?:on\s)?$", re.IGNORECASE), weight) for words, weight in _BYLINE)
_AFTER_CUE = re.compile(r"^\s*[|,]?\s*(?:[0-9:.]+\s*)?(?:last\s)?updated", re.IGNORECASE)

# What makes a date on a line of its own some other date.
_NOT_PUBLICATION = re.compile(
    r"copyright|©|\(c\)|all\srights|designed|photo|picture|image|caption|getty|reuters/|born|died|founded|since|until|deadline|"
    r"watch|event|meeting|session|expires|effective|due|retrieved|accessed|access\sdate|version|release\sdate",
    re.IGNORECASE,
)
# "KABUL, Aug 3 (Reuters) -", "WASHINGTON (AP) - Feb. 16, 2021 -": a place in front, an agency or a dash behind.
_PLACE = re.compile(r"(?:^|\n)\s*[A-Z][^.!?\n]{1,58}[,(\s–—-]\s*$")
_AGENCY = re.compile(
    r"^,?\s*(?:\([A-Z][\w ./&-]{1,30}\)|[A-Z][\w./]{1,20}\s*)?\s*(?:[-–—:]|\.\s?[-–—])|^,?\s*\([A-Z][\w ./&-]{1,30}\)"
)
# What may stand beside a date on a line of its own: its author, a time, a zone, marks.
_BESIDE = re.compile(r"\bby\s[^\n]{1,60}|\b(?:at|on|hrs|[ap]m|(?-i:[A-Z]{2,5}))\b|[\W0-9_]", re.IGNORECASE)


# How far behind a dateline's date the words still belong to it.
_NEAR = 30


@dataclass(frozen=True, slots=True)
class Stated:
    """A date that a text states of itself, complete or not; `weight` says how plainly, 1 to 9."""

    candidate: Candidate
    weight: int
    reason: str


def stated(text: str, candidates: Sequence[Candidate], *, date_order: str | None = None) -> Published | None:
    r"""The publication date that a byline or dateline of the text gives in full; None where there is none.

    >>> from timeline.dates.find import find
    >>> text = "Flood warning\n\nUpdated: May 06, 2021 07:43 IST\n\nThe river rose."
    >>> str(stated(text, find(text)).when)
    '2021-05-06'
    """
    best = _best([s for s in _all(text, candidates) if s.candidate.is_complete])
    if best is None:
        return None
    mention = resolve(text, [best.candidate], published=None, reading=Reading.NEWS, date_order=date_order)[0]
    if mention.when is None or mention.when.granularity != Granularity.DAY:
        return None
    return Published(mention.when, PublishedBasis.STATED, best.reason, (best.candidate.quote,))


def partial(text: str, candidates: Sequence[Candidate]) -> Stated | None:
    """A byline or dateline that leaves out the year ("KABUL, Aug 3 (Reuters) -"); None where there is none.

    >>> from timeline.dates.find import find
    >>> text = "KABUL, Aug 3 (Reuters) - Shops opened again."
    >>> partial(text, find(text)).candidate.quote.text
    'Aug 3'
    """
    return _best([s for s in _all(text, candidates) if not s.candidate.is_complete])


def _best(found: Sequence[Stated]) -> Stated | None:
    return max(found, key=lambda s: (s.weight, -s.candidate.quote.start), default=None)


def _all(text: str, candidates: Sequence[Candidate]) -> list[Stated]:
    found = []
    for candidate in candidates:
        quote = candidate.quote
        if _names_day(candidate.content) and (quote.start < _HEAD or quote.end > len(text) - _TAIL):
            judged = _judged(text, candidate)
            if judged is not None:
                found.append(judged)
    return found


def _names_day(content: Content) -> bool:
    if isinstance(content, Clock):
        return content.on is not None and _names_day(content.on)
    return isinstance(content, Numeric) or (isinstance(content, Calendar) and content.day is not None)


def _judged(text: str, candidate: Candidate) -> Stated | None:
    quote = candidate.quote
    line_start = text.rfind("\n", max(0, quote.start - 200), quote.start) + 1
    line_start = max(line_start, quote.start - 200)
    line_end = text.find("\n", quote.end, quote.end + 200)
    line_end = line_end if line_end >= 0 else min(len(text), quote.end + 200)
    before, after = text[line_start : quote.start], text[quote.end : line_end]
    for cue, weight in _CUES:
        matched = cue.search(before[-80:])
        if matched is not None and not _in_prose(before[-80:], matched.start(), text[line_start:line_end]):
            words = matched.group().strip(" :|,–-").lower()
            return Stated(candidate, weight, f"the text says '{words} {_one_line(quote)}'")
    if quote.start >= _HEAD:
        return None
    if _AFTER_CUE.search(after):
        return Stated(candidate, 6, f"the text is headed '{_one_line(quote)}'")
    # In a dateline the story goes on behind the date, and may well speak of deadlines and meetings.
    dateline = _PLACE.search("\n" + before) and _AGENCY.match(after) and len(after) > 20
    if _NOT_PUBLICATION.search(before + after[: _NEAR if dateline else None]):
        return None
    if not _BESIDE.sub("", before) and not _BESIDE.sub("", after):
        return Stated(candidate, 5, f"'{_one_line(quote)}' stands on a line of its own at the head of the text")
    if dateline:
        return Stated(candidate, 8, f"the text has the dateline '{' '.join((before + quote.text).split())}'")
    return None


def _in_prose(before: str, at: int, line: str) -> bool:
    """Whether "published", "posted" and the like are a sentence's verb: "The report was published on 3 May"."""
    return bool(re.search(r"[a-z]\s+$", before[:at])) and len(line) > 60


def _one_line(quote: Quote) -> str:
    return " ".join(quote.text.split())

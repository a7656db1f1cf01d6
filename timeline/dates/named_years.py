"""Years that are part of a name and date nothing: "the 1951 Refugee Convention", "the Act of 1934", "(1756-1808)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.dates.candidate import Candidate
from timeline.dates.content import Calendar, Range

_NAME = r"[A-Z][\w.'’&-]*"
_LAW = (
    r"Accords?|Acts?|Agreement|Amendments?|Bill|Charter|Code|Constitution|Convention|Covenant|Declaration|Decree|"
    r"Directive|Edict|Law|Order|Ordinance|Pact|Protocol|Regulations?|Resolution|Rules|Statute|Treaty|Census|Edition"
)
_NAMED_BEHIND = re.compile(rf"\s(?:(?:{_NAME}|of|and|on|the|for)\s){{0,6}}?(?:{_LAW})\b")
"""What follows a year that a law or treaty is called by: "1951 Refugee Convention", "1998 Human Rights Act"."""

_NAMED_AHEAD = re.compile(rf"\b(?:{_LAW})(?:\s\([^()\n]{{1,40}}\))?,?\s(?:of\s|\()?$")
"""What stands before it: "the Securities Exchange Act of 1934", "the Terrorism Act 2000", "the Companies Act, 1862"."""

_LIFE_AHEAD = re.compile(rf"{_NAME}\s?[(\[]\s?(?:(?:c|ca|b|born)\.?\s)?$")
_LIFE_BEHIND = re.compile(r"\s?[)\]]")
_LONGEST_LIFE, _SHORTEST_LIFE = 110, 12  # years between the two of a life

_REACH = 80  # code points looked at on either side


def named_years(text: str, candidates: Sequence[Candidate]) -> frozenset[int]:
    """The indices of the candidates whose year is part of a name.

    >>> from timeline.dates.find import find
    >>> text = "Ada Holm (1756-1808) lived long before the 1951 Refugee Convention, signed in July 1951."
    >>> [find(text)[i].quote.text for i in sorted(named_years(text, find(text)))]
    ['1756-1808', '1951']
    """
    return frozenset(i for i, candidate in enumerate(candidates) if _is_named(text, candidate))


def _is_named(text: str, candidate: Candidate) -> bool:
    content, quote = candidate.content, candidate.quote
    ahead, behind = text[max(0, quote.start - _REACH) : quote.start], text[quote.end : quote.end + _REACH]
    if isinstance(content, Range):
        return _is_life(content) and bool(_LIFE_AHEAD.search(ahead) and _LIFE_BEHIND.match(behind))
    if not isinstance(content, Calendar) or content != Calendar(year=content.year) or not quote.text.isdigit():
        return False
    return bool(_NAMED_AHEAD.search(ahead) or _NAMED_BEHIND.match(behind))


def _is_life(years: Range) -> bool:
    first, last = years.first, years.last
    if not isinstance(first, Calendar) or not isinstance(last, Calendar) or first.year is None or last.year is None:
        return False
    return _SHORTEST_LIFE <= last.year - first.year <= _LONGEST_LIFE and first.month is None

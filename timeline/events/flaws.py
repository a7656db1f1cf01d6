"""The faults of a title that its words alone show; of several titles of one event that with the least cost is shown."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from timeline.events.words import (
    AIMED,
    BARE_REPORTS,
    DENIALS,
    FIRST_PERSONS,
    OPENING_AUXILIARIES,
    POINTERS,
    TITLE_FUNCTION_WORDS,
    UNCLEAR_PRONOUNS,
)

MAX_CHARS = 80
HEADLINE_CHARS = 90
"""A headline, which stands as it was written, may be somewhat longer, and so may a clause that is not whole before."""

SHORT_WORDS = 3
"""The fewest words of a title that can say who did what to whom."""

_PASSIVE = OPENING_AUXILIARIES - {"had", "has", "have"}
_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_ORDINAL = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)\b(?! [^\W\d_])")
_NO_AMOUNT = re.compile(r"[$€£](?!\s?\d)|(?<![\d\w] )(?<!\w )\b(?:percent|per cent)\b|[-–](?:\s|$)|(?:^|\s)[-–]\w")
_WHICH_PLACE = re.compile(
    r"\b(?:from|in|of) the (?:city|country|province|region|town|village)"
    r"(?=$| (?:after|and|as|at|before|by|for|had|has|is|on|to|was|were)\b)"
)
_RELATIVES = frozenset({"that", "which", "who"})
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("‘", "’"))


class Flaw(StrEnum):
    """A fault of a title."""

    TOO_LONG = "too long"
    LONG = "somewhat long"
    CLIPPED = "leaves out what completes its clause"
    VAGUE = "a noun that says too little"
    CUT = "cut within a phrase"
    NO_SUBJECT = "no subject"
    PRONOUN = "a pronoun that stands alone"
    POSSESSIVE = "begins with whose it is, but not with whose name"
    ONE_WORD = "one word"
    SHORT = "few words"
    LOOSE_END = "ends with a word that needs another"
    NOTHING_SAID = "says that something was said, but not what"
    UNBALANCED = "a quotation mark or bracket without its partner"
    LEFTOVER = "what is left of a date or an amount"
    CAPITALS = "all in capitals"
    NO_OBJECT = "without what its verb needs"
    NO_NAME = "names nobody"
    WHICH = "a place that it does not name"
    OF_WHAT = "its last noun without what it is of"
    OPPOSITE = "leaves out that it did not happen"
    DATED = "a date for want of other words"
    ELSEWHERE = "tells of the main clause, not of the event's own"


WEIGHTS = {
    Flaw.TOO_LONG: 4,
    Flaw.LONG: 2,
    Flaw.CLIPPED: 3,
    Flaw.VAGUE: 2,
    Flaw.CUT: 5,
    Flaw.NO_SUBJECT: 7,
    Flaw.PRONOUN: 4,
    Flaw.POSSESSIVE: 2,
    Flaw.ONE_WORD: 5,
    Flaw.SHORT: 1,
    Flaw.LOOSE_END: 5,
    Flaw.NOTHING_SAID: 4,
    Flaw.UNBALANCED: 3,
    Flaw.LEFTOVER: 4,
    Flaw.CAPITALS: 2,
    Flaw.NO_OBJECT: 4,
    Flaw.NO_NAME: 1,
    Flaw.WHICH: 4,
    Flaw.OF_WHAT: 3,
    Flaw.OPPOSITE: 20,
    Flaw.DATED: 1,
    Flaw.ELSEWHERE: 5,
}
"""The points of each fault; chosen by reading titles, so that two small faults weigh less than one that misleads."""


@lru_cache(maxsize=1024)
def flaws(title: str) -> tuple[Flaw, ...]:
    """The faults that the words of a title show; none for a good one.

    >>> flaws("Council closed the old bridge")
    ()
    >>> [flaw.value for flaw in flaws("Was fired from the")]
    ['no subject', 'ends with a word that needs another']
    """
    words = [word.lower() for word in _WORD.findall(title)]
    if not words:
        return (Flaw.ONE_WORD,)
    letters = [c for c in title if c.isalpha()]
    found = {
        Flaw.TOO_LONG: len(title) > HEADLINE_CHARS,
        Flaw.LONG: MAX_CHARS < len(title) <= HEADLINE_CHARS,
        Flaw.CUT: title.endswith("…"),
        Flaw.NO_SUBJECT: _lacks_subject(words),
        Flaw.PRONOUN: any(_stands_alone(words, at) for at in range(len(words))),
        Flaw.POSSESSIVE: words[0] in POINTERS,
        Flaw.ONE_WORD: len(words) == 1,
        Flaw.SHORT: len(words) == SHORT_WORDS - 1,
        Flaw.LOOSE_END: words[-1] in TITLE_FUNCTION_WORDS,
        Flaw.NOTHING_SAID: words[-1] in BARE_REPORTS and not _PASSIVE.intersection(words[:-1]),
        Flaw.UNBALANCED: any(title.count(a) != title.count(b) for a, b in _PAIRS[:3]) or title.count('"') % 2 == 1,
        Flaw.LEFTOVER: bool(_ORDINAL.search(title) or _NO_AMOUNT.search(title)),
        Flaw.WHICH: bool(_WHICH_PLACE.search(title)),
        Flaw.CAPITALS: len(letters) > 8 and all(c.isupper() for c in letters),
    }
    return tuple(flaw for flaw, is_found in found.items() if is_found)


def cost(title: str, *others: Flaw) -> int:
    """The cost of a title: the sum of its faults' points, 0 for none; `others` are faults that its words do not show.

    >>> cost("Ferry sank off Samos") < cost("It sank off Samos") < cost("Sank off Samos", Flaw.NO_SUBJECT)
    True
    """
    return sum(WEIGHTS[flaw] for flaw in {*flaws(title), *others})


def denies(text: str) -> bool:
    """Whether some words deny or suppose something.

    >>> denies("Bank did not open"), denies("None of the ships returned"), denies("Bank opened")
    (True, True, False)
    """
    return any(word in DENIALS or word.endswith(("n't", "n’t")) for word in _WORD.findall(text.lower()))


def _lacks_subject(words: list[str]) -> bool:
    """Whether a title begins with its verb: "Was sold", "Due to open", but not "May 3 attack"."""
    following = words[1] if len(words) > 1 else ""
    helper = words[0] in OPENING_AUXILIARIES and not (words[0] == "may" and following[:1].isdigit())
    return helper or (words[0] in AIMED and following == "to")


def _stands_alone(words: list[str], at: int) -> bool:
    """Whether a pronoun means nobody that the title names: a subject, or an object without a name before it."""
    if words[at] == "i" and at and words[at - 1] != "and":  # "Nicholas I"
        return False
    if words[at] in ("it", "her") and at == len(words) - 1 and words[at - 1] in TITLE_FUNCTION_WORDS:
        return True
    first = 1 if words[at] in _RELATIVES else 2
    return words[at] in FIRST_PERSONS or (words[at] in UNCLEAR_PRONOUNS and at < first) or words[at] in ("him", "them")

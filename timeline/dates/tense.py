"""Does a clause tell of what was or of what is to come? Tense and cue words near a date, without a parser."""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.dates.candidate import Bound, Direction

_LEFT, _RIGHT = 140, 80  # characters looked at on either side, cut at the ends of the sentence
_AHEAD = 15  # what words behind a date count farther away than those in front of it
_GROUP = 22  # characters behind a future word in which a participle belongs to it: "will be officially held"

_WORD = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?|['’](?:ll|s|re)\b")
_SENTENCE = re.compile(r"[.!?]['”\"]?\s+(?=[\"“‘'A-Z])|\n\s*\n|[;:]\s")
# Behind these, right after a date, another clause begins.
_OTHER_CLAUSE = re.compile(
    r",?\s(?:which|who|where|when|while|but|after|before|as|though|although|because|for\swhat)\b|,\sand\b"
)

# Words that point to what is to come.
_FUTURE = frozenset(
    [
        "will",
        "shall",
        "would",
        "might",
        "could",
        "can",
        "must",
        "should",
        "won't",
        "upcoming",
        "forthcoming",
        "scheduled",
        "slated",
        "expect",
        "expects",
        "expected",
        "plan",
        "plans",
        "planned",
        "planning",
        "supposed",
        "aim",
        "aims",
        "hope",
        "hopes",
        "intend",
        "intends",
        "pledge",
        "pledges",
        "vow",
        "vows",
        "faces",
        "starting",
        "beginning",
        "through",
    ]
)
# Pairs of words that do; the second stands right behind the first.
_FUTURE_PAIRS: dict[str, frozenset[str]] = {
    "going": frozenset({"to"}),
    "is": frozenset({"to", "due", "set"}),
    "are": frozenset({"to", "due", "set"}),
    "was": frozenset({"to", "due", "set"}),
    "were": frozenset({"to", "due", "set"}),
    "to": frozenset({"be"}),
    "due": frozenset({"to", "in", "on", "for", "by"}),
    "set": frozenset({"to", "for"}),
    "ahead": frozenset({"of"}),
    "later": frozenset({"than"}),
    "need": frozenset({"to"}),
    "needs": frozenset({"to"}),
    "has": frozenset({"to"}),
    "have": frozenset({"to"}),
    "penciled": frozenset({"in"}),
    "pencilled": frozenset({"in"}),
}
# In front of a date, what one commits to lies ahead: "agreed to leave by May"; behind it, "on Monday agreed to leave".
_COMMITMENTS = frozenset(
    [
        "commit",
        "committed",
        "agree",
        "agreed",
        "promise",
        "promised",
        "required",
        "ordered",
        "urged",
        "asked",
    ]
)
# In front of "until" these put something off.
_PUT_OFF = re.compile(r"\b(?:postpon|delay|adjourn|suspend|extend|defer)(?:e|ed|es|s|ing)?\b", re.IGNORECASE)
_MODALS = frozenset(["will", "shall", "would", "may", "might", "could", "can", "must", "should"])
_BE_NOW = frozenset(
    {"is", "are", "he's", "she's", "it's", "he’s", "she’s", "it’s", "they're", "we're", "they’re", "we’re"}
)

# Words that point to what was, besides those in -ed.
_PAST = frozenset(
    [
        "was",
        "were",
        "had",
        "did",
        "been",
        "has",
        "have",
        "ago",
        "earlier",
        "after",
        "following",
        "since",
        "said",
        "says",
        "told",
        "began",
        "came",
        "went",
        "took",
        "made",
        "held",
        "met",
        "saw",
        "won",
        "lost",
        "left",
        "led",
        "died",
        "fell",
        "fought",
        "killed",
        "found",
        "gave",
        "got",
        "grew",
        "kept",
        "knew",
        "paid",
        "put",
        "ran",
        "rose",
        "sent",
        "set",
        "shot",
        "sold",
        "spoke",
        "stood",
        "struck",
        "taught",
        "thought",
        "threw",
        "wrote",
        "became",
        "broke",
        "brought",
        "built",
        "bought",
        "chose",
        "drew",
        "drove",
        "flew",
        "felt",
        "hit",
        "hurt",
        "laid",
        "lay",
        "shut",
        "sank",
        "spent",
        "spread",
        "stole",
        "swept",
        "hid",
        "fled",
        "dealt",
        "heard",
        "caught",
        "bore",
        "bit",
        "blew",
        "burst",
        "cast",
        "clung",
        "crept",
        "cut",
        "dug",
        "drank",
        "fed",
        "flung",
        "forbade",
        "forgot",
        "froze",
        "hung",
        "knelt",
        "lent",
        "lit",
        "meant",
        "overthrew",
        "rode",
        "rang",
        "sought",
        "shook",
        "shone",
        "slept",
        "slid",
        "spun",
        "split",
        "sprang",
        "stuck",
        "stung",
        "swore",
        "swam",
        "swung",
        "tore",
        "understood",
        "woke",
        "wore",
        "wept",
        "withdrew",
        "wound",
        "undertook",
        "overtook",
        "arose",
        "drowned",
        "beat",
        "bled",
        "fit",
        "quit",
        "original",
        "previous",
        "last",
    ]
)
# In -ed, and no past tense.
_NOT_PAST = frozenset(
    [
        "need",
        "indeed",
        "speed",
        "feed",
        "seed",
        "united",
        "hundred",
        "proceed",
        "succeed",
        "exceed",
        "breed",
        "bleed",
        "greed",
        "red",
        "bed",
        "shed",
        "weed",
        "deed",
    ]
)

# Directly in front of a date these settle it.
_BEFORE_PAST = frozenset({"original", "previous", "former", "missed", "initial", "back"})
_BEFORE_FUTURE = frozenset(
    {"is", "are", "begins", "starts", "new", "planned", "proposed", "scheduled", "upcoming", "target"}
)
_JOINTS = frozenset({"in", "on", "this"})
_DEADLINE = re.compile(r"^\s(?:\w+\s)?(?:deadline|target|cutoff|cut-off)\b", re.IGNORECASE)


class _Cue(NamedTuple):
    start: int
    end: int
    future: bool


def direction(text: str, start: int, end: int, bound: Bound) -> Direction:
    """Direction of the clause around `text[start:end]`.

    >>> direction("Ministers will meet on Wednesday.", 23, 32, Bound.NONE)
    <Direction.FUTURE: 'future'>
    >>> direction("They met on Wednesday.", 12, 21, Bound.NONE)
    <Direction.PAST: 'past'>
    """
    left = text[max(0, start - _LEFT) : start]
    left = left[max((found.end() for found in _SENTENCE.finditer(left)), default=0) :]
    right = text[end : end + _RIGHT]
    for stop in (_SENTENCE.search(right), _OTHER_CLAUSE.search(right)):
        right = right[: stop.start()] if stop else right
    settled = _settled(left, bound)
    if settled is not None:
        return settled
    future = past = 0.0
    for words, side in ((left, len(left)), (right, None)):
        for cue in _cues(words, commitments=side is not None):
            near = 1.0 / (10 + (side - cue.end if side is not None else cue.start + _AHEAD))
            if cue.future:
                future = max(future, near)
            else:
                past = max(past, near)
    if bound in (Bound.BY, Bound.UNTIL) and future:
        return Direction.FUTURE
    if bound == Bound.UNTIL and _PUT_OFF.search(left):
        return Direction.FUTURE
    if _DEADLINE.search(right):
        return Direction.UNKNOWN  # deadlines pass
    if not past and not future:
        return Direction.UNKNOWN
    return Direction.FUTURE if future >= past else Direction.PAST


def _settled(left: str, bound: Bound) -> Direction | None:
    """What the last words in front of a date say at once: "earlier in", "the new", "the original"."""
    words = left[-24:].lower().split()
    if not words:
        return None
    last = words[-1]
    if last in _JOINTS and len(words) > 1:
        last = words[-2]
        if last == "earlier":
            return Direction.PAST
        return Direction.FUTURE if last == "later" and bound == Bound.NONE else None
    if last in _BEFORE_PAST or last == "earlier":
        return Direction.PAST
    return Direction.FUTURE if last in _BEFORE_FUTURE or (last == "later" and bound == Bound.NONE) else None


def _cues(text: str, *, commitments: bool) -> list[_Cue]:
    """Words of the future and the past; a participle behind a future word is part of it."""
    found = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(text)]
    cues: list[_Cue] = []
    group = (0, -1)  # from where to where participles belong to a future word
    for index, (written, start, end) in enumerate(found):
        word = written.lower()
        after = found[index + 1][0].lower() if index + 1 < len(found) else ""
        if _is_future(word, written, after) or (commitments and word in _COMMITMENTS and after == "to"):
            cues.append(_Cue(start, end, future=True))
            group = (end, end + _GROUP)
        elif (start > group[1] or "," in text[group[0] : start]) and (
            word in _PAST or (word.endswith("ed") and len(word) > 3 and word not in _NOT_PAST)
        ):
            cues.append(_Cue(start, end, future=False))
    return cues


def _is_future(word: str, written: str, after: str) -> bool:
    if word in _FUTURE or (word == "may" and written.islower()) or word.endswith(("'ll", "’ll")):
        return not (word in _MODALS and after == "have")
    if after in _FUTURE_PAIRS.get(word, ()):
        return True
    return word in _BE_NOW and after.endswith(("ing", "ed"))

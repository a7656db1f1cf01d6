"""Does a clause tell of what was or of what is to come? Tense and cue words near a date, without a parser."""

from __future__ import annotations

import re
from operator import itemgetter

from timeline.dates import tense_words as words
from timeline.dates.candidate import Bound, Direction

_LEFT, _RIGHT = 140, 80  # characters looked at on either side, cut at the ends of the sentence
_AHEAD = 15  # what words behind a date count farther away than those in front of it

_WORD = re.compile(r"[^\W\d_]+(?:'[a-z]+)?|'(?:ll|s|re)\b")
_SENTENCE = re.compile(r"[.!?]['”\"]?\s+(?=[\"“‘'A-Z])|\n\s*\n|[;:]\s")
# Behind these, right after a date, another clause begins.
_OTHER_CLAUSE = re.compile(
    r",?\s(?:which|who|where|when|while|but|after|before|as|though|although|because|for\swhat)\b|,\sand\b"
)
# "He said that on 3 May the board will meet": what stands in front is another clause.
_NEW_CLAUSE = re.compile(r"\bthat\s(?:on|in|by)\s$", re.IGNORECASE)
# In front of "until" these put something off.
_PUT_OFF = re.compile(
    r"\b(?:postpon|delay|adjourn|suspend|extend|defer)(?:e|ed|es|s|ing)?\b|\b(?:put\s(?:off|back)|pushed\sback)\b",
    re.IGNORECASE,
)

# "The vote was moved to 3 April", "moved from 20 to 27 March": the new day lies ahead.
_MOVED_TO = re.compile(
    r"\b(?:postponed|moved|delayed|rescheduled|adjourned|deferred|pushed\sback|put\s(?:back|off)|brought\sforward|"
    r"extended|shifted)\b(?:\s[\w,'-]+){0,6}?\s(?:to|from)\s$",
    re.IGNORECASE,
)

# "Later in May", "later this year", where no verb says more.
_LATER = re.compile(r"\blater\s(?:in\s|on\s|this\b)", re.IGNORECASE)

_JOINTS = frozenset({"in", "on", "this"})
_NO_SUBJECT = frozenset({"there", "it", "that", "this", "as"})  # "it is in May that ..."

# "The May 1 deadline", "the August target": still to come, unless these tell it as past.
# "The inspector comes on Monday": the present tense of a timetable.
_TIMETABLED = words.BEFORE_FUTURE - {"are", "is", "new", "proposed", "target"}

_DEADLINE = re.compile(r"\s(?:\w+\s)?(?:deadline|target|cutoff|cut-off|(?<!to\s)date)\b", re.IGNORECASE)
_MISSED = re.compile(
    r"\b(?:missed|met|passed|breached|ignored|flouted|original|previous|former|initial|expired|lapsed|old)"
    r"\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
_PASSED = re.compile(r"(?:\s\w+){0,2}?\s(?:passed|expired|lapsed|slipped|went|came\sand)\b", re.IGNORECASE)


def direction(text: str, start: int, end: int, bound: Bound) -> Direction:
    """Direction of the clause around `text[start:end]`.

    >>> direction("Ministers will meet on Wednesday.", 23, 32, Bound.NONE)
    <Direction.FUTURE: 'future'>
    >>> direction("They met on Wednesday.", 12, 21, Bound.NONE)
    <Direction.PAST: 'past'>
    """
    return told_direction(text, start, end, bound)[0]


def told_direction(text: str, start: int, end: int, bound: Bound) -> tuple[Direction, str]:
    """The direction as `direction` gives it, and the words that settle it; empty where none do.

    >>> told_direction("Ministers will meet on Wednesday.", 23, 32, Bound.NONE)
    (<Direction.FUTURE: 'future'>, 'will')
    """
    if bound == Bound.SINCE:
        return Direction.PAST, bound.value
    left = text[max(0, start - _LEFT) : start]
    left = left[max((found.end() for found in _SENTENCE.finditer(left)), default=0) :]
    if _NEW_CLAUSE.search(left):
        left = ""
    right = text[end : end + _RIGHT]
    for stop in (_SENTENCE.search(right), _OTHER_CLAUSE.search(right)):
        right = right[: stop.start()] if stop else right
    moved = _MOVED_TO.search(left)
    if moved is not None:
        return Direction.FUTURE, moved.group().strip()
    settled = _settled(left, right, bound)
    if settled is not None:
        return settled
    before, behind = _cues(left, in_front=True), _cues(right, in_front=False)
    future, past, weak = (
        max(_near(before[kind], len(left)), _near(behind[kind], None), key=_nearness) for kind in _KINDS
    )
    if bound in (Bound.BY, Bound.UNTIL) and future[0]:
        return Direction.FUTURE, future[1]
    put_off = _PUT_OFF.search(left) if bound == Bound.UNTIL else None
    if put_off is not None:
        return Direction.FUTURE, put_off.group()
    if future[0] or past[0]:
        return (Direction.FUTURE, future[1]) if future[0] >= past[0] else (Direction.PAST, past[1])
    later = None if weak[0] else _LATER.search(text, max(0, start - 12), end)
    if later is not None:
        return Direction.FUTURE, later.group().strip()
    return (Direction.FUTURE, weak[1]) if weak[0] else (Direction.UNKNOWN, "")


def _settled(left: str, right: str, bound: Bound) -> tuple[Direction, str] | None:
    """What the words next to a date say at once: "earlier in", "the new", "the original", a deadline."""
    last = left[-24:].lower().split()
    word = last[-1] if last else ""
    if word in _JOINTS and len(last) > 1:
        return _led(last[-2], last[-3] if len(last) > 2 else "")
    if word in words.BEFORE_PAST:
        return Direction.PAST, word
    if word in words.BEFORE_FUTURE:
        return Direction.FUTURE, word
    deadline = _DEADLINE.match(right)
    if deadline is None or bound in (Bound.BEFORE, Bound.AFTER):
        return None
    past = _MISSED.search(left) or _PASSED.match(right, deadline.end())
    if past is not None:
        return Direction.PAST, past.group().strip()
    return Direction.FUTURE, deadline.group().strip()


def _led(word: str, before: str) -> tuple[Direction, str] | None:
    """As in "earlier in May", "the vote is on Monday"."""
    if word == "earlier":
        return Direction.PAST, word
    if word in _TIMETABLED:
        return Direction.FUTURE, word
    return (Direction.FUTURE, word) if word in {"is", "are"} and before not in _NO_SUBJECT else None


_KINDS = _FUTURE, _PAST, _WEAK = range(3)
_Cue = tuple[int, str]  # where a word of the future or the past stands, and the word
_nearness = itemgetter(0)


def _near(cues: list[_Cue], end: int | None) -> tuple[float, str]:
    """How near the nearest of some cues stands to a date, and that cue; 0 where there are none.

    Measured from the ends of those in front of the date, from the beginnings of those behind it.
    """
    if not cues:
        return 0.0, ""
    position, word = cues[-1] if end is not None else cues[0]
    return 1.0 / (10 + (end - position if end is not None else position + _AHEAD)), word


def _cues(text: str, *, in_front: bool) -> tuple[list[_Cue], list[_Cue], list[_Cue]]:
    """The words of the future and the past, by `_KINDS`; a participle behind a future word, or behind "is", is no past
    tense.
    """
    cues: tuple[list[_Cue], list[_Cue], list[_Cue]] = ([], [], [])
    found = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(text.replace("’", "'"))]
    following = [*(written.lower() for written, _, _ in found[1:]), ""][: len(found)]
    word = found[0][0].lower() if found else ""
    in_group = False  # what follows is still the verb of such a word: "will" + "be officially held", "is" + "held"
    for (written, start, end), after in zip(found, following, strict=True):
        kind = _kind(word, written, after, in_front=in_front)
        if kind == _FUTURE or (kind is None and word in words.BE_NOW):
            in_group = True
        elif in_group:
            in_group = word in words.GOES_ON or word.endswith("ly")
            kind = None
        if kind is not None:
            cues[kind].append((end if in_front else start, written))
        word = after
    return cues


def _kind(word: str, written: str, after: str, *, in_front: bool) -> int | None:
    if word in words.FUTURE or (word == "may" and written.islower()) or word.endswith("'ll"):
        is_past = (after == "have" and word in words.MODALS) or (word, after) == ("would", "not")  # "would not say"
        return None if is_past else _FUTURE
    if f"{word} {after}" in words.FUTURE_PAIRS:
        return _FUTURE
    if word in words.BE_NOW and after in words.FUTURATE:
        return _FUTURE
    if in_front and after == "to" and word in words.COMMITMENTS:
        return _FUTURE
    if word in words.PAST or (word.endswith("ed") and len(word) > 3 and word not in words.NOT_PAST):
        return _PAST
    return _WEAK if word in words.WEAKLY_FUTURE else None

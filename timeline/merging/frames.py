"""Sentences that are the same but for the names in them, as in a register or a ticker, tell of different events.

"Berg resigned from Hydro" and "Rossi resigned from Renault" are two events, even where the language pipeline did not
see that the words are names. The frame of a sentence is what remains when its names and figures are taken out.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from timeline.dates.words import MONTHS, WEEKDAYS
from timeline.events import words
from timeline.model import EventMention

MIN_FIXED_WORDS = 2
"""The fewest words of a frame besides names, figures and dates; one with fewer says nothing, such as that of a headline
in capitals, which is all one name."""

_WORD = re.compile(r"\w+(?:[-'’.&]\w+)*")
_NAME, _FIGURE = "A", "0"  # what stands in a frame for a name, and for a figure or a part of a date
_OF_DATES = frozenset(word.capitalize() for word in (*MONTHS, *WEEKDAYS))


class Name(NamedTuple):
    """The words of a name in a sentence, as `events.words` compares them; and whether it is the first word alone."""

    words: frozenset[str]
    is_first_word: bool


Frame = tuple[tuple[str, ...], tuple[Name, ...]]
"""The words of a sentence, with a mark for each name and figure, and the names in their order."""


def told_of_others(a: EventMention, b: EventMention) -> bool:
    """Whether two reports' sentences are the same but for their names, and a pair of these has no word in common.

    The first word of a sentence has a capital in any case ("Police arrested ...", "Officers arrested ..."), so it
    counts only if it is the only name in the sentence and both sentences stand in one document.
    """
    (frame, ours), (other, theirs) = _frame(a.quote.text), _frame(b.quote.text)
    if frame != other or len(frame) - frame.count(_NAME) - frame.count(_FIGURE) < MIN_FIXED_WORDS:
        return False
    sole = len(ours) == 1 and a.document == b.document
    return any(
        one.words.isdisjoint(two.words)
        for one, two in zip(ours, theirs, strict=True)
        if one.words and two.words and (sole or not (one.is_first_word or two.is_first_word))
    )


def shares_no_name(a: EventMention, b: EventMention) -> bool:
    """Whether the sentences of two reports hold names, and none in common: "in Leeds", "in Cardiff".

    Their first words do not count, see `told_of_others`.
    """
    ours, theirs = (
        frozenset(word for name in _frame(m.quote.text)[1] if not name.is_first_word for word in name.words)
        for m in (a, b)
    )
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


def names_told(mention: EventMention) -> frozenset[str]:
    """The words of all names in the sentence of a report."""
    return frozenset(word for name in _frame(mention.quote.text)[1] for word in name.words)


@lru_cache(maxsize=1 << 14)
def _frame(text: str) -> Frame:
    """The frame of a sentence.

    >>> fixed, names = _frame("Rossi paid 20 euros to Ann Bell in Oslo")
    >>> fixed, [sorted(name.words) for name in names]
    (('A', 'paid', '0', 'euros', 'to', 'A', 'in', 'A'), [['rossi'], ['ann', 'bell'], ['oslo']])
    """
    fixed: list[str] = []
    names: list[Name] = []
    listed = _WORD.findall(text)
    for kind, group in groupby(enumerate(listed), key=lambda pair: _kind(pair[1], first=pair[0] == 0)):
        run = [word for _, word in group]
        if kind == _NAME:
            names.append(Name(words(" ".join(run)), is_first_word=not fixed and len(run) == 1))
            fixed.append(_NAME)
        else:
            fixed += [kind or word for word in run]
    return tuple(fixed), tuple(names)


def _kind(word: str, *, first: bool) -> str:
    """The mark of a word in a frame, "" where the word itself stands there; the `first` word is taken for a name."""
    if word[0].isdigit() or word in _OF_DATES:
        return _FIGURE
    return _NAME if first or word[0].isupper() else ""

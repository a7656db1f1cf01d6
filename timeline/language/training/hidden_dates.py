"""Replace the dates in a treebank's sentences by placeholders, for training and for measuring.

The patterns find many dates, not all: enough to show the parser placeholders wherever dates stand.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.language.placeholders import YEAR, placeholder

if TYPE_CHECKING:
    from timeline.language.training.corpora import Tree, Word

_MONTH = (
    r"(?-i:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_PART = r"(?:early|mid|late)"
_DAY = r"(?:[0-3]?\d(?:st|nd|rd|th)?)"
_YEAR = r"(?:1[5-9]\d\d|20[0-2]\d)"
_TIME = r"(?:morning|afternoon|evening|night)"
_UNIT = r"(?:day|night|weekend|week|month|quarter|year|decade|century|spring|summer|autumn|fall|winter)"
_COUNT = (
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|many|(?:a )?few|(?:a )?couple(?: of)?|\d+)"
)

DATE = re.compile(
    rf"\b(?:"
    rf"(?:{_WEEKDAY},? )?(?:{_PART}[ -])?{_MONTH}(?: {_DAY}\b)?(?:,? (?:of )?{_YEAR}\b)?"
    rf"|(?:{_WEEKDAY},? )?{_DAY} (?:of )?{_MONTH}(?:,? {_YEAR}\b)?"
    rf"|{_WEEKDAY}(?: {_TIME})?"
    rf"|\d{{4}}-\d\d-\d\d|\d\d?/\d\d?/\d{{2,4}}"
    rf"|(?:spring|summer|autumn|fall|winter) (?:of )?{_YEAR}"
    rf"|(?:{_PART}[ -])?{_YEAR}s?"
    rf"|(?:last|next|this|the (?:past|previous|following|coming|same)) (?:{_UNIT}|{_WEEKDAY}|{_MONTH})"
    rf"|{_COUNT} (?:{_UNIT}|hour|minute)s? (?:ago|earlier|later)"
    rf"|(?:yesterday|tomorrow|this) {_TIME}|yesterday|today|tomorrow|tonight"
    rf")(?!\w)",
    re.IGNORECASE,
)


def hide_dates(tree: Tree) -> tuple[Tree, tuple[int, ...]]:
    """The sentence with a placeholder for each date found in it, and the indices of the placeholders.

    A date whose words do not form one branch of the tree, or which cuts a name or a multiword token, stays as it is.
    """
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    position = 0
    for index, word in enumerate(tree.words):
        starts[position] = index
        ends[position + len(word.form)] = index + 1
        position += len(word.form) + word.space
    hidden: list[int] = []
    for match in reversed(list(DATE.finditer(tree.text))):
        first, last = starts.get(match.start()), ends.get(match.end())
        if first is None or last is None:
            continue
        shorter = _collapsed(tree, first, last, placeholder(match[0]))
        if shorter is not None:
            hidden = [index - (last - first - 1) for index in hidden]
            hidden.append(first)
            tree = shorter
    return tree, tuple(reversed(hidden))


def _collapsed(tree: Tree, first: int, last: int, form: str) -> Tree | None:
    """The sentence with the words from index `first` up to `last` as one word, `form`; None if they are not one branch
    of the tree, or no date.
    """
    words = tree.words
    inside = range(first, last)
    tops = [i for i in inside if words[i].head not in inside or words[i].head == i]
    if len(tops) != 1:
        return None
    top = words[tops[0]]
    if top.deprel in {"fixed", "flat", "goeswith", "dep"} or top.upos in {"VERB", "AUX"}:
        return None
    if top.deprel == "nummod" and (form != YEAR or words[top.head].xpos not in {"NN", "NNP"}):
        return None  # "2000 soldiers" is no date, "the 1982 massacre" holds one
    drop = last - first - 1

    def moved(head: int) -> int:
        return first if head in inside else head - drop * (head >= last)

    one = _as_word(top, form, moved(top.head), words[last - 1].space)
    kept = [*words[:first], one, *words[last:]]
    names = None
    if tree.names is not None:
        if any(start < last and end > first and not (end <= last and start >= first) for start, end, _ in tree.names):
            return None
        names = tuple(
            (start - drop * (start >= last), end - drop * (end >= last), label)
            for start, end, label in tree.names
            if not (start >= first and end <= last)
        )
    return replace(
        tree,
        words=tuple(w if w is one else replace(w, head=moved(w.head)) for w in kept),
        names=names,
    )


def _as_word(top: Word, form: str, head: int, space: bool) -> Word:  # noqa: FBT001 - a column of the treebank
    deprel = {"advmod": "obl:unmarked", "nummod": "compound"}.get(top.deprel, top.deprel)
    if form == YEAR:
        upos, xpos, feats = "NUM", "CD", "NumForm=Digit|NumType=Card"
    else:
        upos, xpos, feats = "PROPN", "NNP", "Number=Sing"
    return replace(top, form=form, lemma=form, upos=upos, xpos=xpos, feats=feats, deprel=deprel, head=head, space=space)

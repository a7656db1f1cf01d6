"""The trigger of a date: the word that names the event which the date belongs to.

It is the first word above the date in the parser's tree that can name an event. The tree is overruled where parsers are
known to err: a date is never a subject or an object, and a date that depends on a noun which names no event belongs to
the verb of its clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from timeline.events.tree import NOUNS, base, case_of, child, children, climb, is_participle, is_verbal, subject
from timeline.events.words import (
    CHARGE_PREPOSITIONS,
    CHARGING_WORDS,
    DEPICTIONS,
    EXAMPLE_WORDS,
    EXTENDING_VERBS,
    LATER_WORDS,
    NEGATIONS,
    NEW_DAY_PREPOSITIONS,
    OCCURRENCE_VERBS,
    PLAN_NOUNS,
    RELATION_VERBS,
    RESCHEDULING_VERBS,
    SUPPORT_VERBS,
)
from timeline.language import Sentence, Token
from timeline.language.lexicon import EVENT_NOUN, event_noun, event_verb
from timeline.model import Quote

DIRECT, CLOSE, FAR, REPAIRED, GUESSED = 0.9, 0.85, 0.7, 0.65, 0.5
"""Scores (0 to 1) of how surely a date belongs to its trigger: a noun beside it, a verb whose adverbial it is, a word
farther up in the tree, one in a corrected tree, and a guess."""

EVENT_NAME = 0.6
"""The least `lexicon.event_noun` (0 to 1) of a word that makes a name that of an event: "the Battle of Kursk"."""

_TO_COME = re.compile(r"\b(?:next|coming)\b.+\b(?:days|weeks|months|years|decades)\b", re.IGNORECASE)
_CLAUSE_BREAKS = frozenset({",", ";", ":", "(", ")", "–", "—", "--"})


@dataclass(frozen=True, slots=True)
class Tie:
    """The trigger of a date: the index of its token, a score (0 to 1) of how surely it is the one, and why in words.

    `stand_in` is the index of the verb that stands for the trigger and has its tense and status: "did" in "to leave,
    which it did in May". `describes` says that the date stands before a noun as its attribute, so that a preposition in
    front of both belongs to the noun: "after the 2004 attacks" dates the attacks to 2004, not to some time after it.
    `by` is the index of the verb that introduces the trigger and decides on its status ("was due to take place").
    `moved` says that this verb moves the event to the date: "postponed the vote until May".
    """

    token: int
    score: float
    why: str
    stand_in: int | None = None
    describes: bool = False
    by: int | None = None
    moved: bool = False


def names_event(token: Token) -> bool:
    """Whether a noun names an event rather than a thing, a person or a state."""
    least = EVENT_NAME if token.pos == "PROPN" else EVENT_NOUN
    return token.pos in NOUNS and event_noun(token.lemma.lower()) >= least


def looks_ahead(date: str) -> bool:
    """Whether the words of a date name a stretch of time that begins with the day of writing.

    >>> looks_ahead("the next four years"), looks_ahead("next year")
    (True, False)
    """
    return _TO_COME.search(date) is not None


def tie(sentence: Sentence, date: int) -> Tie | None:
    """The trigger that a date belongs to; `date` is the index of its token. None in a sentence without any event."""
    for rule in (_caption, _attributive, _counted, _rescheduled, _example):
        found = rule(sentence, date)
        if found is not None:
            return found
    near = _same_segment(sentence, date)
    for steps, token in enumerate(climb(sentence, date)):
        if token.pos in NOUNS and not is_verbal(sentence, token):
            noun = _event_in(sentence, token, date)
            if noun is not None and (date < noun or not _is_charge(sentence, token)):
                score = DIRECT if steps == 0 else FAR
                return Tie(noun, score, f"the date stands with {_shown(sentence, noun)}", describes=date < noun)
            continue
        if near is not None and not _in_segment(sentence, date, token.index):
            return near
        if (is_verbal(sentence, token) and not _is_pleaded(sentence, token)) or token.pos == "AUX":
            verb = _within_quotation(sentence, _not_past_the_date(sentence, token, date), date)
            return _of_verb(sentence, verb, date, (CLOSE if steps == 0 else FAR) if verb is token else REPAIRED)
    return near or _nearest(sentence, date)


def outside(sentence: Sentence, date: int, words: Quote) -> Tie | None:
    """The trigger of a date beyond some words that the tree makes it a part of: "In the week after the vote, ..."."""
    for token in climb(sentence, date):
        if is_verbal(sentence, token) and not words.start <= token.start < words.end:
            return _of_verb(sentence, token, date, FAR)
    return None


def main_event(sentence: Sentence) -> Tie | None:
    """What a headline or lead is about: the event of its main clause."""
    if not sentence.tokens:
        return None
    root = sentence.root
    if is_verbal(sentence, root) or root.pos == "AUX":
        return _of_verb(sentence, root, None, CLOSE)
    if names_event(root):
        return Tie(root.index, CLOSE, f"{_shown(sentence, root.index)} heads the line")
    verbs = [t for t in sentence.tokens if t.pos == "VERB" and base(t) != "amod"]
    if verbs:
        return Tie(verbs[0].index, GUESSED, f"{_shown(sentence, verbs[0].index)} is the line's first verb")
    nouns = [t for t in sentence.tokens if names_event(t)]
    return (
        Tie(nouns[0].index, GUESSED, f"{_shown(sentence, nouns[0].index)} is the line's first event") if nouns else None
    )


def _shown(sentence: Sentence, index: int) -> str:
    return f"‘{' '.join(sentence.tokens[index].text.split())}’"


def _event_in(sentence: Sentence, noun: Token, date: int | None) -> int | None:
    """The event that a noun phrase names: its head, else a noun before the head ("the pull-out date")."""
    if names_event(noun):
        return noun.index
    for part in reversed(list(children(sentence, noun.index, "compound"))):
        if part.index != date and names_event(part):
            return part.index
    return None


def _attributive(sentence: Sentence, date: int) -> Tie | None:
    """A date between an article and its noun describes the noun: "the February 29, 2020, withdrawal deal"."""
    tokens = sentence.tokens
    before = date - 1
    while before >= 0 and tokens[before].pos in ("ADJ", "NUM"):
        before -= 1
    if before < 0 or not (
        tokens[before].pos == "DET" or tokens[before].dep == "nmod:poss" or tokens[before].tag == "POS"
    ):
        return None
    after = date + 1
    if after < len(tokens) and tokens[after].text == ",":
        after += 1
    last = after
    while last < len(tokens) and (tokens[last].pos in (*NOUNS, "ADJ") or _hyphenates(sentence, last)):
        last += 1
    nouns = [t for t in tokens[after:last] if names_event(t)]
    if not nouns or tokens[last - 1].pos not in NOUNS:
        return None
    head = nouns[-1]
    return Tie(head.index, DIRECT, f"the date describes {_shown(sentence, head.index)}", describes=True)


def hyphenated(sentence: Sentence, index: int) -> tuple[int, int]:
    """First and last token of the word that hyphens make with a token: "pull-out" is three."""
    tokens = sentence.tokens
    first = last = index
    while first >= 2 and tokens[first - 1].text == "-" and tokens[first - 2].end == tokens[first].start - 1:
        first -= 2
    while last + 2 < len(tokens) and tokens[last + 1].text == "-" and tokens[last].end == tokens[last + 2].start - 1:
        last += 2
    return first, last


def _hyphenates(sentence: Sentence, index: int) -> bool:
    """Whether a token is a hyphen between two words, or a word behind one ("pull-out")."""
    tokens = sentence.tokens
    return tokens[index].text == "-" or (index > 0 and tokens[index - 1].text == "-")


def _counted(sentence: Sentence, date: int) -> Tie | None:
    """A day counted off within an event is that event's: "a sixth day of heavy fighting".

    On such a day ("on the sixth day of fighting") something else happens.
    """
    if case_of(sentence, date) in ("on", "by") and sentence.tokens[sentence.tokens[date].head].pos == "VERB":
        return None
    for part in children(sentence, date, "nmod"):
        if names_event(part) and part.index > date and not sentence.tokens[date].text[-4:].isdecimal():
            return Tie(part.index, DIRECT, f"the date counts off {_shown(sentence, part.index)}")
    return None


def _example(sentence: Sentence, date: int) -> Tie | None:
    """A date right behind an example is the example's: "has had troubles, including two fires last year"."""
    at = date - 1
    while at >= 0 and sentence.tokens[at].pos in ("ADP", "DET"):
        at -= 1
    noun = sentence.tokens[at]
    named = any(t.text.lower() in EXAMPLE_WORDS for t in children(sentence, at, "case"))
    if at < 0 or not named or not names_event(noun):
        return None
    return Tie(at, DIRECT, f"the date stands with {_shown(sentence, at)}")


def _is_charge(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun says what somebody is held to have done: "charged with fraud", "guilty of murder"."""
    charging = sentence.tokens[noun.head].lemma.lower() in CHARGING_WORDS
    return charging and base(noun) == "obl" and case_of(sentence, noun.index) in CHARGE_PREPOSITIONS


def _is_pleaded(sentence: Sentence, token: Token) -> bool:
    """Whether a word is the deed in "pleaded guilty to fraud", which the parser takes for a verb."""
    return token.tag == "VB" and sentence.tokens[token.head].lemma.lower() in ("plead", "guilty")


def _rescheduled(sentence: Sentence, date: int) -> Tie | None:
    """A day on which a verb puts an event is that event's: "set a hearing for 3 May", "was moved to Monday"."""
    case, moved = case_of(sentence, date), " to " in sentence.tokens[date].text  # "from 3 May to 5 May" is one date
    if case not in NEW_DAY_PREPOSITIONS and not (case == "from" and moved):
        return None
    above = next((t for t in climb(sentence, date) if t.pos not in NOUNS), None)
    particles = RESCHEDULING_VERBS.get(above.lemma.lower()) if above is not None else None
    if above is None or particles is None:
        return None
    adverbs = {t.text.lower() for t in children(sentence, above.index, "advmod", "compound:prt")}
    if particles and not adverbs & set(particles.split()):
        return None
    patient = child(sentence, above.index, "obj", "nsubj:pass")
    described = above.dep != "root" or child(sentence, above.index, "aux", "cop") is not None
    shared = patient is None and described and (is_participle(above) or above.pos == "ADJ")
    if patient is None and is_participle(above):  # "The opening, planned for May, was put off"
        aside = next((t for t in children(sentence, above.index, "advcl") if t.index < above.index), None)
        patient = child(sentence, aside.index, "nsubj") if aside is not None and is_participle(aside) else None
        shared = shared and patient is None
    if shared or (patient is not None and patient.pos == "PRON" and above.dep == "acl:relcl"):
        patient = subject(sentence, above.index)
    if patient is None or patient.index == date or (base(patient) == "nsubj" and patient.index < date < above.index):
        return None
    if above.lemma.lower() in EXTENDING_VERBS and patient.lemma.lower() not in PLAN_NOUNS:
        return None
    verb = _shown(sentence, above.index)
    noun = _event_in(sentence, patient, date)
    if noun is None and above.dep == "acl" and base(patient) == "nmod":  # "a visit to Lima planned for May"
        noun = _event_in(sentence, sentence.tokens[patient.head], date)
    if noun is None:
        return Tie(above.index, CLOSE, f"{verb} puts it on the date", by=above.index, moved=True)
    return Tie(noun, CLOSE, f"{verb} puts {_shown(sentence, noun)} on the date", by=above.index, moved=True)


def _not_past_the_date(sentence: Sentence, verb: Token, date: int) -> Token:
    """A date without a preposition seldom belongs to the participle behind it: "signed it a year ago, banning"."""
    behind = (
        verb.index == date + 1 and verb.tag in ("VBG", "VBN") and child(sentence, verb.index, "nsubj", "aux") is None
    )
    if not behind or date == 0 or sentence.tokens[date - 1].pos in ("PUNCT", "ADP"):
        return verb
    earlier = [t for t in sentence.tokens[:date] if t.pos == "VERB" or names_event(t)]
    return earlier[-1] if earlier else verb


def _within_quotation(sentence: Sentence, verb: Token, date: int) -> Token:
    """A date inside a quotation dates what the quotation says, not the verb of saying outside it."""
    depths = _quotation_depths(sentence)
    if not depths[date] or depths[verb.index]:
        return verb
    quoted = [t for t in sentence.tokens if t.pos == "VERB" and depths[t.index]]
    return min(quoted, key=lambda t: (abs(t.index - date), t.index)) if quoted else verb


def _quotation_depths(sentence: Sentence) -> list[bool]:
    """For each token whether it stands in quotation marks."""
    inside = False
    found = []
    for token in sentence.tokens:
        if token.text in ("“", "«", "„") or (token.text in ('"', "``") and not inside):
            inside = True
        elif token.text in ("”", "»", '"', "''"):
            inside = False
        found.append(inside)
    return found


def trigger_of(sentence: Sentence, verb: Token) -> int:
    """The token that names the event of a clause: its verb, or the word that this gives way to."""
    return _of_verb(sentence, verb, None, CLOSE).token


def _of_verb(sentence: Sentence, verb: Token, date: int | None, score: float) -> Tie:
    """The trigger for a verb that a date hangs on: itself, or the word that it gives way to."""
    kind = event_verb(verb.lemma.lower())
    if verb.lemma == "do" and base(verb) == "acl" and _stands_in(sentence, verb):
        above = next((t for t in climb(sentence, verb.index) if t.pos == "VERB"), None)
        if above is not None:
            why = f"{_shown(sentence, verb.index)} stands for {_shown(sentence, above.index)}"
            return Tie(above.index, score, why, stand_in=verb.index)
    if date is not None:
        lower = _complement_before(sentence, verb, date)
        if lower is not None and (kind in ("intention", "aspect") or not _touches(sentence, verb.index, date)):
            below = sentence.tokens[lower]
            return _of_verb(sentence, below, date, REPAIRED)
        ahead = _told_ahead(sentence, verb, date)
        if ahead is not None:
            return Tie(ahead, REPAIRED, f"the date looks ahead, so it is that of {_shown(sentence, ahead)}")
    noun = _yields_to(sentence, verb, kind)
    if noun is not None:
        return Tie(
            noun,
            score,
            f"the date stands with {_shown(sentence, verb.index)}, which only brings in {_shown(sentence, noun)}",
            by=verb.index,
        )
    return Tie(verb.index, score, f"the date stands with {_shown(sentence, verb.index)}")


def _stands_in(sentence: Sentence, verb: Token) -> bool:
    """Whether "did" has no object of its own but "which", "that" or "so"."""
    patient = child(sentence, verb.index, "obj")
    return patient is None or patient.lemma.lower() in ("which", "that", "so")


def is_another_day(sentence: Sentence, first: int, second: int) -> bool:
    """Whether of two dates of one trigger the second is set beside the first, rather than making it more exact.

    "on 3 May, 5 May and 9 May" are three days, each written like the others; "on Tuesday, 3 May" is one, and so are the
    stretches "late 1940 and early 1941" and "1956 and 1957". A verb or a conjunction of time between the two speaks
    against it, and so does another preposition.
    """
    tokens = sentence.tokens
    between = tokens[first + 1 : second]
    if first >= second or tokens[first].text == tokens[second].text:
        return False
    if any(t.pos in ("VERB", "AUX", "SCONJ", "PRON") or t.text in ("(", ")", ";", ":") for t in between):
        return False
    if _preposition(sentence, second) not in ("", _preposition(sentence, first)):
        return False
    if any(t.text.lower() in NEGATIONS for t in between):
        return False
    joined_by = any(t.pos == "CCONJ" for t in between)
    alike = _shape(tokens[first].text) == _shape(tokens[second].text)
    return (joined_by or any(t.text == "," for t in between)) and (
        (alike and not _is_next_year(tokens[first].text, tokens[second].text)) or (joined_by and len(between) > 1)
    )


def _is_next_year(first: str, second: str) -> bool:
    return first.isdecimal() and second.isdecimal() and int(second) == int(first) + 1


def _preposition(sentence: Sentence, date: int) -> str:
    before = sentence.tokens[date - 1] if date else None
    return before.text.lower() if before is not None and before.pos == "ADP" else ""


def _shape(date: str) -> str:
    """What dates of one kind share: numbers and capitalised words stand for any others."""
    return " ".join("9" if w[0].isdigit() else "A" if w[0].isupper() else w for w in date.replace(",", " ").split())


def elsewhere(sentence: Sentence, trigger: int, date: int, dates: Sequence[int]) -> frozenset[int]:
    """The tokens that belong to other dates of the same trigger: "fought at A on 3 May, and at B on 5 May".

    Where something stands between the trigger and the first date, each date closes its part, else it opens it.
    """
    ordered = sorted({*dates, date})
    if len(ordered) < 2 or trigger >= ordered[0]:
        return frozenset()
    closes = any(t.pos == "PROPN" for t in sentence.tokens[trigger + 1 : ordered[0]])
    marks = [trigger, *ordered] if closes else [*(d - 1 for d in ordered), len(sentence.tokens) - 1]
    parts = {d: range(low + 1, high + 1) for d, low, high in zip(ordered, marks, marks[1:], strict=False)}
    gone = {index for other, part in parts.items() if other != date for index in part}
    for index in parts[date]:
        if sentence.tokens[index].pos not in ("CCONJ", "PUNCT"):
            break
        gone.add(index)
    return frozenset(gone)


def joined(sentence: Sentence, own: Tie, date: int) -> Iterator[Tie]:
    """The verbs joined to that of a date before the clause; they share its subject and have no date of their own."""
    verb = sentence.tokens[own.token if own.by is None else own.by]
    actor = child(sentence, verb.index, "nsubj")
    if verb.pos != "VERB" or own.moved or own.stand_in is not None or actor is None or date > actor.index:
        return
    first = _shown(sentence, verb.index)
    waiting = [verb]
    while waiting:
        above = waiting.pop(0)
        for below in children(sentence, above.index, "conj"):
            finite = below.pos == "VERB" and below.tag != "VBG" and child(sentence, below.index, "nsubj", "aux") is None
            later = any(t.text.lower() in LATER_WORDS for t in children(sentence, below.index, "advmod", "obl"))
            if finite and not later and event_verb(below.lemma.lower()) != "state":
                waiting.append(below)
                tie = _of_verb(sentence, below, None, FAR)
                yield replace(tie, why=f"the date stands before {first}, joined to {_shown(sentence, below.index)}")


def counted_from(sentence: Sentence, date: int) -> Tie | None:
    """The event that a date is counted from, named right behind it: "four months later than the deadline"."""
    for token in sentence.tokens[date + 1 : date + 7]:
        if names_event(token):
            return Tie(token.index, FAR, f"another date is counted from {_shown(sentence, token.index)}")
        if token.pos in ("VERB", "AUX", "PUNCT"):
            return None
    return None


def _yields_to(sentence: Sentence, verb: Token, kind: str) -> int | None:
    """The event noun that a light verb or a verb of happening only carries."""
    if verb.lemma in RELATION_VERBS:
        for part in children(sentence, verb.index, "obj", "obl"):
            if part.index > verb.index and (noun := _event_in(sentence, part, None)) is not None:
                return noun
    if verb.lemma in OCCURRENCE_VERBS or child(sentence, verb.index, "expl") is not None:
        sub = child(sentence, verb.index, "nsubj")
        if sub is None and base(verb) in ("xcomp", "advcl"):
            sub = subject(sentence, verb.index)
        if sub is not None and (noun := _event_in(sentence, sub, None)) is not None:
            return noun
    if kind == "light" or verb.lemma == "have" or verb.lemma in SUPPORT_VERBS:
        patient = child(sentence, verb.index, "obj", "nsubj:pass")
        if patient is None and verb.dep == "acl" and is_participle(verb):
            patient = sentence.tokens[verb.head]
        if patient is None and verb.dep == "acl:relcl":
            patient = sentence.tokens[verb.head] if subject(sentence, verb.index) is None else None
        if patient is not None:
            return _event_in(sentence, patient, None)
    return None


def _told_ahead(sentence: Sentence, verb: Token, date: int) -> int | None:
    """The event that a past verb tells of for a time to come: "announced job cuts over the next four years"."""
    helped = any(t.lemma == "have" for t in children(sentence, verb.index, "aux"))
    past = verb.tag == "VBD" or (verb.tag == "VBN" and helped)
    patient = child(sentence, verb.index, "obj")
    if not past or patient is None or not patient.index < date or not looks_ahead(sentence.tokens[date].text):
        return None
    return _event_in(sentence, patient, date)


def _complement_before(sentence: Sentence, verb: Token, date: int) -> int | None:
    """A clause that hangs on the verb, stands nearer to the date: "said it would close on Friday"."""
    for below in reversed(list(children(sentence, verb.index, "xcomp", "ccomp"))):
        if verb.index < below.index < date and below.pos == "VERB":
            return below.index
    return None


def _touches(sentence: Sentence, verb: int, date: int) -> bool:
    """Whether nothing but a preposition lies between a verb and a date."""
    low, high = sorted((verb, date))
    return all(t.pos in ("ADP", "ADV", "DET") for t in sentence.tokens[low + 1 : high])


def _caption(sentence: Sentence, date: int) -> Tie | None:
    """A picture's caption ends in a place and a date: "... in Izmir, Turkey, 03 May 2019"."""
    tokens = sentence.tokens
    if date < 3 or tokens[date - 1].text != "," or any(t.pos not in ("PUNCT", "SYM") for t in tokens[date + 1 :][:1]):
        return None
    verbs = [t for t in tokens[:date] if t.pos == "VERB"]
    root = sentence.root
    if not verbs:
        return None
    if root.lemma.lower() in DEPICTIONS:
        return Tie(verbs[-1].index, REPAIRED, f"the caption's picture shows {_shown(sentence, verbs[-1].index)}")
    if tokens[date - 2].pos == "PROPN" and root.pos == "VERB" and root.index < date:
        return Tie(root.index, REPAIRED, f"the caption's date belongs to {_shown(sentence, root.index)}")
    return None


def _segment(sentence: Sentence, date: int) -> tuple[int, int]:
    """The tokens around the date up to the next commas, dashes or brackets."""
    first = last = date
    while first > 0 and sentence.tokens[first - 1].text not in _CLAUSE_BREAKS:
        first -= 1
    while last + 1 < len(sentence.tokens) and sentence.tokens[last + 1].text not in _CLAUSE_BREAKS:
        last += 1
    return first, last


def _in_segment(sentence: Sentence, date: int, index: int) -> bool:
    first, last = _segment(sentence, date)
    return first <= index <= last


def _same_segment(sentence: Sentence, date: int) -> Tie | None:
    """The event of an introductory phrase that ends with the date: "In its bid for a new date last month, ..."."""
    first, last = _segment(sentence, date)
    if first == date or sentence.tokens[first].pos not in ("ADP", "SCONJ"):
        return None
    inside = [t for t in sentence.tokens[first:date] if t.pos == "VERB" or names_event(t)]
    if not inside or any(t.pos == "VERB" for t in sentence.tokens[date:last]):
        return None
    return Tie(inside[0].index, REPAIRED, f"the date closes the phrase of {_shown(sentence, inside[0].index)}")


def _nearest(sentence: Sentence, date: int) -> Tie | None:
    """The event word nearest to a date that hangs on nothing useful."""
    words = [t for t in sentence.tokens if t.pos == "VERB" or names_event(t)]
    if not words:
        return None
    best = min(words, key=lambda t: (abs(t.index - date), t.index))
    return Tie(best.index, GUESSED, f"{_shown(sentence, best.index)} is the nearest event to the date")

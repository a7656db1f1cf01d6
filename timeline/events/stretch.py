"""Where the words of a clause or a noun phrase begin and end in the text.

The tree says what belongs together, but a parser errs; so a stretch is a run of the text, from the first word that
the tree gives to the first mark, conjunction or verb behind it that cannot belong to it, without dates and asides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from timeline.events.tree import NOUNS, base, child, children, climb, is_participle
from timeline.events.words import (
    BODY_NOUNS,
    DATE_MODIFIERS,
    DISCOURSE_ADVERBS,
    HEDGES,
    LIGHT_OBJECTS,
    NEGATIONS,
    QUANTIFIERS,
)
from timeline.language import Sentence, Token

STOPS = frozenset({";", ":", ".", "?", "!", "…", "–", "—", "--", "(", ")", "[", "]", "/"})
QUOTES = frozenset({'"', "“", "”", "''", "``", "«", "»", "„"})
_ARTICLES = frozenset({"the", "a", "an"})
_HELPERS = ("aux", "cop", "expl")
_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)")
_MEASURED = frozenset({"give", "last", "spend", "take"})
"""Verbs whose object may be a length of time."""

_TIMES_OF = frozenset({"day", "evening", "morning", "night"})
_BOUNDS = frozenset({"begin", "commence", "end", "start"})
_DAY_PREPOSITIONS = frozenset({"by", "of", "on", "since", "till", "until"})


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens of the text in their order, and the places (counted in tokens) where they may end, the longest first."""

    tokens: tuple[int, ...]
    ends: tuple[int, ...]

    def cuts(self) -> Iterator[tuple[int, ...]]:
        """The stretch from its beginning to each of its ends."""
        yield from (self.tokens[:end] for end in self.ends)


@dataclass(frozen=True, slots=True)
class Stretches:
    """The stretches of one sentence. `dates` are its dates, `gone` these with the words that only serve them."""

    sentence: Sentence
    gone: frozenset[int]
    dates: frozenset[int]

    def phrase(self, noun: Token, *, subject: bool = False) -> Stretch:
        """The words of a noun phrase."""
        sentence = self.sentence
        tokens = sentence.tokens
        last = whole = noun.index
        while not subject and base(tokens[whole]) == "compound" and tokens[tokens[whole].head].pos in NOUNS:
            whole = tokens[whole].head
            last = max(last, whole)
        entity = next((e for e in sentence.entities if e.start <= noun.start < e.end), None)
        while last + 1 < len(tokens) and (
            base(tokens[last + 1]) in ("flat", "goeswith")
            or (entity is not None and tokens[last + 1].start < entity.end)
            or (tokens[last + 1].pos == "NUM" and tokens[last + 1].head == last and tokens[last].pos == "PROPN")
            or (tokens[last + 1].text == "-" and tokens[last + 1].start == tokens[last].end)
            or (tokens[last].text == "-" and tokens[last + 1].start == tokens[last].end)
        ):
            last += 1
        if subject:
            names = [t for t in children(sentence, noun.index, "appos") if t.index == last + 1 and t.pos == "PROPN"]
            last = max([last, *(max(self._name_tokens(t)) for t in names)])
        first = self.left_edge(noun)
        return self.stretch(first, last, last, head=noun, subject=subject)

    def stretch(
        self, first: int, core: int, needed: int, *, head: Token | None = None, subject: bool = False
    ) -> Stretch:
        """The words from `first` on to where the clause (or the phrase of `head`) ends, at least to `core`."""
        tokens = self.sentence.tokens
        above = self._finite_above(core if head is None else head.index)
        kept: list[int] = []
        fixed: set[int] = set()  # places in lists, where a title may not end
        at = first
        in_brackets = False
        while at < len(tokens):
            token = tokens[at]
            if token.text == "," and at < core and head is None:
                closing = next((t.index for t in tokens[at + 1 : core] if t.text == ","), None)
                at = at + 1 if closing is None else closing + 1
                continue
            if token.text in ("(", "["):
                in_brackets = True
            elif token.text in (")", "]"):
                in_brackets = False
            elif kept and kept[-1] == at - 1 and self._is_glued(at):
                fixed.add(len(kept))
                kept.append(at)
            elif (
                in_brackets
                or at in self.gone
                or token.text in QUOTES
                or token.text == "*"
                or self._is_dropped(token, first, core)
            ):
                pass
            elif token.text == "," and (
                at < core or (self._is_listed(at) and (subject or not self._clause_follows(at)))
            ):
                if at > core or self._is_listed(at):
                    fixed.add(len(kept))
                    fixed.add(len(kept) + 1)
                    kept.append(at)
            elif at > core and (
                at in above
                or self._ends_clause(at, subject=subject)
                or (head is not None and self._ends_phrase(at, head, subject=subject))
            ):
                break
            else:
                kept.append(at)
            at += 1
        while len(kept) > 1 and tokens[kept[-1]].dep == "case" and tokens[kept[-1]].head not in kept:
            kept.pop()
        free = [
            n
            for n in range(len(kept), 0, -1)
            if kept[n - 1] >= core and n not in fixed and (n == len(kept) or self.may_end(kept[n]))
        ]
        ends = [n for n in free if kept[n - 1] >= needed]
        whole = [n for n in ends if n == len(kept) or not (self._is_of(kept[n]) or self._is_within_aim(kept, n, core))]
        ends = [*whole, *(n for n in ends if n not in whole), *(n for n in free if n not in ends)]
        if not ends:
            ends = [n for n in range(len(kept), 0, -1) if n == len(kept) or kept[n - 1] == core]
        return Stretch(tuple(kept), tuple(ends))

    def splits_name(self, last: int) -> bool:
        """Whether a body's name goes on behind a token: "Committee (on Foreign Affairs)"."""
        tokens = self.sentence.tokens
        behind = tokens[last + 1 : last + 3]
        named = len(behind) == 2 and behind[1].text[:1].isupper() and last + 2 not in self.dates
        return named and tokens[last].lemma.lower() in BODY_NOUNS and behind[0].text in ("for", "of", "on")

    def _is_of(self, index: int) -> bool:
        return self.sentence.tokens[index].text.lower() == "of"

    def _is_within_aim(self, kept: list[int], end: int, core: int) -> bool:
        """Whether a title would break off within what something is for: "to pave the way (for a truce)", "to fight"."""
        last = self.sentence.tokens[kept[end - 1]]
        if last.tag != "VB" and last.lemma.lower() not in LIGHT_OBJECTS:
            return False
        aims = [
            i
            for i in kept[:end]
            if i > core
            and self.sentence.tokens[i].tag == "VB"
            and base(self.sentence.tokens[i]) in ("acl", "advcl")
            and any(t.tag == "TO" for t in children(self.sentence, i, "mark"))
        ]
        return any(kept[end] in set(self.sentence.subtree(i)) and not self.breaks_off(i, kept[end]) for i in aims)

    def first_of_group(self, verb: Token) -> int:
        """The first token of a verb with its helpers."""
        return min((t.index for t in self._helpers(verb)), default=verb.index)

    def may_end(self, following: int) -> bool:
        """Whether a title may end before a token: one that begins a phrase."""
        token = self.sentence.tokens[following]
        starts = (
            token.pos in ("ADP", "SCONJ", "PUNCT")
            or token.tag in ("TO", "WDT", "VBG")
            or (token.dep == "cc" and self._may_part(token))
        )
        before = self.sentence.tokens[following - 1]
        if token.dep == "compound:prt" or token.text in ("-", ".", "than") or token.tag == "POS":
            return False
        if (
            base(before) in ("acl", "advcl", "amod")
            and before.tag in ("VBN", "VBD", "VBG")
            and before.head < before.index
        ):
            return False
        if (
            before.pos == "ADJ" and base(before) in ("amod", "acl") and before.head < before.index
        ):  # "the store available"
            return False
        if before.pos in ("ADP", "DET") or token.dep == "fixed" or before.dep == "fixed":
            return False
        return starts or (base(token) == "acl" and token.tag == "VBN")

    def _may_part(self, joint: Token) -> bool:
        """Whether a title may end before an "and": between verbs, or objects of which the second has an article."""
        second = self.sentence.tokens[joint.head]
        after = self.sentence.tokens[joint.index + 1 : joint.index + 2]
        objects = base(second) == "conj" and base(self.sentence.tokens[second.head]) == "obj"
        return second.pos == "VERB" or (objects and bool(after) and after[0].pos == "DET")

    def breaks_off(self, first: int, last: int) -> bool:
        """Whether a comma or a stronger mark stands between two tokens."""
        return any(
            (t.text in STOPS or t.text == ",") and t.index not in self.gone
            for t in self.sentence.tokens[first + 1 : last]
        )

    def left_edge(self, noun: Token) -> int:
        """The first token of a noun phrase, prepositions and articles in front left out."""
        tokens = self.sentence.tokens
        inside = set(self.sentence.subtree(noun.index))
        entity = next((e for e in self.sentence.entities if e.start <= noun.start < e.end), None)
        first = noun.index
        while first > 0:
            token = tokens[first - 1]
            named = entity is not None and token.start >= entity.start
            named = named or (noun.pos == "NUM" and first == noun.index and any(c.isupper() for c in token.text))
            hyphen = token.text in ("-", "–") and token.end == tokens[first].start
            near = token.pos in (*NOUNS, "ADJ", "NUM", "PART", "SYM") or token.tag in ("$", "POS")
            near = near or (token.tag in ("VBN", "VBG") and base(token) in ("amod", "compound", "flat"))
            joined = token.pos in ("CCONJ", "PUNCT", "ADV") and token.head < noun.index and token.head in inside
            wanted = named or hyphen or (token.index in inside and (near or joined)) or token.index in self.gone
            if token.text in (",", "(", ")") and not (named or self._is_listed(token.index)):
                wanted = False
            if self._is_quantifier(token, tokens[first]):
                first -= 1
                continue
            if token.pos == "DET" and token.index in inside and token.head >= first:
                first -= 1
                continue
            if not wanted or (token.index in self.dates and not is_attribute(self.sentence, token.index)):
                break
            first -= 2 if hyphen and first > 1 and self._is_glued(first - 1) else 1
        while first < noun.index and tokens[first].pos in ("PUNCT", "CCONJ", "ADP", "PART"):
            first += 1
        return first

    def _name_tokens(self, name: Token) -> list[int]:
        return [name.index, *(t.index for t in children(self.sentence, name.index, "flat", "nummod"))]

    def _helpers(self, verb: Token) -> list[Token]:
        found = [t for t in children(self.sentence, verb.index, *_HELPERS) if t.index < verb.index]
        found += [
            t
            for t in children(self.sentence, verb.index, "advmod")
            if t.lemma.lower() in NEGATIONS and t.index < verb.index
        ]
        own = {t.index for t in children(self.sentence, verb.index, "nsubj")}
        return sorted((t for t in found if not own & set(range(t.index, verb.index))), key=lambda t: t.index)

    def _is_quantifier(self, token: Token, following: Token) -> bool:
        """Whether a word changes the number behind it: "fewer than 200", "up to 60"."""
        word, after = token.text.lower(), following.text.lower()
        if after in ("than", "least", "most") or (after == "to" and word == "up"):
            return word in ("fewer", "less", "more", "at", "up")
        pair = self.sentence.tokens[token.index - 1].text.lower() if token.index else ""
        leads = word in QUANTIFIERS or (word == "to" and pair == "up")
        return following.pos == "NUM" and leads

    def _is_listed(self, comma: int) -> bool:
        """Whether a comma parts the members of a list of nouns or adjectives, whose last is joined by "and"."""
        tokens = self.sentence.tokens
        if tokens[comma + 1 : comma + 2] and tokens[comma + 1].pos == "CCONJ":
            return any(t.text == "," for t in tokens[max(comma - 5, 0) : comma])
        for token in tokens[comma + 1 : comma + 12]:
            if token.pos in ("VERB", "AUX", "SCONJ") or token.text in STOPS:
                return False
            if token.pos == "CCONJ":
                behind = tokens[token.index + 1 : token.index + 6]
                verb = next((t for t in behind if t.pos in ("VERB", "AUX")), None)
                nouns = [t for t in behind if t.pos in NOUNS]
                close = tokens[comma + 1].pos in (*NOUNS, "ADJ", "DET", "NUM", "CCONJ")
                finite = verb is not None and verb.head != verb.index and base(verb) == "conj" and not nouns
                return close and bool(nouns) and not finite and base(nouns[0]) not in ("nsubj",)
        return False

    def _is_glued(self, at: int) -> bool:
        """Whether a token is joined to the one before by a hyphen: "tie-up"."""
        tokens = self.sentence.tokens
        glued = tokens[at - 1].end == tokens[at].start
        return glued and "-" in (tokens[at].text, tokens[at - 1].text)

    def _clause_follows(self, at: int) -> bool:
        """Whether a noun with a finite verb stands behind a comma or an "and", before the next mark or preposition."""
        for token in self.sentence.tokens[at + 1 :]:
            if token.tag in ("VBD", "VBZ", "VBP", "MD"):
                return True
            if (
                token.text in STOPS
                or (token.pos in ("ADP", "SCONJ") and token.text != "of")
                or (token.text == "," and token.index > at + 1)
            ):
                return False
        return False

    def _finite_above(self, index: int) -> frozenset[int]:
        """The verbs above a token, with their helpers; none of them has a part in its clause."""
        found: set[int] = set()
        for token in climb(self.sentence, index):
            if token.pos not in ("VERB", "AUX", "ADJ"):
                continue
            group = [token, *children(self.sentence, token.index, "aux", "cop")]
            if any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in group):
                found.update(t.index for t in group)
        return frozenset(found)

    def _is_dropped(self, token: Token, first: int, core: int) -> bool:
        """Whether a word may be left out: an adverb before its verb or that only ties sentences together, "either"."""
        if token.dep == "cc:preconj" and token.text.lower() == "either":
            return True
        if self._is_not_only(token):
            return True
        if token.pos != "ADV" or base(token) != "advmod":
            return token.pos == "DET" and token.index == first and token.text.lower() in _ARTICLES
        word = token.lemma.lower()
        if word in NEGATIONS or word in HEDGES or self.sentence.tokens[token.head].pos not in ("VERB", "AUX"):
            return token.text.lower() in ("just", "only", "not") and self._is_not_only(token)
        before_verb = first <= token.index < core
        return before_verb or word in DISCOURSE_ADVERBS or self._is_not_only(token)

    def _is_not_only(self, token: Token) -> bool:
        """Whether a token is a part of "not only" or "not just"."""
        tokens = self.sentence.tokens
        after = tokens[token.index + 1].text.lower() if token.index + 1 < len(tokens) else ""
        earlier = tokens[token.index - 1].text.lower() if token.index else ""
        word = token.text.lower()
        return (word in ("not", "n't") and after in ("only", "just", "merely")) or (
            word in ("only", "just", "merely") and earlier in ("not", "n't")
        )

    def _ends_clause(self, at: int, *, subject: bool = False) -> bool:
        """Whether a token is the first behind a clause: a mark, an adverbial or relative clause, a joined verb."""
        tokens = self.sentence.tokens
        token = tokens[at]
        if token.text == "," or (token.text in STOPS and not is_point(self.sentence, at)):
            return True
        above = tokens[token.head]
        if token.text.lower() == "than" or (token.dep == "mark" and token.text.lower() == "without"):
            return False
        if token.pos == "CCONJ" and at - 1 in self.gone:
            after = tokens[at + 1 : at + 2]
            if not after or after[0].pos == "ADP" or above.head in self.gone:
                return True
        if token.dep in ("mark", "advmod") and base(above) == "advcl" and token.tag not in ("TO", "RB"):
            return token.text.lower() not in ("to", "that")
        if token.tag in ("WDT", "WP", "WP$", "WRB") and above.dep == "acl:relcl":
            return True
        if token.pos == "SCONJ" and token.text.lower() in ("because", "although", "though", "unless", "if", "as"):
            return base(above) != "ccomp"
        if token.pos == "CCONJ" and subject:
            return above.pos in ("VERB", "AUX") or base(above) not in ("conj", "nmod", "amod", "compound")
        if token.pos == "CCONJ":
            behind = [t for t in tokens[at + 1 : at + 4] if t.pos != "ADV"]
            if above.pos in ("VERB", "AUX") and above.index > at and base(above) in ("conj", "advcl", "ccomp", "root"):
                return True
            return (bool(behind) and behind[0].tag in ("VBD", "VBZ", "VBP", "MD")) or self._clause_follows(at)
        stray = (
            token.tag in ("VBD", "VBZ", "VBP") and base(token) in ("acl", "advcl", "parataxis") and token.pos == "VERB"
        )
        return stray and not subject and token.dep != "acl:relcl"

    def _ends_phrase(self, at: int, head: Token, *, subject: bool) -> bool:
        """Whether a token behind a noun is none of its phrase: a verb, or what does not hang on it."""
        tokens = self.sentence.tokens
        token = tokens[at]
        if (
            token.pos in ("AUX", "SCONJ", "PRON")
            or token.tag in ("WRB", "WDT", "WP")
            or token.tag in ("VBD", "VBZ", "VBP", "MD", "VBG", "TO")
        ):
            of_it = token.pos == "PRON" and tokens[at - 1].text.lower() == "of"  # "none of this"
            aim = token.tag == "TO" and base(tokens[token.head]) == "acl"
            return not (aim or of_it) and token.tag != "PRP$"
        if token.pos == "VERB" and base(token) == "acl" and tokens[at - 1].tag == "TO":
            return False
        if token.pos == "VERB":
            described = base(token) == "acl" and is_participle(token) and not subject
            return not (described and child(self.sentence, at, "obj") is None)
        if token.pos == "ADP" and token.text.lower() == "of":
            return False
        if token.pos == "ADP":
            above = tokens[token.head]
            holder = tokens[above.head]
            shared = base(head) == "obj" and holder.index == head.head
            return not (above.index in set(self.sentence.subtree(head.index)) or shared)
        if at in set(self.sentence.subtree(head.index)):
            return False
        another = token.pos in ("DET", "NUM", "PRON") or (token.pos == "PROPN" and tokens[at - 1].pos == "NOUN")
        return at - 1 in self.gone or (another and tokens[at - 1].pos in NOUNS)


def gone(sentence: Sentence, dates: frozenset[int]) -> frozenset[int]:  # noqa: C901  one branch a relation of syntax
    """Dates with the words that only serve them: prepositions, articles, "early"; of "the 2020 deal" the date alone."""
    tokens = sentence.tokens
    gone = set(dates)
    for date in dates:
        if is_attribute(sentence, date):
            if date + 1 < len(tokens) and tokens[date + 1].text == ",":
                gone.add(date + 1)
            continue
        behind = tokens[date + 1].text.lower() if date + 1 < len(tokens) else ""
        led = date > 0 and tokens[date - 1].pos in ("ADP", "SCONJ")
        if date > 0 and tokens[date - 1].lemma.lower() in _MEASURED:  # "took six months off"
            gone.discard(date)
            continue
        if date and tokens[date].text.lower() in _TIMES_OF and tokens[date - 1].pos == "NOUN" and not gone & {date - 1}:
            gone.discard(date)  # "on election night"
            continue
        if behind == "of" and not led:  # "three days of mourning"
            gone.discard(date)
            continue
        at, prepositions = date - 1, 0
        while at >= 0 and at not in dates:
            token = tokens[at]
            leads = token.pos in ("ADP", "SCONJ") and token.dep != "compound:prt" and not prepositions
            near = token.pos in ("DET", "ADV", "ADJ") and token.head == date
            part = token.pos == "NOUN" and token.head == date and at == date - 1
            modifies = token.text.lower() in DATE_MODIFIERS and (
                prepositions or token.pos in ("ADP", "ADV", "ADJ", "DET")
            )
            if not (leads or near or part or modifies) or (modifies and not leads and token.dep == "compound:prt"):
                break
            prepositions += leads
            gone.add(at)
            at -= 1
        if at > 0 and tokens[at].text.lower() == "or" and tokens[at - 1].pos == "ADP" and prepositions:  # "on or about"
            gone |= {at, at - 1}
            at -= 2
        if at > 0 and tokens[at].tag == "VBG" and tokens[at].lemma.lower() in _BOUNDS and tokens[at - 1].text != ",":
            gone.add(at)  # "three days of mourning beginning on Monday"
        if tokens[date].text.lower().endswith((" before", " after")):
            gone |= _noun_phrase(sentence, date + 1)  # "the night before the wedding"
        after = tokens[date + 1 : date + 2]
        gone.update(t.index for t in after if t.tag == "POS")
    for day in tokens[2:]:
        if _ORDINAL.fullmatch(day.text) and tokens[day.index - 1].text.lower() == "the":
            lead = tokens[day.index - 2]
            counts = tokens[day.index + 1].pos == "NOUN" if day.index + 1 < len(tokens) else False
            if (
                lead.text.lower() in _DAY_PREPOSITIONS
                and not counts
                and (lead.text.lower() != "of" or lead.index - 1 in dates)
            ):
                gone |= {lead.index, day.index - 1, day.index}
    return frozenset(gone)


def _noun_phrase(sentence: Sentence, first: int) -> frozenset[int]:
    """The words of a noun phrase that begins at a token; empty where a clause begins there."""
    last = first
    while last < len(sentence.tokens) and (
        sentence.tokens[last].pos in ("DET", "ADJ", "NUM", "PART", *NOUNS)
        or sentence.tokens[last].tag == "PRP$"
        or sentence.tokens[last].dep == "amod"
    ):
        last += 1
    following = sentence.tokens[last : last + 1]
    clause = bool(following) and following[0].pos in ("VERB", "AUX")
    return frozenset() if clause else frozenset(range(first, last))


def is_attribute(sentence: Sentence, date: int) -> bool:
    """Whether a date stands between an article and a noun: "the 2020 deal"."""
    tokens = sentence.tokens
    after = date + 1
    if after < len(tokens) and tokens[after].text == ",":
        after += 1
    if after >= len(tokens) or tokens[after].pos not in (*NOUNS, "ADJ"):
        return False
    at = date - 1
    while at >= 0 and tokens[at].pos in ("ADJ", "NUM"):
        at -= 1
    before = tokens[at] if at >= 0 else None
    return before is not None and (before.pos == "DET" or before.dep == "nmod:poss" or before.tag == "POS")


def is_point(sentence: Sentence, index: int) -> bool:
    """Whether a mark belongs to the word before and the word behind it: "1:30", "No. 1", "and/or"."""
    tokens = sentence.tokens
    if index + 1 >= len(tokens) or index == 0:
        return False
    glued = tokens[index - 1].end == tokens[index].start
    return glued and (
        tokens[index + 1].start == tokens[index].end or (tokens[index].text == "." and index < len(tokens) - 2)
    )

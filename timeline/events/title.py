"""A short title for an event, made of its sentence's own words.

Of a verb a title is its subject and its clause, of a noun its phrase. A parser errs often enough that a title put
together from the tree alone reads badly; so the tree says where a clause begins and whose it is, and the words then
follow as they stand in the text, without dates and asides, up to the end of a phrase. Several titles are made and the
one with the fewest faults (`flaws`) is shown. The house style is the simple past of the text: "had left" is "left".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from timeline.events.flaws import HEADLINE_CHARS, MAX_CHARS, SHORT_WORDS, Flaw, cost, denies
from timeline.events.referents import fits, is_plural, referent
from timeline.events.stretch import QUOTES, STOPS, Stretch, Stretches, gone, is_attribute, is_point
from timeline.events.tree import (
    NOUNS,
    antecedent,
    base,
    case_of,
    child,
    children,
    climb,
    is_not_only,
    is_passive,
    is_raised,
    is_verbal,
    subject,
)
from timeline.events.verb_forms import as_done, as_past, participle, simple_past
from timeline.events.words import (
    BARE_REPORTS,
    CAUSING_VERBS,
    CLAIM_NOUNS,
    CLAIM_VERBS,
    CLAUSE_OPENERS,
    LATER,
    LETTING_VERBS,
    LIGHT_OBJECTS,
    NEGATIONS,
    OCCURRENCE_VERBS,
    PARTICLES,
    PHASES,
    PLACE_PREPOSITIONS,
    POSSIBLE_VERBS,
    REBUTTAL_VERBS,
    RELATION_VERBS,
    TITLE_FUNCTION_WORDS,
    TITLES,
)
from timeline.language import Sentence, Token
from timeline.language.lexicon import event_verb
from timeline.wording import MONTHS

SUBJECT_CHARS = 52
"""The most code points of a subject; a longer one is cut to its head and the words before that."""

ACCEPTABLE = 2
"""The highest cost (`flaws.cost`, points for faults) of a title with which the sentence's own words are not tried."""

_FEW_WORDS = 3
"""The fewest words of a subject that can be a title without its verb."""

_ARTICLES = frozenset({"the", "a", "an"})
_BARE_BE = frozenset({"are", "is", "was", "were"})
_LOOSE_OPENERS = frozenset({"and", "but", "by", "in", "of", "recent", "that", "to", "which"})
_POINTING = frozenset({"these", "this", "those"})
_BEFORE_NOUNS = ("nummod", "amod", "det", "case")
_DEED_MARKS = frozenset({"against", "for", "from", "of", "to", "with"})
_HOPED = re.compile(r"It (?:is|was) \w+ed\b")
_WITH_WHOM = frozenset({"against", "between", "for", "with"})
_DAY = re.compile(rf"^(?:\d{{1,2}} )?(?:{'|'.join(MONTHS)}) (?:\d{{1,2}} )?(?=\w)")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]\.[A-Z]|Co|Corp|Inc|Jr|Ltd|Sr)$")
_ENUMERATION = re.compile(r"^\(?\d{1,3}[.)]\s+")


def title(
    sentence: Sentence,
    trigger: int,
    dates: frozenset[int],
    *,
    done: bool = False,
    brief: bool = False,
    before: tuple[Sentence, ...] = (),
) -> str:
    """A title of at most 80 characters, with a capital first letter and no full stop; never empty.

    `dates` are the tokens that are dates; a title does without them, since the event carries its own. `done` says that
    what the sentence has as an intention ("promised to leave") was done ("which she did"): "She left". With `brief`
    only the clause of the trigger is tried, which takes half the time. `before` are the sentences before, the nearest
    first, for what its pronouns mean.
    """
    token = sentence.tokens[trigger]
    if done:
        sentence, token = as_done(sentence, token)
    token = _told_by_which(sentence, _compared(sentence, token))
    is_verb = token.pos not in NOUNS or is_verbal(sentence, token)
    maker = _Maker(sentence, gone(sentence, dates), dates, before)
    found: list[_Found] = []
    for text, faults in maker.of_verb(token) if is_verb else maker.of_noun(token):
        whole = _polished(text)
        if whole and not cost(whole, *faults):  # nothing behind it can be better
            return shortened(whole, MAX_CHARS)
        found.append((text, faults))
    if not brief and all(cost(text, *faults) > ACCEPTABLE for text, faults in found):
        found += maker.of_sentence(token)
    aside = brief or sentence.root.index == trigger
    if not aside and all(cost(text, *faults) > ACCEPTABLE for text, faults in found):
        found += [(text, (*faults, Flaw.ELSEWHERE)) for text, faults in maker.of_verb(sentence.root)]
    if all(Flaw.OPPOSITE in faults for _, faults in found):
        whole = " ".join(sentence.text.split())
        begun = shortened(whole, MAX_CHARS).rstrip("…")
        found.append((begun if begun == whole else f"{begun}…", (Flaw.SHORT,)))
    polished = [(_polished(text), faults) for text, faults in found]
    fitting = [(text, faults) for text, faults in polished if text]
    best = min(fitting, key=lambda one: cost(one[0], *one[1]), default=(_polished(token.text), ()))
    return shortened(maker.with_speaker(token, best[0]) or " ".join(token.text.split()))


def shortened(text: str, chars: int = HEADLINE_CHARS) -> str:
    """A title of at most `chars` code points; a longer one is cut before a preposition or the like, else between words.

    >>> shortened("Minister tells airlines not to buy aircraft because of the European ban", 50)
    'Minister tells airlines not to buy aircraft'
    """
    if len(text) <= chars:
        return text
    words = text[: chars + 1].split(" ")[:-1]
    for end in range(len(words), len(words) // 2, -1):
        following = text.split(" ")[end].lower()
        if following in TITLE_FUNCTION_WORDS | PLACE_PREPOSITIONS and not _needs_another(words[end - 1]):
            return " ".join(words[:end]).rstrip(" ,;:")
    return text[: chars - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def _needs_another(word: str) -> bool:
    return word.lower() in TITLE_FUNCTION_WORDS | PLACE_PREPOSITIONS | PARTICLES


_Found = tuple[str, tuple[Flaw, ...]]
"""A title and those of its faults that its words do not show."""


@dataclass(frozen=True, slots=True)
class _Maker(Stretches):
    """Makes titles of one sentence; `before` are the sentences before it, the nearest first."""

    before: tuple[Sentence, ...] = ()
    closed: bool = False
    """Whether the clause alone is wanted, without a verb above it."""

    def of_verb(self, verb: Token, room: int = HEADLINE_CHARS) -> Iterator[_Found]:
        """Titles of a clause, the fullest first; none that leaves out what denies it is a fair one."""
        denied = self._is_denied(verb)
        for text, faults in self._of_verb(verb, room):
            yield text, (*faults, Flaw.OPPOSITE) if denied and not denies(text) else faults

    def with_speaker(self, trigger: Token, text: str) -> str:
        """A title that begins "It is hoped" with who says so before it: "Ann Lee said it is hoped"."""
        verb = next((t for t in climb(self.sentence, trigger.index) if t.pos == "VERB" and _is_report(t)), None)
        actor = self._actor(verb) if verb is not None and _HOPED.match(text) else None
        names = self._subjects(actor) if actor is not None else []
        if verb is None or not names:
            return text
        told = f"{names[-1]} {as_past(verb)} it{text[2:]}"
        return _polished(told) if len(told) <= HEADLINE_CHARS else text

    def _is_denied(self, verb: Token) -> bool:
        """Whether a clause tells what did not happen: "did not open", "nobody came", "if the rains had come"."""
        told = self._head_of_group(verb)
        actor = subject(self.sentence, told.index)
        nobody = actor is not None and (
            denies(actor.text) or any(denies(t.text) for t in children(self.sentence, actor.index, "det"))
        )
        return nobody or any(self._has_denial(one) for one in {verb.index: verb, told.index: told}.values())

    def _has_denial(self, verb: Token) -> bool:
        negations = (t for t in children(self.sentence, verb.index, "advmod") if t.lemma.lower() in NEGATIONS)
        if any(not is_not_only(self.sentence, t) for t in negations):
            return True
        supposed = any(t.text.lower() == "if" for t in children(self.sentence, verb.index, "mark"))
        return supposed and any(t.text.lower() == "had" for t in children(self.sentence, verb.index, "aux"))

    def _of_verb(self, verb: Token, room: int) -> Iterator[_Found]:  # noqa: C901  one branch a relation of syntax
        sentence = self.sentence
        told = self._head_of_group(verb)
        actor = self._actor(told)
        empty = child(sentence, told.index, "expl") is not None
        names = self._subjects(actor, self.first_of_group(told)) if actor is not None and not empty else []
        if not empty and (actor is None or actor.head != told.index):
            names = self._date_before(told) or names
        content = self._said_before(verb)
        said_by = list(children(sentence, verb.index, "nsubj"))
        if content is not None and len(said_by) > 1 and not any(t.pos == "PROPN" for t in said_by):
            yield from self.of_verb(content, room)  # "the head said a body that watches it": who, is not clear
        if content is not None and names:
            yield from self._report(verb, names, content, room)
        if names and actor is not None and _is_report(verb):
            yield from self._report_of_words(verb, names, actor, room)
        whole = self._clause(told, verb)
        if names and told is not verb and base(verb) == "ccomp" and verb.tag != "VB" and self._is_left_open(verb):
            yield from self._left_open(told, verb, names, room)
        if not names and not empty:
            yield from self._without_actor(verb, told, whole, room)
        shared = self._shared_modal(told)
        shorter = self._without_others(whole.tokens)
        for name in names:
            for tokens in whole.cuts():
                text = _joined(name, shared + self._render(tokens, verb=told, actor=actor))
                if len(text) > room and (fewer := self._without_offices(tokens)) != tokens:
                    text = _joined(name, shared + self._render(fewer, verb=told, actor=actor))
                if len(text) > room:
                    continue
                lacks = self._lacking(verb, tokens)
                lacks = (*lacks, Flaw.OF_WHAT) if names[0].startswith(f"{name} of ") else lacks
                yield text, lacks
                if Flaw.OF_WHAT in lacks and (some := self._without_the(tokens)):
                    rest = tuple(flaw for flaw in lacks if flaw != Flaw.OF_WHAT)
                    yield _joined(name, shared + self._render(some, verb=told, actor=actor)), (*rest, Flaw.VAGUE)
            ends = (n for n in range(len(shorter), 0, -1) if n == len(shorter) or self.may_end(shorter[n]))
            for tokens in (shorter[:n] for n in ends):
                text = _joined(name, shared + self._render(tokens, verb=told, actor=actor))
                if len(text) <= MAX_CHARS and tokens[-1] >= self._needed(verb):
                    yield text, (Flaw.SHORT, *self._lacking(verb, tokens))
        said = child(sentence, verb.index, "ccomp")
        if names and told is verb and said is not None and _is_report(verb) and self._follows(verb, said):
            yield from self._left_open(verb, said, names, room)
        if empty:
            yield from ((self._render(tokens), self._lacking(verb, tokens)) for tokens in whole.cuts())

    def of_noun(self, noun: Token) -> Iterator[_Found]:
        """Titles of a noun phrase; where that says too little, of the clause that the noun stands in."""
        owner = self._owner(noun)
        inside = set(self.sentence.subtree(noun.index))
        described = any(self.sentence.tokens[d].head == noun.index and d < noun.index for d in self.dates)
        above = next((t for t in climb(self.sentence, noun.index) if t.pos in ("VERB", "AUX")), None)
        carries = above is not None and noun.head == above.index and self._carries(noun, above, inside)
        if above is not None and carries and not described:
            yield from self.of_verb(above)
        during = base(noun) == "obl" and case_of(self.sentence, noun.index) in ("at", "during", "in")
        if above is not None and during and noun.head == above.index:
            yield from ((text, (*faults, Flaw.NO_NAME)) for text, faults in self.of_verb(above))
        bare = True
        denied = above is not None and carries and not described and self._is_denied(above)
        for tokens in self._phrase_cuts(noun):
            text = _joined(owner, self._render(tokens)) if owner else self._render(tokens)
            words = [i for i in tokens if self.sentence.tokens[i].pos in (*NOUNS, "VERB", "ADJ", "NUM")]
            bare = bare and len(words) < 2 and not owner
            faults = self._faults_of_phrase(tokens, owner)
            yield text, (*faults, Flaw.OPPOSITE) if denied and not denies(text) else faults
            if Flaw.VAGUE in faults and (whole := self._with_date(tokens)):
                yield whole, (*(fault for fault in faults if fault != Flaw.VAGUE), Flaw.DATED)
        few = noun.head == (above.index if above is not None else -1) and base(noun) == "nsubj"
        few = few and len(inside - self.gone) < _FEW_WORDS and not described
        if above is not None and ((bare and not described) or few) and not carries:
            yield from ((text, (*faults, Flaw.NO_NAME)) for text, faults in self.of_verb(above))

    def _with_date(self, tokens: tuple[int, ...]) -> str:
        """A phrase with the date that describes it: "1991 agreement", where the noun alone says nothing."""
        date = tokens[0] - 1
        while date >= 0 and date not in self.dates and self.sentence.tokens[date].pos == "ADJ":
            date -= 1
        told = date in self.dates and any(c.isdigit() for c in self.sentence.tokens[date].text)
        if not told or not is_attribute(self.sentence, date):
            return ""  # "Monday's event" says nothing later
        first = date
        while first and self.sentence.tokens[first - 1].pos == "ADJ":
            first -= 1
        return self._render((*range(first, tokens[0]), *tokens))

    def _phrase_cuts(self, noun: Token) -> Iterator[tuple[int, ...]]:
        """A noun phrase and its shorter forms, without what came later: "the flood and the subsequent famine"."""
        tokens = self.sentence.tokens
        later = (t.index - 1 for t in tokens if t.text.lower() in LATER and tokens[t.index - 1].pos == "CCONJ")
        last = next((i for i in later if i > noun.index), len(tokens))
        cuts = (tuple(i for i in cut if i < last) for cut in self.phrase(noun).cuts())
        yield from dict.fromkeys(cut for cut in cuts if cut)

    def _faults_of_phrase(self, tokens: tuple[int, ...], owner: str) -> tuple[Flaw, ...]:
        """What a phrase lacks: a name, or with a word or two any detail; and whether it says "its" of what it lacks."""
        parts = [self.sentence.tokens[i] for i in tokens]
        named = any(c.isupper() for c in owner[1:]) or owner[:1].isupper() or any(t.pos == "PROPN" for t in parts)
        first = next((t.index for t in parts if t.pos == "PROPN"), len(self.sentence.tokens))
        whose = not owner and any(t.tag == "PRP$" and t.index < first for t in parts)
        told = any(t.pos in ("NUM", "ADP") for t in parts)
        few = len(self._render(tokens).split()) < SHORT_WORDS and not told
        found = {Flaw.NO_NAME: not named, Flaw.VAGUE: not named and few, Flaw.PRONOUN: whose}
        return tuple(flaw for flaw, is_found in found.items() if is_found)

    def _carries(self, noun: Token, verb: Token, inside: set[int]) -> bool:
        """Whether the clause of a noun's verb tells the noun's event: "Divers found the wreck on Wednesday"."""
        if base(noun) == "nsubj":
            return self.dates.isdisjoint(inside)
        if base(noun) == "obl":
            return case_of(self.sentence, noun.index) == "by" and child(self.sentence, noun.index, "nummod") is not None
        tells = event_verb(verb.lemma.lower()) in ("report", "attitude", "intention")
        other = tells or verb.lemma.lower() in POSSIBLE_VERBS | RELATION_VERBS
        before = any(d < noun.index for d in self.dates & inside)
        return base(noun) == "obj" and not before and (self.dates.isdisjoint(inside) or not other)

    def of_sentence(self, trigger: Token) -> Iterator[_Found]:
        """The part of the sentence between two marks that holds the trigger, as it stands."""
        tokens = self.sentence.tokens
        marks = [t.index for t in tokens if t.text in STOPS | {","} and not is_point(self.sentence, t.index)]
        marks += [t.index for t in tokens if t.pos == "SCONJ" and t.text.lower() in CLAUSE_OPENERS]
        first = max((i + 1 for i in marks if i < trigger.index), default=0)
        last = min((i for i in marks if i > trigger.index), default=len(tokens))
        part = tuple(i for i in range(first, last) if i not in self.gone and tokens[i].text not in QUOTES)
        while part and tokens[part[0]].pos in ("CCONJ", "ADV", "ADP", "SCONJ"):
            part = part[1:]
        ends = [n for n in range(len(part), 0, -1) if n == len(part) or self.may_end(part[n])]
        unclear = any(tokens[i].pos == "PRON" and base(tokens[i]) == "nsubj" for i in part)
        ends = [n for n in ends if not any(_opens(tokens[i]) and tokens[i].head > part[n - 1] for i in part[:n])]
        opens = bool(part) and tokens[part[0]].pos in (*NOUNS, "DET", "ADJ", "NUM", "PRON")
        told = any(tokens[i].tag in ("VBD", "VBZ", "VBP", "MD") for i in part)
        if opens and told:
            faults = (Flaw.SHORT, Flaw.PRONOUN) if unclear else (Flaw.SHORT,)
            above = climb(self.sentence, trigger.index)
            clause = trigger if is_verbal(self.sentence, trigger) else next((t for t in above if t.pos == "VERB"), None)
            denied = clause is not None and self._is_denied(clause)
            for n in (n for n in ends if n > 2):
                text = self._render(part[:n])
                lacks = () if trigger.index in part[:n] else (Flaw.CLIPPED,)
                yield text, (*faults, *lacks, *((Flaw.OPPOSITE,) if denied and not denies(text) else ()))
        whole = " ".join(self.sentence.text.split())
        if len(whole) <= SUBJECT_CHARS and not any(t.pos == "PRON" and base(t) == "nsubj" for t in tokens):
            yield whole, (Flaw.SHORT, Flaw.NO_NAME)

    def _actor(self, verb: Token) -> Token | None:
        actor = subject(self.sentence, verb.index)
        if actor is not None and actor.pos == "PRON" and not _is_expletive(actor):
            if self.closed:
                return actor
            meant = self._thing_announced(actor) or antecedent(self.sentence, actor) or self._subject_above(actor)
            return meant or actor
        if actor is not None and verb.head == actor.index and self.breaks_off(actor.index, verb.index):
            having = verb.tag == "VBG" or any(t.tag == "VBG" for t in children(self.sentence, verb.index, "aux"))
            helped = having and child(self.sentence, actor.index, "cop") is not None and verb.dep != "acl:relcl"
            told = child(self.sentence, actor.index, "nsubj") if helped else None
            actor = told or actor  # "is a bank, having grown"
        return actor if actor is None or actor.index not in self.dates else None

    def _subject_above(self, pronoun: Token) -> Token | None:
        """The subject of the clause that a pronoun's own stands in: "Acme has two ships, which it will sell"."""
        clause = self.sentence.tokens[pronoun.head]
        inner = clause.dep in ("acl:relcl", "advcl")
        if not inner or pronoun.text.lower() not in ("he", "it", "she", "they"):
            return None
        above = next((t for t in climb(self.sentence, clause.index) if t.pos in ("VERB", "AUX")), None)
        actor = subject(self.sentence, above.index) if above is not None else None
        which = child(self.sentence, above.index, "nsubj") if above is not None else None
        if above is not None and above.dep == "acl:relcl" and which is not None and which.tag in ("WDT", "WP"):
            nearest = [t for t in self.sentence.tokens[: which.index] if t.pos != "PUNCT"][-1:]
            actor = nearest[0] if nearest else actor  # "the mill, which was sold after it closed"
        near = actor is not None and actor.pos in NOUNS and actor.index < pronoun.index
        return actor if actor is not None and near and fits(self.sentence, actor, pronoun) else None

    def _thing_announced(self, pronoun: Token) -> Token | None:
        """What "it was announced" means: no name of who announced it, but the last thing before, if that has a name."""
        verb = self.sentence.tokens[pronoun.head]
        mark = child(self.sentence, verb.index, "mark")
        named = antecedent(self.sentence, pronoun)
        if pronoun.text.lower() != "it" or mark is None or not mark.index or named is None or named.pos != "PROPN":
            return None
        thing = self.sentence.tokens[mark.index - 1]
        told = is_passive(self.sentence, verb.index) and _is_report(verb) and mark.index < pronoun.index
        return thing if told and thing.pos in ("NUM", *NOUNS) and thing.index not in self.gone else None

    def _subjects(self, actor: Token, end: int | None = None) -> list[str]:
        """The names of a subject, the fuller first, before token `end`; none for a pronoun that nothing explains."""
        part = any(case_of(self.sentence, t.index) == "of" for t in children(self.sentence, actor.index, "nmod"))
        if (actor.pos == "PRON" and not part) or (actor.tag in ("WDT", "WP") and actor.text.lower() != "who"):
            if self.closed and actor.pos == "PRON":  # "denied that he sold it"
                return [actor.text.lower()]
            told = None if self._is_empty(actor) else referent(self.before, actor)
            if told is not None:
                return _names_of(*told)
            return [actor.text] if actor.text.lower() in ("there", "it") and self._is_empty(actor) else []
        name = self._name_behind(actor)
        whole = self.phrase(name, subject=True)
        owner = self._owner(name)
        last = end if end is not None and name.index < end else len(self.sentence.tokens)
        cuts = [cut for tokens in whole.cuts() if (cut := tuple(i for i in tokens if i < last))]
        texts = [self._render(tokens) for tokens in cuts]
        texts += [self._render(bare) for bare in [self._without_titles(cuts[-1])] if bare] if cuts else []
        texts += [self._render(told) for told in [self._with_relative(name, cuts[-1], last)] if told] if cuts else []
        short = sorted((text for text in texts if len(text) <= SUBJECT_CHARS), key=len, reverse=True)
        chosen = list(dict.fromkeys([*short, min(texts, key=len)])) if texts else [actor.text]
        if owner:
            return [_joined(owner, text) for text in chosen]
        bare = [_without_article(text) for text in chosen]
        article = next((t.text.lower() for t in children(self.sentence, name.index, "det")), "")
        inside = self.closed and article in _ARTICLES  # "said that the dam was safe"
        return [form for text in bare for form in (f"{article} {text}", text)] if inside else bare

    def _with_relative(self, noun: Token, tokens: tuple[int, ...], end: int) -> tuple[int, ...]:
        """A single noun with the clause that says which is meant: "the town which held the fort"."""
        clause = child(self.sentence, noun.index, "acl:relcl")
        following = self.sentence.tokens[noun.index + 1 : noun.index + 2]
        alone = noun.pos == "NOUN" and len([i for i in tokens if self.sentence.tokens[i].pos != "DET"]) == 1
        if clause is None or not alone or not following or following[0].tag not in ("WDT", "WP"):
            return ()
        last = self._needed(clause)
        whole = last > clause.index and last < end and not self.breaks_off(noun.index, last)
        return (*tokens, *(i for i in range(noun.index + 1, last + 1) if i not in self.gone)) if whole else ()

    def _without_titles(self, tokens: tuple[int, ...]) -> tuple[int, ...]:
        """The last part of a name with titles: "Ann Lee" of "UN Secretary General Ann Lee"."""
        found = [i for i in tokens if self.sentence.tokens[i].text.rstrip(".").lower() in TITLES]
        rest = tuple(i for i in tokens if found and i > found[-1])
        names = rest and all(self.sentence.tokens[i].pos == "PROPN" for i in rest)
        return rest if names else ()

    def _without_offices(self, tokens: tuple[int, ...]) -> tuple[int, ...]:
        """A stretch with bare names of persons: "a meeting with Ann Lee" of "with Secretary of State Ann Lee"."""
        told = self.sentence.tokens
        left = tokens
        for person in (e for e in self.sentence.entities if e.label == "PER"):
            inside = [t for t in told if person.start <= t.start < person.end]
            name = next((t.head for t in inside[-1:] if base(t) == "flat"), -1)
            office = {t.index for t in inside if t.index < name}
            if any(told[i].text.rstrip(".").lower() in TITLES for i in office) and told[min(office) - 1].pos == "ADP":
                left = tuple(i for i in left if i not in office)
        return left

    def _without_the(self, tokens: tuple[int, ...]) -> tuple[int, ...]:
        """A stretch whose last noun, in the plural, loses its article with what says which are meant."""
        last = self.sentence.tokens[tokens[-1]]
        article = next((t.index for t in children(self.sentence, last.index, "det") if t.text.lower() == "the"), None)
        return tuple(i for i in tokens if i != article) if article in tokens and last.tag == "NNS" else ()

    def _is_empty(self, actor: Token) -> bool:
        """Whether a pronoun may mean nothing or what follows: "there", "it was the end of"."""
        be = child(self.sentence, actor.head, "cop")
        cleft = be is not None and actor.text.lower() == "it" and self.sentence.tokens[actor.head].pos in NOUNS
        return actor.text.lower() == "there" or actor.dep == "expl" or cleft

    def _name_behind(self, head: Token) -> Token:
        """The name in apposition to a description: "the port's owner, Harbour Group", "Harbour Group, the owner"."""
        if (name := self._name_before(head)) is not None:
            return name
        if head.pos != "NOUN" or child(self.sentence, head.index, "conj") is not None:
            return head
        after = [t for t in children(self.sentence, head.index, "appos", "conj") if t.index > head.index]
        named = next((t for t in after if t.pos == "PROPN" and not case_of(self.sentence, t.index)), None)
        if named is None:
            return head
        first = min(i for i in self.sentence.subtree(named.index) if self.sentence.tokens[i].pos != "PUNCT")
        return named if self.sentence.tokens[first - 1].text == "," else head

    def _name_before(self, noun: Token) -> Token | None:
        """The name that a noun behind a comma or dash describes: "Harbour Group, the owner that ..."."""
        tokens = self.sentence.tokens
        first = self.left_edge(noun)
        while first and tokens[first - 1].pos == "DET":
            first -= 1
        beside = noun.pos == "NOUN" and base(noun) in ("appos", "parataxis") and noun.head < first
        if not beside or first < 2 or tokens[first - 1].text not in (",", "—", "–") or tokens[first - 2].pos != "PROPN":
            return None
        name = tokens[first - 2]
        while (
            base(name) in ("compound", "flat", "nmod") and name.head < name.index and tokens[name.head].pos == "PROPN"
        ):
            name = tokens[name.head]
        return name

    def _owner(self, noun: Token) -> str:
        """The name in place of "his" or "its" before a noun, as a genitive; empty where nobody is meant for sure."""
        pronoun = next((t for t in children(self.sentence, noun.index, "nmod:poss") if t.pos == "PRON"), None)
        if pronoun is None:
            return ""
        meant = self._meant_by(pronoun, noun)
        if meant is not None:
            names = self._subjects(meant)
        elif (told := referent(self.before, pronoun)) is not None:
            names = _names_of(*told)
        else:
            names = []
        if not names:
            return ""
        name = _without_article(names[-1])
        return name + ("’" if name.endswith("s") else "’s")

    def _meant_by(self, pronoun: Token, noun: Token) -> Token | None:
        """The subject of the clause that a noun with "his", "its" or "their" completes."""
        if base(noun) == "nsubj":
            return None
        above = next((t for t in climb(self.sentence, noun.index) if t.pos in ("VERB", "AUX")), None)
        actor = subject(self.sentence, above.index) if above is not None else None
        if actor is None or actor.pos not in NOUNS or actor.index == noun.index:
            return None
        return actor if fits(self.sentence, actor, pronoun) else None

    def _head_of_group(self, verb: Token) -> Token:
        """The verb with which the predicate begins: "is set" of "is set to open", "expects" of "expects to open"."""
        seen = {verb.index}
        while verb.head not in seen:
            if self._is_left_open(verb):
                verb = self.sentence.tokens[verb.head]
                verb = verb if verb.pos not in NOUNS else self.sentence.tokens[verb.head]
                seen.add(verb.index)
                continue
            if self._is_aside(verb):
                above = next((t for t in climb(self.sentence, verb.index) if t.pos in ("VERB", "AUX")), None)
                if above is None or above.index > verb.index:
                    break
                verb = above
                seen.add(verb.index)
                continue
            if base(verb) in ("acl", "advcl") and not self.closed and self._is_of_predicate(verb):
                verb = self.sentence.tokens[verb.head]
                break
            if not (base(verb) == "xcomp" or is_raised(self.sentence, verb.index)):
                break
            above = self.sentence.tokens[verb.head]
            other = child(self.sentence, above.index, "obj", "iobj")
            caused = above.lemma.lower() in CAUSING_VERBS and other is not None and other.pos in NOUNS
            shares = not caused or is_passive(self.sentence, above.index)
            if above.index > verb.index or not shares or above.pos not in ("VERB", "AUX", "ADJ"):
                break
            if child(self.sentence, verb.index, "nsubj") is not None:
                break
            verb = above
            seen.add(verb.index)
        return verb

    def _is_of_predicate(self, verb: Token) -> bool:
        """Whether an infinitive completes what somebody is: "will be the first firm to operate the ship"."""
        to = any(t.tag == "TO" for t in children(self.sentence, verb.index, "mark"))
        return verb.tag == "VB" and to and child(self.sentence, verb.head, "cop") is not None

    def _is_aside(self, verb: Token) -> bool:
        """Whether a participle says too little by itself: "backdated to May", "days of mourning beginning"."""
        bare = child(self.sentence, verb.index, "aux", "aux:pass", "cop", "nsubj", "mark") is None
        before = self.sentence.tokens[verb.index - 1] if verb.index else verb
        if verb.lemma.lower() == "end" and before.index in self.dates and not self.closed:  # "the quarter ended in May"
            return True
        joined = [t for t in children(self.sentence, verb.head, "conj") if t.index != verb.index]
        if child(self.sentence, verb.index, "conj") or joined:
            return False
        loose = bare and base(verb) == "conj" and verb.tag == "VBD" and before.text == "," and not self.closed
        if loose and child(self.sentence, verb.index, "cc", "obj", "xcomp", "ccomp", "advmod") is None:
            return child(self.sentence, verb.index, "obl") is not None  # "offered a rise, backdated to January"
        if self.closed or not bare or verb.tag not in ("VBN", "VBG"):
            return False
        ends = verb.lemma.lower() in PHASES and base(verb) in ("acl", "advcl") and verb.dep != "acl:relcl"
        return ends or (verb.tag == "VBN" and base(verb) == "advcl")

    def _follows(self, verb: Token, said: Token) -> bool:
        """Whether "that" and its clause stand right behind a verb, but for dates and adverbs."""
        mark = next((t for t in children(self.sentence, said.index, "mark") if verb.index < t.index < said.index), None)
        between = self.sentence.tokens[verb.index + 1 : mark.index] if mark is not None else ()
        return mark is not None and all(t.index in self.gone or t.pos in ("ADV", "PUNCT") for t in between)

    def _is_left_open(self, verb: Token) -> bool:
        """Whether a clause must not be told without the verb above it: "denied that he left", "asked whether"."""
        above = self.sentence.tokens[verb.head]
        marked = child(self.sentence, verb.index, "mark")
        if base(verb) == "acl" and above.lemma.lower() in CLAIM_NOUNS and marked is not None and not self.closed:
            holder = self.sentence.tokens[above.head]
            return base(above) == "obj" and holder.pos == "VERB" and holder.index < above.index < verb.index
        if (
            self.closed
            or above.index >= verb.index
            or above.pos not in ("VERB", "ADJ")
            or base(verb) not in ("ccomp", "advcl")
        ):
            return False
        marks = {t.text.lower() for t in children(self.sentence, verb.index, "mark")}
        if verb.tag == "VBG" and marks & _DEED_MARKS and verb.index - above.index < 9:
            return above.pos == "VERB"
        if "to" in marks and base(verb) == "ccomp" and verb.tag == "VB":  # "expects the deal to close"
            return True
        if marks & {"whether", "if"}:
            return base(verb) == "ccomp" or "whether" in marks
        doubted = REBUTTAL_VERBS | CLAIM_VERBS | POSSIBLE_VERBS
        return base(verb) == "ccomp" and above.lemma.lower() in doubted and not self.breaks_off(above.index, verb.index)

    def _left_open(self, told: Token, verb: Token, names: list[str], room: int) -> Iterator[_Found]:
        """As "Speaker denied that ..." with the clause made short enough."""
        mark = next((t for t in children(self.sentence, verb.index, "mark") if t.index < verb.index), None)
        group = range(self.first_of_group(told), told.index + 1)
        lead = _joined(names[-1], self._render(tuple(i for i in group if i not in self.gone), verb=told))
        lead = f"{lead} {mark.text if mark is not None else 'that'} "
        inner = replace(self, closed=True)
        yield from ((lead + text, faults) for text, faults in inner.of_verb(verb, room - len(lead)))

    def _clause(self, told: Token, verb: Token) -> Stretch:
        """The words of a clause from its verb group on."""
        if self._is_aside(verb) and told is not verb:
            return self.stretch(self.first_of_group(told), told.index, self._needed(told))
        return self.stretch(self.first_of_group(told), verb.index, self._needed(verb))

    def _needed(self, verb: Token) -> int:
        """The last token without which the verb says too little: its object's, or that of its first complement."""
        last = verb.index
        kinds = ("obj", "iobj", "xcomp", "compound:prt")
        for part in children(self.sentence, verb.index, *kinds):
            if part.index > verb.index and part.index - last < 9 and part.index not in self.gone:
                last = max(last, part.index)
                if base(part) == "xcomp":
                    last = max(last, self._needed(part))
                lets = verb.lemma.lower() in CAUSING_VERBS | LETTING_VERBS
                aim = child(self.sentence, part.index, "acl")
                if lets and aim is not None and child(self.sentence, aim.index, "mark") is not None and aim.tag == "VB":
                    last = max(last, self._needed(aim))  # "allow them to land"
        content = child(self.sentence, verb.index, "ccomp")
        said = content is not None and content.index > verb.index and not self._tells_day(content)
        if content is not None and said and not self.breaks_off(verb.index, content.index):
            last = max(last, self._needed(content))
        if last == verb.index:
            first = next((t for t in children(self.sentence, verb.index, "obl", "advcl") if t.index > verb.index), None)
            if first is not None and first.index not in self.gone and not self.breaks_off(verb.index, first.index):
                last = first.index
        return last

    def _is_bare_second(self, last: Token) -> bool:
        """Whether a stretch ends with a second verb without what completes it: "will rise and fall (by a third)"."""
        joined = last.pos == "VERB" and base(last) == "conj" and child(self.sentence, last.index, "cc") is not None
        parts = children(self.sentence, last.index, "obj", "obl", "xcomp", "ccomp")
        return joined and any(t.index > last.index for t in parts)

    def _without_others(self, tokens: tuple[int, ...]) -> tuple[int, ...]:
        """A stretch without the end of a list: "the mayor" of "the mayor and other guests"; else empty."""
        for index in tokens:
            if base(self.sentence.tokens[index]) not in ("conj", "obj"):
                continue
            other = any(t.text.lower() == "other" for t in children(self.sentence, index, "amod"))
            joint = child(self.sentence, index, "cc")
            if other and joint is not None and joint.index < index and joint.index > tokens[0]:
                kept = {
                    i
                    for t in children(self.sentence, index, "acl", "acl:relcl")
                    for i in self.sentence.subtree(t.index)
                }
                gone = set(self.sentence.subtree(index)) - kept
                return tuple(i for i in tokens if i not in gone)
        return ()

    def _tells_day(self, clause: Token) -> bool:
        """Whether a clause with "that" tells which day is meant: "the same day that the report came out"."""
        mark = child(self.sentence, clause.index, "mark")
        return mark is not None and mark.index - 1 in self.dates and not is_attribute(self.sentence, mark.index - 1)

    def _lacking(self, verb: Token, tokens: tuple[int, ...]) -> tuple[Flaw, ...]:
        """Whether a title leaves out the object, or what was said."""
        missing = [
            t
            for t in children(self.sentence, verb.index, "obj", "xcomp")
            if t.index > verb.index and t.index not in self.gone and t.index not in tokens and t.pos != "PRON"
        ]
        content = child(self.sentence, verb.index, "ccomp")
        if content is not None and verb.index < content.index and content.index not in tokens:
            missing += [] if self.breaks_off(verb.index, content.index) or self._tells_day(content) else [content]
        last = self.sentence.tokens[tokens[-1]] if tokens else verb
        loose = last.head > last.index and (base(last) in _BEFORE_NOUNS or last.dep == "nmod:poss")
        missing += [last] if loose and last.pos not in NOUNS else []
        missing += [
            t for i in tokens if i > verb.index and (t := self.sentence.tokens[i]).head > tokens[-1] and _opens(t)
        ]
        active = not is_passive(self.sentence, verb.index)
        untold = child(self.sentence, last.index, "ccomp", "xcomp") if last.pos == "VERB" and last != verb else None
        missing += [untold] if untold is not None and untold.index > last.index else []
        says = active and _is_report(verb) and tokens[-1] == verb.index
        clipped = bool(tokens) and (tokens[-1] < self._needed(verb) or (last != verb and self._is_bare_second(last)))
        behind = self.sentence.tokens[last.index + 1 : last.index + 2]
        without = bool(behind) and behind[0].text.lower() == "without"
        of = behind[0].start if behind and behind[0].text.lower() == "of" else -1
        within = of >= 0 and any(e.start <= last.start < of < e.end for e in self.sentence.entities)
        clipped = clipped or without or within or self.splits_name(last.index)
        of_what = bool(behind) and last.pos == "NOUN" and behind[0].index not in self.gone
        with_whom = of_what and behind[0].text.lower() in _WITH_WHOM and base(last) == "obj"
        with_whom = with_whom and self.sentence.tokens[behind[0].head].head == last.index
        of_what = with_whom or (of_what and behind[0].text.lower() == "of")
        found = {
            Flaw.NO_OBJECT: bool(missing),
            Flaw.NOTHING_SAID: says,
            Flaw.CLIPPED: clipped and not missing,
            Flaw.OF_WHAT: of_what,
        }
        return tuple(flaw for flaw, is_found in found.items() if is_found)

    def _said_before(self, verb: Token) -> Token | None:
        """The verb of what a verb of saying behind it reports: "The lock was broken, a commission said"."""
        if not _is_report(verb):
            return None
        if child(self.sentence, verb.index, "obj", "xcomp") is not None:
            return None
        content = child(self.sentence, verb.index, "ccomp", "advcl", "parataxis")
        if content is not None and (content.index < verb.index or base(content) == "ccomp"):
            told = content.index < verb.index and self.breaks_off(content.index, verb.index)
            whole = child(self.sentence, content.index, "mark") is None and self.first_of_group(content) > 0
            finite = (
                content.tag in ("VBD", "VBZ", "VBP") or child(self.sentence, content.index, "aux", "cop") is not None
            )
            return content if told and whole and finite and is_verbal(self.sentence, content) else None
        if self.closed:  # it is told below the verb above it, which is not to be told below it again
            return None
        above = self.sentence.tokens[verb.head]
        aside = base(verb) in ("parataxis", "advcl", "conj", "ccomp") and above.index < verb.index
        comma = any(t.text in (",", "”", '"', "''") for t in self.sentence.tokens[above.index : verb.index])
        return above if aside and comma and is_verbal(self.sentence, above) and self._ends_sentence(verb) else None

    def _ends_sentence(self, verb: Token) -> bool:
        """Whether nothing but adverbials stands behind a verb."""
        return not any(t.pos in ("VERB", "AUX") for t in self.sentence.tokens[verb.index + 1 :])

    def _report(self, verb: Token, names: list[str], content: Token, room: int) -> Iterator[_Found]:
        """As "Speaker said what was said"."""
        said = as_past(verb)
        inner = _Maker(self.sentence, self.gone, self.dates, self.before)
        name = names[-1]
        left = room - len(name) - len(said) - 2
        for text, faults in inner.of_verb(content, left):
            yield f"{name} {said} {_lowered(text, self.sentence)}", faults

    def _shared_modal(self, verb: Token) -> str:
        """As "will" for "open an inquiry" of "will close the office and open an inquiry", with a blank behind it."""
        bare = verb.tag in ("VB", "VBP") and verb.text.lower() == verb.lemma.lower()
        if not bare or base(verb) != "conj" or child(self.sentence, verb.index, "aux", "mark", "nsubj"):
            return ""
        modal = next((t for t in children(self.sentence, verb.head, "aux") if t.tag == "MD"), None)
        return f"{modal.text} " if modal is not None else ""

    def _date_before(self, told: Token) -> list[str]:
        """A date as a subject: "2007 was the year of the telephone"."""
        at = self.first_of_group(told) - 1
        alone = at == 0 or (at > 0 and self.sentence.tokens[at - 1].pos in ("DET", "PUNCT", "CCONJ"))
        return [self.sentence.tokens[at].text] if at in self.dates and alone else []

    def _report_of_words(self, verb: Token, names: list[str], actor: Token, room: int) -> Iterator[_Found]:
        """As `_report`, but with the words before the comma as they stand in the text."""
        tokens = self.sentence.tokens
        first = min(self.left_edge(actor), verb.index)
        while first and tokens[first - 1].pos == "DET":
            first -= 1
        marks = {t.text for t in tokens[max(first - 2, 0) : first]}
        behind = list(takewhile(lambda t: t.text != ",", tokens[max(verb.index, actor.index) + 1 :]))
        behind = [t for t in behind if t.index not in self.gone and t.pos != "PUNCT"]
        if first < 4 or not marks & {",", "”", "''"} or len(behind) > 6 or any(t.pos == "VERB" for t in behind):
            return
        part = tuple(i for i in range(first) if i not in self.gone and tokens[i].text not in QUOTES)
        while part and tokens[part[0]].pos in ("PUNCT", "CCONJ"):
            part = part[1:]
        for end in (n for n in range(len(part), 2, -1) if n == len(part) or self.may_end(part[n])):
            if any(tokens[i].pos in ("VERB", "AUX") for i in part[:end]):
                text = (
                    f"{names[-1]} {as_past(verb)} {_lowered(_without_article(self._render(part[:end])), self.sentence)}"
                )
                if len(text.rstrip(", ")) <= room and text.count(names[-1]) == 1:
                    yield text.rstrip(", "), (Flaw.SHORT,)

    def _without_actor(self, verb: Token, told: Token, whole: Stretch, room: int) -> Iterator[_Found]:
        """Titles of a verb whose subject is a pronoun or missing: in the passive, else with the pronoun."""
        yield from self._passive(verb, told, room)
        noun = self.sentence.tokens[verb.head]
        if base(verb) == "acl" and noun.pos in NOUNS and noun.index not in self.gone:
            for tokens in self.phrase(noun).cuts():
                if verb.index in tokens:
                    yield self._render(tokens), (Flaw.NO_NAME, *self._lacking(verb, tokens))
        actor = subject(self.sentence, told.index)
        for tokens in whole.cuts():
            text = self._shared_modal(told) + self._render(tokens, verb=told, actor=actor)
            if actor is not None and actor.pos == "PRON" and actor.tag not in ("WDT", "WP"):
                yield _joined(actor.text, text), (Flaw.PRONOUN, *self._lacking(verb, tokens))
            if len(text) <= room:
                yield text, (Flaw.NO_SUBJECT, *self._lacking(verb, tokens))

    def _passive(self, verb: Token, told: Token, room: int) -> Iterator[_Found]:
        """The object made the subject: "It handled 4,000 containers" as "4,000 containers were handled"."""
        sentence = self.sentence
        patient = child(sentence, verb.index, "obj")
        others = child(sentence, verb.index, "xcomp", "ccomp", "iobj", "cop", "aux:pass")
        finite = [t.lemma for t in children(sentence, verb.index, "aux") if t.lemma != "have"]
        if patient is None or others is not None or finite or told is not verb or patient.index < verb.index:
            return
        if patient.pos not in NOUNS or event_verb(verb.lemma.lower()) == "state" or verb.tag in ("VB", "VBG"):
            return
        if child(sentence, verb.index, "nsubj") is None or patient.index in self.gone:
            return
        be = "were" if is_plural(sentence, patient) else "was"
        denied = any(t.lemma.lower() in NEGATIONS for t in children(sentence, verb.index, "advmod"))
        helper = f"{be} not" if denied else be
        particles = [t.text for t in children(sentence, verb.index, "compound:prt")]
        done = " ".join([participle(verb), *particles])
        phrases = list(self.phrase(patient, subject=True).cuts())
        if verb.lemma.lower() in RELATION_VERBS | OCCURRENCE_VERBS:
            yield from ((self._render(tokens), (Flaw.SHORT,)) for tokens in phrases)
            return
        shortest = next((p for p in phrases if len(self._render(p)) <= SUBJECT_CHARS), phrases[-1])
        whole = self._clause(told, verb)
        for tokens in whole.cuts():
            rest = tuple(i for i in tokens if i > shortest[-1])
            text = f"{_without_article(self._render(shortest))} {helper} {done} {self._render(rest)}".strip()
            if len(text) <= room:
                yield text, (Flaw.SHORT,)

    def _render(self, indices: tuple[int, ...], *, verb: Token | None = None, actor: Token | None = None) -> str:
        """The text of some tokens; the verb group of `verb` in the simple past."""
        changed = simple_past(self.sentence, verb, actor) if verb is not None else {}
        if verb is not None and not self.closed:
            changed |= {i: name for i in indices if i > verb.index and (name := self._whom(i, actor))}
        pieces: list[str] = []
        last: Token | None = None
        for index in indices:
            token = self.sentence.tokens[index]
            text = changed.get(index, " ".join(token.text.split()))
            if not text:
                continue
            if text.startswith("to ") and pieces and pieces[-1].strip() == "to":
                text = text[3:]
            glued = last is not None and (last.end == token.start or (token.dep == "case" and token.text in ("'", "’")))
            pieces.append(text if not pieces or glued else " " + text)
            last = token
        return "".join(pieces).replace(" ,", ",")

    def _whom(self, index: int, actor: Token | None) -> str:
        """The name for "him", "her" or "them", where the text before means but one by it, not who does it."""
        token = self.sentence.tokens[index]
        if token.tag != "PRP" or token.text.lower() not in ("her", "him", "them"):
            return ""
        others = [t for t in self.sentence.tokens[:index] if base(t) == "nsubj" and t.pos in NOUNS]
        beside = [t for t in self.sentence.tokens[:index] if base(t) in ("obj", "obl", "nmod") and t.pos in NOUNS]
        apart = (t for t in beside if t.index not in self.gone and t.head != token.head)
        if any(fits(self.sentence, t, token) for t in apart):
            return ""  # one of several
        fitting = [t for t in others if t != actor and fits(self.sentence, t, token)]
        if len(fitting) == 1:
            return _lowered(self._subjects(fitting[0])[-1], self.sentence)
        told = referent(self.before, token) if not others or others == [actor] else None
        named = _names_of(*told)[-1] if told is not None else ""
        return _lowered(named, told[0]) if told is not None else ""


def _names_of(sentence: Sentence, noun: Token) -> list[str]:
    """The names of a subject of a sentence before, without a day that stands right before it."""
    names = _Maker(sentence, frozenset(), frozenset())._subjects(noun)
    return [_DAY.sub("", name) for name in names]


def _compared(sentence: Sentence, verb: Token) -> Token:
    """The verb of the clause that a bare "than planned" belongs to: "came a week later than planned"."""
    bare = verb.tag == "VBN" and child(sentence, verb.index, "nsubj", "aux") is None
    if not bare or not verb.index or not sentence.tokens[verb.index - 1].text.lower().endswith("than"):
        return verb
    return next((t for t in climb(sentence, verb.index) if t.pos == "VERB"), sentence.root)


def _told_by_which(sentence: Sentence, verb: Token) -> Token:
    """The verb of the clause that "which took place" tells of, where the noun before it is a name and no event."""
    noun = sentence.tokens[verb.head]
    which = next((t for t in children(sentence, verb.index, "nsubj") if t.tag == "WDT"), None)
    if verb.dep != "acl:relcl" or which is None or which.text.lower() != "which" or noun.pos != "PROPN":
        return verb
    place = any(t.lemma.lower() in LIGHT_OBJECTS for t in children(sentence, verb.index, "obj"))
    if verb.lemma.lower() not in ("happen", "occur") and not (verb.lemma.lower() == "take" and place):
        return verb
    return next((t for t in climb(sentence, noun.index) if t.pos == "VERB"), verb)


def _opens(token: Token) -> bool:
    """Whether a word needs the verb that it hangs on: a subject, a conjunction, a helper."""
    return base(token) in ("mark", "nsubj", "aux", "cop")


def _is_expletive(actor: Token) -> bool:
    return actor.dep == "expl" or actor.text.lower() == "there"


def _is_report(verb: Token) -> bool:
    """Whether a verb brings in what somebody says: "announced", and "ruled" of a judge."""
    return event_verb(verb.lemma.lower()) == "report" or verb.text.lower() in BARE_REPORTS


def _joined(name: str, rest: str) -> str:
    return f"{name} {rest}".strip()


def _without_article(text: str) -> str:
    first, _, rest = text.partition(" ")
    return rest if rest and first.lower() in _ARTICLES | _POINTING else text


def _lowered(text: str, sentence: Sentence) -> str:
    """A text whose first word is in lower case where it is no name: "The dam", at the start of a sentence."""
    first = next((t for t in sentence.tokens if t.text == text.split(" ")[0]), None)
    name = first is None or first.pos == "PROPN" or not first.text[1:].islower() or first.index > 1
    return text if name else text[:1].lower() + text[1:]


def _polished(text: str) -> str:
    """Without a leading article, loose marks and words that need another; with a capital first letter."""
    bare = text.strip(' ,;:.–—-"“”*')
    point = "." if _ABBREVIATION.search(bare) and f"{bare}." in text else ""
    words = _ENUMERATION.sub("", bare + point).split()
    while len(words) > 1 and words[0].lower() in _ARTICLES | _LOOSE_OPENERS:
        words = words[1:]
    while len(words) > 1 and words[-1].lower() in TITLE_FUNCTION_WORDS | _BARE_BE:  # "The first flight was (in May)"
        words = words[:-1]
    text = " ".join(words).strip(" ,;:–—-")
    camel = any(c.isupper() for c in text.split(" ")[0][1:])
    return text if camel else text[:1].upper() + text[1:]

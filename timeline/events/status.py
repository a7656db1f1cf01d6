"""Whether an event happened, is planned, claimed, denied or possible, by words that can be quoted; and who says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.events.attach import names_event
from timeline.events.draft import Tense
from timeline.events.status_words import (
    ACCUSING_NOUNS,
    AWAITING_VERBS,
    BACKING_NOUNS,
    CLAIM_ADJECTIVES,
    CLAIM_ADVERBS,
    CLEARING_WORDS,
    CONFIRMING_VERBS,
    DATA_NOUNS,
    DENIAL_VERBS,
    FALSE_ADVERBS,
    FALSE_WORDS,
    NOBODY,
    OPEN_ADJECTIVES,
    OPEN_MARKS,
    PLAN_ADJECTIVES,
    PLEADING_WORDS,
    POSSIBLE_AUXILIARIES,
    TRUE_WORDS,
)
from timeline.events.tree import (
    NOUNS,
    base,
    case_of,
    child,
    children,
    climb,
    is_not_only,
    is_passive,
    is_raised,
    phrase,
    subject,
)
from timeline.events.words import (
    ACCUSING_VERBS,
    CHARGE_PREPOSITIONS,
    CLAIM_NOUNS,
    CLAIM_VERBS,
    HEARSAY_VERBS,
    NEGATIONS,
    PLAN_NOUNS,
    PLAN_WORDS,
    POSSIBLE_VERBS,
    REBUTTAL_VERBS,
)
from timeline.language import Sentence, Token
from timeline.language.lexicon import event_verb
from timeline.model import Quote, Status

_COMPLEMENTS = frozenset({"ccomp", "xcomp", "acl", "csubj"})
_WILL = frozenset({"will", "shall", "'ll", "’ll", "'d"})
_ANNOUNCING = PLAN_WORDS | AWAITING_VERBS | {"announce"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status and the words that decided it, None where nothing speaks against the plain telling."""

    status: Status
    words: Quote | None = None


def verdict(sentence: Sentence, trigger: int, *, described: bool = False, until: int | None = None) -> Verdict:
    """The status of the event that a trigger names; the nearest deciding word wins.

    `described` says that the event is only mentioned ("claimed that the 2004 attacks were staged"), which takes it for
    granted. `until` is the token of the day before which it had not happened ("did not open until May").
    """
    negations = [] if until is None else [token for at in (trigger, until) for _, token in _denials(sentence, at)]
    for status, token in _signs(sentence, trigger):
        if described and status == Status.CLAIMED and token.text.lower() not in CLAIM_ADJECTIVES:
            return Verdict(Status.OCCURRED)
        if token not in negations:
            return Verdict(status, Quote(token.start, token.end, token.text))
    quoted = _quotation_around(sentence, trigger)
    quoted = None if described else quoted or _according(sentence, trigger)
    return Verdict(Status.CLAIMED, quoted) if quoted is not None else Verdict(Status.OCCURRED)


def not_until(sentence: Sentence, trigger: int, date: int) -> bool:
    """Whether something happened on a day and not before: "did not open until May"."""
    if case_of(sentence, date) not in ("until", "till"):
        return False
    return any(True for at in (trigger, date) for _ in _denials(sentence, at))


def _denials(sentence: Sentence, token: int) -> Iterator[tuple[Status, Token]]:
    return ((status, word) for status, word in _beside(sentence, token) if status == Status.DENIED)


def tense(sentence: Sentence, trigger: int) -> Tense:
    """The time of which the clause of a trigger speaks."""
    token = sentence.tokens[trigger]
    if token.pos in NOUNS and child(sentence, trigger, "cop") is None:
        return Tense.NONE
    helpers = list(children(sentence, trigger, "aux", "cop"))
    if any(helper.lemma.lower() in ("will", "shall", "'ll", "’ll") for helper in helpers):
        return Tense.FUTURE
    if any(helper.lemma in ("have",) or helper.feature("Tense") == "Past" for helper in helpers):
        return Tense.PAST
    if any(helper.feature("Tense") == "Pres" for helper in helpers):
        return Tense.PRESENT
    if token.tag in ("VBD", "VBN"):
        return Tense.PAST
    return Tense.PRESENT if token.tag in ("VBZ", "VBP") else Tense.NONE


def speaker(sentence: Sentence, trigger: int) -> Quote | None:
    """Who says it: the subject of the verb of saying above the trigger, or the one named by "according to"."""
    token = sentence.tokens[trigger]
    for above in _saying_verbs(sentence, token):
        actor = subject(sentence, above.index)
        if actor is not None and actor.index != trigger:
            return _named(sentence, actor)
    party = next((party for party, _ in _according_to(sentence)), None)
    return _named(sentence, party) if party is not None else None


def _signs(sentence: Sentence, trigger: int) -> Iterator[tuple[Status, Token]]:
    """The words that bear on the status, nearest first: beside the trigger, then up the chain of what governs it."""
    yield from _beside(sentence, trigger)
    token = sentence.tokens[trigger]
    yield from _dropped(sentence, sentence.tokens[token.head], token)
    yield from ((Status.PLANNED, due) for due in _due_to(sentence, trigger))
    awaited = token.lemma.lower() in AWAITING_VERBS and is_passive(sentence, trigger)
    if awaited or (token.pos in NOUNS and _is_plan_noun(sentence, token)):
        yield Status.PLANNED, token
    for part in _attributes(sentence, trigger):
        if part.text.lower() in PLAN_ADJECTIVES:
            if base(token) == "obj" or token.dep == "nsubj:pass":
                yield from ((Status.DENIED, word) for word in _denials_by(sentence, sentence.tokens[token.head]))
            yield Status.PLANNED, part
        if part.text.lower() in CLAIM_ADJECTIVES:
            yield Status.CLAIMED, part
    below = token
    for above in climb(sentence, trigger):
        if below.pos in NOUNS and base(below) == "compound" and _is_plan_noun(sentence, above):
            yield Status.PLANNED, above
        if base(below) in (*_COMPLEMENTS, "advcl"):
            yield from ((Status.POSSIBLE, m) for m in _marks(sentence, below) if m.text.lower() in OPEN_MARKS)
        yield from _dropped(sentence, above, below)
        if base(below) in _COMPLEMENTS or (base(below) in ("obj", "nsubj") and token.pos in NOUNS):
            yield from _governor(sentence, above, below)
        elif base(below) == "parataxis" and above.lemma.lower() in CLAIM_VERBS:
            yield Status.CLAIMED, above
        yield from _charged(sentence, above, below)
        yield from _told_by_noun(sentence, above, below)
        if base(below) in ("advcl", "conj", "parataxis", "appos") or below.dep == "acl:relcl":
            break
        below = above


def _is_plan_noun(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun names what is still to come: "the date of the vote"; not "the coins date from 1205"."""
    behind = sentence.tokens[noun.index + 1].text.lower() if noun.index + 1 < len(sentence.tokens) else ""
    return noun.lemma.lower() in PLAN_NOUNS and not (noun.lemma.lower() == "date" and behind in ("back", "from"))


def _attributes(sentence: Sentence, noun: int) -> Iterator[Token]:
    """What hangs on a noun or stands close before it: "the alleged 2018 theft"."""
    yield from (*children(sentence, noun, "compound"), *children(sentence, noun, "amod"))
    before = noun - 1 if sentence.tokens[noun].pos in NOUNS else -1
    while before >= 0 and (
        sentence.tokens[before].pos in ("ADJ", "NUM", *NOUNS) or sentence.tokens[before].dep == "amod"
    ):
        yield sentence.tokens[before]
        before -= 1


def _marks(sentence: Sentence, clause: Token) -> Iterator[Token]:
    return children(sentence, clause.index, "mark")


def _beside(sentence: Sentence, trigger: int) -> Iterator[tuple[Status, Token]]:
    words = children(sentence, trigger, "advmod", "aux", "det", "xcomp", "advcl")
    for token in sorted(words, key=lambda t: t.lemma.lower() in _WILL):  # "will not" denies
        word = token.lemma.lower()
        if token.text.lower() in NEGATIONS and not is_not_only(sentence, token):
            yield Status.DENIED, token
        elif word in CLAIM_ADVERBS:
            yield Status.CLAIMED, token
        elif base(token) == "aux" and word in _WILL:
            yield Status.PLANNED, token
        elif base(token) == "aux" and word in POSSIBLE_AUXILIARIES:
            yield Status.POSSIBLE, token
    for sub in children(sentence, trigger, "nsubj"):  # "no trains ran", "nobody was hurt"
        none = sub if sub.text.lower() in NOBODY else child(sentence, sub.index, "det")
        if none is not None and none.text.lower() in (*NOBODY, "no"):
            yield Status.DENIED, none
    yield from ((Status.PLANNED, token) for token in _was_to(sentence, trigger))


def _was_to(sentence: Sentence, verb: int) -> Iterator[Token]:
    """The word of a plan in "was due to arrive" and "was to open", where the parser makes the infinitive the head."""
    be = child(sentence, verb, "cop", "aux")
    if be is None or be.lemma != "be" or sentence.tokens[verb].lemma == "blame":
        return
    between = sentence.tokens[be.index + 1 : verb]
    if sentence.tokens[verb].tag != "VB" and not any(token.lemma in ("be", "have") for token in between):
        return
    if any(token.text.lower() == "to" for token in between):
        yield next((token for token in between if token.lemma.lower() in PLAN_WORDS), be)


def _due_to(sentence: Sentence, verb: int) -> Iterator[Token]:
    """The "due" of "a summit due to be held", which a parser may take for a preposition or a conjunction."""
    first = verb
    while first and sentence.tokens[first - 1].text.lower() in ("be", "to"):
        first -= 1
    before = sentence.tokens[first - 1] if 0 < first < verb else None
    if before is not None and before.text.lower() == "due":
        yield before


def _governor(sentence: Sentence, above: Token, below: Token) -> Iterator[tuple[Status, Token]]:  # noqa: C901  one branch a relation of syntax
    """What a verb (or adjective, or noun) says of the event that it governs."""
    word = above.lemma.lower()
    infinitive = base(below) == "xcomp" or child(sentence, below.index, "mark") is not None
    nominal = base(below) in ("obj", "nsubj")
    says = above.pos not in NOUNS or base(below) == "ccomp" or (word not in CLAIM_NOUNS and _says_that(sentence, below))
    if word in CLAIM_VERBS and not nominal and says:
        yield Status.CLAIMED, above
    if word in HEARSAY_VERBS and base(below) == "xcomp" and is_passive(sentence, above.index):
        yield Status.CLAIMED, above
    for adverb in children(sentence, above.index, "advmod"):
        if adverb.text.lower() in FALSE_ADVERBS and not nominal:
            yield Status.DENIED, adverb
    yield from ((Status.DENIED, verb) for verb in _denials_by(sentence, above))
    if base(below) == "nsubj" and _takes_place(sentence, above):
        yield from ((Status.DENIED, negation) for negation in _negations(sentence, above))
    patient = child(sentence, above.index, "obj") if word == "have" and base(below) == "ccomp" else None
    if patient is not None and patient.text.lower() == "it":  # "legend has it that"
        yield Status.CLAIMED, above
    if word in REBUTTAL_VERBS and base(below) == "ccomp" and not _negations(sentence, above):
        yield Status.DENIED, above
    if word in FALSE_WORDS and not nominal and not _negations(sentence, above):
        yield Status.DENIED, above
    if word in TRUE_WORDS and above.pos == "ADJ" and not nominal:
        yield from ((Status.DENIED, negation) for negation in _negations(sentence, above))
    if word in CONFIRMING_VERBS and not nominal:
        yield from ((Status.POSSIBLE, negation) for negation in _negations(sentence, above))
    if word in OPEN_ADJECTIVES and above.pos == "ADJ" and not nominal:
        yield Status.POSSIBLE, above
    names = base(below) == "xcomp" and below.pos in NOUNS  # "called the Long March"
    if word in POSSIBLE_VERBS and (infinitive or nominal) and not names:
        yield Status.POSSIBLE, above
    if word in PLAN_WORDS and not nominal and infinitive:
        yield Status.PLANNED, above
    if not nominal and base(below) == "xcomp":
        yield from _beside(sentence, above.index)


def _denials_by(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """The word by which a verb says that what it governs did not happen: "cancelled", "called off"."""
    off = (t for t in children(sentence, verb.index, "advmod", "compound:prt") if t.text.lower() == "off")
    if verb.lemma.lower() == "call":
        yield from off
    if verb.lemma.lower() in DENIAL_VERBS and not _negations(sentence, verb):
        yield verb


def _takes_place(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb only says that its subject came about: "the launch never happened", "did not go ahead"."""
    completing = {"go": "ahead", "take": "place"}.get(verb.lemma.lower())
    if completing is None:
        return verb.lemma.lower() in ("happen", "occur", "materialise", "materialize")
    return any(t.text.lower() == completing for t in children(sentence, verb.index, "obj", "advmod", "compound:prt"))


def _dropped(sentence: Sentence, noun: Token, below: Token) -> Iterator[tuple[Status, Token]]:
    """What was dropped with its noun: "scrapped a plan to close", "the fair due to open in May was called off"."""
    if below.dep != "acl" or not (below.tag == "VB" or below.lemma.lower() in _ANNOUNCING):
        return
    if base(noun) == "obj" or noun.dep == "nsubj:pass":
        yield from ((Status.DENIED, word) for word in _denials_by(sentence, sentence.tokens[noun.head]))


def _negations(sentence: Sentence, token: Token) -> list[Token]:
    return [t for t in children(sentence, token.index, "advmod", "det") if t.text.lower() in NEGATIONS]


def _says_that(sentence: Sentence, clause: Token) -> bool:
    """Whether a clause opens with the conjunction "that", which a parser may take for a second object."""
    objects = list(children(sentence, clause.index, "obj"))
    words = [*_marks(sentence, clause), *(objects if len(objects) > 1 else ())]
    return any(word.text.lower() == "that" for word in words)


def _charged(sentence: Sentence, above: Token, below: Token) -> Iterator[tuple[Status, Token]]:
    """What somebody is accused or cleared of: "suspected of having met", "charged with taking bribes"."""
    verb = sentence.tokens[above.head] if base(below) == "acl" and base(above) == "obj" else above
    word = verb.lemma.lower()  # "blamed the rebels for burning": the clause may hang on the object
    clause = base(below) in ("advcl", "acl", "ccomp", "xcomp")
    if not clause and base(below) not in ("obl", "nmod"):
        return
    links = {t.text.lower() for t in children(sentence, below.index, "mark", "case")}
    if word in ACCUSING_VERBS and links & CHARGE_PREPOSITIONS:
        adverbs = children(sentence, verb.index, "advmod")
        yield from ((Status.DENIED, adverb) for adverb in adverbs if adverb.text.lower() in FALSE_ADVERBS)
    if word in CLEARING_WORDS and "of" in links:
        yield Status.DENIED, verb
    if word in ACCUSING_VERBS and links & (CHARGE_PREPOSITIONS if clause else {"of", "with"}) - {"to", "on", "in"}:
        yield Status.CLAIMED, verb
    if above.lemma.lower() in ACCUSING_NOUNS and clause and links & {"of", "for", "over", "into"}:
        yield Status.CLAIMED, above
    if word in PLEADING_WORDS:
        yield from ((Status.DENIED, token) for token in _not_guilty(sentence, below))
    if is_raised(sentence, below.index):
        yield Status.PLANNED if word in PLAN_WORDS else Status.CLAIMED, above


def _not_guilty(sentence: Sentence, deed: Token) -> Iterator[Token]:
    """The "not" of "pleaded not guilty to" and "was found not guilty of"."""
    for token in sentence.tokens[: deed.index]:
        before = sentence.tokens[token.index - 1] if token.index else token
        if token.lemma.lower() == "guilty" and before.text.lower() in NEGATIONS:
            yield before


def _told_by_noun(sentence: Sentence, noun: Token, below: Token) -> Iterator[tuple[Status, Token]]:
    """What a noun, and the verb that has it as its object, says of its clause: "denied reports that", "no proof of"."""
    that = (t for t in children(sentence, below.index, "obj", "nsubj") if t.text.lower() == "that")
    link = child(sentence, below.index, "mark", "case") or next(that, None)
    if noun.pos not in NOUNS or base(below) not in ("acl", "nmod", "ccomp") or link is None:
        return
    word = noun.lemma.lower()
    told = base(below) != "nmod" or link.text.lower() in ("of", "about")
    if not told or link.text.lower() in ("to", "in", "on", "at", "by"):
        return
    verb = sentence.tokens[noun.head]
    rebutted = verb.lemma.lower() in REBUTTAL_VERBS and (base(noun) == "obj" or noun.dep == "nsubj:pass")
    if rebutted and (word in CLAIM_NOUNS or base(below) != "nmod") and not _negations(sentence, verb):
        yield Status.DENIED, verb
    clearing = next((t for t in climb(sentence, noun.index) if t.pos not in NOUNS and t.pos != "NUM"), verb)
    if clearing.lemma.lower() in CLEARING_WORDS and word in CLAIM_NOUNS and base(below) != "nmod":
        yield Status.DENIED, clearing
    for backing in (noun, verb):  # "no evidence that", "no truth in claims that", "found no proof that"
        if backing.lemma.lower() in BACKING_NOUNS:
            negating = (*children(sentence, backing.index, "det"), *children(sentence, backing.head, "advmod"))
            yield from ((Status.DENIED, token) for token in negating if token.text.lower() in NEGATIONS)
    if word in FALSE_WORDS:
        yield Status.DENIED, noun
    if word in CLAIM_NOUNS:
        yield Status.CLAIMED, noun


def _according(sentence: Sentence, trigger: int) -> Quote | None:
    """The words "according to" where they make a party answer for the clause of a trigger, but no record or rule."""
    above, below = {trigger}, sentence.tokens[trigger]
    for token in climb(sentence, trigger):
        if base(below) in ("advcl", "acl", "nmod"):
            break  # "violence fell, according to the mayor, after the raid in May": no word of the raid is the mayor's
        above.add(token.index)
        below = token
    parties = _according_to(sentence)
    known = ((t, words) for t, words in parties if t.lemma.lower() not in DATA_NOUNS and t.head in above)
    return next((words for _, words in known), None)


def _according_to(sentence: Sentence) -> Iterator[tuple[Token, Quote]]:
    """The nouns that "according to" stands before, each with these words."""
    if "according" not in sentence.text.lower():  # as in most sentences: the search is dear
        return
    for party in sentence.tokens:
        first, after = _case_span(sentence, party)
        words = sentence.between(first, after)
        if party.pos in NOUNS and words.lower().split() == ["according", "to"]:
            yield party, Quote(sentence.tokens[first].start, sentence.tokens[after - 1].end, words)


def _quotation_around(sentence: Sentence, trigger: int) -> Quote | None:
    """The opening mark of a quotation that holds the trigger: words of a party, not of the source."""
    at = sentence.tokens[trigger].start
    opened: Token | None = None
    for token in sentence.tokens:
        if token.start >= at:
            break
        if token.pos != "PUNCT":
            continue
        if opened is None and token.text in ("“", '"', "''", "``", "„", "«"):
            opened = token
        elif opened is not None and token.text in ("”", '"', "''", "»"):
            opened = None
    return Quote(opened.start, opened.end, opened.text) if opened is not None else None


def _saying_verbs(sentence: Sentence, token: Token) -> Iterator[Token]:
    below = token
    for above in climb(sentence, token.index):
        if base(below) in ("ccomp", "parataxis", "xcomp") and event_verb(above.lemma.lower()) == "report":
            yield above
        below = above
    for kid in children(sentence, sentence.root.index, "parataxis", "ccomp"):
        if (
            kid.index != token.index
            and event_verb(kid.lemma.lower()) == "report"
            and child(sentence, kid.index, "nsubj")
        ):
            yield kid


def _case_span(sentence: Sentence, party: Token) -> tuple[int, int]:
    cases = [
        t.index for c in children(sentence, party.index, "case") for t in (c, *children(sentence, c.index, "fixed"))
    ]
    return (min(cases), max(cases) + 1) if cases else (0, 0)


def _named(sentence: Sentence, actor: Token) -> Quote | None:
    """The words that name a speaker; of "the minister's claims" the minister."""
    if names_event(actor):
        owner = child(sentence, actor.index, "nmod:poss")
        return _named(sentence, owner) if owner is not None and not names_event(owner) else None
    if actor.pos not in (*NOUNS, "PRON"):
        return None
    entity = next((e for e in sentence.entities if e.start <= actor.start and actor.end <= e.end), None)
    if entity is not None:
        return Quote(entity.start, entity.end, entity.text)
    words = phrase(sentence, actor.index, without=("acl", "acl:relcl", "appos", "conj", "cc", "punct", "nmod", "det"))
    contiguous = [i for i in words if set(range(min(i, actor.index), max(i, actor.index))) <= set(words)]
    start, end = sentence.tokens[contiguous[0]].start, sentence.tokens[contiguous[-1]].end
    return Quote(start, end, sentence.slice(start, end))

"""What a date is counted from, as the words behind it name it: "a week after the latest UN report"."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.events.attach import names_event, trigger_of
from timeline.events.core import concepts, core, phase
from timeline.events.draft import Anchor
from timeline.events.tree import NOUNS, base, child, children, is_verbal, subject
from timeline.events.words import ANCHOR_LEADS, OTHER_WORDS
from timeline.language import Sentence, Token
from timeline.language.lexicon import event_verb
from timeline.model import Quote

_OUTSIDE = frozenset({"acl", "acl:relcl", "advcl", "appos", "cc", "conj", "parataxis", "punct"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OPEN_WORDS = frozenset({"any", "each", "every", "no", "some"})


def anchor(sentence: Sentence, date: int, dates: frozenset[int]) -> Anchor | None:
    """What a date is counted from. `date` is its token, `dates` are all tokens that are dates.

    None where the words name nothing ("two days after that"), or something other than what was told ("two days after a
    similar attack").
    """
    first = _behind_the_lead(sentence, date)
    led = first > date + 1 or sentence.tokens[date].text.lower().endswith("than")
    head = _head(sentence, first) if led else None
    if head is None or head.index in dates:
        return None
    phrase = _phrase(sentence, head, first)
    named = [t for t in phrase if t.index not in dates]
    trigger = head.index if head.pos in NOUNS and not is_verbal(sentence, head) else _trigger(sentence, head)
    heart = core(sentence, trigger)
    if any(t.lemma.lower() in OTHER_WORDS for t in children(sentence, heart, "amod", "det")):
        return None
    is_event = not _is_name(sentence.tokens[heart]) or names_event(sentence.tokens[heart])
    is_whole = (
        heart == trigger and sentence.tokens[trigger].pos in NOUNS
    )  # "the outbreak" is told as a whole, "the outbreak of war" is not
    of_heart = {heart, trigger, *(t.index for t in children(sentence, heart, "case", "det", "punct"))}
    return Anchor(
        quote=Quote(phrase[0].start, phrase[-1].end, sentence.slice(phrase[0].start, phrase[-1].end)),
        concepts=concepts(sentence, trigger) if is_event else (),
        names=tuple(" ".join(t.text for t in run) for run in _runs(named)),
        details=tuple(t.lemma.lower() for t in named if t.index not in of_heart and _tells_apart(sentence, t)),
        definite=_is_definite(sentence, sentence.tokens[heart]),
        whose=any(t.pos == "PRON" or (t.dep == "nmod:poss" and t.pos not in NOUNS) for t in named),
        phase="" if is_whole else phase(sentence, trigger),
    )


def _behind_the_lead(sentence: Sentence, date: int) -> int:
    """The first token behind the words that lead from a date to its event: "after", "prior to", "of"."""
    at = date + 1
    while at < len(sentence.tokens) and sentence.tokens[at].text.lower() in ANCHOR_LEADS:
        at += 1
    return at


def _head(sentence: Sentence, first: int) -> Token | None:
    """The head of the words behind the lead: the noun of a phrase, or the verb of a clause; None of "that" alone.

    Read from the words, not from the tree, which often takes "after" and what follows it apart.
    """
    tokens = sentence.tokens
    run: list[Token] = []
    for token in tokens[first:]:
        begun = bool(run) and run[-1].pos in NOUNS
        possessive = token.dep == "nmod:poss" or token.tag in ("POS", "PRP$")
        inside = token.pos in (*NOUNS, "ADJ", "NUM") or token.text in ("-", "–") or possessive
        if not inside and (begun or token.pos != "DET"):
            break
        run.append(token)
    behind = [t for t in tokens[run[-1].index + 1 if run else first :] if t.pos != "ADV"]
    after = behind[0] if behind else None
    if after is not None and (after.tag in _FINITE or after.pos == "AUX" or (not run and after.tag == "VBG")):
        return _verb(sentence, after)
    if not run and after is not None and after.pos == "PRON":
        finite = next((t for t in behind[1:3] if t.tag in _FINITE or t.pos == "AUX"), None)
        return _verb(sentence, finite) if finite is not None else None
    return run[-1] if run and run[-1].pos in NOUNS else None


def _verb(sentence: Sentence, token: Token) -> Token | None:
    """The head of a clause by its verb or its first auxiliary."""
    if token.pos == "AUX" and base(token) in ("aux", "cop"):
        token = sentence.tokens[token.head]
    return token if token.pos != "AUX" else None


def _phrase(sentence: Sentence, head: Token, first: int) -> list[Token]:
    """The words that name the event: of a noun with what defines it, of a clause up to its first comma."""
    tokens = sentence.tokens
    gone: set[int] = set()
    for token in children(sentence, head.index):
        if token.index > head.index and (token.dep in _OUTSIDE or base(token) in _OUTSIDE):
            gone.update(sentence.subtree(token.index))
    inside = {i for i in sentence.subtree(head.index) if i not in gone}
    last = head.index
    while last + 1 < len(tokens) and (last + 1 in inside or tokens[last + 1].text == "-"):
        here, behind = tokens[last], tokens[last + 1]
        if (behind.pos == "PUNCT" and behind.text != "-") or (behind.pos in ("DET", "PRON") and here.pos in NOUNS):
            break
        last += 1
    while last > head.index and tokens[last].pos in ("ADP", "SCONJ", "CCONJ", "DET", "PUNCT"):
        last -= 1
    return list(tokens[first : last + 1])


def _trigger(sentence: Sentence, head: Token) -> int:
    """What names the event of a clause: the verb, or the noun that it only brings in ("after the vote took place")."""
    told = subject(sentence, head.index)
    if event_verb(head.lemma.lower()) in ("report", "state") and told is not None and names_event(told):
        return told.index
    return trigger_of(sentence, head)


def _runs(named: list[Token]) -> Iterator[list[Token]]:
    """The names among some words: words with a capital that stand side by side."""
    run: list[Token] = []
    for token in named:
        if _is_name(token) and (not run or run[-1].index == token.index - 1):
            run.append(token)
            continue
        if run:
            yield run
        run = [token] if _is_name(token) else []
    if run:
        yield run


def _is_name(token: Token) -> bool:
    """Whether a word behind a date is a name or part of one; the tagger takes some for plain nouns."""
    return token.pos == "PROPN" or (token.pos == "NOUN" and token.text[:1].isupper())


def _tells_apart(sentence: Sentence, token: Token) -> bool:
    """Whether a word tells an event from others of its kind: a noun or "second", but no part of "36-year-old"."""
    beside = sentence.tokens[max(token.index - 1, 0) : token.index + 2]
    return ((token.pos == "NOUN" and not _is_name(token)) or token.feature("NumType") == "Ord") and not any(
        t.text == "-" for t in beside
    )


def _is_definite(sentence: Sentence, heart: Token) -> bool:
    """Whether a noun stands for an event told elsewhere: "the attack", "his death", "Hastings"."""
    if heart.pos not in NOUNS:
        return False
    article = child(sentence, heart.index, "det")
    if article is not None:
        return article.text.lower() not in ("a", "an", *_OPEN_WORDS)
    return _is_name(heart) or child(sentence, heart.index, "nmod:poss") is not None

"""Put right what a parser is known to get wrong around dates, before anything is read off its tree."""

from __future__ import annotations

from dataclasses import replace

from timeline.events.mend_clauses import (
    clause_behind_preposition,
    clause_taken_for_noun,
    main_verb_as_participle,
    main_verb_behind_participle,
    verb_behind_helper,
    verb_below_participle,
    verb_taken_for_noun,
)
from timeline.events.mend_names import (
    dateline,
    joined_name,
    name_as_word,
    name_behind,
    number_of_name,
    whole_name,
)
from timeline.events.mend_subjects import (
    DATE_RELATION,
    nearest_is_no_subject,
    participle_beside_noun,
    speaker_at_end,
    subject_before_aside,
    subject_before_verb,
    subject_behind_verb,
    which_is_no_person,
)
from timeline.events.tree import NOUNS, base, is_below, is_participle, is_tree
from timeline.language import Sentence, Token

_NO_DATE = frozenset(
    {"nsubj", "obj", "iobj", "csubj", "ccomp", "xcomp", "appos", "conj", "vocative", "dislocated", "flat"}
)


def mend(sentence: Sentence, dates: frozenset[int]) -> Sentence:
    """A sentence with its tree put right; `dates` are the indices of the tokens that are dates."""
    tokens = list(sentence.tokens)
    sentence = replace(sentence, entities=tuple(whole_name(sentence, entity) for entity in sentence.entities))
    for rule in (
        dateline,
        name_as_word,
        number_of_name,
        _date_as_root,
        _swallowed_noun,
        _date_before_its_noun,
        _date_as_party,
        _helper_before_date,
        _far_participle,
        _far_agent,
        name_behind,
        participle_beside_noun,
        joined_name,
        speaker_at_end,
        which_is_no_person,
        clause_behind_preposition,
        clause_taken_for_noun,
        verb_taken_for_noun,
        verb_behind_helper,
        main_verb_behind_participle,
        subject_before_aside,
        main_verb_as_participle,
        verb_below_participle,
        subject_behind_verb,
        subject_before_verb,
        nearest_is_no_subject,
    ):
        mended = rule(list(tokens), dates)
        tokens = mended if mended != tokens and is_tree(mended) else tokens
    return replace(sentence, tokens=tuple(tokens))


def _date_as_root(tokens: list[Token], dates: frozenset[int]) -> list[Token]:
    """A date heads no sentence that has a verb: the first verb hanging on it takes its place."""
    root = next((t for t in tokens if t.head == t.index), None)
    if root is None or root.index not in dates:
        return tokens
    heirs = [t for t in tokens if t.head == root.index and t.index != root.index and t.pos == "VERB"]
    heirs = heirs or [t for t in tokens if t.head == root.index and t.index != root.index and t.pos in ("AUX", *NOUNS)]
    if not heirs:
        return tokens
    heir = heirs[0]
    cleft = base(heir) in ("csubj", "acl", "ccomp") and heir.index > root.index  # "It was not until May that it opened"

    def moved(token: Token) -> Token:
        if token.index == heir.index:
            return replace(token, head=heir.index, dep=root.dep)
        if token.index == root.index:
            return replace(token, head=heir.index, dep=DATE_RELATION)
        if cleft and token.index < root.index and (token.pos in ("PRON", "PART") or token.lemma == "be"):
            return replace(token, dep="dep") if token.head == root.index and token.pos != "PART" else token
        return replace(token, head=heir.index) if token.head == root.index and token.pos != "ADP" else token

    return [moved(token) for token in tokens]


def _swallowed_noun(tokens: list[Token], dates: frozenset[int]) -> list[Token]:
    """A noun right before a date is not a part of it: "signed a deal with the US a year ago"."""
    for date in sorted(dates):
        noun = tokens[date - 1] if date else tokens[date]
        if noun.head != date or noun.pos not in NOUNS or base(noun) not in ("compound", "flat", "nmod", "amod"):
            continue
        whole = tokens[date]
        place = replace(noun, head=noun.index if whole.head == date else whole.head, dep=whole.dep)
        tokens = [
            replace(t, head=noun.index) if t.head == date and t.index < noun.index and t.index != date else t
            for t in tokens
        ]
        tokens[noun.index] = place
        above = noun.index if whole.head == date else whole.head
        tokens[date] = replace(whole, head=above, dep=DATE_RELATION)
    return tokens


def _date_before_its_noun(tokens: list[Token], dates: frozenset[int]) -> list[Token]:
    """A noun behind a date is what the date describes: "negotiated the February 29, 2020, withdrawal deal"."""
    for date in sorted(dates):
        whole = tokens[date]
        noun = next((t for t in tokens if t.head == date and t.index > date and t.pos in NOUNS), None)
        if noun is None or whole.head == date or base(noun) not in ("appos", "flat", "dep", "list", "nmod", "compound"):
            continue
        between = tokens[date + 1 : noun.index]
        if any(t.pos not in ("PUNCT", "NOUN", "PROPN", "ADJ") for t in between):
            continue
        tokens = [
            replace(t, head=noun.index) if t.head == date and t.index != noun.index and t.pos != "ADV" else t
            for t in tokens
        ]
        tokens[noun.index] = replace(noun, head=whole.head, dep=whole.dep)
        tokens[date] = replace(whole, head=noun.index, dep="nmod:tmod")
    return tokens


def _helper_before_date(tokens: list[Token], dates: frozenset[int]) -> list[Token]:
    """A helper belongs to its participle, not to a date between the two: "was on Tuesday largely destroyed"."""

    def rehung(token: Token) -> Token:
        phrase = tokens[token.head]
        date = next((d for d in (phrase.index, phrase.head) if d in dates), None)
        if token.pos != "AUX" or token.lemma.lower() != "be" or date is None or date < token.index:
            return token
        verb = next((t for t in tokens[date + 1 : date + 3] if t.pos != "ADV"), token)
        helped = any(t.head == verb.index and base(t) in ("aux", "cop") for t in tokens)
        return replace(token, head=verb.index, dep="aux:pass") if verb.tag == "VBN" and not helped else token

    return [rehung(token) for token in tokens]


def _date_as_party(tokens: list[Token], dates: frozenset[int]) -> list[Token]:
    """A date is never a subject, an object or a second name of one."""
    return [
        replace(t, dep=DATE_RELATION) if t.index in dates and t.head != t.index and base(t) in _NO_DATE else t
        for t in tokens
    ]


def _far_participle(tokens: list[Token], dates: frozenset[int]) -> list[Token]:
    """A participle right behind a noun describes that noun, none farther off: "part of the deal signed in May"."""

    def rehung(token: Token) -> Token:
        before = tokens[token.index - 1] if token.index else token
        near = before.pos == "NOUN" and before.index not in dates
        far = (
            base(token) == "acl" and token.dep != "acl:relcl" and is_participle(token) and token.head < token.index - 1
        )
        return replace(token, head=before.index) if far and near and is_below(tokens, before, token.head) else token

    return [rehung(token) for token in tokens]


def _far_agent(tokens: list[Token], dates: frozenset[int]) -> list[Token]:
    """Who does it belongs to the participle, not to a place in between: "signed in Vienna by both sides"."""

    def rehung(token: Token) -> Token:
        noun = tokens[token.head]
        verb = tokens[noun.head]
        between = base(token) == "nmod" and base(noun) == "obl" and is_participle(verb)
        between = between and any(t.head == token.index and t.text.lower() == "by" and t.dep == "case" for t in tokens)
        return replace(token, head=verb.index, dep="obl:agent") if between and token.index not in dates else token

    return [rehung(token) for token in tokens]

"""Put right what a parser is known to get wrong about subjects and their verbs.

Each rule speaks of words that stand beside each other, where the tree is least to be trusted: a noun right before a
verb, behind a date, before an aside.
"""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.events.mend_names import top_of_name
from timeline.events.tree import NOUNS, base, is_below
from timeline.events.words import BARE_REPORTS, OCCURRENCE_VERBS, PHASES, TITLES
from timeline.language import Token
from timeline.language.lemmas import past_forms
from timeline.language.lexicon import EVENT_NOUN, event_noun, event_verb

CLAUSE_PREPOSITIONS = frozenset({"after", "as", "before", "since", "until"})
"""Prepositions that also begin clauses."""

MAX_ASIDE = 25
"""The most words of an aside."""

DATE_RELATION = "obl:tmod"
"""The relation that a date gets where the parser gave one that no date can have."""

_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)")


def participle_beside_noun(tokens: list[Token], dates: frozenset[int]) -> list[Token]:
    """A participle joined to a noun without "and" describes it: "The mill, built in 1921, burnt down"."""

    def rehung(token: Token) -> Token:
        noun = tokens[token.head]
        bare = token.tag == "VBN" and base(token) == "conj" and noun.pos in NOUNS and noun.index < token.index
        if token.tag not in ("VBN", "VBD") or token.index in dates:
            return token
        if any(t.head == token.index and base(t) in ("cc", "aux", "nsubj", "mark", "obj") for t in tokens):
            return token
        if bare:
            return replace(token, dep="acl")
        if base(token) == "parataxis" and _is_loose_participle(tokens, token, dates):
            noun = tokens[token.index - 2]
            while base(noun) in ("nmod", "flat", "compound") and noun.head < noun.index:
                if any(t.head == noun.head and base(t) == "cop" for t in tokens):
                    break
                noun = tokens[noun.head]
            return replace(token, head=noun.index, dep="acl", tag="VBN") if noun.pos in NOUNS else token
        before = tokens[token.index - 1] if token.index else token
        near = before.pos == "NOUN" and before.head == token.head and base(before) in ("obj", "obl")
        if near and token.tag == "VBN" and base(token) == "advcl":  # "compared to the profit made in May"
            return replace(token, head=before.index, dep="acl")
        return token

    return [rehung(token) for token in tokens]


def _is_loose_participle(tokens: list[Token], verb: Token, dates: frozenset[int]) -> bool:
    """Whether a past form ends a sentence behind a comma, but for a date: "a copy of the boat, built in May."."""
    if verb.tag not in ("VBD", "VBN") or verb.index < 2 or tokens[verb.index - 1].text != ",":
        return False
    behind = tokens[verb.index + 1 :]
    only = bool(behind) and all(t.index in dates or t.pos in ("ADP", "PUNCT") for t in behind)
    noun = tokens[verb.index - 2].pos in (*NOUNS, "NUM")
    return only and noun and past_forms(verb.lemma.lower())[1] == verb.text.lower()


def speaker_at_end(tokens: list[Token], dates: frozenset[int]) -> list[Token]:
    """Who said it, at the end of a sentence: ", a judge ruled on Friday." is a clause, no judge that was ruled."""
    for verb in list(tokens):
        noun = tokens[verb.head]
        beside = base(verb) == "acl" and verb.index == noun.index + 1 and verb.tag in ("VBN", "VBD")
        if not beside or noun.head == noun.index:
            continue
        if event_verb(verb.lemma.lower()) != "report" and verb.text.lower() not in BARE_REPORTS:
            continue
        first = noun.index
        while first and tokens[first - 1].pos in (*NOUNS, "DET", "ADJ", "PART") and first - 1 not in dates:
            first -= 1
        behind = tokens[verb.index + 1 : verb.index + 2]
        closed = not behind or behind[0].pos in ("ADP", "PUNCT") or behind[0].index in dates
        agent = any(t.head == verb.index and t.dep == "obl:agent" for t in tokens)
        if first and tokens[first - 1].text in (",", "”", '"') and closed and not agent and noun.index not in dates:
            tokens[verb.index] = replace(verb, head=noun.head, dep="parataxis", tag="VBD")
            tokens[noun.index] = replace(noun, head=verb.index, dep="nsubj")
    return tokens


def subject_before_aside(tokens: list[Token], dates: frozenset[int]) -> list[Token]:
    """The noun before an aside is the subject of the verb behind it: "The vote, due in May, has been put off"."""
    bare = not any(is_finite(tokens, t) and t.dep != "acl:relcl" for t in tokens)
    for verb in list(tokens):
        verb = tokens[verb.index]
        told = is_finite(tokens, verb) or (bare and verb.tag in ("VBD", "VBN") and verb.pos == "VERB")
        if not told or verb.dep == "acl:relcl":
            continue
        own = [t for t in tokens if t.head == verb.index]
        start = min(
            [verb.index, *(t.index for t in own if base(t) in ("aux", "cop", "advmod") and t.index < verb.index)]
        )
        if start < 4 or tokens[start - 1].text != ",":
            continue
        noun, comma = _noun_before_aside(tokens, start - 1, dates)
        if noun is None or any(base(t) in ("csubj", "expl", "cc", "mark") and t.index < start for t in own):
            continue
        subjects = [t for t in own if base(t) == "nsubj"]
        if noun in subjects or any(t.index < comma and t.index not in dates for t in subjects):
            continue
        passive = any(t.dep == "aux:pass" for t in own)
        inner = tokens[noun.head]
        tokens = made_subject(tokens, noun, verb, passive=passive)
        if base(noun) == "nsubj" and comma < inner.index < start:  # "The vote, due to be held in May, ..."
            tokens[inner.index] = replace(tokens[inner.index], head=noun.index, dep="acl")
        for old in subjects:
            tokens[old.index] = replace(tokens[old.index], head=noun.index, dep="acl")
    return tokens


def made_subject(tokens: list[Token], noun: Token, verb: Token, *, passive: bool = False) -> list[Token]:
    """The tokens with a noun hung on a verb as its subject; where the verb hung on the noun, the two change places."""
    found = list(tokens)
    patient = found[verb.head]
    if base(verb) == "amod" and patient.index == verb.index + 1:  # "reported losses": its noun is its object
        found[patient.index] = replace(patient, head=verb.index, dep="obj")
        verb = replace(verb, head=patient.head if patient.head != patient.index else verb.index, dep=patient.dep)
        found[verb.index] = verb
    if verb.head == verb.index:
        pass
    elif is_below(found, verb, noun.index):
        root = noun.head == noun.index
        found[verb.index] = replace(verb, head=verb.index if root else noun.head, dep=noun.dep)
    found[noun.index] = replace(found[noun.index], head=verb.index, dep="nsubj:pass" if passive else "nsubj")
    return found


def _noun_before_aside(tokens: list[Token], comma: int, dates: frozenset[int]) -> tuple[Token | None, int]:
    """The noun that an aside, closed by a comma, stands behind, and the comma that opens the aside."""
    for first in (t.index for t in tokens[1:comma] if t.text == ","):
        aside = tokens[first + 1 : comma]
        if not aside or len(aside) > MAX_ASIDE:
            continue
        relative = any(t.tag in ("WDT", "WP", "WP$", "WRB") for t in aside[:2])
        if any(is_finite(tokens, t) for t in aside) and not relative:
            continue
        at = first - 1
        inside = (*NOUNS, "DET", "ADJ", "NUM", "PART")
        while at >= 0 and at not in dates and (tokens[at].pos in inside or tokens[at].tag in ("PRP$", "POS")):
            at -= 1
        lead = tokens[at] if at >= 0 else None
        opens = lead is None or lead.text in (":", ";") or (lead.text == "," and _leads_in(tokens, at, dates))
        opens = opens or (lead is not None and lead.text in (".", "-", "–") and at <= 1)
        noun = tokens[first - 1]
        noun = top_of_name(tokens, noun)
        if opens and at < noun.index and noun.pos in NOUNS and noun.index not in dates:
            return noun, first
    return None, 0


def _leads_in(tokens: list[Token], comma: int, dates: frozenset[int]) -> bool:
    """Whether what stands before a comma is only a date or a phrase with a preposition at the start."""
    first = next((t for t in tokens[:comma] if t.pos != "PUNCT" and t.tag != "LS"), None)
    return first is not None and (first.pos in ("ADP", "ADV") or first.index in dates)


def which_is_no_person(tokens: list[Token], dates: frozenset[int]) -> list[Token]:
    """What "which" means is a thing: "the trial of the mayor, which was to open", not the mayor."""

    def rehung(token: Token) -> Token:
        if token.dep != "acl:relcl" or token.index in dates:
            return token
        noun = tokens[token.head]
        which = any(t.head == token.index and base(t) == "nsubj" and t.text.lower() == "which" for t in tokens)
        above = tokens[noun.head]
        named = noun.pos == "PROPN" and base(noun) == "nmod" and above.pos == "NOUN"
        person = any(t.text.lower().rstrip(".") in TITLES for t in tokens[above.index : noun.index])
        happens = event_noun(above.lemma.lower()) >= EVENT_NOUN
        starts = token.lemma.lower() in PHASES or token.lemma.lower() in OCCURRENCE_VERBS
        moved = which and named and happens and (person or starts)
        return replace(token, head=above.index) if moved else token

    return [rehung(token) for token in tokens]


def subject_behind_verb(tokens: list[Token], dates: frozenset[int]) -> list[Token]:
    """The object before a finite verb without a subject is its subject: "after finding the risk had grown"."""
    for verb in list(tokens):
        if not is_finite(tokens, verb) or base(verb) not in ("conj", "ccomp", "advcl"):
            continue
        if any(t.head == verb.index and base(t) in ("nsubj", "csubj", "expl", "cc", "mark") for t in tokens):
            continue
        start = min([verb.index, *(t.index for t in tokens if t.head == verb.index and base(t) in ("aux", "cop"))])
        if start == verb.index and verb.tag == "VBD":  # it may be a participle: "in the year ended in May"
            continue
        telling = [
            t for t in tokens[:start] if t.pos == "VERB" and event_verb(t.lemma.lower()) in ("report", "attitude")
        ]
        whole = _object_before(tokens, start) if start < verb.index else None
        if whole is not None:
            telling = [tokens[whole.head]]
        noun = next((t for t in tokens if telling and t.head == telling[-1].index and base(t) == "obj"), None)
        if noun is None or noun.index in dates or not telling[-1].index < noun.index < start:
            continue
        between = tokens[noun.index + 1 : start]
        if any(t.pos in ("CCONJ", "SCONJ", "AUX") or t.text in (",", ";", ":") for t in between):
            continue
        if is_below(tokens, telling[-1], verb.index):
            continue
        tokens[noun.index] = replace(noun, head=verb.index, dep="nsubj")
        tokens[verb.index] = replace(verb, head=telling[-1].index, dep="ccomp")
    return tokens


def _object_before(tokens: list[Token], end: int) -> Token | None:
    """The object of a participle that the words right before a token complete, no relative clause among them."""
    at = tokens[end - 1] if end else None
    seen: set[int] = set()
    while at is not None and at.index not in seen:
        seen.add(at.index)
        if base(at) == "obj" and at.index < end:
            holder = tokens[at.head]
            return at if holder.pos == "VERB" and holder.index < at.index and base(holder) == "advcl" else None
        at = tokens[at.head] if at.dep != "acl:relcl" else None
    return None


def subject_before_verb(tokens: list[Token], dates: frozenset[int]) -> list[Token]:
    """A noun right before a finite verb that has no subject is its subject, unless a preposition claims it.

    The parser gives "In July 1853 Russia occupied ..." the preposition of the date, and takes the name before the verb
    in "As part of the deal, the union vowed ..." for a second name of the deal.
    """
    for verb in list(tokens):
        if not is_finite(tokens, verb) or base(verb) == "acl":
            continue
        if any(t.head == verb.index and base(t) in ("nsubj", "csubj", "expl") for t in tokens):
            continue
        noun = _noun_before(tokens, verb, dates)
        if noun is None:
            continue
        passive = any(t.head == verb.index and t.dep == "aux:pass" for t in tokens)
        if base(verb) == "amod":
            tokens = made_subject(tokens, noun, verb)
            continue
        if is_below(tokens, verb, noun.index):
            root = noun.head == noun.index
            tokens[verb.index] = replace(verb, head=verb.index if root else noun.head, dep=noun.dep)
        for token in tokens:
            if token.head == noun.index and (token.index in dates or (base(token) == "case" and token.tag != "POS")):
                date = next((d for d in sorted(dates) if token.index <= d < noun.index), None)
                if date is None and base(token) == "case":
                    tokens[token.index] = replace(token, head=verb.index, dep="mark")
                elif token.index in dates:
                    tokens[token.index] = replace(token, head=verb.index, dep=DATE_RELATION)
                elif date is not None:
                    tokens[token.index] = replace(token, head=date)
        tokens[noun.index] = replace(tokens[noun.index], head=verb.index, dep="nsubj:pass" if passive else "nsubj")
    return tokens


def nearest_is_no_subject(tokens: list[Token], dates: frozenset[int]) -> list[Token]:
    """Of two subjects of a verb, the nearer is none behind a preposition: "The fort lost in the war was rebuilt"."""
    for verb in list(tokens):
        subjects = [t for t in tokens[: verb.index] if t.head == verb.index and base(t) == "nsubj"]
        if len(subjects) < 2 or subjects[-1].pos not in NOUNS:
            continue
        first, noun = subjects[0], subjects[-1]
        at = noun.index - 1
        while at > first.index and (tokens[at].pos in (*NOUNS, "DET", "ADJ", "NUM", "PART") or at in dates):
            at -= 1
        inner = next((t for t in tokens[first.index + 1 : at] if t.head == first.index and t.dep == "acl:relcl"), None)
        if inner is not None and tokens[at].pos == "ADP" and not any(t.text == "," for t in tokens[first.index : at]):
            tokens[noun.index] = replace(noun, head=inner.index, dep="obl")
    return tokens


def _noun_before(tokens: list[Token], verb: Token, dates: frozenset[int]) -> Token | None:
    """The head of the noun phrase right before a verb and its helpers, where nothing but a date or a comma leads it."""
    helpers = [
        t.index for t in tokens if t.head == verb.index and base(t) in ("aux", "cop", "advmod") and t.pos != "NOUN"
    ]
    at = min([verb.index, *(i for i in helpers if i < verb.index)]) - 1
    while at > 0 and (tokens[at].pos == "ADV" or tokens[at].text == "*"):
        at -= 1
    if at < 0 or tokens[at].pos not in NOUNS or at in dates:
        return None
    noun = top_of_name(tokens, tokens[at])
    whole = tokens[-1].text in (".", "?", "!", "”", '"')  # in headlines the parser is not to be put right so easily
    beside = whole and base(noun) == "compound" and noun.head in (verb.index, verb.head)
    if noun.index in dates or not (
        beside or base(noun) in ("obl", "appos", "conj", "nmod", "dep", "parataxis", "root")
    ):
        return None
    first = min(at, noun.index)
    while first > 0 and first - 1 not in dates and not _ORDINAL.fullmatch(tokens[first - 1].text):
        token = tokens[first - 1]
        if token.text.lower() == "of" and first > 1 and tokens[first - 2].pos == "NOUN" and first - 2 not in dates:
            noun = tokens[first - 2]
        elif token.pos not in (*NOUNS, "DET", "ADJ", "NUM", "PART") and token.text not in ("-", "*"):
            break
        first -= 1
    lead = tokens[first - 1] if first else None
    if lead is None:
        return noun if beside or base(noun) == "root" else None
    if lead.index in dates or _ORDINAL.fullmatch(lead.text):
        opener = tokens[lead.index - 1] if lead.index else None
        leads = opener is None or opener.pos in ("ADP", "PUNCT", "CCONJ") or _ORDINAL.fullmatch(lead.text)
        return noun if leads else None
    if lead.text.lower() in CLAUSE_PREPOSITIONS and lead.head == noun.index:
        return noun
    return noun if lead.text == "," and base(noun) in ("appos", "conj", "dep") else None


def is_finite(tokens: list[Token], verb: Token) -> bool:
    """Whether a verb has a tense: by its own form or that of a helper."""
    if verb.pos == "ADJ":
        return any(t.head == verb.index and base(t) == "cop" and t.tag in ("VBD", "VBZ", "VBP") for t in tokens)
    if verb.pos not in ("VERB", "AUX"):
        return False
    if verb.tag in ("VBD", "VBZ", "VBP"):
        return base(verb) not in ("aux", "cop")
    return any(t.head == verb.index and base(t) == "aux" and t.tag in ("VBD", "VBZ", "VBP", "MD") for t in tokens)

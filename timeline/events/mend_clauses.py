"""Put right what a parser is known to get wrong about clauses: a verb that it took for a noun or for a participle."""

from __future__ import annotations

from dataclasses import replace

from timeline.events.mend_subjects import CLAUSE_PREPOSITIONS, is_finite, made_subject
from timeline.events.tree import NOUNS, base
from timeline.language import Token
from timeline.language.lemmas import base_forms, past_forms
from timeline.language.lexicon import event_verb, is_verb


def main_verb_as_participle(tokens: list[Token], dates: frozenset[int]) -> list[Token]:
    """A sentence without a finite verb has one that looks like a participle: "The brigade attended and left."."""
    root = next((t for t in tokens if t.head == t.index), None)
    if root is None or root.pos not in NOUNS or not tokens[-1].text.endswith("."):
        return tokens
    within = {"acl:relcl", "advcl"}
    if any(is_finite(tokens, t) and base(t) != "conj" and t.dep not in within for t in tokens):
        return tokens
    for verb in tokens:
        if verb.tag not in ("VBN", "VBD") or base(verb) != "acl" or verb.index < root.index or verb.index in dates:
            continue
        noun = tokens[verb.head]
        helped = any((t.head == verb.index and base(t) in ("aux", "mark")) or t.dep == "obl:agent" for t in tokens)
        near = noun is root or (base(noun) == "nmod" and noun.head == root.index)
        if (
            near
            and not helped
            and verb.index == noun.index + 1
            and past_forms(verb.lemma.lower())[0] == verb.text.lower()
        ):
            tokens[verb.index] = verb = replace(verb, tag="VBD")
            return made_subject(tokens, root, verb)
    return tokens


def verb_behind_helper(tokens: list[Token], dates: frozenset[int]) -> list[Token]:
    """A helper is no main verb: "did not, as legend has it, carry" tells of carrying."""
    helper = next((t for t in tokens if t.head == t.index), None)
    if helper is None or helper.pos != "AUX" or not (helper.lemma.lower() == "do" or helper.tag == "MD"):
        return tokens
    own = ("nsubj", "mark", "aux", "cc")
    bare = [t for t in tokens if t.head == helper.index and t.tag == "VB" and t.index > helper.index]
    bare = [t for t in bare if t.index not in dates]
    verb = next((t for t in bare if not any(c.head == t.index and base(c) in own for c in tokens)), None)
    if verb is None or base(verb) not in ("advcl", "conj", "parataxis", "xcomp"):
        return tokens
    moved = [replace(t, head=verb.index) if t.head == helper.index else t for t in tokens]
    moved[verb.index] = replace(verb, head=verb.index, dep=helper.dep)
    moved[helper.index] = replace(helper, head=verb.index, dep="aux")
    return moved


def main_verb_behind_participle(tokens: list[Token], dates: frozenset[int]) -> list[Token]:
    """The finite verb behind a participle that describes its subject: "Letters sent by the firms have been found"."""
    verb = next((t for t in tokens if t.head == t.index), None)
    noun = next((t for t in tokens if verb and t.head == verb.index and base(t) == "nsubj"), None)
    if (
        verb is None
        or noun is None
        or verb.tag not in ("VBD", "VBN")
        or verb.index != noun.index + 1
        or noun.index in dates
    ):
        return tokens
    if past_forms(verb.lemma.lower())[1] != verb.text.lower() or any(
        t.head == verb.index and base(t) in ("obj", "aux", "ccomp", "xcomp") for t in tokens
    ):
        return tokens
    for main in tokens[verb.index + 1 :]:
        helpers = [t for t in tokens if t.head == main.index and base(t) == "aux" and t.index < main.index]
        if main.head != verb.index or main.dep not in ("parataxis", "ccomp", "conj") or not is_finite(tokens, main):
            continue
        between = tokens[verb.index + 1 : main.index]
        if not helpers or any(t.pos in ("PUNCT", "CCONJ", "SCONJ") or t.tag in ("WDT", "WP") for t in between):
            continue
        wrong = [t for t in between if t.head == main.index and base(t) == "nsubj"]
        passive = any(t.dep == "aux:pass" for t in helpers)
        for other in wrong:
            before = tokens[other.index - 1]
            tokens[other.index] = replace(other, head=before.index, dep="flat" if before.pos in NOUNS else "obl")
        tokens[verb.index] = replace(verb, head=noun.index, dep="acl", tag="VBN")
        tokens[main.index] = replace(main, head=main.index, dep=verb.dep)
        tokens[noun.index] = replace(noun, head=main.index, dep="nsubj:pass" if passive else "nsubj")
        return [
            replace(t, head=main.index) if t.head == verb.index and t.pos == "PUNCT" and t.index > main.index else t
            for t in tokens
        ]
    return tokens


def clause_behind_preposition(tokens: list[Token], dates: frozenset[int]) -> list[Token]:
    """A past form with an object right behind "after the maker" tells a clause: "after the maker posted a loss"."""
    for verb in list(tokens):
        noun = tokens[verb.head]
        acl = base(verb) == "acl" and verb.dep != "acl:relcl" and verb.tag == "VBD" and verb.index == noun.index + 1
        case = next((t for t in tokens if t.head == noun.index and base(t) == "case"), None) if acl else None
        if case is None or case.text.lower() not in CLAUSE_PREPOSITIONS or noun.head == noun.index:
            continue
        if noun.index in dates or not any(t.head == verb.index and base(t) == "obj" for t in tokens):
            continue
        tokens[verb.index] = replace(verb, head=noun.head, dep="advcl")
        tokens[noun.index] = replace(noun, head=verb.index, dep="nsubj")
        tokens[case.index] = replace(case, head=verb.index, dep="mark", pos="SCONJ")
    return tokens


def clause_taken_for_noun(tokens: list[Token], dates: frozenset[int]) -> list[Token]:
    """The verb of a clause with "that" stands behind an aside: "said that the move, due in May, will go on"."""
    for noun in list(tokens):
        if base(noun) not in ("ccomp", "dep", "obj") or noun.pos not in NOUNS or noun.index in dates:
            continue
        above = tokens[noun.head]
        mark = next((t for t in tokens[: noun.index] if t.head == noun.index and t.text.lower() == "that"), None)
        helped = any(t.head == noun.index and base(t) in ("cop", "aux", "nsubj", "expl") for t in tokens)
        says = event_verb(above.lemma.lower()) == "report" and mark is not None and mark.index > above.index
        if mark is None or helped or not (says or base(noun) == "ccomp"):
            continue
        for verb in tokens[noun.index + 1 :]:
            own = [t for t in tokens if t.head == verb.index]
            start = min([verb.index, *(t.index for t in own if base(t) in ("aux", "cop") and t.index < verb.index)])
            if not is_finite(tokens, verb) or verb.dep == "acl:relcl" or tokens[start - 1].text != ",":
                continue
            if verb.head not in (noun.head, noun.index) or any(base(t) in ("nsubj", "cc", "mark") for t in own):
                continue
            tokens[verb.index] = replace(verb, head=noun.head, dep="ccomp")
            passive = any(t.dep == "aux:pass" for t in own)
            tokens[noun.index] = replace(noun, head=verb.index, dep="nsubj:pass" if passive else "nsubj")
            tokens[mark.index] = replace(mark, head=verb.index, dep="mark")
            break
    return tokens


def verb_taken_for_noun(tokens: list[Token], dates: frozenset[int]) -> list[Token]:
    """A name before "plans to" does it: "Acme plans to open a shop.", where the parser sees some plans of Acme's."""
    root = next((t for t in tokens if t.head == t.index), None)
    if root is None or root.tag != "NNS" or not root.index or not root.text.islower() or root.index in dates:
        return tokens
    name, after = tokens[root.index - 1], tokens[root.index + 1 : root.index + 3]
    lemma = next((form for form in base_forms(root.text.lower(), "s") if is_verb(form)), "")
    infinitive = len(after) == 2 and after[0].tag == "TO" and after[1].tag == "VB" and after[1].head == root.index
    named = name.pos == "PROPN" and name.head == root.index and name.index not in dates
    if not (lemma and infinitive and named) or any(is_finite(tokens, t) and t.dep != "acl:relcl" for t in tokens):
        return tokens
    tokens[root.index] = replace(root, lemma=lemma, pos="VERB", tag="VBZ")
    tokens[name.index] = replace(name, dep="nsubj")
    tokens[after[1].index] = replace(after[1], dep="xcomp")
    return tokens


def verb_below_participle(tokens: list[Token], dates: frozenset[int]) -> list[Token]:
    """A finite verb belongs to the noun, not to what describes it: "A bus carrying pupils sank"."""
    for verb in list(tokens):
        describing = tokens[verb.head]
        noun = tokens[describing.head]
        nested = base(verb) in ("xcomp", "ccomp") and base(describing) == "acl" and describing.dep != "acl:relcl"
        if not nested or not is_finite(tokens, verb) or noun.pos not in NOUNS or verb.index < describing.index:
            continue
        marked = any(t.head == verb.index and base(t) == "mark" for t in tokens)
        plain = event_verb(describing.lemma.lower()) not in ("report", "attitude") and not marked
        free = noun.head == noun.index or base(noun) in ("parataxis", "dep")
        if (
            not (plain and free)
            or noun.index in dates
            or any(t.text == "," for t in tokens[describing.index : verb.index])
        ):
            continue
        passive = any(t.head == verb.index and t.dep in ("aux:pass", "nsubj:pass") for t in tokens)
        root = noun.head == noun.index
        for own in tokens:
            if own.head == verb.index and base(own) == "nsubj":
                tokens[own.index] = replace(own, head=describing.index, dep="obj")
        tokens[verb.index] = replace(verb, head=verb.index if root else noun.head, dep=noun.dep)
        tokens[noun.index] = replace(noun, head=verb.index, dep="nsubj:pass" if passive else "nsubj")
    return tokens

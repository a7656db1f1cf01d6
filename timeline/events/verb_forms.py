"""Forms of verbs in a title: the house style is the simple past, "had left" and "has left" are "left"."""

from __future__ import annotations

from dataclasses import replace

from timeline.events.referents import is_plural
from timeline.events.tree import base, child, children, is_participle, subject
from timeline.events.words import CAUSING_VERBS, NEGATIONS
from timeline.language import Sentence, Token
from timeline.language.lemmas import irregular_base, past_forms


def simple_past(sentence: Sentence, verb: Token, actor: Token | None) -> dict[int, str]:
    """The words of a verb group to be changed: "had left" and "has left" as "left", "had been sent" as "was sent"."""
    if told := _infinitive(sentence, verb):
        return {verb.index: told}
    helpers = sorted(children(sentence, verb.index, "aux", "cop"), key=lambda t: t.index)
    helpers = [t for t in helpers if t.index < verb.index]
    if not helpers:
        described = (
            base(verb) == "acl" and verb.dep != "acl:relcl" and verb.tag in ("VBN", "VBD")
        ) or _is_behind_comma(sentence, verb, actor)
        bare = verb.tag == "VBN"
        shared = bare and base(verb) == "conj" and child(sentence, verb.head, "aux:pass") is not None
        opens = bare and base(verb) == "advcl" and not verb.index  # "Born at Kiel, he went to sea"
        described = (described or shared or opens) and child(sentence, verb.index, "obj", "xcomp", "ccomp") is None
        plural = actor is not None and is_plural(sentence, actor)
        done = verb.text.lower() if opens else verb.text
        return {verb.index: f"{'were' if plural else 'was'} {done}"} if described and actor is not None else {}
    if helpers[0].text.lower() == "be":
        plural = actor is not None and is_plural(sentence, actor)
        return {helpers[0].index: "were to be" if plural else "was to be"}
    if helpers[0].text.lower() == "been":
        plural = actor is not None and is_plural(sentence, actor)
        return {helpers[0].index: "were" if plural else "was"}
    if helpers[0].lemma.lower() != "have" or helpers[0].tag not in ("VBD", "VBZ", "VBP", "VBG"):
        return {}
    denied = any(t.lemma.lower() in NEGATIONS for t in children(sentence, verb.index, "advmod"))
    have, *rest = helpers
    if rest and rest[0].lemma.lower() == "be":
        if rest[0].text.lower() != "been" or (verb.tag == "VBG" and len(rest) == 1 and have.tag != "VBD"):
            return {}
        plural = actor is not None and is_plural(sentence, actor)
        many = plural if have.tag in ("VBD", "VBG") else have.text.lower() == "have"
        if not is_participle(verb) and have.tag not in ("VBD", "VBG"):
            return {}  # "has been active" is so to this day
        return {have.index: "were" if many else "was", rest[0].index: ""}
    if rest or denied:
        return {}
    known = irregular_base(verb.text.lower())
    return {have.index: "", verb.index: past_forms(known)[0] if known else verb.text}


def as_done(sentence: Sentence, verb: Token) -> tuple[Sentence, Token]:
    """The sentence with an infinitive made the past of its subject: "to leave" as "left"."""
    actor = subject(sentence, verb.index)
    finite = replace(verb, dep="root", head=verb.index, text=past_forms(verb.lemma.lower())[0], tag="VBD")
    tokens = [finite if t.index == verb.index else t for t in sentence.tokens]
    if actor is not None:
        tokens[actor.index] = replace(actor, head=verb.index, dep="nsubj")
    return replace(sentence, tokens=tuple(tokens)), finite


def participle(verb: Token) -> str:
    """The past participle of a verb, spelt as the text spells its past."""
    past, participle = past_forms(verb.lemma.lower())
    regular = past == participle and past.endswith("ed")
    return verb.text.lower() if regular and verb.tag in ("VBD", "VBN") else participle


def as_past(verb: Token) -> str:
    """The form of a verb of saying in a title: a participle and a base form become the simple past."""
    return past_forms(verb.lemma.lower())[0] if verb.tag in ("VBG", "VB", "VBN") else verb.text


def _infinitive(sentence: Sentence, verb: Token) -> str:
    """What an infinitive with a subject of its own becomes: the past behind "prompted it to", else "to ..."."""
    marked = any(t.tag == "TO" for t in children(sentence, verb.index, "mark"))
    above = sentence.tokens[verb.head]
    if verb.tag != "VB" or not marked or child(sentence, verb.index, "aux", "cop") is not None:
        return ""
    return past_forms(verb.lemma.lower())[0] if above.lemma.lower() in CAUSING_VERBS else f"to {verb.text}"


def _is_behind_comma(sentence: Sentence, verb: Token, actor: Token | None) -> bool:
    """Whether a participle without a helper begins an aside: "The mill, built in Lyon, ..."."""
    if actor is None or verb.tag != "VBN" or verb.index < 2 or sentence.tokens[verb.index - 1].text != ",":
        return False
    noun = sentence.tokens[verb.index - 2]
    return actor.index in (noun.index, noun.head)

"""Put right what a parser is known to get wrong about names: datelines, acronyms, numbers in names, appositions."""

from __future__ import annotations

from dataclasses import replace

from timeline.events.tree import NOUNS, base
from timeline.language import Entity, Sentence, Token

DATELINE_TOKENS = 16
"""The tokens at the beginning of a sentence among which the dash of a dateline is looked for."""


def whole_name(sentence: Sentence, entity: Entity) -> Entity:
    """A name without the preposition or article behind it that was taken for a part of it."""
    inside = list(sentence.tokens_in(entity.start, entity.end))
    while len(inside) > 1 and inside[-1].pos in ("ADP", "DET", "CCONJ", "PUNCT") and inside[-1].text.islower():
        inside.pop()
    end = inside[-1].end if inside else entity.end
    return replace(entity, end=end, text=sentence.slice(entity.start, end)) if end < entity.end else entity


def dateline(tokens: list[Token], dates: frozenset[int]) -> list[Token]:
    """What stands before the dash of "TURKU, Finland, Nov 13 (NPA) - Divers found" has no part in the sentence."""
    dash = _end_of_dateline(tokens, dates)
    if dash is None:
        return tokens
    tokens = list(tokens)
    cut_off = [t for t in tokens[dash + 1 :] if t.head <= dash and t.head != t.index]
    root = next((t for t in tokens if t.head == t.index), tokens[0])
    if root.index <= dash:
        heirs = [t for t in cut_off if t.pos == "VERB"] or [t for t in cut_off if t.pos in NOUNS] or cut_off
        if not heirs:
            return tokens
        root = replace(heirs[0], head=heirs[0].index, dep=root.dep)
        tokens[root.index] = root
    above = next((tokens[t.head] for t in tokens[: dash + 1] if t.head > dash and base(t) == "nsubj"), root)
    has_subject = any(t.head == above.index and base(t) == "nsubj" for t in tokens[dash + 1 :])
    for token in cut_off:
        if token.index == root.index:
            continue
        after = tokens[token.index + 1] if token.index + 1 < len(tokens) else token
        if token.pos == "PROPN" and after.pos in (*NOUNS, "ADJ") and after.head > token.index:
            whole = after.head if base(after) in ("compound", "amod") else after.index
            tokens[token.index] = replace(token, head=whole, dep="compound")
            continue
        takes = token.pos in NOUNS and token.index < above.index and not has_subject
        has_subject = has_subject or takes
        tokens[token.index] = replace(
            token, head=above.index if takes else root.index, dep="nsubj" if takes else "parataxis"
        )
    return [
        replace(t, head=root.index, dep=t.dep if t.index in dates else "dep") if t.index <= dash else t for t in tokens
    ]


def _end_of_dateline(tokens: list[Token], dates: frozenset[int]) -> int | None:
    """The dash behind a dateline: a place in capitals, then only names, numbers, dates and marks."""
    if not tokens or not (tokens[0].text.isupper() and len(tokens[0].text) > 2):
        return None
    for token in tokens[1:DATELINE_TOKENS]:
        if token.text in ("-", "–", "—", "--"):
            apart = tokens[token.index - 1].end < token.start and token.index + 2 < len(tokens)
            return token.index if apart else None
        named = next((c.isupper() for c in token.text if c.isalpha()), True)
        if not (named or token.index in dates):
            return None
    return None


def name_as_word(tokens: list[Token], dates: frozenset[int]) -> list[Token]:
    """Names that look like other words: "WHO sent doctors", "Nicholas I died", "Boeing on Tuesday delivered"."""
    shouted = sum(t.text.isupper() for t in tokens) > len(tokens) / 2

    def renamed(token: Token) -> Token:
        if token.index in dates or not any(c.isupper() for c in token.text):
            return token
        acronym = len(token.text) > 1 and token.text.isupper() and token.pos in ("PRON", "DET", "AUX") and not shouted
        subject = token.pos in ("VERB", "AUX") and (
            token.dep.startswith("nsubj") or (token.tag, token.dep) == ("VB", "compound")
        )
        return replace(token, pos="PROPN", tag="NNP") if acronym or subject else token

    tokens = [renamed(token) for token in tokens]
    for token in tokens[1:]:
        before = tokens[token.index - 1]
        if token.text == "I" and before.pos == "PROPN" and before.end + 1 == token.start:
            top = top_of_name(tokens, before)
            tokens = _take_over(tokens, top, token)
    for token in tokens[1:-1]:
        first, last = tokens[token.index - 1], tokens[token.index + 1]
        inside = token.pos == "VERB" and base(token) == "acl" and (token.head, last.head) == (first.index, token.index)
        capitals = all(t.text[:1].isupper() and t.text[1:].islower() for t in (first, token, last))
        if inside and capitals and last.pos in NOUNS:  # "Operation Enduring Freedom"
            tokens[token.index] = replace(token, pos="PROPN", tag="NNP", dep="flat")
            tokens[last.index] = replace(last, head=first.index, dep="flat")
            tokens[first.index] = replace(tokens[first.index], pos="PROPN")
    for token in tokens:
        name = tokens[token.head]
        part = name.dep == "nsubj" and name.pos == "PROPN" and base(token) == "obj" and token.pos in (*NOUNS, "ADJ")
        if part and token.index > name.index and token.text[:1].isupper():
            tokens[token.index] = replace(token, pos="PROPN", dep="flat")
    return tokens


def top_of_name(tokens: list[Token], part: Token) -> Token:
    """The head of the name that a word is a part of."""
    seen: set[int] = set()
    while base(part) in ("flat", "compound") and part.head < part.index and part.index not in seen:
        seen.add(part.index)
        part = tokens[part.head]
    return part


def _take_over(tokens: list[Token], name: Token, number: Token) -> list[Token]:
    """The tokens with a number made a part of the name before it, and the name put in the number's place."""
    above = tokens[number.head]
    found = list(tokens)
    if base(number) == "nsubj":
        root = name.head == name.index
        if above.head == name.index or root:
            place = replace(above, head=above.index if root else name.head, dep=name.dep if root else above.dep)
            found[above.index] = place
        found[name.index] = replace(name, head=above.index, dep=number.dep)
    found[number.index] = replace(number, pos="PROPN", tag="NNP", dep="flat", head=name.index)
    return found


def number_of_name(tokens: list[Token], dates: frozenset[int]) -> list[Token]:
    """A number right behind a name is a part of it: "unveiled the Atlas 4", where the parser has two objects."""

    def rehung(token: Token) -> Token:
        before = tokens[token.index - 1] if token.index else token
        if before.text in ("'", "’") and token.index > 1:
            before = tokens[token.index - 2]
        named = before.pos == "PROPN" or (before.pos == "NOUN" and any(c.isupper() for c in before.text[1:]))
        named = named and token.pos == "NUM" and not {token.index, before.index} & dates
        alone = base(token) in ("nsubj", "obj", "obl", "appos") and before.head == token.head
        return replace(token, head=before.index, dep="flat") if named and alone else token

    return [rehung(token) for token in tokens]


def joined_name(tokens: list[Token], dates: frozenset[int]) -> list[Token]:
    """A name between commas behind a noun is the noun's name, though no "and" joins them: "The owner, Acme, said"."""

    def rehung(token: Token) -> Token:
        if token.pos != "PROPN" or base(token) != "conj" or token.index in dates:
            return token
        noun = tokens[token.head]
        parts = [t.index for t in tokens if t.head == token.index and base(t) in ("flat", "compound")]
        first, last = min([token.index, *parts]), max([token.index, *parts])
        closed = first and last + 1 < len(tokens) and tokens[first - 1].text == "," and tokens[last + 1].text == ","
        alone = not any(t.head in (token.index, noun.index) and base(t) == "cc" for t in tokens)
        others = any(t.head == noun.index and base(t) == "conj" and t.index != token.index for t in tokens)
        return replace(token, dep="appos") if closed and alone and not others and noun.pos == "NOUN" else token

    return [rehung(token) for token in tokens]


def name_behind(tokens: list[Token], dates: frozenset[int]) -> list[Token]:
    """A name right behind a common noun in the same role is the noun's name: "The ferry Regina Maris sank"."""

    def rehung(token: Token) -> Token:
        first = token.index
        while first and tokens[first - 1].pos == "PROPN" and first - 1 not in dates:
            first -= 1
        noun = tokens[first - 1] if first else token
        alike = noun.head == token.head and base(noun) == base(token) and base(token) in ("nsubj", "obj", "obl", "nmod")
        named = token.pos == "PROPN" and noun.pos == "NOUN" and not {token.index, noun.index} & dates
        return replace(token, head=noun.index, dep="appos") if alike and named else token

    return [rehung(token) for token in tokens]

"""The parse of a sentence as plain frozen records, without spaCy's objects.

Offsets are code points of the document's text, half-open, so `document.text[token.start:token.end] == token.text` holds
for every record here. Parts of speech, features and relations are those of Universal Dependencies 2.
"""

from __future__ import annotations

from dataclasses import dataclass, field

ROOT = "root"
"""The relation of a sentence's root, whose head is itself."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a sentence.

    `index` is its number in the sentence, from 0, `head` that of the token it depends on; the root is its own head.
    `pos` is the universal part of speech ("VERB"), `tag` the Penn one ("VBD"), `morph` the features
    ("Tense=Past|VerbForm=Fin", "" for none), `dep` the relation to the head ("nsubj:pass").

    A date that was parsed as one word (see `Request`) is one token: its text may hold spaces.
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    morph: str
    dep: str
    head: int

    def feature(self, name: str) -> str:
        """The value of a morphological feature by its name; "" if the token does not have it.

        >>> Token(0, 0, 4, "fled", "flee", "VERB", "VBD", "Tense=Past|VerbForm=Fin", "root", 0).feature("Tense")
        'Past'
        """
        for pair in self.morph.split("|"):
            key, _, value = pair.partition("=")
            if key == name:
                return value
        return ""


@dataclass(frozen=True, slots=True)
class Entity:
    """A name in a document; `label` is "PER", "LOC" or "ORG", or a further one of another pipeline."""

    start: int
    end: int
    text: str
    label: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One parsed sentence: its `tokens`, which form one tree, and the names in it, both in order.

    >>> words = [("They", "PRON", "nsubj", 1), ("fled", "VERB", "root", 1), ("Kabul", "PROPN", "obj", 1)]
    >>> tokens, at = [], 0
    >>> for index, (text, pos, dep, head) in enumerate(words):
    ...     tokens.append(Token(index, at, at + len(text), text, text.lower(), pos, "", "", dep, head))
    ...     at += len(text) + 1
    >>> sentence = Sentence(0, 15, "They fled Kabul", tuple(tokens), (Entity(10, 15, "Kabul", "LOC"),))
    >>> sentence.root.text, sentence.children(1), sentence.subtree(2), sentence.ancestors(2)
    ('fled', (0, 2), (2,), (1,))
    >>> sentence.between(1, 3)
    'fled Kabul'
    """

    start: int
    end: int
    text: str
    tokens: tuple[Token, ...]
    entities: tuple[Entity, ...]
    _below: dict[int, tuple[int, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def root(self) -> Token:
        """The token that is its own head.

        Raises:
            ValueError: the sentence has no tokens (its text is only white space).

        """
        for token in self.tokens:
            if token.head == token.index:
                return token
        raise ValueError("a sentence without tokens has no root")

    def children(self, index: int) -> tuple[int, ...]:
        """The indices of the tokens whose head is the one at `index`, in order."""
        return self._children().get(index, ())

    def subtree(self, index: int) -> tuple[int, ...]:
        """`index` and the indices of all tokens below it in the tree, in order; not always without gaps."""
        below = self._children()
        found = {index}
        waiting = [index]
        while waiting:
            new = [child for child in below.get(waiting.pop(), ()) if child not in found]
            found.update(new)
            waiting += new
        return tuple(sorted(found))

    def _children(self) -> dict[int, tuple[int, ...]]:
        """The children of each token that has some, worked out when first asked for and then kept."""
        if not self._below and self.tokens:
            below: dict[int, list[int]] = {}
            for token in self.tokens:
                if token.head != token.index:
                    below.setdefault(token.head, []).append(token.index)
            self._below.update((head, tuple(found)) for head, found in below.items())
        return self._below

    def ancestors(self, index: int) -> tuple[int, ...]:
        """The head of the token at `index`, that one's head, and so on up to the root; () for the root."""
        path: list[int] = []
        here = self.tokens[index]
        while here.head != here.index and here.head not in path:
            path.append(here.head)
            here = self.tokens[here.head]
        return tuple(path)

    def token_at(self, offset: int) -> Token | None:
        """The token that holds an offset of the document; None between tokens and outside the sentence."""
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            if self.tokens[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        if low < len(self.tokens) and self.tokens[low].start <= offset:
            return self.tokens[low]
        return None

    def tokens_in(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that overlap a span of offsets of the document, in order."""
        return tuple(t for t in self.tokens if t.start < end and t.end > start)

    def slice(self, start: int, end: int) -> str:
        """The text between two offsets of the document, cut at the ends of the sentence."""
        return self.text[max(start - self.start, 0) : max(end - self.start, 0)]

    def between(self, first: int, last: int) -> str:
        """The text from the token at index `first` up to, but not including, that at `last`; "" if none is between."""
        if first >= last:
            return ""
        return self.slice(self.tokens[first].start, self.tokens[last - 1].end)

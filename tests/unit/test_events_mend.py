"""What is put right in trees that a parser got wrong, on trees made by hand: a parser may get these right one day."""

import pytest

from timeline.events.mend import mend
from timeline.events.tree import is_tree
from timeline.language import Sentence, Token


def tree(*rows: str) -> Sentence:
    """A sentence of rows "text pos tag relation head"."""
    tokens: list[Token] = []
    start = 0
    for index, row in enumerate(rows):
        text, pos, tag, dep, head = row.split()
        tokens.append(Token(index, start, start + len(text), text, text.lower(), pos, tag, "", dep, int(head)))
        start += len(text) + 1
    text = " ".join(t.text for t in tokens)
    return Sentence(0, len(text), text, tuple(tokens), ())


TREES = [
    (
        "the nearest noun is no subject behind a preposition",
        (
            "The DET DT det 1",
            "fort NOUN NN nsubj 10",
            "which PRON WDT nsubj 3",
            "fell VERB VBD acl:relcl 1",
            "during ADP IN case 5",
            "Karu PROPN NNP obl 3",
            "'s PART POS case 5",
            "long ADJ JJ amod 8",
            "campaign NOUN NN nsubj 10",
            "was AUX VBD aux:pass 10",
            "rebuilt VERB VBN root 10",
            ". PUNCT . punct 10",
        ),
        {8: ("obl", 3), 1: ("nsubj", 10)},
    ),
    (
        "the verb of a clause stands behind an aside",
        (
            "Lind PROPN NNP nsubj 1",
            "announced VERB VBD root 1",
            "that SCONJ IN mark 4",
            "the DET DT det 4",
            "move NOUN NN ccomp 1",
            ", PUNCT , punct 6",
            "planned VERB VBN acl 4",
            "long ADV RB advmod 6",
            ", PUNCT , punct 1",
            "will AUX MD aux 10",
            "cost VERB VB parataxis 1",
            "much ADJ JJ obj 10",
            ". PUNCT . punct 1",
        ),
        {4: ("nsubj", 10), 10: ("ccomp", 1), 2: ("mark", 10)},
    ),
    (
        "a helper is no main verb",
        (
            "She PRON PRP nsubj 1",
            "might AUX MD root 1",
            "not PART RB advmod 1",
            ", PUNCT , punct 4",
            "then ADV RB advmod 6",
            ", PUNCT , punct 4",
            "carry VERB VB advcl 1",
            "it PRON PRP obj 6",
            ". PUNCT . punct 1",
        ),
        {6: ("root", 6), 0: ("nsubj", 6), 2: ("advmod", 6), 1: ("aux", 6)},
    ),
]


@pytest.mark.parametrize(("rows", "wanted"), [c[1:] for c in TREES], ids=[c[0] for c in TREES])
def test_trees_are_put_right(rows: tuple[str, ...], wanted: dict[int, tuple[str, int]]) -> None:
    mended = mend(tree(*rows), frozenset()).tokens
    assert {index: (mended[index].dep, mended[index].head) for index in wanted} == wanted
    assert is_tree(mended)

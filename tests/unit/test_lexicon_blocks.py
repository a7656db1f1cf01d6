"""Words that are alike share a mark, so that nothing is missed by comparing only words with marks in common."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.language.lexicon import blocks, similarity

WORDS = [
    (word, pos)
    for pos, words in {
        "NOUN": "deal agreement accord attack assault withdrawal flood election trial verdict merger takeover death",
        "VERB": "agree attack assault withdraw flood elect try acquire buy kill murder die sign resign launch arrest",
    }.items()
    for word in words.split()
]


@pytest.mark.parametrize("least", [0.45, 0.85])
@given(st.sampled_from(WORDS), st.sampled_from(WORDS))
def test_like_words_share_a_mark(least: float, a: tuple[str, str], b: tuple[str, str]) -> None:
    if similarity(a, b) >= least:
        assert blocks(*a, least=least) & blocks(*b, least=least)

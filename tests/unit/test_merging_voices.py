"""Documents that carry the same text are one voice."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.merging.voices import voices

STORY = (
    "Norwind closed the old mine at Tarn on Monday, after water had broken in. The miners were brought up by two lifts "
    "within the hour, and nobody was hurt. The company said that it did not expect to open the mine again. Eva Lind, "
    "who had worked there for thirty years, said she had heard the water before she saw it."
)
OTHER = (
    "Water broke into the mine at Tarn on Monday. Norwind, which owns it, brought up all miners and shut it for good. "
    "A miner, Eva Lind, told this paper that there had been a noise like rain under her feet long before anyone ran."
)

ONE = {
    "word for word": STORY,
    "under a name and a place": f"TARN, 3 May (Agency) - {STORY} Reporting by Ivo Bran.",
    "cut from the end": STORY[: STORY.index("Eva Lind")],
    "other quotation marks and lines": STORY.replace(", ", ",\n").replace("she", "She"),
    "a word changed": STORY.replace("old mine", "flooded mine"),
    "inside a longer text": f"{OTHER} {STORY}",
}
TWO = {
    "told in other words": OTHER,
    "one sentence in common": f"{OTHER} The company said that it did not expect to open the mine again.",
    "empty": "",
}
LINES = {
    "a notice": "The supervisor fined {} on 3 May 2021 for late filing of its yearly accounts under the act of 2009.",
    "a docket": "{} pleaded guilty on 3 May 2021 before the district court.",
    "a notice of some length": (
        "By order of the registrar, {} is removed from the list of directors with effect from 3 May 2021, and the "
        "company has a month from that day to name another, failing which it will be struck off the register."
    ),
}


@pytest.mark.parametrize("text", ONE.values(), ids=ONE)
def test_one_voice(text: str) -> None:
    assert len(set(voices({"a": STORY, "b": text}).values())) == 1


@pytest.mark.parametrize("text", TWO.values(), ids=TWO)
def test_two_voices(text: str) -> None:
    assert voices({"a": STORY, "b": text}) == {"a": "a", "b": "b"}


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_lines_with_other_names_are_two_voices(line: str) -> None:
    texts = {"a": line.format("Ada Holm"), "b": line.format("Ben Ruiz"), "c": line.format("Ada Holm") + " Notice 7."}
    assert voices(texts) == {"a": "a", "b": "b", "c": "a"}


def test_what_stands_under_every_text_makes_no_voice() -> None:
    foot = "All rights reserved by the agency and its members in all countries of the world, now and at any time."
    rng = random.Random(1)  # noqa: S311 - made-up texts
    texts = {f"d{n}": " ".join(rng.choices(STORY.split(), k=80)) + " " + foot for n in range(40)}
    assert len(set(voices(texts).values())) == 40


def test_a_story_in_many_papers_is_one_voice() -> None:
    texts = {f"d{n}": f"{STORY} The Post of town {n}" for n in range(40)}
    assert len(set(voices(texts).values())) == 1


TEXTS = st.lists(st.sampled_from([STORY, OTHER, *ONE.values(), *TWO.values()]), min_size=1, max_size=6)


@given(TEXTS, st.randoms(use_true_random=False))
def test_the_order_of_documents_does_not_matter(texts: list[str], rng: random.Random) -> None:
    named = [(f"d{n}", text) for n, text in enumerate(texts)]
    shuffled = list(named)
    rng.shuffle(shuffled)
    assert voices(dict(named)) == voices(dict(shuffled))

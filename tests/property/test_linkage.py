"""Average linkage: every number in one group, whatever the order, as the naive algorithm does it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.merging.linkage import linked

Pairs = Mapping[tuple[int, int], float]
Groups = list[list[int]]

NUMBERS = 7
LIKENESSES = [n / 16 for n in range(17)]
"""Their means over groups of up to seven are exact, or far enough apart to be told apart after rounding."""

pairs = st.dictionaries(st.sampled_from(list(combinations(range(NUMBERS), 2))), st.sampled_from(LIKENESSES))
leasts = st.sampled_from([0.1, 0.25, 0.4, 0.5, 0.75, 1.0])
singles = [[n] for n in range(NUMBERS)]


@st.composite
def partitions(draw: st.DrawFn) -> Groups:
    """The numbers in groups, in any order."""
    homes = [draw(st.integers(0, NUMBERS - 1)) for _ in range(NUMBERS)]
    order = draw(st.permutations(range(NUMBERS)))
    return [group for home in sorted(set(homes)) if (group := [n for n in order if homes[n] == home])]


def naive(
    groups: Sequence[Sequence[int]],
    alike: Pairs,
    least: float,
    may_join: Callable[[Sequence[int], Sequence[int]], bool] = lambda _ours, _theirs: True,
) -> Groups:
    """Join the two likest groups, those of the smallest members first, until none are alike enough."""
    found = sorted(sorted(group) for group in groups)

    def mean(ours: Sequence[int], theirs: Sequence[int]) -> float:
        compared = [alike[min(i, j), max(i, j)] for i in ours for j in theirs if (min(i, j), max(i, j)) in alike]
        return round(sum(compared) / (len(ours) * len(theirs)), 9) if compared else -1.0  # never compared

    while True:
        likest = sorted(
            (-mean(a, b), a, b) for a, b in combinations(found, 2) if mean(a, b) >= least and may_join(a, b)
        )
        if not likest:
            return found
        _, a, b = likest[0]
        found = sorted([*(group for group in found if group not in (a, b)), sorted(a + b)])


@given(partitions(), pairs, leasts)
def test_it_does_what_the_naive_algorithm_does(groups: Groups, alike: Pairs, least: float) -> None:
    assert linked(groups, alike, least=least) == naive(groups, alike, least)


@given(partitions(), pairs, leasts, st.sets(st.integers(0, NUMBERS - 1)))
def test_with_groups_that_may_not_join_too(groups: Groups, alike: Pairs, least: float, ours: set[int]) -> None:
    def may_join(one: Sequence[int], other: Sequence[int]) -> bool:
        return len({number in ours for number in (*one, *other)}) == 1

    found = linked(groups, alike, least=least, may_join=may_join)
    assert found == naive(groups, alike, least, may_join)
    began_mixed = {n for group in groups if len({number in ours for number in group}) > 1 for n in group}
    assert all(len({n in ours for n in group}) == 1 for group in found if not began_mixed & set(group))


@given(partitions(), pairs, leasts)
def test_every_number_is_in_one_group_and_groups_stay_whole(groups: Groups, alike: Pairs, least: float) -> None:
    found = linked(groups, alike, least=least)
    assert sorted(number for group in found for number in group) == list(range(NUMBERS))
    assert found == sorted(sorted(group) for group in found)
    assert all(any(set(group) <= set(whole) for whole in found) for group in groups)


@given(partitions(), pairs, leasts, st.randoms(use_true_random=False))
def test_the_order_of_what_is_given_does_not_matter(groups: Groups, alike: Pairs, least: float, random: object) -> None:
    shuffled, items = list(groups), list(alike.items())
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # Hypothesis gives no type for its random.Random
    random.shuffle(items)  # type: ignore[attr-defined]
    assert linked(shuffled, dict(items), least=least) == linked(groups, alike, least=least)


@given(pairs)
def test_at_a_least_of_one_only_the_same_join(alike: Pairs) -> None:
    for group in linked(singles, alike, least=1.0):
        assert all(alike[pair] == 1.0 for pair in combinations(group, 2))


@given(pairs)
def test_at_a_least_of_zero_all_that_were_compared_join(alike: Pairs) -> None:
    found = linked(singles, alike, least=0.0)
    home = {number: group[0] for group in found for number in group}
    assert all(home[i] == home[j] for i, j in alike)


@given(pairs, leasts)
def test_what_may_not_join_stays_as_it_was(alike: Pairs, least: float) -> None:
    assert linked(singles, alike, least=least, may_join=lambda _ours, _theirs: False) == singles


CASES: list[tuple[str, Groups, Pairs, float, Groups]] = [
    ("nothing", [], {}, 0.5, []),
    ("one alone", [[3]], {}, 0.5, [[3]]),
    ("not compared", [[0], [1]], {}, 0.1, [[0], [1]]),
    ("alike enough", [[0], [1]], {(0, 1): 0.5}, 0.5, [[0, 1]]),
    ("not alike enough", [[0], [1]], {(0, 1): 0.49}, 0.5, [[0], [1]]),
    ("a chain is no group", [[0], [1], [2]], {(0, 1): 0.8, (1, 2): 0.6}, 0.5, [[0, 1], [2]]),
    ("the likest first", [[0], [1], [2]], {(0, 1): 0.6, (1, 2): 0.8}, 0.5, [[0], [1, 2]]),
    ("all of three", [[0], [1], [2]], {(0, 1): 0.8, (1, 2): 0.6, (0, 2): 0.4}, 0.5, [[0, 1, 2]]),
    ("a group to begin with", [[2, 0], [1]], {(0, 1): 0.9, (1, 2): 0.2}, 0.5, [[0, 1, 2]]),
    ("a group to begin with, only in part", [[2, 0], [1]], {(0, 1): 0.9}, 0.5, [[0, 2], [1]]),
]


@pytest.mark.parametrize(("groups", "alike", "least", "wanted"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_groups(groups: Groups, alike: Pairs, least: float, wanted: Groups) -> None:
    assert linked(groups, alike, least=least) == wanted

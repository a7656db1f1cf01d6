"""Average linkage over sparse pairs: the two groups whose members are on average most alike join first.

Pairs that were not compared count as 0, so that a chain of like pairs does not make one group of all. The work grows
with the number of pairs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush


def linked(
    groups: Iterable[Sequence[int]],
    alike: Mapping[tuple[int, int], float],
    *,
    least: float,
    may_join: Callable[[Sequence[int], Sequence[int]], bool] = lambda _ours, _theirs: True,
) -> list[list[int]]:
    """Join groups as long as two have a mean likeness of at least `least` (0 to 1).

    Args:
        groups: the groups to begin with, each number in one of them.
        alike: the likeness (0 to 1) of pairs of numbers, the smaller first.
        least: the least mean likeness of the members of two groups that join.
        may_join: whether two groups, by their members, can be one at all.

    Returns:
        The groups, each sorted, in the order of their smallest members.

    >>> linked([[0], [1], [2], [3]], {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.1, (2, 3): 0.3}, least=0.4)
    [[0, 1, 2], [3]]

    """
    members = {min(group): sorted(group) for group in groups}
    home = {one: key for key, group in members.items() for one in group}
    sums: dict[int, dict[int, float]] = {key: {} for key in members}
    for (one, other), value in sorted(alike.items()):
        a, b = home[one], home[other]
        if a != b:
            sums[a][b] = sums[b][a] = sums[a].get(b, 0.0) + value
    versions = dict.fromkeys(members, 0)

    def entry(a: int, b: int) -> tuple[float, int, int, int, int]:
        a, b = min(a, b), max(a, b)
        mean = sums[a][b] / (len(members[a]) * len(members[b]))
        return -round(mean, 9), a, b, versions[a], versions[b]

    heap = [found for a in sums for b in sums[a] if a < b and (found := entry(a, b))[0] <= -least]
    heapify(heap)
    while heap:
        _, a, b, version_a, version_b = heappop(heap)
        if versions.get(a) != version_a or versions.get(b) != version_b:
            continue
        if not may_join(members[a], members[b]):
            del sums[a][b], sums[b][a]
            continue
        members[a] = sorted((*members[a], *members.pop(b)))
        del versions[b], sums[a][b]
        versions[a] += 1
        for other, value in sums.pop(b).items():
            if other == a:
                continue
            del sums[other][b]
            sums[a][other] = sums[other][a] = sums[a].get(other, 0.0) + value
        for other in sums[a]:
            found = entry(a, other)
            if found[0] <= -least:
                heappush(heap, found)
    return [members[key] for key in sorted(members)]

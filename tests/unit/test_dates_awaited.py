"""An open date says itself whether it is open only as the publication date is not known."""

from __future__ import annotations

import pytest

from timeline.dates import find, resolve
from timeline.model import Genre
from timeline.timespan import TimeSpan
from timeline.why import CountsFrom

NEWS, STORY = Genre.NEWS, Genre.NARRATIVE

# The text, how it tells time, and for each of its dates that is open without a publication date whether it awaits one.
CASES = [
    ("He resigned on Tuesday.", NEWS, [True]),
    ("He resigned on Tuesday.", STORY, [True]),
    ("He resigned last year.", NEWS, [True]),
    ("It closed on 3 May.", NEWS, [True]),
    ("It closed in May.", STORY, [True]),
    ("It rained at the weekend.", NEWS, [True]),
    ("It closed on the 14th.", NEWS, [True]),
    ("It closed on the 14th.", STORY, [False]),
    ("It was built in the nineties.", NEWS, [True]),
    ("It was built in the nineties.", STORY, [False]),
    ("They left at noon.", NEWS, [True]),
    ("They left at noon.", STORY, [False]),
    ("Sales fell in the past two years.", NEWS, [True]),
    ("They talked for two years.", NEWS, [False]),
    ("It closed recently.", NEWS, [False]),
    ("They meet every Monday.", NEWS, [False]),
    ("It closed in the first week of May.", NEWS, [True]),
    ("It lasted from Monday to Friday.", NEWS, [True]),
    ("A year later it closed.", NEWS, [True]),
    ("A year later it closed.", STORY, [False]),
    ("He left a week after the vote.", NEWS, [False]),
    ("A few hours later he left.", NEWS, [True]),
    ("A few days later he left.", NEWS, [False]),
    ("He came on Tuesday. A few hours later he left.", NEWS, [True, True]),
    ("He came last week. A few hours later he left.", NEWS, [True, False]),
    ("It opened in May 2011. The next day it closed.", NEWS, [False]),
    ("It opened in May 2011. It was full on Tuesday. The next day it closed.", NEWS, [True, True]),
    ("It opened in May 2011. It was full last week. The next day it closed.", NEWS, [True, False]),
    ("It was full on Tuesday. It closed on 3 May 2011. That year it rained.", NEWS, [True]),
]


@pytest.mark.parametrize(("text", "how", "awaited"), CASES, ids=[f"{case[1]}: {case[0]}" for case in CASES])
def test_what_awaits_the_publication_date(text: str, how: Genre, awaited: list[bool]) -> None:
    candidates = find(text)
    without = resolve(text, candidates, published=None, genre=how)
    known = resolve(text, candidates, published=TimeSpan.day(2019, 6, 12), genre=how)
    pairs = [(date, then) for date, then in zip(without, known, strict=True) if date.when is None]
    assert [date.reason.rests_on(CountsFrom.AWAITED) for date, _ in pairs] == awaited
    assert [then.when is not None for _, then in pairs] == awaited  # and so it is placed when it is known
    assert not any(then.reason.rests_on(CountsFrom.AWAITED) for then in known)


def test_so_does_what_a_wide_publication_date_leaves_open() -> None:
    text = "It closed last year."
    (date,) = resolve(text, find(text), published=TimeSpan.parse("2001/2019"), genre=NEWS)
    assert date.when is None
    assert date.reason.rests_on(CountsFrom.AWAITED)

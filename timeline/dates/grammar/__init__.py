"""The grammar of time: which words together name one, and what they say.

Levels of rules, each over what the one before it made: numbers, then plain expressions ("27 July", "last month",
"three days"), then what is built of those ("the morning of 27 July", "late last month", "from May to July"). At each
position the first rule that matches and whose builder accepts wins, so longer patterns stand above shorter ones.

    numbers    "twenty-five", "two and a half", "490 BC"
    days       "27 July 2021", "Christmas Eve", "01/03/2008"
    periods    "May", "spring 1918", "the third quarter", "the 1990s", "the 19th century"
    relative   "last month", "three days ago", "a week after"
    lengths    "two years", "the past decade", "every Tuesday", "recently"
    times      "6:40 p.m.", "this morning", "the night of 27 July"
    built      "late last month", "August of that year", "from 1914 to 1918"
"""

from timeline.dates.grammar.built import INSIDE, PARTS, RANGES
from timeline.dates.grammar.days import DAYS, HOLIDAYS
from timeline.dates.grammar.lengths import LENGTHS, SETS, VAGUE
from timeline.dates.grammar.numbers import AMOUNTS, NUMBERS
from timeline.dates.grammar.periods import ALONE, PERIODS
from timeline.dates.grammar.relative import COUNTED, RELATIVE
from timeline.dates.grammar.times import CLOCK, SYSTEM_TIMES, TIMES
from timeline.dates.patterns import Rule

LEVELS: tuple[tuple[Rule, ...], ...] = (
    NUMBERS,
    AMOUNTS,
    HOLIDAYS + SYSTEM_TIMES + DAYS + PERIODS + RELATIVE + COUNTED + SETS + CLOCK + LENGTHS + ALONE + VAGUE,
    INSIDE,
    PARTS,
    TIMES,
    RANGES,
)
"""The rules in the order in which they run."""

TABLES: dict[str, tuple[Rule, ...]] = {
    "numbers": NUMBERS + AMOUNTS,
    "days": HOLIDAYS + DAYS,
    "periods": PERIODS + ALONE,
    "relative": RELATIVE + COUNTED,
    "lengths": LENGTHS + SETS + VAGUE,
    "times": SYSTEM_TIMES + CLOCK + TIMES,
    "built": INSIDE + PARTS + RANGES,
}
"""The rules by the module that they stand in."""

PLAIN_LEVELS = 3
"""The number of levels that make plain expressions out of words; the others build on those and look nowhere else."""

__all__ = ["LEVELS", "PLAIN_LEVELS", "TABLES"]

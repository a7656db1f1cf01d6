"""Tables of words and weights: how they are read, and every example in those that are shipped."""

import dataclasses
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

import timeline
from timeline import Document, find_dates, structure
from timeline.dates import dateline_words, find, partial, stated, tense_words, under_headings, words
from timeline.dates.arithmetic import easter
from timeline.dates.candidate import Direction
from timeline.dates.content import Content, Unit
from timeline.dating.published.filename import date_in
from timeline.events import status
from timeline.language import Request, Sentence, load
from timeline.model import Status
from timeline.pipeline import EXTRACTOR
from timeline.structure import sentences, split_sentences
from timeline.tables import COLUMNS, Row, parse, parse_weights, read

PACKAGE = Path(timeline.__file__).parent

HEAD = "word\tclass\tvalue\tnote\texample\n"


def test_a_table_gives_words_and_values_in_the_order_of_the_file():
    table = parse(
        f"# of months\n{HEAD}may\tmonth\t5\t\tIn May.\n#\tsign\t\ta word\tFlight # 5.\njan\tmonth\t1\tshort\ta\\nb\n",
        "a.tsv",
    )
    assert list(table.values("month", int).items()) == [("may", 5), ("jan", 1)]
    assert table.words("month", value="1") == {"jan"}
    assert table.words("sign") == {"#"}
    assert [(row.word, row.line) for row in table.rows] == [("may", 3), ("jan", 5), ("#", 4)]
    assert table.of("month")[1].example == "a\nb"


@pytest.mark.parametrize(
    ("text", "error"),
    [
        pytest.param("word\tclass\n", "a.tsv, line 1: the first row must name the columns", id="other columns"),
        pytest.param(f"{HEAD}# note\nmay\tmonth\n", "a.tsv, line 3: 2 columns where there must be 5", id="a gap"),
        pytest.param(f"{HEAD}may\tmonth\t5\t\t\n", "a.tsv, line 2: a row must have a word", id="no example"),
        pytest.param(
            f"{HEAD}may\tmonth\t5\t\ta\nmay\tmonth\t6\t\tb\n", "line 3: 'may' is a month in line 2 already", id="twice"
        ),
    ],
)
def test_a_table_that_is_wrong_says_where(text, error):
    with pytest.raises(ValueError, match=error):
        parse(text, "a.tsv")


def test_a_shipped_table_is_named_as_in_a_checkout():
    with pytest.raises(ValueError, match=r"^timeline/dates/words\.tsv: no row has the class 'weak'"):
        read("timeline.dates", "words.tsv").of("weak")


def test_a_wrong_value_or_class_says_where():
    table = parse(f"{HEAD}may\tmonth\tfive\t\tIn May.\n", "a.tsv")
    with pytest.raises(ValueError, match=r"a\.tsv, line 2: 'five' is no value of a month"):
        table.values("month", int)
    with pytest.raises(ValueError, match=r"a\.tsv: no row has the class 'week'"):
        table.words("week")


@pytest.mark.parametrize(
    ("text", "error"),
    [
        pytest.param("name\tweight\n", "a.tsv, line 1: the first row must name the columns", id="other columns"),
        pytest.param("name\tweight\tnote\nnear\tmuch\t\n", "a.tsv, line 2: 'much' is no number", id="no number"),
        pytest.param("name\tweight\tnote\na\t1\t\na\t2\t\n", "a.tsv, line 3: 'a' has a weight already", id="twice"),
    ],
)
def test_weights_that_are_wrong_say_where(text, error):
    with pytest.raises(ValueError, match=error):
        parse_weights(text, "a.tsv")


# --- the examples of the shipped tables: a check for each class -------------------------------------------------------

Check = Callable[[Row, pytest.MonkeyPatch], None]


def decides(module: ModuleType, constant: str, outcome: Callable[[str], object]) -> Check:
    """Without its word, what comes out of the example is another thing."""

    def check(row: Row, patch: pytest.MonkeyPatch) -> None:
        decided = outcome(row.example)
        patch.setattr(module, constant, getattr(module, constant) - {row.word})
        assert outcome(row.example) != decided

    return check


# words.tsv: words of time, and the words beside them


def found(text: str) -> list[tuple[str, Content]]:
    return [(one.quote.text, one.content) for one in find(text)]


def fields(content: object) -> Iterator[tuple[str, object]]:
    """All that an expression of time says, the parts of its parts included: names and values."""
    for field in dataclasses.fields(content) if isinstance(content, Content) else ():
        value = getattr(content, field.name)
        yield field.name, value
        yield from fields(value)


def says(field: str, read_value: Callable[[str], object] = str) -> Check:
    """The expression of time in the example that holds the word says its value."""

    def squeezed(text: str) -> str:
        return text.replace(" ", "").lower()

    def check(row: Row, _: pytest.MonkeyPatch) -> None:
        holding = [content for text, content in found(row.example) if squeezed(row.word) in squeezed(text)]
        said = [value for content in holding for name, value in fields(content) if name == field]
        assert read_value(row.value) in said

    return check


def of_unit(value: str) -> Unit:
    return Unit[value.upper()]


def of_century(value: str) -> int:
    return 100 * (int(value) - 1)


def holiday(row: Row, _: pytest.MonkeyPatch) -> None:
    """The day of the holiday in the year of the example is the one of the value."""
    (mention,) = find_dates(Document("a", row.example))
    day = mention.when.first
    match row.class_, row.value.split():
        case "holiday", [written]:
            assert written == f"{day.month:02d}-{day.day:02d}"
        case "holiday by easter", [days]:
            assert day.ordinal - easter(day.year).ordinal == int(days)
        case "holiday by weekday", [month, weekday, number]:
            assert (day.month, day.weekday) == (words.MONTHS[month], words.WEEKDAYS[weekday])
            assert day.plus(7).month != day.month if number == "-1" else (day.day + 6) // 7 == int(number)


def numbered(row: Row, _: pytest.MonkeyPatch) -> None:
    """What the word numbers is no date; what another word stands before is one."""
    assert not found(row.example)
    assert found(row.example.replace(row.word, "something"))


def beside(constant: str) -> Check:
    return decides(words, constant, found)


WORDS: dict[str, Check] = {
    "month": says("month", int),
    "short month": says("month", int),
    "weekday": says("weekday", int),
    "short weekday": says("weekday", int),
    "season": says("season", int),
    "unit": says("unit", of_unit),
    "units": says("unit", of_unit),
    "brief unit": says("unit", of_unit),
    "small number": says("amount", float),
    "tens": says("amount", float),
    "scale": says("amount", float),
    "small ordinal": says("day", int),
    "ordinal": says("day", int),
    "roman numeral": says("century", of_century),
    "decade": says("decade", int),
    "part of day": says("time"),
    "day": says("amount", float),
    "frequency": says("value"),
    "vague": says("value"),
    "part": says("modifier"),
    "part noun": says("modifier"),
    "capitalised": beside("CAPITALISED"),
    "holiday": holiday,
    "holiday by weekday": holiday,
    "holiday by easter": holiday,
    "of holidays": beside("OF_HOLIDAYS"),
    "counted": beside("COUNTED"),
    "year cue": beside("YEAR_CUES"),
    "short year cue": beside("SHORT_YEAR_CUES"),
    "yearly event": beside("YEARLY_EVENTS"),
    "no event": beside("NO_EVENTS"),
    "of nine-eleven": beside("OF_NINE_ELEVEN"),
    "owner": beside("OWNERS"),
    "season cue": beside("SEASON_CUES"),
    "seasonal": beside("SEASONAL"),
    "of springs": beside("OF_SPRINGS"),
    "named for seasons": beside("NAMED_FOR_SEASONS"),
    "of halves": beside("OF_HALVES"),
    "name too": beside("NAMES_TOO"),
    "month cue": beside("MONTH_CUES"),
    "after may": beside("AFTER_MAY"),
    "of families": beside("OF_FAMILIES"),
    "of papers": beside("OF_PAPERS"),
    "paper of today": beside("PAPERS_OF_TODAY"),
    "leads to period": beside("IN_PERIODS"),
    "recorded": beside("RECORDED"),
    "no length": beside("NO_LENGTH_HOURS"),
    "rated": beside("RATED"),
    "valued": decides(words, "VALUED", lambda text: [one.quote for one in under_headings(text, find(text))]),
    "before verb": beside("BEFORE_VERBS"),
    "letter": beside("LETTERS"),
    "numbered": numbered,
    "numbering": beside("NUMBERING"),
    "book": beside("BOOKS"),
}

# tense_words.tsv: what was and what is to come


def tells(constant: str, *directions: Direction) -> Check:
    """The one date of the example lies in a direction, and without the word not in that."""

    def of(text: str) -> Direction:
        (candidate,) = find(text)
        return candidate.direction

    decides_it = decides(tense_words, constant, of)

    def check(row: Row, patch: pytest.MonkeyPatch) -> None:
        assert of(row.example) in directions
        decides_it(row, patch)

    return check


TENSE: dict[str, Check] = {
    "future": tells("FUTURE", Direction.FUTURE),
    "weakly future": tells("WEAKLY_FUTURE", Direction.FUTURE),
    "future pair": tells("FUTURE_PAIRS", Direction.FUTURE),
    "commitment": tells("COMMITMENTS", Direction.FUTURE),
    "futurate": tells("FUTURATE", Direction.FUTURE),
    "be now": tells("BE_NOW", Direction.FUTURE),
    "goes on": tells("GOES_ON", Direction.FUTURE, Direction.UNKNOWN),
    "modal": tells("MODALS", Direction.PAST),
    "past": tells("PAST", Direction.PAST),
    "not past": tells("NOT_PAST", Direction.UNKNOWN),
    "before past": tells("BEFORE_PAST", Direction.PAST),
    "before future": tells("BEFORE_FUTURE", Direction.FUTURE),
}

# dateline_words.tsv: the date that a text states of itself; its words are patterns


def weight(text: str) -> int:
    """How plainly the text says that its date, which has no year, is its own; 0 where it is not."""
    found = partial(text, find(text))
    return found.weight if found is not None else 0


def otherwise(row: Row) -> str:
    """The example with another word in the place of the row's."""
    changed, times = re.subn(rf"(?<!\w)(?:{row.word})(?!\w)", "something", row.example, count=1, flags=re.IGNORECASE)
    assert times == 1
    return changed


def own(plainly: int) -> Check:
    """The date of the example is the text's own, by the word."""

    def check(row: Row, _: pytest.MonkeyPatch) -> None:
        assert weight(row.example) == (int(row.value) if row.value else plainly)
        assert weight(otherwise(row)) < weight(row.example)

    return check


def own_in_full(row: Row, _: pytest.MonkeyPatch) -> None:
    """The full date of the example is the text's own, by the word."""
    assert stated(row.example, find(row.example)) is not None
    assert stated(otherwise(row), find(otherwise(row))) is None


def not_own(row: Row, _: pytest.MonkeyPatch) -> None:
    """The date of the example is not the text's own, for the word."""
    assert not weight(row.example)
    assert weight(otherwise(row))


def not_own_in_name(row: Row, _: pytest.MonkeyPatch) -> None:
    """The date in a file's name is not the text's own, for the word."""
    assert date_in(row.example) is None
    assert date_in(otherwise(row)) is not None


DATELINE: dict[str, Check] = {
    "published": own(9),
    "filed": own(7),
    "ruling": own(8),
    "ruled": own(8),
    "presented": own(7),
    "adopted": own(7),
    "piece": own(7),
    "dated": own(7),
    "updated": own(6),
    "itself": own(9),
    "itself done": own(9),
    "other date": not_own,
    "other in name": not_own_in_name,
    "beside in name": not_own_in_name,
    "front matter key": own_in_full,
    "greeting": own(8),
    "signed": own(7),
    "minutes": own(7),
    "no place": decides(dateline_words, "NO_PLACE", weight),
    "publisher": own(5),
}

# role_words.tsv: the lines of a page that are no running text; its words are patterns


def of_role(role: structure.Role) -> Check:
    """A block of the example has a role by the word."""

    def check(row: Row, _: pytest.MonkeyPatch) -> None:
        assert role in {block.role for block in structure.blocks(row.example)}
        assert role not in {block.role for block in structure.blocks(otherwise(row))}

    return check


ROLES: dict[str, Check] = {
    "which stories": not_own,
    "stories": not_own,
    "over stories": not_own,
    "which comments": not_own,
    "comments": not_own,
    "over comments": not_own,
    "on page": of_role(structure.Role.NAVIGATION),
    "before links": of_role(structure.Role.NAVIGATION),
    "by": of_role(structure.Role.BYLINE),
    "writer": of_role(structure.Role.BYLINE),
    "close": of_role(structure.Role.SIGNATURE),
    "closing adverb": of_role(structure.Role.SIGNATURE),
    "writer to you": of_role(structure.Role.SIGNATURE),
    "of writer to you": of_role(structure.Role.SIGNATURE),
    "road": of_role(structure.Role.ADDRESS),
    "reached by": of_role(structure.Role.ADDRESS),
    "caption": of_role(structure.Role.CAPTION),
    "credit": of_role(structure.Role.CAPTION),
    "citing": of_role(structure.Role.FOOTNOTE),
    "said before": of_role(structure.Role.CITATION),
    "works": of_role(structure.Role.CITATION),
}

# abbreviations.tsv: where sentences end


def sentences_of(text: str) -> int:
    return len(split_sentences(text))


def cut(constant: str, number: int) -> Check:
    """The example is so many sentences, and without the word another number."""
    decides_it = decides(sentences, constant, sentences_of)

    def check(row: Row, patch: pytest.MonkeyPatch) -> None:
        assert sentences_of(row.example) == number
        decides_it(row, patch)

    return check


ABBREVIATIONS: dict[str, Check] = {
    "before name": cut("BEFORE_NAMES", 1),
    "before number": cut("BEFORE_NUMBERS", 1),
    "short month": cut("MONTHS", 1),
    "month": cut("MONTH_NAMES", 1),
    "may end": cut("MAY_END", 1),
    "starter": cut("STARTERS", 2),
    "speech verb": cut("SPEECH_VERBS", 1),
}

# status_words.tsv: whether an event happened, by the parse of the shipped pipeline


@cache
def parsed(text: str) -> Sentence:
    (sentence,) = load().parse([Request(text, 0, ())])
    return sentence


def statuses(text: str) -> dict[str, Status]:
    """What would be said of each word of a sentence that may name an event."""
    tokens = parsed(text).tokens
    return {
        token.text: status.verdict(parsed(text), token.index).status
        for token in tokens
        if token.pos in ("NOUN", "VERB")
    }


def makes(constant: str, kind: Status) -> Check:
    """An event of the example has a status by the word, and without it another one."""

    def check(row: Row, patch: pytest.MonkeyPatch) -> None:
        made = statuses(row.example)
        patch.setattr(status, constant, getattr(status, constant) - {row.word})
        other = statuses(row.example)
        assert kind in {made[word] for word in made if made[word] != other[word]}

    return check


STATUS: dict[str, Check] = {
    "claim adjective": makes("CLAIM_ADJECTIVES", Status.CLAIMED),
    "claim adverb": makes("CLAIM_ADVERBS", Status.CLAIMED),
    "accusing noun": makes("ACCUSING_NOUNS", Status.CLAIMED),
    "data noun": makes("DATA_NOUNS", Status.OCCURRED),
    "denial verb": makes("DENIAL_VERBS", Status.DENIED),
    "nobody": makes("NOBODY", Status.DENIED),
    "clearing word": makes("CLEARING_WORDS", Status.DENIED),
    "pleading word": makes("PLEADING_WORDS", Status.DENIED),
    "backing noun": makes("BACKING_NOUNS", Status.DENIED),
    "false adverb": makes("FALSE_ADVERBS", Status.DENIED),
    "false word": makes("FALSE_WORDS", Status.DENIED),
    "true word": makes("TRUE_WORDS", Status.DENIED),
    "awaiting verb": makes("AWAITING_VERBS", Status.PLANNED),
    "plan adjective": makes("PLAN_ADJECTIVES", Status.PLANNED),
    "possible auxiliary": makes("POSSIBLE_AUXILIARIES", Status.POSSIBLE),
    "open adjective": makes("OPEN_ADJECTIVES", Status.POSSIBLE),
    "open mark": makes("OPEN_MARKS", Status.POSSIBLE),
    "confirming verb": makes("CONFIRMING_VERBS", Status.POSSIBLE),
}

TABLES = {
    ("timeline.language", "abbreviations.tsv"): ABBREVIATIONS,
    ("timeline.structure", "role_words.tsv"): ROLES,
    ("timeline.dates", "words.tsv"): WORDS,
    ("timeline.dates", "tense_words.tsv"): TENSE,
    ("timeline.dates", "dateline_words.tsv"): DATELINE,
    ("timeline.events", "status_words.tsv"): STATUS,
}


def test_every_table_of_words_has_checks_and_is_part_of_the_digest_of_kept_work():
    shipped = {
        (".".join(path.relative_to(PACKAGE.parent).parent.parts), path.name)
        for path in PACKAGE.rglob("*.tsv")
        if "\t".join(COLUMNS) in path.read_text(encoding="utf-8").splitlines()
    }
    assert shipped == TABLES.keys()
    assert {"tables.py", *(package.removeprefix("timeline.") for package, _ in shipped)} <= {*EXTRACTOR}


def examples() -> Iterator[object]:
    """Each row of each table with what checks its example; a class without a check is an error."""
    for (package, name), checks in TABLES.items():
        for row in read(package, name).rows:
            yield pytest.param(row, checks[row.class_], id=f"{name}:{row.line} {row.class_} {row.word}")


@pytest.mark.parametrize(("row", "check"), [*examples()])
def test_an_example_shows_what_its_row_decides(row, check, monkeypatch):
    check(row, monkeypatch)

"""How a date came to be read as it is: the rules, the words around it, the genre of the text, as commands show it."""

import json

import pytest

from timeline.dates import Direction, choose_genre, explain, find, resolve
from timeline.dates.genre import judged_genre
from timeline.dates.tense import direction, told_direction
from timeline.model import Genre
from timeline.timespan import TimeSpan
from timeline.why import CountsFrom

DAY = TimeSpan.day(2021, 5, 6)

HISTORY = "In 1901 the mill opened. In 1904 it burned. In 1911 it was sold. In 1923 it closed. In March the owner died."
DIARY = "2 June 1926. Left at six.\n\n11 June. First ice.\n\n28 June: The ship is beset."


def explained(text, **options):
    candidates = find(text)
    asked = {"published": DAY, **options}
    return explain(text, candidates, resolve(text, candidates, **asked), **asked)


# words that settle the direction, the direction, the sentence with the date in square brackets
DIRECTIONS = [
    ("will", Direction.FUTURE, "The board will meet on [3 May]."),
    ("met", Direction.PAST, "The board met on [3 May]."),
    ("since", Direction.PAST, "It has been shut since [3 May]."),
    ("moved to", Direction.FUTURE, "The vote was moved to [3 May]."),
    ("deadline", Direction.FUTURE, "Nobody mentioned the [3 May] deadline."),
    ("missed", Direction.PAST, "They missed the [3 May] deadline."),
    ("is", Direction.FUTURE, "The vote is on [3 May]."),
    ("", Direction.UNKNOWN, "A note of [3 May]."),
]


@pytest.mark.parametrize(("words", "expected", "sentence"), DIRECTIONS, ids=[row[2] for row in DIRECTIONS])
def test_the_words_that_settle_the_direction(words, expected, sentence):
    (one,) = explained(sentence.replace("[", "").replace("]", ""))
    assert (one.direction, one.direction_words) == (expected, words)


@pytest.mark.parametrize("row", DIRECTIONS, ids=[row[2] for row in DIRECTIONS])
def test_the_direction_is_that_of_its_words(row):
    for candidate in find(row[2].replace("[", "").replace("]", "")):
        at = (row[2].replace("[", "").replace("]", ""), candidate.quote.start, candidate.quote.end, candidate.bound)
        assert direction(*at) == told_direction(*at)[0] == candidate.direction


GENRES = [
    ("genre-deictic", Genre.NEWS, "They met on Tuesday."),
    ("genre-headed", Genre.NEWS, "3 May 2021. The bridge opened."),
    ("genre-history", Genre.NARRATIVE, HISTORY),
    ("genre-diary", Genre.NARRATIVE, DIARY),
    ("genre-no-history", Genre.NEWS, "It opened in 1901."),
]


@pytest.mark.parametrize(("kind", "genre", "text"), GENRES, ids=[row[0] for row in GENRES])
def test_the_genre_and_its_evidence(kind, genre, text):
    assert judged_genre(find(text), DAY, text=text)[0] == choose_genre(find(text), DAY, text=text) == genre
    assert {(one.genre, one.genre_reason.kind) for one in explained(text)} == {(genre, kind)}


def test_a_genre_that_was_asked_for():
    (one,) = explained("They met on Tuesday.", genre=Genre.NARRATIVE)
    assert (one.genre, one.genre_reason.kind) == (Genre.NARRATIVE, "genre-given")


COUNTS = [
    (CountsFrom.PUBLICATION, False, "They met last month.", DAY),
    (CountsFrom.AWAITED, False, "They met last month.", None),
    (CountsFrom.NOTHING, False, "They met on 3 May 2019.", DAY),
    (CountsFrom.NOTHING, True, "They met two days after the vote.", DAY),
]


@pytest.mark.parametrize(("counts_from", "event", "text", "published"), COUNTS)
def test_what_it_counts_from(counts_from, event, text, published):
    (one,) = explained(text, published=published)
    assert (one.counts_from, one.from_event) == (counts_from, event)


ORDERS = [
    ("order-unknown", "Due on 01/03/2022.", None),
    ("order-asked", "Due on 01/03/2022.", "DMY"),
    ("order-of-text", "Due on 01/03/2022, not on 13/03/2022.", "MDY"),
]


@pytest.mark.parametrize(("kind", "text", "asked"), ORDERS, ids=[row[0] for row in ORDERS])
def test_why_figures_are_read_in_their_order(kind, text, asked):
    assert explained(text, date_order=asked)[0].order.kind == kind


def test_other_dates_have_no_order():
    assert [one.order for one in explained("Due on 3 May 2022, 2022-05-03 or 13/03/2022.")] == [None] * 3


def test_what_it_says_is_short():
    assert explained("They met in February last year.")[0].content == (
        "Calendar(month=2, within=Shift(unit=YEAR, amount=-1, origin=PUBLICATION))"
    )


class TestCommand:
    TEXT = "The board will meet on the morning of 12 May, by 01/03/2022. \x1b[31mIt met last month."

    @pytest.fixture(autouse=True)
    def here(self, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("COLUMNS", "100")

    def test_what_is_shown(self, run):
        status, out, err = run("dates", "--explain", "--published", "2021-05-06", stdin=self.TEXT.encode())
        assert (status, err) == (0, "")
        lines = [" ".join(line.split()) for line in out.splitlines()]
        for expected in (
            "published 2021-05-06: a person gave it",
            "the morning of 12 May TIME 2021-05-12TMO 2021-05-12",
            "found by part-of-day-of-day (grammar/times.py)",
            "day-and-month (grammar/days.py)",
            "d:DAY of? m:ANY_MONTH",
            "says Clock(time='TMO', on=Calendar(month=5, day=12))",
            "told as future, by ‘will’",
            "bound by, by ‘by’",
            "order month first, as nothing tells the order: --date-order DMY reads the day first",
            "counts from the publication date",
            "basis inferred: a part was filled in",
            "record read-from('last month', '2021-05-06') from publication",
        ):
            assert expected in lines
        assert any(line.startswith("tells time as news: ‘last month’, among its first 6 dates") for line in lines)
        assert "\x1b" not in out
        assert max(map(len, out.splitlines())) <= 100

    def test_only_where_it_is_asked_for(self, run):
        plain = run("dates", "--published", "2021-05-06", stdin=self.TEXT.encode())[1]
        out = run("dates", "--explain", "--published", "2021-05-06", stdin=self.TEXT.encode())[1]
        assert "found by" not in plain
        assert out.count("found by") == 3

    def test_a_date_that_awaits_its_publication_says_how_to_give_it(self, run):
        out = run("dates", "--explain", stdin=b"They met last month.")[1]
        assert "the publication date, which is not known (--published gives it)" in out

    def test_a_date_that_counts_from_an_event(self, run):
        out = run("dates", "--explain", stdin=b"They met two days after the vote.")[1]
        assert "counts from an event" in [" ".join(line.split()) for line in out.splitlines()]

    def test_json_lines(self, run):
        data = json.dumps({"id": "a", "text": self.TEXT, "published": "2021-05-06"}).encode()
        plain = json.loads(run("dates", "--jsonl", stdin=data)[1])
        status, out, _ = run("dates", "--jsonl", "--explain", stdin=data)
        found = json.loads(out)
        explanations = [date.pop("explain") for date in found["dates"]]
        assert (status, found) == (0, plain)
        assert [rule["name"] for rule in explanations[0]["rules"]] == [
            "part-of-day-of-day", "part-of-day", "day-and-month",
        ]  # fmt: skip
        assert explanations[2]["record"] == ["read-from", "publication", "last month", "2021-05-06"]
        assert explanations[2]["genre_reason"][0] == "genre-deictic"

    def test_not_in_tags(self, run):
        status, out, err = run("dates", "--explain", "--format", "timeml", stdin=b"3 May 2021")
        assert (status, out) == (2, "")
        assert "--explain and --format timeml exclude each other" in err

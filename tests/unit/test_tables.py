"""Tables of words and weights: how they are read, and every example in those that are shipped."""

import pytest

from timeline.tables import parse, parse_weights

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

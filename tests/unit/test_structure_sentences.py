"""The sentence splitter: tables of texts, and what holds for every text."""

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.structure import paragraphs, split_sentences
from timeline.structure.sentences import MAX_CHARS


def pieces(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


# "|" stands where the text is cut.
SENTENCES = {
    "plain": "The army left.| Nobody stayed.| It rained.",
    "question and exclamation": "Who left?| All of them!| Really.",
    "title": "Gen. Smith met Rep. Gregory and Dr. Jones.| They talked.",
    "country before a noun": "The U.S. forces and the U.N. mission left.",
    "country at the end": "They flew to the U.S.| The army stayed.",
    "dotted acronym": "The U.S.S.R. collapsed.| Nobody wept.",
    "month with a day": "It began on Sept. 3 and ended on Dec. 24.| Snow fell.",
    "month at the end": "It began in Sept.| The army left.",
    "number sign": "Room No. 4 was empty.",
    "no as an answer": "Did they stay?| No.| The army left.",
    "company": "Acme Inc. said so.| Acme Corp. They said no.".replace("Corp. ", "Corp.| "),
    "initials": "J. Smith and A. B. Jones left.| J.R.R. Tolkien wrote.",
    "time of day": "It began at 5 a.m. Tuesday.| It ended at 6 p.m.| The army left.",
    "circa": "It was built c. 1900.| Nobody knows.",
    "born": "Her son (b. May 1968) left.| They wept.",
    "decimals": "Prices rose 3.5 percent to $1.2 million.| Wages fell.",
    "year then number": "It fell in 2001.| 20 people died.",
    "ellipsis then capital": "They waited... | Nobody came.".replace("... |", "...|"),
    "ellipsis goes on": "They waited... and waited.",
    "left out": "He said [...] The war is lost.",
    "closing quote": "“We left.”| They wept.",
    "closing quote, straight": '"We left."| They wept.',
    "speaker after a quote": '"Why now?" Smith asked.| "Go!" she cried.',
    "quote then a sentence": '"Why now?"| The army left.',
    "brackets": "(He left.| She stayed.)| They met.",
    "footnote sign": "The war ended.[3]| The army left. [12] [13]| It rained.",
    "no space, word": "The army fled.|The city fell.",
    "no space, year": "It fell in 2021.|The army left.",
    "no space, opening quote": "It fell.|“We won,” he said.",
    "address of a site": "See example.com or www.Example.com today.",
    "mail address": "Write to john.Smith@example.org today.",
    "file path": "Open docs/readme.The file.",
    "version": "Take v1.2.3 now.",
    "name with a lower-case start": "It is over.| al-Qaeda has won.| iPhone sales rose.",
    "list number": "1. The army left.",
    "lower case goes on": "Yahoo! said no.",
    "accent": "Élodie est arrivée.| Émile left.",
    "no end": "Headline without an end",
    "etc": "They took guns, tanks etc.| The army left.",
    "versus": "Smith v. Jones was cited vs. Miller.".replace("Smith v. Jones was cited vs", "Smith vs"),
}


@pytest.mark.parametrize("marked", [pytest.param(text, id=name) for name, text in SENTENCES.items()])
def test_sentences(marked: str) -> None:
    assert pieces(marked.replace("|", "")) == [part.strip() for part in marked.split("|")]


STORY = [
    "The army of the north had marched for three days before it reached the river with its guns.",
    "On the far bank stood General Smith, who had been waiting there for two days with few men.",
    "Nobody had told the men in the boats on the river that night that Smith would never cross it.",
]
LINES = {
    "blank line": ("Headline\n\nThe army left", ["Headline", "The army left"]),
    "headline over text": (
        "Army leaves the city\nThe army left on foot.",
        ["Army leaves the city", "The army left on foot."],
    ),
    "byline": ("By Jane Doe\nKABUL", ["By Jane Doe", "KABUL"]),
    "one lower-case line": ("The army had left the city\nby noon.", ["The army had left the city\nby noon."]),
    "windows line ends": ("One\r\n\r\nTwo\r\nThree", ["One", "Two", "Three"]),
    "page break": ("One\x0cTwo", ["One", "Two"]),
    "line separator": ("One\u2028Two", ["One", "Two"]),
}


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*case, id=name) for name, case in LINES.items()])
def test_line_breaks(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


@pytest.mark.parametrize("width", [50, 62, 72, 80])
def test_hard_wrapped_text_is_not_cut_at_its_line_breaks(width: int) -> None:
    text = "War in the North\n\n" + textwrap.fill(" ".join(STORY), width) + "\n\nBy Jane Doe"
    assert [piece.replace("\n", " ") for piece in pieces(text)] == ["War in the North", *STORY, "By Jane Doe"]


def test_a_long_line_without_ends_is_cut_at_white_space() -> None:
    text = "word " * 2000
    spans = split_sentences(text)
    assert max(end - start for start, end in spans) <= MAX_CHARS
    assert all(text[start:end].startswith("word") and text[start:end].endswith("word") for start, end in spans)


def test_a_long_word_is_cut() -> None:
    assert [end - start for start, end in split_sentences("x" * (2 * MAX_CHARS + 1))] == [MAX_CHARS, MAX_CHARS, 1]


@pytest.mark.parametrize(
    ("joint", "end"),
    [
        ("; and then, once more", ";"),
        (", and then once more", ","),
        (" 3 May, 2021 and then on 4 May, 2022 and then on 5", ""),
        (" and then", ""),
    ],
    ids=["semicolon before comma", "comma", "no comma of a date", "blank"],
)
def test_a_sentence_without_end_is_cut_where_it_pauses(joint: str, end: str) -> None:
    text = ("they went on for many more days" + joint + " ") * 200
    pieces = [text[start:stop] for start, stop in split_sentences(text)]
    assert "".join("".join(pieces).split()) == "".join(text.split())
    assert all(MAX_CHARS // 2 <= len(piece) <= MAX_CHARS for piece in pieces[:-1])
    if end:
        assert all(piece.endswith(end) for piece in pieces[:-1])
    else:
        assert not any(piece.endswith(",") for piece in pieces)


@pytest.mark.parametrize(
    "unit",
    [".", " ", "\n", '."', ". ", "a.", "A.\n", "[1]", "?!", "(", "x", "U.S. ", "a b\n", ".A"],
)
def test_hostile_text_is_split_in_linear_time(unit: str) -> None:
    # No clock: a quadratic scan of a million characters would not end within a test run.
    text = unit * (1_000_000 // len(unit))
    covered = sum(end - start for start, end in split_sentences(text))
    assert covered >= sum(not char.isspace() for char in text)


PARTS = [*"aB.?!…\"'”’)( \n\t1[]-", "\u2028", "\r\n", "U.S. ", "Gen. ", "The ", "fled.", "é"]
MESSY = st.lists(st.sampled_from(PARTS), max_size=60).map("".join)


@given(st.one_of(st.text(max_size=80), MESSY))
@settings(max_examples=300)
def test_spans_are_in_order_trimmed_and_cover_all_words(text: str) -> None:
    for spans in (split_sentences(text), paragraphs(text)):
        last = 0
        for start, end in spans:
            assert last <= start < end <= len(text)
            assert text[start:end] == text[start:end].strip()
            assert not text[last:start].strip()
            last = end
        assert not text[last:].strip()


@given(MESSY, MESSY)
def test_a_blank_line_parts_texts(one: str, other: str) -> None:
    assert len(paragraphs(f"{one}\n\n{other}")) >= (len(one.strip()) > 0) + (len(other.strip()) > 0)

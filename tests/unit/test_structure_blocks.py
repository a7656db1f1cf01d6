"""What each block of a document is on its page, by the shape of its lines."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.structure import Role, blocks, running_sentences

# name, text, (role, level, words) of each block
PAGES = [
    (
        "markdown",
        "# Harbour board\n\n## Minutes\n\n- The crane was mended.\n- The lease was signed.\n\n> An old letter.",
        [
            ("heading", 1, "Harbour board"),
            ("heading", 2, "Minutes"),
            ("item", 0, "The crane was mended."),
            ("item", 0, "The lease was signed."),
            ("quoted", 0, "An old letter."),
        ],
    ),
    (
        "underlined",
        "The flood\n=========\n\nIt came at night and took the bridge.",
        [("heading", 1, "The flood"), ("rule", 0, "========="), ("text", 0, "It came at night and took the bridge.")],
    ),
    (
        "capitals and numbers",
        "MONDAY 6 MAY 2024\n\nThe road was shut.\n\n2.1 Findings\n\nThe board met twice.",
        [
            ("heading", 2, "MONDAY 6 MAY 2024"),
            ("text", 0, "The road was shut."),
            ("heading", 2, "2.1 Findings"),
            ("text", 0, "The board met twice."),
        ],
    ),
    (
        "a sentence is no heading",
        "The road was shut.\n\nNobody came to the hall, and the council went home without a vote on it.",
        [
            ("text", 0, "The road was shut."),
            ("text", 0, "Nobody came to the hall, and the council went home without a vote on it."),
        ],
    ),
    (
        "page heads",
        "They heard about\nJanuary 12, 2011  9 of 18\nthe contract.\nJanuary 12, 2011  10 of 18\nIt was signed.",
        [
            ("text", 0, "They heard about"),
            ("page head", 0, "January 12, 2011  9 of 18"),
            ("text", 0, "the contract."),
            ("page head", 0, "January 12, 2011  10 of 18"),
            ("text", 0, "It was signed."),
        ],
    ),
    (
        "a page number",
        "It was signed.\n\n- 14 -\n\nPage 15 of 20\n\nIt was sealed.",
        [
            ("text", 0, "It was signed."),
            ("page head", 0, "- 14 -"),
            ("page head", 0, "Page 15 of 20"),
            ("text", 0, "It was sealed."),
        ],
    ),
    (
        "a mail",
        "From: Ann Holm\nSent: 3 May 2021\nSubject: the crane\n\nIt was mended today.\n\n> Is it mended?",
        [
            ("mail head", 0, "From: Ann Holm"),
            ("mail head", 0, "Sent: 3 May 2021"),
            ("mail head", 0, "Subject: the crane"),
            ("text", 0, "It was mended today."),
            ("quoted", 0, "Is it mended?"),
        ],
    ),
    ("one such line is text", "From: what I heard he left.", [("text", 0, "From: what I heard he left.")]),
    (
        "front matter",
        "---\ntitle: The crane\ndate: 2021-05-03\n---\n\nIt was mended.",
        [
            ("front matter", 0, "---"),
            ("front matter", 0, "title: The crane"),
            ("front matter", 0, "date: 2021-05-03"),
            ("front matter", 0, "---"),
            ("text", 0, "It was mended."),
        ],
    ),
    (
        "stamps of a site",
        "2 hrs ago\n\n5 min read\n\nThe ferry sank two hours ago.",
        [("stamp", 0, "2 hrs ago"), ("stamp", 0, "5 min read"), ("text", 0, "The ferry sank two hours ago.")],
    ),
    (
        "question and answer",
        "Q. When did you leave?\nA. On 3 June.",
        [("spoken", 0, "Q. When did you leave?"), ("spoken", 0, "A. On 3 June.")],
    ),
    (
        "a log",
        "[2021-03-04 22:58] ann: it left\n[2021-03-04 23:40] bo: it is here",
        [("spoken", 0, "[2021-03-04 22:58] ann: it left"), ("spoken", 0, "[2021-03-04 23:40] bo: it is here")],
    ),
    (
        "a table",
        "| Day | What |\n| 3 May | mended |",
        [("row", 0, "| Day | What |"), ("row", 0, "| 3 May | mended |")],
    ),
]


@pytest.mark.parametrize(("name", "text", "expected"), PAGES, ids=[page[0] for page in PAGES])
def test_roles(name, text, expected):
    assert [(block.role.value, block.level, text[block.body : block.end]) for block in blocks(text)] == expected


LINES = st.sampled_from(
    [
        "# Head",
        "3 May 2021",
        "- item",
        "Page 1 of 9",
        "text of a line",
        "ends here.",
        "",
        " ",
        "---",
        "From: a",
        "To: b",
        "[1] Note",
        "Figure 1. It",
        "Ibid., p. 3.",
        "Read more: it",
        "Related stories",
        "Yours truly,",
        "Bo Carr",
        "References",
    ]
)


@given(st.lists(LINES | st.text(max_size=12), max_size=30).map("\n".join))
def test_blocks_hold_everything_in_order_and_apart(text):
    found = blocks(text)
    assert all(first.end <= second.start for first, second in itertools.pairwise(found))
    assert all(block.start <= block.body <= block.end for block in found)
    outside = set(range(len(text))) - {at for block in found for at in range(block.start, block.end)}
    assert not "".join(text[at] for at in sorted(outside)).strip()


def test_furniture_is_no_sentence():
    text = "# The crane\n\nFrom: Ann\nSent: 3 May\n\nIt was mended.\n\nPage 1 of 3\n\n- It works."
    assert [text[start:end] for start, end in running_sentences(text)] == ["The crane", "It was mended.", "It works."]
    assert Role.PAGE_HEAD in {block.role for block in blocks(text)}

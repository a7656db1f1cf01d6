"""What the documents of a collection know of each other's publication dates."""

import pytest

from timeline import Document, build
from timeline.dates import find
from timeline.dating import Analysis, dates_of
from timeline.model import Published, PublishedBasis
from timeline.timespan import TimeSpan
from timeline.why import text as because
from timeline.why_words import sentence

LAKE = {
    "august": (
        "General Ada Stone is in Port Hale. Norland will complete the withdrawal from Lake Orra this August, General "
        "Ada Stone said in Port Hale.",
        "2031-08-02",
    ),
    "september": (
        "Norland completed the withdrawal from Lake Orra on 30 August, General Ada Stone said in Port Hale.",
        "2031-09-03",
    ),
}
ORDER = (
    "As of February 2031 the rebels held Port Hale. General Ada Stone of Norland ordered a full withdrawal this year. "
    "The rebels of Lake Orra attacked Port Hale in 2025."
)


def published(given: dict[str, tuple[str, str]], hidden: str) -> Published:
    """What is known of a document without a date, beside some with theirs."""
    documents = [
        Document(id=name, text=text, published=TimeSpan.parse(date), published_basis=PublishedBasis.METADATA)
        for name, (text, date) in given.items()
    ]
    return build([*documents, Document(id="hidden", text=hidden)]).source("hidden").published


def test_this_year_is_the_year_that_several_documents_give_the_event() -> None:
    found = published(LAKE, ORDER)
    assert found.basis == PublishedBasis.INFERRED
    assert found.when is not None
    assert TimeSpan.parse("2031").contains(found.when), found
    assert str(found.when.first) == "2031-02-01"
    assert "august and september" in sentence(found.reason)


@pytest.mark.parametrize(
    "given",
    [
        pytest.param({"august": LAKE["august"]}, id="one document alone"),
        pytest.param(
            LAKE | {"later": (LAKE["september"][0].replace("30 August", "30 August 2029"), "2031-09-04")},
            id="documents that differ",
        ),
        pytest.param(
            {
                "bank": ("Tarn Bank completed the withdrawal of its notes on 30 August, Eva Lind said.", "2031-09-03"),
                "notes": ("Tarn Bank will complete the withdrawal this August, Eva Lind said in Brae.", "2031-08-02"),
            },
            id="documents about something else",
        ),
    ],
)
def test_this_year_stays_open_without_agreement(given: dict[str, tuple[str, str]]) -> None:
    found = published(given, ORDER)
    assert found.when is None or found.when.is_open, found


SUNDAY = "Ivo Bran of Rovers was arrested in Port Hale on Sunday, 1 February 2032, police in Port Hale said."


def test_a_weekday_is_that_of_the_document_that_dates_the_event() -> None:
    told = "Ivo Bran, the Rovers striker, was arrested in Port Hale on Sunday. Police in Port Hale let him go."
    found = published({"full": (SUNDAY, "2032-02-03")}, told)
    assert found.when is not None
    assert found.when.contains(TimeSpan.parse("2032-02-02")), found
    assert (found.when.length or 99) <= 8
    assert "2032-02-01 by full" in sentence(found.reason)


# When something was, as the other document tells it; how the document tells it; when that was published.
VAGUE = [
    ("a day by its month", "in February 2032", "on Sunday", "2032-02-01~/2032-03-02~"),
    ("no day by its year", "in 2032", "on Sunday", "None"),
    ("no week by its year", "in 2032", "last week", "None"),
    ("a month by its year", "in 2032", "last month", "2032-02-01~/2033-01-13~"),
    ("a year by itself", "in 2032", "last year", "2033-01-01~/2033-12-13~"),
    ("no year by its decade", "in the 2020s", "last year", "None"),
]


@pytest.mark.parametrize(("known", "told", "edtf"), [c[1:] for c in VAGUE], ids=[c[0] for c in VAGUE])
def test_a_date_elsewhere_dates_what_is_not_much_finer(known: str, told: str, edtf: str) -> None:
    other = f"Ivo Bran of Rovers was arrested in Port Hale {known}, police in Port Hale said."
    here = f"Ivo Bran, the Rovers striker, was arrested in Port Hale {told}. Police in Port Hale let him go."
    assert str(published({"full": (other, "2033-02-03")}, here).when) == edtf


@pytest.mark.parametrize(
    ("known", "is_dated"),
    [
        pytest.param("in February 2032", True, id="known to a month or two"),
        pytest.param("in 2032", False, id="known to a year"),
    ],
)
def test_a_document_that_is_dated_vaguely_itself_dates_no_other(known: str, *, is_dated: bool) -> None:
    texts = {
        "first": f"Ivo Bran of Rovers was arrested in Port Hale {known}, police in Port Hale said.",
        "second": (
            "Ivo Bran of Rovers was arrested in Port Hale last month, police in Port Hale said. "
            "Ada Stone of Rovers was freed in Port Hale last month."
        ),
        "third": "Ada Stone of Rovers was freed in Port Hale last month, police in Port Hale said.",
    }
    timeline = build([Document(id=name, text=text) for name, text in texts.items()])
    assert timeline.source("second").published.when is not None
    third = timeline.source("third").published.when
    assert (third is not None and not third.is_open) == is_dated


def test_another_matter_dates_nothing() -> None:
    told = "Ivo Karst, the mayor of Tarn, was arrested in Brae on Sunday. Eva Lind of Tarn Bank spoke of a plot."
    found = published({"full": (SUNDAY, "2032-02-03")}, told)
    assert found.when is None, found


def test_a_month_is_not_dated_by_a_year() -> None:
    quake = "A strong earthquake killed 40 people in Norland in 2003, the Red Cross in Port Hale said."
    told = "An earthquake killed ten people in Norland in February, the Red Cross in Port Hale said."
    found = published({"quake": (quake, "2004-01-02")}, told)
    assert found.when is None or found.when.is_open, found


CHAIN = ["Ivo Bran", "Ada Stone", "Eva Lind", "Rui Karst"]


@pytest.mark.parametrize("length", range(1, 5))
def test_documents_date_each_other_in_a_chain(length: int) -> None:
    deeds = ["was arrested in Port Hale on Sunday", "was freed in Port Hale on Saturday"]
    deeds += ["was attacked in Port Hale on Friday", "was injured in Port Hale on Thursday"]
    told = [f"{name} of Rovers {deed}" for name, deed in zip(CHAIN, deeds, strict=True)]
    first = Document(
        id="first",
        text=f"{told[0]}, 1 February 2032, police in Port Hale said.",
        published=TimeSpan.parse("2032-02-03"),
        published_basis=PublishedBasis.METADATA,
    )
    # Each tells of what the one before it tells of, and of one thing more.
    chain = [
        Document(id=f"link {i}", text=f"{told[i]}, police in Port Hale said. {'. '.join(told[i + 1 : i + 2])}.")
        for i in range(length)
    ]
    timeline = build([first, *chain])
    for i in range(length):
        when = timeline.source(f"link {i}").published.when
        assert when is not None, i
        assert when.contains(TimeSpan.on(TimeSpan.parse("2032-02-01").first.plus(-i)).about()), (i, when)
        assert (when.length or 99) <= 8, (i, when)


WIDE = [
    ("an open span", "2031-02-01/..", None),
    ("two years", "2031-02-01/2033-02-01", None),
    ("a year", "2031-02-01/2032-01-31", "2031-01-27/2032-01-26"),
    ("three days", "2031-02-04/2031-02-06", "2031-02-03"),
]


@pytest.mark.parametrize(("span", "monday"), [pytest.param(*case[1:], id=case[0]) for case in WIDE])
def test_a_weekday_is_read_from_a_span_no_wider_than_a_year(span: str, monday: str | None) -> None:
    text = "They met on Monday."
    one = Analysis(Document(id="a", text=text), tuple(find(text)), ())
    (mention,) = dates_of(one, Published(TimeSpan.parse(span), PublishedBasis.INFERRED, because("")))
    assert (None if mention.when is None else str(mention.when)) == monday

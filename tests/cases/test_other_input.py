"""Texts that are no English prose: in another language, tables, lists, capitals, without an end or a stop."""

import pytest

from timeline.model import Document
from timeline.pipeline import build, find_dates

GERMAN = (
    "Der Stadtrat hat am 3. Mai 2021 beschlossen, die alte Brücke über den Fluss zu schließen, weil sie nach der Flut "
    "nicht mehr sicher ist. Die Arbeiten beginnen am 05.06.2021, wie die Verwaltung am 2021-05-04 mitteilte."
)


def test_of_another_language_only_dates_in_figures_are_read() -> None:
    timeline = build([Document(id="bericht", text=GERMAN)])
    assert timeline.events == ()
    assert timeline.sources[0].document.language == "de"
    assert [str(date.when) for date in find_dates(Document(id="bericht", text=GERMAN))] == ["2021-06-05", "2021-05-04"]


def test_a_document_said_to_be_english_is_read_as_english() -> None:
    timeline = build([Document(id="a", text="The council closed the bridge on 3 May 2019.", language="en-GB")])
    assert len(timeline.events) == 1
    assert timeline.sources[0].document.language == "en-GB"


def test_a_document_said_to_be_in_another_language_is_not() -> None:
    assert build([Document(id="a", text="The council closed the bridge on 3 May 2019.", language="cy")]).events == ()


def test_english_documents_of_a_mixed_collection_are_read() -> None:
    documents = [Document("a", "The council closed the bridge on 3 May 2019."), Document("b", GERMAN)]
    timeline = build(documents)
    assert [mention.document for event in timeline for mention in event.mentions] == ["a"]
    assert [source.document.language for source in timeline.sources] == ["en", "de"]


LONG = " ".join(
    f"and on {day} May 2019 the council met in the hall while the mayor spoke of floods" for day in range(1, 29)
)

ODD = [
    ("table", "Date\tPort\tTons\n3 May 2019\tSamos\t120\n4 May 2019\tIzmir\t88\n9 May 2019\tBari\t240\n"),
    (
        "pipes",
        "| Date | Event | Dead |\n|---|---|---|\n| 3 May 2019 | Flood | 12 |\n| 4 May 2019 | Bridge closed | 0 |\n",
    ),
    ("comma-separated", "date,event,dead\n2019-05-03,flood,12\n2019-05-04,bridge closed,0\n"),
    ("list", "\n".join(f"- Bridge {n}, pier {n}, closed, {n} May 2019" for n in range(10, 29))),
    ("capitals", "THE COUNCIL OF HARWICK CLOSED THE BRIDGE ON 3 MAY 2019. THE MAYOR SIGNED THE ORDER ON 9 MAY 2019."),
    ("thousands of words", f"The record says {LONG * 5}."),
    ("no punctuation", LONG * 5),
    ("log", "2019-05-03 10:11:12 INFO server closed port=8080\n2019-05-03 10:12:00 ERROR io timeout retry=3\n"),
    ("code", "def main(argv):\n    for row in rows:\n        print(row['id'], '2019-05-03', file=sys.stderr)\n"),
    ("spaced letters", "T h e  c o u n c i l  m e t on 3 May 2019  a n d  c l o s e d"),
    (
        "references",
        "[1] Smith, J. (2019). Bridges. J. Floods 12(3), 44-58. Retrieved 3 May 2019.\n[2] Li, B. (2018).\n",
    ),
]


ENDLESS = ("thousands of words", "no punctuation")  # their last piece may be no longer than a long sentence


@pytest.mark.parametrize(("name", "text"), ODD, ids=[case[0] for case in ODD])
def test_what_is_no_prose_is_never_sure(name: str, text: str) -> None:
    for event in build([Document(id="odd", text=text, language="en")]):
        assert event.confidence < (0.9 if name in ENDLESS else 0.75), event.title


UNENDED = [
    "“The bridge was closed on 3 May 2019, said the mayor. It was “opened in 1911. He said “we will close it.",
    '"The bridge was closed on 3 May 2019. ' * 50,
    "(The bridge ((was [closed on 3 May 2019",
    "“" * 2000 + " 3 May 2019",
    "3 May 2019" * 500,
    "…—–-" * 3000,
]


@pytest.mark.parametrize("text", UNENDED, ids=range(len(UNENDED)))
def test_quotes_without_end_break_nothing(text: str) -> None:
    for event in build([Document(id="odd", text=text)]):
        for mention in event.mentions:
            assert text[mention.quote.start : mention.quote.end] == mention.quote.text

"""The dates of a document as TimeML: a valid XML document whose text is the input's, to the letter."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.export import timeml
from timeline.model import Document, PublishedBasis
from timeline.pipeline import find_dates
from timeline.timespan import TimeSpan


def written(text: str, published: TimeSpan | None = None) -> str:
    basis = PublishedBasis.GIVEN if published else PublishedBasis.UNKNOWN
    document = Document(id="d", text=text, published=published, published_basis=basis)
    return timeml.dumps(document, find_dates(document))


def parsed(text: str, published: TimeSpan | None = None) -> ElementTree.Element:
    return ElementTree.fromstring(written(text, published).encode())  # noqa: S314 - our own words


def tags(root: ElementTree.Element) -> list[tuple[str | None, dict[str, str]]]:
    return [(tag.text, dict(tag.attrib)) for tag in root.findall("TEXT/TIMEX3")]


TEXTS = [
    ("plain", "The mill burned on 3 May 2008."),
    ("none", "Nothing was said of when."),
    ("nothing at all", ""),
    ("only a date", "3 May 2008"),
    ("markup", "<b>R&D</b> ended in 'May 2008' & \"began\" in June 2009]]> -- <!-- 2010 -->"),
    ("line ends", "In 2008\r\nit rained,\rin 2009\n\tit  snowed.\n\n"),
    ("not ASCII", "Šárka 🎉 left Łódź\u00a0on 27 July 2008\u2028and came back in 2009."),
    ("an entity", "It cost &pound;5 in 1971 &amp; &#163;6 in 1972."),
    ("a range", "He ruled from 1862 to 1890, and fought on 1-2 September 1870."),
]


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in TEXTS])
def test_text_is_that_of_the_input(text):
    root = parsed(text, TimeSpan.day(2010, 5, 6))
    assert "".join(root.find("TEXT").itertext()) == text


@given(
    text=st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\r\n\t<>&3 May 2008"), max_size=60)
)
def test_any_text_comes_back(text):
    expected = text.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
    assert "".join(parsed(text).find("TEXT").itertext()) == expected


def test_what_xml_cannot_hold_keeps_its_place():
    assert "".join(parsed("Page 1\x0cIn \x002008 it\x1f rained.").find("TEXT").itertext()) == (
        "Page 1\ufffdIn \ufffd2008 it\ufffd rained."
    )


def test_each_date_has_its_tag():
    root = parsed(
        "It opened in early May 2008, on a Tuesday night, and closed two years later.", TimeSpan.day(2010, 5, 6)
    )
    assert tags(root) == [
        ("early May 2008", {"tid": "t1", "type": "DATE", "value": "2008-05", "mod": "START"}),
        ("Tuesday night", {"tid": "t2", "type": "TIME", "value": "2010-05-04TNI"}),
        ("two years later", {"tid": "t3", "type": "DATE", "value": "2012"}),
    ]


def test_ends_of_a_range_have_tags_of_their_own():
    assert [said for said, _ in tags(parsed("He ruled from 1862 to 1890."))] == ["1862", "1890"]


CREATED = [
    ("day", TimeSpan.day(2010, 5, 6), "2010-05-06"),
    ("month", TimeSpan.month(2010, 5), "2010-05"),
    ("unknown", None, None),
]


@pytest.mark.parametrize(("published", "value"), [case[1:] for case in CREATED], ids=[case[0] for case in CREATED])
def test_publication_date_is_the_creation_time(published, value):
    root = parsed("It rained yesterday.", published)
    created = root.find("DCT/TIMEX3")
    assert (created.get("value") if created is not None else None) == value
    if created is not None:
        assert (created.get("tid"), created.get("functionInDocument")) == ("t0", "CREATION_TIME")


def test_name_of_the_document_is_escaped():
    root = ElementTree.fromstring(timeml.dumps(Document(id="a<b>&c", text="x"), ()))  # noqa: S314 - our own words
    assert root.findtext("DOCID") == "a<b>&c"


def test_command_tags_standard_input(run):
    status, out, err = run("dates", "--format", "timeml", "--published", "2010-05-06", stdin=b"Rain & sun today.")
    root = ElementTree.fromstring(out.encode())  # noqa: S314 - our own words
    assert (status, err) == (0, "")
    assert root.find("DCT/TIMEX3").get("value") == "2010-05-06"
    assert tags(root) == [("today", {"tid": "t1", "type": "DATE", "value": "2010-05-06"})]


def test_command_tags_a_file(run, tmp_path):
    (tmp_path / "a.txt").write_text("It rained in 2008.\nIt rained in 2009.", encoding="utf-8")
    status, out, _ = run("dates", "--format", "timeml", str(tmp_path / "a.txt"))
    root = ElementTree.fromstring(out.encode())  # noqa: S314 - our own words
    assert status == 0
    assert "".join(root.find("TEXT").itertext()) == "It rained in 2008.\nIt rained in 2009."


def test_command_writes_one_document_only(run, tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("It rained in 2008.", encoding="utf-8")
    status, out, err = run("dates", "--format", "timeml", str(tmp_path))
    assert (status, out) == (2, "")
    assert "one document" in err


def test_formats_exclude_each_other(run):
    assert run("dates", "--jsonl", "--format", "table")[0] == 2


def test_format_jsonl_is_that_of_the_short_option(run):
    line = b'{"id": "a", "text": "It rained in 2008."}\n'
    assert run("dates", "--format", "jsonl", stdin=line) == run("dates", "--jsonl", stdin=line)

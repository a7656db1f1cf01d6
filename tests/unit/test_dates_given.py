"""Dates that a person gives by themselves."""

from __future__ import annotations

import pytest

from timeline.dates import written_date
from timeline.errors import DateError

DATES = [
    ("2021-05-06", "2021-05-06"),
    ("2021-05", "2021-05"),
    ("2021~", "2021~"),
    ("6 May 2021", "2021-05-06"),
    ("6th of May, 2021", "2021-05-06"),
    ("May 6, 2021 07:43 IST", "2021-05-06"),
    ("Thu, 6 May 2021 07:43:00 +0530", "2021-05-06"),
    ("May 2021", "2021-05"),
    ("spring 2021", "2021-21"),
    ("13/5/2021", "2021-05-13"),
    ("5/13/2021", "2021-05-13"),
    ("2021/05/06", "2021-05-06"),
    ("44 BC", "-0043"),
    ("20210506", "2021-05-06"),
    ("2021.05.06", "2021-05-06"),
    ("6 mai 2021", "2021-05-06"),
    ("6. Mai 2021", "2021-05-06"),
    ("6 мая 2021", "2021-05-06"),
    ("6 de mayo de 2021", "2021-05-06"),
    ("Mai 2021", "2021-05"),
    ("dec 6 2021", "2021-12-06"),
]


@pytest.mark.parametrize(("text", "edtf"), DATES, ids=[text for text, _ in DATES])
def test_reads(text: str, edtf: str) -> None:
    assert str(written_date(text)) == edtf


@pytest.mark.parametrize(("order", "edtf"), [("DMY", "2021-05-08"), ("MDY", "2021-08-05")])
def test_an_order_settles_figures(order: str, edtf: str) -> None:
    assert str(written_date("8/5/2021", date_order=order)) == edtf
    assert str(written_date("08-05-2021 14:00", date_order=order)) == edtf
    assert str(written_date("lundi 08/05/2021", date_order=order)) == edtf


@pytest.mark.parametrize("text", ["", "soon", "tomorrow", "May", "Thursday", "last month", "6 May 2021 or so", "21:30"])
def test_what_is_no_complete_date(text: str) -> None:
    with pytest.raises(DateError, match="is no date of the form"):
        written_date(text)


LACKING = [
    ("yesterday", "it counts from another day"),
    ("last month", "it counts from another day"),
    ("Thursday", "it counts from another day"),
    ("3 May", "its year is missing"),
    ("Christmas", "its year is missing"),
    ("soon", "2021"),
]


@pytest.mark.parametrize(("text", "said"), LACKING, ids=[text for text, _ in LACKING])
def test_what_a_date_lacks_is_said(text: str, said: str) -> None:
    with pytest.raises(DateError, match=f"{said}$"):
        written_date(text)


TWO_READINGS = [
    (" 8/5/2021 ", None, "'8/5/2021' may be 2021-05-08 or 2021-08-05: write it like that, or name the date order"),
    (
        "lundi 08/05/2021",
        None,
        "'lundi 08/05/2021' may be 2021-05-08 or 2021-08-05: write it like that, or name the date order",
    ),
    ("3 listopada 2021", None, "'3 listopada 2021' may be 2021-10-03 or 2021-11-03: write it like that"),
    ("3 listopada 2021", "DMY", "'3 listopada 2021' may be 2021-10-03 or 2021-11-03: write it like that"),
]


@pytest.mark.parametrize(("text", "order", "sentence"), TWO_READINGS)
def test_a_date_with_two_readings_is_refused(text: str, order: str | None, sentence: str) -> None:
    with pytest.raises(DateError, match=f"^{sentence}$"):
        written_date(text, date_order=order)

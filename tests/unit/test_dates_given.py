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
]


@pytest.mark.parametrize(("text", "edtf"), DATES, ids=[text for text, _ in DATES])
def test_reads(text: str, edtf: str) -> None:
    assert str(written_date(text)) == edtf


@pytest.mark.parametrize(("order", "edtf"), [("DMY", "2021-05-08"), ("MDY", "2021-08-05")])
def test_an_order_settles_figures(order: str, edtf: str) -> None:
    assert str(written_date("8/5/2021", date_order=order)) == edtf


@pytest.mark.parametrize("text", ["", "soon", "tomorrow", "May", "Thursday", "last month", "6 May 2021 or so", "21:30"])
def test_what_is_no_complete_date(text: str) -> None:
    with pytest.raises(DateError, match="is no date of the form"):
        written_date(text)


def test_figures_with_two_readings() -> None:
    with pytest.raises(DateError, match="'8/5/2021' may be 2021-05-08 or 2021-08-05"):
        written_date(" 8/5/2021 ")

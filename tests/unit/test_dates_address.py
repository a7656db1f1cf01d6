"""The day in a web address, and figures in one that are no day."""

import pytest

from timeline.dates.address import day_in

DAYS = [
    ("https://example.org/2013/05/03/flood", "2013-05-03"),
    ("https://example.org/news/2013/may/3/flood.html", "2013-05-03"),
    ("https://example.org/2013/Feb/03/flood", "2013-02-03"),
    ("https://example.org/2013-05-03/flood", "2013-05-03"),
    ("https://example.org/2013-05-03-flood", "2013-05-03"),
    ("https://example.org/2013/05/03", "2013-05-03"),
    ("/2013/05/03/", "2013-05-03"),
    ("https://example.org/2013/05/flood", None),
    ("https://example.org/2013/02/30/flood", None),
    ("https://example.org/20130503/flood", None),
    ("https://example.org/2013/05-03/flood", None),
    ("https://example.org/id/2013/0503/flood", None),
    ("https://example.org/2013/05/034/flood", None),
    ("https://example.org/flood", None),
    ("", None),
]


@pytest.mark.parametrize(("address", "day"), DAYS, ids=[address or "none" for address, _ in DAYS])
def test_day_in_an_address(address: str, day: str | None) -> None:
    found = day_in(address)
    assert (str(found[0]) if found else None) == day
    assert found is None or found[1] in address

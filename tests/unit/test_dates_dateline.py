"""The date that a text states of itself, and the dates that look like it."""

import pytest

from timeline.dates import find, partial, stated
from timeline.model import PublishedBasis

STATED = [
    ("updated", "Flood warning\n\nUpdated: May 06, 2021 07:43 IST\n\nThe river rose.", "2021-05-06"),
    ("published on", "Flood warning\nPublished on 3 May 2021\nThe river rose.", "2021-05-03"),
    ("posted", "Flood warning\nPosted: Tue, 4 May 2021 at 09:56\nThe river rose.", "2021-05-04"),
    ("figures", "Flood warning\nPublished: 2021-05-04\nThe river rose.", "2021-05-04"),
    ("a line of its own", "Flood warning\nMay 6, 2021\nThe river rose.", "2021-05-06"),
    ("a line with its author", "Flood warning\nBy Ann Poe, May 6, 2021\nThe river rose.", "2021-05-06"),
    ("dateline", "KABUL, Sept. 3, 2021 (AP) - Shops opened again on Friday.", "2021-09-03"),
    ("dateline with a dash", "LONDON, 3 September 2021 – Shops opened again on Friday.", "2021-09-03"),
    (
        "dateline of a story about a deadline",
        "OSLO, July 31, 2018 (Reuters) - The board met today and set a deadline of December 4, 2018 for its decision.",
        "2018-07-31",
    ),
    ("published beats updated", "Updated: May 8, 2021\nPublished: May 6, 2021\n\nThe river rose.", "2021-05-06"),
    ("at the end", "The river rose. " * 300 + "\nPublished: May 6, 2021", "2021-05-06"),
]


@pytest.mark.parametrize(("text", "edtf"), [pytest.param(text, edtf, id=name) for name, text, edtf in STATED])
def test_byline_or_dateline_is_the_publication_date(text, edtf):
    published = stated(text, find(text))
    assert published is not None
    assert (str(published.when), published.basis) == (edtf, PublishedBasis.STATED)
    assert published.reason
    (evidence,) = published.evidence
    assert text[evidence.start : evidence.end] == evidence.text


NOT_STATED = [
    ("design", "Site designed 12 May 2003\n\nThe river rose."),
    ("copyright", "Copyright 12 May 2003\n\nThe river rose."),
    ("caption", "Firemen in Leeds, England, 01 August 2021. The river rose."),
    ("photo", "Photo: Leeds, 1 August 2021\n\nThe river rose."),
    ("prose", "The report was published on 3 May 2021 and said that the river would rise again before long."),
    ("story", "The river rose on 3 May 2021, and again on 5 May 2021."),
    ("deep inside", "The river rose. " * 300 + "\nMay 6, 2021\n" + "It fell. " * 300),
    ("no year", "KABUL, Aug 3 (Reuters) - Shops opened again."),
    ("no date", "The river rose."),
]


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in NOT_STATED])
def test_other_dates_are_not_the_publication_date(text):
    assert stated(text, find(text)) is None


PARTIAL = [
    ("agency", "KABUL, Aug 3 (Reuters) - Shops opened again.", "Aug 3"),
    ("brackets", "Kabul [Afghanistan], May 6 (ANI): Shops opened again after a week.", "May 6"),
]


@pytest.mark.parametrize(("text", "words"), [pytest.param(text, words, id=name) for name, text, words in PARTIAL])
def test_dateline_without_a_year_is_partial(text, words):
    found = partial(text, find(text))
    assert found is not None
    assert found.candidate.quote.text == words
    assert found.reason


def test_order_of_figures_can_be_given():
    text = "Flood warning\nPublished: 06/05/2021\nThe river rose."
    assert str(stated(text, find(text), date_order="DMY").when) == "2021-05-06"
    assert str(stated(text, find(text)).when) == "2021-06-05"

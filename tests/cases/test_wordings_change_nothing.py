"""No stage reads a sentence: with every wording another, a build gives the same results in other words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from timeline import Document, Timeline, build, export, find_dates, why_words
from timeline.curation import Correction, curate, merge, redate, restatus, split
from timeline.timespan import TimeSpan
from timeline.why_words import REFERENCES, WORDINGS, Wording

PILE = [
    # a publication date that is stated, relative dates, a headline, what tells again and goes on
    (
        "paper",
        "Council of Harwick closes bridge\n\nHARWICK, 10 June 2019 (Wire) - The council of Harwick closed the old "
        "bridge on Friday. The closure came a week after the flood. The mayor, Ann Berg, said on 3 May that the bridge "
        "would reopen next month. She visited it last year. It had been opened in the nineties. At noon the council "
        "met. Engineers will return on the 14th. The vote is due by the end of the week.",
    ),
    # the same from another source, with a date in figures that can be read in two orders
    (
        "letter",
        "Harwick, 12 June 2019\n\nThe council of Harwick closed the old bridge on 07/06/2019. The flood of 31 May 2019 "
        "had damaged it. Ann Berg resigned two days after the vote on 3 May 2019. Residents reported a sixth day of "
        "heavy fighting over the bridge.",
    ),
    # the publication date must be worked out
    (
        "undated",
        "Bridge at Harwick is closed\n\nThe council of Harwick closed the old bridge last week. The flood of 31 May "
        "2019 had damaged it. On Tuesday Ann Berg resigned. The works will begin on 20 June.",
    ),
    # a story of its own, told from one date to the next
    (
        "story",
        "The ship left Lisbon on 3 May 1911. Two days later it sank off Harwick. In July the owners sold the wreck. "
        "In the following year a court fined the owners. That same day the captain died. On the sixth day of the "
        "strike the owners gave in.",
    ),
    # nothing places it
    ("open", "The council closed the bridge last week. Ann Berg resigned on Tuesday. The 14th was a fine day."),
    # every way to name a day, in news and in a story
    (
        "ways",
        "10 June 2019\n\nThe council met on Tuesday, next Tuesday, last Tuesday and at the weekend. It met last "
        "August, next March, this summer, on 29 February and on 3 May. It met on 31 February 2019 and on 29 February "
        "2019. It met every Monday for two years, recently, in the past two years and 90,000 years ago. It met from "
        "Friday to Monday. A few hours later it rained. A few days later it rained. The first week of May was dry. It "
        "met the day after 5 May 2019. It will meet on 20 June. It met from May to March 2019.",
    ),
    (
        "diary",
        "In 1911 the ship left Lisbon. In March it met a storm. On Tuesday it sank. At noon the crew was saved. Today "
        "nobody knows where it lies. In the fifties it was sought. In May 1912 a court met. That same day a witness "
        "came. The next day the court rose. In the same month of 1915 it met again. The following Tuesday it closed.",
    ),
    ("bound", "The council closed the bridge in March 2014. The harbour was sold in April 2014."),
    ("copy", "Harwick, 12 June 2019\n\nThe council of Harwick closed the old bridge on 07/06/2019. The flood of 31 May "
        "2019 had damaged it. Ann Berg resigned two days after the vote on 3 May 2019."),
]  # fmt: skip
WITHIN = Document("month", "The council met last week. It closed the bridge in May.", published=TimeSpan.month(2019, 6))
DOCUMENTS = [*(Document(name, text) for name, text in PILE), WITHIN]
SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def sentences(value: Any) -> Iterator[str]:
    """The sentences of an export."""
    if isinstance(value, list):
        for each in value:
            yield from sentences(each)
    elif isinstance(value, dict):
        for key, each in value.items():
            told = [each] if isinstance(each, str) else each
            yield from told if key in ("reason", "reasons") else sentences(each)


def exported(timeline: Timeline) -> set[str]:
    """The sentences that an export of a timeline shows."""
    return set(sentences(json.loads(export.dumps(timeline, all_events=True))))


def corrected(timeline: Timeline) -> Timeline:
    """A timeline with events merged, split, dated and given a status by a person."""
    first, second, third, *_ = timeline.events
    several = max(timeline.events, key=lambda event: len(event.mentions))
    drafts = [
        merge(first, second, timeline=timeline),
        redate(third, "1999", timeline=timeline),
        restatus(third, "denied", timeline=timeline),
        split(several, [0], timeline=timeline),
    ]
    log = [Correction(number, "Ann", "2021-05-06T10:00:00Z", draft) for number, draft in enumerate(drafts, 1)]
    return curate(timeline, log).timeline


def reword(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    """Give every kind of reason, and everything that dates count from, one and the same wording."""
    other = {kind: Wording(lambda **_: said, wording.example, wording.between) for kind, wording in WORDINGS.items()}
    monkeypatch.setattr(why_words, "WORDINGS", other)
    monkeypatch.setattr(why_words, "REFERENCES", dict.fromkeys(REFERENCES, said))


# Of the words that stages once looked for in sentences, each alone and none.
SAID = [
    "x",
    "the publication date",
    "the date told last; it could be",
    "no date of its own: ’: (worked out, not stated)",
]


@pytest.mark.parametrize("said", SAID)
def test_other_wordings_change_no_result(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    built, dates = build(DOCUMENTS), [find_dates(document) for document in DOCUMENTS]
    left = corrected(built)
    assert len(exported(left)) > 40
    reword(monkeypatch, said)
    assert [find_dates(document) for document in DOCUMENTS] == dates
    assert build(DOCUMENTS) == built
    assert corrected(built) == left
    assert exported(left) == {said}


@pytest.mark.skipif(not SEEDS, reason="the sample documents are not part of a package")
def test_nor_any_of_the_sample_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    documents = [Document(file.name, file.read_text(encoding="utf-8")) for file in SEEDS]
    built = build(documents)
    reword(monkeypatch, "x")
    assert build(documents) == built


def test_the_documents_call_for_most_kinds_of_reasons() -> None:
    timeline = corrected(build(DOCUMENTS))
    reasons = [reason for event in timeline for each in (event, *event.mentions) for reason in each.reasons]
    reasons += [mention.date.reason for event in timeline for mention in event.mentions]
    reasons += [date.reason for one in DOCUMENTS for date in find_dates(one)]
    reasons += [source.published.reason for source in timeline.sources]
    kinds = {each.kind for reason in reasons for each in reason.all()}
    assert len(kinds) >= 60, sorted(WORDINGS.keys() - kinds)

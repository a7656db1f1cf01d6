"""Events of documents whose headings and entries say when what stands under them was: diaries, logs, minutes."""

from __future__ import annotations

import json

import pytest

from timeline import Document, build, export
from timeline.model import Basis, Timeline, main_events

DIARY = """DIARY OF ANN HOLM, 1916

July 1st. Up at five. The battery fired all morning. At noon Cole was wounded by a shell.

2nd. Rain all day. We buried him at dusk. The colonel had left the day before.

3rd. A shell killed two horses.
"""

LIVEBLOG = """MONDAY 6 MAY 2024

21:10 Police closed the bridge.
23:40 The mayor visited the site.
00:20 Police arrested two men.

TUESDAY 7 MAY 2024

The inquiry into the fire of 2 May goes on.

08:15 Engineers reopened the bridge.
"""

MINUTES = """Minutes of the meeting held on Tuesday 4 March 2014 at the Town Hall

1. The clerk reported that the playground was closed last Thursday.

2. The auditor will visit next week.
"""

OUTAGES = """# Two outages

### October 21, 2025 - Cache overload

- 21:45 UTC - The team deployed a change
- 23:28 UTC - The service recovered

### October 28, 2025 - Pool exhaustion

- 19:12 UTC - A deployment crashed the pods
- 21:31 UTC - The service recovered
"""

MAIL = """From: Ann Holm
Sent: 3 May 2021
Subject: the crane

The crane was repaired yesterday.

Page 1 of 2

The inspector arrived on 29 April 2021.
"""


def made(text: str) -> Timeline:
    return build([Document(id="page", text=text)])


@pytest.mark.parametrize(
    ("text", "trigger", "edtf", "time"),
    [
        pytest.param(DIARY, "wounded", "1916-07-01", "12:00", id="entry with a month and day"),
        pytest.param(DIARY, "buried", "1916-07-02", "", id="entry with a number alone"),
        pytest.param(DIARY, "killed", "1916-07-03", "", id="entry told without a date"),
        pytest.param(LIVEBLOG, "closed", "2024-05-06", "21:10", id="clock time below a day"),
        pytest.param(LIVEBLOG, "arrested", "2024-05-07", "00:20", id="clock time behind midnight"),
        pytest.param(LIVEBLOG, "reopened", "2024-05-07", "08:15", id="clock time behind a day told in passing"),
        pytest.param(MINUTES, "closed", "2014-02-27", "", id="last Thursday counts from the meeting"),
        pytest.param(MINUTES, "visit", "2014-03-10/2014-03-16", "", id="next week counts from the meeting"),
        pytest.param(OUTAGES, "deployed", "2025-10-21", "21:45Z", id="section with a day among other words"),
        pytest.param(OUTAGES, "deployment", "2025-10-28", "19:12Z", id="the next section"),
        pytest.param(MAIL, "arrived", "2021-04-29", "", id="below the head of a mail"),
    ],
)
def test_event_of_an_entry(text: str, trigger: str, edtf: str, time: str) -> None:
    (event,) = (event for event in made(text).events if any(m.trigger.text == trigger for m in event.mentions))
    assert str(event.when) == edtf
    assert event.time == time


@pytest.mark.parametrize(
    "sentence",
    ["The colonel had left.", "Hart had already been killed.", "He had never written.", "The mill had long burned."],
)
def test_what_an_entry_looks_back_on_is_not_of_its_day(sentence: str) -> None:
    text = f"2 July 1916\n\nRain all day.\n\n3 July 1916\n\n{sentence} A shell killed two horses.\n"
    dated = {m.quote.text for event in made(text).events for m in event.mentions if str(m.when) == "1916-07-03"}
    assert dated == {"A shell killed two horses."}


def test_like_events_of_two_sections_are_two() -> None:
    recovered = [e for e in made(OUTAGES).events if any(m.trigger.text == "recovered" for m in e.mentions)]
    assert [str(event.when) for event in recovered] == ["2025-10-21", "2025-10-28"]


def test_the_heading_is_the_evidence() -> None:
    (event,) = (e for e in made(DIARY).events if any(m.trigger.text == "killed" for m in e.mentions))
    date = event.mentions[0].date
    assert date.basis == Basis.STATED
    assert date.quote is None
    assert [quote.text for quote in date.evidence] == ["3rd"]
    (written,) = (e for e in json.loads(export.dumps(made(DIARY), all_events=True))["events"] if e["id"] == event.id)
    (evidence,) = written["mentions"][0]["date"]["evidence"]
    assert DIARY[evidence["start"] : evidence["end"]] == evidence["text"] == "3rd"
    assert evidence["source"] == "page"


def test_events_of_a_day_come_by_their_clock() -> None:
    text = "On 29 September 2025 the rollback failed at 17:40. The fault was found at 17:25. At 17:02 the work began."
    assert [event.time for event in main_events(made(text))] == ["17:02", "17:25", "17:40"]


def test_furniture_tells_nothing() -> None:
    told = {m.quote.text for event in made(MAIL).events for m in event.mentions}
    assert told == {"The crane was repaired yesterday.", "The inspector arrived on 29 April 2021."}


HISTORY = """The storming

The fort was stormed by the people of the town. The king fled to the coast. Historians have argued about it since.
The standard work appeared in 1969.
"""


def test_the_opening_of_a_history_is_no_news() -> None:
    (event,) = (e for e in made(HISTORY).events if any(m.trigger.text == "stormed" for m in e.mentions))
    assert event.when is None

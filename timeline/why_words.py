"""The sentences of reasons: one wording for each kind, and what makes a sentence of a reason with it.

Only what shows a reason to a person comes here: exports, reports, the page and the commands. No stage reads a sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from timeline.timespan import Day, TimeSpan
from timeline.why import TEXT, CountsFrom, Why
from timeline.wording import MONTHS

REFERENCES = {
    CountsFrom.NOTHING: "",
    CountsFrom.PUBLICATION: "the publication date",
    CountsFrom.HEADING: "the date of the heading above it",
    CountsFrom.TOLD_LAST: "the date told last",
    CountsFrom.BESIDE: "the date named beside it",
    CountsFrom.AWAITED: "the publication date, which is not known",
}
"""What dates count from: the `{source}` of a wording."""


SHARES_IN_WORDS = {
    "complete": "the date is complete in the text",
    "ambiguous": "day and month of the date may have changed places",
    "completed": "a part of the date was filled in",
    "counted": "the date is counted from the publication date",
    "counted on": "the date is counted from one told before",
    "anchored": "the date is that of another report",
    "publication": "the date is that of the publication",
    "bounded": "only the day of its text bounds it",
    "undated": "nothing places it in the calendar",
    "worked out": "the publication date was worked out",
    "near": "date and event stand together",
    "far": "date and event stand apart",
    "guessed": "the event is a guess",
    "sentence": "a plain sentence",
    "long": "a long sentence",
    "endless": "a sentence without end",
    "capitals": "all in capitals",
    "list": "a list of words",
    "no prose": "no running text",
}
"""The parts of a confidence, by their names in `events.confidence`."""

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


@dataclass(frozen=True, slots=True)
class Wording:
    """How the reasons of one kind are told.

    `template` is a format string, or makes the sentence of the fields. `example` names the fields, in the order of a
    reason's parts, each with a value; where it names one field "parts", they are any number, and `between` joins them.
    Of a field "day" a single day is told in words ("6 May 2021").
    """

    template: str | Callable[..., str]
    example: Mapping[str, str | int | float | Why]
    between: str = ""


def _says(template: str | Callable[..., str], /, **example: str | int | float | Why) -> Wording:
    return Wording(template, MappingProxyType(example))


def _joins(between: str, /, parts: Why) -> Wording:
    return Wording("{parts}", MappingProxyType({"parts": parts}), between)


def sentence(why: Why) -> str:
    """A reason in words. One of a kind that this version does not know is told by its parts.

    >>> sentence(Why("read-from", ("last year", "2021-05-06"), CountsFrom.PUBLICATION))
    "'last year' read from 6 May 2021, the publication date"
    """
    wording = WORDINGS.get(why.kind)
    shown = [sentence(part) if isinstance(part, Why) else part for part in why.parts]
    if wording is not None and "parts" in wording.example:
        fields: dict[str, str | int | float] = {"parts": wording.between.join(map(str, shown))}
    elif wording is not None and len(shown) == len(wording.example):
        fields = dict(zip(wording.example, shown, strict=True))
    else:
        return "; ".join(map(str, (why.kind, *shown)))
    if "day" in fields:
        fields["day"] = _day(str(fields["day"]))
    template = wording.template
    if isinstance(template, str):
        return template.format(**fields, source=REFERENCES[why.counts_from])
    return template(**fields)


def said(day: Day) -> str:
    """A day in words.

    >>> said(Day(2021, 5, 6)), said(Day(-489, 9, 12))
    ('6 May 2021', '12 September 490 BC')
    """
    year = str(day.year) if day.year > 0 else f"{1 - day.year} BC"
    return f"{day.day} {MONTHS[day.month - 1]} {year}"


def _day(edtf: str) -> str:
    """A single day in words, all else as it stands."""
    try:
        first = TimeSpan.parse(edtf).first
    except ValueError:
        return edtf
    return said(first) if first is not None and str(first) == edtf else edtf


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'s' * (count != 1)}"


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def _share(name: str, share: float) -> str:
    return f"{SHARES_IN_WORDS.get(name, name)} {share:.2f}"


def _one_event(reports: int, sources: int) -> str:
    return f"{reports} reports from {_counted(sources, 'source')} are one event"


def _one_text(count: int, sources: int) -> str:
    if count < sources:
        return f"{_number(count)} of the {_number(sources)} sources carry the same text, so they count as one"
    whole = "both" if sources == 2 else f"all {_number(sources)}"
    return f"{whole} sources carry the same text, so they count as one"


def _sure(confidence: float, why: str, others: int) -> str:
    alike = f"; {_counted(others, 'further source')} told alike" if others else ""
    return f"confidence {confidence:.2f}: {why}{alike}"


def _reports(count: int) -> str:
    return "one report" if count == 1 else f"{count} reports"


def _of_years(past: int, years: int, deictic: int, recent: int) -> str:
    return (
        f"{_counted(past, 'date')} of past years ({years} different), {recent} of recent years, "
        f"{deictic} that point from the day of writing"
    )


def _history(past: int, years: int, deictic: int, recent: int, needed: int) -> str:
    return f"it holds {_of_years(past, years, deictic, recent)}; a history has at least {needed} of past years"


def _no_history(past: int, years: int, deictic: int, recent: int, needed: int) -> str:
    if not past:
        return "it names no past year"
    return (
        f"a history has at least {needed} dates of past years, 3 of them different, and few others; this text holds "
        f"{_of_years(past, years, deictic, recent)}"
    )


def _without(reports: int, who: str) -> str:
    return f"Without {_reports(reports)}: rejected by {who}"


def _went_off(reports: int, who: str) -> str:
    return f"{_reports(reports).capitalize()} split off by {who}"


_WRITTEN = Why("written-out", ("3 May 2021",))

WORDINGS: dict[str, Wording] = {
    TEXT: _says("{said}", said="as the register has it"),
    # Dates read by themselves
    "written-out": _says("'{words}' is written out in full", words="3 May 2021"),
    "under-heading": _says("it stands under '{words}', {day}", words="2nd", day="1916-07-02"),
    "heads-below": _says("'{words}' with what stands above it is {day}", words="2nd", day="1916-07-02"),
    "day-first": _says("'{words}' read as day, month, year; it could be month, day, year", words="05.03.2008"),
    "month-first": _says("'{words}' read as month, day, year; it could be day, month, year", words="01/03/2008"),
    "no-such-day": _says("there is no day '{words}'", words="31/02/2008"),
    "no-such": _says("there is no '{words}'", words="29 February 2021"),
    "length-of-time": _says("'{words}' is a length of time", words="two years"),
    "set-of-times": _says("'{words}' is a set of times", words="every Monday"),
    "names-no-days": _says("'{words}' names no days", words="recently"),
    "time-of-telling": _says("'{words}' is the time of telling, not of the story", words="today"),
    "no-range": _says("the ends of '{words}' do not make a range", words="from May to March 2021"),
    "beyond-calendar": _says("'{words}' lies beyond the calendar", words="90,000 years ago"),
    # Dates that count from another
    "reference": _says("{source}"),
    "read-from": _says("'{words}' read from {day}, {source}", words="last year", day="2021-05-06"),
    "read-from-span": _says("'{words}' read from {span}, {source}", words="the next year", span="2021-05"),
    "day-of-span": _says("'{words}' is a day of {span}, {source}", words="that same day", span="2021-05"),
    "keeps-to-day": _says(
        "'{words}' keeps to the day it counts from, {source}, but does not say how long", words="a few hours later"
    ),
    "weekday-before": _says(
        "'{words}' is the latest such day before {day}, {source}", words="last Tuesday", day="2021-05-06"
    ),
    "weekday-after": _says(
        "'{words}' is the first such day after {day}, {source}", words="next Tuesday", day="2021-05-06"
    ),
    "weekday-to-come": _says(
        "'{words}' is the next such day, told as to come, from {day}, {source}", words="Tuesday", day="2021-05-06"
    ),
    "weekday-onward": _says("'{words}' is the next such day from {day}, {source}", words="Tuesday", day="2021-05-06"),
    "weekday-up-to": _says(
        "'{words}' is the latest such day up to {day}, {source}", words="Tuesday", day="2021-05-06"
    ),
    "latest-decade": _says("'{words}' is the latest such decade, seen from {year}", words="the nineties", year=2021),
    "month-beside": _says(
        "the month of '{words}' is {month}: told beside {day}, {source}",
        words="the 14th", month="2021-05", day="2021-05-06",
    ),
    "clock-day": _says("the day of '{words}' is {day}, {source}", words="at noon", day="2021-05-06"),
    "year-is": _says(
        "the year of '{words}' is {year}: {why}", words="3 May", year=2021, why=Why("year-in-text")
    ),
    "year-in-text": _says("the text names that day with its year"),
    "year-in-story": _says("it fits the dates told around it"),
    "year-above": _says("that of the heading above it"),
    "year-over-by": _says("the latest that was over by {day}, {source}", day="2021-05-06"),
    "year-first-after": _says("the first after {day}, {source}", day="2021-05-06"),
    "year-same": _says("that of the year of {day}, {source}", day="2021-05-06"),
    "year-coming-soon": _says("the next, soon after {day}, {source}", day="2021-05-06"),
    "year-latest-past": _says("the latest, told as past, up to {day}, {source}", day="2021-05-06"),
    "year-next": _says("the next, told as to come, from {day}, {source}", day="2021-05-06"),
    "year-nearest": _says("the nearest to {day}, {source}", day="2021-05-06"),
    "published-within": _says(
        "{why}; the publication date is known only as {published}", why=_WRITTEN, published="2021-05"
    ),
    "published-too-widely": _says("{why}", why=Why("published-within", (_WRITTEN, "2011/2021"))),
    "worked-out": _says("{why} (worked out, not stated)", why=_WRITTEN),
    # Dates that stay open
    "month-unknown": _says("the month of '{words}' is not known", words="the 14th"),
    "century-unknown": _says("the century of '{words}' is not known", words="the nineties"),
    "year-unknown": _says("the year of '{words}' is not known", words="3 May"),
    "clock-day-unsaid": _says("the day of '{words}' is not said", words="at noon"),
    "no-reference": _says("no date is known to read '{words}' from", words="Tuesday"),
    "from-unknown-day": _says("'{words}' counts from a day that is not known", words="the next day"),
    "from-unknown-date": _says("'{words}' counts from a date that is not known", words="a year later"),
    "from-event": _says("'{words}' counts from an event", words="a week after"),
    "from-beginning": _says("'{words}' counts from the beginning of an event", words="the sixth day"),
    "event-length-unsaid": _says(
        "'{words}' counts from an event, by how much is not said", words="a few days after"
    ),
    "length-unsaid": _says("'{words}' does not say how long", words="a few days later"),
    "left-open": _says("{why}; but it is told as still to come, so left open", why=_WRITTEN),
    # Dates that count from an event
    "same-words": _says(
        "‘{words}’ counted from the {event}, which the same words date {when} (‘{date}’)",
        words="two days after", event="vote", when="2021-05-03", date="3 May 2021",
    ),
    "counted-from": _says(
        "‘{words}’ counted from ‘{event}’, {how} {when}{date}",
        words="two days after", event="the vote", how=Why("document-dates"), when="2021-05-03",
        date=Why("in-words", ("3 May 2021",)),
    ),
    "same-words-date": _says("which the same words date"),
    "document-dates": _says("which the document dates"),
    "told-last-dates": _says("taken for the one told last, which the document dates"),
    "other-document-dates": _says("which document ‘{document}’ dates", document="letters/3.txt"),
    "in-words": _says(" (‘{words}’)", words="3 May 2021"),
    "in-no-words": _says(""),
    "counted-back": _says(
        "counted back by ‘{words}’ from ‘{told}’ ({when})", words="a week after", told="3 May", when="2021-05-03"
    ),
    "counted-back-from": _says("‘{words}’ counted back from {when}, {source}", words="a sixth day", when="2021-05-03"),
    # Dates of what has none of its own
    "before-writing": _says("told without a date; it was before its text was written: {why}", why=_WRITTEN),
    "after-writing": _says("told without a date; it comes after its text was written: {why}", why=_WRITTEN),
    "not-bounded": _says("told without a date, and when its text was written does not bound it"),
    "never-dated": _says("told without a date, and nothing says when its text was written"),
    "headline-undated": _says("told in the headline or lead, and no day of publication is known that it is news of"),
    "headline": _says("told in the headline or lead, so dated by publication: {why}", why=_WRITTEN),
    "dated-below": _says(
        "told without a date, dated by ‘{words}’ in the text below: {why}", words="3 May 2021", why=_WRITTEN
    ),
    "told-now": _says("no date of its own: told as of the day of publication: {why}", why=_WRITTEN),
    "derived": _says("no date of its own: {way}: {why}", way=Why("goes-with", ("signed",)), why=_WRITTEN),
    "goes-with": _says("goes with ‘{trigger}’", trigger="signed"),
    "sums-up": _says("sums up what ‘{trigger}’ tells", trigger="signed"),
    "tells-again": _says("tells again of ‘{trigger}’", trigger="signed"),
    "told-with": _says("told with ‘{trigger}’", trigger="signed"),
    "given-by": _says("given by {who}", who="Ann on 6 May 2021"),
    "gave-no-date": _says("{who} gave no date", who="Ann on 6 May 2021"),
    # How a text tells time
    "genre-given": _says("so it was asked for"),
    "genre-diary": _says("at least {count} of its lines begin with a day and go on behind it: a diary", count=3),
    "genre-headed": _says(
        "its first date, ‘{words}’, names a day of the year of publication, the year before or later",
        words="3 May 2021",
    ),
    "genre-deictic": _says(
        "‘{words}’, among its first {head} dates, points from the day of writing", words="last month", head=6
    ),
    "genre-history": _says(_history, past=9, years=5, deictic=1, recent=2, needed=4),
    "genre-no-history": _says(_no_history, past=3, years=2, deictic=1, recent=2, needed=4
    ),
    "order-of-text": _says("{order}, as another date of the text can be read in that order alone", order="DMY"),
    "order-asked": _says("{order}, as it was asked for", order="DMY"),
    "order-unknown": _says("month first, as nothing tells the order: --date-order DMY reads the day first"),
    # Publication dates
    "person-gave": _says("{when}: a person gave it", when="2021-05-06"),
    "record-says": _says("{when}: the file or record says so", when="2021-05-06"),
    "web-address": _says("the document's web address names the day: '{words}'", words="2021/05/06"),
    "file-name": _says("the name of the document's file names the day: '{words}'", words="2009-05-05"),
    "file-name-month": _says("the name of the document's file names the month: '{words}'", words="2013-05"),
    "address-at-head": _says("the web address at the head of the text names the day: '{words}'", words="2021/05/06"),
    "says-of-itself": _says("the text says of itself '{words}'", words="this report of 3 May 2021"),
    "text-says": _says("the text says '{called} {words}'", called="published", words="3 May 2021"),
    "headed": _says("the text is headed '{words}'", words="3 May 2021"),
    "front-matter": _says("its front matter says '{words}'", words="date: 2021-05-03"),
    "letter-head": _says("the head of the letter says '{words}'", words="Harwick, 3 May 1821"),
    "minutes-of": _says("it is the minutes of a meeting of '{words}'", words="4 March 2014"),
    "signed": _says("the last lines say '{words}'", words="Signed this 4th day of March 2014"),
    "closing": _says("it is dated '{words}' at its end", words="Port Ash, 3 May 1821"),
    "in-title": _says("its title names {words}", words="4 March 2014"),
    "own-line": _says("'{words}' stands on a line of its own at the head of the text", words="3 May 2021"),
    "dateline": _says("the text has the dateline '{words}'", words="IZMIR, 3 May 2021"),
    "with-update": _says(
        "{why}; an update is dated '{words}'", why=Why("headed", ("3 May 2021",)), words="4 May 2021"
    ),
    "from-text": _says("worked out from the text: {why}", why=Why("latest-told", ("3 May 2021",))),
    "all-of": _joins("; ", Why("latest-told", ("3 May 2021",))),
    "not-before": _says("not before {first}: {why}", first="2021-05-03", why=Why("latest-told", ("3 May 2021",))),
    "not-after": _says("not after {last}: {why}", last="2021-05-09", why=Why("still-to-come", ("9 May 2021",))),
    "likely-not-after": _says(
        "and likely not after {last}: 95 in 100 of the {measured} news texts measured came out within {seen} days of "
        "such a date",
        last="2021-05-31", measured=200, seen=28,
    ),
    "no-date-tells": _says("the text holds no date that could tell"),
    "latest-told": _says("the latest full date it tells as past is ‘{words}’", words="3 May 2021"),
    "still-to-come": _says("‘{words}’ is still to come", words="Friday"),
    "just-past": _says("‘{words}’ is just past", words="Friday"),
    "only-just-past": _says("‘{words}’ is told as only just past", words="overnight on 3 May"),
    "dateline-says": _says("the dateline says ‘{words}’", words="Aug 3"),
    "caption": _says("a picture's caption is dated ‘{words}’", words="3 May 2021"),
    "near-without-year": _says(
        "{words}, told without a year, lie not far back", words=Why("each-of", (Why("quoted", ("3 May",)),))
    ),
    "each-of": _joins(" and ", Why("quoted", ("3 May",))),
    "quoted": _says("‘{words}’", words="3 May"),
    "ahead-without-year": _says("‘{words}’, without a year, is still to come", words="9 May"),
    "not-this-year": _says("‘{words}’ is not called this year", words="2020"),
    "dated-elsewhere": _says(
        "‘{words}’ tells of {event}, dated {when} by {where}",
        words="last month", event="the ‘vote’ of the council", when="2021-04", where=Why("by-words-beside"),
    ),
    "by-document": _says("{document}", document="letters/3.txt"),
    "by-words-beside": _says("the words beside it"),
    # Events: what their reasons are about
    "date": _says("{why}", why=_WRITTEN),
    "reports": _says("{why}", why=Why("one-event", (3, 2))),
    "join": _says("{why}", why=Why("same-trigger", ("‘deal’",))),
    "confidence": _says("{why}", why=Why("sure", (0.94, Why("shares", (Why("share", ("complete", 0.96)),)), 1))),
    "correction": _says("{why}", why=Why("confirmed", ("Ann on 6 May 2021",))),
    # Events: their date
    "unplaced": _says("no report can be placed in the calendar: {why}", why=Why("year-unknown", ("3 May",))),
    "lasted": _says("lasted {when}: {why}", when="2021-05-03/2021-05-09", why=_WRITTEN),
    "date-set": _says(
        "Date set by {who}; the sources were read as {when}", who="Ann on 6 May 2021", when="2021-05-03"
    ),
    "date-set-undated": _says("Date set by {who}; the sources were read as undated", who="Ann on 6 May 2021"),
    # Events: their reports
    "one-event": _says(_one_event, reports=3, sources=2),
    "one-text": _says(_one_text, count=2, sources=3),
    "another-text": _says("another {why}", why=Why("one-text", (2, 4))),
    "deadline": _says("a deadline and what it is set for, {words}", words="‘deadline’ and ‘leave’"),
    "told-as": _says("told as ‘{one}’ and as ‘{other}’", one="fire", other="blaze"),
    "one-kind": _says("acts of one kind ({names}), {words}", names="attack", words="‘bomb’ and ‘shoot’"),
    "same-trigger": _says("same trigger {words}", words="‘deal’"),
    "one-meaning": _says("triggers of one meaning, {words}", words="‘deal’ and ‘agreement’"),
    "both-with": _says("{why}, both with {names}", why=Why("same-trigger", ("‘deal’",)), names="Iran"),
    "likely": _says("{known}: probability {value:.2f}", known=Why("same-trigger", ("‘fire’",)), value=0.62),
    "one-story": _says("{why}, and their documents tell one story", why=Why("same-trigger", ("‘sink’",))),
    "and-dates": _says(
        "{why}; {dates}", why=Why("same-trigger", ("‘deal’",)), dates=Why("same-date", ("14 July 2015",))
    ),
    "same-date": _says("same date, {date}", date="14 July 2015"),
    "while-lasting": _says(
        "{date} falls into the days that it lasted, {whole}", date="6 May 2021", whole="from 5 to 10 May 2021"
    ),
    "planned-and-done": _says("planned for {date}, and told as done for {done}", date="May 2021", done="20 May 2021"),
    "date-in": _says("{whole} contains {date}", whole="2015", date="14 July 2015"),
    "dates-overlap": _says("{date} and {later} overlap", date="between 3 and 5 May 2021", later="May 2021"),
    "dates-close": _says("{date} and {later} lie close together", date="3 May 2021", later="4 May 2021"),
    # How sure reports and events are
    "share": _says(_share, name="complete", share=0.96),
    "shares": _joins(", ", Why("share", ("complete", 0.96))),
    "sure": _says(_sure, confidence=0.94, why=Why("shares", (Why("share", ("complete", 0.96)),)), others=1),
    "of-its-report": _says("of its report"),
    # What persons made of events
    "report-added": _says("added by {who}", who="Ann on 6 May 2021"),
    "added": _says("Added by {who}", who="Ann on 6 May 2021"),
    "merged": _says("Merged by {who}", who="Ann on 6 May 2021"),
    "split-off": _says("Split off by {who}", who="Ann on 6 May 2021"),
    "went-off": _says(_went_off, reports=2, who="Ann on 6 May 2021"),
    "without": _says(_without, reports=2, who="Ann on 6 May 2021"),
    "title-set": _says("Title set by {who}; it was ‘{title}’", who="Ann on 6 May 2021", title="Deal signed"),
    "status-set": _says(
        "Status set by {who}; the sources were read as {status}", who="Ann on 6 May 2021", status="denied"
    ),
    "rejected": _says("Rejected by {who}", who="Ann on 6 May 2021"),
    "confirmed": _says("Confirmed by {who}", who="Ann on 6 May 2021"),
    "shown": _says("Shown as a main event by {who}", who="Ann on 6 May 2021"),
    "left-out": _says("Left out of the main events by {who}", who="Ann on 6 May 2021"),
}  # fmt: skip
"""How each kind of reason is told, with what its fields hold by way of example."""

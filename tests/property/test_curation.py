"""Whatever a rebuild makes of the reports: no correction is lost, and none does what nobody decided."""

import re
from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from timeline import curation, export
from timeline.curation import Action, Correction, curate, in_force
from timeline.model import (
    Basis,
    DateMention,
    DateType,
    Document,
    Event,
    EventMention,
    Extent,
    Published,
    PublishedBasis,
    Quote,
    Source,
    Status,
    Timeline,
)
from timeline.timespan import TimeSpan
from timeline.why import text as because

TEXTS = {
    "a": "On 2021 they closed it and opened it. Some left on 2022.",
    "b": "They closed it on 2021. Nobody left on 2022.",
    "c": "They closed it on 2023 and left.",
}
TRIGGERS = re.compile(r"closed|opened|left")
WHO, AT = "A. Meyer", "2026-05-03T09:30:00Z"


def reports(texts) -> list[EventMention]:
    """A report for each trigger of each text."""
    found = []
    for document, text in sorted(texts.items()):
        for sentence in re.finditer(r"[^.\s][^.]*\.", text):
            year = re.search(r"\d{4}", sentence[0])
            if year is None:
                continue
            quote = Quote.of(text, *sentence.span())
            date = Quote.of(text, sentence.start() + year.start(), sentence.start() + year.end())
            when = TimeSpan.parse(year[0])
            told = DateMention(date, DateType.DATE, year[0], when, Basis.STATED, because("so it says"))
            for trigger in TRIGGERS.finditer(sentence[0]):
                at = Quote.of(text, sentence.start() + trigger.start(), sentence.start() + trigger.end())
                found.append(
                    EventMention(document, quote, at, told, when, f"They {at.text}", reasons=(because("so it says"),))
                )
    return found


NUMBER = len(reports(TEXTS))


def built(texts, homes, prefix="e") -> Timeline:
    """A build that puts each report into the event of its number."""
    groups: dict[int, list[EventMention]] = {}
    for home, mention in zip(homes, reports(texts), strict=True):
        groups.setdefault(home, []).append(mention)
    events = [
        Event(f"{prefix}{home}", f"Title {home}", group[0].when, Extent.WITHIN, Status.OCCURRED, tuple(group))
        for home, group in groups.items()
    ]
    sources = tuple(
        Source(Document(id_, text), Published(None, PublishedBasis.UNKNOWN, because("")))
        for id_, text in sorted(texts.items())
    )
    return Timeline(sources, tuple(sorted(events, key=lambda event: (event.when.sort_key, event.id))))


homes = st.lists(st.integers(0, 3), min_size=NUMBER, max_size=NUMBER)
openings = st.sampled_from(["", "News. ", "They closed it. ", "\n\n"])


@st.composite
def rebuilds(draw) -> Timeline:
    """The same words with others before them, other ids and other merges."""
    texts = {id_: draw(openings) + text for id_, text in TEXTS.items()}
    return built(texts, draw(homes), prefix="n")


def decision(draw, timeline, log):
    """What a person may do with a timeline as they see it."""
    event = draw(st.sampled_from(timeline.events))
    choices = [Action.CONFIRM, Action.REJECT, Action.RETITLE, Action.REDATE, Action.RESTATUS, Action.NOTE, Action.ADD]
    choices += [Action.SHOW, Action.LEAVE_OUT]
    choices += [Action.MERGE] * (2 * (len(timeline.events) > 1)) + [Action.SPLIT] * (2 * (len(event.mentions) > 1))
    choices += [Action.UNDO] * (2 * bool(log))
    match draw(st.sampled_from(choices)):
        case Action.CONFIRM:
            return curation.confirm(event, timeline=timeline)
        case Action.REJECT:
            return curation.reject(event, timeline=timeline)
        case Action.RETITLE:
            return curation.retitle(event, f"New {len(log)}", timeline=timeline)
        case Action.REDATE:
            return curation.redate(event, draw(st.sampled_from(["1999", "2021-05", "2030-01-01"])), timeline=timeline)
        case Action.RESTATUS:
            return curation.restatus(event, draw(st.sampled_from(Status)), timeline=timeline)
        case Action.NOTE:
            return curation.note(event, f"Note {len(log)}", timeline=timeline)
        case Action.SHOW:
            return curation.show(event, timeline=timeline)
        case Action.LEAVE_OUT:
            return curation.leave_out(event, timeline=timeline)
        case Action.ADD:
            document = draw(st.sampled_from(timeline.sources)).document
            return curation.add(document, 0, draw(st.integers(1, 12)), title=f"Added {len(log)}", edtf="2020")
        case Action.MERGE:
            other = draw(st.sampled_from([one for one in timeline.events if one.id != event.id]))
            return curation.merge(event, other, timeline=timeline)
        case Action.SPLIT:
            chosen = draw(
                st.sets(st.integers(0, len(event.mentions) - 1), min_size=1, max_size=len(event.mentions) - 1)
            )
            return curation.split(event, chosen, timeline=timeline)
        case _:
            return curation.undo(draw(st.sampled_from(in_force(log))))


@st.composite
def sittings(draw, most=6) -> tuple[Timeline, list[Correction]]:
    """A build, and what a person corrected in it, one thing after another."""
    before = built(TEXTS, draw(homes))
    log: list[Correction] = []
    for number in range(1, draw(st.integers(1, most)) + 1):
        seen = curate(before, log).timeline
        if not seen.events:
            break
        log.append(Correction(number, WHO, AT, decision(draw, seen, log)))
    return before, log


def everything(curated) -> list[Event]:
    return [*curated.timeline.events, *curated.rejected]


def places(events) -> Counter:
    return Counter((m.document, m.quote, m.trigger, m.title) for event in events for m in event.mentions)


def triggers(event) -> set[tuple[str, int]]:
    return {(m.document, m.trigger.start) for m in event.mentions}


@given(sittings())
def test_all_apply_to_the_build_they_were_made_in(sitting):
    before, log = sitting
    assert curate(before, log).unapplied == ()


@given(sittings(), rebuilds())
def test_no_correction_is_lost(sitting, after):
    _, log = sitting
    curated = curate(after, log)
    seen = {number for event in everything(curated) if event.review for number in event.review.corrections}
    listed = {one.correction.number for one in curated.unapplied}
    wanted = {one.number for one in in_force(log) if one.decision.action != Action.UNDO}
    assert wanted <= seen | listed


@given(sittings(), rebuilds(), st.booleans())
def test_what_a_person_touched_is_a_main_event_unless_left_out(sitting, after, main):
    _, log = sitting
    left_out = {one.number for one in log if one.decision.action == Action.LEAVE_OUT}
    before = replace(after, events=tuple(replace(event, main=main) for event in after))
    for event in curate(before, log).timeline:
        touched = set(event.review.corrections) if event.review else set()
        if not touched & left_out:
            assert event.main == (main or bool(touched))
        assert event.main or touched & left_out or not main


@given(sittings(), rebuilds())
def test_each_report_is_in_one_event(sitting, after):
    _, log = sitting
    curated = curate(after, log)
    added = sum(one.decision.action == Action.ADD for one in in_force(log))
    found = places(everything(curated))
    assert found & places(after.events) == places(after.events)
    assert found.total() == places(after.events).total() + added
    assert all(event.mentions for event in everything(curated))
    assert len({event.id for event in everything(curated)}) == len(everything(curated))
    texts = {source.document.id: source.document.text for source in after.sources}
    for document, quote, trigger, _ in found:
        assert all(texts[document][one.start : one.end] == one.text for one in (quote, trigger))
        assert quote.holds(trigger)


@given(sittings(), rebuilds())
def test_in_order_of_time_and_the_same_each_time(sitting, after):
    _, log = sitting
    curated = curate(after, log)
    keys = [event.when.sort_key for event in curated.timeline]
    assert keys == sorted(keys)
    assert curate(after, list(log)) == curated
    turned = replace(after, sources=after.sources[::-1])
    assert curate(turned, log).timeline.events == curated.timeline.events
    export.dumps(curated.timeline, all_events=True)


@given(sittings())
def test_what_is_undone_was_never_done(sitting):
    before, log = sitting
    *earlier, last = log
    back = Correction(len(log) + 1, WHO, AT, curation.undo(last))
    again = Correction(len(log) + 2, WHO, AT, curation.undo(back))
    if last.decision.action != Action.UNDO:
        assert curate(before, [*log, back]) == curate(before, earlier)
    assert curate(before, [*log, back, again]) == curate(before, log)


@given(sittings())
def test_another_project_gets_the_same(sitting):
    before, log = sitting
    sent = curation.loads(curation.dumps(log))
    ours = [Correction(1, "B. Olsen", AT, curation.note(before.events[0], "First.", timeline=before))]
    both = [*ours, *curation.joined(ours, sent)]
    assert curation.joined(both, sent) == ()
    there, here = curate(before, both), curate(before, log)
    assert [(one.title, one.when, one.status, one.mentions) for one in there.timeline] == [
        (one.title, one.when, one.status, one.mentions) for one in here.timeline
    ]


@given(st.data(), homes, homes, openings)
def test_a_decision_holds_after_a_rebuild(data, first, second, opening):
    before = built(TEXTS, first)
    texts = {id_: opening + text for id_, text in TEXTS.items()}
    after = built(texts, second, prefix="n")
    event = data.draw(st.sampled_from(before.events))
    shift = len(opening)
    ours = {(document, at + shift) for document, at in triggers(event)}

    def done(decision):
        return curate(after, [Correction(1, WHO, AT, decision)])

    rejected = done(curation.reject(event, timeline=before))
    assert not any(triggers(one) & ours for one in rejected.timeline)
    assert all(2 * len(triggers(one) & ours) >= len(triggers(one)) for one in rejected.rejected)

    titled = [one for one in done(curation.retitle(event, "New", timeline=before)).timeline if one.title == "New"]
    most = max(len(triggers(one) & ours) for one in after)
    assert [len(triggers(one) & ours) for one in titled] == [most]

    if len(before.events) > 1:
        other = data.draw(st.sampled_from([one for one in before.events if one is not event]))
        joined = done(curation.merge(event, other, timeline=before)).timeline
        both = ours | {(document, at + shift) for document, at in triggers(other)}
        (host,) = [one for one in joined if triggers(one) & both]
        assert both <= triggers(host)

    if len(event.mentions) > 1:
        chosen = data.draw(
            st.sets(st.integers(0, len(event.mentions) - 1), min_size=1, max_size=len(event.mentions) - 1)
        )
        off = {(m.document, m.trigger.start + shift) for i, m in enumerate(event.mentions) if i in chosen}
        parted = done(curation.split(event, chosen, timeline=before)).timeline
        assert not any(triggers(one) & off and triggers(one) & (ours - off) for one in parted)

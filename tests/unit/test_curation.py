"""Corrections by persons: what each does, and that it finds its reports again whatever a rebuild makes of them."""

import json
import re
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from timeline import curation, export
from timeline.curation import (
    Action,
    Correction,
    Decision,
    add,
    confirm,
    curate,
    described,
    in_force,
    leave_out,
    merge,
    note,
    redate,
    reject,
    restatus,
    retitle,
    show,
    split,
    undo,
)
from timeline.errors import CurationError
from timeline.export.json import schema
from timeline.model import (
    Basis,
    DateMention,
    DateType,
    Document,
    Event,
    EventMention,
    Extent,
    Generator,
    Published,
    PublishedBasis,
    Quote,
    Source,
    Status,
    Timeline,
)
from timeline.timespan import TimeSpan
from timeline.why import CONFIDENCE, DATE, JOIN, REPORTS, Why
from timeline.why import text as because
from timeline.why_words import sentence

TEXTS = {
    "a": "It rained. On 2021-05-03 the council closed the bridge and fired the mayor. The bridge reopened in 2022.",
    "b": "The bridge was shut on 2021-05-03. A mayor was chosen on 2021-06.",
    "c": "They closed the bridge on 2021-05-03, it says.",
}
WHO, AT = "A. Meyer", "2026-05-03T09:30:00Z"
SIGNED = "A. Meyer on 3 May 2026"


def report(texts, document, trigger, *, words=None, **fields) -> EventMention:
    """The report that a trigger of a text makes, with the date of its sentence."""
    text = texts[document]
    at = text.index(trigger)
    start = max(text.rfind(". ", 0, at) + 2, 0) if ". " in text[:at] else 0
    end = text.index(".", at) + 1
    match = re.search(r"\d{4}(-\d\d)*", text[start:end]) if words is None else re.search(words, text[start:end])
    date = Quote.of(text, start + match.start(), start + match.end()) if match else None
    when = TimeSpan.parse(match[0]) if match else None
    told = DateMention(date, DateType.DATE, str(when), when, Basis.STATED, because("complete in the text"))
    quote = Quote.of(text, start, end)
    where = Quote.of(text, at, at + len(trigger))
    return EventMention(document, quote, where, told, when, f"{trigger} it", reasons=(because("beside it"),), **fields)


def event(id_, *reports, **fields) -> Event:
    when = reports[0].when
    return Event(id_, f"{reports[0].title} {id_}", when, Extent.WITHIN, Status.OCCURRED, reports, **fields)


def timeline_of(texts, *events) -> Timeline:
    sources = tuple(
        Source(Document(id_, text), Published(None, PublishedBasis.UNKNOWN, because("nothing says when")))
        for id_, text in sorted(texts.items())
    )
    ordered = sorted(events, key=lambda e: (e.when is None, e.when.sort_key if e.when else (0, 0), e.id))
    return Timeline(sources, tuple(ordered), Generator())


def read(*groups, texts=TEXTS, prefix="e") -> Timeline:
    """A timeline whose events are groups of "document trigger"."""
    events = []
    for number, group in enumerate(groups):
        reports = [report(texts, *words.split(" ", 1)) for words in group]
        events.append(event(f"{prefix}{number}", *reports))
    return timeline_of(texts, *events)


BEFORE = read(["a closed", "c closed"], ["a fired"], ["a reopened"], ["b shut"], ["b chosen"])


def named(timeline, words) -> Event:
    """The event that holds a report, by "document trigger"."""
    document, trigger = words.split(" ", 1)
    (found,) = [one for one in timeline for m in one.mentions if (m.document, m.trigger.text) == (document, trigger)]
    return found


def told(event) -> set[str]:
    return {f"{m.document} {m.trigger.text}" for m in event.mentions}


def log(*decisions) -> list[Correction]:
    return [Correction(number, WHO, AT, decision) for number, decision in enumerate(decisions, 1)]


def on(words, make, *more, timeline=BEFORE):
    """A decision about the event that holds a report."""
    return make(named(timeline, words), *more, timeline=timeline)


def applied(timeline, *decisions) -> Timeline:
    curated = curate(timeline, log(*decisions))
    assert curated.unapplied == ()
    return curated.timeline


class TestActions:
    def test_none(self):
        assert curate(BEFORE, []).timeline is BEFORE

    def test_confirm(self):
        found = named(applied(BEFORE, on("b shut", confirm)), "b shut")
        before = named(BEFORE, "b shut")
        assert (found.review.state, found.review.changed, found.review.corrections) == ("confirmed", (), (1,))
        assert found.confidence == before.confidence
        assert f"Confirmed by {SIGNED}" in map(sentence, found.reasons)

    def test_reject(self):
        curated = curate(BEFORE, log(on("b shut", reject)))
        assert [told(one) for one in curated.rejected] == [{"b shut"}]
        assert [one.id for one in curated.timeline] == [one.id for one in BEFORE if told(one) != {"b shut"}]

    def test_a_rejected_event_is_confirmed_later(self):
        curated = curate(BEFORE, log(on("b shut", reject), on("b shut", confirm)))
        assert curated.rejected == ()
        assert named(curated.timeline, "b shut").review.state == "confirmed"

    def test_retitle(self):
        found = named(applied(BEFORE, on("b shut", retitle, "Bridge  closes ")), "b shut")
        assert (found.title, found.review.changed) == ("Bridge closes", ("title",))
        assert f"Title set by {SIGNED}; it was ‘shut it e3’" in map(sentence, found.reasons)

    def test_redate(self):
        after = applied(BEFORE, on("b shut", redate, "1999"))
        assert told(after.events[0]) == {"b shut"}
        assert after.events[0].when == TimeSpan.year(1999)
        assert sentence(after.events[0].reasons[0]) == f"Date set by {SIGNED}; the sources were read as 2021-05-03"
        assert [one.id for one in after.events[1:]] == [one.id for one in BEFORE if told(one) != {"b shut"}]

    def test_a_day_is_not_lasted_throughout(self):
        lasting = replace(BEFORE, events=tuple(replace(one, extent=Extent.THROUGHOUT) for one in BEFORE))
        after = applied(lasting, on("b shut", redate, "2021-05-04"), on("b chosen", redate, "2021-07"))
        assert named(after, "b shut").extent == Extent.WITHIN
        assert named(after, "b chosen").extent == Extent.THROUGHOUT

    def test_restatus(self):
        found = named(applied(BEFORE, on("b shut", restatus, "denied")), "b shut")
        assert (found.status, found.review.changed) == (Status.DENIED, ("status",))
        assert f"Status set by {SIGNED}; the sources were read as occurred" in map(sentence, found.reasons)
        assert found.mentions == named(BEFORE, "b shut").mentions

    def test_note(self):
        found = named(applied(BEFORE, on("b shut", note, "Ask them."), on("b shut", confirm)), "b shut")
        assert [(one.who, one.at, one.text) for one in found.review.notes] == [(WHO, AT, "Ask them.")]

    def test_a_comment_is_a_note(self):
        decision = confirm(named(BEFORE, "b shut"), timeline=BEFORE, comment="I was there.")
        assert [one.text for one in named(applied(BEFORE, decision), "b shut").review.notes] == ["I was there."]

    def test_merge(self):
        one, other = named(BEFORE, "c closed"), named(BEFORE, "b shut")
        after = applied(BEFORE, merge(one, other, timeline=BEFORE))
        found = named(after, "b shut")
        assert told(found) == {"a closed", "c closed", "b shut"}
        assert (found.id, found.aliases, found.review.changed) == (one.id, (other.id,), ("merged",))
        assert "3 reports from 3 sources are one event" in map(sentence, found.reasons)
        assert f"Merged by {SIGNED}" in map(sentence, found.reasons)
        assert len(after.events) == len(BEFORE.events) - 1

    def test_what_joined_the_reports_of_each_is_kept(self):
        kinds = (DATE, REPORTS, JOIN, CONFIDENCE)
        known = tuple(Why(kind, (because(f"{kind} told by Ann"),)) for kind in kinds)
        before = replace(BEFORE, events=tuple(replace(one, reasons=known) for one in BEFORE))
        found = named(applied(before, on("b shut", merge, named(BEFORE, "c closed"))), "b shut")
        reasons = list(map(sentence, found.reasons))
        assert "join told by Ann" in reasons
        assert not {"reports told by Ann", "date told by Ann", "confidence told by Ann"} & set(reasons)
        assert not any(reason.startswith("both speak") for reason in reasons)

    @pytest.mark.parametrize("groups", [(["c closed"], ["b shut"]), (["c closed", "b shut"],)], ids=["two", "one"])
    @pytest.mark.parametrize("first", ["c closed", "b shut"])
    def test_merging_brings_back_what_was_rejected(self, groups, first):
        before = read(["c closed"], ["b shut"])
        decisions = on(first, reject, timeline=before), on("c closed", merge, before.events[1], timeline=before)
        curated = curate(read(*groups, prefix="n"), log(*decisions))
        assert curated.rejected == ()
        assert told(*curated.timeline) == {"c closed", "b shut"}

    def test_a_confirmed_event_stays_so_when_a_rejected_one_joins_it(self):
        decisions = on("c closed", confirm), on("b shut", reject), on("c closed", merge, named(BEFORE, "b shut"))
        assert named(applied(BEFORE, *decisions), "b shut").review.state == "confirmed"

    def test_dates_that_cannot_both_be_true_are_shown(self):
        decision = on("b chosen", merge, named(BEFORE, "a reopened"))
        (disagreement,) = named(applied(BEFORE, decision), "b chosen").disagreements
        assert disagreement.about == "date"
        assert [account.value for account in disagreement.accounts] == ["2021-06", "2022"]

    def test_split(self):
        before = named(BEFORE, "c closed")
        after = applied(BEFORE, split(before, [1], timeline=BEFORE))
        off, rest = named(after, "c closed"), named(after, "a closed")
        assert (told(off), told(rest)) == ({"c closed"}, {"a closed"})
        assert rest.id == before.id
        assert off.id not in {one.id for one in BEFORE}
        assert off.review.changed == rest.review.changed == ("split",)
        assert f"Split off by {SIGNED}" in map(sentence, off.reasons)
        assert f"One report split off by {SIGNED}" in map(sentence, rest.reasons)

    @pytest.mark.parametrize(
        ("opening", "confidence"),
        [
            pytest.param("The bridge was shut on 2021-05-03.", 0.5, id="one text"),
            pytest.param("It had rained all week.", 0.625, id="two texts"),
        ],
    )
    def test_papers_that_carry_one_text_are_one_source_of_what_is_left(self, opening, confidence):
        rest = "They barred it on 2021-05-03."
        texts = TEXTS | {"b": f"The bridge was shut on 2021-05-03. {rest}", "d": f"{opening} {rest}"}
        told = (report(texts, *place) for place in (("b", "shut"), ("d", "barred"), ("c", "closed")))
        one = event("e", *(replace(mention, confidence=0.5) for mention in told))
        before = timeline_of(texts, one)
        assert named(applied(before, split(one, [2], timeline=before)), "b shut").confidence == confidence

    def test_add(self):
        document = BEFORE.sources[0].document
        start = document.text.index("rained")
        after = applied(BEFORE, add(document, start - 1, start + 6, title="Rain", edtf="2021-05-01"))
        added = named(after, "a rained")
        assert (added.title, str(added.when), added.review.changed) == ("Rain", "2021-05-01", ("added",))
        assert added.mentions[0].quote.text == "It rained."
        assert sentence(added.mentions[0].date.reason) == f"given by {SIGNED}"
        assert after.events.index(added) == 0

    def test_add_over_two_sentences(self):
        document = BEFORE.sources[1].document
        decision = add(document, document.text.index("shut"), document.text.index("mayor"), title="Two")
        (mention,) = applied(BEFORE, decision).events[-1].mentions
        assert mention.quote.text == document.text
        assert mention.when is None

    def test_what_was_added_can_be_corrected(self):
        document = BEFORE.sources[0].document
        first = add(document, 3, 9, title="Rain", edtf="2021-05-01")
        second = add(document, 3, 9, title="Flood", edtf="2021-05-02")
        after = applied(BEFORE, first, second)
        rain, flood = [one for one in after if told(one) == {"a rained"}]
        wet = retitle(flood, "Great flood", timeline=after)
        again = applied(BEFORE, first, second, wet)
        assert [one.title for one in again if told(one) == {"a rained"}] == ["Rain", "Great flood"]
        joined = merge(rain, flood, timeline=after)
        assert [len(one.mentions) for one in applied(BEFORE, first, second, joined) if "a rained" in told(one)] == [2]

    def test_the_same_added_twice_is_two_events(self):
        decision = add(BEFORE.sources[0].document, 3, 9, title="Rain", edtf="2021-05-01")
        assert len({one.id for one in applied(BEFORE, decision, decision)}) == len(BEFORE.events) + 2

    def test_later_ones_win(self):
        after = applied(
            BEFORE, on("b shut", retitle, "One"), on("b shut", redate, "2020"), on("b shut", retitle, "Two")
        )
        found = named(after, "b shut")
        assert (found.title, str(found.when)) == ("Two", "2020")
        assert found.review.changed == ("title", "date")
        assert found.review.corrections == (1, 2, 3)

    def test_of_merged_events_the_later_title_stays(self):
        one, other = named(BEFORE, "c closed"), named(BEFORE, "b shut")
        decisions = on("c closed", retitle, "One"), on("b shut", retitle, "Two"), merge(one, other, timeline=BEFORE)
        assert named(applied(BEFORE, *decisions), "b shut").title == "Two"

    def test_an_export_is_valid_and_its_slices_are_true(self):
        document = BEFORE.sources[0].document
        curated = applied(
            BEFORE,
            add(document, 3, 9, title="Rain", edtf="2021-05"),
            on("c closed", merge, named(BEFORE, "b shut")),
            on("b chosen", note, "?"),
            on("a fired", redate, "2020"),
        )
        exported = json.loads(export.dumps(curated))
        Draft202012Validator(schema()).validate(exported)
        reviews = [one["review"] for one in exported["events"]]
        assert reviews.count(None) == 1
        assert {"state": "", "changed": ["merged"], "notes": [], "corrections": [2]} in reviews
        for mention in (mention for one in exported["events"] for mention in one["mentions"]):
            text = TEXTS[mention["source"]]
            for part in (mention["quote"], mention["trigger"]):
                assert text[part["start"] : part["end"]] == part["text"]


class TestMainEvents:
    """BEFORE with no main event at all: what persons touch is shown."""

    OTHERS = replace(BEFORE, events=tuple(replace(one, main=False) for one in BEFORE))

    @pytest.mark.parametrize(
        ("decisions", "main"),
        [
            pytest.param([], [], id="nothing"),
            pytest.param([on("b shut", confirm)], ["b shut"], id="confirmed"),
            pytest.param([on("b shut", retitle, "Bridge closes")], ["b shut"], id="title"),
            pytest.param([on("b shut", redate, "1999")], ["b shut"], id="date"),
            pytest.param([on("b shut", restatus, "denied")], ["b shut"], id="status"),
            pytest.param([on("b shut", note, "Ask them.")], ["b shut"], id="note"),
            pytest.param([on("c closed", merge, named(BEFORE, "b shut"))], ["a closed", "b shut"], id="merged"),
            pytest.param([on("c closed", split, [1])], ["a closed", "c closed"], id="split"),
            pytest.param([add(BEFORE.sources[0].document, 3, 9, title="Rain")], ["a rained"], id="added"),
            pytest.param([on("b shut", show)], ["b shut"], id="shown"),
            pytest.param([on("b shut", show), on("b shut", leave_out)], [], id="left out"),
            pytest.param([on("b shut", leave_out), on("b shut", show)], ["b shut"], id="shown again"),
            pytest.param([on("b shut", leave_out), on("b shut", note, "?")], [], id="left out, with a note"),
            pytest.param([on("b shut", reject)], [], id="rejected"),
            pytest.param(
                [on("b shut", leave_out), on("c closed", merge, named(BEFORE, "b shut"))], [], id="left out, merged"
            ),
        ],
    )
    def test_what_a_person_touched_is_one_unless_it_was_left_out(self, decisions, main):
        after = applied(self.OTHERS, *decisions)
        assert {one.id for one in after if one.main} == {named(after, words).id for words in main}

    def test_a_main_event_is_left_out_and_says_so(self):
        found = named(applied(BEFORE, on("b shut", leave_out)), "b shut")
        assert (found.main, found.review.state, found.review.changed, found.review.corrections) == (False, "", (), (1,))
        assert f"Left out of the main events by {SIGNED}" in map(sentence, found.reasons)
        again = named(applied(BEFORE, on("b shut", leave_out), on("b shut", show)), "b shut")
        assert f"Shown as a main event by {SIGNED}" in map(sentence, again.reasons)

    def test_undone_it_is_as_the_build_had_it(self):
        made = log(on("b shut", show))
        back = [*made, Correction(2, WHO, AT, undo(made[0]))]
        assert curate(self.OTHERS, back).timeline == self.OTHERS

    def test_it_holds_after_a_rebuild(self):
        after = read(["a closed", "b shut"], ["c closed"], prefix="n")
        others = replace(after, events=tuple(replace(one, main=False) for one in after))
        curated = curate(others, log(on("b shut", show)))
        assert [one.main for one in curated.timeline if "b shut" in told(one)] == [True]

    def test_the_log_is_read_back(self):
        made = log(on("b shut", show), on("a fired", leave_out))
        assert curation.loads(curation.dumps(made)) == tuple(made)
        assert list(map(described, (one.decision for one in made))) == [
            "shown as a main event",
            "left out of the main events",
        ]


class TestMistakes:
    @pytest.mark.parametrize(
        ("make", "sentence"),
        [
            pytest.param(lambda e: retitle(e, " \n", timeline=BEFORE), "title is empty", id="title"),
            pytest.param(lambda e: redate(e, "3 May", timeline=BEFORE), "'3 May' is not a date in EDTF", id="date"),
            pytest.param(lambda e: redate(e, "2021-02-30", timeline=BEFORE), "not a date in EDTF", id="no such day"),
            pytest.param(lambda e: redate(e, "", timeline=BEFORE), "not a date in EDTF", id="no date"),
            pytest.param(lambda e: restatus(e, "hoped", timeline=BEFORE), "'hoped' is no status", id="status"),
            pytest.param(lambda e: note(e, " ", timeline=BEFORE), "note is empty", id="note"),
            pytest.param(lambda e: merge(e, e, timeline=BEFORE), "merged with itself", id="itself"),
            pytest.param(lambda e: split(e, [], timeline=BEFORE), "choose the reports", id="split of none"),
            pytest.param(lambda e: split(e, [0, 1], timeline=BEFORE), "one must stay", id="split of all"),
            pytest.param(lambda e: split(e, [2], timeline=BEFORE), "no report 2", id="split of a stranger"),
            pytest.param(lambda e: split(e, [-1], timeline=BEFORE), "no report -1", id="split from behind"),
            pytest.param(lambda e: confirm(e, timeline=Timeline()), "no document 'a'", id="another timeline"),
        ],
    )
    def test_of_an_event(self, make, sentence):
        with pytest.raises(CurationError, match=sentence):
            make(named(BEFORE, "c closed"))

    @pytest.mark.parametrize(
        ("start", "end", "title", "edtf", "sentence"),
        [
            pytest.param(2, 3, "Rain", "", "select the words", id="blank"),
            pytest.param(3, 3, "Rain", "", "select the words", id="nothing"),
            pytest.param(9, 3, "Rain", "", "no words from 9 to 3", id="backwards"),
            pytest.param(0, 999, "Rain", "", "no words from 0 to 999", id="outside"),
            pytest.param(-2, 3, "Rain", "", "no words from -2 to 3", id="before"),
            pytest.param(3, 9, "", "", "title is empty", id="title"),
            pytest.param(3, 9, "Rain", "soon", "'soon' is not a date", id="date"),
        ],
    )
    def test_of_what_is_added(self, start, end, title, edtf, sentence):
        with pytest.raises(CurationError, match=sentence):
            add(BEFORE.sources[0].document, start, end, title=title, edtf=edtf)

    def test_halves_of_characters_are_no_text(self):
        assert on("b shut", retitle, "A\ud800").value == "A?"

    @pytest.mark.parametrize(
        ("decision", "reason"),
        [
            pytest.param(replace(on("b shut", redate, "2020"), value="soon"), "'soon' is not a date", id="date"),
            pytest.param(replace(on("b shut", restatus, "denied"), value="no"), "'no' is no status", id="status"),
            pytest.param(Decision(Action.RETITLE, "e0", value="x"), "it names no report", id="no report"),
            pytest.param(Decision(Action.ADD, value="x"), "it names no words", id="no words"),
            pytest.param(replace(on("b shut", retitle, "x"), value=" "), "it names no title", id="no title"),
            pytest.param(Decision(Action.UNDO, undoes=9), "is not in the log", id="undo of nothing"),
            pytest.param(Decision(Action.UNDO, undoes=1), "is not in the log", id="undo of itself"),
        ],
    )
    def test_what_a_stranger_wrote_is_listed(self, decision, reason):
        curated = curate(BEFORE, log(decision))
        assert reason in curated.unapplied[0].reason
        assert curated.timeline == BEFORE

    def test_words_at_another_place_than_said(self):
        decision = add(BEFORE.sources[0].document, 3, 9, title="Rain")
        (anchor,) = decision.anchors
        for wrong in (replace(anchor, start=1), replace(anchor, sentence=5), replace(anchor, start=10**9, end=10**9)):
            curated = curate(BEFORE, log(replace(decision, anchors=(wrong,))))
            assert (curated.timeline, len(curated.unapplied)) == (BEFORE, 1)

    @pytest.mark.parametrize(
        "wrong",
        [
            pytest.param({"sentence": -20, "start": -9, "end": -4}, id="counted from the end"),
            pytest.param({"sentence": 10**9, "start": 10**9, "end": 10**9 + 4, "text": ""}, id="behind the end"),
            pytest.param({"quote": "It never rained there."}, id="words that the text lacks"),
            pytest.param({"start": 5, "end": 5, "text": ""}, id="no word"),
            pytest.param({"start": 9, "end": 3, "text": ""}, id="turned round"),
        ],
    )
    def test_a_log_from_elsewhere_makes_no_quotes(self, wrong):
        decision = add(BEFORE.sources[0].document, 3, 9, title="Rain")
        text, (anchor,) = BEFORE.sources[0].document.text, decision.anchors
        if wrong.get("sentence", 0) < 0:
            wrong |= {"quote": text[-20:-1], "text": text[-9:-4]}
        curated = curate(BEFORE, log(replace(decision, anchors=(replace(anchor, **wrong),))))
        assert (curated.timeline, len(curated.unapplied)) == (BEFORE, 1)

    def test_an_event_needs_a_title(self):
        decision = add(BEFORE.sources[0].document, 3, 9, title="Rain")
        (one,) = curate(BEFORE, log(replace(decision, value=""))).unapplied
        assert one.reason == "it names no title"


class TestUndo:
    def test_undo_and_redo(self):
        title = log(on("b shut", retitle, "One"), on("b shut", retitle, "Two"))
        back = [*title, Correction(3, WHO, AT, undo(title[1]))]
        again = [*back, Correction(4, WHO, AT, undo(back[2]))]
        seen = [named(curate(BEFORE, each).timeline, "b shut").title for each in (title, back, again)]
        assert seen == ["Two", "One", "Two"]
        assert [one.number for one in in_force(back)] == [1, 3]
        assert [one.number for one in in_force(again)] == [1, 2, 4]

    def test_nothing_takes_back_what_comes_after_it(self):
        ahead = Correction(1, WHO, AT, Decision(Action.UNDO, undoes=2)), Correction(2, WHO, AT, on("b shut", confirm))
        for order in (ahead, ahead[::-1]):
            assert sorted(one.number for one in in_force(order)) == [1, 2]

    def test_all_undone_is_as_before(self):
        merged = log(on("c closed", merge, named(BEFORE, "b shut")))
        assert curate(BEFORE, [*merged, Correction(2, WHO, AT, undo(merged[0]))]).timeline == BEFORE


ALONE = ["a closed"], ["c closed"], ["a fired"], ["a reopened"], ["b shut"], ["b chosen"]
TOGETHER = (["a closed", "a fired", "c closed", "b shut"], ["a reopened", "b chosen"])


class TestRebuild:
    """What corrections of one build do to another."""

    @pytest.mark.parametrize("groups", [ALONE, TOGETHER], ids=["alone", "together"])
    def test_a_merge_joins_again(self, groups):
        after = applied(read(*groups, prefix="n"), on("c closed", merge, named(BEFORE, "b shut")))
        assert told(named(after, "b shut")) >= {"a closed", "c closed", "b shut"}

    def test_a_merge_takes_what_came_to_either(self):
        texts = TEXTS | {"d": "The closure came on 2021-05-03."}
        after = read(["a closed", "c closed"], ["b shut", "d closure"], texts=texts, prefix="n")
        assert len(applied(after, on("c closed", merge, named(BEFORE, "b shut"))).events) == 1

    def test_a_title_goes_with_most_reports(self):
        before = read(["a closed", "b shut", "c closed"])
        after = read(["a closed", "a fired"], ["b shut", "c closed"], prefix="n")
        after = applied(after, on("b shut", retitle, "New", timeline=before))
        assert (named(after, "b shut").title, named(after, "a closed").title) == ("New", "closed it n0")

    def test_of_equals_the_one_that_kept_the_id(self):
        decision = on("c closed", retitle, "New")
        for first, second in (("e0", "x"), ("x", "e0")):
            events = event(first, report(TEXTS, "a", "closed")), event(second, report(TEXTS, "c", "closed"))
            titles = {one.id: one.title for one in applied(timeline_of(TEXTS, *events), decision)}
            assert titles["e0"] == "New"
            assert titles["x"] != "New"

    def test_no_unseen_report_is_rejected(self):
        curated = curate(read(*TOGETHER, prefix="n"), log(on("b shut", reject)))
        assert [told(one) for one in curated.rejected] == [{"b shut"}]
        rest = named(curated.timeline, "a closed")
        assert told(rest) == {"a closed", "a fired", "c closed"}
        assert f"Without one report: rejected by {SIGNED}" in map(sentence, rest.reasons)

    @pytest.mark.parametrize(
        ("joined", "rejected"),
        [
            pytest.param(["c closed"], {"b shut", "c closed"}, id="one of two"),
            pytest.param(["a closed", "c closed"], {"b shut"}, id="one of three"),
        ],
    )
    def test_an_event_is_rejected_whole_if_half_of_its_reports_were(self, joined, rejected):
        curated = curate(read(["b shut", *joined], prefix="n"), log(on("b shut", reject)))
        assert [told(one) for one in curated.rejected] == [rejected]

    def test_all_rejected_reports_stay_away(self):
        curated = curate(read(*ALONE, prefix="n"), log(on("c closed", reject)))
        assert [told(one) for one in curated.rejected] == [{"a closed"}, {"c closed"}]

    def test_a_split_parts_again(self):
        before = read(["a closed", "c closed", "b shut"], ["a fired"])
        decision = on("b shut", split, [1, 2], timeline=before)
        after = applied(read(*TOGETHER, prefix="n"), decision)
        assert told(named(after, "b shut")) == {"b shut", "c closed"}
        assert told(named(after, "a closed")) == {"a closed", "a fired"}

    def test_what_was_split_off_together_stays_together(self):
        before = read(["a closed", "c closed", "b shut", "b chosen"])
        decision = on("c closed", split, [1, 3], timeline=before)
        after = applied(read(["a closed", "c closed"], ["b shut", "b chosen"], prefix="n"), decision)
        assert sorted(map(sorted, map(told, after))) == [["a closed"], ["b chosen", "c closed"], ["b shut"]]

    def test_a_split_that_the_extractor_makes_itself(self):
        decision = on("c closed", split, [1])
        after = read(["a closed"], ["c closed", "b shut"], prefix="n")
        assert [told(one) for one in applied(after, decision)] == [told(one) for one in after]

    def test_a_document_with_another_name(self):
        texts = {"z/" + id_: text for id_, text in TEXTS.items()}
        after = read(["z/b shut"], texts=texts)
        assert named(applied(after, on("b shut", retitle, "New")), "z/b shut").title == "New"

    def test_a_text_that_was_named_anew_while_another_took_its_name(self):
        texts = {"b": "The bridge was shut on 2021-05-03, and gone.", "old": TEXTS["b"]}
        after = applied(read(["b shut"], ["old shut"], texts=texts), on("b shut", retitle, "New"))
        assert (named(after, "old shut").title, named(after, "b shut").title) == ("New", "shut it e0")

    @pytest.mark.parametrize(
        "text",
        [
            pytest.param("News.\n\n" + TEXTS["b"], id="words before it"),
            pytest.param("Once a bridge was shut. " + TEXTS["b"], id="the trigger before it"),
            pytest.param(TEXTS["b"].replace("was shut", "was\nshut"), id="wrapped anew"),
            pytest.param(TEXTS["b"].replace("The bridge", "Their bridge"), id="sentence edited"),
        ],
    )
    def test_a_text_that_changed(self, text):
        found = report({"b": text.replace("Once a bridge was shut", "Once a bridge was xxxx")}, "b", "shut")
        found = replace(found, quote=Quote.of(text, found.quote.start, found.quote.end))
        after = timeline_of({"b": text}, event("n", found))
        assert applied(after, on("b shut", retitle, "New")).events[0].title == "New"

    @pytest.mark.parametrize(
        ("text", "is_found"),
        [
            pytest.param("The bridge was shut there 2022.", True, id="four words of eight"),
            pytest.param("A door was shut by force on 2021-05-03.", False, id="four words of ten"),
        ],
    )
    def test_half_of_the_words_make_an_edited_sentence_the_same(self, text, is_found):
        after = read(["b shut"], texts={"b": text}, prefix="n")
        curated = curate(after, log(on("b shut", retitle, "New")))
        assert (curated.unapplied == (), curated.timeline.events[0].title == "New") == (is_found, is_found)

    def test_another_word_of_the_sentence(self):
        text = "On 2021-05-03 the council signed an agreement and fired the mayor."
        before = read(["a signed"], ["a fired"], texts={"a": text})
        after = read(["a agreement"], ["a fired"], texts={"a": text}, prefix="n")
        after = applied(after, on("a signed", retitle, "New", timeline=before))
        assert (named(after, "a agreement").title, named(after, "a fired").title) == ("New", "fired it n1")

    @pytest.mark.parametrize("opening", ["", "News. "], ids=["the text as it was", "words before it"])
    def test_never_what_told_of_something_else_before(self, opening):
        before = read(["a closed"], ["a fired"])
        after = read(["a fired"], texts={"a": opening + TEXTS["a"]}, prefix="n")
        curated = curate(after, log(on("a closed", retitle, "New", timeline=before)))
        assert curated.timeline.events[0].title == "fired it n0"
        assert "no event is found at ‘closed’ any more" in curated.unapplied[0].reason

    def test_another_sentence_around_it(self):
        found = replace(report(TEXTS, "b", "shut"), quote=Quote.of(TEXTS["b"], 4, len(TEXTS["b"])))
        after = applied(timeline_of(TEXTS, event("n", found)), on("b shut", retitle, "New"))
        assert after.events[0].title == "New"

    def test_never_another_word_with_another_date(self):
        texts = {"a": "They signed on 2021-05-03 and left on 2021-05-05."}
        signed, left = report(texts, "a", "signed"), report(texts, "a", "left", words="2021-05-05")
        before, after = (timeline_of(texts, event("e", one)) for one in (signed, left))
        assert len(curate(after, log(on("a signed", retitle, "New", timeline=before))).unapplied) == 1

    def test_the_word_counts_for_more_than_the_date(self):
        texts = {"a": "They met and talked on 2021-05-03 or 2021-05-05."}
        before = timeline_of(texts, event("e", report(texts, "a", "met")))
        met = report(texts, "a", "met", words="2021-05-05")
        after = timeline_of(texts, event("n0", report(texts, "a", "talked")), event("n1", met))
        assert named(applied(after, on("a met", retitle, "New", timeline=before)), "a met").title == "New"

    def test_the_nearest_of_equal_sentences(self):
        texts = {"a": "They met on 2021. It rained. They met on 2021."}
        first = report(texts, "a", "met")
        second = report({"a": texts["a"].replace("met", "xxx", 1)}, "a", "met")
        before = timeline_of(texts, event("e", second))
        shifted = {"a": "News. " + texts["a"]}
        places = [
            replace(m, quote=Quote.of(shifted["a"], m.quote.start + 6, m.quote.end + 6),
                    trigger=Quote.of(shifted["a"], m.trigger.start + 6, m.trigger.end + 6))
            for m in (first, second)
        ]  # fmt: skip
        after = timeline_of(shifted, event("n0", places[0]), event("n1", places[1]))
        assert [one.title for one in applied(after, on("a met", retitle, "New", timeline=before))] == [
            "met it n0",
            "New",
        ]

    def test_own_reports_are_not_beside(self):
        decision = confirm(event("e", report(TEXTS, "a", "closed"), report(TEXTS, "a", "fired")), timeline=BEFORE)
        assert [anchor.beside for anchor in decision.anchors] == [(), ()]

    def test_another_sentence_with_the_same_word(self):
        after = read(["b shut"], texts={"b": "A shop in town was shut in 1999, long ago."})
        assert len(curate(after, log(on("b shut", retitle, "New"))).unapplied) == 1

    @pytest.mark.parametrize("which", [0, 1])
    def test_one_trigger_with_two_dates(self, which):
        texts = {"a": "They met on 2021-05-03 and 2021-05-05."}
        first, second = (report(texts, "a", "met", words=words) for words in ("2021-05-03", "2021-05-05"))
        before = timeline_of(texts, event("e0", first), event("e1", second))
        decisions = [retitle(before.events[which], "New", timeline=before)]
        swapped = timeline_of(texts, event("n1", first), event("n0", second))
        assert [one.title == "New" for one in applied(swapped, *decisions)] == [which == 0, which == 1]
        curated = curate(timeline_of(texts, event("n1", (second, first)[which])), log(*decisions))
        assert curated.timeline.events[0].title == "met it n1"
        assert len(curated.unapplied) == 1

    @pytest.mark.parametrize("which", [0, 1])
    def test_a_second_date_that_was_not_seen_before(self, which):
        texts = {"a": "They met on 2021-05-03 and 2021-05-05."}
        both = [report(texts, "a", "met", words=words) for words in ("2021-05-03", "2021-05-05")]
        before = timeline_of(texts, event("e", both[which]))
        after = timeline_of(texts, event("n0", both[0]), event("n1", both[1]))
        titles = [one.title for one in applied(after, on("a met", retitle, "New", timeline=before))]
        assert [title == "New" for title in titles] == [which == 0, which == 1]

    def test_a_date_read_with_more_words(self):
        texts = {"a": "They met on 2021-05-03 in town."}
        before = timeline_of(texts, event("e", report(texts, "a", "met")))
        more = replace(before.events[0].mentions[0], trigger=Quote.of(texts["a"], 0, 8))
        more = replace(more, date=replace(more.date, quote=Quote.of(texts["a"], 9, 22)))
        after = timeline_of(texts, event("n", more))
        assert applied(after, on("a met", retitle, "New", timeline=before)).events[0].title == "New"

    @pytest.mark.parametrize("words", ["It rained.", "It\n  rained."], ids=["moved", "wrapped"])
    def test_what_was_added_moves_with_its_words(self, words):
        decision = add(BEFORE.sources[0].document, 3, 9, title="Rain", edtf="2021-05-01")
        texts = {"a": "News. Yes. " + TEXTS["a"].replace("It rained.", words)}
        added = named(applied(read(["a fired"], texts=texts), decision), "a rained")
        assert added.mentions[0].quote.text == words
        first = named(applied(BEFORE, decision), "a rained")
        assert added.id == first.id

    @pytest.mark.parametrize(
        ("texts", "groups", "reason"),
        [
            pytest.param({"a": TEXTS["a"]}, [["a fired"]], "its document 'b' is not in the collection", id="document"),
            pytest.param(
                {"b": "All was well on 2021."}, [["b well"]], "its words are no longer in 'b': ‘The bridge", id="words"
            ),
            pytest.param(TEXTS, [["b chosen"]], "no event is found at ‘shut’ any more", id="event"),
        ],
    )
    def test_what_is_gone_is_listed(self, texts, groups, reason):
        after = read(*groups, texts=texts)
        decisions = (
            on("b shut", retitle, "New"),
            on("b shut", reject),
            on("b shut", merge, named(BEFORE, "a fired")),
            on("a fired", merge, named(BEFORE, "b shut")),
        )
        curated = curate(after, log(*decisions))
        assert curated.timeline == after
        assert all(reason in one.reason for one in curated.unapplied[:3])
        assert [one.correction.number for one in curated.unapplied] == [1, 2, 3, 4]

    def test_words_that_are_gone_take_what_was_added_with_them(self):
        decision = add(BEFORE.sources[0].document, 3, 9, title="Rain")
        curated = curate(read(["a dry"], texts={"a": "It was dry in 2021."}), log(decision))
        assert "its words are no longer in 'a': ‘It rained.’" in curated.unapplied[0].reason


class TestLog:
    LOG = tuple(log(on("b shut", retitle, "„Zwei“"), on("c closed", merge, named(BEFORE, "b shut"))))

    def test_comes_back(self):
        assert curation.loads(curation.dumps(self.LOG)) == self.LOG
        assert json.loads(curation.dumps(self.LOG))["schema"] == "timeline-corrections/1"

    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            pytest.param("", "no log of corrections", id="empty"),
            pytest.param("[]", "no log of corrections", id="list"),
            pytest.param('{"schema": "timeline/1"}', "but of 'timeline/1'", id="an export"),
            pytest.param("[" * 100_000, "no log of corrections", id="deep"),
            pytest.param(curation.dumps(LOG).replace("retitle", "explode"), "no log of corrections", id="action"),
            pytest.param(curation.dumps(LOG).replace('"start"', '"begin"'), "no log of corrections", id="anchor"),
            pytest.param(curation.dumps(LOG).replace("„Zwei", "\\ud800"), "no log of corrections", id="half a letter"),
            pytest.param(curation.dumps(LOG[::-1]), "out of order", id="order"),
            pytest.param(curation.dumps([replace(LOG[0], who=" ")]), "needs the name", id="nobody"),
            pytest.param(curation.dumps([replace(LOG[0], at="today")]), "'today' is no time", id="time"),
            pytest.param(curation.dumps([replace(LOG[0], at="2026-05-03T09:30:00")]), "is no time", id="offset"),
            pytest.param(curation.dumps([Correction(1, WHO, AT, Decision(Action.UNDO, undoes=1))]), "order", id="undo"),
        ],
    )
    def test_what_is_no_log(self, text, sentence):
        with pytest.raises(CurationError, match=sentence):
            curation.loads(text)

    def test_joined_twice_is_joined_once(self):
        once = curation.joined([], self.LOG)
        assert once == self.LOG
        assert curation.joined(once, self.LOG) == ()

    def test_numbers_and_what_is_undone_follow(self):
        ours = log(on("a fired", confirm))
        theirs = [*self.LOG, Correction(3, WHO, AT, undo(self.LOG[0])), Correction(4, WHO, AT, undo(self.LOG[0]))]
        new = curation.joined(ours, theirs)
        assert [(one.number, one.decision.undoes) for one in new] == [(2, 0), (3, 0), (4, 2), (5, 2)]
        assert curation.joined([*ours, *new], theirs) == ()
        assert curation.joined(theirs, [*ours, *new])[0].decision.action == Action.CONFIRM

    def test_the_same_twice_stays_twice(self):
        twice = [self.LOG[0], replace(self.LOG[0], number=2)]
        assert len(curation.joined([], twice)) == 2
        assert len(curation.joined(twice[:1], twice)) == 1

    @pytest.mark.parametrize(
        ("decision", "sentence"),
        [
            pytest.param(on("b shut", confirm), "title set to ‘„Zwei“’", id="the same event"),
            pytest.param(on("a fired", merge, named(BEFORE, "b shut")), "title set to", id="the other event"),
            pytest.param(on("a closed", confirm), "merged with another event", id="merged"),
            pytest.param(undo(LOG[0]), "title set to", id="undo"),
            pytest.param(Decision(Action.NOTE, "e3"), "title set to", id="its id alone"),
            pytest.param(replace(on("b shut", confirm), event="n"), "title set to", id="its reports alone"),
            pytest.param(on("a fired", confirm), "", id="another event"),
        ],
    )
    def test_conflict(self, decision, sentence):
        found = curation.conflict(decision, self.LOG)
        assert sentence in found
        assert bool(found) == bool(sentence)
        assert not found or found.startswith("A. Meyer on 3 May 2026 at 09:30 UTC changed this event meanwhile: ")

    @pytest.mark.parametrize("action", Action)
    def test_every_action_can_be_told(self, action):
        assert described(Decision(action, value="{x}", undoes=3))

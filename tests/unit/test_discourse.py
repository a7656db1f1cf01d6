"""What is told without a date of its own: what shares one by grammar, and what the text around it dates."""

import pytest

from timeline import events
from timeline.events import Draft, Telling, Tense, select
from timeline.events.headline import mended
from timeline.language import Request, load
from timeline.language.lemmas import Lemmas
from timeline.model import Basis, Document, Event, EventMention, Position, Quote, Status
from timeline.pipeline import build
from timeline.structure import split_sentences

SHARED = [
    ("result", "The truck struck the bridge on 3 May 2019, killing two men.", "struck", {"killing"}),
    ("manner", "The mayor apologised on 3 May 2019, citing a lack of money.", "apologised", {"citing"}),
    ("time clause", "The bells rang when the queen arrived on 3 May 2019.", "arrived", {"rang"}),
    ("plan with its time", "The crew will fire guns when she arrives on 3 May 2019.", "arrives", {"fire"}),
    ("what begins", "The siege began on 3 May 1812.", "began", {"siege"}),
    ("occasion before", "At a hearing on 3 May 2019 the clerk admitted the error.", "hearing", {"admitted"}),
    ("occasion behind", "On 3 May 2019 the firm unveiled the car at a ceremony.", "unveiled", {"ceremony"}),
    ("order won", "The yard won the order on 3 May 2019.", "won", {"order"}),
    ("what lies behind", "After the storm the crew returned on 3 May 2019, having lost two men.", "returned", set()),
    ("a participle's own day", "The cabinet declared a truce, beginning on 3 May 2019.", "beginning", set()),
    ("a later day", "The yard lost the order on 3 May 2019, later selling its docks.", "lost", set()),
    ("another verb beside", "He left the army on 3 May 2019 and became a baker.", "left", set()),
    ("perfect beside", "The court heard the case on 3 May 2019 and has set a deadline.", "heard", set()),
    ("pluperfect", "The guard resigned on 3 May 2019 when the thief had fled.", "resigned", set()),
    ("as announced", "As announced, the board approved the plan on 3 May 2019.", "approved", set()),
    ("state", "The firm, being small, closed on 3 May 2019.", "closed", set()),
]


def read(text: str, name: str = "d") -> tuple[Event, ...]:
    """The events of one document."""
    return build([Document(id=name, text=text)]).events


def told(text: str) -> dict[str, EventMention]:
    """The mentions of one document by their triggers, the first of each."""
    found: dict[str, EventMention] = {}
    for event in read(text):
        for mention in event.mentions:
            found.setdefault(mention.trigger.text, mention)
    return found


def dated(text: str) -> dict[str, EventMention]:
    """As `told`, the mentions alone that a date or the text around them places."""
    return {trigger: mention for trigger, mention in told(text).items() if mention.is_placed}


@pytest.mark.parametrize(("text", "trigger", "shared"), [c[1:] for c in SHARED], ids=[c[0] for c in SHARED])
def test_what_shares_a_date_by_grammar(text: str, trigger: str, shared: set[str]) -> None:
    (main,) = (event for event in read(text) if event.main)
    assert trigger in {m.trigger.text for m in main.mentions}
    found = dated(text)
    assert set(found) == {trigger} | shared
    assert {m.when for m in found.values()} == {main.when}
    assert all(m.date.quote is not None for m in found.values())


NEWS = "{head}\n\n10 June 2019\n\n{body}"

BELOW = [
    (
        "goes on",
        NEWS.format(
            head="Ferry sinks off Samos",
            body="A ferry with eighty people sank off Samos on Saturday. The door broke off. Boats reached the wreck.",
        ),
        {"broke": ("2019-06-08", Basis.ANCHORED), "reached": ("2019-06-08", Basis.ANCHORED)},
    ),
    (
        "goes on from publication",
        NEWS.format(
            head="Council closes old bridge",
            body="The council has closed the old bridge in Harwick. The mayor put up signs.",
        ),
        {"put": ("2019-06-10", Basis.PUBLICATION)},
    ),
    (
        "definite noun",
        NEWS.format(
            head="Harwick Motors unveils small car",
            body="Harwick Motors unveiled a small car on Saturday. The announcement was a surprise.",
        ),
        {"announcement": ("2019-06-08", Basis.ANCHORED), "unveils": ("2019-06-08", Basis.ANCHORED)},
    ),
    (
        "saying",
        NEWS.format(
            head="Ferry sinks off Samos",
            body='A ferry with eighty people sank off Samos on Saturday. "It was dark," said Anna Holm, a nurse.',
        ),
        {"said": ("2019-06-10", Basis.PUBLICATION)},
    ),
    (
        "headline in other words",
        NEWS.format(
            head="Dockers stop work over wages",
            body="Dockers in the port of Harwick on Saturday downed their tools in a row over wages.",
        ),
        {"stop": ("2019-06-08", Basis.ANCHORED)},
    ),
    (
        "headline not of a whole year",
        NEWS.format(
            head="Yard wins ferry order",
            body="The Harwick yard has won an order for a ferry. The yard won more orders than any other in 2018.",
        ),
        {"wins": ("2019-06-10", Basis.PUBLICATION)},
    ),
]


@pytest.mark.parametrize(("text", "wanted"), [c[1:] for c in BELOW], ids=[c[0] for c in BELOW])
def test_what_the_text_around_dates(text: str, wanted: dict[str, tuple[str, Basis]]) -> None:
    found = told(text)
    assert {trigger: (str(found[trigger].when), found[trigger].date.basis) for trigger in wanted} == wanted
    assert all(found[trigger].date.quote is None and found[trigger].date.reason for trigger in wanted)


SILENT = [
    ("state", "The ferry belongs to a small firm.", "belongs"),
    ("present", "The ferry carries trucks.", "carries"),
    ("future", "The firm will pay the families.", "pay"),
    ("before the news", "The firm had repaired the door.", "repaired"),
    ("question", "What went wrong?", "went"),
    ("relative clause", "The captain is Jon Ek, who sailed for years.", "sailed"),
    ("what somebody says happened", "The firm said that thieves took the pump.", "took"),
    ("with a day of another kind", "On the 14th divers reached it.", "reached"),
    ("in vain", "The firm tried to hide it.", "tried"),
    ("denied", "The coast guard did not answer.", "answer"),
]


@pytest.mark.parametrize(("sentence", "trigger"), [c[1:] for c in SILENT], ids=[c[0] for c in SILENT])
def test_what_no_text_around_dates(sentence: str, trigger: str) -> None:
    text = NEWS.format(
        head="Ferry sinks off Samos", body=f"A ferry with eighty people sank off Samos on Saturday. {sentence}"
    )
    assert trigger not in dated(text)
    assert not any(event.main for event in read(text) for m in event.mentions if m.trigger.text == trigger)


def test_nothing_goes_on_from_what_was_said() -> None:
    text = NEWS.format(
        head="Nurse testifies in Harwick trial",
        body="A nurse testified on Saturday about a fire at the old bakery in Harwick. Two men broke the door.",
    )
    assert "broke" not in dated(text)


@pytest.mark.parametrize(
    ("when", "goes_on"), [pytest.param("on Saturday", True, id="a day"), pytest.param("last week", False, id="a week")]
)
def test_what_goes_on_goes_on_from_a_day(when: str, *, goes_on: bool) -> None:
    text = NEWS.format(
        head="Yard sells ferry", body=f"The Harwick yard sold a ferry {when}. The crew left the yard in tears."
    )
    assert ("left" in dated(text)) == goes_on


@pytest.mark.parametrize(
    ("roofs", "is_again"), [pytest.param(0, True, id="in the next sentence but one"), pytest.param(20, False, id="far")]
)
def test_what_is_not_the_news_is_told_again_only_soon_behind(roofs: int, *, is_again: bool) -> None:
    between = f"The wind over the river was cold, and {'the sky over the roofs was grey, and ' * roofs}nobody was out."
    text = NEWS.format(
        head="Ferry sinks off Samos",
        body=f"A gang robbed the Harwick bank on 2 May. {between} The robbery of the Harwick bank shocked the town.",
    )
    assert ("robbery" in dated(text)) == is_again


def test_where_no_day_of_publication_is_known_nothing_goes_on() -> None:
    text = "Our march to the fort\n\nWe marched south from the river on 3 May 1855. My brother broke his leg there."
    assert "broke" not in dated(text)


def test_a_year_that_only_describes_a_thing_is_no_date_of_the_news() -> None:
    text = NEWS.format(
        head="Harwick Motors shows vans",
        body="At an event on Saturday, Harwick Motors released a small car and the 2020 version of its van.",
    )
    assert str(told(text)["released"].when) == "2019-06-08"


def test_what_is_said_is_told_beside_the_news_and_makes_no_main_event() -> None:
    lead = "A ferry with eighty people sank off Samos on Saturday."
    body = f'{lead} "It was dark," said Anna Holm, a nurse.'
    plain = NEWS.format(head="Ferry sinks off Samos", body=lead)
    with_saying = read(NEWS.format(head="Ferry sinks off Samos", body=body))
    (without,), (event,) = (tuple(e for e in found if e.main) for found in (read(plain), with_saying))
    assert (event.title, event.when, event.status, event.participants) == (
        without.title,
        without.when,
        without.status,
        without.participants,
    )
    assert (event.salience, event.confidence) == (without.salience, without.confidence)
    assert [m.trigger.text for m in event.mentions] == ["sinks", "sank"]
    (said,) = (m for e in with_saying for m in e.mentions if m.trigger.text == "said")
    assert said.confidence < min(m.confidence for m in event.mentions)


HEADLINES = [
    ("taken for a noun", "Boeing secures $11bn of aircraft deals", "secures", "secure"),
    ("inside a name", "Aer Lingus buys twelve new long-haul jets", "buys", "buy"),
    ("the root already", "Council closes old bridge", "closes", "close"),
]


@pytest.mark.parametrize(("text", "verb", "lemma"), [c[1:] for c in HEADLINES], ids=[c[0] for c in HEADLINES])
def test_a_headline_has_its_verb(text: str, verb: str, lemma: str) -> None:
    (sentence,) = load().parse([Request(text)])
    root = mended(sentence).root
    assert (root.text, root.lemma, root.pos) == (verb, lemma, "VERB")


def test_a_headline_without_a_verb_stays_as_it_is() -> None:
    (sentence,) = load().parse([Request("Port strikes and their price")])
    assert mended(sentence) == sentence


def test_the_lexicon_knows_better_than_analogy() -> None:
    lemmas = Lemmas(verbs=["revile", "defile"])
    assert lemmas.checked("unveiled", "unveile", "VERB", "VBD") == "unveil"


def test_every_sentence_is_read() -> None:
    body = " ".join(f"The crew painted deck {number}." for number in range(20))
    text = f"Ferry sinks off Samos\n\nA ferry with eighty people aboard sank off Samos. {body} It is a small island."
    passages = select(text, split_sentences(text), [])
    assert tuple((p.start, p.end) for p in passages) == tuple(split_sentences(text))


def test_drafts_with_their_telling_outlive_a_cache() -> None:
    words = Quote(0, 4, "said")
    draft = Draft(
        document="d",
        quote=words,
        trigger=words,
        concepts=("say/VERB",),
        candidate=None,
        attachment=0.5,
        tie="",
        position=Position.BODY,
        tense=Tense.PAST,
        status=Status.OCCURRED,
        title="Said",
        telling=Telling.SHARED,
        beside=7,
    )
    assert events.loads(events.dumps((draft,))) == (draft,)

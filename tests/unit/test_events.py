"""What is read off single sentences, with the shipped pipeline; the sentences are this file's own."""

import pytest

from timeline import dates as dating
from timeline import events
from timeline.events import Dates, Draft, Tense, select
from timeline.language import Request, load, split_sentences
from timeline.model import Document, Position, Quote, Role, Status


def drafts_of(text: str, **dates: frozenset[int]) -> tuple[Draft, ...]:
    """The drafts of a text, with every date candidate allowed to date an event."""
    candidates = dating.find(text)
    quotes = tuple(candidate.quote for candidate in candidates)
    anchored = frozenset(i for i, candidate in enumerate(candidates) if candidate.is_anchored)
    passages = select(text, split_sentences(text), quotes)
    requests = [
        Request(text[p.start : p.end], p.start, tuple((quotes[i].start, quotes[i].end) for i in p.candidates))
        for p in passages
    ]
    sentences = tuple(load().parse(requests))
    return events.extract(
        Document(id="d", text=text), passages, sentences, Dates(quotes=quotes, anchored=anchored, **dates)
    )


def dated(text: str) -> dict[str, Draft]:
    """The drafts of a text by the words of their date."""
    quotes = [candidate.quote for candidate in dating.find(text)]
    return {quotes[draft.candidate].text: draft for draft in drafts_of(text) if draft.candidate is not None}


TIES = [
    ("verb", "The council closed the bridge on 3 May 2019.", "3 May 2019", "closed"),
    ("noun beside its date", "Farmers still speak of the 2011 flood.", "2011", "flood"),
    ("article, date, noun", "She signed the March 3, 2014, merger deal with the bank.", "March 3, 2014", "deal"),
    ("several words between", "They missed the original June 1 payment deadline.", "June 1", "deadline"),
    ("hyphenated noun", "He named the new October 5 pull-out date.", "October 5", "pull"),
    ("report of speech, date outside", "The minister said on Monday that the dam was safe.", "Monday", "said"),
    ("verb under an intention", "The company expects to open the plant in 2024.", "2024", "open"),
    ("light verb", "The navy carried out an attack on 4 June 1942.", "4 June 1942", "attack"),
    ("verb of happening", "The earthquake happened on 26 January 2001.", "26 January 2001", "earthquake"),
    ("relative clause", "The mayor, who was elected in 2010, resigned.", "2010", "elected"),
    ("participle behind its noun", "It was part of the treaty signed in 1998 by both sides.", "1998", "treaty"),
    ("ellipsis", "She promised to leave the party, which she did on 9 May 2016.", "9 May 2016", "leave"),
    ("inside a quotation", "“In 2015,” the letter reads, “the bank sold the land.”", "2015", "sold"),
    (
        "caption",
        "Firefighters rest near a burnt house in Valparaiso, Chile, 14 April 2014.",
        "14 April 2014",
        "rest",
    ),
    (
        "picture named",
        "A view of the pier as waves hit the coast in Brighton, England, 2 January 2018.",
        "2 January 2018",
        "hit",
    ),
]


@pytest.mark.parametrize(("text", "date", "trigger"), [case[1:] for case in TIES], ids=[case[0] for case in TIES])
def test_the_date_belongs_to_its_event(text: str, date: str, trigger: str) -> None:
    found = dated(text)
    assert date in found, found
    assert found[date].trigger.text == trigger


def test_two_events_of_a_sentence_keep_their_dates() -> None:
    found = dated("Workers began the strike on 4 July 2012 and ended it on 19 August 2012.")
    assert found["4 July 2012"].trigger.text != found["19 August 2012"].trigger.text


def test_a_date_counted_from_an_event_dates_that_event() -> None:
    text = "The ship sailed on 30 August, four months later than the deadline set by the port."
    candidates = [candidate.quote.text for candidate in dating.find(text)]
    counted = next(draft for draft in drafts_of(text) if draft.trigger.text == "deadline")
    assert counted.anchor_to == candidates.index("30 August")


STATUSES = [
    ("told as fact", "Voters rejected the plan on 3 May 2019.", Status.OCCURRED, None),
    ("future tense", "The court will hear the case on 3 May 2019.", Status.PLANNED, "will"),
    ("deadline", "They missed the June 1 payment deadline.", Status.PLANNED, "deadline"),
    ("set to", "The road is set to open on 3 May 2019.", Status.PLANNED, "set"),
    ("expected", "The firm expects to finish the work in 2031.", Status.PLANNED, "expects"),
    ("negated", "The team did not play on 3 May 2019.", Status.DENIED, "not"),
    ("modal", "The volcano could erupt in 2031.", Status.POSSIBLE, "could"),
    ("claimed", "The rebels claimed to have shot down two helicopters on 3 May 2019.", Status.CLAIMED, "claimed"),
    ("taken for granted", "The sect claimed that the 2004 attacks were staged.", Status.OCCURRED, None),
    ("adverb", "The singer allegedly left the country on 3 May 2019.", Status.CLAIMED, "allegedly"),
    ("quoted", "“We sank two ships on 3 May 2019,” the admiral said.", Status.CLAIMED, "“"),
]


@pytest.mark.parametrize(("text", "status", "words"), [c[1:] for c in STATUSES], ids=[c[0] for c in STATUSES])
def test_status_comes_from_words(text: str, status: Status, words: str | None) -> None:
    (draft,) = (draft for draft in drafts_of(text) if draft.candidate is not None)
    assert draft.status == status
    assert (draft.status_words.text if draft.status_words else None) == words


ARGUMENTS = [
    ("active", "France beat Brazil in Paris on 12 July 1998.", "France", Role.AGENT),
    ("object", "France beat Brazil in Paris on 12 July 1998.", "Brazil", Role.PATIENT),
    ("passive subject", "The bank was bought by Santander on 3 May 2019.", "bank", Role.PATIENT),
    ("passive agent", "The bank was bought by Santander on 3 May 2019.", "Santander", Role.AGENT),
    ("party of a noun", "The 2015 deal with Iran pleased nobody.", "Iran", Role.OTHER),
    ("two parties, one hyphen", "The 2015 Iran-Norway agreement pleased nobody.", "Norway", Role.OTHER),
]


@pytest.mark.parametrize(("text", "name", "role"), [c[1:] for c in ARGUMENTS], ids=[c[0] for c in ARGUMENTS])
def test_participants(text: str, name: str, role: Role) -> None:
    found = {p.name: p.role for draft in drafts_of(text) for p in draft.participants}
    assert found.get(name) == role, found


def test_place() -> None:
    (draft,) = drafts_of("The ministers met in Vienna on 3 May 2019.")
    assert [place.name for place in draft.places] == ["Vienna"]


TITLES = [
    ("who, what, whom", "On 3 May 2019, the council closed the old bridge.", "Council closed the old bridge"),
    (
        "what was intended and done",
        "Greece promised to leave the union, which it did on 9 May 2016.",
        "Greece leaves the union",
    ),
    (
        "what was completed",
        "The withdrawal of German troops, set to be completed by 9 May 2016, pleased Norway.",
        "Withdrawal of German troops",
    ),
    ("date left out", "The 2011 flood in Brisbane killed many.", "Flood in Brisbane"),
    ("asides left out", "The bank, which is old, sold its ships on 3 May 2019.", "Bank sold its ships"),
]


@pytest.mark.parametrize(("text", "title"), [c[1:] for c in TITLES], ids=[c[0] for c in TITLES])
def test_title(text: str, title: str) -> None:
    assert [draft.title for draft in drafts_of(text)] == [title]


def test_headline_and_lead_tell_of_the_day_of_publication() -> None:
    text = "Ferry sinks off Samos\n\nA ferry with eighty people aboard sank off the island of Samos. Help came at once."
    positions = {draft.position: draft for draft in drafts_of(text)}
    assert positions[Position.HEADLINE].trigger.text == "sinks"
    assert positions[Position.LEAD].trigger.text == "sank"
    assert {draft.candidate for draft in positions.values()} == {None}


def test_every_word_is_traceable() -> None:
    text = "“We sank two ships in Boston Harbor on 3 May 2019,” Admiral Jane Doe said.\n\nSome fled in 1999."
    for draft in drafts_of(text):
        named = [*(p.quote for p in draft.participants), *(p.quote for p in draft.places)]
        for quote in [draft.quote, draft.trigger, draft.status_words, draft.speaker, *named]:
            assert quote is None or text[quote.start : quote.end] == quote.text
        assert draft.quote.holds(draft.trigger)


def test_tense() -> None:
    assert [draft.tense for draft in drafts_of("It closed on 3 May 2019.")] == [Tense.PAST]
    assert [draft.tense for draft in drafts_of("It will close on 3 May 2019.")] == [Tense.FUTURE]


def test_skipped_dates_choose_no_sentence() -> None:
    text = "It closed on 3 May 2019."
    date = Quote.of(text, 13, 23)
    assert select(text, split_sentences(text), [date], skip={0}) == ()


def test_drafts_survive_the_cache() -> None:
    drafts = drafts_of("France beat Brazil in Paris on 12 July 1998.")
    assert events.loads(events.dumps(drafts)) == drafts


def test_one_name_for_one_party() -> None:
    text = (
        "President Maria Silva met the US envoy on 3 May 2019. Silva signed a law on 5 May 2019. "
        "Washington condemned Al-Shabaab on 7 May 2019. The U.S. later attacked al Shabaab on 9 May 2019."
    )
    drafts = drafts_of(text)
    names = events.collect(drafts)
    unified = [{p.name for p in events.unify(draft, names).participants} for draft in drafts]
    assert "Maria Silva" in unified[0] & unified[1]
    assert "United States" in unified[2] & unified[3]
    assert len(unified[2] & unified[3]) == 2

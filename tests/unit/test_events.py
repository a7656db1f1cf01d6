"""What is read off single sentences, with the shipped pipeline; the sentences are this file's own."""

import pytest

from timeline import dates as dating
from timeline import events
from timeline.events import Dates, Draft, Telling, Tense, select
from timeline.language import Request, load
from timeline.model import Document, Position, Role, Status
from timeline.structure import split_sentences


def drafts_of(text: str, **dates: frozenset[int]) -> tuple[Draft, ...]:
    """The drafts of a text that have a date or head it, with every date candidate allowed to date an event."""
    candidates = dating.find(text)
    quotes = tuple(candidate.quote for candidate in candidates)
    anchored = frozenset(i for i, candidate in enumerate(candidates) if candidate.is_anchored)
    passages = select(text, split_sentences(text), quotes)
    requests = [
        Request(text[p.start : p.end], p.start, tuple((quotes[i].start, quotes[i].end) for i in p.candidates))
        for p in passages
    ]
    sentences = tuple(load().parse(requests))
    found = events.extract(
        Document(id="d", text=text), passages, sentences, Dates(quotes=quotes, anchored=anchored, **dates)
    )
    return tuple(draft for draft in found if draft.telling == Telling.OWN)


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
    ("charge, not deed", "He was charged with fraud on 3 May 2019.", "3 May 2019", "charged"),
    ("verdict, not deed", "She was convicted of the murder of a guard on 3 May 2019.", "3 May 2019", "convicted"),
    (
        "example",
        "The state banned the ferry for its troubles at sea, including two collisions last month.",
        "last month",
        "collisions",
    ),
    ("a year of what lasts", "The past year of drought ruined the farmers.", "The past year", "drought"),
    ("a week of what lasts", "This week of protests closed the port.", "This week", "protests"),
    ("some days of what lasts", "The last three days of talks brought no deal.", "The last three days", "talks"),
    ("on a day counted off", "The town fell on the third day of the siege.", "the third day", "fell"),
    ("to come", "The bank has announced 300 job cuts over the next four years.", "the next four years", "cuts"),
    ("such as", "The port has seen troubles, such as a strike last year.", "last year", "strike"),
    ("day set", "The judge set a hearing for 27 June 2019.", "27 June 2019", "hearing"),
    ("day moved", "The regatta's opening race was put back to 5 July 2019.", "5 July 2019", "race"),
    ("thing moved, no day", "The choir moved its piano on 3 May 2019.", "3 May 2019", "moved"),
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
    ("letter with a date", "The last letter from the camp was dated 21 March 1916.", Status.OCCURRED, None),
    ("oldest part", "The church dates back to 1432.", Status.OCCURRED, None),
    ("old coins", "The coins date from 1205.", Status.OCCURRED, None),
    ("planning begun", "The gang began planning the raid on 19 April 2016.", Status.OCCURRED, None),
    ("set to", "The road is set to open on 3 May 2019.", Status.PLANNED, "set"),
    ("expected", "The firm expects to finish the work in 2031.", Status.PLANNED, "expects"),
    ("negated", "The team did not play on 3 May 2019.", Status.DENIED, "not"),
    ("modal", "The volcano could erupt in 2031.", Status.POSSIBLE, "could"),
    ("claimed", "The rebels claimed to have shot down two helicopters on 3 May 2019.", Status.CLAIMED, "claimed"),
    ("taken for granted", "The sect claimed that the 2004 attacks were staged.", Status.OCCURRED, None),
    ("adverb", "The singer allegedly left the country on 3 May 2019.", Status.CLAIMED, "allegedly"),
    ("whether", "Vets are checking whether the farm sold sick calves in October 2018.", Status.POSSIBLE, "whether"),
    ("unclear whether", "It is unclear whether the envoy met the king on 14 July 1912.", Status.POSSIBLE, "whether"),
    ("asked if", "A reporter asked if the crew left the ship on 14 July 1912.", Status.POSSIBLE, "if"),
    ("not confirmed", "The club could not confirm that the keeper signed on 3 May 2019.", Status.POSSIBLE, "not"),
    ("no evidence", "There is no evidence that the monk visited Rome on 15 July 1420.", Status.DENIED, "no"),
    ("no proof found", "Police found no proof that the boy started the fire on 3 May 2019.", Status.DENIED, "no"),
    ("not true", "It is not true that the mill closed on 3 May 2019.", Status.DENIED, "not"),
    ("nobody", "No trains ran on 3 May 2019.", Status.DENIED, "No"),
    ("denied doing", "The firm denied paying the clerk on 3 May 2019.", Status.DENIED, "denied"),
    ("denied that", "The coach denied that he struck the referee on 3 May 2019.", Status.DENIED, "denied"),
    ("denied reports", "The zoo denied reports that a wolf escaped in March 2019.", Status.DENIED, "denied"),
    (
        "rejected an allegation",
        "The abbot rejected the allegation that he sold the relics in 1831.",
        Status.DENIED,
        "rejected",
    ),
    ("not guilty", "He pleaded not guilty to murdering the clerk on 3 May 2019.", Status.DENIED, "not"),
    ("suspected of", "The cook is suspected of having poisoned the duke on 13 July 1720.", Status.CLAIMED, "suspected"),
    ("accused of", "The trainer is accused of doping a horse in June 2020.", Status.CLAIMED, "accused"),
    ("charged with", "The trader was charged with taking bribes in June 2020.", Status.CLAIMED, "charged"),
    ("blamed for", "The mayor blamed the rebels for burning the mill on 3 May 2019.", Status.CLAIMED, "blamed"),
    ("on suspicion of", "She was held on suspicion of poisoning a guest on 3 May 2019.", Status.CLAIMED, "suspicion"),
    ("convicted of", "She was convicted of murder on 3 May 2019.", Status.OCCURRED, None),
    ("alleged noun", "The alleged theft in 2018 cost the museum dearly.", Status.CLAIMED, "alleged"),
    ("alleged before the date", "The alleged 2018 theft cost the museum dearly.", Status.CLAIMED, "alleged"),
    ("alleged to have", "The vicar is alleged to have sold the organ on 3 May 2019.", Status.CLAIMED, "alleged"),
    ("rumours that", "There were rumours that the actor died on 3 May 2018.", Status.CLAIMED, "rumours"),
    ("said to have", "The pilot is said to have left the base on 3 May 2019.", Status.CLAIMED, "said"),
    ("reportedly", "The singer reportedly married the drummer on 3 May 2019.", Status.CLAIMED, "reportedly"),
    ("by a party", "According to the museum, the vase was stolen on 3 May 2019.", Status.CLAIMED, "According to"),
    ("by a rule", "According to the treaty, the strait was closed on 3 May 1936.", Status.OCCURRED, None),
    ("no doubt", "There is no doubt that the comet returned in 1759.", Status.OCCURRED, None),
    ("was due to", "The minister was due to arrive on 3 June 2019.", Status.PLANNED, "due"),
    ("was to", "The trial was to open on 17 June 2019.", Status.PLANNED, "was"),
    ("were to have", "The rowers were to have started on 17 June 2019.", Status.PLANNED, "were"),
    ("supposed to", "The probe was supposed to land on 2 June 2019.", Status.PLANNED, "supposed"),
    ("verb gave way to its noun", "The concert was scheduled to happen on 3 May 2019.", Status.PLANNED, "scheduled"),
    ("modal of a verb that gave way", "Talks could be held on 3 May 2029.", Status.POSSIBLE, "could"),
    ("postponed", "The election was postponed until 26 September 2019.", Status.PLANNED, "postponed"),
    ("not until", "The town did not declare an outbreak until 12 March 2019.", Status.OCCURRED, None),
    ("called off", "The wedding, set for 3 May 2019, was called off.", Status.DENIED, "off"),
    ("visit called off", "The abbot cancelled a visit to Oslo planned for 7 June 2019.", Status.DENIED, "cancelled"),
    ("planned, called off", "The planned launch on 3 May 2019 was cancelled.", Status.DENIED, "cancelled"),
    ("due, called off", "The fair due to start on 2 July 2019 has been cancelled.", Status.DENIED, "cancelled"),
    ("plan dropped", "The mill scrapped a plan to close its shop in 2019.", Status.DENIED, "scrapped"),
    ("foiled", "Police foiled an attack planned for 24 December 2018.", Status.DENIED, "foiled"),
    ("announced, averted", "The walkout announced for 15 June 2019 was averted.", Status.DENIED, "averted"),
    ("never happened", "The launch planned for September 2018 never happened.", Status.DENIED, "never"),
    ("never took place", "The siege planned for 1640 never took place.", Status.DENIED, "never"),
    ("will not", "The choir will not sing on 3 July 2029.", Status.DENIED, "not"),
    ("which was to be", "The duel, which was to be fought on 2 May 1805, bored him.", Status.PLANNED, "was"),
    ("due to be", "The dance due to be held on 1 June 2019 was put off.", Status.PLANNED, "due"),
    ("the object due to be", "The club sold out the match due to be played on 3 May 2019.", Status.PLANNED, "due"),
    ("in the passive, alleged", "He is alleged to have robbed the bank on 6 May 2019.", Status.CLAIMED, "alleged"),
    ("they allege", "The prosecution alleges that Ward forged the will in March 2019.", Status.CLAIMED, "alleges"),
    ("legend has it", "Legend has it that the king drowned in the river in 1190.", Status.CLAIMED, "has"),
    ("falsely accused", "The smith was falsely accused of stealing a cross in 1920.", Status.DENIED, "falsely"),
    ("cleared of charges", "He was cleared of charges that he bribed a judge in 2011.", Status.DENIED, "cleared"),
    ("verb tagged a noun", "The lawsuit alleges that Dr Reed altered the data in 2014.", Status.CLAIMED, "alleges"),
    ("suspect, a person", "The suspect who fled on 3 May 2019 was found.", Status.OCCURRED, None),
    ("to blame", "The governor was to blame for the delay on 3 June 2019.", Status.OCCURRED, None),
    ("not just", "The council did not just close the bridge on 3 June 2019.", Status.OCCURRED, None),
    ("nobody until", "Neither side attacked until April 1940.", Status.OCCURRED, None),
    ("given a name", "This was called the April 1927 Incident.", Status.OCCURRED, None),
    ("quoted", "“We sank two ships on 3 May 2019,” the admiral said.", Status.CLAIMED, "“"),
]


@pytest.mark.parametrize(("text", "status", "words"), [c[1:] for c in STATUSES], ids=[c[0] for c in STATUSES])
def test_status_comes_from_words(text: str, status: Status, words: str | None) -> None:
    (draft,) = (draft for draft in drafts_of(text) if draft.candidate is not None)
    assert draft.status == status, draft.trigger
    assert (draft.status_words.text if draft.status_words else None) == words


SHARED = [
    (
        "a place for each date",
        "Battles were fought at Alma on 20 September 1854, at Balaklava on 25 October 1854.",
        [("20 September 1854", "fought"), ("25 October 1854", "fought")],
    ),
    (
        "a list of days",
        "Arrests were made on 3 May 2018, 5 May 2018 and 9 May 2018.",
        [("3 May 2018", "Arrests"), ("5 May 2018", "Arrests"), ("9 May 2018", "Arrests")],
    ),
    (
        "a list of years",
        "The comet came in 1531, 1607 and 1682.",
        [("1531", "came"), ("1607", "came"), ("1682", "came")],
    ),
    ("one stretch", "The rebels were active in late 1940 and early 1941.", [("late 1940", "active")]),
    ("neighbouring years", "Locusts ate the crops in 1956 and 1957.", [("1956", "ate")]),
    (
        "the new day for the old",
        "The trial set for 9 June 2019 was postponed to 3 July 2019.",
        [("3 July 2019", "trial")],
    ),
    (
        "the new day for the old, in an aside",
        "The opening of the canal, planned for April 2018, was put off until October 2019.",
        [("October 2019", "opening")],
    ),
    (
        "a noun and its verb, each with a day",
        "The deal signed in March 2018 fell apart in May 2018.",
        [("March 2018", "deal"), ("May 2018", "fell")],
    ),
    ("one day said twice", "In 2016, on 3 May, the bridge fell.", [("2016", "fell")]),
    ("a time of day beside a day", "The bridge fell at 6 a.m. on 3 May 2016.", [("6 a.m. on 3 May 2016", "fell")]),
    (
        "joined verbs behind their date",
        "On 9 May 1855 the sailors blew up the forts, sank the ships and evacuated Odessa.",
        [("9 May 1855", "blew"), ("9 May 1855", "sank"), ("9 May 1855", "evacuated")],
    ),
    (
        "joined verbs, each with a date",
        "In 1900 she was born in Leeds and in 1980 she died.",
        [("1900", "born"), ("1980", "died")],
    ),
    ("a date behind the last verb is its own", "He studied in Leeds and died on 9 May 1900.", [("9 May 1900", "died")]),
    ("not on a day", "The wall fell on 9 May 1989, not on 10 May 1989.", [("9 May 1989", "fell")]),
    ("a later day", "On 9 May 1900 he left Leeds and later sold the mill.", [("9 May 1900", "left")]),
    ("another tense", "On 9 May 2019 the board met and will meet again.", [("9 May 2019", "met")]),
]


@pytest.mark.parametrize(("text", "pairs"), [c[1:] for c in SHARED], ids=[c[0] for c in SHARED])
def test_dates_and_triggers_pair_up(text: str, pairs: list[tuple[str, str]]) -> None:
    quotes = [candidate.quote.text for candidate in dating.find(text)]
    found = [(quotes[d.candidate], d.trigger.text) for d in drafts_of(text) if d.candidate is not None]
    assert sorted(found) == sorted(pairs)


def test_each_date_of_a_trigger_has_its_own_place_and_title() -> None:
    found = dated("Battles were fought at Alma on 20 September 1854, at Balaklava on 25 October 1854.")
    assert "Balaklava" not in found["20 September 1854"].title
    assert found["25 October 1854"].title == "Battles were fought at Balaklava"
    assert [place.name for place in found["25 October 1854"].places] == ["Balaklava"]


ARGUMENTS = [
    ("name behind a description", "The ferry Regina Maris sank on 3 May 2019.", "Regina Maris", Role.AGENT),
    ("whom the pronoun means", "The minister resigned after he was fired on 3 May 2019.", "minister", Role.PATIENT),
    ("who was blamed", "Nokia accused Samsung of copying the phone in 2011.", "Samsung", Role.AGENT),
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


JUNK = [
    ("measure", "Shares of the bank rose 24 percent on 3 May 2019.", "percent"),
    ("part of the verb", "The king took place on the throne on 3 May 1712.", "place"),
    ("letter", "A. sold the farm on 3 May 1990.", "A."),
]


@pytest.mark.parametrize(("text", "junk"), [c[1:] for c in JUNK], ids=[c[0] for c in JUNK])
def test_what_names_no_party_is_none(text: str, junk: str) -> None:
    assert not [p.name for draft in drafts_of(text) for p in draft.participants if junk in p.name]


def test_place() -> None:
    (draft,) = drafts_of("The ministers met in Vienna on 3 May 2019.")
    assert [place.name for place in draft.places] == ["Vienna"]


TITLES = [
    ("who, what, whom", "On 3 May 2019, the council closed the old bridge.", "Council closed the old bridge"),
    (
        "what was intended and done",
        "Greece promised to leave the union, which it did on 9 May 2016.",
        "Greece left the union",
    ),
    (
        "what was completed",
        "The withdrawal of German troops, set to be completed by 9 May 2016, pleased Norway.",
        "Withdrawal of German troops",
    ),
    ("completed, one noun", "The takeover was finally completed on 22 January 2019.", "Takeover was completed"),
    ("a part ended", "The first round ended on 3 May 2019.", "First round ended"),
    ("state that the verb leads to", "The queen fell ill on 3 May 1812.", "Queen fell ill"),
    ("particle", "The attackers were thrown back on 3 May 1855.", "Attackers were thrown back"),
    ("a pronoun and nothing else", "He was fired on 3 May 2019.", "He was fired"),
    ("a pronoun and an object", "It resumed work at the quarry on 3 May 2019.", "Work at the quarry was resumed"),
    ("not just", "The council did not just close the bridge on 3 June 2019.", "Council did close the bridge"),
    ("noun with its verb", "The tests were made on 3 May 2018.", "Tests were made"),
    ("plan", "The minister was due to arrive on 3 June 2019.", "Minister was due to arrive"),
    ("number of a predicate", "Attendance was 24 percent on 3 May 2019.", "Attendance was 24 percent"),
    (
        "not until keeps its day",
        "The town did not declare an outbreak until 12 March 2019.",
        "Town did not declare an outbreak until 12 March 2019",
    ),
    ("date left out", "The 2011 flood in Brisbane killed many.", "Flood in Brisbane"),
    ("asides left out", "The bank, which is old, sold its ships on 3 May 2019.", "Bank sold its ships"),
]


@pytest.mark.parametrize(("text", "title"), [c[1:] for c in TITLES], ids=[c[0] for c in TITLES])
def test_title(text: str, title: str) -> None:
    assert [draft.title for draft in drafts_of(text)] == [title]


CONCEPTS = [
    ("a verb with its particle", "The bishop stepped down on 3 May 2019.", "step down/VERB"),
    ("a particle behind the object", "The mayor turned the offer down on 3 May 2019.", "turn down/VERB"),
    ("a mere preposition", "The baron walked across the bridge on 3 May 2019.", "walk/VERB"),
]


@pytest.mark.parametrize(("text", "concept"), [case[1:] for case in CONCEPTS], ids=[case[0] for case in CONCEPTS])
def test_the_word_that_names_an_event(text: str, concept: str) -> None:
    (draft,) = drafts_of(text)
    assert draft.concepts[0] == concept


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


CAPITALS = [
    ("acts", "Paris condemned the raid on 3 May 2019.", "France"),
    ("is left", "The ship left Tallinn on 3 May 2019.", "Tallinn"),
    ("suffers", "London flooded on 3 May 2019.", "London"),
]


@pytest.mark.parametrize(("text", "name"), [c[1:] for c in CAPITALS], ids=[c[0] for c in CAPITALS])
def test_a_capital_is_its_government_only_where_it_acts(text: str, name: str) -> None:
    drafts = drafts_of(text)
    names = events.collect(drafts)
    assert name in {p.name for draft in drafts for p in events.unify(draft, names).participants}


FURNITURE = [
    ("date", "10 June 2019"),
    ("place and date", "Berlin, 10 June 2019"),
    ("notice", "FOR IMMEDIATE RELEASE"),
    ("docket", "Case 1:16-cv-02214 Document 26 Filed 12/12/16"),
]


@pytest.mark.parametrize("line", [c[1] for c in FURNITURE], ids=[c[0] for c in FURNITURE])
def test_furniture_at_the_top_is_no_headline(line: str) -> None:
    text = f"{line}\n\nFerry sinks off Samos\n\nA ferry with eighty people aboard sank off the island of Samos."
    quotes = [candidate.quote for candidate in dating.find(text)]
    headline = next(p for p in select(text, split_sentences(text), quotes) if p.position == Position.HEADLINE)
    assert text[headline.start : headline.end] == "Ferry sinks off Samos"

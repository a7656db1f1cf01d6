"""Registers, tickers and dockets: lines that differ in their names tell of as many events; one event stays one."""

import pytest

from timeline.model import Document, Event
from timeline.pipeline import build
from timeline.why_words import sentence

PEOPLE = [
    "Ada Holm", "Ben Ruiz", "Carla Voss", "Dino Marek", "Edda Lund", "Faris Amin",
    "Gina Torre", "Hans Beck", "Ida Nyman", "Jon Falk", "Kira Sand", "Lars Moe",
    "Mona Reyes", "Nils Brandt", "Olga Simm", "Pia Kern", "Rana Idris", "Sven Aas",
    "Tara Bloom", "Udo Lenz", "Vera Pohl", "Wim Claes", "Yara Nasser", "Zeno Gatti",
    "Alma Dietz", "Boris Hahn", "Celia Prado", "Dario Conti", "Elsa Rask", "Finn Oster",
]  # fmt: skip
COMPANIES = [
    "Tarn Mills", "Norwind", "Almacor", "Belvita", "Corvex", "Dunmar Foods",
    "Elbetal", "Ferrum", "Gelder Glass", "Halvik", "Inverlo", "Jadeport",
    "Kestrel Air", "Lomax", "Mirandor", "Nordbahn", "Orvelle", "Palisand",
    "Quintal", "Rovia Steel", "Sundby", "Telmark", "Umbrel", "Vantor",
    "Westerlo", "Xandria", "Yardley Paints", "Zephyra", "Astrel", "Brightwell",
]  # fmt: skip
TOWNS = [
    "Lisbon", "Oslo", "Turin", "Ghent", "Bergen", "Porto",
    "Malaga", "Leeds", "Graz", "Brno", "Lyon", "Bonn",
    "Cork", "Riga", "Basel", "Kiel", "Lund", "Split",
    "Varna", "Izmir", "Haifa", "Amman", "Tunis", "Accra",
    "Lagos", "Quito", "Lima", "Cusco", "Perth", "Osaka",
]  # fmt: skip
LINES = {
    "from their posts": "{person} resigned from {company} on 3 May 2021.",
    "fined": "{company} was fined on 3 May 2021.",
    "fined, with sums": "{company} was fined {number} million euros on 3 May 2021.",
    "persons fined": "{person} was fined on 3 May 2021.",
    "shares": "{person} bought shares of {company} on 3 May 2021.",
    "shares of each other": "{company} bought shares of {next} on 3 May 2021.",
    "pleas": "{person} pleaded guilty on 3 May 2021.",
    "pleas in towns": "{person} pleaded guilty in {town} on 3 May 2021.",
    "posts": "{person} was appointed head of {company} on 3 May 2021.",
    "persons alone": "{person} resigned on 3 May 2021.",
    "payments": "{company} paid {number} million euros to {person} on 3 May 2021.",
    "arrests by one": "Police arrested {person} in {town} on 3 May 2021.",
    "places": "A bomb exploded in {town} on 3 May 2021.",
    "places that nobody knows": "An earthquake struck {town} on 3 May 2021.",
    "the date first": "3 May 2021: {person} resigned from {company}.",
}


def lines(form: str, count: int) -> list[str]:
    return [
        form.format(person=PEOPLE[i], company=COMPANIES[i], next=COMPANIES[(i + 7) % 30], town=TOWNS[i], number=i + 2)
        for i in range(count)
    ]


def dated(*texts: str) -> list[Event]:
    documents = (Document(id=f"d{number:02}", text=text, language="en") for number, text in enumerate(texts))
    return [event for event in build(documents) if event.when is not None]


def sentences(event: Event) -> set[str]:
    return {mention.quote.text for mention in event.mentions}


@pytest.mark.parametrize("form", LINES.values(), ids=LINES)
def test_each_line_of_a_register_is_an_event(form: str) -> None:
    told = lines(form, 30)
    events = dated("\n".join(told))
    assert {line for event in events for line in sentences(event)} == set(told)
    assert max(len(sentences(event)) for event in events) == 1


@pytest.mark.parametrize("form", LINES.values(), ids=LINES)
def test_each_line_in_a_text_of_its_own_is_an_event(form: str) -> None:
    told = lines(form, 30)
    events = dated(*told)
    assert {line for event in events for line in sentences(event)} == set(told)
    assert max(len(sentences(event)) for event in events) == 1
    assert not [reason for event in events for reason in map(sentence, event.reasons) if "same text" in reason]


TWO = {
    "two towns": ("A bomb exploded in Lisbon on 1 March 2021.", "A bomb exploded in Porto on 1 March 2021."),
    "two victims of one": (
        "Police arrested Ada Holm on 3 May 2021 over the raid.",
        "On 3 May 2021, police in the city arrested Ben Ruiz.",
    ),
    "both sides": (
        "Ada Holm, who ran Norwind for years, resigned on 3 May 2021.",
        "Ben Ruiz resigned on 3 May 2021, which Almacor regretted.",
    ),
}


@pytest.mark.parametrize("texts", TWO.values(), ids=TWO)
def test_others_are_two_events_of_a_document(texts: tuple[str, str]) -> None:
    assert max(len(sentences(event)) for event in dated("\n".join(texts))) == 1


ONE = {
    "a shorter name": ("Ada Holm resigned from Norwind on 3 May 2021.", "Holm resigned from Norwind on 3 May 2021."),
    "with a title": ("Mr Holm resigned from Norwind on 3 May 2021.", "Ada Holm resigned from Norwind on 3 May 2021."),
    "a description": (
        "Ada Holm resigned from Norwind on 3 May 2021.",
        "The chief of Norwind resigned on 3 May 2021, to the surprise of all.",
    ),
    "one names nobody": ("A bomb exploded in Lisbon on 1 March 2021.", "A bomb exploded on 1 March 2021, killing two."),
    "another name of a country": (
        "In Lisbon the mayor signed the treaty with the United States on 3 May 2021.",
        "In Lisbon the mayor signed the treaty with the US on 3 May 2021.",
    ),
    "whoever did it": ("Police arrested Ada Holm on 3 May 2021.", "Officers arrested Ada Holm on 3 May 2021."),
}


@pytest.mark.parametrize("texts", ONE.values(), ids=ONE)
def test_the_same_in_other_names_is_one_event(texts: tuple[str, str]) -> None:
    for events in (dated(*texts), dated("\n".join(texts))):
        assert any(len(sentences(event)) == 2 for event in events)

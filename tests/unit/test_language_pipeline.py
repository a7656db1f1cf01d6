"""The shipped pipeline: what a parse promises whatever the sentence, and pipelines of one's own."""

import pickle
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.errors import ModelError
from timeline.language import Pipeline, Request, Sentence, load
from timeline.language.pipeline import MAX_PARSED_CHARS
from timeline.language.placeholders import placeholder

spacy = pytest.importorskip("spacy")


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return load()


def parse(pipeline: Pipeline, text: str, *dates: str, offset: int = 0) -> Sentence:
    spans = tuple((offset + text.index(date), offset + text.index(date) + len(date)) for date in dates)
    (sentence,) = pipeline.parse([Request(text, offset, spans)])
    return sentence


def assert_sound(sentence: Sentence, request: Request) -> None:
    assert (sentence.start, sentence.text) == (request.offset, request.text)
    assert sentence.end == sentence.start + len(sentence.text)
    last = sentence.start
    for index, token in enumerate(sentence.tokens):
        assert token.index == index
        assert last <= token.start < token.end <= sentence.end
        assert sentence.slice(token.start, token.end) == token.text
        assert token.text.strip() == token.text
        assert 0 <= token.head < len(sentence.tokens)
        assert token.lemma
        assert token.pos
        assert (token.dep == "root") == (token.head == index)
        last = token.end
    assert sum(token.dep == "root" for token in sentence.tokens) == bool(sentence.tokens)
    for token in sentence.tokens:
        assert sentence.root.index in {token.index, *sentence.ancestors(token.index)}
    for entity in sentence.entities:
        assert sentence.slice(entity.start, entity.end) == entity.text
        assert entity.label in {"PER", "LOC", "ORG"}


def test_a_plain_sentence(pipeline: Pipeline) -> None:
    sentence = parse(pipeline, "The rebels left Paris.")
    assert [(t.text, t.lemma, t.pos, t.tag, t.dep, t.head) for t in sentence.tokens] == [
        ("The", "the", "DET", "DT", "det", 1),
        ("rebels", "rebel", "NOUN", "NNS", "nsubj", 2),
        ("left", "leave", "VERB", "VBD", "root", 2),
        ("Paris", "Paris", "PROPN", "NNP", "obj", 2),
        (".", ".", "PUNCT", ".", "punct", 2),
    ]
    assert sentence.tokens[2].feature("Tense") == "Past"
    assert [(e.text, e.label) for e in sentence.entities] == [("Paris", "LOC")]


def test_the_words_of_a_name_are_no_verbs(pipeline: Pipeline) -> None:
    sentence = parse(pipeline, "Operation Enduring Freedom began in the United Kingdom.")
    names = [token for token in sentence.tokens if token.tag in {"NNP", "NNPS"}]
    assert "United" in [token.text for token in names]
    assert {token.pos for token in names} == {"PROPN"}
    assert {token.lemma for token in names if token.text == "United"} == {"United"}


def test_offsets_are_those_of_the_document(pipeline: Pipeline) -> None:
    sentence = parse(pipeline, "They left Paris.", offset=1000)
    assert [(t.start, t.end) for t in sentence.tokens] == [(1000, 1004), (1005, 1009), (1010, 1015), (1015, 1016)]
    assert (sentence.entities[0].start, sentence.entities[0].end) == (1010, 1015)


@pytest.mark.parametrize(
    ("text", "date", "head"),
    [
        pytest.param("On 27 July the rebels left the city.", "27 July", "left", id="with a preposition"),
        pytest.param(
            "The rebels on 27 July left the city.",
            "27 July",
            "left",
            id="between subject and verb",
            marks=pytest.mark.xfail(
                strict=True, reason="the parser hangs it on the subject: known weakness of the model"
            ),
        ),
        pytest.param("Two days ago the rebels left the city.", "Two days ago", "left", id="in front"),
        pytest.param("The rebels left the city last year.", "last year", "left", id="adverb at the end"),
        pytest.param("The rebels broke the 2020 deal.", "2020", "deal", id="before a noun"),
        pytest.param("The rebels ignored the May 1 deadline.", "May 1", "deadline", id="day before a noun"),
    ],
)
def test_a_date_is_one_token_and_hangs_where_it_belongs(pipeline: Pipeline, text: str, date: str, head: str) -> None:
    sentence = parse(pipeline, text, date, offset=7)
    token = sentence.token_at(7 + text.index(date))
    assert token is not None
    assert (token.text, token.lemma) == (date, date)
    assert sentence.tokens[token.head].text == head
    assert token.dep not in {"nsubj", "obj"}


def test_a_date_is_no_name(pipeline: Pipeline) -> None:
    sentence = parse(pipeline, "Paris Friday Paris", "Friday")
    assert all(not (e.start < 12 and e.end > 6) for e in sentence.entities)


@pytest.mark.parametrize(
    ("dates", "texts"),
    [
        pytest.param(((0, 4), (2, 9)), ["Left", "in", "2001", "."], id="overlapping"),
        pytest.param(((5, 40),), ["Left", "in", "2001", "."], id="reaching out"),
        pytest.param(((8, 8),), ["Left", "in", "2001", "."], id="empty"),
        pytest.param(((-3, 2),), ["Left", "in", "2001", "."], id="before"),
        pytest.param(((8, 12), (5, 7)), ["Left", "in", "2001", "."], id="out of order"),
        pytest.param(((5, 12),), ["Left", "in 2001", "."], id="good"),
    ],
)
def test_odd_date_spans(pipeline: Pipeline, dates: tuple[tuple[int, int], ...], texts: list[str]) -> None:
    (sentence,) = pipeline.parse([Request("Left in 2001.", 0, dates)])
    assert [token.text for token in sentence.tokens] == texts


def test_a_request_is_one_tree_whatever_its_full_stops(pipeline: Pipeline) -> None:
    request = Request("Hello there. The army left. They fled! Now. (Go.)")
    (sentence,) = pipeline.parse([request])
    assert_sound(sentence, request)


def test_line_breaks_are_white_space(pipeline: Pipeline) -> None:
    broken = parse(pipeline, "The rebels\n\n  left\tParis on\n27\nJuly.", "27\nJuly")
    plain = parse(pipeline, "The rebels left Paris on 27 July.", "27 July")
    assert [(t.dep, t.head, t.pos) for t in broken.tokens] == [(t.dep, t.head, t.pos) for t in plain.tokens]
    assert broken.tokens[-2].text == "27\nJuly"


@pytest.mark.parametrize("text", ["", " ", "\n\t\u00a0"], ids=["empty", "space", "white space"])
def test_white_space_has_no_tokens(pipeline: Pipeline, text: str) -> None:
    (sentence,) = pipeline.parse([Request(text, 5)])
    assert (sentence.tokens, sentence.entities, sentence.end) == ((), (), 5 + len(text))


@pytest.mark.parametrize("unit", ["x", "word ", "(", "😀 "])
def test_long_requests_are_parsed_in_part(pipeline: Pipeline, unit: str) -> None:
    request = Request(unit * (2 * MAX_PARSED_CHARS))
    (sentence,) = pipeline.parse([request])
    assert 0 < sentence.tokens[-1].end <= MAX_PARSED_CHARS
    assert sentence.text == request.text


PARTS = [
    "army",
    "Paris",
    "2001",
    "left",
    "the",
    " ",
    " ",
    "\n",
    ".",
    "\u00a0",
    "\u200b",
    "é",
    "“",
    "'s",
    "--",
    "😀",
    "\x00",
    "don't",
]


@given(st.lists(st.sampled_from(PARTS), max_size=25).map("".join), st.integers(0, 9), st.data())
@settings(max_examples=60, deadline=None)
def test_a_parse_is_sound_for_any_text(text: str, offset: int, data: st.DataObject) -> None:
    ends = st.integers(offset, offset + len(text))
    dates = data.draw(st.lists(st.tuples(ends, ends), max_size=3))
    request = Request(text, offset, tuple(dates))
    (sentence,) = load().parse([request])
    if all(token.text.strip() == token.text for token in sentence.tokens):  # a date may have spaces at its ends
        assert_sound(sentence, request)


def test_requests_do_not_influence_each_other(pipeline: Pipeline) -> None:
    requests = [Request("The rebels left Paris."), Request("A"), Request("On Monday they came back.")]
    together = list(pipeline.parse(requests * 100))
    assert together[:3] == [next(pipeline.parse([request])) for request in requests]
    assert together[:3] == together[-3:]


def test_parsing_is_lazy(pipeline: Pipeline) -> None:
    def endless() -> Iterator[Request]:
        while True:
            yield Request("They left.")

    assert next(pipeline.parse(endless())).root.text == "left"


def test_results_can_be_pickled(pipeline: Pipeline) -> None:
    sentence = parse(pipeline, "The rebels left Paris on 27 July.", "27 July")
    assert pickle.loads(pickle.dumps(sentence)) == sentence  # noqa: S301 - our own bytes


def test_the_pipeline_is_loaded_once_and_names_itself(pipeline: Pipeline) -> None:
    assert load() is load(None) is pipeline
    assert re.fullmatch(r"\d+\.\d+\.\d+\+[0-9a-f]{8}", pipeline.version)
    assert pipeline.name == "en_timeline"


def test_importing_the_package_does_not_import_spacy() -> None:
    code = "import sys, timeline.language; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603 - our own code


@pytest.mark.parametrize(
    ("date", "word"),
    [
        ("27 July", "Monday"),
        ("Tuesday", "Monday"),
        ("May 1, 2021", "Monday"),
        ("2020", "2005"),
        ("1990s", "2005"),
        ("last year", "yesterday"),
        ("two days ago", "yesterday"),
        ("yesterday", "yesterday"),
    ],
)
def test_placeholders(date: str, word: str) -> None:
    assert placeholder(date) == word


def blank(folder: Path, *, parser_labels: tuple[str, ...] | None) -> str:
    """A pipeline of one's own with little in it."""
    nlp = spacy.blank("en")
    if parser_labels is not None:
        parser = nlp.add_pipe("parser")
        for label in parser_labels:
            parser.add_label(label)
        nlp.initialize()
    nlp.add_pipe("attribute_ruler").add([[{}]], {"TAG": "NN", "POS": "NOUN", "LEMMA": "x"})
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "GPE", "pattern": "Oslo"}])
    nlp.to_disk(folder)
    return str(folder)


def test_a_missing_pipeline_is_named() -> None:
    with pytest.raises(ModelError, match="'en_no_such_pipeline'") as caught:
        load("en_no_such_pipeline")
    assert "\n" not in str(caught.value)


def test_a_damaged_pipeline_is_named(tmp_path: Path) -> None:
    (tmp_path / "config.cfg").write_text("[nlp")
    (tmp_path / "meta.json").write_text("{}")
    with pytest.raises(ModelError, match=re.escape(repr(str(tmp_path)))) as caught:
        load(str(tmp_path))
    assert "\n" not in str(caught.value)


def test_a_pipeline_without_a_parser_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="gives no syntax"):
        load(blank(tmp_path, parser_labels=None))


def test_a_parser_with_other_labels_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="Universal Dependencies"):
        load(blank(tmp_path, parser_labels=("ROOT", "nsubj", "dobj", "nsubjpass", "prep")))


def test_a_pipeline_with_universal_labels_is_used(tmp_path: Path) -> None:
    labels = ("ROOT", "nsubj", "nsubj:pass", "obj", "obl", "conj", "advcl")
    pipeline = load(blank(tmp_path, parser_labels=labels))
    (sentence,) = pipeline.parse([Request("They left Oslo.")])
    assert [token.text for token in sentence.tokens] == ["They", "left", "Oslo", "."]
    assert [(entity.text, entity.label) for entity in sentence.entities] == [("Oslo", "LOC")]

"""Corpora into examples, and training from end to end on a handful of sentences."""

import json
import random
from pathlib import Path

import pytest

from timeline.language.training.corpora import (
    NamedText,
    Tree,
    Variation,
    curl,
    named_example,
    outermost,
    read_conllu,
    read_names,
    read_treebank,
    to_doc,
    to_example,
    trim,
    vary,
    without_stop,
)
from timeline.language.training.hidden_dates import hide_dates

spacy = pytest.importorskip("spacy")

CONLLU = """\
# newdoc id = one
# sent_id = 1
# text = They don't fear "Oslo" on 27 July 2021.
1	They	they	PRON	PRP	Case=Nom	4	nsubj	_	_
2-3	don't	_	_	_	_	_	_	_	_
2	do	do	AUX	VBP	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	fear	fear	VERB	VB	VerbForm=Inf	0	root	_	_
5	"	"	PUNCT	``	_	6	punct	_	SpaceAfter=No
6	Oslo	Oslo	PROPN	NNP	Number=Sing	4	obj	_	SpaceAfter=No
7	"	"	PUNCT	''	_	6	punct	_	_
7.1	gone	go	VERB	VBN	_	_	_	4:dep	_
8	on	on	ADP	IN	_	10	case	_	_
9	27	27	NUM	CD	_	10	nummod	_	_
10	July	July	PROPN	NNP	_	4	obl	_	_
11	2021	2021	NUM	CD	_	10	nmod:unmarked	_	SpaceAfter=No
12	.	.	PUNCT	.	_	4	punct	_	_

# sent_id = 2
# text = The rebels left Oslo.
1	The	the	DET	DT	_	2	det	_	_
2	rebels	rebel	NOUN	NNS	Number=Plur	3	nsubj	_	_
3	left	leave	VERB	VBD	Tense=Past	0	root	_	_
4	Oslo	Oslo	PROPN	NNP	Number=Sing	3	obj	_	SpaceAfter=No
5	.	.	PUNCT	.	_	3	punct	_	_

# newpar
# sent_id = 3
# text = They ended the 2020 deal
1	They	they	PRON	PRP	Case=Nom	2	nsubj	_	_
2	ended	end	VERB	VBD	Tense=Past	0	root	_	_
3	the	the	DET	DT	_	5	det	_	_
4	2020	2020	NUM	CD	_	5	nummod	_	_
5	deal	deal	NOUN	NN	_	2	obj	_	_

"""

NAMES = [
    {
        "doc": "one",
        "text": 'They don\'t fear "Oslo" on 27 July 2021.',
        "entities": [{"start": 17, "end": 21, "label": "LOC"}],
    },
    {"doc": "one", "text": "The rebels left Oslo.", "entities": [{"start": 16, "end": 20, "label": "LOC"}]},
]


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    folder = tmp_path / "corpora"
    folder.mkdir()
    for bank in ("ewt", "gum"):
        for part in ("train", "dev", "test"):
            (folder / f"{bank}-{part}.conllu").write_text(CONLLU, encoding="utf-8")
    (folder / "pud-test.conllu").write_text(CONLLU, encoding="utf-8")
    (folder / "ner-uner-ewt-train.jsonl").write_text("".join(json.dumps(line) + "\n" for line in NAMES))
    (folder / "ner-wikigold.jsonl").write_text("".join(json.dumps(line) + "\n" for line in NAMES))
    return folder


@pytest.fixture
def trees(corpora: Path) -> list[Tree]:
    return [tree for paragraph in read_conllu(corpora / "gum-train.conllu") for tree in paragraph]


def test_paragraphs_texts_and_glued_words(corpora: Path) -> None:
    paragraphs = list(read_conllu(corpora / "ewt-train.conllu"))
    assert [[tree.text for tree in paragraph] for paragraph in paragraphs] == [
        ['They don\'t fear "Oslo" on 27 July 2021.', "The rebels left Oslo."],
        ["They ended the 2020 deal"],
    ]
    assert [word.form for word in paragraphs[0][0].words[:4]] == ["They", "do", "n't", "fear"]
    assert paragraphs[0][1].words[2].deprel == "ROOT"


def test_names_are_laid_over_trees_and_unknown_ones_are_missing(corpora: Path) -> None:
    trees = [tree for paragraph in read_treebank(corpora, "ewt-train.conllu") for tree in paragraph]
    assert [tree.names for tree in trees] == [((5, 6, "LOC"),), ((3, 4, "LOC"),), None]
    doc = to_doc(spacy.blank("en"), (trees[0], trees[2]))
    assert [entity.text for entity in doc.ents] == ["Oslo"]
    assert [token.ent_iob for token in doc][-5:] == [0, 0, 0, 0, 0]  # missing, not "outside"


def test_the_gold_document_keeps_text_trees_and_sentences(trees: list[Tree]) -> None:
    doc = to_doc(spacy.blank("en"), tuple(trees[:2]))
    assert doc.text == 'They don\'t fear "Oslo" on 27 July 2021. The rebels left Oslo.'
    assert [sentence.root.text for sentence in doc.sents] == ["fear", "left"]
    assert [token.head.text for token in doc][-5:] == ["rebels", "left", "left", "left", "left"]


def test_an_example_has_our_words_on_one_side(trees: list[Tree]) -> None:
    example = to_example(spacy.blank("en"), (trees[0],))
    assert example.predicted.text == example.reference.text
    assert not example.predicted.has_annotation("DEP")


def test_a_text_with_names_only_teaches_no_syntax() -> None:
    example = named_example(spacy.blank("en"), NamedText("x", "They left Oslo.", ((10, 14, "LOC"),)))
    assert [entity.text for entity in example.reference.ents] == ["Oslo"]
    assert not example.reference.has_annotation("DEP")


@pytest.mark.parametrize(
    ("span", "name"),
    [
        pytest.param("The area of Mosul district", "Mosul", id="both ends"),
        pytest.param("The Hague", "Hague", id="article"),
        pytest.param("Iraq's", "Iraq", id="possessive"),
        pytest.param("215 Corps", "215 Corps", id="number"),
        pytest.param("the men", "", id="no name at all"),
    ],
)
def test_trim(span: str, name: str) -> None:
    text = f"in {span} now"
    start, end, label = trim(text, 3, 3 + len(span), "LOC")
    assert (text[start:end], label) == (name, "LOC")


def test_outermost_keeps_the_longer_name() -> None:
    assert outermost([(0, 5, "LOC"), (0, 20, "ORG"), (21, 25, "PER")]) == ((0, 20, "ORG"), (21, 25, "PER"))


def test_labels_that_not_all_corpora_have_are_dropped(tmp_path: Path) -> None:
    line = {"doc": "x", "text": "May in Oslo", "entities": [{"start": 0, "end": 3, "label": "TIME"}]}
    (tmp_path / "ner-gum-x.jsonl").write_text(json.dumps(line))
    assert [named.entities for named in read_names(tmp_path / "ner-gum-x.jsonl")] == [()]


def test_quotes_are_curled_in_pairs(trees: list[Tree]) -> None:
    assert curl(trees[0]).text == "They don’t fear “Oslo” on 27 July 2021."


def test_the_last_full_stop_goes(trees: list[Tree]) -> None:
    bare = without_stop(trees[1])
    assert bare.text == "The rebels left Oslo"
    assert len(bare.words) == 4
    assert without_stop(trees[2]) is trees[2]


def test_dates_are_hidden_and_the_tree_stays_whole(trees: list[Tree]) -> None:
    hidden, dates = hide_dates(trees[0])
    assert hidden.text == 'They don\'t fear "Oslo" on Monday.'
    assert dates == (8,)
    words = hidden.words
    assert (words[8].form, words[8].deprel, words[words[8].head].form) == ("Monday", "obl", "fear")
    assert words[words[7].head].form == "Monday"
    assert words[words[9].head].form == "fear"


def test_a_year_before_a_noun_is_a_compound(trees: list[Tree]) -> None:
    hidden, dates = hide_dates(trees[2])
    assert hidden.text == "They ended the 2005 deal"
    assert hidden.words[dates[0]].deprel == "compound"


def test_variation_is_repeatable(trees: list[Tree]) -> None:
    variation = Variation(curly=0.5, single=0.5, bare=0.5, title=0.2, lower=0.2, upper=0.2)

    def texts(seed: int) -> list[str]:
        chance = random.Random(seed)  # noqa: S311 - to vary texts, not to guard secrets
        return [
            tree.text for _ in range(20) for paragraph in vary(tuple(trees), variation, chance) for tree in paragraph
        ]

    assert texts(1) == texts(1)
    assert texts(1) != texts(2)
    assert {"THE REBELS LEFT OSLO", "the rebels left oslo.", "The Rebels Left Oslo"} <= set(
        texts(1) + texts(2) + texts(3)
    )


SMALL = {
    "training.max_steps": 2,
    "training.eval_frequency": 1,
    "components.tok2vec.model.embed.width": 8,
    "components.tok2vec.model.embed.rows": [50, 50, 50, 50, 50, 50],
    "components.tok2vec.model.encode.width": 8,
    "components.tok2vec.model.encode.depth": 1,
    "components.parser.min_action_freq": 1,
    "components.trainable_lemmatizer.min_tree_freq": 1,
}


@pytest.mark.filterwarnings("ignore::UserWarning")  # spaCy: few labels, undefined scores
def test_training_from_end_to_end_is_repeatable(corpora: Path, tmp_path: Path) -> None:
    from timeline.language.training.train import train

    outputs = [tmp_path / "one", tmp_path / "two"]
    for output in outputs:
        train(corpora, output, settings=SMALL)
    nlp = spacy.load(outputs[0])
    assert nlp.pipe_names == ["tok2vec", "tagger", "morphologizer", "parser", "trainable_lemmatizer", "ner"]
    assert set(nlp.get_pipe("ner").labels) == {"LOC"}
    doc = nlp("Pro-government rebels left Oslo!!")
    assert [token.text for token in doc] == ["Pro-government", "rebels", "left", "Oslo", "!!"]
    assert doc.has_annotation("DEP")
    assert "VERB leave" in (outputs[0] / "lemmas.txt").read_text().splitlines()
    assert str(corpora) not in (outputs[0] / "config.cfg").read_text()
    files = sorted(path.relative_to(outputs[0]) for path in outputs[0].rglob("model"))
    assert files
    for file in files:
        assert (outputs[0] / file).read_bytes() == (outputs[1] / file).read_bytes()


@pytest.mark.filterwarnings("ignore::UserWarning")  # spaCy: scores of so few words are undefined
def test_the_figures_name_every_test(corpora: Path) -> None:
    from timeline.language.pipeline import SHIPPED
    from timeline.language.training.evaluate import figures

    text = figures(SHIPPED, corpora)
    rows = [line.split("|")[1].strip() for line in text.splitlines() if line.startswith("|")]
    assert [row for row in rows if row and not row.startswith("-")] == [
        "EWT test",
        "GUM test",
        "PUD",
        "UNER-EWT test",
        "GUM test",
    ]
    assert "words/s" in text

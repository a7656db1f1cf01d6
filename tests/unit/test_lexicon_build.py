"""The tables of event words: their form, and the parts that build them."""

from pathlib import Path

import pytest

from timeline.language.lexicon.spelling import guess_event, verbs_of, without_prefix
from timeline.language.training import lexicon as build
from timeline.language.training import wordnet

LICENCE = "  1 This software and database is being provided to you\n"


@pytest.fixture
def tiny(tmp_path: Path) -> wordnet.WordNet:
    """Two verbs, one a kind of the other, and a noun derived from the narrower."""
    files = {
        "data.verb": "00000100 38 v 01 leave 0 000 01 + 02 00 | go away\n"
        "00000200 38 v 02 withdraw 0 pull_out 1 002 @ 00000100 v 0000 + 00000300 n 0101 01 + 02 00 | leave a fight\n",
        "data.noun": "00000300 04 n 01 Withdrawal 0 002 + 00000200 v 0101 ;c 00000300 n 0000 | the act\n",
        "index.verb": "leave v 1 0 1 0 00000100\npull_out v 1 1 @ 1 0 00000200\nwithdraw v 1 2 @ + 1 1 00000200\n",
        "index.noun": "withdrawal n 1 1 + 1 1 00000300  \n",
        "cntlist.rev": "withdraw%2:38:00:: 1 7\nwithdrawal%1:04:00:: 1 3\ngood%3:00:01:: 1 9\n",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(LICENCE * (name != "cntlist.rev") + text, encoding="utf-8")
    return wordnet.read(tmp_path)


def test_wordnet_is_read(tiny: wordnet.WordNet) -> None:
    verb = tiny.synsets["v", 200]
    assert (verb.words, verb.file, verb.gloss) == (("withdraw", "pull out"), "motion", "leave a fight")
    assert verb.related("hypernym") == (("v", 100),)
    assert verb.pointers[1] == wordnet.Pointer("derivation", ("n", 300), 0, 0)
    assert tiny.synsets["n", 300].words == ("withdrawal",)
    assert len(tiny.synsets["n", 300].pointers) == 1, "relations that are not used are passed over"


def test_senses_have_their_counts(tiny: wordnet.WordNet) -> None:
    assert tiny.senses["withdraw", "v"] == (wordnet.Sense(("v", 200), 7),)
    assert tiny.senses["pull out", "v"] == (wordnet.Sense(("v", 200), 0),)


def test_a_synset_is_the_narrower_the_fewer_are_below_it(tiny: wordnet.WordNet) -> None:
    assert tiny.narrowness["v", 200] == 1
    assert tiny.narrowness["v", 100] == 0


def test_usual_senses_come_first_and_shares_add_up() -> None:
    senses = [wordnet.Sense(("n", 1), 20), wordnet.Sense(("n", 2), 0), wordnet.Sense(("n", 3), 0)]
    shares = [share for _, share in build.usual(senses)]
    assert shares == sorted(shares, reverse=True)
    assert sum(shares) == pytest.approx(1)


@pytest.mark.parametrize(
    ("noun", "verb"),
    [
        ("withdrawal", "withdraw"),
        ("planning", "plan"),
        ("invasion", "invade"),
        ("closure", "close"),
        ("hiring", "hire"),
    ],
)
def test_verbs_by_the_shape_of_a_noun(noun: str, verb: str) -> None:
    assert verb in list(verbs_of(noun))


@pytest.mark.parametrize(
    ("word", "rest"), [("relaunch", "launch"), ("deescalation", "escalation"), ("reed", ""), ("war", "")]
)
def test_prefixes(word: str, rest: str) -> None:
    assert without_prefix(word) == rest


@pytest.mark.parametrize(
    ("noun", "value"),
    [
        pytest.param("relaunch", 0.9, id="prefix"),
        pytest.param("hotwiring", 0.6, id="ending"),
        pytest.param("flyover", 0.7, id="particle"),
        pytest.param("moonlaunch", 0.72, id="compound"),
        pytest.param("hotcap", 0.0, id="nothing"),
        pytest.param("", 0.0, id="empty"),
    ],
)
def test_events_by_shape(noun: str, value: float) -> None:
    values = {"launch": 0.9}
    guess = guess_event(noun, lambda word: values.get(word, 0.0), {"hotwire", "fly"}.__contains__)
    assert guess == pytest.approx(value)


@pytest.mark.parametrize("path", sorted(build.HAND.glob("*.tsv")), ids=lambda path: path.stem)
def test_hand_made_tables_have_no_doubles_and_give_reasons(path: Path) -> None:
    lines = list(build.rows(path))
    assert len(lines) == len(set(lines))
    assert all(all(cell == cell.strip() and cell for cell in line) for line in lines)
    heading = next(line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    assert {len(line) for line in lines} == {len(heading.split("\t"))}


@pytest.mark.parametrize("kind", ["noun", "verb"])
def test_a_word_is_corrected_once(kind: str) -> None:
    words = [word for of, word, *_ in build.rows(build.HAND / "corrections.tsv") if of == kind]
    assert words == sorted(set(words))


def test_groups_are_read() -> None:
    for group in build.groups():
        assert 0 < group.strength <= 1
        assert len(group.words) > 1
        assert {pos for _, pos in group.words} <= {"NOUN", "VERB", "ADJ"}


@pytest.mark.parametrize("name", ["nouns", "verbs", "concepts", "senses"])
def test_built_tables_are_sorted_without_doubles(name: str) -> None:
    lines = (build.TABLES / f"{name}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    keys = [tuple(line.split("\t")[:-1]) for line in lines]
    assert keys == sorted(set(keys))


def test_meanings_are_closed() -> None:
    meanings = (build.TABLES / "meanings.tsv").read_text(encoding="utf-8").splitlines()[1:]
    senses = (build.TABLES / "senses.tsv").read_text(encoding="utf-8").splitlines()[1:]
    related = {int(relation[1:]) for line in meanings for relation in line.split("\t")[2].split()}
    held = {int(meaning.split(":")[0]) for line in senses for meaning in line.split("\t")[2].split()}
    assert max(related | held) < len(meanings)


def test_tables_are_written_as_they_are(tmp_path: Path) -> None:
    build.write({"nouns": [("key", "value"), ("deal", "0.80")]}, tmp_path / "new")
    assert (tmp_path / "new" / "nouns.tsv").read_bytes() == b"key\tvalue\ndeal\t0.80\n"

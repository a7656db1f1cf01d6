"""The digest that kept work is known by."""

import pytest

from timeline import fingerprint as fingerprint_module
from timeline.fingerprint import fingerprint


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package of two stages, and the digest of the first."""
    for name, text in {"one/rules.py": "x = 1", "one/words.tsv": "word\tclass", "two/rules.py": "y = 1"}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    monkeypatch.setattr(fingerprint_module, "files", lambda _: tmp_path)
    return tmp_path


def digest() -> str:
    fingerprint.cache_clear()
    return fingerprint("one")


@pytest.fixture(autouse=True)
def _forget():
    yield
    fingerprint.cache_clear()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("one/rules.py", "x = 2", id="a rule is changed"),
        pytest.param("one/words.tsv", "word\tother", id="a word is changed"),
        pytest.param("one/more.py", "", id="a file comes"),
        pytest.param("one/inner/more.tsv", "a", id="a file comes below"),
    ],
)
def test_another_extractor_has_another_digest(package, name, text):
    before = digest()
    (package / name).parent.mkdir(exist_ok=True)
    (package / name).write_text(text)
    assert digest() != before


def test_a_renamed_file_is_another_extractor(package):
    before = digest()
    (package / "one/rules.py").rename(package / "one/laws.py")
    assert digest() != before


@pytest.mark.parametrize("name", ["two/rules.py", "one/README.md", "one/__pycache__/rules.cpython-311.pyc"])
def test_what_decides_nothing_changes_nothing(package, name):
    before = digest()
    (package / name).parent.mkdir(exist_ok=True)
    (package / name).write_text("z")
    assert digest() == before

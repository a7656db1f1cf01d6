"""The public interface: what is in it, that it is there, and that importing it is cheap."""

import subprocess
import sys

import pytest

import timeline

HEAVY = ("spacy", "plotly", "dash", "pydantic", "dateparser", "numpy", "rich", "typer")


def test_all_is_sorted_and_there():
    assert timeline.__all__ == sorted(set(timeline.__all__))
    for name in timeline.__all__:
        assert getattr(timeline, name) is not None


def test_every_name_says_what_it_is():
    assert [name for name in timeline.__all__ if not getattr(timeline, name).__doc__] == []


def test_dir_holds_what_is_loaded_later():
    assert set(timeline.__all__) <= set(dir(timeline))


def test_no_other_names():
    with pytest.raises(AttributeError, match="no attribute 'rubbish'"):
        _ = timeline.rubbish


def test_errors_have_one_root():
    errors = [getattr(timeline, name) for name in timeline.__all__ if name.endswith("Error")]
    assert len(errors) == 9
    assert all(issubclass(error, timeline.TimelineError) for error in errors)


@pytest.mark.parametrize(
    "program",
    [
        pytest.param("import timeline; timeline.TimeSpan.year(2021); timeline.read([])", id="records and reading"),
        pytest.param("import timeline; timeline.open_project", id="store"),
        pytest.param("from timeline import export; export.FORMATS", id="export"),
    ],
)
def test_importing_is_cheap(program):
    program += f"; import sys; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout == "[]\n"

"""What the page can have read, written or deleted: what lies below named folders, whatever links and names say."""

from __future__ import annotations

import io
import json
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dashboard import create_app
from dashboard.server.calls import CALLS
from dashboard.server.reach import Reach
from dashboard.sources import uploads
from dashboard.sources.building import Builder, Change
from timeline import Document, TimeSpan, build, open_project
from timeline.errors import InputError

MILL = "The mill in Ulm burned down on 3 May 2021, the owner said.\n"
FIELD = ("path", "value")
HIDDEN = "The ledger was hidden in Bonn on 1 June 2022.\n"


@pytest.fixture
def box(tmp_path: Path) -> Path:
    """A folder with a project of one letter; beside it, what is nobody's business."""
    box = tmp_path / "box"
    (box / "letters").mkdir(parents=True)
    (box / "letters/mill.txt").write_text(MILL)
    (tmp_path / "private").mkdir()
    (tmp_path / "private/ledger.txt").write_text(HIDDEN)
    (box / "out").symlink_to(tmp_path / "private")
    (box / "ledger.txt").symlink_to(tmp_path / "private/ledger.txt")
    (box / "again").symlink_to(box / "letters")
    (box / "round").symlink_to(box / "round")
    with open_project(box / "case.timeline", create=True) as project:
        project.update([box / "letters"])
        project.save(build(project.documents()))
    return box


def stored(box: Path) -> dict[str, str]:
    with open_project(box / "case.timeline") as project:
        return {document.id: document.text for document in project.documents()}


@pytest.fixture
def add(box: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Add a path in the page -> what it says at once and after the build, which the test waits for."""

    def added(path: str | Path, **options: Any) -> str:
        builders: list[Builder] = []
        monkeypatch.setattr(Builder, "ask", lambda self, change: asked(builders, self, change))
        app = create_app(box / "case.timeline", **options)
        app.server.test_client().get("/_dash-dependencies")  # Dash sets itself up
        name = next(each for each in app.callback_map if "path.value" in each)
        parts = [part.split(".") for part in name.strip(".").split("...")]

        def filled(items: list[dict[str, str]]) -> list[dict[str, Any]]:
            return [item | {"value": str(path) if (item["id"], item["property"]) == FIELD else None} for item in items]

        body = {
            "output": name,
            "outputs": [{"id": part, "property": field} for part, field in parts],
            "inputs": filled(app.callback_map[name]["inputs"]),
            "state": filled(app.callback_map[name]["state"]),
            "changedPropIds": ["path-add.n_clicks"],
        }
        said = json.dumps(app.server.test_client().post(CALLS, json=body).get_json())
        for builder in builders:
            builder.wait()
            said += builder.state.summary + "".join(map(str, builder.state.failures))
        return said

    ask = Builder.ask

    def asked(builders: list[Builder], builder: Builder, change: Change) -> bool:
        builders.append(builder)
        return ask(builder, change)

    return added


class TestPaths:
    @pytest.mark.parametrize(
        ("path", "within"),
        [
            ("", True),
            ("letters", True),
            ("letters/mill.txt", True),
            ("again/mill.txt", True),
            ("not/there.txt", True),
            ("letters/../letters", True),
            ("..", False),
            ("letters/../../private", False),
            ("out", False),
            ("out/ledger.txt", False),
            ("out/../box/letters", True),
            ("out/../private", False),
            ("ledger.txt", False),
            ("../box2", False),
            ("a\0b", False),
            ("/", False),
            ("/etc/passwd", False),
            ("/proc/self/root", False),
            ("/proc/self/cwd", False),
        ],
    )
    def test_a_path_is_within_where_all_its_links_lead(self, box: Path, path: str, within: bool) -> None:
        assert Reach.below([box]).holds(os.path.join(box, path)) == within  # noqa: PTH118 (keeps "..")

    def test_the_folders_may_be_named_by_links(self, box: Path) -> None:
        assert Reach.below([box / "again"]).holds(box / "letters/mill.txt")
        assert Reach.below(["/"]).holds("/etc/passwd")
        assert not Reach.below([]).holds(box)

    def test_of_a_project_they_are_its_own_and_those_of_its_documents(self, box: Path, tmp_path: Path) -> None:
        documents = [
            Document(id="a", text="", path=str(tmp_path / "private/ledger.txt")),
            Document(id="b", text="", path=str(tmp_path / "gone/b.txt")),
            Document(id="c", text=""),
            Document(id="d", text="", path="d.txt"),  # from another working folder
        ]
        assert Reach.of_project(box / "case.timeline", documents).folders == (str(box), str(tmp_path / "private"))


class TestAddingPaths:
    @pytest.mark.parametrize("path", ["letters", "again", "letters/../letters/mill.txt"])
    def test_what_lies_below_is_read(self, box: Path, add: Callable[..., str], path: str) -> None:
        assert "from 1 document" in add(f"{box}/{path}")

    @pytest.mark.parametrize("path", ["..", "out", "out/ledger.txt", "ledger.txt", "../private"])
    def test_what_leads_out_is_refused_in_a_sentence(self, box: Path, add: Callable[..., str], path: str) -> None:
        said = add(f"{box}/{path}")
        assert f"{box}/{path}" in said
        assert "outside the folders that this page may read" in said
        assert "--allow" in said
        assert list(stored(box)) == ["mill"]

    def test_whether_it_is_there_is_not_told(self, box: Path, add: Callable[..., str]) -> None:
        there, missing = (add(box.parent / "private" / name) for name in ("ledger.txt", "secret.txt"))
        assert there == missing.replace("secret", "ledger")

    def test_links_in_a_folder_are_not_followed_out_of_it(self, box: Path, add: Callable[..., str]) -> None:
        add(box)
        assert HIDDEN not in stored(box).values()

    def test_other_folders_can_be_allowed_and_take_the_place_of_those(
        self, box: Path, add: Callable[..., str], tmp_path: Path
    ) -> None:
        allow = [tmp_path / "private"]
        assert "outside the folders" in add(box / "letters", allow=allow)
        assert "from 2 documents" in add(box / "ledger.txt", allow=allow)
        assert set(stored(box)) == {"mill", "ledger"}


@pytest.fixture
def builder(box: Path) -> Builder:
    return Builder(box / "case.timeline", kept=uploads.folder_of(box / "case.timeline"), reach=Reach.below([box]))


def asked(builder: Builder, change: Change) -> str:
    builder.ask(change)
    builder.wait()
    return builder.state.summary + "".join(map(str, builder.state.failures))


class TestBuilding:
    def test_a_document_whose_file_is_a_link_now_stays_as_it_was(self, box: Path, builder: Builder) -> None:
        """Taking a date back reads the file again."""
        asked(builder, Change(published={"mill": TimeSpan.day(2021, 5, 4)}))
        path = box / "letters/mill.txt"
        path.unlink()
        path.symlink_to(box.parent / "private/ledger.txt")
        assert "outside the folders" in asked(builder, Change(published={"mill": None}))
        assert stored(box) == {"mill": MILL}

    def test_files_given_to_the_page_are_read_whatever_is_allowed(self, box: Path) -> None:
        kept = uploads.folder_of(box / "case.timeline")
        builder = Builder(box / "case.timeline", kept=kept, reach=Reach.below([]))
        path = uploads.keep(kept, "bridge.txt", io.BytesIO(HIDDEN.encode()))
        assert "1 new" in asked(builder, Change(paths=(str(path),)))

    def test_removing_deletes_nothing_through_a_link(self, box: Path, builder: Builder) -> None:
        builder.kept.symlink_to(box / "letters")
        asked(builder, Change(removed=("mill",)))
        assert (box / "letters/mill.txt").exists()


class TestKeeping:
    @pytest.fixture(params=[0o000, 0o022], ids=["umask-000", "umask-022"], autouse=True)
    def umask(self, request: pytest.FixtureRequest) -> Iterator[None]:
        before = os.umask(request.param)
        yield
        os.umask(before)

    def test_it_is_for_the_owner_alone(self, tmp_path: Path) -> None:
        path = uploads.keep(tmp_path / "s", "a.txt", io.BytesIO(b"A text."))
        assert [stat.S_IMODE(each.stat().st_mode) for each in (path.parent, path)] == [0o700, 0o600]

    def test_a_folder_that_is_there_keeps_its_mode(self, tmp_path: Path) -> None:
        (tmp_path / "s").mkdir()
        (tmp_path / "s").chmod(0o750)
        uploads.keep(tmp_path / "s", "a.txt", io.BytesIO(b"A text."))
        assert stat.S_IMODE((tmp_path / "s").stat().st_mode) == 0o750

    def test_nothing_is_kept_through_a_link(self, tmp_path: Path) -> None:
        (tmp_path / "elsewhere").mkdir()
        (tmp_path / "s").symlink_to(tmp_path / "elsewhere")
        with pytest.raises(InputError, match="a link to another place"):
            uploads.keep(tmp_path / "s", "a.txt", io.BytesIO(b"A text."))
        assert list((tmp_path / "elsewhere").iterdir()) == []
        assert uploads.kept(tmp_path / "s", "a.txt") is None

    def test_a_link_of_that_name_is_left_alone(self, tmp_path: Path) -> None:
        (tmp_path / "s").mkdir()
        (tmp_path / "other").write_text("A text.")
        (tmp_path / "s/a.txt").symlink_to(tmp_path / "other")
        assert uploads.keep(tmp_path / "s", "a.txt", io.BytesIO(b"A text.")).name == "a-2.txt"

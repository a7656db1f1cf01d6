"""A person adds, dates and removes documents without leaving the page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from playwright.sync_api import Page, expect

from timeline import Document, Entry, Timeline, build, open_project

Visit: TypeAlias = Callable[..., Page]

MILL = "The mill in Ulm burned down on 3 May 2021, the owner said.\n"
BRIDGE = b"The bridge in Bonn was opened on 1 June 2022.\n"
VAGUE = "The council of Trier approved the plan yesterday.\n"
SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>.txt"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "case.timeline"
    with open_project(path, create=True) as opened:
        opened.add([Entry(Document(id="mill", text=MILL)), Entry(Document(id="note", text=VAGUE))])
        opened.save(build(opened.documents()))
    return path


def file(name: str, content: bytes) -> Any:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


def opened(page: Page) -> Page:
    page.locator("#sources-open").click()
    expect(page.locator(".documents li").first).to_be_visible()
    return page


def send(page: Page, *files: Any) -> None:
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Choose files").click()
    chooser.value.set_files(list(files))


def document(page: Page, name: str) -> Any:
    return page.locator(".documents li", has=page.get_by_role("heading", name=name, exact=True))


def test_a_document_is_added_and_removed(visit: Visit, project: Path) -> None:
    page = opened(visit(project))
    expect(page.locator(".documents li")).to_have_count(2)
    send(page, file("bridge.txt", BRIDGE), file("photo.jpg", b"\xff\xd8\xff\0"), file("empty.txt", b""))
    expect(page.locator("#build")).to_contain_text("3 documents: 1 new.")
    expect(page.locator("#refused")).to_contain_text("photo.jpg: '.jpg' is not a format that can be read")
    expect(page.locator("#refused")).to_contain_text("empty.txt: it is empty")
    expect(document(page, "bridge")).to_contain_text("1 event")
    expect(page.locator("#counts")).to_contain_text("3 sources")
    expect(page.locator("#list")).to_contain_text("Bridge in Bonn was opened")
    document(page, "bridge").get_by_role("button", name="1 event").click()
    expect(page.locator(".documents")).to_be_hidden()
    expect(page.locator("#result")).to_contain_text("1")

    opened(page)
    document(page, "bridge").get_by_role("button", name="Remove").click()
    dialog = page.get_by_role("dialog", name="Remove this document?")
    expect(dialog).to_contain_text("copy of its file that is kept beside the project is deleted too")
    dialog.get_by_role("button", name="Keep it").click()
    expect(dialog).to_be_hidden()
    expect(document(page, "bridge")).to_be_visible()
    document(page, "bridge").get_by_role("button", name="Remove").click()
    dialog.get_by_role("button", name="Remove and build").click()
    expect(page.locator("#build")).to_contain_text("2 documents: 1 removed.")
    expect(page.locator(".documents li")).to_have_count(2)
    assert not (project.parent / "case-sources" / "bridge.txt").exists()


def test_a_date_is_set(visit: Visit, project: Path) -> None:
    page = opened(visit(project))
    document(page, "note").get_by_role("button", name="Set date").click()
    dialog = page.get_by_role("dialog", name="When was it published?")
    field = dialog.get_by_label("Published")
    field.fill("3/4/2021")
    expect(dialog).to_contain_text("'3/4/2021' may be 2021-03-04 or 2021-04-03")
    expect(dialog.get_by_role("button", name="Set and build")).to_be_disabled()
    field.fill("6 May 2021")
    expect(dialog.locator("#date-read")).to_have_text("6 May 2021 (2021-05-06)")
    dialog.get_by_role("button", name="Set and build").click()
    expect(document(page, "note")).to_contain_text("Published 6 May 2021")
    expect(document(page, "note")).to_contain_text("Given by a person")
    expect(page.locator("#list")).to_contain_text("5 May 2021")
    document(page, "note").get_by_role("button", name="Set date").click()
    dialog.get_by_role("button", name="Take back").click()
    expect(document(page, "note")).not_to_contain_text("6 May 2021")


def test_a_folder_is_added_by_its_path(visit: Visit, project: Path, tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "bridge.txt").write_bytes(BRIDGE)
    (folder / "empty.txt").write_bytes(b"")
    page = opened(visit(project))
    field = page.get_by_label("Path of a file or folder on this machine")
    field.fill(str(tmp_path / "nowhere"))
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator("#build")).to_contain_text("there is no such file or folder")
    field.fill(str(folder))
    field.press("Enter")
    expect(page.locator("#build")).to_contain_text("1 new")
    expect(page.locator("#build")).to_contain_text("it is empty")
    expect(field).to_have_value("")


def test_hostile_files_do_no_harm(visit: Visit, project: Path) -> None:
    page = opened(visit(project))
    send(page, file(SCRIPT, BRIDGE), file("x" * 200 + ".txt", b"It opened on 2 June 2022."), file("b.txt", b"\0" * 999))
    expect(page.locator("#build")).to_contain_text("4 documents: 2 new.")
    expect(page.locator("#refused")).to_contain_text("b.txt: it is not text")
    expect(page.locator(".documents li")).to_have_count(4)
    assert page.locator("img[src='x']").count() == 0
    kept = {path.name for path in (project.parent / "case-sources").iterdir()}
    assert kept == {"script__img src=x onerror=alert(2)_.txt", "x" * 80 + ".txt"}


def test_another_tab_follows(visit: Visit, project: Path) -> None:
    other = visit(project)
    expect(other.locator("#counts")).to_contain_text("2 sources")
    page = opened(visit(project))
    send(page, file("bridge.txt", BRIDGE))
    expect(other.locator("#counts")).to_contain_text("3 sources")
    expect(other.locator("#list")).to_contain_text("Bridge in Bonn was opened")


def test_an_empty_project_fills(visit: Visit, tmp_path: Path) -> None:
    path = tmp_path / "new.timeline"
    with open_project(path, create=True) as project:
        project.save(Timeline())
    page = visit(path)
    expect(page.locator("#search")).to_be_hidden()
    page.get_by_role("button", name="Add documents").click()
    send(page, file("bridge.txt", BRIDGE))
    expect(page.locator("#build")).to_contain_text("1 event from 1 document")
    page.keyboard.press("Escape")
    expect(page.locator("#search")).to_be_visible()
    expect(page.locator("#list")).to_contain_text("Bridge in Bonn was opened")
    expect(page.locator("#timeline .scatterlayer text").first).to_be_visible()


def test_a_given_timeline_is_read_only(visit: Visit) -> None:
    page = visit(Timeline())
    page.locator("#sources-open").click()
    expect(page.get_by_text("not as a project file")).to_be_visible()
    expect(page.get_by_role("button", name="Choose files")).to_be_hidden()
    expect(page.get_by_role("button", name="Build again")).to_be_hidden()

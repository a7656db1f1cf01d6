"""Building a project again while its page is open: in a thread, one build at a time.

What people ask for while a build is running is done in one build right after it. A build that fails, or is cut off,
leaves the results before it: the project is written in one step at the end.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Lock, Thread

import timeline as library  # by its name: what builds is loaded when it is first needed, and takes a second
from dashboard.data.desk import Desk
from dashboard.server.reach import Reach
from dashboard.sources import uploads
from dashboard.wording import counted_events, without_folders
from timeline import Failure, Project, Timeline, TimelineError, TimeSpan, Update, open_project

logger = logging.getLogger(__name__)

_PREPARING, _FILES, _EVENTS, _JOINING = "Getting ready", "Reading files", "Finding events", "Joining reports"

_ALL_FAILED = "Nothing was changed: no document could be worked on."
_OUR_FAULT = "Building failed because of an error in this program. The results before it are kept."


@dataclass(frozen=True, slots=True)
class Change:
    """What a person wants of a project's documents; none of it is a build of what is there.

    `paths` are files and folders to read, `removed` ids of documents, `published` dates by id: None is the date that
    the texts give.
    """

    paths: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    published: Mapping[str, TimeSpan | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class State:
    """Where the builds stand, and what came of the last.

    `begun` and `ended` are numbers of builds; the running one, if there is one, is at `stage`, with `done` of `of`
    documents or files; `summary` says what came of the last, `failures` name files and why they could not be read.
    """

    begun: int = 0
    ended: int = 0
    stage: str = ""
    done: int = 0
    of: int = 0
    summary: str = ""
    failed: bool = False
    failures: tuple[Failure, ...] = ()

    @property
    def running(self) -> bool:
        """Whether a build is under way."""
        return self.begun > self.ended


class Builder:
    """Builds one project. `kept` is the folder of files that were given to it: a document's file goes with it.

    Other files are read where they are within `reach` when they are found.

    >>> Builder(Path("case.timeline"), kept=Path("case-sources"), reach=Reach.below(["letters"])).state.running
    False
    """

    def __init__(self, path: Path, *, kept: Path, reach: Reach) -> None:
        self.path = path
        self.kept = kept
        self.reach = reach
        self._lock = Lock()
        self._state = State()
        self._waiting: list[Change] = []
        self._thread: Thread | None = None

    @property
    def state(self) -> State:
        """Where the builds stand now."""
        return self._state

    def keeps(self, path: str | Path) -> bool:
        """Whether a file is one that was given to the project through its page."""
        return bool(str(path)) and uploads.is_ours(self.kept) and Path(path).parent.resolve() == self.kept.resolve()

    def ask(self, change: Change) -> bool:
        """Make a change and build: now, or right after the build that is running. Returns whether it begins now."""
        with self._lock:
            self._waiting.append(change)
            if self._thread is not None:
                return False
            self._state = self._begun()
            thread = Thread(target=self._work, name=f"build {self.path.name}", daemon=True)
            thread.start()
            self._thread = thread  # it waits for the lock
            return True

    def wait(self) -> None:
        """Return when nothing is being built any more."""
        while (thread := self._thread) is not None:
            thread.join()

    def _begun(self) -> State:
        return State(self._state.begun + 1, self._state.ended, stage=_PREPARING)

    def _work(self) -> None:
        while True:
            with self._lock:
                changes, self._waiting = self._waiting, []
            outcome = self._build(changes)
            with self._lock:
                self._state = replace(outcome, begun=self._state.begun, ended=self._state.begun)
                if not self._waiting:
                    self._thread = None
                    return
                self._state = replace(self._begun(), failures=outcome.failures)

    def _build(self, changes: Sequence[Change]) -> State:
        """What comes of one build. Raises nothing: nobody would hear it."""
        try:
            with open_project(self.path) as project:
                return self._rebuilt(project, changes)
        except TimelineError as problem:
            return State(summary=f"Nothing was changed: {without_folders(problem, self.path)}", failed=True)
        except Exception:
            logger.exception("building %s failed", self.path)
            return State(summary=_OUR_FAULT, failed=True)

    def _rebuilt(self, project: Project, changes: Sequence[Change]) -> State:
        before = {document.id: document.path for document in project.documents()}
        given = {path: _stamp(path) for path in before.values() if self.keeps(path)}
        added = changed = 0
        failures: list[Failure] = []
        for change in changes:
            update = self._made(project, change)
            added, changed = added + update.added, changed + update.changed
            failures += (*update.failures, *update.of_other_formats)
        documents = {document.id: document for document in project.documents()}
        self._tell(_EVENTS, 0, len(documents))
        outcome = library.rebuild(project, progress=self._told)
        failures += outcome.failures
        shown = tuple(replace(failure, path=self._shown(failure.path)) for failure in failures)
        if outcome.timeline is None:
            return State(summary=_ALL_FAILED, failed=True, failures=shown)
        gone = before.keys() - documents.keys()
        left = {before[id_] for id_ in gone} - {document.path for document in documents.values()}
        self._forget(path for path in left if path in given and _stamp(path) == given[path])
        counts = {"new": added, "changed": changed, "removed": len(gone)}
        return State(summary=summary(outcome.timeline, counts), failures=shown)

    def _made(self, project: Project, change: Change) -> Update:
        """Make a change to the documents of an open project."""
        project.remove(change.removed)
        known = {document.id: document for document in project.documents()}
        published = {id_: when for id_, when in change.published.items() if id_ in known}
        project.give_published(published)
        # A date that was taken back may have hidden one that the file gives.
        again = {known[id_].path for id_, when in published.items() if when is None and known[id_].path}
        again = {path for path in again if Path(path).is_file()}
        return project.update(
            (*change.paths, *again),
            refusal=self._refusal,
            progress=lambda done, of: self._tell(_FILES, done, of),
        )

    def _refusal(self, file: str) -> str:
        """Why a file is not read, by its path with all links resolved; "" where it may be."""
        return "" if self.keeps(file) else self.reach.refusal(file)

    def _told(self, _: str, done: int, of: int) -> None:
        self._tell(_EVENTS if done < of else _JOINING, done, of)

    def _tell(self, stage: str, done: int, of: int) -> None:
        self._state = replace(self._state, stage=stage, done=done, of=of)

    def _forget(self, paths: Iterable[str]) -> None:
        """Delete files of our own from which no document comes any more, and their folder with the last."""
        for path in paths:
            Path(path).unlink(missing_ok=True)
        with suppress(OSError):  # it holds files, or is not there
            self.kept.rmdir()

    def _shown(self, path: str) -> str:
        """A path as a person named it: of the files given to us, the name."""
        return Path(path).name if self.keeps(path) else path


def builder_of(desk: Desk, allow: Iterable[Path | str] | None = None) -> Builder | None:
    """What builds the project that an app works on; None where it is no project.

    It reads files below the folders in `allow`, or else below those of the project and its documents.
    """
    if desk.path is None:
        return None
    documents = (source.document for source in desk.collection.timeline.sources)
    reach = Reach.of_project(desk.path, documents) if allow is None else Reach.below(allow)
    return Builder(desk.path, kept=uploads.folder_of(desk.path), reach=reach)


def _stamp(path: str) -> int:
    """When a file was given last; one that is given again while a build runs must not be deleted by it."""
    try:
        return Path(path).stat().st_mtime_ns
    except OSError:
        return 0


def summary(timeline: Timeline, counts: Mapping[str, int]) -> str:
    """A build in a sentence: its events and documents, and the numbers of what was done to these, by what.

    >>> summary(Timeline(), {"removed": 1})
    '0 events from 0 documents: 1 removed.'
    """
    events, sources = len(timeline.events), len(timeline.sources)
    main = sum(event.main for event in timeline)
    some = f", {main:,} of them main events," if main < events else ""
    done = ", ".join(f"{count:,} {change}" for change, count in counts.items() if count)
    return (
        f"{counted_events(events)}{some} from {sources:,} document{'s' * (sources != 1)}{f': {done}' if done else ''}."
    )

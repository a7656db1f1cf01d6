"""What an app works on: a timeline as it was given, or a project file, whose newest state it follows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

from dashboard.data.collection import Collection
from timeline import Applied, CurationError, Project, Timeline, open_project
from timeline.curation import Correction, Decision, curate


class Desk:
    """A timeline, or a project file that this app, a build or another tab may change while it is open.

    Threads share it: a collection never changes, and a newer one replaces it in one step. `local` says that nobody
    but people at this machine can call the app; `embed_key` opens the embedded view.

    >>> desk = Desk(Timeline())
    >>> desk.path is None, desk.mark, desk.collection.title
    (True, 'given', 'Timeline')
    """

    def __init__(
        self,
        source: Path | str | Timeline,
        *,
        local: bool = False,
        embed_key: str | None = None,
    ) -> None:
        self.path: Path | None = None if isinstance(source, Timeline) else Path(source)
        self.local = local
        self.embed_key = embed_key
        self._lock = Lock()
        self._given = Collection(source) if isinstance(source, Timeline) else None
        self._built: tuple[int, Timeline] | None = None
        self._read: tuple[tuple[int, int], str, Collection] | None = None

    @property
    def collection(self) -> Collection:
        """The events as they are now. Raises ProjectError where the file cannot be read any more."""
        return self._given or self._newest()[2]

    @property
    def mark(self) -> str:
        """Changes with every build and every correction; views that depend on the events follow it."""
        return "given" if self._given else self._newest()[1]

    def enter(
        self, decide: Callable[[Collection], Sequence[Decision]], *, who: str, mark: str
    ) -> tuple[Correction, ...]:
        """Enter what is decided of the events, as they are now, into the log; `mark` is the state that a person saw.

        Raises CurationError where there is no log, StaleError where somebody else was faster, and what `decide` raises.
        """
        path = self._project()
        decisions = decide(self.collection)
        at = datetime.now(UTC).isoformat(timespec="seconds")
        with open_project(path) as project:
            return project.correct_all(decisions, who=who, at=at, seen=_last_correction(mark))

    def apply(self, corrections: Sequence[Correction]) -> Applied:
        """Enter the corrections of another project of the same documents."""
        with open_project(self._project()) as project:
            return project.apply(corrections)

    def _project(self) -> Path:
        if self.path is None:
            raise CurationError("this timeline is in no project file: nothing can be changed")
        return self.path

    def _newest(self) -> tuple[tuple[int, int], str, Collection]:
        path = self.path
        if path is None:
            raise ValueError("a timeline as it was given has no newer state")
        with self._lock:
            written = _written(path)
            if self._read is None or self._read[0] != written:
                with open_project(path) as project:
                    self._read = (written, *self._look(project))
            return self._read

    def _look(self, project: Project) -> tuple[str, Collection]:
        """The mark of an open project, and its events; the events of a build are read once, however often corrected."""
        built, corrected = project.revision()
        mark = f"{built}.{corrected}"
        if self._read is not None and self._read[1] == mark:
            return mark, self._read[2]
        if self._built is None or self._built[0] != built:
            self._built = (built, project.timeline())
        log = project.corrections()
        curated = curate(self._built[1], log)
        return mark, Collection(
            curated.timeline, title=project.path.stem, log=log, unapplied=curated.unapplied, editable=True
        )


def _last_correction(mark: str) -> int:
    """The number of the last correction that a state of the project holds.

    >>> _last_correction("3.17"), _last_correction("")
    (17, 0)
    """
    number = mark.rpartition(".")[2]
    return int(number) if number.isdecimal() else 0


def _written(path: Path) -> tuple[int, int]:
    """When a file was written last, and its size: a look at these is cheap; (0, 0) where there is none."""
    try:
        status = path.stat()
    except OSError:
        return 0, 0
    return status.st_mtime_ns, status.st_size

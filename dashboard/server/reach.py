"""Which files of this machine the page may have read: those below folders that were named when the server started.

Every path is looked at with all its links resolved, so neither a link nor `..` leads out.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from timeline import Document


@dataclass(frozen=True, slots=True)
class Reach:
    """The folders, resolved.

    >>> reach = Reach.below(["/srv/letters"])
    >>> [reach.holds(path) for path in ("/srv/letters/may/a.txt", "/srv/letters/../b.txt", "/srv/letters2/a.txt")]
    [True, False, False]
    """

    folders: tuple[str, ...]

    @classmethod
    def below(cls, folders: Iterable[str | Path]) -> Self:
        """All that lies below some folders."""
        return cls(tuple(sorted({os.path.realpath(folder) for folder in folders})))

    @classmethod
    def of_project(cls, project: Path, documents: Iterable[Document]) -> Self:
        """All that lies below the folder of a project and those that its documents were read from.

        A path that was relative counts only where its file is found from here.
        """
        files = (Path(document.path) for document in documents if document.path)
        return cls.below({project.parent, *(file.parent for file in files if file.is_file())})

    def holds(self, path: str | Path) -> bool:
        """Whether a path leads below one of the folders, whatever is there, or nothing."""
        try:
            real = os.path.realpath(path)
        except ValueError:  # NUL, which is in no path
            return False
        return any(Path(real).is_relative_to(folder) for folder in self.folders)

    def refusal(self, path: str | Path) -> str:
        """Why a path is not read; "" where it may be.

        >>> Reach.below(["/srv/letters"]).refusal("/srv/letters/a.txt")
        ''
        """
        if self.holds(path):
            return ""
        return (
            "it is outside the folders that this page may read; to read it, start the server again with --allow and "
            "its folder"
        )

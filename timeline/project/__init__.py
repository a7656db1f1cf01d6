"""The project file: documents, settings, cached results, the timeline and the corrections, in one SQLite file.

A closed project is one file (SQLite with a rollback journal, no write-ahead log), so it can be copied and sent. It
holds only texts and JSON, all of it checked when read: a project from a stranger is safe to open. A build is written in
one transaction, so one that fails or is killed leaves the results before it. Readers can read while a build writes.
Corrections are a log beside the timeline that only grows; no build touches it. Tables that this package does not know
are left alone.
"""

from timeline.project.project import Applied, Project, Update, open_project
from timeline.project.schema import is_project

__all__ = ["Applied", "Project", "Update", "is_project", "open_project"]

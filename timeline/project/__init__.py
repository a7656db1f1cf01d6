"""The project file: documents, settings, what was worked out before, and the timeline, in one SQLite file.

A project is complete by itself once it is closed (a rollback journal, no write-ahead log), so it can be copied and
sent. It holds texts and JSON alone, all of it checked when read: a project from a stranger is safe to open. A build
is written in one transaction, so one that fails or is killed leaves the results before it. Readers work on while a
build writes. What persons correct is a log beside the timeline that only grows; no build touches it. Tables that this
module does not know are left alone.
"""

from timeline.project.project import Applied, Project, Update, open_project
from timeline.project.schema import is_project

__all__ = ["Applied", "Project", "Update", "is_project", "open_project"]

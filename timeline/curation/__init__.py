"""What a person puts right: corrections as a log that only grows, laid over what the extractor made.

A correction names the reports it concerns by their words and places, not by the ids of one build. So it is found again
after a rebuild, with other documents or another extractor; what cannot be found is listed and stays in the log.

    decision = retitle(event, "Bridge reopened", timeline=timeline)
    correction = Correction(1, "A. Meyer", "2026-05-03T09:30:00Z", decision)
    curate(timeline, [correction]).timeline
"""

from timeline.curation.corrections import Action, Correction, Decision, ReportRef, described, in_force
from timeline.curation.decisions import add, confirm, merge, note, redate, reject, restatus, retitle, split, undo
from timeline.curation.log import conflict, dumps, joined, loads
from timeline.curation.overlay import Curated, Unapplied, curate

__all__ = [
    "Action",
    "Correction",
    "Curated",
    "Decision",
    "ReportRef",
    "Unapplied",
    "add",
    "confirm",
    "conflict",
    "curate",
    "described",
    "dumps",
    "in_force",
    "joined",
    "loads",
    "merge",
    "note",
    "redate",
    "reject",
    "restatus",
    "retitle",
    "split",
    "undo",
]

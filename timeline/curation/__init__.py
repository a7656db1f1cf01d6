"""Corrections by persons: a log that only grows, applied to the timeline that a build made.

A correction names the reports that it concerns by their words and offsets, not by the ids of one build. So these are
found again after a rebuild, with other documents or another extractor; a correction whose reports cannot be found is
listed, and stays in the log.

    decision = retitle(event, "Bridge reopened", timeline=timeline)
    correction = Correction(1, "A. Meyer", "2026-05-03T09:30:00Z", decision)
    curate(timeline, [correction]).timeline
"""

from timeline.curation.corrections import Action, Correction, Decision, ReportRef, described, in_force
from timeline.curation.decisions import (
    add,
    confirm,
    leave_out,
    merge,
    note,
    redate,
    reject,
    restatus,
    retitle,
    show,
    split,
    undo,
)
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
    "leave_out",
    "loads",
    "merge",
    "note",
    "redate",
    "reject",
    "restatus",
    "retitle",
    "show",
    "split",
    "undo",
]

"""Sentences -> drafts of event mentions: the word that names an event, its date, who takes part, where, who says so.

A draft has the words of its date but no days yet; `timeline.dating` gives it these.
"""

from timeline.events.discourse import brings_about
from timeline.events.draft import Anchor, Draft, Telling, Tense, dumps, loads
from timeline.events.extract import Dates, extract
from timeline.events.flaws import cost
from timeline.events.mention import contradicts, lies_behind, mention, on_publication
from timeline.events.names import Names, collect, unify, words
from timeline.events.select import Passage, select
from timeline.events.title import shortened
from timeline.events.words import DEATHS, OCCURRENCE_VERBS

__all__ = [
    "DEATHS",
    "OCCURRENCE_VERBS",
    "Anchor",
    "Dates",
    "Draft",
    "Names",
    "Passage",
    "Telling",
    "Tense",
    "brings_about",
    "collect",
    "contradicts",
    "cost",
    "dumps",
    "extract",
    "lies_behind",
    "loads",
    "mention",
    "on_publication",
    "select",
    "shortened",
    "unify",
    "words",
]

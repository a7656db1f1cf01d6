"""Reports -> events: which reports of all documents tell of one event, and why.

The modules:

    merge          the whole stage
    plans          reports of a deadline, made comparable with those of its plan
    cluster        groups of reports, by their likeness
    compare        the likeness of two reports
    frames         sentences that differ in their names alone
    lasting, kinds single days of an event that lasted
    assemble       an event out of a group of reports
    reasons        why the reports are one event
    disagreements  what its reports tell differently; counts, count_words: numbers in them
    salience       how much an event belongs on a short timeline
    stories        which documents tell one story
    voices         which documents carry the same text
"""

from timeline.merging.merge import merge
from timeline.merging.nearness import Nearness
from timeline.merging.stories import stories
from timeline.merging.voices import voices

__all__ = ["Nearness", "merge", "stories", "voices"]

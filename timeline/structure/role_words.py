"""The words by which lines are told apart that are no running text, as patterns.

The words stand in `role_words.tsv`; here is how they combine.
"""

from __future__ import annotations

from timeline.tables import read

_TABLE = read(__package__, "role_words.tsv")


def _any(class_: str) -> str:
    return "|".join(row.word for row in _TABLE.of(class_))


OTHER_STORIES = (
    rf"(?:{_any('which stories')})(?:\s(?:on|from|in)\s[^\n]{{1,40}}|\s(?:{_any('stories')}))?|{_any('over stories')}"
)
"""Headings over other stories, in a list."""

COMMENTS = (
    rf"(?:(?:{_any('which comments')})\s)*(?:{_any('comments')})"
    rf"(?:\s?[(:]?\s?[0-9]*\s?\)?:?|\s(?:on|to)\s[^\n]{{1,80}}|\sso\sfar)?|{_any('over comments')}"
)
"""Headings over what readers wrote, to the end of the page."""

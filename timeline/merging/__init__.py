"""One event out of many reports, and why they are one."""

from timeline.merging.merge import merge
from timeline.merging.stories import stories
from timeline.merging.voices import voices

__all__ = ["merge", "stories", "voices"]

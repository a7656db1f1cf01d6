"""One event out of many reports, and why they are one."""

from timeline.merging.links import DraftLink, links
from timeline.merging.merge import merge

__all__ = ["DraftLink", "links", "merge"]

"""A file, a folder or JSON lines -> Documents. One bad file never ends a run.

    find (PATHs -> files) -> load (a file -> its documents, through its format) -> ids unique in the collection

`records` holds what is handed on, `formats` names the formats by suffix, and each format is a module of its own.
"""

from timeline.reading.files import find, load, read
from timeline.reading.records import Entry, Failure, File, Finding, Loaded, Notice, Origin, Reading

__all__ = ["Entry", "Failure", "File", "Finding", "Loaded", "Notice", "Origin", "Reading", "find", "load", "read"]

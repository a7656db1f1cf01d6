"""Files and folders -> documents. One bad file never ends a run: it becomes a `Failure`.

    find (paths -> files) -> load (a file -> its documents, by its format) -> ids unique in the collection

`records` has the results, `formats` the formats by suffix; each format is a module of its own.
"""

from timeline.reading.files import find, load, read
from timeline.reading.records import Entry, Failure, File, Finding, Loaded, Notice, Origin, Reading

__all__ = ["Entry", "Failure", "File", "Finding", "Loaded", "Notice", "Origin", "Reading", "find", "load", "read"]

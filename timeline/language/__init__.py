"""Language: the syntax and names of sentences by the shipped spaCy pipeline, and what language a text is in.

The sole part of the project that imports spaCy, and that only when a pipeline is loaded.
"""

from timeline.language.identify import identify, in_its_language, is_english, language_name
from timeline.language.lemmas import irregular_base
from timeline.language.pipeline import Pipeline, Request, load
from timeline.language.syntax import Entity, Sentence, Token

__all__ = [
    "Entity",
    "Pipeline",
    "Request",
    "Sentence",
    "Token",
    "identify",
    "in_its_language",
    "irregular_base",
    "is_english",
    "language_name",
    "load",
]

"""Language: which one a text is in, and the syntax and names of its sentences by the shipped spaCy pipeline.

    identify      the language of a text
    abbreviations which full stops end no sentence
    pipeline      sentences -> their syntax and names; placeholders: the words that stand for dates there
    syntax        what a parse is
    lemmas        base forms of words, and irregular verbs
    stems         words by their first letters
    lexicon       event words, and how alike two of them are
    training      how the pipeline and the lexicon are made; not installed

This is the only package that imports spaCy, and only when a pipeline is loaded.
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

"""Rules by which spaCy's English tokenizer cuts texts into the words of the treebanks.

They are set once, before training, and saved with the pipeline, so loading it needs nothing of this module.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from spacy.language import Language

HYPHEN_PREFIXES = (
    "agro ante anti arch bi bio co counter cross cyber de e eco ex extra inter intra macro mega micro mid mini multi "
    "neo non over pan para peri post pre pro pseudo quasi re semi sub super trans tri ultra un uni vice"
)
"""Prefixes that are one word with what follows their hyphen ("pro-government"), by the treebanks' guidelines."""

RUNS = [r"[!?]{2,}", r"\.[?!]", r"={2,}", r"-{2,}", r"_{2,}", r"\*{2,}", r"<{2,}", r">{2,}", r"~{2,}", r"#{2,}"]
"""Runs of signs that are one word, as regular expressions."""

UNITS = r"(?<=\d)(?:am|pm|AM|PM|a\.m\.|p\.m\.|bn|mn)"
"""Units written right behind a number that are a word of their own: "7pm", "16bn"."""

NO_CONTRACTIONS = ("and/or", "Id", "id", "Wed", "wed", "its", "Its")
"""Forms that spaCy takes for contractions, and that mostly are none: "Wed" for "we'd"."""

ABBREVIATIONS = ("al.", "approx.", "ca.", "Capt.", "Col.", "div.", "etc.", "Ft.", "Lt.", "Maj.", "Sat.", "Sgt.", "Wed.")
"""Words that end in a full stop, besides those that spaCy knows."""

_BETWEEN_LETTERS = r"(?:-|–|—|--|---|——|~)(?=["
_BETWEEN_DIGITS = r"[+\-\*^](?=[0-9-])"


def adapt(nlp: Language) -> None:
    """Set the rules in the tokenizer of a blank English pipeline."""
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

    defaults = nlp.Defaults
    tokenizer = cast(Any, nlp.tokenizer)  # spaCy's own; it is compiled and has no types
    not_after_prefix = "".join(
        rf"(?<!\b{form})" for prefix in HYPHEN_PREFIXES.split() for form in (prefix, prefix.title())
    )
    infixes = [
        not_after_prefix + rule
        if _BETWEEN_LETTERS in rule
        else rule.replace(_BETWEEN_DIGITS, r"(?:[+\*^]|(?<!\b\d{3})-)(?=[0-9-])")
        for rule in map(str, defaults.infixes or ())
    ]
    tokenizer.prefix_search = compile_prefix_regex([*RUNS, *(defaults.prefixes or ())]).search
    tokenizer.suffix_search = compile_suffix_regex([*RUNS, UNITS, *(defaults.suffixes or ())]).search
    tokenizer.infix_finditer = compile_infix_regex([*RUNS, *infixes]).finditer
    rules = {form: rule for form, rule in tokenizer.rules.items() if form not in NO_CONTRACTIONS}
    rules.update({form: [{65: form}] for form in ABBREVIATIONS})
    tokenizer.rules = rules

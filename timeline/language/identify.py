"""The language of a text, so that no other language is read as if it were English.

A document that is taken for another language gives no events, so a text counts as English unless most of its parts are
surely in one other language. Lists, tables, code and short notes stay English.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from timeline.errors import Stage
from timeline.guard import guarded
from timeline.model import Document

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ENGLISH = "en"

FEWEST_WORDS = 20
"""The fewest words of a text, and of a part of one, whose language is guessed."""

WINDOW_WORDS, MOST_WINDOWS = 60, 9
"""The words of a part of a text that is looked at, and the parts of a long text, spread evenly over it."""

SURE = 0.75
"""The least probability (0 to 1) with which a part of a text counts for a language. Chosen on the texts of
`tests/unit/test_language_identify.py` and some more: those of 27 languages had .78 and more (Indonesian the least),
English tables, names and citations at most .45 for any other language. Lists of foreign words reach it all the same: a
menu of Italian dishes .88, names of species in Latin .76."""

MOST = 2 / 3
"""The least share (0 to 1) of the parts that must be in one language other than English."""

PLAINLY_ENGLISH = 0.07
"""The share (0 to 1) of words from `ENGLISH_WORDS` from which on a text is English without a further look: running
English has twice that share, texts in other languages next to none."""

ENGLISH_WORDS = frozenset(
    {
        "and",
        "are",
        "been",
        "from",
        "have",
        "that",
        "the",
        "their",
        "they",
        "this",
        "to",
        "were",
        "which",
        "with",
    }
)
"""Frequent words of English that no other language has among its frequent ones."""

LANGUAGES = {
    "af": "Afrikaans",
    "ar": "Arabic",
    "az": "Azerbaijani",
    "be": "Belarusian",
    "bg": "Bulgarian",
    "bn": "Bengali",
    "bs": "Bosnian",
    "ca": "Catalan",
    "cs": "Czech",
    "cy": "Welsh",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "et": "Estonian",
    "eu": "Basque",
    "fa": "Persian",
    "fi": "Finnish",
    "fr": "French",
    "ga": "Irish",
    "gl": "Galician",
    "gu": "Gujarati",
    "he": "Hebrew",
    "hi": "Hindi",
    "hr": "Croatian",
    "hu": "Hungarian",
    "hy": "Armenian",
    "id": "Indonesian",
    "is": "Icelandic",
    "it": "Italian",
    "ja": "Japanese",
    "ka": "Georgian",
    "kk": "Kazakh",
    "ko": "Korean",
    "lt": "Lithuanian",
    "lv": "Latvian",
    "mk": "Macedonian",
    "mr": "Marathi",
    "ms": "Malay",
    "nl": "Dutch",
    "no": "Norwegian",
    "pl": "Polish",
    "ps": "Pashto",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sk": "Slovak",
    "sl": "Slovenian",
    "sq": "Albanian",
    "sr": "Serbian",
    "sv": "Swedish",
    "sw": "Swahili",
    "ta": "Tamil",
    "te": "Telugu",
    "th": "Thai",
    "tl": "Tagalog",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "vi": "Vietnamese",
    "zh": "Chinese",
}
"""The languages that are told apart, by ISO 639-1 code, with their English names."""

UNKNOWN = frozenset({"", "und", "mul"})
"""BCP 47 tags that name no language: none, "undetermined" and "several"."""

_WORD = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]|[^\W\d_\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]+")
"""A word; in Thai, Lao, Japanese and Chinese, which put no spaces between words, a character."""


_WORD_CHARS = 12  # characters of a long word with the space behind it


def identify(text: str) -> str:
    """The language of a text as an ISO 639-1 code, one of `LANGUAGES`; "en" where no other is sure.

    >>> identify("Der Rat hat am Montag beschlossen, die alte Brücke zu schließen, weil sie nach der Flut nicht mehr "
    ...          "sicher ist und das Geld für eine neue fehlt.")
    'de'
    >>> identify("The council closed the bridge.")
    'en'
    """
    parts = _parts(text)
    words = [word.lower() for start, end in parts for word in _WORD.findall(text, start, end)]
    if len(words) < FEWEST_WORDS or sum(word in ENGLISH_WORDS for word in words) >= PLAINLY_ENGLISH * len(words):
        return ENGLISH
    votes = Counter(_classify(text[start:end]) for start, end in parts)
    language, count = min(votes.items(), key=lambda item: (-item[1], item[0]))
    return language if language and count >= MOST * len(parts) else ENGLISH


def in_its_language(document: Document) -> Document:
    """A document with its language: the one it came with, else the one that is identified in its text.

    Raises DocumentError where identifying it fails.

    >>> in_its_language(Document(id="a", text="The council closed the bridge.")).language
    'en'
    """
    if document.language.lower() not in UNKNOWN:
        return document
    with guarded(document.id, Stage.LANGUAGE):
        return replace(document, language=identify(document.text))


def is_english(language: str) -> bool:
    """Whether a BCP 47 tag names English, of any country; so do tags that name no language.

    >>> is_english("en-GB"), is_english("enm"), is_english("")
    (True, False, True)
    """
    return re.split("[-_]", language.lower())[0] in (ENGLISH, "eng", "english", *UNKNOWN)


def language_name(language: str) -> str:
    """The English name of a language by its BCP 47 tag, if it is one of `LANGUAGES`, else the tag.

    >>> language_name("de-AT"), language_name("grc")
    ('German', 'grc')
    """
    return LANGUAGES.get(re.split("[-_]", language.lower())[0], language)


def _parts(text: str) -> Sequence[tuple[int, int]]:
    """The parts of a text to look at, as offsets (code points): `WINDOW_WORDS` words each, spread over the text.

    A word has at most a dozen characters in most languages, so the parts are found without reading all of a long text.
    """
    stride = max(len(text) // MOST_WINDOWS, WINDOW_WORDS * _WORD_CHARS)
    found: list[tuple[int, int]] = []
    for start in range(0, len(text), stride):
        end = min(start + WINDOW_WORDS * 2 * _WORD_CHARS, start + stride)
        words = [match.span() for match in _WORD.finditer(text, start, end)]
        if len(words) >= FEWEST_WORDS or (words and not found):
            found.append((words[0][0], words[:WINDOW_WORDS][-1][1]))
    return found


def _classify(text: str) -> str:
    """The most likely language of a part of a text as its ISO 639-1 code; "" where its probability is below `SURE`."""
    language, probability = _identifier().classify(text)
    return str(language) if probability >= SURE else ""


@cache
def _identifier() -> LanguageIdentifier:
    # Most of a second to load, which texts that are plainly English do not need.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(sorted(LANGUAGES))
    return identifier

"""The words that decide how an event stands, by the names of `status.py`; they stand in `status_words.tsv`.

Claimed, denied, planned, possible: in this order. Tables that other modules read too are in `words.py`.
"""

from __future__ import annotations

from timeline.tables import read

_TABLE = read(__package__, "status_words.tsv")

CLAIM_ADJECTIVES: frozenset[str] = _TABLE.words("claim adjective")
CLAIM_ADVERBS: frozenset[str] = _TABLE.words("claim adverb")
ACCUSING_NOUNS: frozenset[str] = _TABLE.words("accusing noun")
DATA_NOUNS: frozenset[str] = _TABLE.words("data noun")

DENIAL_VERBS: frozenset[str] = _TABLE.words("denial verb")
NOBODY: frozenset[str] = _TABLE.words("nobody")
CLEARING_WORDS: frozenset[str] = _TABLE.words("clearing word")
PLEADING_WORDS: frozenset[str] = _TABLE.words("pleading word")
BACKING_NOUNS: frozenset[str] = _TABLE.words("backing noun")
FALSE_ADVERBS: frozenset[str] = _TABLE.words("false adverb")
FALSE_WORDS: frozenset[str] = _TABLE.words("false word")
TRUE_WORDS: frozenset[str] = _TABLE.words("true word")

AWAITING_VERBS: frozenset[str] = _TABLE.words("awaiting verb")
PLAN_ADJECTIVES: frozenset[str] = _TABLE.words("plan adjective")

POSSIBLE_AUXILIARIES: frozenset[str] = _TABLE.words("possible auxiliary")
OPEN_ADJECTIVES: frozenset[str] = _TABLE.words("open adjective")
OPEN_MARKS: frozenset[str] = _TABLE.words("open mark")
CONFIRMING_VERBS: frozenset[str] = _TABLE.words("confirming verb")

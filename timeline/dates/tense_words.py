"""The words that tell what was from what is to come: tense, and what stands for it. Keys are lower case."""

from __future__ import annotations

# Words that point to what is to come.
FUTURE: frozenset[str] = frozenset(
    [
        "will",
        "shall",
        "would",
        "might",
        "could",
        "can",
        "must",
        "should",
        "upcoming",
        "forthcoming",
        "scheduled",
        "slated",
        "expect",
        "expects",
        "expected",
        "plan",
        "plans",
        "planned",
        "planning",
        "supposed",
        "aim",
        "aims",
        "hope",
        "hopes",
        "intend",
        "intends",
        "pledge",
        "pledges",
        "vow",
        "vows",
        "faces",
        "won't",
    ]
)

# Words that do where nothing points to what was: "beginning Monday", "through June".
WEAKLY_FUTURE: frozenset[str] = frozenset(
    [
        "starting",
        "beginning",
        "through",
    ]
)

# Pairs of words that do; the second stands right behind the first.
FUTURE_PAIRS: dict[str, frozenset[str]] = {
    "going": frozenset({"to"}),
    "is": frozenset({"due", "set", "to"}),
    "are": frozenset({"due", "set", "to"}),
    "was": frozenset({"due", "set", "to"}),
    "were": frozenset({"due", "set", "to"}),
    "to": frozenset({"be"}),
    "due": frozenset({"by", "for", "in", "on", "to"}),
    "set": frozenset({"for", "to"}),
    "ahead": frozenset({"of"}),
    "later": frozenset({"than"}),
    "need": frozenset({"to"}),
    "needs": frozenset({"to"}),
    "has": frozenset({"to", "until"}),
    "have": frozenset({"to", "until"}),
    "penciled": frozenset({"in"}),
    "pencilled": frozenset({"in"}),
    "had": frozenset({"until"}),
}

# In front of a date, what one commits to lies ahead: "agreed to leave by May".
COMMITMENTS: frozenset[str] = frozenset(
    [
        "commit",
        "committed",
        "agree",
        "agreed",
        "promise",
        "promised",
        "required",
        "ordered",
        "urged",
        "asked",
    ]
)

# What the present tells of the future: "is visiting Paris on Friday", "are meeting on Monday".
FUTURATE: frozenset[str] = frozenset(
    [
        "arriving",
        "closing",
        "coming",
        "facing",
        "going",
        "heading",
        "holding",
        "hosting",
        "joining",
        "launching",
        "leaving",
        "looking",
        "meeting",
        "moving",
        "opening",
        "planning",
        "playing",
        "preparing",
        "releasing",
        "returning",
        "speaking",
        "starting",
        "traveling",
        "travelling",
        "visiting",
    ]
)

# With "have" behind them these tell of what was.
MODALS: frozenset[str] = frozenset(
    [
        "would",
        "may",
        "might",
        "could",
        "can",
        "must",
        "should",
    ]
)

# "Be" in the present.
BE_NOW: frozenset[str] = frozenset(
    [
        "is",
        "are",
        "he's",
        "she's",
        "it's",
        "they're",
        "we're",
    ]
)

# Between an auxiliary and its verb: "will not be held"; so may adverbs in -ly.
GOES_ON: frozenset[str] = frozenset(
    [
        "be",
        "been",
        "being",
        "have",
        "get",
        "not",
        "also",
        "then",
        "now",
        "only",
        "both",
        "again",
        "finally",
        "still",
        "soon",
        "likely",
    ]
)

# Words that point to what was, besides those in -ed.
PAST: frozenset[str] = frozenset(
    [
        "was",
        "were",
        "had",
        "did",
        "been",
        "has",
        "have",
        "ago",
        "earlier",
        "after",
        "following",
        "since",
        "said",
        "says",
        "told",
        "began",
        "came",
        "went",
        "took",
        "made",
        "held",
        "met",
        "saw",
        "won",
        "lost",
        "left",
        "led",
        "died",
        "fell",
        "fought",
        "killed",
        "found",
        "gave",
        "got",
        "grew",
        "kept",
        "knew",
        "paid",
        "put",
        "ran",
        "rose",
        "sent",
        "set",
        "shot",
        "sold",
        "spoke",
        "stood",
        "struck",
        "taught",
        "thought",
        "threw",
        "wrote",
        "became",
        "broke",
        "brought",
        "built",
        "bought",
        "chose",
        "drew",
        "drove",
        "flew",
        "felt",
        "hit",
        "hurt",
        "laid",
        "lay",
        "shut",
        "sank",
        "spent",
        "spread",
        "stole",
        "swept",
        "hid",
        "fled",
        "dealt",
        "heard",
        "caught",
        "bore",
        "bit",
        "blew",
        "burst",
        "cast",
        "clung",
        "crept",
        "cut",
        "dug",
        "drank",
        "fed",
        "flung",
        "forbade",
        "forgot",
        "froze",
        "hung",
        "knelt",
        "lent",
        "lit",
        "meant",
        "overthrew",
        "rode",
        "rang",
        "sought",
        "shook",
        "shone",
        "slept",
        "slid",
        "spun",
        "split",
        "sprang",
        "stuck",
        "stung",
        "swore",
        "swam",
        "swung",
        "tore",
        "understood",
        "woke",
        "wore",
        "wept",
        "withdrew",
        "wound",
        "undertook",
        "overtook",
        "arose",
        "drowned",
        "beat",
        "bled",
        "fit",
        "quit",
        "original",
        "previous",
        "last",
    ]
)

# In -ed, and no past tense.
NOT_PAST: frozenset[str] = frozenset(
    [
        "need",
        "indeed",
        "speed",
        "feed",
        "seed",
        "united",
        "hundred",
        "proceed",
        "succeed",
        "exceed",
        "breed",
        "bleed",
        "greed",
        "red",
        "bed",
        "shed",
        "weed",
        "deed",
    ]
)

# Directly in front of a date these settle it: what was ...
BEFORE_PAST: frozenset[str] = frozenset(
    [
        "original",
        "previous",
        "former",
        "missed",
        "initial",
        "back",
        "earlier",
    ]
)

# ... and what is to come.
BEFORE_FUTURE: frozenset[str] = frozenset(
    [
        "is",
        "are",
        "begins",
        "starts",
        "new",
        "planned",
        "proposed",
        "scheduled",
        "upcoming",
        "target",
    ]
)

"""Words around numbers: what is counted, what came to harm, and how exact a number is. General knowledge."""

from __future__ import annotations

HARM: dict[str, str] = {
    "arrest": "arrested",
    "arrested": "arrested",
    "arresting": "arrested",
    "detain": "arrested",
    "detained": "arrested",
    "detaining": "arrested",
    "dead": "killed",
    "die": "killed",
    "died": "killed",
    "drowned": "killed",
    "hurt": "hurt",
    "injure": "hurt",
    "injured": "hurt",
    "injuring": "hurt",
    "kill": "killed",
    "killed": "killed",
    "killing": "killed",
    "kills": "killed",
    "missing": "missing",
    "perished": "killed",
    "slain": "killed",
    "wound": "hurt",
    "wounded": "hurt",
    "wounding": "hurt",
}
"""Forms of the words for harm, each with the result that counts are compared by."""

PEOPLE = frozenset(
    {
        "individuals",
        "inhabitants",
        "locals",
        "people",
        "person",
        "persons",
        "residents",
        "victims",
        "villagers",
    }
)
"""Words for people that do not say which."""

PERSONS = frozenset(
    {
        "activists",
        "children",
        "civilians",
        "crew",
        "demonstrators",
        "fighters",
        "firefighters",
        "gunmen",
        "hostages",
        "insurgents",
        "journalists",
        "men",
        "migrants",
        "militants",
        "miners",
        "officers",
        "passengers",
        "policemen",
        "prisoners",
        "protesters",
        "pupils",
        "rebels",
        "refugees",
        "sailors",
        "soldiers",
        "students",
        "suspects",
        "tourists",
        "troops",
        "women",
        "workers",
    }
)
"""Words for some people and not others."""

AT_LEAST = (
    "a minimum of",
    "at least",
    "no fewer than",
    "no less than",
    "not less than",
)
AT_MOST = (
    "a maximum of",
    "as many as",
    "at most",
    "no more than",
    "not more than",
    "up to",
)
MORE = (
    "more than",
    "over",
    "upwards of",
    "well over",
)
LESS = (
    "almost",
    "close to",
    "fewer than",
    "less than",
    "nearly",
    "under",
)
ABOUT = (
    "about",
    "approximately",
    "around",
    "an estimated",
    "roughly",
    "some",
)
"""Words before a number that say how it bounds the real one: from below, from above, or on both sides ("about")."""

SOME = (
    "additional",
    "another",
    "further",
    "more",
    "other",
    "others",
    "remaining",
)
"""Words beside a number that counts some of a larger group: "two more soldiers"."""

UNCOUNTED = (
    "billion",
    "cents",
    "day",
    "days",
    "decades",
    "degrees",
    "dollars",
    "euros",
    "hours",
    "km",
    "kilometers",
    "kilometres",
    "meters",
    "metres",
    "miles",
    "minutes",
    "months",
    "per",
    "percent",
    "points",
    "pounds",
    "seconds",
    "times",
    "trillion",
    "weeks",
    "year",
    "years",
)
"""Words behind a number that measures something and counts no people or things."""

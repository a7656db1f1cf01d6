"""The words around the date that a text states of itself, and around dates that only look like it."""

from __future__ import annotations

# Words in front of a date that say it is the publication's, and how plainly.
PUBLISHED: tuple[tuple[str, int], ...] = (
    (r"(?:first\s|originally\s|initially\s)?published(?:\stime|\sdate|\sby\s[^\n]{1,40})?", 9),
    (r"publication\sdate", 9),
    (r"publish\sdate", 9),
    (r"pub\.?\sdate", 9),
    (r"date\sof\spublication", 9),
    (r"date\s(?:published|posted|issued)", 9),
    (r"(?:first\s|originally\s)?posted(?:\sby\b[^\n]{0,40})?", 8),
    (r"submitted(?:\sby\b[^\n]{0,40})?", 8),
    (r"for\s(?:immediate\s)?release", 8),
    (r"(?:story\s)?(?:created|filed|issued|released|uploaded)", 7),
    (
        r"(?:judge?ment|decision|ruling|order|opinion|verdict|award|reasons)\s(?:was\s)?"
        r"(?:delivered|handed\sdown|given|issued|entered|pronounced)",
        8,
    ),
    (r"(?:presented|delivered|addressed|transmitted|read)\sto\s(?:the\s)?[^\n]{1,40}", 7),
    (r"(?:delivered|adopted|handed\sdown)", 7),
    (r"(?:obituary|editorial|letter|column|interview|press\srelease|memorandum|communiqu[eé]|minutes|lecture)", 7),
    (r"issue\sdate", 7),
    (r"sent:", 7),
    (r"date:", 7),
    (r"date|dated", 7),
)

# As above, for a date of a later version.
UPDATED: tuple[str, ...] = (
    r"(?:last\s)?(?:updated|modified|revised|edited|changed|amended)(?:\stime)?",
    r"last\s(?:update|change|modification|revision|edit)",
)

UPDATED_WEIGHT = 6

# A sentence about the text itself: "This article was first published in the evening edition on May 3, 2021".
OF_ITSELF = (
    r"\bthis\s(?:article|story|post|report|piece|page|column|interview|essay|item|text)\s(?:was\s|has\sbeen\s)?"
    r"(?:first\s|originally\s|initially\s)?(?:published|posted|issued|appeared)\b[^.\n]{0,60}$"
)

# What makes a date in a byline's place some other date.
OTHER_DATES: tuple[str, ...] = (
    r"copyright|©|\(c\)|all\srights",
    r"design|designed",
    r"photo|photograph|picture|image|caption|getty|reuters/|video",
    r"born|died|founded|established|birth|death",
    r"since|until|from|between|through",
    r"deadline|due|expir\w+|effective|valid|embargo\w*",
    r"watch|event|events|meeting|session|start|starts|begins|end|ends",
    r"retrieved|accessed|access\sdate|version|release\sdate",
    r"anniversary|remember\w*|memor\w+|commemorat\w+|years\s(?:ago|on|later)",
    r"report|study|survey|data|paper|book|statement",
)

# Headings over what is not the text itself: other stories, in a list; and what readers wrote, to the end of the page.
OTHER_STORIES = (
    r"(?:related|recent|latest|popular|more|other|previous|next|top|similar|older|newer|trending|featured|recommended|"
    r"most\s(?:read|popular|viewed|shared))"
    r"(?:\s(?:on|from|in)\s[^\n]{1,40}|\s(?:stor(?:y|ies)|articles?|news|posts?|links?|content|headlines|coverage|"
    r"reading|topics?|videos?|entries))?"
    r"|read\s(?:more|also|next)|see\salso|also\s(?:read|see)|you\s(?:may|might)\s(?:also\s)?like|archives?|in\sthis\sseries"
)
COMMENTS = (
    r"(?:[0-9]+\s|no\s|all\s|view\s|show\s|reader\s|your\s)*(?:comments?|responses?|replies|reactions|discussion)"
    r"(?:\s?[(:]?\s?[0-9]*\s?\)?:?|\s(?:on|to)\s[^\n]{1,80}|\sso\sfar)?|leave\sa\s(?:reply|comment)|post\sa\scomment"
)

# Words that begin a sentence in front of its date: what ends in one of these is no place.
NO_PLACE = frozenset(
    {
        "a", "after", "an", "and", "as", "at", "before", "between", "born", "by", "during", "effective", "for", "from",
        "in", "of", "on", "since", "the", "through", "to", "until",
    }
)  # fmt: skip

# Words in the names of those who publish: "The Daily Gazette, 16 August 2011".
PUBLISHERS = (
    r"agency|bulletin|chronicle|correspondent|courier|daily|dispatch|editor|gazette|guardian|herald|independent|journal|"
    r"magazine|mail|mirror|news|newspaper|observer|post|press|reporter|review|staff|standard|star|sun|telegraph|times|"
    r"tribune|weekly|writer|min(?:ute)?s?\sread"
)

"""The words of time: each table gives what a word is and its value; the grammar says how they combine.

Keys are lower case. Where a word needs a capital to be a word of time ("May", "March", "Sun"), `CAPITALISED` says so.
"""

from __future__ import annotations

from timeline.dates.content import Unit

MONTHS: dict[str, int] = {
    "january": 1,
    "february": 2,
    "march": 3,
    "april": 4,
    "may": 5,
    "june": 6,
    "july": 7,
    "august": 8,
    "september": 9,
    "october": 10,
    "november": 11,
    "december": 12,
    "febuary": 2,
    "sept": 9,
}

SHORT_MONTHS: dict[str, int] = {
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}

WEEKDAYS: dict[str, int] = {
    "monday": 0,
    "tuesday": 1,
    "wednesday": 2,
    "thursday": 3,
    "friday": 4,
    "saturday": 5,
    "sunday": 6,
}

SHORT_WEEKDAYS: dict[str, int] = {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "weds": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}

SEASONS: dict[str, int] = {
    "spring": 1,
    "springtime": 1,
    "summer": 2,
    "summertime": 2,
    "autumn": 3,
    "fall": 3,
    "winter": 4,
    "wintertime": 4,
}

UNITS: dict[str, Unit] = {
    "minute": Unit.MINUTE,
    "hour": Unit.HOUR,
    "day": Unit.DAY,
    "weekend": Unit.WEEKEND,
    "week": Unit.WEEK,
    "fortnight": Unit.FORTNIGHT,
    "month": Unit.MONTH,
    "quarter": Unit.QUARTER,
    "year": Unit.YEAR,
    "decade": Unit.DECADE,
    "century": Unit.CENTURY,
    "millennium": Unit.MILLENNIUM,
}

MANY_UNITS: dict[str, Unit] = {
    "seconds": Unit.SECOND,
    "minutes": Unit.MINUTE,
    "mins": Unit.MINUTE,
    "hours": Unit.HOUR,
    "hrs": Unit.HOUR,
    "days": Unit.DAY,
    "weekends": Unit.WEEKEND,
    "weeks": Unit.WEEK,
    "fortnights": Unit.FORTNIGHT,
    "months": Unit.MONTH,
    "quarters": Unit.QUARTER,
    "years": Unit.YEAR,
    "yrs": Unit.YEAR,
    "decades": Unit.DECADE,
    "centuries": Unit.CENTURY,
    "millennia": Unit.MILLENNIUM,
}

# Units as short messages write them: "2h ago".
BRIEF_UNITS: dict[str, Unit] = {
    "m": Unit.MINUTE,
    "min": Unit.MINUTE,
    "h": Unit.HOUR,
    "hr": Unit.HOUR,
    "d": Unit.DAY,
    "w": Unit.WEEK,
    "wk": Unit.WEEK,
    "mo": Unit.MONTH,
    "y": Unit.YEAR,
    "yr": Unit.YEAR,
}

SMALL_NUMBERS: dict[str, int] = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
}

TENS: dict[str, int] = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fourty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}

SCALES: dict[str, int] = {
    "hundred": 100,
    "thousand": 1000,
}

SMALL_ORDINALS: dict[str, int] = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
}

ORDINALS: dict[str, int] = {
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "thirteenth": 13,
    "fourteenth": 14,
    "fifteenth": 15,
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
    "thirtieth": 30,
}

# Centuries in Roman numerals; single letters are too often something else.
ROMAN: dict[str, int] = {
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "vi": 6,
    "vii": 7,
    "viii": 8,
    "ix": 9,
    "xi": 11,
    "xii": 12,
    "xiii": 13,
    "xiv": 14,
    "xv": 15,
    "xvi": 16,
    "xvii": 17,
    "xviii": 18,
    "xix": 19,
    "xx": 20,
    "xxi": 21,
}

# "The XIXth century".
ROMAN_ORDINALS: dict[str, int] = {f"{numeral}th": number for numeral, number in ROMAN.items()}

NAMED_DECADES: dict[str, int] = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}

PARTS_OF_DAY: dict[str, str] = {
    "dawn": "TMO",
    "daybreak": "TMO",
    "sunrise": "TMO",
    "morning": "TMO",
    "midmorning": "TMO",
    "noon": "T12:00",
    "noontime": "T12:00",
    "midday": "T12:00",
    "afternoon": "TAF",
    "midafternoon": "TAF",
    "lunchtime": "TMI",
    "evening": "TEV",
    "dusk": "TEV",
    "sunset": "TEV",
    "nightfall": "TEV",
    "night": "TNI",
    "nighttime": "TNI",
    "overnight": "TNI",
    "midnight": "T24:00",
    "mornings": "TMO",
    "afternoons": "TAF",
    "evenings": "TEV",
    "nights": "TNI",
}

# Words that name a day by themselves: how many days from the day of writing.
DAY_WORDS: dict[str, int] = {
    "today": 0,
    "to-day": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "to-morrow": 1,
}

# What "once every ..." means in one word: TIMEX3 value.
FREQUENCIES: dict[str, str] = {
    "hourly": "XXXX-XX-XXTXX",
    "daily": "XXXX-XX-XX",
    "everyday": "XXXX-XX-XX",
    "nightly": "XXXX-XX-XXTNI",
    "weekly": "XXXX-WXX",
    "fortnightly": "P2W",
    "biweekly": "P2W",
    "monthly": "XXXX-XX",
    "bimonthly": "P2M",
    "quarterly": "XXXX-QX",
    "yearly": "XXXX",
    "annual": "XXXX",
    "annually": "XXXX",
    "biannual": "P6M",
    "biannually": "P6M",
    "semiannual": "P6M",
    "semiannually": "P6M",
    "biennial": "P2Y",
    "biennially": "P2Y",
    "triennial": "P3Y",
    "mondays": "XXXX-WXX-1",
    "tuesdays": "XXXX-WXX-2",
    "wednesdays": "XXXX-WXX-3",
    "thursdays": "XXXX-WXX-4",
    "fridays": "XXXX-WXX-5",
    "saturdays": "XXXX-WXX-6",
    "sundays": "XXXX-WXX-7",
}

VAGUE: dict[str, str] = {
    "now": "PRESENT_REF",
    "currently": "PRESENT_REF",
    "presently": "PRESENT_REF",
    "nowadays": "PRESENT_REF",
    "recently": "PAST_REF",
    "lately": "PAST_REF",
}

# Words for a part of a period, in front of it: "early May", "the latter part of 2008".
EARLY: dict[str, str] = {
    "early": "START",
    "first": "START",
    "mid": "MID",
    "middle": "MID",
    "late": "END",
    "later": "END",
    "latter": "END",
    "last": "END",
}

# Nouns for a part of a period: "the beginning of the year".
PART_NOUNS: dict[str, str] = {
    "beginning": "START",
    "start": "START",
    "outset": "START",
    "onset": "START",
    "opening": "START",
    "closing": "END",
    "dying": "END",
    "final": "END",
    "turn": "START",
    "middle": "MID",
    "end": "END",
    "close": "END",
}

PARTS_OF_PERIODS: dict[str, str] = EARLY | PART_NOUNS

# Names written with a capital when they mean time.
CAPITALISED: frozenset[str] = frozenset(
    {
        "may",
        "march",
        "august",
        *ROMAN,
        *ROMAN_ORDINALS,
        *SHORT_MONTHS,
        *SHORT_WEEKDAYS,
    }
)

# Holidays of a fixed day: words, month, day.
FIXED_HOLIDAYS: tuple[tuple[str, int, int], ...] = (
    ("new year 's eve", 12, 31),
    ("new years eve", 12, 31),
    ("hogmanay", 12, 31),
    ("new year 's day", 1, 1),
    ("new years day", 1, 1),
    ("epiphany", 1, 6),
    ("twelfth night", 1, 5),
    ("burns night", 1, 25),
    ("australia day", 1, 26),
    ("groundhog day", 2, 2),
    ("candlemas", 2, 2),
    ("waitangi day", 2, 6),
    ("valentine 's day", 2, 14),
    ("st . valentine 's day", 2, 14),
    ("st valentine 's day", 2, 14),
    ("st . david 's day", 3, 1),
    ("st david 's day", 3, 1),
    ("international women 's day", 3, 8),
    ("saint patrick 's day", 3, 17),
    ("st patrick 's day", 3, 17),
    ("lady day", 3, 25),
    ("st . patrick 's day", 3, 17),
    ("april fools ' day", 4, 1),
    ("april fool 's day", 4, 1),
    ("st . george 's day", 4, 23),
    ("st george 's day", 4, 23),
    ("earth day", 4, 22),
    ("may day", 5, 1),
    ("cinco de mayo", 5, 5),
    ("ve day", 5, 8),
    ("v - e day", 5, 8),
    ("d - day", 6, 6),
    ("midsummer day", 6, 24),
    ("midsummer 's day", 6, 24),
    ("juneteenth", 6, 19),
    ("canada day", 7, 1),
    ("bastille day", 7, 14),
    ("fourth of july", 7, 4),
    ("lammas", 8, 1),
    ("michaelmas", 9, 29),
    ("halloween", 10, 31),
    ("all hallows ' eve", 10, 31),
    ("all saints ' day", 11, 1),
    ("all saints day", 11, 1),
    ("all souls ' day", 11, 2),
    ("all souls day", 11, 2),
    ("guy fawkes night", 11, 5),
    ("bonfire night", 11, 5),
    ("martinmas", 11, 11),
    ("remembrance day", 11, 11),
    ("armistice day", 11, 11),
    ("st . andrew 's day", 11, 30),
    ("st andrew 's day", 11, 30),
    ("world aids day", 12, 1),
    ("veterans day", 11, 11),
    ("christmas eve", 12, 24),
    ("christmas day", 12, 25),
    ("christmas", 12, 25),
    ("boxing day", 12, 26),
    ("st . stephen 's day", 12, 26),
    ("st stephen 's day", 12, 26),
    ("anzac day", 4, 25),
    ("pearl harbor day", 12, 7),
)

# Holidays counted by weekday: words, month, weekday (0 Monday), which one (-1 the last).
WEEKDAY_HOLIDAYS: tuple[tuple[str, int, int, int], ...] = (
    ("martin luther king day", 1, 0, 3),
    ("martin luther king jr . day", 1, 0, 3),
    ("presidents ' day", 2, 0, 3),
    ("presidents day", 2, 0, 3),
    ("mother 's day", 5, 6, 2),
    ("memorial day", 5, 0, -1),
    ("father 's day", 6, 6, 3),
    ("labor day", 9, 0, 1),
    ("columbus day", 10, 0, 2),
    ("remembrance sunday", 11, 6, 2),
    ("thanksgiving", 11, 3, 4),
    ("thanksgiving day", 11, 3, 4),
    ("black friday", 11, 4, 4),
)

# Holidays counted from Easter Sunday of the western church: words, days.
EASTER_HOLIDAYS: tuple[tuple[str, int], ...] = (
    ("shrove tuesday", -47),
    ("mardi gras", -47),
    ("ash wednesday", -46),
    ("palm sunday", -7),
    ("maundy thursday", -3),
    ("good friday", -2),
    ("holy saturday", -1),
    ("easter", 0),
    ("easter sunday", 0),
    ("easter monday", 1),
    ("ascension day", 39),
    ("whit sunday", 49),
    ("whitsun", 49),
    ("trinity sunday", 56),
    ("pentecost", 49),
    ("whit monday", 50),
)

# Nouns that a plain number in front of counts: "the 1900 soldiers" is no year.
COUNTED: frozenset[str] = frozenset(
    [
        "acres",
        "barrels",
        "cc",
        "cm",
        "ft",
        "hp",
        "kw",
        "m",
        "mm",
        "mi",
        "rpm",
        "billion",
        "bodies",
        "bombs",
        "bullets",
        "cars",
        "casualties",
        "cases",
        "children",
        "civilians",
        "copies",
        "couples",
        "dead",
        "deaths",
        "degrees",
        "dollars",
        "employees",
        "euros",
        "families",
        "feet",
        "fighters",
        "fatalities",
        "flights",
        "foot",
        "guns",
        "homes",
        "horses",
        "hospitals",
        "houses",
        "inches",
        "inhabitants",
        "injured",
        "islands",
        "jobs",
        "kg",
        "kilograms",
        "kilometers",
        "kilometres",
        "km",
        "lbs",
        "machines",
        "meters",
        "metres",
        "men",
        "miles",
        "million",
        "mph",
        "officers",
        "ounces",
        "passengers",
        "patients",
        "people",
        "percent",
        "persons",
        "planes",
        "police",
        "points",
        "pounds",
        "prisoners",
        "protesters",
        "rebels",
        "refugees",
        "residents",
        "rounds",
        "sailors",
        "schools",
        "seats",
        "ships",
        "shops",
        "soldiers",
        "square",
        "staff",
        "stores",
        "students",
        "tanks",
        "thousand",
        "tonnes",
        "tons",
        "troops",
        "units",
        "vehicles",
        "victims",
        "villages",
        "volunteers",
        "votes",
        "voters",
        "warriors",
        "weapons",
        "women",
        "workers",
        "wounded",
        "yards",
        "yen",
    ]
)

# Words after which a plain number of four digits is a year ...
YEAR_CUES: frozenset[str] = frozenset(
    [
        "in",
        "since",
        "until",
        "till",
        "by",
        "from",
        "to",
        "of",
        "during",
        "before",
        "after",
        "between",
        "and",
        "or",
        "through",
        "around",
        "about",
        "circa",
        "ca",
        "c",
        "early",
        "late",
        "mid",
        "the",
        "this",
        "that",
        "its",
        "his",
        "her",
        "their",
        "our",
        "my",
        "a",
        "an",
        "year",
        "years",
        "summer",
        "winter",
        "spring",
        "autumn",
        "election",
        "for",
        "with",
        "on",
        "at",
        "as",
        "under",
        "into",
        "within",
        "throughout",
    ]
)

# ... and those that make it one from the year 1000 on.
SURE_YEAR_CUES: frozenset[str] = frozenset(
    [
        "in",
        "since",
        "until",
        "by",
        "year",
        "circa",
        "from",
        "of",
        "between",
        "early",
        "late",
        "mid",
        "summer",
        "winter",
        "spring",
        "autumn",
    ]
)

# Words after which "'98" is a year.
SHORT_YEAR_CUES: frozenset[str] = frozenset(
    ["in", "since", "of", "until", "by", "from", "to", "late", "early", "the", "summer", "winter", "spring", "-"]
)

# Recurring events, whose names end in their year: "Conference 2010".
YEARLY_EVENTS: frozenset[str] = frozenset(
    [
        "awards",
        "championship",
        "championships",
        "conference",
        "congress",
        "cup",
        "elections",
        "election",
        "expo",
        "festival",
        "forum",
        "games",
        "olympics",
        "summit",
    ]
)

# In capitals, and no names of events: a number behind them is something else.
NO_EVENTS: frozenset[str] = frozenset(
    ["bmw", "din", "htc", "ibm", "iec", "ieee", "iso", "ltd", "msc", "nec", "rfc", "rpm", "usb", "usd", "eur", "gbp"]
)

# Behind "September 11" these make it that of 2001.
OF_NINE_ELEVEN: frozenset[str] = frozenset(["attack", "attacks", "hijackers", "hijackings", "terror", "terrorist"])

# In front of a decade these tell of an age: "in his thirties".
OWNERS: frozenset[str] = frozenset(["his", "her", "their", "my", "our", "your"])

# Words in front of a season that make it one ...
SEASON_CUES: frozenset[str] = frozenset(
    [
        "in",
        "the",
        "this",
        "that",
        "by",
        "until",
        "since",
        "during",
        "early",
        "late",
        "mid",
        "of",
        "through",
        "last",
        "next",
        "all",
        "following",
        "-",
        "a",
    ]
)

# ... and words behind one that do.
SEASONAL: frozenset[str] = frozenset(
    [
        "offensive",
        "offensives",
        "campaign",
        "campaigns",
        "season",
        "semester",
        "term",
        "elections",
        "election",
    ]
)

# What a half of a year has: "first-half profit".
OF_HALVES: frozenset[str] = frozenset(["results", "profit", "profits", "earnings", "sales", "revenue", "loss"])

# Months that are names of people or other words too.
NAMES_TOO: frozenset[str] = frozenset(["may", "april", "june", "august", "march"])

# Words in front of such a month that make it one ...
MONTH_CUES: frozenset[str] = frozenset(
    [
        "in",
        "of",
        "by",
        "since",
        "until",
        "till",
        "from",
        "to",
        "between",
        "and",
        "or",
        "during",
        "before",
        "after",
        "last",
        "next",
        "this",
        "that",
        "early",
        "mid",
        "late",
        "each",
        "every",
        "the",
        "through",
        "throughout",
        "around",
        "about",
        "for",
        "(",
        ",",
        "-",
        "on",
        "'s",
        "its",
        "his",
        "her",
        "their",
        "our",
        "a",
        "an",
    ]
)

# ... the surest among them, and the weakest ...
SURE_MONTH_CUES: frozenset[str] = frozenset(
    ["in", "since", "until", "by", "early", "late", "mid", "last", "next", "this", "during"]
)

WEAK_MONTH_CUES: frozenset[str] = frozenset([",", "and", "or", "-", "("])

# ... and what stands behind the verb "may".
AFTER_MAY: frozenset[str] = frozenset(
    ["be", "have", "not", "never", "also", "well", "yet", "only", "still", "i", "we", "he", "she", "it", "they", "you"]
)

# "The end of the year", "later in the month": what leads to the period told of.
IN_PERIODS: frozenset[str] = frozenset(
    [
        "end",
        "beginning",
        "start",
        "middle",
        "later",
        "earlier",
        "late",
        "early",
        "part",
        "close",
        "half",
        "rest",
        "turn",
        "remainder",
        "course",
    ]
)

# What is measured by how long it plays: "75 hours of video" is no time that passes.
RECORDED: frozenset[str] = frozenset(
    [
        "audio",
        "content",
        "film",
        "footage",
        "music",
        "playback",
        "recording",
        "recordings",
        "tape",
        "tapes",
        "video",
        "videos",
    ]
)

# "Office hours", "the small hours": hours that are no length of time.
NO_LENGTH_HOURS: frozenset[str] = frozenset(
    [
        "working",
        "opening",
        "office",
        "business",
        "visiting",
        "early",
        "small",
        "wee",
        "late",
        "morning",
        "evening",
        "rush",
        "trading",
        "school",
    ]
)

# Words in front of "a year" that make it a rate.
RATED: frozenset[str] = frozenset(["times", "million", "billion", "once", "twice"])

# Behind a holiday these make it the name of something else.
OF_HOLIDAYS: frozenset[str] = frozenset(
    ["card", "cards", "carol", "carols", "egg", "eggs", "island", "islands", "term", "tree", "trees"]
)

# What is numbered: "page 1990", "room 2019", "flight 1990", "pp. 1914-1918".
NUMBERED: frozenset[str] = frozenset(
    [
        "account",
        "apartment",
        "article",
        "build",
        "bus",
        "case",
        "channel",
        "chapter",
        "column",
        "columns",
        "docket",
        "exhibit",
        "extension",
        "figure",
        "file",
        "flight",
        "form",
        "highway",
        "id",
        "invoice",
        "line",
        "lines",
        "lot",
        "page",
        "pages",
        "para",
        "paragraph",
        "plate",
        "platform",
        "pp",
        "psalm",
        "resolution",
        "resolutions",
        "room",
        "route",
        "rule",
        "section",
        "sections",
        "suite",
        "ticket",
        "unit",
    ]
)

# ... and the words for a number.
NUMBERING: frozenset[str] = frozenset(["#", "no", "nos", "nr", "number", "numbers"])

# Books whose verses are written like times of the clock: "John 3:16".
BOOKS: frozenset[str] = frozenset(
    [
        "genesis",
        "exodus",
        "leviticus",
        "numbers",
        "deuteronomy",
        "joshua",
        "judges",
        "ruth",
        "samuel",
        "kings",
        "chronicles",
        "ezra",
        "nehemiah",
        "esther",
        "job",
        "psalm",
        "psalms",
        "proverbs",
        "ecclesiastes",
        "solomon",
        "isaiah",
        "jeremiah",
        "lamentations",
        "ezekiel",
        "daniel",
        "hosea",
        "joel",
        "amos",
        "obadiah",
        "jonah",
        "micah",
        "nahum",
        "habakkuk",
        "zephaniah",
        "haggai",
        "zechariah",
        "malachi",
        "matthew",
        "mark",
        "luke",
        "john",
        "acts",
        "romans",
        "corinthians",
        "galatians",
        "ephesians",
        "philippians",
        "colossians",
        "thessalonians",
        "timothy",
        "titus",
        "philemon",
        "hebrews",
        "james",
        "peter",
        "jude",
        "revelation",
        "koran",
        "quran",
        "qur'an",
        "sura",
        "surah",
    ]
)

# Behind a weekday with a capital these make it a newspaper's or a programme's name: "the Sunday Times".
OF_PAPERS: frozenset[str] = frozenset(
    [
        "express",
        "herald",
        "independent",
        "mail",
        "mirror",
        "news",
        "people",
        "post",
        "sun",
        "telegraph",
        "times",
        "tribune",
    ]
)

# In front of "Today" these make it the name of a paper or station.
PAPERS_OF_TODAY: frozenset[str] = frozenset(
    ["arms", "business", "christianity", "history", "india", "medicine", "physics", "psychology", "russia", "usa"]
)

# Behind "the spring" these make it water or a coil.
OF_SPRINGS: frozenset[str] = frozenset(
    ["board", "coil", "loaded", "mattress", "mechanism", "onion", "onions", "roll", "rolls", "steel", "water", "waters"]
)

# With a capital behind a season these are names: "the Winter Palace", "Spring Training".
NAMED_FOR_SEASONS: frozenset[str] = frozenset(
    ["games", "garden", "gardens", "house", "meetings", "olympic", "olympics", "palace", "park", "street", "training"]
)

# Behind a name these tell that it is one: "the May family".
OF_FAMILIES: frozenset[str] = frozenset(["brothers", "children", "estate", "family", "household", "sisters"])

# In front of "last six weeks" these make "last" a verb.
BEFORE_VERBS: frozenset[str] = frozenset(
    ["to", "can", "could", "did", "may", "might", "must", "not", "should", "will", "would"]
)

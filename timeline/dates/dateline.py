"""The date a text states of itself: a byline ("Updated: May 06, 2021") or a dateline ("KABUL, Sept. 3, 2021 -")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from timeline.dates import dateline_words as words
from timeline.dates.address import addresses_at_head, day_in
from timeline.dates.candidate import Bound, Candidate, Direction
from timeline.dates.letterhead import in_parts, of_others
from timeline.dates.resolve import resolve
from timeline.dates.statement import Stated, names_day, squeezed
from timeline.model import Genre, Published, PublishedBasis, Quote
from timeline.structure import Role, blocks
from timeline.structure.role_words import COMMENTS, OTHER_STORIES
from timeline.timespan import Granularity, TimeSpan
from timeline.why import Why

# How far into a text a dateline may stand, and from its end a byline.
_HEAD, _TAIL = 2000, 600
# How far into a text the address that it comes from may stand.
_TOP = 400
# A line of this many characters or more is prose; at most this number of them stands above a date on a line of its
# own.
_PROSE, _PROSE_ABOVE = 120, 2
# Dates on lines of their own, with prose between, from which number on they make a diary.
_DIARY = 3
# The days of entries, from which number on they make a diary, log or chronology.
_ENTRIES = 2
# What a date is by its place alone, so that it may head an entry.
_OF_ENTRIES = frozenset({"own-line", "in-title", "letter-head", "closing"})
# How far behind a dateline's date the words still belong to it, and how much of its story must follow.
_NEAR, _STORY = 30, 12
# What is shorter behind a colon and has no stop is a heading: "Harwick, 3 May 1821: the day the quay fell".
_SENTENCE, _STOP = 60, re.compile(r"[.!?…]")

_TITLED, _ALONE, _HEADED, _DATELINE, _OF_ITSELF = 4, 5, 6, 8, 9
# Below this weight a statement is gainsaid by what the text tells as past of a day later than this many days after it:
# a plan may be told in the past tense, but hardly one for the year after next.
_FIRM, _GAINSAID = 6, 366

# A time between the words and the date: "Posted: 1052 GMT (1852 HKT), April 10", "Published 12:01 a.m. ET May 3".
_TIME = r"(?:\(?\b\d{1,2}(?:[:.]?\d{2}){1,2}(?!\d)\s*(?:[ap]\.?m\.?)?\s*(?-i:[A-Z]{2,4})?\)?,?\s*)*\(?"
_CUES = tuple(
    (re.compile(rf"\b(?:{cue})(?:\s(?:on|at))?\s*[:|,–-]?\s*(?:(?:on|at)\s)?{_TIME}(?:on\s)?$", re.IGNORECASE), weight)
    for cue, weight in (*words.PUBLISHED, *((cue, words.UPDATED_WEIGHT) for cue in words.UPDATED))
)
_ITSELF = re.compile(words.OF_ITSELF, re.IGNORECASE)
_AFTER_CUE = re.compile(r"^\s*[|,]?\s*(?:[0-9:.]+\s*)?(?:last\s)?updated", re.IGNORECASE)
_OTHER = re.compile(rf"(?<!\w)(?:{'|'.join(words.OTHER_DATES)})(?!\w)", re.IGNORECASE)
_STORIES = re.compile(rf"^[ \t]*(?:{OTHER_STORIES})[ \t]*:?[ \t]*$", re.IGNORECASE | re.MULTILINE)
_COMMENTS = re.compile(rf"^[ \t]*(?:{COMMENTS})[ \t]*$", re.IGNORECASE | re.MULTILINE)
_PUBLISHERS = re.compile(rf"\b(?:{words.PUBLISHERS})\b", re.IGNORECASE)

# "KABUL, Aug 3 (Reuters) -", "WASHINGTON, D.C. (AP) - Feb. 16, 2021 -": a place in front, an agency or a dash behind.
_PLACE = re.compile(
    r"\s*[A-Z][\w.'’]*(?:[ ,–—/:-]+(?:[A-Z][\w.'’]*|of|the|de|la|del|al|el|and|upon|sur|le|les)"
    r"|[ –—-]*[(\[][^()\[\]]{1,30}[)\]])*"
    r"[\s,:–—-]+$"
)
_AGENCY = re.compile(
    r"^,?\s*(?:\([A-Z][\w ./&-]{1,30}\)|/[A-Z][\w .-]{1,30}/|[A-Z][\w./]{1,20}\s*)?\s*(?:[-–—:]|\.\s?[-–—])"
    r"|^,?\s*\([A-Z][\w ./&-]{1,30}\)"
)
_AGENCY_BEHIND = re.compile(r"^,?\s*\([A-Z][\w ./&-]{1,30}\)\s*[-–—:]")
# What may stand beside a date on a line of its own: its author, a time, a zone, a weekday, marks.
_BESIDE = re.compile(
    r"\bby\s[^\n]{1,60}|\b(?:at|on|hrs|[ap]m|[a-z]{3,6}day|mon|tues?|wed|thurs?|fri|sat|sun|(?-i:[A-Z]{2,5}))\b|[\W0-9_]",
    re.IGNORECASE,
)
# What is written on the day that its title names.
_OF_A_DAY = re.compile(
    r"\b(?:minutes|meeting|session|hearing|sitting|report|log|diary|journal|memo(?:randum)?|bulletin|briefing|brief|notes?|"
    r"statement|newsletter|update|communiqu[eé]|transcript|proceedings|agenda|letter|post-?mortem|sitrep|dispatch|"
    r"deposition|testimony|affidavit|interview|audit)\b",
    re.IGNORECASE,
)
# The day of what it tells of, not of its writing: "Report on the flood of 6 May 1971".
_ABOUT = re.compile(
    r"\b(?:report|statement|memo(?:randum)?|notes?|letter|bulletin|briefing|update|inquiry|investigation|findings|hearing|"
    r"post-?mortem)\s(?:\w+\s){0,4}?(?:on|into|about|regarding|concerning)\s(?:the|a|an)\s|\b(?:after|since|before)\b",
    re.IGNORECASE,
)
_LONGEST_TITLE, _TITLE_LINES = 160, 3
_NO_TITLE = re.compile(r":\s|[:.!?,]$")
_OF_TITLES = frozenset({Role.HEADING, Role.TEXT})
_SMALL_WORDS = re.compile(r"\s*(?:[a-z]+\s){1,3}")
_BARS = re.compile(r"\s*[|•·]\s*|\s{3,}|\t")


def stated(text: str, candidates: Sequence[Candidate], *, date_order: str | None = None) -> Published | None:
    r"""The publication date that a byline or dateline of the text gives in full; None where there is none.

    Where one date is said to be of the publication and another of an update, the former stands and the reason names
    both.

    >>> from timeline.dates.find import find
    >>> text = "Flood warning\n\nUpdated: May 06, 2021 07:43 IST\n\nThe river rose."
    >>> str(stated(text, find(text)).when)
    '2021-05-06'
    """
    found = sorted(
        (s for s in _all(text, candidates) if s.candidate.is_complete),
        key=lambda s: (-s.weight, s.candidate.quote.start),
    )
    latest = _latest_told(text, candidates, found)
    for best in found:
        when = _resolved(text, best.candidate, date_order)
        if when is None or (best.weight < _FIRM and latest is not None and _is_long_before(when, latest)):
            continue
        update = next((s for s in found if s.weight == words.UPDATED_WEIGHT and best.weight > s.weight), None)
        later = _resolved(text, update.candidate, date_order) if update is not None else None
        if update is None or later is None or later == when:
            return Published(when, PublishedBasis.STATED, best.reason, (best.candidate.quote,))
        reason = Why("with-update", (best.reason, _one_line(update.candidate.quote)))
        return Published(when, PublishedBasis.STATED, reason, (best.candidate.quote, update.candidate.quote))
    return _in_address(text)


def partial(text: str, candidates: Sequence[Candidate]) -> Stated | None:
    """A byline or dateline that leaves out the year ("KABUL, Aug 3 (Reuters) -"); None where there is none.

    >>> from timeline.dates.find import find
    >>> text = "KABUL, Aug 3 (Reuters) - Shops opened again."
    >>> partial(text, find(text)).candidate.quote.text
    'Aug 3'
    """
    found = [s for s in _all(text, candidates) if not s.candidate.is_complete]
    return max(found, key=lambda s: (s.weight, -s.candidate.quote.start), default=None)


def _in_title(text: str, candidates: Sequence[Candidate]) -> Stated | None:
    """The one day in the title of what is written on its day: minutes, a report, a log."""
    start, end = _title(text)
    if not _OF_A_DAY.search(text, start, end):
        return None
    inside = [c for c in candidates if start <= c.quote.start and c.quote.end <= end]
    days = [c for c in inside if c.is_complete and names_day(c.content, month=False)]
    if len(days) != 1 or end == len(text) or days[0].bound != Bound.NONE:
        return None
    if _ABOUT.search(text, start, days[0].quote.start):
        return None
    return Stated(days[0], _TITLED, Why("in-title", (_one_line(days[0].quote),)))


def _title(text: str) -> tuple[int, int]:
    """Where the title of a text stands: its first lines, as far as they are short and end in no stop."""
    lines = [block for block in blocks(text[:_TOP]) if not block.is_furniture][:_TITLE_LINES]
    title = list(takewhile(lambda line: line.end - line.start <= _LONGEST_TITLE and line.role in _OF_TITLES, lines))
    closed = next((n for n, line in enumerate(title) if n and _NO_TITLE.search(text, line.start, line.end)), len(title))
    return (title[0].start, title[closed - 1].end) if title else (0, 0)


def _resolved(text: str, candidate: Candidate, date_order: str | None) -> TimeSpan | None:
    when = resolve(text, [candidate], published=None, genre=Genre.NEWS, date_order=date_order)[0].when
    return when if when is not None and when.granularity in (Granularity.DAY, Granularity.MONTH) else None


def _in_address(text: str) -> Published | None:
    """The day in the web address that heads a text."""
    for start, address in addresses_at_head(text, within=_TOP):
        found = day_in(address)
        if found is not None:
            when, part = found
            at = start + address.index(part)
            reason = Why("address-at-head", (part,))
            return Published(when, PublishedBasis.STATED, reason, (Quote.of(text, at, at + len(part)),))
    return None


def _latest_told(text: str, candidates: Sequence[Candidate], found: Sequence[Stated]) -> TimeSpan | None:
    """The latest day that the text tells as past in full, the statements about itself left out."""
    own = {s.candidate.quote for s in found}
    told = [c for c in candidates if c.is_complete and c.direction == Direction.PAST and c.quote not in own]
    if not told or not found:
        return None
    days = [m.when for m in resolve(text, told, published=None, genre=Genre.NEWS) if m.when and not m.when.is_open]
    days = [when for when in days if when.granularity == Granularity.DAY]
    return max(days, key=lambda when: when.sort_key, default=None)


def _is_long_before(when: TimeSpan, other: TimeSpan) -> bool:
    return when.last is not None and other.first is not None and when.last.plus(_GAINSAID) < other.first


def _all(text: str, candidates: Sequence[Candidate]) -> list[Stated]:
    found = []
    for candidate in candidates:
        quote = candidate.quote
        if names_day(candidate.content) and (quote.start < _HEAD or quote.end > len(text) - _TAIL):
            judged = _judged(text, candidate)
            if judged is not None:
                found.append(judged)
    found += in_parts(text, candidates)
    titled = _in_title(text, candidates)
    if titled is not None and all(s.candidate != titled.candidate for s in found):
        found.append(titled)
    if not found:
        return []
    apart = [*_apart(text), *of_others(text)]
    own = [s for s in found if not any(start <= s.candidate.quote.start < end for start, end in apart)]
    return _without_entries(_without_diary(text, own), candidates)


def _without_diary(text: str, found: list[Stated]) -> list[Stated]:
    """Dates on lines of their own all over a text are those of its entries."""
    alone = [s for s in found if s.weight == _ALONE]
    blocks = {_prose_above(text, s.candidate.quote.start) for s in alone}
    return [s for s in found if s.weight != _ALONE] if len(blocks) >= _DIARY else found


def _without_entries(found: list[Stated], candidates: Sequence[Candidate]) -> list[Stated]:
    """Dates that head an entry of several are those of the entries, but for the first where it is the latest: a letter
    that quotes others, a page above its chronology.
    """
    entries = {c.above.quote: c.above.day for c in candidates if c.above is not None and c.above.day is not None}
    if len(set(entries.values())) < _ENTRIES:
        return found
    first = min(entries)
    is_latest = all(day < entries[first] for quote, day in entries.items() if quote != first)
    return [
        s
        for s in found
        if s.candidate.quote not in entries
        or s.reason.kind not in _OF_ENTRIES
        or (is_latest and s.candidate.quote == first)
    ]


def _prose_above(text: str, at: int) -> int:
    return sum(len(line) >= _PROSE for line in text[:at].splitlines())


def _apart(text: str) -> Iterator[tuple[int, int]]:
    """The parts of a page that are not the text itself: lists of other stories, and comments."""
    comments = _COMMENTS.search(text)
    if comments is not None and comments.start() > 0:
        yield comments.start(), len(text)
    for heading in _STORIES.finditer(text):
        end = heading.end()
        while end < len(text):
            line_end = text.find("\n", end + 1)
            line_end = len(text) if line_end < 0 else line_end
            if line_end - end > _PROSE:
                break
            end = line_end
        yield heading.start(), end


def _judged(text: str, candidate: Candidate) -> Stated | None:
    before, after = _line_around(text, candidate.quote)
    return _said(candidate, before, after) or (
        _at_head(text, candidate, before, after) if candidate.quote.start < _HEAD else None
    )


def _line_around(text: str, quote: Quote) -> tuple[str, str]:
    """What stands on the line of some words in front of them and behind, up to 200 characters of each."""
    line_start = text.rfind("\n", max(0, quote.start - 200), quote.start) + 1
    line_start = max(line_start, quote.start - 200)
    line_end = text.find("\n", quote.end, quote.end + 200)
    line_end = line_end if line_end >= 0 else min(len(text), quote.end + 200)
    return text[line_start : quote.start], text[quote.end : line_end]


def _said(candidate: Candidate, before: str, after: str) -> Stated | None:
    """What the words in front of a date call it."""
    quote = candidate.quote
    near = before[-80:]
    itself = _ITSELF.search(before)
    if itself is not None:
        return Stated(candidate, _OF_ITSELF, Why("says-of-itself", (squeezed(itself.group() + quote.text),)))
    for cue, weight in _CUES:
        matched = cue.search(near)
        if matched is None or _OTHER.search(near[max(0, matched.start() - 25) : matched.start()]):
            continue
        in_front = near[: matched.start()]
        if not names_day(candidate.content, month=False) and (weight < _OF_ITSELF or in_front.strip()):
            continue  # a month alone is an issue's only where it is plainly said
        if cue.pattern.startswith(r"\b(?:date") and in_front.strip(" |•·,–-([*>"):
            continue  # "release date", "due date", "a letter dated"
        if not _in_prose(in_front, before + quote.text + after):
            said_so = re.sub(_TIME + "$", "", matched.group(), flags=re.IGNORECASE)
            called = said_so.strip(" :|,–-(").lower()
            return Stated(candidate, weight, Why("text-says", (called, _one_line(quote))))
    return None


def _in_prose(before: str, line: str) -> bool:
    """Whether "published", "posted" and the like are a sentence's verb: "The report was published on 3 May"."""
    return bool(re.search(r"[a-z],?\s+$", before)) and not before.startswith(("By ", "by ")) and len(line) > 60


def _at_head(text: str, candidate: Candidate, before: str, after: str) -> Stated | None:
    """What the position of a date in the head of a text makes of it."""
    quote = candidate.quote
    if _AFTER_CUE.search(after):
        return Stated(candidate, _HEADED, Why("headed", (_one_line(quote),)))
    dateline = _is_dateline(before, after)
    # In a dateline the story goes on behind the date, and may well speak of deadlines and meetings.
    if _OTHER.search(before + after[: _NEAR if dateline else None]):
        return None
    has_day = names_day(candidate.content, month=False)
    if has_day and (_is_alone(before, after) or _is_byline(before, after)):
        is_below = _prose_above(text, quote.start) > _PROSE_ABOVE and text[quote.end + len(after) :].strip()
        if is_below or _goes_on(text, quote.start - len(before), before):
            return None
        return Stated(candidate, _ALONE, Why("own-line", (_one_line(quote),)))
    if dateline and has_day:
        return Stated(candidate, _DATELINE, Why("dateline", (squeezed(before + quote.text),)))
    return None


def _goes_on(text: str, line: int, before: str) -> bool:
    """Whether the words in front of a date go on with a sentence of the line above, as in a text that is wrapped."""
    above = text[:line].removesuffix("\n").rsplit("\n", 1)[-1].rstrip()
    return bool(above) and above[-1] not in ".!?:" and _SMALL_WORDS.fullmatch(before) is not None


def _is_dateline(before: str, after: str) -> bool:
    if len(after) <= _STORY or (after.startswith(":") and len(after) < _SENTENCE and not _STOP.search(after)):
        return False
    if not before.strip():
        return bool(_AGENCY_BEHIND.match(after))
    place = _PLACE.match(before)
    names = before.strip(" ,:–—-").split()
    return bool(place and _AGENCY.match(after) and names and names[-1].lower() not in words.NO_PLACE)


def _is_alone(before: str, after: str) -> bool:
    return not _BESIDE.sub("", before) and not _BESIDE.sub("", after)


def _is_byline(before: str, after: str) -> bool:
    """Whether a date stands in a byline: "World | 6 May 2021 | 5 min read", "The Daily Gazette, 16 August 2011"."""
    if len(before + after) > _PROSE or re.search(r"[.!?]\s+\w|[.!?]$", before + after.strip()):
        return False
    left, right = _BARS.split(before), _BARS.split(after)
    if (len(left) > 1 or len(right) > 1) and _is_alone(left[-1], right[0]):
        return True
    return not _BESIDE.sub("", after) and bool(_PUBLISHERS.search(before)) and before.rstrip().endswith((",", "-", "–"))


def _one_line(quote: Quote) -> str:
    return squeezed(quote.text)

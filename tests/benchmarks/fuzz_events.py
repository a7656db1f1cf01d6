"""No text breaks a build: sentences cut, joined, doubled and spoilt at random, each built as a document of its own.

    python tests/benchmarks/fuzz_events.py [--corpora DIR] [--texts DIR] [--seconds 60] [--seed 1]

The sentences come from the texts of --texts (*.txt), the sample collection by default, and from --corpora, if given:
JSON lines of documents with `text` (*.jsonl, every other line; where the lines have a `topic`, the odd topics) and
treebanks (training/*.conllu). Each variant goes through the whole work on a document: dates, events, merging, both
exports, and, for one in thirty, the drawings. The seconds are CPU seconds; a seed gives the same variants each time, as
many as the time allows. To look longer, raise --seconds and go on with other seeds.

Printed are the distinct failures, by their last two frames, each with its smallest example; the exit status is 1 where
there is one. A failure is any exception, and any result that does not hold what the records promise: see `flaws`.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import jsonschema

from timeline import charts, export
from timeline.errors import TimelineError
from timeline.export.json import schema
from timeline.model import DateMention, Document, EventMention, Quote, Timeline
from timeline.pipeline import build, find_dates
from timeline.timespan import TimeSpan

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
MOST_WORDS = 45  # of a sentence: a longer one is cut, so that a second holds many variants
PUBLISHED = (None, None, "2021-05-06", "2021-05", "2021~", "-0043", "9999-12-31", "0000", "2020/..")

DATES = (
    "yesterday", "today", "on Monday", "last week", "the next day", "a week later", "three days after the vote",
    "on 3 May 2021", "in 2019", "since March", "until the end of the year", "by 1 June", "between 2 and 5 May",
    "from Monday to Friday", "in the 1990s", "in 44 BC", "at 6 p.m.", "two years ago", "the day before", "31 February",
    "on the 3rd", "for six months", "every Tuesday", "early May", "Q3 2020", "9/11", "2021-05-03", "01/03/2008",
    "Christmas", "this morning", "99999", "0000-00-00", "the 400th century", "999999999 years ago", "9999-12-31",
)  # fmt: skip
JOINTS = (
    "and", "&", "yet", "or", "but", "nor", "so", "and/or", "when", "after", "before", "while", "that", "who", "which",
    "because", "if", "than", "as", "to", "of", "by", "not only", "either", "both", "not", "n't", "'s", "the", "a",
    "up to", "fewer than", "said", "was", "will", "said:", "according to", "per cent", "$", "No.", "Mr.",
)  # fmt: skip
MARKS = (
    ",", ".", ";", ":", "?", "!", "…", "–", "—", "--", "-", "/", "(", ")", "[", "]", "{", "}", "\"", "“", "”", "'", "‘",
    "’", "«", "»",
    "„", "``", "''", "*", "#", "@", "|", "•", "\\", "...", "%", "&amp;", "<b>", "=", "~", "_", "$5",
)  # fmt: skip
ODD = (
    "\u200b", "\u200d", "\ufeff", "\u0301", "\u0338\u0300", "\u200f", "\u202e", "\u2066", "😀", "👩‍🚀", "𝔘", "\ufffd",
    "\xa0", "\xad", "\r\n", "\r", "\t", "\f", "\v", "\x85", "\u2028", "\u2029", "\n", "\n\n", "\n\n\n", " ", "   ",
    "\x00", "\x1b", "٣", "²", "Ⅳ", "½", "ß", "İ", "ﬁ", "日本", "שלום", "\ue000",
)  # fmt: skip


@dataclass
class Finding:
    """A failure: where it came out, what it says, and the smallest text and publication date that give it."""

    said: str
    text: str
    published: str | None
    times: int = 1


class Flaw(Exception):  # noqa: N818  it is no error of the program's, but what a result lacks
    """A result that does not hold what the records promise."""


def sentences(corpora: Path | None, texts: Path) -> list[str]:
    """The material, in an order that depends on the files alone."""
    found: list[str] = []
    for path in sorted(corpora.glob("*.jsonl") if corpora else ()):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            row = json.loads(line)
            if int(row["topic"]) % 2 if "topic" in row else number % 2 == 0:
                found += _split(row["text"])
    for path in sorted(corpora.glob("training/*.conllu") if corpora else ()):
        found += re.findall(r"^# text = (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    for path in sorted(texts.glob("*.txt")):
        found += _split(path.read_text(encoding="utf-8"))
    return [" ".join(sentence.split(" ")[:MOST_WORDS]) for sentence in found]


def _split(text: str) -> list[str]:
    return [piece for piece in re.split(r"(?<=[.!?])\s+|\n+", text) if piece.strip()]


def variant(rng: random.Random, material: Sequence[str]) -> str:
    """One text: some sentences, spoilt some times."""
    pieces = [rng.choice(material) for _ in range(rng.choice((1, 1, 1, 2, 3, 5)))]
    for _ in range(rng.choice((0, 1, 1, 2, 3, 4, 6))):
        at = rng.randrange(len(pieces))
        pieces[at] = rng.choice(WAYS)(rng, pieces[at])
    if rng.random() < 0.2:
        rng.shuffle(pieces)
    if rng.random() < 0.1:
        pieces.insert(
            0, rng.choice(("OSLO, 3 May 2021 - ", "By Ann Bell\nMay 4, 2021\n\n", "BERLIN (Agency) —", "\n\n"))
        )
    return rng.choice((" ", " ", "\n", "\n\n", "\r\n", "", "\f")).join(pieces)


def _cut(rng: random.Random, text: str) -> str:
    """End at a token, begin at one, or both; now and then in the midst of a word."""
    if rng.random() < 0.1:
        at = rng.randint(0, len(text))
        return rng.choice((text[:at], text[at:]))
    words = text.split(" ")
    at = rng.randint(0, len(words))
    return " ".join(rng.choice((words[:at], words[:at], words[at:])))


def _inserted(pieces: Sequence[str]) -> Callable[[random.Random, str], str]:
    """Put something between two words, at the end, or in front."""

    def inserted(rng: random.Random, text: str) -> str:
        words = text.split(" ")
        at = rng.choice((len(words), 0, rng.randint(0, len(words)), rng.randint(0, len(words))))
        return " ".join([*words[:at], rng.choice(pieces), *words[at:]])

    return inserted


def _date_and_joint_last(rng: random.Random, text: str) -> str:
    return " ".join([_cut(rng, text).rstrip(" .!?"), rng.choice(DATES), rng.choice((*JOINTS, *MARKS))])


def _odd_within(rng: random.Random, text: str) -> str:
    at = rng.randint(0, len(text))
    return text[:at] + rng.choice(ODD) + text[at:]


def _for_blanks(rng: random.Random, text: str) -> str:
    return text.replace(" ", rng.choice(("\xa0", "\t", "\n", "  ", "\r\n", "\u200b", "", "\f")), rng.choice((1, 2, -1)))


def _bracketed(rng: random.Random, text: str) -> str:
    words = text.split(" ")
    first, last = sorted((rng.randint(0, len(words)), rng.randint(0, len(words))))
    left, right = rng.choice(("“”", "()", "[]", '""', "''", "«»", "))", "((", "––"))
    return " ".join([*words[:first], left + " ".join(words[first:last]) + right, *words[last:]])


def _shuffled(rng: random.Random, text: str) -> str:
    words = text.split(" ")
    first = rng.randint(0, len(words))
    some = words[first : first + rng.choice((3, 5, len(words)))]
    rng.shuffle(some)
    return " ".join([*words[:first], *some, *words[first + len(some) :]])


def _doubled(rng: random.Random, text: str) -> str:
    words = text.split(" ")
    first = rng.randint(0, len(words))
    some = words[first : first + rng.choice((1, 1, 2, 5))] * rng.choice((2, 2, 3, 30))
    return " ".join([*words[:first], *some, *words[first:]][: 3 * MOST_WORDS])


WAYS: tuple[Callable[[random.Random, str], str], ...] = (
    _cut,
    _cut,
    _date_and_joint_last,
    _date_and_joint_last,
    _inserted(DATES),
    _inserted(DATES),
    _inserted(JOINTS),
    _inserted(MARKS),
    _inserted(ODD),
    _odd_within,
    _for_blanks,
    _bracketed,
    _shuffled,
    _doubled,
    lambda _, text: text.upper(),
    lambda _, text: text.lower(),
    lambda _, text: text.title(),
    lambda _, text: re.sub(r"[^\w\s]", "", text),
    lambda _, text: text.rstrip(" .!?") + "\n",
    lambda rng, text: "\n".join(text.split(" ", rng.randint(1, 4))),
    lambda rng, text: f"{text} {rng.choice(DATES)}.",
    lambda rng, text: f"{rng.choice(DATES)} {text}",
    lambda rng, text: f'"{text}" said {rng.choice(("he", "Ann Bell", "the ministry"))} {rng.choice(DATES)}.',
)


def run(text: str, published: str | None, *, drawn: bool) -> None:
    """The whole work on one document. Raises whatever goes wrong, Flaw where a result is not as promised."""
    when = TimeSpan.parse(published) if published is not None else None
    document = Document(id="a", text=text, language="en" if len(text) % 10 else "", published=when)
    found = find_dates(document)
    timeline = build([document])
    for flaw in flaws(document, found, timeline):
        raise Flaw(flaw)
    for problem in _schema().iter_errors(json.loads(export.dumps(timeline, all_events=True))):
        raise Flaw(f"the export is not valid: {problem.message[:120]}")
    export.dumps(timeline, format="csv", all_events=True)
    if drawn:
        charts.figure(timeline)
        charts.figure(timeline, lanes="status", width=320, height=120, theme="dark")
        charts.page(timeline, lanes="participant", all_events=True)
        for mention in (m for event in timeline for m in event.mentions):
            charts.pieces(mention.quote.text, mention.quote.start, charts.mention_highlights(mention))


@cache
def _schema() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(schema())


def flaws(document: Document, found: Sequence[DateMention], timeline: Timeline) -> Iterator[str]:
    """What a result lacks of what the records promise."""
    end = 0
    for date in found:
        if date.quote is None or not _is_slice(document, date.quote) or date.quote.start < end:
            yield f"a date is no slice behind the one before: {date.quote}"
            return
        end = date.quote.end
        if not _is_in_order(date.when):
            yield f"a date ends before it begins: {date.quote}"
    ids = [event.id for event in timeline]
    if len(set(ids)) < len(ids):
        yield "two events have one id"
    for event in timeline:
        if not _is_in_order(event.when):
            yield f"an event ends before it begins: {event.when}"
        if not event.title.strip():
            yield "an event has no title"
        for mention in event.mentions:
            yield from _flaws_of(document, mention)


def _flaws_of(document: Document, mention: EventMention) -> Iterator[str]:
    told = {
        "quote": [mention.quote],
        "trigger": [mention.trigger],
        "date": [mention.date.quote],
        "status": [mention.status_words],
        "speaker": [mention.speaker],
        "participant": [party.quote for party in mention.participants],
        "place": [place.quote for place in mention.places],
    }
    for name, quotes in told.items():
        for quote in quotes:
            if quote is not None and not _is_slice(document, quote):
                yield f"a {name} is no slice of the text: {quote}"
    for name, inner in (("trigger", mention.trigger), ("date", mention.date.quote)):
        if inner is not None and not mention.quote.holds(inner):
            yield f"the quote does not hold its {name}: {inner}"
    if not (_is_in_order(mention.when) and _is_in_order(mention.date.when)):
        yield f"a report ends before it begins: {mention.when}, {mention.date.when}"


def _is_slice(document: Document, quote: Quote) -> bool:
    whole = 0 <= quote.start < quote.end <= len(document.text)
    return whole and document.text[quote.start : quote.end] == quote.text


def _is_in_order(when: TimeSpan | None) -> bool:
    return when is None or when.first is None or when.last is None or when.first <= when.last


def failure(text: str, published: str | None, *, drawn: bool) -> tuple[str, str] | None:
    """What goes wrong with a text: where, in the last two frames, and what it says; None where nothing does."""
    try:
        run(text, published, drawn=drawn)
    except Flaw as flaw:
        said = str(flaw)
        return said.partition(":")[0], said
    except Exception as error:  # to collect what nobody expects is what this is for
        while isinstance(error, TimelineError) and isinstance(error.__cause__, Exception):
            error = error.__cause__  # what a build's guard caught
        frames = traceback.extract_tb(error.__traceback__)[-2:]
        where = " < ".join(
            f"{Path(f.filename).parent.name}/{Path(f.filename).name}:{f.lineno}" for f in reversed(frames)
        )
        return f"{type(error).__name__} {where}", f"{error}"[:200]
    return None


def smallest(text: str, published: str | None, where: str, *, drawn: bool, tries: int = 400) -> str:
    """The text without whatever is not needed for the same failure: words first, then characters."""
    for split in (r"(?<= )|(?<=\n)", ""):
        pieces = [piece for piece in re.split(split, text) if piece]
        size = max(len(pieces) // 2, 1)
        while size and tries:
            at = 0
            while at < len(pieces) and tries:
                fewer = pieces[:at] + pieces[at + size :]
                tries -= 1
                left = failure("".join(fewer), published, drawn=drawn)
                if left is not None and left[0] == where:
                    pieces = fewer
                else:
                    at += size
            size //= 2
        text = "".join(pieces)
    return text


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path)
    parser.add_argument("--texts", type=Path, default=SEEDS)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    material = sentences(options.corpora, options.texts)
    rng = random.Random(options.seed)  # noqa: S311  nothing secret: the variants of a seed are the same each time
    findings: dict[str, Finding] = {}
    count, start = 0, time.process_time()
    while time.process_time() - start < options.seconds:
        text, published, drawn = variant(rng, material), rng.choice(PUBLISHED), count % 30 == 0
        count += 1
        found = failure(text, published, drawn=drawn)
        if found is None:
            continue
        where, said = found
        if where in findings:
            findings[where].times += 1
            continue
        findings[where] = Finding(said, smallest(text, published, where, drawn=drawn), published)
        example = f"{findings[where].text!r}, published {published}"
        print(f"{where}\n    {said}\n    {example}", file=sys.stderr, flush=True)
    seconds = time.process_time() - start
    print(f"{count} texts of {len(material)} sentences in {seconds:.0f} CPU seconds, seed {options.seed}")
    for where, one in sorted(findings.items(), key=lambda item: -item[1].times):
        print(f"\n{one.times} x {where}\n    {one.said}\n    published {one.published}: {one.text!r}")
    return 1 if findings else 0


if __name__ == "__main__":
    raise SystemExit(main())

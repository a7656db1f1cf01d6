"""Documents -> timeline: calls the stages one after another, each of which is a package of its own."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import NoReturn, Protocol, TypeVar

from timeline import dates, dating, merging
from timeline import events as eventing
from timeline.dates.content import Clock, Duration, Every, Vague
from timeline.dating import Analysis
from timeline.errors import DocumentError, Stage
from timeline.fingerprint import fingerprint
from timeline.guard import guarded
from timeline.language import Pipeline, Request, in_its_language, is_english, load
from timeline.model import (
    DateMention,
    Document,
    EventMention,
    Generator,
    Genre,
    Published,
    Source,
    Timeline,
)
from timeline.release import version
from timeline.sight import see
from timeline.structure import running_sentences

logger = logging.getLogger(__name__)

T = TypeVar("T")
R = TypeVar("R")

Progress = Callable[[str, int, int], None]
"""Called with the stage's name, the number of documents that are done, and the number of all."""

EXTRACTOR = (
    "dates", "events", "language", "model.py", "pipeline.py", "sight.py", "structure", "tables.py", "timespan.py",
)  # fmt: skip
"""All code and tables that drafts are made by; the weights of the language pipeline have a version of their own."""

DATELESS = (Duration, Every, Vague)
"""The contents of expressions of time that name no days: "two weeks", "every Monday", "recently"."""


_IN_FIGURES = re.compile(r"\d{4}([-/.])\d\d?\1\d\d?|\d\d?([-/.])\d\d?\2\d{4}")
"""A date in figures, which is read in all languages: "2021-05-03", "3.5.2021"."""


class Cache(Protocol):
    """Keeps results between runs: JSON texts by a digest of what they were made from."""

    def get(self, key: str) -> str | None:
        """The value under a key, None if there is none."""

    def put(self, key: str, value: str) -> None:
        """Keep a value under a key."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to build.

    `model` is the name or folder of a spaCy pipeline; None is the shipped one. `date_order` is "DMY" or "MDY" for dates
    such as 01/03/2008; None lets each text decide. `reading` is what dates count from: "news", the day of writing, or
    "narrative", the date told last; None lets each text decide.

    >>> Options(date_order="DMY").model is None
    True
    """

    model: str | None = None
    date_order: str | None = None
    reading: str | None = None


def build(
    documents: Iterable[Document],
    *,
    options: Options | None = None,
    cache: Cache | None = None,
    previous: Timeline | None = None,
    progress: Progress | None = None,
    on_failure: Callable[[DocumentError], object] | None = None,
) -> Timeline:
    """Make a timeline of some documents; the same documents give the same timeline, in whatever order they come.

    Args:
        documents: the documents, with different ids.
        options: how to build; None for the defaults.
        cache: keeps the results for single documents between runs.
        previous: the timeline of an earlier run; ids that are gone become aliases of the events that have most of
            their reports.
        progress: called after each document with the stage, the number of documents done, and that of all.
        on_failure: called with the error of each document that cannot be worked on, which is left out; without it the
            first such error is raised.

    Raises:
        ModelError: the language pipeline cannot be used.
        DocumentError: a document cannot be worked on, and there is no `on_failure`.

    Example:
        timeline = build([Document(id="note", text="The bridge was opened on 3 May 2021.")])
        [(str(event.when), event.title) for event in timeline]  # [('2021-05-03', 'Bridge was opened')]

    """
    options = options or Options()
    pipeline = load(options.model)
    told = _reports(documents, pipeline, options, cache, progress, on_failure or _raise)
    events = merging.merge(
        told.mentions,
        {source.document.id: source.document.sha256 for source in told.sources},
        stories=merging.stories(told.texts),
        voices=merging.voices(told.texts),
        nearness=merging.Nearness.of(told.texts),
        previous=previous.events if previous is not None else (),
    )
    sources = sorted(told.sources, key=lambda source: source.document.id)
    return Timeline(tuple(sources), events, Generator(version=version(), model=pipeline.version))


def find_dates(document: Document, *, options: Options | None = None) -> tuple[DateMention, ...]:
    """The dates of one document, in the order of the text; each end of a range is a date of its own.

    It needs no language pipeline. In a document that is not in English only dates in figures are found. Raises
    DocumentError where the document cannot be worked on.

    >>> document = Document(id="a", text="It began on 3 May 2008 and ended the next day.")
    >>> [str(mention.when) for mention in find_dates(document)]
    ['2008-05-03', '2008-05-04']
    """
    return _read_dates(document, options or Options())[0]


def explain_dates(
    document: Document, *, options: Options | None = None
) -> tuple[Published, tuple[tuple[DateMention, dates.Explanation], ...]]:
    """When a document was published, as far as it shows by itself, and its dates as `find_dates` gives them, each with
    how it came to be read so.

    >>> document = Document(id="a", text="It began on 3 May 2008 and ended the next day.")
    >>> [explanation.rules[0].name for _, explanation in explain_dates(document)[1]]
    ['day-month-year', 'last-unit']

    Raises DocumentError where the document cannot be worked on.
    """
    options = options or Options()
    mentions, one, published = _read_dates(document, options)
    with guarded(document.id, Stage.DATING):
        explained = dates.explain(
            one.document.text,
            one.candidates,
            mentions,
            published=dating.reference(published),
            genre=one.genre,
            date_order=options.date_order or dating.usual_order(one.document),
        )
    return published, tuple(zip(mentions, explained, strict=True))


def _read_dates(document: Document, options: Options) -> tuple[tuple[DateMention, ...], Analysis, Published]:
    """The dates of a document, what they were read from, and when it was published."""
    sight = see(document)
    document = in_its_language(sight.document)
    with guarded(document.id, Stage.DATES):
        candidates = _candidates(document, options)
    with guarded(document.id, Stage.DATING):
        genre = _genre(options)
        one = Analysis(document, dates.ends_apart(candidates), (), genre)
        alone = dating.by_itself(Analysis(document, candidates, (), genre), date_order=options.date_order)
        read = dating.dates_of(one, alone.published, date_order=options.date_order)
        mentions = tuple(map(sight.date, dates.anchored_inside(document.text, one.candidates, read)))
    return mentions, one, sight.published(alone.published)


@dataclass(frozen=True, slots=True)
class _Reports:
    """The reports of all documents, the documents with their publication dates, and their texts by their ids, without
    invisible characters.
    """

    mentions: list[EventMention]
    sources: list[Source]
    texts: dict[str, str]


def _reports(
    documents: Iterable[Document],
    pipeline: Pipeline,
    options: Options,
    cache: Cache | None,
    progress: Progress | None,
    fail: Callable[[DocumentError], object],
) -> _Reports:
    """Find and date the reports of all documents. Their drafts and dates are let go on the way."""
    ordered = sorted(documents, key=lambda document: (document.sha256, document.id))
    sights = {document.id: see(document) for document in ordered}
    seen = [sights[document.id].document for document in ordered]
    read = list(_spared(lambda one: _read(one, pipeline, options, cache), _counted(seen, progress), fail))
    names = eventing.collect(draft for one in read for draft in one.drafts)
    read = list(_spared(lambda one: _unified(one, names), _let_go(read), fail))
    read, published, placed = _dated(read, options, fail)
    found = _Reports([], [], {})

    def tell(one: Analysis) -> None:
        """Add the reports of a document to those found."""
        id_ = one.document.id
        with guarded(id_, Stage.DATING):
            reports = dating.reports(one, placed.pop(id_), published[id_])
            told = list(map(sights[id_].mention, reports))
            document = replace(sights[id_].original, language=one.document.language)
            found.sources.append(Source(document, sights[id_].published(published[id_])))
        found.mentions.extend(told)
        found.texts[id_] = one.document.text

    list(_spared(tell, _let_go(read), fail))  # a document's drafts and dates go as soon as its reports are made
    return found


def _raise(error: DocumentError) -> NoReturn:
    raise error


def _spared(work: Callable[[T], R], items: Iterable[T], fail: Callable[[DocumentError], object]) -> Iterator[R]:
    """The results of `work` on each item; a DocumentError goes to `fail`, and the item is left out."""
    for item in items:
        try:
            yield work(item)
        except DocumentError as error:
            fail(error)


def _counted(documents: Sequence[Document], progress: Progress | None) -> Iterator[Document]:
    """The documents one by one; `progress` is called for each when the next is asked for."""
    for number, document in enumerate(documents, 1):
        yield document
        if progress is not None:
            progress("reading", number, len(documents))


def _let_go(items: list[T]) -> Iterator[T]:
    """The items in order; each is taken from the list, so that its memory is free once the next is asked for."""
    items.reverse()
    while items:
        yield items.pop()


def _unified(one: Analysis, names: eventing.Names) -> Analysis:
    """A document whose drafts call everyone by the fullest name that the collection has."""
    with guarded(one.document.id, Stage.EVENTS):
        return replace(one, drafts=tuple(eventing.unify(draft, names) for draft in one.drafts))


_Dated = tuple[list[Analysis], dict[str, Published], dict[str, tuple[DateMention, ...]]]
"""Documents; when each was published, and the dates in it, both by the document's id."""


def _dated(read: list[Analysis], options: Options, fail: Callable[[DocumentError], object]) -> _Dated:
    """Date the documents by each other. One that fails is left out, and the others are dated again without it."""
    by_itself = _spared(lambda one: (one.document.id, dating.by_itself(one, date_order=options.date_order)), read, fail)
    begun = dict(by_itself)
    read = [one for one in read if one.document.id in begun]
    while True:
        try:
            published = dating.publication_dates(read, begun, date_order=options.date_order)
            return read, published, dating.anchored(read, published, date_order=options.date_order)
        except DocumentError as error:
            fail(error)
            read = [one for one in read if one.document.id != error.document]


def _read(document: Document, pipeline: Pipeline, options: Options, cache: Cache | None) -> Analysis:
    """Find the dates and drafts in one document. Raises DocumentError where anything fails."""
    document = in_its_language(document)
    with guarded(document.id, Stage.DATES):
        candidates = _candidates(document, options)
    with guarded(document.id, Stage.EVENTS):
        drafts = _drafts(document, candidates, pipeline, options, cache) if is_english(document.language) else ()
    return Analysis(document, candidates, drafts, _genre(options))


def _genre(options: Options) -> Genre | None:
    """The genre that the options force; None lets each text decide."""
    return Genre(options.reading) if options.reading else None


def _candidates(document: Document, options: Options) -> tuple[dates.Candidate, ...]:
    """The expressions of time in a document; in another language than English only dates in figures."""
    found = dates.find(document.text)
    found = dates.under_headings(document.text, found, date_order=options.date_order)
    if is_english(document.language):
        return found
    return tuple(candidate for candidate in found if _IN_FIGURES.fullmatch(candidate.quote.text))


def _drafts(
    document: Document,
    candidates: Sequence[dates.Candidate],
    pipeline: Pipeline,
    options: Options,
    cache: Cache | None,
) -> tuple[eventing.Draft, ...]:
    """The drafts of a document, from the cache where it has them: parsing takes most of the time of a build."""
    made_by = (version(), fingerprint(*EXTRACTOR), pipeline.version, str(options.date_order))
    key = sha256("\n".join([*made_by, document.id, document.sha256]).encode()).hexdigest()
    kept = _kept(cache, key, document, len(candidates))
    if kept is not None:
        logger.info("%s: %d reports, kept from an earlier build", document.id, len(kept))
        return kept
    quotes = [candidate.quote for candidate in candidates]
    words = [dates.counted_words(candidate) for candidate in candidates]
    skip = _undatable(document, candidates, options)
    passages = eventing.select(
        document.text, running_sentences(document.text), quotes, under_day=dates.under_day(candidates)
    )
    requests = (
        Request(
            document.text[passage.start : passage.end],
            passage.start,
            tuple((words[i].start, words[i].end) for i in passage.candidates),
        )
        for passage in passages
    )
    sentences = tuple(pipeline.parse(requests))
    told = eventing.Dates(
        quotes=tuple(quotes),
        skip=skip,
        anchored=frozenset(i for i, candidate in enumerate(candidates) if candidate.is_anchored),
        weak=frozenset(i for i, c in enumerate(candidates) if isinstance(c.content, Clock) and c.content.on is None),
    )
    drafts = eventing.extract(document, passages, sentences, told)
    logger.info("%s: %d dates, %d reports", document.id, len(candidates), len(drafts))
    if cache is not None:
        cache.put(key, eventing.dumps(drafts))
    return drafts


def _kept(cache: Cache | None, key: str, document: Document, candidates: int) -> tuple[eventing.Draft, ...] | None:
    """The drafts under a key of the cache; None where there are none, or where they do not fit the document.

    `candidates` is the number of the document's date expressions.
    """
    text = cache.get(key) if cache is not None else None
    if text is None:
        return None
    try:
        drafts = eventing.loads(text)
    except ValueError:
        return None
    fits = all(
        draft.document == document.id
        and document.quote(draft.quote.start, draft.quote.end) == draft.quote
        and all(i is None or 0 <= i < candidates for i in (draft.candidate, draft.anchor_to))
        for draft in drafts
    )
    return drafts if fits else None


def _undatable(document: Document, candidates: Sequence[dates.Candidate], options: Options) -> frozenset[int]:
    """The indices of candidates that date no event: those of the byline, those that name no days (`DATELESS`), and
    years that are part of a name.
    """
    stated = dates.stated(document.text, candidates, date_order=options.date_order)
    partial = dates.partial(document.text, candidates)
    bylines = [*(stated.evidence if stated else ()), *([partial.candidate.quote] if partial else ())]
    return dates.named_years(document.text, candidates) | frozenset(
        i
        for i, candidate in enumerate(candidates)
        if isinstance(candidate.content, DATELESS) or any(byline.holds(candidate.quote) for byline in bylines)
    )

"""From a document's parsed passages to drafts of its event mentions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.events import attach, discourse, headline, relatives, status
from timeline.events.anchor import anchor as counted_from
from timeline.events.arguments import participants, places
from timeline.events.core import concepts, core, phase
from timeline.events.draft import IN_PASSING, Anchor, Draft, Telling
from timeline.events.mend import mend
from timeline.events.select import Passage
from timeline.events.title import title
from timeline.events.tree import NOUNS, base, children, climb, is_passive, is_raised, subject
from timeline.events.triggers import triggers
from timeline.events.words import HARM_VERBS, STAGES
from timeline.language import Sentence, Token
from timeline.model import Document, Position, Quote, Status

CONTEXT = 3
"""The sentences before its own in which the meaning of a pronoun is looked for."""


@dataclass(frozen=True, slots=True)
class Dates:
    """The date candidates of a document, as far as events need to know them; the sets hold indices into `quotes`.

    `skip` date no event of the text, such as those of the byline. `anchored` count from an event named in words; beside
    another date in its sentence such a one dates that event: "on 30 August, four months later than the deadline".
    `weak` name a time of day without a day ("overnight"); any other date of the same event goes before them.
    """

    quotes: tuple[Quote, ...]
    skip: frozenset[int] = frozenset()
    anchored: frozenset[int] = frozenset()
    weak: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date candidate and its token, what ties it to its trigger, and the candidate or event it is counted from."""

    candidate: int
    date: int
    tie: attach.Tie
    neighbour: int | None = None
    anchor: Anchor | None = None


def extract(
    document: Document,
    passages: Sequence[Passage],
    sentences: Sequence[Sentence],
    dates: Dates,
) -> tuple[Draft, ...]:
    """The drafts of a document, in the order of their triggers.

    Args:
        document: the document.
        passages: the sentences that were chosen, and their parses in the same order in `sentences`.
        sentences: one parse a passage.
        dates: all of the document's date candidates; passages name them by index.

    """
    drafts: list[Draft] = []
    before: tuple[Sentence, ...] = ()
    last = 0
    for passage, sentence in zip(passages, sentences, strict=True):
        if document.text[last : passage.start].strip():  # something between the two was not parsed
            before = ()
        if sentence.tokens:
            drafts += _of_passage(document, passage, sentence, dates, before)
        before, last = (sentence, *before[: CONTEXT - 1]), passage.end
    return tuple(sorted(drafts, key=_order))


def _order(draft: Draft) -> tuple[Quote, bool, int]:
    """By trigger; of one trigger the dated ones first, in the order of their dates."""
    return draft.trigger, draft.candidate is None, -1 if draft.candidate is None else draft.candidate


def _of_passage(
    document: Document,
    passage: Passage,
    sentence: Sentence,
    dates: Dates,
    before: tuple[Sentence, ...],
) -> Iterator[Draft]:
    tokens = {
        i: token.index for i in passage.candidates if (token := sentence.token_at(dates.quotes[i].start)) is not None
    }
    date_tokens = frozenset(tokens.values())
    sentence = read_sentence(sentence, date_tokens, passage.position)
    found: list[_Dated] = []
    for candidate in tokens:
        if candidate in dates.skip:
            continue
        attached = _anchored if candidate in dates.anchored else _plain
        dated = attached(sentence, candidate, tokens, dates)
        if dated is not None:
            found.append(dated)
    found = _one_each(sentence, found, dates.weak)
    found += [joined for one in found for joined in _joined(sentence, one, found)]
    for one in found:
        others = tuple(other.date for other in found if other.tie.token == one.tie.token)
        gone = date_tokens | attach.elsewhere(sentence, one.tie.token, one.date, others)
        yield _draft(document, passage, sentence, one.tie, one.candidate, gone, before, dated=one)
    main = attach.main_event(sentence) if passage.position != Position.BODY or passage.under_day else None
    if main is not None and not any(
        _has_date(sentence, main.token, one) or discourse.shares(sentence, main.token, one.tie) for one in found
    ):
        yield _draft(document, passage, sentence, main, None, date_tokens, before)
    else:
        main = None
    own = {one.tie: True for one in found} | ({main: False} if main is not None else {})
    is_dated = not dates.skip.issuperset(passage.candidates)
    taken = {index for tie in own for index in (tie.token, tie.stand_in) if index is not None}
    for other in discourse.further(sentence, own, date_tokens, dated=is_dated, position=passage.position):
        taken.add(other.tie.token)
        yield _draft(document, passage, sentence, other.tie, None, date_tokens, before, further=other)
    for index in triggers(sentence, headline=passage.position == Position.HEADLINE, dates=date_tokens):
        if index not in taken:
            plain = discourse.Further(_untold(sentence, index), Telling.PLAIN)
            yield _draft(document, passage, sentence, plain.tie, None, date_tokens, before, further=plain)


def _untold(sentence: Sentence, index: int) -> attach.Tie:
    """What ties a mention that nothing dates to no date."""
    shown = " ".join(sentence.tokens[index].text.split())
    return attach.Tie(index, discourse.UNDATED, f"‘{shown}’ is told without a date")


def read_sentence(sentence: Sentence, dates: frozenset[int], position: Position) -> Sentence:
    """A parsed sentence as events are read off it: with its tree put right. `dates` are the tokens that are dates."""
    sentence = mend(relatives.mended(sentence, dates), dates)
    return headline.mended(sentence) if position == Position.HEADLINE else sentence


def _has_date(sentence: Sentence, main: int, one: _Dated) -> bool:
    """Whether a main event has a date of its own; not yet where that waits for the event it is counted from."""
    waits = one.anchor is not None and one.tie.token == main
    return not waits and _only_tells(sentence, main, one.tie)


def _only_tells(sentence: Sentence, main: int, tie: attach.Tie) -> bool:
    """Whether a main verb only brings in an event that has a date: "expects to open it in 2024"."""
    if main in (tie.token, tie.by):
        return True
    below = sentence.tokens[tie.token if tie.by is None else tie.by]
    for above in climb(sentence, below.index):
        infinitive = is_raised(sentence, below.index)
        asked = base(below) == "advcl" and any(t.lemma == "whether" for t in children(sentence, below.index, "mark"))
        if not infinitive and not asked and base(below) not in ("acl", "ccomp", "xcomp", "csubj", "parataxis", "obj"):
            return False
        if base(below) == "acl":
            return main in (above.index, above.head)
        if above.index == main:
            return True
        below = above
    return False


def _one_each(sentence: Sentence, found: Sequence[_Dated], weak: frozenset[int]) -> list[_Dated]:
    """The ties that stay: of several dates of one trigger the first and those set beside it, no mere time of day.

    A noun that has a date of its own leaves another to its verb: "the deal signed in March fell apart in May".
    """
    kept: list[_Dated] = []
    for one in found:
        rivals = [other for other in kept if other.tie.token == one.tie.token]
        by = one.tie.by
        if rivals and by is not None and not one.tie.moved and all(o.tie.by not in (by, None) for o in rivals):
            one = replace(one, tie=replace(one.tie, token=by, by=None))
            rivals = []
        weaker = all(other.candidate in weak for other in rivals) and one.candidate not in weak
        if rivals and (weaker or all(_replaces(sentence, one.tie, other.tie) for other in rivals)):
            kept = [other for other in kept if other not in rivals]
            rivals = []
        if not rivals or (
            one.candidate not in weak and all(attach.is_another_day(sentence, other.date, one.date) for other in rivals)
        ):
            kept.append(one)
    return kept


def _replaces(sentence: Sentence, tie: attach.Tie, other: attach.Tie) -> bool:
    """Whether a date is the one an event was moved to, and another its old one: "the trial set for May was put off"."""
    if not tie.moved or tie.by is None:
        return False
    return not other.moved or (other.by is not None and tie.by in sentence.ancestors(other.by))


def _joined(sentence: Sentence, one: _Dated, found: Sequence[_Dated]) -> Iterator[_Dated]:
    """The same date for the verbs that are joined to its own: "On 3 May they sank the ships and fled"."""
    busy = {index for other in found for index in (other.tie.token, other.tie.by)}
    for tie in attach.joined(sentence, one.tie, one.date):
        same_time = status.tense(sentence, tie.token) == status.tense(sentence, one.tie.token)
        if same_time and tie.token not in busy and one.neighbour is None:
            yield _Dated(one.candidate, one.date, tie, None, one.anchor)


def _draft(
    document: Document,
    passage: Passage,
    sentence: Sentence,
    tie: attach.Tie,
    candidate: int | None,
    dates: frozenset[int],
    before: tuple[Sentence, ...],
    *,
    dated: _Dated | None = None,
    further: discourse.Further | None = None,
) -> Draft:
    trigger = sentence.tokens[tie.token]
    told = tie.token if tie.stand_in is None else tie.stand_in
    date = dated.date if dated is not None else None
    not_until = date is not None and status.not_until(sentence, told if tie.by is None else tie.by, date)
    verdict = _verdict(sentence, tie, told, until=date if not_until else None)
    quote = Quote(sentence.start, sentence.end, sentence.text)  # one text for all reports of a sentence
    whole = passage.position == Position.HEADLINE and further is None
    if whole:
        called = " ".join(quote.text.split())
    elif further is not None and further.telling in IN_PASSING:
        called = title(sentence, tie.token, dates, brief=True, before=before)
    else:
        called = _title(sentence, tie, frozenset() if not_until else dates, before)
    return Draft(
        document=document.id,
        quote=quote,
        trigger=Quote(trigger.start, trigger.end, trigger.text),
        concepts=concepts(sentence, tie.token),
        candidate=candidate,
        attachment=tie.score,
        tie=tie.why,
        position=passage.position,
        tense=status.tense(sentence, told),
        status=verdict.status,
        title=called,
        status_words=verdict.words,
        speaker=status.speaker(sentence, tie.token),
        participants=participants(sentence, core(sentence, tie.token), dates),
        places=places(sentence, tie.token, dates),
        entities=sentence.entities,
        phase=phase(sentence, tie.token),
        anchor_to=dated.neighbour if dated is not None else None,
        anchor=dated.anchor if dated is not None else None,
        cause=_cause(sentence, tie.token),
        described=tie.describes or tie.moved or not_until,
        telling=further.telling if further is not None else Telling.OWN,
        beside=further.beside if further is not None else None,
    )


def _cause(sentence: Sentence, trigger: int) -> tuple[str, ...]:
    """The event that does the harm which a verb tells: "a blast killed two", "the flood hit the market"."""
    verb = sentence.tokens[trigger]
    actor = subject(sentence, trigger) if verb.pos == "VERB" and verb.lemma.lower() in HARM_VERBS else None
    known = actor is not None and not is_passive(sentence, trigger) and attach.names_event(actor)
    return concepts(sentence, actor.index) if actor is not None and known else ()


def _verdict(sentence: Sentence, tie: attach.Tie, told: int, *, until: int | None) -> status.Verdict:
    """The status by the trigger's own words, else by those of the verb that brings it in."""
    found = status.verdict(sentence, told, described=tie.describes, until=until)
    if tie.by is None or found.status != Status.OCCURRED:
        return found
    verb = sentence.tokens[tie.by]
    if tie.moved:
        return status.Verdict(Status.PLANNED, Quote(verb.start, verb.end, verb.text))
    return status.verdict(sentence, tie.by, described=tie.describes, until=until)


def _title(sentence: Sentence, tie: attach.Tie, dates: frozenset[int], before: tuple[Sentence, ...]) -> str:
    """A title for the trigger, or for the event that it says was completed; a single noun has its verb beside it."""
    heart = core(sentence, tie.token)
    ended = phase(sentence, tie.token) == "end" and sentence.tokens[heart].pos in NOUNS
    if ended and sentence.tokens[heart].lemma.lower() not in STAGES:
        whole = title(sentence, heart, dates, before=before)
        if " " in whole:
            return whole
    own = title(sentence, tie.token, dates, done=tie.stand_in is not None, before=before)
    return own if tie.by is None or tie.moved or " " in own else title(sentence, tie.by, dates, before=before)


def _plain(sentence: Sentence, candidate: int, tokens: Mapping[int, int], _: Dates) -> _Dated | None:
    tie = attach.tie(sentence, tokens[candidate])
    return _Dated(candidate, tokens[candidate], tie) if tie is not None else None


def _anchored(sentence: Sentence, candidate: int, tokens: Mapping[int, int], dates: Dates) -> _Dated | None:
    """What a date that counts from an event is tied to: the event beside it, or the anchor that another date dates."""
    date = tokens[candidate]
    anchor = counted_from(sentence, date, frozenset(tokens.values()))
    neighbour = _neighbour(sentence, candidate, tokens, dates, anchor)
    if neighbour is not None:
        tie = attach.counted_from(sentence, date)
        return _Dated(candidate, date, tie, neighbour) if tie is not None else None
    tie = attach.tie(sentence, date)
    if tie is not None and anchor is not None and _stands_in(sentence.tokens[tie.token], anchor):
        tie = attach.outside(sentence, date, anchor.quote)
    return _Dated(candidate, date, tie, anchor=anchor) if tie is not None else None


def _stands_in(token: Token, anchor: Anchor) -> bool:
    return anchor.quote.start <= token.start < anchor.quote.end


def _neighbour(
    sentence: Sentence, candidate: int, tokens: Mapping[int, int], dates: Dates, anchor: Anchor | None
) -> int | None:
    """The other date of what an anchored one dates, which so dates the anchor: "on 30 August, a week after the vote".

    It stands right before it, or follows it with the same event and no verb between the two.
    """
    here = tokens[candidate]
    own = attach.tie(sentence, here)
    near = []
    for other, token in tokens.items():
        if other in dates.skip | dates.anchored | dates.weak or (anchor and anchor.quote.holds(dates.quotes[other])):
            continue
        low, high = sorted((here, token))
        between = sentence.tokens[low + 1 : high]
        tie = attach.tie(sentence, token)
        same = own is not None and tie is not None and tie.token == own.token
        words = [t for t in between if anchor is None or not _stands_in(t, anchor)]
        beside = token < here and all(t.pos in ("PUNCT", "ADV") for t in between)
        if beside or (same and token > here and not any(t.pos in ("VERB", "AUX") for t in words)):
            near.append(other)
    return min(near, key=lambda other: (abs(other - candidate), other), default=None)

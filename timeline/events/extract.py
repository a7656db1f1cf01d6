"""From a document's parsed passages to drafts of its event mentions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from timeline.events import attach, status
from timeline.events.arguments import participants, places
from timeline.events.core import core, phase
from timeline.events.draft import Draft
from timeline.events.mend import mend
from timeline.events.select import Passage
from timeline.events.title import title
from timeline.events.tree import NOUNS, base, children, climb, is_verbal
from timeline.language import Sentence
from timeline.model import Document, Position, Quote, Status


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
    for passage, sentence in zip(passages, sentences, strict=True):
        if sentence.tokens:
            drafts += _of_passage(document, passage, sentence, dates)
    return tuple(sorted(drafts, key=lambda draft: (draft.trigger, draft.candidate is None, draft.candidate or 0)))


def _of_passage(
    document: Document,
    passage: Passage,
    sentence: Sentence,
    dates: Dates,
) -> Iterator[Draft]:
    tokens = {
        i: token.index for i in passage.candidates if (token := sentence.token_at(dates.quotes[i].start)) is not None
    }
    date_tokens = frozenset(tokens.values())
    sentence = mend(sentence, date_tokens)
    taken: dict[int, tuple[int, attach.Tie, int | None]] = {}
    for candidate, date in tokens.items():
        if candidate in dates.skip:
            continue
        unfit = dates.skip | dates.anchored
        neighbour = _neighbour(candidate, tokens, unfit) if candidate in dates.anchored else None
        tie = attach.counted_from(sentence, date) if neighbour is not None else attach.tie(sentence, date)
        if tie is not None and (tie.token not in taken or _goes_before(candidate, taken[tie.token][0], dates)):
            taken[tie.token] = (candidate, tie, neighbour)
    for candidate, tie, neighbour in taken.values():
        yield _draft(document, passage, sentence, tie, candidate, date_tokens, anchor_to=neighbour)
    main = attach.main_event(sentence) if passage.position != Position.BODY else None
    if main is not None and main.token not in taken and not any(_only_tells(sentence, main.token, t) for t in taken):
        yield _draft(document, passage, sentence, main, None, date_tokens)


def _only_tells(sentence: Sentence, main: int, dated: int) -> bool:
    """Whether a main verb only brings in an event that has a date: "expects to open it in 2024"."""
    below = sentence.tokens[dated]
    for above in climb(sentence, dated):
        if base(below) not in ("ccomp", "xcomp", "parataxis", "obj"):
            return False
        if above.index == main:
            return True
        below = above
    return False


def _goes_before(candidate: int, other: int, dates: Dates) -> bool:
    """Of two dates of one event the first is taken, but for a mere time of day."""
    return other in dates.weak and candidate not in dates.weak


def _draft(
    document: Document,
    passage: Passage,
    sentence: Sentence,
    tie: attach.Tie,
    candidate: int | None,
    dates: frozenset[int],
    *,
    anchor_to: int | None = None,
) -> Draft:
    trigger = sentence.tokens[tie.token]
    told = tie.token if tie.stand_in is None else tie.stand_in
    verdict = status.verdict(sentence, told)
    if tie.describes and verdict.status == Status.CLAIMED:
        verdict = status.Verdict(
            Status.OCCURRED
        )  # "claimed that the 2004 attacks were ..." takes the attacks for granted
    quote = document.quote(passage.start, passage.end)
    headline = passage.position == Position.HEADLINE
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
        title=" ".join(quote.text.split()) if headline else _title(sentence, tie, dates),
        status_words=verdict.words,
        speaker=status.speaker(sentence, tie.token),
        participants=participants(sentence, core(sentence, tie.token), dates),
        places=places(sentence, tie.token, dates),
        entities=sentence.entities,
        phase=phase(sentence, tie.token),
        anchor_to=anchor_to,
        described=tie.describes,
    )


def _title(sentence: Sentence, tie: attach.Tie, dates: frozenset[int]) -> str:
    """A title for the trigger, or for the event that it says was completed."""
    heart = core(sentence, tie.token)
    named = heart if phase(sentence, tie.token) == "end" and sentence.tokens[heart].pos in NOUNS else tie.token
    return title(sentence, named, dates, done=tie.stand_in is not None)


def _neighbour(candidate: int, tokens: Iterable[int], unfit: frozenset[int]) -> int | None:
    """The nearest other date of the sentence."""
    others = [other for other in tokens if other != candidate and other not in unfit]
    return min(others, key=lambda other: (abs(other - candidate), other), default=None)


def concepts(sentence: Sentence, trigger: int) -> tuple[str, ...]:
    """The words that name an event, the most telling first, as lemma/POS.

    "signed the peace deal" gives deal/NOUN and sign/VERB; "the withdrawal deal" deal/NOUN and withdrawal/NOUN; "the
    start of the talks" talk/NOUN and start/NOUN.
    """
    heart = core(sentence, trigger)
    token = sentence.tokens[heart]
    found = [heart]
    if token.pos in NOUNS and not is_verbal(sentence, token):
        found += [t.index for t in children(sentence, heart, "compound", "amod") if attach.names_event(t)]
        above = sentence.tokens[token.head]
        if token.dep == "compound" and above.pos in NOUNS:
            found.append(above.index)
    else:
        found += [t.index for t in children(sentence, heart, "obj", "nsubj:pass", "xcomp") if attach.names_event(t)]
    return tuple(dict.fromkeys(_concept(sentence, index) for index in found))


def _concept(sentence: Sentence, index: int) -> str:
    """Lemma/POS of a word; one that hyphens join is taken whole ("pull-out")."""
    token = sentence.tokens[index]
    first, last = attach.hyphenated(sentence, index)
    lemma = token.lemma if first == last else sentence.between(first, last + 1)
    return f"{lemma.lower()}/{'NOUN' if token.pos == 'PROPN' else token.pos}"

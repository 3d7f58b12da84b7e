"""Facts as claims: with the name of their subject, their period, status and scope."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.assertions.acts import Acts
from claims.assertions.clauses import own_subject
from claims.assertions.ellipsis import last_predicate
from claims.assertions.holders import held
from claims.evidence import marks
from claims.facts import dating, facts
from claims.framing.scope import scope_of
from claims.framing.tables import label_of
from claims.modality import sign_of
from claims.model import Claim
from claims.polarity import negators
from claims.timing.foreseen import foreseen
from claims.timing.when import period_of, stated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from claims.framing.context import Context
    from claims.language import Sentence
    from claims.model import Source
    from claims.periods import TimeExpression
    from claims.tokens import Token

_SIDE = re.compile(r"\s\d{1,3}$")
_UNREAD = frozenset({"it", "they", "he", "she", "this", "that", "these", "those", "which", "who"})


_PRESENT = frozenset({"VBZ", "VBP"})
_SHORTEST = 5


def tells(headline: Sentence) -> bool:
    """Tell whether a headline says plainly what happened: who, by name, does something, in the present.

    Args:
        headline: The headline of a text.
    """
    root = headline.span.root
    subject = own_subject(root)
    if root.tag_ not in _PRESENT or root.lemma_ in {"be", "have"} or subject is None:
        return False
    return (
        subject.pos_ == "PROPN"
        and subject.i < root.i
        and len(headline.text.split()) >= _SHORTEST
        and not headline.text.isupper()
    )


class FactReader:
    """Reads the facts of a source, sentence by sentence, with what it has told before."""

    def __init__(self, source: Source, context: Context, published: date | None) -> None:
        """Begin a source.

        Args:
            source: The source.
            context: What it has said so far, kept up to date by whoever reads its sentences.
            published: When it appeared, where that is known.
        """
        self._published = published
        self._source = source
        self._context = context
        self._acts = Acts()
        self._told_cause = -1
        self._last: Token | None = None

    def read(
        self, sentence: Sentence, figures: frozenset[int], times: Sequence[TimeExpression]
    ) -> Iterator[Claim]:
        """Yield the claims of a sentence that have no figure.

        Args:
            sentence: The sentence.
            figures: Places of its tokens that are figures and what they count.
            times: Its times, with offsets relative to it.
        """
        text, names = self._source.text, self._context.names
        after_cause = self._told_cause == sentence.block.start
        before, self._last = self._last, last_predicate(sentence.span)
        label = label_of(sentence.text)
        for fact in facts(sentence, figures, before):
            if label is not None and fact.end <= sentence.start + label[1] and _is_participle(fact.predicate):
                continue  # "Tickets sold: 5,400" says how many, not that some were
            told = held(fact, self._context, self._acts, after_cause=after_cause)
            self._acts.note(fact, told.subject.text)
            if told.subject.text.lower() in _UNREAD:
                continue  # nobody can look up what an unknown "it" does
            if told.is_cause:
                self._told_cause = sentence.block.start
            tokens = sentence.span.doc.starting(fact.start - sentence.start, fact.end - sentence.start)
            sign = None if fact.is_presupposed else sign_of(fact.predicate)
            claim = Claim(
                id="",
                source=self._source.name,
                start=fact.start,
                end=fact.end,
                quote=text[fact.start : fact.end],
                sentence=sentence.printed,
                kind="fact",
                subject=told.subject.text,
                measure=told.measure,
                object=_without_score(told.object, told.measure),
                scope=scope_of(tokens, told.measure, told.subject.text, names)
                | ({"condition": fact.condition} if fact.condition else {}),
                period=stated(period_of(fact.predicate, fact.predicate, dating(fact, times), sentence.span)),
                modality=sign.status if sign is not None else "actual",
                polarity=fact.polarity,
                inferred={"subject": told.subject.inferred} if told.subject.inferred else {},
                marks=marks(
                    sentence.start,
                    subject=(fact.subject_head,),
                    modality=(sign and sign.word,),
                    polarity=negators(fact.predicate),
                ),
            )
            yield foreseen(claim, self._published, fact.predicate)


def _is_participle(predicate: Token) -> bool:
    return predicate.tag_ == "VBN" and not any(child.pos_ == "AUX" for child in predicate.lefts)


def _without_score(thing: str | None, measure: str) -> str | None:
    """Return what an act was done to without the score that the parse counts to it: "beat Hull 3-1"."""
    found = _SIDE.search(thing) if thing else None
    if thing is None or found is None or re.search(rf"{re.escape(thing)}[–-]\d", measure) is None:
        return thing
    return thing[: found.start()] or None

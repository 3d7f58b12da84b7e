"""Attribution: who says what, in direct speech, indirect speech and by reference."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.assertions.clauses import child, is_passive, own_subject
from claims.speech.quotations import Quotation, quotations
from claims.speech.sayings import Saying, sayings
from claims.speech.speakers import Speakers, is_hearsay
from claims.speech.speech_frames import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from claims.language import Sentence


@dataclass(frozen=True, slots=True)
class Attribution:
    """A stretch of text and who vouches for it.

    Attributes:
        name: The source as a person would write it.
        start: First offset of what it says.
        end: Offset after it.
        hearsay: The source has no name ("media reports", "sources").
    """

    name: str
    start: int
    end: int
    hearsay: bool


def attributions(sentences: Sequence[Sentence]) -> list[list[Attribution]]:
    """Find who says what in the sentences of a source.

    Args:
        sentences: All sentences of the source, in order; names are learnt as they come.

    Returns:
        For each sentence the attributions in it, by start and then the shortest first.
    """
    reader = _Reader(sentences)
    return [reader.read(place) for place in range(len(sentences))]


class _Reader:
    """Reads a source's sentences in order, with what the ones before said about speakers."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._quotes = _by_sentence(sentences)
        self._sayings = [list(_sayings(*pair)) for pair in zip(sentences, self._quotes, strict=True)]
        self._speakers = Speakers()
        self._learnt = 0
        self._spoken: dict[int, Attribution | None] = {}
        self._last_spoken: tuple[int, Attribution] | None = None
        self._before: Attribution | None = None

    def read(self, place: int) -> list[Attribution]:
        """Return the attributions of one sentence."""
        sentence = self._sentences[place]
        fresh = place == 0 or sentence.block.start != self._sentences[place - 1].block.start
        self._learn(place)
        found = [
            Attribution(said.name, sentence.start + start, sentence.start + end, said.hearsay)
            for saying in self._sayings[place]
            if (said := self._named(saying.speaker))
            for start, end in saying.spans
        ]
        found += self._direct(place)
        if not found and self._before is not None and _takes_up(sentence, new_paragraph=fresh):
            found = [Attribution(self._before.name, sentence.start, sentence.end, self._before.hearsay)]
        if found:
            self._before = max(found, key=lambda item: item.end - item.start)
        elif fresh:
            self._before = None
        return sorted(set(found), key=lambda item: (item.start, item.end - item.start, item.name))

    def _learn(self, place: int) -> None:
        while self._learnt <= place:
            self._speakers.learn(self._sentences[self._learnt].span)
            self._learnt += 1

    def _named(self, speaker: Token) -> Attribution | None:
        name = self._speakers.name_of(speaker)
        return Attribution(name, 0, 0, is_hearsay(speaker)) if name else None

    def _direct(self, place: int) -> Iterator[Attribution]:
        sentence = self._sentences[place]
        for quote in self._quotes[place]:
            said = self._speaker_of(quote, place)
            if said is not None:
                start, end = max(quote.start, sentence.start), min(quote.end, sentence.end)
                if start < end:
                    yield Attribution(said.name, start, end, said.hearsay)

    def _speaker_of(self, quote: Quotation, place: int) -> Attribution | None:
        """Return who speaks a quotation: named beside it, already speaking, or introduced before it."""
        if quote.start not in self._spoken:
            said = self._beside(quote, place)
            if said is None and quote.speech:
                said = self._still_speaking(quote, place) or self._introduced(place)
            self._spoken[quote.start] = said
            if said is not None:
                self._last_spoken = (self._sentences[place].block.start, said)
        return self._spoken[quote.start]

    def _beside(self, quote: Quotation, place: int) -> Attribution | None:
        """Return the speaker named in one of the sentences that the quotation touches."""
        block = self._sentences[place].block.start
        for number in range(place, len(self._sentences)):
            sentence = self._sentences[number]
            if sentence.start > quote.end or sentence.block.start != block:
                return None
            framing = [saying for saying in self._sayings[number] if saying.quoting]
            if framing:
                self._learn(number)
                nearest = min(framing, key=lambda item: _distance(sentence.start + item.anchor.idx, quote))
                return self._named(nearest.speaker)
        return None

    def _still_speaking(self, quote: Quotation, place: int) -> Attribution | None:
        if self._last_spoken is None:
            return None
        block, said = self._last_spoken
        return said if block == self._sentences[place].block.start or quote.continues else None

    def _introduced(self, place: int) -> Attribution | None:
        """Return the subject of the sentence before, where that is a person ("She paused. “…”")."""
        if place == 0 or self._sentences[place - 1].block.start != self._sentences[place].block.start:
            return None
        root = _root(self._sentences[place - 1])
        subject = own_subject(root) if root is not None else None
        if subject is None:
            return None
        is_person = subject.ent_type_ == "PERSON" or subject.lower_ in words("personal_pronouns")
        return self._named(subject) if is_person else None


def _by_sentence(sentences: Sequence[Sentence]) -> list[list[Quotation]]:
    """Return for each sentence the quotations that it shares text with, or that end right at its start."""
    found: list[list[Quotation]] = []
    quotes = quotations(sentences)
    first = 0
    for sentence in sentences:
        while first < len(quotes) and quotes[first].end < sentence.start - 2:
            first += 1
        last = first
        while last < len(quotes) and quotes[last].start < sentence.end:
            last += 1
        found.append(quotes[first:last])
    return found


def _sayings(sentence: Sentence, quotes: list[Quotation]) -> Iterator[Saying]:
    speech = [
        (quote.start - sentence.start, quote.end - sentence.start)
        for quote in quotes
        if quote.speech and quote.end > sentence.start
    ]
    return sayings(sentence.span, speech, near_quote=bool(quotes))


def _distance(place: int, quote: Quotation) -> int:
    return min(abs(place - quote.start), abs(place - quote.end))


def _root(sentence: Sentence) -> Token | None:
    return next((token for token in sentence.span if token.dep_ == "ROOT"), None)


def _takes_up(sentence: Sentence, *, new_paragraph: bool) -> bool:
    """Tell whether a sentence goes on with the list or the forecast of the one before."""
    root = _root(sentence)
    if root is None:
        return False
    lemma = root.lemma_.lower()
    if lemma in words("continuing_verbs"):
        return True
    if new_paragraph:
        return False
    if lemma in words("agentless_verbs") and is_passive(root) and child(root, "agent") is None:
        return True
    subject = own_subject(root)
    if subject is None:
        return False
    parts = [subject, *(item for item in subject.children if item.dep_ in {"amod", "det"})]
    return any(item.lower_ in words("continuing_subjects") for item in parts)

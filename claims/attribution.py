"""Attribution: who says what, in direct speech, indirect speech and by reference."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.assertions.clauses import own_subject
from claims.assertions.nominals import noun_tokens, text_of
from claims.speech.bodies import Bodies
from claims.speech.carrying import (
    Telling,
    announces,
    credited,
    goes_on,
    publisher_of,
    root_of,
    speaks_on,
    takes_up,
    telling,
)
from claims.speech.quotations import Quotation, quotations
from claims.speech.sayings import Saying, sayings
from claims.speech.speakers import Speakers, is_hearsay
from claims.speech.speech_frames import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from claims.language import Sentence
    from claims.tokens import Token


@dataclass(frozen=True, slots=True)
class Attribution:
    """A stretch of text and who vouches for it.

    Attributes:
        name: The source as a person would write it.
        start: First offset of what it says.
        end: Offset after it.
        hearsay: The source has no name ("media reports", "sources").
        inferred: Where the name was taken from, when the sentence does not give it; else None.
        named: Place of the words that name the source.
    """

    name: str
    start: int
    end: int
    hearsay: bool
    inferred: str | None = None
    named: tuple[int, int] | None = None


def attributions(
    sentences: Sequence[Sentence],
    publisher: str | None = None,
    topic: str | None = None,
    *,
    firms: Set[str] = frozenset(),
) -> list[list[Attribution]]:
    """Find who says what in the sentences of a source.

    Args:
        sentences: All sentences of the source, in order; names are learnt as they come.
        publisher: Who publishes the source, if known: what "we" say there.
        topic: The organisation that the source is about, if any: "the company".
        firms: Words of the names of firms, whatever the parse takes them for.

    Returns:
        For each sentence the attributions in it, by start and then the shortest first. Those of a sentence
        that presents a list or table reach beyond it, to the end of what it presents.
    """
    bodies = Bodies((sentence.span for sentence in sentences), firms)
    reader = _Reader(sentences, Speakers(publisher, topic, bodies))
    return [reader.read(place) for place in range(len(sentences))]


class _Reader:
    """Reads a source's sentences in order, with what the ones before said about speakers."""

    def __init__(self, sentences: Sequence[Sentence], speakers: Speakers) -> None:
        self._sentences = sentences
        self._quotes = _by_sentence(sentences)
        self._sayings = [list(_sayings(*pair)) for pair in zip(sentences, self._quotes, strict=True)]
        self._speakers = speakers
        self._learnt = 0
        self._spoken: dict[int, Attribution | None] = {}
        self._last_spoken: tuple[int, Attribution] | None = None
        self._before: Attribution | None = None
        self._telling: Telling = "other"
        self._listing: Attribution | None = None
        self._list_ends = _list_ends(sentences)

    def read(self, place: int) -> list[Attribution]:
        """Return the attributions of one sentence."""
        sentence = self._sentences[place]
        fresh = self._opens_paragraph(place)
        if sentence.block.kind == "heading":
            self._speakers.leave_section()
        self._learn(place)
        found = [*self._told(place), *self._direct(place)]
        if not found:
            found = self._carried(place, fresh)
        elif (widest := max(found, key=lambda item: item.end - item.start)) is not None:
            self._before = widest
            self._telling = telling(self._sayings[place], sentence.text)
            self._speakers.spoke(widest.name)
        self._published(sentence)
        if self._listing is not None and sentence.block.kind == "list_item":
            found.append(self._listing)
        found += self._presented(place, found)
        return sorted(set(found), key=lambda item: (item.start, item.end - item.start, item.name))

    def _told(self, place: int) -> Iterator[Attribution]:
        sentence = self._sentences[place]
        for saying in self._sayings[place]:
            said = self._named(saying.speaker, sentence)
            if said is not None:
                for start, end in saying.spans:
                    yield replace(said, start=sentence.start + start, end=sentence.start + end)

    def _published(self, sentence: Sentence) -> None:
        """Note whose figures follow a sentence that says who published them."""
        speaker = publisher_of(sentence.span)
        said = self._named(speaker, sentence) if speaker is not None else None
        if said is not None:
            note = f"published by them, as the sentence before says, “{said.name}”"
            self._before, self._telling = replace(said, inferred=note), "survey"

    def _carried(self, place: int, fresh: bool) -> list[Attribution]:
        before, sentence = self._before, self._sentences[place]
        on = not fresh and speaks_on(sentence, self._sayings[place - 1])
        if before is not None and (on or goes_on(sentence, new_paragraph=fresh, told=self._telling)):
            note = before.inferred or f"carried on from the sentence before, “{before.name}”"
            return [replace(before, start=sentence.start, end=sentence.end, inferred=note)]
        if fresh or (self._telling == "report" and not takes_up(sentence)):
            self._before = None  # what is told between is the text's own
        return []

    def _presented(self, place: int, found: Sequence[Attribution]) -> Iterator[Attribution]:
        """Yield who vouches for the list or table that a sentence presents, up to its end."""
        sentence = self._sentences[place]
        if sentence.block.kind != "list_item":
            self._listing = None
        speaker = announces(sentence) or credited(sentence)
        said = self._named(speaker, sentence) if speaker is not None else None
        if said is None and sentence.text.endswith(":"):
            said = next((item for item in found if item.end >= sentence.end), None)
        if said is None:
            return
        note = f"from the line before it, “{sentence.text[-80:]}”"
        self._listing = replace(said, start=sentence.end, end=self._list_ends[place], inferred=note)
        yield self._listing

    def _opens_paragraph(self, place: int) -> bool:
        return place == 0 or self._sentences[place].block.start != self._sentences[place - 1].block.start

    def _learn(self, place: int) -> None:
        while self._learnt <= place:
            span = self._sentences[self._learnt].span
            self._speakers.learn(span, opens_paragraph=self._opens_paragraph(self._learnt))
            self._learnt += 1

    def _named(self, speaker: Token, sentence: Sentence) -> Attribution | None:
        name = self._speakers.name_of(speaker)
        if not name:
            return None
        phrase = noun_tokens(speaker) or [speaker]
        last = phrase[-1]
        place = (sentence.start + phrase[0].idx, sentence.start + last.idx + len(last))
        return Attribution(name, 0, 0, is_hearsay(speaker), _note(name, speaker), place)

    def _direct(self, place: int) -> Iterator[Attribution]:
        sentence = self._sentences[place]
        for quote in self._quotes[place]:
            said = self._speaker_of(quote, place)
            if said is not None:
                start, end = max(quote.start, sentence.start), min(quote.end, sentence.end)
                if start < end:
                    yield replace(said, start=start, end=end)

    def _speaker_of(self, quote: Quotation, place: int) -> Attribution | None:
        """Return who speaks a quotation: named beside it, already speaking, or introduced before it."""
        if quote.start not in self._spoken:
            said = self._beside(quote, place)
            if said is None and quote.speech:
                said = (
                    self._announced(quote, place)
                    or self._still_speaking(quote, place)
                    or self._introduced(place)
                )
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
                return self._named(nearest.speaker, sentence)
        return None

    def _announced(self, quote: Quotation, place: int) -> Attribution | None:
        """Return the subject of the clause before a colon ("The captain was blunt: “…”")."""
        sentence = self._sentences[place]
        opening = quote.start - sentence.start - 1
        if opening <= 0 or not sentence.text[:opening].rstrip().endswith(":"):
            return None
        before = [token for token in sentence.span if token.idx < opening]
        subject = next((token for token in before if token.dep_ in {"nsubj", "nsubjpass"}), None)
        return self._named(subject, sentence) if subject is not None and _is_person(subject) else None

    def _still_speaking(self, quote: Quotation, place: int) -> Attribution | None:
        if self._last_spoken is None:
            return None
        block, said = self._last_spoken
        note = said.inferred or f"still speaking, “{said.name}”"
        same = block == self._sentences[place].block.start
        return replace(said, inferred=note) if same or quote.continues else None

    def _introduced(self, place: int) -> Attribution | None:
        """Return the subject of the sentence before, where that is a person ("She paused. “…”")."""
        if self._opens_paragraph(place):
            return None
        root = root_of(self._sentences[place - 1].span)
        subject = own_subject(root) if root is not None else None
        if subject is None:
            return None
        is_person = subject.ent_type_ == "PERSON" or subject.lower_ in words("personal_pronouns")
        said = self._named(subject, self._sentences[place - 1]) if is_person else None
        return said and replace(said, inferred=f"speaking after the sentence before, “{said.name}”")


_ENDLESS = 2**62


def _list_ends(sentences: Sequence[Sentence]) -> list[int]:
    """Return for each sentence where the next begins that is no item of a list; tables lie in between."""
    ends, end = [], _ENDLESS
    for sentence in reversed(sentences):
        ends.append(end)
        if sentence.block.kind != "list_item":
            end = sentence.start
    return ends[::-1]


def _is_person(subject: Token) -> bool:
    return (
        subject.ent_type_ == "PERSON"
        or subject.lower_ in words("personal_pronouns")
        or subject.lemma_.lower() in words("person_nouns")
    )


def _note(name: str, speaker: Token) -> str | None:
    """Say what a name was read from, where the sentence does not give all of it."""
    if speaker.lower_ == "we":
        return f"“{speaker.text}” read as the publisher, “{name}”"
    here = {token.text for token in speaker.doc}
    if all(part.strip("()") in here or part in speaker.doc.text for part in name.split()):
        return None
    return f"“{text_of(noun_tokens(speaker)) or speaker.text}” read as “{name}”"


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

"""Attribution: who says what, in direct speech, indirect speech and by reference."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from claims.assertions import binds
from claims.clauses import child, is_passive, is_predicate, own_subject, subject_of
from claims.language import Sentence
from claims.quotations import Quotation, quotations
from claims.speakers import Speakers
from claims.vocabulary import load


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


@dataclass(frozen=True, slots=True)
class _Frame:
    """A mention of a source in a sentence, with what it covers there."""

    verb: Token
    speaker: Token
    spans: tuple[tuple[int, int], ...]
    quoting: bool


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("attribution")[key])


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
        self._speakers = Speakers()
        self._quotes = quotations(sentences)
        self._quoted: dict[int, str] = {}
        self._hearsay: dict[str, bool] = {}
        self._before: Attribution | None = None
        self._paragraph = -1
        self._frames = [list(_frames(sentence, self._inside(sentence))) for sentence in sentences]

    def _inside(self, sentence: Sentence) -> list[Quotation]:
        return [quote for quote in self._quotes if quote.start < sentence.end and sentence.start < quote.end]

    def read(self, place: int) -> list[Attribution]:
        """Return the attributions of one sentence."""
        sentence = self._sentences[place]
        if sentence.block.start != self._paragraph:
            self._paragraph = sentence.block.start
            self._before = None
        self._speakers.learn(sentence.span)
        found = []
        for frame in self._frames[place]:
            name = self._speakers.name_of(frame.speaker)
            if not name:
                continue
            hearsay = _is_hearsay(frame.speaker)
            self._hearsay[name] = hearsay
            found += [Attribution(name, start, end, hearsay) for start, end in frame.spans]
        found += self._direct(place)
        if not found:
            carried = self._carried(sentence)
            found = [carried] if carried else []
        if found:
            self._before = max(found, key=lambda item: item.end - item.start)
        return sorted(set(found), key=lambda item: (item.start, item.end - item.start, item.name))

    def _direct(self, place: int) -> list[Attribution]:
        sentence = self._sentences[place]
        found = []
        for quote in self._inside(sentence):
            name = self._speaker_of(quote, place)
            if name is not None:
                start, end = max(quote.start, sentence.start), min(quote.end, sentence.end)
                found.append(Attribution(name, start, end, self._hearsay.get(name, False)))
        return found

    def _speaker_of(self, quote: Quotation, place: int) -> str | None:
        """Return who speaks a quotation: named beside it, before it, or already speaking."""
        if quote.start in self._quoted:
            return self._quoted[quote.start]
        name = self._beside(quote, place)
        if name is None and quote.speech:
            name = self._still_speaking(quote, place) or self._introduced(quote, place)
        if name is not None:
            self._quoted[quote.start] = name
        return name

    def _beside(self, quote: Quotation, place: int) -> str | None:
        """Return the speaker of a frame in one of the sentences that the quotation touches."""
        for number in range(place, len(self._sentences)):
            sentence = self._sentences[number]
            if sentence.start >= quote.end or sentence.block.start != self._paragraph:
                return None
            if number > place:
                self._speakers.learn(sentence.span)
            frames = [frame for frame in self._frames[number] if frame.quoting]
            if frames:
                nearest = min(frames, key=lambda frame: _distance(sentence.start + frame.verb.idx, quote))
                return self._named(nearest)
        return None

    def _named(self, frame: _Frame) -> str | None:
        name = self._speakers.name_of(frame.speaker)
        if name is not None:
            self._hearsay[name] = _is_hearsay(frame.speaker)
        return name

    def _still_speaking(self, quote: Quotation, place: int) -> str | None:
        earlier = [item for item in self._quotes if item.end <= quote.start and item.start in self._quoted]
        if not earlier:
            return None
        last = earlier[-1]
        same_paragraph = last.start >= self._sentences[place].block.start
        return self._quoted[last.start] if same_paragraph or quote.continues else None

    def _introduced(self, quote: Quotation, place: int) -> str | None:
        """Return the subject of the sentence before, where that is a person ("She paused. “…”")."""
        if place == 0 or self._sentences[place - 1].block.start != self._paragraph:
            return None
        root = next((token for token in self._sentences[place - 1].span if token.dep_ == "ROOT"), None)
        subject = own_subject(root) if root is not None else None
        if (
            subject is None
            or (subject.ent_type_ != "PERSON"
            and subject.lower_ not in _words("personal_pronouns"))
        ):
            return None
        return self._speakers.name_of(subject)

    def _carried(self, sentence: Sentence) -> Attribution | None:
        """Return the source of the sentence before, where this one takes it up."""
        if self._before is None or not _takes_up(sentence):
            return None
        return Attribution(self._before.name, sentence.start, sentence.end, self._before.hearsay)


def _distance(place: int, quote: Quotation) -> int:
    return min(abs(place - quote.start), abs(place - quote.end))


def _takes_up(sentence: Sentence) -> bool:
    """Tell whether a sentence goes on with the list or the forecast of the one before."""
    root = next((token for token in sentence.span if token.dep_ == "ROOT"), None)
    if root is None:
        return False
    subject = own_subject(root)
    if root.lemma_.lower() in _words("agentless_verbs") and is_passive(root) and child(root, "agent") is None:
        return True
    if root.lemma_.lower() in _words("continuing_verbs"):
        return True
    if subject is None:
        return False
    parts = [subject, *(item for item in subject.children if item.dep_ in {"amod", "det"})]
    return any(item.lower_ in _words("continuing_subjects") for item in parts)


def _frames(sentence: Sentence, quotes: list[Quotation]) -> Iterator[_Frame]:
    """Yield the mentions of sources in a sentence, outside quotations."""
    for token in sentence.span:
        offset = sentence.start + token.idx
        inside = any(quote.speech and quote.start <= offset < quote.end for quote in quotes)
        if inside:
            continue
        frame = _reference(sentence, token) or _speech(sentence, token, quotes)
        if frame is not None:
            yield frame


def _reference(sentence: Sentence, token: Token) -> _Frame | None:
    """Read "according to X", "per X", "was reported by X"."""
    speaker = None
    if token.lower_ == "according" and token.i + 2 < len(sentence.span):
        to = next((item for item in token.children if item.lower_ == "to"), None)
        speaker = child(to, "pobj") if to is not None else None
    elif (token.lower_ == "per" and token.dep_ == "prep" and _stands_apart(token)) or (
        token.dep_ == "agent"
        and token.head.lemma_.lower() in _words("passive_verbs")
        and token.head.dep_ not in {"acl", "amod"}
    ):
        speaker = child(token, "pobj")
    if (
        speaker is None
        or speaker.lower_ in {"that", "this", "which", "it"}
        or speaker.lemma_.lower() in {"plan", "schedule", "rule", "law", "need", "taste"}
    ):
        return None
    return _Frame(token, speaker, (_reach(sentence, token),), quoting=False)


def _stands_apart(token: Token) -> bool:
    """Tell whether "per" opens an adjunct ("per the ministry, …") and no rate ("5 per day")."""
    found = child(token, "pobj")
    if found is None or (found.pos_ != "PROPN" and not any(item.lower_ == "the" for item in found.children)):
        return False
    return token.i == 0 or token.nbor(-1).text == ","


def _reach(sentence: Sentence, token: Token) -> tuple[int, int]:
    """Return how far a reference reaches: its sentence, or the part of it between semicolons."""
    words = list(sentence.span)
    left = max((item.i + 1 for item in words[: token.i] if item.text == ";"), default=0)
    right = min((item.i for item in words[token.i :] if item.text == ";"), default=len(words))
    last = words[right - 1]
    return sentence.start + words[left].idx, sentence.start + last.idx + len(last)


def _speech(sentence: Sentence, verb: Token, quotes: list[Quotation]) -> _Frame | None:
    """Read "X said that …", "…, X said", "X estimates Y at …", "“…,” said X"."""
    lemma = verb.lemma_.lower()
    if verb.pos_ not in {"VERB", "AUX"} and not _beside_quote(sentence, verb, quotes):
        return None
    if (lemma not in _words("speech_verbs") and lemma not in _words("quoting_verbs")) or is_passive(verb):
        return None
    quoting = lemma in _words("quoting_verbs") and _beside_quote(sentence, verb, quotes)
    speaker = _speaker(verb, quoting)
    if speaker is None or binds(verb):
        return None
    spans = tuple(_covered(sentence, verb, speaker))
    return _Frame(verb, speaker, spans, quoting) if spans or quoting else None


def _beside_quote(sentence: Sentence, verb: Token, quotes: list[Quotation]) -> bool:
    """Tell whether a quotation opens or closes near the verb, or anywhere in its sentence."""
    return any(quote.start < sentence.end and sentence.start <= quote.end for quote in quotes)


def _speaker(verb: Token, quoting: bool) -> Token | None:
    found = subject_of(verb)
    if found is None and quoting:
        found = _nearest_noun(verb)
    if (
        found is None
        or found.lower_ in {"i", "we", "you", "one"}
        or found.pos_ not in {"NOUN", "PROPN", "PRON", "NUM", "ADJ"}
    ):
        return None
    return found


def _nearest_noun(verb: Token) -> Token | None:
    """Return the noun beside a verb of saying that the parse left without a subject."""
    places = [*range(verb.i + 1, min(len(verb.doc), verb.i + 6)), *range(verb.i - 1, max(-1, verb.i - 6), -1)]
    for place in places:
        token = verb.doc[place]
        if token.is_quote or (token.text in {",", ":"} and place == verb.i + 1):
            continue
        if token.pos_ == "PROPN" or token.pos_ == "NOUN":
            while token.dep_ == "compound" and token.head.i > token.i:
                token = token.head
            return token
    return None


def _covered(sentence: Sentence, verb: Token, speaker: Token) -> Iterator[tuple[int, int]]:
    """Yield the spans that a verb of saying covers in its sentence."""
    contents = [
        item
        for item in verb.children
        if item.dep_ in {"ccomp", "xcomp", "parataxis"} and (is_predicate(item) or item.i > verb.i)
    ]
    if not contents and verb.lemma_.lower() in _words("object_verbs"):
        contents = [
            item
            for item in verb.children
            if item.dep_ in {"dobj", "oprd"} or (item.dep_ == "prep" and item.lower_ in {"at", "as", "for"})
        ]
    before = [item for item in contents if item.i < verb.i]
    if before or (not contents and _is_parenthetical(verb)):
        yield from _around(sentence, verb, speaker)
        return
    for item in contents:
        words = list(item.subtree)
        yield sentence.start + words[0].idx, sentence.start + words[-1].idx + len(words[-1])


def _is_parenthetical(verb: Token) -> bool:
    """Tell whether "X said" stands between commas or at the end of the sentence."""
    if (
        verb.lemma_.lower() not in _words("quoting_verbs")
        or child(verb, "dobj", "ccomp", "xcomp", "acomp", "attr") is not None
    ):
        return False
    subject = own_subject(verb)
    if subject is None:
        return False
    first = min(subject.left_edge.i, verb.i)
    return first > 0 and verb.doc[first - 1].text in {",", "-", "--", "–", "—", '"', "''", ")"}


def _around(sentence: Sentence, verb: Token, speaker: Token) -> Iterator[tuple[int, int]]:
    """Yield what stands before and after a frame that follows its statement."""
    words = list(sentence.span)
    first = min(speaker.left_edge.i if own_subject(verb) is not None else verb.i, verb.i)
    left = max((item.i + 1 for item in words[:first] if item.text == ";"), default=0)
    if first > left:
        last = words[first - 1]
        yield sentence.start + words[left].idx, sentence.start + last.idx + len(last)
    after = max(verb.i, speaker.i)
    contrast = {
        item.left_edge.i for item in verb.children if item.dep_ in {"advcl", "conj"} and item.i > after
    }
    right = min(
        (item.i for item in words[after + 1 :] if item.text == ";" or item.i in contrast), default=len(words)
    )
    comma = next((item.i for item in words[after + 1 : right] if item.text == ","), None)
    if comma is not None and comma + 1 < right:
        yield (
            sentence.start + words[comma + 1].idx,
            sentence.start + words[right - 1].idx + len(words[right - 1]),
        )


def _is_hearsay(speaker: Token) -> bool:
    """Tell whether a source has no name ("sources", "media reports")."""
    lemma = speaker.lemma_.lower()
    if lemma not in _words("anonymous") or speaker.pos_ == "PROPN":
        return False
    modifiers = [item for item in speaker.children if item.dep_ in {"amod", "compound", "poss", "nmod"}]
    if any(item.lemma_.lower() in _words("hearsay_modifiers") for item in modifiers):
        return True
    named = any(
        item.ent_type_ in {"ORG", "PERSON", "GPE"}
        for item in speaker.subtree
        if item.dep_ in {"poss", "compound", "amod"}
    )
    by_whom = any(
        part.ent_type_ in {"ORG", "GPE"}
        for item in speaker.children
        if item.dep_ == "prep" and item.lower_ in {"by", "from", "of"}
        for part in item.subtree
    )
    return (
        not named
        and not by_whom
        and not any(item.lemma_.lower() in _words("published") for item in modifiers)
    )




"""What an article on a building project is about: the bridge, line or school that is built."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.framing.noun_phrases import text_of
from claims.language import Sentence
from claims.repairs import opens_commonly
from claims.vocabulary import load

if TYPE_CHECKING:
    from claims.tokens import Token

_LEADS = (6, 9)  # where the work is named; later only where the first of these names none
_OFTEN = 3
_BUILDING = 2
_PLAINLY = 4
_POINTERS = frozenset({"the", "this", "its", "our", "their"})


@dataclass(frozen=True, slots=True)
class Work:
    """A thing that is built, as an article speaks of it.

    Attributes:
        name: Its name ("Line 4", "Elm Bridge"), else what it is most often called ("tram line").
        words: The other phrases, in small letters, that mean it.
    """

    name: str
    words: frozenset[str]

    def is_named(self, topic: str) -> bool:
        """Tell whether a name is only what the work is called by: "Elm" of the "Elm Bridge"."""
        return topic in self.name.split()

    def is_headed(self, headline: str) -> bool:
        """Tell whether a headline tells of the work."""
        words = headline.lower().split()
        return any(word in words for word in self.words)


def work_of(sentences: Sequence[Sentence]) -> Work | None:
    """Read what is being built, where an article tells of one such thing from its lead on.

    Args:
        sentences: All sentences of the source, parsed.
    """
    table: dict[str, list[str]] = load("works")
    kinds = {word: kind for kind, words in table["kinds"].items() for word in words}  # type: ignore[attr-defined]
    building = frozenset(table["building"])
    told, score, opened = 0, Counter[str](), dict[str, int]()
    mentions: list[tuple[str, Token]] = []
    for number, sentence in enumerate(sentences):
        for token in sentence.span:
            lemma = token.lemma_.lower()
            told += lemma in building
            if token.pos_ not in ("NOUN", "PROPN") or token.tag_ in ("NNS", "NNPS") or lemma not in kinds:
                continue
            if token.dep_ == "compound" and not _number_behind(token):
                continue
            mentions.append((kinds[lemma], token))
            score[kinds[lemma]] += 1 + 2 * (number == 0) + (_name(token) is not None)
            opened.setdefault(kinds[lemma], number)
    kind = _opened(opened, score)
    if kind is None or told < _BUILDING or score[kind] < _OFTEN - (told >= _PLAINLY):
        return None
    headline = sentences[0].text if sentences and sentences[0].block.kind == "heading" else ""
    return _named([token for own, token in mentions if own == kind], headline)


def _opened(opened: Mapping[str, int], score: Mapping[str, int]) -> str | None:
    """Return of the kinds of things that a lead names the one that the text tells most of."""
    for lead in _LEADS:
        named = [kind for kind, number in opened.items() if number < lead]
        if named:
            return max(named, key=lambda kind: (score[kind], kind))
    return None


def _named(mentions: Sequence["Token"], headline: str) -> Work | None:
    written = sorted({name for token in mentions if (name := _name(token)) is not None}, reverse=True)
    names = {name.lower(): name for name in written}.values()  # "Elm Bridge" rather than "Elm bridge"
    shortest = {name for name in names if not any(name != it and name.endswith(it) for it in names)}
    phrases = Counter(_common(token) for token in mentions if _name(token) is None and _points(token))
    if len(shortest) > 1:  # a text may compare it with another
        shortest = {name for name in shortest if name.lower() in headline.lower()}
        if len(shortest) != 1:
            return None
    if not shortest and not phrases:
        return None
    words = frozenset(phrase.lower() for phrase in (*phrases, *(token.lemma_ for token in mentions)))
    longest = max(phrases, key=lambda it: (len(it.split()), phrases[it], it), default="")
    return Work(next(iter(shortest), longest), words)


def _points(token: "Token") -> bool:
    """Tell whether a noun points to one thing that is known: "the line", "the city's new line"."""
    return any(child.lower_ in _POINTERS or child.dep_ == "poss" for child in token.lefts)


def _common(token: "Token") -> str:
    """Return a common noun with what says its kind: "tram line"."""
    before = [child for child in token.lefts if child.dep_ == "compound" and child.pos_ == "NOUN"]
    opening = [*before, token][0]
    if opening.i > 1 and opening.nbor(-1).text == "-":  # "high-speed line"
        before = [opening.nbor(-2), opening.nbor(-1), *before]
    return text_of([*before, token]).lower()


def _name(token: "Token") -> str | None:
    """Return the name that a noun ends or that a number behind it makes: "Elm Bridge", "Line 4"."""
    if token.text.isupper():
        return None
    number = _number_behind(token)
    if number is not None:
        return f"{token.text} {number.text}"
    before: list[Token] = []
    while token.i > len(before) and (word := token.nbor(-1 - len(before))).pos_ == "PROPN":
        before.insert(0, word)
    if all(word.text.istitle() and opens_commonly(word.text) for word in before if word.i == 0):
        before = [word for word in before if word.i > 0]
    if not before or any(word.text.isupper() and len(word) > 3 for word in before):
        return None
    return text_of([*before, token]).removeprefix("New ")


def _number_behind(token: "Token") -> "Token | None":
    following = token.doc[token.i + 1 : token.i + 2]
    bare = bool(following) and following[0].text.isdigit() and len(following[0].text) < 4
    return following[0] if bare and token.text[:1].isupper() else None

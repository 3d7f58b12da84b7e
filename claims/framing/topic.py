"""What an article is about: the organisation or state it follows, the event it tells of, its goods."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claims.framing.ballots import without_counters
from claims.framing.home import dated_place, written_in
from claims.framing.illness import outbreak_of
from claims.framing.noun_phrases import premodifiers, text_of
from claims.language import Sentence
from claims.model import Source
from claims.names import capital, demonym, denoted, is_world, state
from claims.people import people_of, surnames_of
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from claims.tokens import Token

_LEAD = 4
_OPENING = 9
_OFTEN = 3
_SIGNS = 4
MAKES = 6
_ONE_OF_MANY = frozenset({"a", "an", "my", "his", "her", "their", "every", "each", "another"})
TRIAL = "trial"
_SUBJECTS = ("nsubj", "nsubjpass", "poss")
_TITLES = frozenset({"Mr", "Mrs", "Ms", "Dr", "Mr.", "Mrs.", "Ms.", "Dr.", "Sir", "Captain", "Professor"})
_PLACED = frozenset({"in", "at", "to", "from", "near", "above", "on", "for"})
_NAME = re.compile(r"[^\W\d_][\w-]+")


@dataclass(frozen=True, slots=True)
class Topic:
    """What an article is about.

    Attributes:
        name: The organisation or state, or None.
        event: The event, by the plain word for its kind ("fire" where the text says wildfire), or None.
        goods: The commodity whose amounts it tells ("wheat"), or None.
    """

    name: str | None
    event: str | None
    goods: str | None


@cache
def event_kinds() -> dict[str, str]:
    """Return the nouns that name an event, each with the plain word for its kind ("blaze" -> "fire")."""
    data = load("context")
    return {**{word: word for word in data["events"]}, **data["same_event"]}


@cache
def event_nouns(kind: str) -> frozenset[str]:
    """Return the nouns that name an event of a kind ("fire": "fire", "blaze")."""
    return frozenset(noun for noun, plain in event_kinds().items() if plain == kind)


def topic_of(source: Source, sentences: Sequence[Sentence]) -> Topic:
    """Read what an article is about.

    Args:
        source: The source.
        sentences: All its sentences, parsed.
    """
    name = _organisation(source, sentences) or _state(source, sentences)
    return Topic(name, _event(source, sentences), _goods(source, sentences))


@dataclass(slots=True)
class _Mentions:
    """How often a name is met outside of headings, acts, or is a place, person or product, and where."""

    all: int = 0
    acting: int = 0
    place: int = 0
    person: int = 0
    lead: bool = False
    opens: bool = False
    titled: bool = False
    thing: int = 0
    heads: int = 0
    inside: bool = False

    def score(self, described: int) -> int:
        """Weigh a name; 0 where it cannot be the topic, as a place that things only happen in."""
        met = self.all + self.opens + (described if self.acting and self.lead else 0)
        if not self.lead or not self.all or met < _OFTEN - (described > 0) or 2 * self.person >= self.all:
            return 0
        if self.all < 2 and not self.inside:  # a common word may open a sentence: "Punctuality slipped"
            return 0
        if self.titled or not self.acting or self.place >= self.acting or MAKES * self.thing >= self.all:
            return 0
        return met + 3 * self.acting + 8 * self.opens


def _organisation(source: Source, sentences: Sequence[Sentence]) -> str | None:
    """The name that acts in the lead and that the whole text repeats most; no state, person or mere place."""
    publisher = (source.known("publisher") or "").lower()
    found: defaultdict[str, _Mentions] = defaultdict(_Mentions)
    organisations = frozenset(load("context")["organisations"])
    named = " ".join(surnames_of(source.text).values()).split()
    described, persons = 0, people_of(source.text) | frozenset(named)
    for number, sentence in enumerate(sentences):
        heading = sentence.block.kind == "heading"
        for token in sentence.span:
            described += token.lemma_ in organisations and token.i > 0 and token.nbor(-1).lower_ == "the"
            name = token.text.capitalize() if token.text.isupper() and len(token) > 4 else token.text
            if token.pos_ != "PROPN" or name in persons or not may_be_topic(name, token, publisher):
                continue
            mentions = found[name]
            mentions.all += not heading
            mentions.heads += heading
            mentions.acting += acts(token) and not heading
            mentions.place += _is_place(token) and not heading
            mentions.person += (_is_person(token) + _has_first_name(token)) * (not heading)
            mentions.titled |= _is_titled(token)
            mentions.thing += is_one_of_many(token)
            mentions.lead |= number < _LEAD
            mentions.inside |= not token.is_sent_start or token.ent_type_ == "ORG"
            mentions.opens |= heading and not any(word.pos_ == "PROPN" for word in token.doc[: token.i])
    small = Counter(_NAME.findall(source.text))
    for name, seen in found.items():
        if not seen.person:  # the parse does not take all mentions of a body for names
            seen.all = max(seen.all, small[name] - seen.heads)
    towns = {town for town in written_in(source) if not _opens_a_name(town, source.text)}
    scores = {
        name: seen.score(described)
        for name, seen in found.items()
        if not (small[name.lower()] or small[f"{name.lower()}s"] or name in towns)
    }
    best = max(scores, key=lambda name: (scores[name], -source.text.find(name)), default=None)
    return _in_full(best, source.text) if best is not None and scores[best] else None


def _opens_a_name(town: str, text: str) -> bool:
    """Tell whether a town's name opens a longer one: that of its club or firm ("Harwick United")."""
    return re.search(rf"\b{re.escape(town)} [A-Z][a-z]", text) is not None


def _in_full(name: str, text: str) -> str:
    """Return a name with the word that almost always follows it: "Elm" of the "Elm Alliance"."""
    met = len(re.findall(rf"\b{re.escape(name)}\b", text))
    behind = Counter(re.findall(rf"\b{re.escape(name)} ([A-Z][\w-]+)", text))
    following, often = next(iter(behind.most_common(1)), ("", 0))
    return f"{name} {following}" if often > 1 and 4 * often >= 3 * met else name


def may_be_topic(name: str, token: "Token", publisher: str) -> bool:
    """Tell whether a word may name what an article is about: no state, no date, not the publisher."""
    if len(name) < 3 or not name.isalpha() or name.lower() in publisher:
        return False
    return not (
        state(name)
        or capital(name)
        or demonym(name)
        or token.ent_type_ == "DATE"
        or token.like_num
        or token.lower_ in event_kinds()
    )


def _outer(token: "Token") -> "Token":
    while token.dep_ == "compound" and token.head.pos_ == "PROPN":
        token = token.head
    return token


def acts(token: "Token") -> bool:
    """Tell whether a name does or suffers something, or has something; only to speak is not to act."""
    head = _outer(token)
    if _is_named_after(token, head):
        return False
    if head.dep_ == "dobj":
        return True
    return head.dep_ in _SUBJECTS and head.head.lemma_ not in _only_saying()


@cache
def _only_saying() -> frozenset[str]:
    verbs = load("frames")["verbs"]
    return frozenset({*verbs["opinion"], *verbs["speech"]} - {"report", "announce", "record", "list"})


def _is_place(token: "Token") -> bool:
    head = token
    while head.dep_ in ("compound", "nmod") and head.head.pos_ in ("NOUN", "PROPN"):
        head = head.head
    if head.dep_ != "pobj":
        return False
    of_place = head.head.lower_ == "of" and head.head.head.lemma_ in load("frames")["nouns"]["places"]
    return of_place or head.head.lower_ in _PLACED


def _is_named_after(token: "Token", head: "Token") -> bool:
    """Tell whether a name stands in that of another body: "Harwick General Hospital" acts, not Harwick."""
    return head is not token and head.lower_ in load("context")["named_after"]["places"]


def _is_titled(token: "Token") -> bool:
    """Tell whether what a person does stands before a name: "Nurse Ada Holm"."""
    return any(word.dep_ == "compound" and word.lower_ in _callings() for word in token.lefts)


@cache
def _callings() -> frozenset[str]:
    return frozenset(load("attribution")["person_nouns"]) | frozenset(load("frames")["awards"]["workers"])


def is_one_of_many(token: "Token") -> bool:
    """Tell whether a name is that of what is made or sold: "her Elm began to smoke", "an Elm costs €9"."""
    pointer = next((child for child in token.lefts if child.lower_ in _ONE_OF_MANY), None)
    return pointer is not None and token.dep_ != "compound" and token.ent_type_ != "DATE"


def _has_first_name(token: "Token") -> bool:
    first = [child for child in token.lefts if child.dep_ == "compound" and child.ent_type_ == "PERSON"]
    return token.ent_type_ == "PERSON" and bool(first)


def _is_person(token: "Token") -> bool:
    return token.ent_type_ == "PERSON" or (token.i > 0 and token.nbor(-1).text in _TITLES)


def _state(source: Source, sentences: Sequence[Sentence]) -> str | None:
    """The state that a text names far more often than any other, where its lead names it, too."""
    words = [word for sentence in sentences for word in _NAME.findall(sentence.text)]
    found = Counter(people for word in words if (people := denoted(word)))
    ranked = found.most_common(2)
    top = next((block.start for block in source.blocks if block.kind != "furniture"), 0)
    home = dated_place(source.text[:top])
    if home and found[home] >= _OFTEN and ranked[0][0] == home:
        return home
    if not ranked or ranked[0][1] < 2 * _OFTEN - 1 or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return None
    first = " ".join(sentence.text for sentence in sentences[:_LEAD])
    named = {state(word) or demonym(word) for word in _NAME.findall(first)}
    return ranked[0][0] if ranked[0][0] in named else None


def _event(source: Source, sentences: Sequence[Sentence]) -> str | None:
    kinds, text = event_kinds(), without_counters(source.text.lower())
    found: dict[str, int] = {}
    later = word_list("context", "themes", "of_places")  # a report may open with what it looked like
    for number, sentence in enumerate(sentences[:_OPENING]):
        for token in sentence.span:
            kind = kinds.get(token.lemma_.lower())
            if kind is None or token.pos_ not in ("NOUN", "PROPN") or _is_of_counters(token):
                continue
            if number >= _LEAD and (found or kind not in later):
                continue
            name = _event_name(token, kind)
            times = sum(text.count(word) for word, same in kinds.items() if same == kind)
            found[name] = times + 5 * (len(name.split()) > 1)
    looking = word_list("context", "looking_into", "events")
    best = max(found, key=lambda name: (found[name], -text.find(name.lower())), default=None)
    if best is not None and best.split()[-1] in looking:
        befell = {*later, *load("context")["trials"]["causes"]}
        others = {name: often for name, often in found.items() if name.split()[-1] in befell}
        best = outbreak_of(sentences, text) or max(others, key=lambda name: others[name], default=best)
        found[best] = max(found.values())
    return best if best is not None and found[best] > 2 else outbreak_of(sentences, text) or _trial(text)


def _is_of_counters(noun: "Token") -> bool:
    """Tell whether a noun only says who counts the votes: "the election board"."""
    behind = noun.doc[noun.i : noun.i + 2].text.lower()
    return not without_counters(behind)


def _trial(text: str) -> str | None:
    """Return ``TRIAL`` for a text that tells of one by what happens there, and seldom by that word."""
    signs = frozenset(load("context")["trials"]["signs"])
    return TRIAL if len(signs & frozenset(_NAME.findall(text))) >= _SIGNS else None


def tried_of(text: str) -> str | None:
    """Return the plain word for the accident, fire or the like that a court hears of, or None.

    Args:
        text: The text of a report of a trial.
    """
    met = Counter(word.lower() for word in _NAME.findall(text))
    causes: list[str] = load("context")["trials"]["causes"]
    best = max(causes, key=lambda word: met[word] + met[f"{word}s"])
    return best if met[best] or met[f"{best}s"] else None


def of_court(event: str | None, measure: str) -> bool:
    """Tell whether a figure is of a trial itself, not of one who is heard: "indictment of 16 counts"."""
    if event is None or not event.endswith(TRIAL):
        return False
    signs = load("context")["trials"]["signs"]
    return any(word.removesuffix("s") in signs or word in signs for word in measure.lower().split())


def of_harm(measure: str) -> bool:
    """Tell whether a measure is of what people suffer, not of what a court does ("deaths", "injured")."""
    return not set(load("context")["trials"]["harm"]).isdisjoint(measure.lower().split())


def _event_name(noun: "Token", kind: str) -> str:
    if noun.dep_ == "compound" and noun.head.pos_ == "PROPN":  # "Typhoon Mara"
        return text_of([noun, noun.head])
    kept = [
        word
        for word in premodifiers(noun)
        if word.i != noun.i
        and word.ent_type_ not in ("DATE", "TIME")
        and word.head.ent_type_ not in ("DATE", "TIME")
        and (word.pos_ == "PROPN" or word.dep_ in ("poss", "case"))
    ]
    if len(kept) > 4:
        return kind
    before = text_of([*kept, noun]).rpartition(" ")[0]
    before = before.capitalize() if before.isupper() and len(before) > 4 else before
    return f"{before} {kind}".strip()


def _goods(source: Source, sentences: Sequence[Sentence]) -> str | None:
    """The goods most often named of those said to be made, traded or kept; None where hardly named again."""
    amounts = frozenset(load("context")["amounts"])
    found: set[str] = set()
    for sentence in sentences:
        for token in sentence.span:
            if token.lemma_.lower() in amounts:
                found.update(_goods_name(word) for word in _beside(token) if _is_goods(word))
    text = source.text.lower()
    best = max(found, key=lambda name: (text.count(name), name), default=None)
    if best is None or text.count(best) < _OFTEN:
        return None
    longer = [name for name in found if name.endswith(f" {best}") and 2 * text.count(name) > text.count(best)]
    return max(longer, key=len, default=best)


def _goods_name(noun: "Token") -> str:
    return text_of(word for word in premodifiers(noun) if word.text.isalpha()).lower()


def _beside(noun: "Token") -> list["Token"]:
    """Return the nouns before a noun and those behind its "of": what production is the production of."""
    of = [inner for child in noun.rights if child.lower_ == "of" for inner in child.rights]
    return [*(child for child in noun.lefts if child.dep_ in ("compound", "nmod")), *of]


def _is_goods(word: "Token") -> bool:
    """Tell whether a noun is what there is so much of, not an amount or a time."""
    if word.pos_ != "NOUN" or word.ent_type_ in ("DATE", "TIME") or is_world(word.text):
        return False
    if not word.text.isalpha() or (word.i > 0 and word.nbor(-1).like_num):
        return False
    return word.lemma_ not in load("context")["amounts"] and word.tag_ != "NNS"


def stands_alone(token: "Token") -> bool:
    """Tell whether a noun stands by itself but for an article, a date or a sum ("the fire")."""
    modifiers = [
        child
        for child in token.children
        if child.i < token.i
        and child.dep_ != "punct"
        and child.ent_type_ not in ("DATE", "MONEY", "CARDINAL")
    ]
    bare = not modifiers and token.i > 0
    return bare or all(child.lower_ in ("the", "a", "an", "this", "that") for child in modifiers)

"""What an article is about: the organisation or state it follows, the event it tells of, its goods."""

import re
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claims.framing.ballots import without_counters
from claims.framing.economy import observes
from claims.framing.home import dated_place
from claims.framing.illness import outbreak_of
from claims.framing.noun_phrases import premodifiers, text_of
from claims.framing.organisation import organisation_of
from claims.language import Sentence
from claims.model import Source
from claims.names import demonym, denoted, is_world, state
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from claims.tokens import Token

_LEAD = 4
_OPENING = 9
_OFTEN = 3
_SIGNS = 4
TRIAL = "trial"
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


def kinds_in(words: Container[str]) -> dict[str, str]:
    """Return the nouns that may name an event in a text of some words: a raid where things are stolen, too.

    Args:
        words: The words of the text, in small letters.
    """
    told_as = load("context")["themes"]["told_as"]
    others = {
        word: as_what["kind"]
        for word, as_what in told_as.items()
        if any(it in words for it in as_what["signs"])
    }
    return {**event_kinds(), **others}


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
    body, land = organisation_of(source, sentences), _state(source, sentences)
    name = land if body is None or (land is not None and observes(body)) else body
    return Topic(name, _event(source, sentences), _goods(source, sentences))


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
    text = without_counters(source.text.lower())
    kinds = kinds_in(frozenset(_NAME.findall(text)))
    found: dict[str, int] = {}
    later = word_list("context", "themes", "of_places")  # a report may open with what it looked like
    for number, sentence in enumerate(sentences[:_OPENING]):
        for token in sentence.span:
            kind = kinds.get(token.lemma_.lower())
            if kind is None or token.pos_ not in ("NOUN", "PROPN") or _names_another(token):
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
    crime = best is not None and best.split()[-1] in load("context")["trials"]["crimes"]
    if crime and (tried := _trial(text)) is not None:
        return tried
    return best if best is not None and found[best] > 2 else outbreak_of(sentences, text) or _trial(text)


def _names_another(noun: "Token") -> bool:
    """Tell whether a noun only says which body or thing is meant: "the election board", "fire crews"."""
    return not without_namesakes(noun.doc[noun.i : noun.i + 2].text.lower())


def without_namesakes(text: str) -> str:
    """Return a text in lower case without what only has its name from an event: "fire crews"."""
    text = without_counters(text)
    may_name = any(event in text for event in load("context")["no_events"])
    return _namesakes().sub("", text) if may_name else text


@cache
def _namesakes() -> re.Pattern[str]:
    named = load("context")["no_events"].items()
    pairs = "|".join(rf"{event} (?:{'|'.join(others)})s?" for event, others in named)
    return re.compile(rf"\b(?:{pairs})\b")


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


def is_disaster(event: str | None) -> bool:
    """Tell whether an event is one that people come to harm in ("fire", "crash"), not a match or a vote."""
    data = load("context")
    if event is None:
        return False
    return event.split()[-1] in {*data["trials"]["causes"], *data["themes"]["disasters"]}


def of_harm(measure: str) -> bool:
    """Tell whether a measure is of what people suffer, not of what a court does ("deaths", "injured")."""
    return not word_list("context", "trials", "harm").isdisjoint(measure.lower().split())


def _event_name(noun: "Token", kind: str) -> str:
    is_paper = noun.head.lower_ in word_list("attribution", "documents")  # "Drought Bulletin No. 4"
    if noun.dep_ == "compound" and noun.head.pos_ == "PROPN" and not is_paper:  # "Typhoon Mara"
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
    cased = before.isupper() and len(before) > 4
    lost = before.islower() and bool(kept) and all(word.pos_ == "PROPN" for word in kept)
    before = before.capitalize() if cased or lost else before  # a headline may hide which words are names
    return f"{before} {kind}".strip()


def _goods(source: Source, sentences: Sequence[Sentence]) -> str | None:
    """The goods most often named of those said to be made, traded or kept; None where hardly named again."""
    amounts = frozenset(load("context")["amounts"])
    found, told = set[str](), set[str]()
    for sentence in sentences:
        for token in sentence.span:
            if token.lemma_.lower() in amounts:
                told.add(token.lemma_.lower())
                found.update(_goods_name(word) for word in _beside(token) if _is_goods(word))
    text = source.text.lower()
    if len(told) > _SIGNS:
        opening = {token.lower_ for sentence in sentences[:_LEAD] for token in sentence.span}
        found |= opening & word_list("context", "commodities")
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

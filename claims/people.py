"""The persons of a text, told by how it writes of them, where the parser takes them for a place or a firm."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from claims.language import Sentence
    from claims.tokens import Token

_PART = r"[A-Z][\w’'-]{0,38}[a-z]"  # no longer than a name: a run of hyphens is read from each of its words
_NAME = rf"(?P<name>{_PART}(?: {_PART}){{0,2}})"
_FULL = rf"(?P<name>{_PART}(?: {_PART}){{1,2}})"
_LED = re.compile(rf"\b(?P<role>[A-Za-z][a-z-]{{0,40}}\.?) (?={_NAME})")
_CALLED = re.compile(rf"\b(?P<role>[a-z-]{{1,40}}), (?={_FULL}[,.;])")  # "the captain, Ada Holm,"
_AGED = re.compile(rf"\b{_NAME}, (?:aged )?[1-9]\d(?=[,;)]\s|\.\s)")
_SPEAKS = r" (?:said|says|told|added|joked|warned|recalled|laughed|insisted|wrote)\b"
_SPOKEN = re.compile(rf"[,”\"'’] (?:said|says|added|joked|recalled|recalls) {_FULL}(?=[,. ])")
_KNOWN = re.compile(rf"\b[Aa]ccording to {_FULL} (?:of|at) the [a-z]")
_PLACED = re.compile(rf"\b(?:[Ii]n|[Aa]t|[Nn]ear) {_NAME}")
_FIRST_AND_LAST = re.compile(rf"\b(?P<first>{_PART}) (?P<last>{_PART})\b(?! [A-Z])")
_PLAIN = re.compile(r"\b[a-z]{2,}\b")
_CAPITALISED = re.compile(r"[A-Z]\w+")
_CAPITAL = re.compile(r"\b[A-Z][\w-]*")
_WORD = re.compile(r"\w+(?:['’](?!s\b)\w+)*")
_BEHIND_CAPITAL = re.compile(r"(?:[A-Z][\w’'-]* |[Tt]he )$")
_OPENS = re.compile(r"(?:^|[.!?”\"'’]\s|\n)[A-Z][a-z]+ $")
_PLACE = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Tt]he) $")
_HE_OR_SHE = re.compile(r"\b(?:he|his|him|she|her)\b", re.I)
_FOLLOWED = re.compile(r" [A-Z]")
_NEAR = 100
_OFTEN = 3
_PERSON = "PERSON"
_BODY = "ORG"


@lru_cache(maxsize=2)
def people_of(text: str) -> frozenset[str]:
    """Return the words of the names of persons: those behind a role, before an age, or who speak.

    Args:
        text: The text of a source.
    """
    found: set[str] = set()
    runs = [match["name"] for match in _LED.finditer(text) if match["role"].lower() in roles()]
    runs += (match["name"] for match in _CALLED.finditer(text) if match["role"] in roles())
    for pattern in (_acting(), _AGED, _SPOKEN, _KNOWN):
        runs += (match["name"] for match in pattern.finditer(text))
    for name in dict.fromkeys(runs):
        words = name.split()
        if words[0] == "The" or any(word.lower() in _bodies() for word in words):
            continue
        behind = filter(None, map(_CAPITALISED.match, text.split(f"{name} ")[1:]))
        word = next(behind, None)
        if word is None or word[0].lower() not in _bodies():  # "Elm Eastern Airlines"
            found.update(_bare(word) for word in words)
    no_names = roles().union(_PLAIN.findall(text))
    return frozenset(word for word in found if word.lower() not in no_names and len(word) > 1)


@lru_cache(maxsize=4)
def surnames_of(text: str) -> Mapping[str, str]:
    """Return the surnames that a text goes on to use alone after a full name, each with the full name.

    A body keeps the first word of its name ("Elm" of "Elm Alliance"), a person the last and is "he" or
    "she".

    Args:
        text: The text of a source.
    """
    found: dict[str, str] = {}
    no_first = frozenset(re.findall(r"\b[a-z]+\b", text)) | frozenset(load("attribution")["courtesy_titles"])
    no_names = word_list("context", "themes", "no_places")
    places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for word in _CAPITAL.finditer(text):
        places[word[0]].append(word.span())
    pairs = Counter((match["first"], _bare(match["last"])) for match in _FIRST_AND_LAST.finditer(text))
    tried: set[str] = set()
    for (first, last), together in pairs.items():
        if last in tried or first.lower() in no_first or last.lower() in _bodies() or last in no_names:
            continue
        tried.add(last)
        if _stays_alone(text, places[last], len(places[first]) - together):
            found[last] = f"{first} {last}"
    return found


def _stays_alone(text: str, places: Sequence[tuple[int, int]], others: int) -> bool:
    """Tell whether a word behind a first name stands alone elsewhere, and more often than that first name."""
    before = [text[max(0, start - 20) : start] for start, _ in places]
    alone = sum(not _BEHIND_CAPITAL.search(it) or _OPENS.search(it) is not None for it in before)
    person = any(_HE_OR_SHE.search(text, end, end + _NEAR) is not None for _, end in places)
    return alone > max(1, others) and person and not any(_PLACE.search(it) for it in before)


def label_people(sentences: Sequence["Sentence"], text: str) -> None:
    """Set right which names the parse takes for those of persons.

    Args:
        sentences: All sentences of a text.
        text: The text.
    """
    people = people_of(text)
    words = [token for sentence in sentences for token in sentence.span if token.pos_ == "PROPN"]
    others = _others(words, text) - people
    for token in words:
        if token.text in people and token.text[0].isupper():
            token.ent_type_ = _PERSON
        elif token.text in others and token.ent_type_ == _PERSON:
            token.ent_type_ = _BODY if token.lower_ in _bodies() else ""


def _others(words: Sequence["Token"], text: str) -> frozenset[str]:
    """Return the words that the parse takes for persons and the text uses of places and bodies."""
    person = {token.text for token in words if token.ent_type_ == _PERSON}
    runs = {match["name"] for match in _PLACED.finditer(text)}
    placed = {word for run in runs for word in run.split()}
    for first, last in pairwise(words):  # somebody with a first name, whatever "at" stands before
        both = first.ent_type_ == last.ent_type_ == _PERSON and last.i == first.i + 1
        if both and f"{first.text} {last.text}" not in runs:
            placed -= {first.text, last.text}
    placed |= {token.text for token in words if _is_body(token)}
    beside = {it.text for pair in pairwise(words) if _are_beside(*pair) for it in pair}
    places = _places_of(person - beside, text)
    placed |= {name for name, spans in places.items() if _stands_for_no_person(spans, text)}
    return frozenset(word for word in person if word in placed or word.lower() in _bodies())


def _are_beside(first: "Token", second: "Token") -> bool:
    return first.doc is second.doc and second.i == first.i + 1


def _places_of(names: Set[str], text: str) -> Mapping[str, Sequence[tuple[int, int]]]:
    """Return where words stand that a text has often enough to be known by how it writes of them."""
    found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for word in _WORD.finditer(text):
        if word[0] in names and not word[0].isupper():
            found[word[0]].append(word.span())
    return {name: spans for name, spans in found.items() if len(spans) >= _OFTEN}


def _stands_for_no_person(found: Sequence[tuple[int, int]], text: str) -> bool:
    """Tell whether a text names somebody never with a first name, and never as "he" or "she"."""
    before = [text[max(0, start - 20) : start] for start, _ in found]
    led = any(_BEHIND_CAPITAL.search(it) and not _OPENS.search(it) for it in before)
    joined = led or any(_FOLLOWED.match(text, end) for _, end in found)
    return not joined and not any(_HE_OR_SHE.search(text, end, end + _NEAR) for _, end in found)


def _is_body(name: "Token") -> bool:
    """Tell whether one word with "the" before it is a body ("the Crown"), whatever the parse took it for."""
    if _is_called_a_body(name):
        return True
    before = [item for item in name.lefts if not item.is_punct]
    return len(before) == 1 and before[0].lower_ == "the" and name.tag_ == "NNP" and name.dep_ != "compound"


def _is_called_a_body(name: "Token") -> bool:
    """Tell whether a name is said to be a firm or has what firms have: "Elm, the maker", "Elm's shares"."""
    if name.dep_ in ("compound", "poss") and name.head.lower_ in load("frames")["nouns"]["of_firms"]:
        return name.i == 0 or name.nbor(-1).pos_ != "PROPN"
    organisations = load("context")["organisations"]
    if any(child.dep_ == "compound" and child.lower_ in organisations for child in name.lefts):
        return True  # "the retailer Elm"
    said = (child for child in name.rights if child.dep_ == "appos" and child.pos_ == "NOUN")
    return any(word.lemma_ in organisations and word.lemma_ != "parent" for word in said)


def _bare(word: str) -> str:
    return re.sub(r"['’]s?$", "", word)


@cache
def _acting() -> re.Pattern[str]:
    """Return a pattern for the names of those who speak or are told of: "Ada Holm, a nurse", "…, who"."""
    named = "|".join(sorted((re.escape(role) for role in roles()), key=lambda role: (-len(role), role)))
    whose = r"(?:an? |the |its |their |his |her )?(?:[\w’'-]{1,40}['’]s? )?"
    told = rf", who\b|, {whose}(?:[A-Za-z-]{{1,40}} ){{0,3}}(?i:{named})\b"
    return re.compile(rf"\b{_FULL}(?={_SPEAKS}|{told})")


@cache
def roles() -> frozenset[str]:
    """Return what persons are and do, in words that stand before their names: "mayor", "striker"."""
    said = load("attribution")
    words: Iterable[str] = (
        *said["person_nouns"],
        *said["courtesy_titles"],
        *said["officers"],
        *load("frames")["awards"]["workers"],
        *load("context")["protagonist"]["roles"],
        *load("context")["persons"]["roles"],
    )
    return frozenset(words)


@cache
def _bodies() -> frozenset[str]:
    """Return the words that make a name that of a body or place."""
    return frozenset(load("context")["persons"]["bodies"])

"""The organisation that an article follows: the name that acts in its lead and that it repeats most."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from claims.framing.home import written_in
from claims.language import Sentence
from claims.model import Source
from claims.names import capital, demonym, state
from claims.people import people_of, surnames_of
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from claims.tokens import Token

_LEAD = 4
_OFTEN = 3
_LONGEST = 3
MAKES = 6
_ONE_OF_MANY = frozenset({"a", "an", "my", "his", "her", "their", "every", "each", "another"})
_SUBJECTS = ("nsubj", "nsubjpass", "poss")
_ITSELF = frozenset({"it", "its", "they", "their"})
_TITLES = frozenset({"Mr", "Mrs", "Ms", "Dr", "Mr.", "Mrs.", "Ms.", "Dr.", "Sir", "Captain", "Professor"})
_PLACED = frozenset({"in", "at", "to", "from", "near", "above", "on", "for"})
_ADDRESS = re.compile(r"\S+@\S+|\b(?:https?://|www\.)\S+")
_NAME = re.compile(r"[^\W\d_][\w-]+")
_FIRST = 6
# What is known to all, which people are not: "the Elm tunnel", "the county's €9m Elm tunnel".
_THING = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Oo]ur|[a-z]+[’']s)(?: [€£$]\S+)? ([A-Z][a-z]{2,}) ([a-z]{3,})\b")
_CAPITALS = re.compile(r"[A-Z][a-z]{2,}")


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
    body: int = 0
    openers: Counter[str] = field(default_factory=Counter)

    def note(self, token: "Token", *, heading: bool) -> None:
        """Count one more mention of a name, by what it does where it stands."""
        self.all += not heading
        self.heads += heading
        self.acting += acts(token) and not heading
        self.place += _is_place(token) and not heading
        self.person += (_is_person(token) + _has_first_name(token)) * (not heading)
        self.titled |= _is_titled(token)
        self.body += token.ent_type_ == "ORG"
        self.thing += is_one_of_many(token)
        self.inside |= not token.is_sent_start or token.ent_type_ == "ORG"
        self.opens |= heading and not any(word.pos_ == "PROPN" for word in token.doc[: token.i])

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


def organisation_of(source: Source, sentences: Sequence[Sentence]) -> str | None:
    """Return the name that acts in the lead and that the text repeats most; no state, person or mere place.

    Args:
        source: The source.
        sentences: All its sentences, parsed.
    """
    found, described = _met(source, sentences)
    small = Counter(_NAME.findall(_ADDRESS.sub("", source.text)))
    for name, seen in found.items():
        if not seen.person:  # the parse does not take all mentions of a body for names
            seen.all = max(seen.all, small[name] - seen.heads)
    towns = {town for town in written_in(source) if not _opens_a_name(town, source.text)}
    scores = {
        name: seen.score(described)
        for name, seen in found.items()
        if (
            not _has_demonym(name, small)
            and not (small[name.lower()] or small[f"{name.lower()}s"] or name in towns)
        )
        or (2 * seen.body > seen.all and name not in towns and " " in _in_full(name, source.text))
    }
    best = max(scores, key=lambda name: (scores[name], -source.text.find(name)), default=None)
    if best is None or not scores[best]:
        return None
    best = _from_its_opening(best, found)
    thing = named_thing(sentences)
    return thing if thing is not None and thing.split()[0] == best else _in_full(best, source.text)


def _has_demonym(name: str, words: Mapping[str, int]) -> bool:
    """Tell whether a text calls things after a name as after a land: "Elmia", "the Elmian tariff"."""
    return any(words[f"{name}{ending}"] for ending in ("n", "ns", "an", "ans", "ian", "ians", "ese", "ish"))


def _met(source: Source, sentences: Sequence[Sentence]) -> tuple[Mapping[str, _Mentions], int]:
    """Return the names that may be the topic, as they are met, and how often "the company" or the like is."""
    publisher = _teller(source, sentences)
    found: defaultdict[str, _Mentions] = defaultdict(_Mentions)
    organisations = frozenset(load("context")["organisations"])
    named = " ".join(surnames_of(source.text).values()).split()
    described, persons = 0, people_of(source.text) | frozenset(named)
    for number, sentence in enumerate(sentences):
        heading = sentence.block.kind == "heading"
        for token in sentence.span:
            described += token.lemma_ in organisations and token.i > 0 and token.nbor(-1).lower_ == "the"
            if token.pos_ != "PROPN":
                continue
            name = token.text.capitalize() if token.text.isupper() and len(token) > 4 else token.text
            if name in persons or not may_be_topic(name, token, publisher):
                continue
            mentions = found[name]
            mentions.note(token, heading=heading)
            mentions.lead |= number < _LEAD
            if _is_within(token, publisher):
                mentions.openers[token.nbor(-1).text] += 1
    return found, described


def _teller(source: Source, sentences: Sequence[Sentence]) -> str:
    """Return in small letters who only tells a story: the publisher, unless the headline is about it."""
    publisher = source.known("publisher") or ""
    headline = next((it.text for it in sentences if it.block.kind == "heading"), "")
    opening = next(iter(publisher.split()), "")
    return (
        ""
        if opening and headline.startswith((f"{opening} ", f"{opening}'", f"{opening}’"))
        else publisher.lower()
    )


def _from_its_opening(name: str, found: Mapping[str, _Mentions]) -> str:
    """Return a name with those that open it: "Mill Street" of "Street" in "Mill Street Press"."""
    words = [name]
    while 2 * found[words[0]].openers.total() > found[words[0]].all:
        openers = found[words[0]].openers
        first = max(openers, key=lambda opener: (openers[opener], opener))
        if first in words:  # "Baden Baden" opens itself
            break
        words.insert(0, first)
    return " ".join(words)


def named_thing(sentences: Sequence[Sentence]) -> str | None:
    """Return the thing that an article names most by a name and a common noun ("Elm tunnel"), or None.

    Args:
        sentences: All its sentences, parsed.
    """
    nouns = {token.text for sentence in sentences for token in sentence.span if token.tag_ == "NN"}
    met, alone, lead = Counter[str](), Counter[str](), set[str]()
    for number, sentence in enumerate(sentences):
        named = [
            " ".join(found)
            for found in _THING.findall(sentence.text)
            if found[1] in nouns and found[0].lower() not in _calendar()
        ]
        met.update(named)
        alone.update(_CAPITALS.findall(sentence.text))
        lead.update(named if number < _FIRST else ())
    often = {
        name: count
        for name, count in met.items()
        if count > 1 and name in lead and 3 * count >= 2 * alone[name.split()[0]]
    }
    return max(often, key=lambda name: (often[name], name), default=None)


@cache
def _calendar() -> frozenset[str]:
    periods = load("periods")
    return frozenset((*periods["months"], *periods["weekdays"]))


def _opens_a_name(town: str, text: str) -> bool:
    """Tell whether a town's name opens a longer one: that of its club or firm ("Harwick United")."""
    return re.search(rf"\b{re.escape(town)} [A-Z][a-z]", text) is not None


def _in_full(name: str, text: str) -> str:
    """Return a name with the words that almost always follow it: "Elm" of the "Elm Alliance"."""
    first = re.search(rf"\b{re.escape(name)}((?: [A-Z][\w-]+)? (?:of|for) (?:the )?[A-Z][\w-]+)", text)
    if first is not None and not re.search(rf"\b{re.escape(name)}\b", text[: first.start()]):
        name += first[1]  # "the Office for Tides", thereafter "the Office"
    while len(name.split()) <= _LONGEST:
        met = len(re.findall(rf"\b{re.escape(name)}\b", text))
        behind = Counter(re.findall(rf"\b{re.escape(name)} ([A-Z][\w-]+)", text))
        following, often = next(iter(behind.most_common(1)), ("", 0))
        if often < min(2, met) or 4 * often < 3 * met or not following:
            break
        name = f"{name} {following}"
    before = set(re.findall(rf"([\w-]+,?) {re.escape(name)}\b", text))
    opening = next(iter(before)) if len(before) == 1 and text.count(name) > 1 else ""
    return f"{opening} {name}" if opening and state(opening) else name  # "Peru Eastern"


def _is_within(token: "Token", publisher: str) -> bool:
    """Tell whether a word only goes on with a name that another opens: "Street" of "Mill Street Press"."""
    if token.i == 0 or token.is_sent_start:
        return False
    before = token.nbor(-1)
    joined = before.pos_ == "PROPN" and before.dep_ == "compound" and before.head in (token, token.head)
    return joined and may_be_topic(before.text, before, publisher)


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
        or token.lower_ in _events()
        or token.lower_ in load("context")["economy"]["indices"]
        or token.lower_ in _calendar()
    )


@cache
def _events() -> frozenset[str]:
    return frozenset((*load("context")["events"], *load("context")["same_event"]))


def _outer(token: "Token") -> "Token":
    while token.dep_ in ("compound", "poss") and token.head.pos_ == "PROPN":
        token = token.head  # "the Rail Commissioner's Office said"
    return token


def acts(token: "Token") -> bool:
    """Tell whether a name does or suffers something, or has something; only to speak is not to act."""
    head = _outer(token)
    if _is_named_after(token, head):
        return False
    if head.dep_ == "dobj":
        return head.head.dep_ != "relcl"  # "its titles, which include the Elm Gazette"
    return head.dep_ in _SUBJECTS and (head.head.lemma_ not in _only_saying() or _tells_of_itself(head.head))


def _tells_of_itself(verb: "Token") -> bool:
    """Tell whether what somebody says is what they do or have: "Elm Mills said it would close its quarry"."""
    said = next((child for child in verb.rights if child.dep_ == "ccomp"), None)
    return said is not None and any(
        child.dep_ in _SUBJECTS and child.lower_ in _ITSELF for child in said.lefts
    )


@cache
def _only_saying() -> frozenset[str]:
    verbs = load("frames")["verbs"]
    telling = {*verbs["opinion"], *verbs["speech"]} - {"report", "announce", "record", "list"}
    return frozenset(telling | word_list("context", "looking_into", "verbs"))


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

"""What a sentence takes from the text around it: topic, event, names given before, the last subject."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claims.language import Sentence
from claims.model import Source
from claims.names import Names, demonym, is_world, names_of, state, without_article
from claims.noun_phrases import noun_phrase, premodifiers, text_of
from claims.vocabulary import load

if TYPE_CHECKING:
    from spacy.tokens import Token

_LEAD = 4
_OFTEN = 3
_PRONOUNS = frozenset({"it", "they", "he", "she", "its", "their", "his", "her"})


@dataclass(frozen=True, slots=True)
class Name:
    """A subject as the claim gives it.

    Attributes:
        text: The name or phrase in its normal form.
        inferred: Where it was taken from, when not from the clause itself; else None.
    """

    text: str
    inferred: str | None = None


@dataclass
class Context:
    """What a source has said so far.

    Attributes:
        names: Acronyms and capitals of the text.
        topic: The organisation, person or place the article is about, or None.
        event: The event it is about, or None.
        last: The last subject that was no pronoun, with the number of its sentence.
        owners: Head noun of a measure -> whose it was when last named.
        measure: The last measure named, for clauses that leave it out.
        measures: Base unit -> the last measure named in it.
        lead: What the sentence before a list announced, for items that are bare numbers.
        section: The name that opened the paragraph, or None.
    """

    names: Names
    topic: str | None
    event: str | None
    last: Name | None = None
    owners: dict[str, str] = field(default_factory=dict)
    measure: str = ""
    section: str | None = None
    lead: str = ""
    measures: dict[str, str] = field(default_factory=dict)

    def enter(self, sentence: Sentence) -> None:
        """Take note of where a sentence stands: a name alone ("Russia.") opens a section about it."""
        if sentence.start == sentence.block.start:
            self.section = None
        words = [token for token in sentence.span if not token.is_punct and not token.is_space]
        if (
            0 < len(words) < 5
            and all(token.pos_ == "PROPN" for token in words)
            and sentence.text.endswith(".")
        ):
            self.section = self.names.agent(" ".join(token.text for token in words))

    def leave(self, sentence: Sentence) -> None:
        """Keep the subject of a sentence for the pronouns of the next."""
        root = sentence.span.root
        if sentence.text.endswith(":"):
            nouns = [child for child in root.children if child.pos_ in ("NOUN", "PROPN")]
            self.lead = noun_phrase(nouns[-1], possessor=False) if nouns else ""
        subject = next((child for child in root.children if child.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is not None and subject.pos_ in ("NOUN", "PROPN"):
            self.last = Name(self._named(subject))

    def subject(self, token: "Token | None") -> Name | None:
        """Return the subject that a token stands for, or None where nothing tells.

        Args:
            token: Head of the subject's noun phrase; pronouns and descriptions are resolved.
        """
        if token is None:
            return None
        if token.pos_ == "PRON":
            return self._pronoun(token)
        phrase = noun_phrase(token, depth=2, skip=_accompanies)
        described = self._description(token, phrase)
        if described is not None:
            return described
        agent = self.names.agent(phrase)
        people = demonym(agent)
        if people and token.pos_ in ("ADJ", "PROPN"):
            return Name(people)
        acronym = next(
            (child.text for child in token.children if child.dep_ == "appos" and child.text.isupper()), ""
        )
        return Name(f"{agent} ({acronym})" if len(acronym) > 1 else agent)

    def _pronoun(self, token: "Token") -> Name | None:
        if token.lower_ not in _PRONOUNS:
            return None
        person = token.lower_ in ("he", "she", "his", "her")
        for earlier in reversed(token.doc[: token.i]):
            if earlier.dep_ in ("nsubj", "nsubjpass") and earlier.pos_ in ("NOUN", "PROPN"):
                if not person or earlier.ent_type_ == "PERSON":
                    name = self._named(earlier)
                    return Name(name, f"“{token.text}” read as the subject before it, “{name}”")
                break
        if self.last is None:
            return None
        return Name(self.last.text, f"“{token.text}” read as the subject before it, “{self.last.text}”")

    def _named(self, token: "Token") -> str:
        """Return the owner of a possessed thing, the name a description stands for, or the phrase itself."""
        owner = next(
            (child for child in token.children if child.dep_ == "poss" and child.pos_ != "PRON"), token
        )
        phrase = noun_phrase(owner, depth=1, skip=_accompanies)
        described = self._description(owner, phrase)
        return described.text if described is not None else self.names.agent(phrase)

    def _description(self, token: "Token", phrase: str) -> Name | None:
        if token.pos_ != "NOUN" or token.i == 0 or token.nbor(-1).lower_ != "the" or phrase != token.text:
            return None
        if token.lemma_ in load("context")["organisations"] and self.topic:
            return Name(self.topic, f"“the {token.text}” read as the topic, “{self.topic}”")
        return None

    def unnamed(self, measure: str, *, suffered: bool, thing: str | None = None) -> Name:
        """Return the subject of a clause that names none.

        Args:
            measure: What is measured.
            suffered: Whether the counted things are themselves the grammatical subject ("two people died").
            thing: What is counted, if anything.

        Returns:
            The owner last named with this measure, else the event or topic of the article, else the measure.
        """
        head = measure.split()[-1].lower() if measure else ""
        owner = self.owners.get(measure.lower()) or (None if suffered else self.owners.get(head))
        if owner:
            return Name(owner, f"last named as “{owner}” with “{head}”")
        about = self.section or ((self.event or self.topic) if suffered else (self.topic or self.event))
        if about:
            return Name(about, f"the article is about “{about}”")
        return Name(without_article(thing or measure))

    def elided(self, unit: str) -> str:
        """Return the measure last named for a unit, for a clause without one ("India follows with 7 t")."""
        return self.measures.get(unit, self.measure)

    def remember(self, subject: Name, measure: str, unit: str) -> None:
        """Keep a subject and what was measured of it for the clauses that follow."""
        if unit == "rank":
            return
        if measure:
            self.measures[unit] = measure
        if measure:
            self.measure = measure
            if subject.inferred is None:
                self.owners[measure.split()[-1].lower()] = subject.text
                self.owners[measure.lower()] = subject.text


def _accompanies(token: "Token") -> bool:
    if token.pos_ in ("NUM", "SYM") or token.ent_type_ in ("MONEY", "PERCENT"):
        return True
    return token.dep_ == "prep" and token.lower_ in ("with", "against", "from", "to", "between", "among")


def context_of(source: Source, sentences: Sequence[Sentence]) -> Context:
    """Read what an article is about.

    Args:
        source: The source.
        sentences: All its sentences, parsed.

    Returns:
        The context before its first sentence.
    """
    lead = sentences[:_LEAD]
    names = names_of(source.text)
    return Context(names, _topic(source, lead, names), _event(source, lead))


def _topic(source: Source, lead: Sequence[Sentence], names: Names) -> str | None:
    """The name in headline and first sentences that the whole text repeats most, acting names first."""
    found: dict[str, float] = {}
    publisher = (source.known("publisher") or "").lower()
    counts = Counter(re.findall(r"[^\W\d_][\w-]+", source.text))
    for sentence in lead:
        for token in sentence.span:
            name = token.text.capitalize() if token.text.isupper() and len(token) > 4 else token.text
            if (
                token.pos_ != "PROPN"
                or len(name) < 3
                or state(name)
                or name.lower() in publisher
                or demonym(name)
            ):
                continue
            if (
                (sentence.block.kind != "heading" and token.ent_type_ == "DATE")
                or counts[name] < _OFTEN
                or counts[name.lower()]
            ):
                continue
            acts = token.dep_ in ("nsubj", "nsubjpass", "poss") or token.head.dep_ in (
                "nsubj",
                "nsubjpass",
                "poss",
            )
            opens = sentence.block.kind == "heading" and not any(
                word.pos_ == "PROPN" for word in token.doc[: token.i]
            )
            found[name] = max(found.get(name, 0), counts[name] * (3.0 if opens else 2.0 if acts else 1.0))
    return max(found, key=lambda name: (found[name], -source.text.find(name))) if found else None


def _event(source: Source, lead: Sequence[Sentence]) -> str | None:
    events = frozenset(load("context")["events"])
    found: Counter[str] = Counter()
    for sentence in lead:
        for token in sentence.span:
            if token.lemma_.lower() in events and token.pos_ in ("NOUN", "PROPN"):
                name = text_of(
                    [
                        word
                        for word in premodifiers(token)
                        if word.pos_ == "PROPN" or word == token or word.dep_ in ("poss", "case")
                    ]
                )
                found[name] = source.text.lower().count(token.lower_) + 5 * (len(name.split()) > 1)
    if not found:
        return None
    best, times = max(found.items(), key=lambda item: (item[1], -source.text.find(item[0])))
    return best if times > 2 else None


def owner_in(noun: "Token") -> tuple[str, frozenset[int]] | None:
    """Return the state or world that an adjective before a noun names, and the tokens that do.

    Args:
        noun: The head of a measure ("exports" of "Chinese exports", "demand" of "global demand").
    """
    for token in premodifiers(noun, possessor=False):
        if token.i == noun.i:
            continue
        if is_world(token.text):
            return "world", frozenset({token.i})
        people = demonym(token.text) or (state(token.text) if token.pos_ == "PROPN" else None)
        if people:
            return people, frozenset({token.i})
    return None

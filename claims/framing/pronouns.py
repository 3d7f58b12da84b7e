"""Whom a pronoun stands for, and whose what it possesses is."""

from typing import TYPE_CHECKING

from claims.framing.frame import NOUNS, word_class
from claims.framing.meant import Meant
from claims.framing.memory import Name
from claims.framing.mentions import (
    acting_before,
    beside_its,
    firms,
    is_event,
    is_person_meant,
    is_somebody,
    is_somebody_acting,
    may_be_meant,
    may_mean,
    outside_brackets,
    spoken_of,
    tells_of_itself,
)
from claims.framing.noun_phrases import SUBJECTS, complement_of, is_fragment
from claims.framing.ships import has_as_ship, may_be_ship
from claims.framing.topic import event_kinds
from claims.names import state_named
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from claims.tokens import Token


LONGEST = 8
PRONOUNS = frozenset({"it", "they", "them", "he", "him", "she", "its", "their", "his", "her"})
SPEAKER = frozenset({"i", "me", "my"})
OF_PEOPLE = frozenset({"he", "him", "she", "his", "her"})


class Pronouns(Meant):
    """What a source has said so far, and whom its pronouns mean by it."""

    def _pronoun(self, token: "Token") -> Name | None:
        if token.lower_ in SPEAKER:
            return Name("I")  # until it is known who speaks
        if token.lower_ not in PRONOUNS:
            return None
        found = self._keeper(token, self._antecedent(token))
        if not found:
            return None
        what = "thing" if found == self.acted_on else "subject"
        return Name(found, f"“{token.text}” read as the {what} before it, “{found}”")

    def _antecedent(self, token: "Token") -> str | None:
        """Return whom a pronoun stands for: the nearest subject before it that it agrees with."""
        if token.lower_ == "its" and (place := self._place_measured(token)) is not None:
            return place
        if self.event and is_event(token, event_kinds(), self.event):
            return self.event
        if token.lower_ == "them":
            others = acting_before(token)
            last = self.last.text if self.plural and self.last is not None else self.several
            return self._named(others) if others is not None else last
        if (others := beside_its(token)) is not None:
            return self._named(others)
        if token.lower_ in OF_PEOPLE:
            return self._somebody(token)
        return self._one_thing(token) if token.lower_ in ("it", "its") else self._several_things(token)

    def _place_measured(self, its: "Token") -> str | None:
        """Return the state or place that owns an amount or a size: "2 % of its 90 square miles"."""
        if its.head.lemma_ in load("context")["amounts"]:
            before = [found for word in its.doc[: its.i] if (found := state_named(word))]
            if before or self.state:
                return before[-1] if before else self.state
        if its.head.lemma_.lower() in word_list("context", "descriptions", "sizes"):
            inhabited = word_class("nouns", "inhabited")
            places = (word for word in reversed(its.doc[: its.i]) if word.lemma_ in inhabited)
            place = next(places, None)  # "the storm cost the island 2 % of its 90 square miles"
            if place is not None:
                return self._named(place)
        return None

    def _somebody(self, token: "Token") -> str | None:
        """Return whom "he" or "her" means: somebody of the same sentence, else the person last named."""
        if self.ship and has_as_ship(token):
            return self.ship.name
        if (speaker := spoken_of(token)) is not None:
            told = self._antecedent(speaker) if speaker.pos_ == "PRON" else self._named(speaker)
            return self.full.get(speaker.text, told)
        for earlier in outside_brackets(token):
            if is_person_meant(token, earlier, self.full):
                return self.full.get(earlier.text, self._named(earlier))
            if is_somebody_acting(token, earlier):
                return self._named(earlier)
        if self.ship and self.last is not None and may_be_ship(token, self.last.text, self.ship):
            return self.ship.name
        about = self.full.get(self.protagonist or "", self.protagonist)
        if self.person and not may_be_meant(token, self.person, self.full):
            return self.man or about
        last = self.last.text if self.last is not None and is_somebody(self.last.text) else None
        return self.person or about or last

    def _one_thing(self, token: "Token") -> str | None:
        """Return what "it" or "its" means: one thing or body of the same sentence, else what was told of."""
        if (body := tells_of_itself(token, self.firm or "", self.capitals)) is not None:
            return self._named(body)
        for earlier in outside_brackets(token):
            if earlier.dep_ not in ("nsubj", "nsubjpass") or earlier.pos_ not in NOUNS:
                continue
            owner = next((child for child in earlier.lefts if child.dep_ == "poss"), None)
            if owner is not None and owner.lower_ == "its":
                return self._antecedent(owner)  # what a text goes on to speak of: "its stock is low; it buys"
            several = earlier.tag_ == "NNS" or (earlier.tag_ == "NNPS" and earlier.ent_type_ != "ORG")
            if several and (owner is None or owner.pos_ != "PROPN"):
                continue
            if may_mean(token, earlier, self.descriptions):
                return self._named(earlier)
        if not (self.section or self.plural or self.last is None):
            return self._last_subject()
        told = self.section or self.topic
        acting = token.dep_ in (*SUBJECTS, "poss") and token.head.lemma_ not in ("be", "have")
        if not told and acting and (alone := self.one_before(owning=token.lower_ == "its")):
            return alone
        said = self.thing or self.last
        told = told or self._theme(suffered=False) or self.event or self.acted_on
        return told or (said.text if said else None)

    def _several_things(self, token: "Token") -> str | None:
        """Return whom "they" or "their" means: a subject of the same sentence, else the last one."""
        for earlier in outside_brackets(token):
            if earlier.dep_ == "nsubj" and is_fragment(earlier):
                some = complement_of(earlier, "of")  # "some of the farms kept 20 where they had kept 40"
                if some is not None and some.tag_ == "NNS":
                    return self._named(some)
            subject = earlier.dep_ in ("nsubj", "nsubjpass") and earlier.pos_ in NOUNS
            if subject and may_mean(token, earlier, self.descriptions):
                return self._named(earlier)
        if token.lower_ in ("they", "their") and self.single and self.several:
            return self.several
        return self._last_subject()

    def _last_subject(self) -> str | None:
        """Return the thing last told of where the last subject is one person, else that subject."""
        one = self.last is not None and self.last.text == self.person  # "their" is not one person's
        return meant.text if (meant := self.thing if self.single or one else self.last) is not None else None

    def _possessed(self, token: "Token", phrase: str) -> Name | None:
        """Name the owner of a thing that a pronoun possesses: "its makers" are "Oslo's makers"."""
        owners = (child for child in token.lefts if child.dep_ == "poss")
        pronoun = next((child for child in owners if child.pos_ == "PRON" or child.tag_ == "WP$"), None)
        if pronoun is None or len(phrase.split()) > LONGEST // 2:
            return None
        if pronoun.lower_ == "whose":
            owner = next((word for word in pronoun.ancestors if word.dep_ == "relcl"), None)
            return Name(f"{self._named(owner.head)}'s {phrase}") if owner is not None else None
        found = self._pronoun(pronoun)
        if found is None or phrase.startswith(found.text):
            return None
        if (led := self._led(token)) is not None:
            return Name(led, f"“{pronoun.text} {phrase}” read as “{led}”")
        ending = "'" if found.text.endswith("s") else "'s"
        return Name(f"{found.text}{ending} {phrase}", found.inferred)

    def _led(self, noun: "Token") -> str | None:
        """Return the body that "her company" means: the one that the text says she owns or leads."""
        own = next((child for child in noun.lefts if child.lower_ in ("his", "her")), None)
        person = self._antecedent(own) if own is not None and noun.lemma_ in firms() and self.led else None
        return self.led.get(person.split()[-1]) if person else None

"""What a noun that names nothing by itself stands for: "the company", "the blaze", a surname."""

from typing import TYPE_CHECKING

from claims.framing.appositions import called
from claims.framing.ballots import campaign_of, is_ballot
from claims.framing.events import event_meant
from claims.framing.memory import Memory, Name
from claims.framing.mentions import firms, is_best_of_its_place, is_titled_as, organisations
from claims.framing.noun_phrases import accompanies, is_of_many, noun_phrase
from claims.framing.ships import is_the_ship
from claims.framing.topic import event_kinds
from claims.names import state, state_named
from claims.vocabulary import load

if TYPE_CHECKING:
    from claims.tokens import Token


_LEAD = 4
_NO_OWNERS = frozenset({"PRP$", "WP$", "NNS"})


class Meant(Memory):
    """What a source has said so far, and what its descriptions mean by it."""

    def _named(self, token: "Token") -> str:
        """Return the owner of a possessed thing, the name a description stands for, or the phrase itself."""
        has = (token := called(token)).pos_ != "PROPN"  # of "Holm's Dalby Post" it is the paper
        owner = next((it for it in token.children if it.dep_ == "poss" and it.tag_ not in _NO_OWNERS), token)
        owner, whole = owner if has else token, has or is_of_many(token)
        phrase = noun_phrase(owner, possessor=whole, depth=1, skip=accompanies)
        described = self._description(owner, phrase)
        return described.text if described is not None else self.names.agent(phrase)

    def _description(self, token: "Token", phrase: str) -> Name | None:
        """Resolve a noun that names nothing by itself: "the company", "the blaze", a surname."""
        full = self.full.get(token.text, "") if token.text[:1].isupper() else ""
        if full and (phrase == token.text or is_titled_as(phrase, token.text, full)):
            return Name(self.full[token.text], f"“{token.text}” named in full before")
        if token.lower_ == "old" and self.person and phrase.split()[-1].endswith("-old"):
            return Name(self.person, f"“{phrase}” read as the person last named, “{self.person}”")
        if token.pos_ != "NOUN":
            return None
        if (name := called(token)) is not token:
            return Name(noun_phrase(name, complement=False))
        if side := campaign_of(token):
            return Name(side, f"“{phrase}” read as the “{side}”" if phrase != side else None)
        lemma = token.lemma_.lower()
        if lemma in event_kinds():
            return event_meant(token, phrase, self.event, is_late=self.told > _LEAD)
        built = self._built(token, phrase)
        if built is not None:
            return built
        if self.firm and lemma in organisations() and is_best_of_its_place(token):
            return Name(self.firm, f"“{phrase}” read as the topic, “{self.firm}”")
        based = any(child.lower_ == "based" or child.lower_.endswith("-based") for child in token.lefts)
        if based and token.tag_ == "NN" and lemma in firms() and (own := self.firm or self.accounts):
            return Name(own, f"“{phrase}” read as whose figures are told, “{own}”")
        if self.ship and is_the_ship(token, self.ship):
            return Name(self.ship.name, f"“{phrase}” read as the ship told of, “{self.ship.name}”")
        if phrase == f"new {token.text}" and self.descriptions and (opened := self.descriptions.new(lemma)):
            return Name(opened, f"“the {phrase}” read as “{opened}”")
        if token.i == 0 or phrase != token.text or token.nbor(-1).lower_ not in ("the", "this", "our"):
            return None
        if self.site is not None and self.site.is_meant(token.lower_):
            site = self.site.name
            return Name(site, f"“the {token.text}” read as the site told of, “{site}”")
        return self._pointed_at(token, lemma)

    def _pointed_at(self, token: "Token", lemma: str) -> Name | None:
        """Resolve a bare noun with an article that points back: "the rest", "the country", "the firm"."""
        if lemma in ("rest", "remainder") and self.counted:
            said = f"“the {token.text}” read as the rest of the {self.counted} counted before"
            return Name(self.counted, said)
        if self.protagonist and lemma in load("context")["protagonist"]["roles"]:
            meant = self.full.get(self.protagonist, self.protagonist)
            return Name(meant, f"“the {token.text}” read as whom the article is about, “{meant}”")
        if lemma in self.full:
            return Name(self.full[lemma], f"“the {token.text}” named in full before")
        if lemma in organisations() and self.firm and not self._is_another(token, lemma):
            return Name(self.firm, f"“the {token.text}” read as the topic, “{self.firm}”")
        if self.descriptions is None or token.tag_ != "NN":
            return None
        if lemma in ("country", "nation") and (land := self._land()):
            return Name(land, f"“the {token.text}” read as the state told of, “{land}”")
        known = self.descriptions.meant(lemma, self.here) or self._firm_before(lemma)
        known = known or (self.accounts if lemma in firms() else None)
        return Name(known, f"“the {token.text}” read as “{known}”") if known else None

    def _is_another(self, token: "Token", lemma: str) -> bool:
        """Tell whether a noun means another body than the firm: "the union", "the group has bought Elm"."""
        done_to = (child for child in token.head.rights if child.dep_ == "dobj" and token.dep_ == "nsubj")
        words = (self.firm or "").split()
        return any(child.text in words for child in done_to) or self.is_beside_firm(lemma)

    def _built(self, token: "Token", phrase: str) -> Name | None:
        """Resolve a noun for what is built: "the project", "the line", and in the lead "a project"."""
        if self.work is None or token.tag_ != "NN":
            return None
        known = {child.lower_ for child in token.lefts} & {"the", "this"}
        first = self.told < _LEAD and any(child.lower_ in ("a", "an") for child in token.lefts)
        meant = phrase.lower() in self.work.words or phrase.lower() in load("works")["undertakings"]
        if not meant or not (known or first):
            return None
        note = f"“{phrase}” read as what is built, “{self.work.name}”"
        return Name(self.work.name, None if phrase.lower() == self.work.name.lower() else note)

    def nation(self, noun: "Token") -> Name | None:
        """Return the state meant by "national" or "domestic" before a noun: the one last named."""
        word = next((child for child in noun.lefts if child.lower_ in ("national", "domestic")), None)
        if word is None:
            return None
        before = [found for token in noun.doc[: noun.i] if (found := state_named(token))]
        meant = before[-1] if before else (self.state or state(self.topic or ""))
        return Name(meant, f"“{word.text}” read as of the state last named, “{meant}”") if meant else None

    def _theme(self, *, suffered: bool) -> str | None:
        """Return what a figure is of that names no owner; only its own figures are a vote's."""
        if self.topic or not is_ballot(self.event):
            return self.topic or self.event or (self.work.name if self.work and not suffered else None)
        return self.work.name if self.work and not suffered else None

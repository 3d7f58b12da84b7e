"""Whom a mention stands for, from what the text around it says: topic, event, names, the last subject."""

import re
from typing import TYPE_CHECKING

from claims.framing.appositions import called
from claims.framing.ballots import campaign_of, counted_so_far, is_ballot, is_side, of_ballot
from claims.framing.events import befalls, event_meant
from claims.framing.frame import NOUNS, word_class
from claims.framing.illness import is_outbreak, of_the_sick
from claims.framing.measures import amounts, is_money, kin_of
from claims.framing.memory import Memory, Name, is_of_accounts
from claims.framing.mentions import (
    acting_before,
    beside_its,
    firms,
    is_best_of_its_place,
    is_event,
    is_forename,
    is_many,
    is_organisation,
    is_person,
    is_person_meant,
    is_several,
    is_somebody,
    is_somebody_acting,
    is_thing,
    is_titled_as,
    is_womans,
    may_be_meant,
    may_mean,
    organisations,
    outside_brackets,
    spoken_of,
    telling,
    tells_of_itself,
    worked_on,
)
from claims.framing.noun_phrases import (
    SUBJECTS,
    accompanies,
    complement_of,
    is_fragment,
    is_of_many,
    noun_phrase,
    object_of,
)
from claims.framing.protagonist import of_person
from claims.framing.topic import event_kinds, event_nouns, of_court, of_harm
from claims.language import Sentence
from claims.names import demonym, state, state_named, without_article
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from claims.tokens import Token

_LONGEST = 8
_LEAD = 4
_FORM = re.compile(
    r"^(?:rank (?:from the bottom )?(?:by|as) |(?:share|number|length|value|time for which) (?:of )?)"
    r"| as (?:multiple|share) of .*$| (?:is|are) (?:high|low)est$"
)
_PRONOUNS = frozenset({"it", "they", "them", "he", "him", "she", "its", "their", "his", "her"})
_NO_OWNERS = frozenset({"PRP$", "WP$", "NNS"})
_SPEAKER = frozenset({"i", "me", "my"})
_OF_PEOPLE = frozenset({"he", "him", "she", "his", "her"})


class Context(Memory):
    """What a source has said so far, and whom its pronouns and descriptions mean by it."""

    def leave(self, sentence: Sentence) -> None:
        """Keep the subject of a sentence for the pronouns of the next, and the names it gave."""
        root = telling(sentence.span.root)
        if sentence.text.endswith(":"):
            nouns = [child for child in root.children if child.pos_ in NOUNS]
            self.lead = noun_phrase(nouns[-1], possessor=False) if nouns else ""
        self.told += 1
        self.partial = counted_so_far(sentence.text) or self.partial
        kind = (self.event or "").rpartition(" ")[2]
        self.near_event = not sentence.span.doc.lemmas.isdisjoint(event_nouns(kind))
        for token in sentence.span:
            self.note(token)
        self._asked(sentence)
        self._of_one(root)
        subject = next((child for child in root.children if child.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is None and root.pos_ == "PROPN":  # "And Norwood, the club that he left?"
            subject = root
        if subject is not None and is_fragment(subject):
            subject = complement_of(subject, "of") or subject
        if subject is not None and subject.lower_ == "them" and self.counted:
            self.last, self.plural, self.single = Name(self.counted), True, False
        if subject is not None and subject.pos_ in NOUNS and not is_fragment(subject):
            subject = worked_on(called(subject))
            theirs = next((self._antecedent(it) for it in subject.lefts if it.lower_ == "their"), None)
            kept = self._kept(subject)
            self.last = Name(kept or self._named(subject))
            person = is_person(subject, self.firm or "")
            owned = any(child.dep_ == "poss" for child in subject.lefts)
            measured = not owned and subject.lower_ in word_class("nouns", "measured")
            if (not person and not measured) or self.thing is None or is_organisation(subject):
                about = None if owned else self.full.get(self.protagonist or "", self.protagonist)
                self.thing = Name(about) if about and of_person(subject.lower_) else self.last
            self.acted_on = self._acted_on(root)
            self.plural = not kept and is_many(subject, self.capitals)
            self.single = person or bool(kept) or (subject.tag_ == "NN" and not is_several(subject))
            self.several = theirs if theirs and subject.tag_ == "NN" else self.several
            if person and self.acted_on:  # "Ada Holm keeps a list. It has 40 entries."
                self.thing = Name(self.acted_on)
            if subject.pos_ == "PROPN" and (person or subject.text in self.full):
                self.person = self.last.text
                self.man = self.man if is_womans(self.person) else self.person
        elif subject is not None and subject.lower_ in _OF_PEOPLE and self.person:
            self.last, self.single = Name(self.person), True
            if acted_on := self._acted_on(root):
                self.thing = Name(acted_on)

    def _kept(self, subject: "Token") -> str | None:
        """Return whom a sentence on "its revenue" or "her company" goes on to tell of."""
        if (led := self._led(subject)) is not None:
            return led
        its = next((child for child in subject.lefts if child.lower_ == "its"), None)
        figure = subject.lower_ in word_class("nouns", "measured") or is_money(subject.lower_)
        owner = self._antecedent(its) if its is not None else None
        told = figure or self._is_body(owner or "")  # "Its fleet is old. It flies …": still the airline
        return self._keeper(its, owner) if its is not None and told else None

    def _led(self, noun: "Token") -> str | None:
        """Return the body that "her company" means: the one that the text says she owns or leads."""
        own = next((child for child in noun.lefts if child.lower_ in ("his", "her")), None)
        person = self._antecedent(own) if own is not None and noun.lemma_ in firms() and self.led else None
        return self.led.get(person.split()[-1]) if person else None

    def _of_one(self, root: "Token") -> None:
        """Remember the last subject of a clause that is one thing or body, which "it" may go on to mean."""
        for clause in (*(child for child in root.lefts if child.dep_ in ("ccomp", "parataxis")), root):
            subject = next((child for child in clause.lefts if child.dep_ in SUBJECTS), None)
            if subject is None:
                continue
            if subject.lower_ == "it" and self.one[0]:
                self.one = self.one[0], self.told
            elif is_thing(meant := worked_on(called(subject))):
                self.one = self._named(meant), self.told

    def _acted_on(self, verb: "Token") -> str | None:
        """Return the one thing that something is done to: "it" behind "Lorries cross the bridge"."""
        target = object_of(verb)
        one = target is not None and target.tag_ in ("NN", "NNP") and not target.ent_type_
        return self._named(target) if target is not None and one else None

    def subject(self, token: "Token | None") -> Name | None:
        """Return the subject that a token stands for, or None where nothing tells.

        Args:
            token: Head of the subject's noun phrase; pronouns and descriptions are resolved.
        """
        if token is None:
            return None
        if token.pos_ == "PRON" or token.lower_ in _PRONOUNS | _SPEAKER:
            return self._pronoun(token)
        token = called(token)
        if is_fragment(token):
            return self._meant_by(token)
        phrase = noun_phrase(token, depth=2, skip=accompanies)
        owned = self._possessed(token, phrase)
        if owned is not None:
            return owned
        described = self._description(token, phrase)
        if described is not None:
            return described
        agent = self.names.agent(phrase)
        people = demonym(agent)
        if people and token.pos_ in ("ADJ", "PROPN") and not is_forename(token):
            return Name(people)
        if not phrase or len(phrase.split()) > _LONGEST:
            agent = noun_phrase(token, complement=False) or token.text
        acronym = next((it.text for it in token.children if it.dep_ == "appos" and it.text.isupper()), "")
        return Name(f"{agent} ({acronym})" if len(acronym) > 1 else agent)

    def _meant_by(self, token: "Token") -> Name | None:
        """Return what a number is of: "pupils" of "most of the pupils", else the things last counted."""
        target = complement_of(token, "of")
        if target is not None and target.pos_ in NOUNS and not is_fragment(target):
            return self.subject(target)
        return self.left_out()

    def nation(self, noun: "Token") -> Name | None:
        """Return the state meant by "national" or "domestic" before a noun: the one last named."""
        word = next((child for child in noun.lefts if child.lower_ in ("national", "domestic")), None)
        if word is None:
            return None
        before = [found for token in noun.doc[: noun.i] if (found := state_named(token))]
        meant = before[-1] if before else (self.state or state(self.topic or ""))
        return Name(meant, f"“{word.text}” read as of the state last named, “{meant}”") if meant else None

    def _possessed(self, token: "Token", phrase: str) -> Name | None:
        """Name the owner of a thing that a pronoun possesses: "its makers" are "Oslo's makers"."""
        owners = (child for child in token.lefts if child.dep_ == "poss")
        pronoun = next((child for child in owners if child.pos_ == "PRON" or child.tag_ == "WP$"), None)
        if pronoun is None or len(phrase.split()) > _LONGEST // 2:
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

    def _pronoun(self, token: "Token") -> Name | None:
        if token.lower_ in _SPEAKER:
            return Name("I")  # until it is known who speaks
        if token.lower_ not in _PRONOUNS:
            return None
        found = self._keeper(token, self._antecedent(token))
        if not found:
            return None
        what = "thing" if found == self.acted_on else "subject"
        return Name(found, f"“{token.text}” read as the {what} before it, “{found}”")

    def _antecedent(self, token: "Token") -> str | None:
        """Return whom a pronoun stands for: the nearest subject before it that it agrees with."""
        if token.head.lemma_ in load("context")["amounts"] and token.lower_ == "its":
            before = [found for word in token.doc[: token.i] if (found := state_named(word))]
            if before or self.state:
                return before[-1] if before else self.state
        if token.lower_ == "its" and token.head.lemma_.lower() in word_list(
            "context", "descriptions", "sizes"
        ):
            inhabited = word_class("nouns", "inhabited")
            places = (word for word in reversed(token.doc[: token.i]) if word.lemma_ in inhabited)
            place = next(places, None)  # "the storm cost the island 2 % of its 90 square miles"
            if place is not None:
                return self._named(place)
        if self.event and is_event(token, event_kinds(), self.event):
            return self.event
        if token.lower_ == "them":
            others = acting_before(token)
            last = self.last.text if self.plural and self.last is not None else self.several
            return self._named(others) if others is not None else last
        if (others := beside_its(token)) is not None:
            return self._named(others)
        person, single = token.lower_ in _OF_PEOPLE, token.lower_ in ("it", "its")
        if single and (body := tells_of_itself(token, self.firm or "", self.capitals)) is not None:
            return self._named(body)
        if person and (speaker := spoken_of(token)) is not None:
            told = self._antecedent(speaker) if speaker.pos_ == "PRON" else self._named(speaker)
            return self.full.get(speaker.text, told)
        for earlier in outside_brackets(token):
            if person and is_person_meant(token, earlier, self.full):
                return self.full.get(earlier.text, self._named(earlier))
            if person and is_somebody_acting(token, earlier):
                return self._named(earlier)
            if not single and not person and earlier.dep_ == "nsubj" and is_fragment(earlier):
                some = complement_of(earlier, "of")  # "some of the farms kept 20 where they had kept 40"
                if some is not None and some.tag_ == "NNS":
                    return self._named(some)
            if person or earlier.dep_ not in ("nsubj", "nsubjpass") or earlier.pos_ not in NOUNS:
                continue
            owner = next((child for child in earlier.lefts if child.dep_ == "poss"), None)
            if single and owner is not None and owner.lower_ == "its":
                return self._antecedent(owner)  # what a text goes on to speak of: "its stock is low; it buys"
            several = earlier.tag_ == "NNS" or (earlier.tag_ == "NNPS" and earlier.ent_type_ != "ORG")
            if single and several and (owner is None or owner.pos_ != "PROPN"):
                continue
            if not may_mean(token, earlier, self.descriptions):
                continue
            return self._named(earlier)
        if person:
            about = self.full.get(self.protagonist or "", self.protagonist)
            if self.person and not may_be_meant(token, self.person, self.full):
                return self.man or about
            last = self.last.text if self.last is not None and is_somebody(self.last.text) else None
            return self.person or about or last
        if single and (self.section or self.plural or self.last is None):
            told = self.section or self.topic
            acting = token.dep_ in (*SUBJECTS, "poss") and token.head.lemma_ not in ("be", "have")
            if not told and acting and (alone := self.one_before(owning=token.lower_ == "its")):
                return alone
            said = self.thing or self.last
            told = told or self._theme(suffered=False) or self.event or self.acted_on
            return told or (said.text if said else None)
        if token.lower_ in ("they", "their") and self.single and self.several:
            return self.several
        one = self.last is not None and self.last.text == self.person  # "their" is not one person's
        return meant.text if (meant := self.thing if single or one else self.last) is not None else None

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
        full = self.full.get(token.text, "") if token.pos_ == "PROPN" else ""
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
        if token.i == 0 or phrase != token.text or token.nbor(-1).lower_ not in ("the", "this", "our"):
            return None
        if lemma in ("rest", "remainder") and self.counted:
            said = f"“the {token.text}” read as the rest of the {self.counted} counted before"
            return Name(self.counted, said)
        if self.protagonist and lemma in load("context")["protagonist"]["roles"]:
            meant = self.full.get(self.protagonist, self.protagonist)
            return Name(meant, f"“the {token.text}” read as whom the article is about, “{meant}”")
        if lemma in self.full:
            return Name(self.full[lemma], f"“the {token.text}” named in full before")
        if lemma in organisations() and self.firm and not self.is_beside_firm(lemma):
            return Name(self.firm, f"“the {token.text}” read as the topic, “{self.firm}”")
        if self.descriptions is None or token.tag_ != "NN":
            return None
        if lemma in ("country", "nation") and (land := self._land()):
            return Name(land, f"“the {token.text}” read as the state told of, “{land}”")
        known = self.descriptions.meant(lemma, self.here) or self._firm_before(lemma)
        return Name(known, f"“the {token.text}” read as “{known}”") if known else None

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
        if self.ballot and is_side(measure):
            return Name(self.ballot, f"a figure of the vote told of, “{self.ballot}”")
        owner = self.owners.get(measure.lower()) or (None if suffered else self.owners.get(head))
        if not owner and not suffered and (kin := kin_of(measure)):
            owner, head = self.owners.get(kin), kin
        if owner and not self.section:
            return Name(owner, f"last named as “{owner}” with “{head}”")
        if measure == "age" and self.person:
            return Name(self.person, f"the person last named, “{self.person}”")
        if self.protagonist and of_person(measure):
            found = self.full.get(self.protagonist, self.protagonist)
            return Name(found, f"the article is about “{found}”")
        if self.section:
            return Name(self.section, f"the section is about “{self.section}”")
        if self.ballot and of_ballot(measure):
            return Name(self.ballot, f"a figure of the vote told of, “{self.ballot}”")
        befell = self.tried or self.wreck or (None if is_outbreak(self.event) else self.mishap)
        if befell and of_harm(measure):
            return Name(befell, f"the text tells of the “{befell}”")
        near = suffered and (self.topic is None or self.near_event) and not is_ballot(self.event)
        happened = near or of_court(self.event, measure) or befalls(self.event, measure, suffered=suffered)
        about = (self.event if happened else None) or self._theme(suffered=suffered)
        if is_outbreak(self.event):
            about = self.event if of_the_sick(measure) else self.topic
        if about:
            return Name(about, f"the article is about “{about}”")
        if self.accounts and is_of_accounts(measure):
            return Name(self.accounts, f"the accounts told of are those of “{self.accounts}”")
        if self.goods and self.worldwide and set(measure.lower().split()) & amounts():
            return Name("world", f"the text tells of the whole world's {self.goods}, and no owner is named")
        body = self.thing.text if self.thing is not None else ""
        bodys = head in word_list("naming", "nouns", "of_bodies") or is_of_accounts(measure)
        if bodys and body and self._is_body(body) and not state(body):
            return Name(body, f"“{head}” read as of “{body}”, spoken of before it")
        return Name(without_article(thing or _FORM.sub("", measure) or measure))

    def _theme(self, *, suffered: bool) -> str | None:
        """Return what a figure is of that names no owner; only its own figures are a vote's."""
        if self.topic or not is_ballot(self.event):
            return self.topic or self.event or (self.work.name if self.work and not suffered else None)
        return self.work.name if self.work and not suffered else None

"""Whom a mention stands for, from what the text around it says: topic, event, names, the last subject."""

import re
from typing import TYPE_CHECKING

from claims.framing.appositions import called, without_role
from claims.framing.ballots import counted_so_far, is_ballot, is_side, of_ballot
from claims.framing.events import befalls
from claims.framing.frame import NOUNS, word_class
from claims.framing.illness import is_outbreak, of_the_sick
from claims.framing.measures import amounts, is_money, kin_of
from claims.framing.memory import Name, is_of_accounts
from claims.framing.mentions import (
    is_forename,
    is_in_list_of_places,
    is_many,
    is_organisation,
    is_person,
    is_several,
    is_thing,
    is_womans,
    telling,
    worked_on,
)
from claims.framing.noun_phrases import (
    SUBJECTS,
    accompanies,
    complement_of,
    is_fragment,
    noun_phrase,
    object_of,
)
from claims.framing.pronouns import LONGEST, OF_PEOPLE, PRONOUNS, SPEAKER, Pronouns
from claims.framing.protagonist import of_person
from claims.framing.topic import event_nouns, of_court, of_harm
from claims.language import Sentence
from claims.names import demonym, state, without_article
from claims.vocabulary import word_list

if TYPE_CHECKING:
    from claims.tokens import Token


_FORM = re.compile(
    r"^(?:rank (?:from the bottom )?(?:by|as) |(?:share|number|length|value|time for which) (?:of |among )?)"
    r"| as (?:multiple|share) of .*$| (?:is|are) (?:high|low)est$"
)


class Context(Pronouns):
    """What a source has said so far, and whom its pronouns and descriptions mean by it."""

    @property
    def outbreak(self) -> str | None:
        """The outbreak that the article is about, or tells of beside that."""
        return next((told for told in (self.event, self.mishap) if is_outbreak(told)), None)

    def told_outbreak(self) -> Name | None:
        """Return the outbreak as the subject of a clause that counts the sick and the dead."""
        return Name(self.outbreak, f"the article tells of “{self.outbreak}”") if self.outbreak else None

    def leave(self, sentence: Sentence) -> None:
        """Keep the subject of a sentence for the pronouns of the next, and the names it gave."""
        root = telling(sentence.span.root)
        self._keep_told(sentence, root)
        subject = _told_of(root)
        if subject is None:
            return
        if subject.lower_ == "them" and self.counted:
            self.last, self.plural, self.single = Name(self.counted), True, False
        if subject.pos_ in NOUNS and not is_fragment(subject):
            self._keep_noun(worked_on(called(subject)), root)
        elif subject.lower_ in OF_PEOPLE and self.person:
            self.last, self.single = Name(self.person), True
            if acted_on := self._acted_on(root):
                self.thing = Name(acted_on)

    def _keep_told(self, sentence: Sentence, root: "Token") -> None:
        """Keep what a sentence announces, counts, names and asks, whatever its subject is."""
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

    def _keep_noun(self, subject: "Token", root: "Token") -> None:
        """Keep a subject that is a noun for the "it", "they" or "she" of the next sentence."""
        theirs = next((self._antecedent(it) for it in subject.lefts if it.lower_ == "their"), None)
        kept = self._kept(subject)
        self.last = Name(kept or self._named(subject))
        person = is_person(subject, self.firm or "")
        self._keep_thing(subject, self.last, person=person)
        self.acted_on = self._acted_on(root)
        self.plural = not kept and is_many(subject, self.capitals)
        self.single = person or bool(kept) or (subject.tag_ == "NN" and not is_several(subject))
        self.several = theirs if theirs and subject.tag_ == "NN" else self.several
        if person and self.acted_on:  # "Ada Holm keeps a list. It has 40 entries."
            self.thing = Name(self.acted_on)
        if subject.pos_ == "PROPN" and (person or subject.text in self.full):
            self.person = self.last.text
            self.man = self.man if is_womans(self.person) else self.person

    def _keep_thing(self, subject: "Token", named: Name, *, person: bool) -> None:
        """Keep what "it" may mean: no person, and nothing that is only measured."""
        owned = any(child.dep_ == "poss" for child in subject.lefts)
        measured = not owned and subject.lower_ in word_class("nouns", "measured")
        if (not person and not measured) or self.thing is None or is_organisation(subject):
            about = None if owned else self.full.get(self.protagonist or "", self.protagonist)
            self.thing = Name(about) if about and of_person(subject.lower_) else named

    def _kept(self, subject: "Token") -> str | None:
        """Return whom a sentence on "its revenue" or "her company" goes on to tell of."""
        if (led := self._led(subject)) is not None:
            return led
        its = next((child for child in subject.lefts if child.lower_ == "its"), None)
        figure = subject.lower_ in word_class("nouns", "measured") or is_money(subject.lower_)
        owner = self._antecedent(its) if its is not None else None
        told = figure or self._is_body(owner or "")  # "Its fleet is old. It flies …": still the airline
        return self._keeper(its, owner) if its is not None and told else None

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
        found = self._subject(token) if token is not None else None
        site = self.site.named(found.text) if self.site is not None and found is not None else None
        return Name(site, f"“{found.text}” read as the site told of, “{site}”") if site and found else found

    def _subject(self, token: "Token") -> Name | None:
        if token.pos_ == "PRON" or token.lower_ in PRONOUNS or token.lower_ in SPEAKER:
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
        agent = phrase if is_in_list_of_places(token) else self.names.agent(without_role(phrase))
        people = demonym(agent)
        if people and token.pos_ in ("ADJ", "PROPN") and not is_forename(token):
            return Name(people)
        if not phrase or len(phrase.split()) > LONGEST:
            agent = noun_phrase(token, complement=False) or token.text
        acronym = next((it.text for it in token.children if it.dep_ == "appos" and it.text.isupper()), "")
        return Name(f"{agent} ({acronym})" if len(acronym) > 1 else agent)

    def _meant_by(self, token: "Token") -> Name | None:
        """Return what a number is of: "pupils" of "most of the pupils", else the things last counted."""
        target = complement_of(token, "of")
        if target is not None and target.pos_ in NOUNS and not is_fragment(target):
            return self.subject(target)
        return self.left_out()

    def unnamed(self, measure: str, *, suffered: bool, thing: str | None = None) -> Name:
        """Return the subject of a clause that names none.

        Args:
            measure: What is measured.
            suffered: Whether the counted things are themselves the grammatical subject ("two people died").
            thing: What is counted, if anything.

        Returns:
            The owner last named with this measure, else the event or topic of the article, else the measure.
        """
        if self.ballot and is_side(measure):
            return Name(self.ballot, f"a figure of the vote told of, “{self.ballot}”")
        return (
            self._owner_before(measure, suffered=suffered)
            or self._followed(measure)
            or self._befallen(measure, suffered=suffered)
            or self._reporting(measure, suffered=suffered)
            or (None if suffered or thing is not None else self._told_about(measure))
            or Name(without_article(thing or _FORM.sub("", measure) or measure))
        )

    def _told_about(self, measure: str) -> Name | None:
        """Return what the article tells of, for what is measured and not counted: "Length: 14 km"."""
        if self.about is None or of_person(measure):
            return None
        return Name(self.about, f"the article is about “{self.about}”")

    def _owner_before(self, measure: str, *, suffered: bool) -> Name | None:
        """Return whose a measure was when last named, outside of a section on somebody else."""
        head = _head(measure)
        owner = self.owners.get(measure.lower()) or (None if suffered else self.owners.get(head))
        if not owner and not suffered and (kin := kin_of(measure)):
            owner, head = self.owners.get(kin), kin
        if not owner or self.section or self.headed:
            return None
        return Name(owner, f"last named as “{owner}” with “{head}”")

    def _followed(self, measure: str) -> Name | None:
        """Return the person whose age or the like is told, or whom or what the section is about."""
        if measure == "age" and self.person:
            return Name(self.person, f"the person last named, “{self.person}”")
        if self.protagonist and of_person(measure):
            found = self.full.get(self.protagonist, self.protagonist)
            return Name(found, f"the article is about “{found}”")
        of_club = measure.partition(" as ")[0].lower() in word_list("sport", "of_clubs")
        about = self.section or (None if of_club else self.headed)
        return Name(about, f"the section is about “{about}”") if about else None

    def _befallen(self, measure: str, *, suffered: bool) -> Name | None:
        """Return the vote, the accident or what else the article tells of, whose the figure is."""
        if self.ballot and of_ballot(measure):
            return Name(self.ballot, f"a figure of the vote told of, “{self.ballot}”")
        if self.mishap and self.mishap == self.outbreak and of_the_sick(measure):
            return self.told_outbreak()
        befell = self.tried or self.wreck or (None if self.outbreak else self.mishap)
        if befell and of_harm(measure):
            return Name(befell, f"the text tells of the “{befell}”")
        near = suffered and (self.topic is None or self.near_event) and not is_ballot(self.event)
        happened = near or of_court(self.event, measure) or befalls(self.event, measure, suffered=suffered)
        about = (self.event if happened else None) or self._theme(suffered=suffered)
        if is_outbreak(self.event):
            about = self.event if of_the_sick(measure) else self.topic
        return Name(about, f"the article is about “{about}”") if about else None

    def _reporting(self, measure: str, *, suffered: bool) -> Name | None:
        """Return the body whose accounts are told, the world, or the body spoken of before."""
        if self.accounts and (is_of_accounts(measure) or _stands_in_accounts(measure)):
            return Name(self.accounts, f"the accounts told of are those of “{self.accounts}”")
        if self.goods and self.worldwide and set(measure.lower().split()) & amounts():
            return Name("world", f"the text tells of the whole world's {self.goods}, and no owner is named")
        body = self.thing.text if self.thing is not None else ""
        if self.ship is not None and body == self.ship.name:
            return None
        head = (None if suffered else kin_of(measure)) or _head(measure)
        bodys = head in word_list("naming", "nouns", "of_bodies") or is_of_accounts(measure)
        if bodys and body and self._is_body(body) and not state(body):
            return Name(body, f"“{head}” read as of “{body}”, spoken of before it")
        return None


def _told_of(root: "Token") -> "Token | None":
    """Return the subject that a sentence leaves behind: of "some of the farms" the farms."""
    subject = next((child for child in root.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None and root.pos_ == "PROPN":  # "And Norwood, the club that he left?"
        subject = root
    if subject is not None and is_fragment(subject):
        subject = complement_of(subject, "of") or subject
    return subject


def _head(measure: str) -> str:
    return measure.split()[-1].lower() if measure else ""


def _stands_in_accounts(measure: str) -> bool:
    """Tell whether what nobody owns by name is the firm's whose accounts are told: "average loans"."""
    return (measure.lower().split() or [""])[-1] in word_list("frames", "nouns", "in_accounts")

"""Speakers: the name of a source as a person would write it, from the fullest mention so far."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claims.assertions.clauses import child, own_subject
from claims.assertions.nominals import named_by_apposition, noun_tokens, text_of
from claims.names import state
from claims.speech.bodies import Bodies, acronym_of, issuer_of_data, with_acronym, without_finding
from claims.speech.speech_frames import may_speak, words

if TYPE_CHECKING:
    from claims.tokens import Span, Token

LONGEST_SPEAKER = 12


@cache
def _in_office() -> frozenset[str]:
    """Return the words by which a text calls a person without a name: "the manager"."""
    return words("person_nouns") | words("officers")


class Speakers:
    """The persons and bodies that a text has named so far.

    Sentences are learnt in order; a short name ("Jaiswal", "Ms Rao", "the agency", "she") is then read as the
    fuller one that came before.

    Args:
        publisher: Who publishes the text: "we" and "this newspaper"; None where unknown.
        topic: The organisation that the text is about; None where there is none.
        bodies: The bodies that the whole text names; None where only what came before counts.
    """

    def __init__(
        self, publisher: str | None = None, topic: str | None = None, bodies: Bodies | None = None
    ) -> None:
        self._publisher = publisher
        self._text_bodies = bodies or Bodies(())
        self._topic = topic if topic and state(topic) is None else None
        self._acting: str | None = None
        self._persons: dict[str, str] = {}
        self._full_names: set[str] = set()
        self._roles: dict[str, str] = {}
        self._bodies: dict[str, str] = {}
        self._last_person: str | None = None
        self._is_recent = False
        self._mentioned: list[str] = []
        self._mentioned_here: list[str] = []
        self._last_subject: Token | None = None
        self._subject_before: dict[int, Token | None] = {}
        self._last_group: str | None = None
        self._body_spoken: str | None = None
        self._have_spoken: set[str] = set()
        self._learn_publisher()

    def _learn_publisher(self) -> None:
        """Know the text's own institution by its last word: "the Council" in an outlook of a council."""
        name = (self._publisher or "").partition("(")[0].split()
        if len(name) > 1 and name[-1].lower() in words("speaker_nouns"):
            self._bodies[name[-1].lower()] = self._bodies[name[-1].title()] = self._publisher or ""

    def learn(self, span: Span, *, opens_paragraph: bool = False) -> None:
        """Take note of the names and bodies that a sentence mentions."""
        self._mentioned += self._mentioned_here
        self._mentioned_here = []
        if opens_paragraph:
            self._acting, self._is_recent, self._mentioned = None, False, []
        self._subject_before[id(span.doc)] = self._last_subject
        speaking, in_office = words("speaker_nouns"), _in_office()
        for token in span:
            if token.pos_ == "PROPN" and token.dep_ not in {"compound", "nmod"}:
                self._learn_name(token)
            elif token.pos_ == "NOUN" and (token.lemma_.lower() in speaking or acronym_of(token) is not None):
                self._learn_body(token)
            if token.tag_ == "NNS" and _is_of_people(token):
                counted = any(item.dep_ == "nummod" for item in token.children)
                self._last_group = token.text if counted else self._last_group
        for token in span:
            if token.tag_ == "NN" and token.lemma_.lower() in in_office:
                self._learn_role(token)
            if token.dep_ == "ROOT":
                subject = own_subject(token)
                if subject is not None and (self._is_person(subject) or self._plays(subject)):
                    self.name_of(subject)
                elif subject is not None and self._is_named_body(subject):
                    self._acting = self._phrase(subject)
                if subject is not None and subject.pos_ in {"NOUN", "PROPN"}:
                    self._last_subject = subject

    def _learn_name(self, head: Token) -> None:
        run = _without_courtesy(_name_run(head))
        unknown = not head.ent_type_ and head.text[0].isupper() and acronym_of(head) is None
        if len(run) > 1 and (self._text_bodies.is_person(head) or unknown):
            self._add_person(head, _titled(run))
        elif len(run) > 1 and self._text_bodies.is_body(head):
            name = with_acronym(head, _titled(run))
            self._bodies[head.lower_] = self._bodies[head.lower_.removesuffix("s")] = name
        if self._text_bodies.is_person(head) and head.text in self._persons:
            self._mentioned_here.append(self._persons[head.text])
        acronym = acronym_of(head)
        if acronym is not None:
            self._bodies[acronym] = with_acronym(head, text_of(noun_tokens(head)))

    def _add_person(self, head: Token, name: str) -> None:
        full = self._persons.setdefault(head.text, name)
        self._full_names.add(full)
        titles = (item.lower_ for item in head.lefts if item.lower_ in words("person_nouns"))
        self._roles |= dict.fromkeys(titles, full)  # "Superintendent Kari Moe": "the superintendent"

    def _learn_role(self, role: Token) -> None:
        """Know whom "the manager" means once the text has said it: "the manager, Rudi Hansen"."""
        name = named_by_apposition(role) or _named_before(role)
        if name is None and role.dep_ in {"compound", "nmod"} and role.head.ent_type_ == "PERSON":
            name = role.head
        if name is None or name.ent_type_ != "PERSON":
            return
        full = self._persons.get(name.text)
        if full is not None:
            self._roles[role.lower_] = full

    def _learn_body(self, head: Token) -> None:
        if any(item.dep_ in _MODIFIERS and item.lower_ not in _SAME for item in head.children):
            tokens = noun_tokens(head, LONGEST_SPEAKER)
            if len(tokens) > 1:
                name = self._bodies[head.lower_] = with_acronym(head, text_of(tokens))
                self._bodies |= {acronym: name} if (acronym := acronym_of(head)) is not None else {}

    def name_of(self, head: Token) -> str | None:
        """Return the name of a speaker.

        Args:
            head: The head of the noun phrase that names the speaker.

        Returns:
            Its fullest name so far; None where a pronoun has nobody to stand for or means the writer.
        """
        if head.pos_ == "PRON" or head.lower_ in {"he", "she", "they", "it", "who", "we", "i"}:
            return self._pronoun(head)
        if _is_described(head) and self._person_meant() is not None and self._is_recent:
            return self._person_meant()
        if is_some_of_them(head):
            return f"{head.lower_} {self._last_group}" if self._last_group else None
        head = named_by_apposition(head) or _named_before(head) or issuer_of_data(head) or head
        proper = head.pos_ == "PROPN" and not _is_capitalised(head)
        return self._remember(self._proper(head) if proper else without_finding(self._common(head)), head)

    def _pronoun(self, head: Token) -> str | None:
        if head.lower_ in words("personal_pronouns"):
            return self._person_meant()
        if head.lower_ == "we":
            return self._publisher
        if head.lower_ not in {"it", "they", "its", "their"}:
            return None
        meant = self._subject_meant(head)
        if meant is None:
            return self._body_spoken if head.lower_ in {"it", "its"} else None
        return self.name_of(meant)

    def spoke(self, name: str) -> None:
        """Note a body that has just been quoted, for "it says" behind figures of its own."""
        self._have_spoken.add(name)
        self._body_spoken = None if name in self._full_names else name

    def leave_section(self) -> None:
        """Forget who was quoted: a heading begins something new."""
        self._body_spoken = None

    def _person_meant(self) -> str | None:
        """Return who "he" or "she" is: who acted in this paragraph, else the only one it names."""
        named = set(self._mentioned)
        if named and (self._last_person is None or (not self._is_recent and len(named) == 1)):
            return self._mentioned[-1]
        return self._last_person

    def _subject_meant(self, pronoun: Token) -> Token | None:
        """Return the nearest subject before "it" or "they" that can speak and agrees with it in number."""
        plural = pronoun.lower_ in {"they", "their"}
        here = (token for token in reversed(pronoun.doc[: pronoun.i]) if token.dep_ in _SUBJECT)
        for token in (*here, self._subject_before.get(id(pronoun.doc))):
            if token is None or token.pos_ not in {"NOUN", "PROPN"}:
                continue
            agrees = _is_plural(token) == plural or self._text_bodies.is_body(token)
            if agrees and may_speak(named_by_apposition(token) or token):
                return token
        return None

    def _proper(self, head: Token) -> str:
        run = _without_courtesy(_name_run(head))
        if len(run) <= 1:
            phrase = self._phrase(head)
            return (self._known(head) if " " not in phrase else None) or with_acronym(head, phrase)
        name = _titled(run)
        full = self._persons.get(head.text, "")
        if set(name.split()) & set(full.split()) - {head.text}:
            return max(full, name, key=len)
        if self._text_bodies.is_person(head):
            self._add_person(head, name)
            return name
        return with_acronym(head, self._phrase(head))

    def _common(self, head: Token) -> str:
        phrase = self._phrase(head)
        before = {item.lower_ for item in head.children if item.dep_ in {"det", "poss"}}
        if not before and head.i > 0 and head.nbor(-1).text == ":":
            before = {"the"}  # "source: company"
        if self._publisher and (
            "our" in before or ("this" in before and head.lower_ in words("publications"))
        ):
            return self._publisher
        if self._plays(head):
            return self._roles[head.lower_]
        if " " not in phrase and (before & {"the", "this", "that"} or head.text[0].isupper()):
            acting = self._acting_firm() if head.lower_ in words("firms") else None
            known = acting or (self._known(head) if before or self._spoke_before(head) else None)
            known = known or self._of_text(head)
            return known or self._firm(head) or self._leaders(head) or phrase
        if " " not in phrase and before and head.tag_ == "NN":
            return self._of_text(head) or phrase  # "their union"
        return with_acronym(head, phrase)

    def _of_text(self, head: Token) -> str | None:
        """Return the only body of the whole text that a noun can mean."""
        return self._text_bodies.meant(head.lower_)

    def _firm(self, head: Token) -> str | None:
        """Return whom "the company" means."""
        return self._firm_meant() if head.lower_ in words("firms") else None

    def _leaders(self, head: Token) -> str | None:
        """Return whose "board" or "management" speaks: that of the firm meant."""
        firm = self._firm_meant() if head.lower_ in words("leaderships") else None
        return f"{firm} {head.lower_}" if firm is not None else None

    def _firm_meant(self) -> str | None:
        """Return the firm that is spoken of: who acted last, else the topic, else the one named most."""
        topic = self._topic if self._topic is not None and self._may_be_firm(self._topic) else None
        acting = self._acting_firm()
        if acting is not None or topic is not None:
            return acting or topic
        return self._text_bodies.firm

    def _acting_firm(self) -> str | None:
        """Return who acted last in the paragraph, if that can be a firm."""
        return self._acting if self._acting is not None and self._may_be_firm(self._acting) else None

    def _may_be_firm(self, name: str) -> bool:
        """Tell whether a name can be that of a company: "DTU" is none once the text calls it a union."""
        last = self._bodies.get(name, name).partition("(")[0].split()[-1:]
        public = (words("speaker_nouns") | words("public_bodies")) - words("firms")
        return not last or last[0].lower() not in public

    def _known(self, head: Token) -> str | None:
        """Return the fuller name that a single word stands for."""
        return self._persons.get(head.text) or self._bodies.get(head.text) or self._bodies.get(head.lower_)

    def _spoke_before(self, head: Token) -> bool:
        """Tell whether whom a bare noun may mean was quoted: "Police" are no "military police" so far."""
        return head.pos_ == "PROPN" or self._known(head) in self._have_spoken

    def _is_person(self, name: Token) -> bool:
        """Tell whether a name is that of a person, by itself or by the full name that came before."""
        return self._text_bodies.is_person(name) or (
            name.pos_ == "PROPN" and self._persons.get(name.text) in self._full_names and not name.ent_type_
        )

    def _is_named_body(self, name: Token) -> bool:
        return self._text_bodies.is_body(name) and name.pos_ == "PROPN" and not _is_capitalised(name)

    def _plays(self, head: Token) -> bool:
        """Tell whether a noun is "the manager" whom the text has named, with nothing that tells him apart."""
        before = [item.lower_ for item in head.lefts]
        return head.lower_ in self._roles and before == ["the"] and child(head, "prep", "appos") is None

    def _phrase(self, head: Token) -> str:
        tokens = _without_courtesy(noun_tokens(head, LONGEST_SPEAKER))
        while len(tokens) > 1 and tokens[0].pos_ == "PRON":  # "its chairman"
            tokens.pop(0)
        while tokens and tokens[-1].tag_ == "POS":
            tokens.pop()
        if len(tokens) > 1 and tokens[0].tag_ == "VBN" and tokens[0].lemma_ in words("quoting_verbs"):
            tokens.pop(0)  # "…, estimated Kell, a broker"
        return text_of(tokens)

    def _remember(self, name: str, head: Token) -> str:
        person = self._text_bodies.is_person(head) or name in self._full_names
        if person or (head.tag_ == "NN" and head.lower_ in words("person_nouns")):
            self._last_person, self._is_recent = name, True
        return name


def _named_before(role: Token) -> Token | None:
    """Return the person whom a noun behind a comma describes ("Ada Holm, the treasurer, who expects …")."""
    person = role.head if role.dep_ == "appos" else None
    if person is None or role.pos_ != "NOUN" or role.lemma_.lower() not in words("person_nouns"):
        return None
    return person if person.pos_ == "PROPN" and person.ent_type_ in {"PERSON", ""} else None


def _is_described(head: Token) -> bool:
    """Tell whether a noun has an age or country: "the 24-year-old", "the nurse, 68", "the Norwegian"."""
    known = any(item.lower_ == "the" for item in head.lefts)
    if head.lower_ == "old":
        return known and any(item.lower_ == "year" for item in head.lefts)
    if known and head.pos_ == "NOUN" and head.i + 2 < len(head.doc) and head.nbor(1).text == ",":
        return head.nbor(2).like_num and head.tag_ == "NN"  # "the retired nurse, 68,"
    return known and head.ent_type_ == "NORP" and head.lower_.endswith("an")


def _is_capitalised(name: Token) -> bool:
    """Tell whether a name is only a common noun that its own firm writes large ("the Group", "the Board")."""
    common = name.lower_ in words("firms") | words("leaderships")
    return common and [item.lower_ for item in name.lefts] == ["the"]


def _is_plural(noun: Token) -> bool:
    return noun.tag_ in {"NNS", "NNPS"} or any(item.dep_ == "conj" for item in noun.children)


def _is_of_people(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    return lemma in words("person_nouns") or lemma.endswith(("er", "or", "ist", "man", "woman"))


_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_SAME = frozenset(
    {"same", "latter", "former", "other", "own", "first", "second", "its", "their", "his", "her"}
)
_MODIFIERS = frozenset({"compound", "amod", "poss", "prep", "nmod", "acl"})


def _without_courtesy(tokens: list[Token]) -> list[Token]:
    return [token for token in tokens if token.lower_ not in words("courtesy_titles")]


def _name_run(head: Token) -> list[Token]:
    """Return the run of proper nouns that ends in the head."""
    run = [head]
    while (
        run[0].i
        and run[0].nbor(-1).pos_ == "PROPN"
        and run[0].nbor(-1).head.i in {head.i, *(token.i for token in run)}
    ):
        run.insert(0, run[0].nbor(-1))
    return run


def _titled(run: list[Token]) -> str:
    """Return a name with the role that stands before it without a comma ("chief executive Ines Caldeira")."""
    before: list[Token] = []
    doc, place = run[0].doc, run[0].i - 1
    while place >= 0:
        token: Token = doc[place]
        hyphen = token.text == "-" and not token.whitespace_
        if token.dep_ not in {"compound", "amod", "nmod", "poss", "case", "punct"} or (
            token.is_punct and not hyphen
        ):
            break
        if (token.head.i < place and token.dep_ != "case") or token.lower_ in words("courtesy_titles"):
            break
        before.insert(0, token)
        place -= 1
    while before and before[0].is_punct:
        before.pop(0)
    return text_of([*before, *run])


def is_some_of_them(speaker: Token) -> bool:
    """Tell whether a speaker is a number of those counted before ("of 40 farmers, twelve said …")."""
    named = any(child.dep_ in ("compound", "nmod") for child in speaker.lefts)
    return bool(speaker.like_num) and speaker.dep_ != "nummod" and not named


def is_hearsay(speaker: Token) -> bool:
    """Tell whether a source has no name ("sources", "media reports")."""
    if speaker.lemma_.lower() not in words("anonymous") or speaker.pos_ == "PROPN":
        return False
    modifiers = [item for item in speaker.children if item.dep_ in {"amod", "compound", "poss", "nmod"}]
    owned = any(item.dep_ == "poss" and item.pos_ != "PRON" for item in modifiers)
    kinds = {item.lemma_.lower() for item in modifiers}
    if kinds & words("hearsay_modifiers"):
        return True
    if owned or kinds & words("published") or any(item.ent_type_ in _NAMED for item in modifiers):
        return False
    places = [
        item for item in speaker.children if item.dep_ == "prep" and item.lower_ in {"by", "from", "of"}
    ]
    return not any(part.ent_type_ in _NAMED for item in places for part in item.subtree)


_NAMED = frozenset({"ORG", "PERSON", "GPE"})

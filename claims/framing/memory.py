"""What a source has said so far: the names it gave, its last subjects, what it measured of whom."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claims.figures.currencies import is_currency
from claims.framing.budgets import Budget
from claims.framing.descriptions import Descriptions
from claims.framing.frame import NOUNS
from claims.framing.inflection import done
from claims.framing.measures import kin_of
from claims.framing.mentions import (
    bodies,
    firms,
    is_firm,
    is_titled,
    is_womans,
    led_by,
    names_it,
    organisations,
)
from claims.framing.noun_phrases import noun_phrase, premodifiers, text_of
from claims.framing.ships import Ship
from claims.framing.sites import Site
from claims.framing.tables import is_total
from claims.framing.works import Work
from claims.language import Sentence
from claims.names import Names, is_state, is_world, state, state_named
from claims.vocabulary import word_list

if TYPE_CHECKING:
    from claims.tokens import Token

_ONE_QUESTION = ("referendum", "ballot")
_SIDES = (" in favour", " against", "yes votes", "no votes")
_SIDE = re.compile(r"(?:Yes|No) [a-z]+$")  # who spends, not what is spent
_SPELL = "time for which "  # how long it was so: what was so is what the text goes on to tell of
STRETCH = "time over which "  # so it is of that over which something was spread
_CHARGED = re.compile(r" (?:before|after|per) ")  # "profit before tax"
_LONGEST_NAME = 12
_SHORT_QUESTION = 6
_NEAR = 3
_TELLING = frozenset({"km", "km/h", "ha", "year", "month", "day", "h", "min", "s"})
_JOINING = frozenset({"of", "and", "the", "&", "for"})


@dataclass(frozen=True, slots=True)
class Name:
    """A subject as the claim gives it.

    Attributes:
        text: The name or phrase in its normal form.
        inferred: Where it was taken from, when not from the clause itself; else None.
    """

    text: str
    inferred: str | None = None


@dataclass(frozen=True, slots=True)
class Announced:
    """What the items of a list tell, as the sentence above it says.

    Attributes:
        owner: Whose sums they are.
        measure: What they are.
    """

    owner: Name
    measure: str


@dataclass
class Memory:
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
        announced: Whose sums a list tells, where the sentence before it says so.
        section: The name that opened the paragraph, or None.
        about: The thing or body that the article tells of where it has no other topic, or None.
        headed: Whom or what the heading of the section names, or None.
        full: Surname or head noun -> the name in full, as last given ("bridge" -> "Harwick bridge").
        person: The person last named.
        man: The one last named whom "he" may mean.
        body: The firm last named, with the number of its sentence.
        led: Surname -> the body that the text says somebody owns or leads.
        plural: Whether the last subject was a plural.
        near_event: Whether the last sentence told of the event.
        counted: The noun last counted, for a number that leaves it out ("nine are parked").
        state: The state last named.
        thing: The last subject that was no person.
        told: How many sentences it has told.
        one: The last subject of a clause that was one thing or body, with the number of its sentence.
        priced: What a price was given for.
        goods: The commodity whose amounts it tells, or None.
        home: The state that it is written from, or None.
        economy: The state whose inflation, unemployment and the like it reports, or None.
        budget: The public budget that it is about, or None.
        owner: The subject of the number last told.
        said: What the number last told measures, whatever its subject.
        said_in: The base unit of that number.
        amount: The last of these that was no share, with the number of its sentence.
        ranked: What the last rank is by or as, with the number of its sentence.
        acted_on: The one thing that the last sentence said something was done to, or None.
        protagonist: The surname of the person it is about, or None.
        worldwide: Whether it has told amounts of the whole world.
        single: Whether the last subject is one thing, for which "they" cannot stand.
        several: The things last named in the plural.
        paragraph: Where the paragraph that it is in begins.
        work: What is built, where the article is about that.
        site: The site of a firm that the article tells of, or None.
        at_site: Whether what the sentence tells of nobody is of that site.
        league: Whether it tells of a league, in whose table places are positions.
        court: Whether it tells of a court, where a time that somebody gets is a sentence.
        traded: Whether it tells of trade in shares, where a firm that falls by 4 % does so on the exchange.
        firm: The organisation, person or place that it follows, even where it is about what is built.
        ballot: The vote that it tells of, or None.
        descriptions: The names that the text gives elsewhere to what it calls "the tunnel", "the firm".
        here: Where the sentence stands.
        part: The last measure that was a share of something.
        partial: What the paragraph says of how much of a vote is counted.
        tried: The accident or the like that the trial it tells of is about, or None.
        wreck: The accident that it tells of by a verb alone, or None.
        ship: The ship that it tells of, or None.
        mishap: The accident that the article tells of beside what it is about, or None.
        worded: The words of the measure last named, and the name that it got.
        noted: From where the measure last named was taken, where the sentence does not name it, or "".
        accounts: The body by name whose sales, profit or the like were told last.
        capitals: The words that the text writes with a capital inside its sentences.
        theme: What the article as a whole is about, in a few words; "" where nothing tells.
    """

    names: Names
    topic: str | None
    event: str | None
    goods: str | None = None
    owner: str = ""
    said: str = ""
    said_in: str = ""
    amount: tuple[str, int] = ("", 0)
    ranked: tuple[str, int] = ("", 0)
    acted_on: str | None = None
    protagonist: str | None = None
    worldwide: bool = False
    last: Name | None = None
    owners: dict[str, str] = field(default_factory=dict)
    measure: str = ""
    section: str | None = None
    headed: str | None = None
    about: str | None = None
    lead: str = ""
    announced: Announced | None = None
    measures: dict[str, str] = field(default_factory=dict)
    full: dict[str, str] = field(default_factory=dict)
    person: str | None = None
    man: str | None = None
    body: tuple[str, int] = ("", 0)
    led: dict[str, str] = field(default_factory=dict)
    plural: bool = False
    near_event: bool = False
    counted: str = ""
    told: int = 0
    thing: Name | None = None
    one: tuple[str, int] = ("", 0)
    state: str | None = None
    priced: set[str] = field(default_factory=set)
    home: str | None = None
    economy: str | None = None
    budget: Budget | None = None
    single: bool = False
    several: str | None = None
    paragraph: int = -1
    work: Work | None = None
    site: Site | None = None
    at_site: bool = False
    firm: str | None = None
    league: bool = False
    court: bool = False
    traded: bool = False
    ballot: str | None = None
    descriptions: Descriptions | None = None
    here: int = 0
    capitals: frozenset[str] = frozenset()
    theme: str = ""
    part: str = ""
    partial: str = ""
    tried: str | None = None
    wreck: str | None = None
    ship: Ship | None = None
    mishap: str | None = None
    worded: tuple[str, str] = ("", "")
    noted: str = ""
    accounts: str = ""

    def left_out(self) -> Name | None:
        """Return the things last counted, for a number that leaves out what it counts ("ten failed")."""
        if not self.counted:
            return None
        return Name(self.counted, f"the things counted before, “{self.counted}”")

    def told_event(self) -> Name | None:
        """Return the event of the article as the subject of a clause that only points to it."""
        return Name(self.event, f"the article tells of “{self.event}”") if self.event else None

    def owner_of_last(self) -> Name | None:
        """Return the subject of the number last told, for a clause that says more of that number."""
        if not self.owner:
            return None
        return Name(self.owner, f"the number before it is of “{self.owner}”")

    def one_before(self, *, owning: bool) -> str:
        """Return the one thing told of before several: "it" behind "Elm built the dam. Experts blame rain."

        Args:
            owning: Whether it owns something, as what the last sentence only acted on seldom does.
        """
        one, when = self.one
        if not self.plural or not one or (self.told > when and self.acted_on and not owning):
            return ""
        return one if self.told - when <= 1 else ""

    def _land(self) -> str | None:
        """Return the state that "the country" means: whose figures are told, else that of the article."""
        told = (self.topic, self.economy, self.owners.get("trade"), self.owner, self.home)
        return next((name for name in told if name and is_state(name)), self.state or self.home)

    def _firm_before(self, noun: str) -> str | None:
        """Return the firm last named, for "the company" in the sentences behind it."""
        name, told = self.body
        return name if name and noun in firms() and self.told - told <= _NEAR else None

    def is_name(self, phrase: str) -> bool:
        """Tell whether a phrase is a name and nothing else ("Elm List")."""
        words = [word for word in phrase.split() if word not in _JOINING]
        written = any(not word.isupper() for word in words)  # "EBIT" is no name
        return written and all(word.removesuffix("'s") in self.capitals for word in words)

    def _is_body(self, phrase: str) -> bool:
        """Tell whether a subject is the name of a body: one known by its capitals, or several with them."""
        several = " " in phrase and all(word[:1].isupper() for word in phrase.split())
        return several or self.is_name(phrase)

    def row(self, label: str, *, is_time: bool = False) -> Name:
        """Return whose the figures of a table row are; those of a total or of a time are the topic's."""
        person = self.full.get(self.protagonist or "", self.protagonist)
        about = self.event or self.topic or person or self.theme
        if (is_time or is_total(label)) and about:
            return Name(about, f"the article is about “{about}”")
        return Name(self.names.agent(label))

    def is_beside_firm(self, noun: str) -> bool:
        """Tell whether a noun means another body than the firm of the text ("the union")."""
        name = self.names.acronyms.get(self.firm or "", self.firm or "").lower()
        return (
            noun not in name
            and self.descriptions is not None
            and self.descriptions.is_beside_firm(noun, name)
        )

    def enter(self, sentence: Sentence) -> None:
        """Take note of where a sentence stands: a name alone ("Russia.") opens a section about it."""
        self.here = sentence.start
        if sentence.block.kind != "list_item":
            self.announced = None
        opens = sentence.block.start != self.paragraph
        self.at_site = self.site is not None and self.site.is_told_of(
            sentence.text, self.at_site, opens=opens
        )
        if opens:
            self.section, self.paragraph, self.partial = None, sentence.block.start, ""
        if not self.worldwide:
            amounts = word_list("context", "amounts")
            self.worldwide = any(
                word.head.lemma_ in amounts and is_world(word.text) for word in sentence.span
            )
        if not sentence.text.endswith(".") or len(sentence.span) > _LONGEST_NAME:
            return
        words = [token for token in sentence.span if not token.is_punct and not token.is_space]
        if 0 < len(words) < 5 and all(token.pos_ == "PROPN" for token in words):
            self.section = self.names.agent(" ".join(token.text for token in words))
            self.last = self.thing = Name(self.section)

    def note(self, token: "Token") -> None:
        """Remember a state, a person, and a thing that is named in full ("the Harwick bridge")."""
        self.state = state_named(token) or self.state
        if (pair := led_by(token)) is not None:
            self.led[pair[0].text] = noun_phrase(pair[1], complement=False)
        if token.ent_type_ == "PERSON" and token.pos_ == "PROPN" and token.dep_ != "compound":
            name = text_of([word for word in premodifiers(token) if word.ent_type_ == "PERSON"])
            if " " in name and not (is_titled(name) and token.text in self.full):
                self.full[token.text] = name
            if token.dep_ != "pobj" or self.person in (None, token.text):  # "paid for Holm": "he" is another
                self.person = self.full.get(token.text, name)
                self.man = self.man if is_womans(self.person) else self.person
        elif is_firm(token):
            self.body = noun_phrase(token, complement=False), self.told
        elif token.tag_ == "NNS" and token.dep_ in ("nsubj", "nsubjpass", "dobj") and not token.ent_type_:
            self.several = noun_phrase(token, complement=False)
        elif token.pos_ in NOUNS and any(names_it(child) for child in token.lefts):
            self.full[token.lemma_.lower()] = noun_phrase(token, complement=False)

    def _keeper(self, pronoun: "Token", found: str | None) -> str | None:
        """Return whose accounts "its" tells of: of what was named before it only a body has revenue."""
        if pronoun.lower_ != "its" or not found or not is_of_accounts(pronoun.head.lower_):
            return found
        *_, head = found.lower().split()
        is_thing = found.islower() and head not in bodies() | firms() | organisations()
        keeper = self.firm or self.accounts or self.body[0]
        return keeper if is_thing and keeper else found

    def _asked(self, sentence: Sentence) -> None:
        """Remember what is asked for ("how many sheep drowned is unknown"): the next number may tell."""
        root = sentence.span.root
        if sentence.text.endswith("?") and root.tag_ == "NNS" and len(sentence.span) < _SHORT_QUESTION:
            self.counted = root.text  # "And the trams? Six have come."
        if sentence.text.endswith("?") and root.lemma_ == "cost":  # "What did it cost? £3bn, in the end."
            self.measure = self.measures["asked"] = "cost"
            self.measures = {unit: named for unit, named in self.measures.items() if not is_currency(unit)}
        for token in sentence.span:
            many = token.lower_ == "many" and token.i > 0 and token.nbor(-1).lower_ == "how"
            if many and token.head.pos_ == "NOUN" and token.head.head.pos_ in ("VERB", "AUX"):
                self.counted = token.head.text
                self.measures["count"] = f"{token.head.text} {done(token.head.head)}"

    def elided(self, unit: str) -> str:
        """Return the measure last named for a unit, for a clause without one ("India follows with 7 t").

        What is measured in another unit it cannot be where the unit itself tells a length, a time or money.
        """
        if unit in self.measures or unit in _TELLING:
            return self.measures.get(unit, "")
        last = next((known for known, measure in self.measures.items() if measure == self.measure), unit)
        asked = last == "asked"
        strange = is_currency(unit) and not (asked or is_currency(last.partition("/")[0]))
        return "" if strange else self.measure

    def last_in(self, unit: str) -> str:
        """Return what the number last told measures in the same unit, else the last in that unit."""
        return self.said if self.said_in == unit else self.elided(unit)

    def remember(self, subject: Name, measure: str, unit: str, counted: str = "") -> None:
        """Keep a subject and what was measured of it for the clauses that follow.

        Args:
            subject: Whose number it was.
            measure: What it measured.
            unit: Its unit.
            counted: What a share in words counts: "riders" of "four riders in five".
        """
        self.owner = subject.text
        if measure.startswith((_SPELL, STRETCH)):
            return
        if counted:
            self.measures["count"] = counted
        if unit != "rank":
            self.said, self.said_in = measure, unit
        if measure.startswith("share of "):
            self.part = measure
        elif unit == "%" and (self.ballot in _ONE_QUESTION or self.part.endswith(_SIDES)):
            self.part = ""  # "it" is the turnout; in an election shares go on
        if unit != "rank" and not measure.startswith("share of "):
            self.amount = measure, self.told
        if unit == "rank" and measure.startswith("rank "):
            self.ranked = measure, self.told
        if unit == "rank" or measure == subject.text or state(measure) or _SIDE.match(measure):
            return
        if measure == "price":
            self.priced.add(subject.text)
        own = subject.text.lower() != measure.lower()
        if own and is_of_accounts(measure) and _is_written_as_a_name(subject.text):
            self.accounts = subject.text
        if measure:
            self.measures[unit] = measure
        if measure:
            self.measure = self.measure if measure == "age" else measure  # an aside: nothing goes on with it
            if subject.inferred is None and subject.text.lower() not in measure.lower():
                self.owners[measure.removesuffix(" rate").split()[-1].lower()] = subject.text
                self.owners[measure.lower()] = subject.text
                if (kin := kin_of(measure)) and is_state(subject.text):
                    self.owners[kin] = subject.text


def _is_written_as_a_name(phrase: str) -> bool:
    """Tell whether all words of a phrase have capitals but those that join them: "Bank of Elm"."""
    words = phrase.split()
    return bool(words) and all(word[:1].isupper() or word in _JOINING for word in words)


def is_of_accounts(measure: str) -> bool:
    """Tell whether a measure is of what firms report: "net profit", "debt", "revenue"."""
    head = (_CHARGED.split(measure)[0].split() or [""])[-1].lower()
    return any(head in word_list("frames", "nouns", key) for key in ("of_firms", "accounts"))

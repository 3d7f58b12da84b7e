"""Sums by what is done with them: "spending on a villa", "provision for losses", "investment in cranes"."""

from typing import TYPE_CHECKING

from claims.framing.acts import nominal, paid_for
from claims.framing.frame import NOUNS, Frame, Reading, phrase, thing_of, word_class
from claims.framing.inflection import done
from claims.framing.levels import is_agent
from claims.framing.mentions import people
from claims.framing.noun_phrases import clause_verb, governed, is_verb, object_of, owner_of, subject_of
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from claims.tokens import Token

_AMOUNT = "amount"
_BEFORE_SUM = ("ADP", "ADV", "SYM", "DET", "ADJ")


def as_payment(reading: Reading, values: frozenset[int]) -> Frame | None:
    """Return the frame of a sum by the verb that it goes with, or None where that does not tell.

    Args:
        reading: The sum.
        values: The tokens of all numbers, units and times of the sentence.
    """
    if reading.quantity.kind != "money":
        return None
    return (
        _fined(reading)
        or _spent_on(reading, values)
        or _one_by_one(reading, values)
        or _behind(reading, values)
        or _object(reading, values)
        or _going(reading, values)
    )


def _fined(reading: Reading) -> Frame | None:
    """A fine is that of whom it is laid on: "the court fined the club €4,000"."""
    first = min(reading.inside)
    verb = clause_verb(reading.anchor)
    if verb is None or nominal(verb) != "fine" or verb.i > first:
        return None
    named = (child for child in verb.rights if child.dep_ in ("dobj", "dative") and child.i < first)
    fined = next(named, None)
    if fined is None or fined.i in reading.inside or fined.pos_ not in (*NOUNS, "PRON"):
        return None
    between = reading.anchor.doc[fined.i + 1 : first]
    of_it = all(
        word in fined.subtree or word.pos_ in _BEFORE_SUM or word.lower_ == "record" for word in between
    )
    return Frame(fined, "fine", None, verb) if of_it else None


def _going(reading: Reading, values: frozenset[int]) -> Frame | None:
    """A sum that goes to something: "€22m goes to roads"."""
    verb = reading.anchor.head
    link = next((child for child in verb.rights if child.lower_ == "to"), None)
    noun = _target(link, values) if link is not None else None
    if reading.anchor.dep_ != "nsubj" or verb.lemma_ not in ("go", "flow") or noun is None:
        return None
    return Frame(noun, "amount received", None, verb)


def _spent_on(reading: Reading, values: frozenset[int]) -> Frame | None:
    """What sums are spent on, one by one: "spent €3m on a villa, €1m on a yacht"."""
    link = next(iter(reading.anchor.doc[max(reading.inside) + 1 : max(reading.inside) + 2]), None)
    noun = _target(link, values) if link is not None and link.lower_ == "on" else None
    before = reversed(reading.anchor.doc[: min(reading.inside)])
    verb = next((token for token in before if is_verb(token) and token.dep_ != "aux"), None)
    if noun is None or verb is None or verb.lemma_ != "spend":
        return None
    return Frame(subject_of(verb), f"spending on {phrase(noun, values, depth=1)}", None, verb)


def _one_by_one(reading: Reading, values: frozenset[int]) -> Frame | None:
    """What further sums are for, behind one verb: "gave €4m for roads, €3m for parks and €2m for schools"."""
    doc, first = reading.anchor.doc, min(reading.inside)
    link = next(iter(doc[max(reading.inside) + 1 : max(reading.inside) + 2]), None)
    noun = _target(link, values) if link is not None and link.lower_ == "for" else None
    verb = next((token for token in reversed(doc[:first]) if is_verb(token) and token.dep_ != "aux"), None)
    if noun is None or verb is None:
        return None
    if verb.lemma_ in word_list("payments", "giving", "holding"):  # "the plan includes €4m for roads"
        return Frame(subject_of(verb), f"amount for {phrase(noun, values, depth=1)}", None, verb)
    if verb.lemma_ not in word_list("payments", "giving", "verbs"):
        return None
    if not any(token.is_currency for token in doc[verb.i : first - 1]):
        return None
    return Frame(subject_of(verb), f"amount {done(verb)} for {phrase(noun, values, depth=1)}", None, verb)


def _behind(reading: Reading, values: frozenset[int]) -> Frame | None:
    """A sum behind a preposition: "is suing for €5m", "the losses add up to €5m"."""
    anchor = reading.anchor
    link, verb = anchor.head, anchor.head.head
    if not is_verb(verb) and verb.dep_ in ("prt", "advmod", "prep"):  # "up" of "add up to"
        verb = verb.head
    if anchor.dep_ != "pobj" or not is_verb(verb):
        return None
    subject = subject_of(verb)
    if verb.lemma_ == "cost" and object_of(verb) is not None:  # "cost the trade between £2m and £3m"
        return Frame(subject, "cost", None, verb)
    if any(form in load("payments")["sums"]["verbs"] for form in _forms(verb)) and subject is not None:
        return _level(subject, verb, values)
    named = load("payments")["behind"].get(f"{verb.lemma_} {link.lower_}")
    if named is None:
        put_in = load("payments")["given"].get(f"{verb.lemma_} {link.lower_}")
        if not put_in or link.i != verb.i + 1:
            return None
        alone = subject is None or subject.pos_ == "PRON" or subject.ent_type_ == "PERSON"
        private = alone or (subject is not None and subject.lemma_.lower() in people())
        return Frame(subject, "investment" if private else str(put_in), None, verb)
    built = object_of(verb) if named.startswith("cost") else None
    if built is not None and built.pos_ in NOUNS and built.i not in values:
        return Frame(built, named, None, verb)  # "the firm built the hall for €9m"
    if named.startswith(_AMOUNT):  # "asked for €5m in aid"
        named = f"{thing_of(reading, values) or _AMOUNT}{named.removeprefix(_AMOUNT)}"
    with_ = next((child for child in verb.rights if child.lower_ == "with"), None)
    party = _target(with_, values) if with_ is not None and link.lower_ == "for" else None
    others = f" with {phrase(party, values, depth=0)}" if party is not None else ""
    return Frame(subject, f"{named}{others}", None, verb)


def _level(subject: "Token", verb: "Token", values: frozenset[int]) -> Frame:
    """Several figures make up one: it measures what their subject names."""
    if subject.pos_ != "NOUN" or is_agent(subject) or subject.i in values:
        return Frame(subject, "", None, verb)
    return Frame(owner_of(subject), phrase(subject, values, possessor=False), None, verb, parts=(subject,))


def _object(reading: Reading, values: frozenset[int]) -> Frame | None:
    """A sum that something is done with: "set aside €5m for losses", "put €5m into cranes"."""
    anchor, verb = reading.anchor, reading.anchor.head
    if anchor.dep_ not in ("dobj", "npadvmod", "oprd") or not is_verb(verb):
        return None
    subject = subject_of(verb)
    between = anchor.doc[verb.i + 1 : min(reading.inside) + 1].text.lower()
    if verb.lemma_ == "add" and between.startswith("up to") and subject is not None:
        return _level(subject, verb, values)
    into = next((child for child in (*verb.rights, *anchor.rights) if child.lower_ in ("into", "in")), None)
    noun = _target(into, values) if into is not None else None
    invested = load("payments")["into"].get(verb.lemma_)
    if invested and noun is not None and into is not None and into.i > anchor.i:
        return Frame(subject, f"{invested} {phrase(noun, values, depth=1)}", None, verb)
    given = load("payments")["given"]
    named = next((given[form] for form in _forms(verb) if form in given), "")
    if not named:
        return _received(reading, verb, values)
    for_ = next((child for child in (*verb.rights, *anchor.rights) if child.lower_ in ("for", "on")), None)
    aim = _target(for_, values) if for_ is not None else None
    what = f" {for_.lower_} {phrase(aim, values, depth=1)}" if for_ is not None and aim is not None else ""
    return Frame(subject, f"{named}{what}", None, verb)


def _received(reading: Reading, verb: "Token", values: frozenset[int]) -> Frame | None:
    """A sum that somebody is given: "the widows were awarded €5m"."""
    subject = subject_of(verb)
    passive = subject is not None and subject.dep_ == "nsubjpass" and subject.head == verb
    given = word_class("verbs", "giving") - word_list("payments", "taken", "verbs")
    if not passive or verb.lemma_ not in given:
        return None
    if object_of(verb) != reading.anchor:
        return None
    return Frame(subject, paid_for(reading, verb, values), None, verb)


def _target(link: "Token", values: frozenset[int]) -> "Token | None":
    noun = governed(link)
    named = noun is not None and noun.pos_ in NOUNS and noun.i not in values
    return noun if named and noun is not None and noun.ent_type_ not in ("DATE", "TIME") else None


def _forms(verb: "Token") -> list[str]:
    behind = [child for child in verb.rights if child.dep_ in ("prt", "advmod") or child.i == verb.i + 1]
    return [*(f"{verb.lemma_} {child.lower_}" for child in behind), verb.lemma_]


def paid_by(noun: "Token") -> str:
    """Return what somebody pays for the use of something ("car": toll), or ""."""
    return str(load("payments")["payers"].get(noun.lemma_.lower(), ""))


def awarded(measure: str, verb: "Token | None") -> str:
    """Return what a sum is called that somebody asks of a court or gets from it, or ""."""
    if verb is None or measure != f"amount {done(verb)}":
        return ""
    return str(load("payments")["court"].get(verb.lemma_, ""))

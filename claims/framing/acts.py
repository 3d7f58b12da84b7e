"""What acts are called when they are measured: verbs as the names of measures."""

from typing import TYPE_CHECKING

from claims.figures.conversion import base_unit
from claims.figures.currencies import is_currency
from claims.framing.frame import Reading, complements, says_something, thing_of, word_class
from claims.framing.inflection import done
from claims.framing.mentions import people
from claims.framing.noun_phrases import complement_of, subject_of
from claims.framing.spells import spell
from claims.timing.tenses import is_speech
from claims.vocabulary import load

if TYPE_CHECKING:
    from claims.tokens import Token


def is_extent(reading: Reading) -> bool:
    """Tell whether a number is a length or a time."""
    return reading.quantity.kind == "duration" or unit_of(reading) == "km"


def unit_of(reading: Reading) -> str:
    """Return the base unit of a number."""
    return base_unit(reading.quantity, reading.anchor.doc.text)


def sized(reading: Reading, verb: "Token", values: frozenset[int]) -> str:
    """Name what a verb with a bare measure tells the size of ("burned 40 hectares": the area burned)."""
    if reading.quantity.kind == "duration":
        return spell(reading, verb, values)
    if verb.lemma_ in word_class("verbs", "vague") or (is_speech(verb) and not complements(verb, values)):
        return ""
    if reading.quantity.kind == "growth" and verb.lemma_ in word_class("verbs", "change"):
        shares = any(token.lower_ in word_class("quoted", "shares") for token in verb.doc[: verb.i])
        return "shares" if shares else verb_phrase(verb, values)
    said = says_something(verb) or verb.lemma_ in word_class("verbs", "getting")
    if verb.lemma_ == "charge" and reading.quantity.kind != "money" and is_currency(unit_of(reading)):
        return "price"  # "charges €90 a night"
    sums = reading.quantity.kind == "money" or is_currency(unit_of(reading))
    if sums and said and subject_of(verb) is not None:
        paid, tail = paid_for(reading, verb, values), complements(verb, values)
        particle = next((child.lower_ for child in verb.rights if child.dep_ == "prt"), " ")
        return f"{paid} {tail.removeprefix(particle).strip()}".strip()
    if reading.quantity.kind == "count" and " " in done(verb):
        return done(verb)  # "the crews winched up 47"
    size = load("frames")["dimension"].get(base_unit(reading.quantity, verb.doc.text))
    return f"{size} {done(verb)}" if size and says_something(verb) else verb_phrase(verb, values)


def paid_for(reading: Reading, verb: "Token", values: frozenset[int]) -> str:
    """Name a sum by what is done with it and for what: "amount raised for new lights", "rent owed"."""
    thing = thing_of(reading, values) or "amount"
    links = [
        child for child in reading.anchor.rights if child.dep_ == "prep" and child.lower_ in ("for", "to")
    ]
    aim = f" {complements(reading.anchor, values)}" if links else ""
    return f"{thing} {done(verb)}{aim}"


def nominal(verb: "Token") -> str:
    """Return what an act is called when it is measured ("import": imports), or ""."""
    table = load("frames")["nominal"]
    made = any(child.dep_ == "dobj" for child in verb.rights)  # voters turn out, a mill turns out cloth
    particle = next((f"{verb.lemma_} {child.lower_}" for child in verb.rights if child.dep_ == "prt"), "")
    particle = particle if made else ""
    found: str = table.get(particle) or table.get(verb.lemma_) or table.get(verb.lower_.removesuffix("d"), "")
    return found


def act_of(reading: Reading, verb: "Token") -> str:
    """Name the act that a verb with a bare weight or length measures ("brought in 81 Mt": production)."""
    unit = unit_of(reading)
    particle = next(
        (child.lower_ for child in verb.children if child.dep_ == "prt" or child.lower_ == "off"), ""
    )
    if unit in ("t", "l", "m3", "barrel", "barrel/day", "bushel"):
        table = load("frames")["nominal_mass"]
        named = table.get(f"{verb.lemma_} {particle}".strip()) or table.get(verb.lemma_)
        if named and not (verb.lemma_ == "take" and _is_thing(subject_of(verb))):
            return str(named)
    if unit in ("m3/s", "l/s"):
        return str(load("frames")["nominal_flow"].get(verb.lemma_, ""))
    own = {"km": "extent", "ha": "nominal_area"}.get(unit)
    if own is not None or is_currency(unit):
        table = load("frames")[own or "nominal_money"]
        named = table.get(f"{verb.lemma_} {particle}".strip()) or table.get(verb.lemma_)
        if named == "revenue" and verb.lemma_ == "bring" and complement_of(verb, "to", "into") is not None:
            return f"amount {done(verb)}"  # "brought €40 to the market"
        if named == "loss":
            return f"loss {_of_tax(verb)}".strip()
        if named or own == "nominal_area":
            return str(named or "")
    timed = reading.quantity.kind == "duration" and verb.lemma_ in ("spend", "cost")
    named = "" if timed else nominal(verb)
    return named.replace("amount", "share") if reading.quantity.kind == "share" else named


def _is_thing(noun: "Token | None") -> bool:
    """Tell whether a noun is nobody who buys: "the deck took 40 tonnes"."""
    if noun is None or noun.pos_ != "NOUN" or noun.ent_type_:
        return False
    bodies = {*load("context")["organisations"], *load("context")["institutions"]}
    return noun.tag_ == "NN" and noun.lemma_ not in bodies | people()


def _of_tax(verb: "Token") -> str:
    """Return "before tax" or "after tax" where a clause says so of what somebody lost, else ""."""
    words = (child for child in verb.rights if child.lower_ in ("before", "after"))
    taxed = (child for child in words if any(inner.lower_ == "tax" for inner in child.children))
    return next((f"{child.lower_} tax" for child in taxed), "")


def earned(reading: Reading, verb: "Token", subject: "Token | None") -> str:
    """Name what is left to somebody: "made €5m before tax", "the bank made €5m", "the widows got €5m"."""
    if reading.quantity.kind != "money" or subject is None or verb.lemma_ == "lose":
        return ""
    if taxed := _of_tax(verb):
        return f"profit {taxed}"
    body = subject.ent_type_ == "ORG" or subject.lemma_.lower() in load("context")["organisations"]
    if verb.lemma_ == "make" and (body or subject.lower_ == "it"):
        return "profit"
    somebody = subject.ent_type_ == "PERSON" or subject.lemma_.lower() in people()
    if verb.lemma_ == "make" and (somebody or subject.lower_ in ("he", "she", "they")):
        return "earnings"
    amounts = word_class("nouns", "measured") | word_class("nouns", "empty")
    if verb.lemma_ == "make" and subject.pos_ == "NOUN" and subject.lower_ not in amounts:
        return "amount made"  # "the film made €40m"
    return "amount received" if verb.lemma_ == "get" else ""


def flees(reading: Reading, verb: "Token") -> bool:
    """Tell whether people are driven from where they live or stay."""
    if verb.lemma_ not in word_class("fleeing", "verbs") or reading.anchor.dep_ not in ("dobj", "nsubjpass"):
        return False
    place = complement_of(verb, "from")
    return place is not None and place.lemma_ in word_class("fleeing", "places")


def evacuated(things: str) -> str:
    """Name the number of those who were driven from home."""
    anyone = {word for word in things.lower().split() if word != "and"} <= word_class("nouns", "anyone")
    return "people evacuated" if anyone else f"{things} evacuated"


def is_standing(things: str) -> bool:
    """Tell whether counted things are won and then held: seats, caps, medals."""
    return bool(things) and things.split()[-1].removesuffix("s") in word_class("standings", "things")


def is_player(noun: "Token") -> bool:
    """Tell whether a noun or pronoun means a person whom a club can buy: "him", "the full-back Ada Holm"."""
    if noun.lower_ in ("he", "she", "him", "her"):
        return True
    roles = load("context")["protagonist"]["roles"]
    words = (noun, *(child for child in noun.lefts if child.dep_ == "compound"))
    is_person = noun.ent_type_ == "PERSON" and noun.text.isalpha() and not noun.text.isupper()
    return is_person or any(word.lemma_.lower() in roles for word in words)


def verb_phrase(verb: "Token", values: frozenset[int]) -> str:
    """Return a verb with its short complements."""
    return f"{verb.lemma_} {complements(verb, values)}".strip()


def borne_by(reading: Reading, verb: "Token", subject: "Token | None") -> str:
    """Name what those lose who pay for damage: "the storm will cost insurers €40m", "insurers bear €40m"."""
    if reading.quantity.kind not in ("money", "share"):
        return ""
    dative = next((child for child in verb.rights if child.dep_ in ("dative", "dobj")), None)
    if verb.lemma_ == "pay" and dative is not None and dative.i not in reading.inside:
        return ""  # "the insurer will pay the families €4,000 each"
    payer = dative if verb.lemma_ == "cost" else subject
    if payer is None or verb.lemma_ not in word_class("verbs", "bearing"):
        return ""
    return str(load("frames")["payers"].get(payer.lemma_.lower(), ""))

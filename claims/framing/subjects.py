"""Frames of numbers that are subjects themselves: "40 homes were lost", "38 % of homes carried a policy"."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.framing.acts import act_of, evacuated, flees, nominal, unit_of
from claims.framing.frame import (
    Frame,
    Reading,
    agent_of,
    are_people,
    complements,
    counted_before,
    deed_behind,
    is_bare,
    participle,
    phrase,
    says_something,
    thing_of,
    whole_of,
    word_class,
)
from claims.framing.noun_phrases import complement_of, governed, object_of, owner_of, text_of
from claims.framing.of_them import with_limits
from claims.framing.raising import deed_of, is_pending
from claims.vocabulary import load

if TYPE_CHECKING:
    from claims.tokens import Token


KIND = "that are "  # opens a measure that names the kind of things counted before: "ten are options"


def as_subject(
    reading: Reading, verb: "Token", before: list[tuple[Reading, Frame]], values: frozenset[int]
) -> Frame:
    """Return the frame of a number whose things do or suffer something: "nineteen others were treated".

    Args:
        reading: The number.
        verb: What its things do.
        before: The numbers of the sentence read so far, with their frames.
        values: The tokens of all numbers, units and times of the sentence.
    """
    done = deed_of(verb)
    frame = _of_deed(reading, done, before, values, verb)
    return replace(frame, predicate=verb) if frame.predicate == done else frame  # its tense is the clause's


@dataclass(frozen=True, slots=True)
class _Deed:
    """What the things of a number do or suffer.

    Attributes:
        reading: The number.
        verb: What they do.
        leading: The verb that leads to it: "have" of "have to be cut".
        thing: What there are so many of, or "".
        doer: By whom it is done to them, or None.
        values: The tokens of all numbers, units and times of the sentence.
    """

    reading: Reading
    verb: "Token"
    leading: "Token"
    thing: str
    doer: "Token | None"
    values: frozenset[int]


def _of_deed(
    reading: Reading,
    verb: "Token",
    before: list[tuple[Reading, Frame]],
    values: frozenset[int],
    leading: "Token",
) -> Frame:
    thing = thing_of(reading, values) or counted_before(reading, before)
    if not thing and (amount := _amount_in(reading, verb, values)) is not None:
        return amount
    if "-strong" in reading.anchor.doc.text[reading.quantity.start : reading.quantity.end]:
        staff = thing.removeprefix("strong ").removeprefix("local ")
        return Frame(owner_of(reading.anchor), staff, None, verb)
    if reading.quantity.kind == "share":
        return _share_that(reading, verb, before, values, leading)
    deed = _Deed(reading, verb, leading, thing, agent_of(verb), values)
    return (
        _some_of_all(deed)
        or _burned(deed)
        or _being(deed, before)
        or _struck(deed)
        or _for_each(deed)
        or _done(deed, before)
    )


def _amount_in(reading: Reading, verb: "Token", values: frozenset[int]) -> Frame | None:
    """What a sum follows in: "a further €7m may follow in bonuses"."""
    if reading.quantity.kind != "money" or verb.tag_ == "VBN":
        return None
    inside = complement_of(verb, "in")
    if inside is None or inside.pos_ != "NOUN" or inside.ent_type_ in ("DATE", "TIME"):
        return None
    return Frame(None, phrase(inside, values), None, verb, parts=(inside,))


def _some_of_all(deed: _Deed) -> Frame | None:
    """How many of them all do something: "three of the nine firms declined"."""
    verb, values = deed.verb, deed.values
    of_all = complement_of(deed.reading.anchor, "of")
    if of_all is None or of_all.tag_ != "NNS" or of_all.lemma_ in word_class("nouns", "anyone"):
        return None
    if verb.lemma_ == "be":
        tail = place_of(verb, values)
    else:
        tail = f"{participle(verb)} {complements(verb, values)}"
    return Frame(of_all, f"{of_all.text} {tail}".strip(), None, verb)


def _burned(deed: _Deed) -> Frame | None:
    """What was done to so much land: "40 hectares burned"."""
    if deed.thing or unit_of(deed.reading) != "ha":
        return None
    measure = act_of(deed.reading, deed.verb) or f"area {participle(deed.verb)}"
    return Frame(deed.doer, measure, None, deed.verb)


def _being(deed: _Deed, before: list[tuple[Reading, Frame]]) -> Frame | None:
    """What or where some are: "ten are options", "12 remain in hospital", "9,000 were without water"."""
    reading, verb, thing, values = deed.reading, deed.verb, deed.thing, deed.values
    stays = verb.lemma_ in ("remain", "stay") and place_of(verb, values)
    if verb.lemma_ != "be" and not stays:
        return None
    attribute = next((child for child in verb.children if child.dep_ in ("attr", "acomp")), None)
    if attribute is not None and is_bare(reading):
        done = _done_to_all(before, verb)
        if not done and _is_kind(attribute):
            return Frame(None, f"{KIND}{phrase(attribute, values)}", None, verb)
        if attribute.pos_ == "NOUN":
            kind = f"{phrase(attribute, values)} {done}".strip()
            return Frame(_owner_of_whole(verb), kind, whole_of(reading, values), verb, parts=(attribute,))
        if attribute.ent_type_ == "NORP":
            return Frame(None, f"{attribute.text} people", None, verb)
    tail = phrase(attribute, values) if attribute is not None else place_of(verb, values)
    if not thing and tail.startswith("without "):
        thing = "people"  # "tens of thousands were without water"
    return Frame(None, f"{thing} {tail}".strip(), whole_of(reading, values), verb)


def _struck(deed: _Deed) -> Frame | None:
    """What befell people, which has a name: evacuated, missing, deaths; or what things cost."""
    reading, verb, thing = deed.reading, deed.verb, deed.thing
    if thing and flees(reading, verb):
        return Frame(deed.doer, evacuated(thing), None, verb)
    feared = _feared(verb)
    if feared and set(thing.lower().split()) <= word_class("nouns", "anyone"):
        return Frame(deed.doer, feared, None, verb)
    lost = object_of(verb)
    if nominal(verb) == "deaths" or (verb.lemma_ == "lose" and lost is not None and lost.lemma_ == "life"):
        return Frame(deed.doer, "deaths" if are_people(thing) else f"{thing} killed", None, verb)
    return Frame(None, thing, None, verb) if thing and verb.lemma_ == "cost" else None


def _for_each(deed: _Deed) -> Frame | None:
    """How many there are for each of others: "one guard is hired for every 40 guests"."""
    per = per_each(deed.verb, deed.values)
    if not per:
        return None
    things = deed.doer if deed.doer is not None else deed.reading.anchor
    return Frame(things, f"{deed.thing} {participle(deed.verb)}{per}", None, deed.verb)


def _done(deed: _Deed, before: list[tuple[Reading, Frame]]) -> Frame:
    """How many things do or suffer what the verb says: "40 homes were lost", "nine cats were found alive"."""
    reading, verb, thing, values = deed.reading, deed.verb, deed.thing, deed.values
    tail = _tail(deed, before)
    if not thing and tail and reading.quantity.kind == "money" and verb.tag_ == "VBN":
        return Frame(deed.doer, _sum_of(verb, tail), None, verb)
    tail = tail.removeprefix(participle(verb)).strip() if thing.endswith(f" {participle(verb)}") else tail
    owner = deed.doer or owner_of(reading.anchor)
    return Frame(owner, f"{thing} {tail}".strip(), whole_of(reading, values), verb)


def _tail(deed: _Deed, before: list[tuple[Reading, Frame]]) -> str:
    """Return what a verb says of its things: "to be cut in May", "found alive", "" where it adds nothing."""
    verb, values = deed.verb, deed.values
    if says_something(verb):
        pending = "to be " if is_pending(deed.leading) else ""
        return f"{pending}{participle(verb)} {complements(verb, values)}".strip()
    state = next((child for child in verb.rights if child.dep_ in ("oprd", "acomp", "advcl", "xcomp")), None)
    known = state is not None and (state.pos_ == "ADJ" or state.lower_ in load("frames")["states"])
    if state is not None and known and verb.tag_ == "VBN":
        return f"{participle(verb)} {state.lower_}"  # "nine cats were found alive"
    if _opens_with_whole(before, verb):  # "Of the 40 patients, 12 came from the port"
        return f"{participle(verb)} {place}" if (place := place_of(verb, values)) else ""
    return ""


def _sum_of(verb: "Token", deed: str) -> str:
    """Name a sum that something is done with: "amount raised", "spending on roads"."""
    act = nominal(verb)
    return deed.replace(participle(verb), act, 1) if act else f"amount {deed}"


def _owner_of_whole(verb: "Token") -> "Token | None":
    """Return whose the whole is that a clause opens with: "Of the firm's drivers 16 are men"."""
    of = verb.doc[0]
    opens = of.lower_ == "of" and of.head == verb
    whole = governed(of) if opens else None
    return owner_of(whole) if whole is not None else None


def _opens_with_whole(before: list[tuple[Reading, Frame]], verb: "Token") -> bool:
    """Tell whether a clause opens with the whole that a number is a part of: "Of the 30 boats, two …"."""
    of = before[-1][0].anchor.head if before else verb
    return of.lower_ == "of" and of.dep_ == "prep" and of.head == verb and of.i < verb.i


def place_of(verb: "Token", values: frozenset[int]) -> str:
    """Return where or in what state some are, behind "be": "at work", "aboard", "in tents"."""
    for child in verb.rights:
        if child.dep_ == "advmod" and child.lower_ in word_class("whereabouts", "adverbs"):
            return str(child.lower_)
        target = governed(child)
        if child.dep_ != "prep" or target is None or target.ent_type_ in ("DATE", "TIME"):
            continue
        if target.i not in values and target.pos_ in ("NOUN", "PROPN"):
            return f"{child.lower_} {phrase(target, values, depth=1)}"
    return ""


def _is_kind(noun: "Token") -> bool:
    """Tell whether a noun says what kind of things some are ("ten are options"), not who they are."""
    people = word_class("nouns", "anyone") | word_class("awards", "workers")
    return noun.tag_ == "NNS" and not people & {noun.lower_, noun.lemma_}


def _feared(verb: "Token") -> str:
    """Return what it counts that some are "feared dead" or "reported missing", or ""."""
    state = next((child for child in verb.rights if child.dep_ in ("oprd", "acomp", "xcomp")), None)
    passive = verb.lemma_ in word_class("verbs", "presuming") and any(
        child.dep_ == "auxpass" for child in verb.lefts
    )
    return str(load("frames")["states"].get(state.lower_, "")) if state is not None and passive else ""


def _done_to_all(before: list[tuple[Reading, Frame]], verb: "Token") -> str:
    """Return what befell all those of whom a number is a part: "Of the 90 workers dismissed, 12 were …"."""
    if not before:
        return ""
    whole = before[-1][0]
    return deed_behind(whole) if whole.anchor.head.lower_ == "of" and whole.anchor.i < verb.i else ""


def per_each(verb: "Token", values: frozenset[int]) -> str:
    """Return what a number is for each of ("for every 1,000 hectares": " per hectare"), or ""."""
    for preposition in (child for child in verb.rights if child.lower_ == "for"):
        for noun in preposition.children:
            if noun.dep_ == "pobj" and any(child.lower_ in ("every", "each") for child in noun.lefts):
                return f" per {phrase(noun, values - {noun.i})}"
    return ""


_MOST = 6


def _wanted(verb: "Token", values: frozenset[int]) -> str:
    """Return what somebody wants, plans or refuses: "to leave", "the ban gone"; "" for other verbs."""
    clause = next((child for child in verb.rights if child.dep_ in ("xcomp", "ccomp")), None)
    wishes = verb.lemma_ in word_class("wishes", "verbs")
    if clause is None or clause.tag_ not in ("VB", "VBN", "VBD", "JJ") or not wishes:
        return ""
    words = [token for token in clause.subtree if token.i not in values and not token.is_punct]
    return text_of(words) if len(words) <= _MOST else ""


def _share_that(
    reading: Reading,
    verb: "Token",
    before: list[tuple[Reading, Frame]],
    values: frozenset[int],
    leading: "Token",
) -> Frame:
    """A share of some things does or suffers something: "38 % of homes carried a policy"."""
    counted = (old.quantity.counted for old, _ in reversed(before) if old.quantity.counted)
    earlier = reading.quantity.counted or next(counted, None)
    own = whole_of(reading, values)
    whole = own or earlier
    behind = (child for child in reading.anchor.rights if child.i not in reading.inside)
    from_ = next((child for child in behind if child.lower_ in ("from", "in", "at", "on")), None)
    if whole and from_ is not None:  # "half of them from the mainland"
        return Frame(None, f"share of {whole} {text_of(from_.subtree)}", own, verb)
    auxiliaries = [child.text for child in leading.lefts if child.dep_ in ("aux", "auxpass", "neg")]
    if leading != verb:  # "had to be" of "had to be cut"
        between = [child.text for child in verb.lefts if child.dep_ in ("aux", "auxpass")]
        auxiliaries = [*auxiliaries, leading.text, *between]
    target = object_of(verb)
    if whole and not auxiliaries and target is not None and verb.lemma_ in word_class("kept", "verbs"):
        return Frame(None, f"share of {whole} with {phrase(target, values, depth=1)}", own, verb)
    wanted = _wanted(verb, values)
    said = wanted or complements(verb, values)
    said = place_of(verb, values) if not said and verb.lemma_ == "be" else said
    limit = with_limits(verb.doc[verb.i + 1 : verb.i + 3].text)
    said = limit if not said and "-" in limit else said  # "are over 80"
    tail = " ".join([*auxiliaries, verb.text, said]).strip()
    whose = own or (whole if reading.quantity.counted else None)
    measure = f"share of {whole} that {tail}" if whole else f"share that {tail}"
    return Frame(None, measure, whose, verb)

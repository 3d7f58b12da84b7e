"""Clauses that only give a figure: the claim of the number says all that they say."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claims.assertions.beside_figures import holds_its_state, is_given, only_says_how_often, verbs_of_figures
from claims.assertions.clauses import (
    OBJECTS,
    auxiliaries,
    child,
    clause_of,
    is_existential,
    is_passive,
    is_predicate,
    modal_of,
    own_subject,
    particle_of,
    subject_of,
)
from claims.polarity import negators
from claims.speech.speech_frames import may_speak
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from claims.framing.frame import Reading
    from claims.tokens import Token

# "a fine of 3 million", "a price at 40"; only a verb of change has its object move "to 3 %" or "by 3 %"
_AMOUNT_PLACES = frozenset({"of", "at"})
_CHANGE_PLACES = frozenset({"to", "from", "by"})
_PLACES = frozenset({"prep", "agent"})


def states_figure(predicate: Token, figures: frozenset[int]) -> bool:
    """Tell whether the clause only gives a figure: its object or measure is a number with its unit.

    Args:
        predicate: The head of the clause.
        figures: Places of the tokens that are figures and what they count.
    """
    figures = figures - set_off(predicate, figures)
    if not figures:
        return False
    pleads = predicate.lemma_.lower() in load("assertions")["pleading"]["verbs"]
    if pleads or _tells_more(predicate, figures) or _denies(predicate):
        return False
    objects = [item for item in predicate.children if item.dep_ in OBJECTS or item.dep_ == "npadvmod"]
    objects = objects[:1] + [item for item in objects[1:] if not _is_apart(item)]
    if only_says_how_often(predicate, figures) or holds_its_state(predicate, figures):
        return False
    if objects and _is_told_or_planned(predicate) and _is_known_number(objects[0], figures):
        return predicate.lemma_.lower() in verbs_of_figures() | _BARE
    of_figures = predicate.lemma_.lower() in verbs_of_figures()
    places = _places_of(predicate)
    if any(_is_figure(item, figures, places) for item in objects):
        spared = _grants_money(predicate, objects) or _passes_time(predicate, objects[0])
        return not (spared or is_given(predicate, objects[0], figures))
    if is_existential(predicate):
        subject = own_subject(predicate)
        return subject is not None and _is_figure(subject, figures)
    later = [item for item in predicate.children if item.i > predicate.i]
    if predicate.lemma_ == "include":
        return any(part.i in figures for item in later for part in item.subtree)
    inner = child(predicate, "xcomp")
    if inner is not None and is_predicate(inner) and states_figure(inner, figures):
        return True
    if any(item.dep_ == "advmod" and _is_figure(item, figures) for item in later):
        return True
    state = child(predicate, "acomp")
    later += list(state.children) if state is not None else []
    placed = [part for item in later if item.dep_ in _PLACES for part in item.children if part.dep_ == "pobj"]
    if not any(_is_figure(item, figures) for item in placed):
        return False
    if of_figures:  # but not "went near the pool in a career of two years"
        return _is_figure(placed[0], figures) or any(item.i in figures for item in placed)
    if is_passive(predicate) or not (not objects or objects[0] == state):
        return False
    return _is_figure(placed[0], figures) and not _happened_at(predicate, placed[0])


def set_off(predicate: Token, figures: frozenset[int]) -> frozenset[int]:
    """Return the tokens that only add a figure to a clause: of "sales fell, by 4m" those behind the comma.

    Args:
        predicate: The head of a clause.
        figures: Places of the tokens that are figures and what they count.
    """
    if not figures:
        return figures
    behind = [item for item in predicate.children if item.i > predicate.i + 1 and item.dep_ in _ADDED]
    added = [item for item in behind if _is_apart(item) and _adds_figure(item, figures)]
    if child(predicate, "acomp") is not None:  # "is guilty of theft four times over"
        often = [item for item in behind if any(part.lower_ == "times" for part in (item, *item.children))]
        added += [item for item in often if item.dep_ != "prep"]
    places = frozenset(part.i for item in added for part in item.subtree)
    told = range(predicate.i, min(places, default=0))
    if not places & figures or any(place in told for place in figures) or _goes_on(predicate, places):
        return frozenset()
    return places | frozenset(place for place in figures if place > min(places))


def _is_told_or_planned(predicate: Token) -> bool:
    return predicate.tag_ in _TOLD or modal_of(predicate) == "will"


def _denies(predicate: Token) -> bool:
    """Tell whether a clause says of an act that it was not done, despite a figure ("never paid the 5m")."""
    told = predicate.tag_ in _TOLD or any(
        item.lemma_ in {"do", "can", "could"} for item in auxiliaries(predicate)
    )
    return told and bool(negators(predicate)) and predicate.lemma_.lower() not in verbs_of_figures() | _BARE


def _goes_on(predicate: Token, added: frozenset[int]) -> bool:
    """Tell whether a list goes on behind the figure ("were Peru, with 9%, Chile and Ghana")."""
    return any(
        part.i > max(added) and part.dep_ in ("conj", "appos") and part.pos_ in ("NOUN", "PROPN")
        for part in (predicate.subtree if added else ())
    )


def _adds_figure(item: Token, figures: frozenset[int]) -> bool:
    """Tell whether a figure is all that a phrase adds, and no thing with a figure of its own."""
    heads = [part for part in item.children if part.dep_ == "pobj"] if item.dep_ == "prep" else [item]
    return any(part.i in figures for head in heads for part in (head, *head.children))


_ADDED = frozenset({"prep", "npadvmod", "advmod"})


def _happened_at(predicate: Token, place: Token) -> bool:
    """Tell whether a number only counts where something happened ("broke down at nine stations")."""
    if predicate.tag_ not in _TOLD or predicate.lemma_ in {"be", "have"} or place.tag_ != "NNS":
        return False
    amount = place.ent_type_ in {"MONEY", "PERCENT", "QUANTITY"} or any(
        item.tag_ == "$" for item in place.lefts
    )
    return place.head.lower_ in _WHERE and not amount


_WHERE = frozenset({"at", "in", "across", "near", "outside"})


def _tells_more(predicate: Token, figures: frozenset[int]) -> bool:
    """Tell whether a clause says how or to whom something was done beside how much ("lent the club 5m")."""
    lemma = predicate.lemma_.lower()
    if lemma in _lasting():
        return particle_of(predicate) in {"out", "away", "down"}
    if predicate.tag_ not in _TOLD or lemma in verbs_of_figures() or lemma in _BARE:
        return False
    if any(item.dep_ == "advmod" and item.i in figures for item in predicate.children):
        return False  # "finished third, ahead of Peru"
    rest = [item for item in predicate.children if item.i > predicate.i and item.dep_ in _MORE]
    thing = child(predicate, "dobj")
    if thing is not None and not is_passive(predicate) and any(part.i in figures for part in thing.subtree):
        rest = [item for item in rest if not _is_of_a_time(item)]  # "made 640 tonnes in May 2020"
    return any(not any(part.i in figures for part in item.subtree) for item in rest)


def _is_of_a_time(place: Token) -> bool:
    """Tell whether a phrase only says when a figure was so."""
    thing = child(place, "pobj")
    dated = thing is not None and thing.ent_type_ in {"DATE", "TIME"}
    return dated or any(_YEAR.match(part.text) for part in place.subtree)


_YEAR = re.compile(r"(?:19|20)\d\d(?:[/–-]\d+)?$")


_MORE = frozenset({"prep", "dative", "prt", "agent", "oprd", "acomp", "xcomp", "ccomp"})
_BARE = frozenset({"be", "have"})


def is_circumstance(reading: Reading) -> bool:
    """Tell whether a duration only says when or for how long something else was so.

    Args:
        reading: A figure: three weeks in "was resumed three weeks later" or "ending three weeks of talks",
            not in "lasted three weeks" or "is three weeks long".
    """
    anchor = reading.anchor
    if reading.quantity.kind != "duration":
        return False
    if anchor.dep_ == "dobj":
        return anchor.head.tag_ == "VBG" and any(item.lower_ == "of" for item in anchor.rights)
    verb = clause_of(anchor)
    if verb.tag_ not in _TOLD or verb.lemma_.lower() in verbs_of_figures() | _lasting():
        return False
    place = anchor.head
    if place.lower_ in _ELAPSED and place.dep_ in {"advmod", "prep"}:
        return place.head.i == verb.i
    return anchor.dep_ == "pobj" and place.lower_ in _DURING and place.head.i == verb.i


_TOLD = frozenset({"VBD", "VBN"})
_ELAPSED = frozenset({"later", "earlier", "after", "before"})
_DURING = frozenset({"after", "within"})


@cache
def _lasting() -> frozenset[str]:
    return frozenset(load("assertions")["lasting"]["verbs"])


def _grants_money(predicate: Token, objects: list[Token]) -> bool:
    """Tell whether a sum is what is decided on: "voters approved a further €120m" says that they did."""
    if predicate.lemma_.lower() not in load("assertions")["decisions"]["of_money"]:
        return False
    return any(part.tag_ == "$" or part.ent_type_ == "MONEY" for item in objects[:1] for part in item.subtree)


def _passes_time(predicate: Token, time: Token) -> bool:
    """Tell whether a clause says where somebody was, beside for how long ("spent two days in the dock")."""
    places = [item for item in predicate.children if item.dep_ == "prep" and item.i > time.i]
    inside = [item for place in places if place.lower_ in _WHERE for item in place.children]
    where = any(item.dep_ == "pobj" and item.ent_type_ not in {"DATE", "TIME"} for item in inside)
    return predicate.lemma_ == "spend" and time.ent_type_ in {"DATE", "TIME"} and where


def _places_of(predicate: Token) -> frozenset[str]:
    """Return the prepositions behind which an object's figure is all that a clause says of it."""
    lemma = predicate.lemma_.lower()
    if lemma in word_list("assertions", "decisions", "verbs") or _is_done_to_known(predicate):
        return frozenset()  # "turned down an offer of 5 %" says that it was turned down
    if lemma in word_list("frames", "verbs", "possession"):
        return _AMOUNT_PLACES | {"for"}  # "has room for 1,200"
    return _AMOUNT_PLACES | _CHANGE_PLACES if lemma in verbs_of_figures() else _AMOUNT_PLACES


def _is_done_to_known(predicate: Token) -> bool:
    """Tell whether something is done to a known thing ("has kept its duty of 4 %")."""
    thing = child(predicate, "dobj")
    if thing is None or predicate.lemma_.lower() in verbs_of_figures() | _BARE:
        return False
    told = predicate.tag_ in _TOLD or predicate.dep_ == "xcomp"
    return told and any(item.dep_ == "poss" or item.lower_ in {"the", "this"} for item in thing.lefts)


def _is_apart(item: Token) -> bool:
    """Tell whether a comma stands before a phrase: it explains the object rather than being a second one."""
    edge = item.left_edge.i
    return edge > 0 and item.doc[edge - 1].text == ","


def level_moved_to(predicate: Token, figures: frozenset[int]) -> frozenset[int]:
    """Return the tokens of the level that something rose or fell to, where nothing says by how much.

    "Fares rose to 117" says that they rose, which the claim of the 117 does not; "rose 3 %" is a change.
    """
    changes = predicate.lemma_.lower() in word_list("frames", "verbs", "change")
    if not figures or not changes or is_passive(predicate):
        return frozenset()
    ends = [item for item in predicate.children if item.i > predicate.i and item.lower_ in {"to", "from"}]
    tokens = frozenset(part.i for item in ends for part in item.subtree)
    rest = {part.i for part in predicate.subtree if part.i > predicate.i} - tokens
    # The parse takes the second figure of "from 7 to 6" for a part of the first.
    to = any(part.lower_ == "to" for item in ends for part in item.subtree) and not tokens.isdisjoint(figures)
    return tokens if to and not rest & figures else frozenset()


def level_set_to(predicate: Token, figures: frozenset[int]) -> frozenset[int]:
    """Return the tokens of the level that somebody moved a thing to: of "cut its forecast to 3 %" the last.

    That they moved it is what the claim of the level does not say.
    """
    sets = predicate.tag_ in _TOLD and predicate.lemma_.lower() in _verbs_of_levels()
    if not figures or not sets:
        return frozenset()
    thing = child(predicate, "dobj")
    if thing is None and (is_passive(predicate) or _is_cut_short(predicate)):
        thing = subject_of(predicate)
    if thing is None:
        return frozenset()
    bare = child(predicate, "dobj") is None and _is_cut_short(predicate)
    known = bare or any(item.dep_ in {"poss", "det"} for item in thing.lefts)
    if not known or subject_of(predicate) is None:
        return frozenset()
    ends = [item for item in predicate.children if item.i > thing.i and item.lower_ in _ENDS]
    ends += [item for item in thing.children if item.i > thing.i and item.lower_ in _ENDS]
    tokens = frozenset(part.i for item in ends for part in item.subtree)
    itself = {part.i for part in thing.subtree} - tokens
    if not tokens & figures or itself & figures:
        return frozenset()
    return tokens | frozenset(place for place in figures if place > min(tokens))


_ENDS = _CHANGE_PLACES | {"at"}


def _is_cut_short(predicate: Token) -> bool:
    """Tell whether a participle is all the sentence has for a verb ("guidance raised to 5 %")."""
    if (
        auxiliaries(predicate)
        or predicate.tag_ not in _TOLD
        or any(token.tag_ in _PRESENT for token in predicate.doc)
    ):
        return False
    thing = own_subject(predicate)
    thing = thing if thing is not None else predicate.head
    return predicate.dep_ in {"ROOT", "acl"} and thing.pos_ == "NOUN" and not may_speak(thing)


_PRESENT = frozenset({"VBZ", "VBP", "MD"})


@cache
def _verbs_of_levels() -> frozenset[str]:
    verbs = load("frames")["verbs"]
    return frozenset((*verbs["changing"], *verbs["keeping"]))


def is_counted(predicate: Token, subject: Token, figures: frozenset[int]) -> bool:
    """Tell whether the clause says of its subject only how many it was that did or suffered something."""
    if _is_known_number(subject, figures) and not _counts_behind(predicate, figures):
        return False  # "the two boats were sold"
    numbers = [item for item in subject.subtree if item.dep_ == "nummod" and item.i in figures]
    if numbers and subject.lemma_ == "total":  # "a total of 40 people were hurt"
        return True
    if subject.i in figures and not numbers:
        return True
    if not any(item.head.i == subject.i for item in numbers):
        return False
    if any(item.lower_ in {"all", "both"} and item.i < subject.i for item in subject.subtree):
        return False  # "all 64 samples were clean" says it of the samples
    if any(not item.text.isalpha() for item in numbers):
        return True
    return not any(item.dep_ in {"dobj", "attr", "acomp"} for item in predicate.children)


def _counts_behind(predicate: Token, figures: frozenset[int]) -> bool:
    return any(part.i in figures for part in predicate.subtree if part.i > predicate.i)


def _is_known_number(noun: Token, figures: frozenset[int]) -> bool:
    """Tell whether a text takes for known how many things there are ("the two boats", "its five mills")."""
    known = any(item.lower_ in _KNOWN or item.dep_ == "poss" for item in noun.lefts)
    number = next((item for item in noun.lefts if item.dep_ == "nummod" and item.i in figures), None)
    return known and number is not None and noun.tag_ == "NNS" and not noun.ent_type_.startswith(_MEASURED)


_KNOWN = frozenset({"the", "these", "those"})
_MEASURED = ("MONEY", "PERCENT", "QUANTITY", "DATE", "TIME")


def _is_figure(token: Token, figures: frozenset[int], places: frozenset[str] = _AMOUNT_PLACES) -> bool:
    """Tell whether a phrase is an amount: its head, a number at it, or what is measured by its "of"."""
    near = [token, *(item for item in token.children if item.dep_ not in _ASIDE)]
    near += [part for item in near[1:] if item.dep_ == "amod" for part in item.children]
    if any(item.i in figures for item in near):
        return True
    amounts = [item for item in token.children if item.dep_ == "prep" and item.lower_ in places]
    inside = [item for place in amounts for item in place.children]
    return any(part.i in figures for item in inside for part in (item, *item.children))


_ASIDE = frozenset({"prep", "conj", "appos", "relcl", "acl"})

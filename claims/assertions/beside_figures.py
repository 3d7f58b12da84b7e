"""What a clause says beside its figure: how often, how long or how much is not all that it tells."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claims.assertions.clauses import child, is_passive, is_predicate
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from claims.tokens import Token


@cache
def verbs_of_figures() -> frozenset[str]:
    """Return the verbs that only give a figure: "rose", "cut", "reached"."""
    verbs = load("frames")["verbs"]
    return frozenset(verb for kind in ("level", "change", "changing", "opinion") for verb in verbs[kind])


def only_says_how_often(predicate: Token, figures: frozenset[int]) -> bool:
    """Tell whether a figure only counts how often something was done ("was questioned three times").

    Args:
        predicate: The head of a clause.
        figures: Places of the tokens that are figures and what they count.
    """
    lemma = predicate.lemma_.lower()
    if not is_passive(predicate) or lemma in verbs_of_figures():
        return False
    often = next((item for item in predicate.rights if item.lower_ in _OFTEN), None)
    if often is None or any(item.lower_ in {"more", "less", "as"} for item in often.subtree):
        return False
    inside = {part.i for part in often.subtree}
    return not any(part.i in figures and part.i not in inside for part in _behind(predicate))


_OFTEN = frozenset({"once", "twice", "thrice", "times"})


def _behind(predicate: Token) -> list[Token]:
    """Return the tokens behind a predicate that belong to it, without the clauses that stand beside it."""
    beside = [item for item in predicate.rights if is_predicate(item) and item.dep_ in {"conj", "advcl"}]
    aside = {part.i for item in beside for part in item.subtree}
    return [part for part in predicate.subtree if part.i > predicate.i and part.i not in aside]


def holds_its_state(predicate: Token, figures: frozenset[int]) -> bool:
    """Tell whether a figure only says how long or where something is in a state ("open for a year").

    Args:
        predicate: The head of a clause.
        figures: Places of the tokens that are figures and what they count.
    """
    state = child(predicate, "acomp", "oprd")
    if predicate.lemma_ not in _KEPT or state is None or state.i in figures:
        return False
    told = state.lower_ in word_list("assertions", "lasting", "states")
    if not told or any(item.i in figures for item in state.lefts):
        return False
    places = [item for item in (*predicate.rights, *state.rights) if item.dep_ == "prep"]
    placed = [item for item in places if not figures.isdisjoint(part.i for part in item.subtree)]
    amounts = any(part.text == "%" or part.tag_ == "$" for item in placed for part in item.subtree)
    return bool(placed) and not amounts and all(item.lower_ in _SOMEWHERE for item in placed)


_KEPT = frozenset({"be", "stay", "remain", "keep"})
_SOMEWHERE = frozenset({"for", "at", "in", "on", "across", "until", "of"})


def is_given(predicate: Token, thing: Token, figures: frozenset[int]) -> bool:
    """Tell whether somebody was given a thing of so much ("was handed a ban of a year").

    Args:
        predicate: The head of a clause.
        thing: Its object.
        figures: Places of the tokens that are figures and what they count.
    """
    if not is_passive(predicate) or predicate.lemma_ not in word_list("assertions", "given", "verbs"):
        return False
    named = thing.dep_ == "dobj" and thing.tag_ == "NN" and thing.i not in figures
    return named and not any(part.i in figures for item in thing.lefts for part in item.subtree)

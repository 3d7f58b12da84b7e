"""Lists that a sentence announces by what somebody does with money: "The choir raised:"."""

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.figures.currencies import is_currency
from claims.framing.acts import nominal
from claims.framing.inflection import done
from claims.framing.layout import as_part
from claims.framing.memory import Announced, Name
from claims.framing.noun_phrases import object_of, subject_of
from claims.vocabulary import word_list

if TYPE_CHECKING:
    from claims.framing.context import Context
    from claims.model import Claim
    from claims.tokens import Token


def announced_by(root: "Token", context: "Context") -> Announced | None:
    """Return whose sums a sentence with a colon at its end announces and what they are, or None.

    Args:
        root: The head of the sentence.
        context: What the text has said so far.
    """
    if root.lemma_ not in word_list("payments", "announcing", "verbs"):
        return None
    target, subject = object_of(root), subject_of(root)
    money = target is None or target.lemma_ in word_list("payments", "announcing", "objects")
    owner: Name | None = context.subject(subject) if subject is not None and money else None
    if owner is None or owner.text == "I":
        return None
    return Announced(owner, nominal(root) or f"amount {done(root)}")


def of_announced(claim: "Claim", label: str, context: "Context") -> "Claim":
    """Give a sum behind the label of a list item the owner and measure that the list was announced with.

    Args:
        claim: The sum, whose subject is its label.
        label: The label.
        context: What the text has said so far.
    """
    told = context.announced
    if told is None or claim.value is None or claim.subject != label or not is_currency(claim.value.unit):
        return claim
    note = f"announced before the list, of “{told.owner.text}”"
    owned = replace(claim, subject=told.owner.text, inferred={**claim.inferred, "subject": note})
    return as_part(owned, label, told.measure, note)

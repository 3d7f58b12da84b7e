"""The figures of a budget to come: laid down or reckoned for its year, whatever tense they are told in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.framing.budgets import status_in_budget
from claims.model import Period
from claims.speech.given import is_given, is_replaced
from claims.speech.noun_status import counted, is_starting_point
from claims.timing.tenses import tense

if TYPE_CHECKING:
    from claims.framing.budgets import Budget
    from claims.model import Claim
    from claims.tokens import Token

_SUMS = ("money", "share", "growth", "quantity")
_DONE = ("past", "perfect")


def set_by_budget(
    claim: Claim, budget: Budget | None, predicate: Token | None, anchor: Token | None = None
) -> Claim:
    """Read what a budget to come says of its year: a plan where it lays that down, else a projection.

    Args:
        claim: A figure as its own words give it.
        budget: The budget that the article is about, or None.
        predicate: The verb of the claim's clause, if any.
        anchor: The head of the figure's noun phrase; None for a cell of a table.

    Returns:
        The claim for that year and with that status, or unchanged where it tells of what is or was.
    """
    if budget is None or budget.year is None or claim.kind not in _SUMS or claim.measure == "age":
        return claim
    if claim.modality == "reported" or tense(predicate) in _DONE or _is_known(predicate, anchor):
        return claim
    status = status_in_budget(claim.measure, claim.subject)
    year = Period(f"{budget.year}-01-01", f"{budget.year}-12-31", str(budget.year), None)
    begins = claim.period.start if claim.period is not None else None
    if status is None or (begins is not None and begins < f"{budget.year}-01-01"):
        return claim
    note = f"the article tells of the budget for {budget.year}"
    if claim.modality != "plan" and claim.modality != status:
        claim = replace(claim, modality=status, inferred={**claim.inferred, "modality": note})
    if begins is not None:
        return claim
    return replace(claim, period=year, inferred={**claim.inferred, "period": note})


def _is_known(predicate: Token | None, anchor: Token | None) -> bool:
    """Tell whether a figure is the one before: "up from €870", "debt stands at €9m"."""
    if anchor is None:
        return False
    if predicate is not None and predicate.lemma_ == "stand":
        return True
    return is_starting_point(anchor) or is_given(counted(anchor)) or is_replaced(counted(anchor))

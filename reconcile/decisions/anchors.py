"""Anchors: what a decision holds on to in the sources, and how its claims are found again after an edit."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from claims.model import Claim, Source
from reconcile.decisions.record import Amount, Anchor, Span

if TYPE_CHECKING:
    from reconcile.result import Group, Reconciliation

# Characters of context that are kept on either side of a quote.
CONTEXT = 48
# From here, a claim is what an edit made of the one that was decided on; below, that one is gone.
ALIKE = 0.6

State = Literal["same", "moved", "changed", "gone"]


@dataclass(frozen=True, slots=True)
class Found:
    """What became of a claim that a decision was made on.

    Attributes:
        state: "same" or "moved" (found by its quote) where it still says what it said; "changed" where its
            value, its period or its words differ; "gone" where nothing like it is left.
        claim: Its id now; None where it is gone.
        why: One line for a person; "" where it still says what it said.
    """

    state: State
    claim: str | None = None
    why: str = ""


def anchor(claim: Claim, text: str) -> Anchor:
    """Return what finds a claim again.

    Args:
        claim: The claim as the reviewer sees it.
        text: The text of its source.
    """
    return Anchor(
        claim=claim.id,
        source=claim.source,
        quote=claim.quote,
        prefix=text[max(0, claim.start - CONTEXT) : claim.start],
        suffix=text[claim.end : claim.end + CONTEXT],
        start=claim.start,
        kind=claim.kind,
        subject=claim.subject,
        measure=claim.measure,
        value=_amount(claim),
        period=_span(claim),
    )


def anchors(group: "Group", result: "Reconciliation", only: str | None = None) -> tuple[Anchor, ...]:
    """Return the anchors of the claims of a group, in its order.

    Args:
        group: The group.
        result: Where its claims are taken from.
        only: Id of the only claim that is wanted.
    """
    wanted = set(group.claims if only is None else (only,))
    claims = {claim.id: claim for claim in result.claims if claim.id in wanted}
    texts = {source.name: source.text for source in result.sources}
    return tuple(anchor(claims[i], texts[claims[i].source]) for i in group.claims if i in claims)


class Finder:
    """Finds the claims of decisions among those of today."""

    def __init__(self, claims: Iterable[Claim], sources: Sequence[Source]) -> None:
        """Begin with the claims of today and the sources that they come from."""
        self.claims = {claim.id: claim for claim in claims}
        self._texts = {source.name: source.text for source in sources}
        self._in_source: dict[str, list[Claim]] = {}
        self._found: dict[Anchor, Found] = {}

    def find(self, wanted: Anchor, taken: Collection[str] = ()) -> Found:
        """Return what became of the claim that an anchor was made for.

        Args:
            wanted: The anchor.
            taken: Ids of claims that other anchors of the decision stand for.
        """
        if wanted.claim in self.claims:
            return self._compared(wanted, self.claims[wanted.claim], "same")
        known = self._found.get(wanted)
        if known is None or known.claim in taken:
            known = self._found[wanted] = self._searched(wanted, taken)
        return known

    def find_all(self, wanted: Sequence[Anchor]) -> list[Found]:
        """Return what became of all claims of a decision: no claim of today stands for two."""
        taken = {item.claim for item in wanted if item.claim in self.claims}
        found: list[Found] = []
        for item in wanted:
            found.append(self.find(item, taken - {item.claim}))
            if (claim := found[-1].claim) is not None:
                taken.add(claim)
        return found

    def _searched(self, wanted: Anchor, taken: Collection[str]) -> Found:
        others = [claim for claim in self._near(wanted) if claim.id not in taken]
        if not others:
            return _gone(wanted, self._texts)
        best = max(others, key=lambda claim: (self._likeness(wanted, claim), claim.id))
        if self._likeness(wanted, best)[0] < ALIKE:
            return _gone(wanted, self._texts)
        return self._compared(wanted, best, "moved")

    def _near(self, wanted: Anchor) -> list[Claim]:
        """Return the claims of the anchor's source; of all with its words where it may have been renamed."""
        if not self._in_source:
            gathered: dict[str, list[Claim]] = defaultdict(list)
            for claim in self.claims.values():
                gathered[claim.source].append(claim)
            self._in_source = dict(gathered)
        if wanted.source in self._texts:
            return self._in_source.get(wanted.source, [])
        return [claim for claim in self.claims.values() if claim.quote == wanted.quote]

    def _likeness(self, wanted: Anchor, claim: Claim) -> tuple[float, int, int, float, int]:
        """How much a claim is the one wanted: its words first, then what it says, then where it stands."""
        words = 1.0 if claim.quote == wanted.quote else _alike(wanted.quote, claim.quote)
        says = (claim.kind == wanted.kind) + (_amount(claim) == wanted.value)
        about = (claim.subject == wanted.subject) + (claim.measure == wanted.measure)
        before, behind = self._around(claim)
        around = (_alike(wanted.prefix, before) + _alike(wanted.suffix, behind)) / 2
        return words, says, about, around, -abs(claim.start - wanted.start)

    def _compared(self, wanted: Anchor, claim: Claim, state: State) -> Found:
        if _amount(claim) != wanted.value:
            return Found("changed", claim.id, f"{claim.source}: the value was {_said(wanted.value)} then")
        if claim.quote != wanted.quote:
            return Found("changed", claim.id, f"{claim.source}: the words were “{wanted.quote}” then")
        if _span(claim) != wanted.period:
            return Found("changed", claim.id, f"{claim.source}: the period was {_days(wanted.period)} then")
        if state == "moved" and self._is_about_else(wanted, claim):
            about = f"{wanted.subject}: {wanted.measure}" if wanted.measure else wanted.subject
            return Found("changed", claim.id, f"{claim.source}: it was about “{about}” then")
        return Found(state, claim.id)

    def _is_about_else(self, wanted: Anchor, claim: Claim) -> bool:
        """Whether other words around a quote make something else of it; the same may be read otherwise."""
        before, behind = self._around(claim)
        if (before, behind) == (wanted.prefix, wanted.suffix):
            return False
        return (claim.subject, claim.measure) != (wanted.subject, wanted.measure)

    def _around(self, claim: Claim) -> tuple[str, str]:
        text = self._texts.get(claim.source, "")
        return text[max(0, claim.start - CONTEXT) : claim.start], text[claim.end : claim.end + CONTEXT]


def _gone(wanted: Anchor, sources: Collection[str]) -> Found:
    if wanted.source not in sources:
        return Found("gone", None, f"{wanted.source} is not among the sources")
    return Found("gone", None, f"{wanted.source} no longer says “{wanted.quote}”")


def _alike(one: str, other: str) -> float:
    if one == other:
        return 1.0
    from rapidfuzz import fuzz

    return fuzz.ratio(one, other) / 100


def _amount(claim: Claim) -> Amount | None:
    value = claim.value
    return (value.low, value.high, value.unit) if value else None


def _span(claim: Claim) -> Span | None:
    return (claim.period.start, claim.period.end) if claim.period else None


def _said(value: Amount | None) -> str:
    if value is None:
        return "not stated"
    low, high, unit = value
    bounds = [
        f"{bound:g}" if isinstance(bound, float) else str(bound) for bound in (low, high) if bound is not None
    ]
    return f"{'–'.join(dict.fromkeys(bounds))} {unit}"


def _days(period: Span | None) -> str:
    if period is None or period == (None, None):
        return "not stated"
    return " to ".join(dict.fromkeys(day or "open" for day in period))

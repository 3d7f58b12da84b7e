"""Anchors: what a decision holds on to in the sources, and how its claims are found again after an edit."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from claims.model import Claim, Source
from reconcile.decisions.corrections import CORRECTED
from reconcile.decisions.likeness import Index, alike
from reconcile.decisions.record import Amount, Anchor, Span

if TYPE_CHECKING:
    from reconcile.result import Group, Reconciliation

# Characters of context that are kept on either side of a quote.
CONTEXT = 48
# From here, the words around two claims are the same.
_IN_PLACE = 0.8
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
        corrected=_corrected(claim),
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
        self._known = Index(())
        self._found: dict[Anchor, Found] = {}

    def with_claims(self, others: Mapping[str, Claim]) -> "Finder":
        """Return one that finds other claims in the place of some, by their ids."""
        made = Finder((), ())
        made.claims, made._texts = {**self.claims, **others}, self._texts
        return made

    def find_all(self, wanted: Sequence[Anchor]) -> list[Found]:
        """Return what became of all claims of a decision: no claim of today stands for two."""
        if all(item.claim in self.claims for item in wanted):
            return [self._compared(item, self.claims[item.claim], "same") for item in wanted]
        taken = {item.claim for item in wanted if item.claim in self.claims}
        found: list[Found] = []
        for item in wanted:
            found.append(self._find(item, taken - {item.claim}))
            if (claim := found[-1].claim) is not None:
                taken.add(claim)
        return found

    def _find(self, wanted: Anchor, taken: Collection[str]) -> Found:
        if wanted.claim in self.claims:
            return self._compared(wanted, self.claims[wanted.claim], "same")
        known = self._found.get(wanted)
        if known is None or known.claim in taken:
            known = self._found[wanted] = self._searched(wanted, taken)
        return known

    def _searched(self, wanted: Anchor, taken: Collection[str]) -> Found:
        if not self._known:
            self._known = Index(self.claims.values())
        others = self._known.like(wanted, is_known=wanted.source in self._texts)
        others = others or [claim for claim in self._known.about(wanted) if self._is_in_place(wanted, claim)]
        others = [claim for claim in others if claim.id not in taken]
        if others:
            best = max(others, key=lambda claim: (self._likeness(wanted, claim), claim.id))
            return self._compared(wanted, best, "moved")
        if wanted.source not in self._texts:
            return Found("gone", None, f"{wanted.source} is not among the sources")
        return Found("gone", None, f"{wanted.source} no longer says “{wanted.quote}”")

    def _likeness(self, wanted: Anchor, claim: Claim) -> tuple[float, int, int, float, int]:
        """How much a claim is the one wanted: its words first, then what it says, then where it stands."""
        words = alike(wanted.quote, claim.quote)
        says = (claim.kind == wanted.kind) + (_amount(claim) == wanted.value)
        about = (claim.subject == wanted.subject) + (claim.measure == wanted.measure)
        before, behind = self._around(claim)
        around = (alike(wanted.prefix, before) + alike(wanted.suffix, behind)) / 2
        return words, says, about, around, -abs(claim.start - wanted.start)

    def _compared(self, wanted: Anchor, claim: Claim, state: State) -> Found:
        if _amount(claim) != wanted.value:
            then, now = amount_in_words(wanted.value), amount_in_words(_amount(claim))
            return Found("changed", claim.id, f"{claim.source}: the value was {then}, it is {now} now")
        if claim.quote != wanted.quote:
            return Found("changed", claim.id, f"{claim.source}: the words were “{wanted.quote}”")
        if _span(claim) != wanted.period and (state == "moved" or _is_own(wanted, claim)):
            then, now = _days(wanted.period), _days(_span(claim))
            return Found("changed", claim.id, f"{claim.source}: the period was {then}, it is {now} now")
        if state == "moved" and self._is_about_else(wanted, claim):
            about = f"{wanted.subject}: {wanted.measure}" if wanted.measure else wanted.subject
            return Found("changed", claim.id, f"{claim.source}: it was about “{about}”")
        return Found(state, claim.id)

    def _is_about_else(self, wanted: Anchor, claim: Claim) -> bool:
        """Whether other words around a quote make something else of it; the same may be read otherwise."""
        before, behind = self._around(claim)
        if (before, behind) == (wanted.prefix, wanted.suffix):
            return False
        return (claim.subject, claim.measure) != (wanted.subject, wanted.measure)

    def _is_in_place(self, wanted: Anchor, claim: Claim) -> bool:
        """Whether a claim stands where another did: the words before or behind it are as they were."""
        before, behind = self._around(claim)
        places = ((wanted.prefix, before), (wanted.suffix, behind))
        return any(then.strip() and alike(then, now) >= _IN_PLACE for then, now in places)

    def _around(self, claim: Claim) -> tuple[str, str]:
        text = self._texts.get(claim.source, "")
        return text[max(0, claim.start - CONTEXT) : claim.start], text[claim.end : claim.end + CONTEXT]


def _corrected(claim: Claim) -> tuple[str, ...]:
    return tuple(facet for facet, note in sorted(claim.inferred.items()) if note.startswith(CORRECTED))


def _is_own(wanted: Anchor, claim: Claim) -> bool:
    """Whether the period of a claim whose text is as it was is its own: another source may give it one."""
    return "period" in wanted.corrected or "period" in _corrected(claim)


def _amount(claim: Claim) -> Amount | None:
    value = claim.value
    return (value.low, value.high, value.unit) if value else None


def _span(claim: Claim) -> Span | None:
    return (claim.period.start, claim.period.end) if claim.period else None


def amount_in_words(value: Amount | None) -> str:
    """Return bounds and unit as a person would say them ("90 % or more")."""
    if value is None:
        return "not stated"
    low, high, unit = value
    first, last = (f"{bound:,.12g}" if isinstance(bound, float) else str(bound) for bound in (low, high))
    unit = "" if unit in ("date", "count", "rank") else f" {unit}"
    if low is None or high is None:
        return f"{first}{unit} or more" if high is None else f"{last}{unit} or less"
    return f"{first}{unit}" if low == high else f"{first}–{last}{unit}"


def _days(period: Span | None) -> str:
    if period is None or period == (None, None):
        return "not stated"
    return " to ".join(dict.fromkeys(day or "open" for day in period))

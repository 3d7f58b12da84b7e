"""From a result to its citations."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from claims.model import Claim, Source
from claims.sources.locators import locate
from reconcile import format as words
from reconcile.citations.fragments import link
from reconcile.citations.row import Citation, Work
from reconcile.selectors import select

if TYPE_CHECKING:
    from reconcile.decisions import Decision, Review, Standing
    from reconcile.result import Group, Reconciliation

Scope = Literal["all", "grouped", "conflicts", "decided"]
_CONFLICTS = frozenset({"conflict", "possible_conflict", "internal_inconsistency"})


class UnknownGroup(LookupError):
    """No group, or more than one, has an id that begins so; the message says which."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """A question with how it was decided."""

    group: "Group"
    standing: "Standing | None"


def citations(
    result: "Reconciliation",
    review: "Review | None" = None,
    *,
    scope: Scope = "all",
    group: str | None = None,
) -> list[Citation]:
    """Return the citations of a result, by source and place.

    Args:
        result: What comparing the sources gave, with the decisions of ``review`` applied.
        review: What was decided, where anything was.
        scope: Which claims: all, those that answer a question that another claim answers too, those in
            conflict, or those that a reviewer decided on.
        group: Beginning of the id of the only group that is wanted.

    Raises:
        UnknownGroup: No group, or more than one, has an id that begins like this.
    """
    standings: Mapping[str, Standing] = review.standings if review is not None else {}
    answers = {
        claim: _Answer(found, standings.get(found.id))
        for found in _groups(result, group)
        for claim in found.claims
    }
    works = {source.name: work(source) for source in result.sources}
    sources = {source.name: source for source in result.sources}
    kept = [claim for claim in result.claims if _is_wanted(answers.get(claim.id), scope, group)]
    return [_citation(c, sources[c.source], works[c.source], answers.get(c.id)) for c in kept]


def _groups(result: "Reconciliation", wanted: str | None) -> Iterable["Group"]:
    if wanted is None:
        return result.groups
    found = [group for group in result.groups if group.id.startswith(wanted)] if wanted else []
    if len(found) == 1:
        return found
    how = "no group has" if not found else f"{len(found)} groups have"
    raise UnknownGroup(f"{how} an id that begins with {wanted!r}; reconcile check shows the ids")


def _is_wanted(answer: _Answer | None, scope: Scope, group: str | None) -> bool:
    if answer is None:
        return scope == "all" and group is None
    if scope == "conflicts":
        return answer.group.verdict in _CONFLICTS
    if scope == "decided":
        return answer.standing is not None and answer.standing.decision is not None
    return True


def work(source: Source) -> Work:
    """Return a source as it is cited."""

    def known(key: str) -> str:
        return source.known(key) or ""

    def evidence(key: str) -> str:
        return source.metadata[key].evidence if key in source.metadata else ""

    return Work(
        name=source.name,
        title=known("title"),
        authors=known("authors"),
        publisher=known("publisher"),
        url=known("url"),
        published=known("published"),
        published_evidence=evidence("published"),
        modified=known("modified"),
        modified_evidence=evidence("modified"),
        accessed=known("accessed"),
        language=known("language"),
        original=_original(source),
        file_sha256=source.file_sha256,
        text_sha256=source.sha256,
    )


def _original(source: Source) -> str:
    kinds = {"retold_from": "retold from", "translated_from": "translated from"}
    told = [f"{how} {value}" for key, how in kinds.items() if (value := source.known(key))]
    return "; ".join(told)


def _citation(claim: Claim, source: Source, of: Work, answer: _Answer | None) -> Citation:
    value, period = claim.value, claim.period
    decision = answer.standing.decision if answer and answer.standing else None
    return Citation(
        claim=claim.id,
        said=words.statement(claim),
        kind=claim.kind,
        subject=claim.subject,
        measure=claim.measure,
        object=claim.object or "",
        scope="; ".join(f"{facet}: {claim.scope[facet]}" for facet in sorted(claim.scope)),
        surface=value.surface if value else "",
        value=words.value(value) if value else "",
        low=value.low if value else None,
        high=value.high if value else None,
        unit=value.unit if value else "",
        counted=(value.counted or "") if value else "",
        hedge=value.hedge if value else "",
        period=words.period(period) if period else "",
        period_start=(period.start or "") if period else "",
        period_end=(period.end or "") if period else "",
        period_evidence=_period_evidence(claim),
        modality=claim.modality,
        polarity=claim.polarity,
        attribution=claim.attribution or "",
        group=answer.group.id if answer else "",
        question=answer.group.title if answer else "",
        verdict=answer.group.verdict if answer else "",
        decision=_decided(claim, answer.standing, decision)
        if answer and answer.standing and decision
        else "",
        reviewer=decision.reviewer if decision else "",
        decided=decision.at if decision else "",
        note=(decision.note or "") if decision else "",
        selector=select(source.text, claim.start, claim.end),
        locator=str(locate(source, claim.value.start if claim.value else claim.start)),
        link="" if of.original else link(of.url, claim.quote),  # the original has other words
        work=of,
    )


def _period_evidence(claim: Claim) -> str:
    if claim.period is None:
        return ""
    resolved = claim.period.resolved_from
    return f"“{claim.period.text}”, {resolved}" if resolved else f"“{claim.period.text}”"


def _decided(claim: Claim, standing: "Standing", decision: "Decision") -> str:
    """Say of a claim what a decision on its question means for it."""
    if decision.action == "stands":
        return "stands" if claim.id in standing.chosen else "does not stand"
    if decision.action == "both_hold":
        return f"both hold, they differ on {decision.facet}" if decision.facet else "both hold"
    return decision.action.replace("_", " ")

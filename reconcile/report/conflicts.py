"""The part of the summary that matters most: each conflict with both sides, their words, and why."""

from claims.model import Claim, Source
from reconcile.format import counted, period, provenance, statement, verdict_mark, verdict_name
from reconcile.report.layout import Page, Style
from reconcile.report.quotes import quote
from reconcile.report.selection import (
    ALERTS,
    MOST_PAIRS,
    Index,
    source_names,
    telling_pairs,
    why,
    with_verdict,
)
from reconcile.result import Check, Group, Pair, Reconciliation
from reconcile.safe import one_line

_INDENT = 2


def write(page: Page, result: Reconciliation, index: Index) -> None:
    """Write the groups in conflict, the gravest first, then the checks that fail."""
    groups = with_verdict(result.groups, *ALERTS)
    failed = [check for check in result.checks if check.verdict == "inconsistent"]
    if not groups and not failed:
        return
    sources = {source.name: source for source in result.sources}
    page.heading("CONFLICTS", "red")
    for group in groups:
        _conflict(page, group, index, sources)
        page.blank()
    for check in failed:
        _failed(page, check, index, sources)
        page.blank()


def said(claim: Claim) -> str:
    """Return what a claim says on one line: value or assertion, period, how certain, and who says so."""
    parts = [statement(claim)]
    if claim.period is not None and period(claim.period) != parts[0]:
        parts.append(period(claim.period))
    if claim.modality != "actual":
        parts.append(claim.modality)
    if claim.attribution:
        parts.append(f"according to {claim.attribution}")
    return one_line(" · ".join(parts))


def _conflict(page: Page, group: Group, index: Index, sources: dict[str, Source]) -> None:
    mark, name = verdict_mark(group.verdict), verdict_name(group.verdict)
    style: Style = "yellow" if group.verdict == "possible_conflict" else "red"
    page.paragraph(one_line(group.title), lead=f"{mark} {name}  ", lead_style=style, style="bold")
    page.paragraph(f"severity {group.severity} · {group.id}", _INDENT, style="dim")
    pairs, others = telling_pairs(group, index, MOST_PAIRS)
    sides = list(dict.fromkeys(side for pair in pairs for side in (pair.a, pair.b)))
    letters = {side: chr(ord("A") + place) for place, side in enumerate(sides)}
    for side in sides:
        page.blank()
        _side(page, letters[side], index.claims[side], sources)
        _also(page, side, group, index)
    page.blank()
    for pair in pairs:
        _reasons(page, pair, letters, several=len(pairs) > 1)
    if others:
        page.paragraph(f"… and {counted(others, 'other pair')} of claims in conflict", _INDENT, style="dim")


def _side(page: Page, letter: str, claim: Claim, sources: dict[str, Source]) -> None:
    page.paragraph(said(claim), _INDENT, lead=f"{letter}  ", lead_style="bold", style="bold")
    page.paragraph(quote(claim, sources.get(claim.source)), _INDENT + 3)
    where = (
        f"{claim.source} · {provenance(sources[claim.source])}" if claim.source in sources else claim.source
    )
    page.paragraph(one_line(where), _INDENT + 3, style="dim")


def _also(page: Page, side: str, group: Group, index: Index) -> None:
    """Name the other sources that say the same and stand in a conflict for it, too."""
    involved = {claim for pair in group.pairs if pair.verdict in ALERTS for claim in (pair.a, pair.b)}
    alike = [other for other in group.claims if other in involved and index.said(other) == index.said(side)]
    names = [name for name in source_names(alike, index) if name != index.claims[side].source]
    if names:
        page.paragraph(f"so too {', '.join(map(one_line, names))}", _INDENT + 3, style="dim")


def _reasons(page: Page, pair: Pair, letters: dict[str, str], *, several: bool) -> None:
    which = f"{letters[pair.a]} against {letters[pair.b]}: " if several else ""
    reasons, unless = why(pair)
    page.paragraph(which + one_line(" ".join(reasons)), _INDENT, lead="-> ", lead_style="bold")
    if unless:
        page.paragraph(one_line(" ".join(unless)), _INDENT + 3)


def _failed(page: Page, check: Check, index: Index, sources: dict[str, Source]) -> None:
    page.paragraph(one_line(check.text), lead="! DOES NOT ADD UP  ", lead_style="red", style="bold")
    for identifier in check.claims:
        claim = index.claims[identifier]
        page.paragraph(quote(claim, sources.get(claim.source)), _INDENT + 3)
        page.paragraph(
            one_line(f"{claim.source} · {provenance(sources[claim.source])}"), _INDENT + 3, style="dim"
        )

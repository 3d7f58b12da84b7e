"""The summary of ``reconcile check``: what was read, conflicts first, then what only looks like one."""

from collections.abc import Sequence

from reconcile.format import (
    NBSP,
    counted,
    period,
    provenance,
    statement,
    verdict_mark,
    verdict_name,
    verdicts_counted,
)
from reconcile.report import conflicts, notes
from reconcile.report.explain import voices
from reconcile.report.layout import Page, Style
from reconcile.report.selection import EXPLAINED, Index, by_saying, deciding, source_names, with_verdict
from reconcile.result import Check, Group, Reconciliation
from reconcile.safe import columns, cut, one_line

_WIDEST_NAME = 38
_MOST_SAYINGS = 5
_MOST_REASONS = 2
_INDENT = 2


def render(
    result: Reconciliation, problems: Sequence[object] = (), *, width: int = 80, colour: bool = False
) -> str:
    """Return the summary as text.

    Args:
        result: What comparing the sources gave.
        problems: What could not be read; each is one line as a string.
        width: Columns that no line exceeds.
        colour: Whether escape sequences for colour are written; the words alone say everything.
    """
    page, known = Page(width, colour), Index.of(result)
    _read(page, result)
    if result.claims:
        _counts(page, result, known)
    conflicts.write(page, result, known)
    _explained(page, with_verdict(result.groups, *EXPLAINED), known)
    _consistent(page, [check for check in result.checks if check.verdict == "consistent"], known)
    _agreements(page, agreements(result, known), known)
    remarks = notes.notes(result.sources, result.claims)
    notes.write(page, map(one_line, map(str, [*problems, *result.problems])), map(one_line, remarks))
    if result.claims:
        _closing(page, result, known)
    return page.text()


def agreements(result: Reconciliation, index: Index) -> list[Group]:
    """Return the groups whose claims agree between at least two sources."""
    groups = with_verdict(result.groups, "agree")
    return [group for group in groups if len(source_names(group.claims, index)) > 1]


def _read(page: Page, result: Reconciliation) -> None:
    retold = sum(source.known("retold_from") is not None for source in result.sources)
    of_them = f" ({'all' if retold == len(result.sources) else retold} retold)" if retold else ""
    read, found = counted(len(result.sources), "source"), counted(len(result.claims), "claim")
    page.raw(f"{read}{of_them}, {found}", "bold")
    names = [cut(one_line(source.name), _WIDEST_NAME) for source in result.sources]
    widest = max(map(columns, names), default=0)
    for name, source in zip(names, result.sources, strict=True):
        lead = name + " " * (widest - columns(name) + 2)
        page.paragraph(one_line(provenance(source)), _INDENT, lead=lead)
    page.blank()


def _counts(page: Page, result: Reconciliation, index: Index) -> None:
    lines: list[tuple[str, str, Style]] = []
    alerts: tuple[tuple[str, Style], ...] = (
        ("conflict", "red"),
        ("internal_inconsistency", "red"),
        ("possible_conflict", "yellow"),
    )
    for verdict, style in alerts:
        if found := len(with_verdict(result.groups, verdict)):
            lines.append((verdict_mark(verdict), verdicts_counted(found, verdict), style))
    if failed := sum(check.verdict == "inconsistent" for check in result.checks):
        lines.append(("!", _checked(failed, "does not add up", "do not add up"), "red"))
    if not lines:
        lines.append(("=", "no conflict found", "green"))
    parts = [
        verdicts_counted(found, verdict)
        for verdict in EXPLAINED
        if (found := len(with_verdict(result.groups, verdict)))
    ]
    if parts:
        lines.append(("~", f"explained: {', '.join(parts)}", "cyan"))
    if agreed := len(agreements(result, index)):
        lines.append(("=", verdicts_counted(agreed, "agree"), "green"))
    for mark, words, style in lines:
        page.paragraph(words, _INDENT, lead=f"{mark} ", lead_style=style, style=style)


def _explained(page: Page, groups: Sequence[Group], index: Index) -> None:
    if not groups:
        return
    page.heading("EXPLAINED DIFFERENCES")
    between = [group for group in groups if len(source_names(group.claims, index)) > 1]
    for group in between:
        _difference(page, group, index)
        page.blank()
    if inside := len(groups) - len(between):
        words = ("more difference", "more differences") if between else ("difference", "differences")
        page.paragraph(f"… and {counted(inside, *words)} inside one source", style="dim")


def _difference(page: Page, group: Group, index: Index) -> None:
    name = verdict_name(group.verdict)
    page.paragraph(one_line(group.title), lead=f"~ {name}  ", lead_style="cyan", style="bold")
    sayings = list(by_saying(group.claims, index).values())
    for alike in sayings[:_MOST_SAYINGS]:
        who = ", ".join(map(one_line, source_names(alike, index)))
        page.paragraph(f"{conflicts.said(index.claims[alike[0]])} ·{NBSP}{who}", 4)
    if len(sayings) > _MOST_SAYINGS:
        page.paragraph(f"… and {counted(len(sayings) - _MOST_SAYINGS, 'other statement')}", 4, style="dim")
    reasons = deciding(group, index)
    for reason in reasons[:_MOST_REASONS]:
        page.paragraph(one_line(reason), 4, lead="-> ")
    if len(reasons) > _MOST_REASONS:
        page.paragraph(
            f"   … and {counted(len(reasons) - _MOST_REASONS, 'more reason')} of this kind", 4, style="dim"
        )


def _consistent(page: Page, checks: Sequence[Check], index: Index) -> None:
    if not checks:
        return
    page.heading("SUMS THAT ADD UP")
    for check in checks:
        where = ", ".join(map(one_line, source_names(check.claims, index)))
        last = index.claims[check.claims[-1]]
        about = one_line(last.measure or last.subject)
        page.paragraph(f"{about}: {one_line(check.text)} ·{NBSP}{where}", lead="= ", lead_style="green")


def _agreements(page: Page, groups: Sequence[Group], index: Index) -> None:
    if not groups:
        return
    page.heading("AGREEMENTS")
    page.paragraph(
        f"{counted(len(groups), 'figure or fact', 'figures and facts')} found alike in at least two sources:"
    )
    for group in groups:
        first = index.claims[min(group.claims, key=index.order.__getitem__)]
        about = group.title if first.value else first.subject
        when = f", {period(first.period)}" if first.period else ""
        said = one_line(f"{about}: {statement(first)}{when}")
        page.paragraph(f"{said} ({voices(group)})", lead="= ", lead_style="green")


def _closing(page: Page, result: Reconciliation, index: Index) -> None:
    """Say the result once more: on a terminal the beginning has scrolled away."""
    explained = len(with_verdict(result.groups, *EXPLAINED))
    counts = (
        counted(result.open_conflicts, "open conflict"),
        counted(explained, "explained difference"),
        counted(len(agreements(result, index)), "agreement"),
    )
    page.blank()
    page.paragraph(f"{counted(len(result.sources), 'source')}: {', '.join(counts)}.", style="bold")


def _checked(amount: int, one: str, several: str) -> str:
    return f"{counted(amount, 'sum')} that {one if amount == 1 else several}"

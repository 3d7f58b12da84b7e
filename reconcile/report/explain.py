"""Why a group has its verdict: its claims, how well each two fit, and every gate that they passed."""

from collections.abc import Mapping, Sequence

from claims.model import Source
from reconcile.format import counted, verdict_name
from reconcile.report.conflicts import said
from reconcile.report.layout import Page, Style
from reconcile.report.quotes import quote
from reconcile.report.selection import ALERTS, Index, lettered
from reconcile.report.statements import letter
from reconcile.result import Group, Pair, Reconciliation
from reconcile.safe import columns, one_line
from reconcile.vocabulary import load

_INDENT = 2
_BAR = 20


class UnknownGroup(ValueError):
    """No group, or more than one, has an id that begins as asked; the text says what to do."""


def find_group(result: Reconciliation, wanted: str) -> Group:
    """Return the group whose id begins with some characters.

    Args:
        result: What comparing the sources gave.
        wanted: The id of a group or its beginning.

    Raises:
        UnknownGroup: None or several begin so.
    """
    found = [group for group in result.groups if group.id.startswith(wanted)]
    if len(found) == 1 and wanted:
        return found[0]
    if not found or not wanted:
        raise UnknownGroup(f"no group “{one_line(wanted)}”; `reconcile check` prints the id of each conflict")
    several = ", ".join(group.id for group in found[:5])
    raise UnknownGroup(f"several groups begin with “{one_line(wanted)}”: {several}; give more of the id")


def render(result: Reconciliation, group: Group, *, width: int = 80, colour: bool = False) -> str:
    """Return the explanation of a group's verdict as text.

    Args:
        result: What comparing the sources gave.
        group: One of its groups.
        width: Columns that no line exceeds.
        colour: Whether escape sequences for colour are written.
    """
    page, known = Page(width, colour), Index.of(result)
    sources = {source.name: source for source in result.sources}
    name = verdict_name(group.verdict)
    page.paragraph(one_line(group.title), lead=f"{name}  ", lead_style=_style(group.verdict), style="bold")
    page.paragraph(f"group {group.id} · severity {group.severity} · {voices(group)}", style="dim")
    letters = letters_of(group, known)
    page.heading("CLAIMS")
    for claim in letters:
        _claim(page, letters[claim], known, claim, sources)
    page.heading("PAIRS")
    order = {verdict: place for place, verdict in enumerate(load("display")["verdicts"])}
    for pair in sorted(group.pairs, key=lambda pair: (order[pair.verdict], letters[pair.a], letters[pair.b])):
        _pair(page, pair, letters)
    return page.text()


def render_pair(pair: Pair, letters: Mapping[str, str], *, width: int = 80, colour: bool = False) -> str:
    """Return why two claims have their verdict as text: what made them one question, and every gate.

    Args:
        pair: The two claims.
        letters: What each claim is called.
        width: Columns that no line exceeds.
        colour: Whether escape sequences for colour are written.
    """
    page = Page(width, colour)
    _pair(page, pair, letters)
    return page.text()


def letters_of(group: Group, index: Index) -> dict[str, str]:
    """Return the letter of each claim of a group: A, B, … Z, AA, AB …"""
    return {claim: letter(place) for place, claim in enumerate(lettered(group, index))}


def voices(group: Group) -> str:
    """Say how many sources and origins a group has ("3 sources, 1 origin")."""
    sources = sum(map(len, group.origins))
    return f"{counted(sources, 'source')}, {counted(len(group.origins), 'origin')}"


def _style(verdict: str) -> Style:
    return "red" if verdict in ALERTS else "cyan"


def _claim(page: Page, letter: str, index: Index, claim: str, sources: dict[str, Source]) -> None:
    found = index.claims[claim]
    page.paragraph(said(found), lead=f"{letter}  ", lead_style="bold", style="bold")
    page.paragraph(quote(found, sources.get(found.source)), _INDENT + 1)
    facets = [("subject", found.subject), ("measure", found.measure), ("object", found.object)]
    facets += [*found.scope.items(), *((f"{facet} from", why) for facet, why in found.inferred.items())]
    page.paragraph(one_line(" · ".join(f"{facet}: {text}" for facet, text in facets if text)), _INDENT + 1)
    page.paragraph(one_line(f"{found.source} · claim {found.id}"), _INDENT + 1, style="dim")


def _pair(page: Page, pair: Pair, letters: Mapping[str, str]) -> None:
    name = verdict_name(pair.verdict)
    first, second = sorted((pair.a, pair.b), key=list(letters).index)
    lead = f"{letters[first]} and {letters[second]}  "
    page.blank()
    page.paragraph(
        f"{name}, severity {pair.severity}", lead=lead, lead_style="bold", style=_style(pair.verdict)
    )
    _waterfall(page, pair)
    widest = max(columns(reason.facet) for reason in pair.reasons)
    for reason in pair.reasons:
        mark = "." if reason.effect == "pass" else ">" if reason.effect == pair.verdict else " "
        lead = f"{mark} {reason.facet.ljust(widest)}  "
        decides = reason.effect == pair.verdict
        page.paragraph(one_line(reason.text), _INDENT, lead=lead, style="bold" if decides else None)


def _waterfall(page: Page, pair: Pair) -> None:
    """Show what made the two one question: each facet with what it did to the fit, and the fit as a bar."""
    steps: Sequence[tuple[str, float]] = pair.fit
    effects = ", ".join(f"{facet} {effect:+.2f}" for facet, effect in steps)
    total = sum(effect for _, effect in steps)
    bar = "#" * round(max(0.0, min(1.0, total)) * _BAR)
    page.paragraph(f"[{bar.ljust(_BAR, '.')}] {total:.2f} = {effects}", _INDENT, lead="  fit  ", style="dim")

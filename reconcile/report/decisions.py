"""The list of decisions, as text and as JSON: first what needs a person, then what counts, then the rest."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from reconcile.decisions.placing import Entry
from reconcile.decisions.record import Anchor, Decision
from reconcile.decisions.standing import Review
from reconcile.format import counted
from reconcile.report.layout import Page, Style
from reconcile.safe import one_line
from reconcile.vocabulary import load

_INDENT = 2
_MOST_QUOTES = 4
_SHORT_ID = 8
_STYLES: dict[str, Style] = {"!": "red", "?": "yellow", "=": "green", "~": "dim", ".": "dim"}


def listed(review: Review, reviewer: str | None = None) -> list[Entry]:
    """Return what became of the decisions of one reviewer or of all, in the order in which they are shown."""
    order = {state: place for place, state in enumerate(load("decisions")["states"])}
    wanted = [entry for entry in review.entries if reviewer in (None, entry.decision.reviewer)]
    # Those who differ stand side by side.
    return sorted(
        wanted,
        key=lambda e: (order[e.state], e.group or "" if e.state == "disputed" else "", e.decision.order),
    )


def render(
    entries: Sequence[Entry], workspace: str, *, checked: bool, width: int = 80, colour: bool = False
) -> str:
    """Return the list as text.

    Args:
        entries: What to list, as ``listed`` gives it.
        workspace: Where the decisions lie.
        checked: Whether they were held against the sources.
        width: Columns that no line exceeds.
        colour: Whether escape sequences for colour are written.
    """
    page = Page(width, colour)
    states = load("decisions")["states"]
    if not entries:
        page.paragraph(one_line(f"No decisions in {workspace}."))
        return page.text()
    _counts(page, entries, workspace)
    if not checked:
        page.paragraph("Name the sources (PATH...) to see whether they still hold.", style="dim")
    shown = ""
    for entry in entries:
        mark, heading, _ = states[entry.state]
        if entry.state != shown:
            page.heading(heading, _STYLES[mark])
            shown = entry.state
        _entry(page, entry, mark)
        page.blank()
    return page.text()


def _counts(page: Page, entries: Sequence[Entry], workspace: str) -> None:
    who = len({entry.decision.reviewer for entry in entries})
    numbers = Counter(entry.state for entry in entries)
    states = load("decisions")["states"]
    parts = [f"{numbers[state]} {states[state][2]}" for state in states if numbers[state]]
    decided = f"{counted(len(entries), 'decision')} by {counted(who, 'reviewer')}"
    page.paragraph(one_line(f"{decided} in {workspace}: {', '.join(parts)}"), style="bold")


def _entry(page: Page, entry: Entry, mark: str) -> None:
    decision = entry.decision
    title = one_line(decision.title) or "(no question)"
    page.paragraph(title, lead=f"{mark} ", lead_style=_STYLES[mark], style="bold")
    said = f"{decision.reviewer}: {_said(decision)}"
    when = decision.at.replace("T", " ").replace("Z", " UTC")
    page.paragraph(one_line(" · ".join(filter(None, (said, when, decision.id[:_SHORT_ID])))), _INDENT)
    quoted = _quoted(decision)
    for anchor in quoted[:_MOST_QUOTES]:
        page.paragraph(one_line(f"“{anchor.quote}” {anchor.source}"), _INDENT)
    if len(quoted) > _MOST_QUOTES:
        page.paragraph(f"… and {counted(len(quoted) - _MOST_QUOTES, 'other claim')}", _INDENT, style="dim")
    if decision.note:
        page.paragraph(one_line(decision.note), _INDENT, lead="note: ", lead_style="dim")
    if entry.why:
        page.paragraph(one_line(entry.why), _INDENT, lead="-> ")


def _said(decision: Decision) -> str:
    """Say in words what was decided."""
    words = str(load("decisions")["actions"].get(decision.action, decision.action))
    if decision.action == "both_hold" and decision.facet:
        return f"{words}, they differ on {decision.facet}"
    if decision.correction is not None:
        typed = ", ".join(f"{facet} {text}" for facet, text in decision.correction.typed.items())
        return f"{words}: {typed}"
    if decision.action == "adjudicate":
        return f"{words}: {(decision.target or '')[:_SHORT_ID]} is upheld"
    return words


def _quoted(decision: Decision) -> list[Anchor]:
    """Return the claims that a decision is about: those chosen or corrected, else all."""
    wanted = {decision.correction.claim} if decision.correction else set(decision.chosen)
    return [anchor for anchor in decision.anchors if not wanted or anchor.claim in wanted]


def as_json(review: Review, entries: Sequence[Entry], *, checked: bool) -> dict[str, Any]:
    """Return the list as JSON: every record as it is in its ledger, and what became of it.

    Args:
        review: What the decisions make of the sources.
        entries: What to list, as ``listed`` gives it.
        checked: Whether they were held against the sources.
    """
    from reconcile.result import SCHEMA_VERSION

    return {
        "schema_version": SCHEMA_VERSION,
        "checked": checked,
        "decisions": [
            {
                "state": entry.state,
                "why": entry.why,
                "current_group": entry.group if checked else None,
                "current_chosen": list(entry.chosen) if checked else [],
                "record": entry.decision.as_json(),
            }
            for entry in entries
        ],
        "groups": [
            {
                "id": standing.group,
                "state": standing.state,
                "why": standing.why,
                "decision": standing.decision.id if standing.decision else None,
                "adjudication": standing.adjudication.id if standing.adjudication else None,
                "by_reviewer": {who: said.id for who, said in sorted(standing.by_reviewer.items())},
                "notes": [note.id for note in standing.notes],
            }
            for standing in review.standings.values()
            if checked and standing.state != "open"
        ],
    }

"""One group as one row of the list: its place, state, verdict, question and values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claims.model import Claim
from reconcile.format import verdict_mark
from reconcile.result import Group
from reconcile.safe import columns
from reconcile.tui.core.spans import Line, Span, fitted
from reconcile.tui.core.story import Story
from reconcile.vocabulary import load

_VERDICT, _SMALLEST_VERDICT, _SEVERITY = 12, 8, 6
_VALUES_FROM, _VERDICT_FROM, _SEVERITY_FROM = 40, 60, 72
_VALUES_PART = 0.33
_TONES = {
    "conflict": "alert",
    "internal_inconsistency": "alert",
    "possible_conflict": "possible",
    "agree": "agree",
    "not_comparable": "dim",
    "insufficient": "dim",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A group with what the list shows and the filter looks at.

    Attributes:
        number: Its place in the result, from 1.
        group: The group.
        sources: Names of its sources.
        state: open, done, noted, skipped, stale or disputed.
    """

    number: int
    group: Group
    sources: tuple[str, ...]
    state: str = "open"


def rows_of(groups: Sequence[Group], claims: Mapping[str, Claim], states: Mapping[str, str]) -> list[Row]:
    """Return a row for each group."""
    return [
        Row(
            number,
            group,
            tuple(dict.fromkeys(claims[identifier].source for identifier in group.claims)),
            states.get(group.id, "open"),
        )
        for number, group in enumerate(groups, 1)
    ]


def tone(verdict: str) -> str:
    """Return the style in which a verdict is written; its mark and word say the same."""
    return _TONES.get(verdict, "explained")


def verdict_word(verdict: str) -> str:
    """Return a verdict in one word."""
    return str(load("review")["verdicts"][verdict])


def state_mark(state: str) -> str:
    """Return the mark that stands for a state of a group."""
    return str(load("review")["states"][state][0])


def draw(row: Row, story: Story, width: int, digits: int = 3, selected: bool = False) -> Line:
    """Return the row as a line of exactly ``width`` columns.

    Args:
        row: The row.
        story: The result.
        width: Columns to fill.
        digits: Columns of the largest number in the list.
        selected: Whether the cursor stands on it.
    """
    group = row.group
    verdict = verdict_word(group.verdict)
    lead = f"{'>' if selected else ' '} {row.number:>{digits}} {state_mark(row.state)} "
    size = _VERDICT if width >= _VERDICT_FROM else _SMALLEST_VERDICT
    marked = f"{verdict_mark(group.verdict)} {fitted(verdict, size)} "
    grave = fitted(group.severity, _SEVERITY) + " " if width >= _SEVERITY_FROM else ""
    room = width - columns(lead) - columns(marked) - columns(grave)
    said = _said(group, story, width)
    name = fitted(group.title, max(room - columns(said), 0))
    base = "selected" if selected else "dim" if row.state in ("done", "skipped") else ""
    return (
        Span(lead, base),
        Span(marked, f"{base} {tone(group.verdict)}".strip()),
        Span(grave, base),
        Span(name, base),
        Span(said, f"{base} bold".strip()),
    )


def _said(group: Group, story: Story, width: int) -> str:
    if width < _VALUES_FROM:
        return ""
    text = story.said(group)
    most = int(width * _VALUES_PART)
    return " " + fitted(text, min(columns(text), most)) + " " if text else ""

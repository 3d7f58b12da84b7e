"""What reviewers decided on a group, in words: side by side where they differ."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reconcile.safe import one_line
from reconcile.tui.core.spans import Line, Span, beside, line, wrap
from reconcile.vocabulary import load

if TYPE_CHECKING:
    from reconcile.decisions import Decision, Standing

_GAP = 3
_COLUMN_FROM = 20


def in_words(decision: "Decision", letters: Mapping[str, str], chosen: Sequence[str] = ()) -> str:
    """Write a decision in a few words ("A stands", "both hold: period").

    Args:
        decision: The decision.
        letters: What each claim of the group is called.
        chosen: The claims that it chose by their ids of today; by default as it was made.
    """
    words: dict[str, str] = load("review")["actions"]
    text = words.get(decision.action, decision.action)
    names = ", ".join(letters.get(claim, "a claim that is gone") for claim in chosen or decision.chosen)
    if decision.action in ("stands", "wrong_match") and names:
        text = f"{names} {words['stand'] if ',' in names and decision.action == 'stands' else text}"
    if decision.facet:
        text = f"{text}: they differ in {decision.facet}"
    if decision.correction is not None:
        typed = ", ".join(f"{facet} {words}" for facet, words in sorted(decision.correction.typed.items()))
        text = f"{letters.get(decision.correction.claim, 'claim')} {text}: {typed}"
    return one_line(text)


def opinions(standing: "Standing", letters: Mapping[str, str], width: int) -> list[Line]:
    """Return the lines on what was decided, noted and disputed."""
    mark, name = load("review")["states"][standing.state]
    lines: list[Line] = []
    last = by_name(standing)
    head: Line = ()
    if standing.state != "open" or last:
        head = line(Span(f"{mark} {name}".strip().upper(), "bold"))
    if standing.state == "disputed" and len(last) > 1:
        lines += wrap(head, width, 2)
        lines += _columns(last, letters, width)
        lines += wrap([Span("d", "key"), Span(" settles it: uphold one of them")], width)
    elif len(last) == 1 and not standing.why:
        chosen = standing.chosen if last[0] is standing.decision else ()
        lines += wrap([*head, Span(" · "), *_opinion(last[0], letters, chosen)], width, 2)
    else:
        why = f" · {one_line(standing.why)}" if standing.why else ""
        lines += wrap([*head, Span(why)], width, 2)
        for decision in last:
            counts = decision is standing.decision and len(last) > 1
            chosen = standing.chosen if decision is standing.decision else ()
            lines += wrap(_opinion(decision, letters, chosen, counts=counts), width, 2)
    if standing.adjudication is not None:
        text = f"settled by {one_line(standing.adjudication.reviewer)} {_when(standing.adjudication)}"
        lines += wrap([Span(text, "dim")], width, 2)
    for decision in standing.notes:
        who = Span(f" · {one_line(decision.reviewer)}, {_when(decision)}", "dim")
        lines += wrap([Span("note ", "bold"), Span(f"“{one_line(decision.note or '')}”"), who], width, 2)
    return lines


def by_name(standing: "Standing") -> list["Decision"]:
    """Return the last decision of each reviewer, in the order of their names."""
    return [decision for _, decision in sorted(standing.by_reviewer.items())]


def _opinion(
    decision: "Decision", letters: Mapping[str, str], chosen: Sequence[str], *, counts: bool = False
) -> list[Span]:
    note = f" “{one_line(decision.note)}”" if decision.note and decision.action != "note" else ""
    return [
        Span(in_words(decision, letters, chosen), "bold"),
        Span(note),
        Span(f" · {one_line(decision.reviewer)}, {_when(decision)}", "dim"),
        Span(" · counts" if counts else "", "bold"),
    ]


def _columns(decisions: Sequence["Decision"], letters: Mapping[str, str], width: int) -> list[Line]:
    """Set what reviewers decided side by side, two by two."""
    lines: list[Line] = []
    half = (width - _GAP) // 2
    if half < _COLUMN_FROM:
        return [row for decision in decisions for row in _column(decision, letters, width)]
    for place in range(0, len(decisions), 2):
        columns = [_column(decision, letters, half) for decision in decisions[place : place + 2]]
        lines += beside(columns[0], columns[1], half) if len(columns) > 1 else columns[0]
    return lines


def _column(decision: "Decision", letters: Mapping[str, str], width: int) -> list[Line]:
    note = f" “{one_line(decision.note)}”" if decision.note else ""
    who = [Span(one_line(decision.reviewer), "bold"), Span(f" {_when(decision)}", "dim")]
    return [*wrap(who, width), *wrap([Span(in_words(decision, letters)), Span(note)], width)]


def _when(decision: "Decision") -> str:
    """Return the day and the minute of a decision, in UTC."""
    return f"{decision.at[:16].replace('T', ' ')} UTC" if decision.at else ""

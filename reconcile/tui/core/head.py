"""The two lines at the head of the screen: how far the work is, what is saved, what is filtered."""

from reconcile.safe import columns, cut, one_line
from reconcile.tui.core.about import stage
from reconcile.tui.core.desk import Desk
from reconcile.tui.core.spans import Line, Span, width_of, wrap
from reconcile.vocabulary import load

_GAP = 2
_SHORTEST_NAME = 8
_ALWAYS = ("open", "done", "noted")


def status_line(desk: Desk, width: int) -> Line:
    """Return the first line: the story, the place, how many are in each state, and what is saved.

    Why the last decision could not be saved takes the place of everything else.
    """
    board = desk.board
    if desk.failure:
        return _failure(desk, width)[0]
    place = f"{board.cursor + 1 if board.visible else 0}/{len(board.visible)}"
    if len(board.visible) != len(board.rows):
        place += f" of {len(board.rows)}"
    counts = [f"{state} {count}" for state, count in board.counts().items() if count or state in _ALWAYS]
    right = cut(_right(desk), width)
    room = width - columns(right) - _GAP
    name, left = one_line(desk.name), "  ".join((place, *counts))
    if columns(left) + _SHORTEST_NAME + _GAP <= room:
        spans = [Span(cut(name, room - columns(left) - _GAP), "bold"), Span(" " * _GAP + left)]
    else:  # what is saved and how far the work is comes before the name
        spans = [Span(cut(left if columns(left) <= room else " ".join((place, *counts)), max(room, 0)))]
    gap = max(width - width_of(spans) - columns(right), 0)
    return (*spans, Span(" " * gap), Span(right, "agree" if desk.saved else "dim"))


def _failure(desk: Desk, width: int) -> list[Line]:
    """Return two lines that say why the last decision is not saved: the cause first, the file in the end."""
    place = f"{desk.ledger.path}: "
    cause = desk.failure.removeprefix(place)
    text = f"NOT SAVED  {cause}" + (f" ({place[:-2]})" if cause != desk.failure else "")
    lines = wrap([Span(one_line(text), "alert reverse")], width)
    return [*lines, ()][:2]


def _right(desk: Desk) -> str:
    if not desk.progress.done:
        return stage(desk.progress)
    return f"saved {desk.saved}" if desk.saved else desk.reviewer


def filter_line(desk: Desk, width: int) -> Line:
    """Return the second line: what is filtered and how it is sorted; at its right the last message."""
    board, message = desk.board, desk.message
    if desk.failure:
        return _failure(desk, width)[1]
    text = f"filter: {one_line(board.filter)}" if board.filter else "filter: all"
    if board.sort != "rank" or board.reverse:
        way = ", reversed" if board.reverse else ""
        text += f"  sort: {load('review')['sorts'][board.sort]}{way}"
    most = width - min(columns(text), width // 2) - _GAP
    said = cut(one_line(message), max(most, 0))
    left = cut(text, max(width - columns(said) - _GAP, 0))
    gap = max(width - columns(left) - columns(said), 0)
    return (Span(left, "dim" if not board.filter else ""), Span(" " * gap), Span(said, "bold"))

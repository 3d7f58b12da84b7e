"""The keys of the review: one table from which come the bindings, the key line, the help and the palette."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from reconcile.safe import columns
from reconcile.tui.core.spans import Line, Span, line, wrap
from reconcile.vocabulary import load

_GAP = 2


@dataclass(frozen=True, slots=True)
class Key:
    """What some keys do.

    Attributes:
        part: The part of the screen or of the work they belong to.
        action: What they do, with arguments: "stands(1)".
        keys: The keys, as the toolkit names them.
        shown: The keys, as a person reads them.
        foot: What the key line calls it; "" where it is not there.
        help: What the help says.
    """

    part: str
    action: str
    keys: tuple[str, ...]
    shown: str
    foot: str
    help: str


@cache
def table() -> tuple[Key, ...]:
    """Return all keys in the order of the help."""
    return tuple(Key(**{**entry, "keys": tuple(entry["keys"])}) for entry in load("keys")["keys"])


def bindings(*shown: str) -> list[tuple[str, str, str]]:
    """Return every key of some parts with its action and what the help says."""
    return [
        (name, key.action.format(key=name), key.help)
        for key in table()
        if key.part in shown
        for name in key.keys
    ]


def parts() -> dict[str, str]:
    """Return the parts and what each is called, in the order of the help."""
    return dict(load("keys")["parts"])


@dataclass(frozen=True, slots=True)
class Hint:
    """A key in the key line and where it stands.

    Attributes:
        start: First column.
        end: Column after it.
        action: What a click on it does.
    """

    start: int
    end: int
    action: str


def key_lines(width: int, entries: Sequence[tuple[str, str, str]]) -> list[tuple[Line, list[Hint]]]:
    """Lay out keys in as many lines as they need, so that none is cut.

    Args:
        width: Columns of a line.
        entries: For each the key, what it is called and its action.

    Returns:
        Each line with where its keys stand.
    """
    rows: list[tuple[Line, list[Hint]]] = []
    spans: list[Span] = []
    hints: list[Hint] = []
    used = 0
    for key, name, action in entries:
        size = columns(key) + 1 + columns(name)
        if used and used + _GAP + size > width:
            rows.append((tuple(spans), hints))
            spans, hints, used = [], [], 0
        if used:
            spans.append(Span(" " * _GAP))
            used += _GAP
        spans += [Span(key, "key"), Span(f" {name}")]
        hints.append(Hint(used, used + size, action))
        used += size
    return [*rows, (tuple(spans), hints)] if spans else rows


def foot(*shown: str) -> list[tuple[str, str, str]]:
    """Return the keys of a key line: of each its first key, what it is called, its action."""
    return [(key.shown.split()[0], key.foot, key.action) for key in table() if key.foot and key.part in shown]


def help_lines(width: int, shown: Sequence[str]) -> list[Line]:
    """Return the help on some parts."""
    entries = [key for key in table() if key.part in shown]
    widest = max((columns(key.shown) for key in entries), default=0)
    lines: list[Line] = []
    for part in shown:
        if lines:
            lines.append(())
        lines.append(line(Span(parts()[part], "bold")))
        for key in entries:
            if key.part == part:
                lead = Span(f"  {key.shown}{' ' * (widest - columns(key.shown))}  ", "key")
                text = wrap([Span(key.help)], max(width - widest - 4, 20))
                for place, row in enumerate(text):
                    lines.append((lead if place == 0 else Span(" " * (widest + 4)), *row))
    return lines

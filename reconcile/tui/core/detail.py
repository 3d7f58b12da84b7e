"""All that is shown of one group: its claims side by side or as rows with a plot, and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claims.model import Claim
from reconcile.format import verdict_mark, verdict_name
from reconcile.report import explain
from reconcile.report.conflicts import said
from reconcile.report.selection import why
from reconcile.result import Group, Pair
from reconcile.safe import columns, cut, one_line
from reconcile.tui.core.compact import compact
from reconcile.tui.core.plot import plot
from reconcile.tui.core.quotation import in_sentence
from reconcile.tui.core.rows import tone
from reconcile.tui.core.spans import Line, Span, beside, fitted, from_page, line, wrap
from reconcile.tui.core.story import Story, ends_of

_STACKED_BELOW = 44
_GAP = 3
_VALUE_PART, _PLOT_PART = 0.28, 0.34


@dataclass(frozen=True)
class Detail:
    """A question laid out.

    Attributes:
        lines: Its lines.
        claims: For each line that is a claim's row its number, from 1.
    """

    lines: list[Line]
    claims: Mapping[int, int]


def detail(
    story: Story, group: Group, shown: int, width: int, remarks: Sequence[Line] = (), *, low: bool = False
) -> Detail:
    """Lay out a group.

    Args:
        story: The result.
        group: One of its groups.
        shown: Which of its pairs is shown side by side, counted from 0.
        width: Columns that no line exceeds.
        remarks: Lines of that width to put under the title: what reviewers decided and noted.
        low: Whether there is little room: then the two quotes come before the rows of all claims.
    """
    letters, pairs = story.letters(group), story.pairs(group)
    pair = pairs[shown % len(pairs)]
    rows = table(story, letters, pair, width) if len(group.claims) > 2 else []
    sides = _side_by_side(story, pair, letters, width)
    lines = [*title(group, width), *remarks]
    if low:
        lines += [*sides, ()]
        place = len(lines)
        lines += [*rows, *about(group, width)]
    else:
        lines += about(group, width)
        place = len(lines)
        lines += [*rows, (), *sides]
    lines += [(), *_why(pair, letters, width, len(pairs), shown % len(pairs))]
    return Detail(lines, {place + number: number + 1 for number in range(len(letters) if rows else 0)})


def title(group: Group, width: int) -> list[Line]:
    """Return the question of a group with its verdict."""
    mark, name = verdict_mark(group.verdict), verdict_name(group.verdict)
    return wrap(
        [Span(f"{mark} {name} · ", tone(group.verdict)), Span(one_line(group.title), "bold")], width, 2
    )


def about(group: Group, width: int) -> list[Line]:
    """Return how severe a group is, how many stand behind it, and its id."""
    text = f"severity {group.severity} · {explain.voices(group)} · {group.id}"
    return wrap([Span(text, "dim")], width)


def table(story: Story, letters: Mapping[str, str], pair: Pair | None, width: int) -> list[Line]:
    """Return every claim of a group as a row: number and letter, value, the value drawn, source."""
    claims = [story.known.claims[identifier] for identifier in letters]
    words = [_short(claim) for claim in claims]
    size = min(max(map(columns, words)), int(width * _VALUE_PART))
    lead = len(f"{len(claims)} {max(letters.values(), key=len)}") + 3
    drawing = plot([claim.value for claim in claims], int((width - lead - size) * _PLOT_PART * 1.3))
    bars: Sequence[str] = drawing.bars if drawing else ()
    wide = columns(bars[0]) if bars and bars[0] else max(map(columns, bars), default=0)
    if not drawing:
        size = min(max(map(columns, words)), int(width * (_VALUE_PART + _PLOT_PART)))
    rest = width - lead - size - (wide + 2 if wide else 0) - 2
    shown = {pair.a, pair.b} if pair else set()
    lines = []
    for number, (claim, word) in enumerate(zip(claims, words, strict=True), 1):
        on = claim.id in shown
        lines.append(
            line(
                Span(
                    f"{'>' if on else ' '}{number:>{len(str(len(claims)))}} {letters[claim.id]}  ",
                    "bold" if on else "",
                ),
                Span(fitted(word, size), "bold"),
                Span(f"  {bars[number - 1].ljust(wide)}" if wide else "", "explained"),
                Span("  " + fitted(story.origin(claim), max(rest, 0)), "dim"),
            )
        )
    if drawing and drawing.axis:
        lines.append(line(Span(" " * (lead + size + 2) + drawing.axis, "dim")))
    return lines


def _short(claim: Claim) -> str:
    if claim.value is None:
        return said(claim)
    short = compact(claim.value)
    others = said(claim).split(" · ")[1:]
    return one_line(" · ".join([short, *(part for part in others if part != f"“{claim.value.surface}”")]))


def _side_by_side(story: Story, pair: Pair, letters: Mapping[str, str], width: int) -> list[Line]:
    sides = [story.known.claims[end] for end in ends_of(pair, letters)]
    if width < _STACKED_BELOW:
        first, second = (_side(story, claim, letters[claim.id], width) for claim in sides)
        return [*first, (), *second]
    half = (width - _GAP) // 2
    left, right = (
        _side(story, claim, letters[claim.id], room)
        for claim, room in zip(sides, (half, width - _GAP - half), strict=True)
    )
    return beside(left, right, half)


def _side(story: Story, claim: Claim, letter: str, width: int) -> list[Line]:
    name, published = story.name(claim), story.published(claim)
    head = f"{letter} · {name}"
    if columns(f"{head} · {published}") <= width:
        heads = [line(Span(f"{head} · {published}", "bold"))]
    else:
        heads = [line(Span(cut(head, width), "bold")), line(Span(f"    {published}"))]
    return [
        *heads,
        *wrap([Span(said(claim), "bold")], width),
        *wrap(in_sentence(claim, story.sources.get(claim.source)), width),
    ]


def _why(pair: Pair, letters: Mapping[str, str], width: int, several: int, shown: int) -> list[Line]:
    """Return what decided a pair and what would make it no conflict, then every facet."""
    name = verdict_name(pair.verdict)
    ends = " and ".join(letters[end] for end in ends_of(pair, letters))
    which = f" (pair {shown + 1} of {several}, ] next)" if several > 1 else ""
    head = [Span("WHY ", "bold"), Span(name, tone(pair.verdict)), Span(f"  {ends}{which}", "dim")]
    lines = wrap(head, width, 2)
    reasons, unless = why(pair)
    for text in reasons:
        lines += wrap([Span(one_line(text))], width)
    for text in unless:
        lines += wrap([Span(one_line(text), "explained")], width)
    lines += [(), line(Span("FACET BY FACET", "bold"))]
    return lines + facets(pair, letters, width)


def facets(pair: Pair, letters: Mapping[str, str], width: int) -> list[Line]:
    """Return every gate that a pair passed, in the words of ``check --explain``."""
    return from_page(explain.render_pair(pair, letters, width=width, colour=True))


def whole(story: Story, group: Group, width: int) -> list[Line]:
    """Return the whole explanation of a group, in the words of ``check --explain``."""
    return from_page(explain.render(story.result, group, width=width, colour=True))

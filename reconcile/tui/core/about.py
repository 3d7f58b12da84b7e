"""Pages beside the questions: what is being read, and what there is to know about the sources and ledgers."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reconcile.format import counted, provenance
from reconcile.report.notes import notes
from reconcile.safe import one_line
from reconcile.tui.core.opinions import in_words
from reconcile.tui.core.reading import Progress
from reconcile.tui.core.spans import Line, Span, line, wrap
from reconcile.tui.core.story import Story
from reconcile.wording import shortened

if TYPE_CHECKING:
    from reconcile.decisions import Decision, Review

_BAR = 24
_QUOTE = 60


def waiting(progress: Progress, width: int) -> list[Line]:
    """Return the lines that show how far the reading is."""
    total = len(progress.sources)
    bar = "#" * round(_BAR * progress.read / total) if total else ""
    lines = [line(Span(stage(progress), "bold"), Span(f"  [{bar.ljust(_BAR, '.')}]", "dim")), ()]
    if progress.failure:
        advice = "Nothing can be decided on; what was decided before is on the disk."
        lines = wrap([Span(f"! could not go on: {one_line(progress.failure)}", "alert")], width, 2)
        lines += [*wrap([Span(advice)], width), ()]
    for name, claims in progress.sources.items():
        mark = "  " if claims is None else "✓ "
        count = "" if claims is None else f"  {counted(claims, 'claim')}"
        text = wrap([Span(one_line(name)), Span(count, "dim")], width - 2)
        lines += [(Span(mark if row == 0 else "  "), *part) for row, part in enumerate(text)]
    if progress.result is not None:
        lines += [(), *wrap([Span("The list fills as sources are compared. Decide when all are.")], width)]
    return lines


def stage(progress: Progress) -> str:
    """Return what is being done, with how far it is."""
    if progress.failure:
        return "stopped"
    if progress.stage == "Reading claims":
        return f"{progress.stage} {progress.read}/{len(progress.sources)} …"
    return f"{progress.stage} …"


def about(
    story: Story | None,
    progress: Progress,
    notices: Sequence[str],
    review: "Review | None",
    width: int,
) -> list[Line]:
    """Return what there is to know beside the questions.

    Args:
        story: The result.
        progress: What could not be read.
        notices: What there is to know about the ledgers.
        review: What decisions make of the result; None as long as there is none.
        width: Columns that no line exceeds.
    """
    if story is None:
        return waiting(progress, width)
    result = story.result
    lines = _section("SOURCES", (f"{source.name}  {provenance(source)}" for source in result.sources), width)
    sums = (f"{'=' if check.verdict == 'consistent' else '!'} {check.text}" for check in result.checks)
    lines += _section("SUMS", sums, width)
    remarks = [*map(str, progress.problems), *result.problems, *notes(result.sources, result.claims)]
    lines += _section("READING", remarks, width)
    lines += _section("DECISIONS", notices, width)
    if review is None:
        return lines
    applied = [entry.decision for entry in review.entries if entry.state == "applied"]
    lines += _section("CLAIMS CORRECTED AND KEPT APART", map(_told, applied), width)
    heading = "DECISIONS THAT LOST THEIR PLACE: the sources no longer say it"
    return lines + _section(heading, map(_told, review.orphans), width)


def _told(decision: "Decision") -> str:
    """Write a decision that stands at no group of today; its claims have lost their letters."""
    quotes = {anchor.claim: f"“{shortened(anchor.quote, _QUOTE)}”" for anchor in decision.anchors}
    who = f"{decision.reviewer} {decision.at[:10]}"
    return f"{decision.title}: {in_words(decision, quotes)} · {who}"


def _section(heading: str, texts: Iterable[str], width: int) -> list[Line]:
    lines: list[Line] = []
    for text in texts:
        lines += wrap([Span(one_line(text))], width, 2)
    return [line(Span(heading, "bold")), *lines, ()] if lines else []

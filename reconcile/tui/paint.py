"""From lines of named styles to what Textual draws. This is the only way by which text gets on the screen."""

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from reconcile.tui.core.spans import Line

# What the core may name; each is a component class of every widget that draws lines.
NAMES = (
    "bold",
    "dim",
    "value",
    "clause",
    "alert",
    "possible",
    "explained",
    "agree",
    "key",
    "reverse",
    "selected",
)
COMPONENTS = {f"span--{name}" for name in NAMES}
CSS = """
    & .span--bold { text-style: bold; }
    & .span--dim { text-style: dim; }
    & .span--value { text-style: bold; color: $text-warning; background: $warning-muted; }
    & .span--clause { text-style: bold; }
    & .span--alert { text-style: bold; color: $text-error; }
    & .span--possible { text-style: bold; color: $text-warning; }
    & .span--explained { color: $text-primary; }
    & .span--agree { color: $text-success; }
    & .span--key { text-style: bold; color: $text-accent; }
    & .span--reverse { text-style: reverse; }
    & .span--selected { background: $block-cursor-blurred-background; }
    &:focus .span--selected { background: $primary-muted; text-style: bold; }
"""


def strip(widget: Widget, line: Line, width: int) -> Strip:
    """Return a line as a strip of exactly ``width`` columns, in the look of a widget."""
    base = widget.rich_style
    segments = [
        Segment(span.text.replace("\N{NO-BREAK SPACE}", " "), base + _style(widget, span.style))
        for span in line
    ]
    last = Segment("", base + _style(widget, line[-1].style if line and "selected" in line[-1].style else ""))
    return Strip([*segments, last]).adjust_cell_length(width, last.style)


def strips(widget: Widget, lines: Iterable[Line], width: int) -> list[Strip]:
    """Return lines as strips."""
    return [strip(widget, line, width) for line in lines]


def _style(widget: Widget, names: str) -> Style:
    style = Style()
    for name in names.split():
        style += widget.get_component_rich_style(f"span--{name}", partial=True)
    return style

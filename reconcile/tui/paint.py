"""From lines of named styles to what Textual draws. This is the only way by which text gets on the screen."""

from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
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


# No widget at run time: Textual takes the look of a widget from the first of its bases that is one.
if TYPE_CHECKING:
    _Mixin = Widget
else:
    _Mixin = object


class Painted(_Mixin):
    """A widget that draws lines; its own look is looked up once for all lines that are drawn together."""

    base = Style()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw some lines."""
        self.base = self.rich_style
        return super().render_lines(crop)


def strip(widget: Painted, line: Line, width: int) -> Strip:
    """Return a line as a strip of exactly ``width`` columns, in the look of a widget."""
    base = widget.base
    segments = [
        Segment(span.text.replace("\N{NO-BREAK SPACE}", " "), base + _style(widget, span.style))
        for span in line
    ]
    last = Segment("", base + _style(widget, line[-1].style if line and "selected" in line[-1].style else ""))
    return Strip([*segments, last]).adjust_cell_length(width, last.style)


def _style(widget: Widget, names: str) -> Style:
    style = Style()
    for name in names.split():
        style += widget.get_component_rich_style(f"span--{name}", partial=True)
    return style

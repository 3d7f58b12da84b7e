"""A page of plain text: indented, wrapped to a width, in colour only where that is wanted."""

from dataclasses import dataclass, field
from typing import Literal

from reconcile.safe import columns, cut, wrap

Style = Literal["bold", "dim", "red", "yellow", "cyan", "green"]

_CODES: dict[Style, str] = {
    "bold": "\x1b[1m",
    "dim": "\x1b[2m",
    "red": "\x1b[1;31m",
    "yellow": "\x1b[1;33m",
    "cyan": "\x1b[36m",
    "green": "\x1b[32m",
}
_RESET = "\x1b[0m"
_LONGEST_RULE = 100

# Mark a highlighted passage while lines are broken. No source can hold them: they are no characters, and
# reconcile.safe writes them as escapes. Both take one column, as the brackets that replace them.
OPEN, CLOSE = "\ufdd0", "\ufdd1"


@dataclass
class Page:
    """Lines of text that grow from the top.

    Attributes:
        width: Columns that no line exceeds.
        colour: Whether escape sequences for colour and weight are written.
    """

    width: int = 80
    colour: bool = False
    _lines: list[str] = field(default_factory=list)

    def blank(self) -> None:
        """Leave one empty line, never two."""
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def heading(self, text: str, style: Style = "bold") -> None:
        """Write a heading with a rule up to the right margin."""
        self.blank()
        title = cut(text, self.width)
        rule = "─" * (min(self.width, _LONGEST_RULE) - columns(title) - 1)
        self._lines.append(f"{self._paint(title, style)} {self._paint(rule, 'dim')}".rstrip())
        self.blank()

    def paragraph(
        self,
        text: str,
        indent: int = 0,
        *,
        lead: str = "",
        style: Style | None = None,
        lead_style: Style | None = None,
    ) -> None:
        """Write wrapped text.

        Args:
            text: The text; it must be free of control characters.
            indent: Columns before each line.
            lead: Written before the first line; later lines are indented by its width.
            style: Look of the text.
            lead_style: Look of the lead.
        """
        before = indent + columns(lead)
        lines = wrap(text, max(self.width - before, 20)) or [""]
        opened = False
        for position, line in enumerate(lines):
            margin = " " * indent + (self._paint(lead, lead_style) if position == 0 else " " * columns(lead))
            painted, opened = self._highlighted(line, opened, style)
            self._lines.append((margin + painted).rstrip())

    def raw(self, text: str, style: Style | None = None) -> None:
        """Write one line as it is."""
        self._lines.append(self._paint(text.replace("\N{NO-BREAK SPACE}", " "), style).rstrip())

    def text(self) -> str:
        """Return the whole page."""
        while self._lines and not self._lines[-1]:
            self._lines.pop()
        return "\n".join(self._lines) + "\n" if self._lines else ""

    def _highlighted(self, line: str, opened: bool, style: Style | None) -> tuple[str, bool]:
        """Turn highlight marks into brackets, in bold on a terminal, also where a line breaks within them."""
        still_open = line.rfind(OPEN) > line.rfind(CLOSE) if OPEN in line or CLOSE in line else opened
        if not self.colour:
            return line.replace(OPEN, "[").replace(CLOSE, "]"), still_open
        if not opened and OPEN not in line:
            return self._paint(line, style), still_open
        normal = _RESET + (_CODES[style] if style else "")
        line = line.replace(OPEN, _CODES["bold"] + "[").replace(CLOSE, "]" + normal)
        return (_CODES["bold"] if opened else normal) + line + _RESET, still_open

    def _paint(self, text: str, style: Style | None) -> str:
        return f"{_CODES[style]}{text}{_RESET}" if self.colour and style and text else text

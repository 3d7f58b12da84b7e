"""What the screens are made of. All of it draws lines by itself: no text is ever read as markup."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from reconcile.tui import paint
from reconcile.tui.core.keys import Hint, key_lines
from reconcile.tui.core.spans import Line

Draw = Callable[[int], Sequence[Line]]


class Bar(paint.Painted, Widget):
    """One line that is drawn anew whenever it is asked to be."""

    COMPONENT_CLASSES: ClassVar[set[str]] = paint.COMPONENTS
    DEFAULT_CSS = f"Bar {{ height: 1; {paint.CSS} }}"

    def __init__(self, draw: Callable[[int], Line], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._draw = draw

    def render_line(self, y: int) -> Strip:
        """Draw it."""
        return paint.strip(self, self._draw(self.size.width), self.size.width)


class KeyLine(paint.Painted, Widget):
    """The keys at the foot, in as many lines as they need; a click does what the key does."""

    COMPONENT_CLASSES: ClassVar[set[str]] = paint.COMPONENTS
    DEFAULT_CSS = f"KeyLine {{ height: auto; {paint.CSS} }}"

    def __init__(self, entries: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        self._entries = entries
        self._rows: list[tuple[Line, list[Hint]]] = []
        self._width = 0

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the keys need."""
        self._lay_out(width)
        return len(self._rows)

    def render_line(self, y: int) -> Strip:
        """Draw a line of keys."""
        self._lay_out(self.size.width)
        line = self._rows[y][0] if y < len(self._rows) else ()
        return paint.strip(self, line, self.size.width)

    def _lay_out(self, width: int) -> None:
        if width != self._width:
            self._rows, self._width = key_lines(width, self._entries), width

    async def on_click(self, event: events.Click) -> None:
        """Do what the key does."""
        if event.y < len(self._rows):
            for hint in self._rows[event.y][1]:
                if hint.start <= event.x < hint.end:
                    await self.screen.run_action(hint.action)


class Lines(paint.Painted, ScrollView, inherit_bindings=False):
    """Lines of text to scroll in, laid out anew for each width."""

    COMPONENT_CLASSES: ClassVar[set[str]] = paint.COMPONENTS
    DEFAULT_CSS = f"""
    Lines {{
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
        {paint.CSS}
    }}
    """

    class Clicked(Message):
        """A line was clicked."""

        def __init__(self, row: int, times: int) -> None:
            super().__init__()
            self.row = row
            self.times = times

    def __init__(self, draw: Draw, *, id: str | None = None, can_focus: bool = True) -> None:
        super().__init__(id=id, can_focus=can_focus)
        self._draw = draw
        self._lines: Sequence[Line] = ()
        self._drawn_for = -1

    def show(self, draw: Draw, *, keep_place: bool = False) -> None:
        """Show something else, from its beginning."""
        self._draw = draw
        self._drawn_for = -1
        if not keep_place:
            self.scroll_to(y=0, animate=False, force=True, immediate=True)
        self._lay_out()
        self.refresh()

    def on_resize(self) -> None:
        """Lay the lines out for the new width."""
        self._lay_out()

    @property
    def lines(self) -> Sequence[Line]:
        """The lines as they are laid out."""
        return self._lines

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        if width > 0 and width != self._drawn_for:
            self._lines = self._draw(width)
            self._drawn_for = width
            self.virtual_size = Size(width, len(self._lines))

    def render_line(self, y: int) -> Strip:
        """Draw a line."""
        width = self.scrollable_content_region.width
        place = y + self.scroll_offset.y
        line = self._lines[place] if place < len(self._lines) else ()
        return paint.strip(self, line, width)

    def on_click(self, event: events.Click) -> None:
        """Say which line was clicked."""
        self.post_message(self.Clicked(event.y + self.scroll_offset.y, event.chain))

    def scroll_by_lines(self, steps: int) -> None:
        """Scroll by some lines."""
        self.scroll_to(y=self.scroll_offset.y + steps, animate=False, force=True, immediate=True)


class GroupList(paint.Painted, ScrollView, inherit_bindings=False, can_focus=True):
    """The list of groups. Only the rows that can be seen are drawn, however many there are."""

    COMPONENT_CLASSES: ClassVar[set[str]] = paint.COMPONENTS
    DEFAULT_CSS = f"""
    GroupList {{
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
        {paint.CSS}
    }}
    """

    class Picked(Message):
        """A row was clicked."""

        def __init__(self, row: int, times: int) -> None:
            super().__init__()
            self.row = row
            self.times = times

    def __init__(self, draw: Callable[[int, int], Line], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._draw = draw
        self._amount = 0

    def show(self, amount: int, cursor: int) -> None:
        """Show a number of rows, with the cursor in sight."""
        if amount != self._amount:
            self._amount = amount
            self.virtual_size = Size(self.scrollable_content_region.width, amount)
        self.keep_in_sight(cursor)
        self.refresh()

    def keep_in_sight(self, cursor: int) -> None:
        """Scroll as little as it takes to see a row."""
        height, top = self.scrollable_content_region.height, self.scroll_offset.y
        if height <= 0:
            return
        wanted = min(top, cursor) if cursor < top else max(top, cursor - height + 1)
        if wanted != top:
            self.scroll_to(y=wanted, animate=False, force=True, immediate=True)

    @property
    def page(self) -> int:
        """How many rows can be seen."""
        return max(self.scrollable_content_region.height, 1)

    def render_line(self, y: int) -> Strip:
        """Draw a row."""
        width = self.scrollable_content_region.width
        place = y + self.scroll_offset.y
        line = self._draw(place, width) if place < self._amount else ()
        return paint.strip(self, line, width)

    def on_click(self, event: events.Click) -> None:
        """Say which row was clicked."""
        place = event.y + self.scroll_offset.y
        if place < self._amount:
            self.post_message(self.Picked(place, event.chain))

"""Whole screens to read in: a source at the place of a claim, an explanation, the help."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.screen import Screen

from reconcile.tui.core.keys import foot
from reconcile.tui.core.source_page import Page, source_page
from reconcile.tui.core.spans import Line, Span, line
from reconcile.tui.core.story import Story
from reconcile.tui.dialogs import bind
from reconcile.tui.widgets import Bar, Draw, KeyLine, Lines

_ABOVE = 3


class PageScreen(Screen[None]):
    """Lines to read, with a title."""

    BINDINGS: ClassVar = bind("source")

    def __init__(self, title: str, draw: Draw) -> None:
        super().__init__()
        self._title = title
        self._draw_page = draw

    def compose(self) -> ComposeResult:
        """Show the title, the lines and the keys."""
        yield Bar(lambda width: line(Span(self._title[:width], "bold")))
        yield Lines(self._draw_page, id="page")
        hidden = () if self.claims else ("next_claim(1)",)
        yield KeyLine([entry for entry in foot("source") if entry[2] not in hidden])

    @property
    def claims(self) -> Sequence[str]:
        """The claims between which the page changes."""
        return ()

    @property
    def page(self) -> Lines:
        """The lines."""
        return self.query_one("#page", Lines)

    def on_mount(self) -> None:
        """Let the keys scroll."""
        self.page.focus()

    def action_scroll(self, steps: int) -> None:
        """Scroll by a line."""
        self.page.scroll_by_lines(steps)

    def action_page(self, steps: int) -> None:
        """Scroll by a page."""
        self.page.scroll_by_lines(steps * max(self.page.size.height - 1, 1))

    def action_end(self, direction: int) -> None:
        """Go to the beginning or the end."""
        self.page.scroll_by_lines(direction * len(self.page.lines))

    def action_next_claim(self, steps: int) -> None:
        """Show another claim of the question."""

    def action_claim(self, number: int) -> None:
        """Show a claim by its number."""

    def action_back(self) -> None:
        """Leave."""
        self.dismiss(None)


class SourceScreen(PageScreen):
    """The whole source of a claim, opened at the place; the other claims of the question are a key away."""

    def __init__(self, story: Story, letters: dict[str, str], claim: str) -> None:
        super().__init__("", self._lay_out)
        self._story = story
        self._letters = letters
        self._claim = claim
        self._place = 0

    @property
    def claims(self) -> Sequence[str]:
        """The claims of the question."""
        return list(self._letters)

    def compose(self) -> ComposeResult:
        """Show what the claim says, the source and the keys."""
        head = Lines(self._head, id="head", can_focus=False)
        head.styles.height = "auto"
        yield head
        yield Lines(self._lay_out, id="page")
        yield KeyLine(foot("source"))

    def on_mount(self) -> None:
        """Go to the place."""
        self.page.focus()
        self.call_after_refresh(self._go)

    def _head(self, width: int) -> Sequence[Line]:
        return self._page(width).head

    def _lay_out(self, width: int) -> Sequence[Line]:
        page = self._page(width)
        self._place = page.place
        return page.lines

    def _page(self, width: int) -> Page:
        claim = self._story.known.claims[self._claim]
        return source_page(self._story.sources[claim.source], claim, width, self._letters[self._claim])

    def _go(self) -> None:
        self.page.scroll_to(y=max(self._place - _ABOVE, 0), animate=False, force=True, immediate=True)

    def action_next_claim(self, steps: int) -> None:
        """Show the next claim of the question."""
        claims = self.claims
        self._show(claims[(claims.index(self._claim) + steps) % len(claims)])

    def action_claim(self, number: int) -> None:
        """Show a claim by its number."""
        if number <= len(self.claims):
            self._show(self.claims[number - 1])

    def _show(self, claim: str) -> None:
        self._claim = claim
        self.query_one("#head", Lines).show(self._head)
        self.page.show(self._lay_out)
        self._go()

"""A small story to review, and a person who presses keys and reads the screen."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import cache
from pathlib import Path

from textual.pilot import Pilot

from claims.sources import from_text
from reconcile import Reconciliation, reconcile
from reconcile.decisions import Decision, Ledger
from reconcile.tui.app import ReviewApp
from reconcile.tui.core.desk import Desk

WIDE, NARROW = (120, 32), (80, 24)
SIZES = (WIDE, NARROW)
# Words in the title of a question of three claims.
THREE = "cobalt"
GAZETTE = (
    "The storm killed 14 people in Lindavia in March 2024. Lindavia exported 870 tonnes of copper in 2023. "
    "The bridge at Karst is 1,200 metres long. Lindavia holds over 90% of world cobalt reserves. "
    "The minister, Ana Holt, said [sic] that 40 ships waited in the port in March 2024."
)
HERALD = (
    "The storm killed 61 people in Lindavia in March 2024. Lindavia exported 460 tonnes of copper in 2023. "
    "The bridge at Karst is 1,200 metres long. Lindavia holds 67% of world cobalt reserves. "
    "Ana Holt said that 40 ships waited in the port in March 2024."
)
MIRROR = (
    "The storm killed about 20 people in Lindavia in March 2024. "
    "Lindavia holds nearly 90% of world cobalt reserves."
)


@cache
def story() -> Reconciliation:
    texts = {"gazette.txt": GAZETTE, "herald.txt": HERALD, "mirror.txt": MIRROR}
    return reconcile([from_text(text, name) for name, text in texts.items()])


def desk(workspace: Path, reviewer: str = "Ann", on: str = "", result: Reconciliation | None = None) -> Desk:
    """Return a desk with the cursor on the first question that has these words in its title."""
    made = Desk("harbour", Ledger(workspace, reviewer), clock=lambda at: "14:41:07")
    made.open(made.begin(result or story()))
    made.board.place(next(place for place, row in enumerate(made.board.visible) if on in row.group.title))
    return made


def ledger(workspace: Path, reviewer: str = "Ann") -> list[Decision]:
    """Return what is on the disk, in order."""
    return sorted(Ledger(workspace, reviewer), key=lambda decision: decision.clock)


class Player:
    """Presses keys and reads the screen."""

    def __init__(self, app: ReviewApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> str:
        """Press keys and return the screen."""
        await self.pilot.press(*keys)
        await self.pilot.pause()
        return self.screen

    async def type(self, text: str) -> str:
        names = {" ": "space", ",": "comma", "-": "minus", ":": "colon", "/": "slash", ".": "full_stop"}
        return await self.press(*(names.get(letter, letter) for letter in text))

    async def until(self, holds: Callable[[], object]) -> None:
        """Wait for what happens beside the keys; not for ever."""
        for _ in range(600):
            if holds():
                return
            await self.pilot.pause(0.05)
        raise AssertionError(self.screen)

    @property
    def lines(self) -> list[str]:
        """The screen, line by line, as a person sees it."""
        strips = self.app.screen._compositor.render_strips(self.app.size)
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]

    @property
    def screen(self) -> str:
        return "\n".join(self.lines)


def play(
    desk: Desk,
    act: Callable[[Player], Awaitable[None]],
    size: tuple[int, int] = WIDE,
    app: ReviewApp | None = None,
) -> ReviewApp:
    """Open the review of a desk, let somebody act, and leave."""
    app = app or ReviewApp(desk)

    async def run() -> None:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await act(Player(app, pilot))

    asyncio.run(run())
    return app

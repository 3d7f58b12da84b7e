"""The view model of the list: its rows, which of them are shown in what order, and where the cursor is."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from reconcile.result import Reconciliation
from reconcile.tui.core.query import SORTS, Haystack, Query, ordered, read
from reconcile.tui.core.rows import Row, rows_of
from reconcile.tui.core.story import Story, ends_of
from reconcile.vocabulary import load

# Groups that nobody has settled: what "next open" looks for.
UNSETTLED = frozenset({"open", "stale", "disputed", "noted"})


@dataclass
class Board:
    """The rows of the list and the cursor on them.

    Attributes:
        story: The result that is shown; None as long as there is none.
        rows: A row for each group, in the order of the result.
        visible: The rows that pass the filter, in the order asked for.
        cursor: Place of the row that is looked at, among the visible.
        shown: Which pair of its group is shown, counted from 0.
        filter: The filter as typed.
        sort: What is sorted by.
        reverse: Whether the last come first.
    """

    story: Story | None = None
    rows: list[Row] = field(default_factory=list)
    visible: list[Row] = field(default_factory=list)
    cursor: int = 0
    shown: int = 0
    filter: str = ""
    sort: str = SORTS[0]
    reverse: bool = False
    _query: Query = field(default_factory=Query)
    _haystack: Haystack | None = None

    def show(self, result: Reconciliation, states: Mapping[str, str]) -> None:
        """Show a result, or the same one with other states; the cursor stays on its question.

        Args:
            result: The result.
            states: State of each group by its id; what is not there is open.
        """
        before = self.current
        if self.story is None or self.story.result is not result:
            self.story = Story(result)
            self._haystack = Haystack(self.story.known)
            self.rows = rows_of(result.groups, self.story.known.claims, states)
        else:
            self.rows = [
                row if row.state == (state := states.get(row.group.id, "open")) else replace(row, state=state)
                for row in self.rows
            ]
        self._choose(before)

    def _choose(self, before: Row | None) -> None:
        """Filter and sort anew, and find the row again on which the cursor stood, or the closest."""
        haystack = self._haystack
        everything = haystack is None or self._query == Query()
        passing = (
            self.rows
            if everything
            else [r for r in self.rows if haystack and haystack.matches(r, self._query)]
        )
        self.visible = ordered(passing, self.sort, self.reverse)
        if before is None:
            self.cursor = 0
            return
        places = {row.group.id: place for place, row in enumerate(self.visible)}
        found = places.get(before.group.id)
        if found is None:
            found = self._heir(before, places)
        if found is None:
            self.shown = 0
            found = min(self.cursor, max(len(self.visible) - 1, 0))
        self.cursor = found

    def _heir(self, before: Row, places: Mapping[str, int]) -> int | None:
        """Return the place of a group that has most of the claims of one that is no more."""
        if any(row.group.id == before.group.id for row in self.rows):
            return None
        claims = set(before.group.claims)
        shared = [(len(claims & set(row.group.claims)), -row.number, row.group.id) for row in self.rows]
        best = max((entry for entry in shared if entry[0]), default=None)
        return places.get(best[2]) if best else None

    @property
    def current(self) -> Row | None:
        """The row that is looked at."""
        return self.visible[self.cursor] if 0 <= self.cursor < len(self.visible) else None

    @property
    def digits(self) -> int:
        """Columns of the largest number."""
        return max(2, len(str(len(self.rows))))

    def counts(self) -> dict[str, int]:
        """Return how many groups are in each state, in a fixed order."""
        found = Counter(row.state for row in self.rows)
        return {state: found[state] for state in load("review")["states"]}

    def move(self, steps: int) -> None:
        """Move the cursor by some rows, not beyond the ends."""
        self.place(self.cursor + steps)

    def place(self, at: int) -> None:
        """Put the cursor on a row, or on the nearest there is."""
        at = min(max(at, 0), max(len(self.visible) - 1, 0))
        if at != self.cursor:
            self.cursor, self.shown = at, 0

    def go_to(self, group: str) -> bool:
        """Put the cursor on a group; return whether it is shown."""
        found = next((place for place, row in enumerate(self.visible) if row.group.id == group), None)
        if found is not None:
            self.place(found)
        return found is not None

    def next_open(self, direction: int = 1) -> bool:
        """Go to the next question that is not settled, around the end if need be.

        Returns:
            Whether there is one.
        """
        size = len(self.visible)
        for step in range(1, size + 1):
            at = (self.cursor + step * direction) % size
            if self.visible[at].state in UNSETTLED and at != self.cursor:
                self.place(at)
                return True
        return False

    def set_filter(self, text: str) -> None:
        """Show only what a filter lets pass."""
        before = self.current
        self.filter, self._query = text, read(text)
        self._choose(before)

    def set_sort(self, sort: str, reverse: bool = False) -> None:
        """Sort by something else."""
        self.sort, self.reverse = sort, reverse
        self._choose(self.current)

    def next_sort(self) -> str:
        """Sort by the next criterion and return what it is called."""
        self.set_sort(SORTS[(SORTS.index(self.sort) + 1) % len(SORTS)], self.reverse)
        return str(load("review")["sorts"][self.sort])

    def step_pair(self, steps: int) -> None:
        """Show another pair of the group."""
        if self.current is not None:
            self.shown = (self.shown + steps) % len(self.current.group.pairs)

    def letters(self) -> dict[str, str]:
        """Return the letters of the claims of the current group, in their order."""
        if self.story is None or self.current is None:
            return {}
        return self.story.letters(self.current.group)

    def claim(self, number: int) -> str | None:
        """Return the id of a claim of the current group by its number, from 1."""
        claims = list(self.letters())
        return claims[number - 1] if 1 <= number <= len(claims) else None

    def pair(self) -> tuple[str, str] | None:
        """Return the two claims that are shown side by side."""
        if self.story is None or self.current is None:
            return None
        pairs = self.story.pairs(self.current.group)
        return ends_of(pairs[self.shown % len(pairs)], self.letters())

    def show_claim(self, number: int) -> None:
        """Show the pair in which a claim stands beside the first one."""
        claim, letters = self.claim(number), self.letters()
        if claim is None or self.story is None or self.current is None:
            return
        wanted = {claim, next(other for other in letters if other != claim)}
        for place, pair in enumerate(self.story.pairs(self.current.group)):
            if {pair.a, pair.b} == wanted:
                self.shown = place


def numbers(text: str, most: int) -> list[int] | None:
    """Return the numbers that somebody typed ("1 3 4", "1,3-5"), or None where one is beyond ``most``."""
    found: list[int] = []
    for part in text.replace(",", " ").split():
        first, _, last = part.partition("-")
        if not (first.isascii() and first.isdigit() and (not last or (last.isascii() and last.isdigit()))):
            return None
        low, high = int(first[:6]), int((last or first)[:6])
        if not 1 <= low <= high <= most:
            return None
        found += range(low, high + 1)
    return list(dict.fromkeys(found)) or None

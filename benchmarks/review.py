"""How long the review takes to open and to page, and decisions to be made and read, by the number of groups.

    python benchmarks/review.py [GROUPS ...]

Each group has two claims of two sources; every fourth is in conflict. Nothing is read or matched here: what
comes after it is measured. "All decided" reads back a decision for each group; "of edited sources" does so
where no claim has the id that it had, so that each is found by its words.
"""

import asyncio
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from claims.model import Claim, Period, Source, Value
from reconcile.decisions import Decision, Ledger, anchor, read_ledgers, review
from reconcile.pairing import Reason
from reconcile.result import Group, Pair, Reconciliation
from reconcile.tui.app import ReviewApp
from reconcile.tui.core.desk import Desk

SIZE = (120, 32)
PAGES = 40
KEYS = 40
DECISIONS = 10


def made(amount: int) -> Reconciliation:
    """Return a result with so many groups."""
    texts = {name: [] for name in ("gazette.txt", "herald.txt")}  # type: dict[str, list[str]]
    claims: list[Claim] = []
    groups: list[Group] = []
    offsets = dict.fromkeys(texts, 0)
    for number in range(amount):
        ids = []
        for name, extra in (("gazette.txt", 0), ("herald.txt", 40 if number % 4 == 0 else 0)):
            figure = f"{100 + number % 700 + extra} tonnes"
            sentence = f"The harbour of Town {number} shipped {figure} of copper in 2023."
            start = offsets[name]
            at = start + sentence.index(figure)
            size = float(figure.split()[0])
            value = Value(size, size, "t", None, "exact", figure, None, at, at + len(figure), 0.5)
            identifier = sha256(f"{name} {number}".encode()).hexdigest()[:12]
            claims.append(
                Claim(
                    identifier,
                    name,
                    start,
                    start + len(sentence),
                    sentence,
                    sentence,
                    "quantity",
                    f"Town {number}",
                    "copper shipped",
                    value=value,
                    period=Period("2023-01-01", "2023-12-31", "2023"),
                )
            )
            texts[name].append(sentence)
            offsets[name] += len(sentence) + 1
            ids.append(identifier)
        verdict = "conflict" if number % 4 == 0 else "agree"
        pair = Pair(ids[0], ids[1], verdict, (Reason("value", verdict, "The figures differ."),), "high")
        groups.append(
            Group(
                sha256(str(number).encode()).hexdigest()[:12],
                f"Town {number}: copper shipped",
                tuple(ids),
                verdict,
                "high",
                (pair,),
                (("gazette.txt",), ("herald.txt",)),
            )
        )
    sources = tuple(Source(name, "\n".join(lines), (), "") for name, lines in texts.items())
    return Reconciliation(sources, tuple(claims), tuple(groups), ())


def decided(result: Reconciliation, *, edited: bool = False) -> float:
    """Return the milliseconds of reading a ledger with a decision for each group and applying it.

    Args:
        result: The groups.
        edited: Whether the decisions were made when all claims had other ids.
    """
    claims = {claim.id: claim for claim in result.claims}
    texts = {source.name: source.text for source in result.sources}
    lines = []
    for place, group in enumerate(result.groups, 1):
        held = tuple(anchor(claims[claim], texts[claims[claim].source]) for claim in group.claims)
        held = tuple(replace(one, claim=f"old-{one.claim}") if edited else one for one in held)
        made = Decision("stands", "Ann", group=group.id, anchors=held, chosen=(held[0].claim,), clock=place)
        lines.append(replace(made, id=f"{place:06}").line())
    with tempfile.TemporaryDirectory() as workspace:
        ledger = Path(workspace) / "decisions" / "Ann.jsonl"
        ledger.parent.mkdir()
        ledger.write_bytes(b"".join(lines))
        begun = time.process_time()
        found = review(result, read_ledgers(workspace)[0])
        took = (time.process_time() - begun) * 1000
    if {standing.state for standing in found.standings.values()} != {"done"}:
        raise SystemExit("the decisions read back are not those that were made")
    return took


async def timed(do: Callable[[], Awaitable[object]]) -> float:
    """Return the milliseconds of processor time that something takes: a pilot waits between its keys."""
    begun = time.process_time()
    await do()
    return (time.process_time() - begun) * 1000


async def measure(amount: int) -> dict[str, float]:
    """Open the review of so many groups, page, move, filter and decide; return milliseconds."""
    result = made(amount)
    with tempfile.TemporaryDirectory() as workspace:
        begun = time.perf_counter()
        desk = Desk("benchmark", Ledger(workspace, "benchmark"))
        desk.open(desk.begin(result))
        folded = (time.perf_counter() - begun) * 1000
        app = ReviewApp(desk)
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            opened = (time.perf_counter() - begun) * 1000

            async def press(key: str, times: int) -> float:
                took = [await timed(lambda: pilot.press(key)) for _ in range(times)]
                return sorted(took)[len(took) * 9 // 10]

            return {
                "all decided": decided(result),
                "of edited sources": decided(result, edited=True),
                "opened": opened,
                "of it decisions": folded,
                "a key that does nothing": await press("f12", KEYS),
                "page": await press("pagedown", PAGES),
                "next": await press("j", KEYS),
                "sort": await press("t", 3),
                "filter": await timed(
                    lambda: pilot.press("/", "t", "o", "w", "n", "space", "7", "7", "enter")
                )
                / 9,
                "decide": await press("a", DECISIONS),
            }


def main() -> None:
    """Print a line for each number of groups."""
    amounts = [int(text) for text in sys.argv[1:]] or [100, 1_000, 10_000]
    for amount in amounts:
        found = asyncio.run(measure(amount))
        print(f"{amount:>7,} groups: " + ", ".join(f"{name} {took:,.0f} ms" for name, took in found.items()))


if __name__ == "__main__":
    main()

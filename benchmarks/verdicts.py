"""Processor time and memory that many synthetic claims take: ``python benchmarks/verdicts.py 2000 20000``.

The claims are those of a long stream of news: many firms and many measures, each figure reported by a few
sources, some of them wrongly, and assertions beside them. Cost should grow with their number.
"""

import random
import sys
import time
import tracemalloc
from collections.abc import Iterator

from claims.model import Claim, Period, Value
from reconcile.engine import reconcile_claims

PLACES = [
    "Aldmoor",
    "Brenwick",
    "Caldhaven",
    "Dunmere",
    "Eskford",
    "Farholm",
    "Glenrath",
    "Harwell",
    "Istrad",
]
KINDS = [
    "Mills",
    "Foundry",
    "Ferries",
    "Dairy",
    "Quarry",
    "Rail",
    "Shipyard",
    "Brewery",
    "Airport",
    "Hospital",
]
MEASURES = ["output", "debt", "capacity", "orders", "freight", "imports", "stock", "fuel", "waste", "sales"]
GOODS = [
    "timber",
    "cement",
    "grain",
    "steel",
    "cod",
    "wool",
    "copper",
    "paper",
    "salt",
    "glass",
    "coal",
    "cotton",
]
VERBS = ["closed", "expanded", "sold", "modernised", "resumed", "halted", "inspected", "rebuilt"]


def claims(number: int, seed: int = 1) -> Iterator[Claim]:
    """Yield claims: four of five are figures, and about five sources give each."""
    rng = random.Random(seed)
    for at in range(number):
        topic = rng.randrange(max(1, number // 5))
        pick = random.Random(topic)
        subject = f"{pick.choice(PLACES)}{topic % 97} {pick.choice(KINDS)}"
        goods, measure, verb = pick.choice(GOODS), pick.choice(MEASURES), pick.choice(VERBS)
        source = f"source-{rng.randrange(max(2, number // 40)):05d}.txt"
        year = 2015 + pick.randrange(10)
        if at % 5 == 4:
            yield _claim(at, source, subject, f"{verb} the {goods} works", None, None)
            continue
        amount = pick.randrange(10, 999) * 1000 * (1 if rng.random() < 0.9 else 1.3)
        value = Value(amount, amount, "t", None, "exact", f"{amount:,.0f} t", None, 0, 1, 500.0)
        period = Period(f"{year}-01-01", f"{year}-12-31", str(year)) if rng.random() < 0.8 else None
        yield _claim(at, source, subject, f"{goods} {measure}", value, period)


def _claim(
    at: int, source: str, subject: str, measure: str, value: Value | None, period: Period | None
) -> Claim:
    said = f"{subject} {measure} {value.surface if value else ''}."
    kind = "quantity" if value else "fact"
    span = (at, at + len(said))
    return Claim(f"c{at:08d}", source, *span, said, said, kind, subject, measure, value=value, period=period)


def main() -> None:
    """Run for each number given, and print what it took."""
    for number in [int(text) for text in sys.argv[1:]] or [2000, 20000]:
        made = list(claims(number))
        began = time.process_time()
        result = reconcile_claims([], made)
        seconds = time.process_time() - began
        peak = ""
        if number <= 5000:
            tracemalloc.start()
            reconcile_claims([], made)
            peak = f", {tracemalloc.get_traced_memory()[1] / number / 1000:.1f} kB a claim at most"
            tracemalloc.stop()
        print(
            f"{number:,} claims: {seconds:.1f} s, {1000 * seconds / number:.2f} ms a claim, "
            f"{len(result.groups):,} groups, {len(result.pairs):,} pairs{peak}"
        )
        for line in result.problems[:3]:
            print(f"  {line}")


if __name__ == "__main__":
    main()

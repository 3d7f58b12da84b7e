"""Read the same sentences with this tool and with quantulum3, and print accuracy and speed side by side.

    python benchmarks/quantities.py PEER_PYTHON

PEER_PYTHON is the interpreter of an environment that holds quantulum3; ``make bench`` makes one. Each tool
runs in its own process and is timed on its own calls only, after one call to warm up.
"""

import json
import subprocess
import sys
import time
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.model import Quantity

REPEAT = 10
Found = list[tuple[list[float], str]]

PEER = """
import json, sys, time
from quantulum3 import parser
texts = json.load(sys.stdin)
parser.parse("The price rose 3% to $5 million in 2023.")
start = time.perf_counter()
answers = [[([quantity.value], quantity.unit.name) for quantity in parser.parse(text)] for text in texts]
json.dump({"answers": answers, "seconds": time.perf_counter() - start}, sys.stdout)
"""


def ours(texts: Sequence[str]) -> tuple[list[Found], float]:
    """Return what this tool finds in each text, and the seconds it took."""
    import claims

    claims.quantities("The price rose 3% to $5 million in 2023.")
    start = time.perf_counter()
    found = claims.quantities_many(texts)
    seconds = time.perf_counter() - start
    return [
        [answer for quantity in quantities for answer in _told(quantity)] for quantities in found
    ], seconds


def _told(quantity: "Quantity") -> Found:
    """Return the bounds of a quantity; the old and the new value of a change are two."""
    bounds = [bound for bound in (quantity.low, quantity.high) if bound is not None]
    if quantity.pair == "change":
        return [([bound], quantity.unit) for bound in bounds]
    return [(sorted(set(bounds)), quantity.unit)]


def peers(python: str, texts: Sequence[str]) -> tuple[list[Found], float]:
    """Return what quantulum3 finds in each text, and the seconds it took."""
    done = subprocess.run(
        [python, "-c", PEER], input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    answer = json.loads(done.stdout)
    return [[(values, unit) for values, unit in found] for found in answer["answers"]], answer["seconds"]


def f1(gold: Sequence[list[dict[str, object]]], answers: Sequence[Found], with_unit: bool) -> float:
    """Return the F1 of values, or of values with their units, in percent."""
    right = wanted = given = 0
    for quantities, found in zip(gold, answers, strict=True):
        left = list(found)
        wanted, given = wanted + len(quantities), given + len(found)
        for quantity in quantities:
            hit = next((answer for answer in left if _same(quantity, answer, with_unit)), None)
            if hit is not None:
                left.remove(hit)
                right += 1
    return 200 * right / (wanted + given)


def _same(quantity: dict[str, object], answer: tuple[list[float], str], with_unit: bool) -> bool:
    value, units = quantity["value"], quantity["unit"]
    bounds = value if isinstance(value, list) else [value]
    values, unit = answer
    close = len(bounds) == len(values) and all(
        abs(a - b) <= 1e-6 * max(1, abs(a)) for a, b in zip(bounds, values, strict=True)
    )
    assert isinstance(units, list)
    counted = units == [""]
    return close and (not with_unit or counted or unit.lower() in units)


def main(python: str) -> None:
    """Print a line for each tool and the ratio of their speeds."""
    data = tomllib.loads(Path(__file__).with_name("sentences.toml").read_text(encoding="utf-8"))["sentence"]
    texts = [row["text"] for row in data] * REPEAT
    gold = [row["quantities"] for row in data] * REPEAT
    speeds = []
    print(f"{len(data)} sentences, each read {REPEAT} times")
    for name, (answers, seconds) in (("reconcile", ours(texts)), ("quantulum3", peers(python, texts))):
        speeds.append(len(texts) / seconds)
        value, unit = f1(gold, answers, with_unit=False), f1(gold, answers, with_unit=True)
        print(f"  {name:10}  value F1 {value:5.1f}   with unit {unit:5.1f}   {speeds[-1]:7.0f} sentences/s")
    print(f"  speed: {speeds[0] / speeds[1]:.1f} times quantulum3's")


if __name__ == "__main__":
    main(sys.argv[1])

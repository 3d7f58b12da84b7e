"""Read hostile inputs at n, 2n and 4n characters and print how the time grows: 4 is linear, 16 quadratic.

    python benchmarks/hostile.py [--reader numbers|times|claims] [--size N] [--megabyte] [INPUT…]

The inputs are those of ``hostile.toml``. Each is read in a process of its own, so that the memory it takes is
its own, too. The seconds are processor time, and only their ratio is judged: the exit status is 1 where it is
more than twice what linear growth gives. With --megabyte each input is read once at a million characters.
"""

import argparse
import os
import resource
import sys
import time
import tomllib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

READERS = ("numbers", "times", "claims")
SIZES = {"numbers": 8_000, "times": 8_000, "claims": 4_000}
WORST_RATIO = 8.0
NOISE = 0.05  # seconds below which a ratio says nothing
PUBLISHED = date(2025, 11, 20)


def inputs() -> dict[str, tuple[str, str, str]]:
    """Return the hostile inputs: name -> start, unit to repeat, end."""
    table = tomllib.loads(Path(__file__).with_name("hostile.toml").read_text("utf-8"))
    return {name: ("", unit, "") for name, unit in table["repeated"].items()} | {
        name: (start, unit, end) for name, (start, unit, end) in table["framed"].items()
    }


def written(parts: tuple[str, str, str], size: int) -> str:
    """Return an input of about this many characters."""
    start, unit, end = parts
    return start + unit * max(1, (size - len(start) - len(end)) // len(unit)) + end


def readers() -> dict[str, Callable[[str], object]]:
    """Return what is measured, after one call to warm up."""
    import claims
    from claims.periods import find_times
    from claims.sources import SourceError, from_text

    def read_claims(text: str) -> object:
        try:
            return claims.extract(from_text(text, "hostile.md"))
        except SourceError:
            return None

    read_claims("The port shipped 5 tonnes of ore in May 2020, officials said.")
    return {
        "numbers": claims.quantities,
        "times": lambda text: find_times(text, published=PUBLISHED),
        "claims": read_claims,
    }


def measured(reader: Callable[[str], object], text: str) -> tuple[float, int]:
    """Return the seconds and the peak megabytes of one call, in a process of its own."""
    receiver, sender = os.pipe()
    child = os.fork()
    if not child:
        status = 1
        try:
            start = time.process_time()
            reader(text)
            seconds = time.process_time() - start
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            os.write(sender, f"{seconds} {peak}".encode())
            status = 0
        finally:
            os._exit(status)
    os.close(sender)
    with os.fdopen(receiver) as stream:
        answer = stream.read().split()
    os.waitpid(child, 0)
    if not answer:
        raise SystemExit("the reader raised (see above)")
    return float(answer[0]), int(answer[1])


def rows(
    reader: Callable[[str], object], sizes: list[int], names: list[str]
) -> Iterator[tuple[str, list[float], int]]:
    """Yield each input's seconds at each size, and the peak memory."""
    for name, parts in inputs().items():
        if names and name not in names:
            continue
        found = [measured(reader, written(parts, size)) for size in sizes]
        yield name, [seconds for seconds, _ in found], max(peak for _, peak in found)


def main() -> int:
    """Measure and print; return 1 where time grows faster than the text."""
    parser = argparse.ArgumentParser(description="How the reading time of hostile inputs grows.")
    parser.add_argument("names", nargs="*", metavar="INPUT")
    parser.add_argument("--reader", choices=READERS, action="append")
    parser.add_argument("--size", type=int, help="characters of the smallest input")
    parser.add_argument("--megabyte", action="store_true", help="read a million characters once")
    given = parser.parse_args()
    steep: list[str] = []
    for kind, reader in readers().items():
        if given.reader and kind not in given.reader:
            continue
        size = given.size or SIZES[kind]
        sizes = [1_000_000] if given.megabyte else [size, 2 * size, 4 * size]
        print(f"\n{kind}: seconds at " + ", ".join(f"{size:,}" for size in sizes) + " characters")
        for name, seconds, peak in rows(reader, sizes, given.names):
            ratio = seconds[-1] / max(seconds[0], NOISE)
            line = "".join(f"{value:8.2f}" for value in seconds)
            line += f"{seconds[-1] / sizes[-1] * 1e6:8.1f} s/MB {peak:6} MB"
            if not given.megabyte:
                line += f"   ratio {ratio:5.1f}"
                if ratio > WORST_RATIO:
                    line += "  STEEP"
                    steep.append(f"{kind}: {name}")
            print(f"  {name:26}{line}", flush=True)
    if steep:
        print("\nTime grows faster than the text:", "; ".join(steep), file=sys.stderr)
    return 1 if steep else 0


if __name__ == "__main__":
    sys.exit(main())

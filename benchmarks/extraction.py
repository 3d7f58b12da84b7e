"""Time the extraction of claims against the bare spaCy parse of the sentences that need parsing.

    python benchmarks/extraction.py [--limit 1.3] [--rounds 5] [FOLDER…]

The bare parse is the model as it is published, over the same sentences in the same batches; the extraction is
everything from a source's text to its claims, its own parse included. Both are the best of several rounds, by
turns, in processor time. The exit status is 1 where the extraction of a folder takes more than the limit.
"""

import argparse
import importlib
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import claims
from claims.language import BATCH, MODEL, plain, sentences
from claims.model import Source

LIMIT = 1.3
SEEDS = Path(__file__).resolve().parents[1] / "seeds"


def seconds(works: Sequence[Callable[[], object]], rounds: int) -> list[float]:
    """Return the processor time of each piece of work, the best of some rounds in which they take turns."""
    best = [float("inf")] * len(works)
    for _ in range(rounds):
        for at, work in enumerate(works):
            start = time.process_time()
            work()
            best[at] = min(best[at], time.process_time() - start)
    return best


def needed(source: Source) -> tuple[list[str], int]:
    """Return the sentences of a source that are parsed, and how many are not."""
    found = sentences(source)
    read = [plain(item.text) for item in found if item.span.doc.is_parsed]
    return read, len(found) - len(read)


def measured(folder: str, rounds: int) -> float:
    """Print what one folder takes and return extraction over bare parse."""
    sources, problems = claims.load_all([folder])
    for problem in problems:
        print(problem, file=sys.stderr)
    stock = importlib.import_module(MODEL).load()
    texts, spared = [], 0
    for source in sources:
        read, skipped = needed(source)
        texts.append(read)
        spared += skipped
    found = sum(len(claims.extract(source)) for source in sources)  # warms up, too
    bare, full = seconds(
        [
            lambda: [list(stock.pipe(text, batch_size=BATCH)) for text in texts],
            lambda: [claims.extract(source) for source in sources],
        ],
        rounds,
    )
    print(
        f"{folder}: {len(sources)} sources, {sum(map(len, texts))} sentences parsed and {spared} not, "
        f"{found} claims; bare parse {bare:.3f} s, extraction {full:.3f} s, ratio {full / bare:.2f}"
    )
    return full / bare


def main() -> int:
    """Measure each folder and return the exit status."""
    parser = argparse.ArgumentParser(description="Time extraction against the bare parse.")
    parser.add_argument("folders", nargs="*", default=[str(SEEDS)])
    parser.add_argument("--limit", type=float, default=LIMIT, help="ratio above which the status is 1")
    parser.add_argument("--rounds", type=int, default=5, help="rounds of which the best counts")
    options = parser.parse_args()
    ratios = [measured(folder, options.rounds) for folder in options.folders]
    return int(max(ratios) > options.limit)


if __name__ == "__main__":
    sys.exit(main())

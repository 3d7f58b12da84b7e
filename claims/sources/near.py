"""Near-duplicates: the same article twice (syndicated, a print view, a saved copy) is one voice.

Texts are compared by their runs of five words, of which a fixed sample by hash is kept, so that the cost
grows with the text and not with the square of the number of articles.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from zlib import crc32

from claims.model import Source

_WORD = re.compile(r"\w+")
_RUN = 5
_SAMPLE = 4  # one run in so many is kept
_FEWEST_RUNS = 12
_MOST_WORDS = 8_000
# So much of the shorter text must stand in the longer one, which may be no more than so many times as long.
_SHARED = 0.8
_LONGER = 2.5
# A run that stands in more articles than this is a formula that says nothing.
_MOST_ARTICLES = 200


def with_repeats(sources: Sequence[Source]) -> list[Source]:
    """Mark the sources that repeat another one.

    Args:
        sources: All sources.

    Returns:
        The same sources in the same order; of two that are alike the one published later (or, without
        dates, named later) says which it repeats.
    """
    first = sorted(
        range(len(sources)), key=lambda i: (sources[i].known("published") or "9999", sources[i].name)
    )
    kept: dict[int, frozenset[int]] = {}
    with_run: dict[int, list[int]] = defaultdict(list)
    found = list(sources)
    for i in first:
        runs = _runs(sources[i])
        if len(runs) < _FEWEST_RUNS:
            continue
        match = _best(runs, kept, with_run)
        if match is not None:
            at, shared = match
            name = sources[at].name
            remark = f"repeats {name} ({shared:.0%} of the text); the two count as one voice"
            found[i] = replace(sources[i], repeats=name, warnings=(*sources[i].warnings, remark))
            continue
        kept[i] = runs
        for run in runs:
            if len(with_run[run]) < _MOST_ARTICLES:
                with_run[run].append(i)
    return found


def _best(
    runs: frozenset[int], kept: dict[int, frozenset[int]], index: dict[int, list[int]]
) -> tuple[int, float] | None:
    """Return the kept source that shares most with these runs, if that is enough."""
    shared: Counter[int] = Counter()
    for run in runs:
        shared.update(index.get(run, ()))
    best: tuple[float, int] | None = None
    for at, count in shared.items():
        shorter, longer = sorted((len(runs), len(kept[at])))
        share = count / shorter
        if (
            share >= _SHARED
            and longer <= _LONGER * shorter
            and (best is None or (share, -at) > (best[0], -best[1]))
        ):
            best = (share, at)
    return (best[1], best[0]) if best else None


def _runs(source: Source) -> frozenset[int]:
    """The sampled runs of words of an article, without what surrounds it."""
    text = " ".join(source.text[b.start : b.end] for b in source.blocks if b.kind != "furniture")
    words = _WORD.findall(text.lower())[:_MOST_WORDS]
    hashes = (
        crc32(" ".join(words[i : i + _RUN]).encode("utf-8", "replace")) for i in range(len(words) - _RUN + 1)
    )
    return frozenset(value for value in hashes if value % _SAMPLE == 0)

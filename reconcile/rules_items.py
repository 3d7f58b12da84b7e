"""A total and the items behind its colon: "57 in all: 27 on queues, 18 on errors and 12 on the noise"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reconcile.figures import Figure
from reconcile.rules import Finding, before, between, by_sentence
from reconcile.rules_parts import MOST_PARTS, misfits, nearly, only_touch, sum_of

# A total is not refuted by fewer items than this: the text may leave the rest out.
FEWEST = 3
_OPEN = re.compile(
    r"\b(?:including|such as|among|for example|mainly|mostly|notably|at least|of which|chiefly)\b", re.I
)
_LAST = re.compile(r",?\sand\s")
_ITEM_AHEAD = re.compile(r":\s[^:;.\d]{0,12}$")
_WHOLE_OF_IT = re.compile(r"\b(?:the whole of it|all of it|it all|the whole sum|the whole amount)\b", re.I)


def itemised(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """Items behind a colon, the last one behind an "and", against the total in front of it."""
    levels = sorted((f for f in figures if f.is_level and not f.is_cell), key=lambda f: f.value.start)
    sentences = list(by_sentence(levels))
    for at, sentence in enumerate(sentences):
        first = next((f for f in sentence if _ITEM_AHEAD.search(before(text, f))), None)
        if first is None:
            continue
        items = [f for f in sentence if f.value.start >= first.value.start and f.unit == first.unit]
        items = items[: _end(items, text)]
        head = text[max(0, first.value.start - 200) : first.value.start]
        if len(items) < 2 or len(items) > MOST_PARTS or first.unit == "%" or _OPEN.search(head[-60:]):
            continue
        last = _total(sentence, sentences[at - 1] if at else (), first)
        if last is None:
            continue
        if not misfits(items, last) and not only_touch(items, last):
            yield sum_of(items, last, True)
        elif len(items) >= FEWEST and nearly(items, last) and not _has_others(items, text):
            yield sum_of(items, last, False)


def _end(items: Sequence[Figure], text: str) -> int:
    """Return how many items stand in one list, which ends behind the first "and"; 0 where it has none."""
    for place, (one, other) in enumerate(pairwise(items), 2):
        gap = between(text, one, other)
        if "." in gap or ";" in gap:
            return 0
        if _LAST.search(gap) and place == len(items):
            return place
        if "," not in gap and not _LAST.search(gap):
            return 0
    return 0


# "One from the guards, who had three dogs": an item that is no figure here, and a figure that is no item.
_OTHERS = re.compile(r"\b(?:one|who|whose|whom|which|where)\b", re.I)


def _has_others(items: Sequence[Figure], text: str) -> bool:
    """Whether something between the items may be one more, or tells of them by the way."""
    return any(_OTHERS.search(between(text, one, other)) for one, other in pairwise(items))


def _total(sentence: Sequence[Figure], earlier: Sequence[Figure], first: Figure) -> Figure | None:
    """Return the total: the last figure of the unit before the colon, or, of "all of it", before that."""
    ahead = [f for f in sentence if f.value.start < first.value.start and f.unit == first.unit]
    if not ahead and _WHOLE_OF_IT.search(first.key.claim.sentence):
        ahead = [f for f in earlier if f.unit == first.unit]
    return ahead[-1] if ahead and ahead[-1].number > first.number else None

"""What became of people: the dead, the missing and the rescued, against how many there were in all."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import product

from reconcile.figures import Figure, total
from reconcile.rules import Finding
from reconcile.rules_parts import sum_of
from reconcile.vocabulary import load
from reconcile.words import Lexicon

# Figures of one fate are few in a source: so many of each are tried.
MOST = 6
# Fewer people than this are the sum of others by chance.
FEWEST = 10


def fates(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """Dead + missing (+ rescued) = "dead or missing", or all who were aboard."""
    counts = [f for f in figures if f.unit == "count" and f.is_level and f.value.hedge == "exact"]
    told = {fate: [f for f in counts if _fate(f) == fate][:MOST] for fate in _words()}
    for whole in (f for f in counts if f.number >= FEWEST):
        for names in _parts_of(whole):
            found = next(_adding(whole, [told[name] for name in names]), None)
            if found:
                yield sum_of(found, whole, True)
                break


def _adding(whole: Figure, several: Sequence[Sequence[Figure]]) -> Iterator[Sequence[Figure]]:
    """Yield one figure of each fate that make a whole, all as far as is known of one time."""
    for parts in product(*several):
        apart = len({id(f) for f in (*parts, whole)}) == len(parts) + 1
        if apart and total([f.expected for f in parts]).meets(whole.expected):
            yield sorted(parts, key=lambda f: f.value.start)


@cache
def _words() -> Mapping[str, frozenset[str]]:
    reader = Lexicon()
    return {
        fate: frozenset(word.text for phrase in phrases for word in reader.words(phrase))
        for fate, phrases in load("fates")["fates"].items()
    }


def _fate(figure: Figure) -> str | None:
    """Return the one fate that the words beside a figure tell of; None where they tell of none or several."""
    found = [fate for fate, words in _words().items() if words & figure.key.near]
    return found[0] if len(found) == 1 else None


def _parts_of(whole: Figure) -> Iterator[tuple[str, ...]]:
    """Yield the fates that make up a whole, by its wording."""
    for row in load("fates")["wholes"]:
        if re.search(row["said"], whole.sentence_text, re.I):
            yield from (tuple(parts) for parts in row["parts"])

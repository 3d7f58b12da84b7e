"""Figures told in company: two sentences with one number in common give their other numbers of one thing.

"The pier is 410 m long and has 36 lamps" and "thirty-six lanterns light the 410 m" share two numbers:
whatever words and holders the parse finds, the lamps are the lanterns. Where all but one number is the same,
the sentences contradict each other in that one.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from reconcile.intervals import digits, stated
from reconcile.keys import FACT, Key

# A number that stands in two sentences by chance is a small one, or a round one.
SMALL = 10
DIGITS = 2
# A sentence with more figures is a list or a table without its lines.
MOST = 40
# A place among others is told of those who hold it, whatever number stands beside.
RANK = "rank"
DATE = "date"
AHEAD = frozenset({"projection", "plan"})

# A figure's dimension and number, in the base unit.
Figure = tuple[str, str]


class Companies:
    """What figures stand beside each other in a sentence."""

    def __init__(self, keys: Iterable[Key]) -> None:
        """Gather the figures of each sentence."""
        told: dict[tuple[str, str], dict[Figure, list[Key]]] = defaultdict(dict)
        self._figures: dict[str, Figure] = {}
        self._beside: dict[str, Mapping[Figure, Key]] = {}
        for key in keys:
            if (figure := _figure(key)) is not None:
                self._figures[key.claim.id] = figure
                told[key.claim.source, key.claim.sentence].setdefault(figure, []).append(key)
        for figures in told.values():
            once = {figure: same[0] for figure, same in figures.items() if len(same) == 1}
            if 1 < len(once) <= MOST:
                for own, key in once.items():
                    self._beside[key.claim.id] = {f: other for f, other in once.items() if f != own}

    def figure(self, key: Key) -> Figure | None:
        """Return the figure of a claim, or None where it has none that can be told in company."""
        return self._figures.get(key.claim.id)

    def of(self, key: Key) -> Mapping[Figure, Key]:
        """Return the other figures of the sentence of a claim, each told once in it as the claim's own."""
        return self._beside.get(key.claim.id, _NONE)


_NONE: Mapping[Figure, Key] = {}


def _figure(key: Key) -> Figure | None:
    if key.claim.value is None or key.dimension in (FACT, RANK):
        return None
    try:
        return key.told_as, f"{abs(stated(key.claim.value)[0]):.4g}"
    except ValueError:
        return None


def is_rare(figure: Figure) -> bool:
    """Whether a figure hardly stands in two sentences by chance: no day, no small and no round number."""
    kind, number = figure
    size = float(number)
    return kind != DATE and (size >= SMALL or size != round(size)) and len(digits(size)) >= DIGITS


def share_company(a: Key, b: Key, companies: Companies) -> bool:
    """Whether two sources give one number each beside another that both sentences have, too.

    Args:
        a: The key of a claim with a value.
        b: The key of another with the same number.
        companies: The figures of all sentences.
    """
    own = companies.figure(a)
    if a.claim.source == b.claim.source or own is None or own != companies.figure(b):
        return False
    if (a.claim.modality in AHEAD) != (b.claim.modality in AHEAD):
        return False  # what was promised for a day may come about on another
    shared = companies.of(a).keys() & companies.of(b).keys()
    return bool(shared) and any(map(is_rare, (own, *shared)))


def differ_in_company(a: Key, b: Key, companies: Companies) -> int:
    """Return how many numbers two sentences share beside which each gives another number of one thing.

    Args:
        a: The key of a claim with a value.
        b: The key of another with a value of its kind.
        companies: The figures of all sentences.
    """
    if a.claim.source == b.claim.source or a.told_as != b.told_as or a.told_as == DATE:
        return 0  # a day that was set is moved, whatever else stays
    left, right = companies.of(a), companies.of(b)
    if not left or not right or not _told_of(a) & _told_of(b) or _tell_apart(a, b):
        return 0
    own = _told_of(a) | _told_of(b)
    # Where a sentence has more figures of the thing, they may be of other times or parts.
    if not all(_is_of_other(other, a, own) for other in (*left.values(), *right.values())):
        return 0
    # Two houses may have one number, of paintings and of pupils.
    alike = [f for f in left.keys() & right.keys() if _told_of(left[f]) & _told_of(right[f])]
    return sum(map(is_rare, alike))


def _tell_apart(a: Key, b: Key) -> bool:
    """Whether each says in one word what was done with its things: "goals scored" and "goals let in"."""
    deeds = [key.claim.measure.lower().split()[1:] for key in (a, b)]
    return deeds[0] != deeds[1] and all(len(deed) == 1 for deed in deeds)


def _told_of(key: Key) -> frozenset[str]:
    """Return the words for what a figure is of: the noun that is counted, else its measure."""
    return key.counted or key.predicate


def _is_of_other(key: Key, own: Key, words: frozenset[str]) -> bool:
    return key.told_as != own.told_as or not _told_of(key) & words

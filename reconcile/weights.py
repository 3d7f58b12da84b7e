"""How much each word says in one run: the rarer, the more; and beside which figures it stands."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from math import log

from reconcile.company import Companies
from reconcile.keys import Key

EXACT = 2**20


class Weights:
    """How much a shared or a missing word says: the rarer among the claims, the more (inverse frequency)."""

    def __init__(self, keys: Iterable[Key]) -> None:
        """Count in how many claims each word occurs."""
        keys = list(keys)
        self.companies = Companies(keys)
        self.total = 0
        self._known: dict[str, float] = {}
        self.count: Counter[str] = Counter()
        # Source, dimension and word -> the figures beside that word; and all figures of a source.
        self._figures: dict[tuple[str, str, str], set[str]] = defaultdict(set)
        self._numbers: Counter[tuple[str, str, str]] = Counter()
        self._of_dimension: dict[tuple[str, str], set[str]] = defaultdict(set)
        sentences: dict[tuple[str, str], frozenset[str]] = {}
        for key in keys:
            self.total += 1
            self.count.update(key.concepts | key.name_words)
            sentences[key.claim.source, key.claim.sentence] = key.context | key.near
            self._of_dimension[key.claim.source, key.dimension].add(key.digits)
            for word in key.near:
                self._figures[key.claim.source, key.dimension, word].add(key.digits)
            self._numbers[key.claim.source, key.told_as, key.digits] += 1
        self.sentences = len(sentences)
        self.told = Counter(word for words in sentences.values() for word in words)

    def __call__(self, word: str) -> float:
        """Return the weight of a word, between 0 and 1."""
        # The floor keeps a word that every claim uses from vanishing: it still belongs to the measure.
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = self._weight(word)
        return found

    def beside(self, words: Iterable[str]) -> float:
        """Return the weight of words beside a figure, by the sentences that have them; rare ones decide."""
        return sum(self._beside(word) for word in words)

    def is_alone(self, word: str, *keys: Key) -> bool:
        """Whether each source has one figure only, of its dimension, beside a word."""
        return all(len(self._figures[key.claim.source, key.dimension, word]) == 1 for key in keys)

    def gives_once(self, key: Key) -> bool:
        """Whether a source gives the number of a claim one time only."""
        return self._numbers[key.claim.source, key.told_as, key.digits] == 1

    def is_only(self, key: Key) -> bool:
        """Whether the source of a claim gives no other figure of its dimension."""
        return len(self._of_dimension[key.claim.source, key.dimension]) == 1

    def are_alone(self, words: Iterable[str], *keys: Key) -> bool:
        """Whether each source has one figure only, of its dimension, beside all of some words."""
        words = list(words)
        return bool(words) and all(
            len(set.intersection(*(self._figures[key.claim.source, key.dimension, word] for word in words)))
            == 1
            for key in keys
        )

    def gives(self, source: str, key: Key) -> bool:
        """Whether a source gives the number of a claim of another."""
        return (source, key.told_as, key.digits) in self._numbers

    def _beside(self, word: str) -> float:
        rare = log((self.sentences + 1) / max(1, self.told[word])) / log(self.sentences + 1)
        return round(rare**2 * EXACT) / EXACT

    def _weight(self, word: str) -> float:
        seen = max(1, self.count[word])
        weight = 0.15 + 0.85 * log((self.total + 1) / seen) / log(self.total + 1) if self.total > 0 else 1.0
        # A multiple of a power of two adds up to the same in any order, so that sets need not be sorted.
        return round(weight * EXACT) / EXACT

    def sum(self, words: Iterable[str]) -> float:
        """Return the weight of several words."""
        return sum(map(self, words))

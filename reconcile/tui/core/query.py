"""What a filter means: words for states, verdicts and severities, ``source:`` and ``text:``, and free text.

Words of one sort widen ("open noted" is both), sorts narrow ("open high" is open and high). Free text is
looked for word by word: somewhere in what the sources say, or nearly so in the title, the values or the names
of the sources. A "-" before a word turns it round. What is not understood is no error: it is looked for.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from reconcile.report.selection import SEVERITIES, Index
from reconcile.tui.core.rows import Row, verdict_word
from reconcile.vocabulary import load

_NEAR = 80.0
_SHORTEST_FUZZY = 5


@dataclass(frozen=True, slots=True)
class Query:
    """A filter that was read; empty parts let everything pass.

    Attributes:
        states: States that pass.
        verdicts: Verdicts that pass.
        severities: Severities that pass.
        sources: Parts of names of sources, of which one must fit.
        words: Words that must all be found.
        without: Filters that must not fit.
    """

    states: frozenset[str] = frozenset()
    verdicts: frozenset[str] = frozenset()
    severities: frozenset[str] = frozenset()
    sources: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    without: tuple["Query", ...] = ()


def read(text: str) -> Query:
    """Return what a filter that somebody typed means."""
    states: set[str] = set()
    verdicts: set[str] = set()
    severities: set[str] = set()
    sources: list[str] = []
    words: list[str] = []
    without: list[Query] = []
    known = _verdict_words()
    for part in text.casefold().split():
        key, _, rest = part.partition(":")
        if part.startswith("-") and len(part) > 1:
            without.append(read(part[1:]))
        elif key == "source" and rest:
            sources.append(rest)
        elif key in ("text", "is") and rest:
            words.append(rest)
        elif part in ("source:", "text:", "-"):
            continue  # somebody is about to type the rest
        elif part in load("review")["states"]:
            states.add(part)
        elif part in SEVERITIES:
            severities.add(part)
        elif part in known:
            verdicts |= known[part]
        else:
            words.append(part)
    return Query(
        frozenset(states),
        frozenset(verdicts),
        frozenset(severities),
        tuple(sources),
        tuple(words),
        tuple(without),
    )


def _verdict_words() -> dict[str, frozenset[str]]:
    """Return every word that stands for verdicts: their names, what rows call them, and names for several."""
    vocabulary = load("review")
    words = {name: frozenset([name]) for name in vocabulary["verdicts"]}
    words |= {verdict_word(name).casefold(): frozenset([name]) for name in vocabulary["verdicts"]}
    words |= {word: frozenset(verdicts) for word, verdicts in vocabulary["filters"].items()}
    return words


class Haystack:
    """What there is to find in each row; built once for a result, a row when it is first looked at."""

    def __init__(self, index: Index) -> None:
        self._known = index
        self._texts: dict[str, tuple[str, str]] = {}

    def matches(self, row: Row, query: Query) -> bool:
        """Return whether a row passes a filter."""
        group = row.group
        passed = (
            (not query.states or row.state in query.states)
            and (not query.verdicts or group.verdict in query.verdicts)
            and (not query.severities or group.severity in query.severities)
            and (
                not query.sources
                or any(part in name.casefold() for part in query.sources for name in row.sources)
            )
        )
        return (
            passed
            and all(self._holds(row, word) for word in query.words)
            and not any(self.matches(row, other) for other in query.without)
        )

    def _holds(self, row: Row, word: str) -> bool:
        whole, head = self._text(row)
        if word in whole:
            return True
        return len(word) >= _SHORTEST_FUZZY and fuzz.partial_ratio(word, head, score_cutoff=_NEAR) > 0

    def _text(self, row: Row) -> tuple[str, str]:
        """Return all that a row's claims say, and the short part in which near words count too."""
        found = self._texts.get(row.group.id)
        if found is None:
            claims = [self._known.claims[identifier] for identifier in row.group.claims]
            values = (claim.value.surface for claim in claims if claim.value)
            head = " ".join((row.group.title, *dict.fromkeys((*values, *row.sources)))).casefold()
            said = (
                f"{claim.subject} {claim.measure} {claim.attribution or ''} {claim.sentence}"
                for claim in claims
            )
            found = " ".join((head, row.group.id, *dict.fromkeys(said))).casefold(), head
            self._texts[row.group.id] = found
        return found


_STATE_ORDER = ("disputed", "stale", "open", "noted", "skipped", "done")
_KEYS: dict[str, Callable[[Row], tuple[int | str, ...]]] = {
    "rank": lambda row: (),
    "title": lambda row: (row.group.title.casefold(),),
    "severity": lambda row: (SEVERITIES.index(row.group.severity),),
    "state": lambda row: (_STATE_ORDER.index(row.state),),
    "sources": lambda row: (-len(row.sources),),
    "claims": lambda row: (-len(row.group.claims),),
}
SORTS = tuple(_KEYS)


def ordered(rows: Sequence[Row], sort: str, reverse: bool = False) -> list[Row]:
    """Return rows in an order; alike rows keep their place in the result.

    Args:
        rows: The rows.
        sort: One of ``SORTS``.
        reverse: Whether the last come first.
    """
    if sort == SORTS[0]:  # as they come
        return list(rows[::-1] if reverse else rows)
    chosen = sorted(rows, key=lambda row: (*_KEYS[sort](row), row.number))
    return chosen[::-1] if reverse else chosen

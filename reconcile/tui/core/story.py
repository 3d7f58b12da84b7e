"""A result with what drawing it needs, looked up once: groups are drawn again and again."""

from collections.abc import Mapping, Sequence

from claims.model import Claim
from reconcile.format import NBSP, day
from reconcile.report import explain
from reconcile.report.selection import SEVERITIES, Index
from reconcile.result import Group, Pair, Reconciliation
from reconcile.safe import one_line
from reconcile.tui.core.compact import summary
from reconcile.vocabulary import load
from reconcile.wording import labels


class Story:
    """A result and what is known of it.

    Attributes:
        result: The result.
        index: Its claims by id.
        sources: Its sources by name.
        labels: The short name of each source.
    """

    def __init__(self, result: Reconciliation) -> None:
        self.result = result
        self.known = Index.of(result)
        self.sources = {source.name: source for source in result.sources}
        self.labels = labels(result.sources)
        self._letters: dict[str, dict[str, str]] = {}
        self._pairs: dict[str, list[Pair]] = {}
        self._said: dict[str, str] = {}

    def letters(self, group: Group) -> dict[str, str]:
        """Return the letter of each claim of a group, in the order of the letters."""
        found = self._letters.get(group.id)
        if found is None:
            found = self._letters[group.id] = explain.letters_of(group, self.known)
        return found

    def claims(self, group: Group) -> list[Claim]:
        """Return the claims of a group in the order of their letters."""
        return [self.known.claims[identifier] for identifier in self.letters(group)]

    def said(self, group: Group) -> str:
        """Return what the claims of a group say side by side (">90 | 67 %")."""
        found = self._said.get(group.id)
        if found is None:
            found = self._said[group.id] = summary(self.claims(group))
        return found

    def pairs(self, group: Group) -> Sequence[Pair]:
        """Return the pairs of a group in the order of the review: A and B first, then by gravity."""
        found = self._pairs.get(group.id)
        if found is None:
            found = self._pairs[group.id] = _ordered(group, self.letters(group))
        return found

    def name(self, claim: Claim) -> str:
        """Return the short name of a claim's source."""
        return one_line(self.labels.get(claim.source, claim.source))

    def published(self, claim: Claim) -> str:
        """Return the day of a claim's source."""
        source = self.sources.get(claim.source)
        published = source.known("published") if source else None
        return one_line(day(published)).replace(NBSP, " ") if published else "undated"

    def origin(self, claim: Claim) -> str:
        """Return the short name of a claim's source, and its day."""
        return f"{self.name(claim)} · {self.published(claim)}"


def _ordered(group: Group, letters: Mapping[str, str]) -> list[Pair]:
    place = {claim: number for number, claim in enumerate(letters)}
    order = {verdict: number for number, verdict in enumerate(load("display")["verdicts"])}

    def key(pair: Pair) -> tuple[bool, int, int, list[int]]:
        ends = sorted((place[pair.a], place[pair.b]))
        return ends != [0, 1], order[pair.verdict], SEVERITIES.index(pair.severity), ends

    return sorted(group.pairs, key=key)


def ends_of(pair: Pair, letters: Mapping[str, str]) -> tuple[str, str]:
    """Return the two claims of a pair, the one with the earlier letter first."""
    places = {claim: number for number, claim in enumerate(letters)}
    return (pair.a, pair.b) if places[pair.a] <= places[pair.b] else (pair.b, pair.a)

"""A claim as evidence: what it says, where it stands, and its words in their context."""

from collections.abc import Iterable
from itertools import pairwise

from claims.framing.theme import TOPIC
from claims.model import Claim, Source
from reconcile.format import asserted, period, provenance, value
from reconcile.report.conflicts import said
from reconcile.report.evidence import Role, Run, Statement, Wording
from reconcile.report.places import Locator
from reconcile.report.quotes import sentence_start
from reconcile.result import Reconciliation
from reconcile.wording import labels

# So much of a sentence is shown on each side of a quote, and of a quote on each side of its middle.
_AROUND = 240
_CUT = " … "
# What is inferred for these is no ground of any verdict.
_DECIDES_NOTHING = frozenset({f"scope.{TOPIC}"})


def letter(place: int) -> str:
    """Name statements A, B, … Z, AA, AB …"""
    head, last = divmod(place, 26)
    return (letter(head - 1) if head else "") + chr(ord("A") + last)


class Witness:
    """Makes statements of the claims of a result.

    Args:
        result: What comparing the sources gave.
    """

    def __init__(self, result: Reconciliation) -> None:
        self.claims = {claim.id: claim for claim in result.claims}
        self.order = {identifier: place for place, identifier in enumerate(self.claims)}
        self.sources = {source.name: source for source in result.sources}
        self.labels = labels(result.sources)
        self._locators = {source.name: Locator(source) for source in result.sources}

    def sorted(self, claims: Iterable[str]) -> list[str]:
        """Return ids of claims in the order of the result, which is that of their places."""
        return sorted(claims, key=self.order.__getitem__)

    def statement(self, identifier: str, named: str = "") -> Statement:
        """Return a claim with its evidence.

        Args:
            identifier: Id of the claim.
            named: The letter by which its question calls it.
        """
        claim = self.claims[identifier]
        source = self.sources[claim.source]
        return Statement(
            letter=named,
            claim=claim.id,
            source=claim.source,
            voice=self.labels[claim.source],
            wording=wording(source),
            start=claim.start,
            end=claim.end,
            place=self._locators[claim.source].place(claim.start, claim.end),
            quote=claim.quote,
            excerpt=_excerpt(claim, source),
            said=said(claim),
            about=_about(claim),
            written=claim.value.surface if claim.value else None,
            normalised=value(claim.value) if claim.value else None,
            value=claim.value,
            period=period(claim.period) if claim.period else None,
            modality=claim.modality,
            attribution=claim.attribution,
            polarity=claim.polarity,
            inferred={
                facet: claim.inferred[facet] for facet in sorted(claim.inferred.keys() - _DECIDES_NOTHING)
            },
        )

    def provenance(self, name: str) -> str:
        """Return who published a source and when, saying so where that is unknown."""
        return provenance(self.sources[name])


def wording(source: Source) -> Wording:
    """Return whether a source says that its words are not the original ones."""
    if source.known("retold_from") is not None:
        return "retold"
    return "translated" if source.known("translated_from") is not None else "original"


def _about(claim: Claim) -> str:
    """Name what a claim is about; of a fact that is its subject, for the rest is what it says."""
    parts = [claim.subject, asserted(claim) if claim.value is not None else ""]
    return ": ".join(part for part in parts if part)


def _excerpt(claim: Claim, source: Source) -> tuple[Run, ...]:
    """Return a quote in its sentence, in pieces; a long sentence is cut around the quote at a blank."""
    sentence = sentence_start(claim, source)
    first = claim.start if sentence is None else min(sentence, claim.start)
    last = claim.end if sentence is None else max(sentence + len(claim.sentence), claim.end)
    low, high = _cut_before(source.text, first, claim.start), _cut_after(source.text, claim.end, last)
    runs = _runs(claim, source.text, low, high)
    before = [Run(_CUT.lstrip(), "cut")] if low > first else []
    after = [Run(_CUT.rstrip(), "cut")] if high < last else []
    return (*before, *runs, *after)


def _runs(claim: Claim, text: str, low: int, high: int) -> list[Run]:
    """Split a stretch of text where a quote or a value begins or ends."""
    spans: list[tuple[int, int, Role]] = [(claim.start, claim.end, "quote")]
    if claim.value is not None and claim.value.start < claim.value.end:
        spans.append((claim.value.start, claim.value.end, "value"))
    edges = sorted({low, high, *(min(max(end, low), high) for span in spans for end in span[:2])})
    runs = []
    for start, end in pairwise(edges):
        roles = [role for first, last, role in spans if first <= start and end <= last]
        runs.append(Run(text[start:end], roles[-1] if roles else "context"))
    return runs


def _cut_before(text: str, first: int, start: int) -> int:
    if start - first <= _AROUND:
        return first
    blank = text.find(" ", start - _AROUND, start)
    return blank + 1 if blank != -1 else start - _AROUND


def _cut_after(text: str, end: int, last: int) -> int:
    if last - end <= _AROUND:
        return last
    blank = text.rfind(" ", end, end + _AROUND)
    return blank if blank != -1 else end + _AROUND

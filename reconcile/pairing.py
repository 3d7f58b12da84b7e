"""Two claims held against each other, and what the gates of the decision table say about them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from reconcile.fit import Fit, fit, same_sentence
from reconcile.intervals import relation
from reconcile.keys import FACT, Key, Weights
from reconcile.words import plain_words, stop_words


@dataclass(frozen=True, slots=True)
class Reason:
    """One step on the way to a verdict.

    Attributes:
        facet: What was looked at: unit, scope, period, value …
        effect: "pass", "note", "missing", "resolution", or the verdict that it led to.
        text: A sentence for a person.
    """

    facet: str
    effect: str
    text: str


@dataclass(frozen=True, slots=True)
class Setting:
    """What comparing needs to know beyond the two claims.

    Attributes:
        weights: How much each word says among all claims.
        as_of: Source -> the day it was published, where that is known.
        holders: Word of a measure -> how many holders it is reported of.
        labels: Source -> the short name under which reasons speak of it.
        understood: Words that the whole story turns on: a measure that leaves them out still means them.
        common_names: Names that most sources speak of: where one claim leaves them out, they are understood.
    """

    weights: Weights
    as_of: Mapping[str, str] = field(default_factory=dict)
    common_names: frozenset[str] = frozenset()
    holders: Mapping[str, int] = field(default_factory=dict)
    understood: frozenset[str] = frozenset()
    labels: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two claims in a fixed order, with what every gate asks for."""

    a: Key
    b: Key
    fit: Fit
    setting: Setting
    same_source: bool
    same_sentence: bool
    relation: str

    @classmethod
    def of(cls, a: Key, b: Key, setting: Setting) -> "Pairing":
        """Put two keys in order and compare their values."""
        if b.claim.id < a.claim.id:
            a, b = b, a
        return cls(
            a,
            b,
            fit(a, b, setting.weights),
            setting,
            a.claim.source == b.claim.source,
            same_sentence(a, b),
            relation(a.claim.value, b.claim.value),
        )

    @property
    def two_voices(self) -> bool:
        """Whether the two are attributed, and not to the same."""
        one, other = self.a.claim.attribution, self.b.claim.attribution
        return bool(one and other and not set(plain_words(one)) & set(plain_words(other)) - stop_words())

    @property
    def is_asserted(self) -> bool:
        """Whether one of the two is an assertion without a value."""
        return FACT in (self.a.dimension, self.b.dimension)

    def as_of(self, key: Key) -> str | None:
        """Return the day of which a claim speaks: the end of its stated period, else its source's date."""
        period = key.period
        return (period.end if period else None) or self.setting.as_of.get(key.claim.source)

    def published(self, key: Key) -> str | None:
        """Return the day on which the source of a claim was published."""
        return self.setting.as_of.get(key.claim.source)


def day(text: str | None) -> date | None:
    """Return an ISO day, or None where there is none or it is no day."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None

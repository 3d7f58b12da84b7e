"""Two claims held against each other, and what the gates of the decision table say about them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from reconcile.beside import is_one_deal, is_one_matter, is_one_number, slip
from reconcile.fit import Fit, fit, same_sentence
from reconcile.intervals import conversion, relation
from reconcile.keys import FACT, Key
from reconcile.rates import Rate, currency, rate
from reconcile.weights import Weights
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
        repeats: Source -> the one whose text it repeats.
        understood: Words that the whole story turns on: a measure that leaves them out still means them.
        recurring: Source -> the words that it tells of all along, which go without saying in its measures.
        headlines: Source -> its headline, which leaves out what the text below says.
        slips: Pairs of claims of which one is a headline's and the text below gives the other for the same.
        rivals: Pairs of claims that one text sets against each other by who gives the figure.
        replaced: Pairs of claims of which one text says that one was expected or came earlier -> which.
        added: Ids of claims that their source tells on top of another figure of the same measure.
        rows: Ids of the cells of tables that have a row for the total: each but that is a part of it.
        beside: Figure, by its id -> the others of its kind in the same sentence.
        samples: Share, by its id -> the count that its sentence says it is of.
        outdated: Ids of claims of a past time of which their source gives a later figure, too.
        exempted: Source -> the names that its denials of all others ("no other mill") may leave out.
        common_names: Names that most sources speak of: where one claim leaves them out, they are understood.
    """

    weights: Weights
    as_of: Mapping[str, str] = field(default_factory=dict)
    common_names: frozenset[str] = frozenset()
    added: frozenset[str] = frozenset()
    outdated: frozenset[str] = frozenset()
    rows: frozenset[str] = frozenset()
    beside: Mapping[str, tuple[Key, ...]] = field(default_factory=dict)
    samples: Mapping[str, Key] = field(default_factory=dict)
    holders: Mapping[str, int] = field(default_factory=dict)
    understood: frozenset[str] = frozenset()
    recurring: Mapping[str, frozenset[str]] = field(default_factory=dict)
    headlines: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    repeats: Mapping[str, str] = field(default_factory=dict)
    slips: frozenset[frozenset[str]] = frozenset()
    rivals: frozenset[frozenset[str]] = frozenset()
    replaced: Mapping[frozenset[str], str] = field(default_factory=dict)
    exempted: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def told(self) -> frozenset[frozenset[str]]:
        """The pairs that belong together by where they stand, whatever words they share."""
        return self.slips | self.rivals | self.replaced.keys()


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two claims in the order in which a reader meets them, with what every gate asks for."""

    a: Key
    b: Key
    fit: Fit
    setting: Setting
    same_source: bool
    same_sentence: bool
    relation: str
    rate: Rate | None
    one_number: bool = False
    one_matter: bool = False
    one_deal: bool = False
    one_slip: int = 0

    @classmethod
    def of(cls, a: Key, b: Key, setting: Setting) -> "Pairing":
        """Put two keys in the order of their sources and places, and compare their values."""
        a, b = sorted((a, b), key=lambda key: (key.claim.source, key.claim.start, key.claim.id))
        exchange = _exchange(a, b, setting)
        return cls(
            a,
            b,
            fit(a, b, setting.weights),
            setting,
            a.claim.source == b.claim.source,
            same_sentence(a, b),
            relation(a.claim.value, b.claim.value, exchange.per if exchange else None),
            exchange,
            is_one_number(a, b, setting.weights),
            is_one_matter(a, b, setting.weights),
            is_one_deal(a, b, setting.weights),
            slip(a, b, setting.weights),
        )

    @property
    def factor(self) -> float | None:
        """Units of the first value in one unit of the second, or None where they cannot be converted."""
        a, b = self.a.claim.value, self.b.claim.value
        return conversion(a, b, self.rate.per if self.rate else None) if a and b else None

    @property
    def ends(self) -> frozenset[str]:
        """The ids of the two claims."""
        return frozenset((self.a.claim.id, self.b.claim.id))

    @property
    def both_ways(self) -> tuple[tuple[Key, Key], tuple[Key, Key]]:
        """The two, either of them first."""
        return (self.a, self.b), (self.b, self.a)

    @property
    def two_voices(self) -> bool:
        """Whether two voices give the two: their text says so, or they are attributed apart."""
        return self.ends in self.setting.rivals or self.attributed_apart

    @property
    def attributed_apart(self) -> bool:
        """Whether the two are attributed, and not to the same."""
        one, other = self.a.claim.attribution, self.b.claim.attribution
        return bool(one and other and not set(plain_words(one)) & set(plain_words(other)) - stop_words())

    def is_headline(self, key: Key) -> bool:
        """Whether a claim stands in the headline of its source."""
        return plain_words(key.claim.sentence) == plain_words(
            self.setting.headlines.get(key.claim.source, "")
        )

    @property
    def is_asserted(self) -> bool:
        """Whether one of the two is an assertion without a value."""
        return FACT in (self.a.dimension, self.b.dimension)

    @property
    def rests_on_parse(self) -> bool:
        """Whether only what the parse makes of two figures, and not the words beside them, says what of."""
        return not self.is_asserted and not self.one_matter

    def as_of(self, key: Key) -> str | None:
        """Return the day of which a claim speaks: the end of its stated period, else its source's date.

        What is told as a fact of a time that is not over is told as of the day of its source.
        """
        told, published = _as_of(key, self.setting), self.published(key)
        lasts = key.period is not None and published is not None and (key.period.start or "9") <= published
        if told and published and lasts and key.claim.modality not in ("projection", "plan"):
            return min(told, published)
        return told

    def published(self, key: Key) -> str | None:
        """Return the day on which the source of a claim was published."""
        return self.setting.as_of.get(key.claim.source)


def _as_of(key: Key, setting: Setting) -> str | None:
    return (key.period.end if key.period else None) or setting.as_of.get(key.claim.source)


def _exchange(a: Key, b: Key, setting: Setting) -> Rate | None:
    """Return the rate of the day that both claims can have been converted on: the earlier of their days."""
    one, other = a.claim.value, b.claim.value
    if one is None or other is None or one.unit == other.unit:
        return None
    left, right = currency(one.unit), currency(other.unit)
    days = [when for key in (a, b) for text in _days(key, setting) if (when := day(text))]
    if left is None or right is None or left[1] != right[1] or not days:
        return None
    return rate(right[0], left[0], min(days))


def _days(key: Key, setting: Setting) -> list[str]:
    """Return the day that a claim speaks of, and that of its source, where they are known."""
    return [text for text in (_as_of(key, setting), setting.as_of.get(key.claim.source)) if text]


def day(text: str | None) -> date | None:
    """Return an ISO day, or None where there is none or it is no day."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None

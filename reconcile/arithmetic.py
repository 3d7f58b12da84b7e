"""Checks: what the figures of a source give when they are put together.

A check is consistent where figures that stand near each other and share words fit within rounding. It is
inconsistent only where the wording ties the figures together and no reading of their bounds fits.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256

from reconcile import (
    rules_across,
    rules_borrowed,
    rules_changes,
    rules_days,
    rules_differences,
    rules_direction,
    rules_fates,
    rules_implied,
    rules_items,
    rules_parts,
    rules_prices,
    rules_rates,
    rules_shares,
    rules_tables,
    rules_times,
    rules_totals,
)
from reconcile.figures import Figure, dates, figures
from reconcile.keys import Key
from reconcile.result import Check
from reconcile.rules import Finding

# A change told by one source that fits the earlier figure of another.
ACROSS = "change from another source's figure"
# A sum for which another source gives one figure.
BORROWED = "with a figure of another source"

# What goes without saying where a sum holds the same figures.
PART = "part ≤ whole"
DIRECTION = "from–to goes as told"

# So many figures of a source are put together at most; the next stretch begins in the middle of the last.
STRETCH = 400

Rule = Callable[[Sequence[Figure], str], Iterator[Finding]]

RULES: tuple[tuple[str, Rule], ...] = (
    ("new − old = difference", rules_differences.difference),
    ("with ± left out = without", rules_differences.left_out),
    ("part of whole = share", rules_shares.share),
    ("parts sum to total", rules_items.itemised),
    ("parts sum to total", rules_parts.enumeration),
    ("parts sum to total", rules_parts.split),
    ("parts sum to total", rules_parts.shares_of_share),
    ("parts sum to total", rules_parts.kinds),
    ("part of both = share", rules_parts.both),
    ("rows sum to total", rules_tables.rows),
    ("columns sum to total", rules_tables.columns),
    ("rows sum to total", rules_tables.subtotals),
    ("shares of a column sum to 100 %", rules_tables.column_shares),
    ("the named sum to total", rules_parts.together),
    ("list sums to total", rules_tables.listed),
    ("from–to = growth", rules_changes.growth),
    ("from–to = difference", rules_changes.points),
    (DIRECTION, rules_direction.direction),
    (DIRECTION, rules_direction.course),
    ("parts sum to total", rules_fates.fates),
    ("parts sum to total", rules_totals.rest),
    ("parts sum to total", rules_totals.instalments),
    ("parts sum to total", rules_totals.comes_to),
    ("parts sum to total", rules_totals.divided),
    ("parts sum to total", rules_totals.exceeded),
    ("amount ÷ quantity = rate", rules_rates.rate),
    ("amount ÷ number = average", rules_rates.average),
    ("number × each = total", rules_rates.product_of),
    ("value ÷ quantity = one price", rules_prices.unit_prices),
    ("amount ÷ time = rate", rules_times.per_time),
    ("one rate, two lengths of time", rules_times.two_rates),
    ("stock ÷ use = time it lasts", rules_times.cover),
    ("ratio = multiple", rules_changes.multiple),
    ("amount × exchange rate = amount", rules_implied.exchange),
    ("yearly rise × years = rise", rules_implied.compound),
    ("amount ÷ share = one whole", rules_implied.implied_whole),
    ("share of value ÷ share of quantity = relative price", rules_implied.unit_value),
    ("shares sum to at most 100 %", rules_parts.shares),
    ("count = enumeration", rules_parts.named),
    (PART, rules_shares.out_of),
)


DatedRule = Callable[[Sequence[Figure], Sequence[Figure], str], Iterator[Finding]]

DATED_RULES: tuple[tuple[str, DatedRule], ...] = (
    ("from date to date = span", rules_days.spans),
    ("date + span = date", rules_days.offsets),
)


def checks(
    keys: Sequence[Key],
    texts: Mapping[str, str],
    groups: Sequence[Collection[str]] = (),
    apart: Collection[frozenset[str]] = (),
) -> list[Check]:
    """Return the checks inside each source, then those of a change from the figure of another source.

    Args:
        keys: The keys of all claims.
        texts: The text of each source.
        groups: Ids of the claims that answer one question.
        apart: Pairs of claims, by their ids, that are not put together.
    """
    inside = checks_inside(keys, texts)
    return [*inside, *checks_across(keys, texts, groups, inside, apart)]


def checks_inside(keys: Iterable[Key], texts: Mapping[str, str]) -> list[Check]:
    """Return the checks inside each source, the inconsistent ones first; of the same figures one."""
    found: dict[frozenset[str], Check] = {}
    for source, members in _by_source(keys).items():
        numbers, days, text = figures(members), dates(members), texts.get(source, "")
        findings = list(_of_windows(numbers, text))
        findings += [(rule, found) for rule, check in DATED_RULES for found in check(days, numbers, text)]
        for rule, finding in findings:
            made = _check(rule, finding)
            same = found.setdefault(frozenset(made.claims), made)
            if same.verdict != "consistent" and made.verdict == "consistent":
                found[frozenset(made.claims)] = made
    said: dict[str, list[frozenset[str]]] = defaultdict(list)
    for claims in found:
        for claim in claims:
            said[claim].append(claims)
    kept = [
        check
        for claims, check in found.items()
        if check.rule not in (PART, DIRECTION) or not any(claims < other for other in said[check.claims[0]])
    ]
    return sorted(kept, key=lambda check: check.verdict != "inconsistent")


def _of_windows(numbers: Sequence[Figure], text: str) -> Iterator[tuple[str, Finding]]:
    """Yield what the rules find, in a very long source in one stretch of figures after the other.

    What a stretch finds wrong is left out where it may only have cut off what belongs to it.
    """
    for start in range(0, max(1, len(numbers) - STRETCH // 2), STRETCH // 2):
        some = numbers[start : start + STRETCH]
        edge = {id(figure) for figure in some[: STRETCH // 4]} if start else set()
        for rule, check in RULES:
            for finding in check(some, text):
                if finding.fits or not any(id(figure) in edge for figure in finding.figures):
                    yield rule, finding


def checks_across(
    keys: Iterable[Key],
    texts: Mapping[str, str],
    groups: Sequence[Collection[str]],
    inside: Iterable[Check],
    apart: Collection[frozenset[str]] = (),
) -> list[Check]:
    """Return the changes that fit the figures of two sources, those left that no sum inside one confirms."""
    settled = {check.claims[-1] for check in inside if check.verdict == "consistent"}
    told = _by_source(keys)
    numbers = {source: figures(members) for source, members in told.items()}
    days = {source: dates(members) for source, members in told.items()}
    made = [_check(ACROSS, finding) for finding in rules_across.across(numbers, texts, groups, settled)]
    settled |= {check.claims[-1] for check in made}
    made += [_check(BORROWED, found) for found in rules_borrowed.borrowed(numbers, texts, settled)]
    made += [_check(BORROWED, found) for found in rules_borrowed.dates_borrowed(days, numbers, settled)]
    return [check for check in made if not any(pair <= set(check.claims) for pair in apart)]


def _by_source(keys: Iterable[Key]) -> dict[str, list[Key]]:
    """Return the keys of each source, the sources sorted by name."""
    by_source: dict[str, list[Key]] = defaultdict(list)
    for key in keys:
        by_source[key.claim.source].append(key)
    return dict(sorted(by_source.items()))


def _check(rule: str, finding: Finding) -> Check:
    ids = tuple(figure.key.claim.id for figure in finding.figures)
    digest = sha256("\n".join([rule, *sorted(ids)]).encode()).hexdigest()[:12]
    verdict = "consistent" if finding.fits else "inconsistent"
    return Check(digest, rule, ids, verdict, finding.computed, finding.text)

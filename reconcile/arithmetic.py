"""Checks inside a source: what its own figures give when they are put together.

A check is consistent where figures that stand near each other and share words fit within rounding. It is
inconsistent only where the wording ties the figures together and no reading of their bounds fits.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256

from reconcile import (
    rules_changes,
    rules_differences,
    rules_implied,
    rules_items,
    rules_parts,
    rules_rates,
    rules_shares,
    rules_tables,
    rules_totals,
)
from reconcile.figures import Figure, figures
from reconcile.keys import Key
from reconcile.result import Check
from reconcile.rules import Finding

Rule = Callable[[Sequence[Figure], str], Iterator[Finding]]

RULES: tuple[tuple[str, Rule], ...] = (
    ("part of whole = share", rules_shares.share),
    ("parts sum to total", rules_items.itemised),
    ("parts sum to total", rules_parts.enumeration),
    ("parts sum to total", rules_parts.split),
    ("parts sum to total", rules_parts.kinds),
    ("part of both = share", rules_parts.both),
    ("rows sum to total", rules_tables.rows),
    ("rows sum to total", rules_tables.subtotals),
    ("shares of a column sum to 100 %", rules_tables.column_shares),
    ("the named sum to total", rules_parts.together),
    ("list sums to total", rules_tables.listed),
    ("from–to = growth", rules_changes.growth),
    ("from–to = difference", rules_changes.points),
    ("new − old = difference", rules_differences.difference),
    ("parts sum to total", rules_totals.rest),
    ("parts sum to total", rules_totals.comes_to),
    ("parts sum to total", rules_totals.divided),
    ("amount ÷ quantity = rate", rules_rates.rate),
    ("amount ÷ number = average", rules_rates.average),
    ("amount ÷ time = rate", rules_rates.per_time),
    ("ratio = multiple", rules_changes.multiple),
    ("amount × exchange rate = amount", rules_implied.exchange),
    ("yearly rise × years = rise", rules_implied.compound),
    ("amount ÷ share = one whole", rules_implied.implied_whole),
    ("shares sum to at most 100 %", rules_parts.shares),
    ("count = enumeration", rules_parts.named),
)


def checks(keys: Sequence[Key], texts: Mapping[str, str]) -> list[Check]:
    """Return the checks that the figures of each source allow, in the order of the sources.

    Args:
        keys: The keys of all claims.
        texts: The text of each source.
    """
    by_source: dict[str, list[Key]] = defaultdict(list)
    for key in keys:
        by_source[key.claim.source].append(key)
    found: dict[str, Check] = {}
    for source, members in sorted(by_source.items()):
        numbers = figures(members)
        for rule, check in RULES:
            for finding in check(numbers, texts.get(source, "")):
                made = _check(rule, finding)
                found.setdefault(made.id, made)
    return sorted(found.values(), key=lambda check: check.verdict != "inconsistent")


def _check(rule: str, finding: Finding) -> Check:
    ids = tuple(figure.key.claim.id for figure in finding.figures)
    digest = sha256("\n".join([rule, *sorted(ids)]).encode()).hexdigest()[:12]
    verdict = "consistent" if finding.fits else "inconsistent"
    return Check(digest, rule, ids, verdict, finding.computed, finding.text)

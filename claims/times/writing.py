"""The year in which a text was written, by the years that it names beside its months."""

from collections import Counter

from claims.times.rules import numbered
from claims.times.words import Words


def year_of_writing(words: Words) -> int | None:
    """Return the year that most dated months of a text share, where no dated month is later."""
    counts = years_by_months(words)
    return max(counts) if counts and most_common(counts) == max(counts) else None


def years_by_months(words: Words) -> Counter[int]:
    """Count the years that stand beside a month or in a date written in figures."""
    counts: Counter[int] = Counter()
    for index, word in enumerate(words):
        if word.kind == "iso":
            counts[int(word.text[:4])] += 1
        elif word.is_year and _stands_by_month(words, index):
            counts[word.value or 0] += 1
    return counts


def most_common(counts: Counter[int]) -> int | None:
    """Return the year counted most often, or None where there is none or two are level."""
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def _stands_by_month(words: Words, index: int) -> bool:
    before = [words[index - step] for step in range(1, 5) if words[index - step].low not in (",", ".", "of")]
    months = numbered("months").keys() | numbered("month_abbreviations").keys()
    return any(word.low in months and word.is_capital for word in before[:2])

"""A change that one source tells, against the earlier figure that another gives of the same thing.

The figures come from claims that answer one question, so the matching has tied them together already. Such a
sum can only confirm: where it does not fit, the sources measure two things or differ, and that is a matter of
their group.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from reconcile.figures import Figure, printed, quotient, short, space
from reconcile.intervals import Interval
from reconcile.rules import VAGUE, Finding, one_holder, result
from reconcile.rules_changes import in_one_breath, is_earlier, is_growth, shifted
from reconcile.rules_differences import sign_of


def across(
    figures: Mapping[str, Sequence[Figure]],
    texts: Mapping[str, str],
    groups: Sequence[Collection[str]],
    settled: Collection[str],
) -> Iterator[Finding]:
    """Yield the changes that fit the figures of two sources.

    Args:
        figures: The figures of each source.
        texts: The text of each source.
        groups: Ids of the claims that answer one question.
        settled: Ids of the claims that a sum of their own source has confirmed.
    """
    by_id = {figure.key.claim.id: figure for members in figures.values() for figure in members}
    partners: dict[str, list[Figure]] = {}
    for members in groups:
        levels = [by_id[i] for i in members if i in by_id and by_id[i].is_level]
        for figure in levels:
            partners.setdefault(figure.key.claim.id, []).extend(levels)
    for source, told in figures.items():
        for last in (f for f in told if f.key.claim.id not in settled and not f.is_cell):
            found = next(_fitting(last, told, partners, texts.get(source, "")), None)
            if found:
                yield found


def _fitting(
    last: Figure, told: Sequence[Figure], partners: Mapping[str, Sequence[Figure]], text: str
) -> Iterator[Finding]:
    """Yield what a change gives with a figure beside it and earlier ones of other sources."""
    for new in told:
        if new is last or new.sentence != last.sentence or not in_one_breath(new, last, text):
            continue
        for old in partners.get(new.key.claim.id, ()):
            elsewhere = old.key.claim.source != new.key.claim.source and old.unit == new.unit
            alike = elsewhere and old.number > 0 and _is_before(old, new) and one_holder(old, new)
            if alike and (found := change(old, new, last, text)):
                yield found


def _is_before(old: Figure, new: Figure) -> bool:
    """Whether a figure is an earlier one than another, or its time is not told."""
    return is_earlier(old, new) or old.span[0] is None or new.span[0] is None


def change(old: Figure, new: Figure, last: Figure, text: str) -> Finding | None:
    """Return the finding where the change from one figure to another is the one told."""
    claim, source = last.key.claim, old.key.claim.source
    base = f"{printed(old)} in {source}"
    if last.unit == "%" and is_growth(last, text):
        made = shifted(quotient(new.expected, old.expected))
        computed, words = 100 * (new.number / old.number - 1), f"{base} to {printed(new)} is "
        return _found(old, new, last, made, computed, words, "%")
    in_points = last.unit == "pp" and new.unit == "%"
    if in_points or (last.unit == new.unit and last.is_level and sign_of(last, text)):
        sign = (sign_of(last, text) or 1) if last.unit != "pp" else 1
        made = Interval(new.expected.low - old.expected.high, new.expected.high - old.expected.low)
        made = made if sign > 0 else made.mirrored()
        computed, words = sign * (new.number - old.number), f"{base} to {printed(new)} is a change of "
        return _found(old, new, last, made, computed, words, last.unit)
    if claim.kind == "growth" and last.unit in ("count", "ratio") and last.number > 1:
        made, computed = quotient(new.expected, old.expected), new.number / old.number
        return _found(old, new, last, made, computed, f"{printed(new)} ÷ {base} = ", "")
    return None


def _found(
    old: Figure, new: Figure, last: Figure, made: Interval, computed: float, words: str, unit: str
) -> Finding | None:
    size = last.expected if computed < 0 or last.number > 0 else last.expected.mirrored()
    close = abs(computed - abs(last.number) * (1 if computed >= 0 else -1)) <= VAGUE * abs(last.number)
    if not made.meets(size) or not close:
        return None
    shown = f"{words}{short(round(computed, 2))}{space(unit)}"
    return Finding((old, new, last), True, computed, result(shown, made, last, unit, True))

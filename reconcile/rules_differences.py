"""Differences between two figures: "£8m less than the £22m of last year", "rise by 4 Mt, to 266 Mt"."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, product

from reconcile.figures import Figure, printed, short, within
from reconcile.intervals import Interval
from reconcile.rules import FROM, VAGUE, Finding, before, between, near, one_holder
from reconcile.rules_changes import in_one_breath, is_earlier
from reconcile.words import plain_words

_UP = r"more|higher|greater|up|above|better|bigger|larger|dearer|costlier|faster|heavier|extra|additional"
_DOWN = r"less|fewer|lower|down|below|worse|smaller|cheaper|slower|lighter|short"
_THAN = re.compile(rf"^\s*(?:[a-z]+\s){{0,3}}?(?:({_UP})|({_DOWN}))\b", re.I)
_BY = re.compile(
    r"(?:\b(ris\w*|rose|gr[eo]w\w*|increas\w*|climb\w*|jump\w*|add\w*|rais\w*|lift\w*|gain\w*|widen\w*|swell\w*)"
    r"|\b(f[ae]ll\w*|drop\w*|cut\w*|declin\w*|reduc\w*|shr[aiu]nk\w*|sank|sink\w*|slip\w*|slid\w*|lower\w*|shed\w*"
    r"|narrow\w*|los[te]\w*))\b[^.;:\d]{0,40}\bby\s[^\d.;,]{0,16}$",
    re.I,
)
_CHANGE_OF = re.compile(
    r"\b(?:(increase|rise|gain|growth|jump|profit|surplus|excess|lead|margin)"
    r"|(decrease|fall|drop|decline|loss|deficit|shortfall|cut|reduction))\sof\s[^\d.;,]{0,16}$",
    re.I,
)
_EXTRA = re.compile(r"\b(?:extra|additional|added)\s[^\w.;,]{0,3}$", re.I)
_THE_OTHER = re.compile(r"^[^.;\d]{0,40}\bthan\s[^.;\d]{0,30}$", re.I)
_THE_OTHER_ONE = re.compile(
    r"^\s*(?:(?:[a-z]+\s)?(?:more|higher|less|lower|cheaper|dearer)\sthan|above|below)\b[^.;\d]{0,30}$", re.I
)
_AT_ONCE_THAN = re.compile(r"^\s[a-z]+\sthan\s[^.;,\d]{0,24}$", re.I)
_AT_ONCE = re.compile(r",\s*(?:or\s)?(?:about\s|some\s|around\s)?$", re.I)
# So many sentences away the figure may stand that one differs from, by its words or by nearness alone.
FAR = 6
CLOSE = 2


def difference(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """New figure − old figure = difference."""
    levels = [f for f in figures if f.is_level and f.unit not in ("%", "pp")]
    for last in levels:
        sign = None if last.is_cell else sign_of(last, text)
        if sign is None:
            continue
        found = next(_fitting(last, sign, levels, text), None) or next(
            _told_before(last, sign, levels, text), None
        )
        found = found or next(_extra(last, levels, text), None) or _misfit(last, sign, levels, text)
        if found:
            yield found


def sign_of(figure: Figure, text: str) -> int | None:
    """Return 1 where the wording makes a figure an excess, -1 for a shortfall, None for no difference."""
    ahead, behind = before(text, figure, 70), text[figure.value.end : figure.value.end + 40]
    if match := _THAN.search(behind):
        return 1 if match.group(1) else -1
    if _EXTRA.search(ahead):
        return 1
    if match := _BY.search(ahead) or _CHANGE_OF.search(ahead):
        return 1 if match.group(1) else -1
    return None


def _fitting(last: Figure, sign: int, levels: Sequence[Figure], text: str) -> Iterator[Finding]:
    """Yield what fits of the figures in the sentence of a difference with those it is from."""
    others = [f for f in near(levels, last, FAR) if f.unit == last.unit and f.number > 0]
    for new in (f for f in others if f.sentence == last.sentence):
        for old in (f for f in others if f is not new and _is_base(f, new, last, text)):
            if found := _made(old, new, last, sign):
                yield found


def _told_before(last: Figure, sign: int, levels: Sequence[Figure], text: str) -> Iterator[Finding]:
    """Yield what "58 million above the 890 million" gives with a figure that was told before."""
    old = next((f for f in levels if f.value.start >= last.value.end and f.sentence == last.sentence), None)
    if (
        old is None
        or old.unit != last.unit
        or last.unit == "count"
        or not _THE_OTHER_ONE.search(between(text, last, old))
    ):
        return
    told = [f for f in near(levels, last, FAR) if f.sentence < last.sentence and f.value.hedge == "exact"]
    for new in (f for f in told if f.unit == last.unit):
        if found := _made(old, new, last, sign):
            yield found


def _extra(last: Figure, levels: Sequence[Figure], text: str) -> Iterator[Finding]:
    """Yield what "the extra 40 million" gives with the two figures of one sentence before it."""
    if last.unit == "count" or not _EXTRA.search(before(text, last, 70)):
        return
    told = [f for f in near(levels, last, FAR) if f.unit == last.unit and f.sentence < last.sentence]
    for one, other in combinations(told, 2):
        new, old = (one, other) if one.number > other.number else (other, one)
        if (
            one.sentence == other.sentence
            and one.terms == other.terms
            and (found := _made(old, new, last, 1))
        ):
            yield found


def _is_base(old: Figure, new: Figure, last: Figure, text: str) -> bool:
    """Whether a figure may be what another differs from."""
    if old.sentence == last.sentence:
        told = _THE_OTHER.search(between(text, last, old)) or FROM.search(before(text, old))
        return bool(told) or is_earlier(old, new)
    if old.unit == "count" and not (
        old.key.counted & new.key.counted or old.terms == new.terms != frozenset()
    ):
        return False
    close = 0 < new.sentence - old.sentence <= CLOSE and in_one_breath(new, last, text)
    return close or (is_earlier(old, new) and old.shares_words(new))


def _made(old: Figure, new: Figure, last: Figure, sign: int, tied: bool = False) -> Finding | None:
    """Return the finding on a difference; None where it does not fit and need not."""
    size = _size(last.expected)
    expected = Interval(new.expected.low - old.expected.high, new.expected.high - old.expected.low)
    if sign < 0:
        expected = expected.mirrored()
    one, other = (new, old) if sign > 0 else (old, new)
    computed = one.number - other.number
    fits = expected.meets(size) and abs(computed - abs(last.number)) <= VAGUE * abs(last.number)
    if not fits and not tied:
        return None
    words = f"{short(one.number)} − {short(other.number)} = {short(computed)}"
    said = f"{'printed' if fits else 'but printed'} {printed(last).replace('−', '')}"
    return Finding((old, new, last), fits, computed, f"{words}{within(expected, last.unit)}, {said}")


def _size(interval: Interval) -> Interval:
    return interval.mirrored() if interval.high < 0 else interval


def _misfit(last: Figure, sign: int, levels: Sequence[Figure], text: str) -> Finding | None:
    """Return the difference of two figures that one phrase names and that cannot give it."""
    here = [f for f in levels if f.sentence == last.sentence and f.unit == last.unit and f.number > 0]
    new = max((f for f in here if f.value.end <= last.value.start), key=lambda f: f.value.end, default=None)
    old = min((f for f in here if f.value.start >= last.value.end), key=lambda f: f.value.start, default=None)
    if new is None or old is None or not _AT_ONCE.fullmatch(between(text, new, last)):
        return None
    if not _AT_ONCE_THAN.search(between(text, last, old)):
        return None
    possible = Interval(new.possible.low - old.possible.high, new.possible.high - old.possible.low)
    possible = possible if sign > 0 else possible.mirrored()
    near_by = 0.5 * old.number <= new.number <= 2 * old.number
    return _made(old, new, last, sign, True) if near_by and not possible.meets(_size(last.possible)) else None


_LEFT_OUT = re.compile(r"^(.+?)(?: \([A-Z]+\))? (before|excluding|without|after|including) (.+)$", re.I)


def left_out(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """ "Profit before recall costs": the profit and what it leaves out."""
    money = [f for f in figures if f.key.dimension == "money" and f.is_level]
    for last in money:
        found = _LEFT_OUT.match(last.key.claim.measure)
        if found is None:
            continue
        named = {word for word in plain_words(found[3]) if len(word) > SHORT}
        bases = [f for f in money if f.span == last.span and _head(f) == found[1].lower()]
        items = [
            f for f in money if named and named <= set(plain_words(f.key.claim.measure)) and f is not last
        ]
        sign = -1 if found[2].lower() in ("before", "excluding", "without") else 1
        for base, item in product(bases, items):
            if not base.unit == item.unit == last.unit or not one_holder(item, base):
                continue
            made = _made(last, base, item, sign)
            if made is not None and made.fits:
                yield Finding((base, item, last), True, made.computed, made.text)
                break


def _head(figure: Figure) -> str:
    """Return a measure without an abbreviation in brackets."""
    return _BRACKETS.sub("", figure.key.claim.measure).lower()


_BRACKETS = re.compile(r" \([A-Z]+\)")
# Words up to this length are small ones.
SHORT = 3

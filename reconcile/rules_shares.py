"""Part of whole = share: amounts beside a share, and their whole, by wording, table or nearness."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, permutations, product

from reconcile.figures import Figure, handy, printed, quotient, short
from reconcile.rules import NEAR, OF, Finding, between, is_telling, near, one_holder, result, verdict
from reconcile.rules_tables import is_total, names_row

EPSILON = 1e-9


def share(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """Part ÷ whole = share."""
    levels = [f for f in figures if f.is_level and f.unit != "%"]
    for last in figures:
        if last.unit == "%" and last.key.claim.kind == "share" and last.number <= 100:
            found = _share_of(last, levels, text)
            if found and found.fits:
                yield found
                continue
            found = (
                _beside(last, levels, text)
                or _in_words(last, levels, text)
                or _of_rows(last, levels)
                or found
            )
            found = found if found and found.fits else _margin(last, levels) or found
            if found:
                yield found


def _share_of(last: Figure, amounts: Sequence[Figure], text: str) -> Finding | None:
    """Return the first pair around a share that gives it, or the pair that is said to and does not."""
    misfit = None
    around = near(amounts, last)
    for part, whole in product(around, near(amounts, last, len(amounts))):
        if part is whole or not (_is_near(whole, last) or part.is_kind_of(whole)):
            continue
        if (
            part.unit != whole.unit
            or part.number >= whole.number
            or not _one_measure(part, whole, last, text)
        ):
            continue
        one_owner = (one_holder(part, last) and one_holder(part, whole)) or _opens_with(whole, part, last)
        if not (one_owner or _goes_on(last, part, whole, text)):
            continue
        found = divided(part, whole, last, _is_tied(part, whole, last, text))
        if found and found.fits:
            return found
        misfit = misfit or found
    return misfit


# "Of their 75 loaves Orrel ate 31, more than two-fifths".
_OPENING = re.compile(r"^\W*(?:out )?of (?:the|its|their|his|her|our|all)\b[^.;:\d]{0,24}$", re.I)


def _opens_with(whole: Figure, part: Figure, last: Figure) -> bool:
    """Whether a sentence opens with the whole, and goes on with its part and the share."""
    ahead = whole.sentence_text.partition(whole.value.surface)[0]
    in_order = whole.value.end <= part.value.start and part.value.end <= last.value.start
    return whole.sentence == part.sentence == last.sentence and in_order and bool(_OPENING.search(ahead))


def divided(part: Figure, whole: Figure, last: Figure, tied: bool = False) -> Finding | None:
    """Return the finding on a part, its whole and the share; None where it does not fit and need not."""
    # A third is no finite number of percent: "at least a third" begins where 4 of 12 are.
    expected = quotient(part.expected, whole.expected).scaled(100).widened(EPSILON)
    possible = quotient(part.possible, whole.possible).scaled(100)
    fits = verdict(expected, possible, last, tied)
    computed = 100 * part.number / whole.number
    if fits is None or (fits and not is_telling(expected, computed, last)):
        return None
    factor, _ = handy(whole.number, whole.unit)
    words = f"{short(part.number * factor)} ÷ {short(whole.number * factor)} = {short(round(computed, 1))} %"
    return Finding((part, whole, last), fits, computed, result(words, expected, last, "%", fits))


def _is_near(figure: Figure, other: Figure) -> bool:
    return abs(figure.sentence - other.sentence) <= NEAR


def _one_measure(part: Figure, whole: Figure, share: Figure, text: str) -> bool:
    """Part and whole must be said to belong to the share: by their sentence, or by their words."""
    if part.unit == "count" and not (part.key.counted & whole.key.counted or _of_one_thing(part, whole)):
        return part.sentence == whole.sentence == share.sentence
    if _goes_on(share, part, whole, text):
        return True
    if part.sentence == share.sentence:
        return whole.sentence == share.sentence or whole.shares_words(share) or whole.shares_words(part)
    if not part.shares_words(share) or bool(share.key.holders) > bool(part.key.holders):
        return False  # the share is somebody's, and nothing says that the part is theirs
    is_margin = "margin" in share.terms and "revenue" in whole.terms
    return is_margin or whole.shares_words(share)


def _of_one_thing(part: Figure, whole: Figure) -> bool:
    """Whether two figures share words of what is measured, not only of whom."""
    return bool(part.terms & whole.terms - (part.key.subject | whole.key.subject))


_MEAN = re.compile(r"\b(?:average|mean|median) of\b", re.I)
_OF_IT = re.compile(r"\bof (?:it|that|them|this|the (?:total|sum|whole|bill|amount))\b", re.I)
_OF_ALL = re.compile(r"^\W*of the (?:total|sum|whole|bill|amount)\b", re.I)
_THAT_IS = re.compile(r"^\W*(?:that|this|which|it) (?:is|was|makes|comes to|equals|amounts to)\b", re.I)


def _goes_on(share: Figure, part: Figure, whole: Figure, text: str) -> bool:
    """Whether the wording points back: "8 million of it, or 40 %", "That is 40 % of sales of 20 million"."""
    if part.sentence == share.sentence and part.value.end <= share.value.start:
        back = 0 < share.sentence - whole.sentence <= NEAR
        behind = text[share.value.end : share.value.end + 24]
        return back and bool(_OF_IT.search(between(text, part, share)) or _OF_ALL.search(behind))
    pointed = bool(_THAT_IS.search(share.key.claim.sentence)) and whole.sentence == share.sentence
    return pointed and share.sentence - part.sentence == 1


def _is_tied(part: Figure, whole: Figure, share: Figure, text: str) -> bool:
    """ "240 out of 356, or 67 %": one sentence that says what is a part of what."""
    if not part.sentence == whole.sentence == share.sentence:
        return False
    joined = between(text, part, whole)
    if not OF.search(joined) or _MEAN.search(joined):
        return False
    link = between(text, whole, share)
    return len(link) <= 30 and any(mark in link for mark in ("(", " or ", "about", "that is"))


# What says between an amount and a share that they are the same thing: "8 cases, or 2 %", "8 cases (2 %)".
_SAME_THING = re.compile(
    r"^[^.;\d]{0,40}?(?:\(|\bor\b|\bwhich (?:is|was|makes|made)\b|\bthat is\b|\bequal to\b|\bequivalent to\b"
    r"|\bc[ao]mes? to\b|\bamount(?:s|ed|ing) to\b|\bmak(?:es|ing) up\b|\baccount(?:s|ed|ing) for\b"
    r"|\brepresent(?:s|ed|ing)\b|,\s+an?\s[^.;,\d]{3,30}\sof\b)[^.;,\d]{0,16}$",
    re.I,
)
# An amount and its share that are known this well, as a part of themselves, fit few other figures by chance.
EXACT = 0.01
_BEHIND_COMMA = re.compile(
    r"^\s?(?:of (?:these|them|those|it|which))?,\s(?:exactly\s|about\s|nearly\s|almost\s|just\s|roughly\s)?$",
    re.I,
)
_COMMA = re.compile(r"^[^.;:,\d]{0,40},\s+(?:about|some|around|nearly|almost|just|roughly|over)?\s*$", re.I)
# "A quarter of them, 11,500".
_AFTER = re.compile(
    r"^\s*(?:of\s[^.;,\d]{1,30})?(?:,|\s\(|\sor|\s[–—])\s*(?:or\s|some\s|about\s|that is\s)?$", re.I
)
_OF_NOUN = re.compile(r"\s+of\s(?:the\s|its\s|their\s|all\s|total\s)?([a-z]{4,})\b", re.I)
_OF_THE = re.compile(r"\s*[a-z]*\s?(?:out )?of\s(?:the|its|their|all)?\s?", re.I)
_OF_WHOLE = re.compile(
    r"^\W{0,2}of (?:everything|all|those|what|the (?:total|whole|sum|money|amount|overall))\b", re.I
)


def _beside(last: Figure, amounts: Sequence[Figure], text: str) -> Finding | None:
    """Return what an amount that stands right beside its share gives with the nearest whole that fits."""
    part, of_whole = _part_beside(last, amounts, text), _OF_WHOLE.search(text[last.value.end :][:24])
    if part is None or part.number <= 0 or part.is_cell:
        return None
    for whole in near(amounts, last, len(amounts)):
        if whole.unit != part.unit or whole.number <= part.number or whole.value.start > last.value.end + 40:
            continue
        said = whole.shares_words(last) or whole.shares_words(part) or is_total(whole)
        exact = bool(of_whole) and _width(part) + _width(last) <= EXACT
        if not (said or exact or _is_near(whole, last) or _is_named(whole, last, text)):
            continue
        if found := divided(part, whole, last):
            return found
    return None


def _is_named(whole: Figure, share: Figure, text: str) -> bool:
    """Whether "of revenue" behind a share names what a figure is, wherever that stands."""
    return whole.key.claim.measure.lower() == whole_named(share, text)


def whole_named(share: Figure, text: str) -> str:
    """Return the noun that a share is said to be of ("32% of revenue"), or nothing."""
    match = _OF_NOUN.search(share.value.surface) or _OF_NOUN.match(text[share.value.end :][:40])
    return match.group(1).lower() if match else ""


def _part_beside(last: Figure, amounts: Sequence[Figure], text: str) -> Figure | None:
    """Return the amount that the wording makes the same thing as a share: before it, or right behind."""
    here = [f for f in amounts if f.sentence == last.sentence]
    ahead = max((f for f in here if f.value.end <= last.value.start), key=lambda f: f.value.end, default=None)
    behind = min(
        (f for f in here if f.value.start >= last.value.end), key=lambda f: f.value.end, default=None
    )
    of_what = text[last.value.end :][:40]
    if ahead is not None:
        gap = between(text, ahead, last)
        whole = _OF_WHOLE.search(of_what) or _names_one(of_what, ahead, amounts)
        if _SAME_THING.search(gap) or _BEHIND_COMMA.search(gap) or (whole and _COMMA.search(gap)):
            return ahead
    if behind is not None and _AFTER.search(between(text, last, behind)):
        return behind
    return None


def _names_one(of_what: str, part: Figure, amounts: Sequence[Figure]) -> bool:
    """Whether "of sales" behind a share names what a larger amount close by is of."""
    match = _OF_NOUN.match(of_what)
    if not match:
        return False
    larger = (f for f in near(amounts, part) if f.unit == part.unit and f.number > part.number)
    return any(match.group(1).lower() in f.sentence_text.lower() for f in larger)


def _in_words(last: Figure, amounts: Sequence[Figure], text: str) -> Finding | None:
    """Return what "two of the 180 patients" gives in the sentence before or after a share."""
    around = [f for f in amounts if abs(f.sentence - last.sentence) == 1 and not f.is_cell]
    for part, whole in pairwise(around):
        if part.unit != whole.unit or part.sentence != whole.sentence or part.number >= whole.number:
            continue
        if _OF_THE.fullmatch(between(text, part, whole)) and (found := divided(part, whole, last)):
            return found
    return None


def _width(figure: Figure) -> float:
    return (figure.expected.high - figure.expected.low) / figure.number


def _of_rows(last: Figure, amounts: Sequence[Figure]) -> Finding | None:
    """Return what two rows of a table give that a sentence names: "wages took 65 % of sales"."""
    cells = [f for f in amounts if f.is_cell and names_row(last, f)]
    for part, whole in permutations(cells, 2):
        if part.unit != whole.unit or part.column != whole.column:
            continue
        if part.number < whole.number and one_holder(part, whole) and (found := divided(part, whole, last)):
            return found
    return None


_MARGIN = re.compile(r"\b(\w+)[- ](?:profit |income )?margin\b", re.I)


def _margin(last: Figure, amounts: Sequence[Figure]) -> Finding | None:
    """Return what a profit gives with the revenue of its period, whose margin is named after it."""
    named = _MARGIN.search(last.key.claim.measure)
    if not named:
        return None
    money = [f for f in amounts if f.key.dimension == "money" and f.span == last.span]
    kind = re.compile(rf"\b{re.escape(named.group(1))}\b", re.I)
    for part, whole in product([f for f in money if kind.search(f.key.claim.measure)], money):
        if part.unit != whole.unit or whole.key.predicate != {"revenue"} or not one_holder(part, whole):
            continue
        if part.number < whole.number and (found := divided(part, whole, last)):
            return found
    return None


_OUT_OF = re.compile(r"\s*out of\s(?:the\s|its\s|their\s|all\s|a total of\s)?", re.I)


def out_of(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """ "15 out of 17": a part is no more than its whole."""
    levels = [f for f in figures if f.is_level and f.number > 0 and not f.is_cell]
    for part, whole in pairwise(levels):
        if part.unit != whole.unit or not _OUT_OF.fullmatch(between(text, part, whole)):
            continue
        fits = part.possible.low <= whole.possible.high
        is_more = "no more" if fits else "more"
        words = f"{printed(part)} out of {printed(whole)} is {is_more} than the whole"
        yield Finding((part, whole), fits, part.number, words)

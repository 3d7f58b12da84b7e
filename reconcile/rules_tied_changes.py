"""A change that the wording ties to its two figures: "from 80 to 92, a rise of 9%" does not add up."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import permutations

from claims.vocabulary import load as claims_vocabulary
from reconcile.figures import Figure
from reconcile.intervals import Interval
from reconcile.rules import FROM, TO, before, between

# An approximate figure that is off by more than this part of itself is no approximation.
LEEWAY = 0.25
# What "nearly" leaves open below, as a part of the figure.
SHORTFALL = 0.15
_FROM_TO = 60
# What comes between the figures of a from–to: no other clause.
_BREAK = re.compile(r"[.;:]\s|\b(?:while|whereas|but|and)\b")
# What a change is told against may be another figure than the one in the sentence: "a rise of 9% on 2019".
_AGAINST = re.compile(
    r"^\s*(?:(?:%|per ?cent|percent|points?)\s*)?"
    r"(?:on|over|since|against|compared|from|than|in|per|a year|of)\b",
    re.I,
)
# "rose 9%, from 80 to 92", "rose by 9% last year, to 92 from 80".
_THEN_FROM = re.compile(
    r"^(?:(?:\s(?:in|over|on|this|last|for|during)\s[^.;:,\d]{1,24})?,\s(?:from|to)|\sto)\s[^\d.;:,]{0,8}$",
    re.I,
)
# "(+9%)", "(up 9%)".
_BRACKET = re.compile(r"^[^.;:()\d]{0,24}\s\((?:[+−–-]|(?:up|down)\s(?:by\s)?)?$", re.I)
# "from 75 to 90, or by a fifth".
_OR_BY = re.compile(r"^,\s(?:or|that is|i\.e\.)\s(?:up\s|down\s)?by\s[^\d.;:,]{0,12}$", re.I)
# "80 in 1998, and 92 today".
_IN_YEAR = re.compile(r"^[^.;:\d]{0,24}\b(?:in|by) (?:19|20)\d\d\b(?: and|,)[^.;:\d]{0,24}$")
_NOW = re.compile(r"^[^.;:,\d]{0,16}\b(?:now|today|at present)\b", re.I)
# "92, up 9% from 80".
_UP = re.compile(r"^,?\s\(?(?:up|down)\s(?:by\s)?[^\d.;:,]{0,12}$", re.I)
# "30%, twice the 15% of a week before".
_TIMES_IT = re.compile(
    r"^\s(?:as (?:many|much|high|large|big|long) as|that of|those of|the)\b"
    r"(?:[^.;:\d]|\b(?:19|20)\d\d\b){0,60}$",
    re.I,
)
_ONCE = re.compile(r"\b(?:ago|earlier|previously|used to)\b[^.;:\d]*$", re.I)
_CLAUSE = re.compile(r"[.;:]")
_FROM_IT = re.compile(r"^\sfrom\s[^\d.;:,]{0,30}$", re.I)


def tied_pairs(last: Figure, levels: Sequence[Figure], text: str) -> Iterator[tuple[Figure, Figure]]:
    """Yield the old and the new figure that the wording ties to a change.

    Args:
        last: The change, in percent or points.
        levels: The figures that it can be of.
        text: The text of the source.
    """
    if last.is_cell:
        return
    yield from _of_sentence_before(last, levels, text)
    own = [f for f in levels if f.sentence == last.sentence and not f.is_cell and f is not last]
    own.sort(key=lambda f: f.value.start)
    behind = text[last.value.end : last.value.end + 24]
    for at, one in enumerate(own):
        for other in own[at + 1 :]:
            if one.unit != other.unit or one.number == other.number:
                continue
            old, new = _from_to(one, other, text)
            if old is None or new is None:
                old, new = _two_times(one, other, own, text)
            if old is not None and new is not None and _is_told(one, other, last, own, text, behind):
                yield old, new
        # "92, up 9% from 80".
        follower = next((f for f in own if f.value.start >= last.value.end), None)
        if follower is not None and one.unit == follower.unit and one.value.end <= last.value.start:
            ahead, back = between(text, one, last), between(text, last, follower)
            if _UP.search(ahead) and _FROM_IT.search(back):
                yield follower, one


def tied_multiple(last: Figure, levels: Sequence[Figure], text: str) -> tuple[Figure, Figure] | None:
    """Return the two figures, the larger first, that the wording ties to a multiple between them.

    Args:
        last: How many times.
        levels: The figures that it can be of.
        text: The text of the source.
    """
    own = [f for f in levels if f.sentence == last.sentence and not f.is_cell and f is not last]
    for one, other in permutations(own, 2):
        if one.unit != other.unit or sum(f.unit == one.unit for f in own) != 2:
            continue
        if one.value.end > last.value.start or last.value.end > other.value.start:
            continue
        gap = between(text, last, other)
        if not _CLAUSE.search(between(text, one, last)) and _TIMES_IT.search(gap) and not _BREAK.search(gap):
            return one, other
    return None


def reach(figure: Figure) -> Interval:
    """Return how far a figure can lie from what is printed before the wording is wrong."""
    if figure.value.hedge == "approx":
        return figure.expected.widened(LEEWAY)
    if figure.value.hedge == "nearly":
        return figure.expected.widened(SHORTFALL)
    return figure.possible


def _from_to(one: Figure, other: Figure, text: str) -> tuple[Figure | None, Figure | None]:
    """Return the old and the new figure of "from A to B" or "to B from A"."""
    gap = between(text, one, other)
    if len(gap) > _FROM_TO or _BREAK.search(gap):
        return None, None
    if FROM.search(before(text, one)) and TO.search(before(text, other)):
        return one, other
    if TO.search(before(text, one)) and FROM.search(before(text, other)):
        return other, one
    return None, None


def _two_times(
    one: Figure, other: Figure, own: Sequence[Figure], text: str
) -> tuple[Figure | None, Figure | None]:
    """Return the old and the new figure of one thing at two times, where a sentence holds no others.

    "A ticket, which cost 4 in March, now costs 5".
    """
    subject = one.key.claim.subject
    behind = text[other.value.end : other.value.end + 24]
    of_one = not other.value.counted or bool(one.key.counted & other.key.counted)
    if of_one and _IN_YEAR.search(between(text, one, other)) and _NOW.search(behind):
        return one, other
    alike = subject == other.key.claim.subject and bool(subject) and one.unit != "count"
    if not alike or sum(f.unit == one.unit for f in own) != 2:
        return None, None
    (start, _), (later, _) = one.span, other.span
    if start is None or later is None or start == later:
        return None, None
    return (one, other) if start < later else (other, one)


def _of_sentence_before(last: Figure, levels: Sequence[Figure], text: str) -> Iterator[tuple[Figure, Figure]]:
    """Yield the only two figures of the sentence before, at two times: "This means a fall of 12%"."""
    pointed = _that_is().search(last.sentence_text.partition(last.value.surface)[0])
    if not pointed or _AGAINST.search(text[last.value.end : last.value.end + 24]):
        return
    two = [f for f in levels if last.sentence - f.sentence == 1 and not f.is_cell]
    if len(two) == 2 and two[0].unit == two[1].unit and two[0].terms == two[1].terms:
        (start, _), (later, _) = two[0].span, two[1].span
        once = [bool(_ONCE.search(before(text, f, _FROM_TO))) for f in two]
        if start and later and start != later:
            yield (two[0], two[1]) if start < later else (two[1], two[0])
        elif once[0] != once[1]:
            yield (two[0], two[1]) if once[0] else (two[1], two[0])


def _is_told(one: Figure, other: Figure, last: Figure, own: Sequence[Figure], text: str, behind: str) -> bool:
    """Whether the change stands where it can only be that of two figures, the first of them named first."""
    if other.value.end <= last.value.start:
        if any(other.value.end <= f.value.start < last.value.start for f in own):
            return False
        gap = between(text, other, last)
        if _BRACKET.search(gap) or _OR_BY.search(gap):
            return True
        return bool(_apposed().search(gap)) and not _AGAINST.search(behind)
    return last.value.end <= one.value.start and bool(_THEN_FROM.search(between(text, last, one)))


@cache
def _that_is() -> re.Pattern[str]:
    """ "This means a fall of", "That represents a modest increase of"."""
    ways = claims_vocabulary("changes")
    nouns = "|".join(sorted(re.escape(word) for way in ("up", "down") for word in ways[way]["nouns"]))
    return re.compile(
        rf"^\W*(?:that|this)(?:['’]s| is| was| makes| represents| meant| means)\san?\s(?:[a-z-]+\s){{0,2}}"
        rf"(?:{nouns})\s(?:of|by)\s[^\d.;:,]{{0,16}}$",
        re.I,
    )


@cache
def _apposed() -> re.Pattern[str]:
    """ "…, a rise of", "…, or a modest increase of about"."""
    ways = claims_vocabulary("changes")
    nouns = "|".join(sorted(re.escape(word) for way in ("up", "down") for word in ways[way]["nouns"]))
    return re.compile(
        rf"^[^.;:]{{0,40}}(?:,|\s[–—-])\s(?:or\s|that is\s|which is\s)?an?\s(?:[a-z-]+\s){{0,2}}"
        rf"(?:{nouns})\s(?:of|by)\s[^\d.;:,]{{0,16}}$",
        re.I,
    )

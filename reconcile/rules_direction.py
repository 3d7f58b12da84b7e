"""Which way a figure is said to have gone, against its two values: "fell from 12 to 9", "9, down from 12"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from claims.vocabulary import load as claims_vocabulary
from reconcile.figures import Figure, from_to
from reconcile.rules import FROM, TO, Finding, before, between, by_sentence
from reconcile.vocabulary import load

# A movement and its two figures are one phrase.
_PHRASE = 40
_CLAUSE = 90
_UP_FROM = re.compile(r"\b(up|down)\sfrom\s[^\d.]{0,8}$", re.I)
_BREAK = re.compile(r"[.;:]\s|\d|\b(?:while|whereas|but)\b")
_DENIED = re.compile(r"\b(?:not(?! only| just)|never|no|without|instead of|rather than)\b", re.I)


def direction(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """A rise or a fall that is told in words against its two figures."""
    levels = sorted((f for f in figures if f.is_level and not f.is_cell), key=lambda f: f.value.start)
    for sentence in by_sentence(levels):
        for one, other in pairwise(sentence):
            if (
                one.unit != other.unit
                or one.number == other.number
                or len(between(text, one, other)) > _PHRASE
            ):
                continue
            found = _from_to(one, other, text) or _up_from(one, other, text)
            made = _finding(*found) if found is not None else None
            if found is not None and made is not None and (made.fits or _is_sure(*found, text)):
                yield made


def _is_sure(old: Figure, new: Figure, word: str, text: str) -> bool:
    """Whether a movement is surely that of the two: "to 6% against 7%" may be of two places."""
    first = min(old, new, key=lambda f: f.value.start)
    clause = text[max(0, first.value.start - _CLAUSE) : first.value.start].lower()
    told = re.search(r"\bfrom\s[^\d.]{0,8}$", before(text, old)) is not None
    return told and not re.search(r"ed\b", clause.rpartition(word)[2])


def _from_to(one: Figure, other: Figure, text: str) -> tuple[Figure, Figure, str] | None:
    """Return the old figure, the new one and the movement of "rose from A to B" or "rose to B from A"."""
    if _BREAK.search(between(text, one, other)):
        return None
    if FROM.search(before(text, one)) and TO.search(before(text, other)):
        old, new = one, other
    elif TO.search(before(text, one)) and FROM.search(before(text, other)):
        old, new = other, one
    else:
        return None
    word = _movement(text[max(0, one.value.start - _CLAUSE) : one.value.start])
    return (old, new, word) if word else None


def _up_from(new: Figure, old: Figure, text: str) -> tuple[Figure, Figure, str] | None:
    """Return the old figure, the new one and the movement of "B, up from A"."""
    found = _UP_FROM.search(before(text, old))
    if found is None or _BREAK.search(between(text, new, old)):
        return None
    return old, new, found[1].lower()


def _movement(words: str) -> str:
    """Return the word for a movement before a from–to, or "" where there is none or something else was done.

    "Growth slowed from 5% to 3%" tells of no growth of the two, "falling costs went from" of no fall.
    """
    clause = _BREAK.split(words)[-1]
    if _DENIED.search(clause):
        return ""
    others: list[str] = load("directions")["acts"]
    for word in reversed(re.findall(r"[a-z]+", clause.lower())):
        if word in _ways():
            return str(word)
        if word in others:
            return ""
    return ""


@cache
def _ways() -> dict[str, int]:
    """Return the words for a rise (1) and a fall (-1) that leave no doubt which of two numbers is larger."""
    table = claims_vocabulary("changes")
    judged = frozenset(table["judged"]["words"])
    return {
        word: sign
        for way, sign in (("up", 1), ("down", -1))
        for key in ("verbs", "with_by", "nouns")
        for word in table[way][key]
        if word not in judged
    }


def _finding(old: Figure, new: Figure, word: str) -> Finding | None:
    rose = new.number > old.number
    fits = rose == (_ways()[word] > 0)
    if not fits and (not _is_known(old, new) or old.possible.meets(new.possible) or old.number < 0):
        return None  # a loss grows from −4 to −9
    way = "a rise" if rose else "a fall"
    said = f"as “{word}” says" if fits else f"but the text says “{word}”"
    return Finding(
        (old, new),
        fits,
        new.number - old.number,
        f"{from_to(old, new)} is {way}, {said}",
    )


def _is_known(old: Figure, new: Figure) -> bool:
    """Whether two figures are amounts beyond doubt; bare numbers may be places ("from 3 to 5")."""
    return old.unit != "count" or bool(old.value.counted or new.value.counted)


# So many sentences back the figure may stand that another is said to rise or fall to.
_BACK = 4
_TO_HERE = re.compile(r"\bto\s(?:[a-z]+\s){0,2}[^\w\s]?$", re.I)


def course(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """ "Demand reached 93. By 2050 it will soar to 180": the figure before it that is of the same thing."""
    levels = sorted((f for f in figures if f.is_level and not f.is_cell), key=lambda f: f.value.start)
    for at, new in enumerate(levels):
        ahead = text[max(0, new.value.start - _CLAUSE) : new.value.start]
        if not _TO_HERE.search(ahead[-24:]) or FROM.search(ahead) or not (word := _movement(ahead)):
            continue
        told = [f for f in levels[:at] if 0 < new.sentence - f.sentence <= _BACK and f.unit == new.unit]
        old = next((f for f in reversed(told) if _is_one_thing(f, new)), None)
        made = _finding(old, new, word) if old is not None and old.number != new.number else None
        if made is not None and made.fits:
            yield made


def _is_one_thing(old: Figure, new: Figure) -> bool:
    """Whether one figure is told of an earlier time than another of the same measure and holder."""
    (_, end), (start, _) = old.span, new.span
    later = (end is not None and start is not None and end < start) or new.key.claim.modality in _AHEAD
    one = bool(old.key.holders & new.key.holders) or not (old.key.holders and new.key.holders)
    told, again = old.key.predicate, new.key.predicate
    named = old.key.claim.measure.lower() == new.key.claim.measure.lower()
    alike = named or again <= old.key.context or told <= new.key.context
    return later and one and alike and bool(told & again)


_AHEAD = frozenset({"projection", "plan"})

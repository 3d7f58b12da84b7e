"""Places in an order: ordinals ("fifth", "the third walkout") and superlatives ("the second-largest")."""

from collections.abc import Sequence

from claims.figures import units
from claims.figures.numbers import Number
from claims.figures.readings import Reading
from claims.figures.spelled import lower
from claims.figures.surroundings import listed
from claims.figures.units import Unit
from claims.figures.words import Word

RANK = Unit("rank", "rank", "rank")


def rank(words: Sequence[Word], reading: Reading) -> None:
    """Decide what an ordinal is: a rank, how long something has lasted, or a name."""
    at, after = reading.first, lower(words, reading.last)
    hyphen = after == "-" and words[reading.last].glued
    if lower(words, reading.last + hyphen) in listed("superlatives", "words") | listed(
        "superlatives", "tied"
    ):
        reading.last += 1 + hyphen
    elif hyphen or _is_name(words, reading, after):
        reading.mark = "label"
        return
    found = units.match(words, reading.last)
    if (
        found
        and found[0].dimension in {"time", "month", "year"}
        and lower(words, at - 2) in listed("ordinals", "into")
    ):
        reading.unit, reading.last, reading.kind = found[0], found[1], "duration"
        reading.surface = (reading.number_last, found[1])
        return
    reading.unit, reading.kind = RANK, "rank"
    reading.first -= at > 0 and words[at - 1].lower == "the"


def _is_name(words: Sequence[Word], reading: Reading, after: str) -> bool:
    """Whether an ordinal ranks nothing: "the first lady", "must first obtain", "the Second Army"."""
    at = reading.first
    if " ".join(word.lower for word in words[max(0, at - 2) : reading.last + 1]) in listed(
        "ordinals", "idioms"
    ):
        return True
    if lower(words, at - 1) in listed("ordinals", "placed") and after in {"and", ",", "."}:
        return False
    if after in listed("ordinals", "not_before") or lower(words, at - 1) in listed("ordinals", "not_after"):
        return True
    if words[at].tag == "NNP" and words[at].kind == "letters" and reading.last > at + 1:
        return True
    return words[at].tag == "RB" and (after in {",", "."} or _before_verb(words, reading.last))


def superlatives(words: Sequence[Word]) -> list[Reading]:
    """Read "the largest", "the lowest", "its biggest": rank one."""
    found = []
    plain, tied = listed("superlatives", "words"), listed("superlatives", "tied")
    for at, word in enumerate(words):
        first_of_all = word.lower in plain or (word.lower in tied and _is_tied(words, at))
        if first_of_all and _ranks(words, at):
            number = Number(at, at + 1, 1.0, 1.0, 1.0, 1.0, 0.0, "ordinal")
            first = at - (words[at - 1].lower == "the")
            found.append(Reading(number, None, first, at + 1, at + 1, 1.0, 1.0, 0.0, unit=RANK, kind="rank"))
    return found


def _before_verb(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and words[at].tag.startswith("VB")


def _is_tied(words: Sequence[Word], at: int) -> bool:
    return any(word.lower in listed("superlatives", "ties") for word in words[at + 1 : at + 5])


def _ranks(words: Sequence[Word], at: int) -> bool:
    """Whether the superlative claims first place and is no turn of phrase ("among the largest")."""
    if at == 0:
        return False
    before = words[at - 1]
    if before.lower not in {"the", "its", "their", "my", "our", "his", "her"} and not before.lower.endswith(
        "'s"
    ):
        return False
    return lower(words, at - 2) not in listed("superlatives", "not_after")

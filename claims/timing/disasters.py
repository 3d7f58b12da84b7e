"""Figures of the sudden disaster that a text is about: of its day, though their own sentences do not say so.

What is found here is noted on the claim for whoever reads it, and gives no figure a period before two of them
are compared: a toll of the first morning and one of a month later are of one event, and the later replaces
the other.
"""

from collections.abc import Iterable, Sequence, Set
from functools import cache
from typing import TYPE_CHECKING, Literal

from claims.model import Claim
from claims.timing.event_notes import within
from claims.timing.one_day import EventDay
from claims.timing.tenses import Tense
from claims.timing.told import Told
from claims.vocabulary import load

if TYPE_CHECKING:
    from claims.tokens import Span

Role = Literal["toll", "scene", ""]
Days = tuple[str | None, str | None]

_KIND = "crash"
_OFTEN = 2
_TOLD = ("actual", "estimate", "reported")


@cache
def _listed(kind: str, key: str) -> frozenset[str]:
    return frozenset(load("event_days")[kind][key])


class Disaster:
    """What a text says of a disaster: whether it is about one, and which of its figures are of that day."""

    def __init__(self) -> None:
        self._opens, self._often = False, 0

    def enter(self, span: "Span", *, opening: bool) -> None:
        """Note whether a sentence tells of a disaster.

        Args:
            span: The parsed sentence.
            opening: Whether it is the headline or one of the first sentences.
        """
        if _tells(span):
            self._often += 1
            self._opens |= opening

    def note(self, claim: Claim, role: Role, days: Sequence[EventDay], named: Iterable[Days] = ()) -> str:
        """Say of a figure that it is of the disaster that the text is about, and on which day that was.

        Args:
            claim: A figure without a period.
            role: What it would tell of a disaster.
            days: The events that the text puts on one day.
            named: First and last days of the times that its sentence names.

        Returns:
            The note, or "".
        """
        if not role or not (self._opens or self._often >= _OFTEN) or claim.modality not in _TOLD:
            return ""
        known = {event.day.start: event.day for event in days if event.kind == _KIND}
        if len(known) > 1:
            return ""
        day = next(iter(known.values()), None)
        if not set(named) <= ({(day.start, day.end)} if day is not None else set()):
            return ""  # "in 1968, when a quake killed 97"
        at = (day.start or "", day.text) if day is not None else ("", "")
        return within(_KIND, *at, toll=role == "toll")


def _tells(span: "Span") -> bool:
    """Tell whether a sentence names a sudden disaster or says that something collided, sank or blew up."""
    lemmas = span.doc.lemmas
    if not lemmas.isdisjoint(_listed(_KIND, "nouns")):
        return True
    acts = _listed("disaster", "acts")
    return not lemmas.isdisjoint(acts) and any(
        word.pos_ == "VERB" and word.lemma_.lower() in acts for word in span
    )


def role_of(told: Told, lemmas: Set[str], when: Tense) -> Role:
    """Return what a figure of a sentence would tell of a disaster.

    Args:
        told: The figure.
        lemmas: The lemmas of its clause.
        when: The tense of that.
    """
    if when not in ("past", "none") or told.is_old or told.measure == "age":
        return ""
    return role_in_disaster(lemmas, told.measure)


def role_in_disaster(lemmas: Set[str], measure: str) -> Role:
    """Return what a figure beside some words tells of a disaster: whom it hit, what went on, or nothing.

    Args:
        lemmas: The lemmas of its clause.
        measure: What it measures ("deaths"), or the label of its row ("Died").
    """
    forms = [word.strip("()*:,") for word in measure.lower().split()]
    lemmas = lemmas | {form.removesuffix(ending) for form in forms for ending in ("", "s", "d", "ed")}
    if lemmas & _listed("apart", "words"):
        return ""
    if lemmas & _listed("disaster", "tolls"):
        return "toll"
    return "scene" if lemmas & (_listed("disaster", "scene") | _listed(_KIND, "figures")) else ""

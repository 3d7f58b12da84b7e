"""Words of a measure that its sentence does not say: taken from the numbers or the story told before."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from claims.framing.frame import Frame

if TYPE_CHECKING:
    from claims.framing.memory import Memory
    from claims.tokens import Doc

SHARED = "shared with the number before it"
_WORD = re.compile(r"[^\W\d_]{3,}")
_STEM = 5


@dataclass(frozen=True, slots=True)
class Carried:
    """What a text had told before a number, which its measure may take words from.

    Attributes:
        lead: What the sentence before a list announced.
        counted: The things last counted.
        measured: What was measured.
    """

    lead: str
    counted: str
    measured: tuple[str, ...]

    @classmethod
    def by(cls, memory: "Memory") -> Self:
        """Return what a text has told so far.

        Args:
            memory: What it has said.
        """
        measures = (memory.part, memory.measure, memory.said, memory.amount[0], memory.ranked[0])
        measured = dict.fromkeys((*measures, *memory.measures.values()))
        return cls(memory.lead, memory.counted, tuple(measured))

    def note(self, measure: str, frame: Frame, doc: "Doc") -> str:
        """Say from where a measure has words that its sentence does not give, or "" where it has none.

        Args:
            measure: What the number measures.
            frame: The frame that the sentence alone gives.
            doc: The sentence.
        """
        if frame.shared:
            return SHARED
        foreign = stems(measure) - stems(frame.measure)
        foreign = foreign - stems(doc.text) if foreign else foreign
        if not foreign:
            return ""
        if foreign & stems(self.lead):
            return f"announced before the list, “{self.lead}”"
        if foreign & stems(self.counted):
            return f"the things counted before, “{self.counted}”"
        return next((f"measured before, “{words}”" for words in self.measured if foreign & stems(words)), "")


def of_goods(measure: str, goods: str | None, doc: "Doc") -> str:
    """Say that a measure has the goods from the article, where the sentence does not name them; else ""."""
    taken = goods is not None and goods in measure and not stems(goods) <= stems(doc.text)
    return f"the article tells of amounts of “{goods}”" if taken else ""


def stems(words: str) -> frozenset[str]:
    """Return how the words of a phrase begin, short ones left out: "exported" tells of "exports"."""
    return frozenset(word[:_STEM] for word in _WORD.findall(words.lower()))

"""Phrases on many topics, each with what it says: ``phrases.txt`` explains how that is written."""

from pathlib import Path

import pytest

from claims.model import Quantity
from claims.quantities import quantities

LINES = Path(__file__).with_name("phrases.txt").read_text(encoding="utf-8").splitlines()
PHRASES = [line.rsplit("|", 1) for line in LINES if line and not line.startswith("#")]
SIGNS = {"approx": "~", "nearly": "nearly ", "over": ">", "at_least": ">=", "under": "<", "at_most": "<="}
LINKS = {"change": " -> ", "score": " : ", None: " to "}


def _shown(quantity: Quantity) -> str:
    ends = [end for end in (quantity.low, quantity.high) if end is not None]
    numbers = [f"{end:.6g}" if abs(end) < 1 else f"{end:.12g}" for end in ends]
    value = numbers[0] if ends[0] == ends[-1] else LINKS[quantity.pair].join(numbers)
    words = [SIGNS.get(quantity.hedge, "") + value, quantity.unit, quantity.direction or ""]
    return " ".join(word for word in words if word)


@pytest.mark.parametrize(("text", "wanted"), PHRASES, ids=[text.strip() for text, _ in PHRASES])
def test_phrase_is_read_as_a_careful_person_reads_it(text, wanted):
    assert "; ".join(map(_shown, quantities(text.strip()))) == wanted.strip()


def test_no_phrase_is_listed_twice():
    texts = [text.strip() for text, _ in PHRASES]
    assert len(set(texts)) == len(texts) > 300

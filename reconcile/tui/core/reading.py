"""Read and compare the sources step by step, saying after each step what there is."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.model import Claim, Source
    from claims.sources import Problem
    from reconcile.result import Reconciliation

# A first comparison is made at 2, 4, 8 … sources, while all of them took less than this part of the time.
_PART_FOR_FIRST_LOOKS = 0.2


@dataclass
class Progress:
    """How far the reading is.

    Attributes:
        stage: What is being done.
        sources: Name of each source and how many claims it makes; None where that is not known yet.
        result: What the sources read so far give; None before the first two are compared.
        done: Whether everything has been read and compared, and decisions can be made.
        problems: What could not be read.
        failure: Why the work could not go on; "" where it could.
    """

    stage: str = "Reading"
    sources: dict[str, int | None] = field(default_factory=dict)
    result: "Reconciliation | None" = None
    done: bool = False
    problems: "Sequence[Problem]" = ()
    failure: str = ""

    @property
    def read(self) -> int:
        """Number of sources whose claims are known."""
        return sum(count is not None for count in self.sources.values())


Load = Callable[[], "tuple[Sequence[Source], Sequence[Problem]]"]
Tell = Callable[[Progress], None]


def read(load: Load, tell: Tell) -> "Reconciliation":
    """Read, extract and compare.

    Args:
        load: Gives the sources, and what could not be read.
        tell: Called after each step; may raise to end the work.

    Returns:
        What all sources give.
    """
    from claims.extract import extract
    from claims.language import pipeline
    from reconcile.engine import reconcile_claims

    progress = Progress()
    tell(progress)
    sources, progress.problems = load()
    sources = sorted(sources, key=lambda source: source.name)
    progress.sources = dict.fromkeys((source.name for source in sources), None)
    progress.stage = "Loading the language model"
    tell(progress)
    pipeline()
    progress.stage = "Reading claims"
    tell(progress)
    claims: list[Claim] = []
    begun, looking = time.monotonic(), 0.0
    for number, source in enumerate(sources, 1):
        found = extract(source)
        claims += found
        progress.sources[source.name] = len(found)
        now = time.monotonic()
        affordable = looking <= _PART_FOR_FIRST_LOOKS * (now - begun)
        if affordable and _is_power(number) and number < len(sources):
            progress.result = reconcile_claims(sources[:number], claims)
            looking += time.monotonic() - now
        tell(progress)
    progress.stage = "Comparing"
    tell(progress)
    return reconcile_claims(sources, claims)


def _is_power(number: int) -> bool:
    return number > 1 and number & (number - 1) == 0

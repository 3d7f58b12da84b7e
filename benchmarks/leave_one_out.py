"""Tune the thresholds of matching and comparing on all annotated stories but one, and score that one.

A threshold is tried at the values below, one after the other; the best for the other stories is kept: as many
conflicts and agreements as can be found without a flag that nobody wanted. The score of the story left out is
what a new story may expect of thresholds that were not made for it.

    python benchmarks/leave_one_out.py [STORY …]
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import claims
from claims.extract import extract
from claims.model import Claim, Source
from reconcile.engine import reconcile_claims
from tests import annotated, gold, whole

# Module and name of a threshold -> the values to try.
GRID: dict[tuple[str, str], tuple[float, ...]] = {
    ("reconcile.match", "JOIN"): (0.5, 0.6, 0.7),
    ("reconcile.match", "JOIN_FACTS"): (0.4, 0.5, 0.6),
    ("reconcile.beside", "ONE_MATTER"): (0.3, 0.4, 0.55),
    ("reconcile.beside", "SAME_SENTENCE"): (0.3, 0.4, 0.6),
    ("reconcile.gates_values", "SAME_ASSERTION"): (0.5, 0.6, 0.7),
    ("reconcile.gates_values", "RARE_WORDS"): (0.7, 1.0, 1.3),
    ("reconcile.certainty", "SURE"): (0.65, 0.72, 0.8),
    ("reconcile.gates_scope", "SMALL_QUALIFIER"): (0.2, 0.34, 0.5),
}

Story = tuple[Sequence[Source], Sequence[Claim], Any, Any]
Scores = tuple[
    int, int, int, int, int
]  # false alarms, conflicts found and wanted, agreements found and wanted


def stories() -> dict[str, Story]:
    """Read every annotated story that is here, once."""
    found: dict[str, Story] = {}
    for name in (*gold.CORPORA, *annotated.STORIES):
        if name in annotated.STORIES:
            folder, (wanted, groups) = annotated.FOLDER / name, annotated.load(name)
        elif gold.available(name) and whole.folder(name).exists():
            folder, (wanted, groups) = whole.folder(name), gold.scorer().load(gold.GOLD / name)
        else:
            continue
        sources, _ = claims.load_all([str(folder)])
        sources = sorted(sources, key=lambda source: source.name)
        found[name] = (sources, [claim for source in sources for claim in extract(source)], wanted, groups)
    return found


def scored(story: Story) -> Scores:
    """Compare a story's claims with the thresholds as they stand, and count."""
    sources, read, wanted, groups = story
    output = json.loads(json.dumps(reconcile_claims(sources, read).as_json()))
    report = gold.scorer().score(wanted, groups, output)[0]
    conflicts = report["conflicts"]
    agreed, agreements = map(int, report["groups"].get("agree", "0/0").split("/"))
    found = round(conflicts["recall"] * conflicts["gold_groups"])
    alarms = (
        conflicts["false_alarms_on_known_pairs"] + conflicts["flagged_pairs"] - conflicts["flagged_in_gold"]
    )
    return alarms, found, conflicts["gold_groups"], agreed, agreements


@contextmanager
def thresholds(values: Mapping[tuple[str, str], float]) -> Iterator[None]:
    """Set thresholds for a while."""
    before = {at: getattr(import_module(at[0]), at[1]) for at in values}
    try:
        for (module, name), value in values.items():
            setattr(import_module(module), name, value)
        yield
    finally:
        for (module, name), value in before.items():
            setattr(import_module(module), name, value)


def gain(scores: Sequence[Scores]) -> float:
    """Return how good thresholds are: conflicts count most, a flag that nobody wanted costs two."""
    return sum(found + 0.25 * agreed - 2 * alarms for alarms, found, _, agreed, _ in scores)


def tuned(others: Sequence[Story]) -> dict[tuple[str, str], float]:
    """Return the best thresholds for some stories, found one after the other."""
    best: dict[tuple[str, str], float] = {at: getattr(import_module(at[0]), at[1]) for at in GRID}
    for at, values in GRID.items():
        tried = []
        for value in values:
            with thresholds(best | {at: value}):
                tried.append((gain([scored(story) for story in others]), -abs(value - best[at]), value))
        best[at] = max(tried)[2]
    return best


def main() -> None:
    """Print, for each story, its score as thresholds stand and with thresholds tuned without it."""
    found = stories()
    print("story         as they stand           tuned without it        thresholds that changed")
    for name in sys.argv[1:] or found:
        best = tuned([story for other, story in found.items() if other != name])
        stand = scored(found[name])
        with thresholds(best):
            without = scored(found[name])
        changed = [
            f"{at[1]} {value}" for at, value in best.items() if value != getattr(import_module(at[0]), at[1])
        ]
        print(f"{name:13} {_line(stand)}   {_line(without)}   {', '.join(changed)}", flush=True)


def _line(scores: Scores) -> str:
    alarms, found, wanted, agreed, agreements = scores
    return f"{found:2}/{wanted:2} agree {agreed:2}/{agreements:2} extra {alarms:2}"


if __name__ == "__main__":
    main()

"""Learn how likely two figures answer one question, and measure it on the stories left out.

    python benchmarks/likelihood.py [--write] [FOLDER …]

Each annotated story is left out in turn; printed is the average precision (AP) of ranking its pairs, beside
that of the fit alone. With ``--write`` the weights of all stories go to
``reconcile/vocabulary/likelihood.toml``. Folders hold further annotated stories, which are only measured.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from reconcile.likelihood import features
from tests import annotated, gold, questions

WEIGHTS = Path(__file__).resolve().parents[1] / "reconcile" / "vocabulary" / "likelihood.toml"
RIDGE = 10.0
STEPS = 30
HEADING = """# How much what two figures share, or do not, says of whether they answer one question: log odds.
# Learned by benchmarks/likelihood.py from tests/annotated; do not edit by hand.
"""

Numbers = npt.NDArray[np.float64]
Rows = tuple[list[str], Numbers, Numbers, Numbers]


def rows_of(folder: Path, wanted: Sequence[Mapping[str, Any]], groups: Sequence[Mapping[str, Any]]) -> Rows:
    """Return the names of the features, those of each pair, whether it is one question, and its fit."""
    keys, weights = questions.keys_of(str(folder))
    same = questions.told_as_one(keys, wanted, groups)
    names: list[str] = []
    table, told, fitted = [], [], []
    for pair in questions.pairs_of(keys, weights):
        row = features(pair.a, pair.b, weights, pair.fit.who)
        names = names or list(row)
        table.append(list(row.values()))
        told.append(float(pair.ids in same))
        fitted.append(pair.fit.score)
    return names, np.array(table), np.array(told), np.array(fitted)


def learned(table: Numbers, told: Numbers) -> Numbers:
    """Return the weights, the bias last: ridge logistic regression by Newton's method."""
    spread = table.std(axis=0)
    spread[spread == 0] = 1.0
    scaled = np.hstack([table / spread, np.ones((len(table), 1))])
    weights = np.zeros(scaled.shape[1])
    penalty = np.full(scaled.shape[1], RIDGE)
    penalty[-1] = 0.0
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-np.clip(scaled @ weights, -30, 30)))
        gradient = scaled.T @ (likely - told) + penalty * weights
        curvature = (scaled * (likely * (1 - likely))[:, None]).T @ scaled + np.diag(penalty + 1e-9)
        weights = weights - np.linalg.solve(curvature, gradient)
    weights[:-1] /= spread
    return np.asarray(weights)


def average_precision(told: Numbers, likely: Numbers) -> float:
    """Return the mean of the precision at each pair that is one question, the likeliest first."""
    hits = told[np.argsort(-likely, kind="stable")]
    precision = np.cumsum(hits) / np.arange(1, len(hits) + 1)
    return float((precision * hits).sum() / max(1.0, hits.sum()))


def main() -> int:
    """Learn, measure and, if asked, write the weights."""
    parser = argparse.ArgumentParser(description="Learn the likelihood of one question.")
    parser.add_argument("folders", nargs="*", type=Path, help="further stories, in the scorer's format")
    parser.add_argument("--write", action="store_true", help="write the weights of all stories")
    options = parser.parse_args()
    if not gold.has_scorer():
        print("The scorer is not here, which tells what claim answers which.", file=sys.stderr)
        return 2
    stories = {name: rows_of(annotated.FOLDER / name, *annotated.load(name)) for name in annotated.STORIES}
    names = next(iter(stories.values()))[0]
    for left, (_, table, told, fitted) in stories.items():
        rest = [rows for name, rows in stories.items() if name != left]
        weights = learned(np.vstack([rows[1] for rows in rest]), np.concatenate([rows[2] for rows in rest]))
        _print(left, table, told, fitted, weights)
    weights = learned(
        np.vstack([rows[1] for rows in stories.values()]),
        np.concatenate([rows[2] for rows in stories.values()]),
    )
    for folder in options.folders:
        _, table, told, fitted = rows_of(folder, *gold.scorer().load(folder))
        _print(folder.name, table, told, fitted, weights)
    if options.write:
        lines = [f'"{name}" = {weight:.3f}' for name, weight in zip(names, weights[:-1], strict=True)]
        WEIGHTS.write_text(
            f"{HEADING}bias = {weights[-1]:.3f}\n\n[weights]\n" + "\n".join(lines) + "\n", encoding="utf-8"
        )
    return 0


def _print(name: str, table: Numbers, told: Numbers, fitted: Numbers, weights: Numbers) -> None:
    likely = table @ weights[:-1] + weights[-1]
    print(
        f"{name:12} {len(told):5} pairs, {int(told.sum()):3} of one question: "
        f"AP {average_precision(told, likely):.3f}, fit alone {average_precision(told, fitted):.3f}"
    )


if __name__ == "__main__":
    sys.exit(main())

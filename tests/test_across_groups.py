"""What two claims of two groups say of each other, where one claim fits the other but not its whole group."""

from claims.model import Claim
from reconcile.engine import reconcile_claims
from reconcile.result import Reconciliation
from tests.make import claim, exact, source


def _reconciled(claims: list[Claim]) -> Reconciliation:
    names = sorted({made.source for made in claims})
    text = " ".join(made.sentence for made in claims)
    return reconcile_claims([source(name, text, "2025-05-01") for name in names], claims)


def _verdict(result: Reconciliation, a: Claim, b: Claim) -> str | None:
    verdicts = {frozenset((pair.a, pair.b)): pair.verdict for pair in result.pairs}
    return verdicts.get(frozenset((a.id, b.id)))


def _outcome(source: str, words: str) -> Claim:
    return claim(source, "Tarn inquest", words, exact(77, "day"))


def test_a_forecast_is_held_against_the_outcome_of_another_group() -> None:
    forecast = claim("a.txt", "inquest jury", "length", exact(56, "day"), modality="projection")
    outcome = _outcome("b.txt", "length")
    wordy = [_outcome(name, "sittings") for name in ("c.txt", "d.txt", "e.txt")]
    result = _reconciled([forecast, outcome, *wordy])
    assert _verdict(result, forecast, outcome) == "projection_vs_actual"
    assert _verdict(result, forecast, wordy[0]) is None

"""Two claims -> a verdict with its reasons.

``TABLE`` is the decision table: the gates stand in their order, the first that fires decides, and every gate
passed is logged. A verdict does not depend on the order of the two claims.
"""

from collections.abc import Callable
from dataclasses import dataclass

from reconcile import (
    gates_adjusted,
    gates_agents,
    gates_causes,
    gates_denials,
    gates_extent,
    gates_parts,
    gates_records,
    gates_reports,
    gates_running,
    gates_samples,
    gates_scope,
    gates_setting,
    gates_source,
    gates_states,
    gates_status,
    gates_time,
    gates_values,
    replaced_figures,
)
from reconcile.certainty import doubt
from reconcile.doubts_matter import OF_ANOTHER_SIZE, is_of_another_size
from reconcile.keys import Key
from reconcile.pairing import Pairing, Reason, Setting
from reconcile.severity import bounds_of, exchange_of, explanation, resolution, severity

Gate = Callable[[Pairing], Reason | None]

TABLE: tuple[tuple[str, Gate], ...] = (
    # What is measured, and of whom
    ("unit", gates_scope.unit),
    ("headline", gates_source.headline),
    ("voices", gates_source.voices),
    ("revision", replaced_figures.revised),
    ("kind", gates_scope.kind),
    ("table", gates_parts.table),
    ("direction", gates_agents.one_way),
    ("subject", gates_scope.holder),
    ("subject", gates_source.told_apart),
    ("place", gates_scope.place),
    ("contrast", gates_scope.contrast),
    ("part and whole", gates_parts.part),
    # When
    ("running total", gates_running.running_total),
    ("period", gates_reports.counted_further),
    ("period", gates_time.period),
    ("age", gates_reports.grown_older),
    ("report", gates_reports.another_quote),
    ("report", gates_reports.later_report),
    ("before", gates_reports.before_change),
    ("record", gates_records.record),
    # How certain
    ("status", gates_status.status),
    ("offer", gates_reports.offer),
    ("setting", gates_setting.set_against),
    ("left out", gates_adjusted.adjusted),
    ("age group", gates_samples.age_group),
    ("counted", gates_scope.counted),
    ("measure", gates_scope.qualifier),
    # What is said
    ("cause", gates_causes.cause),
    ("state", gates_states.opposite_states),
    ("sides", gates_values.sides_of_act),
    ("denial", gates_denials.thing_denied),
    ("polarity", gates_values.polarity),
    ("holders", gates_values.two_holders),
    ("agent", gates_agents.two_agents),
    ("extent", gates_extent.extent),
    ("assertion", gates_values.assertion),
    ("sample", gates_samples.sample),
    ("beside", gates_source.beside),
    ("value", gates_values.values),
)

# No forecast, and no earlier figure, of one thing is of quite another size than what comes of it.
REPLACED = frozenset({"superseded", "projection_vs_actual"})
HARD = frozenset({"conflict", "possible_conflict", "internal_inconsistency"})
# From the gravest to the lightest: a group is as grave as its gravest pair.
GRAVITY = (
    "conflict",
    "internal_inconsistency",
    "possible_conflict",
    "superseded",
    "projection_vs_actual",
    "different_scope",
    "different_period",
    "agree",
    "not_comparable",
    "insufficient",
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What comparing two claims gave.

    Attributes:
        verdict: One of ``GRAVITY``.
        reasons: The gates in order; the effect of the deciding one is the verdict.
        severity: high, medium or low.
        fit: What made the two one question: facet -> what it added to their fit.
    """

    verdict: str
    reasons: tuple[Reason, ...]
    severity: str
    fit: tuple[tuple[str, float], ...]


def compare(a: Key, b: Key, setting: Setting) -> Verdict:
    """Compare two claims of one group.

    Args:
        a: The key of a claim.
        b: The key of another.
        setting: Weights, dates of the sources, names that are understood.
    """
    pair = Pairing.of(a, b, setting)
    passed: list[Reason] = []
    for facet, gate in TABLE:
        found = gate(pair)
        if found is not None:
            return _decided(pair, found, passed)
        passed.append(Reason(facet, "pass", _PASSED[facet]))
    raise AssertionError("the last gate decides every pair")


_PASSED = {
    "record": "Not the first, or the highest, since two years.",
    "unit": "Same unit.",
    "headline": "Not a headline above a text that gives its figure otherwise.",
    "voices": "Not set against each other by who gives the figure.",
    "revision": "Not told as what was expected, and what came.",
    "kind": "Same kind of measure.",
    "direction": "Not the same done the other way round.",
    "subject": "No other holder.",
    "place": "No other place or name.",
    "table": "Not two cells of one table.",
    "contrast": "No word excludes the other.",
    "part and whole": "Neither is a part of the other.",
    "running total": "Not a total that a later report raises.",
    "period": "No different period.",
    "age": "Not two ages of one who has grown older.",
    "report": "Neither is of a day after the other's report.",
    "before": "Neither is what was before a change that the other came after.",
    "status": "Same status.",
    "offer": "Not an offer that a later one replaces.",
    "setting": "Not set against each other by one source.",
    "left out": "Neither leaves out what the other counts in.",
    "age group": "Not shares of two ages.",
    "counted": "The same is counted.",
    "measure": "Nothing in the wording narrows only one side.",
    "cause": "Not two statements on a cause.",
    "state": "No opposite states.",
    "sides": "No opposite sides of one act.",
    "denial": "Neither denies a thing of the other's.",
    "polarity": "Neither denies the other.",
    "holders": "Not one place with two holders.",
    "agent": "Not one act with two who did it.",
    "extent": "Neither says of all what the other says of most.",
    "sample": "Not shares of two counts.",
    "beside": "Neither gives the other's figure in the same sentence.",
    "assertion": "A figure, not an assertion.",
}


def _decided(pair: Pairing, found: Reason, passed: list[Reason]) -> Verdict:
    """Apply what holds for every contradiction: inside one source, and with a facet missing."""
    verdict = found.effect
    exchanged = exchange_of(pair)
    notes = [Reason("currency", "note", exchanged)] if exchanged and found.facet == "value" else []
    # Who did it is asked by a gate that has its own doubts; the very number that is denied leaves none.
    decided = found.facet in ("agent", "direction", "extent", "headline", "score", "voices") or (
        found.facet == "polarity" and None not in (pair.a.number, pair.b.number)
    )
    if verdict in HARD and not decided and (why := doubt(pair)):
        passed = [*passed, Reason(found.facet, "note", found.text)]
        found, verdict = Reason("certainty", "insufficient", why), "insufficient"
    # The missing were many, and are few; or the text itself says that it is one thing.
    runs = found.facet in ("running total", "revision")
    if verdict in REPLACED and not runs and not pair.is_asserted and is_of_another_size(pair):
        found, verdict = Reason("certainty", "insufficient", OF_ANOTHER_SIZE), "insufficient"
    if verdict in HARD:
        missing = gates_time.missing_period(pair)
        if missing and not pair.is_asserted:
            notes.append(Reason("period", "missing", missing))
        if found.facet == "value":
            notes.append(Reason("bounds", "note", bounds_of(pair)))
        if pair.same_source and verdict == "conflict" and not pair.two_voices:
            verdict = "internal_inconsistency"
        if pair.same_source and verdict == "possible_conflict" and not pair.two_voices:
            verdict = "insufficient"
    grade = severity(pair, verdict)
    said = explanation(pair, verdict, found.text)
    closing = [Reason("resolution", "resolution", resolution(pair))] if verdict in HARD else []
    deciding = Reason(found.facet, verdict, said)
    return Verdict(verdict, (*passed, deciding, *notes, *closing), grade, pair.fit.waterfall)


__all__ = ["GRAVITY", "HARD", "SURE", "TABLE", "Verdict", "compare"]
SURE = gates_scope.SURE

"""A claim that was read wrongly is corrected through the tool's own readers and compared afresh."""

from dataclasses import replace
from pathlib import Path

import pytest

from claims.model import Claim, Datum, Kind, Source, Value
from reconcile.decisions import Correction, CorrectionError, Decision, read_correction, review
from reconcile.decisions.anchors import anchors
from reconcile.decisions.record_lines import from_line
from reconcile.result import Reconciliation
from tests.decided import claim_of, session, story, the_group
from tests.make import claim, exact, value

A, B = ("Peru", "copper output", 500.0), ("Peru", "copper output", 640.0)
RESULT = story({"a.txt": [A], "b.txt": [B]})
GROUP = the_group(RESULT)
CLAIM = claim_of(RESULT, "b.txt", 640.0)


def _source(result: Reconciliation, name: str) -> Source:
    return next(source for source in result.sources if source.name == name)


def _read(**typed: str) -> Correction:
    return read_correction(CLAIM, _source(RESULT, "b.txt"), **typed)


@pytest.mark.parametrize(
    ("typed", "low", "high", "unit", "hedge"),
    [
        ({"value": "500"}, 500, 500, "t", "exact"),  # the unit of the claim
        ({"value": "about 5 kilotons"}, 5000, 5000, "t", "approx"),
        ({"value": "over 90 %"}, 90, None, "%", "over"),
        ({"value": "90", "unit": "percent"}, 90, 90, "%", "exact"),
        ({"unit": "kg"}, 0.64, 0.64, "t", "exact"),
        ({"value": "between 500 and 600 tonnes"}, 500, 600, "t", "range"),
        ({"value": "$3 million"}, 3e6, 3e6, "USD", "exact"),
    ],
)
def test_a_value_is_read_as_it_is_in_an_article(
    typed: dict[str, str], low: float, high: float | None, unit: str, hedge: str
) -> None:
    read = _read(**typed)
    assert read.facets == ("value",) and read.typed == typed and read.value is not None
    assert (read.value.low, read.value.high, read.value.unit, read.value.hedge) == (low, high, unit, hedge)


@pytest.mark.parametrize(
    ("figure", "kind", "typed", "low", "high", "unit", "hedge"),
    [
        # What is not typed is that of the claim.
        (value(90.0, None, "%", "over", surface="over 90 %"), "share", "67", 67, 67, "%", "exact"),
        (value(90.0, None, "%", "over", surface="over 90 %"), "share", "about 67", 67, 67, "%", "approx"),
        (exact(3e6, "USD", surface="$3 million"), "money", "4 million", 4e6, 4e6, "USD", "exact"),
        (exact(3e6, "USD", surface="nearly US$3 million"), "money", "4 bn", 4e9, 4e9, "USD", "exact"),
        (exact(12.0, "count", counted="people", surface="12"), "count", "21", 21, 21, "count", "exact"),
        (exact(3.4e6, "EUR", surface="3.4"), "money", "4.3", 4.3e6, 4.3e6, "EUR", "exact"),
        (exact(5.0, "t/day", surface="5 tonnes a day"), "quantity", "6", 6, 6, "t/day", "exact"),
        # A fall stays a fall, a rank a rank, a date a date.
        (exact(-5.0, "%", surface="5 %", direction="down"), "growth", "7", -7, -7, "%", "exact"),
        (exact(2.0, "rank", surface="second"), "rank", "3rd", 3, 3, "rank", "exact"),
        (
            value("2024-05-01", "2024-05-01", "date", surface="1 May 2024"),
            "date",
            "3 June 2024",
            "2024-06-03",
            "2024-06-03",
            "date",
            "exact",
        ),
        (
            value("2024-05-01", "2024-05-01", "date", surface="1 May 2024"),
            "date",
            "by June 2024",
            None,
            "2024-06-30",
            "date",
            "at_most",
        ),
    ],
)
def test_what_is_not_typed_is_that_of_the_claim(
    figure: Value, kind: Kind, typed: str, low: object, high: object, unit: str, hedge: str
) -> None:
    stated = replace(claim("b.txt", "Peru", "output", figure), kind=kind)
    read = read_correction(stated, _source(RESULT, "b.txt"), value=typed)
    assert read.value is not None and read.kind == kind
    assert (read.value.low, read.value.high) == pytest.approx((low, high)) if kind != "date" else True
    assert (read.value.unit, read.value.hedge, read.value.counted) == (unit, hedge, figure.counted)
    if kind == "date":
        assert (read.value.low, read.value.high) == (low, high)
        assert read.period is not None and read.period.end == high


@pytest.mark.parametrize(
    ("kind", "odd"),
    [
        ("date", Value(5.0, 5.0, "t", None, "exact", "5 t", None, 0, 3)),
        ("fact", Value(5.0, 5.0, "t", None, "exact", "5 t", None, 0, 3)),
        ("quantity", Value("2024-05-01", None, "date", None, "exact", "May", None, 0, 3)),
        ("applause", Value(5.0, 5.0, "%", None, "exact", "5 %", None, 0, 3)),
    ],
)
def test_whatever_a_ledger_holds_can_be_compared(kind: str, odd: Value) -> None:
    made = Decision(
        "correct",
        reviewer="Ann",
        id="odd",
        clock=1,
        group=GROUP.id,
        anchors=anchors(GROUP, RESULT),
        correction=Correction(CLAIM.id, value=odd, kind=kind),
    )
    found = review(RESULT, [[from_line(made.line())]])
    assert [entry.state for entry in found.entries] == ["applied"]
    assert next(item for item in found.result.claims if item.id == CLAIM.id).value is not None


def test_a_counted_thing_keeps_its_noun() -> None:
    counted = claim("b.txt", "flood", "dead", value(12, 12, counted="people", surface="12 people"))
    read = read_correction(counted, _source(RESULT, "b.txt"), value="21")
    assert read.value is not None and (read.value.low, read.value.counted) == (21, "people")
    assert read.kind == "count"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2023", "2023-01-01", "2023-12-31"),
        ("April–September 2025", "2025-04-01", "2025-09-30"),
        ("last year", "2024-01-01", "2024-12-31"),
    ],
)
def test_a_period_is_read_as_it_is_in_the_source(text: str, start: str, end: str) -> None:
    source = replace(_source(RESULT, "b.txt"), metadata={"published": Datum("2025-10-28", "test")})
    read = read_correction(CLAIM, source, period=text)
    assert read.period is not None and (read.period.start, read.period.end) == (start, end)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({}, "nothing was typed"),
        ({"value": "   "}, "nothing was typed"),
        ({"value": "a lot"}, "no number"),
        ({"value": "5 t or 7 kg"}, "several numbers"),
        ({"value": "5 or 7"}, "several numbers"),
        ({"period": "soon enough"}, "no time"),
        ({"period": "2023 and 2025"}, "several times"),
    ],
)
def test_what_cannot_be_read_is_one_clear_line(typed: dict[str, str], words: str) -> None:
    with pytest.raises(CorrectionError, match=words) as error:
        _read(**typed)
    assert "\n" not in str(error.value)


def _correct(workspace: Path, reviewer: str = "Ann", **typed: str) -> Correction:
    read = _read(**typed)
    session(RESULT, workspace, reviewer).decide(GROUP.id, "correct", correction=read)
    return read


def _corrected(workspace: Path) -> tuple[Reconciliation, Claim]:
    found = session(RESULT, workspace).result
    return found, next(item for item in found.claims if item.id == CLAIM.id)


def test_a_corrected_value_is_compared_afresh_and_closes_the_group(tmp_path: Path) -> None:
    assert GROUP.verdict == "conflict"
    _correct(tmp_path, value="500 t")
    result, now = _corrected(tmp_path)
    assert the_group(result).verdict == "agree"
    assert now.value is not None and (now.value.low, now.value.surface) == (500, "500 t")
    assert now.inferred["value"] == "corrected by Ann"  # never presented as stated
    assert CLAIM.value is not None and (now.value.start, now.value.end) == (
        CLAIM.value.start,
        CLAIM.value.end,
    )
    standing = session(RESULT, tmp_path).standing(the_group(result).id)
    assert standing.state == "done" and standing.decision and standing.decision.action == "correct"


def test_a_corrected_period_explains_the_difference(tmp_path: Path) -> None:
    result = story({"a.txt": [(*A, 2020)], "b.txt": [B]})
    at_work = session(result, tmp_path)
    wrong = claim_of(result, "b.txt", 640.0)
    read = read_correction(wrong, _source(result, "b.txt"), period="2021")
    at_work.decide(the_group(result).id, "correct", correction=read)
    assert the_group(at_work.result).verdict == "different_period"


def test_a_period_that_is_not_stated_is_taken_away(tmp_path: Path) -> None:
    result = story({"a.txt": [(*A, 2020)], "b.txt": [(*B, 2021)]})
    at_work = session(result, tmp_path)
    read = read_correction(claim_of(result, "b.txt", 640.0), _source(result, "b.txt"), period="none")
    assert read.facets == ("period",)
    at_work.decide(the_group(result).id, "correct", correction=read)
    assert claim_of(at_work.result, "b.txt", 640.0).period is None
    assert session(result, tmp_path).review == at_work.review


def test_a_corrected_subject_leaves_the_group_and_joins_another(tmp_path: Path) -> None:
    result = story({"a.txt": [A], "b.txt": [B], "c.txt": [("Chile", "copper output", 640.0)]})
    at_work = session(result, tmp_path)
    wrong = claim_of(result, "b.txt", 640.0)
    read = read_correction(wrong, _source(result, "b.txt"), subject="Chile")
    group = next(group for group in result.groups if wrong.id in group.claims)
    at_work.decide(group.id, "correct", correction=read)
    (joined,) = [group for group in at_work.result.groups if wrong.id in group.claims]
    verdicts = {frozenset((p.a, p.b)): p.verdict for p in joined.pairs}
    chile = claim_of(result, "c.txt", 640.0)
    assert verdicts[frozenset((wrong.id, chile.id))] == "agree"


def test_undo_brings_the_claim_back_as_it_was_read(tmp_path: Path) -> None:
    at_work = session(RESULT, tmp_path)
    at_work.decide(GROUP.id, "correct", correction=_read(value="500 t"))
    at_work.undo()
    assert at_work.result == RESULT and at_work.standing(GROUP.id).state == "open"
    at_work.redo()
    assert the_group(at_work.result).verdict == "agree"


def test_a_decision_on_the_value_before_it_was_corrected_is_stale(tmp_path: Path) -> None:
    session(RESULT, tmp_path, "Bob").decide(GROUP.id, "stands", chosen=[CLAIM.id])
    _correct(tmp_path, value="700 t")
    at_work = session(RESULT, tmp_path)
    standing = at_work.standing(the_group(at_work.result).id)
    assert standing.state == "stale" and "value was 640 t, it is 700 t now" in standing.why
    at_work.undo()
    assert at_work.standing(GROUP.id).state == "done"


def test_a_decision_on_the_corrected_value_counts_until_the_source_changes(tmp_path: Path) -> None:
    _correct(tmp_path, value="700 t")
    at_work = session(RESULT, tmp_path)
    group = the_group(at_work.result).id
    assert at_work.standing(group).state == "open"  # still in conflict
    at_work.decide(group, "stands", chosen=[CLAIM.id])
    assert session(RESULT, tmp_path).standing(group).state == "done"
    moved = story({"a.txt": ["A word first.", A], "b.txt": ["A word first.", B]})
    after = session(moved, tmp_path)
    assert after.standing(the_group(after.result).id).state == "done"


def test_later_corrections_add_up_facet_by_facet(tmp_path: Path) -> None:
    _correct(tmp_path, value="700 t", subject="Chile")
    _correct(tmp_path, period="2021")
    _correct(tmp_path, value="800 t")
    _, now = _corrected(tmp_path)
    assert now.value is not None and now.period is not None
    assert (now.value.low, now.subject, now.period.start) == (800, "Chile", "2021-01-01")


@pytest.mark.parametrize("edited", [("Peru", "copper output", 641.0), ("Peru", "copper output", 640.0, 2020)])
def test_a_correction_of_words_that_changed_is_stale_and_not_applied(
    tmp_path: Path, edited: tuple[str, str, float]
) -> None:
    _correct(tmp_path, value="500 t")
    found = session(story({"a.txt": [A], "b.txt": [edited]}), tmp_path).review
    assert the_group(found.result).verdict == "conflict"
    assert [entry.state for entry in found.entries] == ["stale"]
    assert found.standings[the_group(found.result).id].state == "stale"


def test_a_correction_follows_its_claim(tmp_path: Path) -> None:
    _correct(tmp_path, value="500 t")
    found = session(story({"a.txt": [A], "b.txt": ["A word first.", B]}), tmp_path).review
    assert the_group(found.result).verdict == "agree"


def test_two_who_correct_alike_agree(tmp_path: Path) -> None:
    _correct(tmp_path, "Ann", value="500 t")
    _correct(tmp_path, "Bob", value="0.5 kilotons")
    assert the_group(_corrected(tmp_path)[0]).verdict == "agree"


def test_two_who_correct_differently_dispute_until_one_is_upheld(tmp_path: Path) -> None:
    first = session(RESULT, tmp_path, "Ann").decide(GROUP.id, "correct", correction=_read(value="500 t"))
    other = session(RESULT, tmp_path / "elsewhere", "Bob")
    second = other.decide(GROUP.id, "correct", correction=_read(value="550 t"))
    found = review(RESULT, [[first], [second]])
    assert found.standings[GROUP.id].state == "disputed" and "value" in found.standings[GROUP.id].why
    assert found.result == RESULT  # neither is applied
    zoe = session(RESULT, tmp_path, "Zoe")
    session(RESULT, tmp_path, "Bob").decide(GROUP.id, "correct", correction=_read(value="550 t"))
    zoe.reload()
    assert zoe.standing(GROUP.id).state == "disputed"
    zoe.adjudicate(GROUP.id, first.id)
    assert the_group(zoe.result).verdict == "agree" and zoe.standing(the_group(zoe.result).id).state == "done"


def test_a_correction_read_from_a_ledger_is_what_was_typed_then(tmp_path: Path) -> None:
    made = _correct(tmp_path, value="about 5 kilotons", period="2021", measure="copper exports")
    (decision,) = session(RESULT, tmp_path).ledger.decisions
    assert decision.correction == made


def test_figures_are_equal_to_what_the_tests_make() -> None:
    assert CLAIM.value is not None and CLAIM.value.low == exact(640.0, "t").low

"""Two claims get the verdict that an editor would give them, and the reason says why."""

from typing import Any

import pytest

from claims.model import Claim
from reconcile.engine import reconcile_claims
from tests.make import claim, exact, period, source, value

DAY_1, DAY_2 = period("2024-03-01"), period("2024-03-05")
Y2022, Y2023 = period("2022-01-01", "2022-12-31"), period("2023-01-01", "2023-12-31")


def _verdict(a: Claim, b: Claim, **published: str) -> tuple[str, str]:
    names = sorted({a.source, b.source})
    sources = [source(name, f"{a.sentence} {b.sentence}", published.get(name)) for name in names]
    result = reconcile_claims(sources, [a, b])
    if not result.pairs:
        return "apart", ""
    pair = result.pairs[0]
    return pair.verdict, next((r.facet for r in pair.reasons if r.effect == pair.verdict), "")


def _toll(name: str, number: float, **more: Any) -> Claim:
    return claim(name, "Kestrel dam collapse", "people killed", exact(number, counted="people"), **more)


def _cement(name: str, number: float, **more: Any) -> Claim:
    return claim(name, "Norland", "cement production", exact(number, "t", step=number / 200), **more)


CASES = {
    "same number": (_cement("a", 5e6, period=Y2023), _cement("b", 5e6, period=Y2023), "agree"),
    "rounded": (_cement("a", 5.02e6, period=Y2023), _cement("b", 5e6, period=Y2023), "agree"),
    "other number": (_cement("a", 5e6, period=Y2023), _cement("b", 7e6, period=Y2023), "conflict"),
    "other year": (_cement("a", 5e6, period=Y2022), _cement("b", 7e6, period=Y2023), "different_period"),
    "one year missing": (_cement("a", 5e6, period=Y2022), _cement("b", 7e6), "conflict"),
    "forecast": (
        _cement("a", 5e6, period=Y2023, modality="projection"),
        _cement("b", 7e6, period=Y2023),
        "projection_vs_actual",
    ),
    "other holder": (
        _cement("a", 5e6, period=Y2023),
        claim("b", "Sudland", "cement production", exact(7e6, "t"), period=Y2023),
        "different_scope",
    ),
    "capacity": (
        _cement("a", 5e6, period=Y2023),
        claim("b", "Norland", "cement production capacity", exact(7e6, "t"), period=Y2023),
        "different_scope",
    ),
    "sides of a vote": (
        claim("a", "dam referendum", "no votes", exact(200, counted="votes"), period=DAY_1),
        claim("b", "dam referendum", "yes votes", exact(700, counted="votes"), period=DAY_1),
        "different_scope",
    ),
    "toll rises": (_toll("a", 12, period=DAY_1), _toll("b", 19, period=DAY_2), "superseded"),
    "goals add up": (
        claim("a", "Ana Roth", "league goals", exact(2, counted="league goals"), period=DAY_1),
        claim("b", "Ana Roth", "league goals", exact(11, counted="league goals"), period=DAY_2),
        "superseded",
    ),
    "a workforce that has shrunk": (
        claim("a", "Norland mill", "workforce", exact(900, counted="people"), period=DAY_1),
        claim(
            "b",
            "Norland mill",
            "workforce",
            exact(640, counted="people", surface="640"),
            period=DAY_2,
            sentence="The mill's workforce has since shrunk to 640.",
        ),
        "superseded",
    ),
    "toll of one day": (_toll("a", 12, period=DAY_1), _toll("b", 19, period=DAY_1), "conflict"),
    "currencies": (
        claim("a", "Norland", "stadium cost", exact(5e6, "EUR")),
        claim("b", "Norland", "stadium cost", exact(7e6, "GBP")),
        "not_comparable",
    ),
    "the event is described by one side only": (
        claim("a", "teachers' strike", "lessons cancelled", exact(130, counted="lessons")),
        claim("b", "strike", "lessons cancelled", exact(210, counted="lessons")),
        "conflict",
    ),
    "what is counted is also a word of reporting": (
        claim("a", "Norland", "claims filed", exact(2900, counted="claims")),
        claim("b", "Norland", "claims filed", exact(1900, counted="claims")),
        "conflict",
    ),
    "a part that the other's sentence names, too": (
        claim("a", "Norland", "hotels on the southern coast", exact(12, counted="hotels")),
        claim(
            "b",
            "Norland",
            "hotels",
            exact(12, counted="hotels"),
            sentence="Guests slept in 12 hotels in the south of Norland.",
        ),
        "agree",
    ),
    "a part of what stands before it": (
        claim("a", "Norland", "ferries", exact(18, counted="ferries", surface="18")),
        claim(
            "b",
            "Norland",
            "ferries",
            exact(4, counted="ferries", surface="four"),
            sentence="Norland has 18 ferries, four of them old.",
        ),
        "different_scope",
    ),
    "a part of the whole that opens the sentence": (
        claim(
            "a",
            "Norland",
            "ferries",
            exact(4, counted="ferries", surface="four"),
            sentence="Of the 18 ferries built, four sail for Norland.",
        ),
        claim("b", "Norland", "ferries", exact(9, counted="ferries", surface="nine")),
        "different_scope",
    ),
    "what is needed": (
        claim(
            "a",
            "Norland",
            "vaccination rate",
            exact(95, "%", surface="95%"),
            sentence="It lies below the 95% that is needed to stop the spread.",
        ),
        claim("b", "Norland", "vaccination rate", exact(78, "%")),
        "different_scope",
    ),
    "two dates of one event": (
        claim(
            "a", "Norland", "closure of the school", value("2025-03-09", "2025-03-09", "date"), period=DAY_1
        ),
        claim(
            "b", "Norland", "closure of the school", value("2025-03-11", "2025-03-11", "date"), period=DAY_2
        ),
        "conflict",
    ),
    "a poll and a result": (
        claim("a", "Norland", "support for the motion", exact(58, "%"), attribution="poll"),
        claim("b", "Norland", "support for the motion", exact(52, "%")),
        "projection_vs_actual",
    ),
    "the whole of a part": (
        claim(
            "a",
            "Norland",
            "ferries sold",
            exact(18, counted="ferries", surface="18 ferries"),
            sentence="Norland sold two of its 18 ferries.",
        ),
        claim("b", "Norland", "ferries sold", exact(3, counted="ferries", surface="three ferries")),
        "different_scope",
    ),
    "a toll of another year": (
        _toll("a", 12, period=period("2021-05-01")),
        _toll("b", 19, period=DAY_1),
        "different_period",
    ),
    "quite another size": (
        claim("a", "Norland", "flood damage", exact(1.2, "EUR", step=0.05)),
        claim("b", "Norland", "flood damage", exact(7e6, "EUR", step=5e5)),
        "insufficient",
    ),
    "a slip of scale": (
        claim("a", "Norland", "flood damage", exact(7.1e9, "EUR", step=5e7)),
        claim("b", "Norland", "flood damage", exact(7.1e6, "EUR", step=5e4)),
        "conflict",
    ),
    "headline and text": (
        _cement("a", 5e6, period=Y2023),
        _cement("a", 7e6, period=Y2023),
        "internal_inconsistency",
    ),
}


def test_a_place_in_the_table_of_a_season_that_is_over_is_not_the_place_now() -> None:
    last = claim("a", "Norrby Rovers", "position", exact(7, "rank"), kind="rank", period=Y2022)
    now = claim("late", "Norrby Rovers", "position", exact(5, "rank"), kind="rank")
    assert _verdict(last, now, late="2023-03-01")[0] == "different_period"


def test_the_new_end_of_a_change_is_not_held_against_the_year_of_the_old() -> None:
    old = _cement("a", 6.9e6, period=Y2022)
    new, other = _cement("a", 7.4e6), _cement("b", 6.2e6, period=Y2022)
    text = " ".join(made.sentence for made in (old, new, other))
    result = reconcile_claims([source("a", text), source("b", text)], [old, new, other])
    verdicts = {frozenset((pair.a, pair.b)): pair.verdict for pair in result.pairs}
    assert verdicts[frozenset((old.id, other.id))] == "conflict"
    assert verdicts[frozenset((new.id, other.id))] == "different_period"


@pytest.mark.parametrize("case", CASES)
def test_figures(case: str) -> None:
    a, b, wanted = CASES[case]
    got, _ = _verdict(a, b)
    assert got in ({wanted, "apart"} if wanted == "different_scope" else {wanted})


def _fact(name: str, subject: str, measure: str, thing: str | None = None, **more: Any) -> Claim:
    return claim(name, subject, measure, None, object=thing, **more)


FACTS = {
    "both affirm": (
        _fact("a", "Norland parliament", "approved the harbour treaty"),
        _fact("b", "Norland parliament", "has approved the harbour treaty"),
        "agree",
    ),
    "opposites": (
        _fact("a", "Norland parliament", "approved the harbour treaty"),
        _fact("b", "Norland parliament", "rejected the harbour treaty"),
        "conflict",
    ),
    "denied": (
        _fact("a", "Norland parliament", "debated the harbour treaty"),
        _fact("b", "Norland parliament", "debated the harbour treaty", polarity="negated"),
        "conflict",
    ),
    "course of events": (
        _fact("a", "ferry service to Norland", "is suspended"),
        _fact("b", "ferry service to Norland", "has resumed"),
        "superseded",
    ),
}


@pytest.mark.parametrize("case", FACTS)
def test_assertions(case: str) -> None:
    a, b, wanted = FACTS[case]
    assert _verdict(a, b)[0] == wanted


def test_an_earlier_stage_reported_later_contradicts() -> None:
    lifted = _fact("a", "Norland", "lifted the fishing ban", period=period("2024-05-02"))
    in_force = _fact("b", "Norland", "fishing ban remains in force", period=period("2024-09-01"))
    assert _verdict(lifted, in_force)[0] in ("conflict", "different_period")


def test_one_place_has_one_holder() -> None:
    a = claim("a", "Norland", "rank among tea exporters", exact(2, "rank"), period=Y2023)
    b = claim("b", "Sudland", "rank among tea exporters", exact(2, "rank"), period=Y2023)
    assert _verdict(a, b) == ("conflict", "rank")


def test_a_conflict_names_what_is_missing_and_what_would_resolve_it() -> None:
    sources = [source("a", "cement"), source("b", "cement")]
    result = reconcile_claims(sources, [_cement("a", 5e6, period=Y2022), _cement("b", 7e6)])
    (pair,) = result.pairs
    assert "b gives no year or date." in [r.text for r in pair.reasons if r.effect == "missing"]
    assert pair.reasons[-1].effect == "resolution"
    assert "It would be no conflict if" in pair.reasons[-1].text
    assert pair.severity != "low"


def test_gates_passed_are_logged_in_order() -> None:
    result = reconcile_claims([], [_cement("a", 5e6, period=Y2023), _cement("b", 7e6, period=Y2023)])
    passed = [reason.facet for reason in result.pairs[0].reasons if reason.effect == "pass"]
    assert passed.index("unit") < passed.index("period") < passed.index("status")


def test_a_source_that_gives_both_figures_does_not_contradict_with_the_older() -> None:
    both = "Net debt of the ferry line was 80 million against 95 million a year earlier."
    claims = [
        claim("a", "ferry line", "net debt", exact(80e6, "EUR", step=5e5), sentence=both),
        claim("a", "ferry line", "net debt", exact(95e6, "EUR", step=5e5), sentence=both),
        claim("b", "ferry line", "net debt", exact(80e6, "EUR", step=5e5)),
    ]
    result = reconcile_claims([], claims)
    assert result.open_conflicts == 0


def test_ranges_and_hedges_agree_where_a_reader_expects_it() -> None:
    about = claim("a", "Norland", "cement production", value(5e6, 5e6, "t", "approx", step=5e5), period=Y2023)
    assert _verdict(about, _cement("b", 5.2e6, period=Y2023))[0] == "agree"
    over = claim("a", "Norland", "cement production", value(5e6, None, "t", "over"), period=Y2023)
    assert _verdict(over, _cement("b", 4e6, period=Y2023))[0] == "conflict"


@pytest.mark.parametrize(("year", "verdict"), [("2035", "insufficient"), ("2024", "possible_conflict")])
def test_a_forecast_without_a_time_is_not_held_against_one_for_a_far_year(year: str, verdict: str) -> None:
    trams = ("Norland tram", "passengers a day")
    undated = claim("c", *trams, exact(30_000, "count/day"), modality="projection")
    span = period(f"{year}-01-01", f"{year}-12-31")
    dated = claim("d", *trams, exact(45_000, "count/day"), modality="projection", period=span)
    assert _verdict(undated, dated, c="2024-03-01", d="2024-03-01")[0] == verdict

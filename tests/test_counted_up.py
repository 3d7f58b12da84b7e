"""What is counted up to a day grows; what was done on a day may be done again; how far rounding reaches."""

import pytest

from claims.sources import from_text
from reconcile import reconcile
from reconcile.result import Pair

HEAD = "---\npublisher: {name}\ndate: {day}\n---\n\n{text}\n"
# What else the articles tell, so that the words of a case are not those of all claims.
REST = (
    " The harbour of Tolbeck has a new crane. Anna Berg leads the museum. The tram line will be 12 km long.",
    " Tolbeck has 40,000 inhabitants. Rain delayed the harvest of rye. The ferry to Lund sank in 2019.",
)


def verdicts(first: str, second: str) -> set[str]:
    """Return the verdicts on the figures of two texts, of 2 and of 10 March 2026."""
    told = (("a.md", "Tolbeck Post", "2026-03-02"), ("b.md", "Lund Herald", "2026-03-10"))
    texts = (first + REST[0], second + REST[1])
    result = reconcile(
        from_text(HEAD.format(name=who, day=day, text=text), name)
        for (name, who, day), text in zip(told, texts, strict=True)
    )
    kinds = {claim.id: claim.kind for claim in result.claims}
    return {pair.verdict for pair in result.pairs if kinds[pair.a] != "fact"}


FEWER = "By the end of February 7,000 pupils had signed up for the swimming classes."
COUNTED = {
    "signatures, which are gathered one by one": (
        "A petition for the bakery had 2,600 signatures by Monday evening.",
        "The petition for the bakery has collected more than 3,400 signatures.",
        {"superseded"},
    ),
    "by a day, and by a later one": (
        "By 20 February some 5,000 pupils had signed up for the swimming classes.",
        FEWER,
        {"superseded"},
    ),
    "fewer on a later day": (
        "By 20 February 9,000 pupils had signed up for the swimming classes.",
        FEWER,
        {"conflict"},
    ),
    "what a fund has reached": (
        "By the end of January the relief fund had paid out €41m.",
        "The relief fund has now paid out €48m.",
        {"superseded"},
    ),
    "what was done long before two reports": (
        "Brill Foods recalled 86,000 kettles on 9 January.",
        "Brill Foods recalled 110,000 kettles.",
        {"conflict"},
    ),
    "what was done just now": (
        "Brill Foods recalled 86,000 kettles on 27 February.",
        "Brill Foods recalled 110,000 kettles.",
        {"superseded"},
    ),
}


@pytest.mark.parametrize("case", COUNTED)
def test_what_is_counted_up_to_a_day(case: str) -> None:
    first, second, wanted = COUNTED[case]
    assert verdicts(first, second) == wanted


def test_what_may_be_done_again_has_two_dates() -> None:
    met = "The mayor of Tolbeck met farmers on {} February."
    opened = "The Tolbeck clinic opened on {} February."
    assert verdicts(met.format(3), met.format(20)) == {"insufficient"}
    assert verdicts(met.format(3), met.format(4)) == {"conflict"}
    assert verdicts(opened.format(3), opened.format(20)) == {"conflict"}


def test_lengths_of_time_in_two_units() -> None:
    waited = "Visitors to the Tolbeck clinic waited {}."
    assert verdicts(waited.format("two and a half hours"), waited.format("150 minutes")) == {"agree"}
    assert verdicts(waited.format("two and a half hours"), waited.format("90 minutes")) == {"conflict"}


def test_rounded_figures_that_only_touch_do_not_agree() -> None:
    drew = "The fair drew {} visitors."
    assert verdicts(drew.format("12,000"), drew.format("13,000")) == {"possible_conflict"}
    assert verdicts(drew.format("12,000"), drew.format("12,300")) == {"agree"}


def test_the_figure_of_a_sentence_that_names_another_stretch_of_time() -> None:
    quarter = "Brill Foods reported operating profit of €51m for the third quarter of 2025."
    told = "Nine-month sales: €720m; operating profit: €64m"
    source = from_text(f"---\ndate: 2025-10-23\n---\n\n{quarter}\n\n{told}\n", "a.md")
    found = {pair.verdict for pair in reconcile([source]).pairs}
    assert {"conflict", "internal_inconsistency"}.isdisjoint(found)


def test_a_price_of_the_morning_is_not_that_of_the_evening() -> None:
    early = "Shares in Brill Foods fell to 520 pence in early trading on 2 March 2026."
    late = "Shares in Brill Foods closed at 431 pence on 2 March 2026."
    assert "conflict" not in verdicts(early, late)


def facets(pair: Pair) -> set[str]:
    """Return what did not just pass."""
    return {reason.facet for reason in pair.reasons if reason.effect != "pass"}


def test_the_first_stretch_is_that_of_the_figure_before_it() -> None:
    told = "The bath expects 20,000 visitors in its first year and 35,000 in 2028, not the 40,000 hoped for."
    result = reconcile([from_text(told, "a.txt")])
    number = {claim.id: claim.value.low for claim in result.claims if claim.value}
    reasons = {frozenset(map(number.get, (pair.a, pair.b))): facets(pair) for pair in result.pairs}
    assert "part and whole" not in reasons.get(frozenset((35_000.0, 40_000.0)), set())
    assert "part and whole" in reasons[frozenset((20_000.0, 40_000.0))]


def test_what_one_gets_of_what_another_wants_is_a_part_of_it() -> None:
    ruling = (
        "The judge said that the bakers get £30m of the £72m that the bakers, by their own account, are owed."
    )
    found = reconcile([from_text(ruling, "a.txt")])
    assert "conflict" not in {pair.verdict for pair in found.pairs}

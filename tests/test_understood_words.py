"""What a text tells of all along goes without saying in one of its sentences."""

import pytest

from reconcile.engine import reconcile_claims
from tests.make import claim, exact, source

OTHERS = ("rainfall", "mean wage", "paper price", "ferry length", "tram speed")


@pytest.mark.parametrize(("theme", "verdict"), [("flax", "conflict"), ("coal", "different_scope")])
def test_a_word_that_recurs_in_a_text_limits_no_figure_of_it(theme: str, verdict: str) -> None:
    one = claim("a", "Lindavia", "flax exports", exact(241e3, "t", step=500))
    other = claim("b", "Lindavia", "exports", exact(418e3, "t", step=500))
    rest = [claim("a", place, what, exact(7, "t")) for place in ("Tarn", "Orlund") for what in OTHERS]
    about = [claim("b", "Vesby", f"{theme} {what}", exact(9, "t")) for what in OTHERS]
    claims = [one, other, *rest, *about]
    result = reconcile_claims(
        [source(name, " ".join(made.sentence for made in claims if made.source == name)) for name in "ab"],
        claims,
    )
    verdicts = {frozenset((pair.a, pair.b)): pair.verdict for pair in result.pairs}
    assert verdicts[frozenset((one.id, other.id))] == verdict

"""What one source denies and another tells contradict each other, however the denial is built."""

from typing import Any

import pytest

from claims.model import Claim, Value
from reconcile import reconcile
from reconcile.engine import reconcile_claims
from reconcile.vocabulary import load
from tests.make import article, claim, exact, period, source, value

EARLY, LATE = "2031-03-02", "2031-03-09"
NO: dict[str, Any] = {"polarity": "negated"}


def _fact(name: str, subject: str, measure: str, **more: Any) -> Claim:
    return claim(name, subject, measure, None, **more)


# What else such a folder says: it makes the words of the story common and the others telling.
STORY = [
    _fact("a", "harbour tunnel", "carries the coast road under the bay"),
    _fact("a", "Kestrel Bay", "has two ports"),
    _fact("b", "harbour tunnel", "was dug in eleven years"),
    _fact("b", "mayor of Kestrel Bay", "opened a museum"),
]


def _verdict(a: Claim, b: Claim) -> str:
    texts = {name: " ".join(c.sentence for c in [*STORY, a, b] if c.source == name) for name in "ab"}
    sources = [source("a", texts["a"], EARLY), source("b", texts["b"], LATE)]
    result = reconcile_claims(sources, [*STORY, a, b])
    return next((pair.verdict for pair in result.pairs if {pair.a, pair.b} == {a.id, b.id}), "apart")


AGAINST = {
    "a thing that a paper contains": (
        _fact("a", "escape clause", "exists", **NO),
        _fact("b", "lease", "contains an escape clause"),
    ),
    "a thing that somebody has": (
        _fact("a", "night watchman", "exists", **NO),
        _fact("b", "museum", "has a night watchman"),
    ),
    "without it, and with it": (
        _fact("a", "Ada Holm", "passed a swimming test on Friday", period=period("2031-02-27")),
        _fact("b", "Ada Holm", "rowed without a swimming test"),
    ),
    "never, though it was": (
        _fact("a", "Ada Holm", "did give evidence", **NO),
        _fact("b", "Ada Holm", "spent an hour in the witness box"),
    ),
    "did not know, but knew": (
        _fact("a", "diocese", "did know of the crack when the bells were hung", **NO),
        _fact("b", "bishop's office", "knew of the crack before the bells were hung"),
    ),
    "nobody, and two": (
        _fact("a", "Kestrel Bay", "anybody was injured in the tunnel", **NO),
        claim("b", "harbour tunnel", "people injured in the tunnel", exact(2), period=period(EARLY)),
    ),
    "one mind, or two": (
        _fact("a", "verdict", "was unanimous"),
        _fact("b", "jurors", "were split"),
    ),
    "all denied, one admitted": (
        _fact("a", "Ada Holm", "had admitted every charge", **NO),
        _fact("b", "Ada Holm", "pleaded guilty to the charge of theft"),
    ),
    "not before it and before it": (
        _fact("a", "cable", "was severed before the lorry came", **NO),
        _fact("b", "cable", "was severed before the lorry came"),
    ),
    "closed still, open already": (
        _fact("a", "Sudland Zoo", "opened its doors again", period=period("2031-02-27")),
        _fact("b", "Sudland Zoo", "has reopened", **NO),
    ),
}


@pytest.mark.parametrize("case", AGAINST)
def test_a_denial_contradicts_what_it_denies(case: str) -> None:
    assert _verdict(*AGAINST[case]) == "conflict"


ALIKE = {
    "nobody, and none of it": (
        _fact("a", "anybody", "was injured in the tunnel", **NO),
        _fact("b", "injuries", "exists", **NO, sentence="There were no injuries."),
    ),
    "nobody, and none known": (
        _fact("a", "anybody", "was injured", **NO),
        _fact("b", "injuries", "are known to the port", **NO, sentence="No injuries are known to the port."),
    ),
}


@pytest.mark.parametrize("case", ALIKE)
def test_two_denials_of_one_thing_agree(case: str) -> None:
    assert _verdict(*ALIKE[case]) == "agree"


BESIDE = {
    "nobody in one place, none in another": (
        _fact("a", "anybody", "was injured in the tunnel", **NO),
        _fact(
            "b", "injuries", "exists at the museum", **NO, sentence="There were no injuries at the museum."
        ),
    ),
    "nobody any more, and none at first": (
        _fact("a", "anybody", "will be injured in the tunnel", **NO, modality="projection"),
        _fact("b", "injuries", "exists", **NO, sentence="There were no injuries."),
    ),
    "what is demanded need not be": (
        _fact("a", "recount", "exists", **NO),
        _fact("b", "Norland Party", "has demanded a recount"),
    ),
    "without it here, with it there": (
        _fact("a", "Ada Holm", "passed a swimming test"),
        _fact("b", "Tom Berg", "rowed without a swimming test"),
    ),
    "nobody else": (
        _fact("a", "Kestrel Bay", "anybody else was injured", **NO),
        claim("b", "harbour tunnel", "people injured", exact(2), period=period(EARLY)),
    ),
    "nobody here, two elsewhere": (
        _fact("a", "Kestrel Bay", "anybody was injured in the tunnel", **NO),
        claim("b", "Sudland Zoo", "people injured at the Sudland Zoo", exact(2), period=period(EARLY)),
    ),
    "nobody now, two once": (
        _fact("a", "Kestrel Bay", "anybody was injured", **NO),
        claim("b", "harbour tunnel", "people injured", exact(2), period=period("2029-05-05")),
    ),
    "nobody first, two later": (
        _fact("a", "Kestrel Bay", "anybody was injured", **NO),
        claim("b", "harbour tunnel", "people injured", exact(2)),
    ),
    "nobody by one, two by another": (
        _fact("a", "second blast", "hurt anybody", **NO),
        claim("b", "harbour tunnel", "people hurt", exact(2), period=period(EARLY)),
    ),
    "bodies of two kinds": (
        _fact("a", "verdict", "was unanimous"),
        _fact("b", "fishermen", "were split"),
    ),
    "what came to be since": (
        _fact("a", "Ada Holm", "has given evidence", **NO),
        _fact("b", "Ada Holm", "gave evidence on Friday", period=period("2031-03-07")),
    ),
    "a mind that has changed": (
        _fact("a", "Norland Party", "opposed the ferry law"),
        _fact("b", "Norland Party", "now accepts the ferry law"),
    ),
    "not before, so perhaps after": (
        _fact("a", "cable", "was severed before the lorry came", **NO),
        _fact("b", "cable", "was severed under the lorry"),
    ),
    "another thing of the same holder": (
        _fact("a", "Sudland Zoo", "has kept its tax on peanuts"),
        _fact("b", "Sudland Zoo", "ended on Monday"),
    ),
}


@pytest.mark.parametrize("case", BESIDE)
def test_no_contradiction_where_both_can_be(case: str) -> None:
    assert _verdict(*BESIDE[case]) not in {"conflict", "possible_conflict", "agree"}


@pytest.mark.parametrize("verb", load("wording")["having"].split())
def test_what_has_a_part_contradicts_that_there_is_none(verb: str) -> None:
    told = _fact("b", "lease", f"must {verb} an escape clause".replace("must ", "did "))
    assert _verdict(_fact("a", "escape clause", "exists", **NO), told) == "conflict"


@pytest.mark.parametrize("verb", load("wording")["got"].split())
def test_who_got_a_thing_was_not_without_it(verb: str) -> None:
    rowed = _fact("b", "Ada Holm", "rowed without a swimming test")
    told = _fact("a", "Ada Holm", f"did {verb} a swimming test", period=period("2031-02-27"))
    assert _verdict(told, rowed) == "conflict"


NOBODY = {
    "of all, and of somebody within the year": (
        "So far nobody has been fined. The mill burned down in April. Its owner, Ada Holm, was "
        "fined for arson in May.",
        "internal_inconsistency",
    ),
    "of some only": (
        "So far nobody at the town hall has been fined. The mill burned down in April. Its owner, Ada "
        "Holm, was fined for arson in May.",
        None,
    ),
    "of somebody long ago": (
        "So far nobody has been fined. The mill burned down in April. Its owner, Ada Holm, was "
        "fined for arson in May 2019.",
        None,
    ),
}


@pytest.mark.parametrize("case", NOBODY)
def test_what_one_text_says_of_nobody_and_of_somebody(case: str) -> None:
    text, verdict = NOBODY[case]
    result = reconcile([article(text, "a.md", day="2031-07-14")])
    facts = {made.id for made in result.claims if made.value is None}
    found = {pair.verdict for pair in result.pairs if {pair.a, pair.b} <= facts}
    assert verdict in found if verdict else "internal_inconsistency" not in found


@pytest.mark.parametrize(
    ("told", "verdict"), [(exact(300), "conflict"), (value(250, None, hedge="at_least"), "insufficient")]
)
def test_a_bound_does_not_give_the_figure_that_is_denied(told: Value, verdict: str) -> None:
    denied = claim("a", "harbour tunnel", "lamps hung in the tunnel", exact(300), **NO)
    affirmed = claim("b", "harbour tunnel", "lamps hung in the tunnel", told)
    assert _verdict(denied, affirmed) == verdict


@pytest.mark.parametrize(("early", "verdict"), [(EARLY, "superseded"), (LATE, "conflict")])
def test_what_nobody_had_reported_may_come_to_be_known(early: str, verdict: str) -> None:
    first = article(
        "The tunnel at Corran fell in. Police said no injuries had been reported.", "a.md", day=early
    )
    later = article("The tunnel at Corran fell in. Three people suffered injuries.", "b.md", day=LATE)
    told = {pair.verdict for pair in reconcile([first, later]).pairs}
    assert verdict in told

"""Assertions meet where they tell the same act or state, and stay apart where only the topic is shared."""

from typing import Any

import pytest

from claims.model import Claim
from reconcile.engine import reconcile_claims
from reconcile.vocabulary import load
from tests.make import claim, exact, source


def _fact(name: str, subject: str, measure: str, thing: str | None = None, **more: Any) -> Claim:
    return claim(name, subject, measure, None, object=thing, **more)


# What else such a folder says: it makes the words of the story common and the others telling.
STORY = [
    _fact("a", "harbour tunnel", "carries the coast road under the bay"),
    _fact("a", "Kestrel Bay", "has two ports"),
    _fact("b", "harbour tunnel", "was dug in eleven years"),
    _fact("b", "mayor of Kestrel Bay", "opened a museum"),
    _fact("c", "drivers", "pay at the harbour tunnel"),
    _fact("c", "harbour tunnel of Kestrel Bay", "has four lanes"),
]


def _verdict(a: Claim, b: Claim) -> str:
    sources = [source(name, " ".join(c.sentence for c in [*STORY, a, b])) for name in ("a", "b", "c")]
    result = reconcile_claims(sources, [*STORY, a, b])
    return next((pair.verdict for pair in result.pairs if {pair.a, pair.b} == {a.id, b.id}), "apart")


ONE_SENTENCE = "Norland has joined the fishing treaty and Sudland has not, which makes talks harder."
CASES = {
    "another act on the same thing": (
        _fact("a", "Norland", "has asked Sudland to inspect the harbour tunnel", "Sudland"),
        _fact("b", "harbour tunnel", "is closed"),
        {"apart"},
    ),
    "the same act in other words": (
        _fact("a", "Norland", "has asked Sudland to guarantee that lorries are weighed", "Sudland"),
        _fact("b", "Norland", "calls on Sudland to promise that lorries will be weighed", "Sudland"),
        {"agree"},
    ),
    "goods stalled for the buyer, resumed by the seller": (
        _fact("a", "imports of dried cod", "are still stalled"),
        _fact("b", "Norland", "has resumed exporting dried cod to Sudland", "dried cod"),
        {"superseded"},
    ),
    "handed in and checked": (
        _fact("a", "Sudland firms", "have submitted the crew lists", "crew lists"),
        _fact("b", "Norland", "verified the crew lists of the Sudland firms", "crew lists"),
        {"apart", "insufficient"},
    ),
    "active and passive": (
        _fact("a", "Crew lists", "have been submitted by Sudland firms"),
        _fact("b", "Sudland firms", "have already submitted crew lists", "crew lists"),
        {"agree"},
    ),
    "two statements of one sentence": (
        _fact("a", "Norland", "has joined the fishing treaty", "fishing treaty", sentence=ONE_SENTENCE),
        _fact("a", "Sudland", "has joined", None, polarity="negated", sentence=ONE_SENTENCE),
        {"apart"},
    ),
    "a plan of something else": (
        _fact("a", "Norland", "plans to widen the coast road", modality="plan"),
        _fact("b", "Norland", "closed the coast road ferry"),
        {"apart", "insufficient"},
    ),
    "a plan of the same": (
        _fact("a", "Norland", "plans to widen the coast road", modality="plan"),
        _fact("b", "Norland", "has widened the coast road"),
        {"projection_vs_actual"},
    ),
    "one denies": (
        _fact("a", "Sudland", "is a member of the Fishing Union", polarity="negated"),
        _fact("b", "Sudland", "is a signatory to the Fishing Union"),
        {"conflict"},
    ),
    "a state in a clause of its own": (
        _fact("a", "Norland", "wants the crew lists in hand before the ferry to Sudland is resumed"),
        _fact("b", "ferry to Sudland", "is suspended"),
        {"apart", "insufficient"},
    ),
    "two causes of one event": (
        _fact("a", "blaze at the mill", "was caused by a faulty lamp", "faulty lamp"),
        _fact("b", "mill blaze", "was caused by a dropped cigarette", "dropped cigarette"),
        {"conflict"},
    ),
    "one cause in other words": (
        _fact("a", "blaze", "was caused by a faulty lamp", "faulty lamp"),
        _fact("b", "blaze", "was caused by an oil lamp in the attic", "oil lamp in the attic"),
        {"agree"},
    ),
    "a cause that is ruled out": (
        _fact("a", "blaze", "was caused by a lamp", "lamp", polarity="negated"),
        _fact("b", "blaze", "was caused by a faulty lamp", "faulty lamp"),
        {"conflict"},
    ),
    "another cause is ruled out": (
        _fact("a", "blaze", "was caused by arson", "arson", polarity="negated"),
        _fact("b", "blaze", "was caused by a faulty lamp", "faulty lamp"),
        {"apart", "insufficient"},
    ),
    "a cause that was unknown": (
        _fact("a", "blaze", "cause is unknown"),
        _fact("b", "blaze", "was caused by a faulty lamp", "faulty lamp"),
        {"superseded"},
    ),
    "a cause that was not known": (
        _fact("a", "blaze", "cause is known", polarity="negated"),
        _fact("b", "blaze", "was caused by a faulty lamp", "faulty lamp"),
        {"superseded"},
    ),
    "causes of two events": (
        _fact("a", "blaze", "was caused by a faulty lamp", "faulty lamp"),
        _fact("b", "crash", "was caused by fog", "fog"),
        {"apart", "insufficient"},
    ),
    "causes in two years": (
        _fact("a", "2009 blaze", "was caused by a faulty lamp", "faulty lamp"),
        _fact("b", "2021 blaze", "was caused by arson", "arson"),
        {"apart", "insufficient"},
    ),
    "nothing of the kind": (
        _fact("a", "Norland", "anything has been signed", polarity="negated"),
        _fact("b", "Norland", "has signed a contract for three ferries", "contract for three ferries"),
        {"conflict", "superseded"},
    ),
    "closed and open again": (
        _fact("a", "road to the harbour", "is closed"),
        _fact("b", "road to the harbour", "was reopened on Thursday"),
        {"superseded"},
    ),
    "a figure that the other side denies": (
        claim("a", "striker", "earnings", exact(160250, "EUR")),
        claim("b", "striker", "earnings", exact(160250, "EUR"), polarity="negated"),
        {"conflict"},
    ),
    "a figure that nobody gave is denied": (
        claim("a", "striker", "earnings", exact(160250, "EUR")),
        claim("b", "striker", "earnings", exact(90250, "EUR"), polarity="negated"),
        {"insufficient"},
    ),
    "a long tail on one side only": (
        _fact("a", "court", "has tightened bail conditions"),
        _fact("b", "court", "has toughened bail conditions in cases of repeated burglary during the summer"),
        {"agree"},
    ),
    "a clause of its own beside the core": (
        _fact("a", "striker", "signed a contract with Norland Rovers", "contract"),
        _fact("b", "striker", "signed a contract with Norland Rovers after months of doubt over his knee"),
        {"agree"},
    ),
    "a thing that is pointed at": (
        _fact("a", "Sudland", "is a member of the Lindqvist Treaty", "member of the Lindqvist Treaty"),
        _fact("b", "Sudland", "is a signatory to this accord", "signatory to this accord",
              sentence="The Lindqvist Treaty dates from 1971 and Sudland is a signatory to this accord."),
        {"agree"},
    ),
    "manner and gradual manner": (
        _fact("a", "Norland", "has cautiously resumed surgery in Kestrel Bay", "surgery"),
        _fact("b", "surgery in Kestrel Bay", "had gradually resumed"),
        {"agree"},
    ),
    "a verb that only carries its noun": (
        _fact("a", "union", "has given a pledge to the ferry pilots"),
        _fact("b", "union", "has pledged to the ferry pilots"),
        {"agree"},
    ),
    "an act as a noun": (
        _fact("a", "excavation of the crypt", "has begun"),
        _fact("b", "diocese", "started to excavate the crypt", "crypt"),
        {"agree"},
    ),
    "the same act on other things": (
        _fact("a", "court", "has tightened bail conditions"),
        _fact("b", "court", "has tightened security at the entrance"),
        {"apart", "insufficient"},
    ),
    "the opposite act": (
        _fact("a", "court", "has tightened bail conditions"),
        _fact("b", "court", "has relaxed bail conditions"),
        {"apart", "insufficient"},
    ),
    "what is done to each other": (
        _fact("a", "Norland Rovers", "sued the keeper of Sudland Town"),
        _fact("b", "Sudland Town", "sued the keeper of Norland Rovers"),
        {"apart", "insufficient", "different_scope", "conflict"},
    ),
    "a state that is only waited for": (
        _fact("a", "surgeon", "seeks more nurses before resuming hip surgery", "more nurses"),
        _fact("b", "hip surgery", "has resumed"),
        {"apart", "insufficient", "different_scope"},
    ),
    "what is done, named by the other's subject": (
        _fact("a", "barge", "sank at the pier"),
        _fact("b", "toll of the sinking of the barge", "has risen"),
        {"apart", "insufficient"},
    ),
    "what is undone": (
        _fact("a", "clinic", "is dependent on foreign nurses"),
        _fact("b", "clinic", "is reducing its dependence on foreign nurses"),
        {"apart", "insufficient"},
    ),
    "of two owners": (
        _fact("a", "Sudland", "is a major buyer of dried cod"),
        _fact("b", "Norland", "is majorly dependent on dried cod"),
        {"apart", "insufficient"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_assertions(case: str) -> None:
    a, b, wanted = CASES[case]
    assert _verdict(a, b) in wanted


@pytest.mark.parametrize("pair", load("wording")["opposites"])
def test_opposite_acts_never_agree(pair: str) -> None:
    one, other = (
        _fact(name, "Norland", f"will {verb} the ferry")
        for name, verb in zip("ab", pair.split(), strict=True)
    )
    assert _verdict(one, other) != "agree"


@pytest.mark.parametrize("verb", load("wording")["undoing"].split())
def test_to_undo_a_thing_is_not_to_have_it(verb: str) -> None:
    one = _fact("a", "clinic", "needs foreign nurses")
    other = _fact("b", "clinic", f"will {verb} its need of foreign nurses")
    assert _verdict(one, other) != "agree"


@pytest.mark.parametrize("verb", load("wording")["carriers"].split())
def test_a_verb_that_carries_its_noun_costs_little(verb: str) -> None:
    one = _fact("a", "union", f"will {verb} a pledge to the ferry pilots")
    other = _fact("b", "union", "pledged the ferry pilots a year of peace")
    assert _verdict(one, other) in {"agree", "projection_vs_actual"}


@pytest.mark.parametrize("verb", load("wording")["happening"].split())
def test_what_happens_is_the_subject(verb: str) -> None:
    one = _fact("a", "excavation of the crypt by the diocese", f"will {verb}")
    other = _fact("b", "diocese", "excavated the crypt", "crypt")
    assert _verdict(one, other) == "agree"

"""A question with the statements on it and why they stand to each other as they do."""

from collections.abc import Mapping, Sequence

from reconcile.format import verdict_mark, verdict_name
from reconcile.report.document import Item, Review
from reconcile.report.evidence import Argument, Facet
from reconcile.report.explain import letters_of, voices
from reconcile.report.plots import plots
from reconcile.report.selection import ALERTS, Index, telling_pairs, why
from reconcile.report.statements import Witness
from reconcile.result import Group, Pair

# More pairs than this say nothing new about one question.
_MOST_ARGUMENTS = 6
_PASSED = "pass"


def item(group: Group, number: int, witness: Witness, review: Review | None) -> Item:
    """Return a question of the report.

    Args:
        group: The claims that answer it.
        number: Its number in the report.
        witness: The claims.
        review: What was decided on it.
    """
    pairs, more = _telling(group, witness)
    telling = {end for pair in group.pairs if pair.verdict in _verdicts(group) for end in (pair.a, pair.b)}
    letters = letters_of(group, Index(witness.claims, witness.order))
    return Item(
        number=number,
        id=group.id,
        title=group.title,
        verdict=group.verdict,
        severity=group.severity,
        name=verdict_name(group.verdict),
        mark=verdict_mark(group.verdict),
        sources=sum(map(len, group.origins)),
        origins=len(group.origins),
        voices=voices(group),
        telling=tuple(named for claim, named in letters.items() if claim in telling),
        statements=tuple(witness.statement(claim, named) for claim, named in letters.items()),
        arguments=tuple(_argument(pair, letters) for pair in pairs),
        more_pairs=more,
        plots=plots(group.title, letters, witness),
        review=review,
    )


def _verdicts(group: Group) -> tuple[str, ...]:
    """Return the verdicts of pairs that a group's verdict stands for."""
    return ALERTS if group.verdict in ALERTS else (group.verdict,)


def _telling(group: Group, witness: Witness) -> tuple[list[Pair], int]:
    """Return the pairs to show, and how many others of the same verdict say something else."""
    known = Index(witness.claims, witness.order)
    if group.verdict in ALERTS:
        return telling_pairs(group, known, _MOST_ARGUMENTS)
    return _distinct([pair for pair in group.pairs if pair.verdict == group.verdict], known)


def _distinct(pairs: Sequence[Pair], index: Index) -> tuple[list[Pair], int]:
    """Keep one pair for each reason, those between two sources first."""

    def rank(pair: Pair) -> tuple[bool, int, int]:
        one, other = index.claims[pair.a], index.claims[pair.b]
        return one.source == other.source, index.order[pair.a], index.order[pair.b]

    kept: dict[str, Pair] = {}
    for pair in sorted(pairs, key=rank):
        kept.setdefault(_text(pair), pair)
    chosen = list(kept.values())
    return chosen[:_MOST_ARGUMENTS], max(0, len(chosen) - _MOST_ARGUMENTS)


def _text(pair: Pair) -> str:
    return " ".join(why(pair)[0])


def _argument(pair: Pair, letters: Mapping[str, str]) -> Argument:
    decisive, unless = why(pair)
    a, b = pair.a, pair.b
    return Argument(
        a=letters[a],
        b=letters[b],
        verdict=pair.verdict,
        severity=pair.severity,
        text=" ".join(decisive),
        unless=" ".join(unless),
        facets=tuple(Facet(r.facet, r.effect, r.text) for r in pair.reasons if r.effect != _PASSED),
        passed=tuple(dict.fromkeys(r.facet for r in pair.reasons if r.effect == _PASSED)),
    )

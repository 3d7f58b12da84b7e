"""Small stories made by hand, whose claims get their ids from the text, and reviewers who decide on them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from claims.claim_id import with_ids
from claims.model import Claim, Period, Source
from reconcile.decisions import Ledger, Session
from reconcile.engine import reconcile_claims
from reconcile.result import Group, Reconciliation
from tests.make import exact

# Subject, measure, number of tonnes, and the year of it, or a sentence without a claim.
Said = tuple[str, str, float] | tuple[str, str, float, int] | str


def story(sources: Mapping[str, Sequence[Said]]) -> Reconciliation:
    """Compare sources that say these things, one after the other."""
    read = [_source(name, said) for name, said in sources.items()]
    return reconcile_claims([source for source, _ in read], [claim for _, claims in read for claim in claims])


def _source(name: str, said: Sequence[Said]) -> tuple[Source, list[Claim]]:
    text = ""
    claims: list[Claim] = []
    for item in said:
        if isinstance(item, str):
            text += item + " "
            continue
        subject, measure, tonnes, *year = item
        figure = exact(tonnes, "t", surface=f"{tonnes:g} t", step=0.5)
        quote = f"{subject} reports {measure} of {figure.surface}" + (f" for {year[0]}" if year else "")
        at = len(text)
        value = replace(figure, start=at + quote.index(figure.surface), end=at + len(quote))
        when = Period(f"{year[0]}-01-01", f"{year[0]}-12-31", f"{year[0]}") if year else None
        made = Claim("", name, at, at + len(quote), quote, f"{quote}.", "quantity", subject, measure)
        claims.append(replace(made, value=value, period=when))
        text += f"{quote}. "
    source = Source(name, text, (), sha256(text.encode()).hexdigest())
    return source, with_ids(source, claims)


def the_group(result: Reconciliation, *measures: str) -> Group:
    """Return the only group whose claims have these measures, or the only one."""
    claims = {claim.id: claim for claim in result.claims}
    found = [
        g for g in result.groups if not measures or {claims[i].measure for i in g.claims} & set(measures)
    ]
    assert len(found) == 1, [group.title for group in found]
    return found[0]


def claim_of(result: Reconciliation, source: str, tonnes: float) -> Claim:
    """Return the claim of a source with this number, as it was read."""
    found = [c for c in result.claims if c.source == source and c.value and f"{tonnes:g} t" in c.quote]
    assert len(found) == 1
    return found[0]


def session(result: Reconciliation, workspace: Path, reviewer: str = "Ann") -> Session:
    """Begin to review, or go on."""
    return Session(result, Ledger(workspace, reviewer))

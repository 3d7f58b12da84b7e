"""What a figure measures by where it stands: in a list that divides what is above it, or in a headline."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.figures.currencies import is_currency
from claims.framing.carried import stems
from claims.framing.measures import name_measure
from claims.framing.tables import is_total, label_of
from claims.model import Block, Claim, Source
from claims.vocabulary import load

_BY = re.compile(r"(?:the )?([^\W\d_][\w' -]{2,40}) by \w+(?: \w+)?:?$", re.IGNORECASE)
_FEWEST, _LEAST, _MOST = 2, 0.4, 1.02
_COST = re.compile(r"\bcosts?\b", re.IGNORECASE)
_SAID = 80  # what a lead says last announces the list
PART = "part"


def by_layout(source: Source, claims: Sequence[Claim]) -> list[Claim]:
    """Give figures the measure that another place of the text tells for them.

    "It breaks its 2,400 job cuts down like this:" and "SEATS BY DISTRICT" tell what the figures behind the
    labels of a list are; the labels tell of which part. A headline ("what €4m means for clubs") leaves it to
    the text to say what its figures measure.

    Args:
        source: The source.
        claims: Its claims, in the order of the text.

    Returns:
        The claims, in the same order.
    """
    changed: dict[int, Claim] = {}
    for lead, items in _lists(source):
        figures = [found for block in items if (found := _figure(source, block, claims)) is not None]
        changed |= _by_heading(source.text[lead.start : lead.end], figures, claims)
        changed |= _by_sum(source.text, lead, figures, claims)
        changed |= _by_cost(source.text[lead.start : lead.end], figures, claims)
    changed |= _in_headline(source, claims)
    return [changed.get(at, claim) for at, claim in enumerate(claims)]


def _in_headline(source: Source, claims: Sequence[Claim]) -> dict[int, Claim]:
    """Read the figures of the headline as the text reads them."""
    head = next((block for block in source.blocks if block.kind == "heading"), None)
    above = [at for at, claim in enumerate(claims) if head and head.start <= claim.start < head.end]
    found = {}
    for at in above:
        figure = claims[at]
        below = next((claim for claim in claims[above[-1] + 1 :] if _is_same(figure, claim)), None)
        if below is None or figure.value is None or below.measure == figure.measure:
            continue
        known = stems(f"{figure.measure} {figure.value.counted or ''}")
        if figure.value.unit != "count" or known & stems(below.measure):
            note = f"the text below tells of “{below.quote}”"
            found[at] = replace(figure, measure=below.measure, inferred={**figure.inferred, "measure": note})
    return found


def _is_same(one: Claim, other: Claim) -> bool:
    """Tell whether two claims give the same figure, of the same kind."""
    if one.value is None or other.value is None or one.kind != other.kind or one.kind in ("rank", "date"):
        return False
    left, right = one.value, other.value
    return (left.low, left.high, left.unit) == (right.low, right.high, right.unit)


def _lists(source: Source) -> Iterator[tuple[Block, list[Block]]]:
    """Yield the lists of a source, each with the block above it."""
    lead, items = None, list[Block]()
    for block in (*source.blocks, None):
        if block is not None and block.kind == "list_item":
            items.append(block)
            continue
        if lead is not None and len(items) >= _FEWEST:
            yield lead, items
        lead, items = block, []


def _figure(source: Source, block: Block, claims: Sequence[Claim]) -> tuple[int, str] | None:
    """Return the place of the claim of a figure that is all behind an item's label, and the label."""
    text = source.text[block.start : block.end]
    label = label_of(text)
    inside = [at for at, claim in enumerate(claims) if block.start <= claim.start < block.end]
    figures = [at for at in inside if claims[at].value is not None]
    if label is None or len(figures) != 1:
        return None
    value = claims[figures[0]].value
    alone = value is not None and value.counted is None and value.start - block.start <= label[1] + 1
    return (figures[0], label[0]) if alone else None


def _by_heading(
    heading: str, figures: Sequence[tuple[int, str]], claims: Sequence[Claim]
) -> dict[int, Claim]:
    """Read the items below "SEATS BY DISTRICT"."""
    found = _BY.fullmatch(heading.strip())
    if found is None or len(figures) < _FEWEST:
        return {}
    things = found[1] if not found[1].isupper() else found[1].lower()
    measure = str(load("frames")["states"].get(things.lower(), things))
    note = f"announced above the list, “{heading.strip()}”"
    return {at: as_part(claims[at], label, measure, note) for at, label in figures}


def _by_cost(lead: str, figures: Sequence[tuple[int, str]], claims: Sequence[Claim]) -> dict[int, Claim]:
    """Read sums behind labels below "What did it cost? The accounts list:"."""
    said = _COST.search(lead[-_SAID:])
    sums = [(at, label) for at, label in figures if is_currency(claims[at].value.unit)]  # type: ignore[union-attr]
    if said is None or len(sums) < _FEWEST or len(sums) < len(figures):
        return {}
    note = f"announced above the list, “{said[0]}”"
    return {at: as_part(claims[at], label, "cost", note) for at, label in sums}


def _by_sum(
    text: str, lead: Block, figures: Sequence[tuple[int, str]], claims: Sequence[Claim]
) -> dict[int, Claim]:
    """Read the items behind a sentence with what they add up to: "The extra €30m has three causes:"."""
    if not text[lead.start : lead.end].rstrip().endswith(":"):
        return {}
    for whole in reversed([claim for claim in claims if lead.start <= claim.start < lead.end]):
        alike = [(at, label) for at, label in figures if _unit(claims[at]) == _unit(whole)]
        parts = [(at, label) for at, label in alike if not is_total(label)]
        total, amounts = _low(whole), [_low(claims[at]) for at, _ in parts]
        if len(parts) < _FEWEST or not total or not all(0 < amount < total for amount in amounts):
            continue
        if _LEAST <= sum(amounts) / total <= _MOST:
            note = f"announced above the list, “{whole.quote}”"
            told = {at: replace(claims[at], subject=whole.subject) for at, _ in alike}
            return {at: as_part(told[at], label, whole.measure, note) for at, label in alike}
    return {}


def as_part(claim: Claim, label: str, measure: str, note: str) -> Claim:
    """Return the claim of a list item with the measure of the whole list, and its label as the part.

    Args:
        claim: The claim.
        label: The label of the item.
        measure: What the figures of the list measure.
        note: Where that is said.
    """
    assert claim.value is not None
    whole = claim.subject == label or is_total(label)
    scope = claim.scope if whole else {**claim.scope, PART: label}
    named = name_measure(measure, claim.value.unit, claim.subject, None) or measure
    return replace(claim, measure=named, scope=scope, inferred={**claim.inferred, "measure": note})


def _unit(claim: Claim) -> str:
    return claim.value.unit if claim.value is not None and claim.kind != "rank" else ""


def _low(claim: Claim) -> float:
    low = claim.value.low if claim.value is not None else None
    return low if isinstance(low, (int, float)) else 0.0

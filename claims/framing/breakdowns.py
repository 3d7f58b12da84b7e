"""Totals that a sentence breaks down: "12 people died: seven in Corran and five at sea"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from claims.framing.layout import PART, as_part
from claims.model import Claim

_FEWEST = 2
# What the parts come to as a share of their total: a part may be left out, or a total be wrong.
_LEAST, _MOST = 0.5, 1.3
_LEADING = re.compile(
    r"(?:[^:.;?!]{0,60}:| \("
    r"|[^:.;?!]{0,40}(?:,| [–—-]) (?:of (?:which|whom|these|those|them|that)|made up of|namely))"
    r"\s*(?:(?:about|some|around|nearly|almost|just|roughly|the|for) ){0,2}"
)
_LABEL = re.compile(
    r"\s*(?:(?:was|were|is|are|went|goes|go|came|come|stem|stems) )?"
    r"(?:in|on|at|for|from|of|among|to|by|with|as|through) "
    r"(?P<label>(?:the |its |their |new )?[^,;:.]{2,60}?)"
    r"(?:,? and|,|;)?\s*(?:(?:about|some|around|nearly|almost|just|roughly|another) ){0,2}"
)
_KEPT = frozenset({"topic", "commodity", "population"})


def broken_down(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """Let the parts of a total that a sentence gives behind it measure what the total does.

    Args:
        text: The text of the source.
        claims: Its claims, in the order of the text.

    Returns:
        The claims, in the same order; each part says of what it is in the facet "part".
    """
    changed: dict[int, Claim] = {}
    valued = [at for at, claim in enumerate(claims) if claim.value is not None and claim.kind != "date"]
    for _, places in groupby(valued, key=lambda at: claims[at].sentence):
        own = sorted(places, key=lambda at: _span(claims[at])[0])
        for order, whole in enumerate(own[:-_FEWEST]):
            parts = list(_parts(text, claims, whole, own[order + 1 :]))
            told = all(label.lower() in claims[at].measure.lower() for at, label in parts)
            if not told and _add_up(claims, whole, [at for at, _ in parts]):
                changed |= {at: _of(claims[at], claims[whole], label) for at, label in parts}
                break
    return [changed.get(at, claim) for at, claim in enumerate(claims)]


def _span(claim: Claim) -> tuple[int, int]:
    assert claim.value is not None
    return claim.value.start, claim.value.end


def _parts(
    text: str, claims: Sequence[Claim], whole: int, behind: Sequence[int]
) -> Iterator[tuple[int, str]]:
    """Yield the figures that a colon or "of which" leads to, each with what it is of."""
    between = text[_span(claims[whole])[1] : _span(claims[behind[0]])[0]]
    if _LEADING.fullmatch(between) is None:
        return
    for at, following in zip(behind, [*behind[1:], None], strict=True):
        end = _span(claims[at])[1]
        till = _span(claims[following])[0] if following is not None else _end_of_sentence(text, end)
        found = _LABEL.fullmatch(text[end:till])
        if found is None or not _is_alike(claims[at], claims[whole]):
            return
        yield at, re.sub(r"^(?:the|its|their) ", "", found["label"].strip())


def _end_of_sentence(text: str, start: int) -> int:
    found = re.compile(r"[.;!?](?=\s|$)|\)|\n|$").search(text, start)
    return found.start() if found is not None else len(text)


def _is_alike(part: Claim, whole: Claim) -> bool:
    """Tell whether a figure may be a part of a total: of its unit, and with no noun but that counted."""
    one, other = part.value, whole.value
    assert one is not None and other is not None
    return one.unit == other.unit and part.kind == whole.kind and one.counted in (None, other.counted)


def _add_up(claims: Sequence[Claim], whole: int, parts: Sequence[int]) -> bool:
    total, amounts = _low(claims[whole]), [_low(claims[at]) for at in parts]
    if len(parts) < _FEWEST or not total or not all(0 < amount < total for amount in amounts):
        return False
    return _LEAST <= sum(amounts) / total <= _MOST


def _low(claim: Claim) -> float:
    value = claim.value
    low = (value.low if value.low is not None else value.high) if value is not None else None
    return float(low) if isinstance(low, int | float) else 0.0


def _of(part: Claim, whole: Claim, label: str) -> Claim:
    """Return a part with the subject and the measure of its total, and with what it is of."""
    scope = {facet: words for facet, words in part.scope.items() if facet in _KEPT}
    told = replace(
        part,
        subject=whole.subject,
        scope=scope,
        period=part.period or whole.period,
        modality=whole.modality,
        attribution=part.attribution or whole.attribution,
    )
    made = as_part(told, label, whole.measure, f"broken down behind “{whole.quote}”")
    return replace(made, measure=whole.measure, scope={**made.scope, PART: label})

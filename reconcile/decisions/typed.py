"""What a reviewer types into the form of a correction, read by the readers that read the sources.

"About 870 t" means to a correction what it means to an article. What is left out is taken from the claim:
"900" for a claim of "over 870 t" is 900 t.
"""

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from claims.model import Claim, Period, Quantity, Source, Value
from reconcile.decisions.record import Correction

if TYPE_CHECKING:
    from claims.periods import TimeExpression

# What a reviewer types for a period that the claim does not state.
NONE = frozenset({"none", "-"})
# A currency before its number, as a code or a sign, behind the words of a hedge.
_CURRENCY = re.compile(r"(?:[A-Z]{1,3}\s?)?[^\w\s.,;:]?\s?$")
_RANK = re.compile(r"\d{1,6}")
_EXAMPLE = "type one, such as “about 870 t” or “67 %”"


class CorrectionError(ValueError):
    """What was typed cannot be read; the message is one line for the user."""


def read_correction(
    claim: Claim,
    source: Source,
    *,
    value: str = "",
    unit: str = "",
    period: str = "",
    subject: str = "",
    measure: str = "",
) -> Correction:
    """Read what a reviewer typed into the form. An empty field leaves its facet as it is.

    Args:
        claim: The claim that was read wrongly.
        source: Its source; relative times ("last year") are told from its date.
        value: A number with or without its unit ("over 90 %", "870"), or the time of what the claim dates.
        unit: The unit, where ``value`` does not give it.
        period: A time ("April–September 2025"); "none" where the claim states none.
        subject: Who or what it is about.
        measure: What is measured or asserted.

    Raises:
        CorrectionError: Nothing was typed, or a value or a time is none.
    """
    typed = {"value": value, "unit": unit, "period": period, "subject": subject, "measure": measure}
    typed = {facet: " ".join(text.split()) for facet, text in typed.items() if text.strip()}
    if not typed:
        raise CorrectionError("nothing was typed: fill in what the claim says")
    made = Correction(claim.id, typed=typed, subject=typed.get("subject"), measure=typed.get("measure"))
    if "value" in typed or "unit" in typed:
        made = _with_value(made, claim, source, typed.get("value", ""), typed.get("unit", ""))
    if (wanted := typed.get("period")) is None:
        return made
    if wanted.lower() in NONE:
        return replace(made, period=None, cleared=("period",))
    return replace(made, period=_period(_time(source, wanted), wanted))


def _with_value(made: Correction, claim: Claim, source: Source, number: str, unit: str) -> Correction:
    if claim.kind == "date":
        time = _time(source, number or unit)
        return replace(
            made, value=_day(time, number or unit), kind="date", period=_period(time, number or unit)
        )
    if claim.kind == "rank" and claim.value is not None:
        if not (rank := _RANK.search(number)):
            raise CorrectionError(f"“{number or unit}” is no rank; type a number, such as “3”")
        place = float(rank[0])
        value = replace(claim.value, low=place, high=place, hedge="exact", surface=number)
        return replace(made, value=value, kind="rank")
    quantity, value = _amount(claim, source, number, unit)
    return replace(made, value=value, kind="growth" if claim.kind == "growth" else quantity.kind)


def _amount(claim: Claim, source: Source, number: str, unit: str) -> tuple[Quantity, Value]:
    """Read a number; its unit, its noun and whether it is a fall are those of the claim where it has none."""
    from claims.quantities import to_value

    stated = _stated(claim)
    text = _phrase(stated, claim, number, unit)
    quantity = _only(text)
    before = claim.value
    if before is not None and before.direction and quantity.direction is None:
        kind = "growth" if claim.kind == "growth" else quantity.kind
        quantity = replace(quantity, direction=before.direction, kind=kind)
    value = replace(to_value(quantity, text, context=source.text), surface=text)
    if before is None or unit or _has_unit(number) or not number:
        return quantity, value
    if value.unit == before.unit:
        return quantity, replace(value, counted=value.counted or before.counted)
    # The unit of the claim does not stand beside its number: it was read from a heading or from the noun.
    scale = _scale(before, stated)
    low, high = (None if bound is None else bound * scale for bound in (quantity.low, quantity.high))
    value = replace(before, low=low, high=high, hedge=quantity.hedge, surface=text, step=value.step * scale)
    return quantity if claim.kind == "fact" else replace(quantity, kind=claim.kind), value


def _stated(claim: Claim) -> Quantity | None:
    """Return the number of a claim with the places of its parts."""
    found = _quantities(claim.value.surface) if claim.value else []
    return found[0] if len(found) == 1 else None


def _phrase(stated: Quantity | None, claim: Claim, number: str, unit: str) -> str:
    """Return number and unit as one phrase; what was not typed is taken from the claim."""
    surface = claim.value.surface if claim.value else ""
    if number and (unit or _has_unit(number)):
        return f"{number} {unit}".strip()
    if stated is None:
        if not number:
            raise CorrectionError("the claim has no number that the unit could go with; type the number, too")
        return number
    before = surface[: stated.number_start]
    currency = _CURRENCY.search(before)
    hedge = before[: currency.start()] if currency else before
    if not number:
        return f"{hedge}{surface[stated.number_start : stated.number_end]} {unit}"
    words, digits = _hedged(number)
    return f"{words}{currency[0] if currency else ''}{digits}{surface[stated.number_end :]}"


def _hedged(number: str) -> tuple[str, str]:
    """Part the words before a number from it: "about 870"."""
    found = _quantities(number)
    at = found[0].number_start if len(found) == 1 else 0
    return number[:at], number[at:]


def _has_unit(number: str) -> bool:
    return any(found.unit for found in _quantities(number))


def _scale(value: Value, stated: Quantity | None) -> float:
    """Return what one of the printed number is in the unit of the value."""
    if stated is None:
        return 1.0
    for bound, printed in ((value.low, stated.low), (value.high, stated.high)):
        if isinstance(bound, float | int) and printed:
            return bound / printed
    return 1.0


def _only(text: str) -> Quantity:
    found = _quantities(text)
    if len(found) != 1 or found[0].pair is not None:
        several = "several numbers" if found else "no number"
        raise CorrectionError(f"“{text}” holds {several}; {_EXAMPLE}")
    return found[0]


def _quantities(text: str) -> list[Quantity]:
    from claims.quantities import quantities

    return quantities(text) if text else []


def _time(source: Source, text: str) -> "TimeExpression":
    from claims.periods import context_year, find_times

    known = source.known("published") or source.known("modified")
    published = date.fromisoformat(known[:10]) if known else None
    times = find_times(text, published=published, context_year=context_year(source.text))
    times = [time for time in times if time.kind in ("date", "span")]
    if len(times) != 1:
        several = "several times" if times else "no time"
        raise CorrectionError(f"“{text}” names {several}; type one, such as “2023” or “April–September 2025”")
    return times[0]


def _period(time: "TimeExpression", text: str) -> Period:
    return Period(time.first, time.last, text, time.resolved_from)


def _day(time: "TimeExpression", text: str) -> Value:
    first, last = time.named[0] or time.first, time.named[1] or time.last
    if time.relation in ("by", "before"):
        return Value(None, last, "date", None, "at_most", text, None, 0, 0)
    return Value(first, last, "date", None, "range" if time.kind == "span" else "exact", text, None, 0, 0)

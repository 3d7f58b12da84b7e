"""A claim that the tool read wrongly, as a reviewer reads it.

What is typed goes through the readers that read the sources, so that "about 870 t" means here what it means
there. What they made of it is written down, so that a later version cannot read it otherwise.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import get_args

from claims.model import Claim, Kind, Period, Quantity, Source, Value
from reconcile.decisions.record import Correction

# What a reviewer types for a facet that the claim does not state.
NONE = frozenset({"none", "-"})
# What a corrected claim says of where a facet is from.
CORRECTED = "corrected by "


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
        value: A number with or without its unit ("over 90 %", "870").
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
        quantity, right = _value(claim, source, typed.get("value", ""), typed.get("unit", ""))
        made = replace(made, value=right, kind=_kind(claim, quantity))
    if (wanted := typed.get("period")) is not None:
        if wanted.lower() in NONE:
            made = replace(made, cleared=("period",))
        else:
            made = replace(made, period=_period(source, wanted))
    return made


def corrected(claim: Claim, correction: Correction, reviewer: str) -> Claim:
    """Return a claim with what a reviewer corrected; it says of each facet that it was.

    Args:
        claim: As it was read.
        correction: What to change; its id stays.
        reviewer: Who corrected it.
    """
    value = claim.value
    if correction.value is not None:
        place = (value.start, value.end) if value else (claim.start, claim.end)
        value = replace(correction.value, start=place[0], end=place[1])
    period = None if "period" in correction.cleared else correction.period or claim.period
    note = f"{CORRECTED}{reviewer}"
    return replace(
        claim,
        value=value,
        kind=_known_kind(correction.kind) or claim.kind,
        period=period,
        subject=correction.subject or claim.subject,
        measure=correction.measure or claim.measure,
        inferred={**claim.inferred, **dict.fromkeys(correction.facets, note)},
        marks={facet: at for facet, at in claim.marks.items() if facet not in correction.facets},
    )


def joined(corrections: Iterable[Correction]) -> Correction:
    """Return what several corrections of one claim make together: a later one wins, facet by facet."""
    first, *others = corrections
    made = first
    for later in others:
        cleared = set(made.cleared) - set(later.facets) | set(later.cleared)
        made = Correction(
            made.claim,
            value=later.value or made.value,
            kind=later.kind or made.kind,
            period=later.period or (None if "period" in later.cleared else made.period),
            subject=later.subject or made.subject,
            measure=later.measure or made.measure,
            cleared=tuple(sorted(cleared)),
            typed={**made.typed, **later.typed},
        )
    return made


def _value(claim: Claim, source: Source, number: str, unit: str) -> tuple[Quantity, Value]:
    from claims.quantities import to_value

    text = _phrase(claim, number, unit)
    found = _quantities(text)
    if len(found) != 1:
        several = "several numbers" if found else "no number"
        raise CorrectionError(f"“{text}” holds {several}; type one, such as “about 870 t” or “67 %”")
    right = to_value(found[0], text, context=source.text)
    return found[0], replace(right, surface=text)


def _phrase(claim: Claim, number: str, unit: str) -> str:
    """Return number and unit as one phrase; what was not typed is taken from the claim."""
    surface = claim.value.surface if claim.value else ""
    if not number:
        stated = _quantities(surface)
        if not stated:
            raise CorrectionError("the claim has no number that the unit could go with; type the number, too")
        number = surface[: stated[0].number_end]
    if not unit:
        stated = _quantities(number)
        if stated and (stated[0].surface_unit or stated[0].unit):
            return number
        read = _quantities(surface)
        unit = read[0].surface_unit if read else ""
    return f"{number} {unit}".strip()


def _quantities(text: str) -> list[Quantity]:
    from claims.quantities import quantities

    return quantities(text) if text else []


def _kind(claim: Claim, quantity: Quantity) -> str:
    """A corrected number of a change, a rank or a date is one still; else the number says what it is."""
    return claim.kind if claim.kind in ("growth", "rank", "date") else quantity.kind


def _known_kind(kind: str | None) -> Kind | None:
    return next((known for known in get_args(Kind) if known == kind), None)


def _period(source: Source, text: str) -> Period:
    from claims.periods import context_year, find_times

    known = source.known("published") or source.known("modified")
    published = date.fromisoformat(known[:10]) if known else None
    times = find_times(text, published=published, context_year=context_year(source.text))
    times = [time for time in times if time.kind in ("date", "span")]
    if len(times) != 1:
        several = "several times" if times else "no time"
        raise CorrectionError(f"“{text}” names {several}; type one, such as “2023” or “April–September 2025”")
    return Period(times[0].first, times[0].last, text, times[0].resolved_from)

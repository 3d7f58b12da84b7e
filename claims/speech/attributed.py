"""Claims and who vouches for them: the nearest attribution, and whom a speaker means by "we"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.framing.tables import is_total

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claims.attribution import Attribution
    from claims.framing.context import Context
    from claims.framing.memory import Name
    from claims.model import Claim
    from claims.speech.affiliations import Affiliations


def attributed(
    claim: Claim, sayings: Sequence[Attribution], context: Context, affiliations: Affiliations
) -> Claim:
    """Put the attribution on a claim that lies in what somebody is reported to say.

    Args:
        claim: A claim; what counts is where its figure stands, or its clause where it has none.
        sayings: The attributions of its sentence.
        context: What the text has said so far.
        affiliations: The bodies that the persons of the text belong to.

    Returns:
        The claim, with its source and with the speaker or their body for "I" and "we".
    """
    start, end = claim.start, claim.end
    if claim.value is not None:
        start, end = claim.value.start, claim.value.end
    covering = [said for said in sayings if _begins(said, claim, start) and end <= said.end]
    if not covering and claim.value is None:
        covering = _around(sayings, start, end)
    if not covering:
        return claim
    nearest = min(covering, key=lambda said: said.end - said.start)
    reported = nearest.hearsay and claim.modality == "actual"
    subject, marks, inferred = claim.subject, {**claim.marks}, {**claim.inferred}
    if nearest.named is not None:
        marks |= dict.fromkeys(["attribution", "modality"] if reported else ["attribution"], nearest.named)
    if nearest.inferred:
        inferred["attribution"] = nearest.inferred
    if subject.lower() in ("we", "i"):
        subject, inferred["subject"] = _speaking(subject, nearest.name, context, affiliations)
    return replace(
        claim,
        subject=subject,
        attribution=nearest.name,
        modality="reported" if reported else claim.modality,
        marks=marks,
        inferred=inferred,
    )


def _around(sayings: Sequence[Attribution], start: int, end: int) -> list[Attribution]:
    """Return who says both halves of an assertion that names them in its middle ("In May, it found, …")."""
    found = []
    for first in sayings:
        last = max(
            (other for other in sayings if (other.name, other.named) == (first.name, first.named)),
            key=lambda said: said.end,
        )
        if first.start <= start < first.end <= last.start < end <= last.end:
            found.append(replace(first, end=last.end))
    return found


def with_tables(cells: Sequence[Claim], earlier: Sequence[Claim], tables: Mapping[int, int]) -> list[Claim]:
    """Give a column of a table to whoever gave its total in the text ("…will cost €96m, the pool said").

    Args:
        cells: The claims of the source's tables, after what their lines before say of them.
        earlier: The claims of its sentences.
        tables: Where the table of each row begins, by where the row begins.
    """
    said = {_amount(claim): claim.attribution for claim in reversed(earlier) if claim.attribution}
    owners: dict[tuple[int, str], tuple[str, str]] = {}
    for cell in cells:
        name = said.get(_amount(cell)) if is_total(cell.scope["row"]) else None
        if name and cell.value is not None:
            owners[tables[cell.start], cell.scope["column"]] = name, cell.value.surface
    return [_owned(cell, owners.get((tables[cell.start], cell.scope["column"]))) for cell in cells]


def _owned(cell: Claim, owner: tuple[str, str] | None) -> Claim:
    if owner is None or cell.attribution:
        return cell
    note = f"the total of its column, {owner[1]}, is given by “{owner[0]}”"
    return replace(cell, attribution=owner[0], inferred={**cell.inferred, "attribution": note})


def _amount(claim: Claim) -> tuple[object, ...] | None:
    value = claim.value
    return (value.low, value.high, value.unit) if value is not None else None


def _begins(said: Attribution, claim: Claim, start: int) -> bool:
    """Tell whether a claim lies behind the start of what is said, its subject being at most the speaker."""
    if said.start <= start:
        return True
    if claim.value is not None or said.named is None:
        return False
    return said.named[0] <= start <= said.named[1]


def _speaking(pronoun: str, speaker: str, context: Context, affiliations: Affiliations) -> tuple[str, str]:
    """Return whom a speaker means by "I" or "we", and why: an officer's "we" is the body."""
    if pronoun.lower() == "we":
        body = affiliations.body_of(speaker)
        named = _its(context) if body is not None and body.pos_ == "PRON" else context.subject(body)
        if named is not None:
            return named.text, f"“{pronoun}” read as “{named.text}”, for which {speaker} speaks"
        if affiliations.is_officer(speaker) and context.topic:
            note = f"“{pronoun}” read as the topic, “{context.topic}”, for which {speaker} speaks"
            return context.topic, note
    return speaker, f"“{pronoun}” read as the speaker, “{speaker}”"


def _its(context: Context) -> Name | None:
    """Return whose "its spokesman" speaks: the thing last told of, or a name that acted instead."""
    thing, last = context.thing, context.last
    return last if last is not None and last.text[0].isupper() and not _is_name(thing) else thing


def _is_name(thing: Name | None) -> bool:
    return thing is not None and not thing.text.islower()

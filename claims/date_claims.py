"""Claims of dates: what a sentence puts on a day, with the day as the value."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from claims.evidence import marks
from claims.framing.context import Context
from claims.framing.occasions import Occasion
from claims.framing.scope import scope_of
from claims.framing.site_figures import dated_at_site
from claims.language import Sentence
from claims.modality import polarity, sign_of
from claims.model import Claim, Period, Source, Value
from claims.timing.foreseen import arranged, foreseen
from claims.timing.when import stated


def dated(
    source: Source,
    context: Context,
    published: date | None,
    sentence: Sentence,
    told: Iterable[Occasion],
    earlier: Sequence[Claim],
) -> Iterator[Claim]:
    """Yield the claims of what a sentence puts on a day.

    Args:
        source: Where the sentence stands.
        context: What was spoken of before.
        published: The day on which the source came out.
        sentence: The sentence.
        told: What it puts on a day.
        earlier: The claims of the sentences before.
    """
    for occasion in told:
        if occasion.named and _is_told_before(occasion.bounds[0], earlier):
            continue
        name = context.subject(occasion.subject)
        if name is None:
            name = context.unnamed(occasion.measure, suffered=False)
        measure = occasion.measure
        if context.site is not None:
            measure, name = dated_at_site(context.site, occasion, name)
        time, sign = occasion.time, arranged(sign_of(occasion.predicate))
        start, end = sentence.start + occasion.start, sentence.start + occasion.end
        value_start = sentence.start + time.start
        low, high, hedge = occasion.bounds
        open_ended = occasion.is_not_before
        claim = Claim(
            id="",
            source=source.name,
            start=start,
            end=end,
            quote=source.text[start:end],
            sentence=sentence.printed,
            kind="date",
            subject=name.text,
            measure=measure,
            object=occasion.object,
            scope=scope_of(list(occasion.predicate.subtree), measure, name.text, context.names),
            value=Value(
                low=low,
                high=high,
                unit="date",
                counted=None,
                hedge=hedge,
                surface=source.text[value_start : sentence.start + time.end],
                direction=None,
                start=value_start,
                end=sentence.start + time.end,
            ),
            period=Period(low, None, time.text, time.resolved_from) if open_ended else stated(time),
            modality=sign.status if sign is not None else "actual",
            polarity="affirmed" if occasion.is_affirmed else polarity(occasion.predicate),
            inferred={"subject": name.inferred} if name.inferred else {},
            marks=marks(sentence.start, subject=(occasion.subject,), modality=(sign and sign.word,)),
        )
        yield foreseen(claim, published, occasion.predicate)


def _is_told_before(day: str | None, earlier: Sequence[Claim]) -> bool:
    """Tell whether a text has put something on a day already."""
    return any(claim.kind == "date" and claim.value and claim.value.low == day for claim in earlier)

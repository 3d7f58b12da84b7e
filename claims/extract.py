"""Source -> claims: every number, date and plain fact with its frame, period, modality and attribution."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from claims.attribution import Attribution, attributions
from claims.claim_id import with_ids
from claims.date_claims import dated
from claims.elided.claims import completed
from claims.elided.figure import Figure
from claims.elided.read import figures
from claims.evidence import marks
from claims.fact_claims import FactReader, tells
from claims.facts import figures_of
from claims.firms import firms_of, label_firms
from claims.frames import frames, readings
from claims.framing.ages import as_age
from claims.framing.announced import announced_by, of_announced
from claims.framing.article import context_of
from claims.framing.breakdowns import broken_down
from claims.framing.budgets import of_its_town
from claims.framing.context import Context
from claims.framing.descriptions import Descriptions
from claims.framing.differences import CHANGE, directed, named_change
from claims.framing.durations import lapse
from claims.framing.economy import observes
from claims.framing.figure_nouns import REACH, of_what
from claims.framing.followers import implied_places
from claims.framing.frame import Frame, Reading, inside_share, is_bare
from claims.framing.headed import named_in
from claims.framing.illness import outbreak_beside
from claims.framing.layout import by_layout
from claims.framing.listed import listed
from claims.framing.mentions import is_anybody, is_part_of_name
from claims.framing.mishaps import is_mishap, mishap_of
from claims.framing.naming import subject_and_measure
from claims.framing.occasions import occasions
from claims.framing.predicates import said_with
from claims.framing.scope import scope_of, where
from claims.framing.site_figures import of_site
from claims.framing.sites import site_told
from claims.framing.tables import counted_by, label_of, opens_item, tables_of
from claims.framing.theme import CIRCUMSTANCE, Theme, capitals, theme_of, themed
from claims.language import Sentence, sentences
from claims.model import Claim, Quantity, Source, Value
from claims.names import state
from claims.number_claims import forbidden, in_source, is_denied, sign_told, span_told, with_place
from claims.people import label_people, people_of, surnames_of
from claims.periods import TimeExpression, context_year, find_times, fiscal_year_end
from claims.quantities import to_value
from claims.sources.inline import paragraphed, readable
from claims.sources.view import as_read
from claims.speech.affiliations import Affiliations
from claims.speech.attributed import attributed, with_tables
from claims.speech.given import is_given
from claims.speech.issuer import issuer_of
from claims.speech.noun_status import counted
from claims.table_claims import kind_of, table_claims
from claims.timing.budget_years import set_by_budget
from claims.timing.foreseen import foreseen
from claims.timing.period_context import PeriodContext
from claims.timing.seasons import season_told
from claims.timing.told import Told
from claims.timing.when import times_inside
from claims.unfamiliar import label_names
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from claims.tokens import Span

_MEMORY = 20
_INTO = re.compile(r"\b(?:into|enter(?:s|ed|ing)?) \w{1,5} $")
_RATIO = re.compile(r"\b(?:every|each|per)\b")


@dataclass(slots=True)
class _Reader:
    """What reading one source needs at every sentence."""

    source: Source
    context: Context
    published: date | None
    year: int | None
    times: Sequence[TimeExpression]
    when: PeriodContext
    affiliations: Affiliations
    headline: int | None
    facts: FactReader


def extract(source: Source) -> list[Claim]:
    """Read all claims of a source.

    Args:
        source: A source as ``claims.load`` gives it.

    Returns:
        Its claims in the order of the text. The same text gives the same claims and ids.

    Raises:
        ModelMissingError: The language model is not installed.
    """
    return with_ids(source, as_read(source, _claims))


def _claims(source: Source) -> list[Claim]:
    parsed = sentences(source)
    label_names(parsed, source.text)
    label_people(parsed, source.text)
    firms = firms_of(source.text)
    label_firms(parsed, firms)
    shown, published = readable(source.text), _published(source)
    borders = paragraphed(shown, (block.end for block in source.blocks))
    year = context_year(borders)
    times = find_times(borders, published=published, context_year=year)
    belonging = Affiliations(sentence.span for sentence in parsed)
    season = season_told(source.text, published)
    context = context_of(source, parsed)
    when = PeriodContext(published, fiscal_year_end(borders), season=season)
    theme = theme_of(source, parsed, context)
    context.site = site_told(source, parsed, context.firm, theme.place)
    theme = of_site(theme, context.site)
    context.budget = of_its_town(context.budget, theme.about)
    context.mishap = None if is_mishap(theme.text()) else mishap_of(parsed)
    context.mishap = context.mishap or (None if context.outbreak else outbreak_beside(source.text))
    context.descriptions = Descriptions(shown, theme.place)
    context.capitals, context.theme = capitals(shown), theme.text()
    context.about = _told_of(theme, context, source)
    facts = FactReader(source, context, published)
    reader = _Reader(source, context, published, year, times, when, belonging, _headline(source), facts)
    issuer = issuer_of(source.text, source.known("publisher"), context.topic)
    said = attributions(parsed, issuer, context.topic, firms=firms)
    found: list[Claim] = []
    presented: list[Attribution] = []
    for sentence, read, sayings in zip(parsed, figures(parsed), said, strict=True):
        found += _sentence(reader, sentence, read, sayings, found)
        presented += (item for item in sayings if item.start == sentence.end)
    found = by_layout(source, broken_down(source.text, found))
    cells = table_claims(source, context, published, year)
    tables = tables_of(source)
    found += with_tables([attributed(claim, presented, context, belonging) for claim in cells], found, tables)
    return list(themed(reader.when.settled(found, tables), theme, source.text))


def _told_of(theme: Theme, context: Context, source: Source) -> str | None:
    """Return the one thing or body that an article tells of, no place, person or event, or None."""
    about = theme.about
    if about is None or context.topic or theme.matter or context.event or context.work is not None:
        return None
    is_place = about == theme.place or state(about) is not None
    if observes(about):  # who tells of others' sales has none
        return None
    persons = people_of(source.text) | surnames_of(source.text).keys()
    is_person = not persons.isdisjoint(about.split())
    return None if is_place or is_person else about


def _published(source: Source) -> date | None:
    known = source.known("published") or source.known("modified")
    return date.fromisoformat(known[:10]) if known else None


def _sentence(
    reader: _Reader,
    sentence: Sentence,
    read: Sequence[Figure],
    sayings: Sequence[Attribution],
    earlier: Sequence[Claim],
) -> list[Claim]:
    heading = sentence.block.kind == "heading"
    first = bisect_left(reader.times, sentence.start, key=lambda time: time.start)
    last = bisect_left(reader.times, sentence.end, key=lambda time: time.start)
    times = [
        replace(time, start=time.start - sentence.start, end=time.end - sentence.start)
        for time in reader.times[first:last]
        if time.end <= sentence.end
    ]
    if heading and sentence.block.start != reader.headline:
        reader.when.enter_section(sentence, times)
        reader.context.headed = named_in(sentence.text, reader.source.text, reader.context.capitals)
        if sentence.text.endswith("?"):  # "it" in the answer is what was asked of
            reader.context.leave(sentence)
        return []
    reader.context.enter(sentence)
    reader.when.enter(sentence, times)
    placed = _readings(sentence, read, times)
    figure_at = {figure.quantity.start: figure for figure in read}
    numbers = [
        completed(claim, figure_at[reading.quantity.start], earlier, reader.context.home)
        for reading, claim in zip(placed, _numbers(reader, sentence, placed, times), strict=True)
    ]
    for at, claim in enumerate(numbers):
        numbers[at] = of_what(claim, [*earlier[-REACH:], *numbers[max(0, at - REACH) : at]])
    claims = [*numbers]
    if not heading:
        told = occasions(sentence, times, numbers)
        claims += dated(reader.source, reader.context, reader.published, sentence, told, earlier)
    if not heading:
        claims += implied_places(reader.source, reader.context, sentence, [*earlier[-_MEMORY:], *numbers])
    if not heading or tells(sentence):
        claims += reader.facts.read(sentence, figures_of(placed), times)
    claims = [attributed(claim, sayings, reader.context, reader.affiliations) for claim in claims]
    reader.context.leave(sentence)
    if sentence.text.endswith(":"):
        reader.context.announced = announced_by(sentence.span.root, reader.context)
    return claims


def _headline(source: Source) -> int | None:
    """Return where the headline starts: the only heading that is read for claims."""
    return next((block.start for block in source.blocks if block.kind == "heading"), None)


# --- numbers ------------------------------------------------------------------------------------------------


def _readings(sentence: Sentence, read: Sequence[Figure], times: Sequence[TimeExpression]) -> list[Reading]:
    text = sentence.span.doc.text
    taken = times_inside(times)
    quantities = []
    for stated_as, quantity in ((item.quantity, lapse(sentence.span, item.quantity)) for item in read):
        tells_when = taken(quantity.number_start, quantity.number_end) and quantity is stated_as
        if (
            quantity.kind in ("label", "date")
            or _gives_no_rank(sentence.span, quantity)
            or (tells_when and not _is_elapsed(text, quantity))
        ):
            continue
        if not _only_points(text, quantity) and not _only_names(text, quantity):
            quantities.append(quantity)
    return readings(sentence.span, quantities)


def _numbers(
    reader: _Reader, sentence: Sentence, placed: Sequence[Reading], times: Sequence[TimeExpression]
) -> Iterator[Claim]:
    label = label_of(sentence.text)
    timed = _tokens_of(sentence, times)
    for reading, frame in zip(placed, frames(placed, timed), strict=True):
        quantity = counted_by(label, as_age(reading, frame))
        value = to_value(quantity, sentence.span.doc.text, context=reader.source.text)
        led = opens_item(sentence.text, label, quantity.start, quantity.end) or frame.predicate is None
        if label is not None and led and quantity.kind != "rank" and quantity.start >= label[1]:
            named = not any(time.start == 0 and time.end >= len(label[0]) for time in times)
            frame = listed(reading, frame, label[0] if named else reader.context.lead, label[1])
            reader.context.counted = frame.measure.lower() if is_bare(reading) else reader.context.counted
        claim = _number(reader, sentence, reading, frame, value, times, timed)
        yield of_announced(claim, label[0], reader.context) if label is not None else claim


def _only_points(text: str, quantity: Quantity) -> bool:
    """Tell whether a number word counts nothing: "one insider", "the two met"; "one for every ten" counts."""
    word = text[quantity.number_start : quantity.number_end].lower()
    if word == "one" and quantity.kind in ("count", "quantity"):
        if quantity.unit.split()[-1:] and quantity.unit.split()[-1] in load("counted")["alone"]["nouns"]:
            return False
        return _RATIO.search(text[quantity.end : quantity.end + 60]) is None
    before = text[: quantity.number_start].lower().split()
    return word == "two" and quantity.counted is None and before[-1:] == ["the"]


def _only_names(text: str, quantity: Quantity) -> bool:
    """Tell whether an extent only names a mean or a race: "five-year average", "400-metre hurdles"."""
    if quantity.kind == "duration":
        return _named_by_spans().match(text, quantity.end) is not None
    race = load("numbers")["metres"]["events"] if quantity.unit == "metre" else ()
    return text[quantity.end :].strip(" -").split(" ")[0].rstrip(".,;:'’s").lower() in race


@cache
def _named_by_spans() -> re.Pattern[str]:
    spans = load("numbers")["spans"]
    return re.compile(rf" (?:(?:{'|'.join(spans['kinds'])}) )?(?:{'|'.join(spans['name'])})\b")


def _gives_no_rank(span: "Span", quantity: Quantity) -> bool:
    """Tell whether an ordinal is of a name, a part of a work or just another: "the First Minister"."""
    token = span.doc.from_char(quantity.number_end - 1) if quantity.kind == "rank" else None
    if token is None or token.lower_ not in load("numbers")["ordinals"]:
        return False
    noun = token.head
    if is_part_of_name(token):
        return True
    if token.i and is_anybody(noun):
        return token.nbor(-1).lower_ in ("a", "an")  # "a third man" is only another one
    between = {word.lower_ for word in token.doc[token.i + 1 : noun.i]}
    stage = noun.lemma_ in word_list("naming", "nouns", "stages")  # "the first phase of the line"
    return stage and between.isdisjoint(("last", "this", "next"))


def _is_elapsed(text: str, quantity: Quantity) -> bool:
    """Tell whether an ordinal says how long something has lasted: "the siege is into its fourth day"."""
    return (
        quantity.kind == "duration"
        and _INTO.search(text, max(0, quantity.number_start - 20), quantity.number_start) is not None
    )


def _tokens_of(sentence: Sentence, times: Sequence[TimeExpression]) -> frozenset[int]:
    inside, doc = times_inside(times), sentence.span.doc
    touched = (token for time in times for token in doc.char_span(time.start, time.end) or ())
    return frozenset(token.i for token in touched if inside(token.idx, token.idx + len(token)))


def _number(
    reader: _Reader,
    sentence: Sentence,
    reading: Reading,
    frame: Frame,
    value: Value,
    times: Sequence[TimeExpression],
    timed: frozenset[int],
) -> Claim:
    context = reader.context
    named, name = subject_and_measure(context, reading, frame, value.unit)
    measure = named.text
    if _is_elapsed(sentence.span.doc.text, reading.quantity):
        measure = f"{reading.quantity.unit} of {name.text.split()[-1]}"  # "its fourth day": day of the fire
    context.remember(name, measure, value.unit, inside_share(reading))
    sign = sign_told(reading, frame)
    status, heading = (sign.status, "") if sign is not None else reader.when.status_of(sentence)
    told = Told(reading, frame, times, sentence, named_change(measure, reading, frame), value.unit, status)
    scope, placed = _scope(context, told, name.text, timed)
    dated = reader.when.period(told)
    origins = {"subject": name.inferred, "measure": named.inferred}
    origins |= placed | {"modality": heading, "period": dated.inferred}
    span = span_told(sentence, reading, frame)
    denied = is_denied(frame.predicate, reading.anchor)
    limit = forbidden(value, frame.predicate) if denied else None
    claim = Claim(
        id="",
        source=reader.source.name,
        start=sentence.start + span[0],
        end=sentence.start + span[1],
        quote=sentence.text[span[0] : span[1]],
        sentence=sentence.printed,
        kind=kind_of(reading.quantity),
        subject=name.text,
        measure=told.measure,
        scope=scope,
        value=in_source(limit or directed(value, frame), sentence),
        period=dated.period,
        modality=status,
        polarity="negated" if denied and limit is None else "affirmed",
        inferred={facet: note for facet, note in origins.items() if note},
        marks=marks(sentence.start, subject=(frame.subject,), modality=(sign and sign.word,)),
    )
    if is_given(counted(reading.anchor)):
        return claim  # "shuts two of its 14 shops in May": 14 are there
    governed = (frame.predicate, reading.anchor)
    claim = foreseen(claim, reader.published, *governed, words=sentence.span, lead=context.lead)
    return set_by_budget(claim, context.budget, *governed)


def _scope(
    context: Context, told: Told, subject: str, timed: frozenset[int]
) -> tuple[dict[str, str], dict[str, str]]:
    """Return where, of whom and how a number holds, and what of that was inferred, from what."""
    reading, frame, sentence = told.reading, told.frame, told.sentence
    only = frame.place
    started = sentence.span.doc.starting(*span_told(sentence, reading, frame))
    clause = [only] if only is not None else [*where(frame.predicate), *started]
    plain = told.measure.removeprefix(CHANGE)
    scope = scope_of(clause, plain, subject, context.names, thing=frame.whole or plain, unit=told.unit)
    scope, notes = with_place(context, scope, reading, only, told.measure, subject)
    beside = said_with(reading, frame, timed)
    return scope | ({CIRCUMSTANCE: beside} if beside else {}), notes

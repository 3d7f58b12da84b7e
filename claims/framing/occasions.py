"""Dates that a text asserts: when something happened, and what it was."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.framing.dated import (
    figures_in,
    is_arranged,
    is_asserted,
    is_at_last,
    is_not_so,
    is_period_of,
    is_pinned,
    is_put_off,
    restores,
    tells_event,
)
from claims.framing.dated_acts import act_of, in_order, in_span, measure_of, nominal, takes_place, toward
from claims.framing.dated_nouns import called, dated_noun, due_date, due_on
from claims.framing.frame import agent_of, complements
from claims.framing.mentions import bodies, people
from claims.framing.noun_phrases import (
    SUBJECTS,
    is_verb,
    object_of,
    phrase_tokens,
    possessor_of,
    subject_of,
    text_of,
)
from claims.framing.states_since import held_since, held_until
from claims.language import Sentence
from claims.model import Claim, Hedge
from claims.periods import TimeExpression
from claims.timing.baselines import compared_place
from claims.timing.records import bounds_record
from claims.timing.tenses import is_speech, tense
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from claims.tokens import Token

_TIMES = ("DATE", "TIME")
_STATES = frozenset({"be", "have"})
_FROM_START = "date from start to end"
_LINKS = frozenset(
    {"prep", "npadvmod", "advmod", "pobj", "nmod", "nummod", "compound", "tmod", "appos", "acomp", "agent"}
)


@dataclass(frozen=True, slots=True)
class Occasion:
    """An event with its date; offsets count in the sentence.

    Attributes:
        time: The date.
        predicate: The verb that tells the event.
        subject: The head of what it is said of, or None.
        measure: What is dated, as text ("date of closure").
        object: What is acted upon, as text, or None.
        start: The first offset.
        end: The offset after the last.
        named: Whether the event is only named with its day ("the vote of 3 May"), as a text does often.
    """

    time: TimeExpression
    predicate: "Token"
    subject: "Token | None"
    measure: str
    object: str | None
    start: int
    end: int
    named: bool = False

    @property
    def is_not_before(self) -> bool:
        """Tell whether the event is denied for the time up to its date: "will not open before May"."""
        return self.time.relation == "before" and is_not_so(self.predicate)

    @property
    def is_affirmed(self) -> bool:
        """Tell whether a denial is only of the time before: what "did not open until May" opened then."""
        return self.is_not_before or is_at_last(self.predicate, self.time)

    @property
    def bounds(self) -> tuple[str | None, str | None, Hedge]:
        """Return the first and the last day on which the event can be, and the hedge that says so."""
        time = self.time
        first, last = time.named[0] or time.first, time.named[1] or time.last
        if self.is_not_before:
            return first, None, "at_least"
        if time.relation in ("by", "before"):
            return None, time.last if time.relation == "before" else last, "at_most"
        return first, last, "range" if time.kind == "span" else "exact"


def occasions(
    sentence: Sentence, times: Sequence[TimeExpression], numbers: Sequence[Claim]
) -> Iterator[Occasion]:
    """Yield the events that a sentence dates.

    A time that only says when a number holds is that number's period and no claim of its own, and so is one
    that names neither its days nor its year.

    Args:
        sentence: The parsed sentence.
        times: Its time expressions.
        numbers: The number claims already read from it.
    """
    figures = figures_in(sentence, numbers)
    for time in times:
        if not is_pinned(time) or _is_length(time, sentence, numbers):
            continue
        found = _occasion(sentence, time, times, numbers, figures)
        if found is not None:
            yield found


def _is_length(time: TimeExpression, sentence: Sentence, numbers: Sequence[Claim]) -> bool:
    """Tell whether a time is told as a length: "will report in six weeks"."""
    if not time.text.lower().startswith("in "):
        return False
    spans = (claim.value for claim in numbers if claim.kind == "duration")
    return any(time.start <= value.start - sentence.start < time.end for value in spans if value is not None)


def _occasion(
    sentence: Sentence,
    time: TimeExpression,
    times: Sequence[TimeExpression],
    numbers: Sequence[Claim],
    figures: frozenset[int],
) -> Occasion | None:
    """Return the event that a sentence dates by one of its times, or None."""
    named = _noun_dated(sentence, time)
    if named is not None:
        return named
    if compared_place(time, sentence.span) is not None:
        return None  # "compared with August, exports fell"
    if time.relation == "since" and bounds_record(time, sentence.span):
        return None  # "the first strike since 2019"
    verb = _dated_verb(sentence, time)
    stated = _held(sentence, time, verb) or _due(time, verb)
    if stated is not None:
        return stated
    if verb is None or _only_says(verb) or not is_asserted(verb, time, times):
        return None
    holds = is_period_of(time, verb, sentence, numbers, figures)
    if holds and not is_put_off(verb, time) and not tells_event(verb, time, figures):
        return None
    noun = subject_of(verb)
    dated = _arranged(time, verb, noun) or _act_dated(time, verb, noun)
    return replace(dated, measure=_FROM_START) if holds and time.kind == "span" else dated


def _noun_dated(sentence: Sentence, time: TimeExpression) -> Occasion | None:
    """The event is only named with its day: "the vote of 3 May"."""
    event = dated_noun(sentence, time)
    if event is None:
        return None
    head = event.noun
    left, right = min(time.start, head.left_edge.idx), max(time.end, head.idx + len(head))
    return Occasion(time, head, event.subject, event.measure, None, left, right, event.named)


def _held(sentence: Sentence, time: TimeExpression, verb: "Token | None") -> Occasion | None:
    """Somebody or something has been so since the day: "chairman since May"."""
    told = held_since(sentence, time, verb) or held_until(time, verb)
    if told is None:
        return None
    bearer, predicate, measure = told
    left, right = min(bearer.left_edge.idx, time.start), max(time.end, bearer.idx + len(bearer))
    return Occasion(time, predicate, bearer, measure, None, left, right)


def _due(time: TimeExpression, verb: "Token | None") -> Occasion | None:
    """A day is that of something due: "the deadline is 3 May"."""
    due = due_on(verb, time) if verb is not None and verb.lemma_ == "be" else None
    if due is None or verb is None:
        return None
    holder, measure = due_date(due)
    return Occasion(time, verb, holder, measure, None, due.left_edge.idx, time.end)


def _only_says(verb: "Token") -> bool:
    """Tell whether a verb only says something, which dates what is said and not an event."""
    if _is_act(verb) or restores(verb):
        return False
    return verb.lemma_ in word_list("naming", "verbs", "saying") or (verb.dep_ == "relcl" and is_speech(verb))


def _is_act(verb: "Token") -> bool:
    """Tell whether what could be said is done: "is to report by May", "was told of it", "wrote to her"."""
    if verb.lemma_ in _STATES:
        return False
    said = [child for child in verb.rights if child.dep_ in ("ccomp", "dobj", "xcomp", "attr", "oprd")]
    if any(child.dep_ == "auxpass" for child in verb.lefts):
        return not said
    return verb.lemma_ in word_list("naming", "verbs", "reporting") and not said


def _arranged(time: TimeExpression, verb: "Token", noun: "Token | None") -> Occasion | None:
    """A noun is arranged for the day: "the hearing is set for 3 May"."""
    if noun is None or noun.pos_ != "NOUN" or not is_arranged(verb):
        return None
    holder, measure = due_date(noun)
    left = min(time.start, noun.left_edge.idx)
    return Occasion(time, verb, holder, measure, None, left, max(time.end, verb.idx + len(verb)))


def _act_dated(time: TimeExpression, verb: "Token", noun: "Token | None") -> Occasion:
    """Something is done on the day, or from one to another: "the mine shut on 3 May"."""
    subject, act = _bearer(verb, noun)
    described = _described(verb)
    near = noun is not None and abs(noun.i - verb.i) < 25
    left = min(time.start, noun.left_edge.idx if noun is not None and near else verb.idx)
    right = max(time.end, verb.idx + len(verb))
    measure = _date_of(time, verb, act, described)
    return Occasion(time, verb, subject, measure, _acted_upon(verb) or described, left, right)


def _date_of(time: TimeExpression, verb: "Token", act: str, described: str | None) -> str:
    """Return what the date of an act is called: "date of opening", "date from first to last day"."""
    if verb.lemma_ == "last" and time.kind == "span":
        return "date from first to last day"
    if described is not None:
        return f"date {described} {verb.text}"
    if verb.lemma_ in word_list("naming", "verbs", "reporting"):  # "wrote to the mayor in May"
        act = f"{act} {complements(verb, frozenset())}".strip()
    if time.kind == "span":
        act = in_span(act)
    lasts = verb.tag_ in ("VBZ", "VBP") or verb.lemma_ in word_list("dates", "dates", "lasting")
    until = time.relation == "until" and lasts
    measure = f"date {act} until" if until else measure_of(act)
    return measure + toward(verb) if measure.endswith("opening") else measure


def _dated_verb(sentence: Sentence, time: TimeExpression) -> "Token | None":
    piece = sentence.span.doc.char_span(time.start, time.end)
    if piece is None:
        return None
    if piece[0].lower_ == "not":  # "not until March did the pits close"
        behind = piece.doc[piece.end : piece.end + 1]
        return behind[0].head if behind and behind[0].dep_ in ("aux", "auxpass") else None
    token = piece.root
    if is_verb(token):
        return _governing(token)
    if token.dep_ == "attr" and token.head.lemma_ == "be":  # "the last day is 3 May"
        return token.head
    while token.dep_ in _LINKS and token.head != token:
        token = token.head
        if is_verb(token):
            return _governing(token) if not _is_loose(token, piece.root) else None
        if token.lemma_ in word_list("dates", "dates", "passing"):
            continue  # "meets for the first time on 9 May", "was jailed for six years on Friday"
        if token.pos_ in ("NOUN", "PROPN") and token.i not in range(piece.start, piece.end):
            return _told_of(token, time)
    return None


def _told_of(noun: "Token", time: TimeExpression) -> "Token | None":
    """Return the verb of "a jury on Monday found …", where the time stands between subject and verb."""
    verb = noun.head
    if noun.dep_ not in SUBJECTS or not is_verb(verb) or is_speech(verb) or tense(verb) != "past":
        return None
    first = min([verb, *(child for child in verb.lefts if child.dep_ == "auxpass")], key=lambda word: word.i)
    return verb if first.idx == time.end + 1 else None


def _is_loose(verb: "Token", time: "Token") -> bool:
    """Tell whether "by" and a day only describe a noun, in a line without a verb: "fuel saved by 2035"."""
    by = time if time.dep_ == "agent" else time.head
    return by.dep_ == "agent" and not any(child.dep_ == "auxpass" for child in verb.children)


def _governing(verb: "Token") -> "Token":
    """Return the verb whose act has the date: what "began flying in May" dates is the beginning."""
    above = verb.head
    begins = verb.dep_ == "xcomp" and is_verb(above) and above.lemma_ in load("frames")["dated"]
    if verb.dep_ == "pcomp" and above.lower_ == "into" and is_verb(above.head):  # "came into being in May"
        return above.head
    return above if begins else verb


def _bearer(verb: "Token", noun: "Token | None") -> tuple["Token | None", str]:
    """Return whose the dated act is and what it is called; of a passive act, who did it."""
    own = nominal(verb)
    act = own or act_of(verb)
    passive = (
        verb.tag_ == "VBN" and noun is not None and not any(child.dep_ == "aux" for child in verb.children)
    )
    if noun is None or noun.pos_ == "PROPN":
        return noun, act
    if not (passive or noun.dep_ == "nsubjpass"):
        acts = noun.pos_ != "NOUN" or noun.lemma_.lower() in people() | bodies() or _may_be_name(noun)
        if acts or own == "verdict" or takes_place(act):
            return noun, act
        return noun, f"{called(noun)} {act if own else in_order(verb)}".strip()
    doer = agent_of(verb) or _causer(verb) or possessor_of(noun)
    if noun.pos_ == "PRON":
        return doer or noun, act
    if doer is None and (own or act != verb.text):
        return noun, act
    named = text_of(phrase_tokens(noun, possessor=False, depth=1))
    if noun.tag_ == "NNS" and noun.i == 0 and noun.text.istitle():
        named = f"{named[:1].lower()}{named[1:]}"
    return doer or noun, f"{named} {verb.text if own else act}"


def _described(verb: "Token") -> str | None:
    """Return what a relative clause tells of, where it names nobody: "the report that the judge filed"."""
    told = verb.dep_ in ("relcl", "acl") and verb.tag_ not in ("VBN", "VBG", "VB")
    if not told or verb.head.pos_ not in ("NOUN", "PROPN") or verb.head.ent_type_ in _TIMES:
        return None
    doer = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    target = object_of(verb)
    gap = target is None or target.tag_ in ("WDT", "WP")
    stranded = any(child.dep_ == "prep" and not list(child.children) for child in verb.rights)
    opens = (child for child in verb.lefts if child.tag_ == "WRB" or child.dep_ in ("prep", "mark"))
    opened = any(child.lower_ != "that" for child in opens)
    if doer is None or doer.pos_ != "NOUN" or not gap or opened or stranded:
        return None
    return text_of(phrase_tokens(verb.head, depth=1, possessor=False)) or None


def _causer(verb: "Token") -> "Token | None":
    """Return who has something done: "the airline had the jets repainted in May"."""
    if verb.tag_ != "VBN" or verb.dep_ not in ("ccomp", "acl"):
        return None
    above = verb.head
    while above.dep_ in ("pobj", "prep", "dobj"):  # "had half of the jets repainted"
        above = above.head
    return subject_of(above) if above.lemma_ in ("have", "get") else None


def _acted_upon(verb: "Token") -> str | None:
    """Return what an event acts upon, or None."""
    target = object_of(verb)
    if target is None or target.pos_ not in ("NOUN", "PROPN"):
        return None
    return text_of(phrase_tokens(target, depth=1)) or None


def _may_be_name(noun: "Token") -> bool:
    """Tell whether a noun that opens a sentence alone may be a name that the parse does not know."""
    return noun.i == 0 and noun.tag_ == "NN" and noun.text.istitle()

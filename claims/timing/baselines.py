"""What a figure is only compared with: "compared with 40 a year earlier", "8 % more than in 2019"."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from claims.periods import TimeExpression
from claims.vocabulary import load

if TYPE_CHECKING:
    from claims.tokens import Span, Token

_REACH = 12
_FARTHEST = 24
_NEAR = 3
_UNITS_BACK = ("a", "one", "the")

Place = tuple[int, int]


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(load("when")["baseline"][name])


def compared_place(time: TimeExpression, span: "Span") -> Place | None:
    """Return where the figure stands that a time dates when it only serves a comparison, else None.

    Args:
        time: A time of the sentence, with offsets relative to it.
        span: The parsed sentence.

    Returns:
        The offsets between the word of comparison and the end of what it governs, or None for a time that
        is not compared with.
    """
    first = span.doc.from_char(time.start)
    if first is None:
        return None
    cue = _cue_before(first) if not _is_on_period(first, time) else first
    if cue is not None:
        return cue.idx, _end_behind(span, time)
    if is_step_back(time) and first.i > span.start and first.nbor(-1).text == ",":
        cue = _cue_over_figures(first)
        return (cue.idx, time.end) if cue is not None else None
    if is_step_back(time) and first.i > span.start and not _opens_clause(first):
        back = max(span.start, first.i - _NEAR - 4)
        return _chunk_start(first, back), time.start
    return None


def _is_on_period(first: "Token", time: TimeExpression) -> bool:
    """Tell whether "on" stands before more than days: "up 8 % on last year"; not "on Monday"."""
    if first.lower_ != "on":
        return False
    if not time.first or not time.last:
        return not _listed("periods").isdisjoint(time.text.lower().split())
    return time.first[:7] != time.last[:7] or (time.first.endswith("-01") and time.last[8:] >= "28")


def is_step_back(time: TimeExpression) -> bool:
    """Tell whether a time is worded as one unit back from another: "a year earlier", "the month before"."""
    words = time.text.lower().replace("-", " ").split()
    core = [word for word in words if word not in ("in", "of", "at")]
    core = core[:-1] if core[-2:-1] and core[-2] in _listed("words") else core  # "the year-ago quarter"
    return len(core) in (2, 3) and core[-1] in _listed("words") and core[0] in _UNITS_BACK


def follows_cue(start: int, span: "Span") -> bool:
    """Tell whether a figure is the old one of a comparison: "from 40", "against just under €3m"."""
    token = span.doc.from_char(start)
    if token is None:
        return False
    for index in range(token.i - 1, max(span.start, token.i - 5) - 1, -1):
        word = span.doc[index]
        if word.lower_ in _listed("cues"):
            return _compares(word)
        if _follows_figure(word):
            return True
        if word.lower_ not in _listed("small") and word.pos_ not in ("SYM", "DET"):
            return False
    return False


def _follows_figure(after: "Token") -> bool:
    """Tell whether "after" sets a figure beside the one before it: "a dividend of £2, after £1 for 2024"."""
    if after.lower_ not in ("after", "following") or after.i < _NEAR or not after.nbor(-1).is_punct:
        return False
    ahead = after.doc[max(0, after.i - _REACH) : after.i]
    told = {word.text for word in ahead if word.pos_ in ("SYM", "NOUN", "NUM")}
    behind = [word for word in after.doc[after.i + 1 : after.i + 8] if word.lower_ not in _listed("small")]
    if behind[:1] and behind[0].pos_ == "SYM":
        return behind[0].text in told
    rest = behind[1:]
    while rest and (rest[0].text in told or rest[0].pos_ in ("SYM", "NUM")):  # of the same unit
        rest = rest[1:]
    ends = not rest or rest[0].is_punct or rest[0].pos_ in ("ADP", "SCONJ")
    counts = behind[:1] and behind[0].like_num and any(word.like_num for word in ahead)
    return bool(counts and ends)


def _compares(cue: "Token") -> bool:
    """Tell whether a cue compares with the figure behind it: not "higher than", a bound: "more than 40"."""
    low = cue.lower_
    if low == "than":
        before = cue.nbor(-1) if cue.i else cue
        return before.lower_ not in ("more", "less", "fewer", "greater", "larger", "rather", "other")
    return low not in ("above", "below", "exceeding") and (low != "from" or _starts_change(cue))


def _starts_change(cue: "Token") -> bool:
    """Tell whether "from" gives where a change began: "up from 4", "to 6 from 4", "from 4 to 6"."""
    before = cue.nbor(-1) if cue.i else cue
    verbs = {cue.head.lower_, before.lower_}
    if verbs & _changing():
        return True
    doc = cue.doc
    behind = [word for word in doc[cue.i + 1 : cue.i + 12] if word.lower_ == "to"]
    ahead = [word for word in doc[max(0, cue.i - 7) : cue.i] if word.lower_ == "to"]
    return any(_figure_near(word) for word in [*behind[:1], *ahead[-1:]])


def _figure_near(word: "Token") -> bool:
    return any(after.like_num for after in word.doc[word.i + 1 : word.i + 4])


@cache
def _changing() -> frozenset[str]:
    return frozenset(load("periods")["cues"]["comparison"])


def _cue_before(first: "Token") -> "Token | None":
    """Return the word of comparison that reaches a time, over at most one figure with its noun."""
    tokens = first.doc.tokens
    for index in range(first.i - 1, max(-1, first.i - _REACH), -1):
        word = tokens[index]
        low = word.lower_
        if low == "," and index == first.i - 1 and _sets_on(tokens[max(0, index - _REACH) : index]):
            continue
        if low == "on" and _changes_before(word):
            return word
        if low in _listed("cues") or (low == "as" and _equates(word)) or _follows_figure(word):
            return word if _reaches(word, first) else None
        if low in ("with", "to") and index and tokens[index - 1].lower_ == "compared":
            continue
        if low == "of" and index and tokens[index - 1].lower_ == "ahead":
            return word if first.i - index < _NEAR else None
        if low in _listed("ends") or word.pos_ in ("VERB", "AUX"):
            return None
    return None


def _cue_over_figures(first: "Token") -> "Token | None":
    """Return the word of comparison that only figures part from a time: "from €4m, or €2 each, in May"."""
    for index in range(first.i - 1, max(-1, first.i - _FARTHEST), -1):
        word = first.doc[index]
        if word.lower_ in _listed("cues"):
            return word if _compares(word) else None
        if word.pos_ in ("VERB", "AUX") or word.text in (";", ":", "("):
            return None
    return None


def _sets_on(words: "Iterable[Token]") -> bool:
    """Tell whether words compare with an occasion: "up 4 points on the last election"."""
    return any(word.lower_ == "on" and _changes_before(word) for word in words)


def _changes_before(on: "Token") -> bool:
    """Tell whether a change stands before "on": "up 4 points on", "an increase of 8 % on"."""
    before = on.doc[max(0, on.i - _NEAR - 3) : on.i]
    changing = any(word.lower_ in _changing() or word.lower_ in _listed("changes") for word in before)
    follows = on.i + 1 < len(on.doc) and on.doc[on.i + 1].lower_ in ("the", "its", "their", "his", "her")
    return changing and follows and any(word.like_num for word in before)


def _equates(word: "Token") -> bool:
    """Tell whether "as" is the second of two: "twice as many as in 2024", "the same as in May"."""
    before = [step.lower_ for step in word.doc[max(0, word.i - 4) : word.i]]
    return "as" in before or before[-1:] == ["same"]


def _reaches(cue: "Token", first: "Token") -> bool:
    """Tell whether a cue governs a time: right before it, or over the figure that it compares with."""
    between = [word for word in cue.doc[cue.i + 1 : first.i] if word.lower_ not in _listed("small")]
    if all(word.pos_ in ("ADP", "DET", "PUNCT") for word in between):
        return True
    link = first if first.pos_ == "ADP" else first.nbor(-1)
    named = any(word.lemma_ in _listed("levels") for word in between)
    noted = link.lower_ == "of" or (link.lower_ in ("in", "from") and named)
    if noted and cue.lower_ != "from" and all(word.pos_ in ("NOUN", "ADJ", "ADP", "DET") for word in between):
        return True  # "above the mark of 1993", "below the level in May"
    number = next((word for word in between if word.pos_ not in ("SYM", "ADP", "DET")), None)
    figure = number is not None and (number.like_num or number.pos_ == "NUM")
    return figure and (cue.lower_ != "from" or _starts_change(cue))


def _end_behind(span: "Span", time: TimeExpression) -> int:
    """Return how far what a compared time governs reaches: over "'s 640 kt" in "above last year's 640 kt"."""
    behind = [token for token in span if token.idx >= time.end][: _NEAR + 2]
    if not behind or not (behind[0].lower_ in ("'s", "’s", "'", "’") or time.text.endswith(("'s", "’s"))):
        return time.end
    end = time.end
    for token in behind:
        if token.text in (",", ";", ".", ")") or token.pos_ in ("VERB", "AUX", "ADP"):
            break
        end = token.idx + len(token)
    return end


def _opens_clause(first: "Token") -> bool:
    before = first.nbor(-1)
    return before.text in (",", ";", ":", "(") or before.pos_ in ("CCONJ", "SCONJ")


def _chunk_start(first: "Token", back: int) -> int:
    """Return where the words begin that a step back can reach over: the figure right before it."""
    start = first
    for index in range(first.i - 1, back - 1, -1):
        word = first.doc[index]
        if word.text in (",", ";", ":", "(") or word.pos_ in ("VERB", "AUX") or word.lower_ == "than":
            break
        start = word
    return int(start.idx)


def times_of_figure(
    times: Sequence[TimeExpression], figure: Place, span: "Span"
) -> tuple[TimeExpression | None, list[TimeExpression]]:
    """Divide the times of a sentence between a figure and what it is compared with.

    Args:
        times: The times, with offsets relative to the sentence.
        figure: Where the figure stands.
        span: The parsed sentence.

    Returns:
        The time that the figure has as the old one of a comparison, if any, and the times that date no
        comparison and are free for the others.
    """
    free: list[TimeExpression] = []
    own: TimeExpression | None = None
    for time in times:
        place = compared_place(time, span)
        if place is None:
            free.append(time)
        elif place[0] <= figure[0] and figure[1] <= place[1]:
            own = time
    return own, free

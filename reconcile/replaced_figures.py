"""Two figures of one passage of which the text says that one was expected, or came before the other.

"It cost £12m instead of £8m", "Sales reached 410; the firm had counted on 350", "raised its target from 50 to
60 trams", "In May it had spoken of 40". The second is said of the same thing without naming it again, so
which measure and whom a parse gave to it does not matter.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from reconcile.gates_parts import is_whole
from reconcile.intervals import relation, times_apart
from reconcile.keys import Key
from reconcile.pairing import Pairing, Reason, day
from reconcile.rival_figures import CLOSE, NEAR_IN_SIZE, SAME
from reconcile.vocabulary import load
from reconcile.window import apart, next_to

# So many figures of a unit are looked at before one.
REACH = 3
# Who holds what came against what was expected speaks of the last years.
YEARS = 2 * 366
EXPECTED, EARLIER = "expected", "earlier"
AHEAD = frozenset({"projection", "plan"})
_SENTENCE_END = re.compile(r"[.!?]['”’\"]?\s")
_OPENS = r"(?:^|[,;:—–]\s(?:(?:and|but)\s)?|\b(?:when|while|but|though|although|whereas|where|which|than)\s)"
_CURRENCY = r"(?:[^\w\s]\s?)?"


@cache
def _words(name: str) -> str:
    return "|".join(load("replaced")[name])


@cache
def _hedge() -> str:
    """Return what may stand between such words and the figure: "about", "no more than the"."""
    return rf"(?:(?:{_words('hedges')})\s)*"


@cache
def _closed() -> re.Pattern[str]:
    """Return what may follow a figure that closes its clause: a unit, a time, or that it was so earlier."""
    return re.compile(
        rf"(?:\s(?:a|an|per|each)\s\w+)?(?:\s(?:{_words('dating')})\s[^,.;:()]{{1,40}})?"
        rf"(?:\s(?:{_words('before')}))?\s*(?:$|[.;,:!?)”’—–])"
    )


def _foreseen(opens: str, verbs: str) -> str:
    """Return how a clause says that something was foreseen: "the owner had first counted on".

    Args:
        opens: What opens the clause, up to its auxiliary.
        verbs: The participles.
    """
    how = r"(?:(?:\w+ly|first|once|still|only|on\saverage)\s)?"
    return rf"{opens}\s{how}(?:been\s)?{how}(?:{verbs})\s"


@cache
def _expecting() -> re.Pattern[str]:
    """Return the words before a figure that somebody counted on: "the owner had counted on"."""
    reached = rf"(?:to\s(?:{_words('reaching')})\s)?"
    thing = rf"(?:(?:a|an|the|its|their)\s(?:\w+\s)?(?:{_words('things')})\s(?:of|at|to)\s)?"
    again = rf"(?:it|they|this|the\s(?:{_words('things')}))\s(?:had\sbeen|was|were)"
    who = r"(?:[\w’'&.-]+\s){1,8}?(?<!\bis\s)(?<!\bare\s)(?<!\bwas\s)(?<!\bwere\s)(?<!\bbe\s)(?<!\band\s)"
    had = _foreseen(rf"{_OPENS}(?:{again}|{who}(?:had|have))", _words("expecting"))
    return re.compile(
        rf"(?:{had}|^{who}(?:{_words('expected')})\s)(?:(?:at|for|with|on|in)\s)?{reached}{thing}{_hedge()}$",
        re.I,
    )


@cache
def _scheduled() -> re.Pattern[str]:
    """Return the words before a day that was planned for what has been told: "It had been due"."""
    again = r"^(?:it|they|this|that)\s(?:had|was|were)"
    having = r"[,;—–]\s(?:(?:and|but|after)\s)?having"
    beside = r"[,;—–]\s(?:(?:and|but|though|although)\s)?(?:it|they)\s(?:had|was|were)"
    verbs = f"{_words('expecting')}|{_words('scheduling')}"
    return re.compile(rf"{_foreseen(f'(?:{again}|{having}|{beside})', verbs)}(?:to\s\w+\s)?$", re.I)


@cache
def _told_before() -> re.Pattern[str]:
    """Return the words before a figure that was given earlier: "in May it had spoken of"."""
    again = rf"(?:(?:it|them|this|(?:the|its|their)\s(?:{_words('things')}))\s)?"
    return re.compile(
        rf"\bhad\s(?:\w+ly\s|first\s|once\s|still\s|been\s)*(?:{_words('telling')})\s{again}"
        rf"(?:(?:at|for|of|to)\s)?{_hedge()}$"
    )


@cache
def _beside() -> re.Pattern[str]:
    """Return the words between two figures of which the second is not what came."""
    against = f"{_words('replacing')}|{_words('set_against')}"
    return re.compile(rf"[^.;:]{{0,40}}\b(?:{against})\s(?:the\s)?{_hedge()}$")


@cache
def _was_expected() -> re.Pattern[str]:
    """Return the words behind a figure that was counted on: "the 350 that had been hoped for"."""
    return re.compile(
        rf"(?:\s(?!and|or|but)[a-z-]+){{0,4}}?\s(?:(?:that|which|who)\s)?(?:(?:[\w’'-]+\s){{0,4}}?"
        rf"(?:had|was|were|has|have)\s)?(?:been\s)?(?:(?:\w+ly|first)\s)?(?:{_words('expecting')})\b"
    )


@cache
def _views() -> re.Pattern[str]:
    """Return the words before two figures of which the second is a new view, budget or offer."""
    change, view, words = _words("changing"), _words("views"), r"(?:[\w’'-]+\s){0,6}?"
    return re.compile(
        rf"\b(?:(?:{change})\s{words}(?:{view})|revised|(?:{view})\s{words}(?:{change}))\b[^.;:\d]*$"
    )


@cache
def _compared() -> re.Pattern[str]:
    """Return the words before a figure that is told only for another to be held against it: "after"."""
    whose = r"(?:(?:the|last|its|their)\s|\w+[’']s\s){0,2}"
    return re.compile(rf"\b(?:{_words('comparing')})\s{whose}{_hedge()}$")


@cache
def _instead() -> re.Pattern[str]:
    """Return the words between what came and what did not: "It cost €12m instead of €8m"."""
    return re.compile(rf"(?:\s[a-z]+)?\s(?:{_words('replacing')})\s(?:the\s)?{_hedge()}{_CURRENCY}")


@cache
def _came() -> re.Pattern[str]:
    """Return the words before what came: what is to come instead of what was is another matter."""
    return re.compile(
        r"(?:^|[,;]\s)(?:[\w’'-]+\s){1,8}?(?<!will )(?<!to )(?<!would )(?<!should )"
        rf"(?:{_words('came')})\s{_hedge()}{_CURRENCY}$"
    )


@cache
def _ahead() -> re.Pattern[str]:
    """Return the words by which a sentence looks ahead."""
    return re.compile(rf"\b(?:{_words('ahead')})\b", re.I)


@cache
def _gives_way() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return what stands before and inside "50 to 60", and inside "60, up from 50"."""
    figure = rf"{_hedge()}{_CURRENCY}$"
    return (
        re.compile(rf"\bfrom\s{figure}"),
        re.compile(rf"[^.;:,\d]{{0,30}}\sto\s{figure}"),
        re.compile(rf"[^.;:\d]{{0,40}},?\s(?:{_words('moved')})\s(?:from|of)\s{figure}"),
    )


def replaced(texts: Mapping[str, str], keys: Iterable[Key]) -> dict[frozenset[str], str]:
    """Return the pairs of claims of which one passage says that one was expected, or came earlier.

    Args:
        texts: Source -> its text.
        keys: The keys of all claims.

    Returns:
        The ids of two claims -> "expected" or "earlier".
    """
    of_unit: dict[tuple[str, str], list[Key]] = defaultdict(list)
    for key in keys:
        value = key.claim.value
        if value is not None and key.claim.kind != "rank" and not is_whole(key):
            of_unit[key.claim.source, value.unit].append(key)
    found = {}
    for (source, _), same in of_unit.items():
        same.sort(key=lambda key: (key.claim.value.start if key.claim.value else 0, key.claim.id))
        for at in range(1, len(same)) if source in texts else ():
            other = same[at]
            if _is_new_view(same[at - 1], other, texts[source]):
                found[frozenset((same[at - 1].claim.id, other.claim.id))] = EARLIER
                continue
            one = next(
                (key for key in same[max(0, at - REACH) : at][::-1] if not _is_only_compared(key)), None
            )
            how = _how(one, other, texts[source]) if one else None
            if one and how:
                found[frozenset((one.claim.id, other.claim.id))] = how
    return found


def _is_only_compared(key: Key) -> bool:
    """Whether a figure is told only for another to be held against: "from 40", "after 1.9%"."""
    return _compared().search(next_to(key.claim, behind=False)) is not None


def _how(one: Key, other: Key, text: str) -> str | None:
    """Tell how the second of two figures that follow each other stands to the first."""
    first, second = one.claim.value, other.claim.value
    if first is None or second is None or relation(first, second) in SAME:
        return None
    between = text[first.end : second.start]
    if not between or len(between) > CLOSE or "\n\n" in between:
        return None
    if one.counted and other.counted and not one.counted & other.counted:
        return None
    if first.unit == "date":
        return EXPECTED if _scheduled().search(_SENTENCE_END.split(between)[-1]) else None
    if times_apart(first, second) > NEAR_IN_SIZE:
        return None
    behind = text[second.end : second.end + 80].partition("\n")[0]
    return _told(text[: first.start][-120:], between, behind)


def _told(before: str, between: str, behind: str) -> str | None:
    before = _SENTENCE_END.split(before.rpartition("\n")[2])[-1]
    sentences = _SENTENCE_END.split(between)
    clause = sentences[-1]
    if len(sentences) == 1 and (told := _in_one_sentence(before, between, behind)):
        return told
    if len(sentences) > 2 or not _closed().match(behind):
        return None
    if _expecting().search(clause):
        return EXPECTED
    return EARLIER if _told_before().search(clause) else None


def _in_one_sentence(before: str, between: str, behind: str) -> str | None:
    if _expecting().search(between) and _closed().match(behind):
        return EXPECTED
    if _instead().fullmatch(between) and _closed().match(behind) and _came().search(before):
        return EXPECTED
    if _beside().fullmatch(between) and _was_expected().match(behind):
        return EXPECTED
    return None


def _is_new_view(one: Key, other: Key, text: str) -> bool:
    """Whether one figure that is planned or offered gives way to the next: "a target of 40, up from 30"."""
    first, second = one.claim.value, other.claim.value
    if first is None or second is None or first.unit == "date" or relation(first, second) in SAME:
        return False
    before = _SENTENCE_END.split(text[: first.start][-120:].rpartition("\n")[2])[-1]
    between = text[first.end : second.start]
    first_of_two, second_of_two, up_from = _gives_way()
    from_to = first_of_two.search(before) is not None and second_of_two.fullmatch(between) is not None
    return (from_to or up_from.fullmatch(between) is not None) and _views().search(before) is not None


def revised(pair: Pairing) -> Reason | None:
    """One text tells that a figure was expected, or was given earlier, and what came instead."""
    told = pair.setting.replaced.get(pair.ends)
    if told is None or pair.relation == "agree":
        return None
    if told == EXPECTED and _is_long_past(pair, pair.a):
        return None  # "in 2019 the crop was 4 tonnes; growers had hoped for 6 this year"
    if told == EXPECTED and not _is_ahead(pair, pair.a):
        return Reason(
            "revision", "projection_vs_actual", "The text sets what came against what was expected."
        )
    return Reason("revision", "superseded", "The text tells what replaced an earlier figure.")


def _is_long_past(pair: Pairing, key: Key) -> bool:
    """Whether a figure is of long before its source, and the other stands in another sentence."""
    ended, published = day(key.period.end if key.period else None), day(pair.published(key))
    past = ended is not None and published is not None and (published - ended).days > YEARS
    return past and not pair.same_sentence and key.claim.modality not in AHEAD


def _is_ahead(pair: Pairing, key: Key) -> bool:
    """Whether a figure is a forecast or plan, or a day to come."""
    value, published = key.claim.value, pair.published(key)
    later = value is not None and value.unit == "date" and published is not None
    return (key.claim.modality in AHEAD and _ahead().search(apart(key.claim)[0]) is not None) or (
        later and str(value.low if value else "") > str(published)
    )

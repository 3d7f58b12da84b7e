"""What is not the article: bylines, dates, credits, links, told by their form and their first words."""

import re
from functools import cache
from typing import Any

from claims import vocabulary
from claims.sources.dates import find_date, weekday_pattern

# Nothing longer than this is furniture by its form, and no pattern is tried on it.
LONGEST = 300
_LONGEST_DATE_LINE = 100
_LONGEST_BYLINE = 120
_LONGEST_SIDE = 12  # words before or behind the date of a date line
_LONGEST_CAPTION = 600
_URL = re.compile(r"<?\(?(?:https?://|www\.)\S+\)?>?|\S+@\S+\.\w{2,}", re.IGNORECASE)
_LINK_ONLY = re.compile(r"!?\[[^\]]{0,200}\]\([^)\s]{1,300}\)")
_ISSUE = re.compile(
    r"(?:issue|no\.|vol\.|volume|page|p\.|edition|bulletin|issn)\s{0,3}(?:no\.\s{0,3})?\d[\d,/]*"
    r"(?:\s{0,3}[,·|–—-]\s{0,3}(?:issue|no\.|page|p\.)\s{0,3}\d+)?",
    re.IGNORECASE,
)
_READING_TIME = re.compile(
    r"(?:\d+\s{0,2}(?:min(?:ute)?s?\s{0,2}read|comments?|shares?|views?|likes?))", re.IGNORECASE
)
_TAGS_ONLY = re.compile(r"(?:#\w{1,60}[\s,]{0,3}){1,20}")
_HTML_TAGS = re.compile(r"(?:</?[a-zA-Z][^<>]{0,200}>\s{0,5}){1,20}")
# Before and after the date of a date line: an edge, a separator, a weekday, a clock time.
_BEFORE_DATE = re.compile(
    rf"(?:^|[,|–—·•:(/-]\s{{0,3}})(?:(?:{weekday_pattern()})\.?,?\s{{0,3}})?$", re.IGNORECASE
)
_CLOCK = r"\s{0,3},?\s{0,3}(?:at\s{1,3})?\d{1,2}[:.]\d{2}"
_AFTER_DATE = re.compile(rf"T\d{{2}}:|\s{{0,3}}(?:$|[,|–—·•)/(-])|{_CLOCK}")
_HOUR_AT_END = re.compile(r"\d\s{0,2}[ap]\.m\.$", re.IGNORECASE)
_NAME = r"(?:[A-Z][\w.'’-]{0,30}|de|van|von|bin|al|da|der|la)"
_PERSON = rf"{_NAME}(?:\s{_NAME}){{0,5}}"
_BYLINE_NAMES = re.compile(
    rf"(?P<names>{_PERSON}(?:(?:,\s|\sand\s|,\sand\s|\s&\s){_PERSON}){{0,5}})"
    r"(?:\s(?:in|at|for|from)\s[\w .'’-]{1,60}|,\s[\w .'’-]{1,60}|\s[–—-]\s[\w .'’-]{1,60})?"
)
_UNNAMED = re.compile(r"(?:our|a|an|the)\s[\w .'’-]{1,60}|staff\s[\w .'’-]{1,40}", re.IGNORECASE)
_LABEL_END = r"\s{0,3}(?:[:|–—-]\s{0,3}|,\s|\s|$)"


@cache
def _words() -> dict[str, Any]:
    return vocabulary.load("furniture")


@cache
def _label(kind: str) -> re.Pattern[str]:
    """Pattern of a label at the start of a line; bars and brackets may stand before it."""
    spellings = sorted(_words()["labels"][kind], key=len, reverse=True)
    names = "|".join(re.escape(spelling) for spelling in spellings)
    return re.compile(
        rf"[\s|(\[*_•·-]{{0,6}}(?P<label>(?:{names})(?:\s(?:on|at))?)(?![\w-])(?P<colon>{_LABEL_END})",
        re.IGNORECASE,
    )


def label(kind: str, text: str) -> re.Match[str] | None:
    """Match one of the labels of a kind (published, updated, byline …) at the start of a line."""
    return _label(kind).match(text[:LONGEST])


def _has_colon(match: re.Match[str]) -> bool:
    after_two_words = "," in match["colon"] and " " in match["label"]  # "Image caption, the old pier"
    return after_two_words or any(mark in match["colon"] for mark in ":|–—")


def is_labelled(text: str) -> bool:
    """Tell whether a line opens with a label that keeps it from joining the lines around it."""
    if len(text) > LONGEST:
        return False
    if is_credit(text) or is_desk(text) or is_dated_label(text) or byline(text) is not None:
        return True
    return is_caption_label(text)


def is_caption_label(text: str) -> bool:
    """Tell whether a line opens with "Caption:", "Photo:" and the like."""
    match = label("caption", text)
    return bool(match and _has_colon(match))


def is_dated_label(text: str) -> bool:
    """Tell whether a line is "Published on …", "Updated: …" with a date soon after the label."""
    if len(text) > _LONGEST_DATE_LINE:
        return False
    match = label("published", text) or label("updated", text)
    rest = text[match.end() :] if match else ""
    date = find_date(rest)
    if date is None or not _BEFORE_DATE.search(rest[: date.start]):
        return False
    return len(rest) - date.end <= 40 or rest[date.end :].lstrip().startswith("(")  # "(Adds quotes …)"


def is_date_line(text: str) -> bool:
    """Tell whether a line is nothing but a date with its place, weekday, hour or section."""
    if len(text) > _LONGEST_DATE_LINE or (text.endswith((".", "?", "!", ";")) and not _ends_in_hour(text)):
        return False
    date = find_date(text)
    return bool(
        date
        and (
            _BEFORE_DATE.search(text[: date.start])
            or byline(text[: date.start].rstrip())
            or _is_stamp(text, date.start, date.end)
        )
        and _AFTER_DATE.match(text[date.end :])
        and len(text[: date.start].split()) <= _LONGEST_SIDE
        and len(text[date.end :].split()) <= _LONGEST_SIDE
    )


def _ends_in_hour(text: str) -> bool:
    """Tell whether the point at the end is that of a time of day: "3 June 2025 at 6.10 p.m."."""
    return bool(_HOUR_AT_END.search(text[-8:]))


def _is_stamp(text: str, start: int, end: int) -> bool:
    """Tell whether names stand before a date and its hour: "Ada Holm, News Wire Mar 6, 2024, 9:25 AM"."""
    names = text[:start].split()
    return bool(re.match(_CLOCK, text[end:])) and all(not name[0].islower() for name in names)


def byline(text: str) -> str | None:
    """Return the names in a byline, "" where it names nobody ("By our correspondent"); None if it is none.

    A date may follow the names: "By Ana Silva 3 June 2025".
    """
    if len(text) > _LONGEST_BYLINE or (text.endswith((".", "?", "!")) and not _ends_in_hour(text)):
        return None
    match = label("byline", text)
    inner = text[match.end() :] if match else None
    if inner is None:
        lowered = text.lower()
        staff = (
            lowered.startswith(("from our ", "from a ", "from the "))
            and lowered.partition(" in ")[0].split()[-1] in _words()["lines"]["writers"]
        )
        return "" if staff else None
    who = re.split(r"\s[|·•–—]\s|\s\|", inner, maxsplit=1)[0].strip("*_ ")
    date = find_date(who)
    who = who[: date.start].rstrip(" ,") if date and date.start else who
    if _UNNAMED.fullmatch(who):
        return ""
    names = _BYLINE_NAMES.fullmatch(who)
    if names is None or who.split()[0].lower() in ("the", "a"):
        return None
    first, *others = names["names"].split(", ")
    return ", ".join([first, *(other for other in others if not _is_role(other))])


def _is_role(text: str) -> bool:
    """Tell whether a part of a byline is no person: "Staff Writer", "Associated Press"."""
    lines = _words()["lines"]
    return text.split()[-1].lower() in lines["writers"] or text.lower() in lines["agencies"]


def is_byline_without_label(text: str) -> bool:
    """Tell whether a short line names a desk, a bureau or a correspondent."""
    words = text.lower().split()
    return 1 < len(words) <= 6 and words[-1] in _words()["lines"]["writers"] and not text.endswith((".", "?"))


def is_credit(text: str) -> bool:
    """Tell whether a line credits a picture ("Photo Credit: …", "Image: Reuters")."""
    if len(text) > 120:
        return False
    match = label("credit", text)
    if match and (_has_colon(match) or match["label"].lower().endswith((" by", "credit", "credits"))):
        return not _is_sentence(text[match.end() :])
    match = label("caption", text)
    if match and match["label"].lower().endswith("caption"):
        return False
    inner = text[match.end() :].strip(" )*_") if match and _has_colon(match) else ""
    return bool(inner) and len(inner.split()) <= 6 and inner[0].isupper() and not _is_sentence(inner)


def ends_in_credit(text: str) -> bool:
    """Tell whether a text closes with a picture's credit ("… by the pier. Photo: A. Bell/Agency")."""
    return len(text) <= _LONGEST_CAPTION and bool(_credit_inside().search(text))


@cache
def _credit_inside() -> re.Pattern[str]:
    labels = _words()["labels"]
    names = "|".join(map(re.escape, [*labels["credit"], "photo", "photograph", "picture", "image"]))
    who = r"(?:[^.:]|\b[A-Z]\.){1,60}$"
    return re.compile(rf"[.(|\[]\s{{0,3}}(?:{names})\s{{0,2}}[:|/]\s{{0,2}}{who}", re.IGNORECASE)


def is_open_credit(text: str) -> bool:
    """Tell whether a line is a credit's label alone, so that the credit is the next line."""
    match = label("credit", text)
    return bool(match and match.end() >= len(text))


def is_desk(text: str) -> bool:
    """Tell whether a line says who reported and edited."""
    match = label("desk", text)
    if match is None:
        return False
    return (
        text.startswith(("(", "[", "*", "_"))
        or _has_colon(match)
        or match["label"].lower().endswith((" by", "from"))
    )


def is_section(text: str) -> bool:
    """Tell whether a heading opens a section that is no part of the article ("About the author")."""
    return text.strip("*_: ").lower() in _words()["lines"]["section"]


def is_agency(text: str) -> bool:
    """Tell whether a line is nothing but the name of a news agency."""
    return text.strip("()|*_ .").lower() in _words()["lines"]["agencies"]


def is_furniture(text: str) -> bool:
    """Tell whether a line is furniture wherever it stands.

    Args:
        text: A line, or a paragraph without its marks.

    Returns:
        True for links, credits, labelled dates, desk notes and calls to subscribe.
    """
    if len(text) > LONGEST:
        return False
    lowered = text.strip("*_ ").lower()
    words = _words()["lines"]
    return bool(
        lowered.rstrip(".:…>» ") in words["whole"]
        or lowered.startswith(tuple(words["opening"]))
        or any(
            pattern.fullmatch(text)
            for pattern in (_URL, _LINK_ONLY, _ISSUE, _READING_TIME, _TAGS_ONLY, _HTML_TAGS)
        )
        or _is_source_note(text)
        or is_dated_label(text)
        or is_credit(text)
        or is_desk(text)
        or is_agency(text)
    )


def _is_source_note(text: str) -> bool:
    match = label("source", text)
    return bool(match and _has_colon(match) and not _is_sentence(text[match.end() :]))


def _is_sentence(text: str) -> bool:
    words = text.split()
    return len(words) > 8 or (len(words) > 4 and text.rstrip(" )*_\"'”’").endswith("."))

"""A cup, festival or fair that an article tells of by its name: "the Harlow Cup", "Lund Book Fair"."""

import re
from functools import cache

from claims.vocabulary import word_list

# One that a text only mentions, as the cup that a club once won, is met less often.
_OFTEN = 3
_ARTICLE = re.compile(r"(?:The|This|Next|Last)\s")


def gathering_of(head: str, body: str) -> str | None:
    """Return the name of the gathering that the headline names and the text goes on to tell of.

    Args:
        head: Its title, headline and publisher.
        body: Its running text, which may go on to call it "the tournament".
    """
    above, names = head.lower(), [_ARTICLE.sub("", name) for name in _named().findall(body)]
    called = len(_pointed().findall(body))
    told = [(names.count(name), name) for name in set(names) if name.lower() in above]
    often = [(times, name) for times, name in told if times + called >= _OFTEN]
    return max(often)[1] if often else None


@cache
def _named() -> re.Pattern[str]:
    kinds = "|".join(word_list("context", "themes", "gatherings"))
    return re.compile(rf"\b((?:[A-Z][\w’'-]+ ){{1,3}}(?:{kinds}))\b")


@cache
def _pointed() -> re.Pattern[str]:
    words = "|".join(word_list("context", "themes", "gathered"))
    return re.compile(rf"\b[Tt]h(?:e|is) (?:{words})\b")

"""What the readers of an article know of it before they read its first sentence."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from claims.framing.ballots import is_ballot, poll_of
from claims.framing.budgets import budget_of
from claims.framing.context import Context
from claims.framing.economy import economy_of, observes
from claims.framing.home import home_of, written_in
from claims.framing.lands import land_of
from claims.framing.opening import divided
from claims.framing.protagonist import protagonist_of
from claims.framing.ships import ship_nouns, ship_of
from claims.framing.sport import club_of, ground_of
from claims.framing.theme_place import sent_from
from claims.framing.topic import TRIAL, Topic, topic_of, tried_of
from claims.framing.works import Work, work_of
from claims.framing.wrecks import wrecked
from claims.language import Sentence, names_any
from claims.model import Source
from claims.names import names_of
from claims.people import people_of
from claims.vocabulary import load, word_list

_LEAGUE = re.compile(r"\b[Ll]eague\b")
_OFTEN = 2
_MAINLY = 4
_FAR_MORE = 2
_WORD = re.compile(r"\w+")


def context_of(source: Source, sentences: Sequence[Sentence]) -> Context:
    """Read what an article is about.

    Args:
        source: The source.
        sentences: All its sentences, parsed.

    Returns:
        The context before its first sentence.
    """
    about = _of_club(topic_of(source, sentences), source)
    ballot = poll_of(source.text, about.event)
    if ballot is not None and ballot.endswith("election"):  # parties act in it, it is about none of them
        about = replace(about, name=None, event=ballot)
    protagonist = protagonist_of(source, sentences)
    tells_of_trial = (about.event or "").endswith(TRIAL)
    if tells_of_trial and protagonist is not None:  # who is tried, not the firm that they led
        about = replace(about, name=None)
    work = work_of(sentences) if about.event is None or is_ballot(about.event) else None
    firm = about.name
    if work is not None and firm is not None:
        if _is_of_work(work, firm, sentences):
            about = replace(about, name=None)  # what is built, not who builds it
        else:
            work = None
    home = home_of(source) or _land(source, about.name)
    budget = budget_of(source, sentences, home)
    economy = economy_of(sentences, home, source.known("publisher") or "")
    economy = economy or (budget.owner if budget is not None else None)
    if economy is not None and about.name is not None and observes(about.name):
        about, firm = replace(about, name=None), None
    club = club_of(source.text)
    return Context(
        names_of(source.text),
        about.name,
        about.event,
        about.goods,
        home=home,
        economy=economy,
        budget=budget,
        work=work,
        firm=firm,
        league=len(_LEAGUE.findall(source.text)) >= _OFTEN,
        court=_is_of_court(source.text),
        traded=_tells_of_trade_in_shares(source.text),
        ballot=ballot,
        tried=tried_of(source.text) if tells_of_trial else None,
        ship=ship_of("\n".join(divided(source))) if names_any(sentences, ship_nouns()) else None,
        wreck=wrecked(sentences) if about.event is None else None,
        protagonist=protagonist,
        full={club.rpartition(" ")[2]: club} if club is not None else {},
    )


def _land(source: Source, body: str | None) -> str | None:
    """Return the state that no list knows in which an article is set: not the town that it was sent from."""
    headline, text = divided(source)
    land = land_of(headline, text, people_of(source.text))
    known = {*written_in(source), *sent_from(text), *(body or "").split()}
    return None if land is None or land in known else land


def _of_club(about: Topic, source: Source) -> Topic:
    """Make the club that a story of sport follows its topic, not the ground or a match that it tells of."""
    club = club_of(source.text)
    if club is None:
        return about
    is_of_club = about.name is None or about.name in club or about.name == ground_of(source.text)
    if not is_of_club:
        return about
    game = (about.event or "").rpartition(" ")[2] in word_list("sport", "games")
    return replace(about, name=club, event=None if game else about.event)


def _is_of_work(work: Work, firm: str, sentences: Sequence[Sentence]) -> bool:
    """Tell whether an article that often names a body is about what is built: it speaks of that far more."""
    headline = next((it.text for it in sentences if it.block.kind == "heading"), "")
    followed = firm in headline or firm.upper() in headline
    if work.is_named(firm) or (work.is_headed(headline) and not followed):
        return True
    words = Counter(word for it in sentences if it.block.kind != "heading" for word in _WORD.findall(it.text))
    return sum(words[noun] for noun in work.words) >= _FAR_MORE * max(1, words[firm])


def _tells_of_trade_in_shares(text: str) -> bool:
    """Tell whether a text tells of shares that are traded: not of "vote shares" or of who "shares a flat"."""
    return _exchange().search(text) is not None


@cache
def _exchange() -> re.Pattern[str]:
    signs = "|".join(load("context")["firms"]["exchange"])
    return re.compile(rf"(?i)\b(?<!vote )(?:{signs})\b(?! (?:the|an?|its|their|of the vote)\b)")


def _is_of_court(text: str) -> bool:
    """Tell whether a text tells of a court: by its own words, or by several with those of penalties."""
    courts = load("context")["courts"]
    told = Counter(_WORD.findall(text.lower()))
    penal = told.keys() & courts["penalties"]
    named = penal | told.keys() & courts["hearings"]
    several = penal and len(named) >= _MAINLY and sum(told[word] for word in named) > _MAINLY
    return bool(several) or sum(told[word] for word in courts["own"]) >= _MAINLY

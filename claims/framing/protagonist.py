"""Whom an article is about: the person of its headline or lead whom it names far more often than others."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence, Set

from claims.language import Sentence
from claims.model import Source
from claims.people import people_of, surnames_of
from claims.vocabulary import load

_LEAD = 3
_OFTEN = 3
_LONG = 1000  # characters: a shorter text names nobody all through
_WORD = re.compile(r"[^\W\d_]+")


def protagonist_of(source: Source, sentences: Sequence[Sentence]) -> str | None:
    """Return the surname of the person whom an article is about, or None where no one is plainly.

    It is the person of the headline or of the first sentences whom the text names at least twice as often
    as anybody else.

    Args:
        source: The source.
        sentences: Its sentences, parsed.
    """
    headline = next((it.text for it in sentences if it.block.kind == "heading"), "")
    lead = [it.text for it in sentences if it.block.kind != "heading"][:_LEAD]
    top = "\n".join([headline, *lead])
    everybody = people_of(source.text)
    shown = frozenset(_WORD.findall(top.casefold()))
    above = {name for name in surnames_of(source.text) if name.casefold() in shown}
    if above:
        met = Counter(_WORD.findall(f"{headline.title()}\n{source.text}"))
        followed = _most_named(above, {name for name in everybody if name.casefold() in shown}, met)
        if followed is not None and not _stands_in(followed, headline) and only_frames(followed, source.text):
            followed = None
        if followed is not None and met[followed] >= max((met[name] for name in everybody), default=0):
            return followed
    words = [token for sentence in sentences for token in sentence.span if token.pos_ == "PROPN"]
    people = {token.text for token in words if token.ent_type_ == "PERSON" and token.dep_ != "compound"}
    named = _most_named(people, people, Counter(_WORD.findall(source.text))) if people else None
    return named if named is not None and _stands_in(named, headline) else None


def of_person(measure: str) -> bool:
    """Tell whether a measure is of what a person has, does or suffers ("prison sentence", "league goals")."""
    table = load("context")["protagonist"]
    return measure in table["of_persons"] or not set(table["of_players"]).isdisjoint(measure.lower().split())


def only_frames(name: str, text: str) -> bool:
    """Tell whether a person only opens and closes an article: it begins with whom its matter has touched.

    Args:
        name: The person's surname.
        text: The text of the article.
    """
    third = len(text) // 3
    return len(text) >= _LONG and not _stands_in(name, text[third : 2 * third])


def _most_named(names: Iterable[str], people: Set[str], met: Counter[str]) -> str | None:
    """Return of some surnames the one that is met in a text at least twice as often as anybody else."""
    ranked = sorted(names, key=lambda name: (-met[name], name))
    if not ranked or met[ranked[0]] < _OFTEN:
        return None
    others = max((met[name] for name in {*ranked, *people} - {ranked[0]}), default=0)
    return ranked[0] if met[ranked[0]] >= 2 * others else None


def _stands_in(name: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(name)}\b", text, re.I) is not None

"""Figures that belong to a firm's site where the sentence gives them to nobody: its workers, its output."""

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from claims.framing.frame import Frame, Reading
from claims.framing.memory import Name
from claims.framing.scope import where
from claims.framing.sites import fates, kinds
from claims.framing.theme import Theme
from claims.vocabulary import word_list

if TYPE_CHECKING:
    from claims.framing.context import Context
    from claims.framing.occasions import Occasion
    from claims.framing.sites import Site

_CHANGE = "change in "


def of_site(theme: Theme, site: "Site | None") -> Theme:
    """Return the theme of an article that is about a site of a firm and tells of no event beside it.

    Args:
        theme: What the article tells of, as its headline and lead show.
        site: The site of a firm that it tells of, or None.
    """
    if site is None or not site.headed or (theme.matter and theme.matter not in _ends()):
        return theme
    called = f"{site.firm} {site.own}" if site.firm and site.place else site.own
    return replace(theme, matter=theme.matter or site.fate, about=called)


def at_site(context: "Context", reading: Reading, frame: Frame, measure: str, name: Name) -> tuple[str, Name]:
    """Give a figure of workers, jobs or output to the site that the sentence tells of, if it is nobody's.

    Args:
        context: What the text has said so far, with the site.
        reading: The number.
        frame: Its frame.
        measure: What it measures.
        name: Whose it is, as the sentence and the text before it tell.

    Returns:
        The measure and whose it is.
    """
    site = context.site
    if site is None or reading.quantity.kind in ("money", "duration", "rank"):
        return measure, name
    of_people, of_output = _is_of_people(measure), _is_of_output(measure, frame)
    if not (of_people or of_output):
        return measure, name
    if name.text != site.name and not _belongs(context, site, frame, measure, name):
        return measure, name
    if name.text != site.name:
        name = Name(site.name, f"the text tells of the site “{site.name}”")
    return _called(measure, of_output), name


def dated_at_site(site: "Site", occasion: "Occasion", name: Name) -> tuple[str, Name]:
    """Call the day on which a site opens or closes by that, and let it be of the site, whoever does it.

    Args:
        site: The site that the text tells of.
        occasion: What is put on a day.
        name: Who does it, or to what it happens.
    """
    fate = _fate(occasion.predicate.lemma_)
    words = set((occasion.object or "").lower().split())
    done_to = not words.isdisjoint(site.words) and (not site.place or _may_be(site, occasion.object or ""))
    if not fate or not (done_to or name.text == site.name):
        return occasion.measure, name
    if done_to:
        name = Name(site.name, f"“{occasion.object}” read as the site told of, “{site.name}”")
    return f"date of {fate}", name


def _may_be(site: "Site", phrase: str) -> bool:
    """Tell whether a phrase for a site names no place but its own: "its tannery in Harwick"."""
    named = {word for word in phrase.split() if word[:1].isupper()}
    return named <= {*site.place.split(), *site.firm.split()} or site.named(phrase) is not None


def _fate(verb: str) -> str:
    """Return what becomes of a site of which a verb is told: "closure" of "shut"."""
    return next((fate for fate, said in fates().items() if verb in said), "")


def _belongs(context: "Context", site: "Site", frame: Frame, measure: str, name: Name) -> bool:
    """Tell whether a figure of people or of goods is of the site: nobody's there, or the firm's at it."""
    if not word_list("sites", "words", "firm").isdisjoint(measure.lower().split()):
        return False  # "output of the group"
    if name.text == site.place:
        return not (name.inferred or "").startswith("“the ")  # "the city has 900 workers"
    if name.text == site.firm or site.firm in name.text.split() or name.text == context.firm:
        if _is_placed(site, frame):
            return True
        spoken_of = _of_firm_itself().match(name.inferred or "") is not None
        cut = _is_cut(measure) and not _is_beside(site, frame)
        return context.at_site and not spoken_of and (name.inferred is not None or cut)
    words = name.text.lower().split()
    if not context.at_site or not words or not (kinds().keys() - site.words).isdisjoint(words):
        return False
    return words[-1] in word_list("sites", "figures", "nobody") or name.text.lower() in measure.lower()


@cache
def _of_firm_itself() -> re.Pattern[str]:
    """Return how a name is noted that stands for "it" or "the company": the firm, not its site."""
    said = "|".join(sorted(word_list("sites", "words", "firm")))
    return re.compile(rf"“(?i:its?|(?:the )?(?:{said}))\b")


def _is_placed(site: "Site", frame: Frame) -> bool:
    """Tell whether a clause on the firm says that it is so at the site: "at Elm, where it has 90"."""
    verb = frame.predicate
    if verb is None:
        return False
    near = [*where(verb), *(word for child in verb.rights if child.dep_ == "prep" for word in child.subtree)]
    places = {*site.place.split(), *site.words}
    return any(word.text in places for word in near)


def _is_beside(site: "Site", frame: Frame) -> bool:
    """Tell whether a clause names the site in what else is done: "will cut 900 jobs and close its mill"."""
    verb = frame.predicate
    others = [word for word in verb.rights if word.dep_ == "conj"] if verb is not None else []
    words = {*site.place.lower().split(), *site.words, *kinds()}
    return any(word.lower_ in words for other in others for word in other.subtree)


def _is_of_people(measure: str) -> bool:
    words = measure.lower().removeprefix(_CHANGE).split()
    if not words:
        return False
    people = word_list("sites", "figures", "people")
    if words[0] in ("people", "men", "women"):
        return not word_list("sites", "figures", "done").isdisjoint(words)
    if words[0] == "share":
        return not people.isdisjoint(words[2:3])
    return not people.isdisjoint(words[:3])


def _is_of_output(measure: str, frame: Frame) -> bool:
    words = measure.lower().removeprefix(_CHANGE).split()
    if not word_list("sites", "figures", "output").isdisjoint(words):
        return True
    verb = frame.predicate
    if verb is None:
        return False
    if verb.lemma_ in word_list("sites", "figures", "making"):
        return True
    told = verb.doc[verb.i : verb.i + 5].text.lower()
    return _off_lines().match(told) is not None


@cache
def _off_lines() -> re.Pattern[str]:
    said = "|".join(sorted(word_list("sites", "figures", "off_lines")))
    return re.compile(rf"(?:{said})\b")


def _is_cut(measure: str) -> bool:
    words = measure.lower().split()
    jobs = word_list("sites", "cuts", "jobs")
    return not jobs.isdisjoint(words[:2]) and not word_list("sites", "cuts", "done").isdisjoint(words)


def _called(measure: str, of_output: bool) -> str:
    """Name what is told of a site in one way: jobs that are shed or axed are "jobs cut"."""
    if _is_cut(measure):
        share = measure.partition(" as share of ")[1:]
        return f"jobs cut{''.join(share)}"
    if measure.lower() in word_list("sites", "figures", "staff"):
        return "employees"
    if of_output and not word_list("sites", "figures", "output").intersection(measure.lower().split()):
        things = _off_lines().split(measure)[0].strip()
        return things if things.endswith(" made") else f"{things} made".strip()
    return measure


def _ends() -> frozenset[str]:
    return word_list("sites", "words", "ends")

"""Who or what acts most in an article, by the fullest name that it gives: its principal."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from claims.framing.organisation import MAKES, acts, is_one_of_many, may_be_topic
from claims.language import Sentence
from claims.model import Source
from claims.people import surnames_of
from claims.unfamiliar import is_common
from claims.vocabulary import word_list

if TYPE_CHECKING:
    from claims.tokens import Token

_ACTING = 4  # to act once shows as much as so many mentions
_FEWEST = 3  # mentions
_LEAST = 10  # what an article is about scores at least so much
_ALONE = 1.25  # times as often as the next


def principal_of(source: Source, sentences: Sequence[Sentence]) -> str | None:
    """Return the person, body or thing that acts most often in an article, or None where no one plainly does.

    Args:
        source: The source.
        sentences: All its sentences, parsed.
    """
    publisher = (source.known("publisher") or "").lower()
    met, acting, made = Counter[str](), Counter[str](), Counter[str]()
    for sentence in sentences:
        if sentence.block.kind == "heading":
            continue
        for run in _names(sentence):
            name = " ".join(token.text for token in run)
            if len(run) == 1 and (is_common(name.lower()) or not may_be_topic(name, run[0], publisher)):
                continue
            met[name] += 1
            acting[name] += acts(run[-1])
            made[name] += is_one_of_many(run[-1])
    full = {**_fullest(met), **surnames_of(source.text)}
    score, total = Counter[str](), Counter[str]()
    for name, often in met.items():
        if MAKES * made[name] >= often:  # what is sold, not who sells it
            continue
        score[full.get(name, name)] += _ACTING * acting[name] + often
        total[full.get(name, name)] += often
    often_met = [name for name in score if total[name] >= _FEWEST]
    ranked = sorted(often_met, key=lambda name: (-score[name], name))[:2]
    if not ranked or score[ranked[0]] < _LEAST:
        return None
    return ranked[0] if len(ranked) < 2 or score[ranked[0]] >= _ALONE * score[ranked[1]] else None


def _fullest(met: Mapping[str, int]) -> dict[str, str]:
    """Return for single words the name that they open or end: "Elm" is "Elm Motors", "Holm" is "Ada Holm"."""
    found: dict[str, list[str]] = {}
    for name in sorted((it for it in met if " " in it), key=lambda it: (met[it], it)):
        words = name.split()
        if words[-1] not in word_list("context", "themes", "no_places"):
            for word in {words[0], words[-1]}:
                found.setdefault(word, []).append(name)
    return {word: names[-1] for word, names in found.items() if not _is_shared(word, names, met)}


def _is_shared(word: str, names: Sequence[str], met: Mapping[str, int]) -> bool:
    """Tell whether two names open with a word that stands alone more often: of "Elm", of neither "Elm …"."""
    shared = len(names) > 1 and all(name.startswith(f"{word} ") for name in names[-2:])
    return shared and met[names[-1]] == met[names[-2]] < met.get(word, 0)


def _names(sentence: Sentence) -> Iterator[list["Token"]]:
    """Yield the names of a sentence, without the titles before them."""
    run: list[Token] = []
    for token in (*sentence.span, None):
        if (
            token is not None
            and token.pos_ == "PROPN"
            and token.text[:1].isupper()
            and not token.text.isupper()
        ):
            if run and run[-1].dep_ == "pobj" and token.dep_ != "pobj":  # "In Europe Elm sells …": two names
                yield run
                run = []
            run.append(token)
            continue
        while run and run[0].text.rstrip(".").lower() in _titles():
            run = run[1:]
        if run and run[-1].ent_type_ not in ("DATE", "TIME", "MONEY", "CARDINAL"):
            yield run
        run = []


def _titles() -> frozenset[str]:
    return word_list("attribution", "courtesy_titles") | word_list("attribution", "person_nouns")

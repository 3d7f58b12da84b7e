"""The accident or disaster that an article on something else tells of: whoever was hurt was hurt in it."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claims.framing.frame import NOUNS
from claims.framing.noun_phrases import text_of
from claims.framing.topic import event_kinds
from claims.language import Sentence
from claims.vocabulary import word_list

if TYPE_CHECKING:
    from claims.tokens import Token


def mishap_of(sentences: Sequence[Sentence]) -> str | None:
    """Return the accident that a text points to as known ("since the crash"), by its fullest name, or None.

    Args:
        sentences: All its sentences, parsed.
    """
    met, names = Counter[str](), Counter[tuple[str, str]]()
    for sentence in sentences:
        for token in sentence.span:
            kind = token.lemma_.lower()
            if token.pos_ not in NOUNS or token.tag_ in ("NNS", "NNPS") or kind not in _kinds():
                continue
            if not any(child.lower_ in ("the", "this") for child in token.lefts) or _is_of_old(token):
                continue
            met[kind] += 1
            names[kind, _name(token, kind)] += 1
    if not met:
        return None
    most = max(met, key=lambda kind: (met[kind], kind))
    own = [name for kind, name in names if kind == most]
    return max(own, key=lambda name: (len(name.split()) > 1, names[most, name], name))


def is_mishap(event: str | None) -> bool:
    """Tell whether the event of an article is one in which people come to harm.

    Args:
        event: The event, or None.
    """
    words = (event or "").lower().split()
    return not _kinds().isdisjoint(event_kinds().get(word, word) for word in words)


def _kinds() -> frozenset[str]:
    return word_list("context", "mishaps", "events")


def _is_of_old(noun: "Token") -> bool:
    """Tell whether an event is set apart from the one told of: "the 1968 fire", "the first crash since"."""
    before = any(child.ent_type_ in ("DATE", "ORDINAL") or child.tag_ == "JJS" for child in noun.lefts)
    years = (word for child in noun.rights if child.lower_ == "of" for word in child.children)
    return before or any(word.text.isdigit() and len(word) == len("1968") for word in years)


def _name(noun: "Token", kind: str) -> str:
    """Return an event with the name before it: "Harwick crash"."""
    before = [child for child in noun.lefts if child.dep_ == "compound" and child.pos_ == "PROPN"]
    plain = kind if kind in word_list("context", "mishaps", "telling") else event_kinds().get(kind, kind)
    return f"{text_of(before)} {plain}" if before else plain

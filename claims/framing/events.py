"""Which event a noun means: the one that the article is about, or that of another year."""

import re
from typing import TYPE_CHECKING

from claims.framing.illness import is_outbreak
from claims.framing.memory import Name
from claims.framing.topic import event_kinds, is_disaster, of_harm, stands_alone

if TYPE_CHECKING:
    from claims.tokens import Token

_YEAR = re.compile(r"(?:19|20)\d\d$")


def event_meant(token: "Token", phrase: str, event: str | None, *, is_late: bool) -> Name | None:
    """Resolve a noun for an event: the one the article is about, or that of another year.

    Args:
        token: The noun.
        phrase: Its phrase.
        event: The event of the article, or None.
        is_late: Whether the lead is over, so that "a flood" is another one.
    """
    kind = event_kinds()[token.lemma_.lower()]
    dates = [
        *token.lefts,
        *(word for child in token.rights if child.lower_ in ("of", "in") for word in child.children),
    ]
    year = next((word.text for word in dates if _YEAR.match(word.text)), "")
    if year:
        return Name(f"{year} {kind}")
    if not event or event.split()[-1] != kind:
        return None
    plain = " ".join([*phrase.split()[:-1], kind]) if phrase.split()[-1:] == [token.text] else phrase
    if is_late and any(child.lower_ in ("a", "an") for child in token.lefts):
        year = next((word.text for word in token.doc if _YEAR.match(word.text)), "")
        return Name(f"{year} {plain}") if year else None
    elsewhere = is_outbreak(event) and any(child.lower_ == "in" for child in token.rights)
    if (stands_alone(token) and not elsewhere) or plain.lower() == event.lower():
        note = f"“{token.text}” read as the event, “{event}”"
        return Name(event, note if phrase.lower() != event.lower() else None)
    return None


def befalls(event: str | None, measure: str, *, suffered: bool) -> bool:
    """Tell whether a figure is of a disaster, whoever the text follows: "150 others were injured".

    Args:
        event: The event of the article, or None.
        measure: What the figure measures.
        suffered: Whether the counted things are the grammatical subject.
    """
    return is_disaster(event) and (suffered or of_harm(measure))

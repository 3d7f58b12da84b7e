"""What a club pays for the player that an article is about: "signed the keeper Ada Holm for €2m"."""

import re
from typing import TYPE_CHECKING

from claims.figures.currencies import is_currency
from claims.framing.frame import Reading
from claims.framing.memory import Name

if TYPE_CHECKING:
    from claims.framing.context import Context

_FOR = re.compile(
    r"\bfor (?:an? |the )?(?:record |just |over |about |around |nearly |almost |some |up to )*$"
)
_DEALS = r"(?:signs?|signed|buys?|bought|sells?|sold)\b(?: [\w’'-]+){0,5}"
_MOVES = r"(?: [\w’'-]+){0,3} (?:joins?|joined|is off to|moves? to|moved to)\b"
_PAYS = re.compile(r"\b(?:pays?|paid|spends?|spent)\b")
_NEAR = 60


def fee_of(context: "Context", reading: Reading, unit: str) -> Name | None:
    """Return the player whose transfer fee a sum is, or None for any other sum.

    Args:
        context: What the text has said so far.
        reading: The number.
        unit: The base unit of its value.
    """
    player = context.protagonist
    if player is None or not is_currency(unit):
        return None
    text, whom = reading.anchor.doc.text, re.escape(player)
    before, behind = text[: reading.quantity.start], text[reading.quantity.end :][:_NEAR]
    dealt = re.search(rf"\b{_DEALS} {whom}\b(?!['’]s)|\b{whom}{_MOVES}", before) and _FOR.search(before)
    again = re.search(
        rf" for (?:him|her|{whom}), or (?:about|around|roughly|some|nearly|just \w+)? ?$", before
    )
    him = again or re.match(rf" for (?:him|her|(?:[\w-]+ ){{0,4}}{whom})\b", behind)
    paid = context.league and him and _PAYS.search(before)
    if not dealt and not paid:
        return None
    name = context.full.get(player, player)
    return Name(name, f"paid for whom the article is about, “{name}”")

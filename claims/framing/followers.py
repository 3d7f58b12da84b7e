"""Places that a ranking implies: after "China is the largest", "Brazil follows with 21 Mt" is second."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.framing.context import Context
from claims.framing.frame import agent_of
from claims.framing.noun_phrases import object_of
from claims.language import Sentence
from claims.modality import sign_of
from claims.model import Claim, Source, Value

if TYPE_CHECKING:
    from claims.tokens import Token

_REACH = 600  # characters back to the place that another follows


@dataclass(frozen=True, slots=True)
class Follower:
    """Who follows whom in a ranking.

    Attributes:
        name: The head of the follower's name.
        verb: The verb that says so.
        leader: The claim of the place before.
        place: The follower's own place.
    """

    name: "Token"
    verb: "Token"
    leader: Claim
    place: int


def followers(sentence: Sentence, claims: Sequence[Claim]) -> Iterator[Follower]:
    """Yield those who follow the last place that was told, each with a figure of its own.

    Args:
        sentence: The parsed sentence.
        claims: All number claims up to this sentence, its own included.
    """
    for verb in sentence.span:
        if verb.lemma_ != "follow" or verb.pos_ != "VERB" or object_of(verb) is not None:
            continue
        name = agent_of(verb) if verb.tag_ == "VBN" else _subject(verb)
        if name is None or name.pos_ != "PROPN" or not _has_figure(verb, name):
            continue
        leader = _place_before(claims, sentence.start + verb.idx)
        if leader is not None and leader.value is not None and isinstance(leader.value.low, float | int):
            yield Follower(name, verb, leader, int(leader.value.low) + 1)


def _subject(verb: "Token") -> "Token | None":
    return next((child for child in verb.children if child.dep_ == "nsubj"), None)


def _has_figure(verb: "Token", name: "Token") -> bool:
    """Tell whether a number stands with the follower: "follows with 21 Mt", "followed by Peru (18 %)"."""
    last = max(
        verb.i, name.right_edge.i, *(child.right_edge.i for child in verb.children if child.dep_ == "prep"), 0
    )
    behind = verb.doc[max(verb.i, name.i) + 1 : last + 1]
    return any(token.like_num for token in behind)


def _place_before(claims: Sequence[Claim], at: int) -> Claim | None:
    for claim in reversed(claims):
        if claim.value is None or claim.value.start >= at:
            continue
        if at - claim.value.end > _REACH:
            return None
        if claim.kind == "rank" and claim.value.low is not None and claim.value.low == claim.value.high:
            return claim
    return None


def implied_places(
    source: Source, context: Context, sentence: Sentence, earlier: Sequence[Claim]
) -> Iterator[Claim]:
    """Yield the claims of the places that a ranking implies.

    Args:
        source: The source.
        context: What the text has said so far.
        sentence: The parsed sentence.
        earlier: The number claims up to this sentence, its own included.
    """
    for follower in followers(sentence, earlier):
        verb, leader = follower.verb, follower.leader
        name = context.subject(follower.name) or context.unnamed(leader.measure, suffered=False)
        start = sentence.start + min(follower.name.left_edge.idx, verb.idx)
        end = sentence.start + max(follower.name.idx + len(follower.name), verb.idx + len(verb))
        note = f"follows “{leader.subject}”, place {follower.place - 1}"
        at, sign = sentence.start + verb.idx, sign_of(verb)
        yield replace(
            leader,
            start=start,
            end=end,
            quote=source.text[start:end],
            sentence=sentence.printed,
            subject=name.text,
            value=Value(
                follower.place, follower.place, "rank", None, "exact", verb.text, None, at, at + len(verb)
            ),
            modality=sign.status if sign is not None else "actual",
            attribution=None,
            inferred={"value": note, "measure": note}
            | ({"period": note} if leader.period is not None else {})
            | ({"subject": name.inferred} if name.inferred else {}),
        )

"""Repairs of sentences whose subject is described: "A van carrying nine nuns crashed" tells of the van."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SUBJECTS = ("nsubj", "nsubjpass")
_ANY_SUBJECT = (*_SUBJECTS, "expl", "csubj")
_LINKS = frozenset({"with", "by", "for", "in", "from", "to", "of"})


def give_participle_its_noun(participle: "Token") -> None:
    """Read "A van carrying nine nuns crashed" as the van's crash: the nuns are what it carried.

    Args:
        participle: A participle that describes the noun before it.
    """
    described = participle.head
    if described.dep_ not in _SUBJECTS or described.i > participle.i:
        return
    verb = described.head
    if any(child.dep_ == "dobj" for child in participle.children):
        return
    noun = next((it for it in verb.lefts if it.dep_ in _SUBJECTS and it.i > participle.i), None)
    if noun is None or noun.i + 1 > verb.i:
        return
    if participle.tag_ == "VBG" and noun.left_edge.i == participle.i + 1:
        noun.head, noun.dep_ = participle, "dobj"
        return
    link = next((it for it in participle.rights if it.lower_ in _LINKS), None)
    alone = link is not None and not any(True for _ in link.children)
    if link is not None and alone and noun.left_edge.i == link.i + 1:  # "a man armed with knives fled"
        noun.head, noun.dep_ = link, "pobj"


def give_described_noun_its_verb(verb: "Token") -> None:
    """Read "A ferry loaded with 300 people capsized" as the ferry's capsizing, not the people's.

    Args:
        verb: A verb that the parse hangs on a preposition.
    """
    link = verb.head
    participle = link.head
    described = participle.head
    if verb.tag_ not in _FINITE or link.lower_ not in _LINKS or participle.dep_ != "acl":
        return
    if described.dep_ != "ROOT" or described.i > participle.i:
        return
    noun = next((it for it in verb.lefts if it.dep_ in _SUBJECTS), None)
    if noun is None or noun.left_edge.i != link.i + 1:
        return
    noun.head, noun.dep_ = link, "pobj"
    verb.head, verb.dep_ = verb, "ROOT"
    for child in list(described.children):
        if child.i > verb.i:
            child.head = verb
    described.head, described.dep_ = verb, "nsubj"


def give_name_to_noun_before_it(name: "Token") -> None:
    """Read "A concert in the church Sankt Veit drew 90" as of a concert in that church, not of a saint.

    Args:
        name: A name that the parse takes for the subject of its clause.
    """
    opening = name.left_edge.i
    noun = name.doc[opening - 1] if opening else name
    first = next(
        (child for child in name.head.lefts if child.dep_ in _ANY_SUBJECT and child.i < opening), None
    )
    common = noun.tag_ in ("NN", "NNS") or noun.text.islower()
    if first is None or not common or noun.dep_ != "pobj" or not first.is_ancestor(noun):
        return
    name.head, name.dep_ = noun, "appos"

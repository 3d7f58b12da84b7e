"""Noun phrases for frames: names and measures as text, who owns them, and what a verb is said of."""

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import TYPE_CHECKING

from claims.repairs import opens_commonly
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from claims.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_COMPLEMENTS = frozenset(
    {"of", "for", "in", "on", "against", "from", "to", "per", "with", "between", "at", "among"}
)
_QUANTIFIERS = frozenset({"some", "most", "many", "all", "few", "several", "both", "none", "much", "any"})
_COUNTERS = frozenset(
    {"dozen", "dozens", "half", "hundred", "thousand", "million", "billion", "most", "percent"}
)
_LONGEST_NUMBER = 3
_SCALES = frozenset({"k", "m", "bn", "tn", "mn"})
_TIMES = frozenset({"hour", "day", "week", "month", "year"})
_place = attrgetter("i")


def text_of(tokens: Iterable["Token"]) -> str:
    """Return the words of tokens in order, spaced as written where they touch."""
    parts: list[str] = []
    before: Token | None = None
    last = -1  # the place of the token before, kept or not
    for token in sorted(set(tokens), key=_place):
        held = token.tag_ != "POS" or (last >= 0 and last == token.i - 1)
        last = token.i
        if not held:
            continue
        apart = before is not None and (before.whitespace_ or token.i > before.i + 1)
        if apart and token.text not in (",", ";", ":"):
            parts.append(" ")
        parts.append(word_of(token))
        before = token
    return " ".join("".join(parts).split()).strip(" ,;:-–—\"'()")


def word_of(token: "Token") -> str:
    """Return a word as it is written inside a sentence: a common noun that opens one loses its capital."""
    opens = token.i == 0 or (token.i == 1 and token.nbor(-1).is_punct)
    return token.lower_ if opens and token.text.istitle() and opens_commonly(token.text) else str(token.text)


def premodifiers(head: "Token", *, possessor: bool = True) -> list["Token"]:
    """Return the tokens before a noun that belong to its name, itself included; no articles or numbers."""
    found = [head]
    for child in head.lefts:
        if child.dep_ == "poss" and (not possessor or child.pos_ == "PRON" or child.tag_ == "WP$"):
            continue
        words = [token.text for token in child.subtree] if child.dep_ == "amod" else []
        if "-" in words and words[0][0].isdigit():  # "24-year-old"
            continue
        if child.lower_ in _SCALES and child.i > 0 and child.nbor(-1).like_num:
            continue
        if child.lower_ in load("units")["scales"]["before"]:  # "the magnitude 5 earthquake"
            continue
        above = child.dep_ in ("compound", "nmod") and ":" in head.doc[child.i : head.i].text
        if sizes(child) or above:  # "Storm: 40 homes lost" has no storm homes
            continue
        if child.dep_ in ("compound", "amod", "nmod", "poss") or (
            child.dep_ == "npadvmod" and child.pos_ in ("NOUN", "PROPN")
        ):
            if (
                not child.like_num
                and child.pos_ != "NUM"
                and child.tag_ != "JJS"
                and child.lower_ not in word_list("naming", "beside", "deictic")
            ):
                found += [
                    token
                    for token in child.subtree
                    if token.dep_ != "det" and token.i < head.i and not sizes(token)
                ]
        elif (child.dep_ == "punct" and child.text == "-") or _names_a_side(child):
            found.append(child)
    return found


def sizes(word: "Token") -> bool:
    """Tell whether a word before a noun says with a number how large that is: "a 12-member panel"."""
    tied = word.i > 1 and word.dep_ in ("compound", "nmod") and word.tag_ in ("NN", "NNS")
    if not tied or word.nbor(-1).text != "-":
        return False
    number = word.nbor(-2)
    return number.dep_ == "nummod" and number.head.i == word.i


def _is_sized(head: "Token", other: "Token") -> bool:
    """Tell whether a coordinated noun has a number of its own behind it: "40 nuns and a choir of nine"."""
    number = complement_of(other, "of")
    alone = any(child.lower_ == "a" for child in other.lefts) or any(child.like_num for child in head.lefts)
    return alone and number is not None and (number.like_num or any(it.like_num for it in number.lefts))


def _names_a_side(word: "Token") -> bool:
    """Tell whether a word is the answer that a side wants: "the No campaign", "the Yes side"."""
    led = word.i > 0 and word.nbor(-1).lower_ in ("the", "a", "their", "and")
    return led and word.text in ("No", "Yes")


def noun_phrase(
    head: "Token",
    *,
    possessor: bool = True,
    complement: bool = True,
    skip: Callable[["Token"], bool] = lambda token: False,
    depth: int = 3,
) -> str:
    """Return a noun with its premodifiers, coordinated nouns and of-phrases as text.

    Args:
        head: The head noun.
        possessor: Whether a possessive belongs to it ("India's reserves").
        complement: Whether prepositional complements belong to it ("share of production").
        skip: Tokens whose subtrees stay out, such as a time expression or the value itself.
        depth: How many prepositional levels to follow.

    Returns:
        The phrase without articles, relative clauses, appositions and brackets.
    """
    return text_of(phrase_tokens(head, possessor=possessor, complement=complement, skip=skip, depth=depth))


def phrase_tokens(
    head: "Token",
    *,
    possessor: bool = True,
    complement: bool = True,
    skip: Callable[["Token"], bool] = lambda token: False,
    depth: int = 3,
) -> list["Token"]:
    """Return the tokens that ``noun_phrase`` joins."""
    found = [token for token in premodifiers(head, possessor=possessor) if not skip(token)]
    found += [token for token in head.doc.tokens[head.i + 1 : head.i + 2] if _numbers(head, token)]
    for child in head.rights:
        if skip(child):
            continue
        if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN") and not bracketed(child, head):
            if head.nbor(1).text == "(":
                continue  # "Italy (13) and Spain (6)" are told of one by one
            if any(word.dep_ == "nummod" for word in child.lefts) or _is_sized(head, child):
                continue  # it is counted by itself
            if _goes_on(head, child):
                continue
            if any(skip(token) for token in head.doc[head.i + 1 : child.i]):  # the number is only the first's
                continue
            found += [token for token in head.rights if token.dep_ == "cc" and token.i < child.i]
            found += phrase_tokens(child, possessor=possessor, complement=complement, skip=skip, depth=depth)
        elif complement and depth and (_completes(child) or is_adjusting(child)):
            for target in child.children:
                if (
                    target.dep_ in ("pobj", "pcomp")
                    and not skip(target)
                    and target.pos_ not in ("PRON", "NUM")
                ):
                    named = phrase_tokens(target, skip=skip, depth=depth - 1)
                    if child.lower_ == "in" and any(skip(word) for word in target.lefts):
                        named = [
                            word for word in named if word.i > target.i
                        ]  # "14 goals in 19 games for Dorn"
                    else:
                        found.append(child)
                    found += named
    return found


def _numbers(head: "Token", behind: "Token") -> bool:
    """Tell whether a figure right behind a noun says which one it is: "Line 2", "Reactor 3"."""
    if not behind.text.isdigit() or len(behind.text) > _LONGEST_NUMBER:
        return False
    own = behind.head == head or any(token.like_num for token in head.doc[behind.i + 1 : behind.i + 2])
    return own and is_numbered(head)


def is_numbered(noun: "Token") -> bool:
    """Tell whether a noun is called by a number where there are several: "Line 2"."""
    return noun.lower_ in word_list("naming", "nouns", "numbered")


def _completes(child: "Token") -> bool:
    return child.dep_ == "prep" and child.lower_ in _COMPLEMENTS


def is_adjusting(preposition: "Token") -> bool:
    """Tell whether a phrase says what an amount leaves out: "profit before tax", "sales excluding fuel"."""
    words = load("measures")["adjusting"]
    if preposition.lower_ in words["excluding"]:
        return True
    return preposition.lower_ in words["around"] and any(
        target.lemma_ in words["charges"] for target in preposition.children
    )


def _goes_on(head: "Token", joined: "Token") -> bool:
    """Tell whether a name behind a comma joins not a noun but what is before: "who has 9 seats, and Oslo"."""
    between = head.doc[head.i + 1 : joined.i]
    return head.pos_ == "NOUN" and joined.pos_ == "PROPN" and any(token.text == "," for token in between)


def bracketed(token: "Token", outer: "Token") -> bool:
    """Tell whether a bracket opens between two tokens and is still open at the later one."""
    first, last = sorted((token.i, outer.i))
    between = [word.text for word in token.doc[first : last + 1]]
    return between.count("(") > between.count(")")


def subject_of(verb: "Token") -> "Token | None":
    """Return the noun that a verb is said of.

    Shared subjects are followed: a conjoined verb takes that of its first verb, an infinitive or participle
    that of the verb it hangs on, a relative clause the noun it describes.

    Args:
        verb: A verb or auxiliary.

    Returns:
        The subject's head, never a relative pronoun; None where there is none.
    """
    seen: set[int] = set()
    current = verb
    while current.i not in seen:
        seen.add(current.i)
        subjects = [child for child in current.children if child.dep_ in SUBJECTS]
        own = subjects[-1] if subjects and subjects[-1].i < current.i else next(iter(subjects), None)
        if own is not None:
            if own.tag_ in ("WDT", "WP") or own.lower_ == "which":
                return _described(current) or own
            return _counted_out(own)
        if current.dep_ == "acl" and any(child.tag_ == "TO" for child in current.children):
            above = clause_verb(current)
            if above is None:
                return current.head
            current = above
            continue
        if current.dep_ in ("acl", "relcl"):
            return current.head
        if current.dep_ not in ("conj", "xcomp", "advcl", "ccomp", "pcomp", "aux", "auxpass", "dep"):
            return _opener(current)
        told = _told_to(current)
        if told is not None:
            return told
        current = current.head
        while current.head != current and (current.dep_ == "prep" or _is_time(current)):
            current = current.head  # "was convicted in May last year of selling …"
        if current.pos_ in ("NOUN", "PROPN"):
            return current
    return None


def _told_to(verb: "Token") -> "Token | None":
    """Return who is to do what somebody orders: "the court ordered him to pay"."""
    above = verb.head
    if verb.dep_ != "xcomp" or above.lemma_ not in word_list("naming", "verbs", "ordering"):
        return None
    told = object_of(above)
    return told if told is not None and told.i < verb.i else None


def is_time(noun: "Token") -> bool:
    """Tell whether a noun names a time of the day or the calendar."""
    return noun.ent_type_ in ("DATE", "TIME")


def _is_time(noun: "Token") -> bool:
    return is_time(noun) and noun.dep_ in ("npadvmod", "pobj", "tmod")


def _opener(verb: "Token") -> "Token | None":
    """Return a name that opens a sentence and is parted from its verb by a comma: "Oslo, with …, remains"."""
    first = verb.doc[0]
    follows = len(verb.doc) > 1 and verb.doc[1].text == ","
    finite = verb.tag_ in ("VBZ", "VBD", "VBP")
    opens = (
        first.text.istitle()
        and first.head == verb
        and first.dep_ not in ("advmod", "mark", "cc", "prep", "intj")
    )
    return first if follows and finite and opens else None


def _counted_out(noun: "Token") -> "Token":
    """Return those that a quantifier takes some of: "neighbours" of "some of his neighbours"."""
    if noun.lower_ not in _QUANTIFIERS:
        return noun
    target = complement_of(noun, "of")
    if target is not None and target.tag_ == "WP":  # "tourists, most of whom"
        clause = next((word for word in noun.ancestors if word.dep_ == "relcl"), None)
        return clause.head if clause is not None else noun
    return target if target is not None and target.pos_ in ("NOUN", "PROPN") else noun


def is_fragment(token: "Token") -> bool:
    """Tell whether a word names nothing that a figure could be of: a number, a sign, a verb, "most"."""
    if token.lower_ == "one" and token.i > 0 and token.nbor(-1).lower_ == "no":
        return True
    if token.pos_ in ("NUM", "SYM") or token.tag_ == "CD" or token.lower_ in (*_COUNTERS, *_QUANTIFIERS, "%"):
        return True
    if token.lower_ in _SCALES and token.i > 0 and token.nbor(-1).like_num:
        return True
    acts = token.tag_ in ("VB", "VBD", "VBZ", "VBP", "MD") or token.pos_ in ("ADP", "ADV", "PUNCT")
    return acts and token.dep_ not in SUBJECTS


def _described(clause: "Token") -> "Token | None":
    """Return the noun that a relative clause, one joined to it or reported in it, describes."""
    while clause.dep_ in ("conj", "ccomp") and is_verb(clause.head):
        clause = clause.head
    described = clause.dep_ in ("relcl", "acl") and (
        clause.head.pos_ in ("NOUN", "PROPN", "NUM") or clause.head.lower_ == "old"
    )
    noun = clause.head
    if described and _is_time(noun) and noun.dep_ == "npadvmod":  # "is tested twice a year, which costs €4m"
        return subject_of(noun.head) if is_verb(noun.head) else None
    return noun if described else None


def object_of(verb: "Token") -> "Token | None":
    """Return the direct object of a verb, or None; of two, a place is only part of the other's name."""
    found = [child for child in verb.children if child.dep_ in ("dobj", "obj")]
    return found[-1] if len(found) > 1 and found[0].ent_type_ == "GPE" else next(iter(found), None)


def possessor_of(noun: "Token") -> "Token | None":
    """Return the noun that possesses this one ("India" of "India's reserves"), or None; no pronouns."""
    return next(
        (child for child in noun.children if child.dep_ == "poss" and child.pos_ in ("NOUN", "PROPN")), None
    )


def is_of_many(name: "Token") -> bool:
    """Tell whether a name says whose body it is, which is part of it: "the Farmers' League"."""
    owner = possessor_of(name)
    return owner is not None and any(mark.text in ("'", "’") for mark in owner.children)


def owner_of(noun: "Token") -> "Token | None":
    """Return what possesses a noun, be it a noun or a pronoun that stands for one ("its yield"), or None."""
    pronouns = ("its", "their", "his", "her", "our", "my")
    if any(child.lower_ == "whose" for child in noun.lefts):  # "the firm, whose shares fell"
        clause = next((word for word in noun.ancestors if word.dep_ == "relcl"), None)
        return clause.head if clause is not None else None
    return possessor_of(noun) or next((child for child in noun.lefts if child.lower_ in pronouns), None)


def governed(preposition: "Token | None") -> "Token | None":
    """Return the noun that a preposition governs; None for none, and without a preposition."""
    if preposition is None:
        return None
    return next((child for child in preposition.children if child.dep_ == "pobj"), None)


def complement_of(noun: "Token", *prepositions: str) -> "Token | None":
    """Return the object of one of these prepositions on a noun ("exports" of "share of exports"), or None."""
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in prepositions:
            target = next((inner for inner in child.children if inner.dep_ in ("pobj", "pcomp")), None)
            if target is not None:
                return target
    return None


def is_verb(token: "Token") -> bool:
    """Tell whether a token is a verb or auxiliary; "following" and "including" as prepositions are not."""
    return token.pos_ in ("VERB", "AUX") and token.dep_ != "prep"


def clause_verb(token: "Token") -> "Token | None":
    """Return the nearest verb above a token, or None in a verbless text."""
    return next((ancestor for ancestor in token.ancestors if is_verb(ancestor)), None)


def accompanies(token: "Token") -> bool:
    """Tell whether a part of a noun phrase is a figure or only goes with it."""
    if token.pos_ in ("NUM", "SYM") or token.ent_type_ in ("MONEY", "PERCENT", "QUANTITY"):
        return True
    if token.i > 0 and token.nbor(-1).is_currency and token.text[:1].isdigit():
        return True  # "the €3bn Elm line"
    if token.lemma_ in _TIMES and token.dep_ == "compound" and token.nbor(-1).lower_ not in ("a", "the"):
        return True  # but "a day pass"
    if token.ent_type_ == "DATE" and token.dep_ == "compound" and token.i > 0 and token.nbor(-1).like_num:
        return True  # "by 30 September members had …"
    if token.dep_ != "prep":
        return False
    if token.lower_ in ("with", "against", "from", "to", "between", "among", "for", "on"):
        return True
    return any(word.pos_ in ("NUM", "SYM") or word.is_currency for word in token.subtree)

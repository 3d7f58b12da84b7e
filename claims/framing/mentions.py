"""What a mention can stand for: one thing by name, a person, a body of people, or what somebody says."""

from functools import cache
from typing import TYPE_CHECKING

from claims.framing.frame import NOUNS
from claims.framing.noun_phrases import SUBJECTS, complement_of, is_verb, object_of, subject_of
from claims.names import state
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Set

    from claims.framing.descriptions import Descriptions
    from claims.tokens import Token


@cache
def organisations() -> frozenset[str]:
    """Return the nouns for which an article's topic may stand ("the company")."""
    return frozenset(load("context")["organisations"])


@cache
def people() -> frozenset[str]:
    """Return the nouns that mean one person."""
    return frozenset(load("attribution")["person_nouns"])


@cache
def bodies() -> frozenset[str]:
    """Return the nouns in the singular that "they" may stand for: bodies of people."""
    return organisations() | frozenset(load("attribution")["speaker_nouns"])


@cache
def firms() -> frozenset[str]:
    """Return the nouns that call a firm what another noun called it before."""
    return frozenset(load("context")["descriptions"]["firms"])


@cache
def _public() -> frozenset[str]:
    return frozenset(load("context")["descriptions"]["public"])


def is_firm(name: "Token") -> bool:
    """Tell whether a name is that of a firm, as far as its kind and its last word tell."""
    if name.ent_type_ != "ORG" or name.pos_ != "PROPN" or name.dep_ == "compound" or state(name.text):
        return False
    of_several = any(child.pos_ == "PROPN" for child in name.lefts)  # one word alone may be a place
    if name.dep_ == "poss" and name.head.pos_ == "PROPN":
        return False  # "the Rail Commissioner's Office" is the office
    return of_several and name.lower_ not in _public() and not name.text.isupper()


def is_organisation(name: "Token") -> bool:
    """Tell whether an apposition calls a name a firm or the like, whatever the parse took it for."""
    return any(child.dep_ == "appos" and child.lemma_ in organisations() for child in name.children)


def is_one_body(name: "Token") -> bool:
    """Tell whether a name in the plural is one body's: "Elm Boilers, which makes …, will close its plant"."""
    verb = name.head
    told = {child.lower_ for child in verb.lefts} | {verb.tag_}
    clauses = {child.tag_ for child in name.children if child.dep_ == "relcl"}
    its = any(word.lower_ in ("its", "itself") for word in verb.subtree)
    return bool({"has", "is", "was", "VBZ"} & (told | clauses)) or its


def _has_office(name: "Token") -> bool:
    """Tell whether a name stands behind a person's role: "the owner, Ada Holm"."""
    return name.dep_ == "appos" and name.head.lemma_.lower() in people()


def led_by(role: "Token") -> "tuple[Token, Token] | None":
    """Return who owns or leads a body, and the body: "Ada Holm, the founder of Elm Mills".

    Args:
        role: What somebody is ("founder"); None is returned for any other noun.
    """
    if role.pos_ != "NOUN" or role.lemma_ not in word_list("context", "persons", "leading"):
        return None
    owner = next((child for child in role.lefts if child.dep_ == "poss"), None)
    body = owner if owner is not None else complement_of(role, "of", "at")
    told = (role.head, subject_of(role.head) if role.dep_ == "attr" else None)
    apposed = (child for child in role.rights if child.dep_ == "appos")
    who = next((it for it in (*apposed, *told) if it is not None and it.ent_type_ == "PERSON"), None)
    named = body is not None and body.pos_ == "PROPN" and body.ent_type_ not in ("PERSON", "GPE")
    return (who, body) if who is not None and body is not None and named else None


def outside_brackets(pronoun: "Token") -> "Iterator[Token]":
    """Yield the words before a pronoun, the nearest first, without brackets that closed before it."""
    depth = 0
    for earlier in reversed(pronoun.doc[: pronoun.i]):
        depth += (earlier.text == ")") - (earlier.text == "(" and depth > 0)
        if not depth:
            yield earlier


def is_best_of_its_place(noun: "Token") -> bool:
    """Tell whether a noun means one body by its place: "the county's oldest brewery"."""
    owner = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    best = any(word.tag_ == "JJS" for child in noun.lefts if child.dep_ == "amod" for word in child.subtree)
    return owner is not None and best and (owner.pos_ == "NOUN" or owner.ent_type_ == "GPE")


def names_it(token: "Token") -> bool:
    """Tell whether a modifier makes a noun the name of one thing: "the *Harwick* bridge"."""
    dated = token.ent_type_ in ("DATE", "TIME")
    return token.pos_ == "PROPN" and token.dep_ == "compound" and not dated and not state(token.text)


def telling(root: "Token") -> "Token":
    """Return the head of what a sentence tells: of "the road is closed, the city said" what was said."""
    said = [child for child in root.lefts if child.dep_ == "ccomp"]
    return said[-1] if said and root.lemma_ in load("frames")["verbs"]["speech"] else root


def acting_before(pronoun: "Token") -> "Token | None":
    """Return the last subject in the plural before "them" that does not itself do what is done to them."""
    doer = subject_of(pronoun.head) if is_verb(pronoun.head) else None
    for earlier in reversed(pronoun.doc[: pronoun.i]):
        if earlier.dep_ in ("nsubj", "nsubjpass") and earlier.tag_ in ("NNS", "NNPS") and earlier != doer:
            return earlier
    return None


def is_thing(noun: "Token") -> bool:
    """Tell whether a noun is one body, place or work that can have and do things: no move, no delay."""
    if noun.tag_ == "NNP":
        return noun.ent_type_ != "PERSON"
    built = load("works")["kinds"]
    return noun.tag_ == "NN" and (noun.lemma_ in bodies() or noun.lemma_ in built)


def is_forename(name: "Token") -> bool:
    """Tell whether a name that could be a nationality is somebody's first name: "her son Finn"."""
    alone = not any(child.dep_ == "det" for child in name.lefts) and name.tag_ == "NNP"
    return alone and (name.ent_type_ == "PERSON" or name.dep_ == "appos")


def is_several(subject: "Token") -> bool:
    """Tell whether "they" may stand for a subject in the singular, rather than for what it acts on.

    A body of people is meant by "they", but not where it does something to several: "the bank has
    compensated 110 customers; on average they had lost €5,000".
    """
    target = object_of(subject.head) if is_verb(subject.head) else None
    return subject.lemma_ in bodies() and (target is None or target.tag_ != "NNS")


def worked_on(subject: "Token") -> "Token":
    """Return what is worked on, where a sentence tells of the work: "work on the tunnel began in May"."""
    if subject.lemma_.lower() not in word_list("works", "labour"):
        return subject
    return complement_of(subject, "on", "to", "of") or subject


def beside_its(pronoun: "Token") -> "Token | None":
    """Return whom "their" means in a sentence that calls its subject "its": others, in the plural.

    Args:
        pronoun: "their" in "the port raised its offer to the dockers a day after their strike".
    """
    own = next((word.i for word in pronoun.doc[: pronoun.i] if word.lower_ == "its"), None)
    if own is None or pronoun.lower_ not in ("they", "their"):
        return None
    others = (word for word in reversed(pronoun.doc[own : pronoun.i]) if word.dep_ in ("pobj", "dobj"))
    return next((word for word in others if word.tag_ == "NNS" and word.lemma_ in workers()), None)


@cache
def workers() -> frozenset[str]:
    """Return the nouns for those who do some work ("docker")."""
    return frozenset(load("frames")["awards"]["workers"]) | people()


_WHOSE = {"he": "his", "she": "her"}


def spoken_of(pronoun: "Token") -> "Token | None":
    """Return the person whom somebody speaks of as "he" or "she": themselves, or whom they speak for.

    Args:
        pronoun: The subject of what is said: she in "Ada Holm's lawyer said that she would appeal" and
            in "Her lawyer said that she would appeal", where the owner is a pronoun itself.
    """
    clause = pronoun.head
    if pronoun.dep_ not in ("nsubj", "nsubjpass") or clause.dep_ != "ccomp":
        return None
    speaker = subject_of(clause.head) if clause.head.lemma_ in load("frames")["verbs"]["speech"] else None
    if speaker is None or speaker.i > pronoun.i:
        return None
    if speaker.pos_ == "PROPN":  # a first name and a surname are a person's
        named = speaker.ent_type_ in ("PERSON", "") and speaker.i > 0 and speaker.nbor(-1).pos_ == "PROPN"
        return speaker if named else None
    owner = next((child for child in speaker.lefts if child.dep_ == "poss"), None)
    if owner is not None and owner.pos_ != "PROPN":
        return owner if owner.lower_ == _WHOSE.get(pronoun.lower_) else None
    return owner if owner is not None and speaker.lemma_ in people() else None


def is_womans(name: str) -> bool:
    """Tell whether a full name is a woman's, as far as a title or the end of the first name tells."""
    first, _, rest = name.partition(" ")
    if first.lower().rstrip(".") in load("context")["persons"]["titles_of_women"]:
        return True
    return bool(rest) and first.endswith("a") and first not in load("context")["persons"]["men"]


def is_somebody(name: str) -> bool:
    """Tell whether "he" or "she" may stand for a subject: for a name or a "baker", never for an "appeal"."""
    last = name.split()[-1].lower()
    ends = last.endswith(tuple(load("context")["persons"]["endings"])) and not last.endswith("ment")
    return not name.islower() or _is_role(last) or ends


def is_calling(noun: "Token") -> bool:
    """Tell whether a noun says what somebody is: "captain", "nurse"."""
    return _is_role(noun.lemma_.lower())


def is_part_of_name(word: "Token") -> bool:
    """Tell whether an ordinal with a capital belongs to a name: "the First Minister", "Elm First"."""
    if not word.text.istitle() or word.is_sent_start or word.i == 0 or word.ent_type_ == "DATE":
        return False
    beside = (word.nbor(-1), *word.doc[word.i + 1 : word.i + 2])
    shouted = all(token.text[:1].isupper() for token in word.doc if token.is_alpha and len(token) > 3)
    return not shouted and any(token.pos_ == "PROPN" and token.text[:1].isupper() for token in beside)


def is_in_list_of_places(name: "Token") -> bool:
    """Tell whether a capital is only a place: "cases were reported from Oslo (7 cases)"."""
    behind = name.doc[name.i + 1 : name.i + 2].text
    return behind == "(" and name.dep_ == "pobj" and name.head.lower_ in ("in", "from", "at", "near")


def is_anybody(noun: "Token") -> bool:
    """Tell whether a noun means one person of any kind: "man", "suspect", "nurse"."""
    return noun.lemma_.lower() in load("frames")["nouns"]["anybody"] or is_calling(noun)


def _is_role(word: str) -> bool:
    return word in people() or word in word_list("context", "persons", "roles")


def may_be_meant(pronoun: "Token", name: str, full: "Mapping[str, str]") -> bool:
    """Tell whether "he" or "she" may mean a person of this name: "he" is not Nadia Holm."""
    return pronoun.lower_ not in ("he", "his", "him") or not is_womans(full.get(name, name))


def is_person_meant(pronoun: "Token", name: "Token", full: "Mapping[str, str]") -> bool:
    """Tell whether a word is the name of a person whom "he" or "she" may mean."""
    if name.pos_ != "PROPN" or name.dep_ == "compound":
        return False
    is_person = name.ent_type_ == "PERSON" or name.text in full or _has_office(name)
    return is_person and may_be_meant(pronoun, name.text, full)


def is_event(pronoun: "Token", kinds: "Mapping[str, str]", event: str) -> bool:
    """Tell whether "it" is the event that a text is about: "it lasted a week", "it is the first outbreak".

    Args:
        pronoun: A pronoun.
        kinds: The nouns for events, each with the plain word for its kind.
        event: The event.
    """
    verb = pronoun.head
    what = next((child for child in verb.rights if child.dep_ == "attr"), None)
    named = verb.lemma_ == "be" and what is not None and kinds.get(what.lemma_.lower()) == event.split()[-1]
    does = named or verb.lemma_ in load("context")["events_do"]["verbs"]
    harms = verb.lemma_ in load("context")["events_do"]["harming"] or _makes_ill(verb)
    befell = event.split()[-1] in load("context")["themes"]["of_places"]
    return pronoun.lower_ == "it" and (does or (befell and harms))


def _makes_ill(verb: "Token") -> bool:
    ill = load("context")["events_do"]["ill"]
    return verb.lemma_ in ("make", "leave") and any(word.lower_ in ill for word in verb.subtree)


def may_mean(pronoun: "Token", noun: "Token", named: "Descriptions | None") -> bool:
    """Tell whether "it" may stand for a subject before it.

    What somebody says of what "it" costs, is or takes is not said of the speaker: "the union says that it
    cannot be more than €4m".

    Args:
        pronoun: "it" or the like.
        noun: The subject before it.
        named: What the text says of its names.
    """
    clause = pronoun.head
    raised = pronoun.dep_ in SUBJECTS and any(child.tag_ == "TO" for child in clause.lefts)
    if raised and clause.head == noun.head and clause.dep_ in ("ccomp", "xcomp"):
        return False  # "the bank expects it to fall"
    if pronoun.dep_ in ("dobj", "dative") and noun.head == clause:
        return False  # who fined it is another
    speaks = noun.head.lemma_ in load("attribution")["frame_verbs"]
    inside = noun.head in pronoun.ancestors and noun.head is not pronoun.head
    own = speaks and inside and pronoun.dep_ in SUBJECTS
    if noun.ent_type_ == "PERSON" and pronoun.lower_ != "its":
        several = any(child.dep_ == "compound" for child in noun.lefts)  # "Elm Mutual leads; it keeps €4m"
        body = (own or several) and named is not None and not named.is_person(noun.text)
        if not body:
            return False
    return not (
        own and pronoun.lower_ == "it" and pronoun.head.lemma_ in load("context")["descriptions"]["of_things"]
    )


def tells_of_itself(pronoun: "Token", topic: str, capitals: "Set[str]") -> "Token | None":
    """Return the body that says what "it" does: "Elm Eastern said it had signed"; None for other pronouns.

    Args:
        pronoun: "it" or the like.
        topic: The body that the article follows, or "".
        capitals: The words that the text writes with a capital inside its sentences.
    """
    clause = pronoun.head
    while clause.dep_ == "conj" and clause.head != clause:
        clause = clause.head
    if pronoun.dep_ not in SUBJECTS or clause.dep_ != "ccomp" or clause.head.i > pronoun.i:
        return None
    if pronoun.head.lemma_ in load("context")["descriptions"]["of_things"]:
        return None
    speaker = next((child for child in clause.head.lefts if child.dep_ == "nsubj"), None)
    if speaker is None or clause.head.lemma_ not in load("attribution")["frame_verbs"]:
        return None
    named = speaker.text in capitals and speaker.pos_ in NOUNS
    known = speaker.text in topic.split()
    return speaker if known or (named and speaker.ent_type_ == "ORG") else None


def is_many(subject: "Token", capitals: "Set[str]") -> bool:
    """Tell whether a subject is a plural and no body's name that looks like one: "Rovers has 9 stands".

    Args:
        subject: The subject of a clause.
        capitals: The words that the text writes with a capital inside its sentences.
    """
    named = (subject.tag_ == "NNPS" or subject.text in capitals) and is_one_body(subject)
    return subject.tag_ in ("NNS", "NNPS") and not named


def is_person(subject: "Token", body: str) -> bool:
    """Tell whether a subject is somebody, not the body that the article follows whatever the parse says.

    Args:
        subject: The subject of a clause.
        body: The name of the body, or "".
    """
    named = subject.ent_type_ == "PERSON" and subject.text not in body.split()
    return named or subject.lemma_.lower() in people()


def is_somebody_acting(pronoun: "Token", noun: "Token") -> bool:
    """Tell whether "he" or "she" goes on about whom the clause around it tells of.

    Args:
        pronoun: he in "A driver died when he lost control", she in "the girl's bag fell as she ran".
        noun: A word before it.
    """
    owner = noun.dep_ == "poss" and noun.head.dep_ in SUBJECTS
    subject = noun.head if owner else noun
    if noun.tag_ != "NN" or subject.dep_ not in SUBJECTS or not subject.head.is_ancestor(pronoun):
        return False
    word = noun.lemma_.lower()
    endings = load("context")["persons"]
    woman, man = word.endswith(tuple(endings["women"])), word.endswith(tuple(endings["males"]))
    if not (woman or man):
        return is_calling(noun)
    return woman == (pronoun.lower_ in ("she", "her", "hers"))


def is_titled(name: str) -> bool:
    """Tell whether a name opens with a courtesy title: "Mr Holm"."""
    return name.partition(" ")[0].lower() in load("attribution")["courtesy_titles"]


def is_titled_as(phrase: str, surname: str, full: str) -> bool:
    """Tell whether a surname with a title may be a person named in full: "Mr Holm" is not Ada Holm."""
    title, _, name = phrase.partition(" ")
    persons, plain = load("context")["persons"], title.lower().rstrip(".")
    of_woman, of_man = plain in persons["titles_of_women"], plain in persons["titles_of_men"]
    fits = is_womans(full) if of_woman else not (of_man and is_womans(full))
    return is_titled(phrase) and name == surname and fits

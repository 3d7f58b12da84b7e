"""Repairs of sentences that tell what somebody says: the verb of saying and what it governs."""

from typing import TYPE_CHECKING

from claims.tokens import FINITE
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_KINDS_OF_SPEAKING = ("frame_verbs", "infinitive_verbs", "demanding_verbs", "speaking_verbs")
_SETTINGS = frozenset({"in", "at", "on", "after", "before", "during", "outside", "from", "by"})


def read_that_as_conjunction(word: "Token") -> None:
    """Read "told the court that he had paid" as what was told: he paid no "that".

    Args:
        word: "that", where the parse takes it for an object or a mark.
    """
    clause = word.head
    subject = next((child for child in clause.lefts if child.dep_ in _SUBJECTS), None)
    if subject is None or word.i > subject.i:
        return
    if clause.dep_ == "relcl" and (verb := _told_beside(clause)) is not None:
        clause.head, clause.dep_ = verb, "ccomp"
    if clause.dep_ == "ccomp":
        word.pos_, word.tag_, word.dep_ = "SCONJ", "IN", "mark"


def give_count_behind_source_its_verb(word: "Token") -> None:
    """Read "According to the club 40 of the fans left" as what 40 did: the club has no number.

    Args:
        word: "according", at the beginning of a sentence.
    """
    verb = word.head
    to = next((child for child in word.rights if child.lower_ == "to"), None)
    source = next((child for child in to.rights if child.dep_ == "pobj"), None) if to is not None else None
    if source is None or verb.i <= source.i or any(child.dep_ in _SUBJECTS for child in verb.lefts):
        return
    count = next((child for child in source.rights if child.i == source.i + 1), None)
    of = next((child for child in source.rights if child.lower_ == "of"), None)
    if count is None or count.tag_ != "CD" or of is None:
        return
    passive = any(child.dep_ == "auxpass" for child in verb.lefts)
    count.head, count.dep_ = verb, "nsubjpass" if passive else "nsubj"
    of.head = count


def _told_beside(clause: "Token") -> "Token | None":
    """Return the verb that tells what the parse hangs on a place ("told us in Rome that it would close")."""
    preposition = clause.head.head
    verb = preposition.head
    if clause.head.dep_ != "pobj" or preposition.lower_ not in _SETTINGS or verb.pos_ != "VERB":
        return None
    foretold = any(
        child.dep_ == "mark" or child.tag_ == "MD" or child.lower_ == "had" for child in clause.lefts
    )
    told = verb.lemma_ in load("attribution")["frame_verbs"]
    return verb if foretold and told and not any(child.dep_ == "ccomp" for child in verb.children) else None


def read_on_behind_insertion(verb: "Token") -> None:
    """Read "The club was broke, auditors found, and owed money" as what the club did, not the auditors.

    So with "The club did well, auditors found, selling 40 shirts".

    Args:
        verb: A verb or participle that the parse joins to the verb of saying before it.
    """
    says = verb.head
    speaker = next((child for child in says.lefts if child.dep_ in _SUBJECTS), None)
    if speaker is None or says.lemma_ not in word_list("attribution", "frame_verbs") or _speaks(verb):
        return
    if any(child.dep_ in _SUBJECTS for child in verb.children) or says.nbor(1).text != ",":
        return
    told = next((child for child in says.lefts if child.dep_ == "ccomp" and child.i < speaker.i), None)
    told = says.head if told is None and says.dep_ == "parataxis" else told
    opening = speaker.left_edge.i
    if told is None or told.i > opening or not opening or verb.doc[opening - 1].text != ",":
        return
    for child in says.rights:
        if child.dep_ == "cc" and child.i < verb.i:
            child.head = told
    verb.head = told


def give_interrupted_subject_its_verb(verb: "Token") -> None:
    """Read "The choir, you may be sad to learn, is to have no bass" as what the choir is to have.

    Args:
        verb: A verb that the parse joins to the one before it.
    """
    inside = verb.head
    subjects = [child for child in inside.lefts if child.dep_ in (*_SUBJECTS, "dep")]
    alone = all(child.dep_ not in (*_SUBJECTS, "cc") for child in verb.lefts)
    if len(subjects) < 2 or not alone or verb.nbor(-1).text != "," or verb.left_edge.i < inside.i:
        return
    joined = any(child.dep_ == "cc" and child.i < verb.i for child in inside.rights)
    if joined or verb.doc[subjects[1].left_edge.i - 1].text != ",":
        return
    subjects[0].head, subjects[0].dep_ = verb, "nsubj"


def read_question_as_subject(question: "Token") -> None:
    """Read "Where it went is not known, he said" as what is not known, not as when he said it.

    Args:
        question: The verb of a clause that the parse takes for an adjunct or for what is said.
    """
    says = question.head
    if question.i > says.i or question.left_edge.tag_ not in ("WRB", "WP") or says.pos_ != "VERB":
        return
    for verb in question.rights:
        opening = next((child for child in verb.lefts if child.dep_ in ("aux", "auxpass")), verb)
        if verb.dep_ not in ("advcl", "conj") or opening.tag_ not in FINITE:
            continue
        between = question.doc[question.i + 1 : opening.i]
        if any(word.is_punct or word.dep_ == "cc" for word in between):
            continue
        if not any(child.dep_ in _SUBJECTS for child in verb.children):
            verb.head, verb.dep_ = says, "ccomp"
            question.head, question.dep_ = verb, "csubjpass" if verb.tag_ == "VBN" else "csubj"
            return


def _speaks(verb: "Token") -> bool:
    """Tell whether somebody who said one thing may well say or want this, too."""
    listed = load("attribution")
    if verb.tag_ == "VBG" and verb.lemma_ in listed["verbs_of_amounts"] and _has_amount(verb):
        return False
    return any(verb.lemma_ in listed[kind] for kind in _KINDS_OF_SPEAKING)


def _has_amount(verb: "Token") -> bool:
    """Tell whether a verb acts on so much of something: "adding 40 jobs", not "adding that 40 came"."""
    target = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    return target is not None and any(child.dep_ == "nummod" for child in target.lefts)


def read_closing_word_as_a_verb(root: "Token") -> None:
    """Read "The club will not sell, Holm promises" as what Holm says.

    Args:
        root: The head of the sentence, a noun in the plural for the parse.
    """
    said = next((child for child in root.lefts if child.dep_ == "ccomp"), None)
    speaker = next((child for child in root.lefts if child.dep_ == "nsubj"), None)
    if said is not None and speaker is not None and said.i < speaker.i and speaker.nbor(-1).text == ",":
        root.pos_, root.tag_ = "VERB", "VBZ"


def give_verb_its_charge(of: "Token") -> None:
    """Read "convicted Berg of arson": of that it convicted Berg; nobody is called Berg of arson."""
    name = of.head
    deed = next(iter(of.rights), None)
    if (
        deed is None
        or deed.tag_ in ("NNP", "NNPS")
        or name.dep_ not in ("dobj", "npadvmod")
        or name.i + 1 != of.i
    ):
        return
    if name.head.i < name.i and name.head.lemma_ in load("repairs")["charging"]:
        of.head = name.head


def read_participle_as_what_was_told(word: "Token") -> None:
    """Read "Police said 12 cars burned" as what happened to the cars: nobody says cars.

    Args:
        word: A past participle that the parse hangs on the noun before it, or on the verb of saying itself.
    """
    noun = word.head if word.dep_ == "acl" else next(word.lefts, word)
    verb = noun.head if word.dep_ == "acl" else word.head
    if verb.lemma_ not in load("repairs")["clausal_verbs"] or noun.left_edge.i <= verb.i:
        return
    if any(child.dep_ in ("aux", "auxpass", "agent", "mark") for child in word.children):
        return
    if word.dep_ == "acl" and noun.dep_ == "dobj" and word.i == noun.i + 1:
        word.head, word.dep_ = verb, "ccomp"
        noun.head, noun.dep_ = word, "nsubj"
    if noun.dep_ == "nsubj":
        word.tag_, word.pos_ = "VBD", "VERB"


def give_interrupted_clause_its_time(insertion: "Token") -> None:
    """Read "In May 2019, it found, the firm failed to pay": what happened then is that the firm failed.

    Args:
        insertion: The verb of a clause that the parse takes for an insertion.
    """
    verb = insertion.head
    subject = next((child for child in insertion.lefts if child.dep_ == "nsubj"), None)
    if subject is None or verb.i < insertion.i or insertion.nbor(1).text != ",":
        return
    for child in list(insertion.lefts):
        closed = child.right_edge.i + 1
        opens = (
            child.dep_ == "prep"
            and any(word.ent_type_ == "DATE" for word in child.children)
            and closed < subject.i
            and child.doc[closed].text == ","
        )
        if opens and subject.left_edge.i == closed + 1:
            child.head = verb

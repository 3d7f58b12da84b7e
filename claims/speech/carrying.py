"""Sources carried on: whether a sentence that names no source goes on with that of the one before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from claims.assertions.clauses import auxiliaries, child, is_passive, own_subject
from claims.speech.speech_frames import forecasts, words

Telling = Literal["report", "forecast", "survey", "other"]

# "Lifts of the valley (source: operator)", "Source: ministry of health".
_SOURCE = re.compile(r"(?:^|[(\[])sources?: (?:the )?(?P<who>[^()\[\]:;\d]{3,60})[)\]]?[.:]?$", re.IGNORECASE)
_OPENING = 60
_CLOSING = 2
_PRESENT = frozenset({"VBZ", "VBP"})
_BODY_PRONOUNS = frozenset({"it", "they"})

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.language import Sentence
    from claims.speech.sayings import Saying
    from claims.tokens import Span, Token


def goes_on(sentence: Sentence, *, new_paragraph: bool, told: Telling) -> bool:
    """Tell whether a sentence goes on with the report, the list or the forecast of the one before.

    Args:
        sentence: A sentence that names no source.
        new_paragraph: It opens a paragraph.
        told: How the source before was given.
    """
    root = root_of(sentence.span)
    if root is None:
        return False
    if _goes_on_with_that(sentence):
        return True
    lemma = root.lemma_.lower()
    if lemma in words("following_verbs"):
        return True
    if new_paragraph and sentence.block.kind != "list_item":
        return False
    if heads_list(sentence):
        return True
    ranked = lemma in words("continuing_verbs") and told != "other"
    if ranked or (told == "report" and _is_shifted_back(root)):
        return True
    if told in ("report", "forecast") and _is_partial_count(sentence.text):
        return True
    if told == "survey" and root.tag_ == "VBD" and any(word.like_num for word in sentence.span):
        return True
    if (
        told == "forecast"
        and lemma in words("agentless_verbs")
        and is_passive(root)
        and child(root, "agent") is None
    ):
        return True
    subject = own_subject(root)
    if subject is None:
        return False
    parts = [subject, *(item for item in subject.children if item.dep_ in {"amod", "det"})]
    return any(item.lower_ in words("continuing_subjects") for item in parts)


def heads_list(sentence: Sentence) -> bool:
    """Tell whether a sentence only names the figures of the table or list below it: "Cases by age:".

    Args:
        sentence: A sentence that names no source.
    """
    root = root_of(sentence.span)
    return root is not None and root.pos_ == "NOUN" and sentence.text.endswith(":")


def takes_up(sentence: Sentence) -> bool:
    """Tell whether a sentence only says more of what was reported: "It lasted 22 seconds".

    Args:
        sentence: A sentence that names no source.
    """
    opens = sentence.span[0]
    return opens.lower_ in _BODY_PRONOUNS and opens.dep_ in {"nsubj", "nsubjpass"}


def speaks_on(sentence: Sentence, told: Iterable[Saying]) -> bool:
    """Tell whether a sentence goes on in a body's own words ("…, the ministry insists. It has paid $3m.").

    Args:
        sentence: A sentence that names no source.
        told: The mentions of sources in the sentence before it.
    """
    if not takes_up(sentence):
        return False
    closing = (said for said in told if said.anchor.i + _CLOSING >= len(said.anchor.doc) and said.spans)
    return any(
        said.anchor.tag_ in _PRESENT and said.speaker.i < said.anchor.i and said.speaker.ent_type_ != "PERSON"
        for said in closing
        if said.speaker.pos_ in {"NOUN", "PROPN"}
    )


def _goes_on_with_that(sentence: Sentence) -> bool:
    """Tell whether a clause behind a semicolon goes on with what was said: "…; and that fares be cut"."""
    return sentence.whole is not None and sentence.text.removeprefix("and ").startswith("that ")


def telling(sayings: Iterable[Saying], text: str = "") -> Telling:
    """Return how a sentence gives its sources: with a forecast, by a verb in the past, or otherwise.

    Args:
        sayings: The mentions of sources in the sentence.
        text: The sentence; results so far ("With 88% of the ballots counted, …") go on as a survey's do.
    """
    if _is_partial_count(text):
        return "survey"
    told: Telling = "other"
    for saying in sayings:
        if not saying.spans or saying.quoting:
            continue
        lemma = saying.anchor.lemma_.lower()
        if saying.speaker.lemma_.lower() in words("asking"):
            return "survey"
        if lemma == "accord" or lemma in words("agentless_verbs") | forecasts() | words("object_verbs"):
            return "forecast"
        if saying.anchor.tag_ == "VBD":
            told = "report"
    return told


def _is_partial_count(text: str) -> bool:
    """Tell whether a sentence gives results so far ("With 88% of the ballots counted, …")."""
    opening = text[:_OPENING].lower()
    return opening.startswith("with ") and " counted," in opening


def root_of(span: Span) -> Token | None:
    """Return the root of a sentence's parse."""
    return next((token for token in span if token.dep_ == "ROOT"), None)


def _is_shifted_back(root: Token) -> bool:
    """Tell whether the clause stands in the tense of reported speech ("had passed", "would cost")."""
    helpers = {item.lower_ for item in auxiliaries(root)}
    return "would" in helpers or ("had" in helpers and root.tag_ == "VBN")


def publisher_of(span: Span) -> Token | None:
    """Return who published the figures of a sentence ("the accounts, which the office published").

    Args:
        span: The parsed sentence.
    """
    for verb in span:
        if verb.lemma_.lower() not in words("publishing_verbs") or verb.tag_ not in {"VBD", "VBN"}:
            continue
        paper = _paper_over(verb) if verb.dep_ in {"relcl", "acl"} else child(verb, "dobj", "nsubjpass")
        agent = child(verb, "agent")
        speaker = child(agent, "pobj") if agent is not None else own_subject(verb)
        if paper is None or speaker is None or paper.lemma_.lower() not in words("papers"):
            continue
        if speaker.pos_ in {"NOUN", "PROPN"} and speaker.i != paper.i:
            return speaker
    return None


def _paper_over(clause: Token) -> Token | None:
    """Return what a clause says was published: "the accounts of both sides, which it published"."""
    step, papers = clause.head, words("papers")
    while step.lemma_.lower() not in papers and step.dep_ == "pobj" and step.head.lower_ == "of":
        step = step.head.head
    return step


def credited(sentence: Sentence) -> Token | None:
    """Return whom a heading or line names as the source of what stands below it ("Fleet (source: company)").

    Args:
        sentence: A sentence, heading or line.
    """
    said = _SOURCE.search(sentence.text)
    if said is None:
        return None
    named = [token for token in sentence.span if said.start("who") <= token.idx < said.end("who")]
    nouns = [token for token in named if token.pos_ in {"NOUN", "PROPN"}]
    inside = {token.i for token in named}
    return next((token for token in nouns if token.head.i not in inside or token.head.i == token.i), None)


def announces(sentence: Sentence) -> Token | None:
    """Return the speaker of a sentence that presents the table or list below it ("The union lists:")."""
    root = root_of(sentence.span)
    if root is None or not sentence.text.endswith(":"):
        return None
    figures = root if root.pos_ == "NOUN" else own_subject(root)
    if figures is not None and figures.lemma_.lower() in words("papers") | words("tallies") | forecasts():
        return child(figures, "poss")  # "Its figures:", "The firm's estimate is made up like this:"
    if is_passive(root):
        return None
    if root.lemma_.lower() not in words("presenting_verbs"):
        return None
    subject = own_subject(root)
    if subject is None or subject.pos_ not in {"NOUN", "PROPN", "PRON"}:
        return None
    speaks = subject.ent_type_ in {"ORG", "PERSON"} or subject.lemma_.lower() in (
        words("speaker_nouns") | words("documents") | words("person_nouns")
    )
    return subject if speaks or subject.lower_ in words("personal_pronouns") | {"we"} else None

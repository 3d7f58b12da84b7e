"""Words that news uses for one thing meet; words for two things do not."""

import tomllib
from pathlib import Path

import pytest

from reconcile import families
from reconcile.vocabulary import load
from reconcile.words import Lexicon, light_words, plain_words, stem, stop_words

WORDINGS: dict[str, list[list[str]]] = tomllib.loads(
    Path(__file__).with_name("wordings.toml").read_text(encoding="utf-8")
)
ROWS = list(families.rows())


def _words(text: str) -> frozenset[str]:
    return frozenset(word.text for word in Lexicon().words(text))


@pytest.mark.parametrize(("one", "other"), WORDINGS["same"])
def test_two_wordings_of_one_thing_share_their_words(one: str, other: str) -> None:
    assert _words(one) & _words(other) - light_words()


@pytest.mark.parametrize(("one", "other"), WORDINGS["apart"])
def test_two_things_are_told_apart(one: str, other: str) -> None:
    assert _words(one) != _words(other)


def test_no_word_stands_in_two_families() -> None:
    seen: dict[tuple[str, ...], str] = {}
    twice = []
    for name, members in ROWS:
        own = [name] if " " not in name else []
        for member in [*own, *members]:
            words = plain_words(member.removeprefix(families.EXACT))
            form = tuple(words if member.startswith(families.EXACT) else map(stem, words))
            form = (member[:1] == families.EXACT, *form)  # type: ignore[assignment]
            if seen.setdefault(form, name) != name:
                twice.append((member, seen[form], name))
    assert twice == []


@pytest.mark.parametrize(("name", "members"), ROWS)
def test_every_member_is_read_as_its_family(name: str, members: tuple[str, ...]) -> None:
    expected = frozenset(name.split())
    missed = [member for member in members if not expected <= _words(member.removeprefix(families.EXACT))]
    assert missed == []


@pytest.mark.parametrize(("name", "members"), ROWS)
def test_a_family_adds_something_and_its_name_is_a_word_that_counts(
    name: str, members: tuple[str, ...]
) -> None:
    assert members
    assert not frozenset(name.split()) & stop_words()


@pytest.mark.parametrize("row", load("contrasts"))
def test_no_contrast_opposes_a_family_to_itself(row: str) -> None:
    sides = [
        {words for phrase in member if (words := _words(phrase))}
        for member in load("contrasts")[row]["members"]
    ]
    both = [(one, other) for at, one in enumerate(sides) for other in sides[at + 1 :] if one & other]
    assert both == []


def test_what_stands_inside_a_phrase_does_not_break_it() -> None:
    assert "death" in _words("three sailors lost their lives")
    assert "death" in _words("she lost her life")
    assert "cancellation" in _words("they called the strike off") or "walkout" in _words(
        "they called the strike off"
    )


def test_the_longest_phrase_decides() -> None:
    assert "walkout" in _words("the strike")
    assert "walkout" not in _words("the air strike")


def test_a_form_that_means_something_else_stays_out() -> None:
    assert "export" in _words("goods shipped to Chile")
    assert "export" not in _words("two ships")

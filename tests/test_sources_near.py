"""The same article twice is one voice: nearly the same text is recognised, and its agreement counts once."""

import random
from pathlib import Path

import pytest

import reconcile
from claims.sources import from_text, load_all
from claims.sources.near import with_repeats
from tests.work import work

WORDS = Path(__file__).with_name("phrases.txt").read_text("utf-8").split()


def prose(seed: int, length: int = 400) -> str:
    chosen = random.Random(seed)
    return " ".join(chosen.choice(WORDS) for _ in range(length))


def changed(text: str, every: int) -> str:
    return " ".join("changed" if i % every == 0 else word for i, word in enumerate(text.split(), 1))


STORY = prose(1)
CASES = {
    "a print view": (STORY, f"Print this page\n\n{STORY}", True),
    "a few words edited": (STORY, changed(STORY, 60), True),
    "a shortened copy": (STORY, " ".join(STORY.split()[:250]), True),
    "an addition by the local paper": (STORY, f"{STORY} {prose(2, 120)}", True),
    "a rewritten story": (STORY, changed(STORY, 8), False),
    "a quoted paragraph": (STORY, f"{' '.join(STORY.split()[:60])} {prose(3)}", False),
    "a long text with the story in it": (STORY, f"{STORY} {prose(4, 1500)}", False),
    "another story": (STORY, prose(5), False),
}


@pytest.mark.parametrize("case", CASES)
def test_two_texts(case: str) -> None:
    one, other, alike = CASES[case]
    sources = [from_text(f"{one}.", "a.txt"), from_text(f"{other}.", "b.txt")]
    found = with_repeats(sources)
    assert [source.repeats for source in found] == [None, "a.txt" if alike else None]
    assert any("count as one voice" in warning for warning in found[1].warnings) == alike


def test_the_first_published_is_the_one_that_is_repeated() -> None:
    texts = {"a.md": f"---\ndate: 2024-03-02\n---\n{STORY}.", "b.md": f"---\ndate: 2024-03-01\n---\n{STORY}!"}
    found = with_repeats([from_text(text, name) for name, text in texts.items()])
    assert [source.repeats for source in found] == ["b.md", None]


def test_short_texts_are_not_judged() -> None:
    text = "The mine at Kolle closed on Monday, its owner said."
    found = with_repeats([from_text(text, "a.txt"), from_text(f"{text} It had 12 men.", "b.txt")])
    assert [source.repeats for source in found] == [None, None]


def test_agreement_of_copies_is_one_voice(tmp_path: Path) -> None:
    body = (
        "The cement works at Kolle made 5 million tonnes in 2023, the company said on Monday. It runs two "
        "kilns beside the river, and both were mended in spring. The works buys its coal from a mine near "
        "Velle, which opened long ago and has changed hands twice since. Trains bring the limestone from a "
        "quarry in the hills, where the dust has been a nuisance for years. Nobody at the works would say "
        "when the older of the two kilns will be replaced, or what is to become of the men who tend it when "
        "it is. The mayor has asked the ministry for help with the road."
    )
    (tmp_path / "a.txt").write_text(f"{body}\n")
    (tmp_path / "b.txt").write_text(
        f"{body} The council meets on it next week, and the quarry will be heard.\n"
    )
    (tmp_path / "c.txt").write_text(
        "The cement works at Kolle made 5 million tonnes in 2023, and its owners are glad.\n"
    )
    sources, problems = load_all([tmp_path])
    assert problems == [] and [source.repeats for source in sources] == [None, "a.txt", None]
    result = reconcile.reconcile(sources)
    agreed = [group for group in result.groups if group.verdict == "agree" and len(group.claims) == 3]
    assert {group.origins for group in agreed} == {(("a.txt", "b.txt"), ("c.txt",))}


def test_the_work_grows_with_the_number_of_articles_and_not_with_its_square() -> None:
    few, many = (
        [from_text(f"{prose(seed, 80)}.", f"{seed}.txt") for seed in range(size)] for size in (30, 120)
    )
    spent = work(lambda: with_repeats(few)), work(lambda: with_repeats(many))
    assert spent[1] < 6 * spent[0] + 4_000

"""Each question has a title of its own, be its claims those of another question, too."""

from collections import Counter
from pathlib import Path

from claims import load_all
from reconcile import reconcile

SEEDS = Path(__file__).resolve().parents[1] / "seeds"


def test_no_two_questions_share_a_title() -> None:
    sources, _ = load_all([SEEDS])
    titles = Counter(group.title for group in reconcile(sources).groups)
    assert [title for title, times in titles.items() if times > 1] == []

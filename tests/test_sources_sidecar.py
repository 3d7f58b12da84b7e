"""A ``sources.toml`` says more about the files in its folder, and wins over all that they say."""

from pathlib import Path

import pytest

from claims.sources import load_all

PAGE = "---\npublisher: The Gazette\ndate: 2024-05-03\n---\nThe mine at Kolle closed on Monday.\n"


def read(folder: Path, sidecar: str, **files: str) -> tuple[dict[str, dict[str, list[str]]], list[str]]:
    (folder / "sources.toml").write_text(sidecar, encoding="utf-8")
    for name, text in (files or {"a.md": PAGE}).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    sources, problems = load_all([folder])
    known = {
        source.name: {key: [datum.value, datum.evidence] for key, datum in source.metadata.items()}
        for source in sources
    }
    return known, [str(problem) for problem in problems]


def test_it_wins_over_the_file(tmp_path: Path) -> None:
    known, problems = read(tmp_path, '["a.md"]\npublisher = "The Herald"\nurl = "https://herald.example/a"\n')
    assert problems == []
    assert known["a.md"]["publisher"] == ["The Herald", "sources.toml: publisher"]
    assert known["a.md"]["published"] == ["2024-05-03", "front matter: date"]
    assert known["a.md"]["url"] == ["https://herald.example/a", "sources.toml: url"]


@pytest.mark.parametrize("written", ["2024-06-01", '"1 June 2024"', "2024-06-01T10:00:00Z"])
def test_dates_in_any_form(tmp_path: Path, written: str) -> None:
    known, _ = read(tmp_path, f'["a.md"]\npublished = {written}\n')
    assert known["a.md"]["published"] == ["2024-06-01", "sources.toml: published"]


def test_a_pattern_stands_for_many_and_a_name_wins_over_it(tmp_path: Path) -> None:
    sidecar = '["x/*"]\npublisher = "Wire"\n["x/b.txt"]\npublisher = "The Post"\n'
    texts = {f"x/{name}.txt": f"The mine at {name} closed on Monday.\n" for name in "abc"}
    known, problems = read(tmp_path, sidecar, **texts, **{"d.txt": "The mine at D closed on Monday.\n"})
    assert problems == []
    assert {name: data.get("publisher", [""])[0] for name, data in known.items()} == {
        "a.txt": "Wire",
        "b.txt": "The Post",
        "c.txt": "Wire",
        "d.txt": "",
    }


def test_the_nearest_wins(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "sources.toml").write_text('["a.txt"]\npublisher = "Near"\n')
    known, _ = read(
        tmp_path, '["x/a.txt"]\npublisher = "Far"\n', **{"x/a.txt": "The mine closed on Monday.\n"}
    )
    assert known["a.txt"]["publisher"][0] == "Near"


def test_one_article_of_many(tmp_path: Path) -> None:
    rows = "title,text\nA,The mine at A closed on Monday.\nB,The mine at B closed on Monday.\n"
    known, _ = read(tmp_path, '["t.csv#2"]\npublisher = "Second"\n', **{"t.csv": rows})
    assert "publisher" not in known["t.csv#1"] and known["t.csv#2"]["publisher"][0] == "Second"


@pytest.mark.parametrize(
    ("sidecar", "told"),
    [
        ("[", "sources.toml: cannot be read ("),
        ('["a.md"]\ncolour = "red"\n', "sources.toml: a.md: colour is not known; use one of"),
        ('["a.md"]\npublished = "03/04/2024"\n', "sources.toml: a.md: published '03/04/2024' is no full"),
        ('publisher = "X"\n', 'sources.toml: publisher stands in no table; write ["file name"] above it'),
    ],
)
def test_what_cannot_be_used_is_one_line(tmp_path: Path, sidecar: str, told: str) -> None:
    known, problems = read(tmp_path, sidecar)
    assert len(problems) == 1 and problems[0].startswith(told)
    assert known["a.md"]["publisher"] == ["The Gazette", "front matter: publisher"]


def test_beside_a_file_that_is_named_it_is_not_read(tmp_path: Path) -> None:
    read(tmp_path, '["a.md"]\npublisher = "The Herald"\n')
    sources, _ = load_all([tmp_path / "a.md"])
    assert sources[0].known("publisher") == "The Gazette"
    sources, _ = load_all([tmp_path / "a.md", tmp_path / "sources.toml"])
    assert sources[0].known("publisher") == "The Herald"

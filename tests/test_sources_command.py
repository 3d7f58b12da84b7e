"""``reconcile sources``: what was read, how, and what is known; heavy readers only where they are needed."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from claims.sources import load_all
from claims.vocabulary import load
from reconcile.cli import INPUT_ERROR, OK, main

PAGE = (
    "<html lang='en'><head><meta property='og:site_name' content='The Gazette'>"
    "<link rel='canonical' href='https://gazette.example/2024/05/03/mine'></head>"
    "<body><article><h1>Mine closes</h1><p>The mine at Kolle closed in 2023 with 320 workers, they said.</p>"
    "</article></body></html>"
)
TEXT = "---\ndate: 2024-05-03\n---\nThe mine at Orrin has 12 men.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.html").write_text(PAGE)
    (tmp_path / "b.md").write_text(TEXT)
    return tmp_path


def test_the_table(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sources", str(folder)]) == OK
    first, second, *_ = capsys.readouterr().out.splitlines()[1:]
    assert first.split("  ")[0] == "a.html" and "html (trafilatura " in first
    assert "3 May 2024?" in first and "guess: from the address" in first and "The Gazette" in first
    assert second.split("  ")[0] == "b.md" and "3 May 2024 " in second and "front matter: date" in second


def test_json_has_all_that_is_known(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sources", str(folder), "--format", "json"]) == OK
    document = json.loads(capsys.readouterr().out)
    page, text = document["sources"]
    assert (page["format"], page["words"], text["format"], text["words"]) == ("html", 14, "markdown", 7)
    assert page["claims"] > 0 and document["problems"] == []
    assert page["text"].startswith("Mine closes\n\nThe mine at Kolle") and text["text"] == TEXT
    assert page["metadata"]["published_guess"] == {
        "value": "2024-05-03",
        "evidence": "guess: from the address",
        "guess": True,
    }


def test_what_is_not_read_stands_below_and_sets_the_status(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "c.pdf").write_bytes(b"%PDF-1.7 cut")
    assert main(["sources", str(folder)]) == INPUT_ERROR
    shown = capsys.readouterr()
    assert "! c.pdf: is a PDF that is damaged or cut off; get it anew" in shown.out
    assert "reconcile: c.pdf: is a PDF that is damaged or cut off; get it anew" in shown.err


def test_hostile_names_and_metadata_are_shown_as_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    title = "Mine \x1b[31m [sic] &lt;b&gt; \u202e closes"
    (tmp_path / "a.html").write_text(PAGE.replace("Mine closes", title), encoding="utf-8")
    main(["sources", str(tmp_path)])
    shown = capsys.readouterr().out
    assert "\x1b" not in shown and "\u202e" not in shown and "[sic]" in shown


def test_columns_are_named_by_an_option(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "t.csv"
    table.write_text("Inhalt,Kopf\nThe mine at Kolle closed in 2023.,Mine\n")
    assert main(["sources", str(table)]) == INPUT_ERROR
    assert "name it with --columns text=NAME" in capsys.readouterr().err
    assert main(["sources", str(table), "--columns", "text=Inhalt,title=Kopf"]) == OK
    assert "Mine" in capsys.readouterr().out


@pytest.mark.parametrize("value", ["Inhalt", "body=Inhalt", "text=", "text=a,b"])
def test_columns_that_are_none_are_a_usage_error(value: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sources", "x.csv", "--columns", value]) == INPUT_ERROR
    assert "is not FIELD=NAME with one of text, title" in " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize("name", load("metadata")["records"]["text"])
def test_every_name_of_a_column_with_the_text_is_known(name: str, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(f"id,{name.upper()}\n1,The mine at Kolle closed in 2023.\n")
    (source,), problems = load_all([tmp_path])
    assert (source.name, problems) == ("t.csv#1", [])


def test_a_sidecar_is_not_written_over(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sidecar = folder / "sources.toml"
    sidecar.write_text('["b.md"]\npublisher = "The Post"\n')
    assert main(["sources", str(folder), "-o", str(sidecar)]) == INPUT_ERROR
    assert "The Post" in sidecar.read_text()


_LOADED = """
import sys
from claims.sources import load_all
load_all([sys.argv[1]])
print(",".join(sorted({name.split(".")[0] for name in sys.modules})))
"""
HEAVY = {
    "trafilatura",
    "lxml",
    "docx",
    "feedparser",
    "warcio",
    "striprtf",
    "pypdfium2",
    "dateparser",
    "justext",
}


def test_heavy_readers_are_imported_only_when_met(folder: Path) -> None:
    def loaded(name: str) -> set[str]:
        command = [sys.executable, "-c", _LOADED, str(folder / name)]
        return set(subprocess.check_output(command, text=True).strip().split(",")) & HEAVY

    assert loaded("b.md") == set()
    assert "trafilatura" in loaded("a.html") and not {"docx", "feedparser", "warcio"} & loaded("a.html")

"""The corpus: every file is read as what it is, says what it says, and nothing around the article speaks."""

import gzip
import json
import os
import random
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import claims
from claims.model import Claim, Source
from claims.sources import Problem, load, load_all
from reconcile.report.sources_table import words
from tests.corpus import build
from tests.corpus.writers import WRITERS

HERE = Path(__file__).parent
EXPECTED = tomllib.loads((HERE / "corpus" / "expected.toml").read_text("utf-8"))
# Begin of the line that tells of a file that cannot be read, or of a part of it.
REFUSED = {
    "articles.csv#3": "has no text",
    "export.csv": "has no column that is known to hold the text",
    "german.html": "is in German, and only English is read",
    "japanese.txt": "is in Japanese",
    "news.rss#2": "has no text",
    "spanish.txt": "is in Spanish",
}
HOSTILE = {
    "bomb.docx": "is a Word file that unpacks to more than 60 MB",
    "bomb.pdf": "is a PDF that cannot be read within the limits of memory",
    "bomb.txt.gz": "unpacks to more than 20 MB",
    "bomb.zip/zeros.txt": "unpacks to 1,0",
    "broken.rtf": "holds no paragraph of text",
    "broken.warc": "is a web archive that is damaged or cut off",
    "cut.txt.gz": "is a gzip file that is damaged or cut off",
    "deep.html": "is a web page that is nested too deeply",
    "empty.eml": "is a mail without text",
    "endless.eml": "is a mail with a header of more than 50,000 characters",
    "parts.eml": "is a mail of more than 2,000 parts",
    "empty.html": "is empty",
    "empty.rss": "is a feed without entries",
    "entities.docx": "is a Word file that is damaged",
    "huge.html": "is larger than 20 MB",
    "links.html": "is a web page without an article",
    "locked.pdf": "is a PDF locked by a password",
    "loop": "is a link that leads back to its own folder",
    "nested.zip/inner.zip/inner.zip/inner.zip": "is an archive inside too many others",
    "no_text.csv": "has no column that is known to hold the text",
    "not_a.pdf": "is no PDF, though its name says so",
    "nul.html": "holds NUL bytes",
    "nul.txt": "holds NUL bytes",
    "old.doc": "is an old Word document",
    "linked.txt": "is a link to a file elsewhere and was not followed",
    "scanned.pdf": "is a PDF without text",
    "traversal.zip/../../outside.txt": "has a path that leads out of its archive",
    "traversal.zip//etc/absolute.txt": "has a path that leads out of its archive",
    "traversal.zip/C:\\windows\\drive.txt": "has a path that leads out of its archive",
    "truncated.docx": "is a Word file that is damaged or cut off",
    "truncated.pdf": "is a PDF that is damaged or cut off",
    "truncated.zip": "is a zip archive that is damaged or cut off",
}
READ_AMONG_HOSTILE = {"bomb.zip/good.txt", "good.txt", "traversal.zip/fine.txt"}
MOST_MEMORY = 700_000_000
PATIENCE = 300  # seconds after which a reader hangs


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    build.good(folder)
    return folder


@pytest.fixture(scope="module")
def read(corpus: Path) -> tuple[dict[str, Source], list[Problem]]:
    sources, problems = load_all([corpus])
    return {source.name: source for source in sources}, problems


def test_the_corpus_is_large_and_all_of_it_is_judged(
    corpus: Path, read: tuple[dict[str, Source], list[Problem]]
) -> None:
    sources, problems = read
    assert len(list(corpus.iterdir())) >= 40
    assert sorted(sources) == sorted(EXPECTED)
    assert {problem.name for problem in problems} == set(REFUSED)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_file_is_read_as_what_it_is(name: str, read: tuple[dict[str, Source], list[Problem]]) -> None:
    source, expected = read[0][name], EXPECTED[name]
    assert source.format == expected["format"]
    text = " ".join(source.text.split())
    assert text.startswith(expected["begins"]) and text.endswith(expected["ends"])
    assert words(source) == expected["words"]  # what surrounds the article would add some
    known = {
        key: [datum.value, datum.evidence] for key, datum in source.metadata.items() if key != "language"
    }
    assert known == expected.get("known", {})
    assert source.repeats == expected.get("repeats")
    assert list(source.warnings) == expected.get("warnings", [])
    for key, datum in source.metadata.items():
        assert datum.guess == datum.evidence.startswith("guess: ")
        assert key != "published" or not datum.guess


@pytest.mark.parametrize("name", EXPECTED)
def test_a_file_makes_its_claims(name: str, read: tuple[dict[str, Source], list[Problem]]) -> None:
    source = read[0][name]
    found = claims.extract(source)
    assert {shown(claim) for claim in found} >= set(EXPECTED[name]["claims"])
    for claim in found:
        assert claim.quote == source.text[claim.start : claim.end]
        assert claim.value is None or claim.value.surface == source.text[claim.value.start : claim.value.end]


def shown(claim: Claim) -> str:
    if claim.value is None:
        return "fact"
    bound = claim.value.low if claim.value.low is not None else claim.value.high
    return bound if isinstance(bound, str) else f"{bound:,.10g} {claim.value.unit}"


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_read_is_told_in_one_line(
    name: str, read: tuple[dict[str, Source], list[Problem]]
) -> None:
    (problem,) = [problem for problem in read[1] if problem.name == name]
    assert str(problem).startswith(f"{name}: {REFUSED[name]}")
    assert len(str(problem).splitlines()) == 1


def test_reading_does_not_depend_on_the_order_of_the_paths(
    corpus: Path, read: tuple[dict[str, Source], list[Problem]]
) -> None:
    files = sorted(corpus.iterdir(), reverse=True)
    again, problems = load_all(files)
    assert ([*read[0].values()], read[1]) == (again, problems)


def test_columns_can_be_named(corpus: Path) -> None:
    chosen = {"text": "Inhalt", "title": "Kopf"}
    sources, problems = load_all([corpus / "export.csv"], columns=chosen)
    assert ([source.known("title") for source in sources], problems) == (["Tyres"], [])
    _, problems = load_all([corpus / "export.csv"], columns={"text": "Body"})
    assert "has no column 'Body'; its columns are Nr, Kopf, Inhalt" in str(problems[0])


@cache
def facets_of(name: str, folder: Path) -> list[tuple[object, ...]]:
    return sorted(map(facets, claims.extract(load(folder / name))), key=repr)


def facets(claim: Claim) -> tuple[object, ...]:
    value, period = claim.value, claim.period
    return (
        claim.kind,
        claim.subject,
        claim.measure,
        claim.object,
        tuple(sorted(claim.scope.items())),
        value and (value.low, value.high, value.unit, value.counted, value.hedge, value.direction),
        period and (period.start, period.end, period.text, period.resolved_from),
        claim.modality,
        claim.attribution,
        claim.polarity,
    )


@pytest.mark.parametrize("name", [name for name in WRITERS if name != "tolbeck.txt"])
def test_the_same_article_gives_the_same_claims_in_every_format(name: str, corpus: Path) -> None:
    assert len(facets_of("tolbeck.txt", corpus)) > 15
    assert facets_of(name, corpus) == facets_of("tolbeck.txt", corpus)


# --- hostile files ------------------------------------------------------------------------------------------

_WATCHED = """
import json, os, sys
seen = {"sockets": [], "written": [], "opened": []}
def watch(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto", "urllib.Request"):
        seen["sockets"].append(event)
    elif event == "open" and isinstance(arguments[0], (str, bytes)):
        path, mode, flags = os.fsdecode(arguments[0]), arguments[1] or "", arguments[2] or 0
        writes = any(mark in mode for mark in "wxa+") or flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        seen["written" if writes else "opened"].append(os.path.abspath(path))
sys.dont_write_bytecode = True
sys.addaudithook(watch)
from claims.sources import load_all
sources, problems = load_all([sys.argv[1]])
import resource
scale = 1 if sys.platform == "darwin" else 1024
memory = 0  # of this program alone: what getrusage says may be that of the one which started it
if os.path.exists("/proc/self/status"):
    lines = open("/proc/self/status").read().splitlines()
    memory = next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))
print(json.dumps({
    "sources": [source.name for source in sources],
    "problems": [[problem.name, str(problem)] for problem in problems],
    "memory": memory or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * scale,
    "child": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * scale,
    **seen,
}))
"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, object]]:
    folder = tmp_path_factory.mktemp("hostile") / "given"
    folder.mkdir()
    build.hostile(folder)
    (folder / "loop").symlink_to(folder)
    elsewhere = folder.parent / "elsewhere.txt"
    elsewhere.write_text("The outside cost 4 million euros in 2023.\n")
    (folder / "linked.txt").symlink_to(elsewhere)
    environment = os.environ | {"PYTHONPATH": str(HERE.parent)}
    done = subprocess.run(
        [sys.executable, "-c", _WATCHED, str(folder)],
        capture_output=True,
        env=environment,
        check=True,
        timeout=PATIENCE,
    )
    yield {**json.loads(done.stdout), "folder": str(folder), "complaints": done.stderr.decode()}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_one_clear_line(name: str, hostile: dict[str, object]) -> None:
    told = [line for named, line in hostile["problems"] if Path(named).name == name or named == name]  # type: ignore[attr-defined]
    assert len(told) == 1
    assert HOSTILE[name] in told[0]
    assert "\n" not in told[0] and "; " in told[0]


def test_the_others_are_still_read(hostile: dict[str, object]) -> None:
    assert set(hostile["sources"]) >= READ_AMONG_HOSTILE  # type: ignore[call-overload]
    told = {
        Path(name).name if "/" in name and ".zip" not in name else name for name, _ in hostile["problems"]
    }  # type: ignore[attr-defined]
    assert told == set(HOSTILE)
    assert hostile["complaints"] == ""


def test_hostile_files_take_bounded_memory(hostile: dict[str, object]) -> None:
    assert hostile["memory"] < MOST_MEMORY  # type: ignore[operator]
    assert hostile["child"] < 1_200_000_000  # type: ignore[operator]


def test_nothing_is_fetched_and_nothing_outside_is_read_or_written(hostile: dict[str, object]) -> None:
    assert hostile["sockets"] == []
    devices = {os.devnull}
    assert set(hostile["written"]) <= devices  # type: ignore[call-overload]
    installed = (
        sys.prefix,
        sys.base_prefix,
        str(HERE.parent),
        "/usr",
        "/lib",
        "/proc",
        "/sys",
        "/etc",
        "/dev",
    )
    outside = [
        path
        for path in hostile["opened"]  # type: ignore[attr-defined]
        if not path.startswith((str(hostile["folder"]), *installed))
    ]
    assert outside == []
    assert not any("elsewhere" in path for path in hostile["opened"])  # type: ignore[attr-defined]


def test_libraries_do_not_speak_to_the_terminal(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    crawled = gzip.decompress(build.crawl()).replace(b"https://port.example/a", b"https://port.exa ple/\x1b")
    (tmp_path / "a.warc").write_bytes(crawled)
    sources, _ = load_all([tmp_path])
    assert len(sources) == 1 and capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    "name", ["tolbeck.docx", "tolbeck.odt", "news.rss", "newspaper.html", "forwarded.eml"]
)
def test_a_damaged_file_never_raises(name: str, corpus: Path, tmp_path: Path) -> None:
    chosen = random.Random(name)
    whole = (corpus / name).read_bytes()
    for _ in range(25):
        data = bytearray(whole)
        for _ in range(chosen.choice([1, 5, 40])):
            at = chosen.randrange(len(data))
            data[at : at + chosen.randrange(3)] = chosen.choice(
                [b"", b"<", b"\0", b"\xff", b"&#x110000;", b"{"]
            )
        (tmp_path / name).write_bytes(data)
        sources, problems = load_all([tmp_path / name])
        assert sources or problems

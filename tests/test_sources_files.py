"""Files, folders and standard input are read; what cannot be read is one line, and the rest is still read."""

import io
import os
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.sources import Problem, SourceError, from_text, load, load_all
from tests.work import work

BODY = "The council voted on Monday to build the bridge, which will cost 40 million euros.\n"


def write(path: Path, content: str | bytes = BODY) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def lines(problems: list[Problem]) -> list[str]:
    for problem in problems:
        assert len(str(problem).splitlines()) == 1
    return [str(problem) for problem in problems]


def test_one_file(tmp_path: Path) -> None:
    source = load(write(tmp_path / "a.txt"))
    assert (source.name, source.text, source.warnings, source.metadata) == ("a.txt", BODY, (), {})


@pytest.mark.parametrize(
    "text", ["One.\r\nTwo.\r\n", "One.\rTwo.", "\n\n One. \n", "---\ntitle: T\n---\nOne.\n"]
)
@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_the_text_is_the_decoded_file_unchanged(tmp_path: Path, text: str, suffix: str) -> None:
    assert load(write(tmp_path / f"a{suffix}", text)).text == text


def test_a_byte_order_mark_is_dropped(tmp_path: Path) -> None:
    source = load(write(tmp_path / "a.txt", b"\xef\xbb\xbf" + BODY.encode()))
    assert (source.text, source.warnings) == (BODY, ())


def test_folders_are_searched_and_order_of_arguments_does_not_matter(tmp_path: Path) -> None:
    names = ["b.txt", "sub/a.md", "c.MARKDOWN", "d.text"]
    for name in names:
        write(tmp_path / name, BODY + name)
    for left_out in [
        "README.md",
        "sub/readme.txt",
        ".hidden.txt",
        ".git/x.txt",
        "picture.jpg",
        "data.json",
        "map.xml",
    ]:
        write(tmp_path / left_out, '{"text": "left out"}' if left_out.endswith("n") else "<left>out</left>")
    sources, problems = load_all([tmp_path])
    assert ([source.name for source in sources], problems) == (["a.md", "b.txt", "c.MARKDOWN", "d.text"], [])
    again, _ = load_all([tmp_path / "d.text", tmp_path / "sub", tmp_path, tmp_path / "b.txt"])
    assert again == sources


def test_a_readme_that_is_named_is_read(tmp_path: Path) -> None:
    assert load_all([write(tmp_path / "README.md")])[0][0].name == "README.md"


def test_files_of_one_name_carry_their_folders(tmp_path: Path) -> None:
    for folder in ("x/1", "y/1", "z/2"):
        write(tmp_path / folder / "a.txt", BODY + folder)
    write(tmp_path / "x" / "b.txt", BODY)
    sources, _ = load_all([tmp_path])
    assert [source.name for source in sources] == ["b.txt", "x/1/a.txt", "y/1/a.txt", "z/2/a.txt"]
    some, _ = load_all([tmp_path / "x" / "1" / "a.txt", tmp_path / "z"])
    assert [source.name for source in some] == ["1/a.txt", "2/a.txt"]


def test_the_same_text_is_read_once(tmp_path: Path) -> None:
    write(tmp_path / "b.txt")
    write(tmp_path / "a.md")
    sources, problems = load_all([tmp_path])
    assert ([source.name for source in sources], problems) == (["a.md"], [])
    assert sources[0].warnings == ("b.txt holds the same text; it was read once",)


def test_standard_input() -> None:
    sources, problems = load_all(["-"], stdin=io.BytesIO(BODY.encode()))
    assert ([(source.name, source.text) for source in sources], problems) == ([("stdin", BODY)], [])


@pytest.mark.parametrize(
    ("content", "warning"),
    [
        ("A café for €5, naïve “quotes”.".encode("cp1252"), "cp1252 (guessed)"),
        (b"charset=iso-8859-2\n" + "W Łodzi spadł deszcz.".encode("iso-8859-2"), "iso8859-2, as it declares"),
        ("It cost 5 euros.".encode("utf-16"), "UTF-16, as its byte order mark says"),
        ("It cost 5 euros.".encode("utf-16-le"), "UTF-16-LE (guessed)"),
        ("The café Łódź in «Пожар» cost 5 euros.".encode("utf-16-be"), "UTF-16-BE (guessed)"),
    ],
)
def test_another_encoding_is_read_with_a_warning(tmp_path: Path, content: bytes, warning: str) -> None:
    source = load(write(tmp_path / "a.txt", content))
    assert warning in source.warnings[0]


NOISE = random.Random(7).randbytes(20_000)
REFUSED = 6_000  # calls that it takes to refuse a file, however large, and to read a small one


@pytest.mark.parametrize(
    ("name", "content", "cause"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\t\r\n ", "nothing but white space"),
        ("noise.txt", NOISE, "binary"),
        ("noise2.txt", NOISE.replace(b"\0", b"\1"), "binary data"),
        ("nul.txt", b"It cost\0 5 euros.", "NUL bytes"),
        ("a.pdf", b"%PDF-1.7\n1 0 obj", "a PDF that is damaged or cut off"),
        ("a.docx", b"PK\x03\x04\x14\x00", "damaged or cut off"),
        ("old.doc", b"\xd0\xcf\x11\xe0", "an old Office document"),
        ("a.html", b"<!DOCTYPE html><script>go()</script>", "a web page without an article"),
        ("front.md", b"---\ntitle: T\n---\n", "no text besides its front matter"),
        ("links.txt", b"https://example.org\n\nAdvertisement\n", "no paragraph"),
        ("long.txt", b"word " * 1_000_000, "4,999,999 characters in one paragraph (line 1)"),
        ("lines.txt", b"a\n" * 300_000, "more than 200,000 lines"),
        ("huge.txt", b"word\n" * 4_000_001, "larger than 20 MB"),
    ],
)
def test_bad_files_are_one_line_each_and_the_rest_is_read(
    tmp_path: Path, name: str, content: bytes, cause: str
) -> None:
    bad = write(tmp_path / name, content)
    good = write(tmp_path / "good.txt")
    sources, problems = load_all([bad, good])
    assert [source.name for source in sources] == ["good.txt"]
    (line,) = lines(problems)
    assert line.startswith(f"{name}: ") and cause in line and "; " in line
    with pytest.raises(SourceError, match=name) as caught:
        load(bad)
    assert cause.split("(")[0] in str(caught.value)
    assert work(lambda: load_all([bad, good])) < REFUSED


def test_a_line_too_long_is_left_out_and_the_rest_of_the_file_read(tmp_path: Path) -> None:
    file = write(tmp_path / "a.txt", b"word " * 1_000_000 + b"\n\n" + BODY.encode())
    sources, problems = load_all([file])
    assert [block.kind for block in sources[0].blocks] == ["furniture", "paragraph"]
    assert "line 1" in lines(problems)[0]
    assert "line 1" in load(file).warnings[0]


@pytest.mark.parametrize(
    "front",
    [
        "title: [open\n",
        "title: 'a\n",
        "\tx: 1\n",
        "a: b: c\n",
        ": : [\n",
        "[" * 5000 + "\n",
        "title: T\n\n\tb: {\n",
    ],
)
def test_broken_front_matter_is_told_and_the_text_is_read(tmp_path: Path, front: str) -> None:
    file = write(tmp_path / "a.md", f"---\n{front}---\n\n{BODY}")
    sources, problems = load_all([file])
    assert [block.kind for block in sources[0].blocks] == ["furniture", "paragraph"]
    assert "its front matter cannot be read" in lines(problems)[0]


def test_front_matter_without_an_end_is_told(tmp_path: Path) -> None:
    sources, problems = load_all([write(tmp_path / "a.md", f"---\ntitle: T\ndate: 2025-01-02\n\n{BODY}")])
    assert [block.kind for block in sources[0].blocks] == ["furniture", "paragraph"]
    assert "closing line" in lines(problems)[0]


@pytest.mark.parametrize(
    "text", [f"---\n\n{BODY}", f"---\n{BODY}---\n{BODY}", f"---\nMayor Ost said: {BODY}---\n{BODY}"]
)
def test_a_rule_is_no_front_matter(text: str) -> None:
    assert "paragraph" in [block.kind for block in from_text(text, "a.md").blocks[:3]]


def test_paths_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "void").mkdir()
    write(tmp_path / "other" / "a.jpg", b"\xff\xd8")
    fifo = tmp_path / "pipe.txt"
    os.mkfifo(fifo)
    asked = [
        tmp_path / "none.txt",
        tmp_path / "void",
        tmp_path / "other",
        fifo,
        "a\0b",
        write(tmp_path / "ok.txt"),
    ]
    sources, problems = load_all(asked)
    assert [source.name for source in sources] == ["ok.txt"]
    told = "\n".join(lines(problems))
    assert "none.txt: does not exist" in told
    assert "void: holds no file that could be read;" in told
    assert "other: holds no file that could be read (skipped: 1 .jpg);" in told
    assert "pipe.txt: is no regular file" in told
    assert len(problems) == 5


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    file = write(tmp_path / "a.txt")
    file.chmod(0)
    assert "may not be read" in lines(load_all([file])[1])[0]


def test_a_named_file_of_another_suffix_is_read_as_text(tmp_path: Path) -> None:
    assert load_all([write(tmp_path / "a.story")])[0][0].name == "a.story"


def test_links_neither_loop_nor_lead_outside(tmp_path: Path) -> None:
    secret = write(tmp_path / "secret" / "s.txt", "It is secret.\n")
    folder = tmp_path / "folder"
    write(folder / "a.txt")
    (folder / "sub").mkdir()
    (folder / "sub" / "loop").symlink_to(folder)
    (folder / "elsewhere").symlink_to(secret.parent)
    (folder / "s.txt").symlink_to(secret)
    (folder / "self.txt").symlink_to(folder / "self.txt")
    (folder / "inside.txt").symlink_to(folder / "a.txt")
    sources, problems = load_all([folder])
    assert [(source.name, source.warnings) for source in sources] == [("a.txt", ())]
    told = lines(problems)
    assert len(told) == 4 and all("link" in line for line in told)


def test_a_link_that_is_named_is_followed_under_its_own_name(tmp_path: Path) -> None:
    target = write(tmp_path / "real" / "a.txt")
    (tmp_path / "latest.txt").symlink_to(target)
    assert load_all([tmp_path / "latest.txt"])[0][0].name == "latest.txt"


@pytest.mark.skipif(os.name != "posix", reason="names as bytes")
def test_a_name_that_is_no_text_is_one_printable_line(tmp_path: Path) -> None:
    for name in (b"\xff\xfe.txt", b"a\nb.txt", b"\x1b[31m.txt"):
        (tmp_path / os.fsdecode(name)).write_bytes(BODY.encode() + name)
    sources, problems = load_all([tmp_path])
    names = [source.name for source in sources] + [problem.name for problem in problems]
    assert len(names) == 3
    for name in names:
        assert name.isprintable()
        name.encode("utf-8")


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=600), st.sampled_from(["a.txt", "a.md"]))
def test_any_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str
) -> None:
    file = write(tmp_path_factory.getbasetemp() / "any" / name, data)
    try:
        source = load(file)
    except SourceError as error:
        assert len(str(error).splitlines()) == 1
        return
    source.text.encode("utf-8")
    assert source.sha256 == load(file).sha256


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=600))
def test_the_text_of_a_utf8_file_is_its_bytes_decoded(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    data = text.encode()
    file = write(tmp_path_factory.getbasetemp() / "any" / "b.txt", data)
    try:
        source = load(file)
    except SourceError:
        return
    if not source.warnings:
        assert source.text == data.decode("utf-8-sig")

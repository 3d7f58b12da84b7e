"""A file is written wholly or not at all, and never over an input."""

import os
from pathlib import Path

import pytest

from reconcile.output import OutputError, check_target, write_file


def test_a_new_file_is_written_with_ordinary_permissions(tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    write_file(str(target), "₹ 35 crore\n")
    assert target.read_bytes() == "₹ 35 crore\n".encode()
    (tmp_path / "usual").touch()
    assert target.stat().st_mode == (tmp_path / "usual").stat().st_mode
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.json", "usual"]


def test_a_replaced_file_keeps_its_permissions_and_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    write_file(str(link), "new")
    assert link.is_symlink()
    assert real.read_text() == "new"
    assert real.stat().st_mode & 0o777 == 0o640


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left on device"):
        write_file(str(target), "new")
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_device_is_written_to_and_not_replaced() -> None:
    write_file(os.devnull, "text")
    assert Path(os.devnull).is_char_device()


def test_an_input_is_refused_under_any_name(tmp_path: Path) -> None:
    source, link, hard = tmp_path / "a.txt", tmp_path / "link.txt", tmp_path / "hard.txt"
    source.write_text("text")
    link.symlink_to(source)
    hard.hardlink_to(source)
    for target in (source, link, hard, tmp_path / "sub" / ".." / "a.txt"):
        (tmp_path / "sub").mkdir(exist_ok=True)
        with pytest.raises(OutputError, match="is one of the inputs"):
            check_target(str(target), [source])
    check_target(str(tmp_path / "b.txt"), [source])


@pytest.mark.parametrize(
    ("target", "cause"),
    [("", "is a folder"), ("missing/out.txt", "does not exist"), ("file/out.txt", "does not exist")],
)
def test_a_target_that_cannot_be_written_is_found_before_the_work(
    tmp_path: Path, target: str, cause: str
) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match=cause):
        check_target(str(tmp_path / target), [])


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_closed_to_writing_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError, match="no permission"):
        check_target(str(tmp_path / "out.txt"), [])

"""A full disk costs the decision being made, with one clear line, and never an earlier one."""

import errno
import os
from pathlib import Path

import pytest

from reconcile.decisions import Decision, Ledger, LedgerError, read_ledgers


class _Disk:
    """A disk with room for so many bytes, standing in for ``os.write``."""

    def __init__(self, room: int, monkeypatch: pytest.MonkeyPatch, code: int = errno.ENOSPC) -> None:
        self.room = room
        self._code, self._write = code, os.write
        monkeypatch.setattr(os, "write", self)

    def __call__(self, handle: int, data: bytes) -> int:
        if self.room <= 0:
            raise OSError(self._code, os.strerror(self._code))
        written = self._write(handle, data[: self.room])
        self.room -= written
        return written


def _note(words: str) -> Decision:
    return Decision("note", group="g", note=words)


@pytest.mark.parametrize("room", [0, 1, 60])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT])
def test_only_the_decision_being_made_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: int, code: int
) -> None:
    ledger = Ledger(tmp_path, "Ann")
    first = ledger.append(_note("first"))
    before = ledger.path.read_bytes()
    disk = _Disk(room, monkeypatch, code)
    with pytest.raises(LedgerError) as error:
        ledger.append(_note("second"))
    message = str(error.value)
    assert "\n" not in message and "Ann.jsonl: the disk is full" in message and "not saved" in message
    assert ledger.path.read_bytes() == before  # what had been written of it was taken back
    assert ledger.decisions == (first,)
    disk.room = 10**6
    third = ledger.append(_note("third"))
    assert Ledger(tmp_path, "Ann").decisions == (first, third)


def test_a_half_written_line_that_cannot_be_taken_back_is_mended_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = Ledger(tmp_path, "Ann")
    first = ledger.append(_note("first"))
    with monkeypatch.context() as broken:
        _Disk(30, broken)
        broken.setattr(os, "ftruncate", _refuse)
        with pytest.raises(LedgerError, match="the disk is full"):
            ledger.append(_note("second"))
    assert not ledger.path.read_bytes().endswith(b"\n")
    third = ledger.append(_note("third"))
    assert Ledger(tmp_path, "Ann").decisions == (first, third)
    assert read_ledgers(tmp_path)[1] == ()


def test_a_line_that_did_not_reach_the_disk_is_not_reported_as_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = Ledger(tmp_path, "Ann")
    first = ledger.append(_note("first"))
    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", _refuse)
        with pytest.raises(LedgerError, match=r"could not be written: .*not saved"):
            ledger.append(_note("second"))
    assert Ledger(tmp_path, "Ann").decisions == (first,)


def test_a_torn_line_waits_for_room_to_be_moved_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = Ledger(tmp_path, "Ann")
    ledger.append(_note("first"))
    with ledger.path.open("ab") as stream:
        stream.write(b'{"torn')
    before = ledger.path.read_bytes()
    with monkeypatch.context() as broken:
        _Disk(0, broken)
        with pytest.raises(LedgerError, match="cannot be moved aside: the disk is full; nothing is lost"):
            Ledger(tmp_path, "Ann")
    assert ledger.path.read_bytes() == before
    assert [d.note for d in Ledger(tmp_path, "Ann")] == ["first"]


def test_the_rule_for_git_is_written_once_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = Ledger(tmp_path, "Ann")
    with monkeypatch.context() as broken:
        _Disk(5, broken)
        with pytest.raises(LedgerError, match="the disk is full"):
            ledger.append(_note("first"))
    assert (tmp_path / ".gitattributes").read_bytes() == b""
    ledger.append(_note("first"))
    assert "merge=union" in (tmp_path / ".gitattributes").read_text()


def test_a_workspace_that_cannot_be_made_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(LedgerError, match=r"file.*could not be .*: Not a directory.*; .*--workspace$"):
        Ledger(tmp_path / "file", "Ann").append(_note("first"))


def _refuse(*_: object) -> None:
    raise OSError(errno.EIO, os.strerror(errno.EIO))

"""A last line that was cut short is moved aside with a notice, and nothing is ever glued to it."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.decisions import Decision, Ledger, read_ledgers
from reconcile.decisions.files import aside


def _ledger(workspace: Path, records: int = 3) -> Ledger:
    ledger = Ledger(workspace, "Ann")
    for number in range(records):
        ledger.append(Decision("note", group="g", note=f"note {number}"))
    return ledger


def _cut(path: Path, keep: int) -> bytes:
    """Cut the last line of a file short and return what is left of it."""
    *whole, last = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(whole) + last[:keep])
    return last[:keep]


@pytest.mark.parametrize("keep", [1, 2, 40, -2])
def test_a_torn_line_is_moved_aside_with_a_notice(tmp_path: Path, keep: int) -> None:
    torn = _cut(_ledger(tmp_path).path, keep)
    again = Ledger(tmp_path, "Ann")
    (notice,) = again.notices
    assert "cut short" in notice and "Ann.torn" in notice and f"{len(torn)} bytes" in notice
    assert [decision.note for decision in again] == ["note 0", "note 1"]
    assert aside(again.path).read_bytes() == torn + b"\n"
    assert Ledger(tmp_path, "Ann").notices == ()


def test_several_torn_lines_are_all_kept(tmp_path: Path) -> None:
    path = _ledger(tmp_path).path
    first = _cut(path, 30)
    _ledger(tmp_path, 1)
    second = _cut(path, 50)
    Ledger(tmp_path, "Ann")
    assert aside(path).read_bytes() == first + b"\n" + second + b"\n"


def test_a_line_that_lacks_only_its_end_counts(tmp_path: Path) -> None:
    path = _ledger(tmp_path).path
    before = path.read_bytes()
    path.write_bytes(before[:-1])
    assert [d.note for d in read_ledgers(tmp_path)[0][0]] == ["note 0", "note 1", "note 2"]
    again = Ledger(tmp_path, "Ann")
    assert again.notices == () and path.read_bytes() == before
    assert len(again.decisions) == 3


def test_reading_changes_nothing_and_says_so(tmp_path: Path) -> None:
    path = _ledger(tmp_path).path
    _cut(path, 25)
    before = path.read_bytes()
    ledgers, (notice,) = read_ledgers(tmp_path)
    assert len(ledgers[0].decisions) == 2 and "cut short" in notice
    assert path.read_bytes() == before and not aside(path).exists()


def test_a_ledger_that_was_torn_while_it_is_open_is_mended_before_the_next_line(tmp_path: Path) -> None:
    ledger = _ledger(tmp_path)
    with ledger.path.open("ab") as stream:
        stream.write(b'{"v":1,"id":"cut')
    ledger.append(Decision("note", group="g", note="behind"))
    assert [d.note for d in Ledger(tmp_path, "Ann")] == ["note 0", "note 1", "note 2", "behind"]
    assert aside(ledger.path).read_bytes() == b'{"v":1,"id":"cut\n'


@settings(max_examples=40, deadline=None)
@given(st.binary(min_size=1, max_size=200).filter(lambda tail: not tail.endswith(b"\n")))
def test_whatever_stands_at_the_end_earlier_and_later_decisions_are_read(
    tmp_path_factory: pytest.TempPathFactory, tail: bytes
) -> None:
    workspace = tmp_path_factory.mktemp("torn")
    path = _ledger(workspace, 1).path
    path.write_bytes(path.read_bytes() + tail)
    _ledger(workspace, 1)
    assert [d.note for d in read_ledgers(workspace)[0][0] if d.is_known] == ["note 0", "note 0"]

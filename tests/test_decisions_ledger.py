"""A ledger: one file a reviewer, one line a decision, kept whatever another version wrote into it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import Period, Value
from reconcile.decisions import Anchor, Correction, Decision, Ledger, LedgerError, read_ledgers
from reconcile.decisions.fold import fold
from reconcile.decisions.record_lines import from_line
from reconcile.decisions.reviewers import file_name

_TEXT = st.text(max_size=30)
_NAME = st.text(min_size=1, max_size=30)
_DAY = st.none() | st.just("2024-05-01")
_AMOUNT = st.none() | st.tuples(
    st.none() | st.floats(allow_nan=False, allow_infinity=False), st.none(), _TEXT
)
_ANCHOR = st.builds(
    Anchor, _NAME, _TEXT, _TEXT, _TEXT, _TEXT, st.integers(0, 99), _TEXT, _TEXT, _TEXT, _AMOUNT, st.none()
)
_CORRECTION = st.builds(
    Correction,
    claim=_NAME,
    value=st.none() | st.just(Value(1.0, None, "t", None, "over", "over 1 t", None, 3, 11, 0.5)),
    kind=st.none() | st.just("quantity"),
    period=st.none() | st.builds(Period, _DAY, _DAY, _TEXT, st.none() | _NAME),
    subject=st.none() | _NAME,
    cleared=st.just(()) | st.just(("period",)),
    typed=st.dictionaries(st.sampled_from(["value", "period"]), _TEXT),
)
_DECISION = st.builds(
    Decision,
    action=st.sampled_from(["stands", "correct", "note", "wrong_match"]),
    reviewer=_NAME,
    id=_NAME,
    at=_TEXT,
    clock=st.integers(0, 10**6),
    title=_TEXT,
    anchors=st.lists(_ANCHOR, max_size=2).map(tuple),
    chosen=st.lists(_NAME, max_size=2).map(tuple),
    facet=st.none() | _NAME,
    correction=st.none() | _CORRECTION,
    note=st.none() | _NAME,
    over=st.lists(_NAME, max_size=2).map(tuple),
)


@given(_DECISION)
def test_a_record_reads_back_as_it_was_written(decision: Decision) -> None:
    line = decision.line()
    assert line.count(b"\n") == 1 and line.endswith(b"\n")
    assert not any(byte < 0x20 or byte == 0x7F for byte in line[:-1])  # nothing that moves a terminal
    assert from_line(line) == decision


def test_ids_times_and_clocks_are_given_when_a_decision_is_written(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path, "  Ann   Lee ")
    made = [ledger.append(Decision("note", group="g", note=str(number))) for number in range(3)]
    assert [item.reviewer for item in made] == ["Ann Lee"] * 3
    assert [item.clock for item in made] == [1, 2, 3]
    assert len({item.id for item in made}) == 3
    assert all(item.at.endswith("Z") and item.version == 1 for item in made)
    assert read_ledgers(tmp_path)[0][0].decisions == tuple(made)


def test_what_is_decided_after_reading_others_comes_after_them(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path, "Ann")
    ledger.witness(41)
    assert ledger.append(Decision("note", group="g", note="x")).clock == 42


@pytest.mark.parametrize(
    ("reviewer", "begins"),
    [
        ("ann", "ann.jsonl"),
        ("A.Lee-2_b", "A.Lee-2_b.jsonl"),
        ("Ann Lee", "Ann-Lee-"),
        ("Jürgen Groß", "Jurgen-Gro-"),
        ("../../etc/passwd", "etc-passwd-"),
        ("a/b", "a-b-"),
        ("a:b", "a-b-"),
        ("NUL", "NUL-"),
        ("com1.txt", "com1.txt-"),
        (".hidden", "hidden-"),
        ("…", "reviewer-"),
        ("李雷", "reviewer-"),
        ("x" * 300, "x" * 40 + "-"),
    ],
)
def test_the_file_name_is_safe_and_readable(reviewer: str, begins: str) -> None:
    name = file_name(reviewer)
    assert name.startswith(begins) and name.endswith(".jsonl") and len(name) < 80


@given(_NAME, _NAME)
def test_two_reviewers_have_two_files(one: str, other: str) -> None:
    assert "/" not in file_name(one) and "\\" not in file_name(one) and file_name(one).isascii()
    assert (file_name(one) == file_name(other)) == (one == other)


def test_a_reviewer_needs_a_name(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="--reviewer"):
        Ledger(tmp_path, " \n ")


def _add(ledger: Ledger, *lines: bytes) -> None:
    with ledger.path.open("ab") as stream:
        stream.writelines(lines)


def test_fields_of_another_version_are_kept_and_told(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path, "Ann")
    ledger.append(Decision("note", group="g", note="x"))
    document = {**ledger.decisions[0].as_json(), "id": "new", "confidence": {"level": 3}}
    _add(ledger, json.dumps(document).encode() + b"\n")
    (read,), (notice,) = read_ledgers(tmp_path)
    assert read.decisions[1].extra == {"confidence": {"level": 3}}
    assert json.loads(read.decisions[1].line()) == document
    assert "confidence" in notice and "kept" in notice


@pytest.mark.parametrize(
    "change", [{"v": 2, "clock": "of another kind"}, {"v": 2, "action": "stands"}, {"action": "applaud"}]
)
def test_records_of_a_later_version_are_kept_told_and_not_counted(
    tmp_path: Path, change: dict[str, object]
) -> None:
    ledger = Ledger(tmp_path, "Ann")
    first = ledger.append(Decision("note", group="g", note="x"))
    document = {**first.as_json(), "id": "later", "more": 1, **change}
    _add(ledger, json.dumps(document).encode() + b"\n")
    before = ledger.path.read_bytes()
    again = Ledger(tmp_path, "Ann")
    assert any("later version" in notice for notice in again.notices)
    folded = fold(again)
    assert folded.in_force == (first,)
    assert [record.id for record in folded.unread] == ["later"]
    again.append(Decision("note", group="g", note="y"))
    assert again.path.read_bytes().startswith(before)


@pytest.mark.parametrize(
    "line",
    [
        b"<<<<<<< HEAD\n",
        b"\0\0\0\n",
        b"[1, 2]\n",
        b'{"v":1}\n',
        b'{"v":1,"id":"x","reviewer":"Ann","action":"note","clock":"soon"}\n',
        b'{"v":1,"id":"x","reviewer":"Ann","action":"note","anchors":[4]}\n',
        b'{"v":1,"id":"x","reviewer":"Ann","action":"note","anchors":[{"claim":"c","value":[1]}]}\n',
        b'{"v":1,"id":"x","reviewer":"Ann","action":"correct","correction":{"claim":"c","value":{"low":[]}}}\n',
        b'{"v":true,"id":"x","reviewer":"Ann","action":"note"}\n',
        b"[" * 100_000 + b"\n",
        b"\xff\xfe\n",
    ],
)
def test_a_line_that_is_no_record_is_told_and_left_alone(tmp_path: Path, line: bytes) -> None:
    ledger = Ledger(tmp_path, "Ann")
    ledger.append(Decision("note", group="g", note="first"))
    _add(ledger, line)
    again = Ledger(tmp_path, "Ann")
    (notice,) = again.notices
    assert "Ann.jsonl, line 2" in notice and "kept" in notice
    again.append(Decision("note", group="g", note="second"))
    assert [item.note for item in Ledger(tmp_path, "Ann")] == ["first", "second"]
    assert line in again.path.read_bytes()


def test_windows_line_ends_are_read(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path, "Ann")
    ledger.append(Decision("note", group="g", note="x"))
    ledger.path.write_bytes(ledger.path.read_bytes().replace(b"\n", b"\r\n"))
    assert [item.note for item in Ledger(tmp_path, "Ann")] == ["x"] and Ledger(tmp_path, "Ann").notices == ()


def test_a_ledger_is_only_ever_added_to(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path, "Ann")
    before = b""
    for action in ("stands", "undo", "redo", "note"):
        ledger.append(Decision(action, group="g", target="x"))
        after = ledger.path.read_bytes()
        assert after.startswith(before) and after != before
        before = after


def test_there_may_be_no_workspace_yet(tmp_path: Path) -> None:
    assert read_ledgers(tmp_path / "none") == ((), ())
    assert not (tmp_path / "none").exists()


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "decisions" / "Ann.jsonl").mkdir(parents=True)
    with pytest.raises(LedgerError, match="no ordinary file"):
        Ledger(tmp_path, "Ann")


def test_records_made_by_hand_compare_by_what_they_say() -> None:
    one = Decision("note", reviewer="Ann", id="a", extra={"b": [1]})
    assert one == replace(one) and one != replace(one, extra={})

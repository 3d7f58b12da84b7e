"""``reconcile decisions`` lists what was decided and what became of it; ``reconcile adjudicate`` settles."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

import claims
import reconcile
from reconcile import cli
from reconcile.decisions import Decision, Ledger, Session
from reconcile.decisions.anchors import anchors

RUN = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> RUN:
    """Run a command in a folder with two articles that contradict each other."""
    monkeypatch.chdir(tmp_path)
    Path("news").mkdir()
    Path("news/a.txt").write_text("The mill in Ostby made 500 tonnes of paper in 2020.\n")
    Path("news/b.txt").write_text("The mill in Ostby made 640 tonnes of paper in 2020.\n")

    def command(*arguments: str) -> tuple[int, str, str]:
        status = cli.main(arguments)
        told = capsys.readouterr()
        return status, told.out, told.err

    return command


def _session(reviewer: str) -> Session:
    result = reconcile.reconcile(claims.load_all(["news"])[0])
    return Session(result, Ledger(".reconcile", reviewer))


def _dispute() -> tuple[Decision, Decision]:
    made = []
    for reviewer, place in (("Ann", 0), ("Bob", 1)):
        at_work = _session(reviewer)
        (group,) = at_work.result.groups
        made.append(at_work.decide(group.id, "stands", chosen=[group.claims[place]]))
    return made[0], made[1]


def test_without_decisions_it_says_so(run: RUN) -> None:
    assert run("decisions") == (0, "No decisions in .reconcile.\n", "")
    assert run("decisions", "news", "--workspace", "nowhere")[1] == "No decisions in nowhere.\n"
    assert not Path(".reconcile").exists()


def test_what_needs_a_person_comes_first_then_what_counts(run: RUN) -> None:
    ann, bob = _dispute()
    status, page, errors = run("decisions", "news")
    assert (status, errors) == (0, "")
    assert page.startswith("2 decisions by 2 reviewers in .reconcile: 2 disputed\n")
    assert "DISPUTED" in page and "Ann: stands" in page and "Bob: stands" in page
    assert ann.id[:8] in page and bob.id[:8] in page
    assert "“The mill in Ostby made 500 tonnes” a.txt" in page
    assert "-> Ann: 500 t in a.txt stands; Bob: 640 t in b.txt stands" in page
    assert all(len(line) <= 80 for line in page.splitlines())


def test_without_the_sources_the_ledgers_speak(run: RUN) -> None:
    _dispute()
    status, page, _ = run("decisions")
    assert status == 0 and "2 disputed" in page
    assert "Name the sources (PATH...) to see whether they still hold." in page


def test_an_edited_source_is_seen(run: RUN) -> None:
    _session("Ann").decide(_session("Ann").result.groups[0].id, "neither", note="ask the mill")
    Path("news/b.txt").write_text("The mill in Ostby made 650 tonnes of paper in 2020.\n")
    status, page, _ = run("decisions", "news")
    assert status == 0 and "STALE" in page and "-> b.txt: the value was 640 t, it is 650 t now" in page
    assert "note: ask the mill" in page
    Path("news/b.txt").write_text("Nothing was heard of the mill.\n")
    page = run("decisions", "news")[1]
    assert "ORPHANED" in page and "no longer says" in page
    assert "1 in force" in run("decisions")[1]  # the ledger itself has not changed


def test_json_holds_every_record_as_it_is_written(run: RUN) -> None:
    ann, bob = _dispute()
    _session("Ann").undo()
    status, document, _ = run("decisions", "news", "--format", "json")
    read = json.loads(document)
    assert status == 0 and read["checked"] is True and read["problems"] == []
    assert [item["record"] for item in read["decisions"]] == [json.loads(item.line()) for item in (bob, ann)]
    assert [item["state"] for item in read["decisions"]] == ["counts", "undone"]
    (group,) = read["groups"]
    assert group["state"] == "done" and group["by_reviewer"] == {"Bob": bob.id}
    assert json.loads(run("decisions", "--format", "json")[1])["checked"] is False


def test_the_list_of_one_reviewer(run: RUN) -> None:
    _dispute()
    page = run("decisions", "news", "--reviewer", "Bob")[1]
    assert "Bob: stands" in page and page.startswith("1 decision by 1 reviewer")
    status, _, error = run("decisions", "--reviewer", "Cleo")
    assert status == 2 and "no decisions of “Cleo”; there are: Ann, Bob" in error


@pytest.mark.parametrize("paths", [[], ["news"]])
def test_an_adjudication_settles_a_dispute(run: RUN, paths: list[str]) -> None:
    _, bob = _dispute()
    wanted = bob.id[:6]
    status, page, error = run("adjudicate", wanted, *paths, "--reviewer", "Zoe", "--note", "see the report")
    assert (status, error) == (0, "") and page.startswith(f"Zoe upholds decision {bob.id[:8]}: saved in ")
    for listed in (run("decisions")[1], run("decisions", "news")[1]):
        assert "OVERRULED" in listed and "2 in force, 1 overruled" in listed
        assert "-> Zoe decided against it" in listed and f"Zoe: adjudicated: {bob.id[:8]} is upheld" in listed
        assert "note: see the report" in listed
    assert _session("Zoe").standing(_session("Zoe").result.groups[0].id).decision == bob


@pytest.mark.parametrize(
    ("wanted", "words"),
    [("zzz", "there is no decision “zzz”"), ("", "there is no decision"), ("note", "does not say how")],
)
def test_what_cannot_be_upheld_is_one_line(run: RUN, wanted: str, words: str) -> None:
    _dispute()
    Ledger(".reconcile", "Ann").append(Decision("note", id="note", group="g", note="x"))
    status, page, error = run("adjudicate", wanted, "--reviewer", "Zoe")
    assert (status, page) == (2, "") and words in error and error.count("\n") == 1
    assert not Path(".reconcile/decisions/Zoe.jsonl").exists()


def test_one_decision_alone_cannot_be_upheld(run: RUN) -> None:
    at_work = _session("Ann")
    made = at_work.decide(at_work.result.groups[0].id, "neither")
    status, _, error = run("adjudicate", made.id, "--reviewer", "Zoe")
    assert status == 2 and "nobody differs from Ann" in error


def test_torn_lines_and_records_of_later_versions_are_told(run: RUN) -> None:
    ann, _ = _dispute()
    ledger = Path(".reconcile/decisions/Ann.jsonl")
    later = json.dumps({"v": 9, "id": "later", "reviewer": "Ann", "action": "weigh", "weight": 3}).encode()
    ledger.write_bytes(ledger.read_bytes() + later + b"\n" + b'{"v":1,"id":"cut')
    before = ledger.read_bytes()
    status, page, error = run("decisions")
    assert status == 0 and ledger.read_bytes() == before
    assert "OF A LATER VERSION" in page and error.count("\n") == 2
    assert "cut short" in error and "later version" in error
    told = json.loads(run("decisions", "--format", "json")[1])
    assert len(told["problems"]) == 2
    assert told["decisions"][-1]["record"] == json.loads(later)
    assert ann.id in {item["record"]["id"] for item in told["decisions"]}


def test_a_workspace_that_cannot_be_read_is_one_line(run: RUN) -> None:
    Path(".reconcile/decisions/Ann.jsonl").mkdir(parents=True)
    for command in (["decisions"], ["adjudicate", "x"], ["decisions", "news"]):
        status, page, error = run(*command)
        assert (status, page) == (2, "") and "Ann.jsonl: is no ordinary file" in error
        assert error.count("\n") == 1


def test_hostile_words_are_shown_as_text(run: RUN) -> None:
    at_work = _session("Ann \x1b[2J [/b]")
    (group,) = at_work.result.groups
    at_work.decide(group.id, "note", note="<b>\x1b]0;owned\x07 [sic] =1+1\nnext\r\u202e")
    page = run("decisions", "news")[1]
    assert "\x1b" not in page and "\u202e" not in page and "\x07" not in page and "\r" not in page
    assert r"<b>\x1b]0;owned\x07 [sic] =1+1 next\x0d\u202e" in page and "[/b]" in page
    json.loads(run("decisions", "--format", "json")[1])


def test_a_file_takes_the_list(run: RUN) -> None:
    _dispute()
    status, page, _ = run("decisions", "--output", "list.txt")
    assert (status, page) == (0, "") and "2 disputed" in Path("list.txt").read_text(encoding="utf-8")
    status, _, error = run("decisions", "news", "-o", "news/a.txt")
    assert status == 2 and "is one of the inputs" in error


def test_the_list_is_the_same_whatever_the_order_of_lines(run: RUN) -> None:
    _dispute()
    at_work = _session("Ann")
    (group,) = at_work.result.groups
    for note in ("one", "two"):
        at_work.decide(group.id, "note", note=note)
    at_work.undo()
    before = run("decisions", "news"), run("decisions"), run("decisions", "news", "--format", "json")
    ledger = at_work.ledger.path
    ledger.write_bytes(b"".join(reversed(ledger.read_bytes().splitlines(keepends=True))))
    assert before == (
        run("decisions", "news"),
        run("decisions"),
        run("decisions", "news", "--format", "json"),
    )


def test_the_reviewer_is_taken_from_git(run: RUN, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _, bob = _dispute()
    config = tmp_path / "gitconfig"
    config.write_text("[user]\n\tname = Zoë Lund\n", encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    assert run("adjudicate", bob.id)[1].startswith("Zoë Lund upholds")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    monkeypatch.setenv("LOGNAME", "zlund")
    assert run("adjudicate", bob.id)[1].startswith("zlund upholds")


def test_anchors_hold_the_words_around_a_quote(run: RUN) -> None:
    Path("news/a.txt").write_text("A fire broke out. The mill in Ostby made 500 tonnes of paper in 2020.\n")
    result = _session("Ann").result
    first = anchors(result.groups[0], result)[0]
    assert first.prefix.endswith("A fire broke out. ") and first.suffix.startswith(" of paper")

"""The JSON that the commands write is what the published schemas say."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from reconcile import cli
from reconcile.schema import FORMS, schema
from tests import reports
from tests.whole import ROOT


def _errors(form: str, document: object, *, closed: bool = True) -> list[str]:
    found = Draft202012Validator(schema(form, closed=closed)).iter_errors(document)
    return [f"{error.json_path}: {error.message[:200]}" for error in found]


@pytest.mark.parametrize("form", list(FORMS))
def test_a_schema_is_one_and_says_what_each_field_means(form: str) -> None:
    found = schema(form)
    Draft202012Validator.check_schema(found)
    assert found["$id"] == f"urn:reconcile:schema:{form}:{FORMS[form][1]}"
    for name, record in {form: found, **found["$defs"]}.items():
        assert record["description"], name
        for field, described in record["properties"].items():
            assert field == "schema_version" or described.get("description"), f"{name}.{field}"


@pytest.mark.parametrize("result", [reports.seeds, reports.hostile], ids=["seeds", "hostile"])
def test_a_report_is_valid(result: Any) -> None:
    assert _errors("report", json.loads(reports.written(result(), "json"))) == []


@pytest.mark.parametrize("command", ["check", "claims"])
def test_what_a_command_writes_is_valid(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main([command, str(ROOT / "seeds" / "3-end-user-conditions.md"), "missing.md", "--format", "json"])
    document = json.loads(capsys.readouterr().out)
    assert document["problems"] and document["claims"]
    assert _errors(command, document) == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"schema_version": 2}, "1 was expected"),
        ({"title": None}, "is not of type 'string'"),
        ({"summary": {}}, "is a required property"),
        ({"open_items": [{"kind": "lost", "text": "", "item": None, "source": None}]}, "is not one of"),
    ],
)
def test_what_is_wrong_is_found(change: dict[str, object], words: str) -> None:
    document = json.loads(reports.written(reports.hostile(), "json")) | change
    assert any(words in error for error in _errors("report", document))


def test_a_reader_may_meet_new_fields() -> None:
    document = json.loads(reports.written(reports.hostile(), "json")) | {"news": 1}
    assert _errors("report", document, closed=False) == []
    assert _errors("report", document) != []


@pytest.mark.parametrize("name", ["report", "check", "claims"])
def test_the_command_prints_the_schema(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["schema", name]) == cli.OK
    assert json.loads(capsys.readouterr().out) == schema(name)


def test_without_a_name_it_is_that_of_the_report(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["schema"]) == cli.OK
    assert json.loads(capsys.readouterr().out)["title"] == "reconcile report"
    assert cli.main(["schema", "poem"]) == cli.INPUT_ERROR
    assert "'poem' is not one of" in capsys.readouterr().err

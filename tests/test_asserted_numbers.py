"""The numbers that an assertion writes, by what they number: where two differ, they do not agree."""

import pytest

from reconcile.numerals import numbers_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("was jailed for six years", {"years": {"6"}}),
        ("beat Hull 3-1 in two days", {"": {"3-1"}, "days": {"2"}}),
        ("was convicted in May", {}),
    ],
)
def test_numbers_by_what_they_number(text: str, found: dict[str, set[str]]) -> None:
    assert numbers_of(text) == found

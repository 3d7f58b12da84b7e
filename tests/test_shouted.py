"""A headline in capitals is read in the case of the text below it."""

import pytest

from claims.shouted import calmed, is_shouted

BODY = "The firm Dalby Steel and the EBU spoke of a bridge. In Dorn the fire is out."


@pytest.mark.parametrize(
    ("line", "calm"),
    [
        ("DALBY STEEL TO CLOSE ITS MILL", "Dalby Steel to close its mill"),
        ("EBU BACKS €90M BRIDGE IN DORN", "EBU backs €90m bridge in Dorn"),
        ("NINE DEAD AS FIRE REACHES DORN", "Nine dead as fire reaches Dorn"),
    ],
)
def test_words_are_written_as_in_the_body(line: str, calm: str) -> None:
    assert is_shouted(line)
    assert calmed(line, f"{line}\n{BODY}") == calm


def test_nothing_moves() -> None:
    line = "İZMİR AND DORN SIGN ﬁNAL DEAL"
    assert len(calmed(line, f"{line}\n{BODY}")) == len(line)


def test_a_line_in_small_letters_is_left() -> None:
    assert not is_shouted("Dalby Steel to close")

"""Commands in a staff group: what is said there is fit for everybody in it, the rest goes to the officer alone."""

from __future__ import annotations

import pytest

from handlers.messages import Text
from handlers.ports import CaseView
from tests.handlers.test_dialogue import file_petition
from tests.handlers.town import Town

CALLS = ("#viec", "việc", "Viec", "danh sách việc")


def filed(town: Town) -> CaseView:
    """The one letter of the town."""
    return next(iter(town.cases.values())).view


def id_of(town: Town) -> str:
    """The one officer of the town."""
    return next(iter(town.officers))


@pytest.mark.parametrize("words", CALLS)
def test_the_work_of_a_unit_is_listed_in_its_group_by_code_and_date_alone(words: str) -> None:
    town = Town()
    group, officer = town.group(), town.officer()
    file_petition(town.resident())
    case = filed(town)
    (said,) = town.in_group(group, officer, Text(words))
    assert case.code in said.text
    assert case.due_on.strftime("%d/%m") in said.text
    assert not said.options
    assert "Đèn" not in said.text
    assert "kiến nghị" not in said.text.lower()


def test_bare_words_take_and_open_a_letter_and_other_words_are_left_alone() -> None:
    town = Town()
    group, officer = town.group(), town.officer()
    file_petition(town.resident())
    code = filed(town).code
    town.in_group(group, officer, Text(f"nhận {code}"))
    assert filed(town).officer == id_of(town)
    assert town.in_group(group, officer, Text(code.lower())) == []
    assert code in officer.last.text
    for talk in ("việc này khó quá", f"đơn {code} ai làm rồi?", "nhận lương chưa", "ok"):
        assert town.in_group(group, officer, Text(talk)) == []


def test_who_cannot_be_told_in_private_is_shown_the_way_to_the_page_and_nothing_is_opened() -> None:
    town = Town()
    group, officer = town.group(), town.officer()
    file_petition(town.resident())
    case = filed(town)
    town.out_of_reach.add(id_of(town))
    before = len(town.cases[case.id].life)
    for command in (f"#don {case.code}", f"đơn {case.code}"):
        (said,) = town.in_group(group, officer, Text(command))
        assert f"/console/don/{case.code}" in said.text
        assert "Đèn" not in said.text
    assert len(town.cases[case.id].life) == before
    (said,) = town.in_group(group, officer, Text(f"#traloi {case.code} Chào bà Hoa"))
    assert "/console" in said.text
    assert "Hoa" not in said.text
    town.in_group(group, officer, Text(f"#nhan {case.code}"))
    assert filed(town).officer == id_of(town)


def test_a_stranger_in_the_group_learns_nothing_by_bare_words() -> None:
    town = Town()
    group, stranger = town.group(), town.resident(account="777")
    file_petition(town.resident())
    (said,) = town.in_group(group, stranger, Text("việc"))
    assert filed(town).code not in said.text


def test_an_officers_bare_words_are_commands_and_a_residents_are_not() -> None:
    town = Town()
    officer, resident = town.officer(), town.resident()
    file_petition(resident)
    assert filed(town).code in officer.types("việc")[-1].text
    assert filed(town).code not in town.resident(account="555").types("việc")[-1].text

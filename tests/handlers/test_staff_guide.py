"""What officers can type: every command is in the help of its roles, and one without a code asks which letter."""

from __future__ import annotations

import pytest

from handlers.commands import STAFF
from handlers.staff_guide import GROUP, HINTS, SECTIONS, menu
from tests.handlers.test_casework import says
from tests.handlers.test_dialogue import file_denunciation, file_petition
from tests.handlers.town import WORDS, Town, labels


def test_every_command_of_staff_has_a_hint_in_each_language() -> None:
    assert {hint.name for hint in HINTS} == set(STAFF)
    assert set(GROUP) <= {*STAFF, "trogiup"}
    for language in ("vi", "en"):
        for hint in HINTS:
            assert WORDS.say(f"hint-{hint.name}", language)
        for section in SECTIONS:
            assert WORDS.say(f"hint-section-{section}", language)


@pytest.mark.parametrize(
    ("role", "has", "has_not"),
    [
        ("reader", ("/don ", "/traodoi "), ("/chuyen ", "/nhantin ", "/xacnhan ")),
        ("officer", ("/chuyen ", "/tiepdan ", "/dondoc ", "/giahan "), ("/xacnhan ",)),
        ("admin", ("/xacnhan ", "/bangiao "), ("/don ", "/chuyen ")),
    ],
)
def test_help_greeting_and_menu_are_those_of_the_role(
    role: str, has: tuple[str, ...], has_not: tuple[str, ...]
) -> None:
    officer = Town().officer(role)
    said = says(officer, "/trogiup")
    assert all(name in said for name in has)
    assert not any(name in said for name in has_not)
    shown = officer.last.commands
    assert shown == menu(WORDS, role)
    assert [f"/{name} " for name, _ in shown if f"/{name} " in has_not] == []
    assert "việc đang chờ" in says(officer, "/start")
    assert officer.last.commands == shown
    assert Town().resident().types("/start")[-1].commands == ()


def test_a_command_without_a_code_offers_the_letters_it_fits_now() -> None:
    town = Town()
    resident, officer = town.resident(), town.officer()
    assert "Xin nhắn kèm mã đơn" in says(officer, "/chuyen")
    petition, denunciation = file_petition(resident), file_denunciation(resident)
    assert "Với đơn nào" in says(officer, "/traloi")
    assert labels(officer.last) == [petition], f"not {denunciation}: an officer may not answer that"
    officer.taps(petition)
    assert "Lời trả lời" in officer.last.text
    says(officer, "/huy", f"/nhan {petition}", "/nhan")
    assert "Xin nhắn kèm mã đơn" in officer.last.text
    assert "Xin nhắn kèm mã đơn" in says(officer, "/dondoc")


def test_whoever_answers_an_errand_wrongly_twice_is_told_how_to_stop_it() -> None:
    town = Town()
    resident, officer = town.resident(), town.officer()
    code = file_petition(resident)
    said = says(officer, f"/loai {code}", "ờ thì", "chịu")
    assert "/huy" in said
    assert "cán bộ sẽ giúp" not in said


def test_who_leaves_hands_over_what_is_open_and_what_is_still_chased() -> None:
    town = Town()
    resident, officer, colleague = town.resident(), town.officer(), town.officer("officer", "Cán bộ Hai")
    town.officer("admin", "Quản trị")
    petition = file_petition(resident)
    says(officer, f"/nhan {petition}", f"/chuyen {petition}", "UBND phường", "12/MT", "Hôm nay", "Gửi", "/bangiao")
    assert labels(officer.last) == ["Cán bộ Hai"], "whoever may take none of it is not offered"
    officer.taps("Cán bộ Hai")
    officer.taps("Bàn giao")
    view = next(iter(town.cases.values())).view
    assert view.status == "forwarded"
    assert town.officers[view.officer].name == "Cán bộ Hai"
    assert petition in colleague.last.text

"""Conflict of interest: whom a letter is about never gets it, and nobody below learns that it exists."""

from __future__ import annotations

from dataclasses import replace

from cases.conflicts import named, speaks_of_the_front
from handlers.ports import Policy
from tests.handlers.test_casework import says
from tests.handlers.test_dialogue import DENUNCIATION, file_petition
from tests.handlers.town import CAU_GIAY, Chat, Town


def denounce(resident: Chat, whom: str, answer: str, last: str = "gửi") -> None:
    resident.types(DENUNCIATION)
    for word in ("đồng ý", "đúng rồi", "trụ sở phường", "năm ngoái", whom):
        resident.types(word)
    assert "đang làm việc tại chính Mặt trận phường Cầu Giấy" in resident.last.text
    for word in (answer, "gửi xong", "không để tên", last):
        resident.types(word)


def filed(town: Town):  # type: ignore[no-untyped-def]
    return next(iter(town.cases.values())).view


def test_a_full_name_is_found_with_or_without_marks_and_half_a_name_is_not() -> None:
    assert named("ông NGUYEN VAN HUNG, trưởng ban", ["Nguyễn Văn Hùng"]) == ("Nguyễn Văn Hùng",)
    assert named("anh Hùng, cán bộ", ["Nguyễn Văn Hùng", "Hùng"]) == ()
    assert named("Nguyễn Văn Hùngg", ["Nguyễn Văn Hùng"]) == ()
    assert speaks_of_the_front("quyết định của UBMTTQ phường") is False
    assert speaks_of_the_front("quyết định của Mặt trận phường") is True


def test_a_yes_sends_the_letter_past_the_ward_to_the_unit_above() -> None:
    town = Town()
    group, city, resident = town.group(), town.group("HN", "-200"), town.resident()
    ward, above = town.officer("confidential", "Trần Thị Lan"), town.officer("confidential", "Lê Văn Phố", "HN")
    denounce(resident, "ông trưởng ban công tác", "có")
    assert (filed(town).unit, filed(town).held_from) == ("HN", "CAUGIAY")
    assert group.said == []
    assert len(city.said) == 1
    assert "không được báo" in resident.said[-1].text
    code = filed(town).code
    assert "Không có đơn này" in says(ward, f"/don {code}")
    assert code not in says(ward, "/viec")
    says(above, f"/nhan {code}")
    assert "cấp trên giữ" in says(above, f"/chuyendv {code}")
    resident.types(f"/bosung {code}")
    resident.types("Thêm một điều nữa về việc này")
    resident.taps("Gửi xong")
    town.passes(days=3)
    assert group.said == []
    assert all(code not in out.text for out in ward.said[-1:])


def test_the_name_of_an_officer_is_enough_whatever_the_resident_answers() -> None:
    town = Town()
    group, resident = town.group(), town.resident()
    town.officer("confidential", "Trần Thị Lan")
    above = town.officer("confidential", "Lê Văn Phố", "HN")
    denounce(resident, "bà Tran Thi Lan ở phường", "không")
    assert filed(town).held_from == "CAUGIAY"
    assert filed(town).barred == ("staff1",)
    assert group.said == []
    assert filed(town).code in says(above, "/viec")


def test_a_named_officer_of_the_unit_above_is_no_way_out() -> None:
    town = Town(policy=Policy(conflict_contact="Ban Thường trực thành phố, 024 0000 0001"))
    group, city, resident = town.group(), town.group("HN", "-200"), town.resident()
    above = town.officer("confidential", "Lê Văn Phố", "HN")
    denounce(resident, "ông Lê Văn Phố", "bỏ qua")
    assert filed(town).sealed
    assert (group.said, city.said) == ([], [])
    assert "024 0000 0001" in resident.last.text
    assert "Không có đơn này" in says(above, f"/don {filed(town).code}")
    assert filed(town).code not in says(above, "/viec")


def test_where_nobody_is_above_the_named_contact_alone_holds_it() -> None:
    lone = replace(CAU_GIAY, path=("CAUGIAY",))
    town = Town(wards=(lone,), policy=Policy(conflict_contact="bà Phạm Thị Chủ Tịch, 024 0000 0001"))
    group, resident = town.group(), town.resident()
    ward, chair = town.officer("confidential", "Trần Thị Lan"), town.officer("confidential", "Phạm Thị Chủ Tịch")
    denounce(resident, "ông trưởng ban", "có")
    assert filed(town).sealed
    assert group.said == []
    assert filed(town).code in chair.last.text
    assert "Không có đơn này" in says(ward, f"/don {filed(town).code}")
    assert "Được làm lúc này" in says(chair, f"/don {filed(town).code}")


def test_where_nobody_at_all_may_have_it_the_sender_learns_where_to_go() -> None:
    town = Town()
    group, resident, ward = town.group(), town.resident(), town.officer("confidential", "Trần Thị Lan")
    denounce(resident, "ông trưởng ban", "có")
    assert "niêm phong" in resident.last.text
    assert "thành phố Hà Nội" in resident.last.text
    town.passes(days=10)
    assert group.said == []
    assert ward.said == []


def test_an_officer_who_is_involved_steps_back_and_the_letter_waits_for_another() -> None:
    town = Town()
    group, resident = town.group(), town.resident()
    first, second = town.officer(name="Trần Thị Lan"), town.officer(name="Lê Văn Hai")
    code = file_petition(resident)
    says(first, f"/nhan {code}", f"/lienquan {code}", "Tôi liên quan")
    assert (filed(town).officer, filed(town).barred) == ("", ("staff1",))
    assert "Tôi nhận" in [option.label for option in group.said[0].options]
    assert "Không có đơn này" in says(first, f"/don {code}")
    assert "Bạn đã nhận" in says(second, f"/nhan {code}")
    town.passes(hours=3)

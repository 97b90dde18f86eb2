"""What an official expects of a letter at hand: nothing asked of the law that is not there, nothing hidden that is."""

from __future__ import annotations

from datetime import datetime

from cases.dates import local
from handlers.messages import Place
from handlers.ports import Authority
from handlers.staff_case import OUTCOME_OF
from tests.handlers.test_casework import says
from tests.handlers.test_dialogue import file_petition
from tests.handlers.town import CAU_GIAY, NGHIA_DO, WORDS, Chat, Town, labels

COMPLAINT = "Tôi khiếu nại quyết định xử phạt số 77 ngày 5/10/2026 của phường với nhà tôi, đề nghị xem xét lại."


def file(resident: Chat, story: str, **answers: str) -> str:
    """File a letter with these answers, by words of the question; whatever else is asked is passed by."""
    resident.types(story)
    for _ in range(20):
        last = next(out for out in reversed(resident.said) if out.options)
        if last.options and last.options[0].id.startswith("/tracuu"):
            return last.options[0].id.split()[1]
        asked = last.text.split("\n\n")[-1].casefold()
        told = next((word for key, word in answers.items() if key.replace("_", " ") in asked), "")
        usual = ("Đồng ý", "Đúng rồi", "Vẫn gửi cho cán bộ", "Gửi xong", "Không để tên", "Gửi", "Bỏ qua")
        resident.types(told or next(word for word in usual if word in labels(last)))
    raise AssertionError(last.text)


def test_a_condition_that_the_words_fulfil_is_marked_by_one_tap() -> None:
    town = Town()
    resident, officer = town.resident(), town.officer("confidential")
    code = file(resident, "Tôi tố cáo ông Giang phụ trách chợ thu tiền không phiếu của 12 hộ, có giấy viết tay.")
    assert "Điều 25 khoản 2" in says(officer, f"/chuyen {code}")
    # The form's field was left empty, the story names him.
    assert "✗ nêu rõ người vi phạm" in says(officer, f"/dieukien {code}", "Có", "Có", "Không")
    assert "✓ nêu rõ người vi phạm" in says(officer, "Rõ người vi phạm")
    says(officer, "Ghi đủ điều kiện")
    assert "Đã ghi kết quả" in says(officer, f"/chuyen {code}", "Công an phường", "45/MT", "Hôm nay", "Gửi")


def test_an_authority_is_urged_as_soon_as_any_of_its_dates_is_over() -> None:
    town = Town()
    resident, officer = town.resident(), town.officer()
    code = file(resident, COMPLAINT)
    says(officer, f"/chuyen {code}", "Ủy ban nhân dân phường", "45/MT", "Hôm nay", "Gửi")
    assert "Chưa quá hạn" in says(officer, f"/dondoc {code}")
    assert "Không có đơn quá hạn" in says(officer, "/quahan")
    town.passes(days=14)
    assert "chậm" in says(officer, "/quahan")
    assert code in says(officer, "/quahan")
    assert "Đã ghi đôn đốc" in says(officer, f"/dondoc {code}", "52/MT", "Hôm nay", "Ghi lại")


def test_who_left_the_person_open_is_asked_where_the_story_names_the_front() -> None:
    town = Town(wards=(CAU_GIAY, NGHIA_DO))
    resident = town.resident()
    asked: list[str] = []
    last = resident.types("Tôi tố cáo bà cán bộ Mặt trận phường Cầu Giấy giữ lại tiền quà của hộ nghèo.")[-1]
    for word in ("đồng ý", "đúng rồi", "bỏ qua", "năm ngoái", "bỏ qua"):
        last = resident.types(word)[-1]
        asked.append(last.text)
    assert "có đang làm việc tại chính" in asked[-1]
    assert "cấp trên giữ" in asked[-1]


def test_a_letter_with_a_pin_alone_shows_its_officer_where_it_is() -> None:
    town = Town()
    resident, officer = town.resident(), town.officer()
    last = resident.types("Rác đổ bừa ở đầu ngõ, bốc mùi, đề nghị dọn.")[-1]
    for word in ("đồng ý", "đúng rồi"):
        last = resident.types(word)[-1]
    assert "Ở chỗ nào" in last.text
    resident.hears(Place(21.0362, 105.7906))
    for word in ("bỏ qua", "gửi xong", "không để tên", "gửi"):
        last = resident.types(word)[-1]
    code = last.options[0].id.split()[1]
    said = says(officer, f"/don {code}")
    assert "Nơi: vị trí trên bản đồ: https://www.google.com/maps?q=21.03620,105.79060" in said
    assert "21.036" not in "".join(out.text for out in town.group().said)


def test_what_the_sender_added_is_announced_under_the_letter() -> None:
    town = Town()
    resident, officer = town.resident(), town.officer()
    code = file_petition(resident)
    assert "bổ sung" not in says(officer, f"/don {code}")
    says(resident, f"/bosung {code}", "Tôi là Hoa, nhà số 14.", "Gửi xong")
    assert f"Người gửi đã bổ sung 1 lần; xem: /traodoi {code}" in says(officer, f"/don {code}")


def test_each_part_of_a_mixed_letter_gets_its_own_kind_and_topic() -> None:
    town = Town()
    resident, officer = town.resident(), town.officer("confidential")
    drain = "Cống trước ngõ 5 tắc, mưa là ngập, đề nghị thông cống."
    code = file(resident, f"{drain} Ngoài ra hàng xóm xây nhà không phép lấn ngõ, đề nghị kiểm tra.")
    assert "Máy đọc trong đơn: Kiến nghị, phản ánh" in says(officer, f"/tach {code}")
    said = says(officer, "Kiến nghị, phản ánh", drain)
    assert "Máy đề xuất: Giao thông, hạ tầng" in said
    assert labels(officer.last)[0] == "Giao thông, hạ tầng"
    said = says(officer, "Giao thông, hạ tầng", "Kiến nghị, phản ánh", "Nhà hàng xóm xây không phép, lấn ngõ.")
    assert "Máy đề xuất: Trật tự xây dựng" in said
    said = says(officer, "Trật tự xây dựng", "Tố cáo", "Toàn bộ lời")
    assert "Máy đề xuất" not in said
    said = says(officer, "Cán bộ, công vụ", "Đủ rồi")
    assert "• Kiến nghị, phản ánh (Trật tự xây dựng)\n• Tố cáo\n" in said
    says(officer, "Gửi")
    parts = [filed.view for filed in town.cases.values() if filed.view.parent]
    assert [(part.kind, part.topic) for part in parts] == [
        ("kien_nghi_phan_anh", "giao_thong_ha_tang"),
        ("kien_nghi_phan_anh", "trat_tu_xay_dung"),
        ("to_cao", "can_bo_cong_vu"),
    ]


def test_an_officers_words_outside_a_question_begin_no_letter_unless_a_life_is_in_danger() -> None:
    town = Town()
    officer = town.officer()
    officer.types("UBND phường đã cho thông cống ngày 10/12, nước thoát tốt.")
    assert "chưa ghi gì" in officer.last.text
    officer.types("/viec")
    assert "Bước" not in officer.last.text
    officer.types("Cứu với, có người đang cầm dao đuổi giết cả nhà tôi!")
    assert any("113" in out.text for out in officer.said)


def test_who_stands_above_an_authority_is_offered_by_buttons() -> None:
    town = Town()
    town.has_authorities(
        (
            Authority("P", "Ủy ban nhân dân phường Cầu Giấy", unit="CAUGIAY"),
            Authority("CA", "Công an thành phố", unit="HN"),
            Authority("TP", "Ủy ban nhân dân thành phố", unit="HN"),
        )
    )
    resident, officer = town.resident(), town.officer()
    code = file_petition(resident)
    says(officer, f"/chuyen {code}", "UBND phường Cầu Giấy", "45/MT", "Hôm nay", "Gửi")
    town.passes(days=40)
    says(officer, f"/dondoc {code}", "46/MT", "Hôm nay", "Ghi lại")
    said = says(officer, f"/kiennghi {code}")
    assert said.endswith("\n1. Ủy ban nhân dân thành phố")
    assert labels(officer.last) == ["UBND thành phố", "Dừng lại"]
    assert "Ủy ban nhân dân thành phố" in says(officer, "UBND thành phố", "47/MT", "Hôm nay")


def test_nobody_is_called_on_a_day_off_because_a_letter_was_not_taken_but_for_danger() -> None:
    danger = "Cháy nhà số 5, có người mắc kẹt bên trong, cứu với! Đề nghị đến ngay."
    drain = "Cống tắc, đề nghị thông cống."
    for story, filed, told_at in (
        (drain, "2026-11-20T21:00+07:00", "2026-11-23T06:30"),
        (drain, "2026-11-21T10:00+07:00", "2026-11-23T07:30"),
        (drain, "2026-02-14T10:00+07:00", "2026-02-23T07:30"),
        (danger, "2026-11-21T10:00+07:00", "2026-11-21T10:10"),
    ):
        town = Town()
        town.now = datetime.fromisoformat(filed)
        town.officer()
        file(town.resident(), story)
        [first] = [at for (name, _), (at, _) in town.timers.items() if name == "ack"]
        assert local(first).isoformat()[:16] == told_at


def test_a_paper_letter_is_returned_and_a_complaint_about_the_front_taken_up() -> None:
    town = Town()
    resident, officer = town.resident(), town.officer()
    entered = ("Bưu điện", "Hôm nay", "Đề nghị sửa vỉa hè vỡ trước cổng trường.", "Kiến nghị, phản ánh")
    said = says(officer, "/nhapdon", *entered, "Trật tự xây dựng", "Không có", "Không có", "Ghi sổ")
    paper = said.split("mã ")[1][:12]
    assert "Đã ghi kết quả" in says(officer, f"/tradon {paper}", "Việc của phường Nghĩa Đô.", "Gửi")
    own = file(resident, COMPLAINT)
    assert "Đã ghi kết quả" in says(officer, f"/noibo {own}", "Ban Thường trực xem xét.", "Gửi")
    assert "thụ lý và sẽ trả lời" in resident.last.text
    assert [filed.view.status for filed in town.cases.values()] == ["returned", "own_matter"]


def test_every_outcome_has_its_question_and_its_news() -> None:
    for language in ("vi", "en"):
        for outcome in OUTCOME_OF.values():
            if outcome != "forwarded":
                assert WORDS.say(f"staff-ask-words-{outcome}", language)
            assert WORDS.say(f"told-{outcome}", language, code="c", words="w", on="o", authority="a", has_number="no")

"""What an official expects of a letter at hand: nothing asked of the law that is not there, nothing hidden that is."""

from __future__ import annotations

from handlers.messages import Place
from tests.handlers.test_casework import says
from tests.handlers.test_dialogue import file_petition
from tests.handlers.town import CAU_GIAY, NGHIA_DO, Chat, Town, labels

COMPLAINT = "Tôi khiếu nại quyết định xử phạt số 77 ngày 5/10/2026 của phường với nhà tôi, đề nghị xem xét lại."


def file(resident: Chat, story: str, **answers: str) -> str:
    """File a letter with these answers, by words of the question; whatever else is asked is passed by."""
    last = resident.types(story)[-1]
    for _ in range(20):
        if last.options and last.options[0].id.startswith("/tracuu"):
            return last.options[0].id.split()[1]
        asked = last.text.split("\n\n")[-1].casefold()
        told = next((word for key, word in answers.items() if key.replace("_", " ") in asked), "")
        usual = ("Đồng ý", "Đúng rồi", "Gửi xong", "Không để tên", "Gửi", "Bỏ qua")
        last = resident.types(told or next(word for word in usual if word in labels(last)))[-1]
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

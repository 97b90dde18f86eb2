"""What officers do with a letter beside ending it: lawful moves only, once, by who may, and never in a group."""

from __future__ import annotations

import pytest

from cases.lifecycle import RULES, VERBS
from handlers.effects import Audit
from handlers.messages import Text
from handlers.staff_moves import COMMAND_OF
from tests.handlers.test_dialogue import DENUNCIATION, PETITION, file_denunciation, file_petition
from tests.handlers.town import CAU_GIAY, NGHIA_DO, WORDS, Chat, Town, labels


def only(town: Town) -> str:
    return next(iter(town.cases.values())).view.status


def says(chat: Chat, *words: str) -> str:
    """The officer taps what is a button now, and types what is not; the last answer."""
    for word in words:
        if chat.said and word in labels(chat.last):
            chat.taps(word)
        else:
            chat.types(word)
    return chat.last.text


def file_without_a_name(resident: Chat) -> str:
    """File a denunciation whose sender gives no name."""
    resident.types(DENUNCIATION)
    for word in ("đồng ý", "đúng rồi", "trụ sở phường", "năm ngoái", "bỏ qua", "gửi xong", "không để tên", "gửi"):
        resident.types(word)
    return resident.last.options[0].id.split()[1]


def test_every_rule_and_every_move_has_its_words() -> None:
    for rule in RULES:
        for language in ("vi", "en"):
            assert WORDS.say(f"rule-{rule}", language, kind="k", status="s", due="d")
    for verb in VERBS:
        assert verb in COMMAND_OF
        assert WORDS.say(f"opt-way-{'withdraw' if verb == 'pass_withdrawal' else verb}", "vi")


def test_what_is_unlawful_is_refused_with_its_rule_and_with_what_is_lawful() -> None:
    town = Town()
    resident, officer = town.resident(), town.officer()
    code = file_petition(resident)
    said = says(officer, f"/noibo {code}")
    assert "chưa làm được" in said
    assert "sửa loại trước" in said
    assert "Chuyển, Trả lời, Hướng dẫn" in said
    says(officer, f"/luu {code}", "Không rõ việc gì", "Gửi")
    said = says(officer, f"/chuyen {code}")
    assert "mở lại trước" in said
    assert "Lúc này được: Xem lại" in said
    assert only(town) == "archived"


def test_a_content_is_guided_once_unless_something_is_new() -> None:
    town = Town()
    resident, officer = town.resident(), town.officer()
    code = file_petition(resident)
    says(officer, f"/huongdan {code}", "Xin nộp ở UBND phường", "Gửi", f"/molai {code}", "Chưa hài lòng")
    assert only(town) == "registered"
    assert "chỉ hướng dẫn một lần" in says(officer, f"/huongdan {code}")
    says(officer, f"/luu {code}", "Đã hướng dẫn rồi", "Gửi", f"/molai {code}", "Có tình tiết mới")
    assert "chỉ hướng dẫn" not in says(officer, f"/huongdan {code}")


def test_a_denunciation_is_forwarded_once_and_again_only_when_it_was_sent_back() -> None:
    town = Town()
    resident, officer = town.resident(), town.officer("confidential")
    code = file_denunciation(resident)
    forward = (f"/chuyen {code}", "Công an thành phố", "12/MT", "Hôm nay", "Gửi")
    says(officer, *forward)
    assert only(town) == "forwarded"
    says(officer, f"/molai {code}", "Chưa hài lòng")
    assert "chỉ chuyển một lần" in says(officer, f"/chuyen {code}")
    says(officer, f"/luu {code}", "Đã chuyển rồi", "Gửi", f"/molai {code}", "Có tình tiết mới", *forward)
    says(officer, f"/molai {code}", "Nơi nhận trả lại", *forward)
    assert only(town) == "forwarded"


def test_an_anonymous_denunciation_is_passed_on_only_by_the_exception() -> None:
    town = Town()
    resident, officer = town.resident(), town.officer("confidential")
    code = file_without_a_name(resident)
    said = says(officer, f"/chuyen {code}")
    assert "Điều 25 khoản 2" in said
    assert "/dieukien" in said
    assert "Chuyển" not in labels(officer.last)


def test_a_forwarded_letter_is_answered_after_the_reply_is_noted() -> None:
    town = Town()
    resident, officer = town.resident(), town.officer()
    code = file_petition(resident)
    says(officer, f"/chuyen {code}", "UBND phường", "12/MT", "Hôm nay", "Gửi")
    assert "/phucdap" in says(officer, f"/traloi {code}")


def test_a_complaint_is_withdrawn_by_a_signed_paper_and_by_no_chat() -> None:
    town = Town()
    resident, officer = town.resident(), town.officer("confidential")
    code = file_denunciation(resident)
    resident.types("/rutdon")
    resident.taps("Tôi chắc chắn")
    said = says(officer, f"/rutgiay {code}", "Hôm nay")
    assert "Điều 33 khoản 3" in said
    says(officer, "Gửi")
    view = next(iter(town.cases.values())).view
    assert (view.status, view.requests) == ("withdrawn", ())
    assert "không xem lại" in says(officer, f"/molai {code}")


def test_a_forwarded_denunciation_goes_on_when_it_is_withdrawn() -> None:
    town = Town()
    resident, officer = town.resident(), town.officer("confidential")
    code = file_denunciation(resident)
    says(officer, f"/chuyen {code}", "Công an thành phố", "12/MT", "Hôm nay", "Gửi")
    assert "chưa khép lại" in says(officer, f"/rutgiay {code}", "Hôm nay")
    says(officer, "Gửi")
    assert only(town) == "forwarded"
    assert any(isinstance(entry, Audit) and entry.what == "withdrawal_passed_on" for entry in town.audits)


def test_nothing_is_withdrawn_while_somebody_says_that_they_are_forced() -> None:
    town = Town()
    resident, officer = town.resident(), town.officer("confidential")
    code = file_denunciation(resident)
    resident.types("/rutdon")
    resident.taps("Tôi bị ép")
    assert "bị ép rút" in says(officer, f"/rutgiay {code}")
    assert only(town) == "submitted"


def test_a_letter_that_becomes_a_denunciation_is_closed_to_who_had_it() -> None:
    town = Town()
    resident, officer, keeper = town.resident(), town.officer(), town.officer("confidential", "Cán bộ Kín")
    group = town.group()
    code = file_petition(resident)
    says(officer, f"/nhan {code}", f"/loai {code}", "Tố cáo", "Tham nhũng", "Theo nội dung đơn", "Ghi lại")
    view = next(iter(town.cases.values())).view
    assert (view.kind, view.officer) == ("to_cao", "")
    assert "chưa được giao" in says(officer, f"/don {code}")
    town.passes(hours=2)
    assert any(code in out.text for out in keeper.said)
    assert all("Tham nhũng" not in out.text for out in group.said)
    assert "tố cáo" not in resident.last.text


def test_two_officers_who_end_a_letter_at_once_end_it_once() -> None:
    town = Town()
    resident, first, second = town.resident(), town.officer(), town.officer(name="Cán bộ Hai")
    code = file_petition(resident)
    says(first, f"/huongdan {code}", "Xin nộp ở UBND phường")
    says(second, f"/luu {code}", "Không thuộc thẩm quyền")
    told = len(resident.said)
    says(first, "Gửi")
    assert "đã thay đổi" in says(second, "Gửi")
    assert (only(town), len(resident.said)) == ("guided", told + 1)


COMMANDS = (
    *("loai", "tach", "trung", "vuviec", "chuyendv", "rutgiay", "molai", "khac", "noibo", "tradon"),
    *("dieukien", "hoithem", "dondoc", "phucdap", "kiennghi"),
)


@pytest.mark.parametrize("command", COMMANDS)
def test_who_may_not_is_refused_and_written_down_and_a_group_is_no_place(command: str) -> None:
    town = Town()
    group, resident, officer, reader = town.group(), town.resident(), town.officer(), town.officer("reader")
    code = file_petition(resident)
    before = next(iter(town.cases.values())).view
    assert "Vai trò của bạn (người xem) không làm việc này" in says(reader, f"/{command} {code}")
    assert any(isinstance(entry, Audit) and entry.what == "refused" for entry in town.audits)
    town.in_group(group, officer, Text(f"/{command} {code}", "m1"))
    assert "tin riêng" in group.last.text
    assert "Lệnh này tôi không có" in says(town.resident(account="55"), f"/{command} {code}")
    assert next(iter(town.cases.values())).view == before


def test_a_letter_goes_to_a_unit_above_or_below_and_both_chats_are_told() -> None:
    town = Town(wards=(CAU_GIAY, NGHIA_DO))
    group, other, resident = town.group(), town.group("NGHIADO", "-300"), town.resident()
    officer, city = town.officer(), town.officer("officer", "Cán bộ Phố", "HN")
    resident.types(PETITION)
    for word in ("đồng ý", "đúng rồi", "Cầu Giấy", "bỏ qua", "bỏ qua", "gửi xong", "không để tên", "gửi"):
        resident.types(word)
    code = resident.last.options[0].id.split()[1]
    says(officer, f"/chuyendv {code}")
    assert labels(officer.last) == ["thành phố Hà Nội", "Dừng lại"]
    says(officer, "Dừng lại")
    says(city, f"/chuyendv {code}", "phường Nghĩa Đô", "Địa bàn Nghĩa Đô", "Gửi")
    view = next(iter(town.cases.values())).view
    assert (view.unit, view.officer, view.code) == ("NGHIADO", "", code)
    assert "đã giao đơn vị khác" in group.last.text
    assert code in other.last.text
    assert "Nghĩa Đô" in resident.last.text
    assert "Không có đơn này" in says(officer, f"/don {code}")


def test_what_is_missing_is_asked_for_and_the_answer_lands_on_that_letter() -> None:
    town = Town()
    resident, officer = town.resident(), town.officer()
    file_petition(resident, "Rác đầu ngõ 5 không ai dọn, đề nghị dọn giúp.")
    town.passes(hours=1)
    second = file_petition(resident)
    says(officer, f"/dieukien {second}", "Có", "Không", "Gửi lời hỏi")
    asked = next(filed.view for filed in town.cases.values() if filed.view.code == second)
    assert asked.waits_since is not None
    assert "họ và tên" in resident.last.text
    resident.taps("Bổ sung")
    resident.types("Tôi là Nguyễn Thị Hoa, số 14 ngõ 5")
    resident.taps("Gửi xong")
    answered = next(filed for filed in town.cases.values() if filed.view.code == second)
    assert answered.view.waits_since is None
    assert [entry.what for entry in answered.life][-1] == "added"


def test_of_a_denunciation_nothing_is_asked_in_words() -> None:
    town = Town()
    resident, officer = town.resident(), town.officer("confidential")
    code = file_denunciation(resident)
    says(officer, f"/hoithem {code}", "Ông Kín nhận tiền ngày nào?", "Gửi")
    assert "Kín" not in resident.last.text
    assert "Bổ sung" in labels(resident.last)
    says(officer, f"/dieukien {code}", "Có", "Không", "Gửi lời hỏi")
    assert "chữ ký" not in resident.last.text


def test_a_letter_sent_to_the_right_body_already_is_not_eligible() -> None:
    town = Town()
    resident, officer = town.resident(), town.officer("confidential")
    code = file_denunciation(resident)
    says(officer, f"/kyten {code}", "Hôm nay", f"/dieukien {code}", "Có", "Có")
    assert "Ghi không đủ ĐK" in labels(officer.last)
    says(officer, "Ghi không đủ ĐK")
    assert next(iter(town.cases.values())).view.eligible is False


def test_an_urging_that_is_dated_before_the_sending_is_asked_again() -> None:
    town = Town()
    resident, officer = town.resident(), town.officer()
    code = file_petition(resident)
    says(officer, f"/chuyen {code}", "UBND phường", "12/MT", "Hôm nay", "Gửi")
    town.passes(days=40)
    said = says(officer, f"/dondoc {code}", "13/MT", "01/11/2026", "Ghi lại")
    assert "trước ngày chuyển đơn" in said
    says(officer, "Hôm nay", "Ghi lại")
    assert len(next(iter(town.cases.values())).view.urged_on) == 1
    says(officer, f"/kiennghi {code}", "UBND thành phố", "14/MT", "Hôm nay", "Ghi lại")
    assert next(iter(town.cases.values())).view.escalated_on is not None


def test_the_scan_of_a_reply_is_kept_with_the_letter_but_never_of_a_denunciation() -> None:
    town = Town()
    resident, officer = town.resident(), town.officer("confidential")
    code = file_petition(resident)
    says(officer, f"/chuyen {code}", "UBND phường", "12/MT", "Hôm nay", "Gửi")
    says(officer, f"/phucdap {code}", "5/UB", "Hôm nay", "Chưa xong")
    officer.sends_photo()
    town.passes(seconds=5)
    assert "đã có 1 tệp" in officer.last.text
    says(officer, "Gửi xong", "Ghi lại")
    assert len(town.fetches) == 1
    other = file_denunciation(town.resident(account="7"))
    says(officer, f"/chuyen {other}", "Thanh tra", "12/MT", "Hôm nay", "Gửi")
    assert "ảnh văn bản" not in says(officer, f"/phucdap {other}", "5/UB", "Hôm nay", "Chưa xong")
    officer.sends_photo()
    assert "chỉ đính kèm trên trang làm việc" in officer.last.text
    assert len(town.fetches) == 1


def test_the_list_in_a_group_holds_no_denunciation_taken_out_of_a_letter() -> None:
    town = Town()
    group, resident = town.group(), town.resident()
    officer, secret = town.officer(), town.officer("confidential", "Cán bộ Mật")
    code = file_petition(resident)
    petition = ("Kiến nghị, phản ánh", "Toàn bộ lời", "Môi trường")
    says(officer, f"/tach {code}", *petition, "Tố cáo", "Toàn bộ lời", "Tham nhũng", "Đủ rồi", "Gửi")
    child = next(each.view for each in town.cases.values() if each.view.apart)
    town.in_group(group, officer, Text("/viec"))
    assert child.code in secret.last.text
    assert [out.text for out in group.said if child.code in out.text] == []

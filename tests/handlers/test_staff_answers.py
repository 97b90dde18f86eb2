"""What officers do beside an outcome: answer a request, note a signed paper, open a letter again; who may not."""

from __future__ import annotations

from handlers.effects import AnswerRequest, Audit, Sign
from tests.handlers.test_dialogue import file_denunciation, file_petition
from tests.handlers.town import Town, labels


def test_an_officer_answers_a_request_and_the_resident_is_told() -> None:
    town = Town()
    group, resident, officer = town.group(), town.resident(), town.officer()
    code = file_petition(resident)
    resident.types("/rutdon")
    resident.taps("Tôi chắc chắn")
    assert "xin rút" in group.last.text
    officer.types(f"/don {code}")
    officer.taps("Trả lời yêu cầu")
    officer.types("Đã ghi nhận việc rút đơn")
    officer.taps("Gửi, ghi đã rút")
    filed = next(iter(town.cases.values()))
    assert (filed.view.status, filed.view.requests) == ("withdrawn", ())
    assert any(isinstance(entry, AnswerRequest) for entry in town.audits)
    assert "Đã ghi nhận việc rút đơn" in resident.last.text
    assert "không có yêu cầu" in officer.types(f"/yeucau {code}")[-1].text


def test_an_ended_petition_is_erased_because_its_sender_asks_and_nothing_can_be_done_with_it_after() -> None:
    """Luật 91/2025/QH15, Điều 4."""
    town = Town()
    resident, officer = town.resident(), town.officer()
    code = file_petition(resident)
    resident.types("/xoa")
    resident.taps("Tôi chắc chắn")
    officer.types(f"/yeucau {code}")
    officer.types("Đơn còn đang xem xét nên chưa xóa được")
    assert "Gửi, xóa nội dung" not in labels(officer.last)
    officer.taps("Thôi")
    officer.types(f"/traloi {code}")
    officer.types("Đã dọn rác ở ngõ 12")
    officer.taps("Gửi")
    officer.types(f"/yeucau {code}")
    officer.types("Đã xóa nội dung đơn")
    officer.taps("Gửi, xóa nội dung")
    assert "Đã xóa nội dung đơn" in resident.last.text
    assert next(iter(town.cases.values())).view.erased_on is not None
    for command in ("don", "molai", "traloi", "yeucau"):
        assert "đã hết thời hạn lưu" in officer.types(f"/{command} {code}")[-1].text


def test_a_request_is_recorded_once_while_it_waits() -> None:
    town = Town()
    resident = town.resident()
    file_petition(resident)
    for _ in range(2):
        resident.types("/rutdon")
        resident.taps("Tôi chắc chắn")
    assert len(town.asked) == 1


def test_a_withdrawal_of_a_denunciation_by_chat_alone_is_not_possible() -> None:
    town = Town()
    resident, officer = town.resident(), town.officer("confidential")
    code = file_denunciation(resident)
    resident.types("/rutdon")
    resident.taps("Tôi chắc chắn")
    officer.types(f"/yeucau {code}")
    officer.types("đã hẹn ký giấy rút")
    assert "Gửi, ghi đã rút" not in labels(officer.last)
    officer.taps("Gửi")
    assert "đã hẹn" not in resident.last.text


def test_no_group_learns_that_somebody_is_being_forced() -> None:
    town = Town()
    group, resident, officer = town.group(), town.resident(), town.officer("confidential")
    other = town.officer()
    file_denunciation(resident)
    before = len(group.said)
    resident.types("/rutdon")
    resident.taps("Tôi bị ép")
    assert len(group.said) == before
    assert "bị ép" in officer.last.text
    assert other.said == []


def test_where_nobody_may_read_it_the_group_is_told_of_news_and_no_more() -> None:
    town = Town()
    group, resident = town.group(), town.resident()
    file_denunciation(resident)
    resident.types("/rutdon")
    resident.taps("Tôi bị ép")
    assert "có điều mới" in group.last.text
    assert "ép" not in group.last.text


def test_a_group_sees_neither_the_wish_nor_the_outcome_of_a_denunciation() -> None:
    town = Town()
    group, resident, officer = town.group(), town.resident(), town.officer("confidential")
    code = file_denunciation(resident)
    resident.types("/rutdon")
    resident.taps("Tôi chắc chắn")
    for words in (f"/chuyen {code}", "Công an tỉnh", "12/CV", "hôm nay", "gửi"):
        officer.types(words)
    told = "\n".join(out.text for out in group.said)
    assert "rút" not in told
    assert "chuyển" not in told
    assert "đã xử lý" in told


def test_a_signed_paper_is_noted_once_by_who_may_end_the_letter() -> None:
    town = Town()
    resident, officer, reader = town.resident(), town.officer("confidential"), town.officer("reader")
    code = file_denunciation(resident)
    reader.types(f"/kyten {code}")
    assert any(isinstance(entry, Audit) and entry.what == "refused" for entry in town.audits)
    officer.types(f"/kyten {code}")
    assert "không sau hôm nay" in officer.types("31/12/2030")[-1].text
    officer.types("15/11/2026")
    assert [entry.on for entry in town.audits if isinstance(entry, Sign)] == ["2026-11-15"]
    assert "rồi" in officer.types(f"/kyten {code}")[-1].text
    assert "Chưa có đơn ký" not in resident.types(f"/tracuu {code}")[-1].text


def test_a_letter_with_an_outcome_can_be_opened_again() -> None:
    town = Town()
    group, resident, officer = town.group(), town.resident(), town.officer()
    code = file_petition(resident)
    for words in (f"/luu {code}", "Trùng với đơn trước", "gửi"):
        officer.types(words)
    officer.types(f"/molai {code}")
    officer.taps("Có tình tiết mới")
    assert next(iter(town.cases.values())).view.status == "registered"
    assert "đang xem lại" in resident.last.text
    assert "Kết quả" not in group.said[0].text
    assert "chưa làm được" in officer.types(f"/molai {code}")[-1].text


def test_whoever_takes_a_letter_reads_in_private_what_can_be_done_now() -> None:
    town = Town()
    group, resident, officer, second = town.group(), town.resident(), town.officer(), town.officer(name="Cán bộ Hai")
    file_petition(resident)
    town.taps_in_group(group, officer, "Tôi nhận")
    assert "Bạn đã nhận" in officer.last.text
    assert "Chuyển" in labels(officer.last)
    assert all("Bạn đã nhận" not in out.text for out in group.said)
    second.types(f"/nhan {next(iter(town.cases.values())).view.code}")
    assert "Cán bộ Lan" in second.last.text


def test_a_stranger_in_a_staff_chat_is_told_that_nothing_was_done() -> None:
    town = Town()
    group, resident = town.group(), town.resident()
    file_petition(resident)
    town.taps_in_group(group, town.resident(account="777"), "Tôi nhận")
    assert "chưa được gắn với cán bộ" in group.last.text
    assert next(iter(town.cases.values())).view.officer == ""


def test_an_officer_can_stop_in_the_middle_of_an_outcome() -> None:
    town = Town()
    resident, officer = town.resident(), town.officer()
    code = file_petition(resident)
    officer.types(f"/chuyen {code}")
    officer.taps("Dừng lại")
    assert "không có gì thay đổi" in officer.last.text
    assert next(iter(town.cases.values())).view.status == "submitted"

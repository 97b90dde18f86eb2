"""People type otherwise than they are asked to: nothing of theirs is lost, thrown away, exposed or misread."""

from __future__ import annotations

import pytest

from handlers.answers import match, typed
from handlers.messages import Choice, Contact, Media, Option, Place, Strange
from handlers.numbers import without_identity
from handlers.ports import Policy
from tests.handlers.test_dialogue import DENUNCIATION, PETITION, file_denunciation, file_petition
from tests.handlers.town import COMMITTEE, Chat, Town, labels

RIGHT = Option("right", "Đúng rồi", ("đúng", "phải"))
STOP = Option("stop", "Dừng lại", ("dừng", "thôi"))


def letter_of(town: Town) -> str:
    return next(iter(town.cases.values())).letter.content


def at_the_place(resident: Chat) -> None:
    resident.types(PETITION)
    resident.types("đồng ý")
    resident.types("đúng rồi")


def at_the_review(resident: Chat) -> None:
    at_the_place(resident)
    for answer in ("ngõ 7", "hôm qua", "gửi xong", "cho tôi", "Nguyễn Thị Lan", "số 8 ngõ 12", "0912345678"):
        resident.types(answer)


# Words -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("đúng rồi", None),
        ("dừng", "stop"),
        ("dừng rồi ạ", "stop"),
        ("dung", "stop"),
        ("thối", None),
        ("đừng", None),
        ("thoi a", "stop"),
    ],
)
def test_a_word_with_the_marks_of_another_is_the_other(typed: str, means: str | None) -> None:
    assert match(typed, (STOP,)) == means


def test_right_and_stop_are_told_apart_by_their_marks() -> None:
    assert match("dừng", (RIGHT, STOP)) == "stop"
    assert match("đúng", (RIGHT, STOP)) == "right"


def test_a_name_is_not_a_number() -> None:
    assert tuple(typed(word).number() for word in ("hai", "Hải", "ba", "bà", "năm", "nam")) == (
        2,
        None,
        3,
        None,
        5,
        5,
    )


def test_an_identity_number_is_not_put_into_the_letter() -> None:
    assert without_identity("Lan 001099012345") == "Lan …"
    town = Town()
    resident = town.resident()
    at_the_place(resident)
    for answer in ("ngõ 7", "hôm qua", "gửi xong", "cho tôi", "Nguyễn Thị Lan 001099012345", "số 8", "tại đây", "gửi"):
        resident.types(answer)
    assert "001099012345" not in str(next(iter(town.cases.values())).persons)


@pytest.mark.parametrize("words", ["đ\u200bồng ý", "đồng\u2060 ý\ufeff", "ｄồng ý", "𝐝𝐨̂̀𝐧𝐠 𝐲́", "\u202eđồng ý\u202c"])
def test_letters_in_fancy_dress_and_signs_that_nobody_sees_make_no_other_word(words: str) -> None:
    resident = Town().resident()
    resident.types(PETITION)
    assert "Bước 3/6" in resident.types(words)[-1].text


def test_a_cry_for_help_in_fancy_letters_is_heard() -> None:
    resident = Town().resident()
    assert "114" in resident.types("𝐂𝐮̛́𝐮 𝐯𝐨̛́𝐢, 𝐧𝐡𝐚̀ 𝐝𝐚𝐧𝐠 𝐜𝐡𝐚́𝐲, 𝐜𝐨́ 𝐧𝐠𝐮̛𝐨̛̀𝐢 𝐦𝐚̆́𝐜 𝐤𝐞̣𝐭")[0].text


# Before anything is open -----------------------------------------------------------------------------------


def test_an_option_under_a_greeting_can_be_typed_by_its_number() -> None:
    resident = Town().resident()
    resident.types("chào")
    assert "Bước 1/6" in resident.types("1")[-1].text


def test_a_number_under_a_receipt_means_the_options_of_the_receipt() -> None:
    resident = Town().resident()
    code = file_petition(resident)
    assert f"Đơn {code}" in resident.types("1")[-1].text
    assert "rút đơn" in resident.types("2")[-1].text


def test_several_small_messages_before_consent_are_all_kept() -> None:
    town = Town()
    resident = town.resident()
    for bubble in ("bác ơi", "nhà tôi ở ngõ 5", "hàng xóm đổ rác ra ngõ", "đề nghị phường dọn rác"):
        resident.types(bubble)
    for answer in ("đồng ý", "1", "bỏ qua", "bỏ qua", "gửi xong", "không để tên", "gửi"):
        resident.types(answer)
    assert letter_of(town) == "nhà tôi ở ngõ 5\nhàng xóm đổ rác ra ngõ\nđề nghị phường dọn rác"


def test_a_letter_in_a_script_without_spaces_is_a_letter_and_is_answered_in_english() -> None:
    town = Town()
    resident = town.resident()
    resident.types("ท่อระบายน้ำหน้าบ้านของฉันอุดตันมาหนึ่งเดือนแล้วกรุณาช่วยด้วย")
    assert "Step 1/6" in resident.last.text
    assert "ท่อระบายน้ำ" in town.states["telegram", "1001"]


def test_who_asks_for_a_person_or_the_hours_is_given_them() -> None:
    resident = Town().resident()
    for words in ("tôi muốn gặp trực tiếp", "cho hỏi giờ làm việc", "thủ tục làm giấy khai sinh thế nào"):
        assert "024 3833 0000" in resident.types(words)[-1].text


def test_the_long_greeting_is_said_once() -> None:
    resident = Town().resident()
    resident.types("alo")
    long = resident.last.text
    assert resident.types("ai đấy")[-1].text != long
    assert resident.hears(Strange("sticker"))[-1].text != long


# Out of turn -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["gửi", "vâng ạ", "ok", "đúng rồi", "gửi xong"])
def test_a_bare_yes_is_no_answer_to_a_question_for_words(words: str) -> None:
    resident = Town().resident()
    at_the_place(resident)
    resident.types(words)
    assert "Ở chỗ nào" in resident.last.text


def test_a_phone_number_at_another_question_is_kept_as_the_way_to_be_reached() -> None:
    town = Town()
    resident = town.resident()
    at_the_place(resident)
    assert "Ở chỗ nào" in resident.types("0912 345 678")[-1].text
    for answer in ("ngõ 7", "hôm qua", "gửi xong", "cho tôi", "Nguyễn Thị Lan", "số 8 ngõ 12"):
        resident.types(answer)
    assert "0912345678" in resident.last.text
    assert "xin ông/bà đọc lại" in resident.last.text.lower()


def test_who_asks_for_no_name_at_any_question_is_heard_and_not_asked_again() -> None:
    town = Town()
    resident = town.resident()
    resident.types(DENUNCIATION)
    for answer in ("đồng ý", "đúng rồi", "0911222333", "ẩn danh"):
        resident.types(answer)
    for answer in ("trụ sở", "năm ngoái", "ông chủ tịch", "không", "gửi xong"):
        resident.types(answer)
    assert "đọc lại cả đơn" in resident.last.text
    resident.types("gửi")
    filed = next(iter(town.cases.values()))
    assert filed.view.anonymous
    assert filed.persons == ()
    assert "ẩn danh" not in filed.letter.content


def test_danger_told_at_any_question_brings_the_emergency_numbers_first() -> None:
    town = Town()
    resident = town.resident()
    at_the_place(resident)
    before = len(resident.said)
    resident.types("cứu tôi với, nó đang cầm dao dọa giết tôi")
    assert "113" in resident.said[before].text
    assert resident.said[before].urgent


def test_one_tap_never_throws_a_letter_away() -> None:
    town = Town()
    resident = town.resident()
    at_the_review(resident)
    resident.taps("Hủy")
    assert "Giữ để làm sau" in labels(resident.last)
    resident.taps("Làm tiếp")
    resident.types("gửi")
    assert len(town.cases) == 1


def test_erasing_the_open_draft_by_its_command_happens_at_once() -> None:
    town = Town()
    resident = town.resident()
    at_the_review(resident)
    resident.types("/xoa")
    assert "đã xóa" in resident.last.text
    assert "ngõ 7" not in town.states["telegram", "1001"]


def test_the_way_back_is_the_way_that_was_walked() -> None:
    resident = Town().resident()
    at_the_place(resident)
    stages = [resident.types("quay lại")[-1].text.split("/6")[0][-1] for _ in range(3)]
    assert stages == ["3", "2", "1"]


def test_go_on_typed_after_days_goes_on_and_is_no_answer() -> None:
    town = Town()
    resident = town.resident()
    at_the_place(resident)
    town.passes(days=3)
    resident.types("làm tiếp")
    assert "Ở chỗ nào" in resident.last.text
    resident.types("ngõ 7")
    assert "Khi nào" in resident.last.text or "khi nào" in resident.last.text


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("nguyen thi lan", "nguyen thi lan"),
        ("Lan Anh", "Lan Anh"),
        ("tôi tên là lan anh", "lan anh"),
        ("dạ gửi dùm", ""),
    ],
)
def test_a_name_typed_where_a_choice_is_asked_is_taken_and_other_words_are_not(typed: str, name: str) -> None:
    resident = Town().resident()
    at_the_place(resident)
    for answer in ("ngõ 7", "hôm qua", "gửi xong", typed):
        resident.types(answer)
    assert ("Địa chỉ" in resident.last.text) is bool(name)


# Changing one's mind ---------------------------------------------------------------------------------------


def test_what_belonged_to_another_sort_of_sender_is_forgotten() -> None:
    town = Town()
    resident = town.resident()
    at_the_place(resident)
    for answer in (
        "ngõ 7",
        "hôm qua",
        "gửi xong",
        "gửi giúp người khác",
        "con gái",
        "chưa hỏi",
        "cho tôi",
        "Cụ Tư Hiền",
    ):
        resident.types(answer)
    for answer in ("ngõ 9", "0912345678", "sửa", "người gửi", "cho một nhóm", "12", "Trần Văn Đại", "Lê Thị Nhóm"):
        resident.types(answer)
    for answer in ("số 1 ngõ 2", "sửa", "người gửi", "cho tôi"):
        resident.types(answer)
    resident.types("gửi")
    (person,) = next(iter(town.cases.values())).persons
    assert (person.role, person.relation, person.note, person.name) == ("sender", "", "", "Lê Thị Nhóm")


def test_a_kind_changed_to_a_denunciation_and_back_keeps_no_person_concerned() -> None:
    town = Town()
    resident = town.resident()
    at_the_review(resident)
    for answer in ("sửa", "loại", "tố cáo", "ông tổ trưởng", "không", "sửa", "loại", "phản ánh"):
        resident.types(answer)
    assert "ông tổ trưởng" not in resident.last.text
    resident.types("gửi")
    filed = next(iter(town.cases.values()))
    assert (filed.view.kind, filed.letter.concerned) == ("kien_nghi_phan_anh", "")


# Tracking --------------------------------------------------------------------------------------------------


def test_a_code_typed_where_a_code_is_asked_is_looked_up() -> None:
    town = Town()
    code = file_petition(town.resident())
    other = town.resident(account="2002")
    other.types("/tracuu")
    other.types("td 1111 1111")
    assert "không tìm thấy" in other.last.text
    assert f"Đơn {code}: đã nhận" in other.types(code.lower().replace("-", " "))[-1].text


def test_wrong_codes_typed_where_a_code_is_asked_count_as_tries() -> None:
    town = Town()
    code = file_petition(town.resident())
    other = town.resident(account="2002")
    other.types("/tracuu")
    for _ in range(10):
        other.types("TD-1111-1111")
    assert code not in other.types(code)[-1].text


def test_a_story_told_where_a_code_is_asked_is_taken_as_a_story() -> None:
    resident = Town().resident()
    resident.types("/tracuu")
    resident.types(PETITION)
    assert "Bước 1/6" in resident.last.text


def test_of_a_denunciation_neither_authority_nor_words_are_tracked_by_chat() -> None:
    town = Town()
    resident = town.resident()
    code = file_denunciation(resident)
    officer = town.officer("confidential")
    for words in (f"/chuyen {code}", "Công an tỉnh", "chưa có", "hôm nay", "gửi"):
        officer.types(words)
    seen = resident.types(f"/tracuu {code}")[-1].text
    assert "đã chuyển cơ quan có thẩm quyền" in seen
    assert "Công an tỉnh" not in seen


def test_who_must_still_sign_is_not_told_that_nothing_is_to_be_done() -> None:
    town = Town()
    resident = town.resident()
    code = file_denunciation(resident)
    assert not any("không cần làm gì thêm" in out.text for out in resident.said)
    assert "chữ ký" in resident.types(f"/tracuu {code}")[-1].text


def test_a_tap_of_a_command_leaves_the_open_question_open() -> None:
    town = Town()
    resident = town.resident()
    at_the_place(resident)
    prompt = resident.last.prompt
    resident.types("/dontoi")
    assert "Ở chỗ nào" in resident.last.text
    resident.hears(Choice("skip", prompt))
    assert "khi nào" in resident.last.text


# Too much of it --------------------------------------------------------------------------------------------


def test_more_letters_than_one_person_may_send_in_a_day_are_kept_and_go_later() -> None:
    town = Town(policy=Policy(letters_a_day=2))
    town.owners["web", "w1"] = "telegram:1001"
    last = town.resident()
    file_petition(last)
    page = town.resident("web", "w1")
    for answer in (PETITION, "đồng ý", "đúng rồi", "bỏ qua", "bỏ qua", "gửi xong", "không để tên", "gửi"):
        page.types(answer)
    at_the_review(last)
    last.types("gửi")
    assert len(town.cases) == 2
    told = last.said[-1].text
    assert "2 đơn" in told
    assert COMMITTEE.phone in told
    town.passes(hours=25)
    for words in ("gửi", "làm tiếp", "gửi"):
        last.types(words)
    assert len(town.cases) == 3
    assert PETITION in list(town.cases.values())[-1].letter.content


def test_a_danger_is_taken_however_many_letters_came_before() -> None:
    town = Town(policy=Policy(letters_a_day=1))
    resident = town.resident()
    file_petition(resident)
    at_the_review(resident)
    resident.types("Cháy lớn ở chung cư, có người mắc kẹt bên trong, cứu với, nguy hiểm tính mạng!")
    resident.types("gửi")
    assert len(town.cases) == 2


# Late ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["1", "đồng ý", "số 1 ạ"])
def test_an_answer_to_the_last_question_is_understood_the_next_day(typed: str) -> None:
    town = Town()
    resident = town.resident()
    resident.types(PETITION)
    town.passes(hours=20)
    resident.types(typed)
    assert "Bước 3/6" in resident.last.text


def test_a_tap_on_the_last_question_is_understood_the_next_day() -> None:
    town = Town()
    resident = town.resident()
    resident.types(PETITION)
    town.passes(hours=20)
    resident.taps("Đồng ý")
    assert "Bước 3/6" in resident.last.text


@pytest.mark.parametrize(("hours", "asked_for"), [(5, ("withdraw",)), (96, ())])
def test_an_errands_last_question_is_answered_hours_later_and_forgotten_after_days(
    hours: int, asked_for: tuple[str, ...]
) -> None:
    town = Town()
    resident = town.resident()
    file_petition(resident)
    resident.types("/rutdon")
    town.passes(hours=hours)
    resident.types("1")
    assert [filed.view.requests for filed in town.cases.values()] == [asked_for]


def test_where_options_are_numbers_the_question_says_that_a_number_answers() -> None:
    town = Town()
    on_bot, on_telegram = town.resident("zalo_bot", "a1"), town.resident("telegram", "a2")
    for resident in (on_bot, on_telegram):
        resident.types(PETITION)
    assert on_bot.last.by_number == "Trả lời 1, 2 hoặc 3 để chọn."
    assert on_telegram.last.by_number == ""


# Where it is, and whose number ------------------------------------------------------------------------------

FROM_CONSENT_ON = (
    "đồng ý",
    "đúng rồi",
    "",
    "hôm qua",
    "gửi xong",
    "cho tôi",
    "Lê Thị Hoa",
    "số 8",
    "0912345678",
    "gửi",
)
"""What is answered to each question; the place is left out by who sends a pin at it."""


@pytest.mark.parametrize("before", range(len(FROM_CONSENT_ON)))
def test_a_pin_is_kept_at_whatever_question_it_comes(before: int) -> None:
    town = Town()
    resident = town.resident()
    resident.types(PETITION)
    for number, answer in enumerate(FROM_CONSENT_ON):
        if number == before:
            assert "đã ghi vị trí" in resident.hears(Place(21.03, 105.79, name="Trường Nghĩa Đô"))[0].text
        elif number == 2 and before > 2:
            resident.types("bỏ qua")
        if answer:
            resident.types(answer)
    letter = next(iter(town.cases.values())).letter
    assert (letter.latitude, letter.longitude) == (21.03, 105.79)
    assert letter.place == "Trường Nghĩa Đô"


def test_who_first_shows_where_it_is_begins_a_letter_with_it() -> None:
    town = Town()
    resident = town.resident()
    assert "đồng ý" in resident.hears(Place(21.03, 105.79))[-1].text.lower()
    resident.types("đồng ý")
    resident.types(PETITION)
    for answer in ("đúng rồi", "bỏ qua", "bỏ qua", "gửi xong", "không để tên", "gửi"):
        resident.types(answer)
    assert next(iter(town.cases.values())).letter.latitude == 21.03


def test_a_place_named_on_the_map_goes_with_the_pin_when_the_letter_becomes_a_denunciation() -> None:
    town = Town()
    resident = town.resident()
    resident.hears(Place(21.03, 105.79, name="Nhà tôi, ngõ 7"))
    resident.types("đồng ý")
    resident.types(DENUNCIATION)
    resident.types("đúng rồi")
    assert "Nhà tôi" not in town.states["telegram", "1001"]
    assert "21.03" not in town.states["telegram", "1001"]


def test_a_pin_can_be_added_to_a_letter_but_to_no_denunciation() -> None:
    town = Town()
    resident = town.resident()
    file_petition(resident)
    resident.types("/bosung")
    assert "Trường Nghĩa Đô" in resident.hears(Place(21.03, 105.79, name="Trường Nghĩa Đô"))[0].text
    resident.types("gửi xong")
    other = Town().resident()
    file_denunciation(other)
    other.types("/bosung")
    assert "không lưu vị trí" in other.hears(Place(21.03, 105.79))[0].text


@pytest.mark.parametrize("before", range(7))
def test_somebody_elses_number_is_never_where_the_sender_is_called(before: int) -> None:
    town = Town()
    resident = town.resident()
    resident.types("/guidon")
    resident.types("đồng ý")
    answers = (DENUNCIATION, "đúng rồi", "ngõ 7", "hôm qua", "ông Tham", "không", "gửi xong", "không để tên", "gửi")
    for number, answer in enumerate(answers):
        if number == before:
            resident.hears(Contact("0987654321", own=False, ref="card"))
        resident.types(answer)
    filed = next(iter(town.cases.values()))
    assert [person.contact for person in filed.persons if person.contact] == []
    assert "0987654321" in filed.letter.content + filed.letter.concerned


def test_ones_own_number_is_kept_at_whatever_question_it_comes() -> None:
    town = Town()
    resident = town.resident()
    resident.types(PETITION)
    resident.types("đồng ý")
    assert "số điện thoại" in resident.hears(Contact("+84912345678", own=True))[0].text
    for answer in ("đúng rồi", "ngõ 7", "hôm qua", "gửi xong", "cho tôi", "Nguyễn Thị Lan", "số 8", "gửi"):
        resident.types(answer)
    assert next(iter(town.cases.values())).persons[0].contact == "0912345678"


# Without end ------------------------------------------------------------------------------------------------


def test_a_story_has_an_end_and_who_writes_beyond_it_is_told_what_to_do() -> None:
    town = Town()
    resident = town.resident()
    resident.types(PETITION)
    resident.types("đồng ý")
    for number in range(12):
        resident.types(f"Chuyện thứ {number}: " + "đường hỏng, nước ngập. " * 400)
    assert "chưa được ghi" in resident.last.text
    assert "Tôi đã ghi thêm" not in resident.last.text
    resident.hears(Media("photo", "f", size=10, caption="Ảnh cống " * 1000, ref="p1"))
    town.passes(seconds=4)
    assert "chưa được ghi" in resident.last.text
    assert len(town.states["telegram", "1001"]) < 150_000
    numbers = resident.types("Cứu với, nhà đang cháy, có người mắc kẹt. " * 250)[0].text
    assert "114" in numbers, "who is in danger is heard all the same"
    for answer in ("đúng rồi", "ngõ 7", "hôm qua", "gửi xong", "không để tên", "gửi"):
        resident.types(answer)
    assert letter_of(town).startswith(PETITION)
    assert "Chuyện thứ 9" in letter_of(town)
    resident.types("/bosung")
    for number in range(12):
        resident.types(f"Thêm {number}: " + "đường hỏng, nước ngập. " * 400)
    assert "chưa được ghi" in resident.last.text


def test_a_story_of_thousands_of_small_messages_has_an_end_too() -> None:
    town = Town()
    resident = town.resident()
    resident.types(PETITION)
    resident.types("đồng ý")
    for _ in range(300):
        resident.types("nước ngập vào nhà tôi")
    assert "chưa được ghi" in resident.last.text
    assert len(town.states["telegram", "1001"]) < 30_000

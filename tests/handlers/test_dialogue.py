"""The rules of the dialogue engine, one test a rule; whole chats stand in tests/transcripts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from cases.reading import read
from handlers.answers import match
from handlers.effects import Audit
from handlers.messages import Choice, Contact, Incoming, Media, Option, Outgoing, Text
from handlers.numbers import phone_in
from handlers.ports import LifeEntry
from handlers.sender import is_minor
from handlers.state import Draft, State
from tests.handlers.town import CAU_GIAY, NGHIA_DO, Chat, Town, labels

PETITION = "Đèn đường ngõ 7 hỏng cả tuần, tối om, đề nghị phường cho sửa."
DENUNCIATION = "Tôi tố cáo ông chủ tịch phường nhận hối lộ 50 triệu để cho xây nhà không phép, đề nghị điều tra xử lý."


def file_petition(resident: Chat, text: str = PETITION) -> str:
    """File a petition without a name and give its code."""
    resident.types(text)
    for answer in ("đồng ý", "đúng rồi", "bỏ qua", "bỏ qua", "gửi xong", "không để tên", "gửi"):
        resident.types(answer)
    return next(view.view.code for view in resident.town.cases.values() if view.owner.endswith(resident.account))


def file_denunciation(resident: Chat) -> str:
    """File a denunciation with a name and give its code."""
    resident.types(DENUNCIATION)
    resident.types("đồng ý")
    resident.taps("Đúng rồi")
    where = ("trụ sở phường", "năm ngoái", "ông chủ tịch Vũ Văn Kín", "không", "gửi xong")
    who = ("cho tôi", "Đỗ Thị Riêng", "số 9 ngõ 99", "0911222333")
    for answer in (*where, *who, "gửi"):
        resident.types(answer)
    return resident.said[-1].options[0].id.split()[1]


# States ----------------------------------------------------------------------------------------------------


def test_what_is_copied_by_hand_leaves_no_field_behind() -> None:
    draft = Draft("d1", "filing", "place", {"kind": "khac"}, ("consent",), {"m1": "content"}, "then", "now", True)
    state = State("en", draft, 3, 1, True, ("then",), (("/huy", "Huỷ"),), "soon", draft)
    assert draft.with_answer("when", "") == replace(draft, answers={"kind": "khac", "when": ""})
    assert draft.without("kind") == replace(draft, answers={})
    assert draft.at("when") == replace(draft, step="when")
    gone_on = draft.gone_on("when", ("place",), {"m2": "place"}, "later")
    assert gone_on == replace(draft, step="when", trail=("place",), refs={"m2": "place"}, touched_at="later")
    assert state.asked(4, gone_on, True) == replace(state, prompt=4, errand=gone_on)
    assert state.asked(4, gone_on, False) == replace(state, prompt=4, draft=gone_on)
    assert state.put(gone_on, False) == replace(state, draft=gone_on)
    at = datetime(2026, 11, 22, tzinfo=UTC)
    incoming = Incoming("telegram", "1", "2", "e", at, Text("a"), "group", "vi", True, True)
    said = incoming.with_reading(read("một"), read("hai"), unready=True)
    wanted = {"reading": read("một"), "joined": read("hai"), "reads_elsewhere": True, "unready": True}
    assert said == replace(incoming, **wanted)  # type: ignore[arg-type]


# Answers ---------------------------------------------------------------------------------------------------

YES_NO = (Option("agree", "Đồng ý", ("co", "ok", "vang")), Option("no", "Không đồng ý", ("khong",)))


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("Đồng ý", "agree"),
        ("dong y", "agree"),
        ("ĐỒNG Ý!!!", "agree"),
        ("dạ đồng ý ạ", "agree"),
        ("ok nhé", "agree"),
        ("1", "agree"),
        ("1.", "agree"),
        ("số 2", "no"),
        ("hai", "no"),
        ("Câu 2", "no"),
        ("3", None),
        ("¹", None),
        ("٢", "no"),
        ("đồng ý hay không thì cũng thế", None),
        ("👍", None),
        ("", None),
    ],
)
def test_a_choice_can_be_typed_by_number_label_or_another_word_for_it(typed: str, means: str | None) -> None:
    assert match(typed, YES_NO) == means


@pytest.mark.parametrize(
    ("typed", "phone"),
    [
        ("0912 345 678", "0912345678"),
        ("+84 912.345.678", "0912345678"),
        ("gọi tôi số 0912345678 sau 5 giờ chiều", "0912345678"),
        ("12345", None),
        ("001099012345", None),
    ],
)
def test_a_phone_number_is_found_and_an_identity_number_is_not_taken_for_one(typed: str, phone: str | None) -> None:
    assert phone_in(typed) == phone


@pytest.mark.parametrize(
    ("words", "minor"),
    [
        ("em 13 tuổi, bị bạn đánh", True),
        ("con đang học lớp 7 trường làng", True),
        ("con tôi 13 tuổi bị bạn đánh", False),
        ("tôi 72 tuổi", False),
        ("I am 15 years old", True),
    ],
)
def test_a_child_is_known_by_what_it_says_of_itself(words: str, minor: bool) -> None:
    assert is_minor(words) is minor


# The engine ------------------------------------------------------------------------------------------------


def test_every_question_shows_where_we_are() -> None:
    resident = Town().resident()
    resident.types(PETITION)
    for answer in ("đồng ý", "đúng rồi", "bỏ qua", "bỏ qua", "gửi xong", "không để tên"):
        assert "Bước " in resident.last.text
        resident.types(answer)


def test_a_long_text_pasted_first_is_the_content_and_never_asked_for_again() -> None:
    town = Town()
    resident = town.resident()
    file_petition(resident)
    assert not any("Bước 2/6" in out.text for out in resident.said)
    assert next(iter(town.cases.values())).letter.content == PETITION


def test_commands_win_over_the_open_question_and_answer_nothing() -> None:
    resident = Town().resident()
    resident.types("/guidon")
    resident.types("/trogiup")
    assert "Bước 1/6" in resident.last.text
    resident.types("/lui")
    assert "Bước 1/6" in resident.last.text


def test_two_misses_offer_a_person_to_call() -> None:
    town = Town()
    resident = town.resident()
    resident.types(PETITION)
    resident.types("đồng ý")
    first = resident.types("gì cơ")
    assert "024 3833 0000" not in first[-1].text
    second = resident.types("hả")
    assert "024 3833 0000" in second[-1].text


def test_a_refusal_erases_what_was_said_and_its_files() -> None:
    town = Town()
    resident = town.resident()
    resident.sends_photo("ảnh nhà bên lấn đất")
    resident.types("không đồng ý")
    assert not town.cases
    assert "lấn đất" not in town.states["telegram", "1001"]
    assert not town.fetches
    assert town.erased, "the stored events of the chat hold the words too"


def test_nothing_is_fetched_before_consent_and_all_of_it_after() -> None:
    town = Town()
    resident = town.resident()
    resident.sends_photo("rác đầu ngõ không ai dọn")
    resident.sends_photo()
    assert not town.fetches
    resident.types("đồng ý")
    assert len(town.fetches) == 2


def test_two_taps_on_send_give_one_case_and_one_code() -> None:
    town = Town()
    resident = town.resident()
    file_petition(resident)
    resident.taps("Gửi")
    resident.types("gửi")
    assert len(town.cases) == 1


def test_an_answer_changed_later_changes_the_letter() -> None:
    town = Town()
    resident = town.resident()
    resident.types(PETITION)
    resident.types("đồng ý")
    resident.types("đúng rồi")
    resident.types("đầu ngõ 7")
    resident.edits(4, "đầu ngõ 17")
    for answer in ("bỏ qua", "gửi xong", "không để tên", "gửi"):
        resident.types(answer)
    assert next(iter(town.cases.values())).letter.place == "đầu ngõ 17"


def test_a_pin_is_dropped_when_the_letter_becomes_a_denunciation() -> None:
    town = Town()
    resident = town.resident()
    resident.types("/guidon")
    resident.types("đồng ý")
    from handlers.messages import Place

    resident.hears(Place(21.0, 105.8))
    resident.types(DENUNCIATION)
    said = resident.taps("Đúng rồi")
    assert "không lưu vị trí" in said[-1].text
    for answer in ("bỏ qua", "bỏ qua", "bỏ qua", "gửi xong", "không để tên", "gửi"):
        resident.types(answer)
    assert next(iter(town.cases.values())).letter.latitude is None


def test_a_shared_contact_is_the_contact() -> None:
    town = Town()
    resident = town.resident()
    resident.types(PETITION)
    for answer in ("đồng ý", "đúng rồi", "bỏ qua", "bỏ qua", "gửi xong", "cho tôi", "Lê Thị Hoa", "bỏ qua"):
        resident.types(answer)
    resident.hears(Contact("+84912345678", own=True))
    resident.types("gửi")
    assert next(iter(town.cases.values())).persons[0].contact == "0912345678"


def test_an_identity_number_is_never_taken_as_a_contact() -> None:
    resident = Town().resident()
    resident.types(PETITION)
    for answer in ("đồng ý", "đúng rồi", "bỏ qua", "bỏ qua", "gửi xong", "cho tôi", "Lê Thị Hoa", "bỏ qua"):
        resident.types(answer)
    said = resident.types("001099012345")
    assert "căn cước" in said[-1].text


def test_more_files_than_allowed_are_said_not_dropped_in_silence() -> None:
    town = Town()
    resident = town.resident()
    resident.types(PETITION)
    resident.types("đồng ý")
    for _ in range(town.policy.max_files + 1):
        resident.sends_photo(album="a")
    town.passes(seconds=4)
    assert "tối đa 10 tệp" in resident.last.text


def test_a_file_refused_after_filing_is_told() -> None:
    town = Town()
    resident = town.resident()
    resident.types(PETITION)
    resident.types("đồng ý")
    resident.sends_photo()
    for answer in ("đúng rồi", "bỏ qua", "bỏ qua", "gửi xong", "không để tên", "gửi"):
        resident.types(answer)
    assert "đang tải" in resident.last.text
    town.files_arrive("wrong_type")
    assert "/bosung" in resident.last.text


def test_the_ward_is_taken_from_the_story_when_it_names_one() -> None:
    town = Town(wards=(CAU_GIAY, NGHIA_DO))
    resident = town.resident()
    resident.types("Đèn đường ngõ 7 phường Nghĩa Đô hỏng cả tuần, tối om, đề nghị cho sửa.")
    for answer in ("đồng ý", "đúng rồi", "bỏ qua", "bỏ qua", "gửi xong", "không để tên", "gửi"):
        resident.types(answer)
    assert next(iter(town.cases.values())).view.unit == "NGHIADO"


def test_a_ward_card_fills_in_the_ward() -> None:
    town = Town(wards=(CAU_GIAY, NGHIA_DO))
    resident = town.resident()
    resident.types("/start nghiado")
    for answer in ("đồng ý", PETITION, "đúng rồi", "bỏ qua", "bỏ qua", "gửi xong", "không để tên", "gửi"):
        resident.types(answer)
    assert next(iter(town.cases.values())).view.unit == "NGHIADO"


def test_an_unconsented_draft_is_gone_after_72_hours_and_a_consented_one_stays() -> None:
    for consents, kept in ((False, False), (True, True)):
        town = Town()
        resident = town.resident()
        resident.types(PETITION)
        if consents:
            resident.types("đồng ý")
        town.passes(hours=73)
        assert ("ngõ 7" in town.states["telegram", "1001"]) is kept


def test_a_forgotten_draft_is_erased_on_the_day_that_was_said() -> None:
    town = Town()
    resident = town.resident()
    resident.types(PETITION)
    resident.types("đồng ý")
    town.passes(days=31)
    assert "ngõ 7" not in town.states["telegram", "1001"]
    assert sum("Tôi chỉ nhắc một lần" in out.text for out in resident.said) == 1


# After filing ----------------------------------------------------------------------------------------------


def test_a_code_from_another_account_shows_no_kind_and_no_words() -> None:
    town = Town()
    code = file_petition(town.resident())
    stranger = town.resident(account="2002")
    text = stranger.types(code)[-1].text
    assert code in text
    assert "phản ánh" not in text
    assert "ngõ 7" not in text


def test_a_denunciations_code_shows_a_stranger_nothing_but_its_bare_state() -> None:
    town = Town()
    code = file_denunciation(town.resident())
    text = town.resident(account="2002").types(f"/tracuu {code}")[-1].text
    assert text == f"Đơn {code}: đã nhận."


def test_ten_wrong_codes_an_hour_end_in_a_kind_refusal_and_then_it_opens_again() -> None:
    town = Town()
    code = file_petition(town.resident())
    stranger = town.resident(account="2002")
    for _ in range(10):
        stranger.types("/tracuu TD-0000-0001")
    assert "nghỉ" in stranger.types(f"/tracuu {code}")[-1].text
    town.passes(minutes=61)
    assert "nghỉ" not in stranger.types(f"/tracuu {code}")[-1].text


def test_adding_needs_the_filing_account_or_a_joined_one() -> None:
    town = Town()
    resident = town.resident()
    code = file_petition(resident)
    other = town.resident("web", "w1")
    assert "không phải nơi đã gửi" in other.types(f"/bosung {code}")[-1].text or "chưa gửi" in other.last.text
    resident.types("/lienket")
    other.types("/lienket may bay giay")
    assert code in other.types("/dontoi")[-1].text
    assert "Bước" not in other.types(f"/bosung {code}")[-1].text


def test_with_several_letters_it_asks_which_and_never_takes_the_last() -> None:
    town = Town()
    resident = town.resident()
    file_petition(resident)
    file_petition(resident, "Cống trước cửa nhà số 9 tắc cả tháng, mưa là ngập, đề nghị thông cống.")
    assert "đơn nào" in resident.types("/bosung")[-1].text


def test_withdrawing_a_denunciation_only_records_a_request() -> None:
    town = Town()
    group = town.group()
    resident = town.resident()
    code = file_denunciation(resident)
    resident.types("/rutdon")
    resident.types("tôi chắc chắn")
    assert [asked.what for asked in town.asked] == ["withdraw"]
    assert next(iter(town.cases.values())).view.status == "submitted"
    assert code in group.last.text


# Staff -----------------------------------------------------------------------------------------------------


def group_text(group: Chat) -> str:
    return "\n".join(out.text + " ".join(labels(out)) for out in group.said)


def test_no_group_ever_sees_a_name_a_phone_an_accused_or_a_word_of_a_letter() -> None:
    town = Town()
    group = town.group()
    officer = town.officer("confidential")
    resident = town.resident()
    code = file_denunciation(resident)
    town.taps_in_group(group, officer, "Tôi nhận")
    town.taps_in_group(group, officer, "Mở")
    town.in_group(group, officer, Text(f"/don {code}"))
    officer.types(f"/traloi {code}")
    officer.types("Đã mời bà Riêng lên làm việc")
    officer.types("gửi")
    seen = group_text(group)
    for secret in ("Riêng", "0911222333", "Kín", "hối lộ", "ngõ 99", "trụ sở", "1001", "Tham nhũng"):
        assert secret not in seen, secret


def test_a_denunciation_is_not_opened_in_chat_and_not_without_the_role() -> None:
    town = Town()
    resident = town.resident()
    code = file_denunciation(resident)
    plain, trusted = town.officer("officer", "Lan"), town.officer("confidential", "Minh")
    assert "chưa được giao" in plain.types(f"/don {code}")[-1].text
    assert any(isinstance(a, Audit) and a.what == "refused" for a in town.audits)
    text = trusted.types(f"/don {code}")[-1].text
    assert "hối lộ" not in text
    assert "/console/vao/" in text


def test_opening_a_petition_in_private_is_audited_and_can_be_switched_off() -> None:
    town = Town()
    code = file_petition(town.resident())
    officer = town.officer()
    assert "ngõ 7" in officer.types(f"/don {code}")[-1].text
    assert any(isinstance(a, Audit) and a.what == "opened" for a in town.audits)
    town.policy = replace(town.policy, content_in_chat="none")
    assert "ngõ 7" not in officer.types(f"/don {code}")[-1].text


def test_a_petition_that_a_denunciation_was_taken_out_of_is_opened_in_no_chat() -> None:
    town = Town()
    code = file_petition(town.resident())
    trusted = town.officer("confidential", "Minh")
    [filed] = town.cases.values()
    filed.life.append(LifeEntry(town.now, "added", "resident", {"words": "tổ trưởng nhận hối lộ"}))
    assert "hối lộ" in trusted.types(f"/traodoi {code}")[-1].text
    filed.view = replace(filed.view, secret=True)
    for command in ("/don", "/traodoi"):
        told = trusted.types(f"{command} {code}")[-1].text
        assert "ngõ 7" not in told
        assert "hối lộ" not in told


def test_an_officer_of_another_unit_does_not_learn_that_a_case_exists() -> None:
    town = Town(wards=(CAU_GIAY, NGHIA_DO))
    resident = town.resident()
    resident.types("/start CAUGIAY")
    for answer in ("đồng ý", PETITION, "đúng rồi", "bỏ qua", "bỏ qua", "gửi xong", "không để tên", "gửi"):
        resident.types(answer)
    code = next(iter(town.cases.values())).view.code
    assert "Không có đơn này" in town.officer(unit="NGHIADO").types(f"/don {code}")[-1].text


def test_a_letter_taken_twice_stays_with_the_first() -> None:
    town = Town()
    group = town.group()
    first, second = town.officer(name="Lan"), town.officer(name="Minh")
    file_petition(town.resident())
    group.said.append(replace(group.said[-1]))
    town.taps_in_group(group, first, "Tôi nhận")
    case = next(iter(town.cases.values())).view
    assert town.officers[case.officer].name == "Lan"
    second.types(f"/nhan {case.code}")
    assert "Lan" in second.last.text
    assert town.officers[next(iter(town.cases.values())).view.officer].name == "Lan"


def test_a_staff_command_typed_by_a_resident_is_no_command() -> None:
    resident = Town().resident()
    assert "không có" in resident.types("/viec")[-1].text


def test_an_admin_reads_no_letter() -> None:
    town = Town()
    code = file_petition(town.resident())
    admin = town.officer("admin", "Quản trị", "HN")
    assert "ngõ 7" not in admin.types(f"/don {code}")[-1].text


def test_the_resident_of_a_denunciation_is_told_of_its_end_without_details() -> None:
    town = Town()
    resident = town.resident()
    code = file_denunciation(resident)
    officer = town.officer("confidential")
    for text in (f"/chuyen {code}", "Thanh tra thành phố", "12/MTTQ", "hôm nay", "gửi"):
        officer.types(text)
    assert "đã chuyển tới nơi có thẩm quyền" in resident.last.text
    assert "Thanh tra" not in resident.last.text


def test_nobody_took_it_goes_to_each_officer_then_up_and_stops_when_taken() -> None:
    town = Town()
    above = town.group("HN", "-200")
    lan, minh = town.officer(name="Lan"), town.officer(name="Minh")
    file_petition(town.resident())
    town.passes(minutes=61)
    assert (len(lan.said), len(minh.said), len(above.said)) == (1, 0, 0)
    town.passes(minutes=60)
    assert (len(lan.said), len(minh.said), len(above.said)) == (1, 1, 0)
    town.passes(minutes=60)
    assert len(above.said) == 1
    town.passes(days=3)
    assert len(above.said) == 1, "from now on it stands in the digests of working mornings"
    other = file_petition(town.resident(account="8"))
    town.passes(minutes=61)
    lan.types(f"/nhan {other}")
    town.passes(days=3)
    assert [out for out in above.said if other in out.text] == []


def test_danger_that_nobody_takes_is_told_again_each_day_days_off_too() -> None:
    town = Town()
    above = town.group("HN", "-200")
    file_petition(town.resident())
    filed = next(iter(town.cases.values()))
    filed.view = replace(filed.view, urgent=True)
    town.passes(days=1)
    first = len(above.said)
    town.passes(days=7)
    assert first
    assert len(above.said) - first >= 7


def test_quiet_hours_hold_back_a_reminder_but_not_danger() -> None:
    from datetime import UTC, datetime

    town = Town(now=datetime(2026, 11, 16, 14, 30, tzinfo=UTC))  # 21:30 in Viet Nam
    officer = town.officer()
    file_petition(town.resident())
    town.passes(hours=5)
    assert not officer.said
    town.passes(hours=6)
    assert officer.said


def test_filing_in_a_group_is_answered_without_repeating_a_word() -> None:
    town = Town()
    group = Chat(town, "telegram", "", "-300", "group")
    member = town.resident()
    said = town.in_group(group, member, Text(DENUNCIATION))
    assert "nhắn riêng" in said[-1].text
    assert "hối lộ" not in said[-1].text


def test_staff_talk_in_their_group_undisturbed() -> None:
    town = Town()
    group = town.group()
    assert town.in_group(group, town.officer(), Text("trưa nay ăn gì các bác")) == []


def test_an_invitation_works_after_an_admin_has_said_yes() -> None:
    from handlers.ports import Officer

    town = Town()
    admin = town.officer("admin", "Quản trị", "HN")
    town.invitations["ABCDEFGHJK"] = Officer("new1", "Hạnh", "officer", ("CAUGIAY",))
    newcomer = town.resident(account="3003")
    newcomer.types("/gan abcde fghjk")
    assert "không có" in newcomer.types("/viec")[-1].text
    admin.types("/xacnhan")
    admin.taps("Cho vào")
    assert "đã được xác nhận" in newcomer.last.text
    assert "Không còn đơn nào" in newcomer.types("/viec")[-1].text


def test_the_first_administrator_is_in_at_once_and_nobody_else_is() -> None:
    from handlers.ports import Officer

    town = Town()
    for number, (word, role) in enumerate(
        (("AAAAAAAAAA", "officer"), ("BBBBBBBBBB", "admin"), ("CCCCCCCCCC", "admin"))
    ):
        town.invitations[word] = Officer(f"new{number}", f"Người {number}", role, ("HN",))
        town.resident("zalo_oa", f"77{number}").types(f"#gan {word}")
    assert (sorted(town.officers), sorted(town.waiting)) == (["new1"], ["new0", "new2"])


def test_a_group_is_bound_to_a_unit_by_its_own_officer_only() -> None:
    town = Town(wards=(CAU_GIAY, NGHIA_DO))
    group = Chat(town, "telegram", "", "-300", "group")
    town.in_group(group, town.resident(), Text("/gan CAUGIAY"))
    assert not town.groups
    town.in_group(group, town.officer(), Text("/gan NGHIADO"))
    assert not town.groups
    town.in_group(group, town.officer(), Text("/gan CAUGIAY"))
    assert town.groups["CAUGIAY"] == [group]


def test_a_tap_on_an_old_question_says_so_and_repeats_the_present_one() -> None:
    resident = Town().resident()
    resident.types(PETITION)
    resident.types("đồng ý")
    resident.hears(Choice("agree", 1))
    assert resident.last.text.startswith("Câu đó đã xong rồi")
    assert "Đúng rồi" in labels(resident.last)


def test_a_photo_in_the_middle_is_kept_and_the_question_stands() -> None:
    town = Town()
    resident = town.resident()
    resident.types(PETITION)
    resident.types("đồng ý")
    resident.hears(Media("photo", "f1"))
    town.passes(seconds=4)
    assert "Đã nhận 1 tệp" in resident.last.text
    assert "Đúng rồi" in labels(resident.last)


def test_every_tap_fits_the_64_bytes_of_a_telegram_button() -> None:
    town = Town(wards=(CAU_GIAY, NGHIA_DO))
    group = town.group()
    resident = town.resident()
    file_petition(resident, PETITION + " phường Cầu Giấy")
    for out in (*resident.said, *group.said):
        assert isinstance(out, Outgoing)
        for option in out.options:
            assert len(f"{out.prompt}:{option.id}".encode()) <= 64


def test_a_ward_on_a_button_can_be_typed_without_its_level() -> None:
    town = Town(wards=(CAU_GIAY, NGHIA_DO))
    resident = town.resident()
    resident.types("/guidon")
    for answer in ("đồng ý", "Đèn đường hỏng cả tuần, tối om, đề nghị cho sửa.", "đúng rồi", "cầu giấy"):
        resident.types(answer)
    assert "Ở chỗ nào" in resident.last.text


def test_a_short_word_at_the_photos_is_no_part_of_the_letter() -> None:
    town = Town()
    resident = town.resident()
    resident.types(PETITION)
    for answer in ("đồng ý", "đúng rồi", "bỏ qua", "bỏ qua", "không để tên", "gửi", "không để tên", "gửi"):
        resident.types(answer)
    assert next(iter(town.cases.values())).letter.content == PETITION


@pytest.mark.parametrize(
    ("words", "cares"),
    [
        ("tôi không muốn sống nữa, thuốc tôi mua sẵn rồi", True),
        ("con toi dang tren san thuong doi nhay lau", True),
        ("I want to die, goodbye everyone", True),
        ("CHÁY NHÀ rồi cứu với", False),
        ("nóng muốn chết, mong phường trồng cây", False),
    ],
)
def test_who_may_end_their_life_is_answered_with_care_before_anything_else(words: str, cares: bool) -> None:
    resident = Town().resident()
    resident.types(words)
    said = "\n".join(out.text for out in resident.said)
    assert ("không phải chịu việc này một mình" in said or "need not bear this alone" in said) is cares
    assert "không tiếp nhận" not in said

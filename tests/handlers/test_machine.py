"""Random events in random order: never stuck without a way on, never two cases from one draft."""

from __future__ import annotations

import json
import unicodedata

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from handlers import state as states
from handlers.messages import Choice, Contact, Edited, Media, Place, Strange, Text
from tests.fuzz import examples
from tests.handlers.town import CAU_GIAY, NGHIA_DO, Town

WORDS = st.sampled_from(
    [
        "đồng ý",
        "không đồng ý",
        "đúng rồi",
        "chọn loại khác",
        "bỏ qua",
        "gửi xong",
        "không để tên",
        "gửi",
        "sửa",
        "hủy",
        "quay lại",
        "1",
        "2",
        "9",
        "cho tôi",
        "cho một nhóm",
        "gửi giúp người khác",
        "Nguyễn Văn An",
        "0912345678",
        "/guidon",
        "/start",
        "/start CAUGIAY",
        "/lui",
        "/huy",
        "/xoa",
        "/dulieu",
        "/rutdon",
        "/bosung",
        "/tracuu",
        "/tracuu TD-0000-0000",
        "/dontoi",
        "/lienket",
        "/ngonngu",
        "/ngonngu en",
        "/trogiup",
        "/khongcolenhnay",
        "/",
        "English",
        "cảm ơn",
        "😀😀",
        "   ",
        "phường Nghĩa Đô",
        "Đèn đường ngõ 7 hỏng cả tuần, tối om, đề nghị phường cho sửa.",
        "Tôi tố cáo ông tổ trưởng nhận hối lộ 5 triệu, đề nghị xử lý.",
        "Cứu với, nhà đang cháy, có người mắc kẹt",
        "Hello, the street lamp is broken, please repair it.",
        "x" * 10_000,
        unicodedata.normalize("NFD", "Đề nghị phường sửa đường ngõ 12, nước ngập"),
        unicodedata.normalize("NFD", "đồng ý"),
        "\u202egnơưđ aửs\u202c đề nghị phường xem",
        "gử\u200bi",
        "\u2066\u2069\u200e",
        "<b>Nguyễn</b> <script>alert(1)</script>",
        '=HYPERLINK("http://127.0.0.1","An")',
        "🙏" * 500,
        "١٢٣",
    ]
)
STAFF_WORDS = st.sampled_from(
    ["/viec", "/don", "/don TD-0000-0000", "/nhan", "/traloi", "/console", "/gan", "/thongke", "/yeucau", "/molai", "1"]
)


class Conversation(RuleBasedStateMachine):
    """One resident who does anything at all."""

    def __init__(self) -> None:
        super().__init__()
        self.town = Town(wards=(CAU_GIAY, NGHIA_DO))
        self.group = self.town.group()
        self.resident = self.town.resident()
        self.officers = [self.town.officer(role, role) for role in ("officer", "confidential", "reader")]

    @rule(words=WORDS | st.text(max_size=40))
    def types(self, words: str) -> None:
        assert self.resident.types(words)

    @rule(data=st.data())
    def taps_anything_ever_shown(self, data: st.DataObject) -> None:
        taps = [(o.id, out.prompt) for out in self.resident.said for o in out.options]
        if taps:
            assert self.resident.hears(Choice(*data.draw(st.sampled_from(taps))))

    @rule(prompt=st.integers(0, 50), option=st.text(max_size=10))
    def taps_what_was_never_shown(self, prompt: int, option: str) -> None:
        assert self.resident.hears(Choice(option, prompt))

    @rule(caption=st.sampled_from(["", "ảnh cống tắc trước nhà tôi"]), size=st.sampled_from([0, 10, 30_000_000]))
    def sends_a_file(self, caption: str, size: int) -> None:
        self.resident.hears(Media("photo", "f", size=size, caption=caption, ref=f"p{self.town.serial}"))
        self.town.passes(seconds=4)
        assert self.resident.said

    @rule(what=st.sampled_from([Place(21.0, 105.8), Contact("0912345678", True), Strange("sticker")]))
    def sends_something_else(self, what: Place | Contact | Strange) -> None:
        assert self.resident.hears(what)

    @rule(ref=st.integers(1, 30), words=WORDS)
    def edits(self, ref: int, words: str) -> None:
        assert self.resident.hears(Edited(words, f"m{ref}"))

    @rule(who=st.integers(0, 2), words=STAFF_WORDS | WORDS)
    def an_officer_types(self, who: int, words: str) -> None:
        assert self.officers[who].types(words)

    @rule(who=st.integers(0, 2), data=st.data())
    def an_officer_asks_for_a_case(self, who: int, data: st.DataObject) -> None:
        codes = [filed.code for filed in self.town.cases.values()]
        if codes:
            command = data.draw(st.sampled_from(["/don", "/nhan", "/traloi", "/yeucau", "/molai", "/kyten"]))
            assert self.officers[who].types(f"{command} {data.draw(st.sampled_from(codes))}")

    @rule(who=st.integers(0, 2), data=st.data())
    def an_officer_taps_anything_ever_shown(self, who: int, data: st.DataObject) -> None:
        officer = self.officers[who]
        private = [(o.id, out.prompt) for out in officer.said for o in out.options]
        if private:
            assert officer.hears(Choice(*data.draw(st.sampled_from(private))))

    @rule(who=st.integers(0, 2), data=st.data())
    def an_officer_taps_in_the_group(self, who: int, data: st.DataObject) -> None:
        shown = [(o.id, out.prompt) for out in self.group.said for o in out.options]
        if shown:
            self.town.in_group(self.group, self.officers[who], Choice(*data.draw(st.sampled_from(shown))))

    @rule(refused=st.sampled_from(["", "too_large", "broken"]))
    def files_arrive(self, refused: str) -> None:
        self.town.files_arrive(refused)

    @rule(hours=st.sampled_from([1, 13, 80, 800]))
    def time_passes(self, hours: int) -> None:
        self.town.passes(hours=hours)

    @invariant()
    def one_draft_is_one_case(self) -> None:
        drafts = [filed.draft for filed in self.town.cases.values()]
        assert len(drafts) == len(set(drafts))

    @invariant()
    def the_state_survives_a_restart(self) -> None:
        for text in self.town.states.values():
            state = states.load(json.loads(text))
            assert json.loads(json.dumps(states.dump(state))) == json.loads(text)

    @invariant()
    def there_is_always_a_way_on(self) -> None:
        if self.resident.said:
            assert self.resident.last.text.strip()

    @invariant()
    def a_group_sees_no_words_of_a_letter(self) -> None:
        assert not any("hối lộ" in out.text or "Văn An" in out.text for out in self.group.said)

    def teardown(self) -> None:
        """From wherever it is, a person who cancels and begins anew gets to file."""
        self.resident.types("/huy")
        self.resident.types("/huy")
        self.resident.types("/huy")
        self.resident.types("/ngonngu vi")
        before = len(self.town.cases)
        self.resident.types("/guidon")
        self.resident.types("đồng ý")
        self.resident.hears(Text("Đèn đường ngõ 7 phường Nghĩa Đô hỏng cả tuần, tối om, đề nghị cho sửa.", "z"))
        for answer in ("đúng rồi", "bỏ qua", "bỏ qua", "gửi xong", "không để tên", "gửi"):
            self.resident.types(answer)
        assert len(self.town.cases) == before + 1


Conversation.TestCase.settings = settings(
    max_examples=examples(60), stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
TestConversation = Conversation.TestCase

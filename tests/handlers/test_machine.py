"""Random events in random order: never stuck without a way on, never two cases from one draft."""

from __future__ import annotations

import json
import unicodedata

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from handlers import state as states
from handlers.commands import RESIDENT, STAFF
from handlers.messages import (
    Began,
    ByHand,
    Choice,
    Contact,
    Edited,
    Gone,
    Joined,
    Media,
    MediaKind,
    Moved,
    Place,
    Strange,
    Text,
    What,
    Withdrew,
)
from tests.fuzz import examples
from tests.handlers.town import CAU_GIAY, NGHIA_DO, Chat, Town, labels

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
COMMANDS = st.sampled_from([f"/{name}" for name in (*RESIDENT, *STAFF)])
NOT_WORDS: st.SearchStrategy[What] = st.sampled_from(
    [
        Place(21.0, 105.8),
        Place(0.0, 0.0, name="Trường Nghĩa Đô, <b>số 1</b>"),
        Contact("0912345678", True),
        Contact("0987654321", False),
        Contact("+000", True),
        *(Strange(name) for name in ("sticker", "unsupported", "unknown", "service", "edited", "rights", "unblocked")),
        Gone(),
        Began(),
        Withdrew(),
        Moved("1001"),
        Joined(),
    ]
)
STAFF_WORDS = st.sampled_from(
    ["/viec", "/don", "/don TD-0000-0000", "/nhan", "/traloi", "/console", "/gan", "/thongke", "/yeucau", "/molai", "1"]
)


LAMP = "Cắmđèn đường ngõ 7 phường Cầu Giấy hỏng cả tuần, tối om, đề nghị phường cho sửa."
BRIBE = "Tôi tố cáo ông Cắmtham, tổ trưởng phường Cầu Giấy, nhận hối lộ 5 triệu của dân, đề nghị xử lý."


def file(resident: Chat, told: str, name: str = "không để tên") -> None:
    """Cancel whatever is open, and file a letter."""
    for words in ("/huy", "/huy", "/huy", "/ngonngu vi", "/guidon", "đồng ý"):
        resident.types(words)
    resident.hears(Text(told, "z"))
    resident.types("đúng rồi")
    for _ in range(12):
        offered = labels(resident.last)
        if "Gửi" in offered or "ĐÃ NHẬN" in resident.last.text:
            break
        usual = ("Bỏ qua", "Gửi xong", "Không để tên" if name == "không để tên" else "Cho tôi")
        asks_name = "họ tên của ông/bà" in resident.last.text
        resident.types(name if asks_name else next((word for word in usual if word in offered), "bỏ qua"))
    resident.types("gửi")


class Conversation(RuleBasedStateMachine):
    """One resident who does anything at all."""

    def __init__(self) -> None:
        super().__init__()
        self.town = Town(wards=(CAU_GIAY, NGHIA_DO))
        self.group = self.town.group()
        self.resident = self.town.resident()
        self.neighbour = self.town.resident("web", "1002")
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

    @rule(
        kind=st.sampled_from(["photo", "video", "voice", "audio", "document"]),
        caption=st.sampled_from(["", "ảnh cống tắc trước nhà tôi"]),
        size=st.sampled_from([0, 10, 30_000_000]),
        number=st.integers(1, 12),
        fleeting=st.booleans(),
    )
    def sends_files(self, kind: MediaKind, caption: str, size: int, number: int, fleeting: bool) -> None:
        for _ in range(number):
            self.town.serial += 1
            ref = f"p{self.town.serial}"
            self.resident.hears(Media(kind, ref, size=size, caption=caption, album="a", ref=ref, fleeting=fleeting))
            caption = ""
        self.town.passes(seconds=4)
        assert self.resident.said

    @rule(what=NOT_WORDS)
    def sends_something_else(self, what: What) -> None:
        heard = self.resident.hears(what)
        assert heard or not isinstance(what, Place | Contact)

    @rule(command=COMMANDS, data=st.data())
    def names_a_letter_in_a_command(self, command: str, data: st.DataObject) -> None:
        """A resident who knows the code of a letter, theirs or another's, tries every command there is."""
        codes = ["", *(filed.view.code for filed in self.town.cases.values())]
        assert self.neighbour.types(f"{command} {data.draw(st.sampled_from(codes))}".strip())

    @rule(told=st.sampled_from([LAMP, BRIBE]), name=st.sampled_from(["không để tên", "Nguyễn Văn An"]))
    def sends_a_whole_letter(self, told: str, name: str) -> None:
        """Chance alone hardly ever gets to the end: what comes after it needs letters that are there."""
        file(self.resident, told, name)

    @rule(words=WORDS)
    def a_neighbour_types(self, words: str) -> None:
        assert self.neighbour.types(words)

    @rule(words=WORDS)
    def a_person_of_the_committee_answers_by_hand(self, words: str) -> None:
        """The machine is silent for half an hour, and hears all the same."""
        self.resident.hears(ByHand("Chào ông bà"))
        self.resident.types(words)
        self.town.passes(minutes=31)

    @rule(words=WORDS)
    def types_what_comes_late(self, words: str) -> None:
        """A vendor's retry that took its time."""
        self.town.late = True
        self.resident.types(words)
        self.town.late = False

    @rule(ref=st.integers(1, 30), words=WORDS)
    def edits(self, ref: int, words: str) -> None:
        assert self.resident.hears(Edited(words, f"m{ref}"))

    @rule(who=st.integers(0, 2), words=STAFF_WORDS | WORDS)
    def an_officer_types(self, who: int, words: str) -> None:
        assert self.officers[who].types(words)

    @rule(who=st.integers(0, 2), data=st.data())
    def an_officer_asks_for_a_case(self, who: int, data: st.DataObject) -> None:
        codes = [filed.view.code for filed in self.town.cases.values()]
        if codes:
            usual = st.sampled_from(["/don", "/nhan", "/traloi", "/chuyen", "/traodoi", "/yeucau", "/molai", "/kyten"])
            command = data.draw(usual | COMMANDS)
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
    def a_neighbour_sees_no_words_of_a_letter(self) -> None:
        assert not any(word in out.text for out in self.neighbour.said for word in ("Cắmđèn", "Cắmtham"))

    @invariant()
    def no_chat_shows_words_of_a_denunciation_to_staff(self) -> None:
        assert not any("Cắmtham" in out.text for officer in self.officers for out in officer.said)

    @invariant()
    def a_group_sees_no_words_of_a_letter(self) -> None:
        told = ("hối lộ", "Văn An", "Cắmđèn", "Cắmtham", "0912345678")
        assert not any(word in out.text for out in self.group.said for word in told)

    def teardown(self) -> None:
        """From wherever it is, a person who cancels and begins anew gets to file."""
        before = len(self.town.cases)
        file(self.resident, LAMP)
        assert len(self.town.cases) == before + 1


Conversation.TestCase.settings = settings(
    max_examples=examples(60), stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
TestConversation = Conversation.TestCase

"""Thirty letters of all kinds, two wards and the city, officers of four roles: each ends where the law puts it.

Played in order, then with everything that the officers do shuffled, as late and early updates would have it: whatever
happens, no letter goes a way that no row of rules/lifecycle.toml has, and no group reads a word of anybody.
"""

from __future__ import annotations

import copy
import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pytest

from cases.kinds import OPEN_STATUSES
from cases.lifecycle import moves
from handlers.effects import Effect, MoveCase
from tests.handlers.test_casework import says
from tests.handlers.town import CAU_GIAY, NGHIA_DO, Chat, Town, labels

PLANTED: Final = ("Cắmtên", "Cắmngõ", "Cắmgian", "0912399888", "Cắmlời")
DRAIN: Final = "Cống trước nhà ở Cắmngõ tắc cả tháng nay, mưa là ngập. Đề nghị phường cho thông cống."
BRIBE: Final = "Tôi tố cáo ông Cắmgian, cán bộ địa chính phường, nhận tiền của dân để làm giấy tờ đất."
BLAME: Final = "Tôi tố cáo ông Cắmgian phụ trách chợ thu tiền không phiếu của 12 hộ, có giấy viết tay."
FINE: Final = "Tôi khiếu nại quyết định xử phạt số 77 ngày 5/10/2026 của phường với nhà tôi ở Cắmngõ, đề nghị xem lại."
OWN: Final = "Tôi tố cáo bà Cắmgian, cán bộ Mặt trận phường, giữ lại tiền quà của hộ nghèo."

SENT: Final = ("UBND phường", "45/MT", "Hôm nay", "Gửi")
URGED: Final = ("46/MT", "Hôm nay", "Ghi lại")
REPLIED: Final = ("128/UB", "Hôm nay", "Đã giải quyết xong")
NOTED: Final = (*REPLIED, "Bỏ qua", "Ghi lại")
Deed = tuple[str, ...]
"""Who does it, the command (with CODE for the letter's), and the answers."""


@dataclass(frozen=True)
class Letter:
    """A letter, what is done with it now, what weeks later, and where it stands in the end."""

    story: str
    end: str
    now: Sequence[Deed] = ()
    later: Sequence[Deed] = ()
    named: bool = False
    ward: str = "phường Cầu Giấy"


def petition(end: str, *now: Deed, later: Sequence[Deed] = (), ward: str = "phường Cầu Giấy") -> Letter:
    return Letter(DRAIN, end, now, later, ward=ward)


def denounced(end: str, *now: Deed, later: Sequence[Deed] = (), story: str = BRIBE, named: bool = True) -> Letter:
    return Letter(story, end, now, later, named)


def complained(end: str, *now: Deed, later: Sequence[Deed] = ()) -> Letter:
    return Letter(FINE, end, now, later, named=True)


LETTERS: Final = (
    petition(
        "answered",
        ("lan", "/nhan CODE"),
        ("hue", "/nhan CODE"),
        ("lan", "/chuyen CODE", *SENT),
        ("lan", "/dondoc CODE"),
        later=(
            ("lan", "/traloi CODE"),
            ("lan", "/dondoc CODE", *URGED),
            ("lan", "/phucdap CODE", *NOTED),
            ("lan", "/traloi CODE", "Cắmlời: đã thông cống.", "Gửi"),
        ),
    ),
    petition("answered", ("lan", "/traloi CODE", "Đã thông cống.", "Gửi")),
    petition("guided", ("lan", "/huongdan CODE", "Gọi tổ thoát nước.", "Gửi"), ("lan", "/huongdan CODE")),
    petition(
        "archived",
        ("lan", "/huongdan CODE", "Gọi tổ thoát nước.", "Gửi"),
        ("lan", "/molai CODE", "Chưa hài lòng"),
        ("lan", "/huongdan CODE", "Gọi lại.", "Gửi"),
        ("lan", "/luu CODE", "Không có gì mới.", "Gửi"),
    ),
    petition("withdrawn", ("sender", "/rutdon CODE", "Tôi chắc chắn"), ("lan", "/rutgiay CODE", "Hôm nay", "Gửi")),
    petition("duplicate", ("lan", "/trung CODE", "FIRST", "Gửi")),
    petition("registered", ("lan", "/nhan CODE"), ("lan", "/vuviec CODE", "FIRST", "Ghi lại")),
    petition(
        "guided",
        ("lan", "/chuyendv CODE", "thành phố Hà Nội", "Địa bàn Nghĩa Đô", "Gửi"),
        ("tp", "/chuyendv CODE", "phường Nghĩa Đô", "Địa bàn Nghĩa Đô", "Gửi"),
        ("lan", "/luu CODE"),
        ("nam", "/huongdan CODE", "Gọi đội trật tự.", "Gửi"),
    ),
    petition("submitted", ("lan", "/don CODE"), ("doc", "/nhan CODE"), ward="phường Nghĩa Đô"),
    petition(
        "registered",
        ("lan", "/dieukien CODE", "Có", "Không", "Gửi lời hỏi"),
        ("sender", "/bosung CODE", "Tôi là Cắmtên, nhà 14 Cắmngõ", "Gửi xong"),
        ("lan", "/dieukien CODE", "Có", "Không", "Đã có họ tên", "Đã có địa chỉ", "Ghi đủ điều kiện"),
        ("lan", "/nhan CODE"),
    ),
    petition("submitted", ("lan", "/lienquan CODE", "Tôi liên quan"), ("lan", "/luu CODE", "Thôi.", "Gửi")),
    petition(
        "split", ("lan", "/tach CODE", *("Kiến nghị, phản ánh", "Toàn bộ lời", "Môi trường") * 2, "Đủ rồi", "Gửi")
    ),
    petition("submitted", ("doc", "/chuyen CODE", *SENT), ("admin", "/luu CODE", "Cắmlời", "Gửi")),
    petition("registered", ("lan", "/giao CODE", "Cán bộ Huệ"), ("lan", "/noibo CODE"), ("lan", "/tradon CODE")),
    denounced(
        "answered",
        ("lan", "/chuyen CODE", *SENT),
        ("hue", "/kyten CODE", "Hôm nay"),
        ("hue", "/chuyen CODE", *SENT),
        ("hue", "/chuyen CODE", *SENT),
        later=(
            ("hue", "/dondoc CODE", *URGED),
            ("hue", "/phucdap CODE", *REPLIED, "Ghi lại"),
            ("hue", "/traloi CODE", "Đã có kết luận.", "Gửi"),
        ),
    ),
    denounced("archived", ("hue", "/chuyen CODE", *SENT), ("hue", "/luu CODE", "Không rõ.", "Gửi"), named=False),
    denounced(
        "forwarded",
        ("hue", "/dieukien CODE", "Có", "Có", "Không", "Rõ người vi phạm", "Ghi đủ điều kiện"),
        ("hue", "/chuyen CODE", *SENT),
        story=BLAME,
        named=False,
    ),
    denounced("withdrawn", ("sender", "/rutdon CODE", "Tôi chắc chắn"), ("hue", "/rutgiay CODE", "Hôm nay", "Gửi")),
    denounced("forwarded", ("hue", "/chuyen CODE", *SENT), ("hue", "/rutgiay CODE", "Hôm nay", "Gửi")),
    denounced("submitted", ("sender", "/rutdon CODE", "Tôi bị ép"), ("hue", "/rutgiay CODE", "Hôm nay", "Gửi")),
    denounced("forwarded", ("hue", "/luu CODE", "x", "Gửi"), ("tp", "/chuyen CODE", *SENT), story=OWN),
    denounced("answered", ("hue", "/noibo CODE", "Việc nội bộ.", "Gửi"), ("hue", "/traloi CODE", "Đã xong.", "Gửi")),
    denounced(
        "guided", ("hue", "/huongdan CODE", "Nộp đơn có chữ ký.", "Gửi"), ("hue", "/huongdan CODE", "Nữa.", "Gửi")
    ),
    complained("guided", ("lan", "/traloi CODE"), ("lan", "/huongdan CODE", "Nộp tới Chủ tịch UBND phường.", "Gửi")),
    complained(
        "answered",
        ("lan", "/chuyen CODE", *SENT),
        later=(
            ("lan", "/dondoc CODE", *URGED),
            ("lan", "/kiennghi CODE", "UBND thành phố", "47/MT", "Hôm nay", "Ghi lại"),
            ("lan", "/phucdap CODE", *NOTED),
            ("lan", "/traloi CODE", "Đã có quyết định.", "Gửi"),
        ),
    ),
    complained("withdrawn", ("lan", "/rutgiay CODE", "Hôm nay", "Gửi"), ("lan", "/molai CODE", "Có tình tiết mới")),
    complained(
        "answered",
        ("lan", "/loai CODE", "Kiến nghị, phản ánh", "Trật tự xây dựng", "Theo nội dung đơn", "Ghi lại"),
        ("lan", "/traloi CODE", "Đã trả lời bằng văn bản.", "Gửi"),
    ),
    complained(
        "forwarded",
        ("lan", "/loai CODE", "Tố cáo", "Tham nhũng", "Theo nội dung đơn", "Ghi lại"),
        ("lan", "/chuyen CODE", *SENT),
        ("hue", "/chuyen CODE", *SENT),
    ),
    complained("own_matter", ("lan", "/noibo CODE", "Ban Thường trực xem xét.", "Gửi"), ("lan", "/luu CODE")),
    complained("registered", ("lan", "/chuyen CODE", *SENT), ("lan", "/molai CODE", "Nơi nhận trả lại")),
)


class Office(Town):
    """The town, which notes every move of a letter and everything that a group was ever shown."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.went: list[tuple[str, str, str]] = []
        self.rooms = [self.group("CAUGIAY", "-100"), self.group("NGHIADO", "-200"), self.group("HN", "-300")]
        people = {
            "lan": ("officer", "Cán bộ Lan", "CAUGIAY"),
            "hue": ("confidential", "Cán bộ Huệ", "CAUGIAY"),
            "doc": ("reader", "Cán bộ Đọc", "CAUGIAY"),
            "nam": ("officer", "Cán bộ Nam", "NGHIADO"),
            "tp": ("confidential", "Cán bộ Phố", "HN"),
            "admin": ("admin", "Quản trị", "HN"),
        }
        self.people = {name: self.officer(*who) for name, who in people.items()}
        self.codes: list[str] = []
        self.senders: list[Chat] = []

    def _apply(self, effect: Effect, chat: Chat) -> None:
        before = self.cases[effect.case].view if isinstance(effect, MoveCase) else None
        super()._apply(effect, chat)
        if before is not None and before.status != (after := self.cases[before.id].view.status):
            self.went.append((before.kind, before.status, after))

    def file(self, letter: Letter) -> None:
        number = len(self.codes)
        sender = self.resident("telegram", f"2{number:03}")
        sender.types(letter.story)
        for _ in range(25):
            last = next(out for out in reversed(sender.said) if out.options)
            if last.options[0].id.startswith("/tracuu"):
                break
            sender.types(_answer(last.text.split("\n\n")[-1].casefold(), labels(last), letter))
        self.codes.append(last.options[0].id.split()[1])
        self.senders.append(sender)

    def does(self, number: int, deed: Deed) -> None:
        who, command, *answers = deed
        chat = self.senders[number] if who == "sender" else self.people[who]
        said = [command.replace("CODE", self.codes[number])]
        said += [self.codes[0] if answer == "FIRST" else answer for answer in answers]
        for words in said:
            says(chat, words)

    def status(self, number: int) -> str:
        return next(filed.view.status for filed in self.cases.values() if filed.view.code == self.codes[number])


def _answer(asked: str, offered: Sequence[str], letter: Letter) -> str:
    if "có đang làm việc tại chính" in asked:
        return "Có"
    if letter.named and "họ tên" in asked and "Cho tôi" not in offered:
        return "Cắmtên Một"
    usual = (
        "Đồng ý",
        "Đúng rồi",
        letter.ward,
        "Gửi xong",
        "Cho tôi" if letter.named else "Không để tên",
        "Gửi",
        "Bỏ qua",
    )
    return next((word for word in usual if word in offered), "0912399888")


@pytest.fixture(scope="module")
def filed() -> Office:
    office = Office(wards=(CAU_GIAY, NGHIA_DO))
    for letter in LETTERS:
        office.file(letter)
    return office


@pytest.fixture
def office(filed: Office) -> Office:
    return copy.deepcopy(filed)


def told_groups(office: Office) -> str:
    return "\n".join(out.text for room in office.rooms for out in room.said)


def lawful(office: Office) -> bool:
    rows = {(kind, move.start, move.target) for move in moves() for kind in move.kinds}
    return all(each in rows for each in office.went)


def test_thirty_letters_end_where_the_law_puts_them(office: Office) -> None:
    for number, letter in enumerate(LETTERS):
        for deed in letter.now:
            office.does(number, deed)
    office.passes(days=40)
    for number, letter in enumerate(LETTERS):
        for deed in letter.later:
            office.does(number, deed)
    assert len(LETTERS) == 30
    assert [(n, office.status(n)) for n in range(30)] == [(n, letter.end) for n, letter in enumerate(LETTERS)]
    assert lawful(office)
    assert [word for word in PLANTED if word in told_groups(office)] == []
    assert any(out.text.startswith("Cảm ơn") or "hài lòng" in out.text for out in office.senders[0].said)


def test_whatever_the_order_of_what_officers_do_no_letter_goes_a_way_that_no_law_has(office: Office) -> None:
    deeds = [(number, deed) for number, letter in enumerate(LETTERS) for deed in (*letter.now, *letter.later)]
    lines = [(n, (who, line)) for n, (who, *said) in deeds for line in said]
    random.Random(6).shuffle(lines)
    for number, deed in lines:
        office.does(number, deed)
    assert lawful(office)
    assert [word for word in PLANTED if word in told_groups(office)] == []
    ended = [filed for filed in office.cases.values() if filed.view.status not in OPEN_STATUSES]
    assert all(filed.life for filed in ended)

"""Three weeks at two committees, through the running program: letters from arrival to survey, by the Bot API and a
clock that is moved; each ends where the law puts it, the chains are whole, and no group saw anything of a person."""

from __future__ import annotations

import asyncio
import json
import os
import re
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli import main
from cases.dates import VIETNAM
from cases.fold import fold
from storage import audit
from storage.database import Database
from storage.vault import Vault, read_key_file
from tests.faults.program import Program
from tests.simulators.telegram import Group, Posted, Simulator, User, serve

CODE = re.compile(r"TD-[0-9A-Z]{4}-[0-9A-Z]{4}")
PLANTED = ("Cắmtên", "Cắmhọ", "Cắmngõ", "0912399", "Cắmgian", "Cắmsố")
PETITION = "Cống trước nhà ở Cắmngõ tắc cả tháng nay, mưa là ngập. Đề nghị phường cho người thông cống."
DENUNCIATION = "Tôi tố cáo ông Cắmgian, cán bộ địa chính phường, nhận tiền của dân để làm giấy tờ đất, tôi có ảnh."
COMPLAINT = "Tôi không đồng ý với quyết định xử phạt số 77 ngày 5/10/2026 của phường với nhà tôi, đề nghị xem xét lại."
STAFF = {
    501: ("Cán bộ Lan", "officer", "cau-giay"),
    502: ("Cán bộ Huệ", "confidential", "cau-giay"),
    504: ("Cán bộ Nam", "officer", "nghia-do"),
}
WAIT_SECONDS = 15.0


class Office:
    """The program, its clock, two groups and the people."""

    def __init__(self, folder: Path, sim: Simulator, url: str) -> None:
        self.sim = sim
        self.clock = folder / "clock"
        self.officers = {id: sim.user(id, first_name=name) for id, (name, _, _) in STAFF.items()}
        self.group = sim.group("Tổ Cầu Giấy", [self.officers[501], self.officers[502]])
        other = sim.group("Tổ Nghĩa Đô", [self.officers[504]])
        self.groups: list[Group] = [self.group, other]
        self.program = Program(folder, url, sim.token, self.group.id, "polling")
        units = f"""
[[units]]
code = "ha-noi"
name = "thành phố Hà Nội"
level = "thanh_pho"
[[units]]
code = "cau-giay"
name = "phường Cầu Giấy"
level = "phuong"
parent = "ha-noi"
staff_chats = ["telegram:{self.group.id}"]
[[units]]
code = "nghia-do"
name = "phường Nghĩa Đô"
level = "phuong"
parent = "ha-noi"
staff_chats = ["telegram:{other.id}"]
[[authorities]]
code = "ubnd"
name = "Ủy ban nhân dân phường"
"""
        staff = "".join(
            f'[[staff]]\nname = "{name}"\nrole = "{role}"\naccounts = ["telegram:{id}"]\nunits = ["{unit}"]\n'
            for id, (name, role, unit) in STAFF.items()
        )
        config = self.program.config
        config.write_text(config.read_text("utf-8").partition("[[units]]")[0] + units + staff, "utf-8")
        self.at("2026-11-02 08:30")
        os.environ["TIENGDAN_TEST_CLOCK"] = str(self.clock)
        self.program.start()
        self.program.wait_ready()

    def at(self, when: str, told: str = "") -> None:
        """Move the clock; with `told`, wait until a group was told these words (a pattern)."""
        self.clock.write_text(datetime.fromisoformat(when).replace(tzinfo=VIETNAM).isoformat(), "utf-8")
        end = time.monotonic() + WAIT_SECONDS
        while told and time.monotonic() < end:
            with self.sim.lock:
                if any(re.search(told, text) for group in self.groups for text in group.texts):
                    return
            time.sleep(0.02)
        assert not told, f"at {when} nobody was told: {told}"

    def does(self, who: User, *inputs: str) -> Posted:
        """Type each, or tap it where it is a button of the newest message; the last answer."""
        for words in inputs:
            seen = len(who.chat.messages)
            newest = who.chat.from_bot[-1] if who.chat.from_bot else None
            if newest is not None and words in newest.labels:
                who.taps(words)
            else:
                who.says(words)
                seen += 1
            self._answered(who, seen)
        return who.chat.from_bot[-1]

    def types_in_group(self, who: User, words: str) -> Posted:
        """Type in the group; returned when the answer stands in the private chat."""
        seen = len(who.chat.messages)
        typed = who.says(words, self.group)
        self._answered(who, seen)
        return typed

    def files(self, number: int, words: str, ward: str = "phường Cầu Giấy", name: str = "") -> tuple[User, str]:
        """A resident files a letter; who it is and the code."""
        who = self.sim.user(900 + number, first_name=f"Cắmtên{number}")
        last = self.does(who, words)
        for _ in range(20):
            if last.text.startswith("ĐÃ NHẬN"):
                return who, CODE.findall(last.text)[0]
            last = self.does(who, self._reply(last, ward, name))
        raise AssertionError(last.text)

    @staticmethod
    def _reply(last: Posted, ward: str, name: str) -> str:
        asked = last.text.split("\n\n")[-1].casefold()
        if name and "họ tên" in asked:
            return name
        wanted = ("Đồng ý", "Đúng rồi", ward, "Gửi xong", "Cho tôi" if name else "Không để tên", "Gửi", "Bỏ qua")
        return next((label for label in wanted if label in last.labels), "0912399888")

    def offered(self, who: User, words: str) -> str:
        """The whole label of a button with these words, once the newest message has one."""

        def found() -> list[str]:
            return [label for label in who.chat.from_bot[-1].labels if words in label]

        self._until(who, lambda: bool(found()))
        return found()[0]

    def _answered(self, who: User, seen: int) -> None:
        self._until(who, lambda: any(message.by_bot for message in who.chat.messages[seen:]))

    def _until(self, who: User, so: Callable[[], bool]) -> None:
        end = time.monotonic() + WAIT_SECONDS
        while time.monotonic() < end:
            with self.sim.lock:
                if so():
                    return
            time.sleep(0.01)
        raise AssertionError(f"nothing more for {who.id} after: {who.chat.messages[-1].text[:200]}")


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    monkeypatch.setenv("TIENGDAN_TEST_CLOCK", "")
    with serve(Simulator()) as served:
        office = Office(tmp_path, served.sim, served.url)
        yield office
        if office.program.running:
            office.program.kill()


@pytest.mark.timeout(110)
def test_letters_of_all_kinds_end_where_the_law_puts_them_and_no_date_is_missed(office: Office) -> None:
    lan, hue, nam = office.officers.values()
    for who in (lan, hue, nam):
        office.does(who, "/start")
    sender, petition = office.files(1, PETITION)
    _, denunciation = office.files(2, DENUNCIATION, name="Cắmhọ Hai")
    _, complaint = office.files(3, COMPLAINT, name="Cắmhọ Ba")
    _, left = office.files(4, PETITION, "phường Nghĩa Đô")

    # Two take the same letter; another unit's officer learns of none; a role without the right is told which it is.
    assert "Bạn đã nhận" in office.does(lan, f"/nhan {petition}").text
    assert "đã có Cán bộ Lan nhận" in office.does(hue, f"/nhan {petition}").text
    assert "Không có đơn này" in office.does(nam, f"/don {petition}").text
    assert "việc mật" in office.does(lan, f"/chuyen {denunciation}").text
    # In a group a command is taken away and told in private.
    typed = office.types_in_group(lan, f"/chuyen {petition} Cắmhọ Một")
    assert typed.deleted

    forward = ("Ủy ban nhân dân phường", "45/Cắmsố", "Hôm nay", "Gửi")
    assert "chưa chuyển tới cơ quan nào" in office.does(lan, f"/dondoc {petition}").text
    office.does(hue, f"/chuyen {petition}")
    assert "Đã ghi kết quả" in office.does(lan, f"/chuyen {petition}", *forward).text
    assert "thay đổi trong lúc bạn soạn" in office.does(hue, *forward).text
    assert "Đã ghi kết quả" in office.does(hue, f"/chuyen {denunciation}", *forward).text
    assert "chỉ chuyển một lần" in office.does(hue, f"/chuyen {denunciation}").text
    assert "không đi theo hướng này" in office.does(lan, f"/traloi {complaint}").text
    office.does(lan, f"/huongdan {complaint}", "Nộp đơn tới Chủ tịch UBND phường.", "Gửi", f"/molai {complaint}")
    office.does(lan, "Chưa hài lòng")
    assert "chỉ hướng dẫn một lần" in office.does(lan, f"/huongdan {complaint}").text
    office.does(lan, f"/luu {complaint}", "Đã hướng dẫn, không có gì mới.", "Gửi")

    # A paper, a reception and a meeting come into the books.
    entered = ("Hôm nay", "Đề nghị sửa vỉa hè vỡ trước cổng trường.", "Kiến nghị, phản ánh", "Trật tự xây dựng")
    booked = office.does(lan, "/nhapdon", "Nộp trực tiếp", *entered, "Không có", "Không có", "Không có", "Ghi sổ")
    assert "Đã vào sổ" in booked.text
    reception = ("Hôm nay", "Thường xuyên", "3", "4", "0", "2", "Không", "Ghi sổ")
    assert "Đã ghi sổ" in office.does(lan, "/tiepdan", *reception).text
    works = ("Giám sát ĐTCĐ", "Hôm nay", "Chưa khắc phục", "Ghi sổ")
    assert "Đã ghi sổ" in office.does(lan, f"/hoatdong {petition}", *works).text

    # Nobody took the one in the other ward: told in time, before, on and after its day, then the unit above.
    office.at("2026-11-12 08:00", rf"{left}.*[Cc]òn 2 ngày")
    office.at("2026-11-16 08:00", "HÔM NAY 16/11/2026")
    office.at("2026-11-17 08:00", rf"{left}.*Quá hạn 1 ngày")
    # The authority owes an answer: urged when it is late, then the reply, the answer and the survey.
    office.at("2026-11-24 08:00", r"24/11(.|\n)*" + petition)
    assert "chậm 1 ngày" in office.does(lan, "/quahan").text
    office.does(lan, f"/dondoc {petition}", "52/MT", "Hôm nay", "Ghi lại")
    office.does(lan, f"/phucdap {petition}", "128/UBND", "Hôm nay", "Đã giải quyết xong", "Bỏ qua", "Ghi lại")
    office.does(lan, f"/traloi {petition}", "Đã thông cống ngày 20/11.", "Gửi")
    satisfied = office.offered(sender, "Hài lòng")
    assert "khép lại" in office.does(sender, satisfied).text
    office.does(sender, "cảm ơn")

    for code, status in ((petition, "đã trả lời"), (complaint, "đã lưu"), (denunciation, "đã xử lý")):
        assert status in office.does(hue, f"/don {code}").text.casefold(), code
    figures = _figures(office.program.config)
    assert figures["received"] == 5
    assert (figures["visits"], figures["people"]) == (3, 4)
    assert (figures["forwarded"], figures["urged"], figures["replied"]) == (2, 1, 1)
    shown = [text for group in office.groups for message in group.messages for text in (message.text, *message.edits)]
    seen = [text for text in shown if "/chuyen" not in text]
    assert [word for word in PLANTED if any(word in text for text in seen)] == []
    assert office.program.stop() == 0
    assert asyncio.run(_broken_chains(office.program)) == []
    assert _readable(office.program.folder) == []


def _readable(folder: Path) -> list[tuple[str, str]]:
    """Words that whoever steals the disk without the key would read: as typed, or without their marks."""
    kept = [path for path in folder.rglob("*") if path.is_file()]
    wanted = {word: {word.encode(), fold(word).encode(), word.encode("utf-16-le")} for word in PLANTED}
    stolen = {path.name: path.read_bytes() for path in kept}
    return [
        (name, word)
        for name, content in stolen.items()
        for word, forms in wanted.items()
        if any(f in content for f in forms)
    ]


async def _broken_chains(program: Program) -> list[str]:
    vault = Vault(read_key_file(program.folder / "tiengdan.key"))
    database = await Database.open(program.url, vault)
    try:
        return [str(each) for each in await database.read(audit.verify)]
    finally:
        await database.close()


def _figures(config: Path) -> dict[str, int]:
    asked = ["report", "--period", "2026-11", "--calendar", "civil", "--format", "json", "--config", str(config)]
    done = CliRunner().invoke(main, asked)
    assert done.exit_code == 0, done.output
    rows = json.loads(done.stdout)["figures"]
    whole = [row for row in rows if not any(row[name] for name in ("unit", "level", "kind", "topic", "channel"))]
    return {row["figure"]: row["value"] for row in whole}

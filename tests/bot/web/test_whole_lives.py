"""Whole lives of letters on the console alone: entered, examined, sent on, chased, answered, opened again, split."""

from __future__ import annotations

import re

import httpx
import pytest

from cases.codes import code_of
from storage import audit, cases, files
from tests.bot.web.conftest import Office, csrf
from tests.bot.web.test_scans import PNG, attach, hidden

CODE = re.compile(r"TD-[0-9A-Z]{4}-[0-9A-Z]{4}")
MIXED = code_of(b"mixed-letter")


class Desk:
    """An officer's browser, which taps what is a button on the page and writes what is not."""

    def __init__(self, browser: httpx.AsyncClient) -> None:
        self.browser = browser
        self.page = httpx.Response(200)

    async def does(self, command: str, *answers: str) -> str:
        """Begin a command from the list (or a letter's page) and answer what it asks."""
        code = CODE.search(command)
        page = (await self.browser.get(f"/console/don/{code[0]}" if code else "/console")).text
        given = {"csrf": csrf(page), "lenh": command} | ({"don": code[0]} if code else {})
        self.page = await self.browser.post("/console/lam", data=given)
        return await self.answers(*answers)

    async def answers(self, *answers: str) -> str:
        for answer in answers:
            button = re.search(rf'name="(chon|lenh)" value="([^"]*)"[^>]*>{re.escape(answer)}<', self.page.text)
            given = {button[1]: button[2]} if button else {"loi": answer}
            self.page = await self.browser.post("/console/lam", data={**hidden(self.page), **given})
        assert self.page.status_code == 200, self.page.text
        return self.page.text

    async def status(self, code: str) -> str:
        found = re.search(r'<h1>.*?class="state (\w+)"', (await self.browser.get(f"/console/don/{code}")).text)
        assert found
        return found[1]


@pytest.fixture
async def desk(office: Office) -> Desk:
    return Desk(await office.trusted())


async def test_a_letter_of_paper_lives_its_whole_life_on_the_console(office: Office, desk: Desk) -> None:
    listed = (await desk.browser.get("/console")).text
    assert 'value="/nhapdon"' in listed
    assert "Bàn giao đơn" in listed
    await desk.does("/nhapdon", "Bưu điện", "Hôm nay")
    desk.page = await attach(desk.browser, desk.page, ("don.png", PNG))
    assert "đã có 1 tệp" in desk.page.text
    said = await desk.answers(
        "Cống trước trường tắc cả tháng, đề nghị thông cống.",
        "Kiến nghị, phản ánh",
        "Môi trường",
        "Nguyễn Thị Hoa",
        "0912345678",
        "ngõ 5",
        "Ghi sổ",
    )
    found = CODE.search(said)
    assert found
    code = found[0]
    assert f'href="/console/don/{code}"' in said
    row = await office.database.read(cases.by_code, code)
    assert row is not None
    assert len(await office.database.read(files.of_case, row.id)) == 1
    assert "✗ địa chỉ" in await desk.does(f"/dieukien {code}", "Có", "Không")
    await desk.answers("Đã có địa chỉ", "Ghi đủ điều kiện")
    await desk.does(f"/chuyen {code}", "UBND phường", "45/MT", "Hôm nay", "Gửi")
    assert await desk.status(code) == "forwarded"
    assert "Chưa quá hạn" in await desk.does(f"/dondoc {code}")
    office.clock[0] = office.now().replace(year=office.now().year + 1)
    desk.browser = await office.trusted()
    assert f'href="/console/don/{code}"' in await desk.does("/quahan")
    await desk.does(f"/dondoc {code}", "46/MT", "Hôm nay", "Ghi lại")
    await desk.does(f"/phucdap {code}", "128/UBND", "Hôm nay", "Đã giải quyết xong")
    desk.page = await attach(desk.browser, desk.page, ("phucdap.png", PNG))
    await desk.answers("Gửi xong", "Ghi lại")
    await desk.does(f"/traloi {code}", "Đã thông cống.", "Gửi")
    assert await desk.status(code) == "answered"
    await desk.does(f"/molai {code}", "Có tình tiết mới")
    assert await desk.status(code) == "registered"
    assert "Giao" in await desk.does(f"/giao {code}")
    await desk.does(f"/rutgiay {code}", "Gửi")
    assert len(await office.database.read(files.of_case, row.id)) == 2
    assert await office.database.read(audit.verify) == []


async def test_a_mixed_letter_is_split_and_a_denunciation_handled_on_the_console(office: Office, desk: Desk) -> None:
    await office.file(MIXED)
    said = await desk.does(f"/tach {MIXED}", "Kiến nghị, phản ánh", "Cống tắc, đề nghị thông.", "Giao thông, hạ tầng")
    said = await desk.answers("Tố cáo", "Ông tổ trưởng thu tiền bỏ túi riêng.", "Tham nhũng", "Đủ rồi", "Gửi")
    told = re.search(r"thành (TD-[\w-]+), (TD-[\w-]+)", said)
    assert told
    plain, secret = told.groups()
    for code, kind, topic in (
        (plain, "kien_nghi_phan_anh", "giao_thong_ha_tang"),
        (secret, "to_cao", "tham_nhung_tieu_cuc"),
    ):
        row = await office.database.read(cases.by_code, code)
        assert row is not None
        assert (row.kind, row.topic) == (kind, topic)
    await desk.does(f"/vuviec {plain}", secret)
    await desk.does(f"/chuyen {secret}", "Công an phường", "9/MT", "Hôm nay", "Gửi")
    assert await desk.status(secret) == "forwarded"
    assert "chỉ chuyển một lần" in await desk.does(f"/chuyen {secret}")
    await desk.does(f"/lienquan {plain}", "Tôi liên quan")
    assert (await desk.browser.get(f"/console/don/{plain}")).status_code == 404


async def test_a_reception_is_noted_on_the_console(office: Office, desk: Desk) -> None:
    said = await desk.does("/tiepdan", "Hôm nay", "Thường xuyên", "3", "4", "0", "2", "Không", "Ghi sổ")
    assert "Đã ghi sổ" in said

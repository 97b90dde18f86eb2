"""An officer asks for the month on the committee's own page: words, a picture, and a workbook that opens."""

from __future__ import annotations

import io
from pathlib import Path

import aiohttp
import openpyxl
from yarl import URL

from bot.channels.web.channel import COOKIE, peer_of
from storage import staff
from storage.staff import ConfigStaff
from tests.bot.test_app import Page, running, settings_of


async def test_the_chart_and_the_workbook_follow_the_paragraph(tmp_path: Path) -> None:
    async with (
        running(settings_of(tmp_path)) as program,
        aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as http,
    ):
        page = Page(http, program.address)
        await page.opens()
        token = http.cookie_jar.filter_cookies(URL(program.address))[COOKIE].value
        account = f"web:{peer_of(token)}"
        people = [ConfigStaff("Trưởng ban", "admin", ["x"], [account])]
        await program.store.database.write(staff.sync_config, people, [], program.now())
        assert "phường X" in await page.says("/thongke")
        papers: dict[str, bytes] = {}
        after = 0
        for _ in range(20):
            async with http.get(f"{program.address}/chat/messages?after={after}&wait=2") as answer:
                entries = (await answer.json())["entries"]
            for entry in entries:
                after = entry["seq"]
                if "paper" in entry:
                    async with http.get(f"{program.address}/chat/paper/{entry['seq']}") as answer:
                        papers[entry["paper"]["kind"]] = await answer.read()
            if len(papers) == 2:
                break
        assert papers["photo"].startswith(b"\x89PNG")
        book = openpyxl.load_workbook(io.BytesIO(papers["document"]))
        assert {"Tổng hợp", "Cơ quan", "01-XLD"} & set(book.sheetnames) >= {"Tổng hợp", "01-XLD"}

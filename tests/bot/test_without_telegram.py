"""A ward without Telegram: Zalo for residents, a group of the OA and e-mail for staff, our own page besides."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bot.simulators.smtp import MailServer
from bot.simulators.zalo_oa import Simulator
from bot.simulators.zalo_oa.groups import Group
from bot.simulators.zalo_oa.people import Person
from tests.bot.test_app import browser, running, settings_of
from tests.simulators.zalo_oa import serve

CODE = re.compile(r"TD-[0-9A-Z]{4}-[0-9A-Z]{4}")
WORD = re.compile(r"\b[0-9A-Z]{10}\b")
ANSWERS = ("Đồng ý", "Đúng rồi", "Bỏ qua", "Bỏ qua", "Gửi xong", "Không để tên", "Gửi")


def sections(sim: Simulator, room: Group, officer: Person, mail: MailServer) -> dict[str, Any]:
    unit = {"code": "x", "name": "phường X", "level": "phuong"}
    return {
        "zalo_oa": {
            "app_id": sim.app_id,
            "app_secret": sim.app_secret,
            "oa_id": sim.oa_id,
            "oa_secret_key": sim.oa_secret_key,
            "refresh_token": sim.new_grant(),
            "api_base": sim.base,
            "oauth_base": sim.base,
            "calls_a_minute": 0,
        },
        "email": {"host": "127.0.0.1", "port": mail.port, "sender": "may@x.test"},
        "units": [unit | {"staff_chats": [f"zalo_oa:group:{room.id}", "email:truc@x.test"]}],
        "staff": [{"name": "Lan", "role": "officer", "accounts": [f"zalo_oa:{officer.id}"], "units": ["x"]}],
    }


async def test_a_letter_is_filed_taken_answered_and_followed_without_telegram(tmp_path: Path) -> None:
    sim, mail = Simulator(), MailServer()
    room, lan, hoa = Group(sim, "f414c8f76fa586fbdfb4"), sim.person(1, "Lan"), sim.person(2, "Hoa")
    await mail.start()

    async def heard(texts: Callable[[], list[str]], words: str) -> str:
        return str(await sim.until(lambda: next((text for text in reversed(texts()) if words in text), ""), 20))

    async def tells(who: Person, text: str, words: str) -> str:
        before = len(who.texts)
        who.says(text)
        return await heard(lambda: who.texts[before:], words)

    with serve(sim):
        settings = settings_of(tmp_path, **sections(sim, room, lan, mail))
        async with running(settings) as program, browser(program.address) as page:
            sim.webhook = f"{program.address}/zalo/oa/webhook"
            hoa.says("Đèn đường ngõ 5 hỏng đã hai tuần, đề nghị phường sửa giúp bà con.")
            for number, label in enumerate(ANSWERS, start=1):
                await sim.until(lambda n=number: len(hoa.heard) >= n)
                hoa.taps(label)
            receipt = CODE.search(await heard(lambda: hoa.texts, "ĐÃ NHẬN"))
            assert receipt is not None
            code = receipt.group()

            await heard(lambda: room.texts, f"#nhan {code}")
            room.says(lan, f"nhận {code}")
            await heard(lambda: room.texts, "Lan")
            room.says(lan, f"đơn {code}")
            await heard(lambda: room.texts, f"/console/don/{code}")  # she has never written to the OA in private
            await tells(lan, "chào", "")
            await tells(lan, f"#traloi {code}", "")
            await tells(lan, "Đèn đã sửa ngày hôm qua.", code)
            await tells(lan, "gửi", code)
            await heard(lambda: hoa.texts, "Đèn đã sửa ngày hôm qua.")
            assert mail.kept == []

            assert code in await page.says(f"tra cứu {code}")
            assert "Đèn" not in await page.says("/dontoi")
            word = WORD.search(await tells(hoa, "#lienket", "#lienket"))
            assert word is not None
            await page.says(f"#lienket {word.group()}")  # as Zalo writes it
            assert code in await page.says("/dontoi")

            room.gone = True
            await tells(hoa, f"#bosung {code}", "")
            await tells(hoa, "Hôm nay đèn lại tắt rồi ạ.", "")
            await tells(hoa, "gửi", "")
            [kept] = await asyncio.wait_for(mail.until(1), 20)
            assert kept.recipient == "truc@x.test"
            assert f"/console/don/{code}" in kept.text
            assert "đèn" not in kept.text.lower()
            everything = [*hoa.texts, *lan.texts, *room.texts, kept.text]
            assert not any("telegram" in text.lower() for text in everything)
            assert not any("ngõ 5" in text or "Đèn" in text for text in room.texts)
            assert sim.wrongs == []
    await mail.stop()

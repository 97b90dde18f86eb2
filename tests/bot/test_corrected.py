"""What officers corrected is learnt from on the committee's own machine: evaluated by a command, read for training."""

from __future__ import annotations

import asyncio
import json
from datetime import timedelta
from pathlib import Path

from bot.settings import load
from bot.store import opened
from storage import casework, erasing
from storage.session import Session
from tests.bot.test_cli import call, config  # noqa: F401 - a fixture
from tests.storage.filing import NOW, file_case
from tools.corrected import Corrected, corrected_letters

BRIBE = "Cán bộ địa chính nhận 5 triệu của tôi rồi mới chịu đo đất, tôi có ghi âm. Đề nghị xử lý."


def letters(db: Session) -> None:
    texts = ("Rác không ai dọn, mong phường cho xe thu gom", BRIBE, "Tôi hỏi giờ làm việc thôi mà", "Chữ đã xóa")
    for number, text in enumerate(texts):
        name = f"{number}"
        file_case(db, name, id=f"case{name}", code=f"TD-0000-000{name}", draft=name, letter={"content": text})
    due = ("2026-11-20", "d", "theo nội dung", "anna", NOW)
    later = (*due[:-1], NOW + timedelta(hours=1))
    casework.reclassify(db, "case1", "khieu_nai", "dat_dai", *due)
    casework.reclassify(db, "case1", "to_cao", "tham_nhung_tieu_cuc", *later)
    casework.reclassify(db, "case2", "khac", "moi_truong", *later)
    casework.reclassify(db, "case3", "to_cao", "khac", *due)
    erasing.erase(db, "case3", "test", "anna", NOW)


async def test_a_letter_is_learnt_from_once_as_it_was_found_last_while_its_words_are_kept(config: Path) -> None:  # noqa: F811
    async with opened(load(config), new=True) as store:
        await store.database.write(letters)
    assert await corrected_letters(config) == [
        Corrected(BRIBE, "to_cao", "tham_nhung_tieu_cuc"),
        Corrected("Tôi hỏi giờ làm việc thôi mà", "khac", "khac"),
    ]


async def test_the_command_says_how_good_the_proposals_are_on_what_was_corrected(config: Path) -> None:  # noqa: F811
    async with opened(load(config), new=True) as store:
        await store.database.write(letters)
    said = await asyncio.to_thread(call, "classify", "--evaluate", "--corrected", "--json", "--config", str(config))
    found = json.loads(said.output)
    assert found["count"] == 2
    assert {"right": "to_cao", "said": "to_cao", "count": 1} in found["confusion"]
    assert BRIBE[:20] not in said.output

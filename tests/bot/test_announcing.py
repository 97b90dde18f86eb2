"""The report comes by itself on the morning after its period, once, to whom it belongs; the rehearsal before."""

from __future__ import annotations

from datetime import time
from typing import Any

from bot.announcing import pass_over
from bot.bodies import outgoing
from handlers.messages import Outgoing
from handlers.staff_report import CHART, WORKBOOK
from storage import staff
from storage.database import Database
from storage.session import Session
from storage.staff import ConfigStaff
from tests.bot.test_reminding import RECEIVED, at, make_house
from tests.bot.turn_house import UNITS
from tests.storage.filing import file_case

PEOPLE = [
    ConfigStaff("Trưởng quận", "admin", ["Q1"], ["telegram:1"]),
    ConfigStaff("Trưởng phường", "admin", ["P1"], ["telegram:2"]),
    ConfigStaff("Cán bộ", "officer", ["P1"], ["telegram:3"]),
]


def fill(db: Session) -> str:
    staff.sync_config(db, PEOPLE, [("P1", "telegram:-100")], RECEIVED)
    return file_case(db).code


async def told(database: Database, moment: Any) -> dict[str, list[Outgoing]]:
    """What each chat got at a moment."""
    items = await database.write(pass_over, make_house(), UNITS, "civil", (), time(7, 30), moment)
    found: dict[str, list[Outgoing]] = {}
    for item in items:
        found.setdefault(item.peer, []).append(outgoing(item.body))
    return found


async def test_the_morning_after_a_month_its_report_comes_to_the_admins_once(database: Database) -> None:
    await database.write(fill)
    assert await told(database, at("2026-11-01", "07:29")) == {}
    first = await told(database, at("2026-11-01", "07:30"))
    assert set(first) == {"1", "2"}
    [out] = first["2"]
    assert "Phường Một" in out.text
    assert "tháng 10/2026" in out.text
    assert "nhận 1 đơn" in out.text
    assert [each.what for each in out.attachments] == [CHART, WORKBOOK]
    assert dict(out.attachments[0].about) == {"unit": "P1", "period": "2026-10", "calendar": "civil"}
    assert dict(first["1"][0].attachments[0].about)["unit"] == "Q1"
    assert await told(database, at("2026-11-01", "07:31")) == {}
    assert await told(database, at("2026-11-02")) == {}


async def test_a_program_that_was_down_tells_it_some_days_later_and_then_no_more(database: Database) -> None:
    await database.write(fill)
    assert set(await told(database, at("2026-11-03"))) == {"1", "2"}
    assert await told(database, at("2026-12-04")) == {}


async def test_the_end_of_a_year_brings_the_quarter_the_half_and_the_year_too(database: Database) -> None:
    await database.write(fill)
    # a long row of reports goes out in several short transactions
    passes = [await told(database, at("2027-01-01")) for _ in range(3)]
    assert sorted(peer for found in passes for peer in found) == ["1", "2"]
    for found in passes[:2]:
        [outs] = found.values()
        periods = [dict(out.attachments[0].about)["period"] for out in outs]
        assert periods == ["2026-12", "2026-Q4", "2026-H2", "2026"]


async def test_two_working_days_before_the_end_a_rehearsal_names_what_is_missing(database: Database) -> None:
    code = await database.write(fill)
    assert await told(database, at("2026-10-28")) == {}
    found = await told(database, at("2026-10-29"))
    [out] = found["2"]
    assert "31/10/2026" in out.text
    assert "đơn chưa ai nhận (1)" in out.text
    assert "đơn chưa xác định đủ điều kiện hay không (1)" in out.text
    assert code in out.text
    assert out.attachments == ()
    assert await told(database, at("2026-10-30")) == {}


async def test_a_rehearsal_with_nothing_to_mend_says_so(database: Database) -> None:
    await database.write(staff.sync_config, PEOPLE, [], RECEIVED)
    [out] = (await told(database, at("2026-10-29")))["2"]
    assert "không thấy chỗ nào cần sửa" in out.text

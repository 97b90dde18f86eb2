"""A printed period is closed: what changes in it later shows in the next report."""

from __future__ import annotations

import io
import json
from datetime import UTC, date, datetime
from typing import Any

import openpyxl
import pytest
from docx import Document

from bot.charts import chart_data
from bot.reports.annex import compose
from bot.reports.closing import close
from bot.reports.command import command
from bot.reports.report import ReportError
from bot.reports.writing import render
from cases.periods import parse
from handlers.ports import Officer
from locales import Locales
from storage import audit, tallies
from storage.database import Database
from storage.session import Session
from tests.cases.letters import TREE, letter
from tests.cases.living import live

SEPTEMBER, OCTOBER = (parse(f"2026-{n:02}", "civil") for n in (9, 10))
NOW = datetime(2026, 11, 2, 3, 0, tzinfo=UTC)


async def made(database: Database) -> None:
    await database.write(
        live,
        [
            letter("TD-1", "2026-09-05", ("2026-09-05", "forwarded", "2026-09-09"), unit="TAYHO"),
            letter("TD-2", "2026-09-07"),
            letter("TD-3", "2026-10-07"),
        ],
    )


async def report(database: Database, words: Locales, period: str, form: str = "json") -> Any:
    out = io.BytesIO()
    asked: dict[str, Any] = {"period": period, "calendar": "civil", "format": form, "stdout": out, "now": NOW}
    assert await command(database, TREE, words, **asked) == 0
    return json.loads(out.getvalue()) if form == "json" else out.getvalue().decode()


async def test_what_changes_in_a_closed_period_is_listed_in_the_next_report(database: Database, words: Locales) -> None:
    await made(database)
    assert await database.write(close, TREE, "", SEPTEMBER, NOW) == "closed"
    assert "corrections" not in await report(database, words, "2026-10")
    seal = (await report(database, words, "2026-09"))["closed"]["seal"]
    assert "Khi khóa" not in await report(database, words, "2026-09", "text"), "nothing changed so far"
    assert f"Dấu niêm phong khi khóa: {seal or 'chưa có'}" in await report(database, words, "2026-09", "text")

    def change(db: Session) -> None:
        db.script("UPDATE cases SET kind = 'khieu_nai' WHERE code = 'TD-1'")
        db.script("UPDATE cases SET unit = 'TAYHO' WHERE code = 'TD-3'")
        for case in ("id-TD-1", "id-TD-3"):
            audit.append(db, case, "changed", "officer", NOW)

    await database.write(change)
    await database.write(live, [letter("TD-4", "2026-09-30")])
    marks = "dat_dai forwarded handled overdue received"
    assert (await report(database, words, "2026-10"))["corrections"] == [
        {
            "period": "2026-09",
            "case": "TD-1",
            "before": f"TAYHO kien_nghi_phan_anh {marks}",
            "after": f"TAYHO khieu_nai {marks}",
        },
        {
            "period": "2026-09",
            "case": "TD-4",
            "before": "",
            "after": "CAUGIAY.DICHVONG kien_nghi_phan_anh dat_dai open overdue received",
        },
    ]
    text = await report(database, words, "2026-10", "text")
    assert "Đính chính kỳ đã khóa liền trước (2 đơn):" in text
    assert "TD-4: trước không tính; nay " in text
    assert ", đơn kiến nghị, phản ánh, " in text, "in words, not in codes"
    assert "kien_nghi_phan_anh" not in text
    assert "corrections" not in await report(database, words, "2026-11")
    closed = (await report(database, words, "2026-09"))["closed"]
    assert (closed["seal"], closed["changed"]) == (seal, 2)
    told = {"received": 2, "handled": 1, "forwarded": 1, "open": 1, "overdue": 2}
    assert closed["figures"] == told, "as it was printed"
    text = await report(database, words, "2026-09", "text")
    assert "kỳ trước chuyển sang 0 + nhận trong kỳ 2 = đã xử lý 1 + chưa xử lý 1. Từ đó đến nay 2 đơn" in text
    assert await database.read(audit.verify) == []


async def test_only_an_admin_of_the_unit_or_of_one_above_closes_it(database: Database) -> None:
    await made(database)

    async def tried(role: str, unit: str, *, confirmed: bool = True) -> str:
        officer = Officer("o1", "Lê Thị Hoa", role, (unit,), confirmed)
        return await database.write(close, TREE, "TAYHO", SEPTEMBER, NOW, by=officer)

    for who in (("officer", "TAYHO"), ("confidential", "HN"), ("admin", "CAUGIAY")):
        with pytest.raises(ReportError, match="close-not-permitted"):
            await tried(*who)
    with pytest.raises(ReportError, match="close-not-permitted"):
        await tried("admin", "HN", confirmed=False)
    assert await tried("admin", "HN") == "closed"
    entries = await database.read(lambda db: db.run("audit_all", after="", limit=100))
    assert [row["actor"] for row in entries if row["what"] == "period_closed"] == ["o1"]


async def test_word_excel_and_pictures_tell_of_the_closing_and_its_corrections(
    database: Database, words: Locales
) -> None:
    await made(database)
    await database.write(close, TREE, "", SEPTEMBER, NOW)
    await database.write(live, [letter("TD-4", "2026-09-30")])

    async def rendered(period: str, form: str) -> bytes:
        paper = await database.read(compose, TREE, "", parse(period, "civil"), NOW)
        return render(paper.report, form, words, "vi", paper.annex)

    book = openpyxl.load_workbook(io.BytesIO(await rendered("2026-10", "xlsx")))
    [row] = [row for row in book["Đính chính"].iter_rows(values_only=True) if row[2] == "TD-4"]
    assert row[1:4] == ("2026-09", "TD-4", "không tính")
    told = "\n".join(p.text for p in Document(io.BytesIO(await rendered("2026-10", "docx"))).paragraphs)
    assert "TD-4: trước không tính" in told
    closed = openpyxl.load_workbook(io.BytesIO(await rendered("2026-09", "xlsx")))
    assert any("đã khóa ngày 02/11/2026" in str(row) for row in closed["Tổng hợp"].iter_rows(values_only=True))
    paper = await database.read(compose, TREE, "", OCTOBER, NOW)
    assert "1 đính chính của kỳ đã khóa liền trước" in chart_data("trend", paper.report, paper.annex, words).notes


async def test_a_period_is_closed_once_when_it_is_over_and_proven(database: Database) -> None:
    await made(database)

    async def refused(**options: Any) -> str:
        asked: dict[str, Any] = {"period": SEPTEMBER, "now": NOW, "reason": "", **options}
        with pytest.raises(ReportError) as refusal:
            await database.write(close, TREE, "", asked["period"], asked["now"], reason=asked["reason"])
        return refusal.value.key

    assert await refused(reason="nhầm") == "close-not-closed"
    assert await refused(period=OCTOBER, now=datetime(2026, 10, 31, 3, 0, tzinfo=UTC)) == "close-running"
    assert await database.write(close, TREE, "", SEPTEMBER, NOW) == "closed"
    assert await refused() == "close-twice"
    assert await database.write(close, TREE, "TAYHO", SEPTEMBER, NOW) == "closed", "each unit closes for itself"
    assert await database.write(close, TREE, "", SEPTEMBER, NOW, reason="thiếu một đơn") == "reopened"
    assert await database.write(close, TREE, "", SEPTEMBER, NOW) == "closed"
    while await database.write(tallies.fold):
        pass
    await database.write(lambda db: db.script("UPDATE cases SET unit = 'TAYHO' WHERE code = 'TD-3'"))
    assert await refused(period=OCTOBER) == "close-unproven"
    said = await database.read(lambda db: [row["what"] for row in db.run("audit_all", after="", limit=100)])
    assert (said.count("period_closed"), said.count("period_reopened")) == (3, 1)
    assert date(2026, 9, 30) == SEPTEMBER.last

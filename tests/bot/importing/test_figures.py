from __future__ import annotations

import asyncio
import csv
import io
import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from itertools import cycle
from typing import Any

import openpyxl
import pytest

from bot.importing.lines import read
from bot.importing.store import Terms, bring_in
from bot.reports import render
from bot.reports.report import Report, build
from bot.settings import from_data
from cases.kinds import KINDS, TOPICS
from cases.periods import parse
from locales import Locales
from storage.database import Database
from storage.vault import Keys, Vault, make_keys
from tests.bot.importing import naive
from tests.bot.importing.registers import CONFIG, UNITS, text_of, year
from tests.databases import new_at

NOW = datetime(2026, 11, 2, 3, 0, tzinfo=UTC)
LINES = year(7, 600)
LETTERS = naive.letters(LINES)
PERIODS = [("2025-03", "civil"), ("2025-07", "state"), ("2025-Q2", "state"), ("2025-9M", "civil"), ("2025", "state")]
PERIODS += [("2025", "civil"), ("2025-02-03..2025-02-09", "civil"), ("2026-H1", "civil")]


def tomllib_units() -> Any:
    import tomllib

    return from_data({"units": tomllib.loads(CONFIG)["units"]}, "test").tree


@pytest.fixture(scope="module")
def words() -> Locales:
    return Locales()


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Keys]:
    """A database with the lines, imported once for all tests here."""
    url, keys = new_at(tmp_path_factory.mktemp("figures") / "test.db"), make_keys()

    async def fill() -> None:
        database = await Database.open(url, Vault(keys))
        codes = iter(f"TD-{number:08}" for number in range(10_000))
        found = read(text_of(LINES).encode())
        assert not found.problems
        await database.write(bring_in, found.lines, Terms(UNITS, lambda: next(codes), lambda *_: ("", ""), NOW))
        await database.close()

    asyncio.run(fill())
    return url, keys


@pytest.fixture
async def reports(filled: tuple[str, Keys]) -> Any:
    url, keys = filled
    database = await Database.open(url, Vault(keys))

    async def report(period: str, calendar: str, unit: str) -> Report:
        return await database.read(build, tomllib_units(), unit, parse(period, calendar), NOW)

    yield report
    await database.close()


def expected(report: Report, unit: str) -> Iterator[tuple[tuple[str | None, ...], int]]:
    """Every figure that an independent count gives: in all, and by each mark."""
    first, last = report.period.first, report.period.last
    placed = [(letter, naive.unit_of(letter, last), naive.marks(letter, first, last)) for letter in LETTERS]
    own = [(letter, code, told) for letter, code, told in placed if naive.inside(code, unit)]

    def part(chosen: Callable[[naive.Line, str], object]) -> list[tuple[naive.Line, frozenset[str]]]:
        return [(letter, told) for letter, code, told in own if chosen(letter, code)]

    parts = [((None,) * 5, part(lambda *_: True))]
    for unit_code in (each for each in UNITS if naive.inside(each, unit)):
        parts.append(((unit_code, None, None, None, None), part(lambda _, code, u=unit_code: code == u)))
    for name in ("thanh_pho", "quan", "phuong"):
        parts.append(((None, name, None, None, None), part(lambda _, code, n=name: naive.LEVEL[code] == n)))
    for at, words in ((2, KINDS), (3, TOPICS), (4, sorted({x["channel"] for x in LETTERS}))):
        mark = ("kind", "topic", "channel")[at - 2]
        for name in words:
            marks = (*(None,) * at, name, *(None,) * (4 - at))
            parts.append((marks, part(lambda x, _, m=mark, n=name: x[m] == n)))
    for marks, those in parts:
        counted = naive.figures(those)
        for name in naive.FIGURES:
            yield (name, *marks), counted[name]


async def test_every_figure_equals_an_independent_count_in_json_and_csv(reports: Any, words: Locales) -> None:
    turn = cycle(("HN", "CAUGIAY"))
    for period, calendar in PERIODS:
        # whole tree and a part of it by turns, and both for the years
        for unit in ("HN", "CAUGIAY") if period == "2025" else (next(turn),):
            report = await reports(period, calendar, unit)
            assert not report.counts.failed
            rows = json.loads(render(report, "json", words))["figures"]
            marks = ("figure", "unit", "level", "kind", "topic", "channel")
            found = {tuple(row[mark] for mark in marks): row["value"] for row in rows}
            for key, value in expected(report, unit):
                assert found.get(key, 0) == value, (period, calendar, unit, key)
            table = csv.DictReader(io.StringIO(render(report, "csv", words).decode("utf-8-sig")))
            assert {tuple(row[m] or None for m in marks): int(row["value"]) for row in table} == found


async def test_the_workbook_shows_the_same_numbers(reports: Any, words: Locales) -> None:
    for period, calendar in (("2025-03", "civil"), ("2025", "state")):
        report = await reports(period, calendar, "HN")
        book = openpyxl.load_workbook(io.BytesIO(render(report, "xlsx", words)), data_only=True)
        rows = list(book["Tổng hợp"].iter_rows(values_only=True))
        head = next(row for row in rows if "Đơn vị" in row)
        total = next(row for row in rows if row[0] == "Tổng cộng")
        labels = list(head)
        names = {
            "Kỳ trước chuyển sang": "carried_over",
            "Nhận trong kỳ": "received",
            "Tổng số đơn": "total",
            "Đủ điều kiện": "eligible",
            "Đủ điều kiện (vụ việc)": "eligible_matters",
            "Không đủ điều kiện": "ineligible",
            "Đã xử lý": "handled",
            "Hướng dẫn": "guided",
            "Chuyển đơn": "forwarded",
            "Trả đơn": "returned",
            "Lưu": "archived",
            "Trùng": "duplicate",
            "Chưa xử lý": "open",
            "Đôn đốc": "urged",
            "Văn bản phúc đáp": "replied",
            "Đã giải quyết": "resolved",
            "Không để tên": "anonymous",
        }
        first, last = report.period.first, report.period.last
        counted = naive.figures((letter, naive.marks(letter, first, last)) for letter in LETTERS)
        for label, name in names.items():
            # a column that would hold nothing but zeros may be left out
            assert (total[labels.index(label)] if label in labels else 0) == counted[name], (period, label)


async def test_citizens_received_are_summed_from_the_register(reports: Any) -> None:
    report = await reports("2025-Q2", "civil", "HN")
    days = (date(2025, 4, 1).isoformat(), date(2025, 6, 30).isoformat())
    told = [x for x in LINES if x["type"] == "reception" and days[0] <= x["on"] <= days[1]]
    for name in ("visits", "people", "delegations"):
        assert report.counts.value(name) == sum(x[name] for x in told)
        for unit in UNITS:
            assert report.counts.value(name, unit=unit) == sum(x[name] for x in told if x["unit"] == unit)

"""The printed workbook of a random year: every formula's stored value is what it gives, every sheet tells the same."""

from __future__ import annotations

import io
import random
import re
import tomllib
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from bot.importing.lines import read
from bot.importing.store import Terms, bring_in
from bot.reports import render
from bot.reports.annex import Paper, compose
from bot.settings import from_data
from cases import forms
from cases.classify.evaluation import confusion
from cases.periods import parse
from locales import Locales
from storage.database import Database
from storage.vault import Vault, make_keys
from tests.bot.importing.registers import CONFIG, text_of, year
from tests.databases import new_at

NOW = datetime(2026, 11, 2, 3, 0, tzinfo=UTC)
AUTHORITIES = ("UBND phường Yên Hòa", "=cmd|'/c calc'!A1", None)


def lines() -> list[dict[str, Any]]:
    chance = random.Random(5)
    found = year(11, 300)
    for line in found:
        if line["type"] == "case":
            line |= {"instance": chance.choice((1, 1, 2)), "competence": chance.choice((None, "ours", "other"))}
            if line["outcome"] == "forwarded":
                line["authority"] = chance.choice(AUTHORITIES)
        elif line["type"] == "reception":
            line |= {"by": chance.choice(("regular", "head", "delegated")), "repeat": chance.random() < 0.4}
    return found


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Paper:
    import asyncio

    folder: Path = tmp_path_factory.mktemp("workbook")
    tree = from_data({"units": tomllib.loads(CONFIG)["units"]}, "test").tree
    numbers = iter(range(10_000))

    async def work() -> Paper:
        database = await Database.open(new_at(folder / "test.db"), Vault(make_keys()))
        found = read(text_of(lines()).encode())
        assert not found.problems
        units = [unit.code for unit in tree]
        await database.write(
            bring_in,
            found.lines,
            Terms(units, lambda: f"TD-{next(numbers):04}", lambda *_: ("2025-12-31", "rule"), NOW),
        )
        made = await database.read(compose, tree, "", parse("2025-Q3", "civil"), NOW)
        await database.close()
        return made

    return asyncio.run(work())


@pytest.fixture(scope="module")
def books(paper: Paper, words: Locales) -> tuple[Any, Any]:
    content = render(paper.report, "xlsx", words, annex=paper.annex)
    return tuple(openpyxl.load_workbook(io.BytesIO(content), data_only=values) for values in (True, False))  # type: ignore[return-value]


def worked_out(sheet: Any, formula: str) -> Any:
    """What a formula of ours gives, worked out from the cells that it names."""

    def number(cell: str) -> float:
        value = sheet[cell].value
        return worked_out(sheet, value) if isinstance(value, str) and value.startswith("=") else value or 0

    def cells(text: str) -> float:
        if ":" in text:
            return sum(number(cell.coordinate) for row in sheet[text] for cell in row)
        return number(text)

    if found := re.fullmatch(r"=SUM\(([A-Z0-9:,]+)\)", formula):
        return sum(cells(part) for part in found[1].split(","))
    if found := re.fullmatch(r"=([A-Z]+\d+)-([A-Z]+\d+)", formula):
        return number(found[1]) - number(found[2])
    found = re.fullmatch(r'=IF\(([A-Z]+\d+)=0,"",([A-Z]+\d+)/([A-Z]+\d+)\)', formula)
    assert found, formula
    return number(found[2]) / number(found[3]) if number(found[1]) else ""


def test_every_live_formula_gives_the_value_that_is_stored_with_it(books: tuple[Any, Any]) -> None:
    shown, live = books
    checked = 0
    for sheet in live:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    stored = shown[sheet.title][cell.coordinate].value
                    assert (worked_out(sheet, cell.value) or 0) == (stored or 0), cell
                    checked += 1
    assert checked > 300


def test_each_form_names_its_circular_and_numbers_its_columns(books: tuple[Any, Any]) -> None:
    for form in forms.load():
        rows = [[cell.value for cell in row] for row in books[0][form.id.replace("/", "-")].iter_rows()]
        texts = [str(value) for row in rows for value in row if value]
        assert any(form.circular in text for text in texts)
        assert any(form.title == text for text in texts)
        heads = [str(cell) for row in rows for cell in row if re.match(r"\(\d+\)", str(cell))]
        assert [int(re.match(r"\((\d+)\)", head)[1]) for head in heads] == [c.n for c in form.columns]  # type: ignore[index]
        assert any("chưa đối chiếu" in text for text in texts)


def test_the_forms_tell_what_the_report_tells(paper: Paper, books: tuple[Any, Any]) -> None:
    counts = paper.report.counts
    assert not counts.failed
    total = next(row for row in books[0]["01-XLD"].iter_rows(values_only=True) if row[0] == "Tổng cộng")
    for column, figure in ((1, "total"), (2, "carried_over"), (3, "received"), (4, "handled"), (6, "eligible")):
        assert total[1 + column] == counts.value(figure), figure
    assert sum(total[1 + column] for column in (8, 9, 10)) == counts.value("eligible")


def test_authorities_add_up_to_what_the_report_says(paper: Paper, books: tuple[Any, Any]) -> None:
    rows = list(books[0]["Cơ quan"].iter_rows(values_only=True))
    total = next(row for row in rows if row[0] == "Tổng cộng")
    value = paper.report.counts.value
    assert list(total[2:5]) == [value("forwarded"), value("replied"), value("urged")]
    assert total[2] > 0
    assert AUTHORITIES[1] in [row[1] for row in rows]
    assert "(không ghi tên cơ quan)" in [row[1] for row in rows]


def test_nothing_that_people_wrote_is_a_formula(books: tuple[Any, Any]) -> None:
    formulas = [cell.value for sheet in books[1] for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert all(re.match(r"=(SUM|IF|[A-Z]+\d+-)", formula) for formula in formulas)


def test_the_trend_shows_twelve_periods_with_a_chart_of_the_program_itself(
    paper: Paper, books: tuple[Any, Any]
) -> None:
    sheet = books[0]["Xu hướng"]
    rows = [row for row in sheet.iter_rows(values_only=True) if row[0] and str(row[0]).startswith("quý")]
    assert [row[0] for row in rows[-2:]] == ["quý II/2025", "quý III/2025"]
    assert len(rows) == 12
    assert rows[-1][2] == paper.report.counts.value("received")
    assert rows[-1][1] >= rows[-2][4]  # what was open, and what was opened again


def test_the_workbook_holds_a_chart_that_reads_its_cells(paper: Paper, words: Locales) -> None:
    content = render(paper.report, "xlsx", words, annex=paper.annex)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        charts = [packed.read(name).decode() for name in packed.namelist() if name.startswith("xl/charts/chart")]
    assert len(charts) == 1
    assert "'Xu hướng'!$C$" in charts[0]


def test_every_sheet_is_set_up_for_a4(books: tuple[Any, Any]) -> None:
    for sheet in books[0]:
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape"), sheet.title
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        # a table and its chart are seen together: one page, which is what a file means that says nothing
        assert sheet.page_setup.fitToHeight == (None if sheet.title == "Xu hướng" else 0)
        assert sheet.print_title_rows


def test_one_form_may_be_asked_for_alone(paper: Paper, words: Locales) -> None:
    content = render(paper.report, "xlsx", words, annex=paper.annex, form="04/XLD")
    assert openpyxl.load_workbook(io.BytesIO(content)).sheetnames == ["04-XLD"]


def test_what_the_program_proposed_stands_against_what_officers_found(paper: Paper, words: Locales) -> None:
    """Where it read letters; what came out of a register was not proposed by it."""
    assert "Máy đề xuất" not in openpyxl.load_workbook(io.BytesIO(render(paper.report, "xlsx", words))).sheetnames
    table = confusion({("kien_nghi_phan_anh", "to_cao"): 2, ("khieu_nai", "khieu_nai"): 5})
    content = render(paper.report, "xlsx", words, annex=replace(paper.annex, confusion=tuple(table), forms=()))
    sheet = openpyxl.load_workbook(io.BytesIO(content))["Máy đề xuất"]
    found = {row[0]: row[1:5] for row in sheet.iter_rows(values_only=True) if row[0] and row[1] is not None}
    assert found[words.say("kind-kien_nghi_phan_anh", "vi")] == (2, 0, 0, 0)
    assert any("5 trên 7" in str(row[0]) for row in sheet.iter_rows(values_only=True))

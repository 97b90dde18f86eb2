from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from bot.reports import FORMATS, Report, ReportError, render, write
from cases.counts import count
from cases.kinds import KINDS, TOPICS
from cases.lives import CaseRow
from cases.paragraph import CountsError
from cases.periods import parse
from cases.sums import Unit
from locales import Locales
from tests.cases.letters import TODAY, TREE, letter, seed_rows, visited

MADE = datetime(2026, 11, 1, 2, 0, tzinfo=UTC)


def some_rows() -> list[CaseRow]:
    outcomes = ("forwarded", "guided", "answered", "archived", "withdrawn", "")
    rows = []
    for n in range(60):
        day = f"2026-{9 + n % 2:02}-{1 + n % 28:02}"
        outcome = outcomes[n % 6]
        ended = f"2026-10-{2 + n % 28:02}" if outcome and n % 2 else day if outcome else ""
        rows.append(
            letter(
                f"TD-{n:04}",
                day,
                (day, outcome, ended if ended >= day else day),
                unit=TREE[n % 5].code,
                kind=KINDS[n % 4],
                topic=TOPICS[n % 11],
                channel=("web", "telegram")[n % 2],
            )
            if outcome
            else letter(f"TD-{n:04}", day, unit=TREE[n % 5].code, kind=KINDS[n % 4], topic=TOPICS[n % 11])
        )
    return rows


def report(rows: list[CaseRow] | None = None, tree: tuple[Unit, ...] = TREE) -> Report:
    counts, _ = count(some_rows() if rows is None else rows, parse("2026-10", "civil"), tree, "HN", TODAY)
    return Report(tree[0], counts, MADE, "5ea1" * 16)


def book(content: bytes, *, values: bool) -> Any:
    return load_workbook(io.BytesIO(content), data_only=values)


def rows_of(sheet: Any) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_json_has_the_shape_of_the_contract(words: Locales) -> None:
    data = json.loads(render(report(), "json", words))
    assert list(data) == ["schema", "unit", "period", "figures", "checks", "sentences"]
    assert data["schema"] == "tiengdan.report/1"
    assert data["unit"] == "HN"
    assert data["period"] == {"name": "2026-10", "calendar": "civil", "from": "2026-10-01", "to": "2026-10-31"}
    assert all(list(row) == ["figure", "unit", "level", "kind", "topic", "channel", "value"] for row in data["figures"])
    assert all(list(check) == ["rule", "ok", "cases"] and check["ok"] for check in data["checks"])
    assert len(data["sentences"]) == 1
    marks = [tuple(row[key] for key in list(row)[:-1]) for row in data["figures"]]
    assert len(marks) == len(set(marks))


def test_csv_holds_the_rows_of_the_json_and_the_mark_a_spreadsheet_knows(words: Locales) -> None:
    content = render(report(), "csv", words)
    assert content.startswith(b"\xef\xbb\xbffigure,unit,level,kind,topic,channel,value\r\n")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    data = json.loads(render(report(), "json", words))
    assert rows == [{key: "" if value is None else str(value) for key, value in row.items()} for row in data["figures"]]


def test_text_has_each_sentence_on_a_line_of_its_own(words: Locales) -> None:
    lines = render(report(), "text", words).decode().splitlines()
    assert lines[0] == "Mặt trận thành phố Hà Nội · tháng 10/2026 (từ 01/10/2026 đến hết 31/10/2026)"
    assert lines[1] == json.loads(render(report(), "json", words))["sentences"][0]
    assert any(line.startswith("Kỳ trước chuyển sang ") for line in lines)
    assert lines[-1].endswith("5ea1" * 16)


def test_the_sheets_have_vietnamese_headings_a_frozen_head_and_print_on_a4(words: Locales) -> None:
    workbook = book(render(report(), "xlsx", words), values=True)
    assert workbook.sheetnames == ["Tổng hợp", "Đơn vị", "Lĩnh vực", "Kênh nhận", "Cách đếm"]
    for sheet in workbook:
        assert sheet.page_setup.orientation == "landscape"
        assert int(sheet.page_setup.paperSize) == 9
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        wide = int(sheet.page_setup.fitToWidth or 1)
        # a sheet that would be too small to read on one page lies over two, its names on both
        assert (wide, bool(sheet.print_title_cols)) == ((2, True) if sheet.title == "Tổng hợp" else (1, False))
        assert int(sheet.page_setup.fitToHeight) == 0
        assert sheet.print_title_rows
        assert sheet.freeze_panes
        texts = [str(cell) for row in rows_of(sheet) for cell in row if cell is not None]
        assert texts[0] == "Mặt trận thành phố Hà Nội"
        assert any("tháng 10/2026 (từ 01/10/2026 đến hết 31/10/2026)" in text for text in texts)
        assert any("5ea1" * 16 in text for text in texts)
    headings = {str(cell) for row in rows_of(workbook["Tổng hợp"]) for cell in row}
    assert {"Kỳ trước chuyển sang", "Nhận trong kỳ", "Tố cáo", "Đã xử lý", "Chưa xử lý", "Quá hạn"} <= headings


def test_totals_are_formulas_whose_stored_values_equal_the_json(words: Locales) -> None:
    content = render(report(), "xlsx", words)
    shown, live = book(content, values=True)["Tổng hợp"], book(content, values=False)["Tổng hợp"]
    head = next(row for row in rows_of(shown) if "Đơn vị" in row)
    at = next(index for index, row in enumerate(rows_of(live)) if row[0] == "Tổng cộng")
    values, formulas = rows_of(shown)[at], rows_of(live)[at]
    counts = report().counts
    for heading, figure in (
        ("Kỳ trước chuyển sang", "carried_over"),
        ("Nhận trong kỳ", "received"),
        ("Tổng số đơn", "total"),
        ("Đã xử lý", "handled"),
        ("Chuyển đơn", "forwarded"),
        ("Chưa xử lý", "open"),
    ):
        column = head.index(heading)
        assert values[column] == counts.value(figure), heading
        assert str(formulas[column]).startswith("=SUM(")
    first = next(index for index, row in enumerate(rows_of(live)) if row[0] == 1)
    for column, formula in enumerate(formulas):
        if head[column] == "Đủ điều kiện (vụ việc)":
            assert formula == values[column] == counts.value("eligible_matters")  # one matter may be at two units
        elif column > 2 and head[column] != "Ghi chú":
            letter_of = live.cell(at + 1, column + 1).column_letter
            assert formula == f"=SUM({letter_of}{first + 1}:{letter_of}{at})"
            assert values[column] == sum(row[column] for row in rows_of(shown)[first:at])


def test_every_sheet_counts_the_same_letters(words: Locales) -> None:
    workbook = book(render(report(), "xlsx", words), values=True)
    received = report().counts.value("received")
    for name in ("Lĩnh vực", "Kênh nhận"):
        total = next(row for row in rows_of(workbook[name]) if row[0] == "Tổng cộng")
        assert total[6] == received == sum(total[2:6])
    units = next(row for row in rows_of(workbook["Đơn vị"]) if row[0] == "Tổng cộng")
    assert sum(units[4::4]) == received


def test_a_name_that_looks_like_a_formula_stays_text(words: Locales) -> None:
    evil = (replace(TREE[0], name='=cmd|"/c calc"!A1 & http://x.example'), *TREE[1:])
    content = render(report(tree=evil), "xlsx", words)
    for sheet in book(content, values=False):
        assert sheet["A1"].value == evil[0].name
        assert sheet["A1"].data_type == "s"
        assert sheet["A1"].hyperlink is None
        assert "&& http" in sheet.oddFooter.left.text or "& http" in sheet.oddFooter.left.text
    plus = (
        replace(TREE[0], code="-HN"),
        *(replace(u, parent="-HN" if u.parent == "HN" else u.parent) for u in TREE[1:]),
    )
    counts, _ = count([letter("A", unit="-HN")], parse("2026-10", "civil"), plus, "-HN", TODAY)
    cells = list(csv.reader(io.StringIO(render(Report(plus[0], counts, MADE, ""), "csv", words).decode("utf-8-sig"))))
    assert not [cell for row in cells for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_an_empty_month_can_be_written_in_every_format(words: Locales) -> None:
    for format in FORMATS:
        assert render(report([]), format, words)


def test_the_seed_year_prints_its_visits_in_the_sheet(words: Locales) -> None:
    counts, _ = count(seed_rows(), parse("2021", "civil"), TREE, "CAUGIAY", TODAY, visited(133))
    content = render(Report(TREE[1], counts, MADE, ""), "xlsx", words)
    rows = rows_of(book(content, values=True)["Tổng hợp"])
    head = next(row for row in rows if "Đơn vị" in row)
    total = next(row for row in rows if row[0] == "Tổng cộng")
    assert total[head.index("Lượt tiếp")] == 133
    assert total[head.index("Đủ điều kiện")] == 82


def test_nothing_is_written_while_a_check_fails_and_what_was_there_stays(words: Locales, tmp_path: Path) -> None:
    out = tmp_path / "report.json"
    out.write_text("earlier", encoding="utf-8")
    broken = report([replace(letter("TD-1"), kind="")])
    with pytest.raises(CountsError):
        write(broken, "json", out, words)
    assert out.read_text(encoding="utf-8") == "earlier"
    write(report(), "json", out, words)
    assert json.loads(out.read_text(encoding="utf-8"))["schema"] == "tiengdan.report/1"
    assert [path.name for path in tmp_path.iterdir()] == ["report.json"]


def test_an_unknown_format_is_refused(words: Locales) -> None:
    with pytest.raises(ReportError, match="report-format-unknown"):
        render(report(), "odt", words)


def test_a_number_of_seven_digits_has_room_in_its_column(words: Locales) -> None:
    counts, _ = count(some_rows(), parse("2021", "civil"), TREE, "HN", TODAY, visited(1_800_000))
    shown = book(render(Report(TREE[0], counts, MADE, "5ea1" * 16), "xlsx", words), values=True)["Tổng hợp"]
    at = next(cell for row in shown.iter_rows() for cell in row if cell.value == "Lượt tiếp")
    assert shown.column_dimensions[at.column_letter].width > 8.4  # 7 digits, 2 points between them

"""Paper registers kept in Excel, as committees have them: headings in storeys, days of every kind, marks, slips."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from bot.importing.cells import CellError, day
from bot.importing.grids import RegisterError
from bot.importing.heading import Map, read_map
from bot.importing.register import Register, read_register
from bot.sections import UnitSection
from cases.owntopics import OwnTopic
from tests.bot.importing.conftest import Program

UNITS = [
    UnitSection(code="YENHOA", name="Mặt trận phường Yên Hòa", level="phuong"),
    UnitSection(code="TAYHO", name="Mặt trận phường Tây Hồ", level="phuong"),
]
PLAIN = ["STT", "Số đến", "Ngày nhận", "Họ và tên", "Địa chỉ", "Đơn vị", "Loại đơn", "Lĩnh vực", "Kết quả xử lý"]
PLAIN += ["Ngày chuyển", "Cơ quan nhận", "Ghi chú"]


def sheet(*rows: Sequence[Any], merge: Sequence[str] = (), title: str = "Sổ 2026") -> bytes:
    book = Workbook()
    made = book.active
    assert made is not None
    made.title = title
    for row in rows:
        made.append(list(row))
    for cells in merge:
        made.merge_cells(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in {"[Content_Types].xml": b"<Types/>", **parts}.items():
            made.writestr(name, content)
    return out.getvalue()


def row(number: Any = 12, received: Any = date(2026, 10, 5), **more: Any) -> list[Any]:
    names = ("stt", "number", "received", "person", "address", "unit", "kind", "topic", "outcome", "ended", "authority")
    values = {"stt": 1, "person": "Nguyễn Văn A", "unit": "phường Yên Hòa", "kind": "Khiếu nại", "topic": "Đất đai"}
    values |= {"number": number, "received": received, **more}
    return [values.get(name) for name in (*names, "note")]


def lines(content: bytes, own: Map | None = None) -> list[dict[str, Any]]:
    found = read_register(content, own or Map(), UNITS)
    assert found.slips() == []
    return [line.model_dump(mode="json", exclude_defaults=True) for _, line in found.lines()]


def problems(content: bytes, own: Map | None = None) -> list[tuple[int, str, str]]:
    found = read_register(content, own or Map(), UNITS)
    return [(each.row, each.column, each.reason) for _, each in found.slips()]


def fields(found: Register) -> dict[str, str]:
    return {each.heading: each.field for each in found.tables[0].heading.columns if each.heading}


def test_a_plain_register_is_read_by_its_headings() -> None:
    content = sheet(
        ["SỔ THEO DÕI ĐƠN NĂM 2026"],
        [],
        PLAIN,
        row(outcome="Chuyển đơn", ended="8/10/2026", authority="UBND phường Yên Hòa"),
        row(13, datetime(2026, 10, 6, 9, 30), kind="Đơn kiến nghị, phản ánh", unit="TAYHO"),  # noqa: DTZ001 - as Excel keeps it
    )
    first, second = lines(content)
    assert first == {
        "ref": "YENHOA/2026/12",
        "type": "case",
        "unit": "YENHOA",
        "received_on": "2026-10-05",
        "channel": "paper",
        "kind": "khieu_nai",
        "topic": "dat_dai",
        "eligible": None,
        "outcome": "forwarded",
        "outcome_on": "2026-10-08",
        "authority": "UBND phường Yên Hòa",
        "person": "Nguyễn Văn A",
    }
    assert (second["ref"], second["kind"], second["outcome"]) == ("TAYHO/2026/13", "kien_nghi_phan_anh", None)


def test_headings_without_marks_mean_the_same() -> None:
    from cases.fold import fold

    marked = fields(read_register(sheet(PLAIN, row()), Map(), UNITS))
    bare = fields(read_register(sheet([fold(text) for text in PLAIN], row()), Map(), UNITS))
    assert list(marked.values()) == list(bare.values())
    assert marked["Ngày nhận"] == "received_on"
    assert marked["Địa chỉ"] == marked["Ghi chú"] == "-"


def test_a_heading_in_two_storeys_with_marks_below() -> None:
    content = sheet(
        ["Số đến", "Ngày đến", "Loại đơn", None, None, "Điều kiện", None, "Xử lý", None],
        [None, None, "Khiếu nại", "Tố cáo", "KN, PA", "Đủ điều kiện", "Không đủ điều kiện", "Kết quả", "Ngày xử lý"],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)"],
        [1, "5/10/2026", None, "x", None, "x", None, "Hướng dẫn", "06.10.2026"],
        [2, "5-10-2026", None, None, "X", None, "x", "Lưu", "2026-10-07"],
        ["Tổng cộng", None, 0, 1, 1, 1, 1],
        merge=["A1:A2", "B1:B2", "C1:E1", "F1:G1", "H1:I1"],
    )
    first, second = lines(content, Map(unit="YENHOA"))
    assert (first["kind"], first["eligible"], first["outcome"], first["outcome_on"]) == (
        "to_cao",
        True,
        "guided",
        "2026-10-06",
    )
    assert (second["kind"], second["eligible"], second["outcome"]) == ("kien_nghi_phan_anh", False, "archived")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (datetime(2026, 10, 5, 23, 59), date(2026, 10, 5)),  # noqa: DTZ001 - as Excel keeps it
        (46300, date(2026, 10, 5)),
        ("5/10/2026", date(2026, 10, 5)),
        ("05.10.26", date(2026, 10, 5)),
        (" 5 - 10 - 2026 ", date(2026, 10, 5)),
        ("5/10", date(2026, 10, 5)),
        ("2026-10-05 00:00:00", date(2026, 10, 5)),
        ("ngày 05 tháng 10 năm 2026", date(2026, 10, 5)),
        ("5 tháng 10", date(2026, 10, 5)),
        ("5/10/98", date(1998, 10, 5)),
        ("05/10/2026 08:30", date(2026, 10, 5)),
        ("8h30, ngày 5/10/2026.", date(2026, 10, 5)),
        ("46300", date(2026, 10, 5)),
        ("", None),
        ("–", None),
        (None, None),
    ],
)
def test_a_day_is_read_however_it_was_typed(value: Any, expected: date | None) -> None:
    assert day(value, 2026) == expected


@pytest.mark.parametrize(
    "value", ["31/2/2026", "10/13/2026", "hôm qua", "ngày", "5/10/2026 " + " 8h" * 9000, 12, "12", True]
)
def test_what_is_no_day_is_refused(value: Any) -> None:
    with pytest.raises(CellError, match="sheet-date"):
        day(value, 2026)


def test_a_day_without_a_year_needs_the_year_of_the_map() -> None:
    content = sheet(PLAIN, row(received="5/10"))
    assert problems(content)[0] == (2, "C (Ngày nhận)", "sheet-year")
    assert lines(content, Map(year=2026))[0]["received_on"] == "2026-10-05"


def test_each_mistake_is_named_by_row_and_column() -> None:
    content = sheet(
        PLAIN,
        row(),
        row(13, "31/2/2026"),
        row(14, kind="lạ lùng"),
        row(15, unit="phường Nào Đó"),
        row(16, outcome="Chuyển"),
        row(17, outcome="Lưu", ended="1/10/2026"),
        row(None),
    )
    assert sorted(problems(content)) == [
        (3, "C (Ngày nhận)", "sheet-date"),
        (4, "G (Loại đơn)", "sheet-word"),
        (5, "F (Đơn vị)", "sheet-unit-unknown"),
        (6, "J (Ngày chuyển)", "outcome-and-day"),
        (7, "J (Ngày chuyển)", "before-received"),
        (8, "B (Số đến)", "sheet-blank"),
    ]


def test_the_map_wins_over_what_was_guessed() -> None:
    text = 'unit = "TAYHO"\n[columns]\n"Ghi chú" = "matter"\nB = "ref"\n[values.kind]\n"Khiếu nại" = "khac"\n'
    own = read_map(text.encode())
    line = lines(sheet(PLAIN, row("Đ-7", unit=None, note="vv-1")), own)[0]
    assert (line["ref"], line["unit"], line["matter"], line["kind"]) == ("Đ-7", "TAYHO", "vv-1", "khac")


def test_what_stands_between_letters_and_under_them_is_no_letter() -> None:
    month = ["THÁNG 10", *[None] * 11]
    signed = [*[None] * 8, "Người lập sổ", "Nguyễn Thị B"]
    rows = [PLAIN, month, row(1), row(2, authority="-"), ["Tổng cộng", None, 2], month, row(3), [], signed]
    content = sheet(*rows, merge=["A2:L2", "A6:L6", "H9:I9"])
    assert [line["ref"] for line in lines(content)] == [f"YENHOA/2026/{number}" for number in (1, 2, 3)]
    assert all("authority" not in line for line in lines(content))


def test_a_letter_without_number_and_day_is_named_and_not_dropped() -> None:
    assert {found[2] for found in problems(sheet(PLAIN, row(1), row(None, None)))} == {"sheet-blank"}


def test_the_register_is_found_behind_its_cover() -> None:
    book = load_workbook(io.BytesIO(sheet(["SỔ THEO DÕI ĐƠN"], ["Năm 2026"], title="Bìa")))
    register = book.create_sheet("Sổ")
    register.append(PLAIN)
    register.append(row(7))
    out = io.BytesIO()
    book.save(out)
    assert [line["ref"] for line in lines(out.getvalue())] == ["YENHOA/2026/7"]


@pytest.mark.parametrize(("between", "encoding"), [(";", "utf-8-sig"), (",", "utf-8"), ("\t", "utf-16")])
def test_a_csv_register_reads_like_a_sheet(between: str, encoding: str) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=between).writerows([PLAIN, row(5, "05/10/2026", authority="Công an, phường; tổ 1")])
    assert lines(out.getvalue().encode(encoding)) == lines(sheet(PLAIN, row(5, authority="Công an, phường; tổ 1")))


def test_a_formula_counts_by_the_value_that_was_stored_with_it() -> None:
    from xlsxwriter import Workbook as Written

    out = io.BytesIO()
    book = Written(out)
    page = book.add_worksheet()
    for at, text in enumerate(PLAIN):
        page.write(0, at, text)
    for at, value in enumerate(row(received=None)):
        if value is not None:
            page.write(1, at, value)
    page.write_formula(1, 2, "=DATE(2026,10,5)", None, 46300)
    book.close()
    assert lines(out.getvalue())[0]["received_on"] == "2026-10-05"


def test_a_topic_that_nobody_knows_is_other_and_is_shown() -> None:
    found = read_register(sheet(PLAIN, row(topic="Chuyện lạ")), Map(), UNITS)
    assert found.slips() == []
    assert [list(table.unknown["topic"]) for table in found.tables] == [["Chuyện lạ"]]
    assert found.tables[0].shown[0]["topic"] == "khac"


@pytest.mark.parametrize("said", ["Chợ đêm", "cho dem", "cho_dem"])
def test_a_cell_may_name_a_topic_of_the_committees_own(said: str) -> None:
    market = OwnTopic("cho_dem", "moi_truong", {"vi": "Chợ đêm"}, ("chợ đêm",))
    found = read_register(sheet(PLAIN, row(topic=said)), Map(), UNITS, (market,))
    [table] = found.tables
    assert table.slips == []
    assert (table.shown[0]["topic"], table.shown[0]["own_topic"]) == ("moi_truong", "cho_dem")


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"PK\x03\x04 broken", "sheet-unreadable"),
        (b"", "sheet-file-empty"),
        (b"\xd0\xcf\x11\xe0", "sheet-old"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "sheet-locked"),
        (b"<html><table><tr><td>1", "sheet-web-page"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><Workbook/>", "sheet-web-page"),
        (packed({"word/document.xml": b"<w/>"}), "sheet-other-file"),
        (b"S\x00\x00\x00", "sheet-csv-unreadable"),
        (b"a;b\n" + b"x" * 200_000 + b";1", "sheet-csv-broken"),
        ("Sè ®Õn;Ngµy nhËn;Lo¹i ®¬n\n1;5/10/2026;Tè c¸o".encode("latin-1"), "sheet-old-font"),
        (sheet(), "sheet-empty"),
        (sheet(["a", "b"], ["c", "d"]), "sheet-no-heading"),
        (sheet(["Số đến", "Họ tên", "Loại đơn"], [1, "A", "Tố cáo"]), "sheet-column-missing"),
        (sheet(["Ngày nhận", "Họ tên", "Loại đơn"], ["5/10/2026", "A", "Tố cáo"]), "sheet-column-missing"),
        (sheet(["Số đến", "Ngày nhận", "Họ tên"], [1, "5/10/2026", "A"]), "sheet-column-missing"),
        (sheet(["Số đến", "Ngày nhận", "Loại đơn"], [1, "5/10/2026", "Tố cáo"]), "sheet-unit-needed"),
    ],
)
def test_what_is_no_register_is_refused_with_what_to_do(content: bytes, key: str) -> None:
    with pytest.raises(RegisterError, match=key):
        read_register(content, Map(), UNITS)


@pytest.mark.parametrize(
    ("text", "key"),
    [("unit = ", "unreadable"), ('colour = "red"', "wrong"), ('[columns]\nA = "name"', "field")],
)
def test_a_map_that_is_wrong_is_refused(text: str, key: str) -> None:
    with pytest.raises(RegisterError, match=f"sheet-map-{key}"):
        read_map(text.encode())


def test_a_register_comes_in_once_all_or_nothing_and_is_counted(program: Program) -> None:
    file = program.folder / "so-theo-doi.xlsx"
    file.write_bytes(sheet(PLAIN, row(), row(13, kind="Tố cáo", unit="YENHOA"), row(14, "31/2/2026", unit="YENHOA")))
    refused = program("import", str(file))
    assert refused.exit_code == 1
    assert 'Trang "Sổ 2026", dòng 4, cột C (Ngày nhận)' in refused.stderr
    file.write_bytes(sheet(PLAIN, row(unit="YENHOA"), row(13, kind="Tố cáo", unit="YENHOA")))
    shown = program("import", str(file), "--preview")
    assert shown.exit_code == 0, shown.stderr
    assert "C  Ngày nhận → ngày nhận" in shown.stdout
    assert "Nguyễn" not in shown.stdout + shown.stderr + refused.stderr
    assert "2 mới" in program("import", str(file)).stdout
    assert "2 như cũ" in program("import", str(file)).stdout
    figures = {
        f["figure"]: f["value"]
        for f in program.data("2026-10")["figures"]
        if not any(f[mark] for mark in ("unit", "level", "kind", "topic", "channel"))
    }
    assert figures["received"] == 2

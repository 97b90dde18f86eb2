"""Registers as they come from offices: several sheets, hidden rows, titles, sums, words of every kind, encodings."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest
from openpyxl import Workbook

from bot.importing.cells import CellError, choice, flag
from bot.importing.committees import Committees
from bot.importing.heading import Map
from bot.importing.preview import spans
from bot.importing.register import Register, read_register
from bot.sections import UnitSection
from tests.bot.importing.test_register import PLAIN, UNITS, lines, packed, problems, row, sheet

OFFICE = ["ỦY BAN MTTQ VIỆT NAM"]
WARD = ["PHƯỜNG YÊN HÒA"]
UNITLESS = [each for each in PLAIN if each != "Đơn vị"]


def unitless(*args: Any, **more: Any) -> list[Any]:
    found = row(*args, **more)
    return [*found[:5], *found[6:]]


def book(sheets: dict[str, Sequence[Sequence[Any]]], then: Callable[[Workbook], None] = lambda made: None) -> bytes:
    made = Workbook()
    made.remove(made.worksheets[0])
    for title, rows in sheets.items():
        page = made.create_sheet(title)
        for each in rows:
            page.append(list(each))
    then(made)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def read(content: bytes, **own: Any) -> Register:
    return read_register(content, Map(**own), UNITS)


def refs(found: Register) -> list[str]:
    return [letter.ref for _, letter in found.lines()]


def test_every_sheet_that_is_a_register_is_read_and_the_others_are_named() -> None:
    content = book(
        {
            "Bìa": [["SỔ THEO DÕI"], ["2026"]],
            "Tháng 1": [PLAIN, row(1)],
            "Trống": [],
            "Tiếp dân": [["STT", "Ngày tiếp", "Họ tên"], [1, "5/10/2026", "A"]],
            "Tháng 2": [PLAIN, row(2)],
        }
    )
    found = read(content)
    assert refs(found) == ["YENHOA/2026/1", "YENHOA/2026/2"]
    assert [(each.sheet, each.reason) for each in found.passed] == [
        ("Bìa", "sheet-no-heading"),
        ("Trống", "sheet-empty"),
        ("Tiếp dân", "sheet-column-missing"),
    ]
    assert refs(read(content, sheet="Tháng 2")) == ["YENHOA/2026/2"]
    assert refs(read(content, sheet=["Tháng 1", "Tháng 2"])) == refs(found)


def test_a_number_in_two_sheets_for_two_letters_is_told_with_both_places() -> None:
    content = book({"Tháng 1": [PLAIN, row(1)], "Tháng 2": [PLAIN, row(1), row(2)], "Chép": [PLAIN, row(2)]})
    assert problems(content) == []  # the same letter twice is one
    changed = book({"Tháng 1": [PLAIN, row(1)], "Tháng 2": [PLAIN, row(1, kind="Tố cáo")]})
    ((table, slip),) = read(changed).slips()
    assert (table.title, slip.row, slip.reason, slip.value) == ("Tháng 2", 2, "sheet-twice", "2 (Tháng 1)")


def test_hidden_sheets_are_left_and_hidden_rows_are_taken_and_both_are_told() -> None:
    def hide(made: Workbook) -> None:
        made["Nháp"].sheet_state = "hidden"
        made["Sổ"].row_dimensions[3].hidden = True

    content = book({"Sổ": [PLAIN, row(1), row(2)], "Nháp": [PLAIN, row(9)]}, hide)
    found = read(content)
    assert refs(found) == ["YENHOA/2026/1", "YENHOA/2026/2"]
    assert [table.hidden for table in found.tables] == [[3]]
    assert [(each.sheet, each.reason) for each in found.passed] == [("Nháp", "sheet-hidden")]
    assert refs(read(content, sheet="Nháp")) == ["YENHOA/2026/9"]


def test_the_heading_once_more_on_a_later_page_does_not_hide_the_letters_above_it() -> None:
    found = read(sheet(PLAIN, row(1), row(2), PLAIN, row(3)))
    assert len(refs(found)) == 3
    assert found.tables[0].left_out == [4]


def test_sums_are_left_out_and_a_sender_called_like_one_is_not() -> None:
    named = ["Người gửi", "Ngày nhận", "Số đến", "Loại đơn", "Đơn vị"]
    content = sheet(
        named,
        ["Tống Công Minh", "5/10/2026", 1, "TC", "Yên Hòa"],
        ["Tổng cộng", "Tổng cộng", "Tổng cộng", 1, 1],
        ["Cộng: 1", None, None, 1, 2],
        merge=["A3:C3"],
    )
    found = read(content)
    assert refs(found) == ["YENHOA/2026/1"]
    assert found.tables[0].left_out == [3, 4]


def test_a_row_that_says_something_is_never_dropped_without_a_word() -> None:
    rows = [row(1), ["Ghi chú:"], [None, 7], row(2)]
    found = read(sheet(PLAIN, *rows))
    told = {slip.row for _, slip in found.slips()} | set(found.tables[0].left_out)
    assert told | {2, 5} == {2, 3, 4, 5}


def test_a_formula_without_a_value_is_named_where_it_is_needed() -> None:
    received = row(1)
    received[0], received[2] = "=ROW()-1", "=DATE(2026,10,5)"
    assert problems(sheet(PLAIN, received)) == [(2, "C (Ngày nhận)", "sheet-formula")]
    serial = row(1)
    serial[0] = "=ROW()-1"
    assert problems(sheet(PLAIN, serial)) == []
    assert problems(sheet(PLAIN, row(1, kind="#REF!"))) == [(2, "G (Loại đơn)", "sheet-formula-error")]


@pytest.mark.parametrize("above", [[OFFICE, WARD, []], [["Mặt trận P. Yên Hoà"]]])
def test_the_unit_of_a_register_without_such_a_column_stands_over_it(above: list[list[str]]) -> None:
    found = read(sheet(*above, UNITLESS, unitless(1)))
    assert refs(found) == ["YENHOA/2026/1"]
    assert found.tables[0].unit_from


def test_a_sheet_may_bear_the_name_of_its_ward() -> None:
    content = book({"Yên Hòa": [UNITLESS, unitless(1)], "P.Tây Hồ": [UNITLESS, unitless(1)]})
    assert refs(read(content)) == ["YENHOA/2026/1", "TAYHO/2026/1"]


def test_a_register_without_numbers_takes_the_serial_number_within_the_month() -> None:
    heads = ["STT", "Ngày nhận", "Đơn vị", "Loại đơn"]
    january = sheet(heads, [1, "5/1/2026", "Yên Hòa", "TC"])
    february = sheet(heads, [1, "5/2/2026", "Yên Hòa", "TC"])
    # two books that both begin with 1 do not overwrite each other
    assert refs(read(january)) + refs(read(february)) == ["YENHOA/2026-01/1", "YENHOA/2026-02/1"]


def test_the_day_of_the_outcome_may_be_called_only_a_day_under_its_heading() -> None:
    content = sheet(
        ["Đơn đến", None, "Loại đơn", "Đơn vị", "Kết quả xử lý", None, None],
        ["Số", "Ngày", None, None, "Số văn bản", "Ngày", "Hình thức"],
        [1, "5/10/2026", "TC", "Yên Hòa", "12/CV", "6/10/2026", "Chuyển"],
        merge=["A1:B1", "E1:G1"],
    )
    (line,) = lines(content)
    assert (line["ref"], line["received_on"]) == ("YENHOA/2026/1", "2026-10-05")
    assert (line["outcome"], line["outcome_on"]) == ("forwarded", "2026-10-06")


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        *(("TC", "to_cao"), ("T.C", "to_cao"), ("tố-cáo", "to_cao"), ("Tố cáo (nặc danh)", "to_cao")),
        *(("KNPA", "kien_nghi_phan_anh"), ("Đơn kiến nghị", "kien_nghi_phan_anh"), ("KN, PA", "kien_nghi_phan_anh")),
        *(("Kiến nghị, phản ánh", "kien_nghi_phan_anh"), ("PAKN", "kien_nghi_phan_anh"), ("KN", "khieu_nai")),
        *((unicodedata.normalize("NFD", "Khiếu nại"), "khieu_nai"), ("Khiếu nại khác", "khieu_nai")),
        *(("Khác", "khac"), ("Không phải tố cáo", None), ("Đơn thư", None), ("KNTC", None)),
    ],
)
def test_a_kind_is_read_in_the_words_of_offices(said: str, kind: str | None) -> None:
    assert choice("kind", said, {}) == kind


@pytest.mark.parametrize("said", ["Tố cáo, khiếu nại", "Khiếu nại + TC", "Đề nghị giải quyết khiếu nại"])
def test_of_two_kinds_none_is_guessed(said: str) -> None:
    with pytest.raises(CellError, match="sheet-two-kinds"):
        choice("kind", said, {})
    assert problems(sheet(PLAIN, row(kind=said))) == [(2, "G (Loại đơn)", "sheet-two-kinds")]


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        *(("Chuyển UBND phường giải quyết", "forwarded"), ("Đã chuyển, đang chờ trả lời", "forwarded")),
        *(("Hướng dẫn công dân chuyển đơn đến tòa án", "guided"), ("Trả lời, chuyển lưu", "answered")),
        *(("Đã lưu (đơn trùng)", "duplicate"), ("Đang xem xét", ""), ("Chưa chuyển", "")),
        *(("Không thụ lý, trả đơn", "returned"), ("Không thụ lý", None), ("Không chuyển", None), ("abc", None)),
    ],
)
def test_an_outcome_is_what_the_committee_did_first(said: str, outcome: str | None) -> None:
    assert choice("outcome", said, {}) == outcome


@pytest.mark.parametrize(
    ("said", "marked"),
    [
        *(("x", True), ("✓", True), ("Đủ", True), (1, True), ("Không đủ", False), ("chưa", False), (0, False)),
        *(("đang xem xét", None), ("chưa rõ", None), ("", None)),
    ],
)
def test_a_mark_says_yes_or_no_or_not_yet(said: Any, marked: bool | None) -> None:
    assert flag(said) is marked


@pytest.mark.parametrize("said", ["?", "2", "ông A"])
def test_what_is_no_mark_is_not_taken_for_one(said: str) -> None:
    with pytest.raises(CellError, match="sheet-mark"):
        flag(said)


def test_a_letter_without_a_name_is_anonymous_and_no_person() -> None:
    (line,) = lines(sheet(PLAIN, row(person="Đơn nặc danh")))
    assert line["anonymous"] is True
    assert "person" not in line


OLD, NEW = date(2025, 6, 30), date(2025, 7, 1)
TREE = [
    UnitSection(code="HN", name="Mặt trận thành phố Hà Nội", level="thanh_pho"),
    UnitSection(code="CG", name="Mặt trận quận Cầu Giấy", level="quan", parent="HN", valid_to=OLD),
    UnitSection(code="CG.YH", name="Mặt trận phường Yên Hòa (cũ)", level="phuong", parent="CG", valid_to=OLD),
    UnitSection(code="YH", name="Mặt trận phường Yên Hòa", level="phuong", parent="HN", valid_from=NEW),
    UnitSection(code="TB1", name="MTTQ xã Tân Bình", level="xa", parent="HN"),
    UnitSection(code="TB2", name="MTTQ phường Tân Bình", level="phuong", parent="CG"),
]


@pytest.mark.parametrize(
    ("said", "day", "codes"),
    [
        *(("Yên Hoà", OLD, ("CG.YH",)), ("P.Yên Hòa", NEW, ("YH",)), ("Uỷ ban MTTQ phường Yên Hòa", NEW, ("YH",))),
        *(("Tân Bình", None, ("TB1", "TB2")), ("xã Tân Bình", None, ("TB1",)), ("P. Tân Bình", None, ("TB2",))),
        *(("Tân Bình, quận Cầu Giấy", None, ("TB2",)), ("Q. Cầu Giấy", None, ("CG",)), ("cg.yh", NEW, ("CG.YH",))),
        *(("Yên Hòa quận Cầu Giấy", None, ()), ("Công an phường Yên Hòa", None, ()), ("huyện Cầu Giấy", None, ())),
        ("Tổ 5", OLD, ("YH",)),
    ],
)
def test_a_committee_is_found_by_what_offices_call_it(said: str, day: date | None, codes: tuple[str, ...]) -> None:
    assert Committees(TREE, {"tổ 5": "YH"}).find(said, day) == codes


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "cp1258"])
def test_a_csv_of_another_encoding_reads_the_same(encoding: str) -> None:
    text = "Số đến;Ngày nhận;Loại đơn;Đơn vị\r\n1;5/10/2026;Khiếu nại;Yên Hòa\r\n"
    if encoding == "cp1258":
        marks = {"ố": "ô\u0301", "ậ": "â\u0323", "ạ": "a\u0323", "ế": "ê\u0301", "ò": "o\u0300", "ị": "i\u0323"}
        for letter, written in marks.items():
            text = text.replace(letter, written)
    assert refs(read(text.encode(encoding))) == ["YENHOA/2026/1"]


def test_a_sheet_formatted_far_below_its_letters_is_as_long_as_they_are() -> None:
    def format_far(made: Workbook) -> None:
        made["Sổ"].cell(150_000, 2).number_format = "0"

    assert len(refs(read(book({"Sổ": [PLAIN, row(1)]}, format_far)))) == 1


def test_rows_are_told_in_runs() -> None:
    assert spans([3, 4, 5, 9, 9, 11]) == "3–5, 9, 11"
    assert spans(range(1, 100, 2)).endswith("…")


def test_a_book_that_is_no_book_inside_is_refused_and_does_not_break() -> None:
    broken = packed({"xl/workbook.xml": b"<workbook", "xl/worksheets/sheet1.xml": b"<x"})
    with pytest.raises(ValueError, match="sheet-unreadable"):
        read(broken)


def test_a_book_that_unpacks_too_large_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.importing.grids.MOST_BYTES", 5_000)
    bomb = packed({"xl/workbook.xml": b"<w/>", "xl/sharedStrings.xml": b" " * 6_000})
    with pytest.raises(ValueError, match="sheet-too-big"):
        read(bomb)

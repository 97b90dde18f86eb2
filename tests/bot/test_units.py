"""A list of units from a sheet: the whole tree is checked, and nothing is written of one that is wrong."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import Workbook

from bot.cli import main
from bot.config_errors import ConfigError
from bot.settings import load

HEAD = ("Mã đơn vị", "Tên đơn vị", "Cấp", "Thuộc", "Từ ngày", "Đến ngày", "Điện thoại", "Ngày tiếp dân", "Ghi chú")
WARDS = (
    ("HN", "thành phố Hà Nội", "Thành phố", "", "", "", "", "", "thử"),
    ("CG", "phường Cầu Giấy", "Phường", "HN", "01/07/2025", "", "024 1", "thứ Ba; ngày 15", ""),
    ("DV", "phường Dịch Vọng", "phuong", "HN", "", "30/06/2025", "", "", ""),
)


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "config.toml"
    path.write_text('units_file = "units.jsonl"\n[web]\nport = 0\n', encoding="utf-8")
    return path


def bring_in(content: bytes, *more: str) -> Result:
    Path("list").write_bytes(content)
    return CliRunner().invoke(main, ["units", "import", "list", *more], env={"LANG": "vi_VN.UTF-8"})


def as_csv(rows: tuple[tuple[str, ...], ...] = WARDS, between: str = ";") -> bytes:
    quoted = [[f'"{cell}"' for cell in row] for row in (HEAD, *rows)]
    return ("\ufeff" + "\r\n".join(between.join(row) for row in quoted)).encode()


def as_sheet() -> bytes:
    book, out = Workbook(), io.BytesIO()
    page = book.active
    assert page is not None
    page.append(("DANH SÁCH ĐƠN VỊ",))
    for row in (HEAD, *WARDS):
        page.append(row)
    page["E4"] = date(2025, 7, 1)
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("content", [as_csv(), as_csv(between=","), as_csv(between="\t"), as_sheet()])
def test_a_list_with_vietnamese_headings_becomes_the_tree(config: Path, content: bytes) -> None:
    done = bring_in(content)
    assert done.exit_code == 0, done.output
    found = {unit.code: unit for unit in load(config).tree}
    assert list(found) == ["HN", "CG", "DV"]
    ward = found["CG"]
    assert (ward.level, ward.parent, ward.valid_from, ward.phone) == ("phuong", "HN", date(2025, 7, 1), "024 1")
    assert ward.reception_days == ["thứ Ba", "ngày 15"]
    assert found["DV"].valid_to == date(2025, 6, 30)
    again = bring_in(Path("units.jsonl").read_bytes())
    assert again.exit_code == 0
    assert {unit.code: unit for unit in load(config).tree} == found


@pytest.mark.parametrize(
    ("row", "line", "words"),
    [
        (("X", "phường X", "Phường", "KHONG", "", "", "", "", ""), "", "KHONG"),
        (("X", "phường X", "Làng", "HN", "", "", "", "", ""), "5", "level"),
        (("X", "phường X", "Phường", "HN", "31/02/2025", "", "", "", ""), "5", "valid_from"),
        (("HN", "phường X", "Phường", "HN", "", "", "", "", ""), "", "HN"),
        (("X", "", "Phường", "HN", "", "", "", "", ""), "5", "name"),
    ],
    ids=["parent", "level", "day", "twice", "name"],
)
def test_a_wrong_line_is_named_and_nothing_is_written(
    config: Path, row: tuple[str, ...], line: str, words: str
) -> None:
    assert bring_in(as_csv()).exit_code == 0
    before = Path("units.jsonl").read_bytes()
    done = bring_in(as_csv((*WARDS, row)))
    assert done.exit_code == 2
    assert line in done.output
    assert words in done.output
    assert Path("units.jsonl").read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"\xff\xfe1", "tên;cấp\r\na;b".encode(), b"{]", as_csv(())])
def test_what_is_no_list_is_said_in_words(config: Path, content: bytes) -> None:
    done = bring_in(content)
    assert done.exit_code == 2
    assert "Traceback" not in done.output
    assert "units-" not in done.output
    assert not Path("units.jsonl").exists()


def test_a_list_can_be_only_checked(config: Path) -> None:
    done = bring_in(as_csv(), "--check")
    assert done.exit_code == 0
    assert not Path("units.jsonl").exists()


def test_a_broken_line_of_the_kept_list_stops_the_program_and_is_named(config: Path) -> None:
    Path("units.jsonl").write_text('{"code": "HN", "name": "Hà Nội", "level": "thanh_pho"}\nx\n', encoding="utf-8")
    with pytest.raises(ConfigError) as refused:
        load(config)
    assert [(each.file, each.reason) for each in refused.value.problems] == [("units.jsonl:2", "json")]

from __future__ import annotations

import pytest

from handlers.messages import Outgoing, Text
from handlers.staff_report import CHART, WORKBOOK
from tests.handlers.town import CAU_GIAY, NGHIA_DO, Town


def asked(argument: str, unit: str = "CAUGIAY") -> Outgoing:
    town = Town(wards=(CAU_GIAY, NGHIA_DO))
    return town.officer(unit=unit).types(f"/thongke {argument}")[-1]


def about(out: Outgoing) -> dict[str, str]:
    assert [each.what for each in out.attachments] == [CHART, WORKBOOK]
    return dict(out.attachments[0].about)


@pytest.mark.parametrize(
    ("argument", "unit", "period"),
    [
        ("", "CAUGIAY", "2026-11"),
        ("tháng 10", "CAUGIAY", "2026-10"),
        ("quý 3", "CAUGIAY", "2026-Q3"),
        ("1/10-15/11", "CAUGIAY", "2026-10-01..2026-11-15"),
        ("caugiay tháng 10", "CAUGIAY", "2026-10"),
        ("tháng 10 phường Cầu Giấy", "CAUGIAY", "2026-10"),
    ],
)
def test_the_paragraph_comes_with_a_chart_and_the_workbook_of_what_was_asked(
    argument: str, unit: str, period: str
) -> None:
    out = asked(argument)
    assert out.text == f"{unit} {period}"
    assert (about(out)["unit"], about(out)["period"]) == (unit, period)


def test_the_level_above_may_ask_for_a_ward_below_and_not_the_other_way_round() -> None:
    assert about(asked("tháng 10 Nghĩa Đô", unit="HN"))["unit"] == "NGHIADO"
    for argument in ("HN tháng 10", "tháng 10 Nghĩa Đô"):
        refused = asked(argument)
        assert refused.attachments == ()
        assert "/thongke" in refused.text


def test_in_a_group_nothing_but_the_paragraph_is_said() -> None:
    town = Town()
    group, member = town.group(), town.officer()
    [out] = town.in_group(group, member, Text("/thongke tháng 10"))
    assert out.text == "CAUGIAY 2026-10"
    assert out.attachments == ()

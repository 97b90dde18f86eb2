"""A copy that goes on tells nobody who sent the letter, and keeps what was done by whom."""

from __future__ import annotations

import pytest

from cases.redaction import COVER, redact

TRACES = ("Đỗ Thị Riêng", "số 9 ngõ 99, tổ 4, phường Cầu Giấy", "0911222333")


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("Tôi là Đỗ Thị Riêng, xin tố cáo ông Vũ Văn Kín.", f"Tôi là {COVER}, xin tố cáo ông Vũ Văn Kín."),
        ("toi la DO THI RIENG to cao", f"toi la {COVER} to cao"),
        ("Nhà tôi ở số 9 ngõ 99, ai cũng biết.", f"Nhà tôi ở {COVER}, ai cũng biết."),
        ("Họp tổ 4 tối qua, Riêng không đến.", f"Họp {COVER} tối qua, Riêng không đến."),
        ("Gọi 0911 222 333 hoặc rieng@example.vn nhé", f"Gọi {COVER} hoặc {COVER} nhé"),
        ("căn cước 001085012345", f"căn cước {COVER}"),
        ("Tôi tên là Lê Văn Lạ tố cáo ông Kín", f"Tôi tên là {COVER} tố cáo ông Kín"),
        ("Ông Kín lấy 1.500.000.000 đồng", "Ông Kín lấy 1.500.000.000 đồng"),
        ("Ông Kín lấy 5.000.000 đồng ngày 12/03/2026", "Ông Kín lấy 5.000.000 đồng ngày 12/03/2026"),
    ],
)
def test_traces_are_covered_and_the_matter_stays(told: str, kept: str) -> None:
    assert redact(told, TRACES) == kept


def test_a_copy_that_is_covered_twice_is_the_same() -> None:
    once = redact("Đỗ Thị Riêng, 0911222333, số 9 ngõ 99", TRACES)
    assert redact(once, TRACES) == once

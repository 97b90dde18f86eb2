from __future__ import annotations

from datetime import date

import pytest

from cases.asked import period_asked
from cases.periods import PeriodError

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "civil", "state"),
    [
        ("", "2026-11", "2026-12"),
        ("tháng này", "2026-11", "2026-12"),
        ("thang truoc", "2026-10", "2026-11"),
        ("tháng 10", "2026-10", "2026-10"),
        ("T10", "2026-10", "2026-10"),
        ("tháng 12", "2025-12", "2026-12"),
        ("quý 3", "2026-Q3", "2026-Q3"),
        ("Quý này", "2026-Q4", "2026-Q4"),
        ("quý trước", "2026-Q3", "2026-Q3"),
        ("năm nay", "2026", "2026"),
        ("nam truoc", "2025", "2025"),
        ("2026", "2026", "2026"),
        ("10/2026", "2026-10", "2026-10"),
        ("1/10-15/11", "2026-10-01..2026-11-15", "2026-10-01..2026-11-15"),
        ("15/12 - 14/1/2026", "2025-12-15..2026-01-14", "2025-12-15..2026-01-14"),
        ("1/10/2025 đến 2/10/2025", "2025-10-01..2025-10-02", "2025-10-01..2025-10-02"),
    ],
)
def test_a_period_means_what_an_officer_means(typed: str, civil: str, state: str) -> None:
    assert period_asked(typed, TODAY, "civil").name == civil
    assert period_asked(typed, TODAY, "state").name == state


@pytest.mark.parametrize("typed", ["tháng 13", "hôm kia", "31/2-3/3", "quý 5"])
def test_what_is_no_period_is_refused(typed: str) -> None:
    with pytest.raises(PeriodError):
        period_asked(typed, TODAY, "civil")

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cases.calendar import Calendar
from cases.closings import closed_on, rehearsed
from cases.periods import parse
from cases.rehearsal import lacking
from tests.cases.letters import letter


@pytest.mark.parametrize(
    ("day", "calendar", "names"),
    [
        (date(2026, 10, 31), "civil", ["2026-10"]),
        (date(2026, 10, 30), "civil", []),
        (date(2026, 9, 30), "civil", ["2026-09", "2026-Q3", "2026-9M"]),
        (date(2026, 12, 31), "civil", ["2026-12", "2026-Q4", "2026-H2", "2026"]),
        (date(2026, 12, 14), "state", ["2026-12", "2026-Q4", "2026-H2", "2026"]),
        (date(2026, 6, 14), "state", ["2026-06", "2026-Q2", "2026-H1"]),
        (date(2026, 6, 30), "state", []),
    ],
)
def test_a_day_closes_the_month_and_whatever_ends_with_it(day: date, calendar: str, names: list[str]) -> None:
    assert [period.name for period in closed_on(day, calendar)] == names


@pytest.mark.parametrize(
    ("day", "calendar", "name"),
    [
        # 31 October 2026 is a Saturday: the two working days before it are Friday and Thursday
        (date(2026, 10, 28), "civil", None),
        (date(2026, 10, 29), "civil", "2026-10"),
        (date(2026, 10, 31), "civil", "2026-10"),
        (date(2026, 11, 1), "civil", None),
        (date(2026, 10, 11), "state", None),
        (date(2026, 10, 12), "state", "2026-10"),
    ],
)
def test_a_month_is_rehearsed_two_working_days_before_its_end(day: date, calendar: str, name: str | None) -> None:
    found = rehearsed(day, calendar, Calendar())
    assert (found.name if found else None) == name


def test_letters_are_listed_by_what_they_lack() -> None:
    rows = [
        letter("A", eligible=True, due="2026-10-20"),
        replace(letter("B", eligible=None), status="registered"),
        letter("C", "2026-10-05", ("2026-10-05", "forwarded", "2026-10-09"), eligible=True),
        letter("D", "2026-10-05", ("2026-10-05", "forwarded", "2026-10-09"), eligible=True),
        replace(letter("E", kind="khac"), status="registered"),
        letter("F", "2026-10-05", ("2026-10-05", "guided", "2026-10-09"), unit="TAYHO"),
    ]
    found = lacking(rows, parse("2026-10", "civil"), {"CAUGIAY.DICHVONG"}, date(2026, 10, 29), {"D"})
    assert found == {"untaken": ("A",), "undecided": ("B",), "unsorted": ("E",), "late": ("A",), "nowhere": ("C",)}

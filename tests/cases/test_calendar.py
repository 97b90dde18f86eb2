"""The working-day calendar: weeks, public holidays, substitute days, swaps, Tết, and an office's own overrides."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import holidays
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.calendar import Calendar, CalendarError, Override, override
from cases.publicdays import FILE, public_days
from tests.fuzz import examples
from tools.make_public_days import made

DAYS = st.dates(date(2023, 1, 1), date(2027, 12, 31))
LIMITS = st.integers(1, 90)
UNITS = st.sampled_from(["wd", "cd"])
CALENDAR = Calendar()
RULES = Path(__file__).parents[2] / "cases" / "rules"


def off_days(year: int) -> set[str]:
    """Days of Monday to Friday that are off."""
    day, found = date(year, 1, 1), set()
    while day.year == year:
        if day.weekday() < 5 and not CALENDAR.is_working(day)[0]:
            found.add(f"{day:%m-%d}")
        day += timedelta(days=1)
    return found


def work_saturdays(year: int) -> set[str]:
    day, found = date(year, 1, 1), set()
    while day.year == year:
        if day.weekday() >= 5 and CALENDAR.is_working(day)[0]:
            found.add(f"{day:%m-%d}")
        day += timedelta(days=1)
    return found


# As announced for the state's offices, weekday by weekday.
ANNOUNCED_OFF = {
    2024: "01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03",
    2025: "01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02",
    2026: "01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02",
}
MADE_UP = {2024: "05-04", 2025: "04-26", 2026: "01-10 08-22"}


@pytest.mark.parametrize("year", sorted(ANNOUNCED_OFF))
def test_a_year_has_exactly_the_days_off_that_were_announced(year: int) -> None:
    assert off_days(year) == set(ANNOUNCED_OFF[year].split())


@pytest.mark.parametrize("year", sorted(MADE_UP))
def test_only_the_announced_saturdays_are_worked(year: int) -> None:
    assert work_saturdays(year) == set(MADE_UP[year].split())


@pytest.mark.parametrize(
    ("off", "work"),
    [
        ("2024-04-29", "2024-05-04"),
        ("2025-05-02", "2025-04-26"),
        ("2026-01-02", "2026-01-10"),
        ("2026-08-31", "2026-08-22"),
    ],
)
def test_each_half_of_a_swap_names_the_other(off: str, work: str) -> None:
    made_up = date.fromisoformat(work)
    away = date.fromisoformat(off)
    assert CALENDAR.status(away).code == "off_override"
    assert f"{made_up:%d/%m/%Y}" in CALENDAR.is_working(away)[1]
    assert CALENDAR.status(made_up).code == "work_override"
    assert f"{away:%d/%m/%Y}" in CALENDAR.is_working(made_up)[1]
    assert CALENDAR.status(away).source


def test_a_holiday_on_a_weekend_gives_a_substitute_day() -> None:
    # 10/3 lunar fell on Sunday 26 April 2026; 1 January 2022 and 2023 on a Saturday and a Sunday
    assert CALENDAR.is_working(date(2026, 4, 27)) == (False, "Ngày Giỗ Tổ Hùng Vương (nghỉ bù)")
    assert not CALENDAR.is_working(date(2022, 1, 3))[0]
    assert not CALENDAR.is_working(date(2023, 1, 2))[0]


def test_the_culture_day_is_a_working_day_until_the_setting_says_otherwise() -> None:
    day = date(2026, 11, 24)
    assert CALENDAR.is_working(day)[0]
    assert Calendar(culture_day=True).is_working(day) == (False, "Ngày Văn hóa Việt Nam")
    assert Calendar(culture_day=True).is_working(date(2025, 11, 24))[0]


def test_a_culture_day_on_a_weekend_gives_a_substitute_day() -> None:
    calendar = Calendar(culture_day=True)
    assert date(2029, 11, 24).weekday() == 5
    assert not calendar.is_working(date(2029, 11, 26))[0]
    assert CALENDAR.is_working(date(2029, 11, 26))[0]


def test_days_of_a_year_not_yet_announced_say_so_unless_the_law_alone_fixes_them() -> None:
    assert "chưa có thông báo chính thức" in CALENDAR.is_working(date(2027, 2, 8))[1]
    assert CALENDAR.is_working(date(2027, 1, 1)) == (False, "Tết Dương lịch")
    assert not CALENDAR.is_official(date(2027, 2, 8))
    assert CALENDAR.is_official(date(2026, 2, 16))


@pytest.mark.parametrize(
    ("start", "n", "end"),
    [
        ("2026-12-30", 5, "2027-01-07"),  # over New Year
        ("2025-12-31", 5, "2026-01-09"),  # New Year and the swapped Friday
        ("2026-01-05", 5, "2026-01-10"),  # the made-up Saturday counts
        ("2026-02-11", 5, "2026-02-25"),  # over Tết
        ("2026-02-13", 5, "2026-02-27"),  # the last day before Tết
        ("2026-02-14", 1, "2026-02-23"),  # received in the holiday
        ("2026-02-22", 1, "2026-02-23"),
        ("2026-02-23", 1, "2026-02-24"),
        ("2026-04-24", 5, "2026-05-06"),  # Giỗ Tổ, 30/4, 1/5
        ("2026-08-20", 2, "2026-08-22"),
        ("2026-08-28", 1, "2026-09-03"),  # the long 2 September
        ("2025-04-25", 1, "2025-04-26"),
        ("2025-04-29", 1, "2025-05-05"),
        ("2024-04-26", 1, "2024-05-02"),
        ("2024-05-03", 1, "2024-05-04"),
        ("2026-11-21", 1, "2026-11-23"),  # received on a Saturday
    ],
)
def test_working_days_are_counted_from_the_day_after(start: str, n: int, end: str) -> None:
    assert CALENDAR.add_working_days(date.fromisoformat(start), n) == date.fromisoformat(end)


@pytest.mark.parametrize(
    ("start", "n", "end"),
    [
        ("2026-11-02", 20, "2026-11-23"),  # Sunday 22 moves to Monday
        ("2026-11-03", 20, "2026-11-23"),
        ("2026-01-27", 20, "2026-02-23"),  # ends in Tết
        ("2025-12-21", 20, "2026-01-10"),  # a Saturday that is worked: stays
        ("2026-04-10", 20, "2026-05-04"),  # 30/4, 1/5, weekend
        ("2026-08-10", 20, "2026-09-03"),  # Sunday 30/8, swap, 1-2/9
        ("2026-11-20", 30, "2026-12-21"),
        ("2026-12-02", 30, "2027-01-04"),  # ends on New Year's Day
    ],
)
def test_a_limit_in_calendar_days_that_ends_on_a_day_off_moves_to_the_next_working_day(
    start: str, n: int, end: str
) -> None:
    assert CALENDAR.add_calendar_days(date.fromisoformat(start), n) == date.fromisoformat(end)


@settings(max_examples=examples(60), deadline=None)
@given(DAYS, LIMITS, UNITS)
def test_a_limit_always_ends_on_a_working_day_and_counts_every_one_of_its_days(day, n, unit) -> None:
    count = CALENDAR.count(day, n, unit)
    assert CALENDAR.is_working(count.due)[0]
    assert sum(one.counted for one in count.days) == n
    assert [one.day for one in count.days] == [day + timedelta(days=k) for k in range((count.due - day).days + 1)]
    assert not count.days[0].counted
    assert all(one.why for one in count.days)


@settings(max_examples=examples(60), deadline=None)
@given(DAYS, LIMITS, UNITS)
def test_a_letter_that_comes_a_day_later_is_never_due_earlier(day, n, unit) -> None:
    later = CALENDAR.count(day + timedelta(days=1), n, unit).due
    assert CALENDAR.count(day, n, unit).due <= later


@settings(max_examples=examples(60), deadline=None)
@given(DAYS, st.integers(1, 30), st.lists(st.integers(-40, 80), max_size=6, unique=True))
def test_more_days_off_never_bring_a_working_day_limit_forward_and_each_is_explained(day, n, shifts) -> None:
    extra = [Override(day + timedelta(days=shift), "off", f"nghỉ {shift}") for shift in shifts]
    calendar = Calendar(extra)
    before, after = CALENDAR.count(day, n, "wd"), calendar.count(day, n, "wd")
    assert after.due >= before.due
    whys = {one.day: one.why for one in after.days}
    for row in extra:
        if day < row.day <= after.due:
            assert whys[row.day] == row.reason
    if not any(day < row.day <= before.due for row in extra):
        assert after == before


def test_an_override_of_the_office_wins_over_file_and_library_and_a_later_one_over_an_earlier() -> None:
    storm = Override(date(2026, 11, 25), "off", "Nghỉ tránh bão", "Công điện của Chủ tịch UBND thành phố")
    works = Override(date(2026, 9, 1), "work", "Trực")
    assert Calendar([storm]).is_working(storm.day) == (False, "Nghỉ tránh bão")
    assert Calendar([works]).is_working(works.day) == (True, "Trực")
    assert Calendar([storm, Override(storm.day, "work", "Đã bỏ")]).is_working(storm.day) == (True, "Đã bỏ")
    assert Calendar([Override(date(2026, 1, 10), "off", "x")]).is_working(date(2026, 1, 10)) == (False, "x")


def test_the_list_of_a_year_shows_every_day_that_differs_from_the_week_with_its_source() -> None:
    rows = Calendar([Override(date(2026, 11, 25), "off", "Nghỉ tránh bão", "Công điện 9")]).holidays_list(2026)
    by_day = {row["date"]: row for row in rows}
    assert [row["date"] for row in rows] == sorted(by_day)
    assert by_day["2026-01-10"]["effect"] == "work"
    assert by_day["2026-02-17"]["effect"] == "off"
    assert by_day["2026-11-25"] == {
        "date": "2026-11-25",
        "effect": "off",
        "why": "Nghỉ tránh bão",
        "source": "Công điện 9",
        "official": True,
    }
    assert "2026-11-24" not in by_day


def test_an_override_from_text_is_checked() -> None:
    row = override("2026-11-25", "off", "Nghỉ tránh bão", "Công điện 9", "2026-11-22")
    assert row == Override(date(2026, 11, 25), "off", "Nghỉ tránh bão", "Công điện 9", date(2026, 11, 22))
    assert override("2026-11-28", "work", "Làm bù").effect == "work"
    with pytest.raises(CalendarError, match="not-a-day"):
        override("25/11/2026", "off", "x")
    with pytest.raises(CalendarError, match="no-such-effect"):
        override("2026-11-25", "holiday", "x")


def test_a_calendar_without_working_days_is_refused_rather_than_searched_for_ever() -> None:
    start = date(2026, 3, 1)
    never = Calendar([Override(start + timedelta(days=k), "off", "x") for k in range(200)])
    with pytest.raises(CalendarError, match="no-working-day"):
        never.next_working_day(start)


@pytest.mark.parametrize("n", [0, -1, 100_000])
def test_a_limit_without_sense_is_refused(n: int) -> None:
    with pytest.raises(CalendarError):
        CALENDAR.count(date(2026, 3, 2), n, "wd")


def test_next_working_day_is_after_and_working_day_from_may_be_the_day_itself() -> None:
    monday, friday = date(2026, 11, 23), date(2026, 11, 20)
    assert CALENDAR.working_day_from(monday) == monday
    assert CALENDAR.next_working_day(friday) == monday


def test_the_days_that_are_written_down_are_those_that_the_library_counts() -> None:
    assert (RULES / FILE).read_text(encoding="utf-8") == made(), "python -m tools.make_public_days"


def test_a_year_that_is_not_written_down_is_counted() -> None:
    assert CALENDAR.status(date(2050, 1, 23)).code == "holiday"


@pytest.mark.parametrize("year", [2024, 2026, 2027])
def test_the_days_are_those_of_the_library_s_own_door(year: int) -> None:
    theirs = holidays.country_holidays("VN", years=year, expand=False, language="vi")
    assert public_days(year) == dict(theirs)

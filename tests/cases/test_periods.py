from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.periods import (
    BackwardPeriodError,
    Period,
    PeriodError,
    UnreadablePeriodError,
    month,
    month_before,
    month_of,
    parse,
    span,
)

DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))
CALENDARS = st.sampled_from(["state", "civil"])


@pytest.mark.parametrize(
    ("text", "calendar", "first", "last"),
    [
        ("2026-10", "civil", "2026-10-01", "2026-10-31"),
        ("2026-10", "state", "2026-09-15", "2026-10-14"),
        ("2026-01", "state", "2025-12-15", "2026-01-14"),
        ("2028-02", "civil", "2028-02-01", "2028-02-29"),
        ("2026-12", "civil", "2026-12-01", "2026-12-31"),
        ("2026-Q1", "state", "2025-12-15", "2026-03-14"),
        ("2026-Q2", "state", "2026-03-15", "2026-06-14"),
        ("2026-Q3", "state", "2026-06-15", "2026-09-14"),
        ("2026-Q4", "state", "2026-09-15", "2026-12-14"),
        ("2026-Q3", "civil", "2026-07-01", "2026-09-30"),
        ("2026-H1", "state", "2025-12-15", "2026-06-14"),
        ("2026-H2", "state", "2026-06-15", "2026-12-14"),
        ("2026-9M", "state", "2025-12-15", "2026-09-14"),
        ("2026-9M", "civil", "2026-01-01", "2026-09-30"),
        ("2026", "state", "2025-12-15", "2026-12-14"),
        ("2026", "civil", "2026-01-01", "2026-12-31"),
        ("2026-02-27..2026-03-02", "state", "2026-02-27", "2026-03-02"),
        ("2026-02-27..2026-02-27", "civil", "2026-02-27", "2026-02-27"),
    ],
)
def test_each_period_has_the_days_that_the_circulars_give_it(text: str, calendar: str, first: str, last: str) -> None:
    period = parse(text, calendar)
    assert (period.first.isoformat(), period.last.isoformat()) == (first, last)
    assert period.name == text
    assert period.calendar == calendar


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("10/2026", "2026-10"),
        ("1/2026", "2026-01"),
        ("10-2026", "2026-10"),
        ("tháng 10/2026", "2026-10"),
        ("thang 10 nam 2026", "2026-10"),
        ("T10/2026", "2026-10"),
        ("  10 / 2026 ", "2026-10"),
        ("2026-3", "2026-03"),
        ("quý 3/2026", "2026-Q3"),
        ("quy 3 2026", "2026-Q3"),
        ("Q3/2026", "2026-Q3"),
        ("2026q3", "2026-Q3"),
        ("6 tháng 2026", "2026-H1"),
        ("6 tháng đầu năm 2026", "2026-H1"),
        ("2026-h1", "2026-H1"),
        ("9 tháng 2026", "2026-9M"),
        ("năm 2026", "2026"),
        ("01/10/2026..5/10/2026", "2026-10-01..2026-10-05"),
        ("2026-10-01 .. 2026-10-05", "2026-10-01..2026-10-05"),
    ],
)
def test_a_period_is_read_as_people_type_it(typed: str, name: str) -> None:
    assert parse(typed, "civil").name == name


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "hôm qua", "2026-13", "2026-0", "0/2026", "13/2026", "2026-Q5", "2026-H3", "2026-7M", "26",
        "20266", "0000", "9999", "2026-02-30..2026-03-01", "2026-02-01..", "..", "2026..2027",
        "2026-01-01..2026-01-02..2026-01-03", "２０２６-１０", "=cmd",
    ],
)  # fmt: skip
def test_what_is_no_period_is_refused_with_a_message_key(text: str) -> None:
    if text == "２０２６-１０":  # digits of full width are still digits
        assert parse(text, "civil").name == "2026-10"
        return
    with pytest.raises(UnreadablePeriodError) as refusal:
        parse(text, "civil")
    assert str(refusal.value) == "report-period-unreadable"
    assert isinstance(refusal.value, ValueError)


def test_a_span_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(BackwardPeriodError, match="report-period-backward"):
        parse("2026-10-02..2026-10-01", "civil")


def test_an_unknown_calendar_is_refused() -> None:
    with pytest.raises(PeriodError, match="report-calendar-unknown"):
        parse("2026-10", "lunar")


@given(DAYS, CALENDARS)
def test_every_day_lies_in_exactly_one_month(day: date, calendar: str) -> None:
    here = month_of(day, calendar)
    assert here.holds(day)
    assert not month_before(here).holds(day)
    assert month_of(here.last + timedelta(days=1), calendar).first == here.last + timedelta(days=1)
    assert month_before(here).last == here.eve


@given(st.integers(2000, 2100), CALENDARS)
def test_longer_periods_are_made_of_their_months_without_gap_or_overlap(year: int, calendar: str) -> None:
    months = [month(year, n, calendar) for n in range(1, 13)]
    assert all(a.last + timedelta(days=1) == b.first for a, b in pairwise(months))

    def ends(text: str) -> tuple[date, date]:
        period = parse(text, calendar)
        return period.first, period.last

    for quarter in range(4):
        assert ends(f"{year}-Q{quarter + 1}") == (months[3 * quarter].first, months[3 * quarter + 2].last)
    assert ends(f"{year}-H1") == (months[0].first, months[5].last)
    assert ends(f"{year}-H2") == (months[6].first, months[11].last)
    assert ends(f"{year}-9M") == (months[0].first, months[8].last)
    assert ends(f"{year}") == (months[0].first, months[11].last)
    following = parse(f"{year + 1}", calendar)
    assert following.first == months[11].last + timedelta(days=1)


@given(DAYS, st.integers(0, 800), CALENDARS)
def test_a_period_is_read_back_from_its_name(first: date, length: int, calendar: str) -> None:
    period = span(first, first + timedelta(days=length), calendar)
    assert parse(period.name, calendar) == period
    assert parse(month_of(first, calendar).name, calendar) == month_of(first, calendar)


@pytest.mark.parametrize(
    ("name", "shape", "parts"),
    [
        ("2026-10", "month", (2026, 10)),
        ("2026-Q3", "quarter", (2026, 3)),
        ("2026-H1", "half", (2026, 1)),
        ("2026-9M", "nine_months", (2026, 9)),
        ("2026", "year", (2026, 0)),
        ("2026-01-02..2026-01-03", "span", (2026, 0)),
    ],
)
def test_a_period_knows_its_shape(name: str, shape: str, parts: tuple[int, int]) -> None:
    period = parse(name, "civil")
    assert isinstance(period, Period)
    assert (period.shape, period.parts) == (shape, parts)

"""How long an ended letter is kept, and which may go because its sender asks."""

from __future__ import annotations

from datetime import date

import pytest

from cases.kinds import OUTCOMES, Status
from cases.retention import Schedule, kept_until, may_go_on_request

DAY = date(2026, 3, 2)


@pytest.mark.parametrize("status", ["archived", "returned"])
def test_what_was_not_taken_up_is_kept_for_one_year(status: Status) -> None:
    """Thông tư 05/2021/TT-TTCP, Điều 28."""
    assert kept_until(Schedule(), "to_cao", status, None, DAY) == date(2027, 3, 2)


def test_what_did_not_meet_the_conditions_is_kept_for_one_year() -> None:
    assert kept_until(Schedule(), "khieu_nai", "guided", False, DAY) == date(2027, 3, 2)


def test_all_else_is_kept_without_end_until_the_committee_has_set_a_term() -> None:
    assert kept_until(Schedule(), "to_cao", "forwarded", True, DAY) is None
    assert kept_until(Schedule(years={"to_cao": 20}), "to_cao", "forwarded", True, DAY) == date(2046, 3, 2)
    assert kept_until(Schedule(ineligible_years=0), "khac", "archived", False, DAY) is None


def test_a_year_after_a_leap_day_ends_on_the_day_before_march() -> None:
    assert kept_until(Schedule(), "khac", "archived", None, date(2028, 2, 29)) == date(2029, 2, 28)


def test_papers_of_denunciations_complaints_and_what_was_passed_on_do_not_go_on_request() -> None:
    for status in ("submitted", "registered", *OUTCOMES):
        assert not may_go_on_request("to_cao", status, secret=False)
        assert not may_go_on_request("khieu_nai", status, secret=False)
    for status in ("submitted", "registered", "forwarded", "split", "duplicate", "returned"):
        assert not may_go_on_request("kien_nghi_phan_anh", status, secret=False)  # type: ignore[arg-type]
    assert may_go_on_request("kien_nghi_phan_anh", "answered", secret=False)
    assert not may_go_on_request("kien_nghi_phan_anh", "answered", secret=True)
